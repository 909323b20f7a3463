//! ALTO 4.4, a file a page: what library systems and viewers of digitised print take in.

use super::naming::name_of;
use super::sheet::{Block, Sheet, each_page, extent};
use super::words::PlacedWord;
use super::xml::Xml;
use super::{Job, Summary};
use crate::error::Result;
use crate::page::{BBox, PageStatus, TextSource};
use std::collections::BTreeSet;

const FOLDER: &str = "alto";
const NAMESPACE: &str = "http://www.loc.gov/standards/alto/ns-v4#";
const SCHEMA: &str = "http://www.loc.gov/standards/alto/v4/alto-4-4.xsd";

pub fn export(job: &Job<'_>) -> Result<Summary> {
    each_page(job, &file, FOLDER)
}

fn file(sheet: &Sheet<'_>) -> Vec<u8> {
    let mut xml = Xml::new();
    let location = format!("{NAMESPACE} {SCHEMA}");
    xml.open(
        "alto",
        &[
            ("xmlns", &NAMESPACE),
            ("xmlns:xsi", &"http://www.w3.org/2001/XMLSchema-instance"),
            ("xsi:schemaLocation", &location),
            ("SCHEMAVERSION", &"4.4"),
        ],
    );
    description(&mut xml, sheet);
    tags(&mut xml, sheet);
    xml.open("Layout", &[]);
    page(&mut xml, sheet);
    xml.close("Layout");
    xml.close("alto");
    xml.finish()
}

fn description(xml: &mut Xml, sheet: &Sheet<'_>) {
    let (ocr, document) = (sheet.ocr(), sheet.document);
    xml.open("Description", &[]);
    xml.text("MeasurementUnit", &[], "pixel");
    xml.open("sourceImageInformation", &[]);
    xml.text("fileName", &[], sheet.file());
    xml.text("documentIdentifier", &[], &document.id);
    xml.close("sourceImageInformation");
    xml.open("OCRProcessing", &[("ID", &"OCR_1")]);
    if ocr.rotation != 0 || ocr.skew_degrees != 0.0 {
        xml.open("preProcessingStep", &[]);
        if ocr.rotation != 0 {
            let turned =
                format!("stored turned clockwise by {} degrees; places are those of the upright page", ocr.rotation);
            xml.text("processingStepDescription", &[], &turned);
        }
        if ocr.skew_degrees != 0.0 {
            let straightened =
                format!("straightened by {} degrees to be read; places are as it lies", ocr.skew_degrees);
            xml.text("processingStepDescription", &[], &straightened);
        }
        xml.close("preProcessingStep");
    }
    xml.open("ocrProcessingStep", &[]);
    xml.text("processingDateTime", &[], sheet.finished);
    match (&document.producer.ocr, ocr.source) {
        (Some(engine), TextSource::Ocr) => {
            let models = engine.models.iter().map(|model| format!("{} (SHA-256 {})", model.name, model.sha256));
            let models = models.collect::<Vec<_>>().join(", ");
            if !models.is_empty() {
                xml.text("processingStepSettings", &[], &format!("model {models}"));
            }
            software(xml, &engine.engine, &engine.version);
        }
        (None, TextSource::Ocr) => xml.text("processingStepDescription", &[], "recognised before"),
        _ => xml.text("processingStepDescription", &[], "text of the file itself; nothing was recognised"),
    }
    xml.close("ocrProcessingStep");
    xml.open("postProcessingStep", &[]);
    xml.text("processingDateTime", &[], sheet.finished);
    xml.text("processingStepDescription", &[], "words corrected by dictionaries; what was read is their ALTERNATIVE");
    xml.text("processingStepSettings", &[], &format!("configuration {}", document.producer.configuration_sha256));
    software(xml, &document.producer.name, &document.producer.version);
    xml.close("postProcessingStep");
    xml.close("OCRProcessing");
    xml.close("Description");
}

fn software(xml: &mut Xml, name: &str, version: &str) {
    xml.open("processingSoftware", &[]);
    xml.text("softwareName", &[], name);
    xml.text("softwareVersion", &[], version);
    xml.close("processingSoftware");
}

/// The items of the page.
fn tags(xml: &mut Xml, sheet: &Sheet<'_>) {
    let items: BTreeSet<usize> = sheet.blocks.iter().filter_map(|block| block.item).collect();
    if items.is_empty() {
        return;
    }
    xml.open("Tags", &[]);
    for at in items {
        let item = &sheet.document.items[at];
        let (id, name) = (tag(at), name_of(item));
        let name = if name.is_empty() { &item.id } else { &name };
        match &item.reference {
            Some(reference) => xml
                .empty("StructureTag", &[("ID", &id), ("TYPE", &"item"), ("LABEL", name), ("DESCRIPTION", reference)]),
            None => xml.empty("StructureTag", &[("ID", &id), ("TYPE", &"item"), ("LABEL", name)]),
        }
    }
    xml.empty("StructureTag", &[("ID", &HEADING), ("TYPE", &"heading"), ("LABEL", &"heading")]);
    xml.close("Tags");
}

const HEADING: &str = "heading";

fn tag(item: usize) -> String {
    format!("item_{}", item + 1)
}

