//! Input that does harm, by accident or by will: each gets its clear line, and the rest of the batch goes on.

use crate::util::{TEXT, extract, manifest, page_pdf, paragraf, pdf, stream, write};
use predicates::prelude::*;
use predicates::str::contains;
use std::fs;

/// Runs these files with one good one: the harm is named, and the good one is read.
fn run(files: &[(&str, Vec<u8>)], arguments: &[&str]) -> (tempfile::TempDir, Vec<paragraf::batch::manifest::Line>) {
    let dir = tempfile::tempdir().unwrap();
    let (input, out) = (dir.path().join("in"), dir.path().join("out"));
    write(&input, "good.txt", TEXT);
    for (name, bytes) in files {
        write(&input, name, bytes);
    }
    // Whatever a page asks for, it is not read by Tesseract here.
    let output =
        extract(&input, &out).args(["--test-engine", "recorded:/no/recording"]).args(arguments).output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() < Some(4), "{:?}: {stderr}", output.status);
    assert!(!stderr.contains("panicked") && !stderr.contains("internal error"), "{stderr}");
    assert!(out.join("documents/good.txt.json").is_file(), "{stderr}");
    let lines = manifest(&out).lines;
    assert_eq!(lines.len(), files.len() + 1, "{stderr}");
    paragraf().arg("verify").arg(&out).assert().code(0);
    (dir, lines)
}

fn reason(lines: &[paragraf::batch::manifest::Line], name: &str) -> String {
    lines.iter().find(|line| line.input == name).unwrap().reason.clone().unwrap_or_default()
}

fn png_header(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    let mut writer = encoder.write_header().unwrap();
    writer.write_chunk(png::chunk::IDAT, b"nearly nothing").unwrap();
    drop(writer);
    bytes
}

#[test]
fn bombs_do_not_go_off() {
    // An image of a few hundred bytes that claims to be ten gigapixels, a PDF image of 1.6, a content
    // stream that is a thousand times its size, and a stream that is packed twice.
    let zeros = vec![0; 40_000_000];
    let image = stream(
        "/Type /XObject /Subtype /Image /Width 40000 /Height 40000 /ColorSpace /DeviceGray /BitsPerComponent 8",
        &zeros,
    );
    let drawn = b"q 595 0 0 842 0 0 cm /I Do Q";
    let strokes = b"0 0 m 9 9 l S\n".repeat(3_000_000);
    let files = [
        ("giga.png", png_header(100_000, 100_000)),
        ("image.pdf", page_pdf("[0 0 595 842]", "/XObject << /I 5 0 R >>", drawn, &[image])),
        ("strokes.pdf", page_pdf("[0 0 595 842]", "", &strokes, &[])),
    ];
    let (_dir, lines) = run(&files, &["--page-timeout", "20", "--worker-memory", "1024"]);
    assert!(reason(&lines, "giga.png").contains("too large to be a page"));
    for name in ["image.pdf", "strokes.pdf"] {
        assert!(reason(&lines, name).starts_with("page 1: "), "{name}: {}", reason(&lines, name));
    }
}

#[test]
fn pages_of_absurd_size_are_refused() {
    let sized = |size: &str| page_pdf(size, "", b"0 0 100 100 re f", &[]);
    let sizes =
        ["[0 0 1e30 1e30]", "[0 0 0 0]", "[0 0 200000 200000]", "[0 0 1e-20 5]", "[0 0 99999999999999999999 1]"];
    let files: Vec<(String, Vec<u8>)> =
        sizes.iter().enumerate().map(|(at, size)| (format!("{at}.pdf"), sized(size))).collect();
    let files: Vec<(&str, Vec<u8>)> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.clone())).collect();
    let (_dir, lines) = run(&files, &["--page-timeout", "20"]);
    for (name, _) in &files {
        let line = lines.iter().find(|line| line.input == *name).unwrap();
        assert!(line.reason.is_some() || line.pages_read == 1, "{name}");
    }
    assert!(reason(&lines, "2.pdf").contains("too large to be read"), "{}", reason(&lines, "2.pdf"));
}

