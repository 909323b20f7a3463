//! Faults at random moments: runs that are killed, disks that fill up, workers that fail, files that are damaged.
//!
//! Short versions run with all tests. The long ones, whose figures stand in docs/reliability.md, are the same
//! tests with larger numbers: see `make faults`.

use crate::util::{files, manifest, paragraf, timeless, write};
use image::{GrayImage, Luma};
use paragraf::batch::FileStatus;
use paragraf::batch::manifest::OutputKind;
use paragraf::emit::{self, wire};
use paragraf::error::Result;
use paragraf::input::{LayerPolicy, RawWord};
use paragraf::ocr::recorded::{Recorder, Recording};
use paragraf::ocr::{EngineInfo, LazyEngine, OcrEngine};
use paragraf::page::BBox;
use paragraf::reader::local::LocalReader;
use paragraf::reader::{Effort, PageReader};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// A number from the environment, so that the same test can be run for longer.
fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(default)
}

/// SplitMix64: the same numbers for the same seed.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        (self.next() % most.max(1) as u64) as usize
    }
}

/// Sees a page of a protocol in any image, another in another one.
struct Seer;

impl OcrEngine for Seer {
    fn info(&self) -> EngineInfo {
        EngineInfo { name: "seer".into(), version: "1".into(), models: Vec::new() }
    }

    fn recognise(&mut self, pixels: &GrayImage, _: u32) -> Result<Vec<RawWord>> {
        let sum: u64 = pixels.as_raw().iter().step_by(7).map(|pixel| u64::from(*pixel)).sum();
        let number = sum % 200 + 1;
        let text = format!(
            "Sammanträdesprotokoll 2019-04-09\nSocialnamnden\nBeslutande: Anna Berg (S), ordförande\n\
             § {number} Nulagesstatus för {sum}\nNamnden beslutar att lagga arendet till handlingarna.\n"
        );
        let (width, height) = (pixels.width() as i32, pixels.height() as i32);
        let words = text.lines().enumerate().flat_map(|(line, text)| {
            text.split(' ').enumerate().map(move |(at, word)| {
                let (x, y) = (width / 10 + at as i32 * width / 12, height / 10 + line as i32 * height / 12);
                let bbox = BBox::new(x, y, x + width / 14, y + height / 40);
                RawWord { text: word.to_owned(), bbox, confidence: 0.95, line: line as u32, face: None }
            })
        });
        Ok(words.collect())
    }

    fn recognise_line(&mut self, _: &GrayImage, _: u32) -> Result<Vec<RawWord>> {
        Ok(Vec::new())
    }
}

#[derive(Clone)]
struct Shared(Arc<Mutex<Recorder<Seer>>>);

impl OcrEngine for Shared {
    fn info(&self) -> EngineInfo {
        self.0.lock().unwrap().info()
    }

    fn recognise(&mut self, pixels: &GrayImage, dpi: u32) -> Result<Vec<RawWord>> {
        self.0.lock().unwrap().recognise(pixels, dpi)
    }

    fn recognise_line(&mut self, pixels: &GrayImage, dpi: u32) -> Result<Vec<RawWord>> {
        self.0.lock().unwrap().recognise_line(pixels, dpi)
    }
}

/// What the seer sees on all pages of these files, at the first and at the second try.
fn recording(paths: &[PathBuf]) -> Recording {
    let shared = Shared(Arc::new(Mutex::new(Recorder::new(Seer))));
    let engine = shared.clone();
    let engine = LazyEngine::new(move || Ok(Box::new(engine.clone()) as Box<dyn OcrEngine>));
    let mut reader = LocalReader::new(engine, LayerPolicy::Auto);
    for path in paths {
        let file = reader.open(path).unwrap();
        for number in 1..=file.n_pages {
            for effort in [Effort::Full, Effort::Plain] {
                reader.page(&file, number, effort).unwrap();
            }
        }
    }
    shared.0.lock().unwrap().recording.clone()
}

/// As long as an A4 page of 190 dpi, so that it is read at its size; narrow, so that it is read fast.
const PAGE: (u32, u32) = (120, 2200);

