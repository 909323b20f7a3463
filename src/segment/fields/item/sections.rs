//! An item's paragraphs into sections by kind, and what they say: decisions, proposals, reservations,
//! disqualification, attachments, distribution. The words of decisions are told by `decisions`, votes read by `votes`.

use crate::protocol::{Proposal, Reservation, Section, SectionKind};
use crate::segment::fields::attendance::movements;
use crate::segment::fields::item::body::{Paragraph, ParagraphKind};
use crate::segment::fields::item::decisions::Style;
use crate::segment::fields::item::ends::ends_decision;
use crate::segment::fields::item::evidence::Context;
use crate::segment::fields::item::matters::{openers, without_bullets};
use crate::segment::fields::item::units::units;
use crate::segment::fields::item::weights;
use crate::segment::fields::person::entry;
use crate::segment::fields::person::named::Person;
use crate::segment::words::decisions::{decides, leads, leads_in_capitals};
use crate::segment::words::forms::Words;
use crate::segment::words::names::honorific;
use crate::segment::words::pattern::compile;
use crate::segment::words::sentences::sentences;
use crate::segment::words::text::fold;
use regex::Regex;
use std::sync::LazyLock;

static ATT: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^(?i:{=sections.points})\b|^[-–—•*]\s|^[\p{Ll}0-9]{1,2}[.)]\s"));
static POINT: LazyLock<Regex> = LazyLock::new(|| compile(r"^(?:[-–—•*]\s*)?(?i:{=sections.points})\b"));
static RESERVES: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(?:{=sections.reserving_verbs}|{=sections.announcing_verbs}(?:\s+|\b[^.]{3,120}?\b){=sections.reservation}|{=sections.reservation}\s+{=sections.submissions}|{=sections.noting_phrases}\s+{=sections.reservation})",
    )
});
static FAVOUR: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\b{=sections.favour_phrases}\b"));
static MOVES: LazyLock<Regex> = LazyLock::new(|| compile(r"\b{=sections.moving_verbs}\b"));
/// Weaker words, which move only where others show that something is moved.
static SUGGESTS: LazyLock<Regex> = LazyLock::new(|| compile(r"\b{=sections.suggesting_verbs}\b"));
static DISPUTED: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\b{=sections.dispute_words}\b"));
static JAV: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b{=sections.biases}\b|\b{=sections.participating_verbs}\s+{=sections.negations}\s+i\s+(?:{=sections.demonstratives}\s+)?{=sections.matters}|\b{=sections.negations}\s+{=sections.participating_verbs}\s+i\s+{=sections.matters}|\b{=sections.leaving_verbs}\b",
    )
});
/// Who leads the meeting instead of the one who left.
static PRESIDES: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\b{=sections.presiding_verbs}\b"));
static ATTACHMENT: LazyLock<Regex> = LazyLock::new(|| compile(r"^{+sections.attachments}\b[^.]{0,60}\.?$"));
static ATTACHMENT_IN_TEXT: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"\b{~sections.attachments}\s+(?:nr\s*)?(?:\d{1,3}|[A-Z])(?:\s*[-–,]\s*\d{1,3}|\s+och\s+\d{1,3})*\b")
});
static IMMEDIATE: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i){=sections.immediate_phrases}"));
/// ", som är delägare": how a clause begins that tells of who was named.
static RELATIVE: LazyLock<Regex> = LazyLock::new(|| compile(r", {=sections.relatives} "));
static LEAVING_VERBS: Words = Words::new("sections.leaving_verbs");
/// Heads of the columns beside a table's decisions.
static COLUMN_HEADS: Words = Words::new("sections.column_heads");
/// Words between the clauses of a sentence.
static CONJUNCTIONS: Words = Words::new("sections.conjunctions");

pub fn sections(paragraphs: &[Paragraph], title: &str, style: &Style) -> Vec<Section> {
    let out = if is_headed(paragraphs, style) {
        by_paragraph(paragraphs, style)
    } else {
        by_weight(paragraphs, &Context { title, style })
    };
    let mut out = reservations_apart(out);
    out.iter_mut().filter(|section| section.kind == SectionKind::Decision).for_each(without_bullets);
    out
}

