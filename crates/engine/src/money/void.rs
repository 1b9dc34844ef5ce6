//! Voiding a receipt: money goes back the way it came, with a reason, by its own receipt.

use adelante_base::fiscal::FiscalKind;
use adelante_base::vocabulary::{AppointmentStatus, ItemKind, ReceiptKind};
use adelante_base::{Money, PaymentId};
use adelante_domain::ledger;
use adelante_domain::permission::Permission;
use adelante_store::appointment::Appointment;
use adelante_store::bill::{self, Item};
use adelante_store::ledger::Place;
use adelante_store::receipt::Receipt;
use adelante_store::receipt::{self, NewReceipt, Payment, Tip};
use adelante_store::{Connection, Door, appointment, ledger as entries};
use adelante_wire::{ErrorCode, ReceiptVoided, VoidReceipt};

use super::account::moved;
use super::payment::owed;
use super::print::{self, Print};
use super::{credit, deposit, fiscal, item_sale, open_shift, promise, register};
use crate::appointment::{completion, living};
use crate::command::{Answer, Context, Mutation, Undo};
use crate::error::{EngineError, Result, at_most};
use crate::finance::fees;

impl Mutation for VoidReceipt {
    type Output = ReceiptVoided;
    const KIND: &'static str = "receipt_voided";
    const PERMISSION: Permission = Permission::PaymentsVoid;
    const UNDO: Undo = Undo::Never("take the payment again");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<ReceiptVoided>> {
        let sold = checked(self, door.connection())?;
        let taken = receipt::payments(door.connection(), sold.id)?;
        let visits = visits_of(door.connection(), &sold, &taken)?;
        still_there(door.connection(), &taken, &visits)?;
        let register = register(door.connection())?;
        let shift = open_shift(door.connection(), &register)?;
        let mut remaining = sold.total;
        for visit in &visits {
            let sums = appointment::sums(door.connection(), visit.id)?;
            let ended = Money::sum(ending(door.connection(), &taken, visit)?.iter().map(|item| item.price))?;
            remaining = remaining.plus(sums.total.minus(sums.paid)?)?.minus(ended)?;
        }
        let on_paper: Print = serde_json::from_str(&sold.print)?;
        let print = print::void(context, &on_paper, &shift, remaining)?;
        let new = NewReceipt {
            kind: ReceiptKind::Void,
            register_id: register.id,
            shift_id: shift.id,
            business_day: context.business_day()?,
            appointment_id: sold.appointment_id,
            total: sold.total.negated(),
            voids: Some(sold.id),
            refunds: None,
            reason: self.reason.trim(),
            print: &print,
        };
        let (receipt_id, series, number) = receipt::insert(door, &new)?;
        let tips = receipt::tips(door.connection(), sold.id)?;
        for tip in &tips {
            let back = Tip { amount: tip.amount.negated(), ..tip.clone() };
            receipt::insert_tip(door, receipt_id, sold.appointment_id, &back)?;
        }
        for visit in &visits {
            let ended = ending(door.connection(), &taken, visit)?;
            let of_visit: Vec<Payment> =
                taken.iter().filter(|payment| payment.appointment_id == visit.id).cloned().collect();
            let back = moved(door.connection(), &of_visit, register.id)?;
            for payment in &of_visit {
                let opposite = opposite(door, payment);
                receipt::insert_payment(door, receipt_id, &opposite)?;
                credit::give_back(context, door, payment, &opposite)?;
            }
            let place = Place {
                business_day: new.business_day,
                register: Some((register.id, shift.id)),
                appointment_id: Some(visit.id),
                receipt_id: Some(receipt_id),
            };
            let owed = if visit.id == sold.appointment_id { owed(&tips) } else { Vec::new() };
            deposit::release(context, door, visit, Money::sum(of_visit.iter().map(|payment| payment.amount))?)?;
            entries::post(door, &ledger::void(visit.id, &back, &owed)?, &place)?;
            fees::give_back(door, &place, sold.id, &of_visit)?;
            if visit.status == AppointmentStatus::Completed {
                completion::settle(door, visit, new.business_day)?;
                item_sale::take_back(context, door, visit, &ended)?;
                undo_sale(context, door, visit)?;
            }
        }
        let client = visits.first().and_then(|visit| visit.client_id);
        let document = fiscal::Document { kind: FiscalKind::Refund, receipt: receipt_id, client };
        fiscal::queue_receipt(context, door, document, &print, &taken)?;
        let number = receipt::number_text(&register.prefix, series, number);
        Ok(Answer::of(ReceiptVoided { receipt_id, number }).because(&self.reason))
    }
}

