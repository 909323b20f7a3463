//! The user's dictionaries, and the filter and the look-up that take them: through the library and the program.

use assert_cmd::Command;
use paragraf::correct::filter::{Cut, Filter, Window};
use paragraf::correct::lexicon::UserDictionary;
use paragraf::correct::{Lexicon, Options, correct_text};
use paragraf::text::{Edit, Reason, apply};
use predicates::prelude::*;
use predicates::str::contains;
use proptest::prelude::*;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

const READ: &str = "Vagen mellan Ammelunda och kyrkan lagas i ar efter beslut av kvarnratten i Ammelundas namnd.\n";

fn user(words: &str, never: &str) -> Lexicon {
    let mut user = UserDictionary::default();
    user.add_words(words).unwrap();
    user.add_never(never).unwrap();
    Lexicon::builtin().with_user(&user)
}

fn edits(lexicon: &Lexicon, text: &str) -> Vec<Edit> {
    correct_text(lexicon, &Options::default(), text)
}

fn corrected(lexicon: &Lexicon, text: &str) -> String {
    apply(text, &edits(lexicon, text)).0
}

#[test]
fn words_of_the_user_are_restored_and_say_so() {
    let plain = Lexicon::builtin();
    assert!(corrected(&plain, READ).contains("mellan Ammelunda och"));
    let lexicon = user("Ämmelunda\nkvarnrätten\n", "");
    let text = corrected(&lexicon, READ);
    let right = "Vägen mellan Ämmelunda och kyrkan lagas i år efter beslut av kvarnrätten i Ämmelundas nämnd.\n";
    assert_eq!(text, right);
    let of_user: Vec<String> = edits(&lexicon, READ)
        .into_iter()
        .filter(|edit| edit.reason == Reason::UserDictionary)
        .map(|edit| edit.replacement)
        .collect();
    assert_eq!(of_user, ["Ämmelunda", "kvarnrätten", "Ämmelundas"]);
    assert!(lexicon.is_word("kvarnrätten") && lexicon.is_place("Ämmelundas") && !lexicon.is_word("Ämmelunda"));
    assert_ne!(lexicon.sha256(), plain.sha256());
    assert_eq!(user("kvarnrätten\nÄmmelunda\n", "").sha256(), lexicon.sha256());
    assert_eq!(user("", "# nothing\n").sha256(), plain.sha256());
}

#[test]
fn a_word_of_the_user_is_right_as_it_stands() {
    let read = "Hogby hembygdsforening och namnden for Backman ar overens om lanet.\n";
    let right = "Högby hembygdsförening och nämnden för Backman är överens om lånet.\n";
    assert_eq!(corrected(&Lexicon::builtin(), read), right);
    let text = corrected(&user("Hogby\n", "lanet\n"), read);
    assert_eq!(text, "Hogby hembygdsförening och nämnden för Backman är överens om lanet.\n");
}

#[test]
fn a_form_that_is_never_written_is_not_even_suggested() {
    let read = "Namnden beslutar att andra planen for ar 2019.\n";
    assert!(
        corrected(&Lexicon::builtin(), read).contains("nämnden")
            || corrected(&Lexicon::builtin(), read).contains("Nämnden")
    );
    let lexicon = user("", "Nämnden\n");
    assert!(corrected(&lexicon, read).starts_with("Namnden "));
    for edit in edits(&lexicon, read) {
        let others = edit.alternatives.iter().map(|other| other.text.as_str());
        assert!(others.chain([edit.replacement.as_str()]).all(|text| text != "Nämnden"), "{edit:?}");
    }
}

#[test]
fn signs_do_not_touch_words_of_the_user() {
    let read = "ANSLAGIBEVIS\n";
    assert_eq!(corrected(&Lexicon::builtin(), read), "ANSLAG/BEVIS\n");
    assert_eq!(corrected(&user("ANSLAGIBEVIS", ""), read), read);
}

#[test]
fn a_form_to_keep_hands_off_is_no_half_of_a_divided_word() {
    let text = "for kvarn-\nmétet ";
    assert!(corrected(&user("kvarnrätt\n", ""), text).contains("mötet"));
    assert!(!corrected(lexicon_with_words(), text).contains("mötet"));
}

fn lexicon_with_words() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| user("Ämmelunda\nkvarnrätt\nförslag\nK5AU\n", "mötet\nlan\nBäck\n"))
}

