//! The first pass: every row gets one zone. What the rows of a zone say is left to its parser.

use crate::protocol::AttendeeRole;
use crate::segment::marks::numbers::Heading;
use crate::segment::marks::sheet::{Piece, Row, Sheet};
use crate::segment::outline::candidates::candidates;
use crate::segment::outline::choice::{self, Judged};
use crate::segment::outline::evidence::Ground;
use crate::segment::outline::furniture::furniture;
use crate::segment::outline::runs::runs;
use crate::segment::outline::signing;
use crate::segment::outline::zone::{Zone, Zones};
use crate::segment::outline::{chain, contents};
use crate::segment::words::forms::Words;
use crate::segment::words::labels::{self, Label, is_attendance_list};
use crate::segment::words::names::{self, is_name_line};
use crate::segment::words::text::fold;

static ANNEXES: Words = Words::new("outline.annexes");
/// Stems of the words that tell of a notice, and of all that may be told under the names of those who signed.
static NOTICE_STEMS: Words = Words::new("outline.notice_stems");
static TOLD_BELOW: Words = Words::new("outline.told_below");

pub fn zones(sheet: &Sheet) -> Zones {
    let (mut zones, candidates) = ground(sheet);
    let judged = judged(sheet, &zones, &candidates);
    if let Some(best) = judged.first() {
        let chosen = &best.run;
        zones.margin = choice::margin(&judged);
        contents::settle(sheet, &mut zones, &judged);
        let open: Vec<Heading> =
            candidates.iter().filter(|one| zones.of_row[one.row] == Zone::Unassigned).cloned().collect();
        zones.headings = chain::completed(sheet, &open, chosen.headings.clone());
        zones.headings.retain(|heading| zones.of_row[heading.row] == Zone::Unassigned);
    }
    items(sheet, &mut zones);
    // "17 Signatures" is none of the items.
    let is_item = |heading: &Heading| matches!(zones.of_row[heading.row], Zone::Item(_));
    if zones.headings.last().is_some_and(|last| !is_item(last)) {
        zones.headings.pop();
    }
    zones
}

/// Furniture and what may be contents, and every row that may open an item.
fn ground(sheet: &Sheet) -> (Zones, Vec<Heading>) {
    let mut zones = Zones { of_row: vec![Zone::Unassigned; sheet.rows.len()], headings: Vec::new(), margin: 0.0 };
    furniture(sheet, &mut zones);
    contents::contents(sheet, &mut zones);
    let candidates = candidates(sheet, |row| !matches!(zones.of_row[row], Zone::Head | Zone::Foot));
    (zones, candidates)
}

/// The runs of numbers of a sheet that may be its items, the likeliest first.
pub fn all_runs(sheet: &Sheet) -> Vec<Judged> {
    let (zones, candidates) = ground(sheet);
    judged(sheet, &zones, &candidates)
}

fn judged(sheet: &Sheet, zones: &Zones, candidates: &[Heading]) -> Vec<Judged> {
    let open: Vec<Heading> =
        candidates.iter().filter(|one| zones.of_row[one.row] == Zone::Unassigned).cloned().collect();
    let mut best = chain::chain(sheet, &open);
    let ends = Zones { of_row: zones.of_row.clone(), headings: best.clone(), margin: 0.0 };
    if let Some(end) = end_of_items(sheet, &ends) {
        let before: Vec<Heading> = open.into_iter().filter(|heading| heading.row < end).collect();
        best = chain::chain(sheet, &before);
    }
    let runs = runs(sheet, zones, candidates, best);
    choice::judged(&Ground::new(sheet, zones), runs)
}

/// Items from heading to heading; forms, notices and signatures around them.
fn items(sheet: &Sheet, zones: &mut Zones) {
    let n = sheet.rows.len();
    let starts: Vec<usize> = zones.headings.iter().map(|heading| heading.row).collect();
    let first = starts.first().copied().unwrap_or(n);
    let mut current = Zone::Form;
    let mut next_heading = 0;
    for at in 0..n {
        if starts.get(next_heading) == Some(&at) {
            current = Zone::Item(next_heading);
            next_heading += 1;
        }
        if zones.of_row[at] != Zone::Unassigned {
            continue;
        }
        let is_last = next_heading == starts.len();
        current = match current {
            Zone::Form if at < first => form_or_notice(sheet, zones, at, current),
            Zone::Notice if at < first => form_or_notice(sheet, zones, at, current),
            Zone::Item(index) => leaves_item(sheet, zones, at, is_last).unwrap_or(Zone::Item(index)),
            Zone::Signatures | Zone::Notice => after_items(sheet, zones, at, current),
            other => other,
        };
        zones.of_row[at] = current;
    }
    unlabelled_signatures(sheet, zones);
    signed_block(sheet, zones);
}

