//! The reference: a salon's money as somebody with paper would keep it. It shares no code with the
//! product, knows of no ledger, and works out what each account must stand at from what is true now:
//! what every visit costs, what was sold of it, what was paid.

use std::collections::BTreeMap;

/// Basis points of VAT inside prices: the test salon's.
const VAT_BP: i128 = 1_600;

/// Basis points that the providers keep of payments, by method.
pub const FEES_BP: [i64; 3] = [0, 175, 30];

/// An account and whose it is.
pub type Account = (&'static str, String);

/// What is answered: the refusal's code, or nothing where it is done.
pub type Verdict = Result<(), &'static str>;

/// Price, discount and its reason: what a discount changes of a line.
pub type Price = (i64, i64, String);

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub id: String,
    pub price: Price,
    pub paid: i64,
    /// For how much it was sold, while the visit is done.
    pub sold: Option<i64>,
    /// Whose work it is, and which share of what it is sold for is theirs, basis points.
    pub staff: String,
    pub share_bp: i64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    pub id: String,
    pub status: String,
    pub reason: String,
    pub lines: Vec<Line>,
}

/// A receipt that took money.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sale {
    pub id: String,
    pub visit: usize,
    /// Of each line not given back yet.
    pub lines: Vec<i64>,
    /// By each method not given back yet.
    pub methods: [i64; 3],
    /// Tips by each method, and for whom.
    pub tips: [i64; 3],
    pub tipped: String,
    pub voided: bool,
    pub refunded: bool,
    /// What the providers keep, by method.
    pub fees: [Fee; 3],
}

/// What a provider keeps of a payment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fee {
    pub paid: i64,
    pub returned: i64,
    pub taken: i64,
    pub kept: i64,
}

/// What somebody is owed besides commissions of days that no run had. Days are counted from today.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pay {
    /// The last run and its last day.
    pub run: Option<(String, i64)>,
    /// Commissions that a run had.
    pub settled: i64,
    /// Bonuses less deductions.
    pub extra: i64,
    /// Wages and advances.
    pub paid: i64,
}

/// An operation of finance, or the document that the books began with: what it changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posted {
    pub id: String,
    pub changes: Vec<(Account, i64)>,
    pub back: bool,
}

/// Cash that was moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    pub id: String,
    /// Into the till's own drawer +, out of it −.
    pub signed: i64,
    pub other: Account,
    pub shift: u32,
    pub back: bool,
}

#[derive(Debug, Clone, Default)]
pub struct Book {
    pub visits: Vec<Visit>,
    pub sales: Vec<Sale>,
    pub moved: Vec<Moved>,
    /// Number of shifts that were opened, and whether the last one is open.
    pub shift: u32,
    pub open: bool,
    pub counted: bool,
    pub receipts: usize,
    pub pay: BTreeMap<String, Pay>,
    pub operations: Vec<Posted>,
    /// What the books began with.
    pub begun: Option<Posted>,
    /// A shift was closed since.
    pub closed: bool,
    /// The till's register, then what each method's money lies in: drawer, clearing, bank.
    pub places: Vec<Account>,
    /// Accounts that are nothing but what went in and out.
    pub flows: BTreeMap<Account, i64>,
}

impl Line {
    /// What whose work it is earns of what it is sold for.
    pub fn earned(&self) -> i64 {
        half_up(self.sold.unwrap_or(0) * self.share_bp, 10_000)
    }
}

impl Visit {
    pub fn total(&self) -> i64 {
        self.lines.iter().map(|line| line.price.0).sum()
    }

    pub fn paid(&self) -> i64 {
        self.lines.iter().map(|line| line.paid).sum()
    }

    pub fn is_done(&self) -> bool {
        self.status == "completed"
    }

    /// The client is expected or here.
    pub fn is_open(&self) -> bool {
        !matches!(&*self.status, "completed" | "cancelled" | "no_show")
    }

    /// It is done: each line is sold for its price.
    fn sell(&mut self) {
        self.status = "completed".to_owned();
        self.lines.iter_mut().for_each(|line| line.sold = Some(line.price.0));
    }

