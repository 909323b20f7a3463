//! The tables' columns and rows: which value of a document stands where.

use super::cells::{Cell, Kept, Value};
use super::plan::Table;
use super::sample::sample;
use super::{Column, Definition};
use crate::emit::{self, wire};
use crate::error::{Error, Result};
use jiff::civil::Date;
use std::collections::HashSet;

/// Rows of all tables.
#[derive(Debug, Default)]
pub struct Rows {
    /// A table's cells, row by row, in the order of its columns.
    cells: Vec<Vec<Kept>>,
    /// The letters of all of them.
    letters: String,
    /// Values that could not be taken, and why.
    pub notes: Vec<String>,
    /// Where the columns are told of and not filled.
    definitions: Option<Box<Definitions>>,
}

#[derive(Debug)]
struct Definitions {
    schema: serde_json::Value,
    columns: Vec<Vec<Column>>,
}

impl Rows {
    /// The cells of a table, row by row.
    pub fn cells(&self, table: Table) -> impl Iterator<Item = Value<'_>> {
        let cells = self.cells.get(table as usize).map_or(&[][..], Vec::as_slice);
        cells.iter().map(|cell| cell.value(&self.letters))
    }

    fn row(&mut self, table: Table, document: &str, fill: impl FnOnce(&mut Row<'_>)) {
        self.cells.resize_with(Table::ALL.len(), Vec::new);
        let definitions = self.definitions.as_deref_mut();
        let mut row = Row {
            of: table.schema(),
            prefix: "",
            cells: &mut self.cells[table as usize],
            letters: &mut self.letters,
            notes: &mut self.notes,
            columns: definitions.map(|told| (&told.schema, &mut told.columns[table as usize])),
        };
        row.own("document", "The document's name in the run: its file, and which part of it.", document);
        fill(&mut row);
    }
}

/// A row that is being filled.
struct Row<'r> {
    /// The type of the JSON Schema whose keys are the columns.
    of: &'static str,
    /// In front of their names.
    prefix: &'static str,
    cells: &'r mut Vec<Kept>,
    letters: &'r mut String,
    notes: &'r mut Vec<String>,
    columns: Option<(&'r serde_json::Value, &'r mut Vec<Column>)>,
}

/// Columns that are called as keys of the JSON are.
macro_rules! keys {
    ($row:ident, $object:expr, $($key:ident)+) => {
        {
            $($row.add(stringify!($key), &$object.$key);)+
        }
    };
}

