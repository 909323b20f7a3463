//! Whom the document names elsewhere, with the roles in which they may sign.

use crate::protocol::{AttendeeRole, Field, Item, Protocol, State};
use crate::segment::fields::form::blocks::Form;
use crate::segment::fields::person::entry;
use crate::segment::fields::person::named::Person;
use crate::segment::marks::sheet::Sheet;
use crate::segment::print::flow::Flow;
use crate::segment::words::forms::Words;
use crate::segment::words::labels::Label;
use crate::segment::words::sentences::sentences;
use crate::segment::words::text::fold;
use crate::segment::words::{decisions, names};

/// How the words begin by which someone is elected, named or put forward.
static ELECTIONS: Words = Words::new("signatures.elections");
static ADJUSTING: Words = Words::new("signatures.adjusting");
static ADJUSTING_PERSONS: Words = Words::new("signatures.adjusting_persons");
/// An item that is adjusted at the meeting itself elects nobody.
static AT_ONCE: Words = Words::new("signatures.at_once");
static CHAIR: Words = Words::new("persons.chair");
static CHAIR_TASKS: Words = Words::new("signatures.chair_tasks");
static SECRETARIES: Words = Words::new("signatures.secretaries");
static SECRETARY_TASKS: Words = Words::new("signatures.secretary_tasks");
/// Words by which a task is told without an election: "antecknades", "skötte".
static TASKS_GIVEN: Words = Words::new("signatures.tasks_given");

/// Words before an office that is to be filled: "till", "som".
static LEADS_OFFICE: Words = Words::new("signatures.leads_office");
/// Words before whoever is there already: "jämte ordföranden".
static BESIDES: Words = Words::new("signatures.besides");
static OTHER_OFFICES: Words = Words::new("signatures.other_offices");

/// A person whom the document names elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    pub name: String,
    pub role: Option<AttendeeRole>,
    /// Elected to adjust.
    pub adjusts: bool,
    /// The office is printed by the name in the list of those present, and not only told of as an election.
    pub is_listed: bool,
    /// How many places spell the name so.
    pub places: usize,
}

/// A name that follows from what the document prints elsewhere, or from the letters that are left of it.
pub fn repaired(flow: &Flow, sheet: &Sheet, range: &std::ops::Range<usize>, name: &str, score: f32) -> Field<String> {
    let mut evidence = flow.evidence(sheet.pages, range, State::Inferred, 0.9);
    evidence.confidence = (0.5 + 0.4 * score).min(0.85);
    Field::new(name.to_owned(), evidence)
}

/// Everyone whom lists, elections and motions name, with the chair known as such.
pub fn known_persons(sheet: &Sheet, form: &Form, protocol: &Protocol) -> Vec<Known> {
    let mut known: Vec<Known> = Vec::new();
    for attendee in &protocol.attendees {
        if let Some(name) = &attendee.name.value {
            add(&mut known, name, attendee.role);
        }
    }
    for one in &mut known {
        one.is_listed = one.role.is_some();
    }
    let mut add = |name: &str, role: Option<AttendeeRole>| add(&mut known, name, role);
    for block in form.with(Label::AdjusterNamed) {
        let flow = sheet.flow_of_pieces(block.pieces());
        for person in entry::run(&flow.text, flow.whole()) {
            add(flow.of(&person.name), Some(AttendeeRole::Adjuster));
        }
    }
    for item in protocol.items.iter().take(12) {
        named_in(item, &mut add);
    }
    if protocol.items.is_empty() {
        named_in(&beginning(sheet), &mut add);
    }
    known
}

/// Another place that names a person, perhaps with an office.
fn add(known: &mut Vec<Known>, name: &str, role: Option<AttendeeRole>) {
    let adjusts = role == Some(AttendeeRole::Adjuster);
    let role = role.filter(|_| !adjusts);
    match known.iter_mut().find(|one| one.name == name) {
        Some(one) => {
            one.role = one.role.or(role);
            one.adjusts |= adjusts;
            one.places += 1;
        }
        None => known.push(Known { name: name.to_owned(), role, adjusts, is_listed: false, places: 1 }),
    }
}

