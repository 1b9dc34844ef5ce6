//! PINs: argon2id verifiers of this device, tries counted, and the recovery code.

use adelante_base::vocabulary::Role;
use adelante_base::{IdSource, StaffMemberId, Timestamp};
use adelante_domain::permission::Permission;
use adelante_domain::pin::{format_code, parse_code, validate_pin};
use adelante_store::{StoreError, local, staff};
use adelante_wire::table::Call;
use adelante_wire::{CreateOwner, Done, ErrorCode, OwnerCreated, PinReset, ResetPin, SetPin};
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};

use super::Local;
use crate::error::{EngineError, Result, filled};
use crate::{Caller, Engine};

/// Wrong tries before waiting begins.
const TRIES_FREE: u32 = 5;
/// The first wait, in seconds; it doubles with each further wrong try.
const WAIT_SECONDS: i64 = 30;
/// The longest wait, in seconds.
const WAIT_SECONDS_MAX: i64 = 900;
/// Where the recovery code's verifier is kept.
const RECOVERY: &str = "recovery_verifier";

impl Local for CreateOwner {
    type Output = OwnerCreated;

    fn run(&self, engine: &Engine, _: &Call, _: Caller) -> Result<OwnerCreated> {
        if engine.has_owner()? {
            return Err(EngineError::new(ErrorCode::StillUsed).with("what", "owner"));
        }
        filled("name", &self.name, 100)?;
        check_strength(&self.pin)?;
        let staff_id = engine.make_owner(self.name.trim())?;
        store_pin(engine, staff_id, &self.pin)?;
        let recovery_code = new_recovery_code(engine)?;
        Ok(OwnerCreated {
            session: engine.begin_session(staff_id)?,
            recovery_code,
            database_key: format_code(engine.store().key().bytes()),
        })
    }
}

impl Local for SetPin {
    type Output = Done;

    fn run(&self, engine: &Engine, call: &Call, caller: Caller) -> Result<Done> {
        let actor = engine.actor(call, caller)?;
        let target = staff::get(&*engine.store.read()?, self.staff_id)?
            .filter(|member| !member.retired)
            .ok_or_else(|| EngineError::not_found("staff_member"))?;
        if actor.id != self.staff_id.to_string() {
            actor.check(Permission::StaffWrite)?;
            if target.staff.role == Role::Owner && actor.role != Role::Owner {
                return Err(EngineError::new(ErrorCode::NotPermitted)
                    .with("permission", Permission::StaffWrite)
                    .with("role", actor.role));
            }
        }
        check_strength(&self.pin)?;
        store_pin(engine, self.staff_id, &self.pin)?;
        Ok(Done {})
    }
}

impl Local for ResetPin {
    type Output = PinReset;

    fn run(&self, engine: &Engine, _: &Call, _: Caller) -> Result<PinReset> {
        let wrong = || EngineError::new(ErrorCode::WrongRecoveryCode);
        wait_is_over(engine, self.staff_id)?;
        let code = parse_code(&self.recovery_code).map_err(|_| wrong())?;
        let verifier = local::preference(&*engine.store.read()?, RECOVERY)?.ok_or_else(wrong)?;
        let owner = staff::get(&*engine.store.read()?, self.staff_id)?
            .filter(|member| !member.retired && member.staff.role == Role::Owner)
            .ok_or_else(wrong)?;
        if !fits(&code, &verifier) {
            count_wrong_try(engine, self.staff_id)?;
            return Err(wrong());
        }
        check_strength(&self.new_pin)?;
        store_pin(engine, owner.id, &self.new_pin)?;
        let recovery_code = new_recovery_code(engine)?;
        Ok(PinReset { session: engine.begin_session(owner.id)?, recovery_code })
    }
}

/// Refuses a wrong PIN, counting the tries.
pub(super) fn check(engine: &Engine, staff_id: StaffMemberId, pin: &str) -> Result<()> {
    wait_is_over(engine, staff_id)?;
    let stored = local::pin(&*engine.store.read()?, staff_id)?;
    // Somebody without a PIN is refused like a wrong PIN: who has one is nobody's business.
    let Some(stored) = stored else { return Err(EngineError::new(ErrorCode::WrongPin).with("left", 0)) };
    if fits(pin.as_bytes(), &stored.verifier) {
        engine.store.write_local(|connection| local::set_tries(connection, staff_id, 0, Timestamp::default()))?;
        return Ok(());
    }
    let tries = count_wrong_try(engine, staff_id)?;
    Err(EngineError::new(ErrorCode::WrongPin).with("left", TRIES_FREE.saturating_sub(tries)))
}

fn wait_is_over(engine: &Engine, staff_id: StaffMemberId) -> Result<()> {
    let now = engine.now();
    let stored = local::pin(&*engine.store.read()?, staff_id)?;
    match stored {
        Some(stored) if stored.locked_until > now => {
            let seconds = (stored.locked_until.millis() - now.millis() + 999) / 1000;
            Err(EngineError::new(ErrorCode::TooManyTries)
                .with("until", stored.locked_until.millis())
                .with("seconds", seconds.min(WAIT_SECONDS_MAX)))
        }
        _ => Ok(()),
    }
}

fn count_wrong_try(engine: &Engine, staff_id: StaffMemberId) -> Result<u32> {
    let now = engine.now();
    let tries = engine.store.write_local(|connection| {
        let tries = local::pin(connection, staff_id)?.map_or(0, |pin| pin.tries) + 1;
        let wait = if tries < TRIES_FREE {
            0
        } else {
            WAIT_SECONDS.saturating_mul(1 << (tries - TRIES_FREE).min(10)).min(WAIT_SECONDS_MAX)
        };
        let until = if wait == 0 { Timestamp::default() } else { now.plus_seconds(wait) };
        local::set_tries(connection, staff_id, tries, until)?;
        Ok::<u32, StoreError>(tries)
    })?;
    Ok(tries)
}

fn check_strength(pin: &str) -> Result<()> {
    validate_pin(pin).map_err(|_| EngineError::new(ErrorCode::WeakPin))
}

fn store_pin(engine: &Engine, staff_id: StaffMemberId, pin: &str) -> Result<()> {
    let verifier = verifier(engine.ids(), pin.as_bytes())?;
    Ok(engine.store.write_local(|connection| local::set_pin(connection, staff_id, &verifier, engine.now()))?)
}

fn new_recovery_code(engine: &Engine) -> Result<String> {
    let mut code = [0u8; 10];
    engine.ids().fill(&mut code);
    let verifier = verifier(engine.ids(), &code)?;
    engine.store.write_local(|connection| local::set_preference(connection, RECOVERY, &verifier))?;
    Ok(format_code(&code))
}

/// argon2id with 19 MiB, two passes, one lane: the least that OWASP's password storage cheat
/// sheet (2024) recommends, so that a slow desk PC signs in at once.
fn argon() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(19_456, 2, 1, None).unwrap_or_default())
}

fn verifier(ids: &dyn IdSource, secret: &[u8]) -> Result<String> {
    let mut salt = [0u8; 16];
    ids.fill(&mut salt);
    let hash = argon().hash_password_with_salt(secret, &salt);
    hash.map(|hash| hash.to_string()).map_err(|_| EngineError::new(ErrorCode::Internal).with("detail", "argon2"))
}

fn fits(secret: &[u8], verifier: &str) -> bool {
    PasswordHash::new(verifier).is_ok_and(|hash| argon().verify_password(secret, &hash).is_ok())
}