    /// Sets what stands in the calendar, with what follows for what was sold.
    pub fn set_status(&mut self, status: &str, reason: &str) {
        if status == "completed" && !self.is_done() {
            self.sell();
        } else if status != "completed" {
            self.lines.iter_mut().for_each(|line| line.sold = None);
        }
        status.clone_into(&mut self.status);
        reason.clone_into(&mut self.reason);
    }
}

impl Book {
    pub fn drawer(&self) -> i64 {
        self.flows.get(&self.places[0]).copied().unwrap_or(0)
    }

    fn flow(&mut self, account: &Account, amount: i64) {
        *self.flows.entry(account.clone()).or_default() += amount;
    }

    /// A provider keeps so much of what lies with it.
    fn keep(&mut self, method: usize, fee: i64) {
        let (place, owner) = self.places[method].clone();
        if fee != 0 {
            self.flow(&("acquiring_fees", owner.clone()), fee);
            self.flow(&(place, owner), -fee);
        }
    }

    /// Commissions of somebody, of all that is sold now.
    fn commissions(&self, staff: &str) -> i64 {
        let done = self.visits.iter().filter(|visit| visit.is_done());
        done.flat_map(|visit| &visit.lines).filter(|line| line.staff == staff).map(Line::earned).sum()
    }

    pub fn may_run(&self, staff: &str, from: i64) -> Verdict {
        let paid = self.pay.get(staff).and_then(|pay| pay.run.as_ref()).is_some_and(|(_, until)| *until >= from);
        if paid { Err("period_paid") } else { Ok(()) }
    }

    /// A pay run until a day; one until today has the commissions, which are all of today.
    pub fn run(&mut self, id: String, staff: &str, until: i64, extra: i64) {
        self.flow(&("wages_expense", String::new()), extra);
        self.flow(&("wages_payable", staff.to_owned()), -extra);
        let commissions = self.commissions(staff);
        let pay = self.pay.entry(staff.to_owned()).or_default();
        pay.run = Some((id, until));
        pay.extra += extra;
        if until == 0 {
            pay.settled = commissions;
        }
    }

    /// Money for staff, by cash or transfer.
    pub fn may_pay_staff(&self, kind: &str, staff: &str, sum: i64, method: usize) -> Verdict {
        let pay = self.pay.get(staff).cloned().unwrap_or_default();
        let tips = -self.flows.get(&("tips_due", staff.to_owned())).copied().unwrap_or(0);
        match kind {
            "wages" if sum > pay.settled + pay.extra - pay.paid => Err("pay_too_large"),
            "tips" if sum > tips => Err("pay_too_large"),
            _ if method == 0 => self.may_move(-sum),
            _ => Ok(()),
        }
    }

    pub fn pay_staff(&mut self, kind: &str, staff: &str, sum: i64, method: usize) {
        let owed = if kind == "tips" { "tips_due" } else { "wages_payable" };
        let place = self.places[method].clone();
        self.flow(&(owed, staff.to_owned()), sum);
        self.flow(&place, -sum);
        if kind != "tips" {
            self.pay.entry(staff.to_owned()).or_default().paid += sum;
        }
    }

    fn post(&mut self, changes: &[(Account, i64)], sign: i64) {
        for (account, by) in changes {
            self.flow(account, sign * by);
        }
    }

    pub fn operate(&mut self, id: String, changes: Vec<(Account, i64)>) {
        self.post(&changes, 1);
        self.operations.push(Posted { id, changes, back: false });
    }

    pub fn may_take_back(&self, operation: usize) -> Verdict {
        if self.operations[operation].back { Err("already_reversed") } else { Ok(()) }
    }

    pub fn take_back(&mut self, operation: usize) {
        self.operations[operation].back = true;
        let changes = self.operations[operation].changes.clone();
        self.post(&changes, -1);
    }

    /// The books begin with what was there.
    pub fn begin(&mut self, id: String, changes: Vec<(Account, i64)>) {
        self.post(&changes, 1);
        self.begun = Some(Posted { id, changes, back: false });
    }

    pub fn may_begin_anew(&self) -> Verdict {
        match &self.begun {
            Some(begun) if begun.back => Err("already_reversed"),
            _ if self.closed => Err("books_closed"),
            _ => Ok(()),
        }
    }

