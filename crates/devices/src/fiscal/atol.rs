//! ATOL's web server (driver 10) by its JSON requests. **Untested on a real device**: written from
//! how several published clients use it, and tested against a server that behaves as they expect.
//!
//! `POST /api/v2/requests` hands a task over under a UUID of ours; `GET /api/v2/requests/{uuid}` says
//! what became of it. Not verified: how the 22 % tax and sums on credit are spelled, which error means
//! what (every one is shown in the device's words), and whether a UUID may be sent again after one.

use std::time::Duration;

use adelante_base::fiscal::{FiscalMoney, PaymentMode, PaymentSubject, TaxCode, TaxSystem};
use adelante_base::{Money, Quantity, Timestamp};
use adelante_domain::fiscal::{FiscalAnswer, FiscalReceipt};
use serde_json::{Number, Value, json};

use super::{DeviceState, FiscalDevice, FiscalError, Known, Operator, ShiftState};

/// Nobody waits for a device: the queue does. Still, one that is gone is to be known soon.
const CONNECT: Duration = Duration::from_secs(3);
const WHOLE: Duration = Duration::from_secs(10);
/// A receipt is printed within seconds; after that it is asked for at the next try.
const POLLS: u32 = 16;
const BETWEEN: Duration = Duration::from_millis(500);
/// An answer is a few hundred bytes.
const ANSWER_MAX: u64 = 1 << 20;
/// A task that nobody has: asking for it shows whether the server is there.
const NOBODY: &str = "00000000-0000-0000-0000-000000000000";

/// A device behind ATOL's web server.
#[derive(Debug)]
pub struct Atol {
    base: String,
    taxation: &'static str,
    agent: ureq::Agent,
    polls: u32,
    between: Duration,
}

impl Atol {
    /// The device behind a server, e.g. `http://192.168.1.20:16732`.
    #[must_use]
    pub fn new(url: &str, tax_system: TaxSystem) -> Self {
        let config = ureq::Agent::config_builder()
            .timeout_connect(Some(CONNECT))
            .timeout_global(Some(WHOLE))
            .http_status_as_error(false)
            .max_redirects(0)
            .proxy(None)
            .build();
        Self {
            base: url.trim_end_matches('/').to_owned(),
            taxation: taxation(tax_system),
            agent: config.into(),
            polls: POLLS,
            between: BETWEEN,
        }
    }

    /// With another patience: so many looks, so long apart.
    #[must_use]
    pub const fn with_patience(mut self, polls: u32, between: Duration) -> Self {
        self.polls = polls;
        self.between = between;
        self
    }

    /// Hands a task over and waits a little for what becomes of it.
    fn request(&self, key: &str, task: Value) -> Result<FiscalAnswer, FiscalError> {
        let body = json!({ "uuid": key, "request": [task] }).to_string();
        let url = format!("{}/api/v2/requests", self.base);
        let sent = self.agent.post(&url).header("content-type", "application/json").send(body);
        let (status, answer) = read(sent, sent_error)?;
        if status != 201 && status != 200 {
            let words = format!("{status} {}", answer["error"]["description"].as_str().unwrap_or_default());
            return Err(match status {
                400..=499 => FiscalError::Refused(words.trim().to_owned()),
                _ => FiscalError::NotUnderstood(words.trim().to_owned()),
            });
        }
        for _ in 0..self.polls {
            match self.ask(key) {
                Ok(Known::Done(answer)) => return Ok(answer),
                Ok(Known::Failed(error)) => return Err(error),
                Ok(Known::Working | Known::Nothing) => std::thread::sleep(self.between),
                Err(_) => return Err(FiscalError::NoAnswer),
            }
        }
        // The task is with the device; asked for at the next try.
        Err(FiscalError::NoAnswer)
    }

    fn receipt(&self, key: &str, kind: &str, receipt: &FiscalReceipt) -> Result<FiscalAnswer, FiscalError> {
        receipt.check().map_err(|error| FiscalError::Refused(error.to_string()))?;
        let items: Vec<Value> = receipt.lines.iter().map(item).collect();
        let payments: Vec<Value> = receipt
            .payments
            .iter()
            .map(|payment| json!({ "type": money_word(payment.kind), "sum": rubles(payment.amount) }))
            .collect();
        let mut task = json!({
            "type": kind,
            "taxationType": self.taxation,
            "operator": operator(Operator::of(receipt)),
            "electronically": false,
            "items": items,
            "payments": payments,
            "total": rubles(receipt.total),
        });
        if !receipt.contact.is_empty() {
            task["clientInfo"] = json!({ "emailOrPhone": receipt.contact });
        }
        self.request(key, task)
    }
}

