//! How exports name what a document tells of, so that all of them name it alike.

use crate::emit::wire::Document;
use jiff::civil::Date;

/// A text as a part of an address: small letters and digits, hyphens between them. Letters keep their dots and rings,
/// since `Hor` and `Hör` are two places.
pub fn slug(text: &str) -> String {
    let small = text.to_lowercase();
    let words = small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// A path as it stands in a link.
pub fn link(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
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
    }

    #[test]
    fn swedish_letters_stand_last() {
        let mut names = ["Ö", "Zet", "Äng", "Ål", "Ada"];
        names.sort_by_key(|name| swedish(name));
        assert_eq!(names, ["Ada", "Zet", "Ål", "Äng", "Ö"]);
    }
}
