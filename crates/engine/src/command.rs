//! What every command declares: who may, what it is called afterwards, what undo means.

use adelante_base::vocabulary::Role;
use adelante_base::{Day, Timestamp};
use adelante_domain::permission::{Permission, allows};
use adelante_store::salon::Salon;
use adelante_store::{Connection, Door, Outcome};
use adelante_wire::ErrorCode;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{EngineError, Result};

/// What undo means for a command. There is no default: the author decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undo {
    /// The before values are applied as a new operation.
    Inverse,
    /// Posted facts: answered by another command, with its own permission and reason.
    Compensate(&'static str),
    /// It cannot be taken back, and why.
    Never(&'static str),
}

impl Undo {
    /// As stored with the operation.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Inverse => "inverse",
            Self::Compensate(_) => "compensate",
            Self::Never(_) => "never",
        }
    }
}

/// Stored instead of a command's declared undo where it both changed rows and posted facts:
/// the rows are inverted, each posted fact is answered by a counter-fact.
pub const MIXED: &str = "mixed";

/// Who does it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Staff id, or `program`.
    pub id: String,
    /// Name as shown; empty for the program.
    pub name: String,
    /// Role; the program has the owner's.
    pub role: Role,
}

impl Actor {
    /// The program itself.
    #[must_use]
    pub fn program() -> Self {
        Self { id: "program".to_owned(), name: String::new(), role: Role::Owner }
    }

    /// Refuses what the role may not do.
    ///
    /// # Errors
    /// [`ErrorCode::NotPermitted`].
    pub fn check(&self, permission: Permission) -> Result<()> {
        if allows(self.role, permission) {
            return Ok(());
        }
        Err(EngineError::new(ErrorCode::NotPermitted).with("permission", permission).with("role", self.role))
    }
}

/// What a command knows besides its input.
pub struct Context<'a> {
    /// Who asks.
    pub actor: &'a Actor,
    /// Now.
    pub at: Timestamp,
    /// The salon, once it is made.
    salon: Option<Salon>,
    /// Who hears how far a long command is.
    listener: Option<&'a dyn Fn(usize, usize)>,
}

impl<'a> Context<'a> {
    pub(crate) fn read(actor: &'a Actor, at: Timestamp, connection: &Connection) -> Result<Self> {
        Ok(Self { actor, at, salon: adelante_store::salon::get(connection)?, listener: None })
    }

    pub(crate) const fn heard_by(mut self, listener: &'a dyn Fn(usize, usize)) -> Self {
        self.listener = Some(listener);
        self
    }

    /// Says how far a long command is, to a person who waits for it.
    pub fn progress(&self, done: usize, total: usize) {
        if let Some(tell) = self.listener {
            tell(done, total);
        }
    }

    /// The salon.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] before the wizard made it.
    pub fn salon(&self) -> Result<&Salon> {
        self.salon.as_ref().ok_or_else(|| EngineError::not_found("salon"))
    }

    /// The salon, if it is made.
    #[must_use]
    pub const fn salon_if_made(&self) -> Option<&Salon> {
        self.salon.as_ref()
    }

    /// The salon's date and minute now.
    #[must_use]
    pub fn today(&self) -> (Day, u16) {
        let zone = self.salon.as_ref().map_or(chrono_tz::UTC, |salon| salon.zone);
        self.at.local(zone)
    }

    /// The salon's business day now.
    ///
    /// # Errors
    /// As [`Context::salon`].
    pub fn business_day(&self) -> Result<Day> {
        let salon = self.salon()?;
        Ok(self.at.business_day(salon.zone, salon.closing_min))
    }

    /// ISO code of the salon's country, in whose form phones are read.
    #[must_use]
    pub fn region(&self) -> &str {
        self.salon.as_ref().map_or("KZ", |salon| salon.country.as_str())
    }
}

/// A command that changes the salon.
pub trait Mutation: DeserializeOwned {
    /// What it answers; at most 4 KB.
    type Output: Serialize + DeserializeOwned;
    /// What the history calls it, past tense.
    const KIND: &'static str;
    /// Who may.
    const PERMISSION: Permission;
    /// What undo means.
    const UNDO: Undo;

    /// Reads, decides, writes. Whatever it refuses with, nothing is written.
    ///
    /// # Errors
    /// Its refusals.
    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Self::Output>>;
}

/// A command that reads.
pub trait Query: DeserializeOwned {
    /// What it answers.
    type Output: Serialize;
    /// Who may.
    const PERMISSION: Permission;

    /// Reads.
    ///
    /// # Errors
    /// Its refusals.
    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<Self::Output>;
}

/// A mutation's answer with what the log should know of it.
pub struct Answer<T> {
    output: T,
    reason: Option<String>,
    undo_of: Option<adelante_base::OperationId>,
    undo: Option<&'static str>,
}

impl<T: Serialize> Answer<T> {
    /// Only the answer.
    #[must_use]
    pub const fn of(output: T) -> Self {
        Self { output, reason: None, undo_of: None, undo: None }
    }

    /// With the person's reason.
    #[must_use]
    pub fn because(mut self, reason: &str) -> Self {
        self.reason = (!reason.trim().is_empty()).then(|| reason.trim().to_owned());
        self
    }

    /// It undoes or redoes that operation.
    #[must_use]
    pub const fn answering(mut self, operation: adelante_base::OperationId) -> Self {
        self.undo_of = Some(operation);
        self
    }

    /// What undo means for what this call did.
    #[must_use]
    pub const fn undone_by(mut self, undo: &'static str) -> Self {
        self.undo = Some(undo);
        self
    }

    pub(crate) fn outcome(self) -> Result<Outcome> {
        Ok(Outcome {
            result: serde_json::to_value(self.output)?,
            reason: self.reason,
            undo_of: self.undo_of,
            undo: self.undo,
        })
    }
}
