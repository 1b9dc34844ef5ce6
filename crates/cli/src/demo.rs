//! `adelante demo`.

use adelante_base::{Clock, SystemClock};
use adelante_host::demo::{self, DemoOptions};
use adelante_host::key;
use adelante_wire::{CommandError, ErrorCode};

use crate::arguments::Demo;
use crate::open::options;
use crate::output::Output;
use adelante_host::Upkeep;

/// Makes a demo salon in a new file.
pub fn run(wanted: &Demo, output: &Output) -> anyhow::Result<()> {
    if key::has_content(&wanted.salon.db) {
        return Err(CommandError::new(ErrorCode::BadInput)
            .with("detail", format!("{} is there already: give another file", wanted.salon.db.display()))
            .into());
    }
    let zone = demo::zone_of(&wanted.country)?;
    let made = demo::make(
        options(&wanted.salon, Upkeep::None),
        &DemoOptions {
            seed: wanted.seed,
            clients: wanted.clients,
            staff: wanted.staff,
            months: wanted.months,
            visits_only: wanted.visits_only,
            language: wanted.lang,
            country: wanted.country.clone(),
            today: wanted.today.unwrap_or_else(|| SystemClock.now().local(zone).0),
        },
    )?;
    output.answer(&made, || {
        format!(
            "{}: {} staff, {} services, {} clients, {} visits, {} receipts; sign in as {} with PIN {}",
            wanted.salon.db.display(),
            made.staff,
            made.services,
            made.clients,
            made.visits,
            made.receipts,
            made.owner,
            made.pin
        )
    })
}
