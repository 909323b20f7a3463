//! Which body met, when and where: from the form's fields, the running head and the title in prose.

use crate::page::CorrectedPage;
use crate::protocol::{Field, Meeting, State};
use crate::segment::dates::{self, DateAt, compile};
use crate::segment::flow::{Flow, squeeze, trim};
use crate::segment::form::{Block, Form};
use crate::segment::labels::{self, BODY_ENDINGS, Label, fold};
use crate::segment::names;
use crate::segment::sheet::{Piece, Sheet};
use jiff::civil::Date;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

static MUNICIPALITY: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)^(?:
            [\p{Lu}][\p{L}-]+(?:\s(?:och\s)?[\p{Lu}][\p{L}-]+){0,2}\s+(?i:kommun|landskommun|landsting|stad|köping|municipalsamhälle|municipalsamfund|pastorat|församling|kommunalförbund|kyrkliga\ssamfällighet|samfällighet|socken|församlingar)
          | (?i:region|landstinget|regionen)\s[\p{Lu}][\p{L}-]+(?:\s[\p{Lu}][\p{L}-]+)?
        )$",
    )
});
static MUNICIPALITY_IN_PROSE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?:\b[Ii]|\bför|\bmed|\bvid|\bhos|\binom)\s+([\p{Lu}][\p{L}-]+(?:\s[\p{Lu}][\p{L}-]+)?\s+(?:kommun|landskommun|landsting|stad|köping|municipalsamhälle|pastorat|församling|socken))\b",
    )
});
static BODY_IN_PROSE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i:sammanträde|sammanträda|möte|stämma|föreningsstämma|årsmöte|årsstämma|kommunalstämma|sammankomst|årsmötet)\s+(?i:med|för|i|hos|av)\s+(?P<body>[\p{L}:][\p{L}: ,.-]{3,80}?(?i:förening)\s[\p{L} -]{2,40}?\si\s\p{Lu}\p{L}+|[\p{L}:][\p{L}: ,.-]{3,80}?)(?:\s+(?i:i|å|på|den|vid|uti|för|kl|tisdagen|måndagen|onsdagen|torsdagen|fredagen|lördagen|söndagen)\s|[,.]|\s*\d|$)",
    )
});
static HELD_BY: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i:protokoll),?\s+(?i:hållet|fört|fördt|förd)\s+(?i:hos|med|av|vid|i)\s+(?P<body>[\p{L}][\p{L}: -]{3,60}?)(?:\s+(?i:i|å|på|den|vid|uti|tisdagen|måndagen|onsdagen|torsdagen|fredagen|lördagen|söndagen)\s|[,.]|\s*\d|$)",
    )
});
/// A summons tells day and place in its first sentence.
static SUMMONS: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(?i)\b(?:kallas|kallar|inbjuds|inbjudes|hålles|hålls|sammanträder)\b"));
static AT_HOME: LazyLock<Regex> = LazyLock::new(|| compile(r"^\s+i\s+\p{Lu}[\p{L}-]+"));
/// "Protokoll från ordinarie årsmöte", "Årsmöte hölls i ...": the minutes' opening where it names no body.
static OPENING: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i:protokoll,?\s+(?:(?:hållet|fört|fördt)\s+)?(?:från|vid|över)\s+(?:[\p{L}-]+\s+){0,3}?[\p{L}-]*(?:möte|stämma|sammanträde|sammankomst)t?\b|[\p{L}-]*(?:möte|stämma|sammanträde)t?\s+(?:hölls|avhölls|ägde\s+rum)\b)",
    )
});
/// A joint authority, which is what other protocols have the municipality for.
static AUTHORITY: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?:\p{Lu}[\p{L}-]*(?i:förbundet|förbund)(?:\s+\p{Lu}[\p{L}-]+){1,3}|(?:\p{Lu}[\p{L}-]+\s+){1,3}(?:och\s+\p{Lu}[\p{L}-]+\s+)?[\p{L}]*(?i:kommunalförbund|räddningstjänstförbund|samordningsförbund|utbildningsförbund|gymnasieförbund|vårdförbund|avfallsförbund))$",
    )
});
static WEEKDAY: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\b(?:må[nm]|tis|ons|tors|fre|lör|sön)dag(?:en)?\b"));
static CLOCK_WORD: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)\b(?:kl\.?|klockan|från\s+kl|tiden)\s*$"));
static PLACE_IN_PROSE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?:\b[åÅ]|\b[Pp]å|\b[Ii]|\b[Vv]id|\buti)\s+(?P<place>[\p{L}][\p{L}: .-]{3,60}?)\s*(?:,|$|\.\s|\.$|\b(?i:den|må[nm]dagen|tisdagen|onsdagen|torsdagen|fredagen|lördagen|söndagen|kl)\b)",
    )
});
static PLACE_AFTER_DATE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^,?\s*(?:(?:kl\.?|klockan)\s*[\d.:–\s-]+,?\s*)?(?:i|på|å|vid)\s+(?P<place>[\p{L}][^.:]{3,70}?)\s*(?:$|[.:]|\b(?i:kl\.?|klockan)\b)",
    )
});
static ENDED: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)(?:(?:av)?slut(?:ades|as|ade|at|ar|ad|)|upplöst(?:es)?)\s+(?:mötet\s+|sammanträdet\s+|stämman\s+)?(?:kl\.?|klockan|:)\s*(?:kl\.?\s*)?(\d{1,2})[.:](\d{2})",
    )
});

