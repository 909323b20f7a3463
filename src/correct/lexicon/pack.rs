//! The packed form of the dictionaries: made by the build script, and by tests from a few inline words.
//!
//! Everything that spells something is a key of one finite state transducer whose value holds, a byte each, how
//! common the key is as a word, given name, surname, place and part of compounds. Pairs and triples of words
//! become conditional probabilities under a hash. Reading it is left to the lexicon. This file is compiled into
//! the build script too, so it uses nothing of the crate.

use std::collections::BTreeMap;

/// The dictionaries as text. Lines that begin with `#` are notices; columns are divided by tabs.
#[derive(Clone, Copy, Default)]
pub struct Tables<'a> {
    /// Word, occurrences in a billion, weighted count in the text that pairs and triples were counted from.
    pub words: &'a [&'a str],
    /// Words that nobody counted.
    pub inflections: &'a str,
    /// Words of other languages, occurrences in a billion words of those.
    pub foreign: &'a str,
    /// Names of anything that no other list holds.
    pub proper_nouns: &'a str,
    /// Part, words that it begins, words that it ends.
    pub compound_parts: &'a str,
    /// Name, bearers in ten million.
    pub given_names: &'a str,
    /// As `given_names`.
    pub surnames: &'a str,
    /// Place, inhabitants.
    pub places: &'a str,
    /// Part of names, kind (`surname_first`, `surname_last`, `place_first`, `place_last`), names it stands in.
    pub name_parts: &'a str,
    /// Two words divided by a blank, weighted count.
    pub pairs: &'a str,
    /// Three words divided by blanks, weighted count.
    pub triples: &'a str,
    /// Ending (or `^` and a whole word), letter of a class: see `syntax`.
    pub word_classes: &'a [&'a str],
    /// Evidence, word, weight: see `grammar`.
    pub grammar: &'a str,
    /// Engine, what was read, what was printed, cost: see `confusions`.
    pub confusions: &'a str,
}

pub const MAGIC: &[u8; 8] = b"PGFLEX01";
/// Transducer, foreign words, histories, pairs, triples, letters, confusions, contexts.
pub const N_SECTIONS: usize = 8;

// Bytes of a key's value, lowest first.
pub const WORD: u32 = 0;
pub const GIVEN_NAME: u32 = 1;
pub const SURNAME: u32 = 2;
pub const PLACE: u32 = 3;
pub const FIRST_PART: u32 = 4;
pub const LAST_PART: u32 = 5;
/// Half a byte each for how a part stands in surnames and places.
pub const SURNAME_FIRST: u32 = 12;
pub const SURNAME_LAST: u32 = 13;
pub const PLACE_FIRST: u32 = 14;
pub const PLACE_LAST: u32 = 15;

/// Subtracted from every count, and given to the words that were never seen after the same history.
const DISCOUNT: f64 = 1.5;

/// Letters beyond Latin-1 that names in Sweden hold; each has one of the codes from 0x80.
const BEYOND: [char; 24] = [
    'š', 'č', 'ć', 'ž', 'đ', 'ł', 'ś', 'ń', 'ő', 'ű', 'œ', 'ş', 'ğ', 'ı', 'ę', 'ą', 'ż', 'ź', 'ř', 'ě', 'ů', 'ț', 'ș',
    '’',
];

/// The one-byte code of a lower-case letter or mark; most are their Latin-1 codes.
pub fn code(c: char) -> Option<u8> {
    match c as u32 {
        at @ (0x21..=0x7e | 0xa1..=0xff) => Some(at as u8),
        _ => BEYOND.iter().position(|b| *b == c).map(|i| 0x80 + i as u8),
    }
}

/// The letter that a code stands for.
pub fn letter(code: u8) -> char {
    match code {
        0x80..=0x9f => BEYOND.get(code as usize - 0x80).copied().unwrap_or('?'),
        _ => code as char,
    }
}

/// The codes of a word in lower case, or nothing if it holds a character without a code.
pub fn encode(word: &str) -> Option<Vec<u8>> {
    word.chars().flat_map(char::to_lowercase).map(code).collect()
}

/// Occurrences as a logarithm in one byte; 0 is kept for "not at all".
pub fn quantise(count: f64) -> u8 {
    (1.0 + 30.0 * count.max(1.0).log10()).round().min(255.0) as u8
}

