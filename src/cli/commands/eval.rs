//! `paragraf eval`

use crate::cli::args::{EvalArguments, EvalFormat};
use crate::cli::exit::Exit;
use crate::cli::output::print;
use paragraf::error::{Error, Result};
use paragraf::eval;

pub fn run(arguments: &EvalArguments) -> Result<Exit> {
    let report = eval::evaluate(&arguments.gold, &arguments.out)?;
    if report.cases == 0 {
        return Err(Error::Usage(format!("{} holds no gold", arguments.gold.display())));
    }
    print(&match arguments.format {
        EvalFormat::Table if arguments.reliability => {
            format!("{}\n{}", eval::to_table(&report), eval::reliability_table(&report))
        }
        EvalFormat::Table => eval::to_table(&report),
        EvalFormat::Json => eval::to_json(&report),
    })?;
    Ok(if report.missing.is_empty() { Exit::Complete } else { Exit::Incomplete })
}
