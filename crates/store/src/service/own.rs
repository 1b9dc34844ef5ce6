//! Own price and length of a service: with one staff member, or for one client.

use adelante_base::{Money, ServiceId};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::appointment::money;
use crate::{Door, StoreError};

/// What differs from the price list; `None`: as there.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Own {
    /// Price.
    pub price: Option<Money>,
    /// Length.
    pub duration_min: Option<u16>,
}

/// Whose it is: a table with the column that says so.
pub(crate) struct Whose<'a> {
    /// Table.
    pub table: &'static str,
    /// Column of the owner.
    pub column: &'static str,
    /// The owner.
    pub id: String,
    /// SQL that finds the living rows of an owner and a service, newest first.
    pub find: &'a str,
}

/// What differs for this owner, if anything was set.
pub(crate) fn find(connection: &Connection, whose: &Whose<'_>, service: ServiceId) -> Result<Option<Own>, StoreError> {
    let mut find = connection.prepare_cached(whose.find)?;
    Ok(find.query_row([&whose.id, &service.to_string()], read).optional()?)
}

/// Sets what differs for this owner; nothing at all takes the row out. `new_id` makes the id of
/// a row, where one is needed.
pub(crate) fn set(
    door: &Door<'_>,
    whose: &Whose<'_>,
    service: ServiceId,
    own: Own,
    new_id: impl FnOnce() -> String,
) -> Result<(), StoreError> {
    let present: Vec<String> = {
        let mut find = door.connection().prepare_cached(whose.find)?;
        let rows = find.query_map([&whose.id, &service.to_string()], |row| row.get("id"))?;
        rows.collect::<Result<_, _>>()?
    };
    if own == Own::default() {
        return present.iter().try_for_each(|id| door.retire(whose.table, id));
    }
    let mut columns: Vec<(&'static str, Value)> = vec![
        ("price_minor", own.price.map(Money::minor).into()),
        ("duration_min", own.duration_min.map(i64::from).into()),
    ];
    if let Some(newest) = present.first() {
        return door.update(whose.table, newest, &columns);
    }
    columns.push(("id", new_id().into()));
    columns.push((whose.column, whose.id.clone().into()));
    columns.push(("service_id", service.to_string().into()));
    columns.push(("created_at", door.at().millis().into()));
    door.insert(whose.table, &columns)
}

/// Price and length of a row.
pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<Own> {
    let has_price = row.get::<_, Option<i64>>("price_minor")?.is_some();
    Ok(Own { price: has_price.then(|| money(row, "price_minor")).transpose()?, duration_min: row.get("duration_min")? })
}
