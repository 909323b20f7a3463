//! XML written straight to the disk.

use super::Output;
use super::Stored;
use crate::error::{Error, Result};
use crate::export::xml::{allowed, element};
use crate::hash;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesText, Event};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use tempfile::TempPath;

/// A file of XML, or a piece of one.
pub struct Xml {
    path: TempPath,
    writer: Writer<BufWriter<File>>,
    open: Vec<&'static str>,
}

impl Xml {
    /// A piece, which goes into a file by [`Xml::splice`].
    pub fn piece(out: &Output) -> Result<Xml> {
        let (path, file) = out.begin_file()?;
        let writer = Writer::new_with_indent(file, b' ', 2);
        Ok(Xml { path, writer, open: Vec::new() })
    }

    pub fn file(out: &Output) -> Result<Xml> {
        let mut xml = Xml::piece(out)?;
        xml.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        Ok(xml)
    }

    pub fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) -> Result<()> {
        self.open.push(name);
        self.event(Event::Start(element(name, attributes)))
    }

    pub fn close(&mut self) -> Result<()> {
        match self.open.pop() {
            Some(name) => self.event(Event::End(BytesEnd::new(name))),
            None => Ok(()),
        }
    }

    pub fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) -> Result<()> {
        self.event(Event::Empty(element(name, attributes)))
    }

    pub fn text(&mut self, name: &'static str, attributes: &[(&str, &str)], text: &str) -> Result<()> {
        self.open(name, attributes)?;
        self.event(Event::Text(BytesText::new(&allowed(text))))?;
        self.close()
    }

    /// Elements with a text each in one that holds them.
    pub fn texts(&mut self, name: &'static str, inner: &[(&'static str, &str)]) -> Result<()> {
        self.open(name, &[])?;
        inner.iter().try_for_each(|(name, text)| self.text(name, &[], text))?;
        self.close()
    }

    /// Puts a piece that is finished here.
    pub fn splice(&mut self, piece: &Path) -> Result<()> {
        let mut from = File::open(piece).map_err(|error| Error::io(piece, error))?;
        let to = self.writer.get_mut();
        to.write_all(b"\n").and_then(|()| io::copy(&mut from, to)).map(drop).map_err(|error| self.failed(error))
    }

    pub fn finish(mut self) -> Result<TempPath> {
        while !self.open.is_empty() {
            self.close()?;
        }
        match self.writer.into_inner().into_inner() {
            Ok(_) => Ok(self.path),
            Err(error) => Err(Error::io(&*self.path, error.into_error())),
        }
    }

    /// Finishes a file and puts it in its place.
    pub fn keep(mut self, out: &Output, name: &str) -> Result<Stored> {
        while !self.open.is_empty() {
            self.close()?;
        }
        self.writer.get_mut().write_all(b"\n").map_err(|error| self.failed(error))?;
        out.keep(self.finish()?, name)?;
        let path = out.folder().join(name);
        let (bytes, sha256) = hash::of_file(&path).map_err(|error| Error::io(&path, error))?;
        Ok(Stored { name: name.to_owned(), bytes, sha256, media_type: "application/xml" })
    }

    fn event(&mut self, event: Event<'_>) -> Result<()> {
        self.writer.write_event(event).map_err(|error| self.failed(error))
    }

    fn failed(&self, error: io::Error) -> Error {
        Error::io(&*self.path, error)
    }
}

/// A UUID of version 8 (RFC 9562) from the SHA-256 of what it names: the same each time. It begins with a letter, as
/// ids in XML must.
pub fn uuid(names: &[&str]) -> String {
    let mut bytes: [u8; 16] = std::array::from_fn(|_| 0);
    bytes.copy_from_slice(&Sha256::digest(names.join("\n"))[..16]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let digits = hash::hex(&bytes);
    let parts = [&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]];
    format!("uuid-{}", parts.join("-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_uuids_and_the_same_each_time() {
        let id = uuid(&["run", "år/1.pdf"]);
        assert_eq!(id, uuid(&["run", "år/1.pdf"]));
        assert_ne!(id, uuid(&["run", "år/2.pdf"]));
        let form = regex::Regex::new("^uuid-[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$");
        assert!(form.unwrap().is_match(&id), "{id}");
    }
}
