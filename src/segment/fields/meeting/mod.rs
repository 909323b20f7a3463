//! The meeting: body, date, place, hours.
//!
//! Every statement of them anywhere in the document is a candidate: in the form, the title, the letterhead, the running
//! heads, the first and the last item. They vote, and one judgement is made for the document.

pub mod body;
pub mod day;
pub mod facts;
pub mod gathering;
pub mod heading;
pub mod hours;
pub mod place_time;
pub mod place_told;
pub mod sources;
