//! The demo salon: staff, price list, clients, months of visits and sales, two weeks ahead.
//! Everything goes through the engine's commands, with a clock that is set to each moment, so
//! that history, shifts and receipts look as if the salon had lived. The same seed, size and
//! date give the same salon, row for row.

mod calendar;
mod dice;
mod fill;
mod people;
mod plan;
mod setup;
mod words;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use adelante_base::id::{SeededIds, SystemIds};
use adelante_base::vocabulary::Language;
use adelante_base::{Clock, Day, IdSource, Timestamp};
use adelante_engine::Engine;
use adelante_store::Store;
use adelante_wire::{CommandError, ErrorCode};
use chrono_tz::Tz;
use serde::Serialize;

use crate::errors::store_error;
use crate::opening::{self, DeskOptions};
use crate::preferences::{Preferences, key_check};
use crate::running::Running;
use crate::{files, key};

/// The PIN of the demo salon's owner. Printed, and no secret.
pub const PIN: &str = "2580";

/// What demo salon to make.
#[derive(Debug, Clone)]
pub struct DemoOptions {
    /// Chooses names, visits and sums.
    pub seed: u64,
    /// How many clients.
    pub clients: u32,
    /// How many staff members, the owner and the receptionist among them.
    pub staff: u32,
    /// Months of visits and sales; 0: none, not ahead either.
    pub months: u32,
    /// Language of the salon.
    pub language: Language,
    /// ISO 3166 code of the country.
    pub country: String,
    /// Only visits and sales: no waitlist, class, holidays and standing orders.
    pub visits_only: bool,
    /// The salon's today. Its past ends the evening before, so that the PC's clock is never
    /// behind what was saved.
    pub today: Day,
}

/// What was made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Made {
    /// Staff members.
    pub staff: u32,
    /// Services on the price list.
    pub services: u32,
    /// Clients.
    pub clients: u32,
    /// Visits, past and ahead.
    pub visits: u32,
    /// Receipts, voids included.
    pub receipts: u32,
    /// The owner's name.
    pub owner: String,
    /// The owner's PIN.
    pub pin: String,
}

/// Makes a demo salon in a new file. It gets its name when it is whole.
///
/// # Errors
/// `already_running`, `unsafe_folder`, `disk_full` …, or `bad_input` for an unknown country.
pub fn make(options: DeskOptions, demo: &DemoOptions) -> Result<Made, CommandError> {
    let file = options.file.clone();
    opening::prepare_folder(&file)?;
    let _running = Running::take(&file)?;
    // A person may begin to use a demo salon in earnest: its key is never from the seed.
    let key = key::find_or_make(&file, options.key_file.as_deref(), options.keychain, &SystemIds)?.remove(0).key;
    let making = files::beside(&file, ".making");
    let told = |error: std::io::Error| files::failed("make the demo salon", &error);
    files::remove_database(&making).map_err(told)?;

    let clock = Arc::new(SetClock::default());
    let ids: Arc<dyn IdSource> = Arc::new(SeededIds::new(demo.seed));
    let zone = zone_of(&demo.country)?;
    clock.set(plan::first_day(demo).at(8 * 60, zone));
    let store = Store::open(&making, &key).map_err(|error| store_error(&error, &file))?;
    store.unsafe_bulk().map_err(|error| store_error(&error, &file))?;
    let engine = Engine::new(store, clock.clone(), ids.clone(), &options.app_version)
        .map_err(|error| store_error(&error, &file))?;
    let made = fill::fill(&engine, &clock, &*ids, demo, zone)?;
    engine.store().durable().map_err(|error| store_error(&error, &file))?;
    drop(engine);

    std::fs::rename(&making, &file).and_then(|()| files::sync_folder(&file)).map_err(told)?;
    files::remove_database(&making).map_err(told)?;
    let mut preferences = Preferences::read(&file);
    preferences.key_check = key_check(&key);
    preferences.write(&file)?;
    Ok(made)
}

/// The main zone of a country.
///
/// # Errors
/// `bad_input` for a country that the product does not know.
pub fn zone_of(country: &str) -> Result<Tz, CommandError> {
    adelante_domain::country::country(country)
        .and_then(|country| country.zone.parse().ok())
        .ok_or_else(|| CommandError::new(ErrorCode::BadInput).with("detail", "this country is not known"))
}

/// A clock that shows what it is told.
#[derive(Debug, Default)]
struct SetClock(AtomicI64);

impl SetClock {
    /// Sets it. It never goes back: each action happens after the one before.
    fn set(&self, at: Timestamp) {
        self.0.fetch_max(at.millis(), Ordering::Relaxed);
    }
}

impl Clock for SetClock {
    /// A millisecond later each time it is looked at, as a real one is.
    fn now(&self) -> Timestamp {
        Timestamp::from_millis(self.0.fetch_add(1, Ordering::Relaxed))
    }
}
