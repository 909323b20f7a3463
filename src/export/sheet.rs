//! A page as blocks of lines, and which item each belongs to: what the forms that tell a page's layout are made of.

use super::words::{PlacedLine, PlacedPage, PlacedWord, placed};
use super::{Entry, Job, Summary, each};
use crate::emit::wire::{self, CodePoints};
use crate::error::{Error, Result};
use crate::naming::is_below;
use crate::page::{BBox, OcrPage};
use crate::text::without_gaps;

/// A page laid out.
pub struct Sheet<'p> {
    pub placed: PlacedPage<'p>,
    /// The document that the page belongs to.
    pub document: &'p wire::Document,
    /// Of the line in the manifest: when the input was read.
    pub finished: &'p str,
    /// In the order of the text.
    pub blocks: Vec<Block>,
}

/// Lines that belong together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// Index into the document's items.
    pub item: Option<usize>,
    /// Whether it is the heading of its item.
    pub is_heading: bool,
    /// Indices into the page's lines, end exclusive.
    pub lines: (usize, usize),
}

/// Takes every input with its pages. `make` writes what belongs to an input; one without places has no such form.
pub fn each_input(
    job: &Job<'_>,
    make: &(dyn Fn(&Entry<'_>, &[Sheet<'_>]) -> Result<()> + Sync),
    folder: &str,
) -> Result<Summary> {
    let one = |entry: &Entry<'_>| -> Result<Vec<String>> {
        if !is_below(&entry.line.input) {
            return Err(Error::Input("its name in the manifest leads out of the folder".into()));
        }
        let pages = entry.pages()?;
        if !pages.iter().any(OcrPage::has_boxes) {
            return Ok(vec!["not written, since a text file has no places on paper".into()]);
        }
        make(entry, &sheets(entry, &pages)?)?;
        Ok(Vec::new())
    };
    let mut summary = each(job, &one)?;
    summary.written.push(folder.to_owned());
    Ok(summary)
}

/// Takes every page: `make` gives its file of XML, which is called after its number in a folder of its input.
pub fn each_page(job: &Job<'_>, make: &(dyn Fn(&Sheet<'_>) -> Vec<u8> + Sync), folder: &str) -> Result<Summary> {
    let write = |entry: &Entry<'_>, sheets: &[Sheet<'_>]| {
        sheets.iter().try_for_each(|sheet| {
            let bytes = make(sheet);
            let name = format!("{folder}/{}/{:04}.xml", entry.line.input, sheet.ocr().number);
            job.out.write(&name, &|out| out.write_all(&bytes)).map(drop)
        })
    };
    each_input(job, &write, folder)
}

fn sheets<'p>(entry: &'p Entry<'_>, pages: &'p [OcrPage]) -> Result<Vec<Sheet<'p>>> {
    let mut sheets = Vec::new();
    for document in &entry.documents {
        let items = Items::of(document);
        for page in &document.pages {
            let Some(ocr) = pages.iter().find(|ocr| ocr.number == page.number).filter(|ocr| ocr.has_boxes()) else {
                continue;
            };
            let placed = placed(ocr, page)?;
            let blocks = blocks(&placed, &items);
            sheets.push(Sheet { placed, document, finished: &entry.line.finished, blocks });
        }
    }
    sheets.sort_by_key(|sheet| sheet.placed.ocr.number);
    sheets.dedup_by_key(|sheet| sheet.placed.ocr.number);
    Ok(sheets)
}

impl Sheet<'_> {
    pub fn ocr(&self) -> &OcrPage {
        self.placed.ocr
    }

    pub fn lines(&self, block: &Block) -> &[PlacedLine] {
        &self.placed.lines[block.lines.0..block.lines.1]
    }

    pub fn bbox(&self, block: &Block) -> BBox {
        self.lines(block).iter().map(extent).reduce(BBox::union).unwrap_or_default()
    }

    /// The blocks that stand one after the other in one item.
    pub fn runs(&self) -> impl Iterator<Item = &[Block]> {
        self.blocks.chunk_by(|one, other| one.item.is_some() && one.item == other.item)
    }

    /// The file that holds the page, as the run names it.
    pub fn file(&self) -> &str {
        let number = self.ocr().number;
        let part = self.document.source.parts.iter().find(|part| (part.page_first..=part.page_last).contains(&number));
        part.map_or(&self.document.source.file, |part| &part.file)
    }

    /// The word of which a line's last holds the beginning, where it goes on in the next line.
    pub fn divided(&self, line: usize) -> Option<String> {
        let (this, next) = (self.placed.lines.get(line)?, self.placed.lines.get(line + 1)?);
        if next.row <= this.row {
            return None;
        }
        let (begun, rest) = (&this.words.last()?.text, &next.words.first()?.text);
        let stem = begun.strip_suffix(['-', '‐', '¬', '\u{ad}'])?;
        let goes_on = stem.chars().next_back().is_some_and(char::is_alphabetic)
            && rest.chars().next().is_some_and(char::is_lowercase);
        // "klimat- och energiplan": the hyphen stands for the rest of another word.
        let is_suspended = matches!(rest.as_str(), "och" | "eller" | "samt" | "respektive" | "som" | "men" | "till");
        (goes_on && !is_suspended).then(|| format!("{stem}{rest}"))
    }

    /// How sure it is that a word is what was printed: where it was corrected, what the correction is worth.
    pub fn certainty(&self, word: &PlacedWord) -> f32 {
        let corrections = &self.placed.page.corrections;
        let made =
            |edit: &&wire::Correction| edit.certainty != wire::Certainty::Suggested && overlap(edit.span, word.span);
        match word.read {
            Some(_) => corrections.iter().find(made).map_or(word.confidence, |edit| edit.score as f32),
            None => word.confidence,
        }
    }
}

