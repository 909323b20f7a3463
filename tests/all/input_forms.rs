//! Every form in which archives store pages, against what a reference renderer made of it:
//! `tests/inputs`, made by `scripts/make_inputs.py`.

use image::GrayImage;
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
