//! On which side of its name a role stands: over it or under it, told for a page as a whole, since who made the page
//! set all of them alike.

use crate::protocol::SignatureRole;
use crate::segment::fields::signature::known::Known;
use crate::segment::fields::signature::slots::{Slot, Token, is_alone, likeness, piece_of, role_of_slot, signing_role};
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::words::labels::Label;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// The role heads its name, or stands beside it.
    Over,
    /// The role stands under its name.
    Under,
}

/// How far a name may stand from its role, in heights of a line.
const REACH: i32 = 9;

/// How much less than a name counts what may be one.
const OF_NOISE: f32 = 0.3;

/// The side on which the roles of a page stand.
pub fn side_of_roles(sheet: &Sheet, tokens: &[Token], page: usize, known: &[Known]) -> Side {
    let on_page: Vec<&Token> = tokens.iter().filter(|token| piece_of(token).is_some_and(|p| p.page == page)).collect();
    let mut over = score(sheet, &on_page, Side::Over, known);
    let mut under = score(sheet, &on_page, Side::Under, known);
    let mut edges = on_page.iter().filter_map(|token| match token {
        Token::Slot { slot: Slot::Role(_), piece } if is_noun(piece) => Some(true),
        Token::Name { role: None, .. } => Some(false),
        _ => None,
    });
    let (first, last) = (edges.next(), edges.next_back());
    over += if first == Some(true) { 0.3 } else { 0.0 };
    under += if last == Some(true) { 0.3 } else { 0.0 };
    if under > over { Side::Under } else { Side::Over }
}

/// How well the names of a page fit its roles if all roles stand on one side.
fn score(sheet: &Sheet, tokens: &[&Token], side: Side, known: &[Known]) -> f32 {
    let mut taken: Vec<usize> = Vec::new();
    let mut sum = 0.0;
    for token in tokens {
        let Token::Slot { slot, piece: label } = token else { continue };
        let Some(role) = role_of_slot(*slot).filter(|_| is_noun(label) && !is_beside(tokens, label)) else { continue };
        let fits = tokens.iter().enumerate().filter(|(at, _)| !taken.contains(at)).filter_map(|(at, other)| {
            let (name, weight) = match other {
                Token::Name { piece, role: None } => (piece, 1.0),
                Token::Noise { piece } => (piece, OF_NOISE),
                _ => return None,
            };
            Some((at, weight * (nearness(sheet, tokens, label, name, side)? + agreement(role, name, known))))
        });
        if let Some((at, fit)) = fits.max_by(|a, b| a.1.total_cmp(&b.1)) {
            taken.push(at);
            sum += fit;
        }
    }
    sum
}

/// 1 for a name right at its role, none where it does not stand on that side of it in the same column. Where both are
/// alone in their rows there is one column, however far in they begin.
fn nearness(sheet: &Sheet, tokens: &[&Token], label: &Piece, name: &Piece, side: Side) -> Option<f32> {
    let size = sheet.metrics_at(label.page).size.max(1);
    let (upper, lower) = if side == Side::Over { (label, name) } else { (name, label) };
    let away = lower.bbox.y0 - upper.bbox.y0;
    let centre = |piece: &Piece| (piece.bbox.x0 + piece.bbox.x1) / 2;
    let in_column = (label.bbox.x0 - name.bbox.x0).abs() <= 4 * size
        || label.bbox.x_overlap(name.bbox) > 0.5
        || (centre(label) - centre(name)).abs() <= 3 * size;
    let is_near = label.page == name.page && away * 2 > size && away <= REACH * size;
    let nearness = 1.0 - away as f32 / (12 * size) as f32;
    match in_column {
        true if is_near => Some(nearness),
        false if is_near && is_alone(tokens.iter().copied(), label) && is_alone(tokens.iter().copied(), name) => {
            Some(0.7 * nearness)
        }
        _ => None,
    }
}

/// What the document says of the person, for or against the role.
fn agreement(role: SignatureRole, name: &Piece, known: &[Known]) -> f32 {
    let of_person: Vec<&Known> = known.iter().filter(|one| likeness(&one.name, &name.text) >= 0.8).collect();
    let has = |one: &&Known| match role {
        SignatureRole::Adjuster => one.adjusts,
        role => one.role.and_then(signing_role) == Some(role),
    };
    if of_person.iter().any(has) {
        0.5
    } else if of_person.iter().any(|one| one.adjusts || one.role.and_then(signing_role).is_some()) {
        -0.5
    } else {
        0.0
    }
}

/// "Vid protokollet" and "Dag som ovan" only ever head; a word for an office may stand on either side.
pub fn is_noun(label: &Piece) -> bool {
    label.mark.label().is_none_or(|label| !matches!(label, Label::AtProtocol | Label::DayAsAbove))
}

/// A role with its name right of it in the row.
fn is_beside(tokens: &[&Token], label: &Piece) -> bool {
    let right = tokens
        .iter()
        .filter_map(|token| piece_of(token).map(|piece| (token, piece)))
        .filter(|(_, piece)| piece.bbox.x0 >= label.bbox.x1 && piece.bbox.y_overlap(label.bbox) > 0.4)
        .min_by_key(|(_, piece)| piece.bbox.x0);
    matches!(right, Some((Token::Name { .. }, _)))
}
