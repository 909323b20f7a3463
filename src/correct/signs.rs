//! Paragraph signs, percent signs, dashes and blanks that an engine lost: won back from sequence and position.
//!
//! A § is read as `$`, `&`, `S`, `5` or `8` by engines that have no such sign, and often by those that have. What
//! stands there is a § if its number is one of the document's row of numbers. Words are left to the rest.

use super::channel::Profile;
use super::lexicon::Lexicon;
use crate::text::{Certainty, Edit, Reason, Span};
use regex::{Captures, Regex};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A pattern that is known to be right; a mistake in it would find nothing.
fn pattern(source: &str) -> Option<Regex> {
    Regex::new(source).ok()
}

macro_rules! patterns {
    ($($name:ident = $source:expr;)*) => {
        $(static $name: LazyLock<Option<Regex>> = LazyLock::new(|| pattern($source));)*
    };
}

patterns! {
    // A number that a § stands before.
    NUMBERED = r"§§?[ \u{a0}]?(\d{1,3})\b(?:[ \u{a0}]?[-–—][ \u{a0}]?(\d{1,3})\b)?";
    // The range of the front page.
    RANGE = r"(?i)\bparagraf(?:er)?[ \t:]{1,3}(?:§§? ?)?(\d{1,3}) ?[-–—] ?(\d{1,3})\b";
    // What may be a § at the beginning of a line or cell, alone or after the short name of a body.
    HEADING = r"(?m)(?:^|\t)[ ]*(?:[A-ZÅÄÖ][A-Za-zåäö]{0,3} )?(?P<sign>[$&8S5s]{1,2})(?P<blank> ?)(?P<number>\d{1,3})(?P<after>[ .\t\n]|$)";
    // A § beside a sign that was meant to be one too.
    DOUBLE = r"(?P<sign>[$&8S5]§|§[$&8S5])(?P<number> ?\d{1,3} ?[-–—,] ?\d{1,3})";
    // The number stands before the sign in some parishes and towns.
    BEFORE = r"(?m)(?:^|\t)(?P<number>\d{1,3})(?P<blank> ?)(?P<sign>[$&])(?:[ .\t]|$)";
    // The short name of a body, glued to the sign.
    BODY = r"(?m)(?:^|[ \t])(?P<whole>(?P<body>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,3})[8$&]?§ ?(?P<number>\d{1,3}))\b";
    // The same where the sign was read as another.
    BODY_MISREAD = r"(?m)(?:^|[ \t])(?P<whole>(?P<body>[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,3}?) ?(?P<sign>[8$&S]) ?(?P<number>\d{1,3}))\b";
    // Two signs before a range, each read as another.
    DOUBLE_MISREAD = r"(?m)(?:^|[ \t(])(?P<sign>SS|88|&&|\$\$|S8|8S|55) ?(?P<first>\d{1,3}) ?[-–—] ?(?P<last>\d{1,3})\b";
    BODY_SPACED = r"(?m)(?:^|[ \t])[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{1,3} § \d{1,3}\b";
    AFTER = r"\b\d{1,3} §";
    GLUED = r"(?P<sign>§{1,2})(?P<number>\d{1,3})\b";
    SPACED = r"§{1,2}[ \u{a0}]\d{1,3}\b";
    // A cross in the last column of a roll-call, after a party.
    CROSS = r"(?m)\([A-ZÅÄÖa-zåäö]{1,5}\)(?:[ \t]+\S{1,2})?[ \t]+(?P<mark>X<|x<|&<|Xx|xX|[xX&×])$";
    // A party whose parentheses were read as braces or brackets.
    BRACES = r"(?m)(?:^|[ \t])(?P<open>[({\[])(?P<party>[A-ZÅÄÖa-zåäö]{1,4})(?P<close>[)}\]])";
    // "kl" before an hour.
    CLOCK = r"(?m)(?:^|[ \t,(])(?P<word>k[il1I|]l|[kK][I1i])\.?[ \t]{1,2}\d{1,2}[.:]\d{2}\b";
    // The label of the notice, whose stroke looks like a letter.
    NOTICE = r"(?i)\b(?P<first>anslag|bevis)(?P<stroke>[Il1|])(?P<second>bevis|anslag)\b";
    DASH = r"(?m)(?:\d|[ \t]|^)(?P<dash>—)(?:\d|[ \t]|$)";
    PERCENT = r"\b\d{1,3}(?:,\d{1,2})? (?P<sign>Yo|9o|°/o|o/o|0/0|%o|Y%|Yº|/o)(?:[ .,;)\n]|$)";
    OF_PAGES = r"\b(?P<number>\d{1,3})(?P<word>av) \d{1,3}\b";
    RULED = r"(?:^|[ \n])(?P<whole>_(?P<word>[a-zåäö]{3,}))\b";
}