/// Where no heading stands over a decision: the sentences that decide, and what is left of the paragraphs.
fn by_weight(paragraphs: &[Paragraph], context: &Context) -> Vec<Section> {
    let units = units(paragraphs);
    let decides_so = weights::decide(&units, context);
    let mut out: Vec<Section> = Vec::new();
    let mut under = SectionKind::Other;
    let put = |out: &mut Vec<Section>, kind: SectionKind, text: &str, opens: bool, goes_on: bool| {
        let joins = out.last().is_some_and(|last| last.kind == kind && (goes_on || last.heading.is_some()));
        if !joins {
            out.push(Section { kind, heading: None, text: String::new() });
        }
        if let Some(last) = out.last_mut() {
            if !last.text.is_empty() {
                last.text.push(if opens { '\n' } else { ' ' });
            }
            last.text.push_str(text);
        }
    };
    let mut first = 0;
    for (at, paragraph) in paragraphs.iter().enumerate() {
        if let ParagraphKind::Heading(kind) = paragraph.kind {
            out.push(Section { kind, heading: Some(paragraph.text()), text: String::new() });
            under = kind;
            continue;
        }
        let n = units[first..].iter().take_while(|unit| unit.paragraph == at).count();
        let own = first..first + n;
        first += n;
        if !decides_so[own.clone()].contains(&true) {
            let text = paragraph.text();
            put(&mut out, kind_without_decision(&text, under), &text, true, true);
            continue;
        }
        for (unit, decides) in units[own.clone()].iter().zip(&decides_so[own]) {
            put(&mut out, if *decides { SectionKind::Decision } else { under }, &unit.text, unit.opens, true);
        }
    }
    out
}

/// What a paragraph is that decides nothing.
fn kind_without_decision(text: &str, under: SectionKind) -> SectionKind {
    if RESERVES.is_match(text) && under != SectionKind::Reservation && !decides(text) {
        SectionKind::Reservation
    } else if ACCOUNTS.contains(&under) && is_disqualification(text) {
        SectionKind::Disqualification
    } else if ATTACHMENT.is_match(text) && under == SectionKind::Other {
        SectionKind::Attachments
    } else {
        under
    }
}

/// "Nämnden beslöt att bifalla yrkandet. Hr Ek reserverade sig." in one paragraph: the reservation is no decision.
fn reservations_apart(sections: Vec<Section>) -> Vec<Section> {
    let mut out = Vec::with_capacity(sections.len());
    for section in sections {
        let tail = match section.text.rsplit_once('\n') {
            _ if section.kind != SectionKind::Decision => None,
            Some((_, line)) => Some(line.to_owned()),
            None => Some(section.text.clone()),
        };
        let at = tail.and_then(|line| {
            let first = section.text.len() - line.len();
            let mut at = first;
            for sentence in sentences(&line) {
                if at > first && RESERVES.is_match(sentence) && !decides(sentence.trim()) {
                    return Some(at);
                }
                at += sentence.len();
            }
            None
        });
        let Some(at) = at else {
            out.push(section);
            continue;
        };
        let text = section.text[at..].trim().to_owned();
        out.push(Section { text: section.text[..at].trim_end().to_owned(), ..section });
        out.push(Section { kind: SectionKind::Reservation, heading: None, text });
    }
    out
}

/// Whether an item prints a heading over its decision, or the lead of one as a heading.
pub fn is_headed(paragraphs: &[Paragraph], style: &Style) -> bool {
    paragraphs.iter().any(|paragraph| match paragraph.kind {
        ParagraphKind::Heading(kind) => kind == SectionKind::Decision || style.is_own_proposal(&paragraph.text()),
        _ => {
            let text = paragraph.text();
            leads_in_capitals(&text) || style.lead_is_heading && leads(&text)
        }
    })
}

