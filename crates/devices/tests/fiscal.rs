//! Fiscal devices: every receipt registered exactly once and in order, whatever goes wrong; ATOL's
//! driver against a server that behaves as published clients expect.
#![expect(clippy::unwrap_used, reason = "a test that cannot set up must fail")]

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use adelante_base::fiscal::{
    FiscalFault, FiscalKind, FiscalMoney, PaymentMode, PaymentSubject, SimulatedFault, TaxCode, TaxSystem,
};
use adelante_base::{Money, Quantity, Timestamp};
use adelante_devices::fiscal::{
    Atol, FiscalDevice as _, FiscalError, Known, Registered, ShiftState, Simulator, Task, register,
};
use adelante_domain::fiscal::{FiscalLine, FiscalPayment, FiscalReceipt};
use proptest::prelude::*;
use serde_json::{Value, json};

const HOUR_MS: i64 = 3_600_000;

fn at(hours: i64) -> Timestamp {
    Timestamp::from_millis(1_793_000_000_000 + hours * HOUR_MS)
}

fn money(minor: i64) -> Money {
    Money::from_minor(minor).unwrap()
}

fn receipt(kind: FiscalKind, minor: i64) -> FiscalReceipt {
    FiscalReceipt {
        kind,
        lines: vec![FiscalLine {
            name: "Стрижка".to_owned(),
            price: money(minor),
            quantity: Quantity::ONE,
            amount: money(minor),
            subject: PaymentSubject::Service,
            mode: PaymentMode::FullPayment,
            tax: TaxCode::Base,
            rate_bp: 2200,
            marking: None,
        }],
        payments: vec![FiscalPayment { kind: FiscalMoney::Cash, amount: money(minor) }],
        total: money(minor),
        cashier: "Камила".to_owned(),
        cashier_tax_id: "123456789047".to_owned(),
        contact: "+77023105547".to_owned(),
    }
}

fn key(number: usize) -> String {
    format!("019a0000-0000-7000-8000-{number:012x}")
}

fn task<'a>(key: &'a str, receipt: &'a FiscalReceipt, tries: u32, at: Timestamp) -> Task<'a> {
    Task { key, kind: receipt.kind, receipt, tries, at }
}

#[test]
fn a_lost_answer_is_asked_for_and_nothing_is_sold_twice() {
    let device = Simulator::new();
    let sale = receipt(FiscalKind::Sale, 100_000);
    let mut shift = None;
    device.set_fault(SimulatedFault::AnswerLost, at(0));
    let done = register(&device, &task(&key(1), &sale, 0, at(0)), &mut shift).unwrap();
    assert!(matches!(done, Registered::Done(ref answer) if answer.qr.ends_with("&n=1")), "{done:?}");
    assert_eq!(shift, Some(at(0)));
    // Power failed before the answer was written down: asked again, answered the same.
    assert_eq!(register(&device, &task(&key(1), &sale, 1, at(1)), &mut shift).unwrap(), done);
    assert_eq!(device.receipts().len(), 1);
    // Whoever does not ask sells twice: the simulator does not help.
    device.sell(&key(1), at(1), &sale).unwrap();
    assert_eq!(device.receipts().len(), 2);
}

#[test]
fn each_fault_has_its_word_and_leaves_nothing_behind() {
    for (fault, word) in [
        (SimulatedFault::Busy, FiscalFault::Busy),
        (SimulatedFault::PaperOut, FiscalFault::PaperOut),
        (SimulatedFault::ClockWrong, FiscalFault::ClockWrong),
        (SimulatedFault::Unreachable, FiscalFault::Unreachable),
    ] {
        let device = Simulator::new();
        device.set_fault(fault, at(0));
        let sale = receipt(FiscalKind::Sale, 100);
        let error = register(&device, &task(&key(1), &sale, 0, at(0)), &mut None).unwrap_err();
        assert_eq!((error.fault(), error.is_uncertain()), (word, false));
        assert_eq!(device.receipts(), []);
        device.set_fault(SimulatedFault::None, at(0));
        register(&device, &task(&key(1), &sale, 1, at(0)), &mut None).unwrap();
        assert_eq!(device.receipts().len(), 1);
    }
}

