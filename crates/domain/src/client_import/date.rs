//! Birthdays as spreadsheets and people write them.

use adelante_base::Day;

use super::Cell;
use crate::client::BIRTH_YEAR_MIN;

/// The year written where only day and month are known: a leap year far enough back.
pub const UNKNOWN_YEAR: i32 = 1904;

/// Which number of a date with slashes is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// 27/07/1989.
    DayFirst,
    /// 07/27/1989, as in the United States.
    MonthFirst,
}

impl DateOrder {
    /// How people of a country write dates with slashes.
    #[must_use]
    pub fn of_region(region: &str) -> Self {
        if region.eq_ignore_ascii_case("US") { Self::MonthFirst } else { Self::DayFirst }
    }
}

/// What the dates with slashes of a column prove: one 07/27/1989 shows that 04/01/1997 beside
/// it is the first of April. Where they prove nothing, or both, the custom of the region.
pub fn guess_date_order<'a>(column: impl IntoIterator<Item = &'a Cell>, region: &str) -> DateOrder {
    let (mut day_first, mut month_first) = (false, false);
    for cell in column {
        let text = cell.text();
        let numbers: Vec<u32> = text.split('/').filter_map(|part| part.trim().parse().ok()).collect();
        if let [a, b, _] = numbers[..] {
            day_first |= (13..=31).contains(&a) && b <= 12;
            month_first |= (13..=31).contains(&b) && a <= 12;
        }
    }
    match (day_first, month_first) {
        (true, false) => DateOrder::DayFirst,
        (false, true) => DateOrder::MonthFirst,
        _ => DateOrder::of_region(region),
    }
}

/// The cell is not a date that could be a birthday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date")]
pub struct BadDate;

/// Reads a birthday. `None` where nothing is given (also `0000-00-00`, dashes).
///
/// # Errors
/// [`BadDate`] where it is not a date between 1900 and `today`.
pub fn read_birthday(cell: &Cell, order: DateOrder, today: Day) -> Result<Option<Day>, BadDate> {
    let believed = |day: Day| {
        let first = Day::new(BIRTH_YEAR_MIN, 1, 1);
        if first.is_some_and(|first| first <= day) && day <= today { Ok(Some(day)) } else { Err(BadDate) }
    };
    match cell {
        Cell::Date(day) => believed(*day),
        Cell::Empty | Cell::Bool(_) => Ok(None),
        Cell::Number(_) => {
            serial_or_digits(cell.text().split('.').next().unwrap_or(""), today).ok_or(BadDate).and_then(believed)
        }
        Cell::Text(text) => {
            let text = text.trim();
            if !text.chars().any(|c| c.is_alphanumeric() && c != '0') {
                return Ok(None);
            }
            read_text(text, order, today).ok_or(BadDate).and_then(believed)
        }
    }
}

fn read_text(text: &str, order: DateOrder, today: Day) -> Option<Day> {
    let text = without_time(text);
    let mut numbers: Vec<&str> = Vec::new();
    let mut month = None;
    for token in text.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty()) {
        if token.bytes().all(|byte| byte.is_ascii_digit()) {
            numbers.push(token);
        } else if let Some(named) = month_named(token) {
            month = Some(named);
        } else if let Some(ordinal) = ["st", "nd", "rd", "th"].iter().find_map(|end| token.strip_suffix(end)) {
            numbers.push(ordinal);
        } else if !is_year_word(token) {
            return None;
        }
    }
    if let Some(month) = month {
        return match numbers[..] {
            [day] => date(UNKNOWN_YEAR, month, number(day)?),
            [year, day] if year.len() == 4 => date(full_year(year, month, day, today)?, month, number(day)?),
            [day, year] => date(full_year(year, month, day, today)?, month, number(day)?),
            _ => None,
        };
    }
    match numbers[..] {
        [digits] => serial_or_digits(digits, today),
        [a, b] if a.len() <= 2 && b.len() <= 2 => date(UNKNOWN_YEAR, number(b)?, number(a)?),
        [year, month, day] if year.len() == 4 => date(number(year)?.try_into().ok()?, number(month)?, number(day)?),
        [a, b, year] => {
            let month_first = text.contains('/') && order == DateOrder::MonthFirst;
            let (day, month) = if month_first { (b, a) } else { (a, b) };
            let ordered = |day: &str, month: &str| {
                date(full_year(year, number(month)?, day, today)?, number(month)?, number(day)?)
            };
            // The other order where this one is no date: 07/27/1989 is clear in any country.
            ordered(day, month).or_else(|| ordered(month, day))
        }
        _ => None,
    }
}

