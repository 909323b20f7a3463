//! Page ranges as people write them: `1-3,7,12-`.

use crate::error::{Error, Result};
use std::str::FromStr;

/// Inclusive ranges of page numbers from 1; an open end goes to the last page.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PageRanges(Vec<(u32, u32)>);

impl PageRanges {
    pub fn contains(&self, page: u32) -> bool {
        self.0.is_empty() || self.0.iter().any(|&(first, last)| (first..=last).contains(&page))
    }

    /// The pages of a file of so many that are meant.
    pub fn of(&self, n_pages: u32) -> Vec<u32> {
        (1..=n_pages).filter(|&page| self.contains(page)).collect()
    }
}

impl std::fmt::Display for PageRanges {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (idx, &(first, last)) in self.0.iter().enumerate() {
            out.write_str(if idx > 0 { "," } else { "" })?;
            match last {
                u32::MAX => write!(out, "{first}-")?,
                last if last == first => write!(out, "{first}")?,
                last => write!(out, "{first}-{last}")?,
            }
        }
        Ok(())
    }
}

impl FromStr for PageRanges {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let wrong = || Error::Usage(format!("'{text}' is not a range of pages; write for example 1-3,7,12-"));
        let number = |text: &str| text.trim().parse::<u32>().ok().filter(|&page| page > 0).ok_or_else(wrong);
        let mut ranges = Vec::new();
        for part in text.split(',') {
            let range = match part.split_once('-') {
                Some((first, "")) => (number(first)?, u32::MAX),
                Some((first, last)) => (number(first)?, number(last)?),
                None => (number(part)?, number(part)?),
            };
            if range.0 > range.1 {
                return Err(wrong());
            }
            ranges.push(range);
        }
        ranges.sort_unstable();
        Ok(PageRanges(ranges))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_and_refused() {
        let ranges: PageRanges = "7,1-3,12-".parse().unwrap();
        assert_eq!(ranges.of(13), [1, 2, 3, 7, 12, 13]);
        assert_eq!(ranges.to_string(), "1-3,7,12-");
        assert_eq!(PageRanges::default().of(2), [1, 2]);
        for wrong in ["", "0", "3-1", "a", "1,,2", "-4"] {
            assert!(wrong.parse::<PageRanges>().is_err(), "{wrong}");
        }
    }
}
