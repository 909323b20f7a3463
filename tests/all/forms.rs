//! The forms that protocols of a century take, each as a small invented protocol, and what is read there.
//!
//! Every text is tried twice: as a text file, and as a page with boxes, where columns and indentation
//! are places on paper.

use paragraf::correct::Lexicon;
use paragraf::error::WarningCode;
use paragraf::page::{CorrectedPage, OcrPage, TextSource};
use paragraf::protocol::{AttendeeRole, BallotVote, Category, DocumentKind, Outcome, Protocol, SignatureRole};
use paragraf::segment::{Part, segment};

fn pages(texts: &[&str], boxed: bool) -> Vec<CorrectedPage> {
    let page = |(at, text): (usize, &&str)| {
        let mut page = OcrPage::from_text(at as u32 + 1, text);
        if boxed {
            (page.source, page.width, page.height, page.dpi) = (TextSource::Ocr, 900, 1300, 100);
        }
        CorrectedPage::new(page, Vec::new())
    };
    texts.iter().enumerate().map(page).collect()
}

/// Both readings of the same texts.
fn both(texts: &[&str]) -> [Vec<Part>; 2] {
    [false, true].map(|boxed| segment(&Lexicon::builtin(), &pages(texts, boxed)))
}

fn each(texts: &[&str], check: impl Fn(&Protocol)) {
    for parts in both(texts) {
        assert_eq!(parts.len(), 1);
        check(&parts[0].protocol);
    }
}

fn numbers(protocol: &Protocol) -> Vec<u32> {
    protocol.items.iter().filter_map(|item| item.number.value).collect()
}

fn titles(protocol: &Protocol) -> Vec<&str> {
    protocol.items.iter().map(|item| item.title.value.as_deref().unwrap_or("")).collect()
}

fn names(protocol: &Protocol) -> Vec<&str> {
    protocol.attendees.iter().map(|one| one.name.value.as_deref().unwrap_or("")).collect()
}

fn signers(protocol: &Protocol) -> Vec<(SignatureRole, &str)> {
    protocol.signatures.iter().map(|one| (one.role, one.name.value.as_deref().unwrap_or(""))).collect()
}

/// Category, whom the person replaces and the §§ of an attendee.
type Place<'p> = (Category, Option<&'p str>, Option<Vec<(u32, u32)>>);

fn of<'p>(protocol: &'p Protocol, name: &str) -> Place<'p> {
    let one = protocol.attendees.iter().find(|one| one.name.value.as_deref() == Some(name));
    let one = one.unwrap_or_else(|| panic!("{name} is not among {:?}", names(protocol)));
    (one.category, one.replaces.value.as_deref(), one.paragraphs.value.clone())
}

use Category::{Member, Official, Other, Present, ServingSubstitute, Substitute};
use SignatureRole::{Adjuster, Chair, Secretary};