fn texts() -> impl Strategy<Value = String> {
    let words = vec![
        "Ammelunda",
        "Ämmelunda",
        "AMMELUNDA",
        "kvarnratt",
        "kvarn-",
        "ratt",
        "férslag",
        "f6rslag",
        "förslag",
        "K5AU",
        "KSAU",
        "motet",
        "mötet",
        "métet",
        "lan",
        "län",
        "Back",
        "Bäck",
        "namnden",
        "beslutar",
        "att",
        "for",
        "§",
        "$",
        "12",
        "kl.",
        "(S),",
        "p&",
        "LS§98",
    ];
    let word = prop_oneof![4 => prop::sample::select(words).prop_map(str::to_owned), 1 => "\\PC{0,6}"];
    let gap = prop::sample::select(vec![" ", " ", " ", "\n", "\t", ". ", "\n\n", "\u{c}"]);
    prop::collection::vec((word, gap), 0..40)
        .prop_map(|words| words.into_iter().flat_map(|(w, g)| [w, g.to_owned()]).collect())
}

/// How often a form stands in a text as a word.
fn count(text: &str, form: &str) -> usize {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| *word == form).count()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn what_must_hold_with_dictionaries_of_a_user(text in texts()) {
        let lexicon = lexicon_with_words();
        let once = corrected(lexicon, &text);
        prop_assert_eq!(corrected(lexicon, &once), once.as_str());
        prop_assert_eq!(once.matches('\n').count(), text.matches('\n').count());
        // What is never touched is as often there as before; the user's words at least as often.
        for form in ["mötet", "lan", "Bäck"] {
            prop_assert_eq!(count(&once, form), count(&text, form), "{}", form);
        }
        for form in ["Ämmelunda", "förslag", "K5AU"] {
            prop_assert!(count(&once, form) >= count(&text, form), "{}", form);
        }
    }

    #[test]
    fn a_filter_is_the_same_for_any_pieces(text in texts(), n in 1usize..40, by_paragraph: bool) {
        let cut = if by_paragraph { Cut::Paragraphs } else { Cut::Windows };
        let filtered = |pieces: &[String]| -> (String, String) {
            let mut filter = Filter::new(lexicon_with_words(), Options::default(), cut);
            let mut windows: Vec<Window> = pieces.iter().flat_map(|piece| filter.push(piece)).collect();
            windows.extend(filter.finish());
            let mut at = 0;
            for window in &windows {
                assert_eq!(window.lines_before, text[..at].matches('\n').count());
                at += window.text.len();
            }
            (windows.iter().map(|w| w.text.as_str()).collect(), windows.iter().map(Window::corrected).collect())
        };
        let letters: Vec<char> = text.chars().collect();
        let pieces: Vec<String> = letters.chunks(n).map(|piece| piece.iter().collect()).collect();
        let (whole, out) = filtered(&pieces);
        prop_assert_eq!(&whole, &text);
        prop_assert_eq!(&out, &filtered(std::slice::from_ref(&text)).1);
        prop_assert_eq!(out.matches('\n').count(), text.matches('\n').count());
        if !by_paragraph {
            prop_assert_eq!(out, corrected(lexicon_with_words(), &text));
        }
    }
}

fn paragraf() -> Command {
    Command::cargo_bin("paragraf").unwrap()
}

fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    path
}

fn text_of(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_filter_takes_files_of_words() {
    let dir = tempfile::tempdir().unwrap();
    let places = write(dir.path(), "places.txt", "\u{feff}# our places\r\nÄmmelunda\r\n\r\n");
    let terms = write(dir.path(), "terms.txt", "kvarnrätten");
    let never = write(dir.path(), "never.txt", "Vagen\n");
    let output = paragraf()
        .args(["correct", "-", "--edits", "-", "--dictionary"])
        .arg(&places)
        .arg("--dictionary")
        .arg(&terms)
        .arg("--never")
        .arg(&never)
        .write_stdin(READ)
        .output()
        .unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.starts_with("Vagen mellan Ämmelunda och kyrkan") && text.contains("kvarnrätten i Ämmelundas"),
        "{text}"
    );
    let trail = String::from_utf8(output.stderr).unwrap();
    let lines: Vec<Value> = trail.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let place = lines.iter().find(|line| line["corrected"] == "Ämmelunda").unwrap();
    assert_eq!(
        (&place["reason"], &place["line"], &place["column"]),
        (&"user_dictionary".into(), &1.into(), &14.into())
    );
}