fn by_paragraph(paragraphs: &[Paragraph], style: &Style) -> Vec<Section> {
    let mut out: Vec<Section> = Vec::new();
    // What opened the current section: a heading keeps it open, a sentence only over its points.
    let mut by_sentence = false;
    let mut under = None;
    let mut in_table = false;
    // An item that prints the heading has its decisions under it, not in other sentences.
    let has_heading = paragraphs.iter().any(|paragraph| match paragraph.kind {
        ParagraphKind::Heading(kind) => kind == SectionKind::Decision || style.is_own_proposal(&paragraph.text()),
        _ => false,
    });
    // A proposal beside a decision is another body's.
    let has_decision =
        paragraphs.iter().any(|paragraph| paragraph.kind == ParagraphKind::Heading(SectionKind::Decision));
    let openers = openers(paragraphs);
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let text = paragraph.text();
        if under == Some(SectionKind::Decision) && openers.contains(&at) {
            out.push(Section { kind: SectionKind::Other, heading: None, text });
            (by_sentence, under, in_table) = (false, Some(SectionKind::Other), false);
            continue;
        }
        if let ParagraphKind::Heading(kind) = paragraph.kind {
            let is_own = !has_decision && style.is_own_proposal(&text);
            let kind = if is_own { SectionKind::Decision } else { kind };
            out.push(Section { kind, heading: Some(text), text: String::new() });
            (by_sentence, under) = (false, Some(kind));
            in_table = false;
            continue;
        }
        // "Beslut | Ansvarig | Klart": the other columns say who carries it out and when.
        if heads_table(paragraphs, at) {
            in_table = true;
            continue;
        }
        let text = match paragraph.kind {
            ParagraphKind::Cells if in_table => text.split('\t').next().unwrap_or("").to_owned(),
            _ => text,
        };
        let next_is_point =
            paragraphs.get(at + 1).is_some_and(|next| next.kind == ParagraphKind::Text && ATT.is_match(&next.text()));
        let in_decision = under == Some(SectionKind::Decision);
        let is_heading = style.lead_is_heading || leads_in_capitals(&text);
        if leads(&text) && is_heading && !in_decision {
            out.push(Section {
                kind: SectionKind::Decision,
                heading: Some(text.trim_end_matches([',', ':']).to_owned()),
                text: String::new(),
            });
            by_sentence = true;
            continue;
        }
        let kind = if RESERVES.is_match(&text) && under != Some(SectionKind::Reservation) && !decides(&text) {
            Some(SectionKind::Reservation)
        } else if under.is_none_or(|kind| ACCOUNTS.contains(&kind)) && is_disqualification(&text) {
            Some(SectionKind::Disqualification)
        } else if in_decision || has_heading && !ATTACHMENT.is_match(&text) || under == Some(SectionKind::Proposal) {
            None
        } else if leads(&text) && next_is_point || style.is_decision(&text) {
            Some(SectionKind::Decision)
        } else if ATTACHMENT.is_match(&text) {
            Some(SectionKind::Attachments)
        } else {
            None
        };
        // What follows under a heading of its own, or tells how the meeting went, is behind the decision.
        let has_begun = out.last().is_some_and(|last| !last.text.is_empty());
        if in_decision && has_begun && ends_decision(paragraphs, at) {
            out.push(Section { kind: SectionKind::Other, heading: None, text });
            (by_sentence, under, in_table) = (false, Some(SectionKind::Other), false);
            continue;
        }
        if in_decision
            && let Some((own, others)) = others_proposal(out.last().map_or("", |last| last.text.as_str()), &text)
        {
            if !own.is_empty() {
                add(&mut out, own);
            }
            out.push(Section { kind: SectionKind::Proposal, heading: None, text: others.to_owned() });
            (by_sentence, under, in_table) = (false, Some(SectionKind::Other), false);
            continue;
        }
        let kind = kind.or_else(|| (ATTACHMENT.is_match(&text) && in_decision).then_some(SectionKind::Attachments));
        match kind {
            Some(kind) => {
                let goes_on = by_sentence && out.last().is_some_and(|last| last.kind == kind && last.heading.is_none());
                if !goes_on {
                    out.push(Section { kind, heading: None, text: String::new() });
                }
                add(&mut out, &text);
                by_sentence = true;
            }
            None if by_sentence => {
                let ended = out.last().is_some_and(|last| last.text.ends_with('.'));
                let is_point = POINT.is_match(&text)
                    || !ended && (ATT.is_match(&text) || text.chars().next().is_some_and(char::is_lowercase));
                let last_decides = out.last().is_some_and(|last| last.kind == SectionKind::Decision);
                let first_under_lead = out.last().is_some_and(|last| last.heading.is_some() && last.text.is_empty());
                if last_decides && (is_point || first_under_lead) {
                    add(&mut out, &text);
                } else {
                    // Back to what stood before the sentence.
                    out.push(Section { kind: under.unwrap_or(SectionKind::Other), heading: None, text: String::new() });
                    add(&mut out, &text);
                    by_sentence = false;
                }
            }
            None => {
                if out.is_empty() {
                    out.push(Section { kind: SectionKind::Other, heading: None, text: String::new() });
                }
                add(&mut out, &text);
            }
        }
    }
    out
}

