//! The arguments as they are written. Nothing here touches a file: see [`super::settings`].

use clap::{Args, Parser, Subcommand, ValueEnum};
use paragraf::batch::{Join, MaxFailures, PageRanges};
use paragraf::export::Format;
use paragraf::input::Encoding;
use std::path::PathBuf;

#[derive(Parser)]
#[command(
    name = "paragraf",
    version,
    about = "Turns scanned Swedish meeting protocols into JSON that people can trust",
    after_help = "Exit codes: 0 all complete, 1 some documents partial or failed, or something is not as it should be, \
                  2 wrong arguments, 3 Tesseract or a model is missing although a page needs it, \
                  130 stopped by Ctrl-C, 143 stopped by SIGTERM."
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Reads scans and writes what they say as JSON
    Extract(ExtractArguments),
    /// Writes what a run folder holds in the forms that archives and other systems take in
    Export(ExportArguments),
    /// Holds a run folder against its manifest: what is missing, changed or foreign
    Verify(VerifyArguments),
    /// Tells what changed between two run folders, value by value
    Diff(DiffArguments),
    /// Writes one HTML page about a run, for the archivist
    Report(ReportArguments),
    /// Corrects text that someone else recognised, line for line
    Correct(CorrectArguments),
    /// Tells what the dictionaries know of words
    Dictionary {
        #[command(subcommand)]
        command: DictionaryCommand,
    },
    /// Looks into one stage of one page
    Inspect(InspectArguments),
    /// Holds output against gold
    Eval(EvalArguments),
    /// Says what is installed and what is missing
    Doctor(DoctorArguments),
    /// Prints the JSON Schema of the output, or of an overrides file
    Schema {
        #[arg(value_enum, default_value_t = SchemaOf::Document)]
        of: SchemaOf,
    },
    /// Prints a completion script for a shell
    #[command(after_help = "Example:\n  paragraf completions bash > /etc/bash_completion.d/paragraf")]
    Completions { shell: clap_complete::Shell },
    /// Reads pages for another process
    #[command(hide = true)]
    Worker { settings: String },
}

