//! The words that decide: how a sentence that decides begins, and the verbs of decisions.

use crate::segment::words::pattern::compile;
use regex::Regex;
use std::borrow::Cow;
use std::sync::LazyLock;

/// "Nämnden beslutar", alone on its line, with the points below.
pub static LEAD: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?:[→–—-]\s)?(?:[\p{Lu}][\p{L}:]*(?:(?:-?[ ]|-)[\p{L}:]+){0,6}\s)(?:beslutar|beslutade|beslöt|beslöto|beslutat|föreslår\s[\p{L}]*(?:fullmäktige|styrelsen|nämnden|stämman)(?:\sbesluta)?)(?:\s+(?:enhälligt|därför|således|därefter|följande|för\s+sin\s+del|härefter|sålunda))*\s*[,:]?$",
    )
});

pub static LEAD_IN_CAPITALS: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^(?:\p{Lu}[\p{Lu}:-]*\s){1,6}(?:BESLUTAR|BESLUTADE|BESLÖT)\s*[,:]?$"));

/// A sentence that decides.
pub static DECIDES: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)^(?:[→–—-]\s)?(?:
            (?:Efter\s[^.,]{3,60}\s|Härefter\s|Därefter\s|Således\s|Sålunda\s)?
            (?:[\p{Lu}\p{Ll}][\p{L}:]*(?:(?:-?\s|-)[\p{L}:]+){0,6}\s)?
            (?:[Bb]eslutar|[Bb]eslutade|[Bb]eslöt|[Bb]eslöto|[Bb]eslöts|[Bb]eslutades|[Bb]eslutas|beslutat)\b
          | (?:Kommun|Lands|Region|Stads)?[\p{L}]*(?:styrelsen|nämnden|utskottet|fullmäktige|rådet)\sföreslår\s[\p{L}\s]{3,40}\s(?:besluta|att)\b
        )",
    )
});

/// "Efter ställda propositioner finner ordföranden att nämnden beslutar enligt ...": what was found is said once more as
/// the decision.
pub static FOUND: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^[^.]{0,90}?\b(?:finner|fann)\b[^.]{0,60}?\b(?:att|sig)\b"));

/// "Direktionen lägger ärendena till handlingarna.": what a body does.
pub static ACTS: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)^(?:[→–—-]\s)?
            (?:[\p{Lu}][\p{L}-]*(?:\soch\s[\p{L}-]*)?(?:nämnden|styrelsen|utskottet|rådet|fullmäktige|stämman|direktionen|kollegiet)
              |Rådet|Nämnden|Styrelsen|Utskottet|Fullmäktige|Stämman|Mötet|Direktionen|Kammaren|Kollegiet)
            \s(?:lägger\s.{3,60}till\shandlingarna|utser|godkänner|antar|tackar|fastställer|bifaller|avslår|bordlägger|återremitterar|noterar|tar\sdel|väljer|beviljar|uppdrar|anvisar|tillstyrker|avstyrker|medger)\b",
    )
});

/// "Att ... utsågs herr Ek", "Ansökan från Bo Ek avslogs.", "Skrivelsen lades till handlingarna.": decided in the passive.
pub static PASSIVE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)^(?:
            Att\s.{5,200}\b(?:utsågs|utsågos|valdes|uppdrogs|beslöts|beslutades|utses|väljs)\b
          | Till\satt\s(?:jämte|jemte)\s.{5,100}\bjustera\b.{3,60}\b(?:utses|utsågs|utsågos|valdes|väljs)\b
          | (?:Ärendet|Frågan|Punkten|Paragrafen)\s(?:utgick|utgår)\b
          | (?:[\p{Lu}][\p{L}-]*(?:\s[\p{L}\d/.-]+){0,4}?\s)?
            (?:[Bb]ordlades|[Bb]ordläggs|[Åå]terremitterades|[Åå]terremitteras|[Aa]vslogs|[Aa]fslogs|[Aa]vslås|[Bb]ifölls|[Bb]ifalles|[Bb]ifalls|[Rr]emitterades|[Bb]eviljades|[Bb]eviljas
              |[Tt]illstyrktes|[Aa]vstyrktes|[Mm]edgavs|[Mm]edgåfvos|föran(?:ledde|leder)\s(?:icke|ej|inte)\s[^.]{0,30}?åtgärd
              |ble[vf]\s[^.]{0,40}?(?:a[vf]slagen|bifallen|bordlagd))\b[^.]{0,80}(?:\.|$)
          | Utsågo?s\s.{3,80}\bjustera\b
          | [\p{Lu}][^.]{4,80}?\s(?:utses|utsågs|utsågos|väljs|valdes)\s(?:till\s)?(?:att\s)?[^.]{0,60}?\bjuster\p{L}*\b[^.]{0,50}\.?$
        )",
    )
});

/// "Bo Ek yrkar att ärendet bordläggs": moved, and not decided.
pub static MOVED: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^[^.]{0,80}\b(?:yrkar|yrkade|föreslår|föreslog|hemställer|hemställde|begär|begärde)\b"));

