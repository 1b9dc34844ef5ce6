//! Giving money of a receipt back, all of it or a part (F16): the way it came, by a receipt of its
//! own. What was sold of a finished visit is sold less.

use std::collections::BTreeMap;

use adelante_base::fiscal::FiscalKind;
use adelante_base::vocabulary::{AppointmentStatus, MethodKind, ReceiptKind};
use adelante_base::{AppointmentId, BillLineId, Money, PaymentId, PaymentMethodId};
use adelante_domain::allocation::{PayableLine, distribute};
use adelante_domain::ledger::{self, Sold};
use adelante_domain::permission::Permission;
use adelante_store::appointment::{self, Appointment};
use adelante_store::ledger::Place;
use adelante_store::receipt::{self, NewReceipt, Payment, Receipt, SaleLine};
use adelante_store::{Connection, Door, ledger as entries};
use adelante_wire::{
    ErrorCode, GetRefundable, ReceiptRefunded, RefundLine, RefundReceipt, Refundable, RefundableLine, RefundableMethod,
};

use super::account::{known_credit_method, moved};
use super::payment::by_visit;
use super::print::{self, Print};
use super::void::visits_of;
use super::{bill, credit, deposit, fiscal, item_sale, open_shift, register};
use crate::appointment::living;
use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result, at_most};
use crate::finance::fees;
use crate::payroll::accrue;

/// What of a receipt was paid, and what of it is not given back yet.
struct Left {
    /// Of each line: paid by the receipt, left.
    lines: BTreeMap<BillLineId, (Money, Money)>,
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

    fn of_line(&self, line: BillLineId) -> Money {
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
        let taken = receipt::payments(connection, sold.id)?;
        let mut lines = Vec::new();
        for visit in visits_of(connection, &sold, &taken)? {
            let goods = item_sale::goods_left(connection, visit.id)?;
            for line in bill::named_lines(connection, visit.id)? {
                let Some((paid, of_it)) = left.lines.get(&line.id) else { continue };
                lines.push(RefundableLine {
                    line_id: line.id,
                    name: line.name,
                    item: line.item,
                    unit: goods.get(&line.id).map(|left| left.unit),
                    quantity: goods.get(&line.id).map(|left| left.quantity),
                    sold_minor: goods.get(&line.id).map_or(Money::ZERO, |left| left.price),
                    staff: line.staff,
                    paid_minor: *paid,
                    left_minor: *of_it,
                });
            }
        }
        let left_minor = Money::sum(lines.iter().map(|line| line.left_minor))?;
        let mut methods: Vec<RefundableMethod> = left
            .methods
            .iter()
            .filter(|(_, left)| left.is_positive())
            .map(|(payment, left)| RefundableMethod {
                method_id: payment.method_id,
                kind: payment.kind,
                name: payment.name.clone(),
                left_minor: (*left).min(left_minor),
            })
            .collect();
        let to_balance = known_credit_method(connection, MethodKind::Balance)?;
        let has_client = living(connection, sold.appointment_id)?.client_id.is_some();
        if let Some(method) = to_balance.filter(|method| has_client && left.method(method.id).is_none()) {
            methods.push(RefundableMethod { method_id: method.id, kind: method.kind, name: method.name, left_minor });
        }
        Ok(Refundable { lines, methods, left_minor })
    }
}

impl Mutation for RefundReceipt {
    type Output = ReceiptRefunded;
    const KIND: &'static str = "receipt_refunded";
    const PERMISSION: Permission = Permission::PaymentsVoid;
    const UNDO: Undo = Undo::Never("take the payment again");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<ReceiptRefunded>> {
        let sold = checked(self, door.connection())?;
        let back = back(self, door, &sold, &Left::read(door.connection(), &sold)?)?;
        let asked = Asked { lines: &self.lines, reason: self.reason.trim(), ends: false };
        let given = give(context, door, &sold, back, &asked)?;
        Ok(Answer::of(given).because(&self.reason))
    }
}

/// What a refund is about, besides the payments that go back.
pub(super) struct Asked<'a> {
    /// How much of which line of visits that are done.
    pub lines: &'a [RefundLine],
    /// Why.
    pub reason: &'a str,
    /// The visit does not take place: nothing remains to be paid of it.
    pub ends: bool,
}

