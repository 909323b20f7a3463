//! What stands in the rows of signatures: roles, names and what may be a name that ink runs across.

use crate::correct::Lexicon;
use crate::page::TextSource;
use crate::protocol::SignatureRole;
use crate::segment::fields::form::columns::head_of_signatures;
use crate::segment::fields::person::entry;
use crate::segment::fields::signature::known::Known;
use crate::segment::fields::signature::slots::{Slot, Token, likeness, name_part, role_of_label, signing_role};
use crate::segment::marks::sheet::{Piece, Row, Sheet};
use crate::segment::words::forms::Words;
use crate::segment::words::labels::{self, Label};
use crate::segment::words::names;
use crate::segment::words::text::{fold, trim};
use crate::text::Span;

/// What is printed beside a line to tell that a name stands on it, and what stands between two names.
static CAPTIONS: Words = Words::new("signatures.captions");
static BETWEEN: Words = Words::new("signatures.between_names");
static ADJUSTED: Words = Words::new("labels.adjusted");
static ADJUST_DATE: Words = Words::new("labels.adjust_date");
static CHAIR: Words = Words::new("roles.chair");
static SECRETARY: Words = Words::new("roles.secretary");
static ADJUSTER: Words = Words::new("roles.adjuster");

pub fn tokens(lexicon: &Lexicon, sheet: &Sheet, rows: &[usize], known: &[Known]) -> Vec<Token> {
    let mut out = Vec::new();
    let day_heads_writer = !has_writer(sheet, rows);
    let mut stacked: Option<Span> = None;
    for at in rows {
        let Some(row) = sheet.rows.get(*at) else { continue };
        // "PROTOKOLLET" over "JUSTERAT": its own row tells the day, and the second line heads the names.
        let below = sheet.rows.get(*at + 1).and_then(|next| stacks(sheet, row, next));
        if let Some((slot, label)) = below {
            stacked = Some(label.span);
            out.push(Token::Slot { slot, piece: label });
            continue;
        }
        if row.pieces.len() == 1 && row.first().map(|piece| piece.span) == stacked {
            continue;
        }
        // "Vid protokollet:   Justerat den 21 maj 1965:"
        let heads_more = row.pieces.len() > 1 && row.pieces[0].mark.label_at_start().is_some();
        if !heads_more && labels::is_adjusted_line(row.text()) {
            out.push(Token::Slot { slot: Slot::Adjusted, piece: row.pieces[0].clone() });
            continue;
        }
        if labels::is_torn_at_protocol(row.text()) {
            out.push(Token::Slot { slot: Slot::Role(SignatureRole::Secretary), piece: row.pieces[0].clone() });
            continue;
        }
        for piece in whole_names(sheet, &row.pieces, known) {
            if heads_more && labels::is_adjusted_line(&piece.text) {
                out.push(Token::Slot { slot: Slot::Adjusted, piece });
                continue;
            }
            // "Dag som ovan" over a name, and nothing else that tells who wrote.
            if day_heads_writer && piece.mark.label() == Some(Label::DayAsAbove) {
                out.push(Token::Slot { slot: Slot::Role(SignatureRole::Secretary), piece });
                continue;
            }
            let before = out.len();
            push_tokens(lexicon, sheet, &piece, known, &mut out);
            own_role(sheet, before, known, &mut out);
        }
    }
    out
}

/// Two lines of a column that are one label together and another, or none, apart: the slot, and the second of them.
fn stacks(sheet: &Sheet, row: &Row, next: &Row) -> Option<(Slot, Piece)> {
    let (first, [second]) = (row.first()?, next.pieces.as_slice()) else { return None };
    let size = sheet.metrics_at(row.page).size;
    let is_stack = row.page == next.page
        && (first.bbox.x0 - second.bbox.x0).abs() <= size / 2
        && second.bbox.y0 - first.bbox.y1 <= size
        && !first.text.ends_with([':', ',', '.'])
        && second.text.split_whitespace().count() <= 2;
    if !is_stack {
        return None;
    }
    let together = fold(&format!("{} {}", first.text, second.text));
    let is_one = (ADJUSTED.has(&together) || ADJUST_DATE.has(&together)) && first.mark.label() != Some(Label::Adjusted);
    is_one.then(|| (Slot::Adjusted, second.clone()))
}

