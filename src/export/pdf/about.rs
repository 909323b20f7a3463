//! What a file says of itself: its title, its author, its bookmarks.

use super::file::{Bookmark, Facts};
use super::place::Place;
use crate::emit::wire;
use crate::export::naming::name_of;
use crate::export::run::Entry;
use std::collections::HashMap;

/// Where each page of the input is in the file, from 0, and where its pixels lie on it.
pub type Places = HashMap<u32, (usize, Place)>;

/// “Kommunstyrelsen, sammanträdesprotokoll 2019-04-09”.
fn title(document: &wire::Document) -> String {
    let kind = match &document.meeting.kind {
        wire::DocumentKind::Protocol => "sammanträdesprotokoll",
        wire::DocumentKind::Agenda => "kallelse",
        wire::DocumentKind::AnnualReport => "verksamhetsberättelse",
        wire::DocumentKind::Letter => "skrivelse",
        wire::DocumentKind::Bylaws => "stadgar",
        wire::DocumentKind::Notice => "anslag",
        wire::DocumentKind::Other | wire::DocumentKind::Unknown(_) => "handling",
    };
    let kind = match &document.meeting.date {
        Some(date) => format!("{kind} {date}"),
        None => kind.to_owned(),
    };
    match &document.meeting.body {
        Some(body) => format!("{}, {kind}", one_line(body)),
        None => kind,
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What the file is called, who wrote it, and what it was made of.
pub fn facts(entry: &Entry<'_>) -> Facts {
    let documents = &entry.documents;
    let mut titles: Vec<String> = documents.iter().map(title).collect();
    titles.dedup();
    let title =
        if titles.len() > 3 { format!("{} och {} till", titles[0], titles.len() - 1) } else { titles.join("; ") };
    let bodies = documents.iter().filter_map(|document| document.meeting.body.as_deref().map(one_line));
    let mut author: Vec<String> = bodies.collect();
    author.dedup();
    let source = documents.first().map(|document| &document.source);
    Facts {
        title,
        author: author.into_iter().next(),
        source: source.map_or(String::new(), |source| format!("{} (SHA-256 {})", source.file, source.sha256)),
        made: entry.line.finished.clone(),
    }
}

/// A bookmark for every matter; for every document above them where there are several.
pub fn bookmarks(documents: &[wire::Document], places: &Places) -> Vec<Bookmark> {
    let of_document = |document: &wire::Document| -> Vec<Bookmark> {
        document.items.iter().filter_map(|item| of_item(item, places)).collect()
    };
    if let [document] = documents {
        return of_document(document);
    }
    let whole = |document: &wire::Document| {
        let (page, place) = places.get(&document.source.page_first)?;
        let at = place.point(0.0, 0.0);
        let (title, at) = (title(document), (at.x as f32, at.y as f32));
        Some(Bookmark { title, page: *page, at, below: of_document(document) })
    };
    documents.iter().filter_map(whole).collect()
}

fn of_item(item: &wire::Item, places: &Places) -> Option<Bookmark> {
    let title = Some(one_line(&name_of(item))).filter(|name| !name.is_empty()).unwrap_or_else(|| "–".to_owned());
    let keys = ["label", "number", "title", "text"];
    let sources = keys.iter().filter_map(|key| item.evidence.get(key)).flat_map(|evidence| &evidence.sources);
    let first = sources.filter(|source| source.page == item.page_first).find_map(|source| source.bbox);
    let (page, place) = places.get(&item.page_first)?;
    // A little above it.
    let [_, top, ..] = first.unwrap_or_default();
    let at = place.point(0.0, f64::from((top - 20).max(0)));
    Some(Bookmark { title, page: *page, at: (at.x as f32, at.y as f32), below: Vec::new() })
}
