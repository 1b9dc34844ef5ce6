//! Profit and loss: the income and expense accounts of the ledger over days.

use std::collections::BTreeMap;

use adelante_base::vocabulary::AccountClass;
use adelante_base::{Day, Money};
use adelante_domain::ledger::Account;
use adelante_domain::permission::Permission;
use adelante_store::Connection;
use adelante_store::finance::{Names, report};
use adelante_wire::{GetProfitAndLoss, Period, PnlLine, PnlRow, ProfitAndLoss};

use super::range;
use crate::command::{Context, Query};
use crate::error::{EngineError, Result};

/// Columns of a report by month.
const MONTHS_MAX: usize = 24;

impl Query for GetProfitAndLoss {
    type Output = ProfitAndLoss;
    const PERMISSION: Permission = Permission::FinanceRead;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<ProfitAndLoss> {
        range(self.from_day, self.to_day)?;
        let columns = if self.by_month {
            months(self.from_day, self.to_day)
        } else {
            vec![Period { from_day: self.from_day, to_day: self.to_day }]
        };
        if columns.len() > MONTHS_MAX {
            return Err(EngineError::out_of_range("months", 1, MONTHS_MAX));
        }
        let mut table = Table { columns: columns.len(), rows: BTreeMap::new() };
        for (index, column) in columns.iter().enumerate() {
            fill(&mut table, connection, index, *column)?;
        }
        let names = Names::read(connection)?;
        let mut report = ProfitAndLoss {
            income_minor: vec![Money::ZERO; columns.len()],
            costs_minor: vec![Money::ZERO; columns.len()],
            profit_minor: Vec::with_capacity(columns.len() + 1),
            rows: Vec::with_capacity(table.rows.len()),
            columns,
        };
        for (key, (account, amounts)) in table.rows {
            let Key { line, owner, .. } = key;
            for (index, amount) in amounts.iter().enumerate() {
                let sums = if is_cost(line) { &mut report.costs_minor } else { &mut report.income_minor };
                let sum = sums.get_mut(index).ok_or_else(|| EngineError::not_found("column"))?;
                *sum = sum.plus(*amount)?;
            }
            let name = if key.name.is_empty() { names.of(connection, &owner)? } else { key.name };
            let method_kind = names.method_kind(&owner);
            let amounts_minor = with_sum(amounts)?;
            report.rows.push(PnlRow { line, account: account.to_owned(), owner, name, method_kind, amounts_minor });
        }
        for (income, costs) in report.income_minor.iter().zip(&report.costs_minor) {
            report.profit_minor.push(income.minus(*costs)?);
        }
        for sums in [&mut report.income_minor, &mut report.costs_minor, &mut report.profit_minor] {
            *sums = with_sum(std::mem::take(sums))?;
        }
        Ok(report)
    }
}

/// Lines that make profit smaller.
const fn is_cost(line: PnlLine) -> bool {
    matches!(
        line,
        PnlLine::CostOfGoods
            | PnlLine::StockLosses
            | PnlLine::Commissions
            | PnlLine::Wages
            | PnlLine::Fees
            | PnlLine::Expenses
            | PnlLine::OverShort
            | PnlLine::OtherCost
    )
}

fn with_sum(mut amounts: Vec<Money>) -> Result<Vec<Money>> {
    amounts.push(Money::sum(amounts.iter().copied())?);
    Ok(amounts)
}

/// Months from a day to a day; the first and the last may be parts of one.
fn months(from: Day, to: Day) -> Vec<Period> {
    let mut periods = Vec::new();
    let mut start = from;
    while start <= to {
        let last = start.month_end();
        periods.push(Period { from_day: start, to_day: last.min(to) });
        start = last.plus_days(1);
    }
    periods
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    line: PnlLine,
    /// Place among the rows of its line.
    place: usize,
    name: String,
    owner: String,
}

struct Table {
    columns: usize,
    rows: BTreeMap<Key, (&'static str, Vec<Money>)>,
}

impl Table {
    fn add(&mut self, key: Key, account: &'static str, column: usize, amount: Money) -> Result<()> {
        if amount.is_zero() {
            return Ok(());
        }
        let (_, amounts) = self.rows.entry(key).or_insert_with(|| (account, vec![Money::ZERO; self.columns]));
        let cell = amounts.get_mut(column).ok_or_else(|| EngineError::not_found("column"))?;
        *cell = cell.plus(amount)?;
        Ok(())
    }
}

/// Puts a column's figures into the table.
fn fill(table: &mut Table, connection: &Connection, column: usize, days: Period) -> Result<()> {
    let salons = |line| Key { line, place: 0, name: String::new(), owner: String::new() };
    let revenue = Account::ServiceRevenue.name();
    let mut explained = Money::ZERO;
    for (place, sold) in report::sold(connection, days.from_day, days.to_day)?.into_iter().enumerate() {
        let off = sold.list_price.minus(sold.price)?;
        explained = explained.plus(sold.price.minus(sold.vat)?)?;
        let key = Key {
            line: PnlLine::Services,
            place: place_of(table, &sold.category, place),
            name: sold.name,
            owner: sold.category,
        };
        table.add(key, revenue, column, sold.list_price)?;
        table.add(salons(PnlLine::Discounts), revenue, column, off.negated())?;
        table.add(salons(PnlLine::Vat), revenue, column, sold.vat.negated())?;
    }
    let mut earned = Money::ZERO;
    for sum in report::results(connection, days.from_day, days.to_day)? {
        let Some(account) = Account::named(&sum.account, &sum.owner) else { continue };
        let owned = |line| Key { line, place: 0, name: String::new(), owner: sum.owner.clone() };
        let line = match account {
            Account::ServiceRevenue => {
                earned = earned.plus(sum.amount.negated())?;
                continue;
            }
            Account::PointsRedeemed => PnlLine::Points,
            Account::PackageDiscount => PnlLine::Packages,
            Account::ProductRevenue => PnlLine::Products,
            Account::Forfeited => PnlLine::Forfeited,
            Account::CostOfGoods => PnlLine::CostOfGoods,
            Account::StockLosses => PnlLine::StockLosses,
            Account::CommissionExpense => PnlLine::Commissions,
            Account::WagesExpense => PnlLine::Wages,
            Account::AcquiringFees(_) => PnlLine::Fees,
            Account::Expense(_) => PnlLine::Expenses,
            Account::CashOverShort => PnlLine::OverShort,
            _ if account.class() == AccountClass::Income => PnlLine::OtherIncome,
            _ if account.class() == AccountClass::Expense => PnlLine::OtherCost,
            _ => continue,
        };
        let amount = if is_cost(line) { sum.amount } else { sum.amount.negated() };
        table.add(owned(line), account.name(), column, amount)?;
    }
    table.add(salons(PnlLine::Unexplained), revenue, column, earned.minus(explained)?)
}

/// Where a category of the price list stands: where it stood in the column before.
fn place_of(table: &Table, category: &str, place: usize) -> usize {
    let known = table.rows.keys().find(|key| key.line == PnlLine::Services && key.owner == category);
    known.map_or(place, |key| key.place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_begin_and_end_where_the_range_does() {
        let day = |month, day| Day::new(2026, month, day).unwrap();
        let found: Vec<(Day, Day)> =
            months(day(10, 15), day(12, 3)).iter().map(|month| (month.from_day, month.to_day)).collect();
        assert_eq!(found, [(day(10, 15), day(10, 31)), (day(11, 1), day(11, 30)), (day(12, 1), day(12, 3))]);
        assert_eq!(months(day(2, 3), day(2, 3)).len(), 1);
    }
}
