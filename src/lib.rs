//! Turns scanned Swedish meeting protocols into data that people can trust.

pub mod error;
pub mod guard;
pub mod hash;
pub mod naming;
pub mod page;
pub mod protocol;
pub mod text;

pub mod correct;
pub mod emit;
pub mod eval;
pub mod input;
pub mod ocr;
pub mod reader;
pub mod segment;

pub mod mask;
pub mod overrides;

pub mod batch;
pub mod pipeline;
pub mod report;
pub mod verify;
