//! Who was there: candidates from the front page, from the items and from a list that is bound in, judged together.

use crate::correct::Lexicon;
use crate::segment::fields::attendance::bound_in::bound_in_list;
use crate::segment::fields::attendance::lists::Lists;
use crate::segment::fields::attendance::{categories, extent, grid, judge, read, told};
use crate::segment::fields::form::blocks::{self, Form};
use crate::segment::marks::sheet::Sheet;
use crate::segment::outline::zone::{Zone, Zones};
use crate::segment::words::labels::{self, Label};

/// A sentence tells who was there as well as a list does.
const OF_A_SENTENCE: f32 = 2.0;

/// Those present and absent as the whole document tells them.
pub fn present(lexicon: &Lexicon, sheet: &Sheet, zones: &Zones, form: &Form) -> Lists {
    let mut lists = match with_strayed_rows(lexicon, sheet, zones) {
        Some(whole) => read::candidates(lexicon, sheet, &whole),
        None => read::candidates(lexicon, sheet, form),
    };
    read::read_blocks(lexicon, sheet, read::list_blocks(&told::blocks(sheet, zones)), &mut lists);
    if !judge::states_someone(lexicon, sheet, &lists) {
        read::read_blocks(lexicon, sheet, read::list_blocks(&told::under_the_first_number(sheet, zones)), &mut lists);
    }
    let front = zones.rows(|zone| matches!(zone, Zone::Form | Zone::Contents | Zone::Unassigned));
    let before_items = zones.headings.first().map_or(usize::MAX, |heading| heading.row);
    let front: Vec<usize> = front.into_iter().filter(|row| *row < before_items).collect();
    read_grids(lexicon, sheet, &front, true, &mut lists);
    if !judge::states_someone(lexicon, sheet, &lists) {
        for rows in zones.rows_of_items().into_iter().take(told::FIRST_ITEMS) {
            read_grids(lexicon, sheet, &rows, false, &mut lists);
        }
    }
    if !judge::states_someone(lexicon, sheet, &lists) {
        read::read_blocks(lexicon, sheet, told::rolls(lexicon, sheet, zones), &mut lists);
        lists.place = OF_A_SENTENCE;
        told::sentences(lexicon, sheet, zones, &mut lists);
    }
    let lists = settled(lexicon, sheet, lists);
    if !lists.attendees.is_empty() {
        return lists;
    }
    // The list that the front page or an item speaks of may be bound in after the signatures.
    let annex = blocks::read(sheet, &zones.rows(|zone| zone == Zone::Annex));
    let by_columns = settled(lexicon, sheet, grids_bound_in(lexicon, sheet, zones));
    if !by_columns.attendees.is_empty() {
        return by_columns;
    }
    let titled = bound_in_list(sheet, zones);
    let of_form = if lists.elsewhere.is_empty() { None } else { Some(of_presence(sheet, zones, annex)) };
    let found = of_form
        .into_iter()
        .chain([titled])
        .map(|form| settled(lexicon, sheet, read::candidates(lexicon, sheet, &form)));
    found.into_iter().find(|found| !found.attendees.is_empty()).unwrap_or(lists)
}

/// The tables that only their columns tell, where the lists have not their persons already.
fn read_grids(lexicon: &Lexicon, sheet: &Sheet, rows: &[usize], is_front: bool, lists: &mut Lists) {
    for grid in grid::grids(lexicon, sheet, rows, is_front) {
        if !grid.is_taken(lists) {
            grid.read(lexicon, sheet, lists);
        }
    }
}

/// The same on the pages behind the signatures.
fn grids_bound_in(lexicon: &Lexicon, sheet: &Sheet, zones: &Zones) -> Lists {
    let mut lists = Lists::default();
    read_grids(lexicon, sheet, &zones.rows(|zone| zone == Zone::Annex), false, &mut lists);
    lists
}

/// The lists of those pages that speak of presence: what nominations and reports name is elected, and need not be there.
fn of_presence(sheet: &Sheet, zones: &Zones, annex: Form) -> Form {
    let tells = |row: &usize| {
        let row = &sheet.rows[*row];
        let head = row.first().and_then(|piece| piece.mark.label_at_start()).map(|(label, _)| label);
        labels::is_attendance_list(row.text())
            || matches!(head, Some(Label::Present | Label::Deciding))
            || told::is_of_presence(row.text())
    };
    let pages: Vec<usize> =
        zones.rows(|zone| zone == Zone::Annex).into_iter().filter(tells).map(|row| sheet.rows[row].page).collect();
    let blocks = annex.blocks.into_iter().filter(|block| pages.contains(&sheet.rows[block.row].page)).collect();
    Form { blocks, ..annex }
}

/// The front page with the rows of a table of persons that were taken for contents: names and figures beside each other.
fn with_strayed_rows(lexicon: &Lexicon, sheet: &Sheet, zones: &Zones) -> Option<Form> {
    let mut rows = zones.rows(|zone| zone == Zone::Form);
    let n = rows.len();
    let contents = zones.rows(|zone| zone == Zone::Contents);
    for run in contents.chunk_by(|one, next| one + 1 == *next) {
        let follows = run[0].checked_sub(1).is_some_and(|before| {
            zones.of_row.get(before) == Some(&Zone::Form) && sheet.rows[before].page == sheet.rows[run[0]].page
        });
        let persons = run.iter().filter(|row| extent::opens_with_person(lexicon, &sheet.rows[**row].pieces)).count();
        if follows && persons * 10 >= run.len() * 6 {
            rows.extend(run);
        }
    }
    rows.sort_unstable();
    (rows.len() > n).then(|| blocks::read(sheet, &rows))
}

