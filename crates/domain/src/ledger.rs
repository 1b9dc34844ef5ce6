//! The double-entry ledger (F15): which money event posts what. `docs/ledger.md` is the same
//! table for people; a test compares them.

use adelante_base::vocabulary::StaffPaymentKind;
use adelante_base::{AppointmentId, Money, MoneyError, RegisterId, StaffMemberId};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

pub use crate::account::Account;

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

pub(crate) const fn debit(account: Account, amount: Money) -> Entry {
    Entry { account, amount }
}

pub(crate) const fn credit(account: Account, amount: Money) -> Entry {
    Entry { account, amount: amount.negated() }
}

/// Money taken for a visit: into drawer, clearing or bank; owed to the visit until it is done. What
/// of it is tips is owed to those who get them.
///
/// # Errors
/// [`LedgerError`].
pub fn payment(
    visit: AppointmentId,
    sums: &[(Account, Money)],
    tips: &[(StaffMemberId, Money)],
) -> Result<Transaction, LedgerError> {
    money_moved("payment", visit, sums, tips)
}

/// Money given back the way it came.
///
/// # Errors
/// [`LedgerError`].
pub fn void(
    visit: AppointmentId,
    sums: &[(Account, Money)],
    tips: &[(StaffMemberId, Money)],
) -> Result<Transaction, LedgerError> {
    let back: Vec<(Account, Money)> = sums.iter().map(|(account, amount)| (*account, amount.negated())).collect();
    let tips: Vec<(StaffMemberId, Money)> = tips.iter().map(|(staff, amount)| (*staff, amount.negated())).collect();
    money_moved("void", visit, &back, &tips)
}

/// What of a bill is sold, VAT included.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sold {
    /// Services.
    pub services: Money,
    /// Goods.
    pub products: Money,
    /// VAT inside the services.
    pub service_vat: Money,
    /// VAT inside the goods.
    pub product_vat: Money,
    /// What is promised for later and not earned yet: certificates, packages, money on a balance.
    pub promised: Vec<(Account, Money)>,
}

impl Sold {
    /// All of it.
    ///
    /// # Errors
    /// [`MoneyError`].
    pub fn total(&self) -> Result<Money, MoneyError> {
        let promised = Money::sum(self.promised.iter().map(|(_, amount)| *amount))?;
        self.services.plus(self.products)?.plus(promised)
    }

    /// The other side of what is sold: revenue, VAT, promises.
    fn credits(&self) -> Result<Vec<Entry>, MoneyError> {
        let mut entries = vec![
            credit(Account::ServiceRevenue, self.services.minus(self.service_vat)?),
            credit(Account::ProductRevenue, self.products.minus(self.product_vat)?),
            credit(Account::VatPayable, self.service_vat.plus(self.product_vat)?),
        ];
        entries.extend(self.promised.iter().map(|(account, amount)| credit(*account, *amount)));
        Ok(entries)
    }
}

/// Money of a visit that is done goes back: so much less is sold.
///
/// # Errors
/// [`LedgerError`].
pub fn refund(sums: &[(Account, Money)], less: &Sold) -> Result<Transaction, LedgerError> {
    let mut entries: Vec<Entry> = sums.iter().map(|(account, amount)| credit(*account, *amount)).collect();
    entries.extend(less.credits()?.into_iter().map(|entry| credit(entry.account, entry.amount)));
    Transaction::new("refund", entries)
}

/// Money of a visit that is not done goes back: the salon owes it so much less.
///
/// # Errors
/// [`LedgerError`].
pub fn prepayment_returned(visit: AppointmentId, sums: &[(Account, Money)]) -> Result<Transaction, LedgerError> {
    let back: Vec<(Account, Money)> = sums.iter().map(|(account, amount)| (*account, amount.negated())).collect();
    money_moved("prepayment_returned", visit, &back, &[])
}

fn money_moved(
    kind: &'static str,
    visit: AppointmentId,
    sums: &[(Account, Money)],
    tips: &[(StaffMemberId, Money)],
) -> Result<Transaction, LedgerError> {
    let whole = Money::sum(sums.iter().map(|(_, amount)| *amount))?;
    let tipped = Money::sum(tips.iter().map(|(_, amount)| *amount))?;
    let mut entries: Vec<Entry> = sums.iter().map(|(account, amount)| debit(*account, *amount)).collect();
    entries.push(credit(Account::VisitPrepaid(visit), whole.minus(tipped)?));
    entries.extend(tips.iter().map(|(staff, amount)| credit(Account::TipsDue(*staff), *amount)));
    Transaction::new(kind, entries)
}

