//! Draws a meeting: what is printed, and what of it should be found.

use super::dice::Dice;
use super::words::*;
use paragraf::protocol::{Category, SignatureRole};
use std::collections::BTreeSet;

#[derive(Clone, Debug)]
pub struct Expected {
    pub label: String,
    pub number: Option<u32>,
    pub title: Option<String>,
    pub decision: String,
    pub reference: Option<String>,
    pub vote: Option<(u32, u32)>,
    pub reservation: Option<String>,
}

#[derive(Default)]
pub struct Drawn {
    pub text: String,
    pub forms: Vec<String>,
    pub items: Vec<Expected>,
    pub people: Vec<(String, Category, Option<&'static str>)>,
    pub absent: Vec<String>,
    pub signers: Vec<(SignatureRole, String)>,
    pub date: (i16, i8, i8),
    pub place: String,
    pub start: (i8, i8),
    pub end: Option<(i8, i8)>,
    pub body: String,
}

/// Pieces of a row at their columns.
fn row(cells: &[(usize, &str)]) -> String {
    let mut out = String::new();
    let mut width = 0;
    for (column, text) in cells {
        let blanks = column.saturating_sub(width).max(if width == 0 { 0 } else { 3 });
        out.push_str(&" ".repeat(blanks));
        out.push_str(text);
        width += blanks + text.chars().count();
    }
    out + "\n"
}

struct Body {
    name: &'static str,
    decider: &'static str,
    code: &'static str,
    is_public: bool,
}

const BODIES: &[Body] = &[
    Body { name: "Kommunstyrelsen", decider: "Kommunstyrelsen", code: "KS", is_public: true },
    Body { name: "Socialnämnden", decider: "Nämnden", code: "SN", is_public: true },
    Body {
        name: "Miljö- och byggnadsnämnden", decider: "Miljö- och byggnadsnämnden", code: "MBN", is_public: true
    },
    Body { name: "Kommunfullmäktige", decider: "Fullmäktige", code: "Kf", is_public: true },
    Body { name: "Regionstyrelsen", decider: "Regionstyrelsen", code: "RS", is_public: true },
    Body { name: "Kyrkorådet", decider: "Kyrkorådet", code: "Kr", is_public: true },
    Body { name: "Näs vägförening", decider: "Styrelsen", code: "", is_public: false },
    Body { name: "Bostadsrättsföreningen Ekbacken", decider: "Stämman", code: "", is_public: false },
    Body { name: "Hembygdsföreningen i Näs", decider: "Mötet", code: "", is_public: false },
];

pub fn draw(seed: u64) -> Drawn {
    let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    for _ in 0..5 {
        dice.roll(2);
    }
    let mut drawn = Drawn::default();
    let body = dice.pick(BODIES);
    drawn.body = body.name.to_owned();
    let year = 1972 + dice.roll(52) as i16;
    drawn.date = (year, 1 + dice.roll(12) as i8, 1 + dice.roll(28) as i8);
    let names = persons(&mut dice);
    head(&mut drawn, &mut dice, body);
    lists(&mut drawn, &mut dice, body, &names);
    items(&mut drawn, &mut dice, body, &names);
    signatures(&mut drawn, &mut dice, &names);
    drawn
}

fn persons(dice: &mut Dice) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut surnames = BTreeSet::new();
    while out.len() < 12 {
        let (given, surname) = (*dice.pick(GIVEN), *dice.pick(SURNAMES));
        let name = format!("{given} {surname}");
        if surnames.insert(surname) && !out.iter().any(|other| other.starts_with(&format!("{given} "))) {
            out.push(name);
        }
    }
    out
}

fn note(drawn: &mut Drawn, part: &str, form: &str) {
    drawn.forms.push(format!("{part}: {form}"));
}

