//! One pass over a whole text: candidates, sentences, and what the document teaches.

use super::candidate::{Candidate, Case, Query, Source};
use super::candidates;
use super::channel::{Channel, Profile};
use super::grammar;
use super::language::{self, Place};
use super::lattice::{self, Arc};
use super::lexicon::{Lexicon, Neighbour, letter};
use super::options::Options;
use super::period;
use super::profile::profile;
use super::signs;
use super::tokens::{Kind, Start, Token, tokens};
use super::weights::Weights;
use crate::text::{Alternative, Certainty, Edit, Reason, Span, without_marks};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

/// How many candidates of a word are weighed with its neighbours.
const MAX_CANDIDATES: usize = 6;
/// Candidates this many times (log10) less likely than the best are not weighed.
const WINDOW: f64 = 6.0;
/// The share of a text's words that are spelt as elsewhere in it because it is the same text.
const DOCUMENT: f64 = 0.1;

/// A word that is no term of a document: two in a million and more.
const COMMON: f64 = 2e-6;

/// Of spellings that an engine read without their dots, about this share has other letters misread too.
const MISREAD: f64 = 0.12;
/// How many words of such a text the first guess is worth.
const MISREAD_PRIOR: f64 = 40.0;

type Found = Rc<Vec<Candidate>>;

/// The share of words with å or ä in which an engine takes one for the other, and how many such words a text must
/// hold before it is believed to be worse.
const RINGS_USUAL: f64 = 1e-3;
const RINGS_SEEN: f64 = 3.0;

/// An engine this sure of a word leaves no letter of it to guess.
const SURE: f32 = 0.985;

/// A text with so much fewer misread letters (log10) than an engine leaves has lost its dots and nothing else: then
/// a plain letter tells nothing at all, and the likelier spelling is the better one.
const ONLY_DOTS: f64 = 0.5;

/// In how many different words a text must take one letter for another before that is a habit of its own.
const OWN_CONFUSION: usize = 3;

/// A text is old that spells so many different words as before 1906, and one word in so many.
const OLD_WORDS: usize = 3;
const OLD_SHARE: usize = 100;

/// Words of so many letters are told by all but one of them, and what is left of the cost of a misread letter where the
/// text itself has the word.
const LONG: usize = 9;
const VOUCHED: f32 = -1.0;

/// From which score an edit of an old text is certain, and a name made of parts of names applied.
const OLD_CERTAIN: f32 = 0.995;
const MADE_UP: f32 = 0.9;

/// What a first look at the whole text teaches the second.
#[derive(Default)]
struct Taught {
    /// How often the text spells what, as far as that is sure.
    spelt: BTreeMap<Vec<u8>, f64>,
    total: f64,
    /// What each reading added to that.
    by_reading: BTreeMap<String, BTreeMap<Vec<u8>, f64>>,
    /// The readings in small letters, once someone asks.
    lower: OnceCell<BTreeSet<String>>,
    /// By how much (log10) letters are misread more seldom here than by the engine that the costs were learned from.
    clean: f64,
    /// Whether it is spelt as before 1906.
    old: bool,
    /// By how much (log10) å and ä are taken for each other more often here than elsewhere.
    rings: f64,
}

impl Taught {
    /// How often the text spells this where something else than this reading was read.
    fn elsewhere(&self, read: &str, codes: &[u8]) -> f64 {
        let here = self.by_reading.get(read).and_then(|spelt| spelt.get(codes)).copied().unwrap_or(0.0);
        self.spelt.get(codes).map_or(0.0, |n| n - here)
    }

    /// Whether the text has this spelling as it stands, in capitals or not.
    fn is_read_as(&self, surface: &str) -> bool {
        let lower = self.lower.get_or_init(|| self.by_reading.keys().map(|read| read.to_lowercase()).collect());
        lower.contains(&surface.to_lowercase())
    }
}