/// The visit is done: the client owes its price, the salon has earned it, less VAT; what is
/// promised for later it owes.
///
/// # Errors
/// [`LedgerError`].
pub fn completion(visit: AppointmentId, sold: &Sold) -> Result<Transaction, LedgerError> {
    let mut entries = vec![debit(Account::ClientReceivable(visit), sold.total()?)];
    entries.extend(sold.credits()?);
    Transaction::new("completion", entries)
}

/// The visit turns out not to be done: the opposite.
///
/// # Errors
/// [`LedgerError`].
pub fn completion_reversed(visit: AppointmentId, sold: &Sold) -> Result<Transaction, LedgerError> {
    let mut entries = vec![credit(Account::ClientReceivable(visit), sold.total()?)];
    entries.extend(sold.credits()?.into_iter().map(|entry| credit(entry.account, entry.amount)));
    Transaction::new("completion_reversed", entries)
}

/// Goods that were sold leave the shelf at what they had cost (negative: they come back).
///
/// # Errors
/// [`LedgerError`].
pub fn goods_sold(cost: Money) -> Result<Transaction, LedgerError> {
    Transaction::new("goods_sold", vec![debit(Account::CostOfGoods, cost), credit(Account::Stock, cost)])
}

/// Goods come in from a supplier, to be paid later.
///
/// # Errors
/// [`LedgerError`].
pub fn goods_received(cost: Money) -> Result<Transaction, LedgerError> {
    Transaction::new("goods_received", vec![debit(Account::Stock, cost), credit(Account::SuppliersPayable, cost)])
}

/// Goods are written off, or counted otherwise than by the books (negative: more were found).
///
/// # Errors
/// [`LedgerError`].
pub fn goods_lost(cost: Money) -> Result<Transaction, LedgerError> {
    Transaction::new("goods_lost", vec![debit(Account::StockLosses, cost), credit(Account::Stock, cost)])
}

/// What is left of a certificate or package after its day is the salon's.
///
/// # Errors
/// [`LedgerError`].
pub fn promise_ended(promise: Account, left: Money) -> Result<Transaction, LedgerError> {
    Transaction::new("promise_ended", vec![debit(promise, left), credit(Account::Forfeited, left)])
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

/// Cash put into a drawer; `from` is what stands behind it.
///
/// # Errors
/// [`LedgerError`].
pub fn cash_in(register: RegisterId, from: Account, amount: Money) -> Result<Transaction, LedgerError> {
    into_drawer(CASH_IN, register, from, amount)
}

/// Cash taken out of a drawer; `to` is what stands behind it.
///
/// # Errors
/// [`LedgerError`].
pub fn cash_out(register: RegisterId, to: Account, amount: Money) -> Result<Transaction, LedgerError> {
    into_drawer(CASH_OUT, register, to, amount.negated())
}

/// Cash carried from one drawer to another.
///
/// # Errors
/// [`LedgerError`].
pub fn cash_transfer(from: RegisterId, to: RegisterId, amount: Money) -> Result<Transaction, LedgerError> {
    into_drawer(CASH_TRANSFER, to, Account::Drawer(from), amount)
}

/// Cash that was moved goes back: the opposite of what the movement posted.
///
/// # Errors
/// [`LedgerError`].
pub fn cash_reversed(moved: &[Entry]) -> Result<Transaction, LedgerError> {
    Transaction::new(CASH_REVERSED, moved.iter().map(|entry| credit(entry.account, entry.amount)).collect())
}

/// A drawer is counted for the first time: what lies in it otherwise than by the books is the
/// owner's doing.
///
/// # Errors
/// [`LedgerError`].
pub fn opening_float(register: RegisterId, difference: Money) -> Result<Transaction, LedgerError> {
    into_drawer(OPENING_FLOAT, register, Account::Owner, difference)
}

/// A drawer was counted over (+) or short (−): the books follow the count.
///
/// # Errors
/// [`LedgerError`].
pub fn cash_difference(register: RegisterId, difference: Money) -> Result<Transaction, LedgerError> {
    into_drawer(CASH_DIFFERENCE, register, Account::CashOverShort, difference)
}

/// Kind of cash put into a drawer.
pub const CASH_IN: &str = "cash_in";
/// Kind of cash taken out of a drawer.
pub const CASH_OUT: &str = "cash_out";
/// Kind of cash carried to another drawer.
pub const CASH_TRANSFER: &str = "cash_transfer";
/// Kind of a movement that was taken back.
pub const CASH_REVERSED: &str = "cash_reversed";
/// Kind of what a drawer's first count says.
pub const OPENING_FLOAT: &str = "opening_float";
/// Kind of a drawer that was over or short.
pub const CASH_DIFFERENCE: &str = "cash_difference";

/// Commissions of a visit, or what was taken back of them (below zero), by staff member.
///
/// # Errors
/// [`LedgerError`].
pub fn commission(parts: &[(StaffMemberId, Money)]) -> Result<Transaction, LedgerError> {
    let whole = Money::sum(parts.iter().map(|(_, amount)| *amount))?;
    let mut entries = vec![debit(Account::CommissionExpense, whole)];
    entries.extend(parts.iter().map(|(staff, amount)| credit(Account::WagesPayable(*staff), *amount)));
    Transaction::new("commission", entries)
}

/// What a pay run posts of one person, besides commissions, which were posted before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaySums {
    /// Who.
    pub staff_id: StaffMemberId,
    /// For time, and bonuses.
    pub earned: Money,
    /// Deductions, ≥ 0.
    pub deducted: Money,
    /// Tips that are paid with it.
    pub tips: Money,
}

