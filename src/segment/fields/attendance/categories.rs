//! What the lists of persons say of each other: who is an official, a guest or a member, who is absent twice, and which
//! words behind names say where people live.

use crate::protocol::{Absent, Attendee, AttendeeRole, Category, Field};
use crate::segment::fields::attendance::lists::Lists;
use crate::segment::marks::sheet::Sheet;
use crate::segment::words::forms::Words;
use crate::segment::words::names::{self, is_title_word};
use crate::segment::words::text::fold;

/// What a farm or parish is called besides its name.
static FARMS: Words = Words::new("attendance.farms");
/// Words in a title that make a guest, not an official.
static GUESTS: Words = Words::new("attendance.guests");
/// Who leads a company is no official among the guests of a meeting.
static HEADS_OF_COMPANIES: Words = Words::new("attendance.heads_of_companies");
/// Those that make an official whatever else the title says.
static OFFICIALS: Words = Words::new("attendance.officials");
/// What people of a parish live by: no office of the meeting's body.
static OCCUPATIONS: Words = Words::new("attendance.occupations");
/// How the word begins for those who are let in besides the members.
static CO_OPTED: Words = Words::new("attendance.co_opted");
/// Words in a title of one who was elected.
static ELECTED: Words = Words::new("attendance.elected");

/// "Algot Ek, Bäckatorp": in a list where most have another single name behind theirs it says where they live.
pub fn drop_homes(attendees: &mut [Attendee]) {
    let decides =
        |one: &Attendee| matches!(one.category, Category::Member | Category::Present | Category::ServingSubstitute);
    let home = |one: &Attendee| {
        let place = one.organization.value.as_deref().unwrap_or("").to_owned();
        let words: Vec<&str> = place.split_whitespace().collect();
        let is_name = |word: &str| {
            word.starts_with(char::is_uppercase) && word.chars().skip(1).all(|c| c.is_lowercase() || c == '-')
        };
        let is_home = match words.as_slice() {
            [name] => is_name(name) && name.chars().count() >= 4,
            [name, farm] if FARMS.has(farm) => is_name(name),
            _ => false,
        };
        (is_home && decides(one) && !names::is_organization(&place)).then_some(place)
    };
    let mut homes: Vec<String> = attendees.iter().filter_map(home).collect();
    let n_homes = homes.len();
    homes.sort_unstable();
    homes.dedup();
    let n_deciding = attendees.iter().filter(|one| decides(one)).count();
    // Associations send more than one.
    if n_homes < 3 || n_homes * 2 < n_deciding || homes.len() * 4 < n_homes * 3 {
        return;
    }
    for attendee in attendees.iter_mut().filter(|one| home(one).is_some()) {
        attendee.organization = Field::default();
    }
}

