//! Words in their places.

use crate::util::fixtures_run;
use paragraf::export::Run;
use paragraf::export::words::placed;

#[test]
fn the_words_of_every_page_are_its_text_and_lie_on_it() {
    let (_dir, folder) = fixtures_run(&["--mask", "personnummer"]);
    for is_masked in [false, true] {
        let run = Run::open(&folder, is_masked, None).unwrap();
        let (mut n_words, mut n_corrected) = (0, 0);
        for line in run.lines().map(|line| line.unwrap()) {
            let entry = run.entry(&line).unwrap();
            let pages = entry.pages().unwrap();
            for page in entry.documents.iter().flat_map(|document| &document.pages) {
                let ocr = pages.iter().find(|ocr| ocr.number == page.number).unwrap();
                let placed = placed(ocr, page).unwrap();
                let words: Vec<_> = placed.lines.iter().flat_map(|line| &line.words).collect();
                let texts: Vec<&str> = words.iter().map(|word| &*word.text).collect();
                assert_eq!(texts, page.text.split_whitespace().collect::<Vec<_>>(), "{}", line.input);
                let (width, height) = (ocr.width as i32, ocr.height as i32);
                for word in words.iter().filter(|_| ocr.has_boxes()) {
                    let bbox = word.bbox;
                    assert!(bbox.x0 < bbox.x1 && bbox.y0 < bbox.y1, "{}: {word:?}", line.input);
                    assert!(bbox.x0 >= 0 && bbox.y0 >= 0 && bbox.x1 <= width && bbox.y1 <= height, "{word:?}");
                }
                n_words += words.len();
                n_corrected += words.iter().filter(|word| word.read.is_some()).count();
            }
        }
        assert!(n_words > 4000 && n_corrected > 100, "{n_words} words, {n_corrected} corrected");
    }
}
