//! Commissions and payroll (D3, D4): rules, what each line earns, pay runs, what is paid.
//!
//! Begin with [`accrue`]: what posts commissions, beside the sale. A tiered rule posts what the
//! tier reached at that moment makes; what the month comes to less that is posted by the pay run
//! ([`tiers`], docs/adr/0013), so that every sum can be shown with its formula.

pub mod accrue;
pub mod assist;
pub mod earnings;
pub mod pay;
pub mod rules;
pub mod run;
pub mod show;
pub mod slip;
pub mod tiers;
pub mod what_if;

use adelante_base::{Day, StaffMemberId};
use adelante_store::{Connection, payroll};
use adelante_wire::CommissionFormula;

use crate::error::{EngineError, Result};

/// Days that may be asked for at once.
const DAYS_MAX: i64 = 366;

/// The first day that is not paid for yet.
pub(crate) fn first_open(connection: &Connection, staff: StaffMemberId) -> Result<Option<Day>> {
    Ok(payroll::settled(connection, staff)?.until.map(|until| until.plus_days(1)))
}

/// Refuses a period that ends before it begins, or is longer than a year.
fn check_period(from: Day, to: Day) -> Result<()> {
    if to < from || to.days_since(from) >= DAYS_MAX {
        return Err(EngineError::out_of_range("to_day", from, from.plus_days(DAYS_MAX - 1)));
    }
    Ok(())
}

fn formula(text: &str) -> Result<CommissionFormula> {
    Ok(serde_json::from_str(text)?)
}
