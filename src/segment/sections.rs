//! An item's paragraphs into sections by kind, and what they say: decisions, proposals, reservations,
//! disqualification, attachments, distribution, outcome. Votes are read by `votes`.

use crate::protocol::{Outcome, Proposal, Reservation, Section, SectionKind};
use crate::segment::dates::compile;
use crate::segment::names::honorific;
use crate::segment::paragraphs::{Paragraph, ParagraphKind};
use crate::segment::people;
use crate::segment::presence;
use crate::segment::sheet::Sheet;
use regex::Regex;
use std::sync::LazyLock;

/// "Nämnden beslutar", alone on its line, with the points below.
static LEAD: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?:[\p{Lu}][\p{L}:]*(?:[ -][\p{L}:]+){0,6}\s)(?:beslutar|beslutade|beslöt|beslöto|beslutat|föreslår\s[\p{L}]*(?:fullmäktige|styrelsen|nämnden|stämman)(?:\sbesluta)?)(?:\s+(?:enhälligt|därför|således|därefter|följande|för\s+sin\s+del|härefter|sålunda))*\s*[,:]?$",
    )
});
/// A sentence that decides.
static DECIDES: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)^(?:
            (?:Efter\s[^.,]{3,60}\s|Härefter\s|Därefter\s|Således\s|Sålunda\s)?
            (?:[\p{Lu}\p{Ll}][\p{L}:]*(?:[\s-][\p{L}:]+){0,6}\s)?
            (?:[Bb]eslutar|[Bb]eslutade|[Bb]eslöt|[Bb]eslöto|[Bb]eslöts|[Bb]eslutades|[Bb]eslutas|beslutat)\b
          | (?:[\p{Lu}][\p{L}-]*(?:nämnden|styrelsen|utskottet|rådet|fullmäktige|stämman)|Rådet|Nämnden|Styrelsen|Utskottet|Fullmäktige|Stämman|Mötet)
            \s(?:utser|godkänner|antar|tackar|fastställer|bifaller|avslår|bordlägger|återremitterar|noterar|tar\sdel|väljer|beviljar|uppdrar|anvisar|tillstyrker|avstyrker|medger)\b
          | (?:Kommun|Lands|Region|Stads)?[\p{L}]*(?:styrelsen|nämnden|utskottet|fullmäktige|rådet)\sföreslår\s[\p{L}\s]{3,40}\s(?:besluta|att)\b
        )",
    )
});
/// "Att ... utsågs herr Ek": decided in the passive.
static PASSIVE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?:Att\s.{5,200}\b(?:utsågs|utsågos|valdes|uppdrogs|beslöts|beslutades|utses|väljs)\b|(?:Ärendet|Frågan|Ansökningen|Ansökan|Framställningen|Motionen|Förslaget|Skrivelsen|Yrkandet|Tilläggsyrkandet|Anhållan)\s(?:bordlades|bordläggs|återremitterades|återremitteras|avslogs|afslogs|avslås|bifölls|bifalles|bifalls|remitterades|blev\s[^.]{0,40}?(?:avslagen|bifallen|bordlagd)|blef\s[^.]{0,40}?(?:afslagen|bifallen|bordlagd))\b|Till\satt\s(?:jämte|jemte)\s.{5,100}\bjustera\b.{3,60}\b(?:utses|utsågs|utsågos|valdes|väljs)\b)",
    )
});
/// A sentence with the verb of a decision and the body that decides, in the order of older prose.
static DECIDED: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?:\b(?:beslöt|beslöto|beslutade|beslutar)\s+(?:[\p{L}-]*(?:nämnden|styrelsen|utskottet|fullmäktige|rådet|stämman|kammaren|mötet)|att)\b|\b(?:[Nn]ämnden|[Ss]tyrelsen|[Uu]tskottet|[Ff]ullmäktige|[Rr]ådet|[Ss]tämman|[Mm]ötet|[\p{L}-]+(?:nämnden|styrelsen|utskottet|fullmäktige|stämman))\s+(?:beslöt|beslöto|beslutade|beslutar)\b|\b[Bb]esl(?:öts|utades|utas)\b|\bhade\s[^.]{3,60}?\bbeslut(?:it|at)\b)",
    )
});
static ATT: LazyLock<Regex> = LazyLock::new(|| compile(r"^(?i:att|dels)\b|^[-–—•*]\s|^[a-zåäö0-9]{1,2}[.)]\s"));
static POINT: LazyLock<Regex> = LazyLock::new(|| compile(r"^(?:[-–—•*]\s*)?(?i:att|dels)\b"));
static RESERVES: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(?:reserver(?:ar|ade|at|a)\s+sig|reservera(?:de|r)|anmäl(?:er|de|des)\s+(?:skriftlig\s+)?reservation|reservation\s+(?:anmäl|lämna|avgav|av)|anmäl(?:er|de|des)\b[^.]{3,120}?\breservation|lät[ao]?\s+anteckna\s+(?:sin\s+)?reservation)",
    )
});
static FAVOUR: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"(?i)\b(?:till\s+(?:förmån|fördel)\s+för|med\s+hänvisning\s+till|enligt\s+följande|och\s+anför)\b")
});
static MOVES: LazyLock<Regex> = LazyLock::new(|| compile(r"\b(?:yrkar|yrkade|yrka|yrkat|hemställer|hemställde)\b"));
/// Weaker words, which move only under the heading "Yrkanden".
static SUGGESTS: LazyLock<Regex> = LazyLock::new(|| compile(r"\b(?:föreslår|föreslog)\b"));
static JAV: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\bjäv\b|\bjävig"));
static ATTACHMENT: LazyLock<Regex> = LazyLock::new(|| compile(r"^Bilag(?:a|or)\b[^.]{0,60}\.?$"));
static ATTACHMENT_IN_TEXT: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"\b[Bb]ilag(?:a|or)\s+(?:nr\s*)?(?:\d{1,3}|[A-Z])(?:\s*[-–,]\s*\d{1,3}|\s+och\s+\d{1,3})*\b")
});
static IMMEDIATE: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"(?i)(?:omedelbar(?:t)?\s+juster|omedelbart\s+justerad|förklaras?\s+omedelbart|justeras\s+omedelbart)")
});

