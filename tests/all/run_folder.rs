//! The run folder: what is written, what a second run does, what is verified, and what people decide.

use crate::util::{TEXT, extract, files, manifest, paragraf, timeless, write};
use paragraf::batch::FileStatus;
use paragraf::emit::{self, wire};
use predicates::prelude::*;
use predicates::str::contains;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

fn document(out: &Path, name: &str) -> wire::Document {
    emit::read(&fs::read_to_string(out.join("documents").join(format!("{name}.json"))).unwrap()).unwrap()
}

/// A folder of some text files, and where its output goes.
fn batch(names: &[&str]) -> (tempfile::TempDir, std::path::PathBuf, std::path::PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let (input, out) = (dir.path().join("in"), dir.path().join("out"));
    for name in names {
        write(&input, name, format!("{TEXT}{name}\n"));
    }
    (dir, input, out)
}

#[test]
fn a_run_tells_what_it_was_and_what_came_of_it() {
    let (_dir, input, out) = batch(&["a.txt", "1953/b.txt"]);
    write(&input, "c.pdf", "");
    extract(&input, &out).assert().code(1);
    let run: Value = serde_json::from_slice(&fs::read(out.join("run.json")).unwrap()).unwrap();
    assert_eq!(run["how"], "finished");
    assert_eq!((&run["totals"]["files"], &run["totals"]["failed"]), (&json!(3), &json!(1)));
    for key in ["id", "version", "configuration", "configuration_sha256", "start", "end", "seconds"] {
        assert!(!run[key].is_null(), "{key}");
    }
    assert_eq!(run["engine"]["model_sha256"].as_str().unwrap().len(), 64);
    assert_eq!(run["lexicon"]["sha256"].as_str().unwrap().len(), 64);
    let lines = manifest(&out).lines;
    assert_eq!(lines.iter().map(|line| line.input.as_str()).collect::<Vec<_>>(), ["1953/b.txt", "a.txt", "c.pdf"]);
    assert_eq!(lines[0].path, fs::canonicalize(&input).unwrap().join("1953/b.txt"));
    assert_eq!((lines[2].status, lines[2].bytes), (FileStatus::Failed, Some(0)));
    assert!(lines.iter().all(|line| line.sha256.is_some() && line.run == run["id"].as_str().unwrap()));
}

#[test]
fn the_same_command_does_only_what_is_left() {
    let (_dir, input, out) = batch(&["a.txt", "b.txt", "c.txt", "d.txt"]);
    extract(&input, &out).assert().code(0);
    let before = files(&out.join("documents"));
    let lines = manifest(&out).lines;
    extract(&input, &out).assert().code(0).stderr(contains("4 of 4 files are done already; nothing is left"));
    assert_eq!((files(&out.join("documents")), manifest(&out).lines), (before.clone(), lines));

    write(&input, "b.txt", format!("{TEXT}§ 13 Nytt arende\n"));
    write(&input, "e.txt", TEXT);
    fs::remove_file(out.join("documents/c.txt.json")).unwrap();
    let message =
        "2 of 5 files are done already; to do: 1 new, 1 changed, 1 whose output is missing, was changed or is to go";
    extract(&input, &out).assert().code(0).stderr(contains(message));
    assert_eq!(document(&out, "b.txt").items.len(), 2);
    assert_eq!(files(&out.join("documents"))["c.txt.json"], before["c.txt.json"]);

    let other = || {
        let mut command = extract(&input, &out);
        command.args(["--confidence", "0.8"]);
        command
    };
    other().assert().code(0).stderr(contains("to do: 5 done by another version or with other settings"));
    other().assert().code(0).stderr(contains("nothing is left"));
    other().args(["--redo", "all"]).assert().code(0).stderr(contains("to do: 5 done before"));
    other().arg("--text").assert().code(0).stderr(contains("to do: 5 whose output is missing"));
    assert!(out.join("text/a.txt.txt").is_file());
    assert_eq!(manifest(&out).lines.len(), 5);
}

