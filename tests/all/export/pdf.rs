//! Searchable PDFs, read back by other readers than what wrote them.

use super::export;
use crate::util::{extract, files, fixtures_run, manifest, page_pdf, stream, write};
use hayro::hayro_interpret::font::{Glyph, GlyphRun};
use hayro::hayro_interpret::hayro_cmap::BfString;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, TransformExt as _, interpret_page,
};
use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as PdfString};
use hayro::kurbo::{BezPath, Point, Rect};
use paragraf::export::Run;
use paragraf::export::words::placed;
use paragraf::page::{BBox, OcrPage, TextSource};
use predicates::prelude::*;
use predicates::str::contains;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// A word and where it is, as shares of the page's width and height.
type Word = (String, Rect);

/// What a page shows of text.
#[derive(Default)]
struct Text {
    words: Vec<Word>,
    n_visible: usize,
    word: Option<Word>,
}

impl Text {
    fn of(page: &hayro::hayro_syntax::page::Page<'_>) -> Text {
        let (width, height) = page.render_dimensions();
        let (width, height) = (f64::from(width), f64::from(height));
        let cache = InterpreterCache::new();
        let bounds = Rect::new(0.0, 0.0, width, height);
        let transform = page.initial_transform(true).to_kurbo();
        let mut context = Context::new(transform, bounds, &cache, page.xref(), InterpreterSettings::default());
        let mut text = Text::default();
        interpret_page(page, &mut context, &mut text);
        text.end();
        for (_, at) in &mut text.words {
            *at = Rect::new(at.x0 / width, at.y0 / height, at.x1 / width, at.y1 / height);
        }
        text
    }

    fn end(&mut self) {
        self.words.extend(self.word.take());
    }
}

