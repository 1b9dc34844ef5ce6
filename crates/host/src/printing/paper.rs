//! A document in the forms that printers take.

use adelante_documents::{
    Format, GiftCertificate, PlainLine, ReceiptDocument, ShiftPaper, TestPage, gift_certificate, plain_receipt,
    plain_shift_report, render_pdf, shift_report_pdf, test_page,
};
use adelante_wire::CommandError;

use super::document_error;

/// Something to print.
pub(super) enum Document {
    /// A receipt.
    Receipt(Box<ReceiptDocument>),
    /// X or Z.
    Report(Box<ShiftPaper>),
    /// A gift certificate: half a sheet across, or a strip of a roll.
    Certificate(Box<GiftCertificate>),
    /// The page that shows whether a printer works.
    Test(TestPage),
}

impl Document {
    pub(super) fn pdf(&self, format: Format) -> Result<Vec<u8>, CommandError> {
        let pdf = match self {
            Self::Receipt(receipt) => render_pdf(receipt, format),
            Self::Report(paper) => shift_report_pdf(paper, format),
            Self::Certificate(certificate) => gift_certificate(certificate, format),
            Self::Test(page) => test_page(page, format),
        };
        pdf.map_err(|error| document_error(&error))
    }

    /// As lines for a printer that `has` these letters; none: it must be printed as a picture.
    pub(super) fn plain(&self, columns: usize, has: impl Fn(&str) -> bool) -> Option<Vec<PlainLine>> {
        let lines = match self {
            Self::Receipt(receipt) => plain_receipt(receipt, columns, &has).ok()?,
            Self::Report(paper) => plain_shift_report(paper, columns, &has).ok()?,
            Self::Certificate(_) | Self::Test(_) => return None,
        };
        let all = lines.iter().all(|line| match line {
            PlainLine::Text { text, .. } => has(text),
            PlainLine::Qr(_) => true,
        });
        all.then_some(lines)
    }

    /// What the system's queue and a file are called.
    pub(super) fn title(&self) -> String {
        match self {
            Self::Receipt(receipt) => receipt.number.clone(),
            Self::Report(paper) => {
                format!("{}-{}", if paper.closed.is_some() { "Z" } else { "X" }, paper.number)
            }
            Self::Certificate(certificate) => certificate.code.clone(),
            Self::Test(_) => "test".to_owned(),
        }
    }

    /// Whether it has a logo, which only a picture shows.
    pub(super) fn has_logo(&self) -> bool {
        matches!(self, Self::Receipt(receipt) if receipt.logo.is_some())
    }
}
