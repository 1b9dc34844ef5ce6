//! What stands on a paper from its top to its foot, said once: drawn on a roll or a sheet, or
//! written as plain lines.

use crate::page::canvas::{Align, DOT, MM, Mark, Style};
use crate::page::flow::Flow;
use crate::page::pdf::Sheet;
use crate::page::qr::qr;
use crate::{DocumentError, Format, Logo};

const QR_MM: f32 = 27.0;

/// How strongly something is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Size {
    /// The salon's name.
    Name,
    /// What is looked up when needed.
    Small,
    /// What is read.
    Body,
    /// What is looked for.
    Strong,
    /// The sum.
    Total,
}

/// A text with its size.
pub(crate) type Said = (String, Size);

/// One thing under the other.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Block {
    /// The salon's logo, where it has one.
    Logo,
    /// A text in the middle.
    Centre(String, Size),
    /// A text from the left.
    Left(String, Size),
    /// A label and what belongs to it.
    Pair(Said, Said),
    /// Air, in points.
    Space(f32),
    /// A hairline with air around it.
    Divide,
    /// A thick line before the sum.
    Heavy,
    /// White on black, across the paper.
    Banner(String),
    /// Black in a frame, across the paper.
    Frame(String),
    /// A QR code.
    Qr(String),
}

impl Block {
    pub(crate) fn pair(label: impl Into<String>, text: impl Into<String>, size: Size) -> Self {
        Self::Pair((label.into(), size), (text.into(), size))
    }
}

/// A paper: its width, the part of it that is printed on, how large letters are.
struct Stock {
    width: f32,
    margin: f32,
    scale: f32,
    headline: f32,
}

const fn stock(format: Format) -> Stock {
    match format {
        Format::Roll80 => Stock { width: 80.0 * MM, margin: 4.0 * MM, scale: 1.0, headline: 15.0 },
        Format::Roll58 => Stock { width: 58.0 * MM, margin: 5.0 * MM, scale: 1.0, headline: 12.5 },
        Format::A4 => Stock { width: 210.0 * MM, margin: 40.0 * MM, scale: 1.2, headline: 14.0 },
    }
}

impl Stock {
    fn style(&self, size: Size) -> Style {
        match size {
            Size::Name | Size::Total => Style::bold(self.headline * self.scale),
            Size::Small => Style::regular(7.6 * self.scale),
            Size::Body => Style::regular(9.0 * self.scale),
            Size::Strong => Style::bold(9.0 * self.scale),
        }
    }
}

/// A roll, cut where the last block ends: on a whole dot, so that pictures stay sharp.
///
/// # Errors
/// [`DocumentError::MissingGlyph`], [`DocumentError::QrTooLong`].
pub(crate) fn roll(blocks: &[Block], format: Format, logo: Option<&Logo>) -> Result<Sheet, DocumentError> {
    let stock = stock(format);
    let mut flow = Flow::new(stock.width, stock.margin, 4.0 * MM);
    for block in blocks {
        draw(&mut flow, block, &stock, logo)?;
    }
    flow.space(4.0 * MM);
    Ok(Sheet { height: (flow.y / DOT).ceil() * DOT, canvas: flow.canvas })
}

/// Sheets of A4 with the blocks in a column in their middle.
///
/// # Errors
/// As [`roll`].
pub(crate) fn sheets(blocks: &[Block], logo: Option<&Logo>) -> Result<Vec<Sheet>, DocumentError> {
    const HEIGHT: f32 = 297.0 * MM;
    const EDGE: f32 = 18.0 * MM;
    let stock = stock(Format::A4);
    let page = || Flow::new(stock.width, stock.margin, EDGE);
    let (mut done, mut flow) = (Vec::new(), page());
    for block in blocks {
        let mut measured = page();
        draw(&mut measured, block, &stock, logo)?;
        if flow.y + measured.y - EDGE > HEIGHT - EDGE {
            done.push(std::mem::replace(&mut flow, page()));
        }
        draw(&mut flow, block, &stock, logo)?;
    }
    done.push(flow);
    Ok(done.into_iter().map(|flow| Sheet { canvas: flow.canvas, height: HEIGHT }).collect())
}

