//! Giving money of a receipt back, all of it or a part (F16): the way it came, by a receipt of its
//! own. What was sold of a finished visit is sold less.

use std::collections::BTreeMap;

use adelante_base::fiscal::FiscalKind;
use adelante_base::vocabulary::{AppointmentStatus, ReceiptKind};
use adelante_base::{AppointmentServiceId, Money, PaymentId, PaymentMethodId};
use adelante_domain::allocation::{PayableLine, distribute};
use adelante_domain::ledger;
use adelante_domain::permission::Permission;
use adelante_store::appointment::{self, Appointment};
use adelante_store::ledger::Place;
use adelante_store::receipt::{self, NewReceipt, Payment, Receipt, SaleLine};
use adelante_store::{Connection, Door, ledger as entries};
use adelante_wire::{
    ErrorCode, GetRefundable, ReceiptRefunded, RefundReceipt, Refundable, RefundableLine, RefundableMethod,
};

use super::payment::moved;
use super::print::{self, Print};
use super::{fiscal, open_shift, register};
use crate::appointment::{Names, living};
use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result, at_most};

/// What of a receipt was paid, and what of it is not given back yet.
struct Left {
    /// Of each line: paid by the receipt, left.
    lines: BTreeMap<AppointmentServiceId, (Money, Money)>,
    /// The receipt's methods, each with what is left, in the receipt's order.
    methods: Vec<(Payment, Money)>,
}

impl Left {
    fn read(connection: &Connection, sold: &Receipt) -> Result<Self> {
        let mut left = Self { lines: BTreeMap::new(), methods: Vec::new() };
        for payment in receipt::payments(connection, sold.id)? {
            left.add_method(&payment, payment.amount)?;
            for (line, part) in &payment.allocation {
                let (paid, of_it) = left.lines.entry(*line).or_default();
                (*paid, *of_it) = (paid.plus(*part)?, of_it.plus(*part)?);
            }
        }
        for back in receipt::refunded(connection, sold.id)? {
            left.add_method(&back, back.amount)?;
            for (line, part) in &back.allocation {
                let (_, of_it) = left.lines.entry(*line).or_default();
                *of_it = of_it.plus(*part)?;
            }
        }
        Ok(left)
    }

    fn add_method(&mut self, payment: &Payment, amount: Money) -> Result<()> {
        match self.methods.iter_mut().find(|(known, _)| known.method_id == payment.method_id) {
            Some((_, left)) => *left = left.plus(amount)?,
            None => self.methods.push((payment.clone(), amount)),
        }
        Ok(())
    }

    fn of_line(&self, line: AppointmentServiceId) -> Money {
        self.lines.get(&line).map_or(Money::ZERO, |(_, left)| *left)
    }

    fn method(&self, id: PaymentMethodId) -> Option<&(Payment, Money)> {
        self.methods.iter().find(|(payment, _)| payment.method_id == id)
    }
}

impl Query for GetRefundable {
    type Output = Refundable;
    const PERMISSION: Permission = Permission::PaymentsVoid;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<Refundable> {
        let sold = receipt::get(connection, self.receipt_id)?.ok_or_else(|| EngineError::not_found("receipt"))?;
        if sold.kind != ReceiptKind::Sale || sold.voided_by.is_some() {
            return Ok(Refundable { lines: Vec::new(), methods: Vec::new(), left_minor: Money::ZERO });
        }
        let left = Left::read(connection, &sold)?;
        let names = Names::read(connection)?;
        let lines = appointment::lines(connection, sold.appointment_id)?.into_iter().filter_map(|line| {
            let (paid, of_it) = left.lines.get(&line.id)?;
            Some(RefundableLine {
                line_id: line.id,
                name: names.service(line.service_id),
                staff: names.staff(line.staff_id),
                paid_minor: *paid,
                left_minor: *of_it,
            })
        });
        let methods = left.methods.iter().map(|(payment, left)| RefundableMethod {
            method_id: payment.method_id,
            kind: payment.kind,
            name: payment.name.clone(),
            left_minor: *left,
        });
        Ok(Refundable {
            lines: lines.collect(),
            left_minor: Money::sum(left.methods.iter().map(|(_, left)| *left))?,
            methods: methods.collect(),
        })
    }
}

