//! The list of clients, page by page.

use adelante_domain::permission::Permission;
use adelante_store::Connection;
use adelante_store::client::search::{self, Found, NewestFirst};
use adelante_wire::{ClientPage, ClientRow, ListClients};

use super::shown_phone;
use crate::command::{Context, Query};
use crate::error::{EngineError, Result};

/// Rows of one page.
const PAGE_MAX: u16 = 500;

impl Query for ListClients {
    type Output = ClientPage;
    const PERMISSION: Permission = Permission::ClientsRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<ClientPage> {
        if !(1..=PAGE_MAX).contains(&self.limit) {
            return Err(EngineError::out_of_range("limit", 1, PAGE_MAX));
        }
        if !self.text.trim().is_empty() {
            let (found, _) = super::search::find(connection, &self.text, PAGE_MAX)?;
            let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
            let page = found.into_iter().skip(usize::try_from(self.offset).unwrap_or(0)).take(usize::from(self.limit));
            return Ok(ClientPage { clients: page.map(|client| row(client, context.region())).collect(), total });
        }
        let order = if self.sort == "newest" { NewestFirst::Yes } else { NewestFirst::No };
        let page = search::page(connection, order, self.retired, self.offset, self.limit)?;
        Ok(ClientPage {
            clients: page.into_iter().map(|client| row(client, context.region())).collect(),
            total: search::count(connection, self.retired)?,
        })
    }
}

pub(super) fn row(found: Found, region: &str) -> ClientRow {
    ClientRow {
        client_id: found.id,
        name: found.name,
        phone: if found.phone.is_empty() { String::new() } else { shown_phone(&found.phone, region) },
        allergy: found.allergy,
        tags: found.tags,
        visits: found.visits,
        last_visit: found.last_day,
        debt_minor: found.debt,
        retired: found.retired,
    }
}
