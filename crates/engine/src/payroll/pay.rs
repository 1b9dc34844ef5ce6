//! Paying staff, out of the drawer or from the bank, and taking it back.

use adelante_base::vocabulary::{MethodKind, StaffPaymentKind};
use adelante_base::{CashMovementId, Money, StaffPaymentId, TransactionId};
use adelante_domain::ledger::{self, Account, Entry};
use adelante_domain::permission::Permission;
use adelante_store::cash::{self, Movement};
use adelante_store::ledger::{Named, Place};
use adelante_store::payroll::{self, paid, paid::Paid};
use adelante_store::salon::{self, Method};
use adelante_store::shift::Shift;
use adelante_store::{Connection, Door, ledger as entries};
use adelante_wire::{ErrorCode, PayStaff, ReverseStaffPayment, StaffPaid, StaffPay};

use super::run::{PEOPLE_MAX, standing};
use super::slip::Standing;
use crate::command::{Answer, Context, Mutation, Undo};
use crate::error::{EngineError, Result, at_most};
use crate::money::cash::lies_in;
use crate::money::{open_shift, register};

impl Mutation for PayStaff {
    type Output = StaffPaid;
    const KIND: &'static str = "staff_paid";
    const PERMISSION: Permission = Permission::Payroll;
    const UNDO: Undo = Undo::Compensate("staff_payment_reversed");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<StaffPaid>> {
        at_most("note", &self.note, 500)?;
        if self.payments.is_empty() || self.payments.len() > PEOPLE_MAX {
            return Err(EngineError::out_of_range("payments", 1, PEOPLE_MAX));
        }
        for (index, one) in self.payments.iter().enumerate() {
            check(self, door.connection(), one)?;
            if self.payments.iter().take(index).any(|other| other.staff_id == one.staff_id) {
                return Err(EngineError::new(ErrorCode::BadInput).with("field", "payments"));
            }
        }
        let whole = Money::sum(self.payments.iter().map(|one| one.amount_minor))?;
        let from = From::of(context, door.connection(), self.method_id, whole)?;
        let mut payment_ids = Vec::with_capacity(self.payments.len());
        for one in &self.payments {
            let made = Paid {
                id: StaffPaymentId::new(door.ids(), door.at()),
                kind: self.kind,
                staff_id: one.staff_id,
                pay_run_id: self.pay_run_id.filter(|_| self.kind == StaffPaymentKind::Wages),
                method_id: from.method.id,
                amount: one.amount_minor,
                business_day: context.business_day()?,
                at: door.at(),
                actor: door.actor().to_owned(),
                note: self.note.trim().to_owned(),
                reverses: None,
                method: from.method.kind,
                method_name: String::new(),
                reversed: false,
            };
            let posted = ledger::staff_paid(self.kind, one.staff_id, from.account, one.amount_minor)?;
            from.write(door, &made, &posted)?;
            payment_ids.push(made.id);
        }
        Ok(Answer::of(StaffPaid { payment_ids }))
    }
}

/// Only what is owed can be paid; an advance is what is paid beyond it.
fn check(asked: &PayStaff, connection: &Connection, one: &StaffPay) -> Result<()> {
    if !one.amount_minor.is_positive() {
        return Err(EngineError::new(ErrorCode::NotPositive).with("field", "amount_minor"));
    }
    let who =
        adelante_store::staff::get(connection, one.staff_id)?.ok_or_else(|| EngineError::not_found("staff_member"))?;
    let now = Standing::read(connection, one.staff_id)?;
    let left = match asked.kind {
        StaffPaymentKind::Advance => return Ok(()),
        StaffPaymentKind::Tips => now.tips,
        StaffPaymentKind::Wages => {
            let run = asked.pay_run_id.ok_or_else(|| EngineError::required("pay_run_id"))?;
            let run = standing(connection, run)?;
            if !payroll::slips(connection, run.id)?.iter().any(|slip| slip.staff_id == one.staff_id) {
                return Err(EngineError::not_found("pay_slip"));
            }
            now.carried
        }
    };
    if one.amount_minor > left {
        let large = EngineError::new(ErrorCode::PayTooLarge).with("staff", who.staff.name);
        return Err(large.with("left_minor", left.max(Money::ZERO).minor()));
    }
    Ok(())
}