struct Pass<'a> {
    lexicon: &'a Lexicon,
    options: &'a Options,
    text: &'a str,
    profile: Profile,
    /// The engine's, until the text shows habits of its own.
    channel: Cow<'a, Channel>,
    taught: Taught,
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
    grammar::each_undecided(text, &tokens, &found, &weights, |token, variants, sentence, at| {
        let mut evidence = Vec::new();
        grammar::evidence(lexicon, sentence, at, |piece| evidence.push(piece.to_owned()));
        let spelt = |i: &usize| found[token][*i].codes.iter().map(|code| letter(*code)).collect();
        let readings = variants.iter().map(|i| (spelt(i), weights[token][*i])).collect();
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
    fn new(lexicon: &'a Lexicon, options: &'a Options, text: &'a str, profile: Profile) -> Self {
        let channel = Cow::Borrowed(lexicon.channel(profile));
        Pass { lexicon, options, text, profile, channel, taught: Taught::default(), found: HashMap::new() }
    }

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

    /// Gives long words that no list holds the spellings of the text's own words, one letter apart and maybe inflected.
    fn ask_document(&self, tokens: &[Token], found: &mut [Found]) {
        if self.profile == Profile::Kept {
            return;
        }
        let long: Vec<&[u8]> = self.taught.spelt.keys().map(Vec::as_slice).filter(|word| word.len() >= LONG).collect();
        for (token, found) in tokens.iter().zip(found) {
            let Some(as_read) = found.first().filter(|c| token.kind == Kind::Word && c.codes.len() >= LONG) else {
                continue;
            };
            if found.iter().any(|c| c.source == Source::Listed && c.word > 0.0) {
                continue;
            }
            let read = as_read.without_dots();
            let spellings = long.iter().filter_map(|word| candidates::like_word(self.lexicon, word, &read));
            let cost = self.channel.other + VOUCHED;
            let mut more: Vec<Candidate> = spellings
                .filter(|(codes, _)| found.iter().all(|c| c.codes != *codes))
                .map(|(codes, word)| {
                    let neighbour = self.lexicon.sequences().neighbour(&codes);
                    let (is_read, dots_only) = (false, false);
                    Candidate {
                        codes,
                        neighbour,
                        cost,
                        source: Source::Compound,
                        word,
                        is_read,
                        dots_only,
                        ..as_read.clone()
                    }
                })
                .collect();
            more.dedup_by(|a, b| a.codes == b.codes);
            if !more.is_empty() {
                *found = Rc::new(found.iter().cloned().chain(more).collect());
            }
        }
    }

    /// Weighs words that differ by dots alone once more, with all that their sentences say.
    fn hear_grammar(&self, tokens: &[Token], found: &[Found], weights: &mut Weights) {
        let mut changed: Vec<(usize, Vec<usize>, Vec<f64>)> = Vec::new();
        let of_token: Vec<&[f64]> = weights.iter().collect();
        grammar::each_undecided(self.text, tokens, found, &of_token, |token, variants, sentence, at| {
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
        let mut from = 0;
        while from < tokens.len() {
            let to = (from + 1..tokens.len()).find(|i| tokens[*i].breaks).unwrap_or(tokens.len());
            if found[from..to].iter().all(|f| f.len() < 2) {
                found[from..to].iter().for_each(|f| out.push_certain(f.len()));
                from = to;
                continue;
            }
            let arcs: Vec<Vec<Arc>> = (from..to)
                .map(|i| match tokens[i].kind {
                    Kind::Number => vec![Arc::fixed(number)],
                    Kind::Other => vec![Arc::fixed(Neighbour::default())],
                    Kind::Word => self.arcs(&tokens[i], tokens.get(i + 1), &found[i]),
                })
                .collect();
            let closed = tokens.get(to).is_none_or(|t| t.starts == Start::Sentence);
            let mut p = lattice::posteriors(sequences, &arcs, border, closed.then_some(end));
            for (p, f) in p.iter_mut().zip(&found[from..to]) {
                p.resize(f.len(), 0.0);
                out.push(p);
            }
            from = to;
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

    /// What the text spells how often, and how much of it is misread.
    fn teach(&self, tokens: &[Token], found: &[Found], p: &Weights) -> Taught {
        let mut taught = Taught::default();
        // A spelling counts once: what is foreign and repeated is not misread all over.
        let mut misread: BTreeMap<String, f64> = BTreeMap::new();
        let (mut old, mut n_words): (BTreeMap<String, usize>, usize) = (BTreeMap::new(), 0);
        let (mut ringed, mut unringed) = (0.0, 0.0);
        for ((token, found), p) in tokens.iter().zip(found).zip(p.iter()) {
            if token.kind != Kind::Word {
                continue;
            }
            n_words += 1;
            let spellings = found.iter().filter(|c| c.dots_only).map(|c| c.surface(false).to_lowercase());
            if let Some(spelling) = spellings.into_iter().find(|spelling| period::is_old(self.lexicon, spelling)) {
                *old.entry(spelling).or_default() += 1;
            }
            let rings = has_ring(&token.read(self.text)) as u8 as f64;
            let swapped: f64 = found.iter().zip(p).filter(|(c, _)| c.dots_only && !c.is_read).map(|(_, p)| p).sum();
            ringed += rings * swapped;
            unringed += rings * (1.0 - swapped);
            let letters = found.iter().zip(p).filter(|(c, _)| !c.dots_only).map(|(_, p)| p).sum();
            misread.insert(token.read(self.text), letters);
            // That the same letters stand elsewhere without dots tells nothing in a text that lost them.
            let best = p.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).filter(|(_, p)| **p > 0.8);
            if let Some(candidate) = best.and_then(|(i, _)| found.get(i))
                && (candidate.source != Source::Unknown || !candidate.is_read || self.profile == Profile::Kept)
            {
                *taught.spelt.entry(candidate.codes.clone()).or_default() += 1.0;
                let spelt = taught.by_reading.entry(token.read(self.text)).or_default();
                *spelt.entry(candidate.codes.clone()).or_default() += 1.0;
            }
        }
        taught.total = taught.spelt.values().sum();
        let n_old: usize = old.values().sum();
        taught.old = old.len() >= OLD_WORDS && n_old * OLD_SHARE >= n_words;
        if self.profile == Profile::Kept && ringed >= RINGS_SEEN {
            let rate = (ringed / (ringed + unringed)).max(RINGS_USUAL);
            taught.rings = if rate > 10.0 * RINGS_USUAL { (rate / RINGS_USUAL).log10() } else { 0.0 };
        }
        if self.profile == Profile::Lost {
            let share = misread.values().sum::<f64>() + MISREAD * MISREAD_PRIOR;
            let share = share / (misread.len() as f64 + MISREAD_PRIOR);
            taught.clean = (MISREAD / share).log10().max(0.0);
        }
        taught
    }

    /// Letters that this text takes for others again and again: read, printed, cost.
    ///
    /// A typeface or a bad original has habits that no other text had. What mends several words that nothing else
    /// explains may mend more.
    fn own_confusions(&self, tokens: &[Token], found: &[Found], p: &Weights) -> Vec<(char, char, f32)> {
        let mut mended: BTreeMap<(char, char), BTreeSet<&[u8]>> = BTreeMap::new();
        let mut printed_so: BTreeMap<char, f64> = BTreeMap::new();
        for ((token, found), p) in tokens.iter().zip(found).zip(p.iter()) {
            let Some((candidate, _)) = found.iter().zip(p).find(|(_, p)| **p > 0.9) else { continue };
            let printed: Vec<char> = candidate.codes.iter().map(|code| letter(*code)).collect();
            printed.iter().for_each(|c| *printed_so.entry(*c).or_default() += 1.0);
            if candidate.is_read || candidate.source != Source::Listed {
                continue;
            }
            let read: Vec<char> = token.read(self.text).chars().flat_map(char::to_lowercase).collect();
            let differ: Vec<(char, char)> =
                read.iter().copied().zip(printed.iter().copied()).filter(|(r, p)| r != p).collect();
            if read.len() == printed.len() && differ.len() <= 2 {
                differ.into_iter().for_each(|pair| {
                    mended.entry(pair).or_default().insert(&candidate.codes);
                });
            }
        }
        let often = mended.into_iter().filter(|(_, words)| words.len() >= OWN_CONFUSION);
        often
            .map(|((read, printed), words)| {
                let all = printed_so.get(&printed).copied().unwrap_or(1.0);
                (read, printed, (all / words.len() as f64).log10().max(0.5) as f32)
            })
            .collect()
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
        let certainty = if (is_another || is_made_up) && score >= 0.2 {
            Certainty::Suggested
        } else if is_agreed {
            Certainty::Likely
        } else if score >= if self.taught.old { OLD_CERTAIN } else { 0.98 } && score >= enough && is_sure {
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

/// Whether a token is the first part of a compound, left standing with its hyphen (`hjärt-` / `och lungsjuka`).
fn is_part(text: &str, token: &Token) -> bool {
    let rest = &text[token.span.end..];
    token.second.is_none() && rest.starts_with('-') && rest[1..].chars().next().is_none_or(char::is_whitespace)
}

fn n_dotted(word: &str) -> usize {
    word.chars().filter(|c| has_dots(*c)).count()
}

fn has_dots(c: char) -> bool {
    matches!(c, 'å' | 'ä' | 'ö' | 'Å' | 'Ä' | 'Ö')
}

fn has_ring(read: &str) -> bool {
    read.contains(['å', 'ä', 'Å', 'Ä'])
}
