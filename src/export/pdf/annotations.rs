//! What lies upon a page: drawn into it where it is seen, links to the outside kept.

use super::copy::{Copier, More};
use super::file::File;
use hayro::hayro_syntax::object::{Array, Dict, Name, ObjRef, Rect, Stream, String as PdfString};
use hayro::hayro_syntax::page::Page;
use hayro::kurbo::{self, Affine};
use pdf_writer::{Name as Key, Ref, Str};
use std::fmt::Write;

/// What becomes of a page's annotations.
#[derive(Default)]
pub struct Annotations {
    /// Draws them.
    pub content: String,
    pub forms: More,
    pub links: Vec<Ref>,
    pub is_signed: bool,
}

const HIDDEN: i32 = 2;
const NO_VIEW: i32 = 32;
/// Beyond these no page shows anything more.
const MOST: usize = 2000;

/// Takes the annotations of a page.
pub fn of<'p>(page: &'p Page<'p>, copier: &mut Copier<'p>, file: &mut File, has_links: bool) -> Annotations {
    let mut found = Annotations::default();
    let Some(all) = page.raw().get::<Array<'p>>("Annots") else { return found };
    for annotation in all.iter::<Dict<'p>>().take(MOST) {
        let flags = annotation.get::<i32>("F").unwrap_or(0);
        let subtype = annotation.get::<Name<'p>>("Subtype").map_or(Vec::new(), |subtype| subtype.to_vec());
        let is_signature = annotation.get::<Name<'p>>("FT").is_some_and(|kind| &kind[..] == b"Sig");
        found.is_signed |= is_signature && annotation.contains_key("V");
        let Some(rect) = annotation.get::<Rect>("Rect") else { continue };
        if flags & (HIDDEN | NO_VIEW) != 0 || subtype == b"Popup" {
            continue;
        }
        if subtype == b"Link" {
            let target = annotation.get::<Dict<'p>>("A").and_then(|action| action.get::<PdfString<'p>>("URI"));
            if let Some(target) = target.filter(|_| has_links) {
                found.links.push(link(file, rect, target.as_bytes()));
            }
        } else if let Some((form, matrix)) = appearance(&annotation, rect) {
            let name = format!("Seen{}", found.forms.len());
            let [a, b, c, d, e, f] = matrix.as_coeffs();
            let _ = writeln!(found.content, "q {a:.5} {b:.5} {c:.5} {d:.5} {e:.3} {f:.3} cm /{name} Do Q");
            let id = copier.object_ref(file, form);
            found.forms.push((b"XObject", name, id));
        }
    }
    found
}

/// What an annotation looks like, and what puts that where it stands.
fn appearance(annotation: &Dict<'_>, rect: Rect) -> Option<(ObjRef, Affine)> {
    let looks = annotation.get::<Dict<'_>>("AP")?;
    let (form, stream) = match looks.get::<Stream<'_>>("N") {
        Some(stream) => (looks.get_ref("N")?, stream),
        None => {
            let states = looks.get::<Dict<'_>>("N")?;
            let state = annotation.get::<Name<'_>>("AS")?;
            (states.get_ref(&state[..])?, states.get::<Stream<'_>>(&state[..])?)
        }
    };
    let bbox = stream.dict().get::<Rect>("BBox")?;
    let own = stream.dict().get::<hayro::hayro_syntax::object::Array<'_>>("Matrix").and_then(|matrix| {
        let parts: Vec<f64> = matrix.iter::<f32>().map(f64::from).collect();
        <[f64; 6]>::try_from(parts).ok()
    });
    let own = own.map_or(Affine::IDENTITY, Affine::new);
    let bounds = own.transform_rect_bbox(kurbo::Rect::new(bbox.x0, bbox.y0, bbox.x1, bbox.y1));
    let wanted = kurbo::Rect::new(rect.x0, rect.y0, rect.x1, rect.y1).abs();
    if bounds.width() < 1e-6 || bounds.height() < 1e-6 || wanted.width() < 1e-6 || wanted.height() < 1e-6 {
        return None;
    }
    let (x, y) = (wanted.width() / bounds.width(), wanted.height() / bounds.height());
    Some((form, Affine::new([x, 0.0, 0.0, y, wanted.x0 - bounds.x0 * x, wanted.y0 - bounds.y0 * y])))
}

fn link(file: &mut File, rect: Rect, target: &[u8]) -> Ref {
    let id = file.next_ref();
    let mut link = file.pdf.indirect(id).dict();
    link.pair(Key(b"Type"), Key(b"Annot")).pair(Key(b"Subtype"), Key(b"Link"));
    let corners = [rect.x0, rect.y0, rect.x1, rect.y1].map(|at| at as f32);
    link.pair(Key(b"Rect"), pdf_writer::Rect::new(corners[0], corners[1], corners[2], corners[3]));
    // It is printed, as everything in an archive's file.
    link.pair(Key(b"F"), 4);
    link.insert(Key(b"Border")).array().items([0, 0, 0]);
    let mut action = link.insert(Key(b"A")).dict();
    action.pair(Key(b"S"), Key(b"URI")).pair(Key(b"URI"), Str(target));
    id
}
