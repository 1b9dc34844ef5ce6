//! Certificates, packages, money on a client's balance: put on a bill, looked up, ended.

pub mod offer;
pub mod show;

use adelante_base::vocabulary::{ItemKind, MethodKind};
use adelante_base::{Money, Quantity};
use adelante_domain::ledger::{self, Account};
use adelante_domain::permission::Permission;
use adelante_store::bill::Item;
use adelante_store::credit::package::{self, Held, Term};
use adelante_store::ledger::Place;
use adelante_store::{Door, credit, ledger as entries};
use adelante_wire::{
    AddCertificate, AddPackage, AddTopUp, Done, EndPromises, ErrorCode, ExtendPackage, FreezePackage, ItemAdded,
    PromisesEnded,
};

use crate::command::{Answer, Context, Mutation, Undo};
use crate::error::{EngineError, Result, at_most};
use crate::money::account::credit_method;
use crate::money::bill::{blank, put, seller};
use crate::money::session;

/// Letters and digits of a made code; those that are read wrong are left out.
const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/// Letters of a made code.
const CODE_LENGTH: usize = 10;

impl Mutation for AddCertificate {
    type Output = ItemAdded;
    const KIND: &'static str = "certificate_added";
    const PERMISSION: Permission = Permission::PaymentsTake;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<ItemAdded>> {
        if !self.value_minor.is_positive() {
            return Err(EngineError::new(ErrorCode::NotPositive).with("field", "value_minor"));
        }
        if self.valid_until.is_some_and(|last| context.business_day().is_ok_and(|today| last < today)) {
            return Err(EngineError::new(ErrorCode::BadTimes).with("field", "valid_until"));
        }
        let code = if self.code.trim().is_empty() { made_code(door)? } else { typed_code(door, &self.code)? };
        credit_method(door, MethodKind::Certificate)?;
        let item = Item {
            list_price: self.value_minor,
            price: self.value_minor,
            seller_id: seller(door.connection(), self.seller_id)?,
            code: code.clone(),
            valid_until: self.valid_until,
            ..blank(door, self.appointment_id, ItemKind::Certificate)
        };
        put(door, &item)?;
        Ok(Answer::of(ItemAdded { line_id: item.id, code }))
    }
}

/// A code as it is kept: capital letters and digits.
pub(crate) fn plain_code(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

fn typed_code(door: &Door<'_>, text: &str) -> Result<String> {
    let code = plain_code(text);
    if !(4..=32).contains(&code.chars().count()) {
        return Err(EngineError::out_of_range("code", 4, 32));
    }
    if credit::code_is_taken(door.connection(), &code)? {
        return Err(EngineError::new(ErrorCode::CodeTaken).with("code", code));
    }
    Ok(code)
}

/// A code of random letters. A new id's own randomness makes it.
fn made_code(door: &Door<'_>) -> Result<String> {
    loop {
        let id = adelante_base::RequestId::new(door.ids(), door.at()).to_string();
        let random: Vec<u8> = id.bytes().rev().filter(u8::is_ascii_hexdigit).take(CODE_LENGTH * 2).collect();
        let letter = |pair: &[u8]| {
            let number = std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok()).unwrap_or(0);
            LETTERS.get(usize::from(number) % LETTERS.len()).copied().unwrap_or(b'A')
        };
        let code: String = random.chunks(2).map(|pair| char::from(letter(pair))).collect();
        if !credit::code_is_taken(door.connection(), &code)? {
            return Ok(code);
        }
    }
}

impl Mutation for AddTopUp {
    type Output = ItemAdded;
    const KIND: &'static str = "top_up_added";
    const PERMISSION: Permission = Permission::PaymentsTake;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<ItemAdded>> {
        if !self.amount_minor.is_positive() {
            return Err(EngineError::new(ErrorCode::NotPositive).with("field", "amount_minor"));
        }
        needs_client(door, self.appointment_id)?;
        credit_method(door, MethodKind::Balance)?;
        let item = Item {
            list_price: self.amount_minor,
            price: self.amount_minor,
            ..blank(door, self.appointment_id, ItemKind::TopUp)
        };
        put(door, &item)?;
        Ok(Answer::of(ItemAdded { line_id: item.id, code: String::new() }))
    }
}

