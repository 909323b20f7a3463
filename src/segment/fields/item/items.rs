//! The items: number, title, reference and text of each, from the rows between two headings.
//!
//! Where the titles stand is told by `titles`; what stands in an item's text is left to `sections`.

use crate::protocol::{Evidence, Field, Item, Section, SectionKind, State};
use crate::segment::fields::item::body::Paragraph;
use crate::segment::fields::item::columns;
use crate::segment::fields::item::drafts::{Draft, distribution_above, draft, lead_of, title_of};
use crate::segment::fields::item::headings::Headings;
use crate::segment::fields::item::leads::{self, Lead};
use crate::segment::fields::item::paragraphs::paragraphs;
use crate::segment::fields::item::titles::{TitlePlace, title_place};
use crate::segment::fields::item::{decisions, sections, votes};
use crate::segment::marks::numbers::Heading;
use crate::segment::marks::sheet::Sheet;
use crate::segment::outline::zone::{Zone, Zones};
use crate::segment::words::text::{squeeze, trim};

/// The items in printed order. `titles` are those of the table of contents, by number.
pub fn items(sheet: &Sheet, zones: &Zones, titles: &[(u32, String)]) -> Vec<Item> {
    let (drafts, style) = drafts(sheet, zones, titles);
    drafts.into_iter().map(|(draft, read)| finish(sheet, draft, &read, &style)).collect()
}

/// The number, suffix and title of each item with its paragraphs, and how the document prints its decisions.
pub fn read(sheet: &Sheet, zones: &Zones) -> (Vec<(Heading, String, Vec<Paragraph>)>, decisions::Style) {
    let (drafts, style) = drafts(sheet, zones, &[]);
    let short = |(draft, read): (Draft, _)| (draft.heading.clone(), title_of(&draft).text, read);
    (drafts.into_iter().map(short).collect(), style)
}

fn drafts(sheet: &Sheet, zones: &Zones, titles: &[(u32, String)]) -> (Vec<(Draft, Vec<Paragraph>)>, decisions::Style) {
    let rows = zones.rows_of_items();
    let above_first: Vec<usize> = zones.headings.first().map_or(Vec::new(), |first| {
        let mut rows = zones.rows(|zone| matches!(zone, Zone::Form | Zone::Notice));
        rows.retain(|row| *row < first.row && sheet.rows[*row].page == sheet.rows[first.row].page);
        rows
    });
    let mut rows = rows;
    let above = distribution_above(sheet, zones, &mut rows, &above_first);
    let columns = columns::columns(sheet, &zones.headings, &rows);
    let cut = if columns.is_none() { columns::without_asides(sheet, zones, &rows) } else { None };
    let zones = cut.as_ref().unwrap_or(zones);
    let place = match columns {
        Some(columns) => TitlePlace::Column(columns),
        None => title_place(sheet, zones, &rows, &above_first),
    };
    let leads: Vec<Lead> =
        zones.headings.iter().zip(&rows).map(|(heading, rows)| lead_of(sheet, heading, rows)).collect();
    let judged = leads::titles(&leads);
    let mut drafts: Vec<Draft> = Vec::new();
    for (index, heading) in zones.headings.iter().enumerate() {
        let before: &[usize] = match index.checked_sub(1) {
            Some(before) => &rows[before],
            None => &above_first,
        };
        let known = titles.iter().find(|(number, _)| *number == heading.number).map(|(_, title)| title.as_str());
        let (mut draft, taken) = draft(sheet, heading, &rows[index], before, place, judged[index].0, known);
        draft.trust = judged[index].1;
        draft.above = above[index];
        // A title above its number had been taken for the last lines of the item before.
        if let Some(previous) = drafts.last_mut() {
            let n = previous.body.len().saturating_sub(taken);
            previous.body.truncate(n);
        }
        drafts.push(draft);
    }
    let headings = Headings::learned(drafts.iter().map(|draft| draft.body.as_slice()));
    let read: Vec<Vec<Paragraph>> = drafts.iter().map(|draft| paragraphs(sheet, &draft.body, &headings)).collect();
    let style = decisions::style(sheet, read.iter().map(Vec::as_slice));
    (drafts.into_iter().zip(read).collect(), style)
}

