//! One pass over a whole text: candidates, sentences, and what the document teaches.

use super::candidate::{Candidate, Case, Query, Source};
use super::candidates;
use super::channel::Profile;
use super::grammar;
use super::language::{self, Place};
use super::lattice::{self, Arc};
use super::lexicon::{Lexicon, Neighbour};
use super::options::Options;
use super::period;
use super::profile::profile;
use super::signs;
use super::state::{COMMON, Found, Pass, has_ring};
use super::tokens::{Kind, Start, Token, sentences, tokens};
use super::weights::Weights;
use crate::text::{Edit, Span, has_dots, without_marks};
use std::rc::Rc;

/// How many candidates of a word are weighed with its neighbours.
const MAX_CANDIDATES: usize = 6;
/// Candidates this many times (log10) less likely than the best are not weighed.
const WINDOW: f64 = 6.0;
/// The share of a text's words that are spelt as elsewhere in it because it is the same text.
const DOCUMENT: f64 = 0.1;

/// An engine this sure of a word leaves no letter of it to guess.
const SURE: f32 = 0.985;

/// The edits that one pass makes. The profile is the text's own where none is given.
pub fn pass(
    lexicon: &Lexicon,
    options: &Options,
    text: &str,
    of_text: Option<Profile>,
    confidence: &dyn Fn(Span) -> Option<f32>,
) -> Vec<Edit> {
    let mut pass = Pass::new(lexicon, options, text, of_text.unwrap_or_else(|| profile(lexicon, text)));
    let mut tokens = tokens(text);
    for token in &mut tokens {
        token.confidence = confidence(token.second.map_or(token.span, |s| token.span.cover(s)));
    }
    let recognised = pass.profile == Profile::Lost || tokens.iter().any(|token| token.confidence.is_some());
    let mut edits = signs::edits(lexicon, pass.profile, recognised, text);
    if let Some(user) = lexicon.user() {
        edits.retain(|edit| !user.bars(edit.span.of(text), &edit.replacement));
    }
    let (found, weighed) = pass.weighed(&tokens);
    for ((token, found), p) in tokens.iter().zip(&found).zip(weighed.iter()) {
        pass.decide(token, found, p, &mut edits);
    }
    edits
}

/// A word of a text with all that it may have been, and how likely each is with its neighbours weighed.
pub struct Weighed {
    pub span: Span,
    pub second: Option<Span>,
    pub read: String,
    pub readings: Vec<(String, Candidate, f64)>,
}

/// A word whose readings differ by dots alone, with what its sentence says of it, for those who learn what that is worth.
pub struct Undecided {
    /// Which token of the text it is.
    pub token: usize,
    /// Spellings in small letters, and how likely they are by their neighbours.
    pub readings: Vec<(String, f64)>,
    pub evidence: Vec<String>,
}

/// The undecided words of a text that lost its dots.
pub fn undecided(lexicon: &Lexicon, options: &Options, text: &str) -> Vec<Undecided> {
    let mut pass = Pass::new(lexicon, options, text, Profile::Lost);
    let tokens = tokens(text);
    let (found, p) = pass.by_neighbours(&tokens);
    let weights: Vec<&[f64]> = p.iter().collect();
    let mut out = Vec::new();
    grammar::each_undecided(lexicon, text, &tokens, &found, &weights, |token, variants, sentence, at| {
        let mut evidence = Vec::new();
        grammar::evidence(lexicon, sentence, at, |piece| evidence.push(piece.to_owned()));
        let readings = variants.iter().map(|i| (found[token][*i].in_small(), weights[token][*i])).collect();
        out.push(Undecided { token, readings, evidence });
    });
    out
}

/// What one pass weighs, for those who want to look into it.
pub fn weighed(lexicon: &Lexicon, options: &Options, text: &str, profile: Profile) -> Vec<Weighed> {
    let mut pass = Pass::new(lexicon, options, text, profile);
    let tokens = tokens(text);
    let (found, p) = pass.weighed(&tokens);
    let words = tokens.iter().zip(found.iter().zip(p.iter())).filter(|(token, _)| token.kind == Kind::Word);
    words
        .map(|(token, (found, p))| {
            let read = token.read(text);
            let readings = pass.ranked(&read, found, p).into_iter().map(|(s, p, c)| (s, c.clone(), p)).collect();
            Weighed { span: token.span, second: token.second, read, readings }
        })
        .collect()
}

