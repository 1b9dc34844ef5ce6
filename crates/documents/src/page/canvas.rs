//! A sheet that is drawn from its top: points, y grows downwards. It becomes a PDF page when
//! its height is known, which for a roll is after the last line.

use crate::DocumentError;
use crate::page::font::Face;
use crate::page::qr::QrCells;

/// Points in a millimetre.
pub(crate) const MM: f32 = 72.0 / 25.4;

/// Points to a dot of a receipt printer (203 dpi): what stands on whole dots prints sharp.
pub(crate) const DOT: f32 = MM / 8.0;

/// How a text looks: face, size in points, grey from 0 (black) to 1.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub(crate) face: Face,
    pub(crate) size: f32,
    pub(crate) grey: f32,
}

impl Style {
    pub(crate) const fn regular(size: f32) -> Self {
        Self { face: Face::Regular, size, grey: 0.0 }
    }

    pub(crate) const fn bold(size: f32) -> Self {
        Self { face: Face::Bold, size, grey: 0.0 }
    }

    pub(crate) const fn grey(self, grey: f32) -> Self {
        Self { grey, ..self }
    }

    /// From one line to the next.
    pub(crate) fn leading(self) -> f32 {
        self.size * 1.3
    }

    /// From the top of a line to the foot of its letters.
    pub(crate) fn ascent(self) -> f32 {
        self.size * 1.0
    }

    pub(crate) fn width(self, text: &str) -> Result<f32, DocumentError> {
        self.face.width(text, self.size)
    }
}

/// Where a text stands against its x.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Align {
    Left,
    Centre,
    Right,
}

/// One mark on the paper.
#[derive(Debug)]
pub(crate) enum Mark {
    Text { x: f32, baseline: f32, style: Style, text: String },
    Fill { x: f32, top: f32, width: f32, height: f32, grey: f32 },
    Qr { x: f32, top: f32, cells: QrCells },
    Picture { x: f32, top: f32, width: u32, height: u32, shades: Vec<u8> },
}

/// A sheet of paper of a given width.
pub(crate) struct Canvas {
    pub(crate) width: f32,
    pub(crate) marks: Vec<Mark>,
}

impl Canvas {
    pub(crate) const fn new(width: f32) -> Self {
        Self { width, marks: Vec::new() }
    }

    /// One line of text whose top is at `top`.
    pub(crate) fn text(
        &mut self,
        x: f32,
        top: f32,
        align: Align,
        style: Style,
        text: &str,
    ) -> Result<(), DocumentError> {
        let width = style.width(text)?;
        let x = match align {
            Align::Left => x,
            Align::Centre => x - width / 2.0,
            Align::Right => x - width,
        };
        if !text.is_empty() {
            self.marks.push(Mark::Text { x, baseline: top + style.ascent(), style, text: text.to_owned() });
        }
        Ok(())
    }

    /// A filled rectangle; a hairline is a thin one.
    pub(crate) fn fill(&mut self, x: f32, top: f32, width: f32, height: f32, grey: f32) {
        self.marks.push(Mark::Fill { x, top, width, height, grey });
    }

    pub(crate) fn qr(&mut self, x: f32, top: f32, cells: QrCells) {
        self.marks.push(Mark::Qr { x, top, cells });
    }
}