static MEETING_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i)^(?:(?:sammanträdes?|mötes?)?(?:protokoll)?\s*\(?(?:nr|nummer)\.?\s*:?\s*(?P<n>\d{1,3}(?:\s?[/:-]\s?\d{2,4})?)\b|protokoll\s+(?P<m>\d{1,3}\s?/\s?\d{4})$)",
    )
});
/// How the name of an association ends, in basic and definite form.
const ASSOCIATIONS: &[&str] = &[
    "förening",
    "föreningen",
    "klubb",
    "klubben",
    "sällskap",
    "sällskapet",
    "stiftelse",
    "stiftelsen",
    "förbund",
    "förbundet",
    "samfällighet",
    "samfälligheten",
    "kooperativ",
    "kooperativet",
    "kåren",
    "gille",
    "gillet",
    "byalag",
    "byalaget",
    "intresseförening",
    "förbundets",
];
/// "Styrelsemöte Samfällighetsföreningen Granbacken": the meeting's kind before the name.
static MEETING_WORD: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?i:(?:protokoll\s+(?:från|fört\s+vid|vid)\s+)?(?:ordinarie\s+|extra\s+|konstituerande\s+)?(?:styrelse|års|medlems|förenings|höst|vår)?(?:möte|stämma|sammanträde|årsstämma)t?(?:\s+(?:i|med|för|hos))?)\s+",
    )
});

/// What the meeting's fields are read from.
pub struct Sources<'a> {
    pub form: &'a Form,
    /// Pieces of running heads, first page first.
    pub head: Vec<Piece>,
    /// Rows at the top of the first page before any label.
    pub top: Vec<Piece>,
    /// The first rows, whatever label stands above them.
    pub lines: Vec<Piece>,
    /// The front page's running text, for titles in prose.
    pub prose: Flow,
    /// The last item's text, where the end of the meeting may be told.
    pub end: Option<Flow>,
    pub numbers: Option<(u32, u32)>,
}

pub fn meeting(sheet: &Sheet, sources: &Sources) -> Meeting {
    let mut meeting = Meeting::default();
    read_date(sheet, sources, &mut meeting);
    read_body(sheet, sources, &mut meeting);
    read_place_and_time(sheet, sources, &mut meeting);
    read_range(sheet, sources, &mut meeting);
    for piece in sources.top.iter().chain(&sources.head).filter(|_| !meeting.meeting_number.is_some()) {
        let found = MEETING_NUMBER.captures(&piece.text).and_then(|found| found.name("n").or(found.name("m")));
        if let Some(found) = found {
            let flow = sheet.flow_of(piece);
            meeting.meeting_number = flow.field(sheet.pages, &found.range(), 0.85);
            break;
        }
    }
    for block in sources.form.with(Label::MeetingNumber) {
        let flow = sheet.flow_of_pieces(block.pieces().take(1));
        let end = flow.text.find(char::is_whitespace).unwrap_or(flow.text.len());
        if flow.text.starts_with(|c: char| c.is_ascii_digit()) {
            meeting.meeting_number = flow.field(sheet.pages, &trim(&flow.text, 0..end, &[',', '.']), 0.85);
        }
    }
    meeting
}

