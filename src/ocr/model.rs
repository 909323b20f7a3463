//! Recognition models: where they are found, what they are, and which letters they lack.

use super::engine::{ModelInfo, TESSERACT, TESSERACT_ALONE};
use super::lstm;
use crate::error::{Error, Result};
use crate::hash::hex;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Name of the model that is built in.
pub const DEFAULT_MODEL: &str = "sv-latin";

static BUILTIN: &[u8] = include_bytes!("../../models/sv-latin.traineddata");

/// Signs of Swedish protocols that a model should have in its alphabet.
pub const PROTOCOL_SIGNS: &str = "åäöÅÄÖéÉü§%–½";

/// A model's bytes and what is known of them.
#[derive(Clone)]
pub struct Model {
    /// As it was asked for.
    pub name: String,
    /// The file.
    pub bytes: std::borrow::Cow<'static, [u8]>,
}

impl Model {
    /// The built-in model by its name, a file by its path, or an installed model by its name (`swe`, `script/Latin`).
    pub fn find(name: &str) -> Result<Model> {
        if name == DEFAULT_MODEL {
            return Ok(Model { name: name.to_owned(), bytes: BUILTIN.into() });
        }
        let path = if name.ends_with(".traineddata") {
            Some(PathBuf::from(name)).filter(|path| path.is_file())
        } else {
            installed(name)
        };
        let Some(path) = path else {
            return Err(Error::EngineMissing {
                what: format!("the recognition model '{name}' is not installed"),
                hint: format!(
                    "use the built-in '{DEFAULT_MODEL}', give the path of a .traineddata file, or install it \
                     (on Debian: apt-get install tesseract-ocr-{})",
                    name.rsplit('/').next().unwrap_or(name).to_lowercase()
                ),
            });
        };
        let bytes = std::fs::read(&path).map_err(|error| Error::io(&path, error))?;
        let name = path.file_stem().map_or_else(|| name.to_owned(), |stem| stem.to_string_lossy().into_owned());
        Ok(Model { name, bytes: bytes.into() })
    }

    /// Its name and hash.
    pub fn info(&self) -> ModelInfo {
        ModelInfo { name: self.name.clone(), sha256: hex(&Sha256::digest(&self.bytes)) }
    }

    /// The signs that the model can emit; empty where the file cannot be understood.
    pub fn alphabet(&self) -> BTreeSet<String> {
        let Some(table) = self.component(lstm::load::ALPHABET_PART).and_then(|bytes| std::str::from_utf8(bytes).ok())
        else {
            return BTreeSet::new();
        };
        table.lines().skip(1).filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
    }

    /// Those of [`PROTOCOL_SIGNS`] that the model's alphabet lacks: it can never read them.
    pub fn lacks(&self) -> Vec<char> {
        let alphabet = self.alphabet();
        PROTOCOL_SIGNS.chars().filter(|sign| !alphabet.contains(sign.encode_utf8(&mut [0; 4]) as &str)).collect()
    }

    /// The network, where it is of a kind that is computed here.
    pub fn network(&self) -> Option<lstm::Network> {
        let [network, alphabet, codes] = self.network_parts()?;
        lstm::Network::load(network, alphabet, codes)
    }

    /// The bytes of the network, of its alphabet and of its codes.
    pub(super) fn network_parts(&self) -> Option<[&[u8]; 3]> {
        use lstm::load::{ALPHABET_PART, CODES_PART, LSTM_PART};
        Some([self.component(LSTM_PART)?, self.component(ALPHABET_PART)?, self.component(CODES_PART)?])
    }

    /// The name of the engine that reads with it.
    pub fn engine(&self) -> &'static str {
        if self.network().is_some() { TESSERACT } else { TESSERACT_ALONE }
    }

    /// A traineddata file is a table of offsets and the parts that stand there.
    fn component(&self, index: usize) -> Option<&[u8]> {
        let n_entries = usize::try_from(i32::from_le_bytes(self.bytes.get(..4)?.try_into().ok()?)).ok()?;
        let offset = |entry: usize| -> Option<i64> {
            let at = 4 + entry * 8;
            Some(i64::from_le_bytes(self.bytes.get(at..at + 8)?.try_into().ok()?))
        };
        let start = usize::try_from(offset(index).filter(|_| index < n_entries)?).ok()?;
        let next = (index + 1..n_entries).filter_map(offset).find(|at| *at >= 0);
        let end = next.map_or(Some(self.bytes.len()), |at| usize::try_from(at).ok())?;
        self.bytes.get(start..end)
    }
}

/// Folders where Tesseract's packages put their models.
pub fn folders() -> Vec<PathBuf> {
    const KNOWN: [&str; 5] = [
        "/usr/share/tesseract-ocr/5/tessdata",
        "/usr/share/tesseract-ocr/4.00/tessdata",
        "/usr/share/tessdata",
        "/usr/local/share/tessdata",
        "/opt/homebrew/share/tessdata",
    ];
    let prefix = std::env::var_os("TESSDATA_PREFIX").map(PathBuf::from);
    prefix.into_iter().chain(KNOWN.iter().map(PathBuf::from)).filter(|folder| folder.is_dir()).collect()
}

fn installed(name: &str) -> Option<PathBuf> {
    let is_name =
        !name.is_empty() && Path::new(name).components().all(|part| matches!(part, std::path::Component::Normal(_)));
    let candidates = |folder: PathBuf| {
        let last = name.rsplit('/').next().unwrap_or(name);
        [folder.join(format!("{name}.traineddata")), folder.join(format!("{last}.traineddata"))]
    };
    folders().into_iter().filter(|_| is_name).flat_map(candidates).find(|path| path.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_builtin_model_reads_what_protocols_print() {
        let model = Model::find(DEFAULT_MODEL).unwrap();
        assert_eq!(model.lacks(), ['½']);
        assert_eq!(model.info().sha256.len(), 64);
    }

    #[test]
    fn broken_models_have_no_alphabet() {
        for bytes in [&b""[..], b"\x18\0\0\0", &[0xff; 400]] {
            let model = Model { name: "x".into(), bytes: bytes.to_vec().into() };
            assert!(model.alphabet().is_empty());
        }
        assert!(matches!(Model::find("no/such"), Err(Error::EngineMissing { .. })));
    }
}
