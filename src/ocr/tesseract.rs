//! Tesseract behind [`OcrEngine`]: it finds the lines of a page, and the network of its model reads them.
//!
//! The network is computed by [`super::lstm`] where the model is one of the usual kind, by Tesseract itself
//! where it is not. The binding's iterators may outlive their page in safe code, so they never leave the
//! function that asks for them, and words that Tesseract read are taken from the table that it writes in one call.

use super::engine::{EngineInfo, OcrEngine, TESSERACT, TESSERACT_ALONE};
use super::lstm::{self, Network};
use super::model::Model;
use super::read;
use crate::correct::Lexicon;
use crate::error::{Error, Result};
use crate::input::RawWord;
use crate::page::BBox;
use image::GrayImage;
use tesseract_rs::{TessOrientation, TessPageIteratorLevel, TessPageSegMode, TesseractAPI};

/// An engine with its model loaded. It reads page after page and is never shared between threads.
pub struct TesseractEngine {
    api: TesseractAPI,
    info: EngineInfo,
    /// None where only Tesseract knows how to compute it.
    network: Option<Network>,
    lexicon: Lexicon,
    /// The lines of the page that was glanced at last: it is most likely the one to be read next.
    glanced: Option<(u64, Vec<BBox>)>,
}

impl TesseractEngine {
    /// Needs `OMP_THREAD_LIMIT=1` in the process's environment from its start: see [`crate::reader`].
    pub fn new(model: &Model) -> Result<Self> {
        let missing = |what: &str| Error::EngineMissing {
            what: format!("Tesseract cannot load the model '{}' ({what})", model.name),
            hint: "give another with --model, or see 'paragraf doctor'".into(),
        };
        if model.alphabet().is_empty() {
            return Err(missing("it is no LSTM model"));
        }
        let size = i32::try_from(model.bytes.len()).map_err(|_| missing("it is too large"))?;
        const LSTM_ONLY: i32 = 1;
        let api = TesseractAPI::new();
        let language: String = model.name.chars().filter(char::is_ascii_alphanumeric).collect();
        api.init_5(&model.bytes, size, &language, LSTM_ONLY, &[]).map_err(|error| missing(&error.to_string()))?;
        // Its remarks on single pages would land between the program's own lines.
        let quiet = if cfg!(windows) { "NUL" } else { "/dev/null" };
        api.set_variable("debug_file", quiet).map_err(engine)?;
        let network = model.network();
        let name = if network.is_some() { TESSERACT } else { TESSERACT_ALONE };
        let info = EngineInfo { name: name.into(), version: version(), models: vec![model.info()] };
        Ok(TesseractEngine { api, info, network, lexicon: Lexicon::builtin(), glanced: None })
    }
}

/// Of the library that is linked.
pub fn version() -> String {
    TesseractAPI::version()
}

fn engine(error: impl std::fmt::Display) -> Error {
    Error::Engine(format!("Tesseract: {error}"))
}

impl OcrEngine for TesseractEngine {
    fn info(&self) -> EngineInfo {
        self.info.clone()
    }

    fn recognise(&mut self, pixels: &GrayImage, dpi: u32) -> Result<Vec<RawWord>> {
        if self.network.is_none() {
            return self.read(pixels, dpi, TessPageSegMode::PSM_AUTO);
        }
        let lines = match self.glanced.take() {
            Some((page, lines)) if page == fingerprint(pixels) => lines,
            _ => self.lines(pixels, dpi)?,
        };
        let mut words = Vec::new();
        for (number, line) in (0..).zip(lines.iter().copied()) {
            let read = self.read_line(pixels, line, number);
            // Specks: no such mark stands by itself.
            if read.iter().any(|word| word.text.contains(|c: char| !".,:;'`´’".contains(c))) {
                words.extend(read);
            }
        }
        words.extend(self.written_over(pixels, &lines, &words));
        Ok(words)
    }

    fn glance(&mut self, pixels: &GrayImage, dpi: u32) -> Result<f32> {
        if self.network.is_none() {
            return Ok(read::confidence(&self.read(pixels, dpi, TessPageSegMode::PSM_AUTO)?));
        }
        let lines = self.lines(pixels, dpi)?;
        let mut longest: Vec<BBox> = lines.iter().copied().filter(|line| line.width() > line.height() * 3).collect();
        longest.sort_by_key(|line| std::cmp::Reverse(line.width()));
        let (mut words, mut n_letters) = (Vec::new(), 0);
        for line in longest.into_iter().take(GLANCED_LINES) {
            let found = self.read_line(pixels, line, 0);
            n_letters += found.iter().map(|word| word.text.chars().count()).sum::<usize>();
            words.extend(found);
            if n_letters >= GLANCED_LETTERS {
                break;
            }
        }
        self.glanced = Some((fingerprint(pixels), lines));
        Ok(read::confidence(&words))
    }