    pub fn begin_anew(&mut self) {
        let Some(begun) = &mut self.begun else { return };
        begun.back = true;
        let changes = begun.changes.clone();
        self.post(&changes, -1);
    }

    /// What every account must stand at; those at zero are left out.
    pub fn balances(&self) -> BTreeMap<Account, i64> {
        let mut all = self.flows.clone();
        let (mut net, mut vat) = (0, 0);
        for visit in &self.visits {
            let sold: Option<Vec<i64>> = visit.lines.iter().map(|line| line.sold).collect();
            match sold.filter(|_| visit.is_done()) {
                Some(sold) => {
                    let whole: i64 = sold.iter().sum();
                    all.insert(("client_receivable", visit.id.clone()), whole - visit.paid());
                    let inside: i64 = sold.iter().map(|price| vat_inside(*price)).sum();
                    (net, vat) = (net + whole - inside, vat + inside);
                    for line in &visit.lines {
                        let earned = line.earned();
                        *all.entry(("commission_expense", String::new())).or_default() += earned;
                        *all.entry(("wages_payable", line.staff.clone())).or_default() -= earned;
                    }
                }
                None => {
                    all.insert(("visit_prepaid", visit.id.clone()), -visit.paid());
                }
            }
        }
        all.insert(("service_revenue", String::new()), -net);
        all.insert(("vat_payable", String::new()), -vat);
        all.retain(|_, amount| *amount != 0);
        all
    }

    /// Money for a visit, so much by each method and so much of tips with it.
    pub fn may_pay(&self, visit: usize, sums: [i64; 3], tips: [i64; 3]) -> Verdict {
        let visit = &self.visits[visit];
        if matches!(&*visit.status, "cancelled" | "no_show") {
            return Err("bad_status");
        }
        if !self.open {
            return Err("no_shift");
        }
        if sums.iter().zip(tips).all(|(sum, tip)| sum + tip == 0) {
            return Err("not_positive");
        }
        if sums.iter().sum::<i64>() > visit.total() - visit.paid() { Err("over_remaining") } else { Ok(()) }
    }

    pub fn pay(&mut self, id: String, visit: usize, sums: [i64; 3], tips: [i64; 3], tipped: &str, complete: bool) {
        let lines = self.visits[visit].lines.len();
        let mut sale = Sale {
            id,
            visit,
            lines: vec![0; lines],
            methods: sums,
            tips,
            tipped: tipped.to_owned(),
            voided: false,
            refunded: false,
            fees: [Fee::default(); 3],
        };
        for (method, (sum, tip)) in sums.into_iter().zip(tips).enumerate() {
            let place = self.places[method].clone();
            self.flow(&place, sum + tip);
            self.flow(&("tips_due", tipped.to_owned()), -tip);
            let fee = half_up((sum + tip) * FEES_BP[method], 10_000);
            sale.fees[method] = Fee { paid: sum + tip, returned: 0, taken: fee, kept: fee };
            self.keep(method, fee);
            let left: Vec<i64> = self.visits[visit].lines.iter().map(|line| line.price.0 - line.paid).collect();
            for (place, part) in shared(sum, &left).into_iter().enumerate() {
                self.visits[visit].lines[place].paid += part;
                sale.lines[place] += part;
            }
        }
        if complete && !self.visits[visit].is_done() {
            self.visits[visit].sell();
            self.visits[visit].reason.clear();
        }
        self.receipts += 1;
        self.sales.push(sale);
    }

    pub fn may_void(&self, sale: usize) -> Verdict {
        match &self.sales[sale] {
            sale if sale.voided => Err("already_voided"),
            sale if sale.refunded => Err("already_refunded"),
            _ if !self.open => Err("no_shift"),
            _ => Ok(()),
        }
    }

    pub fn void(&mut self, sale: usize) {
        let Sale { visit, lines, methods, tips, tipped, .. } = self.sales[sale].clone();
        for (method, (sum, tip)) in methods.into_iter().zip(tips).enumerate() {
            let place = self.places[method].clone();
            self.flow(&place, -(sum + tip));
            self.flow(&("tips_due", tipped.clone()), tip);
            let kept = std::mem::take(&mut self.sales[sale].fees[method].kept);
            self.keep(method, -kept);
        }
        for (line, part) in self.visits[visit].lines.iter_mut().zip(lines) {
            line.paid -= part;
        }
        self.sales[sale].voided = true;
        self.receipts += 1;
    }

