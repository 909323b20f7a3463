//! The roles that head or stand below signatures, and which name belongs to which: by where they stand and by what
//! the document says of the person.

use crate::protocol::{AttendeeRole, SignatureRole};
use crate::segment::fields::signature::known::Known;
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::words::labels::Label;
use crate::segment::words::names;
use crate::segment::words::text::fold;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Slot {
    Role(SignatureRole),
    /// Under "Justeras": chair and adjusters alike.
    Adjusted,
}

#[derive(Clone, Debug)]
pub enum Token {
    Slot {
        slot: Slot,
        piece: Piece,
    },
    Name {
        piece: Piece,
        role: Option<SignatureRole>,
    },
    /// Something else that ends a slot's reach: "Paragrafer", a notice.
    Stop,
    /// Readable or not: perhaps a name that a signature spoiled.
    Noise {
        piece: Piece,
    },
}

pub fn role_of_slot(slot: Slot) -> Option<SignatureRole> {
    match slot {
        Slot::Role(role) => Some(role),
        Slot::Adjusted => None,
    }
}

pub fn role_of_label(label: Label) -> Option<Slot> {
    match label {
        Label::Secretary | Label::AtProtocol => Some(Slot::Role(SignatureRole::Secretary)),
        Label::Chair => Some(Slot::Role(SignatureRole::Chair)),
        Label::Adjuster | Label::AdjusterNamed => Some(Slot::Role(SignatureRole::Adjuster)),
        Label::Adjusted | Label::AdjustPlaceTime => Some(Slot::Adjusted),
        _ => None,
    }
}

/// A reading's name part: what stands before a comma or parenthesis.
pub fn name_part(text: &str) -> &str {
    text.trim_start_matches(['/', '|', ' ']).split([',', '(', '/']).next().unwrap_or("").trim()
}

pub fn signing_role(role: AttendeeRole) -> Option<SignatureRole> {
    match role {
        AttendeeRole::Secretary => Some(SignatureRole::Secretary),
        AttendeeRole::Chair => Some(SignatureRole::Chair),
        AttendeeRole::Adjuster => Some(SignatureRole::Adjuster),
        _ => None,
    }
}

/// The slot that a name fills, by the role that stands near it and by what the document says of the person.
pub fn slot_of(sheet: &Sheet, before: &[Token], name: &Piece, known: &[Known]) -> Option<Slot> {
    let near = slot_for(sheet, before, name);
    // The first name after a role's words is theirs.
    let is_first = !matches!(
        before.iter().rfind(|token| matches!(token, Token::Slot { .. } | Token::Name { .. })),
        Some(Token::Name { .. })
    );
    let read = name_part(&name.text);
    let person = known.iter().filter(|one| names::same_person(&one.name, read) || likeness(&one.name, read) > 0.85);
    let person = person.max_by_key(|one| (one.role.and_then(signing_role).is_some(), one.adjusts, one.places));
    let Some(person) = person else { return near };
    // A role printed in the row of the name is its own, whoever was elected.
    let in_row = |token: &&Token| {
        matches!(token, Token::Slot { slot, piece } if Some(*slot) == near
            && piece.page == name.page
            && piece.bbox.y_overlap(name.bbox) > 0.4
            && (0..4 * sheet.metrics_at(name.page).size).contains(&(name.bbox.x0 - piece.bbox.x1)))
    };
    if is_first && matches!(near, Some(Slot::Role(_))) && before.iter().rev().take(1).any(|token| in_row(&token)) {
        return near;
    }
    let office = person.role.and_then(signing_role).filter(|role| *role != SignatureRole::Adjuster);
    // A role's label that was not read leaves its name to the label above, or to none.
    match (near, office, person.adjusts) {
        (Some(Slot::Role(SignatureRole::Secretary | SignatureRole::Chair)), None, true) if !is_first => {
            Some(Slot::Role(SignatureRole::Adjuster))
        }
        (None, None, true) => Some(Slot::Role(SignatureRole::Adjuster)),
        (Some(Slot::Role(_)) | None, Some(office), false) => Some(Slot::Role(office)),
        _ => near,
    }
}