/// Whether a word tells who wrote: over a name, beside it or under it.
fn has_writer(sheet: &Sheet, rows: &[usize]) -> bool {
    let mut pieces = rows.iter().filter_map(|at| sheet.rows.get(*at)).flat_map(|row| &row.pieces);
    pieces.any(|piece| {
        let label = piece.mark.label_at_start().map(|(label, _)| label);
        let behind =
            || piece.text.split_once([',', '(']).and_then(|(_, role)| names::role_of(role.trim_end_matches(')')));
        label.and_then(role_of_label) == Some(Slot::Role(SignatureRole::Secretary))
            || behind().and_then(signing_role) == Some(SignatureRole::Secretary)
            || labels::is_torn_at_protocol(&piece.text)
    })
}

/// "Anna Berg, ordförande" whose comma ink hides: the role is that of the name which it follows, and of no other.
fn own_role(sheet: &Sheet, at: usize, known: &[Known], tokens: &mut Vec<Token>) {
    let [.., name, Token::Slot { slot: Slot::Role(role), piece: label }] = tokens.as_slice() else { return };
    let (Token::Name { piece, role: None } | Token::Noise { piece }) = name else { return };
    let follows = at + 1 == tokens.len()
        && piece.page == label.page
        && piece.bbox.y_overlap(label.bbox) > 0.4
        && (0..=3 * sheet.metrics_at(label.page).size).contains(&(label.bbox.x0 - piece.bbox.x1));
    if !follows || !label.text.starts_with(char::is_lowercase) {
        return;
    }
    let is_name = matches!(name, Token::Name { .. }) || known.iter().any(|one| likeness(&one.name, &piece.text) >= 0.6);
    let (piece, role) = (piece.clone(), *role);
    tokens.truncate(at - 1);
    tokens.push(if is_name { Token::Name { piece, role: Some(role) } } else { Token::Noise { piece } });
}

/// Pieces that together are a known name: a signature's stroke had parted them.
fn whole_names(sheet: &Sheet, pieces: &[Piece], known: &[Known]) -> Vec<Piece> {
    let full = || known.iter().filter(|one| one.name.contains(' '));
    let nearest = |text: &str| full().map(|one| likeness(&one.name, text)).fold(0.0, f32::max);
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        let size = sheet.metrics_at(piece.page).size;
        if let Some(last) = out.last_mut()
            && piece.bbox.x0 - last.bbox.x1 < 5 * size
            && last.mark.label().is_none()
        {
            let joined = format!("{} {}", last.text, piece.text);
            let alone = nearest(&last.text).max(nearest(&piece.text));
            if nearest(&joined) >= 0.75 && alone < 0.75 {
                *last = last.joined(piece, joined);
                continue;
            }
        }
        out.push(piece.clone());
    }
    out
}

fn push_tokens(lexicon: &Lexicon, sheet: &Sheet, piece: &Piece, known: &[Known], out: &mut Vec<Token>) {
    if let Some(named) = behind_caption(sheet, piece) {
        return push_name(lexicon, sheet, &named, known, out);
    }
    let first_word = piece.text.split_whitespace().next().unwrap_or("");
    let starts_with_role =
        || first_word.chars().count() >= 6 && labels::label_of(first_word).and_then(role_of_label).is_some();
    let found = head_of_signatures(piece).or_else(|| piece.mark.label_at_start());
    let found = found.or_else(|| names::role_before_mark(&piece.text));
    let found = found.or_else(|| if starts_with_role() { piece.mark.bare_label() } else { None });
    // "Antecknat av Bo Ek", "Ordf. Bo Ek ____"
    let heads_name = |(label, end): &(Label, usize)| {
        role_of_label(*label).is_some() && names::is_signers(piece.text.get(*end..).unwrap_or(""))
    };
    let found = found.or_else(|| piece.mark.bare_label().filter(heads_name));
    if let Some((label, end)) = found {
        let head = piece.part(sheet, Span::new(piece.span.start, piece.span.start + end));
        let slot = role_of_label(label);
        if let (Some(slot), Some(head)) = (slot, head.clone()) {
            out.push(Token::Slot { slot, piece: head });
        } else if !matches!(label, Label::Signatures | Label::DayAsAbove) {
            out.push(Token::Stop);
            return;
        }
        let tail = piece.part(sheet, Span::new(piece.span.start + end, piece.span.end));
        if let Some(tail) = tail.filter(|tail| tail.text.chars().filter(|c| c.is_alphabetic()).count() >= 3) {
            // "Underskrifter Sekreterare": the first role beside the head of them all.
            match tail.mark.label().and_then(role_of_label).filter(|_| slot.is_none()) {
                Some(slot) => out.push(Token::Slot { slot, piece: tail }),
                None => push_name(lexicon, sheet, &tail, known, out),
            }
        }
        return;
    }
    push_name(lexicon, sheet, piece, known, out);
}