#[test]
fn every_file_of_a_folder_has_its_line() {
    let (_dir, input, out) = batch(&["a.txt", "1953/b.TXT"]);
    let endings = "docx doc odt rtf pages xlsx xls ods csv pptx heic avif psd svg eml msg zip 7z rar html mht djvu ps epub \
                   md log mp3 mp4 xml json mdb lnk xyz bak";
    for ending in endings.split_whitespace() {
        write(&input, &format!("fil.{ending}"), "PK\u{3}\u{4}");
    }
    write(&input, "utan ändelse", "text");
    write(&input, ".dold.pdf", "%PDF-1.4");
    write(&input, "tom.pdf", "");
    write(&input, "äkta.skannad", "%PDF-1.4 but no more");
    for name in ["Thumbs.db", ".DS_Store", "._a.pdf", "desktop.ini", "~$protokoll.docx"] {
        write(&input, name, "x");
    }
    extract(&input, &out).assert().code(1).stderr(contains("2 complete, 0 partial, 2 failed, 36 skipped"));
    let lines = manifest(&out).lines;
    assert_eq!(lines.len(), 40);
    let skipped: Vec<_> = lines.iter().filter(|line| line.status == FileStatus::Skipped).collect();
    assert!(skipped.iter().all(|line| line.outputs.is_empty() && line.sha256.is_some()));
    let reason = |name: &str| skipped.iter().find(|line| line.input == name).unwrap().reason.clone().unwrap();
    assert!(reason("fil.docx").contains("save it as PDF") && reason(".dold.pdf").contains("hidden"));
    let run: Value = serde_json::from_slice(&fs::read(out.join("run.json")).unwrap()).unwrap();
    assert_eq!(run["totals"]["skipped"], 36);
    extract(&input, &out).arg("--verbose").assert().code(1).stderr(contains("5 files of systems"));
    paragraf().arg("verify").arg(&out).assert().code(0);
}

#[test]
fn failed_files_are_tried_again_and_what_was_read_earlier_is_kept() {
    let (_dir, input, out) = batch(&["a.txt"]);
    extract(&input, &out).assert().code(0);
    let good = fs::read(input.join("a.txt")).unwrap();
    write(&input, "a.txt", b"PK\x03\x04 overwritten by mistake");
    extract(&input, &out).assert().code(1);
    let line = &manifest(&out).lines[0];
    assert!(line.reason.as_deref().unwrap().ends_with("(the documents of an earlier run are kept)"));
    assert!(out.join("documents/a.txt.json").is_file() && line.outputs.len() == 2);
    paragraf().arg("verify").arg(&out).assert().code(0).stdout(contains("1 inputs (1 failed"));
    paragraf().args(["verify", "--strict"]).arg(&out).assert().code(1).stdout(contains("failed     a.txt"));

    write(&input, "a.txt", good);
    extract(&input, &out).assert().code(0).stderr(contains("1 failed earlier"));
    assert_eq!(manifest(&out).lines[0].status, FileStatus::Complete);
}

#[test]
fn parts_that_are_no_more_are_cleared_away() {
    let one = |day: &str, name: &str| {
        format!(
            "Protokoll fört vid sammanträde med byrådet den {day} 1962\nNärvarande: Bo Ek, Eva Lund\n\
             § 1\tVal av justerare\nTill justerare valdes {name}.\n§ 2\tAvslutning\nMötet avslutades.\n"
        )
    };
    let two = [one("4 maj", "Bo Ek"), one("8 juni", "Eva Lund")].join("\u{c}");
    let (_dir, input, out) = batch(&[]);
    write(&input, "a.txt", two);
    extract(&input, &out).assert().code(0);
    assert!(out.join("documents/a.txt.part2.json").is_file(), "{:?}", files(&out).keys());
    write(&input, "a.txt", TEXT);
    extract(&input, &out).assert().code(0);
    assert!(!out.join("documents/a.txt.part2.json").exists());
    paragraf().arg("verify").arg(&out).assert().code(0);
}

