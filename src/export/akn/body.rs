//! The text of a protocol in the elements of a debate: attendance, items, who signed.

use super::References;
use super::xml::Xml;
use crate::emit::wire::{self, BallotVote, Category, Document, Item, Outcome, Section, SectionKind, Vote};
use crate::export::naming;

/// A vote that was counted, for the metadata.
pub struct Voting {
    /// The eId of the place in the text that tells of it.
    pub place: String,
    pub outcome: Option<String>,
    /// What was voted for and how many did.
    pub counts: Vec<(&'static str, u32)>,
}

/// Writes the text of a document and remembers whom and what it refers to.
pub struct Body<'d> {
    pub document: &'d Document,
    pub references: References<'d>,
    pub votings: Vec<Voting>,
}

/// Marks what is told again in another form: the words stand in the text above.
const AGAIN: (&str, &str) = ("status", "editorial");

impl Body<'_> {
    /// What the front page tells of the meeting.
    pub fn preface(&mut self, xml: &mut Xml) {
        let meeting = &self.document.meeting;
        xml.text_element("preface", &[]);
        let body = self.references.body();
        xml.text_element("p", &[]);
        if let Some(municipality) = &meeting.municipality {
            let place = self.references.municipality(municipality);
            xml.leaf("organization", &[("refersTo", &place)], municipality);
            xml.text(", ");
        }
        let name = meeting.body.as_deref().unwrap_or(super::UNKNOWN_BODY);
        xml.leaf("organization", &[("refersTo", &body)], name);
        xml.end();
        if let Some(date) = naming::day(self.document) {
            let date = date.to_string();
            xml.text_element("p", &[]);
            xml.leaf("docDate", &[("date", &date)], &date);
            let times = [&meeting.start_time, &meeting.end_time].map(|time| time.as_deref().unwrap_or_default());
            if times != ["", ""] {
                xml.text(&format!(" kl. {}–{}", times[0], times[1]));
            }
            xml.end();
        }
        if let Some(place) = &meeting.place {
            let id = self.references.location(place);
            xml.text_element("p", &[]);
            xml.leaf("location", &[("refersTo", &id)], place);
            xml.end();
        }
        xml.end();
    }

    /// Who was there, and who is named as absent.
    pub fn attendance(&mut self, xml: &mut Xml) {
        let document = self.document;
        if !document.attendees.is_empty() {
            xml.text_element("rollCall", &[]);
            xml.leaf("heading", &[], "Närvarande");
            for attendee in &document.attendees {
                xml.text_element("p", &[("class", attendee.category.as_str())]);
                let role = attendee.role.as_ref().map(|role| self.references.role(role.as_str()));
                let name = attendee.name.as_deref();
                self.person(xml, name, Some(&attendee.id), attendee.party.as_deref(), role.as_deref());
                let office =
                    attendee.role_text.clone().or(attendee.role.as_ref().map(|role| role_caption(role.as_str())));
                for told in [Some(category_caption(&attendee.category).to_owned()), office] {
                    xml.text(&told.filter(|told| !told.is_empty()).map(|told| format!(", {told}")).unwrap_or_default());
                }
                if let Some(organization) = &attendee.organization {
                    let id = self.references.organization(organization);
                    xml.text(", ");
                    xml.leaf("organization", &[("refersTo", &id)], organization);
                }
                if let Some(replaced) = &attendee.replaces {
                    xml.text(" för ");
                    self.person(xml, Some(replaced), attendee.replaces_id.as_deref(), None, None);
                }
                xml.text(&ranges(attendee.paragraphs.as_deref()));
                xml.end();
            }
            xml.end();
        }
        if !document.absent.is_empty() {
            xml.text_element("rollCall", &[]);
            xml.leaf("heading", &[], "Frånvarande");
            for absent in &document.absent {
                xml.text_element("p", &[("class", "absent")]);
                self.person(xml, absent.name.as_deref(), Some(&absent.id), absent.party.as_deref(), None);
                for told in [&absent.role_text, &absent.reason].into_iter().flatten() {
                    xml.text(&format!(", {told}"));
                }
                xml.end();
            }
            xml.end();
        }
    }

    pub fn item(&mut self, xml: &mut Xml, item: &Item) {
        xml.text_element("debateSection", &[("name", "item"), ("refersTo", &self.references.item(item))]);
        if let Some(number) = naming::number_of(item) {
            xml.leaf("num", &[], &number);
        }
        if let Some(title) = &item.title {
            xml.leaf("heading", &[], title);
        }
        if let Some(reference) = &item.reference {
            xml.text_element("p", &[]);
            xml.leaf("docketNumber", &[], reference);
            xml.end();
        }
        let (parts, others) = parts(item);
        for part in parts {
            match part {
                Part::Loose(lines) => paragraphs(xml, &lines),
                Part::Section(section) => section_of(xml, section, None),
            }
        }
        // A decision that is a sentence in the middle of a paragraph stands there once as a part of it, and here.
        for section in others {
            section_of(xml, section, Some(AGAIN));
        }
        if let Some(outcome) = &item.outcome {
            let id = self.references.concept(outcome.as_str(), outcome_caption(outcome));
            xml.text_element("p", &[AGAIN]);
            xml.leaf("outcome", &[("refersTo", &id)], outcome_caption(outcome));
            xml.end();
        }
        self.proposals(xml, item);
        for vote in &item.votes {
            self.vote(xml, item, vote);
        }
        self.reservations(xml, item);
        xml.end();
    }

    fn proposals(&mut self, xml: &mut Xml, item: &Item) {
        if item.proposals.is_empty() {
            return;
        }
        xml.text_element("noticesOfMotion", &[AGAIN]);
        xml.leaf("heading", &[], "Yrkanden");
        for proposal in &item.proposals {
            // The ids are those of the names that are attendees; one by one only where all are.
            let ids = (proposal.by.len() == proposal.person_ids.len()).then_some(&proposal.person_ids);
            let by: Vec<(&str, Option<&str>)> = match proposal.by.is_empty() {
                true => proposal.person_ids.iter().map(|id| (self.references.name_of(id), Some(&**id))).collect(),
                false => {
                    let names = proposal.by.iter().enumerate();
                    names
                        .map(|(at, name)| (&**name, ids.map(|ids| &*ids[at]).or(self.references.id_of(name))))
                        .collect()
                }
            };
            self.speech(xml, &by, proposal.party.as_deref(), Some(&proposal.text));
        }
        xml.end();
    }

    fn vote(&mut self, xml: &mut Xml, item: &Item, vote: &Vote) {
        let place = xml.text_element("debateSection", &[("name", "vote"), AGAIN]);
        xml.leaf("heading", &[], "Omröstning");
        if let Some(question) = &vote.question {
            xml.leaf("p", &[], question);
        }
        let counts = [("yes", vote.yes), ("no", vote.no), ("abstain", vote.abstain)];
        let counts: Vec<(&str, u32)> = counts.into_iter().filter_map(|(word, n)| Some((word, n?))).collect();
        if !counts.is_empty() {
            xml.text_element("p", &[]);
            for (at, (word, n)) in counts.iter().enumerate() {
                let (n, choice) = (n.to_string(), self.references.concept(word, vote_caption(word)));
                xml.text(if at == 0 { "" } else { ", " });
                xml.leaf("quantity", &[("refersTo", &choice), ("normalized", &n)], &n);
                xml.text(&format!(" {}", vote_caption(word)));
            }
            xml.end();
        }
        for ballot in &vote.ballots {
            let by = self.references.person(Some(&ballot.name), ballot.person_id.as_deref());
            let caption = vote_caption(ballot.vote.as_str());
            let choice = self.references.concept(ballot.vote.as_str(), caption);
            xml.text_element("p", &[]);
            xml.text_element("vote", &[("by", &by), ("choice", &choice)]);
            self.person(xml, Some(&ballot.name), ballot.person_id.as_deref(), ballot.party.as_deref(), None);
            xml.text(&format!(": {caption}"));
            xml.end();
            xml.end();
        }
        if vote.question.is_none() && counts.is_empty() && vote.ballots.is_empty() {
            xml.leaf("p", &[], "");
        }
        xml.end();
        let concept = |outcome: &Outcome| self.references.concept(outcome.as_str(), outcome_caption(outcome));
        let outcome = item.outcome.as_ref().map(concept);
        self.votings.push(Voting { place, outcome, counts });
    }

    fn reservations(&mut self, xml: &mut Xml, item: &Item) {
        if item.reservations.is_empty() {
            return;
        }
        xml.text_element("declarationOfVote", &[AGAIN]);
        xml.leaf("heading", &[], "Reservationer");
        for reservation in &item.reservations {
            let by = [(&*reservation.name, reservation.person_id.as_deref())];
            self.speech(xml, &by, reservation.party.as_deref(), reservation.text.as_deref());
        }
        xml.end();
    }

    /// What somebody moved or declared. A speech is said by one: the first of several, who are all named in `from`.
    fn speech(&mut self, xml: &mut Xml, by: &[(&str, Option<&str>)], party: Option<&str>, text: Option<&str>) {
        let speaker = match (by.first(), party) {
            (Some((name, id)), _) => self.references.person(Some(name), *id),
            (None, Some(party)) => self.references.party(party),
            (None, None) => self.references.person(None, None),
        };
        xml.text_element("speech", &[("by", &speaker)]);
        xml.text_element("from", &[]);
        for (at, (name, id)) in by.iter().enumerate() {
            xml.text(if at == 0 { "" } else { ", " });
            self.person(xml, Some(name), *id, None, None);
        }
        if let Some(party) = party {
            self.party(xml, party);
        }
        xml.end();
        let lines: Vec<&str> = text.unwrap_or_default().lines().collect();
        paragraphs(xml, if lines.is_empty() { &[""] } else { &lines });
        xml.end();
    }

    /// Who signed, the adjustment, the notice.
    pub fn conclusions(&mut self, xml: &mut Xml) {
        let document = self.document;
        if document.signatures.is_empty() && document.adjustments.is_empty() && document.notices.is_empty() {
            return;
        }
        xml.text_element("conclusions", &[]);
        for signature in &document.signatures {
            let role = self.references.role(signature.role.as_str());
            let caption = signature.role_text.clone().unwrap_or_else(|| role_caption(signature.role.as_str()));
            xml.text_element("p", &[]);
            xml.text_element("signature", &[]);
            xml.leaf("role", &[("refersTo", &role)], &caption);
            if let Some(name) = &signature.name {
                xml.text(" ");
                self.person(xml, Some(name), signature.person_id.as_deref(), signature.party.as_deref(), Some(&role));
            }
            xml.end();
            xml.text(&ranges(signature.paragraphs.as_deref()));
            xml.text(match signature.signed {
                Some(true) => ", undertecknat",
                Some(false) => ", inte undertecknat",
                None => "",
            });
            xml.end();
        }
        for adjustment in &document.adjustments {
            xml.text_element("p", &[("class", "adjustment")]);
            xml.text("Justering");
            day(xml, " ", adjustment.date.as_deref());
            for told in [&adjustment.time, &adjustment.place].into_iter().flatten() {
                xml.text(&format!(", {told}"));
            }
            for name in &adjustment.adjusters {
                xml.text(", ");
                let id = self.references.id_of(name);
                self.person(xml, Some(name), id, None, None);
            }
            xml.text(&ranges(adjustment.paragraphs.as_deref()));
            xml.end();
        }
        for notice in &document.notices {
            xml.text_element("p", &[("class", "notice")]);
            xml.text("Anslag");
            if let Some(organ) = &notice.organ {
                xml.text(&format!(" för {organ}"));
            }
            day(xml, ", uppsatt ", notice.posted.as_deref());
            day(xml, ", nedtaget ", notice.removed.as_deref());
            if let Some(place) = &notice.kept_at {
                xml.text(&format!(", protokollet förvaras: {place}"));
            }
            xml.text(&ranges(notice.paragraphs.as_deref()));
            xml.end();
        }
        xml.end();
    }

    fn person(&mut self, xml: &mut Xml, name: Option<&str>, id: Option<&str>, party: Option<&str>, role: Option<&str>) {
        let id = self.references.person(name, id);
        let mut attributes = vec![("refersTo", &*id)];
        attributes.extend(role.map(|role| ("as", role)));
        xml.leaf("person", &attributes, name.unwrap_or(super::UNREAD));
        if let Some(party) = party {
            self.party(xml, party);
        }
    }

    fn party(&mut self, xml: &mut Xml, party: &str) {
        let id = self.references.party(party);
        xml.text(" (");
        xml.leaf("organization", &[("refersTo", &id)], party);
        xml.text(")");
    }
}

