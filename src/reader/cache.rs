//! Pages that were recognised before, by what was recognised: the same pixels with the same model give the same words.
//!
//! A blank form, a page that two files share, a file that is read again after a change elsewhere: each is
//! recognised once. What is known of a page stands in a file of its own, written whole, so that any number
//! of processes may share a folder. What cannot be read or written is as if it were not there.

use crate::hash::hex;
use crate::input::PageImage;
use crate::ocr::ReadPage;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// A folder of recognised pages.
pub struct PageCache {
    folder: PathBuf,
    /// Hash of all that decides what is read off given pixels.
    reader: String,
}

impl PageCache {
    /// `reader` names what reads: the version of the reading, and the model.
    pub fn new(folder: &Path, reader: &str) -> Self {
        PageCache { folder: folder.to_owned(), reader: reader.to_owned() }
    }

    fn path(&self, image: &PageImage) -> PathBuf {
        let mut hash = Sha256::new();
        hash.update(self.reader.as_bytes());
        for number in [image.dpi, image.pixels.width(), image.pixels.height()] {
            hash.update(number.to_le_bytes());
        }
        hash.update(image.pixels.as_raw());
        let name = hex(&hash.finalize());
        // A folder of a hundred thousand files is slow to list.
        self.folder.join(&name[..2]).join(format!("{name}.json"))
    }

    /// What was read off the same pixels before, as if it were page `number`.
    pub fn get(&self, image: &PageImage, number: u32) -> Option<ReadPage> {
        let bytes = std::fs::read(self.path(image)).ok()?;
        let mut read: ReadPage = serde_json::from_slice(&bytes).ok()?;
        read.page.number = number;
        Some(read)
    }

    pub fn put(&self, image: &PageImage, read: &ReadPage) {
        let path = self.path(image);
        let write = || -> std::io::Result<()> {
            let folder = path.parent().unwrap_or(&self.folder);
            std::fs::create_dir_all(folder)?;
            let mut file = tempfile::Builder::new().prefix(".paragraf-").tempfile_in(folder)?;
            serde_json::to_writer(&mut file, read)?;
            file.persist(&path)?;
            Ok(())
        };
        // The page is read; that it will have to be read again another time is no reason to lose it.
        let _ = write();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{OcrPage, PageStatus, TextSource};
    use image::{GrayImage, Luma};

    #[test]
    fn only_the_same_pixels_and_the_same_reader_are_known_again() {
        let folder = tempfile::tempdir().unwrap();
        let cache = PageCache::new(folder.path(), "one");
        let image =
            |shade: u8, dpi: u32| PageImage { number: 1, dpi, pixels: GrayImage::from_pixel(9, 5, Luma([shade])) };
        let page = OcrPage::empty(1, PageStatus::Blank, TextSource::Ocr);
        let read = ReadPage { page, engine: None, rejected_layer: None, from_picture: Vec::new() };
        assert!(cache.get(&image(7, 300), 1).is_none());
        cache.put(&image(7, 300), &read);
        assert_eq!(cache.get(&image(7, 300), 4).unwrap().page.number, 4);
        assert!(cache.get(&image(8, 300), 1).is_none() && cache.get(&image(7, 200), 1).is_none());
        assert!(PageCache::new(folder.path(), "two").get(&image(7, 300), 1).is_none());
        // Half a file is none.
        let file = cache.path(&image(7, 300));
        std::fs::write(&file, "{").unwrap();
        assert!(cache.get(&image(7, 300), 1).is_none());
    }
}
