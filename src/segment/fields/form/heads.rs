//! The heads of tables: which rows are such, which of them names the persons, and which stands over a cell.

use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::words::forms::Words;
use crate::segment::words::labels::{self, Label};
use crate::segment::words::text::fold;

/// What the columns beside the names of a table tell.
static HEADS: Words = Words::new("form.heads");
/// Those of them that stand beside names only: a list's heading over such a column heads a table.
static ATTRIBUTES: Words = Words::new("form.attributes");
/// The column that names the persons of a table, where no list is meant.
static PERSONS: Words = Words::new("form.persons");
static PRESENCE: Words = Words::new("form.presence");
static BALLOTS: Words = Words::new("form.ballots");

/// The heads of a table of persons: "Namn", "Uppdrag", "Närvaro".
fn is_name_table(pieces: &[Piece]) -> bool {
    let folded: Vec<String> = pieces.iter().map(head_text).collect();
    folded.len() >= 2
        && folded.iter().any(|text| PERSONS.has(text))
        && folded.iter().any(|text| HEADS.has(text))
        && folded.iter().all(|text| {
            matches!(text.as_str(), "nr" | "") || PERSONS.has(text) || HEADS.has(text) || is_ballot_head(text)
        })
        // Two lists side by side are no table: "Ledamöter" and "Ersättare".
        && (folded.len() >= 3 || folded.iter().any(|text| text == "namn"))
}

/// "§ 121", "Ja", "Nej": the list of those present is one of votes too.
pub fn is_ballot_head(head: &str) -> bool {
    let is_word = |word: &str| BALLOTS.has(word) || word.parse::<u32>().is_ok();
    let words: Vec<&str> = head.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    // "Avs t": a blank that is not printed.
    if is_word(&words.concat()) {
        return true;
    }
    !words.is_empty() && words.into_iter().all(is_word)
}

/// The panels of a row of heads, from left to right, each with the list that its head of names gives: "Närvarande
/// ledamöter | Parti | Närvarande suppleanter | Parti" heads two. None where the row is no head of a table.
pub fn table_panels(pieces: &[Piece]) -> Vec<(Option<Label>, Vec<Piece>)> {
    let mut panels: Vec<(Option<Label>, Vec<Piece>)> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let folded = head_text(piece);
        let own_party = pieces.get(at + 1).is_some_and(|next| ATTRIBUTES.has(&fold(&next.text)));
        let panel = if own_party { opens_panel(&folded, at == 0) } else { None };
        match panel {
            Some(label) => panels.push((Some(label), vec![piece.clone()])),
            None if (HEADS.has(&folded) || is_ballot_head(&folded)) && !panels.is_empty() => {
                panels.last_mut().into_iter().for_each(|(_, head)| head.push(piece.clone()));
            }
            None => {
                let whole = is_name_table(pieces).then(|| (None, pieces.to_vec()));
                return whole.into_iter().collect();
            }
        }
    }
    panels
}

/// The list that a head of names opens: "Ledamöter", "Närvarande suppleanter", "Ersättare".
///
/// "Tjg ersättare" right of other columns tells who serves for the member of the row.
fn opens_panel(folded: &str, is_first: bool) -> Option<Label> {
    if PRESENCE.has(folded) || !is_first && folded.starts_with("tj") {
        return None;
    }
    labels::label_of(folded).filter(|label| label.is_list())
}

/// Whether heads are those of a table under a list's own heading.
pub fn is_panel(heads: &[Piece]) -> bool {
    matches!(table_panels(heads).as_slice(), [(Some(_), _)])
}

/// The head that names the persons of a table.
pub fn persons_head(heads: &[Piece]) -> Option<&Piece> {
    let panels = table_panels(heads);
    if let [(Some(_), head)] = panels.as_slice() {
        let first = head.first()?;
        return heads.iter().find(|piece| piece.span == first.span);
    }
    if panels.is_empty() {
        return None;
    }
    heads.iter().find(|piece| PERSONS.has(&fold(&piece.text)))
}

/// A head as it is compared: folded, its figures kept where there is nothing else.
fn head_text(head: &Piece) -> String {
    let folded = fold(&head.text);
    if folded.is_empty() { head.text.trim().to_owned() } else { folded }
}

/// The head over a cell of a table, folded.
pub fn head_over(sheet: &Sheet, heads: &[Piece], cell: &Piece) -> Option<String> {
    let size = sheet.metrics_at(cell.page).size;
    let over = heads.iter().filter(|head| head.bbox.x0 <= cell.bbox.x0 + 2 * size);
    over.max_by_key(|head| head.bbox.x0).map(head_text)
}
