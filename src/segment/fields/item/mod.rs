//! The items: titles, references, sections, decisions, votes.

pub mod body;
pub mod columns;
pub mod decisions;
pub mod drafts;
pub mod ends;
pub mod evidence;
pub mod headings;
pub mod items;
pub mod leads;
pub mod matters;
pub mod paragraphs;
pub mod sections;
pub mod tallies;
pub mod titles;
pub mod units;
pub mod view;
pub mod votes;
pub mod weights;
