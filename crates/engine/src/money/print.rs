//! What stands on a receipt, kept with it as it was then: the salon may change its name, a
//! service its price, but a receipt never changes.

use adelante_base::vocabulary::{ItemKind, Language, MethodKind};
use adelante_base::{BillLineId, Money, ReceiptId};
use adelante_domain::ledger::vat_inside;
use adelante_store::appointment::Appointment;
use adelante_store::receipt::{Payment, Tip};
use adelante_store::salon::Register;
use adelante_store::salon::template::{self, Template};
use adelante_store::shift::Shift;
use adelante_store::{Connection, Door, bill, job};
use serde::{Deserialize, Serialize};

use super::bill::named_lines;
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
    pub(crate) vat_bp: u16,
    pub(crate) vat: Money,
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
    let lines = lines(door.connection(), visits, payments, &template)?;
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
        vat_bp: salon.vat_bp,
        vat: vat_inside(taxed(door.connection(), visits, payments)?, salon.vat_bp)?,
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
    print.vat = vat_inside(taxed(connection, visits, back.payments)?, print.vat_bp)?;
    print.payments = back.payments.iter().map(printed).collect::<Result<_>>()?;
    let template = template::get(connection, context.salon()?.id)?;
    print.lines = lines(connection, visits, back.payments, &template)?;
    print.lines.retain(|line| !line.amount.is_zero());
    Ok(serde_json::to_string(&print)?)
}

/// What of payments has VAT inside: services and goods, not what is promised for later.
fn taxed(connection: &Connection, visits: &[&Appointment], payments: &[Payment]) -> Result<Money> {
    let mut promised: Vec<BillLineId> = Vec::new();
    for visit in visits {
        let items = bill::items(connection, visit.id)?;
        promised.extend(items.iter().filter(|item| item.kind != ItemKind::Product).map(|item| item.id));
    }
    let parts = payments.iter().flat_map(|payment| &payment.allocation);
    Ok(Money::sum(parts.filter(|(line, _)| !promised.contains(line)).map(|(_, part)| *part))?)
}

fn lines(
    connection: &Connection,
    visits: &[&Appointment],
    payments: &[Payment],
    template: &Template,
) -> Result<Vec<PrintedLine>> {
    let share = |line: BillLineId| {
        let parts = payments.iter().flat_map(|payment| &payment.allocation);
        Money::sum(parts.filter(|(id, _)| *id == line).map(|(_, part)| *part))
    };
    let mut printed = Vec::new();
    for visit in visits {
        for line in named_lines(connection, visit.id)? {
            printed.push(PrintedLine {
                item: line.item,
                name: line.name,
                staff: if template.show_staff { line.staff } else { String::new() },
                price: line.price,
                amount: share(line.id)?,
                discount: if template.show_discount { line.discount } else { Money::ZERO },
            });
        }
    }
    Ok(printed)
}
