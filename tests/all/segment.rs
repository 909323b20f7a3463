//! Protocols of many decades and layouts, as text on a grid, and what the segmentation makes of them.

use paragraf::correct::Lexicon;
use paragraf::error::WarningCode;
use paragraf::page::{CorrectedPage, OcrPage};
use paragraf::protocol::{Category, DocumentKind, Protocol, SignatureRole};
use paragraf::segment::{Part, segment};
use proptest::prelude::*;

fn parts(pages: &[&str]) -> Vec<Part> {
    let pages: Vec<CorrectedPage> = pages
        .iter()
        .enumerate()
        .map(|(n, text)| CorrectedPage::new(OcrPage::from_text(n as u32 + 1, text), Vec::new()))
        .collect();
    segment(&Lexicon::builtin(), &pages)
}

fn protocol(pages: &[&str]) -> Protocol {
    let mut parts = parts(pages);
    assert_eq!(parts.len(), 1);
    parts.remove(0).protocol
}

fn numbers(protocol: &Protocol) -> Vec<u32> {
    protocol.items.iter().filter_map(|item| item.number.value).collect()
}

fn titles(protocol: &Protocol) -> Vec<&str> {
    protocol.items.iter().map(|item| item.title.value.as_deref().unwrap_or("")).collect()
}

fn people(protocol: &Protocol) -> Vec<(&str, Category)> {
    protocol.attendees.iter().map(|one| (one.name.value.as_deref().unwrap_or(""), one.category)).collect()
}

fn signers(protocol: &Protocol) -> Vec<(SignatureRole, &str)> {
    protocol.signatures.iter().map(|one| (one.role, one.name.value.as_deref().unwrap_or(""))).collect()
}

#[test]
fn a_typewriter_protocol_with_surnames_only() {
    let text = "\
Protokoll, hållet vid sammanträde med nykterhetsnämnden i Lillby
landskommun å kommunalkontoret den 3 maj 1948 kl. 19.

Närvarande: herr Holm, ordförande, herrar Ekdahl, Bergman och Lund
samt fru Rosén.

§ 1.  Till justeringsman utsågs herr Ekdahl att jämte ordföranden
justera dagens protokoll.

§ 2.  Upplästes en skrivelse från länsnykterhetsnämnden angående
den årliga redovisningen. Nämnden beslöt att lägga skrivelsen till
handlingarna.

§ 3.  Ordföranden meddelade, att nästa sammanträde hålles den 4 juni.

Dag som ovan.
In fidem:
Karl Ekdahl
Justeras:
Sven Holm";
    let found = protocol(&[text]);
    assert_eq!(found.meeting.kind, DocumentKind::Protocol);
    assert_eq!(found.meeting.date.value, Some(jiff::civil::date(1948, 5, 3)));
    assert_eq!(found.meeting.body.value.as_deref(), Some("Nykterhetsnämnden"));
    assert_eq!(found.meeting.municipality.value.as_deref(), Some("Lillby landskommun"));
    assert_eq!(found.meeting.place.value.as_deref(), Some("kommunalkontoret"));
    let names: Vec<&str> = people(&found).iter().map(|one| one.0).collect();
    assert_eq!(names, ["Holm", "Ekdahl", "Bergman", "Lund", "Rosén"]);
    assert_eq!(numbers(&found), [1, 2, 3]);
    assert_eq!(titles(&found), ["", "", ""]);
    assert!(found.items[1].text.starts_with("Upplästes en skrivelse från länsnykterhetsnämnden"));
    assert_eq!(signers(&found), [(SignatureRole::Secretary, "Karl Ekdahl"), (SignatureRole::Chair, "Sven Holm")]);
}

#[test]
fn titles_in_capitals_and_numbers_with_years() {
    let text = "\
Samfällighetsföreningen Björken
PROTOKOLL FÖRT VID STYRELSEMÖTE
Datum: 2019-02-11
Plats: Kvartersgården
Närvarande: Anna Berg, Bo Ek, Eva Rosén

§ 12/2019   MÖTETS ÖPPNANDE
Anna Berg öppnade mötet och hälsade alla välkomna till kvällen.

§ 13/2019   VAL AV JUSTERARE
Till justerare valdes Eva Rosén.

§ 14/2019   SNÖRÖJNING
Styrelsen beslutade att anlita samma firma som förra vintern.

Vid protokollet
Bo Ek
Justeras
Eva Rosén";
    let found = protocol(&[text]);
    assert_eq!(titles(&found), ["MÖTETS ÖPPNANDE", "VAL AV JUSTERARE", "SNÖRÖJNING"]);
    assert_eq!(found.items[0].year, Some(2019));
    assert_eq!(numbers(&found), [12, 13, 14]);
    assert_eq!(people(&found).len(), 3);
    assert_eq!(found.meeting.place.value.as_deref(), Some("Kvartersgården"));
    assert_eq!(
        found.items[2]
            .sections
            .iter()
            .filter(|section| section.kind == paragraf::protocol::SectionKind::Decision)
            .count(),
        1
    );
}

