//! Packages: what is offered, what clients have bought, the sessions taken.

use adelante_base::{BillLineId, ClientId, Day, Money, PackageId, PackageOfferId, PackageUseId, PaymentId, ServiceId};
use adelante_domain::membership::Use;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::appointment::{from_json, money};
use crate::operation::{parsed, parsed_or_null};
use crate::{Door, StoreError};

/// A package as it is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Which.
    pub id: PackageOfferId,
    /// Name.
    pub name: String,
    /// Price of all.
    pub price: Money,
    /// For which services; empty: for all.
    pub services: Vec<ServiceId>,
    /// How many sessions; of a membership: in each month, 0 as many as wanted.
    pub sessions: u16,
    /// Days it is valid after it is bought.
    pub valid_days: Option<u16>,
    /// Months of a membership; none: a package.
    pub periods: Option<u16>,
}

/// A package that a client has bought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Package {
    /// Which.
    pub id: PackageId,
    /// Of which offer.
    pub offer_id: PackageOfferId,
    /// The item of a bill that it was sold by.
    pub item_id: BillLineId,
    /// Whose.
    pub client_id: Option<ClientId>,
    /// Name when it was bought.
    pub name: String,
    /// For which services; empty: for all.
    pub services: Vec<ServiceId>,
    /// Sessions bought; of a membership: in each month, 0 as many as wanted.
    pub sessions: u16,
    /// What was paid for all of them.
    pub value: Money,
    /// Bought on.
    pub business_day: Day,
    /// Months of a membership; none: a package.
    pub periods: Option<u16>,
}

/// A package with what is left of it and how long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// It.
    pub package: Package,
    /// Sessions left of a package; negative where two PCs took the last one apart. Of a membership
    /// its month says it.
    pub left: i64,
    /// Sessions of a membership that were taken or given back.
    pub uses: Vec<Use>,
    /// What is left of its worth.
    pub worth: Money,
    /// Last day.
    pub valid_until: Option<Day>,
    /// Frozen since.
    pub frozen_from: Option<Day>,
    /// Days it was frozen before.
    pub frozen_days: i64,
}

/// How long a package is valid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// Last day.
    pub valid_until: Option<Day>,
    /// Frozen since.
    pub frozen_from: Option<Day>,
    /// Days it was frozen before.
    pub frozen_days: i64,
}

/// Puts a package on offer.
///
/// # Errors
/// What SQLite says.
pub fn insert_offer(door: &Door<'_>, offer: &Offer) -> Result<(), StoreError> {
    let mut columns = columns(offer)?;
    columns.extend([("id", offer.id.to_string().into()), ("created_at", door.at().millis().into())]);
    door.insert("package_offer", &columns)
}

/// Changes what is offered; packages that were bought stay as they were.
///
/// # Errors
/// What SQLite says.
pub fn update_offer(door: &Door<'_>, offer: &Offer) -> Result<(), StoreError> {
    door.update("package_offer", &offer.id.to_string(), &columns(offer)?)
}

fn columns(offer: &Offer) -> Result<Vec<(&'static str, Value)>, StoreError> {
    Ok(vec![
        ("name", offer.name.clone().into()),
        ("price_minor", offer.price.minor().into()),
        ("services", serde_json::to_string(&offer.services)?.into()),
        ("sessions", i64::from(offer.sessions).into()),
        ("valid_days", offer.valid_days.map(i64::from).into()),
        ("periods", offer.periods.map(i64::from).into()),
    ])
}

