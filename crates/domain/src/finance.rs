//! Finance (F8, F14): money that moves outside the drawer, what the provider keeps of card
//! payments, and what there was when the books began.

use adelante_base::vocabulary::{CashDirection, CashPurpose, FinanceKind, OpeningKind, PlaceKind};
use adelante_base::{CashCategoryId, ClientId, Day, Money, MoneyError, PaymentMethodId};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::cash::answered_by;
use crate::ledger::{Account, Entry, LedgerError, Transaction, credit, debit};

/// A fee is at most so much of a payment, basis points.
pub const FEE_BP_MAX: u16 = 2_000;
/// An opening document has at most so many lines.
pub const OPENING_LINES_MAX: usize = 400;
/// Operations are dated at most so many days back.
pub const DAYS_BACK_MAX: i64 = 366 * 3;

/// Kind of money that came to a place outside the drawer.
pub const MONEY_IN: &str = "money_in";
/// Kind of money that left one.
pub const MONEY_OUT: &str = "money_out";
/// Kind of money that went from one place to another.
pub const MONEY_TRANSFER: &str = "money_transfer";
/// Kind of an operation that was taken back.
pub const MONEY_REVERSED: &str = "money_reversed";
/// Kind of what the provider keeps of a payment.
pub const ACQUIRING_FEE: &str = "acquiring_fee";
/// Kind of a fee that goes back with its payment.
pub const ACQUIRING_FEE_RETURNED: &str = "acquiring_fee_returned";
/// Kind of what the books begin with.
pub const OPENING: &str = "opening_balance";
/// Kind of a beginning that was taken back.
pub const OPENING_REVERSED: &str = "opening_balance_reversed";

/// Why something is no finance operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FinanceRefusal {
    /// A sum must be more than zero.
    #[error("not more than zero")]
    NotPositive,
    /// The kind goes the other way, or stands for the bank, which is a transfer.
    #[error("the category does not go this way")]
    WrongCategory,
    /// There must be a category, or a client whose old debt or balance it is; not both.
    #[error("what for is missing")]
    NothingFor,
    /// Both places are the same, or one is missing.
    #[error("a transfer goes from one place to another")]
    SamePlace,
    /// Cash in a drawer is moved in its shift.
    #[error("the drawer has its own movements")]
    InDrawer,
    /// The day is later than today, or too long ago.
    #[error("the day is not over or too long ago")]
    BadDay,
    /// The books can begin with one line for each owner of an account.
    #[error("the same twice")]
    Twice,
}

/// The account of a place; `None` where the owner is not one of that kind.
#[must_use]
pub fn place(kind: PlaceKind, owner: &str) -> Option<Account> {
    Account::named(kind.as_str(), owner)
}

/// The place that an account is; `None` where it holds no money.
#[must_use]
pub const fn place_of(account: Account) -> Option<PlaceKind> {
    match account {
        Account::Drawer(_) => Some(PlaceKind::Drawer),
        Account::BankAccount(_) => Some(PlaceKind::BankAccount),
        Account::CardClearing(_) => Some(PlaceKind::CardClearing),
        Account::Bank(_) => Some(PlaceKind::Bank),
        Account::BankCash => Some(PlaceKind::BankCash),
        _ => None,
    }
}

/// What an operation is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum For {
    /// A kind of income or expense.
    Category(CashCategoryId, CashDirection, CashPurpose),
    /// A client pays what was owed when the books began, or gets back what the salon owed.
    Client(ClientId),
}

/// Checks that a day can be posted to: not later than today, not too long ago.
///
/// # Errors
/// [`FinanceRefusal::BadDay`].
pub fn dated(day: Day, today: Day) -> Result<(), FinanceRefusal> {
    if (0..=DAYS_BACK_MAX).contains(&today.days_since(day)) { Ok(()) } else { Err(FinanceRefusal::BadDay) }
}

/// The account that answers the place of an income or an expense.
///
/// # Errors
/// [`FinanceRefusal::WrongCategory`].
pub fn answering(kind: FinanceKind, what_for: For) -> Result<Account, FinanceRefusal> {
    match (kind, what_for) {
        (FinanceKind::Income, For::Category(id, CashDirection::In, purpose))
        | (FinanceKind::Expense, For::Category(id, CashDirection::Out, purpose))
            if purpose != CashPurpose::Bank =>
        {
            Ok(answered_by(purpose, id))
        }
        (FinanceKind::Income, For::Client(client)) => Ok(Account::ClientDebt(client)),
        (FinanceKind::Expense, For::Client(client)) => Ok(Account::ClientBalance(client)),
        _ => Err(FinanceRefusal::WrongCategory),
    }
}