#[test]
fn what_a_crash_leaves_is_mended() {
    let (_dir, input, out) = batch(&["a.txt", "b.txt"]);
    extract(&input, &out).assert().code(0);
    let whole = (files(&out.join("documents")), timeless(&out));
    // A document without its line, half a line, and half a file under another name.
    let path = out.join("manifest.jsonl");
    let lines = fs::read_to_string(&path).unwrap();
    let (first, second) = lines.split_once('\n').unwrap();
    fs::write(&path, format!("{first}\n{}", &second[..second.len() / 2])).unwrap();
    write(&out, ".paragraf/new-x1y2z3", "half a docum");
    paragraf().arg("verify").arg(&out).assert().code(1).stdout(contains("line 2 is no line of a manifest"));
    extract(&input, &out).assert().code(0).stderr(contains("1 of 2 files are done already; to do: 1 new"));
    assert_eq!((files(&out.join("documents")), timeless(&out)), whole);
    assert_eq!(files(&out.join(".paragraf")).keys().collect::<Vec<_>>(), ["lock"]);
    paragraf().arg("verify").arg(&out).assert().code(0).stdout(contains("all is well"));
}

#[test]
fn two_runs_do_not_write_to_one_folder() {
    let (_dir, input, out) = batch(&["a.txt"]);
    extract(&input, &out).assert().code(0);
    let lock = fs::File::open(out.join(".paragraf/lock")).unwrap();
    lock.lock().unwrap();
    extract(&input, &out).assert().code(2).stderr(contains("another run is writing to"));
}

#[test]
fn a_folder_keeps_the_documents_of_other_inputs() {
    let (dir, input, out) = batch(&["a.txt"]);
    let other = write(dir.path(), "other/a.txt", "Annat\n");
    extract(&input.join("a.txt"), &out).assert().code(0);
    extract(&other, &out).assert().code(2).stderr(contains("documents/a.txt.json is already that of"));
    extract(&write(&input, "b.txt", TEXT), &out).assert().code(0);
    assert_eq!(manifest(&out).lines.len(), 2);
    // A copy of the same file elsewhere is the same input.
    fs::copy(input.join("a.txt"), &other).unwrap();
    extract(&other, &out).assert().code(0).stderr(contains("nothing is left"));
    paragraf().arg("verify").arg(&out).assert().code(0);
}

#[test]
fn verify_finds_what_is_missing_changed_foreign_and_invalid() {
    let names = ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "f.txt"];
    let (dir, input, out) = batch(&names);
    extract(&input, &out).args(["--text", "--mask", "personnummer"]).assert().code(0);
    let verify = || {
        let mut command = paragraf();
        command.arg("verify").arg(&out);
        command
    };
    verify().assert().code(0).stdout(contains("6 inputs (0 failed, 0 partial), 36 outputs: all is well"));

    fs::remove_file(out.join("documents/a.txt.json")).unwrap();
    let text = fs::read_to_string(out.join("text/b.txt.txt")).unwrap();
    fs::write(out.join("text/b.txt.txt"), text.replace("Berg", "Borg")).unwrap();
    write(&out, "documents/x.json", "{}");
    write(&input, "c.txt", "annat");
    fs::remove_file(input.join("d.txt")).unwrap();
    write(&input, "g.txt", TEXT);
    let json = fs::read_to_string(out.join("documents/e.txt.json")).unwrap();
    fs::write(out.join("documents/e.txt.json"), json.replace("\"pages\": 1", "\"pages\": \"one\"")).unwrap();
    write(&out, "overrides/f.txt.json", "{}");
    let finds = |kind: &str, path: &str| predicate::str::is_match(format!("(?m)^{kind} +{path}: ")).unwrap();
    verify()
        .assert()
        .code(1)
        .stdout(finds("missing", "documents/a.txt.json"))
        .stdout(finds("changed", "text/b.txt.txt"))
        .stdout(finds("foreign", "documents/x.json"))
        .stdout(finds("changed", "c.txt"))
        .stdout(finds("missing", "d.txt"))
        .stdout(finds("unfinished", "g.txt"))
        .stdout(finds("changed", "documents/e.txt.json"))
        .stdout(finds("invalid", "documents/e.txt.json"))
        .stdout(finds("changed", "f.txt"))
        .stdout(contains("9 findings"));
    let output = verify().args(["--outputs-only", "--format", "json"]).output().unwrap();
    let verdict: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(verdict["findings"].as_array().unwrap().len(), 6);

    // The same inputs elsewhere.
    fs::remove_dir_all(&out).unwrap();
    fs::remove_file(input.join("c.txt")).unwrap();
    extract(&input, &out).assert().code(0);
    let moved = dir.path().join("moved");
    fs::rename(&input, &moved).unwrap();
    verify().assert().code(1).stdout(contains("say where with --inputs"));
    verify().arg("--inputs").arg(&moved).assert().code(0);
    paragraf().arg("verify").arg(dir.path()).assert().code(2).stderr(contains("is no run folder"));
}

