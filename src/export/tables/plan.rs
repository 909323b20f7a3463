//! Which tables there are, and how they hang together.

/// That the values of some columns are a key of another table, where they are not null.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reference {
    pub columns: &'static [&'static str],
    pub table: Table,
    /// Its key.
    pub to: &'static [&'static str],
}

macro_rules! tables {
    ($($variant:ident $name:literal of $schema:literal by $key:tt $(, $columns:tt in $table:ident $to:tt)*;)+) => {
        /// A table.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
        pub enum Table {
            $($variant,)+
        }

        impl Table {
            /// In the order in which they may be filled.
            pub const ALL: &[Table] = &[$(Table::$variant),+];

            pub fn name(self) -> &'static str {
                match self {
                    $(Table::$variant => $name,)+
                }
            }

            /// Whose rows it has, in the words of the JSON Schema: a type, or a key of one.
            pub fn schema(self) -> &'static str {
                match self {
                    $(Table::$variant => $schema,)+
                }
            }

            pub fn key(self) -> &'static [&'static str] {
                match self {
                    $(Table::$variant => &$key,)+
                }
            }

            pub fn references(self) -> &'static [Reference] {
                match self {
                    $(Table::$variant => &[$(Reference { columns: &$columns, table: Table::$table, to: &$to }),*],)+
                }
            }
        }
    };
}

tables! {
    Documents "documents" of "Document" by ["document"];
    Parts "parts" of "SourcePart" by ["document", "position"], ["document"] in Documents ["document"];
    Pages "pages" of "Page" by ["document", "number"], ["document"] in Documents ["document"];
    Corrections "corrections" of "Correction" by ["document", "page", "position"],
        ["document", "page"] in Pages ["document", "number"];
    Meetings "meetings" of "Meeting" by ["document"], ["document"] in Documents ["document"];
    Adjournments "adjournments" of "Meeting.adjournments" by ["document", "position"],
        ["document"] in Meetings ["document"];
    Attendees "attendees" of "Attendee" by ["document", "id"], ["document"] in Documents ["document"];
    Absent "absent" of "Absent" by ["document", "id"], ["document"] in Documents ["document"];
    Signatures "signatures" of "Signature" by ["document", "position"], ["document"] in Documents ["document"],
        ["document", "person_id"] in Attendees ["document", "id"];
    Adjustments "adjustments" of "Adjustment" by ["document", "position"], ["document"] in Documents ["document"];
    Adjusters "adjusters" of "Adjustment.adjusters" by ["document", "adjustment_position", "position"],
        ["document", "adjustment_position"] in Adjustments ["document", "position"];
    Notices "notices" of "Notice" by ["document", "position"], ["document"] in Documents ["document"];
    Items "items" of "Item" by ["document", "id"], ["document"] in Documents ["document"];
    Contents "contents" of "ContentsEntry" by ["document", "position"], ["document"] in Documents ["document"],
        ["document", "item_id"] in Items ["document", "id"];
    EarlierNumbers "earlier_numbers" of "EarlierNumber" by ["document", "item_id", "position"],
        ["document", "item_id"] in Items ["document", "id"];
    Sections "sections" of "Section" by ["document", "item_id", "position"],
        ["document", "item_id"] in Items ["document", "id"];
    Proposals "proposals" of "Proposal" by ["document", "item_id", "position"],
        ["document", "item_id"] in Items ["document", "id"];
    ProposalNames "proposal_names" of "Proposal.by" by ["document", "item_id", "proposal_position", "position"],
        ["document", "item_id", "proposal_position"] in Proposals ["document", "item_id", "position"];
    ProposalPersons "proposal_persons" of "Proposal.person_ids"
        by ["document", "item_id", "proposal_position", "position"],
        ["document", "item_id", "proposal_position"] in Proposals ["document", "item_id", "position"],
        ["document", "person_id"] in Attendees ["document", "id"];
    Votes "votes" of "Vote" by ["document", "item_id", "position"],
        ["document", "item_id"] in Items ["document", "id"];
    Ballots "ballots" of "Ballot" by ["document", "item_id", "vote_position", "position"],
        ["document", "item_id", "vote_position"] in Votes ["document", "item_id", "position"],
        ["document", "person_id"] in Attendees ["document", "id"];
    Reservations "reservations" of "Reservation" by ["document", "item_id", "position"],
        ["document", "item_id"] in Items ["document", "id"],
        ["document", "person_id"] in Attendees ["document", "id"];
    Disqualified "disqualified" of "Item.disqualified" by ["document", "item_id", "position"],
        ["document", "item_id"] in Items ["document", "id"];
    Attachments "attachments" of "Item.attachments" by ["document", "item_id", "position"],
        ["document", "item_id"] in Items ["document", "id"];
    Distribution "distribution" of "Item.distribution" by ["document", "item_id", "position"],
        ["document", "item_id"] in Items ["document", "id"];
    Warnings "warnings" of "Warning" by ["document", "position"], ["document"] in Documents ["document"];
    Review "review" of "Review" by ["document", "position"], ["document"] in Documents ["document"];
    Sensitive "sensitive" of "Sensitive" by ["document", "position"], ["document"] in Documents ["document"];
    Overrides "overrides" of "Override" by ["document", "position"], ["document"] in Documents ["document"];
    Evidence "evidence" of "Evidence" by ["document", "position"], ["document"] in Documents ["document"];
}
