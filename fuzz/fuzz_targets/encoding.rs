//! Any bytes as a text file: letters in NFC, the same whether they come whole or in pieces, or a kind that is refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use paragraf::input::encoding::{self, decode};
use paragraf::input::{Encoding, Input, TextStream};

fuzz_target!(|data: &[u8]| {
    let decoded = decode(data, None);
    assert!(!decoded.text.starts_with('\u{feff}'));
    let again = decode(decoded.text.as_bytes(), Some(Encoding::Utf8));
    assert_eq!(again.text.trim_start_matches('\u{feff}'), decoded.text.trim_start_matches('\u{feff}'));
    assert_eq!(encoding::told(data), encoding::told(data));
    for name in Encoding::names() {
        let wanted = name.parse().expect("its own name");
        let whole = TextStream::new(Some(wanted)).push(data, true);
        for size in [1, 3, 64] {
            let mut stream = TextStream::new(Some(wanted));
            let mut pieces = String::new();
            let mut is_broken = false;
            for piece in data.chunks(size).map(Some).chain([None]) {
                match stream.push(piece.unwrap_or_default(), piece.is_none()) {
                    Ok(text) => pieces += &text,
                    Err(broken) => {
                        pieces += &broken.before;
                        is_broken = true;
                        break;
                    }
                }
            }
            match &whole {
                Ok(text) => assert!(!is_broken && *text == pieces, "{name} in pieces of {size}"),
                Err(_) => assert!(is_broken, "{name} in pieces of {size}"),
            }
        }
    }
    if let Ok((_, Input::Text(pages, how))) = Input::open(data.to_vec()) {
        assert!(!pages.is_empty() && how.encoding.as_str().parse() == Ok(how.encoding));
    }
});
