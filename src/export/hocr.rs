//! hOCR 1.2, a file an input: pages that a browser shows, and that programs lay over pictures.

use super::naming::name_of;
use super::sheet::{Block, Sheet, each_input, extent};
use super::words::PlacedWord;
use super::xml::Xml;
use super::{Job, Summary};
use crate::error::Result;
use crate::page::{BBox, PageStatus};
use std::path::Path;

const FOLDER: &str = "hocr";

pub fn export(job: &Job<'_>) -> Result<Summary> {
    let write = |entry: &super::Entry<'_>, sheets: &[Sheet<'_>]| {
        let bytes = file(&entry.line.input, sheets);
        let name = format!("{FOLDER}/{}.hocr", entry.line.input);
        job.out.write(&name, &|out| out.write_all(&bytes)).map(drop)
    };
    each_input(job, &write, FOLDER)
}

fn file(input: &str, sheets: &[Sheet<'_>]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.doctype("html");
    xml.open("html", &[("xmlns", &"http://www.w3.org/1999/xhtml"), ("xml:lang", &"sv"), ("lang", &"sv")]);
    xml.open("head", &[]);
    xml.text("title", &[], input);
    xml.empty("meta", &[("http-equiv", &"Content-Type"), ("content", &"text/html; charset=utf-8")]);
    let mut meta = |name: &str, content: &str| xml.empty("meta", &[("name", &name), ("content", &content)]);
    if let Some(producer) = sheets.first().map(|sheet| &sheet.document.producer) {
        let engine = producer.ocr.iter().map(|engine| format!("{} {}", engine.engine, engine.version));
        let systems: Vec<String> =
            [format!("{} {}", producer.name, producer.version)].into_iter().chain(engine).collect();
        meta("ocr-system", &systems.join(", "));
    }
    meta(
        "ocr-capabilities",
        "ocr_page ocr_carea ocr_par ocr_line ocrx_word ocr_separator ocr_image ocrp_lang ocrp_wconf",
    );
    meta("ocr-langs", "sv");
    meta("ocr-number-of-pages", &sheets.len().to_string());
    xml.close("head");
    xml.open("body", &[]);
    for sheet in sheets {
        page(&mut xml, sheet);
    }
    xml.close("body");
    xml.close("html");
    xml.finish()
}

fn page(xml: &mut Xml, sheet: &Sheet<'_>) {
    let ocr = sheet.ocr();
    let number = ocr.number;
    let image = Path::new(sheet.file()).file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut title = format!(
        "image {}; bbox 0 0 {} {}; ppageno {}; scan_res {dpi} {dpi}",
        quoted(&image),
        ocr.width,
        ocr.height,
        number - 1,
        dpi = ocr.dpi
    );
    if ocr.rotation != 0 {
        title += &format!("; x_turned {}", ocr.rotation);
    }
    if ocr.skew_degrees != 0.0 {
        title += &format!("; x_skew {}", ocr.skew_degrees);
    }
    xml.open("div", &[("class", &"ocr_page"), ("id", &format!("page_{number}")), ("title", &title), ("lang", &"sv")]);
    if ocr.status != PageStatus::Lost {
        for (at, run) in sheet.runs().enumerate() {
            let whole = run.iter().map(|block| sheet.bbox(block)).reduce(BBox::union).unwrap_or_default();
            let item = run[0].item.map(|item| &sheet.document.items[item]);
            let name =
                item.map(|item| format!("; x_item {}; x_item_name {}", quoted(&item.id), quoted(&name_of(item))));
            let title = place(whole) + &name.unwrap_or_default();
            let id = format!("block_{number}_{}", at + 1);
            xml.open("div", &[("class", &"ocr_carea"), ("id", &id), ("title", &title)]);
            for block in run {
                paragraph(xml, sheet, block);
            }
            xml.close("div");
        }
        for (class, boxes) in [("ocr_separator", &ocr.rulings), ("ocr_image", &ocr.ink)] {
            for bbox in boxes {
                xml.text("div", &[("class", &class), ("title", &place(*bbox))], "");
            }
        }
    }
    xml.close("div");
}

fn paragraph(xml: &mut Xml, sheet: &Sheet<'_>, block: &Block) {
    let number = sheet.ocr().number;
    xml.open("p", &[("class", &"ocr_par"), ("title", &place(sheet.bbox(block)))]);
    for (line, at) in sheet.lines(block).iter().zip(block.lines.0..) {
        let id = format!("line_{number}_{}", at + 1);
        xml.open("span", &[("class", &"ocr_line"), ("id", &id), ("title", &place(extent(line)))]);
        for (word_idx, word) in line.words.iter().enumerate() {
            let id = format!("word_{number}_{}_{}", at + 1, word_idx + 1);
            xml.text("span", &[("class", &"ocrx_word"), ("id", &id), ("title", &of_word(word))], &word.text);
        }
        xml.close("span");
    }
    xml.close("p");
}

/// Its place and confidence; what was read last, since it may hold anything.
fn of_word(word: &PlacedWord) -> String {
    let confidence = (word.confidence.clamp(0.0, 1.0) * 100.0).round();
    let read = word.read.as_ref().map(|read| format!("; x_read {}", quoted(read)));
    format!("{}; x_wconf {confidence}{}", place(word.bbox), read.unwrap_or_default())
}

fn place(bbox: BBox) -> String {
    format!("bbox {} {} {} {}", bbox.x0.max(0), bbox.y0.max(0), bbox.x1.max(0), bbox.y1.max(0))
}

/// As properties have strings. Many programs take a semicolon for the end of a property wherever it stands.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace(';', "\\u003b"))
}
