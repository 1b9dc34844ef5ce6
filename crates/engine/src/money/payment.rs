//! Taking money for visits: one receipt, any number of methods, one transaction.

use adelante_base::fiscal::FiscalKind;
use adelante_base::vocabulary::{AppointmentStatus, MethodKind, ReceiptKind};
use adelante_base::{AppointmentId, BillLineId, Money, PaymentId, StaffMemberId};
use adelante_domain::allocation::{PayableLine, Shares, distribute};
use adelante_domain::appointment::takes_time;
use adelante_domain::fiscal::mode::Moment;
use adelante_domain::ledger;
use adelante_domain::payment::{self as rules, Asked};
use adelante_domain::permission::Permission;
use adelante_store::appointment::{self, Appointment};
use adelante_store::ledger::Place;
use adelante_store::receipt::{self, NewReceipt, Payment, Tip};
use adelante_store::salon::{self, Method};
use adelante_store::{Connection, Door, ledger as entries, staff};
use adelante_wire::{AfterPayment, ErrorCode, PaymentTaken, TakePayment};

use super::account::moved;
use super::{bill, credit, fiscal, open_shift, print, register};
use crate::appointment::{completion, living};
use crate::command::{Answer, Context, Mutation, Undo};
use crate::error::{EngineError, Result};
use crate::finance::fees;

/// Visits that one payment pays.
const BILLS_MAX: usize = 21;

/// A visit whose bill is paid.
pub(super) struct Bill {
    /// It.
    pub visit: Appointment,
    /// Its lines, services first.
    pub lines: Vec<PayableLine>,
    /// What all of it costs.
    pub total: Money,
    /// What is paid of it.
    pub paid: Money,
}

impl Bill {
    /// The bills of a visit and of those that are paid with it.
    pub(super) fn read(connection: &Connection, first: AppointmentId, with: &[AppointmentId]) -> Result<Vec<Self>> {
        if with.len() >= BILLS_MAX {
            return Err(EngineError::out_of_range("with", 0, BILLS_MAX - 1));
        }
        let mut bills: Vec<Self> = Vec::with_capacity(with.len() + 1);
        for id in std::iter::once(&first).chain(with) {
            if bills.iter().any(|known| known.visit.id == *id) {
                continue;
            }
            let visit = living(connection, *id)?;
            if !takes_time(visit.status) {
                return Err(EngineError::new(ErrorCode::BadStatus).with("from", visit.status).with("to", "paid"));
            }
            let sums = appointment::sums(connection, visit.id)?;
            bills.push(Self { lines: bill::payable(connection, visit.id)?, total: sums.total, paid: sums.paid, visit });
        }
        Ok(bills)
    }

    /// What remains to be paid.
    pub(super) fn remaining(&self) -> Result<Money> {
        Ok(self.total.minus(self.paid)?)
    }
}

/// What remains of all of them.
pub(super) fn remaining_of(bills: &[Bill]) -> Result<Money> {
    bills.iter().try_fold(Money::ZERO, |sum, bill| Ok(sum.plus(bill.remaining()?)?))
}

