//! Clients: the card, its changes, the list, the search, the import.

pub mod card;
pub mod import;
pub mod list;
pub mod remembered;
pub mod search;

use adelante_base::ClientId;
use adelante_domain::client as rules;
use adelante_domain::permission::Permission;
use adelante_domain::phone;
use adelante_store::Door;
use adelante_store::client::{self, Client};
use adelante_wire::{
    ClientCreated, ClientFields, CreateClient, Done, ErrorCode, RestoreClient, RetireClient, UpdateClient,
};

use crate::command::{Answer, Context, Mutation, Undo};
use crate::error::{EngineError, Result};

impl Mutation for CreateClient {
    type Output = ClientCreated;
    const KIND: &'static str = "client_created";
    const PERMISSION: Permission = Permission::ClientsWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<ClientCreated>> {
        Ok(Answer::of(ClientCreated { client_id: create(context, door, &self.client)? }))
    }
}

impl Mutation for UpdateClient {
    type Output = Done;
    const KIND: &'static str = "client_updated";
    const PERMISSION: Permission = Permission::ClientsWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        living(door, self.client_id)?;
        let (card, phones) = checked(context, &self.client)?;
        client::update(door, self.client_id, &card)?;
        client::set_phones(door, self.client_id, &phones)?;
        Ok(Answer::of(Done {}))
    }
}

impl Mutation for RetireClient {
    type Output = Done;
    const KIND: &'static str = "client_retired";
    const PERMISSION: Permission = Permission::ClientsWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        living(door, self.client_id)?;
        door.retire("client", &self.client_id.to_string())?;
        Ok(Answer::of(Done {}))
    }
}

impl Mutation for RestoreClient {
    type Output = Done;
    const KIND: &'static str = "client_restored";
    const PERMISSION: Permission = Permission::ClientsWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        client::get(door.connection(), self.client_id)?.ok_or_else(|| EngineError::not_found("client"))?;
        client::restore(door, self.client_id)?;
        Ok(Answer::of(Done {}))
    }
}

/// Writes a new card: also used by booking (a new client on the phone) and by the import.
pub(crate) fn create(context: &Context<'_>, door: &Door<'_>, fields: &ClientFields) -> Result<ClientId> {
    let (card, phones) = checked(context, fields)?;
    let id = ClientId::new(door.ids(), door.at());
    client::insert(door, id, &card)?;
    client::set_phones(door, id, &phones)?;
    Ok(id)
}

/// Refuses a client who is not there or was retired.
pub(crate) fn living(door: &Door<'_>, id: ClientId) -> Result<Client> {
    let found = client::get(door.connection(), id)?.filter(|stored| stored.retired_at.is_none());
    found.map(|stored| stored.client).ok_or_else(|| EngineError::not_found("client"))
}

/// The card as stored, and its phones in E.164, where every field is in order.
pub(crate) fn checked(context: &Context<'_>, fields: &ClientFields) -> Result<(Client, Vec<String>)> {
    use rules::Field;
    rules::validate_names(&fields.last_name, &fields.first_name, &fields.middle_name, fields.phones.len())?;
    rules::validate_phone_count(fields.phones.len())?;
    for (field, text) in [
        (Field::FirstName, &fields.first_name),
        (Field::LastName, &fields.last_name),
        (Field::MiddleName, &fields.middle_name),
        (Field::Allergy, &fields.allergy),
        (Field::Note, &fields.note),
        (Field::Source, &fields.source),
        (Field::CardNumber, &fields.card_number),
    ] {
        rules::validate_text(field, text)?;
    }
    if !fields.email.trim().is_empty() {
        rules::validate_email(fields.email.trim())?;
    }
    if let Some(birthday) = fields.birthday {
        rules::validate_birthday(birthday, context.today().0)?;
    }
    rules::validate_gender(&fields.gender)?;
    rules::validate_tags(&fields.tags)?;
    rules::validate_discount(fields.discount_bp)?;
    let mut phones: Vec<String> = Vec::new();
    for typed in fields.phones.iter().filter(|typed| !typed.trim().is_empty()) {
        let phone = phone::normalise(typed, context.region())
            .map_err(|_| EngineError::new(ErrorCode::BadPhone).with("field", "phone").with("value", typed))?;
        if !phones.iter().any(|known| known == phone.as_str()) {
            phones.push(phone.as_str().to_owned());
        }
    }
    let trimmed = |text: &String| text.trim().to_owned();
    let card = Client {
        first_name: trimmed(&fields.first_name),
        last_name: trimmed(&fields.last_name),
        middle_name: trimmed(&fields.middle_name),
        email: trimmed(&fields.email),
        birthday: fields.birthday,
        gender: trimmed(&fields.gender),
        allergy: trimmed(&fields.allergy),
        note: trimmed(&fields.note),
        source: trimmed(&fields.source),
        tags: fields.tags.iter().map(trimmed).filter(|tag| !tag.is_empty()).collect(),
        discount_bp: fields.discount_bp,
        card_number: trimmed(&fields.card_number),
        data_consent: fields.data_consent,
        marketing_consent: fields.marketing_consent,
    };
    Ok((card, phones))
}

/// The stored card as the contract has it.
pub(crate) fn fields(card: &Client, phones: &[String]) -> ClientFields {
    ClientFields {
        first_name: card.first_name.clone(),
        last_name: card.last_name.clone(),
        middle_name: card.middle_name.clone(),
        phones: phones.to_vec(),
        email: card.email.clone(),
        birthday: card.birthday,
        gender: card.gender.clone(),
        allergy: card.allergy.clone(),
        note: card.note.clone(),
        source: card.source.clone(),
        tags: card.tags.clone(),
        discount_bp: card.discount_bp,
        card_number: card.card_number.clone(),
        data_consent: card.data_consent,
        marketing_consent: card.marketing_consent,
    }
}

/// A stored phone as people of the salon's country read it.
pub(crate) fn shown_phone(e164: &str, region: &str) -> String {
    phone::Phone::from_e164(e164).map_or_else(|_| e164.to_owned(), |phone| phone::display(&phone, region))
}
