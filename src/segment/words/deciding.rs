//! What the words of a sentence say about decisions: classes of `dictionaries/forms/deciding.tsv`, such as `elected`.

use crate::segment::words::forms;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The classes of the table, `"deciding.{class}"`, by their words.
struct Table {
    words: HashMap<&'static str, Vec<&'static str>>,
    /// Forms of more than one word by their first.
    phrases: HashMap<&'static str, Vec<(&'static str, &'static str)>>,
    /// Offices with letters enough to end no other word by chance.
    offices: Vec<&'static str>,
}

const SHORTEST_OFFICE: usize = 6;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { words: HashMap::new(), phrases: HashMap::new(), offices: Vec::new() };
    for (class, form) in forms::of_file("deciding") {
        if class == "offices" && form.chars().count() >= SHORTEST_OFFICE {
            table.offices.push(form);
        }
        match form.split_once(' ') {
            Some((first, _)) => table.phrases.entry(first).or_default().push((class, form)),
            None => table.words.entry(form).or_default().push(class),
        }
    }
    table
});

/// Words by which something is decided.
pub const STRONG: [&str; 9] =
    ["elected", "approved", "settled", "granted", "adopted", "rejected", "assigned", "adjourned", "agreed"];

/// What else counts otherwise there.
const TOLD: [&str; 5] = ["decided", "filing", "reported", "proposed", "becomes"];

/// Those classes where they stand in a clause that hangs on another, by their own names.
static HANGING: LazyLock<HashMap<&'static str, String>> =
    LazyLock::new(|| STRONG.iter().chain(&TOLD).map(|class| (*class, format!("{class}~"))).collect());

/// The name of a class whose words all hang.
pub fn hanging(class: &str) -> Option<&'static str> {
    HANGING.get(class).map(String::as_str)
}

/// How a word stands in its sentence.
pub struct Said {
    pub class: &'static str,
    /// Its place among the words.
    pub at: usize,
    /// It stands in a clause that hangs on another.
    pub hangs: bool,
    /// Which stretch between two marks it stands in.
    pub clause: usize,
}

/// Small letters, each for itself: fonts join f and i.
fn small(text: &str) -> String {
    let mut out = text.to_lowercase();
    if out.contains(['ﬀ', 'ﬁ', 'ﬂ']) {
        out = out.replace('ﬀ', "ff").replace('ﬁ', "fi").replace('ﬂ', "fl");
    }
    out
}

/// Whether a word is an office or is made with one: "mötesordförande".
pub fn is_office(word: &str) -> bool {
    let lower = small(word);
    TABLE.offices.iter().any(|office| lower.ends_with(office))
}

/// Every word or phrase of the classes, in the order of the text, and the number of words.
pub fn said(text: &str) -> (Vec<Said>, usize) {
    let lower = small(text);
    let mut out = Vec::new();
    let mut at = 0;
    for (clause, part) in lower.split_inclusive([',', ';', ':', '.', '(', ')']).enumerate() {
        let mut hangs = false;
        let words: Vec<&str> = part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        for (n, word) in words.iter().enumerate() {
            let singles = TABLE.words.get(word).into_iter().flatten().copied();
            let fits = |form: &str| form.split(' ').eq(words[n..].iter().copied().take(form.split(' ').count()));
            let phrases = TABLE.phrases.get(word).into_iter().flatten().filter(|(_, form)| fits(form));
            for class in singles.chain(phrases.map(|(class, _)| *class)) {
                out.push(Said { class, at: at + n, hangs, clause });
                hangs = (hangs || class == "subordinate") && class != "joins";
            }
        }
        at += words.len();
    }
    (out, at)
}

/// Whether an item says that it was decided, or tells it in other words; elections aside. None where neither.
pub fn wording<'a>(texts: impl Iterator<Item = &'a str>) -> Option<bool> {
    let (mut decided, mut otherwise) = (false, false);
    for text in texts {
        let found = classes(text);
        let has = |class: &str| found.contains(&class);
        if has("elected") || has("choosing") || has("proposed") && !has("decided") {
            continue;
        }
        decided |= has("decided");
        otherwise |= !has("decided") && (STRONG.iter().any(|class| has(class)) || has("filing") && has("papers"));
    }
    if decided { Some(true) } else { otherwise.then_some(false) }
}

/// Whether a text has a word by which something is decided.
pub fn is_strong(text: &str) -> bool {
    let found = classes(text);
    found.contains(&"decided")
        || STRONG.iter().any(|class| found.contains(class))
        || found.contains(&"filing") && found.contains(&"papers")
}

/// The classes that have a word of the text, each once.
pub fn classes(text: &str) -> Vec<&'static str> {
    let lower = small(text);
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut out: Vec<&'static str> = Vec::new();
    let mut add = |class: &'static str| {
        if !out.contains(&class) {
            out.push(class);
        }
    };
    for (at, word) in words.iter().enumerate() {
        TABLE.words.get(word).into_iter().flatten().for_each(|class| add(class));
        for (class, form) in TABLE.phrases.get(word).into_iter().flatten() {
            if form.split(' ').eq(words[at..].iter().copied().take(form.split(' ').count())) {
                add(class);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_how_they_stand() {
        let (words, n) = said("Till revisor omvaldes Bo Ek, som valdes i fjol.");
        let elected: Vec<bool> = words.iter().filter(|word| word.class == "elected").map(|word| word.hangs).collect();
        assert_eq!((elected, n), (vec![false, true], 9));
        let has = |text: &str, class: &str| classes(text).contains(&class);
        assert!(has("Planen röstades igenom.", "adopted") && !has("Frågan röstades om.", "adopted"));
        assert!(has("Mötet \u{fb01}nner det rätt", "declared"));
        assert!(is_office("mötessekreterare") && !is_office("mötet"));
    }

    #[test]
    fn how_an_item_is_worded() {
        let of = |text: &str| wording([text].into_iter());
        assert_eq!(of("Stämman beslutade att bygga en brygga."), Some(true));
        assert_eq!(of("Dagordningen godkändes."), Some(false));
        assert_eq!(of("Till kassör valdes Eva Ros."), None);
        assert_eq!(of("Kassören berättade om året."), None);
    }
}
