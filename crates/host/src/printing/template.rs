//! How the salon's receipts look: the logo that is kept, and a sample while somebody types.

use adelante_base::vocabulary::{Language, MethodKind, ReceiptKind};
use adelante_base::{Money, Timestamp};
use adelante_documents::{Currency, Logo as Picture, ReceiptDocument, ReceiptLine, ReceiptPayment, Seller, Vat};
use adelante_domain::ledger::vat_inside;
use adelante_domain::permission::Permission;
use adelante_engine::Caller;
use adelante_wire::table::Call;
use adelante_wire::{
    CommandError, CountryList, ErrorCode, Logo, Nothing, Pages, PreviewTemplate, ReadLogo, ReceiptTemplate, Salon,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::paper::Document;
use super::receipt::{logo, wall_time};
use super::{document_error, format_of, pictures};
use crate::Desk;
use crate::desk::{ask, input, internal};

/// A picture larger than that is a photo, not a logo.
const LOGO_MB: usize = 1;

impl Desk {
    pub(crate) fn read_logo(&self, call: &Call, caller: &Caller) -> Result<Logo, CommandError> {
        let ReadLogo { content_base64 } = input(call)?;
        self.permit(call, caller, Permission::SalonWrite)?;
        let bytes = BASE64.decode(content_base64).map_err(|_| CommandError::new(ErrorCode::NotAPicture))?;
        if bytes.len() > LOGO_MB << 20 {
            return Err(CommandError::new(ErrorCode::FileTooLarge).with("max_mb", LOGO_MB));
        }
        let picture = Picture::read(&bytes).map_err(|error| document_error(&error))?;
        let png = picture.png().map_err(|error| document_error(&error))?;
        Ok(Logo { logo_base64: BASE64.encode(png), width: picture.width(), height: picture.height() })
    }

    pub(crate) fn preview_receipt_template(&self, call: &Call, caller: &Caller) -> Result<Pages, CommandError> {
        let PreviewTemplate { template, paper } = input(call)?;
        self.permit(call, caller, Permission::SalonWrite)?;
        let (salon, countries): (Salon, CountryList) = {
            let state = self.read();
            let engine = state.engine()?;
            (
                ask(engine, call, caller, "get_salon", &Nothing {})?,
                ask(engine, call, caller, "list_countries", &Nothing {})?,
            )
        };
        let country = countries.countries.into_iter().find(|country| country.country == salon.salon.country);
        let tax_id_label = country.map_or_else(String::new, |country| country.tax_id_name);
        let document = sample(salon, tax_id_label, template, self.options.clock.now())?;
        pictures(&Document::Receipt(Box::new(document)), format_of(paper))
    }
}

/// Somebody's visit: client, master, two services, a discount's worth.
const fn people(language: Language) -> [&'static str; 4] {
    match language {
        Language::Ru => ["Анна Белова", "Мария", "Стрижка", "Маникюр с покрытием"],
        Language::Uk => ["Олена Коваль", "Марія", "Стрижка", "Манікюр із покриттям"],
        Language::Kk => ["Айгүл Серікова", "Мәдина", "Шаш қию", "Гель-лакпен маникюр"],
        Language::En => ["Anna Brown", "Maria", "Haircut", "Gel manicure"],
    }
}

/// A receipt as the template would print it, in sums of this currency's notes.
fn sample(
    salon: Salon,
    tax_id_label: String,
    template: ReceiptTemplate,
    now: Timestamp,
) -> Result<ReceiptDocument, CommandError> {
    let sum = |minor| Money::from_minor(minor).map_err(|error| internal(&error.to_string()));
    let fields = salon.salon;
    let language = template.language.unwrap_or(fields.language);
    let [client, master, first, second] = people(language);
    let note = salon.denominations.first().copied().unwrap_or(100_000);
    let (dear, cheap, less) = (sum(note)?, sum(note / 2)?, sum(note / 10)?);
    let money = |error: adelante_base::MoneyError| internal(&error.to_string());
    let total = dear.plus(cheap).map_err(money)?;
    let vat = vat_inside(total, fields.vat_bp).map_err(|error| internal(&error.to_string()))?;
    let line = |name: &str, price, discount| ReceiptLine {
        name: name.to_owned(),
        staff: if template.show_staff { master.to_owned() } else { String::new() },
        price,
        amount: price,
        discount: if template.show_discount { discount } else { Money::ZERO },
    };
    let number = format!("{}-000123", salon.register.prefix);
    let at_text = wall_time(now, &fields.zone);
    Ok(ReceiptDocument {
        language,
        currency: Currency { code: fields.currency, digits: salon.currency_digits, symbol: salon.currency_symbol },
        seller: Seller {
            name: fields.name,
            legal_name: fields.legal_name,
            tax_id_label,
            tax_id: fields.tax_id,
            address: fields.address,
            phone: fields.phone,
        },
        qr: if template.qr.trim().is_empty() { format!("n={number}&t={at_text}") } else { template.qr },
        number,
        kind: ReceiptKind::Sale,
        reason: String::new(),
        counterpart: String::new(),
        stamps: Vec::new(),
        at_text,
        made_at: now,
        logo: logo(&template.logo_base64),
        header: template.header,
        client: if template.show_client { client.to_owned() } else { String::new() },
        cashier: String::new(),
        register: salon.register.name,
        shift_number: Some(12),
        lines: vec![line(first, dear, Money::ZERO), line(second, cheap, less)],
        payments: vec![ReceiptPayment {
            kind: MethodKind::Card,
            name: String::new(),
            amount: total,
            tendered: None,
            change: Money::ZERO,
        }],
        tips: Vec::new(),
        total,
        vat: if fields.vat_bp > 0 { vec![Vat { rate_bp: fields.vat_bp, amount: vat }] } else { Vec::new() },
        fiscal: None,
        visit: None,
        footer: template.footer,
    })
}
