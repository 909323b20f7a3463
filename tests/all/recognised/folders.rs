//! Folders of recognised pages: what belongs together, and the pictures beside them.

use super::{FIRST, SECOND, alto};
use crate::util::{extract, manifest, write};
use image::{GrayImage, Luma};
use paragraf::emit::wire::Document;
use predicates::prelude::*;
use predicates::str::contains;
use std::path::Path;

fn document(out: &Path, name: &str) -> Document {
    let text = std::fs::read_to_string(out.join(format!("documents/{name}.json"))).unwrap();
    paragraf::emit::read(&text).unwrap()
}

fn titles(document: &Document) -> Vec<&str> {
    document.items.iter().filter_map(|item| item.title.as_deref()).collect()
}

/// Extracts without an engine.
fn read(input: &Path, out: &Path, arguments: &[&str]) -> assert_cmd::assert::Assert {
    extract(input, out).args(["--test-engine", "refusing:"]).args(arguments).assert()
}

#[test]
fn pages_become_a_document_without_recognising() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let input = write(dir.path(), "in/protokoll.xml", alto(&FIRST, "borta.tif"));
    read(&input, &out, &[]).code(0);
    let document = document(&out, "protokoll.xml");
    assert_eq!(titles(&document), ["Val av justerare", "Nulägesstatus"]);
    assert_eq!(document.source.media_type, "application/alto+xml");
    assert_eq!(document.pages[0].text.lines().collect::<Vec<_>>(), FIRST);
    assert_eq!((document.pages[0].width, document.pages[0].dpi), (Some(2480), Some(300)));
    assert_eq!(document.meeting.date.as_deref(), Some("2019-04-09"));
}

#[test]
fn files_of_a_page_each_are_joined_by_name_and_by_folder() {
    let dir = tempfile::tempdir().unwrap();
    let input = dir.path().join("in");
    for (number, lines) in [(1, &FIRST[..]), (2, &SECOND[..])] {
        write(&input, &format!("1953/p_{number:04}.xml"), alto(lines, &format!("p_{number:04}.png")));
        write(&input, &format!("1953/p_{number:04}.png"), "no picture: nobody looks at it");
        write(&input, "1953/mets.xml", "<mets/>");
    }
    for (how, name) in [("name", "1953/p_0001-0002.xml"), ("folder", "1953")] {
        let out = dir.path().join(how);
        let told = contains("pictures of pages whose words lie beside them").and(contains("p_0001.png"));
        read(&input, &out, &["--join", how]).code(0).stderr(told);
        let document = document(&out, name);
        assert_eq!(document.pages.len(), 2);
        assert_eq!(titles(&document), ["Val av justerare", "Nulägesstatus", "Delegationsbeslut", "Meddelanden"]);
        let skipped: Vec<String> = manifest(&out)
            .lines
            .into_iter()
            .filter(|line| line.outputs.is_empty())
            .map(|line| format!("{} {}", line.input, line.reason.unwrap_or_default()))
            .collect();
        assert_eq!(skipped.len(), 3, "{skipped:?}");
        assert!(skipped.iter().any(|it| it.starts_with("1953/p_0002.png the picture of p_0002.xml")), "{skipped:?}");
        assert!(skipped.iter().any(|it| it.starts_with("1953/mets.xml a file for programs")), "{skipped:?}");
    }
}

/// A page with words as bars, a rule, a slanted stroke where someone signed.
fn picture(scale: u32) -> GrayImage {
    let mut pixels = GrayImage::from_pixel(2480 / scale, 3508 / scale, Luma([255]));
    let mut fill = |x0: u32, y0: u32, x1: u32, y1: u32| {
        for y in y0 / scale..(y1 / scale).max(y0 / scale + 1) {
            for x in x0 / scale..(x1 / scale).max(x0 / scale + 1) {
                pixels.put_pixel(x, y, Luma([0]));
            }
        }
    };
    for (row, line) in FIRST.iter().enumerate() {
        let (mut x, y) = (200, 200 + row as u32 * 60);
        for letter in line.chars() {
            if letter != ' ' {
                fill(x + 4, y, x + 8, y + 30);
                fill(x + 12, y, x + 16, y + 30);
            }
            x += 20;
        }
    }
    fill(200, 1500, 1800, 1504);
    for step in 0..300 {
        fill(400 + step * 2, 1700 + (step % 60) * 3, 408 + step * 2, 1708 + (step % 60) * 3);
    }
    pixels
}