fn flow_of(sheet: &Sheet, block: &Block) -> Flow {
    sheet.flow_of_pieces(block.pieces())
}

fn date_field(pages: &[CorrectedPage], flow: &Flow, at: &DateAt, trust: f32) -> Field<Date> {
    flow.value(pages, &at.range, at.date, trust)
}

fn read_date(sheet: &Sheet, sources: &Sources, meeting: &mut Meeting) {
    let mut found: Vec<(f32, Field<Date>)> = Vec::new();
    let pages = sheet.pages;
    for (label, trust) in
        [(Label::MeetingDate, 0.99), (Label::PlaceTime, 0.98), (Label::Date, 0.98), (Label::Time, 0.97)]
    {
        for block in sources.form.with(label) {
            let flow = flow_of(sheet, block);
            let all = dates::dates(&flow.text);
            let first = all.first().cloned().or_else(|| dates::short_date(&flow.text));
            if let Some(at) = first {
                found.push((trust, date_field(pages, &flow, &at, trust)));
            }
        }
    }
    for piece in &sources.head {
        let flow = sheet.flow_of(piece);
        if let Some(at) = dates::dates(&flow.text).first() {
            found.push((0.9, date_field(pages, &flow, at, 0.95)));
        }
    }
    for piece in &sources.top {
        let flow = sheet.flow_of(piece);
        if let Some(at) = dates::dates(&flow.text).first() {
            found.push((0.85, date_field(pages, &flow, at, 0.93)));
        }
    }
    let summons = SUMMONS.find(&sources.prose.text).map(|found| found.end());
    let told = dates::dates(&sources.prose.text);
    // The letter of a summons has a day of its own above.
    let of_summons = summons.and_then(|end| told.iter().find(|at| at.range.start > end));
    if let Some(at) = of_summons.or(told.first()) {
        // In the title's own sentence a date is the meeting's, whatever stamps stand about it.
        let is_title = BODY_IN_PROSE.is_match(&sources.prose.text) || HELD_BY.is_match(&sources.prose.text);
        found.push((
            if is_title || of_summons.is_some() { 1.2 } else { 0.6 },
            date_field(pages, &sources.prose, at, 0.9),
        ));
    }
    // The date that most places print; at equal numbers the best place.
    let votes = |date: Option<Date>| {
        found.iter().filter(|(_, field)| field.value == date).map(|(weight, _)| *weight).sum::<f32>()
    };
    let best = found.iter().enumerate().max_by(|(at_a, (wa, a)), (at_b, (wb, b))| {
        let clip = |votes: f32, weight: f32| weight + votes.min(3.0) * 0.5;
        clip(votes(a.value), *wa).total_cmp(&clip(votes(b.value), *wb)).then(at_b.cmp(at_a))
    });
    if let Some((_, (_, field))) = best {
        meeting.date = field.clone();
    }
}

fn is_municipality(text: &str) -> bool {
    let text = text.trim();
    text.chars().count() <= 50 && MUNICIPALITY.is_match(text) && labels::label_of(text).is_none()
}

