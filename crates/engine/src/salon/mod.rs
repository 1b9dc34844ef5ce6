//! The salon, its register and its ways to pay.

pub mod rules;
pub mod template;
pub mod till;

use adelante_base::vocabulary::MethodKind;
use adelante_base::{CashCategoryId, Day, PaymentMethodId, RegisterId, SalonId};
use adelante_domain::cash::starter_categories;
use adelante_domain::country;
use adelante_domain::payment::is_money;
use adelante_domain::permission::Permission;
use adelante_domain::tax as taxes;
use adelante_store::cash::Category;
use adelante_store::salon::rules::{CalendarRules, TillRules};
use adelante_store::salon::{self, Method, Register, Salon};
use adelante_store::{Connection, Door, cash};
use adelante_wire::{
    self as wire, Country, CountryList, CreateSalon, Done, ErrorCode, GetSalon, ListCountries, SalonFields, UpdateSalon,
};

use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result, at_most, filled};
use crate::money::tax;

impl Mutation for CreateSalon {
    type Output = Done;
    const KIND: &'static str = "salon_created";
    const PERMISSION: Permission = Permission::SalonWrite;
    const UNDO: Undo = Undo::Never("the salon is what everything else belongs to");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        if context.salon_if_made().is_some() {
            return Err(EngineError::new(ErrorCode::StillUsed).with("what", "salon"));
        }
        let id = SalonId::new(door.ids(), door.at());
        salon::insert(door, &checked(id, &self.salon, context.today().0)?)?;
        let register =
            Register { id: RegisterId::new(door.ids(), door.at()), name: String::new(), prefix: "K1".to_owned() };
        salon::insert_register(door, &register)?;
        for (position, kind) in (0..).zip(MethodKind::ALL.iter().copied()) {
            let method = Method { id: PaymentMethodId::new(door.ids(), door.at()), kind, name: String::new() };
            salon::insert_method(door, &method, position)?;
        }
        for starter in starter_categories(self.salon.language) {
            let category = Category {
                id: CashCategoryId::new(door.ids(), door.at()),
                name: starter.name.to_owned(),
                direction: starter.direction,
                purpose: starter.purpose,
            };
            cash::insert_category(door, &category)?;
        }
        Ok(Answer::of(Done {}))
    }
}

impl Mutation for UpdateSalon {
    type Output = Done;
    const KIND: &'static str = "salon_updated";
    const PERMISSION: Permission = Permission::SalonWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        let present = context.salon()?;
        let changed = checked(present.id, &self.salon, context.today().0)?;
        if changed.currency != present.currency && adelante_store::ledger::any(door.connection())? {
            return Err(EngineError::new(ErrorCode::StillUsed).with("what", "currency"));
        }
        salon::update(door, &changed)?;
        Ok(Answer::of(Done {}))
    }
}

impl Query for GetSalon {
    type Output = wire::Salon;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<wire::Salon> {
        let salon = context.salon()?;
        let register = salon::register(connection)?.ok_or_else(|| EngineError::not_found("register"))?;
        let currency = country::currency(&salon.currency).ok_or_else(|| EngineError::not_found("currency"))?;
        Ok(wire::Salon {
            salon_id: salon.id,
            salon: fields(salon, context.business_day()?),
            register: shown_register(&register),
            methods: money_methods(connection)?,
            currency_digits: currency.digits,
            currency_symbol: currency.symbol.to_owned(),
            denominations: currency.denominations.to_vec(),
        })
    }
}

impl Query for ListCountries {
    type Output = CountryList;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, _: &Connection) -> Result<CountryList> {
        let today = context.today().0;
        let countries = country::countries().iter().map(|profile| Country {
            country: profile.code.to_owned(),
            currency: profile.currency.to_owned(),
            zone: profile.zone.to_owned(),
            calling_code: profile.calling_code,
            vat_rates_bp: taxes::rates_on(profile.code, today),
            taxes: taxes::codes_on(profile.code, today).into_iter().map(tax::shown).collect(),
            tax_id_name: profile.tax_id_name.to_owned(),
        });
        Ok(CountryList { countries: countries.collect() })
    }
}

