//! One meeting printed in many ways: forms of numbers, titles, labels, lists, decisions and signatures are drawn
//! at random and combined, and what is found must not hang on how it is printed.
//!
//! `VARIANTS_REPORT=1 cargo test --test all variants:: -- --nocapture` shows for each form how much of it was found, and
//! `VARIANTS_SHOW=FORM` prints the first pages with that form that were not understood.

use paragraf::correct::Lexicon;
use paragraf::page::{CorrectedPage, OcrPage, TextSource};
use paragraf::protocol::{Category, DocumentKind, Protocol, SectionKind, SignatureRole};
use paragraf::segment::segment;
use std::collections::{BTreeMap, BTreeSet};

/// A small generator of numbers, so that the same variants come every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n.max(1)
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.roll(of.len())]
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.roll(100) < percent
    }
}

const GIVEN: &[&str] = &[
    "Anna",
    "Bo",
    "Karin",
    "Lennart",
    "Eva-Lena",
    "Gunnar",
    "Ingrid",
    "Per-Olof",
    "Margareta",
    "Sture",
    "Birgitta",
    "Håkan",
    "Åsa",
    "Göran",
    "Ulla",
    "Mohammed",
    "Lars",
    "Marie",
    "Sten",
    "Elisabeth",
    "Nils",
    "Kerstin",
    "Olle",
    "Annika",
    "Tord",
    "Vivianne",
    "Zlatko",
    "Ann-Sofie",
    "Rune",
    "Sonja",
];
const SURNAMES: &[&str] = &[
    "Berg",
    "Lindqvist",
    "Ekström",
    "von Essen",
    "Åkesson",
    "Holmgren",
    "Sjödin",
    "Nyberg",
    "Öhman",
    "Dahlbäck",
    "Fransson",
    "Petersson",
    "Wallin",
    "Hjelm",
    "Björk",
    "Nilsson",
    "Grönlund",
    "Hedman",
    "Lindström Wik",
    "Palm",
    "Norrby",
    "Kvist",
    "Ahmed",
    "Svärd",
    "Moberg",
    "Rydell",
    "Tengblad",
    "Ålander",
    "Brolin",
    "Edvardsson",
];
const TITLES: &[&str] = &[
    "Val av justerare",
    "Godkännande av dagordning",
    "Föregående protokoll",
    "Ekonomisk rapport",
    "Ombyggnad av skolan i Näs",
    "Ansökan om bidrag från idrottsföreningen",
    "Detaljplan för kvarteret Linden",
    "Remiss angående ny vägsträckning",
    "Motion om fria skolmåltider",
    "Belysning vid gångvägen",
    "Information",
    "Taxa för renhållning",
    "Medborgarförslag om lekplats",
    "Delegationsbeslut",
    "Budget för nästa år",
    "Försäljning av fastigheten Näs 2:14",
    "Skrivelse från länsstyrelsen",
    "Inköp av möbler",
    "Övriga frågor",
    "Sammanträdesdagar",
    "Vägbelysning i Östra byn",
    "Hyra av lokal",
    "Reparation av taket",
];
const BACKGROUNDS: &[&str] = &[
    "Förvaltningen har utrett frågan och redovisar kostnaderna för de tre",
    "En skrivelse har kommit in från de boende med önskemål om att",
    "Handlingarna har sänts ut före mötet och ordföranden redogör för",
    "Kostnaden beräknas till 125 000 kronor och ryms inom den ram som",
];
const TAILS: &[&str] = &[
    "alternativ som har diskuterats under våren.",
    "något görs innan vintern kommer.",
    "vad som hänt sedan sist.",
    "har avsatts för ändamålet.",
];
/// What is decided, after "att".
const DECIDED: &[&str] = &[
    "godkänna förslaget",
    "bevilja bidraget med 15 000 kronor",
    "avslå ansökan",
    "lägga rapporten till handlingarna",
    "återremittera ärendet för ytterligare utredning",
    "bordlägga ärendet till nästa möte",
    "anta budgeten",
    "uppdra åt förvaltningen att ta fram ett nytt underlag",
    "fastställa taxan enligt förslaget",
];

