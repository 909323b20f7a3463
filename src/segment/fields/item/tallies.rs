//! Results of votes as sentences and little tables tell them: "8 ja-röster mot 3 nej-röster", "med 12 röster mot 5", a row
//! "Ja 39" over a row "Nej 6".

use crate::segment::print::flow::Flow;
use crate::segment::words::forms;
use crate::segment::words::pattern::compile;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// The numbers that are written in words, from none on: `votes.count_0` and so on.
const COUNTS_IN_WORDS: u32 = 31;

static YES_NO: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(\d{1,3}|{=votes.count_*})\s+(?:st\s+)?(?:{=votes.yes}|{=votes.approval})(?:-?\s?{=votes.ballots}\w*)?\b[^.]{0,90}?\b(?:{=votes.joins}|,)\s+(\d{1,3}|{=votes.count_*})\s+(?:st\s+)?(?:{=votes.no}|{=votes.refusal})(?:-?\s?{=votes.ballots}\w*)?\b",
    )
});
static LABELLED: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b{=votes.yes}(?:-?{=votes.ballots})?\s*[:=]?\s*(\d{1,3})(?:\s*st\.?)?\s*[,;.]?\s*(?:och\s+)?{=votes.no}(?:-?{=votes.ballots})?\s*[:=]?\s*(\d{1,3})(?:\s*st\.?)?",
    )
});
static ABSTAIN: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(\d{1,3}|{=votes.count_*})\s+(?:st\s+)?(?:{=votes.voters}|{=votes.ballots})?\s*(?:som\s+)?{=votes.abstaining_verbs}",
    )
});
/// "En sedel var blank", "2 blanka"
static BLANK: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(\d{1,3}|{=votes.count_*})\s+(?:(?:{=votes.slips}|{=votes.ballots})\s+)?(?:{=votes.copulas}\s+|{=votes.voters}\s+)*(?:{=votes.voting_verbs}\s+)?{=votes.blank}\b",
    )
});
static ABSTAIN_LABELLED: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(?i)\b{=votes.abstaining_verbs}\s*[:=]?\s*(\d{1,3})\b"));
static FOR_AGAINST: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(\d{1,3}|{=votes.count_*})\s+(?:{=votes.ballots}|{=votes.voters}\s+{=votes.voting_verbs})\s+(?:{=votes.casting_verbs}\s+)?{=votes.pro}\b[^.]{0,90}?\b(\d{1,3}|{=votes.count_*})\s+(?:{=votes.ballots}\s+)?(?:{=votes.pro}|{=votes.contra})\b",
    )
});
/// "röstade 2 för herr Eks yrkande och 3 för herr Ros", "4 ledamöter för det ena och 2 för det andra"
static FOR_EACH: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)(?:\b(?:{=votes.voting_verbs}|{=votes.casting_verbs})\s+(\d{1,3}|{=votes.count_*})|\b(\d{1,3}|{=votes.count_*})\s+{=votes.voters})\s+{=votes.pro}\b[^.]{2,80}?\b{=votes.joins}\s+(\d{1,3}|{=votes.count_*})\s+(?:{=votes.pro}|{=votes.contra})\b",
    )
});
/// "för bifall avgåvos 14 röster och för uppskov 9 röster", "för motionen avgavs 12 röster och mot den 17"
static CAST: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b{=votes.pro}\s[^.]{2,50}?\b(?:{=votes.casting_verbs}|{=votes.voting_verbs})\s+(\d{1,3}|{=votes.count_*})\b[^.]{0,12}?,?\s+(?:{=votes.joins})\s+(?:{=votes.pro}|{=votes.contra})\s[^.]{2,50}?\b(\d{1,3}|{=votes.count_*})\b",
    )
});
/// "med 4 röster mot 2"
static AGAINST: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(\d{1,3}|{=votes.count_*})\s+{=votes.ballots}\s+(?:{=votes.contra}|och|-)\s+(\d{1,3}|{=votes.count_*})\b",
    )
});
/// "8 ledamöter röstar ja och 3 ledamöter röstar nej", "8 röstade för bifall, 3 för avslag"
static VOTED: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(\d{1,3}|{=votes.count_*})\s+(?:{=votes.voters}\s+)?{=votes.voting_verbs}\s+{=votes.ways_yes}\b[^.]{0,80}?\b(?:{=votes.joins}|,)\s*(\d{1,3}|{=votes.count_*})\s+(?:{=votes.voters}\s+)?(?:{=votes.voting_verbs}\s+)?{=votes.ways_no}\b",
    )
});
/// "fick motionen 7 röster och styrelsens förslag 3"
static GOT: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b{=votes.receiving_verbs}\b[^.]{0,40}?\b(\d{1,3}|{=votes.count_*})\s+{=votes.ballots}(?:\s+{=votes.joins}|,)\s[^.]{2,50}?\b(\d{1,3}|{=votes.count_*})\b",
    )
});
/// "67 av 69 poströstande godkände förslaget": who did otherwise is not told.
static SHARE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(\d{1,4}|{=votes.count_*})\s+av\s+(?:de\s+)?(?:\d{1,4}|{=votes.count_*})\s+(?:[\p{L}-]+\s+)?[\p{L}-]*{=votes.those_voting}\b[^.;]{0,40}?\b{=votes.supporting_verbs}\b",
    )
});
/// "83 poströster av 88 godkände förslaget"
static SHARE_OF_BALLOTS: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(\d{1,4}|{=votes.count_*})\s+[\p{L}-]*{=votes.ballots}\s+av\s+(?:de\s+)?(?:\d{1,4}|{=votes.count_*})\b[^.;]{0,40}?\b{=votes.supporting_verbs}\b",
    )
});
/// "3 röster på Eva Alm och 6 på Bo Ek"
static ON_EACH: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(\d{1,3}|{=votes.count_*})\s+{=votes.ballots}\s+{=votes.cast_on}\s[^.\d]{2,60}?(?:\s{=votes.joins}|,)\s+(\d{1,3}|{=votes.count_*})\s+(?:{=votes.ballots}\s+)?(?:{=votes.cast_on}|{=votes.contra})\s",
    )
});
/// "Eva Alm 14 röster och Bo Ek 9 röster": two, and only beside a word for the vote.
static OF_TWO: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?:^|[^\d\p{L}])\p{Lu}[\p{L}-]+\s+(\d{1,3})\s+{=votes.ballots}\s*(?:\s{=votes.joins}|,)\s+(?:\p{Lu}[\p{L}-]+\s+){1,3}(\d{1,3})(?:\s+{=votes.ballots})?\s*(?:[.;)]|$)",
    )
});
/// "2/3/1 röster för/emot/blankt"
static STROKES: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(\d{1,4})\s?/\s?(\d{1,4})(?:\s?/\s?(\d{1,4}))?\s+{=votes.ballots}\s+{=votes.pro}\s?/\s?{=votes.contra}(?:\s?/\s?(?:{=votes.blank}t?|{=votes.abstaining_verbs}))?",
    )
});
/// "avgavs för valberedningens förslag 4 206 250 röster och för herr Eks förslag 39 100 röster"
static CAST_FOR: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(?:{=votes.casting_verbs}|{=votes.voting_verbs})\s+{=votes.pro}\s[^.:\d]{2,60}?\s(\d{1,3}(?:[ .]\d{3})+|\d{1,4}|{=votes.count_*})\s+{=votes.ballots}(?:\s+{=votes.joins}|,)\s(?:{=votes.pro}|{=votes.contra})\s[^.:\d]{2,60}?\s(\d{1,3}(?:[ .]\d{3})+|\d{1,4}|{=votes.count_*})\b",
    )
});
/// "biträddes styrelsens förslag av 27, medan 11 röstade för herr Eks yrkande"
static BACKED: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b{=votes.backed}\s[^.]{0,60}?\bav\s+(\d{1,3}|{=votes.count_*})\b[^.]{0,30}?(?:{=votes.joins}|,)\s(?:[^.]{2,50}?\s)?(\d{1,3}|{=votes.count_*})\b\s*(?:{=votes.voters}\s+)?(?:{=votes.voting_verbs}|{=votes.contra}|{=votes.pro}|[.,])",
    )
});
/// "Röstsiffrorna blev 12–5"
static FIGURES: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"(?i)\b{=votes.figures}\s*:?\s*(?:\p{L}+\s+)?(\d{1,3})\s*(?:-|–|{=votes.contra})\s*(\d{1,3})\b")
});
/// "21 för propositionen, 16 för Evas yrkande", "8 röstat för motionen och 17 för styrelsens förslag": only beside a word
/// for the vote.
static FOR_EITHER: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)\b(\d{1,3}|{=votes.count_*})\s+(?:st\s+|{=votes.voters}\s+|{=votes.ballots}\s+)?(?:{=votes.voting_verbs}\s+)?{=votes.pro}\b[^.]{0,80}?(?:\b{=votes.joins}|,)\s+(\d{1,3}|{=votes.count_*})\s+(?:st\s+|{=votes.voters}\s+|{=votes.ballots}\s+)?(?:{=votes.voting_verbs}\s+)?(?:{=votes.pro}|{=votes.contra})\b",
    )
});
static POLLED: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(?i)\b(?:\p{L}*{=votes.polls}\p{L}*|{=votes.voting_verbs}|{=votes.shows_of_hands})\b"));
static BALLOTS: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\b\d{1,3}\s+{=votes.ballots}\b"));
/// "13 röster för", "1 röst emot förslag 2", "3 blanka": a row of a list.
static COUNTED_ROW: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)(?:^|\s)(?P<n>\d{1,4})\s+(?:{=votes.ballots}\s+(?:(?P<yes>{=votes.pro})|(?P<no>{=votes.contra})|(?P<none>{=votes.blank}t?))|(?P<blank>{=votes.blank}|{=votes.abstaining_verbs}))(?P<what>,?\s[^.:;]{1,40})?\.?$",
    )
});
/// "Ja 39", "Nej-röster: 6", "Avstår 2 st": a row of a little table.
static ROW: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)^(?:(?:antal|summa)\s+)?(?:(?P<yes>{=votes.yes}|{=votes.approval}|{=votes.pro})|(?P<no>{=votes.no}|{=votes.refusal}|{=votes.contra})|(?P<none>{=votes.abstaining_verbs}|{=votes.blank}t?))(?:-?\s?{=votes.ballots})?\s*[:=]?\s*(?P<n>\d{1,4})(?:\s*st\.?|\s+{=votes.ballots})?\.?$",
    )
});

