//! Receipts as other programs see them: text, fonts, codes, sizes.

use crate::samples::{line, money, part, run, sale, saved, text, text_of, void};
use adelante_base::vocabulary::Language;
use adelante_documents::pages::page_images;
use adelante_documents::{DocumentError, Format, Stamp, render_pdf};

/// Papers wide enough for the phrases below to stand on one line.
const FORMATS: [Format; 2] = [Format::Roll80, Format::A4];

#[test]
fn a_receipt_says_everything_in_letters_that_another_program_reads() {
    for format in FORMATS {
        let words = text_of(&render_pdf(&sale(), format).unwrap());
        for expected in [
            "Студия красоты «Әсем»",
            "ИП Нұрғалиева Г. Қ.",
            "ИИН/БИН 850101300123",
            "Қабанбай батыра",
            "+7 701 123-45-67",
            "Чек K1-000123",
            "21.11.2026 17:04",
            "Айгүл Сәрсенова",
            "Касса",
            "87",
            "Стрижка женская",
            "12 000,00 ₸",
            "Ольга Щербакова",
            "ИТОГО",
            "59 500,00 ₸",
            "в том числе НДС 12 %",
            "6 375,00 ₸",
            "Банковская карта",
            "Kaspi QR",
            "Наличные",
            "Получено",
            "25 000,00 ₸",
            "Сдача",
            "5 000,00 ₸",
            "Спасибо, что вы с нами!",
            "Запись: assem.kz",
        ] {
            assert!(words.contains(expected), "{format:?} has no {expected:?} in\n{words}");
        }
        assert!(!words.contains("Касса: Касса"), "the register's label is not said twice");
        assert!(!words.contains("Осталось"), "a visit paid at once needs no three figures");
    }
}

#[test]
fn a_part_payment_says_what_remains_of_the_visit() {
    for format in FORMATS {
        let words = text_of(&render_pdf(&part(), format).unwrap());
        for expected in [
            "сплачено 2 000,00 ₴ з 4 500,00 ₴",
            "Вартість візиту",
            "5 100,00 ₴",
            "Залишилося сплатити",
            "1 600,00 ₴",
            "ФОП Ґалаґан Є. І.",
        ] {
            assert!(words.contains(expected), "{format:?} has no {expected:?} in\n{words}");
        }
    }
}

#[test]
fn a_void_names_its_receipt_and_reason_and_all_its_sums_are_minus() {
    for format in FORMATS {
        let words = text_of(&render_pdf(&void(), format).unwrap());
        for expected in [
            "Аннулирование чека",
            "K1-000124",
            "Исходный чек",
            "K1-000123",
            "Клиентка отказалась",
            "ВОЗВРАТ",
            "−59 500,00 ₸",
            "−12 000,00 ₸",
            "−30 000,00 ₸",
            "−6 375,00 ₸",
        ] {
            assert!(words.contains(expected), "{format:?} has no {expected:?} in\n{words}");
        }
        assert_eq!(words.contains("Возвращено"), format == Format::A4, "the column of what goes back");
        assert!(!words.contains("Сдача"), "only the sum goes back");
        let mut signed = void();
        signed.total = signed.total.negated();
        for line in &mut signed.lines {
            line.amount = line.amount.negated();
        }
        assert_eq!(text_of(&render_pdf(&signed, format).unwrap()), words, "either sign prints the same");
    }
}

#[test]
fn every_language_prints_its_own_words() {
    for (language, expected) in [
        (Language::Ru, ["ИТОГО", "Кассир", "12 000,00 ₸"]),
        (Language::Uk, ["РАЗОМ", "Касир", "12 000,00 ₸"]),
        (Language::Kk, ["ЖИЫНЫ", "Ауысым", "12 000,00 ₸"]),
        (Language::En, ["TOTAL", "Cashier", "₸12,000.00"]),
    ] {
        for format in FORMATS {
            let mut receipt = sale();
            receipt.language = language;
            receipt.stamps = vec![Stamp::Copy, Stamp::Practice];
            let words = text_of(&render_pdf(&receipt, format).unwrap());
            for expected in expected {
                assert!(words.contains(expected), "{language} {format:?} has no {expected:?} in\n{words}");
            }
        }
    }
}

#[test]
fn a_receipt_is_small_whole_and_always_the_same_bytes() {
    for format in [Format::Roll80, Format::Roll58, Format::A4] {
        for receipt in [sale(), part(), void()] {
            let pdf = render_pdf(&receipt, format).unwrap();
            assert!(pdf.len() <= 60 * 1024, "{format:?}: {} bytes", pdf.len());
            assert_eq!(render_pdf(&receipt, format).unwrap(), pdf);
            let (_folder, path) = saved(&pdf);
            run("qpdf", &["--check", text(&path)]);
            let fonts = run("pdffonts", &[text(&path)]);
            for font in fonts.lines().skip(2) {
                let columns: Vec<&str> = font.split_whitespace().rev().collect();
                assert_eq!(columns[4..5], ["yes"], "not embedded: {font}");
                assert_eq!(columns[2..3], ["yes"], "no ToUnicode: {font}");
            }
            let info = run("pdfinfo", &["-isodates", text(&path)]);
            assert!(info.contains("2026-11-21T12:04:05"), "{info}");
            assert!(info.contains(&receipt.number), "{info}");
        }
    }
}

