//! Who sits at the desk: sessions, PINs, the first run. Device-local, never synced.

pub mod pin;
pub mod session;
pub mod state;

use adelante_wire::table::Call;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::Result;
use crate::{Caller, Engine};

/// A command about this device's own state.
pub trait Local: DeserializeOwned {
    /// What it answers.
    type Output: Serialize;

    /// Does it.
    ///
    /// # Errors
    /// Its refusals.
    fn run(&self, engine: &Engine, call: &Call, caller: Caller) -> Result<Self::Output>;
}
