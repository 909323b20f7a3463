//! Who signed as what: names under or beside dotted lines, with their role before, beside or below.
//!
//! Handwriting is ink and never a name. A typed name that a signature runs across is read badly; where
//! the document names the person elsewhere, that spelling wins and the evidence keeps what was read.

use crate::correct::Lexicon;
use crate::protocol::{AttendeeRole, Field, Paragraphs, Signature, SignatureRole};
use crate::segment::fields::person::entry;
use crate::segment::fields::signature::ink::signed;
use crate::segment::fields::signature::known::{Known, repaired};
use crate::segment::fields::signature::offices::without_tables;
use crate::segment::fields::signature::sides::{Side, is_noun, side_of_roles};
use crate::segment::fields::signature::slots::{
    Slot, Token, likeness, name_above, name_part, piece_of, signing_role, slot_of,
};
use crate::segment::fields::signature::spoilt::{role_below, scrap_above, spoilt};
use crate::segment::fields::signature::tokens::{split_camel, tokens};
use crate::segment::marks::sheet::{Piece, Row, Sheet};
use crate::segment::words::text::{squeeze, trim};
use crate::segment::words::{names, spelling};
use crate::text::Span;

pub fn signatures(lexicon: &Lexicon, sheet: &Sheet, rows: &[usize], known: &[Known]) -> Vec<Signature> {
    let tokens = tokens(lexicon, sheet, &without_tables(lexicon, sheet, rows), known);
    let mut out: Vec<(Piece, Signature)> = Vec::new();
    let mut pages: Vec<usize> = tokens.iter().filter_map(piece_of).map(|piece| piece.page).collect();
    pages.dedup();
    for page in pages {
        match side_of_roles(sheet, &tokens, page, known) {
            Side::Under => roles_under(lexicon, sheet, &tokens, page, known, &mut out),
            Side::Over => roles_over(lexicon, sheet, &tokens, page, known, &mut out),
        }
    }
    without_roles_elsewhere(&tokens, &mut out);
    spoilt(lexicon, sheet, &tokens, known, &mut out);
    one_for_each_line(&tokens, known, &mut out);
    let out = once_each(out);
    let with_label = |(piece, mut signature): (Piece, Signature)| {
        let Some(label) = label_of_role(sheet, &tokens, &piece, signature.role) else { return signature };
        if !signature.role_text.is_some() {
            let flow = sheet.flow_of(&label);
            signature.role_text = flow.field(sheet.pages, &trim(&flow.text, flow.whole(), &[':', '.']), 0.95);
        }
        if !signature.paragraphs.is_some() {
            signature.paragraphs = scope_beside(sheet, &label, &piece);
        }
        signature
    };
    let mut out: Vec<Signature> = out.into_iter().map(with_label).collect();
    one_role_for_parts(&mut out);
    out
}

/// Every role has the name over it; what names are left have the words that head them.
fn roles_under(
    lexicon: &Lexicon,
    sheet: &Sheet,
    tokens: &[Token],
    page: usize,
    known: &[Known],
    out: &mut Vec<(Piece, Signature)>,
) {
    let mut taken: Vec<Span> = Vec::new();
    let mut under: Vec<Span> = Vec::new();
    for token in tokens {
        let Token::Slot { slot: slot @ Slot::Role(_), piece } = token else { continue };
        if piece.page != page || !is_noun(piece) {
            continue;
        }
        let free: Vec<Token> = tokens
            .iter()
            .filter(|token| piece_of(token).is_none_or(|piece| piece.page == page && !taken.contains(&piece.span)))
            .cloned()
            .collect();
        if let Some(name) = name_above(sheet, &free, piece, known) {
            taken.push(name.span);
            under.push(piece.span);
            out.extend(signature(lexicon, sheet, &name, *slot, known).map(|signature| (name, signature)));
        } else if let Some(scrap) = scrap_above(sheet, tokens, piece, *slot, known) {
            under.push(piece.span);
            out.push(scrap);
        }
    }
    let rest: Vec<Token> = tokens
        .iter()
        .filter(|token| {
            !piece_of(token)
                .is_some_and(|piece| piece.page == page && (taken.contains(&piece.span) || under.contains(&piece.span)))
        })
        .cloned()
        .collect();
    roles_over(lexicon, sheet, &rest, page, known, out);
}