/// Whether a text is a body's name: "Kommunstyrelsen", "Rådet för trygghet", "Kultur- och fritidsnämnden".
fn is_body(text: &str) -> bool {
    let text = text.trim();
    let lower = text.to_lowercase();
    let n = text.chars().count();
    // A line of a title in prose, broken off in the middle.
    if [" i", " den", " å", " på", " för", " med", " och"].iter().any(|end| lower.ends_with(end)) {
        return false;
    }
    // "Brf Solrosen 5", where no date and no hour stands.
    let is_numbered = ["brf ", "hsb", "bostadsrättsföreningen ", "samfällighetsföreningen ", "riksbyggen"]
        .iter()
        .any(|start| lower.starts_with(start))
        && lower.split_whitespace().last().is_some_and(|last| last.len() <= 3)
        && lower.split_whitespace().count() <= 4
        && !["lokal", "gatan", "vägen", "gränd", "torget"].iter().any(|part| lower.contains(part))
        && lower.chars().filter(char::is_ascii_digit).count() <= 3;
    if !(4..=90).contains(&n)
        || !text.chars().next().is_some_and(char::is_uppercase)
        || text.ends_with(['.', ':', ';'])
        || text.chars().any(|c| c.is_ascii_digit()) && !is_numbered
        || lower.starts_with("ordinarie ")
        || lower.starts_with("extra ")
    {
        return false;
    }
    if labels::label_of(text).is_some_and(|label| !matches!(label, Label::Members))
        || labels::heading_of(text).is_some()
    {
        return false;
    }
    if lower.contains("protokoll") || lower.contains("beslut") || lower.contains("sammanträdesdat") {
        return false;
    }
    let words: Vec<&str> = lower.split_whitespace().collect();
    let ends = |word: &str| BODY_ENDINGS.iter().any(|end| word == *end || word.ends_with(end) && end.len() >= 4);
    let first = words.first().copied().unwrap_or("");
    let last = words.last().copied().unwrap_or("");
    // "Stadsdelsnämnden Nordanö", "Kommunstyrelsens arbetsutskott Näs"
    let of_place = ends(first)
        && first.chars().count() >= 8
        && (2..=4).contains(&words.len())
        && text
            .split_whitespace()
            .skip(1)
            .all(|word| word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '-'));
    ends(last) && words.len() <= 6
        || of_place
        || (ends(first) || matches!(first, "rådet" | "råd" | "styrelsen" | "nämnden" | "utskottet"))
            && words.get(1).is_some_and(|word| matches!(*word, "för" | "i" | "och"))
            && words.len() <= 12
        || matches!(
            first,
            "bostadsrättsföreningen"
                | "brf"
                | "samfällighetsföreningen"
                | "föreningen"
                | "hyresgästföreningen"
                | "stiftelsen"
        ) && words.len() >= 2
            && words.len() <= 8
        || words.len() <= 7
            && first != "i"
            && words.contains(&"brf")
            && text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
        || (2..=4).contains(&words.len())
            && text.split_whitespace().last().is_some_and(|last| {
                matches!(last, "IK" | "IF" | "BK" | "SK" | "IS" | "FF" | "FK" | "IFK" | "AB" | "GIF")
            })
            && text.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
        || words.len() <= 7
            && words.iter().any(|word| *word == "brf" || ASSOCIATIONS.iter().any(|end| word.ends_with(end)))
            && words.len() >= 2
            && !words.iter().any(|word| matches!(*word, "ordinarie" | "extra" | "årsmöte" | "vid" | "fört" | "antagna"))
}

/// A head's parts: "Storby kommun | Socialnämnden" holds two.
fn parts(flow: &Flow) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, c) in flow.text.char_indices() {
        let splits = matches!(c, '|' | '·' | '•' | '\t')
            || c == '/' && flow.text[..at].ends_with(' ')
            || matches!(c, '–' | '—' | '-')
                && flow.text[..at].ends_with(' ')
                && flow.text[at + c.len_utf8()..].starts_with(' ');
        if splits {
            out.push(trim(&flow.text, start..at, &[]));
            start = at + c.len_utf8();
        }
    }
    out.push(trim(&flow.text, start..flow.text.len(), &[]));
    out
}