/// Where no word told it, the last item ends where the rows look most like signatures; so does a document of which no
/// item was found.
fn signed_block(sheet: &Sheet, zones: &mut Zones) {
    let last = zones.headings.len().checked_sub(1).map_or(Zone::Form, Zone::Item);
    let open = |row: usize| zones.of_row[row] == last || zones.of_row[row] == Zone::Signatures;
    let blocks = signing::blocks(sheet, zones, open);
    if let Some(begun) = zones.of_row.iter().position(|zone| *zone == Zone::Signatures) {
        // The word that told it may stand under the first name.
        for at in
            blocks.into_iter().filter(|block| block.rows.contains(&begun)).flat_map(|block| block.rows.start..begun)
        {
            if zones.of_row[at] == last {
                zones.of_row[at] = Zone::Signatures;
            }
        }
        return;
    }
    let inside = blocks.into_iter().filter(|block| zones.of_row[block.rows.start] == last);
    let Some(block) = inside.max_by(|a, b| a.weight.total_cmp(&b.weight)) else { return };
    // Without items it may stand on the front page.
    let ends_it = last != Zone::Form || block.rows.start * 2 > sheet.rows.len();
    let mut current = Zone::Signatures;
    for at in block.rows.start..sheet.rows.len() {
        if zones.of_row[at] != last || at >= block.rows.end && !ends_it {
            continue;
        }
        if at >= block.rows.end {
            current = after_items(sheet, zones, at, current);
        }
        zones.of_row[at] = current;
    }
}

/// The row where the signatures begin that end the minutes: what is numbered on the pages after them is
/// bound in. Words that stand at the foot of every page end nothing.
fn end_of_items(sheet: &Sheet, zones: &Zones) -> Option<usize> {
    let starts: Vec<usize> = zones.headings.iter().map(|heading| heading.row).collect();
    let (first, last) = (*starts.first()?, *starts.last()?);
    let opens = |at: &usize| {
        let row = &sheet.rows[*at];
        let label = row.first().and_then(|piece| piece.mark.label_at_start()).map(|(label, _)| label);
        matches!(label, Some(Label::AtProtocol | Label::DayAsAbove))
            && zones.of_row[*at] == Zone::Unassigned
            && signs_below(sheet, zones, *at)
    };
    let mut found: Vec<usize> = (first + 1..sheet.rows.len()).filter(opens).collect();
    if found.is_empty() {
        let blocks =
            signing::blocks(sheet, zones, |at| at > first && at < last).into_iter().map(|block| block.rows.start);
        found = blocks.filter(|at| zones.of_row[*at] == Zone::Unassigned).collect();
    }
    let pages: std::collections::BTreeSet<usize> = found.iter().map(|at| sheet.rows[*at].page).collect();
    let at = *found.first()?;
    let later_page = sheet.rows[last].page > sheet.rows[at].page;
    // The signatures may go over to a second page; a third place says that they stand on every page.
    (last > at && later_page && pages.len() <= 2).then_some(at)
}

/// What a new page begins with when something is bound in after the minutes.
fn opens_annex(sheet: &Sheet, at: usize) -> bool {
    let row = &sheet.rows[at];
    let is_annex_mark = |text: &str| {
        let folded = fold(text);
        (ANNEXES.has(&folded) || folded.starts_with("bilaga ")) && text.split_whitespace().count() <= 4
    };
    let in_head = (0..at)
        .rev()
        .take_while(|before| sheet.rows[*before].page == row.page)
        .flat_map(|before| &sheet.rows[before].pieces)
        .any(|piece| is_annex_mark(&piece.text));
    let list = row.pieces.len() <= 2 && row.pieces.iter().any(|piece| is_attendance_list(&piece.text));
    in_head || list || row.pieces.iter().any(|piece| is_annex_mark(&piece.text))
}