/// The receipt, where it can be voided and a reason is given.
fn checked(asked: &VoidReceipt, connection: &Connection) -> Result<Receipt> {
    if asked.reason.trim().is_empty() {
        return Err(EngineError::new(ErrorCode::ReasonMissing));
    }
    at_most("reason", &asked.reason, 500)?;
    let sold = receipt::get(connection, asked.receipt_id)?.ok_or_else(|| EngineError::not_found("receipt"))?;
    let number = receipt::number_text(&sold.prefix, sold.series, sold.number);
    if sold.kind != ReceiptKind::Sale || sold.voided_by.is_some() {
        return Err(EngineError::new(ErrorCode::AlreadyVoided).with("number", number));
    }
    if !receipt::refunded(connection, sold.id)?.is_empty() {
        return Err(EngineError::new(ErrorCode::AlreadyRefunded).with("number", number));
    }
    Ok(sold)
}

/// A sale at the desk whose money all went back did not happen: goods come back, promises end.
fn undo_sale(context: &Context<'_>, door: &Door<'_>, visit: &Appointment) -> Result<()> {
    if !visit.sale || !receipt::paid(door.connection(), visit.id)?.is_zero() {
        return Ok(());
    }
    completion::reverse(context, door, visit)?;
    appointment::update_status(door, visit.id, AppointmentStatus::Cancelled, "")?;
    Ok(())
}

/// Items of a visit that is done whose promise ends with the void: nothing is paid of them any more. A
/// sale at the desk is undone as a whole.
fn ending(connection: &Connection, taken: &[Payment], visit: &Appointment) -> Result<Vec<Item>> {
    if visit.sale || visit.status != AppointmentStatus::Completed {
        return Ok(Vec::new());
    }
    let paid = appointment::paid_by_line(connection, visit.id)?;
    let mut ended = Vec::new();
    for item in bill::items(connection, visit.id)? {
        let parts = taken.iter().flat_map(|payment| &payment.allocation).filter(|(line, _)| *line == item.id);
        let by_receipt = Money::sum(parts.map(|(_, part)| *part))?;
        let in_all = paid.iter().find(|(line, _)| *line == item.id).map_or(Money::ZERO, |(_, paid)| *paid);
        if item.kind != ItemKind::Product && by_receipt.is_positive() && in_all == by_receipt {
            ended.push(item);
        }
    }
    Ok(ended)
}

/// The visits that a receipt paid, its own first.
pub(super) fn visits_of(connection: &Connection, sold: &Receipt, taken: &[Payment]) -> Result<Vec<Appointment>> {
    let mut visits = vec![living(connection, sold.appointment_id)?];
    for payment in taken {
        if visits.iter().all(|visit| visit.id != payment.appointment_id) {
            visits.push(living(connection, payment.appointment_id)?);
        }
    }
    Ok(visits)
}

/// Money for a promise that was used meanwhile cannot go back: the certificate is spent.
fn still_there(connection: &Connection, taken: &[Payment], visits: &[Appointment]) -> Result<()> {
    for visit in visits.iter().filter(|visit| visit.status == AppointmentStatus::Completed) {
        for item in bill::items(connection, visit.id)? {
            let paid = taken.iter().flat_map(|payment| &payment.allocation).any(|(line, _)| *line == item.id);
            if paid {
                promise::check_untouched(connection, &item, visit)?;
            }
        }
    }
    Ok(())
}

fn opposite(door: &Door<'_>, payment: &Payment) -> Payment {
    Payment {
        id: PaymentId::new(door.ids(), door.at()),
        amount: payment.amount.negated(),
        tip: payment.tip.negated(),
        tendered: None,
        allocation: payment.allocation.iter().map(|(line, part)| (*line, part.negated())).collect(),
        ..payment.clone()
    }
}