fn head(drawn: &mut Drawn, dice: &mut Dice, body: &Body) {
    let (year, month, day) = drawn.date;
    let date = match dice.roll(5) {
        0 => format!("{year}-{month:02}-{day:02}"),
        1 => format!("{day} {} {year}", MONTHS[month as usize - 1]),
        2 => format!("den {day} {} {year}", MONTHS[month as usize - 1]),
        3 => format!("{day}/{month} {year}"),
        _ => format!("onsdagen den {day} {} {year}", MONTHS[month as usize - 1]),
    };
    drawn.place = (*dice.pick(&["Kommunhuset", "Församlingshemmet", "Bygdegården i Näs", "Sessionssalen, Stadshuset"]))
        .to_owned();
    drawn.start = (8 + dice.roll(11) as i8, *dice.pick(&[0, 15, 30]));
    let with_end = dice.chance(60);
    let end = (drawn.start.0 + 2, 45);
    drawn.end = with_end.then_some(end);
    let separator = *dice.pick(&[".", ":"]);
    let clock = |(hour, minute): (i8, i8)| format!("{hour:02}{separator}{minute:02}");
    let hours = match drawn.end {
        Some(end) => format!("{}{}{}", clock(drawn.start), dice.pick(&["-", " - ", "–"]), clock(end)),
        None => clock(drawn.start),
    };
    let kl = *dice.pick(&["kl ", "kl. ", "klockan "]);
    let town = "Näs kommun";
    let form = dice.roll(8);
    let text = match form {
        0 => {
            row(&[(0, if body.is_public { town } else { body.name }), (40, "SAMMANTRÄDESPROTOKOLL")])
                + &(if body.is_public { row(&[(0, body.name), (40, &date)]) } else { row(&[(40, &date)]) })
                + "\n"
                + &row(&[
                    (0, *dice.pick(&["Plats och tid", "Tid och plats", "Plats och tid:"])),
                    (24, &format!("{}, {kl}{hours}", drawn.place)),
                ])
        }
        1 => {
            format!("PROTOKOLL\n{}\n\n", body.name)
                + &row(&[(0, *dice.pick(&["Datum:", "Mötesdatum:", "Dag:"])), (20, &date)])
                + &row(&[(0, "Tid:"), (20, &format!("{kl}{hours}"))])
                + &row(&[(0, *dice.pick(&["Plats:", "Lokal:"])), (20, &drawn.place)])
        }
        2 => format!(
            "Protokoll fört vid sammanträde med {}\nden {day} {} {year} {kl}{hours} i {}.\n",
            lower(body.name),
            MONTHS[month as usize - 1],
            drawn.place
        ),
        3 => {
            format!("{}\n\nSammanträdesprotokoll {date}\n\n", body.name)
                + &row(&[(0, "Plats"), (24, &drawn.place)])
                + &row(&[(0, "Tid"), (24, &hours)])
        }
        4 => format!("{}\nProtokoll\n\nTid och plats\n{date} {kl}{hours}\n{}\n", body.name, drawn.place),
        5 => format!("{}\nPROTOKOLL\n\nTid: {date}, {kl}{hours}\nPlats: {}\n", body.name, drawn.place),
        6 => {
            format!("{}\n\nPROTOKOLL FRÅN SAMMANTRÄDE {}\n\n", body.name.to_uppercase(), date.to_uppercase())
                + &row(&[(0, "PLATS OCH TID"), (24, &format!("{} {kl}{hours}", drawn.place))])
        }
        _ => {
            row(&[(0, "Protokoll"), (50, "1 (2)")])
                + &format!(
                    "{}\n\nSammanträdesdatum\n{date}\n\nPlats och tid\n{}, {kl}{hours}\n",
                    body.name, drawn.place
                )
        }
    };
    note(drawn, "head", ["form", "colons", "prose", "columns", "above", "inline", "capitals", "stacked"][form]);
    drawn.text.push_str(&text);
    drawn.text.push('\n');
}

/// A body's name inside a sentence; that of a place keeps its capital.
fn lower(name: &str) -> String {
    if name.starts_with("Näs") {
        return name.to_owned();
    }
    let mut chars = name.chars();
    chars.next().map_or(String::new(), |first| first.to_lowercase().collect::<String>() + chars.as_str())
}

