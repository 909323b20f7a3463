//! The codes of parties, as they stand behind names.

/// Codes of parties and church nominating groups; local lists are known by their capitals.
const PARTIES: &[&str] = &[
    "S", "M", "C", "L", "FP", "KD", "KDS", "V", "VPK", "MP", "SD", "NYD", "H", "BF", "K", "SKP", "SKP", "APK", "KP",
    "FI", "SPI", "PP", "POSK", "ÖKA", "FISK", "KR", "BA", "VISK", "SP", "MED", "KPML", "HP", "DP", "SJVP", "FA", "HF",
    "BP", "LB", "PF", "SIV", "UP", "LP", "KA", "NB", "VÄGV", "OPF", "OBU", "OPOL", "OBER", "PART", "AFS", "FK", "KIV",
    "FRISK",
];

/// An all-caps code without parentheses after a name: "Anna Berg SD".
pub fn party_after_name(word: &str) -> bool {
    let n = word.chars().count();
    (2..=4).contains(&n) && word.chars().all(char::is_uppercase) && PARTIES.contains(&word)
}

/// The party of what stands in parentheses, upper-cased. Digits that engines put for letters are mended.
pub fn party_in_parentheses(inner: &str) -> Option<String> {
    let inner = inner.trim().trim_end_matches('.');
    let n = inner.chars().count();
    if inner == "-" || inner == "–" {
        return Some("-".to_owned());
    }
    if n == 0 || n > 5 {
        return None;
    }
    let upper: String = inner.to_uppercase();
    if ASSOCIATION_CODES.contains(&upper.as_str()) {
        return None;
    }
    if PARTIES.contains(&upper.as_str()) {
        return Some(upper);
    }
    let mended: String = upper
        .chars()
        .map(|c| match c {
            '5' | '8' | '$' => 'S',
            '0' | 'O' if n > 1 => 'D',
            '1' | 'I' | '|' if n == 1 => 'L',
            '€' | '(' | 'G' if n == 1 => 'C',
            'Y' | 'W' if n == 1 => 'V',
            c => c,
        })
        .collect();
    if PARTIES.contains(&mended.as_str()) {
        return Some(mended);
    }
    (inner.chars().all(char::is_alphabetic) && n >= 2 && inner.chars().any(char::is_uppercase)).then_some(upper)
}

/// Whether a code is one of a party that many places know.
pub fn is_party(code: &str) -> bool {
    PARTIES.contains(&code)
}

/// The party of a code after a comma: a known one, or one with two capitals at least.
pub fn party_after_comma(code: &str) -> Option<String> {
    let code = code.trim().trim_end_matches('.');
    // An engine sees a letter alone twice: "Vv".
    let code = match code.chars().collect::<Vec<char>>().as_slice() {
        [one, two] if one.is_uppercase() && one.to_lowercase().eq(two.to_lowercase()) => &code[..one.len_utf8()],
        _ => code,
    };
    let n = code.chars().count();
    if n == 0 || n > 5 || !code.chars().all(char::is_alphabetic) {
        return None;
    }
    let upper = code.to_uppercase();
    if ASSOCIATION_CODES.contains(&upper.as_str()) {
        return None;
    }
    let capitals = code.chars().filter(|c| c.is_uppercase()).count();
    (PARTIES.contains(&upper.as_str()) || capitals >= 2).then_some(upper)
}

/// Unions and associations whose codes look like a party's.
pub const ASSOCIATION_CODES: &[&str] = &[
    "SKTF", "SACO", "TCO", "LO", "SSR", "LR", "DIK", "SKAF", "SALF", "SHSTF", "JUSEK", "SIF", "PRO", "SPF", "SKPF",
    "RPG", "HSO", "DHR", "SRF", "HRF", "RSMH", "FUB", "SPRF", "LRF", "SKAL", "KTK",
];
