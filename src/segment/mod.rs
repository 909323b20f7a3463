//! Segmentation: corrected pages in, what the protocol says out. Pure: no files, no clock, no panic on any input.
//!
//! A first pass gives every row of the document one zone ([`zones`]): running head and foot, form,
//! contents, item, signatures, notice, annex. A small parser per zone then reads what stands there,
//! and the parts are checked against each other. Recognition and spelling are left to the stages
//! before, the form of the output to `emit`.

mod agreement;
mod fields;
mod marks;
mod outline;
mod print;
mod words;

use crate::correct::Lexicon;
use crate::error::{Warning, WarningCode};
use crate::page::{CorrectedPage, Respelling};
use crate::protocol::{DocumentKind, Protocol, ReviewNote};
use crate::segment::agreement::places::Places;
use crate::segment::agreement::respelling::Spellings;
use crate::segment::agreement::{checks, confidence, mending, person_ids, review, statements};
use crate::segment::fields::attendance::{movements, present};
use crate::segment::fields::form::blocks::{self, Form};
use crate::segment::fields::item::{items, votes};
use crate::segment::fields::meeting::gathering;
use crate::segment::fields::signature::{electronic, front_page, known, signatures};
use crate::segment::fields::{contents, notice};
use crate::segment::marks::sheet::Sheet;
use crate::segment::outline::zone::{Zone, Zones};
use crate::segment::outline::{division, kind, signing, zones};
use crate::segment::words::labels;

pub use crate::segment::agreement::confidence::Stated;
pub use crate::segment::fields::item::view::{WeighedItem, weighed};
pub use crate::segment::outline::view::{RowView, RunView, rows, runs};
pub use crate::segment::words::forms::UserForms;

/// One protocol of a file: most files hold one.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Part {
    /// What it says.
    pub protocol: Protocol,
    /// What a reader of it should know.
    pub warnings: Vec<Warning>,
    /// What a person should look at, worst first.
    pub review: Vec<ReviewNote>,
    /// What it would spell otherwise: its values are spelt as its pages are.
    pub respellings: Vec<Respelling>,
}

/// The protocols of a document, in page order; never empty for a document with pages.
///
/// ```
/// use paragraf::correct::Lexicon;
/// use paragraf::page::{CorrectedPage, OcrPage};
///
/// let text = "Protokoll fört vid sammanträde med byrådet den 4 maj 1962\n\
///             § 1\tVal av justerare\nTill justerare valdes Bo Ek.\n\
///             § 2\tAvslutning\nMötet avslutades.\n\
///             Vid protokollet:\nEva Lund\n";
/// let page = CorrectedPage::new(OcrPage::from_text(1, text), Vec::new());
/// let parts = paragraf::segment::segment(&Lexicon::builtin(), &[page]);
/// let protocol = &parts[0].protocol;
/// assert_eq!(protocol.meeting.date.value, Some(jiff::civil::date(1962, 5, 4)));
/// assert_eq!(protocol.items[1].title.value.as_deref(), Some("Avslutning"));
/// assert_eq!(protocol.signatures[0].name.value.as_deref(), Some("Eva Lund"));
/// ```
pub fn segment(lexicon: &Lexicon, pages: &[CorrectedPage]) -> Vec<Part> {
    if pages.is_empty() {
        return vec![Part::default()];
    }
    let sheet = Sheet::new(pages);
    let starts = division::starts(&sheet);
    if starts.len() == 1 {
        return vec![part(lexicon, &sheet).0];
    }
    // What is usual on its pages is a part's own.
    let ends = starts.iter().skip(1).copied().chain([pages.len()]);
    starts.iter().zip(ends).map(|(start, end)| part(lexicon, &Sheet::new(&pages[*start..end])).0).collect()
}

/// A file as one protocol, with what is said of each value that is weighed, for those who learn what it weighs.
pub fn stated(lexicon: &Lexicon, pages: &[CorrectedPage]) -> (Part, Vec<Stated>) {
    if pages.is_empty() { (Part::default(), Vec::new()) } else { part(lexicon, &Sheet::new(pages)) }
}

