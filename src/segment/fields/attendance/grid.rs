//! Tables of attendance that are known by their columns: names under each other, and beside them what such tables tell.
//!
//! "Fastighet | Ägare eller ombud | Röster", "Namn | Post | Närvaro", "Lgh | Medlem | Fullmakt": no label need stand over
//! them. What the columns hold, what their heads say and what stands above is added up; the cells beside a name are
//! `tables`' to read.

use crate::correct::Lexicon;
use crate::protocol::Category;
use crate::segment::fields::attendance::lists::{ListKind, Lists, kind_of, push};
use crate::segment::fields::attendance::{properties, proxies, tables, told};
use crate::segment::fields::form::blocks::Block;
use crate::segment::fields::form::heads::{head_over, is_ballot_head};
use crate::segment::fields::person::likeness::likeness;
use crate::segment::fields::person::{entry, titles};
use crate::segment::marks::mark::Mark;
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::words::forms::Words;
use crate::segment::words::labels::{self, Label};
use crate::segment::words::names::{self, is_title_word};
use crate::segment::words::parties;
use crate::segment::words::text::fold;

/// Less than this makes no table of attendance.
const ENOUGH: f32 = 2.0;
/// What it speaks for a table to stand before the items.
const ON_THE_FRONT: f32 = 0.5;
/// So many rows above a table may head it.
const ROWS_ABOVE: usize = 3;
/// A head or a heading has no more words.
const FEW_WORDS: usize = 6;

/// Heads of columns that name persons.
static PERSON_HEADS: Words = Words::new("form.person_heads");
/// Heads of columns that tell votes or shares.
static SHARE_HEADS: Words = Words::new("form.share_heads");
/// Heads of columns that name who comes in the place of the one beside.
static STAND_IN_HEADS: Words = Words::new("form.stand_in_heads");
static PROXY_STEMS: Words = Words::new("form.proxy_stems");
/// Heads of columns that tell what houses or flats there are.
static HOME_HEADS: Words = Words::new("form.home_heads");
/// Heads of columns, and words over a table, that tell of elections, tasks or addressees.
static OTHER_HEADS: Words = Words::new("form.other_heads");
static OTHER_HEADINGS: Words = Words::new("form.other_headings");
static ROLLS: Words = Words::new("attendance.rolls");
static ELECTIONS: Words = Words::new("attendance.elections");
static NOBODY: Words = Words::new("attendance.nobody");

/// A table of persons: its head, its rows, and where its names begin.
pub struct Grid {
    block: Block,
    names_at: i32,
    kind: ListKind,
    /// How many of its rows begin with a whole name, and those names.
    names: Vec<String>,
}

/// The tables of attendance among some rows.
pub fn grids(lexicon: &Lexicon, sheet: &Sheet, rows: &[usize], is_front: bool) -> Vec<Grid> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        let Some((end, grid)) = grid_from(lexicon, sheet, rows, at) else {
            at += 1;
            continue;
        };
        // Behind the front page a table is one of attendance only if it speaks of who was there.
        let top = at - usize::from(!grid.block.head.is_empty());
        let (sum, speaks) = evidence(sheet, &grid, &headings(sheet, rows, top));
        if is_front && sum + ON_THE_FRONT >= ENOUGH || speaks && sum >= ENOUGH {
            out.push(grid);
        }
        at = end;
    }
    out
}

