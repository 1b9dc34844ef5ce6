//! A bank statement, read without trusting its name: 1C client-bank exchange, ISO 20022 camt.053,
//! SWIFT MT940, and columns (CSV, Excel) with guessed headers.
//!
//! Begin with [`read_statement`]. What cannot be understood is a [`Problem`] of its row; the rest
//! of the file is read all the same.

mod camt;
mod columns;
mod mt940;
mod one_c;

use std::collections::BTreeMap;

use adelante_base::{Day, Money};
use encoding_rs::{IBM866, UTF_8, WINDOWS_1251};
use sha2::{Digest, Sha256};

/// The largest file: 10 MB.
pub const MAX_BYTES: usize = 10 * 1024 * 1024;
/// Most lines of a statement.
pub const MAX_LINES: usize = 2_000;

/// What kind of file it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatementFormat {
    /// 1C client-bank exchange.
    OneC,
    /// Columns.
    Csv,
    /// camt.053.
    Camt,
    /// MT940.
    Mt940,
}

/// What stands in a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Kind of file.
    pub format: StatementFormat,
    /// Number of the account, or empty.
    pub account_number: String,
    /// Lines that were understood.
    pub lines: Vec<Line>,
    /// What was not.
    pub problems: Vec<Problem>,
}

/// A line of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Row or document number in the file, from 1.
    pub row: u32,
    /// Day it was booked.
    pub day: Day,
    /// Onto the account +, from it −.
    pub amount: Money,
    /// The other side's name.
    pub counterparty: String,
    /// Its tax id.
    pub tax_id: String,
    /// What it was for.
    pub purpose: String,
    /// Number of the document.
    pub document_number: String,
    /// The bank's own reference while reading; then a digest that is the same for the same line of
    /// every file.
    pub reference: String,
}

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// The date cannot be understood.
    BadDate,
    /// The sum cannot be understood.
    BadAmount,
    /// Neither in nor out can be told.
    BadDirection,
    /// Another currency.
    OtherCurrency,
    /// The file ends in the middle of a document.
    CutOff,
}

/// Something wrong in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Row or document number in the file, from 1.
    pub row: u32,
    /// What.
    pub kind: ProblemKind,
    /// What stood there, shortened.
    pub value: String,
}

/// Why a file is no statement. Never holds anything of its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StatementError {
    /// Nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Larger than [`MAX_BYTES`] or more than [`MAX_LINES`].
    #[error("the file is too large")]
    TooLarge,
    /// Nothing that looks like a statement.
    #[error("no statement")]
    NotAStatement,
    /// A statement that is broken beyond reading.
    #[error("the file is damaged")]
    Damaged,
}

/// What the reader knows of the salon.
#[derive(Debug, Clone, Copy)]
pub struct Salon<'a> {
    /// ISO 4217 code of its currency.
    pub currency: &'a str,
    /// Digits of the currency's minor unit.
    pub digits: u8,
}

/// Reads a statement.
///
/// # Errors
/// [`StatementError`].
pub fn read_statement(file_name: &str, bytes: &[u8], salon: &Salon<'_>) -> Result<Statement, StatementError> {
    if bytes.len() > MAX_BYTES {
        return Err(StatementError::TooLarge);
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(StatementError::Empty);
    }
    let text = decode(bytes);
    let begin = text.trim_start();
    let mut statement = if begin.starts_with("1CClientBankExchange") {
        one_c::read(begin, salon)
    } else if begin.starts_with('<') {
        camt::read(begin, salon)?
    } else if mt940::looks_like(begin) {
        mt940::read(begin, salon)
    } else {
        columns::read(file_name, bytes, salon)?
    };
    if statement.lines.is_empty() && statement.problems.is_empty() {
        return Err(StatementError::NotAStatement);
    }
    if statement.lines.len() > MAX_LINES {
        return Err(StatementError::TooLarge);
    }
    name_lines(&mut statement.lines);
    Ok(statement)
}

/// UTF-8 where it is valid; else what old bank clients of the region write.
fn decode(bytes: &[u8]) -> String {
    let (text, _, broken) = UTF_8.decode(bytes);
    if !broken {
        return text.into_owned();
    }
    let (text, _, _) = WINDOWS_1251.decode(bytes);
    if text.starts_with("1CClientBankExchange") {
        // The file names its own encoding in a line that says nothing readable in the wrong one.
        let (dos, _, _) = IBM866.decode(bytes);
        if dos.contains("Кодировка=DOS") {
            return dos.into_owned();
        }
    }
    text.into_owned()
}

/// Gives each line a digest that the same line of another file has too; the second of two equal
/// lines of one file is another line.
fn name_lines(lines: &mut [Line]) {
    let mut times: BTreeMap<String, u32> = BTreeMap::new();
    for line in lines {
        let told = if line.reference.is_empty() {
            format!("{}|{}|{}|{}", line.document_number, line.tax_id, line.counterparty, line.purpose)
        } else {
            line.reference.clone()
        };
        let content = format!("{}|{}|{told}", line.day, line.amount.minor());
        let time = times.entry(content.clone()).or_default();
        *time += 1;
        let digest = Sha256::digest(format!("{content}|{time}"));
        line.reference = digest.iter().take(16).fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
    }
}