#[derive(Args)]
#[command(after_help = "Examples:
  paragraf extract protokoll.pdf --output out
  paragraf extract arkivet/ --output out --jobs 4         (again, to go on after a stop)
  paragraf extract arkivet/ --output out --redo partial
  paragraf extract 1953/*.tif --output out --pages 1-3,7 --text
  paragraf extract 1953/ --output out --join name         (prot_001.tif … prot_014.tif are one protocol)
  paragraf extract arkivet/ --output out --join folder    (all files of a folder are one protocol)
  paragraf extract arkivet/ --output out --also jsonl     (and out-export/documents.jsonl)
  paragraf extract arkivet/ --dry-run
  paragraf extract protokoll.pdf --format jsonl | jq .meeting.date

Each input gives one file, DIR/documents/<path below the input>.json; a second protocol in the
same file gives <path>.part2.json. DIR/manifest.jsonl says what became of every input. Joined files are
called after their folder (documents/1953/mars.json) or their numbers (documents/1953/prot_001-014.tif.json).

The same command again does only what is new, changed, failed, or was done by another version or with
other settings. Pages are kept as they were read: they are recognised again only when the reading itself has changed. Ctrl-C ends the pages in hand and stops; a second one stops at once. What people decided
about a document (DIR/overrides/<path>.json) is applied on every run.")]
pub struct ExtractArguments {
    /// PDF, PNG, JPEG, JPEG 2000, TIFF, WebP, BMP, GIF or text files (form feeds divide pages); ALTO, PAGE XML or hOCR,
    /// whose words are taken as they are; and folders of these
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// Folder for the output; made where it is missing
    #[arg(short, long, value_name = "DIR", required_unless_present_any = ["dry_run", "format"])]
    pub output: Option<PathBuf>,
    /// json: files under DIR; jsonl: one line a document on standard output, in the order of the inputs
    #[arg(long, value_enum, default_value_t = Written::Json)]
    pub format: Written,
    #[command(flatten)]
    pub reading: ReadingArguments,
    /// Files that are one document: all of a folder, or those of a folder whose names differ only in the number at
    /// their end. They are read in the order of their numbers; pages count through all of them
    #[arg(long, value_enum, value_name = "HOW")]
    pub join: Option<JoinHow>,
    /// Pages to read of each file
    #[arg(long, value_name = "RANGES", default_value = "1-")]
    pub pages: PageRanges,
    /// Writes the corrected text too, DIR/text/<path>.txt, pages divided by form feeds
    #[arg(long, alias = "sidecar")]
    pub text: bool,
    /// Which files that were done before are done again: failed ones, partial ones too, or all
    #[arg(long, value_enum, value_name = "WHICH", default_value_t = RedoWhich::Failed)]
    pub redo: RedoWhich,
    /// Which pages are recognised, of those that the folder has from earlier runs (DIR/pages/): those that another
    /// version of the reading or another model left, missing ones only, or all
    #[arg(long, value_enum, value_name = "WHICH", default_value_t = RecogniseWhich::Changed)]
    pub recognise: RecogniseWhich,
    /// Writes a masked edition beside the full one, DIR/masked/: numbers are covered, names are not
    #[arg(long, value_enum, value_name = "WHAT")]
    pub mask: Option<MaskWhat>,
    /// What earlier runs wrote beside the documents is written on every run, unless it is to go
    #[arg(long, value_enum, value_name = "WHAT")]
    pub without: Vec<Edition>,
    /// Writes what the folder holds in these forms too, as 'paragraf export' does, when the run has ended; several
    /// divided by commas
    #[arg(long, value_name = "FORMAT", value_delimiter = ',')]
    pub also: Vec<Format>,
    /// Folder for those forms; made where it is missing [default: DIR-export, beside the output folder]
    #[arg(long, value_name = "OUT", requires = "also")]
    pub also_to: Option<PathBuf>,
    /// Ends the run when more files failed, a number or a share of those done (from the 20th on)
    #[arg(long, value_name = "N|P%")]
    pub max_failures: Option<MaxFailures>,
    /// Counts files and pages, estimates the time, reads no more than a few sample pages and writes nothing
    #[arg(long)]
    pub dry_run: bool,
    #[command(flatten)]
    pub log: LogArguments,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RedoWhich {
    Failed,
    Partial,
    All,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RecogniseWhich {
    Changed,
    Missing,
    All,
}

/// What stands beside the documents of a run folder.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Edition {
    Text,
    Masked,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum JoinHow {
    Folder,
    Name,
}

impl JoinHow {
    pub fn join(self) -> Join {
        match self {
            JoinHow::Folder => Join::Folder,
            JoinHow::Name => Join::Name,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MaskWhat {
    Personnummer,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    Document,
    Overrides,
}

#[derive(Args, Clone)]
pub struct LogArguments {
    /// Says nothing but errors
    #[arg(short, long, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Names every file as it is done
    #[arg(short, long)]
    pub verbose: bool,
    /// How standard error is written: lines for people, or a line of JSON for each event
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = LogFormat::Human)]
    pub log_format: LogFormat,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    Human,
    Json,
}

#[derive(Args)]
#[command(after_help = "Examples:
  paragraf export out --to jsonl
  paragraf export out --to jsonl --masked --output utlämning

docs/exports.md tells of every format what it holds and what reads it. No page is read again,
the run folder is never changed, and the same command again writes the same files anew.")]
pub struct ExportArguments {
    /// Output folder of an extraction
    pub folder: PathBuf,
    /// Formats, one or several: pdf, alto, page, hocr, jsonl, csv, parquet, sqlite, popolo, akn, contents, bagit, eark
    #[arg(short, long, value_name = "FORMAT", required = true, num_args = 1.., value_delimiter = ',')]
    pub to: Vec<Format>,
    /// Folder for what is written; made where it is missing [default: DIR-export, beside the run folder]
    #[arg(short, long, value_name = "OUT")]
    pub output: Option<PathBuf>,
    /// Takes the masked edition instead of the full one
    #[arg(long)]
    pub masked: bool,
    /// Whose records they are, for packages: the name of the authority or association
    #[arg(long, value_name = "NAME")]
    pub organisation: Option<String>,
    /// Where the inputs lie now: what was named to 'extract', moved
    #[arg(long, value_name = "PATH")]
    pub inputs: Option<PathBuf>,
    /// Files exported at the same time [default: all cores]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
    #[command(flatten)]
    pub log: LogArguments,
}

#[derive(Args)]
#[command(after_help = "Examples:
  paragraf verify out
  paragraf verify out --inputs /mnt/archive/arkivet       (the inputs were moved)
  paragraf verify out --outputs-only --format json

Exit code 0 only when all is well: every input is as it was read, every output as it was written and valid,
and nothing is there that the manifest does not name.")]
pub struct VerifyArguments {
    /// Output folder of an extraction
    pub folder: PathBuf,
    /// Where the inputs lie now: what was named to 'extract', moved
    #[arg(long, value_name = "PATH", conflicts_with = "outputs_only")]
    pub inputs: Option<PathBuf>,
    /// Leaves the inputs alone
    #[arg(long)]
    pub outputs_only: bool,
    /// Inputs that failed or lost pages are findings too
    #[arg(long)]
    pub strict: bool,
    #[arg(long, value_enum, default_value_t = EvalFormat::Table)]
    pub format: EvalFormat,
}

#[derive(Args)]
#[command(after_help = "Examples:
  paragraf diff out out-new
  paragraf diff out out-new --field items.title --field attendees
  paragraf diff out out-new --format json | jq -c '.documents[].changes[] | [.path, .new]'

Inputs are the same where their names are, or their bytes; §§ by their number, persons by
their name, other things by their words or place. Documents whose hashes are the same in both
manifests are not read: paragraf verify holds them against the files. Of running text the first
words that differ are told, and how many do.

Exit codes: 0 nothing differs, 1 something does or a document cannot be read, 2 wrong arguments.")]
pub struct DiffArguments {
    /// Output folder of an extraction
    pub old: PathBuf,
    /// Output folder of another
    pub new: PathBuf,
    /// Only fields that begin so: a name (items, meeting.date) or a regular expression; may be given several times.
    /// Paths fit too: 'items\[§ 12\]'
    #[arg(long, value_name = "REGEX|PREFIX", value_parser = field_pattern)]
    pub field: Vec<regex::Regex>,
    /// Also where, when and by what a value was read: evidence, places, confidences, ids, hashes, versions
    #[arg(long)]
    pub all: bool,
    /// Compares the masked editions
    #[arg(long)]
    pub masked: bool,
    #[arg(long, value_enum, default_value_t = EvalFormat::Table)]
    pub format: EvalFormat,
}

#[derive(Args)]
#[command(after_help = "Examples:
  paragraf report out
  paragraf report out --output rapport.html --sample 50 --seed vecka-47")]
pub struct ReportArguments {
    /// Output folder of an extraction
    pub folder: PathBuf,
    /// Where to write [default: DIR/report.html]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Documents whose doubtful places are shown
    #[arg(long, value_name = "N", default_value_t = paragraf::report::Options::default().n_documents)]
    pub documents: usize,
    /// Doubtful places shown of each
    #[arg(long, value_name = "N", default_value_t = paragraf::report::Options::default().n_places)]
    pub places: usize,
    /// Files drawn at random, to check by hand
    #[arg(long, value_name = "N", default_value_t = paragraf::report::Options::default().n_sample)]
    pub sample: usize,
    /// Draws the same files again [default: the run's id]
    #[arg(long)]
    pub seed: Option<String>,
    /// Seconds that a page's pictures may take
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub page_timeout: u64,
}

#[derive(Args, Clone)]
pub struct ReadingArguments {
    /// Pages read at the same time [default: all cores]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
    /// Recognition model: the built-in one, an installed one (swe, script/Latin) or a .traineddata file
    #[arg(short = 'm', long, short_alias = 'l', alias = "language", value_name = "MODEL", default_value = paragraf::ocr::model::DEFAULT_MODEL)]
    pub model: String,
    /// Recognises every page, also where the file has a text layer
    #[arg(long)]
    pub force_ocr: bool,
    /// In what text files are written, where their words do not tell it: utf-8, windows-1252 (latin1), cp850, cp437,
    /// macintosh, iso646-se, utf-16le, utf-16be, or utf-8-twice for `SammantrÃ¤de`
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<Encoding>,
    /// Folder of recognised pages: a page with the same pixels is not recognised again, in this run or another
    #[arg(long, value_name = "DIR")]
    pub cache: Option<PathBuf>,
    /// Seconds after which a page that is still being read is given up
    #[arg(long, alias = "tesseract-timeout", value_name = "SECONDS", default_value_t = 120, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub page_timeout: u64,
    /// Memory that a worker process may use; a page that needs more is given up
    #[arg(long, value_name = "MIB", default_value_t = 4096, value_parser = clap::value_parser!(u64).range(256..=1_048_576))]
    pub worker_memory: u64,
    /// Your own labels, headings, roles and other words of forms, a row each: class, tab, form (docs/forms.md); may be
    /// given several times
    #[arg(long, value_name = "FILE")]
    pub forms: Vec<PathBuf>,
    /// An engine for tests
    #[arg(long, value_name = "DESCRIPTION", hide = true)]
    pub test_engine: Option<String>,
    #[command(flatten)]
    pub correction: CorrectionArguments,
}

#[derive(Args, Clone)]
pub struct CorrectionArguments {
    /// Corrections less probable than this are listed, not applied, 0 to 1
    #[arg(long, value_name = "P", value_parser = probability, default_value_t = paragraf::correct::Options::default().confidence)]
    pub confidence: f32,
    #[command(flatten)]
    pub dictionaries: DictionaryArguments,
}

#[derive(Args, Clone)]
pub struct DictionaryArguments {
    /// Your own words, names and places, one a line (UTF-8, # begins a comment): right as they stand, and what
    /// misread words are repaired to; may be given several times
    #[arg(long, value_name = "FILE")]
    pub dictionary: Vec<PathBuf>,
    /// Forms to keep hands off, one a line: never changed where they stand, never written as a correction; may be
    /// given several times
    #[arg(long, value_name = "FILE")]
    pub never: Vec<PathBuf>,
}

/// How documents come out of an extraction.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Written {
    Json,
    Jsonl,
}

#[derive(Args)]
#[command(after_help = "Examples:
  paragraf correct skannad.txt > rättad.txt
  pdftotext bok.pdf - | paragraf correct --edits ändringar.jsonl | less
  paragraf correct skannad.txt --edits - 2>&1 >/dev/null | jq -r '[.original, .corrected] | @tsv'
  paragraf correct skannad.txt --dictionary sockennamn.txt --never rör-ej.txt --confidence 0.98
  tail -f tolkning.log | paragraf correct --paragraphs

Lines stay lines: what stands on line 7 comes out on line 7. The text is read and written in windows of
some thousand lines, cut between paragraphs, so it may be of any length. Whether it has lost its å ä ö is
found out by itself.")]
pub struct CorrectArguments {
    /// Text to correct; - or nothing for standard input. What comes out is UTF-8
    pub file: Option<PathBuf>,
    /// In what the text is written, where its words do not tell it: utf-8, windows-1252 (latin1), cp850, cp437,
    /// macintosh, iso646-se, utf-16le, utf-16be, or utf-8-twice for `SammantrÃ¤de`
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<Encoding>,
    /// Writes each correction as a line of JSON (line, column, original, corrected, reason, certainty, score,
    /// alternatives), also those that are only suggested; - for standard error
    #[arg(long, value_name = "FILE")]
    pub edits: Option<PathBuf>,
    /// Corrects and writes each paragraph as soon as it has come, instead of some thousand lines together
    #[arg(long)]
    pub paragraphs: bool,
    #[command(flatten)]
    pub correction: CorrectionArguments,
}

#[derive(Subcommand)]
pub enum DictionaryCommand {
    /// Says why a word is accepted, how it splits, and what it would become
    Check(DictionaryCheckArguments),
}

#[derive(Args)]
#[command(after_help = "Examples:
  paragraf dictionary check samhällsbyggnadsnämndens Öhngren hvarje
  paragraf dictionary check andras --sentence 'Planen andras efter beslut av namnden'
  paragraf dictionary check Ammelunda --dictionary sockennamn.txt --format json

A channel cost is the negative logarithm (base ten) of how often the print is read so: 1 is one time in ten.
Where a sentence is given and no word, each of its words is checked.")]
pub struct DictionaryCheckArguments {
    #[arg(value_name = "WORD", required_unless_present = "sentence")]
    pub words: Vec<String>,
    /// A sentence that the words stand in: what would they become there?
    #[arg(short, long, value_name = "TEXT")]
    pub sentence: Option<String>,
    /// Whether the text that the words come from has lost its å ä ö
    #[arg(long, value_enum, default_value_t = ProfileChoice::Auto)]
    pub profile: ProfileChoice,
    #[arg(long, value_enum, default_value_t = DictionaryFormat::Human)]
    pub format: DictionaryFormat,
    #[command(flatten)]
    pub correction: CorrectionArguments,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ProfileChoice {
    /// As the sentence tells, or else the words: lost where none of them has å, ä or ö
    Auto,
    Lost,
    Kept,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DictionaryFormat {
    Human,
    Json,
}

#[derive(Args)]
#[command(after_help = "Examples:
  paragraf inspect protokoll.pdf --page 1 --stage image --output sida1.png
  paragraf inspect protokoll.pdf --page 3 --stage correct

image writes a PNG: words (green to red by confidence), rules (blue), loose ink (violet), zones (frames);
ocr, correct and segment print JSON.")]
pub struct InspectArguments {
    pub file: PathBuf,
    #[arg(short, long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    pub page: u32,
    #[arg(short, long, value_enum)]
    pub stage: Stage,
    /// Where to write [default: standard output; for images <file>-<page>.png in the current folder]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub reading: ReadingArguments,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Stage {
    Image,
    Ocr,
    Correct,
    /// A line for each row: page, zone, height, weight, white above, flags, what it says, text
    Rows,
    Segment,
}

#[derive(Args)]
#[command(after_help = "Examples:
  paragraf extract fixtures/scans --output out && paragraf eval fixtures/gold out
  paragraf eval fixtures/gold out --reliability
  paragraf eval fixtures/gold out --format json | jq .fields.attendee")]
pub struct EvalArguments {
    /// Folder of cases: <case>/expected.json, and truth.txt and lines.json beside it
    pub gold: PathBuf,
    /// Output folder of an extraction
    pub out: PathBuf,
    #[arg(long, value_enum, default_value_t = EvalFormat::Table)]
    pub format: EvalFormat,
    /// Also shows how many of the values stated at each confidence are right (JSON has it always)
    #[arg(long)]
    pub reliability: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum EvalFormat {
    Table,
    Json,
}

#[derive(Args)]
pub struct DoctorArguments {
    /// Looks at this model too
    #[arg(short = 'm', long, value_name = "MODEL")]
    pub model: Option<String>,
}

fn field_pattern(text: &str) -> Result<regex::Regex, String> {
    paragraf::diff::field_pattern(text).map_err(|error| error.to_string())
}

fn probability(text: &str) -> Result<f32, String> {
    match text.parse::<f32>() {
        Ok(value) if (0.0..=1.0).contains(&value) => Ok(value),
        _ => Err("it must be a number from 0 to 1".into()),
    }
}
