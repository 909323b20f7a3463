//! How fast the corrector starts and works and what memory it takes, beside SymSpell and Hunspell's dictionary:
//! `cargo bench --package comparison`, after `cargo build --release`.
//!
//! The words are what is printed in `fixtures/`, as it is and as an engine that lacks å ä ö reads it. Each document is
//! a text of its own and is damaged anew each time, so that no cache of repeated words decides. One core, processor time
//! where the system tells it (so that a busy machine does not count), the best of some rounds. `-- --no-symspell`
//! leaves out SymSpell, which takes more than a gigabyte; Hunspell's dictionary is left out where it is missing
//! (`-- --hunspell PATH`, without .aff and .dic).

use paragraf::correct::{Lexicon, Options, correct_text};
use std::hint::black_box;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Times that the documents are damaged anew.
const VARIANTS: usize = 8;
const ROUNDS: usize = 3;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let has = |flag: &str| arguments.iter().any(|argument| argument == flag);
    let hunspell = arguments.iter().skip_while(|argument| *argument != "--hunspell").nth(1);
    let hunspell = PathBuf::from(hunspell.map_or("/usr/share/hunspell/sv_SE", String::as_str));

    match start_up() {
        Some(time) => println!("start, correct one line and end: {time:.1?}"),
        None => println!("start: left out, since there is no program yet (cargo build --release)"),
    }
    let before = resident();
    let start = Instant::now();
    let lexicon = Lexicon::builtin();
    black_box(lexicon.is_word("kommunstyrelsen"));
    println!("lexicon loaded: {:.2?}", start.elapsed());

    let clean: Vec<String> = printed();
    let mut damage = Damage::learned();
    let damaged: Vec<String> =
        (0..VARIANTS).flat_map(|_| clean.iter().map(|t| damage.of(t)).collect::<Vec<_>>()).collect();
    let n_wrong = |texts: &[String]| -> usize {
        let pairs = texts.iter().zip(clean.iter().cycle());
        pairs
            .flat_map(|(read, gold)| read.split_whitespace().zip(gold.split_whitespace()))
            .filter(|(a, b)| a != b)
            .count()
    };
    let n_words = |texts: &[String]| -> usize { texts.iter().map(|text| text.split_whitespace().count()).sum() };
    println!(
        "{} documents, {} words; damaged, {:.0} % of the words are wrong\n",
        clean.len(),
        n_words(&clean),
        100.0 * n_wrong(&damaged) as f64 / n_words(&damaged) as f64
    );

    let correct = |text: &str| drop(black_box(correct_text(&lexicon, &Options::default(), black_box(text))));
    let measure = |name: &str, texts: &[String], work: &mut dyn FnMut(&str)| {
        let mut best = Duration::MAX;
        for _ in 0..ROUNDS {
            let start = Stopwatch::start();
            texts.iter().for_each(|text| work(text));
            best = best.min(start.elapsed());
        }
        println!("{name:48} {:>10.0} words/s", n_words(texts) as f64 / best.as_secs_f64());
    };
    measure("paragraf, clean", &clean, &mut |text| correct(text));
    measure("paragraf, badly damaged", &damaged, &mut |text| correct(text));
    let whole = [damaged.concat()];
    measure("paragraf, badly damaged, as one long text", &whole, &mut |text| correct(text));
    if let (Some(before), Some(after)) = (before, resident()) {
        println!("{:48} {:>10.0} MB resident, {:.0} before the lexicon", "paragraf", after, before);
    }

    match comparison::Hunspell::open(&hunspell) {
        Ok(hunspell) => {
            let check = |text: &str| {
                comparison::correct_words(text, |word| hunspell.dictionary.check(word).then(String::new));
            };
            measure("Hunspell's dictionary, checks, clean", &clean, &mut |text| check(text));
            measure("Hunspell's dictionary, checks, badly damaged", &damaged, &mut |text| check(text));
            let words: String = damaged.concat();
            let wrong: Vec<String> = words
                .split_whitespace()
                .filter(|word| word.chars().all(char::is_alphanumeric) && !hunspell.dictionary.check(word))
                .step_by(97)
                .take(12)
                .map(str::to_owned)
                .collect();
            let mut found = Vec::new();
            let start = Stopwatch::start();
            wrong.iter().for_each(|word| hunspell.dictionary.suggest(word, &mut found));
            let per_second = wrong.len() as f64 / start.elapsed().as_secs_f64();
            println!("{:48} {per_second:>10.1} words/s, of wrong words", "Hunspell's dictionary, suggestions");
        }
        Err(error) => println!("Hunspell is left out: {error}"),
    }
    if has("--no-symspell") {
        return;
    }
    let before = resident();
    let start = Instant::now();
    let loaded = comparison::frequencies().and_then(|frequencies| comparison::symspell(&frequencies));
    match loaded {
        Ok(symspell) => {
            println!("\nSymSpell, distance 2, loaded: {:.1?}", start.elapsed());
            let mut look_up = |text: &str| {
                comparison::correct_words(text, |word| comparison::symspell_word(&symspell, word));
            };
            measure("SymSpell, clean", &clean, &mut look_up);
            measure("SymSpell, badly damaged", &damaged[..clean.len()], &mut look_up);
            if let (Some(before), Some(after)) = (before, resident()) {
                println!("{:48} {:>10.0} MB resident more", "SymSpell", after - before);
            }
        }
        Err(error) => println!("SymSpell is left out: {error}"),
    }
}

