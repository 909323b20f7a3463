//! Recognition: a page's pixels in, its words with boxes and confidences out.
//!
//! The engine only sees an upright, straight image. What comes before (turning, straightening) and
//! after it (rows, rules, ink) is the same for every engine. Native code lives behind
//! [`OcrEngine`], in processes that may die: see [`crate::reader`].

mod bullets;
mod clean;
pub mod engine;
#[cfg(any(debug_assertions, feature = "testing"))]
#[doc(hidden)]
pub mod failing;
mod given;
mod layer;
mod layout;
mod lstm;
mod marks;
pub mod model;
#[doc(hidden)]
pub mod plain;
#[doc(hidden)]
pub mod prepare;
mod read;
#[cfg(any(debug_assertions, feature = "testing"))]
#[doc(hidden)]
pub mod recorded;
mod scale;
mod scribble;
mod second_look;
mod stops;
mod strokes;
#[cfg(feature = "tesseract")]
pub mod tesseract;
mod twice;

/// Raised when pages are read otherwise than before, or more is measured of them: those that an older version left
/// are read again. It lasts longer than a version of the program.
pub const READING_VERSION: u32 = 1;

pub use engine::{EngineInfo, LazyEngine, ModelInfo, OcrEngine};
pub use read::{ReadPage, read_page};
