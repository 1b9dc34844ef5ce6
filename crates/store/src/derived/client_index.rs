//! The search index of clients: folded names by prefix, digits by fragment.

use adelante_base::vocabulary::Language;
use adelante_domain::client as rules;
use adelante_domain::search_text;
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::StoreError;

/// Recomputes one client.
///
/// # Errors
/// What SQLite says.
pub fn refresh(connection: &Connection, client: &str) -> Result<(), StoreError> {
    let Some(source) = source(connection, client)? else { return Ok(()) };
    let known = known(connection, client)?;
    let same = known.as_ref().is_some_and(|known| {
        known.folded == source.folded && known.digits == source.digits && known.retired == source.retired
    });
    if let Some(known) = known.filter(|known| !same && !known.retired) {
        let parameters = named_params! { ":no": known.no, ":folded": known.folded };
        connection.prepare_cached(include_str!("client_names_delete.sql"))?.execute(parameters)?;
        let parameters = named_params! { ":no": known.no, ":digits": known.digits };
        connection.prepare_cached(include_str!("client_digits_delete.sql"))?.execute(parameters)?;
    }
    let mut upsert = connection.prepare_cached(include_str!("client_index_upsert.sql"))?;
    let no: i64 = upsert.query_row(
        named_params! {
            ":client_id": client, ":name": source.name, ":sort": source.sort, ":phone": source.phone,
            ":folded": source.folded, ":digits": source.digits, ":retired": source.retired,
        },
        |row| row.get("no"),
    )?;
    if same || source.retired {
        return Ok(());
    }
    connection
        .prepare_cached("INSERT INTO client_names (rowid, folded) VALUES (?1, ?2)")?
        .execute(rusqlite::params![no, source.folded])?;
    connection
        .prepare_cached("INSERT INTO client_digits (rowid, digits) VALUES (?1, ?2)")?
        .execute(rusqlite::params![no, source.digits])?;
    Ok(())
}

/// What the index holds of a client.
struct Known {
    no: i64,
    folded: String,
    digits: String,
    retired: bool,
}

fn known(connection: &Connection, client: &str) -> Result<Option<Known>, StoreError> {
    let mut find =
        connection.prepare_cached("SELECT no, folded, digits, retired FROM client_index WHERE client_id = ?1")?;
    let found = find.query_row([client], |row| {
        Ok(Known {
            no: row.get("no")?,
            folded: row.get("folded")?,
            digits: row.get("digits")?,
            retired: row.get("retired")?,
        })
    });
    Ok(found.optional()?)
}

/// Counts clients whose index entry differs from their rows.
///
/// # Errors
/// What SQLite says.
pub fn wrong(connection: &Connection) -> Result<u64, StoreError> {
    let mut all = connection.prepare("SELECT id FROM client")?;
    let mut rows = all.query([])?;
    let mut wrong = 0;
    let mut find = connection.prepare("SELECT name, phone, folded, retired FROM client_index WHERE client_id = ?1")?;
    while let Some(row) = rows.next()? {
        let id: String = row.get("id")?;
        let Some(source) = source(connection, &id)? else { continue };
        let same = find
            .query_row([&id], |row| {
                Ok(row.get::<_, String>("name")? == source.name
                    && row.get::<_, String>("phone")? == source.phone
                    && row.get::<_, String>("folded")? == source.folded
                    && row.get::<_, bool>("retired")? == source.retired)
            })
            .optional()?;
        wrong += u64::from(same != Some(true));
    }
    Ok(wrong)
}

struct Source {
    name: String,
    sort: String,
    phone: String,
    folded: String,
    digits: String,
    retired: bool,
}

fn source(connection: &Connection, client: &str) -> Result<Option<Source>, StoreError> {
    let phones = phones(connection, client)?;
    let mut find = connection.prepare_cached(include_str!("client_index_source.sql"))?;
    let found = find.query_row([client], |row| {
        let (first, last, middle): (String, String, String) =
            (row.get("first_name")?, row.get("last_name")?, row.get("middle_name")?);
        let card: String = row.get("card_number")?;
        let email: String = row.get("email")?;
        let mut name = rules::full_name(&last, &first, "", Language::Ru);
        if name.is_empty() {
            name.clone_from(phones.first().unwrap_or(&email));
        }
        let mut digits: Vec<String> = phones.iter().map(|phone| search_text::digits(phone)).collect();
        digits.push(search_text::digits(&card));
        digits.retain(|part| part.len() >= 3);
        let folded = search_text::fold(&format!("{last} {first} {middle} {email} {card}"));
        Ok(Source {
            sort: search_text::fold(&format!("{last} {first}")),
            phone: phones.first().cloned().unwrap_or_default(),
            digits: digits.join(" "),
            retired: row.get::<_, Option<i64>>("retired_at")?.is_some(),
            name,
            folded,
        })
    });
    Ok(found.optional()?)
}

fn phones(connection: &Connection, client: &str) -> Result<Vec<String>, StoreError> {
    let mut all = connection.prepare_cached(
        "SELECT e164 FROM client_phone WHERE client_id = ?1 AND retired_at IS NULL ORDER BY position, id",
    )?;
    let rows = all.query_map([client], |row| row.get("e164"))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
