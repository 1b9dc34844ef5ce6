//! What the salon must hold, by the answers that came; and what to wish for next.

use std::collections::{BTreeMap, BTreeSet};

use adelante_base::Day;
use adelante_tests::{Bridge, Dice};
use serde_json::{Value, json};

use crate::client::{Wish, Work};
use crate::till::{Till, taken};

/// Visits of one master a day: quarters of an hour, twelve hours long.
const SLOTS: u64 = 48;
const MASTERS: usize = 2;

/// A salon as its client knows it.
pub struct World {
    first_day: Day,
    masters: Vec<Value>,
    services: Vec<Value>,
    methods: Vec<Value>,
    guest: Value,
    clients: u64,
    booked: u64,
    imported: u64,
    days: BTreeMap<String, BTreeSet<String>>,
    receipts: BTreeMap<String, (String, i64)>,
    unpaid: Vec<(String, i64)>,
    till: Till,
}

impl World {
    /// Makes a demo salon ready to work.
    pub fn set_up(bridge: &Bridge, dice: &Dice) -> Self {
        let list =
            |command: &str, input: Value, name: &str| bridge.ask(command, &input)[name].as_array().unwrap().clone();
        let must = |command: &str, input: Value| {
            let answer = bridge.call(command, &input, Some(&dice.id())).unwrap();
            assert_eq!(answer.status, 200, "{command}: {}", answer.body);
        };
        let staff = list("list_staff", json!({}), "staff");
        let masters: Vec<Value> = staff
            .iter()
            .filter(|member| member["staff"]["role"] == "master")
            .map(|member| member["staff_id"].clone())
            .collect();
        assert_eq!(masters.len(), MASTERS);
        let always = |weekday: u8| json!({ "weekday": weekday, "working": true, "start_min": 0, "end_min": 1440, "break_start_min": 0, "break_end_min": 0 });
        let week: Vec<Value> = (0..7).map(always).collect();
        for master in &masters {
            must("set_work_hours", json!({ "staff_id": master, "week": week }));
        }
        must("open_shift", json!({}));
        let salon = bridge.ask("get_salon", &json!({}));
        let of_kind = |kind: &str| {
            let methods = salon["methods"].as_array().unwrap();
            methods.iter().find(|method| method["kind"] == kind).unwrap()["method_id"].clone()
        };
        let today: Day = bridge.ask("get_app_state", &json!({}))["today"].as_str().unwrap().parse().unwrap();
        let page = bridge.ask("list_clients", &json!({ "limit": 1 }));
        let mut world = Self {
            first_day: today.plus_days(1),
            masters,
            services: list("list_services", json!({}), "services"),
            methods: ["cash", "card", "transfer"].map(of_kind).to_vec(),
            guest: page["clients"][0]["client_id"].clone(),
            clients: page["total"].as_u64().unwrap(),
            booked: 0,
            imported: 0,
            days: BTreeMap::new(),
            receipts: BTreeMap::new(),
            unpaid: Vec::new(),
            till: Till::set_up(bridge, dice),
        };
        world.receipts = every_receipt(bridge).collect();
        world
    }

    /// Something to do that has not been wished for before.
    pub fn wish(&mut self, dice: &Dice) -> Wish {
        let work = match dice.below(80) {
            0 => self.import(if dice.below(6) == 0 { 400 } else { 25 }),
            1..20 if !self.unpaid.is_empty() => self.pay(dice),
            20..56 => self.till.wish(dice).map_or_else(|| self.book(dice), Work::Till),
            _ => self.book(dice),
        };
        Wish { request_id: dice.id(), work }
    }

    fn book(&mut self, dice: &Dice) -> Work {
        let master = usize::try_from(self.booked).unwrap() % MASTERS;
        let slot = self.booked / MASTERS as u64;
        self.booked += 1;
        let day = self.first_day.plus_days(i64::try_from(slot / SLOTS).unwrap()).to_string();
        let new_client = dice.below(3) == 0;
        let prices: Vec<i64> =
            (0..=dice.below(3)).map(|_| 100 + i64::try_from(dice.below(2_000_000)).unwrap()).collect();
        // Several services in a quarter of an hour: the visit stays in its slot.
        let minutes = 15 / u64::try_from(prices.len()).unwrap();
        let lines: Vec<Value> = prices
            .iter()
            .zip(self.services.iter().cycle())
            .map(|(price, service)| json!({ "service_id": service["service_id"], "staff_id": self.masters[master], "duration_min": minutes, "price_minor": price }))
            .collect();
        // Who can do it, in which room, and where else the guest is: not what is looked at here.
        let mut input =
            json!({ "day": day, "start_min": 540 + slot % SLOTS * 15, "lines": lines, "override_conflicts": true });
        if new_client {
            input["new_client"] = json!({ "first_name": format!("Гость {}", self.booked) });
        } else {
            input["client_id"] = self.guest.clone();
        }
        Work::Book { day, new_client, total: prices.iter().sum(), input }
    }

    fn pay(&mut self, dice: &Dice) -> Work {
        let at = usize::try_from(dice.below(self.unpaid.len() as u64)).unwrap();
        let (visit, total) = self.unpaid.swap_remove(at);
        let by = |method: usize, sum: i64| json!({ "method_id": self.methods[method], "amount_minor": sum });
        if total > 10_000 && dice.below(5) == 0 {
            let part = total / 4;
            let input = json!({ "appointment_id": visit, "payments": [by(0, part)], "after": "keep" });
            return Work::Pay { total: part, cash: part, left: total - part, input };
        }
        let (cash, card) = (total / 3, total / 4);
        let payments = [by(0, cash), by(1, card), by(2, total - cash - card)];
        let after = if dice.below(2) == 0 { "complete" } else { "keep" };
        let input = json!({ "appointment_id": visit, "payments": payments, "after": after });
        Work::Pay { total, cash, left: 0, input }
    }

