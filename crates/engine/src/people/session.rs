//! Sessions: who is signed in at which window.

use std::collections::HashMap;
use std::sync::PoisonError;

use adelante_base::vocabulary::Role;
use adelante_base::{SessionId, StaffMemberId};
use adelante_domain::permission::{Permission, permissions_of};
use adelante_store::staff;
use adelante_wire::table::Call;
use adelante_wire::{Done, ErrorCode, Login, Logout, Session};

use super::{Local, pin};
use crate::command::Actor;
use crate::error::{EngineError, Result};
use crate::{Caller, Engine};

/// Sessions of this process.
pub type Sessions = HashMap<SessionId, StaffMemberId>;

/// More windows than this are not open at one desk: the oldest sessions end.
const SESSIONS_MAX: usize = 64;

impl Local for Login {
    type Output = Session;

    fn run(&self, engine: &Engine, _: &Call, _: Caller) -> Result<Session> {
        pin::check(engine, self.staff_id, &self.pin)?;
        engine.begin_session(self.staff_id)
    }
}

impl Local for Logout {
    type Output = Done;

    fn run(&self, engine: &Engine, call: &Call, _: Caller) -> Result<Done> {
        if let Some(session) = call.session_id {
            engine.sessions().remove(&session);
        }
        Ok(Done {})
    }
}

impl Engine {
    pub(crate) fn sessions(&self) -> std::sync::MutexGuard<'_, Sessions> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Signs somebody in whose PIN was checked.
    pub(crate) fn begin_session(&self, staff_id: StaffMemberId) -> Result<Session> {
        let session_id = SessionId::new(self.ids(), self.now());
        let mut sessions = self.sessions();
        if sessions.len() >= SESSIONS_MAX
            && let Some(oldest) = sessions.keys().min().copied()
        {
            sessions.remove(&oldest);
        }
        sessions.insert(session_id, staff_id);
        drop(sessions);
        self.session(session_id)
    }

    /// The session as the UI needs it.
    pub(crate) fn session(&self, session_id: SessionId) -> Result<Session> {
        let staff_id = self.sessions().get(&session_id).copied().ok_or_else(not_signed_in)?;
        let connection = self.store.read()?;
        let member = staff::get(&connection, staff_id)?.filter(|member| !member.retired).ok_or_else(not_signed_in)?;
        Ok(Session {
            session_id,
            staff_id,
            name: member.staff.name,
            role: member.staff.role,
            permissions: permissions_of(member.staff.role)
                .into_iter()
                .map(|permission| permission.to_string())
                .collect(),
        })
    }

    /// Who a call comes from. Before there is an owner (the first run) the program itself.
    ///
    /// # Errors
    /// [`ErrorCode::NotSignedIn`].
    pub fn actor(&self, call: &Call, caller: Caller) -> Result<Actor> {
        let staff_id = match caller {
            Caller::Program => return Ok(Actor::program()),
            Caller::Staff(id) => id,
            Caller::Session => {
                let session = call.session_id.and_then(|id| self.sessions().get(&id).copied());
                match session {
                    Some(id) => id,
                    None if !self.has_owner()? => return Ok(Actor::program()),
                    None => return Err(not_signed_in()),
                }
            }
        };
        let connection = self.store.read()?;
        let member = staff::get(&connection, staff_id)?.filter(|member| !member.retired).ok_or_else(not_signed_in)?;
        Ok(Actor { id: staff_id.to_string(), name: member.staff.name, role: member.staff.role })
    }

    /// Who a host's own command comes from, where the role may do it.
    ///
    /// # Errors
    /// [`ErrorCode::NotSignedIn`], [`ErrorCode::NotPermitted`].
    pub fn permit(
        &self,
        call: &Call,
        caller: &Caller,
        permission: Permission,
    ) -> std::result::Result<Actor, adelante_wire::CommandError> {
        let actor = self.actor(call, *caller).map_err(|error| error.0)?;
        actor.check(permission).map_err(|error| error.0)?;
        Ok(actor)
    }

    /// Whether the first run made an owner who can sign in on this device.
    pub(crate) fn has_owner(&self) -> Result<bool> {
        let connection = self.store.read()?;
        let staff = staff::list(&connection)?;
        Ok(staff.iter().any(|member| !member.retired && member.staff.role == Role::Owner && member.has_pin))
    }
}

fn not_signed_in() -> EngineError {
    EngineError::new(ErrorCode::NotSignedIn)
}