    pub fn may_refund(&self, sale: usize, lines: &[i64], methods: [i64; 3]) -> Verdict {
        let sale = &self.sales[sale];
        if sale.voided {
            return Err("already_voided");
        }
        if lines.iter().zip(&sale.lines).any(|(part, left)| part > left)
            || methods.iter().zip(sale.methods).any(|(part, left)| *part > left)
        {
            return Err("refund_too_large");
        }
        if self.open { Ok(()) } else { Err("no_shift") }
    }

    pub fn refund(&mut self, sale: usize, lines: &[i64], methods: [i64; 3]) {
        for (method, sum) in methods.into_iter().enumerate() {
            let place = self.places[method].clone();
            self.flow(&place, -sum);
            self.sales[sale].methods[method] -= sum;
            let fee = &mut self.sales[sale].fees[method];
            fee.returned += sum;
            let still = if fee.taken == 0 { 0 } else { fee.taken - half_up(fee.taken * fee.returned, fee.paid) };
            let back = fee.kept - still;
            fee.kept = still;
            self.keep(method, -back);
        }
        let visit = &mut self.visits[self.sales[sale].visit];
        for (line, part) in visit.lines.iter_mut().zip(lines) {
            line.paid -= part;
            if let Some(sold) = &mut line.sold {
                *sold -= part;
                line.price.0 -= part;
            }
        }
        self.sales[sale].lines.iter_mut().zip(lines).for_each(|(left, part)| *left -= part);
        self.sales[sale].refunded = true;
        self.receipts += 1;
    }

    /// What prices become of a discount, in the lines' order; those of the chosen lines change.
    pub fn discounted(&self, visit: usize, chosen: &[usize], discount: Discount, reason: &str) -> Vec<Price> {
        let lines = &self.visits[visit].lines;
        let before: Vec<i64> = chosen.iter().map(|place| lines[*place].price.0 + lines[*place].price.1).collect();
        let less: Vec<i64> = match discount {
            Discount::None => vec![0; before.len()],
            Discount::Share(bp) => before.iter().map(|price| (price * bp + 5_000) / 10_000).collect(),
            Discount::Sum(sum) => shared(sum, &before),
        };
        let mut prices: Vec<Price> = lines.iter().map(|line| line.price.clone()).collect();
        for ((place, before), less) in chosen.iter().zip(before).zip(less) {
            // Where nothing is taken off, no reason is kept.
            prices[*place] = (before - less, less, if less == 0 { String::new() } else { reason.to_owned() });
        }
        prices
    }

    pub fn may_discount(&self, visit: usize, chosen: &[usize], discount: Discount, prices: &[Price]) -> Verdict {
        let visit = &self.visits[visit];
        if !visit.is_open() {
            return Err("bad_status");
        }
        if let Discount::Sum(sum) = discount {
            let whole: i64 = chosen.iter().map(|place| visit.lines[*place].price.0 + visit.lines[*place].price.1).sum();
            if sum > whole {
                return Err("out_of_range");
            }
        }
        fits(visit, prices)
    }

    pub fn set_prices(&mut self, visit: usize, prices: &[Price]) {
        self.visits[visit].lines.iter_mut().zip(prices).for_each(|(line, price)| line.price.clone_from(price));
    }

    pub fn may_set_status(&self, visit: usize, status: &str) -> Verdict {
        let visit = &self.visits[visit];
        let to_open = !matches!(status, "completed" | "cancelled" | "no_show");
        match &*visit.status {
            "completed" if !to_open => return Err("bad_status"),
            "cancelled" | "no_show" if status == "completed" => return Err("bad_status"),
            _ => {}
        }
        let gives_up = visit.is_done() || matches!(status, "cancelled" | "no_show");
        if gives_up && visit.paid() != 0 { Err("has_money") } else { Ok(()) }
    }

