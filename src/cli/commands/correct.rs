//! `paragraf correct`: a filter. Reads and writes in windows, so the text may be longer than memory.

use crate::cli::args::CorrectArguments;
use crate::cli::exit::Exit;
use crate::cli::settings;
use paragraf::correct::filter::{Cut, Filter, Window};
use paragraf::error::{Error, Result};
use paragraf::input::{Encoding, TextStream};
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
    let name = file.map_or("standard input".to_owned(), |path| path.display().to_string());
    let from: Box<dyn Read> = match file {
        Some(path) => Box::new(File::open(path).map_err(|error| Error::io(path, error))?),
        None => Box::new(io::stdin().lock()),
    };
    let mut input = Pieces::new(from, arguments.encoding);
    let mut out = Out { text: io::stdout().lock(), trail: arguments.edits.as_deref().map(trail).transpose()? };
    let mut filter = Filter::new(&lexicon, options, cut);
    while let Some(piece) = input.next(&name)? {
        for window in filter.push(&piece) {
            if !out.write(&window)? {
                return Ok(Exit::Complete);
            }
        }
    }
    if let Some(window) = filter.finish() {
        out.write(&window)?;
    }
    if let Some(how) = input.stream.how().filter(|how| !how.is_sure) {
        eprintln!("note: {name} was read as {}, which is not sure; --encoding NAME decides", how.encoding);
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

/// A text as it comes from a reader, in pieces.
struct Pieces {
    from: Box<dyn Read>,
    buffer: Vec<u8>,
    stream: TextStream,
    lines_before: usize,
    is_over: bool,
}

const PIECE: usize = 1 << 16;

impl Pieces {
    fn new(from: Box<dyn Read>, encoding: Option<Encoding>) -> Self {
        let stream = TextStream::new(encoding);
        Pieces { from, buffer: vec![0; PIECE], stream, lines_before: 0, is_over: false }
    }

    /// The next piece; the name of the input is for errors.
    fn next(&mut self, name: &str) -> Result<Option<String>> {
        while !self.is_over {
            let n_read = match self.from.read(&mut self.buffer) {
                Ok(n) => n,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(Error::io(name, error)),
            };
            self.is_over = n_read == 0;
            let piece = self.stream.push(&self.buffer[..n_read], self.is_over).map_err(|broken| {
                let line = self.lines_before + broken.before.matches('\n').count() + 1;
                let encoding = self.stream.how().map_or(Encoding::Utf8, |how| how.encoding);
                Error::Input(format!(
                    "{name}: line {line} is not {encoding}; say with --encoding in what the text is written"
                ))
            })?;
            self.lines_before += piece.matches('\n').count();
            if !piece.is_empty() {
                return Ok(Some(piece));
            }
        }
        Ok(None)
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