/// The slot that a name fills: beside it, else the last one above that does not start right of it.
pub fn slot_for(sheet: &Sheet, before: &[Token], name: &Piece) -> Option<Slot> {
    let size = sheet.metrics_at(name.page).size;
    let mut best: Option<(i32, i32, Slot)> = None;
    for token in before {
        let Token::Slot { slot, piece } = token else { continue };
        if piece.page != name.page || is_under_a_name(sheet, before, piece) {
            continue;
        }
        let beside = piece.bbox.y_overlap(name.bbox) > 0.4 && piece.bbox.x0 < name.bbox.x0;
        // A role alone on its row heads what stands below, wherever it begins.
        let alone = !before.iter().any(|other| {
            matches!(other, Token::Slot { piece: other, .. }
                if other.page == piece.page && other.span != piece.span && other.bbox.y_overlap(piece.bbox) > 0.4)
        });
        let near = name.bbox.y0 - last_above(before, name).max(piece.bbox.y1) <= 16 * size;
        let above = near && piece.bbox.y1 <= name.bbox.y1 && (alone || piece.bbox.x0 <= name.bbox.x0 + 3 * size);
        if !beside && !above {
            continue;
        }
        let rank = (piece.bbox.y0 / size.max(1), piece.bbox.x0, *slot);
        if best.is_none_or(|(y, x, _)| (rank.0, rank.1) >= (y, x)) {
            best = Some(rank);
        }
    }
    // At the top of a page without roles the page before decides.
    let on_page = before.iter().any(|token| matches!(token, Token::Slot { piece, .. } if piece.page == name.page));
    best.map(|(_, _, slot)| slot).or_else(|| {
        let last = before.iter().rev().find_map(|token| match token {
            Token::Slot { slot, .. } => Some(*slot),
            _ => None,
        });
        last.filter(|_| !on_page)
    })
}

/// "ordförande" in small letters right under a name is that name's, and heads no other, where other words head them.
fn is_under_a_name(sheet: &Sheet, tokens: &[Token], label: &Piece) -> bool {
    let size = sheet.metrics_at(label.page).size;
    let heads = tokens.iter().any(|token| matches!(token, Token::Slot { slot: Slot::Adjusted, .. }));
    heads
        && label.text.starts_with(char::is_lowercase)
        && tokens.iter().any(|token| {
            matches!(token, Token::Name { piece, .. }
                if piece.page == label.page
                    && (size / 2..=3 * size).contains(&(label.bbox.y0 - piece.bbox.y0))
                    && (piece.bbox.x0 - label.bbox.x0).abs() <= 4 * size)
        })
}

/// The foot of the last slot or name above a name: what stands far below it all is no signature.
fn last_above(before: &[Token], name: &Piece) -> i32 {
    let bottoms = before.iter().filter_map(|token| match token {
        Token::Slot { piece, .. } | Token::Name { piece, .. } | Token::Noise { piece } if piece.page == name.page => {
            Some(piece.bbox.y1).filter(|bottom| *bottom <= name.bbox.y1)
        }
        _ => None,
    });
    bottoms.max().unwrap_or(i32::MIN / 2)
}

/// The name that stands above a role in the same column.
pub fn name_above(sheet: &Sheet, tokens: &[Token], label: &Piece, known: &[Known]) -> Option<Piece> {
    let size = sheet.metrics_at(label.page).size.max(1);
    let mut best: Option<(f32, &Piece)> = None;
    let in_no_columns = is_alone(tokens, label);
    for token in tokens {
        let (Token::Name { piece, .. } | Token::Noise { piece }) = token else { continue };
        let rise = label.bbox.y0 - piece.bbox.y0;
        let near = piece.page == label.page
            && rise > 0
            && rise < 7 * size
            && ((piece.bbox.x0 - label.bbox.x0).abs() < 5 * size
                || piece.bbox.x_overlap(label.bbox) > 0.5
                || in_no_columns && matches!(token, Token::Name { .. }) && is_alone(tokens, piece));
        if !near {
            continue;
        }
        let likeness = known.iter().map(|one| likeness(&one.name, &piece.text)).fold(0.0, f32::max);
        let named = if matches!(token, Token::Name { .. }) { 0.4 } else { 0.0 };
        let score = likeness + named - rise as f32 / (20.0 * size as f32);
        if likeness + named >= 0.4 && best.is_none_or(|(s, _)| score > s) {
            best = Some((score, piece));
        }
    }
    best.map(|(_, piece)| piece.clone())
}

/// Where a token stands.
pub fn piece_of(token: &Token) -> Option<&Piece> {
    match token {
        Token::Slot { piece, .. } | Token::Name { piece, .. } | Token::Noise { piece } => Some(piece),
        Token::Stop => None,
    }
}

/// Whether no other role and no other name stands in the row.
pub fn is_alone<'t>(tokens: impl IntoIterator<Item = &'t Token>, piece: &Piece) -> bool {
    tokens.into_iter().all(|token| match token {
        Token::Slot { piece: other, .. } | Token::Name { piece: other, .. } => {
            other.page != piece.page || other.span == piece.span || other.bbox.y_overlap(piece.bbox) <= 0.4
        }
        _ => true,
    })
}