impl<'a> Device<'a> for Text {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        for glyph in run.glyphs() {
            let transform = props.transform * glyph.transform();
            let Glyph::Outline(outline) = &**glyph else { continue };
            self.n_visible += usize::from(!matches!(mode, DrawMode::Invisible));
            let advance = f64::from(outline.advance_width().unwrap());
            let corners = [(0.0, -100.0), (advance, -100.0), (0.0, 600.0), (advance, 600.0)];
            let corners = corners.map(|(x, y)| transform * Point::new(x, y));
            let letter = corners.iter().fold(Rect::from_points(corners[0], corners[0]), |all, at| all.union_pt(*at));
            match glyph.as_unicode() {
                Some(BfString::Char(' ')) => self.end(),
                Some(BfString::Char(c)) => match &mut self.word {
                    Some((word, at)) if at.inflate(0.2, 0.2).overlaps(letter) => {
                        word.push(c);
                        *at = at.union(letter);
                    }
                    _ => {
                        self.end();
                        self.word = Some((c.to_string(), letter));
                    }
                },
                other => panic!("a letter without text: {other:?}"),
            }
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// A box of the upright page on the page as it is shown, in shares of its size, wider by some pixels at 300 dpi.
fn shown(ocr: &OcrPage, bbox: BBox, pixels: f64) -> Rect {
    let pixels = pixels * f64::from(ocr.dpi) / 300.0;
    let (width, height) = (f64::from(ocr.width), f64::from(ocr.height));
    let [x0, y0, x1, y1] = [bbox.x0, bbox.y0, bbox.x1, bbox.y1].map(f64::from);
    let (x0, y0, x1, y1) = (x0 - pixels, y0 - pixels, x1 + pixels, y1 + pixels);
    let upright = Rect::new(x0 / width, y0 / height, x1 / width, y1 / height);
    match ocr.rotation {
        90 => Rect::new(1.0 - upright.y1, upright.x0, 1.0 - upright.y0, upright.x1),
        180 => Rect::new(1.0 - upright.x1, 1.0 - upright.y1, 1.0 - upright.x0, 1.0 - upright.y0),
        270 => Rect::new(upright.y0, 1.0 - upright.x1, upright.y1, 1.0 - upright.x0),
        _ => upright,
    }
}

fn holds(outer: Rect, inner: Rect) -> bool {
    outer.x0 <= inner.x0 && outer.y0 <= inner.y0 && outer.x1 >= inner.x1 && outer.y1 >= inner.y1
}

/// How many words a run's documents have on scanned pages, and how many of them `words_of` finds within their boxes.
fn found(run: &Run, exported: &Path, words_of: &dyn Fn(&Path, u32) -> Vec<Word>) -> (usize, usize) {
    let (mut n_words, mut n_found) = (0, 0);
    for line in run.lines().map(|line| line.unwrap()) {
        let entry = run.entry(&line).unwrap();
        let ocrs = entry.pages().unwrap();
        let path = exported.join("pdf").join(&line.input);
        for page in entry.documents.iter().flat_map(|document| &document.pages) {
            let ocr = ocrs.iter().find(|ocr| ocr.number == page.number && ocr.source == TextSource::Ocr);
            let Some(ocr) = ocr.filter(|_| path.is_file()) else { continue };
            let there = words_of(&path, page.number);
            for word in placed(ocr, page).unwrap().lines.iter().flat_map(|line| &line.words) {
                let bbox = shown(ocr, word.bbox, 8.0);
                n_words += 1;
                n_found += usize::from(there.iter().any(|(text, at)| *text == word.text && holds(bbox, *at)));
            }
        }
    }
    (n_words, n_found)
}

/// What `pdftotext -bbox` finds on a page; none where it is not there.
fn words_by_poppler(path: &Path, page: u32) -> Option<Vec<Word>> {
    let number = page.to_string();
    let output = Command::new("pdftotext").args(["-bbox", "-f", &number, "-l", &number]).arg(path).arg("-").output();
    let text = String::from_utf8(output.ok()?.stdout).unwrap();
    let of_page = regex::Regex::new(r#"<page width="([\d.]+)" height="([\d.]+)">"#).unwrap();
    let of_word =
        regex::Regex::new(r#"<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<"#);
    let size = of_page.captures(&text).unwrap();
    let number = |text: &str| text.parse::<f64>().unwrap();
    let (width, height) = (number(&size[1]), number(&size[2]));
    let word = |found: regex::Captures<'_>| {
        let text = found[5].replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        let [x0, y0, x1, y1] = [1, 2, 3, 4].map(|at| number(&found[at]));
        (text, Rect::new(x0 / width, y0 / height, x1 / width, y1 / height))
    };
    Some(of_word.unwrap().captures_iter(&text).map(word).collect())
}

/// The images of a PDF, as they are packed.
fn images(pdf: &Pdf) -> BTreeSet<Vec<u8>> {
    let is_image =
        |stream: &Stream<'_>| stream.dict().get::<Name<'_>>("Subtype").is_some_and(|kind| &kind[..] == b"Image");
    let streams = pdf.objects().into_iter().filter_map(Object::into_stream).filter(is_image);
    streams.map(|stream| stream.raw_data().into_owned()).collect()
}

fn root(pdf: &Pdf) -> Dict<'_> {
    pdf.xref().get::<Dict<'_>>(pdf.xref().root_id()).unwrap()
}

fn opened(path: &Path) -> Pdf {
    Pdf::new(std::fs::read(path).unwrap()).unwrap()
}

/// The titles of the bookmarks of one level, each with the titles below it.
fn bookmarks(above: &Dict<'_>) -> Vec<(String, Vec<String>)> {
    let title = |item: &Dict<'_>| {
        let bytes = item.get::<PdfString<'_>>("Title").unwrap();
        match bytes.as_bytes().strip_prefix(b"\xFE\xFF") {
            Some(wide) => {
                let units = wide.chunks(2).map(|unit| u16::from_be_bytes([unit[0], unit[1]])).collect::<Vec<_>>();
                String::from_utf16(&units).unwrap()
            }
            None => String::from_utf8(bytes.as_bytes().to_vec()).unwrap(),
        }
    };
    let mut found = Vec::new();
    let mut next = above.get::<Dict<'_>>("First");
    while let Some(item) = next {
        let dest = item.get::<Array<'_>>("Dest").unwrap();
        assert!(dest.raw_iter().next().unwrap().as_obj_ref().is_some());
        found.push((title(&item), bookmarks(&item).into_iter().map(|(title, _)| title).collect()));
        next = item.get::<Dict<'_>>("Next");
    }
    found
}

#[test]
fn scans_are_kept_as_they_are_and_their_words_are_found_where_they_are_printed() {
    let (dir, folder) = fixtures_run(&[]);
    export(&folder, &["--to", "pdf"])
        .code(0)
        .stderr(contains("pdf: 10 documents").and(contains("folkhalsorad.txt: a text file has no pages to show")));
    let out = dir.path().join("out-export");
    let run = Run::open(&folder, false, None).unwrap();
    for line in run.lines().map(|line| line.unwrap()).filter(|line| line.input.ends_with(".pdf")) {
        let (old, new) =
            (std::fs::read(&line.path).unwrap(), std::fs::read(out.join("pdf").join(&line.input)).unwrap());
        let (original, copy) = (Pdf::new(old.clone()).unwrap(), Pdf::new(new.clone()).unwrap());
        assert!(images(&original) == images(&copy), "{}", line.input);
        let n_pages = original.pages().len();
        assert_eq!(copy.pages().len(), n_pages);
        for (one, other) in original.pages().iter().zip(copy.pages().iter()) {
            assert_eq!(one.render_dimensions(), other.render_dimensions());
            assert_eq!(Text::of(one).n_visible, Text::of(other).n_visible);
        }
        assert!(new.len() < old.len() + 25_000 * n_pages, "{}: {} bytes more", line.input, new.len() - old.len());
    }
    let (n_words, n_found) = found(&run, &out, &|path, page| Text::of(&opened(path).pages()[page as usize - 1]).words);
    assert!(n_words > 3000 && n_found * 1000 >= n_words * 995, "{n_found} of {n_words} words within their boxes");
    if words_by_poppler(Path::new("fixtures/scans/skrivelse.pdf"), 1).is_none() {
        eprintln!("skipped: pdftotext is not installed");
        return;
    }
    let (n_words, n_found) = found(&run, &out, &|path, page| words_by_poppler(path, page).unwrap());
    eprintln!("pdftotext: {n_found} of {n_words} words");
    assert!(n_found * 100 >= n_words * 99, "{n_found} of {n_words} words within their boxes");
}

#[test]
fn matters_are_bookmarks_and_the_file_says_what_it_is() {
    let (dir, folder) = fixtures_run(&[]);
    export(&folder, &["--to", "pdf"]).code(0);
    let out = dir.path().join("out-export");
    let run = Run::open(&folder, false, None).unwrap();
    for line in run.lines().map(|line| line.unwrap()).filter(|line| line.input.ends_with(".pdf")) {
        let entry = run.entry(&line).unwrap();
        let path = out.join("pdf").join(&line.input);
        let (bytes, pdf) = (std::fs::read(&path).unwrap(), opened(&path));
        let root = root(&pdf);
        assert_eq!(root.get::<PdfString<'_>>("Lang").unwrap().as_bytes(), b"sv-SE");
        let outline = root.get::<Dict<'_>>("Outlines").map(|outline| bookmarks(&outline)).unwrap_or_default();
        let n_items: usize = entry.documents.iter().map(|document| document.items.len()).sum();
        let titles: Vec<String> = match &entry.documents[..] {
            [_] => outline.iter().map(|(title, _)| title.clone()).collect(),
            _ => outline.iter().flat_map(|(_, below)| below.clone()).collect(),
        };
        assert_eq!(titles.len(), n_items, "{}", line.input);
        for (item, title) in entry.documents.iter().flat_map(|document| &document.items).zip(&titles) {
            assert!(item.title.as_deref().is_none_or(|wanted| title.ends_with(wanted)), "{title}");
        }
        let xmp = root.get::<Stream<'_>>("Metadata").unwrap().raw_data().into_owned();
        let xmp = String::from_utf8(xmp).unwrap();
        // One of them is born digital, and its font is not in it.
        let is_archival = line.input != "arbetsutskott.pdf";
        assert_eq!(xmp.contains("<pdfaid:part>2</pdfaid:part>"), is_archival);
        if !is_archival {
            continue;
        }
        assert!(xmp.contains(line.sha256.as_deref().unwrap()));
        let profile = root.get::<Array<'_>>("OutputIntents").unwrap().iter::<Dict<'_>>().next().unwrap();
        let profile = profile.get::<Stream<'_>>("DestOutputProfile").unwrap().decoded().unwrap().into_owned();
        assert_eq!(&profile[36..40], b"acsp");
        assert_eq!(faults(&pdf), BTreeSet::new(), "{}", line.input);
        assert!(bytes.windows(3).any(|window| window == b"/ID"));
        assert!(bytes.starts_with(b"%PDF-1.7\n%") && bytes[10..14].iter().all(|byte| *byte > 127));
    }
    // The same again gives the same bytes.
    let before = files(&out);
    export(&folder, &["--to", "pdf"]).code(0);
    assert!(files(&out) == before && before.len() == 9);
}

/// Keeps pages of one word for every page of an image file or PDF, as if they had been read.
fn keep_one_word(run: &Path, name: &str, bytes: &[u8]) {
    use paragraf::batch::kept::{self, KeptFile, KeptPage};
    use paragraf::input::{Input, LayerPolicy, PageContent};
    let (media_type, input) = Input::open(bytes.to_vec()).unwrap();
    let page = |number| {
        let PageContent::Image(image) = input.page(number, LayerPolicy::Never).unwrap().content else {
            panic!("{name}")
        };
        let (width, height) = image.pixels.dimensions();
        let dpi = if image.dpi == 0 { 300 } else { image.dpi };
        let bbox = json!({"x0": width / 4, "y0": height / 4, "x1": width / 2, "y1": height / 4 + height / 12});
        let read = json!({"engine": null, "rejected_layer": null, "page": {
            "number": number, "status": "read", "source": "ocr", "width": width, "height": height, "dpi": dpi,
            "rotation": 0, "skew_degrees": 0.0, "confidence": 0.9, "text": "Protokoll", "rulings": [], "ink": [],
            "words": [{"span": {"start": 0, "end": 9}, "bbox": bbox, "confidence": 0.9}],
            "lines": [{"span": {"start": 0, "end": 9}, "words": [0, 1], "bbox": bbox, "row": 0}],
        }});
        let read = serde_json::from_value(read).unwrap();
        KeptPage { reading_sha256: String::new(), first_failure: None, read }
    };
    let info = json!({
        "path": "", "media_type": media_type, "bytes": bytes.len(), "n_pages": input.n_pages(),
        "sha256": paragraf::hash::hex(&Sha256::digest(bytes)),
    });
    let info = serde_json::from_value(info).unwrap();
    let kept = KeptFile { info, pages: (1..=input.n_pages()).map(page).collect() };
    write(run, &kept::path_of(name), kept::to_bytes(&kept.info, kept.pages.iter()).unwrap());
}

#[test]
fn every_form_of_image_becomes_a_page_and_is_sound() {
    let dir = tempfile::tempdir().unwrap();
    let (input, run) = (dir.path().join("in"), dir.path().join("out"));
    for entry in std::fs::read_dir("tests/inputs").unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        let is_readable = cfg!(feature = "zstd") || !name.contains("zstd");
        if !name.starts_with("expected") && !name.ends_with(".tsv") && is_readable {
            let bytes = std::fs::read(entry.path()).unwrap();
            keep_one_word(&run, &name, &bytes);
            write(&input, &name, bytes);
        }
    }
    let mut read = extract(&input, &run);
    read.args(["--recognise", "missing", "--test-engine", "refusing:", "--quiet"]).assert().code(0);
    export(&run, &["--to", "pdf", "--quiet"]).code(0);
    let out = dir.path().join("out-export/pdf");
    let has_qpdf = Command::new("qpdf").arg("--version").output().is_ok();
    for line in manifest(&run).lines {
        let name = if line.input.ends_with(".pdf") { line.input.clone() } else { format!("{}.pdf", line.input) };
        let path = out.join(&name);
        let pdf = opened(&path);
        for page in pdf.pages().iter() {
            let words = Text::of(page).words;
            let word =
                words.iter().find(|(word, _)| word == "Protokoll").unwrap_or_else(|| panic!("{name}: {words:?}"));
            // Where it was said to be, on the page as it is shown.
            let near = |one: f64, other: f64| (one - other).abs() < 0.1;
            assert!(near(word.1.x0, 0.25) && near(word.1.x1, 0.5) && near(word.1.y0, 0.25), "{name}: {word:?}");
        }
        let original = std::fs::read(input.join(&line.input)).unwrap();
        if name == line.input && !["lzw.pdf", "inline.pdf"].contains(&&*name) {
            assert!(images(&Pdf::new(original.clone()).unwrap()) == images(&pdf), "{name}");
        }
        if line.input.ends_with(".jpg") || line.input.ends_with(".jp2") {
            assert!(images(&pdf).contains(&original), "{name}");
        }
        if has_qpdf {
            let checked = Command::new("qpdf").arg("--check").arg(&path).output().unwrap();
            assert!(checked.status.success(), "{name}: {}", String::from_utf8_lossy(&checked.stdout));
        }
    }
    if !has_qpdf {
        eprintln!("skipped: qpdf is not installed");
    }
}

#[test]
fn a_page_with_text_of_its_own_gets_what_was_read_from_its_picture_and_no_more() {
    use paragraf::batch::kept::{self, KeptFile};
    let dir = tempfile::tempdir().unwrap();
    let (input, run) = (dir.path().join("in"), dir.path().join("out"));
    let bytes = std::fs::read("tests/inputs/flate-grey.pdf").unwrap();
    for (name, has_picture) in [("with.pdf", true), ("without.pdf", false)] {
        keep_one_word(&run, name, &bytes);
        write(&input, name, &bytes);
        let path = run.join(kept::path_of(name));
        let mut file = KeptFile::from_bytes(&std::fs::read(&path).unwrap()).unwrap();
        for page in &mut file.pages {
            page.read.page.source = paragraf::page::TextSource::TextLayer;
            page.read.from_picture.extend(page.read.page.words.iter().map(|word| word.bbox).filter(|_| has_picture));
        }
        std::fs::write(&path, kept::to_bytes(&file.info, file.pages.iter()).unwrap()).unwrap();
    }
    let mut read = extract(&input, &run);
    read.args(["--recognise", "missing", "--test-engine", "refusing:", "--quiet"]).assert().code(0);
    export(&run, &["--to", "pdf", "--quiet"]).code(0);
    let words = |name: &str| -> Vec<String> {
        let pdf = opened(&dir.path().join("out-export/pdf").join(name));
        let words = Text::of(&pdf.pages()[0]).words;
        words.into_iter().map(|(word, _)| word).collect()
    };
    assert_eq!(words("with.pdf"), ["Protokoll"]);
    assert!(words("without.pdf").is_empty());
}

#[test]
fn what_a_scanner_wrote_behind_its_picture_gives_way_to_what_was_read() {
    let dir = tempfile::tempdir().unwrap();
    let (input, run) = (dir.path().join("in"), dir.path().join("out"));
    let content = b"q 612 0 0 792 0 0 cm /Im1 Do Q BT 3 Tr /F1 9 Tf 1 0 0 1 72 700 Tm (Gammalt lager) Tj ET";
    let kind = "/Type /XObject /Subtype /Image /Width 612 /Height 792 /ColorSpace /DeviceGray /BitsPerComponent 8";
    let pixels: Vec<u8> = (0..612 * 792u32).map(|at| (at % 251) as u8).collect();
    let font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_vec();
    let resources = "/XObject << /Im1 5 0 R >> /Font << /F1 6 0 R >>";
    let bytes = page_pdf("[0 0 612 792]", resources, content, &[stream(kind, &pixels), font]);
    keep_one_word(&run, "lager.pdf", &bytes);
    write(&input, "lager.pdf", bytes);
    let mut read = extract(&input, &run);
    read.args(["--recognise", "missing", "--test-engine", "refusing:", "--quiet"]).assert().code(0);
    export(&run, &["--to", "pdf"]).code(0).stderr(contains("not PDF/A").not());
    let pdf = opened(&dir.path().join("out-export/pdf/lager.pdf"));
    let words: Vec<String> = Text::of(&pdf.pages()[0]).words.into_iter().map(|(word, _)| word).collect();
    assert_eq!(words, ["Protokoll"]);
    assert!(faults(&pdf).is_empty());
}

/// What PDF/A-2b forbids and is there all the same, as far as it can be told from the objects.
fn faults(pdf: &Pdf) -> BTreeSet<String> {
    let mut faults = BTreeSet::new();
    let root = root(pdf);
    for key in ["Names", "OpenAction", "AA", "AcroForm"] {
        if root.contains_key(key) {
            faults.insert(key.to_owned());
        }
    }
    for object in pdf.objects() {
        let (dict, stream) = match object {
            Object::Dict(dict) => (dict, None),
            Object::Stream(stream) => (stream.dict().clone(), Some(stream)),
            _ => continue,
        };
        for key in ["Alternates", "OPI", "Interpolate", "TR", "HTP", "AA", "JS", "F", "PieceInfo", "Encrypt"] {
            let is_flag = key == "F" && dict.get::<i32>("F") == Some(4);
            if dict.contains_key(key) && !is_flag {
                faults.insert(key.to_owned());
            }
        }
        if let Some(stream) = stream {
            let length = dict.get::<u32>("Length").map(|length| length as usize);
            if length != Some(stream.raw_data().len()) {
                faults.insert("Length".to_owned());
            }
            if stream.filters().contains(&hayro::hayro_syntax::Filter::LzwDecode) {
                faults.insert("LZW".to_owned());
            }
        }
        let name = |key: &str| dict.get::<Name<'_>>(key).map(|name| String::from_utf8_lossy(&name).into_owned());
        let descriptor = dict.get::<Dict<'_>>("FontDescriptor");
        let is_embedded = descriptor
            .is_some_and(|facts| ["FontFile", "FontFile2", "FontFile3"].iter().any(|key| facts.contains_key(key)));
        let is_composite = matches!(name("Subtype").as_deref(), Some("Type0" | "Type3"));
        if name("Type").as_deref() == Some("Font") && !is_composite && !is_embedded {
            faults.insert("a font is not embedded".to_owned());
        }
    }
    faults
}

/// Lets a word that was read be a personal number.
fn put_number(run: &Path, name: &str) {
    use paragraf::batch::kept::{self, KeptFile};
    let path = run.join(kept::path_of(name));
    let mut kept = KeptFile::from_bytes(&std::fs::read(&path).unwrap()).unwrap();
    const NUMBER: &str = "640823-3234";
    let page = kept.pages.iter_mut().map(|kept| &mut kept.read.page).find_map(|page| {
        let is_fit = |word: &&paragraf::page::Word| {
            let text = &page.text[word.span.start..word.span.end];
            text.len() == NUMBER.len() && text.is_ascii()
        };
        let span = page.words.iter().find(is_fit)?.span;
        Some((span, page))
    });
    let (span, page) = page.unwrap();
    page.text.replace_range(span.start..span.end, NUMBER);
    std::fs::write(&path, kept::to_bytes(&kept.info, kept.pages.iter()).unwrap()).unwrap();
}

#[test]
fn nothing_of_what_is_masked_is_left() {
    let (dir, folder) = fixtures_run(&["--mask", "personnummer"]);
    for name in ["kyrkorad.pdf", "kommunstyrelse.pdf", "byggnadsnamnd.pdf"] {
        put_number(&folder, name);
    }
    let mut again = extract(&dir.path().join("in"), &folder);
    again.args(["--recognise", "missing", "--test-engine", "refusing:", "--redo", "all", "--mask", "personnummer"]);
    again.arg("--quiet").assert().code(0);
    export(&folder, &["--to", "pdf", "--masked"]).code(0);
    let run = Run::open(&folder, true, None).unwrap();
    let mut n_masked = 0;
    for line in run.lines().map(|line| line.unwrap()) {
        let entry = run.entry(&line).unwrap();
        let ocrs = entry.pages().unwrap();
        let masked = entry.documents.iter().flat_map(|document| &document.sensitive).filter(|place| place.masked);
        let pages: BTreeSet<u32> = masked.clone().map(|place| place.page).collect();
        if pages.is_empty() {
            continue;
        }
        n_masked += pages.len();
        let (original, bytes) =
            (opened(&line.path), std::fs::read(dir.path().join("out-export/pdf").join(&line.input)).unwrap());
        let pdf = Pdf::new(bytes.clone()).unwrap();
        let (of_original, of_copy) = (images(&original), images(&pdf));
        for number in &pages {
            let objects = original.pages()[*number as usize - 1].resources().x_objects.clone();
            let own = objects.entries().filter_map(|(name, _)| objects.get::<Stream<'_>>(&name[..]));
            for stream in own.map(|stream| stream.raw_data().into_owned()) {
                assert!(of_original.contains(&stream) && !of_copy.contains(&stream));
                assert!(!bytes.windows(stream.len()).any(|window| window == stream));
            }
            // Every word of the place is black in the picture that is there now.
            let page = &pdf.pages()[*number as usize - 1];
            let ocr = ocrs.iter().find(|ocr| ocr.number == *number).unwrap();
            let picture = rendered(page);
            for place in masked.clone().filter(|place| place.page == *number) {
                let [x0, y0, x1, y1] = place.bbox.unwrap();
                let bbox = shown(ocr, BBox::new(x0, y0, x1, y1), 0.0);
                let (width, height) = (f64::from(picture.0), f64::from(picture.1));
                for y in (bbox.y0 * height) as u32 + 1..(bbox.y1 * height) as u32 {
                    for x in (bbox.x0 * width) as u32 + 1..(bbox.x1 * width) as u32 {
                        assert!(picture.2[(y * picture.0 + x) as usize] < 32, "{}: {x} {y}", line.input);
                    }
                }
            }
        }
        // The numbers as they were read are in no text.
        let full = Run::open(&folder, false, None).unwrap();
        let same = full.lines().map(|full| full.unwrap()).find(|full| full.input == line.input).unwrap();
        let full = full.entry(&same).unwrap();
        for (document, covered) in full.documents.iter().zip(&entry.documents) {
            for place in covered.sensitive.iter().filter(|place| place.masked) {
                let page = document.pages.iter().find(|page| page.number == place.page).unwrap();
                let number: String = page
                    .text
                    .chars()
                    .skip(place.span[0] as usize)
                    .take((place.span[1] - place.span[0]) as usize)
                    .collect();
                let digits = number.split_whitespace().next().unwrap().to_owned();
                let words = Text::of(&pdf.pages()[place.page as usize - 1]).words;
                assert!(!words.is_empty() && !words.iter().any(|(word, _)| word.contains(&digits)), "{}", line.input);
            }
        }
    }
    assert!(n_masked >= 3, "{n_masked}");
}

#[test]
fn words_that_another_program_recognised_lie_on_the_picture_beside_them() {
    use crate::recognised::{FIRST, SECOND, alto};
    let dir = tempfile::tempdir().unwrap();
    let (input, run) = (dir.path().join("in"), dir.path().join("out"));
    let lines = [&FIRST[..], &["Ärendet rör Bo Ek, 19121212-1212, som fyller år."]].concat();
    write(&input, "mars/1.xml", alto(&lines, "1.jpg"));
    write(&input, "mars/2.xml", alto(&SECOND, "2.jpg"));
    let path = input.join("mars/1.jpg");
    image::GrayImage::from_fn(2480, 3508, |x, y| image::Luma([180 + ((x / 40 + y / 40) % 60) as u8]))
        .save(&path)
        .unwrap();
    let mut read = extract(&input, &run);
    read.args(["--join", "folder", "--mask", "personnummer", "--test-engine", "refusing:", "--quiet"]).assert().code(0);
    export(&run, &["--to", "pdf"]).code(0).stderr(contains("page 2 is blank: no picture of it lies beside the file"));
    let masked = dir.path().join("masked");
    export(&run, &["--to", "pdf", "--masked", "--output", masked.to_str().unwrap()]).code(0);
    let only = |out: &Path| {
        let files = files(&out.join("pdf"));
        assert_eq!(files.len(), 1);
        Pdf::new(files.into_values().next().unwrap()).unwrap()
    };
    let (full, masked) = (only(&dir.path().join("out-export")), only(&masked));
    let words = |pdf: &Pdf, page: usize| Text::of(&pdf.pages()[page]).words;
    let (title, place) = words(&full, 0).into_iter().next().unwrap();
    assert_eq!(title, FIRST[0]);
    let near = |one: f64, other: f64| (one - other).abs() < 0.003;
    assert!(near(place.x0, 200.0 / 2480.0) && near(place.y1, 230.0 / 3508.0), "{place:?}");
    assert!(words(&full, 1).iter().any(|(word, _)| word == "Delegationsbeslut"));
    let picture = std::fs::read(&path).unwrap();
    assert!(images(&full).contains(&picture) && !images(&masked).contains(&picture));
    // What is masked in the words is black in the picture.
    let has_number = |pdf: &Pdf| words(pdf, 0).iter().any(|(word, _)| word.contains("1212"));
    assert!(has_number(&full) && !has_number(&masked));
    let shade = |pdf: &Pdf, x: u32, y: u32| {
        let (width, _, shades) = rendered(&pdf.pages()[0]);
        shades[(y * width + x) as usize]
    };
    for x in [590, 700, 820] {
        assert!(shade(&full, x / 2, 755 / 2) > 150 && shade(&masked, x / 2, 755 / 2) < 32, "{x}");
    }
}

/// A page at 150 dpi: width, height, shades.
fn rendered(page: &hayro::hayro_syntax::page::Page<'_>) -> (u32, u32, Vec<u8>) {
    let scale = 150.0 / 72.0;
    let pixmap = hayro::render(
        page,
        &hayro::RenderCache::new(),
        &InterpreterSettings::default(),
        &hayro::RenderSettings::default(),
        &hayro::PixmapSettings {
            x_scale: scale,
            y_scale: scale,
            bg_color: hayro::vello_cpu::color::palette::css::WHITE,
        },
    );
    (u32::from(pixmap.width()), u32::from(pixmap.height()), pixmap.data().iter().map(|pixel| pixel.g).collect())
}