#[test]
fn numbers_of_earlier_bodies_and_merged_items() {
    let text = "\
Storby kommun                 SAMMANTRÄDESPROTOKOLL
Kommunfullmäktige             1992-03-30

Kf 75      Ks 82    Au 225    Dnr 91.118
Avgifter för sophämtning
Kommunfullmäktige beslutar att fastställa taxan.

Kf 76-78
Anmälningsärenden
Anmäldes tre skrivelser till kommunfullmäktige.

Kf 79      Ks 84
Motion om gångväg
Kommunfullmäktige beslutar att avslå motionen.

Kf 79 a
Interpellation om skolskjutsar
Interpellationen får ställas och besvaras i juni.

Kf 80
Avslutning
Ordföranden önskar alla en trevlig sommar och avslutar.";
    let found = protocol(&[text]);
    assert_eq!(numbers(&found), [75, 76, 79, 79, 80]);
    assert_eq!(found.items[0].earlier_numbers, [("Ks".to_owned(), 82), ("Au".to_owned(), 225)]);
    assert_eq!(found.items[0].reference.value.as_deref(), Some("91.118"));
    assert_eq!(found.items[1].number_last, Some(78));
    assert_eq!(found.items[3].suffix.as_deref(), Some("a"));
    assert_eq!(titles(&found)[4], "Avslutning");
}

#[test]
fn a_body_named_like_a_unit_and_a_figure_read_as_another() {
    let text = "\
Norrby församling
Kyrkorådet                 Protokoll 2009-02-24
Beslutande                 Berndt Almén, ordförande
                           Maria Wikner
Justeringens plats och tid    Kansliet, 2009-03-02. § 85 justeras omedelbart, 2009-02-24.

KR § 84                    Val av justerare
                           Till justerare väljs Maria Wikner.

KR § 35                    Årsredovisning för 2008
                           HSN 99/214
                           Kyrkorådet godkänner årsredovisningen.

KR § 86                    Trädfällning
AU § 12                    Dnr 96.0298 107
                           Kyrkorådet beslutar
                           att träden ska fällas.
";
    let found = protocol(&[text]);
    assert_eq!(numbers(&found), [84, 85, 86]);
    assert_eq!(titles(&found), ["Val av justerare", "Årsredovisning för 2008", "Trädfällning"]);
    let references: Vec<Option<&str>> = found.items.iter().map(|item| item.reference.value.as_deref()).collect();
    assert_eq!(references, [None, Some("HSN 99/214"), Some("96.0298 107")]);
    let adjusted: Vec<(Option<&str>, String)> = found
        .adjustments
        .iter()
        .map(|one| (one.place.value.as_deref(), one.date.value.map_or(String::new(), |date| date.to_string())))
        .collect();
    assert_eq!(adjusted, [(Some("Kansliet"), "2009-03-02".to_owned()), (None, "2009-02-24".to_owned())]);
}

#[test]
fn an_agenda_before_the_items() {
    let text = "\
Protokoll från årsmöte i Storby byalag den 12 april 2011
Dagordning
1. Mötets öppnande
2. Val av ordförande
3. Verksamhetsberättelse
4. Mötets avslutande

1. Mötets öppnande
Karin Lund hälsade de tjugo medlemmarna välkomna.

2. Val av ordförande
Till ordförande för mötet valdes Karin Lund.

3. Verksamhetsberättelse
Berättelsen lästes upp och lades till handlingarna.

4. Mötets avslutande
Karin Lund avslutade mötet och tackade för visat intresse.

Vid protokollet          Justeras
Per Holm                 Karin Lund";
    let found = protocol(&[text]);
    assert_eq!(numbers(&found), [1, 2, 3, 4]);
    assert_eq!(titles(&found)[1], "Val av ordförande");
    assert!(found.items[0].text.starts_with("Karin Lund hälsade"));
    assert_eq!(found.contents.len(), 4);
    assert_eq!(signers(&found), [(SignatureRole::Secretary, "Per Holm"), (SignatureRole::Adjuster, "Karin Lund")]);
}

