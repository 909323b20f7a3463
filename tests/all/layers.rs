//! Text layers of born-digital pages that tell other letters than they show, or lack what is seen.

use crate::util::{page_pdf, stream};
use paragraf::input::{Input, LayerPolicy, PageContent, PlacedPage};

const SENTENCES: [&str; 4] = [
    "Nämnden beslutar att godkänna förslaget från 2019",
    "Ärendet överlämnas åter till styrelsen för beredning",
    "Ordföranden förklarar mötet avslutat klockan 20.45",
    "Protokollet justeras den 13 juni 2018 på kansliet",
];

/// A character map of a font in Windows' encoding, in which letters may become others.
fn to_unicode(map: impl Fn(char) -> char) -> Vec<u8> {
    let mut cmap = String::from("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n");
    cmap.push_str("1 begincodespacerange <00> <ff> endcodespacerange\n");
    for codes in (0x20u8..=0xff).collect::<Vec<_>>().chunks(100) {
        cmap.push_str(&format!("{} beginbfchar\n", codes.len()));
        for &code in codes {
            cmap.push_str(&format!("<{code:02x}> <{:04x}>\n", map(char::from(code)) as u32));
        }
        cmap.push_str("endbfchar\n");
    }
    cmap.push_str("endcmap end end\n");
    stream("", cmap.as_bytes())
}

fn text(font: &str, size: u32, y: u32, words: &str) -> String {
    let hex: String = words.chars().map(|c| format!("{:02x}", c as u32)).collect();
    format!("BT /{font} {size} Tf 60 {y} Td <{hex}> Tj ET\n")
}

/// A page with the sentences in one font and a heading in another, each with its map.
fn typed(body: (&str, impl Fn(char) -> char), heading: (&str, impl Fn(char) -> char), more: &str) -> Vec<u8> {
    let font = |name: &str, map: u32| {
        format!("/Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding /ToUnicode {map} 0 R")
    };
    let resources = format!("/Font << /B << {} >> /H << {} >> >>", font(body.0, 5), font(heading.0, 6));
    let mut content = text("H", 15, 760, "Kommunstyrelsens möte");
    for (at, sentence) in SENTENCES.iter().enumerate() {
        content += &text("B", 11, 720 - 20 * at as u32, sentence);
    }
    content += more;
    page_pdf("[0 0 595 842]", &resources, content.as_bytes(), &[to_unicode(body.1), to_unicode(heading.1)])
}

fn same(c: char) -> char {
    c
}

/// The alphabet's letters, each for the third after it.
fn shifted(c: char) -> char {
    match c {
        'a'..='z' => char::from((c as u8 - b'a' + 3) % 26 + b'a'),
        c => c,
    }
}

fn next_figure(c: char) -> char {
    c.to_digit(10).and_then(|figure| char::from_digit((figure + 1) % 10, 10)).unwrap_or(c)
}

fn without_accents(c: char) -> char {
    match c {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        c => c,
    }
}

fn placed(pdf: Vec<u8>) -> PlacedPage {
    let page = Input::open(pdf).unwrap().1.page(1, LayerPolicy::Auto).unwrap();
    match page.content {
        PageContent::Placed(page) => page,
        _ => panic!("{:?}", page.rejected_layer),
    }
}

/// The words of each doubtful font that show it.
fn doubts(pdf: Vec<u8>) -> Vec<Vec<String>> {
    let page = placed(pdf);
    assert_eq!(page.picture.is_some(), !page.doubts.is_empty());
    let word = |idx: &usize| page.words[*idx].text.clone();
    page.doubts.iter().map(|doubt| doubt.telling.iter().map(word).collect()).collect()
}

#[test]
fn fonts_that_tell_what_they_show_are_not_doubted() {
    for family in ["Helvetica", "Times", "Courier"] {
        for style in ["", "-Bold", "-Oblique", "-BoldOblique"] {
            let name = match (family, style) {
                ("Times", "") => "Times-Roman".to_owned(),
                ("Times", style) => format!("Times{}", style.replace("Oblique", "Italic")),
                _ => format!("{family}{style}"),
            };
            let found = doubts(typed((&name, same), (&name, same), ""));
            assert!(found.is_empty(), "{name}: {found:?}");
        }
    }
}

#[test]
fn fonts_that_tell_other_letters_are_doubted_however_few_they_are() {
    for (what, lie) in
        [("shifted", shifted as fn(char) -> char), ("figures", next_figure), ("accents", without_accents)]
    {
        let found = doubts(typed(("Helvetica", lie), ("Times-Bold", same), ""));
        assert_eq!(found.len(), 1, "{what}: {found:?}");
    }
    // Two words of a heading are enough, and its font is doubted alone.
    let found = doubts(typed(("Helvetica", same), ("Times-Bold", shifted), ""));
    assert_eq!(found, [["Krppxqvwbuhovhqv", "pöwh"]]);
}

