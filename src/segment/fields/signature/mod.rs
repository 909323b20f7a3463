//! Who signs, as what, and whether ink stands there.

pub mod electronic;
pub mod front_page;
pub mod ink;
pub mod known;
pub mod offices;
pub mod sides;
pub mod signatures;
pub mod slots;
pub mod spoilt;
pub mod tokens;
