//! The receipt of a payment or of its void, for a roll of 80 or 58 mm, a sheet of A4, or as plain
//! lines for a printer with letters of its own.

mod a4;
mod parts;
mod roll;

use std::fmt;

use adelante_base::vocabulary::{Language, MethodKind, ReceiptKind};
use adelante_base::{Money, Timestamp};

use crate::page::pdf::{About, assemble};
use crate::page::{blocks, plain};
use crate::{Currency, DocumentError, Logo, PlainLine, Words, sanitise};

/// The paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A thermal roll of 80 mm, 72 mm of which can be printed on; as long as the receipt.
    Roll80,
    /// A thermal roll of 58 mm, 48 mm of which can be printed on.
    Roll58,
    /// A sheet of 210 × 297 mm, several where one is not enough.
    A4,
}

/// A mark across the head of a receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stamp {
    /// A reprint.
    Copy,
    /// Made in practice mode: no receipt at all.
    Practice,
}

/// Who took the money, as it was on that day.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Seller {
    /// The salon's name.
    pub name: String,
    /// Legal name, or empty.
    pub legal_name: String,
    /// What the tax id is called: БИН, ИНН, ЄДРПОУ, VAT no.
    pub tax_id_label: String,
    /// Tax id, or empty.
    pub tax_id: String,
    /// Address, or empty.
    pub address: String,
    /// Phone, or empty.
    pub phone: String,
}

/// A service or product on a receipt.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceiptLine {
    /// What.
    pub name: String,
    /// Who did it, or empty.
    pub staff: String,
    /// Price of the whole line.
    pub price: Money,
    /// What this receipt pays (or gives back) of it.
    pub amount: Money,
    /// What the price has become smaller by; zero is not printed.
    pub discount: Money,
}

/// A sum by one method.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceiptPayment {
    /// What kind of money.
    pub kind: MethodKind,
    /// The salon's name for the method; empty: the kind's own.
    pub name: String,
    /// The sum.
    pub amount: Money,
    /// Cash only: what the client gave.
    pub tendered: Option<Money>,
    /// Cash only: what went back.
    pub change: Money,
}

/// A tip for somebody, over the sum of the receipt.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceiptTip {
    /// For whom.
    pub staff: String,
    /// How much.
    pub amount: Money,
}

/// Tax inside the sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vat {
    /// Rate in basis points: 1200 is 12 %.
    pub rate_bp: u16,
    /// The tax.
    pub amount: Money,
}

/// What a fiscal device answered; the QR code is then its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fiscal {
    /// Number of the document.
    pub number: String,
    /// Its sign.
    pub sign: String,
    /// Number of the storage, or empty.
    pub storage: String,
    /// Registration number of the device, or empty.
    pub registration: String,
    /// It was a simulator: the receipt is no fiscal one, and says so.
    pub simulated: bool,
}

/// How much of the visit is paid after this receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VisitSums {
    /// Price of the visit.
    pub total: Money,
    /// Paid by all its receipts.
    pub paid: Money,
    /// Still to pay.
    pub remaining: Money,
}

/// Everything that a receipt says. Of a void, the sums of lines, payments, VAT and total may
/// be given with either sign: they are printed as what goes back, with a minus.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceiptDocument {
    /// Language of the fixed words.
    pub language: Language,
    /// Currency of all sums.
    pub currency: Currency,
    /// The salon.
    pub seller: Seller,
    /// Its number: K1-000123.
    pub number: String,
    /// A sale or a void.
    pub kind: ReceiptKind,
    /// Of a void: why. Otherwise empty.
    pub reason: String,
    /// Of a void: the receipt it answers; of a voided sale: the void; or empty.
    pub counterpart: String,
    /// Marks across the head.
    pub stamps: Vec<Stamp>,
    /// Date and time on the salon's wall clock, as printed.
    pub at_text: String,
    /// When it was made: the PDF's date.
    pub made_at: Timestamp,
    /// The salon's logo.
    pub logo: Option<Logo>,
    /// A text under the salon's name, or empty. Line breaks are kept.
    pub header: String,
    /// For whom, or empty.
    pub client: String,
    /// Who took the money, or empty.
    pub cashier: String,
    /// The register, or empty.
    pub register: String,
    /// Number of the shift.
    pub shift_number: Option<u32>,
    /// What was paid for.
    pub lines: Vec<ReceiptLine>,
    /// How, tips included.
    pub payments: Vec<ReceiptPayment>,
    /// Tips, which are over the sum.
    pub tips: Vec<ReceiptTip>,
    /// Sum of this receipt.
    pub total: Money,
    /// Tax inside the sum, where the salon pays it.
    pub vat: Vec<Vat>,
    /// What a fiscal device answered, once it registered the receipt.
    pub fiscal: Option<Fiscal>,
    /// The visit, printed where something of it remains or was paid before.
    pub visit: Option<VisitSums>,
    /// Thanks, hours, site; or empty. Line breaks are kept.
    pub footer: String,
    /// Content of the QR code; empty: no code.
    pub qr: String,
}