/// The edits of signs in a text.
///
/// `recognised` says that an engine read it: then blanks were lost, and not left out by the printer.
pub fn edits(lexicon: &Lexicon, profile: Profile, recognised: bool, text: &str) -> Vec<Edit> {
    let mut out = Vec::new();
    let mut push = |span: Span, replacement: String, reason, score: f32| {
        let certainty = Certainty::of_applied(score);
        if span.of(text) != replacement {
            out.push(Edit { span, replacement, reason, certainty, score, alternatives: Vec::new() });
        }
    };
    let spaced = recognised && is_spaced(text);
    // A sign that is won back is set as the others are.
    let mostly_spaced = all(&SPACED, text).count() > all(&GLUED, text).count();
    let known = numbers(text);
    for found in all(&HEADING, text) {
        let (Some(sign), Some(number)) = (found.name("sign"), found.name("number")) else { continue };
        let (Ok(n), blank) = (number.as_str().parse::<u32>(), found.name("blank").map_or("", |b| b.as_str())) else {
            continue;
        };
        if let Some(score) = is_heading(&known, sign.as_str(), n, !blank.is_empty()) {
            let blank = if spaced || mostly_spaced { " " } else { blank };
            push(Span::new(sign.start(), number.start()), format!("§{blank}"), Reason::ParagraphSign, score);
        }
    }
    let blank_before = all(&AFTER, text).count() >= 2;
    for found in all(&BEFORE, text) {
        if let (Some(number), Some(sign), Some(blank)) = (found.name("number"), found.name("sign"), found.name("blank"))
        {
            let blank = if blank_before { " " } else { blank.as_str() };
            push(Span::new(number.end(), sign.end()), format!("{blank}§"), Reason::ParagraphSign, 0.97);
        }
    }
    if recognised && all(&BODY_SPACED, text).count() >= 2 {
        for found in all(&BODY, text) {
            if let (Some(whole), Some(body), Some(number)) =
                (found.name("whole"), found.name("body"), found.name("number"))
            {
                let whole = Span::new(whole.start(), whole.end());
                push(whole, format!("{} § {}", body.as_str(), number.as_str()), Reason::Spacing, 0.95);
            }
        }
    }
    if recognised && all(&BODY_SPACED, text).count() >= 2 {
        let spaced_bodies = all(&BODY_SPACED, text).filter_map(|found| found.get(0));
        let bodies: Vec<&str> = spaced_bodies.filter_map(|m| m.as_str().split_whitespace().next()).collect();
        for found in all(&BODY_MISREAD, text) {
            if let (Some(whole), Some(body), Some(sign), Some(number)) =
                (found.name("whole"), found.name("body"), found.name("sign"), found.name("number"))
                && bodies.contains(&body.as_str())
                && number.as_str().parse().is_ok_and(|n| is_heading(&known, sign.as_str(), n, false).is_some())
            {
                let whole = Span::new(whole.start(), whole.end());
                push(whole, format!("{} § {}", body.as_str(), number.as_str()), Reason::ParagraphSign, 0.95);
            }
        }
    }
    for found in all(&DOUBLE_MISREAD, text).filter(|_| recognised) {
        let number = |name| found.name(name).and_then(|m| m.as_str().parse::<u32>().ok());
        if let (Some(sign), Some(first), Some(last)) = (found.name("sign"), number("first"), number("last"))
            && first < last
            && (known.contains_key(&first) || known.contains_key(&last))
        {
            let blank = if text[sign.end()..].starts_with(' ') || !mostly_spaced { "" } else { " " };
            push(Span::new(sign.start(), sign.end()), format!("§§{blank}"), Reason::ParagraphSign, 0.95);
        }
    }
    for found in all(&DOUBLE, text) {
        if let Some(sign) = found.name("sign") {
            push(Span::new(sign.start(), sign.end()), "§§".to_owned(), Reason::ParagraphSign, 0.99);
        }
    }
    if spaced {
        for found in all(&GLUED, text) {
            if let (Some(sign), Some(number)) = (found.name("sign"), found.name("number")) {
                let whole = Span::new(sign.start(), number.end());
                push(whole, format!("{} {}", sign.as_str(), number.as_str()), Reason::Spacing, 0.95);
            }
        }
    }
    for found in all(&NOTICE, text) {
        if let (Some(first), Some(second)) = (found.name("first"), found.name("second")) {
            let whole = Span::new(first.start(), second.end());
            push(whole, format!("{}/{}", first.as_str(), second.as_str()), Reason::Confusion, 0.98);
        }
    }
    for found in all(&BRACES, text).filter(|_| recognised) {
        if let (Some(open), Some(party), Some(close)) = (found.name("open"), found.name("party"), found.name("close"))
            && matches!((open.as_str(), close.as_str()), ("{", _) | (_, "}") | ("(", "]") | ("[", ")"))
        {
            let whole = Span::new(open.start(), close.end());
            push(whole, format!("({})", party.as_str()), Reason::Confusion, 0.98);
        }
    }
    for word in all(&CLOCK, text).filter(|_| recognised).filter_map(|found| found.name("word")) {
        let hour = if word.as_str().starts_with('K') { "Kl" } else { "kl" };
        push(Span::new(word.start(), word.end()), hour.to_owned(), Reason::Confusion, 0.98);
    }
    // Crosses are all of one size; a single one may be anything.
    let crosses: Vec<_> = all(&CROSS, text).filter_map(|found| found.name("mark")).collect();
    if recognised && crosses.len() >= 4 {
        // A large one is read as a small one more often than the other way round.
        let often_large = 3 * crosses.iter().filter(|mark| mark.as_str().starts_with('X')).count() >= crosses.len();
        let large = often_large || profile == Profile::Lost;
        for mark in crosses {
            let replacement = match mark.as_str() {
                _ if large => "X",
                cross @ ("x" | "X") => cross,
                _ => "x",
            };
            push(Span::new(mark.start(), mark.end()), replacement.to_owned(), Reason::Confusion, 0.95);
        }
    }
    // Swedish sets the shorter dash, between numbers and between words; engines trained on English read the longer, all
    // of them. A longer one alone, or beside shorter ones, is printed so.
    let is_habit = profile == Profile::Lost && !text.contains('–') && all(&DASH, text).nth(1).is_some();
    for found in all(&DASH, text).filter(|_| is_habit) {
        if let Some(dash) = found.name("dash") {
            push(Span::new(dash.start(), dash.end()), "–".to_owned(), Reason::Confusion, 0.9);
        }
    }
    for found in all(&PERCENT, text) {
        if let Some(sign) = found.name("sign") {
            push(Span::new(sign.start(), sign.end()), "%".to_owned(), Reason::ParagraphSign, 0.97);
        }
    }
    for found in all(&OF_PAGES, text) {
        if let (Some(number), Some(word)) = (found.name("number"), found.name("word")) {
            let whole = Span::new(number.start(), word.end());
            push(whole, format!("{} {}", number.as_str(), word.as_str()), Reason::Spacing, 0.98);
        }
    }
    for found in all(&RULED, text) {
        if let (Some(whole), Some(word)) = (found.name("whole"), found.name("word"))
            && lexicon.is_word(word.as_str())
        {
            push(Span::new(whole.start(), whole.end()), word.as_str().to_owned(), Reason::Confusion, 0.95);
        }
    }
    out
}