fn read_body(sheet: &Sheet, sources: &Sources, meeting: &mut Meeting) {
    let pages = sheet.pages;
    let mut bodies: Vec<(f32, Field<String>)> = Vec::new();
    let mut municipalities: Vec<(f32, Field<String>)> = Vec::new();
    for (pieces, weight) in [(&sources.head, 1.0), (&sources.top, 1.2)] {
        for piece in pieces.iter() {
            let flow = sheet.flow_of(piece);
            for part in parts(&flow) {
                let text = flow.of(&part);
                let cut = cut_date(&flow, &part);
                let clarity = 0.4 * piece.confidence;
                if is_municipality(text) {
                    municipalities.push((weight + clarity, flow.field(pages, &part, 0.97)));
                } else if let Some(word) = MEETING_WORD.find(flow.of(&cut)) {
                    let rest = cut_date(&flow, &(cut.start + word.end()..cut.end));
                    let is_named = flow.of(&rest).starts_with(char::is_uppercase);
                    if is_named && is_body(flow.of(&rest)) {
                        bodies.push((0.7 + clarity, flow.field(pages, &rest, 0.93)));
                    }
                } else if let Some(clean) = without_specks(&flow, &cut).filter(|clean| is_body(flow.of(clean))) {
                    bodies.push((weight + clarity - 0.1, flow.field(pages, &clean, 0.9)));
                } else if is_body(flow.of(&cut)) {
                    bodies.push((weight + clarity, flow.field(pages, &cut, 0.97)));
                }
            }
        }
    }
    for block in sources.form.with(Label::Organ).chain(sources.form.with(Label::Body)) {
        if let Some(piece) = block.pieces().next() {
            let flow = sheet.flow_of(piece);
            let whole = cut_date(&flow, &flow.whole());
            if is_body(flow.of(&whole)) {
                bodies.push((1.5, flow.field(pages, &whole, 0.97)));
            }
        }
    }
    let prose = &sources.prose;
    let held = BODY_IN_PROSE.captures(&prose.text).or_else(|| HELD_BY.captures(&prose.text));
    if let Some(body) = held.and_then(|found| found.name("body")) {
        let mut range = trim(&prose.text, body.range(), &[',', '.', ':']);
        // "Hembygdsföreningen i Näs": where an association is at home belongs to its name.
        let last = prose.of(&range).rsplit(' ').next().unwrap_or("").to_lowercase();
        if ASSOCIATIONS.iter().any(|end| last.ends_with(end))
            && let Some(found) = AT_HOME.find(prose.text.get(range.end..).unwrap_or(""))
        {
            range.end += found.end();
        }
        // "vid kommunalnämndens sammanträde"
        if prose.of(&range).ends_with("ndens")
            || prose.of(&range).ends_with("lsens")
            || prose.of(&range).ends_with("dets")
        {
            range.end -= 1;
        }
        let text = squeeze(prose.of(&range));
        if is_body(&capitalised(&text)) {
            let trust = 0.9;
            let value = capitalised(&text);
            bodies.push((0.8, Field::new(value, prose.evidence(pages, &range, State::Normalised, trust))));
        }
    }
    if let Some(found) = MUNICIPALITY_IN_PROSE.captures(&prose.text).and_then(|found| found.get(1)) {
        municipalities.push((0.8, prose.field(pages, &found.range(), 0.92)));
    }
    // Where a joint authority's own board is named, that is who met.
    let value = |field: &Field<String>| field.value.clone().unwrap_or_default();
    let is_board = |name: &str| {
        let folded = fold(name);
        folded.ends_with("direktionen") || folded.ends_with("direktion") || folded.starts_with("förbunds")
    };
    if bodies.iter().any(|(_, field)| is_board(&value(field))) {
        let (authorities, boards): (Vec<_>, Vec<_>) =
            bodies.into_iter().partition(|(_, field)| AUTHORITY.is_match(&value(field)));
        bodies = boards;
        municipalities.extend(authorities);
    }
    if let Some(field) = most_voted(&bodies) {
        meeting.body = field;
    }
    if let Some(field) = most_voted(&municipalities) {
        meeting.municipality = field;
    }
}

/// "N Kommunstyrelsen": a crest or a speck beside the name, read as a letter or two.
fn without_specks(flow: &Flow, range: &Range<usize>) -> Option<Range<usize>> {
    let (first, rest) = flow.of(range).split_once(' ')?;
    let is_speck = first.chars().count() <= 2 && !first.chars().all(char::is_lowercase);
    let start = range.end - rest.trim_start().len();
    (is_speck && rest.trim_start().starts_with(char::is_uppercase)).then_some(start..range.end)
}

/// "Socialnämnden 2019-03-04": the body without the date.
fn cut_date(flow: &Flow, range: &Range<usize>) -> Range<usize> {
    let text = flow.of(range);
    let end = dates::dates(text).first().map_or(text.len(), |at| at.range.start);
    // "Direktionen, protokoll 2013-03-22"
    let end = PROTOCOL_WORD.find(&text[..end]).map_or(end, |word| word.start());
    // "Protokoll Kommunfullmäktige 2022-06-13"
    let start = PROTOCOL_BEFORE.find(&text[..end]).map_or(0, |word| word.end());
    let start = if text[start..].starts_with(char::is_uppercase) { start } else { 0 };
    trim(&flow.text, range.start + start..range.start + end, &[',', '-', '–', ':'])
}

static PROTOCOL_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"(?i)^(?:sammanträdes|styrelse|nämnds?)?protokoll(?:\s+(?:för|från|nr\.?\s*\d+))?[\s,:–-]+")
});

