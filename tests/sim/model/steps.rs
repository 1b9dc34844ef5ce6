//! The steps of a random day.

use serde_json::{Value, json};

use super::book::{Book, Discount, Price, Verdict, fits};
use super::walk::{Change, Late, Walk, text};

const STATUSES: [&str; 7] = ["booked", "confirmed", "arrived", "in_progress", "completed", "cancelled", "no_show"];

impl Walk {
    /// One step, and everything is looked at afterwards.
    pub fn step(&mut self) {
        // A closed till is mostly opened again soon.
        let wanted = if !self.book.open && self.below(3) == 0 { 33 } else { self.below(50) };
        match wanted {
            0 | 1 => self.book_visit(),
            2..12 => self.pay(),
            12..15 => self.void(),
            15..19 => self.refund(),
            19..22 => self.discount(),
            22..26 => self.status(),
            26..30 => self.move_cash(),
            30 | 31 => self.move_back(),
            32 => self.close(),
            33..35 => self.open(),
            35..37 => self.undo_late(),
            37..40 => self.operate(),
            40 => self.take_back(),
            41 | 42 => self.pay_run(),
            43..46 => self.pay_staff(),
            _ => self.do_and_undo(),
        }
        self.check();
    }

    fn visit(&self) -> usize {
        // Mostly one of the last: they are still being worked at.
        let visits = self.book.visits.len();
        if self.below(4) == 0 { self.below(visits) } else { visits - 1 - self.below(visits.min(4)) }
    }

    fn pay(&mut self) {
        // Mostly one that owes something.
        let owes = |visit: &usize| {
            let visit = &self.book.visits[*visit];
            visit.total() > visit.paid() && (visit.is_open() || visit.is_done())
        };
        let visit = (0..4).map(|_| self.visit()).find(owes).unwrap_or_else(|| self.visit());
        let left = self.book.visits[visit].total() - self.book.visits[visit].paid();
        let mut sums = [0; 3];
        let mut whole = self.sum(left);
        let last = self.below(3);
        for (method, sum) in sums.iter_mut().enumerate() {
            *sum = if method == last { 0 } else { self.some(whole.max(0) + 1) * i64::from(self.below(3) == 0) };
            whole -= *sum;
        }
        sums[last] = whole;
        let tips = sums.map(|sum| if sum > 0 && self.below(6) == 0 { 1 + self.some(9_000) } else { 0 });
        let staff = self.salon.staff[2 + self.below(2)].clone();
        let complete = self.below(2) == 0;
        let verdict = self.book.may_pay(visit, sums, tips);
        let id = self.book.visits[visit].id.clone();
        let change = if self.below(3) == 0 { self.some(100_000) } else { 0 };
        let mut payments = Vec::new();
        for (method, (sum, tip)) in sums.into_iter().zip(tips).enumerate().filter(|(_, (sum, tip))| sum + tip > 0) {
            let mut payment = json!({ "method_id": self.methods[method], "amount_minor": sum, "tip_minor": tip });
            if method == 0 {
                payment["tendered_minor"] = json!(sum + tip + change);
            }
            payments.push(payment);
        }
        let tip: i64 = tips.iter().sum();
        let tipped: Vec<Value> =
            (tip > 0).then(|| json!({ "staff_id": staff, "amount_minor": tip })).into_iter().collect();
        let after = if complete { "complete" } else { "keep" };
        let input = json!({ "appointment_id": id, "payments": payments, "tips": tipped, "after": after });
        let Some(taken) = self.expect("pay", "take_payment", input, verdict) else { return };
        self.book.pay(text(&taken["receipt_id"]), visit, sums, tips, &staff, complete);
        let cash = sums[0] + tips[0] > 0;
        assert_eq!(taken["change_minor"], if cash { change } else { 0 });
        assert_eq!(taken["remaining_minor"], left - sums.iter().sum::<i64>());
        self.check_visit(visit);
    }

    fn sale(&self) -> Option<usize> {
        let sales = self.book.sales.len();
        let any = || if self.below(3) == 0 { self.below(sales) } else { sales - 1 - self.below(sales.min(5)) };
        // Mostly one that was not voided.
        (sales > 0).then(|| (0..3).map(|_| any()).find(|sale| !self.book.sales[*sale].voided).unwrap_or_else(any))
    }

    fn void(&mut self) {
        let Some(sale) = self.sale() else { return self.pay() };
        let verdict = self.book.may_void(sale);
        let input = json!({ "receipt_id": self.book.sales[sale].id, "reason": "ошибка" });
        if self.expect("void", "void_receipt", input, verdict).is_some() {
            self.book.void(sale);
            self.check_visit(self.book.sales[sale].visit);
        }
    }

