//! Attendance in tables, older lists of persons, titles that run into the text: small invented protocols, each read
//! as a text file and as a page with boxes, unless places on paper are what it is about.

use paragraf::correct::Lexicon;
use paragraf::page::{CorrectedPage, OcrPage, TextSource};
use paragraf::protocol::{AttendeeRole, Category, Outcome, Protocol, SignatureRole};
use paragraf::segment::segment;

fn read(text: &str, boxed: bool) -> Protocol {
    let mut page = OcrPage::from_text(1, text);
    if boxed {
        (page.source, page.width, page.height, page.dpi) = (TextSource::Ocr, 900, 1300, 100);
    }
    segment(&Lexicon::builtin(), &[CorrectedPage::new(page, Vec::new())]).remove(0).protocol
}

fn each(text: &str, check: impl Fn(&Protocol)) {
    for boxed in [false, true] {
        check(&read(text, boxed));
    }
}

/// Name, category, party and whom the person replaces.
type Row<'p> = (&'p str, Category, Option<&'p str>, Option<&'p str>);

fn rows(protocol: &Protocol) -> Vec<Row<'_>> {
    protocol
        .attendees
        .iter()
        .map(|one| {
            (
                one.name.value.as_deref().unwrap_or(""),
                one.category,
                one.party.value.as_deref(),
                one.replaces.value.as_deref(),
            )
        })
        .collect()
}

fn absent(protocol: &Protocol) -> Vec<&str> {
    protocol.absent.iter().filter_map(|one| one.name.value.as_deref()).collect()
}

fn titles(protocol: &Protocol) -> Vec<(Option<u32>, Option<&str>)> {
    protocol.items.iter().map(|item| (item.number.value, item.title.value.as_deref())).collect()
}

use Category::{Member, Other, ServingSubstitute, Substitute};

const ITEMS: &str = "
§ 11    Val av justerare
Nämnden utser Bo Ek.

§ 12    Budget
Nämnden godkänner budgeten.
";

#[test]
fn whom_a_substitute_replaces_stands_in_a_column_of_its_own() {
    let text = format!(
        "Region Österås
Protokoll Trafiknämnden 2021-03-14

Beslutande
Lars Hedin             S     Ordförande
Birgit Ståhl           C
Bo Ek                  M

Tjänstgörande ersättare
Karin Lund             S     ersätter Olle Norén (S)
Gösta Wiklund          M     ersätter Bo Ek (M) § 12
{ITEMS}"
    );
    let found = read(&text, true);
    let serving: Vec<Row> = rows(&found).into_iter().filter(|row| row.1 == ServingSubstitute).collect();
    assert_eq!(
        serving,
        [
            ("Karin Lund", ServingSubstitute, Some("S"), Some("Olle Norén")),
            ("Gösta Wiklund", ServingSubstitute, Some("M"), Some("Bo Ek")),
        ]
    );
    assert_eq!(absent(&found), ["Olle Norén"]);
    assert_eq!(found.meeting.body.value.as_deref(), Some("Trafiknämnden"));
}

#[test]
fn two_panels_with_parties_in_columns() {
    let text = format!(
        "NORRVIKS KOMMUN              SAMMANTRÄDESPROTOKOLL
Kulturnämnden                1978-03-14

Närvarande ledamöter   Parti           Närvarande suppleanter   Parti
Lars Hedin             s     ordf      Karin Lund               s     tjg f Olle Norén
Birgit Ståhl           c     v ordf    Gösta: Wiklund           m
Bo Ek                  fp              Siv Holm                 c
Maj Palm               m

Utses att justera
Bo Ek
{ITEMS}"
    );
    let found = read(&text, true);
    assert_eq!(
        rows(&found),
        [
            ("Lars Hedin", Member, Some("S"), None),
            ("Birgit Ståhl", Member, Some("C"), None),
            ("Bo Ek", Member, Some("FP"), None),
            ("Maj Palm", Member, Some("M"), None),
            ("Karin Lund", ServingSubstitute, Some("S"), Some("Olle Norén")),
            ("Gösta Wiklund", Substitute, Some("M"), None),
            ("Siv Holm", Substitute, Some("C"), None),
        ]
    );
    assert_eq!(absent(&found), ["Olle Norén"]);
    assert_eq!(found.attendees[0].role, Some(AttendeeRole::Chair));
    assert_eq!(found.attendees[1].role, Some(AttendeeRole::ViceChair));
}