#[derive(Clone, Debug)]
struct Expected {
    label: String,
    number: Option<u32>,
    title: Option<String>,
    decision: String,
    reference: Option<String>,
    vote: Option<(u32, u32)>,
    reservation: Option<String>,
}

#[derive(Default)]
struct Drawn {
    text: String,
    forms: Vec<String>,
    items: Vec<Expected>,
    people: Vec<(String, Category, Option<&'static str>)>,
    absent: Vec<String>,
    signers: Vec<(SignatureRole, String)>,
    date: (i16, i8, i8),
    place: String,
    start: (i8, i8),
    end: Option<(i8, i8)>,
    body: String,
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

const MONTHS: &[&str] = &[
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

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

fn draw(seed: u64) -> Drawn {
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

const MEMBERS: &[&str] = &[
    "Beslutande",
    "Beslutande ledamöter",
    "Närvarande ledamöter",
    "Ledamöter",
    "BESLUTANDE",
    "Ordinarie ledamöter",
    "Tjänstgörande ledamöter",
    "Närvarande beslutande",
    "Beslutande:",
    "Närvarande ordinarie",
    "Ledamöter, närvarande",
];
const SUBSTITUTES: &[&str] = &[
    "Ersättare",
    "Ej tjänstgörande ersättare",
    "Närvarande ersättare",
    "Icke tjänstgörande ersättare",
    "Suppleanter",
    "Närvarande ej tjänstgörande ersättare",
    "Ersättare, ej tjänstgörande",
    "ERSÄTTARE",
    "Ej beslutande ersättare",
    "Övriga ersättare",
    "Ej tjänstgörande suppleanter",
    "Närvarande suppleanter",
];
const OTHERS: &[&str] = &[
    "Övriga närvarande",
    "Övriga deltagande",
    "Övriga deltagare",
    "Övriga",
    "ÖVRIGA",
    "Tjänstemän",
    "Närvarande tjänstemän",
    "Tjänstepersoner",
    "Övriga närvarande tjänstepersoner",
    "Föredragande tjänstemän",
    "Från förvaltningen",
    "Deltagande tjänstemän",
];
const PRESENT: &[&str] =
    &["Närvarande", "Närvarande:", "NÄRVARANDE", "Deltagare", "Närvarande medlemmar", "Deltagare:", "Deltog"];
const ABSENT: &[&str] = &[
    "Frånvarande",
    "Ej närvarande",
    "Anmält förhinder",
    "Förhinder",
    "Frånvarande ledamöter",
    "Anmäld frånvaro",
    "Förfall",
];

const PARTIES: &[&str] = &["S", "M", "C", "V", "MP", "KD"];

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

/// How numbers are printed. `N` is the number, `Y` the year, `K` the body's code, `B` its name.
const NUMBERS: &[&str] = &[
    "§ N",
    "§N",
    "N §",
    "K § N",
    "K N",
    "N.",
    "Punkt N",
    "Ärende N",
    "Mom. N",
    "§ N/Y",
    "Paragraf N",
    "Nr N",
    "N)",
    "N",
    "§ N.",
    "§ N:",
    "Ärende nr N",
    "PUNKT N",
    "B § N",
    "N:",
    "K §N",
    "2.N",
    "3.1.N",
    "§ N -",
    "N §.",
    "Dagordningspunkt N",
    "§ N (Y)",
    "ÄRENDE N",
    "Pkt N",
    "N -",
    "§ N/Z",
    "(N)",
    "K Y § N",
    "Fråga N",
    "K § N/Y",
    "k § N",
];

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

/// How a vote is told: `A` for, `B` against.
const VOTES: &[&str] = &[
    "Med A ja-röster mot B nej-röster bifalles förslaget.",
    "Vid omröstningen avges A ja-röster och B nej-röster.",
    "Omröstningen utfaller med A röster för förslaget och B röster emot.",
    "A ledamöter röstar ja och B ledamöter röstar nej.",
    "Omröstningen utföll med A ja och B nej.",
    "Ja: A\tNej: B",
    "Resultat: A ja-röster, B nej-röster.",
    "Förslaget antas med A röster mot B.",
    "Ja-röster: A. Nej-röster: B.",
    "A röstade ja och B röstade nej.",
];
const RESERVED: &[&str] = &[
    "N reserverar sig mot beslutet.",
    "Mot beslutet reserverar sig N.",
    "N anmäler reservation.",
    "N reserverade sig mot beslutet.",
    "Reservation anmäldes av N.",
    "N reserverar sig till förmån för eget yrkande.",
];
const REFERENCES: &[&str] = &["K Y/#", "KS Y-#", "Y/#", "#/Y", "KS/Y:#", "Y-000#-1", "KS Y.#"];

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
    drawn.text.push('\n');
    drawn.text.push_str(&text);
    drawn.signers = vec![
        (SignatureRole::Secretary, secretary.clone()),
        (SignatureRole::Chair, chair.clone()),
        (SignatureRole::Adjuster, adjuster.clone()),
    ];
}

/// Pages of some fifty lines, as an engine would give them.
fn pages(text: &str) -> Vec<CorrectedPage> {
    let lines: Vec<&str> = text.lines().collect();
    let mut pages: Vec<String> = vec![String::new()];
    let mut n = 0;
    for (at, line) in lines.iter().enumerate() {
        // A page ends between paragraphs.
        if n >= 46 && line.is_empty() && at + 1 < lines.len() {
            pages.push(String::new());
            n = 0;
            continue;
        }
        n += 1;
        if let Some(page) = pages.last_mut() {
            page.push_str(line);
            page.push('\n');
        }
    }
    pages
        .iter()
        .enumerate()
        .map(|(at, text)| {
            let mut page = OcrPage::from_text(at as u32 + 1, text);
            page.source = TextSource::Ocr;
            (page.width, page.height, page.dpi) = (1000, 1300, 110);
            CorrectedPage::new(page, Vec::new())
        })
        .collect()
}

/// Found, wanted and both, by field.
type Counts = BTreeMap<&'static str, [usize; 3]>;

fn count<T: PartialEq>(counts: &mut Counts, field: &'static str, wanted: &[T], found: &[T]) {
    let mut left: Vec<&T> = wanted.iter().collect();
    let mut right = 0;
    for one in found {
        if let Some(at) = left.iter().position(|other| *other == one) {
            left.remove(at);
            right += 1;
        }
    }
    let sum = counts.entry(field).or_default();
    sum[0] += found.len();
    sum[1] += wanted.len();
    sum[2] += right;
}

fn add(counts: &mut Counts, field: &'static str, sum: [usize; 3]) {
    let all = counts.entry(field).or_default();
    (0..3).for_each(|at| all[at] += sum[at]);
}

fn judge(drawn: &Drawn, found: &Protocol) -> Counts {
    let mut counts = Counts::new();
    let kind = found.meeting.kind == DocumentKind::Protocol;
    count(&mut counts, "kind", &[true], &[kind]);
    let (year, month, day) = drawn.date;
    let date = jiff::civil::date(year, month, day);
    count(&mut counts, "date", &[Some(date)], &[found.meeting.date.value]);
    let fold = |text: &str| text.to_lowercase();
    count(&mut counts, "body", &[Some(fold(&drawn.body))], &[found.meeting.body.value.as_deref().map(fold)]);
    count(&mut counts, "place", &[Some(drawn.place.as_str())], &[found.meeting.place.value.as_deref()]);
    let time = |(hour, minute): (i8, i8)| jiff::civil::time(hour, minute, 0, 0);
    count(&mut counts, "start", &[Some(time(drawn.start))], &[found.meeting.start_time.value]);
    count(&mut counts, "end", &[drawn.end.map(time)], &[found.meeting.end_time.value]);
    let people: Vec<(String, Category)> =
        drawn.people.iter().map(|(name, category, _)| (name.clone(), *category)).collect();
    let found_people: Vec<(String, Category)> =
        found.attendees.iter().map(|one| (one.name.value.clone().unwrap_or_default(), one.category)).collect();
    let names = |people: &[(String, Category)]| people.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    count(&mut counts, "attendee", &names(&people), &names(&found_people));
    count(&mut counts, "category", &people, &found_people);
    let parties: Vec<_> =
        drawn.people.iter().filter_map(|(name, _, party)| Some((name.clone(), (*party)?.to_owned()))).collect();
    let found_parties: Vec<_> =
        found.attendees.iter().filter_map(|one| Some((one.name.value.clone()?, one.party.value.clone()?))).collect();
    count(&mut counts, "party", &parties, &found_parties);
    let absent: Vec<String> = found.absent.iter().filter_map(|one| one.name.value.clone()).collect();
    count(&mut counts, "absent", &drawn.absent, &absent);
    let signers: Vec<_> =
        found.signatures.iter().map(|one| (one.role, one.name.value.clone().unwrap_or_default())).collect();
    count(&mut counts, "signature", &drawn.signers, &signers);
    let digits = |label: &str| label.chars().filter(|c| c.is_ascii_digit()).collect::<String>();
    let key = |number: Option<u32>, label: &str| number.map_or_else(|| digits(label), |number| number.to_string());
    let wanted: Vec<String> = drawn.items.iter().map(|item| key(item.number, &item.label)).collect();
    let found_items: Vec<String> =
        found.items.iter().map(|item| key(item.number.value, item.label.value.as_deref().unwrap_or(""))).collect();
    count(&mut counts, "item", &wanted, &found_items);
    let extras = |item: &Expected| key(item.number, &item.label);
    let references: Vec<_> =
        drawn.items.iter().filter_map(|item| Some((extras(item), item.reference.clone()?))).collect();
    let votes: Vec<_> = drawn.items.iter().filter_map(|item| Some((extras(item), item.vote?))).collect();
    let reserved: Vec<_> =
        drawn.items.iter().filter_map(|item| Some((extras(item), item.reservation.clone()?))).collect();
    let numbered =
        found.items.iter().map(|item| (key(item.number.value, item.label.value.as_deref().unwrap_or("")), item));
    let numbered: Vec<_> = numbered.collect();
    let found_references: Vec<_> =
        numbered.iter().filter_map(|(number, item)| Some((number.clone(), item.reference.value.clone()?))).collect();
    let found_votes: Vec<_> = numbered
        .iter()
        .flat_map(|(number, item)| {
            item.votes.iter().filter_map(move |vote| Some((number.clone(), (vote.yes?, vote.no?))))
        })
        .collect();
    let found_reserved: Vec<_> = numbered
        .iter()
        .flat_map(|(number, item)| item.reservations.iter().map(move |one| (number.clone(), one.name.clone())))
        .collect();
    count(&mut counts, "reference", &references, &found_references);
    count(&mut counts, "vote", &votes, &found_votes);
    count(&mut counts, "reservation", &reserved, &found_reserved);
    let titled: Vec<_> = drawn
        .items
        .iter()
        .filter_map(|item| Some((key(item.number, &item.label), fold(item.title.as_ref()?))))
        .collect();
    let found_titled: Vec<_> = found
        .items
        .iter()
        .filter_map(|item| {
            let number = key(item.number.value, item.label.value.as_deref().unwrap_or(""));
            Some((number, fold(item.title.value.as_deref()?)))
        })
        .collect();
    count(&mut counts, "title", &titled, &found_titled);
    let decided: Vec<_> =
        drawn.items.iter().map(|item| (key(item.number, &item.label), item.decision.clone())).collect();
    let found_decided: Vec<_> = found
        .items
        .iter()
        .filter_map(|item| {
            let texts: Vec<&str> = item
                .sections
                .iter()
                .filter(|one| one.kind == SectionKind::Decision)
                .map(|one| one.text.as_str())
                .collect();
            let number = key(item.number.value, item.label.value.as_deref().unwrap_or(""));
            (!texts.is_empty()).then(|| (number, without_lead(&texts.join("\n"))))
        })
        .collect();
    let decided: Vec<_> = decided.into_iter().map(|(number, text)| (number, without_lead(&text))).collect();
    count(&mut counts, "decision", &decided, &found_decided);
    counts
}

/// The words of a decision without who decides: both ways of dividing "Nämnden beslutar / att ..." are good.
fn without_lead(text: &str) -> String {
    match text.split_once("beslutar\n") {
        Some((_, rest)) => rest.to_owned(),
        None => text.to_owned(),
    }
}

fn f1([found, wanted, right]: [usize; 3]) -> f64 {
    if found + wanted == 0 { 1.0 } else { 2.0 * right as f64 / (found + wanted) as f64 }
}

#[test]
fn what_is_found_does_not_hang_on_how_it_is_printed() {
    let lexicon = Lexicon::builtin();
    let report = std::env::var_os("VARIANTS_REPORT").is_some();
    let show = std::env::var("VARIANTS_SHOW").ok();
    let n: u64 = std::env::var("VARIANTS").ok().and_then(|n| n.parse().ok()).unwrap_or(300);
    let mut total = Counts::new();
    let mut by_form: BTreeMap<String, Counts> = BTreeMap::new();
    let mut shown = 0;
    for seed in 1..=n {
        let drawn = draw(seed);
        let parts = segment(&lexicon, &pages(&drawn.text));
        let counts = judge(&drawn, &parts[0].protocol);
        for (field, sum) in &counts {
            add(&mut total, field, *sum);
            for form in &drawn.forms {
                add(by_form.entry(form.clone()).or_default(), field, *sum);
            }
        }
        let wanted = show.as_deref().is_some_and(|show| {
            let (form, field) = show.split_once('=').unwrap_or((show, ""));
            (form.is_empty() || drawn.forms.iter().any(|one| one == form))
                && counts.iter().any(|(name, sum)| (field.is_empty() || *name == field) && f1(*sum) < 1.0)
        });
        if wanted && shown < 3 {
            shown += 1;
            let bad: Vec<_> = counts.iter().filter(|(_, sum)| f1(**sum) < 1.0).collect();
            println!("---- {seed} {:?}\n{bad:?}\n{}", drawn.forms, drawn.text);
            let protocol = &parts[0].protocol;
            println!(
                "{:?} {:?} {:?} {:?} {:?}",
                protocol.meeting.kind,
                protocol.meeting.date.value,
                protocol.meeting.body.value,
                protocol.meeting.place.value,
                protocol.meeting.end_time.value
            );
            for one in &protocol.attendees {
                println!(
                    "  {:?} {:?} {:?} {:?} {:?}",
                    one.name.value, one.category, one.party.value, one.role, one.organization.value
                );
            }
            println!("  absent {:?}", protocol.absent.iter().map(|one| one.name.value.clone()).collect::<Vec<_>>());
            for one in &protocol.items {
                let sections: Vec<_> = one.sections.iter().map(|one| (one.kind, one.text.clone())).collect();
                println!(
                    "  {:?} {:?} {:?} {:?} {sections:?}",
                    one.number.value, one.label.value, one.title.value, one.reference.value
                );
            }
            println!(
                "  {:?}",
                protocol.signatures.iter().map(|one| (one.role, one.name.value.clone())).collect::<Vec<_>>()
            );
        }
    }
    if report {
        for (form, counts) in std::iter::once((&"all".to_owned(), &total)).chain(&by_form) {
            let weak: Vec<String> = counts
                .iter()
                .filter(|(field, sum)| form == "all" || f1(**sum) + 0.02 < f1(total[*field]).max(0.96))
                .map(|(field, sum)| format!("{field} {:.3}", f1(*sum)))
                .collect();
            if !weak.is_empty() {
                println!("{form:40} {}", weak.join("  "));
            }
        }
    }
    let least = [
        ("kind", 0.99),
        ("date", 0.99),
        ("body", 0.99),
        ("place", 0.96),
        ("start", 0.99),
        ("end", 0.98),
        ("attendee", 0.99),
        ("category", 0.985),
        ("party", 0.99),
        ("absent", 0.98),
        ("signature", 0.96),
        ("item", 0.98),
        ("title", 0.98),
        ("reference", 0.98),
        ("decision", 0.96),
        ("reservation", 0.97),
        ("vote", 0.96),
    ];
    for (field, least) in least {
        let reached = f1(total[field]);
        assert!(reached >= least, "{field}: {reached:.3} of the variants, at least {least} expected");
    }
}