    fn recognise_line(&mut self, pixels: &GrayImage, dpi: u32) -> Result<Vec<RawWord>> {
        if self.network.is_none() {
            return self.read(pixels, dpi, TessPageSegMode::PSM_SINGLE_LINE);
        }
        let (width, height) = (pixels.width() as i32, pixels.height() as i32);
        Ok(self.read_line(pixels, BBox::new(0, 0, width, height), 0))
    }
}

/// So many lines, or so many letters, tell whether a page makes sense.
const GLANCED_LINES: usize = 8;
const GLANCED_LETTERS: usize = 120;

/// A page by its size and some of its pixels: enough to know it again a moment later.
fn fingerprint(pixels: &GrayImage) -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    pixels.dimensions().hash(&mut hasher);
    pixels.as_raw().iter().step_by(611).for_each(|value| value.hash(&mut hasher));
    hasher.finish()
}

/// Confidence from which print under handwriting is believed.
const SURE: f32 = 0.85;

impl TesseractEngine {
    /// Print that handwriting touches: the two make one tall line, which reads as nonsense. A strip of it that is
    /// as high as the page's other lines may hold the print.
    fn written_over(&self, pixels: &GrayImage, lines: &[BBox], words: &[RawWord]) -> Vec<RawWord> {
        let mut heights: Vec<i32> = lines.iter().map(|line| line.height()).collect();
        heights.sort_unstable();
        let Some(&height) = heights.get(heights.len() / 2) else { return Vec::new() };
        let mut found = Vec::new();
        for (line, number) in lines.iter().zip(0..) {
            let was_read = words.iter().any(|word| word.line == number && word.confidence >= SURE);
            let is_tall = (height * 3 / 2..height * 5).contains(&line.height());
            if was_read || !is_tall || line.width() < height * 2 {
                continue;
            }
            let strips = (line.y0..line.y1 - height / 2).step_by((height / 3).max(1) as usize);
            let readings = strips.map(|top| {
                let strip = BBox { y0: top, y1: top + height, ..*line };
                let mut words = self.read_line(pixels, strip, lines.len() as u32 + number);
                words.retain(|word| {
                    word.confidence >= SURE && word.text.chars().filter(|c| c.is_alphabetic()).count() > 2
                });
                words
            });
            let n_letters = |words: &Vec<RawWord>| words.iter().map(|word| word.text.len()).sum::<usize>();
            found.extend(readings.max_by_key(n_letters).into_iter().flatten());
        }
        found
    }
}

/// A line's words on the page as Tesseract's layout sees them, and the line on which they stand.
struct Row {
    words: Vec<BBox>,
    bbox: BBox,
    /// From left to right: x and y of its two ends.
    baseline: Option<[i32; 4]>,
}

impl TesseractEngine {
    fn give(&mut self, pixels: &GrayImage, dpi: u32, mode: TessPageSegMode) -> Result<()> {
        let (width, height) = (pixels.width() as i32, pixels.height() as i32);
        self.api.set_page_seg_mode(mode).map_err(engine)?;
        self.api.set_image(pixels.as_raw(), width, height, 1, width).map_err(engine)?;
        self.api.set_source_resolution(dpi as i32).map_err(engine)
    }

    fn read(&mut self, pixels: &GrayImage, dpi: u32, mode: TessPageSegMode) -> Result<Vec<RawWord>> {
        self.give(pixels, dpi, mode)?;
        self.api.recognize().map_err(engine)?;
        let table = self.api.get_tsv_text(0).map_err(engine)?;
        self.api.clear().map_err(engine)?;
        Ok(words(&table))
    }

    fn read_line(&self, pixels: &GrayImage, line: BBox, number: u32) -> Vec<RawWord> {
        let picture = self.network.as_ref().and_then(|network| {
            Some((network, lstm::line::Picture::of(pixels, line, network.height, network.margin())?))
        });
        let Some((network, picture)) = picture else {
            return Vec::new();
        };
        let letters = lstm::letters(network, &network.probabilities(&picture));
        lstm::decode::words(network, &picture, &letters, &self.lexicon, number)
    }

    /// The lines of a page, each as high as its letters reach up and down.
    fn lines(&mut self, pixels: &GrayImage, dpi: u32) -> Result<Vec<BBox>> {
        self.give(pixels, dpi, TessPageSegMode::PSM_AUTO)?;
        let rows = self.rows();
        self.api.clear().map_err(engine)?;
        Ok(lines(&rows))
    }