/// The first sentences of a document whose items were not found, a line each, as if they were one item's.
fn beginning(sheet: &Sheet) -> Item {
    let mut text = String::new();
    for row in sheet.rows.iter().take(60) {
        let line = row.text();
        match text.strip_suffix('-').map(str::len) {
            Some(whole) if line.starts_with(char::is_lowercase) => text.truncate(whole),
            _ if text.is_empty() || text.ends_with('\n') => {}
            _ => text.push(' '),
        }
        text.push_str(line);
        if line.ends_with(['.', ':']) {
            text.push('\n');
        }
    }
    Item { text, ..Item::default() }
}

/// Who was elected to adjust, as the items tell it.
pub fn elected_adjusters(protocol: &Protocol) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for item in protocol.items.iter().take(12) {
        named_in(item, &mut |name, role| {
            if role == Some(AttendeeRole::Adjuster) && !out.iter().any(|other| names::same_person(other, name)) {
                out.push(name.to_owned());
            }
        });
    }
    out
}

/// Who was elected to lead, write or adjust, as an item tells it.
pub fn named_in(item: &Item, add: &mut impl FnMut(&str, Option<AttendeeRole>)) {
    let title = fold(item.title.value.as_deref().unwrap_or(""));
    // "Val av styrelse": whom it makes chair leads the body, and not this meeting.
    let of_body = title.split(' ').any(|word| OTHER_OFFICES.has(word)) && !ADJUSTING.within(&title);
    for line in item.text.split('\n').flat_map(sentences) {
        let folded = fold(line);
        let is_election = ELECTIONS.within(&folded) || ELECTIONS.within(&title) || TASKS_GIVEN.within(&folded);
        if !is_election || decisions::leads(line) {
            continue;
        }
        let persons = entry::run(line, 0..line.len());
        // What the sentence says goes before what the title does, which may speak of several offices.
        let told = Offices::of(&folded);
        let told = if told == Offices::default() { Offices::of(&title) } else { told };
        if let Some(offices) = offices_in_turn(line, &persons) {
            for (person, office) in persons.iter().zip(offices) {
                add(&line[person.name.clone()], office.filter(|role| !of_body || *role == AttendeeRole::Adjuster));
            }
            continue;
        }
        for (at, person) in persons.iter().enumerate() {
            // "Bo Ek anmäler Eva Ros att föra protokollet": the last named is meant.
            let last = at + 1 == persons.len();
            // "att jämte ordföranden Anna Berg justera": she is the chair.
            let is_chair = CHAIR.end(line[..person.name.start].trim_end());
            let role = if told.adjusts && person.role.is_none() && !is_chair {
                Some(AttendeeRole::Adjuster)
            } else if of_body {
                None
            } else if told.leads && !told.adjusts && !told.writes && persons.len() == 1 {
                Some(AttendeeRole::Chair)
            } else if told.writes && !told.leads && last {
                Some(AttendeeRole::Secretary)
            } else {
                None
            };
            add(&line[person.name.clone()], role);
        }
    }
}

/// The offices of a meeting that a text speaks of.
#[derive(Clone, Copy, Default, PartialEq)]
struct Offices {
    leads: bool,
    writes: bool,
    adjusts: bool,
}

impl Offices {
    fn of(folded: &str) -> Offices {
        Offices {
            leads: CHAIR_TASKS.within(folded),
            writes: SECRETARIES.within(folded) || SECRETARY_TASKS.within(folded),
            adjusts: ADJUSTING.within(folded) && !AT_ONCE.within(folded) || ADJUSTING_PERSONS.within(folded),
        }
    }
}

