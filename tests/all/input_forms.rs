//! Every form in which archives store pages, against what a reference renderer made of it:
//! `tests/inputs`, made by `scripts/make_inputs.py`.

use image::GrayImage;
use paragraf::error::WarningCode;
use paragraf::input::{Input, LayerPolicy, PageContent, PlacedPage};
use std::path::{Path, PathBuf};

struct Form {
    file: String,
    page: u32,
    reference: String,
    /// How many grey levels may be off, on average.
    tolerance: f64,
    /// 0 where the file does not say.
    dpi: u32,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/inputs")
}

fn forms() -> Vec<Form> {
    let table = std::fs::read_to_string(folder().join("forms.tsv")).unwrap();
    let form = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [file, page, reference, tolerance, dpi] = cells[..] else { panic!("{line}") };
        Form {
            file: file.to_owned(),
            page: page.parse().unwrap(),
            reference: reference.to_owned(),
            tolerance: tolerance.parse().unwrap(),
            dpi: dpi.parse().unwrap(),
        }
    };
    table.lines().skip(1).map(form).collect()
}

/// Why a form is not read as the reference has it, if it is not.
fn complaint(form: &Form) -> Option<String> {
    let bytes = std::fs::read(folder().join(&form.file)).unwrap();
    let input = match Input::open(bytes) {
        Ok((_, input)) => input,
        Err(error) => return Some(format!("it cannot be opened: {error}")),
    };
    let page = match input.page(form.page, LayerPolicy::Auto) {
        Ok(page) => page,
        Err(error) => return Some(format!("its page cannot be read: {error}")),
    };
    let PageContent::Image(image) = page.content else {
        return Some("it is not taken for a scan".into());
    };
    let reference = image::open(folder().join(&form.reference)).unwrap().into_luma8();
    if image.dpi.abs_diff(form.dpi) > 1 {
        return Some(format!("{} dpi instead of {}", image.dpi, form.dpi));
    }
    differs(&image.pixels, &reference, form.tolerance)
}

fn differs(pixels: &GrayImage, reference: &GrayImage, tolerance: f64) -> Option<String> {
    let ((width, height), (wanted_width, wanted_height)) = (pixels.dimensions(), reference.dimensions());
    // A renderer rounds the page's size up where its points make no whole pixels.
    if width.abs_diff(wanted_width) > 1 || height.abs_diff(wanted_height) > 1 {
        return Some(format!("{width} × {height} pixels instead of {wanted_width} × {wanted_height}"));
    }
    let (mut sum, mut n) = (0.0, 0.0);
    for y in 0..height.min(wanted_height) {
        for x in 0..width.min(wanted_width) {
            sum += f64::from(pixels.get_pixel(x, y).0[0].abs_diff(reference.get_pixel(x, y).0[0]));
            n += 1.0;
        }
    }
    // Print covers a tenth of the page: a picture that is blank or upside down is off by 20 and more.
    (sum / n > tolerance + 0.01).then(|| format!("{:.2} grey levels off, {tolerance} allowed", sum / n))
}

#[test]
fn pages_are_read_from_every_form_as_the_reference_has_them() {
    let forms = forms();
    assert!(forms.len() > 100, "{} forms", forms.len());
    let complaints: Vec<String> = forms
        .iter()
        .filter(|form| cfg!(feature = "zstd") || form.file != ZSTD)
        .filter_map(|form| complaint(form).map(|what| format!("{} page {}: {what}", form.file, form.page)))
        .collect();
    assert!(complaints.is_empty(), "{} of {}:\n{}", complaints.len(), forms.len(), complaints.join("\n"));
}

const ZSTD: &str = "tiff-zstd.tif";

#[cfg(not(feature = "zstd"))]
#[test]
fn a_packing_that_was_left_out_is_named_with_what_to_do() {
    let form = forms().into_iter().find(|form| form.file == ZSTD).unwrap();
    let complaint = complaint(&form).unwrap();
    assert!(complaint.contains("Zstandard") && complaint.contains("--features zstd"), "{complaint}");
    assert_eq!(complaint.lines().count(), 1, "{complaint}");
}

#[test]
fn a_file_of_many_pages_has_them_all() {
    let bytes = std::fs::read(folder().join("tiff-many-pages.tif")).unwrap();
    let (_, input) = Input::open(bytes).unwrap();
    assert_eq!(input.n_pages(), 4);
}

#[test]
fn what_is_cut_short_is_an_error_or_a_page_but_never_a_panic() {
    for form in forms() {
        let bytes = std::fs::read(folder().join(&form.file)).unwrap();
        for share in [3, 10, 17] {
            let cut = bytes[..bytes.len() * share / 20].to_vec();
            if let Ok((_, input)) = Input::open(cut) {
                let _ = input.page(form.page, LayerPolicy::Auto);
            }
        }
    }
}