/// Money that came to a place; `from` is what stands behind it.
///
/// # Errors
/// [`LedgerError`].
pub fn money_in(place: Account, from: Account, amount: Money) -> Result<Transaction, LedgerError> {
    Transaction::new(MONEY_IN, vec![debit(place, amount), credit(from, amount)])
}

/// Money that left a place; `to` is what stands behind it.
///
/// # Errors
/// [`LedgerError`].
pub fn money_out(place: Account, to: Account, amount: Money) -> Result<Transaction, LedgerError> {
    Transaction::new(MONEY_OUT, vec![debit(to, amount), credit(place, amount)])
}

/// Money that went from one of the salon's places to another.
///
/// # Errors
/// [`LedgerError`].
pub fn money_transfer(from: Account, to: Account, amount: Money) -> Result<Transaction, LedgerError> {
    Transaction::new(MONEY_TRANSFER, vec![debit(to, amount), credit(from, amount)])
}

/// The opposite of what an operation posted.
///
/// # Errors
/// [`LedgerError`].
pub fn money_reversed(posted: &[Entry]) -> Result<Transaction, LedgerError> {
    Transaction::new(MONEY_REVERSED, posted.iter().map(|entry| credit(entry.account, entry.amount)).collect())
}

/// What the provider keeps of a payment: half a unit rounds away from zero.
/// Source: the tariff of the acquiring contract, percent of each payment.
///
/// # Errors
/// [`MoneyError::TooLarge`].
pub fn fee(paid: Money, fee_bp: u16) -> Result<Money, MoneyError> {
    share(paid, Decimal::from(fee_bp), Decimal::from(10_000))
}

/// How much of a receipt's fee goes back when so much more of the payment does: what was kept
/// for it, less what is kept for the rest. Over any parts it sums to the whole fee, and nothing
/// is kept when everything was given back.
///
/// `taken`: the whole fee; `paid`: what it was taken of; `returned`: everything given back by
/// now; `kept`: what is kept of the fee before.
///
/// # Errors
/// [`MoneyError::TooLarge`].
pub fn fee_back(taken: Money, paid: Money, returned: Money, kept: Money) -> Result<Money, MoneyError> {
    if !paid.is_positive() {
        return Ok(Money::ZERO);
    }
    let gone = share(taken, Decimal::from(returned.minor()), Decimal::from(paid.minor()))?;
    kept.minus(taken.minus(gone)?)
}

fn share(of: Money, part: Decimal, whole: Decimal) -> Result<Money, MoneyError> {
    let exact = Decimal::from(of.minor()) * part / whole;
    let rounded = exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    Money::from_minor(rounded.to_i64().ok_or(MoneyError::TooLarge)?)
}

/// Fees of a receipt's payments: `sums` by method, with the place the payment went to.
///
/// # Errors
/// [`LedgerError`].
pub fn acquiring_fee(sums: &[(PaymentMethodId, Account, Money)]) -> Result<Transaction, LedgerError> {
    Transaction::new(ACQUIRING_FEE, fees(sums, false))
}

/// Fees that go back with their payments.
///
/// # Errors
/// [`LedgerError`].
pub fn acquiring_fee_returned(sums: &[(PaymentMethodId, Account, Money)]) -> Result<Transaction, LedgerError> {
    Transaction::new(ACQUIRING_FEE_RETURNED, fees(sums, true))
}

fn fees(sums: &[(PaymentMethodId, Account, Money)], back: bool) -> Vec<Entry> {
    let signed = |amount: Money| if back { amount.negated() } else { amount };
    let both = sums.iter().flat_map(|(method, place, amount)| {
        [debit(Account::AcquiringFees(*method), signed(*amount)), credit(*place, signed(*amount))]
    });
    both.collect()
}

/// A line of the document that the books begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningLine {
    /// What.
    pub kind: OpeningKind,
    /// Whose: register, bank account, payment method, client.
    pub owner: String,
    /// How much, > 0; a bank account may be overdrawn.
    pub amount: Money,
}

