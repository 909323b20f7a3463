//! The meeting's fields, from all that may tell them.

use crate::protocol::Protocol;
use crate::segment::fields::form::blocks::{self, Block, Form};
use crate::segment::fields::meeting::sources::Sources;
use crate::segment::fields::meeting::{facts, heading, hours};
use crate::segment::marks::sheet::{Piece, Sheet};
use crate::segment::outline::zone::{Zone, Zones};
use crate::segment::print::flow::Flow;
use crate::segment::words::dates::{self, DateAt};
use crate::segment::words::forms::Words;
use crate::segment::words::labels::Label;
use crate::segment::words::text::fold;

/// What stands before an hour.
static CLOCKS: Words = Words::new("meetings.clocks");

/// Gathers the rows that may tell of the meeting, and reads its fields from them.
pub fn read_meeting(sheet: &Sheet, zones: &Zones, form: &Form, protocol: &mut Protocol) {
    let head_rows = zones.rows(|zone| zone == Zone::Head);
    let head_form = blocks::read(sheet, &head_rows);
    let mut all = form.clone();
    // Fields that stand in the running head count once.
    let from_head = head_form
        .blocks
        .iter()
        .filter(|block| matches!(block.label, Label::MeetingDate | Label::Date | Label::MeetingNumber | Label::Organ))
        .take(3)
        .cloned();
    all.blocks.extend(from_head);
    all.blocks.extend(under_first_heading(sheet, zones, form));
    let pieces = |rows: &[usize]| -> Vec<Piece> {
        rows.iter().filter_map(|at| sheet.rows.get(*at)).flat_map(|row| row.pieces.clone()).collect()
    };
    // "Protokoll nr 8" and "KOMMUN" open the title and not the form.
    let first_label =
        form.blocks.iter().find(|block| !matches!(block.label, Label::MeetingNumber | Label::Municipality));
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
    let text_begins = heading::end_of_titles(sheet, zones);
    let prose_rows: Vec<usize> = (0..sheet.rows.len().min(14))
        .take_while(|at| *at < text_begins)
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
        if !prose.text.is_empty() && sheet.rows[*at].pieces[0].mark.label_at_start().is_some() {
            prose.glue(".");
        }
        // What stands beside the lines of a title, such as a stamp, is none of its words; an hour filled in is.
        let row = &sheet.rows[*at];
        let is_text = row.pieces[0].text.split_whitespace().count() >= 3;
        let hour_follows = fold(&row.pieces[0].text).rsplit_once(' ').is_some_and(|(_, last)| CLOCKS.has(last));
        let n_pieces = if is_text { 1 + usize::from(hour_follows) } else { usize::MAX };
        for piece in row.pieces.iter().take(n_pieces) {
            prose.push_line(sheet.pages, piece.page, piece.span);
        }
    }
    let lines = pieces(&prose_rows);
    let numbers = protocol
        .items
        .first()
        .zip(protocol.items.last())
        .and_then(|(first, last)| Some((first.number.value?, last.number_last.or(last.number.value)?)));
    let end = zones
        .headings
        .len()
        .checked_sub(1)
        .map(|last| sheet.flow_of_pieces(&pieces(&zones.rows(|zone| zone == Zone::Item(last)))));
    // Days that stand by themselves near the title, whatever label stands above them.
    let lone_days = (0..sheet.rows.len().min(16).min(text_begins))
        .filter(|at| matches!(zones.of_row[*at], Zone::Form | Zone::Head) && !is_owned(form, *at))
        .flat_map(|at| sheet.rows[at].pieces.iter().filter(|piece| is_day(piece)).cloned())
        .collect();
    let (opened, closed) = hours::opened_and_closed(sheet, zones);
    let titles = heading::titles(sheet, zones);
    let sources = Sources {
        form: &all,
        head: pieces(&head_rows),
        top,
        lines,
        titles,
        lone_days,
        prose,
        end,
        opened,
        closed,
        numbers,
    };
    let kind = protocol.meeting.kind;
    protocol.meeting = facts::meeting(sheet, &sources);
    protocol.meeting.kind = kind;
    if protocol.meeting.adjournments.is_empty() {
        protocol.meeting.adjournments = hours::pauses(sheet, zones);
    }
}

/// Rows of the first item in which the meeting's own fields are looked for.
const UNDER_HEADING: usize = 8;

/// "Tid och plats: kl. 8.15–8.40, Rådhuset" under the heading of a decision that is printed by itself.
fn under_first_heading(sheet: &Sheet, zones: &Zones, form: &Form) -> Vec<Block> {
    if form.blocks.iter().any(|block| matches!(block.label, Label::PlaceTime | Label::Place | Label::Time)) {
        return Vec::new();
    }
    let mut rows = zones.rows(|zone| zone == Zone::Item(0));
    rows.truncate(UNDER_HEADING);
    rows.retain(|at| {
        let label = sheet.rows[*at].pieces.first().and_then(|piece| piece.mark.label_at_start());
        sheet.rows[*at].page == 0 && matches!(label, Some((Label::PlaceTime, _)))
    });
    blocks::read(sheet, &rows).blocks
}