#[test]
fn what_people_decide_outranks_the_machine_and_survives() {
    let (_dir, input, out) = batch(&["1953/a.txt"]);
    extract(&input, &out).assert().code(0);
    let plain = document(&out, "1953/a.txt");
    assert!(plain.pages[0].text.contains("Nulägesstatus"), "the machine corrects it");
    let overrides = json!({
        "schema_version": "1.0",
        "source_sha256": plain.source.sha256,
        "edits": [
            {"page": 1, "original": "Nulagesstatus", "corrected": "Nulagesstatus", "by": "anna", "at": "2026-11-24"},
            {"page": 1, "original": "Berg", "corrected": "Borg", "by": "anna", "at": "2026-11-24T10:00:00+01:00"},
            {"page": 1, "original": "finns inte", "corrected": "x", "by": "anna", "at": "2026-11-24"},
        ],
        "fields": [
            {"field": "/meeting/date", "value": "2019-04-10", "was": "2019-04-09", "by": "bo", "at": "2026-11-24"},
            {"field": "/meeting/body", "value": "Kulturnämnden", "was": "Byggnadsnämnden", "by": "bo", "at": "2026-11-24"},
            {"field": "/meeting/place", "value": 7, "by": "bo", "at": "2026-11-24"},
            {"field": "/meeting/end_time", "value": "kl 9", "by": "bo", "at": "2026-11-24"},
            {"field": "/attendees/0/category", "value": "boss", "by": "bo", "at": "2026-11-24"},
            {"field": "/source/file", "value": "x", "by": "bo", "at": "2026-11-24"},
            {"field": "/absent/-", "value": {"name": "Eva Lund"}, "by": "", "at": "2026-11-24"},
            {"field": "/absent/-", "value": {"name": "Eva Lund"}, "by": "bo", "at": "2026-11-24"},
        ],
    });
    write(&out, "overrides/1953/a.txt.json", overrides.to_string());
    extract(&input, &out).assert().code(0).stderr(contains("1 with changed overrides"));
    let manual = document(&out, "1953/a.txt");
    let text = &manual.pages[0].text;
    assert!(text.contains("§ 12 Nulagesstatus") && text.contains("Anna Borg"), "{text}");
    assert_eq!(manual.attendees[0].name.as_deref(), Some("Anna Borg"));
    let trail: Vec<_> = manual.pages[0].corrections.iter().filter(|c| c.reason == wire::Reason::Manual).collect();
    assert_eq!(trail.len(), 2);
    assert_eq!(manual.meeting.date.as_deref(), Some("2019-04-10"));
    let evidence = manual.meeting.evidence.get("date").unwrap();
    assert_eq!((&evidence.state, evidence.printed.as_str()), (&wire::EvidenceState::Manual, "2019-04-09"));
    assert_eq!(manual.meeting.body, plain.meeting.body);
    assert_eq!((manual.absent.len(), manual.absent[0].id.as_str()), (1, "p2"));
    let applied: Vec<bool> = manual.overrides.iter().map(|decision| decision.applied).collect();
    assert_eq!(applied, [true, false, false, false, false, false, false, true, true, true, false]);
    let conflicts = |document: &wire::Document| {
        let is_conflict = |warning: &&wire::Warning| warning.code == wire::WarningCode::OverrideConflict;
        document.warnings.iter().filter(is_conflict).count()
    };
    assert_eq!(conflicts(&manual), 7);

    // Again, whatever else is asked for.
    let bytes = fs::read(out.join("documents/1953/a.txt.json")).unwrap();
    extract(&input, &out).args(["--redo", "all"]).assert().code(0);
    assert_eq!(fs::read(out.join("documents/1953/a.txt.json")).unwrap(), bytes);
    paragraf().arg("verify").arg(&out).assert().code(0);

    // Another input: what fits is kept, the rest is told.
    write(&input, "1953/a.txt", TEXT.replace("Berg", "Lind"));
    extract(&input, &out).assert().code(0).stderr(contains("made for another version of the input"));
    let changed = document(&out, "1953/a.txt");
    assert!(changed.pages[0].text.contains("Anna Lind") && changed.pages[0].text.contains("Nulagesstatus"));
    assert_eq!(changed.meeting.date.as_deref(), Some("2019-04-10"));
    assert!(conflicts(&changed) > conflicts(&manual));

    // A file that cannot be understood is told as well, without quoting it.
    write(&out, "overrides/1953/a.txt.json", "{\"edits\": [{\"page\": \"Anna Berg\"}]}");
    extract(&input, &out)
        .assert()
        .code(0)
        .stderr(contains("the overrides are not applied: a value is of the wrong type (line 1"))
        .stderr(contains("Anna").not());
}

