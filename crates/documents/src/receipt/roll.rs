//! The 80 mm roll: black only (a thermal head has no grey), as long as what it says.

use adelante_base::vocabulary::ReceiptKind;

use crate::page::canvas::{Align, MM, Style};
use crate::page::flow::Flow;
use crate::page::pdf::Sheet;
use crate::page::qr::qr;
use crate::receipt::{ReceiptDocument, ReceiptPayment, parts};
use crate::{DocumentError, Words};

/// Width of the paper; the head prints the 72 mm in its middle.
const PAPER: f32 = 80.0 * MM;
const MARGIN: f32 = 4.0 * MM;
const QR_MM: f32 = 27.0;

const NAME: Style = Style::bold(15.0);
const SMALL: Style = Style::regular(7.6);
const BODY: Style = Style::regular(9.0);
const STRONG: Style = Style::bold(9.0);
const TOTAL: Style = Style::bold(15.0);

/// The roll, cut where the receipt ends.
///
/// # Errors
/// As [`super::render_pdf`].
pub(super) fn draw(receipt: &ReceiptDocument, words: &'static Words) -> Result<Sheet, DocumentError> {
    let mut flow = Flow::new(PAPER, MARGIN, 4.0 * MM);
    for stamp in &receipt.stamps {
        frame(&mut flow, parts::stamp(*stamp, words))?;
    }
    head(&mut flow, receipt, words)?;
    lines(&mut flow, receipt, words)?;
    sums(&mut flow, receipt, words)?;
    foot(&mut flow, receipt, words)?;
    flow.space(4.0 * MM);
    Ok(Sheet { height: flow.y, canvas: flow.canvas })
}

/// A hairline with air around it.
fn divide(flow: &mut Flow) {
    flow.space(4.5);
    flow.rule(0.5, 0.0);
    flow.space(4.5);
}

/// White on black, across the paper.
fn banner(flow: &mut Flow, text: &str) -> Result<(), DocumentError> {
    let style = Style::bold(11.0);
    let height = style.leading() + 4.0;
    flow.canvas.fill(flow.left, flow.y, flow.width(), height, 0.0);
    flow.canvas.text(flow.middle(), flow.y + 2.6, Align::Centre, style.grey(1.0), text)?;
    flow.space(height + 5.0);
    Ok(())
}

/// Black in a frame, across the paper.
fn frame(flow: &mut Flow, text: &str) -> Result<(), DocumentError> {
    let style = Style::bold(9.5);
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

fn head(flow: &mut Flow, receipt: &ReceiptDocument, words: &'static Words) -> Result<(), DocumentError> {
    flow.paragraph(&receipt.seller.name, NAME, Align::Centre)?;
    flow.space(1.5);
    for line in parts::seller_lines(receipt, words) {
        flow.paragraph(&line, SMALL, Align::Centre)?;
    }
    divide(flow);
    if receipt.kind != ReceiptKind::Sale {
        banner(flow, parts::heading(receipt, words))?;
        flow.pair((&receipt.number, STRONG), (&receipt.at_text, BODY))?;
    } else {
        let heading = format!("{} {}", parts::heading(receipt, words), receipt.number);
        flow.pair((&heading, STRONG), (&receipt.at_text, BODY))?;
    }
    for (label, text) in parts::facts(receipt, words) {
        flow.pair((label, SMALL), (&text, SMALL))?;
    }
    Ok(())
}

fn lines(flow: &mut Flow, receipt: &ReceiptDocument, words: &Words) -> Result<(), DocumentError> {
    divide(flow);
    for (index, line) in receipt.lines.iter().enumerate() {
        if index > 0 {
            flow.space(3.0);
        }
        flow.pair((&line.name, BODY), (&parts::money(receipt, line.amount), BODY))?;
        if !line.staff.trim().is_empty() {
            flow.paragraph(&line.staff, SMALL, Align::Left)?;
        }
        if let Some(part) = parts::part_of_line(receipt, line, words) {
            flow.paragraph(&part, SMALL, Align::Left)?;
        }
    }
    Ok(())
}

fn sums(flow: &mut Flow, receipt: &ReceiptDocument, words: &Words) -> Result<(), DocumentError> {
    flow.space(5.0);
    flow.rule(1.2, 0.0);
    flow.space(3.5);
    flow.pair((parts::total_label(receipt, words), TOTAL), (&parts::money(receipt, receipt.total), TOTAL))?;
    for (label, sum) in parts::vat(receipt, words) {
        flow.pair((&label, SMALL), (&sum, SMALL))?;
    }
    for (label, sum) in parts::tips(receipt, words) {
        flow.pair((&label, SMALL), (&sum, SMALL))?;
    }
    divide(flow);
    for payment in &receipt.payments {
        paid(flow, receipt, payment, words)?;
    }
    let visit = parts::visit(receipt, words);
    if let Some(((label, sum), figures)) = visit.split_last() {
        divide(flow);
        for (label, sum) in figures {
            flow.pair((label, SMALL), (sum, SMALL))?;
        }
        flow.space(1.0);
        flow.pair((label, STRONG), (sum, STRONG))?;
    }
    Ok(())
}

fn paid(
    flow: &mut Flow,
    receipt: &ReceiptDocument,
    payment: &ReceiptPayment,
    words: &Words,
) -> Result<(), DocumentError> {
    flow.pair((parts::method(payment, words), BODY), (&parts::money(receipt, payment.amount), BODY))?;
    for (label, sum) in parts::cash(receipt, payment, words) {
        flow.pair((label, SMALL), (&sum, SMALL))?;
    }
    Ok(())
}

fn foot(flow: &mut Flow, receipt: &ReceiptDocument, words: &Words) -> Result<(), DocumentError> {
    if !receipt.qr.is_empty() {
        let cells = qr(&receipt.qr, QR_MM)?;
        if cells.side + 8.0 * cells.module > PAPER {
            return Err(DocumentError::QrTooLong(receipt.qr.len()));
        }
        let side = cells.side;
        // The quiet zone of four modules (ISO/IEC 18004) is kept on every side.
        flow.space(4.0 * cells.module + 4.0);
        let (x, quiet) = (flow.middle() - side / 2.0, 4.0 * cells.module);
        flow.canvas.qr(x, flow.y, cells);
        flow.space(side + quiet);
    }
    let footer = parts::footer(receipt, words);
    if !footer.is_empty() {
        if receipt.qr.is_empty() {
            divide(flow);
        }
        for line in footer {
            flow.paragraph(&line, BODY, Align::Centre)?;
        }
    }
    Ok(())
}
