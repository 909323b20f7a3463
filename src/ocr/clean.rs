//! Takes off the page what confuses an engine and is no letter: dot leaders and printed rules.
//!
//! Leaders are given back as words of dots, so that the text keeps what is printed.

use super::marks::dark_runs;
use super::prepare::InkMask;
use crate::input::RawWord;
use crate::page::BBox;
use image::GrayImage;

/// Fewer dots in a row than this are an ellipsis.
const FEWEST_DOTS: usize = 7;

/// A page without leaders and rules, and the leaders that stood on it.
pub struct Cleaned {
    pub pixels: GrayImage,
    pub leaders: Vec<RawWord>,
}

/// Removes leaders and rules from a straight page.
pub fn cleaned(pixels: &GrayImage, mask: &InkMask, rulings: &[BBox], dpi: u32) -> Cleaned {
    let mut out = pixels.clone();
    let dots = dots(pixels, mask, dpi);
    let leaders = leaders(dots, dpi);
    for run in &leaders {
        for dot in run {
            whiten(&mut out, mask, grown(*dot, 1 + dpi as i32 / 300));
        }
    }
    for rule in rulings {
        erase_rule(&mut out, mask, *rule, dpi);
    }
    let words = leaders.iter().enumerate().map(|(idx, run)| {
        let mut bbox = run.iter().copied().reduce(BBox::union).unwrap_or_default();
        // A word of dots is about as high as a small letter, so that it finds its row.
        bbox.y0 -= dpi as i32 / 25;
        RawWord { text: ".".repeat(run.len()), bbox, confidence: 0.95, line: u32::MAX - idx as u32, face: None }
    });
    Cleaned { pixels: out, leaders: words.collect() }
}

fn grown(bbox: BBox, by: i32) -> BBox {
    BBox::new(bbox.x0 - by, bbox.y0 - by, bbox.x1 + by, bbox.y1 + by)
}

/// Paints a box in the shade of the paper around it.
fn whiten(pixels: &mut GrayImage, mask: &InkMask, bbox: BBox) {
    let (width, height) = (pixels.width() as i32, pixels.height() as i32);
    let shade = mask.paper_at(bbox.x_center(), bbox.y_center());
    for y in bbox.y0.max(0)..bbox.y1.min(height) {
        for x in bbox.x0.max(0)..bbox.x1.min(width) {
            pixels.put_pixel(x as u32, y as u32, image::Luma([shade]));
        }
    }
}

/// Patches of ink that are as small and as round as a printed dot.
fn dots(pixels: &GrayImage, mask: &InkMask, dpi: u32) -> Vec<BBox> {
    let (width, height) = (pixels.width() as usize, pixels.height() as usize);
    let raw = pixels.as_raw();
    let (least, most) = ((dpi as i32 / 150).max(1), (dpi as i32 / 22).max(3));
    let mut dots = Vec::new();
    // Patches that reach into the row above, by their columns; each row's runs either join one or begin one.
    let mut open: Vec<Patch> = Vec::new();
    let mut limits = vec![0u8; width];
    let mut runs = Vec::new();
    for y in 0..=height {
        runs.clear();
        if y < height {
            if y % 32 == 0 {
                mask.limits(y, 70, &mut limits);
            }
            dark_runs(&raw[y * width..(y + 1) * width], &limits, &mut runs);
        }
        let mut next: Vec<Patch> = Vec::with_capacity(runs.len());
        let mut goes_on = vec![false; open.len()];
        let mut from = 0;
        for &(start, end) in &runs {
            let (start, end) = (start as i32, end as i32);
            let mut patch = Patch { bbox: BBox::new(start, y as i32, end, y as i32 + 1), last: (start, end) };
            while from < open.len() && open[from].last.1 < start {
                from += 1;
            }
            for (above, goes_on) in
                open[from..].iter().zip(&mut goes_on[from..]).take_while(|(above, _)| above.last.0 <= end)
            {
                patch.bbox = patch.bbox.union(above.bbox);
                *goes_on = true;
            }
            next.push(patch);
        }
        let ended = open.iter().zip(&goes_on).filter(|(_, goes_on)| !**goes_on);
        ended.for_each(|(patch, _)| close(&mut dots, patch, least, most));
        open = next;
    }
    dots
}

struct Patch {
    bbox: BBox,
    /// Its run of ink in the row that was read last.
    last: (i32, i32),
}

fn close(dots: &mut Vec<BBox>, patch: &Patch, least: i32, most: i32) {
    let (width, height) = (patch.bbox.width(), patch.bbox.height());
    let is_small = (least..=most).contains(&width) && (least..=most).contains(&height);
    if is_small && width <= height * 2 && height <= width * 2 {
        dots.push(patch.bbox);
    }
}