/// "Utskottet föreslår nämnden besluta" behind the nämnd's own decision: what of the text is the decision's, and the rest.
fn others_proposal<'a>(decision: &str, text: &'a str) -> Option<(&'a str, &'a str)> {
    let decider = decision.split_whitespace().next().or_else(|| text.split_whitespace().next())?;
    let mut at = 0;
    for sentence in sentences(text) {
        let begins = sentence.trim();
        let is_first = decision.is_empty() && at == 0;
        if !is_first && PROPOSES.is_match(begins) && !begins.starts_with(decider) {
            return Some((text[..at].trim_end(), text[at..].trim_start()));
        }
        at += sentence.len();
    }
    None
}

/// A body proposes what another shall decide.
static PROPOSES: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"^\p{Lu}[\p{L} -]{3,40}? {=decisions.proposing} [^.]{3,60}? {=sections.deciding_forms}\b")
});

/// Sections of running text, in which other things are told too.
const ACCOUNTS: [SectionKind; 3] = [SectionKind::Other, SectionKind::Background, SectionKind::Summary];

/// A paragraph that begins with who takes no part.
fn is_disqualification(text: &str) -> bool {
    sentences(text).first().is_some_and(|first| JAV.is_match(first) && !LEAVING_VERBS.within(first) && !decides(first))
}

fn add(out: &mut [Section], text: &str) {
    if let Some(section) = out.last_mut() {
        if !section.text.is_empty() {
            section.text.push('\n');
        }
        section.text.push_str(text);
    }
}

/// Whether a paragraph is what stands beside a heading "Beslut" as heads of further columns.
fn heads_table(paragraphs: &[Paragraph], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| paragraphs.get(before));
    before.is_some_and(|before| {
        before.kind == ParagraphKind::Heading(SectionKind::Decision) && before.row == paragraphs[at].row
    }) && paragraphs[at].text().split('\t').all(|cell| COLUMN_HEADS.has(&fold(cell)))
}

/// Who moved what: a sentence that begins with persons and goes on with "yrkar".
pub fn proposals(paragraphs: &[Paragraph]) -> Vec<Proposal> {
    let mut out = Vec::new();
    let mut under_motions = false;
    // Where something is moved or voted on, who "föreslog" moved too.
    let is_disputed = paragraphs.iter().any(|paragraph| DISPUTED.is_match(&paragraph.flow.text));
    for paragraph in paragraphs {
        match paragraph.kind {
            ParagraphKind::Heading(kind) => {
                under_motions = kind == SectionKind::Motions;
                continue;
            }
            ParagraphKind::Cells => continue,
            ParagraphKind::Text => {}
        }
        let text = paragraph.text();
        for sentence in sentences(&text) {
            let mut verbs: Vec<_> = MOVES.find_iter(sentence).collect();
            if verbs.is_empty() && (under_motions || is_disputed) {
                verbs.extend(SUGGESTS.find(sentence));
            }
            let mut start = 0;
            for verb in verbs {
                let before = clause(&sentence[start..verb.start()], start > 0);
                start = verb.end();
                let persons = movers(before);
                if persons.is_empty() {
                    continue;
                }
                let party = match persons.as_slice() {
                    [one] => one.party.clone().map(|(_, code)| code),
                    _ => None,
                };
                out.push(Proposal {
                    by: persons.iter().map(|person| before[person.name.clone()].to_owned()).collect(),
                    person_ids: Vec::new(),
                    party,
                    text: sentence.trim().to_owned(),
                });
            }
        }
    }
    out
}

/// "A yrkade bifall och B yrkade avslag": the words of the second clause.
fn clause(before: &str, is_second: bool) -> &str {
    let end_of = |word: &&str| {
        let between = format!(" {word} ");
        before.rfind(&between).map(|at| at + between.len())
    };
    let start = CONJUNCTIONS.iter().filter_map(end_of).max();
    match start {
        Some(at) if is_second => &before[at..],
        _ => before.trim_start_matches(|c: char| !c.is_alphanumeric()),
    }
}

