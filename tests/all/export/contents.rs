//! The register of a year's items.

use super::{documents, export};
use crate::util::{TEXT, extract, files, fixtures_run, write};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Links of a page of HTML that lead out of it.
fn links(html: &str) -> Vec<(String, Option<u32>)> {
    let all = html.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    let out = all.filter(|link| !link.starts_with('#'));
    out.map(|link| match link.split_once("#page=") {
        Some((path, page)) => (path.to_owned(), Some(page.parse().unwrap())),
        None => (link.to_owned(), None),
    })
    .collect()
}

fn pages(out: &Path, ending: &str) -> BTreeMap<PathBuf, String> {
    let all = files(out).into_iter().filter(|(name, _)| name.starts_with("contents") && name.ends_with(ending));
    all.map(|(name, bytes)| (out.join(name), String::from_utf8(bytes).unwrap())).collect()
}

#[test]
fn every_item_is_in_its_years_register_and_leads_to_its_page() {
    let (dir, run) = fixtures_run(&[]);
    export(&run, &["--to", "contents"]).code(0).stderr(predicates::str::contains("skrivelse.pdf: is no protocol"));
    let out = dir.path().join("out-export");
    let documents = documents(&run);
    let mut by_year: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for document in documents.iter().filter(|one| one.meeting.kind.as_str() == "protocol") {
        let date = document.meeting.date.as_deref().unwrap();
        let items = document.items.iter().map(|item| (date.to_owned(), item.label.clone().unwrap_or_default()));
        by_year.entry(date[..4].to_owned()).or_default().extend(items);
    }
    let (markdown, html) = (pages(&out, "md"), pages(&out, "html"));
    assert_eq!((markdown.len(), html.len()), (by_year.len(), by_year.len()));
    for (year, items) in &by_year {
        let path = out.join(format!("contents/{year}.md"));
        let rows: Vec<Vec<&str>> = markdown[&path]
            .lines()
            .filter(|line| line.starts_with(&format!("| {year}-")))
            .map(|line| line.split(" | ").collect())
            .collect();
        let mut told: Vec<(String, String)> =
            rows.iter().map(|row| (row[0][2..].to_owned(), row[1].to_owned())).collect();
        let mut wanted = items.clone();
        told.sort();
        wanted.sort();
        assert_eq!(told, wanted, "{year}");
        let page = &html[&out.join(format!("contents/{year}.html"))];
        assert_eq!(page.matches("<tr><td").count(), items.len(), "{year}");
        for (link, number) in links(page) {
            let path = out.join("contents").join(&link);
            assert!(path.is_file(), "{link}");
            let name = path.file_name().unwrap().to_str().unwrap();
            let document = documents.iter().find(|one| one.source.file == name).unwrap();
            assert!(number.is_none_or(|number| (1..=document.source.pages).contains(&number)), "{link} {number:?}");
        }
        assert_eq!(links(page).len(), items.len(), "every item has a link");
    }
    let before = files(&out);
    export(&run, &["--to", "contents"]).code(0);
    assert!(files(&out) == before, "the same run gives the same bytes");
}

#[test]
fn links_lead_to_pdfs_that_are_there_and_never_from_the_masked_edition_to_an_original() {
    let (dir, run) = fixtures_run(&["--mask", "personnummer"]);
    let out = dir.path().join("out-masked");
    let arguments = ["--to", "contents", "--masked", "--output", out.to_str().unwrap()];
    export(&run, &arguments).code(0);
    let found: Vec<_> = pages(&out, "html").values().flat_map(|page| links(page)).collect();
    assert_eq!(found, []);
    // As the searchable PDF of an input that is a PDF is called.
    write(&out, "pdf/kulturnamnd.pdf", "%PDF");
    export(&run, &arguments).code(0);
    let found: Vec<_> = pages(&out, "html").values().flat_map(|page| links(page)).collect();
    assert_eq!(
        found.len(),
        documents(&run).iter().find(|one| one.source.file == "kulturnamnd.pdf").unwrap().items.len()
    );
    assert!(found.iter().all(|(link, page)| link == "../pdf/kulturnamnd.pdf" && page.is_some()), "{found:?}");
}

