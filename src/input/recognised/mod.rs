//! Files of pages that another program recognised: ALTO, PAGE XML and hOCR. Words, places and confidences are taken as
//! they are; rows and pieces are made of them as of words that are recognised here.

mod alto;
mod builder;
mod hocr;
mod page;

use super::image::ImageFile;
use super::markup;
use super::media_type::MediaType;
use super::page::{PageImage, RecognisedPage};
use crate::error::{Error, Result};
use crate::page::BBox;
use std::path::{Path, PathBuf};

/// Larger files are refused before anything is looked for in them.
const MOST_BYTES: usize = 256 << 20;
/// Endings under which the picture of a page may lie beside it.
pub const PICTURES: [&str; 13] =
    ["tif", "tiff", "png", "jpg", "jpeg", "jp2", "jpx", "j2k", "jpf", "webp", "bmp", "gif", "jpe"];

/// The path of a file without the endings of pages that were recognised and of pictures: that of both, where they
/// belong together. `0001.tif`, `0001.xml`, `0001.alto.xml` and `0001.tif.hocr` are one page.
pub fn base(path: &Path) -> PathBuf {
    const KINDS: [&str; 3] = ["alto", "page", "hocr"];
    let base = path.with_extension("");
    let second = base.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match second.filter(|ending| KINDS.contains(&ending.as_str()) || PICTURES.contains(&ending.as_str())) {
        Some(_) => base.with_extension(""),
        None => base,
    }
}

/// A file of such pages.
pub struct RecognisedFile {
    pages: Vec<RecognisedPage>,
    path: Option<PathBuf>,
}

impl RecognisedFile {
    /// Reads all of its words; pictures only when a page is asked for.
    pub fn open(bytes: &[u8], kind: MediaType) -> Result<Self> {
        if bytes.len() > MOST_BYTES {
            return Err(Error::Input(format!("a file of recognised pages has at most {} MiB", MOST_BYTES >> 20)));
        }
        let text = markup::decode(bytes);
        let pages = match kind {
            MediaType::Alto => alto::pages(&text),
            MediaType::PageXml => page::pages(&text),
            _ => hocr::pages(&text),
        }?;
        Ok(RecognisedFile { pages, path: None })
    }

    /// Says where the file lies, so that pictures are found beside it.
    pub fn lies_at(&mut self, path: &Path) {
        self.path = Some(path.to_owned());
    }

    /// How many pages the file has.
    pub fn n_pages(&self) -> u32 {
        self.pages.len() as u32
    }

    /// A page by its number, from 1.
    pub fn page(&self, number: u32) -> Result<RecognisedPage> {
        Ok(self.page_and_picture(number)?.0)
    }

    /// The same and the image file that shows it, with which of its pages that is; none where no picture is there.
    pub fn page_and_picture(&self, number: u32) -> Result<(RecognisedPage, Option<(ImageFile, u32)>)> {
        let page = self.pages.get(number.wrapping_sub(1) as usize);
        let page = page.cloned().ok_or_else(|| Error::Input(format!("there is no page {number}")))?;
        let Some((file, at)) = self.picture_file(&page) else { return Ok((page, None)) };
        let Ok(picture) = file.page(at) else { return Ok((page, None)) };
        let page = with_picture(page, picture);
        let is_shown = page.picture.is_some();
        Ok((page, is_shown.then_some((file, at))))
    }

    /// The picture that the page names, or that is called as the file is. Only a file of the same folder is looked at.
    fn picture_file(&self, page: &RecognisedPage) -> Option<(ImageFile, u32)> {
        let path = self.path.as_ref()?;
        let own_name = page.image.as_deref().and_then(|name| name.rsplit(['/', '\\']).next());
        let named = own_name.filter(|name| !name.is_empty() && *name != "..").map(|name| path.with_file_name(name));
        let base = base(path).into_os_string();
        let with_ending = |ending: String| {
            let mut name = base.clone();
            name.push(format!(".{ending}"));
            PathBuf::from(name)
        };
        let alike = PICTURES.iter().flat_map(|ending| [(*ending).to_owned(), ending.to_uppercase()]).map(with_ending);
        let is_file = |path: &PathBuf| std::fs::symlink_metadata(path).is_ok_and(|it| it.is_file());
        let bytes = std::fs::read(named.into_iter().chain(alike).find(is_file)?).ok()?;
        let kind = MediaType::detect(&bytes).ok().filter(|kind| kind.is_image())?;
        let file = ImageFile::open(bytes, kind).ok()?;
        let number = if file.n_pages() == 1 { 1 } else { page.number };
        Some((file, number))
    }
}

/// A page with its picture, in whose pixels its places are told. One of another shape is not its picture.
fn with_picture(mut page: RecognisedPage, picture: PageImage) -> RecognisedPage {
    const ALIKE: f64 = 0.02;
    let (width, height) = picture.pixels.dimensions();
    let ratio = |pixels: u32, told: u32| if told == 0 { 1.0 } else { f64::from(pixels) / f64::from(told) };
    let (across, down) = (ratio(width, page.width), ratio(height, page.height));
    if (across / down - 1.0).abs() > ALIKE {
        return page;
    }
    if across != 1.0 || down != 1.0 {
        let at = |n: i32, ratio: f64| (f64::from(n) * ratio).round() as i32;
        let scaled = |bbox: &mut BBox| {
            *bbox = BBox::new(at(bbox.x0, across), at(bbox.y0, down), at(bbox.x1, across), at(bbox.y1, down));
        };
        page.words.iter_mut().map(|word| &mut word.bbox).for_each(scaled);
    }
    (page.width, page.height) = (width, height);
    if picture.dpi != 0 {
        page.dpi = picture.dpi;
    } else if across != 1.0 {
        page.dpi = (f64::from(page.dpi) * across).round() as u32;
    }
    // They are measured on the picture.
    page.rulings.clear();
    page.ink.clear();
    page.picture = Some(PageImage { number: page.number, ..picture });
    page
}