/// The same, and nothing else said: at the end of an account the words may be part of it.
pub static FILED: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?:[\p{Lu}][\p{L}-]*(?:\s[\p{L}\d/.-]+){0,3}\s|(?:[\p{Lu}][\p{L}\d\s/.-]{2,50}\s)?(?:[Uu]pplästes|[Ff]öredrogs|[Aa]nmäldes|[Gg]enomgicks)\soch\s)?(?:[Ll]ades|[Ll]äggs|[Ll]ägges)\s(?:med\sgodkännande\s|utan\s[\p{L}\s]{3,25}\s)?till\shandlingarna\.?$",
    )
});

/// "Fullmäktige utsåg", "Styrelsen antog": the word before is held against the document's own body.
pub static ACTED: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?:[\p{Lu}][\p{L}]*(?:-?[ ]|-)(?:[\p{L}]+[ -]){0,2}?)??(?P<body>[\p{L}]+)\s(?:utsågo?|godkände|antogo?|fastställde|biföllo?|avslogo?|bordlade|återremitterade|remitterade|beviljade|uppdrogo?|anvisade|tillstyrkte|avstyrkte|medgavo?|noterade|(?:tackade\s.{3,60}\soch\s)?lade\s.{3,60}till\shandlingarna)\b",
    )
});

pub static HAS_DECIDED: LazyLock<Regex> =
    LazyLock::new(|| compile(r"^[^.]{0,60}?([\p{L}]+)\s(?:har|hade)\sbeslut(?:at|it)\b"));

/// The word before the verb of a decision.
pub static SUBJECT: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"\b([\p{L}]+)\s(?:beslutar|beslutade|beslöto?|beslutat|hade\s(?:[\p{L}]+\s)?beslut(?:at|it))\b")
});

/// A sentence with the verb of a decision and the body that decides, in the order of older prose.
pub static DECIDED: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?:\b(?:beslöt|beslöto|beslutade|beslutar)\s+(?:[\p{L}-]*(?:nämnden|styrelsen|utskottet|fullmäktige|rådet|stämman|kammaren|mötet)|att)\b|\b(?:[Nn]ämnden|[Ss]tyrelsen|[Uu]tskottet|[Ff]ullmäktige|[Rr]ådet|[Ss]tämman|[Mm]ötet|[\p{L}-]+(?:nämnden|styrelsen|utskottet|fullmäktige|stämman))\s+(?:beslöt|beslöto|beslutade|beslutar)\b|\b[Bb]esl(?:öts|utades|utas)\b|\bhade\s[^.]{3,60}?\bbeslut(?:it|at)\b|\bhar\s(?:alltså|sålunda|således|därmed)\b[^.]{0,60}?\bbeslutat\b|\bhade\s(?:alltså|sålunda|således|därmed|härmed)\b[^.]{0,60}?\b(?:godkänt|bifallit|avslagit|antagit|beviljat|fastställt|återremitterat|bordlagt|medgivit|medgifvit)\b)",
    )
});

/// "B e s l ö t s att": the verb set with blanks between its letters.
pub fn closed_up(text: &str) -> Cow<'_, str> {
    SPACED.replace_all(text, |found: &regex::Captures| found[0].replace(' ', ""))
}

pub static SPACED: LazyLock<Regex> = LazyLock::new(|| compile(r"\b\p{L}(?: \p{L}){3,}\b"));

/// Whether a paragraph is a decision's first words, the points of which follow.
pub fn leads(text: &str) -> bool {
    LEAD.is_match(text) || leads_in_capitals(text)
}

/// "OMSORGSNÄMNDEN BESLUTAR" on its own line: always a heading.
pub fn leads_in_capitals(text: &str) -> bool {
    LEAD_IN_CAPITALS.is_match(text)
}

/// Whether a text begins with the words of a decision.
pub fn decides(text: &str) -> bool {
    leads(text) || DECIDES.is_match(text) || ACTS.is_match(text)
}

/// Whether a line that follows a finished sentence decides: there more wordings do.
pub fn decides_anew(text: &str) -> bool {
    decides(text) || PASSIVE.is_match(text) || FILED.is_match(text) || bare_body_acted(text)
}

pub fn is_question(text: &str) -> bool {
    text.ends_with('?')
}

/// The word before the verb of "Fullmäktige utsåg", in small letters.
pub fn actor(text: &str) -> Option<String> {
    ACTED.captures(text).map(|found| found["body"].to_lowercase())
}

/// Whether "Nämnden utsåg" and the like begin a text: a body that is named by its kind alone acts.
pub fn bare_body_acted(text: &str) -> bool {
    const BARE: [&str; 8] =
        ["nämnden", "styrelsen", "utskottet", "rådet", "fullmäktige", "stämman", "kammaren", "direktionen"];
    text.starts_with(char::is_uppercase) && actor(text).is_some_and(|word| BARE.contains(&word.as_str()))
}
