//! Where an export goes: files that are whole or not there.

use crate::batch::store::{Content, WORK, write_whole};
use crate::error::{Error, Result};
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};
use tempfile::TempPath;

/// An output folder.
pub struct Output {
    folder: PathBuf,
}

impl Output {
    /// Makes the folder where it is missing. It must not lie in the run folder, which an export never changes.
    pub fn open(folder: &Path, run_folder: &Path) -> Result<Output> {
        let work = folder.join(WORK);
        fs::create_dir_all(&work).map_err(|error| Error::io(folder, error))?;
        let real = |path: &Path| path.canonicalize().map_err(|error| Error::io(path, error));
        let (inside, run) = (real(folder)?, real(run_folder)?);
        let output = Output { folder: folder.to_owned() };
        if inside.starts_with(&run) {
            drop(output);
            return Err(Error::Usage(format!(
                "{} lies in the run folder, which an export never changes; name another --output",
                folder.display()
            )));
        }
        Ok(output)
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Writes a file whole; `name` is below the folder, divided by `/`. Gives its SHA-256.
    pub fn write(&self, name: &str, content: Content<'_>) -> Result<String> {
        write_whole(&self.folder, name, content)
    }

    /// A file to write in by its path, as databases do. [`Output::keep`] puts it in its place; otherwise it goes.
    pub fn begin(&self) -> Result<TempPath> {
        let work = self.folder.join(WORK);
        let file = tempfile::Builder::new().prefix("new-").tempfile_in(&work);
        file.map(tempfile::NamedTempFile::into_temp_path).map_err(|error| Error::io(&work, error))
    }

    /// The same, opened to be written.
    pub fn begin_file(&self) -> Result<(TempPath, BufWriter<File>)> {
        let path = self.begin()?;
        let file = File::create(&path).map_err(|error| Error::io(&*path, error))?;
        Ok((path, BufWriter::with_capacity(1 << 16, file)))
    }

    /// Puts a file that is whole in its place.
    pub fn keep(&self, file: TempPath, name: &str) -> Result<()> {
        let path = self.folder.join(name);
        let failed = |error| Error::io(&path, error);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        fs::File::open(&file).and_then(|file| file.sync_all()).map_err(failed)?;
        #[cfg(unix)]
        {
            // Temporary files are private; exports are as open as the user's other files.
            use std::os::unix::fs::PermissionsExt;
            let _ = fs::set_permissions(&file, fs::Permissions::from_mode(0o644));
        }
        file.persist(&path).map_err(|error| failed(error.error))
    }
}

/// Folders that are whole or not there.
impl Output {
    /// A folder in this one.
    pub fn inside(&self, name: &str) -> Result<Output> {
        let folder = self.folder.join(name);
        let work = folder.join(WORK);
        fs::create_dir_all(&work).map_err(|error| Error::io(&work, error))?;
        Ok(Output { folder })
    }

    /// A folder to fill. [`Output::keep_folder`] puts it in its place; otherwise it goes.
    pub fn begin_folder(&self, name: &str) -> Result<Output> {
        let (path, older) = (self.folder.join(name), self.folder.join(older_name(name)));
        // Left by a crash between two renames.
        if older.exists() && !path.exists() {
            fs::rename(&older, &path).map_err(|error| Error::io(&path, error))?;
        }
        let partial = format!("{WORK}/{}.partial", name.replace('/', "-"));
        remove_folder(&self.folder.join(&partial))?;
        self.inside(&partial)
    }

    /// Puts a folder that is whole in its place. An older one of its name is there until then.
    pub fn keep_folder(&self, whole: Output, name: &str) -> Result<()> {
        let (path, older) = (self.folder.join(name), self.folder.join(older_name(name)));
        let failed = |error| Error::io(&path, error);
        let from = whole.folder.clone();
        drop(whole);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        remove_folder(&older)?;
        if path.exists() {
            fs::rename(&path, &older).map_err(failed)?;
        }
        if let Err(error) = fs::rename(&from, &path) {
            let _ = fs::rename(&older, &path);
            return Err(failed(error));
        }
        remove_folder(&older)
    }
}

fn older_name(name: &str) -> String {
    format!("{name}.older")
}

fn remove_folder(path: &Path) -> Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Error::io(path, error)),
        _ => Ok(()),
    }
}

impl Drop for Output {
    /// What was not finished goes, and the folder for it.
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(self.folder.join(WORK));
        // Only where nothing was written.
        let _ = fs::remove_dir(&self.folder);
    }
}