impl Row<'_> {
    /// A column that is called as its key.
    fn add<C: Cell>(&mut self, key: &str, cell: &C) {
        let path = self.columns.as_ref().map_or_else(String::new, |_| format!("{}.{key}", self.of));
        self.named(key, &path, cell);
    }

    /// A column that a key of the JSON describes.
    fn named<C: Cell>(&mut self, name: &str, path: &str, cell: &C) {
        let description = self.columns.as_ref().map(|(schema, _)| description(schema, path));
        self.own(name, &description.unwrap_or_default(), cell);
    }

    /// A column that is described here.
    fn own<C: Cell + ?Sized>(&mut self, name: &str, description: &str, cell: &C) {
        if let Some((_, columns)) = &mut self.columns {
            columns.push(Column {
                name: format!("{}{name}", self.prefix),
                kind: C::KIND,
                is_nullable: C::IS_NULLABLE,
                description: description.to_owned(),
            });
        }
        let kept = cell.keep(self.letters);
        self.cells.push(kept);
    }

    fn position(&mut self, idx: usize) {
        self.own("position", "Counts from 1, in the order of the JSON.", &(idx + 1));
    }

    /// The item that a row belongs to.
    fn item(&mut self, item: &wire::Item) {
        self.own("item_id", "The item that it belongs to.", &item.id);
    }

    /// Columns of an object within this one.
    fn within(&mut self, of: &'static str, prefix: &'static str, fill: impl FnOnce(&mut Self)) {
        let outer = (self.of, self.prefix);
        (self.of, self.prefix) = (of, prefix);
        fill(self);
        (self.of, self.prefix) = outer;
    }

    /// A day. What is none is left out and noted.
    fn date(&mut self, key: &str, day: &Option<String>) {
        let read = day.as_deref().and_then(|day| day.parse::<Date>().ok());
        if let (Some(day), None) = (day, read) {
            self.notes.push(format!("{key} '{day}' is no day and was left out"));
        }
        self.add(key, &read);
    }

    /// The id of a row of this document. What names none is left out and noted.
    fn reference(&mut self, key: &str, id: Option<&String>, known: &HashSet<&str>) {
        let path = self.columns.as_ref().map_or_else(String::new, |_| format!("{}.{key}", self.of));
        self.named_reference(key, &path, id, known);
    }

    fn named_reference(&mut self, name: &str, path: &str, id: Option<&String>, known: &HashSet<&str>) {
        let found = id.filter(|id| known.contains(id.as_str()));
        if let (Some(id), None) = (id, found) {
            self.notes.push(format!("{name} '{id}' names nothing and was left out"));
        }
        self.named(name, path, &found);
    }

    fn span(&mut self, key: &str, span: wire::CodePoints) {
        self.parts(key, ["start", "end"], Some(span), false);
    }

    fn span_or_none(&mut self, key: &str, span: Option<wire::CodePoints>) {
        self.parts(key, ["start", "end"], span, true);
    }

    fn bbox(&mut self, bbox: &Option<wire::PixelBox>) {
        self.parts("bbox", ["left", "top", "right", "bottom"], *bbox, true);
    }

    /// A column for each number of a value.
    fn parts<C: Cell, const N: usize>(
        &mut self,
        key: &str,
        parts: [&str; N],
        value: Option<[C; N]>,
        is_nullable: bool,
    ) {
        if let Some((schema, columns)) = &mut self.columns {
            let told = description(schema, &format!("{}.{key}", self.of));
            columns.extend(parts.map(|part| Column {
                name: format!("{}{key}_{part}", self.prefix),
                kind: C::KIND,
                is_nullable,
                description: format!("{told} The {part}."),
            }));
        }
        match value {
            Some(numbers) => self.cells.extend(numbers.map(|number| number.keep(self.letters))),
            None => self.cells.extend([Kept::Null; N]),
        }
    }
}

/// What the schema says of a type (`Item`) or of a key of one (`Item.title`), with the words of closed lists.
fn description(schema: &serde_json::Value, path: &str) -> String {
    let (of, key) = path.split_once('.').map_or((path, None), |(of, key)| (of, Some(key)));
    let of = if of == "Document" { schema } else { &schema["$defs"][of] };
    let Some(key) = key else { return of["description"].as_str().unwrap_or_default().to_owned() };
    let property = &of["properties"][key];
    let mut told = property["description"].as_str().unwrap_or_default().to_owned();
    let list = property["$ref"].as_str().or_else(|| property["anyOf"][0]["$ref"].as_str());
    let list = list.and_then(|list| list.strip_prefix("#/$defs/")).map(|list| &schema["$defs"][list]);
    if let Some(words) = list.and_then(|list| list["anyOf"][0]["enum"].as_array()) {
        let words: Vec<&str> = words.iter().filter_map(|word| word.as_str()).collect();
        let of_list = list.and_then(|list| list["description"].as_str()).unwrap_or_default();
        if told != of_list {
            told = format!("{told} {of_list}");
        }
        told = format!("{} Words: {}.", told.trim_end(), words.join(", "));
    }
    told
}

/// All tables, as a document with one of everything fills them.
pub fn definitions() -> Vec<Definition> {
    let columns = vec![Vec::new(); Table::ALL.len()];
    let told = Definitions { schema: emit::schema(), columns };
    let mut rows = Rows { definitions: Some(Box::new(told)), ..Rows::default() };
    // A sample has no id twice.
    let _ = of_document("", &sample(), &mut rows);
    let Some(told) = rows.definitions else { return Vec::new() };
    let definition = |(&table, columns): (&Table, Vec<Column>)| Definition {
        name: table.name(),
        description: description(&told.schema, table.schema()),
        columns,
        key: table.key(),
        references: table.references(),
    };
    Table::ALL.iter().zip(told.columns).map(definition).collect()
}