impl<'a> Pass<'a> {
    /// What each token may have been, and the probability of each.
    fn weighed(&mut self, tokens: &[Token]) -> (Vec<Found>, Weights) {
        let (found, mut weights) = self.by_neighbours(tokens);
        self.hear_grammar(tokens, &found, &mut weights);
        (found, weights)
    }

    /// The same before grammar is heard.
    fn by_neighbours(&mut self, tokens: &[Token]) -> (Vec<Found>, Weights) {
        let mut found: Vec<Found> = tokens.iter().map(|token| self.candidates(token)).collect();
        if found.iter().all(|f| f.len() < 2) {
            let mut certain = Weights::default();
            found.iter().for_each(|f| certain.push_certain(f.len()));
            return (found, certain);
        }
        let first = self.weigh(tokens, &found);
        self.taught = self.teach(tokens, &found, &first);
        let mut own = Vec::new();
        if self.profile == Profile::Lost || tokens.iter().any(|token| token.confidence.is_some()) {
            own = self.own_confusions(tokens, &found, &first);
        } else {
            // What nobody recognised has no habits of an engine.
            self.taught.rings = 0.0;
        }
        drop(first);
        if self.taught.rings > 0.0 || self.taught.old || !own.is_empty() {
            for (read, printed, cost) in own {
                self.channel.to_mut().add(&read.to_string(), &printed.to_string(), cost);
            }
            self.found.clear();
            found = tokens.iter().map(|token| self.candidates(token)).collect();
        }
        self.ask_document(tokens, &mut found);
        let second = self.weigh(tokens, &found);
        (found, second)
    }

    /// Weighs words that differ by dots alone once more, with all that their sentences say.
    fn hear_grammar(&self, tokens: &[Token], found: &[Found], weights: &mut Weights) {
        let mut changed: Vec<(usize, Vec<usize>, Vec<f64>)> = Vec::new();
        let of_token: Vec<&[f64]> = weights.iter().collect();
        grammar::each_undecided(self.lexicon, self.text, tokens, found, &of_token, |token, variants, sentence, at| {
            let weighed = grammar::weighed(self.lexicon, &found[token], variants, of_token[token], sentence, at);
            if let Some(weighed) = weighed {
                changed.push((token, variants.to_vec(), weighed));
            }
        });
        for (token, variants, weighed) in changed {
            let of_token = weights.of_mut(token);
            variants.into_iter().zip(weighed).for_each(|(i, p)| of_token[i] = p);
        }
    }

    fn candidates(&mut self, token: &Token) -> Found {
        if token.kind != Kind::Word {
            return Rc::default();
        }
        let read = token.read(self.text);
        let mark = token.second.map(|_| token.span.of(self.text).chars().count());
        let part = is_part(self.text, token);
        // Where an engine was sure, and where nobody recognised anything, letters are not guessed.
        let doubtful = self.profile == Profile::Lost
            || token.confidence.is_some_and(|c| c < SURE)
            || candidates::has_strange_letter(&read);
        let key = (read, mark.unwrap_or(0), part, doubtful);
        if let Some(found) = self.found.get(&key) {
            return found.clone();
        }
        let mut found = self.look_up(&key.0, mark, part, doubtful);
        for candidate in &mut found {
            candidate.neighbour = self.lexicon.sequences().neighbour(&candidate.codes);
        }
        let found = Rc::new(found);
        self.found.insert(key, found.clone());
        found
    }