/// Every name has the role beside it, or the last over it.
fn roles_over(
    lexicon: &Lexicon,
    sheet: &Sheet,
    tokens: &[Token],
    page: usize,
    known: &[Known],
    out: &mut Vec<(Piece, Signature)>,
) {
    for (at, token) in tokens.iter().enumerate() {
        let Token::Name { piece, role } = token else { continue };
        if piece.page != page {
            continue;
        }
        let slot = role
            .map(Slot::Role)
            .or_else(|| slot_of(sheet, &tokens[..at], piece, known))
            .or_else(|| role_below(sheet, tokens, piece).map(Slot::Role));
        let Some(slot) = slot else { continue };
        out.extend(signature(lexicon, sheet, piece, slot, known).map(|signature| (piece.clone(), signature)));
    }
}

/// One chairs and one writes: of more names than there are words for the role, those go of whom nothing else is known.
/// Ink is read as a name under a name.
fn one_for_each_line(tokens: &[Token], known: &[Known], out: &mut Vec<(Piece, Signature)>) {
    // "Vid protokollet" has one name; what stands under that one adjusts, where "Justeras" is printed beside.
    let adjusts_above = |name: &Piece| {
        tokens.iter().any(|token| {
            matches!(token, Token::Slot { slot: Slot::Adjusted, piece }
                if piece.page == name.page && piece.bbox.y1 <= name.bbox.y0)
        })
    };
    let mut pages: Vec<usize> = out.iter().map(|(piece, _)| piece.page).collect();
    pages.dedup();
    for (page, role) in
        pages.into_iter().flat_map(|page| [SignatureRole::Chair, SignatureRole::Secretary].map(|r| (page, r)))
    {
        let lines = tokens.iter().filter(|token| match token {
            Token::Slot { slot: Slot::Role(own), piece } | Token::Name { role: Some(own), piece } => {
                *own == role && piece.page == page
            }
            _ => false,
        });
        let n_lines = lines.count().max(1);
        let signs = |(piece, one): &(Piece, Signature)| piece.page == page && one.role == role;
        while out.iter().filter(|one| signs(one)).count() > n_lines {
            let is_known = |one: &Signature| {
                let name = one.name.value.as_deref().unwrap_or("");
                known.iter().any(|other| names::same_person(&other.name, name))
            };
            let Some(at) = out.iter().rposition(|one| signs(one) && !is_known(&one.1)) else { break };
            let (piece, one) = &mut out[at];
            if role == SignatureRole::Secretary && adjusts_above(piece) {
                one.role = SignatureRole::Adjuster;
            } else {
                out.remove(at);
            }
        }
    }
}

/// Who signed on a page that prints roles does not sign again on one that prints none: the name stands in its head.
fn without_roles_elsewhere(tokens: &[Token], out: &mut Vec<(Piece, Signature)>) {
    let has_role = |page: usize| {
        tokens.iter().any(|token| match token {
            Token::Slot { piece, .. } | Token::Name { role: Some(_), piece } => piece.page == page,
            _ => false,
        })
    };
    let signed: Vec<(usize, Option<String>)> =
        out.iter().map(|(piece, signature)| (piece.page, signature.name.value.clone())).collect();
    out.retain(|(piece, signature)| {
        let before = |(page, name): &(usize, Option<String>)| *page < piece.page && *name == signature.name.value;
        has_role(piece.page) || !signed.iter().any(before)
    });
}

