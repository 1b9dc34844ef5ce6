//! Sample receipts, and the programs that look at a PDF from outside.

use std::path::{Path, PathBuf};
use std::process::Command;

use adelante_base::vocabulary::{Language, MethodKind, ReceiptKind};
use adelante_base::{Money, Timestamp};
use adelante_documents::{Currency, ReceiptDocument, ReceiptLine, ReceiptPayment, ReceiptTip, Seller, Vat, VisitSums};

/// 21 November 2026, 12:04:05 UTC.
pub const MADE_AT: Timestamp = Timestamp::from_millis(1_795_262_645_000);

pub fn money(minor: i64) -> Money {
    Money::from_minor(minor).unwrap()
}

pub fn line(name: &str, staff: &str, price: i64, amount: i64) -> ReceiptLine {
    ReceiptLine {
        name: name.into(),
        staff: staff.into(),
        price: money(price),
        amount: money(amount),
        discount: money(0),
    }
}

/// A split payment of a whole visit in tenge.
pub fn sale() -> ReceiptDocument {
    ReceiptDocument {
        language: Language::Ru,
        currency: Currency { code: "KZT".into(), digits: 2, symbol: "₸".into() },
        seller: Seller {
            name: "Студия красоты «Әсем»".into(),
            legal_name: "ИП Нұрғалиева Г. Қ.".into(),
            tax_id_label: "ИИН/БИН".into(),
            tax_id: "850101300123".into(),
            address: "г. Алматы, ул. Қабанбай батыра, 42, офис 3".into(),
            phone: "+7 701 123-45-67".into(),
        },
        number: "K1-000123".into(),
        kind: ReceiptKind::Sale,
        reason: String::new(),
        counterpart: String::new(),
        stamps: Vec::new(),
        at_text: "21.11.2026 17:04".into(),
        made_at: MADE_AT,
        logo: None,
        header: String::new(),
        client: String::new(),
        cashier: "Айгүл Сәрсенова".into(),
        register: "Касса 1".into(),
        shift_number: Some(87),
        lines: vec![
            line("Стрижка женская", "Динара Өтегенова", 1_200_000, 1_200_000),
            line(
                "Окрашивание в один тон, длинные волосы, краска IGORA Royal",
                "Динара Өтегенова",
                3_850_000,
                3_850_000,
            ),
            line("Маникюр с покрытием гель-лак", "Ольга Щербакова", 900_000, 900_000),
        ],
        tips: vec![ReceiptTip { staff: "Динара Өтегенова".into(), amount: money(150_000) }],
        payments: vec![
            ReceiptPayment {
                kind: MethodKind::Card,
                name: String::new(),
                amount: money(3_000_000),
                tendered: None,
                change: money(0),
            },
            ReceiptPayment {
                kind: MethodKind::Qr,
                name: "Kaspi QR".into(),
                amount: money(950_000),
                tendered: None,
                change: money(0),
            },
            ReceiptPayment {
                kind: MethodKind::Cash,
                name: String::new(),
                amount: money(2_000_000),
                tendered: Some(money(2_500_000)),
                change: money(500_000),
            },
        ],
        total: money(5_950_000),
        vat: vec![Vat { rate_bp: 1_200, amount: money(637_500) }],
        fiscal: None,
        visit: Some(VisitSums { total: money(5_950_000), paid: money(5_950_000), remaining: money(0) }),
        footer: "Спасибо, что вы с нами!\nЗапись: assem.kz".into(),
        qr: "https://assem.kz/r/K1-000123?s=5950000&d=2026-11-21".into(),
    }
}

/// A part payment in hryvnia: something remains.
pub fn part() -> ReceiptDocument {
    ReceiptDocument {
        language: Language::Uk,
        currency: Currency { code: "UAH".into(), digits: 2, symbol: "₴".into() },
        seller: Seller {
            name: "Їжачок".into(),
            legal_name: "ФОП Ґалаґан Є. І.".into(),
            tax_id_label: "РНОКПП".into(),
            tax_id: "3012345678".into(),
            address: "м. Київ, вул. Хрещатик, 1".into(),
            phone: String::new(),
        },
        lines: vec![
            line("Складне фарбування", "Євгенія", 450_000, 200_000),
            line("Стрижка", "Євгенія", 60_000, 50_000),
        ],
        tips: Vec::new(),
        payments: vec![ReceiptPayment {
            kind: MethodKind::Transfer,
            name: String::new(),
            amount: money(250_000),
            tendered: None,
            change: money(0),
        }],
        total: money(250_000),
        vat: Vec::new(),
        visit: Some(VisitSums { total: money(510_000), paid: money(350_000), remaining: money(160_000) }),
        footer: "Дякуємо!".into(),
        ..sale()
    }
}

/// The void of [`sale`], its sums given without a sign.
pub fn void() -> ReceiptDocument {
    ReceiptDocument {
        number: "K1-000124".into(),
        kind: ReceiptKind::Void,
        reason: "Клиентка отказалась от окрашивания, оплата возвращена".into(),
        counterpart: "K1-000123".into(),
        visit: None,
        footer: String::new(),
        ..sale()
    }
}

/// A PDF in a folder of its own.
pub fn saved(bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("document.pdf");
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

/// What a program prints; a missing program is named with the line that installs it.
pub fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}; apt-get install poppler-utils qpdf zbar-tools"));
    assert!(
        output.status.success(),
        "{program} {arguments:?}: {}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The text of a PDF as another program extracts it, no-break spaces as spaces.
pub fn text_of(pdf: &[u8]) -> String {
    let (_folder, path) = saved(pdf);
    run("pdftotext", &["-layout", "-enc", "UTF-8", text(&path), "-"]).replace('\u{a0}', " ")
}

pub fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}