pub fn count_of(text: &str) -> Option<u32> {
    let lower = text.to_lowercase();
    let means = |n: &u32| forms::of(&format!("votes.count_{n}")).contains(&lower);
    let figures: String = lower.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
    figures.parse().ok().or_else(|| (0..COUNTS_IN_WORDS).find(means))
}

/// Yes, no, and where the result ends in the text.
pub fn result(text: &str) -> Option<(u32, u32, usize)> {
    let read = |found: Captures| {
        let mut counts = found.iter().skip(1).flatten();
        Some((count_of(counts.next()?.as_str())?, count_of(counts.next()?.as_str())?, found.get(0)?.end()))
    };
    YES_NO
        .captures(text)
        .and_then(read)
        .or_else(|| LABELLED.captures(text).and_then(read))
        .or_else(|| FOR_AGAINST.captures(text).and_then(read))
        .or_else(|| FOR_EACH.captures(text).and_then(read))
        .or_else(|| CAST.captures(text).and_then(read))
        .or_else(|| GOT.captures(text).and_then(read))
        .or_else(|| AGAINST.captures(text).and_then(read))
        .or_else(|| VOTED.captures(text).and_then(read))
        .or_else(|| CAST_FOR.captures(text).and_then(read))
        .or_else(|| BACKED.captures(text).and_then(read))
        .or_else(|| FIGURES.captures(text).and_then(read))
        .or_else(|| ON_EACH.captures(text).and_then(read))
        .or_else(|| OF_TWO.captures(text).filter(|_| POLLED.is_match(text) && is_of_two(text)).and_then(read))
        .or_else(|| FOR_EITHER.captures(text).filter(|_| POLLED.is_match(text)).and_then(read))
}