fn picture(seed: u64, (width, height): (u32, u32)) -> GrayImage {
    let mut random = Random(seed);
    let marks: Vec<(u32, u32, u32)> = (0..60)
        .map(|_| {
            (random.below(width as usize) as u32, random.below(height as usize) as u32, random.below(60) as u32 + 8)
        })
        .collect();
    let mut page = GrayImage::from_pixel(width, height, Luma([255]));
    for (x, y, length) in marks {
        for (x, y) in (x..(x + length).min(width)).flat_map(|x| (y..(y + 9).min(height)).map(move |y| (x, y))) {
            page.put_pixel(x, y, Luma([0]));
        }
    }
    page
}

fn tiff(path: &Path, pages: &[GrayImage]) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut encoder = tiff::encoder::TiffEncoder::new(fs::File::create(path).unwrap()).unwrap();
    for page in pages {
        encoder.write_image::<tiff::encoder::colortype::Gray8>(page.width(), page.height(), page.as_raw()).unwrap();
    }
}

/// An archive of some files of all kinds, its recording, and an undisturbed run over it.
struct Archive {
    dir: tempfile::TempDir,
    input: PathBuf,
    engine: String,
    undisturbed: PathBuf,
    seconds: f64,
}

const N_FILES: usize = 64;

impl Archive {
    fn new() -> Archive {
        let dir = tempfile::tempdir().unwrap();
        let input = dir.path().join("in");
        let mut paths = Vec::new();
        for at in 0..N_FILES as u64 {
            let path = input.join(format!("{}/{at:02}.{}", at % 3, ["txt", "tif", "png"][(at / 3 % 3) as usize]));
            let n_pages = at % 4 + 1;
            match at / 3 % 3 {
                0 => {
                    let page = |number| format!("{}§ {number} Val\nTill justerare valjs Bo Ek.\n", crate::util::TEXT);
                    let text: Vec<String> = (1..=n_pages).map(page).collect();
                    write(&input, path.strip_prefix(&input).unwrap().to_str().unwrap(), text.join("\u{c}"));
                }
                1 => tiff(&path, &(0..n_pages).map(|page| picture(at * 10 + page, PAGE)).collect::<Vec<_>>()),
                _ => {
                    fs::create_dir_all(path.parent().unwrap()).unwrap();
                    picture(at, PAGE).save(&path).unwrap();
                }
            }
            paths.push(path);
        }
        let recorded = dir.path().join("recording.json");
        recording(&paths).save(&recorded).unwrap();
        let engine = recorded.to_string_lossy().into_owned();
        let undisturbed = dir.path().join("undisturbed");
        let mut archive = Archive { dir, input, engine, undisturbed, seconds: 0.0 };
        let begun = Instant::now();
        let status = archive.command(&archive.undisturbed, "recorded").status().unwrap();
        archive.seconds = begun.elapsed().as_secs_f64();
        assert_eq!(status.code(), Some(0));
        assert_eq!(manifest(&archive.undisturbed).lines.len(), N_FILES);
        archive
    }