/// Writes the refund of a receipt: the receipt of its own, the payments that go back, what the books
/// say, the fiscal document.
pub(super) fn give(
    context: &Context<'_>,
    door: &Door<'_>,
    sold: &Receipt,
    back: Vec<Payment>,
    asked: &Asked<'_>,
) -> Result<ReceiptRefunded> {
    let taken = receipt::payments(door.connection(), sold.id)?;
    let visits = visits_of(door.connection(), sold, &taken)?;
    let whole = Money::sum(back.iter().map(|payment| payment.amount))?.negated();
    let register = register(door.connection())?;
    let shift = open_shift(door.connection(), &register)?;
    let on_paper: Print = serde_json::from_str(&sold.print)?;
    let back = by_visit(door, back, &|line| visit_of(&taken, line))?;
    let remaining = if asked.ends { Money::ZERO } else { remaining_after(door.connection(), &visits, &back)? };
    let shown: Vec<&Appointment> = visits.iter().collect();
    let paper = print::Back { payments: &back, remaining };
    let print = print::refund(context, door.connection(), &on_paper, &shown, &shift, &paper)?;
    let new = NewReceipt {
        kind: ReceiptKind::Refund,
        register_id: register.id,
        shift_id: shift.id,
        business_day: context.business_day()?,
        appointment_id: sold.appointment_id,
        total: whole.negated(),
        voids: None,
        refunds: Some(sold.id),
        reason: asked.reason,
        print: &print,
    };
    let (receipt_id, series, number) = receipt::insert(door, &new)?;
    for visit in &visits {
        let of_visit: Vec<Payment> =
            back.iter().filter(|payment| payment.appointment_id == visit.id).cloned().collect();
        if of_visit.is_empty() {
            continue;
        }
        for payment in &of_visit {
            receipt::insert_payment(door, receipt_id, payment)?;
            if let Some(origin) = origin_of(&taken, payment) {
                credit::give_back(context, door, origin, payment)?;
            }
        }
        let place = Place {
            business_day: new.business_day,
            register: Some((register.id, shift.id)),
            appointment_id: Some(visit.id),
            receipt_id: Some(receipt_id),
        };
        post(context, door, visit, &of_visit, asked, &place)?;
        fees::give_back(door, &place, sold.id, &of_visit)?;
    }
    let client = visits.first().and_then(|visit| visit.client_id);
    let document = fiscal::Document { kind: FiscalKind::Refund, receipt: receipt_id, client };
    fiscal::queue_receipt(context, door, document, &print, &back)?;
    Ok(ReceiptRefunded { receipt_id, number: receipt::number_text(&register.prefix, series, number) })
}

/// What the books say of a visit's payments that go back.
fn post(
    context: &Context<'_>,
    door: &Door<'_>,
    visit: &Appointment,
    back: &[Payment],
    asked: &Asked<'_>,
    place: &Place,
) -> Result<()> {
    let Some((register, _)) = place.register else { return Ok(()) };
    let opposite: Vec<_> = moved(door.connection(), back, register)?
        .into_iter()
        .map(|(account, amount)| (account, amount.negated()))
        .collect();
    let transaction = if visit.status == AppointmentStatus::Completed {
        let less = sell_less(asked.lines, context, door, visit)?;
        accrue::post(context, door, visit.id)?;
        ledger::refund(&opposite, &less)?
    } else {
        let whole = Money::sum(back.iter().map(|payment| payment.amount))?.negated();
        deposit::release(context, door, visit, whole)?;
        ledger::prepayment_returned(visit.id, &opposite)?
    };
    Ok(entries::post(door, &transaction, place)?)
}

/// The receipt, where money of it can be given back and a reason is given.
fn checked(asked: &RefundReceipt, connection: &Connection) -> Result<Receipt> {
    if asked.reason.trim().is_empty() {
        return Err(EngineError::new(ErrorCode::ReasonMissing));
    }
    at_most("reason", &asked.reason, 500)?;
    let sold = receipt::get(connection, asked.receipt_id)?.ok_or_else(|| EngineError::not_found("receipt"))?;
    if sold.kind != ReceiptKind::Sale || sold.voided_by.is_some() {
        let number = receipt::number_text(&sold.prefix, sold.series, sold.number);
        return Err(EngineError::new(ErrorCode::AlreadyVoided).with("number", number));
    }
    Ok(sold)
}