/// The date without a time of day behind it.
fn without_time(text: &str) -> &str {
    let (date, rest) = text.split_once(['T', ' ']).unwrap_or((text, ""));
    let is_time = rest.contains(':') && rest.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
    if is_time && date.bytes().any(|byte| byte.is_ascii_digit()) { date } else { text }
}

/// A run of digits: a spreadsheet's day number (35080), 240986, 24091986 or 19860924.
fn serial_or_digits(digits: &str, today: Day) -> Option<Day> {
    let part = |from: usize, to: usize| number(digits.get(from..to)?);
    match digits.len() {
        5 => Day::new(1899, 12, 30).map(|start| start.plus_days(digits.parse().unwrap_or(0))),
        6 => date(full_year(digits.get(4..6)?, part(2, 4)?, digits.get(0..2)?, today)?, part(2, 4)?, part(0, 2)?),
        8 => {
            let year_first = date(part(0, 4)?.try_into().ok()?, part(4, 6)?, part(6, 8)?).filter(|day| *day <= today);
            let year_first = year_first.filter(|day| Day::new(BIRTH_YEAR_MIN, 1, 1).is_some_and(|first| first <= *day));
            year_first.or_else(|| date(part(4, 8)?.try_into().ok()?, part(2, 4)?, part(0, 2)?))
        }
        _ => None,
    }
}

/// The year of four digits, or of two: this century unless that would be in the future.
fn full_year(year: &str, month: u32, day: &str, today: Day) -> Option<i32> {
    let value: i32 = year.parse().ok()?;
    match year.len() {
        4 => Some(value),
        2 => {
            let this_century = date(2000 + value, month, number(day)?)?;
            Some(if this_century <= today { 2000 + value } else { 1900 + value })
        }
        _ => None,
    }
}

fn date(year: i32, month: u32, day: u32) -> Option<Day> {
    Day::new(year, month, day)
}

fn number(digits: &str) -> Option<u32> {
    digits.parse().ok()
}

fn is_year_word(token: &str) -> bool {
    ["г", "год", "года", "р", "рік", "року", "ж", "жыл", "жылы", "жылғы", "of", "the"]
        .contains(&token.to_lowercase().as_str())
}

