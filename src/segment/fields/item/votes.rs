//! Votes: their result in words and figures, and who voted how, in lists and tables.

use crate::protocol::{Ballot, BallotVote, Item, Vote};
use crate::segment::fields::item::body::{Paragraph, ParagraphKind};
use crate::segment::fields::item::{sections, tallies};
use crate::segment::fields::person::entry;
use crate::segment::fields::person::named::Person;
use crate::segment::marks::sheet::{Piece, Row, Sheet};
use crate::segment::words::forms::Words;
use crate::segment::words::pattern::compile;
use crate::segment::words::text::fold;
use crate::segment::words::{parties, sentences};
use regex::Regex;
use std::sync::LazyLock;

static BALLOTS: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?xi)^\s*(?:\p{L}+\s+(?:{=votes.voters}\s+)?{=votes.voting_verbs}\s+)?
            (?:(?P<yes>{=votes.yes})|(?P<no>{=votes.no})|(?P<none>{=votes.abstentions}))
            (?:[-\s]*(?:{=votes.ballots}|{=votes.voting_verbs}))?(?:\s+{=votes.pro}\s+[^.:,]{3,70}?)?
            (?:(?:\s+{=votes.voting_verbs})?\s*:\s*|\s+(?:{=votes.voting_verbs}|{=votes.casting_phrases})\s+)",
    )
});
/// "Anna Berg (s), Bo Ek (s) och Eva Ros (c) röstar ja."
static NAMES_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"^(?P<names>.{5,}?)\s+{=votes.voting_verbs}\s+(?:(?P<yes>{=votes.yes})|(?P<no>{=votes.no}))\b")
});
static ABSTAINS: LazyLock<Regex> = LazyLock::new(|| compile(r"\s{=votes.abstentions}\.?\s*$"));
static QUESTION: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\b({=votes.questions}[^.\n]*)"));

static SHOWS_OF_HANDS: Words = Words::new("votes.shows_of_hands");
static POLLS: Words = Words::new("votes.polls");
/// What opens the sum under a table.
static SUMS: Words = Words::new("votes.sums");
/// The heads of a table's columns, without blanks.
static COLUMNS: [(BallotVote, Words); 4] = [
    (BallotVote::Yes, Words::new("votes.column_yes")),
    (BallotVote::No, Words::new("votes.column_no")),
    (BallotVote::Abstain, Words::new("votes.column_abstain")),
    (BallotVote::Absent, Words::new("votes.column_absent")),
];

