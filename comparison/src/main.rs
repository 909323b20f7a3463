//! Holds correctors against each other on the same texts in one run:
//!
//! ```text
//! cargo run --release --package comparison                               # texts of fixtures/
//! scripts/get_prose.py prose && cargo run --release --package comparison -- --prose prose
//! cargo run --release --package comparison -- --pair READ.txt GOLD.txt --reliability
//! ```
//!
//! A pair is a text as someone recognised it and the same as it is printed, line for line. Prose is stripped of its
//! å ä ö é here, to be restored, and is also given as it is, to be left alone. `--reliability` tells how often edits
//! of a score are right, and what other thresholds would repair and harm; `--confusions` which of the commonest words
//! that differ by dots alone are taken for each other in the stripped prose.

mod prose;
mod reliability;

use clap::Parser;
use comparison::{Hunspell, Unigrams, correct_words, strip, symspell_word};
use paragraf::correct::{Lexicon, Options, correct_text};
use paragraf::eval::{CorrectionScores, score_correction};
use paragraf::text;
use prose::{Confusions, ProseScores, percent, sample};
use std::error::Error;
use std::path::{Path, PathBuf};

#[derive(Parser)]
#[command(about = "Holds correctors against each other on the same texts")]
struct Arguments {
    /// A text as read and as printed, line for line; may be given several times [default: that of fixtures/]
    #[arg(long, num_args = 2, value_names = ["READ", "GOLD"])]
    pair: Vec<PathBuf>,
    /// Folder of Swedish prose, *.txt [default: what is printed in fixtures/]
    #[arg(long, value_name = "FOLDER")]
    prose: Option<PathBuf>,
    /// Hunspell's dictionary without .aff and .dic (Debian: hunspell-sv); left out where it is missing
    #[arg(long, value_name = "PATH", default_value = "/usr/share/hunspell/sv_SE")]
    hunspell: PathBuf,
    /// Prose that Hunspell gets, in words: a few suggestions a second are all that it gives
    #[arg(long, value_name = "N", default_value_t = 2000)]
    hunspell_words: usize,
    /// Corrections less probable than this are not applied
    #[arg(long, default_value_t = Options::default().confidence)]
    confidence: f32,
    /// Tells how often edits of a score are right, and what other thresholds would do
    #[arg(long)]
    reliability: bool,
    /// Of so many of the commonest spellings that stand for several words in the stripped prose: what paragraf makes of
    /// each
    #[arg(long, value_name = "N", default_value_t = 0)]
    confusions: usize,
    /// Lists so many words that paragraf harmed, miscorrected or left wrong
    #[arg(long, value_name = "N", default_value_t = 0)]
    show: usize,
}

