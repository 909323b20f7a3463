//! Who was there and who was not, from the lists of the front page.
//!
//! A list gives its persons a category; a remark beside a name ("ej tjänstgörande ersättare") outweighs
//! it. A member whom a substitute replaces is absent. Ids are given by `segment` at the end.

use crate::correct::Lexicon;
use crate::page::CorrectedPage;
use crate::protocol::{Attendee, AttendeeRole, Category};
use crate::segment::fields::attendance::entries::{Entry, entries, goes_on};
use crate::segment::fields::attendance::lists::{ListKind, Lists, kind_of, push};
use crate::segment::fields::attendance::prose::{is_prose, opens_in_place, prose};
use crate::segment::fields::attendance::{categories, extent, first_names, movements, properties, proxies, tables};
use crate::segment::fields::form::blocks::{Block, Form};
use crate::segment::fields::person::named::Person;
use crate::segment::fields::person::{details, entry, titles};
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::print::flow::Flow;
use crate::segment::words::forms::Words;
use crate::segment::words::labels::{self, Label};
use crate::segment::words::names::{self, is_title_word};
use crate::segment::words::pattern::compile;
use crate::segment::words::text::{fold, trim};
use crate::segment::words::{parties, spelling};
use regex::Regex;
use std::sync::LazyLock;

/// Words that send the reader to another sheet.
static ELSEWHERE: Words = Words::new("attendance.elsewhere");
static ONE_SUBSTITUTE: Words = Words::new("attendance.one_substitute");
/// With these words sentences after a list begin.
static OPENINGS: Words = Words::new("attendance.openings");
static LIST_VERBS: Words = Words::new("attendance.list_verbs");
static CONJUNCTIONS: Words = Words::new("persons.conjunctions");
static SERVE_VERBS: Words = Words::new("persons.serve_verbs");
/// What stands in a list in the place of a name.
static NOBODY: Words = Words::new("attendance.nobody");
static MUNICIPALITIES: Words = Words::new("attendance.municipalities");
static CHECK_MARKS: Words = Words::new("form.check_marks");
static NO: Words = Words::new("form.no");
static STREETS: Words = Words::new("attendance.streets");

/// The party that heads a part of a list is that of all its persons.
fn give_party(sheet: &Sheet, block: &Block, attendees: &mut [Attendee]) {
    let Some(head) = block.head.first() else { return };
    let Some((code, range)) = labels::party_of_heading(&head.text) else { return };
    let flow = sheet.flow_of(head);
    for attendee in attendees.iter_mut().filter(|one| !one.party.is_some()) {
        attendee.party = flow.value(sheet.pages, &range, code.clone(), 0.93);
    }
}

/// Everyone whom the lists of a form may name.
pub fn candidates(lexicon: &Lexicon, sheet: &Sheet, form: &Form) -> Lists {
    let mut lists = Lists::default();
    read_blocks(lexicon, sheet, list_blocks(&form.blocks), &mut lists);
    lists.place = 2.0;
    categories::drop_homes(&mut lists.attendees);
    secretary(sheet, form, &mut lists);
    lists
}

/// Reads blocks of persons, one after the other.
pub fn read_blocks(lexicon: &Lexicon, sheet: &Sheet, blocks: Vec<Block>, lists: &mut Lists) {
    // Under "Socialdemokraterna (s):" the list above goes on.
    let mut open = ListKind::Category(Category::Member);
    for block in blocks {
        let kind = match block.label {
            Label::Party => Some(open),
            label => kind_of(label),
        };
        let Some(kind) = kind else { continue };
        let holds = extent::extent(lexicon, sheet, &block);
        let trust = extent::head_trust(sheet, &block, &holds);
        if trust == 0.0 {
            continue;
        }
        open = kind;
        if refers_elsewhere(&block) {
            if let Some(piece) = block.pieces().next() {
                lists.elsewhere.push((block.head.first().map_or(String::new(), |p| p.text.clone()), piece.clone()));
            }
            continue;
        }
        lists.tells_apart |= block.label == Label::Party
            || !matches!(kind, ListKind::Category(Category::Present | Category::Other) | ListKind::Absent);
        let before = lists.attendees.len();
        let block = Block { values: block.values[..holds.len()].to_vec(), ..block };
        // A list is as good as most of its rows.
        lists.place = 2.0 * trust * (0.4 + extent::share(&holds)).min(1.0);
        read_block(lexicon, sheet, &block, kind, lists);
        if block.label == Label::Party {
            give_party(sheet, &block, &mut lists.attendees[before..]);
        }
    }
}

