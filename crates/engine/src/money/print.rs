//! What stands on a receipt, kept with it as it was then: the salon may change its name, a
//! service its price, but a receipt never changes.

use adelante_base::fiscal::TaxCode;
use adelante_base::vocabulary::{Language, MethodKind};
use adelante_base::{AppointmentServiceId, Money, ReceiptId};
use adelante_domain::fiscal::mode::Moment;
use adelante_domain::tax::by_rate;
use adelante_store::appointment::{self, Appointment};
use adelante_store::receipt::{Payment, Tip};
use adelante_store::salon::Register;
use adelante_store::shift::Shift;
use adelante_store::{Connection, Door, job};
use serde::{Deserialize, Serialize};

use super::fiscal::marks::{self, LineMark, Marks};
use crate::appointment::Names;
use crate::command::Context;
use crate::error::Result;

/// Everything on the paper but the number, which the store gives.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Print {
    pub(crate) client: String,
    pub(crate) cashier: String,
    pub(crate) register: String,
    pub(crate) shift: u32,
    pub(crate) salon: String,
    pub(crate) legal_name: String,
    pub(crate) tax_id: String,
    pub(crate) address: String,
    pub(crate) phone: String,
    pub(crate) currency: String,
    pub(crate) zone: String,
    pub(crate) language: Language,
    pub(crate) lines: Vec<PrintedLine>,
    pub(crate) payments: Vec<PrintedPayment>,
    #[serde(default)]
    pub(crate) tips: Vec<PrintedTip>,
    /// Rate of the tax; where there are several, the highest.
    pub(crate) vat_bp: u16,
    pub(crate) vat: Money,
    /// The tax by rate; empty on receipts of before there were several.
    #[serde(default)]
    pub(crate) vats: Vec<PrintedVat>,
    pub(crate) visit_total: Money,
    pub(crate) remaining: Money,
    pub(crate) footer: String,
    pub(crate) qr: String,
}

/// A line on the paper.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct PrintedLine {
    pub(crate) name: String,
    pub(crate) staff: String,
    pub(crate) price: Money,
    pub(crate) amount: Money,
    /// What a fiscal device is told of the line.
    #[serde(default)]
    pub(crate) fiscal: Option<LineMark>,
}

/// A payment on the paper.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct PrintedPayment {
    pub(crate) kind: MethodKind,
    pub(crate) name: String,
    /// Tips included.
    pub(crate) amount: Money,
    pub(crate) tendered: Option<Money>,
}

/// What a payment puts on the paper.
pub(super) struct Paper<'a> {
    pub payments: &'a [Payment],
    pub tips: &'a [Tip],
    /// Of the visit, after it.
    pub remaining: Money,
    /// When the money is taken.
    pub moment: Moment,
}

/// Tax of one rate on the paper.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) struct PrintedVat {
    pub(crate) code: TaxCode,
    pub(crate) rate_bp: u16,
    pub(crate) amount: Money,
    pub(crate) vat: Money,
}

impl Print {
    /// The tax by rate, of receipts of before there were several too.
    pub(crate) fn vats(&self, total: Money) -> Vec<PrintedVat> {
        let one = PrintedVat { code: TaxCode::Custom, rate_bp: self.vat_bp, amount: total, vat: self.vat };
        if self.vats.is_empty() { vec![one] } else { self.vats.clone() }
    }
}

/// A tip on the paper.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct PrintedTip {
    pub(crate) staff: String,
    pub(crate) amount: Money,
}

/// The device's preference that every payment prints its receipt by itself.
pub const PRINT_AFTER_PAYMENT: &str = "print_after_payment";
/// Kind of the job that prints a receipt on the device that made it.
pub const PRINT_RECEIPT: &str = "print_receipt";
/// A receipt that could not be printed for so long is no longer wanted by itself.
const PRINT_WITHIN_SECONDS: i64 = 3_600;

/// Wants the receipt printed after the commit, where the desk prints every one. A failed print
/// never undoes the sale.
pub(super) fn after_payment(door: &Door<'_>, receipt: ReceiptId) -> Result<()> {
    let wanted = adelante_store::local::preference(door.connection(), PRINT_AFTER_PAYMENT)?;
    if wanted.as_deref() == Some("yes") {
        let not_after = door.at().plus_seconds(PRINT_WITHIN_SECONDS);
        job::insert(door, PRINT_RECEIPT, job::Place::Here, &receipt.to_string(), Some(not_after))?;
    }
    Ok(())
}

