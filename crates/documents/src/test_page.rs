//! The page that a printer prints from the settings, to see that it works.

use adelante_base::Timestamp;
use adelante_base::vocabulary::Language;

use crate::page::canvas::{Align, MM, Style};
use crate::page::flow::Flow;
use crate::page::pdf::{About, Sheet, assemble};
use crate::page::qr::qr;
use crate::{DocumentError, Format, Words, sanitise};

/// What the test print says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestPage {
    /// The salon's name.
    pub salon: String,
    /// The printer's name.
    pub printer: String,
    /// Date and time, as printed.
    pub at_text: String,
    /// When it was made: the PDF's date.
    pub made_at: Timestamp,
    /// Language of the words.
    pub language: Language,
}

/// The letters, signs and sums of all our countries: what a wrong driver garbles first.
const LETTERS: [&str; 4] = [
    "АаБбВвГгДдЕеЁёЖжЩщЪъЫыЭэЮюЯя",
    "ҐґЄєІіЇї  ӘәҒғҚқҢңӨөҰұҮүҺһ",
    "AaBbCcXxYyZz 0123456789",
    "12\u{a0}000,00\u{a0}₸ · 500\u{a0}₽ · 250\u{a0}₴ · 9\u{a0}€ · $9 · № −5",
];

/// The PDF of the test print: two frames (the paper's edge and inside it), letters, a QR code.
///
/// # Errors
/// [`DocumentError::MissingGlyph`] for a salon's or printer's name in letters that the fonts lack.
pub fn test_page(page: &TestPage, format: Format) -> Result<Vec<u8>, DocumentError> {
    let words = Words::of(page.language);
    let (width, margin, scale) = match format {
        Format::Roll80 => (80.0 * MM, 4.0 * MM, 1.0),
        Format::Roll58 => (58.0 * MM, 5.0 * MM, 0.8),
        Format::A4 => (210.0 * MM, 45.0 * MM, 1.35),
    };
    let mut flow = Flow::new(width, margin, margin.min(20.0 * MM));
    let top = flow.y;
    (flow.left, flow.right) = (flow.left + 10.0, flow.right - 10.0);
    flow.space(12.0);
    flow.paragraph(&sanitise(&page.salon), Style::bold(14.0 * scale), Align::Centre)?;
    flow.paragraph(words.test_title, Style::bold(11.0 * scale), Align::Centre)?;
    flow.space(4.0);
    let small = Style::regular(8.0 * scale);
    flow.paragraph(&format!("{}: {}", words.test_printer, sanitise(&page.printer)), small, Align::Centre)?;
    flow.paragraph(&sanitise(&page.at_text), small, Align::Centre)?;
    flow.space(8.0);
    for letters in LETTERS {
        flow.paragraph(letters, Style::regular(9.0 * scale), Align::Centre)?;
    }
    let cells = qr("ADELANTE", 25.0)?;
    flow.space(14.0);
    let side = cells.side;
    let x = flow.middle() - side / 2.0;
    flow.canvas.qr(x, flow.y, cells);
    flow.space(side + 14.0);
    flow.paragraph(words.test_body, small, Align::Centre)?;
    flow.space(12.0);
    (flow.left, flow.right) = (flow.left - 10.0, flow.right + 10.0);
    frames(&mut flow, top);
    let height = match format {
        Format::Roll80 | Format::Roll58 => flow.y + 4.0 * MM,
        Format::A4 => 297.0 * MM,
    };
    let about = About { title: words.test_title, author: &sanitise(&page.salon), made_at: page.made_at };
    assemble(&about, &[Sheet { canvas: flow.canvas, height }])
}

/// A thick frame from `top` to here, and a thin one in it.
fn frames(flow: &mut Flow, top: f32) {
    for (inset, pen) in [(0.0, 1.2), (4.0, 0.5)] {
        let (left, upper) = (flow.left + inset, top + inset);
        let (width, height) = (flow.width() - 2.0 * inset, flow.y - top - 2.0 * inset);
        flow.canvas.fill(left, upper, width, pen, 0.0);
        flow.canvas.fill(left, upper + height - pen, width, pen, 0.0);
        flow.canvas.fill(left, upper, pen, height, 0.0);
        flow.canvas.fill(left + width - pen, upper, pen, height, 0.0);
    }
}
