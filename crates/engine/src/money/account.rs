//! Which accounts a payment moves: a drawer, a clearing, or what the client has with the salon.

use std::str::FromStr;

use adelante_base::vocabulary::MethodKind;
use adelante_base::{Money, PaymentId, PaymentMethodId, RegisterId};
use adelante_domain::ledger::Account;
use adelante_domain::payment::is_money;
use adelante_store::credit::package;
use adelante_store::receipt::Payment;
use adelante_store::salon::{self, Method};
use adelante_store::{Connection, Door};
use adelante_wire::ErrorCode;

use crate::error::{EngineError, Result};

/// Where the money of payments goes, tips included. A session of a package gives what it was worth,
/// the rest of the price is the package's discount.
pub(super) fn moved(
    connection: &Connection,
    payments: &[Payment],
    register: RegisterId,
) -> Result<Vec<(Account, Money)>> {
    let mut sums = Vec::with_capacity(payments.len());
    for payment in payments {
        let whole = payment.moved()?;
        if let Some(account) = Account::of_method(payment.kind, payment.method_id, register) {
            sums.push((account, whole));
        } else if payment.kind == MethodKind::Package {
            let worth = worth_of_session(connection, payment.id)?;
            sums.push((Account::PackagesOutstanding(source(payment)?), worth));
            sums.push((Account::PackageDiscount, whole.minus(worth)?));
        } else {
            sums.push((credit_account(payment)?, whole));
        }
    }
    Ok(sums)
}

fn credit_account(payment: &Payment) -> Result<Account> {
    Ok(match payment.kind {
        MethodKind::Balance => Account::ClientBalance(source(payment)?),
        MethodKind::Certificate => Account::CertificatesOutstanding(source(payment)?),
        _ => Account::PointsRedeemed,
    })
}

fn worth_of_session(connection: &Connection, payment: PaymentId) -> Result<Money> {
    Ok(package::use_of(connection, payment)?.map_or(Money::ZERO, |taken| taken.worth))
}

/// Whose or which credit a payment is from.
pub(super) fn source<I: FromStr>(payment: &Payment) -> Result<I> {
    let named = payment.source.as_deref().and_then(|source| source.parse().ok());
    named.ok_or_else(|| EngineError::new(ErrorCode::CreditNotUsable).with("kind", payment.kind))
}

/// The way to pay of a kind of credit; made where the salon does not have it yet.
pub(crate) fn credit_method(door: &Door<'_>, kind: MethodKind) -> Result<Method> {
    if let Some(method) = known_credit_method(door.connection(), kind)? {
        return Ok(method);
    }
    let method = Method { id: PaymentMethodId::new(door.ids(), door.at()), kind, name: String::new() };
    let place = MethodKind::ALL.iter().position(|known| *known == kind).unwrap_or_default();
    salon::insert_method(door, &method, u8::try_from(place).unwrap_or(u8::MAX))?;
    Ok(method)
}

/// The way to pay of a kind of credit, where the salon has it.
pub(crate) fn known_credit_method(connection: &Connection, kind: MethodKind) -> Result<Option<Method>> {
    debug_assert!(!is_money(kind));
    Ok(salon::methods(connection)?.into_iter().filter(|method| method.kind == kind).min_by_key(|method| method.id))
}
