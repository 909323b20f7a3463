//! Any map of letters, any text and any reading of its picture: the layer of a born-digital page is believed, completed
//! or refused, never with a panic, and its words are plain letters.
#![no_main]

use image::GrayImage;
use libfuzzer_sys::{Corpus, fuzz_target};
use paragraf::error::Result;
use paragraf::input::{Input, LayerPolicy, PageContent, RawWord};
use paragraf::ocr::{EngineInfo, LazyEngine, OcrEngine, read_page};
use paragraf::page::BBox;

/// Reads the same words off every picture.
struct Says(Vec<String>);

impl OcrEngine for Says {
    fn info(&self) -> EngineInfo {
        EngineInfo { name: "says".into(), version: String::new(), models: Vec::new() }
    }

    fn recognise(&mut self, pixels: &GrayImage, _: u32) -> Result<Vec<RawWord>> {
        let (width, height) = (pixels.width() as i32, pixels.height() as i32);
        let word = |(at, text): (usize, &String)| {
            let x = at as i32 * 50 % width.max(1);
            let bbox = BBox::new(x, 0, x + 40, height);
            RawWord { text: text.clone(), bbox, confidence: 0.9, line: at as u32 / 5, face: None }
        };
        Ok(self.0.iter().enumerate().map(word).collect())
    }

    fn recognise_line(&mut self, pixels: &GrayImage, dpi: u32) -> Result<Vec<RawWord>> {
        self.recognise(pixels, dpi)
    }
}

/// A page of one font with this map, small enough to be drawn thousands of times.
fn page(map: &[u8], text: &[u8], more: &[u8]) -> Vec<u8> {
    let hex = |text: &[u8]| text.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let mut content: Vec<u8> = Vec::new();
    for (at, line) in text.chunks(24).take(12).enumerate() {
        content.extend(format!("BT /F 9 Tf 9 {} Td <{}> Tj ET\n", 160 - 13 * at, hex(line)).bytes());
    }
    content.extend(more);
    let stream = |data: &[u8]| {
        [format!("<< /Length {} >>\nstream\n", data.len()).as_bytes(), data, b"\nendstream"].concat()
    };
    let font = "/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 5 0 R";
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 180 180] /Contents 4 0 R /Resources << /Font << /F << {font} \
             >> >> >> >>"
        )
        .into_bytes(),
        stream(&content),
        stream(map),
    ];
    let mut pdf = b"%PDF-1.5\n".to_vec();
    for (at, object) in objects.iter().enumerate() {
        pdf.extend(format!("{} 0 obj\n", at + 1).bytes());
        pdf.extend(object);
        pdf.extend(b"\nendobj\n");
    }
    pdf.extend(b"trailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n");
    pdf
}

fuzz_target!(|data: &[u8]| -> Corpus {
    // The map, the text, what is drawn beside it and what an engine reads, each after a zero.
    let mut parts = data.splitn(4, |byte| *byte == 0);
    let [map, text, more, said] = [(); 4].map(|()| parts.next().unwrap_or_default());
    let Ok((_, input)) = Input::open(page(map, text, more)) else { return Corpus::Reject };
    let Ok(page) = input.page(1, LayerPolicy::Auto) else { return Corpus::Reject };
    let is_placed = matches!(page.content, PageContent::Placed(_));
    let said: Vec<String> = String::from_utf8_lossy(said).split_whitespace().map(str::to_owned).collect();
    let mut engine = LazyEngine::new(move || Ok(Box::new(Says(said.clone())) as Box<_>));
    let read = read_page(1, page.clone(), &mut engine).expect("a page that was opened is read");
    let again = read_page(1, page, &mut engine).expect("a page that was read once");
    assert!(read.page == again.page && read.rejected_layer == again.rejected_layer);
    if is_placed && read.engine.is_none() {
        assert!(!read.page.text.contains(['\u{ad}', '\u{fb00}', '\u{fb01}', '\u{fb02}', '\u{a0}', '\u{200b}']));
    }
    for word in &read.page.words {
        let text = read.page.text.get(word.span.start..word.span.end).expect("spans on the borders of characters");
        assert!(!text.is_empty() && !text.contains(char::is_whitespace), "{text:?}");
    }
    Corpus::Keep
});