fn lists(drawn: &mut Drawn, dice: &mut Dice, body: &Body, names: &[String]) {
    let style = if body.is_public { dice.roll(4) } else { 3 };
    let with_roles = dice.chance(70);
    let party = |index: usize| PARTIES[(index * 5 + names[0].len()) % PARTIES.len()];
    let entry = |index: usize, role: Option<&str>| {
        let role = role.filter(|_| with_roles);
        let name = &names[index];
        match (style, role) {
            (0, None) => format!("{name} ({})", party(index)),
            (0, Some(role)) => format!("{name} ({}), {role}", party(index)),
            (1, None) => format!("{name}, {}", party(index).to_lowercase()),
            (1, Some(role)) => format!("{name}, {}, {role}", party(index).to_lowercase()),
            (2, None) => format!("{name} {}", party(index)),
            (2, Some(role)) => format!("{name} {}, {role}", party(index)),
            (_, None) => name.clone(),
            (_, Some(role)) => format!("{name}, {role}"),
        }
    };
    note(drawn, "entry", ["(S)", ", s", " S", "bare"][style]);
    let code = |index: usize| (style < 3).then(|| party(index));
    let member = if body.is_public { Category::Member } else { Category::Present };
    let mut blocks: Vec<(String, Vec<String>)> = Vec::new();
    let first = if body.is_public { *dice.pick(MEMBERS) } else { *dice.pick(PRESENT) };
    blocks.push((
        first.to_owned(),
        (0..5).map(|at| entry(at, [Some("ordförande"), Some("vice ordförande"), None, None, None][at])).collect(),
    ));
    drawn.people.extend((0..5).map(|at| (names[at].clone(), member, code(at))));
    if body.is_public {
        if dice.chance(60) {
            blocks.push(((*dice.pick(SUBSTITUTES)).to_owned(), vec![entry(5, None), entry(6, None)]));
            drawn.people.extend((5..7).map(|at| (names[at].clone(), Category::Substitute, code(at))));
        }
        let title = *dice.pick(&["kanslichef", "förvaltningschef", "kommundirektör", "ekonomichef"]);
        let official = match dice.roll(3) {
            0 => format!("{}, {title}", names[7]),
            1 => format!("{} {}", capital(title), names[7]),
            _ => format!("{} ({title})", names[7]),
        };
        blocks.push(((*dice.pick(OTHERS)).to_owned(), vec![official, format!("{}, sekreterare", names[8])]));
        drawn.people.extend((7..9).map(|at| (names[at].clone(), Category::Official, None)));
    }
    if dice.chance(35) {
        blocks.push(((*dice.pick(ABSENT)).to_owned(), vec![entry(9, None)]));
        drawn.absent.push(names[9].clone());
    }
    let layout = if style == 0 { dice.roll(8) } else { dice.roll(6) };
    let names =
        ["beside", "above", "two columns", "run in", "indented", "three columns", "parties apart", "two panels"];
    note(drawn, "lists", names[layout]);
    for (label, entries) in blocks {
        note(drawn, "list", &label);
        match layout {
            0 => {
                for (at, entry) in entries.iter().enumerate() {
                    drawn.text.push_str(&row(&[(0, if at == 0 { &label } else { "" }), (44, entry)]));
                }
            }
            1 | 4 => {
                drawn.text.push_str(&row(&[(0, &label)]));
                for entry in &entries {
                    drawn.text.push_str(&row(&[(if layout == 1 { 0 } else { 6 }, entry)]));
                }
            }
            5 => {
                drawn.text.push_str(&row(&[(0, &label)]));
                let third = entries.len().div_ceil(3);
                for at in 0..third {
                    let column = |n: usize| entries.get(n * third + at).map(|entry| (n * 42, entry.as_str()));
                    drawn.text.push_str(&row(&(0..3).filter_map(column).collect::<Vec<_>>()));
                }
            }
            // The party in a column of its own, in one panel or two.
            6 | 7 => {
                drawn.text.push_str(&row(&[(0, &label)]));
                let n_panels = layout - 5;
                let height = entries.len().div_ceil(n_panels);
                for at in 0..height {
                    let mut cells: Vec<(usize, &str)> = Vec::new();
                    for panel in 0..n_panels {
                        let Some(entry) = entries.get(panel * height + at) else { continue };
                        let column = panel * 60;
                        match entry.split_once(" (") {
                            Some((name, rest)) if rest.len() < 24 && rest.starts_with(char::is_uppercase) => {
                                let open = name.len() + 1;
                                cells.push((column, name));
                                cells.push((column + 30, &entry[open..]));
                            }
                            _ => cells.push((column, entry)),
                        }
                    }
                    drawn.text.push_str(&row(&cells));
                }
            }
            2 => {
                drawn.text.push_str(&row(&[(0, &label)]));
                let half = entries.len().div_ceil(2);
                for at in 0..half {
                    let mut cells = vec![(0, entries[at].as_str())];
                    cells.extend(entries.get(half + at).map(|entry| (46, entry.as_str())));
                    drawn.text.push_str(&row(&cells));
                }
            }
            _ => {
                let (last, before) = entries.split_last().unwrap();
                let joined = if before.is_empty() { last.clone() } else { format!("{} och {last}", before.join(", ")) };
                let label = label.trim_end_matches(':');
                drawn.text.push_str(&wrapped(&format!("{label}: {joined}"), 80));
            }
        }
        if layout > 0 || dice.chance(70) {
            drawn.text.push('\n');
        }
    }
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().collect::<String>() + chars.as_str())
}

