//! The checkout of a salon with ten years behind it. Asked for by name only: its file takes gigabytes and minutes.

use std::sync::Arc;

use adelante_base::SystemClock;
use adelante_base::id::SystemIds;
use adelante_bench::figures::{alone, figure_line};
use adelante_bench::salon::{Salon, call, key_of};
use adelante_bench::years;
use adelante_engine::{Caller, Engine};
use adelante_store::Store;
use adelante_wire::table::Call;
use serde_json::{Value, json};

/// Each job's name begins with it.
pub const NAME: &str = "ten years";
const ROUNDS: usize = 400;
const COLD_ROUNDS: usize = 10;

/// Opens the checkout of visits of clients who came every week for ten years, half of them paid in part.
pub fn checkout(small: bool) -> Vec<Value> {
    let visits = if small { years::VISITS_SMALL } else { years::VISITS };
    let file = years::file(visits);
    let key = key_of(&file);
    let (regulars, entries) = years::regulars(&file, &key);
    let mut salon = Salon::open(&file);
    let asked: Vec<Call> = regulars.iter().enumerate().map(|(n, client)| bill(&mut salon, client, n)).collect();
    let shows = |answer: &Value| assert_eq!(answer["appointment"]["lines"].as_array().map(Vec::len), Some(5));
    let warm = alone(ROUNDS, |n| shows(&salon.make(&asked[n % asked.len()])));
    drop(salon);
    // The first one of the day: nothing of the file is in memory that the program keeps.
    let cold = alone(COLD_ROUNDS, |n| {
        let store = Store::open(&file, &key).unwrap();
        let engine = Engine::new(store, Arc::new(SystemClock), Arc::new(SystemIds), "bench").unwrap();
        shows(&engine.call(&asked[n % asked.len()], Caller::Program).unwrap());
    });
    let name = format!("{NAME}: the checkout of {visits} visits and {entries} entries");
    vec![
        figure_line(&format!("{name}, median"), ROUNDS, "ms", warm.median_us() / 1e3, 100.0),
        figure_line(&format!("{name}, p99"), ROUNDS, "ms", warm.p99_us() / 1e3, 100.0),
        figure_line(&format!("{name}, the file opened for it"), COLD_ROUNDS, "ms", cold.median_us() / 1e3, 1_500.0),
    ]
}

/// A visit of five services for a client; every other one is paid in part. The call that shows its checkout.
fn bill(salon: &mut Salon, client: &str, number: usize) -> Call {
    let mut booked = salon.booking(5);
    booked.input["client_id"] = json!(client);
    // The file is kept: what an earlier run has booked is there.
    booked.input["override_conflicts"] = json!(true);
    let visit = salon.make(&booked)["appointment_id"].clone();
    if number.is_multiple_of(2) {
        let mut paid = salon.payment(&visit);
        paid["after"] = json!("keep");
        if let Some(payments) = paid["payments"].as_array_mut() {
            payments.truncate(2);
        }
        salon.must("take_payment", &paid);
    }
    call("get_checkout", &json!({ "appointment_id": visit }))
}