    /// Cash into the drawer (+) or out of it (−).
    pub fn may_move(&self, signed: i64) -> Verdict {
        if !self.open {
            return Err("no_shift");
        }
        if signed < 0 && -signed > self.drawer() { Err("drawer_short") } else { Ok(()) }
    }

    pub fn move_cash(&mut self, id: String, signed: i64, other: Account) {
        self.carry(signed, &other);
        self.moved.push(Moved { id, signed, other, shift: self.shift, back: false });
    }

    fn carry(&mut self, signed: i64, other: &Account) {
        let drawer = self.places[0].clone();
        self.flow(&drawer, signed);
        self.flow(other, -signed);
    }

    pub fn may_move_back(&self, moved: usize) -> Verdict {
        let moved = &self.moved[moved];
        if moved.shift != self.shift || !self.open {
            return Err("shift_closed");
        }
        if moved.back {
            return Err("already_reversed");
        }
        // What went into some drawer must still lie in it.
        let there = match moved.other.0 {
            "drawer" => self.flows.get(&moved.other).copied().unwrap_or(0) >= -moved.signed,
            _ => moved.signed < 0 || self.drawer() >= moved.signed,
        };
        if there { Ok(()) } else { Err("drawer_short") }
    }

    pub fn move_back(&mut self, moved: usize) {
        self.moved[moved].back = true;
        let Moved { signed, other, .. } = self.moved[moved].clone();
        self.carry(-signed, &other);
    }

    /// The drawer is counted; at the opening for the first time ever it is the owner's money.
    pub fn count(&mut self, counted: i64, opening: bool) {
        let other = if opening && !self.counted { "owner" } else { "cash_over_short" };
        let difference = counted - self.drawer();
        self.carry(difference, &(other, String::new()));
        self.counted = true;
    }
}

/// How much a discount is.
#[derive(Debug, Clone, Copy)]
pub enum Discount {
    None,
    Share(i64),
    Sum(i64),
}

/// Nothing costs less than was paid for it.
pub fn fits(visit: &Visit, prices: &[Price]) -> Verdict {
    let fit = visit.lines.iter().zip(prices).all(|(line, price)| price.0 >= line.paid);
    if fit { Ok(()) } else { Err("has_money") }
}

/// A part of a sum that is not negative, half a unit away from zero.
fn half_up(over: i64, under: i64) -> i64 {
    (over * 2 + under) / (under * 2)
}

/// VAT inside a price, half a unit away from zero.
fn vat_inside(price: i64) -> i64 {
    let whole = 10_000 + VAT_BP;
    i64::try_from((2 * i128::from(price) * VAT_BP + whole) / (2 * whole)).unwrap()
}

/// A sum shared out by weights: one unit after the other goes to whoever is furthest behind what is
/// exactly due, starting from the whole units that are due.
fn shared(sum: i64, weights: &[i64]) -> Vec<i64> {
    let whole: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    if sum == 0 || whole == 0 {
        return vec![0; weights.len()];
    }
    let due = |weight: &i64| i128::from(sum) * i128::from(*weight);
    let mut parts: Vec<i128> = weights.iter().map(|weight| due(weight) / whole).collect();
    while parts.iter().sum::<i128>() < i128::from(sum) {
        let behind = |place: &usize| due(&weights[*place]) - parts[*place] * whole;
        let next = (0..parts.len()).max_by_key(|place| (behind(place), std::cmp::Reverse(*place))).unwrap();
        parts[next] += 1;
    }
    parts.into_iter().map(|part| i64::try_from(part).unwrap()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reference_shares_and_taxes_as_it_is_done_by_hand() {
        assert_eq!(shared(101, &[100, 100, 100]), [34, 34, 33]);
        assert_eq!(shared(40, &[100, 300]), [10, 30]);
        assert_eq!(shared(1, &[0, 5, 5]), [0, 1, 0]);
        assert_eq!(vat_inside(11_600), 1_600);
        assert_eq!((vat_inside(0), vat_inside(1), vat_inside(4)), (0, 0, 1));
        assert_eq!((half_up(5, 10), half_up(4, 10), half_up(15, 10), half_up(0, 10)), (1, 0, 2, 0));
    }
}