/// The visit whose line a receipt's payments paid.
fn visit_of(taken: &[Payment], line: BillLineId) -> Option<AppointmentId> {
    let pays = |payment: &&Payment| payment.allocation.iter().any(|(id, _)| *id == line);
    taken.iter().find(pays).map(|payment| payment.appointment_id)
}

/// The payment of which this one gives back.
fn origin_of<'a>(taken: &'a [Payment], back: &Payment) -> Option<&'a Payment> {
    let same = |payment: &&Payment| {
        payment.method_id == back.method_id
            && payment.source == back.source
            && payment.appointment_id == back.appointment_id
    };
    taken.iter().find(same)
}

/// What remains of the visits after the refund: what is sold less is no longer owed.
fn remaining_after(connection: &Connection, visits: &[Appointment], back: &[Payment]) -> Result<Money> {
    let mut remaining = Money::ZERO;
    for visit in visits {
        let sums = appointment::sums(connection, visit.id)?;
        remaining = remaining.plus(sums.total.minus(sums.paid)?)?;
        if visit.status != AppointmentStatus::Completed {
            let of_visit = back.iter().filter(|payment| payment.appointment_id == visit.id);
            remaining = remaining.minus(Money::sum(of_visit.map(|payment| payment.amount))?)?;
        }
    }
    Ok(remaining)
}

/// The payments that go back, with what each gives back of each line.
fn back(asked: &RefundReceipt, door: &Door<'_>, sold: &Receipt, left: &Left) -> Result<Vec<Payment>> {
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
        let to_balance = balance_as_way_back(door, sold, payment.method_id, whole)?;
        let (known, of_it) = left
            .method(payment.method_id)
            .or(to_balance.as_ref())
            .ok_or_else(|| EngineError::not_found("payment_method"))?;
        let so_far = by_method.entry(payment.method_id).or_default();
        *so_far = so_far.plus(payment.amount_minor)?;
        if *so_far > *of_it {
            return Err(too_large(*of_it));
        }
        // A session comes back whole.
        if known.kind == MethodKind::Package && payment.amount_minor != *of_it {
            return Err(EngineError::out_of_range("amount_minor", of_it.minor(), of_it.minor()));
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

/// The client's balance as a way back, whatever the receipt was paid by.
fn balance_as_way_back(
    door: &Door<'_>,
    sold: &Receipt,
    method: PaymentMethodId,
    whole: Money,
) -> Result<Option<(Payment, Money)>> {
    let known = known_credit_method(door.connection(), MethodKind::Balance)?.filter(|known| known.id == method);
    let Some(known) = known else { return Ok(None) };
    let client = living(door.connection(), sold.appointment_id)?.client_id;
    let client = client.ok_or_else(|| EngineError::new(ErrorCode::NoClient))?;
    let payment = Payment {
        id: PaymentId::new(door.ids(), door.at()),
        appointment_id: sold.appointment_id,
        source: Some(client.to_string()),
        method_id: known.id,
        kind: known.kind,
        name: known.name,
        amount: Money::ZERO,
        tendered: None,
        allocation: Vec::new(),
        tip: Money::ZERO,
    };
    Ok(Some((payment, whole)))
}

/// Sells so much less of each line: sold lines of the opposite sign, and smaller prices. Answers
/// what is sold less; what is left of a line keeps exactly the VAT of its price.
fn sell_less(asked: &[RefundLine], context: &Context<'_>, door: &Door<'_>, visit: &Appointment) -> Result<Sold> {
    let sold = receipt::sale_lines(door.connection(), visit.id)?;
    let mut all = Sold::default();
    for mut line in appointment::lines(door.connection(), visit.id)? {
        let Some(less) = asked.iter().find(|less| less.line_id == line.id) else { continue };
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
        all.services = all.services.plus(less.amount_minor)?;
        all.service_vat = all.service_vat.plus(vat)?;
    }
    for mut item in adelante_store::bill::items(door.connection(), visit.id)? {
        let Some(less) = asked.iter().find(|less| less.line_id == item.id) else { continue };
        let back = item_sale::sell_less(context, door, visit, &mut item, less.amount_minor)?;
        all.products = all.products.plus(back.products)?;
        all.product_vat = all.product_vat.plus(back.product_vat)?;
        all.promised.extend(back.promised);
    }
    Ok(all)
}
