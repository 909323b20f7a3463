//! Tables of persons: what stands in the columns beside a name, by the heads over them.
//!
//! Which rows make a table and where its panels begin is left to `form`; who the person of a row is, to `attendees`.

use crate::protocol::{Absent, Category, Field, PersonId, State};
use crate::segment::fields::attendance::lists::{ListKind, Lists, push};
use crate::segment::fields::attendance::movements::Limit;
use crate::segment::fields::form::blocks::Block;
use crate::segment::fields::form::heads::{head_over, is_ballot_head};
use crate::segment::fields::person::replaced::{SUBSTITUTE_STEMS, breaks_off, replaces_len};
use crate::segment::fields::person::{details, entry, titles};
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::print::flow::Flow;
use crate::segment::words::forms::Words;
use crate::segment::words::names::{self, is_title_word, name_at};
use crate::segment::words::parties;
use crate::segment::words::scopes::{self, Scope};
use crate::segment::words::text::{fold, trim};

/// How the words for those who are there begin, in heads and in cells.
static PRESENCE: Words = Words::new("form.presence_stems");
/// The same of those who are not.
static ABSENCE: Words = Words::new("form.absence_stems");
static ABSENCE_CELLS: Words = Words::new("form.absence_cells");
static ABSENT_MARKS: Words = Words::new("form.absent_marks");
static CHECK_MARKS: Words = Words::new("form.check_marks");
/// Other heads over what tells presence, and other cells that do.
static PRESENCE_HEADS: Words = Words::new("form.presence_heads");
static PRESENCE_CELLS: Words = Words::new("form.presence_cells");
/// Heads over what a person is.
static ROLE_HEADS: Words = Words::new("form.role_heads");
/// Heads over those who send someone.
static SENDERS: Words = Words::new("form.senders");
static SERVING: Words = Words::new("form.serving");
static REPLACE_VERBS: Words = Words::new("persons.replace_verbs");