/// Who is named twice in one role, as elected and as signing, signs where the ink stands.
fn once_each(all: Vec<(Piece, Signature)>) -> Vec<(Piece, Signature)> {
    let mut out: Vec<(Piece, Signature)> = Vec::new();
    for (piece, signature) in all {
        let same = |seen: &&mut (Piece, Signature)| {
            (seen.1.role, &seen.1.name.value) == (signature.role, &signature.name.value)
        };
        match out.iter_mut().find(same) {
            None => out.push((piece, signature)),
            Some(seen) if seen.1.signed == Some(false) && signature.signed == Some(true) => *seen = (piece, signature),
            Some(_) => {}
        }
    }
    out
}

/// §§ are a signature's own where several sign in the same role, each for a part.
fn one_role_for_parts(out: &mut [Signature]) {
    // Each line has its own.
    if out.len() >= 3 && out.iter().all(|one| one.paragraphs.is_some()) {
        return;
    }
    for at in 0..out.len() {
        let n_alike = out.iter().filter(|one| one.role == out[at].role).count();
        if out[at].role != SignatureRole::Adjuster && n_alike < 2 {
            out[at].paragraphs = Field::default();
        }
    }
}

/// The §§ beside the words of a role: "Ordförande §§ 54-56", "Ordförande ........ 77".
fn scope_beside(sheet: &Sheet, label: &Piece, name: &Piece) -> Field<Paragraphs> {
    let row = sheet.rows.iter().find(|row| row.pieces.iter().any(|piece| piece.span.cover(label.span) == piece.span));
    let Some(row) = row.filter(|row| row.page == label.page) else { return Field::default() };
    for piece in row.pieces.iter().filter(|piece| piece.span.end > label.span.end) {
        let start = piece.span.start.max(label.span.end);
        let Some(tail) = piece.part(sheet, Span::new(start, piece.span.end)) else { continue };
        let figures = tail.text.trim_start_matches(['.', '_', '…', ' ', ',']);
        let is_scope = figures.chars().any(|c| c.is_ascii_digit())
            && figures
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '§' | ' ' | '-' | '–' | ',' | '.' | '&' | '$'));
        if is_scope && let Some(ranges) = names::ranges(figures) {
            let flow = sheet.flow_of(&tail);
            return flow.value(sheet.pages, &flow.whole(), ranges, 0.9);
        }
        // Ink between the two is read as letters.
        let n_letters = tail.text.chars().filter(|c| c.is_alphabetic()).count();
        if n_letters >= 4 && tail.confidence >= 0.7 && tail.span != name.span {
            break;
        }
    }
    Field::default()
}

/// The words that give a signature its role, where they stand beside, above or under its name.
fn label_of_role(sheet: &Sheet, tokens: &[Token], name: &Piece, role: SignatureRole) -> Option<Piece> {
    let fits = |slot: Slot| match slot {
        Slot::Role(own) => own == role,
        Slot::Adjusted => role != SignatureRole::Secretary,
    };
    let size = sheet.metrics_at(name.page).size;
    let far = |piece: &Piece| (piece.bbox.y0 - name.bbox.y0).abs() + (piece.bbox.x0 - name.bbox.x0).abs() / 4;
    tokens
        .iter()
        .filter_map(|token| match token {
            Token::Slot { slot, piece } if fits(*slot) && piece.page == name.page => Some(piece),
            _ => None,
        })
        .min_by_key(|piece| far(piece))
        .filter(|piece| far(piece) <= 20 * size)
        .cloned()
}