fn part(lexicon: &Lexicon, sheet: &Sheet) -> (Part, Vec<Stated>) {
    let pages = sheet.pages;
    let zones = zones::zones(sheet);
    let mut protocol = Protocol { pages: (pages[0].number(), pages[pages.len() - 1].number()), ..Protocol::default() };
    let mut warnings = Vec::new();
    let mut places = Places::new(pages);
    let kind = kind::kind(sheet, &zones);
    protocol.meeting.kind = kind;
    let form_rows = zones.rows(|zone| zone == Zone::Form);
    let form = blocks::read(sheet, &form_rows);
    let mut limits = Vec::new();
    if kind == DocumentKind::Protocol {
        protocol.contents = contents::contents(sheet, &zones.rows(|zone| zone == Zone::Contents));
        let titles: Vec<(u32, String)> =
            protocol.contents.iter().filter_map(|entry| Some((entry.number?, entry.title.value.clone()?))).collect();
        protocol.items = items::items(sheet, &zones, &titles);
        limits = read_people(lexicon, sheet, &zones, &form, &mut protocol, &mut warnings);
        votes::from_list(sheet, &zones.rows(|zone| matches!(zone, Zone::Form | Zone::Annex)), &mut protocol.items);
        protocol.adjustments = notice::adjustments(
            sheet,
            &form,
            &zones.rows(|zone| zone == Zone::Signatures),
            &zones.rows(|zone| matches!(zone, Zone::Item(_))),
        );
        let elected = known::elected_adjusters(&protocol);
        for one in protocol.adjustments.iter_mut().filter(|one| one.adjusters.is_empty()) {
            one.adjusters.clone_from(&elected);
        }
        let spellings = Spellings::new(lexicon, pages, &protocol);
        spellings.ask(lexicon, &protocol, &mut places);
        spellings.doubt(lexicon, &mut protocol);
        spellings.clean(&mut protocol);
        protocol.notices = notice::notices(sheet, &zones.rows(|zone| zone == Zone::Notice));
        if protocol.items.is_empty() {
            warnings.push(Warning {
                code: WarningCode::NoItems,
                message: "no items were found".to_owned(),
                page: None,
                bbox: None,
            });
        }
    }
    if matches!(kind, DocumentKind::Protocol | DocumentKind::Agenda | DocumentKind::Notice) {
        gathering::read_meeting(sheet, &zones, &form, &mut protocol);
    }
    if kind == DocumentKind::Protocol {
        movements::settle(sheet, &zones, &limits, &mut protocol);
    }
    person_ids::number_persons(&mut protocol);
    if kind == DocumentKind::Protocol {
        checks::link_contents(&mut protocol);
        mending::ask(lexicon, pages, &protocol, &mut places);
        mending::clean_titles(lexicon, &mut protocol);
    }
    let stated = confidence::weigh(&statements::Ground::new(lexicon, sheet, &zones), &mut protocol);
    if kind == DocumentKind::Protocol {
        warnings.extend(checks::check(&mut protocol));
    }
    let review = review::review(&protocol);
    (Part { protocol, warnings, review, respellings: places.respellings() }, stated)
}

