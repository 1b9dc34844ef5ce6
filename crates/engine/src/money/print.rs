//! What stands on a receipt, kept with it as it was then: the salon may change its name, a
//! service its price, but a receipt never changes.

use adelante_base::fiscal::TaxCode;
use adelante_base::vocabulary::{ItemKind, Language, MethodKind};
use adelante_base::{BillLineId, Money, ReceiptId};
use adelante_domain::fiscal::mode::Moment;
use adelante_domain::tax::by_rate;
use adelante_store::appointment::Appointment;
use adelante_store::receipt::{Payment, Tip};
use adelante_store::salon::Register;
use adelante_store::salon::template::{self, Template};
use adelante_store::shift::Shift;
use adelante_store::{Connection, Door, job};
use serde::{Deserialize, Serialize};

use super::bill::named_lines;
use super::fiscal::marks::{self, LineMark, Marks};
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
    #[serde(default)]
    pub(crate) header: String,
    /// The template of that day showed the client.
    #[serde(default)]
    pub(crate) show_client: bool,
}

/// A line on the paper.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct PrintedLine {
    #[serde(default)]
    pub(crate) item: Option<ItemKind>,
    pub(crate) name: String,
    pub(crate) staff: String,
    pub(crate) price: Money,
    pub(crate) amount: Money,
    /// What a fiscal device is told of the line.
    #[serde(default)]
    pub(crate) fiscal: Option<LineMark>,
    /// Where the template of that day showed it.
    #[serde(default)]
    pub(crate) discount: Money,
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
    /// When the money is taken, seen from each visit.
    pub moment: &'a dyn Fn(&Appointment) -> Moment,
}

/// Tax of one rate on the paper.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(crate) struct PrintedVat {
    pub(crate) code: TaxCode,
    pub(crate) rate_bp: u16,
    pub(crate) amount: Money,
    pub(crate) vat: Money,
}

impl PrintedLine {
    /// It is money for later: a certificate, a package, a balance.
    pub(crate) fn is_promise(&self) -> bool {
        self.item.is_some_and(|item| item != ItemKind::Product)
    }
}

impl Print {
    /// The tax by rate, of receipts of before there were several too.
    pub(crate) fn vats(&self, total: Money) -> Vec<PrintedVat> {
        let one = PrintedVat { code: TaxCode::Custom, rate_bp: self.vat_bp, amount: total, vat: self.vat };
        let of_old = self.vats.is_empty() && self.lines.iter().all(|line| line.fiscal.is_none());
        if of_old { vec![one] } else { self.vats.clone() }
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

/// The device's preference that cash opens its drawer.
pub const DRAWER_ON_CASH: &str = "drawer_on_cash";
/// Kind of the job that opens the drawer of the device that took the money.
pub const OPEN_DRAWER: &str = "open_drawer";
/// A drawer that did not open by then is opened by hand.
const OPEN_WITHIN_SECONDS: i64 = 20;

/// Wants the drawer opened and the receipt printed after the commit, where the desk does so. A
/// failed print never undoes the sale.
pub(super) fn after_payment(door: &Door<'_>, receipt: ReceiptId, payments: &[Payment]) -> Result<()> {
    let cash = payments.iter().any(|payment| payment.kind == MethodKind::Cash);
    if cash && adelante_store::local::preference(door.connection(), DRAWER_ON_CASH)?.as_deref() == Some("yes") {
        let not_after = door.at().plus_seconds(OPEN_WITHIN_SECONDS);
        job::insert(door, OPEN_DRAWER, job::Place::Here, &receipt.to_string(), Some(not_after))?;
    }
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
    visits: &[&Appointment],
    register: &Register,
    shift: &Shift,
    paper: &Paper<'_>,
) -> Result<String> {
    let payments = paper.payments;
    let salon = context.salon()?;
    let template = template::get(door.connection(), salon.id)?;
    let marks = marks::of_sale(context, door.connection(), visits, payments, paper.moment)?;
    let lines = lines(door.connection(), visits, payments, &template, &marks)?;
    let (vats, vat) = vats(&lines)?;
    let client = visits.first().and_then(|visit| visit.client_id);
    let print = Print {
        client: client.map(|id| adelante_store::client::name(door.connection(), id)).transpose()?.unwrap_or_default(),
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
        language: template.language.unwrap_or(salon.language),
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
        header: template.header,
        show_client: template.show_client,
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
    visits: &[&Appointment],
    shift: &Shift,
    back: &Back<'_>,
) -> Result<String> {
    let mut print = sold.clone();
    print.cashier.clone_from(&context.actor.name);
    print.shift = shift.number;
    print.remaining = back.remaining;
    print.tips.clear();
    print.payments = back.payments.iter().map(printed).collect::<Result<_>>()?;
    let template = template::get(connection, context.salon()?.id)?;
    let marks = marks::of_refund(context, connection, sold, visits, back.payments)?;
    print.lines = lines(connection, visits, back.payments, &template, &marks)?;
    print.lines.retain(|line| !line.amount.is_zero());
    (print.vats, print.vat) = vats(&print.lines)?;
    Ok(serde_json::to_string(&print)?)
}

/// What payments pay of a line.
pub(super) fn share(payments: &[Payment], line: BillLineId) -> Result<Money> {
    let parts = payments.iter().flat_map(|payment| &payment.allocation);
    Ok(Money::sum(parts.filter(|(id, _)| *id == line).map(|(_, part)| *part))?)
}

/// Tax by rate inside what was paid for services and goods, not for what is promised for later; and
/// all of it.
fn vats(lines: &[PrintedLine]) -> Result<(Vec<PrintedVat>, Money)> {
    let taxed = lines.iter().filter(|line| !line.is_promise());
    let marked = taxed.filter_map(|line| Some((line.fiscal.as_ref()?.tax(), line.amount)));
    let vats: Vec<PrintedVat> = by_rate(marked)?
        .into_iter()
        .map(|sum| PrintedVat { code: sum.tax.code, rate_bp: sum.tax.rate_bp, amount: sum.amount, vat: sum.vat })
        .collect();
    let vat = Money::sum(vats.iter().map(|vat| vat.vat))?;
    Ok((vats, vat))
}

fn lines(
    connection: &Connection,
    visits: &[&Appointment],
    payments: &[Payment],
    template: &Template,
    marks: &Marks,
) -> Result<Vec<PrintedLine>> {
    let mut printed = Vec::new();
    for visit in visits {
        for line in named_lines(connection, visit.id)? {
            printed.push(PrintedLine {
                item: line.item,
                name: line.name,
                staff: if template.show_staff { line.staff } else { String::new() },
                price: line.price,
                amount: share(payments, line.id)?,
                fiscal: marks.get(&line.id).cloned(),
                discount: if template.show_discount { line.discount } else { Money::ZERO },
            });
        }
    }
    Ok(printed)
}
