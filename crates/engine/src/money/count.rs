//! A drawer as it is counted, and what the books make of it.

use adelante_base::{Money, ShiftId};
use adelante_domain::cash::{self, Count, CountRefusal, VALUES_MAX};
use adelante_domain::ledger::{self, Account};
use adelante_store::ledger::Place;
use adelante_store::salon::Register;
use adelante_store::{Connection, Door, ledger as entries, shift};
use adelante_wire::{CashCount, ErrorCode, Pieces};

use crate::command::Context;
use crate::error::{EngineError, Result};

/// What must lie in a register's drawer by the books.
pub(super) fn in_drawer(connection: &Connection, register: adelante_base::RegisterId) -> Result<Money> {
    Ok(entries::balance(connection, Account::Drawer(register))?)
}

/// The count that was asked for, if the notes and coins make it.
pub(super) fn checked(asked: Option<&CashCount>) -> Result<Option<Count>> {
    let Some(asked) = asked else { return Ok(None) };
    let pieces: Vec<(Money, u32)> = asked.pieces.iter().map(|one| (one.value_minor, one.pieces)).collect();
    Ok(Some(Count::new(asked.counted_minor, &pieces)?))
}

/// Notes and coins as the contract has them.
pub(super) fn shown_pieces(pieces: Vec<(Money, u32)>) -> Vec<Pieces> {
    pieces.into_iter().map(|(value_minor, pieces)| Pieces { value_minor, pieces }).collect()
}

/// How far the books were from a count, which they follow from now on.
pub(super) fn difference(door: &Door<'_>, register: &Register, count: &Count) -> Result<Money> {
    Ok(cash::difference(count.counted(), in_drawer(door.connection(), register.id)?)?)
}

/// Where an entry about a register's drawer belongs.
pub(super) fn place(context: &Context<'_>, register: &Register, shift: ShiftId) -> Result<Place> {
    Ok(Place {
        business_day: context.business_day()?,
        register: Some((register.id, shift)),
        appointment_id: None,
        receipt_id: None,
    })
}

/// Lets the books follow what was counted at the opening. The first count ever is where the
/// books begin: what they did not know of is the owner's.
pub(super) fn post_opening(
    context: &Context<'_>,
    door: &Door<'_>,
    register: &Register,
    opened: ShiftId,
    first: bool,
    difference: Money,
) -> Result<()> {
    let posted = if first {
        ledger::opening_float(register.id, difference)?
    } else {
        ledger::cash_difference(register.id, difference)?
    };
    Ok(entries::post(door, &posted, &place(context, register, opened)?)?)
}

/// Lets the books follow what was counted at the close.
pub(super) fn post_close(
    context: &Context<'_>,
    door: &Door<'_>,
    register: &Register,
    closed: ShiftId,
    difference: Money,
) -> Result<()> {
    let posted = ledger::cash_difference(register.id, difference)?;
    Ok(entries::post(door, &posted, &place(context, register, closed)?)?)
}

/// Whether the register's drawer is counted for the first time.
pub(super) fn is_first(door: &Door<'_>, register: &Register) -> Result<bool> {
    Ok(!shift::was_counted(door.connection(), register.id)?)
}

impl From<CountRefusal> for EngineError {
    fn from(refusal: CountRefusal) -> Self {
        match refusal {
            CountRefusal::Negative => Self::out_of_range("amount_minor", 0, Money::MAX.minor()),
            CountRefusal::TooMany => Self::out_of_range("pieces", 0, VALUES_MAX),
            CountRefusal::DoesNotAddUp => {
                Self::new(ErrorCode::BadInput).with("field", "pieces").with("detail", refusal)
            }
        }
    }
}
