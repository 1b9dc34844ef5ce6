//! Receipts as they are listed, shown and printed.

use adelante_base::Money;
use adelante_base::vocabulary::MethodKind;
use adelante_domain::permission::Permission;
use adelante_domain::search_text;
use adelante_store::Connection;
use adelante_store::receipt::{self, Filter};
use adelante_wire::{
    FiscalMarks, FiscalState, GetReceipt, ListReceipts, Receipt, ReceiptLine, ReceiptList, ReceiptPayment, ReceiptRow,
    ReceiptTip, ReceiptVat,
};

use super::print::{Print, PrintedVat};
use crate::command::{Context, Query};
use crate::error::{EngineError, Result};

impl Query for ListReceipts {
    type Output = ReceiptList;
    const PERMISSION: Permission = Permission::ReceiptsRead;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<ReceiptList> {
        if !(1..=200).contains(&self.limit) {
            return Err(EngineError::out_of_range("limit", 1, 200));
        }
        let folded = search_text::fold(&self.text);
        let filter =
            Filter { business_day: self.business_day, shift: self.shift_id, text: &self.text, folded: &folded };
        let (receipts, total) = receipt::page(connection, filter, self.offset, self.limit)?;
        Ok(ReceiptList { receipts: receipts.into_iter().map(row).collect::<Result<_>>()?, total })
    }
}

impl Query for GetReceipt {
    type Output = Receipt;
    const PERMISSION: Permission = Permission::ReceiptsRead;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<Receipt> {
        let stored = receipt::get(connection, self.receipt_id)?.ok_or_else(|| EngineError::not_found("receipt"))?;
        let print: Print = serde_json::from_str(&stored.print)?;
        let counterpart = match stored.voids.or(stored.voided_by).or(stored.refunds) {
            Some(other) => receipt::get(connection, other)?.map(|other| number(&other)).unwrap_or_default(),
            None => String::new(),
        };
        let document = adelante_store::fiscal::of_receipt(connection, stored.id)?;
        let fiscal_state = match &document {
            Some(_) => Some(FiscalState::Accepted),
            None => adelante_store::fiscal::state_of(connection, stored.id)?,
        };
        let vats = print.vats(stored.total);
        let qr = if print.qr.is_empty() { facts_for_qr(&stored, &print) } else { print.qr.clone() };
        Ok(Receipt {
            tips: print.tips.into_iter().map(|tip| ReceiptTip { staff: tip.staff, amount_minor: tip.amount }).collect(),
            register: adelante_wire::Register {
                register_id: stored.register_id,
                name: print.register,
                prefix: stored.prefix.clone(),
            },
            row: row(stored)?,
            shift_number: print.shift,
            cashier: print.cashier,
            salon_name: print.salon,
            legal_name: print.legal_name,
            tax_id: print.tax_id,
            address: print.address,
            phone: print.phone,
            currency: print.currency,
            zone: print.zone,
            language: print.language,
            lines: print
                .lines
                .into_iter()
                .map(|line| ReceiptLine {
                    item: line.item,
                    name: line.name,
                    staff: line.staff,
                    price_minor: line.price,
                    amount_minor: line.amount,
                    discount_minor: line.discount,
                })
                .collect(),
            payments: print
                .payments
                .into_iter()
                .map(|payment| {
                    let change = payment.tendered.map_or(Ok(Money::ZERO), |given| given.minus(payment.amount))?;
                    Ok(ReceiptPayment {
                        kind: payment.kind,
                        name: payment.name,
                        amount_minor: payment.amount,
                        tendered_minor: payment.tendered,
                        change_minor: change,
                    })
                })
                .collect::<Result<_>>()?,
            vat_minor: print.vat,
            vat_bp: print.vat_bp,
            vat: vats.into_iter().map(shown_vat).collect(),
            fiscal_state,
            fiscal: document.map(marks),
            visit_total_minor: print.visit_total,
            remaining_minor: print.remaining,
            footer: print.footer,
            qr,
            counterpart,
            header: print.header,
            client: if print.show_client { print.client } else { String::new() },
        })
    }
}

const fn shown_vat(vat: PrintedVat) -> ReceiptVat {
    ReceiptVat { code: vat.code, rate_bp: vat.rate_bp, amount_minor: vat.amount, vat_minor: vat.vat }
}

fn marks(document: adelante_store::fiscal::Document) -> FiscalMarks {
    FiscalMarks {
        device: document.device,
        number: document.number,
        sign: document.sign,
        storage: document.storage,
        registration: document.registration,
        shift_number: document.shift_number,
        at: document.at,
        qr: document.qr,
        url: document.url,
    }
}

/// A receipt's row in a list.
pub(super) fn row(stored: receipt::Receipt) -> Result<ReceiptRow> {
    let print: Print = serde_json::from_str(&stored.print)?;
    let mut kinds: Vec<MethodKind> = print.payments.iter().map(|payment| payment.kind).collect();
    kinds.dedup();
    Ok(ReceiptRow {
        receipt_id: stored.id,
        number: number(&stored),
        kind: stored.kind,
        at: stored.at,
        business_day: stored.business_day,
        appointment_id: stored.appointment_id,
        client: if stored.client.is_empty() { print.client } else { stored.client },
        total_minor: stored.total,
        kinds,
        voided: stored.voided_by.is_some(),
        reason: stored.reason,
    })
}

/// A receipt's number as people read it.
pub(super) fn number(stored: &receipt::Receipt) -> String {
    receipt::number_text(&stored.prefix, stored.series, stored.number)
}

/// Without a text of the salon's own the QR code carries the receipt's own facts.
fn facts_for_qr(stored: &receipt::Receipt, print: &Print) -> String {
    let zone = print.zone.parse().unwrap_or(chrono_tz::UTC);
    let (day, minute) = stored.at.local(zone);
    format!(
        "n={}&t={}T{:02}{:02}&s={}.{:02}&id={}",
        number(stored),
        day.to_string().replace('-', ""),
        minute / 60,
        minute % 60,
        stored.total.minor() / 100,
        stored.total.minor().unsigned_abs() % 100,
        print.tax_id,
    )
}
