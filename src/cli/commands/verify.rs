//! `paragraf verify`

use crate::cli::args::{EvalFormat, VerifyArguments};
use crate::cli::exit::Exit;
use crate::cli::log::one_line;
use crate::cli::output::print;
use paragraf::error::{Error, Result};
use paragraf::verify::{self, Options};
use std::fmt::Write as _;

pub fn run(arguments: &VerifyArguments) -> Result<Exit> {
    let options =
        Options { inputs: arguments.inputs.clone(), strict: arguments.strict, outputs_only: arguments.outputs_only };
    let verdict = verify::verify(&arguments.folder, &options)?;
    let report = match arguments.format {
        EvalFormat::Json => {
            let json = serde_json::to_string_pretty(&verdict).map_err(|error| Error::Engine(error.to_string()))?;
            format!("{json}\n")
        }
        EvalFormat::Table => {
            let mut report = String::new();
            for finding in &verdict.findings {
                let path = one_line(&finding.path);
                let _ = writeln!(report, "{:<10} {path}: {}", finding.kind.as_str(), one_line(&finding.message));
            }
            let findings = match verdict.findings.len() {
                0 => "all is well".to_owned(),
                1 => "1 finding".to_owned(),
                n => format!("{n} findings"),
            };
            let _ = writeln!(
                report,
                "{} inputs ({} failed, {} partial), {} outputs: {findings}",
                verdict.n_inputs, verdict.n_failed, verdict.n_partial, verdict.n_outputs
            );
            report
        }
    };
    print(&report)?;
    Ok(if verdict.is_well() { Exit::Complete } else { Exit::Incomplete })
}