    /// Gives back some of some lines, by the methods it came by.
    fn refund(&mut self) {
        let Some(sale) = self.sale() else { return self.pay() };
        self.check_refundable(sale);
        let known = self.book.sales[sale].clone();
        let mut lines: Vec<i64> =
            known.lines.iter().map(|left| if self.below(2) == 0 { (*left).min(self.sum(*left)) } else { 0 }).collect();
        let whole: i64 = lines.iter().sum();
        if whole == 0 {
            return;
        }
        let mut methods = [0; 3];
        let (mut left, first) = (whole, self.below(3));
        for method in (first..3).chain(0..first) {
            methods[method] = left.min(known.methods[method]);
            left -= methods[method];
        }
        if self.below(12) == 0 {
            // One too many.
            let most = (0..lines.len()).max_by_key(|place| lines[*place]).unwrap();
            let over = known.lines[most] - lines[most] + 1;
            lines[most] += over;
            let by = methods.iter().position(|sum| *sum > 0).unwrap();
            methods[by] += over;
        }
        let verdict = self.book.may_refund(sale, &lines, methods);
        let visit = &self.book.visits[known.visit];
        let asked: Vec<Value> = lines
            .iter()
            .zip(&visit.lines)
            .filter(|(part, _)| **part > 0)
            .map(|(part, line)| json!({ "line_id": line.id, "amount_minor": part }))
            .collect();
        let payments: Vec<Value> = methods
            .iter()
            .zip(&self.methods)
            .filter(|(sum, _)| **sum > 0)
            .map(|(sum, method)| json!({ "method_id": method, "amount_minor": sum }))
            .collect();
        let input = json!({ "receipt_id": known.id, "lines": asked, "payments": payments, "reason": "передумала" });
        if self.expect("refund", "refund_receipt", input, verdict).is_some() {
            self.book.refund(sale, &lines, methods);
            self.check_visit(known.visit);
        }
    }

    /// What the desk is shown as still to be given back.
    fn check_refundable(&self, place: usize) {
        let sale = &self.book.sales[place];
        let shown = self.salon.must("get_refundable", json!({ "receipt_id": sale.id }));
        let left: i64 = if sale.voided { 0 } else { sale.lines.iter().sum() };
        assert_eq!(shown["left_minor"], left);
        for line in shown["lines"].as_array().unwrap() {
            let lines = &self.book.visits[sale.visit].lines;
            let known = lines.iter().position(|known| line["line_id"] == *known.id).unwrap();
            assert_eq!(line["left_minor"], sale.lines[known]);
        }
    }

    fn discount(&mut self) {
        let visit = self.visit();
        let Some((input, prices, verdict)) = self.wanted_discount(visit) else { return };
        if self.expect("discount", "set_discount", input, verdict).is_some() {
            let before: Vec<Price> = self.book.visits[visit].lines.iter().map(|line| line.price.clone()).collect();
            self.book.set_prices(visit, &prices);
            self.check_visit(visit);
            if before != prices {
                let change = Change::Prices { before, after: prices };
                self.late.push(Late { operation: self.last_operation(), visit, change });
            }
        }
    }

    fn wanted_discount(&mut self, visit: usize) -> Option<(Value, Vec<Price>, Verdict)> {
        let lines = self.book.visits[visit].lines.len();
        let mut chosen: Vec<usize> = (0..lines).filter(|_| self.below(3) > 0).collect();
        if chosen.is_empty() {
            chosen = (0..lines).collect();
        }
        let whole: i64 = chosen
            .iter()
            .map(|place| &self.book.visits[visit].lines[*place].price)
            .map(|price| price.0 + price.1)
            .sum();
        let (discount, asked) = match self.below(4) {
            0 => (Discount::None, json!("none")),
            1 if whole > 0 => {
                let sum = self.sum(whole / 2);
                (Discount::Sum(sum), json!({ "amount": sum }))
            }
            _ => {
                let bp = 1 + self.some(if self.below(4) == 0 { 10_000 } else { 2_500 });
                (Discount::Share(bp), json!({ "percent_bp": bp }))
            }
        };
        if matches!(discount, Discount::Sum(sum) if sum > whole) {
            return None;
        }
        let reason = self.word();
        let prices = self.book.discounted(visit, &chosen, discount, &reason);
        let verdict = self.book.may_discount(visit, &chosen, discount, &prices);
        let ids: Vec<&str> = chosen.iter().map(|place| &*self.book.visits[visit].lines[*place].id).collect();
        let input = json!({
            "appointment_id": self.book.visits[visit].id, "line_ids": ids, "discount": asked, "reason": reason,
        });
        Some((input, prices, verdict))
    }

