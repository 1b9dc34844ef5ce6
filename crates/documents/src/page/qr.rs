//! QR codes as vector squares, sized for scanners and for the dots of a receipt printer.

use qrcode::{Color, EcLevel, QrCode};

use crate::DocumentError;
use crate::page::canvas::MM;

/// Dots of a receipt printer in a millimetre (203 dpi). A module that is a whole number of
/// dots prints with sharp edges.
const DOTS_PER_MM: f32 = 8.0;

/// A QR code laid out: dark runs of modules.
#[derive(Debug)]
pub(crate) struct QrCells {
    /// Side of a module in points.
    pub(crate) module: f32,
    /// Side of the code in points, without its quiet zone.
    pub(crate) side: f32,
    /// Row, first column, length.
    pub(crate) runs: Vec<(u16, u16, u16)>,
}

/// Lays out `content` so that the code's side is at least `least_mm` millimetres.
///
/// # Errors
/// [`DocumentError::QrTooLong`] beyond what a QR code holds (2 331 bytes at level M).
pub(crate) fn qr(content: &str, least_mm: f32) -> Result<QrCells, DocumentError> {
    let too_long = |_| DocumentError::QrTooLong(content.len());
    let code = QrCode::with_error_correction_level(content, EcLevel::M).map_err(too_long)?;
    let columns = u16::try_from(code.width()).map_err(|_| DocumentError::QrTooLong(content.len()))?;
    let dots = (least_mm * DOTS_PER_MM / f32::from(columns)).ceil().max(3.0);
    let module = dots / DOTS_PER_MM * MM;
    let mut runs = Vec::new();
    for (row, cells) in (0u16..).zip(code.to_colors().chunks(code.width())) {
        let mut start = None;
        for (column, color) in (0u16..).zip(cells.iter().copied().chain([Color::Light])) {
            match (start, color) {
                (None, Color::Dark) => start = Some(column),
                (Some(first), Color::Light) => {
                    runs.push((row, first, column - first));
                    start = None;
                }
                _ => {}
            }
        }
    }
    Ok(QrCells { module, side: module * f32::from(columns), runs })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_at_least_as_large_as_asked_and_its_modules_are_whole_dots() {
        for length in [1, 40, 120, 400] {
            let code = qr(&"x".repeat(length), 25.0).unwrap();
            assert!(code.side >= 25.0 * MM - 0.01, "{length}: {}", code.side / MM);
            let dots = code.module / MM * DOTS_PER_MM;
            assert!((dots - dots.round()).abs() < 1e-3 && dots.round() >= 3.0, "{dots}");
        }
        assert_eq!(qr(&"x".repeat(3_000), 25.0).unwrap_err(), DocumentError::QrTooLong(3_000));
    }
}
