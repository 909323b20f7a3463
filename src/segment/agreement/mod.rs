//! The parts held against each other: one spelling for one person, checks, confidence, review.

pub mod checks;
pub mod confidence;
pub mod letters;
pub mod mending;
pub mod person_ids;
pub mod places;
pub mod respelling;
pub mod review;
pub mod statements;
pub mod witness;