/// The blocks that persons may be listed under. "Ingen närvarande" beside a row opens none: its rows go on the list.
pub fn list_blocks(blocks: &[Block]) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    for block in blocks.iter().filter(|block| block.label.is_list() && !block.is_empty()) {
        match out.last_mut() {
            Some(last) if extent::names_nobody(block) => take_in(last, block),
            _ => out.push(block.clone()),
        }
    }
    out
}

/// Puts the rows of a block into another, those that both have a part of as one.
fn take_in(list: &mut Block, other: &Block) {
    for (row, pieces) in &other.values {
        match list.values.iter_mut().find(|(own, _)| own == row) {
            Some((_, own)) => {
                own.extend(pieces.iter().cloned());
                own.sort_by_key(|piece| piece.bbox.x0);
            }
            None => list.values.push((*row, pieces.clone())),
        }
    }
    list.values.sort_by_key(|(row, _)| *row);
}

/// A list by properties, running text, or a line for each person.
fn read_block(lexicon: &Lexicon, sheet: &Sheet, block: &Block, kind: ListKind, lists: &mut Lists) {
    if properties::is_by_property(block) {
        return properties::read(lexicon, sheet, block, kind, lists);
    }
    if first_names::is_list(lexicon, block) {
        return first_names::read(sheet, block, kind, lists);
    }
    // Sentences may follow the list: "Dessutom närvoro kyrkoherde Eva Ek samt ..."
    let at = block.values.iter().position(|(_, pieces)| opens_sentence(pieces)).unwrap_or(block.values.len());
    let is_list = at < block.values.len() && at >= 2 && block.values[..at].iter().all(|(_, row)| names_one(row));
    if !is_list && is_prose(block) {
        prose(lexicon, sheet.pages, &sheet.flow_of_pieces(block.pieces()), kind, lists);
    } else {
        let (listed, told) = block.values.split_at(at);
        list(lexicon, sheet, &Block { values: listed.to_vec(), ..block.clone() }, kind, lists);
        let told: Vec<&Piece> = told.iter().flat_map(|(_, pieces)| pieces).collect();
        prose(lexicon, sheet.pages, &sheet.flow_of_pieces(told), kind, lists);
    }
}

/// "Sekreterare" over or beside a name among the lists, when the signatures name their own further down.
fn secretary(sheet: &Sheet, form: &Form, lists: &mut Lists) {
    // Without signatures on the front page the other roles of those who sign are not there either.
    let roles = form.blocks.iter().filter(|block| matches!(block.label, Label::Chair | Label::Adjuster)).count();
    let signatures = form.with(Label::Signatures).map(|block| block.row).next();
    let Some(signatures) = signatures.or((roles == 0).then_some(usize::MAX)) else { return };
    let first_list = form.blocks.iter().filter(|block| block.label.is_list()).map(|block| block.row).min();
    let block = form
        .with(Label::Secretary)
        .find(|block| block.row < signatures && first_list.is_some_and(|list| list < block.row) && !block.is_empty());
    // "Vid protokollet: kommunsekreterare Bo Ek" after the list, on one line.
    let block = block.or_else(|| {
        form.with(Label::AtProtocol).find(|block| {
            block.inline
                && block.row < signatures
                && first_list.is_some_and(|list| list < block.row)
                && !block.is_empty()
        })
    });
    let again = signatures == usize::MAX || form.with(Label::Secretary).any(|block| block.row >= signatures);
    let Some(block) = block.filter(|_| again) else { return };
    let flow = sheet.flow_of_pieces(block.pieces().take(1));
    let Some(mut person) = entry::entry(&flow.text, flow.whole()) else { return };
    let name = flow.of(&person.name);
    let is_new = !lists
        .attendees
        .iter()
        .any(|one| one.name.value.as_deref().is_some_and(|other| names::same_person(other, name)));
    if is_new && name.contains(' ') {
        person.role = Some(AttendeeRole::Secretary);
        push(sheet.pages, &flow, person, ListKind::Category(Category::Official), lists);
    }
}

