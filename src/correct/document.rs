//! One pass over a whole text: profile, candidates, sentences, and what the document teaches.

use super::candidates::{self, Candidate, Case, Query, Source};
use super::channel::{Channel, Profile};
use super::language::{self, Place};
use super::lattice::{self, Arc};
use super::lexicon::{Lexicon, hash};
use super::tokens::{Kind, Start, Token, tokens};
use super::{Options, signs};
use crate::text::{Alternative, Certainty, Edit, Reason, Span};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

/// Whether a text has lost its å ä ö. Swedish has one in 22 letters.
pub fn profile(lexicon: &Lexicon, text: &str) -> Profile {
    let (n_letters, n_dotted) = letters(text);
    if let Some(profile) = profile_of_letters(n_letters, n_dotted) {
        return profile;
    }
    // Too short to tell by letters: are there words that would be far more common with their dots?
    let channel = Channel::new(lexicon.confusions(), Profile::Lost);
    let (mut words, mut lost, mut foreign) = (0, 0, 0);
    for token in tokens(text).iter().filter(|t| t.kind == Kind::Word).take(MAX_PROBED) {
        let read = token.read(text);
        let as_read = candidates::as_read(lexicon, &read, None);
        words += 1;
        foreign += (as_read.source == Source::Foreign) as usize;
        if as_read.source == Source::Foreign || as_read.is_surely_name() {
            continue;
        }
        let chars: Vec<char> = read.chars().collect();
        let query = Query { budget: 1.5, compounds: true, ..query(&chars, Case::of(&read), None) };
        let likely = as_read.word.max(1e-12) * LOST_RATIO;
        lost += candidates::candidates(lexicon, &channel, query)
            .iter()
            .any(|c| c.codes != as_read.codes && c.word * 10f64.powf(-c.cost as f64) > likely) as usize;
    }
    if lost > foreign && lost * 20 >= words { Profile::Lost } else { Profile::Kept }
}

/// Letters of a text, and those of them that are å, ä or ö.
pub fn letters(text: &str) -> (usize, usize) {
    text.chars().fold((0, 0), |(letters, dotted), c| {
        let is_dotted = matches!(c, 'å' | 'ä' | 'ö' | 'Å' | 'Ä' | 'Ö');
        (letters + c.is_alphabetic() as usize, dotted + is_dotted as usize)
    })
}

/// What the number of its letters says of a text, where it says anything.
pub fn profile_of_letters(letters: usize, dotted: usize) -> Option<Profile> {
    if dotted * 250 > letters {
        return Some(Profile::Kept);
    }
    (dotted == 0 && letters >= 600).then_some(Profile::Lost)
}

/// How much more common (times) a word has to be with its dots than without to tell that they were lost.
const LOST_RATIO: f64 = 50.0;
/// Words that are looked at where letters do not tell.
const MAX_PROBED: usize = 400;

fn query(read: &[char], case: Case, mark: Option<usize>) -> Query<'_> {
    Query { read, case, mark, budget: 0.0, any_letter: false, compounds: false, names: false, part: false }
}

/// How many candidates of a word are weighed with its neighbours.
const MAX_CANDIDATES: usize = 6;
/// Candidates this many times (log10) less likely than the best are not weighed.
const WINDOW: f64 = 6.0;
/// The share of a text's words that are spelt as elsewhere in it because it is the same text.
const DOCUMENT: f64 = 0.1;

/// A word that is no term of a document: two in a million and more.
const COMMON: f64 = 2e-6;

type Found = Rc<Vec<Candidate>>;

