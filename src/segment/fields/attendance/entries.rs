//! The entries of a list of persons: columns of names, lines that go on, and what stands beside a name in its row.

use crate::correct::Lexicon;
use crate::segment::fields::form::blocks::Block;
use crate::segment::fields::form::heads::{is_panel, persons_head};
use crate::segment::fields::person::{entry, titles};
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::print::flow::Flow;
use crate::segment::words::forms::Words;
use crate::segment::words::names::{self, honorific, is_title_word};
use crate::segment::words::parties;
use crate::segment::words::pattern::compile;
use crate::segment::words::text::fold;
use regex::Regex;
use std::sync::LazyLock;

/// Heads of columns that say who sends a person.
static SENDER_HEADS: Words = Words::new("form.senders");
static PRESENCE_STEMS: Words = Words::new("form.presence_stems");

type Column = Vec<(usize, Piece)>;

pub struct Entry {
    pub flow: Flow,
    pub beside: Vec<Flow>,
    /// What stands beside the name in a table of persons, cell by cell.
    pub cells: Vec<Piece>,
    /// A row of such a table.
    pub is_row: bool,
    /// Names under it are indented: whom it sends.
    pub is_head: bool,
}

/// The entries of a list, column by column; what stands beside a name in its row goes with it.
pub fn entries(lexicon: &Lexicon, sheet: &Sheet, block: &Block) -> Vec<Entry> {
    let columns = columns(sheet, block);
    let mut holds_names: Vec<bool> = columns.iter().map(|column| is_name_column(lexicon, column)).collect();
    // In a table the heads say which column names the persons of the rows.
    if let Some(head) = persons_head(&block.head) {
        let far = |column: &Column| column.first().map_or(i32::MAX, |(_, piece)| (piece.bbox.x0 - head.bbox.x0).abs());
        let named = (0..columns.len()).min_by_key(|at| far(&columns[*at]));
        holds_names.iter_mut().enumerate().for_each(|(at, holds)| *holds = Some(at) == named);
    }
    let mut out = Vec::new();
    for (index, column) in columns.iter().enumerate() {
        let stands_in = index == 0 && !holds_names.contains(&true);
        if !(holds_names[index] || stands_in) {
            continue;
        }
        // Attribute columns between this column of names and the next; before it, where none follow.
        let after = columns[index + 1..].iter().zip(&holds_names[index + 1..]).take_while(|(_, names)| !**names);
        let mut beside: Vec<&Column> = after.map(|(column, _)| column).collect();
        let from_left = beside.is_empty() && holds_names.iter().filter(|names| **names).count() == 1;
        if from_left {
            beside = columns[..index].iter().collect();
        }
        // "PRO Storby" left of the first of those whom it sends.
        let left = || beside.iter().copied().flatten();
        let carries = from_left && left().count() >= 2 && left().all(|(_, piece)| names::is_sender(&piece.text));
        let has_whole_names = column.iter().filter(|(_, piece)| !piece.text.contains(' ')).count() * 3 < column.len();
        let mut current: Option<(Vec<Piece>, Vec<usize>)> = None;
        let mut groups: Vec<(Vec<Piece>, Vec<usize>)> = Vec::new();
        for (row, piece) in column {
            // "Karl Ek,    skolchef": what follows the comma stands in the next column.
            let is_whole = |last_row: usize, last: &Piece| {
                last.text.ends_with(',')
                    && piece.text.starts_with(char::is_uppercase)
                    && columns[index + 1..].iter().flatten().any(|(other, _)| *other == last_row)
            };
            let goes_on = current.as_ref().is_some_and(|(pieces, rows)| {
                let last = pieces.last().zip(rows.last());
                last.is_some_and(|(last, row)| {
                    !is_whole(*row, last) && continues(sheet, last, piece)
                        || has_whole_names && is_rest_of_name(lexicon, last, piece)
                })
            });
            match current.as_mut() {
                Some((pieces, rows)) if goes_on => {
                    pieces.push(piece.clone());
                    rows.push(*row);
                }
                _ => {
                    groups.extend(current.take());
                    current = Some((vec![piece.clone()], vec![*row]));
                }
            }
        }
        groups.extend(current);
        let senders = heads(lexicon, sheet, &groups);
        let mut carried: Vec<Vec<Piece>> = Vec::new();
        for (pieces, rows) in groups {
            let mut others: Vec<Vec<Piece>> = beside
                .iter()
                .map(|column| {
                    column.iter().filter(|(row, _)| rows.contains(row)).map(|(_, piece)| piece.clone()).collect()
                })
                .filter(|pieces: &Vec<Piece>| !pieces.is_empty())
                .collect();
            if carries && others.is_empty() {
                others.clone_from(&carried);
            } else if carries {
                carried.clone_from(&others);
            }
            let heads: Vec<String> = block.head.iter().map(|piece| fold(&piece.text)).collect();
            let told = heads.iter().any(|head| SENDER_HEADS.has(head));
            let is_table = is_panel(&block.head)
                || persons_head(&block.head).is_some()
                    && (!told || heads.iter().any(|head| PRESENCE_STEMS.begin(head)));
            let (beside, cells) = if is_table {
                (Vec::new(), others.into_iter().flatten().collect())
            } else {
                (others.iter().map(|pieces| sheet.flow_of_pieces(pieces)).collect(), Vec::new())
            };
            let is_head = senders.contains(&pieces[0].span.start);
            out.push(Entry { flow: sheet.flow_of_pieces(&pieces), beside, cells, is_row: is_table, is_head });
        }
    }
    out
}

