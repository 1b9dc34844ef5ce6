//! The double-entry ledger (F15): which money event posts what. `docs/ledger.md` is the same
//! table for people; a test compares them.

use adelante_base::vocabulary::MethodKind;
use adelante_base::{AppointmentId, Money, MoneyError, PaymentMethodId, RegisterId};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

/// An account of the ledger with whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Account {
    /// Cash in a register's drawer.
    Drawer(RegisterId),
    /// Card and QR sums on their way from a provider, by method.
    CardClearing(PaymentMethodId),
    /// The salon's account at the bank, by method.
    Bank(PaymentMethodId),
    /// Paid for a visit that is not done yet: the salon owes it.
    VisitPrepaid(AppointmentId),
    /// Done and not yet paid: the client owes it.
    ClientReceivable(AppointmentId),
    /// Services sold, without VAT.
    ServiceRevenue,
    /// VAT inside what was sold.
    VatPayable,
}

impl Account {
    /// Its name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Drawer(_) => "drawer",
            Self::CardClearing(_) => "card_clearing",
            Self::Bank(_) => "bank",
            Self::VisitPrepaid(_) => "visit_prepaid",
            Self::ClientReceivable(_) => "client_receivable",
            Self::ServiceRevenue => "service_revenue",
            Self::VatPayable => "vat_payable",
        }
    }

    /// Names of the accounts that belong to one visit each.
    pub const VISIT_ACCOUNTS: [&'static str; 2] = ["visit_prepaid", "client_receivable"];

    /// Whose it is, as text; empty for the salon's own.
    #[must_use]
    pub fn owner(self) -> String {
        match self {
            Self::Drawer(id) => id.to_string(),
            Self::CardClearing(id) | Self::Bank(id) => id.to_string(),
            Self::VisitPrepaid(id) | Self::ClientReceivable(id) => id.to_string(),
            Self::ServiceRevenue | Self::VatPayable => String::new(),
        }
    }

    /// Where money of a kind goes when it is taken.
    #[must_use]
    pub const fn of_method(kind: MethodKind, method: PaymentMethodId, register: RegisterId) -> Self {
        match kind {
            MethodKind::Cash => Self::Drawer(register),
            MethodKind::Card | MethodKind::Qr => Self::CardClearing(method),
            MethodKind::Transfer => Self::Bank(method),
        }
    }
}

/// One side of a transaction: debit is positive, credit negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Account.
    pub account: Account,
    /// Debit + / credit −.
    pub amount: Money,
}

/// A balanced set of entries. There is no other way to make one than balanced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transaction {
    kind: &'static str,
    entries: Vec<Entry>,
}

/// Why entries are not a transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LedgerError {
    /// They do not sum to zero.
    #[error("the entries do not balance")]
    Unbalanced,
    /// Beyond what an amount can be.
    #[error(transparent)]
    Money(#[from] MoneyError),
}

impl Transaction {
    /// Entries that sum to zero; those of zero are left out.
    ///
    /// # Errors
    /// [`LedgerError::Unbalanced`].
    pub fn new(kind: &'static str, entries: Vec<Entry>) -> Result<Self, LedgerError> {
        if !Money::sum(entries.iter().map(|entry| entry.amount))?.is_zero() {
            return Err(LedgerError::Unbalanced);
        }
        let entries = entries.into_iter().filter(|entry| !entry.amount.is_zero()).collect();
        Ok(Self { kind, entries })
    }

    /// Its kind, as in `docs/ledger.md`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        self.kind
    }

    /// Its entries; none where there is nothing to post.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
}

fn debit(account: Account, amount: Money) -> Entry {
    Entry { account, amount }
}

fn credit(account: Account, amount: Money) -> Entry {
    Entry { account, amount: amount.negated() }
}

/// Money taken for a visit: into drawer, clearing or bank; owed to the visit until it is done.
///
/// # Errors
/// [`LedgerError`].
pub fn payment(visit: AppointmentId, sums: &[(Account, Money)]) -> Result<Transaction, LedgerError> {
    money_moved("payment", visit, sums)
}

/// Money given back the way it came.
///
/// # Errors
/// [`LedgerError`].
pub fn void(visit: AppointmentId, sums: &[(Account, Money)]) -> Result<Transaction, LedgerError> {
    let back: Vec<(Account, Money)> = sums.iter().map(|(account, amount)| (*account, amount.negated())).collect();
    money_moved("void", visit, &back)
}

fn money_moved(
    kind: &'static str,
    visit: AppointmentId,
    sums: &[(Account, Money)],
) -> Result<Transaction, LedgerError> {
    let whole = Money::sum(sums.iter().map(|(_, amount)| *amount))?;
    let mut entries: Vec<Entry> = sums.iter().map(|(account, amount)| debit(*account, *amount)).collect();
    entries.push(credit(Account::VisitPrepaid(visit), whole));
    Transaction::new(kind, entries)
}

