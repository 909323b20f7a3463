//! A text cut into tokens: words that may be corrected, numbers, and what no speller has any business with.
//!
//! What is no word is recognised here, before spelling is asked: dates, sums, diarienummer, e-mail addresses,
//! personnummer, party codes, redactions. A word divided at the end of a line becomes one token with two pieces.

use crate::text::{DIVIDERS, Span};
use std::ops::Range;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// May be corrected.
    Word,
    /// Left alone; stands for `<num>` to the words around it.
    Number,
    /// Left alone, and tells the words around it nothing.
    Other,
}

#[derive(Clone, Debug)]
pub struct Token {
    pub span: Span,
    /// The second piece of a word divided at the end of a line; the hyphen stands between.
    pub second: Option<Span>,
    pub kind: Kind,
    /// Nothing before it in its sentence, line or cell.
    pub starts: Start,
    /// The sentence or cell ends before this token.
    pub breaks: bool,
    /// The confidence of the engine, where it gave one.
    pub confidence: Option<f32>,
}

/// How much a capital letter is to be expected.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Start {
    /// In running text.
    No,
    /// First on a line whose sentence may go on from the line above.
    Line,
    /// First of a sentence, a cell or a heading.
    Sentence,
}

impl Token {
    /// The letters as read, without the hyphen and line break between two pieces.
    pub fn read(&self, text: &str) -> String {
        let mut read = self.span.of(text).to_owned();
        if let Some(second) = self.second {
            read.push_str(second.of(text));
        }
        read
    }
}

/// Marks that stand for a letter when they touch letters.
fn is_letter_like(c: char) -> bool {
    matches!(
        c,
        '&' | '@' | '¢' | '$' | '€' | '£' | '|' | ']' | '[' | '!' | '}' | '{' | '§' | '°' | '\\' | '¥' | '©' | '®'
    )
}

fn is_inner(c: char) -> bool {
    c.is_alphanumeric() || is_letter_like(c) || c == '\'' || c == '’'
}

/// The tokens of a text, in order.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let mut breaks = true;
    let mut previous: &str = "";
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if ends_paragraph(previous, line) {
            breaks = true;
        }
        let mut starts = if breaks { Start::Sentence } else { Start::Line };
        let mut cell = at;
        for piece in cells(line) {
            if cell != at {
                (breaks, starts) = (true, Start::Sentence);
            }
            chunks(cell, piece, &mut starts, &mut breaks, &mut out);
            cell += piece.len();
        }
        at += line.len();
        previous = line;
    }
    join_divided(text, &mut out);
    out
}

/// The tokens of each sentence, cell or heading.
pub fn sentences(tokens: &[Token]) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let to = (from + 1..tokens.len()).find(|i| tokens[*i].breaks).unwrap_or(tokens.len());
        let sentence = from..to;
        from = to;
        (!sentence.is_empty()).then_some(sentence)
    })
}

/// So many blanks in a line set columns apart, as a tab does: labels from values, names from names.
const COLUMNS: &str = "   ";

/// The cells of a line, each with what divides it from the next.
fn cells(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let text = rest.len() - rest.trim_start().len();
        let gap = rest[text..].find(COLUMNS).map(|at| text + at);
        let tab = rest.find('\t');
        let end = match (tab, gap) {
            (Some(tab), gap) if gap.is_none_or(|gap| tab < gap) => tab + 1,
            (_, Some(gap)) => gap + rest[gap..].len() - rest[gap..].trim_start_matches(' ').len(),
            _ => rest.len(),
        };
        let (cell, after) = rest.split_at(end);
        rest = after;
        (!cell.is_empty()).then_some(cell)
    })
}

/// Whether a sentence cannot go on from one line to the next.
fn ends_paragraph(line: &str, next: &str) -> bool {
    let (line, next) = (line.trim_end(), next.trim_start());
    let Some(last) = line.chars().next_back() else { return true };
    let Some(first) = next.chars().next() else { return true };
    if line.contains('\t') || line.trim_start().contains(COLUMNS) || matches!(last, '.' | '?' | '!' | ':' | '_' | '…')
    {
        return true;
    }
    // A capital after a short line begins something new; after a full line it may be a name in mid sentence.
    !first.is_lowercase() && line.chars().count() < 55 && last != '-' && last != ','
}