/// Reads the cells beside the person at `at` of the lists.
pub fn read(sheet: &Sheet, block: &Block, cells: &[Piece], at: usize, lists: &mut Lists) {
    let over = |cell: &Piece| head_over(sheet, &block.head, cell).unwrap_or_default();
    // Who serves in the place of one who is away stands further right.
    let is_substitute = |cell: &Piece| {
        let over = over(cell);
        SUBSTITUTE_STEMS.within(&over) && !names_replaced(&over)
    };
    let replaced =
        cells.iter().any(|cell| is_substitute(cell) && name_at(&cell.text, 0).is_some_and(|name| name.tokens >= 2));
    let is_away = !replaced && is_absent(sheet, block, cells);
    for cell in cells {
        let flow = sheet.flow_of(cell);
        let folded = fold(&cell.text);
        let over = over(cell);
        if is_ballot_head(&over) {
            continue;
        }
        if is_substitute(cell) {
            serves_for(sheet, &flow, at, lists);
            return;
        }
        if replaces(sheet, &flow, names_replaced(&over), at, lists) {
            continue;
        }
        let whole = flow.whole();
        let attendee = &mut lists.attendees[at];
        let told = over.starts_with("paragraf").then(|| names::ranges(&flow.text)).flatten();
        let scope = scopes::at_start(&flow.text).map(|(_, scope)| scope).or(told.map(Scope::Within));
        if let Some(scope) = scope {
            match scope {
                Scope::Within(ranges) => attendee.paragraphs = flow.value(sheet.pages, &whole, ranges, 0.95),
                Scope::Hours(start, end) => attendee.times.push((start, end)),
                scope => {
                    let limit = Limit { attendee: attendee.id, scope, flow: flow.clone(), range: whole };
                    lists.limits.push(limit);
                }
            }
        } else if SENDERS.has(&over) && over != "parti" && party(&cell.text, false).is_none() {
            let office = flow.text.rfind(", ").filter(|at| names::role_of(&flow.text[at + 2..]).is_some());
            let end = office.unwrap_or(flow.text.len());
            attendee.organization = flow.field(sheet.pages, &trim(&flow.text, 0..end, &[]), 0.95);
            if let Some(at) = office {
                attendee.role = attendee.role.or(names::role_of(&flow.text[at + 2..]));
                attendee.role_text = flow.field(sheet.pages, &trim(&flow.text, at + 2..flow.text.len(), &[]), 0.95);
            }
        } else if SERVING.has(&over) && is_present_mark(&cell.text) {
            attendee.category = Category::ServingSubstitute;
        } else if details::is_remote(&folded) {
            attendee.remote = Some(true);
        } else if PRESENCE.begin(&folded) || is_presence_head(&over) && is_present_mark(&cell.text) {
            // "Ja, från § 5"; else those who are there need no more words.
            let rest = mark_and_rest(&flow.text).1;
            let from = flow.text.len() - rest.len();
            if let Some((_, scope @ (Scope::From(_) | Scope::Until(_) | Scope::Without(_)))) = scopes::at_start(rest) {
                let range = from..flow.text.len();
                lists.limits.push(Limit { attendee: attendee.id, scope, flow: flow.clone(), range });
            }
        } else if ROLE_HEADS.has(&over) || names::role_of(&cell.text).is_some() || is_title_word(&folded) {
            attendee.role = attendee.role.or(names::role_of(&cell.text));
            attendee.role_text = flow.field(sheet.pages, &whole, 0.95);
        } else if !attendee.party.is_some()
            && let Some(code) = party(&cell.text, over == "parti")
        {
            attendee.party = flow.value(sheet.pages, &whole, code, 0.95);
        } else if !attendee.organization.is_some() && names::is_sender(cell.text.trim()) {
            attendee.organization = flow.field(sheet.pages, &whole, 0.9);
        } else if !attendee.party.is_some() && over == "parti" && cell.text.trim() == "e" {
            // No party has that letter, and one has the letter that looks like it.
            let evidence = flow.evidence(sheet.pages, &whole, State::Inferred, 0.75);
            attendee.party = Field::new("C".to_owned(), evidence);
        }
    }
    if is_away {
        move_to_absent(at, lists);
    }
}

/// The party of a cell: what the head calls one, or a code that stands alone.
fn party(text: &str, is_told: bool) -> Option<String> {
    let inner = text.trim().trim_matches(['(', ')']);
    let told = is_told.then(|| parties::party_in_parentheses(inner)).flatten();
    told.or_else(|| parties::party_after_comma(inner)).filter(|code| code != "-")
}

/// "Ers f", "Ersätter", "Tjänstgör för": under such a head stands who is away.
fn names_replaced(over: &str) -> bool {
    !PRESENCE_HEADS.has(over) && (REPLACE_VERBS.has(over) || breaks_off(over))
}

/// "Ja" and "från § 5" of "Ja, från § 5".
fn mark_and_rest(text: &str) -> (&str, &str) {
    let text = text.trim();
    let end = text.find([',', ';', '(']).unwrap_or(text.len());
    let (mark, rest) = text.split_at(end);
    (mark.trim_end(), rest.trim_start_matches([',', ';', '(', ' ']))
}

fn is_present_mark(text: &str) -> bool {
    let folded = fold(text);
    let mark = mark_and_rest(text).0.to_lowercase();
    CHECK_MARKS.has(&folded)
        || mark.chars().count() > 1 && CHECK_MARKS.has(&mark)
        || CHECK_MARKS.has(&text.trim().to_lowercase())
        || PRESENCE.begin(&folded)
        || PRESENCE_CELLS.has(&folded)
}

/// Whether a head stands over what tells who is there.
pub fn is_presence_head(head: &str) -> bool {
    PRESENCE.begin(head) || ABSENCE.begin(head) || PRESENCE_HEADS.has(head)
}

/// Whether a cell tells that someone is there, or for how long.
pub fn is_presence_cell(text: &str) -> bool {
    is_present_mark(text) && !text.trim().chars().all(|c| c.is_ascii_digit()) || scopes::at_start(text).is_some()
}