/// The month a word names, by its beginning, in the four languages.
fn month_named(word: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &["янв", "січ", "қаң", "jan"],
        &["фев", "лют", "ақп", "feb"],
        &["мар", "бер", "нау", "mar"],
        &["апр", "кві", "сәу", "apr"],
        &["мая", "май", "тра", "мам", "may"],
        &["июн", "чер", "мау", "jun"],
        &["июл", "лип", "шіл", "jul"],
        &["авг", "сер", "там", "aug"],
        &["сен", "вер", "қыр", "sep"],
        &["окт", "жов", "қаз", "oct"],
        &["ноя", "лис", "қар", "nov"],
        &["дек", "гру", "жел", "dec"],
    ];
    let word = word.to_lowercase();
    (1u32..).zip(MONTHS).find(|(_, starts)| starts.iter().any(|start| word.starts_with(start))).map(|(month, _)| month)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        "2026-11-21".parse().unwrap()
    }

    fn read(text: &str, order: DateOrder) -> Option<String> {
        read_birthday(&Cell::Text(text.into()), order, today()).ok().flatten().map(|day| day.to_string())
    }

    #[test]
    fn dates_are_read_in_every_form_found_in_real_files() {
        for (text, expected) in [
            ("11.09.80", "1980-09-11"),
            ("27/07/1989", "1989-07-27"),
            ("07/27/1989", "1989-07-27"),
            ("24 09 86", "1986-09-24"),
            ("1983-02-08", "1983-02-08"),
            ("1983-02-08 00:00:00", "1983-02-08"),
            ("1983-02-08T00:00:00", "1983-02-08"),
            ("04 05 50", "1950-05-04"),
            ("10.12.06", "2006-12-10"),
            ("5 мая 1990", "1990-05-05"),
            ("5 мая 1990 г.", "1990-05-05"),
            ("5 травня 1990 р.", "1990-05-05"),
            ("May 5, 1990", "1990-05-05"),
            ("5th of May 1990", "1990-05-05"),
            ("1990 жылғы 5 мамыр", "1990-05-05"),
            ("12 қыркүйек 1985", "1985-09-12"),
            ("3 вересня 85", "1985-09-03"),
            ("35080", "1996-01-16"),
            ("240986", "1986-09-24"),
            ("24091986", "1986-09-24"),
            ("19860924", "1986-09-24"),
            ("29.02.1988", "1988-02-29"),
            ("24-09-1986", "1986-09-24"),
            ("8 марта", "1904-03-08"),
            ("29.02", "1904-02-29"),
            ("09/05/86", "1986-05-09"),
        ] {
            assert_eq!(read(text, DateOrder::DayFirst).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(read("09/05/86", DateOrder::MonthFirst).as_deref(), Some("1986-09-05"));
        assert_eq!(read("09.05.86", DateOrder::MonthFirst).as_deref(), Some("1986-05-09"));
    }

    #[test]
    fn a_cell_number_is_the_spreadsheets_day_number() {
        let read = |number| read_birthday(&Cell::Number(number), DateOrder::DayFirst, today());
        assert_eq!(read(35080.0), Ok(Day::new(1996, 1, 16)));
        assert_eq!(read(35080.75), Ok(Day::new(1996, 1, 16)));
        assert_eq!(read(1990.0), Err(BadDate));
    }

    #[test]
    fn what_is_no_birthday_is_refused() {
        for text in [
            "30.02.1990",
            "весной",
            "1990",
            "31.31.1990",
            "01.01.1899",
            "22.11.2026",
            "12.05.2999",
            "5 5 5 5",
            "тест 12.03",
        ] {
            assert_eq!(read_birthday(&Cell::Text(text.into()), DateOrder::DayFirst, today()), Err(BadDate), "{text}");
        }
    }

    #[test]
    fn nothing_and_zeros_are_no_date_and_no_problem() {
        for text in ["", "  ", "-", "—", "0000-00-00", "00.00.0000"] {
            assert_eq!(read_birthday(&Cell::Text(text.into()), DateOrder::DayFirst, today()), Ok(None), "{text}");
        }
    }

    #[test]
    fn one_clear_date_decides_the_order_of_its_column() {
        let column = |texts: &[&str]| texts.iter().map(|text| Cell::Text((*text).into())).collect::<Vec<_>>();
        assert_eq!(guess_date_order(&column(&["04/01/1997", "07/27/1989", "11.09.80"]), "RU"), DateOrder::MonthFirst);
        assert_eq!(guess_date_order(&column(&["04/01/1997", "27/07/1989"]), "US"), DateOrder::DayFirst);
        assert_eq!(guess_date_order(&column(&["04/01/1997"]), "US"), DateOrder::MonthFirst);
        assert_eq!(guess_date_order(&column(&["27/07/1989", "07/27/1989"]), "KZ"), DateOrder::DayFirst);
    }
}
