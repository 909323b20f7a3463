//! The meeting: body, date, place, hours.

pub mod facts;
pub mod gathering;
pub mod place_time;
pub mod sources;