/// Where the groups of a column begin that stand left of the others and name no person: "PRO Storby" over its members.
fn heads(lexicon: &Lexicon, sheet: &Sheet, groups: &[(Vec<Piece>, Vec<usize>)]) -> Vec<usize> {
    let firsts: Vec<&Piece> = groups.iter().filter_map(|(pieces, _)| pieces.first()).collect();
    let Some(left) = firsts.iter().map(|piece| piece.bbox.x0).min() else { return Vec::new() };
    let size = sheet.metrics_at(firsts[0].page).size;
    let (heads, names): (Vec<&Piece>, Vec<&Piece>) =
        firsts.into_iter().partition(|piece| piece.bbox.x0 - left <= size * 2 / 3);
    let is_sender = |piece: &&Piece| {
        let words: Vec<&str> = piece.text.split_whitespace().collect();
        words.len() <= 4
            && !piece.text.contains(',')
            && !words.first().is_some_and(|word| names::is_given(lexicon, word))
    };
    let all = heads.iter().all(is_sender)
        && names.len() > heads.len()
        && heads.first().map(|head| head.span.start) == groups.first().map(|(pieces, _)| pieces[0].span.start);
    if all && heads.len() >= 2 { heads.iter().map(|piece| piece.span.start).collect() } else { Vec::new() }
}

/// Whether a line belongs to the person of the line above.
fn continues(sheet: &Sheet, last: &Piece, next: &Piece) -> bool {
    let size = sheet.metrics_at(next.page).size;
    let lower = next.text.chars().next().is_some_and(char::is_lowercase);
    let first_word = next.text.split_whitespace().next().unwrap_or("");
    let new_person = honorific(first_word).is_some()
        || is_title_word(first_word)
            && next
                .text
                .split_whitespace()
                .nth(1)
                .is_some_and(|word| word.chars().next().is_some_and(char::is_uppercase));
    // "lantbrukaren Emil Ek" after a line that is finished.
    let finished = !last.text.ends_with([',', '-']) && !UNFINISHED.is_match(&last.text);
    let new_person = new_person || finished && titles::small_titles(&next.text, 0, next.text.len()).is_some();
    let hangs = last.text.ends_with([',', '-']) || HANGING.is_match(&last.text) || HALF_REPLACED.is_match(&last.text);
    let indented = next.bbox.x0 > last.bbox.x0 + size && last.page == next.page;
    (lower || hangs) && !new_person || next.text.starts_with('(') || indented && !sheet.ended_early(last, next)
}

/// "Lindström" alone under "Anna Berg": in a list of whole names, a surname that did not fit into the line.
fn is_rest_of_name(lexicon: &Lexicon, last: &Piece, next: &Piece) -> bool {
    let word = next.text.trim();
    let is_surname = word.starts_with(char::is_uppercase)
        && word.chars().all(|c| c.is_alphabetic() || c == '-')
        && lexicon.is_surname(word)
        && lexicon.entry(word).given_name() < lexicon.entry(word).surname()
        && !lexicon.is_place(word)
        && !is_title_word(word)
        && next.mark.label().is_none();
    is_surname
        && entry::entry(&last.text, 0..last.text.len()).is_some_and(|one| {
            one.name.end == last.text.trim_end().len()
                && names::name_at(&last.text, one.name.start).is_some_and(|name| name.tokens == 2)
        })
}

