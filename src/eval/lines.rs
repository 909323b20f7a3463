//! Where printed lines stand, and whether a value's evidence points at a line that prints it.

use super::compare::folded;
use crate::emit::wire::{Page, SourceRef};
use crate::error::{Error, Result};
use serde::Deserialize;

/// The printed lines of a document, as `lines.json` has them.
#[derive(Clone, PartialEq, Debug, Default, Deserialize)]
pub struct Lines {
    pages: Vec<PageLines>,
}

/// A page before the scanner skewed it. All boxes are in its pixels, from the top left corner.
#[derive(Clone, PartialEq, Debug, Deserialize)]
struct PageLines {
    number: u32,
    width: f64,
    height: f64,
    /// By how much the scan is turned counter-clockwise about the middle of the page.
    #[serde(default)]
    skew_degrees: f64,
    lines: Vec<(f64, f64, f64, f64, String)>,
}

#[derive(Clone, Copy)]
struct Rect {
    x0: f64,
    y0: f64,
    x1: f64,
    y1: f64,
}

impl Lines {
    pub fn from_json(json: &str) -> Result<Self> {
        serde_json::from_str(json).map_err(|e| Error::Input(format!("lines.json: {e}")))
    }

    /// Whether every box of the sources stands on a line that prints the value, or on the lines over
    /// which it is spread. None where a source has no box or the value is nowhere printed as it is.
    pub fn print_at(&self, value: &str, sources: &[SourceRef], pages: &[Page]) -> Option<bool> {
        let mut are_on_lines = !sources.is_empty();
        for source in sources {
            let [x0, y0, x1, y1] = source.bbox?.map(f64::from);
            let lines = self.pages.iter().find(|page| page.number == source.page)?;
            let places = lines.places_of(value);
            if places.is_empty() {
                return None;
            }
            let page = pages.iter().find(|page| page.number == source.page)?;
            let scale =
                |printed: f64, read: Option<u32>| read.filter(|read| *read > 0).map(|read| printed / f64::from(read));
            let (across, down) = (scale(lines.width, page.width)?, scale(lines.height, page.height)?);
            let middle = lines.straightened((x0 + x1) / 2.0 * across, (y0 + y1) / 2.0 * down);
            are_on_lines &= places.iter().any(|place| place.holds(middle));
        }
        Some(are_on_lines)
    }
}

impl PageLines {
    /// The point of the printed page that the scan has there.
    fn straightened(&self, x: f64, y: f64) -> (f64, f64) {
        let (sin, cos) = self.skew_degrees.to_radians().sin_cos();
        let (x, y) = (x - self.width / 2.0, y - self.height / 2.0);
        (x * cos - y * sin + self.width / 2.0, x * sin + y * cos + self.height / 2.0)
    }

    /// The boxes of the lines that print the value: each line, and all lines of a value that runs over several.
    fn places_of(&self, value: &str) -> Vec<Rect> {
        let wanted = folded(value);
        if wanted.is_empty() {
            return Vec::new();
        }
        let mut places = Vec::new();
        for lines in self.occurrences(&wanted) {
            places.extend(lines.iter().map(|line_idx| self.rect(*line_idx)));
            if lines.len() > 1 {
                places.extend(lines.iter().map(|line_idx| self.rect(*line_idx)).reduce(Rect::with));
            }
        }
        if places.is_empty() {
            // Cells of a table stand between its pieces.
            let is_piece = |cell: &str| {
                let cell = folded(cell);
                cell.chars().count() > 3 && wanted.contains(cell.trim_end_matches('-'))
            };
            let lines = (0..self.lines.len()).filter(|line_idx| self.lines[*line_idx].4.split('\t').any(is_piece));
            places.extend(lines.map(|line_idx| self.rect(line_idx)));
            places.extend(places.iter().copied().reduce(Rect::with));
        }
        places
    }

