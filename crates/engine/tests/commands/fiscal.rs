//! Taxes by code and day, and fiscal documents: what is queued, in what words, and once.

use adelante_base::fiscal::{
    FiscalDeviceKind, FiscalFault, FiscalKind, FiscalMoney, PaymentMode, PaymentSubject, TaxCode, TaxSystem,
};
use adelante_base::{Money, Timestamp};
use adelante_domain::fiscal::FiscalAnswer;
use adelante_engine::money::fiscal::FiscalChoice;
use adelante_engine::money::fiscal::work::{Failure, Work};
use adelante_testkit::{TestSalon, salon_fields};
use serde_json::{Value, json};

fn with_device(seed: u64) -> TestSalon {
    let salon = TestSalon::new(seed);
    let choice =
        FiscalChoice { device: FiscalDeviceKind::Simulator, url: String::new(), tax_system: TaxSystem::UsnIncome };
    salon.engine.choose_fiscal(&choice).unwrap();
    salon
}

fn answer(number: &str) -> FiscalAnswer {
    FiscalAnswer {
        number: number.to_owned(),
        sign: "123".to_owned(),
        storage: "9999".to_owned(),
        registration: "1".to_owned(),
        shift_number: 1,
        at: Timestamp::default(),
        qr: "t=1&n=1".to_owned(),
        url: String::new(),
    }
}

fn next(salon: &TestSalon) -> Work {
    salon.engine.fiscal_work().unwrap().expect("a document waits")
}

fn accept(salon: &TestSalon, number: &str) -> Work {
    let work = next(salon);
    salon.engine.fiscal_accepted(&work, FiscalDeviceKind::Simulator, &answer(number)).unwrap();
    work
}

fn minor(sum: Money) -> i64 {
    sum.minor()
}

#[test]
fn without_a_device_nothing_is_queued_and_with_one_each_receipt_is_once() {
    let salon = TestSalon::new(21);
    salon.pay_cash(&salon.book(600, &[0], 2), 1_000_000, "complete").unwrap();
    assert!(salon.engine.fiscal_work().unwrap().is_none());
    let salon = with_device(22);
    let visit = salon.book(600, &[0], 2);
    let taken = salon.pay_cash(&visit, 1_000_000, "complete").unwrap();
    let receipt = json!({ "receipt_id": taken["receipt_id"] });
    assert_eq!(salon.must("get_receipt", receipt.clone())["fiscal_state"], "queued");
    let work = accept(&salon, "7");
    assert_eq!((work.kind, minor(work.receipt.total)), (FiscalKind::Sale, 1_000_000));
    work.receipt.check().unwrap();
    let shown = salon.must("get_receipt", receipt.clone());
    assert_eq!((&shown["fiscal"]["number"], &shown["fiscal_state"]), (&json!("7"), &json!("accepted")));
    // Told twice (power failed before it was known): written once.
    salon.engine.fiscal_accepted(&work, FiscalDeviceKind::Simulator, &answer("8")).unwrap();
    assert_eq!(salon.must("get_receipt", receipt)["fiscal"]["number"], "7");
    assert!(salon.engine.fiscal_work().unwrap().is_none());
    salon.assert_sound();
}

