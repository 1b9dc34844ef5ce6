//! What a shift took: the X report while it is open, the Z report when it is closed.

use adelante_base::Money;
use adelante_base::vocabulary::ReceiptKind;
use adelante_domain::cash::difference;
use adelante_domain::ledger::{CASH_DIFFERENCE, CASH_REVERSED, OPENING_FLOAT};
use adelante_domain::permission::Permission;
use adelante_store::Connection;
use adelante_store::receipt::{self, Receipt};
use adelante_store::shift::report::{self, DrawerSum, ShownMovement, Turnover};
use adelante_store::shift::{self, Shift};
use adelante_wire::{CashMovement, CashReport, GetShiftReport, MethodTurnover, ShiftReport, StaffSum, VatTotal};

use super::count::shown_pieces;
use super::print::Print;
use super::receipts::number;
use super::shift::{drawer_of, person, shown};
use crate::command::{Context, Query};
use crate::error::{EngineError, Result};

impl Query for GetShiftReport {
    type Output = ShiftReport;
    const PERMISSION: Permission = Permission::Shifts;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<ShiftReport> {
        let shift = shift::get(connection, self.shift_id)?.ok_or_else(|| EngineError::not_found("shift"))?;
        let receipts = receipt::of_shift(connection, shift.id)?;
        let (sales, answers): (Vec<&Receipt>, Vec<&Receipt>) =
            receipts.iter().partition(|receipt| receipt.kind == ReceiptKind::Sale);
        let (discounts_count, discounts_minor) = report::discounts(connection, shift.id)?;
        let expected = drawer_of(context, connection, &shift)?;
        Ok(ShiftReport {
            sales_count: count(sales.len())?,
            voids_count: count(answers.len())?,
            first_number: receipts.first().map(number).unwrap_or_default(),
            last_number: receipts.last().map(number).unwrap_or_default(),
            by_method: report::turnover(connection, shift.id)?.into_iter().map(by_method).collect(),
            vat: vat(&receipts)?,
            discounts_count,
            discounts_minor,
            tips: tips(connection, &shift)?,
            cash: expected.map(|expected| cash(connection, &shift, expected)).transpose()?,
            shift: shown(context, connection, shift)?,
        })
    }
}

fn count(receipts: usize) -> Result<u32> {
    u32::try_from(receipts).map_err(|_| EngineError::out_of_range("receipts", 0, u32::MAX))
}

fn by_method(turnover: Turnover) -> MethodTurnover {
    MethodTurnover {
        kind: turnover.kind,
        name: turnover.name,
        taken_minor: turnover.taken,
        returned_minor: turnover.returned,
        count: turnover.count,
    }
}

fn tips(connection: &Connection, shift: &Shift) -> Result<Vec<StaffSum>> {
    let sums = report::tips(connection, shift.id)?.into_iter();
    Ok(sums.map(|(staff_id, name, amount_minor)| StaffSum { staff_id, name, amount_minor }).collect())
}

/// VAT inside what was taken, by rate, highest first, from what stands on the receipts.
fn vat(receipts: &[Receipt]) -> Result<Vec<VatTotal>> {
    let mut totals: Vec<VatTotal> = Vec::new();
    for receipt in receipts {
        let print: Print = serde_json::from_str(&receipt.print)?;
        for vat in print.vats(receipt.total) {
            if let Some(total) = totals.iter_mut().find(|total| total.vat_bp == vat.rate_bp) {
                total.amount_minor = total.amount_minor.plus(vat.amount)?;
                total.vat_minor = total.vat_minor.plus(vat.vat)?;
            } else {
                totals.push(VatTotal { vat_bp: vat.rate_bp, amount_minor: vat.amount, vat_minor: vat.vat });
            }
        }
    }
    totals.sort_by_key(|total| std::cmp::Reverse(total.vat_bp));
    Ok(totals)
}

/// The drawer from the opening to what is expected in it.
fn cash(connection: &Connection, shift: &Shift, expected: Money) -> Result<CashReport> {
    let flow = Flow::of(&report::drawer(connection, shift)?)?;
    let closing = shift::closing(connection, shift.id)?;
    let movements = report::movements(connection, shift)?.into_iter();
    Ok(CashReport {
        opening_minor: expected.minus(flow.sum()?)?,
        taken_minor: flow.taken,
        returned_minor: flow.returned,
        in_minor: flow.put_in,
        out_minor: flow.taken_out,
        expected_minor: expected,
        difference_minor: closing.counted.map_or(Ok(Money::ZERO), |counted| difference(counted, expected))?,
        counted_minor: closing.counted,
        reason: closing.reason,
        pieces: shown_pieces(closing.pieces),
        movements: movements.map(|movement| shown_movement(connection, movement)).collect::<Result<_>>()?,
    })
}

/// What went through a drawer since it was opened, each way ≥ 0.
#[derive(Debug, Default)]
struct Flow {
    taken: Money,
    returned: Money,
    put_in: Money,
    taken_out: Money,
}

impl Flow {
    fn of(sums: &[DrawerSum]) -> Result<Self> {
        let mut flow = Self::default();
        for sum in sums {
            match sum.kind.as_str() {
                _ if sum.by_receipt => {
                    flow.taken = flow.taken.plus(sum.into)?;
                    flow.returned = flow.returned.plus(sum.out)?;
                }
                // Before the opening, and after what was expected at the close.
                OPENING_FLOAT | CASH_DIFFERENCE => {}
                // What was taken back did not happen.
                CASH_REVERSED => {
                    flow.put_in = flow.put_in.minus(sum.out)?;
                    flow.taken_out = flow.taken_out.minus(sum.into)?;
                }
                _ => {
                    flow.put_in = flow.put_in.plus(sum.into)?;
                    flow.taken_out = flow.taken_out.plus(sum.out)?;
                }
            }
        }
        flow.both_ways()
    }

    /// What was taken back may have come in before the opening, by a register whose shift lasts
    /// longer: less came in than nothing then, which is cash that went out, and the other way round.
    fn both_ways(self) -> Result<Self> {
        let over = |sum: Money| sum.max(Money::ZERO);
        Ok(Self {
            put_in: over(self.put_in).plus(over(self.taken_out.negated()))?,
            taken_out: over(self.taken_out).plus(over(self.put_in.negated()))?,
            ..self
        })
    }

    fn sum(&self) -> Result<Money> {
        Ok(self.taken.minus(self.returned)?.plus(self.put_in)?.minus(self.taken_out)?)
    }
}

fn shown_movement(connection: &Connection, movement: ShownMovement) -> Result<CashMovement> {
    Ok(CashMovement {
        movement_id: movement.id,
        at: movement.at,
        business_day: movement.business_day,
        actor: person(connection, &movement.actor)?,
        category: movement.category,
        other_register: movement.other_register,
        staff: movement.staff,
        amount_minor: movement.amount,
        note: movement.note,
        is_reversal: movement.is_reversal,
        reversed: movement.reversed,
    })
}