/// The rows that have a name where the one at `at` has one, down to where they end.
fn grid_from(lexicon: &Lexicon, sheet: &Sheet, rows: &[usize], at: usize) -> Option<(usize, Grid)> {
    let first = sheet.rows.get(*rows.get(at)?)?;
    if first.pieces.len() < 2 {
        return None;
    }
    let name = first.pieces.iter().find(|piece| whole_name(lexicon, piece).is_some())?;
    let names_at = name.bbox.x0;
    let size = sheet.metrics_at(first.page).size;
    let mut values: Vec<(usize, Vec<Piece>)> = Vec::new();
    let mut names: Vec<String> = Vec::new();
    let mut beside = 0;
    let mut misses = 0;
    let mut end = at;
    for (next, row_at) in rows.iter().enumerate().skip(at) {
        let row = &sheet.rows[*row_at];
        let far = values.last().is_some_and(|(last, _)| {
            let above = &sheet.rows[*last];
            above.page == row.page && row.bbox.y0 - above.bbox.y1 > 4 * sheet.metrics_at(row.page).pitch.max(size)
        });
        // A name needs no look at what else the words may be.
        let opens = |piece: &Piece| (piece.bbox.x0 - names_at).abs() > size || whole_name(lexicon, piece).is_none();
        let heads = |piece: &Piece| piece.mark.label_at_start().is_some_and(|(label, _)| ends(label));
        if far || row.first().is_some_and(|piece| opens(piece) && heads(piece)) {
            break;
        }
        let here = row.pieces.iter().find(|piece| (piece.bbox.x0 - names_at).abs() <= size);
        match here.map(|piece| whole_name(lexicon, piece)) {
            Some(Some(name)) => {
                names.push(name);
                misses = 0;
                end = next + 1;
            }
            // "Vakant", or a cell of two lines.
            _ => misses += 1,
        }
        if misses >= 2 {
            break;
        }
        beside += usize::from(row.pieces.len() >= 2);
        values.push((*row_at, row.pieces.clone()));
    }
    values.truncate(end - at);
    let head = at.checked_sub(1).and_then(|above| heads(lexicon, sheet, rows[above], &values));
    let least = if head.is_some() { 2 } else { 3 };
    if names.len() < least || beside * 10 < values.len() * 7 || names.len() * 10 < values.len() * 7 {
        return None;
    }
    let top = at - usize::from(head.is_some());
    let row = rows[top];
    let block = Block { label: Label::Present, head: head.unwrap_or_default(), values, row, inline: false };
    let kind = ListKind::Category(Category::Present);
    let mut grid = Grid { block, names_at, kind, names };
    grid.kind = kind_told(sheet, &grid, &headings(sheet, rows, top));
    Some((end, grid))
}

/// Labels that begin something else than the next row of a table.
fn ends(label: Label) -> bool {
    matches!(
        label,
        Label::Adjusted | Label::AtProtocol | Label::Signatures | Label::Contents | Label::PlaceTime | Label::Time
    ) || label.is_list()
}

/// The name in a cell that holds a person and little else.
fn whole_name(lexicon: &Lexicon, piece: &Piece) -> Option<String> {
    let text = proxies::on_behalf(&piece.text).map_or(piece.text.as_str(), |(start, _)| &piece.text[start..]);
    if text.chars().any(|c| c.is_ascii_digit()) || text.split_whitespace().count() > 9 {
        return None;
    }
    let one = entry::entry(text, 0..text.len())?;
    let name = &text[one.name.clone()];
    (one.name.start == 0 && name.contains(' ') && likeness(lexicon, name) >= 0.3).then(|| name.to_owned())
}

/// The row above a table where it heads the columns: a few words over the names, and no person.
fn heads(lexicon: &Lexicon, sheet: &Sheet, row: usize, values: &[(usize, Vec<Piece>)]) -> Option<Vec<Piece>> {
    let head = sheet.rows.get(row)?;
    let below = sheet.rows.get(values.first()?.0)?;
    let metrics = sheet.metrics_at(head.page);
    let is_close = head.page == below.page && below.bbox.y0 - head.bbox.y1 <= 2 * metrics.pitch.max(metrics.size);
    let is_head = |piece: &Piece| {
        let n_words = piece.text.split_whitespace().count();
        let is_cut = n_words <= 2 && piece.text.ends_with('.');
        n_words <= FEW_WORDS
            && (is_cut || !piece.text.ends_with(['.', ',', ';']))
            && whole_name(lexicon, piece).is_none()
    };
    (is_close && head.pieces.len() >= 2 && head.pieces.iter().all(is_head)).then(|| head.pieces.clone())
}

