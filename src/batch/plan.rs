//! Which files a run takes, and what each is called in its output.

use super::input::InputFile;
use super::join::{Join, join};
use super::kinds::{Fate, fate, is_left_out, set_aside};
use crate::emit::nfc;
use crate::error::{Error, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// What a run takes, and what a person should know of it beforehand.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Plan {
    pub files: Vec<InputFile>,
    /// One line each.
    pub notes: Vec<String>,
    /// Files of systems and hidden folders, which are nobody's documents.
    pub n_left_out: usize,
}

/// Deeper folders are a loop of mounts, or made to do harm.
const DEEPEST: usize = 200;

/// The files of all inputs, in the order of the inputs, those of a folder by name.
///
/// Every file of a folder is in the plan, also those that nothing here reads; only what systems put there, hidden
/// folders and the output of this and other runs are left out. Two files that would have the same
/// output are refused, since one of them would be lost. `how` tells which files are one document.
pub fn plan(inputs: &[PathBuf], output: Option<&Path>, how: Option<Join>) -> Result<Plan> {
    let output = output.and_then(|output| output.canonicalize().ok());
    let mut walk = Walk { root: PathBuf::new(), output: output.as_deref(), plan: Plan::default() };
    for input in inputs {
        let kind = std::fs::metadata(input).map_err(|error| Error::io(input, error))?;
        if kind.is_dir() {
            let real = input.canonicalize().map_err(|error| Error::io(input, error))?;
            if walk.output == Some(&*real) {
                return Err(Error::Usage(format!(
                    "the output folder is the input folder {}; name another, for example {}",
                    input.display(),
                    input.join("paragraf").display()
                )));
            }
            walk.root = real;
            walk.folder(input, input, 0)?;
        } else {
            let name = input.file_name().ok_or_else(|| Error::Usage(format!("{} has no name", input.display())))?;
            let mut file = InputFile::new(input, escaped(name));
            if !kind.is_file() {
                file.problem = Some("this is no file but a pipe or device; save what it gives in a file".into());
            }
            walk.plan.files.push(file);
        }
    }
    let Plan { mut files, mut notes, n_left_out } = walk.plan;
    notes.extend(set_aside(&mut files));
    if let Some(how) = how {
        let skipped: Vec<InputFile> = files.extract_if(.., |file| file.skipped.is_some()).collect();
        // A file that was named twice is one part.
        let mut seen = BTreeSet::new();
        files.retain(|file| seen.insert(file.path.clone()));
        let (joined, of_parts) = join(files, how);
        files = joined;
        files.extend(skipped);
        notes.extend(of_parts);
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
    let mut names = BTreeSet::new();
    files.retain(|file| names.insert(file.name.clone()));
    for (one, other) in alike(&files) {
        notes.push(format!(
            "{} and {} differ only in case or in how letters are composed; a copy of the output on a disk that \
             does not tell them apart would lose one",
            files[one].name, files[other].name
        ));
    }
    Ok(Plan { files, notes, n_left_out })
}

/// Names that are one and the same to a disk which does not tell upper from lower case: for each, the
/// file that has it first and the one that comes after it.
pub fn alike(files: &[InputFile]) -> Vec<(usize, usize)> {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let mut pairs = Vec::new();
    for (at, file) in files.iter().enumerate() {
        match first.entry(nfc(&file.name).to_lowercase()) {
            std::collections::btree_map::Entry::Occupied(entry) => pairs.push((*entry.get(), at)),
            std::collections::btree_map::Entry::Vacant(entry) => drop(entry.insert(at)),
        }
    }
    pairs
}

struct Walk<'a> {
    /// The named folder, without links.
    root: PathBuf,
    output: Option<&'a Path>,
    plan: Plan,
}

impl Walk<'_> {
    fn folder(&mut self, named: &Path, folder: &Path, depth: usize) -> Result<()> {
        let entries = std::fs::read_dir(folder).and_then(Iterator::collect::<std::io::Result<Vec<_>>>);
        let mut entries = match entries {
            Ok(entries) if depth < DEEPEST => entries,
            Ok(_) => {
                self.refuse(named, folder, format!("folders lie more than {DEEPEST} deep here; they are not searched"));
                return Ok(());
            }
            Err(error) if depth == 0 => return Err(Error::io(folder, error)),
            Err(error) => {
                self.refuse(named, folder, format!("the folder cannot be searched: {error}"));
                return Ok(());
            }
        };
        entries.sort_by_key(std::fs::DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            let is_hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
            match entry.file_type() {
                Ok(_) if is_left_out(&entry.file_name().to_string_lossy()) => self.plan.n_left_out += 1,
                Ok(kind) if kind.is_dir() && is_hidden => self.plan.n_left_out += 1,
                Ok(kind) if kind.is_symlink() => self.link(named, &path),
                Ok(kind) if kind.is_dir() => self.subfolder(named, &path, depth)?,
                Ok(kind) if kind.is_file() => self.take(named, &path),
                Ok(_) => self.refuse(named, &path, "this is no file but a pipe or device".into()),
                Err(error) => self.refuse(named, &path, format!("it cannot be looked at: {error}")),
            }
        }
        Ok(())
    }

    fn subfolder(&mut self, named: &Path, path: &Path, depth: usize) -> Result<()> {
        if self.output.is_some_and(|output| path.canonicalize().is_ok_and(|path| path == output)) {
            return Ok(());
        }
        if path.join("run.json").is_file() && path.join("manifest.jsonl").is_file() {
            let name = name_below(named, path);
            self.plan
                .notes
                .push(format!("{name} is the output of a run and is not read; name it as an input to read it"));
            return Ok(());
        }
        self.folder(named, path, depth + 1)
    }

    /// A link is followed only to a file of the same folder; where it leads is read there anyhow.
    fn link(&mut self, named: &Path, link: &Path) {
        let Ok(target) = link.canonicalize() else {
            self.refuse(named, link, "this is a symbolic link that leads nowhere".into());
            return;
        };
        if target.starts_with(&self.root) {
            if target.is_file() {
                self.take(named, link);
            }
        } else {
            let what = "this is a symbolic link that leads out of the folder and is not followed";
            self.refuse(named, link, format!("{what}; name what it leads to as an input of its own"));
        }
    }

    fn take(&mut self, named: &Path, path: &Path) {
        let file = InputFile::new(path, name_below(named, path));
        match fate(path) {
            Fate::Read => self.plan.files.push(file),
            Fate::Skipped(why) => self.plan.files.push(InputFile { skipped: Some(why), ..file }),
            Fate::LeftOut => self.plan.n_left_out += 1,
        }
    }

    fn refuse(&mut self, named: &Path, path: &Path, problem: String) {
        let file = InputFile { problem: Some(problem), ..InputFile::new(path, name_below(named, path)) };
        self.plan.files.push(file);
    }
}

