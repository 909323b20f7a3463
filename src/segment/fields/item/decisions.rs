//! The words of a decision: the sentence that decides, and what became of the matter by it.

use crate::protocol::{Outcome, Section, SectionKind};
use crate::segment::fields::item::body::{Paragraph, ParagraphKind};
use crate::segment::marks::sheet::Sheet;
use crate::segment::words::deciding;
use crate::segment::words::decisions::{
    ACTS, DECIDES, FILED, FOUND, HAS_DECIDED, LEAD, MOVED, PASSIVE, SUBJECT, actor, bare_body_acted, closed_up,
    is_question,
};
use crate::segment::words::forms::Words;
use crate::segment::words::pattern::compile;
use crate::segment::words::text::fold;
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// General meetings, as their decisions name them.
static ASSEMBLIES: Words = Words::new("meetings.assemblies");

/// Bytes of "rådet": shorter words end names of bodies by chance.
const SHORTEST_BODY: usize = 6;

/// "arbetsutskottets beslut": whose decisions a heading names.
static OWNER: LazyLock<Regex> = LazyLock::new(|| compile(r"^(?P<owner>.*) {=sections.decision}"));
static ENDS_WITH_DECISION: LazyLock<Regex> = LazyLock::new(|| compile(r" {=sections.decision}$"));
static PROPOSAL_TO: LazyLock<Regex> = LazyLock::new(|| compile(r" {=sections.proposal} till "));

/// How a document prints its decisions.
#[derive(Clone, Debug, Default)]
pub struct Style {
    /// "Nämnden beslutar" on its own line always, never with its decision on the same line.
    pub lead_is_heading: bool,
    /// The word that most decisions name as the body: "nämnden", "fullmäktige".
    body: Option<String>,
    /// What decisions call it besides: "kommunalnämnden".
    also_called: Vec<String>,
    /// Whose decisions the headings name: "arbetsutskottets" of "Arbetsutskottets beslut".
    owner: Option<String>,
    /// A good part of the items print a heading over their decisions.
    pub heads_decisions: bool,
    /// A general meeting that says of nearly everything but elections that it was decided: what it tells in other
    /// words is told apart from its decisions.
    pub tells_apart: bool,
    /// Few items have a word that decides: what was decided stands there without one.
    pub is_terse: bool,
}

/// Fewer items show no style.
const ENOUGH_ITEMS: usize = 6;

impl Style {
    /// Whether a paragraph of running text is, or opens, a decision.
    pub fn is_decision(&self, text: &str) -> bool {
        !is_question(text) && {
            let text = &closed_up(text);
            (DECIDES.is_match(text) || ACTS.is_match(text)) && !self.others_decided(text) && !FOUND.is_match(text)
                || (PASSIVE.is_match(text) || FILED.is_match(text)) && !self.is_assembly() && !MOVED.is_match(text)
                || self.acted(text)
        }
    }

    /// Where "Årsmötet beslutade" tells the decisions, elections and what was filed are told apart from them.
    pub fn is_assembly(&self) -> bool {
        self.body.as_deref().is_some_and(|body| ASSEMBLIES.has(body))
    }

    /// What is sent on to a higher body under "Arbetsutskottets förslag till kommunstyrelsen" is the committee's decision.
    pub fn is_own_proposal(&self, heading: &str) -> bool {
        let folded = fold(heading);
        self.owner.as_deref().is_none_or(|owner| folded.starts_with(owner))
            && PROPOSAL_TO.is_match(&folded)
            && !ENDS_WITH_DECISION.is_match(&folded)
    }

    /// "Socialnämnden har beslutat att pröva ...", told by another body.
    pub fn others_decided(&self, text: &str) -> bool {
        let Some(found) = HAS_DECIDED.captures(text) else { return false };
        self.body.as_ref().is_some_and(|body| *body != found[1].to_lowercase())
    }

    /// Words of a decision that also stand in accounts: they decide where nothing else does.
    pub fn acts(&self, sentence: &str) -> bool {
        let sentence = sentence.trim_start_matches(|c: char| !c.is_alphanumeric());
        self.acted(sentence) || PASSIVE.is_match(sentence) && !self.is_assembly() || ACTS.is_match(sentence)
    }

    /// "Arbetsutskottet beslutade", told in the minutes of the board.
    pub fn another_decides(&self, text: &str) -> bool {
        let (Some(found), Some(body)) = (SUBJECT.captures(text), &self.body) else { return false };
        let subject = found[1].to_lowercase();
        *body != subject
            && !self.also_called.contains(&subject)
            && deciding::classes(&subject).iter().any(|class| ["assembly", "board", "council"].contains(class))
    }

