//! What goes to a receipt printer: dots that other programs read, and plain lines.

use crate::samples::{MADE_AT, money, part, run, sale, text, text_of};
use adelante_base::vocabulary::Language;
use adelante_documents::pages::{Dots, page_dots};
use adelante_documents::{Format, Logo, PlainLine, TestPage, plain_receipt, render_pdf, test_page};

/// A picture for other programs: portable bitmap, enlarged so that a reader of codes sees it as
/// a camera would.
fn saved(dots: &Dots) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dots.pbm");
    let mut file = format!("P4\n{} {}\n", dots.width, dots.rows.len() * 8 / dots.width).into_bytes();
    file.extend(&dots.rows);
    std::fs::write(&path, file).unwrap();
    (folder, path)
}

/// A logo with every shade there is, drawn as rows of a PNG by another program's reader's rules.
fn logo() -> Logo {
    // A portable grey map made PNG would need an encoder: a page of ours serves as one.
    let page = TestPage {
        salon: "Әсем".into(),
        printer: "P".into(),
        at_text: "1".into(),
        made_at: MADE_AT,
        language: Language::Kk,
    };
    let pdf = test_page(&page, Format::Roll58).unwrap();
    Logo::read(&adelante_documents::pages::page_images(&pdf, 1.0).unwrap()[0].png).unwrap()
}

#[test]
fn the_code_of_a_receipt_is_read_from_its_dots_on_both_rolls() {
    for (format, width) in [(Format::Roll80, 576), (Format::Roll58, 384)] {
        let receipt = sale();
        let pages = page_dots(&render_pdf(&receipt, format).unwrap(), width).unwrap();
        assert_eq!((pages.len(), pages[0].width), (1, width));
        let (_folder, path) = saved(&pages[0]);
        assert_eq!(run("zbarimg", &["-q", "--raw", text(&path)]).trim(), receipt.qr, "{format:?}");
        let black: u32 = pages[0].rows.iter().map(|byte| byte.count_ones()).sum();
        let share = f64::from(black) / (pages[0].rows.len() * 8) as f64;
        assert!((0.03..0.30).contains(&share), "{format:?}: {share} of the paper is black");
    }
}

#[test]
fn nothing_is_drawn_outside_of_what_the_head_prints() {
    for (format, width, paper) in [(Format::Roll80, 576, 640), (Format::Roll58, 384, 464)] {
        for receipt in [sale(), part()] {
            let pdf = render_pdf(&receipt, format).unwrap();
            let count =
                |width| -> u32 { page_dots(&pdf, width).unwrap()[0].rows.iter().map(|byte| byte.count_ones()).sum() };
            assert_eq!(count(width), count(paper), "{format:?}");
        }
    }
}

#[test]
fn the_dots_of_a_logo_come_out_one_by_one() {
    let logo = logo();
    for (format, width) in [(Format::Roll80, 576), (Format::Roll58, 384)] {
        let mut receipt = sale();
        receipt.logo = Some(logo.clone());
        let pdf = render_pdf(&receipt, format).unwrap();
        assert_eq!(render_pdf(&receipt, format).unwrap(), pdf, "the same bytes");
        let dots = &page_dots(&pdf, width).unwrap()[0];
        let black = |x: usize, y: usize| dots.rows[(y * width + x) / 8] >> (7 - x % 8) & 1 == 1;
        let (wide, high) = (logo.width() as usize, logo.height() as usize);
        let expected = logo.dithered();
        // Four millimetres of margin; in the middle, on a whole dot.
        let (left, top) = ((width - wide) / 2, 32);
        let off = |left: usize| {
            (0..wide * high).filter(|at| black(left + at % wide, top + at / wide) != (expected[*at] == 0)).count()
        };
        let wrong = off(left).min(off(left + 1));
        assert_eq!(wrong, 0, "{format:?}: {wrong} of {} dots differ", wide * high);
    }
    assert!(
        render_pdf(
            &{
                let mut a4 = sale();
                a4.logo = Some(logo);
                a4
            },
            Format::A4
        )
        .is_ok()
    );
}

