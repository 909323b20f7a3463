//! The network of a Tesseract model, computed here: pictures of lines in, letters with their places out.
//!
//! Tesseract works off a line one step after the other, through tables of strides; most of a page's time
//! goes there. The same network on the same 8-bit weights is computed several times as fast when all
//! columns of a line are taken together and the products are laid out for the processor's registers.
//! Layout stays with Tesseract, and so does any model whose network is of another kind than [`load`]
//! understands.

pub(super) mod decode;
mod forward;
#[cfg(test)]
mod golden;
mod level;
pub(super) mod line;
pub(super) mod load;
mod products;

#[cfg(feature = "tesseract")]
pub use decode::letters;
pub use load::Network;
