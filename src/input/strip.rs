//! Strips, the pieces of a TIFF page, where they lie in the file.

use super::picture::broken;
use crate::error::Result;

/// The bytes of a strip.
pub(super) fn strip_of(bytes: &[u8], offset: u64, length: u64) -> Result<&[u8]> {
    let place = usize::try_from(offset).ok().zip(usize::try_from(length).ok());
    place
        .and_then(|(offset, length)| bytes.get(offset..offset.checked_add(length)?))
        .ok_or_else(|| broken("a strip lies outside the file"))
}