/// The occurrences that a byte stands for.
pub fn count_of(q: u8) -> f64 {
    if q == 0 { 0.0 } else { 10f64.powf((q as f64 - 1.0) / 30.0) }
}

/// A probability as its negative logarithm in one byte, down to 10⁻⁸.
fn quantise_probability(p: f64) -> u8 {
    (-32.0 * p.clamp(1e-12, 1.0).log10()).round().min(255.0) as u8
}

/// The same in the build script and in the program (FNV-1a, mixed).
pub fn hash(word: &[u8]) -> u64 {
    let mut h = 0xcbf2_9ce4_8422_2325u64;
    for byte in word {
        h = (h ^ *byte as u64).wrapping_mul(0x0000_0100_0000_01b3);
    }
    mix(h)
}

/// The hash of a history and the word after it.
pub fn join(history: u64, word: u64) -> u64 {
    mix(history.rotate_left(23).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ word)
}

fn mix(mut h: u64) -> u64 {
    h = (h ^ (h >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    h = (h ^ (h >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    h ^ (h >> 31)
}

fn rows(text: &str) -> impl Iterator<Item = std::str::Split<'_, char>> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| line.split('\t'))
}

fn number(column: Option<&str>) -> f64 {
    column.and_then(|n| n.trim().parse().ok()).unwrap_or(1.0)
}

/// Packs the dictionaries. A line that cannot be used is left out.
pub fn pack(tables: &Tables) -> Vec<u8> {
    let [histories, pairs, triples] = sequences(tables);
    let confusions = tables.confusions.as_bytes().to_vec();
    let sections =
        [transducer(tables), foreign(tables), histories, pairs, triples, letters(tables), confusions, contexts(tables)];
    let mut out = MAGIC.to_vec();
    for section in &sections {
        out.extend((section.len() as u32).to_le_bytes());
    }
    for section in &sections {
        out.extend(section);
    }
    out
}

fn transducer(tables: &Tables) -> Vec<u8> {
    let mut keys: BTreeMap<Vec<u8>, u64> = BTreeMap::new();
    let mut put = |key: &str, byte: u32, q: u8| {
        if let Some(key) = encode(key).filter(|key| !key.is_empty()) {
            let value = keys.entry(key).or_default();
            let old = (*value >> (8 * byte)) as u8;
            *value = *value & !(0xff << (8 * byte)) | (old.max(q) as u64) << (8 * byte);
        }
    };
    for table in tables.words {
        for mut row in rows(table) {
            put(row.next().unwrap_or(""), WORD, quantise(number(row.next())));
        }
    }
    for (table, byte) in [
        (tables.inflections, WORD),
        (tables.proper_nouns, PLACE),
        (tables.given_names, GIVEN_NAME),
        (tables.surnames, SURNAME),
        (tables.places, PLACE),
    ] {
        for mut row in rows(table) {
            put(row.next().unwrap_or(""), byte, quantise(number(row.next())));
        }
    }
    for mut row in rows(tables.compound_parts) {
        let part = row.next().unwrap_or("");
        for byte in [FIRST_PART, LAST_PART] {
            let n = number(row.next());
            put(part, byte, if n > 0.0 { quantise(n + 1.0) } else { 0 });
        }
    }
    for mut row in rows(tables.name_parts) {
        let (part, kind) = (row.next().unwrap_or(""), row.next().unwrap_or(""));
        let Some(half) = ["surname_first", "surname_last", "place_first", "place_last"].iter().position(|k| *k == kind)
        else {
            continue;
        };
        let q = (1.0 + 6.0 * number(row.next()).max(1.0).log10()).round().min(15.0) as u64;
        if let Some(part) = encode(part) {
            *keys.entry(part).or_default() |= q << (4 * (SURNAME_FIRST + half as u32));
        }
    }
    transducer_of(keys)
}

/// Keys come sorted and once each out of the map, which is all that building can complain about.
fn transducer_of(keys: BTreeMap<Vec<u8>, u64>) -> Vec<u8> {
    fst::raw::Fst::from_iter_map(keys).map(|fst| fst.into_inner()).unwrap_or_default()
}

fn foreign(tables: &Tables) -> Vec<u8> {
    let rows =
        rows(tables.foreign).filter_map(|mut row| Some((encode(row.next()?)?, quantise(number(row.next())) as u64)));
    transducer_of(rows.filter(|(word, _)| !word.is_empty()).collect())
}

/// The tables of conditional probabilities: how much a history leaves to unseen words, pairs, triples.
fn sequences(tables: &Tables) -> [Vec<u8>; 3] {
    let key = |sequence: &str| {
        let mut words = sequence.split(' ').map(|word| encode(word).map(|word| hash(&word)));
        let first = words.next()??;
        words.try_fold((None, first), |(_, so_far), word| {
            let word = word?;
            Some((Some(so_far), join(so_far, word)))
        })
    };
    let counted = |table: &str| -> Vec<(u64, u64, f64)> {
        rows(table)
            .filter_map(|mut row| {
                let (history, whole) = key(row.next()?)?;
                Some((history?, whole, number(row.next())))
            })
            .collect()
    };
    let mut singles: BTreeMap<u64, f64> = BTreeMap::new();
    for table in tables.words {
        for mut row in rows(table) {
            if let (Some(word), Some(count)) = (row.next().and_then(encode), row.nth(1)) {
                singles.insert(hash(&word), number(Some(count)));
            }
        }
    }
    let (pairs, triples) = (counted(tables.pairs), counted(tables.triples));
    let pair_counts: BTreeMap<u64, f64> = pairs.iter().map(|(_, whole, count)| (*whole, *count)).collect();
    let (pairs, mut histories) = conditional(&pairs, &singles);
    // How often a history was seen bounds what may follow it unseen, so it is kept for all that were.
    for (word, count) in &singles {
        let value = histories.entry(*word).or_default();
        *value |= (quantise(*count) as u16) << 8;
    }
    let (triples, pair_histories) = conditional(&triples, &pair_counts);
    let mut joined: BTreeMap<u64, u16> = pairs.into_iter().map(|(k, q)| (k, q as u16)).collect();
    for (history, q) in pair_histories {
        // A triple's history that is no pair cannot be: the triple was seen, so the pair was.
        if let Some(value) = joined.get_mut(&history) {
            *value |= q << 8;
        }
    }
    let wide = |table: BTreeMap<u64, u8>| table.into_iter().map(|(k, q)| (k, q as u16)).collect();
    [hash_table(&histories), hash_table(&joined), hash_table(&wide(triples))]
}

/// Probabilities of words after their history, and what each history leaves over.
fn conditional(
    sequences: &[(u64, u64, f64)],
    history_counts: &BTreeMap<u64, f64>,
) -> (BTreeMap<u64, u8>, BTreeMap<u64, u16>) {
    let (mut seen, mut kept): (BTreeMap<u64, f64>, BTreeMap<u64, f64>) = Default::default();
    for (history, _, count) in sequences {
        *seen.entry(*history).or_default() += count;
        *kept.entry(*history).or_default() += (count - DISCOUNT).max(0.1);
    }
    let total = |history: &u64| history_counts.get(history).copied().unwrap_or(0.0).max(seen[history]);
    let probabilities = sequences
        .iter()
        .map(|(history, whole, count)| (*whole, quantise_probability((count - DISCOUNT).max(0.1) / total(history))))
        .collect();
    let left = kept
        .iter()
        .map(|(history, kept)| (*history, quantise_probability((1.0 - kept / total(history)).max(0.005)) as u16))
        .collect();
    (probabilities, left)
}

/// Marks under which the table of contexts keeps what is no ratio, and the two sides of a word.
pub const COMMON: u64 = 0x636f_6d6d_6f6e;
pub const VARIANT: u64 = 0x7661_7269_616e;
pub const BEFORE: u64 = 0x6265_666f_7265;
pub const AFTER: u64 = 0x0061_6674_6572;
pub const GRAMMAR: u64 = 0x6772_616d_6d61;
pub const CLASS: u64 = 0x0063_6c61_7373;
/// So many words are contexts of their own; others share one with the words that end alike.
const N_COMMON: usize = 500;
/// A word has variants if it and another that differs by dots alone were counted so often.
const VARIANT_COUNT: f64 = 5.0;
/// Sightings that a context's ratio starts from, and expected ones that make an unseen context tell something.
const RATIO_PRIOR: f64 = 5.0;
const EXPECTED: f64 = 4.0;

/// The context that a word makes for its neighbours: itself if it is common, else its ending.
pub fn context(word: &[u8], hash_of_word: u64, is_common: bool) -> u64 {
    match word {
        _ if is_common => hash_of_word,
        [.., a, b] => join(COMMON, (*a as u64) << 8 | *b as u64),
        _ => 0,
    }
}

/// A code without its dots or ring.
pub fn plain(code: u8) -> u8 {
    match code {
        0xe0..=0xe5 => b'a',
        0xe8..=0xeb => b'e',
        0xf2..=0xf6 | 0xf8 => b'o',
        0xf9..=0xfc => b'u',
        code => code,
    }
}

pub fn quantise_ratio(ratio: f64) -> u16 {
    (128.0 + 40.0 * ratio.clamp(1e-2, 1e2).log10()).round() as u16
}

pub fn ratio_of(q: u16) -> f64 {
    10f64.powf((q as f64 - 128.0) / 40.0)
}

/// A weight in sixteen bits, in thousandths.
fn quantise_weight(weight: f64) -> u16 {
    (32768.0 + 1000.0 * weight.clamp(-30.0, 30.0)).round() as u16
}

/// The weight that two bytes stand for.
pub fn weight_of(q: u16) -> f64 {
    (q as f64 - 32768.0) / 1000.0
}

/// How much more often than elsewhere a word stands between words of a kind, for words that differ from others by
/// dots alone: what decides between them where the pair itself was never counted.
fn contexts(tables: &Tables) -> Vec<u8> {
    let mut counts: Vec<(f64, Vec<u8>)> = Vec::new();
    for table in tables.words {
        for mut row in rows(table) {
            if let (Some(word), Some(count)) = (row.next().and_then(encode), row.nth(1)) {
                counts.push((number(Some(count)), word));
            }
        }
    }
    counts.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let mut out: BTreeMap<u64, u16> = BTreeMap::new();
    let borders = [b"<s>".to_vec(), b"</s>".to_vec(), b"<num>".to_vec()];
    for word in borders.iter().chain(counts.iter().take(N_COMMON).map(|(_, word)| word)) {
        out.insert(join(COMMON, hash(word)), 1);
    }
    let mut alike: BTreeMap<Vec<u8>, Vec<u64>> = BTreeMap::new();
    for (_, word) in counts.iter().filter(|(count, _)| *count >= VARIANT_COUNT) {
        alike.entry(word.iter().map(|c| plain(*c)).collect()).or_default().push(hash(word));
    }
    for word in alike.into_values().filter(|words| words.len() > 1).flatten() {
        out.insert(join(VARIANT, word), 1);
    }
    let context_of = |word: &[u8]| {
        let hash = hash(word);
        (hash, context(word, hash, out.contains_key(&join(COMMON, hash))))
    };
    // Sightings of word and context, of words, and of contexts, on either side.
    let mut seen: [BTreeMap<(u64, u64), f64>; 2] = Default::default();
    let mut words: [BTreeMap<u64, f64>; 2] = Default::default();
    let mut contexts: [BTreeMap<u64, f64>; 2] = Default::default();
    let mut total = 0.0;
    for mut row in rows(tables.pairs) {
        let Some((near, word)) = row.next().and_then(|pair| pair.split_once(' ')) else { continue };
        let (Some(near), Some(word)) = (encode(near), encode(word)) else { continue };
        let count = number(row.next());
        total += count;
        for (side, word, other) in
            [(0, context_of(&word), context_of(&near)), (1, context_of(&near), context_of(&word))]
        {
            *contexts[side].entry(other.1).or_default() += count;
            if out.contains_key(&join(VARIANT, word.0)) {
                *words[side].entry(word.0).or_default() += count;
                *seen[side].entry((word.0, other.1)).or_default() += count;
            }
        }
    }
    let mut ratios = Vec::new();
    for (side, mark) in [(0, BEFORE), (1, AFTER)] {
        let mut common: Vec<(u64, f64)> = contexts[side].iter().map(|(context, n)| (*context, *n)).collect();
        common.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let mut keep = |word: u64, context: u64, n: f64, expected: f64| {
            if context != 0 {
                let ratio = (n + RATIO_PRIOR) / (expected + RATIO_PRIOR);
                ratios.push((join(join(mark, context), word), quantise_ratio(ratio)));
            }
        };
        for ((word, context), n) in &seen[side] {
            keep(*word, *context, *n, words[side][word] * contexts[side][context] / total);
        }
        for (word, n_word) in &words[side] {
            // Where it was to be expected and never seen.
            for (context, n_context) in common.iter().take_while(|(_, n)| n_word * n / total >= EXPECTED) {
                if !seen[side].contains_key(&(*word, *context)) {
                    keep(*word, *context, 0.0, n_word * n_context / total);
                }
            }
        }
    }
    out.extend(ratios);
    for mut row in tables.word_classes.iter().flat_map(|table| rows(table)) {
        let (ending, class) = (row.next().and_then(encode), row.next().and_then(|class| class.bytes().next()));
        if let (Some(ending), Some(class)) = (ending, class) {
            out.insert(join(CLASS, hash(&ending)), class as u16);
        }
    }
    for mut row in rows(tables.grammar) {
        let (evidence, word) = (row.next().unwrap_or(""), row.next().and_then(encode));
        if let Some(word) = word {
            let key = join(join(GRAMMAR, hash(evidence.as_bytes())), hash(&word));
            out.insert(key, quantise_weight(number(row.next())));
        }
    }
    hash_table(&out)
}

/// Classes of letters: a–z, å, ä, ö, é, all others; 0 is the border of a word.
const N_LETTERS: usize = 32;

fn letter_class(code: u8) -> usize {
    match code {
        b'a'..=b'z' => (code - b'a') as usize + 1,
        0xe5 => 27,
        0xe4 => 28,
        0xf6 => 29,
        0xe9 => 30,
        _ => 31,
    }
}

/// Where the probability of a letter after two others stands; codes, 0 for the border of a word.
pub fn letter_index(far: u8, near: u8, letter: u8) -> usize {
    let class = |code| if code == 0 { 0 } else { letter_class(code) };
    (class(far) * N_LETTERS + class(near)) * N_LETTERS + class(letter)
}

/// How likely a letter is after the two before it, in all listed words and names: how a word that nobody listed
/// would be spelt.
fn letters(tables: &Tables) -> Vec<u8> {
    let mut n_triples = vec![0.0f64; N_LETTERS.pow(3)];
    for table in tables.words.iter().chain(&[tables.given_names, tables.surnames, tables.places, tables.proper_nouns]) {
        for word in rows(table).filter_map(|mut row| row.next().and_then(encode)) {
            let (mut far, mut near) = (0, 0);
            for code in word.into_iter().chain([0]) {
                n_triples[letter_index(far, near, code)] += 1.0;
                (far, near) = (near, code);
            }
        }
    }
    let (mut n_pairs, mut n_singles) = (vec![0.0; N_LETTERS.pow(2)], vec![0.0; N_LETTERS]);
    for (i, n) in n_triples.iter().enumerate() {
        n_pairs[i % N_LETTERS.pow(2)] += n;
        n_singles[i % N_LETTERS] += n;
    }
    let total: f64 = n_singles.iter().sum();
    let p = |i: usize| {
        let history: f64 = n_triples[i / N_LETTERS * N_LETTERS..][..N_LETTERS].iter().sum();
        let pair = i % N_LETTERS.pow(2);
        let near: f64 = n_pairs[pair / N_LETTERS * N_LETTERS..][..N_LETTERS].iter().sum();
        let alone = (n_singles[i % N_LETTERS] + 0.5) / (total + 16.0);
        let after_near = (n_pairs[pair] + 4.0 * alone) / (near + 4.0);
        (n_triples[i] + 4.0 * after_near) / (history + 4.0)
    };
    (0..n_triples.len()).map(|i| quantise_probability(p(i))).collect()
}

/// A table of 16-bit values under 64-bit hashes: buckets by the top bits, 32 more bits to tell keys apart.
fn hash_table(values: &BTreeMap<u64, u16>) -> Vec<u8> {
    let bits = (usize::BITS - (values.len() / 4).leading_zeros()).clamp(1, 20);
    let mut offsets = vec![0u32; (1 << bits) + 1];
    for key in values.keys() {
        offsets[(key >> (64 - bits)) as usize + 1] += 1;
    }
    for i in 1..offsets.len() {
        offsets[i] += offsets[i - 1];
    }
    let mut out = Vec::new();
    out.extend(bits.to_le_bytes());
    out.extend((values.len() as u32).to_le_bytes());
    out.extend(offsets.iter().flat_map(|o| o.to_le_bytes()));
    out.extend(values.keys().flat_map(|key| (*key as u32).to_le_bytes()));
    out.extend(values.values().flat_map(|value| value.to_le_bytes()));
    out
}