fn page(xml: &mut Xml, sheet: &Sheet<'_>) {
    let ocr = sheet.ocr();
    let id = format!("page_{}", ocr.number);
    let confidence = ocr.confidence.clamp(0.0, 1.0);
    // Lines that slant: the page itself is told as it stands upright.
    let attributes: [(&str, &dyn std::fmt::Display); 7] = [
        ("ID", &id),
        ("PHYSICAL_IMG_NR", &ocr.number),
        ("WIDTH", &ocr.width),
        ("HEIGHT", &ocr.height),
        ("PC", &confidence),
        ("LANG", &"sv"),
        ("ROTATION", &ocr.skew_degrees),
    ];
    if ocr.status == PageStatus::Lost {
        xml.empty("Page", &[&attributes[..2], &[("QUALITY_DETAIL", &"could not be read")]].concat());
        return;
    }
    xml.open("Page", &attributes);
    let all = sheet.placed.lines.iter().map(extent).chain(ocr.rulings.iter().copied()).chain(ocr.ink.iter().copied());
    match all.reduce(BBox::union) {
        Some(whole) => {
            place(xml, true, "PrintSpace", &[("ID", &"print")], whole);
            print(xml, sheet);
            xml.close("PrintSpace");
        }
        None => xml.empty("PrintSpace", &[("ID", &"print")]),
    }
    xml.close("Page");
}

fn print(xml: &mut Xml, sheet: &Sheet<'_>) {
    let mut n_blocks = 0;
    for (run_idx, run) in sheet.runs().enumerate() {
        let whole = run.iter().map(|block| sheet.bbox(block)).reduce(BBox::union).unwrap_or_default();
        let item = run[0].item.map(tag);
        if let Some(item) = &item {
            let id = format!("composed_{}", run_idx + 1);
            place(xml, true, "ComposedBlock", &[("ID", &id), ("TYPE", &"item"), ("TAGREFS", item)], whole);
        }
        for block in run {
            n_blocks += 1;
            text_block(xml, sheet, block, n_blocks);
        }
        if item.is_some() {
            xml.close("ComposedBlock");
        }
    }
    for (at, rule) in sheet.ocr().rulings.iter().enumerate() {
        place(xml, false, "GraphicalElement", &[("ID", &format!("rule_{}", at + 1))], *rule);
    }
    for (at, ink) in sheet.ocr().ink.iter().enumerate() {
        place(xml, false, "Illustration", &[("ID", &format!("ink_{}", at + 1)), ("TYPE", &"ink")], *ink);
    }
}

fn text_block(xml: &mut Xml, sheet: &Sheet<'_>, block: &Block, number: usize) {
    let id = format!("block_{number}");
    let tags = [block.item.map(tag), block.is_heading.then(|| HEADING.to_owned())];
    let tags = tags.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let attributes: [(&str, &dyn std::fmt::Display); 2] = [("ID", &id), ("TAGREFS", &tags)];
    let n_attributes = if tags.is_empty() { 1 } else { 2 };
    place(xml, true, "TextBlock", &attributes[..n_attributes], sheet.bbox(block));
    for at in block.lines.0..block.lines.1 {
        text_line(xml, sheet, at);
    }
    xml.close("TextBlock");
}

fn text_line(xml: &mut Xml, sheet: &Sheet<'_>, at: usize) {
    let line = &sheet.placed.lines[at];
    place(xml, true, "TextLine", &[("ID", &format!("line_{}", at + 1))], extent(line));
    let continued = at.checked_sub(1).and_then(|before| sheet.divided(before));
    let divided = sheet.divided(at);
    for (word_idx, word) in line.words.iter().enumerate() {
        if let Some(before) = word_idx.checked_sub(1).map(|before| &line.words[before]) {
            let gap = BBox::new(before.bbox.x1, word.bbox.y0, word.bbox.x0.max(before.bbox.x1), word.bbox.y1);
            xml.empty("SP", &[("HPOS", &gap.x0), ("VPOS", &gap.y0), ("WIDTH", &gap.width())]);
        }
        let whole = match &divided {
            Some(whole) if word_idx + 1 == line.words.len() => Some(("HypPart1", whole)),
            _ if word_idx == 0 => continued.as_ref().map(|whole| ("HypPart2", whole)),
            _ => None,
        };
        string(xml, word, whole);
    }
    xml.close("TextLine");
}

/// A word; of one that is divided the part here, the hyphen by itself.
fn string(xml: &mut Xml, word: &PlacedWord, whole: Option<(&str, &String)>) {
    let mut content = word.text.as_str();
    let mut bbox = word.bbox;
    let mut hyphen = None;
    if let Some(("HypPart1", _)) = whole
        && let Some((at, sign)) = content.char_indices().next_back()
    {
        let width = bbox.width() / content.chars().count().max(1) as i32;
        hyphen = Some((sign, BBox::new(bbox.x1 - width, bbox.y0, bbox.x1, bbox.y1)));
        (content, bbox.x1) = (&content[..at], bbox.x1 - width);
    }
    let confidence = word.confidence.clamp(0.0, 1.0);
    let mut attributes: Vec<(&str, &dyn std::fmt::Display)> = vec![("CONTENT", &content), ("WC", &confidence)];
    if let Some((kind, whole)) = &whole {
        attributes.extend([("SUBS_TYPE", kind as &dyn std::fmt::Display), ("SUBS_CONTENT", whole)]);
    }
    place(xml, word.read.is_some(), "String", &attributes, bbox);
    if let Some(read) = &word.read {
        xml.text("ALTERNATIVE", &[("PURPOSE", &"as read")], read);
        xml.close("String");
    }
    if let Some((sign, bbox)) = hyphen {
        place(xml, false, "HYP", &[("CONTENT", &sign)], bbox);
    }
}

/// An element with its place; left open where it holds more.
fn place(xml: &mut Xml, is_open: bool, name: &str, attributes: super::xml::Attributes<'_>, bbox: BBox) {
    let (width, height) = (bbox.width(), bbox.height());
    let places: [(&str, &dyn std::fmt::Display); 4] =
        [("HPOS", &bbox.x0), ("VPOS", &bbox.y0), ("WIDTH", &width), ("HEIGHT", &height)];
    let all = [attributes, &places].concat();
    if is_open { xml.open(name, &all) } else { xml.empty(name, &all) }
}