/// How a document prints its decisions.
#[derive(Clone, Copy, Debug, Default)]
pub struct Style {
    /// "Nämnden beslutar" on its own line always, never with its decision on the same line.
    pub lead_is_heading: bool,
}

/// Looks at all items' paragraphs: the same words are a heading in one document and a sentence in another.
pub fn style<'a>(sheet: &Sheet, items: impl IntoIterator<Item = &'a [Paragraph]>) -> Style {
    let (mut leads, mut apart, mut sentences, mut with_heading) = (0, 0, 0, 0);
    // A heading stands nearer to what it heads than to what comes before.
    let is_apart = |row: usize| {
        let below = sheet.gap_above(row + 1).unwrap_or(1.0);
        sheet.gap_above(row).is_none_or(|gap| gap > 1.2 && gap > below * 1.2)
    };
    for paragraphs in items {
        for (at, paragraph) in paragraphs.iter().enumerate() {
            if paragraph.kind != ParagraphKind::Text {
                continue;
            }
            let text = paragraph.text();
            let under_heading =
                at > 0 && matches!(paragraphs[at - 1].kind, ParagraphKind::Heading(SectionKind::Decision));
            if LEAD.is_match(&text) {
                leads += 1;
                apart += usize::from(is_apart(paragraph.row));
                with_heading += usize::from(under_heading);
            } else if DECIDES.is_match(&text) {
                sentences += 1;
                with_heading += usize::from(under_heading);
            }
        }
    }
    Style { lead_is_heading: leads >= 2 && apart * 2 > leads && sentences * 8 <= leads && with_heading == 0 }
}