#[test]
fn how_a_line_is_paid_follows_from_when_the_money_is_taken() {
    let salon = with_device(23);
    let visit = salon.book(600, &[0, 2], 2);
    let total =
        salon.must("get_checkout", json!({ "appointment_id": visit }))["appointment"]["total_minor"].as_i64().unwrap();
    salon.pay_cash(&visit, 400_000, "keep").unwrap();
    let before = accept(&salon, "1");
    assert!(before.receipt.lines.iter().all(|line| line.mode == PaymentMode::Prepayment));
    assert_eq!(minor(before.receipt.total), 400_000);
    salon.pay_cash(&visit, total - 400_000 - 100_000, "complete").unwrap();
    let done = accept(&salon, "2");
    done.receipt.check().unwrap();
    // The whole of what was done, with what was paid before and what is owed.
    assert_eq!(minor(done.receipt.total), total);
    let sum = |kind| done.receipt.payments.iter().find(|sum| sum.kind == kind).map(|sum| minor(sum.amount));
    assert_eq!(sum(FiscalMoney::Prepaid), Some(400_000));
    assert_eq!(sum(FiscalMoney::Credit), Some(100_000));
    assert_eq!(sum(FiscalMoney::Cash), Some(total - 500_000));
    salon.pay_cash(&visit, 100_000, "keep").unwrap();
    let debt = accept(&salon, "3");
    assert!(debt.receipt.lines.iter().all(|line| line.mode == PaymentMode::CreditPayment));
    assert_eq!(minor(debt.receipt.total), 100_000);
}

#[test]
fn a_void_answers_with_the_same_and_a_refund_keeps_the_rate() {
    let salon = with_device(24);
    let visit = salon.book(600, &[0], 2);
    let taken = salon.pay_cash(&visit, 1_000_000, "complete").unwrap();
    let sold = accept(&salon, "1");
    assert_eq!((sold.receipt.lines[0].tax, sold.receipt.lines[0].rate_bp), (TaxCode::Base, 1600));
    let mut fields = salon_fields();
    fields["tax_code"] = json!("none");
    salon.must("update_salon", json!({ "salon": fields }));
    let line =
        salon.must("get_refundable", json!({ "receipt_id": taken["receipt_id"] }))["lines"][0]["line_id"].clone();
    let back = salon.must(
        "refund_receipt",
        json!({
            "receipt_id": taken["receipt_id"], "reason": "часть", "lines": [{ "line_id": line, "amount_minor": 250_000 }],
            "payments": [{ "method_id": salon.method("cash"), "amount_minor": 250_000 }],
        }),
    );
    let work = accept(&salon, "2");
    assert_eq!(
        (work.kind, work.receipt.lines[0].rate_bp, minor(work.receipt.total)),
        (FiscalKind::Refund, 1600, 250_000)
    );
    let shown = salon.must("get_receipt", json!({ "receipt_id": back["receipt_id"] }));
    assert_eq!(
        shown["vat"],
        json!([{ "code": "base", "rate_bp": 1600, "amount_minor": -250_000, "vat_minor": -34_483 }])
    );
    let other = salon.book(700, &[2], 2);
    let price =
        salon.must("get_checkout", json!({ "appointment_id": other }))["appointment"]["total_minor"].as_i64().unwrap();
    let taken = salon.pay_cash(&other, price, "complete").unwrap();
    let sale = accept(&salon, "3");
    assert_eq!(sale.receipt.lines[0].tax, TaxCode::None);
    salon.must("void_receipt", json!({ "receipt_id": taken["receipt_id"], "reason": "ошибка" }));
    let void = accept(&salon, "4");
    assert_eq!(
        (void.kind, &void.receipt.lines, &void.receipt.payments),
        (FiscalKind::Refund, &sale.receipt.lines, &sale.receipt.payments)
    );
}

/// A visit of the first client: a haircut for 10 000.
fn visit_at(salon: &TestSalon, start_min: u16) -> Value {
    json!(salon.book(start_min, &[0], 2))
}

/// Takes a payment and has its document registered.
fn take(salon: &TestSalon, visit: &Value, with: &[&Value], after: &str, payments: Value) -> (Value, Work) {
    let asked = json!({ "appointment_id": visit, "with": with, "after": after, "payments": payments });
    let taken = salon.must("take_payment", asked);
    let work = accept(salon, "1");
    work.receipt.check().unwrap();
    assert!(salon.engine.fiscal_work().unwrap().is_none(), "one receipt, one document");
    (taken["receipt_id"].clone(), work)
}

/// Mode and sum of each line.
fn lines(work: &Work) -> Vec<(PaymentMode, i64)> {
    work.receipt.lines.iter().map(|line| (line.mode, minor(line.amount))).collect()
}