fn chunks(from: usize, piece: &str, starts: &mut Start, breaks: &mut bool, out: &mut Vec<Token>) {
    let mut at = from;
    for whole in piece.split_inclusive(char::is_whitespace) {
        let (start, chunk) = (at, whole.trim_end());
        at += whole.len();
        if chunk.is_empty() {
            continue;
        }
        if is_opaque(chunk) {
            let kind = if chunk.chars().any(|c| c.is_ascii_digit()) { Kind::Number } else { Kind::Other };
            push(out, Span::new(start, start + chunk.len()), kind, starts, breaks);
        } else {
            words(start, chunk, starts, breaks, out);
        }
        let tail = chunk.trim_end_matches(['"', '”', ')', '\'']);
        if tail.ends_with(['.', '?', '!', ':', ';']) && ends_sentence(tail) {
            (*breaks, *starts) = (true, Start::Sentence);
        }
    }
}

/// What a full stop belongs to without ending a sentence.
const ABBREVIATIONS: [&str; 40] = [
    "adj", "ang", "anm", "avd", "avs", "bil", "bl", "ca", "dnr", "dr", "em", "enl", "ev", "exkl", "f", "fig", "fm",
    "forts", "inkl", "jfr", "kap", "kl", "kr", "kv", "lgh", "max", "min", "nr", "obs", "ordf", "proc", "prof", "resp",
    "s", "sekr", "sid", "st", "stf", "tel", "tim",
];

/// Not after an abbreviation (`kl.`, `bl.a.`), an initial or an ordinal.
fn ends_sentence(chunk: &str) -> bool {
    let word = chunk.trim_end_matches('.').trim_start_matches(['(', '"', '”']);
    if !chunk.ends_with('.') {
        return true;
    }
    let n = word.chars().count();
    n > 1 && !word.contains('.') && !ABBREVIATIONS.contains(&word.to_lowercase().as_str())
}

fn push(out: &mut Vec<Token>, span: Span, kind: Kind, starts: &mut Start, breaks: &mut bool) {
    out.push(Token { span, second: None, kind, starts: *starts, breaks: *breaks, confidence: None });
    // A § number, a list's dash or number leave the next word the first of its line.
    if kind == Kind::Word || *starts == Start::No {
        *starts = Start::No;
    }
    *breaks = false;
}

/// Addresses, numbers with their marks, redactions, rules: looked at no further.
fn is_opaque(chunk: &str) -> bool {
    let (mut digits, mut letters, mut xs) = (0, 0, 0);
    for c in chunk.chars() {
        digits += c.is_ascii_digit() as usize;
        letters += c.is_alphabetic() as usize;
        xs += (c == 'X' || c == 'x') as usize;
    }
    let address = chunk.contains("://")
        || chunk.starts_with("www.")
        || chunk.split_once('@').is_some_and(|(name, host)| name.len() > 1 && host.contains('.'));
    address
        || letters == 0
        || (digits >= 2 && digits > letters)
        || (digits >= 2 && chunk.contains(['/', ':', '=', '_']))
        || (xs >= 3 && xs == letters)
}

fn words(start: usize, chunk: &str, starts: &mut Start, breaks: &mut bool, out: &mut Vec<Token>) {
    let mut from = None;
    for (at, c) in chunk.char_indices().chain([(chunk.len(), ' ')]) {
        match (is_inner(c), from) {
            (true, None) => from = Some(at),
            (false, Some(begin)) => {
                word(start, chunk, begin, at, starts, breaks, out);
                from = None;
            }
            _ => {}
        }
    }
}

