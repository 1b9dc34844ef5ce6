//! What completion posts: immutable sale lines, revenue, VAT, and the settlement of what was
//! paid before.

use adelante_base::{Day, Money};
use adelante_domain::ledger::{self, Account, Sold};
use adelante_store::appointment::{self, Appointment};
use adelante_store::ledger::Place;
use adelante_store::receipt::{self, SaleLine};
use adelante_store::{Door, ledger as entries};

use crate::command::Context;
use crate::error::Result;
use crate::money::{item_sale, tax};
use crate::payroll::accrue;

/// Posts the completion of a visit.
pub(crate) fn post(context: &Context<'_>, door: &Door<'_>, visit: &Appointment) -> Result<()> {
    let business_day = context.business_day()?;
    let mut sold = Sold::default();
    for line in appointment::lines(door.connection(), visit.id)? {
        let tax = tax::of_service(door.connection(), context.salon()?, line.service_id, business_day)?;
        let vat = ledger::vat_inside(line.price, tax.rate_bp)?;
        sold.services = sold.services.plus(line.price)?;
        sold.service_vat = sold.service_vat.plus(vat)?;
        receipt::insert_sale_line(
            door,
            &SaleLine {
                appointment_id: visit.id,
                line_id: line.id,
                service_id: line.service_id,
                staff_id: line.staff_id,
                client_id: visit.client_id,
                business_day,
                list_price: line.list_price,
                price: line.price,
                vat_bp: tax.rate_bp,
                vat,
                reverses: None,
            },
        )?;
    }
    item_sale::post(context, door, visit, &mut sold)?;
    entries::post(door, &ledger::completion(visit.id, &sold)?, &place(business_day, visit))?;
    accrue::post(context, door, visit.id)?;
    settle(door, visit, business_day)
}

/// Answers the completion of a visit with its opposite.
pub(crate) fn reverse(context: &Context<'_>, door: &Door<'_>, visit: &Appointment) -> Result<()> {
    let business_day = context.business_day()?;
    let mut sold = Sold::default();
    for (id, line) in receipt::sale_lines(door.connection(), visit.id)? {
        sold.services = sold.services.plus(line.price)?;
        sold.service_vat = sold.service_vat.plus(line.vat)?;
        receipt::insert_sale_line(
            door,
            &SaleLine {
                business_day,
                price: line.price.negated(),
                list_price: line.list_price.negated(),
                vat: line.vat.negated(),
                reverses: Some(id),
                ..line
            },
        )?;
    }
    item_sale::reverse(context, door, visit, &mut sold)?;
    entries::post(door, &ledger::completion_reversed(visit.id, &sold)?, &place(business_day, visit))?;
    // Nothing is owed any more: what was settled is a prepayment again.
    let owed = balance_now(door, Account::ClientReceivable(visit.id))?;
    entries::post(door, &ledger::settlement(visit.id, owed)?, &place(business_day, visit))?;
    accrue::post(context, door, visit.id)
}

/// Lets what was paid meet what is owed, as far as both go. A negative sum takes a settlement
/// apart where a void took the money away.
pub(crate) fn settle(door: &Door<'_>, visit: &Appointment, business_day: Day) -> Result<()> {
    let prepaid = balance_now(door, Account::VisitPrepaid(visit.id))?.negated();
    let owed = balance_now(door, Account::ClientReceivable(visit.id))?;
    let amount = if prepaid.is_negative() { prepaid } else { prepaid.min(owed) };
    entries::post(door, &ledger::settlement(visit.id, amount)?, &place(business_day, visit))?;
    Ok(())
}

/// Balance of an account of this visit, with what this operation has posted so far.
fn balance_now(door: &Door<'_>, account: Account) -> Result<Money> {
    Ok(entries::sum(door.connection(), account)?)
}

fn place(business_day: Day, visit: &Appointment) -> Place {
    Place { business_day, register: None, appointment_id: Some(visit.id), receipt_id: None }
}