fn refers_elsewhere(block: &Block) -> bool {
    let text: Vec<&str> = block.pieces().take(3).map(|piece| piece.text.as_str()).collect();
    let folded = fold(&text.join(" "));
    let n_names =
        block.pieces().filter(|piece| names::name_at(&piece.text, 0).is_some_and(|name| name.tokens >= 2)).count();
    n_names <= 1 && ELSEWHERE.within(&folded)
}

/// A row that is one person's.
fn names_one(row: &[Piece]) -> bool {
    let [piece] = row else { return false };
    entry::run(&piece.text, 0..piece.text.len()).len() == 1 && !piece.text.ends_with([',', '-'])
}

/// A row of running text among a list: long, and with the verb of those who were there.
fn opens_sentence(pieces: &[Piece]) -> bool {
    let [piece] = pieces else { return false };
    let folded = fold(&piece.text);
    let words: Vec<&str> = folded.split(' ').collect();
    let of_one = ONE_SUBSTITUTE.has(words[0]) || OPENINGS.has(words[0]) || opens_in_place(&folded);
    let is_verb = |word: &&str| LIST_VERBS.has(word) || SERVE_VERBS.has(word);
    words.len() >= 5 && (of_one || words.iter().take(4).any(is_verb)) && !piece.text.contains('(')
}

/// Two persons with a word between that joins them, each with a whole name.
fn is_pair(text: &str) -> bool {
    let persons = entry::run(text, 0..text.len());
    let [one, other] = persons.as_slice() else { return false };
    let between = text.get(one.name.end..other.name.start).unwrap_or("");
    let joins = |word: &str| CONJUNCTIONS.has(word);
    text[one.name.clone()].contains(' ')
        && text[other.name.clone()].contains(' ')
        && one.replaces.is_none()
        && between.split_whitespace().count() <= 4
        && between.split_whitespace().any(joins)
}

