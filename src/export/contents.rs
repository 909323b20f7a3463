//! The register of a year's items as archives print it: a page of Markdown and one of HTML for each year.
//!
//! Rows wait on the disk, a file a year; no more than a year's are in memory.

use super::naming::{day, link, number_of, pdf_of, swedish};
use super::{Entry, Job, Summary, in_order};
use crate::emit::wire::{Document, DocumentKind};
use crate::error::{Error, Result};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};
use std::fmt::{Display, Formatter, Write as _};
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Component, Path, PathBuf};
use tempfile::TempPath;

const FOLDER: &str = "contents";
const UNDATED: &str = "utan-datum";

/// An item of a meeting.
#[derive(Serialize, Deserialize)]
struct Row {
    /// Body and municipality, as printed.
    body: String,
    date: String,
    /// The first § of the document, its id and the place in it: the order within a day.
    order: (u32, String, usize),
    number: String,
    title: String,
    reference: String,
    page: u32,
    link: Option<String>,
}

pub fn export(job: &Job<'_>) -> Result<Summary> {
    let mut years: BTreeMap<String, TempPath> = BTreeMap::new();
    let mut notes = Vec::new();
    let inputs = job.run.inputs()?;
    let rows = |entry: &Entry<'_>| {
        let links = links(job, entry, &inputs);
        let rows_of = |document| rows(document, &links);
        Ok(entry.documents.iter().map(rows_of).collect::<Vec<_>>())
    };
    let mut summary = in_order(job, &rows, &mut |line, documents| {
        for document in documents {
            let Some((year, rows)) = document else {
                notes.push((line.input.clone(), "is no protocol, so it is in no register".to_owned()));
                continue;
            };
            if !years.contains_key(&year) {
                years.insert(year.clone(), job.out.begin()?);
            }
            let Some(path) = years.get(&year) else { continue };
            let mut lines = String::new();
            for row in rows {
                lines += &serde_json::to_string(&row).map_err(|error| Error::Engine(error.to_string()))?;
                lines.push('\n');
            }
            // Opened anew for every document: there may be more years than files that may be open.
            let file = OpenOptions::new().append(true).open(path);
            file.and_then(|mut file| file.write_all(lines.as_bytes())).map_err(|error| Error::io(&**path, error))?;
        }
        Ok(())
    })?;
    for (year, path) in years {
        let text = std::fs::read_to_string(&path).map_err(|error| Error::io(&*path, error))?;
        let mut rows: Vec<Row> = text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
        drop(text);
        rows.sort_by_cached_key(|row| (swedish(&row.body), row.body.clone(), row.date.clone(), row.order.clone()));
        let title = match &*year {
            UNDATED => "Register över protokoll utan datum".to_owned(),
            year => format!("Register över protokoll {year}"),
        };
        for (ending, page) in [("md", markdown(&title, &rows)), ("html", html(&title, &rows))] {
            job.out.write(&format!("{FOLDER}/{year}.{ending}"), &|out| out.write_all(page.as_bytes()))?;
        }
    }
    summary.notes.extend(notes);
    summary.written.push(FOLDER.to_owned());
    Ok(summary)
}