/// Three results tell of three persons, and who is for and who against of none.
fn is_of_two(text: &str) -> bool {
    BALLOTS.find_iter(text).count() <= 2
}

/// "Ja: 12, Nej: 4"
pub fn is_labelled(text: &str) -> bool {
    LABELLED.is_match(text)
}

/// How many of all were for it, wherever a text tells that.
pub fn shares(text: &str) -> impl Iterator<Item = u32> {
    SHARE.captures_iter(text).chain(SHARE_OF_BALLOTS.captures_iter(text)).filter_map(|found| count_of(&found[1]))
}

pub fn abstentions(text: &str) -> Option<u32> {
    let found = ABSTAIN.captures(text).or_else(|| ABSTAIN_LABELLED.captures(text)).or_else(|| BLANK.captures(text))?;
    count_of(&found[1])
}

/// Yes, no and abstentions where a text tells them in one stroke: "2/3/1 röster för/emot/blankt".
pub fn strokes(text: &str) -> impl Iterator<Item = [Option<u32>; 3]> {
    STROKES
        .captures_iter(text)
        .map(|found| [1, 2, 3].map(|n| found.get(n).and_then(|figures| count_of(figures.as_str()))))
}

/// Rows in which the parts of one result may stand.
const NEAR: usize = 4;

