//! The pages of an input put together, with their text: from PDFs as they are, from images as the page they show.

use super::about::Places;
use super::annotations;
use super::copy::Copier;
use super::file::File;
use super::font::Letters;
use super::images::sheet;
use super::masked;
use super::picture::{Picture, Sheet, Space};
use super::place::Place;
use super::text;
use crate::error::{Error, Result};
use crate::export::words::PlacedPage;
use crate::input::recognised::RecognisedFile;
use crate::input::{Input, MediaType};
use crate::page::{BBox, PageStatus, TextSource};
use hayro::hayro_syntax::page::Page;
use hayro::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::kurbo::{Affine, Rect};
use pdf_writer::{Finish, Name, Ref};
use std::collections::{BTreeSet, HashMap};
use std::path::Path;

/// A file of pages that is being put together.
pub struct Book<'e> {
    pub file: File,
    pub places: Places,
    pub notes: BTreeSet<String>,
    /// What PDFs say of their layers, where there is one.
    pub layers: Option<Ref>,
    /// The pages with the words that are to be written on them, by their number in the input.
    placed: HashMap<u32, PlacedPage<'e>>,
    /// What is to be covered on them.
    masks: HashMap<u32, Vec<BBox>>,
    is_masked: bool,
    letters: Letters,
    font: Ref,
    /// Pages that are there already.
    n_pages: u32,
    /// Those of them that show nothing, since their picture is not there.
    n_blank: u32,
}

/// How the font of the text is called on a page.
const FONT: &str = "PgfUnseen";
const POINTS: f64 = 72.0;
/// What an image is taken to have an inch that does not say it and was not read.
const USUAL_DPI: u32 = 300;
/// The sides of a page of PDF/A.
const SIDES: std::ops::RangeInclusive<f64> = 3.0..=14_400.0;

impl<'e> Book<'e> {
    pub fn new(placed: HashMap<u32, PlacedPage<'e>>, masks: HashMap<u32, Vec<BBox>>, is_masked: bool) -> Book<'e> {
        let mut file = File::new();
        let font = file.next_ref();
        Book {
            file,
            places: Places::new(),
            notes: BTreeSet::new(),
            layers: None,
            placed,
            masks,
            is_masked,
            letters: Letters::default(),
            font,
            n_pages: 0,
            n_blank: 0,
        }
    }

    /// Adds the pages of a file, which lies at this path.
    pub fn add(&mut self, bytes: Vec<u8>, path: &Path) -> Result<()> {
        match MediaType::detect(&bytes)? {
            MediaType::Pdf => self.add_pdf(bytes),
            kind if kind.is_image() => self.add_images(bytes, kind),
            kind if kind.is_recognised() => self.add_recognised(&bytes, kind, path),
            _ => Err(Error::Input("a part of it holds words and no pages to show".into())),
        }
    }

    /// Whether a page shows anything.
    pub fn has_pictures(&self) -> bool {
        self.n_blank < self.n_pages
    }

    /// Writes the font.
    pub fn finish(&mut self) {
        if !self.letters.is_empty() {
            self.letters.write(&mut self.file, self.font);
        }
    }

    fn add_pdf(&mut self, bytes: Vec<u8>) -> Result<()> {
        if bytes.windows(8).any(|window| window == b"/Encrypt") {
            self.notes.insert("the original is encrypted, the copy is not".into());
        }
        let first = self.n_pages;
        let has_masks = self.masks.keys().any(|number| *number > first);
        let pictures = if has_masks { Some(Input::open(bytes.clone())?.1) } else { None };
        let pdf = Pdf::new(bytes).map_err(|error| {
            Error::Input(match error {
                LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
                    "the PDF is protected by a password".into()
                }
                LoadPdfError::Decryption(_) => "the PDF's encryption cannot be undone".into(),
                LoadPdfError::Invalid => "the PDF is broken and no page can be found in it".into(),
            })
        })?;
        let mut copier = Copier::new(&pdf);
        for (at, page) in pdf.pages().iter().enumerate() {
            self.n_pages += 1;
            let number = self.n_pages;
            match (self.masks.remove(&number), &pictures) {
                (Some(boxes), Some(input)) => self.masked_page(input, at as u32 + 1, page, &boxes)?,
                (Some(_), None) => return Err(Error::Input(format!("page {number} cannot be covered"))),
                (None, _) => self.copied_page(&mut copier, page),
            }
        }
        if self.layers.is_none() {
            self.layers = copier.layers(&mut self.file);
        }
        copier.finish(&mut self.file);
        Ok(())
    }

