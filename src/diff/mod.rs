//! What changed between two run folders, value by value.
//!
//! Inputs are known by their name, or by their bytes where they were moved; documents of one input by their pages; and
//! the entries of each list by what they are ([`names`], [`align`]). An input at a time is in memory.

mod align;
mod compare;
mod names;
mod tree;

use crate::batch::manifest::{Line, Output};
use crate::emit::wire;
use crate::error::{Error, Result};
use crate::export::Run;
use crate::guard::guarded;
use align::Identity;
use rayon::prelude::*;
use regex::Regex;
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
pub use tree::Tree;

/// What is compared.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Also what tells where, when and by what a value was read: evidence, places, confidences, ids, hashes, versions.
    pub all: bool,
    /// Only values whose field or path one of these matches; all where there are none. See [`field_pattern`].
    pub fields: Vec<Regex>,
}

/// A regular expression for the beginning of fields, so that `items` is all of items.
pub fn field_pattern(pattern: &str) -> Result<Regex> {
    Regex::new(&format!("^(?:{pattern})")).map_err(|_| Error::Usage(format!("'{pattern}' is no regular expression")))
}

/// How a value changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Changed,
    /// An entry of a list that only the new document has.
    Added,
    /// An entry of a list that only the old document has.
    Removed,
    /// The entries of a list stand in another order: their names in both orders.
    Moved,
}

/// A value that differs.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Change {
    /// `items[§ 12].title`
    pub path: String,
    /// `items.title`
    pub field: String,
    pub kind: Kind,
    pub old: Option<Side>,
    pub new: Option<Side>,
    /// Of a text, how many words differ; of a page's corrections, how many do. Their values are the first that differ.
    #[serde(rename = "differing", skip_serializing_if = "Option::is_none")]
    pub n_parts: Option<usize>,
}

/// A value as one of the documents has it.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Side {
    pub value: Value,
    /// JSON Pointer into that document.
    pub pointer: String,
    /// How the value came from what is printed, where its evidence tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
}

/// A document of either run.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Compared {
    /// Its path below the old run folder; none where only the new run has it.
    pub old: Option<String>,
    pub new: Option<String>,
    /// Nothing where only one of the runs has it.
    pub changes: Vec<Change>,
}

impl Compared {
    /// Whether both runs have it, with the same values.
    pub fn is_same(&self) -> bool {
        self.old.is_some() && self.new.is_some() && self.changes.is_empty()
    }
}

/// An input's documents.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ComparedInput {
    pub documents: Vec<Compared>,
    /// Why it could not be compared.
    pub failed: Option<(String, String)>,
}

/// How many of each there are.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Summary {
    pub documents_same: usize,
    pub documents_changed: usize,
    pub documents_only_old: usize,
    pub documents_only_new: usize,
    /// Inputs whose documents cannot be read.
    pub inputs_failed: usize,
    /// Pages whose text or corrections differ.
    pub pages_changed: usize,
    /// Values that differ, by field.
    pub values: BTreeMap<String, usize>,
}

impl Summary {
    pub fn is_same(&self) -> bool {
        let Summary { documents_changed, documents_only_old, documents_only_new, inputs_failed, .. } = self;
        documents_changed + documents_only_old + documents_only_new + inputs_failed == 0
    }

    fn count(&mut self, input: &ComparedInput) {
        self.inputs_failed += usize::from(input.failed.is_some());
        for document in &input.documents {
            let counted = match (&document.old, &document.new) {
                (Some(_), None) => &mut self.documents_only_old,
                (None, _) => &mut self.documents_only_new,
                _ if document.is_same() => &mut self.documents_same,
                _ => &mut self.documents_changed,
            };
            *counted += 1;
            let mut pages = BTreeSet::new();
            for change in &document.changes {
                *self.values.entry(change.field.clone()).or_default() += 1;
                if change.field.starts_with("pages") {
                    pages.insert(change.path.split(']').next().unwrap_or_default());
                }
            }
            self.pages_changed += pages.len();
        }
    }
}

