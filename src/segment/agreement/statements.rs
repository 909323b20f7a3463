//! What the document says for and against each value: statements with names, each as strong as it is true.

use crate::correct::Lexicon;
use crate::protocol::{Attendee, Evidence, Field, Item, Protocol, Signature, SignatureRole, SourceRef, State};
use crate::segment::agreement::checks::{Listed, listed};
use crate::segment::agreement::letters::{self, bare, knows};
use crate::segment::agreement::witness::Witness;
use crate::segment::marks::sheet::Sheet;
use crate::segment::outline::zone::{Zone, Zones};
use crate::segment::words::forms::Words;
use crate::segment::words::names::{self, same_person};
use crate::segment::words::pattern::compile;
use crate::segment::words::sentences::hangs;
use crate::segment::words::text::fold;
use crate::segment::words::{bodies, deciding, tenses};
use jiff::civil::Date;
use regex::Regex;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Words that are words and abbreviations alike.
static SHORT_FORMS: Words = Words::new("titles.short_forms");
/// What matters of meetings are called, and elections.
static MATTERS: Words = Words::new("outline.matters");
static ELECTIONS: Words = Words::new("titles.elections");
/// "18:51", "kr 250"
static FIGURES: LazyLock<Regex> = LazyLock::new(|| compile(r"\b\d{1,2}[.:]\d{2}\b|\b\d{3,}\b"));
/// What goes on the name of a body: "i Storby", "vid skolan".
static GOES_ON: LazyLock<Regex> = LazyLock::new(|| compile(r"^[\s,]*(?:{=bodies.goes_on})\s+[\p{Lu}\d]"));