/// The votes of an item.
pub fn votes(sheet: &Sheet, paragraphs: &[Paragraph]) -> Vec<Vote> {
    let mut out: Vec<Vote> = Vec::new();
    let mut question: Option<String> = None;
    let mut pending: Vec<Ballot> = Vec::new();
    for paragraph in paragraphs {
        let text = paragraph.text();
        // "Ja-röster: A, B och C. Nej-röster: D. Resultat: 3 ja och 1 nej."
        let sentences = sentences::sentences(&text);
        let named: Vec<Vec<Ballot>> = sentences.iter().map(|sentence| named_ballots(sentence)).collect();
        let is_list = |at: usize| !named[at].is_empty() || BALLOTS.is_match(sentences[at]);
        let mut unnamed = sentences.iter().zip(&named).filter(|(_, named)| named.is_empty());
        if let Some(found) = unnamed.find_map(|(sentence, _)| QUESTION.captures(sentence)) {
            question = Some(found[1].trim().to_owned());
        }
        // "Ja-röster: 8. Nej-röster: 3.": figures and no names.
        let opens_list = !sentences.is_empty() && is_list(0) && !tallies::is_labelled(&text);
        if opens_list || named.iter().any(|ballots| !ballots.is_empty()) {
            for (sentence, named) in sentences.iter().zip(&named) {
                if let Some(found) = ABSTAINS.find(sentence).filter(|_| named.is_empty()) {
                    // "Nej: hr Ek och hr Ros. Fru Berg avstod."
                    pending.extend(ballots(&sentence[..found.start()], 0, BallotVote::Abstain));
                }
                pending.extend(named.iter().cloned());
            }
            let told = (0..sentences.len())
                .filter(|at| !is_list(*at))
                .find_map(|at| Some((at, tallies::result(sentences[at])?)));
            let is_new = |(_, (yes, no, _)): &(usize, (u32, u32, usize))| {
                out.last().is_none_or(|last| (last.yes, last.no) != (Some(*yes), Some(*no)))
            };
            if let Some((at, (yes, no, end))) = told.filter(is_new) {
                let abstain = tallies::abstentions(&sentences[at][end.min(sentences[at].len())..]);
                let ballots = std::mem::take(&mut pending);
                out.push(Vote { question: question.take(), yes: Some(yes), no: Some(no), abstain, ballots });
            }
            continue;
        }
        // "Staffan van Dijk (L) avstår."
        if let Some(found) =
            ABSTAINS.find(&text).filter(|_| !pending.is_empty() || out.iter().any(|vote| !vote.ballots.is_empty()))
        {
            pending.extend(ballots(&text[..found.start()], 0, BallotVote::Abstain));
        }
        // A show of hands that someone counted is no vote, unless the minutes call it one.
        let lower = text.to_lowercase();
        let counted = !SHOWS_OF_HANDS.within(&lower) || POLLS.within(&lower);
        if let Some((yes, no, end)) = tallies::result(&text).filter(|_| counted) {
            let abstain = tallies::abstentions(&text[end.min(text.len())..]);
            // The sum under a table says it once more.
            if out.last().is_some_and(|last| (last.yes, last.no) == (Some(yes), Some(no))) {
                continue;
            }
            out.push(Vote {
                question: question.take(),
                yes: Some(yes),
                no: Some(no),
                abstain,
                ballots: std::mem::take(&mut pending),
            });
        }
        for [yes, no, abstain] in tallies::strokes(&text) {
            out.push(Vote { question: question.take(), yes, no, abstain, ballots: Vec::new() });
        }
        for yes in tallies::shares(&text).filter(|_| tallies::result(&text).is_none()) {
            out.push(Vote { question: question.take(), yes: Some(yes), no: None, abstain: None, ballots: Vec::new() });
        }
        if let (Some(vote), false) = (out.last_mut(), pending.is_empty()) {
            vote.ballots.append(&mut pending);
        }
    }
    if let (Some(vote), false) = (out.last_mut(), pending.is_empty()) {
        vote.ballots.append(&mut pending);
    }
    for [yes, no, abstain] in tallies::of_rows(paragraphs.iter().map(|paragraph| &paragraph.flow)) {
        let is_known = out.iter().any(|vote| (vote.yes, vote.no) == (yes, no));
        if !is_known {
            out.push(Vote { question: None, yes, no, abstain, ballots: Vec::new() });
        }
    }
    let table = table_ballots(sheet, paragraphs);
    if !table.is_empty() {
        match out.last_mut() {
            Some(vote) => vote.ballots = table,
            None => out.push(counted(table)),
        }
    } else if out.is_empty() && pending.len() >= 2 {
        out.push(counted(pending));
    }
    for vote in &mut out {
        // Where everyone is named, who abstained is too.
        if vote.abstain.is_none_or(|n| n == 0) && !vote.ballots.is_empty() {
            vote.abstain = Some(n_of(&vote.ballots, BallotVote::Abstain));
        }
    }
    out
}

fn n_of(ballots: &[Ballot], kind: BallotVote) -> u32 {
    ballots.iter().filter(|ballot| ballot.vote == kind).count() as u32
}

fn counted(ballots: Vec<Ballot>) -> Vote {
    let count = |kind| Some(n_of(&ballots, kind));
    Vote {
        question: None,
        yes: count(BallotVote::Yes),
        no: count(BallotVote::No),
        abstain: count(BallotVote::Abstain),
        ballots,
    }
}

/// Who a sentence says voted yes, no or not.
fn named_ballots(sentence: &str) -> Vec<Ballot> {
    let (found, start, end) = if let Some(found) = BALLOTS.captures(sentence) {
        let start = found.get(0).map_or(0, |whole| whole.end());
        (found, start, sentence.len())
    } else if let Some(found) = NAMES_FIRST.captures(sentence) {
        let end = found.name("names").map_or(0, |names| names.end());
        if !sections::reaches(&sentence[..end], &entry::run(sentence, 0..end)) {
            return Vec::new();
        }
        (found, 0, end)
    } else {
        return Vec::new();
    };
    let vote = if found.name("yes").is_some() {
        BallotVote::Yes
    } else if found.name("no").is_some() {
        BallotVote::No
    } else {
        BallotVote::Abstain
    };
    ballots(&sentence[..end], start, vote)
}

fn ballots(text: &str, start: usize, vote: BallotVote) -> Vec<Ballot> {
    entry::run(text, start..text.len())
        .into_iter()
        .map(|person| Ballot {
            name: text[person.name].to_owned(),
            person_id: None,
            party: person.party.map(|(_, code)| code),
            vote,
        })
        .collect()
}