/// The year of a protocol and its rows; one that has no items has a row of its own, so that it is not lost.
fn rows(document: &Document, links: &dyn Fn(u32) -> Option<String>) -> Option<(String, Vec<Row>)> {
    let meeting = &document.meeting;
    if meeting.kind != DocumentKind::Protocol {
        return None;
    }
    let day = day(document);
    let body = meeting.body.as_deref().unwrap_or("Organ som inte framgår");
    let body = match &meeting.municipality {
        Some(municipality) => format!("{body}, {municipality}"),
        None => body.to_owned(),
    };
    let first = document.items.iter().find_map(|item| item.number).unwrap_or(u32::MAX);
    let row = |at: usize, number: String, title: String, reference: String, page: u32| Row {
        body: body.clone(),
        date: day.map(|day| day.to_string()).unwrap_or_default(),
        order: (first, document.id.clone(), at),
        number,
        title,
        reference,
        page,
        link: links(page),
    };
    let mut rows: Vec<Row> = document
        .items
        .iter()
        .enumerate()
        .map(|(at, item)| {
            let title = item.title.clone().unwrap_or_else(|| "(utan rubrik)".into());
            row(
                at,
                number_of(item).unwrap_or_default(),
                title,
                item.reference.clone().unwrap_or_default(),
                item.page_first,
            )
        })
        .collect();
    if rows.is_empty() {
        rows.push(row(0, String::new(), "(inga paragrafer funna)".into(), String::new(), document.source.page_first));
    }
    Some((day.map_or(UNDATED.to_owned(), |day| format!("{:04}", day.year())), rows))
}

/// Where a page of an input is shown: in the searchable PDF where that was exported here, else in the original. The
/// masked edition leads to no original.
fn links<'e>(
    job: &'e Job<'_>,
    entry: &'e Entry<'_>,
    inputs: &HashSet<String>,
) -> impl Fn(u32) -> Option<String> + use<'e> {
    let name = pdf_of(&entry.line.input, inputs);
    let pdf = job.out.folder().join(&name).is_file().then(|| format!("../{}", link(&name)));
    let folder = job.out.folder().join(FOLDER);
    let is_masked = job.run.is_masked();
    move |page| {
        if let Some(pdf) = &pdf {
            return Some(format!("{pdf}#page={page}"));
        }
        if is_masked {
            return None;
        }
        let mut page = page;
        for ((path, _), n_pages) in entry.originals().iter().zip(pages_of(entry)) {
            if page <= n_pages {
                let is_pdf = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
                let place = if is_pdf { format!("#page={page}") } else { String::new() };
                return Some(link(&relative(&folder, path)?) + &place);
            }
            page -= n_pages;
        }
        None
    }
}

/// How many pages each file of an input has; one that is not joined has all.
fn pages_of(entry: &Entry<'_>) -> Vec<u32> {
    match &*entry.line.parts {
        [] => vec![u32::MAX],
        parts => parts.iter().map(|part| part.pages.unwrap_or(0)).collect(),
    }
}

/// A path as seen from a folder, divided by `/`; none where there is no way, as to another drive.
fn relative(folder: &Path, path: &Path) -> Option<String> {
    let plain = |path: &Path| std::path::absolute(path).ok().map(|path| normal(&path));
    let (folder, path) = (plain(folder)?, plain(path)?);
    let shared = folder.components().zip(path.components()).take_while(|(one, other)| one == other).count();
    let up = folder.components().skip(shared);
    let down: Vec<Component<'_>> = path.components().skip(shared).collect();
    if !down.iter().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let steps = up.map(|_| "..".to_owned());
    let names = down.iter().map(|part| part.as_os_str().to_string_lossy().into_owned());
    Some(steps.chain(names).collect::<Vec<_>>().join("/"))
}

/// Without `..`.
fn normal(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    plain
}

const CAPTIONS: [&str; 5] = ["Datum", "§", "Ärende", "Diarienummer", "Sida"];

fn markdown(title: &str, rows: &[Row]) -> String {
    let mut out = format!("# {title}\n");
    for of_body in rows.chunk_by(|one, next| one.body == next.body) {
        out += &format!("\n## {}\n\n| {} |\n|---|---|---|---|---:|\n", Plain(&of_body[0].body), CAPTIONS.join(" | "));
        for row in of_body {
            let page = match &row.link {
                Some(link) => format!("[{}]({link})", row.page),
                None => row.page.to_string(),
            };
            let cells = [&row.date, &row.number, &row.title, &row.reference].map(|cell| Plain(cell).to_string());
            out += &format!("| {} | {page} |\n", cells.join(" | "));
        }
    }
    out
}