fn word(
    start: usize,
    chunk: &str,
    from: usize,
    to: usize,
    starts: &mut Start,
    breaks: &mut bool,
    out: &mut Vec<Token>,
) {
    let word = &chunk[from..to];
    // Quotes and brackets at the ends belong to the sentence, not to the word.
    let outside: &[char] = &['\'', '’', '!', '|', '[', ']', '{', '}', '§', '°', '\\', '$'];
    let head = word.len() - word.trim_start_matches(outside).len();
    let word = word.trim_matches(outside);
    let from = from + head;
    if word.is_empty() {
        return;
    }
    let (mut digits, mut letters, mut marks) = (0, 0, 0);
    for c in word.chars() {
        digits += c.is_ascii_digit() as usize;
        letters += c.is_alphabetic() as usize;
        marks += is_letter_like(c) as usize;
    }
    let after = chunk[from + word.len()..].chars().next();
    // The ending of an abbreviation or a foreign word (`PDF:er`, `SMS:ar`) is none by itself.
    let mut before = chunk[..from].chars().rev();
    let is_ending = before.next() == Some(':') && before.next().is_some_and(char::is_alphanumeric);
    let kind = if letters == 0 {
        if digits > 0 { Kind::Number } else { Kind::Other }
    } else if (is_ending && letters < 4)
        || digits + marks > letters
        || (digits > 1 && letters < 4)
        || word.chars().count() == 1
        || (digits > 0 && letters < 3 && after == Some(':'))
    {
        Kind::Other
    } else {
        Kind::Word
    };
    push(out, Span::new(start + from, start + from + word.len()), kind, starts, breaks);
}

/// Makes one token of a word divided at the end of a line (`Juste-` / `ringen`). A hyphen that is kept
/// (`barn-` / `och utbildningsnämnden`) divides nothing.
fn join_divided(text: &str, tokens: &mut Vec<Token>) {
    let mut i = 0;
    while i + 1 < tokens.len() {
        let (a, b) = (&tokens[i], &tokens[i + 1]);
        let between = &text[a.span.end.min(b.span.start)..b.span.start];
        let divided = a.kind == Kind::Word
            && b.kind == Kind::Word
            && between.strip_prefix(DIVIDERS).is_some_and(|rest| {
                rest.contains('\n') && !rest.contains("\n\n") && rest.trim().is_empty() && !rest.contains('\t')
            })
            && b.span.of(text).chars().next().is_some_and(char::is_lowercase)
            && !matches!(b.span.of(text), "och" | "eller" | "samt" | "till" | "men" | "resp" | "som");
        if divided {
            let second = tokens[i + 1].span;
            let confidence = tokens[i + 1].confidence;
            tokens[i].second = Some(second);
            tokens[i].confidence = tokens[i].confidence.zip(confidence).map(|(a, b)| a.min(b));
            tokens.remove(i + 1);
        }
        i += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_kind(text: &str, kind: Kind) -> Vec<String> {
        tokens(text).iter().filter(|t| t.kind == kind).map(|t| t.read(text)).collect()
    }

    #[test]
    fn what_is_no_word_is_left_out() {
        let text = "Dnr KS 2019/353, kl. 08.30–14.20, anna.berg@kommun.se, 19500101-1234, XXXX, Ulf (S), 2:e, kv Björken 4:12 p& m6te";
        assert_eq!(of_kind(text, Kind::Word), ["Dnr", "KS", "kl", "Ulf", "kv", "Björken", "p&", "m6te"]);
    }

    #[test]
    fn blanks_set_columns_apart_as_tabs_do() {
        for text in ["Ordförande\tBo Ek\n", "Ordförande      Bo Ek\n", "   Ordförande   Bo Ek\n"] {
            let found = tokens(text);
            let breaks: Vec<(&str, bool)> = found.iter().map(|token| (token.span.of(text), token.breaks)).collect();
            assert_eq!(breaks, [("Ordförande", true), ("Bo", true), ("Ek", false)], "{text:?}");
        }
    }

    #[test]
    fn a_divided_word_is_one_token_and_a_kept_hyphen_divides_nothing() {
        let text = "att jämte Juste-\nringen av barn-\noch skolnämnden";
        assert_eq!(of_kind(text, Kind::Word), ["att", "jämte", "Justeringen", "av", "barn", "och", "skolnämnden"]);
    }
}
