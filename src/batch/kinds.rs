//! What becomes of a file that lies in a folder: by its name, and where that says nothing by its first bytes.

use super::input::InputFile;
use crate::input::{MediaType, recognised};
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// What becomes of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fate {
    Read,
    /// It may hold something, but nothing here reads it: why, and what to do.
    Skipped(String),
    /// Nobody put it there who keeps an archive.
    LeftOut,
}

/// Endings of the files that are read; a file named by itself may have any.
const READ: [&str; 14] =
    ["pdf", "png", "jpg", "jpeg", "jp2", "jpx", "j2k", "jpf", "tif", "tiff", "webp", "bmp", "gif", "txt"];

/// Endings under which others keep all kinds of things; pages that another program recognised are read.
const MARKUP: [&str; 5] = ["xml", "hocr", "html", "htm", "xhtml"];
/// So many of their bytes tell that.
const HEAD_OF_MARKUP: u64 = 64 << 10;

/// Files that systems keep beside others, in small letters.
const OF_SYSTEMS: [&str; 8] = [
    "thumbs.db",
    "ehthumbs.db",
    "ehthumbs_vista.db",
    "desktop.ini",
    ".ds_store",
    ".localized",
    ".directory",
    ".picasa.ini",
];

/// Beginnings of such files: a Mac's second half of a file, Word's and LibreOffice's marks that one is open.
const BEGINNINGS: [&str; 3] = ["._", "~$", ".~lock."];

/// Endings of what is not read: what it is, and what to do.
const UNREAD: [(&[&str], &str); 12] = [
    (
        &["docx", "doc", "docm", "dot", "dotx", "odt", "ott", "rtf", "sxw", "wpd", "wps", "pages"],
        "a document of a word processor: save it as PDF",
    ),
    (&["xlsx", "xls", "xlsm", "ods", "numbers", "csv", "tsv"], "a spreadsheet: save it as PDF"),
    (&["pptx", "ppt", "pps", "ppsx", "odp", "key"], "a presentation: save it as PDF"),
    (
        &["heic", "heif", "avif", "jxl", "psd", "svg", "raw", "cr2", "nef", "dng", "xcf", "pcx", "tga", "wmf", "emf"],
        "a picture of a kind that is not read: save it as PNG or JPEG",
    ),
    (&["eml", "msg", "mbox", "pst"], "mail: save the letter or what is attached to it as PDF"),
    (&["zip", "7z", "rar", "tar", "gz", "tgz", "bz2", "xz", "zst", "cab", "iso"], "an archive of files: unpack it"),
    (&["html", "htm", "mht", "mhtml", "xhtml"], "a web page: print it to PDF"),
    (&["hocr"], "it holds no hOCR"),
    (&["djvu", "djv", "ps", "eps", "xps", "oxps", "epub"], "a document of a kind that is not read: convert it to PDF"),
    (
        &["md", "markdown", "asc", "text", "log", "nfo", "utf8"],
        "a text without the ending .txt: rename it to have it read",
    ),
    (&["mp3", "wav", "m4a", "wma", "ogg", "flac", "aac", "mp4", "mov", "avi", "mkv", "wmv", "webm"], "a recording"),
    (
        &[
            "xml", "json", "jsonl", "yaml", "yml", "mdb", "accdb", "sqlite", "db", "ini", "lnk", "url", "exe", "dll",
            "tmp", "bak", "sha256", "md5",
        ],
        "a file for programs",
    ),
];

/// What becomes of a file of a folder.
pub fn fate(path: &Path) -> Fate {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    if is_left_out(&name) {
        return Fate::LeftOut;
    }
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    if name.starts_with('.') {
        return Fate::Skipped("a hidden file: rename it to have it read".into());
    }
    if READ.contains(&ending.as_str()) {
        return Fate::Read;
    }
    if MARKUP.contains(&ending.as_str()) && is_recognised(path) {
        return Fate::Read;
    }
    match UNREAD.iter().find(|(endings, _)| endings.contains(&ending.as_str())) {
        Some((_, what)) => Fate::Skipped((*what).to_owned()),
        None if is_readable(path) => Fate::Read,
        None if ending.is_empty() => Fate::Skipped("a file without an ending, of a kind that is not known".into()),
        None => Fate::Skipped(format!("files with the ending .{ending} are not read: save it as PDF")),
    }
}

