//! How each line of a receipt is taxed and said to be paid. It stands with the line on the receipt
//! as it was then: a void answers with exactly the same, a refund keeps the rate.

use std::collections::BTreeMap;

use adelante_base::fiscal::{PaymentMode, PaymentSubject, TaxCode};
use adelante_base::vocabulary::{ItemKind, MethodKind};
use adelante_base::{BillLineId, Day, Money};
use adelante_domain::fiscal::mode::{Moment, Settled, Taken, settled};
use adelante_domain::tax::{self as rules, Tax};
use adelante_store::appointment::{self, Appointment};
use adelante_store::receipt::{self, Payment};
use adelante_store::salon::Salon;
use adelante_store::{Connection, bill};
use serde::{Deserialize, Serialize};

use super::super::print::{Print, share};
use crate::command::Context;
use crate::error::Result;
use crate::money::tax;

/// The marks of a receipt's lines.
pub(crate) type Marks = BTreeMap<BillLineId, LineMark>;

/// What a fiscal device is told of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct LineMark {
    /// Which line of the bill.
    pub(crate) line: Option<BillLineId>,
    pub(crate) subject: PaymentSubject,
    pub(crate) mode: PaymentMode,
    pub(crate) tax: TaxCode,
    pub(crate) rate_bp: u16,
    /// The line's sum on the fiscal receipt: of a completion the whole price, less what points paid
    /// of it, which is a discount. Zero: the device is told nothing of it.
    pub(crate) amount: Money,
    /// Of it paid before.
    pub(crate) prepaid: Money,
    /// Of it still owed.
    pub(crate) credit: Money,
    /// Marking code of a product.
    pub(crate) marking: Option<String>,
}

impl LineMark {
    /// Its tax.
    pub(crate) const fn tax(&self) -> Tax {
        Tax { code: self.tax, rate_bp: self.rate_bp }
    }

    /// What a line of a receipt of before there were marks was: paid as it stands there.
    pub(super) fn of_old(item: Option<ItemKind>, amount: Money, print: &Print) -> Self {
        let promise = subject(item) == PaymentSubject::Payment;
        let rate_bp = if promise { 0 } else { print.vat_bp };
        Self {
            line: None,
            subject: subject(item),
            mode: if promise { PaymentMode::Advance } else { PaymentMode::FullPayment },
            tax: if rate_bp == 0 { TaxCode::None } else { TaxCode::Custom },
            rate_bp,
            amount: super::positive(amount),
            prepaid: Money::ZERO,
            credit: Money::ZERO,
            marking: None,
        }
    }
}

/// A line of a bill as the state sees it.
struct Billed {
    line: BillLineId,
    item: Option<ItemKind>,
    price: Money,
    tax: Tax,
}

/// The marks of a sale, of every visit that it pays. Of what was sold before, the rate of that day;
/// of all else, today's.
pub(crate) fn of_sale(
    context: &Context<'_>,
    connection: &Connection,
    visits: &[&Appointment],
    payments: &[Payment],
    moment: &dyn Fn(&Appointment) -> Moment,
) -> Result<Marks> {
    let by_points = only_points(payments);
    let mut marks = Marks::new();
    for visit in visits {
        let paid = appointment::paid_by_line(connection, visit.id)?;
        let points = appointment::points_by_line(connection, visit.id)?;
        for billed in billed(context, connection, visit)? {
            let of_line = |sums: &[(BillLineId, Money)]| {
                sums.iter().find(|(id, _)| *id == billed.line).map_or(Money::ZERO, |(_, sum)| *sum)
            };
            let (less_before, less_now) = (of_line(&points), share(&by_points, billed.line)?);
            let taken = Taken {
                price: billed.price.minus(less_before)?.minus(less_now)?,
                before: of_line(&paid).minus(less_before)?,
                now: share(payments, billed.line)?.minus(less_now)?,
            };
            let said = said(moment(visit), billed.item, taken)?;
            let mark = LineMark {
                line: Some(billed.line),
                subject: subject(billed.item),
                mode: said.mode,
                tax: billed.tax.code,
                rate_bp: billed.tax.rate_bp,
                amount: said.amount,
                prepaid: said.prepaid,
                credit: said.credit,
                marking: None,
            };
            marks.insert(billed.line, mark);
        }
    }
    Ok(marks)
}

