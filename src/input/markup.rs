//! XML and HTML as programs write them: elements one after the other, entities that the file declares never taken in,
//! nothing kept of what was passed.

use super::encoding;
use crate::error::{Error, Result};
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

/// A kind of file of recognised pages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Alto,
    PageXml,
    Hocr,
}

/// Elements within elements; more are made to do harm.
const DEEPEST: usize = 200;
/// So much of a file tells what it is.
const HEAD: usize = 64 << 10;

/// The kind of file, where it is one of recognised pages: by its first element.
pub fn kind(bytes: &[u8]) -> Option<Kind> {
    let head = decode(&bytes[..bytes.len().min(HEAD)]);
    if !head.trim_start_matches('\u{feff}').trim_start().starts_with('<') {
        return None;
    }
    let mut reader = Reader::from_str(&head);
    lenient(&mut reader);
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) | Event::Empty(start) => {
                return match start.local_name().into_inner() {
                    "alto" => Some(Kind::Alto),
                    "PcGts" => Some(Kind::PageXml),
                    name if name.eq_ignore_ascii_case("html") => {
                        let is_hocr = ["ocr_page", "ocr-system", "ocr_line", "ocrx_word"];
                        is_hocr.iter().any(|mark| head.contains(mark)).then_some(Kind::Hocr)
                    }
                    _ => None,
                };
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// The letters of a file: in UTF-8 where they are that, whatever is declared; else as declared or as its words tell.
pub fn decode(bytes: &[u8]) -> String {
    // A piece of a file may end within a letter.
    let is_utf8 = std::str::from_utf8(bytes).map_or_else(|error| error.error_len().is_none(), |_| true);
    if is_utf8 && !bytes.contains(&0) {
        return String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}').to_owned();
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).into_owned();
    let label = head.split_once("encoding=").or_else(|| head.split_once("charset=")).map(|(_, rest)| {
        let rest = rest.trim_start_matches(['"', '\'']);
        rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect::<String>()
    });
    let declared = label.and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
    match declared.filter(|declared| *declared != encoding_rs::UTF_8 && !bytes.contains(&0)) {
        Some(declared) => declared.decode(bytes).0.into_owned(),
        None => encoding::decode(bytes, None).text,
    }
}

/// What stands in a file, one after the other.
pub enum Piece<'t> {
    /// An element begins.
    Start(Tag<'t>),
    /// An element ends.
    End(&'t str),
    Text(&'t str),
}

/// The beginning of an element.
pub struct Tag<'t> {
    /// Without a prefix.
    pub name: &'t str,
    start: &'t BytesStart<'t>,
}

impl Tag<'_> {
    /// An attribute by its name without a prefix.
    pub fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.html_attributes();
        let found = attributes.with_checks(false).flatten().find(|it| it.key.local_name().into_inner() == name)?;
        Some(plain(&found.value))
    }
}

/// A text with its references resolved; one that is none stands as it is.
fn plain(text: &str) -> String {
    unescape(text).map_or_else(|_| text.to_owned(), std::borrow::Cow::into_owned)
}

/// HTML elements that have no end.
const VOID: [&str; 10] = ["meta", "br", "img", "link", "hr", "input", "col", "area", "base", "wbr"];

/// Visits all of a file. Of HTML, ends may be missing.
pub fn walk(text: &str, is_html: bool, visit: &mut dyn FnMut(Piece<'_>) -> Result<()>) -> Result<()> {
    let mut reader = Reader::from_str(text);
    if is_html {
        lenient(&mut reader);
    }
    let mut open: Vec<String> = Vec::new();
    loop {
        let event = reader.read_event().map_err(|error| {
            let at = reader.error_position();
            Error::Input(format!("it is broken at byte {at}: {}", one_line(&error.to_string())))
        })?;
        match event {
            Event::Start(start) => {
                let name = local(&start, is_html);
                let is_paragraph = |name: &str| matches!(name, "p" | "li");
                if is_html && is_paragraph(&name) && open.last().is_some_and(|last| *last == name) {
                    open.pop();
                    visit(Piece::End(&name))?;
                }
                visit(Piece::Start(Tag { name: &name, start: &start }))?;
                if is_html && VOID.contains(&name.as_str()) {
                    visit(Piece::End(&name))?;
                    continue;
                }
                if open.len() >= DEEPEST {
                    return Err(Error::Input(format!("its elements lie more than {DEEPEST} deep in each other")));
                }
                open.push(name);
            }
            Event::Empty(start) => {
                let name = local(&start, is_html);
                visit(Piece::Start(Tag { name: &name, start: &start }))?;
                visit(Piece::End(&name))?;
            }
            Event::End(end) => {
                let name = end.local_name().into_inner();
                let name = if is_html { name.to_ascii_lowercase() } else { name.to_owned() };
                // What was left open within it ends with it; an end of nothing is passed over.
                if let Some(at) = open.iter().rposition(|it| *it == name) {
                    for name in open.drain(at..).rev() {
                        visit(Piece::End(&name))?;
                    }
                }
            }
            Event::Text(text) => visit(Piece::Text(&text))?,
            Event::CData(text) => visit(Piece::Text(&text))?,
            Event::GeneralRef(reference) => visit(Piece::Text(&plain(&format!("&{};", &*reference))))?,
            Event::DocType(doctype) if doctype.contains("<!ENTITY") => {
                return Err(Error::Input("it declares entities of its own, which are not read".into()));
            }
            Event::Eof if is_html => {
                for name in open.drain(..).rev() {
                    visit(Piece::End(&name))?;
                }
                return Ok(());
            }
            Event::Eof => match open.last() {
                Some(name) => return Err(Error::Input(format!("it ends in the middle, within <{name}>"))),
                None => return Ok(()),
            },
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

fn local(start: &BytesStart<'_>, is_html: bool) -> String {
    let name = start.local_name().into_inner();
    // Also the name may be made to do harm; it is only compared with known ones.
    let name: String = name.chars().take(64).collect();
    if is_html { name.to_ascii_lowercase() } else { name }
}

fn lenient(reader: &mut Reader<&[u8]>) {
    let config = reader.config_mut();
    (config.check_end_names, config.allow_unmatched_ends, config.allow_dangling_amp) = (false, true, true);
}

fn one_line(text: &str) -> String {
    text.chars().take(200).map(|c| if c.is_control() { ' ' } else { c }).collect()
}
