//! The printer's test page and the recovery sheet.

use crate::samples::{MADE_AT, money, run, saved, text, text_of};
use adelante_base::vocabulary::Language;
use adelante_documents::{
    Currency, Format, GiftCertificate, RecoverySheet, TestPage, gift_certificate, recovery_sheet, test_page,
};

#[test]
fn the_test_print_shows_letters_and_currencies_of_all_our_countries_and_a_code() {
    for language in Language::ALL {
        for format in [Format::Roll80, Format::Roll58, Format::A4] {
            let page = TestPage {
                salon: "Студия «Әсем» 💅".into(),
                printer: "XP-80C".into(),
                at_text: "21.11.2026 17:04".into(),
                made_at: MADE_AT,
                language: *language,
            };
            let pdf = test_page(&page, format).unwrap();
            let words = text_of(&pdf);
            for expected in
                ["Студия «Әсем» ?", "XP-80C", "ҐґЄєІіЇї", "ӘәҒғҚқҢңӨөҰұҮүҺһ", "12 000,00 ₸", "500 ₽", "250 ₴"]
            {
                assert!(words.contains(expected), "{language} {format:?} has no {expected:?} in\n{words}");
            }
            let (folder, path) = saved(&pdf);
            let picture = folder.path().join("page");
            run("pdftoppm", &["-r", "203", "-png", "-singlefile", text(&path), text(&picture)]);
            assert_eq!(run("zbarimg", &["-q", "--raw", text(&picture.with_extension("png"))]).trim(), "ADELANTE");
        }
    }
}

#[test]
fn the_recovery_sheet_fits_on_one_page_with_the_whole_key() {
    for language in Language::ALL {
        let sheet = RecoverySheet {
            salon: "Студия красоты «Әсем»".into(),
            owner: "Гүлнара Нұрғалиева".into(),
            recovery_code: "7K4F-Q2MD-9XPA-3TWB".into(),
            database_key: "0123456789abcdef".repeat(4),
            at_text: "21.11.2026".into(),
            made_at: MADE_AT,
            language: *language,
        };
        let pdf = recovery_sheet(&sheet).unwrap();
        let words = text_of(&pdf);
        assert!(words.contains("7K4F-Q2MD-9XPA-3TWB") && words.contains("Гүлнара Нұрғалиева"), "{words}");
        assert_eq!(words.matches("0123 4567 89ab cdef").count(), 4, "{words}");
        let (_folder, path) = saved(&pdf);
        assert!(run("pdfinfo", &[text(&path)]).contains("Pages:           1"));
        assert_eq!(format!("{sheet:?}"), "RecoverySheet { .. }");
    }
}

#[test]
fn the_code_of_a_gift_certificate_is_read_from_every_paper() {
    for language in Language::ALL {
        for format in [Format::A4, Format::Roll80, Format::Roll58] {
            let certificate = GiftCertificate {
                language: *language,
                currency: Currency { code: "KZT".into(), digits: 2, symbol: "₸".into() },
                salon: "Студия красоты «Әсем»".into(),
                contact: "г. Алматы, ул. Қабанбай батыра, 42 · +7 701 123-45-67".into(),
                logo: None,
                value: money(2_500_000),
                recipient: "Айгүл".into(),
                wish: "С днём рождения! 💐".into(),
                code: "ABCDEF2345".into(),
                until: "21.11.2027".into(),
                practice: false,
                made_at: MADE_AT,
            };
            let pdf = gift_certificate(&certificate, format).unwrap();
            // A long name takes two lines on a narrow roll.
            let words = text_of(&pdf).split_whitespace().collect::<Vec<_>>().join(" ");
            for expected in ["Студия красоты «Әсем»", "Айгүл", "21.11.2027", "С днём рождения! ?"]
            {
                assert!(words.contains(expected), "{language} {format:?} has no {expected:?} in\n{words}");
            }
            let (folder, path) = saved(&pdf);
            let picture = folder.path().join("page");
            run("pdftoppm", &["-r", "203", "-png", "-singlefile", text(&path), text(&picture)]);
            assert_eq!(run("zbarimg", &["-q", "--raw", text(&picture.with_extension("png"))]).trim(), "ABCDEF2345");
        }
    }
}