fn plain(receipt: &adelante_documents::ReceiptDocument, columns: usize) -> Vec<String> {
    let lines = plain_receipt(receipt, columns, |sign| sign == "$").unwrap();
    let text = |line| match line {
        PlainLine::Text { text, .. } => text.replace('\u{a0}', " "),
        PlainLine::Qr(content) => format!("QR {content}"),
    };
    lines.into_iter().map(text).collect()
}

#[test]
fn plain_lines_say_the_same_in_the_columns_there_are() {
    let mut receipt = sale();
    (receipt.header, receipt.client) = ("Ногти и волосы\nс 9 до 21".into(), "Гульнара Омарова".into());
    receipt.lines[0].discount = money(100_000);
    for columns in [48, 32] {
        let lines = plain(&receipt, columns);
        assert!(lines.iter().all(|line| line.starts_with("QR") || line.chars().count() <= columns), "{lines:?}");
        let all = lines.join("\n");
        for expected in [
            "Ногти и волосы",
            "с 9 до 21",
            "Клиент",
            "Гульнара Омарова",
            "скидка 1 000,00 KZT",
            "59 500,00 KZT",
            "QR https://assem.kz",
        ] {
            assert!(all.contains(expected), "{columns}: no {expected:?} in\n{all}");
        }
        assert!(!all.contains('₸'), "a sign that the printer lacks is its code");
    }
    assert!(
        plain(&receipt, 48).contains(&format!("Стрижка женская{}12 000,00 KZT", " ".repeat(20))),
        "{:#?}",
        plain(&receipt, 48)
    );
}

#[test]
fn header_client_and_discount_stand_on_every_paper() {
    let mut receipt = sale();
    (receipt.header, receipt.client) = ("Ногти и волосы".into(), "Гульнара Омарова".into());
    receipt.lines[0].discount = money(100_000);
    for format in [Format::Roll80, Format::Roll58, Format::A4] {
        let words = text_of(&render_pdf(&receipt, format).unwrap());
        for expected in ["Ногти и волосы", "Гульнара Омарова", "скидка 1 000,00 ₸"] {
            assert!(words.contains(expected), "{format:?}: no {expected:?} in\n{words}");
        }
    }
}

#[test]
fn the_narrow_roll_is_58_mm_wide() {
    let pdf = render_pdf(&sale(), Format::Roll58).unwrap();
    let (_folder, path) = crate::samples::saved(&pdf);
    run("qpdf", &["--check", text(&path)]);
    let info = run("pdfinfo", &[text(&path)]);
    let size = info.lines().find_map(|line| line.strip_prefix("Page size:")).unwrap();
    let width: f32 = size.split_whitespace().next().unwrap().parse().unwrap();
    assert!((width - 164.41).abs() < 0.1, "{size}");
    let words: Vec<String> = text_of(&pdf).split_whitespace().map(str::to_owned).collect();
    let said = words.join(" ");
    for expected in
        ["Студия красоты «Әсем»", "K1-000123", "59 500,00 ₸", "12 000,00 ₸", "Kaspi QR", "Спасибо, что вы с нами!"]
    {
        assert!(said.contains(expected), "no {expected:?} in\n{said}");
    }
}

#[test]
fn all_our_currencies_are_extracted_with_their_signs() {
    for (code, symbol) in [("KZT", "₸"), ("RUB", "₽"), ("UAH", "₴")] {
        let mut receipt = sale();
        (receipt.currency.code, receipt.currency.symbol) = (code.into(), symbol.into());
        for format in [Format::Roll80, Format::Roll58, Format::A4] {
            let words = text_of(&render_pdf(&receipt, format).unwrap());
            assert!(words.contains(&format!("59 500,00 {symbol}")), "{format:?} {code}:\n{words}");
        }
    }
}