/// The persons who open a clause and fill it.
fn movers(before: &str) -> Vec<Person> {
    if before.chars().count() > 200 || before.contains(':') {
        return Vec::new();
    }
    let opens_with_person = before
        .split_whitespace()
        .next()
        .is_some_and(|word| honorific(word).is_some() || word.chars().next().is_some_and(char::is_uppercase));
    let persons = entry::run(before, 0..before.len());
    if opens_with_person && !persons.is_empty() && reaches(before, &persons) { persons } else { Vec::new() }
}

/// Whether the persons fill the words before the verb: "På förslag av Bo Ek föreslår" is no motion.
pub fn reaches(before: &str, persons: &[Person]) -> bool {
    let covered: usize = persons.iter().map(|person| person.whole.len()).sum();
    let first = persons.first().map_or(0, |person| person.whole.start);
    first <= 12 && covered * 10 >= before.trim().len() * 6
}

pub fn reservations(sections: &[Section]) -> Vec<Reservation> {
    let mut out: Vec<Reservation> = Vec::new();
    for section in sections {
        let headed = section.kind == SectionKind::Reservation && section.heading.is_some();
        for line in section.text.split('\n') {
            for sentence in sentences(line) {
                if !RESERVES.is_match(sentence) && !headed {
                    continue;
                }
                // "... till förmån för Eva Eks yrkande": she did not reserve herself.
                let end = FAVOUR.find(sentence).map_or(sentence.len(), |found| found.start());
                let part = &sentence[..end];
                for person in entry::run(part, 0..part.len()) {
                    let name = part[person.name.clone()].to_owned();
                    if !out.iter().any(|seen| seen.name == name) {
                        out.push(Reservation {
                            name,
                            person_id: None,
                            party: person.party.map(|(_, code)| code),
                            text: None,
                        });
                    }
                }
            }
        }
    }
    out
}

pub fn disqualified(paragraphs: &[Paragraph]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut under = false;
    for paragraph in paragraphs {
        if let ParagraphKind::Heading(kind) = paragraph.kind {
            under = kind == SectionKind::Disqualification;
            continue;
        }
        let text = paragraph.text();
        // What is decided, and who comes and goes, stands under the heading no more.
        under &= !decides(&text) && !movements::tells_movement(&text);
        for sentence in sentences(&text) {
            if !JAV.is_match(sentence) && (!under || PRESIDES.is_match(sentence)) {
                continue;
            }
            // "Herr Ek, som är delägare i firma Ros & Son, deltog icke": the clause names others.
            let end = RELATIVE.find(sentence).map_or(sentence.len(), |found| found.start());
            for person in entry::run(sentence, 0..end) {
                let name = sentence[person.name].to_owned();
                if !out.contains(&name) {
                    out.push(name);
                }
            }
        }
    }
    out
}

pub fn attachments(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for line in text.split('\n') {
        let found: Vec<String> = if ATTACHMENT.is_match(line) {
            vec![line.trim_end_matches('.').to_owned()]
        } else {
            ATTACHMENT_IN_TEXT.find_iter(line).map(|found| found.as_str().to_owned()).collect()
        };
        for one in found {
            if !out.contains(&one) {
                out.push(one);
            }
        }
    }
    out
}

pub fn distribution(sections: &[Section]) -> Vec<String> {
    sections
        .iter()
        .filter(|section| section.kind == SectionKind::Distribution)
        .flat_map(|section| section.text.split(['\n', ',', ';', '\t']))
        .map(|part| part.trim().trim_end_matches('.').trim_start_matches(['-', '–', '•']).trim().to_owned())
        .filter(|part| part.chars().any(char::is_alphabetic))
        .collect()
}

