//! PAGE XML 2019-07-15, a file a page: what programs for handwriting and layout work in.

use super::naming::name_of;
use super::sheet::{Block, Sheet, each_page, extent};
use super::words::PlacedLine;
use super::xml::Xml;
use super::{Job, Summary};
use crate::error::Result;
use crate::page::{BBox, PageStatus};
use std::fmt::Display;

const FOLDER: &str = "page";
const NAMESPACE: &str = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15";

pub fn export(job: &Job<'_>) -> Result<Summary> {
    each_page(job, &file, FOLDER)
}

fn file(sheet: &Sheet<'_>) -> Vec<u8> {
    let mut xml = Xml::new();
    let location = format!("{NAMESPACE} {NAMESPACE}/pagecontent.xsd");
    xml.open(
        "PcGts",
        &[
            ("xmlns", &NAMESPACE),
            ("xmlns:xsi", &"http://www.w3.org/2001/XMLSchema-instance"),
            ("xsi:schemaLocation", &location),
        ],
    );
    metadata(&mut xml, sheet);
    page(&mut xml, sheet);
    xml.close("PcGts");
    xml.finish()
}

fn metadata(xml: &mut Xml, sheet: &Sheet<'_>) {
    let (ocr, producer) = (sheet.ocr(), &sheet.document.producer);
    xml.open("Metadata", &[]);
    xml.text("Creator", &[], &format!("{} {}", producer.name, producer.version));
    xml.text("Created", &[], sheet.finished);
    xml.text("LastChange", &[], sheet.finished);
    xml.text("Comments", &[], "TextEquiv 0 as corrected, 1 as read");
    let mut step = |name: &str, value: &str| {
        xml.empty("MetadataItem", &[("type", &"processingStep"), ("name", &name), ("value", &value)]);
    };
    if ocr.rotation != 0 {
        step("turned", &format!("stored turned clockwise by {} degrees; here upright", ocr.rotation));
    }
    if let Some(engine) = &producer.ocr {
        let models: Vec<&str> = engine.models.iter().map(|model| &*model.name).collect();
        let models = if models.is_empty() { String::new() } else { format!(", model {}", models.join(", ")) };
        step("recognition", &format!("{} {}{models}", engine.engine, engine.version));
    }
    step("correction", &format!("configuration {}", producer.configuration_sha256));
    xml.close("Metadata");
}

fn page(xml: &mut Xml, sheet: &Sheet<'_>) {
    let ocr = sheet.ocr();
    let (dpi, confidence) = (ocr.dpi, ocr.confidence.clamp(0.0, 1.0));
    let custom = format!("page {{number:{}; document:{};}}", ocr.number, sheet.document.id);
    xml.open(
        "Page",
        &[
            ("imageFilename", &sheet.file()),
            ("imageWidth", &ocr.width),
            ("imageHeight", &ocr.height),
            ("imageXResolution", &dpi),
            ("imageYResolution", &dpi),
            ("imageResolutionUnit", &"PPI"),
            ("custom", &custom),
            ("orientation", &ocr.skew_degrees),
            ("primaryLanguage", &"Swedish"),
            ("conf", &confidence),
        ],
    );
    if ocr.status != PageStatus::Lost {
        reading_order(xml, sheet);
        for (at, block) in sheet.blocks.iter().enumerate() {
            region(xml, sheet, block, at);
        }
        for (at, rule) in ocr.rulings.iter().enumerate() {
            shape(xml, "SeparatorRegion", &format!("rule_{}", at + 1), *rule);
        }
        for (at, ink) in ocr.ink.iter().enumerate() {
            shape(xml, "GraphicRegion", &format!("ink_{}", at + 1), *ink);
        }
    }
    xml.close("Page");
}

fn region_id(block: usize) -> String {
    format!("region_{}", block + 1)
}