/// Where a line's words stand.
pub fn extent(line: &PlacedLine) -> BBox {
    line.words.iter().map(|word| word.bbox).reduce(BBox::union).unwrap_or(line.bbox)
}

/// The items of a document, as its lines are asked for them.
struct Items<'d> {
    items: &'d [wire::Item],
    /// Page and place at which each begins, with its index, in printed order.
    starts: Vec<((u32, u32), usize)>,
    /// Letters and digits of each.
    letters: Vec<String>,
}

/// The values of an item that stand in its heading.
const HEADING: [&str; 4] = ["number", "label", "title", "reference"];
/// Letters and digits that a line has at least to be found in an item's text by them.
const TELLING: usize = 4;

impl<'d> Items<'d> {
    fn of(document: &'d wire::Document) -> Self {
        let items = &document.items;
        let start = |item: &wire::Item| {
            let places = HEADING[..3].iter().filter_map(|key| item.evidence.get(key)).flat_map(|it| &it.sources);
            places.map(|place| (place.page, place.span[0])).min().unwrap_or((item.page_first, 0))
        };
        let mut starts: Vec<_> = items.iter().enumerate().map(|(at, item)| (start(item), at)).collect();
        starts.sort_unstable();
        Items { items, starts, letters: items.iter().map(|item| without_gaps(&item.text)).collect() }
    }

    /// The item that a line stands in, and whether it is its heading. `before` is the item of the line before it.
    fn of_line(&self, page: u32, line: &PlacedLine, before: Option<usize>) -> (Option<usize>, bool) {
        let span = span_of(line);
        let n_begun = self.starts.partition_point(|(start, _)| *start < (page, span[1]));
        let Some((_, at)) = n_begun.checked_sub(1).map(|last| self.starts[last]) else { return (None, false) };
        let item = &self.items[at];
        if page > item.page_last {
            return (None, false);
        }
        let mut places = HEADING.iter().filter_map(|key| item.evidence.get(key)).flat_map(|it| &it.sources);
        if places.any(|place| place.page == page && overlap(place.span, span)) {
            return (Some(at), true);
        }
        // Running heads and what is signed stand between and behind the items, and are not in their text.
        let own: String = line.words.iter().map(|word| without_gaps(&word.text)).collect();
        let is_in = if own.chars().count() < TELLING { before == Some(at) } else { self.letters[at].contains(&own) };
        (is_in.then_some(at), false)
    }
}

fn span_of(line: &PlacedLine) -> CodePoints {
    let at = |word: Option<&PlacedWord>, end: usize| word.map_or(0, |word| word.span[end]);
    [at(line.words.first(), 0), at(line.words.last(), 1)]
}

fn overlap(one: CodePoints, other: CodePoints) -> bool {
    one[0] < other[1] && other[0] < one[1]
}

/// Lines parted where another item or its text begins, and where the gap is wider than between the lines of the page.
fn blocks(placed: &PlacedPage<'_>, items: &Items<'_>) -> Vec<Block> {
    let lines = &placed.lines;
    let down = |at: usize| lines[at].bbox.y_center() - lines[at - 1].bbox.y_center();
    let is_row = |at: &usize| lines[*at].row != lines[*at - 1].row;
    let mut pitches: Vec<i32> = (1..lines.len()).filter(is_row).map(down).filter(|pitch| *pitch > 0).collect();
    pitches.sort_unstable();
    let pitch = pitches.get(pitches.len() / 2).copied().unwrap_or(0);
    let mut blocks: Vec<Block> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let before = blocks.last().and_then(|block| block.item);
        let (item, is_heading) = items.of_line(placed.page.number, line, before);
        let goes_on = |block: &&mut Block| {
            let is_near = lines[at - 1].row == line.row || (0..=pitch * 3 / 2).contains(&down(at));
            block.item == item && block.is_heading == is_heading && is_near
        };
        match blocks.last_mut().filter(goes_on) {
            Some(block) => block.lines.1 = at + 1,
            None => blocks.push(Block { item, is_heading, lines: (at, at + 1) }),
        }
    }
    blocks
}
