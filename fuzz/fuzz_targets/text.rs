//! Any text, corrected: edits are sorted, disjoint and undone byte for byte, lines and cells stay, correcting twice is
//! correcting once, and a filter that gets the text in pieces writes the same.
#![no_main]

use libfuzzer_sys::{Corpus, fuzz_target};
use paragraf::correct::filter::{Cut, Filter, Window};
use paragraf::correct::lexicon::UserDictionary;
use paragraf::correct::{Lexicon, Options, correct_text};
use paragraf::text::{Edit, apply};
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::builtin);
static WITH_WORDS: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut user = UserDictionary::default();
    user.add_words("Ämmelunda\nkvarnrätt\nK5AU\n").expect("words");
    user.add_never("mötet\nlan\n").expect("words");
    Lexicon::builtin().with_user(&user)
});

fn hold(lexicon: &Lexicon, text: &str) {
    let options = Options::default();
    let edits = correct_text(lexicon, &options, text);
    let mut end = 0;
    for edit in &edits {
        assert!(edit.span.start >= end && edit.span.start < edit.span.end, "{edit:?}");
        let original = text.get(edit.span.start..edit.span.end).expect("a span on the borders of characters");
        assert!(!original.contains(['\n', '\t', '\u{c}']) && !edit.replacement.contains(['\n', '\t', '\u{c}']));
        assert!((0.0..=1.0).contains(&edit.score), "{edit:?}");
        end = edit.span.end;
    }
    let (once, map) = apply(text, &edits);
    let (mut undone, mut at) = (String::new(), 0);
    for edit in edits.iter().filter(|edit| Edit::is_applied(edit)) {
        let now = map.to_corrected(edit.span);
        undone.push_str(&once[at..now.start]);
        undone.push_str(edit.span.of(text));
        at = now.end;
    }
    undone.push_str(&once[at..]);
    assert_eq!(undone, text);
    assert_eq!(once.matches('\n').count(), text.matches('\n').count());
    let twice = apply(&once, &correct_text(lexicon, &options, &once)).0;
    assert_eq!(twice, once);

    let mut filter = Filter::new(lexicon, options, Cut::Windows);
    let mut windows: Vec<Window> = text.split_inclusive(' ').flat_map(|piece| filter.push(piece)).collect();
    windows.extend(filter.finish());
    assert_eq!(windows.iter().map(Window::corrected).collect::<String>(), once);
}

fuzz_target!(|data: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(data) else { return Corpus::Reject };
    // Nobody's list of words stops the program.
    let mut user = UserDictionary::default();
    let _ = user.add_words(text);
    let _ = user.add_never(text);
    let _ = Lexicon::from_tables(&Default::default()).with_user(&user).entry(text);
    hold(&LEXICON, text);
    hold(&WITH_WORDS, text);
    Corpus::Keep
});
