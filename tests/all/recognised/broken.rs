//! Files that are broken or made to do harm: one clear line each.

use super::{FIRST, alto};
use crate::util::{extract, write};
use paragraf::input::{Input, LayerPolicy};
use predicates::str::contains;

fn complaint(bytes: &[u8]) -> String {
    match Input::open(bytes.to_vec()) {
        Ok(_) => "none".into(),
        Err(error) => error.to_string(),
    }
}

fn words(string: &str) -> String {
    format!("<alto><Layout><Page WIDTH='900' HEIGHT='900'><TextLine>{string}</TextLine></Page></Layout></alto>")
}

const PLACE: &str = "HPOS='1' VPOS='1' WIDTH='9' HEIGHT='9'";

#[test]
fn each_costs_one_line() {
    let mut bomb = String::from("<!DOCTYPE alto [<!ENTITY a 'aaaaaaaaaa'>");
    for n in 0..9 {
        bomb += &format!("<!ENTITY a{n} '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>");
    }
    bomb += &format!("]>{}", words(&format!("<String CONTENT='&a8;' {PLACE}/>")));
    let whole = alto(&FIRST, "a.tif");
    let many = format!("<String CONTENT='a' {PLACE}/>").repeat(50_001);
    let long = format!("<String CONTENT='{}' {PLACE}/>", "a".repeat(20 << 20));
    for (bytes, told) in [
        (bomb, "entities of its own"),
        (format!("<alto>{}", "<a>".repeat(100_000)), "more than 200 deep"),
        (whole[..whole.len() / 2].to_owned(), "it "),
        (whole.replace("</TextBlock>", "</Textblock>"), "broken at byte"),
        (words("<String CONTENT='a'/>"), "no places on the page"),
        (words(&many), "more than 50000 words"),
        (words(&long), "a word of 20971520 letters"),
        (whole.replace("WIDTH=\"2480\"", "WIDTH=\"1e9\""), "none that was scanned"),
        ("<alto/>".into(), "no pages"),
        (format!("<alto><Layout>{}</Layout></alto>", "<Page/>".repeat(20_001)), "more than 20000 pages"),
    ] {
        let complaint = complaint(bytes.as_bytes());
        assert!(complaint.contains(told) && !complaint.contains('\n'), "{complaint} instead of {told}");
    }
}

#[test]
fn an_entity_that_nobody_declared_stands_as_it_is() {
    let file = words(&format!("<String CONTENT='a&x;b' {PLACE}/>"));
    let (_, input) = Input::open(file.into_bytes()).unwrap();
    let page = input.page(1, LayerPolicy::Auto).unwrap();
    assert!(format!("{page:?}").contains("a&x;b"));
}

#[test]
fn the_others_of_a_folder_are_read() {
    let dir = tempfile::tempdir().unwrap();
    let whole = alto(&FIRST, "a.tif");
    write(dir.path(), "in/good.xml", &whole);
    write(dir.path(), "in/half.xml", &whole[..whole.len() / 2]);
    let told = contains("half.xml").and(contains("it ends in the middle").or(contains("broken at byte")));
    use predicates::boolean::PredicateBooleanExt as _;
    extract(&dir.path().join("in"), &dir.path().join("out")).assert().code(1).stderr(told);
    assert!(dir.path().join("out/documents/good.xml.json").is_file());
}

/// Bytes changed, left out and put in at random: whatever comes of it, it is an answer.
#[test]
fn no_change_of_bytes_breaks_the_reader() {
    let alto = alto(&FIRST, "a.tif");
    let hocr = "<html><body><div class='ocr_page' title='bbox 0 0 900 900; x_skew 1'>\
         <span class='ocr_line' title='bbox 1 2 3 4'>\
         <span class='ocrx_word' title='bbox 1 2 3 4; x_wconf 9'>a&amp;b</span></span></div></body></html>";
    let page = "<PcGts><Page imageWidth='900' imageHeight='900' orientation='1'><TextRegion>\
         <Coords points='1,2 3,4'/>\
         <TextLine><Coords points='1,2 3,4'/><Word><Coords points='1,2 3,4'/><TextEquiv index='0'>\
         <Unicode>å</Unicode></TextEquiv></Word></TextLine></TextRegion></Page></PcGts>";
    let mut state = 0x9e37_79b9_7f4a_7c15u64;
    let mut random = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below.max(1) as u64) as usize
    };
    let (mut n_read, mut n_refused) = (0, 0);
    for seed in [&*alto, hocr, page] {
        for _ in 0..1500 {
            let mut bytes = seed.as_bytes().to_vec();
            for _ in 0..1 + random(4) {
                if bytes.is_empty() {
                    break;
                }
                let at = random(bytes.len());
                match random(4) {
                    0 => bytes[at] = random(256) as u8,
                    1 => drop(bytes.drain(at..(at + random(30)).min(bytes.len()))),
                    2 => bytes.insert(at, b"<>&;'\"/=-9"[random(10)]),
                    _ => bytes.truncate(at.max(1)),
                }
            }
            match Input::open(bytes) {
                Ok((_, input)) => {
                    for number in 1..=input.n_pages() {
                        let page = input.page(number, LayerPolicy::Auto).unwrap();
                        let mut engine = paragraf::ocr::LazyEngine::new(|| panic!("nothing is recognised"));
                        if matches!(page.content, paragraf::input::PageContent::Recognised(_)) {
                            let read = paragraf::ocr::read_page(number, page, &mut engine).unwrap();
                            let (width, height) = (read.page.width as i32, read.page.height as i32);
                            let lies = |it: &paragraf::page::Word| it.bbox.x1 <= width && it.bbox.y1 <= height;
                            assert!(read.page.words.iter().all(lies), "{:?}", read.page);
                        }
                    }
                    n_read += 1;
                }
                Err(_) => n_refused += 1,
            }
        }
    }
    assert!(n_read > 500 && n_refused > 500, "{n_read} read, {n_refused} refused");
}