/// A line for each person, in one column or several.
fn list(lexicon: &Lexicon, sheet: &Sheet, block: &Block, kind: ListKind, lists: &mut Lists) {
    // "Storby kommun" over those whom it sends.
    let mut sent_by: Option<Flow> = None;
    let mut leads: Vec<(usize, Lead)> = Vec::new();
    for mut entry in entries(lexicon, sheet, block) {
        lead_to(&mut entry);
        // "för Karl Jern (S)" in the next column goes on the entry.
        // What stands in a column between may be who sends the person.
        let joins = |beside: &Flow| goes_on(&beside.text) || beside.text.starts_with('(');
        let last = entry.beside.iter().rposition(joins).map_or(0, |last| last + 1);
        let (senders, parts): (Vec<Flow>, Vec<Flow>) =
            entry.beside.drain(..last).partition(|beside| !joins(beside) && names::is_sender(beside.text.trim()));
        entry.beside.splice(0..0, senders);
        for beside in parts {
            let starts_party = beside.text.split_whitespace().next().and_then(parties::party_after_comma).is_some();
            entry.flow.glue(if starts_party { ", " } else { " " });
            entry.flow.append(&beside);
        }
        if let Some(at) = speck_in_name(lexicon, &entry.flow.text) {
            let mut clean = entry.flow.slice(&(0..at));
            clean.append(&entry.flow.slice(&(at + 1..entry.flow.text.len())));
            entry.flow = clean;
        }
        let mut owner = None;
        if let Some((start, end)) = proxies::on_behalf(&entry.flow.text) {
            owner = Some(entry.flow.slice(&(0..end)));
            entry.flow = entry.flow.slice(&(start..entry.flow.text.len()));
        }
        let text = entry.flow.text.clone();
        let folded = fold(&text);
        if NOBODY.begin(&folded) || folded.starts_with("se ") || movements::tells_movement(&text) {
            continue;
        }
        if entry.beside.is_empty() && (entry.is_head || sends(&text)) {
            sent_by = Some(entry.flow);
            continue;
        }
        // "revisorn Bo Ek och kamrer Eva Ros", put together of two rows.
        if entry.beside.is_empty() && is_pair(&text) {
            prose(lexicon, sheet.pages, &entry.flow, kind, lists);
            continue;
        }
        let Some(mut person) = entry::entry(&text, 0..text.len()) else { continue };
        titles::without_titles(lexicon, &text, &mut person);
        // "kyrkvärden Oskar Ek, Holma": where someone lives, in lists that say what they live by.
        let titled =
            person.has_honorific || person.role_text.as_ref().is_some_and(|role| role.end <= person.name.start);
        let is_place = |place: &std::ops::Range<usize>| {
            let word = &text[place.clone()];
            !word.contains(' ') && word.chars().skip(1).any(char::is_lowercase) && !names::is_organization(word)
        };
        if titled && person.organization.as_ref().is_some_and(is_place) {
            person.organization = None;
        }
        let tokens = names::name_at(&text, person.name.start).map_or(0, |name| name.tokens);
        let vouched = person.party.is_some() || person.has_honorific || person.role.is_some();
        let known_surname = names::is_surname(lexicon, &text[person.name.clone()]);
        let vouched = vouched && (person.party.is_some() || person.has_honorific || known_surname);
        if tokens < 2 && !vouched || names::name_score(lexicon, &spelling::calm(&text[person.name.clone()])) < 0.25 {
            continue;
        }
        let before = lists.attendees.len();
        // The organisation in the next column.
        let organization = entry.beside;
        if !organization.is_empty() {
            person.organization = None;
        }
        let kind = if entry::is_unticked(&text) { ListKind::Absent } else { kind };
        leads.push((before, Lead::of(&text, &person)));
        push(sheet.pages, &entry.flow, person, kind, lists);
        // "Nej" in a column of its own, whatever stands over it.
        if lists.attendees.len() > before && organization.iter().any(|beside| NO.has(&fold(&beside.text))) {
            tables::move_to_absent(before, lists);
        }
        if let Some(attendee) = lists.attendees.get_mut(before) {
            organization.iter().for_each(|beside| attach(sheet.pages, beside, attendee));
            if let Some(owner) = owner {
                attendee.organization = owner.field(sheet.pages, &owner.whole(), 0.95);
            }
            if let Some(sender) = sent_by.as_ref().filter(|_| !attendee.organization.is_some()) {
                attendee.organization = sender.field(sheet.pages, &sender.whole(), 0.9);
            }
        }
        if entry.is_row && lists.attendees.len() > before {
            tables::read(sheet, block, &entry.cells, before, lists);
        }
    }
    word_as_sender(&leads, lists);
}

/// What stands before a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    Nothing,
    Organization,
    /// A word with a capital that no title ends like.
    Word,
}

impl Lead {
    fn of(text: &str, person: &Person) -> Lead {
        let before = |range: &Option<std::ops::Range<usize>>| {
            range.as_ref().filter(|range| range.end <= person.name.start).map(|range| &text[range.clone()])
        };
        let is_word = |word: &str| word.starts_with(char::is_uppercase) && !word.contains(' ') && !is_title_word(word);
        if before(&person.organization).is_some() {
            Lead::Organization
        } else if person.role.is_none() && before(&person.role_text).is_some_and(is_word) {
            Lead::Word
        } else {
            Lead::Nothing
        }
    }
}

