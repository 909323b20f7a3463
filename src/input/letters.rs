//! Plain letters for signs that only say how letters are set: ligatures, blanks of any width, hyphens that a word may
//! be broken at, bullets of symbol fonts. `docs/output.md` lists them, since no correction tells of them.

use unicode_normalization::UnicodeNormalization;

/// What a bullet of any form is in the text.
const BULLET: char = '•';
pub const SOFT_HYPHEN: char = '\u{ad}';

/// The letters of a text as they are read: ligatures written out, hyphens that do not break as hyphens, small capitals
/// and figures of private use as letters and figures, without what has no ink and no width. Soft hyphens stay.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2010}' | '\u{2011}' => plain.push('-'),
            '\u{fb00}'..='\u{fb06}' => plain.extend(std::iter::once(c).nfkc()),
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => {}
            // Adobe's small capitals and old figures stand where Latin-1 has their letters.
            '\u{f730}'..='\u{f739}' | '\u{f761}'..='\u{f77a}' | '\u{f7e0}'..='\u{f7fe}' => {
                plain.extend(char::from_u32(c as u32 - 0xf700));
            }
            c => plain.push(c),
        }
    }
    plain
}

fn is_private(c: char) -> bool {
    ('\u{e000}'..='\u{f8ff}').contains(&c)
}

/// Whether nobody knows what a sign is: none of its file's fonts says it, or only in a code of their own.
pub fn is_unknown(c: char) -> bool {
    c == char::REPLACEMENT_CHARACTER || is_private(c) || (c.is_control() && !c.is_whitespace())
}

/// A sign of private use or of none before a word or alone is a bullet: symbol fonts hold little else that documents
/// use. Several in a row are letters that nobody knows.
pub fn with_bullet(word: &mut String) {
    let mut signs = word.chars();
    if let (Some(first), second) = (signs.next(), signs.next())
        && is_unknown(first)
        && first != char::REPLACEMENT_CHARACTER
        && !second.is_some_and(is_unknown)
    {
        word.replace_range(..first.len_utf8(), BULLET.encode_utf8(&mut [0; 4]));
    }
}

/// Whether soft hyphens are what a text has for hyphens: one stands beside a capital or a figure, where no word is
/// broken.
pub fn are_hyphens<'a>(words: impl Iterator<Item = &'a str>) -> bool {
    let is_firm = |c: Option<char>| c.is_some_and(|c| c.is_numeric() || c.is_uppercase());
    words.filter(|word| word.contains(SOFT_HYPHEN)).any(|word| {
        let parts: Vec<&str> = word.split(SOFT_HYPHEN).collect();
        parts.windows(2).any(|pair| {
            let (before, after) = (pair[0].chars().next_back(), pair[1].chars().next());
            before.is_some() && is_firm(after) || after.is_some() && before.is_some_and(char::is_numeric)
        })
    })
}

/// A word with each soft hyphen as it is in print: a hyphen at its end; within it nothing, unless it is drawn and
/// `are_hyphens`. `is_drawn` is asked by its place among the word's soft hyphens.
pub fn without_soft_hyphens(
    word: String,
    ends_line: bool,
    are_hyphens: bool,
    is_drawn: impl Fn(usize) -> bool,
) -> String {
    if !word.contains(SOFT_HYPHEN) {
        return word;
    }
    let mut plain = String::with_capacity(word.len());
    let mut nth = 0;
    let mut rest = word.chars().peekable();
    while let Some(c) = rest.next() {
        if c != SOFT_HYPHEN {
            plain.push(c);
            continue;
        }
        let is_last = rest.peek().is_none();
        if if is_last { ends_line || is_drawn(nth) } else { are_hyphens && is_drawn(nth) } {
            plain.push('-');
        }
        nth += 1;
    }
    plain
}

/// A page of a text file in plain letters, blank for blank.
pub fn plain_page(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let are_hyphens = are_hyphens(text.split_whitespace());
    let mut page = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let mut word = String::new();
        for c in line.chars() {
            let is_blank = c.is_whitespace();
            if !is_blank {
                word.push(c);
                continue;
            }
            push_word(&mut page, &mut word, c == '\n' || c == '\r', are_hyphens);
            page.push(if matches!(c, '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}') {
                ' '
            } else {
                c
            });
        }
        push_word(&mut page, &mut word, true, are_hyphens);
    }
    page
}

fn push_word(page: &mut String, word: &mut String, ends_line: bool, are_hyphens: bool) {
    let mut word = plain(&std::mem::take(word));
    with_bullet(&mut word);
    page.push_str(&without_soft_hyphens(word, ends_line, are_hyphens, |_| true));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_setting_become_letters() {
        assert_eq!(plain("oﬃciella ﬂyttningar, eﬀekt"), "officiella flyttningar, effekt");
        assert_eq!(plain("e\u{2011}post\u{200b} \u{f761}\u{f731}\u{f7e5}"), "e-post a1å");
        let bullet = |word: &str| {
            let mut word = word.to_owned();
            with_bullet(&mut word);
            word
        };
        assert_eq!(bullet("\u{f0b7}"), "•");
        assert_eq!(bullet("\u{f0a7}Första"), "•Första");
        // Whole words of private use are unknown letters.
        assert_eq!(bullet("\u{f053}\u{f061}"), "\u{f053}\u{f061}");
    }

    #[test]
    fn soft_hyphens_are_there_where_they_are_printed() {
        let word = |word: &str| without_soft_hyphens(word.into(), false, are_hyphens([word].into_iter()), |_| true);
        assert_eq!(word("riktlin\u{ad}jerna"), "riktlinjerna");
        assert_eq!(word("2019\u{ad}10\u{ad}29"), "2019-10-29");
        assert_eq!(word("Ann\u{ad}Marie"), "Ann-Marie");
        assert_eq!(word("kultur\u{ad}"), "kultur-");
        assert_eq!(without_soft_hyphens("Ann\u{ad}Marie".into(), false, true, |_| false), "AnnMarie");
        assert_eq!(without_soft_hyphens("kultur\u{ad}".into(), true, false, |_| false), "kultur-");
        assert_eq!(
            plain_page("Aﬃsche\u{ad}ring\u{a0}av kultur\u{ad}\nplan  \u{f0b7} Ett\n"),
            "Affischering av kultur-\nplan  • Ett\n"
        );
    }
}