struct Pass<'a> {
    lexicon: &'a Lexicon,
    options: &'a Options,
    text: &'a str,
    profile: Profile,
    channel: Channel,
    found: HashMap<(String, usize, bool, bool), Found>,
}

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
    for ((token, found), p) in tokens.iter().zip(&found).zip(&weighed) {
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

/// What one pass weighs, for those who want to look into it.
pub fn weighed(lexicon: &Lexicon, options: &Options, text: &str, profile: Profile) -> Vec<Weighed> {
    let mut pass = Pass::new(lexicon, options, text, profile);
    let tokens = tokens(text);
    let (found, p) = pass.weighed(&tokens);
    let words = tokens.iter().zip(found.iter().zip(&p)).filter(|(token, _)| token.kind == Kind::Word);
    words
        .map(|(token, (found, p))| {
            let read = token.read(text);
            let readings = pass.ranked(&read, found, p).into_iter().map(|(s, p, c)| (s, c.clone(), p)).collect();
            Weighed { span: token.span, second: token.second, read, readings }
        })
        .collect()
}

impl<'a> Pass<'a> {
    fn new(lexicon: &'a Lexicon, options: &'a Options, text: &'a str, profile: Profile) -> Self {
        let channel = Channel::new(lexicon.confusions(), profile);
        Pass { lexicon, options, text, profile, channel, found: HashMap::new() }
    }

    /// What each token may have been, and the probability of each.
    fn weighed(&mut self, tokens: &[Token]) -> (Vec<Found>, Vec<Vec<f64>>) {
        let found: Vec<Found> = tokens.iter().map(|token| self.candidates(token)).collect();
        if found.iter().all(|f| f.len() < 2) {
            let certain = found.iter().map(|f| vec![1.0; f.len()]).collect();
            return (found, certain);
        }
        let first = self.weigh(tokens, &found, &BTreeMap::new());
        let spelt = self.spellings(tokens, &found, &first);
        let second = self.weigh(tokens, &found, &spelt);
        (found, second)
    }

    fn candidates(&mut self, token: &Token) -> Found {
        if token.kind != Kind::Word {
            return Rc::default();
        }
        let read = token.read(self.text);
        let mark = token.second.map(|_| token.span.of(self.text).chars().count());
        let part = is_part(self.text, token);
        // Where an engine was sure, and where nobody recognised anything, letters are not guessed.
        let doubtful = self.profile == Profile::Lost || token.confidence.is_some_and(|c| c < 0.9);
        let key = (read, mark.unwrap_or(0), part, doubtful);
        if let Some(found) = self.found.get(&key) {
            return found.clone();
        }
        let found = Rc::new(self.look_up(&key.0, mark, part, doubtful));
        self.found.insert(key, found.clone());
        found
    }

    fn look_up(&self, read: &str, mark: Option<usize>, part: bool, doubtful: bool) -> Vec<Candidate> {
        let as_read = candidates::as_read(self.lexicon, read, mark);
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
            || (self.profile == Profile::Kept && (listed || (candidates::has_inner_capital(read) && !doubtful)))
        {
            let mut all = vec![as_read];
            if !listed {
                let query = Query { budget: self.channel.other, ..query(&chars, case, mark) };
                all.extend(candidates::of_user(self.lexicon, &self.channel, query));
            }
            return all;
        }
        let lost = self.profile == Profile::Lost;
        let budget = if lost || doubtful { (2.0 + 0.35 * n as f32).clamp(4.5, 7.0) } else { 4.5 };
        let mut query = Query { budget, names: case != Case::Lower, part, ..query(&chars, case, mark) };
        let mut all = candidates::candidates(self.lexicon, &self.channel, query);
        // A compound is looked for where no list explains the letters at the usual price of lost dots.
        let usual = 0.3 * chars.iter().filter(|c| "aoAO".contains(**c)).count() as f32 + 0.4;
        if n >= 6 && !all.iter().any(|c| c.source == Source::Listed && c.cost <= usual && c.word > 0.0) {
            query.compounds = true;
            all = candidates::candidates(self.lexicon, &self.channel, query);
        }
        let odd = chars.iter().any(|c| !c.is_alphabetic());
        if n >= 6 && all.iter().all(|c| c.codes == as_read.codes) && !listed && (doubtful || odd) {
            let any = Query {
                any_letter: true,
                compounds: false,
                names: false,
                budget: self.channel.other + if lost { 2.0 } else { 3.0 },
                ..query
            };
            all = candidates::candidates(self.lexicon, &self.channel, any);
            // A name is not repaired towards a commoner one.
            all.retain(|c| odd || case != Case::Title || c.word > COMMON.max(c.given_name + c.surname + c.place));
        }
        if case == Case::Upper && n <= 4 {
            // Most short words in capitals are acronyms; only a very common word is none.
            all.retain(|c| c.source == Source::User || c.word > 20.0 * COMMON);
        }
        all.extend(candidates::odd_letters_replaced(self.lexicon, &self.channel, &query));
        let upper = case == Case::Upper;
        if let Some(user) = self.lexicon.user() {
            all.retain(|c| !user.is_never(&c.surface(upper)));
        }
        // The word as read is among them if it can be made of parts, of names' parts too.
        let mut as_read = as_read;
        if let Some(i) = all.iter().position(|c| c.codes == as_read.codes && c.surface(upper) == read) {
            let same = all.remove(i);
            if as_read.commonness() < same.commonness() {
                as_read = Candidate { cost: 0.0, is_read: true, ..same };
            }
        }
        let score = |c: &Candidate| (c.commonness() + c.unlisted()).max(1e-14).log10() - c.cost as f64;
        all.sort_by(|a, b| score(b).total_cmp(&score(a)).then_with(|| a.codes.cmp(&b.codes)));
        let best = all.first().map_or(0.0, score);
        all.retain(|c| score(c) > best - WINDOW);
        all.truncate(MAX_CANDIDATES - 1);
        all.insert(0, as_read);
        all
    }

    /// The probability of each candidate of each token.
    fn weigh(&self, tokens: &[Token], found: &[Found], spelt: &BTreeMap<Vec<u8>, f64>) -> Vec<Vec<f64>> {
        let total: f64 = spelt.values().sum::<f64>().max(1.0);
        let (border, end, number) = (hash(b"<s>"), hash(b"</s>"), hash(b"<num>"));
        let mut out = Vec::with_capacity(tokens.len());
        let mut from = 0;
        while from < tokens.len() {
            let to = (from + 1..tokens.len()).find(|i| tokens[*i].breaks).unwrap_or(tokens.len());
            if found[from..to].iter().all(|f| f.len() < 2) {
                out.extend(found[from..to].iter().map(|f| vec![1.0; f.len()]));
                from = to;
                continue;
            }
            let arcs: Vec<Vec<Arc>> = (from..to)
                .map(|i| match tokens[i].kind {
                    Kind::Number => vec![Arc::fixed(number)],
                    Kind::Other => vec![Arc::fixed(0)],
                    Kind::Word => self.arcs(&tokens[i], &found[i], spelt, total),
                })
                .collect();
            let closed = tokens.get(to).is_none_or(|t| t.starts == Start::Sentence);
            let mut p = lattice::posteriors(self.lexicon.sequences(), &arcs, border, closed.then_some(end));
            for (p, f) in p.iter_mut().zip(&found[from..to]) {
                p.resize(f.len(), 0.0);
            }
            out.extend(p);
            from = to;
        }
        out
    }

    fn arcs(&self, token: &Token, found: &[Candidate], spelt: &BTreeMap<Vec<u8>, f64>, total: f64) -> Vec<Arc> {
        let read = token.read(self.text);
        let place = Place { starts: token.starts, case: Case::of(&read) };
        // A word that the engine was sure of needs stronger evidence to be another.
        // In a text that nobody says was misread, so does every word.
        let unasked = if self.profile == Profile::Kept { 1.5 } else { 0.0 };
        let sure = token.confidence.map_or(unasked, |c| 3.0 * (c as f64 - 0.6).max(0.0));
        found
            .iter()
            .map(|c| {
                // Itself does not count: only what stands elsewhere is evidence.
                let elsewhere = (spelt.get(&c.codes).copied().unwrap_or(0.0) - 1.0).max(0.0);
                // Common words are common everywhere; names and terms belong to their document.
                let document = if c.word < COMMON { DOCUMENT * elsewhere / total } else { 0.0 };
                let own = language::own(c, place, document);
                let cost = c.cost as f64 + if c.is_read { 0.0 } else { sure };
                Arc { hash: c.hash, channel: 10f64.powf(-cost), own, is_given_name: c.given_name > 1e-5 && c.capital }
            })
            .collect()
    }

    /// How often the text spells what, as far as that is sure.
    fn spellings(&self, tokens: &[Token], found: &[Found], p: &[Vec<f64>]) -> BTreeMap<Vec<u8>, f64> {
        let mut spelt: BTreeMap<Vec<u8>, f64> = BTreeMap::new();
        for ((token, found), p) in tokens.iter().zip(found).zip(p) {
            if token.kind != Kind::Word {
                continue;
            }
            if let Some((candidate, p)) = found.iter().zip(p).max_by(|a, b| a.1.total_cmp(b.1))
                && *p > 0.8
                && (candidate.source != Source::Unknown || self.profile == Profile::Kept)
            {
                *spelt.entry(candidate.codes.clone()).or_default() += 1.0;
            }
        }
        spelt
    }

    /// The spellings that a token's candidates come down to, the likeliest first.
    fn ranked<'c>(&self, read: &str, found: &'c [Candidate], p: &[f64]) -> Vec<(String, f64, &'c Candidate)> {
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
    fn decide(&self, token: &Token, found: &[Candidate], p: &[f64], edits: &mut Vec<Edit>) {
        if found.len() < 2 {
            return;
        }
        let read = token.read(self.text);
        let ranked = self.ranked(&read, found, p);
        let Some((surface, best, candidate)) = ranked.iter().find(|(s, ..)| *s != read) else { return };
        let score = *best as f32;
        let as_read = ranked.iter().filter(|(s, ..)| *s == read).map(|(_, p, _)| *p as f32).sum::<f32>();
        let sure = self.options.confidence;
        // A spelling that no list and no compound explains is mostly wrong: then less evidence is enough.
        let known = found.iter().any(|c| c.is_read && c.source != Source::Unknown);
        let enough = if known { sure } else { 1.0 - (3.5 * (1.0 - sure)).min(0.5) };
        // What is surely misread is not spoiled by the likelier of two repairs.
        let certainty = if score >= 0.98 && score >= enough {
            Certainty::Certain
        } else if score >= enough || (score >= 0.55 && as_read <= 0.2 * (1.0 - sure)) {
            Certainty::Likely
        } else if score >= 0.2 {
            Certainty::Suggested
        } else {
            return;
        };
        let reason = match candidate.source {
            Source::User => Reason::UserDictionary,
            _ if fold(surface) == fold(&read) => Reason::Diacritics,
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
                edits.push(Edit { span, replacement, reason, certainty, score, alternatives: alternatives.clone() });
            }
        };
        match (token.second, candidate.mark) {
            (None, _) => push(token.span, surface.clone()),
            (Some(second), Some(mark)) => {
                let chars: Vec<char> = surface.chars().collect();
                if 0 < mark && mark < chars.len() {
                    push(token.span, chars[..mark].iter().collect());
                    push(second, chars[mark..].iter().collect());
                }
            }
            (Some(_), None) => {}
        }
    }
}

/// Whether a token is the first part of a compound, left standing with its hyphen (`hjärt-` / `och lungsjuka`).
fn is_part(text: &str, token: &Token) -> bool {
    let rest = &text[token.span.end..];
    token.second.is_none() && rest.starts_with('-') && rest[1..].chars().next().is_none_or(char::is_whitespace)
}

/// Without dots, rings and accents.
fn fold(word: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    word.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).collect()
}
