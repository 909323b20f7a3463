//! Lists of those present that run on as sentences: "ledamöterna hrr Andersson, Berg och fru Ek".
//!
//! Which block is prose, and whom its sentences name as what. Lists of a line for each person are `attendees`'.

use crate::correct::Lexicon;
use crate::page::CorrectedPage;
use crate::protocol::{AttendeeRole, Category};
use crate::segment::fields::attendance::lists::{ListKind, Lists, push};
use crate::segment::fields::attendance::{movements, proxies};
use crate::segment::fields::form::blocks::Block;
use crate::segment::fields::person::named::Person;
use crate::segment::fields::person::replaced::SUBSTITUTE_STEMS;
use crate::segment::fields::person::{entry, titles};
use crate::segment::print::flow::Flow;
use crate::segment::words::forms::Words;
use crate::segment::words::names::{self, honorific};
use crate::segment::words::pattern::compile;
use crate::segment::words::text::fold;
use regex::Regex;
use std::sync::LazyLock;

static HONORIFICS_OF_TODAY: Words = Words::new("attendance.honorifics_of_today");
/// Who wrote the minutes, as a sentence says it.
static SECRETARY: Words = Words::new("attendance.secretary");
/// Words beside the name of the one who did.
static WRITERS: Words = Words::new("attendance.writers");
/// Words before the first name of a sentence that tells who is away.
static ABSENCE: Words = Words::new("attendance.absence");
/// The same behind the names.
static ABSENCE_TOLD: Words = Words::new("attendance.absence_told");
static REPLACED: Words = Words::new("attendance.replaced");
static OF_ANOTHER: Words = Words::new("attendance.of_another");
/// "jämväl": those who were there besides.
static BESIDES: Words = Words::new("attendance.besides");
static SERVICE: Words = Words::new("attendance.service");
static SERVE_VERBS: Words = Words::new("persons.serve_verbs");
static CALLED: Words = Words::new("persons.called");
static MEMBER_STEMS: Words = Words::new("persons.member_stems");
static ONE_SUBSTITUTE: Words = Words::new("attendance.one_substitute");
static HANGING: LazyLock<Regex> = LazyLock::new(|| compile(r"\s(?:{=persons.for}|{=persons.conjunctions})$"));

/// Two persons in one line, and not one with whom that one replaces.
pub fn is_crowded(text: &str) -> bool {
    pair_replaced(text, entry::run(text, 0..text.len()), true).len() >= 2
}

/// `herr`, `fru` and the like, which lists of a later time have no more; "Dr" they have.
fn is_address(word: &str) -> bool {
    honorific(word).is_some() && !HONORIFICS_OF_TODAY.has(&word.trim_end_matches('.').to_lowercase())
}

/// Running text rather than a line for each person.
pub fn is_prose(block: &Block) -> bool {
    let rows: Vec<String> = block
        .values
        .iter()
        .map(|(_, pieces)| pieces.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" "))
        .collect();
    let speaks_for_one = |row: &&String| proxies::on_behalf(row).is_some();
    if is_row_each(&rows) || rows.iter().filter(speaks_for_one).count() >= 2 {
        return false;
    }
    let with_honorifics = rows.iter().filter(|row| row.split_whitespace().any(is_address)).count();
    let long = rows.iter().filter(|row| row.split_whitespace().count() >= 7).count();
    if with_honorifics >= 1 && (long >= 1 || with_honorifics * 2 >= rows.len() && rows.len() <= 3) {
        return true;
    }
    // Two persons in one piece, not two columns of one each.
    let crowded = block.pieces().filter(|piece| is_crowded(&piece.text)).count();
    // "Vid behandling av § 2 var följande medlemmar närvarande:" over such pieces is of the same text.
    let is_text = |row: &&String| {
        row.split_whitespace().count() >= 6 && names::name_at(row, 0).is_none_or(|name| name.tokens < 2)
    };
    let told = rows.iter().filter(|row| is_text(row) && !is_crowded(row)).count();
    crowded >= 1 && (crowded + told) * 2 >= rows.len() || runs_on(&rows)
}

/// Full rows of which few begin with a name, and names that go on in the next row: a sentence over several lines.
fn runs_on(rows: &[String]) -> bool {
    let starts = rows.iter().filter(|row| names::name_at(row, 0).is_some_and(|name| name.tokens >= 2)).count();
    let full = rows.iter().filter(|row| row.split_whitespace().count() >= 5).count();
    if rows.len() < 2 || starts * 2 >= rows.len() || full * 2 < rows.len() {
        return false;
    }
    let whole = rows.join(" ");
    let apart: usize = rows.iter().map(|row| entry::run(row, 0..row.len()).len()).sum();
    entry::run(&whole, 0..whole.len()).len() > apart.max(1)
}

