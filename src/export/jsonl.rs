//! The documents of a run, a line each, in the order of the manifest.

use super::{Job, Summary, in_order};
use crate::emit;
use crate::error::{Error, Result};
use std::io::Write;

const NAME: &str = "documents.jsonl";

pub fn export(job: &Job<'_>) -> Result<Summary> {
    let (path, mut out) = job.out.begin_file()?;
    let failed = |error| Error::io(job.out.folder().join(NAME), error);
    let lines = |entry: &super::Entry<'_>| Ok(entry.documents.iter().map(emit::to_json_line).collect::<String>());
    let mut summary = in_order(job, &lines, &mut |_, lines| out.write_all(lines.as_bytes()).map_err(failed))?;
    out.flush().map_err(failed)?;
    drop(out);
    job.out.keep(path, NAME)?;
    summary.written.push(NAME.to_owned());
    Ok(summary)
}