fn read_people(
    lexicon: &Lexicon,
    sheet: &Sheet,
    zones: &Zones,
    form: &Form,
    protocol: &mut Protocol,
    warnings: &mut Vec<Warning>,
) -> Vec<movements::Limit> {
    let lists = present::present(lexicon, sheet, zones, form);
    let is_here = |block: &blocks::Block| {
        !block.is_empty() && block.head.iter().any(|head| labels::is_attendance_list(&head.text))
    };
    let elsewhere = if form.blocks.iter().any(is_here) { Vec::new() } else { lists.elsewhere };
    for (label, piece) in &elsewhere {
        warnings.push(Warning {
            code: WarningCode::ListNotIncluded,
            message: format!("the list \u{201c}{label}\u{201d} stands elsewhere"),
            page: sheet.pages.get(piece.page).map(CorrectedPage::number),
            bbox: sheet.pages.get(piece.page).and_then(|page| page.bbox_of(piece.span)),
        });
    }
    protocol.attendees = lists.attendees;
    protocol.absent = lists.absent;
    let known = known::known_persons(sheet, form, protocol);
    let mut rows = front_page::signature_rows(sheet, form);
    rows.extend(zones.rows(|zone| zone == Zone::Signatures));
    if rows.is_empty() {
        // Outside the items the heaviest block tells, in whatever zone it stands.
        let outside = |row: usize| !matches!(zones.of_row[row], Zone::Item(_));
        let blocks = signing::blocks(sheet, zones, outside);
        let heaviest = blocks.into_iter().max_by(|a, b| a.weight.total_cmp(&b.weight));
        rows.extend(heaviest.into_iter().flat_map(|block| block.rows));
    }
    protocol.signatures = signatures::signatures(lexicon, sheet, &rows, &known);
    if protocol.signatures.is_empty() {
        protocol.signatures = electronic::electronic(sheet, &known);
    }
    lists.limits
}

