//! Paper: receipts and reports on screen, from a printer and as a file; the printer of this desk,
//! the drawer at it, and the prints that wait.
//!
//! [`paper`] makes a document's forms, [`output`] hands them to a printer, [`queue`] does what
//! payments left to be done, [`setup`] is what the settings ask.

mod certificate;
mod output;
mod paper;
mod queue;
pub(crate) mod receipt;
mod report;
mod setup;
mod template;

use adelante_base::vocabulary::Paper;
use adelante_documents::pages::page_images;
use adelante_documents::{DocumentError, Format};
use adelante_engine::Caller;
use adelante_wire::table::Call;
use adelante_wire::{
    CommandError, ErrorCode, FileOut, Pages, PaperShiftReport, PreviewReceipt, PrintReceipt, Printed, SaveReceipt,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::Desk;
use crate::desk::{input, internal};
use paper::Document;

/// Pixels to a point of the preview: sharp on a screen of twice the usual density.
const PREVIEW_SCALE: f32 = 2.0;

impl Desk {
    pub(crate) fn preview_receipt(&self, call: &Call, caller: &Caller) -> Result<Pages, CommandError> {
        let wanted: PreviewReceipt = input(call)?;
        let format = self.format(&wanted.format)?;
        let receipt = self.receipt(call, caller, wanted.receipt_id)?;
        pictures(&Document::Receipt(Box::new(receipt.document)), format)
    }

    pub(crate) fn save_receipt(&self, call: &Call, caller: &Caller) -> Result<FileOut, CommandError> {
        let wanted: SaveReceipt = input(call)?;
        let format = self.format(&wanted.format)?;
        let receipt = self.receipt(call, caller, wanted.receipt_id)?;
        file(&Document::Receipt(Box::new(receipt.document)), format)
    }

    pub(crate) fn print_receipt(&self, call: &Call, caller: &Caller) -> Result<Printed, CommandError> {
        let wanted: PrintReceipt = input(call)?;
        let format = self.format(&wanted.format)?;
        let target = self.target(&wanted.printer)?;
        self.print_one_receipt(call, caller, wanted.receipt_id, &target, format)
    }

    pub(crate) fn preview_shift_report(&self, call: &Call, caller: &Caller) -> Result<Pages, CommandError> {
        let wanted: PaperShiftReport = input(call)?;
        let format = self.format(&wanted.format)?;
        pictures(&Document::Report(Box::new(self.shift_paper(call, caller, wanted.shift_id)?)), format)
    }

    pub(crate) fn save_shift_report(&self, call: &Call, caller: &Caller) -> Result<FileOut, CommandError> {
        let wanted: PaperShiftReport = input(call)?;
        let format = self.format(&wanted.format)?;
        file(&Document::Report(Box::new(self.shift_paper(call, caller, wanted.shift_id)?)), format)
    }

    pub(crate) fn print_shift_report(&self, call: &Call, caller: &Caller) -> Result<Printed, CommandError> {
        let wanted: PaperShiftReport = input(call)?;
        let format = self.format(&wanted.format)?;
        let target = self.target("")?;
        let paper = Document::Report(Box::new(self.shift_paper(call, caller, wanted.shift_id)?));
        let _one_at_a_time = self.at_the_printer();
        target.print(&paper, format, 1).map_err(|failed| failed.error)
    }

    /// The named paper; empty: what is in this desk's printer.
    fn format(&self, named: &str) -> Result<Format, CommandError> {
        let paper = if named.is_empty() {
            self.preferences().device.paper
        } else {
            let unknown =
                || CommandError::new(ErrorCode::BadInput).with("detail", "the format must be 80mm, 58mm or a4");
            named.parse().map_err(|_| unknown())?
        };
        Ok(format_of(paper))
    }
}

const fn format_of(paper: Paper) -> Format {
    match paper {
        Paper::Roll80 => Format::Roll80,
        Paper::Roll58 => Format::Roll58,
        Paper::A4 => Format::A4,
    }
}

fn pictures(document: &Document, format: Format) -> Result<Pages, CommandError> {
    let pdf = document.pdf(format)?;
    let images = page_images(&pdf, PREVIEW_SCALE).map_err(|error| document_error(&error))?;
    let first = images.first().ok_or_else(|| internal("a document without a page"))?;
    let (width, height) = (first.width, first.height);
    Ok(Pages { pages_base64: images.iter().map(|image| BASE64.encode(&image.png)).collect(), width, height })
}

fn file(document: &Document, format: Format) -> Result<FileOut, CommandError> {
    Ok(FileOut {
        file_name: format!("{}.pdf", document.title()),
        media_type: "application/pdf".to_owned(),
        content_base64: BASE64.encode(document.pdf(format)?),
    })
}

pub(crate) fn document_error(error: &DocumentError) -> CommandError {
    match error {
        DocumentError::MissingGlyph(letter) => CommandError::new(ErrorCode::MissingGlyph).with("letter", letter),
        DocumentError::QrTooLong(_) => CommandError::new(ErrorCode::TooLong).with("field", "receipt_qr"),
        DocumentError::TooLong => CommandError::new(ErrorCode::TooLong).with("field", "receipt"),
        DocumentError::NotAPicture => CommandError::new(ErrorCode::NotAPicture),
        other => internal(&other.to_string()),
    }
}