static PROTOCOL_WORD: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(?i),?\s+(?:sammanträdes)?protokoll(?:\s+(?:från|den|nr\.?\s*\d+))?[\s,]*$"));

/// Every page's head is a vote; readings that differ in a letter vote for each other in part.
fn most_voted(found: &[(f32, Field<String>)]) -> Option<Field<String>> {
    let votes = |field: &Field<String>| -> f32 {
        let own = field.value.as_deref().map(fold).unwrap_or_default();
        found
            .iter()
            .map(|(weight, other)| {
                let text = other.value.as_deref().map(fold).unwrap_or_default();
                if text == own { *weight } else { 0.0 }
            })
            .sum()
    };
    found
        .iter()
        .enumerate()
        .max_by(|(at_a, (_, a)), (at_b, (_, b))| votes(a).total_cmp(&votes(b)).then(at_b.cmp(at_a)))
        .map(|(_, (_, field))| field.clone())
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().collect::<String>() + chars.as_str(),
        None => String::new(),
    }
}

/// The ranges of a text that are dates, times and weekdays: what is left is the place.
fn without_times(text: &str) -> Vec<Range<usize>> {
    let mut cuts: Vec<Range<usize>> = dates::dates(text).into_iter().map(|at| at.range).collect();
    for at in dates::times(text) {
        let mut start = at.range.start;
        if let Some(word) = CLOCK_WORD.find(&text[..start]) {
            start = word.start();
        }
        cuts.push(start..at.range.end);
    }
    cuts.extend(WEEKDAY.find_iter(text).map(|found| found.range()));
    cuts.sort_by_key(|cut| cut.start);
    let mut out = Vec::new();
    let mut at = 0;
    for cut in cuts {
        if cut.start > at {
            out.push(at..cut.start);
        }
        at = at.max(cut.end);
    }
    if at < text.len() {
        out.push(at..text.len());
    }
    out.into_iter()
        .map(|range| trim(text, range, &[',', ';', '-', '–', '.', ':', '(', ')', '/', '|']))
        .filter(|range| text[range.clone()].chars().filter(|c| c.is_alphabetic()).count() >= 3)
        .collect()
}

/// The place in a field that may hold date and time too.
pub fn place_in(text: &str) -> Option<Range<usize>> {
    let range = without_times(text).into_iter().max_by_key(|range| range.len())?;
    let value = &text[range.clone()];
    // "i Kommunhuset", "å kommunalrummet": the preposition is not the place's.
    let skip = ["i ", "å ", "på ", "vid ", "den ", "uti "]
        .iter()
        .find(|word| value.starts_with(**word))
        .map_or(0, |word| word.len());
    let range = trim(text, range.start + skip..range.end, &[',', ';']);
    let only_words = fold(&text[range.clone()]);
    (!matches!(only_words.as_str(), "den" | "kl" | "och" | "klockan" | "fram till" | "till")).then_some(range)
}

