//! Who was there, in lists, tables and prose.

pub mod bound_in;
pub mod categories;
pub mod entries;
pub mod lists;
pub mod movements;
pub mod prose;
pub mod read;
pub mod tables;