/// The results that rows of little tables tell: a row for yes, one for no and perhaps one for those who abstained.
pub fn of_rows<'f>(flows: impl Iterator<Item = &'f Flow>) -> Vec<[Option<u32>; 3]> {
    let mut out: Vec<[Option<u32>; 3]> = Vec::new();
    let mut open: Option<(usize, [Option<u32>; 3])> = None;
    let mut close = |open: &mut Option<(usize, [Option<u32>; 3])>| {
        out.extend(open.take().map(|(_, counts)| counts).filter(|counts| counts[0].is_some() && counts[1].is_some()));
    };
    for (at, flow) in flows.enumerate() {
        let text = flow.text.trim();
        let Some(found) = ROW.captures(text).or_else(|| counted_row(text)) else { continue };
        let place = ["yes", "no", "none"].iter().position(|name| found.name(name).is_some()).unwrap_or(2);
        // "1 röst för förslag 2" under "13 röster för förslag 1".
        let is_rival = |(_, counts): &(usize, [Option<u32>; 3])| counts[0].is_some() && counts[1].is_none();
        let names_what = found.name("what").is_some();
        let place = if place == 0 && names_what && open.as_ref().is_some_and(is_rival) { 1 } else { place };
        let is_next = |(last, counts): &(usize, [Option<u32>; 3])| at - last <= NEAR && counts[place].is_none();
        if !open.as_ref().is_some_and(is_next) {
            close(&mut open);
        }
        let (last, counts) = open.get_or_insert((at, [None; 3]));
        *last = at;
        counts[place] = count_of(&found["n"]);
    }
    close(&mut open);
    out
}