/// A dash, "nej", or the letter for it under a head of presence.
fn is_absent_mark(text: &str) -> bool {
    let mark = mark_and_rest(text).0;
    matches!(text.trim(), "-" | "–" | "—")
        || ABSENT_MARKS.has(&fold(text))
        || ABSENT_MARKS.has(text.trim())
        || mark.chars().count() > 1 && ABSENT_MARKS.has(&mark.to_lowercase())
}

/// Whether a row tells that its person is away: in words, by a dash, or by an empty cell where most have a mark.
fn is_absent(sheet: &Sheet, block: &Block, cells: &[Piece]) -> bool {
    let told = cells.iter().any(|cell| {
        let folded = fold(&cell.text);
        let over = head_over(sheet, &block.head, cell).unwrap_or_default();
        ABSENCE.begin(&folded)
            || ABSENCE_CELLS.has(&folded)
            || is_presence_head(&over) && !ABSENCE.begin(&over) && is_absent_mark(&cell.text)
            || ABSENCE.begin(&over) && is_present_mark(&cell.text)
    });
    let is_marked = |pieces: &[Piece]| {
        pieces.iter().any(|cell| {
            head_over(sheet, &block.head, cell).is_some_and(|over| is_presence_head(&over) && !ABSENCE.begin(&over))
                && (is_present_mark(&cell.text) || cell.text.contains(|c: char| c.is_ascii_digit()))
        })
    };
    let marked = block.values.iter().filter(|(_, pieces)| is_marked(pieces)).count();
    let most = block.values.len() >= 4 && marked * 10 >= block.values.len() * 7;
    told || most && !is_marked(cells)
}

/// One who is listed and was away.
pub fn move_to_absent(at: usize, lists: &mut Lists) {
    let gone = lists.attendees.remove(at);
    let (role_text, reason) = (gone.role_text, Field::default());
    lists.absent.push(Absent { id: PersonId(0), name: gone.name, party: gone.party, role_text, reason });
}

/// "Tjänstgör för Bo Ek" beside a substitute, or only the name under a head that says so.
fn replaces(sheet: &Sheet, flow: &Flow, is_told: bool, at: usize, lists: &mut Lists) -> bool {
    let lower = flow.text.chars().next().map(|c| c.to_lowercase().collect::<String>()).unwrap_or_default();
    let lower = lower + &flow.text.chars().skip(1).collect::<String>();
    let start = match replaces_len(&lower) {
        Some(len) if lower.len() == flow.text.len() => len,
        _ if is_told => 0,
        _ => return false,
    };
    let from = titles::skip_titles(&flow.text, start, flow.text.len()).1;
    let Some(name) = name_at(&flow.text, from).filter(|name| name.tokens >= 2 || is_told) else { return false };
    let field = flow.field(sheet.pages, &name.range, 0.95);
    let attendee = &mut lists.attendees[at];
    attendee.category = Category::ServingSubstitute;
    attendee.replaces = field.clone();
    let rest = &flow.text[name.range.end..];
    let blank = rest.len() - rest.trim_start_matches([' ', ',']).len();
    if let Some((len, Scope::Within(ranges))) = scopes::at_start(&rest[blank..]) {
        let start = name.range.end + blank;
        attendee.paragraphs = flow.value(sheet.pages, &(start..start + len), ranges, 0.95);
    }
    let code =
        rest.trim_start().strip_prefix('(').and_then(|rest| parties::party_in_parentheses(rest.split(')').next()?));
    let party = code.map_or_else(Field::default, |code| {
        let end = flow.text.len() - rest.len() + rest.find(')').map_or(rest.len(), |at| at + 1);
        flow.value(sheet.pages, &trim(&flow.text, name.range.end..end, &[]), code, 0.95)
    });
    let (role_text, reason) = (Field::default(), Field::default());
    lists.absent.push(Absent { id: PersonId(0), name: field, party, role_text, reason });
    true
}