#[test]
fn extraction_takes_them_and_its_hashes_tell() {
    let dir = tempfile::tempdir().unwrap();
    let input = write(dir.path(), "protokoll.txt", format!("§ 1 Oppnande\n{READ}"));
    let words = write(dir.path(), "words.txt", "Ämmelunda\n");
    let same = write(dir.path(), "same.txt", "# in another file\nÄmmelunda");
    let document = |dictionary: Option<&Path>| -> Value {
        let mut command = paragraf();
        command.args(["extract", "--quiet", "--format", "jsonl"]).arg(&input);
        if let Some(dictionary) = dictionary {
            command.arg("--dictionary").arg(dictionary);
        }
        serde_json::from_str(&text_of(&mut command)).unwrap()
    };
    let (plain, with, again) = (document(None), document(Some(&words)), document(Some(&same)));
    let text = with["pages"][0]["text"].as_str().unwrap();
    assert!(text.contains("mellan Ämmelunda och"), "{text}");
    let corrections = with["pages"][0]["corrections"].as_array().unwrap();
    assert!(corrections.iter().any(|edit| edit["corrected"] == "Ämmelunda" && edit["reason"] == "user_dictionary"));
    let hashes = |document: &Value| {
        (document["producer"]["lexicon"]["sha256"].clone(), document["producer"]["configuration_sha256"].clone())
    };
    assert!(hashes(&plain).0 != hashes(&with).0 && hashes(&plain).1 != hashes(&with).1);
    assert_eq!(with, again);
    let corrected =
        text_of(paragraf().args(["inspect", "--stage", "correct"]).arg(&input).arg("--dictionary").arg(&words));
    assert!(corrected.contains("Ämmelunda") && corrected.contains("user_dictionary"));
}

#[test]
fn dictionaries_that_cannot_be_used_are_named() {
    let dir = tempfile::tempdir().unwrap();
    let latin = write(dir.path(), "latin.txt", b"Ek\n\xc4mmelunda\n");
    let hunspell = write(dir.path(), "hunspell.dic", "hund/AB\n");
    let call = |option: &str, path: &Path| {
        paragraf().args(["correct", option]).arg(path).write_stdin("Namnden").assert().code(2).stdout("")
    };
    call("--dictionary", &latin).stderr(contains("latin.txt: line 2 is not UTF-8; convert"));
    call("--never", &hunspell).stderr(contains("hunspell.dic, line 1: a slash is no part of a word"));
    call("--dictionary", &dir.path().join("none.txt")).stderr(contains("none.txt: the list cannot be read"));
    call("--dictionary", dir.path()).stderr(contains("the list cannot be read"));
    let out = dir.path().join("out");
    let input = write(dir.path(), "a.txt", "Namnden\n");
    paragraf().arg("extract").arg(&input).arg("--output").arg(&out).arg("--dictionary").arg(&hunspell).assert().code(2);
    assert!(!out.exists());
}

#[test]
fn the_look_up_says_why_and_what_becomes_of_it() {
    let dir = tempfile::tempdir().unwrap();
    let words = write(dir.path(), "words.txt", "Ämmelunda\n");
    let check = |arguments: &[&str]| -> Value {
        let json = text_of(
            paragraf().args(["dictionary", "check", "--format", "json", "--dictionary"]).arg(&words).args(arguments),
        );
        serde_json::from_str(&json).unwrap()
    };
    let known = check(&[
        "Ämmelunda",
        "nämnden",
        "hvarje",
        "bullerutredningsgruppens",
        "Åsa",
        "Norrköping",
        "machine",
        "xqzwv",
        "12",
    ]);
    let ways: Vec<&str> =
        known["words"].as_array().unwrap().iter().map(|w| w["accepted"][0]["as"].as_str().unwrap_or("")).collect();
    let expected =
        ["user_dictionary", "word", "period_spelling", "compound", "given_name", "place", "foreign", "", "no_word"];
    assert_eq!(ways, expected);
    assert_eq!(
        known["words"][3]["accepted"][0]["parts"]
            .as_array()
            .unwrap()
            .iter()
            .map(|p| p.as_str().unwrap())
            .collect::<String>(),
        "bullerutredningsgruppens"
    );
    assert_eq!(known["profile"], "kept");

    let sentence = "Planen andras efter beslut av namnden i Ammelunda";
    let known = check(&["andras", "Ammelunda", "saknas", "--sentence", sentence]);
    assert_eq!(known["profile"], "lost");
    let [andras, place, missing] = [0, 1, 2].map(|i| &known["words"][i]);
    assert_eq!(andras["in_sentence"][0]["becomes"], "ändras");
    assert_eq!(place["in_sentence"][0]["becomes"], "Ämmelunda");
    assert_eq!(place["in_sentence"][0]["reason"], "user_dictionary");
    assert_eq!(missing["in_sentence"], Value::Array(Vec::new()));
    let readings = andras["candidates"].as_array().unwrap();
    let as_read = readings.iter().find(|reading| reading["text"] == "andras").unwrap();
    let with_dots = readings.iter().find(|reading| reading["text"] == "ändras").unwrap();
    assert!(as_read["cost"] == 0.0 && with_dots["cost"].as_f64().unwrap() > 0.0);
    let sum: f64 = readings.iter().map(|reading| reading["probability"].as_f64().unwrap()).sum();
    assert!((sum - 1.0).abs() < 0.01, "{sum}");

    let all = check(&["--sentence", sentence]);
    assert_eq!(all["words"].as_array().unwrap().len(), 7);
    paragraf()
        .args(["dictionary", "check", "andras", "--sentence", sentence])
        .assert()
        .code(0)
        .stdout(contains("in the sentence: ändras").and(contains("channel cost")));
    paragraf().args(["dictionary", "check"]).assert().code(2);
    paragraf().args(["dictionary", "check", "--help"]).assert().code(0).stdout(contains("Examples"));
}

