//! The names of bodies and municipalities: nämnder, styrelser, fullmäktige, associations.

use crate::segment::words::labels::{self, BODY_ENDINGS, Label};
use crate::segment::words::pattern::compile;
use regex::Regex;
use std::sync::LazyLock;

pub static MUNICIPALITY: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?x)^(?:
            [\p{Lu}][\p{L}-]+(?:\s(?:och\s)?[\p{Lu}][\p{L}-]+){0,2}\s+(?i:kommun|kommuner|landskommun|landsting|läns\slandsting|stad|köping|municipalsamhälle|municipalsamfund|pastorat|församling|kommunalförbund|kyrkliga\ssamfällighet|samfällighet|socken|församlingar)
          | (?i:region|landstinget|regionen)\s[\p{Lu}][\p{L}-]+(?:\s[\p{Lu}][\p{L}-]+)?
        )$",
    )
});

pub static MUNICIPALITY_IN_PROSE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?:\b[Ii]|\bför|\bmed|\bvid|\bhos|\binom)\s+([\p{Lu}][\p{L}-]+(?:\s[\p{Lu}][\p{L}-]+)?\s+(?:kommun|landskommun|landsting|stad|köping|municipalsamhälle|pastorat|församling|socken))\b",
    )
});

pub static BODY_IN_PROSE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i:sammanträde|sammanträda|möte|stämma|föreningsstämma|årsmöte|årsstämma|kommunalstämma|sammankomst|årsmötet)\s+(?i:med|för|i|hos|av)\s+(?P<body>[\p{L}:][\p{L}: ,.-]{3,80}?(?i:förening)\s[\p{L} -]{2,40}?\si\s\p{Lu}\p{L}+|[\p{L}:][\p{L}: ,.-]{3,80}?)(?:\s+(?i:i|å|på|den|vid|uti|för|kl|tisdagen|måndagen|onsdagen|torsdagen|fredagen|lördagen|söndagen)\s|[,.]|\s*\d|$)",
    )
});

/// "med styrelsen för Storby Järnvägsaktiebolag": the board's name goes on behind "för".
pub static BOARD_IN_PROSE: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i:med|hos|av)\s+(?P<body>(?i:styrelsen|direktionen|nämnden|kommittén)\s+(?i:för)\s+[\p{L}][\p{L} .-]{3,60}?)(?:\s+(?i:i|å|på|den|vid|\p{L}+dagen)\s|,|\s*\d|$)",
    )
});

pub static HELD_BY: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i:protokoll),?\s+(?i:hållet|fört|fördt|förd)\s+(?i:hos|med|av|vid|i)\s+(?P<body>[\p{L}][\p{L}: -]{3,60}?)(?:\s+(?i:i|å|på|den|vid|uti|tisdagen|måndagen|onsdagen|torsdagen|fredagen|lördagen|söndagen)\s|[,.]|\s*\d|$)",
    )
});

/// A summons tells day and place in its first sentence.
pub static SUMMONS: LazyLock<Regex> =
    LazyLock::new(|| compile(r"(?i)\b(?:kallas|kallar|inbjuds|inbjudes|hålles|hålls|sammanträder)\b"));

pub static AT_HOME: LazyLock<Regex> = LazyLock::new(|| compile(r"^\s+i\s+\p{Lu}[\p{L}-]+"));

/// "Protokoll från ordinarie årsmöte", "Årsmöte hölls i ...": the minutes' opening where it names no body.
pub static OPENING: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"(?i:protokoll,?\s+(?:nr\.?\s*\d+,?\s+)?(?:(?:hållet|fört|fördt)\s+)?(?:från|vid|över)\s+(?:[\p{L}-]+\s+){0,3}?[\p{L}-]*(?:möte|stämma|sammanträde|sammankomst)t?\b|[\p{L}-]*(?:möte|stämma|sammanträde)t?\s+(?:hölls|avhölls|ägde\s+rum)\b)",
    )
});

/// A joint authority, which is what other protocols have the municipality for.
pub static AUTHORITY: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?:\p{Lu}[\p{L}-]*(?i:förbundet|förbund)(?:\s+\p{Lu}[\p{L}-]+){1,3}|(?:\p{Lu}[\p{L}-]+\s+){1,3}(?:och\s+\p{Lu}[\p{L}-]+\s+)?[\p{L}]*(?i:förbund|förbundet))$",
    )
});

/// An assembly of all who may vote, which is a body of its own.
pub static ASSEMBLY: LazyLock<Regex> = LazyLock::new(|| {
    compile(r"(?i)\b(?:vid|från|med)\s+(?:[\p{L}]+\s+){0,3}?((?:kommunal|kyrko|socken|by|municipal)stämma)\b")
});