/// "Övriga" holds officials and guests; "Närvarande" holds members where other lists tell them apart.
pub fn settle_categories(lists: &mut Lists) {
    let told_apart = lists
        .attendees
        .iter()
        .any(|a| matches!(a.category, Category::ServingSubstitute | Category::Substitute | Category::Official));
    let is_office = |a: &Attendee| {
        let title = a.role_text.value.as_deref().map(fold).unwrap_or_default();
        a.role.is_none() && (title.split(' ').any(is_title_word) || OFFICIALS.within(&title)) && !GUESTS.within(&title)
    };
    let has_officials = told_apart || lists.attendees.iter().any(|a| a.category == Category::Other && is_office(a));
    // Where organisations send most of those present there are no members to tell from others.
    let present = || lists.attendees.iter().filter(|a| a.category == Category::Present);
    let sent = present().filter(|a| a.organization.is_some()).count() * 2 >= present().count().max(1)
        && !lists.attendees.iter().any(|a| matches!(a.category, Category::ServingSubstitute | Category::Substitute));
    // Where officials have a list of their own, a title among the members says what they live by.
    let listed_apart = lists.attendees.iter().any(|a| a.category == Category::Official && a.role.is_none());
    let has_members = told_apart || lists.attendees.iter().any(|a| a.category == Category::Member);
    let is_led = lists.attendees.iter().any(|a| a.category == Category::Member && a.role == Some(AttendeeRole::Chair));
    for attendee in &mut lists.attendees {
        // "fullmäktiges ordförande" beside a chair among the members leads another body.
        if is_led && attendee.category == Category::Other && attendee.role == Some(AttendeeRole::Chair) {
            attendee.role = None;
        }
        let title = attendee.role_text.value.as_deref().map(fold).unwrap_or_default();
        let is_guest = GUESTS.within(&title) && !OFFICIALS.within(&title);
        let has_title = title.split(' ').any(is_title_word) || OFFICIALS.within(&title);
        match attendee.category {
            Category::Other if is_guest || HEADS_OF_COMPANIES.has(&title) && !has_members => {}
            Category::Present if title.starts_with("revisor") => attendee.category = Category::Other,
            Category::Present | Category::Member if CO_OPTED.within(&title) => attendee.category = Category::Other,
            // "fullmäktiges ordförande" was elected to another body.
            Category::Other if attendee.role.is_none() && ELECTED.within(&title) && !OFFICIALS.within(&title) => {}
            Category::Other if attendee.role == Some(AttendeeRole::Secretary) && !has_officials => {}
            Category::Other if has_title || attendee.role == Some(AttendeeRole::Secretary) => {
                attendee.category = Category::Official
            }
            Category::Official if is_guest && attendee.role.is_none() => attendee.category = Category::Other,
            Category::Present
                if told_apart
                    && has_title
                    && !listed_apart
                    && attendee.role.is_none()
                    && !is_guest
                    && !ELECTED.within(&title) =>
            {
                attendee.category = Category::Official
            }
            Category::Present if told_apart && !sent => attendee.category = Category::Member,
            _ => {}
        }
    }
    // A list that names officials by their titles tells a difference after all.
    let official = |a: &Attendee| {
        let title = a.role_text.value.as_deref().map(fold).unwrap_or_default();
        a.category == Category::Present
            && !OCCUPATIONS.within(&title)
            && a.role.is_none()
            && title.split(' ').any(is_title_word)
            && !GUESTS.within(&title)
            && !ELECTED.within(&title)
    };
    if lists.attendees.iter().any(official) {
        for attendee in &mut lists.attendees {
            if official(attendee)
                || attendee.category == Category::Present && attendee.role == Some(AttendeeRole::Secretary)
            {
                attendee.category = Category::Official;
            }
        }
    }
}

/// How the names of bodies end that have elected members, and officials beside them.
static PUBLIC_BODIES: Words = Words::new("attendance.public_bodies");

/// Rows in which a document says whose it is.
const HEAD_ROWS: usize = 12;

/// One list of those present tells no difference, whatever stands beside the names: "suppleant", "rektor". In a body of
/// elected members an official is none of them, though one sentence names all.
pub fn of_one_list(sheet: &Sheet, lists: &mut Lists) {
    if lists.tells_apart || lists.attendees.iter().any(|one| one.replaces.is_some() || one.party.is_some()) {
        return;
    }
    let is_public = |text: &str| fold(text).split(' ').any(|word| PUBLIC_BODIES.end(word));
    let has_official = lists.attendees.iter().any(|one| one.category == Category::Official);
    if has_official && sheet.rows.iter().take(HEAD_ROWS).any(|row| is_public(row.text())) {
        return;
    }
    for attendee in lists.attendees.iter_mut().filter(|one| one.category != Category::Other) {
        attendee.category = Category::Present;
    }
}