impl FiscalDevice for Atol {
    /// Whether the server is there. What is described of it says nothing of the shift.
    fn state(&self, _: Timestamp) -> Result<DeviceState, FiscalError> {
        self.ask(NOBODY)?;
        Ok(DeviceState { shift: ShiftState::Unknown, numbers: None })
    }

    fn ask(&self, key: &str) -> Result<Known, FiscalError> {
        let asked = self.agent.get(format!("{}/api/v2/requests/{key}", self.base)).call();
        let (status, answer) = read(asked, |error| FiscalError::Unreachable(error.to_string()))?;
        match status {
            200 => known(&answer),
            404 => Ok(Known::Nothing),
            _ => Err(FiscalError::NotUnderstood(status.to_string())),
        }
    }

    fn open_shift(&self, key: &str, _: Timestamp, who: Operator<'_>) -> Result<FiscalAnswer, FiscalError> {
        self.request(key, json!({ "type": "openShift", "operator": operator(who) }))
    }

    fn close_shift(&self, key: &str, _: Timestamp, who: Operator<'_>) -> Result<FiscalAnswer, FiscalError> {
        self.request(key, json!({ "type": "closeShift", "operator": operator(who) }))
    }

    fn sell(&self, key: &str, _: Timestamp, receipt: &FiscalReceipt) -> Result<FiscalAnswer, FiscalError> {
        self.receipt(key, "sell", receipt)
    }

    fn refund(&self, key: &str, _: Timestamp, receipt: &FiscalReceipt) -> Result<FiscalAnswer, FiscalError> {
        self.receipt(key, "sellReturn", receipt)
    }

    fn correct(&self, key: &str, _: Timestamp, receipt: &FiscalReceipt) -> Result<FiscalAnswer, FiscalError> {
        self.receipt(key, "sellCorrection", receipt)
    }
}

type Response = ureq::http::Response<ureq::Body>;

/// Status and JSON of an answer; an empty object where it is no JSON.
fn read(
    answer: Result<Response, ureq::Error>,
    lost: impl Fn(&ureq::Error) -> FiscalError,
) -> Result<(u16, Value), FiscalError> {
    let mut answer = answer.map_err(|error| lost(&error))?;
    let status = answer.status().as_u16();
    let text = answer.body_mut().with_config().limit(ANSWER_MAX).read_to_string().map_err(|error| lost(&error))?;
    Ok((status, serde_json::from_str(&text).unwrap_or_else(|_| json!({}))))
}

/// Where nobody listened, nothing was sent; whatever else went wrong, the task may be there.
fn sent_error(error: &ureq::Error) -> FiscalError {
    let never_there = match error {
        ureq::Error::HostNotFound | ureq::Error::ConnectionFailed | ureq::Error::BadUri(_) => true,
        ureq::Error::Timeout(step) => matches!(step, ureq::Timeout::Connect | ureq::Timeout::Resolve),
        ureq::Error::Io(error) => error.kind() == std::io::ErrorKind::ConnectionRefused,
        _ => false,
    };
    if never_there { FiscalError::Unreachable(error.to_string()) } else { FiscalError::NoAnswer }
}

