//! Free times in a calendar of 4 000 visits, beside a bare sweep over the same rows.

use std::path::Path;

use adelante_bench::figures::{alone, beside, figure_line, ratio_line, surplus_line};
use adelante_bench::floor::Sweep;
use adelante_bench::salon::{MONTH_DAYS, Salon, call, key_of};
use serde_json::Value;

/// Each job's name begins with it.
pub const NAME: &str = "free times";
const ROUNDS: usize = 400;
/// When the masters work, minutes after midnight.
const HOURS: (i64, i64) = (540, 1_320);
const HALF_HOUR: i64 = 30;

/// Measures the free times of one service, of one master's day, and of a basket of three.
pub fn free_times(salon: &mut Salon, file: &Path) -> Vec<Value> {
    let first = salon.busy_month();
    let (from, to) = (first.to_string(), first.plus_days(i64::from(MONTH_DAYS) - 1).to_string());
    let sweep = Sweep::open(file, &key_of(file));
    let salon = &*salon;
    let ask = |input: &Value| {
        let found = salon.must("find_slots", input);
        assert!(!found["slots"].as_array().unwrap().is_empty(), "no free time was found");
    };
    let least = || {
        let (holes, read) = sweep.holes((&from, &to), HOURS, HALF_HOUR);
        assert!(holes > 0 && (4_000..=5_000).contains(&read), "{holes} holes between {read} stretches");
    };
    let month = salon.free_times(first, MONTH_DAYS, 1, None);
    let of_month = beside(ROUNDS, |_| least(), |_| (), |()| ask(&month));
    let day = salon.free_times(first, 1, 1, Some(3));
    let read = |_| assert!(sweep.day_of_one(&from, salon.master(3), salon.short_service()) > 20);
    let of_day = beside(ROUNDS, read, |_| (), |()| ask(&day));
    let basket = call("find_slots", &salon.free_times(first, MONTH_DAYS, 3, None));
    let of_basket = alone(ROUNDS / 4, |_| assert_ne!(salon.make(&basket)["slots"].as_array().map(Vec::len), Some(0)));
    vec![
        ratio_line("free times: one service, 10 staff × 30 days", "a bare sweep", &of_month, 3.0),
        surplus_line("free times: one service, one master, one day", "its read", &of_day, 50.0),
        figure_line("free times: a basket of three, 30 days", ROUNDS / 4, "ms", of_basket.median_us() / 1e3, 25.0),
    ]
}
