//! The waitlist: who waits for what, and what is held for whom.

use adelante_base::vocabulary::{PartOfDay, WaitlistState};
use adelante_base::{AppointmentId, ClientId, Day, ServiceId, StaffMemberId, Timestamp, WaitlistEntryId};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use crate::operation::{parsed, parsed_or_null};
use crate::{Door, StoreError};

/// What somebody wishes for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// Service.
    pub service_id: ServiceId,
    /// With whom; `None`: anyone.
    pub staff_id: Option<StaffMemberId>,
    /// First date that suits.
    pub from_day: Option<Day>,
    /// Last date that suits.
    pub to_day: Option<Day>,
    /// Part of the day.
    pub part: PartOfDay,
    /// Note.
    pub note: String,
}

/// A time that is held for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offer {
    /// With whom.
    pub staff_id: StaffMemberId,
    /// Date.
    pub day: Day,
    /// Start.
    pub start_min: u16,
    /// End.
    pub end_min: u16,
    /// Until when it is held.
    pub until: Timestamp,
}

/// Where a wish stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The word for it.
    pub state: WaitlistState,
    /// Why.
    pub reason: String,
    /// The visit that fulfilled it.
    pub appointment_id: Option<AppointmentId>,
    /// The last offer, while it stands.
    pub offer: Option<Offer>,
    /// When something was last offered.
    pub notified_at: Option<Timestamp>,
}

/// A wish on the waitlist as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Which.
    pub id: WaitlistEntryId,
    /// Whose.
    pub client_id: ClientId,
    /// The wish.
    pub wish: Wish,
    /// Where it stands.
    pub progress: Progress,
    /// On the list since.
    pub created_at: Timestamp,
}

/// A held time on a day's column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// For which wish.
    pub entry_id: WaitlistEntryId,
    /// For whom.
    pub client_id: ClientId,
    /// With whom.
    pub staff_id: StaffMemberId,
    /// Date.
    pub day: Day,
    /// Start.
    pub start_min: u16,
    /// End.
    pub end_min: u16,
    /// Until when.
    pub until: Timestamp,
}

/// Adds a wish that waits.
///
/// # Errors
/// What SQLite says.
pub fn insert(door: &Door<'_>, id: WaitlistEntryId, client: ClientId, wish: &Wish) -> Result<(), StoreError> {
    let mut columns = wish_columns(wish);
    columns.extend([
        ("id", id.to_string().into()),
        ("client_id", client.to_string().into()),
        ("state", WaitlistState::Waiting.as_str().to_owned().into()),
        ("state_reason", String::new().into()),
        ("created_at", door.at().millis().into()),
    ]);
    door.insert("waitlist_entry", &columns)
}

/// Changes a wish.
///
/// # Errors
/// What SQLite says.
pub fn update_wish(door: &Door<'_>, id: WaitlistEntryId, wish: &Wish) -> Result<(), StoreError> {
    door.update("waitlist_entry", &id.to_string(), &wish_columns(wish))
}

/// Changes where a wish stands.
///
/// # Errors
/// What SQLite says.
pub fn update_progress(door: &Door<'_>, id: WaitlistEntryId, progress: &Progress) -> Result<(), StoreError> {
    let offer = progress.offer;
    door.update(
        "waitlist_entry",
        &id.to_string(),
        &[
            ("state", progress.state.as_str().to_owned().into()),
            ("state_reason", progress.reason.clone().into()),
            ("appointment_id", progress.appointment_id.map(|id| id.to_string()).into()),
            ("offer_staff_id", offer.map(|offer| offer.staff_id.to_string()).into()),
            ("offer_day", offer.map(|offer| offer.day.to_string()).into()),
            ("offer_start_min", offer.map(|offer| i64::from(offer.start_min)).into()),
            ("offer_end_min", offer.map(|offer| i64::from(offer.end_min)).into()),
            ("offer_until", offer.map(|offer| offer.until.millis()).into()),
            ("notified_at", progress.notified_at.map(Timestamp::millis).into()),
        ],
    )
}

/// A wish, also a fulfilled or closed one.
///
/// # Errors
/// What SQLite says.
pub fn get(connection: &Connection, id: WaitlistEntryId) -> Result<Option<Entry>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("get.sql"))?;
    Ok(find.query_row([id.to_string()], read).optional()?)
}

/// Wishes that wait or have an offer, oldest first.
///
/// # Errors
/// What SQLite says.
pub fn open(connection: &Connection) -> Result<Vec<Entry>, StoreError> {
    collect(connection, include_str!("open.sql"), [])
}

/// Wishes that were fulfilled or closed, latest first.
///
/// # Errors
/// What SQLite says.
pub fn closed(connection: &Connection, limit: u16) -> Result<Vec<Entry>, StoreError> {
    collect(connection, include_str!("closed.sql"), [limit])
}

/// The times of a range of dates that are held at this moment.
///
/// # Errors
/// What SQLite says.
pub fn holds(connection: &Connection, from: Day, to: Day, now: Timestamp) -> Result<Vec<Hold>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("holds.sql"))?;
    let params = named_params! { ":from": from.to_string(), ":to": to.to_string(), ":now": now.millis() };
    let rows = all.query_map(params, |row| {
        Ok(Hold {
            entry_id: parsed(row, "id")?,
            client_id: parsed(row, "client_id")?,
            staff_id: parsed(row, "offer_staff_id")?,
            day: parsed(row, "offer_day")?,
            start_min: row.get("offer_start_min")?,
            end_min: row.get("offer_end_min")?,
            until: Timestamp::from_millis(row.get("offer_until")?),
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn collect(connection: &Connection, sql: &str, params: impl rusqlite::Params) -> Result<Vec<Entry>, StoreError> {
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map(params, read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn wish_columns(wish: &Wish) -> Vec<(&'static str, Value)> {
    vec![
        ("service_id", wish.service_id.to_string().into()),
        ("staff_id", wish.staff_id.map(|id| id.to_string()).into()),
        ("from_day", wish.from_day.map(|day| day.to_string()).into()),
        ("to_day", wish.to_day.map(|day| day.to_string()).into()),
        ("part", wish.part.as_str().to_owned().into()),
        ("note", wish.note.clone().into()),
    ]
}

fn read(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        id: parsed(row, "id")?,
        client_id: parsed(row, "client_id")?,
        wish: Wish {
            service_id: parsed(row, "service_id")?,
            staff_id: parsed_or_null(row, "staff_id")?,
            from_day: parsed_or_null(row, "from_day")?,
            to_day: parsed_or_null(row, "to_day")?,
            part: parsed(row, "part")?,
            note: row.get("note")?,
        },
        progress: Progress {
            state: parsed(row, "state")?,
            reason: row.get("state_reason")?,
            appointment_id: parsed_or_null(row, "appointment_id")?,
            offer: read_offer(row)?,
            notified_at: row.get::<_, Option<i64>>("notified_at")?.map(Timestamp::from_millis),
        },
        created_at: Timestamp::from_millis(row.get("created_at")?),
    })
}

/// The offer's columns are one merge group: either all are there or none.
fn read_offer(row: &Row<'_>) -> rusqlite::Result<Option<Offer>> {
    let Some(staff_id) = parsed_or_null(row, "offer_staff_id")? else { return Ok(None) };
    Ok(Some(Offer {
        staff_id,
        day: parsed(row, "offer_day")?,
        start_min: row.get("offer_start_min")?,
        end_min: row.get("offer_end_min")?,
        until: Timestamp::from_millis(row.get("offer_until")?),
    }))
}