fn name_below(named: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(named).unwrap_or(path);
    let parts: Vec<String> = relative.iter().map(escaped).collect();
    parts.join("/")
}

/// A file name as text; a byte that is no UTF-8 as `%E5`.
fn escaped(name: &OsStr) -> String {
    use std::fmt::Write as _;
    name.as_encoded_bytes().utf8_chunks().fold(String::new(), |mut out, chunk| {
        out.push_str(chunk.valid());
        for byte in chunk.invalid() {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
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

    fn names(plan: &Plan) -> Vec<&str> {
        plan.files.iter().map(|file| file.name.as_str()).collect()
    }

    #[test]
    fn a_folder_gives_its_files_by_name() {
        let dir = tree(&["b.pdf", "1953/a.PDF", "1953/notes.docx", "._b.pdf", ".x/c.pdf", "out/documents/b.pdf.txt"]);
        let out = dir.path().join("out");
        let plan = plan(&[dir.path().to_owned()], Some(&out), None).unwrap();
        assert_eq!(names(&plan), ["1953/a.PDF", "1953/notes.docx", "b.pdf"]);
        assert_eq!(plan.files.iter().map(|file| file.skipped.is_some()).collect::<Vec<_>>(), [false, true, false]);
        assert_eq!(plan.n_left_out, 2);
        assert!(plan.notes.is_empty());
    }

    #[test]
    fn outputs_never_collide() {
        let dir = tree(&["1/a.pdf", "2/a.pdf"]);
        let [one, two] = ["1/a.pdf", "2/a.pdf"].map(|name| dir.path().join(name));
        assert!(matches!(plan(&[one.clone(), two], None, None), Err(Error::Usage(_))));
        assert_eq!(plan(&[one.clone(), one], None, None).unwrap().files.len(), 1);
        assert!(plan(&[dir.path().join("no")], None, None).is_err());
    }

    #[test]
    fn output_of_runs_is_no_input() {
        let dir = tree(&["a.txt", "old/run.json", "old/manifest.jsonl", "old/text/a.txt.txt"]);
        let plan_of = |output: &Path| plan(&[dir.path().to_owned()], Some(output), None);
        let taken = plan_of(&dir.path().join("new")).unwrap();
        assert_eq!(names(&taken), ["a.txt"]);
        assert!(taken.notes[0].contains("old is the output of a run"));
        assert!(plan_of(dir.path()).unwrap_err().to_string().contains("is the input folder"));
    }

    #[test]
    fn names_that_some_disks_do_not_tell_apart_are_noted() {
        let dir = tree(&["Råd.pdf", "råd.PDF", "a.txt"]);
        let plan = plan(&[dir.path().to_owned()], None, None).unwrap();
        assert_eq!(plan.files.len(), 3);
        assert!(plan.notes[0].contains("differ only in case"), "{:?}", plan.notes);
    }

    #[cfg(unix)]
    #[test]
    fn links_out_of_the_folder_and_odd_names_are_named() {
        use std::os::unix::ffi::OsStrExt;
        let outside = tree(&["secret.pdf"]);
        let dir = tree(&["in.pdf", "two\nlines.pdf"]);
        let link = |target: &Path, name: &str| std::os::unix::fs::symlink(target, dir.path().join(name)).unwrap();
        link(&outside.path().join("secret.pdf"), "out.pdf");
        link(outside.path(), "folder");
        link(dir.path(), "loop");
        link(Path::new("in.pdf"), "same.pdf");
        link(Path::new("/no/such/file"), "nowhere.pdf");
        std::fs::write(dir.path().join(OsStr::from_bytes(b"r\xe5d.pdf")), "x").unwrap();
        let plan = plan(&[dir.path().to_owned()], None, None).unwrap();
        let problems: Vec<(&str, bool)> =
            plan.files.iter().map(|file| (file.name.as_str(), file.problem.is_some())).collect();
        let expected = [
            ("folder", true),
            ("in.pdf", false),
            ("nowhere.pdf", true),
            ("out.pdf", true),
            ("r%E5d.pdf", false),
            ("same.pdf", false),
            ("two\nlines.pdf", false),
        ];
        assert_eq!(problems, expected);
        assert!(plan.files[3].problem.as_deref().unwrap().contains("leads out of the folder"));
    }
}
