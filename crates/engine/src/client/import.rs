//! The import's last step: rows that were understood are written, all or nothing, as one
//! batch that one undo takes back.

use std::collections::HashMap;

use adelante_base::ClientId;
use adelante_domain::permission::Permission;
use adelante_domain::search_text;
use adelante_store::client::{self, Client};
use adelante_store::{Door, Outcome};
use adelante_wire::{
    ClientFields, ErrorCode, ImportClients, ImportCounts, ImportProblem, ImportProblemKind, ImportReport, ReadyClient,
};

use crate::command::{Answer, Context, Mutation, Undo};
use crate::error::{EngineError, Result};

/// Rows of one import.
const ROWS_MAX: usize = 200_000;
/// Changes one row makes at most: the card and five phones.
const CHANGES_PER_ROW: usize = 8;
/// Rejected rows told in the answer; it must fit into the log.
const REJECTED_TOLD: usize = 20;

impl Mutation for ImportClients {
    type Output = ImportReport;
    const KIND: &'static str = "clients_imported";
    const PERMISSION: Permission = Permission::ClientsImport;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<ImportReport>> {
        if self.rows.len() > ROWS_MAX {
            return Err(EngineError::new(ErrorCode::TooManyRows).with("max", ROWS_MAX));
        }
        let mut import = Import { counts: ImportCounts::default(), rejected: Vec::new(), seen: HashMap::new() };
        for row in &self.rows {
            door.room_for(CHANGES_PER_ROW, || Outcome::of(serde_json::Value::Null))?;
            import.row(context, door, row)?;
        }
        let batch_id =
            Some(door.batch().unwrap_or_else(|| adelante_base::BatchId::from_uuid(door.first_operation().uuid())));
        Ok(Answer::of(ImportReport { batch_id, counts: import.counts, rejected: import.rejected }))
    }
}

struct Import {
    counts: ImportCounts,
    rejected: Vec<ImportProblem>,
    /// Phones of this file's rows, with the client they belong to.
    seen: HashMap<String, ClientId>,
}

impl Import {
    fn row(&mut self, context: &Context<'_>, door: &Door<'_>, row: &ReadyClient) -> Result<()> {
        self.counts.read += 1;
        let (card, phones) = match super::checked(context, &row.client) {
            Ok(checked) => checked,
            Err(_) => {
                self.reject(row, ImportProblemKind::NoNameNoPhone, "");
                return Ok(());
            }
        };
        match self.known(door, &card, &phones)? {
            Known::Nobody => {
                let id = ClientId::new(door.ids(), door.at());
                client::insert(door, id, &card)?;
                client::set_phones(door, id, &phones)?;
                self.remember(&phones, id);
                self.counts.created += 1;
            }
            Known::One(id) => {
                self.fill(door, id, &card, &phones)?;
                self.remember(&phones, id);
            }
            Known::Several => self.reject(row, ImportProblemKind::Ambiguous, phones.first().map_or("", |phone| phone)),
        }
        Ok(())
    }

    /// Who of the salon has one of these phones and a name that may be the same person's.
    fn known(&self, door: &Door<'_>, card: &Client, phones: &[String]) -> Result<Known> {
        let mut found: Vec<ClientId> = Vec::new();
        for phone in phones {
            let here = self.seen.get(phone).copied();
            for id in client::find_by_phone(door.connection(), phone)?.into_iter().chain(here) {
                let Some(stored) = client::get(door.connection(), id)? else { continue };
                if !found.contains(&id) && same_person(&stored.client, card) {
                    found.push(id);
                }
            }
        }
        Ok(match found.as_slice() {
            [] => Known::Nobody,
            [one] => Known::One(*one),
            _ => Known::Several,
        })
    }