/// What became of a task.
fn known(answer: &Value) -> Result<Known, FiscalError> {
    let result = &answer["results"][0];
    let error = &result["error"];
    if let Some(code) = error["code"].as_i64().filter(|code| *code != 0) {
        let words = error["description"].as_str().unwrap_or_default();
        return Ok(Known::Failed(FiscalError::Refused(format!("{code} {words}").trim().to_owned())));
    }
    if result["status"] != "ready" {
        return Ok(Known::Working);
    }
    let params = &result["result"]["fiscalParams"];
    let text = |name: &str| match &params[name] {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    };
    let (number, sign, storage) = (text("fiscalDocumentNumber"), text("fiscalDocumentSign"), text("fnNumber"));
    if number.is_empty() {
        return Err(FiscalError::NotUnderstood("ready without fiscalParams".to_owned()));
    }
    let when = chrono::DateTime::parse_from_rfc3339(&text("fiscalDocumentDateTime")).ok();
    // The last part, n, is the caller's: it knows whether it was a sale or its return.
    let qr = when.filter(|_| !sign.is_empty() && params["total"].is_number()).map(|when| {
        let total = two_digits(&text("total"));
        format!("t={}&s={total}&fn={storage}&i={number}&fp={sign}", when.format("%Y%m%dT%H%M"))
    });
    Ok(Known::Done(FiscalAnswer {
        number,
        sign,
        storage,
        registration: text("registrationNumber"),
        shift_number: params["shiftNumber"].as_u64().and_then(|number| u32::try_from(number).ok()).unwrap_or_default(),
        at: when.map_or_else(Timestamp::default, |when| Timestamp::from_millis(when.timestamp_millis())),
        qr: qr.unwrap_or_default(),
        url: text("fnsUrl"),
    }))
}

/// `1200` or `1200.5` as `1200.00`, `1200.50`.
fn two_digits(number: &str) -> String {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    format!("{whole}.{part:0<2}")
}

fn item(line: &adelante_domain::fiscal::FiscalLine) -> Value {
    let mut item = json!({
        "type": "position",
        "name": line.name,
        "price": rubles(line.price),
        "quantity": thousandths(line.quantity),
        "amount": rubles(line.amount),
        "measurementUnit": "piece",
        "paymentMethod": mode(line.mode),
        "paymentObject": subject(line.subject),
        "tax": { "type": tax(line.tax, line.rate_bp) },
    });
    if let Some(marking) = &line.marking {
        item["markingCode"] = json!({ "mark": marking });
    }
    item
}

fn operator(who: Operator<'_>) -> Value {
    let mut shown = json!({ "name": who.name });
    if !who.tax_id.is_empty() {
        shown["vatin"] = json!(who.tax_id);
    }
    shown
}

/// `vat22` is by analogy with the rates that are described; the spelling is not verified.
fn tax(code: TaxCode, rate_bp: u16) -> String {
    match code {
        TaxCode::None => "none".to_owned(),
        _ => format!("vat{}", rate_bp / 100),
    }
}

const fn taxation(system: TaxSystem) -> &'static str {
    match system {
        TaxSystem::Osn => "osn",
        TaxSystem::UsnIncome => "usnIncome",
        TaxSystem::UsnIncomeOutcome => "usnIncomeOutcome",
        TaxSystem::Esn => "esn",
        TaxSystem::Patent => "patent",
    }
}

const fn subject(subject: PaymentSubject) -> &'static str {
    match subject {
        PaymentSubject::Service => "service",
        PaymentSubject::Goods => "commodity",
        PaymentSubject::Payment => "payment",
    }
}

const fn mode(mode: PaymentMode) -> &'static str {
    match mode {
        PaymentMode::FullPrepayment => "fullPrepayment",
        PaymentMode::Prepayment => "prepayment",
        PaymentMode::Advance => "advance",
        PaymentMode::FullPayment => "fullPayment",
        PaymentMode::PartialPayment => "partialPayment",
        PaymentMode::Credit => "credit",
        PaymentMode::CreditPayment => "creditPayment",
    }
}

const fn money_word(kind: FiscalMoney) -> &'static str {
    match kind {
        FiscalMoney::Cash => "cash",
        FiscalMoney::Electronic => "electronically",
        FiscalMoney::Prepaid => "prepaid",
        FiscalMoney::Credit => "credit",
    }
}

/// Minor units as a decimal number of JSON; the digits go in as text, so nothing is rounded.
fn rubles(sum: Money) -> Value {
    number(&format!("{}.{:02}", sum.minor() / 100, sum.minor() % 100))
}

fn thousandths(quantity: Quantity) -> Value {
    number(&format!("{}.{:03}", quantity.thousandths() / 1_000, quantity.thousandths() % 1_000))
}

fn number(text: &str) -> Value {
    text.parse::<Number>().map_or(Value::Null, Value::Number)
}
