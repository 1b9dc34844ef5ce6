//! The A4 form: the salon's head, a table of what was paid for, sums on the right, the QR
//! code at their side.

use crate::page::canvas::{Align, DOT, MM, Mark, Style};
use crate::page::flow::Flow;
use crate::page::pdf::Sheet;
use crate::page::qr::qr;
use crate::page::text::wrap;
use crate::receipt::{ReceiptDocument, ReceiptLine, parts};
use crate::{DocumentError, Words};

const WIDTH: f32 = 210.0 * MM;
const HEIGHT: f32 = 297.0 * MM;
const MARGIN: f32 = 18.0 * MM;
/// Where the last line of a page may end; the page's number stands below.
const BOTTOM: f32 = HEIGHT - 22.0 * MM;
const SUMS_WIDTH: f32 = 88.0 * MM;
const QR_MM: f32 = 30.0;
const QR_ROOM: f32 = 70.0 * MM;

const NAME: Style = Style::bold(20.0);
const HEADING: Style = Style::bold(13.0);
const BODY: Style = Style::regular(10.0);
const STRONG: Style = Style::bold(10.0);
const SMALL: Style = Style::regular(8.5).grey(0.35);
const TOTAL: Style = Style::bold(17.0);

/// Right edges of the two columns of sums, and where staff begin.
const PRICE_RIGHT: f32 = WIDTH - MARGIN - 34.0 * MM;
const STAFF_LEFT: f32 = MARGIN + 78.0 * MM;

/// The pages.
///
/// # Errors
/// As [`super::render_pdf`].
pub(super) fn draw(receipt: &ReceiptDocument, words: &'static Words) -> Result<Vec<Sheet>, DocumentError> {
    let mut pages = vec![Flow::new(WIDTH, MARGIN, MARGIN)];
    head(last(&mut pages)?, receipt, words)?;
    table_head(last(&mut pages)?, receipt, words)?;
    for line in &receipt.lines {
        if last(&mut pages)?.y + row_height(receipt, line, words)? > BOTTOM {
            pages.push(Flow::new(WIDTH, MARGIN, MARGIN));
            table_head(last(&mut pages)?, receipt, words)?;
        }
        row(last(&mut pages)?, receipt, line, words)?;
    }
    let sums_height = sums(&mut Flow::new(WIDTH, MARGIN, 0.0), receipt, words)?;
    if last(&mut pages)?.y + sums_height > BOTTOM {
        pages.push(Flow::new(WIDTH, MARGIN, MARGIN));
    }
    sums(last(&mut pages)?, receipt, words)?;
    number_pages(&mut pages, receipt, words)?;
    Ok(pages.into_iter().map(|page| Sheet { canvas: page.canvas, height: HEIGHT }).collect())
}

fn last(pages: &mut [Flow]) -> Result<&mut Flow, DocumentError> {
    pages.last_mut().ok_or(DocumentError::TooLong)
}

fn head(page: &mut Flow, receipt: &ReceiptDocument, words: &'static Words) -> Result<(), DocumentError> {
    for stamp in &receipt.stamps {
        page.paragraph(parts::stamp(*stamp, words), Style::bold(12.0).grey(0.45), Align::Right)?;
    }
    if let Some(logo) = &receipt.logo {
        let (width, height) = (logo.width(), logo.height());
        page.canvas.marks.push(Mark::Picture { x: page.left, top: page.y, width, height, shades: logo.shades() });
        page.space(height as f32 * DOT + 8.0);
    }
    page.paragraph(&receipt.seller.name, NAME, Align::Left)?;
    page.space(2.0);
    for line in parts::text_lines(&receipt.header) {
        page.paragraph(&line, BODY, Align::Left)?;
    }
    for line in parts::seller_lines(receipt, words) {
        page.paragraph(&line, SMALL, Align::Left)?;
    }
    page.space(14.0);
    page.rule(1.5, 0.0);
    page.space(10.0);
    let heading = format!("{} {}", parts::heading(receipt, words), receipt.number);
    page.pair((&heading, HEADING), (&receipt.at_text, BODY))?;
    page.space(4.0);
    for (label, text) in parts::facts(receipt, words) {
        page.paragraph(&format!("{label}: {text}"), BODY, Align::Left)?;
    }
    page.space(16.0);
    Ok(())
}

fn table_head(page: &mut Flow, receipt: &ReceiptDocument, words: &Words) -> Result<(), DocumentError> {
    let top = page.y;
    page.canvas.text(page.left, top, Align::Left, SMALL, words.service)?;
    page.canvas.text(STAFF_LEFT, top, Align::Left, SMALL, words.staff)?;
    page.canvas.text(PRICE_RIGHT, top, Align::Right, SMALL, words.price)?;
    page.canvas.text(page.right, top, Align::Right, SMALL, parts::amount_label(receipt, words))?;
    page.space(SMALL.leading() + 3.0);
    page.rule(0.6, 0.3);
    Ok(())
}

