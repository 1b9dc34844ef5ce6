//! A receipt as a document, from the engine's answers; printing it once, and again as a copy.

use adelante_base::vocabulary::Language;
use adelante_base::{ReceiptId, Timestamp};
use adelante_documents::{Currency, Format, Logo, ReceiptDocument, Seller, Stamp, Vat, VisitSums};
use adelante_domain::item_name::item_name;
use adelante_engine::{Caller, Engine};
use adelante_store::local;
use adelante_wire::table::Call;
use adelante_wire::{
    CommandError, CountryList, FiscalDeviceKind, GetReceipt, GetReceiptTemplate, Nothing, Printed, Receipt,
    ReceiptTemplate, Salon, TaxCode,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::output::Target;
use super::paper::Document;
use crate::Desk;
use crate::desk::{State, ask, internal};
use crate::errors::store_error;

/// A receipt to print.
pub(super) struct Wanted {
    pub(super) document: ReceiptDocument,
    /// It is another register's: what is printed here is a copy.
    elsewhere: bool,
}

impl Desk {
    /// A receipt as it is shown. The engine checks who may see it.
    pub(super) fn receipt(&self, call: &Call, caller: &Caller, id: ReceiptId) -> Result<Wanted, CommandError> {
        let state = self.read();
        let stamps = if matches!(&*state, State::Practice { .. }) { vec![Stamp::Practice] } else { Vec::new() };
        receipt_document(state.engine()?, call, caller, id, stamps)
    }

    /// Prints a receipt; what was printed here before, or is another register's, is a copy.
    pub(super) fn print_one_receipt(
        &self,
        call: &Call,
        caller: &Caller,
        id: ReceiptId,
        target: &Target,
        format: Format,
    ) -> Result<Printed, CommandError> {
        let mut wanted = self.receipt(call, caller, id)?;
        let _one_at_a_time = self.at_the_printer();
        if wanted.elsewhere || self.was_printed(id)? {
            wanted.document.stamps.insert(0, Stamp::Copy);
        }
        let printed = target.print(&Document::Receipt(Box::new(wanted.document)), format, target.device.copies);
        if printed.as_ref().map_or_else(|failed| failed.maybe_printed, |_| true) {
            self.set_printed(id)?;
        }
        printed.map_err(|failed| failed.error)
    }

    fn was_printed(&self, id: ReceiptId) -> Result<bool, CommandError> {
        let state = self.read();
        let store = state.engine()?.store();
        let known = store.read().and_then(|connection| local::was_printed(&connection, id));
        known.map_err(|error| store_error(&error, store.path()))
    }

    fn set_printed(&self, id: ReceiptId) -> Result<(), CommandError> {
        let now = self.options.clock.now();
        let state = self.read();
        let store = state.engine()?.store();
        let kept = store.write_local(|connection| local::set_printed(connection, id, now));
        kept.map_err(|error| store_error(&error, store.path()))
    }
}

/// The salon's logo; one that cannot be read is left out: a receipt is not held up by a picture.
pub(super) fn logo(base64: &str) -> Option<Logo> {
    BASE64.decode(base64).ok().filter(|bytes| !bytes.is_empty()).and_then(|bytes| Logo::read(&bytes).ok())
}

/// Everything a receipt says, from the engine's answers.
fn receipt_document(
    engine: &Engine,
    call: &Call,
    caller: &Caller,
    receipt_id: ReceiptId,
    stamps: Vec<Stamp>,
) -> Result<Wanted, CommandError> {
    let receipt: Receipt = ask(engine, call, caller, "get_receipt", &GetReceipt { receipt_id })?;
    let salon: Salon = ask(engine, call, caller, "get_salon", &Nothing {})?;
    let countries: CountryList = ask(engine, call, caller, "list_countries", &Nothing {})?;
    let template: ReceiptTemplate = ask(engine, call, caller, "get_receipt_template", &GetReceiptTemplate {})?;
    let elsewhere = receipt.register.register_id != salon.register.register_id;
    let country = countries.countries.into_iter().find(|country| country.country == salon.salon.country);
    let sums = |error: adelante_base::MoneyError| internal(&error.to_string());
    let paid = receipt.visit_total_minor.minus(receipt.remaining_minor).map_err(sums)?;
    let in_parts = !receipt.remaining_minor.is_zero() || paid != receipt.row.total_minor;
    let visit = VisitSums { total: receipt.visit_total_minor, paid, remaining: receipt.remaining_minor };
    let document = ReceiptDocument {
        language: receipt.language,
        currency: Currency { code: receipt.currency, digits: salon.currency_digits, symbol: salon.currency_symbol },
        seller: Seller {
            name: receipt.salon_name,
            legal_name: receipt.legal_name,
            tax_id_label: country.map_or_else(String::new, |country| country.tax_id_name),
            tax_id: receipt.tax_id,
            address: receipt.address,
            phone: receipt.phone,
        },
        at_text: wall_time(receipt.row.at, &receipt.zone),
        number: receipt.row.number,
        kind: receipt.row.kind,
        reason: receipt.row.reason,
        counterpart: receipt.counterpart,
        stamps,
        made_at: receipt.row.at,
        cashier: receipt.cashier,
        register: receipt.register.name,
        shift_number: Some(receipt.shift_number),
        lines: receipt.lines.into_iter().map(|one| line(receipt.language, one)).collect(),
        payments: receipt.payments.into_iter().map(payment).collect(),
        tips: receipt.tips.into_iter().map(tip).collect(),
        total: receipt.row.total_minor,
        vat: vats(&receipt.vat),
        fiscal: receipt.fiscal.as_ref().map(fiscal_marks),
        visit: in_parts.then_some(visit),
        footer: receipt.footer,
        qr: receipt.fiscal.map(|marks| marks.qr).filter(|qr| !qr.is_empty()).unwrap_or(receipt.qr),
        logo: logo(&template.logo_base64),
        header: receipt.header,
        client: receipt.client,
    };
    Ok(Wanted { document, elsewhere })
}

/// Tax by rate; who does not pay the tax shows none.
fn vats(rates: &[adelante_wire::ReceiptVat]) -> Vec<Vat> {
    let shown = rates.iter().filter(|vat| vat.code != TaxCode::None && (vat.rate_bp > 0 || vat.code == TaxCode::Zero));
    shown.map(|vat| Vat { rate_bp: vat.rate_bp, amount: vat.vat_minor }).collect()
}

fn fiscal_marks(marks: &adelante_wire::FiscalMarks) -> adelante_documents::Fiscal {
    adelante_documents::Fiscal {
        number: marks.number.clone(),
        sign: marks.sign.clone(),
        storage: marks.storage.clone(),
        registration: marks.registration.clone(),
        simulated: marks.device == FiscalDeviceKind::Simulator,
    }
}

fn line(language: Language, line: adelante_wire::ReceiptLine) -> adelante_documents::ReceiptLine {
    adelante_documents::ReceiptLine {
        name: line.item.map_or(line.name.clone(), |item| item_name(language, item, &line.name)),
        staff: line.staff,
        price: line.price_minor,
        amount: line.amount_minor,
        discount: line.discount_minor,
    }
}

fn tip(tip: adelante_wire::ReceiptTip) -> adelante_documents::ReceiptTip {
    adelante_documents::ReceiptTip { staff: tip.staff, amount: tip.amount_minor }
}

fn payment(payment: adelante_wire::ReceiptPayment) -> adelante_documents::ReceiptPayment {
    adelante_documents::ReceiptPayment {
        kind: payment.kind,
        name: payment.name,
        amount: payment.amount_minor,
        tendered: payment.tendered_minor,
        change: payment.change_minor,
    }
}

/// Date and time on the salon's wall clock, as people in our countries write them.
pub(crate) fn wall_time(at: Timestamp, zone: &str) -> String {
    let zone = zone.parse().unwrap_or(chrono_tz::UTC);
    let (day, minute) = at.local(zone);
    format!("{} {:02}:{:02}", day.date().format("%d.%m.%Y"), minute / 60, minute % 60)
}