fn all<'t>(pattern: &'static LazyLock<Option<Regex>>, text: &'t str) -> impl Iterator<Item = Captures<'t>> {
    pattern.as_ref().into_iter().flat_map(move |regex| regex.captures_iter(text))
}

/// How often the document names each § by a sign that was read as one.
fn numbers(text: &str) -> BTreeMap<u32, u32> {
    let mut known = BTreeMap::new();
    for found in all(&NUMBERED, text).chain(all(&RANGE, text)) {
        let number = |i| found.get(i).and_then(|m| m.as_str().parse::<u32>().ok());
        let (Some(first), last) = (number(1), number(2)) else { continue };
        let last = last.filter(|last| (first..first + 100).contains(last)).unwrap_or(first);
        for n in first..=last {
            *known.entry(n).or_default() += 1;
        }
    }
    known
}

/// How sure it is that a sign before a number at the beginning of a line is a §; `None` if it may well be none.
fn is_heading(known: &BTreeMap<u32, u32>, sign: &str, n: u32, blank: bool) -> Option<f32> {
    let neighbours =
        [n.checked_sub(1), n.checked_add(1)].into_iter().flatten().filter(|n| known.contains_key(n)).count();
    let named = known.contains_key(&n);
    // No number begins with these; S and 5 and 8 do stand before numbers for other reasons.
    let is_mark = sign.chars().all(|c| matches!(c, '$' | '&'));
    match (is_mark, named, neighbours) {
        (true, _, 1..) | (true, true, _) => Some(0.99),
        (true, false, 0) if sign.starts_with('$') && !known.is_empty() => Some(0.95),
        // A digit glued to the number is part of a larger one, unless the row has the smaller.
        (false, true, 1..) => Some(if blank { 0.97 } else { 0.95 }),
        (false, false, 2) => Some(0.95),
        (false, true, 0) if blank => Some(0.9),
        _ => None,
    }
}

