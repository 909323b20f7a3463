//! What speaks for each sentence of an item, for those who learn what it weighs.

use crate::page::CorrectedPage;
use crate::segment::fields::item::evidence::{Context, evidence};
use crate::segment::fields::item::units::units;
use crate::segment::fields::item::{items, sections};
use crate::segment::marks::sheet::Sheet;
use crate::segment::outline::zones::zones;

/// An item's sentences with the names of what speaks for or against their deciding.
#[derive(Clone, Debug)]
pub struct WeighedItem {
    /// The item's number.
    pub number: u32,
    /// The letter behind it.
    pub suffix: Option<String>,
    /// A heading stands over its decision: nothing is weighed.
    pub is_headed: bool,
    /// The sentences, and the rows of tables.
    pub sentences: Vec<(String, Vec<&'static str>)>,
}

/// The items of a document.
pub fn weighed(pages: &[CorrectedPage]) -> Vec<WeighedItem> {
    let sheet = Sheet::new(pages);
    let (read, style) = items::read(&sheet, &zones(&sheet));
    let view = |(heading, title, paragraphs): (_, String, Vec<_>)| {
        let heading: crate::segment::marks::numbers::Heading = heading;
        let units = units(&paragraphs);
        let found = evidence(&units, &Context { title: &title, style: &style });
        WeighedItem {
            number: heading.number,
            suffix: heading.suffix,
            is_headed: sections::is_headed(&paragraphs, &style),
            sentences: units.into_iter().map(|unit| unit.text).zip(found).collect(),
        }
    };
    read.into_iter().map(view).collect()
}
