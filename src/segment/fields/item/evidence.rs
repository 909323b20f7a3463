//! What speaks for and against a sentence's being the decision of its item. Each kind of evidence has a name; what it
//! weighs is told by `weights`.

use crate::protocol::SectionKind;
use crate::segment::fields::item::decisions::Style;
use crate::segment::fields::item::ends::tells_course;
use crate::segment::fields::item::units::Unit;
use crate::segment::words::dates::times;
use crate::segment::words::deciding::{self, STRONG, Said};
use crate::segment::words::decisions::{
    ACTS, DECIDED, DECIDES, FILED, FOUND, MOVED, PASSIVE, bare_body_acted, closed_up, is_question, leads,
};
use crate::segment::words::forms::Words;
use crate::segment::words::names::is_name_line;
use crate::segment::words::pattern::compile;
use regex::Regex;
use std::sync::LazyLock;

/// A point of a list.
static BULLET: LazyLock<Regex> = LazyLock::new(|| compile(r"^(?:[-–—•*·]|[\p{Ll}0-9]{1,2}[.)])\s"));
static NAME: LazyLock<Regex> = LazyLock::new(|| compile(r"\p{Lu}\p{Ll}+\s+\p{Lu}\p{Ll}+"));
/// "14.3 Val av revisorer"
static SUBHEADING: LazyLock<Regex> = LazyLock::new(|| compile(r"^\d{1,2}\.\d{1,2}\.?\s"));
static BY: LazyLock<Regex> = LazyLock::new(|| compile(r"\bav\s+(?i:{=deciding.assembly})\b"));
/// "b. Kassör", "2) Revisor".
static ENUMERATED: LazyLock<Regex> = LazyLock::new(|| compile(r"^[\p{Ll}0-9]{1,2}[.)]\s\p{Lu}"));
/// A quotation that begins behind a colon.
static QUOTE: LazyLock<Regex> = LazyLock::new(|| compile(r#":\s?["“”»„]"#));
static BRACKETS: LazyLock<Regex> = LazyLock::new(|| compile(r"\([^)]*\)"));
static ELECTION: LazyLock<Regex> = LazyLock::new(|| compile(r"(?i)^{=deciding.elections}\b|\bval av\b|\bval$"));

/// What counts only beside the word that decides.
const ELSEWHERE: [&str; 4] = ["perfect", "earlier", "possible", "future"];

/// What a title says of its item.
const TITLES: [(&str, &str); 9] = [
    ("opening", "title.opening"),
    ("informing", "title.informing"),
    ("other_matters", "title.other_matters"),
    ("resolution", "title.resolution"),
    ("motion", "title.motion"),
    ("confirming", "title.confirming"),
    ("fixing", "title.fixing"),
    ("asking", "title.asking"),
    ("meeting_next", "title.next"),
];

/// Kinds of titles under which a sentence without a word that decides may yet decide: where it is the first, and where
/// it is short.
const BARE_UNDER: [(&str, &str, &str); 6] = [
    ("confirming", "title.confirming&bare", "title.confirming&bare_short"),
    ("fixing", "title.fixing&bare", "title.fixing&bare_short"),
    ("asking", "title.asking&bare", "title.asking&bare_short"),
    ("motion", "title.motion&bare", "title.motion&bare_short"),
    ("meeting_next", "title.next&bare", "title.next&bare_short"),
    ("informing", "title.informing&bare", "title.informing&bare_short"),
];

/// "➔ Avgiften höjs.": what is pointed out.
static ARROW: LazyLock<Regex> = LazyLock::new(|| compile(r"^(?:[➔→⇒➜➡►▶]|=>|->|-->)\s?"));
/// Words of the shortest sentences: "Rapporten noteras."
const FEW: usize = 4;

/// "är godkända", "är vald till 2027": what a word that decides tells of what already is.
fn is_state(text: &str) -> bool {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(2).any(|pair| IS.has(&pair[0].to_lowercase()) && deciding::is_strong(pair[1]))
}
static IS: Words = Words::new("deciding.is");

/// Words of a short sentence.
const SHORT: usize = 14;

/// What an item is, for its sentences.
pub struct Context<'a> {
    pub title: &'a str,
    pub style: &'a Style,
}

/// The names of what speaks for or against each unit.
pub fn evidence(units: &[Unit], context: &Context) -> Vec<Vec<&'static str>> {
    let mut out: Vec<Vec<&'static str>> = units.iter().map(|unit| of_words(unit, context)).collect();
    let title = deciding::classes(context.title);
    let strong: Vec<bool> = out.iter().map(|found| found.contains(&"strong")).collect();
    let sure: Vec<bool> = out.iter().map(|found| found.contains(&"re.decides")).collect();
    let none_strong = !strong.contains(&true);
    let found = out.clone();
    let told = |at: usize| found[at].contains(&"vote&digits");
    let decides_untold = |at: usize| !told(at) && found[at].contains(&"main") && !found[at].contains(&"elected");
    let mut is_quoted = false;
    for (at, unit) in units.iter().enumerate() {
        let own = &mut out[at];
        let n_quotes = unit.text.chars().filter(|c| matches!(c, '"' | '“' | '”' | '»' | '«' | '„')).count();
        let (begins_quoted, n_words) = (is_quoted, unit.text.split_whitespace().count());
        is_quoted ^= n_quotes % 2 == 1;
        let decides_late = QUOTE.is_match(&unit.text);
        let mut add = |is: bool, name: &'static str| {
            if is {
                own.push(name);
            }
        };
        add(true, "any");
        let is_same = |other: &Vec<&str>| STRONG.iter().any(|class| other.contains(class) && found[at].contains(class));
        add(strong[at] && found.iter().enumerate().any(|(n, other)| n != at && is_same(other)), "else.same");
        let elects = |at: usize| found[at].contains(&"elected");
        add(elects(at) && (0..units.len()).any(|other| other != at && elects(other)), "else.elected");
        add(strong[at] && unit.opens && n_words <= 4, "strong&opens&short");
        add(begins_quoted || decides_late, "quoted");
        add((begins_quoted || decides_late) && strong[at], "quoted&strong");
        add(none_strong, "none_strong");
        add(none_strong && at == 0, "none_strong&first");
        add(none_strong && units.len() == 1, "none_strong&only");
        add(none_strong && units.len() == 1 && n_words <= SHORT, "none_strong&only_short");
        add(context.style.is_terse, "style.terse");
        add(context.style.is_terse && none_strong, "style.terse&none_strong");
        add(context.style.is_terse && none_strong && at == 0, "style.terse&none_strong&first");
        add(context.style.is_terse && none_strong && n_words <= SHORT, "style.terse&none_strong&short");
        for (class, first, short) in BARE_UNDER {
            let is_bare = title.contains(&class) && none_strong;
            add(is_bare && at == 0, first);
            add(is_bare && n_words <= SHORT, short);
        }
        add(at == 0, "at.first");
        add(at + 1 == units.len(), "at.last");
        add(units.len() == 1, "at.only");
        add(unit.opens, "at.opens");
        add(strong.iter().enumerate().any(|(other, is)| *is && other != at), "else.strong");
        add(sure.iter().enumerate().any(|(other, is)| *is && other != at), "else.decides");
        add(strong[..at].contains(&true), "before.strong");
        add(strong[at + 1..].contains(&true), "after.strong");
        let next = units.get(at + 1);
        add(
            next.is_some_and(|next| is_name_line(&next.text) || BULLET.is_match(&next.text) || next.is_cells),
            "next.list",
        );
        let is_list = next.is_some_and(|next| BULLET.is_match(&next.text) || is_listed(&next.text));
        add(is_list && strong[at] && follows(&unit.text), "follows&list");
        if let Some(before) = at.checked_sub(1).map(|before| &units[before]) {
            add(before.text.ends_with(':'), "before.colon");
            add(!before.text.ends_with(['.', ':', '!', '?']) && !is_listed(&before.text), "before.open");
            add(is_listed(&before.text), "before.listed");
            let is_point = BULLET.is_match(&unit.text) || is_listed(&unit.text) || unit.is_cells;
            // Where a point of a list decides, the next is another matter.
            let is_sibling = BULLET.is_match(&unit.text) && BULLET.is_match(&before.text) && strong[at - 1];
            add(is_sibling, "bullet&sibling");
            add(is_sibling && strong[at], "bullet&sibling&strong");
            add(is_point && follows(&before.text), "before.follows");
            add(is_point && follows(&before.text) && strong[at - 1], "before.follows&strong");
            add(before.text.ends_with('.'), "before.stop");
            add(before.paragraph != unit.paragraph, "before.other_paragraph");
        }
        add(context.title.is_empty(), "title.none");
        for (class, name) in TITLES {
            add(title.contains(&class), name);
        }
        add(title.contains(&"resolution") && at == 0, "title.resolution&first");
        add(title.contains(&"resolution") && unit.text.split_whitespace().count() <= 8, "title.resolution&short");
        add(title.contains(&"opening") && strong[at], "title.opening&strong");
        let election = ELECTION.is_match(context.title) || names_offices(context.title);
        add(election, "title.election");
        add(election && (is_name_line(&unit.text) || unit.is_cells), "title.election&name");
        add(election && !strong.contains(&true), "title.election&none_strong");
        add(election && is_listed(&unit.text), "title.election&listed");
        add(election && is_listed(&unit.text) && context.style.tells_apart, "style.apart&election_list");
        add(is_listed(&unit.text) && !strong.contains(&true), "listed&none_strong");
        // "b. Kassör" over what is told of that.
        let is_open = !unit.text.ends_with(['.', ':', ',']) && n_words <= SHORT;
        let heads = ENUMERATED.is_match(&unit.text) && is_open && unit.opens;
        let over = next.is_some_and(|next| next.opens && !BULLET.is_match(&next.text));
        add(heads && over && !strong[at], "point&heads");
        add(heads && over && !strong[at] && next.is_some_and(|next| !is_listed(&next.text)), "point&heads_text");
        add(unit.is_set, "set");
        add(unit.is_set && is_listed(&unit.text), "set&listed");
        add(unit.is_set && BULLET.is_match(&unit.text), "set&bullet");
        // "Planen antas med 4 röster mot 3." before the sentence that decides so.
        add(told(at) && (0..units.len()).any(&decides_untold), "vote&else");
        add(told(at) && !(0..units.len()).any(&decides_untold), "vote&alone");
        add(context.style.heads_decisions, "style.headings");
        add(context.style.heads_decisions && none_strong, "style.headings&none_strong");
        add(context.style.heads_decisions && !strong[at], "style.headings&bare");
    }
    out
}

