//! What becomes of a deposit when its visit does not take place (F11): it goes back, the salon
//! keeps it or a part, or it goes to the client's balance. The rule proposes, a person decides.

use adelante_base::vocabulary::{AppointmentStatus, MethodKind};
use adelante_base::{AppointmentId, BillLineId, Money, PaymentId, ReceiptId};
use adelante_domain::appointment::takes_time;
use adelante_domain::deposit::{self as rules, DepositEnd, DepositWhy};
use adelante_domain::ledger::Account;
use adelante_domain::payment::is_money;
use adelante_domain::permission::Permission;
use adelante_store::appointment::Appointment;
use adelante_store::appointment::deposit::{self as stored, Ended};
use adelante_store::ledger::Place;
use adelante_store::receipt::{self, Payment};
use adelante_store::{Connection, Door, ledger as entries};
use adelante_wire::{ErrorCode, SetAppointmentStatus};

use super::account::credit_method;
use super::refund;
use crate::command::Context;
use crate::error::{EngineError, Result};
use crate::salon::till;

/// What is held for a visit that is not done, with what this operation has posted so far.
pub(crate) fn held(connection: &Connection, visit: AppointmentId) -> Result<Money> {
    Ok(entries::sum(connection, Account::VisitPrepaid(visit))?.negated())
}

/// What the rules say of a visit's deposit now, where it is called off or missed.
pub(super) fn proposed(context: &Context<'_>, visit: &Appointment, missed: bool) -> (DepositEnd, DepositWhy) {
    let till = till::of(context);
    let known =
        rules::Rules { free_hours: till.deposit_free_hours, late: till.deposit_late, missed: till.deposit_missed };
    let (today, minute) = context.today();
    let minutes_before = visit.day.days_since(today) * 24 * 60 + i64::from(visit.start_min) - i64::from(minute);
    let (end, why) = rules::proposal(&known, missed, minutes_before);
    // Without a client there is no balance for it to go to.
    let nobody = end == DepositEnd::Balance && visit.client_id.is_none();
    (if nobody { DepositEnd::Return } else { end }, why)
}

/// Decides on the deposit of a visit that is called off or missed; says whether money went back by
/// a receipt, which no undo can take.
pub(crate) fn end(
    asked: &SetAppointmentStatus,
    context: &Context<'_>,
    door: &Door<'_>,
    visit: &Appointment,
    held: Money,
) -> Result<bool> {
    let Some(end) = asked.deposit else {
        return Err(EngineError::new(ErrorCode::HasMoney).with("paid_minor", held.minor()));
    };
    let (rule, _) = proposed(context, visit, asked.status == AppointmentStatus::NoShow);
    if end != rule {
        if asked.reason.trim().is_empty() {
            return Err(EngineError::new(ErrorCode::ReasonMissing));
        }
        // Money leaves the salon against its rule: as with any refund.
        if matches!(end, DepositEnd::Return | DepositEnd::KeepPart) {
            context.actor.check(Permission::PaymentsVoid)?;
        }
    }
    let split = Split::of(context, door.connection(), visit, held, end)?;
    if !split.back.is_empty() {
        context.actor.check(Permission::PaymentsTake)?;
    }
    split.give_back(context, door, visit, asked.reason.trim())?;
    keep(context, door, visit.id, split.kept)?;
    stored::write(door, visit.id, Ended { end: Some(end), rule: Some(rule) })?;
    Ok(!split.back.is_empty())
}

/// The salon keeps so much of a visit's deposit; below zero it is held again.
pub(crate) fn keep(context: &Context<'_>, door: &Door<'_>, visit: AppointmentId, amount: Money) -> Result<()> {
    let place =
        Place { business_day: context.business_day()?, register: None, appointment_id: Some(visit), receipt_id: None };
    Ok(entries::post(door, &rules::kept(visit, amount)?, &place)?)
}

/// Lets up to `most` of a kept deposit go: it is held again, as before the visit was called off.
/// Says whether any was kept.
pub(super) fn release(context: &Context<'_>, door: &Door<'_>, visit: &Appointment, most: Money) -> Result<bool> {
    if takes_time(visit.status) {
        return Ok(false);
    }
    let amount = entries::deposit_kept(door.connection(), visit.id)?.min(most);
    if !amount.is_positive() {
        return Ok(false);
    }
    keep(context, door, visit.id, amount.negated())?;
    Ok(true)
}

/// A visit is brought back: its deposit is held again. Says whether any was kept.
pub(crate) fn bring_back(context: &Context<'_>, door: &Door<'_>, visit: &Appointment) -> Result<bool> {
    if stored::ended(door.connection(), visit.id)? != Ended::default() {
        stored::write(door, visit.id, Ended::default())?;
    }
    release(context, door, visit, Money::MAX)
}

/// A payment of a deposit with what of it is there, line by line.
pub(super) struct Part {
    sold: ReceiptId,
    taken: Payment,
    left: Vec<(BillLineId, Money)>,
}

impl Part {
    fn amount(&self) -> Result<Money> {
        Ok(Money::sum(self.left.iter().map(|(_, left)| *left))?)
    }

    /// Takes up to `most` of a line away; answers what of it was not there.
    fn less(&mut self, line: BillLineId, most: Money) -> Result<Money> {
        let Some((_, left)) = self.left.iter_mut().find(|(id, _)| *id == line) else { return Ok(most) };
        let part = most.min(*left);
        *left = left.minus(part)?;
        Ok(most.minus(part)?)
    }