/// A stretch of an item's text.
enum Part<'d> {
    Loose(Vec<&'d str>),
    Section(&'d Section),
}

/// The text of an item as stretches, and the sections that are no whole lines of it.
fn parts(item: &Item) -> (Vec<Part<'_>>, Vec<&Section>) {
    let lines: Vec<&str> = item.text.lines().collect();
    let (mut parts, mut others, mut done) = (Vec::new(), Vec::new(), 0);
    for section in &item.sections {
        let wanted: Vec<&str> = section.heading.iter().map(|heading| &**heading).chain(section.text.lines()).collect();
        let found = match wanted.is_empty() {
            true => None,
            false => lines[done..].windows(wanted.len()).position(|window| window == wanted),
        };
        match found {
            Some(at) => {
                if at > 0 {
                    parts.push(Part::Loose(lines[done..done + at].to_vec()));
                }
                parts.push(Part::Section(section));
                done += at + wanted.len();
            }
            None => others.push(section),
        }
    }
    if done < lines.len() {
        parts.push(Part::Loose(lines[done..].to_vec()));
    }
    (parts, others)
}

fn section_of(xml: &mut Xml, section: &Section, status: Option<(&str, &str)>) {
    let mut attributes: Vec<(&str, &str)> = status.into_iter().collect();
    let name = match section.kind {
        SectionKind::Decision => "resolutions",
        SectionKind::Motions => "noticesOfMotion",
        SectionKind::Reservation => "declarationOfVote",
        SectionKind::Documents => "papers",
        _ => {
            attributes.push(("name", section.kind.as_str()));
            "debateSection"
        }
    };
    xml.text_element(name, &attributes);
    if let Some(heading) = &section.heading {
        xml.leaf("heading", &[], heading);
    }
    paragraphs(xml, &section.text.lines().collect::<Vec<_>>());
    xml.end();
}

/// A paragraph a line; lines with tabs that follow one another are a table.
pub fn paragraphs(xml: &mut Xml, lines: &[&str]) {
    for run in lines.chunk_by(|one, next| one.contains('\t') && next.contains('\t')) {
        if run.len() == 1 {
            xml.leaf("p", &[], run[0]);
            continue;
        }
        xml.text_element("table", &[]);
        for line in run {
            xml.text_element("tr", &[]);
            for cell in line.split('\t') {
                xml.text_element("td", &[]);
                xml.leaf("p", &[], cell);
                xml.end();
            }
            xml.end();
        }
        xml.end();
    }
}

fn day(xml: &mut Xml, before: &str, date: Option<&str>) {
    let Some(date) = date else { return };
    xml.text(before);
    if date.len() == 10 && date.parse::<jiff::civil::Date>().is_ok() {
        xml.leaf("date", &[("date", date)], date);
    } else {
        xml.text(date);
    }
}

fn ranges(ranges: Option<&[wire::ParagraphRange]>) -> String {
    let told = |range: &wire::ParagraphRange| match range[0] == range[1] {
        true => format!("{}", range[0]),
        false => format!("{}–{}", range[0], range[1]),
    };
    let told: Vec<String> = ranges.unwrap_or_default().iter().map(told).collect();
    if told.is_empty() { String::new() } else { format!(", §§ {}", told.join(", ")) }
}

pub fn role_caption(role: &str) -> String {
    match role {
        "chair" => "ordförande",
        "vice_chair" => "vice ordförande",
        "second_vice_chair" => "andre vice ordförande",
        "secretary" => "sekreterare",
        "adjuster" => "justerare",
        other => other,
    }
    .to_owned()
}

fn category_caption(category: &Category) -> &str {
    match category {
        Category::Member => "ledamot",
        Category::ServingSubstitute => "tjänstgörande ersättare",
        Category::Substitute => "ersättare",
        Category::Official => "tjänsteman",
        Category::Other | Category::Present => "",
        Category::Unknown(word) => word,
    }
}

fn outcome_caption(outcome: &Outcome) -> &str {
    match outcome {
        Outcome::Approved => "bifall",
        Outcome::Rejected => "avslag",
        Outcome::ReferredBack => "återremiss",
        Outcome::Postponed => "bordläggning",
        Outcome::Withdrawn => "utgår",
        Outcome::Noted => "till handlingarna",
        Outcome::Other => "annat beslut",
        Outcome::Unknown(word) => word,
    }
}

fn vote_caption(vote: &str) -> &str {
    match BallotVote::from(vote) {
        BallotVote::Yes => "ja",
        BallotVote::No => "nej",
        BallotVote::Abstain => "avstår",
        BallotVote::Absent => "frånvarande",
        BallotVote::Unknown(_) => vote,
    }
}
