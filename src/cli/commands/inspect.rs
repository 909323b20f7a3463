//! `paragraf inspect`

use crate::cli::args::{InspectArguments, Stage};
use crate::cli::exit::Exit;
use crate::cli::output::print;
use crate::cli::settings;
use image::{Rgb, RgbImage};
use paragraf::correct;
use paragraf::emit::{self, SourceInfo};
use paragraf::error::{Error, Result};
use paragraf::guard::guarded;
use paragraf::input::{Input, LayerPolicy, PageContent};
use paragraf::ocr::prepare;
use paragraf::page::{BBox, CorrectedPage, OcrPage};
use paragraf::pipeline::{self, ReadFile};
use paragraf::reader::{Effort, FileInfo};
use paragraf::segment;
use std::path::PathBuf;

pub fn run(arguments: &InspectArguments) -> Result<Exit> {
    let reading = settings::reading(&arguments.reading, "1-")?;
    let mut reader = reading.reader();
    let file = reader.open(&arguments.file)?;
    if arguments.page > file.n_pages {
        return Err(Error::Usage(format!("there is no page {}: the file has {}", arguments.page, file.n_pages)));
    }
    let read = reader.page(&file, arguments.page, Effort::Full)?;
    let lexicon = &reading.lexicon;
    match arguments.stage {
        Stage::Image => image(arguments, &file, &read.page),
        Stage::Ocr => write(arguments, &json(&read.page)?),
        Stage::Correct => {
            let edits = correct::correct(lexicon, &reading.correct, std::slice::from_ref(&read.page));
            let page = CorrectedPage::new(read.page, edits.into_iter().next().unwrap_or_default());
            let mut out = page.text().to_owned();
            out.push('\n');
            for edit in page.edits() {
                out += &json(edit)?;
            }
            write(arguments, &out)
        }
        Stage::Rows => {
            let edits = correct::correct(lexicon, &reading.correct, std::slice::from_ref(&read.page));
            let page = CorrectedPage::new(read.page, edits.into_iter().next().unwrap_or_default());
            let rows = segment::rows(std::slice::from_ref(&page));
            write(arguments, &rows.iter().map(|row| format!("{row}\n")).collect::<String>())
        }
        Stage::Segment => {
            let source = SourceInfo {
                file: arguments.file.file_name().unwrap_or_default().to_string_lossy().into_owned(),
                sha256: file.sha256.clone(),
                bytes: file.bytes,
                media_type: file.media_type.as_str().to_owned(),
                encoding: file.encoding.map(|how| how.encoding.to_string()),
                pages: file.n_pages,
                ..SourceInfo::default()
            };
            let configuration_sha256 = reading.configuration_sha256.clone();
            let file = ReadFile { source, configuration_sha256, pages: vec![read], ..ReadFile::default() };
            let documents = pipeline::documents(lexicon, &reading.correct, file);
            write(arguments, &documents.iter().map(emit::to_json).collect::<String>())
        }
    }
}

fn json(value: &impl serde::Serialize) -> Result<String> {
    let mut json = serde_json::to_string_pretty(value).map_err(|error| Error::Engine(error.to_string()))?;
    json.push('\n');
    Ok(json)
}

fn write(arguments: &InspectArguments, text: &str) -> Result<Exit> {
    match &arguments.output {
        Some(path) => std::fs::write(path, text).map_err(|error| Error::io(path, error)).map(|()| Exit::Complete),
        None => print(text),
    }
}

/// The upright page with what was found on it.
fn image(arguments: &InspectArguments, file: &FileInfo, page: &OcrPage) -> Result<Exit> {
    let bytes = std::fs::read(&file.path).map_err(|error| Error::io(&file.path, error))?;
    // The page was read by a worker just now; that its decoder breaks down here is unlikely and no harm.
    let page_here = || Input::open(bytes)?.1.page(arguments.page, LayerPolicy::Never);
    let broke_down = |place| Err(Error::Input(format!("the page's decoder broke down at {place}")));
    let mut canvas = match guarded(page_here).unwrap_or_else(broke_down)?.content {
        PageContent::Image(image) => {
            let turns = (4 - page.rotation / 90 % 4) % 4;
            image::DynamicImage::ImageLuma8(prepare::turned(image.pixels, turns)).into_rgb8()
        }
        _ => return Err(Error::Usage("a text file has no image; look at --stage ocr".into())),
    };
    if page.width > 0 && canvas.dimensions() != (page.width, page.height) {
        let filter = image::imageops::FilterType::Triangle;
        canvas = image::imageops::resize(&canvas, page.width, page.height, filter);
    }
    for word in &page.words {
        let doubt = (1.0 - word.confidence.clamp(0.0, 1.0)) * 255.0;
        frame(&mut canvas, word.bbox, Rgb([doubt as u8, 200 - (doubt * 0.7) as u8, 0]), 2);
    }
    for bbox in &page.rulings {
        frame(&mut canvas, *bbox, Rgb([40, 90, 255]), 2);
    }
    for bbox in &page.ink {
        frame(&mut canvas, *bbox, Rgb([170, 0, 200]), 3);
    }
    let path = arguments.output.clone().unwrap_or_else(|| {
        let stem = arguments.file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        PathBuf::from(format!("{stem}-{}.png", arguments.page))
    });
    canvas
        .save_with_format(&path, image::ImageFormat::Png)
        .map_err(|error| Error::io(&path, std::io::Error::other(error)))?;
    print(&format!("{}\n", path.display()))
}

/// Draws a frame, of some pixels' thickness, just outside a box.
fn frame(canvas: &mut RgbImage, bbox: BBox, color: Rgb<u8>, thickness: i32) {
    let (width, height) = (canvas.width() as i32, canvas.height() as i32);
    let outer = BBox::new(bbox.x0 - thickness, bbox.y0 - thickness, bbox.x1 + thickness, bbox.y1 + thickness);
    for y in outer.y0.max(0)..outer.y1.min(height) {
        let is_edge_row = y < bbox.y0 || y >= bbox.y1;
        let columns = (outer.x0.max(0)..outer.x1.min(width)).filter(|&x| is_edge_row || x < bbox.x0 || x >= bbox.x1);
        for x in columns {
            canvas.put_pixel(x as u32, y as u32, color);
        }
    }
}
