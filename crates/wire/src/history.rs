//! The change log as people read it: history, undo, redo.

use adelante_base::{OperationId, Timestamp};

crate::dto! {
    /// Takes back the last thing this person did on this device, or a named operation.
    pub struct Undo {
        /// `None`: the last one.
        #[serde(default)]
        pub operation_id: Option<OperationId>,
    }

    /// Does again what was taken back last.
    pub struct Redo {}

    /// What was undone or redone.
    pub struct Undone {
        /// Kind of the operation, past tense (`appointment_moved`).
        pub kind: String,
        /// Which.
        pub operation_id: OperationId,
    }

    /// Asks for what can be undone and redone.
    pub struct ListUndo {}

    /// The undo list.
    pub struct UndoList {
        /// Latest first, ≤ 50.
        pub undo: Vec<HistoryEntry>,
        /// Next redo first, ≤ 50.
        pub redo: Vec<HistoryEntry>,
    }

    /// Asks for history: of one thing, of all things of a kind, or of the whole salon.
    pub struct ListHistory {
        /// Table (`client`, `appointment` …), or empty for all.
        #[serde(default)]
        pub table: String,
        /// Row id in it, or empty for all of the table.
        #[serde(default)]
        pub row: String,
        /// Skip.
        #[serde(default)]
        pub offset: u32,
        /// How many, 1–200.
        pub limit: u16,
    }

    /// History, latest first.
    pub struct History {
        /// Entries.
        pub entries: Vec<HistoryEntry>,
    }

    /// An action that was saved.
    pub struct HistoryEntry {
        /// Which.
        pub operation_id: OperationId,
        /// Kind, past tense.
        pub kind: String,
        /// When.
        pub at: Timestamp,
        /// Who, or empty for the program itself.
        pub who: String,
        /// Whom or what it was about: a client's, a service's, a person's name; may be empty.
        pub subject: String,
        /// `inverse`, `compensate`, `mixed` or `never`.
        pub undo: String,
        /// It has been taken back.
        pub undone: bool,
        /// Why, where a reason was given.
        pub reason: String,
        /// How many operations stand behind it (an import is one entry).
        pub operations: u32,
        /// What changed, ≤ 50 (of one thing: its columns).
        pub changes: Vec<HistoryChange>,
    }

    /// A changed column.
    pub struct HistoryChange {
        /// Table.
        pub table: String,
        /// Row id.
        pub row: String,
        /// Column.
        pub column: String,
        /// Before, as text; `None` where there was nothing.
        pub before: Option<String>,
        /// After.
        pub after: Option<String>,
    }
}