    fn command(&self, out: &Path, engine: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_paragraf"));
        let engine = format!("{engine}:{}", self.engine);
        command
            .args(["extract", "--quiet", "--jobs", "2", "--test-engine", &engine, "--output"])
            .args([out, &self.input]);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    fn compare_documents(&self, out: &Path) {
        assert!(files(&out.join("documents")) == files(&self.undisturbed.join("documents")), "documents differ");
    }

    /// Whether a folder has come to what the undisturbed run came to.
    fn compare(&self, out: &Path) {
        self.compare_documents(out);
        assert_eq!(timeless(out), timeless(&self.undisturbed));
        paragraf().arg("verify").arg(out).assert().code(0);
    }
}

/// No output is ever half-written, whatever happened a moment ago.
fn all_are_whole(out: &Path) {
    for (name, bytes) in files(&out.join("documents")) {
        assert!(serde_json::from_slice::<wire::Document>(&bytes).is_ok(), "{name} is half-written");
    }
    if out.join("documents").exists() {
        let record = fs::read(out.join("run.json")).expect("run.json");
        assert!(serde_json::from_slice::<serde_json::Value>(&record).is_ok(), "run.json is half-written");
        // A document comes before its line: the run may have been ended between the first one and its line.
        assert!(out.join("manifest.jsonl").is_file());
    }
}

/// Runs and is ended at random moments until it comes to its end, over and over, so many times in all.
#[cfg(unix)]
fn ended_at_random(archive: &Archive, signal: &str, n_times: u64) -> u64 {
    let mut random = Random(setting("FAULT_SEED", 20_261_124));
    let (mut n_ended, mut n_rounds) = (0, 0);
    while n_ended < n_times {
        let out = archive.dir.path().join("out");
        let _ = fs::remove_dir_all(&out);
        n_rounds += 1;
        loop {
            let mut child = archive.command(&out, "recorded").spawn().unwrap();
            let moment = archive.seconds * 0.6 * random.below(1000) as f64 / 1000.0;
            std::thread::sleep(Duration::from_secs_f64(moment));
            let is_running = child.try_wait().unwrap().is_none();
            if is_running && n_ended < n_times {
                assert!(Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap().success());
                n_ended += 1;
                child.wait().unwrap();
                all_are_whole(&out);
            } else {
                assert_eq!(child.wait().unwrap().code(), Some(0));
                break;
            }
        }
        archive.compare(&out);
    }
    n_rounds
}

#[cfg(unix)]
#[test]
fn a_run_that_is_killed_goes_on_to_the_same_end() {
    let archive = Archive::new();
    for (signal, name, default) in [("-KILL", "FAULT_KILLS", 8), ("-TERM", "FAULT_TERMS", 4)] {
        let n_times = setting(name, default);
        let n_rounds = ended_at_random(&archive, signal, n_times);
        println!(
            "{n_times} times {signal} in {n_rounds} runs over {N_FILES} files of {:.1} s: the same bytes",
            archive.seconds
        );
    }
}

/// A limit of the size of files stands for a disk that takes no more: anybody may set one.
#[cfg(unix)]
#[test]
fn a_disk_that_takes_no_more_loses_nothing() {
    let archive = Archive::new();
    let out = archive.dir.path().join("out");
    // The first is met by the first document, the last by the manifest.
    let largest = |folder: &Path| files(folder).values().map(Vec::len).max().unwrap() as u64;
    let document = largest(&archive.undisturbed.join("documents"));
    let manifest = fs::metadata(archive.undisturbed.join("manifest.jsonl")).unwrap().len();
    assert!(manifest > document, "{manifest} {document}");
    for most in [document / 2, document - 1, (document + manifest) / 2, manifest - 1] {
        let _ = fs::remove_dir_all(&out);
        // Half a kilobyte each; the signal would end the run before it saw the fault.
        let script = format!("trap '' XFSZ; ulimit -f {} || exit 77; exec \"$@\"", most / 512);
        let mut limited = Command::new("sh");
        limited.args(["-c", &script, "sh", env!("CARGO_BIN_EXE_paragraf"), "extract", "--jobs", "2", "--output"]);
        limited.args([&out, &archive.input]).args(["--test-engine", &format!("recorded:{}", archive.engine)]);
        let first = limited.output().unwrap();
        let said = String::from_utf8_lossy(&first.stderr);
        assert_eq!(first.status.code(), Some(1), "{most} bytes: {said}");
        assert!(said.contains("File too large") && said.contains("to go on"), "{most} bytes: {said}");
        all_are_whole(&out);
        assert_eq!(archive.command(&out, "recorded").status().unwrap().code(), Some(0));
        archive.compare(&out);
    }
}

/// A small disk of memory, in a mount namespace of its own.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "mounts a disk, which takes root or a system where users may make namespaces; `make faults` runs it"]
fn a_disk_that_fills_up_loses_nothing() {
    let archive = Archive::new();
    let result = archive.dir.path().join("result");
    let disk = archive.dir.path().join("disk");
    fs::create_dir_all(&disk).unwrap();
    fs::create_dir_all(&result).unwrap();
    let n_times = setting("FAULT_DISKS", 3);
    for at in 0..n_times {
        let size = 60 + at * 400 / n_times.max(1);
        let script = format!(
            "mount -t tmpfs -o size={size}k none \"$DISK\" || exit 77
             \"$@\" 2> \"$RESULT/first\"; echo $? > \"$RESULT/code\"
             cp -r \"$DISK/out\" \"$RESULT/full\" 2> /dev/null
             mount -o remount,size=200M \"$DISK\" || exit 78
             \"$@\" 2> \"$RESULT/second\"; echo $? >> \"$RESULT/code\"
             cp -r \"$DISK/out\" \"$RESULT/out\"; umount \"$DISK\""
        );
        let engine = format!("recorded:{}", archive.engine);
        let user = if rustix_is_root() { "-m" } else { "-rm" };
        let status = Command::new("unshare")
            .args([user, "sh", "-c", &script, "sh", env!("CARGO_BIN_EXE_paragraf"), "extract", "--jobs", "2"])
            .args(["--test-engine", &engine, "--output"])
            .args([&disk.join("out"), &archive.input])
            .env("DISK", &disk)
            .env("RESULT", &result)
            .stderr(Stdio::null())
            .status();
        let status = status.expect("unshare can be run");
        assert_eq!(status.code(), Some(0), "no file system can be mounted here");
        let codes = fs::read_to_string(result.join("code")).unwrap();
        let first = fs::read_to_string(result.join("first")).unwrap();
        assert_eq!(codes, "1\n0\n", "{size} KiB: {first}");
        assert!(first.contains("No space left on device") && first.contains("to go on"), "{first}");
        for (name, bytes) in files(&result.join("full/documents")) {
            assert!(serde_json::from_slice::<wire::Document>(&bytes).is_ok(), "{name} is half-written");
        }
        let out = result.join("out");
        assert!(files(&out.join("documents")) == files(&archive.undisturbed.join("documents")));
        assert_eq!(timeless(&out), timeless(&archive.undisturbed));
        for folder in ["out", "full"] {
            let _ = fs::remove_dir_all(result.join(folder));
        }
    }
}

#[cfg(target_os = "linux")]
fn rustix_is_root() -> bool {
    fs::read_to_string("/proc/self/status").is_ok_and(|status| {
        status.lines().any(|line| line.starts_with("Uid:") && line.split_whitespace().nth(2) == Some("0"))
    })
}

#[test]
fn workers_that_fail_cost_their_pages_and_nothing_else() {
    let archive = Archive::new();
    let out = archive.dir.path().join("failing");
    let per_mille = setting("FAULT_PER_MILLE", 150);
    let (mut n_retried, mut n_lost) = (0, 0);
    for _ in 0..setting("FAULT_ROUNDS", 1) {
        let _ = fs::remove_dir_all(&out);
        let mut command = archive.command(&out, &format!("failing:{per_mille}"));
        let status = command.args(["--page-timeout", "2", "--worker-memory", "512"]).status().unwrap();
        assert!(matches!(status.code(), Some(0 | 1)));
        let lines = manifest(&out).lines;
        assert_eq!(lines.len(), N_FILES);
        for line in &lines {
            let read = |folder: &Path, path: &str| emit::read(&fs::read_to_string(folder.join(path)).unwrap()).unwrap();
            if line.status == FileStatus::Failed {
                assert!(line.reason.as_deref().is_some_and(|reason| reason.starts_with("page ")));
                n_lost += line.pages_lost;
                continue;
            }
            for output in line.outputs.iter().filter(|output| output.kind == OutputKind::Document) {
                let document = read(&out, &output.path);
                let named = |code| {
                    let warnings = document.warnings.iter().filter(move |warning| warning.code == code);
                    warnings.filter_map(|warning| warning.page).collect::<BTreeSet<u32>>()
                };
                let (retried, lost) = (named(wire::WarningCode::PageRetried), named(wire::WarningCode::PageLost));
                (n_retried, n_lost) = (n_retried + retried.len() as u32, n_lost + lost.len() as u32);
                if retried.is_empty() && lost.is_empty() {
                    let same = fs::read(archive.undisturbed.join(&output.path)).unwrap();
                    assert!(fs::read(out.join(&output.path)).unwrap() == same, "{} differs", output.path);
                    continue;
                }
                // What is doubted in one page may be settled by another: texts as read are what must be the same.
                let undisturbed = document_pages(&archive.undisturbed, &line.input);
                for page in &document.pages {
                    if !retried.contains(&page.number) && !lost.contains(&page.number) {
                        assert!(
                            undisturbed
                                .iter()
                                .any(|other| other.number == page.number && other.original_text == page.original_text)
                        );
                    }
                }
                assert_eq!(document.status == wire::Status::Partial, !lost.is_empty());
            }
        }
        paragraf().arg("verify").arg(&out).assert().code(0);
    }
    println!("{n_retried} pages read at the second try, {n_lost} lost");
    assert!(n_retried > 0);
    // Failures are random; another run with a sound engine heals what was lost.
    let status = archive.command(&out, "recorded").args(["--redo", "partial"]).status().unwrap();
    assert_eq!(status.code(), Some(0));
    assert!(manifest(&out).lines.iter().all(|line| line.status == FileStatus::Complete));
}

fn document_pages(out: &Path, input: &str) -> Vec<wire::Page> {
    let lines = manifest(out).lines;
    let line = lines.iter().find(|line| line.input == input).unwrap();
    let read = |path: &str| emit::read(&fs::read_to_string(out.join(path)).unwrap()).unwrap();
    let outputs = line.outputs.iter().filter(|output| output.kind == OutputKind::Document);
    outputs.flat_map(|output| read(&output.path).pages).collect()
}

/// Which files a run says are to be done, and how it ended, with an engine that reads nothing.
fn again(archive: &Archive, out: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_paragraf"));
    command.args(["extract", "--jobs", "2", "--test-engine", "refusing:", "--output"]).args([out, &archive.input]);
    let output = command.args(arguments).output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn what_comes_after_reading_is_done_anew_without_it() {
    let archive = Archive::new();
    let out = archive.dir.path().join("again");
    assert_eq!(archive.command(&out, "recorded").status().unwrap().code(), Some(0));
    let pages = files(&out.join("pages"));
    assert_eq!(pages.len(), N_FILES);
    // Other settings of the correction, and an engine that fails when it is called.
    let (code, told) = again(&archive, &out, &["--confidence", "0.99"]);
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("64 done by another version or with other settings") && told.contains("read earlier"));
    assert_eq!(files(&out.join("pages")), pages);
    paragraf().arg("verify").arg(&out).assert().code(0);
    // Another reading: the pages are taken as they are where that is asked for, and read again otherwise.
    let force = ["--confidence", "0.99", "--force-ocr", "--recognise"];
    let (code, told) = again(&archive, &out, &[&force[..], &["missing"]].concat());
    assert_eq!(code, Some(0), "{told}");
    let (code, told) = again(&archive, &out, &[&force[..], &["changed"]].concat());
    assert!(code == Some(1) && told.contains("64 read by another version of the reading"), "{told}");
    let lost = manifest(&out).lines.iter().filter(|line| line.status == FileStatus::Failed).count();
    assert!(lost > N_FILES / 2, "{lost}");
    // What was read earlier is kept, and a sound engine finds it.
    assert_eq!(files(&out.join("pages")).len(), N_FILES);
    assert_eq!(archive.command(&out, "recorded").status().unwrap().code(), Some(0));
    archive.compare_documents(&out);
    // All of it is read again where that is asked for.
    let (code, _) = again(&archive, &out, &["--recognise", "all"]);
    assert_eq!(code, Some(1));
}

#[test]
fn pages_that_were_lost_are_all_that_is_read_again() {
    let archive = Archive::new();
    let out = archive.dir.path().join("partial");
    assert_eq!(archive.command(&out, "recorded").args(["--pages", "1"]).status().unwrap().code(), Some(0));
    let first = files(&out.join("pages"));
    // The second pages are lost, the first ones are known.
    let (code, told) = again(&archive, &out, &[]);
    assert_eq!(code, Some(1), "{told}");
    let lines = manifest(&out).lines;
    let partial: Vec<_> = lines.iter().filter(|line| line.status == FileStatus::Partial).collect();
    assert!(partial.len() > 10 && partial.iter().all(|line| (line.pages_read, line.pages_lost > 0) == (1, true)));
    assert_eq!(archive.command(&out, "recorded").args(["--redo", "partial"]).status().unwrap().code(), Some(0));
    archive.compare_documents(&out);
    // Pages that are not wanted for once stay known.
    let all = files(&out.join("pages"));
    assert!(all.len() == N_FILES && all != first);
    assert_eq!(archive.command(&out, "refusing").args(["--pages", "1"]).status().unwrap().code(), Some(0));
    assert!(files(&out.join("pages")) == all);
}

/// Truncates, flips bits in, splices or pads a file.
fn damaged(random: &mut Random, sound: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = sound[random.below(sound.len())].clone();
    for _ in 0..=random.below(3) {
        match random.below(5) {
            0 => bytes.truncate(random.below(bytes.len() + 1)),
            1 => {
                for _ in 0..=random.below(40) {
                    let at = random.below(bytes.len());
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte ^= 1 << random.below(8);
                    }
                }
            }
            2 => {
                let other = &sound[random.below(sound.len())];
                let (start, end) = (random.below(other.len()), random.below(other.len()));
                let at = random.below(bytes.len() + 1);
                bytes.splice(at..at, other[start.min(end)..start.max(end)].iter().copied());
            }
            3 => {
                // Numbers in headers and dictionaries.
                let digits: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).take(4000).collect();
                for _ in 0..=random.below(6) {
                    if let Some(&at) = digits.get(random.below(digits.len())) {
                        bytes[at] = b'0' + random.below(10) as u8;
                    }
                }
            }
            _ => {
                let at = random.below(bytes.len() + 1);
                let end = (at + random.below(2000)).min(bytes.len());
                bytes[at..end].fill(random.next() as u8);
            }
        }
    }
    bytes
}