fn finish(sheet: &Sheet, draft: Draft, read: &[Paragraph], style: &decisions::Style) -> Item {
    let pages = sheet.pages;
    let heading = &draft.heading;
    let trust = (0.8 + 0.05 * heading.weight).clamp(0.5, 0.99);
    let state = if heading.inferred { State::Inferred } else { State::Normalised };
    let label_range = trim(&draft.label.text, draft.label.whole(), &[]);
    let mut number_evidence = draft.label.evidence(pages, &label_range, state, trust);
    if heading.inferred {
        number_evidence.confidence = number_evidence.confidence.min(0.7);
    }
    let title = title_of(&draft);
    // A title that ends like a sentence keeps its words and not its full stop.
    let one_sentence = title.text.trim_end().strip_suffix('.').is_some_and(|rest| {
        !rest.contains(". ") && rest.split_whitespace().last().is_some_and(|last| last.chars().count() > 3)
    });
    let drop: &[char] = if one_sentence { &['\t', '_', '|', '-', '–', '.'] } else { &['\t', '_', '|', '-', '–'] };
    let title_range = trim(&title.text, title.whole(), drop);
    let title_range = trim(&title.text, title_range, &[';', ':']);
    let title_field =
        if title_range.is_empty() { Field::default() } else { title.field(pages, &title_range, 0.99 * draft.trust) };
    let text: Vec<String> = read.iter().map(Paragraph::text).filter(|text| !text.is_empty()).collect();
    let text = text.join("\n");
    let sections = sections::sections(read, title.of(&title_range), style);
    let last_page = draft.body.last().and_then(|row| row.pieces.last()).map_or(draft.first_page, |piece| piece.page);
    let page_number = |index: usize| pages.get(index).map_or(0, |page| page.number());
    Item {
        number: if heading.is_numbered() { Field::new(heading.number, number_evidence) } else { Field::default() },
        number_last: heading.last,
        suffix: heading.suffix.clone(),
        year: heading.year,
        label: label_field(&draft, pages),
        earlier_numbers: draft.earlier.clone(),
        title: title_field,
        reference: draft.reference.as_ref().map_or_else(Field::default, |(flow, range)| flow.field(pages, range, 0.98)),
        votes: votes::votes(sheet, read),
        proposals: sections::proposals(read),
        reservations: sections::reservations(&sections),
        disqualified: sections::disqualified(read),
        attachments: sections::attachments(&text),
        distribution: distribution(sheet, &draft, &sections),
        immediate_adjustment: sections::is_immediate(&text),
        outcome: decisions::outcome(&sections),
        sections,
        text,
        page_first: page_number(draft.first_page),
        page_last: page_number(last_page.max(draft.first_page)),
    }
}

/// Whom the decision is sent to, printed over the number or in a section of its own.
fn distribution(sheet: &Sheet, draft: &Draft, read: &[Section]) -> Vec<String> {
    let above = draft.above.map(|row| sheet.rows[row].text());
    let above = above.and_then(|text| text.split_once(':')).map(|(_, names)| Section {
        kind: SectionKind::Distribution,
        heading: None,
        text: names.trim().to_owned(),
    });
    let sections: Vec<Section> = above.into_iter().chain(read.iter().cloned()).collect();
    sections::distribution(&sections)
}

fn label_field(draft: &Draft, pages: &[crate::page::CorrectedPage]) -> Field<String> {
    let range = trim(&draft.label.text, draft.label.whole(), &['\t', ',']);
    if range.is_empty() {
        return Field::default();
    }
    let evidence: Evidence = draft.label.evidence(pages, &range, State::Read, 0.97);
    Field::new(squeeze(draft.label.of(&range)), evidence)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::segment::outline::zones::zones;

    fn read(text: &str) -> Vec<Item> {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let zones = zones(&sheet);
        items(&sheet, &zones, &[])
    }

    fn short(items: &[Item]) -> Vec<(u32, String, String)> {
        let own = |field: &Field<String>| field.value.clone().unwrap_or_default();
        items.iter().map(|item| (item.number.value.unwrap_or(0), own(&item.title), own(&item.reference))).collect()
    }

    #[test]
    fn titles_under_their_number() {
        let found = read(
            "KS § 3      Dnr KS 2019/35\nVal av justerare vid\nsammanträdet\nBeslut\nBo Ek utses.\n\nKS § 4\nDagordning\nBeslut\nDen godkänns.",
        );
        assert_eq!(
            short(&found),
            [
                (3, "Val av justerare vid sammanträdet".into(), "KS 2019/35".into()),
                (4, "Dagordning".into(), String::new())
            ]
        );
        assert_eq!(found[0].text, "Beslut\nBo Ek utses.");
        assert_eq!(found[1].sections[0].text, "Den godkänns.");
    }

    #[test]
    fn no_titles_where_none_are_printed() {
        let found = read(
            "Paragraf 3.\nFörelåg ansökan från Bo Ek om lån.\nNämnden beslöt att bifalla den.\nParagraf 4.\nUpplästes protokollet från förra mötet.\nParagraf 5.\nMötet avslutades därefter av ordföranden sent på kvällen.",
        );
        assert_eq!(short(&found).iter().map(|item| item.1.as_str()).collect::<Vec<_>>(), ["", "", ""]);
        assert_eq!(found[0].text, "Förelåg ansökan från Bo Ek om lån.\nNämnden beslöt att bifalla den.");
    }

    #[test]
    fn titles_run_into_the_text() {
        let found = read(
            "§ 3. Skolläkare. — Rektor hade anhållit om en läkare.\nNämnden beslöt att anställa en.\n\
             § 4. Landsvägen. — Bo Ek hade skrivit om den.\n§ 5. Bron. — Ingenjören redogjorde för den.",
        );
        let titles: Vec<String> = short(&found).into_iter().map(|item| item.1).collect();
        assert_eq!(titles, ["Skolläkare", "Landsvägen", "Bron"]);
        assert!(found[0].text.starts_with("Rektor hade anhållit om en läkare."), "{}", found[0].text);
    }

    #[test]
    fn numbers_of_earlier_bodies_and_references_between() {
        let found = read(
            "§ 7\tBudget för 2019\nAu § 58 Ks § 97\nDnr 2019/12\nBeslut\nDen antas.\n\
             § 8\tDagordning\nBeslut\nDen godkänns.",
        );
        assert_eq!(found[0].earlier_numbers, [("Au".to_owned(), 58), ("Ks".to_owned(), 97)]);
        assert_eq!(short(&found)[0], (7, "Budget för 2019".into(), "2019/12".into()));
        assert_eq!(found[0].text, "Beslut\nDen antas.");
    }
}