    fn copied_page<'p>(&mut self, copier: &mut Copier<'p>, page: &'p Page<'p>) {
        let number = self.n_pages;
        let placed = self.placed.remove(&number);
        // What a scanner wrote behind the picture goes: it is the same text, and worse.
        let is_scan = placed
            .as_ref()
            .is_some_and(|placed| placed.ocr.source == TextSource::Ocr && placed.ocr.status != PageStatus::Lost);
        let copied = copier.content(&mut self.file, page, is_scan);
        // What is seen upon a masked edition's pages is part of them; where links lead is not.
        let mut upon = annotations::of(page, copier, &mut self.file, !self.is_masked);
        if upon.is_signed {
            self.notes.insert("the original is signed; the signature holds for the original only".into());
        }
        let mut after = std::mem::take(&mut upon.content).into_bytes();
        let mut more = upon.forms;
        if let Some(placed) = placed.filter(|placed| placed.ocr.has_boxes()) {
            let (place, _) = Place::of(page, placed.ocr);
            self.places.insert(number, (self.file.pages.len(), place));
            if let Some(text) = text::content(&placed, &place, &mut self.letters, FONT) {
                after.extend(text);
                more.push((b"Font", FONT.to_owned(), self.font));
            }
        }
        let mut streams = copied.streams.clone();
        if !after.is_empty() {
            // What the content leaves behind of its graphics state is undone.
            let before = self.file.next_ref();
            self.file.pdf.stream(before, b"q\n");
            streams.insert(0, before);
            let mut content = b"\n".to_vec();
            content.extend(b"Q\n".repeat(copied.open + 1));
            content.extend(after);
            let id = self.file.next_ref();
            self.file.flate(id, &content);
            streams.push(id);
        }
        let [id, resources] = [(); 2].map(|()| self.file.next_ref());
        copier.resources(&mut self.file, resources, &copied, &more);
        let media = page.media_box();
        if !SIDES.contains(&media.width()) || !SIDES.contains(&media.height()) {
            self.file.faults.insert("a page is smaller or larger than PDF/A allows".into());
        }
        copier.page(&mut self.file, page, id, &streams, resources, &upon.links);
    }

    /// A page as a picture in which some places are black.
    fn masked_page(&mut self, input: &Input, at: u32, page: &Page<'_>, boxes: &[BBox]) -> Result<()> {
        let number = self.n_pages;
        let lost = || Error::Input(format!("page {number} was not read, so nothing on it can be covered"));
        let placed = self.placed.remove(&number).ok_or_else(lost)?;
        let picture = masked::picture(input, at, placed.ocr, boxes)?;
        let (width, height) = page.render_dimensions();
        let (width, height) = (f64::from(width), f64::from(height));
        let (_, part) = Place::of(page, placed.ocr);
        let unit = page.raw().get::<f32>("UserUnit");
        self.picture_page(&Sheet::of(picture), Some(&placed), (width, height), part, unit);
        Ok(())
    }

    fn add_images(&mut self, bytes: Vec<u8>, kind: MediaType) -> Result<()> {
        let first = self.n_pages;
        let has_masks = self.masks.keys().any(|number| *number > first);
        let is_one = kind != MediaType::Tiff;
        let input = if has_masks || !is_one { Some(Input::open(bytes.clone())?.1) } else { None };
        let n_pages = input.as_ref().map_or(1, Input::n_pages);
        for at in 1..=n_pages {
            self.n_pages += 1;
            self.image_page(&bytes, kind, at, input.as_ref())?;
        }
        Ok(())
    }

    /// Pages that another program recognised, each as the picture beside the file shows it.
    fn add_recognised(&mut self, bytes: &[u8], kind: MediaType, path: &Path) -> Result<()> {
        let mut file = RecognisedFile::open(bytes, kind)?;
        file.lies_at(path);
        for at in 1..=file.n_pages() {
            self.n_pages += 1;
            let number = self.n_pages;
            let (page, picture) = file.page_and_picture(at)?;
            match picture {
                Some((picture, at)) => {
                    let is_masked = self.masks.contains_key(&number);
                    let input = if is_masked { Some(Input::open(picture.bytes().to_vec())?.1) } else { None };
                    self.image_page(picture.bytes(), picture.kind(), at, input.as_ref())?;
                }
                None => {
                    self.n_blank += 1;
                    self.notes.insert(format!("page {number} is blank: no picture of it lies beside the file"));
                    self.masks.remove(&number);
                    let placed = self.placed.remove(&number);
                    let sheet = Sheet::of_parts(Vec::new(), page.width, page.height);
                    self.sheet_page(&sheet, placed.as_ref());
                }
            }
        }
        Ok(())
    }

    /// A page of an image file, which is opened too where something on it is to be covered.
    fn image_page(&mut self, bytes: &[u8], kind: MediaType, at: u32, input: Option<&Input>) -> Result<()> {
        let number = self.n_pages;
        let placed = self.placed.remove(&number);
        let sheet = match (self.masks.remove(&number), &placed, input) {
            (None, ..) => sheet(bytes, kind, at)?,
            (Some(boxes), Some(placed), Some(input)) => Sheet::of(masked::picture(input, at, placed.ocr, &boxes)?),
            (Some(_), ..) => return Err(Error::Input(format!("page {number} cannot be covered"))),
        };
        if let Some(note) = sheet.note {
            self.notes.insert(note.into());
        }
        self.sheet_page(&sheet, placed.as_ref());
        Ok(())
    }

    /// A page as large as what it shows.
    fn sheet_page(&mut self, sheet: &Sheet, placed: Option<&PlacedPage<'_>>) {
        let dpi = placed.map(|placed| placed.ocr.dpi).filter(|dpi| *dpi > 0).unwrap_or(USUAL_DPI);
        let scale = POINTS / f64::from(dpi);
        let size = (f64::from(sheet.width) * scale, f64::from(sheet.height) * scale);
        self.picture_page(sheet, placed, size, Rect::new(0.0, 0.0, size.0, size.1), None);
    }

    /// A page of such a size that shows images on a part of it, origin at the top.
    fn picture_page(
        &mut self,
        sheet: &Sheet,
        placed: Option<&PlacedPage<'_>>,
        (width, height): (f64, f64),
        part: Rect,
        unit: Option<f32>,
    ) {
        let number = self.n_pages;
        let to_own = Affine::new([1.0, 0.0, 0.0, -1.0, 0.0, height]);
        let scale = [
            part.width() / f64::from(sheet.width.max(1)),
            0.0,
            0.0,
            part.height() / f64::from(sheet.height.max(1)),
            part.x0,
            part.y0,
        ];
        let to_page = to_own * Affine::new(scale) * sheet.turn;
        let mut content = Vec::new();
        let mut images = Vec::new();
        for (at, (picture, left, top)) in sheet.pictures.iter().enumerate() {
            let id = self.file.next_ref();
            self.write(picture, id);
            // An image is drawn into a square whose origin is at its lower left.
            let (w, h) = (f64::from(picture.width), f64::from(picture.height));
            let square = Affine::new([w, 0.0, 0.0, -h, f64::from(*left), f64::from(*top) + h]);
            let [a, b, c, d, e, f] = (to_page * square).as_coeffs();
            let name = format!("Im{at}");
            content.extend(format!("q {a:.4} {b:.4} {c:.4} {d:.4} {e:.4} {f:.4} cm /{name} Do Q\n").bytes());
            images.push((name, id));
        }
        let mut has_text = false;
        if let Some(placed) = placed.filter(|placed| placed.ocr.has_boxes()) {
            let place = Place::new(placed.ocr, part, to_own);
            self.places.insert(number, (self.file.pages.len(), place));
            if let Some(text) = text::content(placed, &place, &mut self.letters, FONT) {
                content.extend(text);
                has_text = true;
            }
        }
        let [id, stream] = [(); 2].map(|()| self.file.next_ref());
        self.file.flate(stream, &content);
        if !SIDES.contains(&width) || !SIDES.contains(&height) {
            self.file.faults.insert("a page is smaller or larger than PDF/A allows".into());
        }
        self.file.pages.push(id);
        let (tree, font) = (self.file.tree, self.font);
        let mut page = self.file.pdf.page(id);
        page.parent(tree).media_box(pdf_writer::Rect::new(0.0, 0.0, width as f32, height as f32)).contents(stream);
        if let Some(unit) = unit {
            page.pair(Name(b"UserUnit"), unit);
        }
        let mut resources = page.resources();
        let mut objects = resources.x_objects();
        for (name, id) in &images {
            objects.pair(Name(name.as_bytes()), *id);
        }
        objects.finish();
        if has_text {
            resources.fonts().pair(Name(FONT.as_bytes()), font);
        }
    }

    fn write(&mut self, picture: &Picture, id: Ref) {
        if picture.space == Space::Cmyk {
            self.file.faults.insert(super::content::CMYK.into());
        }
        picture.write(&mut self.file.pdf, id);
    }
}
