//! Correction of a text that comes piece by piece, in bounded memory: what a filter in a pipe needs.
//!
//! A text is cut into windows of some thousand lines, between paragraphs or pages where it can be, and each is
//! corrected as a text of its own. Windows are counted in lines, which correction never changes, so a text that was
//! corrected is cut alike. A text that fits one window comes out as from [`super::correct_text`]. Reading and writing
//! are left to the caller.

use super::profile::{letters, profile_of_letters};
use super::{Lexicon, Options, Profile, correct_part};
use crate::text::{self, Edit};

/// How a text is cut.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Cut {
    /// Windows as large as memory allows: words of thousands of lines are evidence for each other.
    #[default]
    Windows,
    /// Every paragraph as soon as it has come, for a pipe that never ends.
    Paragraphs,
}

/// Lines after which a window ends with its paragraph, and at the latest.
const LINES: usize = 4_000;
const MOST_LINES: usize = 8_000;
/// A window holds no more bytes than about this, however long its lines.
const MOST_BYTES: usize = 1 << 20;
/// Letters that tell by themselves whether a text has its å ä ö.
const TELLING: usize = 600;
/// What was seen longer ago than so many letters counts half.
const MEMORY: usize = 100_000;

/// A corrected piece of a text.
#[derive(Clone, PartialEq, Debug)]
pub struct Window {
    /// As it came.
    pub text: String,
    /// Tidy edits of that.
    pub edits: Vec<Edit>,
    /// Line breaks before it in the whole text, and characters since the last of them.
    pub lines_before: usize,
    pub columns_before: usize,
}

impl Window {
    pub fn corrected(&self) -> String {
        text::apply(&self.text, &self.edits).0
    }
}

/// Takes a text piece by piece and gives it back in corrected windows.
///
/// ```
/// use paragraf::correct::{Lexicon, Options, filter::{Cut, Filter}};
/// let lexicon = Lexicon::builtin();
/// let mut filter = Filter::new(&lexicon, Options::default(), Cut::Windows);
/// let mut out = String::new();
/// for line in ["Namnden beslutar att godkanna\n", "redovisningen av atgarder.\n"] {
///     out.extend(filter.push(line).iter().map(|window| window.corrected()));
/// }
/// out.extend(filter.finish().iter().map(|window| window.corrected()));
/// assert_eq!(out, "Nämnden beslutar att godkänna\nredovisningen av åtgärder.\n");
/// ```
pub struct Filter<'a> {
    lexicon: &'a Lexicon,
    options: Options,
    cut: Cut,
    buffer: String,
    /// Line breaks in the buffer, and in what was given back.
    n_lines: usize,
    lines_before: usize,
    columns_before: usize,
    seen: Seen,
}

impl<'a> Filter<'a> {
    pub fn new(lexicon: &'a Lexicon, options: Options, cut: Cut) -> Self {
        let (buffer, seen) = (String::new(), Seen::default());
        Filter { lexicon, options, cut, buffer, n_lines: 0, lines_before: 0, columns_before: 0, seen }
    }

    /// Takes a line with its end, or a piece of a line, and gives back the windows that are full.
    pub fn push(&mut self, piece: &str) -> Vec<Window> {
        let mut windows = Vec::new();
        for line in piece.split_inclusive('\n') {
            self.push_line(line, &mut windows);
        }
        windows
    }

    fn push_line(&mut self, line: &str, windows: &mut Vec<Window>) {
        let enough = if self.cut == Cut::Paragraphs { 1 } else { LINES };
        if line.starts_with('\u{c}') && self.n_lines >= enough && self.buffer.ends_with('\n') {
            windows.extend(self.take(self.buffer.len()));
        }
        self.buffer.push_str(line);
        self.n_lines += usize::from(line.ends_with('\n'));
        if self.n_lines >= enough && self.buffer.ends_with('\n') {
            let is_blank = self.last_line().trim().is_empty();
            // A word may be divided at the end of a line.
            let is_divided = self.last_line().trim_end().ends_with(text::DIVIDERS);
            if is_blank || self.n_lines >= MOST_LINES && !is_divided {
                windows.extend(self.take(self.buffer.len()));
            }
        }
        while self.buffer.len() >= MOST_BYTES {
            windows.extend(self.take(self.a_gap()));
        }
    }

    /// The last whole line of the buffer.
    fn last_line(&self) -> &str {
        let whole = self.buffer.strip_suffix('\n').unwrap_or(&self.buffer);
        whole.rsplit('\n').next().unwrap_or("")
    }

    /// The last of the text.
    pub fn finish(mut self) -> Option<Window> {
        self.take(self.buffer.len())
    }

    /// Where a text without paragraphs is best cut: behind its last line, else behind its last word.
    fn a_gap(&self) -> usize {
        let text = &self.buffer[..self.buffer.floor_char_boundary(MOST_BYTES)];
        let behind = |found: Option<(usize, &str)>| found.map(|(at, gap)| at + gap.len());
        behind(text.rmatch_indices('\n').next())
            .or_else(|| behind(text.rmatch_indices(char::is_whitespace).next()))
            .unwrap_or(text.len())
    }