    /// Other bodies act in the account of a matter.
    pub fn acted(&self, text: &str) -> bool {
        match &self.body {
            Some(body) => actor(text).is_some_and(|word| *body == word || self.also_called.contains(&word)),
            None => bare_body_acted(text),
        }
    }
}

/// Looks at all items' paragraphs: the same words are a heading in one document and a sentence in another.
pub fn style<'a>(sheet: &Sheet, items: impl IntoIterator<Item = &'a [Paragraph]>) -> Style {
    let (mut leads, mut apart, mut sentences, mut with_heading) = (0, 0, 0, 0);
    let mut bodies: BTreeMap<String, usize> = BTreeMap::new();
    let mut owners: BTreeMap<String, usize> = BTreeMap::new();
    // A heading stands nearer to what it heads than to what comes before.
    let is_apart = |row: usize| {
        let below = sheet.gap_above(row + 1).unwrap_or(1.0);
        sheet.gap_above(row).is_none_or(|gap| gap > 1.2 && gap > below * 1.2)
    };
    let (mut n_items, mut n_headed) = (0, 0);
    let (mut n_decided, mut n_otherwise, mut n_strong) = (0, 0, 0);
    for paragraphs in items {
        n_items += 1;
        let is_headed = |paragraph: &Paragraph| paragraph.kind == ParagraphKind::Heading(SectionKind::Decision);
        n_headed += usize::from(paragraphs.iter().any(is_headed));
        match deciding::wording(
            paragraphs.iter().filter(|one| one.kind == ParagraphKind::Text).map(|one| one.flow.text.as_str()),
        ) {
            Some(true) => n_decided += 1,
            Some(false) => n_otherwise += 1,
            None => {}
        }
        let is_strong = |paragraph: &Paragraph| deciding::is_strong(&paragraph.flow.text);
        n_strong += usize::from(paragraphs.iter().any(|one| is_headed(one) || is_strong(one)));
        for (at, paragraph) in paragraphs.iter().enumerate() {
            let text = paragraph.text();
            if paragraph.kind == ParagraphKind::Heading(SectionKind::Decision)
                && let Some(found) = OWNER.captures(&fold(&text))
            {
                *owners.entry(found["owner"].to_owned()).or_default() += 1;
            }
            if paragraph.kind != ParagraphKind::Text {
                continue;
            }
            if let Some(found) = SUBJECT.captures(&text) {
                *bodies.entry(found[1].to_lowercase()).or_default() += 1;
            }
            let under_heading =
                at > 0 && matches!(paragraphs[at - 1].kind, ParagraphKind::Heading(SectionKind::Decision));
            if LEAD.is_match(&text) {
                leads += 1;
                apart += usize::from(is_apart(paragraph.row));
                with_heading += usize::from(under_heading);
            } else if DECIDES.is_match(&text) || ACTS.is_match(&text) {
                sentences += 1;
                with_heading += usize::from(under_heading);
            }
        }
    }
    let lead_is_heading = leads >= 2 && apart * 2 > leads && sentences * 8 <= leads && with_heading == 0;
    let most = |words: &BTreeMap<String, usize>| words.iter().max_by_key(|(_, n)| **n).map(|(word, _)| word.clone());
    let body = most(&bodies);
    // "nämnden" and "kommunalnämnden", not "den".
    let is_same = |word: &String| {
        let other = body.as_ref().filter(|body| *body != word && body.len().min(word.len()) >= SHORTEST_BODY);
        other.is_some_and(|body| body.ends_with(word.as_str()) || word.ends_with(body.as_str()))
    };
    let also_called = bodies.keys().filter(|word| is_same(word)).cloned().collect();
    let tells_apart = body.as_deref().is_some_and(|body| deciding::classes(body).contains(&"assembly"))
        && n_headed == 0
        && n_decided >= 2
        && n_decided * 10 >= (n_decided + n_otherwise) * 6;
    Style {
        lead_is_heading,
        owner: most(&owners),
        body,
        also_called,
        heads_decisions: n_headed * 4 >= n_items && n_headed > 0,
        tells_apart,
        is_terse: n_items >= ENOUGH_ITEMS && n_strong * 10 < n_items * 4,
    }
}

