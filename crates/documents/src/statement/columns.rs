//! A statement in columns: CSV or Excel, with the row of headers found and guessed.

use adelante_base::{Day, Money};
use adelante_domain::client_import::Cell;

use super::{
    Line, Problem, ProblemKind, Salon, Statement, StatementError, StatementFormat, amount, day, problem, words,
};
use crate::sheet::read_sheet;

/// Headers are looked for in so many rows from the first.
const LOOK_AT: usize = 40;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Day,
    Amount,
    Debit,
    Credit,
    Counterparty,
    TaxId,
    Purpose,
    Number,
    Currency,
    Reference,
}

/// Words in headers, the longer and more telling first; a header is what it first matches.
const HEADERS: [(Field, &[&str]); 10] = [
    (Field::Reference, &["референс", "reference", "id операц", "код операц", "transaction id"]),
    (Field::TaxId, &["иин", "бин", "инн", "єдрпоу", "едрпоу", "ідн", "tax id", "tax_id", "жсн", "бсн"]),
    (Field::Currency, &["валюта", "currency", "ccy"]),
    (Field::Purpose, &["назначение", "призначення", "мақсаты", "описание", "purpose", "description", "details"]),
    (
        Field::Counterparty,
        &["контрагент", "корреспондент", "кореспондент", "получатель", "плательщик", "counterparty", "payee", "name"],
    ),
    (Field::Debit, &["дебет", "расход", "списан", "списано", "debit", "withdrawal", "видаток", "шығыс"]),
    (Field::Credit, &["кредит", "приход", "поступ", "зачисл", "credit", "deposit", "надходж", "кіріс"]),
    (Field::Day, &["дата", "date", "күні"]),
    (Field::Amount, &["сумма", "сума", "amount", "сомасы"]),
    (Field::Number, &["номер", "№", "number"]),
];

/// Reads a file as a table.
///
/// # Errors
/// [`StatementError::NotAStatement`] where no row has headers of a day and of sums.
pub(super) fn read(file_name: &str, bytes: &[u8], salon: &Salon<'_>) -> Result<Statement, StatementError> {
    let sheet = read_sheet(file_name, bytes).map_err(|_| StatementError::NotAStatement)?;
    let headers = sheet.rows.iter().take(LOOK_AT).enumerate().find_map(|(index, row)| Some((index, columns(row)?)));
    let (header, columns) = headers.ok_or(StatementError::NotAStatement)?;
    let mut statement = Statement {
        format: StatementFormat::Csv,
        account_number: String::new(),
        lines: Vec::new(),
        problems: Vec::new(),
    };
    for (row, cells) in (1u32..).zip(&sheet.rows).skip(header + 1) {
        match line(row, cells, &columns, salon) {
            Ok(Some(line)) => statement.lines.push(line),
            Ok(None) => {}
            Err(problem) => statement.problems.push(problem),
        }
    }
    Ok(statement)
}

/// What the columns of a row of headers hold; `None` where the row is none.
fn columns(row: &[Cell]) -> Option<Vec<(usize, Field)>> {
    let mut found: Vec<(usize, Field)> = Vec::new();
    for (index, cell) in row.iter().enumerate() {
        let text = cell.text().to_lowercase();
        let field = HEADERS.iter().find(|(_, names)| names.iter().any(|name| text.contains(name)));
        let Some((field, _)) = field else { continue };
        if !found.iter().any(|(_, known)| known == field) {
            found.push((index, *field));
        }
    }
    let has = |field| found.iter().any(|(_, known)| *known == field);
    let sums = has(Field::Amount) || (has(Field::Debit) && has(Field::Credit));
    (has(Field::Day) && sums).then_some(found)
}