    /// Completion and its reversal among them.
    fn status(&mut self) {
        let visit = self.visit();
        let turned = if self.book.visits[visit].is_done() { "in_progress" } else { "completed" };
        let status = if self.below(2) == 0 { turned } else { STATUSES[self.below(STATUSES.len())] };
        self.set_status(visit, status);
    }

    fn set_status(&mut self, visit: usize, status: &str) {
        let known = &self.book.visits[visit];
        if known.status == status && known.is_done() {
            return;
        }
        let before = (known.status.clone(), known.reason.clone());
        let reason = self.word();
        let verdict = self.book.may_set_status(visit, status);
        let input = json!({ "appointment_id": self.book.visits[visit].id, "status": status, "reason": reason });
        let step = if status == "completed" || before.0 == "completed" { "complete" } else { "status" };
        if self.expect(step, "set_appointment_status", input, verdict).is_some() {
            self.book.visits[visit].set_status(status, &reason);
            let change = Change::Status { before, after: (status.to_owned(), reason) };
            self.late.push(Late { operation: self.last_operation(), visit, change });
            self.check_visit(visit);
        }
    }

    fn move_cash(&mut self) {
        let minor = self.sum(400_000);
        if self.below(6) == 0 {
            let verdict = self.book.may_move(-minor);
            let input = json!({ "to_register_id": self.second_register, "amount_minor": minor });
            if let Some(moved) = self.expect("carry", "transfer_cash", input, verdict) {
                let other = ("drawer", self.second_register.clone());
                self.book.move_cash(text(&moved["movement_id"]), -minor, other);
            }
            return;
        }
        let kind = self.below(self.kinds.len());
        let (id, signed) = (self.kinds[kind].id.clone(), self.kinds[kind].sign * minor);
        let verdict = self.book.may_move(signed);
        let input = json!({ "category_id": id, "amount_minor": minor });
        if let Some(moved) = self.expect("cash", "move_cash", input, verdict) {
            self.book.move_cash(text(&moved["movement_id"]), signed, self.kinds[kind].other.clone());
        }
    }

    fn move_back(&mut self) {
        let Some(moved) = self.below(6).checked_rem(self.book.moved.len()) else { return self.move_cash() };
        let moved = self.book.moved.len() - 1 - moved;
        let verdict = self.book.may_move_back(moved);
        let input = json!({ "movement_id": self.book.moved[moved].id, "reason": "не туда" });
        if self.expect("cash back", "reverse_cash_movement", input, verdict).is_some() {
            self.book.move_back(moved);
        }
    }

    /// Near what must lie there, or not counted.
    fn counted(&self) -> Option<i64> {
        (self.below(3) > 0).then(|| (self.book.drawer() + self.some(60_000) - 30_000).max(0))
    }

    fn close(&mut self) {
        let count = self.counted();
        let verdict = if self.book.open { Ok(()) } else { Err("no_shift") };
        let input = json!({ "count": count.map(|sum| json!({ "counted_minor": sum })), "reason": "пересчёт" });
        if let Some(closed) = self.expect("close", "close_shift", input, verdict) {
            assert_eq!(closed["expected_minor"], self.book.drawer());
            assert_eq!(closed["difference_minor"], count.map_or(0, |count| count - self.book.drawer()));
            if let Some(count) = count {
                self.book.count(count, false);
            }
            (self.book.open, self.book.closed) = (false, true);
        }
    }

    fn open(&mut self) {
        let count = self.counted();
        let verdict = if self.book.open { Err("shift_open") } else { Ok(()) };
        let input = json!({ "count": count.map(|sum| json!({ "counted_minor": sum })) });
        if self.expect("open", "open_shift", input, verdict).is_some() {
            if let Some(count) = count {
                self.book.count(count, true);
            }
            self.book.open = true;
            self.book.shift += 1;
        }
    }

    /// Something of before is undone, whatever was done since: only where nobody changed the same
    /// thing, and never so that a visit is cheaper than what was paid for it, costs other than what
    /// was sold, or is called off with money on it.
    fn undo_late(&mut self) {
        let Some(place) = self.below(8).checked_rem(self.late.len()) else { return self.status() };
        let place = self.late.len() - 1 - place;
        let verdict = self.may_undo(place);
        let operation = self.late[place].operation.clone();
        let undone = self.expect("undo", "undo", json!({ "operation_id": operation }), verdict);
        if undone.is_none() {
            return;
        }
        let prices = self.undone(place);
        let late = self.late.remove(place);
        match late.change {
            Change::Prices { .. } => self.book.set_prices(late.visit, &prices),
            Change::Status { before, .. } => self.book.visits[late.visit].set_status(&before.0, &before.1),
        }
        self.check_visit(late.visit);
    }