/// The judgement over all candidates, and what the lists say of each other.
pub fn settled(lexicon: &Lexicon, sheet: &Sheet, mut lists: Lists) -> Lists {
    judge::judge(lexicon, sheet, &mut lists);
    categories::settle_categories(&mut lists);
    categories::of_one_list(sheet, &mut lists);
    categories::drop_absent_twice(&mut lists);
    lists
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::protocol::{Attendee, Category};

    /// Whom a text states that is a front page as a whole: the items behind it were not seen.
    fn of(text: &str) -> Lists {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let zones = Zones { of_row: vec![Zone::Form; sheet.rows.len()], headings: Vec::new(), margin: 0.0 };
        let rows: Vec<usize> = (0..sheet.rows.len()).collect();
        present(&Lexicon::builtin(), &sheet, &zones, &blocks::read(&sheet, &rows))
    }

    fn names(lists: &Lists) -> Vec<&str> {
        lists.attendees.iter().filter_map(|one| one.name.value.as_deref()).collect()
    }

    #[test]
    fn a_list_ends_where_matters_begin() {
        let items = "1/\nOrdföranden Sven Lind öppnade mötet.\n2/\nTill revisor valdes Rut Falk.\n3/\nSkriftlig Inkomst och Utgift\nFastighet Andel\nÖvriga frågor: Inga.";
        assert_eq!(names(&of(&format!("Närvarande:\nAnna Berg\nBo Ek\n{items}"))), ["Anna Berg", "Bo Ek"]);
        assert_eq!(names(&of(&format!("Närvarande:\tAnna Berg och Bo Ek\n{items}"))), ["Anna Berg", "Bo Ek"]);
        assert!(names(&of(&format!("Närvarande: 12 medlemmar\n{items}"))).is_empty());
    }

    #[test]
    fn running_text_heads_no_list() {
        let text = "Ansvaret delas av nämnden och förvaltningen. I\nden nya pärmen finns alla bolag. Våren 2018 kommer\nStorby Våren att bjuda in. Beredning Under hösten.";
        assert!(names(&of(text)).is_empty());
        assert!(names(&of("Till revisor för det kommande året valdes Rut Falk.")).is_empty());
    }

    #[test]
    fn properties_send_people() {
        let lists = of(
            "Närvarande:\nStorby 1:2 (andel 40 %)\tAnna Berg, Bo Ek\nStorby 1:3 (andel 50 %)\tEva Ros (biträdd av Per Holm)\nStorby 1:7\tSiv Öst – enl. fullmakt för Ida Lund\nStorby 1:9\tIngen närvarande\nUtan fastighet\tKarl Ask\n1/\nMötet öppnades.",
        );
        let told = |one: &Attendee| {
            let (name, from) = (one.name.value.clone(), one.organization.value.clone());
            (name.unwrap_or_default(), from.unwrap_or_default(), one.category)
        };
        let all: Vec<(String, String, Category)> = lists.attendees.iter().map(told).collect();
        let expected = [
            ("Anna Berg", "Storby 1:2", Category::Present),
            ("Bo Ek", "Storby 1:2", Category::Present),
            ("Eva Ros", "Storby 1:3", Category::Present),
            ("Per Holm", "Storby 1:3", Category::Other),
            ("Siv Öst", "Storby 1:7", Category::Present),
            ("Karl Ask", "", Category::Other),
        ];
        assert_eq!(all, expected.map(|(name, from, category)| (name.to_owned(), from.to_owned(), category)));
    }

    #[test]
    fn boxes_that_nobody_ticked_tell_who_is_away() {
        let lists = of("Närvarande\t[X] Anna Berg, ordförande\n\t[x] Bo Ek\n\t[ ] Eva Ros\n\t[x] Per Holm");
        assert_eq!(names(&lists), ["Anna Berg", "Bo Ek", "Per Holm"]);
        assert_eq!(lists.absent.len(), 1);
    }

    #[test]
    fn one_on_two_lists_was_there_once() {
        let lists = of(
            "Beslutande\tAnna Berg (S), ordförande\n\tBo Ek (S) §§ 5-9 ersätter Eva Ros (S)\nEj tjänstgörande\tBo Ek (S) §§ 1-4\nersättare\tPer Holm (M)\nÖvriga deltagare\tSiv Öst (punkt A, tekniska kontoret, enhetschef) § 4",
        );
        assert_eq!(names(&lists), ["Anna Berg", "Bo Ek", "Per Holm", "Siv Öst"]);
        assert_eq!(lists.attendees[1].category, Category::ServingSubstitute);
        assert_eq!(lists.attendees[3].category, Category::Official);
        assert_eq!(lists.attendees[3].organization.value.as_deref(), Some("tekniska kontoret"));
        assert_eq!(lists.attendees[3].role_text.value.as_deref(), Some("enhetschef"));
    }
}