#[test]
fn ten_thousand_pages_are_ten_thousand_pages() {
    let kids: String = (0..10_000).map(|at| format!("{} 0 R ", at + 5)).collect();
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Kids [{kids}] /Count 10000 >>").into_bytes(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_vec(),
        stream("", b"BT /F 12 Tf 72 700 Td (Sida med text) Tj ET"),
    ];
    let page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 3 0 R >> >> >>";
    objects.extend(std::iter::repeat_n(page.to_vec(), 10_000));
    let text = "Sida med text.\n\x0c".repeat(10_000);
    let (dir, lines) = run(&[("many.pdf", pdf(&objects)), ("many.txt", text.into_bytes())], &["--pages", "1,9990-"]);
    for name in ["many.pdf", "many.txt"] {
        let line = lines.iter().find(|line| line.input == name).unwrap();
        assert_eq!((line.pages_read, line.pages_lost), (12, 0), "{name}: {:?}", line.reason);
    }
    let json = fs::read_to_string(dir.path().join("out/documents/many.pdf.json")).unwrap();
    assert!(json.contains("\"number\": 10000") && json.contains("Sida med text"));
}

#[test]
fn loops_and_depths_end() {
    let page = "/MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >>";
    let tree = |kids: &str| {
        pdf(&[
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            format!("<< /Type /Pages /Kids [{kids}] /Count 3 >>").into_bytes(),
            format!("<< /Type /Page /Parent 2 0 R {page} >>").into_bytes(),
            stream("", b"0 0 9 9 re f"),
        ])
    };
    let mut deep = vec![b"<< /Type /Catalog /Pages 2 0 R >>".to_vec()];
    for at in 0..50_000 {
        deep.push(format!("<< /Type /Pages /Kids [{} 0 R] /Count 1 /Parent {} 0 R >>", at + 3, at + 1).into_bytes());
    }
    deep.push(b"<< /Type /Page /MediaBox [0 0 595 842] >>".to_vec());
    let nested = |open: &str, close: &str| {
        let value = open.repeat(200_000) + &close.repeat(200_000);
        pdf(&[
            format!("<< /Type /Catalog /Pages 2 0 R /X {value} >>").into_bytes(),
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
            format!("<< /Type /Page /Parent 2 0 R {page} >>").into_bytes(),
            stream("", format!("{value} 0 0 9 9 re f").as_bytes()),
        ])
    };
    let form = |at: usize| {
        stream(
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 5 0 R >> >>",
            format!("/F Do {at}").as_bytes(),
        )
    };
    let tiff_loop = {
        // One directory of no entries whose successor is itself.
        let mut bytes = b"II*\0\x08\0\0\0".to_vec();
        bytes.extend([1, 0, 0, 1, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0]);
        bytes.extend(8u32.to_le_bytes());
        bytes
    };
    let files = [
        ("loop.pdf", tree("2 0 R 3 0 R")),
        ("self.pdf", tree("3 0 R 3 0 R 3 0 R")),
        ("deep.pdf", pdf(&deep)),
        ("arrays.pdf", nested("[", "]")),
        ("dictionaries.pdf", nested("<< /A ", ">>")),
        ("graphics.pdf", page_pdf("[0 0 595 842]", "", "q ".repeat(1_000_000).as_bytes(), &[])),
        ("form.pdf", page_pdf("[0 0 595 842]", "/XObject << /F 5 0 R >>", b"/F Do", &[form(1)])),
        ("loop.tif", tiff_loop),
    ];
    let (_dir, lines) = run(&files, &["--page-timeout", "20", "--worker-memory", "2048"]);
    for line in &lines {
        assert!(line.reason.is_some() || line.pages_read > 0, "{}", line.input);
    }
}