/// Whether systems made it, and no person.
pub fn is_left_out(name: &str) -> bool {
    let name = name.to_lowercase();
    OF_SYSTEMS.contains(&name.as_str()) || BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
}

/// Whether it holds pages that another program recognised.
fn is_recognised(path: &Path) -> bool {
    head(path, HEAD_OF_MARKUP).is_some_and(|head| MediaType::detect(&head).is_ok_and(MediaType::is_recognised))
}

fn head(path: &Path, n_bytes: u64) -> Option<Vec<u8>> {
    let mut head = Vec::new();
    File::open(path).and_then(|file| file.take(n_bytes).read_to_end(&mut head)).ok()?;
    Some(head)
}

/// Leaves out the pictures of pages whose words another file beside them holds, and tells which.
pub fn set_aside(files: &mut [InputFile]) -> Option<String> {
    let ending = |path: &Path| path.extension().map(|it| it.to_string_lossy().to_lowercase()).unwrap_or_default();
    let could_be = |file: &&InputFile| file.skipped.is_none() && MARKUP.contains(&ending(&file.path).as_str());
    let words: BTreeMap<PathBuf, PathBuf> =
        files.iter().filter(could_be).map(|file| (recognised::base(&file.path), file.path.clone())).collect();
    let mut names = Vec::new();
    for file in files {
        if !recognised::PICTURES.contains(&ending(&file.path).as_str()) {
            continue;
        }
        let Some(words) = words.get(&file.path.with_extension("")).filter(|words| is_recognised(words)) else {
            continue;
        };
        let words = words.file_name().unwrap_or_default().to_string_lossy().into_owned();
        file.skipped =
            Some(format!("the picture of {words}, which holds its words: name it alone to have it recognised"));
        names.push(file.name.clone());
    }
    let n_more = names.len().saturating_sub(3);
    let more = if n_more > 0 { format!(" and {n_more} more") } else { String::new() };
    (!names.is_empty()).then(|| {
        format!(
            "pictures of pages whose words lie beside them are not recognised again: {}{more}",
            names[..names.len().min(3)].join(", ")
        )
    })
}

/// Whether its first bytes are those of a document or picture that is read, whatever it is called. That a file of no
/// known ending is text says little.
fn is_readable(path: &Path) -> bool {
    head(path, 1024).is_some_and(|head| MediaType::detect(&head).is_ok_and(|kind| kind != MediaType::Text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_has_its_fate() {
        let dir = tempfile::tempdir().unwrap();
        let fate_of = |name: &str, bytes: &[u8]| {
            let path = dir.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            fate(&path)
        };
        for name in ["a.PDF", "b.tiff", "c.txt", "d.WebP", "e.bmp", "f.gif"] {
            assert_eq!(fate_of(name, b"x"), Fate::Read, "{name}");
        }
        for name in ["Thumbs.db", ".DS_Store", "._a.pdf", "desktop.ini", "~$tokoll.docx", ".~lock.a.odt#"] {
            assert_eq!(fate_of(name, b"x"), Fate::LeftOut, "{name}");
        }
        for (name, reason) in [
            ("a.docx", "word processor"),
            ("a.xlsx", "spreadsheet"),
            ("a.heic", "PNG or JPEG"),
            ("a.zip", "unpack"),
            ("a.xyz", ".xyz"),
            ("läsmig", "without an ending"),
            (".gömd.pdf", "hidden"),
        ] {
            assert!(matches!(fate_of(name, b"PK\x03\x04"), Fate::Skipped(why) if why.contains(reason)), "{name}");
        }
        assert_eq!(fate_of("skannat.old", b"%PDF-1.4"), Fate::Read);
        assert_eq!(fate_of("0001", b"II\x2a\0"), Fate::Read);
    }

    #[test]
    fn no_ending_has_two_fates() {
        let mut all: Vec<&str> = UNREAD.iter().flat_map(|(endings, _)| endings.iter().copied()).chain(READ).collect();
        let n_all = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), n_all);
    }
}
