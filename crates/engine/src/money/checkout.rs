//! What the checkout shows.

use adelante_domain::country;
use adelante_domain::payment::cash_hints;
use adelante_domain::permission::Permission;
use adelante_store::{Connection, receipt, salon, shift};
use adelante_wire::{Checkout, GetCheckout};

use super::receipts::row;
use super::register;
use crate::appointment::show::show;
use crate::command::{Context, Query};
use crate::error::Result;

impl Query for GetCheckout {
    type Output = Checkout;
    const PERMISSION: Permission = Permission::PaymentsTake;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<Checkout> {
        let appointment = show(context, connection, self.appointment_id)?;
        let register = register(connection)?;
        let notes = country::currency(&context.salon()?.currency).map_or(&[][..], |currency| currency.denominations);
        Ok(Checkout {
            cash_hints: cash_hints(appointment.remaining_minor, notes),
            methods: salon::methods(connection)?.iter().map(crate::salon::shown_method).collect(),
            shift_number: shift::current(connection, register.id)?.map(|shift| shift.number),
            receipts: receipt::of_appointment(connection, self.appointment_id)?
                .into_iter()
                .map(row)
                .collect::<Result<_>>()?,
            appointment,
        })
    }
}