/// What became of the matter, from the words of its decision. Parts that were decided otherwise than the rest make it
/// `Other`.
pub fn outcome(sections: &[Section]) -> Option<Outcome> {
    let mut found: Vec<Outcome> = Vec::new();
    for section in sections.iter().filter(|section| section.kind == SectionKind::Decision) {
        let text = closed_up(&section.text).to_lowercase();
        found.extend(CLAUSE.split(&text).filter_map(outcome_of));
    }
    // To file a matter says less than to approve it, and is mostly the other half of that.
    let noted = found.contains(&Outcome::Noted);
    found.retain(|outcome| *outcome != Outcome::Noted);
    match found.split_first() {
        _ if noted && found.iter().all(|outcome| *outcome == Outcome::Approved) => Some(Outcome::Noted),
        None => None,
        Some((first, rest)) if rest.iter().all(|outcome| outcome == first) => Some(*first),
        Some(_) => Some(Outcome::Other),
    }
}

/// Where a clause of a decision ends: the next point begins with "att", or a sentence.
static CLAUSE: LazyLock<Regex> = LazyLock::new(|| compile(r"\n|[.;] |\batt\b"));

/// To refuse to refer back leaves the matter where it is.
static NOT_REFERRED: LazyLock<Regex> =
    LazyLock::new(|| compile(r"avsl\w+ .{0,40}\b{=outcomes.delayed}|{=outcomes.delayed}\w* avsl"));

/// What is put off is not approved, and "tillstyrka" and "godkänna" say more.
static NOT_POSTPONED: Words = Words::new("outcomes.not_postponed");

/// The words by which a decision tells what became of the matter. The first that fits counts.
static OUTCOMES: LazyLock<[(Outcome, Regex); 6]> = LazyLock::new(|| {
    [
        (Outcome::ReferredBack, compile(r"{=outcomes.referred_back}")),
        (Outcome::Postponed, compile(r"{=outcomes.postponed}")),
        (Outcome::Withdrawn, compile(r"{=outcomes.withdrawn}")),
        (Outcome::Rejected, compile(r"{=outcomes.rejected}|{=outcomes.rejected_words}[ .]")),
        (Outcome::Noted, compile(r"{=outcomes.noted}")),
        (
            Outcome::Approved,
            compile(
                r"{=outcomes.approved}|{=outcomes.approved_words}[ .]|enligt (?:[\p{L}-]+ ){0,3}{=sections.proposal}\b",
            ),
        ),
    ]
});

/// Elections and orders have no outcome: what came of them is their words.
fn outcome_of(decision: &str) -> Option<Outcome> {
    if NOT_REFERRED.is_match(decision) {
        return None;
    }
    let fits = |(outcome, words): &&(Outcome, Regex)| {
        words.is_match(decision) && !(*outcome == Outcome::Postponed && NOT_POSTPONED.within(decision))
    };
    OUTCOMES.iter().find(fits).map(|(outcome, _)| *outcome)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_became_of_a_matter() {
        let of = |text: &str| {
            let section = Section { kind: SectionKind::Decision, heading: None, text: text.into() };
            outcome(&[section])
        };
        let other = Some(Outcome::Other);
        assert_eq!(of("Nämnden beslutar\natt bevilja föreningen bidrag,\natt avslå övriga ansökningar."), other);
        assert_eq!(of("Nämnden beslutar att bordlägga § 4. Nämnden beslutar att godkänna § 5."), other);
        assert_eq!(of("Nämnden beslutar att godkänna den och lägga den till handlingarna."), Some(Outcome::Noted));
        assert_eq!(of("Nämnden beslutar att avslå yrkandet om återremiss, att anta planen."), Some(Outcome::Approved));
        assert_eq!(of("Nämnden beslutar att återremittera ärendet."), Some(Outcome::ReferredBack));
        assert_eq!(of("Till ledamot valdes Anna Berg."), None);
        assert_eq!(of("Nämnden beslöt att avstyrka ansökningen."), Some(Outcome::Rejected));
        assert_eq!(of("Stämman beslutade enligt valberedningens förslag."), Some(Outcome::Approved));
    }

    #[test]
    fn what_is_moved_is_not_decided() {
        let style =
            Style { body: Some("nämnden".into()), also_called: vec!["kommunalnämnden".into()], ..Style::default() };
        assert!(style.is_decision("Ärendet bordläggs till nästa sammanträde."));
        assert!(style.is_decision("Kommunalnämnden antog anbudet."));
        assert!(!style.is_decision("Byggnadsnämnden antog anbudet."));
        assert!(!style.is_decision("Hans-Olov Ek yrkar att ärendet bordläggs i avvaktan på svar."));
    }
}
