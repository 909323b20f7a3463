//! Who was there: candidates from the front page, from the items and from a list that is bound in, judged together.

use crate::correct::Lexicon;
use crate::segment::fields::attendance::bound_in::bound_in_list;
use crate::segment::fields::attendance::lists::Lists;
use crate::segment::fields::attendance::{categories, extent, judge, read, told};
use crate::segment::fields::form::blocks::{self, Form};
use crate::segment::marks::sheet::Sheet;
use crate::segment::outline::zone::{Zone, Zones};

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
    let titled = bound_in_list(sheet, zones);
    let of_form = if lists.elsewhere.is_empty() { None } else { Some(annex) };
    let found = of_form
        .into_iter()
        .chain([titled])
        .map(|form| settled(lexicon, sheet, read::candidates(lexicon, sheet, &form)));
    found.into_iter().find(|found| !found.attendees.is_empty()).unwrap_or(lists)
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
    categories::drop_absent_twice(&mut lists);
    lists
}
