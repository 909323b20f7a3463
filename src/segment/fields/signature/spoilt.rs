//! Names of signatories that ink ran across: their beginning, and the office whose signature is otherwise missing, tell
//! whose they are. Such a name is inferred, and its evidence keeps what was read.

use crate::correct::Lexicon;
use crate::protocol::{Field, Signature, SignatureRole, State};
use crate::segment::fields::signature::ink::signed;
use crate::segment::fields::signature::known::{Known, repaired};
use crate::segment::fields::signature::slots::{Slot, Token, role_of_slot, signing_role, slot_for, slot_of};
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::words::text::fold;
use crate::segment::words::{names, spelling};

/// Names that ink ran across: their beginning, and the office whose signature is otherwise missing, tell whose.
pub fn spoilt(lexicon: &Lexicon, sheet: &Sheet, tokens: &[Token], known: &[Known], out: &mut Vec<(Piece, Signature)>) {
    if out.is_empty() {
        return;
    }
    for token in tokens {
        let Token::Noise { piece } = token else { continue };
        let near = role_below(sheet, tokens, piece)
            .or_else(|| slot_for(sheet, tokens_before(tokens, piece), piece).and_then(role_of_slot));
        let office = known_by_start(&piece.text, near, known)
            .or_else(|| under_own_role(sheet, tokens, piece, near?, known, out));
        let office = office.and_then(|one| {
            let role = one.role.and_then(signing_role).or_else(|| one.adjusts.then_some(SignatureRole::Adjuster))?;
            let signs = |(_, signature): &(Piece, Signature)| {
                signature.name.value.as_deref().is_some_and(|name| names::same_person(name, &one.name))
            };
            // Two chairs sign where two lines ask for one.
            let lines = tokens
                .iter()
                .filter(|token| matches!(token, Token::Slot { slot: Slot::Role(own), .. } if *own == role));
            let signed = out.iter().filter(|(_, signature)| signature.role == role).count();
            let taken = role != SignatureRole::Adjuster && signed >= lines.count().max(1);
            (!taken && !out.iter().any(signs)).then_some((one, role))
        });
        if let Some((one, role)) = office {
            out.push(inferred(sheet, piece, role, &one.name));
        } else if let Some((name, role)) = torn_name(lexicon, &piece.text)
            .zip(slot_of(sheet, tokens_before(tokens, piece), piece, known).and_then(role_of_slot))
            .filter(|(_, role)| !out.iter().any(|(_, signature)| signature.role == *role))
        {
            out.push(put_right(sheet, piece, role, &name, 0.6));
        }
    }
    out.sort_by_key(|(piece, _)| (piece.page, piece.bbox.y0 / sheet.metrics_at(piece.page).size.max(1), piece.bbox.x0));
}

/// A signature of which no more is known than role and name; `score` is how alike the reading is to the name.
fn put_right(sheet: &Sheet, piece: &Piece, role: SignatureRole, name: &str, score: f32) -> (Piece, Signature) {
    let flow = sheet.flow_of(piece);
    let name = repaired(&flow, sheet, &flow.whole(), name, score);
    let (role_text, party, paragraphs) = (Field::default(), Field::default(), Field::default());
    let signed = signed(sheet, piece);
    (piece.clone(), Signature { role, role_text, name, person_id: None, party, paragraphs, signed })
}

/// The same of a name of which half was never read.
fn inferred(sheet: &Sheet, piece: &Piece, role: SignatureRole, name: &str) -> (Piece, Signature) {
    let (piece, mut signature) = put_right(sheet, piece, role, name, 0.5);
    if let Some(evidence) = signature.name.evidence.as_mut() {
        evidence.state = State::Inferred;
        evidence.confidence = 0.75;
    }
    (piece, signature)
}

/// The role that stands right under a name.
pub fn role_below(sheet: &Sheet, tokens: &[Token], name: &Piece) -> Option<SignatureRole> {
    let size = sheet.metrics_at(name.page).size;
    tokens.iter().find_map(|token| match token {
        Token::Slot { slot: Slot::Role(role), piece: label }
            if label.page == name.page
                && (size / 2..3 * size).contains(&(label.bbox.y0 - name.bbox.y0))
                && (label.bbox.x0 - name.bbox.x0).abs() < 3 * size =>
        {
            Some(*role)
        }
        _ => None,
    })
}

