//! SWIFT MT940: tags `:25:` (account), `:61:` (a line), `:86:` (what it was for).
//! Source: SWIFT category 9 message reference guide, MT940; `?20`–`?33` of `:86:` as the ZKA set them.

use adelante_base::Day;

use super::{Line, Problem, ProblemKind, Salon, Statement, StatementFormat, amount, problem, words};

/// Whether a text begins as such a file does.
pub(super) fn looks_like(text: &str) -> bool {
    let first = || text.lines().take(12);
    first().any(|line| line.starts_with(":20:")) && first().any(|line| line.starts_with(":25:"))
}

/// Reads a decoded text.
pub(super) fn read(text: &str, salon: &Salon<'_>) -> Statement {
    let mut statement = Statement {
        format: StatementFormat::Mt940,
        account_number: String::new(),
        lines: Vec::new(),
        problems: Vec::new(),
    };
    let (mut row, mut currency) = (0, String::new());
    let mut told = false;
    for (tag, content) in fields(text) {
        match tag.as_str() {
            "25" if statement.account_number.is_empty() => statement.account_number = words(&content, 40),
            "60F" | "60M" => currency = content.chars().skip(7).take(3).collect(),
            "61" => {
                row += 1;
                told = false;
                let read = if currency.is_empty() || currency == salon.currency {
                    line(row, &content, salon)
                } else {
                    Err(problem(row, ProblemKind::OtherCurrency, &currency))
                };
                match read {
                    Ok(line) => {
                        statement.lines.push(line);
                        told = true;
                    }
                    Err(problem) => statement.problems.push(problem),
                }
            }
            "86" if told => {
                if let Some(line) = statement.lines.last_mut() {
                    describe(line, &content);
                }
                told = false;
            }
            _ => {}
        }
    }
    statement
}

/// Tags with what follows them, further lines joined.
fn fields(text: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for raw in text.lines() {
        let tagged = raw.strip_prefix(':').and_then(|rest| rest.split_once(':'));
        match tagged {
            Some((tag, content)) if tag.len() <= 3 => fields.push((tag.to_owned(), content.to_owned())),
            _ if raw.starts_with('-') => {}
            _ => {
                if let Some((_, content)) = fields.last_mut() {
                    content.push('\n');
                    content.push_str(raw);
                }
            }
        }
    }
    fields
}

/// `YYMMDD[MMDD](C|D|RC|RD)[letter]amount(letter)xxx reference[//bank's own]`.
fn line(row: u32, content: &str, salon: &Salon<'_>) -> Result<Line, Problem> {
    let wrong = |kind| problem(row, kind, content);
    let two = |from: usize| content.get(from..from + 2).and_then(|text| text.parse::<u32>().ok());
    let date = match (two(0), two(2), two(4)) {
        (Some(year), Some(month), Some(day)) => {
            i32::try_from(2000 + year).ok().and_then(|year| Day::new(year, month, day))
        }
        _ => None,
    };
    let day = date.ok_or_else(|| wrong(ProblemKind::BadDate))?;
    let rest = content.get(6..).unwrap_or_default();
    let booked = rest.get(..4).filter(|text| text.chars().all(|letter| letter.is_ascii_digit()));
    let rest = if booked.is_some() { rest.get(4..).unwrap_or_default() } else { rest };
    let ways = [("RC", true), ("RD", false), ("C", false), ("D", true)];
    let (rest, out) = ways
        .iter()
        .find_map(|(way, out)| rest.strip_prefix(way).map(|rest| (rest, *out)))
        .ok_or_else(|| wrong(ProblemKind::BadDirection))?;
    let rest = rest.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
    let end = rest.find(|letter: char| !letter.is_ascii_digit() && letter != ',').unwrap_or(rest.len());
    let (sum, rest) = rest.split_at(end);
    let sum = amount(sum, salon.digits).filter(|sum| sum.is_positive()).ok_or_else(|| wrong(ProblemKind::BadAmount))?;
    let refs = rest.lines().next().unwrap_or_default();
    let refs = refs.get(4..).unwrap_or_default();
    let (own, bank) = refs.split_once("//").unwrap_or((refs, ""));
    let number = if own == "NONREF" { "" } else { own };
    Ok(Line {
        row,
        day,
        amount: if out { sum.negated() } else { sum },
        counterparty: String::new(),
        tax_id: String::new(),
        purpose: String::new(),
        document_number: words(number, 60),
        reference: words(bank, 60),
    })
}

/// What it was for and who: in parts `?20`–`?29`, `?60`–`?63` and `?32`, `?33`, or as plain text.
fn describe(line: &mut Line, content: &str) {
    let flat = content.replace('\n', "");
    if !flat.contains("?20") {
        line.purpose = words(content, 500);
        return;
    }
    let (mut purpose, mut name) = (String::new(), String::new());
    for part in flat.split('?').skip(1) {
        let Some((code, text)) = part.split_at_checked(2) else { continue };
        match code.parse::<u8>() {
            Ok(20..=29 | 60..=63) => purpose.push_str(text),
            Ok(32 | 33) => name.push_str(text),
            _ => {}
        }
    }
    line.purpose = words(&purpose, 500);
    line.counterparty = words(&name, 200);
}

#[cfg(test)]
mod tests {
    use super::super::tests::TENGE;
    use super::super::{ProblemKind, StatementFormat, read_statement};

    const FILE: &str = ":20:STARTUMS\r\n:25:KZ86125KZT5004100100\r\n:28C:1/1\r\n:60F:C261120KZT100,00\r\n\
        :61:2611211121D40000,00NTRF17//B-1\r\n:86:166?00TRANSFER?20Аренда ?21за ноябрь?32ТОО ?33Аренда\r\n\
        :61:261121C9800,5NMSCNONREF\r\n:86:Возмещение\r\nпо эквайрингу\r\n:61:261399C1,NMSCX\r\n:62F:C261121KZT1,\r\n-\r\n";

    #[test]
    fn lines_of_both_ways_are_read_with_what_they_were_for() {
        let read = read_statement("a.sta", FILE.as_bytes(), &TENGE).unwrap();
        assert_eq!((read.format, read.account_number.as_str()), (StatementFormat::Mt940, "KZ86125KZT5004100100"));
        let [out, come] = read.lines.as_slice() else { panic!("{:?}", read.lines) };
        assert_eq!((out.amount.minor(), out.document_number.as_str()), (-4_000_000, "17"));
        assert_eq!((out.purpose.as_str(), out.counterparty.as_str()), ("Аренда за ноябрь", "ТОО Аренда"));
        assert_eq!((come.amount.minor(), come.purpose.as_str()), (980_050, "Возмещение по эквайрингу"));
        assert_eq!((read.problems[0].row, read.problems[0].kind), (3, ProblemKind::BadDate));
    }
}
