//! The network held against Tesseract's own, on three lines of `tests/inputs/expected-01.png`.
//!
//! `tests/network/steps.tsv` has what Tesseract's network gave at each step along a line: the signs of 1 % and more,
//! in whole percent, rounded down. It is written by `WRITE_GOLDEN=1 cargo test golden`, which asks the linked
//! Tesseract for it (`lstm_choice_mode`, hOCR), and held against the linked one by every test with Tesseract.

use super::forward::Probabilities;
use super::level::Level;
use super::line::Picture;
use super::{Network, letters};
use crate::ocr::model::{DEFAULT_MODEL, Model};
use crate::page::BBox;
use image::GrayImage;

const PAGE: &str = "tests/inputs/expected-01.png";
const STEPS: &str = "tests/network/steps.tsv";
const LINES: [(&str, BBox); 3] = [
    ("§ 12 Val av justerare", BBox { x0: 25, y0: 23, x1: 282, y1: 47 }),
    ("Nämnden beslutar att", BBox { x0: 25, y0: 71, x1: 303, y1: 90 }),
    ("utse Åsa Öberg.", BBox { x0: 25, y0: 115, x1: 225, y1: 143 }),
];

/// The likeliest signs of a step with their percent; nothing is a sign too.
type Step = Vec<(String, u32)>;

fn page() -> GrayImage {
    image::open(PAGE).unwrap().into_luma8()
}

fn model() -> Model {
    Model::find(DEFAULT_MODEL).unwrap()
}

fn network(level: Level) -> Network {
    let model = model();
    let [network, alphabet, codes] = model.network_parts().unwrap();
    Network::load_for(level, network, alphabet, codes).unwrap()
}

fn picture(network: &Network, line: BBox) -> Picture {
    Picture::of(&page(), line, network.height, network.margin()).unwrap()
}

/// The steps of each line as they are stored.
fn stored() -> Vec<Vec<Step>> {
    let mut lines: Vec<Vec<Step>> = vec![Vec::new(); LINES.len()];
    for row in std::fs::read_to_string(STEPS).unwrap().lines().filter(|row| !row.starts_with('#')) {
        let mut cells = row.split('\t');
        let mut number = || cells.next().unwrap().parse::<usize>().unwrap();
        let (line, step) = (number(), number());
        assert_eq!(lines[line].len(), step);
        let cells: Vec<&str> = cells.collect();
        lines[line].push(cells.chunks(2).map(|pair| (pair[0].to_owned(), pair[1].parse().unwrap())).collect());
    }
    lines
}

/// The code that prints a sign.
fn code(network: &Network, sign: &str) -> usize {
    if sign.is_empty() {
        return network.blank;
    }
    network.signs.iter().position(|other| other.as_deref() == Some(sign)).unwrap()
}

/// The same picture with other noise around it.
fn with_noise(mut picture: Picture, seed: u64) -> Picture {
    let (stride, margin) = (picture.stride(), picture.margin);
    let (width, height) = (picture.width, picture.height);
    let mut state = seed;
    for (at, value) in picture.values.iter_mut().enumerate() {
        let (x, y) = (at / stride, at % stride);
        if !(margin..width + margin).contains(&x) || !(margin..height + margin).contains(&y) {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *value = ((state >> 33) % 255) as u8 as i8;
        }
    }
    picture
}

/// How far Tesseract's probability may be, in hundredths, from those that other noise around a picture gives here,
/// and on the average from theirs. Where a letter comes up or fades away a little noise moves much; a picture that
/// is shifted by one pixel is 5 to 20 off on the average.
const TOLERANCE: f32 = 5.0;
const MEAN: f32 = 2.5;
const N_NOISES: u64 = 16;
/// A sign this likely in Tesseract is the likeliest here.
const SURE: u32 = 95;