    fn take(&mut self, length: usize) -> Option<Window> {
        let rest = self.buffer.split_off(length);
        let text = std::mem::replace(&mut self.buffer, rest);
        if text.is_empty() {
            return None;
        }
        let profile = self.seen.profile(&text);
        let edits = text::tidy(&text, correct_part(self.lexicon, &self.options, profile, &text));
        let (lines_before, columns_before) = (self.lines_before, self.columns_before);
        self.lines_before += text.matches('\n').count();
        self.columns_before = match text.rfind('\n') {
            Some(at) => text[at + 1..].chars().count(),
            None => columns_before + text.chars().count(),
        };
        self.n_lines = self.buffer.matches('\n').count();
        Some(Window { text, edits, lines_before, columns_before })
    }
}

/// What the text before a window told of its letters.
#[derive(Default)]
struct Seen {
    letters: usize,
    dotted: usize,
}

impl Seen {
    /// The profile of a window that is too short to tell by itself, as far as what stands before it does.
    fn profile(&mut self, text: &str) -> Option<Profile> {
        let (letters, dotted) = letters(text);
        let before = (self.letters >= TELLING).then(|| profile_of_letters(self.letters, self.dotted));
        self.letters += letters;
        self.dotted += dotted;
        if self.letters > MEMORY {
            self.letters /= 2;
            self.dotted /= 2;
        }
        if letters < TELLING { before.flatten() } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::correct::correct_text;

    fn filtered(lexicon: &Lexicon, cut: Cut, pieces: &[&str]) -> (Vec<Window>, String) {
        let mut filter = Filter::new(lexicon, Options::default(), cut);
        let mut windows: Vec<Window> = pieces.iter().flat_map(|piece| filter.push(piece)).collect();
        windows.extend(filter.finish());
        let corrected = windows.iter().map(Window::corrected).collect();
        (windows, corrected)
    }

    const PAGE: &str = "Kommunstyrelsen beslutar att godkanna redovisningen av nulagesstatus for ar 2019.\n\
                        Arendet foredrogs av forvaltningschefen.\n\n";

    #[test]
    fn a_short_text_is_one_window_however_it_comes() {
        let lexicon = Lexicon::builtin();
        let text = PAGE.repeat(3);
        let whole = text::apply(&text, &correct_text(&lexicon, &Options::default(), &text)).0;
        let characters: Vec<String> = text.chars().map(String::from).collect();
        let pieces: Vec<&str> = characters.iter().map(String::as_str).collect();
        assert_eq!(filtered(&lexicon, Cut::Windows, &pieces).1, whole);
        let (windows, corrected) = filtered(&lexicon, Cut::Windows, &[&text]);
        assert_eq!((windows.len(), corrected), (1, whole));
        assert!(filtered(&lexicon, Cut::Windows, &[]).0.is_empty());
    }

    #[test]
    fn a_long_text_is_cut_between_paragraphs() {
        let lexicon = Lexicon::from_tables(&Default::default());
        let text = "en rad\noch en till\n\n".repeat(4_000);
        let (windows, corrected) = filtered(&lexicon, Cut::Windows, &[&text]);
        assert_eq!(corrected, text);
        assert!(windows.len() > 1 && windows.iter().all(|window| window.text.ends_with("\n\n")));
        let mut lines = windows.iter().map(|window| window.text.matches('\n').count());
        assert!(lines.clone().all(|n| n <= MOST_LINES));
        let before: Vec<usize> = windows.iter().map(|window| window.lines_before).collect();
        assert_eq!(before.last().copied().unwrap_or(0) + lines.next_back().unwrap_or(0), 12_000);
    }

    #[test]
    fn a_line_without_end_is_cut_between_words() {
        let lexicon = Lexicon::from_tables(&Default::default());
        let text = "ordet ".repeat(400_000);
        let (windows, corrected) = filtered(&lexicon, Cut::Windows, &[&text]);
        assert_eq!(corrected, text);
        assert!(windows.len() > 1 && windows.iter().all(|window| window.text.len() <= MOST_BYTES));
        assert!(windows.iter().all(|window| window.text.ends_with(' ') && window.lines_before == 0));
        assert_eq!(windows[1].columns_before, windows[0].text.len());
        let unbroken = "x".repeat(3 * MOST_BYTES);
        assert_eq!(filtered(&lexicon, Cut::Windows, &[&unbroken]).1, unbroken);
    }

    #[test]
    fn a_paragraph_knows_what_stood_before_it() {
        let lexicon = Lexicon::builtin();
        let text = format!("{}Lagg fram det.\n", PAGE.repeat(8));
        let (windows, corrected) = filtered(&lexicon, Cut::Paragraphs, &[&text]);
        assert_eq!(windows.len(), 9);
        assert!(corrected.ends_with("Lägg fram det.\n"), "{corrected}");
    }
}