/// What the books begin with.
///
/// # Errors
/// [`FinanceRefusal`]; a sum beyond what money can be counts as not positive.
pub fn opening(lines: &[OpeningLine]) -> Result<Transaction, FinanceRefusal> {
    let mut entries: Vec<Entry> = Vec::with_capacity(lines.len() + 1);
    for line in lines {
        let account = Account::named(line.kind.as_str(), &line.owner).ok_or(FinanceRefusal::NothingFor)?;
        if line.amount.is_zero() || (line.amount.is_negative() && line.kind != OpeningKind::BankAccount) {
            return Err(FinanceRefusal::NotPositive);
        }
        if entries.iter().any(|entry| entry.account == account) {
            return Err(FinanceRefusal::Twice);
        }
        entries.push(match line.kind {
            OpeningKind::ClientBalance => credit(account, line.amount),
            _ => debit(account, line.amount),
        });
    }
    if entries.is_empty() {
        return Err(FinanceRefusal::NothingFor);
    }
    let whole = Money::sum(entries.iter().map(|entry| entry.amount)).map_err(|_| FinanceRefusal::NotPositive)?;
    entries.push(credit(Account::OpeningBalance, whole));
    Transaction::new(OPENING, entries).map_err(|_| FinanceRefusal::NotPositive)
}

