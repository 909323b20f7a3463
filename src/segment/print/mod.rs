//! What is printed: rows and their pieces with their place and type, and text put together from them.

pub mod face;
pub mod flow;
pub mod paper;
pub mod rows;