/// Whether a row is the first of its page, running heads aside.
fn opens_page(sheet: &Sheet, zones: &Zones, at: usize) -> bool {
    (0..at)
        .rev()
        .find(|before| !matches!(zones.of_row[*before], Zone::Head | Zone::Foot))
        .is_some_and(|before| sheet.rows[before].page != sheet.rows[at].page)
}

fn form_or_notice(sheet: &Sheet, zones: &Zones, at: usize, current: Zone) -> Zone {
    let row = &sheet.rows[at];
    let opens = |piece: &Piece| piece.mark.label() == Some(Label::Notice);
    let with_days = |row: &Row| row.pieces.first().is_some_and(opens) && !row.mark.dates().is_empty();
    // "BEVIS   Justeringen har tillkännagivits genom anslag"
    let with_words = row.pieces.first().is_some_and(opens) && row.pieces[1..].iter().any(|p| tells_of_notice(&p.text));
    // "Bevis om anslag på kommunens digitala anslagstavla" over its fields, and fields that nothing heads.
    let label = row.pieces[0].mark.label_at_start().map(|(label, _)| label);
    let first = &row.pieces[0].text;
    let on_board = || {
        fold(first).contains("anslagstavla") && row.pieces[0].mark.bare_label().is_some_and(|(l, _)| l == Label::Notice)
    };
    let over_fields = || row.pieces.len() == 1 && (label == Some(Label::Notice) || on_board()) && has_fields(sheet, at);
    match current {
        _ if row.pieces.iter().all(opens) || with_days(row) || with_words || over_fields() => Zone::Notice,
        Zone::Form if is_posted(row, label) => Zone::Notice,
        // "Justeringen har tillkännagivits genom anslag" over its fields.
        Zone::Form
            if tells_of_notice(&row.pieces[0].text) && fold(row.text()).contains("juster") && has_fields(sheet, at) =>
        {
            Zone::Notice
        }
        Zone::Notice if opens_page(sheet, zones, at) => Zone::Form,
        zone => zone,
    }
}

/// The zone that begins at a row inside an item's text, if one does.
fn leaves_item(sheet: &Sheet, zones: &Zones, at: usize, is_last: bool) -> Option<Zone> {
    let row = &sheet.rows[at];
    let first = row.first()?;
    let new_page = opens_page(sheet, zones, at);
    if is_last && new_page && opens_annex(sheet, at) {
        return Some(Zone::Annex);
    }
    if is_last && labels::is_torn_at_protocol(row.text()) && signs_below(sheet, zones, at) {
        return Some(Zone::Signatures);
    }
    let (label, end) = first.mark.label_at_start()?;
    let own_row = end >= first.text.trim_end().len();
    match label {
        Label::Notice if own_row && row.pieces.len() == 1 && has_notice_fields(sheet, at) => Some(Zone::Notice),
        Label::AtProtocol | Label::DayAsAbove if is_last => Some(Zone::Signatures),
        Label::Signatures if own_row && is_last => Some(Zone::Signatures),
        Label::Adjusted | Label::Secretary | Label::Chair | Label::Adjuster | Label::AdjustPlaceTime
            if is_last && signs_below(sheet, zones, at) =>
        {
            Some(Zone::Signatures)
        }
        _ => None,
    }
}

/// "Anslaget sätts upp" with its day, or with something beside it.
fn is_posted(row: &Row, label: Option<Label>) -> bool {
    label == Some(Label::Posted) && (row.mark.dates().len() == 1 || row.pieces.len() >= 2)
}

fn has_notice_fields(sheet: &Sheet, at: usize) -> bool {
    let below = sheet.rows.iter().skip(at + 1).take(14);
    below.flat_map(|row| &row.pieces).any(|piece| {
        let folded = fold(&piece.text);
        is_notice_field(piece) || NOTICE_STEMS.within(&folded)
    })
}

fn has_fields(sheet: &Sheet, at: usize) -> bool {
    sheet.rows.iter().skip(at + 1).take(8).flat_map(|row| &row.pieces).filter(|piece| is_notice_field(piece)).count()
        >= 2
}

fn is_notice_field(piece: &Piece) -> bool {
    piece
        .mark
        .bare_label()
        .is_some_and(|(label, _)| matches!(label, Label::Posted | Label::Removed | Label::KeptAt | Label::Organ))
}

