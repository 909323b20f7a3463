//! Files that are parts of one document: a protocol that was scanned page by page, or in pieces.
//!
//! Where the user says that files belong together, they are put in the order of their numbers and become one
//! input with a name of its own. Reading their pages as one file's is left to `reader::joined`.

use super::input::InputFile;
use crate::error::{Error, Result};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// Which files belong together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Join {
    /// All files of a folder.
    Folder,
    /// Files of a folder whose names differ only in a number at their end.
    Name,
}

impl Join {
    pub fn as_str(self) -> &'static str {
        match self {
            Join::Folder => "folder",
            Join::Name => "name",
        }
    }
}

impl FromStr for Join {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        [Join::Folder, Join::Name]
            .into_iter()
            .find(|join| join.as_str() == text)
            .ok_or_else(|| Error::Usage(format!("'{text}' is no way to join files; write folder or name")))
    }
}

/// The files with those that belong together made one, and what a person should know of it.
pub fn join(files: Vec<InputFile>, join: Join) -> (Vec<InputFile>, Vec<String>) {
    let mut groups: Vec<Vec<InputFile>> = Vec::new();
    let mut of_key: BTreeMap<(PathBuf, String), usize> = BTreeMap::new();
    for file in files {
        let folder = file.path.parent().unwrap_or(Path::new("")).to_owned();
        let key = match join {
            Join::Folder => String::new(),
            Join::Name => numbered(&file.name).map_or_else(|| file.name.clone(), |name| name.key()),
        };
        match of_key.get(&(folder.clone(), key.clone())) {
            Some(&at) => groups[at].push(file),
            None => {
                of_key.insert((folder, key), groups.len());
                groups.push(vec![file]);
            }
        }
    }
    let mut notes = Vec::new();
    let joined = groups
        .into_iter()
        .map(|mut parts| {
            parts.sort_by(|a, b| natural(&a.name, &b.name));
            if parts.len() == 1 {
                return parts.remove(0);
            }
            let name = match join {
                Join::Folder => folder_name(&parts[0]),
                Join::Name => {
                    notes.extend(missing(&parts));
                    range_name(&parts)
                }
            };
            InputFile { parts: parts.clone(), ..InputFile::new(parts[0].path.clone(), name) }
        })
        .collect();
    (joined, notes)
}

/// A name with a number at the end of its stem: `1953/prot_`, `007`, `.tif`.
struct Numbered<'a> {
    before: &'a str,
    number: &'a str,
    ending: &'a str,
}

impl Numbered<'_> {
    fn key(&self) -> String {
        format!("{}\0{}", self.before, self.ending.to_lowercase())
    }

    fn value(&self) -> Option<u64> {
        self.number.parse().ok()
    }
}

fn numbered(name: &str) -> Option<Numbered<'_>> {
    let start = name.rfind('/').map_or(0, |at| at + 1);
    let dot = name[start..].rfind('.').map_or(name.len(), |at| start + at);
    let stem = &name[..dot];
    let digits = stem.len() - stem.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let at = (stem.len() - digits).max(start);
    (at < stem.len()).then(|| Numbered { before: &name[..at], number: &name[at..dot], ending: &name[dot..] })
}

/// `prot_001-014.tif`
fn range_name(parts: &[InputFile]) -> String {
    let (first, last) = (&parts[0].name, &parts[parts.len() - 1].name);
    match (numbered(first), numbered(last)) {
        (Some(one), Some(other)) => format!("{}{}-{}{}", one.before, one.number, other.number, one.ending),
        _ => first.clone(),
    }
}

/// The folder of a file, below the input that was named; of the named folder itself its own name.
fn folder_name(file: &InputFile) -> String {
    match file.name.rsplit_once('/') {
        Some((folder, _)) => folder.to_owned(),
        None => {
            let absolute = std::path::absolute(&file.path).unwrap_or_else(|_| file.path.clone());
            let folder = absolute.parent().and_then(Path::file_name);
            folder.map_or_else(|| file.name.clone(), |name| name.to_string_lossy().into_owned())
        }
    }
}

/// Numbers that the files of a document jump over, or have twice.
fn missing(parts: &[InputFile]) -> Option<String> {
    let gaps = parts.windows(2).filter_map(|pair| {
        let (one, next) = (numbered(&pair[0].name)?.value()?, numbered(&pair[1].name)?.value()?);
        (next != one + 1).then(|| format!("{} follows {}", pair[1].name, pair[0].name))
    });
    let gaps: Vec<String> = gaps.take(3).collect();
    (!gaps.is_empty()).then(|| format!("{}: {}; are files missing?", range_name(parts), gaps.join(", ")))
}

/// Numbers inside names count by their value: page 2 before page 10.
fn natural(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a, b);
    while let (Some(one), Some(other)) = (a.chars().next(), b.chars().next()) {
        let figures = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (n_one, n_other) = (figures(a), figures(b));
        let order = if n_one > 0 && n_other > 0 {
            let (x, y) = (a[..n_one].trim_start_matches('0'), b[..n_other].trim_start_matches('0'));
            let order = x.len().cmp(&y.len()).then_with(|| x.cmp(y));
            (a, b) = (&a[n_one..], &b[n_other..]);
            order
        } else {
            (a, b) = (&a[one.len_utf8()..], &b[other.len_utf8()..]);
            one.cmp(&other)
        };
        if order.is_ne() {
            return order;
        }
    }
    a.len().cmp(&b.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(names: &[&str], how: Join) -> (Vec<(String, Vec<String>)>, Vec<String>) {
        let files = names.iter().map(|name| InputFile::new(Path::new("/in").join(name), *name)).collect();
        let (files, notes) = join(files, how);
        let parts = |file: &InputFile| file.parts.iter().map(|part| part.name.clone()).collect();
        (files.iter().map(|file| (file.name.clone(), parts(file))).collect(), notes)
    }

    #[test]
    fn names_that_differ_in_their_last_number() {
        let (files, notes) =
            joined(&["1953/p_1.tif", "1953/p_10.tif", "1953/p_2.tif", "1953/bilaga.tif", "1954/p_1.tif"], Join::Name);
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["1953/p_1-10.tif", "1953/bilaga.tif", "1954/p_1.tif"]);
        assert_eq!(files[0].1, ["1953/p_1.tif", "1953/p_2.tif", "1953/p_10.tif"]);
        assert!(files[1].1.is_empty());
        assert!(notes[0].contains("1953/p_10.tif follows 1953/p_2.tif"), "{notes:?}");
    }

    #[test]
    fn folders_with_all_their_files() {
        let (files, notes) = joined(&["a/1.tif", "a/2.pdf", "b/1.tif", "x.tif", "y.tif"], Join::Folder);
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["a", "b/1.tif", "in"]);
        assert_eq!(files[2].1, ["x.tif", "y.tif"]);
        assert!(notes.is_empty());
    }

    #[test]
    fn numbers_count_by_their_value() {
        assert_eq!(natural("s2", "s10"), Ordering::Less);
        assert_eq!(natural("s002", "s2"), Ordering::Equal);
        assert_eq!(natural("a1b2", "a1b1"), Ordering::Greater);
    }
}