/// "Eva Ek (KD) ersätter Jan-Olov", with the surname on the next line.
static HALF_REPLACED: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(?:{=persons.replace_verbs}|\b{=persons.for})\s+\p{Lu}[\p{L}-]+$"));

/// After these words another line is still to come, and no new person begins in it.
static UNFINISHED: LazyLock<Regex> = LazyLock::new(|| compile(r"\s{=attendance.unfinished}$"));

/// Words after which the name on the next line belongs to the line.
static HANGING: LazyLock<Regex> =
    LazyLock::new(|| compile(r"\s(?:{=persons.for}|{=persons.replace_verbs}|{=persons.conjunctions})$"));

/// The block's pieces by where they start.
fn columns(sheet: &Sheet, block: &Block) -> Vec<Column> {
    let size = block.pieces().next().map_or(16, |piece| sheet.metrics_at(piece.page).size);
    let boxes = block
        .pieces()
        .next()
        .is_some_and(|piece| sheet.pages.get(piece.page).is_some_and(|page| page.ocr().has_boxes()));
    let mut columns: Vec<(i32, Column)> = Vec::new();
    if !boxes {
        // Without boxes on paper the order in the row must do.
        for (row, pieces) in &block.values {
            for (index, piece) in pieces.iter().enumerate() {
                if columns.len() <= index {
                    columns.push((index as i32, Vec::new()));
                }
                columns[index].1.push((*row, piece.clone()));
            }
        }
        return columns.into_iter().map(|(_, column)| column).collect();
    }
    let single = block.values.iter().all(|(_, pieces)| pieces.len() == 1);
    for (row, piece) in block.values.iter().flat_map(|(row, pieces)| pieces.iter().map(move |piece| (*row, piece))) {
        let x = piece.bbox.x0;
        // Indentation is no column: a column's pieces stand beside others in their row.
        let near = columns
            .iter_mut()
            .filter(|(start, _)| (x - *start).abs() <= if single { i32::MAX / 4 } else { 3 * size })
            .min_by_key(|(start, _)| (x - *start).abs());
        match near {
            Some((_, column)) => column.push((row, piece.clone())),
            None => columns.push((x, vec![(row, piece.clone())])),
        }
    }
    columns.sort_by_key(|(start, _)| *start);
    columns.into_iter().map(|(_, column)| column).collect()
}

fn is_name_column(lexicon: &Lexicon, column: &Column) -> bool {
    let mut score = 0.0;
    for (_, piece) in column {
        let text = &piece.text;
        if goes_on(text) {
            continue;
        }
        if let Some(person) = entry::entry(text, 0..text.len()) {
            let name = &text[person.name.clone()];
            let tokens = name.split_whitespace().count();
            let looks = names::name_score(lexicon, name);
            score += match (tokens >= 2, person.party.is_some()) {
                (true, true) => 1.0,
                (true, false) => looks,
                (false, true) => 0.6,
                _ => 0.0,
            };
        }
    }
    score >= 0.45 * column.len() as f32
}

/// With a capital they begin a cell and no name.
static REPLACING: LazyLock<Regex> = LazyLock::new(|| compile(r"^{+attendance.replacing}"));

/// Whether a cell goes on the entry beside it: party, scope, whom the person replaces.
pub fn goes_on(text: &str) -> bool {
    if let Some((first, rest)) = text.trim().split_once(' ')
        && first.chars().all(char::is_uppercase)
        && parties::party_after_comma(first).is_some()
    {
        return titles::replaces_at(rest.trim_start())
            || crate::segment::words::scopes::at_start(rest.trim_start()).is_some();
    }
    let first = text.trim_start_matches(['(', ',', ' ']);
    let lower = first.chars().next().is_some_and(char::is_lowercase) || REPLACING.is_match(first);
    // "(S) för Karl Jern (S)"
    let after_party =
        text.trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')')).map(|(_, rest)| rest.trim_start());
    lower && titles::replaces_at(first) || after_party.is_some_and(titles::replaces_at)
}