#[test]
fn scopes_exceptions_and_workplaces_of_a_board() {
    let texts: &[&str] = &[
        r"Norrviks kommun                     SAMMANTRÄDESPROTOKOLL              1 (14)
Kommunstyrelsen                     2014-09-10

Plats och tid           Kommunhuset, Blå salen, kl. 13.00-16.45
                        Ajournering kl. 14.30-14.50

Beslutande              Lena Ekström (S), ordförande
                        Olle Brodin (M), 1:e vice ordförande, ej 72 och 83
                        Gun Hallberg (C) ej 74
                        Rolf Wiklund (SD), §§ 70-78
                        Siv Tornberg (V), tjg ers för Maud Ros (V)
                        Nils Palm (S), tjg ers
                        Kerstin Ask (MP) ersätter Jan Borg (MP) §§ 79-83

Ej tjg ers              Tage Lundin (S)
                        Pia Holm (M), § 70-76

Övriga närvarande       Eva Sand, kommunchef
                        Lars Dahl, ekonomichef, 71-73
                        Mia Alm, Vision, 75
                        Socialförvaltningen Karin Ek

Utses att justera       Olle Brodin
Justeringens            Kommunkansliet 2014-09-17
plats och tid

Underskrifter
Sekreterare             ..............................   Paragrafer 70-83
                        Johan Frisk
Ordförande              ..............................
                        Lena Ekström
Justerande              ..............................
                        Olle Brodin

                        ANSLAG/BEVIS
Protokollet är justerat. Justeringen har tillkännagivits genom anslag.
Organ                   Kommunstyrelsen
Sammanträdesdatum       2014-09-10
Datum för anslagets uppsättande  2014-09-18     Datum för anslagets nedtagande  2014-10-10
Förvaringsplats för protokollet  Kommunkansliet
Underskrift             ..............................
                        Johan Frisk",
        r"Norrviks kommun                     SAMMANTRÄDESPROTOKOLL              2 (14)
Kommunstyrelsen                     2014-09-10

§ 70    Val av justerare

Kommunstyrelsen beslutar
att utse Olle Brodin att jämte ordföranden justera protokollet.

§ 71    Budgetuppföljning per augusti 2014     Dnr 2014/KS 0206 042

Ekonomichef Lars Dahl redovisar uppföljningen.

Beslut
Kommunstyrelsen godkänner redovisningen.

Expedieras till
Ekonomikontoret

§ 72    Försäljning av fastigheten Sälgen 3    Dnr 2014/KS 0311 253

Jäv
Olle Brodin (M) anmäler jäv och deltar inte i handläggningen av ärendet.

Kommunstyrelsen beslutar
att sälja fastigheten.

Rolf Wiklund (SD) lämnar sammanträdet kl. 15.40 efter § 72.

§§ 73-74    Anmälningsärenden

Anmälningarna läggs till handlingarna.

§ 75    Medarbetarenkät

Paragrafen förklaras omedelbart justerad.

Kommunstyrelsen beslutar
att återremittera ärendet.",
    ];
    each(texts, |found| {
        assert_eq!(of(found, "Olle Brodin"), (Member, None, Some(vec![(70, 71), (73, 82)])));
        assert_eq!(of(found, "Gun Hallberg"), (Member, None, Some(vec![(70, 73), (75, 83)])));
        assert_eq!(of(found, "Siv Tornberg"), (ServingSubstitute, Some("Maud Ros"), None));
        assert_eq!(of(found, "Nils Palm").0, ServingSubstitute);
        assert_eq!(of(found, "Kerstin Ask"), (ServingSubstitute, Some("Jan Borg"), Some(vec![(79, 83)])));
        assert_eq!(of(found, "Pia Holm"), (Substitute, None, Some(vec![(70, 76)])));
        assert_eq!(of(found, "Lars Dahl"), (Official, None, Some(vec![(71, 73)])));
        assert_eq!(of(found, "Mia Alm"), (Other, None, Some(vec![(75, 75)])));
        let ek = found.attendees.iter().find(|one| one.name.value.as_deref() == Some("Karin Ek"));
        assert_eq!(ek.and_then(|one| one.organization.value.as_deref()), Some("Socialförvaltningen"));
        assert_eq!(found.meeting.paragraphs.value, Some((Some(70), Some(83))));
        assert_eq!(found.meeting.adjournments.len(), 1);
        assert_eq!(found.notices[0].posted.value, Some(jiff::civil::date(2014, 9, 18)));
        assert_eq!(found.notices[0].removed.value, Some(jiff::civil::date(2014, 10, 10)));
        assert_eq!(numbers(found), [70, 71, 72, 73, 75]);
        assert_eq!(found.items[2].disqualified, ["Olle Brodin"]);
        assert_eq!(found.items[1].reference.value.as_deref(), Some("2014/KS 0206 042"));
        assert_eq!(found.items[4].outcome, Some(Outcome::ReferredBack));
        assert!(found.items[4].immediate_adjustment);
    });
}