/// A name that is unreadable but for its first letter, right under the role that only one person has.
fn under_own_role<'k>(
    sheet: &Sheet,
    tokens: &[Token],
    piece: &Piece,
    role: SignatureRole,
    known: &'k [Known],
    out: &[(Piece, Signature)],
) -> Option<&'k Known> {
    let size = sheet.metrics_at(piece.page).size;
    let is_close = tokens.iter().any(|token| {
        matches!(token, Token::Slot { slot: Slot::Role(own), piece: label }
            if *own == role && label.page == piece.page && (0..=5 * size).contains(&(piece.bbox.y0 - label.bbox.y0)))
    });
    let word = piece.text.trim_start_matches(['(', '/']).split_whitespace().next()?;
    let letters: String = word.chars().take_while(|c| c.is_alphabetic()).collect();
    if !is_close || letters.is_empty() || !letters.starts_with(char::is_uppercase) || letters.chars().count() > 4 {
        return None;
    }
    let signs = |one: &Known| {
        out.iter().any(|(_, signature)| {
            signature.name.value.as_deref().is_some_and(|name| names::same_person(name, &one.name))
        })
    };
    let fits = |one: &&Known| {
        let office = match role {
            SignatureRole::Adjuster => one.adjusts,
            role => one.role.and_then(signing_role) == Some(role),
        };
        office && one.name.contains(' ') && !signs(one) && one.name.starts_with(&letters)
    };
    let mut found = known.iter().filter(fits);
    let one = found.next()?;
    found.all(|other| names::same_person(&other.name, &one.name)).then_some(one)
}

fn tokens_before<'a>(tokens: &'a [Token], piece: &Piece) -> &'a [Token] {
    let at = tokens.iter().position(
        |token| matches!(token, Token::Noise { piece: other } if other.span == piece.span && other.page == piece.page),
    );
    &tokens[..at.unwrap_or(0)]
}

/// The only person of the document whose name begins as a spoilt reading does.
fn known_by_start<'k>(text: &str, near: Option<SignatureRole>, known: &'k [Known]) -> Option<&'k Known> {
    let first = text.trim_start_matches(['(', '/']).split_whitespace().next()?.trim_end_matches(['.', ',', '-']);
    let n_first = first.chars().count();
    // "ars-Åke": ink ran over the capital.
    let is_torn = !first.starts_with(char::is_uppercase);
    if text.split_whitespace().count() > 5 {
        return None;
    }
    let is_long = n_first >= if is_torn { 5 } else { 4 };
    // "An na Be": parted by ink, but whole as far as into the surname.
    let run = spelling::letters(text);
    let begins = |name: &str| {
        let given = name.split(' ').next().map_or(0, |given| spelling::letters(given).len());
        run.len() >= 5 && run.len() > given && spelling::letters(name).starts_with(&run)
    };
    let fits = |one: &&Known| {
        // A part of the first name will do under the person's own role.
        let is_own = near.is_some() && one.role.and_then(signing_role) == near;
        let given = one.name.split(' ').next().unwrap_or("");
        let is_end = is_own && given.ends_with(first) && given.chars().count() <= n_first + 2;
        let is_start = one.name.strip_prefix(first).is_some_and(|rest| rest.starts_with([' ', '-']) || is_own);
        one.name.contains(' ')
            && (one.role.and_then(signing_role).is_some() || one.adjusts)
            && (begins(&one.name) || is_long && if is_torn { is_end } else { is_start })
    };
    let mut found = known.iter().filter(fits);
    let one = found.next()?;
    found.all(|other| names::same_person(&other.name, &one.name)).then_some(one)
}

/// "G te Åhs": a letter with dots that the engine did not see, where only one makes a given name.
fn torn_name(lexicon: &Lexicon, text: &str) -> Option<String> {
    let words: Vec<&str> = text.trim_end_matches(['.', ',']).split_whitespace().collect();
    let [head, tail, last] = words.as_slice() else { return None };
    if tail.starts_with(char::is_uppercase)
        || !head.starts_with(char::is_uppercase)
        || !last.starts_with(char::is_uppercase)
    {
        return None;
    }
    let given: Vec<String> = ['å', 'ä', 'ö']
        .iter()
        .map(|letter| format!("{head}{letter}{tail}"))
        .filter(|name| lexicon.is_given_name(name))
        .collect();
    match given.as_slice() {
        [one] => Some(format!("{one} {last}")),
        _ => None,
    }
}

/// What is left of a name under a signature, above the role that only one person of the document has.
pub fn scrap_above(
    sheet: &Sheet,
    tokens: &[Token],
    label: &Piece,
    slot: Slot,
    known: &[Known],
) -> Option<(Piece, Signature)> {
    let role = role_of_slot(slot).filter(|role| *role != SignatureRole::Adjuster)?;
    let mut bearers =
        known.iter().filter(|one| one.role.and_then(signing_role) == Some(role) && one.name.contains(' '));
    let one = bearers.next().filter(|_| bearers.next().is_none())?;
    let size = sheet.metrics_at(label.page).size.max(1);
    let whole: Vec<char> = fold(&one.name).chars().filter(|c| *c != ' ').collect();
    let shares = |text: &str| {
        let scrap: String = fold(text).chars().filter(|c| *c != ' ').collect();
        whole.windows(4).any(|four| scrap.contains(&four.iter().collect::<String>()))
    };
    let piece = tokens.iter().find_map(|token| match token {
        Token::Noise { piece }
            if piece.page == label.page
                && (1..5 * size).contains(&(label.bbox.y0 - piece.bbox.y0))
                && (piece.bbox.x0 - label.bbox.x0).abs() < 8 * size
                && shares(&piece.text) =>
        {
            Some(piece)
        }
        _ => None,
    })?;
    Some(inferred(sheet, piece, role, &one.name))
}