#[cfg(unix)]
#[test]
fn odd_names_and_links_are_named() {
    use std::os::unix::ffi::OsStrExt;
    let dir = tempfile::tempdir().unwrap();
    let (input, out) = (dir.path().join("in"), dir.path().join("in/out"));
    write(&input, "good.txt", TEXT);
    write(&input, "two\nlines.txt", TEXT);
    write(&input, "Same.txt", TEXT);
    write(&input, "same.txt", TEXT);
    write(&input, &format!("{}.txt", "x".repeat(251)), TEXT);
    write(&input, "pipe.d/a.txt", TEXT);
    fs::write(input.join(std::ffi::OsStr::from_bytes(b"r\xe5d.txt")), TEXT).unwrap();
    write(dir.path(), "outside/secret.txt", TEXT);
    std::os::unix::fs::symlink(dir.path().join("outside/secret.txt"), input.join("link.txt")).unwrap();
    std::os::unix::fs::symlink(dir.path().join("outside"), input.join("folder")).unwrap();
    std::os::unix::fs::symlink("..", input.join("pipe.d/up")).unwrap();
    std::process::Command::new("mkfifo").arg(input.join("pipe.txt")).status().unwrap();

    // The output lies in the input: it is not read, now or again.
    for _ in 0..2 {
        extract(&input, &out)
            .assert()
            .code(1)
            .stderr(contains("link.txt: failed: this is a symbolic link that leads out of the folder"))
            .stderr(contains("folder: failed: this is a symbolic link that leads out of the folder"))
            .stderr(contains("pipe.txt: failed: this is no file but a pipe or device"))
            .stderr(contains("Same.txt and same.txt differ only in case"))
            .stderr(contains("failed: its output cannot be written"))
            .stderr(contains("secret").not());
    }
    let lines = manifest(&out).lines;
    assert_eq!(lines.len(), 10, "{:?}", lines.iter().map(|line| &line.input).collect::<Vec<_>>());
    assert_eq!(fs::read_to_string(out.join("manifest.jsonl")).unwrap().lines().count(), 10);
    for name in ["good.txt", "two\nlines.txt", "Same.txt", "same.txt", "r%E5d.txt", "pipe.d/a.txt"] {
        assert!(out.join("documents").join(format!("{name}.json")).is_file(), "{name:?}");
    }
    assert!(reason(&lines, &format!("{}.txt", "x".repeat(251))).contains("rename the file"));
    paragraf().arg("verify").arg(&out).assert().code(0);
}

#[test]
fn the_output_is_not_the_input() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), "a.txt", TEXT);
    extract(dir.path(), dir.path()).assert().code(2).stderr(contains("the output folder is the input folder"));
    let out = dir.path().join("out");
    extract(dir.path(), &out).arg("--text").assert().code(0);
    extract(dir.path(), &dir.path().join("other"))
        .assert()
        .code(0)
        .stderr(contains("out is the output of a run and is not read"));
}

#[test]
fn a_file_that_changes_while_it_is_read_is_named() {
    use paragraf::error::Error;
    use paragraf::input::LayerPolicy;
    use paragraf::ocr::LazyEngine;
    use paragraf::reader::local::LocalReader;
    use paragraf::reader::{Effort, PageReader};
    let dir = tempfile::tempdir().unwrap();
    let path = write(dir.path(), "a.txt", "ett\x0ctvå\n");
    let other = write(dir.path(), "b.txt", "annat\n");
    let none = || LazyEngine::new(|| Err(Error::Engine("there is none".into())));
    let mut reader = LocalReader::new(none(), LayerPolicy::Auto);
    let file = reader.open(&path).unwrap();
    reader.page(&file, 1, Effort::Full).unwrap();
    // Another file in between, so that the first is opened again; by now it is another.
    reader.open(&other).unwrap();
    fs::write(&path, "ett\x0cannat\n").unwrap();
    let error = reader.page(&file, 2, Effort::Full).unwrap_err().to_string();
    assert!(error.contains("the file was changed while it was being read; run again"), "{error}");
}

/// Found by fuzzing: an image file gave its one page for any number.
#[test]
fn no_file_has_a_page_beyond_its_last() {
    use paragraf::input::{Input, LayerPolicy};
    let mut png = std::io::Cursor::new(Vec::new());
    image::GrayImage::from_pixel(40, 50, image::Luma([255])).write_to(&mut png, image::ImageFormat::Png).unwrap();
    let drawn = page_pdf("[0 0 595 842]", "", b"0 0 100 100 re f", &[]);
    for bytes in [png.into_inner(), drawn, TEXT.into()] {
        let (kind, input) = Input::open(bytes).unwrap();
        assert!(input.page(1, LayerPolicy::Auto).is_ok(), "{kind:?}");
        for number in [0, 2, u32::MAX] {
            assert!(input.page(number, LayerPolicy::Auto).is_err(), "page {number} of {kind:?}");
        }
    }
}

#[test]
fn what_is_no_file_of_a_kind_is_named() {
    let (_dir, lines) = run(
        &[
            ("zip.pdf", b"PK\x03\x04".to_vec()),
            ("empty.tif", Vec::new()),
            ("noise.txt", b"\x01\x02\xff\x03\xfe\x04".to_vec()),
            ("nul.txt", b"a\0b".to_vec()),
            ("blank.txt", b" \n\x0c ".to_vec()),
            ("cut.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec()),
        ],
        &[],
    );
    for line in lines.iter().filter(|line| line.input != "good.txt") {
        let reason = line.reason.as_deref().unwrap_or_default();
        assert!(!reason.is_empty() && !reason.contains('\n'), "{}: {reason}", line.input);
    }
}