impl Mutation for TakePayment {
    type Output = PaymentTaken;
    const KIND: &'static str = "payment_taken";
    const PERMISSION: Permission = Permission::PaymentsTake;
    const UNDO: Undo = Undo::Compensate("receipt_voided");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<PaymentTaken>> {
        let bills = Bill::read(door.connection(), self.appointment_id, &self.with)?;
        let register = register(door.connection())?;
        let shift = open_shift(door.connection(), &register)?;
        let remaining = remaining_of(&bills)?;
        let methods = methods(self, door)?;
        let change = rules::check(&asked(self, &methods), remaining)?;
        let paid_now = Money::sum(self.payments.iter().map(|payment| payment.amount_minor))?;
        let payments = distributed(self, context, door, &bills, &methods)?;
        let tips = tips(self, door)?;
        let visits: Vec<&Appointment> = bills.iter().map(|bill| &bill.visit).collect();
        let paper = print::Paper {
            payments: &payments,
            tips: &tips,
            remaining: remaining.minus(paid_now)?,
            moment: &|visit| moment(self, visit),
        };
        let print = print::sale(context, door, &visits, &register, &shift, &paper)?;
        let new = NewReceipt {
            kind: ReceiptKind::Sale,
            register_id: register.id,
            shift_id: shift.id,
            business_day: context.business_day()?,
            appointment_id: self.appointment_id,
            total: paid_now,
            voids: None,
            refunds: None,
            reason: "",
            print: &print,
        };
        let (receipt_id, series, number) = receipt::insert(door, &new)?;
        for tip in &tips {
            receipt::insert_tip(door, receipt_id, self.appointment_id, tip)?;
        }
        let payments = by_visit(door, payments, &|line| visit_of(&bills, line))?;
        for bill in &bills {
            let of_visit: Vec<Payment> =
                payments.iter().filter(|payment| payment.appointment_id == bill.visit.id).cloned().collect();
            let later = credit::promised(door.connection(), bill.visit.id)?;
            for payment in &of_visit {
                receipt::insert_payment(door, receipt_id, payment)?;
                credit::take(context, door, bill.visit.client_id, payment, &later)?;
            }
            let moved = moved(door.connection(), &of_visit, register.id)?;
            let place = Place {
                business_day: new.business_day,
                register: Some((register.id, shift.id)),
                appointment_id: Some(bill.visit.id),
                receipt_id: Some(receipt_id),
            };
            let owed = if bill.visit.id == self.appointment_id { owed(&tips) } else { Vec::new() };
            entries::post(door, &ledger::payment(bill.visit.id, &moved, &owed)?, &place)?;
            fees::post(door, &place, &of_visit)?;
            complete_or_settle(self, context, door, &bill.visit)?;
        }
        print::after_payment(door, receipt_id, &payments)?;
        let client = visits.first().and_then(|visit| visit.client_id);
        let document = fiscal::Document { kind: FiscalKind::Sale, receipt: receipt_id, client };
        fiscal::queue_receipt(context, door, document, &print, &payments)?;
        let first = appointment::sums(door.connection(), self.appointment_id)?;
        Ok(Answer::of(PaymentTaken {
            receipt_id,
            number: receipt::number_text(&register.prefix, series, number),
            change_minor: change,
            payment_status: rules::status(first.total, of_first(&bills, &payments)?),
            remaining_minor: remaining.minus(paid_now)?,
        }))
    }
}

/// When this payment takes the money, seen from a visit.
fn moment(asked: &TakePayment, visit: &Appointment) -> Moment {
    match () {
        () if visit.status == AppointmentStatus::Completed => Moment::After,
        () if completes(asked, visit) => Moment::Done,
        () => Moment::Before,
    }
}

/// Whether a visit that is open is done with this payment: the one at the till, and sales beside it.
fn completes(asked: &TakePayment, visit: &Appointment) -> bool {
    asked.after == AfterPayment::Complete && (visit.id == asked.appointment_id || visit.sale)
}

/// What is paid of the first bill after these payments.
fn of_first(bills: &[Bill], payments: &[Payment]) -> Result<Money> {
    let Some(first) = bills.first() else { return Ok(Money::ZERO) };
    let now = payments.iter().filter(|payment| payment.appointment_id == first.visit.id).map(|payment| payment.amount);
    Ok(first.paid.plus(Money::sum(now)?)?)
}

fn visit_of(bills: &[Bill], line: BillLineId) -> Option<AppointmentId> {
    bills.iter().find(|bill| bill.lines.iter().any(|known| known.line == line)).map(|bill| bill.visit.id)
}