    /// The lines of each place where the text of the page has the wanted text as whole words.
    fn occurrences(&self, wanted: &str) -> Vec<Vec<usize>> {
        let (mut text, mut line_of) = (Vec::new(), Vec::new());
        for (line_idx, (.., line)) in self.lines.iter().enumerate() {
            let line = folded(line);
            let goes_on = self.lines.get(line_idx + 1).and_then(|(.., next)| next.chars().next());
            let is_divided = line.ends_with('-') && goes_on.is_some_and(char::is_alphabetic);
            let drops_hyphen = is_divided && goes_on.is_some_and(char::is_lowercase);
            let line = if drops_hyphen { line.trim_end_matches('-') } else { &line };
            text.extend(line.chars());
            if !is_divided {
                text.push(' ');
            }
            line_of.resize(text.len(), line_idx);
        }
        let wanted: Vec<char> = wanted.chars().collect();
        let is_letter = |at: Option<&char>| at.is_some_and(|c| c.is_alphanumeric());
        let mut found = Vec::new();
        for start in 0..(text.len() + 1).saturating_sub(wanted.len()) {
            let end = start + wanted.len();
            let is_whole =
                !is_letter(start.checked_sub(1).and_then(|before| text.get(before))) && !is_letter(text.get(end));
            if text[start..end] == wanted && is_whole {
                let mut lines = line_of[start..end].to_vec();
                lines.dedup();
                found.push(lines);
            }
        }
        found
    }

    fn rect(&self, line_idx: usize) -> Rect {
        let (x0, y0, x1, y1, _) = &self.lines[line_idx];
        Rect { x0: *x0, y0: *y0, x1: *x1, y1: *y1 }
    }
}

impl Rect {
    fn with(self, other: Rect) -> Rect {
        Rect {
            x0: self.x0.min(other.x0),
            y0: self.y0.min(other.y0),
            x1: self.x1.max(other.x1),
            y1: self.y1.max(other.y1),
        }
    }

    /// Whether a point lies in it, or so near that no other line can be meant.
    fn holds(&self, (x, y): (f64, f64)) -> bool {
        let height = self.y1 - self.y0;
        (self.x0 - height..=self.x1 + height).contains(&x)
            && (self.y0 - height / 4.0..=self.y1 + height / 4.0).contains(&y)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines() -> PageLines {
        let line = |y: f64, text: &str| (100.0, y, 900.0, y + 30.0, text.to_owned());
        PageLines {
            number: 1,
            width: 1000.0,
            height: 1400.0,
            skew_degrees: 0.0,
            lines: vec![
                line(100.0, "Närvarande:\tHerr Nils Gyllen-"),
                line(150.0, "värd, Fru Ek och Fru Ekelöf"),
                line(200.0, "Kf 76\tFörsäljning av Garvaren 6 och del av"),
                line(250.0, "Ks 91\tGarvaren 7 i Berga"),
            ],
        }
    }

    #[test]
    fn a_value_is_found_over_line_ends_and_cells_and_only_as_whole_words() {
        let lines = lines();
        assert_eq!(lines.occurrences("nils gyllenvärd"), [[0, 1]]);
        assert_eq!(lines.occurrences("ek"), [[1]]);
        assert!(lines.occurrences("gyllen").is_empty());
        assert_eq!(lines.places_of("Försäljning av Garvaren 6 och del av Garvaren 7 i Berga").len(), 3);
        assert!(lines.places_of("Anna Berg").is_empty());
    }

    #[test]
    fn a_box_on_another_line_is_not_on_the_line_that_prints_the_value() {
        let page = Page { number: 1, width: Some(500), height: Some(700), ..Page::default() };
        let lines = Lines { pages: vec![lines()] };
        // Half the size: the line of "Fru Ek" stands at 75 to 90.
        let source = |y: i32| SourceRef { page: 1, bbox: Some([200, y, 300, y + 15]), ..SourceRef::default() };
        let at = |ys: &[i32]| {
            let sources: Vec<SourceRef> = ys.iter().map(|y| source(*y)).collect();
            lines.print_at("Ek", &sources, std::slice::from_ref(&page))
        };
        assert_eq!(at(&[75]), Some(true));
        assert_eq!(at(&[100]), Some(false));
        assert_eq!(at(&[75, 100]), Some(false));
        assert_eq!(at(&[]), Some(false));
        let no_box = SourceRef { page: 1, ..SourceRef::default() };
        assert_eq!(lines.print_at("Ek", &[no_box], &[page]), None);
    }

    #[test]
    fn a_scan_that_was_turned_is_turned_back() {
        let lines = PageLines { skew_degrees: 90.0, width: 1000.0, height: 1000.0, ..lines() };
        // What stands at the right edge, half way down, is at the top of the scan turned counter-clockwise.
        let (x, y) = lines.straightened(500.0, 0.0);
        assert!((x - 1000.0).abs() < 1e-6 && (y - 500.0).abs() < 1e-6, "{x} {y}");
    }
}
