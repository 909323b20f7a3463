//! The corrector through its two functions: what it repairs, what it keeps its hands off, and what must hold for
//! any text.

use paragraf::correct::lexicon::Tables;
use paragraf::correct::{Lexicon, Options, Profile, correct, correct_text, profile};
use paragraf::page::{OcrPage, PageStatus, TextSource};
use paragraf::text::{Certainty, Edit, Reason, apply};
use proptest::prelude::*;
use std::sync::OnceLock;

fn builtin() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(Lexicon::builtin)
}

fn corrected_with(lexicon: &Lexicon, text: &str) -> String {
    apply(text, &correct_text(lexicon, &Options::default(), text)).0
}

fn corrected(text: &str) -> String {
    corrected_with(builtin(), text)
}

/// Undoes applied edits by what they keep of the original.
fn undone(original: &str, edits: &[Edit]) -> String {
    let (corrected, map) = apply(original, edits);
    let mut out = String::new();
    let mut at = 0;
    for edit in edits.iter().filter(|e| e.is_applied()) {
        let now = map.to_corrected(edit.span);
        out.push_str(&corrected[at..now.start]);
        out.push_str(edit.span.of(original));
        at = now.end;
    }
    out + &corrected[at..]
}

#[test]
fn a_text_that_lost_its_letters_gets_them_back() {
    let read = "Nulagesstatus\nKommunstyrelsen beslutar att godkanna redovisningen av nulagesstatus for ar 2019.\n\
                Arendet f6redrogs av férvaltningschefen. Ordf6randen tackar for fOredragningen.\n";
    assert_eq!(profile(builtin(), read), Profile::Lost);
    let text = corrected(read);
    assert!(text.starts_with("Nulägesstatus\n"), "{text}");
    assert_eq!(
        text,
        "Nulägesstatus\nKommunstyrelsen beslutar att godkänna redovisningen av nulägesstatus för år 2019.\n\
         Ärendet föredrogs av förvaltningschefen. Ordföranden tackar för föredragningen.\n"
    );
}

#[test]
fn a_name_that_no_list_holds_gets_the_dots_of_its_ending() {
    for (read, printed) in [("Korngarden", "Korngården"), ("Forsgarden", "Forsgården"), ("Stormgarden", "Stormgården")]
    {
        let read = format!("Kultur- och fritidsforvaltningen foretraddes av Karin {read}, som foredrog arendet.");
        assert!(corrected(&read).contains(&format!("Karin {printed},")), "{}", corrected(&read));
    }
}

#[test]
fn a_compound_without_its_linking_s_is_as_right_as_one_with_it() {
    for word in ["revisorsuppleant", "revisorssuppleant"] {
        let mut page = OcrPage::from_text(1, &format!("Till {word} på ett år valdes två medlemmar på årsmötet.\n"));
        page.source = TextSource::Ocr;
        page.words.iter_mut().for_each(|word| word.confidence = 0.66);
        let edits = correct(builtin(), &Options::default(), std::slice::from_ref(&page)).remove(0);
        assert_eq!(apply(&page.text, &edits).0, page.text);
    }
}

#[test]
fn a_sign_for_one_letter_with_marks_may_stand_for_the_other() {
    let read = "Utredningen &r klar och det &r namnden som foreslar att medel avsatts for nasta ar.\n\
                Forslaget som &r bilagt protokollet har skickats till samtliga forvaltningar.\n";
    let text = corrected(read);
    assert_eq!(text.matches(" är ").count(), 3, "{text}");
    assert!(text.contains("nästa år."), "{text}");
}

#[test]
fn the_whole_sentence_tells_words_apart_that_differ_by_dots() {
    for printed in [
        "Föreningens vägar sköts av samma entreprenör som tidigare år, och avtalet gäller till 2019.",
        "Nämnden har, på förslag av utskottet, antagit en plan för hur lokalerna ska användas.",
        "Valberedningen föreslår omval på två år, och så blev stämmans beslut.",
        "Den som vill ändra ordningsreglerna ska lämna sitt förslag till styrelsen.",
    ] {
        let read = paragraf::text::without_marks(printed);
        assert_eq!(corrected(&read), printed);
    }
}

#[test]
fn an_old_text_keeps_its_spelling() {
    let printed = "Med anledning häraf beslöt stämman, att hvarje hemman skulle bidraga till vägens underhåll.\n\
                   Ordföranden upplyste om hvad som blifvit afgjordt, och att öfver saken icke vidare skulle\n\
                   talas, hvilket af stämman bifölls. Deremot skulle den afgift, som gifvits för qvarnen, lemnas\n\
                   åter till dem, af hvilka den blifvit erlagd.\n";
    let read = paragraf::text::without_marks(printed);
    let edits = correct_text(builtin(), &Options::default(), &read);
    let text = apply(&read, &edits).0;
    for word in
        ["häraf", "hvarje", "hvad", "blifvit", "öfver", "Deremot", "afgift", "gifvits", "qvarnen", "lemnas", "åter"]
    {
        assert!(text.contains(word), "{word}: {text}");
    }
}