/// The program as a filter for one line, from its start to its end; the best of some. None where it is not built.
fn start_up() -> Option<Duration> {
    // This program lies in `deps` below the folder of those that are for use.
    let here = std::env::current_exe().ok()?;
    let program = here.ancestors().nth(2)?.join("paragraf");
    if !program.is_file() {
        return None;
    }
    let run = || {
        use std::io::Write;
        let start = Instant::now();
        let child = Command::new(&program).arg("correct").stdin(Stdio::piped()).stdout(Stdio::null()).spawn();
        let done = child.and_then(|mut child| {
            if let Some(mut input) = child.stdin.take() {
                input.write_all("Namnden beslutar att godkanna redovisningen.\n".as_bytes())?;
            }
            child.wait()
        });
        done.map(|_| start.elapsed()).unwrap_or(Duration::MAX)
    };
    (0..10).map(|_| run()).min()
}

/// Processor time of this thread, or the time of day where that is not told.
struct Stopwatch {
    worked: Option<Duration>,
    begun: Instant,
}

impl Stopwatch {
    fn start() -> Self {
        Stopwatch { worked: worked(), begun: Instant::now() }
    }

    fn elapsed(&self) -> Duration {
        let worked = self.worked.zip(worked()).map(|(before, now)| now.saturating_sub(before));
        worked.unwrap_or_else(|| self.begun.elapsed())
    }
}

fn worked() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

/// Megabytes that the process holds, where the system tells.
fn resident() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kilobytes| kilobytes / 1024.0)
}

/// What is printed in the fixtures.
fn printed() -> Vec<String> {
    let folder = comparison::root().join("fixtures/gold");
    let cases = std::fs::read_dir(&folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = cases.map(|case| case.path().join("truth.txt")).collect();
    paths.sort();
    paths.iter().filter_map(|path| std::fs::read_to_string(path).ok()).collect()
}

/// Misreads letters as often as the engine without å ä ö was seen to.
struct Damage {
    /// What is printed, what is read, how often.
    confusions: Vec<(char, String, f64)>,
    state: u64,
}

impl Damage {
    fn learned() -> Self {
        let path = comparison::root().join("dictionaries/confusions.tsv");
        let rows = std::fs::read_to_string(path).unwrap_or_default();
        let confusions = rows.lines().filter_map(|row| {
            let [engine, read, printed, cost] = row.split('\t').collect::<Vec<_>>()[..] else { return None };
            let mut printed = printed.chars();
            let (Some(letter), None, "eng") = (printed.next(), printed.next(), engine) else { return None };
            Some((letter, read.to_owned(), 10f64.powf(cost.parse::<f64>().ok()? / -100.0)))
        });
        Damage { confusions: confusions.collect(), state: 0x2545_f491_4f6c_dd1d }
    }

    /// A number from 0 to 1.
    fn random(&mut self) -> f64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state >> 11) as f64 / (1u64 << 53) as f64
    }

    fn of(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            let mut left = self.random();
            let read = self.confusions.iter().filter(|(printed, ..)| *printed == c).find(|(.., p)| {
                left -= p;
                left < 0.0
            });
            match read {
                Some((_, read, _)) => out.push_str(read),
                None => out.push(c),
            }
        }
        out
    }
}
