//! What it costs that pages are read in worker processes: the same pages read in this process and in workers, in turns.
//!
//! `make bench`, or `OMP_THREAD_LIMIT=1 cargo bench --bench isolation -- [ROUNDS] [FOLDER]`. Processor time is
//! compared, of this process and its children: other work on the machine hardly disturbs it. Both sides use one
//! reader and the same engine, loaded before the clock runs.

use paragraf::input::LayerPolicy;
use paragraf::reader::local::LocalReader;
use paragraf::reader::process::{ProcessReader, ProcessSettings};
use paragraf::reader::{Effort, PageReader, ReaderSettings, Stop};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Seconds of processor time and of the clock, a round each.
type Times = Vec<(f64, f64)>;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let n_rounds: usize = arguments.first().and_then(|rounds| rounds.parse().ok()).unwrap_or(5);
    let folder = arguments.get(1).map_or(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/scans"), String::as_str);
    if std::env::var("OMP_THREAD_LIMIT").as_deref() != Ok("1") {
        eprintln!("set OMP_THREAD_LIMIT=1: without it the engine in this process takes all cores for one page");
        std::process::exit(2);
    }
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder of scans")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "pdf"))
        .collect();
    paths.sort();

    let settings = ReaderSettings::new("sv-latin", LayerPolicy::Never);
    let mut local = LocalReader::with_tesseract(&settings);
    let mut process = ProcessReader::new(ProcessSettings {
        program: PathBuf::from(env!("CARGO_BIN_EXE_paragraf")),
        arguments: vec!["worker".into()],
        reader: ReaderSettings { memory_mib: Some(4096), ..settings },
        page_timeout: Duration::from_secs(120),
        stop: Stop::default(),
    });
    // Both load their model.
    for reader in [&mut local as &mut dyn PageReader, &mut process] {
        read(reader, &paths[..1]);
    }
    let (mut here, mut there) = (Vec::new(), Vec::new());
    let mut n_pages = 0;
    for round in 0..n_rounds {
        let mut sides: [(&mut dyn PageReader, &mut Times); 2] = [(&mut local, &mut here), (&mut process, &mut there)];
        if round % 2 == 1 {
            sides.reverse();
        }
        for (reader, times) in sides {
            let (cpu, wall) = (cpu_seconds(), Instant::now());
            n_pages = read(reader, &paths);
            times.push((cpu_seconds() - cpu, wall.elapsed().as_secs_f64()));
        }
    }
    drop(process);
    println!("{n_pages} pages, {n_rounds} rounds in turns; seconds of processor time, and of the clock");
    for (name, times) in [("in this process", &here), ("in a worker", &there)] {
        let [cpu, wall] =
            [|time: &(f64, f64)| time.0, |time: &(f64, f64)| time.1].map(|of| median(times.iter().map(of)));
        println!("{name:<16} {cpu:8.2} {wall:8.2}");
    }
    let ratio = |of: fn(&(f64, f64)) -> f64| median(here.iter().zip(&there).map(|(here, there)| of(there) / of(here)));
    println!(
        "isolation costs {:+.2} % of processor time, {:+.2} % of the clock (medians of the rounds' ratios)",
        (ratio(|time| time.0) - 1.0) * 100.0,
        (ratio(|time| time.1) - 1.0) * 100.0
    );
}

fn read(reader: &mut dyn PageReader, paths: &[PathBuf]) -> usize {
    let mut n_pages = 0;
    for path in paths {
        let file = reader.open(Path::new(path)).expect("a file that can be opened");
        for number in 1..=file.n_pages {
            reader.page(&file, number, Effort::Full).expect("a page that can be read");
            n_pages += 1;
        }
    }
    n_pages
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Processor seconds of this process and of its children, those that still run included.
fn cpu_seconds() -> f64 {
    let ticks = |stat: &str| -> f64 {
        // utime and stime are the 14th and 15th fields; the second may hold blanks and ends with a bracket.
        let after = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
        after.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<f64>().ok()).sum()
    };
    let own = std::process::id().to_string();
    let mut sum = 0.0;
    for entry in std::fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Ok(stat) = std::fs::read_to_string(entry.path().join("stat")) else { continue };
        let parent = stat.rsplit_once(')').and_then(|(_, rest)| rest.split_whitespace().nth(1));
        if entry.file_name() == *own || parent == Some(&own) {
            sum += ticks(&stat);
        }
    }
    sum / 100.0
}