/// A notice in a sentence.
fn tells_of_notice(text: &str) -> bool {
    text.split_whitespace().count() >= 4 && NOTICE_STEMS.within(&fold(text))
}

/// A role stands on a row of its own and names follow within a few rows: signatures, not text.
fn signs_below(sheet: &Sheet, zones: &Zones, at: usize) -> bool {
    let row = &sheet.rows[at];
    if row.pieces.iter().any(|piece| piece.text.split_whitespace().count() > 6) {
        return false;
    }
    let n_names = (at..sheet.rows.len().min(at + 7))
        .filter(|below| !matches!(zones.of_row[*below], Zone::Head | Zone::Foot))
        .flat_map(|below| &sheet.rows[below].pieces)
        .filter(|piece| piece.mark.is_name_line())
        .count();
    n_names >= 1
}

fn after_items(sheet: &Sheet, zones: &Zones, at: usize, current: Zone) -> Zone {
    let row = &sheet.rows[at];
    let first = &row.pieces[0];
    let label = first.mark.label_at_start().map(|(label, _)| label);
    // "Att protokollet justerats har tillkännagivits å anslagstavlan den 3 juni": a notice in a sentence.
    let says_so = tells_of_notice(&first.text);
    if label == Some(Label::Notice) && has_notice_fields(sheet, at) || is_posted(row, label) || says_so {
        return Zone::Notice;
    }
    let new_page = opens_page(sheet, zones, at);
    if new_page {
        let signs = matches!(
            label,
            Some(
                Label::Secretary
                    | Label::Chair
                    | Label::Adjuster
                    | Label::Adjusted
                    | Label::Signatures
                    | Label::AtProtocol
            )
        ) || first.mark.is_name_line()
            && sheet.rows[at..].iter().take(6).any(|r| r.pieces.iter().any(|p| p.mark.label().is_some()));
        return if signs { Zone::Signatures } else { Zone::Annex };
    }
    current
}

/// Names with their roles under them and no word before: the last item ends above the first of them.
fn unlabelled_signatures(sheet: &Sheet, zones: &mut Zones) {
    let Some(last) = zones.headings.len().checked_sub(1) else { return };
    let rows = zones.rows(|zone| zone == Zone::Item(last));
    let is_roles = |row: &Row| {
        row.pieces.iter().any(|piece| piece.mark.label().is_some_and(Label::is_role))
            && row.pieces.iter().all(|piece| piece.text.split_whitespace().count() <= 3)
    };
    // "Lena Ek, sekreterare" and the like as the last rows of the page.
    let signs = |row: &usize| sheet.rows[*row].pieces.iter().any(|piece| is_signer(&piece.text));
    let n_signers = rows.iter().flat_map(|row| &sheet.rows[*row].pieces).filter(|piece| is_signer(&piece.text)).count();
    if n_signers >= 2
        && !zones.of_row.contains(&Zone::Signatures)
        && let Some(first) = rows.iter().copied().find(signs)
        && let Some(last) = rows.iter().rev().copied().find(signs)
        && rows.iter().filter(|row| **row >= first).all(|row| {
            let row_text = fold(sheet.rows[*row].text());
            // That it was adjusted and posted may be told under the names.
            let tells = TOLD_BELOW.within(&row_text);
            sheet.rows[*row].pieces.iter().all(|piece| piece.text.split_whitespace().count() <= 5)
                || *row > last && tells
        })
    {
        rows.iter().filter(|row| **row >= first).for_each(|row| zones.of_row[*row] = Zone::Signatures);
        return;
    }
    // Signatures that begin with roles alone may have their first names above.
    let begun =
        zones.of_row.iter().position(|zone| *zone == Zone::Signatures).filter(|row| is_roles(&sheet.rows[*row]));
    let first_roles = match begun {
        Some(row) => row,
        None => match rows.iter().copied().find(|row| is_roles(&sheet.rows[*row])) {
            Some(row) => row,
            None => return,
        },
    };
    let mut start = first_roles;
    for above in rows.iter().copied().filter(|row| *row < first_roles).rev().take(6) {
        let row = &sheet.rows[above];
        let words = row.pieces.iter().map(|piece| piece.text.split_whitespace().count()).max().unwrap_or(0);
        let stops = |piece: &Piece| piece.text.ends_with('.') && piece.text.split_whitespace().count() >= 3;
        let sentence = words >= 5 || row.pieces.iter().any(stops) || row.mark.section().is_some();
        if sentence
            || row.page != sheet.rows[first_roles].page
            || zones.headings.iter().any(|heading| heading.row == above)
        {
            break;
        }
        start = above;
    }
    let is_name = |row: &usize| sheet.rows[*row].pieces.iter().any(|piece| piece.mark.is_name_line());
    let above: Vec<usize> = rows.iter().copied().filter(|row| (start..first_roles).contains(row)).collect();
    if begun.is_some() {
        if above.iter().any(is_name) {
            above.iter().for_each(|row| zones.of_row[*row] = Zone::Signatures);
        }
        return;
    }
    let block: Vec<usize> = rows.into_iter().filter(|row| *row >= start).collect();
    let names = block.iter().flat_map(|row| &sheet.rows[*row].pieces).filter(|piece| piece.mark.is_name_line()).count();
    if names >= 2 {
        block.iter().for_each(|row| zones.of_row[*row] = Zone::Signatures);
    }
}

