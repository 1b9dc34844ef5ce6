//! Voiding a receipt: money goes back the way it came, with a reason, by its own receipt.

use adelante_base::PaymentId;
use adelante_base::fiscal::FiscalKind;
use adelante_base::vocabulary::{AppointmentStatus, ReceiptKind};
use adelante_domain::ledger;
use adelante_domain::permission::Permission;
use adelante_store::ledger::Place;
use adelante_store::receipt::{self, NewReceipt, Payment, Tip};
use adelante_store::{Door, appointment, ledger as entries};
use adelante_wire::{ErrorCode, ReceiptVoided, VoidReceipt};

use super::payment::{moved, owed};
use super::print::{self, Print};
use super::{fiscal, open_shift, register};
use crate::appointment::{completion, living};
use crate::command::{Answer, Context, Mutation, Undo};
use crate::error::{EngineError, Result, at_most};

impl Mutation for VoidReceipt {
    type Output = ReceiptVoided;
    const KIND: &'static str = "receipt_voided";
    const PERMISSION: Permission = Permission::PaymentsVoid;
    const UNDO: Undo = Undo::Never("take the payment again");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<ReceiptVoided>> {
        if self.reason.trim().is_empty() {
            return Err(EngineError::new(ErrorCode::ReasonMissing));
        }
        at_most("reason", &self.reason, 500)?;
        let sold =
            receipt::get(door.connection(), self.receipt_id)?.ok_or_else(|| EngineError::not_found("receipt"))?;
        let number = receipt::number_text(&sold.prefix, sold.series, sold.number);
        if sold.kind != ReceiptKind::Sale || sold.voided_by.is_some() {
            return Err(EngineError::new(ErrorCode::AlreadyVoided).with("number", number));
        }
        if !receipt::refunded(door.connection(), sold.id)?.is_empty() {
            return Err(EngineError::new(ErrorCode::AlreadyRefunded).with("number", number));
        }
        let visit = living(door.connection(), sold.appointment_id)?;
        let register = register(door.connection())?;
        let shift = open_shift(door.connection(), &register)?;
        let sums = appointment::sums(door.connection(), visit.id)?;
        let remaining = sums.total.minus(sums.paid)?.plus(sold.total)?;
        let on_paper: Print = serde_json::from_str(&sold.print)?;
        let print = print::void(context, &on_paper, &shift, remaining)?;
        let new = NewReceipt {
            kind: ReceiptKind::Void,
            register_id: register.id,
            shift_id: shift.id,
            business_day: context.business_day()?,
            appointment_id: visit.id,
            total: sold.total.negated(),
            voids: Some(sold.id),
            refunds: None,
            reason: self.reason.trim(),
            print: &print,
        };
        let (receipt_id, series, number) = receipt::insert(door, &new)?;
        let taken = receipt::payments(door.connection(), sold.id)?;
        for payment in &taken {
            receipt::insert_payment(door, receipt_id, visit.id, &opposite(door, payment))?;
        }
        let tips = receipt::tips(door.connection(), sold.id)?;
        for tip in &tips {
            receipt::insert_tip(door, receipt_id, visit.id, &Tip { amount: tip.amount.negated(), ..tip.clone() })?;
        }
        let back = moved(&taken, register.id)?;
        let place = Place {
            business_day: new.business_day,
            register: Some((register.id, shift.id)),
            appointment_id: Some(visit.id),
            receipt_id: Some(receipt_id),
        };
        entries::post(door, &ledger::void(visit.id, &back, &owed(&tips))?, &place)?;
        if visit.status == AppointmentStatus::Completed {
            completion::settle(door, &visit, new.business_day)?;
        }
        fiscal::queue_receipt(context, door, &visit, receipt_id, FiscalKind::Refund, &print, &taken)?;
        let number = receipt::number_text(&register.prefix, series, number);
        Ok(Answer::of(ReceiptVoided { receipt_id, number }).because(&self.reason))
    }
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
