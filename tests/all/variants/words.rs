//! The words and forms that variants are drawn from.

pub const GIVEN: &[&str] = &[
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

pub const SURNAMES: &[&str] = &[
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

pub const TITLES: &[&str] = &[
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

pub const BACKGROUNDS: &[&str] = &[
    "Förvaltningen har utrett frågan och redovisar kostnaderna för de tre",
    "En skrivelse har kommit in från de boende med önskemål om att",
    "Handlingarna har sänts ut före mötet och ordföranden redogör för",
    "Kostnaden beräknas till 125 000 kronor och ryms inom den ram som",
];

pub const TAILS: &[&str] = &[
    "alternativ som har diskuterats under våren.",
    "något görs innan vintern kommer.",
    "vad som hänt sedan sist.",
    "har avsatts för ändamålet.",
];

/// What is decided, after "att".
pub const DECIDED: &[&str] = &[
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

pub const MONTHS: &[&str] = &[
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

pub const MEMBERS: &[&str] = &[
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

pub const SUBSTITUTES: &[&str] = &[
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

pub const OTHERS: &[&str] = &[
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

pub const PRESENT: &[&str] =
    &["Närvarande", "Närvarande:", "NÄRVARANDE", "Deltagare", "Närvarande medlemmar", "Deltagare:", "Deltog"];

pub const ABSENT: &[&str] = &[
    "Frånvarande",
    "Ej närvarande",
    "Anmält förhinder",
    "Förhinder",
    "Frånvarande ledamöter",
    "Anmäld frånvaro",
    "Förfall",
];

pub const PARTIES: &[&str] = &["S", "M", "C", "V", "MP", "KD"];

/// How numbers are printed. `N` is the number, `Y` the year, `K` the body's code, `B` its name.
pub const NUMBERS: &[&str] = &[
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

/// How a vote is told: `A` for, `B` against.
pub const VOTES: &[&str] = &[
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

pub const RESERVED: &[&str] = &[
    "N reserverar sig mot beslutet.",
    "Mot beslutet reserverar sig N.",
    "N anmäler reservation.",
    "N reserverade sig mot beslutet.",
    "Reservation anmäldes av N.",
    "N reserverar sig till förmån för eget yrkande.",
];

pub const REFERENCES: &[&str] = &["K Y/#", "KS Y-#", "Y/#", "#/Y", "KS/Y:#", "Y-000#-1", "KS Y.#"];
