//! The command line. Everything that prints is here; the library prints nothing.

mod args;
mod commands;
mod exit;
mod log;
mod progress;
mod settings;
mod signals;

use args::{Arguments, Command, DictionaryCommand, SchemaOf};
use clap::Parser;
use exit::Exit;
use paragraf::error::Error;
use std::io::Write;
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
        Command::Verify(arguments) => commands::verify::run(&arguments),
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

/// Writes to standard output; a reader that has gone away, as `head` does, is no error.
fn print(text: &str) -> paragraf::error::Result<Exit> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(Exit::Complete),
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(Exit::Complete),
        Err(error) => Err(Error::io("standard output", error)),
    }
}

fn complain(error: &Error) {
    let _ = writeln!(std::io::stderr(), "paragraf: {error}");
}