#[test]
fn the_network_gives_what_tesseracts_gives() {
    let mut network = network(Level::of_this_processor());
    // What is known of Swedish print comes on top here.
    network.priors.fill(1.0);
    for ((text, line), steps) in LINES.iter().zip(stored()) {
        let noisy = |seed| network.probabilities(&with_noise(picture(&network, *line), seed));
        let found: Vec<Probabilities> = (1..=N_NOISES).map(noisy).collect();
        assert_eq!(found[0].n_steps, steps.len(), "{text}");
        let (mut sum, mut n_signs) = (0.0, 0);
        for (at, signs) in steps.iter().enumerate() {
            for (sign, percent) in signs {
                let code = code(&network, sign);
                let here: Vec<f32> = found.iter().map(|probabilities| probabilities.at(at)[code] * 100.0).collect();
                let (least, most) = here.iter().fold((f32::MAX, 0.0f32), |(a, b), &p| (a.min(p), b.max(p)));
                // Tesseract's is rounded down.
                let there = *percent as f32 + 0.5;
                let told = format!("{text}, step {at}: '{sign}' {least:.1} to {most:.1} %, in Tesseract {percent} %");
                assert!((least - TOLERANCE..=most + TOLERANCE).contains(&there), "{told}");
                let is_best = |probabilities: &Probabilities| {
                    probabilities.at(at).iter().all(|other| *other <= probabilities.at(at)[code])
                };
                assert!(*percent < SURE || found.iter().all(is_best), "{told}");
                sum += (here.iter().sum::<f32>() / here.len() as f32 - there).abs();
                n_signs += 1;
            }
        }
        let mean = sum / n_signs as f32;
        assert!(mean <= MEAN, "{text}: {mean:.2} of 100 apart on the average of {n_signs}");
    }
}

#[test]
fn every_processor_gives_the_same() {
    let plain = network(Level::all().last().unwrap());
    for (text, line) in LINES {
        let of = |network: &Network| network.probabilities(&picture(network, line));
        let expected = of(&plain);
        let read = |probabilities: &Probabilities| -> String {
            letters(&plain, probabilities).into_iter().map(|letter| letter.text).collect()
        };
        assert_eq!(read(&expected), text);
        for level in Level::all() {
            let found = of(&network(level));
            let bits = |values: &[f32]| values.iter().map(|value| value.to_bits()).collect::<Vec<u32>>();
            assert_eq!(bits(&found.values), bits(&expected.values), "{level:?}, {text}");
        }
    }
}

#[cfg(feature = "tesseract")]
mod live {
    use super::*;
    use tesseract_rs::{TessPageSegMode, TesseractAPI};

    /// What Tesseract's own network gives at each step of a line.
    fn steps(line: BBox) -> Vec<Step> {
        let model = model();
        let api = TesseractAPI::new();
        api.init_5(&model.bytes, model.bytes.len() as i32, "golden", 1, &[]).unwrap();
        api.set_variable("debug_file", "/dev/null").unwrap();
        api.set_variable("lstm_choice_mode", "1").unwrap();
        api.set_page_seg_mode(TessPageSegMode::PSM_RAW_LINE).unwrap();
        // The same piece of the page that the network here is given.
        let there = picture(&network(Level::of_this_processor()), line).bbox;
        let (width, height) = (there.width(), there.height());
        let crop = image::imageops::crop_imm(&page(), there.x0 as u32, there.y0 as u32, width as u32, height as u32)
            .to_image();
        api.set_image(crop.as_raw(), width, height, 1, width).unwrap();
        api.recognize().unwrap();
        let hocr = api.get_hocr_text(0).unwrap();
        let choice = regex::Regex::new(r"x_confs (\d+)'>([^<]*)<").unwrap();
        let steps = hocr.split("id='timestep").skip(1);
        steps
            .map(|step| {
                choice.captures_iter(step).map(|found| (found[2].to_owned(), found[1].parse().unwrap())).collect()
            })
            .collect()
    }

    fn rows(lines: &[Vec<Step>]) -> String {
        let mut rows =
            format!("# {PAGE}: line, step, and signs with their percent; Tesseract {}\n", TesseractAPI::version());
        for (line, steps) in lines.iter().enumerate() {
            for (at, signs) in steps.iter().enumerate() {
                let signs: String = signs.iter().map(|(sign, percent)| format!("\t{sign}\t{percent}")).collect();
                rows += &format!("{line}\t{at}{signs}\n");
            }
        }
        rows
    }

    #[test]
    fn what_is_stored_is_what_tesseract_gives() {
        let lines: Vec<Vec<Step>> = LINES.iter().map(|(_, line)| steps(*line)).collect();
        if std::env::var_os("WRITE_GOLDEN").is_some() {
            std::fs::write(STEPS, rows(&lines)).unwrap();
        }
        for ((text, _), (found, stored)) in LINES.iter().zip(lines.iter().zip(stored())) {
            assert_eq!(found.len(), stored.len(), "{text}");
            for (at, (found, stored)) in found.iter().zip(&stored).enumerate() {
                let percent = |step: &Step, sign: &str| {
                    step.iter().find(|(other, _)| other == sign).map_or(0, |(_, percent)| *percent)
                };
                for (sign, _) in found.iter().chain(stored) {
                    // Another version or processor may round otherwise.
                    assert!(percent(found, sign).abs_diff(percent(stored, sign)) <= 1, "{text}, step {at}: '{sign}'");
                }
            }
        }
    }
}