/// Adds the rows of a document that has this name in the run. It fails where an id or a page is there twice.
pub fn of_document(name: &str, document: &wire::Document, to: &mut Rows) -> Result<()> {
    let persons = unique("attendee", document.attendees.iter().map(|person| person.id.as_str()))?;
    let absent = unique("absent person", document.absent.iter().map(|person| person.id.as_str()))?;
    let items = unique("item", document.items.iter().map(|item| item.id.as_str()))?;
    unique("page", document.pages.iter().map(|page| page.number))?;
    source(name, document, to);
    meeting(name, &document.meeting, to);
    people(name, document, &persons, &absent, to);
    for (idx, entry) in document.contents.iter().enumerate() {
        to.row(Table::Contents, name, |row| {
            row.position(idx);
            keys!(row, entry, number title page);
            row.reference("item_id", entry.item_id.as_ref(), &items);
        });
    }
    for (idx, item) in document.items.iter().enumerate() {
        item_rows(name, idx, item, &persons, to);
    }
    remarks(name, document, to);
    evidence(name, document, to);
    Ok(())
}

fn unique<T: Eq + std::hash::Hash + Copy + std::fmt::Display>(
    what: &str,
    ids: impl Iterator<Item = T>,
) -> Result<HashSet<T>> {
    let mut known = HashSet::new();
    for id in ids {
        if !known.insert(id) {
            return Err(Error::Input(format!("its document has the {what} {id} twice, which a table cannot hold")));
        }
    }
    Ok(known)
}

/// The document, its files and its pages.
fn source(name: &str, document: &wire::Document, to: &mut Rows) {
    to.row(Table::Documents, name, |row| {
        keys!(row, document, id edition status schema_version);
        let source = &document.source;
        row.within("Source", "source_", |row| keys!(row, source, file sha256 bytes media_type encoding pages));
        row.within("Source", "", |row| keys!(row, source, page_first page_last));
        let producer = &document.producer;
        row.within("Producer", "producer_", |row| keys!(row, producer, name version configuration_sha256));
        let engine = producer.ocr.as_ref();
        row.within("Engine", "ocr_", |row| {
            row.add("engine", &engine.map(|engine| &engine.engine));
            row.add("version", &engine.map(|engine| &engine.version));
        });
        let lexicon = producer.lexicon.as_ref();
        row.within("Lexicon", "lexicon_", |row| {
            row.add("version", &lexicon.map(|lexicon| &lexicon.version));
            row.add("sha256", &lexicon.map(|lexicon| &lexicon.sha256));
        });
    });
    for (idx, part) in document.source.parts.iter().enumerate() {
        to.row(Table::Parts, name, |row| {
            row.position(idx);
            keys!(row, part, file sha256 bytes page_first page_last);
        });
    }
    for page in &document.pages {
        to.row(Table::Pages, name, |row| {
            keys!(row, page, number status width height dpi rotation skew_degrees text_source confidence text);
        });
        for (idx, correction) in page.corrections.iter().enumerate() {
            to.row(Table::Corrections, name, |row| {
                row.named("page", "Page.number", &page.number);
                row.position(idx);
                row.span("span", correction.span);
                row.span("original_span", correction.original_span);
                row.bbox(&correction.bbox);
                keys!(row, correction, original corrected reason certainty score);
            });
        }
    }
}

fn meeting(name: &str, meeting: &wire::Meeting, to: &mut Rows) {
    to.row(Table::Meetings, name, |row| {
        keys!(row, meeting, kind municipality body meeting_number);
        row.date("date", &meeting.date);
        keys!(row, meeting, place start_time end_time);
        let paragraphs = meeting.paragraphs.as_ref();
        row.within("FirstLast", "paragraphs_", |row| {
            row.add("first", &paragraphs.and_then(|range| range.first));
            row.add("last", &paragraphs.and_then(|range| range.last));
        });
    });
    for (idx, interval) in meeting.adjournments.iter().enumerate() {
        to.row(Table::Adjournments, name, |row| {
            row.position(idx);
            row.within("Interval", "", |row| keys!(row, interval, start end));
        });
    }
}

