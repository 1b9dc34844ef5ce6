//! Taking money for a visit: one receipt, any number of methods, one transaction.

use adelante_base::fiscal::FiscalKind;
use adelante_base::vocabulary::{AppointmentStatus, ReceiptKind};
use adelante_base::{Money, PaymentId, RegisterId, StaffMemberId};
use adelante_domain::allocation::{PayableLine, Shares, distribute};
use adelante_domain::appointment::takes_time;
use adelante_domain::fiscal::mode::Moment;
use adelante_domain::ledger::{self, Account};
use adelante_domain::payment::{self as rules, Asked};
use adelante_domain::permission::Permission;
use adelante_store::appointment::{self, Appointment};
use adelante_store::ledger::Place;
use adelante_store::receipt::{self, NewReceipt, Payment, Tip};
use adelante_store::salon::{self, Method};
use adelante_store::{Door, ledger as entries, staff};
use adelante_wire::{AfterPayment, ErrorCode, PaymentTaken, TakePayment};

use super::{fiscal, open_shift, print, register};
use crate::appointment::{completion, living};
use crate::command::{Answer, Context, Mutation, Undo};
use crate::error::{EngineError, Result};

impl Mutation for TakePayment {
    type Output = PaymentTaken;
    const KIND: &'static str = "payment_taken";
    const PERMISSION: Permission = Permission::PaymentsTake;
    const UNDO: Undo = Undo::Compensate("receipt_voided");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<PaymentTaken>> {
        let visit = living(door.connection(), self.appointment_id)?;
        if !takes_time(visit.status) {
            return Err(EngineError::new(ErrorCode::BadStatus).with("from", visit.status).with("to", "paid"));
        }
        let register = register(door.connection())?;
        let shift = open_shift(door.connection(), &register)?;
        let sums = appointment::sums(door.connection(), visit.id)?;
        let remaining = sums.total.minus(sums.paid)?;
        let methods = methods(self, door)?;
        let change = rules::check(&asked(self, &methods), remaining)?;
        let paid_now = Money::sum(self.payments.iter().map(|payment| payment.amount_minor))?;
        let payments = distributed(self, door, &visit, &methods)?;
        let tips = tips(self, door)?;
        let moment = moment(self, &visit);
        let paper = print::Paper { payments: &payments, tips: &tips, remaining: remaining.minus(paid_now)?, moment };
        let print = print::sale(context, door, &visit, &register, &shift, &paper)?;
        let new = NewReceipt {
            kind: ReceiptKind::Sale,
            register_id: register.id,
            shift_id: shift.id,
            business_day: context.business_day()?,
            appointment_id: visit.id,
            total: paid_now,
            voids: None,
            refunds: None,
            reason: "",
            print: &print,
        };
        let (receipt_id, series, number) = receipt::insert(door, &new)?;
        for payment in &payments {
            receipt::insert_payment(door, receipt_id, visit.id, payment)?;
        }
        for tip in &tips {
            receipt::insert_tip(door, receipt_id, visit.id, tip)?;
        }
        let moved = moved(&payments, register.id)?;
        let place = Place {
            business_day: new.business_day,
            register: Some((register.id, shift.id)),
            appointment_id: Some(visit.id),
            receipt_id: Some(receipt_id),
        };
        entries::post(door, &ledger::payment(visit.id, &moved, &owed(&tips))?, &place)?;
        complete_or_settle(self, context, door, &visit)?;
        print::after_payment(door, receipt_id)?;
        fiscal::queue_receipt(context, door, &visit, receipt_id, FiscalKind::Sale, &print, &payments)?;
        Ok(Answer::of(PaymentTaken {
            receipt_id,
            number: receipt::number_text(&register.prefix, series, number),
            change_minor: change,
            payment_status: rules::status(sums.total, sums.paid.plus(paid_now)?),
            remaining_minor: remaining.minus(paid_now)?,
        }))
    }
}

/// When this payment takes the money, seen from the visit.
fn moment(asked: &TakePayment, visit: &Appointment) -> Moment {
    match asked.after {
        _ if visit.status == AppointmentStatus::Completed => Moment::After,
        AfterPayment::Complete => Moment::Done,
        AfterPayment::Keep => Moment::Before,
    }
}

