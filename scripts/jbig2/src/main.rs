//! Encodes a bitmap as the JBIG2 streams that a PDF holds, once as a plain region and once with a dictionary of symbols.
//!
//! usage: jbig2 PIXELS WIDTH HEIGHT FOLDER      (a byte of 0 or 1 for each pixel, 1 is ink)

use jbig2enc_rust::{Jbig2Config, Jbig2Context, encode_single_image_lossless, encode_single_image_with_config};
use std::{env, fs, path::Path};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = env::args().skip(1).collect();
    let [pixels, width, height, folder] = args.as_slice() else {
        return Err("usage: jbig2 PIXELS WIDTH HEIGHT FOLDER".into());
    };
    let (pixels, width, height) = (fs::read(pixels)?, width.parse()?, height.parse()?);
    let folder = Path::new(folder);
    let generic = encode_single_image_lossless(&pixels, width, height, true)?;
    fs::write(folder.join("generic.jbig2"), &generic.page_data)?;
    let config = Jbig2Config { symbol_mode: true, want_full_headers: false, ..Jbig2Config::default() };
    let symbols = encode_single_image_with_config(&pixels, width, height, Jbig2Context::with_config(config, true))?;
    fs::write(folder.join("symbols.jbig2"), &symbols.page_data)?;
    if let Some(dictionary) = &symbols.global_data {
        fs::write(folder.join("symbols.globals"), dictionary)?;
    }
    Ok(())
}
