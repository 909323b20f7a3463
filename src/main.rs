//! The command line: reads arguments, runs a command, says how it went.

mod cli;

fn main() -> std::process::ExitCode {
    cli::main()
}
