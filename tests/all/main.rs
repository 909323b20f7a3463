//! The tests of what the library and the program do, in one binary: linking takes longer than most of them run.
//! `cargo test --test all emit::` runs those of one module.

#[cfg(not(any(debug_assertions, feature = "testing")))]
compile_error!("without debug assertions the tests need engines of their own: cargo test --release --features testing");

mod cli;
#[cfg(feature = "tesseract")]
mod conditions;
mod corpus;
mod correct;
mod dictionaries;
mod dictionaries_of_user;
mod diff;
mod emit;
#[cfg(feature = "tesseract")]
mod engines;
mod eval;
mod export;
mod failures;
mod faults;
mod forms;
mod forms_of_user;
mod gold;
mod hostile;
mod input_forms;
mod join;
mod layers;
mod layouts;
mod overrides;
mod recognised;
mod run_folder;
mod segment;
mod util;
mod variants;