#[test]
fn what_is_beside_the_words_is_measured_on_the_picture() {
    let dir = tempfile::tempdir().unwrap();
    let input = dir.path().join("in");
    // The same page at half the resolution: places are told in the picture's pixels.
    for (folder, scale) in [("whole", 1), ("half", 2)] {
        write(&input, &format!("{folder}/a.xml"), alto(&FIRST, "scans/bild.PNG"));
        picture(scale).save(input.join(folder).join("bild.png")).unwrap();
        std::fs::rename(input.join(folder).join("bild.png"), input.join(folder).join("bild.PNG")).unwrap();
        let path = input.join(folder).join("a.xml");
        let (_, mut opened) = paragraf::input::Input::open(std::fs::read(&path).unwrap()).unwrap();
        opened.lies_at(&path);
        let page = opened.page(1, paragraf::input::LayerPolicy::Auto).unwrap();
        let mut engine = paragraf::ocr::LazyEngine::new(|| panic!("nothing is recognised"));
        let page = paragraf::ocr::read_page(1, page, &mut engine).unwrap().page;
        assert_eq!((page.width, page.height), (2480 / scale, 3508 / scale));
        assert_eq!(page.words[0].bbox.x0, 200 / scale as i32);
        assert_eq!(page.text.lines().collect::<Vec<_>>(), FIRST);
        let is_rule = |rule: &&paragraf::page::BBox| rule.width() > 1400 / scale as i32 && rule.height() < 12;
        assert_eq!(page.rulings.iter().filter(is_rule).count(), 1, "{:?}", page.rulings);
        let ink = page.ink.iter().copied().reduce(paragraf::page::BBox::union).unwrap();
        let signed = ink.y0 >= 1650 / scale as i32 && ink.width() > 500 / scale as i32;
        assert!(signed, "{:?}", page.ink);
    }
    // Named otherwise than the words it is an input of its own.
    read(&input.join("whole"), &dir.path().join("out"), &["--dry-run"]).stdout(contains("2 files"));
}

#[test]
fn a_picture_of_another_shape_or_a_broken_one_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    let input = write(dir.path(), "in/a.xml", alto(&FIRST, "a.png"));
    for picture in [Some(GrayImage::from_pixel(500, 500, Luma([255]))), None] {
        match picture {
            Some(picture) => picture.save(dir.path().join("in/a.png")).unwrap(),
            None => drop(write(dir.path(), "in/a.png", b"\x89PNG\r\n\x1a\nbroken")),
        }
        let out = dir.path().join("out");
        read(&input, &out, &[]).code(0);
        assert_eq!(document(&out, "a.xml").pages[0].width, Some(2480));
        std::fs::remove_dir_all(out).unwrap();
    }
}

#[test]
fn masked_exports_show_no_personal_number() {
    let dir = tempfile::tempdir().unwrap();
    let (number, out) = ("19121212-1212", dir.path().join("out"));
    let lines = [&FIRST[..], &["Ärendet rör Bo Ek, 19121212-1212, som fyller år."]].concat();
    let input = write(dir.path(), "in/a.xml", alto(&lines, "a.tif"));
    read(&input, &out, &["--mask", "personnummer"]).code(0);
    let written = |arguments: &[&str]| {
        let target = tempfile::tempdir().unwrap();
        let mut command = crate::util::paragraf();
        command.arg("export").arg(&out).args(["--to", "alto,hocr,page", "--output"]).arg(target.path().join("x"));
        command.args(arguments).assert().code(0);
        let files = crate::util::files(target.path());
        assert_eq!(files.len(), 3);
        files.into_values().map(|bytes| String::from_utf8(bytes).unwrap().contains(number)).collect::<Vec<_>>()
    };
    assert_eq!(written(&[]), [true; 3]);
    assert_eq!(written(&["--masked"]), [false; 3]);
}