pub fn sections(paragraphs: &[Paragraph], style: Style) -> Vec<Section> {
    let out = reservations_apart(by_paragraph(paragraphs, style));
    if out.iter().any(|section| section.kind == SectionKind::Decision) { out } else { by_sentence(out) }
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

/// Older protocols decide in the middle of a paragraph: "Upplästes skrivelse ..., och beslöt nämnden ...".
/// From the sentence on the paragraph is the decision.
fn by_sentence(sections: Vec<Section>) -> Vec<Section> {
    let mut out: Vec<Section> = Vec::new();
    let mut is_found = false;
    for section in sections {
        if is_found || section.kind != SectionKind::Other || section.heading.is_some() {
            out.push(section);
            continue;
        }
        let mut lines: Vec<&str> = Vec::new();
        let mut rest: Vec<&str> = Vec::new();
        let mut decision = None;
        for line in section.text.split('\n') {
            if is_found {
                rest.push(line);
                continue;
            }
            let at = sentences(line).into_iter().scan(0, |start, sentence| {
                let at = *start;
                *start += sentence.len();
                Some((at, sentence))
            });
            match at
                .into_iter()
                .find(|(_, sentence)| DECIDED.is_match(sentence) && !sentence.trim_end().ends_with(['?', ':']))
            {
                Some((at, _)) => {
                    is_found = true;
                    if !line[..at].trim().is_empty() {
                        lines.push(line[..at].trim());
                    }
                    decision = Some(line[at..].trim().to_owned());
                }
                None => lines.push(line),
            }
        }
        let Some(decision) = decision else {
            out.push(section);
            continue;
        };
        let other = |lines: Vec<&str>| Section { kind: SectionKind::Other, heading: None, text: lines.join("\n") };
        if !lines.is_empty() {
            out.push(other(lines));
        }
        out.push(Section { kind: SectionKind::Decision, heading: None, text: decision });
        if !rest.is_empty() {
            out.push(other(rest));
        }
    }
    out
}

fn by_paragraph(paragraphs: &[Paragraph], style: Style) -> Vec<Section> {
    let mut out: Vec<Section> = Vec::new();
    // What opened the current section: a heading keeps it open, a sentence only over its points.
    let mut by_sentence = false;
    let mut under = None;
    // An item that prints the heading has its decisions under it, not in other sentences.
    let has_heading =
        paragraphs.iter().any(|paragraph| paragraph.kind == ParagraphKind::Heading(SectionKind::Decision));
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let text = paragraph.text();
        if let ParagraphKind::Heading(kind) = paragraph.kind {
            out.push(Section { kind, heading: Some(text), text: String::new() });
            (by_sentence, under) = (false, Some(kind));
            continue;
        }
        let next_is_point =
            paragraphs.get(at + 1).is_some_and(|next| next.kind == ParagraphKind::Text && ATT.is_match(&next.text()));
        let in_decision = under == Some(SectionKind::Decision);
        if LEAD.is_match(&text) && style.lead_is_heading && !in_decision {
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
        } else if in_decision || has_heading && !ATTACHMENT.is_match(&text) || under == Some(SectionKind::Proposal) {
            None
        } else if LEAD.is_match(&text) && next_is_point
            || DECIDES.is_match(&text) && !is_question(&text)
            || PASSIVE.is_match(&text)
        {
            Some(SectionKind::Decision)
        } else if ATTACHMENT.is_match(&text) {
            Some(SectionKind::Attachments)
        } else {
            None
        };
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

/// Whether a text begins with the words of a decision.
pub fn decides(text: &str) -> bool {
    LEAD.is_match(text) || DECIDES.is_match(text)
}

fn is_question(text: &str) -> bool {
    text.ends_with('?')
}

fn add(out: &mut [Section], text: &str) {
    if let Some(section) = out.last_mut() {
        if !section.text.is_empty() {
            section.text.push('\n');
        }
        section.text.push_str(text);
    }
}

/// Who moved what: a sentence that begins with persons and goes on with "yrkar".
pub fn proposals(paragraphs: &[Paragraph]) -> Vec<Proposal> {
    let mut out = Vec::new();
    let mut under_motions = false;
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
            let verb = MOVES.find(sentence).or_else(|| SUGGESTS.find(sentence).filter(|_| under_motions));
            let Some(verb) = verb else { continue };
            let before = &sentence[..verb.start()];
            if before.chars().count() > 200 || before.contains(':') {
                continue;
            }
            let opens_with_person = before
                .split_whitespace()
                .next()
                .is_some_and(|word| honorific(word).is_some() || word.chars().next().is_some_and(char::is_uppercase));
            let persons = people::run(before, 0..before.len());
            if persons.is_empty() || !opens_with_person || !reaches(before, &persons) {
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
    out
}

/// Whether the persons fill the words before the verb: "På förslag av Bo Ek föreslår" is no motion.
fn reaches(before: &str, persons: &[people::Person]) -> bool {
    let covered: usize = persons.iter().map(|person| person.whole.len()).sum();
    let first = persons.first().map_or(0, |person| person.whole.start);
    first <= 12 && covered * 10 >= before.trim().len() * 6
}

/// Sentences end at a full stop before a blank and a capital.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if c != '.' {
            continue;
        }
        let after = &text[at + 1..];
        let ends = after.trim_start().chars().next().is_none_or(char::is_uppercase)
            && (after.is_empty() || after.starts_with(char::is_whitespace));
        let n_letters = text[..at].chars().rev().take_while(|c| c.is_alphabetic()).count();
        let after_figure = text[..at].ends_with(|c: char| c.is_ascii_digit() || matches!(c, ')' | '"' | '”' | '%'));
        let abbreviated = n_letters <= 1 && !after_figure;
        if ends && !abbreviated {
            out.push(&text[start..=at]);
            start = at + 1;
        }
    }
    if start < text.len() {
        out.push(&text[start..]);
    }
    out
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
                for person in people::run(part, 0..part.len()) {
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
        under &= !decides(&text) && !presence::tells_movement(&text);
        for sentence in sentences(&text) {
            if !JAV.is_match(sentence) && !under {
                continue;
            }
            for person in people::run(sentence, 0..sentence.len()) {
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

/// What became of the matter, from the words of its decision.
pub fn outcome(sections: &[Section]) -> Option<Outcome> {
    let decision: String = sections
        .iter()
        .filter(|section| section.kind == SectionKind::Decision)
        .map(|section| section.text.to_lowercase() + "\n")
        .collect();
    if decision.trim().is_empty() {
        return None;
    }
    let has = |words: &[&str]| words.iter().any(|word| decision.contains(word));
    let found = if has(&["återremiss", "återremitter"]) {
        Outcome::ReferredBack
    } else if has(&["bordlägg", "bordlagd", "bordlades"]) && !has(&["tillstyrka", "godkänna"]) {
        Outcome::Postponed
    } else if has(&[
        "ärendet utgår",
        "punkten utgår",
        "ärendet ska utgå",
        "ärendet skall utgå",
        "avskriv",
        "dras tillbaka",
        "utgår från dagordningen",
    ]) {
        Outcome::Withdrawn
    } else if has(&["avslå", "avslogs", "avslag ", "avslag.", "afslagen", "afslogs", "avslagen"]) {
        Outcome::Rejected
    } else if has(&[
        "läggs till handlingarna",
        "lägga till handlingarna",
        "till handlingarna",
        "notera",
        "tacka för",
        "anteckna",
        "till protokollet",
    ]) {
        Outcome::Noted
    } else if has(&[
        "godkänn",
        "bifall",
        "anta ",
        "antaga",
        "bevilja",
        "fastställ",
        "tillstyrk",
        "utse ",
        "välja ",
        "anvisa",
        "medge",
        "ansvarsfrihet",
    ]) {
        Outcome::Approved
    } else {
        // Elections and orders are neither: what came of them is their words.
        return None;
    };
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::segment::paragraphs::{paragraphs, whole_row};

    fn read(text: &str) -> Vec<Paragraph> {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let rows: Vec<_> = sheet.rows.iter().enumerate().map(|(at, row)| whole_row(at, row)).collect();
        paragraphs(&sheet, &rows)
    }

    #[test]
    fn a_decision_without_heading_ends_with_its_points() {
        let read = read(
            "Ritningarna visades på mötet i går kväll av arkitekten.\nNämnden beslöt\natt godkänna dem samt\natt tacka.\nNästa möte hålls i maj.",
        );
        let found = sections(&read, Style::default());
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
        let sections = sections(&read, Style::default());
        assert_eq!(reservations(&sections).iter().map(|r| r.name.as_str()).collect::<Vec<_>>(), ["Bo Ek", "Eva Ros"]);
    }
}