/// The texts of the rows above a table that may head it, the nearest first.
fn headings<'a>(sheet: &'a Sheet, rows: &[usize], at: usize) -> Vec<&'a Mark> {
    let above = rows.get(at.saturating_sub(ROWS_ABOVE)..at).unwrap_or_default();
    above.iter().rev().map(|row| &*sheet.rows[*row].mark).collect()
}

/// What a table says of its persons: its heading, else the head over their names.
fn kind_told(sheet: &Sheet, grid: &Grid, headings: &[&Mark]) -> ListKind {
    let of_heading = headings.iter().find_map(|heading| heading.label());
    let name = grid.block.values.first().and_then(|(_, pieces)| grid.name_in(sheet, pieces));
    let over = name.and_then(|name| head_over(sheet, &grid.block.head, name));
    of_heading
        .filter(|label| *label != Label::Present)
        .and_then(kind_of)
        .or_else(|| over.and_then(|over| labels::label_of(&over)).and_then(kind_of))
        .unwrap_or(ListKind::Category(Category::Present))
}

/// What speaks for a table to be one of attendance, added up, and whether anything speaks of presence.
fn evidence(sheet: &Sheet, grid: &Grid, headings: &[&Mark]) -> (f32, bool) {
    let mut sum = 0.0;
    let mut is_told = false;
    let is_short = |heading: &&&Mark| heading.text.split_whitespace().count() <= FEW_WORDS + 2;
    for heading in headings.iter().filter(is_short) {
        let lower = heading.text.to_lowercase();
        if ELECTIONS.within(&lower) || OTHER_HEADINGS.within(&lower) {
            sum -= 2.5;
            break;
        }
        let is_list = heading.label().is_some_and(Label::is_list);
        if is_list || told::is_of_presence(&heading.text) || ROLLS.within(&lower) {
            sum += 1.5;
            is_told = true;
            break;
        }
    }
    let name = grid.block.values.first().and_then(|(_, pieces)| grid.name_in(sheet, pieces));
    let over = name.and_then(|name| head_over(sheet, &grid.block.head, name)).unwrap_or_default();
    if over.split(' ').any(|word| PERSON_HEADS.has(word)) {
        sum += 1.0;
    }
    let folded: Vec<String> = grid.block.head.iter().map(|head| fold(&head.text)).collect();
    if folded.iter().any(|head| head.split(' ').any(|word| OTHER_HEADS.has(word))) {
        sum -= 2.5;
    }
    let cells = |fits: &dyn Fn(&str) -> bool| {
        let rows = grid.block.values.iter();
        let n = rows
            .filter(|(_, pieces)| {
                let name = grid.name_in(sheet, pieces).map(|name| name.span);
                pieces.iter().any(|piece| Some(piece.span) != name && fits(&piece.text))
            })
            .count();
        n * 2 > grid.block.values.len()
    };
    let heads = |fits: &dyn Fn(&str) -> bool| folded.iter().any(|head| *head != over && fits(head));
    let tells_presence = heads(&tables::is_presence_head);
    if !tells_presence && heads(&|head| is_ballot_head(head)) {
        sum -= 2.0;
    }
    let tells_presence = tells_presence || cells(&|text| tables::is_presence_cell(text));
    let signs: [(f32, bool); 7] = [
        (1.5, tells_presence),
        (1.0, cells(&|text| properties::is_one(text))),
        (0.75, heads(&|head| HOME_HEADS.has(head))),
        (1.0, heads(&|head| head.split(' ').any(|word| SHARE_HEADS.has(word)))),
        (1.0, heads(&|head| STAND_IN_HEADS.begin(head) || PROXY_STEMS.within(head))),
        (0.75, cells(&|text| names::role_of(text).is_some() || text.split_whitespace().any(is_title_word))),
        (0.75, cells(&|text| is_party(text) || names::is_sender(text))),
    ];
    let told: f32 = signs.iter().filter(|(_, holds)| *holds).map(|(weight, _)| weight).sum();
    (sum + told, is_told || tells_presence)
}

fn is_party(text: &str) -> bool {
    parties::party_after_comma(text.trim().trim_matches(['(', ')'])).is_some_and(|code| code != "-")
}

