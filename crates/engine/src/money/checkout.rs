//! What the checkout shows.

use adelante_base::Money;
use adelante_domain::country;
use adelante_domain::payment::cash_hints;
use adelante_domain::permission::Permission;
use adelante_store::{Connection, appointment, receipt, shift};
use adelante_wire::{Appointment, Checkout, GetCheckout, OpenBill};

use super::payment::{Bill, remaining_of};
use super::receipts::row;
use super::{credit, register};
use crate::appointment::show::show;
use crate::command::{Context, Query};
use crate::error::Result;

impl Query for GetCheckout {
    type Output = Checkout;
    const PERMISSION: Permission = Permission::PaymentsTake;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<Checkout> {
        let appointment = show(context, connection, self.appointment_id)?;
        // A bill that cannot be paid (a cancelled visit) is shown all the same.
        let bills = Bill::read(connection, self.appointment_id, &self.with).unwrap_or_default();
        let remaining = remaining_of(&bills)?.max(Money::ZERO);
        let register = register(connection)?;
        let notes = country::currency(&context.salon()?.currency).map_or(&[][..], |currency| currency.denominations);
        Ok(Checkout {
            cash_hints: cash_hints(remaining, notes),
            methods: crate::salon::money_methods(connection)?,
            credits: credit::offered(context, connection, &bills)?,
            open_bills: open_bills(connection, &appointment)?,
            remaining_minor: remaining,
            shift_number: shift::current(connection, register.id)?.map(|shift| shift.number),
            receipts: receipt::of_appointment(connection, self.appointment_id)?
                .into_iter()
                .map(row)
                .collect::<Result<_>>()?,
            appointment,
        })
    }
}

/// The client's other bills that are not paid in full, oldest first.
fn open_bills(connection: &Connection, shown: &Appointment) -> Result<Vec<OpenBill>> {
    let Some(client) = shown.client_id else { return Ok(Vec::new()) };
    let open = appointment::open_bills(connection, client, shown.appointment_id, shown.day)?;
    Ok(open
        .into_iter()
        .map(|bill| OpenBill {
            appointment_id: bill.id,
            day: bill.day,
            client: shown.client.clone(),
            services: bill.services,
            remaining_minor: bill.remaining,
        })
        .collect())
}
