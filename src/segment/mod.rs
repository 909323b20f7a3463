//! Segmentation: corrected pages in, what the protocol says out. Pure: no files, no clock, no panic on any input.
//!
//! A first pass gives every row of the document one zone ([`zones`]): running head and foot, form,
//! contents, item, signatures, notice, annex. A small parser per zone then reads what stands there,
//! and the parts are checked against each other. Recognition and spelling are left to the stages
//! before, the form of the output to `emit`.

mod attendance_prose;
pub mod attendees;
mod categories;
mod chain;
pub mod checks;
pub mod contents;
pub mod dates;
pub mod decisions;
mod entries;
pub mod flow;
pub mod form;
mod furniture;
mod headings;
mod ink;
pub mod items;
pub mod kind;
pub mod labels;
pub mod meeting;
pub mod missing;
pub mod names;
pub mod notices;
pub mod numbers;
pub mod paragraphs;
pub mod particulars;
mod parties;
pub mod parts;
pub mod people;
pub mod persons;
mod place_time;
pub mod presence;
mod references;
pub mod review;
pub mod scopes;
pub mod sections;
pub mod sheet;
pub mod signatures;
mod slots;
mod spoilt;
pub mod tables;
mod titles;
pub mod trust;
pub mod votes;
pub mod wordings;
pub mod zones;

use crate::correct::Lexicon;
use crate::error::{Warning, WarningCode};
use crate::page::CorrectedPage;
use crate::protocol::{Absent, Attendee, AttendeeRole, DocumentKind, Item, PersonId, Protocol, ReviewNote, SourceRef};
use crate::segment::flow::Flow;
use crate::segment::form::Form;
use crate::segment::labels::Label;
use crate::segment::sheet::{Piece, Sheet};
use crate::segment::signatures::Known;
use crate::segment::zones::{Zone, Zones};

/// One protocol of a file: most files hold one.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Part {
    pub protocol: Protocol,
    pub warnings: Vec<Warning>,
    pub review: Vec<ReviewNote>,
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
    let starts = parts::starts(pages);
    let ends = starts.iter().skip(1).copied().chain([pages.len()]);
    starts.iter().zip(ends).map(|(start, end)| part(lexicon, &pages[*start..end])).collect()
}

fn part(lexicon: &Lexicon, pages: &[CorrectedPage]) -> Part {
    let sheet = Sheet::new(pages);
    let zones = zones::zones(&sheet);
    let mut protocol = Protocol { pages: (pages[0].number(), pages[pages.len() - 1].number()), ..Protocol::default() };
    let mut warnings = Vec::new();
    let kind = kind::kind(&sheet, &zones);
    protocol.meeting.kind = kind;
    let form_rows = zones.rows(|zone| zone == Zone::Form);
    let form = form::read(&sheet, &form_rows);
    let mut limits = Vec::new();
    if kind == DocumentKind::Protocol {
        protocol.contents = contents::contents(&sheet, &zones.rows(|zone| zone == Zone::Contents));
        let titles: Vec<(u32, String)> =
            protocol.contents.iter().filter_map(|entry| Some((entry.number?, entry.title.value.clone()?))).collect();
        protocol.items = items::items(&sheet, &zones, &titles);
        limits = read_people(lexicon, &sheet, &zones, &form, &mut protocol, &mut warnings);
        votes::from_list(&sheet, &zones.rows(|zone| matches!(zone, Zone::Form | Zone::Annex)), &mut protocol.items);
        protocol.adjustments = notices::adjustments(
            &sheet,
            &form,
            &zones.rows(|zone| zone == Zone::Signatures),
            &zones.rows(|zone| matches!(zone, Zone::Item(_))),
        );
        let elected = elected_adjusters(&protocol);
        for one in protocol.adjustments.iter_mut().filter(|one| one.adjusters.is_empty()) {
            one.adjusters.clone_from(&elected);
        }
        persons::agree(lexicon, &mut protocol);
        protocol.notices = notices::notices(&sheet, &zones.rows(|zone| zone == Zone::Notice));
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
        read_meeting(&sheet, &zones, &form, &mut protocol);
    }
    if kind == DocumentKind::Protocol {
        presence::settle(&sheet, &zones, &limits, &mut protocol);
    }
    number_persons(&mut protocol);
    if kind == DocumentKind::Protocol {
        checks::link_contents(&mut protocol);
        trust::settle_titles(lexicon, &mut protocol);
        trust::mend_titles(lexicon, &mut protocol);
    }
    trust::weigh(lexicon, &mut protocol);
    if kind == DocumentKind::Protocol {
        warnings.extend(checks::check(&mut protocol));
    }
    let review = review::review(&protocol);
    Part { protocol, warnings, review }
}

