//! Writes sample documents, and the previews of their first pages, into the folder that is named, to look at them.

#[path = "../tests/documents/samples.rs"]
#[expect(dead_code, clippy::unwrap_used, reason = "shared with the tests, which use the rest")]
mod samples;

use std::path::PathBuf;

use adelante_base::vocabulary::Language;
use adelante_documents::pages::page_images;
use adelante_documents::{Format, RecoverySheet, Stamp, TestPage, recovery_sheet, render_pdf, test_page};

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("usage: samples FOLDER"));
    let write = |name: String, bytes: Vec<u8>| {
        let pages = page_images(&bytes, 2.0).expect("a PDF has pages");
        std::fs::write(folder.join(&name), bytes).expect("the folder takes files");
        std::fs::write(folder.join(name.replace(".pdf", "-preview.png")), &pages[0].png)
            .expect("the folder takes files");
    };
    let at_text = "21.11.2026 17:04".to_owned();
    for (format, paper) in [(Format::Roll80, "roll"), (Format::A4, "a4")] {
        let mut copy = samples::sale();
        (copy.language, copy.stamps) = (Language::Kk, vec![Stamp::Copy]);
        for (name, receipt) in
            [("sale", samples::sale()), ("part", samples::part()), ("void", samples::void()), ("copy", copy)]
        {
            write(format!("{name}-{paper}.pdf"), render_pdf(&receipt, format).expect("a sample renders"));
        }
        let page = TestPage {
            salon: "Студия «Әсем»".into(),
            printer: "XP-80C".into(),
            at_text: at_text.clone(),
            made_at: samples::MADE_AT,
            language: Language::Ru,
        };
        write(format!("test-{paper}.pdf"), test_page(&page, format).expect("a sample renders"));
    }
    let sheet = RecoverySheet {
        salon: "Студия красоты «Әсем»".into(),
        owner: "Гүлнара Нұрғалиева".into(),
        recovery_code: "7K4F-Q2MD-9XPA-3TWB".into(),
        database_key: "0123456789abcdef".repeat(4),
        at_text,
        made_at: samples::MADE_AT,
        language: Language::Ru,
    };
    write("recovery.pdf".into(), recovery_sheet(&sheet).expect("a sample renders"));
}