/// "Polisen Bo Ek" in a list where organisations stand before most names says who sends him.
fn word_as_sender(leads: &[(usize, Lead)], lists: &mut Lists) {
    let n_sent = leads.iter().filter(|(_, lead)| *lead == Lead::Organization).count();
    if n_sent < 2 || n_sent * 2 <= leads.len() {
        return;
    }
    for (at, _) in leads.iter().filter(|(_, lead)| *lead == Lead::Word) {
        if let Some(attendee) = lists.attendees.get_mut(*at).filter(|one| !one.organization.is_some()) {
            attendee.organization = std::mem::take(&mut attendee.role_text);
        }
    }
}

/// A municipality alone on its line among names.
fn sends(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=3).contains(&words.len())
        && words[..words.len() - 1].iter().all(|word| word.starts_with(char::is_uppercase))
        && MUNICIPALITIES.has(words[words.len() - 1])
}

/// "Anna Berg (s) ......... ordförande": the dots lead to what belongs to the name.
fn lead_to(entry: &mut Entry) {
    let leads = LEADER.is_match(&entry.flow.text) || entry.beside.iter().any(|beside| LEADER.is_match(&beside.text));
    if !leads || entry.is_row {
        return;
    }
    let mut whole = std::mem::take(&mut entry.flow);
    for beside in entry.beside.drain(..) {
        whole.glue(" ");
        whole.append(&beside);
    }
    let mut start = 0;
    for found in LEADER.find_iter(&whole.text) {
        join_part(&mut entry.flow, &whole, start..found.start());
        start = found.end();
    }
    join_part(&mut entry.flow, &whole, start..whole.text.len());
}

fn join_part(flow: &mut Flow, whole: &Flow, range: std::ops::Range<usize>) {
    let range = trim(&whole.text, range, &[',']);
    if !range.is_empty() {
        if !flow.text.is_empty() {
            flow.glue(", ");
        }
        flow.append(&whole.slice(&range));
    }
}

static LEADER: LazyLock<Regex> = LazyLock::new(|| compile(r"\s*(?:[.…·_]\s?){4,}"));

/// "Karin: Lund": a speck of the paper behind a given name, read as a stop or a colon.
fn speck_in_name(lexicon: &Lexicon, text: &str) -> Option<usize> {
    let at = text.find([':', ';', '.'])?;
    let (given, rest) = (&text[..at], text[at + 1..].strip_prefix(' ')?);
    let next: String = rest.chars().take_while(|c| c.is_alphabetic() || *c == '-').collect();
    let is_name = given.chars().count() >= 3
        && given.chars().all(|c| c.is_alphabetic() || c == '-')
        && lexicon.is_given_name(given)
        && next.starts_with(char::is_uppercase)
        && next.chars().count() >= 2
        && !is_title_word(&next);
    is_name.then_some(at)
}