/// A sum as banks write it: `1 234,56`, `1,234.56`, `-1234.5`, `1234`; exact, never rounded.
fn amount(text: &str, digits: u8) -> Option<Money> {
    let kept: String = text.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, '\'' | '’')).collect();
    let (sign, number) = match kept.strip_prefix(['-', '−']) {
        Some(rest) => (-1, rest),
        None => (1, kept.strip_prefix('+').unwrap_or(&kept)),
    };
    let mark = number.rfind([',', '.']).filter(|place| {
        // A lone comma before exactly three digits separates thousands only where there is another.
        let after = number.len() - place - 1;
        after <= usize::from(digits).max(2) || number.matches([',', '.']).count() == 1
    });
    let (whole, part) = mark.map_or((number, ""), |place| (&number[..place], &number[place + 1..]));
    let whole: String = whole.chars().filter(|letter| !matches!(letter, ',' | '.')).collect();
    let all_digits = |text: &str| text.chars().all(|letter| letter.is_ascii_digit());
    if whole.is_empty() && part.is_empty() || !all_digits(&whole) || !all_digits(part) {
        return None;
    }
    let digits = usize::from(digits);
    let (kept, beyond) = part.split_at_checked(digits.min(part.len()))?;
    if beyond.chars().any(|letter| letter != '0') {
        return None;
    }
    let minor: i64 = format!("{whole}{kept}{}", "0".repeat(digits - kept.len())).parse().ok()?;
    Money::from_minor(sign * minor).ok()
}

/// A day: `2026-11-21`, `21.11.2026`, `21/11/2026`, `21.11.26`, with or without a time after it.
fn day(text: &str) -> Option<Day> {
    let first = text.trim().split([' ', 'T']).next()?;
    let parts: Vec<&str> = first.split(['.', '-', '/']).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    let number = |text: &str| text.parse::<u32>().ok();
    let (year, month, date) = if a.len() == 4 {
        (number(a)?, number(b)?, number(c)?)
    } else {
        let year = number(c)?;
        (if c.len() == 2 { 2000 + year } else { year }, number(b)?, number(a)?)
    };
    Day::new(i32::try_from(year).ok()?, month, date)
}

/// A text without breaks and doubled spaces, cut to what is kept of it.
fn words(text: &str, letters_max: usize) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    joined.chars().take(letters_max).collect()
}

fn problem(row: u32, kind: ProblemKind, value: &str) -> Problem {
    Problem { row, kind, value: words(value, 60) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    pub(super) const TENGE: Salon<'static> = Salon { currency: "KZT", digits: 2 };

    fn minor(text: &str) -> Option<i64> {
        amount(text, 2).map(Money::minor)
    }

    #[test]
    fn sums_are_read_as_banks_write_them_and_never_rounded() {
        for (text, expected) in [
            ("1 234,56", Some(123_456)),
            ("1,234.56", Some(123_456)),
            ("1.234,5", Some(123_450)),
            ("-1234", Some(-123_400)),
            ("1234.", Some(123_400)),
            ("0.05", Some(5)),
            ("12'000.00", Some(1_200_000)),
            ("1,234,567", Some(123_456_700)),
            ("1.005", None),
            ("10.500", Some(1_050)),
            ("сумма", None),
            ("", None),
            ("-", None),
        ] {
            assert_eq!(minor(text), expected, "{text}");
        }
        assert_eq!(amount("1500", 0).map(Money::minor), Some(1_500));
    }

    #[test]
    fn days_are_read_in_every_order_that_banks_use() {
        let expected = Day::new(2026, 11, 2);
        for text in ["2026-11-02", "02.11.2026", "2/11/2026", "02.11.26", "02.11.2026 14:05:00", "2026-11-02T00:00:00"]
        {
            assert_eq!(day(text), expected, "{text}");
        }
        assert_eq!(day("31.02.2026"), None);
        assert_eq!(day("вчера"), None);
    }

    #[test]
    fn equal_lines_of_one_file_differ_and_the_same_file_gives_the_same_again() {
        let line = Line {
            row: 1,
            day: Day::new(2026, 11, 2).unwrap(),
            amount: Money::from_minor(100).unwrap(),
            counterparty: "А".to_owned(),
            tax_id: String::new(),
            purpose: String::new(),
            document_number: String::new(),
            reference: String::new(),
        };
        let mut once = vec![line.clone(), line.clone()];
        let mut again = once.clone();
        name_lines(&mut once);
        name_lines(&mut again);
        assert_ne!(once[0].reference, once[1].reference);
        assert_eq!(once, again);
        assert_eq!(once[0].reference.len(), 32);
    }

    #[test]
    fn what_is_no_statement_is_said_to_be_none() {
        let read = |bytes: &[u8]| read_statement("a.txt", bytes, &TENGE).unwrap_err();
        assert_eq!(read(b"  \n"), StatementError::Empty);
        assert_eq!(read("Дорогой дневник".as_bytes()), StatementError::NotAStatement);
        assert_eq!(read(b"<html><body>hello</body></html>"), StatementError::NotAStatement);
        assert_eq!(read(&vec![b'a'; MAX_BYTES + 1]), StatementError::TooLarge);
    }

    proptest! {
        #[test]
        fn whatever_the_bytes_nothing_breaks(bytes in prop::collection::vec(any::<u8>(), 0..400), kind in 0usize..4) {
            let heads: [&[u8]; 4] = [b"1CClientBankExchange\n", b"<Document>", b":20:A\n:25:1\n:61:", b"Date;Amount\n"];
            let whole: Vec<u8> = heads[kind].iter().chain(&bytes).copied().collect();
            let _ = read_statement("a.csv", &whole, &TENGE);
        }

        #[test]
        fn a_written_sum_is_read_back(minor in -9_000_000_000i64..9_000_000_000) {
            let sign = if minor < 0 { "-" } else { "" };
            let (whole, part) = (minor.abs() / 100, minor.abs() % 100);
            let spaced = whole.to_string();
            for text in [format!("{sign}{spaced}.{part:02}"), format!("{sign}{spaced},{part:02}")] {
                prop_assert_eq!(amount(&text, 2).map(Money::minor), Some(minor));
            }
        }
    }
}