/// A name and the role in which its bearer signs.
fn is_signer(text: &str) -> bool {
    text.split_once(',').is_some_and(|(name, role)| {
        is_name_line(name)
            && role.split_whitespace().count() <= 2
            && matches!(
                names::role_of(role),
                Some(AttendeeRole::Secretary | AttendeeRole::Chair | AttendeeRole::Adjuster)
            )
            && labels::label_of(name).is_none()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};

    fn zones_of(pages: &[&str]) -> Vec<(String, Zone)> {
        let pages: Vec<CorrectedPage> = pages
            .iter()
            .enumerate()
            .map(|(n, text)| CorrectedPage::new(OcrPage::from_text(n as u32 + 1, text), Vec::new()))
            .collect();
        let sheet = Sheet::new(&pages);
        let zones = zones(&sheet);
        sheet.rows.iter().zip(zones.of_row).map(|(row, zone)| (row.text().to_owned(), zone)).collect()
    }

    fn zone_of(found: &[(String, Zone)], text: &str) -> Zone {
        found.iter().find(|(row, _)| row.starts_with(text)).map(|(_, zone)| *zone).unwrap()
    }

    #[test]
    fn heads_feet_contents_items_and_signatures() {
        let one = "Storby kommun\tPROTOKOLL\t1 (2)\nPlats och tid\tStadshuset, kl 10\nInnehåll\n§ 1\tVal av justerare .......... 2\n§ 2\tAvslutning .......... 2\nJusterandes sign\tUtdragsbestyrkande";
        let two = "Storby kommun\tPROTOKOLL\t2 (2)\n§ 1\tVal av justerare\nBo Ek utses.\n§ 2\tAvslutning\nMötet avslutas.\nVid protokollet\nEva Ek\nJusteras:\nBo Ek\nJusterandes sign\tUtdragsbestyrkande";
        let found = zones_of(&[one, two]);
        assert_eq!(zone_of(&found, "Storby"), Zone::Head);
        assert_eq!(zone_of(&found, "Plats"), Zone::Form);
        assert_eq!(zone_of(&found, "Innehåll"), Zone::Contents);
        assert_eq!(zone_of(&found, "Bo Ek utses"), Zone::Item(0));
        assert_eq!(zone_of(&found, "Mötet avslutas"), Zone::Item(1));
        assert_eq!(zone_of(&found, "Vid protokollet"), Zone::Signatures);
        assert_eq!(zone_of(&found, "Justerandes sign"), Zone::Foot);
    }

    #[test]
    fn titles_alone_under_a_label_of_contents() {
        let text = "Byrådet\nInnehållsförteckning\nVal av justerare\nVägarna i byn\nBelysning längs gatan\nÖvriga frågor\n\
                    §1\nVal av justerare\nBo Ek valdes.\n§2\nVägarna i byn\nDe diskuterades.\n§3\n\
                    Belysning längs gatan\nDen är bra.\n§4\nÖvriga frågor\nInga frågor fanns.";
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let zones = zones(&Sheet::new(&pages));
        assert_eq!(zones.rows(|zone| zone == Zone::Contents), [1, 2, 3, 4, 5]);
    }
}