#[test]
fn a_masked_edition_stands_beside_the_full_one() {
    let (_dir, input, out) = batch(&[]);
    write(&input, "a.txt", format!("{TEXT}§ 13 Bidrag\nBo Ek, 8ll228-9874, beviljas bidrag.\n"));
    extract(&input, &out).args(["--mask", "personnummer"]).assert().code(0);
    let full = document(&out, "a.txt");
    assert!(full.pages[0].text.contains("-9874") && full.sensitive.len() == 1 && !full.sensitive[0].masked);
    let below = files(&out.join("masked"));
    assert_eq!(below.keys().collect::<Vec<_>>(), ["documents/a.txt.json", "lists/a.txt.json", "text/a.txt.txt"]);
    for (name, bytes) in &below {
        assert!(!String::from_utf8_lossy(bytes).contains("9874"), "{name}");
    }
    let masked = emit::read(std::str::from_utf8(&below["documents/a.txt.json"]).unwrap()).unwrap();
    assert_eq!(masked.edition, wire::Edition::Masked);
    let list: Value = serde_json::from_slice(&below["lists/a.txt.json"]).unwrap();
    assert_eq!((&list["masked"][0]["page"], list["masked"].as_array().unwrap().len()), (&json!(1), 1));
    assert!(list["remark"].as_str().unwrap().contains("not anonymous"));
    extract(&input, &out).args(["--mask", "personnummer"]).assert().code(0).stderr(contains("nothing is left"));
    paragraf().arg("verify").arg(&out).assert().code(0);
    paragraf().arg("extract").arg(&input).args(["--format", "jsonl", "--mask", "personnummer"]).assert().code(2);

    // It goes only when someone says so.
    extract(&input, &out)
        .assert()
        .code(0)
        .stderr(contains("masked/ is there from an earlier run").and(contains("nothing is left")));
    extract(&input, &out).args(["--redo", "all"]).assert().code(0);
    assert_eq!(files(&out.join("masked")).len(), 3);
    extract(&input, &out).args(["--mask", "personnummer", "--without", "masked"]).assert().code(2);
    extract(&input, &out).args(["--without", "masked"]).assert().code(0);
    assert!(files(&out.join("masked")).is_empty());
    paragraf().arg("verify").arg(&out).assert().code(0);
}

