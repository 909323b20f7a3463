//! How fast the corrector starts and works: `cargo bench --bench correct`. Prints words a second on one core.
//!
//! The text is long enough that caches of repeated words do not decide: every round has other compounds and names.

use paragraf::correct::{Lexicon, Options, correct_text};
use std::hint::black_box;
use std::time::{Duration, Instant};

const SENTENCES: [&str; 6] = [
    "Kommunstyrelsen beslutar att godkänna redovisningen av nulägesstatus för samhällsbyggnadsnämndens verksamhet.",
    "Ordföranden frågar om mötet kan bifalla förslaget och finner att nämnden bifaller detta.",
    "Ärendet återremitteras till förvaltningen för ytterligare utredning av kostnaderna för räddningstjänsten.",
    "Åke Lindström yrkar avslag på motionen och får stöd av Märta Sjöberg, som önskar ett särskilt yttrande.",
    "Bygglov för tillbyggnad av enbostadshus på fastigheten beviljas enligt plan- och bygglagen under förutsättningar.",
    "Resultatet uppgår till fyra miljoner kronor, vilket är något bättre än den periodiserade budgeten för året.",
];

/// A text of so many sentences with other words in each.
fn prose(n_sentences: usize) -> String {
    let firsts = ["skol", "barn", "miljö", "kultur", "fritids", "trafik", "bostads", "vatten", "energi", "sjukvårds"];
    let lasts = ["planen", "utredningen", "avgiften", "budgeten", "lokalerna", "frågorna", "ansvaret", "arbetet"];
    let mut text = String::new();
    for i in 0..n_sentences {
        let (first, last) = (firsts[i % firsts.len()], lasts[(i / firsts.len()) % lasts.len()]);
        text.push_str(&format!("{} Därefter behandlas {first}{last}.\n", SENTENCES[i % SENTENCES.len()]));
    }
    text
}

/// As an engine without å ä ö reads it.
fn damaged(text: &str) -> String {
    let mut n = 0;
    let read = text.chars().map(|c| {
        n += 1;
        match c {
            'å' | 'ä' => 'a',
            'ö' => ['o', 'é', '6', 'o', 'd'][n % 5],
            'Å' | 'Ä' => 'A',
            'Ö' => 'O',
            _ => c,
        }
    });
    read.collect()
}

fn measure(name: &str, lexicon: &Lexicon, text: &str) {
    let n_words = text.split_whitespace().count();
    let mut best = Duration::MAX;
    for _ in 0..5 {
        let start = Instant::now();
        black_box(correct_text(lexicon, &Options::default(), black_box(text)));
        best = best.min(start.elapsed());
    }
    println!("{name}: {n_words} words, {:.0} words/s", n_words as f64 / best.as_secs_f64());
}

fn main() {
    let start = Instant::now();
    let lexicon = Lexicon::builtin();
    black_box(lexicon.is_word("kommunstyrelsen"));
    println!("lexicon loaded: {:.2?}", start.elapsed());
    let clean = prose(2000);
    measure("clean", &lexicon, &clean);
    measure("damaged", &lexicon, &damaged(&clean));
    // A single page, as a filter in a pipe meets it.
    measure("damaged page", &lexicon, &damaged(&prose(25)));
}