/// A row for each person: every one begins with a whole name, its titles before it, and none goes on in the next.
fn is_row_each(rows: &[String]) -> bool {
    let of_one = |row: &String| {
        let whole = entry::entry(row, 0..row.len()).is_some_and(|person| row[person.name].contains(' '));
        let goes_on = row.ends_with([',', '-', '.', ':']) || HANGING.is_match(row);
        let titled = || {
            let first = row.split_whitespace().next().unwrap_or("");
            honorific(first).is_some_and(|many| !many) || titles::small_titles(row, 0, row.len()).is_some()
        };
        (row.starts_with(char::is_uppercase) || titled()) && whole && !goes_on && !is_crowded(row)
    };
    rows.len() >= 2 && rows.iter().all(of_one)
}

pub fn prose(lexicon: &Lexicon, pages: &[CorrectedPage], flow: &Flow, kind: ListKind, lists: &mut Lists) {
    let mut start = 0;
    let text = flow.text.clone();
    for end in sentence_ends(&text) {
        let sentence = &text[start..end];
        if movements::tells_movement(sentence) {
            start = end;
            continue;
        }
        let folded = fold(sentence);
        let secretary = SECRETARY.within(&folded);
        let mut persons = entry::run(&text, start..end);
        persons.iter_mut().for_each(|person| titles::without_titles(lexicon, &text, person));
        offices_before(&text, start, &mut persons);
        let of_substitutes = matches!(kind, ListKind::Category(Category::ServingSubstitute | Category::Substitute))
            || SUBSTITUTE_STEMS.within(&folded);
        persons.retain(|person| !proxies::is_represented(&text[start..person.name.start]));
        let persons = pair_replaced(&text, persons, of_substitutes);
        let opening = fold(text.get(start..persons.first().map_or(end, |person| person.name.start)).unwrap_or(""));
        let tells_absence = ABSENCE.within(&opening)
            || ABSENCE_TOLD.within(&folded)
                && !REPLACED.within(&folded)
                // "vilken var förhindrad" tells of the one before, and not of all.
                && !OF_ANOTHER.within(&folded);
        let kind = if tells_absence {
            ListKind::Absent
        } else if secretary || BESIDES.within(&without_remarks(sentence)) {
            ListKind::Category(Category::Official)
        } else {
            kind
        };
        if let Some((away, serving)) = stands_in(sentence, &persons) {
            push(
                pages,
                flow,
                Person { replaces: Some(away.name.clone()), ..serving },
                ListKind::Category(Category::ServingSubstitute),
                lists,
            );
            start = end;
            continue;
        }
        // The substitutes come after the members in the same sentence, from their own word on.
        let serves = SERVICE.within(&folded);
        let mut own_kind = kind;
        let mut from = start;
        let n_persons = persons.len();
        let starts: Vec<usize> = persons.iter().map(|person| person.name.start).collect();
        let secretary_first = WRITERS.within(&opening);
        for (index, mut person) in persons.into_iter().enumerate() {
            // "Ragnar Ek, vilken förde protokollet, samt Bo Ros": only the first.
            let after = text.get(person.name.end..starts.get(index + 1).copied().unwrap_or(end)).unwrap_or("");
            let secretary = secretary && (n_persons == 1 || secretary_first || WRITERS.within(&fold(after)));
            let before = fold(text.get(from..person.name.start).unwrap_or(""));
            from = person.whole.end.max(person.name.end);
            if SUBSTITUTE_STEMS.within(&before) {
                own_kind = match kind {
                    ListKind::Absent => kind,
                    _ if serves => ListKind::Category(Category::ServingSubstitute),
                    _ => ListKind::Category(Category::Substitute),
                };
                lists.tells_apart = true;
            } else if MEMBER_STEMS.within(&before) {
                own_kind = kind;
                lists.tells_apart = true;
            }
            let (list_kind, kind) = (kind, own_kind);
            if secretary && person.role.is_none() {
                person.role = Some(AttendeeRole::Secretary);
            }
            push(pages, flow, person, kind, lists);
            // "suppleanten Eva Ek, komminister Bo Ros": one substitute and no more.
            if before.split(' ').any(|word| ONE_SUBSTITUTE.has(word)) {
                own_kind = list_kind;
            }
        }
        start = end;
    }
}