/// Whether the words of a line of a born-digital page, found by its first word, are all as heavy as bold.
fn is_bold(page: &PlacedPage, first: &str) -> bool {
    let first = page.words.iter().find(|word| word.text == first).unwrap();
    let weights = page.words.iter().filter(|word| word.line == first.line).filter_map(|word| Some(word.face?.weight));
    weights.reduce(f32::min).unwrap() >= 1.25
}

#[test]
fn headings_of_a_born_digital_page_are_heavy() {
    let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/scans/arbetsutskott.pdf")).unwrap();
    let (_, input) = Input::open(bytes).unwrap();
    let PageContent::Placed(page) = input.page(2, LayerPolicy::Auto).unwrap().content else { panic!("not placed") };
    for heading in ["§", "Beslut", "Bakgrund", "Yrkanden"] {
        assert!(is_bold(&page, heading), "{heading}");
    }
    for text in ["Diarienummer:", "Nämnden", "Oscar", "Protokollet"] {
        assert!(!is_bold(&page, text), "{text}");
    }
    let size_of = |text: &str| page.words.iter().find(|word| word.text == text).unwrap().face.unwrap().size;
    // 11.5 points and 9.5, capitals of which are seven tenths as high, at 300 dpi.
    assert_eq!((size_of("33/2023"), size_of("Diarienummer:")), (33.5, 27.7));
}

/// A text in the bytes of several encodings, by hand: å ä ö Å Ä § in each.
fn in_bytes(text: &str, letters: [u8; 6]) -> Vec<u8> {
    let byte = |c: char| match "åäöÅÄ§".chars().position(|letter| letter == c) {
        Some(at) => letters[at],
        None => u8::try_from(u32::from(c)).unwrap(),
    };
    text.chars().map(byte).collect()
}

#[test]
fn texts_of_all_encodings_give_the_same_document() {
    let text = "Sammanträdesprotokoll 2003-04-09\nSocialnämnden\nBeslutande: Åsa Berg (S), ordförande, Bo Ek (M)\n\
                § 12 Lägesrapport från Äppellunden\nBeslut\nNämnden godkänner rapporten.\n";
    let dir = tempfile::tempdir().unwrap();
    let (input, out) = (dir.path().join("in"), dir.path().join("out"));
    let twice: String = text.bytes().map(|byte| WESTERN[usize::from(byte)]).collect();
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let forms: [(&str, Vec<u8>); 8] = [
        ("utf-8", text.into()),
        ("windows-1252", in_bytes(text, [0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xa7])),
        ("cp850", in_bytes(text, [0x86, 0x84, 0x94, 0x8f, 0x8e, 0xf5])),
        ("cp437", in_bytes(text, [0x86, 0x84, 0x94, 0x8f, 0x8e, 0x15])),
        ("macintosh", in_bytes(text, [0x8c, 0x8a, 0x9a, 0x81, 0x80, 0xa4])),
        ("iso646-se", in_bytes(&text.replace('§', "Par"), [b'}', b'{', b'|', b']', b'[', 0])),
        ("utf-8-twice", twice.into()),
        ("utf-16be", utf16),
    ];
    for (name, bytes) in &forms {
        crate::util::write(&input, &format!("{name}.txt"), bytes);
    }
    crate::util::extract(&input, &out).assert().code(0);
    let document = |name: &str| {
        let json = std::fs::read_to_string(out.join(format!("documents/{name}.txt.json"))).unwrap();
        paragraf::emit::read(&json).unwrap()
    };
    let plain = document("utf-8");
    assert_eq!(plain.items[0].title.as_deref(), Some("Lägesrapport från Äppellunden"));
    for (name, _) in &forms {
        let document = document(name);
        assert_eq!(document.source.encoding.as_deref(), Some(*name));
        assert!(
            document.warnings.iter().all(|warning| warning.code != WarningCode::EncodingUncertain.into()),
            "{name}"
        );
        // Seven bits have no §.
        if *name != "iso646-se" {
            assert_eq!((&document.items, &document.attendees), (&plain.items, &plain.attendees), "{name}");
        } else {
            assert_eq!(document.pages[0].text, plain.pages[0].text.replace('§', "Par"));
        }
    }
    let lines = crate::util::manifest(&out).lines;
    assert!(lines.iter().all(|line| line.encoding.as_deref() == Some(line.input.trim_end_matches(".txt"))));
}

/// What Windows-1252 shows for each byte; what it has nothing for stands for itself.
static WESTERN: std::sync::LazyLock<Vec<char>> = std::sync::LazyLock::new(|| {
    let upper = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    (0..0x80).map(char::from).chain(upper.chars()).chain((0xa0..=0xff).map(char::from)).collect()
});
