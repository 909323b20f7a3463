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
            let read = lines.straightened(Rect { x0: x0 * across, y0: y0 * down, x1: x1 * across, y1: y1 * down });
            are_on_lines &= places.iter().any(|place| place.is_meant_by(read));
        }
        Some(are_on_lines)
    }
}

impl PageLines {
    /// The box on the printed page of what has this box in the scan. It is turned about its middle, and loses the height
    /// that a line of its length gained when it was turned.
    fn straightened(&self, scanned: Rect) -> Rect {
        let (sin, cos) = self.skew_degrees.to_radians().sin_cos();
        let (width, height) = (scanned.x1 - scanned.x0, scanned.y1 - scanned.y0);
        let (x, y) = ((scanned.x0 + scanned.x1 - self.width) / 2.0, (scanned.y0 + scanned.y1 - self.height) / 2.0);
        let (x, y) = (x * cos - y * sin + self.width / 2.0, x * sin + y * cos + self.height / 2.0);
        let height = (height - width * sin.abs()).max(0.0);
        Rect { x0: x - width / 2.0, y0: y - height / 2.0, x1: x + width / 2.0, y1: y + height / 2.0 }
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

    /// Whether the box of a value means this line: its middle lies in the line, or so near that no other line can be meant,
    /// or it covers half of the line's height. Boxes that swallowed a pen stroke reach beyond their line; one
    /// as high as several lines means none.
    fn is_meant_by(&self, read: Rect) -> bool {
        let height = self.y1 - self.y0;
        let (x, y) = ((read.x0 + read.x1) / 2.0, (read.y0 + read.y1) / 2.0);
        let is_beside = (self.x0 - height..=self.x1 + height).contains(&x);
        let is_middle_in = (self.y0 - height / 4.0..=self.y1 + height / 4.0).contains(&y);
        let covered = self.y1.min(read.y1) - self.y0.max(read.y0);
        is_beside && (is_middle_in || (covered >= height / 2.0 && read.y1 - read.y0 <= 4.0 * height))
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
        // Half the size: the line of "Fru Ek" stands at 75 to 90, the one before it ends at 65.
        let source = |y0: i32, y1: i32| SourceRef { page: 1, bbox: Some([200, y0, 300, y1]), ..SourceRef::default() };
        let at = |boxes: &[(i32, i32)]| {
            let sources: Vec<SourceRef> = boxes.iter().map(|(y0, y1)| source(*y0, *y1)).collect();
            lines.print_at("Ek", &sources, std::slice::from_ref(&page))
        };
        assert_eq!(at(&[(75, 90)]), Some(true));
        assert_eq!(at(&[(100, 115)]), Some(false));
        assert_eq!(at(&[(50, 65)]), Some(false));
        assert_eq!(at(&[(75, 90), (100, 115)]), Some(false));
        assert_eq!(at(&[]), Some(false));
        // With a stroke of the pen below; as high as half the page.
        assert_eq!(at(&[(75, 130)]), Some(true));
        assert_eq!(at(&[(75, 400)]), Some(false));
        let no_box = SourceRef { page: 1, ..SourceRef::default() };
        assert_eq!(lines.print_at("Ek", &[no_box], &[page]), None);
    }

    #[test]
    fn a_scan_that_was_turned_is_turned_back() {
        let lines = PageLines { skew_degrees: 90.0, width: 1000.0, height: 1000.0, ..lines() };
        // What stands at the right edge, half way down, is at the top of the scan turned counter-clockwise.
        let at_top = Rect { x0: 490.0, y0: 0.0, x1: 510.0, y1: 0.0 };
        let printed = lines.straightened(at_top);
        let (x, y) = ((printed.x0 + printed.x1) / 2.0, (printed.y0 + printed.y1) / 2.0);
        assert!((x - 1000.0).abs() < 1e-6 && (y - 500.0).abs() < 1e-6, "{x} {y}");
    }
}