impl Grid {
    fn name_in<'a>(&self, sheet: &Sheet, pieces: &'a [Piece]) -> Option<&'a Piece> {
        let reach = |piece: &Piece| sheet.metrics_at(piece.page).size;
        pieces.iter().find(|piece| (piece.bbox.x0 - self.names_at).abs() <= reach(piece))
    }

    /// Whether the lists have at least half of its persons already.
    pub fn is_taken(&self, lists: &Lists) -> bool {
        let here = lists.attendees.iter().filter_map(|one| one.name.value.as_deref());
        let known: Vec<&str> = here.chain(lists.absent.iter().filter_map(|one| one.name.value.as_deref())).collect();
        let n = self.names.iter().filter(|name| known.contains(&name.as_str())).count();
        n * 2 >= self.names.len()
    }

    /// Puts its persons on the lists.
    pub fn read(&self, lexicon: &Lexicon, sheet: &Sheet, lists: &mut Lists) {
        lists.place = 2.0;
        let mut property: Option<Piece> = None;
        for (_, pieces) in &self.block.values {
            let Some(name) = self.name_in(sheet, pieces) else { continue };
            if NOBODY.begin(&fold(&name.text)) {
                continue;
            }
            let own = pieces.iter().find(|piece| piece.span != name.span && properties::is_one(&piece.text));
            property = own.cloned().or(property);
            let beside =
                pieces.iter().filter(|piece| piece.span != name.span && own.is_none_or(|own| own.span != piece.span));
            let mut cells: Vec<Piece> = beside.cloned().collect();
            // Who comes in the place of the one who owns.
            let named = match self.stand_in(lexicon, sheet, &cells) {
                StandIn::None => name.clone(),
                StandIn::Named(other) => other,
                StandIn::InDoubt => continue,
            };
            cells.retain(|cell| cell.span != named.span);
            let before = lists.attendees.len();
            match &property {
                Some(property) => {
                    let row = (self.block.row, vec![property.clone(), named]);
                    let block = Block { values: vec![row], ..self.block.clone() };
                    properties::read(lexicon, sheet, &block, self.kind, lists);
                }
                None => self.push(lexicon, sheet, &named, lists),
            }
            // From the last on: one who is away leaves the list.
            for at in (before..lists.attendees.len()).rev() {
                tables::read(sheet, &self.block, &cells, at, lists);
            }
        }
    }

    /// The persons of a cell: one, or those who own together.
    fn push(&self, lexicon: &Lexicon, sheet: &Sheet, cell: &Piece, lists: &mut Lists) {
        let flow = sheet.flow_of(cell);
        let text = flow.text.clone();
        let (start, owner) = proxies::on_behalf(&text).map_or((0, None), |(start, owner)| (start, Some(owner)));
        let all = entry::run(&text, start..text.len());
        let several = all.len() >= 2 && all.iter().all(|one| text[one.name.clone()].contains(' '));
        let persons = if several { all } else { entry::entry(&text, start..text.len()).into_iter().collect() };
        for mut person in persons {
            let before = text.get(..person.name.start).unwrap_or("");
            if proxies::is_represented(before) {
                continue;
            }
            titles::without_titles(lexicon, &text, &mut person);
            let at = lists.attendees.len();
            push(sheet.pages, &flow, person, self.kind, lists);
            if let (Some(attendee), Some(end)) = (lists.attendees.get_mut(at), owner) {
                attendee.organization = flow.field(sheet.pages, &(0..end), 0.95);
            }
        }
    }

    /// Who is named beside a person under a head of those who come in the place of others.
    fn stand_in(&self, lexicon: &Lexicon, sheet: &Sheet, cells: &[Piece]) -> StandIn {
        for cell in cells {
            let over = head_over(sheet, &self.block.head, cell).unwrap_or_default();
            if whole_name(lexicon, cell).is_none() {
                continue;
            }
            if STAND_IN_HEADS.begin(&over) {
                return StandIn::Named(cell.clone());
            }
            // "Fullmakt" over a name does not say who gave it to whom.
            if PROXY_STEMS.within(&over) {
                return StandIn::InDoubt;
            }
        }
        StandIn::None
    }
}