#[test]
fn a_table_with_marks_of_presence() {
    let text = format!(
        "Vattenförbundet Storån
Förbundsdirektionen, protokoll 2014-02-20

Ledamöter         Kommun          Parti     Uppdrag            Närvarande
Lars Hedin        Norrvik         S         Ordförande         X
Birgit Ståhl      Söderö          M         Vice ordförande    X
Bo Ek             Norrvik         C         Ledamot
Maj Palm          Söderö          S         Ledamot            X
Siv Holm          Norrvik         V         Ledamot            X

Ersättare         Kommun          Parti     Anmärkning
Karin Lund        Söderö          C         Tjänstgör för Bo Ek
Gösta Wiklund     Norrvik         M         §§ 11-12
{ITEMS}"
    );
    let found = read(&text, true);
    assert_eq!(
        rows(&found),
        [
            ("Lars Hedin", Member, Some("S"), None),
            ("Birgit Ståhl", Member, Some("M"), None),
            ("Maj Palm", Member, Some("S"), None),
            ("Siv Holm", Member, Some("V"), None),
            ("Karin Lund", ServingSubstitute, Some("C"), Some("Bo Ek")),
            ("Gösta Wiklund", Substitute, Some("M"), None),
        ]
    );
    assert_eq!(absent(&found), ["Bo Ek"]);
    assert_eq!(found.attendees[0].organization.value.as_deref(), Some("Norrvik"));
    assert_eq!(found.attendees[5].paragraphs.value, Some(vec![(11, 12)]));
    assert_eq!(found.meeting.body.value.as_deref(), Some("Förbundsdirektionen"));
    assert_eq!(found.meeting.municipality.value.as_deref(), Some("Vattenförbundet Storån"));
}

#[test]
fn what_people_live_by_is_no_part_of_their_names() {
    let text = format!(
        "Protokoll fört vid sammanträde med hälsovårdsnämnden den 5 maj 1958

Ledamöter:        Handelsresande Sven Hallberg, ordförande
                  Fabrikör Nils Wall
                  Björn Erik Sten
Suppleanter:      Fru Elsa Ros, tjg för godsägare Axel Lind
                  Disponent Knut Berg
{ITEMS}"
    );
    each(&text, |found| {
        assert_eq!(
            rows(found).iter().map(|row| (row.0, row.1, row.3)).collect::<Vec<_>>(),
            [
                ("Sven Hallberg", Member, None),
                ("Nils Wall", Member, None),
                ("Björn Erik Sten", Member, None),
                ("Elsa Ros", ServingSubstitute, Some("Axel Lind")),
                ("Knut Berg", Substitute, None),
            ]
        );
        assert_eq!(absent(found), ["Axel Lind"]);
    });
}