/// How the name of an association ends, in basic and definite form.
pub const ASSOCIATIONS: &[&str] = &[
    "förening",
    "föreningen",
    "klubb",
    "klubben",
    "sällskap",
    "sällskapet",
    "stiftelse",
    "stiftelsen",
    "förbund",
    "förbundet",
    "samfällighet",
    "samfälligheten",
    "kooperativ",
    "kooperativet",
    "kåren",
    "gille",
    "gillet",
    "byalag",
    "byalaget",
    "intresseförening",
    "sameby",
    "samebyn",
    "förbundets",
];

/// "Styrelsemöte Samfällighetsföreningen Granbacken": the meeting's kind before the name.
pub static MEETING_WORD: LazyLock<Regex> = LazyLock::new(|| {
    compile(
        r"^(?i:(?:protokoll\s+(?:från|fört\s+vid|vid)\s+)?(?:ordinarie\s+|extra\s+|konstituerande\s+)?(?:styrelse|års|medlems|förenings|höst|vår)?(?:möte|stämma|sammanträde|årsstämma)t?(?:\s+(?:i|med|för|hos))?)\s+",
    )
});

pub fn is_municipality(text: &str) -> bool {
    let text = text.trim();
    text.chars().count() <= 50 && MUNICIPALITY.is_match(text) && labels::label_of(text).is_none()
}

/// Whether a text is a body's name: "Kommunstyrelsen", "Rådet för trygghet", "Kultur- och fritidsnämnden".
pub fn is_body(text: &str) -> bool {
    let text = text.trim();
    let lower = text.to_lowercase();
    let n = text.chars().count();
    // A line of a title in prose, broken off in the middle.
    if [" i", " den", " å", " på", " för", " med", " och"].iter().any(|end| lower.ends_with(end)) {
        return false;
    }
    // "Brf Solrosen 5", where no date and no hour stands.
    let is_numbered = ["brf ", "hsb", "bostadsrättsföreningen ", "samfällighetsföreningen ", "riksbyggen"]
        .iter()
        .any(|start| lower.starts_with(start))
        && lower.split_whitespace().last().is_some_and(|last| last.len() <= 3)
        && lower.split_whitespace().count() <= 4
        && !["lokal", "gatan", "vägen", "gränd", "torget"].iter().any(|part| lower.contains(part))
        && lower.chars().filter(char::is_ascii_digit).count() <= 3;
    if !(4..=90).contains(&n)
        || !text.chars().next().is_some_and(char::is_uppercase)
        || text.ends_with(['.', ':', ';'])
        || text.chars().any(|c| c.is_ascii_digit()) && !is_numbered
        || lower.starts_with("ordinarie ")
        || lower.starts_with("extra ")
    {
        return false;
    }
    if labels::label_of(text).is_some_and(|label| !matches!(label, Label::Members))
        || labels::heading_of(text).is_some()
    {
        return false;
    }
    if lower.contains("protokoll") || lower.contains("beslut") || lower.contains("sammanträdesdat") {
        return false;
    }
    let words: Vec<&str> = lower.split_whitespace().collect();
    let ends = |word: &str| BODY_ENDINGS.iter().any(|end| word == *end || word.ends_with(end) && end.len() >= 4);
    let first = words.first().copied().unwrap_or("");
    let last = words.last().copied().unwrap_or("");
    // "Stadsdelsnämnden Nordanö", "Kommunstyrelsens arbetsutskott Näs"
    let of_place = ends(first)
        && first.chars().count() >= 8
        && (2..=4).contains(&words.len())
        && text
            .split_whitespace()
            .skip(1)
            .all(|word| word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '-'));
    ends(last) && words.len() <= 6
        || of_place
        || (ends(first) || matches!(first, "rådet" | "råd" | "styrelsen" | "nämnden" | "utskottet"))
            && words.get(1).is_some_and(|word| matches!(*word, "för" | "i" | "och"))
            && words.len() <= 12
        || matches!(
            first,
            "bostadsrättsföreningen"
                | "brf"
                | "samfällighetsföreningen"
                | "föreningen"
                | "hyresgästföreningen"
                | "stiftelsen"
        ) && words.len() >= 2
            && words.len() <= 8
        || words.len() <= 7
            && first != "i"
            && words.contains(&"brf")
            && text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
        || (2..=4).contains(&words.len())
            && text.split_whitespace().last().is_some_and(|last| {
                matches!(last, "IK" | "IF" | "BK" | "SK" | "IS" | "FF" | "FK" | "IFK" | "AB" | "GIF")
            })
            && text.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
        || words.len() <= 7
            && words.iter().any(|word| *word == "brf" || ASSOCIATIONS.iter().any(|end| word.ends_with(end)))
            && words.len() >= 2
            && !words.iter().any(|word| matches!(*word, "ordinarie" | "extra" | "årsmöte" | "vid" | "fört" | "antagna"))
}

pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().collect::<String>() + chars.as_str(),
        None => String::new(),
    }
}
