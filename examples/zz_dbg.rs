use paragraf::page::{CorrectedPage, OcrPage};
use paragraf::segment::{form, sheet::Sheet, zones};
fn main() {
    let text = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let pages: Vec<CorrectedPage> = text
        .split('\u{c}')
        .enumerate()
        .map(|(n, t)| CorrectedPage::new(OcrPage::from_text(n as u32 + 1, t), Vec::new()))
        .collect();
    let sheet = Sheet::new(&pages);
    let z = zones::zones(&sheet);
    for (at, row) in sheet.rows.iter().enumerate() {
        println!("{:?} {}", z.of_row[at], row.text());
    }
    let f = form::read(&sheet, &z.rows(|zone| zone == zones::Zone::Form));
    for b in &f.blocks {
        println!(
            "{:?} {:?} -> {:?}",
            b.label,
            b.head.iter().map(|p| &p.text).collect::<Vec<_>>(),
            b.pieces().map(|p| &p.text).collect::<Vec<_>>()
        );
    }
    for part in paragraf::segment::segment(&paragraf::correct::Lexicon::builtin(), &pages) {
        println!("{:?}", part.protocol.attendees.iter().map(|a| (&a.name.value, a.category)).collect::<Vec<_>>());
    }
}
