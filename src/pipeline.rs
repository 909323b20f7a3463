//! The stages after reading, composed: pages as read in, what the document says out.
//!
//! Pure and the same for every reader; files, processes and progress are [`crate::batch`]'s.

use crate::correct::{self, Lexicon};
use crate::emit::{self, EngineInfo, LexiconInfo, ModelInfo, Producer, SourceInfo, wire};
use crate::error::Warning;
use crate::ocr::ReadPage;
use crate::overrides::{self, Overrides};
use crate::page::{CorrectedPage, OcrPage, Respelling};
use crate::segment::{self, Part};
use crate::text::Edit;

/// A document's pages with their edits, and the protocols found on them.
pub struct Understood {
    /// The pages, corrected.
    pub pages: Vec<CorrectedPage>,
    /// The protocols on them, in order.
    pub parts: Vec<Part>,
}

/// Corrects the pages of one document together, then finds the protocols on them.
pub fn understand(lexicon: &Lexicon, options: &correct::Options, pages: Vec<OcrPage>) -> Understood {
    let edits = correct::correct(lexicon, options, &pages);
    segmented(lexicon, pages, edits)
}

/// What the parts of a document say of each other's spelling becomes edits too; a document that has such is read again.
fn segmented(lexicon: &Lexicon, pages: Vec<OcrPage>, edits: Vec<Vec<Edit>>) -> Understood {
    let pages: Vec<CorrectedPage> =
        pages.into_iter().zip(edits).map(|(page, edits)| CorrectedPage::new(page, edits)).collect();
    let parts = segment::segment(lexicon, &pages);
    let respellings: Vec<Respelling> = parts.iter().flat_map(|part| part.respellings.iter().cloned()).collect();
    if respellings.is_empty() {
        return Understood { pages, parts };
    }
    let pages = correct::respell(lexicon, pages, &respellings);
    let parts = segment::segment(lexicon, &pages);
    Understood { pages, parts }
}

/// A file that was read, and what is known of it.
#[derive(Clone, Debug, Default)]
pub struct ReadFile {
    /// The file, as its documents name it.
    pub source: SourceInfo,
    /// Of every setting that can change the output, in hex.
    pub configuration_sha256: String,
    /// Its pages, in order.
    pub pages: Vec<ReadPage>,
    /// What was noticed while it was read, besides what its pages say themselves.
    pub warnings: Vec<Warning>,
    /// What people decided about it: it outranks what is found here.
    pub overrides: Overrides,
}

/// The output of one file: a document for each protocol in it.
pub fn documents(lexicon: &Lexicon, options: &correct::Options, file: ReadFile) -> Vec<wire::Document> {
    let ReadFile { source, configuration_sha256, pages, mut warnings, overrides } = file;
    warnings.extend(pages.iter().flat_map(ReadPage::warnings));
    let engine = pages.iter().find_map(|page| page.engine.as_ref()).map(|engine| EngineInfo {
        name: engine.name.clone(),
        version: engine.version.clone(),
        models: engine
            .models
            .iter()
            .map(|model| ModelInfo { name: model.name.clone(), sha256: model.sha256.clone() })
            .collect(),
    });
    let producer = Producer {
        configuration_sha256,
        engine,
        lexicon: Some(LexiconInfo { version: lexicon.version().to_owned(), sha256: lexicon.sha256().to_owned() }),
        ..Producer::default()
    };
    let pages: Vec<OcrPage> = pages.into_iter().map(|read| read.page).collect();
    let mut edits = correct::correct(lexicon, options, &pages);
    warnings.extend(overrides::edits::apply(&overrides, &pages, &mut edits));
    let understood = segmented(lexicon, pages, edits);
    let mut documents = emit::documents(&source, &producer, &understood.pages, &understood.parts, &warnings);
    overrides::fields::apply(&overrides, &mut documents);
    documents
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::correct::lexicon::UserDictionary;
    use crate::page::TextSource;
    use crate::protocol::State;
    use crate::text::{Certainty, Reason, Span, apply};

    const TEXT: &str = "Protokoll fört vid sammanträde med byrådet den 4 maj 1962\n\
                        Närvarande: Bo Ek, Stig Lindgrem och Eva Lund\n\
                        § 1\tVal av justerare\nTill justerare valdes Stig Lindgren.\n\
                        § 2\tVägen\nStig Lindgren yrkade bifall. Stig Lindgrem talade.\n\
                        Vid protokollet:\nEva Lund\nJusteras:\nStig Lindgren\n";

    fn page(source: TextSource) -> OcrPage {
        OcrPage { source, ..OcrPage::from_text(1, TEXT) }
    }

    fn name(understood: &Understood) -> &crate::protocol::Field<String> {
        &understood.parts[0].protocol.attendees[1].name
    }

    #[test]
    fn what_the_parts_say_of_each_other_is_an_edit() {
        let lexicon = Lexicon::builtin();
        let understood = segmented(&lexicon, vec![page(TextSource::Text)], vec![Vec::new()]);
        let [page] = &understood.pages[..] else { panic!("one page") };
        let told: Vec<_> = page.edits().iter().map(|edit| (edit.span.of(TEXT), edit.replacement.as_str())).collect();
        assert_eq!(told, [("Lindgrem", "Lindgren"); 2]);
        let edit = &page.edits()[0];
        assert_eq!((edit.reason, edit.certainty), (Reason::DocumentEvidence, Certainty::Likely));
        assert_eq!(edit.alternatives[0].text, "Lindgrem");
        assert_eq!(apply(TEXT, page.edits()).0, page.text());
        let name = name(&understood);
        assert_eq!(name.value.as_deref(), Some("Stig Lindgren"));
        let evidence = name.evidence.as_ref().unwrap();
        assert_eq!((evidence.printed.as_str(), evidence.state), ("Stig Lindgrem", State::Corrected));
        assert!(understood.parts[0].respellings.is_empty(), "nothing is left to ask for");
    }

    #[test]
    fn what_is_settled_stays() {
        let lexicon = Lexicon::builtin();
        let read = |understood: Understood| name(&understood).value.clone().unwrap_or_default();
        // A born-digital page has what was printed.
        let understood = segmented(&lexicon, vec![page(TextSource::TextLayer)], vec![Vec::new()]);
        assert!(understood.pages[0].edits().is_empty() && read(understood) == "Stig Lindgrem");
        // A person decided it.
        let at = TEXT.find("Lindgrem").unwrap();
        let decided = Edit {
            span: Span::new(at, at + "Lindgrem".len()),
            replacement: "Lindgrem".to_owned(),
            reason: Reason::Manual,
            certainty: Certainty::Certain,
            score: 1.0,
            alternatives: Vec::new(),
        };
        let understood = segmented(&lexicon, vec![page(TextSource::Text)], vec![vec![decided]]);
        assert_eq!(understood.pages[0].edits()[0].reason, Reason::Manual);
        assert_eq!(read(understood), "Stig Lindgrem");
        // The user's own dictionary has it.
        let mut user = UserDictionary::default();
        user.add_words("Lindgrem").unwrap();
        let understood = segmented(&lexicon.with_user(&user), vec![page(TextSource::Text)], vec![Vec::new()]);
        assert_eq!(read(understood), "Stig Lindgrem");
    }
}