/// A text in which Markdown sees no signs of its own.
struct Plain<'t>(&'t str);

impl Display for Plain<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        for c in self.0.chars() {
            match c {
                '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '#' | '&' | '~' => write!(f, "\\{c}")?,
                c if c.is_whitespace() => f.write_char(' ')?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

const STYLE: &str = "
body { font: 15px/1.45 system-ui, sans-serif; color: #1c1c1c; background: #fff; max-width: 62rem; margin: 2rem auto;
  padding: 0 1rem }
table { border-collapse: collapse; width: 100%; margin: 2rem 0 }
caption { text-align: left; font-size: 1.2rem; font-weight: 600; padding: .4rem 0 }
th, td { text-align: left; vertical-align: top; padding: .25rem .8rem .25rem 0; border-bottom: 1px solid #ccc }
.date, .number { white-space: nowrap } .page { text-align: right } td.title { overflow-wrap: anywhere }
@media print { body { max-width: none; margin: 0; font-size: 10pt } nav { break-after: page } thead { display:
  table-header-group } tr { break-inside: avoid } a { color: inherit; text-decoration: none } }
";

fn html(title: &str, rows: &[Row]) -> String {
    let bodies: Vec<&[Row]> = rows.chunk_by(|one, next| one.body == next.body).collect();
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"sv\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n<nav aria-label=\"Organ\">\n<ul>\n",
        title = Text(title)
    );
    for (idx, of_body) in bodies.iter().enumerate() {
        let n = match of_body.len() {
            1 => "1 ärende".to_owned(),
            n => format!("{n} ärenden"),
        };
        let name = Text(&of_body[0].body);
        out += &format!("<li><a href=\"#organ-{}\">{name}</a> ({n})</li>\n", idx + 1);
    }
    out += "</ul>\n</nav>\n";
    for (idx, of_body) in bodies.iter().enumerate() {
        out += &format!("<table id=\"organ-{}\">\n<caption>{}</caption>\n", idx + 1, Text(&of_body[0].body));
        out += "<thead><tr>";
        for (caption, class) in CAPTIONS.into_iter().zip(CLASSES) {
            out += &format!("<th scope=\"col\" class=\"{class}\">{caption}</th>");
        }
        out += "</tr></thead>\n<tbody>\n";
        for row in *of_body {
            let page = match &row.link {
                Some(link) => format!("<a href=\"{}\">{}</a>", Text(link), row.page),
                None => row.page.to_string(),
            };
            out += "<tr>";
            for (cell, class) in [&row.date, &row.number, &row.title, &row.reference].into_iter().zip(CLASSES) {
                out += &format!("<td class=\"{class}\">{}</td>", Text(cell));
            }
            out += &format!("<td class=\"page\">{page}</td></tr>\n");
        }
        out += "</tbody>\n</table>\n";
    }
    out + "</main>\n</body>\n</html>\n"
}

const CLASSES: [&str; 5] = ["date", "number", "title", "reference", "page"];

/// Letters in HTML.
struct Text<'t>(&'t str);

impl Display for Text<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                c if c.is_control() => f.write_char(' ')?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_told_as_seen_from_a_folder() {
        let from = |path: &str| relative(Path::new("/a/out/contents"), Path::new(path));
        assert_eq!(from("/a/in/b c.pdf").as_deref(), Some("../../in/b c.pdf"));
        assert_eq!(from("/a/x/../in/b.pdf").as_deref(), Some("../../in/b.pdf"));
        assert_eq!(from("/a/out/contents/b.pdf").as_deref(), Some("b.pdf"));
    }

    #[test]
    fn what_is_printed_makes_no_markup() {
        assert_eq!(Plain("a|b*\n<c>").to_string(), "a\\|b\\* \\<c\\>");
        assert_eq!(Text("<a \"&\u{0}").to_string(), "&lt;a &quot;&amp; ");
    }
}