/// Statements about a value, and how far each is true: mostly 0 or 1.
#[derive(Clone, Debug, Default)]
pub struct Statements(pub Vec<(&'static str, f32)>);

impl Statements {
    fn say(&mut self, name: &'static str, is_true: bool) {
        self.weigh(name, f32::from(u8::from(is_true)));
    }

    fn weigh(&mut self, name: &'static str, strength: f32) {
        if strength != 0.0 {
            self.0.push((name, strength));
        }
    }
}

/// What the values of a document are held against.
pub struct Ground<'a> {
    lexicon: &'a Lexicon,
    sheet: &'a Sheet<'a>,
    zones: &'a Zones,
    witness: Witness,
    /// The text of all pages.
    text: String,
    /// Share of its words that no lexicon knows.
    strange: f32,
    /// The place of each page on the sheet by its number, and the rows of each.
    pages: HashMap<u32, usize>,
    rows_of_page: Vec<Vec<usize>>,
}

/// What the titles of a document have in common.
pub struct Titles {
    n_items: usize,
    n_titled: usize,
    /// Share of the items that have a text.
    told: f32,
    /// Letters of the usual title, and its lines.
    usual: usize,
    lines: usize,
    /// Shares of the titles in capitals, and set apart by their type.
    capitals: f32,
    marked: f32,
}

/// What those present have in common.
pub struct Present {
    /// The row that each stands in.
    rows: Vec<Option<usize>>,
    /// Shares of them whose names have two words, and who have a party.
    whole: f32,
    party: f32,
    /// Several stand in each row.
    is_side_by_side: bool,
}

fn page_of(one: &Attendee) -> Option<u32> {
    one.name.evidence.as_ref()?.sources.first().map(|source| source.page)
}

fn share(n: usize, of: usize) -> f32 {
    n as f32 / of.max(1) as f32
}

fn median(mut numbers: Vec<usize>) -> usize {
    numbers.sort_unstable();
    numbers.get(numbers.len() / 2).copied().unwrap_or(0)
}

fn in_capitals(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}

impl<'a> Ground<'a> {
    pub fn new(lexicon: &'a Lexicon, sheet: &'a Sheet<'a>, zones: &'a Zones) -> Self {
        let text = sheet.pages.iter().map(|page| page.text()).collect::<Vec<_>>().join("\n");
        let words = || text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= 4);
        let n_strange = words().filter(|word| word.starts_with(char::is_lowercase) && !knows(lexicon, word)).count();
        let strange = share(n_strange, words().count());
        let pages = sheet.pages.iter().enumerate().rev().map(|(at, page)| (page.number(), at)).collect();
        let mut rows_of_page = vec![Vec::new(); sheet.pages.len()];
        for (at, row) in sheet.rows.iter().enumerate() {
            rows_of_page[row.page].push(at);
        }
        Ground { lexicon, sheet, zones, witness: Witness::new(sheet.pages), text, strange, pages, rows_of_page }
    }

    /// The row that a source stands in.
    fn row(&self, source: &SourceRef) -> Option<usize> {
        let holds = |row: &usize| self.sheet.rows[*row].pieces.iter().any(|piece| piece.span.overlaps(source.span));
        self.rows_of_page[*self.pages.get(&source.page)?].iter().copied().find(holds)
    }

    fn row_of(&self, field: &Field<String>) -> Option<usize> {
        field.evidence.as_ref()?.sources.first().and_then(|source| self.row(source))
    }

    fn rows(&self, evidence: &Evidence) -> Vec<usize> {
        let mut rows: Vec<usize> = evidence.sources.iter().filter_map(|source| self.row(source)).collect();
        rows.dedup();
        rows
    }

    /// How often a text stands on the pages.
    fn n_times(&self, text: &str) -> usize {
        self.text.matches(text).count()
    }

    /// What is said of every value: how it was read, and of what document it is.
    fn of_any(&self, evidence: &Evidence) -> Statements {
        let mut out = Statements::default();
        let c = evidence.confidence.clamp(0.02, 0.99);
        out.weigh("any", 1.0);
        out.weigh("read", (c / (1.0 - c)).ln() - 2.5);
        let lowest = evidence
            .sources
            .iter()
            .filter_map(|source| Some(self.sheet.pages[*self.pages.get(&source.page)?].confidence_of(source.span)));
        let lowest = lowest.reduce(f32::min).unwrap_or(1.0);
        out.weigh("blurred", 1.0 - lowest.clamp(0.0, 1.0));
        out.say("given", self.witness.was_given(evidence));
        out.say("corrected", evidence.state == State::Corrected);
        out.say("inferred", evidence.state == State::Inferred);
        out.weigh("document.strange", (10.0 * self.strange).min(2.0));
        out.weigh("document.close", 1.0 - self.zones.margin.clamp(0.0, 4.0) / 4.0);
        out
    }

    pub fn titles(&self, protocol: &Protocol) -> Titles {
        let items = &protocol.items;
        let titled: Vec<(&str, &Evidence)> = items
            .iter()
            .filter_map(|item| Some((item.title.value.as_deref()?, item.title.evidence.as_ref()?)))
            .collect();
        let lines: Vec<Vec<usize>> = titled.iter().map(|(_, evidence)| self.rows(evidence)).collect();
        let is_marked = |rows: &&Vec<usize>| rows.first().is_some_and(|row| self.is_marked(*row));
        Titles {
            n_items: items.len(),
            n_titled: titled.len(),
            told: share(items.iter().filter(|item| !item.text.is_empty()).count(), items.len()),
            usual: median(titled.iter().map(|(title, _)| title.chars().count()).collect()),
            lines: median(lines.iter().map(Vec::len).collect()),
            capitals: share(titled.iter().filter(|(title, _)| in_capitals(title)).count(), titled.len()),
            marked: share(lines.iter().filter(is_marked).count(), titled.len()),
        }
    }

    fn is_marked(&self, row: usize) -> bool {
        let face = self.sheet.face(row);
        face.is_marked() || face.is_large(self.sheet.usual_size())
    }

    pub fn of_title(&self, protocol: &Protocol, titles: &Titles, at: usize) -> Option<Statements> {
        let item = protocol.items.get(at)?;
        let (title, evidence) = (item.title.value.as_deref()?, item.title.evidence.as_ref()?);
        let mut out = self.of_any(evidence);
        out.0.extend(letters::of_text(self.lexicon, &self.witness, title, evidence));
        self.words_of_title(title, evidence, &mut out);
        let n_words = title.split_whitespace().count();
        let n_letters = title.chars().count();
        out.say("long", n_words > 12);
        out.say("very_long", n_words > 22);
        out.say("longer", n_letters > 60 && n_letters > 2 * titles.usual);
        let rows = self.rows(evidence);
        out.say("more_lines", rows.len() > titles.lines.max(1));
        out.say("many_lines", rows.len() > 2);
        let untitled = 1.0 - share(titles.n_titled, titles.n_items);
        let few_titled = untitled > 0.5;
        out.say("few_titled", few_titled);
        let is_matter = MATTERS.within(&fold(title)) || ELECTIONS.begin(&fold(title));
        let is_short_matter = is_matter && n_words <= 7;
        out.say("short_matter", is_short_matter);
        out.say("few_titled&short_matter", few_titled && is_short_matter);
        out.say("few_titled&long", few_titled && n_words > 10);
        out.say("few_titled&said", few_titled && (tenses::is_said(title) || tenses::has_happened(title)));
        out.say("reference", item.reference.is_some());
        out.say("lone_title", !is_short_matter && titles.n_titled <= 2 && titles.n_items > 4);
        let is_told = !item.text.is_empty();
        out.weigh("untold", if is_told { 0.0 } else { titles.told });
        out.weigh("none_told", if is_told || titles.n_items < 3 { 0.0 } else { 1.0 - titles.told });
        out.weigh("other_case", if in_capitals(title) { 0.0 } else { titles.capitals });
        let is_marked = rows.first().is_some_and(|row| self.is_marked(*row));
        out.weigh("plain", if is_marked { 0.0 } else { titles.marked });
        let differs = |pair: &[usize]| self.is_marked(pair[0]) != self.is_marked(pair[1]);
        out.say("two_faces", rows.windows(2).any(differs));
        out.say("goes_on", item.text.starts_with(char::is_lowercase));
        match listed(protocol, at) {
            Some(Listed::Alike) => out.say("listed.alike", true),
            Some(Listed::Shorter) => out.say("listed.shorter", true),
            Some(Listed::Otherwise) => out.say("listed.otherwise", true),
            Some(Listed::Nearly) => out.say("listed.nearly", true),
            None => out.say("unlisted", protocol.contents.len() >= 3),
        }
        out.say("swallows", swallows(protocol, at));
        Some(out)
    }

    /// What speaks against a title by its words: parted ones, such as the document usually spells otherwise, letters
    /// that were put in or taken out, an end that is none, what no title says.
    fn words_of_title(&self, title: &str, evidence: &Evidence, out: &mut Statements) {
        let words: Vec<&str> = title.split_whitespace().collect();
        let bare_words: Vec<&str> = words.iter().map(|word| bare(word)).filter(|word| !word.is_empty()).collect();
        let pairs = || words.windows(2).map(|pair| (pair[0], pair[1]));
        let n_letters = |text: &str| letters::letters(text).chars().count();
        let is_mended = evidence.state == State::Corrected && n_letters(&evidence.printed) != n_letters(title);
        out.say("odd.mended", is_mended);
        let is_parted = |(one, next): (&str, &str)| {
            one.ends_with(char::is_alphanumeric) && self.witness.is_one_word(bare(one), bare(next))
        };
        out.say("odd.parted", pairs().any(is_parted));
        let n_others = bare_words.iter().map(|word| self.witness.n_others(word)).max().unwrap_or(0);
        out.say("odd.word", n_others >= 3 && !self.witness.was_given(evidence));
        out.say("near_word", n_others > 0);
        // Letters that a font draws as one.
        out.say("odd.ligature", title.chars().any(|c| matches!(c, '\u{fb00}'..='\u{fb06}')));
        // "Skrivelser a) Från förbundet b) Från": a list.
        let is_point = |word: &&str| word.len() == 2 && word.ends_with(')') && word.starts_with(char::is_lowercase);
        out.say("odd.points", words.iter().skip(1).any(is_point));
        // "Redovisning av avlopp samt -"; "Val av" alone has its list below it.
        let is_open = |(one, next): (&str, &str)| hangs(one) && matches!(next, "-" | "–" | "•");
        let hangs_last = words.len() > 2 && words.last().is_some_and(|last| hangs(last));
        out.say("odd.open", hangs_last || pairs().any(is_open) || title.ends_with([';', ',']));
        // Titles have commas where readings have semicolons, and no second sentence.
        let ends = |(one, next): (&str, &str)| {
            one.ends_with(';')
                || one.ends_with('.')
                    && one.chars().count() > 4
                    && next.starts_with(char::is_uppercase)
                    && !SHORT_FORMS.has(&bare(one).to_lowercase())
        };
        out.say("odd.sentences", pairs().any(ends));
        let is_name = |one: &str, next: &str| {
            names::is_given(self.lexicon, one) && names::is_surname(self.lexicon, next.trim_end_matches([',', '.']))
        };
        // "Bo Ek föredrog budgeten": who does something is no matter.
        let acts = matches!(words.as_slice(), [given, surname, next, ..]
            if next.starts_with(char::is_lowercase) && !hangs(next) && is_name(given, surname) && !surname.ends_with('s'));
        out.say("odd.acts", acts);
        out.say("name", pairs().any(|(one, next)| is_name(one, next)));
        let is_nobody_else = |word: &str| {
            word.starts_with(char::is_uppercase)
                && names::is_given(self.lexicon, word)
                && !self.lexicon.is_word(&word.to_lowercase())
                && !self.lexicon.is_place(word)
        };
        let ends_in_given =
            words.len() > 1 && !in_capitals(title) && words.last().is_some_and(|last| is_nobody_else(last));
        out.say("odd.half_name", ends_in_given);
        // Where a word with a capital follows one that needs nothing behind it a text may begin.
        let begins = |(one, next): (&str, &str)| {
            one.ends_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
                && one.starts_with(char::is_lowercase)
                && !hangs(one)
                && next.starts_with(char::is_uppercase)
                && next.chars().skip(1).any(char::is_lowercase)
        };
        out.say("begins_anew", pairs().any(begins));
        out.say("odd.said", tenses::is_said(title));
        out.say("happened", tenses::has_happened(title));
        let found = deciding::classes(title);
        out.say("decides", found.iter().any(|class| *class == "decided" || deciding::STRONG.contains(class)));
        out.say("colon", title.contains(": "));
        out.say("bullet", title.contains(['•', '·', '*']) || title.contains(" - "));
        out.say("figures", FIGURES.is_match(title));
        out.say("one_word", words.len() == 1);
        out.say("small", title.starts_with(char::is_lowercase));
        out.say("odd.marks", title.contains(['»', '«', '|', '^', '~', '}', '{', '\\', '¬', '¦']));
    }

    /// What is said of every name.
    fn of_name(&self, name: &str, evidence: &Evidence) -> Statements {
        let mut out = self.of_any(evidence);
        out.0.extend(letters::of_name(self.lexicon, &self.witness, name, evidence));
        let n_words = name.split(' ').filter(|word| !names::is_particle(word)).count();
        out.say("one_word", n_words == 1);
        out.say("three_words", n_words == 3);
        out.say("many_words", n_words > 3);
        out.say("once", self.n_times(name) < 2);
        let n_givens = name.split(' ').filter(|word| names::is_given(self.lexicon, word)).count();
        out.say("two_givens", n_words > 2 && n_givens > 1 && !name.contains('-'));
        let row = evidence.sources.first().and_then(|source| self.row(source));
        match row.and_then(|row| self.zones.of_row.get(row)) {
            Some(Zone::Item(_)) => out.say("in.item", true),
            Some(Zone::Annex) => out.say("in.annex", true),
            Some(Zone::Signatures) => out.say("in.signatures", true),
            Some(Zone::Foot | Zone::Head) => out.say("in.furniture", true),
            Some(Zone::Form) => out.say("in.form", true),
            _ => out.say("in.other", true),
        }
        out
    }

    pub fn present(&self, protocol: &Protocol) -> Present {
        let all = &protocol.attendees;
        let rows: Vec<Option<usize>> = all.iter().map(|one| self.row_of(&one.name)).collect();
        let n_rows = rows.iter().collect::<HashSet<_>>().len();
        let part = |is: &dyn Fn(&Attendee) -> bool| share(all.iter().filter(|one| is(one)).count(), all.len());
        Present {
            whole: part(&|one| one.name.value.as_deref().is_some_and(|name| name.contains(' '))),
            party: part(&|one| one.party.is_some()),
            is_side_by_side: all.len() >= 4 && n_rows * 2 <= all.len(),
            rows,
        }
    }

    pub fn of_attendee(&self, protocol: &Protocol, present: &Present, at: usize) -> Option<Statements> {
        let all = &protocol.attendees;
        let one = all.get(at)?;
        let (name, evidence) = (one.name.value.as_deref()?, one.name.evidence.as_ref()?);
        let mut out = self.of_name(name, evidence);
        out.say("attendee", true);
        // Half a name among whole ones has lost its other half.
        out.say("odd.half", !name.contains(' ') && present.whole >= 0.8);
        out.say("party", one.party.is_some());
        out.weigh("no_party", if one.party.is_some() { 0.0 } else { present.party });
        out.say("role", one.role.is_some());
        out.say("replaces", one.replaces.is_some());
        let page = page_of(one);
        out.weigh("other_page", 1.0 - share(all.iter().filter(|other| page_of(other) == page).count(), all.len()));
        out.say("late_page", page.is_some_and(|page| page > protocol.pages.0 + 1));
        out.say("few", all.len() <= 2);
        // Alone in a row where the others stand side by side.
        let row = present.rows.get(at).copied().flatten();
        let is_alone = present.rows.iter().filter(|other| **other == row).count() == 1;
        out.say("odd.row", is_alone && present.is_side_by_side);
        let signs =
            |signature: &Signature| signature.name.value.as_deref().is_some_and(|other| same_person(other, name));
        out.say("signs", protocol.signatures.iter().any(signs));
        Some(out)
    }

    /// What is said of the name of one who was away, or of one who was replaced.
    pub fn of_other(&self, name: &str, evidence: &Evidence, replaced: bool) -> Statements {
        let mut out = self.of_name(name, evidence);
        out.say(if replaced { "replaced" } else { "absent" }, true);
        out
    }

    pub fn of_signature(&self, protocol: &Protocol, one: &Signature) -> Option<Statements> {
        let (name, evidence) = (one.name.value.as_deref()?, one.name.evidence.as_ref()?);
        let mut out = self.of_name(name, evidence);
        out.say("signature", true);
        let elected: Vec<&String> = protocol.adjustments.iter().flat_map(|one| &one.adjusters).collect();
        let is_elected = elected.iter().any(|other| same_person(other, name));
        let adjusts = one.role == SignatureRole::Adjuster;
        out.say("elected", is_elected && adjusts);
        out.say("not_elected", adjusts && !is_elected && !elected.is_empty());
        let n_adjusters = protocol.signatures.iter().filter(|one| one.role == SignatureRole::Adjuster).count();
        out.say("too_many", adjusts && !is_elected && !elected.is_empty() && n_adjusters > elected.len());
        let is_here = |one: &Attendee| one.name.value.as_deref().is_some_and(|other| same_person(other, name));
        let here = protocol.attendees.iter().any(is_here);
        out.say("here", here);
        out.say("not_here", protocol.attendees.len() >= 3 && !here && !is_elected);
        let same = |other: &&Signature| other.role == one.role && !adjusts;
        out.say("twice", protocol.signatures.iter().filter(same).count() > 1 && !one.paragraphs.is_some());
        out.say("no_role", one.role_text.value.is_none());
        let n_roles = [SignatureRole::Chair, SignatureRole::Secretary, SignatureRole::Adjuster];
        let has = |role: &SignatureRole| protocol.signatures.iter().any(|one| one.role == *role);
        out.say("roles_lack", !n_roles.iter().all(has));
        Some(out)
    }

    pub fn of_body(&self, body: &str, evidence: &Evidence) -> Statements {
        let mut out = self.of_any(evidence);
        out.0.extend(letters::of_text(self.lexicon, &self.witness, body, evidence));
        let words: Vec<&str> = body.split(' ').collect();
        let is_usual = |word: &&str| word.chars().count() < 3 || self.witness.count(word) >= 3;
        out.say("usual", body.split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>().iter().all(is_usual));
        out.say("odd.letter", words.first().is_some_and(|word| word.chars().count() == 1));
        let core = words.last().and_then(|last| last.strip_suffix('s'));
        out.say("odd.genitive", core.is_some_and(|core| self.witness.count(core) > 0));
        out.say("one_word", words.len() == 1);
        out.say("many_words", words.len() > 5);
        out.say("no_body", !bodies::is_body(body));
        let n = self.n_times(body);
        out.say("once", n <= 1);
        out.say("never", n == 0);
        // Where it stands it may go on, or have begun before.
        let places = || {
            let around = |at: usize| Some((self.text.get(..at)?, self.text.get(at + body.len()..)?));
            self.text.match_indices(body).filter_map(move |(at, _)| around(at))
        };
        let n_on = places().filter(|(_, after)| GOES_ON.is_match(after)).count();
        out.say("odd.goes_on", n_on > 0);
        let n_before = places().filter(|(before, _)| {
            let line = before.rsplit('\n').next().unwrap_or("");
            let word = line.split_whitespace().last().unwrap_or("");
            line.ends_with(' ') && word.chars().count() > 3 && word.starts_with(char::is_uppercase)
        });
        out.weigh("begins_before", share(n_before.count(), n));
        let n_cut = places().filter(|(_, after)| after.starts_with(char::is_alphanumeric)).count();
        out.weigh("cut", share(n_cut, n));
        out.say(
            "first_page",
            evidence
                .sources
                .iter()
                .all(|source| self.sheet.pages.first().is_some_and(|page| page.number() == source.page)),
        );
        let row = evidence.sources.first().and_then(|source| self.row(source));
        match row.and_then(|row| self.zones.of_row.get(row)) {
            Some(Zone::Item(_)) => out.say("in.item", true),
            Some(Zone::Head | Zone::Foot) => out.say("in.furniture", true),
            Some(Zone::Form) => out.say("in.form", true),
            _ => out.say("in.other", true),
        }
        out.say("top_row", row.is_some_and(|row| row < 3));
        out.say("lines", self.rows(evidence).len() > 1);
        out
    }

    pub fn of_place(&self, place: &str, evidence: &Evidence) -> Statements {
        let mut out = self.of_any(evidence);
        out.0.extend(letters::of_text(self.lexicon, &self.witness, place, evidence));
        out.say("one_word", !place.contains(' '));
        out.say("many_words", place.split(' ').count() > 6);
        out.say("once", self.n_times(place) < 2);
        out
    }

    pub fn of_date(&self, protocol: &Protocol, evidence: &Evidence) -> Statements {
        let mut out = self.of_any(evidence);
        let year = protocol.meeting.date.value.map(|date| date.year());
        out.say("other_year", self.sheet.usual_year().is_some() && self.sheet.usual_year() != year);
        let on_first = |source: &SourceRef| source.page == protocol.pages.0;
        out.say("first_page", evidence.sources.iter().all(on_first));
        out.say("once", self.n_times(&evidence.printed) < 2);
        let day = protocol.meeting.date.value;
        let follows =
            |date: Option<Date>| day.zip(date).is_some_and(|(day, date)| (0..=14).contains(&(date - day).get_days()));
        out.say("adjusted", protocol.adjustments.iter().any(|one| follows(one.date.value)));
        out
    }
}

/// A number that no item has stands in the title before it, with what was its own title.
fn swallows(protocol: &Protocol, at: usize) -> bool {
    let (Some(item), Some(next)) = (protocol.items.get(at), protocol.items.get(at + 1)) else { return false };
    let last = |item: &Item| item.number_last.or(item.number.value);
    let (Some(last), Some(next), Some(title)) = (last(item), next.number.value, item.title.value.as_deref()) else {
        return false;
    };
    let lost = last.saturating_add(1).to_string();
    next > last.saturating_add(1)
        && title.split_whitespace().skip(1).any(|word| word.split('-').next() == Some(lost.as_str()))
}
