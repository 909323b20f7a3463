//! `paragraf correct`: a filter. Reads and writes in windows, so the text may be longer than memory.

use crate::cli::args::CorrectArguments;
use crate::cli::exit::Exit;
use crate::cli::settings;
use paragraf::correct::filter::{Cut, Filter, Window};
use paragraf::error::{Error, Result};
use paragraf::text;
use serde::Serialize;
use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

/// An edit as a line of JSON. Lines and columns count from 1, columns in code points.
#[derive(Serialize)]
struct EditLine<'a> {
    line: usize,
    column: usize,
    original: &'a str,
    corrected: &'a str,
    reason: text::Reason,
    certainty: text::Certainty,
    score: f64,
    alternatives: &'a [text::Alternative],
}

pub fn run(arguments: &CorrectArguments) -> Result<Exit> {
    let lexicon = settings::lexicon(&arguments.correction.dictionaries)?;
    let options = settings::correction(&arguments.correction);
    let cut = if arguments.paragraphs { Cut::Paragraphs } else { Cut::Windows };
    let file = arguments.file.as_deref().filter(|path| *path != Path::new("-"));
    let mut input = Pieces::new(match file {
        Some(path) => Box::new(File::open(path).map_err(|error| Error::io(path, error))?),
        None => Box::new(io::stdin().lock()),
    });
    let mut out = Out { text: io::stdout().lock(), trail: arguments.edits.as_deref().map(trail).transpose()? };
    let mut filter = Filter::new(&lexicon, options, cut);
    while let Some(piece) = input.next(file)? {
        for window in filter.push(&piece) {
            if !out.write(&window)? {
                return Ok(Exit::Complete);
            }
        }
    }
    if let Some(window) = filter.finish() {
        out.write(&window)?;
    }
    Ok(Exit::Complete)
}

/// Where the edits go, and what it is called if it fails.
type Trail = (String, BufWriter<Box<dyn Write>>);

fn trail(path: &Path) -> Result<Trail> {
    let to: Box<dyn Write> = match path == Path::new("-") {
        true => Box::new(io::stderr()),
        false => Box::new(File::create(path).map_err(|error| Error::io(path, error))?),
    };
    let name = if path == Path::new("-") { "standard error".to_owned() } else { path.display().to_string() };
    Ok((name, BufWriter::new(to)))
}

struct Out {
    text: io::StdoutLock<'static>,
    trail: Option<Trail>,
}

impl Out {
    /// Writes a window and its trail. False if nobody reads any more, which is no error: `head` does so.
    fn write(&mut self, window: &Window) -> Result<bool> {
        if let Some((name, trail)) = &mut self.trail {
            let lines = edit_lines(window)?;
            if !is_read(trail.write_all(lines.as_bytes()).and_then(|()| trail.flush()), name)? {
                return Ok(false);
            }
        }
        let written = self.text.write_all(window.corrected().as_bytes()).and_then(|()| self.text.flush());
        is_read(written, "standard output")
    }
}

fn is_read(written: io::Result<()>, name: &str) -> Result<bool> {
    match written {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(Error::io(name, error)),
    }
}

/// UTF-8 as it comes from a reader, in pieces.
struct Pieces {
    from: Box<dyn Read>,
    buffer: Vec<u8>,
    /// Bytes at the beginning of the buffer that are the beginning of a character.
    n_kept: usize,
    lines_before: usize,
}

const PIECE: usize = 1 << 16;

impl Pieces {
    fn new(from: Box<dyn Read>) -> Self {
        Pieces { from, buffer: vec![0; PIECE], n_kept: 0, lines_before: 0 }
    }

    /// The next piece; the name of the input is for errors.
    fn next(&mut self, file: Option<&Path>) -> Result<Option<String>> {
        let name = || file.map_or("standard input".to_owned(), |path| path.display().to_string());
        loop {
            let read = match self.from.read(&mut self.buffer[self.n_kept..]) {
                Ok(n) => n,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(Error::io(name(), error)),
            };
            let bytes = &self.buffer[..self.n_kept + read];
            let (n_valid, is_broken) = match std::str::from_utf8(bytes) {
                Ok(_) => (bytes.len(), false),
                // The rest of a character may still come, but not behind the end.
                Err(error) => (error.valid_up_to(), error.error_len().is_some() || read == 0),
            };
            let piece = String::from_utf8_lossy(&bytes[..n_valid]).into_owned();
            self.lines_before += piece.matches('\n').count();
            if is_broken {
                return Err(Error::Input(format!(
                    "{}: line {} is not UTF-8; convert the text first, for example with iconv",
                    name(),
                    self.lines_before + 1
                )));
            }
            let n_bytes = bytes.len();
            self.buffer.copy_within(n_valid..n_bytes, 0);
            self.n_kept = n_bytes - n_valid;
            match (read, piece.is_empty()) {
                (0, _) => return Ok(None),
                (_, true) => continue,
                _ => return Ok(Some(piece)),
            }
        }
    }
}

fn edit_lines(window: &Window) -> Result<String> {
    let text = &window.text;
    let mut lines = String::new();
    let (mut line, mut line_start, mut at) = (window.lines_before + 1, 0, 0);
    for edit in &window.edits {
        for (offset, _) in text[at..edit.span.start].match_indices('\n') {
            line += 1;
            line_start = at + offset + 1;
        }
        at = edit.span.start;
        let before = if line_start == 0 { window.columns_before } else { 0 };
        let json = serde_json::to_string(&EditLine {
            line,
            column: before + text[line_start..edit.span.start].chars().count() + 1,
            original: edit.span.of(text),
            corrected: &edit.replacement,
            reason: edit.reason,
            certainty: edit.certainty,
            score: (f64::from(edit.score) * 1000.0).round() / 1000.0,
            alternatives: &edit.alternatives,
        })
        .map_err(|error| Error::Engine(error.to_string()))?;
        lines += &json;
        lines.push('\n');
    }
    Ok(lines)
}