fn read_people(
    lexicon: &Lexicon,
    sheet: &Sheet,
    zones: &Zones,
    form: &Form,
    protocol: &mut Protocol,
    warnings: &mut Vec<Warning>,
) -> Vec<presence::Limit> {
    let mut lists = attendees::lists(lexicon, sheet, form);
    if !lists.elsewhere.is_empty() && lists.attendees.is_empty() {
        // The list that the front page speaks of may be bound in after the signatures.
        let annex = form::read(sheet, &zones.rows(|zone| zone == Zone::Annex));
        let mut bound_in = attendees::lists(lexicon, sheet, &annex);
        if bound_in.attendees.is_empty() {
            bound_in = attendees::lists(lexicon, sheet, &bound_in_list(sheet, zones));
        }
        if !bound_in.attendees.is_empty() {
            lists = bound_in;
        }
    }
    let is_here =
        |block: &form::Block| !block.is_empty() && block.head.iter().any(|head| zones::is_attendance_list(&head.text));
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
    let known = known_persons(sheet, form, protocol);
    let mut rows = signature_rows(sheet, form);
    rows.extend(zones.rows(|zone| zone == Zone::Signatures));
    protocol.signatures = signatures::signatures(lexicon, sheet, &rows, &known);
    lists.limits
}

/// A list of attendance that is bound in with nothing but its title: what stands on its page below it.
fn bound_in_list(sheet: &Sheet, zones: &Zones) -> Form {
    let rows = zones.rows(|zone| zone == Zone::Annex);
    let title = rows.iter().copied().find(|at| zones::is_attendance_list(&sheet.rows[*at].text()));
    let Some(title) = title else { return Form::default() };
    let below = rows.iter().copied().filter(|at| *at > title && sheet.rows[*at].page == sheet.rows[title].page);
    let values = below.map(|at| (at, sheet.rows[at].pieces.clone())).collect();
    let head = sheet.rows[title].pieces.clone();
    let block = form::Block { label: Label::Present, head, values, row: title, inline: false };
    Form { blocks: vec![block], loose: Vec::new() }
}

/// "Sekreterare Viktor Ek": the words of one who signs and the name, with nothing between.
fn is_role_and_name(text: &str) -> bool {
    let Some((role, name)) = text.trim().split_once(' ') else { return false };
    let label = labels::label_of(role);
    matches!(label, Some(Label::Secretary | Label::Chair | Label::Adjuster)) && zones::is_name_line(name)
}