#[test]
fn other_documents_have_no_items() {
    let bylaws = "\
STADGAR
för Bostadsrättsföreningen Linden
§ 1  Firma och ändamål
Föreningens firma är Bostadsrättsföreningen Linden.
§ 2  Säte
Styrelsen ska ha sitt säte i Storby.
§ 3  Medlemskap
Inträde i föreningen kan beviljas den som får bostadsrätt.";
    let found = protocol(&[bylaws]);
    assert_eq!((found.meeting.kind, found.items.len()), (DocumentKind::Bylaws, 0));
    let report = "\
Årsredovisning 2014
Bostadsrättsföreningen Linden
1. Förvaltningsberättelse
Styrelsen avger här sin berättelse för året.
2. Resultaträkning
Nettoomsättning       4 100 000
3. Balansräkning
Tillgångar            9 000 000";
    let found = protocol(&[report]);
    assert_eq!((found.meeting.kind, found.items.len()), (DocumentKind::AnnualReport, 0));
    let letter = "\
Storby den 3 mars 1987
Till
Byggnadsnämnden
Med hänvisning till 12 § byggnadsstadgan ansöker jag om lov.
Med vänlig hälsning
Anna Berg";
    let found = protocol(&[letter]);
    assert_eq!((found.meeting.kind, found.items.len()), (DocumentKind::Letter, 0));
}

#[test]
fn two_protocols_in_one_file() {
    let page = |date: &str, first: u32| {
        format!(
            "Storby kommun                 SAMMANTRÄDESPROTOKOLL        1 (1)\nKulturnämnden\nPlats och tid         Biblioteket, {date} kl 17.00\nBeslutande            Anna Berg (S), ordförande\n                      Bo Ek (M)\nUtses att justera     Bo Ek\n§ {first}   Val av justerare\nBeslut\nBo Ek utses.\n§ {}   Avslutning\nBeslut\nMötet avslutas av ordföranden.",
            first + 1
        )
    };
    let (one, two) = (page("2004-02-03", 1), page("2004-03-09", 3));
    let found = parts(&[&one, &two]);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].protocol.pages, (1, 1));
    assert_eq!(found[1].protocol.pages, (2, 2));
    assert_eq!(numbers(&found[1].protocol), [3, 4]);
    assert_eq!(found[1].protocol.meeting.date.value, Some(jiff::civil::date(2004, 3, 9)));
}

#[test]
fn a_list_that_is_bound_in_after_the_minutes() {
    let one = "\
Protokoll från föreningsstämma i Bostadsrättsföreningen Linden
Datum: 2012-05-02
Närvarande: enligt bifogad närvarolista

§ 1  Öppnande
Stämman öppnades av Eva Lund.
§ 2  Avslutning
Stämman avslutades klockan 20.15.

Vid protokollet
Bo Ek";
    let two = "Närvarolista\nAnna Berg\nPer Holm\nEva Lund";
    let found = parts(&[one, two]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].protocol.attendees.len(), 3);
    let without = parts(&[one]);
    assert!(without[0].warnings.iter().any(|warning| warning.code == WarningCode::ListNotIncluded));
    assert!(without[0].protocol.attendees.is_empty());
}

#[test]
fn names_and_parties_in_columns() {
    let text = "\
Storby kommun                      SAMMANTRÄDESPROTOKOLL
Miljönämnden                       2001-09-04
Beslutande          Anna Berg             (S)       ordförande
                    Bo Ek                 (M)
                    Eva Rosén             (C)
Ersättare           Per Holm              (S)
§ 8   Dagordning
Beslut
Dagordningen godkänns av miljönämnden.
§ 9   Rapporter
Beslut
Rapporterna läggs till handlingarna.";
    let found = protocol(&[text]);
    assert_eq!(
        people(&found),
        [
            ("Anna Berg", Category::Member),
            ("Bo Ek", Category::Member),
            ("Eva Rosén", Category::Member),
            ("Per Holm", Category::Substitute)
        ]
    );
    let parties: Vec<&str> = found.attendees.iter().map(|one| one.party.value.as_deref().unwrap_or("")).collect();
    assert_eq!(parties, ["S", "M", "C", "S"]);
}

#[test]
fn organisations_before_their_persons() {
    let text = "\
Storby kommun
Protokoll från rådet för trygghet
Dag och tid:       den 12 mars 2014, kl. 9.30-11.45
Närvarande
Organisation                    Namn
PRO Linden                      Gösta Almqvist, ordförande
Socialförvaltningen             Malin Forsgren, sekreterare
Röda Korset                     Camilla Ek
§ 1   Öppnande
Ordföranden öppnar mötet och hälsar alla välkomna.
§ 2   Information om nattvandringar
Rådet tackar för informationen.";
    let found = protocol(&[text]);
    let organizations: Vec<(&str, &str)> = found
        .attendees
        .iter()
        .map(|one| (one.name.value.as_deref().unwrap_or(""), one.organization.value.as_deref().unwrap_or("")))
        .collect();
    assert_eq!(
        organizations,
        [("Gösta Almqvist", "PRO Linden"), ("Malin Forsgren", "Socialförvaltningen"), ("Camilla Ek", "Röda Korset")]
    );
    assert!(found.items[1].sections.iter().any(|section| section.kind == paragraf::protocol::SectionKind::Decision));
}

