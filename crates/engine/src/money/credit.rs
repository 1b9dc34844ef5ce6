//! Paying from what the client has with the salon: what of it a bill can take, and what a payment
//! by it does besides the ledger.

use adelante_base::vocabulary::{ItemKind, MethodKind, PointKind};
use adelante_base::{AppointmentId, BillLineId, CertificateId, ClientId, Money, PackageId};
use adelante_domain::country::{self, Currency};
use adelante_domain::ledger::Account;
use adelante_domain::loyalty;
use adelante_domain::payment::is_money;
use adelante_store::credit::package::{self, Taken};
use adelante_store::credit::points::{self, PointEntry};
use adelante_store::receipt::Payment;
use adelante_store::{Connection, Door, bill, credit, ledger as entries};
use adelante_wire::{Credit, ErrorCode, PaymentLine};

use super::account::{known_credit_method, source};
use super::payment::Bill;
use super::{elsewhere, session};
use crate::command::Context;
use crate::error::{EngineError, Result};

/// What the client can pay these bills from besides money.
pub(super) fn offered(context: &Context<'_>, connection: &Connection, bills: &[Bill]) -> Result<Vec<Credit>> {
    let Some(client) = bills.first().and_then(|bill| bill.visit.client_id) else { return Ok(Vec::new()) };
    let mut remaining = Money::ZERO;
    for bill in bills {
        remaining = remaining.plus(bill.remaining()?.max(Money::ZERO))?;
    }
    let mut credits = Vec::new();
    let mut offer = |kind: MethodKind, credit: Credit| -> Result<()> {
        if let Some(method) = known_credit_method(connection, kind)? {
            credits.push(Credit { method_id: method.id, ..credit });
        }
        Ok(())
    };
    let blank = |kind, source_id: String, method_id| Credit {
        kind,
        method_id,
        source_id,
        name: String::new(),
        available_minor: Money::ZERO,
        units: 0,
        line_ids: Vec::new(),
    };
    let Some(any) = adelante_store::salon::methods(connection)?.first().map(|method| method.id) else {
        return Ok(Vec::new());
    };
    let balance = balance_of(connection, client)?;
    if balance.is_positive() {
        let credit = blank(MethodKind::Balance, client.to_string(), any);
        offer(MethodKind::Balance, Credit { available_minor: balance.min(remaining), ..credit })?;
    }
    let today = context.business_day()?;
    for held in package::of_client(connection, client)? {
        let line_ids = session::lines_for(connection, &held, bills, today)?;
        if !line_ids.is_empty() {
            let credit = blank(MethodKind::Package, held.package.id.to_string(), any);
            let name = held.package.name.clone();
            let day = bills.first().map_or(today, |bill| session::day_of(&held, &bill.visit, today));
            offer(MethodKind::Package, Credit { name, units: session::left_on(&held, day), line_ids, ..credit })?;
        }
    }
    let owned = points::balance(connection, client)?;
    let worth = loyalty::worth_of(owned, currency(context)?);
    if crate::salon::till::of(context).points && worth.is_positive() {
        let step = loyalty::worth_of(loyalty::POINTS_STEP, currency(context)?).minor().max(1);
        let most = Money::from_minor(worth.min(remaining).minor() / step * step)?;
        let credit = blank(MethodKind::Points, client.to_string(), any);
        offer(MethodKind::Points, Credit { available_minor: most, units: owned, ..credit })?;
    }
    Ok(credits)
}

/// What a client has on the balance.
pub(crate) fn balance_of(connection: &Connection, client: ClientId) -> Result<Money> {
    Ok(entries::balance(connection, Account::ClientBalance(client))?.negated())
}

/// Refuses a payment from a credit that cannot be: another's, ended, too small. Answers its source.
pub(super) fn check(
    context: &Context<'_>,
    door: &Door<'_>,
    bills: &[Bill],
    asked: &PaymentLine,
    kind: MethodKind,
) -> Result<Option<String>> {
    if is_money(kind) {
        return Ok(None);
    }
    let not_usable = || EngineError::new(ErrorCode::CreditNotUsable).with("kind", kind);
    if !asked.tip_minor.is_zero() || asked.tendered_minor.is_some() {
        return Err(EngineError::new(ErrorCode::TenderedNotCash));
    }
    let client = bills.first().and_then(|bill| bill.visit.client_id);
    let named = asked.source_id.as_deref().unwrap_or_default();
    let connection = door.connection();
    let left = match kind {
        MethodKind::Certificate => {
            let id: CertificateId = named.parse().map_err(|_| not_usable())?;
            let held = credit::get(connection, id)?.ok_or_else(not_usable)?;
            if held.certificate.valid_until.is_some_and(|last| context.business_day().is_ok_and(|day| day > last)) {
                return Err(not_usable());
            }
            let left = entries::balance(connection, Account::CertificatesOutstanding(id))?.negated();
            enough(asked, kind, left)?;
            elsewhere::check(context, connection, &held.certificate, asked.amount_minor)?;
            left
        }
        MethodKind::Package => return session::check(context, connection, bills, asked).map(Some),
        MethodKind::Points => {
            let client = client.ok_or_else(|| EngineError::new(ErrorCode::NoClient))?;
            loyalty::points_of(asked.amount_minor, currency(context)?).ok_or_else(not_usable)?;
            let worth = loyalty::worth_of(points::balance(connection, client)?, currency(context)?);
            return enough(asked, kind, worth).map(|()| Some(client.to_string()));
        }
        _ => {
            let client = client.ok_or_else(|| EngineError::new(ErrorCode::NoClient))?;
            let left = balance_of(connection, client)?;
            return enough(asked, kind, left).map(|()| Some(client.to_string()));
        }
    };
    enough(asked, kind, left)?;
    Ok(Some(named.to_owned()))
}