    fn rows(&self) -> Vec<Row> {
        use TessPageIteratorLevel::{RIL_TEXTLINE, RIL_WORD};
        // Where it finds nothing on the page it has no iterator to give.
        let Ok(layout) = self.api.analyse_layout() else {
            return Vec::new();
        };
        let bbox = |level| layout.bounding_box(level).ok().map(|(x0, y0, x1, y1)| BBox::new(x0, y0, x1, y1));
        let mut rows: Vec<Row> = Vec::new();
        loop {
            let is_upright =
                !matches!(layout.orientation(), Ok((turn, ..)) if turn != TessOrientation::ORIENTATION_PAGE_UP);
            if let (Some(word), Some(line), true) = (bbox(RIL_WORD), bbox(RIL_TEXTLINE), is_upright) {
                let begins = layout.is_at_beginning_of(RIL_TEXTLINE).unwrap_or(true);
                match rows.last_mut() {
                    Some(row) if !begins => row.words.push(word),
                    _ => {
                        let baseline = layout.baseline(RIL_TEXTLINE as i32).ok();
                        let baseline = baseline.map(|(x0, y0, x1, y1)| [x0, y0, x1, y1]);
                        rows.push(Row { words: vec![word], bbox: line, baseline });
                    }
                }
            }
            if !layout.next(RIL_WORD).unwrap_or(false) {
                return rows;
            }
        }
    }
}

/// Gaps of this many times the height of a line divide it: what stands beyond is another column.
const WIDE_GAP: i32 = 2;

fn lines(rows: &[Row]) -> Vec<BBox> {
    // How far letters reach above and below their baseline, where a line is long enough to have all kinds of them.
    let reach = |row: &Row| {
        let [_, y0, _, y1] = row.baseline?;
        let baseline = (y0 + y1) / 2;
        (row.bbox.width() > row.bbox.height() * 6).then_some((baseline - row.bbox.y0, row.bbox.y1 - baseline))
    };
    let (mut up, mut down): (Vec<i32>, Vec<i32>) = rows.iter().filter_map(reach).unzip();
    let middle = |values: &mut Vec<i32>| {
        values.sort_unstable();
        values.get(values.len() / 2).copied().unwrap_or(0).max(0)
    };
    let (typical_up, typical_down) = (middle(&mut up), middle(&mut down));
    let height = (typical_up + typical_down).max(1);
    let tower = height * 3 / 2;
    let mut lines = Vec::new();
    for row in rows {
        let mut words = row.words.clone();
        words.sort_by_key(|word| word.x0);
        let mut pieces: Vec<BBox> = Vec::new();
        for word in words {
            match pieces.last_mut() {
                // What towers over print is handwriting: a line as high as that is too small to be read.
                Some(piece)
                    if word.x0 - piece.x1 <= WIDE_GAP * height.min(row.bbox.height())
                        && (word.height() > tower) == (piece.height() > tower) =>
                {
                    *piece = piece.union(word);
                }
                _ => pieces.push(word),
            }
        }
        lines.extend(pieces.into_iter().map(|piece| {
            let Some([x0, y0, x1, y1]) = row.baseline else { return piece };
            let along = |x: i32| y0 + (y1 - y0) * (x - x0) / (x1 - x0).max(1);
            let baseline = along(piece.x_center());
            // Print of another size has a reach of its own.
            let fits = piece.height() * 5 > typical_up * 3 && piece.height() <= tower;
            let (up, down) = if fits { (typical_up, typical_down) } else { (0, 0) };
            BBox { y0: piece.y0.min(baseline - up), y1: piece.y1.max(baseline + down), ..piece }
        }));
    }
    lines
}

/// The words of Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
fn words(table: &str) -> Vec<RawWord> {
    const WORD_LEVEL: &str = "5";
    let mut words = Vec::new();
    let (mut line, mut last) = (0, None);
    for row in table.lines() {
        let cells: Vec<&str> = row.splitn(12, '\t').collect();
        let [WORD_LEVEL, page, block, paragraph, number, _, left, top, width, height, confidence, text] = cells[..]
        else {
            continue;
        };
        let place = [left, top, width, height].map(|cell| cell.parse::<i32>().ok());
        let [Some(left), Some(top), Some(width), Some(height)] = place else {
            continue;
        };
        let key = [page, block, paragraph, number].map(str::to_owned);
        if last.as_ref() != Some(&key) {
            line += u32::from(last.is_some());
            last = Some(key);
        }
        let confidence = confidence.parse::<f32>().unwrap_or(0.0).clamp(0.0, 100.0) / 100.0;
        let bbox = BBox::new(left, top, left + width, top + height);
        // One cell may hold blanks where the model joined words.
        for part in text.split_whitespace() {
            words.push(RawWord { text: part.to_owned(), bbox, confidence, line, face: None });
        }
    }
    words
}