#[test]
fn votes_with_named_ballots_in_a_table() {
    let text = "\
Storby kommun                      SAMMANTRÄDESPROTOKOLL
Kommunstyrelsen                    2015-10-06
Beslutande          Anna Berg (S), ordförande
                    Bo Ek (M)
                    Eva Rosén (C)
§ 40   Ny idrottshall
Yrkanden
Bo Ek (M) yrkar avslag.
Omröstning
Med 2 ja-röster mot 1 nej-röst beslutar kommunstyrelsen bygga.
Ledamot              Ja      Nej     Avstår
Anna Berg (S)        X
Bo Ek (M)                    X
Eva Rosén (C)        X
Beslut
Kommunstyrelsen beslutar att bygga en ny idrottshall.
Reservation
Bo Ek (M) reserverar sig mot beslutet till förmån för sitt yrkande.
§ 41   Avslutning
Beslut
Mötet avslutas av ordföranden.";
    let found = protocol(&[text]);
    let vote = &found.items[0].votes[0];
    assert_eq!((vote.yes, vote.no, vote.abstain, vote.ballots.len()), (Some(2), Some(1), Some(0), 3));
    assert_eq!(found.items[0].reservations[0].name, "Bo Ek");
    assert_eq!(found.items[0].reservations[0].person_id, Some(found.attendees[1].id));
    assert_eq!(found.items[0].proposals[0].by, ["Bo Ek"]);
}

#[test]
fn a_gap_in_the_numbers_is_told() {
    let text = "\
Protokoll fört vid sammanträde med kyrkorådet den 4 maj 2002
§ 5   Öppnande
Kyrkoherden öppnar mötet och hälsar alla välkomna.
§ 6   Kollekter
Kyrkorådet beslutar att fastställa kollekterna.
§ 8   Avslutning
Mötet avslutas med en kort andakt.";
    let found = parts(&[text]);
    assert_eq!(numbers(&found[0].protocol), [5, 6, 8]);
    assert!(found[0].warnings.iter().any(|warning| warning.code == WarningCode::NumberGap));
}

/// Scraps that protocols are made of, whole and torn.
fn scrap() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "§",
        "§§",
        "§ 1",
        "§ 2",
        "Kf § 3 a",
        "12 §",
        "§ 4-6",
        "Paragraf 7.",
        "8.",
        "9. ",
        "Dnr KS 2019/4",
        "Dnr",
        "Beslutande",
        "Närvarande:",
        "Ersättare",
        "Tjänstgörande",
        "ersättare",
        "Övriga",
        "Anna Berg (S)",
        "Bo Ek, m",
        "Eva",
        "herrar",
        "herr Holm,",
        "(",
        ")",
        "(S",
        "ersättare för",
        "tjg för",
        "Justeras:",
        "Vid protokollet",
        "Sekreterare",
        "Ordförande",
        "Justerare",
        "ANSLAG/BEVIS",
        "Anslaget sätts upp",
        "2019-04-09",
        "den 5 maj 1962",
        "kl. 08.30–14.20",
        "Innehåll",
        "..........",
        "2",
        "Beslut",
        "Nämnden beslutar",
        "att",
        "Ja röstar:",
        "Med 7 ja-röster mot 2 nej-röster",
        "Ja",
        "Nej",
        "X",
        "Reservation",
        "reserverar sig",
        "yrkar bifall.",
        "Bilaga 1",
        "protokoll",
        "-",
        "–",
        "_____",
        "\u{ad}",
        "é",
        "Å",
        "\u{301}",
    ]);
    prop_oneof![8 => known.prop_map(str::to_owned), 1 => "\\PC{0,12}"]
}

#[test]
fn a_lone_soft_hyphen_among_those_present_is_no_place_to_cut_a_letter() {
    let page = "Närvarande: \u{ad}\nNämnden beslutar\n8.\nJusteras:   Beslutande\nErsättare\n";
    assert!(!parts(&[page]).is_empty());
    assert!(!parts(&[&page.replace(": ", ":\n")]).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn nothing_panics_and_everything_repeats(pages in prop::collection::vec(prop::collection::vec((scrap(), 0usize..5), 0..60), 0..4)) {
        let pages: Vec<String> = pages
            .into_iter()
            .map(|scraps| scraps.into_iter().map(|(text, gap)| text + ["\n", " ", "   ", "\t", "\n\n"][gap]).collect())
            .collect();
        let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
        let first = parts(&pages);
        prop_assert_eq!(&first, &parts(&pages));
        prop_assert!(!first.is_empty());
    }
}