fn table_ballots(sheet: &Sheet, paragraphs: &[Paragraph]) -> Vec<Ballot> {
    let is_row = |paragraph: &&Paragraph| paragraph.kind == ParagraphKind::Cells || !paragraph.flow.text.is_empty();
    ballots_of_rows(sheet, paragraphs.iter().filter(is_row).map(|paragraph| paragraph.row))
}

/// A list of those present on which the secretary marked who voted how: its ballots go to the vote that they add up to.
/// A few crosses may not have been read.
pub fn from_list(sheet: &Sheet, rows: &[usize], items: &mut [Item]) {
    let listed = ballots_of_rows(sheet, rows.iter().copied());
    let (yes, no) = (n_of(&listed, BallotVote::Yes), n_of(&listed, BallotVote::No));
    if yes + no < 5 {
        return;
    }
    let adds_up = |vote: &&mut Vote| {
        let (Some(of_yes), Some(of_no)) = (vote.yes, vote.no) else { return false };
        vote.ballots.is_empty() && yes <= of_yes && no <= of_no && (yes + no) * 10 >= (of_yes + of_no) * 9
    };
    let mut fitting = items.iter_mut().flat_map(|item| &mut item.votes).filter(adds_up);
    if let (Some(vote), None) = (fitting.next(), fitting.next()) {
        vote.abstain = vote.abstain.or(Some(n_of(&listed, BallotVote::Abstain)));
        vote.ballots = listed;
    }
}

/// A table with a name in each row and a cross in one of the columns Ja, Nej, Avstår, or the word itself.
fn ballots_of_rows(sheet: &Sheet, rows: impl Iterator<Item = usize>) -> Vec<Ballot> {
    let mut out = Vec::new();
    let mut columns: Vec<(i32, BallotVote)> = Vec::new();
    for row in rows {
        let Some(row) = sheet.rows.get(row) else { continue };
        let heads = heads(sheet, row);
        if row.first().is_some_and(|piece| SUMS.begin(&fold(&piece.text))) {
            continue;
        }
        if heads.len() >= 2 {
            columns = heads;
            continue;
        }
        let named: Vec<(&Piece, Person)> = row
            .pieces
            .iter()
            .filter_map(|piece| {
                let person = entry::entry(&piece.text, 0..piece.text.len())?;
                piece.text[person.name.clone()].contains(' ').then_some((piece, person))
            })
            .collect();
        for (index, (name_piece, person)) in named.iter().enumerate() {
            // Two tables may stand side by side, each with its own columns.
            let until = named.get(index + 1).map_or(i32::MAX, |(next, _)| next.bbox.x0);
            let own: Vec<(i32, BallotVote)> =
                columns.iter().copied().filter(|(x, _)| *x > name_piece.bbox.x0 && *x < until).collect();
            let vote = match heads.as_slice() {
                // "Anna Berg (S)   Ja"
                [(_, vote)] if row.pieces.len() >= 2 && named.len() == 1 => Some(*vote),
                _ => cross(sheet, row, name_piece, &own, until),
            };
            if let Some(vote) = vote {
                let name = name_piece.text[person.name.clone()].to_owned();
                let party = person.party.clone().map(|(_, code)| code).or_else(|| party_beside(row, name_piece, until));
                out.push(Ballot { name, person_id: None, party, vote });
            }
        }
    }
    // One word beside one name is a sentence and no table.
    if columns.is_empty() && out.len() < 3 { Vec::new() } else { out }
}

/// A party in a column of its own, right of the name.
fn party_beside(row: &Row, name: &Piece, until: i32) -> Option<String> {
    let beside = |piece: &&Piece| piece.bbox.x0 > name.bbox.x1 && piece.bbox.x0 < until;
    row.pieces.iter().find(beside).and_then(|piece| parties::party_after_comma(&piece.text))
}