/// A sentence, folded, without what stands in parentheses behind the names: "(adjungerad)" is one person's.
fn without_remarks(sentence: &str) -> String {
    fold(&REMARKS.replace_all(sentence, " "))
}

static REMARKS: LazyLock<Regex> = LazyLock::new(|| compile(r"\([^()]*\)"));

/// "Ordföranden, kyrkoherden Bo Ek": an office before a name, with a comma and what the person lives by between.
fn offices_before(text: &str, start: usize, persons: &mut [Person]) {
    let mut from = start;
    for person in persons {
        let before = text.get(from..person.name.start).unwrap_or("");
        let office = OFFICE_BEFORE.captures(before).or_else(|| SHORT_OFFICE.captures(before));
        if let Some(office) = office.and_then(|found| found.get(1))
            && person.role.is_none()
        {
            person.role = names::role_of(office.as_str());
            person.role_text = Some(from + office.start()..from + office.end());
        }
        from = person.whole.end.max(person.name.end);
    }
}

static OFFICE_BEFORE: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"(?i:\b)((?i:{=persons.vice}\s+)?(?i:{=persons.chair})),\s+(?:\p{Ll}[\p{Ll}-]+\s+){0,3}$")
});

/// "v. ordf. fru Ek": an office cut short before an address.
static SHORT_OFFICE: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"(?i)(?:^|[\s,])((?:{=roles.vice}\.?\s+)?{=persons.offices_short}\.?)\s+{=names.honorifics}\.?\s+$")
});

/// What stands between one who serves and the one in whose place.
static IN_PLACE_OF: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?ix)^(?P<before>[^.;:]{0,50}?)(?:^|[\s,(])(?:
            (?P<told>{=persons.serve_stems}[\p{L}]*\.?\s+(?:{=persons.for}|{=persons.for_short}|{=persons.instead})
              | {=persons.instead} | {=persons.replace_verbs})
          | {=persons.for}
        )\s+(?:[\p{L}-]+\.?\s+){0,3}$",
    )
});

/// "Albin Ek för herr Gunnar Ros": the second is no attendee but whom the first replaces.
fn pair_replaced(text: &str, persons: Vec<Person>, of_substitutes: bool) -> Vec<Person> {
    let mut out: Vec<Person> = Vec::new();
    for person in persons {
        let pairs = out.last().is_some_and(|last| {
            let between = text.get(last.name.end..person.name.start).unwrap_or("");
            last.replaces.is_none()
                && IN_PLACE_OF.captures(between).is_some_and(|found| {
                    let is_word = |word: &&str| word.chars().any(char::is_alphabetic);
                    let words = found["before"].split_whitespace().filter(is_word).count();
                    found.name("told").is_some() && words <= 4 || of_substitutes && words <= 1
                })
        });
        match out.last_mut() {
            Some(last) if pairs => {
                last.replaces = Some(person.name);
                last.replaces_party = person.party.map(|(_, code)| code);
            }
            _ => out.push(person),
        }
    }
    out
}

/// "För hr Ek, som var frånvarande, tjänstgjorde suppleanten fru Ros": who is away and who serves.
fn stands_in(sentence: &str, persons: &[Person]) -> Option<(Person, Person)> {
    let [away, serving] = persons else { return None };
    let folded = fold(sentence);
    let serves = SERVE_VERBS.within(&folded) || CALLED.within(&folded);
    (opens_in_place(&folded) && serves).then(|| (away.clone(), serving.clone()))
}

/// "i stället för hr Ek ...": a folded sentence that opens with the one who is replaced.
pub fn opens_in_place(folded: &str) -> bool {
    OPENS_IN_PLACE.is_match(folded)
}

static OPENS_IN_PLACE: LazyLock<Regex> = LazyLock::new(|| compile(r"^(?:{=persons.for}|{=persons.instead})\s"));

