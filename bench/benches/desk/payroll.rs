//! Payroll of thirty people for a month, beside the bare sums of what they earned.

use std::path::Path;

use adelante_bench::figures::{beside, figure_line, ratio_line};
use adelante_bench::floor::Earned;
use adelante_bench::salon::{self, Salon, key_of};
use serde_json::{Value, json};

/// Each job's name begins with it.
pub const NAME: &str = "payroll";
const ROUNDS: usize = 200;

/// Measures what a pay run of thirty people would say of the last month.
pub fn month(folder: &Path) -> Vec<Value> {
    let file = salon::team(folder);
    let salon = Salon::open(&file);
    let to = salon.today();
    let from = to.plus_days(-30);
    let floor = Earned::open(&file, &key_of(&file));
    let asked = json!({ "from_day": from, "to_day": to });
    let (people, lines) = floor.sums(&from.to_string(), &to.to_string());
    assert!(people >= 30 && lines > 3_000, "{lines} lines of {people} people");
    let ask = || {
        let shown = salon.must("preview_pay_run", &asked);
        let slips = shown["slips"].as_array().unwrap();
        let earned = slips.iter().filter(|slip| slip["commission_minor"] != 0).count();
        assert!(earned >= 30, "{earned} slips with commission");
    };
    let least = |_| assert!(floor.sums(&from.to_string(), &to.to_string()).0 >= 30);
    let times = beside(ROUNDS, least, |_| (), |()| ask());
    vec![
        ratio_line("payroll: a month of 30 people", "the bare sums by person", &times, 12.0),
        figure_line("payroll: a month of 30 people, limit", ROUNDS, "ms", times.1.median_us() / 1e3, 200.0),
    ]
}