/// The column in which a row has its cross: a mark that was read, else ink that no word covers.
fn cross(sheet: &Sheet, row: &Row, name: &Piece, columns: &[(i32, BallotVote)], until: i32) -> Option<BallotVote> {
    let longest = row.pieces.iter().map(|piece| piece.text.split_whitespace().count()).max().unwrap_or(0);
    if columns.is_empty() || longest > 7 {
        return None;
    }
    let mut centers: Vec<i32> = columns.iter().map(|(x, _)| *x).collect();
    centers.sort_unstable();
    let apart = centers.windows(2).map(|pair| pair[1] - pair[0]).min().unwrap_or(100);
    let nearest = |x: i32| {
        let (center, vote) = columns.iter().min_by_key(|(center, _)| (center - x).abs())?;
        ((center - x).abs() * 2 <= apart).then_some(*vote)
    };
    let first = columns.iter().map(|(x, _)| *x).min().unwrap_or(0) - apart / 2;
    let page = sheet.pages.get(name.page)?;
    // The cross may stand so near the name that both are one piece.
    let words = row.pieces.iter().flat_map(|piece| page.words_in(piece.span));
    let marks = words
        .map(|word| (page.ocr().straight(word.bbox), word.span.of(page.text())))
        .filter(|(bbox, text)| bbox.x_center() > first && bbox.x_center() < until && is_mark(text));
    if let Some(vote) = marks.into_iter().find_map(|(bbox, _)| nearest(bbox.x_center())) {
        return Some(vote);
    }
    let page = page.ocr();
    let size = sheet.metrics_at(name.page).size;
    let mut marks = page.ink.iter().map(|ink| page.straight(*ink)).filter(|ink| {
        ink.y_overlap(name.bbox) > 0.5
            && ink.x0 > name.bbox.x1
            && ink.x1 < until
            && ink.height() <= 2 * size
            && ink.width() <= 2 * size
            && ink.height() * 3 >= size
    });
    let votes: Vec<BallotVote> = marks.by_ref().filter_map(|ink| nearest(ink.x_center())).collect();
    match votes.as_slice() {
        [first, rest @ ..] if rest.iter().all(|vote| vote == first) => Some(*first),
        _ => None,
    }
}

/// A cross, and what engines read for one.
fn is_mark(text: &str) -> bool {
    (1..=2).contains(&text.chars().count()) && text.chars().all(|c| "Xx×*+•■✓√1IVvYyKk|/\\><".contains(c))
}

/// The words of a row that head a column of votes, with their middles.
fn heads(sheet: &Sheet, row: &Row) -> Vec<(i32, BallotVote)> {
    let own = |piece: &Piece| {
        if let Some(vote) = column_of(&piece.text) {
            return vec![(piece.bbox.x_center(), vote)];
        }
        // "Ja  Nej  Avstår" without a gap that parts pieces.
        let Some(page) = sheet.pages.get(piece.page).filter(|_| piece.text.split_whitespace().count() <= 5) else {
            return Vec::new();
        };
        let words = page.words_in(piece.span);
        words
            .filter_map(|word| Some((page.ocr().straight(word.bbox).x_center(), column_of(word.span.of(page.text()))?)))
            .collect()
    };
    row.pieces.iter().flat_map(own).collect()
}

fn column_of(text: &str) -> Option<BallotVote> {
    // "N ej": a blank that is not printed.
    let head = fold(text).replace(' ', "");
    COLUMNS.iter().find(|(_, words)| words.has(&head)).map(|(vote, _)| *vote)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ballots_that_a_sentence_names() {
        let read = |sentence: &str| -> Vec<(String, Option<String>, BallotVote)> {
            let ballots = named_ballots(sentence).into_iter();
            ballots.map(|ballot| (ballot.name, ballot.party, ballot.vote)).collect()
        };
        let ballot = |name: &str, party: &str, vote| (name.to_owned(), Some(party.to_owned()), vote);
        assert_eq!(
            read("Ja röstar: Anna Berg (S), Bo Ek (M) och Eva Holm (C)."),
            [
                ballot("Anna Berg", "S", BallotVote::Yes),
                ballot("Bo Ek", "M", BallotVote::Yes),
                ballot("Eva Holm", "C", BallotVote::Yes)
            ]
        );
        assert_eq!(read("Nej-röster avgavs av Bo Ek (M)."), [ballot("Bo Ek", "M", BallotVote::No)]);
        assert_eq!(read("Avstår från att rösta: Eva Holm (C)"), [ballot("Eva Holm", "C", BallotVote::Abstain)]);
        assert_eq!(
            read("Anna Berg (S) och Bo Ek (M) röstade nej."),
            [ballot("Anna Berg", "S", BallotVote::No), ballot("Bo Ek", "M", BallotVote::No)]
        );
        assert_eq!(read("På förslag av en enig beredning inför mötet och Bo Ek (M) röstar ja till det."), []);
        assert_eq!(read("Ja-röst innebär bifall till förslaget av Bo Ek (M)."), []);
        assert_eq!(read("Anna Berg (S) yrkar bifall."), []);
    }
}