/// Who was there, who was not, who signed and who adjusted.
fn people(name: &str, document: &wire::Document, persons: &HashSet<&str>, absent: &HashSet<&str>, to: &mut Rows) {
    // A substitute serves for somebody who is absent, or was there for a while: the id is one of either table.
    let replaced: HashSet<&str> = persons.union(absent).copied().collect();
    for (idx, person) in document.attendees.iter().enumerate() {
        to.row(Table::Attendees, name, |row| {
            row.add("id", &person.id);
            row.position(idx);
            keys!(row, person, name category role role_text party organization replaces);
            row.reference("replaces_id", person.replaces_id.as_ref(), &replaced);
            keys!(row, person, paragraphs times remote);
        });
    }
    for (idx, person) in document.absent.iter().enumerate() {
        to.row(Table::Absent, name, |row| {
            row.add("id", &person.id);
            row.position(idx);
            keys!(row, person, name party role_text reason);
        });
    }
    for (idx, signature) in document.signatures.iter().enumerate() {
        to.row(Table::Signatures, name, |row| {
            row.position(idx);
            keys!(row, signature, role role_text name);
            row.reference("person_id", signature.person_id.as_ref(), persons);
            keys!(row, signature, party paragraphs signed);
        });
    }
    for (idx, adjustment) in document.adjustments.iter().enumerate() {
        to.row(Table::Adjustments, name, |row| {
            row.position(idx);
            row.add("place", &adjustment.place);
            row.date("date", &adjustment.date);
            keys!(row, adjustment, time paragraphs);
        });
        for (at, adjuster) in adjustment.adjusters.iter().enumerate() {
            to.row(Table::Adjusters, name, |row| {
                row.own("adjustment_position", "The adjustment that it belongs to.", &(idx + 1));
                row.position(at);
                row.named("name", "Adjustment.adjusters", adjuster);
            });
        }
    }
    for (idx, notice) in document.notices.iter().enumerate() {
        to.row(Table::Notices, name, |row| {
            row.position(idx);
            row.add("organ", &notice.organ);
            row.date("posted", &notice.posted);
            row.date("removed", &notice.removed);
            keys!(row, notice, kept_at paragraphs);
        });
    }
}

fn item_rows(name: &str, idx: usize, item: &wire::Item, persons: &HashSet<&str>, to: &mut Rows) {
    to.row(Table::Items, name, |row| {
        row.add("id", &item.id);
        row.position(idx);
        keys!(row, item, number number_last suffix year label title reference text outcome immediate_adjustment);
        keys!(row, item, page_first page_last);
    });
    let mut part = |table, idx: usize, fill: &mut dyn FnMut(&mut Row<'_>)| {
        to.row(table, name, |row| {
            row.item(item);
            row.position(idx);
            fill(row);
        });
    };
    for (idx, earlier) in item.earlier_numbers.iter().enumerate() {
        part(Table::EarlierNumbers, idx, &mut |row| keys!(row, earlier, body number));
    }
    for (idx, section) in item.sections.iter().enumerate() {
        part(Table::Sections, idx, &mut |row| keys!(row, section, kind heading text));
    }
    for (idx, proposal) in item.proposals.iter().enumerate() {
        part(Table::Proposals, idx, &mut |row| keys!(row, proposal, party text));
    }
    for (idx, vote) in item.votes.iter().enumerate() {
        part(Table::Votes, idx, &mut |row| keys!(row, vote, question yes no abstain));
    }
    for (idx, reservation) in item.reservations.iter().enumerate() {
        part(Table::Reservations, idx, &mut |row| {
            row.add("name", &reservation.name);
            row.reference("person_id", reservation.person_id.as_ref(), persons);
            keys!(row, reservation, party text);
        });
    }
    for (table, column, list) in [
        (Table::Disqualified, "name", &item.disqualified),
        (Table::Attachments, "text", &item.attachments),
        (Table::Distribution, "text", &item.distribution),
    ] {
        for (idx, text) in list.iter().enumerate() {
            part(table, idx, &mut |row| row.named(column, table.schema(), text));
        }
    }
    for (at, proposal) in item.proposals.iter().enumerate() {
        let told = "The proposal that it belongs to.";
        for (idx, by) in proposal.by.iter().enumerate() {
            to.row(Table::ProposalNames, name, |row| {
                row.item(item);
                row.own("proposal_position", told, &(at + 1));
                row.position(idx);
                row.named("name", "Proposal.by", by);
            });
        }
        for (idx, person) in proposal.person_ids.iter().enumerate() {
            to.row(Table::ProposalPersons, name, |row| {
                row.item(item);
                row.own("proposal_position", told, &(at + 1));
                row.position(idx);
                row.named_reference("person_id", "Proposal.person_ids", Some(person), persons);
            });
        }
    }
    for (at, vote) in item.votes.iter().enumerate() {
        for (idx, ballot) in vote.ballots.iter().enumerate() {
            to.row(Table::Ballots, name, |row| {
                row.item(item);
                row.own("vote_position", "The vote that it belongs to.", &(at + 1));
                row.position(idx);
                row.add("name", &ballot.name);
                row.reference("person_id", ballot.person_id.as_ref(), persons);
                keys!(row, ballot, party vote);
            });
        }
    }
}

