//! Persons in prose, notices, chairs, comings and goings.

use super::{both, each, names, numbers, of, signers, titles};
use paragraf::error::WarningCode;
use paragraf::protocol::AttendeeRole;
use paragraf::protocol::Category::{Member, Official, ServingSubstitute, Substitute};
use paragraf::protocol::SignatureRole::{Adjuster, Chair, Secretary};

#[test]
fn surnames_in_prose_and_numbers_in_the_margin() {
    let texts: &[&str] = &[r"Protokoll, fört vid sammanträde med kommunalnämnden i Åsele lands-
kommun å kommunalkontoret tisdagen den 9 september 1947.

Närvarande:  ledamöterna hrr Andersson, Berg och fru Ek samt
             suppleanten hr Dahl, som tjänstgjorde i stället för
             hr Falk, vilken anmält förhinder.

§ 12.        Till att jämte ordföranden justera protokollet utsågs
             hr Berg.

§ 13.        Upplästes skrivelse från länsstyrelsen angående vägunder-
             håll, och beslöt nämnden lägga densamma till handlingarna.

§ 14.        Hr Andersson föreslog att lånet skulle beviljas. Hr Berg
             yrkade avslag. Sedan votering begärts, avgåvos 3 ja och 1
             nej, varför lånet beviljades.

§ 15.        Hr Berg anmälde reservation mot beslutet i § 14.

Vid protokollet:
Gustaf Ström
             Justeras:
Karl Andersson           Erik Berg"];
    each(texts, |found| {
        assert_eq!(names(found), ["Andersson", "Berg", "Ek", "Dahl"]);
        assert_eq!(of(found, "Dahl"), (ServingSubstitute, Some("Falk"), None));
        assert_eq!(of(found, "Ek").0, Member);
        assert_eq!(found.absent.len(), 1);
        assert_eq!(numbers(found), [12, 13, 14, 15]);
        assert_eq!(titles(found), ["", "", "", ""]);
        assert_eq!(
            signers(found),
            [(Secretary, "Gustaf Ström"), (Adjuster, "Karl Andersson"), (Adjuster, "Erik Berg")]
        );
        assert_eq!(found.items[3].reservations[0].name, "Berg");
    });
}

#[test]
fn two_notices_and_a_list_in_the_annex() {
    let texts: &[&str] = &[
        r"Nordås kommun                   Sammanträdesprotokoll
Kommunfullmäktige               2011-06-20                 1 (20)

Plats och tid         Nordås teater, kl 18.00-22.10
Beslutande            Se bilaga 1
Justerare             Pia Holm och Roy Strand
Justeringens plats
och tid               Stadskansliet 2011-06-27

Underskrifter         Sekreterare  ......................  §§ 75-79, 81
                                   Lena Vik
                      Ordförande   ......................
                                   Ove Brant
                      Justerare    ......................
                                   Pia Holm          Roy Strand

BEVIS OM ANSLAG
Justeringen av § 80 har tillkännagivits genom anslag på kommunens anslagstavla
Organ                 Kommunfullmäktige
Paragraf              80
Anslaget sätts upp    2011-06-21         Anslaget tas ned     2011-07-13
Förvaringsplats       Stadskansliet

BEVIS OM ANSLAG
Justeringen av §§ 75-79, 81 har tillkännagivits på kommunens anslagstavla
Organ                 Kommunfullmäktige
Paragrafer            75-79, 81
Anslaget sätts upp    2011-06-28         Anslaget tas ned     2011-07-20
Förvaringsplats       Stadskansliet",
        r"Nordås kommun                   Sammanträdesprotokoll
Kommunfullmäktige               2011-06-20                 2 (20)

§75 Upprop
Upprop förrättas, se bilaga 1.

§76 Bokslut 2010
Dnr. 2011/KS 0012 042
Kommunfullmäktige beslutar
1. att fastställa bokslutet
2. att bevilja ansvarsfrihet

§77 Motion om fågeltorn
Kommunfullmäktige beslutar att bordlägga motionen.

§78 Anmälan av motioner
Motionerna överlämnas till kommunstyrelsen för beredning.

§79 Enkla frågor
Inga frågor har anmälts.

§80 Fyllnadsval
Kommunfullmäktige utser Dan Lok (S). Paragrafen förklaras omedelbart justerad.

§81 Avslutning
Ordföranden tackar för visat intresse.",
        r"Nordås kommun
Kommunfullmäktige               2011-06-20                 Bilaga 1

NÄRVAROLISTA

Ledamöter
Ove Brant (S), ordförande
Pia Holm (M)
Roy Strand (C)
Dan Lok (S)

Tjänstgörande ersättare
Ebba Kvist (FP) för Stig Ryd (FP)

Frånvarande
Stig Ryd (FP)
Vakant (M)",
    ];
    for parts in both(texts) {
        let found = &parts[0].protocol;
        assert_eq!(found.notices.len(), 2);
        assert_eq!(found.notices[0].paragraphs.value, Some(vec![(80, 80)]));
        assert_eq!(found.notices[1].paragraphs.value, Some(vec![(75, 79), (81, 81)]));
        assert_eq!(found.notices[1].posted.value, Some(jiff::civil::date(2011, 6, 28)));
        assert_eq!(of(found, "Ebba Kvist"), (ServingSubstitute, Some("Stig Ryd"), None));
        assert_eq!(found.attendees.len(), 5);
        assert_eq!(numbers(found), [75, 76, 77, 78, 79, 80, 81]);
        assert_eq!(found.items[6].text, "Ordföranden tackar för visat intresse.");
        assert_eq!(found.adjustments[0].adjusters, ["Pia Holm", "Roy Strand"]);
        // What was adjusted at once was announced before the others were adjusted.
        assert!(!parts[0].warnings.iter().any(|warning| warning.code == WarningCode::DateConflict));
    }
}

#[test]
fn labels_over_their_values_in_a_city() {
    let texts: &[&str] = &[r"Göinge stad
Byggnadsnämnden                       Protokoll nr 5/2020
                                      Sammanträdesdatum 2020-05-26

Tid: 13:00-15:40
Plats: Stadshuset, rum 214
Närvarande
Ledamöter
Sara Lind (V), ordförande
Ulf Hamrin (M)
Mehmet Kaya (S) deltar digitalt
Tjänstgörande ersättare
Rut Selin (L) för Tom Arvid (L)
Övriga närvarande
Ersättare
Ia Kron (S)
Tjänstepersoner
Bengt Moe, stadsarkitekt, § 40-42
Sekreterare
Jenny Stolt
Justeringsdag: 2020-05-29
Underskrifter

Sekreterare
Jenny Stolt

Ordförande                            Justerande
Sara Lind                             Ulf Hamrin

§ 40
Upprop och val av justerare
Ulf Hamrin utses att justera protokollet.

§ 41
Detaljplan för kvarteret Räven
Dnr 0263/20
Ärendet bordläggs.
Beslut
Byggnadsnämnden beslutar att bordlägga ärendet.
Protokollsutdrag skickas till
Stadsarkitekten

§ 42
Rapporter
Informationen antecknas."];
    each(texts, |found| {
        assert_eq!(found.meeting.meeting_number.value.as_deref(), Some("5/2020"));
        assert_eq!(of(found, "Rut Selin"), (ServingSubstitute, Some("Tom Arvid"), None));
        assert_eq!(of(found, "Ia Kron").0, Substitute);
        assert_eq!(of(found, "Jenny Stolt").0, Official);
        assert_eq!(found.attendees[2].remote, Some(true));
        assert_eq!(numbers(found), [40, 41, 42]);
        assert_eq!(found.items[1].reference.value.as_deref(), Some("0263/20"));
        assert_eq!(found.items[1].distribution, ["Stadsarkitekten"]);
        assert_eq!(signers(found), [(Secretary, "Jenny Stolt"), (Chair, "Sara Lind"), (Adjuster, "Ulf Hamrin")]);
    });
}

#[test]
fn a_club_with_the_sign_after_the_number() {
    let texts: &[&str] = &[r"PROTOKOLL från styrelsemöte i Båtklubben Viken
Tid: Onsdag 14 februari 2007 kl 19.00
Plats: Klubbhuset
Närvarande: Leif Grund ordf., Stina Bro, Knut Olai, Mats Ö. Berg, Rune Ek
Frånvarande: Vera Lo

1 §  Mötets öppnande
Ordföranden öppnade mötet.
2 §  Föregående protokoll
Protokollet lades till handlingarna.
3 §  Bryggavgifter
Styrelsen beslöt att höja avgiften till 800 kr.
4 §  Nästa möte
Nästa möte äger rum 14 mars.
5 §  Avslutning
Mötet avslutades.

Vid pennan                   Justeras
Stina Bro                    Leif Grund, ordf."];
    each(texts, |found| {
        assert_eq!(found.meeting.body.value.as_deref(), Some("Båtklubben Viken"));
        assert_eq!(names(found), ["Leif Grund", "Stina Bro", "Knut Olai", "Mats Ö. Berg", "Rune Ek"]);
        assert_eq!(found.attendees[0].role, Some(AttendeeRole::Chair));
        assert_eq!(numbers(found), [1, 2, 3, 4, 5]);
        assert_eq!(signers(found), [(Secretary, "Stina Bro"), (Chair, "Leif Grund")]);
    });
}

#[test]
fn two_chairs_with_their_own_paragraphs() {
    let texts: &[&str] = &[r"ALVÖ KOMMUN                                PROTOKOLL
Barn- och utbildningsnämnden               Datum
                                           1998-04-21

Tid            Kl 13.15 - 16.30, ajournering kl 14.50 - 15.10
Plats          Kommunhuset, Alvö
Närvarande
Beslutande     Roland Hansen, s, ordf §§ 6-10
               Ingrid Kassel, m, ordf §§ 11-13
               Per Lodin, c
               Stina Ström, s, ersätter Bo Mård, s
               Karin Ask, kd
Ersättare      Olle Ny, fp
               Tor Flink, m §§ 6-9
Övriga         skolchef Anders Bodin
               ekonom Lotta Malm 8-9
               sekreterare Ulla Kant
Justerare      Per Lodin
Paragrafer     6-13
Underskrifter
Sekreterare    _____________________
               Ulla Kant
Ordförande     _____________________      _____________________
               Roland Hansen 6-10         Ingrid Kassel 11-13
Justerare      _____________________
               Per Lodin

BUN § 6   Dagordning
Dagordningen godkänns.
BUN § 7   Information
Skolchefen informerar.
BUN § 8   Bokslut
Nämnden godkänner bokslutet.
BUN § 9   Skolskjuts
Nämnden bifaller ansökan.
BUN § 10  Läsår
Nämnden fastställer läsårstiderna.
BUN § 11  Delegation
Redovisningen godkänns.
BUN § 12  Kurser
Nämnden avslår ansökan.
BUN § 13  Övrigt
Inget övrigt förekom."];
    each(texts, |found| {
        assert_eq!(found.meeting.body.value.as_deref(), Some("Barn- och utbildningsnämnden"));
        assert_eq!(of(found, "Ingrid Kassel"), (Member, None, Some(vec![(11, 13)])));
        assert_eq!(of(found, "Stina Ström"), (ServingSubstitute, Some("Bo Mård"), None));
        assert_eq!(of(found, "Lotta Malm"), (Official, None, Some(vec![(8, 9)])));
        let chairs: Vec<_> = found.signatures.iter().filter(|one| one.role == Chair).collect();
        assert_eq!(chairs.len(), 2);
        assert_eq!(chairs[1].paragraphs.value, Some(vec![(11, 13)]));
        assert_eq!(numbers(found), [6, 7, 8, 9, 10, 11, 12, 13]);
    });
}

#[test]
fn comings_and_goings_in_prose() {
    let texts: &[&str] = &[r"Hamnby kommun
Fritidsnämnden            PROTOKOLL           Nr 4
Sammanträde torsdagen den 24 april 1997 kl 17.00-19.25 i Stadshuset

Närvarande: Ordföranden Lars Orre, ledamöterna Eva Prytz, Göran Rask, Siv Sten
och Tove Ulv samt ersättarna Vera Wahl, vilken tjänstgör för Yngve Ås, och Zeth
Öman. Vidare närvarande fritidschefen Åsa Bro och sekreteraren Örjan Cras.

Göran Rask infinner sig under ärendet 57.
Siv Sten lämnar sammanträdet efter ärendet 58 och ersättes av Zeth Öman.

55    Val av protokolljusterare
      Nämnden utser Eva Prytz att jämte ordföranden justera protokollet.
56    Badhusets öppettider
      Nämnden godkänner förslaget.
57    Bidrag till föreningar
      Nämnden beslutar att bevilja bidrag enligt förslaget.
58    Ny sporthall
      Nämnden beslutar att återremittera ärendet.
59    Övriga ärenden
      Inga övriga ärenden.

Vid protokollet
Örjan Cras
Justerat 1997-04-29
Lars Orre                 Eva Prytz"];
    each(texts, |found| {
        assert_eq!(of(found, "Göran Rask"), (Member, None, Some(vec![(57, 59)])));
        assert_eq!(of(found, "Siv Sten"), (Member, None, Some(vec![(55, 58)])));
        assert_eq!(of(found, "Zeth Öman"), (ServingSubstitute, Some("Siv Sten"), Some(vec![(59, 59)])));
        assert_eq!(of(found, "Vera Wahl"), (ServingSubstitute, Some("Yngve Ås"), None));
        assert_eq!(of(found, "Åsa Bro").0, Official);
        assert_eq!(numbers(found), [55, 56, 57, 58, 59]);
        assert_eq!(found.meeting.end_time.value, Some(jiff::civil::time(19, 25, 0, 0)));
    });
}