/// A font that is wrong on one page is wrong on all, also where none of its letters on a page looks like another.
#[test]
fn fonts_are_judged_as_a_whole() {
    // Of "1 2 3", shifted, each looks like what it is said to be.
    let found = doubts(typed(("Helvetica", same), ("Times-Bold", next_figure), &text("H", 12, 500, "22 juni")));
    assert_eq!(found, [["33"]]);
    let found = doubts(typed(("Helvetica", same), ("Times-Bold", same), &text("H", 12, 500, "22 juni")));
    assert!(found.is_empty(), "{found:?}");
}

/// Letters as outlines: what a word processor makes of text that is turned into drawings.
fn outlined(words: &str, size: u32, y: u32) -> String {
    use hayro::hayro_interpret::font::{Glyph, GlyphRun};
    use hayro::hayro_interpret::*;
    use hayro::kurbo::{Affine, BezPath, PathEl, Rect};
    #[derive(Default)]
    struct Paths(Vec<BezPath>);
    impl<'a> Device<'a> for Paths {
        fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
        fn push_clip_path(&mut self, _: &ClipPath) {}
        fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
        fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
        fn pop_clip(&mut self) {}
        fn pop_transparency_group(&mut self) {}
        fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
            for glyph in run.glyphs() {
                if let Glyph::Outline(outline) = &**glyph {
                    self.0.push(props.transform * glyph.transform() * outline.outline());
                }
            }
        }
    }
    let font = "/Font << /B << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >>";
    let pdf = page_pdf("[0 0 595 842]", font, text("B", size, y, words).as_bytes(), &[]);
    let pdf = hayro::hayro_syntax::Pdf::new(pdf).unwrap();
    let page = &pdf.pages()[0];
    let cache = InterpreterCache::new();
    let mut paths = Paths::default();
    let bounds = Rect::new(0.0, 0.0, 595.0, 842.0);
    let mut context = Context::new(Affine::IDENTITY, bounds, &cache, page.xref(), InterpreterSettings::default());
    interpret_page(page, &mut context, &mut paths);
    let mut content = String::new();
    for path in paths.0 {
        let mut last = hayro::kurbo::Point::ORIGIN;
        for element in path.elements() {
            match *element {
                PathEl::MoveTo(p) => content += &format!("{} {} m ", p.x, p.y),
                PathEl::LineTo(p) => content += &format!("{} {} l ", p.x, p.y),
                PathEl::CurveTo(a, b, p) => {
                    content += &format!("{} {} {} {} {} {} c ", a.x, a.y, b.x, b.y, p.x, p.y);
                }
                PathEl::QuadTo(by, p) => {
                    let (a, b) = (last + (by - last) * (2.0 / 3.0), p + (by - p) * (2.0 / 3.0));
                    content += &format!("{} {} {} {} {} {} c ", a.x, a.y, b.x, b.y, p.x, p.y);
                }
                PathEl::ClosePath => content += "h ",
            }
            last = element.end_point().unwrap_or(last);
        }
        content += "f\n";
    }
    content
}

const DRAWN: [&str; 2] = ["Styrelsen föreslår att ansökan", "från Bollklubben Svanen avslås"];

fn drawn() -> String {
    outlined(DRAWN[0], 11, 500) + &outlined(DRAWN[1], 11, 485)
}

#[test]
fn text_that_is_drawn_is_seen_where_the_layer_lacks_it() {
    let page = placed(typed(("Helvetica", same), ("Times-Bold", same), &drawn()));
    let [unread] = &page.unread[..] else { panic!("{:?}", page.unread.len()) };
    assert!(unread.is_text && page.doubts.is_empty());
    // From 60 points on, between the heights of the two lines.
    assert!((210..=260).contains(&unread.bbox.x0) && (1340..=1480).contains(&unread.bbox.y0), "{:?}", unread.bbox);
    // Boxes, rules and a mark of a firm are none.
    let forms = "60 400 200 30 re S 60 440 m 500 440 l S 300 300 m 320 340 340 340 360 300 c f\n".repeat(30);
    let name = outlined("Sundåsa kommun", 16, 800);
    assert!(placed(typed(("Helvetica", same), ("Times-Bold", same), &(forms + &name))).unread.is_empty());
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(60))]

    /// Whatever a font's map says, a page comes out and its words are plain letters.
    #[test]
    fn no_map_of_letters_is_too_strange(
        letters in proptest::collection::vec(proptest::char::any(), 224),
        words in "[ -~åäöÅÄÖ§\u{ad}\u{a0}]{0,80}",
    ) {
        let strange = |c: char| letters.get((c as usize).wrapping_sub(32)).map_or(c, |c| if *c < '\u{10000}' { *c } else { '\u{ad}' });
        let pdf = typed(("Helvetica", strange), ("Times-Bold", same), &text("B", 9, 500, &words));
        let page = Input::open(pdf).unwrap().1.page(1, LayerPolicy::Auto).unwrap();
        if let PageContent::Placed(page) = page.content {
            for word in &page.words {
                proptest::prop_assert!(!word.text.is_empty() && !word.text.contains(char::is_whitespace));
                let is_plain = !word.text.contains(['\u{ad}', '\u{fb01}', '\u{200b}', '\u{2011}']);
                proptest::prop_assert!(is_plain);
            }
            for doubt in &page.doubts {
                proptest::prop_assert!(doubt.words.iter().chain(&doubt.telling).all(|idx| *idx < page.words.len()));
            }
        }
    }
}

