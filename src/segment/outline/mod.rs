//! Which rows belong to running heads, form, contents, items, signatures, notice and annex, decided for the document as
//! a whole.

pub mod candidates;
pub mod chain;
pub mod choice;
pub mod contents;
pub mod division;
pub mod evidence;
pub mod furniture;
pub mod gaps;
pub mod headed;
pub mod kind;
pub mod run;
pub mod runs;
pub mod signing;
pub mod unread;
pub mod view;
pub mod zone;
pub mod zones;