/// The opposite of what a beginning posted.
///
/// # Errors
/// [`LedgerError`].
pub fn opening_reversed(posted: &[Entry]) -> Result<Transaction, LedgerError> {
    Transaction::new(OPENING_REVERSED, posted.iter().map(|entry| credit(entry.account, entry.amount)).collect())
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use adelante_base::{BankAccountId, RegisterId, SeededIds, Timestamp};
    use proptest::prelude::*;

    fn money(minor: i64) -> Money {
        Money::from_minor(minor).unwrap()
    }

    fn places(ids: &SeededIds) -> [Account; 5] {
        let at = Timestamp::from_millis(1);
        let method = PaymentMethodId::new(ids, at);
        [
            Account::Drawer(RegisterId::new(ids, at)),
            Account::BankAccount(BankAccountId::new(ids, at)),
            Account::CardClearing(method),
            Account::Bank(method),
            Account::BankCash,
        ]
    }

    /// Everything that finance can post.
    pub(crate) fn events(ids: &SeededIds) -> Vec<Transaction> {
        let at = Timestamp::from_millis(1);
        let (category, client) = (CashCategoryId::new(ids, at), ClientId::new(ids, at));
        let places = places(ids);
        let mut events = Vec::new();
        for (index, place) in places.iter().enumerate() {
            let other = places[(index + 1) % places.len()];
            events.push(money_transfer(*place, other, money(100)).unwrap());
            if matches!(place, Account::Drawer(_)) {
                continue;
            }
            for direction in CashDirection::ALL {
                let kind = if *direction == CashDirection::In { FinanceKind::Income } else { FinanceKind::Expense };
                let every = CashPurpose::ALL.iter().map(|purpose| For::Category(category, *direction, *purpose));
                for what_for in every.chain([For::Client(client)]) {
                    let Ok(account) = answering(kind, what_for) else { continue };
                    events.push(match kind {
                        FinanceKind::Income => money_in(*place, account, money(100)).unwrap(),
                        _ => money_out(*place, account, money(100)).unwrap(),
                    });
                }
            }
        }
        let reversed: Vec<Transaction> = events.iter().map(|event| money_reversed(event.entries()).unwrap()).collect();
        events.extend(reversed);
        let method = PaymentMethodId::new(ids, at);
        for place in [Account::CardClearing(method), Account::Bank(method)] {
            events.push(acquiring_fee(&[(method, place, money(2))]).unwrap());
            events.push(acquiring_fee_returned(&[(method, place, money(2))]).unwrap());
        }
        for kind in OpeningKind::ALL {
            let sums: &[i64] = if *kind == OpeningKind::BankAccount { &[100, -100] } else { &[100] };
            for sum in sums {
                let line = OpeningLine { kind: *kind, owner: client.to_string(), amount: money(*sum) };
                let begun = opening(&[line]).unwrap();
                events.push(opening_reversed(begun.entries()).unwrap());
                events.push(begun);
            }
        }
        events
    }

    #[test]
    fn every_place_is_found_again_and_holds_money() {
        let ids = SeededIds::new(4);
        for account in places(&ids) {
            let kind = place_of(account).unwrap();
            assert_eq!(place(kind, &account.owner()), Some(account));
        }
        assert_eq!(place_of(Account::Owner), None);
        assert_eq!(place(PlaceKind::Drawer, ""), None);
    }

    #[test]
    fn a_category_goes_its_own_way_and_the_bank_is_a_transfer() {
        let id = CashCategoryId::new(&SeededIds::new(4), Timestamp::from_millis(1));
        let ask = |kind, direction, purpose| answering(kind, For::Category(id, direction, purpose));
        assert_eq!(ask(FinanceKind::Expense, CashDirection::Out, CashPurpose::Expense), Ok(Account::Expense(id)));
        assert_eq!(ask(FinanceKind::Income, CashDirection::In, CashPurpose::Income), Ok(Account::OtherIncome(id)));
        assert_eq!(ask(FinanceKind::Expense, CashDirection::Out, CashPurpose::Owner), Ok(Account::Owner));
        for (kind, direction, purpose) in [
            (FinanceKind::Income, CashDirection::Out, CashPurpose::Expense),
            (FinanceKind::Expense, CashDirection::Out, CashPurpose::Bank),
            (FinanceKind::Transfer, CashDirection::In, CashPurpose::Income),
        ] {
            assert_eq!(ask(kind, direction, purpose), Err(FinanceRefusal::WrongCategory));
        }
    }

    #[test]
    fn a_day_may_be_past_or_today() {
        let today = Day::new(2026, 11, 21).unwrap();
        assert_eq!(dated(today, today), Ok(()));
        assert_eq!(dated(today.plus_days(-DAYS_BACK_MAX), today), Ok(()));
        assert_eq!(dated(today.plus_days(1), today), Err(FinanceRefusal::BadDay));
        assert_eq!(dated(today.plus_days(-DAYS_BACK_MAX - 1), today), Err(FinanceRefusal::BadDay));
    }

    #[test]
    fn the_books_begin_balanced_and_name_each_owner_once() {
        let ids = SeededIds::new(9);
        let client = ClientId::new(&ids, Timestamp::from_millis(1)).to_string();
        let line = |kind, minor| OpeningLine { kind, owner: client.clone(), amount: money(minor) };
        let begun = opening(&[line(OpeningKind::ClientDebt, 500), line(OpeningKind::ClientBalance, 200)]).unwrap();
        assert_eq!(begun.entries()[2].account, Account::OpeningBalance);
        assert_eq!(begun.entries()[2].amount, money(-300));
        let twice = [line(OpeningKind::ClientDebt, 1), line(OpeningKind::ClientDebt, 1)];
        assert_eq!(opening(&twice), Err(FinanceRefusal::Twice));
        assert_eq!(opening(&[line(OpeningKind::ClientDebt, -1)]), Err(FinanceRefusal::NotPositive));
        assert!(opening(&[line(OpeningKind::BankAccount, -1)]).is_ok(), "overdrawn");
        assert_eq!(opening(&[]), Err(FinanceRefusal::NothingFor));
    }

    proptest! {
        #[test]
        fn a_fee_is_a_part_of_its_payment(paid in 0i64..1_000_000_000, bp in 0u16..=FEE_BP_MAX) {
            let fee = fee(money(paid), bp).unwrap();
            prop_assert!(!fee.is_negative() && fee <= money(paid));
            let exact = i128::from(paid) * i128::from(bp);
            prop_assert!((i128::from(fee.minor()) * 10_000 - exact).abs() <= 5_000);
        }

        #[test]
        fn fees_go_back_in_proportion_and_in_whole(
            paid in 1i64..10_000_000, bp in 0u16..=FEE_BP_MAX, cuts in prop::collection::vec(0i64..10_000_000, 0..6)
        ) {
            let taken = fee(money(paid), bp).unwrap();
            let mut parts: Vec<i64> = cuts.into_iter().map(|cut| cut % (paid + 1)).collect();
            parts.sort_unstable();
            parts.push(paid);
            let mut kept = taken;
            for returned in parts {
                let back = fee_back(taken, money(paid), money(returned), kept).unwrap();
                prop_assert!(!back.is_negative() && back <= kept);
                kept = kept.minus(back).unwrap();
            }
            prop_assert!(kept.is_zero());
        }

        #[test]
        fn an_operation_and_its_opposite_leave_everything_as_it_was(amount in 1i64..1_000_000_000) {
            let ids = SeededIds::new(2);
            let [from, to, ..] = places(&ids);
            let there = money_transfer(from, to, money(amount)).unwrap();
            let back = money_reversed(there.entries()).unwrap();
            for entry in there.entries() {
                let opposite = back.entries().iter().find(|other| other.account == entry.account).unwrap();
                prop_assert!(opposite.amount.plus(entry.amount).unwrap().is_zero());
            }
        }
    }
}