    fn look_up(&self, read: &str, mark: Option<usize>, part: bool, doubtful: bool) -> Vec<Candidate> {
        let mut as_read = candidates::as_read(self.lexicon, read, mark);
        if self.taught.old && as_read.source == Source::Period {
            as_read.word *= candidates::OLD_SPELLING / candidates::PERIOD;
        }
        if self.lexicon.user().is_some_and(|user| user.keeps(read)) {
            return vec![as_read];
        }
        let chars: Vec<char> = read.chars().collect();
        let n = chars.len();
        let case = Case::of(read);
        let listed = as_read.source != Source::Unknown;
        let acronym = case == Case::Upper && (n < 3 || (n <= 4 && (listed || self.profile == Profile::Kept)));
        // `FORMAT1`, `blake2`: a number behind a word is one, where digits have not taken the place of letters.
        let numbered = self.profile == Profile::Kept && chars.last().is_some_and(char::is_ascii_digit);
        let short = self.profile == Profile::Kept && !doubtful && n < 4;
        if !(2..=50).contains(&n)
            || short
            || acronym
            || numbered
            || (self.profile == Profile::Kept
                && ((listed && !(self.taught.rings > 0.0 && has_ring(read)))
                    || (candidates::has_inner_capital(read) && !doubtful)))
        {
            let mut all = vec![as_read];
            if !listed {
                let query = Query { budget: self.channel.other, ..Query::new(&chars, case, mark) };
                all.extend(candidates::of_user(self.lexicon, &self.channel, query));
            }
            return all;
        }
        let lost = self.profile == Profile::Lost;
        let budget = if lost || doubtful { (2.0 + 0.35 * n as f32).clamp(4.5, 7.0) } else { 4.5 };
        let mut query = Query { budget, names: case != Case::Lower, part, ..Query::new(&chars, case, mark) };
        let mut all = candidates::candidates(self.lexicon, &self.channel, query);
        // A compound is looked for where no list explains the letters at the usual price of lost dots.
        let usual = 0.3 * chars.iter().filter(|c| "aoAO".contains(**c)).count() as f32 + 0.4;
        if n >= 6 && !all.iter().any(|c| c.source == Source::Listed && c.cost <= usual && c.word > 0.0) {
            query.compounds = true;
            query.free = lost && case == Case::Lower;
            all = candidates::candidates(self.lexicon, &self.channel, query);
        }
        let odd = chars.iter().any(|c| !c.is_alphabetic());
        let has_accent = lost && chars.contains(&'é');
        let is_explained = all.iter().any(|c| c.codes != as_read.codes && (!has_accent || c.source == Source::Listed));
        if n >= 6 && !is_explained && !listed && (doubtful || odd) {
            let any = Query {
                any_letter: true,
                compounds: false,
                names: false,
                budget: self.channel.other + if lost { 2.0 } else { 3.0 },
                ..query
            };
            let mut others = candidates::candidates(self.lexicon, &self.channel, any);
            // A name is not repaired towards a commoner one.
            others.retain(|c| odd || case != Case::Title || c.word > COMMON.max(c.given_name + c.surname + c.place));
            others.retain(|c| c.codes != as_read.codes && !all.iter().any(|other| other.codes == c.codes));
            all.extend(others);
        }
        if case == Case::Upper && n <= 4 {
            // Most short words in capitals are acronyms; only a very common word is none.
            all.retain(|c| c.source == Source::User || c.word > 20.0 * COMMON);
        }
        all.extend(candidates::odd_letters_replaced(self.lexicon, &self.channel, &query));
        if self.taught.old {
            all.extend(candidates::of_old_spelling(self.lexicon, &self.channel, query));
            // What an old text spells otherwise than today is no misreading.
            let skeleton = period::skeleton(read);
            let is_whole = chars.iter().all(|c| c.is_ascii_alphabetic() || has_dots(*c));
            all.retain(|c| {
                let spelt = c.surface(false);
                c.source == Source::Period
                    || !is_whole
                    || without_marks(&spelt).eq_ignore_ascii_case(&without_marks(read))
                    || period::skeleton(&spelt) != skeleton
            });
        }
        let upper = case == Case::Upper;
        if let Some(user) = self.lexicon.user() {
            all.retain(|c| !user.is_never(&c.surface(upper)));
        }
        // The word as read is among them if it can be made of parts, of names' parts too. The same letters in other
        // capitals (`LibreOffice`, `iPhone`) are no repair of it.
        let (same, others): (Vec<Candidate>, Vec<Candidate>) = all.into_iter().partition(|c| c.codes == as_read.codes);
        all = others;
        let commonest = same.into_iter().max_by(|a, b| a.commonness().total_cmp(&b.commonness()));
        if let Some(same) = commonest.filter(|same| as_read.commonness() < same.commonness()) {
            let cost = if same.surface(upper) == read { 0.0 } else { same.cost };
            as_read = Candidate { cost, is_read: true, capital: as_read.capital, ..same };
        }
        let score = |c: &Candidate| (c.commonness() + c.unlisted()).max(1e-14).log10() - c.cost as f64;
        all.sort_by(|a, b| score(b).total_cmp(&score(a)).then_with(|| a.codes.cmp(&b.codes)));
        let best = all.first().map_or(0.0, score);
        all.retain(|c| score(c) > best - WINDOW);
        all.truncate(MAX_CANDIDATES - 1);
        all.insert(0, as_read);
        let plain = candidates::without_dots(&chars.iter().flat_map(|c| c.to_lowercase()).collect::<String>());
        all.iter_mut().for_each(|c| {
            let same_case = c.capital == (case != Case::Lower);
            c.dots_only = c.is_read || (same_case && plain.as_ref() == Some(&c.without_dots()));
        });
        all
    }

