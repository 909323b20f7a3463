//! Patterns over the words of `dictionaries/forms`: `{=file.class}` stands for any form of a class.
//!
//! `{~file.class}` takes the first letter small or capital, `{+file.class}` capital only, `{^file.class}` every letter
//! capital, and `{.file.class}` allows full stops behind the parts of a form: "t o m" is also "t.o.m." and "tom". A blank
//! in a form is any white space.

use crate::segment::words::forms;
use regex::Regex;

/// Only called with patterns of this crate, all of which the tests compile.
pub fn compile(pattern: &str) -> Regex {
    Regex::new(&expanded(pattern)).expect("a pattern of the crate itself")
}

fn expanded(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some(at) = rest.find(['{']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let sign = from[1..].chars().next().filter(|c| matches!(c, '=' | '~' | '+' | '^' | '.'));
        match (sign, from.find('}')) {
            (Some(sign), Some(end)) => {
                out.push_str(&alternation(&from[2..end], sign));
                rest = &from[end + 1..];
            }
            _ => {
                out.push('{');
                rest = &from[1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// The forms of a class as alternatives, longer ones first, so that none hides a longer one.
fn alternation(class: &str, sign: char) -> String {
    let mut forms: Vec<&String> = match class.strip_suffix('*') {
        Some(start) => forms::of_all(start),
        None => forms::of(class).iter().collect(),
    };
    assert!(!forms.is_empty(), "no table has the class {class}");
    forms.sort_by_key(|form| std::cmp::Reverse(form.chars().count()));
    let escaped: Vec<String> = forms.into_iter().map(|form| written(form, sign)).collect();
    format!("(?:{})", escaped.join("|"))
}

fn written(form: &str, sign: char) -> String {
    match sign {
        '^' => return written(&form.to_uppercase(), '='),
        '.' => return form.split(' ').map(regex::escape).collect::<Vec<_>>().join(r"\.?\s*") + r"\.?",
        _ => {}
    }
    let mut chars = form.chars();
    let first = chars.next().map_or(String::new(), |first| {
        let upper: String = first.to_uppercase().collect();
        match sign {
            '~' if first.is_lowercase() => format!("[{first}{upper}]"),
            '+' => upper,
            _ => regex::escape(&first.to_string()),
        }
    });
    let words: Vec<String> = chars.as_str().split(' ').map(regex::escape).collect();
    first + &words.join(r"\s+")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn classes_stand_for_their_forms() {
        let pattern = compile(r"^{~labels.municipality}\s\p{Lu}{2,3}$");
        assert!(pattern.is_match("Kommun AB") && pattern.is_match("kommun ABC") && !pattern.is_match("KOMMUN AB"));
        assert!(compile("^{=labels.adjourn}$").is_match("paus"));
        assert!(compile(r"(?x)^ {+labels.place_time} $").is_match("Plats  och tid"));
        let capitals = compile(r"^{^labels.place_time}$");
        assert!(capitals.is_match("PLATS OCH TID") && !capitals.is_match("Plats och tid"));
    }

    #[test]
    fn abbreviations_with_and_without_stops() {
        let pattern = compile(r"^{.dates.until}$");
        for text in ["t o m", "t.o.m.", "t. o. m.", "tom", "till och med"] {
            assert!(pattern.is_match(text), "{text}");
        }
        assert!(!pattern.is_match("t,o,m"));
    }

    /// The code of every file of the segmentation, without unit tests and comments, by its name.
    fn sources() -> Vec<(String, String)> {
        fn walk(folder: &Path, out: &mut Vec<(String, String)>) {
            for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
                let path = entry.path();
                if path.is_dir() {
                    walk(&path, out);
                } else if path.extension().is_some_and(|end| end == "rs") {
                    let text = std::fs::read_to_string(&path).unwrap();
                    let end = text.find("#[cfg(test)]\nmod ").unwrap_or(text.len());
                    let code = text[..end].lines().filter(|line| !line.trim_start().starts_with("//"));
                    out.push((path.display().to_string(), code.collect::<Vec<_>>().join("\n")));
                }
            }
        }
        let mut out = Vec::new();
        walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/segment"), &mut out);
        assert!(out.len() > 50, "{} files", out.len());
        out
    }

    /// The text of the literal that some code begins with.
    fn literal(code: &str) -> Option<&str> {
        let code = code.trim_start();
        let inner = code.strip_prefix('r').unwrap_or(code);
        let hashes = inner.len() - inner.trim_start_matches('#').len();
        let text = inner[hashes..].strip_prefix('"')?;
        text.split_once(&format!("\"{}", "#".repeat(hashes))).map(|(text, _)| text)
    }

    /// What `format!` makes of a literal with the constants of its file.
    fn formatted(text: &str, code: &str) -> String {
        let constant = Regex::new(r"\{([A-Z_]+)\}").unwrap();
        let single = text.replace("{{", "\u{1}").replace("}}", "\u{2}");
        let filled = constant.replace_all(&single, |found: &regex::Captures| {
            let head = format!("const {}: &str =", &found[1]);
            let (_, value) = code.split_once(&head).unwrap_or_else(|| panic!("no constant {}", &found[1]));
            literal(value).unwrap().to_owned()
        });
        filled.replace('\u{1}', "{").replace('\u{2}', "}")
    }

    #[test]
    fn every_pattern_of_the_segmentation_compiles() {
        let mut n_patterns = 0;
        for (file, code) in sources() {
            if file.ends_with("words/pattern.rs") {
                continue;
            }
            assert!(!code.contains("Regex::new("), "{file}: a pattern that `compile` did not make");
            for (at, call) in code.match_indices("compile(") {
                let (before, argument) = (&code[..at], code[at + call.len()..].trim_start());
                let is_static = before.rfind("static ") > before.rfind("fn ");
                assert!(is_static, "{file}: a pattern that is made when it is needed: {argument:.60}");
                let pattern = match argument.strip_prefix("&format!(") {
                    Some(inner) => literal(inner).map(|text| formatted(text, &code)),
                    None => literal(argument).map(str::to_owned),
                };
                let pattern = pattern.unwrap_or_else(|| panic!("{file}: no literal: {argument:.60}"));
                assert!(Regex::new(&expanded(&pattern)).is_ok(), "{file}: {pattern}");
                n_patterns += 1;
            }
        }
        assert!(n_patterns > 100, "{n_patterns} patterns");
    }

    #[test]
    fn every_class_that_code_names_has_forms() {
        let name = Regex::new(r#"Words::new\(\s*"([^"]*)"\s*\)"#).unwrap();
        let mut n_classes = 0;
        for (file, code) in sources() {
            for found in name.captures_iter(&code) {
                assert!(!forms::of(&found[1]).is_empty(), "{file}: no table has the class {}", &found[1]);
                n_classes += 1;
            }
        }
        assert!(n_classes > 50, "{n_classes} classes");
    }
}