/// "Följande förslag antogs.": over a list.
fn follows(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| FOLLOWING.has(&word.to_lowercase()))
}
static FOLLOWING: Words = Words::new("deciding.following");

/// "Revisorer och valberedning": a title of offices and nothing else is an election.
fn names_offices(title: &str) -> bool {
    let is_small = |word: &str| word.chars().count() <= 3 || deciding::classes(word).contains(&"joins");
    let words = || title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words().any(deciding::is_office) && words().all(|word| deciding::is_office(word) || is_small(word))
}

/// Names and nothing else: with offices, terms and house numbers.
fn is_listed(text: &str) -> bool {
    let bare = BRACKETS.replace_all(text, " ");
    let mut n_names = 0;
    for word in
        bare.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| word.chars().any(char::is_alphanumeric))
    {
        let found = deciding::classes(word);
        if found.contains(&"elections") && !found.contains(&"terms") {
            return false;
        }
        let is_small = found.iter().any(|class| ["terms", "joins"].contains(class))
            || deciding::is_office(word)
            || word.chars().count() <= 3
            || word.starts_with(|c: char| c.is_ascii_digit());
        if word.starts_with(char::is_uppercase) && !deciding::is_office(word) {
            n_names += 1;
        } else if !is_small {
            return false;
        }
    }
    n_names >= 1 && text.split_whitespace().count() <= 16
}