impl fmt::Debug for ReceiptDocument {
    /// Its number only: names never enter a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReceiptDocument").field("number", &self.number).finish_non_exhaustive()
    }
}

/// The words of a mark.
pub(crate) const fn stamp_text(stamp: Stamp, words: &Words) -> &'static str {
    parts::stamp(stamp, words)
}

/// The PDF of a receipt. The same document gives the same bytes. Emoji and other signs that
/// the built-in fonts lack are printed as `?`.
///
/// # Errors
/// [`DocumentError::MissingGlyph`] for a letter that the fonts lack (a name in Georgian);
/// [`DocumentError::QrTooLong`]; [`DocumentError::TooLong`] for a roll of more than 5 m.
pub fn render_pdf(receipt: &ReceiptDocument, format: Format) -> Result<Vec<u8>, DocumentError> {
    let receipt = cleaned(receipt);
    let words = Words::of(receipt.language);
    let sheets = match format {
        Format::Roll80 | Format::Roll58 => {
            vec![blocks::roll(&roll::blocks(&receipt, words), format, receipt.logo.as_ref())?]
        }
        Format::A4 => a4::draw(&receipt, words)?,
    };
    let title = format!("{} {}", parts::heading(&receipt, words), receipt.number);
    assemble(&About { title: &title, author: &receipt.seller.name, made_at: receipt.made_at }, &sheets)
}

/// The receipt as lines of `columns` letters for a printer with letters of its own. Where it
/// lacks the currency's sign (`has`), the currency's code is printed.
///
/// # Errors
/// [`DocumentError::TooLong`].
pub fn plain_receipt(
    receipt: &ReceiptDocument,
    columns: usize,
    has: impl Fn(&str) -> bool,
) -> Result<Vec<PlainLine>, DocumentError> {
    let mut receipt = cleaned(receipt);
    if !has(&receipt.currency.symbol) {
        receipt.currency.symbol.clear();
    }
    plain::lines(&roll::blocks(&receipt, Words::of(receipt.language)), columns)
}

/// The receipt with printable texts, and the sums of a void turned to minus.
fn cleaned(receipt: &ReceiptDocument) -> ReceiptDocument {
    let mut receipt = receipt.clone();
    let seller = &mut receipt.seller;
    let texts = [
        &mut seller.name,
        &mut seller.legal_name,
        &mut seller.tax_id_label,
        &mut seller.tax_id,
        &mut seller.address,
        &mut seller.phone,
        &mut receipt.number,
        &mut receipt.reason,
        &mut receipt.counterpart,
        &mut receipt.at_text,
        &mut receipt.client,
        &mut receipt.cashier,
        &mut receipt.register,
        &mut receipt.currency.symbol,
        &mut receipt.currency.code,
    ];
    let lines = receipt.lines.iter_mut().flat_map(|line| [&mut line.name, &mut line.staff]);
    let methods = receipt.payments.iter_mut().map(|payment| &mut payment.name);
    let tipped = receipt.tips.iter_mut().map(|tip| &mut tip.staff);
    for text in texts.into_iter().chain(lines).chain(methods).chain(tipped) {
        *text = sanitise(text);
    }
    if receipt.kind != ReceiptKind::Sale {
        let line_sums = receipt.lines.iter_mut().map(|line| &mut line.amount);
        let payment_sums = receipt.payments.iter_mut().map(|payment| &mut payment.amount);
        let tip_sums = receipt.tips.iter_mut().map(|tip| &mut tip.amount);
        let vat_sums = receipt.vat.iter_mut().map(|vat| &mut vat.amount);
        for sum in line_sums.chain(payment_sums).chain(tip_sums).chain(vat_sums).chain([&mut receipt.total]) {
            if sum.is_positive() {
                *sum = sum.negated();
            }
        }
    }
    receipt
}