#[test]
fn a_text_of_any_length_goes_through_line_for_line() {
    let dir = tempfile::tempdir().unwrap();
    let text = format!("{READ}\n").repeat(12_000);
    let input = write(dir.path(), "long.txt", &text);
    let edits = dir.path().join("edits.jsonl");
    let out = text_of(paragraf().arg("correct").arg(&input).arg("--edits").arg(&edits));
    assert_eq!(out.lines().count(), text.lines().count());
    assert!(out.lines().step_by(2).all(|line| line.starts_with("Vägen mellan ")));
    let last: Value = serde_json::from_str(fs::read_to_string(&edits).unwrap().lines().last().unwrap()).unwrap();
    assert_eq!((&last["line"], &last["corrected"]), (&23_999.into(), &"nämnd".into()));
}

#[test]
fn texts_of_other_encodings_are_read() {
    let corrected = |arguments: &[&str], bytes: &[u8]| {
        let out = paragraf().arg("correct").args(arguments).write_stdin(bytes).assert().code(0).get_output().clone();
        (String::from_utf8(out.stdout).unwrap(), String::from_utf8(out.stderr).unwrap())
    };
    for bytes in [&b"N\xe4mnden beslutar \xf6ver\n"[..], b"N\x84mnden beslutar \x94ver\n", b"N{mnden beslutar |ver\n"] {
        assert_eq!(corrected(&[], bytes), ("Nämnden beslutar över\n".into(), String::new()));
    }
    let (text, note) = corrected(&[], b"Xq\xe4zk\n");
    assert!(text == "Xqäzk\n" && note.contains("windows-1252, which is not sure"), "{note}");
    assert_eq!(corrected(&["--encoding", "cp850"], b"Xq\x84zk\n"), ("Xqäzk\n".into(), String::new()));
    paragraf().args(["correct", "--encoding", "klingon"]).assert().code(2).stderr(contains("windows-1252"));
}

#[test]
fn what_is_no_text_is_named_with_its_line() {
    paragraf()
        .args(["correct", "--encoding", "utf-8"])
        .write_stdin(&b"Namnden\nbeslutar \xf6ver\n"[..])
        .assert()
        .code(1)
        .stderr(contains("standard input: line 2 is not utf-8; say with --encoding"));
    // A character that never ends.
    paragraf()
        .arg("correct")
        .write_stdin("Nämnden å".as_bytes().strip_suffix(&[0xa5]).unwrap())
        .assert()
        .code(1)
        .stderr(contains("line 1 is not utf-8"));
    paragraf().arg("correct").write_stdin("").assert().code(0).stdout("");
}

/// A reader that goes away is no error, and the rest of the text is not waited for.
#[test]
fn a_broken_pipe_is_quiet() {
    use std::io::{BufRead, BufReader, Write};
    use std::process::Stdio;
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_paragraf"))
        .args(["correct", "--paragraphs"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    input.write_all(format!("{READ}\n").as_bytes()).unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    // The first paragraph comes while the input is still open.
    output.read_line(&mut line).unwrap();
    assert!(line.starts_with("Vägen"), "{line}");
    drop(output);
    for _ in 0..1000 {
        if input.write_all(format!("{READ}\n").as_bytes()).is_err() {
            break;
        }
    }
    drop(input);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stderr).as_ref()), (Some(0), ""));
}
