//! Something that the till does: one command, with what must be there before it, and what differs after it.

use std::collections::BTreeMap;

use adelante_tests::{Answer, Bridge, Broken};
use serde_json::{Value, json};

use crate::client::Fate;

/// Figures of a salon by name, or by how much they differ.
pub type Figures = BTreeMap<&'static str, i64>;

/// Something that the till does.
#[derive(Debug, Clone)]
pub struct Job {
    /// As it is counted.
    pub kind: &'static str,
    pub before: Before,
    pub command: &'static str,
    /// What is known of the input; the rest comes from before.
    pub input: Value,
    pub change: Figures,
    /// Of a receipt its sum, of a pay run what is due, of a payout what is no longer.
    pub total: i64,
}

/// What must be there before. None of it makes a difference to the figures.
#[derive(Debug, Clone)]
pub enum Before {
    Nothing,
    /// A sale is begun and one thing put on its bill.
    Sale {
        client: String,
        command: &'static str,
        item: Value,
    },
    /// A visit of one service is booked, for a session to pay.
    Visit {
        input: Value,
    },
    /// The one thing on a receipt's bill is looked up.
    Line {
        receipt: String,
    },
}

impl Job {
    /// A job that needs nothing before it.
    pub fn new(
        kind: &'static str,
        command: &'static str,
        input: Value,
        change: impl IntoIterator<Item = (&'static str, i64)>,
    ) -> Self {
        Self { kind, before: Before::Nothing, command, input, change: change.into_iter().collect(), total: 0 }
    }

    /// Asks for it, with the ids of before. Each id is made of the wish's own: asked again it is the same.
    pub fn ask(&self, bridge: &Bridge, request_id: &str) -> Result<Answer, Fate> {
        let input = self.prepared(bridge, request_id)?;
        bridge.call(self.command, &input, Some(request_id)).map_err(|broken| match broken {
            Broken::AfterSent => Fate::Between,
            Broken::BeforeSent => Fate::NotAsked,
        })
    }

    fn prepared(&self, bridge: &Bridge, request_id: &str) -> Result<Value, Fate> {
        let mut input = self.input.clone();
        match &self.before {
            Before::Nothing => {}
            Before::Sale { client, command, item } => {
                let begun = step(bridge, "start_sale", &json!({ "client_id": client }), Some(&beside(request_id, 1)))?;
                let mut item = item.clone();
                item["appointment_id"] = begun["appointment_id"].clone();
                step(bridge, command, &item, Some(&beside(request_id, 2)))?;
                input["appointment_id"] = begun["appointment_id"].clone();
            }
            Before::Visit { input: visit } => {
                let booked = step(bridge, "book_appointment", visit, Some(&beside(request_id, 1)))?;
                let visit = json!({ "appointment_id": booked["appointment_id"] });
                let shown = step(bridge, "get_appointment", &visit, None)?;
                input["payments"][0]["line_id"] = shown["lines"][0]["line_id"].clone();
                input["appointment_id"] = booked["appointment_id"].clone();
            }
            Before::Line { receipt } => {
                let shown = step(bridge, "get_receipt", &json!({ "receipt_id": receipt }), None)?;
                let bill = json!({ "appointment_id": shown["row"]["appointment_id"] });
                let bill = step(bridge, "get_appointment", &bill, None)?;
                input["lines"][0]["line_id"] = bill["items"][0]["line_id"].clone();
            }
        }
        Ok(input)
    }
}

/// One step before the command itself: where it breaks off, the command was not asked for.
fn step(bridge: &Bridge, command: &str, input: &Value, request_id: Option<&str>) -> Result<Value, Fate> {
    match bridge.call(command, input, request_id) {
        Ok(answer) if answer.status == 200 => Ok(answer.body),
        Ok(refusal) => Err(Fate::Answered(refusal)),
        Err(_) => Err(Fate::NotAsked),
    }
}

/// Another id that belongs to a wish: its own with another first digit.
fn beside(request_id: &str, number: u32) -> String {
    let first = request_id.chars().next().and_then(|digit| digit.to_digit(16)).unwrap();
    let digit = char::from_digit((first + number) % 16, 16).unwrap();
    digit.to_string() + &request_id[1..]
}