/// Puts what stands beside a name where it belongs: a party, a scope, a title or an organisation.
fn attach(pages: &[CorrectedPage], beside: &Flow, attendee: &mut Attendee) {
    let text = beside.text.trim();
    let whole = trim(&beside.text, beside.whole(), &[',', ';', '.', '|']);
    let inner = text.trim_matches(['(', ')']);
    if text.starts_with('(')
        && let Some(code) = parties::party_in_parentheses(inner)
    {
        attendee.party = beside.value(pages, &whole, code, 0.97);
        return;
    }
    if !attendee.party.is_some()
        && let Some(code) = parties::party_after_comma(text)
    {
        attendee.party = beside.value(pages, &whole, code, 0.95);
        return;
    }
    if details::is_remote(&fold(text)) {
        attendee.remote = Some(true);
        return;
    }
    if CHECK_MARKS.has(&fold(text)) {
        return;
    }
    // Where someone lives is neither title nor organisation.
    if STREETS.within(&text.to_lowercase()) && text.chars().any(|c| c.is_ascii_digit()) {
        return;
    }
    // The number of a flat or a seat is neither title nor organisation.
    let digits = text.chars().filter(char::is_ascii_digit).count();
    if digits * 2 >= text.chars().filter(|c| c.is_alphanumeric()).count() && !text.contains('§') {
        return;
    }
    if let Some(at) = beside.text.find('§')
        && let Some(ranges) = names::ranges(&beside.text[at..])
    {
        let (title, scope) = (beside.slice(&(0..at)), trim(&beside.text, at..beside.text.len(), &[',', ';', '.', '|']));
        attendee.paragraphs = beside.value(pages, &scope, ranges, 0.95);
        // "bildningschef § 45"
        if title.text.chars().any(char::is_alphabetic) {
            attach(pages, &title, attendee);
        }
        return;
    }
    let lower = text.chars().next().is_some_and(|c| c.is_lowercase() || c.is_ascii_digit());
    let is_title = text.split_whitespace().count() <= 3 && text.split_whitespace().last().is_some_and(is_title_word);
    if lower || is_title || names::role_of(text).is_some() {
        if attendee.role.is_none() {
            attendee.role = names::role_of(text);
        }
        if !attendee.role_text.is_some() {
            attendee.role_text = beside.field(pages, &whole, 0.95);
        }
    } else if text.chars().filter(|c| c.is_alphabetic()).count() >= 2 && !attendee.organization.is_some() {
        attendee.organization = beside.field(pages, &whole, 0.97);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::OcrPage;
    use crate::segment::fields::attendance::present;
    use crate::segment::fields::form::blocks;

    fn read(text: &str) -> Lists {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let rows: Vec<usize> = (0..sheet.rows.len()).collect();
        present::settled(
            &Lexicon::builtin(),
            &sheet,
            candidates(&Lexicon::builtin(), &sheet, &blocks::read(&sheet, &rows)),
        )
    }

    fn short(lists: &Lists) -> Vec<(String, Category)> {
        lists.attendees.iter().map(|a| (a.name.value.clone().unwrap_or_default(), a.category)).collect()
    }

    #[test]
    fn lists_of_a_council() {
        let found = read(
            "Beslutande             Anna Berg (S), ordförande\n                       Bo Ek (M)\n                       Eva Ros (C) ersättare för Per Holm (C)\nEj tjänstgörande       Ida Lund (S)\nersättare              Karl Ask (M)\nÖvriga deltagande      Siv Öst, sekreterare\n                       Åke Ny, konsult, § 4",
        );
        assert_eq!(
            short(&found),
            [
                ("Anna Berg".into(), Category::Member),
                ("Bo Ek".into(), Category::Member),
                ("Eva Ros".into(), Category::ServingSubstitute),
                ("Ida Lund".into(), Category::Substitute),
                ("Karl Ask".into(), Category::Substitute),
                ("Siv Öst".into(), Category::Official),
                ("Åke Ny".into(), Category::Other)
            ]
        );
        assert_eq!(found.absent[0].name.value.as_deref(), Some("Per Holm"));
        assert_eq!(found.attendees[6].paragraphs.value, Some(vec![(4, 4)]));
    }

    #[test]
    fn a_run_in_list() {
        let found = read(
            "Kommunalnämnden i Storby\nNärvarande: herrar Stig Holm, ordförande, Erik Ek och Åke Lund samt fru Ida Ros.\nSåsom sekreterare tjänstgjorde Göte By.",
        );
        assert_eq!(found.attendees.len(), 5);
        assert_eq!(found.attendees[0].role, Some(AttendeeRole::Chair));
        assert_eq!(found.attendees[4].category, Category::Official);
        assert_eq!(found.attendees[1].category, Category::Member);
    }

    #[test]
    fn names_beside_their_organisation() {
        let found = read(
            "Närvarande\nAnna Berg, ordförande\tSocialnämnden\nBo Ek\tHörselskadades förening\nFrånvarande\nEva Ros\tSPF Bäcken",
        );
        assert_eq!(found.attendees[1].organization.value.as_deref(), Some("Hörselskadades förening"));
        assert_eq!(found.attendees[0].category, Category::Present);
        assert_eq!(found.absent[0].name.value.as_deref(), Some("Eva Ros"));
    }

    #[test]
    fn organisations_before_names_and_names_over_two_lines() {
        let found = read(
            "Närvarande\nMiljöförvaltningen Anna Berg\nKultur- och fritidsförvaltningen Eva Ros\nVård- och omsorgsförvaltningen Britt- Marie Öst\nLindström\nStorby Bostäder AB Bo Ek\nKommunkansliet Karin Holm\nAndersson\nPolisen Per Lund",
        );
        let told: Vec<(&str, &str)> = found
            .attendees
            .iter()
            .map(|one| (one.name.value.as_deref().unwrap_or(""), one.organization.value.as_deref().unwrap_or("")))
            .collect();
        assert_eq!(
            told,
            [
                ("Anna Berg", "Miljöförvaltningen"),
                ("Eva Ros", "Kultur- och fritidsförvaltningen"),
                ("Britt-Marie Öst Lindström", "Vård- och omsorgsförvaltningen"),
                ("Bo Ek", "Storby Bostäder AB"),
                ("Karin Holm Andersson", "Kommunkansliet"),
                ("Per Lund", "Polisen"),
            ]
        );
    }

    #[test]
    fn a_list_that_stands_elsewhere_names_nobody() {
        let found = read("Närvarande: enligt bifogad närvarolista");
        assert!(found.attendees.is_empty());
        assert_eq!(found.elsewhere.len(), 1);
    }

    #[test]
    fn two_persons_in_rows_that_were_joined() {
        let found = read("Närvarande\nAnna Berg\nkamrer Bo Lind-\nEk och revisor Eva Ros");
        let names: Vec<_> = found.attendees.iter().filter_map(|one| one.name.value.as_deref()).collect();
        assert_eq!(names.last(), Some(&"Eva Ros"), "{names:?}");
    }

    #[test]
    fn a_remark_of_coming_late_is_one_person_s() {
        let found = read("Närvarande: Anna Berg (ordf), Bo Ek (kassör), Eva Ros (suppleant, anlände 18.50)");
        assert_eq!(found.attendees.len(), 3);
        assert!(found.attendees.iter().all(|one| one.category == Category::Present));
    }

    #[test]
    fn a_nickname_among_persons() {
        let found = read("Närvarande: Anna Lindberg, Jossan Vikberg, Peter Holmgren och Eva Lundström");
        assert_eq!(found.attendees.len(), 4);
    }

    #[test]
    fn houses_and_telephones_behind_offices() {
        let found = read(
            "Närvarande\tAnna Berg, ordf. hus 22 tel. 555 01 14\n\tBo Ek, kassör, hus 7 tel. 555 01 39\n\tEva Ros, hus 4",
        );
        let houses: Vec<_> = found.attendees.iter().map(|one| one.organization.value.as_deref()).collect();
        assert_eq!(houses, [Some("hus 22"), Some("hus 7"), Some("hus 4")]);
        assert_eq!(found.attendees[0].role, Some(AttendeeRole::Chair));
        assert_eq!(found.attendees[1].role_text.value.as_deref(), Some("kassör"));
    }

    #[test]
    fn who_comes_late_is_listed_and_who_adjusts_is_not_away() {
        let found = read(
            "Ledamöter\nAnna Berg (S), ordförande\nBo Ek (M), anlände § 31\nEva Ros (C)\nFrånvarande: Per Holm (S)\nJusteras av Anna Berg och Eva Ros",
        );
        let names: Vec<_> = found.attendees.iter().filter_map(|one| one.name.value.as_deref()).collect();
        assert_eq!(names, ["Anna Berg", "Bo Ek", "Eva Ros"]);
        assert_eq!(found.absent.len(), 1);
    }

    #[test]
    fn a_table_of_those_who_serve() {
        let found = read(
            "Ledamöter                Parti    Anmärkning\nAnna Berg                S        ordförande\nTjänstgörande ersättare  Parti    Ersätter\nIda Lund                 M        Bo Ek (M)",
        );
        assert_eq!(short(&found)[1], ("Ida Lund".into(), Category::ServingSubstitute));
        assert_eq!(found.attendees[1].replaces.value.as_deref(), Some("Bo Ek"));
        assert_eq!(found.absent[0].name.value.as_deref(), Some("Bo Ek"));
    }
}
