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
        let slot = slot_for(sheet, tokens_before(tokens, piece), piece);
        let near = role_below(sheet, tokens, piece).or_else(|| slot.and_then(role_of_slot));
        let office = known_within(&piece.text, known)
            .or_else(|| known_by_start(&piece.text, near, known))
            .or_else(|| under_own_role(sheet, tokens, piece, near?, known, out))
            .or_else(|| beside_the_other(piece, known, out).filter(|_| slot == Some(Slot::Adjusted)));
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

/// The only elected adjuster who has not signed, where the reading has the first letter of the name and the row holds the
/// signature of another.
fn beside_the_other<'k>(piece: &Piece, known: &'k [Known], out: &[(Piece, Signature)]) -> Option<&'k Known> {
    let initial = piece.text.trim_start_matches(['(', '/']).chars().next().filter(|c| c.is_uppercase())?;
    let is_adjuster = |(other, signature): &(Piece, Signature)| {
        signature.role == SignatureRole::Adjuster
            && other.page == piece.page
            && other.span != piece.span
            && other.bbox.y_overlap(piece.bbox) > 0.4
    };
    let signs = |one: &Known| {
        let mut names = out.iter().filter_map(|(_, signature)| signature.name.value.as_deref());
        names.any(|name| names::same_person(name, &one.name))
    };
    let mut left = known.iter().filter(|one| one.adjusts && one.name.contains(' ') && !signs(one));
    let one = left.next().filter(|_| left.next().is_none() && out.iter().any(is_adjuster))?;
    one.name.starts_with(initial).then_some(one)
}

fn tokens_before<'a>(tokens: &'a [Token], piece: &Piece) -> &'a [Token] {
    let at = tokens.iter().position(
        |token| matches!(token, Token::Noise { piece: other } if other.span == piece.span && other.page == piece.page),
    );
    &tokens[..at.unwrap_or(0)]
}

/// The only one with an office whose whole name stands in a reading, whatever was made of the words before it, or whose
/// surname is all of it.
fn known_within<'k>(text: &str, known: &'k [Known]) -> Option<&'k Known> {
    let letters = spelling::letters(text);
    let fits = |one: &&Known| {
        let Some((_, surname)) = one.name.rsplit_once(' ') else { return false };
        let (name, surname) = (spelling::letters(&one.name), spelling::letters(surname));
        (one.role.and_then(signing_role).is_some() || one.adjusts)
            && (name.len() >= 8 && letters.len() < 3 * name.len() && letters.contains(&name)
                || surname.len() >= 5 && letters == surname)
    };
    let mut found = known.iter().filter(fits);
    let one = found.next()?;
    found.all(|other| names::same_person(&other.name, &one.name)).then_some(one)
}