#[test]
fn a_council_before_the_war() {
    let texts: &[&str] = &[r"Protokoll, hållet vid sammanträde med stadsfullmäktige i Björkhamns
stad å rådhuset fredagen den 14 mars 1913 kl. 6 e. m.

     Närvarande: Herrar Ordföranden och vice Ordföranden samt Herrar
Almqvist, Bergdahl, Cederlöf, Dahlin, Ekholm och Forsell, Fröken Holm.
Frånvarande voro Herrar Gran och Hedlund, hvilka anmält förfall.

                              1.
     Att jämte Ordföranden justera dagens protokoll utsågos Herrar
Almqvist och Bergdahl.

                              2.
     Föredrogs drätselkammarens skrifvelse angående belysning å
Strandgatan, hvaremot ingen erinran gjordes; och beslöto stads-
fullmäktige bifalla hvad drätselkammaren föreslagit.

                              3.
     Herr Dahlin yrkade att frågan måtte återremitteras, men
bifölls framställningen med 11 ja mot 7 nej.

     In fidem:
     Carl Lindskog.
Justeradt den 20 mars 1913.
     J. A. Wallin.      C. Almqvist.      O. Bergdahl."];
    each(texts, |found| {
        assert_eq!(found.meeting.start_time.value, Some(jiff::civil::time(18, 0, 0, 0)));
        assert_eq!(names(found), ["Almqvist", "Bergdahl", "Cederlöf", "Dahlin", "Ekholm", "Forsell", "Holm"]);
        let absent: Vec<&str> = found.absent.iter().filter_map(|one| one.name.value.as_deref()).collect();
        assert_eq!(absent, ["Gran", "Hedlund"]);
        assert_eq!(numbers(found), [1, 2, 3]);
        assert_eq!(
            signers(found),
            [
                (Secretary, "Carl Lindskog"),
                (Chair, "J. A. Wallin"),
                (Adjuster, "C. Almqvist"),
                (Adjuster, "O. Bergdahl")
            ]
        );
        assert!(found.items[1].sections.iter().any(|section| {
            section.kind == paragraf::protocol::SectionKind::Decision && section.text.ends_with("föreslagit.")
        }));
        assert_eq!((found.items[2].votes[0].yes, found.items[2].votes[0].no), (Some(11), Some(7)));
    });
}

#[test]
fn numbers_of_earlier_bodies_on_a_sheet_within_the_year() {
    let texts: &[&str] = &[r"KROKEKS KOMMUN                  PROTOKOLL                     Sida
Kommunfullmäktige               Sammanträdesdatum
                                1991-10-28                    7

Kf 88              Ks 102      Au 225         Dnr 91.214
Ändrad taxa för renhållning
Tekniska nämnden föreslår ändrad taxa för renhållning från årsskiftet.

Kommunstyrelsens förslag
Kommunfullmäktige föreslås besluta att anta taxan.

Kommunfullmäktige beslutar
att anta taxan.

Exp: Tekniska nämnden

Kf 88 a            Ks 103
Interpellation om busskort
Interpellationen besvaras av Sven Trygg (s).

Kf 89              Ks 104      Au 230         Dnr 91.219
Motion från Berit Gren (m) om gatljus
på Kvarnvägen
Kommunfullmäktige beslutar
att avslå motionen.

Reservation
Berit Gren (m) och Ulla Stål (c) reserverar sig mot beslutet.

Kf 90
Avsägelse
Kommunfullmäktige beslutar
att bevilja avsägelsen."];
    each(texts, |found| {
        assert_eq!(found.meeting.municipality.value.as_deref(), Some("KROKEKS KOMMUN"));
        assert_eq!(found.meeting.body.value.as_deref(), Some("Kommunfullmäktige"));
        assert_eq!(numbers(found), [88, 88, 89, 90]);
        assert_eq!(found.items[1].suffix.as_deref(), Some("a"));
        assert_eq!(found.items[2].earlier_numbers, [("Ks".to_owned(), 104), ("Au".to_owned(), 230)]);
        assert_eq!(titles(found)[2], "Motion från Berit Gren (m) om gatljus på Kvarnvägen");
        let reserved: Vec<&str> = found.items[2].reservations.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(reserved, ["Berit Gren", "Ulla Stål"]);
    });
}

#[test]
fn points_of_the_agenda_over_paragraphs() {
    let texts: &[&str] = &[r"BRF Solrosen 5
Protokoll fört vid ordinarie föreningsstämma den 12 maj 2015
i kvarterslokalen

Punkt 1 - Stämmans öppnande
§ 1
Ordföranden Harald Nyman öppnade stämman och hälsade alla välkomna.

Punkt 2 - Val av stämmoordförande
§ 2
Till stämmoordförande valdes Inger Sköld.

Punkt 3 - Anmälan av protokollförare
§ 3
Inger Sköld anmälde att Per Tall skulle föra protokollet.

Punkt 4 - Val av justerare tillika rösträknare
§ 4
Till justerare valdes Mona Grip och Åke Brink.

Punkt 5 - Fråga om kallelse
§ 5
Stämman fann kallelsen vara behörigen utlyst.
§ 6
Dagordningen godkändes.

Punkt 6 - Avslutning
§ 7
Inger Sköld förklarade stämman avslutad.

Vid protokollet                     Justeras

...................                 ...................
Per Tall                            Inger Sköld

...................                 ...................
Mona Grip                           Åke Brink"];
    each(texts, |found| {
        assert_eq!(found.meeting.body.value.as_deref(), Some("BRF Solrosen 5"));
        assert_eq!(numbers(found), [1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(titles(found)[3], "Val av justerare tillika rösträknare");
        assert_eq!(titles(found)[5], "");
        assert_eq!(
            signers(found),
            [(Secretary, "Per Tall"), (Chair, "Inger Sköld"), (Adjuster, "Mona Grip"), (Adjuster, "Åke Brink")]
        );
    });
}

#[test]
fn minutes_in_a_grid() {
    let texts: &[&str] = &[r"Styrelsemöte Samfällighetsföreningen Granbacken
Protokoll
Datum: 2021-03-09 kl 18.30-20.05
Plats: Digitalt via Teams

Närvarande:  Olof Rask (ordförande), Lisbeth Toll (sekreterare), Ahmed Yildiz,
             Anna-Karin von Holst, deltar på distans
Ej närvarande: Jens Park

Nr     Ärende                              Ansvarig     Klart
1      Mötets öppnande
       Olof öppnade mötet.
2      Val av justerare
       Ahmed Yildiz valdes.
3      Snöröjning
       Styrelsen beslutade att förlänga           Lisbeth      2021-04-01
       avtalet med ett år.
4      Ekonomi
       Kassören redovisade läget.
5      Övriga frågor
       Inga övriga frågor.
6      Nästa möte
       Nästa möte hålls den 13 april.

Vid protokollet            Justeras
Lisbeth Toll               Ahmed Yildiz"];
    each(texts, |found| {
        assert_eq!(found.meeting.body.value.as_deref(), Some("Samfällighetsföreningen Granbacken"));
        assert_eq!(names(found), ["Olof Rask", "Lisbeth Toll", "Ahmed Yildiz", "Anna-Karin von Holst"]);
        assert_eq!(found.attendees[3].remote, Some(true));
        assert_eq!(numbers(found), [1, 2, 3, 4, 5, 6]);
        assert_eq!(titles(found)[2], "Snöröjning");
        assert_eq!(signers(found), [(Secretary, "Lisbeth Toll"), (Adjuster, "Ahmed Yildiz")]);
    });
}

#[test]
fn three_columns_of_members_and_a_table_of_votes() {
    let texts: &[&str] = &[r"Tallmo kommun
Kommunfullmäktige                  PROTOKOLL
                                   2003-11-24

Plats och tid       Folkets Park, Tallmo, kl 18.00-21.15
Närvarande vid uppropet

Ledamöter
Anna Berg           (S)       Dan Ek              (M)       Gerd Falk           (V)
Bo Christer Dal     (S)       Eva Frid            (FP)      Hans Gran           (C)
Carin Edh           (KD)      Folke Gustavsson    (MP)      Ida Hjort           (S)

Tjänstgörande ersättare
Jon Isberg (S)      för  Karl Jern (S)
Lis Kant (M)        för  Max Lans (M)

§ 90 Upprop
Upprop förrättas.

§ 91 Val av justerare
Kommunfullmäktige utser Anna Berg och Dan Ek att justera dagens protokoll.

§ 92 Skattesats 2004
Kommunfullmäktige beslutar
att skattesatsen blir 21:85.

Omröstning
Omröstning begärs och genomförs. Med 7 ja-röster mot 3 nej-röster och 1 avstår
beslutar kommunfullmäktige enligt förslaget.

Ledamot             Ja    Nej    Avstår
Anna Berg (S)       X
Bo Christer Dal (S) X
Carin Edh (KD)            X
Dan Ek (M)                X
Eva Frid (FP)             X
Folke Gustavsson (MP) X
Gerd Falk (V)       X
Hans Gran (C)                    X
Ida Hjort (S)       X
Jon Isberg (S)      X
Lis Kant (M)        X"];
    each(texts, |found| {
        assert_eq!(found.attendees.len(), 11);
        assert!(found.attendees.iter().all(|one| one.party.is_some()));
        assert_eq!(of(found, "Jon Isberg"), (ServingSubstitute, Some("Karl Jern"), None));
        let vote = &found.items[2].votes[0];
        assert_eq!((vote.yes, vote.no, vote.abstain), (Some(7), Some(3), Some(1)));
        let cast = |kind| vote.ballots.iter().filter(|ballot| ballot.vote == kind).count();
        assert_eq!((cast(BallotVote::Yes), cast(BallotVote::No), cast(BallotVote::Abstain)), (7, 3, 1));
    });
}

#[test]
fn a_letter_is_no_protocol() {
    let texts: &[&str] = &[r"Storby kommun
Tekniska förvaltningen
Handläggare: Nils Ask
                                          2012-04-03
                                          Dnr 2012/34

                                          Anna Lind
                                          Lindvägen 3

Svar på er skrivelse om gatubelysning

Hej Anna,

Tack för ditt brev av den 12 mars. § 4 i ordningsföreskrifterna säger att
1. gatan ska vara belyst
2. lyktorna ska tändas vid skymning
3. fel ska åtgärdas
Vi beslutade den 1 april att byta lampan.

Med vänlig hälsning
Nils Ask"];
    each(texts, |found| {
        assert_eq!(found.meeting.kind, DocumentKind::Letter);
        assert!(found.items.is_empty() && found.attendees.is_empty() && found.signatures.is_empty());
    });
}

#[test]
fn bylaws_are_no_protocol() {
    let texts: &[&str] = &[r"Stadgar för Bostadsrättsföreningen Eken
Antagna vid föreningsstämma den 4 maj 2009

§ 1 Namn, säte och ändamål
Föreningens namn är Bostadsrättsföreningen Eken.

§ 2 Medlemskap
Fråga om att anta en medlem avgörs av styrelsen. Styrelsen beslutar om medlemskap.

§ 3 Styrelse
Styrelsen består av minst tre och högst sju ledamöter. Protokoll ska föras
vid styrelsens sammanträden och justeras av ordföranden.

§ 4 Revisorer
Två revisorer väljs av stämman.

§ 5 Föreningsstämma
Ordinarie stämma hålls före juni månads utgång."];
    each(texts, |found| {
        assert_eq!(found.meeting.kind, DocumentKind::Bylaws);
        assert!(found.items.is_empty() && found.attendees.is_empty() && found.signatures.is_empty());
    });
}

#[test]
fn an_annual_report_is_no_protocol() {
    let texts: &[&str] = &[r"ÅRSREDOVISNING 2016
Bostadsrättsföreningen Eken

Förvaltningsberättelse
Styrelsen får härmed avge årsredovisning för räkenskapsåret 2016.

Styrelse
Anna Berg      ordförande
Bo Ek          ledamot
Eva Ros        sekreterare

1. Väsentliga händelser
Föreningen har beslutat att höja avgifterna.
2. Ekonomi
Resultatet blev 34 000 kr.
3. Medlemmar
Vid årets slut fanns 45 medlemmar.
4. Underhåll
Taket lades om.

Ordinarie stämma hölls den 12 maj 2016. Styrelsen har haft 11 protokollförda sammanträden.

Anna Berg           Bo Ek           Eva Ros"];
    each(texts, |found| {
        assert_eq!(found.meeting.kind, DocumentKind::AnnualReport);
        assert!(found.items.is_empty() && found.attendees.is_empty() && found.signatures.is_empty());
    });
}

#[test]
fn a_summons_is_no_protocol() {
    let texts: &[&str] = &[r"Storby kommun                       KALLELSE
Kommunstyrelsen                     2018-03-12

Plats: Stadshuset   Tid: kl 13.00

Föredragningslista
1. Val av justerare
2. Budget 2019          KS 2018/34
3. Detaljplan för Ekbacken   KS 2017/331
4. Meddelanden

Lena Dahl                    Per Gren
Ordförande                   Sekreterare"];
    each(texts, |found| {
        assert_eq!(found.meeting.kind, DocumentKind::Agenda);
        assert!(found.items.is_empty() && found.attendees.is_empty() && found.signatures.is_empty());
    });
}

#[test]
fn two_protocols_in_one_file() {
    let texts: &[&str] = &[
        r"Mobergs kommun                    SAMMANTRÄDESPROTOKOLL           1
Miljönämnden                      2008-02-12

Plats och tid        Kommunkontoret, kl 9.00-11.30
Beslutande           Ann Falk (S), ordförande
                     Bo Grip (C)
Övriga deltagande    Cia Holm, sekreterare
Utses att justera    Bo Grip
Underskrifter
Sekreterare          ............................    Paragrafer 1-3
                     Cia Holm
Ordförande           ............................
                     Ann Falk
Justerande           ............................
                     Bo Grip",
        r"Mobergs kommun                    SAMMANTRÄDESPROTOKOLL           2
Miljönämnden                      2008-02-12

Mn § 1     Val av justerare
Miljönämnden beslutar att utse Bo Grip.

Mn § 2     Tillsynsplan
Miljönämnden beslutar att anta planen.

Mn § 3     Meddelanden
Miljönämnden beslutar att lägga dem till handlingarna.",
        r"Mobergs kommun                    SAMMANTRÄDESPROTOKOLL           1
Miljönämnden                      2008-03-18

Plats och tid        Kommunkontoret, kl 9.00-10.00
Beslutande           Ann Falk (S), ordförande
                     Dag Nord (M)
Övriga deltagande    Cia Holm, sekreterare
Utses att justera    Dag Nord
Underskrifter
Sekreterare          ............................    Paragrafer 4-5
                     Cia Holm
Ordförande           ............................
                     Ann Falk
Justerande           ............................
                     Dag Nord",
        r"Mobergs kommun                    SAMMANTRÄDESPROTOKOLL           2
Miljönämnden                      2008-03-18

Mn § 4     Val av justerare
Miljönämnden beslutar att utse Dag Nord.

Mn § 5     Bullerplan
Miljönämnden beslutar att anta planen.",
    ];
    for parts in both(texts) {
        let dates: Vec<_> = parts.iter().map(|part| part.protocol.meeting.date.value).collect();
        assert_eq!(dates, [Some(jiff::civil::date(2008, 2, 12)), Some(jiff::civil::date(2008, 3, 18))]);
        assert_eq!(numbers(&parts[0].protocol), [1, 2, 3]);
        assert_eq!(numbers(&parts[1].protocol), [4, 5]);
        assert_eq!(signers(&parts[1].protocol), [(Secretary, "Cia Holm"), (Chair, "Ann Falk"), (Adjuster, "Dag Nord")]);
    }
}

#[test]
fn a_list_of_attendance_and_a_report_bound_in() {
    let texts: &[&str] = &[
        r"Protokoll fört vid årsmöte med Hembygdsföreningen Kvarnen
Datum: 2009-03-21
Plats: Hembygdsgården
Närvarande: enligt bifogad närvarolista

1. Mötets öppnande
Ordföranden Stig Rosell hälsade de 8 närvarande välkomna.

2. Val av mötesordförande
Stig Rosell valdes till mötesordförande.

3. Val av mötessekreterare
Till sekreterare valdes Berit Falk.

4. Val av justerare
Till justerare valdes Gun Ask och Olle Stam.

5. Verksamhetsberättelse
Berättelsen lästes upp och lades till handlingarna.

6. Avslutning
Stig Rosell avslutade mötet kl 15.30.

Vid protokollet

Berit Falk

Justeras

Stig Rosell

Gun Ask                     Olle Stam",
        r"Närvarolista vid årsmötet 2009-03-21

1. Stig Rosell
2. Berit Falk
3. Gun Ask
4. Olle Stam
5. Maja Ljung
6. Tore Fast
7. Elsa Krans
8. Nils Bark",
        r"Verksamhetsberättelse för år 2008

§ 1 Styrelsen
Styrelsen har under året haft sex möten.

1. Midsommarfirande
2. Slåtterdag
3. Julmarknad",
    ];
    each(texts, |found| {
        assert_eq!(numbers(found), [1, 2, 3, 4, 5, 6]);
        assert_eq!(found.attendees.len(), 8);
        assert!(found.attendees.iter().all(|one| one.category == Present));
        assert_eq!(found.meeting.body.value.as_deref(), Some("Hembygdsföreningen Kvarnen"));
        assert_eq!(
            signers(found),
            [(Secretary, "Berit Falk"), (Chair, "Stig Rosell"), (Adjuster, "Gun Ask"), (Adjuster, "Olle Stam")]
        );
    });
}

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
        assert_eq!(signers(found), [(Secretary, "Gustaf Ström"), (Chair, "Karl Andersson"), (Adjuster, "Erik Berg")]);
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
