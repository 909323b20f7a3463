//! What becomes of a word: whether one of its readings is sure enough to be put, suggested or left.

use super::candidate::{Candidate, Case, Source};
use super::channel::Profile;
use super::state::{COMMON, ONLY_DOTS, Pass};
use super::tokens::Token;
use crate::text::{Alternative, CERTAIN, Certainty, Edit, Reason, Span, has_dots, without_marks};

/// From which score an edit of an old text is certain, and a name made of parts of names applied.
const OLD_CERTAIN: f32 = 0.998;
const MADE_UP: f32 = 0.9;

impl Pass<'_> {
    /// The spellings that a token's candidates come down to, the likeliest first.
    pub fn ranked<'c>(&self, read: &str, found: &'c [Candidate], p: &[f64]) -> Vec<(String, f64, &'c Candidate)> {
        let upper = Case::of(read) == Case::Upper;
        let mut ranked: Vec<(String, f64, &Candidate)> = Vec::new();
        for (candidate, p) in found.iter().zip(p) {
            let surface = if candidate.is_read { read.to_owned() } else { candidate.surface(upper) };
            match ranked.iter_mut().find(|(s, ..)| *s == surface) {
                Some((_, sum, _)) => *sum += p,
                None => ranked.push((surface, *p, candidate)),
            }
        }
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        ranked
    }

    /// The edits of one token.
    pub fn decide(&self, token: &Token, found: &[Candidate], p: &[f64], edits: &mut Vec<Edit>) {
        if found.len() < 2 {
            return;
        }
        let read = token.read(self.text);
        let ranked = self.ranked(&read, found, p);
        let Some((best, p, candidate)) = ranked.iter().find(|(s, ..)| *s != read) else { return };
        // Of a name that no list holds the dots are put that most of its readings have.
        let is_name_of_parts = candidate.source == Source::NameParts && candidate.dots_only && candidate.word == 0.0;
        let agreed = if is_name_of_parts && *p < MADE_UP as f64 { agreed(&read, best, &ranked) } else { None };
        let is_agreed = agreed.is_some();
        let (surface, score) = agreed.unwrap_or_else(|| (best.clone(), *p as f32));
        let surface = &surface;
        let as_read = ranked.iter().filter(|(s, ..)| *s == read).map(|(_, p, _)| *p as f32).sum::<f32>();
        let sure = self.options.confidence;
        // A spelling that no list and no compound explains is mostly wrong: then less evidence is enough.
        let known = found.iter().any(|c| c.is_read && c.source != Source::Unknown);
        // But names are many, and no list has all: one that nothing else in the text spells otherwise may be rare.
        let is_name = candidate.word < COMMON && Case::of(&read) == Case::Title && self.profile == Profile::Kept;
        let spelt_elsewhere = self.taught.elsewhere(&read, &candidate.codes) >= 1.0;
        let is_other_compound = known && candidate.source == Source::Compound && self.taught.clean <= ONLY_DOTS;
        let enough = match known {
            _ if is_name && !spelt_elsewhere => 1.0 - 0.2 * (1.0 - sure),
            // Of two compounds that no list holds either may be printed.
            true if is_other_compound => 1.0 - 0.1 * (1.0 - sure),
            true => sure,
            false => 1.0 - (3.5 * (1.0 - sure)).min(0.5),
        };
        // The engine does not dot letters of its own accord: a name that is read with dots has them, unless it is read
        // without them elsewhere.
        let may_be_name = candidate.word < COMMON && matches!(Case::of(&read), Case::Title | Case::Upper);
        let other_dots = self.profile == Profile::Kept && candidate.dots_only;
        let (dots_read, dots) = (n_dotted(&read), n_dotted(surface));
        if may_be_name && other_dots && dots_read > dots && !self.taught.is_read_as(surface) {
            return;
        }
        // Nor does it lose or change them inside a word, unless it takes å and ä for each other here: what no list holds
        // is not a listed name with other dots, nor a compound without its own.
        let no_rings = self.taught.rings == 0.0;
        let is_another_name = may_be_name
            && candidate.word == 0.0
            && (dots_read < dots || no_rings)
            && read.chars().next() == surface.chars().next();
        let is_another_compound = candidate.source == Source::Compound && dots_read > dots && no_rings;
        let is_another = other_dots && !known && !spelt_elsewhere && (is_another_name || is_another_compound);
        // What is surely misread is not spoiled by the likelier of two repairs; and in a text that lost its dots a
        // word is not right because it was read so.
        let doubted = (1.0 - sure)
            * match self.profile {
                Profile::Kept => 0.2,
                Profile::Lost if self.taught.clean > ONLY_DOTS && candidate.source == Source::Listed => 4.0,
                Profile::Lost => 1.5,
            };
        // No list holds all that old texts spell: of these only dots are certain, and only of words that lists hold.
        let is_listed = matches!(candidate.source, Source::Listed | Source::User);
        let is_sure = !self.taught.old || (candidate.dots_only && is_listed);
        let is_made_up = is_name_of_parts && !is_agreed && score < MADE_UP;
        let stated = if self.profile == Profile::Lost { as_stated(score) } else { score };
        let certainty = if (is_another || is_made_up) && score >= 0.2 {
            Certainty::Suggested
        } else if is_agreed {
            Certainty::Likely
        } else if stated >= CERTAIN && score >= if self.taught.old { OLD_CERTAIN } else { enough } && is_sure {
            Certainty::Certain
        } else if score >= enough || (score >= 0.5 && as_read <= doubted && !is_other_compound) {
            Certainty::Likely
        } else if score >= 0.2 {
            Certainty::Suggested
        } else {
            return;
        };
        let reason = match candidate.source {
            Source::User => Reason::UserDictionary,
            _ if without_marks(surface) == without_marks(&read) => Reason::Diacritics,
            Source::Compound => Reason::Compound,
            _ => Reason::Confusion,
        };
        let alternatives: Vec<Alternative> = ranked
            .iter()
            .filter(|(s, p, _)| s != surface && *p >= 0.01)
            .map(|(s, p, _)| Alternative { text: s.clone(), score: *p as f32 })
            .collect();
        let mut push = |span: Span, replacement: String| {
            if span.of(self.text) != replacement && !replacement.is_empty() {
                edits.push(Edit {
                    span,
                    replacement,
                    reason,
                    certainty,
                    score: stated,
                    alternatives: alternatives.clone(),
                });
            }
        };
        match (token.second, candidate.mark) {
            (None, _) => push(token.span, surface.clone()),
            (Some(second), Some(mark)) => {
                let chars: Vec<char> = surface.chars().collect();
                if 0 < mark && mark < chars.len() {
                    let halves = [(token.span, &chars[..mark]), (second, &chars[mark..])];
                    let halves = halves.map(|(span, half)| (span, half.iter().collect::<String>()));
                    // What the user wants no hands on may be half of a word.
                    let bars = |(span, half): &(Span, String)| {
                        self.lexicon.user().is_some_and(|user| user.bars(span.of(self.text), half))
                    };
                    if !halves.iter().any(bars) {
                        halves.into_iter().for_each(|(span, half)| push(span, half));
                    }
                }
            }
            (Some(_), None) => {}
        }
    }
}

