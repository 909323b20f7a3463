//! Which files a run takes, and what each is called in its output.

use crate::error::{Error, Result};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A file to read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InputFile {
    pub path: PathBuf,
    /// Relative to the input that was named, divided by `/`: its output's name.
    pub name: String,
}

/// Endings of the files that a folder is searched for; a file named by itself may have any.
const ENDINGS: [&str; 7] = ["pdf", "png", "jpg", "jpeg", "tif", "tiff", "txt"];

/// The files of all inputs, in the order of the inputs, those of a folder by name.
///
/// Hidden files, links out of a folder and the run's own output are left out. Two files that would
/// have the same output are refused, since one of them would be lost.
pub fn plan(inputs: &[PathBuf], output: Option<&Path>) -> Result<Vec<InputFile>> {
    let output = output.and_then(|output| output.canonicalize().ok());
    let mut files = Vec::new();
    for input in inputs {
        let kind = std::fs::metadata(input).map_err(|error| Error::io(input, error))?;
        if kind.is_dir() {
            walk(input, input, output.as_deref(), &mut files)?;
        } else {
            let name = input.file_name().ok_or_else(|| Error::Usage(format!("{} has no name", input.display())))?;
            files.push(InputFile { path: input.clone(), name: name.to_string_lossy().into_owned() });
        }
    }
    let mut seen: BTreeMap<&str, &Path> = BTreeMap::new();
    for file in &files {
        if let Some(other) = seen.insert(&file.name, &file.path).filter(|other| *other != file.path) {
            return Err(Error::Usage(format!(
                "{} and {} would both be written to documents/{}.json; name a folder above both instead",
                other.display(),
                file.path.display(),
                file.name
            )));
        }
    }
    let mut names = std::collections::BTreeSet::new();
    files.retain(|file| names.insert(file.name.clone()));
    Ok(files)
}

fn walk(root: &Path, folder: &Path, output: Option<&Path>, files: &mut Vec<InputFile>) -> Result<()> {
    let failed = |error| Error::io(folder, error);
    let mut entries: Vec<std::fs::DirEntry> =
        std::fs::read_dir(folder).map_err(failed)?.collect::<std::io::Result<_>>().map_err(failed)?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let kind = entry.file_type().map_err(|error| Error::io(&path, error))?;
        let is_output = || output.is_some_and(|output| path.canonicalize().is_ok_and(|path| path == output));
        if kind.is_dir() {
            if !is_output() {
                walk(root, &path, output, files)?;
            }
        } else if is_wanted(&path) && (kind.is_file() || stays_inside(root, &path)) {
            let relative = path.strip_prefix(root).unwrap_or(&path);
            let parts: Vec<_> = relative.iter().map(|part| part.to_string_lossy()).collect();
            files.push(InputFile { name: parts.join("/"), path });
        }
    }
    Ok(())
}

fn is_wanted(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// A link is followed only to a file of the same folder.
fn stays_inside(root: &Path, link: &Path) -> bool {
    match (root.canonicalize(), link.canonicalize()) {
        (Ok(root), Ok(target)) => target.starts_with(root) && target.is_file(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[&str]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        for file in files {
            let path = dir.path().join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "x").unwrap();
        }
        dir
    }

    #[test]
    fn a_folder_gives_its_files_by_name() {
        let dir = tree(&["b.pdf", "1953/a.PDF", "1953/notes.docx", ".hidden.pdf", "out/documents/b.pdf.txt"]);
        let out = dir.path().join("out");
        let files = plan(&[dir.path().to_owned()], Some(&out)).unwrap();
        let names: Vec<_> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["1953/a.PDF", "b.pdf"]);
    }

    #[test]
    fn outputs_never_collide() {
        let dir = tree(&["1/a.pdf", "2/a.pdf"]);
        let [one, two] = ["1/a.pdf", "2/a.pdf"].map(|name| dir.path().join(name));
        assert!(matches!(plan(&[one.clone(), two], None), Err(Error::Usage(_))));
        assert_eq!(plan(&[one.clone(), one], None).unwrap().len(), 1);
        assert!(plan(&[dir.path().join("no")], None).is_err());
    }
}
