//! What made a document.

/// What reads and corrects, as far as it decides the output.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Producer {
    /// Of this program.
    pub version: String,
    /// Of every setting that can change the output.
    pub configuration_sha256: String,
    /// None where no page needed an engine.
    pub engine: Option<EngineInfo>,
    /// None where nothing was corrected.
    pub lexicon: Option<LexiconInfo>,
}

impl Default for Producer {
    fn default() -> Self {
        Producer {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            configuration_sha256: String::new(),
            engine: None,
            lexicon: None,
        }
    }
}

/// What recognises pages.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EngineInfo {
    /// As it stands in the output.
    pub name: String,
    /// Of the engine's library.
    pub version: String,
    /// What it reads with.
    pub models: Vec<ModelInfo>,
}

/// A recognition model.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ModelInfo {
    /// As it is asked for.
    pub name: String,
    /// Of its bytes, in hex.
    pub sha256: String,
}

/// The dictionaries that words are corrected by.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LexiconInfo {
    /// Of the built-in dictionaries.
    pub version: String,
    /// Of all dictionaries in use, in hex.
    pub sha256: String,
}