fn of_words(unit: &Unit, context: &Context) -> Vec<&'static str> {
    let text = closed_up(&unit.text);
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut out: Vec<&'static str> = Vec::new();
    let listed = is_listed(text);
    let (words, n_words) = deciding::said(text);
    let mut said: Vec<&'static str> = Vec::new();
    for word in &words {
        if !said.contains(&word.class) {
            said.push(word.class);
        }
    }
    let decides_in = |clause: usize| {
        let decides = |word: &Said| !word.hangs && (word.class == "decided" || STRONG.contains(&word.class));
        words.iter().any(|word| word.clause == clause && decides(word))
    };
    // "Frågan har varit uppe tidigare, och vi beslutade": what another clause tells is no matter.
    let is_told_apart = |class: &str| {
        ELSEWHERE.contains(&class)
            && words.iter().any(|word| decides_in(word.clause))
            && words.iter().filter(|word| word.class == class).all(|word| !decides_in(word.clause))
    };
    // "Mötet ajournerades kl. 18.40": a pause.
    let is_pause = said.contains(&"adjourned") && !times(text).is_empty();
    said.retain(|class| !(is_told_apart(class) || is_pause && *class == "adjourned"));
    for class in said.iter().filter(|_| !listed) {
        let hangs = words.iter().filter(|word| word.class == *class).all(|word| word.hangs);
        out.push(deciding::hanging(class).filter(|_| hangs).unwrap_or(class));
    }
    let has = |class: &str| said.contains(&class);
    let filed = has("filing") && has("papers");
    let noted = has("noted") && n_words <= FEW;
    let resolved = words.iter().any(|word| word.class == "resolved_that" && word.at == 0);
    // "Beslutet är enhälligt."
    let told_of = words.iter().any(|word| word.class == "resolution" && word.at == 0) && has("unanimously");
    let strong = filed || noted || resolved || told_of || has("decided") || STRONG.iter().any(|class| has(class));
    let is_strong = |class: &str| {
        class == "decided"
            || STRONG.contains(&class) && !(is_pause && class == "adjourned")
            || filed && class == "filing"
            || noted && class == "noted"
            || resolved && class == "resolved_that"
    };
    let main = words.iter().any(|word| is_strong(word.class) && !word.hangs);
    let bodies = ["assembly", "council", "board"];
    let near = |body: &str| {
        words.iter().filter(|word| word.class == body).any(|word| {
            words.iter().any(|other| is_strong(other.class) && !other.hangs && other.at.abs_diff(word.at) == 1)
        })
    };
    // Who tells decisions as they are made tells elections so.
    let is_now = deciding::classes(text).contains(&"elects");
    let near: Vec<bool> = bodies.iter().map(|body| near(body)).collect();
    let apart = context.style.tells_apart && !is_now;
    let mut add = |is: bool, name: &'static str| {
        if is {
            out.push(name);
        }
    };
    add(strong, "strong");
    add(main, "main");
    add(strong && !main, "hanging");
    add(near[0], "near.assembly");
    add(near[1], "near.council");
    add(near[2], "near.board");
    add(main && has("earlier"), "main&earlier");
    add(BY.is_match(text), "by_assembly");
    add(filed, "filed");
    add(filed && has("minutes"), "filed&minutes");
    add(has("vote") && text.contains(|c: char| c.is_ascii_digit()), "vote&digits");
    add(is_state(text), "state");
    add(tells_course(text), "course");
    add(ARROW.is_match(&unit.text), "arrow");
    add(noted, "noted&few");
    add(has("received") && has("discharge"), "received&discharge");
    add(has("received") && has("assigned"), "received&assigned");
    add(has("scheduled") && has("next"), "scheduled&next");
    add(has("becomes") && !strong, "becomes&bare");
    add(has("becomes") && has("perfect"), "becomes&perfect");
    add(context.style.another_decides(text), "re.another_decides");
    add(has("terms") && !strong && n_words <= SHORT, "terms&short");
    add(strong && has("next"), "strong&next");
    add(has("perfect") && has("consequently") && strong, "perfect&consequently");
    add(has("occasioned") && has("measure"), "occasioned&measure");
    add(context.style.tells_apart && has("approved"), "style.apart&approved");
    add(context.style.tells_apart && has("convened"), "style.apart&convened");
    add(context.style.tells_apart && strong && has("agenda") && !has("decided"), "style.apart&agenda");
    add(apart && strong && !has("decided"), "style.apart&strong");
    add(apart && has("elected"), "style.apart&elected");
    add(context.style.tells_apart && is_now, "style.apart&elected_now");
    add(listed, "listed");
    add(listed && context.style.tells_apart, "style.apart&listed");
    add(strong && has("perfect"), "strong&perfect");
    add(strong && has("proposed"), "strong&proposed");
    add(strong && has("reported"), "strong&reported");
    add(strong && has("assembly"), "strong&assembly");
    add(strong && has("council"), "strong&council");
    add(strong && has("future"), "strong&future");
    add(strong && has("possible"), "strong&possible");
    add(strong && has("deontic"), "strong&deontic");
    add(strong && unit.under.is_some(), "strong&under");
    add(has("declared") && has("convened"), "declared&convened");
    add(has("approved") && has("convened"), "approved&convened");
    let place = match unit.under {
        None => "under.nothing",
        Some(SectionKind::Background | SectionKind::Summary) => "under.background",
        Some(SectionKind::Proposal | SectionKind::Motions) => "under.proposal",
        Some(SectionKind::Other) => "under.other",
        Some(_) => "under.rest",
    };
    add(true, place);
    if SUBHEADING.is_match(text) && !text.ends_with('.') {
        add(true, "subheading");
    }
    if listed {
        return out;
    }
    add(words.iter().any(|word| word.class == "reason" && word.at <= 4), "begins.reason");
    add(words.iter().any(|word| word.class == "see_annex" && word.at <= 1), "begins.annex");
    add(main && !text.ends_with(['.', ':', '!', '?']), "main&ends.open");
    add(strong && has("earlier"), "strong&earlier");
    add(main && has("board") && !near[2], "main&board");
    add(main && has("negation"), "main&negation");
    add(main && n_words <= 12, "main&short");
    add(main && n_words >= 30, "main&long");
    let first = deciding::classes(text.split_whitespace().next().unwrap_or(""));
    add(first.contains(&"assembly"), "begins.assembly");
    add(first.contains(&"board"), "begins.board");
    add(first.contains(&"board") && context.style.is_assembly(), "style.assembly&begins.board");
    add(words.iter().any(|word| word.class == "noted" && word.at <= 1), "begins.noted");
    add(has("declared") && has("answered"), "declared&answered");
    add(first.contains(&"council"), "begins.council");
    add(first.contains(&"offices"), "begins.office");
    add(first.contains(&"elected"), "begins.elected");
    add(
        first.iter().any(|class| ["decided", "noted", "settled", "approved", "assigned"].contains(class)),
        "begins.verb",
    );
    let lower = text.to_lowercase();
    add(lower.starts_with("till "), "begins.till");
    add(lower.starts_with("som "), "begins.som");
    add(lower.starts_with("att "), "begins.att");
    add(text.starts_with(char::is_lowercase), "begins.lower");
    add(text.starts_with(|c: char| c.is_ascii_digit()), "begins.digit");
    add(is_name_line(text), "name_line");
    add(NAME.is_match(text), "names");
    add(BULLET.is_match(&unit.text), "bullet");
    add(unit.is_cells, "cells");
    let n = text.split_whitespace().count();
    add(n <= 3, "words.3");
    add(n <= 7, "words.7");
    add(n >= 25, "words.25");
    add(n >= 50, "words.50");
    add(text.ends_with(':'), "ends.colon");
    add(!text.ends_with(['.', ':', '!', '?']), "ends.open");
    add(text.contains(|c: char| c.is_ascii_digit()), "digits");
    add(is_question(text), "question");
    add(leads(text), "re.leads");
    let decides = DECIDES.is_match(text) && !FOUND.is_match(text) && !context.style.others_decided(text);
    add(decides, "re.decides");
    add(DECIDED.is_match(text), "re.decided");
    add(ACTS.is_match(text), "re.acts");
    add(context.style.acted(text), "re.acted");
    add(bare_body_acted(text), "re.bare_body_acted");
    add(PASSIVE.is_match(text), "re.passive");
    add(FILED.is_match(text), "re.filed");
    add(FOUND.is_match(text), "re.found");
    add(MOVED.is_match(text), "re.moved");
    add(context.style.others_decided(text), "re.others_decided");
    add(context.style.is_decision(text), "re.is_decision");
    add(context.style.acts(text), "re.acts_style");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_offices_and_terms_are_a_list() {
        for text in
            ["Eva Ros (12) omval", "Kassör:\tBo Ek", "Anna (7)", "mötesordförande: Sune", "Bo Ek, Eva Ros och Ada Alm"]
        {
            assert!(is_listed(text), "{text}");
        }
        for text in ["Bo Ek berättade om bryggan.", "Kassör", "12 345", "Bryggan ska målas"] {
            assert!(!is_listed(text), "{text}");
        }
    }

    #[test]
    fn what_a_sentence_says_of_itself() {
        assert!(is_state("Evas hundar är godkända i länet.") && !is_state("Hundarna godkändes."));
        assert!(names_offices("Revisorer och valberedning") && !names_offices("Revisorernas berättelse"));
        assert!(follows("Följande förslag antogs.") && !follows("Förslaget antogs."));
    }
}
