//! How likely each value is right: what speaks for and against it adds up, by weights learned from gold.

use crate::protocol::{Evidence, Field, Protocol};
use crate::segment::agreement::statements::{Ground, Statements};
use crate::segment::words::{forms, parties};
use crate::text::{self, without_marks};
use std::collections::HashMap;
use std::sync::LazyLock;

/// `models/confidence.tsv`, learned by `scripts/learn_confidence.py`: the weight of each statement about a kind of value.
static WEIGHTS: LazyLock<HashMap<&'static str, HashMap<&'static str, f32>>> = LazyLock::new(|| {
    let table = include_str!("../../../models/confidence.tsv");
    let mut out: HashMap<&str, HashMap<&str, f32>> = HashMap::new();
    for (kind, rest) in forms::rows(table) {
        let weight = rest.split_once('\t').and_then(|(name, weight)| Some((name, weight.parse().ok()?)));
        if let Some((name, weight)) = weight {
            out.entry(kind).or_default().insert(name, weight);
        }
    }
    out
});

/// What is left of the chance of a value with a name that got its dots from the corrector.
const NEW_DOTS: f32 = 0.9;

/// A value with what is said of it.
#[derive(Clone, Debug)]
pub struct Stated {
    /// Where it stands in the JSON.
    pub pointer: String,
    /// Which weights are its own.
    pub kind: &'static str,
    /// The value as the JSON has it.
    pub value: String,
    /// What is said of it, and how far that is true.
    pub statements: Vec<(&'static str, f32)>,
}

/// How likely a value of a kind is right of which this is said.
fn chance(kind: &str, statements: &[(&'static str, f32)]) -> f32 {
    let weights = WEIGHTS.get(kind);
    let sum: f32 = statements.iter().filter_map(|(name, strength)| Some(strength * weights?.get(name)?)).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// Gives every value that is words or a day its confidence, and says why.
pub fn weigh(ground: &Ground, protocol: &mut Protocol) -> Vec<Stated> {
    let mut out = Vec::new();
    let mut add = |pointer: String, kind: &'static str, value: Option<String>, said: Option<Statements>| {
        out.extend(value.zip(said).map(|(value, said)| Stated { pointer, kind, value, statements: said.0 }));
    };
    let present = ground.present(protocol);
    for (at, one) in protocol.attendees.iter().enumerate() {
        add(
            format!("/attendees/{at}/name"),
            "name",
            one.name.value.clone(),
            ground.of_attendee(protocol, &present, at),
        );
        let replaced = known(&one.replaces).map(|(name, evidence)| ground.of_other(name, evidence, true));
        add(format!("/attendees/{at}/replaces"), "name", one.replaces.value.clone(), replaced);
    }
    for (at, one) in protocol.absent.iter().enumerate() {
        let said = known(&one.name).map(|(name, evidence)| ground.of_other(name, evidence, false));
        add(format!("/absent/{at}/name"), "name", one.name.value.clone(), said);
    }
    for (at, one) in protocol.signatures.iter().enumerate() {
        add(format!("/signatures/{at}/name"), "name", one.name.value.clone(), ground.of_signature(protocol, one));
    }
    let titles = ground.titles(protocol);
    for (at, item) in protocol.items.iter().enumerate() {
        add(format!("/items/{at}/title"), "title", item.title.value.clone(), ground.of_title(protocol, &titles, at));
    }
    let meeting = &protocol.meeting;
    add(
        "/meeting/body".to_owned(),
        "body",
        meeting.body.value.clone(),
        known(&meeting.body).map(|(body, evidence)| ground.of_body(body, evidence)),
    );
    for (pointer, field) in [("/meeting/place", &meeting.place), ("/meeting/municipality", &meeting.municipality)] {
        add(
            pointer.to_owned(),
            "place",
            field.value.clone(),
            known(field).map(|(place, evidence)| ground.of_place(place, evidence)),
        );
    }
    add(
        "/meeting/date".to_owned(),
        "date",
        meeting.date.value.map(|date| date.to_string()),
        known(&meeting.date).map(|(_, evidence)| ground.of_date(protocol, evidence)),
    );
    for stated in &out {
        if let Some(evidence) = evidence(protocol, &stated.pointer) {
            evidence.confidence = chance(stated.kind, &stated.statements);
            if has_new_dots(&evidence.printed, &stated.value) {
                evidence.confidence *= NEW_DOTS;
            }
        }
    }
    weigh_parties(protocol);
    out
}

/// Whether a name in a value has dots or a ring that were not read, though others in the same words were: an engine that
/// sees some seldom misses one.
fn has_new_dots(printed: &str, value: &str) -> bool {
    let has_dots = |text: &str| text.contains(text::has_dots);
    let is_plain = |word: &str| printed.split_whitespace().any(|read| read == without_marks(word));
    has_dots(printed)
        && value.split_whitespace().any(|word| {
            word.starts_with(char::is_uppercase) && has_dots(word) && !printed.contains(word) && is_plain(word)
        })
}

fn known<T>(field: &Field<T>) -> Option<(&T, &Evidence)> {
    Some((field.value.as_ref()?, field.evidence.as_ref()?))
}

/// The evidence of the value that a pointer means.
fn evidence<'p>(protocol: &'p mut Protocol, pointer: &str) -> Option<&'p mut Evidence> {
    let mut parts = pointer.split('/').skip(1);
    let (list, at, field) = (parts.next()?, parts.next()?, parts.next());
    let meeting = &mut protocol.meeting;
    match (list, at) {
        ("meeting", "body") => return meeting.body.evidence.as_mut(),
        ("meeting", "place") => return meeting.place.evidence.as_mut(),
        ("meeting", "municipality") => return meeting.municipality.evidence.as_mut(),
        ("meeting", "date") => return meeting.date.evidence.as_mut(),
        _ => {}
    }
    let at: usize = at.parse().ok()?;
    match (list, field?) {
        ("attendees", "replaces") => protocol.attendees.get_mut(at)?.replaces.evidence.as_mut(),
        ("attendees", _) => protocol.attendees.get_mut(at)?.name.evidence.as_mut(),
        ("absent", _) => protocol.absent.get_mut(at)?.name.evidence.as_mut(),
        ("signatures", _) => protocol.signatures.get_mut(at)?.name.evidence.as_mut(),
        _ => protocol.items.get_mut(at)?.title.evidence.as_mut(),
    }
}

/// No party went by the code in that year: it was misread, or the year was.
fn weigh_parties(protocol: &mut Protocol) {
    let Some(year) = protocol.meeting.date.value.map(|date| date.year()) else { return };
    for attendee in &mut protocol.attendees {
        let is_strange = attendee.party.value.as_deref().is_some_and(|code| !parties::existed(code, year));
        if let Some(evidence) = attendee.party.evidence.as_mut().filter(|_| is_strange) {
            evidence.confidence *= 0.85;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::correct::Lexicon;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::protocol::Item;
    use crate::segment::marks::sheet::Sheet;
    use crate::segment::outline::zone::Zones;

    #[test]
    fn names_that_got_their_dots_are_doubted() {
        assert!(has_new_dots("Firmatecknare för Osterby klubb", "Firmatecknare för Österby klubb"));
        assert!(!has_new_dots("Firmatecknare för Österby klubb", "Firmatecknare för Österby klubb"));
        // Where no letter has dots they were lost; small words are the corrector's to know.
        assert!(!has_new_dots("Anslag till Osterby", "Anslag till Österby"));
        assert!(!has_new_dots("Val av ordförande for året", "Val av ordförande för året"));
    }

    /// How sure the titles of items are that have nothing but these and their texts.
    fn titles(items: &[(&str, &str)]) -> Vec<f32> {
        let lexicon = Lexicon::builtin();
        let text: Vec<String> = items.iter().map(|(title, text)| format!("{title}\n{text}")).collect();
        let pages = [CorrectedPage::new(OcrPage::from_text(1, &text.join("\n")), Vec::new())];
        let sheet = Sheet::new(&pages);
        let zones = Zones::default();
        let item = |(title, text): &(&str, &str)| {
            let evidence = Evidence { confidence: 0.95, ..Evidence::default() };
            let title = if title.is_empty() { Field::default() } else { Field::new((*title).to_owned(), evidence) };
            Item { title, text: (*text).to_owned(), ..Item::default() }
        };
        let mut protocol = Protocol { items: items.iter().map(item).collect(), ..Protocol::default() };
        weigh(&Ground::new(&lexicon, &sheet, &zones), &mut protocol);
        let confidence = |item: &Item| item.title.evidence.as_ref().map_or(0.0, |evidence| evidence.confidence);
        protocol.items.iter().map(confidence).collect()
    }

    #[test]
    fn doubts_of_a_title_add_up() {
        let with = |title: &'static str| {
            let rest = [("Val av ersättare", "Bo Ek valdes."), ("Rapporter", "Inga."), ("Avslutning", "Mötet slöt.")];
            let all: Vec<(&str, &str)> = [(title, "Den antogs.")].into_iter().chain(rest).collect();
            titles(&all)[0]
        };
        let sure = with("Val av revisorer");
        assert!(sure > 0.95, "{sure}");
        for doubtful in [
            "Val av er sättare",
            "Val av reqisorer",
            "Rapporter samt - Budget",
            "Bo Ek lämnade en redogörelse för",
            "Budgeten antogs. Kassören tackade",
        ] {
            assert!(with(doubtful) < 0.95, "{doubtful}: {}", with(doubtful));
        }
    }

    #[test]
    fn a_lone_sentence_among_items_without_titles_is_hardly_one() {
        let told = ("", "Dagordningen godkändes.");
        let lone = titles(&[("Vägens underhåll genomgicks", "Så skedde."), told, told, told, told])[0];
        let other = ("Rapporter", "Inga.");
        let among = titles(&[("Vägens underhåll", "Det genomgicks."), other, other, other, other])[0];
        assert!(lone < 0.5 && among > 0.93, "{lone}, {among}");
    }
}
