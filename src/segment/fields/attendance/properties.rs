//! Attendance by property: "Storby 1:3 (andel 12 %)" beside or before those who own it, stand in for its owner or come
//! with one who does.

use crate::correct::Lexicon;
use crate::protocol::Category;
use crate::segment::fields::attendance::lists::{ListKind, Lists, push};
use crate::segment::fields::attendance::proxies;
use crate::segment::fields::form::blocks::Block;
use crate::segment::fields::person::entry;
use crate::segment::fields::person::likeness::likeness;
use crate::segment::fields::person::named::Person;
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::print::flow::Flow;
use crate::segment::words::forms::Words;
use crate::segment::words::pattern::compile;
use crate::segment::words::text::fold;
use regex::Regex;
use std::sync::LazyLock;

static NOBODY: Words = Words::new("attendance.nobody");

/// "Storby 1:3", "(Lilla Storby s:2", with its share.
static PROPERTY: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^\P{Alphabetic}{0,4}(?:\p{L}\s)?\(?(?P<name>\p{Lu}[\p{L}-]+(?:\s\p{Lu}?[\p{L}-]+){0,2}\s(?:[sS]:\d{1,3}|\d{1,3}:\d{1,4}))\b(?:\s?[,;&]\s*\d{1,3}\b)*(?:[\s,]*\(?{~attendance.shares}\P{L}*\)?)?\)?[\s:,;–-]*",
    )
});
/// "Utan fastighet": those below or beside have none.
static WITHOUT: LazyLock<Regex> = LazyLock::new(|| compile(r"^\W{0,3}{~attendance.without_property}\b[\s:,;–-]*"));
/// Whether a row begins with a property.
pub fn opens(pieces: &[Piece]) -> bool {
    pieces.iter().take(2).any(|piece| is_one(&piece.text))
}

/// Whether a cell begins with a property.
pub fn is_one(text: &str) -> bool {
    PROPERTY.is_match(text) || WITHOUT.is_match(text)
}

/// Whether persons are listed by their properties.
pub fn is_by_property(block: &Block) -> bool {
    let n = block.values.iter().filter(|(_, pieces)| opens(pieces)).count();
    n >= 2 || n == 1 && block.values.first().is_some_and(|(_, pieces)| opens(pieces))
}

/// One property and what is printed of those who come for it.
struct Party {
    property: Option<Flow>,
    /// It says that those beside it have no property.
    owns_nothing: bool,
    people: Flow,
}

/// Reads such a list.
pub fn read(lexicon: &Lexicon, sheet: &Sheet, block: &Block, kind: ListKind, lists: &mut Lists) {
    for party in parties(lexicon, sheet, block) {
        let text = party.people.text.clone();
        let folded = fold(&text);
        if folded.is_empty() || NOBODY.begin(&folded) {
            continue;
        }
        for person in proxies::cut_at_companions(&text).into_iter().flat_map(|part| entry::run(&text, part)) {
            let before = &text[..person.name.start];
            if proxies::is_represented(before) {
                continue;
            }
            let guest = party.owns_nothing || proxies::is_companion(before);
            let own = match kind {
                ListKind::Category(_) if guest => ListKind::Category(Category::Other),
                kind => kind,
            };
            let before = lists.attendees.len();
            let person = Person { role_text: None, organization: None, ..person };
            push(sheet.pages, &party.people, person, own, lists);
            if let (Some(attendee), Some(property)) = (lists.attendees.get_mut(before), &party.property) {
                attendee.organization = property.field(sheet.pages, &property.whole(), 0.95);
            }
        }
    }
}

/// The rows by their properties; a row without one goes on the row above, and a remark is nobody's.
fn parties(lexicon: &Lexicon, sheet: &Sheet, block: &Block) -> Vec<Party> {
    let mut out: Vec<Party> = Vec::new();
    for (_, pieces) in &block.values {
        let row = sheet.flow_of_pieces(pieces);
        let at = pieces.iter().position(|piece| opens(std::slice::from_ref(piece)));
        if let Some(at) = at {
            let head = sheet.flow_of(&pieces[at]);
            let (property, end) = match PROPERTY.captures(&head.text) {
                Some(found) => (found.name("name").map(|name| head.slice(&name.range())), found[0].len()),
                None => (None, WITHOUT.find(&head.text).map_or(0, |found| found.end())),
            };
            let mut people = head.slice(&(end..head.text.len()));
            for piece in &pieces[at + 1..] {
                people.glue(" ");
                people.append(&sheet.flow_of(piece));
            }
            out.push(Party { owns_nothing: property.is_none(), property, people });
        } else if let Some(last) = out.last_mut() {
            let names = entry::run(&row.text, 0..row.text.len());
            let is_person = names.iter().any(|one| likeness(lexicon, &row.text[one.name.clone()]) >= 0.3);
            let named: usize = names.iter().map(|one| one.whole.len()).sum();
            let all = named * 2 >= row.text.len();
            if is_person && all {
                // A new person, or the one whom the line above speaks of.
                let before = format!("{} ", last.people.text);
                let hangs = proxies::is_represented(&before) || proxies::is_companion(&before);
                last.people.glue(if hangs { " " } else { ", " });
                last.people.append(&row);
            }
        } else {
            out.push(Party { property: None, owns_nothing: false, people: row });
        }
    }
    out
}