/// Whether the document sets a blank behind its signs. An engine that loses blanks loses some of these too, and
/// never adds one; but people set some of their signs with a blank and some without.
fn is_spaced(text: &str) -> bool {
    let (spaced, glued) = (all(&SPACED, text).count(), all(&GLUED, text).count());
    spaced >= 2 && spaced > glued
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{apply, tidy};

    fn corrected(text: &str) -> String {
        let lexicon = Lexicon::from_tables(&Default::default());
        let edits = edits(&lexicon, Profile::Lost, true, text);
        apply(text, &tidy(text, edits)).0
    }

    #[test]
    fn signs_come_back_where_the_row_of_numbers_has_them() {
        let text = "Paragrafer 30-34\n§ 30 Val\nKS $ 31 Budget\n8 32 Avtal\nS 33 Motion\n5 800 kronor\n8§ 33-34\n";
        assert_eq!(
            corrected(text),
            "Paragrafer 30-34\n§ 30 Val\nKS § 31 Budget\n§ 32 Avtal\n§ 33 Motion\n5 800 kronor\n§§ 33-34\n"
        );
    }

    #[test]
    fn signs_behind_their_number_and_glued_to_a_body() {
        assert_eq!(corrected("7$ Val\n8 § Dag\n9 § Ort\n"), "7 § Val\n8 § Dag\n9 § Ort\n");
        assert_eq!(
            corrected("LS § 97 Val\nLS§98 Dag\nLS8§99 Ort\nLS § 100 Rum\n"),
            "LS § 97 Val\nLS § 98 Dag\nLS § 99 Ort\nLS § 100 Rum\n"
        );
    }

    #[test]
    fn signs_read_as_figures_in_ranges_and_behind_a_body() {
        let text = "Paragrafer 96-99\nLS § 96 Val\nLS § 97 Dag\nLS898 Ort\nLS8 99 Rum\nPunkter SS 96-99\nRum 8800 kr\n";
        assert_eq!(
            corrected(text),
            "Paragrafer 96-99\nLS § 96 Val\nLS § 97 Dag\nLS § 98 Ort\nLS § 99 Rum\nPunkter §§ 96-99\nRum 8800 kr\n"
        );
    }

    #[test]
    fn crosses_and_the_stroke_of_the_notice() {
        assert_eq!(
            corrected("ANSLAGIBEVIS\nEk (S) x\nÖst (M) X<\nAlm (V) X\nBo (C) &\n"),
            "ANSLAG/BEVIS\nEk (S) X\nÖst (M) X\nAlm (V) X\nBo (C) X\n"
        );
        assert_eq!(corrected("Ek (S) x\n"), "Ek (S) x\n");
        let small = "Ek (S) x\nÖst (M) x\nAlm (V) x\nBo (C) &\n";
        assert!(corrected(small).starts_with("Ek (S) X\n"));
        let lexicon = Lexicon::from_tables(&Default::default());
        let edits = edits(&lexicon, Profile::Kept, true, small);
        assert_eq!(apply(small, &tidy(small, edits)).0, small.replace('&', "x"));
    }

    #[test]
    fn parties_in_braces_and_the_hour() {
        assert_eq!(
            corrected("Bo Ek {s) och Eva Öst (fp}, kil 17.00, ki 8.30, [1] [sic]\n{m)\nKI. 18.30"),
            "Bo Ek (s) och Eva Öst (fp), kl 17.00, kl 8.30, [1] [sic]\n(m)\nKl. 18.30"
        );
    }

    #[test]
    fn lost_blanks_and_dashes() {
        assert_eq!(
            corrected("§ 1 Val\n§2 Dag\n§ 3 Ort\nSida 1av 3\nkl. 08.30—14.20\nomkring 15 Yo av — ja"),
            "§ 1 Val\n§ 2 Dag\n§ 3 Ort\nSida 1 av 3\nkl. 08.30–14.20\nomkring 15 % av – ja"
        );
    }

    #[test]
    fn people_set_some_signs_with_a_blank_and_some_without() {
        let text = "§1 Val\n§ 2 Dag\n§3 Ort\n§ 4 Rum\n§5 Slut\n";
        assert_eq!(corrected(text), text);
    }
}