fn push_name(lexicon: &Lexicon, sheet: &Sheet, piece: &Piece, known: &[Known], out: &mut Vec<Token>) {
    // "(Anna Berg)", "/Anna Berg/": the typed name under a line for ink.
    let opened = piece.text.trim_start_matches(|c| "(/[\"".contains(c));
    let inner = opened.trim_end_matches(|c| ")/]\"".contains(c));
    let skipped = piece.text.len() - opened.len();
    if skipped > 0 && inner.len() + skipped < piece.text.len() {
        let start = piece.span.start + skipped;
        if let Some(inner) = piece.part(sheet, Span::new(start, start + inner.len())) {
            return push_name(lexicon, sheet, &inner, known, out);
        }
    }
    let two = two_names(sheet, piece).or_else(|| two_in_one(lexicon, sheet, piece, known));
    if let Some((one, other)) = two {
        push_name(lexicon, sheet, &one, known, out);
        return push_name(lexicon, sheet, &other, known, out);
    }
    let text = &piece.text;
    let person = entry::entry(text, 0..text.len());
    // Half of the name may be under a signature: then the document must know the rest.
    let part = name_part(text);
    let spoilt = part.split_whitespace().count() >= 2 && known.iter().any(|one| likeness(&one.name, part) >= 0.72);
    let Some(person) = person.filter(|person| !spoilt || person.name.len() + 2 >= part.len()) else {
        if spoilt {
            let role = text.get(part.len()..).and_then(|rest| names::role_of(rest.trim_start_matches([',', '(', ' '])));
            out.push(Token::Name { piece: piece.clone(), role: role.and_then(signing_role) });
        } else {
            out.push(Token::Noise { piece: piece.clone() });
        }
        return;
    };
    let name = &text[person.name.clone()];
    let tokens = name.split_whitespace().count();
    let is_known = known.iter().any(|one| likeness(&one.name, name) >= 0.8);
    // Handwriting gives words of no language at low confidence.
    let is_clear = || {
        piece.confidence >= 0.62
            && name.chars().filter(|c| c.is_alphabetic()).count() >= 4
            && !name.split(' ').any(|word| word.chars().count() >= 6 && labels::label_of(word).is_some())
    };
    let rest = trim(text, person.whole.end..text.len(), &['.', ',', '_', '…']);
    let whole = rest.is_empty() || rest.len() <= 3;
    let camel = split_camel(name);
    // Scribbles read as letters make no name that anyone bears.
    let bears =
        |word: &str| names::is_given(lexicon, word) || names::is_surname(lexicon, word) || lexicon.is_place(word);
    let known = |word: &str| word.chars().count() >= 3 && bears(word);
    let vouched = camel.is_some() || name.split(' ').any(known) || name.split(' ').all(bears);
    // A layer of text has no scribbles: there a name may be one that nobody here has heard of.
    let is_printed = sheet.pages.get(piece.page).is_some_and(|page| page.ocr().source != TextSource::Ocr);
    let is_rare = || is_printed && !name.split(' ').any(|word| lexicon.is_word(&word.to_lowercase()) && !bears(word));
    let plausible = (tokens >= 2 || camel.is_some())
        && whole
        && !names::is_workplace(name.split(' ').next().unwrap_or(""))
        && (is_known || vouched && names::name_score(lexicon, name) >= 0.55 && is_clear() || is_rare() && is_clear());
    if !plausible {
        out.push(Token::Noise { piece: piece.clone() });
        return;
    }
    let behind =
        || text.get(person.name.end..).and_then(|rest| rest.trim_start().strip_prefix(',')).and_then(near_role);
    out.push(Token::Name { piece: piece.clone(), role: person.role.and_then(signing_role).or_else(behind) });
}

