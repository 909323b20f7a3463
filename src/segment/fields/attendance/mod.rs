//! Who was there, in lists, tables and prose.

pub mod bound_in;
pub mod categories;
pub mod entries;
pub mod extent;
pub mod first_names;
pub mod grid;
pub mod judge;
pub mod lists;
pub mod movements;
pub mod present;
pub mod properties;
pub mod prose;
pub mod proxies;
pub mod read;
pub mod tables;
pub mod told;