    /// Fills what a known client's card lacks; what is there stays.
    fn fill(&mut self, door: &Door<'_>, id: ClientId, new: &Client, phones: &[String]) -> Result<()> {
        let Some(stored) = client::get(door.connection(), id)? else { return Ok(()) };
        let filled = filled(&stored.client, new);
        let mut numbers: Vec<String> =
            client::phones(door.connection(), id)?.into_iter().map(|phone| phone.e164).collect();
        let known = numbers.len();
        for phone in phones {
            if !numbers.contains(phone) && numbers.len() < adelante_domain::client::PHONES_MAX {
                numbers.push(phone.clone());
            }
        }
        if filled == stored.client && numbers.len() == known {
            self.counts.skipped += 1;
            return Ok(());
        }
        client::update(door, id, &filled)?;
        client::set_phones(door, id, &numbers)?;
        self.counts.updated += 1;
        Ok(())
    }

    fn remember(&mut self, phones: &[String], id: ClientId) {
        for phone in phones {
            self.seen.entry(phone.clone()).or_insert(id);
        }
    }

    fn reject(&mut self, row: &ReadyClient, kind: ImportProblemKind, value: &str) {
        self.counts.rejected += 1;
        if self.rejected.len() < REJECTED_TOLD {
            self.rejected.push(ImportProblem { row: row.row, column: String::new(), kind, value: value.to_owned() });
        }
    }
}

enum Known {
    Nobody,
    One(ClientId),
    Several,
}

/// A mother and a daughter may share a phone: the same person has the same folded name, or
/// one of the two cards has no name.
fn same_person(a: &Client, b: &Client) -> bool {
    let folded = |card: &Client| {
        let mut words = search_text::words(&search_text::fold(&format!("{} {}", card.last_name, card.first_name)));
        words.sort();
        words
    };
    let (a, b) = (folded(a), folded(b));
    a.is_empty()
        || b.is_empty()
        || a == b
        || a.iter().all(|word| b.contains(word))
        || b.iter().all(|word| a.contains(word))
}

fn filled(present: &Client, new: &Client) -> Client {
    let text = |old: &str, new: &str| if old.is_empty() { new.to_owned() } else { old.to_owned() };
    let note = if new.note.is_empty() || present.note.contains(&new.note) {
        present.note.clone()
    } else {
        let joined = if present.note.is_empty() { new.note.clone() } else { format!("{}\n{}", present.note, new.note) };
        joined.chars().take(adelante_domain::client::NOTE_LETTERS_MAX).collect()
    };
    let mut tags = present.tags.clone();
    for tag in &new.tags {
        if !tags.contains(tag) && tags.len() < adelante_domain::client::TAGS_MAX {
            tags.push(tag.clone());
        }
    }
    let named = !(present.first_name.is_empty() && present.last_name.is_empty());
    Client {
        first_name: if named { present.first_name.clone() } else { new.first_name.clone() },
        last_name: if named { text(&present.last_name, &new.last_name) } else { new.last_name.clone() },
        middle_name: text(&present.middle_name, &new.middle_name),
        email: text(&present.email, &new.email),
        birthday: present.birthday.or(new.birthday),
        gender: text(&present.gender, &new.gender),
        allergy: text(&present.allergy, &new.allergy),
        note,
        source: text(&present.source, &new.source),
        tags,
        discount_bp: if present.discount_bp == 0 { new.discount_bp } else { present.discount_bp },
        card_number: text(&present.card_number, &new.card_number),
        data_consent: present.data_consent || new.data_consent,
        marketing_consent: present.marketing_consent || new.marketing_consent,
    }
}

/// What an import would do with each row, without writing: the preview's part of the engine.
///
/// # Errors
/// What the store says.
pub fn outcome_of(
    connection: &adelante_store::Connection,
    fields: &ClientFields,
    phones: &[String],
) -> Result<&'static str> {
    let card =
        Client { first_name: fields.first_name.clone(), last_name: fields.last_name.clone(), ..Client::default() };
    let mut found: Vec<ClientId> = Vec::new();
    for phone in phones {
        for id in client::find_by_phone(connection, phone)? {
            let Some(stored) = client::get(connection, id)? else { continue };
            if !found.contains(&id) && same_person(&stored.client, &card) {
                found.push(id);
            }
        }
    }
    Ok(match found.len() {
        0 => "created",
        1 => "updated",
        _ => "rejected",
    })
}
