//! The closed lists of words that the output uses, each open at the end.
//!
//! A later minor version may add a word to any of them, so a reader keeps a word that it does not know
//! as [`Unknown`](Category::Unknown), and the schema lists the known ones and allows others. Each list
//! that mirrors a domain type is converted from it by a `match` without a catch-all: a domain value
//! without a word does not compile.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;

macro_rules! words {
    (@from $name:ident [] $($variant:ident)+) => {};
    (@from $name:ident [$domain:path] $($variant:ident)+) => {
        impl From<$domain> for $name {
            fn from(value: $domain) -> Self {
                use $domain as Domain;
                match value {
                    $(Domain::$variant => $name::$variant,)+
                }
            }
        }
    };

    ($($doc:literal $name:ident $(from $($domain:ident)::+)? { $($variant:ident = $word:literal),+ $(,)? })+) => {$(
        #[doc = $doc]
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name {
            $(#[doc = concat!("`", $word, "`")] $variant,)+
            /// A word of a later version.
            Unknown(String),
        }

        impl $name {
            /// The words of this version, in the order of the documentation.
            pub const KNOWN: &[&str] = &[$($word),+];

            /// As it stands in the output.
            pub fn as_str(&self) -> &str {
                match self {
                    $($name::$variant => $word,)+
                    $name::Unknown(word) => word,
                }
            }
        }

        impl Default for $name {
            fn default() -> Self {
                $name::from(Self::KNOWN[0])
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                match word {
                    $($word => $name::$variant,)+
                    other => $name::Unknown(other.to_owned()),
                }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Cow::<str>::deserialize(deserializer).map(|word| $name::from(word.as_ref()))
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({
                    "description": $doc.trim(),
                    "anyOf": [{ "enum": Self::KNOWN }, { "type": "string" }],
                })
            }
        }

        words!(@from $name [$($($domain)::+)?] $($variant)+);
    )+};
}

words! {
    " Whether the personal data of the text stand (`full`) or are masked (`masked`): the mask then stands in every copy of the text."
    Edition { Full = "full", Masked = "masked" }

    " `complete`; `partial`: a page or a part was lost, and a warning says which."
    Status { Complete = "complete", Partial = "partial" }

    " What the document is. Only a protocol has items."
    DocumentKind from crate::protocol::DocumentKind {
        Protocol = "protocol",
        Agenda = "agenda",
        AnnualReport = "annual_report",
        Letter = "letter",
        Bylaws = "bylaws",
        Notice = "notice",
        Other = "other",
    }

    " How a value came from what is printed. `read`: as it is; `corrected`: from words that a correction changed; `normalised`: printed in another form; `inferred`: follows from elsewhere in the document; `manual`: set by a person; `unreadable`: its label is printed and the value cannot be read."
    EvidenceState from crate::protocol::State {
        Read = "read",
        Corrected = "corrected",
        Normalised = "normalised",
        Inferred = "inferred",
        Manual = "manual",
        Unreadable = "unreadable",
    }

    " In what capacity a person was present. `member`: ledamot, beslutande; `serving_substitute`: tjänstgörande ersättare; `substitute`: ersättare that does not serve; `official`: tjänsteman, and the secretary where officials or substitutes are told apart; `other`: guests, auditors, union; `present`: of lists that tell no such difference."
    Category from crate::protocol::Category {
        Member = "member",
        ServingSubstitute = "serving_substitute",
        Substitute = "substitute",
        Official = "official",
        Other = "other",
        Present = "present",
    }

    " The office that a person holds at the meeting. `chair`: ordförande; `vice_chair`: vice ordförande; `second_vice_chair`: andre vice ordförande; `secretary`: sekreterare; `adjuster`: justerare."
    AttendeeRole from crate::protocol::AttendeeRole {
        Chair = "chair",
        ViceChair = "vice_chair",
        SecondViceChair = "second_vice_chair",
        Secretary = "secretary",
        Adjuster = "adjuster",
    }

    " In what capacity a person signs. `secretary`: sekreterare; `chair`: ordförande; `adjuster`: justerare."
    SignatureRole from crate::protocol::SignatureRole {
        Secretary = "secretary",
        Chair = "chair",
        Adjuster = "adjuster",
    }

    " What a section of an item is. `decision`: beslut; `background`: bakgrund; `summary`: sammanfattning; `proposal`: förslag; `motions`: yrkanden; `order`: propositionsordning; `vote`: omröstning; `reservation`; `statement`: protokollsanteckning, särskilt yttrande; `documents`: beslutsunderlag; `disqualification`: jäv; `attachments`: bilagor; `distribution`: sändlista; `other`."
    SectionKind from crate::protocol::SectionKind {
        Decision = "decision",
        Background = "background",
        Summary = "summary",
        Proposal = "proposal",
        Motions = "motions",
        Order = "order",
        Vote = "vote",
        Reservation = "reservation",
        Statement = "statement",
        Documents = "documents",
        Disqualification = "disqualification",
        Attachments = "attachments",
        Distribution = "distribution",
        Other = "other",
    }

    " What became of an item. `approved`; `rejected`; `referred_back`: återremiss; `postponed`: bordläggning; `withdrawn`; `noted`: läggs till handlingarna; `other`: something else, or its parts were decided differently."
    Outcome from crate::protocol::Outcome {
        Approved = "approved",
        Rejected = "rejected",
        ReferredBack = "referred_back",
        Postponed = "postponed",
        Withdrawn = "withdrawn",
        Noted = "noted",
        Other = "other",
    }

    " How a person voted. `yes`: ja; `no`: nej; `abstain`: avstår; `absent`: frånvarande."
    BallotVote from crate::protocol::BallotVote {
        Yes = "yes",
        No = "no",
        Abstain = "abstain",
        Absent = "absent",
    }

    " What became of a page. `read`; `blank`: nothing is printed on it; `lost`: it could not be read."
    PageStatus from crate::page::PageStatus { Read = "read", Blank = "blank", Lost = "lost" }

    " Where a page's text came from. `ocr`: recognised from its image; `text_layer`: that of a born-digital page; `text`: a text file that others recognised."
    TextSource from crate::page::TextSource { Ocr = "ocr", TextLayer = "text_layer", Text = "text" }

    " Why a word was changed. `diacritics`: letters lost their dots, rings or accents; `confusion`: letters were read as others; `compound`: a compound or inflection was mended part by part; `spacing`: a blank was lost or added; `paragraph_sign`: `§` or `%` was read as something else; `document_evidence`: another place of the document tells the spelling; `user_dictionary`: the user's dictionary; `manual`: a person."
    Reason from crate::text::Reason {
        Diacritics = "diacritics",
        Confusion = "confusion",
        Compound = "compound",
        Spacing = "spacing",
        ParagraphSign = "paragraph_sign",
        DocumentEvidence = "document_evidence",
        UserDictionary = "user_dictionary",
        Manual = "manual",
    }

    " How much a correction is trusted. `certain` and `likely` are applied, `suggested` is listed only, and the unchanged words stand at its `span`."
    Certainty from crate::text::Certainty {
        Certain = "certain",
        Likely = "likely",
        Suggested = "suggested",
    }

    " What a warning is about."
    WarningCode from crate::error::WarningCode {
        NumberGap = "number_gap",
        NumberRepeated = "number_repeated",
        RangeMismatch = "range_mismatch",
        ContentsMismatch = "contents_mismatch",
        SignatureMismatch = "signature_mismatch",
        VoteMismatch = "vote_mismatch",
        DateConflict = "date_conflict",
        DateMissing = "date_missing",
        PageLost = "page_lost",
        PageRetried = "page_retried",
        OverrideConflict = "override_conflict",
        TextLayerRejected = "text_layer_rejected",
        TextLayerCompleted = "text_layer_completed",
        EncodingUncertain = "encoding_uncertain",
        ListNotIncluded = "list_not_included",
        NoItems = "no_items",
        TextUnassigned = "text_unassigned",
    }

    " What kind of personal data stands at a place. `personnummer`; `possible_personnummer`: looks like one and has a wrong check digit."
    SensitiveKind {
        Personnummer = "personnummer",
        PossiblePersonnummer = "possible_personnummer",
    }
}
