//! Minutes of boards, councils and associations in forms of a century.

use super::{each, names, numbers, of, signers, titles};
use paragraf::protocol::Category::{Member, Official, Other, ServingSubstitute, Substitute};
use paragraf::protocol::SignatureRole::{Adjuster, Secretary};
use paragraf::protocol::{BallotVote, Outcome};

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
                (Adjuster, "J. A. Wallin"),
                (Adjuster, "C. Almqvist"),
                (Adjuster, "O. Bergdahl")
            ]
        );
        assert!(found.items[1].text.ends_with("föreslagit."));
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
            [(Secretary, "Per Tall"), (Adjuster, "Inger Sköld"), (Adjuster, "Mona Grip"), (Adjuster, "Åke Brink")]
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