/// A corrector, and how much prose it gets.
struct Corrector<'a> {
    name: &'static str,
    most_words: Option<usize>,
    correct: Box<dyn FnMut(&str) -> String + 'a>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments = Arguments::parse();
    let read = |path: &Path| std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
    let fixtures = comparison::root().join("fixtures");
    let pairs: Vec<(String, String)> = if arguments.pair.is_empty() && arguments.prose.is_none() {
        vec![(read(&fixtures.join("scans/folkhalsorad.txt"))?, read(&fixtures.join("gold/folkhalsorad/truth.txt"))?)]
    } else {
        arguments
            .pair
            .chunks_exact(2)
            .map(|pair| Ok((read(&pair[0])?, read(&pair[1])?)))
            .collect::<Result<_, String>>()?
    };
    let prose = match &arguments.prose {
        Some(folder) => files(folder, |path| path.extension().is_some_and(|ending| ending == "txt"))?,
        None if arguments.pair.is_empty() => files(&fixtures.join("gold"), |path| path.ends_with("truth.txt"))?,
        None => Vec::new(),
    };
    let prose: Vec<String> = prose.iter().map(|path| read(path)).collect::<Result<_, _>>()?;

    let lexicon = Lexicon::builtin();
    let options = Options { confidence: arguments.confidence };
    let frequencies = comparison::frequencies()?;
    let unigrams = Unigrams::new(&frequencies);
    let symspell = comparison::symspell(&frequencies)?;
    let mut correctors = vec![
        Corrector { name: "as read", most_words: None, correct: Box::new(str::to_owned) },
        Corrector {
            name: "most frequent word with these letters",
            most_words: None,
            correct: Box::new(|text| correct_words(text, |word| unigrams.word(word))),
        },
        Corrector {
            name: "SymSpell, distance 2",
            most_words: None,
            correct: Box::new(|text| correct_words(text, |word| symspell_word(&symspell, word))),
        },
    ];
    match Hunspell::open(&arguments.hunspell) {
        Ok(mut hunspell) => correctors.push(Corrector {
            name: "Hunspell, first suggestion",
            most_words: Some(arguments.hunspell_words),
            correct: Box::new(move |text| correct_words(text, |word| hunspell.word(word))),
        }),
        Err(error) => eprintln!("Hunspell is left out: {error}"),
    }
    correctors.push(Corrector {
        name: "paragraf correct",
        most_words: None,
        correct: Box::new(|text| text::apply(text, &correct_text(&lexicon, &options, text)).0),
    });

    if !pairs.is_empty() {
        println!("{} texts as read, against what is printed\n", pairs.len());
        println!("| corrector | words | wrong before | repaired | right words harmed | wrong words made others |");
        println!("|---|---|---|---|---|---|");
        for corrector in &mut correctors {
            let mut sum = CorrectionScores::default();
            for (read, gold) in &pairs {
                sum.add(&score_correction(gold, read, &(corrector.correct)(read), true));
            }
            let (repaired, harmed) = (sum.repaired_percent(), sum.spoiled);
            println!(
                "| {} | {} | {} | {} ({repaired:.1} %) | {harmed} | {} ({:.1} % of {} changed) |",
                corrector.name,
                sum.words,
                sum.wrong_before,
                sum.repaired,
                sum.miscorrected,
                sum.miscorrected_percent(),
                sum.changed
            );
        }
        println!();
    }
    if !prose.is_empty() {
        println!("{} texts of prose, stripped of å ä ö é and as they are\n", prose.len());
        println!(
            "| corrector | words | right of all | with å ä ö é | right of these | made others | others harmed | changed of \
             the unstripped |"
        );
        println!("|---|---|---|---|---|---|---|---|");
        for corrector in &mut correctors {
            let mut sum = ProseScores::default();
            for text in &prose {
                let text = sample(text, corrector.most_words.map(|n| n / prose.len()));
                sum.add_stripped(&text, &(corrector.correct)(&strip(&text)));
                sum.add_unstripped(&text, &(corrector.correct)(&text));
            }
            println!(
                "| {} | {} | {:.2} % | {} | {:.2} % | {} | {} | {} ({:.3} %) |",
                corrector.name,
                sum.words,
                percent(sum.right, sum.words),
                sum.dotted,
                percent(sum.right_dotted, sum.dotted),
                sum.miscorrected,
                sum.harmed,
                sum.changed,
                percent(sum.changed, sum.words)
            );
        }
        println!();
    }
    if arguments.confusions > 0 && !prose.is_empty() {
        let mut confusions = Confusions::default();
        for text in &prose {
            let stripped = strip(text);
            confusions.add(text, &text::apply(&stripped, &correct_text(&lexicon, &options, &stripped)).0);
        }
        println!("{}", confusions.table(arguments.confusions));
    }
    let mut texts = pairs;
    texts.extend(prose.into_iter().map(|text| (strip(&text), text)));
    if arguments.show > 0 {
        show(&lexicon, &options, &texts, arguments.show);
    }
    if arguments.reliability {
        reliability::print(&lexicon, &options, &texts);
    }
    Ok(())
}

/// Words that came out wrong: printed, read, corrected.
fn show(lexicon: &Lexicon, options: &Options, texts: &[(String, String)], n_words: usize) {
    let mut sum = CorrectionScores::default();
    for (read, gold) in texts {
        let corrected = text::apply(read, &correct_text(lexicon, options, read)).0;
        sum.add(&score_correction(gold, read, &corrected, true));
    }
    println!("harmed (printed, now):");
    sum.spoiled_words.iter().take(n_words).for_each(|(gold, now)| println!("  {gold}  {now}"));
    println!("made another wrong word (printed, read, now):");
    sum.miscorrected_words.iter().take(n_words).for_each(|(gold, read, now)| println!("  {gold}  {read}  {now}"));
    println!("left wrong (printed, read, now):");
    sum.wrong_words.iter().take(n_words).for_each(|(gold, read, now)| println!("  {gold}  {read}  {now}"));
    println!();
}

fn files(folder: &Path, wanted: impl Fn(&Path) -> bool + Copy) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path, wanted)?);
        } else if wanted(&path) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
