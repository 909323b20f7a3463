//! Documents that are no minutes, and files that hold more than one.

use super::{both, each, numbers, signers};
use paragraf::protocol::Category::Present;
use paragraf::protocol::DocumentKind;
use paragraf::protocol::SignatureRole::{Adjuster, Chair, Secretary};

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
            [(Secretary, "Berit Falk"), (Adjuster, "Stig Rosell"), (Adjuster, "Gun Ask"), (Adjuster, "Olle Stam")]
        );
    });
}