/// A pay run: time and bonuses are owed, deductions are not, tips are owed as wages.
///
/// # Errors
/// [`LedgerError`].
pub fn pay_run(people: &[PaySums]) -> Result<Transaction, LedgerError> {
    let earned = Money::sum(people.iter().map(|one| one.earned))?;
    let deducted = Money::sum(people.iter().map(|one| one.deducted))?;
    let mut entries = vec![debit(Account::WagesExpense, earned), credit(Account::WagesExpense, deducted)];
    for one in people {
        let wages = Account::WagesPayable(one.staff_id);
        entries.push(credit(wages, one.earned.plus(one.tips)?));
        entries.push(debit(wages, one.deducted));
        entries.push(debit(Account::TipsDue(one.staff_id), one.tips));
    }
    Transaction::new("pay_run", entries)
}

/// A pay run is cancelled: the opposite of what it posted.
///
/// # Errors
/// [`LedgerError`].
pub fn pay_run_cancelled(posted: &[Entry]) -> Result<Transaction, LedgerError> {
    opposite("pay_run_cancelled", posted)
}

/// A staff member is paid, out of a drawer or from the bank.
///
/// # Errors
/// [`LedgerError`].
pub fn staff_paid(
    kind: StaffPaymentKind,
    staff: StaffMemberId,
    from: Account,
    amount: Money,
) -> Result<Transaction, LedgerError> {
    let (name, owed) = match kind {
        StaffPaymentKind::Wages => ("wages_paid", Account::WagesPayable(staff)),
        StaffPaymentKind::Advance => ("advance_paid", Account::WagesPayable(staff)),
        StaffPaymentKind::Tips => ("tips_paid", Account::TipsDue(staff)),
    };
    Transaction::new(name, vec![debit(owed, amount), credit(from, amount)])
}

/// A payment to a staff member comes back: the opposite of what it posted.
///
/// # Errors
/// [`LedgerError`].
pub fn staff_payment_reversed(posted: &[Entry]) -> Result<Transaction, LedgerError> {
    opposite("staff_payment_reversed", posted)
}

fn opposite(kind: &'static str, posted: &[Entry]) -> Result<Transaction, LedgerError> {
    Transaction::new(kind, posted.iter().map(|entry| credit(entry.account, entry.amount)).collect())
}