/// The only person of the document whose name begins as a spoilt reading does.
fn known_by_start<'k>(text: &str, near: Option<SignatureRole>, known: &'k [Known]) -> Option<&'k Known> {
    // "Anna/Berg": a stroke between the words was read as one.
    let mut words = text.trim_start_matches(['(', '/']).split(|c: char| c.is_whitespace() || matches!(c, '/' | '|'));
    let first = words.next()?.trim_end_matches(['.', ',', '-']);
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
        // Short as it is, a whole given name under the person's own role.
        let is_whole = is_own && n_first >= 3 && given == first;
        let is_end = is_own && given.ends_with(first) && given.chars().count() <= n_first + 2;
        let is_start = one.name.strip_prefix(first).is_some_and(|rest| rest.starts_with([' ', '-']) || is_own);
        one.name.contains(' ')
            && (one.role.and_then(signing_role).is_some() || one.adjusts)
            && (begins(&one.name) || is_whole || is_long && if is_torn { is_end } else { is_start })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::protocol::AttendeeRole;
    use crate::segment::fields::signature::slots::role_of_label;

    /// Every piece of a page is a role's label, or a name that ink ran across.
    fn with_tokens(text: &str, check: impl Fn(&Sheet, &[Token])) {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let token = |piece: &Piece| match piece.mark.label().and_then(role_of_label) {
            Some(slot) => Token::Slot { slot, piece: piece.clone() },
            None => Token::Noise { piece: piece.clone() },
        };
        let tokens: Vec<Token> = sheet.rows.iter().flat_map(|row| &row.pieces).map(token).collect();
        check(&sheet, &tokens);
    }

    fn noise(tokens: &[Token]) -> &Piece {
        tokens.iter().find_map(|token| if let Token::Noise { piece } = token { Some(piece) } else { None }).unwrap()
    }

    fn known(name: &str, role: Option<AttendeeRole>) -> Known {
        Known { name: name.to_owned(), role, adjusts: role.is_none(), is_listed: true, places: 1 }
    }

    const CHAIR: Option<AttendeeRole> = Some(AttendeeRole::Chair);
    const SECRETARY: Option<AttendeeRole> = Some(AttendeeRole::Secretary);

    #[test]
    fn a_beginning_that_only_one_name_has() {
        let all = [known("Stur Ekman", CHAIR), known("Lars-Åke Berg", SECRETARY), known("Anna Ros", None)];
        let found = |text: &str, near| known_by_start(text, near, &all).map(|one| one.name.as_str());
        assert_eq!(found("Stur E1~", None), Some("Stur Ekman"));
        assert_eq!(found("s tur E", None), Some("Stur Ekman"));
        assert_eq!(found("Stur/Ekman, Storby", None), Some("Stur Ekman"));
        // Ink ran over the capital, under the person's own role.
        assert_eq!(found("ars-Åke B", Some(SignatureRole::Secretary)), Some("Lars-Åke Berg"));
        assert_eq!(found("ars-Åke B", Some(SignatureRole::Chair)), None);
        let two = [known("Stur Ekman", CHAIR), known("Stur Holm", SECRETARY)];
        assert!(known_by_start("Stur", None, &two).is_none());
    }

    #[test]
    fn a_name_behind_a_role_that_ink_hides() {
        let all = [known("Stur Ekman", CHAIR), known("Anna Ros", None)];
        let found = |text: &str| known_within(text, &all).map(|one| one.name.as_str());
        assert_eq!(found("Omdferand Stur Ek man, Storby"), Some("Stur Ekman"));
        assert_eq!(found("Omdferand Sten Ekman"), None);
        assert_eq!(found("Ekman"), Some("Stur Ekman"));
    }

    #[test]
    fn letters_with_dots_that_were_not_seen() {
        let lexicon = Lexicon::builtin();
        assert_eq!(torn_name(&lexicon, "G te Ek").as_deref(), Some("Göte Ek"));
        assert_eq!(torn_name(&lexicon, "Qv te Ek"), None);
        assert_eq!(torn_name(&lexicon, "Anna Berg Ek"), None);
    }

    #[test]
    fn one_letter_will_do_right_under_a_role_of_one() {
        with_tokens("Ordförande\nB.", |sheet, tokens| {
            let own = |all: &[Known], role| {
                under_own_role(sheet, tokens, noise(tokens), role, all, &[]).map(|one| one.name.clone())
            };
            assert_eq!(own(&[known("Bo Ek", CHAIR)], SignatureRole::Chair).as_deref(), Some("Bo Ek"));
            assert_eq!(own(&[known("Anna Berg", CHAIR)], SignatureRole::Chair), None);
            assert_eq!(own(&[known("Bo Ek", SECRETARY)], SignatureRole::Secretary), None);
        });
    }

    #[test]
    fn a_scrap_above_a_role_is_its_bearer_s() {
        with_tokens("xx Lindbe\nOrdförande", |sheet, tokens| {
            let Some(Token::Slot { slot, piece }) = tokens.last() else { panic!("{tokens:?}") };
            assert_eq!(role_below(sheet, tokens, noise(tokens)), Some(SignatureRole::Chair));
            let found = |all: &[Known]| scrap_above(sheet, tokens, piece, *slot, all).map(|(_, signature)| signature);
            let signature = found(&[known("Anna Lindberg", CHAIR)]).expect("the chair's");
            assert_eq!(signature.name.value.as_deref(), Some("Anna Lindberg"));
            assert_eq!(signature.name.evidence.map(|evidence| evidence.state), Some(State::Inferred));
            assert!(found(&[known("Bo Ek", CHAIR)]).is_none());
            assert!(found(&[known("Anna Lindberg", CHAIR), known("Eva Lindberg", CHAIR)]).is_none());
        });
    }

    #[test]
    fn an_office_that_signed_already_is_not_filled_again() {
        with_tokens("Ordförande\nStur E~\nSekreterare\nAnn~", |sheet, tokens| {
            let all = [known("Stur Ekman", CHAIR), known("Anna Berg", SECRETARY)];
            let pieces: Vec<&Piece> =
                tokens.iter().filter_map(|t| if let Token::Noise { piece } = t { Some(piece) } else { None }).collect();
            let mut out = vec![put_right(sheet, pieces[1], SignatureRole::Secretary, "Anna Berg", 1.0)];
            spoilt(&Lexicon::builtin(), sheet, tokens, &all, &mut out);
            let names: Vec<_> = out.iter().map(|(_, one)| (one.role, one.name.value.as_deref())).collect();
            assert_eq!(
                names,
                [(SignatureRole::Chair, Some("Stur Ekman")), (SignatureRole::Secretary, Some("Anna Berg"))]
            );
        });
    }
}
