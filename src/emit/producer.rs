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

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EngineInfo {
    pub name: String,
    pub version: String,
    pub models: Vec<ModelInfo>,
}

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ModelInfo {
    pub name: String,
    pub sha256: String,
}

#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LexiconInfo {
    pub version: String,
    pub sha256: String,
}