fn read_place_and_time(sheet: &Sheet, sources: &Sources, meeting: &mut Meeting) {
    let pages = sheet.pages;
    for label in [Label::PlaceTime, Label::Place, Label::Time, Label::Date] {
        for block in sources.form.with(label) {
            // What comes after a gap belongs to the next label, even where that one was not read.
            let flow = sheet.flow_of_pieces(block.pieces().take(4));
            if flow.text.is_empty() {
                continue;
            }
            if matches!(label, Label::PlaceTime | Label::Place) && !meeting.place.is_some() {
                let place = if label == Label::Place {
                    let first = sheet.flow_of_pieces(block.pieces().take(2));
                    place_in(&first.text).map(|range| first.field(pages, &range, 0.96))
                } else {
                    place_in(&flow.text).map(|range| flow.field(pages, &range, 0.95))
                };
                if let Some(place) = place {
                    meeting.place = place;
                }
            }
            if label != Label::Place {
                read_times(pages, &flow, meeting);
            }
        }
    }
    let prose = &sources.prose;
    let has_prose = BODY_IN_PROSE.is_match(&prose.text)
        || HELD_BY.is_match(&prose.text)
        || SUMMONS.is_match(&prose.text)
        || OPENING.is_match(&prose.text);
    // "... den 24 april 2013 i föreningslokalen": what follows the date is the place of the meeting.
    if has_prose
        && !meeting.place.is_some()
        && let Some(at) = dates::dates(&prose.text).first()
        && let Some(found) = PLACE_AFTER_DATE.captures(&prose.text[at.range.end..])
        && let Some(place) = found.name("place")
    {
        let range = trim(&prose.text, at.range.end + place.start()..at.range.end + place.end(), &[',', '.']);
        meeting.place = prose.field(pages, &range, 0.85);
    }
    if has_prose && !meeting.place.is_some() {
        let after = BODY_IN_PROSE
            .captures(&prose.text)
            .or_else(|| HELD_BY.captures(&prose.text))
            .and_then(|found| found.name("body").map(|m| m.end()))
            .or_else(|| SUMMONS.find(&prose.text).map(|found| found.end()))
            .or_else(|| OPENING.find(&prose.text).map(|found| found.end()))
            .unwrap_or(0);
        let mut at = after;
        while let Some(found) = prose.text.get(at..).and_then(|rest| PLACE_IN_PROSE.captures(rest)) {
            let Some(place) = found.name("place") else { break };
            let range = at + place.start()..at + place.end();
            let text = prose.of(&range).trim();
            // "i Storby landskommun" is where the body is at home.
            let inner = ["å ", "på ", "i ", "uti "]
                .iter()
                .filter_map(|word| text.rfind(&format!(" {word}")).map(|pos| pos + word.len() + 1))
                .max();
            let start = range.start + inner.unwrap_or(0);
            let range = trim(&prose.text, start..range.end, &[',', '.']);
            let value = prose.of(&range);
            // "årsmöte i hembygdsföreningen": who met and not where.
            let is_phrase = is_body(&capitalised(value)) || value.starts_with("stället") || value.starts_with("tur");
            let is_home =
                is_phrase || MUNICIPALITY.is_match(value) || value.ends_with("kommun") || value.ends_with("stad");
            if !is_home && value.chars().count() >= 4 {
                meeting.place = prose.field(pages, &range, 0.85);
                break;
            }
            at += found.get(0).map_or(1, |m| m.end()).max(1);
            while !prose.text.is_char_boundary(at) {
                at += 1;
            }
        }
    }
    if has_prose && !meeting.start_time.is_some() {
        read_times(pages, prose, meeting);
    }
    // "Sammanträde torsdagen den 24 april 1997 kl 17.00-19.25 i Stadshuset": a line with the day and the hour.
    for piece in sources.top.iter().chain(&sources.lines) {
        if meeting.start_time.is_some() {
            break;
        }
        let flow = sheet.flow_of(piece);
        let day = dates::dates(&flow.text).into_iter().find(|at| meeting.date.value == Some(at.date));
        let clock = dates::times(&flow.text).into_iter().next();
        let (Some(_), Some(clock)) = (day, clock) else { continue };
        read_times(pages, &flow, meeting);
        let after = &flow.text[clock.range.end..];
        if !meeting.place.is_some()
            && let Some(place) = PLACE_AFTER_DATE.captures(after).and_then(|found| found.name("place"))
        {
            let range = trim(&flow.text, clock.range.end + place.start()..clock.range.end + place.end(), &[',', '.']);
            meeting.place = flow.field(pages, &range, 0.85);
        }
    }
    if let Some(end) = sources.end.as_ref().filter(|_| !meeting.end_time.is_some())
        && let Some(found) = ENDED.captures(&end.text)
        && let (Ok(hour), Ok(minute)) = (found[1].parse::<i8>(), found[2].parse::<i8>())
        && let Ok(time) = jiff::civil::Time::new(hour, minute, 0, 0)
        && let Some(whole) = found.get(0)
    {
        meeting.end_time = end.value(pages, &whole.range(), time, 0.9);
    }
    for block in &sources.form.blocks {
        for piece in block.pieces().filter(|piece| tells_break(&piece.text)) {
            meeting.adjournments.extend(dates::times(&piece.text).into_iter().map(|at| (at.start, at.end)));
        }
    }
    for block in sources.form.with(Label::Adjourn) {
        let flow = flow_of(sheet, block);
        meeting.adjournments.extend(dates::times(&flow.text).into_iter().map(|at| (at.start, at.end)));
    }
}