#[cfg(feature = "tesseract")]
mod read {
    use super::*;
    use paragraf::error::WarningCode;
    use paragraf::ocr::ReadPage;
    use paragraf::ocr::model::DEFAULT_MODEL;
    use paragraf::page::TextSource;
    use paragraf::reader::local::LocalReader;
    use paragraf::reader::{Effort, PageReader, ReaderSettings};

    fn read(pdf: Vec<u8>, effort: Effort) -> ReadPage {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        std::fs::write(&path, pdf).unwrap();
        let mut reader = LocalReader::with_tesseract(&ReaderSettings::new(DEFAULT_MODEL, LayerPolicy::Auto));
        let file = reader.open(&path).unwrap();
        reader.page(&file, 1, effort).unwrap()
    }

    fn codes(read: &ReadPage) -> Vec<WarningCode> {
        read.warnings().iter().map(|warning| warning.code).collect()
    }

    #[test]
    fn a_page_whose_font_lies_is_read_from_its_picture() {
        for lie in [shifted as fn(char) -> char, next_figure, without_accents] {
            let page = read(typed(("Helvetica", lie), ("Times-Bold", same), ""), Effort::Full);
            assert_eq!(page.page.source, TextSource::Ocr);
            assert_eq!(codes(&page), [WarningCode::TextLayerRejected]);
            assert!(page.page.text.contains(SENTENCES[0]) && page.page.text.contains("20.45"), "{}", page.page.text);
        }
    }

    #[test]
    fn a_heading_whose_font_lies_is_read_in_its_place() {
        let page = read(typed(("Helvetica", same), ("Times-Bold", shifted), ""), Effort::Full);
        assert_eq!(page.page.source, TextSource::TextLayer);
        assert_eq!(page.page.text, format!("Kommunstyrelsens möte\n{}", SENTENCES.join("\n")));
        assert_eq!(codes(&page), [WarningCode::TextLayerCompleted]);
        assert!(page.engine.is_some());
        assert!(page.page.words[0].face.is_some());
    }

    #[test]
    fn what_is_drawn_or_pasted_is_read_in_its_place() {
        let page = read(typed(("Helvetica", same), ("Times-Bold", same), &drawn()), Effort::Full);
        let whole = format!("Kommunstyrelsens möte\n{}\n{}", SENTENCES.join("\n"), DRAWN.join("\n"));
        assert_eq!(page.page.text, whole);
        assert_eq!(codes(&page), [WarningCode::TextLayerCompleted]);
        // The second try of a page that failed keeps to what is sure.
        let plain = read(typed(("Helvetica", same), ("Times-Bold", same), &drawn()), Effort::Plain);
        assert_eq!(plain.page.text, format!("Kommunstyrelsens möte\n{}", SENTENCES.join("\n")));
        assert_eq!(read(pasted(), Effort::Full).page.text, whole);
    }

    /// The same page with the drawn lines as a picture between its first lines and the last.
    fn pasted() -> Vec<u8> {
        let font = "/Font << /B << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >>";
        let lines = text("B", 11, 500, DRAWN[0]) + &text("B", 11, 485, DRAWN[1]);
        let page = page_pdf("[0 0 595 842]", font, lines.as_bytes(), &[]);
        let page = Input::open(page).unwrap().1.page(1, LayerPolicy::Never).unwrap();
        let PageContent::Image(page) = page.content else { panic!("no picture") };
        // 50 to 300 points from the left, 470 to 520 from the foot, at 300 dpi.
        let at = |points: f32| (points * 300.0 / 72.0) as u32;
        let picture = image::imageops::crop_imm(&page.pixels, at(50.0), at(322.0), at(250.0), at(50.0)).to_image();
        let (width, height) = picture.dimensions();
        let object = stream(
            &format!(
                "/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray \
                 /BitsPerComponent 8"
            ),
            picture.as_raw(),
        );
        let fonts = ["B", "H"].map(|name| {
            let base = if name == "B" { "Helvetica" } else { "Times-Bold" };
            format!("/{name} << /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >>")
        });
        let mut content = text("H", 15, 760, "Kommunstyrelsens möte");
        for (at, sentence) in SENTENCES.iter().enumerate() {
            content += &text("B", 11, 720 - 20 * at as u32, sentence);
        }
        content += "q 250 0 0 50 50 470 cm /I Do Q\n";
        let resources = format!("/Font << {} >> /XObject << /I 5 0 R >>", fonts.join(" "));
        page_pdf("[0 0 595 842]", &resources, content.as_bytes(), &[object])
    }
}