/// Kind and sum of each payment.
fn payments(work: &Work) -> Vec<(FiscalMoney, i64)> {
    work.receipt.payments.iter().map(|payment| (payment.kind, minor(payment.amount))).collect()
}

#[test]
fn goods_are_goods_and_what_is_sold_for_later_is_an_advance_that_pays_as_paid_before() {
    let salon = with_device(41);
    let bill = salon.must("start_sale", json!({ "client_id": salon.clients[0] }))["appointment_id"].clone();
    let fields = json!({ "name": "Шампунь", "unit": "piece", "price_minor": 450_000, "min": 0 });
    let product = salon.must("save_product", json!({ "product": fields }))["product_id"].clone();
    let goods = json!({ "product_id": product, "quantity": 2_000, "cost_minor": 400_000 });
    salon.must("receive_goods", json!({ "lines": [goods] }));
    salon.must("add_product", json!({ "appointment_id": bill, "product_id": product, "quantity": 2_000 }));
    let code =
        salon.must("add_certificate", json!({ "appointment_id": bill, "value_minor": 1_500_000 }))["code"].clone();
    let cash = json!([{ "method_id": salon.method("cash"), "amount_minor": 2_400_000 }]);
    let (receipt, sold) = take(&salon, &bill, &[], "complete", cash);
    assert_eq!(lines(&sold), [(PaymentMode::FullPayment, 900_000), (PaymentMode::Advance, 1_500_000)]);
    let [shampoo, certificate] = sold.receipt.lines.as_slice() else { panic!("two lines") };
    assert_eq!((shampoo.subject, shampoo.tax, shampoo.rate_bp), (PaymentSubject::Goods, TaxCode::Base, 1600));
    assert_eq!((certificate.subject, certificate.tax), (PaymentSubject::Payment, TaxCode::None));
    assert_eq!(certificate.name, format!("Сертификат {}", code.as_str().unwrap()));
    assert_eq!(payments(&sold), [(FiscalMoney::Cash, 2_400_000)]);
    // The tax is inside the goods only.
    assert_eq!(
        salon.must("get_receipt", json!({ "receipt_id": receipt }))["vat"],
        json!([{ "code": "base", "rate_bp": 1600, "amount_minor": 900_000, "vat_minor": 124_138 }])
    );

    let found = salon.must("find_certificate", json!({ "code": code }));
    let from = json!([{
        "method_id": found["method_id"], "source_id": found["certificate_id"], "amount_minor": 1_000_000,
    }]);
    let (_, used) = take(&salon, &visit_at(&salon, 600), &[], "complete", from);
    assert_eq!(lines(&used), [(PaymentMode::FullPayment, 1_000_000)]);
    assert_eq!(payments(&used), [(FiscalMoney::Prepaid, 1_000_000)]);
    salon.assert_sound();
}

#[test]
fn a_receipt_of_several_visits_is_one_document_and_its_void_another() {
    let salon = with_device(42);
    let (old, now) = (visit_at(&salon, 600), visit_at(&salon, 720));
    salon.must("set_appointment_status", json!({ "appointment_id": old, "status": "completed" }));
    let both = json!([
        { "method_id": salon.method("cash"), "amount_minor": 700_000 },
        { "method_id": salon.method("card"), "amount_minor": 1_300_000 },
    ]);
    let (receipt, sold) = take(&salon, &now, &[&old], "complete", both);
    // What is done with this payment is paid in full; of what was done before, the debt is.
    assert_eq!(lines(&sold), [(PaymentMode::FullPayment, 1_000_000), (PaymentMode::CreditPayment, 1_000_000)]);
    assert_eq!(payments(&sold), [(FiscalMoney::Cash, 700_000), (FiscalMoney::Electronic, 1_300_000)]);
    salon.must("void_receipt", json!({ "receipt_id": receipt, "reason": "не тот клиент" }));
    let void = accept(&salon, "2");
    assert_eq!((void.kind, lines(&void), payments(&void)), (FiscalKind::Refund, lines(&sold), payments(&sold)));
    assert!(salon.engine.fiscal_work().unwrap().is_none());
    salon.assert_sound();
}

