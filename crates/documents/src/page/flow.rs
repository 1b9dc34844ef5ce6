//! Drawing downwards: each call puts something under what was drawn before.

use crate::DocumentError;
use crate::page::canvas::{Align, Canvas, Style};
use crate::page::text::wrap;

/// A column of a sheet and how far down it is filled.
pub(crate) struct Flow {
    pub(crate) canvas: Canvas,
    pub(crate) left: f32,
    pub(crate) right: f32,
    pub(crate) y: f32,
}

impl Flow {
    /// A sheet of `width` points with margins, begun at `top`.
    pub(crate) const fn new(width: f32, margin: f32, top: f32) -> Self {
        Self { canvas: Canvas::new(width), left: margin, right: width - margin, y: top }
    }

    pub(crate) const fn width(&self) -> f32 {
        self.right - self.left
    }

    pub(crate) const fn middle(&self) -> f32 {
        (self.left + self.right) / 2.0
    }

    pub(crate) const fn space(&mut self, points: f32) {
        self.y += points;
    }

    /// A line across the column.
    pub(crate) fn rule(&mut self, thickness: f32, grey: f32) {
        self.canvas.fill(self.left, self.y, self.right - self.left, thickness, grey);
        self.y += thickness;
    }

    /// A text, wrapped.
    pub(crate) fn paragraph(&mut self, text: &str, style: Style, align: Align) -> Result<(), DocumentError> {
        let x = match align {
            Align::Left => self.left,
            Align::Centre => self.middle(),
            Align::Right => self.right,
        };
        for line in wrap(text, style.face, style.size, self.width())? {
            self.canvas.text(x, self.y, align, style, &line)?;
            self.y += style.leading();
        }
        Ok(())
    }

    /// A label on the left and a text on the right, on one line where both fit; otherwise the
    /// label is wrapped beside the text, or stands above it. A text of several lines reads
    /// from the left.
    pub(crate) fn pair(&mut self, label: (&str, Style), text: (&str, Style)) -> Result<(), DocumentError> {
        let gap = label.1.size * 0.8;
        let text_width = text.1.width(text.0)?;
        let room = self.width() - text_width - gap;
        let leading = label.1.leading().max(text.1.leading());
        // Both stand on one line of writing, whatever their sizes.
        let drop = |style: Style| label.1.ascent().max(text.1.ascent()) - style.ascent();
        if room >= self.width() * 0.28 {
            let lines = wrap(label.0, label.1.face, label.1.size, room)?;
            self.canvas.text(self.right, self.y + drop(text.1), Align::Right, text.1, text.0)?;
            for (index, line) in lines.iter().enumerate() {
                let top = if index == 0 { self.y + drop(label.1) } else { self.y };
                self.canvas.text(self.left, top, Align::Left, label.1, line)?;
                self.y += if index == 0 { leading } else { label.1.leading() };
            }
            if lines.is_empty() {
                self.y += leading;
            }
            return Ok(());
        }
        self.paragraph(label.0, label.1, Align::Left)?;
        let align = if text_width <= self.width() { Align::Right } else { Align::Left };
        self.paragraph(text.0, text.1, align)
    }
}