/// Where sentences end; an initial ends none.
pub fn sentence_ends(text: &str) -> Vec<usize> {
    let mut out = Vec::new();
    for (at, _) in text.match_indices('.') {
        let after = &text[at + 1..];
        // "B. Aspelin", "Hj. Öbergh"
        let last = text[..=at].rsplit(char::is_whitespace).next().unwrap_or("");
        // "sekr. Eva Ek"
        let is_office = titles::shortened_office(&text[at + 1 - last.len()..]).is_some();
        if !names::is_initial(last)
            && !is_office
            && after.starts_with(char::is_whitespace)
            && after.trim_start().chars().next().is_some_and(char::is_uppercase)
        {
            out.push(at + 1);
        }
    }
    out.push(text.len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::OcrPage;
    use crate::segment::marks::sheet::Sheet;

    fn told(text: &str, kind: ListKind) -> Lists {
        let pages = vec![CorrectedPage::new(OcrPage::from_text(1, text), Vec::new())];
        let sheet = Sheet::new(&pages);
        let flow = sheet.flow_of_pieces(sheet.rows.iter().flat_map(|row| &row.pieces));
        let mut lists = Lists::default();
        prose(&Lexicon::builtin(), &pages, &flow, kind, &mut lists);
        lists
    }

    fn here(lists: &Lists) -> Vec<(&str, Category)> {
        lists.attendees.iter().map(|one| (one.name.value.as_deref().unwrap_or(""), one.category)).collect()
    }

    const PRESENT: ListKind = ListKind::Category(Category::Present);

    #[test]
    fn substitutes_come_after_the_members() {
        let lists = told(
            "herrar Stig Holm, Erik Ek och Åke Lund samt suppleanten fru Ida Ros, som tjänstgjorde i stället för herr Sven By.",
            PRESENT,
        );
        assert_eq!(
            here(&lists),
            [
                ("Stig Holm", Category::Present),
                ("Erik Ek", Category::Present),
                ("Åke Lund", Category::Present),
                ("Ida Ros", Category::ServingSubstitute),
            ]
        );
        assert_eq!(lists.attendees[3].replaces.value.as_deref(), Some("Sven By"));
        assert_eq!(lists.absent[0].name.value.as_deref(), Some("Sven By"));
    }

    #[test]
    fn the_one_who_is_replaced_may_come_first() {
        for opening in ["För", "I stället för", "I frånvaro av"] {
            let text = format!("{opening} herr Bo Ek tjänstgjorde suppleanten fru Ida Ros.");
            let lists = told(&text, PRESENT);
            assert_eq!(here(&lists), [("Ida Ros", Category::ServingSubstitute)], "{text}");
            assert_eq!(lists.attendees[0].replaces.value.as_deref(), Some("Bo Ek"));
        }
    }

    #[test]
    fn sentences_tell_who_is_away_who_writes_and_who_comes_besides() {
        let lists = told("Frånvarande voro herrar Bo Ek och Per Holm.", PRESENT);
        assert!(lists.attendees.is_empty());
        assert_eq!(lists.absent.len(), 2);
        let lists = told("Dessutom närvoro herr Bo Ek och fru Eva Ros. Protokollet fördes av herr Göte By.", PRESENT);
        assert_eq!(
            here(&lists),
            [("Bo Ek", Category::Official), ("Eva Ros", Category::Official), ("Göte By", Category::Official)]
        );
        let roles: Vec<Option<AttendeeRole>> = lists.attendees.iter().map(|one| one.role).collect();
        assert_eq!(roles, [None, None, Some(AttendeeRole::Secretary)]);
        // Who comes and goes is told in the items.
        assert!(told("Herr Bo Ek anlände kl 14.", PRESENT).attendees.is_empty());
    }

    #[test]
    fn an_office_stands_before_what_someone_lives_by() {
        let lists = told("Närvarande voro ordföranden, kyrkoherden Bo Ek, och herr Per Holm.", PRESENT);
        assert_eq!(lists.attendees[0].role, Some(AttendeeRole::Chair));
        assert_eq!(lists.attendees[1].role, None);
    }

    #[test]
    fn rows_for_each_person_are_no_prose() {
        let rows = |rows: &[&str]| rows.iter().map(|row| (*row).to_owned()).collect::<Vec<String>>();
        assert!(is_row_each(&rows(&["Anna Berg (S), ordförande", "Bo Ek (M)"])));
        assert!(!is_row_each(&rows(&["Anna Berg (S) och", "Bo Ek (M)"])));
        assert!(runs_on(&rows(&[
            "de valda ledamöterna Anna Berg, Bo Ek och Per",
            "Holm, samt de valda suppleanterna Ida Ros"
        ])));
        assert!(!runs_on(&rows(&["Anna Berg (S), ordförande", "Bo Ek (M)"])));
        assert!(is_crowded("Anna Berg (S) och Bo Ek (M)") && !is_crowded("Anna Berg (S) ersätter Bo Ek (M)"));
    }

    #[test]
    fn initials_end_no_sentence() {
        let text = "Herr B. Ek kom. Han gick.";
        assert_eq!(sentence_ends(text), [text.find(" Han").unwrap(), text.len()]);
        let text = "kanslichef Bo Ek, sekr. Eva Ros";
        assert_eq!(sentence_ends(text), [text.len()]);
    }
}
