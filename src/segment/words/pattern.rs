//! Patterns over the words of `dictionaries/forms`: `{=file.class}` stands for any form of a class.
//!
//! `{~file.class}` takes the first letter small or capital, `{+file.class}` capital only. A blank in a form is any white
//! space.

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
        let sign = from[1..].chars().next().filter(|c| matches!(c, '=' | '~' | '+'));
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
    let mut forms: Vec<&String> = forms::of(class).iter().collect();
    assert!(!forms.is_empty(), "no table has the class {class}");
    forms.sort_by_key(|form| std::cmp::Reverse(form.chars().count()));
    let escaped: Vec<String> = forms.into_iter().map(|form| written(form, sign)).collect();
    format!("(?:{})", escaped.join("|"))
}

fn written(form: &str, sign: char) -> String {
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

    #[test]
    fn classes_stand_for_their_forms() {
        let pattern = compile(r"^{~labels.municipality}\s\p{Lu}{2,3}$");
        assert!(pattern.is_match("Kommun AB") && pattern.is_match("kommun ABC") && !pattern.is_match("KOMMUN AB"));
        assert!(compile("^{=labels.adjourn}$").is_match("paus"));
        assert!(compile(r"(?x)^ {+labels.place_time} $").is_match("Plats  och tid"));
    }
}
