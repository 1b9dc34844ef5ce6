//! Handing a document to a printer: one of the system, or a receipt printer that is spoken to
//! directly.

use std::path::PathBuf;
use std::sync::{MutexGuard, PoisonError};
use std::time::Duration;

use adelante_base::vocabulary::{CodePage, PrintMode, PrinterKind};
use adelante_devices::{Letters, Piece, Port, PrintError, Printer as _, SystemPrinters, Ticket, drawer_kick};
use adelante_documents::pages::page_dots;
use adelante_documents::{Format, PlainLine};
use adelante_wire::{CommandError, ErrorCode, Printed, PrinterDevice};

use super::paper::Document;
use super::{document_error, internal};
use crate::Desk;

/// How long a receipt printer may take nothing: a full one prints a metre meanwhile.
const PATIENCE: Duration = Duration::from_secs(15);

/// Where to print, and how.
pub(super) struct Target {
    pub(super) device: PrinterDevice,
    /// Of a printer of the system: its name.
    pub(super) name: String,
}

/// A print that failed.
pub(super) struct Failed {
    pub(super) error: CommandError,
    /// Something may be on paper all the same.
    pub(super) maybe_printed: bool,
}

impl From<CommandError> for Failed {
    fn from(error: CommandError) -> Self {
        Self { error, maybe_printed: false }
    }
}

impl Desk {
    /// The named printer of the system, else the chosen one.
    pub(super) fn target(&self, named: &str) -> Result<Target, CommandError> {
        let preferences = self.preferences();
        let target = if named.is_empty() {
            Target { device: preferences.device, name: preferences.receipt_printer }
        } else {
            let device = PrinterDevice { kind: PrinterKind::System, ..preferences.device };
            Target { device, name: named.to_owned() }
        };
        if target.is_chosen() { Ok(target) } else { Err(CommandError::new(ErrorCode::NoPrinter)) }
    }

    /// One print at a time: two would be cut into each other.
    pub(super) fn at_the_printer(&self) -> MutexGuard<'_, ()> {
        self.printing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Target {
    /// Whether there is anything to print on.
    pub(super) fn is_chosen(&self) -> bool {
        let place = match self.device.kind {
            PrinterKind::System => &self.name,
            PrinterKind::Network => &self.device.address,
            PrinterKind::Device => &self.device.path,
        };
        !place.trim().is_empty()
    }

    /// What people call it.
    pub(super) fn place(&self) -> String {
        match self.device.kind {
            PrinterKind::System => self.name.clone(),
            PrinterKind::Network => self.device.address.trim().to_owned(),
            PrinterKind::Device => self.device.path.trim().to_owned(),
        }
    }

    /// A receipt printer that is spoken to directly; none: the system prints.
    fn port(&self) -> Option<Port> {
        match self.device.kind {
            PrinterKind::System => None,
            PrinterKind::Network => Some(Port::Network(self.place())),
            PrinterKind::Device => Some(Port::Device(PathBuf::from(self.place()))),
        }
    }

    /// Whether a drawer can hang on it.
    pub(super) fn opens_drawer(&self) -> bool {
        self.port().is_some() && self.is_chosen()
    }

    /// Opens the drawer.
    pub(super) fn kick(&self) -> Result<(), CommandError> {
        let port = self.port().filter(|_| self.is_chosen()).ok_or_else(|| CommandError::new(ErrorCode::NoDrawer))?;
        port.send(&drawer_kick(), PATIENCE).map_err(|error| self.print_error(&error))
    }

    /// Prints a document `copies` times.
    pub(super) fn print(&self, document: &Document, format: Format, copies: u8) -> Result<Printed, Failed> {
        let told =
            |error: PrintError| Failed { error: self.print_error(&error), maybe_printed: error.may_have_printed() };
        let Some(port) = self.port() else {
            let pdf = document.pdf(format)?;
            let mut job = String::new();
            for copy in 0..copies.max(1) {
                let printed = SystemPrinters::new().print(&pdf, &document.title(), &self.name);
                // Of several, the first lies there already.
                job = printed
                    .map_err(|error| Failed { maybe_printed: copy > 0 || error.may_have_printed(), ..told(error) })?
                    .0;
            }
            return Ok(Printed { job });
        };
        // A roll printer has no sheets.
        let format = if format == Format::A4 { Format::Roll80 } else { format };
        let ticket = Ticket {
            pieces: self.pieces(document, format)?,
            letters: (self.letters(), self.device.code_page_number),
            cut: self.device.cut,
            copies,
        };
        let lacking = |letter| CommandError::new(ErrorCode::MissingGlyph).with("letter", letter);
        let bytes = ticket.bytes().map_err(lacking)?;
        port.send(&bytes, PATIENCE).map_err(told)?;
        Ok(Printed { job: String::new() })
    }

    const fn letters(&self) -> Letters {
        match self.device.code_page {
            CodePage::Cp866 => Letters::Cp866,
            CodePage::Cp1251 => Letters::Cp1251,
        }
    }

    /// As text where that was chosen and the printer has every letter; a picture otherwise.
    fn pieces(&self, document: &Document, format: Format) -> Result<Vec<Piece>, CommandError> {
        let (dots, columns) = if format == Format::Roll58 { (384, 32) } else { (576, 48) };
        let letters = self.letters();
        if self.device.mode == PrintMode::Text
            && !document.has_logo()
            && let Some(lines) = document.plain(columns, |text| letters.has(text))
        {
            return Ok(lines.into_iter().map(piece).collect());
        }
        let pages = page_dots(&document.pdf(format)?, dots).map_err(|error| document_error(&error))?;
        if pages.is_empty() {
            return Err(internal("a document without a page"));
        }
        Ok(pages.into_iter().map(|page| Piece::Picture { width: page.width, rows: page.rows }).collect())
    }

    fn print_error(&self, error: &PrintError) -> CommandError {
        let at = |code| CommandError::new(code).with("where", self.place());
        match error {
            PrintError::NoSuchPrinter if self.device.kind == PrinterKind::Device => {
                at(ErrorCode::PrinterUnreachable).with("detail", "no such file")
            }
            PrintError::NoSuchPrinter => CommandError::new(ErrorCode::NoPrinter),
            PrintError::Unreachable(detail) => at(ErrorCode::PrinterUnreachable).with("detail", detail),
            PrintError::Interrupted(detail) => at(ErrorCode::PrinterInterrupted).with("detail", detail),
            PrintError::Timeout => at(ErrorCode::PrinterTimeout),
            other => CommandError::new(ErrorCode::PrintFailed).with("detail", other),
        }
    }
}

fn piece(line: PlainLine) -> Piece {
    match line {
        PlainLine::Text { text, bold, tall, centre } => Piece::Line { text, bold, tall, centre },
        PlainLine::Qr(content) => Piece::Qr(content),
    }
}