fn signature(lexicon: &Lexicon, sheet: &Sheet, piece: &Piece, slot: Slot, known: &[Known]) -> Option<Signature> {
    let flow = sheet.flow_of(piece);
    let text = &flow.text;
    let person = entry::entry(text, 0..text.len());
    let part = 0..name_part(text).len();
    let mut range = person.as_ref().map_or(0..0, |person| person.name.clone());
    let near = |range: &std::ops::Range<usize>| {
        known.iter().map(|one| likeness(&one.name, flow.of(range))).fold(0.0, f32::max)
    };
    if range.is_empty() || near(&part) > near(&range) + 0.05 {
        range = trim(text, part, &['.', ',', '_']);
    }
    let mut read = flow.of(&range).to_owned();
    let is_settled = sheet.pages.get(piece.page).is_some_and(|page| page.is_settled(piece.span));
    let mut name = flow.field(sheet.pages, &range, 0.96);
    name.value = name.value.map(|name| names::without_inner_blank(&name));
    let is_other = |one: &Known, read: &str| one.name != squeeze(read) && one.name.contains(' ');
    // The same person elsewhere in the document, when this reading is spoilt.
    let nearest = known
        .iter()
        .map(|one| (likeness(&one.name, &read), one))
        .filter(|(score, _)| *score >= 0.62)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    // "digitalt av ordföranden Bo Ek": the name stands there, and what stands before it is none of it.
    if let Some((_, one)) = nearest.filter(|(_, one)| is_other(one, &read))
        && names::holds_name(flow.of(&range), &one.name)
        && let Some(at) = flow.of(&range).find(&one.name)
    {
        range = range.start + at..range.start + at + one.name.len();
        name = flow.field(sheet.pages, &range, 0.96);
        read.clone_from(&one.name);
    }
    if let Some((score, one)) = nearest
        && is_other(one, &read)
        && !is_settled
        && !abbreviates(&read, &one.name)
        && !is_relative(lexicon, &read, &one.name)
        && !known.iter().any(|other| other.name == read)
        && !stands_elsewhere(sheet, piece, &read)
        && spelling::plausible(lexicon, &one.name) + 0.5 > spelling::plausible(lexicon, &read)
        // One reading against another: the clearer, or the one that more places have.
        && (clarity(sheet, &one.name) == 0.0
            || clarity(sheet, &one.name) >= clarity(sheet, &read)
            || holds_office(one, slot) && spelling::plausible(lexicon, &one.name) > spelling::plausible(lexicon, &read))
        && (piece.confidence < 0.88
            || clarity(sheet, &one.name) > clarity(sheet, &read) + 0.02
            || one.places >= 2
            || spelling::plausible(lexicon, &one.name) > spelling::plausible(lexicon, &read))
    {
        name = repaired(&flow, sheet, &range, &one.name, score);
        if score >= 0.8
            && clarity(sheet, &one.name) >= 0.9
            && let Some(evidence) = name.evidence.as_mut()
        {
            // Ink blurs what is clear elsewhere.
            evidence.confidence = 0.9;
        }
    } else if let Some(split) = split_camel(&read) {
        name = repaired(&flow, sheet, &range, &split, 0.8);
    } else if nearest.is_none() && !read.contains(' ') {
        return None;
    } else if let Some((_, one)) = nearest
        && is_other(one, &read)
        && !abbreviates(&read, &one.name)
        && let Some(evidence) = name.evidence.as_mut()
    {
        // Another place spells the name otherwise.
        evidence.confidence = evidence.confidence.min(0.86);
    }
    let value = name.value.clone()?;
    let role = match slot {
        Slot::Role(role) => role,
        Slot::Adjusted => {
            // The words over the names make all of them adjusters; the list of those present prints another office by
            // the name of one. That one was elected to lead the meeting is no role in which one signs.
            let presides = |one: &&Known| one.is_listed && one.role == Some(AttendeeRole::Chair);
            let is_signer = |one: &Known| names::same_person(&one.name, &value) || abbreviates(&value, &one.name);
            if known.iter().filter(presides).any(is_signer) { SignatureRole::Chair } else { SignatureRole::Adjuster }
        }
    };
    let paragraphs = person
        .as_ref()
        .and_then(|person| person.paragraphs.clone())
        .map_or_else(Field::default, |(range, ranges)| flow.value(sheet.pages, &range, ranges, 0.9));
    let party = person
        .as_ref()
        .and_then(|person| person.party.clone())
        .map_or_else(Field::default, |(range, code)| flow.value(sheet.pages, &range, code, 0.95));
    let role_text = person
        .as_ref()
        .and_then(|person| person.role_text.clone())
        .map_or_else(Field::default, |range| flow.field(sheet.pages, &range, 0.95));
    Some(Signature { role, role_text, name, person_id: None, party, paragraphs, signed: signed(sheet, piece) })
}