#[test]
fn a_shift_of_more_than_a_day_is_closed_and_opened_before_the_sale() {
    let device = Simulator::new();
    let mut shift = None;
    let sale = receipt(FiscalKind::Sale, 100);
    register(&device, &task(&key(1), &sale, 0, at(0)), &mut shift).unwrap();
    register(&device, &task(&key(2), &sale, 0, at(23)), &mut shift).unwrap();
    assert_eq!(shift, Some(at(0)));
    let done = register(&device, &task(&key(3), &sale, 0, at(24)), &mut shift).unwrap();
    assert!(matches!(done, Registered::Done(answer) if answer.shift_number == 2));
    assert_eq!(device.state(at(24)).unwrap().shift, ShiftState::Open(at(24)));
    device.set_fault(SimulatedFault::ShiftTooLong, at(25));
    register(&device, &task(&key(4), &sale, 0, at(25)), &mut shift).unwrap();
    assert_eq!((device.receipts().len(), shift), (4, Some(at(25))));
}

#[test]
fn a_shift_is_closed_once_and_one_that_is_closed_needs_nothing() {
    let device = Simulator::new();
    let mut shift = None;
    let close = receipt(FiscalKind::CloseShift, 1);
    let none = register(&device, &task(&key(1), &close, 0, at(0)), &mut shift).unwrap();
    assert_eq!(none, Registered::Needless);
    register(&device, &task(&key(2), &receipt(FiscalKind::Sale, 100), 0, at(0)), &mut shift).unwrap();
    assert!(matches!(register(&device, &task(&key(3), &close, 0, at(1)), &mut shift).unwrap(), Registered::Done(_)));
    assert_eq!((shift, device.state(at(1)).unwrap().shift), (None, ShiftState::Closed));
}

#[test]
fn the_memory_outlives_the_program_and_a_refund_is_one() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("device.json");
    let back = receipt(FiscalKind::Refund, 500);
    let first = register(&Simulator::in_file(&file), &task(&key(1), &back, 0, at(0)), &mut None).unwrap();
    let device = Simulator::in_file(&file);
    assert_eq!(register(&device, &task(&key(1), &back, 1, at(0)), &mut None).unwrap(), first);
    assert!(matches!(first, Registered::Done(answer) if answer.qr.ends_with("&n=2")));
    assert_eq!(device.receipts(), [("refund".to_owned(), key(1), 500)]);
    assert_eq!(device.correct(&key(2), at(0), &receipt(FiscalKind::Correction, 7)).unwrap().number, "3");
}

#[test]
fn what_cannot_be_right_is_refused_and_not_sent() {
    let mut wrong = receipt(FiscalKind::Sale, 100);
    wrong.payments[0].amount = money(99);
    let error = register(&Simulator::new(), &task(&key(1), &wrong, 0, at(0)), &mut None).unwrap_err();
    assert_eq!(error.fault(), FiscalFault::Refused);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// Before each try something may break, time goes on, and after it the program may be killed before
    /// the answer is written down. In the end every receipt is registered once, in order.
    #[test]
    fn whatever_breaks_every_receipt_is_registered_once_and_in_order(
        steps in prop::collection::vec((0_usize..14, 0_i64..30, any::<bool>()), 1..80),
    ) {
        let device = Simulator::new();
        let receipts: Vec<FiscalReceipt> = (0..6)
            .map(|number| receipt(if number % 3 == 2 { FiscalKind::Refund } else { FiscalKind::Sale }, 100 + number))
            .collect();
        let (mut shift, mut next, mut tries, mut hours) = (None, 0, 0, 0);
        let healthy = std::iter::repeat_n((0_usize, 0_i64, false), 20);
        for (fault, later, killed) in steps.into_iter().chain(healthy) {
            let Some(receipt) = receipts.get(next) else { break };
            let fault = SimulatedFault::ALL.get(fault).copied().unwrap_or(SimulatedFault::None);
            hours += later;
            device.set_fault(fault, at(hours));
            let mut seen = shift;
            let tried = register(&device, &task(&key(next), receipt, tries, at(hours)), &mut seen);
            tries += 1;
            if killed {
                continue;
            }
            shift = seen;
            match tried {
                Ok(Registered::Done(answer)) => {
                    prop_assert!(!answer.number.is_empty());
                    (next, tries) = (next + 1, 0);
                }
                Ok(Registered::Needless) => prop_assert!(false, "a receipt was needless"),
                Err(error) => prop_assert!(fault != SimulatedFault::None, "{error} of a healthy device"),
            }
        }
        let expected: Vec<_> = receipts
            .iter()
            .enumerate()
            .map(|(number, receipt)| (receipt.kind.as_str().to_owned(), key(number), receipt.total.minor()))
            .collect();
        prop_assert_eq!(device.receipts(), expected);
    }
}

