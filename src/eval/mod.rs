//! Evaluation: output held against gold.
//!
//! [`evaluate`] compares folders, [`score`] one document; both are for development and for anyone who
//! wants to know how far to trust the output, and no stage depends on them. A value that is printed and
//! missed costs recall, one that is invented costs precision. A document without output counts with
//! all that it should have had.

mod align;
mod cases;
mod compare;
mod counts;
mod field_scores;
mod judged;
mod lines;
mod reliability;
mod report;
mod table;
mod text_scores;

pub use align::align;
pub use cases::{Gold, load_gold};
pub use counts::Counts;
pub use field_scores::{FieldScores, invented_persons, score_document};
pub use judged::{Judged, judge};
pub use lines::Lines;
pub use reliability::{BINS, Bin, Reliability};
pub use report::{CaseScores, Report};
pub use table::{reliability_table, to_json, to_table};
pub use text_scores::{CorrectionScores, TextScores, score_correction, score_page};

use crate::emit::wire::Document;
use crate::error::Result;
use std::path::Path;

/// Every case of a folder of gold against a folder of output.
pub fn evaluate(gold_dir: &Path, out_dir: &Path) -> Result<Report> {
    let mut report = Report::default();
    for (gold, found) in cases::load(gold_dir, out_dir)? {
        if found.is_none() {
            report.missing.push(gold.name.clone());
        }
        report.add(score(&gold, found.as_ref()));
    }
    Ok(report)
}

/// One document against its gold; without output it counts as empty.
pub fn score(gold: &Gold, found: Option<&Document>) -> CaseScores {
    let nothing = Document::default();
    let found = found.unwrap_or(&nothing);
    let mut text = TextScores::default();
    for (page_idx, printed) in gold.pages.iter().flatten().enumerate() {
        let number = gold.page_number(page_idx);
        text.add(&score_page(printed, found.pages.iter().find(|page| page.number == number)));
    }
    let judged = judge(gold, found);
    let mut reliability = Reliability::default();
    judged.iter().for_each(|value| reliability.count(value));
    CaseScores {
        case: gold.name.clone(),
        text,
        fields: score_document(gold, found, &judged),
        reliability,
        invented_persons: invented_persons(gold, found),
    }
}