/// Compares two runs; `take` gets input after input, in the order of the old run, then those of the new one alone.
pub fn runs(
    old: &Run,
    new: &Run,
    options: &Options,
    take: &mut dyn FnMut(&ComparedInput) -> Result<()>,
) -> Result<Summary> {
    const AT_A_TIME: usize = 64;
    let mut summary = Summary::default();
    let all = |run: &Run| run.lines().collect::<Result<Vec<Line>>>();
    let (old_lines, new_lines) = (all(old)?, all(new)?);
    for lines in paired(&old_lines, &new_lines).chunks(AT_A_TIME) {
        let compared: Vec<ComparedInput> = lines.par_iter().map(|pair| input((old, new), *pair, options)).collect();
        for input in compared {
            summary.count(&input);
            take(&input)?;
        }
    }
    Ok(summary)
}

type PairedLines<'l> = (Option<&'l Line>, Option<&'l Line>);

/// Inputs by name; what was renamed or moved, by its bytes.
fn paired<'l>(old: &'l [Line], new: &'l [Line]) -> Vec<PairedLines<'l>> {
    let names: BTreeMap<&str, &Line> = new.iter().map(|line| (line.input.as_str(), line)).collect();
    let old_names: BTreeSet<&str> = old.iter().map(|line| line.input.as_str()).collect();
    let mut by_bytes: BTreeMap<&str, Vec<&Line>> = BTreeMap::new();
    for line in new.iter().rev().filter(|line| !old_names.contains(line.input.as_str())) {
        by_bytes.entry(line.sha256.as_deref().unwrap_or_default()).or_default().push(line);
    }
    by_bytes.remove("");
    let mut taken = BTreeSet::new();
    let mut out = Vec::with_capacity(old.len());
    for line in old {
        let moved = || by_bytes.get_mut(line.sha256.as_deref()?)?.pop();
        let found = names.get(line.input.as_str()).copied().or_else(moved);
        taken.extend(found.map(|found| found.input.as_str()));
        out.push((Some(line), found));
    }
    out.extend(new.iter().filter(|line| !taken.contains(line.input.as_str())).map(|line| (None, Some(line))));
    out
}

fn input((old, new): (&Run, &Run), lines: PairedLines<'_>, options: &Options) -> ComparedInput {
    let outputs = |run: &Run, line: Option<&Line>| -> Vec<Output> {
        line.map(|line| run.outputs(line).cloned().collect()).unwrap_or_default()
    };
    let (one, other) = (outputs(old, lines.0), outputs(new, lines.1));
    let pair = |at: (Option<usize>, Option<usize>), changes| Compared {
        old: at.0.map(|at| one[at].path.clone()),
        new: at.1.map(|at| other[at].path.clone()),
        changes,
    };
    let all = |n: usize| (0..n).map(Some);
    let (Some(old_line), Some(new_line)) = lines else {
        let only_old = all(one.len()).map(|at| pair((at, None), Vec::new()));
        let only_new = all(other.len()).map(|at| pair((None, at), Vec::new()));
        return ComparedInput { documents: only_old.chain(only_new).collect(), failed: None };
    };
    // Same bytes, as the manifests have it: nothing to read.
    if one.iter().map(|output| &output.sha256).eq(other.iter().map(|output| &output.sha256)) {
        let documents = all(one.len()).map(|at| pair((at, at), Vec::new())).collect();
        return ComparedInput { documents, failed: None };
    }
    let compared = guarded(|| {
        let (one, other) = (old.entry(old_line)?.documents, new.entry(new_line)?.documents);
        let pairs = align::pairs(&in_file(&one), &in_file(&other)).into_iter();
        pairs
            .map(|at| match at {
                (Some(old), Some(new)) => Ok(pair(at, compare::documents(&one[old], &other[new], options)?)),
                at => Ok(pair(at, Vec::new())),
            })
            .collect::<Result<Vec<Compared>>>()
    });
    let failed =
        |reason: String| ComparedInput { documents: Vec::new(), failed: Some((old_line.input.clone(), reason)) };
    match compared {
        Ok(Ok(documents)) => ComparedInput { documents, failed: None },
        Ok(Err(error)) => failed(error.to_string()),
        Err(place) => failed(format!("the program broke down on it at {place}; please report it")),
    }
}

/// What tells the documents of a file apart: their pages.
fn in_file(documents: &[wire::Document]) -> Vec<Identity> {
    let identity = |document: &wire::Document| {
        let wire::Source { page_first, page_last, .. } = document.source;
        let keys = vec![format!("{page_first}-{page_last}"), page_first.to_string(), format!("-{page_last}")];
        Identity { keys, by_place: true, ..Identity::default() }
    };
    documents.iter().map(identity).collect()
}