/// Where the money of payments goes, tips included.
pub(super) fn moved(payments: &[Payment], register: RegisterId) -> Result<Vec<(Account, Money)>> {
    let of = |payment: &Payment| Ok((Account::of_method(payment.kind, payment.method_id, register), payment.moved()?));
    payments.iter().map(of).collect()
}

/// Tips as the ledger takes them.
pub(super) fn owed(tips: &[Tip]) -> Vec<(StaffMemberId, Money)> {
    tips.iter().map(|tip| (tip.staff_id, tip.amount)).collect()
}

/// Whom the tips are for; together they are the tips of the payments.
fn tips(asked: &TakePayment, door: &Door<'_>) -> Result<Vec<Tip>> {
    let taken = Money::sum(asked.payments.iter().map(|payment| payment.tip_minor))?;
    let given = Money::sum(asked.tips.iter().map(|tip| tip.amount_minor))?;
    if taken != given {
        return Err(EngineError::out_of_range("tips", taken.minor(), taken.minor()));
    }
    let named = asked.tips.iter().map(|tip| {
        if !tip.amount_minor.is_positive() {
            return Err(EngineError::new(ErrorCode::NotPositive));
        }
        let member =
            staff::get(door.connection(), tip.staff_id)?.ok_or_else(|| EngineError::not_found("staff_member"))?;
        Ok(Tip { staff_id: tip.staff_id, name: member.staff.name, amount: tip.amount_minor })
    });
    named.collect()
}

fn methods(asked: &TakePayment, door: &Door<'_>) -> Result<Vec<Method>> {
    if asked.payments.len() > rules::PAYMENTS_MAX {
        return Err(EngineError::out_of_range("payments", 1, rules::PAYMENTS_MAX));
    }
    let known = salon::methods(door.connection())?;
    let find = |id| known.iter().find(|method| method.id == id).cloned();
    asked
        .payments
        .iter()
        .map(|payment| find(payment.method_id).ok_or_else(|| EngineError::not_found("payment_method")))
        .collect()
}

fn asked(asked: &TakePayment, methods: &[Method]) -> Vec<Asked> {
    let sums = asked.payments.iter().zip(methods).map(|(payment, method)| Asked {
        kind: method.kind,
        amount: payment.amount_minor,
        tip: payment.tip_minor,
        tendered: payment.tendered_minor,
    });
    sums.collect()
}

/// Each payment with what it pays of each line (F5).
fn distributed(asked: &TakePayment, door: &Door<'_>, visit: &Appointment, methods: &[Method]) -> Result<Vec<Payment>> {
    let paid = appointment::paid_by_line(door.connection(), visit.id)?;
    let lines: Vec<PayableLine> = appointment::lines(door.connection(), visit.id)?
        .iter()
        .map(|line| PayableLine {
            line: line.id,
            price: line.price,
            paid: paid.iter().find(|(id, _)| *id == line.id).map_or(Money::ZERO, |(_, paid)| *paid),
        })
        .collect();
    let amounts: Vec<Money> = asked.payments.iter().map(|payment| payment.amount_minor).collect();
    let shares: Vec<Shares> = distribute(&lines, &amounts)?;
    let payments = asked.payments.iter().zip(methods).zip(shares).map(|((line, method), allocation)| Payment {
        id: PaymentId::new(door.ids(), door.at()),
        method_id: method.id,
        kind: method.kind,
        name: method.name.clone(),
        amount: line.amount_minor,
        tendered: line.tendered_minor,
        allocation,
        tip: line.tip_minor,
    });
    Ok(payments.collect())
}

fn complete_or_settle(asked: &TakePayment, context: &Context<'_>, door: &Door<'_>, visit: &Appointment) -> Result<()> {
    if visit.status == AppointmentStatus::Completed {
        return completion::settle(door, visit, context.business_day()?);
    }
    if asked.after == AfterPayment::Complete {
        completion::post(context, door, visit)?;
        appointment::update_status(door, visit.id, AppointmentStatus::Completed, "")?;
        let (started, _) = appointment::times(door.connection(), visit.id)?;
        appointment::update_times(door, visit.id, started, Some(context.at))?;
    }
    Ok(())
}
