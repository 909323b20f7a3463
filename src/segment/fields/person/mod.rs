//! One who is named: titles, name, party and what is told beside.

pub mod details;
pub mod entry;
pub mod likeness;
pub mod named;
pub mod replaced;
pub mod titles;
