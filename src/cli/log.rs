//! What is said on standard error: lines for people, or a line of JSON for each event.
//!
//! No text of a page comes into it: protocols name people.

use super::args::{LogArguments, LogFormat};
use indicatif::ProgressBar;
use serde_json::{Map, Value};
use std::io::Write;
use std::sync::OnceLock;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Level {
    /// Only where every file is named.
    Debug,
    Info,
    Warning,
    Error,
}

impl Level {
    fn as_str(self) -> &'static str {
        match self {
            Level::Debug => "debug",
            Level::Info => "info",
            Level::Warning => "warning",
            Level::Error => "error",
        }
    }
}

pub struct Log {
    lowest: Level,
    format: LogFormat,
    /// Lines are written above it.
    bar: OnceLock<ProgressBar>,
}

impl Log {
    pub fn new(arguments: &LogArguments) -> Log {
        let lowest = match (arguments.quiet, arguments.verbose) {
            (true, _) => Level::Error,
            (_, true) => Level::Debug,
            _ => Level::Info,
        };
        Log { lowest, format: arguments.log_format, bar: OnceLock::new() }
    }

    pub fn is_for_people(&self) -> bool {
        self.format == LogFormat::Human
    }

    pub fn says(&self, level: Level) -> bool {
        level >= self.lowest
    }

    pub fn set_bar(&self, bar: ProgressBar) {
        let _ = self.bar.set(bar);
    }

    pub fn bar(&self) -> Option<&ProgressBar> {
        self.bar.get()
    }

    pub fn note(&self, level: Level, event: &str, message: &str) {
        self.event(level, event, message, Value::Null);
    }

    /// An event with what machines want to know of it, an object.
    pub fn event(&self, level: Level, event: &str, message: &str, facts: Value) {
        if !self.says(level) {
            return;
        }
        let line = match self.format {
            LogFormat::Human => one_line(message),
            LogFormat::Json => {
                let mut entries = Map::new();
                let now = jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%S.%3fZ").to_string();
                entries.insert("time".into(), now.into());
                entries.insert("level".into(), level.as_str().into());
                entries.insert("event".into(), event.into());
                entries.insert("message".into(), message.into());
                if let Value::Object(facts) = facts {
                    entries.extend(facts);
                }
                Value::Object(entries).to_string()
            }
        };
        let write = || {
            let _ = writeln!(std::io::stderr(), "{line}");
        };
        match self.bar.get() {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }
}

/// A file's name may hold line breaks and worse; a message may not.
pub fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}