/// The name behind what tells that it is one: "Namnförtydligande: Anna Berg".
fn behind_caption(sheet: &Sheet, piece: &Piece) -> Option<Piece> {
    let (caption, _) = piece.text.split_once(':').filter(|(caption, _)| CAPTIONS.has(&fold(caption)))?;
    piece.part(sheet, Span::new(piece.span.start + caption.len() + 1, piece.span.end))
}

/// "Anna Berg och Bo Ek", "Anna Berg / Bo Ek" behind one role.
fn two_names(sheet: &Sheet, piece: &Piece) -> Option<(Piece, Piece)> {
    let (at, end) = BETWEEN.iter().find_map(|word| {
        let at = piece.text.find(&format!(" {word} "))?;
        Some((at, at + word.len() + 2))
    })?;
    let is_name = |text: &str| names::is_name_line(text) && labels::label_of(text).is_none();
    let (one, other) = (piece.text.get(..at)?, piece.text.get(end..)?);
    if !is_name(one) || !is_name(other) {
        return None;
    }
    let start = piece.span.start;
    Some((piece.part(sheet, Span::new(start, start + at))?, piece.part(sheet, Span::new(start + end, piece.span.end))?))
}

/// "Anna Berg Bo Ek": two columns whose gap was read as a blank. Both are known, or the third word is a given name that
/// follows a surname.
fn two_in_one(lexicon: &Lexicon, sheet: &Sheet, piece: &Piece, known: &[Known]) -> Option<(Piece, Piece)> {
    let text = &piece.text;
    let blanks: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    if !(3..=5).contains(&blanks.len()) || !names::is_name_line(text.get(..*blanks.get(1)?)?) {
        return None;
    }
    let like = |text: &str| {
        let near = known.iter().filter(|one| one.name.contains(' ')).map(|one| (likeness(&one.name, text), one));
        near.filter(|(score, _)| *score >= 0.8).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, one)| &one.name)
    };
    let words: Vec<&str> = text.split(' ').collect();
    let is_given = |at: usize| words.get(at).is_some_and(|word| names::is_given(lexicon, word));
    let by_words = || {
        let two_and_two = words.len() == 4 && words.iter().all(|word| word.starts_with(char::is_uppercase));
        two_and_two && is_given(0) && !is_given(1) && is_given(2) && !is_given(3)
    };
    let both_known = |at: &usize| {
        let (one, other) = (text.get(..*at).and_then(like), text.get(*at + 1..).and_then(like));
        one.zip(other).is_some_and(|(one, other)| one != other)
    };
    let at = blanks.iter().copied().find(both_known).or_else(|| by_words().then(|| blanks[1]))?;
    let start = piece.span.start;
    let first = piece.part(sheet, Span::new(start, start + at))?;
    Some((first, piece.part(sheet, Span::new(start + at + 1, piece.span.end))?))
}

/// The role that a badly read word behind a name and a comma is most like, if it is like one and no other.
fn near_role(word: &str) -> Option<SignatureRole> {
    let word = word.trim().to_lowercase();
    let n_letters = word.chars().filter(|c| c.is_alphabetic()).count();
    if word.contains(' ') || n_letters < 7 || n_letters != word.chars().count() {
        return None;
    }
    let like = |words: &Words| words.iter().map(|own| strsim::normalized_levenshtein(&word, own)).fold(0.0, f64::max);
    let mut found = [
        (like(&CHAIR), SignatureRole::Chair),
        (like(&SECRETARY), SignatureRole::Secretary),
        (like(&ADJUSTER), SignatureRole::Adjuster),
    ];
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    (found[0].0 >= 0.5 && found[0].0 >= found[1].0 + 0.15).then_some(found[0].1)
}

/// "AnnaBerg" with its blank lost.
pub fn split_camel(name: &str) -> Option<String> {
    if name.contains(' ') {
        return None;
    }
    let chars: Vec<char> = name.chars().collect();
    let at = (3..chars.len().saturating_sub(2)).find(|at| chars[*at].is_uppercase() && chars[at - 1].is_lowercase())?;
    let (first, last): (String, String) = (chars[..at].iter().collect(), chars[at..].iter().collect());
    Some(format!("{first} {last}"))
}