/// The substitute beside a member: who serves is there, and the member is not.
fn serves_for(sheet: &Sheet, flow: &Flow, member: usize, lists: &mut Lists) {
    let Some(person) = entry::entry(&flow.text, flow.whole()).filter(|person| flow.of(&person.name).contains(' '))
    else {
        return;
    };
    let gone = lists.attendees.remove(member);
    let before = lists.attendees.len();
    push(sheet.pages, flow, person, ListKind::Category(Category::ServingSubstitute), lists);
    if let Some(serving) = lists.attendees.get_mut(before) {
        serving.replaces = gone.name.clone();
    }
    lists.absent.push(Absent {
        id: PersonId(0),
        name: gone.name,
        party: gone.party,
        role_text: gone.role_text,
        reason: Field::default(),
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::correct::Lexicon;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::segment::fields::attendance::{present, read};
    use crate::segment::fields::form::blocks;

    fn lists(text: &str) -> Lists {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let rows: Vec<usize> = (0..sheet.rows.len()).collect();
        let found = read::candidates(&Lexicon::builtin(), &sheet, &blocks::read(&sheet, &rows));
        present::settled(&Lexicon::builtin(), &sheet, found)
    }

    fn here(lists: &Lists) -> Vec<&str> {
        lists.attendees.iter().filter_map(|one| one.name.value.as_deref()).collect()
    }

    fn away(lists: &Lists) -> Vec<&str> {
        lists.absent.iter().filter_map(|one| one.name.value.as_deref()).collect()
    }

    #[test]
    fn cells_by_the_heads_over_them() {
        let found = lists(
            "Namn            Parti     Uppdrag       Närvaro\nAnna Berg       S         Ordförande    x\nBo Ek           e         Ledamot       x\nEva Ros         M         Ledamot       -",
        );
        assert_eq!(here(&found), ["Anna Berg", "Bo Ek"]);
        assert_eq!(away(&found), ["Eva Ros"]);
        assert_eq!(found.attendees[0].party.value.as_deref(), Some("S"));
        assert_eq!(found.attendees[0].role_text.value.as_deref(), Some("Ordförande"));
        // No party has that letter.
        assert_eq!(found.attendees[1].party.value.as_deref(), Some("C"));
        assert_eq!(found.attendees[1].party.evidence.as_ref().map(|evidence| evidence.state), Some(State::Inferred));
    }

    #[test]
    fn where_most_have_a_mark_an_empty_cell_tells() {
        let found = lists(
            "Namn            Uppdrag       Närvaro\nAnna Berg       Ordförande    x\nBo Ek           Ledamot       x\nEva Ros         Ledamot\nPer Holm        Ledamot       x\nIda Lund        Ledamot       x",
        );
        assert_eq!(away(&found), ["Eva Ros"]);
        assert_eq!(here(&found).len(), 4);
    }

    #[test]
    fn a_substitute_beside_a_member() {
        let found = lists(
            "Ledamot         Parti     Närvaro       Tjg ersättare\nAnna Berg       S         x\nBo Ek           M         -             Per Holm (M)",
        );
        assert_eq!(here(&found), ["Anna Berg", "Per Holm"]);
        assert_eq!(away(&found), ["Bo Ek"]);
        assert_eq!(found.attendees[1].category, Category::ServingSubstitute);
        assert_eq!(found.attendees[1].replaces.value.as_deref(), Some("Bo Ek"));
    }

    #[test]
    fn a_name_under_a_head_for_those_replaced() {
        let found = lists(
            "Namn            Parti     Närvaro       Tjänstgör för\nPer Holm        M         x             Bo Ek (M)",
        );
        assert_eq!(found.attendees[0].category, Category::ServingSubstitute);
        assert_eq!(found.attendees[0].replaces.value.as_deref(), Some("Bo Ek"));
        assert_eq!(found.absent[0].party.value.as_deref(), Some("M"));
        assert!(names_replaced("ersätter") && names_replaced("tjg f") && !names_replaced("tjg ersättare"));
    }
}