/// What the server does with the next task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mood {
    Well,
    /// It takes the task and hangs up.
    HangsUp,
    /// It answers that it still works on it.
    Slow,
    /// It does not take it.
    Refuses,
}

/// A server that behaves as published clients of ATOL's expect, on a port of this PC.
struct Server {
    url: String,
    tasks: Arc<Mutex<Vec<Value>>>,
    mood: Arc<Mutex<Mood>>,
}

impl Server {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let tasks = Arc::new(Mutex::new(Vec::new()));
        let mood = Arc::new(Mutex::new(Mood::Well));
        let (kept, how) = (Arc::clone(&tasks), Arc::clone(&mood));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                answer(stream, &kept, &how);
            }
        });
        Self { url, tasks, mood }
    }

    fn device(&self) -> Atol {
        Atol::new(&self.url, TaxSystem::UsnIncome).with_patience(2, Duration::ZERO)
    }

    fn set(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    fn kinds(&self) -> Vec<String> {
        let tasks = self.tasks.lock().unwrap();
        tasks.iter().map(|task| task["request"][0]["type"].as_str().unwrap().to_owned()).collect()
    }
}

fn answer(mut stream: TcpStream, tasks: &Mutex<Vec<Value>>, mood: &Mutex<Mood>) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut first = String::new();
    if reader.read_line(&mut first).is_err() {
        return;
    }
    let mut length = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).is_err() || line.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap();
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let now = *mood.lock().unwrap();
    let (status, said) = if first.starts_with("POST /api/v2/requests ") {
        let task: Value = serde_json::from_slice(&body).unwrap();
        let said = json!({ "number": 1, "uuid": task["uuid"], "isBlocked": false });
        tasks.lock().unwrap().push(task);
        if now == Mood::HangsUp {
            return;
        }
        ("201 Created", said)
    } else {
        let key = first.split(' ').nth(1).unwrap().rsplit('/').next().unwrap().to_owned();
        let found = tasks.lock().unwrap().iter().position(|task| task["uuid"] == key.as_str());
        match (found, now) {
            (None, _) => ("404 Not Found", json!({})),
            (Some(_), Mood::Slow) => ("200 OK", json!({ "results": [{ "status": "inProgress" }] })),
            (Some(_), Mood::Refuses) => {
                let error = json!({ "code": 40, "description": "Смена превысила 24 часа" });
                ("200 OK", json!({ "results": [{ "status": "error", "error": error }] }))
            }
            (Some(place), _) => ("200 OK", done(&tasks.lock().unwrap()[place], place + 1)),
        }
    };
    let said = said.to_string();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        said.len()
    );
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(said.as_bytes()));
}

fn done(task: &Value, number: usize) -> Value {
    json!({ "results": [{
        "status": "ready",
        "error": { "code": 0, "description": "Ошибок нет" },
        "result": { "fiscalParams": {
            "fiscalDocumentDateTime": "2026-11-21T12:05:00+03:00", "fiscalDocumentNumber": number,
            "fiscalDocumentSign": "3849583049", "fiscalReceiptNumber": number, "fnNumber": "9999078900004312",
            "registrationNumber": "0000000001002292", "shiftNumber": 12,
            "total": task["request"][0]["total"], "fnsUrl": "www.nalog.gov.ru",
        } },
    }] })
}