fn line(row: u32, cells: &[Cell], columns: &[(usize, Field)], salon: &Salon<'_>) -> Result<Option<Line>, Problem> {
    let cell = |field| {
        let found = columns.iter().find(|(_, known)| *known == field);
        found.and_then(|(index, _)| cells.get(*index)).filter(|cell| !cell.text().trim().is_empty())
    };
    let text = |field| cell(field).map_or_else(String::new, |cell: &Cell| cell.text().into_owned());
    let sums = [Field::Amount, Field::Debit, Field::Credit].map(cell);
    // Titles, totals and blank rows have no day, or no sum.
    if cell(Field::Day).is_none() || sums.iter().all(Option::is_none) {
        return Ok(None);
    }
    let day = cell(Field::Day).and_then(cell_day);
    let day = day.ok_or_else(|| problem(row, ProblemKind::BadDate, &text(Field::Day)))?;
    let currency = text(Field::Currency).trim().to_uppercase();
    if currency.len() == 3 && currency.is_ascii() && currency != salon.currency {
        return Err(problem(row, ProblemKind::OtherCurrency, &currency));
    }
    let sum = |field| match cell(field) {
        None => Ok(Money::ZERO),
        Some(cell) => {
            let read = amount(&cell.text(), salon.digits);
            read.ok_or_else(|| problem(row, ProblemKind::BadAmount, &cell.text()))
        }
    };
    let absolute = |sum: Money| if sum.is_negative() { sum.negated() } else { sum };
    let (out, come) = (absolute(sum(Field::Debit)?), absolute(sum(Field::Credit)?));
    let told = sum(Field::Amount)?;
    let amount = match (out.is_zero(), come.is_zero()) {
        (false, true) => out.negated(),
        (true, false) => come,
        (true, true) if !told.is_zero() => told,
        _ => return Err(problem(row, ProblemKind::BadDirection, &text(Field::Amount))),
    };
    Ok(Some(Line {
        row,
        day,
        amount,
        counterparty: words(&text(Field::Counterparty), 200),
        tax_id: words(&text(Field::TaxId), 40),
        purpose: words(&text(Field::Purpose), 500),
        document_number: words(&text(Field::Number), 60),
        reference: words(&text(Field::Reference), 60),
    }))
}

fn cell_day(cell: &Cell) -> Option<Day> {
    match cell {
        Cell::Date(day) => Some(*day),
        other => day(&other.text()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::TENGE;
    use super::super::{ProblemKind, StatementFormat, read_statement};

    #[test]
    fn two_columns_of_sums_below_a_title_are_read() {
        let file = "Выписка по счёту\n\nДата операции;Номер документа;Контрагент;БИН/ИИН;Дебет;Кредит;Назначение платежа\n\
            21.11.2026;17;ТОО Аренда;123456789012;40 000,00;;Аренда\n\
            21.11.2026;18;Банк;;;9 800,50;Эквайринг\nвчера;19;Кто-то;;1,00;;?\n;;Итого;;40 001,00;9 800,50;\n";
        let read = read_statement("a.csv", file.as_bytes(), &TENGE).unwrap();
        assert_eq!(read.format, StatementFormat::Csv);
        let [out, come] = read.lines.as_slice() else { panic!("{:?}", read.lines) };
        assert_eq!((out.amount.minor(), out.tax_id.as_str(), out.row), (-4_000_000, "123456789012", 3));
        assert_eq!((come.amount.minor(), come.counterparty.as_str()), (980_050, "Банк"));
        assert_eq!(read.problems.len(), 1);
        assert_eq!(read.problems[0].kind, ProblemKind::BadDate);
    }

    #[test]
    fn one_column_of_sums_says_the_way_by_its_sign() {
        let file = "Date,Description,Amount,Currency\n2026-11-21,Rent,-40000.00,KZT\n2026-11-21,Sale,12.5,USD\n";
        let read = read_statement("a.csv", file.as_bytes(), &TENGE).unwrap();
        assert_eq!((read.lines.len(), read.lines[0].amount.minor()), (1, -4_000_000));
        assert_eq!(read.problems[0].kind, ProblemKind::OtherCurrency);
    }
}