#[test]
fn points_make_the_line_smaller_and_money_given_to_the_balance_is_an_advance_again() {
    let salon = with_device(43);
    let cash = |amount: i64| json!([{ "method_id": salon.method("cash"), "amount_minor": amount }]);
    take(&salon, &visit_at(&salon, 600), &[], "complete", cash(1_000_000));
    let visit = visit_at(&salon, 660);
    let credits = salon.must("get_checkout", json!({ "appointment_id": visit }))["credits"].clone();
    let points = credits.as_array().unwrap().iter().find(|credit| credit["kind"] == "points").unwrap();
    let from = json!([{ "method_id": points["method_id"], "source_id": points["source_id"], "amount_minor": 30_000 }]);
    let (_, done) = take(&salon, &visit, &[], "complete", from);
    assert_eq!(lines(&done), [(PaymentMode::Credit, 970_000)]);
    assert_eq!(payments(&done), [(FiscalMoney::Credit, 970_000)]);
    let (receipt, rest) = take(&salon, &visit, &[], "keep", cash(970_000));
    assert_eq!(lines(&rest), [(PaymentMode::CreditPayment, 970_000)]);

    let known = salon.must("get_refundable", json!({ "receipt_id": receipt }));
    let balance = known["methods"].as_array().unwrap().iter().find(|method| method["kind"] == "balance").unwrap();
    salon.must(
        "refund_receipt",
        json!({
            "receipt_id": receipt, "reason": "вернулось",
            "lines": [{ "line_id": known["lines"][0]["line_id"], "amount_minor": 200_000 }],
            "payments": [{ "method_id": balance["method_id"], "amount_minor": 200_000 }],
        }),
    );
    let back = accept(&salon, "4");
    back.receipt.check().unwrap();
    assert_eq!((back.kind, payments(&back)), (FiscalKind::Refund, vec![(FiscalMoney::Prepaid, 200_000)]));
    assert_eq!(lines(&back), [(PaymentMode::CreditPayment, 200_000)]);
    salon.assert_sound();
}

#[test]
fn a_service_bears_its_own_tax_and_the_receipt_shows_each_rate() {
    let salon = TestSalon::new(25);
    let mut fields = salon.must("list_services", json!({}))["services"]
        .as_array()
        .unwrap()
        .iter()
        .find(|service| service["service_id"] == json!(salon.services[0]))
        .unwrap()["service"]
        .clone();
    fields["tax_code"] = json!("zero");
    salon.must("update_service", json!({ "service_id": salon.services[0], "service": fields }));
    let visit = salon.book(600, &[0, 2], 2);
    let total =
        salon.must("get_checkout", json!({ "appointment_id": visit }))["appointment"]["total_minor"].as_i64().unwrap();
    let taken = salon.pay_cash(&visit, total, "complete").unwrap();
    let shown = salon.must("get_receipt", json!({ "receipt_id": taken["receipt_id"] }));
    let rates: Vec<(Value, Value)> =
        shown["vat"].as_array().unwrap().iter().map(|vat| (vat["code"].clone(), vat["rate_bp"].clone())).collect();
    assert_eq!(rates, [(json!("base"), json!(1600)), (json!("zero"), json!(0))]);
    let mut unknown = salon_fields();
    unknown["tax_code"] = json!("reduced_3");
    assert!(salon.call("update_salon", json!({ "salon": unknown })).is_err());
    let taxes = salon.must("list_taxes", json!({}));
    assert_eq!(taxes["salon"], json!({ "code": "base", "rate_bp": 1600 }));
    assert_eq!(taxes["taxes"].as_array().unwrap().len(), 3);
}