/// "Till ordförande valdes Bo Ek, till sekreterare Eva Ros": a sentence that fills several offices, each with those who
/// stand behind its word, or before it where a person comes first. None where it speaks of one office.
fn offices_in_turn(line: &str, persons: &[Person]) -> Option<Vec<Option<AttendeeRole>>> {
    let lower = line.to_lowercase();
    let mut told: Vec<(usize, AttendeeRole)> = Vec::new();
    let mut find = |words: &Words, role: AttendeeRole| {
        for word in words.iter() {
            told.extend(lower.match_indices(*word).filter(|(at, _)| is_own(&lower, *at)).map(|(at, _)| (at, role)));
        }
    };
    find(&CHAIR_TASKS, AttendeeRole::Chair);
    find(&SECRETARIES, AttendeeRole::Secretary);
    find(&SECRETARY_TASKS, AttendeeRole::Secretary);
    find(&ADJUSTING, AttendeeRole::Adjuster);
    find(&ADJUSTING_PERSONS, AttendeeRole::Adjuster);
    told.sort_by_key(|(at, _)| *at);
    let (first, person) = (told.first()?, persons.first()?);
    if persons.len() < 2 || told.iter().all(|(_, role)| *role == first.1) {
        return None;
    }
    let is_led =
        lower.get(..first.0).is_some_and(|before| before.split_whitespace().rev().take(4).any(|w| LEADS_OFFICE.has(w)));
    // "Ordförande Bo Ek, sekreterare Eva Ros": a list of offices, each right before its name.
    let is_right_before = lower.get(first.0..person.name.start).is_some_and(|office| !office.trim_end().contains(' '));
    if first.0 < person.name.start && !is_led && !is_right_before {
        return None;
    }
    let behind = first.0 < person.name.start;
    let of = |person: &Person| {
        let at = person.name.start;
        let own = if behind {
            told.iter().rev().find(|(told, _)| *told < at)
        } else {
            told.iter().find(|(told, _)| *told > at)
        };
        own.map(|(_, role)| *role)
    };
    Some(persons.iter().map(of).collect())
}

/// Whether a word for an office is that of the meeting: not a board's, and not who is there already.
fn is_own(lower: &str, at: usize) -> bool {
    let before = lower.get(..at).unwrap_or("");
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let previous = before[..before.len() - word.len()].split_whitespace().next_back().unwrap_or("");
    !OTHER_OFFICES.begin(word) && !OTHER_OFFICES.has(previous) && !BESIDES.has(previous)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Who holds which office by a sentence.
    fn offices(text: &str) -> Vec<(String, Option<AttendeeRole>)> {
        let mut out = Vec::new();
        let item = Item { text: text.to_owned(), ..Item::default() };
        named_in(&item, &mut |name, role| out.push((name.to_owned(), role)));
        out
    }

    #[test]
    fn a_sentence_may_fill_several_offices() {
        let chair = Some(AttendeeRole::Chair);
        let (secretary, adjuster) = (Some(AttendeeRole::Secretary), Some(AttendeeRole::Adjuster));
        let found = offices("Till stämmans ordförande valdes Bo Ek (8) och till sekreterare valdes Eva Ros (7).");
        assert_eq!(found, [("Bo Ek".to_owned(), chair), ("Eva Ros".to_owned(), secretary)]);
        let found = offices("Bo Ek valdes till ordförande, Eva Ros till sekreterare samt Per Holm till justerare.");
        assert_eq!(found.iter().map(|(_, role)| *role).collect::<Vec<_>>(), [chair, secretary, adjuster]);
        let found = offices("Till att jämte ordföranden justera protokollet valdes Bo Ek och Eva Ros.");
        assert!(found.iter().all(|(_, role)| *role == adjuster), "{found:?}");
    }

    #[test]
    fn what_a_sentence_says_goes_before_the_title() {
        let chair = Some(AttendeeRole::Chair);
        let (secretary, adjuster) = (Some(AttendeeRole::Secretary), Some(AttendeeRole::Adjuster));
        let told = |title: &str, text: &str| {
            let mut out = Vec::new();
            let title = Field { value: Some(title.to_owned()), evidence: None };
            named_in(&Item { title, text: text.to_owned(), ..Item::default() }, &mut |_, role| out.push(role));
            out
        };
        let text = "Till ordförande valdes Bo Ek.\nTill sekreterare valdes Eva Ros.";
        assert_eq!(told("Val av ordförande och sekreterare", text), [chair, secretary]);
        let text = "Till ordförande valdes Bo Ek. Det antecknades att Eva Ros skulle föra protokollet.";
        assert_eq!(told("Val av ordförande", text), [chair, secretary]);
        let text = "Ordförande Bo Ek, sekreterare Eva Ros, justerare Per Holm och Ida Lund.";
        assert_eq!(told("Val av presidium", text), [chair, secretary, adjuster, adjuster]);
        assert_eq!(told("Val av två justerare", "Per Holm och Ida Lund."), [adjuster, adjuster]);
        assert_eq!(told("Val av styrelse", "Ordförande på ett år: Per Holm"), [None]);
    }
}