pub fn is_immediate(text: &str) -> bool {
    IMMEDIATE.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_another_body_proposes_is_not_decided() {
        let text = "1. taxan höjs. Utskottet föreslår nämnden besluta att sänka den.";
        let found = others_proposal("Nämnden föreslår fullmäktige besluta att", text);
        assert_eq!(found, Some(("1. taxan höjs.", "Utskottet föreslår nämnden besluta att sänka den.")));
        assert_eq!(others_proposal("", "Nämnden föreslår fullmäktige besluta att höja den."), None);
    }
    use crate::page::{CorrectedPage, OcrPage};
    use crate::segment::fields::item::body::whole_row;
    use crate::segment::fields::item::headings::Headings;
    use crate::segment::fields::item::paragraphs::paragraphs;
    use crate::segment::marks::sheet::Sheet;

    fn read(text: &str) -> Vec<Paragraph> {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let rows: Vec<_> = sheet.rows.iter().enumerate().map(|(at, row)| whole_row(at, row)).collect();
        paragraphs(&sheet, &rows, &Headings::default())
    }

    #[test]
    fn a_decision_without_heading_ends_with_its_points() {
        let read = read(
            "Ritningarna visades på mötet i går kväll av arkitekten.\nNämnden beslöt\natt godkänna dem samt\natt tacka.\nNästa möte hålls i maj.",
        );
        let found = sections(&read, "", &Style::default());
        let kinds: Vec<_> = found.iter().map(|section| (section.kind, section.text.as_str())).collect();
        assert_eq!(kinds[1], (SectionKind::Decision, "Nämnden beslöt\natt godkänna dem samt\natt tacka."));
        assert_eq!(kinds[2].0, SectionKind::Other);
    }

    #[test]
    fn motions_reservations_and_their_persons() {
        let read = read(
            "Yrkanden\nAnna Berg (S) yrkar bifall till förslaget. Herr Holm yrkar avslag.\nReservation\nMot beslutet reserverar sig Bo Ek (M) och Eva Ros (C) till förmån för Bo Eks yrkande.",
        );
        let found = proposals(&read);
        assert_eq!(found.iter().map(|p| p.by.join("+")).collect::<Vec<_>>(), ["Anna Berg", "Holm"]);
        let sections = sections(&read, "", &Style::default());
        assert_eq!(reservations(&sections).iter().map(|r| r.name.as_str()).collect::<Vec<_>>(), ["Bo Ek", "Eva Ros"]);
    }

    fn decided(text: &str, title: &str) -> Vec<String> {
        let found = sections(&read(text), title, &Style::default());
        let decisions = found.into_iter().filter(|section| section.kind == SectionKind::Decision);
        decisions.map(|section| section.text).collect()
    }

    #[test]
    fn sentences_that_decide_without_a_heading() {
        for text in [
            "Till kassör för ett år valdes Eva Ros.",
            "Dagordningen godkändes med en ändring.",
            "Styrelsen beviljades ansvarsfrihet för det gångna året.",
            "Förslaget om en ny brygga bifölls av mötet.",
            "Mötet ajournerades till nästa dag.",
            "Stämman förklaras utlyst i behörig tid.",
        ] {
            assert_eq!(decided(text, ""), [text]);
        }
        for text in [
            "Ordföranden öppnade mötet och hälsade alla välkomna.",
            "Kassören redogjorde för årets räkenskaper.",
            "Eva Ros föreslog att bryggan ska målas.",
            "Mötet avslutades med kaffe.",
        ] {
            assert!(decided(text, "").is_empty(), "{text}");
        }
        let told =
            "Kassören redogjorde för räkenskaperna för det gångna året.\nBalansräkningen fastställdes av stämman.";
        assert_eq!(decided(told, ""), ["Balansräkningen fastställdes av stämman."]);
    }

    /// As wide as a page: below it other lines end early.
    const ACCOUNT: &str =
        "Kassören redogjorde för räkenskaperna och för de samtal som fördes med banken under hela året.";

    #[test]
    fn those_elected_under_a_title() {
        assert_eq!(
            decided(&format!("{ACCOUNT}\nEva Ros (12) omval\nBo Ek (7)\n"), "Val av ledamöter på två år"),
            ["Eva Ros (12) omval\nBo Ek (7)"]
        );
    }

    #[test]
    fn several_matters_under_one_number() {
        let text = "Motion 1\nMotion om en ny brygga vid badet, om dess läge och om kostnaden för den under de kommande åren.\nBeslut: Stämman avslog motionen.\n\nMotion 2\nMotion om fler papperskorgar.\nBeslut: Stämman biföll motionen.";
        assert_eq!(decided(text, "Motioner"), ["Stämman avslog motionen.", "Stämman biföll motionen."]);
    }
}
