//! A gift certificate on paper, from the engine's answers.

use adelante_documents::{Currency, Format, GiftCertificate};
use adelante_engine::Caller;
use adelante_wire::table::Call;
use adelante_wire::{
    Certificate, CommandError, ErrorCode, FileOut, FindCertificate, GetReceiptTemplate, Nothing, Pages,
    PaperCertificate, Printed, ReceiptTemplate, Salon,
};

use super::paper::Document;
use super::receipt::logo;
use super::{file, pictures};
use crate::Desk;
use crate::desk::{State, ask, input};

const RECIPIENT_MAX: usize = 80;
const WISH_MAX: usize = 200;

impl Desk {
    pub(crate) fn preview_certificate(&self, call: &Call, caller: &Caller) -> Result<Pages, CommandError> {
        pictures(&self.certificate_paper(call, caller)?, Format::A4)
    }

    pub(crate) fn save_certificate(&self, call: &Call, caller: &Caller) -> Result<FileOut, CommandError> {
        file(&self.certificate_paper(call, caller)?, Format::A4)
    }

    /// On the chosen printer: half a sheet, or a strip of its roll.
    pub(crate) fn print_certificate(&self, call: &Call, caller: &Caller) -> Result<Printed, CommandError> {
        let paper = self.certificate_paper(call, caller)?;
        let (format, target) = (self.format("")?, self.target("")?);
        let _one_at_a_time = self.at_the_printer();
        target.print(&paper, format, 1).map_err(|failed| failed.error)
    }

    /// The engine checks who may see it.
    fn certificate_paper(&self, call: &Call, caller: &Caller) -> Result<Document, CommandError> {
        let PaperCertificate { code, recipient, wish } = input(call)?;
        at_most("recipient", &recipient, RECIPIENT_MAX)?;
        at_most("wish", &wish, WISH_MAX)?;
        let state = self.read();
        let engine = state.engine()?;
        let sold: Certificate = ask(engine, call, caller, "find_certificate", &FindCertificate { code })?;
        let salon: Salon = ask(engine, call, caller, "get_salon", &Nothing {})?;
        let template: ReceiptTemplate = ask(engine, call, caller, "get_receipt_template", &GetReceiptTemplate {})?;
        let practice = matches!(&*state, State::Practice { .. });
        drop(state);
        let fields = salon.salon;
        let contact: Vec<String> = [fields.address, fields.phone].into_iter().filter(|text| !text.is_empty()).collect();
        let zone = fields.zone.parse().unwrap_or(chrono_tz::UTC);
        Ok(Document::Certificate(Box::new(GiftCertificate {
            language: template.language.unwrap_or(fields.language),
            currency: Currency { code: fields.currency, digits: salon.currency_digits, symbol: salon.currency_symbol },
            salon: fields.name,
            contact: contact.join(" · "),
            logo: logo(&template.logo_base64),
            value: sold.value_minor,
            recipient,
            wish,
            code: sold.code,
            until: sold.valid_until.map(|day| day.date().format("%d.%m.%Y").to_string()).unwrap_or_default(),
            practice,
            made_at: sold.sold_on.at(0, zone),
        })))
    }
}

fn at_most(field: &str, text: &str, most: usize) -> Result<(), CommandError> {
    if text.chars().count() <= most {
        return Ok(());
    }
    Err(CommandError::new(ErrorCode::TooLong).with("field", field).with("max", most))
}
