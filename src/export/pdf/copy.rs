//! Pages of a PDF copied into another: streams of images byte for byte, everything else as far as pages show it.
//!
//! Only what a page's content calls by name comes along, so that nothing of one page is hidden in another.

use super::content::{CMYK, Content, INTENTS, LZW};
use super::file::{File, deflated};
use super::fonts;
use super::jpeg2000;
use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Name, Number, ObjRef, Object, Rect, Stream};
use hayro::hayro_syntax::page::{Page, Resources, Rotation};
use hayro::hayro_syntax::{Filter, Pdf};
use pdf_writer::{Chunk, Obj, Ref};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;

/// Copies what pages of a file need.
pub struct Copier<'p> {
    pdf: &'p Pdf,
    known: HashMap<ObjRef, Ref>,
    waiting: Vec<(ObjRef, Ref)>,
    /// What a form that brings no resources of its own uses.
    around: HashMap<ObjRef, Rc<Resources<'p>>>,
    /// Forms whose invisible text goes.
    cleared: HashSet<ObjRef>,
    profiles: HashSet<ObjRef>,
}

/// What is copied of a page.
pub struct Copied<'p> {
    /// Its content: the streams as they are, or what is left of them.
    pub streams: Vec<Ref>,
    /// Graphics states that the content leaves open.
    pub open: usize,
    names: HashSet<Vec<u8>>,
    resources: Rc<Resources<'p>>,
}

/// What is more than a page's content asks for: category, name and object.
pub type More = Vec<(&'static [u8], String, Ref)>;

/// What is needed of the file while an object is being written.
struct Out<'o> {
    next: &'o mut Ref,
    faults: &'o mut BTreeSet<String>,
}

const FONT: &[u8] = b"Font";
const X_OBJECT: &[u8] = b"XObject";
/// Private data, other forms of the same, and what belongs to a document and not to its pages.
const LEFT_OUT: [&[u8]; 17] = [
    b"AF",
    b"Alternates",
    b"CIDSet",
    b"CharSet",
    b"HT",
    b"HTP",
    b"Interpolate",
    b"LastModified",
    b"Measure",
    b"Metadata",
    b"OPI",
    b"Parent",
    b"PieceInfo",
    b"PtData",
    b"Ref",
    b"StructParent",
    b"StructParents",
];
const OF_AN_IMAGE: [&[u8]; 15] = [
    b"Type",
    b"Subtype",
    b"Width",
    b"Height",
    b"ColorSpace",
    b"BitsPerComponent",
    b"Intent",
    b"ImageMask",
    b"Mask",
    b"Decode",
    b"SMask",
    b"SMaskInData",
    b"Filter",
    b"DecodeParms",
    b"OC",
];
const BLEND_MODES: [&[u8]; 17] = [
    b"Normal",
    b"Compatible",
    b"Multiply",
    b"Screen",
    b"Overlay",
    b"Darken",
    b"Lighten",
    b"ColorDodge",
    b"ColorBurn",
    b"HardLight",
    b"SoftLight",
    b"Difference",
    b"Exclusion",
    b"Hue",
    b"Saturation",
    b"Color",
    b"Luminosity",
];
/// Objects within objects, as no program writes them.
const DEEPEST: usize = 60;
const LONGEST_NAME: usize = 127;
const LONGEST_STRING: usize = 32767;