#[test]
fn a_long_word_is_told_by_the_same_one_elsewhere() {
    let read = "Namnden har bestallt en grundvattenundersokning av omradet kring tappen.\n\
                Resultatet av grundvattenundersakningen redovisas for namnden till hosten.\n";
    assert!(corrected(read).contains("grundvattenundersökningen redovisas"), "{}", corrected(read));
}

#[test]
fn a_longer_dash_is_the_shorter_one_only_where_the_engine_reads_all_of_them_so() {
    let sentence = "Namnden beslutar att godkanna redovisningen for ar 2019 och att oka anslaget. ";
    let one = format!("{sentence}Oppet 16—84.");
    let many = format!("{sentence}Oppet 16—84 och 8—10.");
    assert!(corrected(&one).contains("16—84"));
    assert!(corrected(&many).contains("16–84 och 8–10"));
}

#[test]
fn other_capitals_are_no_repair() {
    let read =
        "Oppna filen i LibreOffice eller pa en iPhone och spara den som ett OpenDocument for att kunna andra den.";
    let right =
        "Öppna filen i LibreOffice eller på en iPhone och spara den som ett OpenDocument för att kunna ändra den.";
    assert_eq!(profile(builtin(), read), Profile::Lost);
    assert_eq!(corrected(read), right);
}

#[test]
fn every_change_tells_why() {
    let read = "Socialnamnden beslutar att utse justerare for protokollet";
    let edits = correct_text(builtin(), &Options::default(), read);
    let edit = edits.iter().find(|e| e.span.of(read) == "Socialnamnden").expect("an edit");
    assert_eq!((edit.replacement.as_str(), edit.reason), ("Socialnämnden", Reason::Diacritics));
    assert!(edit.certainty >= Certainty::Likely && edit.score > 0.9 && edit.score <= 1.0);
}

#[test]
fn words_divided_at_the_end_of_a_line_are_mended_in_both_pieces() {
    let read = "Kommunstyrelsen féreslar att samhalls-\nbyggnadsnamnden tillstyrker férslaget om raddnings-\ntjanst.\n";
    let text = corrected(read);
    assert_eq!(
        text,
        "Kommunstyrelsen föreslår att samhälls-\nbyggnadsnämnden tillstyrker förslaget om räddnings-\ntjänst.\n"
    );
}

#[test]
fn hands_off_what_is_no_common_word() {
    for text in [
        "Dnr KS 2019/353-04, kl. 08.30–14.20, fastigheten Björken 4:12",
        "anna.berg@kommun.se, 19500101-1234, 070-123 45 67, www.kommun.se",
        "XXXX XXXX (S), Ulf Ek (M), KSAU § 12, SN, ÄLN, BRF",
        "Herr Lindhé yrkade bifall, hvaremot nämnden ansåg att ärendet skulle blifva hvilande.",
        "Till justeringsmän utsågos herrar Ek och Öst, hvilka närvoro.",
        "Samhällsbyggnadsnämndens kommunövergripande trygghetsvandringar på Götgatan",
        "Trenne torgdagarne i månaden, hvarom öfverläggningarne fortgingo och uppgifter uppgavos.",
        "Föreläsaren talade om machine learning och the big picture.",
    ] {
        assert_eq!(corrected(text), text);
    }
}

#[test]
fn a_lexicon_of_five_words_is_enough() {
    let lexicon = Lexicon::from_tables(&Tables {
        words: &["nämnden\t90000\nbeslöt\t50000\natt\t900000\nbifalla\t4000\nmotionen\t4000\n"],
        confusions: "eng\ta\tä\t10\neng\té\tö\t70\n",
        ..Tables::default()
    });
    assert_eq!(corrected_with(&lexicon, "Namnden beslét att bifalla motionen"), "Nämnden beslöt att bifalla motionen");
    assert_eq!(corrected_with(&lexicon, "Nämnden beslöt att bifalla motionen"), "Nämnden beslöt att bifalla motionen");
}

#[test]
fn a_born_digital_page_is_never_changed() {
    let mut page = OcrPage::from_text(1, "Namnden beslutar att godkanna redovisningen for ar 2019\n");
    let text = correct(builtin(), &Options::default(), std::slice::from_ref(&page));
    assert!(text[0].iter().any(Edit::is_applied));
    page.source = TextSource::TextLayer;
    assert!(correct(builtin(), &Options::default(), &[page]).iter().all(Vec::is_empty));
}