pub fn drop_absent_twice(lists: &mut Lists) {
    // Who is replaced for some items only is there for the others.
    let attending: Vec<String> = lists
        .attendees
        .iter()
        .filter(|one| {
            matches!(one.category, Category::Member | Category::Present)
                && one.name.value.as_deref().is_some_and(|name| name.contains(' '))
        })
        .filter_map(|one| one.name.value.clone())
        .collect();
    // The list of those absent may tell more than the one who serves does.
    let told = lists.absent.clone();
    for absent in &mut lists.absent {
        let same = |other: &&Absent| {
            let (own, name) = (absent.name.value.as_deref(), other.name.value.as_deref());
            own.zip(name).is_some_and(|(own, name)| names::same_person(own, name))
        };
        for other in told.iter().filter(same) {
            if !absent.party.is_some() {
                absent.party = other.party.clone();
            }
            if !absent.reason.is_some() {
                absent.reason = other.reason.clone();
            }
        }
    }
    let mut seen: Vec<String> = Vec::new();
    lists.absent.retain(|absent| {
        let name = absent.name.value.clone().unwrap_or_default();
        let is_here = attending.contains(&name);
        let new = !name.is_empty() && !seen.iter().any(|other| names::same_person(other, &name));
        seen.push(name);
        new && !is_here
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::PersonId;

    fn field(text: &str) -> Field<String> {
        Field { value: Some(text.to_owned()).filter(|text| !text.is_empty()), evidence: None }
    }

    fn attendee(name: &str, category: Category, title: &str, organization: &str) -> Attendee {
        Attendee {
            id: PersonId(0),
            name: field(name),
            category,
            role: names::role_of(title),
            role_text: field(title),
            party: Field::default(),
            organization: field(organization),
            replaces: Field::default(),
            replaces_id: None,
            paragraphs: Field::default(),
            times: Vec::new(),
            remote: None,
        }
    }

    fn absent(name: &str, party: &str, reason: &str) -> Absent {
        let (name, party, reason) = (field(name), field(party), field(reason));
        Absent { id: PersonId(0), name, party, role_text: Field::default(), reason }
    }

    fn settled(attendees: Vec<Attendee>) -> Vec<Category> {
        let mut lists = Lists { attendees, ..Lists::default() };
        settle_categories(&mut lists);
        lists.attendees.iter().map(|one| one.category).collect()
    }

    #[test]
    fn homes_are_no_organisations() {
        let places = |places: &[&str]| {
            let mut all: Vec<Attendee> =
                places.iter().map(|place| attendee("Algot Ek", Category::Member, "", place)).collect();
            drop_homes(&mut all);
            all.iter().filter(|one| one.organization.is_some()).count()
        };
        assert_eq!(places(&["Bäckatorp", "Holma", "Lunda gård", ""]), 0);
        // Associations send more than one, and two places are no habit.
        assert_eq!(places(&["Centern", "Centern", "Centern", "Centern"]), 4);
        assert_eq!(places(&["Bäckatorp", "Holma", "", ""]), 2);
    }

    #[test]
    fn titles_make_officials_and_guests() {
        assert_eq!(
            settled(vec![
                attendee("Anna Berg", Category::Substitute, "", ""),
                attendee("Bo Ek", Category::Present, "", ""),
                attendee("Eva Ros", Category::Other, "ekonomichef", ""),
                attendee("Per Holm", Category::Other, "facklig företrädare", ""),
                attendee("Ida Lund", Category::Present, "revisor", ""),
                attendee("Karl Ask", Category::Official, "konsult", ""),
                attendee("Siv Öst", Category::Official, "konsultchef", ""),
            ]),
            [
                Category::Substitute,
                Category::Member,
                Category::Official,
                Category::Other,
                Category::Other,
                Category::Other,
                Category::Official,
            ]
        );
    }

    #[test]
    fn a_list_of_all_present_tells_officials_by_their_titles_only() {
        let all = |title: &str| {
            settled(vec![
                attendee("Anna Berg", Category::Present, "ordförande", ""),
                attendee("Bo Ek", Category::Present, title, ""),
            ])
        };
        assert_eq!(all("ekonomichef"), [Category::Present, Category::Official]);
        // What people of a parish live by is no office.
        assert_eq!(all("häradsdomare"), [Category::Present, Category::Present]);
        assert_eq!(all("kassör"), [Category::Present, Category::Present]);
    }

    #[test]
    fn nobody_is_absent_twice_or_absent_and_there() {
        let mut lists = Lists {
            attendees: vec![attendee("Anna Berg", Category::Member, "", "")],
            absent: vec![
                absent("Bo Ek", "", ""),
                absent("Anna Berg", "S", ""),
                absent("Bo Ek", "M", "sjuk"),
                absent("", "", ""),
            ],
            ..Lists::default()
        };
        drop_absent_twice(&mut lists);
        let [one] = lists.absent.as_slice() else { panic!("{:?}", lists.absent) };
        assert_eq!((one.name.value.as_deref(), one.party.value.as_deref()), (Some("Bo Ek"), Some("M")));
        assert_eq!(one.reason.value.as_deref(), Some("sjuk"));
    }
}