pub(crate) fn shown_register(register: &Register) -> wire::Register {
    wire::Register { register_id: register.id, name: register.name.clone(), prefix: register.prefix.clone() }
}

/// The ways to pay that bring money in, in order.
pub(crate) fn money_methods(connection: &Connection) -> Result<Vec<wire::PaymentMethod>> {
    Ok(salon::methods(connection)?.iter().filter(|method| is_money(method.kind)).map(shown_method).collect())
}

fn shown_method(method: &Method) -> wire::PaymentMethod {
    wire::PaymentMethod { method_id: method.id, kind: method.kind, name: method.name.clone() }
}

fn checked(id: SalonId, fields: &SalonFields, today: Day) -> Result<Salon> {
    filled("name", &fields.name, 200)?;
    for (field, text, max) in [
        ("legal_name", &fields.legal_name, 200),
        ("tax_id", &fields.tax_id, 40),
        ("address", &fields.address, 300),
        ("phone", &fields.phone, 40),
        ("receipt_footer", &fields.receipt_footer, 500),
        ("receipt_qr", &fields.receipt_qr, 300),
    ] {
        at_most(field, text, max)?;
    }
    let bad = |field: &str| EngineError::new(ErrorCode::BadInput).with("field", field);
    if fields.vat_bp > 10_000 {
        return Err(EngineError::out_of_range("vat", 0, 100));
    }
    if fields.closing_min > 720 {
        return Err(EngineError::out_of_range("closing_min", 0, 720));
    }
    if fields.opens_min >= fields.closes_min || fields.closes_min > 1440 {
        return Err(EngineError::new(ErrorCode::BadTimes).with("field", "closes_min"));
    }
    country::country(&fields.country).ok_or_else(|| bad("country"))?;
    country::currency(&fields.currency).ok_or_else(|| bad("currency"))?;
    let code = fields.tax_code.unwrap_or_else(|| taxes::code_of_rate(&fields.country, fields.vat_bp, today));
    tax::check(&fields.country, code, today)?;
    Ok(Salon {
        id,
        name: fields.name.trim().to_owned(),
        legal_name: fields.legal_name.trim().to_owned(),
        tax_id: fields.tax_id.trim().to_owned(),
        vat_bp: taxes::rate_on(&fields.country, code, today).unwrap_or(fields.vat_bp),
        tax_code: Some(code),
        address: fields.address.trim().to_owned(),
        phone: fields.phone.trim().to_owned(),
        country: fields.country.clone(),
        currency: fields.currency.clone(),
        zone: fields.zone.parse().map_err(|_| bad("zone"))?,
        closing_min: fields.closing_min,
        language: fields.language,
        opens_min: fields.opens_min,
        closes_min: fields.closes_min,
        receipt_footer: fields.receipt_footer.trim().to_owned(),
        receipt_qr: fields.receipt_qr.trim().to_owned(),
        calendar: CalendarRules::default(),
        till: TillRules::default(),
    })
}

fn fields(salon: &Salon, today: Day) -> SalonFields {
    let tax = tax::of_salon(salon, today);
    SalonFields {
        name: salon.name.clone(),
        legal_name: salon.legal_name.clone(),
        tax_id: salon.tax_id.clone(),
        address: salon.address.clone(),
        phone: salon.phone.clone(),
        country: salon.country.clone(),
        currency: salon.currency.clone(),
        zone: salon.zone.name().to_owned(),
        language: salon.language,
        vat_bp: tax.rate_bp,
        tax_code: Some(tax.code),
        closing_min: salon.closing_min,
        opens_min: salon.opens_min,
        closes_min: salon.closes_min,
        receipt_footer: salon.receipt_footer.clone(),
        receipt_qr: salon.receipt_qr.clone(),
    }
}