fn draw(flow: &mut Flow, block: &Block, stock: &Stock, logo: Option<&Logo>) -> Result<(), DocumentError> {
    match block {
        Block::Logo => {
            if let Some(logo) = logo {
                picture(flow, logo);
            }
            Ok(())
        }
        Block::Centre(text, size) => flow.paragraph(text, stock.style(*size), Align::Centre),
        Block::Left(text, size) => flow.paragraph(text, stock.style(*size), Align::Left),
        Block::Pair((label, label_size), (text, size)) => {
            flow.pair((label, stock.style(*label_size)), (text, stock.style(*size)))
        }
        Block::Space(points) => {
            flow.space(*points);
            Ok(())
        }
        Block::Divide => {
            flow.space(4.5);
            flow.rule(0.5, 0.0);
            flow.space(4.5);
            Ok(())
        }
        Block::Heavy => {
            flow.space(5.0);
            flow.rule(1.2, 0.0);
            flow.space(3.5);
            Ok(())
        }
        Block::Banner(text) => banner(flow, text),
        Block::Frame(text) => frame(flow, text),
        Block::Qr(content) => code(flow, content),
    }
}

/// On whole dots: a head that prints dots prints these.
fn picture(flow: &mut Flow, logo: &Logo) {
    let on_dot = |points: f32| (points / DOT).round() * DOT;
    let (width, height) = (logo.width(), logo.height());
    let (wide, high) = (width as f32 * DOT, height as f32 * DOT);
    let (x, top) = (on_dot(flow.middle() - wide / 2.0), on_dot(flow.y));
    flow.canvas.marks.push(Mark::Picture { x, top, width, height, shades: logo.dithered() });
    flow.y = top + high + 4.0;
}

fn banner(flow: &mut Flow, text: &str) -> Result<(), DocumentError> {
    let style = fitting(flow, text, 11.0)?;
    let height = style.leading() + 4.0;
    flow.canvas.fill(flow.left, flow.y, flow.width(), height, 0.0);
    flow.canvas.text(flow.middle(), flow.y + 2.6, Align::Centre, style.grey(1.0), text)?;
    flow.space(height + 5.0);
    Ok(())
}

fn frame(flow: &mut Flow, text: &str) -> Result<(), DocumentError> {
    let style = fitting(flow, text, 9.5)?;
    let (left, top, width, height) = (flow.left, flow.y, flow.width(), style.leading() + 3.0);
    for (x, y, w, h) in [
        (left, top, width, 0.8),
        (left, top + height - 0.8, width, 0.8),
        (left, top, 0.8, height),
        (left + width - 0.8, top, 0.8, height),
    ] {
        flow.canvas.fill(x, y, w, h, 0.0);
    }
    flow.canvas.text(flow.middle(), top + 2.1, Align::Centre, style, text)?;
    flow.space(height + 6.0);
    Ok(())
}

/// Fat letters of `size`, or as much smaller as one line needs.
fn fitting(flow: &Flow, text: &str, size: f32) -> Result<Style, DocumentError> {
    let (room, width) = (flow.width() - 6.0, Style::bold(size).width(text)?);
    Ok(Style::bold(if width > room { size * room / width } else { size }))
}

fn code(flow: &mut Flow, content: &str) -> Result<(), DocumentError> {
    let cells = qr(content, QR_MM)?;
    if cells.side + 8.0 * cells.module > flow.canvas.width {
        return Err(DocumentError::QrTooLong(content.len()));
    }
    let side = cells.side;
    // The quiet zone of four modules (ISO/IEC 18004) is kept on every side.
    flow.space(4.0 * cells.module + 4.0);
    let (x, quiet) = (flow.middle() - side / 2.0, 4.0 * cells.module);
    flow.canvas.qr(x, flow.y, cells);
    flow.space(side + quiet);
    Ok(())
}