#[test]
fn a_document_that_fails_waits_longer_each_time_and_one_that_is_refused_lets_the_next_pass() {
    let salon = with_device(26);
    salon.pay_cash(&salon.book(600, &[0], 2), 1_000_000, "complete").unwrap();
    salon.pay_cash(&salon.book(700, &[0], 2), 1_000_000, "complete").unwrap();
    let first = next(&salon);
    let out = Failure { fault: FiscalFault::PaperOut, detail: String::new(), uncertain: false };
    salon.engine.fiscal_sending(first.id).unwrap();
    salon.engine.fiscal_failed(&first, &out).unwrap();
    let again = next(&salon);
    assert_eq!((again.id, again.tries), (first.id, 1));
    assert_eq!(again.due_at.millis() - salon.engine.now().millis(), 5_000);
    let status = salon.must("get_fiscal_status", json!({}));
    assert_eq!(
        (&status["waiting"], &status["failed"], &status["last_fault"]),
        (&json!(2), &json!(0), &json!("paper_out"))
    );
    let refused = Failure { fault: FiscalFault::Refused, detail: "40".to_owned(), uncertain: false };
    salon.engine.fiscal_failed(&again, &refused).unwrap();
    assert_ne!(next(&salon).id, first.id);
    assert_eq!(salon.must("get_fiscal_status", json!({}))["failed"], 1);
    salon.engine.retry_fiscal(Some(first.id)).unwrap();
    assert_eq!(next(&salon).id, first.id);
    let lost = Failure { fault: FiscalFault::NoAnswer, detail: String::new(), uncertain: true };
    salon.engine.fiscal_failed(&next(&salon), &lost).unwrap();
    let listed = salon.must("list_fiscal_documents", json!({ "limit": 10 }));
    assert_eq!((&listed["total"], &listed["documents"][1]["state"]), (&json!(2), &json!("unknown")));
    accept(&salon, "1");
    accept(&salon, "2");
    assert_eq!(salon.must("get_fiscal_status", json!({}))["waiting"], 0);
}

#[test]
fn an_outage_counts_until_the_device_is_reached_and_a_restored_file_sends_nothing_by_itself() {
    let salon = with_device(27);
    let (first, second) = (salon.book(600, &[0], 2), salon.book(700, &[0], 2));
    salon.pay_cash(&first, 1_000_000, "complete").unwrap();
    let gone = Failure { fault: FiscalFault::Unreachable, detail: String::new(), uncertain: false };
    salon.engine.fiscal_failed(&next(&salon), &gone).unwrap();
    salon.clock.advance(36 * 3_600_000);
    // Kazakhstan: half of 72 hours.
    let status = salon.must("get_fiscal_status", json!({}));
    assert_eq!((&status["level"], &status["limits"][0]["limit"]), (&json!("half"), &json!("offline_in_a_row")));
    accept(&salon, "1");
    salon.engine.fiscal_reached().unwrap();
    assert_eq!(salon.must("get_fiscal_status", json!({}))["level"], "fine");
    salon.pay_cash(&second, 1_000_000, "complete").unwrap();
    salon.engine.after_restore().unwrap();
    assert!(salon.engine.fiscal_work().unwrap().is_none());
    assert_eq!(salon.must("get_fiscal_status", json!({}))["last_fault"], "restored");
    salon.engine.retry_fiscal(None).unwrap();
    assert!(salon.engine.fiscal_work().unwrap().is_some());
}

#[test]
fn the_fiscal_shift_closes_behind_the_receipts_of_the_tills() {
    let salon = with_device(28);
    salon.pay_cash(&salon.book(600, &[0], 2), 1_000_000, "complete").unwrap();
    salon.must("close_shift", json!({}));
    assert_eq!(accept(&salon, "1").kind, FiscalKind::Sale);
    let close = next(&salon);
    assert_eq!((close.kind, close.receipt_id), (FiscalKind::CloseShift, None));
    salon.engine.fiscal_needless(close.id).unwrap();
    assert!(salon.engine.fiscal_work().unwrap().is_none());
    salon.assert_sound();
}
