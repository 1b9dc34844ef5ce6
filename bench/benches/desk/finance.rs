//! Finance reports over a million ledger entries.

use std::path::Path;

use adelante_bench::figures::{beside, figure_line, ratio_line};
use adelante_bench::ledger::fill;
use adelante_bench::salon::{Salon, Size, call, key_of, make};
use serde_json::{Value, json};

/// Job: the reports.
pub const NAME: &str = "finance report of a month";
const ROUNDS: usize = 60;
const MONTH: [&str; 2] = ["2025-06-01", "2025-06-30"];

/// Profit and loss of a month, the cash flow, and the balance at its end.
pub fn reports(within: &Path) -> Vec<Value> {
    let folder = tempfile::tempdir_in(within).unwrap();
    // A small salon is enough around the ledger.
    let file = make(folder.path(), Size { clients: 50, months: 1 });
    let ledger = fill(&file, &key_of(&file));
    let salon = Salon::open(&file);
    let entries = ledger.entries();
    assert!(entries >= 1_000_000, "{entries}");
    let [from, to] = MONTH;
    let range = json!({ "from_day": from, "to_day": to });
    let asked = [
        ("profit and loss", "get_profit_and_loss", range.clone(), 150.0),
        ("cash flow", "get_cash_flow", range, 400.0),
        ("balance", "get_balance", json!({ "day": to }), 4_000.0),
    ];
    let mut lines = Vec::new();
    for (what, command, input, at_most_ms) in asked {
        let rounds = if command == "get_balance" { 10 } else { ROUNDS };
        let times = beside(
            rounds,
            |_| assert_ne!(ledger.month(from, to), 0),
            |_| call(command, &input),
            |call| drop(salon.make(&call)),
        );
        let name = format!("{NAME}: {what}, {entries} entries");
        if command == "get_profit_and_loss" {
            lines.push(ratio_line(&name, "the month's income summed", &times, 8.0));
        }
        lines.push(figure_line(&name, times.1.count(), "ms", times.1.median_us() / 1_000.0, at_most_ms));
    }
    lines
}
