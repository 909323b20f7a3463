//! Pages that other programs recognised: ALTO, PAGE XML and hOCR as inputs.

mod broken;
mod folders;
mod forms;
mod round_trip;

use paragraf::input::{Input, LayerPolicy, MediaType, PageContent, RecognisedPage};
use paragraf::page::BBox;

/// All pages of a file.
fn pages(bytes: &[u8]) -> (MediaType, Vec<RecognisedPage>) {
    let (kind, input) = Input::open(bytes.to_vec()).unwrap();
    let page = |number| match input.page(number, LayerPolicy::Auto).unwrap().content {
        PageContent::Recognised(page) => *page,
        other => panic!("{other:?}"),
    };
    (kind, (1..=input.n_pages()).map(page).collect())
}

fn texts(page: &RecognisedPage) -> Vec<&str> {
    page.words.iter().map(|word| &*word.text).collect()
}

fn boxes(page: &RecognisedPage) -> Vec<BBox> {
    page.words.iter().map(|word| word.bbox).collect()
}

/// An ALTO page of these lines, set in letters of 20 by 30 pixels, a line every 60.
pub fn alto(lines: &[&str], image: &str) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\"?><alto xmlns=\"http://www.loc.gov/standards/alto/ns-v4#\"><Description>\
         <MeasurementUnit>pixel</MeasurementUnit><sourceImageInformation><fileName>{image}</fileName>\
         </sourceImageInformation></Description><Layout><Page ID=\"p1\" PHYSICAL_IMG_NR=\"1\" WIDTH=\"2480\" \
         HEIGHT=\"3508\"><PrintSpace><TextBlock ID=\"b1\">\n"
    );
    for (row, line) in lines.iter().enumerate() {
        out += "<TextLine>";
        let (mut x, y) = (200, 200 + row * 60);
        for word in line.split(' ') {
            let width = word.chars().count() * 20;
            out += &format!(
                "<String CONTENT=\"{word}\" HPOS=\"{x}\" VPOS=\"{y}\" WIDTH=\"{width}\" HEIGHT=\"30\" WC=\"0.95\"/><SP/>"
            );
            x += width + 20;
        }
        out += "</TextLine>\n";
    }
    out + "</TextBlock></PrintSpace></Page></Layout></alto>\n"
}

/// A protocol of two pages.
pub const FIRST: [&str; 9] = [
    "SAMMANTRÄDESPROTOKOLL",
    "Socialnämnden 2019-04-09",
    "Plats och tid: Kommunhuset, kl. 13.00-15.30",
    "Beslutande: Anna Berg (S), ordförande",
    "Bo Ek (M)",
    "§ 12 Val av justerare",
    "Socialnämnden beslutar att välja Bo Ek att justera protokollet.",
    "§ 13 Nulägesstatus",
    "Socialnämnden beslutar att lägga informationen till handlingarna.",
];
pub const SECOND: [&str; 4] = [
    "§ 14 Delegationsbeslut",
    "Socialnämnden beslutar att godkänna redovisningen.",
    "§ 15 Meddelanden",
    "Socialnämnden beslutar att lägga skrivelsen till handlingarna.",
];
