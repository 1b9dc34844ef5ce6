//! Fiscal documents: what a receipt tells the state, queued with the receipt and registered after
//! the commit. A sale never waits for a device.
//!
//! [`marks`] says how each line is taxed and paid; here the document is made and queued; [`work`]
//! is what the program around the engine does with the queue; [`status`] is what people see.

pub mod marks;
pub mod status;
pub mod work;

use adelante_base::fiscal::{FiscalDeviceKind, FiscalKind, FiscalMoney, TaxSystem};
use adelante_base::vocabulary::{Language, MethodKind};
use adelante_base::{ClientId, Money, Quantity, ReceiptId};
use adelante_domain::fiscal::{FiscalLine, FiscalReceipt, add_payment};
use adelante_domain::item_name::item_name;
use adelante_store::fiscal::{self, New};
use adelante_store::receipt::Payment;
use adelante_store::{Connection, Door, client, local, staff};
use serde::{Deserialize, Serialize};

use self::marks::LineMark;
use super::print::{Print, PrintedLine};
use crate::command::Context;
use crate::error::Result;

/// The device's preference that says what registers its receipts.
const DEVICE: &str = "fiscal_device";

/// What registers the receipts of this register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiscalChoice {
    /// What.
    pub device: FiscalDeviceKind,
    /// Address of its web server, or empty.
    pub url: String,
    /// Tax system on receipts.
    pub tax_system: TaxSystem,
}

impl Default for FiscalChoice {
    fn default() -> Self {
        Self { device: FiscalDeviceKind::None, url: String::new(), tax_system: TaxSystem::UsnIncome }
    }
}

/// What was chosen on this device.
pub(crate) fn choice(connection: &Connection) -> Result<FiscalChoice> {
    let stored = local::preference(connection, DEVICE)?;
    Ok(stored.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// The document of a receipt.
#[derive(Debug, Clone, Copy)]
pub(super) struct Document {
    /// What it is.
    pub kind: FiscalKind,
    /// Of which receipt.
    pub receipt: ReceiptId,
    /// Who gets the electronic receipt.
    pub client: Option<ClientId>,
}

/// Queues a receipt's document, where this register has a fiscal device: one for the receipt, however
/// many visits it pays. `payments` are those of the sale, or what went back; tips are not the
/// salon's and stay out.
pub(super) fn queue_receipt(
    context: &Context<'_>,
    door: &Door<'_>,
    document: Document,
    print: &str,
    payments: &[Payment],
) -> Result<()> {
    let Document { kind, receipt, client } = document;
    if choice(door.connection())?.device == FiscalDeviceKind::None {
        return Ok(());
    }
    let print: Print = serde_json::from_str(print)?;
    let mut content = content(kind, &print, payments)?;
    if content.lines.is_empty() {
        return Ok(());
    }
    content.cashier.clone_from(&context.actor.name);
    content.cashier_tax_id = cashier_tax_id(context, door.connection())?;
    content.contact = client.map(|id| contact(door.connection(), id)).transpose()?.unwrap_or_default();
    let text = serde_json::to_string(&content)?;
    fiscal::enqueue(door, &New { kind, receipt_id: Some(receipt), content: &text, total: content.total })?;
    Ok(())
}

/// Queues the close of the fiscal shift behind the receipts of the till's.
pub(super) fn queue_close(context: &Context<'_>, door: &Door<'_>) -> Result<()> {
    if choice(door.connection())?.device == FiscalDeviceKind::None {
        return Ok(());
    }
    let empty = FiscalReceipt {
        kind: FiscalKind::CloseShift,
        lines: Vec::new(),
        payments: Vec::new(),
        total: Money::ZERO,
        cashier: context.actor.name.clone(),
        cashier_tax_id: cashier_tax_id(context, door.connection())?,
        contact: String::new(),
    };
    let text = serde_json::to_string(&empty)?;
    let new = New { kind: FiscalKind::CloseShift, receipt_id: None, content: &text, total: Money::ZERO };
    fiscal::enqueue(door, &new)?;
    Ok(())
}

/// What is sent of a receipt. Sums are positive, whichever way the money goes.
fn content(kind: FiscalKind, print: &Print, paid: &[Payment]) -> Result<FiscalReceipt> {
    let mut lines = Vec::new();
    let mut payments = Vec::new();
    for payment in paid {
        let Some(kind) = money_kind(payment.kind) else { continue };
        add_payment(&mut payments, kind, positive(payment.amount))?;
    }
    for line in &print.lines {
        let mark = line.fiscal.clone().unwrap_or_else(|| LineMark::of_old(line.item, line.amount, print));
        if !mark.amount.is_positive() {
            continue;
        }
        add_payment(&mut payments, FiscalMoney::Prepaid, mark.prepaid)?;
        add_payment(&mut payments, FiscalMoney::Credit, mark.credit)?;
        lines.push(fiscal_line(print.language, line, mark));
    }
    let total = Money::sum(lines.iter().map(|line| line.amount))?;
    let (cashier, cashier_tax_id, contact) = (String::new(), String::new(), String::new());
    Ok(FiscalReceipt { kind, lines, payments, total, cashier, cashier_tax_id, contact })
}

fn fiscal_line(language: Language, line: &PrintedLine, mark: LineMark) -> FiscalLine {
    FiscalLine {
        name: line.item.map_or_else(|| line.name.clone(), |item| item_name(language, item, &line.name)),
        price: mark.amount,
        quantity: Quantity::ONE,
        amount: mark.amount,
        subject: mark.subject,
        mode: mark.mode,
        tax: mark.tax,
        rate_bp: mark.rate_bp,
        marking: mark.marking,
    }
}

/// How money of a kind came; `None`: points are no money, what they pay is a discount.
const fn money_kind(kind: MethodKind) -> Option<FiscalMoney> {
    match kind {
        MethodKind::Cash => Some(FiscalMoney::Cash),
        MethodKind::Card | MethodKind::Qr | MethodKind::Transfer => Some(FiscalMoney::Electronic),
        // Taken before, as an advance with a receipt of its own; what goes back there is one again.
        MethodKind::Balance | MethodKind::Certificate | MethodKind::Package => Some(FiscalMoney::Prepaid),
        MethodKind::Points => None,
    }
}

const fn positive(sum: Money) -> Money {
    if sum.is_negative() { sum.negated() } else { sum }
}

/// The tax id of who takes the money; the program has none.
fn cashier_tax_id(context: &Context<'_>, connection: &Connection) -> Result<String> {
    let Ok(id) = context.actor.id.parse() else { return Ok(String::new()) };
    Ok(staff::get(connection, id)?.map(|member| member.staff.tax_id).unwrap_or_default())
}

/// Where the client's electronic receipt goes: mail, else the main phone.
fn contact(connection: &Connection, id: ClientId) -> Result<String> {
    let Some(client) = client::get(connection, id)? else { return Ok(String::new()) };
    if !client.client.email.is_empty() {
        return Ok(client.client.email);
    }
    Ok(client::contact(connection, id)?.map(|contact| contact.phone).unwrap_or_default())
}