/// The files of the fixtures with small ones of other kinds.
fn sound_files(folder: &Path) -> Vec<PathBuf> {
    let scans = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/scans"));
    let mut paths: Vec<PathBuf> = fs::read_dir(scans).unwrap().map(|entry| entry.unwrap().path()).collect();
    // Small ones are many: the decoders of images see as much harm as those of PDF.
    for at in 0..6 {
        let path = folder.join(format!("{at}.tif"));
        tiff(&path, &[picture(at, PAGE), picture(at + 10, PAGE)]);
        paths.push(path);
        for ending in ["png", "jpg"] {
            let path = folder.join(format!("{at}.{ending}"));
            picture(at + 20, PAGE).save(&path).unwrap();
            paths.push(path);
        }
    }
    paths.sort();
    paths
}

fn damaged_batch(n_files: u64, engine: Option<&str>) {
    let dir = tempfile::tempdir().unwrap();
    let paths = sound_files(&dir.path().join("sound"));
    let sound: Vec<Vec<u8>> = paths.iter().map(|path| fs::read(path).unwrap()).collect();
    let (input, out) = (dir.path().join("in"), dir.path().join("out"));
    let mut random = Random(setting("FAULT_SEED", 20_261_124));
    for at in 0..n_files {
        let ending = ["pdf", "tif", "png", "jpg", "txt"][random.below(5)];
        write(&input, &format!("{:03}/{at:05}.{ending}", at / 100), damaged(&mut random, &sound));
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_paragraf"));
    command.args(["extract", "--text", "--mask", "personnummer", "--pages", "1-3", "--page-timeout", "60", "--output"]);
    command.args([&out, &input]);
    if let Some(kind) = engine {
        let recorded = dir.path().join("recording.json");
        recording(&paths).save(&recorded).unwrap();
        command.args(["--test-engine", &format!("{kind}:{}", recorded.display())]);
    }
    let begun = Instant::now();
    let output = command.output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{:?}: {stderr}", output.status);
    assert!(!stderr.contains("internal error") && !stderr.contains("the program broke down"), "{stderr}");
    let lines = manifest(&out).lines;
    assert_eq!(lines.len() as u64, n_files);
    assert!(lines.iter().all(|line| line.status == FileStatus::Complete || line.reason.is_some()));
    paragraf().arg("verify").arg(&out).assert().code(0);
    let count = |status| lines.iter().filter(|line| line.status == status).count();
    let died = lines
        .iter()
        .filter(|line| {
            line.reason.as_deref().is_some_and(|reason| reason.contains("worker") || reason.contains("broke down"))
        })
        .count();
    println!(
        "{n_files} damaged files in {:.0} s: {} complete, {} partial, {} failed ({died} by a worker's end); every output valid",
        begun.elapsed().as_secs_f64(),
        count(FileStatus::Complete),
        count(FileStatus::Partial),
        count(FileStatus::Failed)
    );
}

#[test]
fn damaged_files_pass_through() {
    damaged_batch(setting("FAULT_DAMAGED", 120), Some("similar"));
}

#[cfg(feature = "tesseract")]
#[test]
fn damaged_files_pass_through_tesseract() {
    damaged_batch(setting("FAULT_DAMAGED_TESSERACT", 12), None);
}
