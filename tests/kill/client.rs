//! The client at the desk: it keeps its request id before it asks.

use adelante_tests::{Answer, Bridge, Broken};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Value, json};

use crate::job::Job;

/// Something to be done, with the id it is asked with, each time.
#[derive(Debug, Clone)]
pub struct Wish {
    pub request_id: String,
    pub work: Work,
}

#[derive(Debug, Clone)]
pub enum Work {
    /// A visit of a new or a known client.
    Book { day: String, new_client: bool, total: i64, input: Value },
    /// Money for a visit: all that is left of it by several methods, or a part of it before.
    Pay { total: i64, cash: i64, left: i64, input: Value },
    /// A file of clients.
    Import { rows: u64, csv: String },
    /// Whatever else the till does.
    Till(Job),
}

/// How far a wish came.
#[derive(Debug)]
pub enum Fate {
    /// The answer came.
    Answered(Answer),
    /// The mutation had left and no answer came.
    Between,
    /// The program was gone before the mutation had left.
    NotAsked,
}

impl Wish {
    /// What kind of work it is, as it is counted.
    pub const fn kind(&self) -> &'static str {
        match &self.work {
            Work::Book { .. } => "booking",
            Work::Pay { left: 0, .. } => "payment",
            Work::Pay { .. } => "deposit",
            Work::Import { .. } => "import",
            Work::Till(job) => job.kind,
        }
    }

    /// Asks for it.
    pub fn ask(&self, bridge: &Bridge) -> Fate {
        let (command, input) = match &self.work {
            Work::Book { input, .. } => ("book_appointment", input.clone()),
            Work::Pay { input, .. } => ("take_payment", input.clone()),
            Work::Till(job) => {
                return match job.ask(bridge, &self.request_id) {
                    Ok(answer) => Fate::Answered(answer),
                    Err(fate) => fate,
                };
            }
            Work::Import { csv, .. } => match read_import(bridge, csv) {
                Ok(input) => ("run_import", input),
                Err(fate) => return fate,
            },
        };
        match bridge.call(command, &input, Some(&self.request_id)) {
            Ok(answer) => Fate::Answered(answer),
            Err(Broken::AfterSent) => Fate::Between,
            Err(Broken::BeforeSent) => Fate::NotAsked,
        }
    }
}

/// What was read waits in the program's memory: after a kill it is read again.
fn read_import(bridge: &Bridge, csv: &str) -> Result<Value, Fate> {
    let file = json!({ "file_name": "clients.csv", "content_base64": BASE64.encode(csv) });
    match bridge.call("read_import", &file, None) {
        Ok(answer) if answer.status == 200 => Ok(json!({ "import_id": answer.body["import_id"] })),
        Ok(refusal) => Err(Fate::Answered(refusal)),
        Err(_) => Err(Fate::NotAsked),
    }
}