#[test]
fn substitutes_in_the_words_of_older_minutes() {
    let text = "Protokoll, hållet vid sammanträde med kyrkorådet den 3 april 1924 kl. half sju e. m.

Närvarande: Ordföranden, kyrkoherden Johan Lind, herr vice Ordföranden, rådman Karl Ek, samt herrar Holm, Ros och Berg.
Suppleanten snickaren Viktor Wall tjänstgjorde för lantbrukaren Emil Sten.
Tjänstgörande suppleanter:
Herr Albin Palm för herr Gunnar Dahl

§ 1. Val. — Till justeringsmän utsågos herrar Holm och Ros.
§ 2. Ny spis. — Ordföranden föreslog inköp af en ny spis.
Rådet beslöt att bifalla förslaget.
§ 3. Räkenskaper och inventarier för det
gångna året. — Räkenskaperna föredrogos.
";
    each(text, |found| {
        let by = |name: &str| found.attendees.iter().find(|one| one.name.value.as_deref() == Some(name)).cloned();
        assert_eq!(by("Johan Lind").and_then(|one| one.role), Some(AttendeeRole::Chair));
        assert_eq!(by("Karl Ek").and_then(|one| one.role), Some(AttendeeRole::ViceChair));
        for (name, away) in [("Viktor Wall", "Emil Sten"), ("Albin Palm", "Gunnar Dahl")] {
            let one = by(name).unwrap_or_else(|| panic!("{name} is not among {:?}", rows(found)));
            assert_eq!((one.category, one.replaces.value.as_deref()), (ServingSubstitute, Some(away)));
        }
        assert_eq!(absent(found), ["Emil Sten", "Gunnar Dahl"]);
        assert_eq!(found.meeting.start_time.value, Some(jiff::civil::time(18, 30, 0, 0)));
        assert_eq!(
            titles(found),
            [
                (Some(1), Some("Val")),
                (Some(2), Some("Ny spis")),
                (Some(3), Some("Räkenskaper och inventarier för det gångna året")),
            ]
        );
        assert_eq!(found.items[1].outcome, Some(Outcome::Approved));
        assert!(found.items[2].text.starts_with("Räkenskaperna föredrogos"), "{}", found.items[2].text);
    });
}

#[test]
fn the_opening_of_an_association_and_who_wrote() {
    let text = "STORBY BYGDEGÅRDSFÖRENING
Protokoll från ordinarie årsmöte söndagen den 9 mars 1986
kl 14.30 i Lindgården.

§ 1 Mötets öppnande
Ordföranden hälsade alla välkomna.

§ 2 Avslutning
Mötet avslutades.
";
    each(text, |found| {
        assert_eq!(found.meeting.place.value.as_deref(), Some("Lindgården"));
        assert_eq!(found.meeting.start_time.value, Some(jiff::civil::time(14, 30, 0, 0)));
    });
}

#[test]
fn signatures_whose_roles_ink_hides() {
    let text = "Norrviks kommun              Sammanträdesprotokoll
Kulturnämnden                2004-05-11

Beslutande          Lars Hedin (S) ordförande
                    Birgit Ståhl (M)
                    Bo Ek (C)
Övriga deltagare    Eva Sund, sekreterare
Utses att justera   Bo Ek
Paragrafer          11-12

Sekreterare         Ord ra onde          Ju vare

Eva Sund            Lars Hedin           Bo Ek

Tillkännagivande av protokollsjustering
Anslagsdatum        2004-05-19           Anslaget tas ner     2004-06-10
Förvaringsplats     Kulturkontoret
Underskrift         ....................

§ 11    Val av justerare
Nämnden utser Bo Ek.

§ 12    Budget
Nämnden godkänner budgeten.
";
    let found = read(text, true);
    let signed: Vec<_> =
        found.signatures.iter().map(|one| (one.role, one.name.value.as_deref().unwrap_or(""))).collect();
    assert_eq!(
        signed,
        [
            (SignatureRole::Secretary, "Eva Sund"),
            (SignatureRole::Chair, "Lars Hedin"),
            (SignatureRole::Adjuster, "Bo Ek")
        ]
    );
    assert_eq!(found.notices[0].posted.value, Some(jiff::civil::date(2004, 5, 19)));
    assert_eq!(found.attendees[3].category, Other);
}