impl Mutation for AddPackage {
    type Output = ItemAdded;
    const KIND: &'static str = "package_added";
    const PERMISSION: Permission = Permission::PaymentsTake;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<ItemAdded>> {
        needs_client(door, self.appointment_id)?;
        let offer = offer::living(door.connection(), self.offer_id)?;
        credit_method(door, MethodKind::Package)?;
        let item = Item {
            offer_id: Some(offer.id),
            quantity: Quantity::ONE,
            list_price: offer.price,
            price: offer.price,
            seller_id: seller(door.connection(), self.seller_id)?,
            ..blank(door, self.appointment_id, ItemKind::Package)
        };
        put(door, &item)?;
        Ok(Answer::of(ItemAdded { line_id: item.id, code: String::new() }))
    }
}

/// Who is to have something for later must be known.
fn needs_client(door: &Door<'_>, visit: adelante_base::AppointmentId) -> Result<()> {
    match crate::appointment::living(door.connection(), visit)?.client_id {
        Some(_) => Ok(()),
        None => Err(EngineError::new(ErrorCode::NoClient)),
    }
}

impl Mutation for FreezePackage {
    type Output = Done;
    const KIND: &'static str = "package_frozen";
    const PERMISSION: Permission = Permission::PaymentsTake;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        let held =
            package::get(door.connection(), self.package_id)?.ok_or_else(|| EngineError::not_found("package"))?;
        let today = context.business_day()?;
        let was = term(&held);
        let now = match (held.frozen_from, self.frozen) {
            (None, true) => Term { frozen_from: Some(today), ..was },
            (Some(from), false) => {
                let days = today.days_since(from);
                Term {
                    valid_until: held.valid_until.map(|last| last.plus_days(days)),
                    frozen_from: None,
                    frozen_days: held.frozen_days.saturating_add(days),
                }
            }
            _ => was,
        };
        package::update_term(door, self.package_id, &now)?;
        Ok(Answer::of(Done {}))
    }
}

const fn term(held: &Held) -> Term {
    Term { valid_until: held.valid_until, frozen_from: held.frozen_from, frozen_days: held.frozen_days }
}

impl Mutation for ExtendPackage {
    type Output = Done;
    const KIND: &'static str = "package_extended";
    const PERMISSION: Permission = Permission::PaymentsVoid;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        if self.reason.trim().is_empty() {
            return Err(EngineError::new(ErrorCode::ReasonMissing));
        }
        at_most("reason", &self.reason, 200)?;
        let held =
            package::get(door.connection(), self.package_id)?.ok_or_else(|| EngineError::not_found("package"))?;
        let term = Term { valid_until: self.valid_until, ..term(&held) };
        package::update_term(door, self.package_id, &term)?;
        Ok(Answer::of(Done {}).because(&self.reason))
    }
}

impl Mutation for EndPromises {
    type Output = PromisesEnded;
    const KIND: &'static str = "promises_ended";
    const PERMISSION: Permission = Permission::TillWrite;
    const UNDO: Undo = Undo::Never("sell the client a new certificate");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<PromisesEnded>> {
        let business_day = context.business_day()?;
        let certificates = credit::ended(door.connection(), business_day)?;
        let packages = package::ended(door.connection(), business_day)?;
        let mut promises: Vec<(Account, Money)> = certificates
            .into_iter()
            .map(|held| (Account::CertificatesOutstanding(held.certificate.id), held.left))
            .collect();
        promises.extend(packages.into_iter().map(|held| (Account::PackagesOutstanding(held.package.id), held.worth)));
        // Months of a membership that are over end too, while it runs on.
        let months = session::forfeited(door, business_day)?;
        promises.extend(months.into_iter().map(|(id, left)| (Account::PackagesOutstanding(id), left)));
        let place = Place { business_day, register: None, appointment_id: None, receipt_id: None };
        for (account, left) in &promises {
            entries::post(door, &ledger::promise_ended(*account, *left)?, &place)?;
        }
        Ok(Answer::of(PromisesEnded {
            count: u32::try_from(promises.len()).unwrap_or(u32::MAX),
            amount_minor: Money::sum(promises.iter().map(|(_, left)| *left))?,
        }))
    }
}
