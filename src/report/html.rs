//! The report as HTML: no scripts, no fonts, no pictures from elsewhere.

use super::content::{Doubtful, Place, Report, Sampled};
use crate::batch::FileStatus;
use crate::batch::manifest::Line;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use std::fmt::{Display, Formatter, Write as _};
use std::path::Path;

const STYLE: &str = "
body { font: 15px/1.45 system-ui, sans-serif; color: #1c1c1c; max-width: 62rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.6rem; margin-bottom: 0 } h2 { margin-top: 2.2rem; border-bottom: 1px solid #bbb } h3 { margin-bottom: .2rem }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid #e4e4e4 }
th { font-weight: 600; color: #555 } td.number, th.number { text-align: right } td.name { overflow-wrap: anywhere }
.totals td { border: 0; padding-right: 2rem } .totals b { font-size: 1.5rem; display: block }
.muted { color: #666 } .bad { color: #9b1c1c } img { max-width: 100%; border: 1px solid #bbb; display: block; margin: .2rem 0 }
@media (prefers-color-scheme: dark) { body { background: #161616; color: #e6e6e6 } h2, img { border-color: #555 } th, td { border-color: #333 } .muted, th { color: #a0a0a0 } .bad { color: #ff8a80 } a { color: #8ab4f8 } img { filter: none; background: #fff } }
@media print { body { max-width: none } }
";

/// The page.
pub fn html(report: &Report) -> String {
    let mut out = String::new();
    // Writing to a string does not fail.
    let _ = page(report, &mut out);
    out
}

type Done = std::fmt::Result;

fn page(report: &Report, out: &mut String) -> Done {
    let record = &report.record;
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<title>Run {}</title>\n<style>{STYLE}</style>\n</head>\n<body>", Text(&record.id))?;
    writeln!(out, "<h1>Run {}</h1>", Text(&record.id))?;
    let end = record.end.as_deref().unwrap_or("it did not end");
    writeln!(
        out,
        "<p class=\"muted\">{} {}; begun {}, ended {}; model {}; settings {}</p>",
        Text(&record.name),
        Text(&record.version),
        Text(&record.start),
        Text(end),
        Text(&record.engine.model),
        Text(record.configuration_sha256.get(..12).unwrap_or_default())
    )?;
    totals(report, out)?;
    failures(report, out)?;
    to_review(report, out)?;
    warnings(report, out)?;
    sample(report, out)?;
    writeln!(out, "</body>\n</html>")
}

fn totals(report: &Report, out: &mut String) -> Done {
    let totals =
        crate::batch::record::Totals::of(&crate::batch::Manifest { lines: report.lines.clone(), ..Default::default() });
    let all = &report.record.all_runs;
    let (minutes, n_pages) = (all.seconds / 60.0, all.pages);
    let speed = if minutes > 0.0 && n_pages > 0 { format!("{:.1}", n_pages as f64 / minutes) } else { "–".into() };
    writeln!(out, "<h2>Totals</h2>\n<table class=\"totals\"><tr>")?;
    for (label, number) in [
        ("files", totals.files.to_string()),
        ("complete", totals.complete.to_string()),
        ("partial", totals.partial.to_string()),
        ("failed", totals.failed.to_string()),
        ("skipped", totals.skipped.to_string()),
        ("documents", totals.documents.to_string()),
        ("pages read", totals.pages_read.to_string()),
        ("pages lost", totals.pages_lost.to_string()),
        ("warnings", totals.warnings.to_string()),
        ("values to review", totals.to_review.to_string()),
        ("pages a minute", speed),
    ] {
        writeln!(out, "<td><b>{number}</b>{label}</td>")?;
    }
    writeln!(out, "</tr></table>")?;
    let last = &report.record.this_run;
    writeln!(
        out,
        "<p class=\"muted\">Runs that came to their end: {}, with {n_pages} pages in {minutes:.1} minutes. Files that the last one read: {}.</p>",
        all.runs, last.files
    )
}

fn failures(report: &Report, out: &mut String) -> Done {
    writeln!(out, "<h2 id=\"failures\">Failures</h2>")?;
    let bad: Vec<&Line> = report.lines.iter().filter(|line| line.status != FileStatus::Complete).collect();
    if bad.is_empty() {
        return writeln!(out, "<p>None: every file was read whole.</p>");
    }
    writeln!(out, "<table><tr><th>file</th><th>status</th><th class=\"number\">pages lost</th><th>reason</th></tr>")?;
    for line in bad {
        let status = line.status.as_str();
        writeln!(
            out,
            "<tr><td class=\"name\">{}</td><td class=\"bad\">{status}</td><td class=\"number\">{}</td><td>{}</td></tr>",
            Input(line),
            line.pages_lost,
            Text(line.reason.as_deref().unwrap_or("no reason is known"))
        )?;
    }
    writeln!(out, "</table>")
}

fn to_review(report: &Report, out: &mut String) -> Done {
    writeln!(out, "<h2 id=\"review\">Most to review first</h2>")?;
    if report.to_review.is_empty() {
        return writeln!(out, "<p>Nothing: no value is doubtful.</p>");
    }
    let n_all = report.lines.iter().filter(|line| line.to_review > 0).count();
    writeln!(
        out,
        "<p class=\"muted\">{} of {n_all} files with doubtful values.</p>",
        report.to_review.len().min(n_all)
    )?;
    for Doubtful { line, document_path, n_places, places } in &report.to_review {
        let link = Link { folder: &report.folder, path: document_path, is_beside: report.is_beside };
        writeln!(out, "<h3>{}</h3>\n<p>{n_places} values to review; {link}</p>", Input(line))?;
        writeln!(out, "<table><tr><th>field</th><th>read as</th><th>why</th><th class=\"number\">page</th></tr>")?;
        for place in places {
            doubtful_place(place, out)?;
        }
        writeln!(out, "</table>")?;
        if *n_places > places.len() {
            writeln!(
                out,
                "<p class=\"muted\">{} more stand in the document under “review”.</p>",
                n_places - places.len()
            )?;
        }
    }
    Ok(())
}

fn doubtful_place(place: &Place, out: &mut String) -> Done {
    let page = place.page.map_or_else(String::new, |page| page.to_string());
    let value = place.value.as_deref().unwrap_or("–");
    writeln!(
        out,
        "<tr><td>{}</td><td>{}</td><td>{} ({:.0} %)</td><td class=\"number\">{page}</td></tr>",
        Text(&place.field),
        Text(value),
        Text(&place.reason.replace('_', " ")),
        place.confidence * 100.0
    )?;
    if let Some(picture) = &place.picture {
        let data = BASE64.encode(picture);
        writeln!(
            out,
            "<tr><td colspan=\"4\"><img alt=\"The place on the page where {} stands\" src=\"data:image/png;base64,{data}\"></td></tr>",
            Text(&place.field)
        )?;
    }
    Ok(())
}

fn warnings(report: &Report, out: &mut String) -> Done {
    writeln!(out, "<h2 id=\"warnings\">Warnings by kind</h2>")?;
    if report.warnings.is_empty() {
        return writeln!(out, "<p>None.</p>");
    }
    writeln!(
        out,
        "<table><tr><th>kind</th><th class=\"number\">warnings</th><th class=\"number\">files</th><th>most in</th></tr>"
    )?;
    let mut kinds: Vec<_> = report.warnings.iter().collect();
    kinds.sort_by_key(|(code, (n, _))| (std::cmp::Reverse(*n), code.to_owned()));
    for (code, (n, n_files)) in kinds {
        let most = report.lines.iter().max_by_key(|line| line.warnings.get(code).copied().unwrap_or(0));
        write!(
            out,
            "<tr><td>{}</td><td class=\"number\">{n}</td><td class=\"number\">{n_files}</td><td class=\"name\">",
            Text(code)
        )?;
        if let Some(line) = most {
            write!(out, "{}", Input(line))?;
        }
        writeln!(out, "</td></tr>")?;
    }
    writeln!(out, "</table>")
}

fn sample(report: &Report, out: &mut String) -> Done {
    writeln!(out, "<h2 id=\"sample\">A sample to check by hand</h2>")?;
    writeln!(
        out,
        "<p class=\"muted\">{} files drawn at random; the seed <code>{}</code> draws the same again.</p>",
        report.sample.len(),
        Text(&report.seed)
    )?;
    writeln!(out, "<table><tr><th>file</th><th>what was read</th><th>right?</th></tr>")?;
    for Sampled { line, document_path, facts } in &report.sample {
        let link = Link { folder: &report.folder, path: document_path, is_beside: report.is_beside };
        write!(out, "<tr><td class=\"name\">{}<br>{link}</td><td>", Input(line))?;
        for (label, value) in facts {
            write!(out, "<span class=\"muted\">{label}</span> {}<br>", Text(value))?;
        }
        writeln!(out, "</td><td>☐</td></tr>")?;
    }
    writeln!(out, "</table>")
}

/// Text that cannot be mistaken for markup, on one line.
struct Text<'a>(&'a str);

impl Display for Text<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> std::fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => out.write_str("&amp;")?,
                '<' => out.write_str("&lt;")?,
                '>' => out.write_str("&gt;")?,
                '"' => out.write_str("&quot;")?,
                '\'' => out.write_str("&#39;")?,
                c if c.is_control() => out.write_char('\u{fffd}')?,
                c => out.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// An input's name, with a link to where it lies.
struct Input<'a>(&'a Line);

impl Display for Input<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> std::fmt::Result {
        write!(out, "<a href=\"file://{}\">{}</a>", Address(&self.0.path), Text(&self.0.input))
    }
}

/// A link to a document: relative where the report lies in the run folder, so that both may be moved.
struct Link<'a> {
    folder: &'a Path,
    path: &'a str,
    is_beside: bool,
}

impl Display for Link<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> std::fmt::Result {
        let shown = Text(self.path);
        if self.is_beside {
            return write!(out, "<a href=\"{}\">{shown}</a>", Address(Path::new(self.path)));
        }
        let absolute = std::path::absolute(self.folder.join(self.path)).unwrap_or_else(|_| self.folder.join(self.path));
        write!(out, "<a href=\"file://{}\">{shown}</a>", Address(&absolute))
    }
}

/// A path as part of an address.
struct Address<'a>(&'a Path);

impl Display for Address<'_> {
    fn fmt(&self, out: &mut Formatter<'_>) -> std::fmt::Result {
        for &byte in self.0.as_os_str().as_encoded_bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                    out.write_char(char::from(byte))?;
                }
                byte => write!(out, "%{byte:02X}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_becomes_markup() {
        assert_eq!(Text("<b a=\"1\">&'\n").to_string(), "&lt;b a=&quot;1&quot;&gt;&amp;&#39;\u{fffd}");
        assert_eq!(Address(Path::new("/a b/råd#1?.pdf")).to_string(), "/a%20b/r%C3%A5d%231%3F.pdf");
    }
}
