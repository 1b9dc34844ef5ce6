//! Clients and their phones.

mod contact;
pub mod remembered;
pub mod search;

pub use contact::{Contact, contact};

use std::fmt;

use adelante_base::{ClientId, ClientPhoneId, Day, Money, Timestamp};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::appointment::money;
use crate::operation::{parsed, parsed_or_null};
use crate::{Door, StoreError};

/// A client's card as stored.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Client {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Patronymic.
    pub middle_name: String,
    /// E-mail.
    pub email: String,
    /// Birthday.
    pub birthday: Option<Day>,
    /// `female`, `male` or empty.
    pub gender: String,
    /// Allergies and warnings.
    pub allergy: String,
    /// Note.
    pub note: String,
    /// How the client heard of the salon.
    pub source: String,
    /// Labels.
    pub tags: Vec<String>,
    /// Personal discount, basis points.
    pub discount_bp: u16,
    /// Card number.
    pub card_number: String,
    /// Agreed to the keeping of personal data.
    pub data_consent: bool,
    /// Agreed to offers.
    pub marketing_consent: bool,
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Client(…)")
    }
}

/// A client with what the store knows around the card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredClient {
    /// The card.
    pub client: Client,
    /// Made at.
    pub created_at: Timestamp,
    /// Retired at.
    pub retired_at: Option<Timestamp>,
}

/// A phone of a client.
#[derive(Clone, PartialEq, Eq)]
pub struct Phone {
    /// Its id.
    pub id: ClientPhoneId,
    /// E.164.
    pub e164: String,
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Phone({})", self.id)
    }
}

/// Writes a new card.
///
/// # Errors
/// What SQLite says.
pub fn insert(door: &Door<'_>, id: ClientId, client: &Client) -> Result<(), StoreError> {
    let mut columns = columns(client)?;
    columns.push(("id", id.to_string().into()));
    columns.push(("created_at", door.at().millis().into()));
    door.insert("client", &columns)
}

/// Rewrites a card; only what differs is recorded.
///
/// # Errors
/// What SQLite says.
pub fn update(door: &Door<'_>, id: ClientId, client: &Client) -> Result<(), StoreError> {
    door.update("client", &id.to_string(), &columns(client)?)
}

/// Brings a retired client back.
///
/// # Errors
/// What SQLite says.
pub fn restore(door: &Door<'_>, id: ClientId) -> Result<(), StoreError> {
    door.update("client", &id.to_string(), &[("retired_at", Value::Null)])
}

/// Gives a client exactly these phones, in this order, keeping the rows of those that stay.
///
/// # Errors
/// What SQLite says.
pub fn set_phones(door: &Door<'_>, id: ClientId, numbers: &[String]) -> Result<(), StoreError> {
    let present = phones(door.connection(), id)?;
    for gone in present.iter().filter(|phone| !numbers.contains(&phone.e164)) {
        door.retire("client_phone", &gone.id.to_string())?;
    }
    for (position, e164) in (0i64..).zip(numbers) {
        if let Some(kept) = present.iter().find(|phone| phone.e164 == *e164) {
            door.update("client_phone", &kept.id.to_string(), &[("position", position.into())])?;
            continue;
        }
        let phone = ClientPhoneId::new(door.ids(), door.at());
        door.insert(
            "client_phone",
            &[
                ("id", phone.to_string().into()),
                ("client_id", id.to_string().into()),
                ("e164", e164.clone().into()),
                ("position", position.into()),
                ("created_at", door.at().millis().into()),
            ],
        )?;
    }
    Ok(())
}

/// A client's card, retired or not.
///
/// # Errors
/// What SQLite says.
pub fn get(connection: &Connection, id: ClientId) -> Result<Option<StoredClient>, StoreError> {
    let mut find = connection.prepare_cached(include_str!("get.sql"))?;
    let mut rows = find.query([id.to_string()])?;
    rows.next()?.map(read).transpose()
}

/// A client's phones, the main one first.
///
/// # Errors
/// What SQLite says.
pub fn phones(connection: &Connection, id: ClientId) -> Result<Vec<Phone>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("phones.sql"))?;
    let rows = all.query_map([id.to_string()], |row| Ok(Phone { id: parsed(row, "id")?, e164: row.get("e164")? }))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Living clients that have a phone.
///
/// # Errors
/// What SQLite says.
pub fn find_by_phone(connection: &Connection, e164: &str) -> Result<Vec<ClientId>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("find_by_phone.sql"))?;
    let rows = all.query_map([e164], |row| parsed(row, "client_id"))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A client's name as shown, or empty.
///
/// # Errors
/// What SQLite says.
pub fn name(connection: &Connection, id: ClientId) -> Result<String, StoreError> {
    let mut find = connection.prepare_cached("SELECT name FROM client_index WHERE client_id = ?1")?;
    Ok(find.query_row([id.to_string()], |row| row.get("name")).optional()?.unwrap_or_default())
}

/// What a client has not paid of finished visits, from the cache that both doors keep.
///
/// # Errors
/// What SQLite says.
pub fn debt(connection: &Connection, id: ClientId) -> Result<Money, StoreError> {
    let mut find = connection.prepare_cached("SELECT debt_minor FROM client_stat WHERE client_id = ?1")?;
    Ok(find.query_row([id.to_string()], |row| money(row, "debt_minor")).optional()?.unwrap_or_default())
}

fn columns(client: &Client) -> Result<Vec<(&'static str, Value)>, StoreError> {
    Ok(vec![
        ("first_name", client.first_name.clone().into()),
        ("last_name", client.last_name.clone().into()),
        ("middle_name", client.middle_name.clone().into()),
        ("email", client.email.clone().into()),
        ("birthday", client.birthday.map(|day| day.to_string()).into()),
        ("gender", client.gender.clone().into()),
        ("allergy", client.allergy.clone().into()),
        ("note", client.note.clone().into()),
        ("source", client.source.clone().into()),
        ("tags", serde_json::to_string(&client.tags)?.into()),
        ("discount_bp", i64::from(client.discount_bp).into()),
        ("card_number", client.card_number.clone().into()),
        ("data_consent", i64::from(client.data_consent).into()),
        ("marketing_consent", i64::from(client.marketing_consent).into()),
    ])
}

fn read(row: &Row<'_>) -> Result<StoredClient, StoreError> {
    let tags: String = row.get("tags")?;
    Ok(StoredClient {
        client: Client {
            first_name: row.get("first_name")?,
            last_name: row.get("last_name")?,
            middle_name: row.get("middle_name")?,
            email: row.get("email")?,
            birthday: parsed_or_null(row, "birthday")?,
            gender: row.get("gender")?,
            allergy: row.get("allergy")?,
            note: row.get("note")?,
            source: row.get("source")?,
            tags: serde_json::from_str(&tags)?,
            discount_bp: row.get("discount_bp")?,
            card_number: row.get("card_number")?,
            data_consent: row.get("data_consent")?,
            marketing_consent: row.get("marketing_consent")?,
        },
        created_at: Timestamp::from_millis(row.get("created_at")?),
        retired_at: row.get::<_, Option<i64>>("retired_at")?.map(Timestamp::from_millis),
    })
}
