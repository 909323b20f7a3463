//! A PDF that is being written: its pages, and around them what an archive's file has to have.

use super::profile;
use flate2::{Compression, write::ZlibEncoder};
use pdf_writer::types::{OutputIntentSubtype, PageMode};
use pdf_writer::{Chunk, Date, Filter, Finish, Name, Ref, Stream, TextStr};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::io::Write;

/// A PDF that is being written.
pub struct File {
    pub pdf: pdf_writer::Pdf,
    next: Ref,
    catalog: Ref,
    /// The node above all pages.
    pub tree: Ref,
    /// In their order.
    pub pages: Vec<Ref>,
    /// Why it cannot be PDF/A.
    pub faults: BTreeSet<String>,
    packed: Vec<Vec<u8>>,
}

/// What the file says of itself.
pub struct Facts {
    pub title: String,
    pub author: Option<String>,
    /// What it was made of.
    pub source: String,
    /// `YYYY-MM-DDTHH:MM:SSZ`
    pub made: String,
}

/// A bookmark.
#[derive(Clone, PartialEq, Debug)]
pub struct Bookmark {
    pub title: String,
    /// The page, from 0, and the place on it in its own units.
    pub page: usize,
    pub at: (f32, f32),
    pub below: Vec<Bookmark>,
}

pub fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::new(6));
    // Writing to memory cannot fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

impl File {
    pub fn new() -> File {
        let mut pdf = pdf_writer::Pdf::with_settings(pdf_writer::Settings { pretty: false });
        pdf.set_version(1, 7);
        let mut next = Ref::new(1);
        let (catalog, tree) = (next.bump(), next.bump());
        File { pdf, next, catalog, tree, pages: Vec::new(), faults: BTreeSet::new(), packed: Vec::new() }
    }

    pub fn next_ref(&mut self) -> Ref {
        self.next.bump()
    }

    /// The file and the next number, for whoever writes objects while it numbers others.
    pub fn parts(&mut self) -> (&mut Chunk, &mut Ref, &mut BTreeSet<String>) {
        (&mut self.pdf, &mut self.next, &mut self.faults)
    }

