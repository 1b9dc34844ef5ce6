//! Where the program stands: what the first screen is decided by, and how far the wizard is.

use adelante_base::vocabulary::{Language, Role};
use adelante_base::{RequestId, StaffMemberId};
use adelante_domain::permission::Permission;
use adelante_store::staff::Staff;
use adelante_store::{Begin, Outcome, local, salon, staff};
use adelante_wire::table::Call;
use adelante_wire::{AppState, AppWarning, Done, GetAppState, LoginUser, SetSetupStep};

use super::Local;
use crate::command::{Actor, Context};
use crate::error::{EngineError, Result};
use crate::{Caller, Engine};

/// The wizard's steps, in order.
pub const STEPS: [&str; 6] = ["salon", "owner", "hours", "staff", "services", "done"];
const STEP: &str = "setup_step";

impl Local for GetAppState {
    type Output = AppState;

    fn run(&self, engine: &Engine, call: &Call, _: Caller) -> Result<AppState> {
        let connection = engine.store.read()?;
        let salon = salon::get(&connection)?;
        let session = call.session_id.and_then(|id| engine.session(id).ok());
        let has_owner = engine.has_owner()?;
        let stored = local::preference(&connection, STEP)?;
        let setup_step = next_step(stored.as_deref(), salon.is_some(), has_owner);
        let stage = if setup_step != "done" && (!has_owner || session.is_some()) {
            "setup"
        } else if session.is_none() {
            "login"
        } else {
            "ready"
        };
        let now = engine.now();
        let zone = salon.as_ref().map_or(chrono_tz::UTC, |salon| salon.zone);
        let (today, minute) = now.local(zone);
        let mut warnings = Vec::new();
        if local::last_moment(&connection)?.is_some_and(|last| now.plus_seconds(60) < last) {
            warnings.push(AppWarning { kind: "clock".to_owned(), detail: today.to_string() });
        }
        Ok(AppState {
            stage: stage.to_owned(),
            damage: None,
            salon_name: salon.as_ref().map(|salon| salon.name.clone()).unwrap_or_default(),
            language: salon.map_or(Language::Ru, |salon| salon.language),
            session,
            users: users(&staff::list(&connection)?),
            setup_step: setup_step.to_owned(),
            practice: false,
            warnings,
            version: engine.app_version.clone(),
            now,
            today,
            minute,
        })
    }
}

impl Local for SetSetupStep {
    type Output = Done;

    fn run(&self, engine: &Engine, call: &Call, caller: Caller) -> Result<Done> {
        engine.actor(call, caller)?.check(Permission::SalonWrite)?;
        if !STEPS.contains(&self.step.as_str()) {
            return Err(EngineError::new(adelante_wire::ErrorCode::BadInput).with("field", "step"));
        }
        engine.store.write_local(|connection| local::set_preference(connection, STEP, &self.step))?;
        Ok(Done {})
    }
}

/// A step that was skipped by hand stays skipped, but without a salon and an owner there is
/// nothing to work with.
fn next_step(stored: Option<&str>, has_salon: bool, has_owner: bool) -> &'static str {
    if !has_salon {
        return "salon";
    }
    if !has_owner {
        return "owner";
    }
    STEPS
        .iter()
        .copied()
        .find(|step| Some(*step) == stored)
        .filter(|step| !matches!(*step, "salon" | "owner"))
        .unwrap_or("hours")
}

fn users(staff: &[staff::StoredStaff]) -> Vec<LoginUser> {
    let present = staff.iter().filter(|member| !member.retired && member.has_pin);
    present
        .map(|member| LoginUser {
            staff_id: member.id,
            name: member.staff.name.clone(),
            initials: adelante_domain::client::initials(&member.staff.name),
            colour: member.staff.colour,
            role: member.staff.role,
            has_pin: member.has_pin,
        })
        .collect()
}

impl Engine {
    /// Makes the owner through the write door, as the program itself: the first run has nobody
    /// else who could.
    pub(crate) fn make_owner(&self, name: &str) -> Result<StaffMemberId> {
        let program = Actor::program();
        let owner = Staff {
            name: name.to_owned(),
            position: String::new(),
            role: Role::Owner,
            in_calendar: false,
            colour: 0,
            phone: String::new(),
            services: Vec::new(),
            tax_id: String::new(),
        };
        let begin = Begin {
            request_id: RequestId::new(self.ids(), self.now()),
            kind: "staff_member_created",
            undo: "never",
            actor: &program.id,
            at: self.now(),
            body_hash: [0; 32],
            app_version: &self.app_version,
            ids: self.ids.as_ref(),
        };
        let written = self.store.write(begin, |door| {
            let context = Context::read(&program, door.at(), door.connection())?;
            let id = crate::staff::create(&context, door, &owner)?;
            Ok::<_, EngineError>(Outcome::of(serde_json::json!(id)))
        })?;
        self.tell_stale(&written.topics);
        Ok(serde_json::from_value(written.result)?)
    }

    /// After a backup took the file's place: a new identity, a new receipt series, and the
    /// registers given to it.
    ///
    /// # Errors
    /// What the store says.
    pub fn after_restore(&self) -> Result<()> {
        let now = self.now();
        let mut registers = salon::registers_here(&*self.store.read()?)?;
        self.store.write_local(|connection| {
            local::begin_new_identity(connection, now, self.ids())?;
            adelante_store::fiscal::hold(connection)
        })?;
        if registers.is_empty() {
            registers.extend(salon::register(&*self.store.read()?)?);
        }
        if registers.is_empty() {
            return Ok(());
        }
        let begin = Begin {
            request_id: RequestId::new(self.ids(), now),
            kind: "register_taken",
            undo: "never",
            actor: "program",
            at: now,
            body_hash: [0; 32],
            app_version: &self.app_version,
            ids: self.ids.as_ref(),
        };
        let written = self.store.write(begin, |door| {
            for register in &registers {
                salon::take_register(door, register.id)?;
            }
            Ok::<_, EngineError>(Outcome::of(serde_json::Value::Null))
        })?;
        self.tell_stale(&written.topics);
        Ok(())
    }
}