/// Dots in a row at even distances.
fn leaders(mut dots: Vec<BBox>, dpi: u32) -> Vec<Vec<BBox>> {
    dots.sort_by_key(|dot| (dot.x0, dot.y0));
    let farthest = (dpi as i32 / 7).max(8);
    let drift = (dpi as i32 / 100).max(2);
    let mut runs: Vec<Vec<BBox>> = Vec::new();
    let mut open: Vec<Vec<BBox>> = Vec::new();
    for dot in dots {
        let (gone, kept): (Vec<_>, Vec<_>) =
            open.into_iter().partition(|run| run.last().is_none_or(|last| dot.x0 - last.x0 > farthest));
        runs.extend(gone);
        open = kept;
        let fits = |run: &&mut Vec<BBox>| {
            let Some(last) = run.last() else { return false };
            let step = dot.x_center() - last.x_center();
            let is_even = match run.len() {
                1 => true,
                n => (step - (last.x_center() - run[n - 2].x_center())).abs() <= drift + step / 4,
            };
            (dot.y_center() - last.y_center()).abs() <= drift && step > last.width() && step <= farthest && is_even
        };
        match open.iter_mut().find(fits) {
            Some(run) => run.push(dot),
            None => open.push(vec![dot]),
        }
    }
    runs.extend(open);
    runs.retain(|run| run.len() >= FEWEST_DOTS);
    runs.sort_by_key(|run| run.first().map(|dot| (dot.y0, dot.x0)));
    runs
}

/// Removes a rule where nothing crosses it: ink across the rule that is no thicker than the rule itself.
fn erase_rule(pixels: &mut GrayImage, mask: &InkMask, rule: BBox, dpi: u32) {
    let is_horizontal = rule.width() > rule.height();
    let (width, height) = (pixels.width() as i32, pixels.height() as i32);
    let thickest = (dpi as i32 / 30).max(3);
    let margin = mask.factor as i32;
    let (along, across) = if is_horizontal {
        ((rule.x0.max(0), rule.x1.min(width)), (rule.y0 - margin, rule.y1 + margin))
    } else {
        ((rule.y0.max(0), rule.y1.min(height)), (rule.x0 - margin, rule.x1 + margin))
    };
    let most = if is_horizontal { height } else { width };
    for i in along.0..along.1 {
        let at = |j: i32| if is_horizontal { (i as u32, j as u32) } else { (j as u32, i as u32) };
        let (mid_x, mid_y) = at(across.0.max(0));
        let paper = mask.paper_at(mid_x as i32, mid_y as i32);
        let limit = (u32::from(paper) * 85 / 100) as u8;
        let is_dark = |pixels: &GrayImage, j: i32| {
            let (x, y) = at(j);
            (0..most).contains(&j) && pixels.get_pixel(x, y).0[0] < limit
        };
        let mut j = across.0.max(0);
        while j < across.1.min(most) {
            if !is_dark(pixels, j) {
                j += 1;
                continue;
            }
            let mut start = j;
            while is_dark(pixels, start - 1) && j - start <= thickest {
                start -= 1;
            }
            let mut end = j;
            while is_dark(pixels, end) && end - start <= thickest {
                end += 1;
            }
            if end - start <= thickest {
                for j in start..end {
                    let (x, y) = at(j);
                    pixels.put_pixel(x, y, image::Luma([paper]));
                }
            }
            j = end.max(j + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Luma;

    #[test]
    fn leaders_go_and_letters_stay() {
        let page = GrayImage::from_fn(900, 300, |x, y| {
            let leader = (200..700).contains(&x) && (120..125).contains(&y) && x % 14 < 5;
            let letter = (100..112).contains(&x) && (90..125).contains(&y);
            let rule = (50..850).contains(&x) && (200..203).contains(&y);
            let stem = (400..406).contains(&x) && (170..230).contains(&y);
            Luma([if leader || letter || rule || stem { 10 } else { 245 }])
        });
        let mask = InkMask::new(&page, 300);
        let rulings = crate::ocr::marks::rulings(&page, &mask, 300);
        assert_eq!(rulings.len(), 1);
        let cleaned = cleaned(&page, &mask, &rulings, 300);
        assert_eq!(cleaned.leaders.len(), 1);
        assert!(cleaned.leaders[0].text.len() >= 34);
        let dark = |x: u32, y: u32| cleaned.pixels.get_pixel(x, y).0[0] < 128;
        assert!(dark(105, 110) && !dark(212, 122) && !dark(600, 201) && dark(403, 190));
    }
}