/// A row of a list of results; the first may end the paragraph that asks for them.
fn counted_row(text: &str) -> Option<Captures<'_>> {
    // Few paragraphs end so.
    text.contains(|c: char| c.is_ascii_digit()).then(|| COUNTED_ROW.captures(text))?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{CorrectedPage, OcrPage};
    use crate::segment::marks::sheet::Sheet;

    #[test]
    fn results_in_many_wordings() {
        let cases = [
            ("Med 7 ja-röster mot 2 nej-röster bifaller nämnden yrkandet.", (7, 2)),
            ("varvid avgåvos 6 ja och 3 nej.", (6, 3)),
            ("Omröstningen gav 10 ja-röster och 1 nej-röst.", (10, 1)),
            ("avgåvos 15 ja-röster för bifall till kammarens förslag och 9 nej-röster för herr Eks yrkande.", (15, 9)),
            ("Ja: 12, Nej: 4", (12, 4)),
            ("Ja-röster: 8. Nej-röster: 3.", (8, 3)),
            ("varvid för bifall avgåvos 14 röster och för uppskov 9 röster.", (14, 9)),
            ("Vid omröstning erhöll herr Walls yrkande 4 röster och herr Hedmans yrkande 3 röster.", (4, 3)),
            ("röstade 2 för herr Eks yrkande och 3 för herr Ros yrkande.", (2, 3)),
            ("Därvid röstade 4 ledamöter för herr Eks yrkande och 2 för det av herr Ros framställda.", (4, 2)),
            ("8 ledamöter röstar ja och 3 ledamöter röstar nej.", (8, 3)),
            ("Efter omröstning antas förslaget med 4 röster mot 2.", (4, 2)),
            ("För motionen avgavs 12 röster och mot motionen 17, två röstsedlar var blanka.", (12, 17)),
            (
                "Därvid avgavs för styrelsens förslag 4 206 250 röster och för herr Eks förslag 39 100 röster.",
                (4_206_250, 39_100),
            ),
            ("Vid omröstning biträddes styrelsens förslag av 27, medan 11 röstade för fru Eks yrkande.", (27, 11)),
            ("Votering begärdes: 21 för propositionen, 16 för Evas yrkande, 3 nedlagda.", (21, 16)),
            ("Efter votering fann ordföranden att 8 röstat för motionen och 17 för styrelsens förslag.", (8, 17)),
            ("Röstsiffrorna blev 12–5.", (12, 5)),
            ("Vid omröstningen fick Lillby 15 röster och Storby 6.", (15, 6)),
            ("Omröstning: tjugo för, sexton emot.", (20, 16)),
            ("För rådets förslag avges 11 röster och för Eva Alms yrkande 1 röst.", (11, 1)),
            ("Sluten omröstning utföll med 3 röster på Eva och 6 på Bo.", (3, 6)),
            ("Efter sluten omröstning hade Alm fått 5 röster och Ek 3.", (5, 3)),
            ("Omröstning: Eva Alm 14 röster, Bo Ek 9 röster.", (14, 9)),
            ("Tolv röstade för förslaget, ingen emot.", (12, 0)),
            ("Vid handuppräckning avgavs 14 röster för och 19 röster mot förslaget.", (14, 19)),
        ];
        for (text, expected) in cases {
            assert_eq!(result(text).map(|(yes, no, _)| (yes, no)), Some(expected), "{text}");
        }
        assert_eq!(result("Biljetten kostar 40 kr för vuxna, 20 för barn."), None);
        assert_eq!(result("Rösträkning begärs. Eva Alm 30 röster, Bo Ek 29 röster och Per Bo 12 röster."), None);
        assert_eq!(abstentions("Fyra röstade blankt."), Some(4));
        assert_eq!(abstentions("två röstsedlar var blanka"), Some(2));
        assert_eq!(result("De två stora bolagen och tre små."), None);
        assert_eq!(abstentions("medan 2 ledamöter avstår, bifaller"), Some(2));
    }

    #[test]
    fn those_for_it_of_all() {
        let of = |text: &str| shares(text).collect::<Vec<_>>();
        assert_eq!(of("Stämman beviljade ansvarsfrihet (31 av 32 poströster godkände förslaget)."), [31]);
        assert_eq!(of("Tolv av 14 närvarande medlemmar röstade för motionen."), [12]);
        assert_eq!(of("Alm valdes (27 poströster av 29 godkände förslaget)."), [27]);
        assert!(of("Av 40 medlemmar var 31 av 32 röstberättigade närvarande.").is_empty());
    }

    #[test]
    fn rows_of_little_tables() {
        let read = |text: &str| {
            let pages = [CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
            let sheet = Sheet::new(&pages);
            let flows: Vec<Flow> = sheet.rows.iter().map(|row| sheet.flow_of_row(row)).collect();
            of_rows(flows.iter())
        };
        assert_eq!(read("Alternativ\tAntal\nJa\t39\nNej\t6\nAvstår\t2\nSlut."), [[Some(39), Some(6), Some(2)]]);
        assert_eq!(read("Ja-röster: 8\nNej-röster: 3"), [[Some(8), Some(3), None]]);
        assert_eq!(read("Ja 8\nNej 3\nJa 2\nNej 9"), [[Some(8), Some(3), None], [Some(2), Some(9), None]]);
        assert!(read("Ja 8\nDet är allt.").is_empty());
        assert_eq!(read("Byt ord i § 3\n13 röster för\n1 röst emot\n2 blanka"), [[Some(13), Some(1), Some(2)]]);
        assert_eq!(read("13 röster för förslag 1\n1 röst för förslag 2"), [[Some(13), Some(1), None]]);
    }

    #[test]
    fn numbers_in_words() {
        let counts = ["noll", "ett", "en", "Femton", "12"].map(count_of);
        assert_eq!(counts, [Some(0), Some(1), Some(1), Some(15), Some(12)]);
        assert_eq!(count_of("många"), None);
    }
}
