//! The import's last step: rows that were understood are written, all or nothing, as one
//! batch that one undo takes back.

use std::collections::HashMap;

use adelante_base::ClientId;
use adelante_domain::permission::Permission;
use adelante_domain::search_text;
use adelante_store::client::{self, Client};
use adelante_store::{Connection, Door, Outcome};
use adelante_wire::{
    CommandError, ErrorCode, ImportClients, ImportCounts, ImportProblem, ImportProblemKind, ImportReport, ReadyClient,
};

use crate::Engine;
use crate::command::{Actor, Answer, Context, Mutation, Undo};
use crate::error::{EngineError, Result};

/// Rows of one import.
const ROWS_MAX: usize = 200_000;
/// Changes one row makes at most: the card and five phones.
const CHANGES_PER_ROW: usize = 8;
/// Rows after which a waiting person is told how far it is: every fiftieth part of the file.
const TOLD_PARTS: usize = 50;
/// … and in a large file every so many rows.
const TOLD_ROWS_MAX: usize = 250;
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
        let total = self.rows.len();
        let step = (total / TOLD_PARTS).clamp(1, TOLD_ROWS_MAX);
        for (done, row) in (1..).zip(&self.rows) {
            door.room_for(CHANGES_PER_ROW, || Outcome::of(serde_json::Value::Null))?;
            import.row(context, door, row)?;
            if done % step == 0 || done == total {
                context.progress(done, total);
            }
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
        match known(door.connection(), &self.seen, &card, &phones)? {
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

    /// Fills what a known client's card lacks; what is there stays.
    fn fill(&mut self, door: &Door<'_>, id: ClientId, new: &Client, phones: &[String]) -> Result<()> {
        match news(door.connection(), id, new, phones)? {
            Some((card, numbers)) => {
                client::update(door, id, &card)?;
                client::set_phones(door, id, &numbers)?;
                self.counts.updated += 1;
            }
            None => self.counts.skipped += 1,
        }
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

/// Who of the salon has one of these phones and a name that may be the same person's. `seen`:
/// phones of earlier rows.
fn known(connection: &Connection, seen: &HashMap<String, ClientId>, card: &Client, phones: &[String]) -> Result<Known> {
    let mut found: Vec<ClientId> = Vec::new();
    for phone in phones {
        let here = seen.get(phone).copied();
        for id in client::find_by_phone(connection, phone)?.into_iter().chain(here) {
            let Some(stored) = client::get(connection, id)? else { continue };
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

/// A known client's card and phones with what a row adds to them; `None` where it adds nothing.
fn news(
    connection: &Connection,
    id: ClientId,
    new: &Client,
    phones: &[String],
) -> Result<Option<(Client, Vec<String>)>> {
    let Some(stored) = client::get(connection, id)? else { return Ok(None) };
    let card = filled(&stored.client, new);
    let mut numbers: Vec<String> = client::phones(connection, id)?.into_iter().map(|phone| phone.e164).collect();
    let known = numbers.len();
    for phone in phones {
        if !numbers.contains(phone) && numbers.len() < adelante_domain::client::PHONES_MAX {
            numbers.push(phone.clone());
        }
    }
    let same = card == stored.client && numbers.len() == known;
    Ok((!same).then_some((card, numbers)))
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

impl Engine {
    /// What an import would do with each row, without writing: `created`, `updated`, `skipped`
    /// (a known client, nothing new) or `rejected`.
    ///
    /// # Errors
    /// What the store says.
    pub fn import_outcomes(&self, rows: &[ReadyClient]) -> std::result::Result<Vec<&'static str>, CommandError> {
        self.outcomes(rows).map_err(|error| error.0)
    }

    fn outcomes(&self, rows: &[ReadyClient]) -> Result<Vec<&'static str>> {
        let connection = self.store().read()?;
        let program = Actor::program();
        let context = Context::read(&program, self.now(), &connection)?;
        let seen = HashMap::new();
        let outcome = |row: &ReadyClient| {
            let Ok((card, phones)) = super::checked(&context, &row.client) else { return Ok("rejected") };
            Ok(match known(&connection, &seen, &card, &phones)? {
                Known::Nobody => "created",
                Known::One(id) if news(&connection, id, &card, &phones)?.is_none() => "skipped",
                Known::One(_) => "updated",
                Known::Several => "rejected",
            })
        };
        rows.iter().map(outcome).collect()
    }
}