#[test]
fn atol_is_told_a_sale_as_its_clients_tell_it() {
    let server = Server::start();
    let mut shift = None;
    let sale = receipt(FiscalKind::Sale, 120_050);
    let Registered::Done(answer) = register(&server.device(), &task(&key(1), &sale, 0, at(0)), &mut shift).unwrap()
    else {
        panic!("nothing was registered");
    };
    assert_eq!(server.kinds(), ["openShift", "sell"]);
    let told = server.tasks.lock().unwrap()[1].clone();
    assert_eq!(told["uuid"], key(1));
    assert_eq!(
        told["request"][0],
        json!({
            "type": "sell", "taxationType": "usnIncome", "electronically": false,
            "operator": { "name": "Камила", "vatin": "123456789047" },
            "clientInfo": { "emailOrPhone": "+77023105547" },
            "items": [{
                "type": "position", "name": "Стрижка", "price": 1200.5, "quantity": 1.0, "amount": 1200.5,
                "measurementUnit": "piece", "paymentMethod": "fullPayment", "paymentObject": "service",
                "tax": { "type": "vat22" },
            }],
            "payments": [{ "type": "cash", "sum": 1200.5 }],
            "total": 1200.5,
        })
    );
    assert_eq!(answer.qr, "t=20261121T1205&s=1200.50&fn=9999078900004312&i=2&fp=3849583049&n=1");
    assert_eq!((answer.number.as_str(), answer.shift_number, answer.url.as_str()), ("2", 12, "www.nalog.gov.ru"));
    // The shift is remembered: the next one opens none.
    let back = receipt(FiscalKind::Refund, 100);
    register(&server.device(), &task(&key(2), &back, 0, at(1)), &mut shift).unwrap();
    register(&server.device(), &task(&key(3), &receipt(FiscalKind::CloseShift, 1), 0, at(2)), &mut shift).unwrap();
    assert_eq!(server.kinds(), ["openShift", "sell", "sellReturn", "closeShift"]);
    assert_eq!(shift, None);
}

#[test]
fn atol_that_hangs_up_is_asked_and_never_told_twice() {
    let server = Server::start();
    let sale = receipt(FiscalKind::Sale, 100);
    let mut shift = Some(at(0));
    server.set(Mood::HangsUp);
    // The task went through, the answer did not: asked at once.
    assert!(register(&server.device(), &task(&key(1), &sale, 0, at(0)), &mut shift).is_ok());
    server.set(Mood::Slow);
    let slow = register(&server.device(), &task(&key(2), &sale, 0, at(0)), &mut shift).unwrap_err();
    assert_eq!(slow, FiscalError::NoAnswer);
    assert_eq!(register(&server.device(), &task(&key(2), &sale, 1, at(0)), &mut shift), Err(FiscalError::Busy));
    server.set(Mood::Well);
    assert!(register(&server.device(), &task(&key(2), &sale, 2, at(0)), &mut shift).is_ok());
    assert_eq!(server.kinds(), ["sell", "sell"]);
    let keys: BTreeMap<String, usize> = server.tasks.lock().unwrap().iter().fold(BTreeMap::new(), |mut keys, task| {
        *keys.entry(task["uuid"].to_string()).or_default() += 1;
        keys
    });
    assert!(keys.values().all(|times| *times == 1), "{keys:?}");
}

#[test]
fn atol_that_refuses_or_is_not_there_says_so() {
    let server = Server::start();
    let sale = receipt(FiscalKind::Sale, 100);
    server.set(Mood::Refuses);
    let refused = register(&server.device(), &task(&key(1), &sale, 0, at(0)), &mut Some(at(0))).unwrap_err();
    assert_eq!(refused, FiscalError::Refused("40 Смена превысила 24 часа".to_owned()));
    assert_eq!(server.device().ask(&key(9)).unwrap(), Known::Nothing);
    assert_eq!(server.device().state(at(0)).unwrap().shift, ShiftState::Unknown);
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let nobody = Atol::new(&format!("http://{free}"), TaxSystem::Osn);
    let gone = register(&nobody, &task(&key(1), &sale, 0, at(0)), &mut None).unwrap_err();
    assert_eq!((gone.fault(), gone.is_uncertain()), (FiscalFault::Unreachable, false));
}