/// The marks of what goes back of a receipt: its own rates, and its own modes.
pub(crate) fn of_refund(
    context: &Context<'_>,
    connection: &Connection,
    sold: &Print,
    visits: &[&Appointment],
    back: &[Payment],
) -> Result<Marks> {
    let by_points = only_points(back);
    let mut marks = Marks::new();
    for visit in visits {
        for (line, item) in kinds(connection, visit)? {
            let whole = share(back, line)?;
            if whole.is_zero() {
                continue;
            }
            let amount = super::positive(whole.minus(share(&by_points, line)?)?);
            let first = sold.lines.iter().filter_map(|line| line.fiscal.as_ref()).find(|mark| mark.line == Some(line));
            let mark = match first {
                Some(mark) => LineMark {
                    amount,
                    prepaid: Money::ZERO,
                    credit: Money::ZERO,
                    mode: returned(mark, amount),
                    ..mark.clone()
                },
                None => {
                    let old = LineMark::of_old(item, amount, sold);
                    let code = rules::code_of_rate(context.region(), old.rate_bp, context.business_day()?);
                    LineMark { line: Some(line), tax: code, ..old }
                }
            };
            marks.insert(line, mark);
        }
    }
    Ok(marks)
}

/// A part of a full prepayment that goes back is no full one.
fn returned(sold: &LineMark, amount: Money) -> PaymentMode {
    match sold.mode {
        PaymentMode::FullPrepayment if amount != sold.amount => PaymentMode::Prepayment,
        PaymentMode::PartialPayment => PaymentMode::FullPayment,
        mode => mode,
    }
}

/// What a receipt says of a line. Money for later is an advance whenever it is taken.
fn said(moment: Moment, item: Option<ItemKind>, taken: Taken) -> Result<Settled> {
    let bare = |mode, amount| Settled { mode, amount, prepaid: Money::ZERO, credit: Money::ZERO };
    if subject(item) == PaymentSubject::Payment {
        return Ok(bare(PaymentMode::Advance, taken.now));
    }
    Ok(settled(moment, taken)?.unwrap_or_else(|| bare(PaymentMode::FullPayment, Money::ZERO)))
}

/// What a line is: a service, goods, or money for later.
const fn subject(item: Option<ItemKind>) -> PaymentSubject {
    match item {
        None => PaymentSubject::Service,
        Some(ItemKind::Product) => PaymentSubject::Goods,
        Some(ItemKind::Certificate | ItemKind::Package | ItemKind::TopUp) => PaymentSubject::Payment,
    }
}

/// The payments by points: they are no money, what they pay is a discount.
fn only_points(payments: &[Payment]) -> Vec<Payment> {
    payments.iter().filter(|payment| payment.kind == MethodKind::Points).cloned().collect()
}

/// Every line of a bill, and what it is.
fn kinds(connection: &Connection, visit: &Appointment) -> Result<Vec<(BillLineId, Option<ItemKind>)>> {
    let services = appointment::lines(connection, visit.id)?.into_iter().map(|line| (line.id, None));
    let items = bill::items(connection, visit.id)?.into_iter().map(|item| (item.id, Some(item.kind)));
    Ok(services.chain(items).collect())
}

/// Every line of a bill with its price and tax.
fn billed(context: &Context<'_>, connection: &Connection, visit: &Appointment) -> Result<Vec<Billed>> {
    let (salon, today) = (context.salon()?, context.business_day()?);
    let mut all = Vec::new();
    let sold = receipt::sale_lines(connection, visit.id)?;
    for line in appointment::lines(connection, visit.id)? {
        let on = |day: Day| tax::of_service(connection, salon, line.service_id, day);
        let tax = match sold.iter().find(|(_, sold)| sold.line_id == line.id) {
            Some((_, sold)) => as_sold(salon, on(sold.business_day)?, sold.vat_bp, sold.business_day),
            None => on(today)?,
        };
        all.push(Billed { line: line.id, item: None, price: line.price, tax });
    }
    let sold = bill::sales(connection, visit.id)?;
    for item in bill::items(connection, visit.id)? {
        let tax = match sold.iter().find(|(_, sold)| sold.item_id == item.id) {
            _ if item.kind != ItemKind::Product => Tax { code: TaxCode::None, rate_bp: 0 },
            Some((_, sold)) => as_sold(salon, tax::of_salon(salon, sold.business_day), sold.vat_bp, sold.business_day),
            None => tax::of_salon(salon, today),
        };
        all.push(Billed { line: item.id, item: Some(item.kind), price: item.price, tax });
    }
    Ok(all)
}

/// The tax of what was sold on a day: what is chosen now may have been another one then.
fn as_sold(salon: &Salon, chosen: Tax, rate_bp: u16, day: Day) -> Tax {
    if chosen.rate_bp == rate_bp {
        return chosen;
    }
    Tax { code: rules::code_of_rate(&salon.country, rate_bp, day), rate_bp }
}