/// Payments by visit: one that pays lines of several becomes one for each. Tips and the cash that
/// was handed over stay with the first.
///
/// # Errors
/// A sum beyond what an amount can be.
pub(super) fn by_visit(
    door: &Door<'_>,
    payments: Vec<Payment>,
    visit_of: &dyn Fn(BillLineId) -> Option<AppointmentId>,
) -> Result<Vec<Payment>> {
    let mut split: Vec<Payment> = Vec::with_capacity(payments.len());
    for payment in payments {
        let begin = split.len();
        for (line, part) in &payment.allocation {
            let visit = visit_of(*line).unwrap_or(payment.appointment_id);
            let known = split.iter_mut().skip(begin).find(|known| known.appointment_id == visit);
            match known {
                Some(known) => {
                    known.amount = known.amount.plus(*part)?;
                    known.allocation.push((*line, *part));
                }
                None => split.push(Payment {
                    id: PaymentId::new(door.ids(), door.at()),
                    appointment_id: visit,
                    amount: *part,
                    allocation: vec![(*line, *part)],
                    tip: Money::ZERO,
                    tendered: None,
                    ..payment.clone()
                }),
            }
        }
        // Tips belong to the visit at the till, wherever the rest of the payment goes.
        let own = split.iter().skip(begin).position(|known| known.appointment_id == payment.appointment_id);
        match own.and_then(|place| split.get_mut(begin + place)) {
            Some(first) => (first.tip, first.tendered) = (payment.tip, payment.tendered),
            None if payment.tip.is_zero() => {
                if let Some(first) = split.get_mut(begin) {
                    first.tendered = payment.tendered;
                }
            }
            None => split.push(Payment { amount: Money::ZERO, allocation: Vec::new(), ..payment.clone() }),
        }
    }
    Ok(split)
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

/// Each payment with what it pays of each line (F5). A session pays its own line; everything else
/// goes over what then remains of all of them.
fn distributed(
    asked: &TakePayment,
    context: &Context<'_>,
    door: &Door<'_>,
    bills: &[Bill],
    methods: &[Method],
) -> Result<Vec<Payment>> {
    let mut lines: Vec<PayableLine> = bills.iter().flat_map(|bill| bill.lines.iter().copied()).collect();
    let mut sources = Vec::with_capacity(methods.len());
    for (place, (payment, method)) in asked.payments.iter().zip(methods).enumerate() {
        check_twice(asked, methods, place)?;
        sources.push(credit::check(context, door, bills, payment, method.kind)?);
        if method.kind == MethodKind::Package {
            pay_line(&mut lines, payment.line_id, payment.amount_minor)?;
        }
    }
    let spread: Vec<Money> = asked
        .payments
        .iter()
        .zip(methods)
        .map(|(payment, method)| if method.kind == MethodKind::Package { Money::ZERO } else { payment.amount_minor })
        .collect();
    let shares: Vec<Shares> = distribute(&lines, &spread)?;
    let rows = asked.payments.iter().zip(methods).zip(shares).zip(sources);
    let payments = rows.map(|(((line, method), shares), source)| Payment {
        id: PaymentId::new(door.ids(), door.at()),
        appointment_id: asked.appointment_id,
        source,
        method_id: method.id,
        kind: method.kind,
        name: method.name.clone(),
        amount: line.amount_minor,
        tendered: line.tendered_minor,
        allocation: match line.line_id.filter(|_| method.kind == MethodKind::Package) {
            Some(id) => vec![(id, line.amount_minor)],
            None => shares,
        },
        tip: line.tip_minor,
    });
    Ok(payments.collect())
}

/// The same credit twice in one payment would be checked against the same balance twice.
fn check_twice(asked: &TakePayment, methods: &[Method], place: usize) -> Result<()> {
    let same = |a: usize, b: usize| match (asked.payments.get(a), asked.payments.get(b)) {
        (Some(a), Some(b)) => a.method_id == b.method_id && a.source_id == b.source_id,
        _ => false,
    };
    let is_credit = methods.get(place).is_some_and(|method| !rules::is_money(method.kind));
    if is_credit && (0..place).any(|before| same(before, place)) {
        return Err(EngineError::new(ErrorCode::BadInput).with("detail", "the same credit twice in one payment"));
    }
    Ok(())
}

fn pay_line(lines: &mut [PayableLine], id: Option<BillLineId>, amount: Money) -> Result<()> {
    if let Some(line) = lines.iter_mut().find(|line| Some(line.line) == id) {
        line.paid = line.paid.plus(amount)?;
    }
    Ok(())
}

fn complete_or_settle(asked: &TakePayment, context: &Context<'_>, door: &Door<'_>, visit: &Appointment) -> Result<()> {
    if visit.status == AppointmentStatus::Completed {
        return completion::settle(door, visit, context.business_day()?);
    }
    if completes(asked, visit) {
        completion::post(context, door, visit)?;
        appointment::update_status(door, visit.id, AppointmentStatus::Completed, "")?;
        let (started, _) = appointment::times(door.connection(), visit.id)?;
        appointment::update_times(door, visit.id, started, Some(context.at))?;
    }
    Ok(())
}
