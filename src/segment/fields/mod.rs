//! What stands in each part of the outline: a folder for each noun.

pub mod attendance;
pub mod contents;
pub mod form;
pub mod item;
pub mod meeting;
pub mod notice;
pub mod person;
pub mod signature;
