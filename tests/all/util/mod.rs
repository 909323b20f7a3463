//! What the tests of whole runs share.

use assert_cmd::Command;
use paragraf::batch::Manifest;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A protocol whose å, ä and ö were lost.
pub const TEXT: &str = "Sammantradesprotokoll 2019-04-09\nSocialnamnden\nBeslutande: Anna Berg (S), ordforande\n\
    § 12 Nulagesstatus\nRadet beslutar att lagga informationen till handlingarna.\n\
    Namndens ordforande informerar om atgarder som ror aldre och okade behov pa sarskilda boenden.\n";

pub fn paragraf() -> Command {
    Command::cargo_bin("paragraf").unwrap()
}

pub fn extract(input: &Path, out: &Path) -> Command {
    let mut command = paragraf();
    command.arg("extract").arg(input).arg("--output").arg(out);
    command
}

pub fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, bytes).unwrap();
    path
}

/// All files below a folder, by their names.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fn walk(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(root, &path, files);
            } else {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(folder, folder, &mut found);
    found
}

pub fn manifest(out: &Path) -> Manifest {
    Manifest::load(out).unwrap()
}

/// The manifest's lines without what differs between two runs of the same: run, times, seconds.
pub fn timeless(out: &Path) -> Vec<String> {
    let blank = |mut line: paragraf::batch::manifest::Line| {
        line.run.clear();
        line.finished.clear();
        line.seconds = 0.0;
        String::from_utf8(line.to_bytes().unwrap()).unwrap()
    };
    manifest(out).lines.into_iter().map(blank).collect()
}

/// A PDF of these objects, of which the first is the catalogue.
pub fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"%PDF-1.5\n".to_vec();
    let mut offsets = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        offsets.push(bytes.len());
        bytes.extend(format!("{} 0 obj\n", at + 1).bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for offset in offsets {
        bytes.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    let size = objects.len() + 1;
    bytes.extend(format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").bytes());
    bytes
}

/// A stream object of zlib data.
pub fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(data).unwrap();
    let data = encoder.finish().unwrap();
    let mut object = format!("<< {entries} /Filter /FlateDecode /Length {} >>\nstream\n", data.len()).into_bytes();
    object.extend(&data);
    object.extend(b"\nendstream");
    object
}

/// A PDF of one page with this content and these resources; more objects are numbered from 5.
pub fn page_pdf(media_box: &str, resources: &str, content: &[u8], more: &[Vec<u8>]) -> Vec<u8> {
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        format!("<< /Type /Page /Parent 2 0 R /MediaBox {media_box} /Contents 4 0 R /Resources << {resources} >> >>")
            .into_bytes(),
        stream("", content),
    ];
    objects.extend_from_slice(more);
    pdf(&objects)
}

/// A run folder of all fixtures, their pages as they were recorded: nothing is recognised. Its inputs lie beside it.
pub fn fixtures_run(arguments: &[&str]) -> (tempfile::TempDir, PathBuf) {
    use flate2::read::GzDecoder;
    use paragraf::batch::kept::{self, KeptPage};
    use paragraf::reader::FileInfo;
    use std::io::{BufRead, BufReader};
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let dir = tempfile::tempdir().unwrap();
    let (input, out) = (dir.path().join("in"), dir.path().join("out"));
    for entry in fs::read_dir(root.join("recorded/fixtures")).unwrap() {
        let file = BufReader::new(GzDecoder::new(fs::File::open(entry.unwrap().path()).unwrap()));
        let mut lines = file.lines().map(Result::unwrap);
        let header: serde_json::Value = serde_json::from_str(&lines.next().unwrap()).unwrap();
        let name = header["file"].as_str().unwrap();
        write(&input, name, fs::read(root.join("scans").join(name)).unwrap());
        if name.ends_with(".txt") {
            continue;
        }
        let text = |key: &str| header[key].clone();
        let info: FileInfo = serde_json::from_value(serde_json::json!({
            "path": "",
            "media_type": text("media_type"),
            "bytes": text("bytes"),
            "sha256": text("sha256"),
            "n_pages": text("pages"),
        }))
        .unwrap();
        let page = |line: String| KeptPage {
            reading_sha256: String::new(),
            first_failure: None,
            read: serde_json::from_str(&line).unwrap(),
        };
        let pages: Vec<KeptPage> = lines.map(page).collect();
        write(&out, &kept::path_of(name), kept::to_bytes(&info, pages.iter()).unwrap());
    }
    let mut command = extract(&input, &out);
    command.args(["--recognise", "missing", "--test-engine", "refusing:", "--quiet"]).args(arguments);
    command.assert().code(0);
    (dir, out)
}