    /// Prices once a discount is undone: of the lines it touched those of before, of the others those of now.
    fn undone(&self, place: usize) -> Vec<Price> {
        let Late { visit, change: Change::Prices { before, after }, .. } = &self.late[place] else { return Vec::new() };
        let lines = &self.book.visits[*visit].lines;
        let price = |place: usize| if before[place] == after[place] { &lines[place].price } else { &before[place] };
        (0..lines.len()).map(price).cloned().collect()
    }

    fn may_undo(&self, place: usize) -> Verdict {
        let Late { visit, change, .. } = &self.late[place];
        let visit = &self.book.visits[*visit];
        match change {
            Change::Prices { before, after } => {
                let changed = |place: &usize| before[*place] != after[*place];
                if (0..before.len()).filter(changed).any(|place| visit.lines[place].price != after[place]) {
                    return Err("changed_since");
                }
                fits(visit, &self.undone(place))?;
                // What is done was sold at its prices.
                let differ = visit.is_done() && (0..before.len()).any(|place| before[place].0 != after[place].0);
                if differ { Err("bad_status") } else { Ok(()) }
            }
            Change::Status { before, after } => {
                if (&visit.status, &visit.reason) != (&after.0, &after.1) {
                    return Err("changed_since");
                }
                let gives_up = matches!(&*before.0, "cancelled" | "no_show");
                if gives_up && visit.paid() != 0 { Err("has_money") } else { Ok(()) }
            }
        }
    }

    /// Some things that post nothing, one after the other; undone one by one each leaves the salon
    /// exactly as it was, row by row, and done again exactly as it became.
    fn do_and_undo(&mut self) {
        let mut states: Vec<(Vec<String>, Book)> = vec![(self.salon.living(), self.book.clone())];
        for _ in 0..1 + self.below(3) {
            let operations = self.operations();
            self.something_unposted();
            if self.operations() > operations {
                states.push((self.salon.living(), self.book.clone()));
            }
        }
        let last = states.len() - 1;
        let back_to = self.below(last + 1);
        for place in (back_to..last).rev() {
            let undone = self.expect("undo at once", "undo", json!({}), Ok(()));
            same(&self.salon.living(), &states[place].0, &undone);
        }
        let forth_to = back_to + self.below(last + 1 - back_to);
        for (state, _) in &states[back_to + 1..=forth_to] {
            let redone = self.expect("redo", "redo", json!({}), Ok(()));
            same(&self.salon.living(), state, &redone);
        }
        self.book = states.swap_remove(forth_to).1;
    }

    fn something_unposted(&mut self) {
        let visit = self.visit();
        let id = self.book.visits[visit].id.clone();
        match self.below(5) {
            0 => self.book_visit(),
            1 => {
                let Some((input, prices, verdict)) = self.wanted_discount(visit) else { return };
                if self.expect("discount", "set_discount", input, verdict).is_some() {
                    self.book.set_prices(visit, &prices);
                }
            }
            2 if self.book.visits[visit].is_open() => {
                let (status, reason) = (STATUSES[self.below(4)], self.word());
                let input = json!({ "appointment_id": id, "status": status, "reason": reason });
                self.expect("status", "set_appointment_status", input, Ok(()));
                self.book.visits[visit].set_status(status, &reason);
            }
            3 if self.book.visits[visit].is_open() => {
                let (day, start_min) = self.free_time();
                let moved =
                    json!({ "appointment_id": id, "day": day, "start_min": start_min, "override_conflicts": true });
                self.expect("move", "move_appointment", moved, Ok(()));
            }
            _ => {
                let note = self.word();
                let client = json!({ "first_name": "Гульнара", "note": note });
                let input = json!({ "client_id": self.salon.clients[0], "client": client });
                self.expect("client", "update_client", input, Ok(()));
            }
        }
    }
}

/// The same rows; shows those that are not.
fn same(now: &[String], then: &[String], what: &Option<Value>) {
    let only = |rows: &[String], others: &[String]| {
        rows.iter().filter(|row| !others.contains(row)).cloned().collect::<Vec<String>>()
    };
    assert!(now == then, "{what:?}: is {:#?}, was {:#?}", only(now, then), only(then, now));
}
