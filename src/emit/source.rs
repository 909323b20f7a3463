//! Where a document comes from.

/// The file that a document was read from.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SourceInfo {
    /// Relative to the input that was named, divided by `/`.
    pub file: String,
    /// 64 hex digits in lower case.
    pub sha256: String,
    /// The size of the file.
    pub bytes: u64,
    /// `application/pdf`, `image/tiff`, …
    pub media_type: String,
    /// In what a text file is written: `utf-8`, `cp850`, …
    pub encoding: Option<String>,
    /// Pages of the whole file, also where only some are read.
    pub pages: u32,
    /// The files that it is joined of, in their order; empty for a file that is one.
    pub parts: Vec<SourcePart>,
}

/// A file that holds some of a document's pages.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SourcePart {
    /// As in [`SourceInfo`].
    pub file: String,
    /// 64 hex digits in lower case.
    pub sha256: String,
    /// The size of the file.
    pub bytes: u64,
    /// Pages of the whole that it holds, inclusive.
    pub page_first: u32,
    /// The last of them.
    pub page_last: u32,
}
