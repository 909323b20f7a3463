//! The command line. Everything that prints is here; the library prints nothing.

mod args;
mod commands;
mod exit;
mod log;
mod output;
mod progress;
mod settings;
mod signals;

use args::{Arguments, Command, DictionaryCommand, SchemaOf};
use clap::Parser;
use exit::Exit;
use output::{complain, print};
use std::process::ExitCode;

pub fn main() -> ExitCode {
    paragraf::guard::hide_messages();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are no errors and go to standard output.
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage } else { Exit::Complete }.into();
        }
    };
    let result = match arguments.command {
        Command::Extract(arguments) => commands::extract::run(arguments),
        Command::Export(arguments) => commands::export::run(&arguments),
        Command::Verify(arguments) => commands::verify::run(&arguments),
        Command::Diff(arguments) => commands::diff::run(&arguments),
        Command::Report(arguments) => commands::report::run(&arguments),
        Command::Correct(arguments) => commands::correct::run(&arguments),
        Command::Dictionary { command: DictionaryCommand::Check(arguments) } => commands::dictionary::check(&arguments),
        Command::Inspect(arguments) => commands::inspect::run(&arguments),
        Command::Eval(arguments) => commands::eval::run(&arguments),
        Command::Doctor(arguments) => commands::doctor::run(&arguments),
        Command::Schema { of: SchemaOf::Document } => print(&format!("{:#}\n", paragraf::emit::schema())),
        Command::Schema { of: SchemaOf::Overrides } => print(&format!("{:#}\n", paragraf::overrides::schema())),
        Command::Completions { shell } => commands::completions(shell),
        Command::Worker { settings } => commands::worker(&settings),
    };
    match result {
        Ok(exit) => exit.into(),
        Err(error) => {
            complain(&error);
            Exit::of(&error).into()
        }
    }
}