#[cfg(test)]
#[path = "../../tests/quality/recorded.rs"]
mod recorded;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::correct::Options;
    use crate::page::OcrPage;
    use crate::pipeline;
    use crate::protocol::{Evidence, Field, Item, SourceRef, State};
    use crate::text::{without_gaps, without_marks};
    use rayon::prelude::*;
    use std::path::{Path, PathBuf};

    /// The pages of every recorded file.
    fn recorded_files() -> Vec<(String, Vec<OcrPage>)> {
        let recorded = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/recorded");
        let sets = ["fixtures", "layouts", "samples"].map(|set| recorded::cases(&recorded.join(set)).expect(set));
        let load = |(case, path): (String, PathBuf)| {
            let file = recorded::Recorded::load(&path).expect("a recorded file");
            (case, file.pages.into_iter().map(|read| read.page).collect())
        };
        sets.into_iter().flatten().map(load).collect()
    }

    /// Parsers ask what a row says; it is not held against the labels again each time.
    #[test]
    fn a_row_is_held_against_the_labels_about_once() {
        let lexicon = Lexicon::builtin();
        let (mut n_rows, mut n_matchings) = (0, 0);
        for (_, pages) in recorded_files() {
            let pages: Vec<CorrectedPage> =
                pages.into_iter().map(|page| CorrectedPage::new(page, Vec::new())).collect();
            n_rows += Sheet::new(&pages).rows.len();
            let before = labels::MATCHINGS.get();
            segment(&lexicon, &pages);
            n_matchings += labels::MATCHINGS.get() - before;
        }
        assert!(n_rows > 10_000, "{n_rows} rows");
        assert!(n_matchings * 100 <= n_rows * 125, "{n_matchings} matchings of {n_rows} rows");
    }

    fn values(protocol: &Protocol) -> Vec<(&'static str, &Field<String>)> {
        let meeting = &protocol.meeting;
        let mut out = vec![
            ("municipality", &meeting.municipality),
            ("body", &meeting.body),
            ("meeting number", &meeting.meeting_number),
            ("place", &meeting.place),
        ];
        for one in &protocol.attendees {
            out.extend([("attendee", &one.name), ("role", &one.role_text), ("replaced", &one.replaces)]);
            out.extend([("organization", &one.organization), ("party", &one.party)]);
        }
        for one in &protocol.absent {
            out.extend([("absent", &one.name), ("role", &one.role_text), ("reason", &one.reason)]);
        }
        for one in &protocol.signatures {
            out.extend([("signature", &one.name), ("role", &one.role_text)]);
        }
        for item in &protocol.items {
            out.extend([("label", &item.label), ("title", &item.title), ("reference", &item.reference)]);
        }
        out.extend(protocol.adjustments.iter().map(|one| ("place", &one.place)));
        out.extend(protocol.notices.iter().flat_map(|one| [("organ", &one.organ), ("kept at", &one.kept_at)]));
        out.extend(protocol.contents.iter().map(|entry| ("contents", &entry.title)));
        out
    }

    /// Names that have no place of their own: those of an item, and those of ballots, which a list elsewhere may hold.
    fn names_in(item: &Item) -> (Vec<&String>, Vec<&String>) {
        let by = item.proposals.iter().flat_map(|proposal| &proposal.by);
        let reserved = item.reservations.iter().map(|reservation| &reservation.name);
        let ballots = item.votes.iter().flat_map(|vote| &vote.ballots).map(|ballot| &ballot.name);
        (by.chain(reserved).chain(&item.disqualified).collect(), ballots.collect())
    }

    /// Values of a file that have other letters than its pages, and how many values were held against them.
    fn held(lexicon: &Lexicon, pages: Vec<OcrPage>) -> (Vec<String>, usize) {
        let understood = pipeline::understand(lexicon, &Options::default(), pages);
        let (mut wrong, mut n_held) = (Vec::new(), 0);
        let all = without_gaps(&understood.pages.iter().map(CorrectedPage::text).collect::<String>());
        let printed = |evidence: &Evidence| {
            let of = |source: &SourceRef| {
                let page = understood.pages.iter().find(|page| page.number() == source.page);
                page.map_or("", |page| source.span.of(page.text()))
            };
            without_gaps(&evidence.sources.iter().map(of).collect::<String>())
        };
        let folded = |text: &str| without_marks(&without_gaps(text)).to_lowercase();
        for Part { protocol, .. } in &understood.parts {
            for (what, field) in values(protocol) {
                let (Some(value), Some(evidence)) = (&field.value, &field.evidence) else { continue };
                let printed = printed(evidence);
                let is_held = match evidence.state {
                    State::Read | State::Corrected => printed == without_gaps(value),
                    State::Normalised => folded(&printed).contains(&folded(value)),
                    State::Inferred | State::Manual | State::Unreadable => continue,
                };
                n_held += 1;
                if !is_held {
                    wrong.push(format!("{what} {value:?} of {printed:?}, {:?}", evidence.state));
                }
            }
            for item in &protocol.items {
                let text = without_gaps(&item.text);
                let (names, ballots) = names_in(item);
                n_held += names.len() + ballots.len();
                let lost = names.into_iter().filter(|name| !text.contains(&without_gaps(name)));
                let lost = lost.chain(ballots.into_iter().filter(|name| !all.contains(&without_gaps(name))));
                wrong.extend(lost.map(|name| format!("{name:?} is not in the text")));
            }
        }
        // Nothing is left to ask for.
        let left = understood.parts.iter().flat_map(|part| &part.respellings);
        wrong.extend(left.map(|one| format!("{one:?}")));
        (wrong, n_held)
    }

    /// Spelling is the correction's: values have the letters of their pages, but for what is normalised and for hyphens
    /// and blanks.
    #[test]
    fn values_have_the_letters_of_their_pages() {
        let lexicon = Lexicon::builtin();
        let of_file = |(case, pages)| {
            let (wrong, n_held) = held(&lexicon, pages);
            (wrong.into_iter().map(|what| format!("{case}: {what}")).collect::<Vec<_>>(), n_held)
        };
        let all: Vec<(Vec<String>, usize)> = recorded_files().into_par_iter().map(of_file).collect();
        let wrong: Vec<&str> = all.iter().flat_map(|(wrong, _)| wrong).map(String::as_str).collect();
        let n_held: usize = all.iter().map(|(_, n_held)| n_held).sum();
        assert!(wrong.is_empty(), "{} of {n_held}:\n{}", wrong.len(), wrong.join("\n"));
        assert!(n_held > 6_000, "{n_held} values");
    }
}
