//! How each line of a receipt is taxed and said to be paid. It stands with the line on the receipt
//! as it was then: a void answers with exactly the same, a refund keeps the rate.

use std::collections::BTreeMap;

use adelante_base::fiscal::{PaymentMode, PaymentSubject, TaxCode};
use adelante_base::{AppointmentServiceId, Money};
use adelante_domain::fiscal::mode::{Moment, Taken, settled};
use adelante_domain::tax::{self as rules, Tax};
use adelante_store::appointment::{self, Appointment};
use adelante_store::receipt::{self, Payment};
use adelante_store::{Connection, appointment::Line};
use serde::{Deserialize, Serialize};

use super::super::print::{Print, PrintedLine, share};
use crate::command::Context;
use crate::error::Result;
use crate::money::tax;

/// The marks of a receipt's lines.
pub(crate) type Marks = BTreeMap<AppointmentServiceId, LineMark>;

/// What a fiscal device is told of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct LineMark {
    /// Which line of the visit.
    pub(crate) line: Option<AppointmentServiceId>,
    pub(crate) subject: PaymentSubject,
    pub(crate) mode: PaymentMode,
    pub(crate) tax: TaxCode,
    pub(crate) rate_bp: u16,
    /// The line's sum on the fiscal receipt: of a completion the whole price.
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
    pub(super) fn of_old(line: &PrintedLine, print: &Print) -> Self {
        Self {
            line: None,
            subject: PaymentSubject::Service,
            mode: PaymentMode::FullPayment,
            tax: if print.vat_bp == 0 { TaxCode::None } else { TaxCode::Custom },
            rate_bp: print.vat_bp,
            amount: super::positive(line.amount),
            prepaid: Money::ZERO,
            credit: Money::ZERO,
            marking: None,
        }
    }
}

/// The marks of a sale. Of what was sold before, the rate of that day; of all else, today's.
pub(crate) fn of_sale(
    context: &Context<'_>,
    connection: &Connection,
    visit: &Appointment,
    payments: &[Payment],
    moment: Moment,
) -> Result<Marks> {
    let paid = appointment::paid_by_line(connection, visit.id)?;
    let sold = receipt::sale_lines(connection, visit.id)?;
    let mut marks = Marks::new();
    for line in appointment::lines(connection, visit.id)? {
        let of_day = match sold.iter().find(|(_, sold)| sold.line_id == line.id) {
            Some((_, sold)) => {
                let then = of_line(context, connection, &line, sold.business_day)?;
                Tax { code: then.code, rate_bp: sold.vat_bp }
            }
            None => of_line(context, connection, &line, context.business_day()?)?,
        };
        let before = paid.iter().find(|(id, _)| *id == line.id).map_or(Money::ZERO, |(_, paid)| *paid);
        let taken = Taken { price: line.price, before, now: share(payments, line.id)? };
        if let Some(settled) = settled(moment, taken)? {
            let mark = LineMark {
                line: Some(line.id),
                subject: PaymentSubject::Service,
                mode: settled.mode,
                tax: of_day.code,
                rate_bp: of_day.rate_bp,
                amount: settled.amount,
                prepaid: settled.prepaid,
                credit: settled.credit,
                marking: None,
            };
            marks.insert(line.id, mark);
        }
    }
    Ok(marks)
}

/// The marks of what goes back of a receipt: its own rates, and its own modes.
pub(crate) fn of_refund(
    context: &Context<'_>,
    connection: &Connection,
    sold: &Print,
    visit: &Appointment,
    back: &[Payment],
) -> Result<Marks> {
    let mut marks = Marks::new();
    for line in appointment::lines(connection, visit.id)? {
        let amount = super::positive(share(back, line.id)?);
        if amount.is_zero() {
            continue;
        }
        let first = sold.lines.iter().filter_map(|line| line.fiscal.as_ref()).find(|mark| mark.line == Some(line.id));
        let mark = match first {
            Some(mark) => LineMark {
                amount,
                prepaid: Money::ZERO,
                credit: Money::ZERO,
                mode: returned(mark, amount),
                ..mark.clone()
            },
            None => {
                let code = rules::code_of_rate(context.region(), sold.vat_bp, context.business_day()?);
                let printed =
                    PrintedLine { name: String::new(), staff: String::new(), price: line.price, amount, fiscal: None };
                LineMark { line: Some(line.id), tax: code, ..LineMark::of_old(&printed, sold) }
            }
        };
        marks.insert(line.id, mark);
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

fn of_line(context: &Context<'_>, connection: &Connection, line: &Line, day: adelante_base::Day) -> Result<Tax> {
    tax::of_service(connection, context.salon()?, line.service_id, day)
}