/// The regions one after the other, those of an item as a group that is called as it is.
fn reading_order(xml: &mut Xml, sheet: &Sheet<'_>) {
    if sheet.blocks.is_empty() {
        return;
    }
    xml.open("ReadingOrder", &[]);
    xml.open("OrderedGroup", &[("id", &"order")]);
    let mut at = 0;
    for (run_idx, run) in sheet.runs().enumerate() {
        let item = run[0].item.map(|item| &sheet.document.items[item]);
        if let Some(item) = item {
            let custom = format!("item {{id:{};}}", item.id);
            xml.open(
                "OrderedGroupIndexed",
                &[
                    ("id", &format!("item_{}", run_idx + 1)),
                    ("index", &run_idx),
                    ("caption", &name_of(item)),
                    ("custom", &custom),
                ],
            );
        }
        for own in 0..run.len() {
            let index = if item.is_some() { own } else { run_idx };
            xml.empty("RegionRefIndexed", &[("index", &index), ("regionRef", &region_id(at))]);
            at += 1;
        }
        if item.is_some() {
            xml.close("OrderedGroupIndexed");
        }
    }
    xml.close("OrderedGroup");
    xml.close("ReadingOrder");
}

fn region(xml: &mut Xml, sheet: &Sheet<'_>, block: &Block, at: usize) {
    let kind = if block.is_heading { "heading" } else { "paragraph" };
    xml.open("TextRegion", &[("id", &region_id(at)), ("type", &kind)]);
    coords(xml, sheet.bbox(block));
    let lines = sheet.lines(block);
    for (line, line_idx) in lines.iter().zip(block.lines.0..) {
        text_line(xml, sheet, line, line_idx);
    }
    let texts: Vec<String> = lines.iter().map(corrected).collect();
    equivalent(xml, None, None, &texts.join("\n"));
    xml.close("TextRegion");
}

fn corrected(line: &PlacedLine) -> String {
    line.words.iter().map(|word| &*word.text).collect::<Vec<_>>().join(" ")
}

fn text_line(xml: &mut Xml, sheet: &Sheet<'_>, line: &PlacedLine, at: usize) {
    let id = format!("line_{}", at + 1);
    xml.open("TextLine", &[("id", &id)]);
    coords(xml, extent(line));
    for (word_idx, word) in line.words.iter().enumerate() {
        xml.open("Word", &[("id", &format!("{id}_{}", word_idx + 1))]);
        coords(xml, word.bbox);
        equivalent(xml, Some(0), Some(sheet.certainty(word)), &word.text);
        if let Some(read) = &word.read {
            equivalent(xml, Some(1), Some(word.confidence), read);
        }
        xml.close("Word");
    }
    equivalent(xml, None, None, &corrected(line));
    xml.close("TextLine");
}

fn equivalent(xml: &mut Xml, index: Option<u32>, confidence: Option<f32>, text: &str) {
    let confidence = confidence.map(|confidence| confidence.clamp(0.0, 1.0));
    let mut attributes: Vec<(&str, &dyn Display)> = Vec::new();
    attributes.extend(index.iter().map(|index| ("index", index as &dyn Display)));
    attributes.extend(confidence.iter().map(|confidence| ("conf", confidence as &dyn Display)));
    xml.open("TextEquiv", &attributes);
    xml.text("Unicode", &[], text);
    xml.close("TextEquiv");
}

fn shape(xml: &mut Xml, name: &str, id: &str, bbox: BBox) {
    xml.open(name, &[("id", &id)]);
    coords(xml, bbox);
    xml.close(name);
}

/// Its corners, of which none lies outside the page.
fn coords(xml: &mut Xml, bbox: BBox) {
    let BBox { x0, y0, x1, y1 } = BBox::new(bbox.x0.max(0), bbox.y0.max(0), bbox.x1.max(0), bbox.y1.max(0));
    xml.empty("Coords", &[("points", &format!("{x0},{y0} {x1},{y0} {x1},{y1} {x0},{y1}"))]);
}