#[cfg(feature = "pdf")]
#[test]
fn links_lead_to_the_pdfs_that_were_exported() {
    let (dir, run) = fixtures_run(&[]);
    export(&run, &["--to", "pdf,contents"]).code(0);
    let out = dir.path().join("out-export");
    let found: Vec<_> = pages(&out, "html").values().flat_map(|page| links(page)).collect();
    let is_there = |link: &str| out.join("contents").join(link).is_file();
    let (to_pdfs, others): (Vec<_>, Vec<_>) = found.iter().partition(|(link, _)| link.starts_with("../pdf/"));
    assert!(to_pdfs.len() > 50 && to_pdfs.iter().all(|(link, _)| is_there(link)), "{to_pdfs:?}");
    assert!(others.iter().all(|(link, _)| link.ends_with(".txt")), "{others:?}");
}

/// Nothing that the masked edition covers is in any of the registers.
#[test]
fn what_is_masked_stays_masked() {
    let dir = tempfile::tempdir().unwrap();
    let (input, run, out) = (dir.path().join("in"), dir.path().join("run"), dir.path().join("out"));
    write(
        &input,
        "a.txt",
        format!("{TEXT}§ 13 Bidrag till Bo Ek, 811228-9874\nBo Ek, 811228-9874, beviljas bidrag.\n"),
    );
    extract(&input, &run).args(["--mask", "personnummer"]).assert().code(0);
    let arguments = ["--to", "contents,popolo,akn", "--output", out.to_str().unwrap()];
    for (edition, is_there) in [(&[][..], true), (&["--masked"], false)] {
        export(&run, &[&arguments, edition].concat()).code(0);
        let written = files(&out);
        assert_eq!(written.len(), 4);
        let is_told = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).contains("811228-9874");
        assert_eq!(written.values().any(is_told), is_there);
    }
}

#[test]
fn a_protocol_without_a_day_has_a_register_too() {
    let dir = tempfile::tempdir().unwrap();
    let (input, run, out) = (dir.path().join("in"), dir.path().join("run"), dir.path().join("run-export"));
    let text = "Sammanträdesprotokoll\nSocialnämnden\nBeslutande: Anna Berg (S), ordförande\n\n\
        § 7 Bidrag | <b>stöd</b> & *annat*\nNämnden beslutar att bevilja bidraget.\n\n\
        § 8 Avslutning\nOrdföranden avslutar sammanträdet.\n";
    write(&input, "mapp å/b #1.txt", text);
    extract(&input, &run).assert().code(0);
    assert_eq!(documents(&run)[0].items.len(), 2);
    export(&run, &["--to", "contents"]).code(0);
    let names: Vec<String> = files(&out).into_keys().collect();
    assert_eq!(names, ["contents/utan-datum.html", "contents/utan-datum.md"]);
    let markdown = std::fs::read_to_string(out.join(&names[1])).unwrap();
    let link = "[1](../../in/mapp%20%C3%A5/b%20%231.txt)";
    let row = format!("| § 7 | Bidrag \\| \\<b\\>stöd\\</b\\> \\& \\*annat\\* |  | {link} |");
    assert!(markdown.contains(&row), "{markdown}");
    let html = std::fs::read_to_string(out.join(&names[0])).unwrap();
    assert!(html.contains("Bidrag | &lt;b&gt;stöd&lt;/b&gt; &amp; *annat*"), "{html}");
    // Akn: a date must stand there, and says that it is none.
    export(&run, &["--to", "akn"]).code(0);
    let xml = std::fs::read_to_string(out.join("akn/mapp å/b #1.txt.xml")).unwrap();
    assert!(xml.contains("<FRBRdate date=\"0001-01-01\" name=\"unknown\"/>") && xml.contains("/minutes/0001-01-01/"));
}
