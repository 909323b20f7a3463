//! The vocabulary of minutes: how labels, dates, names, parties and the like are told in a text. The words themselves
//! are data, in `dictionaries/forms`.

pub mod bodies;
pub mod captions;
pub mod dates;
pub mod deciding;
pub mod decisions;
pub mod forms;
pub mod labels;
pub mod misreadings;
pub mod names;
pub mod parties;
pub mod pattern;
pub mod references;
pub mod scopes;
pub mod sentences;
pub mod spelling;
pub mod tenses;
pub mod text;
pub mod titles;
pub mod torn;