#[test]
fn the_roll_is_80_mm_wide_and_as_long_as_what_it_says() {
    let height = |receipt| {
        let (_folder, path) = saved(&render_pdf(&receipt, Format::Roll80).unwrap());
        let info = run("pdfinfo", &[text(&path)]);
        let size = info.lines().find_map(|line| line.strip_prefix("Page size:")).unwrap();
        let sides: Vec<f32> = size.split_whitespace().filter_map(|word| word.parse().ok()).collect();
        assert!((sides[0] - 226.77).abs() < 0.1, "{size}");
        sides[1]
    };
    let usual = height(sale());
    let mut long = sale();
    long.lines = (0..40).map(|n| line(&format!("Услуга {n}"), "Ольга", 10_000, 10_000)).collect();
    assert!(height(long) > usual * 2.0);
}

#[test]
fn a_long_bill_goes_over_several_pages_of_a4_and_loses_no_line() {
    let mut receipt = sale();
    receipt.lines = (0..70).map(|n| line(&format!("Услуга номер {n}"), "Ольга Щербакова", 10_000, 10_000)).collect();
    let pdf = render_pdf(&receipt, Format::A4).unwrap();
    let words = text_of(&pdf);
    for n in 0..70 {
        assert_eq!(words.matches(&format!("Услуга номер {n} ")).count(), 1, "line {n}");
    }
    assert!(words.contains("Страница 1 из 3") || words.contains("Страница 1 из 4"), "{words}");
    assert!(page_images(&pdf, 0.5).unwrap().len() >= 3);
}

#[test]
fn the_code_is_read_from_the_printed_picture_at_the_dots_of_a_receipt_printer() {
    for format in FORMATS {
        let (folder, path) = saved(&render_pdf(&sale(), format).unwrap());
        let picture = folder.path().join("page");
        run("pdftoppm", &["-r", "203", "-mono", "-singlefile", text(&path), text(&picture)]);
        let read = run("zbarimg", &["-q", "--raw", text(&picture.with_extension("pbm"))]);
        assert_eq!(read.trim(), sale().qr);
    }
}

#[test]
fn the_preview_shows_the_same_code_and_the_page_in_its_proportions() {
    for (format, ratio) in [(Format::Roll80, None), (Format::A4, Some(297.0 / 210.0))] {
        let images = page_images(&render_pdf(&sale(), format).unwrap(), 2.0).unwrap();
        assert_eq!(images.len(), 1);
        let (width, height) = (f64::from(images[0].width), f64::from(images[0].height));
        if let Some(ratio) = ratio {
            assert!((height / width - ratio).abs() < 0.01, "{width} × {height}");
        } else {
            assert!((width - 453.0).abs() <= 1.0, "{width}");
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.png");
        std::fs::write(&path, &images[0].png).unwrap();
        assert_eq!(run("zbarimg", &["-q", "--raw", text(&path)]).trim(), sale().qr);
    }
    assert!(matches!(page_images(b"not a pdf", 1.0), Err(DocumentError::Broken(_))));
}

#[test]
fn an_emoji_in_a_name_does_not_stop_the_receipt_and_a_strange_letter_is_named() {
    let mut receipt = sale();
    receipt.lines[0].name = "Стрижка 💇🏽\u{200d}♀\u{fe0f} + укладка".into();
    receipt.footer = "Ждём вас ❤\u{fe0f}".into();
    let words = text_of(&render_pdf(&receipt, Format::Roll80).unwrap());
    assert!(words.contains("Стрижка ??") && words.contains("Ждём вас ?"), "{words}");
    receipt.lines[0].name = "შეჭრა".into();
    assert_eq!(render_pdf(&receipt, Format::A4), Err(DocumentError::MissingGlyph('შ')));
}

#[test]
fn the_largest_sums_and_the_longest_words_stay_on_the_paper() {
    let mut receipt = sale();
    receipt.total = money((1 << 53) - 1);
    receipt.lines = vec![line(&"Ж".repeat(120), &"щ".repeat(90), (1 << 53) - 1, (1 << 53) - 1)];
    receipt.payments[0].amount = receipt.total;
    receipt.payments[0].name = "Безналичный расчёт через приложение банка по договору".into();
    receipt.seller.name = "Салонкрасотыимениоченьдлинногоназваниябезпробелов".into();
    for format in FORMATS {
        let pdf = render_pdf(&receipt, format).unwrap();
        assert!(text_of(&pdf).contains("90 071 992 547 409,91 ₸"));
        let (_folder, path) = saved(&pdf);
        let boxes = run("pdftotext", &["-bbox", text(&path), "-"]);
        let paper = if format == Format::Roll80 { 226.77 } else { 595.28 };
        let number = |line: &str, key: &str| -> f32 {
            line.split(key).nth(1).unwrap().split('"').nth(1).unwrap().parse().unwrap()
        };
        let mut words = 0;
        for word in boxes.lines().filter(|line| line.contains("<word ")) {
            words += 1;
            assert!(number(word, "xMin=") >= 11.0 && number(word, "xMax=") <= paper - 11.0, "{word}");
        }
        assert!(words > 30);
    }
}

#[test]
fn a_code_that_no_paper_can_hold_is_refused() {
    let mut receipt = sale();
    receipt.qr = "x".repeat(2_400);
    for format in FORMATS {
        assert_eq!(render_pdf(&receipt, format), Err(DocumentError::QrTooLong(2_400)));
    }
}
