//! X and Z reports as other programs extract them, in four languages.

use crate::samples::{MADE_AT, money, run, saved, text, text_of};
use adelante_base::vocabulary::{Language, MethodKind};
use adelante_documents::{
    Currency, DrawerReport, Format, Moved, PlainLine, ShiftPaper, Turnover, Vat, plain_shift_report, shift_report_pdf,
};

/// A closed shift that is short.
pub fn shift() -> ShiftPaper {
    let turnover = |kind, name: &str, taken, returned, count| Turnover {
        kind,
        name: name.into(),
        taken: money(taken),
        returned: money(returned),
        count,
    };
    ShiftPaper {
        language: Language::Ru,
        currency: Currency { code: "KZT".into(), digits: 2, symbol: "₸".into() },
        salon: "Студия красоты «Әсем»".into(),
        legal: vec!["ИП Нұрғалиева Г. Қ.".into(), "ИИН/БИН 850101300123".into()],
        register: "K1".into(),
        number: 87,
        opened: "21.11.2026 09:00, Айгүл Сәрсенова".into(),
        closed: Some("21.11.2026 21:04".into()),
        printed: "21.11.2026 21:05".into(),
        made_at: MADE_AT,
        practice: false,
        sales: 14,
        voids: 1,
        numbers: Some(("K1-000110".into(), "K1-000123".into())),
        total: money(18_450_000),
        turnovers: vec![
            turnover(MethodKind::Cash, "", 6_500_000, 50_000, 5),
            turnover(MethodKind::Qr, "Kaspi QR", 12_000_000, 0, 9),
        ],
        vat: vec![(Vat { rate_bp: 1_200, amount: money(1_976_786) }, money(18_450_000))],
        discounts: (2, money(150_000)),
        tips: vec![("Динара".into(), money(200_000))],
        drawer: Some(DrawerReport {
            opening: money(2_000_000),
            taken: money(6_500_000),
            returned: money(50_000),
            put_in: money(0),
            taken_out: money(5_000_000),
            expected: money(3_450_000),
            counted: Some(money(3_400_000)),
            difference: money(-50_000),
            reason: "сдали лишнего".into(),
            moves: vec![Moved {
                at: "19:30".into(),
                what: "Инкассация".into(),
                note: "отдано Марату".into(),
                amount: money(-5_000_000),
            }],
        }),
    }
}

/// What stands on the roll of 80 mm, line by line, spaces folded.
fn golden(language: Language) -> Vec<String> {
    let pdf = shift_report_pdf(&ShiftPaper { language, ..shift() }, Format::Roll80).unwrap();
    let lines = text_of(&pdf);
    let folded = lines.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    folded.filter(|line| !line.is_empty()).collect()
}

#[test]
fn a_z_report_reads_line_by_line_in_four_languages() {
    for (language, expected) in [
        (Language::Ru, include_str!("golden/z-ru.txt")),
        (Language::Uk, include_str!("golden/z-uk.txt")),
        (Language::Kk, include_str!("golden/z-kk.txt")),
        (Language::En, include_str!("golden/z-en.txt")),
    ] {
        let said = golden(language);
        assert_eq!(said, expected.lines().collect::<Vec<_>>(), "{language}: it says\n{}\n", said.join("\n"));
    }
}

#[test]
fn an_x_report_says_so_and_hides_a_drawer_that_is_counted_blindly() {
    let open = ShiftPaper { closed: None, drawer: None, practice: true, ..shift() };
    for format in [Format::Roll80, Format::Roll58, Format::A4] {
        let pdf = shift_report_pdf(&open, format).unwrap();
        assert_eq!(shift_report_pdf(&open, format).unwrap(), pdf);
        let (_folder, path) = saved(&pdf);
        run("qpdf", &["--check", text(&path)]);
        assert!(run("pdfinfo", &[text(&path)]).contains("Pages:           1"));
        let words = text_of(&pdf);
        assert!(words.contains("X-отчёт") && words.contains("ТРЕНИРОВКА") && words.contains("184 500,00 ₸"), "{words}");
        for hidden in ["Закрыта", "ДОЛЖНО БЫТЬ", "Подпись"] {
            assert!(!words.contains(hidden), "{hidden} in\n{words}");
        }
    }
}

#[test]
fn a_long_day_goes_over_several_sheets_and_loses_nothing() {
    let mut long = shift();
    if let Some(drawer) = &mut long.drawer {
        drawer.moves = (0..120)
            .map(|n| Moved {
                at: "12:00".into(),
                what: format!("Расход {n}"),
                note: String::new(),
                amount: money(-100),
            })
            .collect();
    }
    let pdf = shift_report_pdf(&long, Format::A4).unwrap();
    let (_folder, path) = saved(&pdf);
    assert!(!run("pdfinfo", &[text(&path)]).contains("Pages:           1\n"));
    let words = text_of(&pdf);
    assert!((0..120).all(|n| words.contains(&format!("Расход {n}"))));
}

#[test]
fn plain_lines_of_a_report_fit_the_narrow_roll() {
    let lines = plain_shift_report(&shift(), 32, |_| false).unwrap();
    let texts: Vec<String> = lines
        .into_iter()
        .map(|line| match line {
            PlainLine::Text { text, .. } => text,
            PlainLine::Qr(_) => panic!("a report has no code"),
        })
        .collect();
    assert!(texts.iter().all(|line| line.chars().count() <= 32), "{texts:#?}");
    assert!(texts.iter().any(|line| line.ends_with("184\u{a0}500,00\u{a0}KZT")), "{texts:#?}");
}