#[test]
fn a_name_read_without_dots_beside_words_that_have_theirs_is_spelt_so() {
    let mut page = OcrPage::from_text(
        1,
        "Tjänstgörande ersättare\tHanna Wigren (MP) för Erik Sjöholmsson (MP)\nRolf Hellgard (KD) för Maj Wennström (KD)\n\
         Nämnden beslöt att godkänna redovisningen och yttcrligare åtgärder.\n",
    );
    page.source = TextSource::Ocr;
    page.words.iter_mut().for_each(|word| word.confidence = 0.7);
    let edits = correct(builtin(), &Options::default(), std::slice::from_ref(&page)).remove(0);
    let (text, _) = apply(&page.text, &edits);
    assert!(text.contains("Hellgard") && text.contains("ytterligare"), "{text}");
    assert!(edits.iter().any(|e| !e.is_applied() && e.replacement == "Hellgård"), "suggested, not applied");
}

#[test]
fn pages_keep_their_own_edits() {
    let pages = [
        OcrPage::from_text(1, "Namnden beslutar att godkanna redovisningen\n"),
        OcrPage::empty(2, PageStatus::Blank, TextSource::Ocr),
        OcrPage::from_text(3, "Ordféranden férklarar métet avslutat\n"),
    ];
    let edits = correct(builtin(), &Options::default(), &pages);
    assert_eq!(edits.len(), 3);
    assert_eq!(apply(&pages[0].text, &edits[0]).0, "Nämnden beslutar att godkänna redovisningen\n");
    assert!(edits[1].is_empty());
    assert_eq!(apply(&pages[2].text, &edits[2]).0, "Ordföranden förklarar mötet avslutat\n");
}

#[test]
fn a_higher_threshold_changes_no_more() {
    let read = "Namnden anser att bor och lan i kommunen andras efter beslut om lagen, val och motes ordning.";
    let n =
        |confidence| correct_text(builtin(), &Options { confidence }, read).iter().filter(|e| e.is_applied()).count();
    assert!(n(0.5) >= n(0.9) && n(0.9) >= n(0.999));
}

/// Swedish words as print and as engines that lack å ä ö read them, between all sorts of other things.
fn texts() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        3 => prop::sample::select(vec![
            "kommunstyrelsen", "för", "for", "fér", "f6r", "är", "ar", "år", "namnden", "Nämnden", "beslutar", "att",
            "godkanna", "férslaget", "motet", "mötet", "Ake", "Lindstrém", "ÖVRIGA", "OVRIGA", "och", "Barn-", "samhalls-",
            "§", "$", "8§", "§12", "12", "1av", "2019-04-09", "—", "p&", "&ven", "RAdet", "kl.", "(S),", "kolllin", "à", "_torget",
        ])
        .prop_map(str::to_owned),
        1 => "[a-zåäöA-Z]{1,12}",
        1 => "\\PC{0,6}",
    ];
    let gap = prop::sample::select(vec![" ", " ", " ", "\n", "-\n", "\t", "  ", "    ", ". ", "\n\n", "\r\n", "\u{c}"]);
    prop::collection::vec((word, gap), 0..40)
        .prop_map(|words| words.into_iter().flat_map(|(w, g)| [w, g.to_owned()]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn what_must_hold_for_any_text(text in texts()) {
        let edits = correct_text(builtin(), &Options::default(), &text);
        let (once, _) = apply(&text, &edits);
        // Sorted, disjoint, on characters' borders, within their line and cell.
        let mut end = 0;
        for edit in &edits {
            prop_assert!(edit.span.start >= end && edit.span.start < edit.span.end);
            let original = text.get(edit.span.start..edit.span.end);
            let stays = original.is_some_and(|o| !o.contains(['\n', '\t', '\u{c}']) && o != edit.replacement);
            prop_assert!(stays, "{:?}", edit);
            prop_assert!((0.0..=1.0).contains(&edit.score));
            end = edit.span.end;
        }
        // Undoing gives the original; lines and cells stay where they are.
        prop_assert_eq!(undone(&text, &edits), text.as_str());
        prop_assert_eq!(once.matches('\n').count(), text.matches('\n').count());
        prop_assert_eq!(once.matches('\t').count(), text.matches('\t').count());
        // Correcting twice is correcting once; the same text gives the same edits.
        prop_assert_eq!(corrected(&once), once);
        prop_assert_eq!(correct_text(builtin(), &Options::default(), &text), edits);
    }

    #[test]
    fn any_characters_at_all(text in "\\PC*|[\\s\\S]{0,80}") {
        let edits = correct_text(builtin(), &Options::default(), &text);
        prop_assert_eq!(undone(&text, &edits), text.as_str());
    }
}
