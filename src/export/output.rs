//! Where an export goes: files that are whole or not there.

use crate::batch::store::{Content, WORK, write_whole};
use crate::error::{Error, Result};
use std::fs;
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

impl Drop for Output {
    /// What was not finished goes, and the folder for it.
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(self.folder.join(WORK));
        // Only where nothing was written.
        let _ = fs::remove_dir(&self.folder);
    }
}