fn enough(asked: &PaymentLine, kind: MethodKind, left: Money) -> Result<()> {
    if asked.amount_minor <= left {
        return Ok(());
    }
    Err(EngineError::new(ErrorCode::CreditTooSmall).with("kind", kind).with("left_minor", left.minor()))
}

/// What a payment does besides the ledger, before it is posted: a session is taken, points are
/// spent or earned. `later`: the lines of its bill that are [`promised`].
pub(super) fn take(
    context: &Context<'_>,
    door: &Door<'_>,
    client: Option<ClientId>,
    payment: &Payment,
    later: &[BillLineId],
) -> Result<()> {
    match payment.kind {
        MethodKind::Package => {
            let id: PackageId = source(payment)?;
            let held = package::get(door.connection(), id)?.ok_or_else(|| EngineError::not_found("package"))?;
            let visit = crate::appointment::living(door.connection(), payment.appointment_id)?;
            package::insert_use(door, id, payment.id, &session::taken(&held, &visit, payment.amount)?)?;
        }
        MethodKind::Points => {
            let points = loyalty::points_of(payment.amount, currency(context)?).unwrap_or_default();
            let entry = entry(context, payment, source(payment)?, PointKind::Spent, -points)?;
            points::insert(door, &entry)?;
        }
        kind if is_money(kind) && crate::salon::till::of(context).points => {
            let Some(client) = client else { return Ok(()) };
            let earned = loyalty::points_for(earning(payment, later)?, currency(context)?);
            points::insert(door, &entry(context, payment, client, PointKind::Earned, earned)?)?;
        }
        _ => {}
    }
    Ok(())
}

/// What of a payment earns points: services and goods, not what is promised for later.
fn earning(payment: &Payment, later: &[BillLineId]) -> Result<Money> {
    let parts = payment.allocation.iter().filter(|(line, _)| !later.contains(line));
    Ok(Money::sum(parts.map(|(_, part)| *part))?)
}

/// The lines of a bill that are promised for later: certificates, packages, money for the balance.
pub(super) fn promised(connection: &Connection, visit: AppointmentId) -> Result<Vec<BillLineId>> {
    let items = bill::items(connection, visit)?.into_iter();
    Ok(items.filter_map(|item| (item.kind != ItemKind::Product).then_some(item.id)).collect())
}

/// What a payment did besides the ledger is taken back, before its opposite is posted: `back` is
/// the opposite payment, `part` of `taken` goes back.
pub(super) fn give_back(context: &Context<'_>, door: &Door<'_>, taken: &Payment, back: &Payment) -> Result<()> {
    match taken.kind {
        MethodKind::Package => {
            let id: PackageId = source(taken)?;
            let session = package::use_of(door.connection(), taken.id)?;
            let (worth, period) = session.map_or((Money::ZERO, None), |taken| (taken.worth, taken.period));
            package::insert_use(door, id, back.id, &Taken { sessions: -1, worth: worth.negated(), period })?;
        }
        MethodKind::Points => {
            let points = loyalty::points_of(back.amount.negated(), currency(context)?).unwrap_or_default();
            points::insert(door, &entry(context, back, source(taken)?, PointKind::GivenBack, points)?)?;
        }
        _ => {
            for (client, earned) in points::earned_by(door.connection(), taken.id)? {
                let whole = taken.amount.minor().max(1);
                let part = i128::from(earned) * i128::from(back.amount.negated().minor()) / i128::from(whole);
                let there = points::balance(door.connection(), client)?.max(0);
                let gone = i64::try_from(part).unwrap_or(earned).min(there);
                let lost = PointEntry {
                    payment_id: Some(taken.id),
                    ..entry(context, back, client, PointKind::TakenBack, -gone)?
                };
                points::insert(door, &lost)?;
            }
        }
    }
    Ok(())
}

fn entry(
    context: &Context<'_>,
    payment: &Payment,
    client_id: ClientId,
    kind: PointKind,
    points: i64,
) -> Result<PointEntry> {
    Ok(PointEntry {
        client_id,
        appointment_id: Some(payment.appointment_id),
        payment_id: Some(payment.id),
        kind,
        points,
        business_day: context.business_day()?,
    })
}

fn currency(context: &Context<'_>) -> Result<&'static Currency> {
    country::currency(&context.salon()?.currency).ok_or_else(|| EngineError::not_found("currency"))
}
