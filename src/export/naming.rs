//! How exports name what a document tells of, so that all of them name it alike.

use crate::emit::wire::{Document, Item};
use jiff::civil::Date;
use std::collections::HashSet;
use std::fmt::Write;

pub const PDF_FOLDER: &str = "pdf";

/// What the searchable PDF of an input is called, among all inputs: one that is a PDF keeps its name.
pub fn pdf_of(input: &str, inputs: &HashSet<String>) -> String {
    let mut name = input.to_owned();
    if !input.to_lowercase().ends_with(".pdf") {
        name += ".pdf";
        // Where another input is called so.
        while inputs.contains(&name) {
            name += ".pdf";
        }
    }
    format!("{PDF_FOLDER}/{name}")
}

/// A text as a part of an address: small letters and digits, hyphens between them. Letters keep their dots and rings,
/// since `Hor` and `Hör` are two places.
pub fn slug(text: &str) -> String {
    let small = text.to_lowercase();
    let words = small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// A path as it stands in a link.
pub fn link(path: &str) -> String {
    path.bytes().fold(String::with_capacity(path.len()), |mut link, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            link.push(byte.into());
        } else {
            let _ = write!(link, "%{byte:02X}");
        }
        link
    })
}

/// An item's number as it is printed, or as it is told.
pub fn number_of(item: &Item) -> Option<String> {
    item.label.clone().or_else(|| item.number.map(|number| format!("§ {number}")))
}

/// What an item is called: its number, and its title.
pub fn name_of(item: &Item) -> String {
    [number_of(item), item.title.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The day of the meeting, if it is one.
pub fn day(document: &Document) -> Option<Date> {
    document.meeting.date.as_deref().filter(|date| date.len() == 10).and_then(|date| date.parse().ok())
}

/// A sort key that puts å, ä and ö behind z.
pub fn swedish(text: &str) -> String {
    let small = text.to_lowercase();
    small
        .chars()
        .map(|c| match c {
            'å' => '{',
            'ä' | 'æ' => '|',
            'ö' | 'ø' => '}',
            'é' | 'è' => 'e',
            'ü' => 'y',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_parts_of_addresses_and_paths_are_links() {
        assert_eq!(slug(" Kultur- och fritidsnämnden"), "kultur-och-fritidsnämnden");
        assert_eq!(slug("§§"), "");
        assert_eq!(link("år 1/a#b%.pdf"), "%C3%A5r%201/a%23b%25.pdf");
        assert_eq!(link("år 1/50 %#?.pdf"), "%C3%A5r%201/50%20%25%23%3F.pdf");
    }

    #[test]
    fn swedish_letters_stand_last() {
        let mut names = ["Ö", "Zet", "Äng", "Ål", "Ada"];
        names.sort_by_key(|name| swedish(name));
        assert_eq!(names, ["Ada", "Zet", "Ål", "Äng", "Ö"]);
    }
}
