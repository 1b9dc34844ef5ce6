//! The report of a shift on paper: X while it is open, Z when it is closed.

mod words;

use adelante_base::vocabulary::{Language, MethodKind};
use adelante_base::{Money, Timestamp};

use crate::amount::format_rate;
use crate::page::blocks::{self, Block, Size};
use crate::page::pdf::{About, assemble};
use crate::page::plain;
use crate::{Currency, DocumentError, Format, PlainLine, Stamp, Vat, Words, format_money, sanitise};
use words::ShiftWords;

/// Everything that the report says. Sums come as they are; here nothing is added up.
#[derive(Clone, PartialEq, Eq)]
pub struct ShiftPaper {
    /// Language of the fixed words.
    pub language: Language,
    /// Currency of all sums.
    pub currency: Currency,
    /// The salon's name.
    pub salon: String,
    /// Legal name and tax id, those that are known.
    pub legal: Vec<String>,
    /// The register.
    pub register: String,
    /// Number of the shift.
    pub number: u32,
    /// When it was opened and by whom, as printed.
    pub opened: String,
    /// When it was closed, as printed; none: it is open, and this is X.
    pub closed: Option<String>,
    /// When the paper is made, as printed.
    pub printed: String,
    /// The same: the PDF's date.
    pub made_at: Timestamp,
    /// Made in practice mode.
    pub practice: bool,
    /// Sales.
    pub sales: u32,
    /// Receipts that gave money back.
    pub voids: u32,
    /// First and last number of its receipts; none: it has none.
    pub numbers: Option<(String, String)>,
    /// All money taken less what was given back.
    pub total: Money,
    /// By method.
    pub turnovers: Vec<Turnover>,
    /// Tax by rate, with what was taken at that rate.
    pub vat: Vec<(Vat, Money)>,
    /// Discounts: how many lines, how much.
    pub discounts: (u32, Money),
    /// Tips by staff member.
    pub tips: Vec<(String, Money)>,
    /// The drawer; none where the person may not see it before the count.
    pub drawer: Option<DrawerReport>,
}

/// Money by a method.
#[derive(Clone, PartialEq, Eq)]
pub struct Turnover {
    /// Kind of money.
    pub kind: MethodKind,
    /// The salon's name for it; empty: the kind's own.
    pub name: String,
    /// Taken.
    pub taken: Money,
    /// Given back, ≥ 0.
    pub returned: Money,
    /// Number of payments.
    pub count: u32,
}

/// The drawer over the shift.
#[derive(Clone, PartialEq, Eq)]
pub struct DrawerReport {
    /// In it at the opening.
    pub opening: Money,
    /// Taken in cash.
    pub taken: Money,
    /// Given back in cash, ≥ 0.
    pub returned: Money,
    /// Put in otherwise, ≥ 0.
    pub put_in: Money,
    /// Taken out otherwise, ≥ 0.
    pub taken_out: Money,
    /// What must lie in it.
    pub expected: Money,
    /// What was counted.
    pub counted: Option<Money>,
    /// Counted less expected.
    pub difference: Money,
    /// Why it differs, or empty.
    pub reason: String,
    /// What was put in and taken out.
    pub moves: Vec<Moved>,
}

/// Cash that went in or out.
#[derive(Clone, PartialEq, Eq)]
pub struct Moved {
    /// Time of day, as printed.
    pub at: String,
    /// Its kind; empty: a transfer.
    pub what: String,
    /// A word about it, or empty.
    pub note: String,
    /// Into the drawer +, out of it −.
    pub amount: Money,
}

impl std::fmt::Debug for ShiftPaper {
    /// Its number only: names never enter a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ShiftPaper").field("number", &self.number).finish_non_exhaustive()
    }
}

/// The PDF of the report. The same paper gives the same bytes.
///
/// # Errors
/// As [`crate::render_pdf`].
pub fn shift_report_pdf(paper: &ShiftPaper, format: Format) -> Result<Vec<u8>, DocumentError> {
    let blocks = said(paper);
    let sheets = match format {
        Format::Roll80 | Format::Roll58 => vec![blocks::roll(&blocks, format, None)?],
        Format::A4 => blocks::sheets(&blocks, None)?,
    };
    let title = format!("{} {}", heading(paper), paper.number);
    assemble(&About { title: &title, author: &sanitise(&paper.salon), made_at: paper.made_at }, &sheets)
}

/// The report as lines of `columns` letters; `has` as in [`crate::plain_receipt`].
///
/// # Errors
/// [`DocumentError::TooLong`].
pub fn plain_shift_report(
    paper: &ShiftPaper,
    columns: usize,
    has: impl Fn(&str) -> bool,
) -> Result<Vec<PlainLine>, DocumentError> {
    let mut paper = paper.clone();
    if !has(&paper.currency.symbol) {
        paper.currency.symbol.clear();
    }
    plain::lines(&said(&paper), columns)
}

const fn heading(paper: &ShiftPaper) -> &'static str {
    let words = ShiftWords::of(paper.language);
    if paper.closed.is_some() { words.title_z } else { words.title_x }
}