#[test]
fn a_number_that_was_read_for_another_between_two_that_were_not() {
    let text = "Protokoll, hållet vid sammanträde med kyrkorådet den 3 april 1924

s
Till justeringsmän utsågos herrar Holm och Ros.

§ 2
Ordföranden föreslog inköp av en ny spis. Förslaget bifölls.

§ 8
Räkenskaperna föredrogos och lades till handlingarna.

§ 4
Sammanträdet avslutades.
";
    let found = read(text, true);
    assert_eq!(titles(&found), [(Some(1), None), (Some(2), None), (Some(3), None), (Some(4), None)]);
}

/// A council's front page whose list of those present says who voted how.
const ROLL: &str = "\
Storby kommun                                                        Sida 1
Kommunfullmäktige          Sammanträdesprotokoll                     1988-11-21

Närvaro- och voteringslista
Ledamöter                  Parti    Tjänstgörande ersättare    Ja    Nej
Anna Berg, ordförande      s                                   X
Bo Ek                      m                                         X
Eva Holm                   c        Per Lind (c)               X
Gun Ros                    s                                   X
";

#[test]
fn a_list_that_is_a_voting_list_too() {
    let text = format!(
        "{ROLL}
§ 12   Val av justerare
Fullmäktige utser Bo Ek att justera protokollet.
§ 13   Budget
Fullmäktige beslutar att fastställa budgeten.
§ 14   Avslutning
Ordföranden avslutar sammanträdet.
"
    );
    let found = read(&text, true);
    assert_eq!(
        rows(&found),
        [
            ("Anna Berg", Member, Some("S"), None),
            ("Bo Ek", Member, Some("M"), None),
            ("Per Lind", ServingSubstitute, Some("C"), Some("Eva Holm")),
            ("Gun Ros", Member, Some("S"), None),
        ]
    );
    assert_eq!(absent(&found), ["Eva Holm"]);
}

#[test]
fn numbers_read_as_letters_and_without_their_stop() {
    let centred = |number: &str, title: &str, text: &str| format!("{number:>40}\n{title}\n\n{text}\n\n");
    let text = [
        centred("S Z1", "Val av justerare", "Kyrkorådet beslöt att utse Bo Ek att justera protokollet."),
        centred("§ 22", "Taket på kyrkan", "Kyrkorådet beslöt att infordra anbud på omläggning av taket."),
        centred("§ 23", "Kollekter", "Kyrkorådet beslöt att godkänna förslaget till kollekter."),
        centred("S 2A", "Nästa sammanträde", "Nästa sammanträde hålles den 14 april i församlingshemmet."),
    ];
    let head = "Storby församling\nKyrkorådet\nProtokoll den 10 mars 1976\n\n";
    let numbers: Vec<Option<u32>> =
        titles(&read(&format!("{head}{}", text.concat()), true)).iter().map(|(number, _)| *number).collect();
    assert_eq!(numbers, [Some(21), Some(22), Some(23), Some(24)]);

    let text = "\
Storby hembygdsförening
Protokoll fört vid årsmöte den 14 mars 1999 i bygdegården

10. Ansvarsfrihet
Årsmötet beslutade att bevilja styrelsen ansvarsfrihet.
11. Medlemsavgift
Årsmötet beslutade att avgiften är oförändrad.
12 Val av ordförande
Till ordförande valdes Sven Lind.
13. Val av revisorer
Till revisorer valdes Bo Ek och Eva Holm.
14. Avslutning
Ordföranden tackade för förtroendet.
";
    each(text, |found| {
        let numbers: Vec<Option<u32>> = titles(found).iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [Some(10), Some(11), Some(12), Some(13), Some(14)]);
    });
}

