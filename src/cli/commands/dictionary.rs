//! `paragraf dictionary check`: what the dictionaries know of words.

use crate::cli::args::{DictionaryCheckArguments, DictionaryFormat, ProfileChoice};
use crate::cli::exit::Exit;
use crate::cli::output::print;
use crate::cli::settings;
use paragraf::correct::explain::{Acceptance, Explanation, Reading, explain, words_of};
use paragraf::correct::{self, Profile};
use paragraf::error::{Error, Result};
use std::fmt::Write as _;

pub fn check(arguments: &DictionaryCheckArguments) -> Result<Exit> {
    let lexicon = settings::lexicon(&arguments.correction.dictionaries)?;
    let options = settings::correction(&arguments.correction);
    let words = match (&arguments.words[..], &arguments.sentence) {
        ([], Some(sentence)) => words_of(sentence),
        (words, _) => words.to_vec(),
    };
    let profile = match arguments.profile {
        ProfileChoice::Lost => Profile::Lost,
        ProfileChoice::Kept => Profile::Kept,
        ProfileChoice::Auto => match &arguments.sentence {
            Some(sentence) => correct::profile(&lexicon, sentence),
            None if words.iter().any(|word| word.to_lowercase().contains(['å', 'ä', 'ö'])) => Profile::Kept,
            None => Profile::Lost,
        },
    };
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let known = explain(&lexicon, &options, profile, &words, arguments.sentence.as_deref());
    if arguments.format == DictionaryFormat::Json {
        let profile = if profile == Profile::Lost { "lost" } else { "kept" };
        let report = serde_json::json!({"profile": profile, "lexicon_sha256": lexicon.sha256(), "words": known});
        let json = serde_json::to_string_pretty(&report).map_err(|error| Error::Engine(error.to_string()))?;
        return print(&(json + "\n"));
    }
    let mut report = String::from(match profile {
        Profile::Lost => "In a text that has lost its å ä ö:\n",
        Profile::Kept => "In a text that has its å ä ö:\n",
    });
    for word in &known {
        report.push('\n');
        describe(&mut report, word, arguments.sentence.is_some());
    }
    print(&report)
}

fn describe(report: &mut String, word: &Explanation, has_sentence: bool) {
    let ways: Vec<String> = word.accepted.iter().map(way).collect();
    let ways = if ways.is_empty() { "in no list, and no compound of known parts".to_owned() } else { ways.join("; ") };
    let _ = writeln!(report, "{}: {ways}", word.word);
    match &word.candidates[..] {
        [] => {}
        [_] => report.push_str("  nothing else is looked for\n"),
        candidates => table(report, candidates),
    }
    for place in &word.in_sentence {
        let how = match (place.certainty, place.becomes == word.word) {
            (Some(certainty), stays) => {
                let stays = if stays { "stays; another is " } else { "" };
                let reason = place.reason.map(|reason| format!(", {}", name(&reason))).unwrap_or_default();
                format!("{stays}{}{reason}", name(&certainty))
            }
            (None, true) => "stays".to_owned(),
            (None, false) => "changed".to_owned(),
        };
        let _ = writeln!(report, "  in the sentence: {} ({how})", place.becomes);
        if place.readings.len() > 1 {
            table(report, &place.readings);
        }
    }
    if has_sentence && word.in_sentence.is_empty() {
        report.push_str("  is not in the sentence\n");
    }
}

fn table(report: &mut String, readings: &[Reading]) {
    let width = readings.iter().map(|reading| reading.text.chars().count()).max().unwrap_or(0);
    for reading in readings {
        let _ = writeln!(
            report,
            "    {:width$}  probability {:.4}  channel cost {:.2}  {}{}",
            reading.text,
            reading.probability,
            reading.cost,
            name(&reading.source),
            if reading.per_billion > 0.0 { format!(", {}", per_billion(reading.per_billion)) } else { String::new() }
        );
    }
}

fn way(acceptance: &Acceptance) -> String {
    match acceptance {
        Acceptance::UserDictionary => "in your dictionary".to_owned(),
        Acceptance::Never => "never changed, never written".to_owned(),
        // What was never counted stands in a list of inflections.
        Acceptance::Word { per_billion: count } if *count <= 1.0 => "a word of the lists, not counted".to_owned(),
        Acceptance::Word { per_billion: count } => format!("a word of the lists, {}", per_billion(*count)),
        Acceptance::Term { per_billion: count } => format!("a term of minutes, about {}", per_billion(*count)),
        Acceptance::PeriodSpelling { per_billion: count } => {
            format!("a period spelling, about {}; not modernised", per_billion(*count))
        }
        Acceptance::GivenName { per_ten_million } => format!("a given name, {per_ten_million} in ten million"),
        Acceptance::Surname { per_ten_million } => format!("a surname, {per_ten_million} in ten million"),
        Acceptance::Place => "a place or another proper noun".to_owned(),
        Acceptance::Compound { parts, per_billion: count } => {
            format!("a compound, {}, about {}", parts.join("|"), per_billion(*count))
        }
        Acceptance::NameParts => "a name made of parts of names".to_owned(),
        Acceptance::Foreign { per_billion: count } => {
            format!("a word of another language, {} there", per_billion(*count))
        }
        Acceptance::NoWord => "no word: a number, mark or letter is left alone".to_owned(),
    }
}

fn per_billion(count: f64) -> String {
    format!("{count} in a billion")
}

/// The name that JSON gives to a kind, with blanks.
fn name(kind: &impl serde::Serialize) -> String {
    let name = serde_json::to_value(kind).ok().and_then(|name| name.as_str().map(str::to_owned));
    name.unwrap_or_default().replace('_', " ")
}