/// What stands on a sale's receipt.
pub(super) fn sale(
    context: &Context<'_>,
    door: &Door<'_>,
    visit: &Appointment,
    register: &Register,
    shift: &Shift,
    paper: &Paper<'_>,
) -> Result<String> {
    let payments = paper.payments;
    let salon = context.salon()?;
    let marks = marks::of_sale(context, door.connection(), visit, payments, paper.moment)?;
    let lines = lines(door.connection(), visit, payments, &marks)?;
    let (vats, vat) = vats(&lines)?;
    let print = Print {
        client: visit
            .client_id
            .map(|id| adelante_store::client::name(door.connection(), id))
            .transpose()?
            .unwrap_or_default(),
        cashier: context.actor.name.clone(),
        register: register.name.clone(),
        shift: shift.number,
        salon: salon.name.clone(),
        legal_name: salon.legal_name.clone(),
        tax_id: salon.tax_id.clone(),
        address: salon.address.clone(),
        phone: salon.phone.clone(),
        currency: salon.currency.clone(),
        zone: salon.zone.name().to_owned(),
        language: salon.language,
        visit_total: Money::sum(lines.iter().map(|line| line.price))?,
        lines,
        payments: payments.iter().map(printed).collect::<Result<_>>()?,
        tips: paper.tips.iter().map(|tip| PrintedTip { staff: tip.name.clone(), amount: tip.amount }).collect(),
        vat_bp: vats
            .first()
            .map_or(crate::money::tax::of_salon(salon, context.business_day()?).rate_bp, |vat| vat.rate_bp),
        vat,
        vats,
        remaining: paper.remaining,
        footer: salon.receipt_footer.clone(),
        qr: salon.receipt_qr.clone(),
    };
    Ok(serde_json::to_string(&print)?)
}

fn printed(payment: &Payment) -> Result<PrintedPayment> {
    Ok(PrintedPayment {
        kind: payment.kind,
        name: payment.name.clone(),
        amount: payment.moved()?,
        tendered: payment.tendered,
    })
}

/// What stands on the receipt that answers another: the same with the opposite sums.
pub(super) fn void(context: &Context<'_>, sold: &Print, shift: &Shift, remaining: Money) -> Result<String> {
    let mut print = sold.clone();
    print.cashier.clone_from(&context.actor.name);
    print.shift = shift.number;
    print.remaining = remaining;
    print.vat = print.vat.negated();
    for vat in &mut print.vats {
        (vat.amount, vat.vat) = (vat.amount.negated(), vat.vat.negated());
    }
    for line in &mut print.lines {
        line.amount = line.amount.negated();
    }
    for payment in &mut print.payments {
        payment.amount = payment.amount.negated();
        payment.tendered = None;
    }
    for tip in &mut print.tips {
        tip.amount = tip.amount.negated();
    }
    Ok(serde_json::to_string(&print)?)
}

/// What a refund puts on the paper.
pub(super) struct Back<'a> {
    /// With negative sums.
    pub payments: &'a [Payment],
    /// Of the visit, after it.
    pub remaining: Money,
}

/// What stands on the receipt that gives money of another back.
pub(super) fn refund(
    context: &Context<'_>,
    connection: &Connection,
    sold: &Print,
    visit: &Appointment,
    shift: &Shift,
    back: &Back<'_>,
) -> Result<String> {
    let mut print = sold.clone();
    print.cashier.clone_from(&context.actor.name);
    print.shift = shift.number;
    print.remaining = back.remaining;
    print.tips.clear();
    print.payments = back.payments.iter().map(printed).collect::<Result<_>>()?;
    let marks = marks::of_refund(context, connection, sold, visit, back.payments)?;
    print.lines = lines(connection, visit, back.payments, &marks)?;
    print.lines.retain(|line| !line.amount.is_zero());
    (print.vats, print.vat) = vats(&print.lines)?;
    Ok(serde_json::to_string(&print)?)
}

/// What payments pay of a line.
pub(super) fn share(payments: &[Payment], line: AppointmentServiceId) -> Result<Money> {
    let parts = payments.iter().flat_map(|payment| &payment.allocation);
    Ok(Money::sum(parts.filter(|(id, _)| *id == line).map(|(_, part)| *part))?)
}

/// Tax by rate inside what was paid, and all of it.
fn vats(lines: &[PrintedLine]) -> Result<(Vec<PrintedVat>, Money)> {
    let marked = lines.iter().filter_map(|line| Some((line.fiscal.as_ref()?.tax(), line.amount)));
    let vats: Vec<PrintedVat> = by_rate(marked)?
        .into_iter()
        .map(|sum| PrintedVat { code: sum.tax.code, rate_bp: sum.tax.rate_bp, amount: sum.amount, vat: sum.vat })
        .collect();
    let vat = Money::sum(vats.iter().map(|vat| vat.vat))?;
    Ok((vats, vat))
}

fn lines(
    connection: &Connection,
    visit: &Appointment,
    payments: &[Payment],
    marks: &Marks,
) -> Result<Vec<PrintedLine>> {
    let names = Names::read(connection)?;
    let mut printed = Vec::new();
    for line in appointment::lines(connection, visit.id)? {
        printed.push(PrintedLine {
            name: names.service(line.service_id),
            staff: names.staff(line.staff_id),
            price: line.price,
            amount: share(payments, line.id)?,
            fiscal: marks.get(&line.id).cloned(),
        });
    }
    Ok(printed)
}