    /// The probability of each candidate of each token.
    fn weigh(&self, tokens: &[Token], found: &[Found]) -> Weights {
        let sequences = self.lexicon.sequences();
        let [border, end, number] = [&b"<s>"[..], b"</s>", b"<num>"].map(|word| sequences.neighbour(word));
        let mut out = Weights::default();
        for sentence in sentences(tokens) {
            let (of_sentence, to) = (&found[sentence.clone()], sentence.end);
            if of_sentence.iter().all(|f| f.len() < 2) {
                of_sentence.iter().for_each(|f| out.push_certain(f.len()));
                continue;
            }
            let arcs: Vec<Vec<Arc>> = sentence
                .map(|i| match tokens[i].kind {
                    Kind::Number => vec![Arc::fixed(number)],
                    Kind::Other => vec![Arc::fixed(Neighbour::default())],
                    Kind::Word => self.arcs(&tokens[i], tokens.get(i + 1), &found[i]),
                })
                .collect();
            let closed = tokens.get(to).is_none_or(|t| t.starts == Start::Sentence);
            let mut p = lattice::posteriors(sequences, &arcs, border, closed.then_some(end));
            for (p, f) in p.iter_mut().zip(of_sentence) {
                p.resize(f.len(), 0.0);
                out.push(p);
            }
        }
        out
    }

    fn arcs(&self, token: &Token, next: Option<&Token>, found: &[Candidate]) -> Vec<Arc> {
        let taught = &self.taught;
        let read = token.read(self.text);
        let next = next.filter(|next| !next.breaks && next.kind == Kind::Word).map(|next| next.span.of(self.text));
        let before_capital = next.is_some_and(|next| next.starts_with(char::is_uppercase));
        let place = Place { starts: token.starts, case: Case::of(&read), before_capital };
        // A word that the engine was sure of needs stronger evidence to be another.
        // In a text that nobody says was misread, so does every word.
        let unasked = match (self.profile, place.case) {
            (Profile::Lost, _) => 0.0,
            // A name that lacks its dots where all other words have theirs is spelt so.
            (Profile::Kept, Case::Title) => 8.0,
            (Profile::Kept, _) => 1.5,
        };
        let sure = token.confidence.map_or(unasked, |c| 3.0 * (c as f64 - 0.6).max(0.0));
        found
            .iter()
            .map(|c| {
                // Only what was read otherwise is evidence; the same letters lost the same dots.
                let elsewhere = taught.elsewhere(&read, &c.codes);
                // Common words are common everywhere; names and terms belong to their document.
                let document = if c.word < COMMON { DOCUMENT * elsewhere / taught.total.max(1.0) } else { 0.0 };
                let own = language::own(c, place, document);
                let misread = match c.dots_only {
                    true => -taught.rings,
                    // Where hardly a letter is misread, none is in a way that no engine was seen to.
                    false if c.cost >= self.channel.other => 2.0 * taught.clean,
                    false => taught.clean,
                };
                let cost = c.cost as f64 + if c.is_read { 0.0 } else { sure + misread };
                Arc {
                    word: c.neighbour,
                    channel: 10f64.powf(-cost),
                    own,
                    is_given_name: c.given_name > 1e-5 && c.capital,
                    is_strange: c.is_read && !c.capital && (c.word == 0.0 || c.source == Source::Foreign),
                }
            })
            .collect()
    }
}

/// Whether a token is the first part of a compound, left standing with its hyphen (`hjärt-` / `och lungsjuka`).
fn is_part(text: &str, token: &Token) -> bool {
    let rest = &text[token.span.end..];
    token.second.is_none() && rest.starts_with('-') && rest[1..].chars().next().is_none_or(char::is_whitespace)
}