#[test]
fn logs_for_machines_are_json_and_hold_no_text_of_a_page() {
    let (_dir, input, out) = batch(&["a.txt"]);
    write(&input, "broken.pdf", "%PDF-1.4 nothing");
    let output = extract(&input, &out).args(["--log-format", "json", "--verbose"]).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    let events: Vec<Value> = stderr.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect();
    let of = |kind: &str| events.iter().filter(|event| event["event"] == kind).collect::<Vec<_>>();
    assert_eq!(of("file").len(), 2);
    assert_eq!((&of("summary")[0]["failed"], &of("summary")[0]["complete"]), (&json!(1), &json!(1)));
    assert!(events.iter().all(|event| event["time"].is_string() && event["level"].is_string()));
    let manifest = fs::read_to_string(out.join("manifest.jsonl")).unwrap();
    for word in ["Berg", "Anna", "informationen", "Nulägesstatus"] {
        assert!(!stderr.contains(word) && !manifest.contains(word), "{word}");
    }
    extract(&input, &out).args(["--quiet", "--redo", "all"]).assert().code(1).stderr("");
    let mut wrong = paragraf();
    wrong.args(["extract", "/no/such/input", "--log-format", "json", "--output"]).arg(&out);
    let output = wrong.output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let event: Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(event["level"], "error");
}

#[test]
fn a_run_that_goes_wrong_is_ended() {
    let (_dir, input, out) = batch(&[]);
    for number in 0..40 {
        write(&input, &format!("{number:02}.pdf"), "");
    }
    let run = |most: &str| {
        let _ = fs::remove_dir_all(&out);
        extract(&input, &out).args(["--jobs", "1", "--max-failures", most]).assert().code(1)
    };
    run("3").stderr(contains("files failed, more than --max-failures allows"));
    assert!((4..20).contains(&manifest(&out).lines.len()));
    run("50%").stderr(contains("files failed, more than --max-failures allows"));
    assert!((20..40).contains(&manifest(&out).lines.len()));
    run("40");
    assert_eq!(manifest(&out).lines.len(), 40);
    paragraf().arg("extract").arg(&input).args(["--format", "jsonl", "--max-failures", "x"]).assert().code(2);
}

#[test]
fn the_report_is_one_page_with_failures_doubts_and_a_sample() {
    let (_dir, input, out) = batch(&["<b>a</b>.txt"]);
    write(&input, "broken.pdf", "");
    let scans = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/scans"));
    for name in ["arbetsutskott.pdf", "folkhalsorad.txt"] {
        fs::copy(scans.join(name), input.join(name)).unwrap();
    }
    extract(&input, &out).assert().code(1);
    // A value that a person doubts: the report is to show where it stands.
    let path = out.join("documents/arbetsutskott.pdf.json");
    let mut document = document(&out, "arbetsutskott.pdf");
    document.review = vec![wire::Review {
        field: "/items/0/title".into(),
        reason: "low_confidence".into(),
        confidence: 0.41,
        page: Some(1),
        bbox: Some([300, 300, 900, 380]),
    }];
    fs::write(&path, emit::to_json(&document)).unwrap();
    let lines: String = manifest(&out)
        .lines
        .into_iter()
        .map(|mut line| {
            line.to_review = usize::from(line.input == "arbetsutskott.pdf");
            String::from_utf8(line.to_bytes().unwrap()).unwrap()
        })
        .collect();
    fs::write(out.join("manifest.jsonl"), lines).unwrap();

    paragraf().args(["report", "--sample", "2"]).arg(&out).assert().code(0).stdout(contains("report.html"));
    let html = fs::read_to_string(out.join("report.html")).unwrap();
    assert!(html.contains("the file is empty") && html.contains("low confidence (41 %)"));
    assert!(html.contains("src=\"data:image/png;base64,iVBOR"), "a picture of the doubtful place");
    assert!(html.contains("2 files drawn at random") && html.contains("pages a minute"));
    assert!(!html.contains("<b>a</b>.txt") && !html.contains("<script") && !html.contains("http"));
    let again = out.join("again.html");
    paragraf().args(["report", "--sample", "2", "--output"]).arg(&again).arg(&out).assert().code(0);
    let body = |html: &str| html.split("id=\"sample\"").nth(1).unwrap().matches("documents/").count();
    assert_eq!(body(&html), body(&fs::read_to_string(again).unwrap()));
    paragraf().arg("report").arg(&input).assert().code(2);
}

