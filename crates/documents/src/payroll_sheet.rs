//! The payroll sheet: what a pay run says of each person, on A4 across, to be signed.

use adelante_base::vocabulary::Language;
use adelante_base::{Money, Timestamp};

use crate::amount::format_number;
use crate::page::canvas::{Align, MM, Style};
use crate::page::flow::Flow;
use crate::page::pdf::{About, Sheet, assemble};
use crate::page::text::wrap;
use crate::{Currency, DocumentError, format_money, sanitise};

/// What the sheet says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayrollSheet {
    /// The salon's name, and its legal one where it has one.
    pub salon: String,
    /// The period, as printed.
    pub period_text: String,
    /// When the run was confirmed, as printed.
    pub at_text: String,
    /// When it was made: the PDF's date.
    pub made_at: Timestamp,
    /// Currency of all sums.
    pub currency: Currency,
    /// Language of the words.
    pub language: Language,
    /// The run was cancelled: the sheet says so.
    pub cancelled: bool,
    /// By person.
    pub rows: Vec<PayrollRow>,
    /// All that is due.
    pub due: Money,
}

/// One person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PayrollRow {
    /// Name.
    pub staff: String,
    /// Commission, time, bonuses, deductions, tips, advances and what was left, due: in the order of
    /// the columns.
    pub sums: [Money; 7],
}

/// Heading, columns, sum and the word for a cancelled run, in Russian, Ukrainian, Kazakh, English.
const WORDS: [[&str; 12]; 4] = [
    [
        "Расчётно-платёжная ведомость",
        "Сотрудник",
        "Комиссия",
        "Оплата времени",
        "Премии",
        "Удержания",
        "Чаевые",
        "Авансы, остаток",
        "К выплате",
        "Подпись",
        "Всего",
        "ОТМЕНЕНА",
    ],
    [
        "Розрахунково-платіжна відомість",
        "Працівник",
        "Комісія",
        "Оплата часу",
        "Премії",
        "Утримання",
        "Чайові",
        "Аванси, залишок",
        "До виплати",
        "Підпис",
        "Усього",
        "СКАСОВАНО",
    ],
    [
        "Есеп айырысу-төлем ведомосы",
        "Қызметкер",
        "Комиссия",
        "Уақыт төлемі",
        "Сыйақы",
        "Ұстап қалу",
        "Шайпұл",
        "Аванс, қалдық",
        "Төленуге тиіс",
        "Қолы",
        "Барлығы",
        "БОЛДЫРЫЛМАДЫ",
    ],
    [
        "Payroll sheet",
        "Person",
        "Commission",
        "For time",
        "Bonuses",
        "Deductions",
        "Tips",
        "Advances, carried",
        "Due",
        "Signature",
        "In all",
        "CANCELLED",
    ],
];

const WIDTH: f32 = 297.0 * MM;
const HEIGHT: f32 = 210.0 * MM;
const MARGIN: f32 = 14.0 * MM;
const BOTTOM: f32 = HEIGHT - 18.0 * MM;
/// Width of the names and of each sum; the signature has the rest.
const NAME_WIDTH: f32 = 58.0 * MM;
const SUM_WIDTH: f32 = 25.0 * MM;

const TITLE: Style = Style::bold(16.0);
const BODY: Style = Style::regular(9.5);
const STRONG: Style = Style::bold(9.5);
const HEAD: Style = Style::bold(8.5).grey(0.3);

/// The words of the columns, in order: the person, the seven sums.
#[must_use]
pub fn payroll_columns(language: Language) -> [&'static str; 8] {
    let words = words(language);
    [words[1], words[2], words[3], words[4], words[5], words[6], words[7], words[8]]
}

/// The heading of the sheet.
#[must_use]
pub fn payroll_title(language: Language) -> &'static str {
    words(language)[0]
}

fn words(language: Language) -> &'static [&'static str; 12] {
    let place = Language::ALL.iter().position(|known| *known == language).unwrap_or(0);
    WORDS.get(place).unwrap_or(&WORDS[0])
}

/// The sheet as PDF.
///
/// # Errors
/// [`DocumentError::MissingGlyph`] for a name in letters that the fonts lack.
pub fn payroll_sheet(sheet: &PayrollSheet) -> Result<Vec<u8>, DocumentError> {
    let words = words(sheet.language);
    let salon = sanitise(&sheet.salon);
    let mut pages = vec![Flow::new(WIDTH, MARGIN, MARGIN)];
    let first = last(&mut pages)?;
    first.paragraph(&salon, BODY, Align::Left)?;
    first.paragraph(words[0], TITLE, Align::Left)?;
    let cancelled = if sheet.cancelled { format!(" · {}", words[11]) } else { String::new() };
    first.paragraph(&format!("{} · {}{cancelled}", sheet.period_text, sheet.at_text), BODY, Align::Left)?;
    first.space(10.0);
    head(first, words)?;
    for row in &sheet.rows {
        if last(&mut pages)?.y + row_height(row)? > BOTTOM {
            pages.push(Flow::new(WIDTH, MARGIN, MARGIN));
            head(last(&mut pages)?, words)?;
        }
        draw(last(&mut pages)?, row, sheet)?;
    }
    let end = last(&mut pages)?;
    end.space(6.0);
    let due = format_money(sheet.due, &sheet.currency, sheet.language);
    end.canvas.text(MARGIN, end.y, Align::Left, TITLE, words[10])?;
    end.canvas.text(right_of(6), end.y, Align::Right, TITLE, &due)?;
    let about = About { title: words[0], author: &salon, made_at: sheet.made_at };
    let sheets: Vec<Sheet> = pages.into_iter().map(|page| Sheet { canvas: page.canvas, height: HEIGHT }).collect();
    assemble(&about, &sheets)
}

