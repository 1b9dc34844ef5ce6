//! The bytes of a ticket.

use super::Letters;

/// `ESC @`: as after switching on.
const RESET: [u8; 2] = [0x1B, b'@'];
/// `GS v 0`: a picture, one bit a dot. Long ones go in bands, which every printer's memory holds.
const PICTURE: [u8; 4] = [0x1D, b'v', b'0', 0];
const BAND_ROWS: usize = 128;
/// `GS V 66 0`: to the knife, and cut.
const CUT: [u8; 4] = [0x1D, b'V', 66, 0];
/// `ESC d 5`: five lines on, where nothing is cut.
const TEAR_OFF: [u8; 3] = [0x1B, b'd', 5];
/// `ESC p 0 25 250`: a pulse of 50 ms on the first drawer's pin, then half a second's rest.
const KICK: [u8; 5] = [0x1B, b'p', 0, 25, 250];
/// Dots of a module of a QR code that the printer draws itself.
const QR_MODULE: u8 = 6;

/// Something on the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// A line of text in the printer's letters.
    Line {
        /// Shorter than the paper is wide.
        text: String,
        /// Fat letters.
        bold: bool,
        /// Letters of double height.
        tall: bool,
        /// In the middle.
        centre: bool,
    },
    /// A QR code that the printer draws.
    Qr(String),
    /// A picture.
    Picture {
        /// Dots in a row, a multiple of eight.
        width: usize,
        /// The rows from the top, a bit a dot, the leftmost in the highest bit; 1 is black.
        rows: Vec<u8>,
    },
}

/// What is printed in one go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    /// From the top.
    pub pieces: Vec<Piece>,
    /// The letters of its lines, and the number by which this printer knows them (`ESC t n`).
    pub letters: (Letters, u8),
    /// Cut after each.
    pub cut: bool,
    /// How many, at least one.
    pub copies: u8,
}

impl Ticket {
    /// The bytes for the printer.
    ///
    /// # Errors
    /// A letter that its code page lacks.
    pub fn bytes(&self) -> Result<Vec<u8>, char> {
        let mut one = RESET.to_vec();
        if self.pieces.iter().any(|piece| matches!(piece, Piece::Line { .. })) {
            one.extend([0x1B, b't', self.letters.1]);
        }
        for piece in &self.pieces {
            match piece {
                Piece::Line { text, bold, tall, centre } => {
                    one.extend([0x1B, b'a', u8::from(*centre), 0x1B, b'E', u8::from(*bold)]);
                    one.extend([0x1D, b'!', u8::from(*tall)]);
                    one.extend(self.letters.0.encode(text)?);
                    one.push(b'\n');
                }
                Piece::Qr(content) => one.extend(qr(content.as_bytes())),
                Piece::Picture { width, rows } => one.extend(picture(*width, rows)),
            }
        }
        one.extend_from_slice(if self.cut { &CUT } else { &TEAR_OFF });
        Ok(one.repeat(usize::from(self.copies.max(1))))
    }
}

/// The bytes that open the drawer.
#[must_use]
pub fn drawer_kick() -> Vec<u8> {
    [&RESET[..], &KICK].concat()
}

fn picture(width: usize, rows: &[u8]) -> Vec<u8> {
    let stride = width / 8;
    let mut bytes = vec![0x1B, b'a', 0];
    for band in rows.chunks((stride * BAND_ROWS).max(1)) {
        let [wide, high] = [stride, band.len() / stride.max(1)].map(|n| u16::try_from(n).unwrap_or(u16::MAX));
        bytes.extend(PICTURE);
        bytes.extend(wide.to_le_bytes());
        bytes.extend(high.to_le_bytes());
        bytes.extend_from_slice(band);
    }
    bytes
}

/// `GS ( k`: model 2, the module's size, error correction M, the content, print.
fn qr(content: &[u8]) -> Vec<u8> {
    let command = |function: u8, parameters: &[u8]| {
        let length = u16::try_from(parameters.len() + 2).unwrap_or(u16::MAX).to_le_bytes();
        [&[0x1D, b'(', b'k', length[0], length[1], 49, function], parameters].concat()
    };
    [
        vec![0x1B, b'a', 1],
        command(65, &[50, 0]),
        command(67, &[QR_MODULE]),
        command(69, &[49]),
        command(80, &[&[48], content].concat()),
        command(81, &[48]),
    ]
    .concat()
}