/// The rows of the front page that hold signatures: from "Underskrifter", or from the first role after
/// the lists.
fn signature_rows(sheet: &Sheet, form: &Form) -> Vec<usize> {
    let is_role = |label: Label| matches!(label, Label::Secretary | Label::Chair | Label::Adjuster | Label::AtProtocol);
    let roles = form.blocks.iter().filter(|block| is_role(block.label)).count();
    // A roll may be called on a page after the signatures.
    let after_lists = |row: usize| {
        let lists = form.blocks.iter().filter(|block| attendees::is_list(block.label));
        lists.filter(|list| sheet.rows[list.row].page == sheet.rows[row].page).all(|list| list.row < row)
    };
    // "Underskrift" among a notice's fields is whose who posted it.
    let of_notice = |block: &form::Block| {
        let posted = |other: &form::Block| {
            matches!(other.label, Label::Posted | Label::Removed | Label::KeptAt | Label::Notice)
                && other.row <= block.row
                && sheet.rows[other.row].page == sheet.rows[block.row].page
        };
        form.blocks.iter().any(posted)
    };
    let signs = form.with(Label::Signatures).find(|block| !of_notice(block));
    let start = signs.map(|block| block.row).or_else(|| {
        let mut after = form.blocks.iter().filter(|block| is_role(block.label) && after_lists(block.row));
        let first = after.next()?;
        // Ink may hide the other roles of a row, where the names below are readable.
        let in_row = |(_, pieces): &(usize, Vec<Piece>)| {
            pieces.iter().filter(|piece| zones::is_name_line(&piece.text)).count() >= 2
        };
        (roles >= 2 || first.values.iter().any(in_row)).then_some(first.row)
    });
    // "Sekreterare Bo Ek" and "Ordförande Eva Ros", each under its line for ink.
    let in_one = || {
        let rows: Vec<usize> = form.blocks.iter().flat_map(|block| block.values.iter().map(|(row, _)| *row)).collect();
        let signs = |row: &usize| sheet.rows[*row].pieces.iter().filter(|piece| is_role_and_name(&piece.text)).count();
        let rows: Vec<usize> = rows.into_iter().filter(|row| after_lists(*row) && signs(row) > 0).collect();
        (rows.iter().map(signs).sum::<usize>() >= 2).then(|| rows.iter().copied().min()).flatten()
    };
    let start = start.or_else(in_one);
    let Some(start) = start else { return Vec::new() };
    // The names may stand over the roles.
    let labelled = |row: usize| form.blocks.iter().any(|block| block.row == row);
    let above = (start.saturating_sub(4)..start).rev().take_while(|row| {
        sheet.rows[*row].page == sheet.rows[start].page
            && !labelled(*row)
            && sheet.rows[*row].text().split_whitespace().count() <= 12
    });
    let names_only = |row: &usize| {
        sheet.rows[*row].pieces.iter().filter(|piece| zones::is_name_line(&piece.text)).count() >= 1
            && sheet.rows[*row].pieces.iter().all(|piece| piece.text.split_whitespace().count() <= 4)
    };
    // Names over two roles at least are no list.
    let heads: Vec<&Piece> = form
        .blocks
        .iter()
        .filter(|block| block.row == start && is_role(block.label))
        .flat_map(|block| &block.head)
        .collect();
    let under = |piece: &&Piece| {
        let near = 4 * sheet.metrics_at(piece.page).size;
        zones::is_name_line(&piece.text) && heads.iter().any(|head| (head.bbox.x0 - piece.bbox.x0).abs() <= near)
    };
    let of_list = |row: usize| {
        sheet.gap_above(row).is_none_or(|gap| gap < 1.3) && sheet.rows[row].pieces.iter().filter(under).count() < 2
    };
    let start = above.take(2).filter(names_only).filter(|row| !of_list(*row)).last().unwrap_or(start);
    // Another field of the form ends the signatures, except what stands beside them.
    let end = form
        .blocks
        .iter()
        .filter(|block| {
            block.row > start
                && (attendees::is_list(block.label)
                    || matches!(
                        block.label,
                        Label::Notice | Label::Contents | Label::PlaceTime | Label::Posted | Label::Removed
                    ))
        })
        .map(|block| block.row)
        .min()
        .unwrap_or(usize::MAX);
    let mut rows: Vec<usize> = form
        .blocks
        .iter()
        .flat_map(|block| std::iter::once(block.row).chain(block.values.iter().map(|(row, _)| *row)))
        .chain(form.loose.iter().map(|(row, _)| *row))
        .filter(|row| (start..end).contains(row))
        .collect();
    rows.sort_unstable();
    rows.dedup();
    rows.retain(|row| sheet.rows.get(*row).is_some());
    rows
}