/// The wrapped cells of a row: name, staff.
fn cells(receipt: &ReceiptDocument, line: &ReceiptLine) -> Result<[Vec<String>; 2], DocumentError> {
    let price = BODY.width(&parts::money(receipt, line.price))?;
    let name = wrap(&line.name, BODY.face, BODY.size, STAFF_LEFT - MARGIN - 8.0)?;
    let staff = wrap(&line.staff, BODY.face, BODY.size, (PRICE_RIGHT - price - 8.0 - STAFF_LEFT).max(40.0))?;
    Ok([name, staff])
}

fn row_height(receipt: &ReceiptDocument, line: &ReceiptLine, words: &Words) -> Result<f32, DocumentError> {
    let mut page = Flow::new(WIDTH, MARGIN, 0.0);
    row(&mut page, receipt, line, words)?;
    Ok(page.y)
}

fn row(page: &mut Flow, receipt: &ReceiptDocument, line: &ReceiptLine, words: &Words) -> Result<(), DocumentError> {
    let top = page.y + 5.0;
    let mut end = top + BODY.leading();
    for (x, lines) in [page.left, STAFF_LEFT].into_iter().zip(cells(receipt, line)?) {
        let mut y = top;
        for text in lines {
            page.canvas.text(x, y, Align::Left, BODY, &text)?;
            y += BODY.leading();
        }
        end = end.max(y);
    }
    page.canvas.text(PRICE_RIGHT, top, Align::Right, BODY, &parts::money(receipt, line.price))?;
    page.canvas.text(page.right, top, Align::Right, STRONG, &parts::money(receipt, line.amount))?;
    page.y = end;
    if let Some(part) = parts::part_of_line(receipt, line, words) {
        page.paragraph(&part, SMALL, Align::Left)?;
    }
    if let Some(discount) = parts::discount(receipt, line, words) {
        page.paragraph(&discount, SMALL, Align::Left)?;
    }
    page.space(4.0);
    page.rule(0.4, 0.75);
    Ok(())
}

/// Total, payments, the visit and, at their left, the QR code and the footer. Gives back how
/// much height they take.
fn sums(page: &mut Flow, receipt: &ReceiptDocument, words: &Words) -> Result<f32, DocumentError> {
    let top = page.y;
    page.space(12.0);
    let code_top = page.y;
    let left = std::mem::replace(&mut page.left, page.right - SUMS_WIDTH);
    page.pair((parts::total_label(receipt, words), TOTAL), (&parts::money(receipt, receipt.total), TOTAL))?;
    for (label, sum) in parts::vat(receipt, words) {
        page.pair((&label, SMALL), (&sum, SMALL))?;
    }
    for (label, sum) in parts::tips(receipt, words) {
        page.pair((&label, SMALL), (&sum, SMALL))?;
    }
    page.space(8.0);
    page.rule(0.6, 0.3);
    page.space(6.0);
    for payment in &receipt.payments {
        page.pair((parts::method(payment, words), BODY), (&parts::money(receipt, payment.amount), BODY))?;
        for (label, sum) in parts::cash(receipt, payment, words) {
            page.pair((label, SMALL), (&sum, SMALL))?;
        }
    }
    let visit = parts::visit(receipt, words);
    if let Some(((label, sum), figures)) = visit.split_last() {
        page.space(6.0);
        page.rule(0.6, 0.3);
        page.space(6.0);
        for (label, sum) in figures {
            page.pair((label, SMALL), (sum, SMALL))?;
        }
        page.space(2.0);
        page.pair((label, STRONG), (sum, STRONG))?;
    }
    page.left = left;
    if !receipt.qr.is_empty() {
        let cells = qr(&receipt.qr, QR_MM)?;
        if cells.side > QR_ROOM {
            return Err(DocumentError::QrTooLong(receipt.qr.len()));
        }
        let end = code_top + 6.0 + cells.side;
        page.canvas.qr(page.left, code_top + 6.0, cells);
        page.y = page.y.max(end);
    }
    page.space(22.0);
    for line in parts::footer(receipt, words) {
        page.paragraph(&line, BODY, Align::Left)?;
    }
    Ok(page.y - top)
}

fn number_pages(pages: &mut [Flow], receipt: &ReceiptDocument, words: &Words) -> Result<(), DocumentError> {
    let count = pages.len();
    if count < 2 {
        return Ok(());
    }
    for (index, page) in pages.iter_mut().enumerate() {
        let text = words.page_of.replace("{pages}", &count.to_string()).replace("{page}", &(index + 1).to_string());
        let text = format!("{} · {text}", receipt.number);
        page.canvas.text(page.right, BOTTOM + 8.0 * MM, Align::Right, SMALL, &text)?;
    }
    Ok(())
}