    fn import(&mut self, rows: u64) -> Work {
        let from = self.imported;
        self.imported += rows;
        let row = |n: u64| format!("Импорт {n};+7 705 {:03} {:02} {:02}\n", n / 10_000, n / 100 % 100, n % 100);
        Work::Import {
            rows, csv: "Имя;Телефон\n".to_owned() + &(from..from + rows).map(row).collect::<String>()
        }
    }

    /// Whether a wish is in the salon though no answer came. What is there by half fails.
    pub fn is_done(&self, bridge: &Bridge, wish: &Wish) -> bool {
        let (known, whole, found) = match &wish.work {
            Work::Book { day, .. } => {
                (self.days.get(day).map_or(0, BTreeSet::len) as u64, 1, visits(bridge, day).len() as u64)
            }
            Work::Import { rows, .. } => (self.clients, *rows, clients(bridge)),
            Work::Pay { cash, .. } => return self.till.is_done(bridge, &taken(*cash), wish.kind()),
            Work::Till(job) => return self.till.is_done(bridge, &job.change, wish.kind()),
        };
        assert!(found == known || found == known + whole, "half done: {found} of {known} + {whole} for {wish:?}");
        found > known
    }

    /// Takes an answer in.
    pub fn learn(&mut self, wish: &Wish, answer: &Value) {
        match &wish.work {
            Work::Book { day, new_client, total, .. } => {
                let visit = answer["appointment_id"].as_str().unwrap().to_owned();
                self.clients += u64::from(*new_client);
                self.days.entry(day.clone()).or_default().insert(visit.clone());
                self.unpaid.push((visit, *total));
            }
            Work::Pay { total, cash, left, input } => {
                assert_eq!(answer["remaining_minor"], *left, "{answer}");
                self.add_receipt(answer, *total);
                self.till.took(answer["receipt_id"].as_str().unwrap(), *cash, *total, *left == 0);
                if *left > 0 {
                    self.unpaid.push((input["appointment_id"].as_str().unwrap().to_owned(), *left));
                }
            }
            Work::Till(job) => {
                if answer["receipt_id"].is_string() {
                    self.add_receipt(answer, job.total);
                }
                self.till.learn(job, answer);
            }
            Work::Import { rows, .. } => {
                assert_eq!(answer["counts"]["created"], *rows, "{answer}");
                self.clients += rows;
            }
        }
    }

    fn add_receipt(&mut self, answer: &Value, total: i64) {
        let word = |name: &str| answer[name].as_str().unwrap().to_owned();
        self.receipts.insert(word("receipt_id"), (word("number"), total));
    }

    /// The salon holds what was answered, all of it, and nothing more. `wishes`: the days that
    /// these touched are looked at; without, every day and every receipt.
    pub fn check(&self, bridge: &Bridge, wishes: Option<&[Wish]>) {
        assert_eq!(clients(bridge), self.clients, "clients");
        let touched = wishes.map(|wishes| {
            let days = wishes.iter().filter_map(|wish| match &wish.work {
                Work::Book { day, .. } => Some(day),
                _ => None,
            });
            days.collect::<BTreeSet<_>>()
        });
        for (day, known) in &self.days {
            if touched.as_ref().is_none_or(|touched| touched.contains(day)) {
                assert_eq!(&visits(bridge, day), known, "visits of {day}");
            }
        }
        self.till.check(bridge);
        let shown = if wishes.is_some() { page(&receipts(bridge, 0)) } else { every_receipt(bridge).collect() };
        for (id, row) in &shown {
            assert_eq!(self.receipts.get(id), Some(row), "a receipt nobody was told of");
        }
        if wishes.is_none() {
            assert_eq!(shown.len(), self.receipts.len(), "receipts");
            self.check_numbers();
        }
    }

    /// Receipts are numbered from one without gap or double.
    fn check_numbers(&self) {
        let number = |text: &str| text.rsplit('-').next().unwrap().parse::<usize>().unwrap();
        let numbers: BTreeSet<usize> = self.receipts.values().map(|(text, _)| number(text)).collect();
        assert!(numbers.iter().copied().eq(1..=self.receipts.len()), "{numbers:?}");
    }
}

fn visits(bridge: &Bridge, day: &str) -> BTreeSet<String> {
    let shown = bridge.ask("get_day", &json!({ "day": day }));
    let all = shown["appointments"].as_array().unwrap();
    let found: BTreeSet<String> =
        all.iter().map(|visit| visit["appointment_id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(found.len(), all.len(), "a visit is shown twice");
    found
}

fn clients(bridge: &Bridge) -> u64 {
    bridge.ask("list_clients", &json!({ "limit": 1 }))["total"].as_u64().unwrap()
}

/// Every receipt: its id, its number and its sum.
fn every_receipt(bridge: &Bridge) -> impl Iterator<Item = (String, (String, i64))> {
    let total = receipts(bridge, 0)["total"].as_u64().unwrap();
    (0..total).step_by(100).flat_map(move |offset| page(&receipts(bridge, offset)))
}

fn page(shown: &Value) -> Vec<(String, (String, i64))> {
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    let row = |row: &Value| {
        let sum = row["total_minor"].as_i64().unwrap();
        (word(&row["receipt_id"]), (word(&row["number"]), sum))
    };
    shown["receipts"].as_array().unwrap().iter().map(row).collect()
}

/// A page of receipts, latest first.
fn receipts(bridge: &Bridge, offset: u64) -> Value {
    bridge.ask("list_receipts", &json!({ "limit": 100, "offset": offset }))
}