fn last(pages: &mut [Flow]) -> Result<&mut Flow, DocumentError> {
    pages.last_mut().ok_or(DocumentError::TooLong)
}

/// Right edge of a column of sums.
fn right_of(column: u8) -> f32 {
    MARGIN + NAME_WIDTH + SUM_WIDTH * (f32::from(column) + 1.0)
}

fn head(page: &mut Flow, words: &[&str; 12]) -> Result<(), DocumentError> {
    page.rule(1.0, 0.0);
    page.space(4.0);
    page.canvas.text(MARGIN, page.y, Align::Left, HEAD, words[1])?;
    let mut lines = 1;
    for (column, word) in (0u8..).zip(&words[2..9]) {
        let parts = wrap(word, HEAD.face, HEAD.size, SUM_WIDTH - 8.0)?;
        lines = lines.max(parts.len());
        let mut y = page.y;
        for part in &parts {
            page.canvas.text(right_of(column), y, Align::Right, HEAD, part)?;
            y += HEAD.leading();
        }
    }
    page.canvas.text(WIDTH - MARGIN, page.y, Align::Right, HEAD, words[9])?;
    for _ in 0..lines {
        page.space(HEAD.leading());
    }
    page.space(3.0);
    page.rule(0.7, 0.0);
    Ok(())
}

fn name_lines(row: &PayrollRow) -> Result<Vec<String>, DocumentError> {
    wrap(&sanitise(&row.staff), STRONG.face, STRONG.size, NAME_WIDTH - 6.0)
}

fn row_height(row: &PayrollRow) -> Result<f32, DocumentError> {
    let mut height = 13.0;
    for _ in name_lines(row)? {
        height += STRONG.leading();
    }
    Ok(height)
}

fn draw(page: &mut Flow, row: &PayrollRow, sheet: &PayrollSheet) -> Result<(), DocumentError> {
    page.space(6.0);
    let top = page.y;
    for line in name_lines(row)? {
        page.canvas.text(MARGIN, page.y, Align::Left, STRONG, &line)?;
        page.y += STRONG.leading();
    }
    for (column, sum) in (0u8..).zip(row.sums) {
        let style = if column == 6 { STRONG } else { BODY };
        let text = if sum.is_zero() && column != 6 {
            "–".to_owned()
        } else {
            format_number(sum, &sheet.currency, sheet.language)
        };
        page.canvas.text(right_of(column), top, Align::Right, style, &text)?;
    }
    page.space(6.0);
    page.rule(0.4, 0.7);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: usize) -> PayrollSheet {
        let money = |minor| Money::from_minor(minor).unwrap();
        let row = PayrollRow {
            staff: "Айгерим Сериккызы Нурмагамбетова-Ахметова".to_owned(),
            sums: [
                money(64_000_000),
                money(15_000_000),
                Money::ZERO,
                money(-500_000),
                money(5_000),
                Money::ZERO,
                money(78_505_000),
            ],
        };
        PayrollSheet {
            salon: "Аделанте".to_owned(),
            period_text: "01.11.2026 – 30.11.2026".to_owned(),
            at_text: "01.12.2026 10:00".to_owned(),
            made_at: Timestamp::from_millis(1_796_000_000_000),
            currency: Currency { code: "KZT".to_owned(), digits: 2, symbol: "₸".to_owned() },
            language: Language::Ru,
            cancelled: false,
            rows: vec![row; rows],
            due: money(78_505_000),
        }
    }

    #[test]
    fn a_sheet_is_the_same_bytes_twice_and_many_people_take_more_pages() {
        let one = payroll_sheet(&sheet(1)).unwrap();
        assert_eq!(one, payroll_sheet(&sheet(1)).unwrap());
        assert!(one.starts_with(b"%PDF"));
        assert_eq!(crate::pages::page_images(&one, 1.0).unwrap().len(), 1);
        assert_eq!(crate::pages::page_images(&payroll_sheet(&sheet(40)).unwrap(), 0.3).unwrap().len(), 3);
        let cancelled = PayrollSheet { cancelled: true, ..sheet(1) };
        assert_ne!(payroll_sheet(&cancelled).unwrap(), one);
    }

    #[test]
    fn every_language_has_all_the_words_and_they_fit() {
        for language in Language::ALL {
            let said = words(*language);
            assert!(said.iter().all(|word| !word.is_empty()), "{language}");
            assert_eq!(payroll_columns(*language)[7], said[8]);
            payroll_sheet(&PayrollSheet { language: *language, ..sheet(2) }).unwrap();
        }
    }
}