impl Mutation for RefundReceipt {
    type Output = ReceiptRefunded;
    const KIND: &'static str = "receipt_refunded";
    const PERMISSION: Permission = Permission::PaymentsVoid;
    const UNDO: Undo = Undo::Never("take the payment again");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<ReceiptRefunded>> {
        if self.reason.trim().is_empty() {
            return Err(EngineError::new(ErrorCode::ReasonMissing));
        }
        at_most("reason", &self.reason, 500)?;
        let sold =
            receipt::get(door.connection(), self.receipt_id)?.ok_or_else(|| EngineError::not_found("receipt"))?;
        if sold.kind != ReceiptKind::Sale || sold.voided_by.is_some() {
            let number = receipt::number_text(&sold.prefix, sold.series, sold.number);
            return Err(EngineError::new(ErrorCode::AlreadyVoided).with("number", number));
        }
        let back = back(self, door, &Left::read(door.connection(), &sold)?)?;
        let whole = Money::sum(back.iter().map(|payment| payment.amount))?.negated();
        let visit = living(door.connection(), sold.appointment_id)?;
        let done = visit.status == AppointmentStatus::Completed;
        let register = register(door.connection())?;
        let shift = open_shift(door.connection(), &register)?;
        let sums = appointment::sums(door.connection(), visit.id)?;
        let remaining = sums.total.minus(sums.paid)?;
        let on_paper: Print = serde_json::from_str(&sold.print)?;
        let paper = print::Back { payments: &back, remaining: if done { remaining } else { remaining.plus(whole)? } };
        let print = print::refund(context, door.connection(), &on_paper, &visit, &shift, &paper)?;
        let new = NewReceipt {
            kind: ReceiptKind::Refund,
            register_id: register.id,
            shift_id: shift.id,
            business_day: context.business_day()?,
            appointment_id: visit.id,
            total: whole.negated(),
            voids: None,
            refunds: Some(sold.id),
            reason: self.reason.trim(),
            print: &print,
        };
        let (receipt_id, series, number) = receipt::insert(door, &new)?;
        for payment in &back {
            receipt::insert_payment(door, receipt_id, visit.id, payment)?;
        }
        let place = Place {
            business_day: new.business_day,
            register: Some((register.id, shift.id)),
            appointment_id: Some(visit.id),
            receipt_id: Some(receipt_id),
        };
        let opposite: Vec<_> =
            moved(&back, register.id)?.into_iter().map(|(account, amount)| (account, amount.negated())).collect();
        let transaction = if done {
            let vat = sell_less(self, context, door, &visit)?;
            ledger::refund(&opposite, vat)?
        } else {
            ledger::prepayment_returned(visit.id, &opposite)?
        };
        entries::post(door, &transaction, &place)?;
        fiscal::queue_receipt(context, door, &visit, receipt_id, FiscalKind::Refund, &print, &back)?;
        let number = receipt::number_text(&register.prefix, series, number);
        Ok(Answer::of(ReceiptRefunded { receipt_id, number }).because(&self.reason))
    }
}

/// The payments that go back, with what each gives back of each line.
fn back(asked: &RefundReceipt, door: &Door<'_>, left: &Left) -> Result<Vec<Payment>> {
    let too_large = |left: Money| EngineError::new(ErrorCode::RefundTooLarge).with("left_minor", left.minor());
    let mut lines: Vec<PayableLine> = Vec::with_capacity(asked.lines.len());
    for line in &asked.lines {
        let twice = lines.iter().any(|known| known.line == line.line_id);
        if !line.amount_minor.is_positive() || twice {
            return Err(EngineError::new(ErrorCode::NotPositive));
        }
        if line.amount_minor > left.of_line(line.line_id) {
            return Err(too_large(left.of_line(line.line_id)));
        }
        lines.push(PayableLine { line: line.line_id, price: line.amount_minor, paid: Money::ZERO });
    }
    let whole = Money::sum(lines.iter().map(|line| line.price))?;
    let amounts: Vec<Money> = asked.payments.iter().map(|payment| payment.amount_minor).collect();
    if amounts.is_empty() || amounts.iter().any(|amount| !amount.is_positive()) {
        return Err(EngineError::new(ErrorCode::NotPositive));
    }
    if Money::sum(amounts.iter().copied())? != whole {
        return Err(EngineError::out_of_range("payments", whole.minor(), whole.minor()));
    }
    let shares = distribute(&lines, &amounts)?;
    let mut by_method: BTreeMap<PaymentMethodId, Money> = BTreeMap::new();
    let mut payments = Vec::with_capacity(amounts.len());
    for (payment, shares) in asked.payments.iter().zip(shares) {
        let (known, of_it) = left.method(payment.method_id).ok_or_else(|| EngineError::not_found("payment_method"))?;
        let so_far = by_method.entry(payment.method_id).or_default();
        *so_far = so_far.plus(payment.amount_minor)?;
        if *so_far > *of_it {
            return Err(too_large(*of_it));
        }
        payments.push(Payment {
            id: PaymentId::new(door.ids(), door.at()),
            amount: payment.amount_minor.negated(),
            tendered: None,
            allocation: shares.into_iter().map(|(line, part)| (line, part.negated())).collect(),
            tip: Money::ZERO,
            ..known.clone()
        });
    }
    Ok(payments)
}

/// Sells so much less of each line: sold lines of the opposite sign, and smaller prices. Answers the
/// VAT that was in it; what is left of a line keeps exactly the VAT of its price.
fn sell_less(asked: &RefundReceipt, context: &Context<'_>, door: &Door<'_>, visit: &Appointment) -> Result<Money> {
    let sold = receipt::sale_lines(door.connection(), visit.id)?;
    let mut vat_back = Money::ZERO;
    for mut line in appointment::lines(door.connection(), visit.id)? {
        let Some(less) = asked.lines.iter().find(|less| less.line_id == line.id) else { continue };
        let of_line = || sold.iter().filter(|(_, sold)| sold.line_id == line.id);
        let Some((_, first)) = of_line().next() else { continue };
        let price = Money::sum(of_line().map(|(_, sold)| sold.price))?;
        let vat = Money::sum(of_line().map(|(_, sold)| sold.vat))?;
        let kept = ledger::vat_inside(price.minus(less.amount_minor)?, first.vat_bp)?;
        let vat = vat.minus(kept)?;
        receipt::insert_sale_line(
            door,
            &SaleLine {
                business_day: context.business_day()?,
                list_price: less.amount_minor.negated(),
                price: less.amount_minor.negated(),
                vat: vat.negated(),
                reverses: None,
                ..*first
            },
        )?;
        line.price = line.price.minus(less.amount_minor)?;
        appointment::update_line_price(door, &line)?;
        vat_back = vat_back.plus(vat)?;
    }
    Ok(vat_back)
}