/// What is said about the document.
fn remarks(name: &str, document: &wire::Document, to: &mut Rows) {
    for (idx, warning) in document.warnings.iter().enumerate() {
        to.row(Table::Warnings, name, |row| {
            row.position(idx);
            keys!(row, warning, code message page);
            row.bbox(&warning.bbox);
        });
    }
    for (idx, review) in document.review.iter().enumerate() {
        to.row(Table::Review, name, |row| {
            row.position(idx);
            keys!(row, review, field reason confidence page);
            row.bbox(&review.bbox);
        });
    }
    for (idx, sensitive) in document.sensitive.iter().enumerate() {
        to.row(Table::Sensitive, name, |row| {
            row.position(idx);
            keys!(row, sensitive, kind page);
            row.span("span", sensitive.span);
            row.bbox(&sensitive.bbox);
            row.add("masked", &sensitive.masked);
        });
    }
    for (idx, decided) in document.overrides.iter().enumerate() {
        to.row(Table::Overrides, name, |row| {
            row.position(idx);
            keys!(row, decided, field page);
            row.span_or_none("span", decided.span);
            keys!(row, decided, by at note applied);
        });
    }
}

/// Where values stand: a row for each place of each value.
fn evidence(name: &str, document: &wire::Document, to: &mut Rows) {
    let mut n_rows = 0;
    let mut of = |object: String, evidence: &wire::EvidenceMap| {
        for (key, evidence) in &evidence.0 {
            let places = evidence.sources.iter().map(Some);
            let none = evidence.sources.is_empty().then_some(None);
            for (at, place) in places.chain(none).enumerate() {
                to.row(Table::Evidence, name, |row| {
                    row.position(n_rows);
                    row.own("field", "JSON Pointer of the value in the document.", &format_args!("{object}/{key}"));
                    row.own("place", "Counts the places of the value from 1.", &(at + 1));
                    keys!(row, evidence, printed state confidence);
                    row.within("SourceRef", "", |row| {
                        row.add("page", &place.map(|place| place.page));
                        row.span_or_none("span", place.map(|place| place.span));
                        row.bbox(&place.and_then(|place| place.bbox));
                    });
                });
                n_rows += 1;
            }
        }
    };
    of("/meeting".to_owned(), &document.meeting.evidence);
    let mut list = |key: &str, objects: &mut dyn Iterator<Item = &wire::EvidenceMap>| {
        for (idx, evidence) in objects.enumerate() {
            of(format!("/{key}/{idx}"), evidence);
        }
    };
    list("attendees", &mut document.attendees.iter().map(|object| &object.evidence));
    list("absent", &mut document.absent.iter().map(|object| &object.evidence));
    list("signatures", &mut document.signatures.iter().map(|object| &object.evidence));
    list("adjustments", &mut document.adjustments.iter().map(|object| &object.evidence));
    list("notices", &mut document.notices.iter().map(|object| &object.evidence));
    list("items", &mut document.items.iter().map(|object| &object.evidence));
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Keys of the JSON that stand in no table, or in another form.
    const ELSEWHERE: &[&str] = &[
        // In other readings of a word, and in how the pages were read.
        "Correction.alternatives",
        "Engine.models",
        "Page.original_text",
    ];

    #[test]
    fn every_key_of_the_json_is_a_column_or_a_table() {
        let schema = emit::schema();
        let told = |path: &str| description(&schema, path);
        let all = definitions();
        let columns: BTreeSet<&str> =
            all.iter().flat_map(|table| &table.columns).map(|column| column.description.as_str()).collect();
        let tables: BTreeSet<&str> = all.iter().map(|table| table.description.as_str()).collect();
        let defs = schema["$defs"].as_object().unwrap();
        let objects = defs.iter().filter(|(_, of)| of["properties"].is_object()).map(|(name, _)| name.as_str());
        for of in objects.chain(["Document"]).filter(|of| !["Alternative", "Model"].contains(of)) {
            let object = if of == "Document" { &schema } else { &defs[of] };
            for (key, property) in object["properties"].as_object().unwrap() {
                let path = format!("{of}.{key}");
                let objects = [&property["$ref"], &property["items"]["$ref"], &property["anyOf"][0]["$ref"]];
                let is_object = objects.into_iter().filter_map(|path| path.as_str()).any(|path| {
                    let name = path.trim_start_matches("#/$defs/");
                    name == "EvidenceMap" || defs[name]["properties"].is_object()
                });
                let has = |text: &str| columns.iter().any(|column| column.starts_with(text)) || tables.contains(text);
                assert!(is_object || ELSEWHERE.contains(&&*path) || has(&told(&path)), "{path} is in no table");
            }
        }
        for path in ELSEWHERE {
            assert!(!told(path).is_empty(), "{path} is no key");
        }
    }

    #[test]
    fn tables_are_told_whole() {
        let all = definitions();
        assert_eq!(all.len(), Table::ALL.len());
        for (table, of) in all.iter().zip(Table::ALL) {
            let names: BTreeSet<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
            assert_eq!(names.len(), table.columns.len(), "{}", table.name);
            assert!(!table.description.is_empty(), "{}", table.name);
            for column in &table.columns {
                assert!(!column.description.trim().is_empty(), "{}.{}", table.name, column.name);
                assert!(!(table.is_key(&column.name) && column.is_nullable), "{}.{}", table.name, column.name);
            }
            assert!(table.key.iter().all(|column| names.contains(column)), "{}", table.name);
            for reference in table.references {
                assert!(reference.table <= *of, "{} is filled before what it refers to", table.name);
                assert_eq!(reference.to, reference.table.key());
                assert!(reference.columns.iter().all(|column| names.contains(column)), "{}", table.name);
            }
        }
    }

    #[test]
    fn what_does_not_fit_is_noted_or_refused() {
        let ballot = wire::Ballot { person_id: Some("p9".into()), ..Default::default() };
        let vote = wire::Vote { ballots: vec![ballot], ..Default::default() };
        let mut document = wire::Document {
            meeting: wire::Meeting { date: Some("i våras".into()), ..Default::default() },
            items: vec![wire::Item { id: "i1".into(), votes: vec![vote], ..Default::default() }],
            ..Default::default()
        };
        let mut rows = Rows::default();
        of_document("a.pdf", &document, &mut rows).unwrap();
        assert_eq!(
            rows.notes,
            ["date 'i våras' is no day and was left out", "person_id 'p9' names nothing and was left out"]
        );
        document.items.push(document.items[0].clone());
        let refused = of_document("a.pdf", &document, &mut Rows::default()).unwrap_err();
        assert_eq!(refused.to_string(), "its document has the item i1 twice, which a table cannot hold");
    }
}
