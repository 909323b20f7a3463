//! Packs `dictionaries/` into the form that the program embeds. The plain text is the truth; what stands in the
//! build folder is derived from it and never edited.

use std::{env, fs, path::Path};

#[path = "src/correct/lexicon/pack.rs"]
#[allow(dead_code)]
mod pack;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo::rerun-if-changed=dictionaries");
    println!("cargo::rerun-if-changed=src/correct/lexicon/pack.rs");
    let read = |name: &str| -> Result<String, String> {
        let path = Path::new("dictionaries").join(name);
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let tables = pack::Tables {
        words: &[&read("words.tsv")?, &read("terms.tsv")?, &read("period-words.tsv")?],
        inflections: &read("inflections.tsv")?,
        foreign: &read("foreign-words.tsv")?,
        proper_nouns: &read("proper-nouns.tsv")?,
        compound_parts: &read("compound-parts.tsv")?,
        given_names: &read("given-names.tsv")?,
        surnames: &read("surnames.tsv")?,
        places: &read("places.tsv")?,
        name_parts: &read("name-parts.tsv")?,
        pairs: &read("pairs.tsv")?,
        triples: &read("triples.tsv")?,
        word_classes: &[&read("word-classes.tsv")?, &read("function-words.tsv")?],
        grammar: &read("grammar.tsv")?,
        confusions: &read("confusions.tsv")?,
    };
    let packed = pack::pack(&tables);
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("lexicon.bin"), &packed)?;
    fs::write(Path::new(&out).join("forms.tsv"), forms()?)?;
    let digest: String = <sha2::Sha256 as sha2::Digest>::digest(&packed).iter().map(|b| format!("{b:02x}")).collect();
    fs::write(Path::new(&out).join("lexicon.sha256"), digest)?;
    Ok(())
}

/// `dictionaries/forms/*.tsv` as one table: `file.class`, form. The first column is joined to the file's name so that a
/// class is named alike in code, in patterns and in a user's own table.
fn forms() -> Result<String, Box<dyn std::error::Error>> {
    let mut files: Vec<_> = fs::read_dir("dictionaries/forms")?.collect::<Result<Vec<_>, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    let mut out = String::new();
    for file in files {
        let path = file.path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        for line in fs::read_to_string(&path)?.lines().filter(|line| !line.starts_with('#')) {
            out.push_str(&format!("{stem}.{line}\n"));
        }
    }
    Ok(out)
}