    /// A stream, packed.
    pub fn flate<'f>(&'f mut self, id: Ref, bytes: &[u8]) -> Stream<'f> {
        self.packed.clear();
        self.packed.push(deflated(bytes));
        let mut stream = self.pdf.stream(id, &self.packed[0]);
        stream.filter(Filter::FlateDecode);
        stream
    }

    /// Writes what stands around the pages and gives the file's bytes.
    pub fn finish(mut self, facts: &Facts, bookmarks: &[Bookmark], layers: Option<Ref>) -> Vec<u8> {
        let is_archival = self.faults.is_empty();
        let [info, metadata, colours, outlines] = [(); 4].map(|()| self.next_ref());
        let (pages, tree) = (self.pages.clone(), self.tree);
        self.pdf.pages(tree).count(pages.len() as i32).kids(pages.iter().copied());
        let producer = concat!("paragraf ", env!("CARGO_PKG_VERSION"));
        let mut about = self.pdf.document_info(info);
        about.title(TextStr(&facts.title)).producer(TextStr(producer)).creator(TextStr(producer));
        if let Some(author) = &facts.author {
            about.author(TextStr(author));
        }
        if let Some(date) = date(&facts.made) {
            about.creation_date(date);
            about.modified_date(date);
        }
        about.finish();
        let xmp = xmp(facts, producer, is_archival);
        self.pdf.metadata(metadata, xmp.as_bytes()).finish();
        if is_archival {
            let profile = profile::srgb();
            self.flate(colours, &profile).pair(Name(b"N"), 3);
        }
        if !bookmarks.is_empty() {
            let (first, last, count) = self.bookmarks(outlines, bookmarks);
            self.pdf.outline(outlines).first(first).last(last).count(count);
        }
        let mut catalog = self.pdf.catalog(self.catalog);
        catalog.pages(tree).lang(TextStr("sv-SE")).metadata(metadata);
        if is_archival {
            let mut intents = catalog.output_intents();
            let mut intent = intents.push();
            intent.subtype(OutputIntentSubtype::PDFA).dest_output_profile(colours);
            intent.output_condition_identifier(TextStr("sRGB IEC61966-2.1")).info(TextStr("sRGB IEC61966-2.1"));
        }
        if !bookmarks.is_empty() {
            catalog.outlines(outlines).page_mode(PageMode::UseOutlines);
        }
        if let Some(layers) = layers {
            catalog.pair(Name(b"OCProperties"), layers);
        }
        catalog.viewer_preferences().display_doc_title(true);
        catalog.finish();
        let id = Sha256::digest(self.pdf.as_bytes())[..16].to_vec();
        self.pdf.set_file_id((id.clone(), id));
        self.pdf.finish()
    }

    fn bookmarks(&mut self, parent: Ref, bookmarks: &[Bookmark]) -> (Ref, Ref, i32) {
        let ids: Vec<Ref> = bookmarks.iter().map(|_| self.next_ref()).collect();
        let mut count = bookmarks.len() as i32;
        for (at, bookmark) in bookmarks.iter().enumerate() {
            let below = (!bookmark.below.is_empty()).then(|| self.bookmarks(ids[at], &bookmark.below));
            let page = self.pages.get(bookmark.page).copied();
            let mut item = self.pdf.outline_item(ids[at]);
            item.title(TextStr(&bookmark.title)).parent(parent);
            if let Some(before) = at.checked_sub(1) {
                item.prev(ids[before]);
            }
            if let Some(next) = ids.get(at + 1) {
                item.next(*next);
            }
            if let Some((first, last, n_below)) = below {
                item.first(first).last(last).count(n_below);
                count += n_below;
            }
            if let Some(page) = page {
                item.dest().page(page).xyz(bookmark.at.0, bookmark.at.1, None);
            }
        }
        (ids[0], ids[ids.len() - 1], count)
    }
}

/// `YYYY-MM-DDTHH:MM:SSZ`, as a PDF has it.
fn date(told: &str) -> Option<Date> {
    let part = |from: usize, to: usize| told.get(from..to)?.parse::<u16>().ok();
    let small = |from, to| part(from, to).map(|part| part as u8);
    let date = Date::new(part(0, 4)?).month(small(5, 7)?).day(small(8, 10)?);
    let date = date.hour(small(11, 13)?).minute(small(14, 16)?).second(small(17, 19)?);
    told.ends_with('Z').then(|| date.utc_offset_hour(0).utc_offset_minute(0))
}

/// What the file says of itself, once more, as archives read it.
fn xmp(facts: &Facts, producer: &str, is_archival: bool) -> String {
    let escaped = |text: &str| {
        let allowed = |c: &char| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}');
        let text: String = text.chars().filter(allowed).collect();
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
    };
    let mut out = String::from(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
         xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n",
    );
    if is_archival {
        out += "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n";
    }
    out += "<dc:format>application/pdf</dc:format>\n";
    out += "<dc:language><rdf:Bag><rdf:li>sv-SE</rdf:li></rdf:Bag></dc:language>\n";
    out += &format!(
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{}</rdf:li></rdf:Alt></dc:title>\n",
        escaped(&facts.title)
    );
    if let Some(author) = &facts.author {
        out += &format!("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>\n", escaped(author));
    }
    out += &format!("<dc:source>{}</dc:source>\n", escaped(&facts.source));
    out += &format!("<pdf:Producer>{producer}</pdf:Producer>\n<xmp:CreatorTool>{producer}</xmp:CreatorTool>\n");
    if date(&facts.made).is_some() {
        let made = format!("{}+00:00", &facts.made[..19]);
        out += &format!("<xmp:CreateDate>{made}</xmp:CreateDate>\n<xmp:ModifyDate>{made}</xmp:ModifyDate>\n");
    }
    out + "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>"
}
