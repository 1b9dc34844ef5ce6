//! What is sold for later: a certificate, a package, money on the client's balance. It begins with
//! the completion of its bill and can be taken back as far as it was not used.

use adelante_base::vocabulary::{ItemKind, MethodKind};
use adelante_base::{CertificateId, ClientId, Money, PackageId};
use adelante_domain::ledger::Account;
use adelante_store::appointment::Appointment;
use adelante_store::bill::Item;
use adelante_store::credit::package::{self, Package};
use adelante_store::credit::{self, Certificate};
use adelante_store::{Connection, Door, salon};
use adelante_wire::ErrorCode;

use super::credit::balance_of;
use crate::command::Context;
use crate::error::{EngineError, Result};

/// Gives the client what the item promises; answers the account that now owes it. Goods promise
/// nothing.
pub(super) fn issue(
    context: &Context<'_>,
    door: &Door<'_>,
    visit: &Appointment,
    item: &Item,
) -> Result<Option<Account>> {
    let business_day = context.business_day()?;
    Ok(Some(match item.kind {
        ItemKind::Product => return Ok(None),
        ItemKind::Certificate => {
            let id = CertificateId::new(door.ids(), door.at());
            let certificate = Certificate {
                id,
                code: item.code.clone(),
                item_id: item.id,
                client_id: visit.client_id,
                business_day,
                value: item.price,
                valid_until: item.valid_until,
                register_id: salon::register(door.connection())?.map(|register| register.id),
            };
            credit::insert(door, &certificate)?;
            Account::CertificatesOutstanding(id)
        }
        ItemKind::Package => {
            let offer = item.offer_id.map(|id| package::offer(door.connection(), id)).transpose()?.flatten();
            let offer = offer.ok_or_else(|| EngineError::not_found("package_offer"))?;
            let id = PackageId::new(door.ids(), door.at());
            let until = match offer.periods {
                Some(months) => Some(business_day.plus_months(u32::from(months)).plus_days(-1)),
                None => offer.valid_days.map(|days| business_day.plus_days(i64::from(days))),
            };
            let bought = Package {
                id,
                offer_id: offer.id,
                item_id: item.id,
                client_id: Some(client_of(visit)?),
                name: offer.name,
                services: offer.services,
                sessions: offer.sessions,
                value: item.price,
                business_day,
                periods: offer.periods,
            };
            package::insert(door, &bought, until)?;
            Account::PackagesOutstanding(id)
        }
        ItemKind::TopUp => Account::ClientBalance(client_of(visit)?),
    }))
}

/// The account from which so much of a promise is taken back; refused where it was used.
pub(super) fn take_back(
    connection: &Connection,
    visit: &Appointment,
    item: &Item,
    amount: Money,
) -> Result<Option<Account>> {
    let too_small = |kind: MethodKind, left: Money| {
        EngineError::new(ErrorCode::CreditTooSmall).with("kind", kind).with("left_minor", left.minor())
    };
    Ok(Some(match item.kind {
        ItemKind::Product => return Ok(None),
        ItemKind::Certificate => {
            let held = credit::of_item(connection, item.id)?.into_iter().max_by_key(|held| held.left);
            let held = held.ok_or_else(|| EngineError::not_found("certificate"))?;
            if held.left < amount {
                return Err(too_small(MethodKind::Certificate, held.left));
            }
            Account::CertificatesOutstanding(held.certificate.id)
        }
        ItemKind::Package => {
            let held = package::of_item(connection, item.id)?.into_iter().max_by_key(|held| held.worth);
            let held = held.ok_or_else(|| EngineError::not_found("package"))?;
            if held.worth < amount {
                return Err(too_small(MethodKind::Package, held.worth));
            }
            Account::PackagesOutstanding(held.package.id)
        }
        ItemKind::TopUp => {
            let client = client_of(visit)?;
            let left = balance_of(connection, client)?;
            if left < amount {
                return Err(too_small(MethodKind::Balance, left));
            }
            Account::ClientBalance(client)
        }
    }))
}

/// Refuses to touch an item whose promise was used already.
pub(super) fn check_untouched(connection: &Connection, item: &Item, visit: &Appointment) -> Result<()> {
    take_back(connection, visit, item, item.price).map(|_| ())
}

fn client_of(visit: &Appointment) -> Result<ClientId> {
    visit.client_id.ok_or_else(|| EngineError::new(ErrorCode::NoClient))
}