#[cfg(unix)]
fn signal(child: &std::process::Child, name: &str) {
    assert!(Command::new("kill").args([name, &child.id().to_string()]).status().unwrap().success());
}

#[cfg(unix)]
fn wait_until(what: impl Fn() -> bool) {
    let begun = Instant::now();
    while !what() {
        assert!(begun.elapsed() < Duration::from_secs(60), "it never came to pass");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[cfg(unix)]
#[test]
fn a_stop_keeps_what_is_done_and_says_how_to_go_on() {
    let (_dir, input, out) = batch(&[]);
    for number in 0..300 {
        write(&input, &format!("{number:03}.txt"), TEXT.repeat(5));
    }
    let undisturbed = out.with_extension("undisturbed");
    extract(&input, &undisturbed).assert().code(0);
    for (name, code) in [("-TERM", 143), ("-INT", 130)] {
        let _ = fs::remove_dir_all(&out);
        let child = Command::new(env!("CARGO_BIN_EXE_paragraf"))
            .args(["extract", "--jobs", "2", "--output"])
            .args([&out, &input])
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        wait_until(|| fs::read(out.join("manifest.jsonl")).is_ok_and(|bytes| !bytes.is_empty()));
        signal(&child, name);
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(code));
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(stderr.contains("files left; run the same command again to go on"), "{stderr}");
        let n_done = manifest(&out).lines.len();
        assert!((1..300).contains(&n_done), "{n_done}");
        paragraf().arg("verify").arg(&out).assert().code(1).stdout(contains("the last run did not end"));
        extract(&input, &out).assert().code(0).stderr(contains(format!("{n_done} of 300 files are done already")));
        assert_eq!(files(&out.join("documents")), files(&undisturbed.join("documents")));
        assert_eq!(timeless(&out), timeless(&undisturbed));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_second_signal_stops_at_once_and_leaves_no_worker() {
    let (_dir, input, out) = batch(&[]);
    fs::create_dir_all(&input).unwrap();
    // Something like print: a page that looks blank is not given to the engine.
    let page = image::GrayImage::from_fn(400, 560, |x, y| {
        let is_ink = (40..360).contains(&x) && (60..500).contains(&y) && y % 24 < 10 && x % 12 < 6;
        image::Luma([if is_ink { 0 } else { 255 }])
    });
    page.save(input.join("a.png")).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_paragraf"))
        .args(["extract", "--jobs", "1", "--test-engine", "hanging:", "--output"])
        .args([&out, &input])
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let workers = || {
        let children = fs::read_to_string(format!("/proc/{0}/task/{0}/children", child.id())).unwrap_or_default();
        let threads = fs::read_dir(format!("/proc/{}/task", child.id())).into_iter().flatten().flatten();
        threads
            .fold(children, |all, thread| all + &fs::read_to_string(thread.path().join("children")).unwrap_or_default())
    };
    wait_until(|| !workers().trim().is_empty());
    let worker = workers().split_whitespace().next().unwrap().to_owned();
    std::thread::sleep(Duration::from_millis(300));
    signal(&child, "-INT");
    std::thread::sleep(Duration::from_millis(300));
    assert!(child.try_wait().unwrap().is_none(), "the page in hand has its time");
    let begun = Instant::now();
    signal(&child, "-INT");
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(begun.elapsed() < Duration::from_secs(2));
    let is_gone = || fs::read_to_string(format!("/proc/{worker}/stat")).map_or(true, |stat| stat.contains(") Z "));
    wait_until(is_gone);
}