/// The packages on offer, by name.
///
/// # Errors
/// What SQLite says.
pub fn offers(connection: &Connection) -> Result<Vec<Offer>, StoreError> {
    let mut all =
        connection.prepare_cached(concat!(include_str!("offer.sql"), " WHERE retired_at IS NULL ORDER BY name, id"))?;
    let rows = all.query_map([], read_offer)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// An offer, retired or not.
///
/// # Errors
/// What SQLite says.
pub fn offer(connection: &Connection, id: PackageOfferId) -> Result<Option<Offer>, StoreError> {
    let sql = concat!(include_str!("offer.sql"), " WHERE id = ?1");
    Ok(connection.prepare_cached(sql)?.query_row([id.to_string()], read_offer).optional()?)
}

/// Writes a package that was sold, with its last day.
///
/// # Errors
/// What SQLite says.
pub fn insert(door: &Door<'_>, package: &Package, valid_until: Option<Day>) -> Result<(), StoreError> {
    door.insert(
        "package",
        &[
            ("id", package.id.to_string().into()),
            ("offer_id", package.offer_id.to_string().into()),
            ("item_id", package.item_id.to_string().into()),
            ("client_id", package.client_id.map(|id| id.to_string()).into()),
            ("name", package.name.clone().into()),
            ("services", serde_json::to_string(&package.services)?.into()),
            ("sessions", i64::from(package.sessions).into()),
            ("value_minor", package.value.minor().into()),
            ("business_day", package.business_day.to_string().into()),
            ("periods", package.periods.map(i64::from).into()),
        ],
    )?;
    door.insert(
        "package_term",
        &[
            ("id", package.id.to_string().into()),
            ("valid_until", valid_until.map(|day| day.to_string()).into()),
            ("created_at", door.at().millis().into()),
        ],
    )
}

/// Changes how long a package is valid and whether it is frozen.
///
/// # Errors
/// What SQLite says.
pub fn update_term(door: &Door<'_>, id: PackageId, term: &Term) -> Result<(), StoreError> {
    let text = |day: Option<Day>| day.map(|day| day.to_string()).into();
    let columns = [
        ("valid_until", text(term.valid_until)),
        ("frozen_from", text(term.frozen_from)),
        ("frozen_days", (term.frozen_days != 0).then_some(term.frozen_days).into()),
    ];
    door.update("package_term", &id.to_string(), &columns)
}

/// A package with what is left of it.
///
/// # Errors
/// What SQLite says.
pub fn get(connection: &Connection, id: PackageId) -> Result<Option<Held>, StoreError> {
    let sql = concat!(include_str!("package.sql"), " WHERE p.id = ?1");
    Ok(connection.prepare_cached(sql)?.query_row([id.to_string()], read).optional()?)
}

/// A client's packages, those that end first before.
///
/// # Errors
/// What SQLite says.
pub fn of_client(connection: &Connection, client: ClientId) -> Result<Vec<Held>, StoreError> {
    let sql = concat!(
        include_str!("package.sql"),
        " WHERE p.client_id = ?1 ORDER BY t.valid_until IS NULL, t.valid_until, p.id LIMIT 100"
    );
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map([client.to_string()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The packages that an item of a bill has become.
///
/// # Errors
/// What SQLite says.
pub fn of_item(connection: &Connection, item: BillLineId) -> Result<Vec<Held>, StoreError> {
    let sql = concat!(include_str!("package.sql"), " WHERE p.item_id = ?1 ORDER BY p.id");
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map([item.to_string()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Packages with worth left whose last day is before `day`.
///
/// # Errors
/// What SQLite says.
pub fn ended(connection: &Connection, day: Day) -> Result<Vec<Held>, StoreError> {
    let sql = concat!(
        include_str!("package.sql"),
        " WHERE t.valid_until < ?1 AND t.frozen_from IS NULL AND b.amount_minor < 0 ORDER BY p.id"
    );
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map([day.to_string()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Memberships of which something is owed and that still run on `day`.
///
/// # Errors
/// What SQLite says.
pub fn running(connection: &Connection, day: Day) -> Result<Vec<Held>, StoreError> {
    let sql = concat!(include_str!("package.sql"), " ", include_str!("running.sql"));
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map([day.to_string()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Sessions that a payment takes (+) or gives back (−).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// How many.
    pub sessions: i64,
    /// What they are worth.
    pub worth: Money,
    /// Of a membership: in which month of it, from 0.
    pub period: Option<u16>,
}

/// Writes sessions that were taken or given back, with what they were worth.
///
/// # Errors
/// What SQLite says.
pub fn insert_use(door: &Door<'_>, package: PackageId, payment: PaymentId, taken: &Taken) -> Result<(), StoreError> {
    door.insert(
        "package_use",
        &[
            ("id", PackageUseId::new(door.ids(), door.at()).to_string().into()),
            ("package_id", package.to_string().into()),
            ("payment_id", payment.to_string().into()),
            ("sessions", taken.sessions.into()),
            ("amount_minor", taken.worth.minor().into()),
            ("period", taken.period.map(i64::from).into()),
        ],
    )
}

/// The sessions that a payment took.
///
/// # Errors
/// What SQLite says.
pub fn use_of(connection: &Connection, payment: PaymentId) -> Result<Option<Taken>, StoreError> {
    let sql = "SELECT sessions, amount_minor, period FROM package_use WHERE payment_id = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([payment.to_string()], read_taken).optional()?)
}

fn read_taken(row: &Row<'_>) -> rusqlite::Result<Taken> {
    Ok(Taken { sessions: row.get("sessions")?, worth: money(row, "amount_minor")?, period: row.get("period")? })
}

fn read_offer(row: &Row<'_>) -> rusqlite::Result<Offer> {
    Ok(Offer {
        id: parsed(row, "id")?,
        name: row.get("name")?,
        price: money(row, "price_minor")?,
        services: from_json(row, "services")?,
        sessions: row.get("sessions")?,
        valid_days: row.get("valid_days")?,
        periods: row.get("periods")?,
    })
}

fn read(row: &Row<'_>) -> rusqlite::Result<Held> {
    let package = Package {
        id: parsed(row, "id")?,
        offer_id: parsed(row, "offer_id")?,
        item_id: parsed(row, "item_id")?,
        client_id: parsed_or_null(row, "client_id")?,
        name: row.get("name")?,
        services: from_json(row, "services")?,
        sessions: row.get("sessions")?,
        value: money(row, "value_minor")?,
        business_day: parsed(row, "business_day")?,
        periods: row.get("periods")?,
    };
    let uses: Vec<(u16, i64, Money)> = from_json(row, "uses")?;
    Ok(Held {
        left: i64::from(package.sessions) - row.get::<_, i64>("used")?,
        package,
        uses: uses.into_iter().map(|(period, sessions, worth)| Use { period, sessions, worth }).collect(),
        worth: money(row, "worth_minor")?,
        valid_until: parsed_or_null(row, "valid_until")?,
        frozen_from: parsed_or_null(row, "frozen_from")?,
        frozen_days: row.get::<_, Option<i64>>("frozen_days")?.unwrap_or(0),
    })
}
