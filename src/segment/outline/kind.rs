//! What kind of document this is. Only a protocol has items: the §§ of bylaws and the headings of an
//! annual report are not what a meeting decided.

use crate::protocol::DocumentKind;
use crate::segment::marks::sheet::Sheet;
use crate::segment::outline::zone::{Zone, Zones};
use crate::segment::words::forms::Words;
use crate::segment::words::labels::Label;
use crate::segment::words::pattern::compile;
use crate::segment::words::text::fold;
use crate::segment::words::titles;
use regex::Regex;
use std::sync::LazyLock;

static PROTOCOL_WORD: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(?i)protok(?:o|{=misreadings.letter_o})(?:l|{=misreadings.letter_l}){1,2}"));
static DECISION: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"\b(?:{~decisions.verbs}|{~decisions.passive_verbs}|{~decisions.supines}|{=decisions.recorded})\b")
});

/// "Minnesanteckningar", "Anteckningar från mötet": minutes by another name.
static NOTES: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\b{=outline.notes}\b"));
/// What is told when it is over: "valdes", "godkändes", "redogjorde".
static HAPPENED: LazyLock<Regex> = LazyLock::new(|| compile(r"\b{~outline.happened}\b"));
static ACTS: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"\b(?:{=decisions.acts}|{~decisions.verbs}|{=decisions.recorded}|{=decisions.elected})\b")
});
/// That the meeting was opened, closed or attended.
static HELD: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(?:{=outline.met})\b.{0,60}\b{=outline.opened_or_closed}\b|\b{=outline.opened_or_closed}\b.{0,60}\b{=outline.met}\b",
    )
});

/// Titles of other documents, as the whole of a line near the top or its first word.
static OTHERS: [(DocumentKind, Words); 4] = [
    (DocumentKind::AnnualReport, Words::new("outline.annual_reports")),
    (DocumentKind::Bylaws, Words::new("outline.bylaws")),
    (DocumentKind::Agenda, Words::new("outline.agendas")),
    (DocumentKind::Notice, Words::new("outline.notices")),
];

/// Words of a sentence that speaks of minutes.
static MODALS: Words = Words::new("outline.modals");
static SPEAKING_OF_MINUTES: Words = Words::new("outline.speaking_of_minutes");

static LETTER_WORDS: Words = Words::new("outline.letter_words");

pub fn kind(sheet: &Sheet, zones: &Zones) -> DocumentKind {
    let Some(first_page) = sheet.rows.first().map(|row| row.page) else { return DocumentKind::Other };
    let metrics = sheet.metrics_at(first_page);
    let top: Vec<String> = sheet
        .rows
        .iter()
        .take_while(|row| row.page == first_page)
        .take(zones.headings.first().map_or(usize::MAX, |heading| heading.row.max(3)))
        .filter(|row| !sheet.pages[first_page].ocr().has_boxes() || row.bbox.y0 < metrics.height * 2 / 5)
        .take(14)
        .map(|row| unspaced(row.text()))
        .collect();
    let is_minutes = |text: &str| (PROTOCOL_WORD.is_match(text) || NOTES.is_match(text)) && !is_sentence(text);
    let titled = top.iter().any(|text| is_minutes(text));
    let of_meeting = top.iter().any(|text| titles::is_title(text) && !is_sentence(text));
    let told = |wanted: &dyn Fn(Zone) -> bool, pattern: &Regex| {
        zones.rows(wanted).into_iter().filter(|row| pattern.is_match(sheet.rows[*row].text())).count()
    };
    let decided = told(&|zone| matches!(zone, Zone::Item(_)), &DECISION);
    // Where the items were not found, what happened is told all the same.
    let is_text = |zone: Zone| !matches!(zone, Zone::Head | Zone::Foot | Zone::Contents | Zone::Notice | Zone::Annex);
    let happened = told(&is_text, &HAPPENED);
    let held = told(&is_text, &HELD);
    let labelled = form_labels(sheet, zones);
    let headings = zones.headings.len();
    // The first line that names a kind: a summons may list an annual report below.
    // "§ 85" over "Årsredovisning 2025": what stands below an item's number is its title.
    let items_begin = sheet.rows.iter().position(|row| row.mark.is_strong()).unwrap_or(usize::MAX).max(3);
    let other = top.iter().take(items_begin.min(8)).find_map(|text| {
        let folded = fold(text);
        let is_short = text.split_whitespace().count() <= 8;
        let names = |word: &&str| folded == *word || is_short && folded.starts_with(&format!("{word} "));
        OTHERS.iter().find(|(_, words)| words.iter().any(names))
    });
    // Title, fields of a form and what happened add up.
    let mut score = 0;
    score += if titled {
        3
    } else if of_meeting {
        2
    } else {
        0
    };
    score += labelled.min(4);
    score += if headings > 0 && decided * 4 >= headings { 2 } else { 0 };
    score += usize::from(decided >= 2 || happened >= 3);
    score += usize::from(held >= 1);
    if let Some((kind, _)) = other {
        // What was called to or planned did not happen yet: under "Dagordning" minutes tell what did.
        let is_plan = matches!(kind, DocumentKind::Agenda | DocumentKind::Notice);
        // "Mötet godkänner dagordningen" may be proposed; where the meeting was opened it is told.
        let acted = if held >= 1 { told(&|zone| matches!(zone, Zone::Item(_)), &ACTS) } else { 0 };
        let told = happened.max(acted);
        let happened_there = is_plan && told >= 3 && told * 4 >= headings && held + labelled >= 1;
        if !happened_there && (!titled || labelled == 0 && decided.max(happened) * 6 < headings) {
            return *kind;
        }
    }
    if score >= 4 || titled && (headings > 0 || labelled >= 1 || happened >= 1) {
        return DocumentKind::Protocol;
    }
    if is_letter(sheet) { DocumentKind::Letter } else { DocumentKind::Other }
}