impl Mutation for ReverseStaffPayment {
    type Output = StaffPaid;
    const KIND: &'static str = "staff_payment_reversed";
    const PERMISSION: Permission = Permission::Payroll;
    const UNDO: Undo = Undo::Never("pay it again");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<StaffPaid>> {
        let id = take_back(context, door, self.payment_id, &self.reason)?;
        Ok(Answer::of(StaffPaid { payment_ids: vec![id] }).because(&self.reason))
    }
}

/// Takes a payment back: cash into this device's drawer, the rest at the bank.
pub(crate) fn take_back(
    context: &Context<'_>,
    door: &Door<'_>,
    id: StaffPaymentId,
    reason: &str,
) -> Result<StaffPaymentId> {
    if reason.trim().is_empty() {
        return Err(EngineError::new(ErrorCode::ReasonMissing));
    }
    at_most("reason", reason, 500)?;
    let made = paid::get(door.connection(), id)?.ok_or_else(|| EngineError::not_found("staff_payment"))?;
    if made.reversed || made.reverses.is_some() {
        return Err(EngineError::new(ErrorCode::AlreadyReversed));
    }
    let to = From::of(context, door.connection(), made.method_id, Money::ZERO)?;
    let posted: Vec<Entry> = entries::entries(door.connection(), TransactionId::from_uuid(id.uuid()))?
        .into_iter()
        .map(|entry| match entry.account {
            Account::Drawer(_) => Entry { account: to.account, ..entry },
            _ => entry,
        })
        .collect();
    let back = Paid {
        id: StaffPaymentId::new(door.ids(), door.at()),
        amount: made.amount.negated(),
        business_day: context.business_day()?,
        at: door.at(),
        actor: door.actor().to_owned(),
        note: reason.trim().to_owned(),
        reverses: Some(id),
        ..made
    };
    to.write(door, &back, &ledger::staff_payment_reversed(&posted)?)?;
    Ok(back.id)
}

/// Where the money comes from.
struct From {
    method: Method,
    account: Account,
    shift: Option<Shift>,
}

impl From {
    /// The drawer with its open shift, or the bank.
    fn of(
        context: &Context<'_>,
        connection: &Connection,
        method: adelante_base::PaymentMethodId,
        needed: Money,
    ) -> Result<Self> {
        let method = salon::methods(connection)?
            .into_iter()
            .find(|one| one.id == method)
            .ok_or_else(|| EngineError::not_found("payment_method"))?;
        let register = register(connection)?;
        let not_a_way = || EngineError::new(ErrorCode::BadInput).with("field", "method_id").with("detail", "cash or transfer");
        let account = Account::of_method(method.kind, method.id, register.id).ok_or_else(not_a_way)?;
        match method.kind {
            MethodKind::Cash => {
                let shift = open_shift(connection, &register)?;
                lies_in(context, connection, register.id, needed)?;
                Ok(Self { method, account, shift: Some(shift) })
            }
            MethodKind::Transfer => Ok(Self { method, account, shift: None }),
            _ => Err(not_a_way()),
        }
    }

    /// The payment, its transaction and, in cash, the drawer's movement, all of one id.
    fn write(&self, door: &Door<'_>, made: &Paid, posted: &ledger::Transaction) -> Result<()> {
        paid::insert(door, made)?;
        if let Some(shift) = &self.shift {
            let movement = Movement {
                id: CashMovementId::from_uuid(made.id.uuid()),
                register_id: shift.register_id,
                shift_id: shift.id,
                business_day: made.business_day,
                category_id: None,
                other_register_id: None,
                amount: made.amount.negated(),
                note: made.note.clone(),
                reverses: made.reverses.map(|id| CashMovementId::from_uuid(id.uuid())),
                staff_id: Some(made.staff_id),
            };
            cash::insert(door, &movement)?;
        }
        let named = Named {
            id: TransactionId::from_uuid(made.id.uuid()),
            reverses: made.reverses.map(|id| TransactionId::from_uuid(id.uuid())),
        };
        let place = Place {
            business_day: made.business_day,
            register: self.shift.as_ref().map(|shift| (shift.register_id, shift.id)),
            appointment_id: None,
            receipt_id: None,
        };
        Ok(entries::post_named(door, named, posted, &place)?)
    }
}