/// "2013-01-08", "tisdagen den 8 januari 2013", "20130108": nothing but a day.
fn is_day(piece: &Piece) -> bool {
    let [at] = piece.mark.dates() else {
        let is_whole = |at: DateAt| at.range == (0..piece.text.len()) && !at.is_short;
        return dates::torn_date(&piece.text).is_some() || dates::short_date(&piece.text).is_some_and(is_whole);
    };
    let rest: String = [&piece.text[..at.range.start], &piece.text[at.range.end..]].concat();
    fold(&rest).split_whitespace().all(dates::is_weekday)
}

/// Whether a row belongs to a field that tells another day than the meeting's.
fn is_owned(form: &Form, row: usize) -> bool {
    form.blocks.iter().any(|block| {
        let tells_another = matches!(
            block.label,
            Label::AdjustDate
                | Label::AdjustPlaceTime
                | Label::Adjusted
                | Label::Notice
                | Label::Posted
                | Label::Removed
        );
        tells_another && block.values.iter().any(|(at, _)| *at == row)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::protocol::DocumentKind;
    use crate::segment::outline::zones::zones;
    use jiff::civil::{date, time};

    fn read(text: &str) -> Protocol {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let zones = zones(&sheet);
        let form = blocks::read(&sheet, &zones.rows(|zone| zone == Zone::Form));
        let mut protocol = Protocol::default();
        protocol.meeting.kind = DocumentKind::Notice;
        read_meeting(&sheet, &zones, &form, &mut protocol);
        protocol
    }

    #[test]
    fn a_title_in_prose_and_the_last_item() {
        let meeting = read(
            "Protokoll fört vid sammanträde med byrådet den 4 maj 1962 kl. 19.00 i Storby skola\n\
             § 1\tVal av justerare\nTill justerare valdes Bo Ek.\n\
             § 2\tAvslutning\nMötet avslutades kl. 9.15 e. m.\n\
             Vid protokollet:\nEva Lund\n",
        )
        .meeting;
        assert_eq!(meeting.body.value.as_deref(), Some("Byrådet"));
        assert_eq!(meeting.date.value, Some(date(1962, 5, 4)));
        assert_eq!(meeting.place.value.as_deref(), Some("Storby skola"));
        assert_eq!(meeting.start_time.value, Some(time(19, 0, 0, 0)));
        assert_eq!(meeting.end_time.value, Some(time(21, 15, 0, 0)));
        assert_eq!(meeting.kind, DocumentKind::Notice, "what the document is was told before");
    }

    #[test]
    fn a_form_with_labels() {
        let meeting = read(
            "Storby kommun\nSocialnämnden\nSAMMANTRÄDESPROTOKOLL\nSammanträdesdatum: 2019-04-09\n\
             Plats och tid: Kommunhuset, stora salen, kl. 08.30–14.20\nAjournering: kl. 10.00-10.20\n\
             § 1\tDagordning\nDen godkänns.\n",
        )
        .meeting;
        assert_eq!(meeting.body.value.as_deref(), Some("Socialnämnden"));
        assert_eq!(meeting.municipality.value.as_deref(), Some("Storby kommun"));
        assert_eq!(meeting.date.value, Some(date(2019, 4, 9)));
        assert_eq!(meeting.place.value.as_deref(), Some("Kommunhuset, stora salen"));
        assert_eq!(meeting.end_time.value, Some(time(14, 20, 0, 0)));
        assert_eq!(meeting.adjournments, [(Some(time(10, 0, 0, 0)), Some(time(10, 20, 0, 0)))]);
    }

    /// Body, day, place and hours as a text tells them.
    fn facts(text: &str) -> [String; 5] {
        let meeting = read(text).meeting;
        let hour = |time: Option<jiff::civil::Time>| time.map(|time| time.to_string()).unwrap_or_default();
        [
            meeting.body.value.unwrap_or_default(),
            meeting.date.value.map(|date| date.to_string()).unwrap_or_default(),
            meeting.place.value.unwrap_or_default(),
            hour(meeting.start_time.value),
            hour(meeting.end_time.value),
        ]
    }

    const ITEMS: &str = "\nNärvarande: Anna Berg, Bo Ek\n§ 1 Öppnande\nAnna Berg öppnade mötet.\n\
                         § 2 Avslutning\nAnna Berg avslutade mötet.\n";

    #[test]
    fn every_statement_counts() {
        let cases = [
            (
                "BRF LINDEN\nStämmoprotokoll 2018\nOrdinarie föreningsstämma 2018 i HSB:s bostadsrättsförening Linden i Storby.\n\
                 Plats: Lokalen\nTid: Torsdagen den 5 juli kl. 19.00-20.00",
                ["HSB:s bostadsrättsförening Linden i Storby", "2018-07-05", "Lokalen", "19:00:00", "20:00:00"],
            ),
            (
                "Lillby      Lillby 2011-03-26\nProtokoll från möte 2011-03-26, med deltagarna i Lillby Vägsamfällighet.",
                ["Lillby Vägsamfällighet", "2011-03-26", "Lillby", "", ""],
            ),
            (
                "Nämnd: Bildningsnämnden\nMötestid 4.3.2021 kl. 18.00 - 20.35\nMötesplats Kommungården",
                ["Bildningsnämnden", "2021-03-04", "Kommungården", "18:00:00", "20:35:00"],
            ),
            (
                "Kammarkören Näktergalen\nProtokoll vid årsmöte den 2 september 2009",
                ["Kammarkören Näktergalen", "2009-09-02", "", "", ""],
            ),
            (
                "Extra årsmöte Storby IK Fotboll\n2021-03-04\nKlubbstugan kl. 18",
                ["Storby IK Fotboll", "2021-03-04", "Klubbstugan", "18:00:00", ""],
            ),
            (
                "Barn- och\nungdomsnämnden\nProtokoll\n2021-03-04\nPlats och tid: Stadshuset, klockan 18:00 - 21:10",
                ["Barn- och ungdomsnämnden", "2021-03-04", "Stadshuset", "18:00:00", "21:10:00"],
            ),
            (
                "Styrelsemöte Lillby IF\n240417 kl 18-20, klubbstugan",
                ["Lillby IF", "2024-04-17", "klubbstugan", "18:00:00", "20:00:00"],
            ),
            (
                "Lillby simsällskap\nÅrsmöte 2024\nOnsdagen den 17 april kl 18.00 i simhallens cafeteria",
                ["Lillby simsällskap", "2024-04-17", "simhallens cafeteria", "18:00:00", ""],
            ),
            (
                "Lillby byalag\nProtokoll från styrelsemöte\nDatum: 17/4 -14\nVar: Hemma hos Eva\nTid: 19–21",
                ["Lillby byalag", "2014-04-17", "Hemma hos Eva", "19:00:00", "21:00:00"],
            ),
            (
                "Protokoll 2018\nLillby båtklubb, styrelsemöte\nTid: Tisdag 17/4 kl. 18-20.30\nPlats: Kårhuset",
                ["Lillby båtklubb", "2018-04-17", "Kårhuset", "18:00:00", "20:30:00"],
            ),
            (
                "PROTOKOLL\nfört vid årsmöte med Lillby hembygdsförening i\nPrästgårdsladan, Lillby, lördagen den 25 maj 1974 kl 15.00.",
                ["Lillby hembygdsförening", "1974-05-25", "Prästgårdsladan, Lillby", "15:00:00", ""],
            ),
            (
                "Granby GA:4 samfällighetsförening\nProtokoll årsstämma\nSöndagen den 31 mars 2019, kl 14-16, Granby bygdegård",
                ["Granby GA:4 samfällighetsförening", "2019-03-31", "Granby bygdegård", "14:00:00", "16:00:00"],
            ),
            (
                "Styrelsemöte hos Eva Lund 2014-05-06\nLillby byalag",
                ["Lillby byalag", "2014-05-06", "hos Eva Lund", "", ""],
            ),
        ];
        for (title, expected) in cases {
            assert_eq!(facts(&format!("{title}{ITEMS}")), expected, "{title}");
        }
    }

    #[test]
    fn fields_under_the_heading_of_a_decision() {
        let meeting = read(
            "Storby kommun\nKommunstyrelsens arbetsutskott\nBESLUTSPROTOKOLL\n2020-03-19\n§ 12 Om besök\n\
             Tid och plats: kl. 08.15–08.40, distansmöte\nBeslut\nBesök tillåts.\n",
        )
        .meeting;
        assert_eq!(meeting.place.value.as_deref(), Some("distansmöte"));
        assert_eq!(meeting.start_time.value, Some(time(8, 15, 0, 0)));
        assert_eq!(meeting.end_time.value, Some(time(8, 40, 0, 0)));
    }

    #[test]
    fn hours_and_days_of_the_items() {
        let text = "Styrelsemöte - Lyktan Sverige\nSekreterare: Eva Lund\n2013-01-08\n\
                    1 Mötets öppnande\nMötet förklarades öppnat 16:00.\n\
                    2 Kommande möten\nStyrelsen beslutade att ha möte varannan tisdag 20:00 - 21:00 från 2013-01-21.\n\
                    3 Mötets avslutande\nMötet avslutades 16:30.\n";
        assert_eq!(facts(text), ["Lyktan Sverige", "2013-01-08", "", "16:00:00", "16:30:00"]);
    }

    #[test]
    fn nothing_told_is_nothing_read() {
        let meeting = read("");
        assert!(!meeting.meeting.date.is_some() && !meeting.meeting.body.is_some() && !meeting.meeting.place.is_some());
    }
}