fn wrapped(text: &str, width: usize) -> String {
    let mut out = String::new();
    let mut line = String::new();
    for word in text.split(' ') {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
            out.push_str(&line);
            out.push('\n');
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    out + &line + "\n"
}

fn items(drawn: &mut Drawn, dice: &mut Dice, body: &Body, names: &[String]) {
    let number_form = loop {
        let form = *dice.pick(NUMBERS);
        if !(form.contains(['K', 'k']) && body.code.is_empty() && form != "Pkt N") {
            break form;
        }
    };
    note(drawn, "number", number_form);
    let bare = matches!(
        number_form,
        "N" | "N." | "N)" | "N:" | "2.N" | "3.1.N" | "N -" | "(N)" | "Nr N" | "Punkt N" | "Pkt N"
    );
    let first = if bare { 1 } else { 1 + dice.roll(140) as u32 };
    let place = dice.roll(7);
    let place_name = ["beside", "tab", "below", "below capitals", "tab capitals", "none", "below indented"][place];
    note(drawn, "title", place_name);
    let way = dice.roll(10);
    let way_name =
        ["Beslut", "BESLUT", "Beslut:", "inline", "body's", "lead", "sentence", "past", "passive", "att"][way];
    note(drawn, "decision", way_name);
    let reference_place = if body.is_public { dice.roll(3) } else { 0 };
    let reference_form = *dice.pick(REFERENCES);
    let reference_label = *dice.pick(&["Dnr ", "Dnr: ", "Dnr. ", "Diarienr ", "Diarienummer: ", "Ärendenr ", "DNR "]);
    if reference_place > 0 {
        note(drawn, "reference", &format!("{reference_label}{reference_form}"));
        note(drawn, "reference stands", ["", "beside", "below"][reference_place]);
    }
    let (vote_form, reserved_form) = (dice.roll(VOTES.len()), dice.roll(RESERVED.len()));
    note(drawn, "vote", VOTES[vote_form]);
    note(drawn, "reserved", RESERVED[reserved_form]);
    let headed = way < 5;
    let with_background = dice.chance(80);
    let indent = *dice.pick(&[0, 0, 12]);
    let mut titles: Vec<&str> = Vec::new();
    while titles.len() < 7 {
        let title = *dice.pick(TITLES);
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    let year = drawn.date.0;
    for (at, title) in titles.iter().enumerate() {
        let number = first + at as u32;
        let label = number_form
            .replace('N', &format!("{number}"))
            .replace('Y', &year.to_string())
            .replace('Z', &format!("{:02}", year % 100));
        let label = if number_form.starts_with("B ") {
            format!("{} § {number}", body.name)
        } else if number_form.starts_with("K ") {
            label.replacen('K', body.code, 1)
        } else if number_form.starts_with("k ") {
            label.replacen('k', &body.code.to_lowercase(), 1)
        } else if number_form == "Nr N" {
            format!("Nr {number}")
        } else if number_form == "PUNKT N" {
            format!("PUNKT {number}")
        } else if number_form == "ÄRENDE N" {
            format!("ÄRENDE {number}")
        } else {
            label
        };
        let printed = if place == 3 || place == 4 { title.to_uppercase() } else { (*title).to_owned() };
        let reference = (reference_place > 0 && place != 5 && dice.chance(70)).then(|| {
            reference_form
                .replace('#', &format!("{}", 10 + dice.roll(300)))
                .replace('Y', &year.to_string())
                .replace('K', body.code)
        });
        let named = reference.as_ref().map(|reference| format!("{reference_label}{reference}"));
        let background = format!("{} {}", dice.pick(BACKGROUNDS), dice.pick(TAILS));
        // The reference stands right of the number, or under number and title.
        let beside = named.as_deref().filter(|_| reference_place == 1).map(|named| (88, named));
        let with = |cells: &[(usize, &str)]| {
            let mut cells = cells.to_vec();
            cells.extend(beside);
            row(&cells)
        };
        match place {
            0 => drawn.text.push_str(&with(&[(0, &format!("{label} {printed}"))])),
            1 | 4 => drawn.text.push_str(&with(&[(0, &label), (12.max(label.chars().count() + 3), &printed)])),
            2 | 3 => drawn.text.push_str(&(with(&[(0, &label)]) + &printed + "\n")),
            6 => drawn.text.push_str(&(with(&[(0, &label)]) + &row(&[(12, &printed)]))),
            _ => {}
        }
        if let Some(named) = named.as_deref().filter(|_| reference_place == 2) {
            drawn.text.push_str(&format!("{named}\n"));
        }
        let mut text = String::new();
        if with_background || place == 5 {
            text.push_str(&wrapped(&background, 70));
        }
        let what = *dice.pick(DECIDED);
        let votes = place != 5 && body.is_public && dice.chance(25);
        let vote = votes.then(|| (3 + dice.roll(5) as u32, 1 + dice.roll(3) as u32));
        if let Some((yes, no)) = vote {
            if headed {
                {
                    let head: &str = dice.pick::<&str>(&["Omröstning\n", "Votering\n", "Omröstningsresultat\n"]);
                    text.push_str(head)
                };
            }
            let told = VOTES[vote_form].replace('A', &yes.to_string()).replace('B', &no.to_string());
            text.push_str(&wrapped(&told, 80));
        }
        let decision = decision(way, body, what, &mut text);
        let reservation = vote.filter(|_| dice.chance(70)).map(|_| names[1].clone());
        if let Some(name) = &reservation {
            if headed {
                {
                    let head: &str = dice.pick::<&str>(&["Reservation\n", "Reservationer\n", "RESERVATION\n"]);
                    text.push_str(head)
                };
            }
            text.push_str(&RESERVED[reserved_form].replace('N', name));
            text.push('\n');
        }
        if place == 5 {
            let (line, rest) = text.split_once('\n').unwrap_or((&text, ""));
            drawn.text.push_str(&row(&[(0, &label), (12.max(label.chars().count() + 3), line)]));
            for line in rest.lines() {
                drawn.text.push_str(&row(&[(12, line)]));
            }
        } else {
            for line in text.lines() {
                drawn.text.push_str(&row(&[(indent, line)]));
            }
        }
        drawn.text.push('\n');
        let has_number = !number_form.starts_with("2.") && !number_form.starts_with("3.");
        drawn.items.push(Expected {
            label,
            number: has_number.then_some(number),
            title: (place != 5).then_some(printed),
            decision,
            reference,
            vote,
            reservation,
        });
    }
}

/// Prints a decision and gives what of it is the decision's text.
fn decision(way: usize, body: &Body, what: &str, text: &mut String) -> String {
    let decider = body.decider;
    let past = if what.len().is_multiple_of(2) { "beslöt" } else { "beslutade" };
    match way {
        0 => {
            text.push_str(&format!("Beslut\n{decider} beslutar att {what}.\n"));
            format!("{decider} beslutar att {what}.")
        }
        1 => {
            text.push_str(&format!("BESLUT\n{decider} beslutar att {what}.\n"));
            format!("{decider} beslutar att {what}.")
        }
        2 => {
            text.push_str(&format!("Beslut:\natt {what}\n"));
            format!("att {what}")
        }
        3 => {
            text.push_str(&format!("Beslut: {decider} beslutar att {what}.\n"));
            format!("{decider} beslutar att {what}.")
        }
        4 => {
            let owner = if body.name.ends_with("e") { format!("{}s", body.name) } else { format!("{decider}s") };
            text.push_str(&format!("{owner} beslut\natt {what}.\n"));
            format!("att {what}.")
        }
        5 => {
            text.push_str(&format!("{decider} beslutar\natt {what} samt\natt tacka för redovisningen.\n"));
            format!("att {what} samt\natt tacka för redovisningen.")
        }
        6 => {
            text.push_str(&format!("{decider} beslutar att {what}.\n"));
            format!("{decider} beslutar att {what}.")
        }
        7 => {
            text.push_str(&format!("{decider} {past} att {what}.\n"));
            format!("{decider} {past} att {what}.")
        }
        8 => {
            text.push_str(&format!("Beslutades att {what}.\n"));
            format!("Beslutades att {what}.")
        }
        _ => {
            text.push_str(&format!("Beslöts att {what}.\n"));
            format!("Beslöts att {what}.")
        }
    }
}

fn signatures(drawn: &mut Drawn, dice: &mut Dice, names: &[String]) {
    let secretary = if drawn.people.iter().any(|(name, ..)| *name == names[8]) { &names[8] } else { &names[3] };
    let (chair, adjuster) = (&names[0], &names[2]);
    let dots = "........................";
    let form = dice.roll(8);
    let name =
        ["under dots", "columns", "beside", "under role", "in parentheses", "comma", "above role", "three columns"]
            [form];
    note(drawn, "signatures", name);
    let (s, c, a) = *dice.pick(&[
        ("Sekreterare", "Ordförande", "Justerare"),
        ("Sekreterare", "Ordförande", "Justerande"),
        ("Protokollförare", "Ordförande", "Justeringsman"),
        ("Mötessekreterare", "Mötesordförande", "Protokollsjusterare"),
    ]);
    let at_protocol = *dice.pick(&["Vid protokollet", "Vid protokollet:", "In fidem:"]);
    let adjusted = *dice.pick(&["Justeras", "Justeras:", "Justerat:"]);
    let text = match form {
        0 => format!(
            "Underskrifter\n{}{}{}{}{}{}",
            row(&[(0, s), (24, dots)]),
            row(&[(24, secretary)]),
            row(&[(0, c), (24, dots)]),
            row(&[(24, chair)]),
            row(&[(0, a), (24, dots)]),
            row(&[(24, adjuster)])
        ),
        1 => {
            row(&[(0, at_protocol), (44, adjusted)])
                + "\n"
                + &row(&[(0, secretary), (44, chair)])
                + "\n"
                + &row(&[(44, adjuster)])
        }
        2 => row(&[(0, s), (24, secretary)]) + &row(&[(0, c), (24, chair)]) + &row(&[(0, a), (24, adjuster)]),
        3 => format!("{at_protocol}\n\n{secretary}\n\n{adjusted}\n\n{chair}\n\n{adjuster}\n"),
        4 => format!(
            "{at_protocol}\n\n{dots}\n({secretary})\n\n{adjusted}\n\n{dots}\n({chair})\n\n{dots}\n({adjuster})\n"
        ),
        5 => format!(
            "{dots}\n{secretary}, {}\n\n{dots}\n{chair}, {}\n\n{dots}\n{adjuster}, {}\n",
            s.to_lowercase(),
            c.to_lowercase(),
            a.to_lowercase()
        ),
        6 => {
            row(&[(0, dots), (44, dots)])
                + &row(&[(0, chair), (44, secretary)])
                + &row(&[(0, c), (44, s)])
                + "\n"
                + &row(&[(0, dots)])
                + &row(&[(0, adjuster)])
                + &row(&[(0, a)])
        }
        _ => {
            row(&[(0, s), (30, c), (60, a)])
                + "\n"
                + &row(&[(0, dots), (30, dots), (60, dots)])
                + &row(&[(0, secretary), (30, chair), (60, adjuster)])
        }
    };
    // Over all who sign "Justeras" only: that one of them led the meeting is told by the list of those present, or not.
    let is_told = drawn.text.find(chair.as_str()).is_some_and(|at| {
        let after: String = drawn.text[at..].chars().take(chair.chars().count() + 40).collect();
        after.contains("ordförande")
    });
    let first = if is_told || !matches!(form, 1 | 3 | 4) { SignatureRole::Chair } else { SignatureRole::Adjuster };
    drawn.text.push('\n');
    drawn.text.push_str(&text);
    drawn.signers = vec![
        (SignatureRole::Secretary, secretary.clone()),
        (first, chair.clone()),
        (SignatureRole::Adjuster, adjuster.clone()),
    ];
}