#[test]
fn subjects_in_the_margin_of_a_text_that_begins_beside_the_number() {
    let text = "\
Protokoll hållet vid sammanträde med kommunalfullmäktige i Storby kommun
i medborgarhuset den 26 april 1961.

§ 20.             Föredrogs revisorernas berättelse över granskningen av
Revisions-        kommunalnämndens och övriga nämnders förvaltning under
berättelse        år 1960. Revisorerna hade icke funnit anledning till
                  anmärkning.
                  Fullmäktige beslöt att bevilja ansvarsfrihet.

§ 21.             Dödsboet efter lantbrukaren Emil Ros hade erbjudit
Inköp av          kommunen att för 18.500 kronor förvärva fastigheten, som
Kvarnbacken       gränsar till skoltomten och ansågs lämplig för bebyggelse.
                  Fullmäktige beslöt att förvärva fastigheten.

§ 22.             Idrottsföreningen hade anhållit om ett bidrag av 1.200
Bidrag till       kronor för anordnande av brygga vid badplatsen, som under
badplatsen        sommaren hade haft många besökare varje dag.
                  Fullmäktige beslöt att bevilja bidraget.
";
    let found = read(text, true);
    assert_eq!(
        titles(&found),
        [
            (Some(20), Some("Revisionsberättelse")),
            (Some(21), Some("Inköp av Kvarnbacken")),
            (Some(22), Some("Bidrag till badplatsen")),
        ]
    );
    assert!(found.items[0].text.starts_with("Föredrogs revisorernas berättelse över granskningen av kommunalnämndens"));
}

#[test]
fn votes_and_their_names_in_sentences() {
    let text = "\
Storby kommun
Skolstyrelsen
Protokoll den 3 maj 1994

§ 7   Nedläggning av Åsens skola
Följande röstar ja: Anna Berg (s), Bo Ek (s) och Eva Holm (c). Per Lind (m) och Gun Ros (m) röstar nej.
Med 3 ja-röster mot 2 nej-röster bifaller styrelsen förslaget.
Efter ställda propositioner finner ordföranden att skolstyrelsen beslutar enligt Anna Bergs yrkande.
Skolstyrelsen beslutar att lägga ned skolan.
§ 8   Meddelanden
Skolstyrelsen beslutar att lägga meddelandena till handlingarna.
§ 9   Avslutning
Ordföranden avslutar sammanträdet.
";
    each(text, |found| {
        let [vote] = found.items[0].votes.as_slice() else { panic!("{:?}", found.items[0].votes) };
        assert_eq!((vote.yes, vote.no), (Some(3), Some(2)));
        let names: Vec<&str> = vote.ballots.iter().map(|ballot| ballot.name.as_str()).collect();
        assert_eq!(names, ["Anna Berg", "Bo Ek", "Eva Holm", "Per Lind", "Gun Ros"]);
        let decided: Vec<&str> = found.items[0]
            .sections
            .iter()
            .filter(|section| section.kind == paragraf::protocol::SectionKind::Decision)
            .map(|section| section.text.as_str())
            .collect();
        assert_eq!(decided, ["Skolstyrelsen beslutar att lägga ned skolan."]);
    });
}

#[test]
fn ballots_marked_on_the_list_of_those_present() {
    let text = format!(
        "{ROLL}Karl Ahl                   s                                   X
Maj Dahl                   fp                                        X

§ 12   Val av justerare
Fullmäktige utser Bo Ek att justera protokollet.
§ 13   Budget
Votering begärs. Vid voteringen avges 4 ja-röster och 2 nej-röster enligt voteringslistan.
Fullmäktige beslutar att fastställa budgeten.
§ 14   Avslutning
Ordföranden avslutar sammanträdet.
"
    );
    let found = read(&text, true);
    let [vote] = found.items[1].votes.as_slice() else { panic!("{:?}", found.items[1].votes) };
    let named = |kind| -> Vec<&str> {
        vote.ballots.iter().filter(|ballot| ballot.vote == kind).map(|ballot| ballot.name.as_str()).collect()
    };
    use paragraf::protocol::BallotVote;
    assert_eq!(named(BallotVote::Yes), ["Anna Berg", "Per Lind", "Gun Ros", "Karl Ahl"]);
    assert_eq!(named(BallotVote::No), ["Bo Ek", "Maj Dahl"]);
}