/// How sure a reading of a text that lost its dots is, as measured: what no list and no count has seen makes its neighbours
/// believe in themselves more than is right.
fn as_stated(score: f32) -> f32 {
    let doubt = 1.0 - score;
    1.0 - doubt.max(0.82 * doubt.powf(0.74)).min(1.0)
}

/// A name with the dots that nearly all of its readings have, where they agree on some and not on all.
fn agreed(read: &str, best: &str, ranked: &[(String, f64, &Candidate)]) -> Option<(String, f32)> {
    let read: Vec<char> = read.chars().collect();
    let readings: Vec<(Vec<char>, f64)> = ranked
        .iter()
        .map(|(s, p, _)| (s.chars().collect(), *p))
        .filter(|(s, _): &(Vec<char>, f64)| s.len() == read.len())
        .collect();
    let mut least = 1.0f64;
    let mut out = String::with_capacity(best.len());
    for (at, (c, own)) in best.chars().zip(&read).enumerate() {
        let p: f64 = readings.iter().filter(|(s, _)| s[at] == c).map(|(_, p)| p).sum();
        let is_put = c != *own && p >= MADE_UP as f64;
        least = if is_put { least.min(p) } else { least };
        out.push(if is_put { c } else { *own });
    }
    let read: String = read.into_iter().collect();
    (out != read && best.chars().count() == read.chars().count()).then_some((out, least as f32))
}

fn n_dotted(word: &str) -> usize {
    word.chars().filter(|c| has_dots(*c)).count()
}