/// How alike two readings of a name are, 0–1; a clear surname counts.
pub fn likeness(known: &str, read: &str) -> f32 {
    let (known, read) = (fold(known), fold(read));
    if known.is_empty() || read.is_empty() {
        return 0.0;
    }
    // "O t t o  S k o g": set with blanks between the letters.
    let is_spaced = read.split(' ').filter(|word| word.chars().count() == 1).count() >= 6;
    let (known, read) = if is_spaced { (known.replace(' ', ""), read.replace(' ', "")) } else { (known, read) };
    let mut whole = strsim::normalized_levenshtein(&known, &read) as f32;
    // "E lsa  kbom": blanks that ink made are no letters.
    if read.split(' ').count() > known.split(' ').count() {
        whole = whole.max(strsim::normalized_levenshtein(&known.replace(' ', ""), &read.replace(' ', "")) as f32);
    }
    let (last_known, last_read) = (known.rsplit(' ').next().unwrap_or(""), read.rsplit(' ').next().unwrap_or(""));
    let surname = last_known == last_read && last_known.chars().count() >= 5;
    if surname { whole.max(0.72) } else { whole }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::segment::fields::signature::sides::{Side, side_of_roles};

    /// Every piece of a page is a role's label or a name.
    fn with_tokens(text: &str, check: impl Fn(&Sheet, &[Token])) {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let token = |piece: &Piece| match piece.mark.label().and_then(role_of_label) {
            Some(slot) => Token::Slot { slot, piece: piece.clone() },
            None => Token::Name { piece: piece.clone(), role: None },
        };
        let tokens: Vec<Token> = sheet.rows.iter().flat_map(|row| &row.pieces).map(token).collect();
        check(&sheet, &tokens);
    }

    fn at_hand(token: &Token) -> &Piece {
        piece_of(token).expect("a piece")
    }

    fn known(name: &str, role: Option<AttendeeRole>, adjusts: bool) -> Known {
        Known { name: name.to_owned(), role, adjusts, is_listed: true, places: 1 }
    }

    const CHAIR: Option<Slot> = Some(Slot::Role(SignatureRole::Chair));
    const SECRETARY: Option<Slot> = Some(Slot::Role(SignatureRole::Secretary));

    #[test]
    fn roles_below_names() {
        with_tokens("Anna Berg           Bo Ek\nOrdförande          Sekreterare", |sheet, tokens| {
            assert_eq!(side_of_roles(sheet, tokens, 0, &[]), Side::Under);
            let above =
                |at: usize| name_above(sheet, tokens, at_hand(&tokens[at]), &[]).map(|piece| piece.text.clone());
            assert_eq!(above(2).as_deref(), Some("Anna Berg"));
            assert_eq!(above(3).as_deref(), Some("Bo Ek"));
        });
    }

    #[test]
    fn roles_beside_and_above_names() {
        with_tokens("Sekreterare    Anna Berg\nOrdförande     Bo Ek", |sheet, tokens| {
            assert_eq!(side_of_roles(sheet, tokens, 0, &[]), Side::Over);
            assert_eq!(slot_for(sheet, &tokens[..1], at_hand(&tokens[1])), SECRETARY);
            assert_eq!(slot_for(sheet, &tokens[..3], at_hand(&tokens[3])), CHAIR);
        });
        with_tokens("Justeras:\nBo Ek\nEva Ros", |sheet, tokens| {
            assert_eq!(slot_for(sheet, &tokens[..2], at_hand(&tokens[2])), Some(Slot::Adjusted));
        });
        let far = format!("Ordförande{}Bo Ek", "\n".repeat(40));
        with_tokens(&far, |sheet, tokens| assert_eq!(slot_for(sheet, &tokens[..1], at_hand(&tokens[1])), None));
    }

    #[test]
    fn what_the_document_says_of_a_person_outweighs_the_place() {
        with_tokens("Ordförande\nBo Ek\nEva Ros", |sheet, tokens| {
            let slot = |at: usize, known: &[Known]| slot_of(sheet, &tokens[..at], at_hand(&tokens[at]), known);
            assert_eq!(slot(1, &[]), CHAIR);
            assert_eq!(slot(1, &[known("Bo Ek", Some(AttendeeRole::Secretary), false)]), SECRETARY);
            // The second name under a chair's label is an elected adjuster's; the first is the chair's.
            assert_eq!(slot(2, &[known("Eva Ros", None, true)]), Some(Slot::Role(SignatureRole::Adjuster)));
            assert_eq!(slot(1, &[known("Bo Ek", None, true)]), CHAIR);
        });
    }

    #[test]
    fn names_are_alike_by_their_surname() {
        assert_eq!(likeness("Otto Skog", "O t t o  S k o g"), 1.0);
        assert!(likeness("Anna Lindberg", "Xxx Lindberg") >= 0.72 && likeness("Anna Lindberg", "Bo Ek") < 0.5);
        assert_eq!(likeness("Anna Lindberg", ""), 0.0);
        assert_eq!(name_part("/Anna Berg (S)/"), "Anna Berg");
        assert_eq!(name_part("Anna Berg, ordförande"), "Anna Berg");
    }
}