fn said(paper: &ShiftPaper) -> Vec<Block> {
    let mut blocks = Vec::new();
    head(&mut blocks, paper);
    takings(&mut blocks, paper);
    if let Some(drawer) = &paper.drawer {
        in_drawer(&mut blocks, paper, drawer);
    }
    if paper.closed.is_some() {
        let words = ShiftWords::of(paper.language);
        blocks.extend([Block::Space(14.0), Block::pair(words.sign, "____________", Size::Small)]);
    }
    blocks
}

fn head(blocks: &mut Vec<Block>, paper: &ShiftPaper) {
    let (words, common) = (ShiftWords::of(paper.language), Words::of(paper.language));
    if paper.practice {
        blocks.push(Block::Frame(crate::receipt::stamp_text(Stamp::Practice, common).to_owned()));
    }
    blocks.push(Block::Centre(sanitise(&paper.salon), Size::Name));
    blocks.extend(paper.legal.iter().map(|line| Block::Centre(sanitise(line), Size::Small)));
    blocks.extend([Block::Space(4.0), Block::Banner(heading(paper).to_owned())]);
    blocks.push(Block::pair(words.shift, paper.number.to_string(), Size::Strong));
    let numbers = paper.numbers.as_ref().map(|(first, last)| format!("{first} – {last}"));
    let facts = [
        (common.register, Some(paper.register.clone())),
        (words.opened, Some(paper.opened.clone())),
        (words.closed, paper.closed.clone()),
        (words.printed, Some(paper.printed.clone())),
        (words.receipts, Some(paper.sales.to_string())),
        (words.voids, (paper.voids > 0).then(|| paper.voids.to_string())),
        (words.numbers, numbers),
    ];
    let known = facts.into_iter().filter_map(|(label, text)| Some((label, text?)));
    blocks.extend(known.map(|(label, text)| Block::pair(label, sanitise(&text), Size::Small)));
}

fn takings(blocks: &mut Vec<Block>, paper: &ShiftPaper) {
    let (words, common) = (ShiftWords::of(paper.language), Words::of(paper.language));
    let money = |sum| format_money(sum, &paper.currency, paper.language);
    blocks.extend([Block::Heavy, Block::pair(words.taken, money(paper.total), Size::Total)]);
    blocks.push(Block::Divide);
    for turnover in &paper.turnovers {
        let name = if turnover.name.trim().is_empty() {
            common.method(turnover.kind).to_owned()
        } else {
            sanitise(&turnover.name)
        };
        blocks.push(Block::pair(format!("{name} · {}", turnover.count), money(turnover.taken), Size::Body));
        if !turnover.returned.is_zero() {
            blocks.push(Block::pair(words.returned, money(turnover.returned.negated()), Size::Small));
        }
    }
    for (vat, base) in &paper.vat {
        let rate = format_rate(vat.rate_bp, paper.language);
        let label = words.vat.replace("{rate}", &rate).replace("{a}", &money(*base));
        blocks.push(Block::pair(label, money(vat.amount), Size::Small));
    }
    let (count, sum) = paper.discounts;
    if count > 0 {
        blocks.push(Block::pair(format!("{} · {count}", words.discounts), money(sum), Size::Small));
    }
    for (who, sum) in &paper.tips {
        blocks.push(Block::pair(format!("{}, {}", words.tips, sanitise(who)), money(*sum), Size::Small));
    }
}

fn in_drawer(blocks: &mut Vec<Block>, paper: &ShiftPaper, drawer: &DrawerReport) {
    let words = ShiftWords::of(paper.language);
    let money = |sum| format_money(sum, &paper.currency, paper.language);
    blocks.extend([Block::Divide, Block::Left(words.drawer.to_owned(), Size::Strong)]);
    blocks.push(Block::pair(words.opening, money(drawer.opening), Size::Small));
    for (label, sum) in [
        (words.cash_taken, drawer.taken),
        (words.cash_returned, drawer.returned.negated()),
        (words.put_in, drawer.put_in),
        (words.taken_out, drawer.taken_out.negated()),
    ] {
        if !sum.is_zero() {
            blocks.push(Block::pair(label, money(sum), Size::Small));
        }
    }
    blocks.push(Block::pair(words.expected, money(drawer.expected), Size::Strong));
    if let Some(counted) = drawer.counted {
        blocks.push(Block::pair(words.counted, money(counted), Size::Strong));
    }
    if !drawer.difference.is_zero() {
        let label = if drawer.difference.is_negative() { words.short } else { words.over };
        blocks.push(Block::pair(label, money(drawer.difference), Size::Strong));
    }
    if !drawer.reason.trim().is_empty() {
        blocks.push(Block::pair(words.reason, sanitise(&drawer.reason), Size::Small));
    }
    if !drawer.moves.is_empty() {
        blocks.extend([Block::Divide, Block::Left(words.moves.to_owned(), Size::Strong)]);
    }
    for moved in &drawer.moves {
        let what = if moved.what.is_empty() { words.transfer.to_owned() } else { sanitise(&moved.what) };
        blocks.push(Block::pair(format!("{} {what}", moved.at), money(moved.amount), Size::Small));
        if !moved.note.trim().is_empty() {
            blocks.push(Block::Left(sanitise(&moved.note), Size::Small));
        }
    }
}
