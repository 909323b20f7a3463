//! What the runs that filled the folder did, and with what.

use super::Package;
use super::premis::{self, Agent, Event};
use super::xml::{Xml, uuid};
use crate::emit::wire;
use crate::error::Result;
use std::collections::BTreeMap;

/// The steps of all documents: few, however many documents there are.
#[derive(Default)]
pub struct Provenance {
    /// By the run and what it ran with.
    steps: BTreeMap<(String, String), Steps>,
}

struct Steps {
    producer: wire::Producer,
    is_masked: bool,
    /// When the last of its documents was done.
    finished: String,
}

impl Provenance {
    /// Remembers what made a document, and gives the ids of the steps.
    pub fn add(&mut self, package: &Package<'_>, run: &str, finished: &str, document: &Made) -> Vec<String> {
        let key = (run.to_owned(), serde_json::to_string(&document.producer).unwrap_or_default());
        let names = names(&document.producer, document.is_masked);
        let ids = names.iter().map(|name| id(package, &key, name)).collect();
        let steps = self.steps.entry(key).or_insert_with(|| Steps {
            producer: document.producer.clone(),
            is_masked: document.is_masked,
            finished: String::new(),
        });
        if *steps.finished < *finished {
            finished.clone_into(&mut steps.finished);
        }
        ids
    }

    /// Writes the steps, `last` among them, and whoever took part.
    pub fn write(&self, xml: &mut Xml, package: &Package<'_>, last: &Event<'_>) -> Result<()> {
        let mut agents = BTreeMap::new();
        for (key, steps) in &self.steps {
            let program = software(&steps.producer.name, &steps.producer.version, None);
            let lexicon = steps.producer.lexicon.as_ref();
            let lexicon = lexicon.map(|lexicon| software("dictionaries", &lexicon.version, Some(&lexicon.sha256)));
            let engine = steps.producer.ocr.as_ref();
            let models = engine.iter().flat_map(|engine| &engine.models);
            let models: Vec<_> = models.map(|model| software(&model.name, "", Some(&model.sha256))).collect();
            let engine = engine.map(|engine| software(&engine.engine, &engine.version, None));
            for name in names(&steps.producer, steps.is_masked) {
                let program = [(&*program.0, "executing program")];
                let engine = engine.iter().map(|engine| (&*engine.0, "engine"));
                let models = models.iter().map(|model| (&*model.0, "model"));
                let lexicon = lexicon.iter().map(|lexicon| (&*lexicon.0, "dictionaries"));
                let taking_part: Vec<_> = match name {
                    RECOGNITION => program.into_iter().chain(engine).chain(models).collect(),
                    CORRECTION => program.into_iter().chain(lexicon).collect(),
                    _ => program.into(),
                };
                let event = Event {
                    id: &id(package, key, name),
                    kind: name,
                    time: &steps.finished,
                    detail: &format!(
                        "{}. Run {}, configuration SHA-256 {}.",
                        detail(name),
                        key.0,
                        steps.producer.configuration_sha256
                    ),
                    outcome: ("success", None),
                    agents: &taking_part,
                    objects: &[],
                };
                premis::event(xml, &event)?;
            }
            agents.extend([Some(program), engine, lexicon].into_iter().flatten().chain(models));
        }
        premis::event(xml, last)?;
        agents.extend([this_program()]);
        if let Some(name) = package.organisation {
            let agent = Agent { name: name.to_owned(), kind: "organization", version: None, note: None };
            agents.insert(ORGANISATION.to_owned(), agent);
        }
        agents.iter().try_for_each(|(id, agent)| premis::agent(xml, id, agent))
    }
}

/// What is asked of a document here.
pub struct Made {
    pub producer: wire::Producer,
    pub is_masked: bool,
}

/// The id of the agent that submits the package.
pub const ORGANISATION: &str = "organisation";

/// The program that makes the package, and its id.
pub fn this_program() -> (String, Agent) {
    software("paragraf", env!("CARGO_PKG_VERSION"), None)
}

fn software(name: &str, version: &str, sha256: Option<&str>) -> (String, Agent) {
    let told = [name, version, &sha256.map(|sha256| format!("sha256:{sha256}")).unwrap_or_default()];
    let id = told.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
    let agent = Agent {
        name: name.to_owned(),
        kind: "software",
        version: (!version.is_empty()).then(|| version.to_owned()),
        note: sha256.map(|sha256| format!("SHA-256 {sha256}")),
    };
    (id, agent)
}

const RECOGNITION: &str = "recognition";
const EXTRACTION: &str = "text extraction";
const CORRECTION: &str = "correction";
const SEGMENTATION: &str = "segmentation";
const MASKING: &str = "redaction";

fn names(producer: &wire::Producer, is_masked: bool) -> Vec<&'static str> {
    let reading = if producer.ocr.is_some() { RECOGNITION } else { EXTRACTION };
    [reading, CORRECTION, SEGMENTATION].into_iter().chain(is_masked.then_some(MASKING)).collect()
}

fn detail(name: &str) -> &'static str {
    match name {
        RECOGNITION => "The text of the pages was recognised, where they hold none that can be relied on",
        EXTRACTION => "The text that the files hold was taken out",
        CORRECTION => "Misread words were corrected; the text as read is kept beside it",
        SEGMENTATION => "Meeting, attendance, items, decisions and signatures were told apart",
        _ => "Personal numbers were covered",
    }
}

fn id(package: &Package<'_>, (run, producer): &(String, String), name: &str) -> String {
    uuid(&[&package.id, "event", run, producer, name])
}