/// Everyone whom lists, elections and motions name, with the chair known as such.
fn known_persons(sheet: &Sheet, form: &Form, protocol: &Protocol) -> Vec<Known> {
    let mut known: Vec<Known> = Vec::new();
    let mut add = |name: &str, role: Option<AttendeeRole>| {
        let adjusts = role == Some(AttendeeRole::Adjuster);
        let role = role.filter(|_| !adjusts);
        match known.iter_mut().find(|one| one.name == name) {
            Some(one) => {
                one.role = one.role.or(role);
                one.adjusts |= adjusts;
                one.places += 1;
            }
            None => known.push(Known { name: name.to_owned(), role, adjusts, places: 1 }),
        }
    };
    for attendee in &protocol.attendees {
        if let Some(name) = &attendee.name.value {
            add(name, attendee.role);
        }
    }
    for block in form.with(Label::AdjusterNamed) {
        let flow = sheet.flow_of_pieces(block.pieces());
        for person in people::run(&flow.text, flow.whole()) {
            add(flow.of(&person.name), Some(AttendeeRole::Adjuster));
        }
    }
    for item in protocol.items.iter().take(12) {
        named_in(item, &mut add);
    }
    known
}

/// Who was elected to adjust, as the items tell it.
fn elected_adjusters(protocol: &Protocol) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for item in protocol.items.iter().take(12) {
        named_in(item, &mut |name, role| {
            if role == Some(AttendeeRole::Adjuster) && !out.iter().any(|other| names::same_person(other, name)) {
                out.push(name.to_owned());
            }
        });
    }
    out
}

/// Who was elected to lead, write or adjust, as an item tells it.
fn named_in(item: &Item, add: &mut impl FnMut(&str, Option<AttendeeRole>)) {
    let title = labels::fold(item.title.value.as_deref().unwrap_or(""));
    for line in item.text.split('\n') {
        let folded = labels::fold(line);
        let has = |words: &[&str]| words.iter().any(|word| folded.contains(word) || title.contains(word));
        let elects = has(&["välj", "valdes", "utse", "utsåg", "föreslog", "föreslås", "anmäl", "justera", "leda"]);
        if !elects || decisions::leads(line) {
            continue;
        }
        let persons = people::run(line, 0..line.len());
        let at_once = folded.contains("omedelbar");
        let adjusts =
            !at_once && folded.contains("justera") || folded.contains("justeringsm") || title.contains("justera");
        let chair = has(&["ordförande", "leda dagens", "leda mötet", "leda stämman", "leda förhandling"])
            && !has(&["justera"])
            && !has(&["protokollförare", "sekreterare"]);
        let secretary = has(&["protokollförare", "sekreterare", "föra dagens", "föra protokoll"]);
        for (at, person) in persons.iter().enumerate() {
            // "Bo Ek anmäler Eva Ros att föra protokollet": the last named is meant.
            let last = at + 1 == persons.len();
            // "att jämte ordföranden Anna Berg justera": she is the chair.
            let role =
                if adjusts && person.role.is_none() && !line[..person.name.start].trim_end().ends_with("ordföranden") {
                    Some(AttendeeRole::Adjuster)
                } else if chair && persons.len() == 1 {
                    Some(AttendeeRole::Chair)
                } else if secretary && last {
                    Some(AttendeeRole::Secretary)
                } else {
                    None
                };
            add(&line[person.name.clone()], role);
        }
    }
}

