//! What should be done before a shift is closed; nothing of it forbids the close.

use adelante_base::Money;
use adelante_domain::permission::Permission;
use adelante_store::{Connection, appointment::list, job, shift};
use adelante_wire::{CloseChecklist, CloseItem, CloseMatter, GetCloseChecklist};

use super::print::PRINT_RECEIPT;
use super::register;
use crate::command::{Context, Query};
use crate::error::Result;

impl Query for GetCloseChecklist {
    type Output = CloseChecklist;
    const PERMISSION: Permission = Permission::Shifts;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<CloseChecklist> {
        let register = register(connection)?;
        // A shift that was left open overnight is closed for its own day.
        let Some(open) = shift::current(connection, register.id)? else {
            return Ok(CloseChecklist { items: Vec::new() });
        };
        let (unpaid, owed) = list::unpaid(connection, open.business_day)?;
        let matters = [
            (CloseMatter::VisitsOpen, list::unfinished(connection, open.business_day)?, Money::ZERO),
            (CloseMatter::VisitsUnpaid, unpaid, owed),
            (CloseMatter::PrintsWaiting, job::undone(connection, PRINT_RECEIPT, open.opened_at)?, Money::ZERO),
        ];
        let items = matters.into_iter().filter(|(_, count, _)| *count > 0);
        Ok(CloseChecklist {
            items: items.map(|(matter, count, amount_minor)| CloseItem { matter, count, amount_minor }).collect(),
        })
    }
}