    /// Whether a payment went back the way this one came.
    fn is_way_of(&self, back: &Payment) -> bool {
        self.taken.method_id == back.method_id && self.taken.source == back.source
    }

    /// A session comes back whole, and so do points.
    const fn is_whole(&self) -> bool {
        matches!(self.taken.kind, MethodKind::Package | MethodKind::Points)
    }
}

/// What was paid for a visit and is not given back yet, earliest first.
fn parts(connection: &Connection, visit: AppointmentId) -> Result<Vec<Part>> {
    let mut all = Vec::new();
    for sold in receipt::sales_paying(connection, visit)? {
        let taken = receipt::payments(connection, sold)?.into_iter().filter(|payment| payment.appointment_id == visit);
        let mut of_receipt: Vec<Part> =
            taken.map(|taken| Part { sold, left: taken.allocation.clone(), taken }).collect();
        for back in receipt::refunded(connection, sold)?.iter().filter(|back| back.appointment_id == visit) {
            for (line, amount) in &back.allocation {
                // What went to the balance came some other way.
                let mut rest = amount.negated();
                for same_way in [true, false] {
                    for part in of_receipt.iter_mut().filter(|part| part.is_way_of(back) == same_way) {
                        rest = part.less(*line, rest)?;
                    }
                }
            }
        }
        all.extend(of_receipt);
    }
    Ok(all)
}

/// What of these goes back to make the sum, the latest payment first.
fn given(parts: Vec<Part>, wanted: Money) -> Result<Vec<Part>> {
    let mut rest = wanted;
    let mut given = Vec::new();
    for mut part in parts.into_iter().rev() {
        let amount = part.amount()?;
        if part.is_whole() && (amount > rest || amount != part.taken.amount) {
            continue;
        }
        let mut of_it = amount.min(rest);
        rest = rest.minus(of_it)?;
        for (_, left) in &mut part.left {
            *left = of_it.min(*left);
            of_it = of_it.minus(*left)?;
        }
        part.left.retain(|(_, left)| left.is_positive());
        if !part.left.is_empty() {
            given.push(part);
        }
    }
    Ok(given)
}

/// A deposit divided between the client and the salon.
pub(super) struct Split {
    end: DepositEnd,
    back: Vec<Part>,
    /// Goes back the way it came.
    pub returned: Money,
    /// Goes to the client's balance.
    pub to_balance: Money,
    /// Stays with the salon.
    pub kept: Money,
}

impl Split {
    /// Divides what is held for a visit.
    pub(super) fn of(
        context: &Context<'_>,
        connection: &Connection,
        visit: &Appointment,
        held: Money,
        end: DepositEnd,
    ) -> Result<Self> {
        let wanted = match end {
            DepositEnd::Keep => Money::ZERO,
            DepositEnd::KeepPart => held.minus(rules::kept_part(held, till::of(context).deposit_part_bp)?)?,
            DepositEnd::Return | DepositEnd::Balance => held,
        };
        let back = given(parts(connection, visit.id)?, wanted)?;
        let (mut returned, mut to_balance) = (Money::ZERO, Money::ZERO);
        for part in &back {
            let amount = part.amount()?;
            if moves(end, part.taken.kind) {
                to_balance = to_balance.plus(amount)?;
            } else {
                returned = returned.plus(amount)?;
            }
        }
        let kept = held.minus(returned)?.minus(to_balance)?;
        Ok(Self { end, back, returned, to_balance, kept })
    }

    /// Gives back what goes back, by a refund of each receipt that took it.
    fn give_back(&self, context: &Context<'_>, door: &Door<'_>, visit: &Appointment, reason: &str) -> Result<()> {
        let mut receipts: Vec<ReceiptId> = Vec::new();
        for part in &self.back {
            if !receipts.contains(&part.sold) {
                receipts.push(part.sold);
            }
        }
        for id in receipts {
            let sold = receipt::get(door.connection(), id)?.ok_or_else(|| EngineError::not_found("receipt"))?;
            let of_receipt = self.back.iter().filter(|part| part.sold == id);
            let back = of_receipt.map(|part| self.payment(door, visit, part)).collect::<Result<Vec<Payment>>>()?;
            let asked = refund::Asked { lines: &[], reason, ends: true };
            refund::give(context, door, &sold, back, &asked)?;
        }
        Ok(())
    }

    /// The payment that goes back.
    fn payment(&self, door: &Door<'_>, visit: &Appointment, part: &Part) -> Result<Payment> {
        let mut way = part.taken.clone();
        if moves(self.end, way.kind) {
            let client = visit.client_id.ok_or_else(|| EngineError::new(ErrorCode::NoClient))?;
            let balance = credit_method(door, MethodKind::Balance)?;
            way.source = Some(client.to_string());
            (way.method_id, way.kind, way.name) = (balance.id, balance.kind, balance.name);
        }
        Ok(Payment {
            id: PaymentId::new(door.ids(), door.at()),
            amount: part.amount()?.negated(),
            tendered: None,
            tip: Money::ZERO,
            allocation: part.left.iter().map(|(line, left)| (*line, left.negated())).collect(),
            ..way
        })
    }
}

/// Whether money goes to the balance; what was paid from a credit goes back to it.
const fn moves(end: DepositEnd, kind: MethodKind) -> bool {
    matches!(end, DepositEnd::Balance) && is_money(kind)
}