/// Whether the document gives a person the office in which they sign.
fn holds_office(one: &Known, slot: Slot) -> bool {
    match slot {
        Slot::Role(SignatureRole::Adjuster) | Slot::Adjusted => one.adjusts,
        Slot::Role(role) => one.role.and_then(signing_role) == Some(role),
    }
}

/// Whether another row prints a name in the same letters: then it is no misreading under ink.
fn stands_elsewhere(sheet: &Sheet, piece: &Piece, name: &str) -> bool {
    let is_other = |row: &Row| row.page != piece.page || row.bbox.y_overlap(piece.bbox) <= 0.4;
    name.contains(' ') && sheet.rows.iter().any(|row| is_other(row) && names::holds_name(row.text(), name))
}

/// "Lars Ek" beside "Magnus Ek": two given names that people bear, and no misreading of one another.
fn is_relative(lexicon: &Lexicon, read: &str, name: &str) -> bool {
    let (Some((given, _)), Some((own, _))) = (read.split_once(' '), name.split_once(' ')) else { return false };
    given.chars().count() >= 3
        && !own.starts_with(given)
        && likeness(name, read) < 0.85
        && spelling::letters(read) != spelling::letters(name)
        && names::is_given(lexicon, given)
        && strsim::normalized_levenshtein(&given.to_lowercase(), &own.to_lowercase()) < 0.6
}

/// How clearly the surname of a spelling was read where it was read best.
fn clarity(sheet: &Sheet, name: &str) -> f32 {
    let last = name.rsplit(' ').next().unwrap_or("");
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphabetic()) == last;
    let words = sheet.pages.iter().flat_map(|page| {
        page.words().iter().filter(move |word| bare(word.span.of(page.text()))).map(|word| word.confidence)
    });
    words.fold(0.0, f32::max)
}

