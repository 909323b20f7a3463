//! What engines make of print: weighted confusions, and which engine's they are.
//!
//! A confusion is data, learned by `scripts/learn_confusions.py`; its cost is the negative logarithm (base ten) of
//! how often that print is read so.

use super::lexicon::pack::code;
use unicode_normalization::UnicodeNormalization;

/// Whose misreadings a text shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Profile {
    /// The letters å ä ö are in place: a Swedish model read it, or nobody misread it.
    Kept,
    /// The text has lost its å ä ö: a plain `a` is no evidence against `ä`.
    Lost,
}

/// One way to be misread.
#[derive(Clone, Debug)]
pub struct Rule {
    pub read: Vec<char>,
    /// Codes in lower case.
    pub printed: Vec<u8>,
    /// Whether the print is in capitals; `None` where it has no letters.
    pub capital: Option<bool>,
    pub cost: f32,
}

/// The confusions of one engine, by the first character read.
#[derive(Clone, Debug)]
pub struct Channel {
    by_first: Vec<Vec<Rule>>,
    /// What any other single misreading costs.
    pub other: f32,
}

/// What a mark of another language costs, and a dot or ring where engines read them.
const ACCENT: f32 = 1.5;
const FOREIGN_LETTER: f32 = 2.5;
const DOTS: f32 = 3.0;
/// What the one of å and ä costs more where only the other was seen to be misread so.
const OTHER_A: f32 = 0.7;
/// Characters that rules can begin with: Latin letters with marks end here.
const N_FIRST: usize = 0x1f00;

fn other_a(printed: &str) -> Option<&'static str> {
    match printed {
        "å" => Some("ä"),
        "ä" => Some("å"),
        "Å" => Some("Ä"),
        "Ä" => Some("Å"),
        _ => None,
    }
}

impl Channel {
    /// The rows of one profile. A row that cannot be used is left out.
    pub fn new(rows: &str, profile: Profile) -> Self {
        let engines: &[&str] = match profile {
            Profile::Lost => &["eng"],
            Profile::Kept => &["swe", "sv-latin"],
        };
        let mut channel = Channel { by_first: vec![Vec::new(); N_FIRST], other: 4.5 };
        for line in rows.lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            let (Some(engine), Some(read), Some(printed), Some(cost)) =
                (columns.next(), columns.next(), columns.next(), columns.next())
            else {
                continue;
            };
            if let (true, Ok(cost)) = (engines.contains(&engine), cost.parse::<f32>()) {
                channel.add(read, printed, cost / 100.0);
                // A sign that was seen to stand for å stands for ä in other typefaces, and the other way round.
                let is_sign = !read.contains(char::is_alphanumeric) || read == "é";
                if let (Profile::Lost, true, Some(other)) = (profile, is_sign, other_a(printed)) {
                    channel.add(read, other, cost / 100.0 + OTHER_A);
                }
                // What was learned of small letters with marks holds for capitals.
                if read.chars().all(char::is_lowercase) && !read.is_ascii() && !printed.is_ascii() {
                    channel.add(&read.to_uppercase(), &printed.to_uppercase(), cost / 100.0);
                }
            }
        }
        channel.add_accents(profile);
        channel
    }

    /// Letters with the marks of other languages, and Swedish ones with each other's, where nothing was learned:
    /// an engine that knows many languages puts marks on dirt.
    fn add_accents(&mut self, profile: Profile) {
        let marked = ('\u{c0}'..'\u{250}').chain('\u{1e00}'..'\u{1f00}');
        for read in marked.filter(|c| c.is_alphabetic() && !"åäöéÅÄÖÉ".contains(*c)) {
            let base = match read {
                'ø' | 'Ø' => 'o',
                'đ' | 'ð' | 'Đ' | 'Ð' => 'd',
                'ł' | 'Ł' => 'l',
                'ı' => 'i',
                _ => read.nfd().next().unwrap_or(read).to_ascii_lowercase(),
            };
            if !base.is_ascii_lowercase() {
                continue;
            }
            // A letter that names in Sweden hold is printed so now and then; most others never are.
            let lower = read.to_lowercase().next().unwrap_or(read);
            let cost = if code(lower).is_some() && lower as u32 > 0xff { FOREIGN_LETTER } else { ACCENT };
            let swedish: &[char] = match base {
                'a' => &['ä', 'å'],
                'e' => &['é'],
                'o' => &['ö'],
                _ => &[],
            };
            for printed in [base].iter().chain(swedish) {
                let printed = if read.is_uppercase() { printed.to_uppercase().collect() } else { printed.to_string() };
                self.add(&read.to_string(), &printed, cost);
            }
        }
        // Swedish has all but no q; typewriters have a g like one.
        self.add("q", "g", ACCENT);
        if profile == Profile::Kept {
            // A capital is as high as its ring or dots make a small letter.
            for (read, printed) in [("å", "Å"), ("ä", "Ä"), ("ö", "Ö")] {
                self.add(read, printed, ACCENT);
            }
            for (read, printed) in
                [("a", "ä"), ("a", "å"), ("ä", "å"), ("å", "ä"), ("ä", "a"), ("å", "a"), ("o", "ö"), ("ö", "o")]
            {
                self.add(read, printed, DOTS);
                self.add(&read.to_uppercase(), &printed.to_uppercase(), DOTS);
            }
        }
    }

    /// Adds a way to be misread, or makes it cheaper.
    pub fn add(&mut self, read: &str, printed: &str, cost: f32) {
        let codes: Option<Vec<u8>> = printed.chars().flat_map(char::to_lowercase).map(code).collect();
        let (Some(codes), Some(first)) = (codes, read.chars().next()) else { return };
        // Only letters: what is no letter is no part of a word that could be looked up.
        if codes.is_empty() || !printed.chars().all(char::is_alphabetic) || read == printed {
            return;
        }
        let capital = Some(printed.chars().all(char::is_uppercase));
        let Some(rules) = self.by_first.get_mut(first as usize) else { return };
        let read: Vec<char> = read.chars().collect();
        match rules.iter_mut().find(|r| r.read == read && r.printed == codes && r.capital == capital) {
            Some(rule) => rule.cost = rule.cost.min(cost),
            None => rules.push(Rule { read, printed: codes, capital, cost }),
        }
    }

    /// The rules that can begin with a character.
    pub fn rules(&self, first: char) -> &[Rule] {
        self.by_first.get(first as usize).map_or(&[], |rules| rules)
    }
}