fn into_drawer(
    kind: &'static str,
    register: RegisterId,
    other: Account,
    amount: Money,
) -> Result<Transaction, LedgerError> {
    Transaction::new(kind, vec![debit(Account::Drawer(register), amount), credit(other, amount)])
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
    use adelante_base::vocabulary::{CashPurpose, MethodKind};
    use adelante_base::{
        BankAccountId, CashCategoryId, CertificateId, ClientId, PackageId, PaymentMethodId, SeededIds, Timestamp,
    };
    use proptest::prelude::*;
    use std::collections::BTreeSet;

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

    #[test]
    fn an_account_is_found_again_by_its_name_and_owner() {
        let ids = SeededIds::new(5);
        let at = Timestamp::from_millis(1);
        let (method, category) = (PaymentMethodId::new(&ids, at), CashCategoryId::new(&ids, at));
        for account in [
            Account::Drawer(RegisterId::new(&ids, at)),
            Account::CardClearing(method),
            Account::Bank(method),
            Account::VisitPrepaid(visit()),
            Account::ClientReceivable(visit()),
            Account::ServiceRevenue,
            Account::VatPayable,
            Account::TipsDue(StaffMemberId::new(&ids, at)),
            Account::Owner,
            Account::BankCash,
            Account::Expense(category),
            Account::OtherIncome(category),
            Account::CashOverShort,
            Account::BankAccount(BankAccountId::new(&ids, at)),
            Account::AcquiringFees(method),
            Account::ClientDebt(ClientId::new(&ids, at)),
            Account::OpeningBalance,
            Account::CommissionExpense,
            Account::WagesExpense,
            Account::WagesPayable(StaffMemberId::new(&ids, at)),
            Account::ProductRevenue,
            Account::Stock,
            Account::CostOfGoods,
            Account::StockLosses,
            Account::SuppliersPayable,
            Account::Forfeited,
        ]
        .into_iter()
        .chain(credits(&ids))
        {
            assert_eq!(Account::named(account.name(), &account.owner()), Some(account));
        }
        assert_eq!(Account::named("drawer", ""), None);
        assert_eq!(Account::named("petty_cash", ""), None);
    }

    /// What a client may pay from besides money.
    fn credits(ids: &SeededIds) -> [Account; 5] {
        let at = Timestamp::from_millis(1);
        [
            Account::ClientBalance(ClientId::new(ids, at)),
            Account::CertificatesOutstanding(CertificateId::new(ids, at)),
            Account::PackagesOutstanding(PackageId::new(ids, at)),
            Account::PointsRedeemed,
            Account::PackageDiscount,
        ]
    }

    /// Everything that can happen to cash besides payments, with every purpose.
    fn cash_events(ids: &SeededIds, register: RegisterId) -> Vec<Transaction> {
        let at = Timestamp::from_millis(1);
        let (category, other) = (CashCategoryId::new(ids, at), RegisterId::new(ids, at));
        let mut events = vec![cash_transfer(register, other, money(100)).unwrap()];
        for purpose in CashPurpose::ALL {
            let account = crate::cash::answered_by(*purpose, category);
            for moved in
                [cash_in(register, account, money(100)).unwrap(), cash_out(register, account, money(100)).unwrap()]
            {
                events.push(cash_reversed(moved.entries()).unwrap());
                events.push(moved);
            }
        }
        for difference in [money(100), money(-100)] {
            events.push(opening_float(register, difference).unwrap());
            events.push(cash_difference(register, difference).unwrap());
        }
        events
    }

    /// Everything that can happen to pay.
    fn pay_events(staff: StaffMemberId, drawer: Account, bank: Account) -> Vec<Transaction> {
        let mut events = vec![commission(&[(staff, money(40))]).unwrap(), commission(&[(staff, money(-40))]).unwrap()];
        for tips in [money(10), money(-10)] {
            let sums = PaySums { staff_id: staff, earned: money(500), deducted: money(60), tips };
            let run = pay_run(&[sums]).unwrap();
            events.push(pay_run_cancelled(run.entries()).unwrap());
            events.push(run);
        }
        for from in [drawer, bank] {
            for kind in StaffPaymentKind::ALL {
                let paid = staff_paid(*kind, staff, from, money(100)).unwrap();
                events.push(staff_payment_reversed(paid.entries()).unwrap());
                events.push(paid);
            }
        }
        events
    }

    #[test]
    fn a_movement_and_its_opposite_leave_every_account_as_it_was() {
        let ids = SeededIds::new(6);
        let register = RegisterId::new(&ids, Timestamp::from_millis(1));
        let moved = cash_out(register, Account::Owner, money(70)).unwrap();
        let back = cash_reversed(moved.entries()).unwrap();
        for entry in moved.entries() {
            let opposite = back.entries().iter().find(|other| other.account == entry.account).unwrap();
            assert_eq!(opposite.amount, entry.amount.negated());
        }
        assert_eq!(moved.entries()[0], Entry { account: Account::Drawer(register), amount: money(-70) });
    }

    /// The table of docs/ledger.md: event, account, side.
    #[test]
    fn the_document_says_what_the_code_posts() {
        let document = include_str!("../../../docs/ledger.md");
        let ids = SeededIds::new(5);
        let at = Timestamp::from_millis(1);
        let method = PaymentMethodId::new(&ids, at);
        let register = RegisterId::new(&ids, at);
        let staff = StaffMemberId::new(&ids, at);
        let sums: Vec<(Account, Money)> = MethodKind::ALL
            .iter()
            .filter_map(|kind| Account::of_method(*kind, method, register))
            .chain(credits(&ids))
            .map(|account| (account, money(100)))
            .collect();
        let sold = Sold {
            services: money(116),
            products: money(58),
            service_vat: money(16),
            product_vat: money(8),
            promised: credits(&ids)[..3].iter().map(|account| (*account, money(50))).collect(),
        };
        let whole = Money::sum(sums.iter().map(|(_, amount)| *amount)).unwrap();
        let mut events = vec![
            payment(visit(), &sums, &[(staff, money(10))]).unwrap(),
            void(visit(), &sums, &[(staff, money(10))]).unwrap(),
            refund(&sums, &Sold { services: whole.minus(money(208)).unwrap(), ..sold.clone() }).unwrap(),
            prepayment_returned(visit(), &sums).unwrap(),
            completion(visit(), &sold).unwrap(),
            completion_reversed(visit(), &sold).unwrap(),
            settlement(visit(), money(100)).unwrap(),
            goods_received(money(30)).unwrap(),
        ];
        events.extend([30, -30].map(|minor| goods_sold(money(minor)).unwrap()));
        events.extend([30, -30].map(|minor| goods_lost(money(minor)).unwrap()));
        events.extend([100, -100].map(|minor| crate::deposit::kept(visit(), money(minor)).unwrap()));
        events.extend(cash_events(&ids, register));
        events.extend(crate::finance::tests::events(&ids));
        events.extend(pay_events(staff, Account::Drawer(register), Account::Bank(method)));
        events.extend(credits(&ids)[1..3].iter().map(|account| promise_ended(*account, money(40)).unwrap()));
        let posted: BTreeSet<String> = events
            .iter()
            .flat_map(|event| event.entries().iter().map(move |entry| (event.kind(), entry)))
            .map(|(kind, entry)| {
                let side = if entry.amount.is_positive() { "debit" } else { "credit" };
                format!("| {kind} | {} | {side} |", entry.account.name())
            })
            .collect();
        for row in &posted {
            assert!(document.contains(row), "docs/ledger.md lacks: {row}");
        }
        let documented =
            document.lines().filter(|line| line.ends_with("debit |") || line.ends_with("credit |")).count();
        assert_eq!(documented, posted.len(), "docs/ledger.md has a row that the code does not post");
    }

    proptest! {
        #[test]
        fn every_event_balances(total in 0i64..1_000_000_000, rate in 0u16..3_000, paid in 0i64..1_000_000_000) {
            let vat = vat_inside(money(total), rate).unwrap();
            prop_assert!(!vat.is_negative() && vat <= money(total));
            let sold = Sold { services: money(total), service_vat: vat, products: money(paid), ..Sold::default() };
            for event in [completion(visit(), &sold).unwrap(), completion_reversed(visit(), &sold).unwrap(), settlement(visit(), money(paid)).unwrap()] {
                let sum = Money::sum(event.entries().iter().map(|entry| entry.amount)).unwrap();
                prop_assert!(sum.is_zero());
            }
        }
    }
}
