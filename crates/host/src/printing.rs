//! Receipts on screen, on paper and as a file; the system's printers.

use adelante_base::{ReceiptId, Timestamp};
use adelante_devices::{PrintError, Printer as _, SystemPrinters};
use adelante_documents::pages::page_images;
use adelante_documents::{
    Currency, DocumentError, Format, ReceiptDocument, Seller, Stamp, TestPage, Vat, VisitSums, render_pdf, test_page,
};
use adelante_domain::permission::Permission;
use adelante_engine::money::print::{PRINT_AFTER_PAYMENT, PRINT_RECEIPT};
use adelante_engine::{Caller, Engine};
use adelante_store::job::{self, Place};
use adelante_store::local;
use adelante_wire::table::Call;
use adelante_wire::{
    ChoosePrinter, CommandError, CountryList, Done, ErrorCode, FileOut, FiscalDeviceKind, GetReceipt, Nothing, Pages,
    PreviewReceipt, PrintReceipt, Printed, Printer, PrinterList, Receipt, Salon, SaveReceipt, TaxCode, TestPrint,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::Value;

use crate::Desk;
use crate::desk::{State, ask, input, internal};
use crate::errors::store_error;

/// Jobs done in one go.
const JOBS_AT_ONCE: u32 = 20;
/// Pixels to a point of the preview: sharp on a screen of twice the usual density.
const PREVIEW_SCALE: f32 = 2.0;

impl Desk {
    pub(crate) fn preview_receipt(&self, call: &Call, caller: &Caller) -> Result<Pages, CommandError> {
        let wanted: PreviewReceipt = input(call)?;
        let (pdf, _) = self.receipt_pdf(call, caller, wanted.receipt_id, &wanted.format, Vec::new())?;
        let images = page_images(&pdf, PREVIEW_SCALE).map_err(|error| document_error(&error))?;
        let first = images.first().ok_or_else(|| internal("a receipt without a page"))?;
        let (width, height) = (first.width, first.height);
        Ok(Pages { pages_base64: images.iter().map(|image| BASE64.encode(&image.png)).collect(), width, height })
    }

    pub(crate) fn save_receipt(&self, call: &Call, caller: &Caller) -> Result<FileOut, CommandError> {
        let wanted: SaveReceipt = input(call)?;
        let (pdf, number) = self.receipt_pdf(call, caller, wanted.receipt_id, &wanted.format, Vec::new())?;
        Ok(FileOut {
            file_name: format!("{number}.pdf"),
            media_type: "application/pdf".to_owned(),
            content_base64: BASE64.encode(pdf),
        })
    }

    pub(crate) fn print_receipt(&self, call: &Call, caller: &Caller) -> Result<Printed, CommandError> {
        let wanted: PrintReceipt = input(call)?;
        let printer = self.printer_for(&wanted.printer)?;
        let (pdf, number) = self.receipt_pdf(call, caller, wanted.receipt_id, &wanted.format, Vec::new())?;
        print(&printer, &pdf, &number)
    }

    pub(crate) fn list_printers(&self, call: &Call, caller: &Caller) -> Result<PrinterList, CommandError> {
        let Nothing {} = input(call)?;
        self.permit(call, caller, Permission::ReceiptsRead)?;
        // A PC without printing has no printers; that is no error.
        let printers = match SystemPrinters::new().list() {
            Err(PrintError::NotInstalled) => Vec::new(),
            listed => listed.map_err(|error| print_error(&error))?,
        };
        Ok(PrinterList {
            printers: printers
                .into_iter()
                .map(|entry| Printer {
                    name: entry.name,
                    default: entry.default,
                    state: entry.state.as_str().to_owned(),
                })
                .collect(),
            receipt_printer: self.preferences().receipt_printer,
            print_after_payment: self.prints_after_payment()?,
        })
    }

    pub(crate) fn choose_printer(&self, call: &Call, caller: &Caller) -> Result<Done, CommandError> {
        let ChoosePrinter { printer, print_after_payment } = input(call)?;
        self.permit(call, caller, Permission::Settings)?;
        let by_itself = if print_after_payment && !printer.is_empty() { "yes" } else { "no" };
        self.prefer(|preferences| preferences.receipt_printer = printer)?;
        let state = self.read();
        let store = state.engine()?.store();
        store
            .write_local(|connection| local::set_preference(connection, PRINT_AFTER_PAYMENT, by_itself))
            .map_err(|error| store_error(&error, store.path()))?;
        Ok(Done {})
    }

    fn prints_after_payment(&self) -> Result<bool, CommandError> {
        let state = self.read();
        let store = state.engine()?.store();
        let chosen = store.read().and_then(|connection| local::preference(&connection, PRINT_AFTER_PAYMENT));
        Ok(chosen.map_err(|error| store_error(&error, store.path()))?.as_deref() == Some("yes"))
    }

    /// Does what the operations of this device left to be done. What fails waits for the next
    /// look; what nobody wants any more is let go.
    pub(crate) fn do_jobs(&self) {
        if let Err(error) = self.try_jobs() {
            tracing::warn!(code = error.code.as_str(), "jobs");
        }
    }

    fn try_jobs(&self) -> Result<(), CommandError> {
        let now = self.options.clock.now();
        let waiting = {
            let state = self.read();
            let store = state.engine()?.store();
            let waiting =
                store.expire_jobs(now).and_then(|()| job::waiting(&*store.read()?, Place::Here, JOBS_AT_ONCE));
            waiting.map_err(|error| store_error(&error, store.path()))?
        };
        for wanted in waiting.iter().filter(|wanted| wanted.kind == PRINT_RECEIPT) {
            let printed = self.print_by_itself(&wanted.payload, wanted.tries);
            let state = self.read();
            let store = state.engine()?.store();
            let noted = match printed {
                Ok(()) => store.job_done(wanted.id, now),
                Err(error) => store.job_failed(wanted.id, error.code.as_str()),
            };
            noted.map_err(|error| store_error(&error, store.path()))?;
        }
        Ok(())
    }

    /// A second try may print a second time: it is marked as a copy.
    fn print_by_itself(&self, receipt: &str, tries: u32) -> Result<(), CommandError> {
        let receipt_id = receipt.parse().map_err(|_| internal("a job without a receipt"))?;
        let call = Call { command: "print_receipt".to_owned(), input: Value::Null, request_id: None, session_id: None };
        let stamps = if tries == 0 { Vec::new() } else { vec![Stamp::Copy] };
        let printer = self.printer_for("")?;
        let (pdf, number) = self.receipt_pdf(&call, &Caller::Program, receipt_id, "80mm", stamps)?;
        print(&printer, &pdf, &number).map(|_| ())
    }

    pub(crate) fn test_print(&self, call: &Call, caller: &Caller) -> Result<Printed, CommandError> {
        let wanted: TestPrint = input(call)?;
        self.permit(call, caller, Permission::Settings)?;
        let printer = self.printer_for(&wanted.printer)?;
        let page = {
            let state = self.read();
            let salon: Salon = ask(state.engine()?, call, caller, "get_salon", &Nothing {})?;
            let now = self.options.clock.now();
            TestPage {
                salon: salon.salon.name,
                printer: printer.clone(),
                at_text: wall_time(now, &salon.salon.zone),
                made_at: now,
                language: salon.salon.language,
            }
        };
        let pdf = test_page(&page, Format::Roll80).map_err(|error| document_error(&error))?;
        print(&printer, &pdf, "test")
    }

    /// The named printer, else the chosen one.
    fn printer_for(&self, named: &str) -> Result<String, CommandError> {
        let chosen = if named.is_empty() { self.preferences().receipt_printer } else { named.to_owned() };
        if chosen.is_empty() { Err(CommandError::new(ErrorCode::NoPrinter)) } else { Ok(chosen) }
    }

    /// A receipt as PDF, and its number. The engine checks who may see it.
    fn receipt_pdf(
        &self,
        call: &Call,
        caller: &Caller,
        receipt_id: ReceiptId,
        format: &str,
        mut stamps: Vec<Stamp>,
    ) -> Result<(Vec<u8>, String), CommandError> {
        let format = paper(format)?;
        let state = self.read();
        if matches!(&*state, State::Practice { .. }) {
            stamps.push(Stamp::Practice);
        }
        let document = receipt_document(state.engine()?, call, caller, receipt_id, stamps)?;
        drop(state);
        let pdf = render_pdf(&document, format).map_err(|error| document_error(&error))?;
        Ok((pdf, document.number))
    }
}

/// Everything a receipt says, from the engine's answers.
fn receipt_document(
    engine: &Engine,
    call: &Call,
    caller: &Caller,
    receipt_id: ReceiptId,
    stamps: Vec<Stamp>,
) -> Result<ReceiptDocument, CommandError> {
    let receipt: Receipt = ask(engine, call, caller, "get_receipt", &GetReceipt { receipt_id })?;
    let salon: Salon = ask(engine, call, caller, "get_salon", &Nothing {})?;
    let countries: CountryList = ask(engine, call, caller, "list_countries", &Nothing {})?;
    let country = countries.countries.into_iter().find(|country| country.country == salon.salon.country);
    let sums = |error: adelante_base::MoneyError| internal(&error.to_string());
    let paid = receipt.visit_total_minor.minus(receipt.remaining_minor).map_err(sums)?;
    let in_parts = !receipt.remaining_minor.is_zero() || paid != receipt.row.total_minor;
    let visit = VisitSums { total: receipt.visit_total_minor, paid, remaining: receipt.remaining_minor };
    Ok(ReceiptDocument {
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
        lines: receipt.lines.into_iter().map(line).collect(),
        payments: receipt.payments.into_iter().map(payment).collect(),
        tips: receipt.tips.into_iter().map(tip).collect(),
        total: receipt.row.total_minor,
        vat: vats(&receipt.vat),
        fiscal: receipt.fiscal.as_ref().map(fiscal_marks),
        visit: in_parts.then_some(visit),
        footer: receipt.footer,
        qr: receipt.fiscal.map(|marks| marks.qr).filter(|qr| !qr.is_empty()).unwrap_or(receipt.qr),
    })
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

fn line(line: adelante_wire::ReceiptLine) -> adelante_documents::ReceiptLine {
    adelante_documents::ReceiptLine {
        name: line.name,
        staff: line.staff,
        price: line.price_minor,
        amount: line.amount_minor,
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
fn wall_time(at: Timestamp, zone: &str) -> String {
    let zone = zone.parse().unwrap_or(chrono_tz::UTC);
    let (day, minute) = at.local(zone);
    format!("{} {:02}:{:02}", day.date().format("%d.%m.%Y"), minute / 60, minute % 60)
}

fn paper(format: &str) -> Result<Format, CommandError> {
    match format {
        "80mm" => Ok(Format::Roll80),
        "a4" => Ok(Format::A4),
        _ => Err(CommandError::new(ErrorCode::BadInput).with("detail", "the format must be 80mm or a4")),
    }
}

fn document_error(error: &DocumentError) -> CommandError {
    match error {
        DocumentError::MissingGlyph(letter) => CommandError::new(ErrorCode::MissingGlyph).with("letter", letter),
        DocumentError::QrTooLong(_) => CommandError::new(ErrorCode::TooLong).with("field", "receipt_qr"),
        DocumentError::TooLong => CommandError::new(ErrorCode::TooLong).with("field", "receipt"),
        other => internal(&other.to_string()),
    }
}

/// Hands a document to a printer. A print that fails is told; the receipt stays as it is.
fn print(printer: &str, pdf: &[u8], title: &str) -> Result<Printed, CommandError> {
    let job = SystemPrinters::new().print(pdf, title, printer).map_err(|error| print_error(&error))?;
    Ok(Printed { job: job.0 })
}

fn print_error(error: &PrintError) -> CommandError {
    match error {
        PrintError::NoSuchPrinter => CommandError::new(ErrorCode::NoPrinter),
        other => CommandError::new(ErrorCode::PrintFailed).with("detail", other),
    }
}
