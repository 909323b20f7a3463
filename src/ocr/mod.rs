//! Recognition: a page's pixels in, its words with boxes and confidences out.
//!
//! The engine only sees an upright, straight image. What comes before (turning, straightening) and
//! after it (rows, rules, ink) is the same for every engine. Native code lives behind
//! [`OcrEngine`], in processes that may die: see [`crate::reader`].

pub mod clean;
pub mod engine;
#[cfg(any(debug_assertions, feature = "testing"))]
#[doc(hidden)]
pub mod failing;
pub mod layout;
pub mod lstm;
pub mod marks;
pub mod model;
pub mod plain;
pub mod prepare;
pub mod read;
#[cfg(any(debug_assertions, feature = "testing"))]
#[doc(hidden)]
pub mod recorded;
pub mod second_look;
pub mod strokes;
#[cfg(feature = "tesseract")]
pub mod tesseract;

pub use engine::{EngineInfo, LazyEngine, ModelInfo, OcrEngine};
pub use read::{ReadPage, read_page};