/// The visit is done: the client owes its price, the salon has earned it, less VAT.
///
/// # Errors
/// [`LedgerError`].
pub fn completion(visit: AppointmentId, total: Money, vat: Money) -> Result<Transaction, LedgerError> {
    sold("completion", visit, total, vat)
}

/// The visit turns out not to be done: the opposite.
///
/// # Errors
/// [`LedgerError`].
pub fn completion_reversed(visit: AppointmentId, total: Money, vat: Money) -> Result<Transaction, LedgerError> {
    sold("completion_reversed", visit, total.negated(), vat.negated())
}

fn sold(kind: &'static str, visit: AppointmentId, total: Money, vat: Money) -> Result<Transaction, LedgerError> {
    let entries = vec![
        debit(Account::ClientReceivable(visit), total),
        credit(Account::ServiceRevenue, total.minus(vat)?),
        credit(Account::VatPayable, vat),
    ];
    Transaction::new(kind, entries)
}

/// What was paid meets what is owed: `amount` of the prepayment settles the receivable
/// (negative where a void or a reversal takes it apart again).
///
/// # Errors
/// [`LedgerError`].
pub fn settlement(visit: AppointmentId, amount: Money) -> Result<Transaction, LedgerError> {
    let entries = vec![debit(Account::VisitPrepaid(visit), amount), credit(Account::ClientReceivable(visit), amount)];
    Transaction::new("settlement", entries)
}

/// VAT inside a price: `price × rate ÷ (1 + rate)`, half a unit rounds away from zero.
/// Source: the calculated rates 20/120, 12/112 of the tax codes of the region.
///
/// # Errors
/// [`MoneyError::TooLarge`].
pub fn vat_inside(price: Money, rate_bp: u16) -> Result<Money, MoneyError> {
    let rate = Decimal::from(rate_bp);
    let exact = Decimal::from(price.minor()) * rate / (Decimal::from(10_000) + rate);
    let rounded = exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    Money::from_minor(rounded.to_i64().ok_or(MoneyError::TooLarge)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use adelante_base::{SeededIds, Timestamp};
    use proptest::prelude::*;

    fn money(minor: i64) -> Money {
        Money::from_minor(minor).unwrap()
    }

    fn visit() -> AppointmentId {
        AppointmentId::new(&SeededIds::new(3), Timestamp::from_millis(1))
    }

    #[test]
    fn entries_that_do_not_balance_are_no_transaction() {
        let lone = Entry { account: Account::ServiceRevenue, amount: money(1) };
        assert_eq!(Transaction::new("x", vec![lone]), Err(LedgerError::Unbalanced));
    }

    #[test]
    fn vat_sits_inside_the_price() {
        assert_eq!(vat_inside(money(11_600), 1600), Ok(money(1_600)));
        assert_eq!(vat_inside(money(12_000), 2000), Ok(money(2_000)));
        assert_eq!(vat_inside(money(100), 0), Ok(Money::ZERO));
    }

    /// The table of docs/ledger.md: event, account, side.
    #[test]
    fn the_document_says_what_the_code_posts() {
        let document = include_str!("../../../docs/ledger.md");
        let ids = SeededIds::new(5);
        let at = Timestamp::from_millis(1);
        let method = PaymentMethodId::new(&ids, at);
        let register = RegisterId::new(&ids, at);
        let sums: Vec<(Account, Money)> =
            MethodKind::ALL.iter().map(|kind| (Account::of_method(*kind, method, register), money(100))).collect();
        let events = [
            payment(visit(), &sums).unwrap(),
            void(visit(), &sums).unwrap(),
            completion(visit(), money(116), money(16)).unwrap(),
            completion_reversed(visit(), money(116), money(16)).unwrap(),
            settlement(visit(), money(100)).unwrap(),
        ];
        let mut rows = 0;
        for event in &events {
            let mut sides: Vec<String> = event
                .entries()
                .iter()
                .map(|entry| {
                    let side = if entry.amount.is_positive() { "debit" } else { "credit" };
                    format!("| {} | {} | {side} |", event.kind(), entry.account.name())
                })
                .collect();
            sides.sort();
            sides.dedup();
            for side in sides {
                assert!(document.contains(&side), "docs/ledger.md lacks: {side}");
                rows += 1;
            }
        }
        let documented =
            document.lines().filter(|line| line.ends_with("debit |") || line.ends_with("credit |")).count();
        assert_eq!(documented, rows, "docs/ledger.md has a row that the code does not post");
    }

    proptest! {
        #[test]
        fn every_event_balances(total in 0i64..1_000_000_000, rate in 0u16..3_000, paid in 0i64..1_000_000_000) {
            let vat = vat_inside(money(total), rate).unwrap();
            prop_assert!(!vat.is_negative() && vat <= money(total));
            for event in [completion(visit(), money(total), vat).unwrap(), settlement(visit(), money(paid)).unwrap()] {
                let sum = Money::sum(event.entries().iter().map(|entry| entry.amount)).unwrap();
                prop_assert!(sum.is_zero());
            }
        }
    }
}