/// Text that speaks of protocols: "Protokoll ska föras vid styrelsens sammanträden."
fn is_sentence(text: &str) -> bool {
    let folded = fold(text);
    let says = folded.split(' ').any(|word| MODALS.has(word)) || SPEAKING_OF_MINUTES.within(&folded);
    folded.split(' ').count() > 5 && says
}

/// "P r o t o k o l l" without its blanks.
fn unspaced(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let single = words.iter().filter(|word| word.chars().count() == 1).count();
    if words.len() >= 5 && single * 10 >= words.len() * 8 { words.concat() } else { text.to_owned() }
}

/// Different fields that only a meeting's form has.
fn form_labels(sheet: &Sheet, zones: &Zones) -> usize {
    let mut seen: Vec<Label> = Vec::new();
    for at in zones.rows(|zone| matches!(zone, Zone::Form | Zone::Signatures | Zone::Notice)) {
        for piece in &sheet.rows[at].pieces {
            let Some((label, _)) = piece.mark.label_at_start() else { continue };
            let telling = matches!(
                label,
                Label::PlaceTime
                    | Label::Deciding
                    | Label::Present
                    | Label::Serving
                    | Label::NonServing
                    | Label::AdjusterNamed
                    | Label::AdjustPlaceTime
                    | Label::ParagraphRange
                    | Label::Secretary
                    | Label::Chair
                    | Label::Adjuster
                    | Label::AtProtocol
                    | Label::Adjusted
                    | Label::Notice
                    | Label::MeetingDate
                    | Label::Absent
            );
            if telling && !seen.contains(&label) {
                seen.push(label);
            }
        }
    }
    seen.len()
}

fn is_letter(sheet: &Sheet) -> bool {
    let found = sheet.rows.iter().filter(|row| {
        let folded = fold(row.text());
        LETTER_WORDS.iter().any(|sign| {
            folded == *sign || sign.len() > 4 && folded.starts_with(sign) && row.text().split_whitespace().count() <= 6
        })
    });
    found.count() >= 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::segment::outline::zones::zones;

    fn kind_of(text: &str) -> DocumentKind {
        let pages = [CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        kind(&sheet, &zones(&sheet))
    }

    #[test]
    fn minutes_under_another_name() {
        for text in [
            "Dagordning\nLillby simsällskap 2021-03-04\nNärvarande: Anna Berg, Bo Ek\n1. Mötets öppnande\n\
             Anna Berg öppnade mötet kl 18.02.\n2. Val av justerare\nBo Ek valdes till justerare.\n3. Ekonomi\n\
             Kassören redogjorde för läget.\n4. Avslutning\nMötet avslutades kl 19.10.\n",
            "Dagordning för årsmöte\nÅrsmöte 2021\n§1. Årsmötets öppnande\nMötet förklaras öppnat 17:22.\n\
             §2. Val av justerare\nEva Lund väljs till justerare.\n§3. Dagordning\nMötet godkänner dagordningen.\n\
             §4. Utlysande\nMötet godkänner utlysandet.\n",
            "Minnesanteckningar från brukarrådet 4 mars 2021\nNärvarande: Anna Berg, Bo Ek\n\
             Anna Berg informerade om lokalerna.\nBo Ek rapporterade om resan.\n",
        ] {
            assert_eq!(kind_of(text), DocumentKind::Protocol, "{text}");
        }
    }

    #[test]
    fn the_title_of_an_item_is_no_documents_title() {
        let text = "Kommunfullmäktige\nProtokoll\n2019-05-06\n§ 85 2019.019 KS\nÅrsredovisning 2018 för Storby kommun\n\
                    Beslut\nÅrsredovisning 2018 för Storby kommun godkänns.\n";
        assert_eq!(kind_of(text), DocumentKind::Protocol);
    }

    #[test]
    fn what_is_planned_did_not_happen() {
        let points = "1. Mötet öppnas\n2. Val av justerare\n3. Föregående protokoll\n4. Verksamhetsberättelse\n\
                      5. Mötet avslutas\n";
        assert_eq!(kind_of(&format!("Dagordning styrelsemöte 2021-03-04\n{points}")), DocumentKind::Agenda);
        assert_eq!(kind_of(&format!("Kallelse till årsmöte i Lillby byalag\n{points}")), DocumentKind::Notice);
        let report = "Verksamhetsberättelse 2020\nLillby byalag\nÅrsmötet hölls den 4 mars. Anna Berg valdes till \
                      ordförande.\nStyrelsen har haft åtta protokollförda möten.\n";
        assert_eq!(kind_of(report), DocumentKind::AnnualReport);
    }
}