impl<'p> Copier<'p> {
    pub fn new(pdf: &'p Pdf) -> Copier<'p> {
        Copier {
            pdf,
            known: HashMap::new(),
            waiting: Vec::new(),
            around: HashMap::new(),
            cleared: HashSet::new(),
            profiles: HashSet::new(),
        }
    }

    /// Takes a page's content; `is_cleared` where text that nobody sees is to go.
    pub fn content(&mut self, file: &mut File, page: &'p Page<'p>, is_cleared: bool) -> Copied<'p> {
        let bytes = page.page_stream().unwrap_or_default();
        let mut content = Content::of(bytes);
        let mut streams = Vec::new();
        let faults = std::mem::take(&mut content.faults);
        if is_cleared && content.has_invisible_text() {
            let visible = content.visible(bytes);
            let id = file.next_ref();
            file.flate(id, &visible);
            streams.push(id);
            content = Content::of(&visible);
        } else {
            let raw = page.raw();
            let mut refs: Vec<ObjRef> = Vec::new();
            if raw.get::<Stream<'_>>("Contents").is_some() {
                refs.extend(raw.get_ref("Contents"));
            } else if let Some(array) = raw.get::<Array<'_>>("Contents") {
                refs.extend(array.raw_iter().filter_map(|part| part.as_obj_ref()));
            }
            let (_, next, _) = file.parts();
            streams.extend(refs.into_iter().map(|part| self.map(part, next)));
        }
        file.faults.extend(faults);
        let resources = Rc::new(page.resources().clone());
        self.inherit(&resources, &content.names, is_cleared);
        Copied { streams, open: content.open, names: content.names, resources }
    }

    /// Writes the resources of a page.
    pub fn resources(&mut self, file: &mut File, obj_of: Ref, copied: &Copied<'p>, more: &More) {
        let (chunk, next, faults) = file.parts();
        let mut out = Out { next, faults };
        self.write_resources(chunk.indirect(obj_of), &copied.resources, &copied.names, more, &mut out);
    }

    /// An object of the original in the copy.
    pub fn object_ref(&mut self, file: &mut File, from: ObjRef) -> Ref {
        let (_, next, _) = file.parts();
        self.map(from, next)
    }

    /// Writes a page with what was copied of it, as large and as turned as it was.
    pub fn page(&mut self, file: &mut File, page: &Page<'p>, id: Ref, streams: &[Ref], resources: Ref, links: &[Ref]) {
        file.pages.push(id);
        let tree = file.tree;
        let (chunk, next, faults) = file.parts();
        let mut out = Out { next, faults };
        let mut written = chunk.indirect(id).dict();
        written.pair(pdf_writer::Name(b"Type"), pdf_writer::Name(b"Page")).pair(pdf_writer::Name(b"Parent"), tree);
        let (media, crop) = (page.media_box(), page.crop_box());
        let rect = |rect: Rect| pdf_writer::Rect::new(rect.x0 as f32, rect.y0 as f32, rect.x1 as f32, rect.y1 as f32);
        written.pair(pdf_writer::Name(b"MediaBox"), rect(media));
        if [crop.x0, crop.y0, crop.x1, crop.y1] != [media.x0, media.y0, media.x1, media.y1] {
            written.pair(pdf_writer::Name(b"CropBox"), rect(crop));
        }
        let rotation = match page.rotation() {
            Rotation::None => 0,
            Rotation::Horizontal => 90,
            Rotation::Flipped => 180,
            Rotation::FlippedHorizontal => 270,
        };
        if rotation != 0 {
            written.pair(pdf_writer::Name(b"Rotate"), rotation);
        }
        for key in [&b"UserUnit"[..], b"Group"] {
            if let Some(value) = page.raw().get_raw::<Object<'p>>(key) {
                self.value(written.insert(pdf_writer::Name(key)), &value, 1, &mut out);
            }
        }
        written.pair(pdf_writer::Name(b"Resources"), resources);
        written.insert(pdf_writer::Name(b"Contents")).array().items(streams.iter().copied());
        if !links.is_empty() {
            written.insert(pdf_writer::Name(b"Annots")).array().items(links.iter().copied());
        }
    }

    /// Which layers there are, and which of them are shown.
    pub fn layers(&mut self, file: &mut File) -> Option<Ref> {
        let root = self.pdf.xref().get::<Dict<'p>>(self.pdf.xref().root_id())?;
        let properties = root.get::<Dict<'p>>("OCProperties")?;
        let groups = properties.get::<Array<'p>>("OCGs")?;
        let shown = properties.get::<Dict<'p>>("D");
        let id = file.next_ref();
        let (chunk, next, faults) = file.parts();
        let mut out = Out { next, faults };
        let mut written = chunk.indirect(id).dict();
        self.direct(written.insert(pdf_writer::Name(b"OCGs")), &Object::Array(groups), 1, &mut out);
        let mut usual = written.insert(pdf_writer::Name(b"D")).dict();
        usual.pair(pdf_writer::Name(b"Name"), pdf_writer::Str(b"Layers"));
        for key in [&b"ON"[..], b"OFF"] {
            if let Some(value) = shown.as_ref().and_then(|shown| shown.get_raw::<Object<'p>>(key)) {
                self.value(usual.insert(pdf_writer::Name(key)), &value, 1, &mut out);
            }
        }
        Some(id)
    }

    /// Writes everything that what was copied refers to.
    pub fn finish(mut self, file: &mut File) {
        let (chunk, next, faults) = file.parts();
        let mut out = Out { next, faults };
        while let Some((from, id)) = self.waiting.pop() {
            match self.pdf.xref().get::<Object<'p>>(from.into()) {
                Some(Object::Stream(stream)) => self.stream(from, id, &stream, chunk, &mut out),
                Some(object) => self.direct(chunk.indirect(id), &object, 0, &mut out),
                None => chunk.indirect(id).primitive(pdf_writer::Null),
            }
        }
    }

    fn map(&mut self, from: ObjRef, next: &mut Ref) -> Ref {
        *self.known.entry(from).or_insert_with(|| {
            let id = next.bump();
            self.waiting.push((from, id));
            id
        })
    }

    /// What forms without resources use: those of who draws them.
    fn inherit(&mut self, resources: &Rc<Resources<'p>>, names: &HashSet<Vec<u8>>, is_cleared: bool) {
        for name in names {
            let Some(form) = resources.x_objects.get_ref(name) else { continue };
            self.around.entry(form).or_insert_with(|| resources.clone());
            if is_cleared {
                self.cleared.insert(form);
            }
        }
    }

    fn write_resources(
        &mut self,
        obj: Obj<'_>,
        resources: &Resources<'p>,
        names: &HashSet<Vec<u8>>,
        more: &More,
        out: &mut Out<'_>,
    ) {
        let categories: [(&[u8], &Dict<'p>); 7] = [
            (b"ExtGState", &resources.ext_g_states),
            (b"ColorSpace", &resources.color_spaces),
            (b"Pattern", &resources.patterns),
            (b"Shading", &resources.shadings),
            (X_OBJECT, &resources.x_objects),
            (FONT, &resources.fonts),
            (b"Properties", &resources.properties),
        ];
        let mut written = obj.dict();
        for (category, dict) in categories {
            let is_used = |name: &Name<'_>| names.contains(&name[..]) || name.starts_with(b"Default");
            let entries: Vec<_> = dict.entries().filter(|(name, _)| is_used(name)).collect();
            let more: Vec<_> = more.iter().filter(|(of, ..)| *of == category).collect();
            if entries.is_empty() && more.is_empty() {
                continue;
            }
            let mut part = written.insert(pdf_writer::Name(category)).dict();
            for (name, value) in entries {
                self.value(part.insert(pdf_writer::Name(&name)), &value, 1, out);
            }
            for (_, name, id) in more {
                part.pair(pdf_writer::Name(name.as_bytes()), *id);
            }
        }
    }

    fn value(&mut self, obj: Obj<'_>, value: &MaybeRef<Object<'p>>, depth: usize, out: &mut Out<'_>) {
        match value {
            MaybeRef::NotRef(object) => self.direct(obj, object, depth, out),
            MaybeRef::Ref(from) => {
                // Never a page or what holds pages: nothing that is shown needs them.
                let is_page = |dict: &Dict<'_>| {
                    let kind = dict.get::<Name<'_>>("Type");
                    kind.is_some_and(|kind| matches!(&kind[..], b"Page" | b"Pages" | b"Catalog"))
                };
                match self.pdf.xref().get::<Object<'p>>((*from).into()) {
                    None | Some(Object::Null(_)) => obj.primitive(pdf_writer::Null),
                    Some(Object::Dict(dict)) if is_page(&dict) => obj.primitive(pdf_writer::Null),
                    Some(_) => obj.primitive(self.map(*from, out.next)),
                }
            }
        }
    }

    fn direct(&mut self, obj: Obj<'_>, object: &Object<'p>, depth: usize, out: &mut Out<'_>) {
        if depth > DEEPEST {
            return obj.primitive(pdf_writer::Null);
        }
        match object {
            Object::Null(_) | Object::Stream(_) => obj.primitive(pdf_writer::Null),
            Object::Boolean(value) => obj.primitive(*value),
            Object::Number(number) => self::number(obj, number),
            Object::String(text) => {
                if text.as_bytes().len() > LONGEST_STRING {
                    out.faults.insert("a string is too long".into());
                }
                obj.primitive(pdf_writer::Str(text.as_bytes()));
            }
            Object::Name(name) => {
                if &name[..] == b"DeviceCMYK" {
                    out.faults.insert(CMYK.into());
                }
                if name.len() > LONGEST_NAME {
                    out.faults.insert("a name is too long".into());
                }
                obj.primitive(pdf_writer::Name(name));
            }
            Object::Array(array) => {
                let mut written = obj.array();
                let mut is_profile = false;
                for (at, part) in array.raw_iter().enumerate() {
                    if at == 0 {
                        is_profile = matches!(&part, MaybeRef::NotRef(Object::Name(name)) if &name[..] == b"ICCBased");
                    }
                    if let (true, MaybeRef::Ref(from)) = (is_profile, &part) {
                        self.profiles.insert(*from);
                    }
                    self.value(written.push(), &part, depth + 1, out);
                }
            }
            Object::Dict(dict) => {
                let mut written = obj.dict();
                self.check(dict, out);
                let type3 = self.names_of_type3(dict);
                for (name, value) in dict.entries() {
                    if LEFT_OUT.contains(&&name[..]) || (&name[..] == b"TR" && dict.contains_key("SA")) {
                        continue;
                    }
                    let obj = written.insert(pdf_writer::Name(&name));
                    match (&type3, dict.get::<Dict<'p>>(&name[..])) {
                        (Some(names), Some(resources)) if &name[..] == b"Resources" => {
                            self.write_resources(obj, &Resources::new(resources), names, &More::new(), out);
                        }
                        _ => self.value(obj, &value, depth + 1, out),
                    }
                }
                if fonts::lacks_map(dict) {
                    written.pair(pdf_writer::Name(b"CIDToGIDMap"), pdf_writer::Name(b"Identity"));
                }
            }
        }
    }

    /// What the letters of a font that are drawn by content use.
    fn names_of_type3(&self, dict: &Dict<'p>) -> Option<HashSet<Vec<u8>>> {
        let letters = dict.get::<Dict<'p>>("CharProcs")?;
        let streams = letters.keys().filter_map(|name| letters.get::<Stream<'p>>(&name[..])?.decoded_data().ok());
        Some(streams.flat_map(|bytes| Content::of(&bytes).names).collect())
    }

    /// What PDF/A does not allow in a dictionary.
    fn check(&self, dict: &Dict<'p>, out: &mut Out<'_>) {
        let mut fault = |what: &str| {
            out.faults.insert(what.to_owned());
        };
        if let Some(problem) = fonts::problem(dict) {
            fault(&problem);
        }
        let is_standard = |mode: &Name<'_>| BLEND_MODES.contains(&&mode[..]);
        let modes = match dict.get::<Array<'p>>("BM") {
            Some(modes) => modes.iter::<Name<'p>>().collect(),
            None => dict.get::<Name<'p>>("BM").into_iter().collect::<Vec<_>>(),
        };
        if !modes.iter().all(is_standard) {
            fault("a blend mode is unknown");
        }
        let is_graphics_state = dict.get::<Name<'p>>("Type").is_some_and(|kind| &kind[..] == b"ExtGState");
        if is_graphics_state && dict.contains_key("TR")
            || dict.get::<Object<'p>>("TR2").is_some_and(|what| !is_name(&what, b"Default"))
        {
            fault("there is a transfer function");
        }
        if dict.get::<Name<'p>>("RI").is_some_and(|intent| !INTENTS.contains(&&intent[..])) {
            fault("a rendering intent is unknown");
        }
    }

    fn stream(&mut self, from: ObjRef, id: Ref, stream: &Stream<'p>, chunk: &mut Chunk, out: &mut Out<'_>) {
        let dict = stream.dict();
        let subtype = dict.get::<Name<'p>>("Subtype");
        let is = |kind: &[u8]| subtype.as_ref().is_some_and(|subtype| &subtype[..] == kind);
        let is_image = is(b"Image");
        let is_drawn = is(b"Form") || dict.get::<i32>("PatternType") == Some(1);
        let is_profile = self.profiles.contains(&from);
        if dict.contains_key("F") {
            out.faults.insert("a stream lies in another file".into());
        }
        if is(b"PS") || dict.get::<Name<'p>>("Subtype2").is_some() {
            out.faults.insert("there is PostScript in it".into());
        }
        self.check(dict, out);
        let filters = stream.filters();
        let mut data = stream.raw_data();
        // Packed anew: LZW is the one packing that PDF/A does not allow, and it is lossless.
        let mut is_repacked = false;
        let lossless = |filter: &Filter| {
            !matches!(filter, Filter::DctDecode | Filter::JpxDecode | Filter::Jbig2Decode | Filter::CcittFaxDecode)
        };
        if filters.contains(&Filter::LzwDecode) {
            match stream.decoded() {
                Ok(decoded) if filters.iter().all(lossless) => {
                    data = deflated(&decoded).into();
                    is_repacked = true;
                }
                _ => {
                    out.faults.insert(LZW.into());
                }
            }
        }
        let mut resources = None;
        if is_drawn {
            let inherited = self.around.get(&from).cloned();
            let own = dict.get::<Dict<'p>>("Resources").map(|own| Rc::new(Resources::new(own)));
            let decoded = stream.decoded_data().unwrap_or_default();
            let mut content = Content::of(&decoded);
            out.faults.append(&mut content.faults);
            let is_cleared = self.cleared.contains(&from);
            if is_cleared && content.has_invisible_text() {
                let visible = content.visible(&decoded);
                content = Content::of(&visible);
                data = deflated(&visible).into();
                is_repacked = true;
            }
            if let Some(found) = own.or(inherited) {
                self.inherit(&found, &content.names, is_cleared);
                resources = Some((found, content.names));
            }
        }
        if is_profile && !fonts::is_profile(&stream.decoded_data().unwrap_or_default(), dict.get::<i32>("N")) {
            out.faults.insert("a colour profile is not what PDF/A allows".into());
        }
        if is_image && filters.last() == Some(&Filter::JpxDecode) {
            let has_space = dict.contains_key("ColorSpace");
            if let Some(problem) = jpeg2000::problem(&data, has_space) {
                out.faults.insert(problem.into());
            }
        }
        let is_decrypted = filters.first() == Some(&Filter::Crypt);
        let mut written = chunk.stream(id, &data);
        for (name, value) in dict.entries() {
            let key = &name[..];
            let is_out = LEFT_OUT.contains(&key)
                || is_image && !OF_AN_IMAGE.contains(&key)
                || is_profile && key == b"Alternate"
                || matches!(key, b"Length" | b"F" | b"FFilter" | b"FDecodeParms" | b"DP" | b"DL")
                || is_drawn && key == b"Resources"
                || (is_repacked || is_decrypted) && matches!(key, b"Filter" | b"DecodeParms");
            if is_out {
                continue;
            }
            if is_image
                && key == b"Intent"
                && !matches!(&value, MaybeRef::NotRef(Object::Name(name)) if INTENTS.contains(&&name[..]))
            {
                continue;
            }
            self.value(written.insert(pdf_writer::Name(key)), &value, 1, out);
        }
        if let Some((found, names)) = &resources {
            let obj = written.insert(pdf_writer::Name(b"Resources"));
            self.write_resources(obj, found, names, &More::new(), out);
        }
        if is_repacked {
            written.filter(pdf_writer::Filter::FlateDecode);
        } else if is_decrypted {
            // The first of them is how it was encrypted.
            for key in ["Filter", "DecodeParms"] {
                let rest: Vec<_> =
                    dict.get::<Array<'p>>(key).map(|all| all.raw_iter().skip(1).collect()).unwrap_or_default();
                if !rest.is_empty() {
                    let mut array = written.insert(pdf_writer::Name(key.as_bytes())).array();
                    for part in rest {
                        self.value(array.push(), &part, 1, out);
                    }
                }
            }
        } else if !dict.contains_key("DecodeParms")
            && let Some(parameters) = dict.get_raw::<Object<'p>>("DP")
        {
            self.value(written.insert(pdf_writer::Name(b"DecodeParms")), &parameters, 1, out);
        }
    }
}

fn is_name(object: &Object<'_>, wanted: &[u8]) -> bool {
    matches!(object, Object::Name(name) if &name[..] == wanted)
}

fn number(obj: Obj<'_>, number: &Number) {
    let value = number.as_f64();
    if value.fract() == 0.0 && value.abs() <= f64::from(i32::MAX) {
        obj.primitive(value as i32);
    } else if value.is_finite() {
        obj.primitive(value as f32);
    } else {
        obj.primitive(0);
    }
}
