//! The till's numbers: a payment with everything that hangs on it, and what a closed shift took.

use std::cell::RefCell;

use adelante_bench::figures::{alone, beside, figure_line, ratio_line};
use adelante_bench::floor::Floor;
use adelante_bench::salon::{Salon, call};
use adelante_wire::table::Call;
use serde_json::{Value, json};

/// Job: a payment of services and goods, with commission, points, tax and the shelf.
pub const PAYMENT: &str = "payment of five services and two goods by three methods";
/// Job: the report of a shift that is closed.
pub const REPORT: &str = "Z report";
const ROUNDS: usize = 500;
/// Receipts of the shift that is reported: more than ten masters make in a day.
const RECEIPTS: usize = 150;

/// Measures the payment beside a bare transaction of six rows.
pub fn payment(salon: &mut Salon, floor: &mut Floor, name: &str) -> Value {
    everything_hangs_on_it(salon);
    let salon = RefCell::new(salon);
    let prepare = |_| bill(&mut salon.borrow_mut()).1;
    let times = beside(ROUNDS, |_| floor.commit(6), prepare, |call| drop(salon.borrow().make(&call)));
    ratio_line(name, "one durable transaction of six rows", &times, 5.0)
}

/// A visit of five services with two goods on its bill, and the call that pays and completes it.
fn bill(salon: &mut Salon) -> (Value, Call) {
    let booked = salon.booking(5);
    let visit = salon.make(&booked)["appointment_id"].clone();
    salon.put_goods(&visit);
    let paid = call("take_payment", &salon.payment(&visit));
    (visit, paid)
}

/// What is measured is what it says: goods leave the shelf, the masters earn, the client gets points, and there is
/// tax on the receipt.
fn everything_hangs_on_it(salon: &mut Salon) {
    let (visit, paid) = bill(salon);
    let client = salon.must("get_appointment", &json!({ "appointment_id": visit }))["client_id"].clone();
    let stock = |salon: &Salon| -> i64 {
        let list = salon.must("list_products", &json!({ "limit": 2 }));
        list["products"].as_array().unwrap().iter().map(|product| product["stock"].as_i64().unwrap()).sum()
    };
    let points = |salon: &Salon| -> i64 {
        salon.must("get_client_credits", &json!({ "client_id": client }))["points"].as_i64().unwrap()
    };
    let today = salon.today();
    let earned = |salon: &Salon| -> i64 {
        let shown = salon.must("preview_pay_run", &json!({ "from_day": today, "to_day": today }));
        let slips = shown["slips"].as_array().unwrap();
        slips.iter().map(|slip| slip["commission_minor"].as_i64().unwrap()).sum()
    };
    let before = (stock(salon), points(salon), earned(salon));
    let receipt = salon.make(&paid)["receipt_id"].clone();
    let after = (stock(salon), points(salon), earned(salon));
    assert_eq!(after.0, before.0 - 2_000, "two pieces left the shelf");
    assert!(after.1 > before.1 && after.2 > before.2, "points and commission: {before:?}, {after:?}");
    let shown = salon.must("get_receipt", &json!({ "receipt_id": receipt }));
    assert_eq!(shown["lines"].as_array().unwrap().len(), 7);
    assert_ne!(shown["vat_minor"], 0, "tax on the receipt");
}

/// Measures the report of a shift with a busy day's receipts.
pub fn report(salon: &mut Salon) -> Value {
    salon.must("close_shift", &json!({ "reason": "bench" }));
    salon.must("open_shift", &json!({}));
    let shift = salon.must("get_shift", &json!({}))["shift"]["shift_id"].clone();
    for _ in 0..RECEIPTS {
        let (_, paid) = bill(salon);
        salon.make(&paid);
    }
    salon.must("close_shift", &json!({ "reason": "bench" }));
    salon.must("open_shift", &json!({}));
    let salon = &*salon;
    let asked = call("get_shift_report", &json!({ "shift_id": shift }));
    let times = alone(ROUNDS / 5, |_| assert_eq!(salon.make(&asked)["sales_count"], RECEIPTS));
    let name = format!("{REPORT} of a shift with {RECEIPTS} receipts");
    figure_line(&name, times.count(), "ms", times.median_us() / 1e3, 20.0)
}