enum StandIn {
    None,
    Named(Piece),
    InDoubt,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};

    fn lists(text: &str, is_front: bool) -> Lists {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let rows: Vec<usize> = (0..sheet.rows.len()).collect();
        let mut lists = Lists::default();
        for grid in grids(&Lexicon::builtin(), &sheet, &rows, is_front) {
            grid.read(&Lexicon::builtin(), &sheet, &mut lists);
        }
        lists
    }

    fn here(lists: &Lists) -> Vec<&str> {
        lists.attendees.iter().filter_map(|one| one.name.value.as_deref()).collect()
    }

    fn away(lists: &Lists) -> Vec<&str> {
        lists.absent.iter().filter_map(|one| one.name.value.as_deref()).collect()
    }

    fn sent(lists: &Lists) -> Vec<Option<&str>> {
        lists.attendees.iter().map(|one| one.organization.value.as_deref()).collect()
    }

    #[test]
    fn names_posts_and_how_long_they_were_there() {
        let found = lists(
            "Namn               Post                  Närvaro\nAnna Lindberg      Ordförande            hela mötet\nBo Vikström        Kassör                från §5\nEva Rosengren      Utbildningsansvarig   till och med §7\nPer Holmgren       Sexmästare            frånvarande",
            true,
        );
        assert_eq!(here(&found), ["Anna Lindberg", "Bo Vikström", "Eva Rosengren"]);
        assert_eq!(away(&found), ["Per Holmgren"]);
        assert_eq!(found.limits.len(), 2);
        let posts: Vec<_> = found.attendees.iter().map(|one| one.role_text.value.as_deref()).collect();
        assert_eq!(posts, [Some("Ordförande"), Some("Kassör"), Some("Utbildningsansvarig")]);
    }

    #[test]
    fn groups_and_marks_with_words_behind() {
        let found = lists(
            "Tabell 1: Närvarande\nNamn               Grupp                     Närvaro\nAnna Lindberg      Teknologlistan            Ja\nBo Vikström        Humanistlistan, ordförande  Ja, från § 5\nEva Rosengren      Oberoende                 Ja\nPer Holmgren       Teknologlistan            Nej, sjuk",
            true,
        );
        assert_eq!(here(&found), ["Anna Lindberg", "Bo Vikström", "Eva Rosengren"]);
        assert_eq!(away(&found), ["Per Holmgren"]);
        assert_eq!(sent(&found), [Some("Teknologlistan"), Some("Humanistlistan"), Some("Oberoende")]);
        assert_eq!(found.limits.len(), 1);
    }

    #[test]
    fn shareholders_and_who_speaks_for_them() {
        let found = lists(
            "Närvarande aktieägare\nStorby kommun, genom Anna Lindberg    8 000 aktier\nBolaget AB genom Bo Vikström          1 500 aktier\nEva Rosengren                         310 aktier",
            true,
        );
        assert_eq!(here(&found), ["Anna Lindberg", "Bo Vikström", "Eva Rosengren"]);
        assert_eq!(sent(&found), [Some("Storby kommun"), Some("Bolaget AB"), None]);
    }

    #[test]
    fn owners_by_their_properties() {
        let found = lists(
            "Närvarande fastigheter\nFastighet       Ägare eller ombud     Röster   Anm.\nStorby 2:14     Anna Lindberg         1\nStorby 2:15     Bo Vikström           2        fullmakt\n                Eva Rosengren\nStorby 3:1      Ingen\nStorby 3:2      Per Holmgren, Ida Lundqvist  1",
            true,
        );
        assert_eq!(here(&found), ["Anna Lindberg", "Bo Vikström", "Eva Rosengren", "Per Holmgren", "Ida Lundqvist"]);
        let (one, two, last) = (Some("Storby 2:14"), Some("Storby 2:15"), Some("Storby 3:2"));
        assert_eq!(sent(&found), [one, two, two, last, last]);
    }

    #[test]
    fn ticks_and_letters() {
        for (head, there, gone) in
            [("Närvarande", "X", "-"), ("N/F", "N", "F"), ("Närv.", "ja", "nej"), ("På plats", "☒", "☐")]
        {
            let found = lists(
                &format!(
                    "Protokoll från styrelsens möte i Storby bygdegård den 3 maj 2021\nNamn               Post             {head}\nAnna Lindberg      Ordförande       {there}\nBo Vikström        Sexmästare       {gone}\nEva Rosengren      Kassör           {there}"
                ),
                true,
            );
            assert_eq!(here(&found), ["Anna Lindberg", "Eva Rosengren"], "{head}");
            assert_eq!(away(&found), ["Bo Vikström"], "{head}");
        }
        let found = lists(
            "Namn               Närvarande     Frånvarande\nAnna Lindberg      X\nBo Vikström                       X\nEva Rosengren      X",
            true,
        );
        assert_eq!((here(&found), away(&found)), (vec!["Anna Lindberg", "Eva Rosengren"], vec!["Bo Vikström"]));
    }

    #[test]
    fn flats_shares_and_who_comes_for_others() {
        let found = lists(
            "Röstlängd\nLgh    Medlem              Fullmakt\n1      Anna Lindberg\n4      Bo Vikström         ja\n7      Eva Rosengren       Per Holmgren",
            false,
        );
        // "Fullmakt" over a name does not say who is there.
        assert_eq!(here(&found), ["Anna Lindberg", "Bo Vikström"]);
        let found = lists(
            "Delägare            Ombud               Andelstal\nAnna Lindberg       Ida Lundqvist       12,5\nBo Vikström                             7",
            true,
        );
        assert_eq!(here(&found), ["Ida Lundqvist", "Bo Vikström"]);
        let found = lists(
            "Företag              Ombud              Antal röster\nStorby Bygg AB       Anna Lindberg      10\nLillby Åkeri AB      Bo Vikström        4\nSågen i Storby AB    Eva Rosengren      2",
            true,
        );
        assert_eq!(here(&found), ["Anna Lindberg", "Bo Vikström", "Eva Rosengren"]);
        assert_eq!(sent(&found), [Some("Storby Bygg AB"), Some("Lillby Åkeri AB"), Some("Sågen i Storby AB")]);
    }

    #[test]
    fn what_else_tables_of_persons_tell() {
        for table in [
            "Namn               Post             Mandattid\nAnna Lindberg      Ordförande       1 år\nBo Vikström        Kassör           2 år\nEva Rosengren      Ledamot          2 år",
            "Valberedningens förslag\nNamn               Post\nAnna Lindberg      Ordförande\nBo Vikström        Kassör\nEva Rosengren      Ledamot",
            "Uppgift                  Ansvarig           Klart\nBoka lokal               Anna Lindberg      maj\nSkriva till kommunen     Bo Vikström        juni\nKöpa färg                Eva Rosengren      juli",
            "Namn               Ja    Nej   Avstår\nAnna Lindberg      X\nBo Vikström              X\nEva Rosengren      X",
            "Kandidat           Röster\nAnna Lindberg      12\nBo Vikström        7\nEva Rosengren      3",
            "Kopia till\nAnna Lindberg      Ordförande\nBo Vikström        Kassör\nEva Rosengren      Ledamot",
            "Namn               Telefon\nAnna Lindberg      555 01 14\nBo Vikström        555 01 39\nEva Rosengren      555 01 22",
        ] {
            assert!(here(&lists(table, true)).is_empty(), "{table}");
            assert!(here(&lists(table, false)).is_empty(), "{table}");
        }
    }

    #[test]
    fn what_tells_of_presence_behind_the_front_page() {
        let named = "Namn               Post\nAnna Lindberg      Ordförande\nBo Vikström        Kassör\nEva Rosengren      Ledamot";
        assert!(here(&lists(named, false)).is_empty());
        assert_eq!(here(&lists(&format!("Närvarolista\n{named}"), false)).len(), 3);
        assert_eq!(here(&lists(&format!("Upprop\n{named}"), false)).len(), 3);
        assert_eq!(here(&lists(named, true)).len(), 3);
    }
}
