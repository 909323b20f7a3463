//! Pages on which a service states who signed with what: its names stand there without a role, and without ink.

use crate::protocol::{AttendeeRole, Field, Signature, SignatureRole};
use crate::segment::fields::signature::known::Known;
use crate::segment::fields::signature::slots::signing_role;
use crate::segment::marks::sheet::Sheet;
use crate::segment::words::forms::Words;
use crate::segment::words::spelling;
use crate::segment::words::text::fold;

/// Stems by which such a page speaks.
static ELECTRONIC: Words = Words::new("signatures.electronic");

/// How many different ones of them tell such a page.
const TELLING: usize = 3;

/// Who signed electronically of those to whom the document gives an office. Nobody else: the page tells no role.
pub fn electronic(sheet: &Sheet, known: &[Known]) -> Vec<Signature> {
    let mut out: Vec<Signature> = Vec::new();
    let holders: Vec<(&Known, SignatureRole)> = known
        .iter()
        .filter(|one| one.name.contains(' '))
        .filter_map(|one| {
            let own = one.role.filter(|role| *role != AttendeeRole::Adjuster).and_then(signing_role);
            Some((one, own.or(one.adjusts.then_some(SignatureRole::Adjuster))?))
        })
        .collect();
    if holders.is_empty() {
        return out;
    }
    for page in (0..sheet.pages.len()).rev().take(3).filter(|page| is_electronic(sheet, *page)) {
        for piece in sheet.rows.iter().filter(|row| row.page == page).flat_map(|row| &row.pieces) {
            let letters = spelling::letters(&piece.text);
            if piece.text.split_whitespace().count() > 6 {
                continue;
            }
            for (one, role) in &holders {
                let name = spelling::letters(&one.name);
                let is_new = out.iter().all(|other| other.name.value.as_deref() != Some(one.name.as_str()));
                if !is_new || name.chars().count() < 5 || !letters.contains(&name) {
                    continue;
                }
                let flow = sheet.flow_of(piece);
                out.push(Signature {
                    role: *role,
                    role_text: Field::default(),
                    name: flow.value(sheet.pages, &flow.whole(), one.name.clone(), 0.85),
                    person_id: None,
                    party: Field::default(),
                    paragraphs: Field::default(),
                    signed: Some(false),
                });
            }
        }
    }
    out
}

fn is_electronic(sheet: &Sheet, page: usize) -> bool {
    let rows = sheet.rows.iter().filter(|row| row.page == page);
    let text: String = rows.map(|row| fold(row.text())).collect::<Vec<_>>().join(" ");
    ELECTRONIC.iter().filter(|word| text.contains(*word)).count() >= TELLING
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};

    #[test]
    fn names_of_a_page_of_proof_have_their_offices() {
        let text = "Verifikat\nTransaktion 0922\nSignerande parter\nANNA BERG\nSignerade med BankID 2020-05-04\nBo Ek";
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let known =
            |name: &str, role, adjusts| Known { name: name.to_owned(), role, adjusts, is_listed: true, places: 1 };
        let all = [known("Anna Berg", Some(AttendeeRole::Chair), false), known("Bo Ek", None, false)];
        let found = electronic(&sheet, &all);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].role, found[0].name.value.as_deref()), (SignatureRole::Chair, Some("Anna Berg")));
        assert_eq!(found[0].signed, Some(false));
    }
}