/// "Ajournering kl 14.30-14.50", "Lunchuppehåll kl. 12.15-13.30"
fn tells_break(text: &str) -> bool {
    let folded = fold(text);
    ["ajourner", "lunchuppehåll", "middagsuppehåll", "uppehåll kl", "paus kl"]
        .iter()
        .any(|word| folded.starts_with(word))
}

fn read_times(pages: &[CorrectedPage], flow: &Flow, meeting: &mut Meeting) {
    let found = dates::times(&flow.text);
    let Some(first) = found.first() else { return };
    if meeting.start_time.is_some() {
        return;
    }
    if let Some(start) = first.start {
        meeting.start_time = flow.value(pages, &first.range, start, 0.96);
    }
    let end = first.end.or_else(|| {
        found
            .get(1)
            .filter(|second| flow.text[first.range.end..second.range.start].len() <= 12 && second.end.is_none())
            .and_then(|second| second.start)
    });
    if let Some(end) = end {
        meeting.end_time = flow.value(pages, &first.range, end, 0.95);
    }
}

fn read_range(sheet: &Sheet, sources: &Sources, meeting: &mut Meeting) {
    let mut best = None::<(bool, Field<_>)>;
    for block in sources.form.with(Label::ParagraphRange) {
        let flow = sheet.flow_of_pieces(block.pieces().take(1));
        // A § sign read as figures stands before the numbers: "88 130-138".
        let text = flow.text.trim_start_matches(|c: char| !c.is_ascii_digit());
        let start = flow.text.len() - text.len();
        let Some(ranges) = names::ranges(text) else { continue };
        let pair = ranges.iter().rev().find(|(a, b)| a != b).or(ranges.last()).copied();
        let Some((first, last)) = pair else { continue };
        let range = trim(&flow.text, start..flow.text.len(), &[]);
        let agrees = sources.numbers == Some((first, last));
        let last = if flow.text.trim_end().ends_with(['-', '–']) { None } else { Some(last) };
        let field = flow.value(sheet.pages, &range, (Some(first), last), if agrees { 0.99 } else { 0.8 });
        if best.as_ref().is_none_or(|(good, _)| agrees && !good) {
            best = Some((agrees, field));
        }
    }
    // Beside a signature, without a label: "§§ 75-79, 81".
    if best.is_none() {
        let pieces = sources.form.blocks.iter().filter(|block| block.label != Label::Notice).flat_map(Block::pieces);
        for piece in pieces.filter(|piece| piece.text.starts_with("§§") && piece.text.split_whitespace().count() <= 6)
        {
            let flow = sheet.flow_of(piece);
            if let Some(ranges) = names::ranges(&flow.text)
                && let (Some(first), Some(last)) = (ranges.first(), ranges.last())
                && sources.numbers == Some((first.0, last.1))
            {
                best = Some((true, flow.value(sheet.pages, &flow.whole(), (Some(first.0), Some(last.1)), 0.95)));
                break;
            }
        }
    }
    if let Some((_, field)) = best {
        meeting.paragraphs = field;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_without_their_times() {
        let place = |text: &str| place_in(text).map(|range| text[range].to_owned());
        assert_eq!(place("Kommunhuset, stora salen, kl. 08.30–14.20").as_deref(), Some("Kommunhuset, stora salen"));
        assert_eq!(
            place("Tisdagen den 25 februari 2003 kl. 19.00–21.10, Storby prästgård").as_deref(),
            Some("Storby prästgård")
        );
        assert_eq!(place("2019-03-04 kl 10:00"), None);
    }

    #[test]
    fn bodies_and_municipalities() {
        for body in [
            "Kommunstyrelsen",
            "Kultur- och fritidsnämnden",
            "Rådet för äldre och trygghet",
            "Bostadsrättsföreningen Eken",
            "KOMMUNFULLMÄKTIGE",
        ] {
            assert!(is_body(body), "{body}");
        }
        for other in ["Beslut", "Anna Berg", "Nämndens beslut", "SAMMANTRÄDESPROTOKOLL", "Kommunstyrelsen beslutar att"]
        {
            assert!(!is_body(other), "{other}");
        }
        assert!(is_municipality("Norra Storby kommun"));
        assert!(is_municipality("Region Storland"));
        assert!(!is_municipality("Utdrag till kommun"));
    }
}