/// "Edv. Sjö" of "Edvard Sjö": shortened and not misread.
fn abbreviates(read: &str, name: &str) -> bool {
    let (Some((given, surname)), Some((whole, own))) = (read.split_once(' '), name.split_once(' ')) else {
        return false;
    };
    given.strip_suffix('.').is_some_and(|short| !short.is_empty() && whole.starts_with(short)) && surname == own
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};

    fn read(text: &str, known: &[(&str, Option<AttendeeRole>)]) -> Vec<(SignatureRole, String)> {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let rows: Vec<usize> = (0..sheet.rows.len()).collect();
        let known: Vec<Known> = known
            .iter()
            .map(|(name, role)| Known {
                name: (*name).to_owned(),
                role: *role,
                adjusts: false,
                is_listed: true,
                places: 2,
            })
            .collect();
        signatures(&Lexicon::builtin(), &sheet, &rows, &known)
            .into_iter()
            .map(|s| (s.role, s.name.value.unwrap_or_default()))
            .collect()
    }

    #[test]
    fn names_under_dotted_lines() {
        let text = "Underskrifter\nSekreterare    ...................    Paragrafer    §§ 1-9\n               Anna Berg\nOrdförande     ...................\n               Bo Ek\nJusterande     ...................\n               Eva Ros\n               ...................\n               Per Holm";
        assert_eq!(
            read(text, &[]),
            [
                (SignatureRole::Secretary, "Anna Berg".into()),
                (SignatureRole::Chair, "Bo Ek".into()),
                (SignatureRole::Adjuster, "Eva Ros".into()),
                (SignatureRole::Adjuster, "Per Holm".into())
            ]
        );
    }

    #[test]
    fn the_first_role_beside_the_head_of_them_all() {
        let found = read("Underskrifter Sekreterare\nAnna Berg\nOrdförande\nBo Ek\nJusterande\n\nEva Ros", &[]);
        let expected = [
            (SignatureRole::Secretary, "Anna Berg"),
            (SignatureRole::Chair, "Bo Ek"),
            (SignatureRole::Adjuster, "Eva Ros"),
        ];
        assert_eq!(found, expected.map(|(role, name)| (role, name.to_owned())));
    }

    #[test]
    fn under_the_words_of_old_protocols() {
        let text = "Dag som ovan.\nVid protokollet:\nAnna Berg\nJusteras:\nBo Ek\nEva Ros";
        let found = read(text, &[("Bo Ek", Some(AttendeeRole::Chair))]);
        assert_eq!(
            found,
            [
                (SignatureRole::Secretary, "Anna Berg".into()),
                (SignatureRole::Chair, "Bo Ek".into()),
                (SignatureRole::Adjuster, "Eva Ros".into())
            ]
        );
    }

    #[test]
    fn roles_under_their_names() {
        let text = "Anna Berg           Bo Ek\nOrdförande          Protokollförare\n\nEva Rcs             Per Holm\nJusterare           Justerare";
        let found = read(text, &[("Eva Ros", None)]);
        assert_eq!(
            found,
            [
                (SignatureRole::Chair, "Anna Berg".into()),
                (SignatureRole::Secretary, "Bo Ek".into()),
                (SignatureRole::Adjuster, "Eva Ros".into()),
                (SignatureRole::Adjuster, "Per Holm".into())
            ]
        );
    }

    #[test]
    fn a_name_in_pieces_is_known_by_its_beginning() {
        let text = "Dag som ovan.\nVid protokollet:\nAnna Berg\nJusteras:\ns tur E\nEva Ros";
        let found = read(text, &[("Stur Ekman", Some(AttendeeRole::Chair)), ("Eva Ros", None)]);
        assert_eq!(
            found,
            [
                (SignatureRole::Secretary, "Anna Berg".into()),
                (SignatureRole::Chair, "Stur Ekman".into()),
                (SignatureRole::Adjuster, "Eva Ros".into())
            ]
        );
    }

    #[test]
    fn a_role_beside_a_spoilt_name_is_no_other_name_s() {
        let text = "Vid protokollet\nAnna Berg, sekreterare\nJusteras:\nBo Ekm1n    ordförande\nEva Ros";
        let found = read(text, &[("Bo Ekman", Some(AttendeeRole::Chair)), ("Eva Ros", None)]);
        assert!(found.contains(&(SignatureRole::Chair, "Bo Ekman".into())), "{found:?}");
        assert!(found.contains(&(SignatureRole::Adjuster, "Eva Ros".into())), "{found:?}");
    }

    #[test]
    fn roles_after_a_comma() {
        let found = read("Anna Berg, sekreterare\nBo Ek, ordförande\nEva Ros, justerare", &[]);
        assert_eq!(found.len(), 3);
        assert_eq!(found[0].0, SignatureRole::Secretary);
    }

    #[test]
    fn roles_before_a_dash_and_roles_read_badly() {
        let found = read("Mötesordförande – Anna Berg\nMötessekreterare – Bo Ek\nJusterare – Eva Ros", &[]);
        let roles = [SignatureRole::Chair, SignatureRole::Secretary, SignatureRole::Adjuster];
        assert_eq!(found.iter().map(|(role, _)| *role).collect::<Vec<_>>(), roles, "{found:?}");
        let found = read("Anna Berg, Onlfinande       Bo Ek, Sekreterare\nEva Ros, Justerare", &[]);
        assert_eq!(found.iter().map(|(role, _)| *role).collect::<Vec<_>>(), roles, "{found:?}");
    }

    #[test]
    fn ink_read_as_a_name_under_a_name() {
        let text = "Mötesordförande     Mötessekreterare\nAnna Berg           Bo Ek\nBlue Lind\nJusterare\nEva Ros";
        let found = read(text, &[("Anna Berg", Some(AttendeeRole::Chair))]);
        assert_eq!(found.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>(), ["Anna Berg", "Bo Ek", "Eva Ros"]);
    }

    #[test]
    fn relatives_are_two_persons() {
        let known = [("Magnus Berg", None)];
        let found = read("Vid protokollet        Justeras\nLars Berg              Ordförande Bo Ek", &known);
        assert_eq!(found, [(SignatureRole::Secretary, "Lars Berg".into()), (SignatureRole::Chair, "Bo Ek".into())]);
    }

    /// As `read`, with offices that elections told and no list.
    fn read_elected(text: &str, known: &[(&str, Option<AttendeeRole>, bool)]) -> Vec<(SignatureRole, String)> {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let rows: Vec<usize> = (0..sheet.rows.len()).collect();
        let one = |(name, role, adjusts): &(&str, Option<AttendeeRole>, bool)| Known {
            name: (*name).to_owned(),
            role: *role,
            adjusts: *adjusts,
            is_listed: false,
            places: 1,
        };
        let known: Vec<Known> = known.iter().map(one).collect();
        let found = signatures(&Lexicon::builtin(), &sheet, &rows, &known);
        found.into_iter().map(|s| (s.role, s.name.value.unwrap_or_default())).collect()
    }

    #[test]
    fn who_signs_under_the_word_alone_adjusts() {
        let text = "Vid protokollet\nEva Ros\nJusteras\nBo Ek\nPer Holm";
        let known = [("Bo Ek", Some(AttendeeRole::Chair), false), ("Per Holm", None, true)];
        let roles = |found: Vec<(SignatureRole, String)>| found.into_iter().map(|(role, _)| role).collect::<Vec<_>>();
        let (secretary, chair) = (SignatureRole::Secretary, SignatureRole::Chair);
        let adjuster = SignatureRole::Adjuster;
        assert_eq!(roles(read_elected(text, &known)), [secretary, adjuster, adjuster]);
        // The list of those present prints the office by the name.
        assert_eq!(roles(read(text, &[("Bo Ek", Some(AttendeeRole::Chair))])), [secretary, chair, adjuster]);
    }

    #[test]
    fn the_day_heads_who_wrote_where_nothing_else_does() {
        let known = [("Eva Ros", Some(AttendeeRole::Secretary), false)];
        let found = read_elected("Dag som ovan          Justeras:\nEva Ros               Bo Ek\nPer Holm", &known);
        assert_eq!(found[0], (SignatureRole::Secretary, "Eva Ros".to_owned()), "{found:?}");
        assert!(found[1..].iter().all(|(role, _)| *role == SignatureRole::Adjuster) && found.len() == 3, "{found:?}");
    }

    #[test]
    fn two_columns_read_as_one() {
        let known = [("Anna Lindberg", None, true), ("Eva Ros", None, true)];
        let found = read_elected("Justeras\nAnna Lindberg Eva Ros", &known);
        assert_eq!(found.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>(), ["Anna Lindberg", "Eva Ros"]);
    }

    #[test]
    fn words_that_head_a_name_in_its_row() {
        let found = read("Antecknat av Bo Ek\nJusterat av Anna Berg och Eva Ros", &[]);
        assert_eq!(found.len(), 3, "{found:?}");
        assert_eq!(found[0], (SignatureRole::Secretary, "Bo Ek".to_owned()));
        let found = read("Ordförande Anna Berg ____________\nSekreterare Bo Ek ____________", &[]);
        assert_eq!(
            found.iter().map(|(role, _)| *role).collect::<Vec<_>>(),
            [SignatureRole::Chair, SignatureRole::Secretary]
        );
    }

    #[test]
    fn a_day_left_open() {
        let known = [("Anna Berg", None, true)];
        let found = read_elected("Protokollet justerat ___ / ___ 2019\nAnna Berg", &known);
        assert_eq!(found, [(SignatureRole::Adjuster, "Anna Berg".to_owned())]);
    }
}
