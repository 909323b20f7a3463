//! A manifest whose lines stay on the disk until they are wanted: a run may have a hundred thousand of them.

use super::manifest::{FILE_NAME, Line};
use crate::error::{Error, Result};
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Where some of a manifest's lines stand: the newest of each input, in the order in which the inputs came first.
#[derive(Clone, Debug)]
pub struct Index {
    path: PathBuf,
    file: Arc<Mutex<File>>,
    places: Vec<Place>,
    n_inputs: usize,
}

/// Bytes of the manifest.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    start: u64,
    len: usize,
}

impl Index {
    /// Goes through the manifest of a run folder once. `keep` is shown each line and says whether it is wanted; an
    /// input is left out whose newest line is not.
    pub fn open(folder: &Path, mut keep: impl FnMut(&Line) -> bool) -> Result<Index> {
        let path = folder.join(FILE_NAME);
        let failed = |error| Error::io(&path, error);
        let file = File::open(&path).map_err(failed)?;
        let mut known: HashMap<String, usize> = HashMap::new();
        let mut places: Vec<Option<Place>> = Vec::new();
        let mut lines = BufReader::new(&file);
        let mut bytes = Vec::new();
        let mut start = 0;
        loop {
            bytes.clear();
            let len = lines.read_until(b'\n', &mut bytes).map_err(failed)?;
            if len == 0 {
                break;
            }
            // Else it is empty, or was torn by a crash.
            if let Ok(line) = serde_json::from_slice::<Line>(&bytes) {
                let place = keep(&line).then_some(Place { start, len });
                match known.get(&line.input) {
                    Some(&at) => places[at] = place,
                    None => {
                        known.insert(line.input, places.len());
                        places.push(place);
                    }
                }
            }
            start += len as u64;
        }
        let places = places.into_iter().flatten().collect();
        Ok(Index { path, file: Arc::new(Mutex::new(file)), places, n_inputs: known.len() })
    }

    /// How many inputs the manifest names, those too whose lines are not wanted.
    pub fn n_inputs(&self) -> usize {
        self.n_inputs
    }

    pub fn places(&self) -> &[Place] {
        &self.places
    }

    pub fn line(&self, place: &Place) -> Result<Line> {
        let mut bytes = vec![0; place.len];
        let mut read = || -> std::io::Result<Line> {
            let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
            file.seek(SeekFrom::Start(place.start))?;
            file.read_exact(&mut bytes)?;
            Ok(serde_json::from_slice(&bytes)?)
        };
        read().map_err(|error| Error::io(&self.path, error))
    }

    /// All lines, one after the other.
    pub fn lines(&self) -> impl Iterator<Item = Result<Line>> + '_ {
        self.places.iter().map(|place| self.line(place))
    }

    /// The same manifest with those lines only that are wanted.
    pub fn only(&self, mut keep: impl FnMut(&Line) -> bool) -> Result<Index> {
        let mut places = Vec::with_capacity(self.places.len());
        for place in &self.places {
            if keep(&self.line(place)?) {
                places.push(*place);
            }
        }
        Ok(Index { path: self.path.clone(), file: self.file.clone(), places, n_inputs: self.n_inputs })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::manifest::tests::line;

    #[test]
    fn the_newest_line_of_an_input_is_read_where_it_stands() {
        let folder = tempfile::tempdir().unwrap();
        let lines = [line("a", &["a.json"]), line("b", &["b.json"]), line("å", &["å.json"]), line("b", &[])];
        let mut bytes: Vec<u8> = lines.iter().flat_map(|line| line.to_bytes().unwrap()).collect();
        bytes.splice(0..0, *b"\n");
        bytes.extend(line("a", &["new.json"]).to_bytes().unwrap());
        bytes.extend(b"{\"run\":\"r1\",\"inp");
        std::fs::write(folder.path().join(FILE_NAME), bytes).unwrap();
        let index = Index::open(folder.path(), |line| !line.outputs.is_empty()).unwrap();
        let named = |index: &Index| -> Vec<(String, String)> {
            let lines = index.lines().map(|line| line.unwrap());
            lines.map(|line| (line.input.clone(), line.outputs[0].path.clone())).collect()
        };
        let told = |input: &str, path: &str| (input.to_owned(), path.to_owned());
        assert_eq!(named(&index), [told("a", "new.json"), told("å", "å.json")]);
        assert_eq!(index.n_inputs(), 3);
        assert_eq!(named(&index.only(|line| line.input != "a").unwrap()), [told("å", "å.json")]);
    }
}