fn read_meeting(sheet: &Sheet, zones: &Zones, form: &Form, protocol: &mut Protocol) {
    let head_rows = zones.rows(|zone| zone == Zone::Head);
    let head_form = form::read(sheet, &head_rows);
    let mut all = form.clone();
    // Fields that stand in the running head count once.
    let from_head = head_form
        .blocks
        .iter()
        .filter(|block| matches!(block.label, Label::MeetingDate | Label::Date | Label::MeetingNumber | Label::Organ))
        .take(3)
        .cloned();
    all.blocks.extend(from_head);
    let pieces = |rows: &[usize]| -> Vec<Piece> {
        rows.iter().filter_map(|at| sheet.rows.get(*at)).flat_map(|row| row.pieces.clone()).collect()
    };
    // "Protokoll nr 8" opens the title and not the form.
    let first_label = form.blocks.iter().find(|block| block.label != Label::MeetingNumber);
    let first_label = first_label.map_or(usize::MAX, |block| block.row);
    let first_item = zones.headings.first().map_or(usize::MAX, |heading| heading.row);
    let top_rows: Vec<usize> = (0..sheet.rows.len().min(16))
        .filter(|at| {
            *at < first_item
                && (*at < first_label || zones.of_row[*at] != Zone::Form)
                && !matches!(zones.of_row[*at], Zone::Contents | Zone::Item(_))
        })
        .collect();
    let mut top = pieces(&top_rows);
    let loose = form.loose.iter().filter(|(row, _)| *row < 16 && *row < first_item && !top_rows.contains(row));
    top.extend(loose.map(|(_, piece)| piece.clone()));
    let prose_rows: Vec<usize> = (0..sheet.rows.len().min(14))
        .take_while(|at| *at < first_item && !titles::is_point(&sheet.rows[*at].text()))
        .filter(|at| zones.of_row[*at] == Zone::Form)
        // Stamps stand right of where the lines begin.
        .filter(|at| {
            let row = &sheet.rows[*at];
            let metrics = sheet.metrics_at(row.page);
            row.x0() <= metrics.left + (metrics.right - metrics.left) * 6 / 10
        })
        .collect();
    let mut prose = Flow::default();
    for at in &prose_rows {
        // A field of the form ends the sentence before it.
        if !prose.text.is_empty() && labels::label_at_start(&sheet.rows[*at].pieces[0].text, false).is_some() {
            prose.glue(".");
        }
        // What stands beside the lines of a title, such as a stamp, is none of its words; an hour filled in is.
        let row = &sheet.rows[*at];
        let is_text = row.pieces[0].text.split_whitespace().count() >= 3;
        let hour_follows = labels::fold(&row.pieces[0].text).ends_with(" kl");
        let n_pieces = if is_text { 1 + usize::from(hour_follows) } else { usize::MAX };
        for piece in row.pieces.iter().take(n_pieces) {
            prose.push_line(sheet.pages, piece.page, piece.span);
        }
    }
    let lines = pieces(&prose_rows);
    let end = zones.headings.len().checked_sub(1).map(|last| {
        let mut flow = Flow::default();
        for piece in pieces(&zones.rows(|zone| zone == Zone::Item(last))) {
            flow.push_line(sheet.pages, piece.page, piece.span);
        }
        flow
    });
    let numbers = protocol
        .items
        .first()
        .zip(protocol.items.last())
        .and_then(|(first, last)| Some((first.number.value?, last.number_last.or(last.number.value)?)));
    let sources = meeting::Sources { form: &all, head: pieces(&head_rows), top, lines, prose, end, numbers };
    let kind = protocol.meeting.kind;
    protocol.meeting = meeting::meeting(sheet, &sources);
    protocol.meeting.kind = kind;
}

/// Ids in printed order, attendees and absent together.
fn number_persons(protocol: &mut Protocol) {
    enum Person<'a> {
        Attendee(&'a mut Attendee),
        Absent(&'a mut Absent),
    }
    fn place(sources: Option<&Vec<SourceRef>>) -> (u32, usize) {
        sources.and_then(|sources| sources.first()).map_or((u32::MAX, 0), |source| (source.page, source.span.start))
    }
    let mut all: Vec<((u32, usize), Person)> = Vec::new();
    for attendee in &mut protocol.attendees {
        let at = place(attendee.name.evidence.as_ref().map(|evidence| &evidence.sources));
        all.push((at, Person::Attendee(attendee)));
    }
    for absent in &mut protocol.absent {
        let at = place(absent.name.evidence.as_ref().map(|evidence| &evidence.sources));
        all.push((at, Person::Absent(absent)));
    }
    all.sort_by_key(|(at, _)| *at);
    for (id, (_, person)) in (1..).zip(all) {
        match person {
            Person::Attendee(attendee) => attendee.id = PersonId(id),
            Person::Absent(absent) => absent.id = PersonId(id),
        }
    }
}
