//! ISO 20022 camt.053 (bank to customer statement), whatever its version: the fields are found by
//! their path's end. Source: the message definition report of ISO 20022, BkToCstmrStmt.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::{
    Line, Problem, ProblemKind, Salon, Statement, StatementError, StatementFormat, amount, day, problem, words,
};

/// Deeper than any statement.
const DEPTH_MAX: usize = 40;

#[derive(Default)]
struct Entry {
    sum: String,
    currency: String,
    way: String,
    booked: String,
    valued: String,
    debtor: String,
    creditor: String,
    tax_id: String,
    purpose: String,
    number: String,
    reference: String,
}

/// Reads a decoded text.
///
/// # Errors
/// [`StatementError::Damaged`], [`StatementError::NotAStatement`].
pub(super) fn read(text: &str, salon: &Salon<'_>) -> Result<Statement, StatementError> {
    let mut reader = Reader::from_str(text);
    let mut path: Vec<String> = Vec::new();
    let mut statement = Statement {
        format: StatementFormat::Camt,
        account_number: String::new(),
        lines: Vec::new(),
        problems: Vec::new(),
    };
    let (mut entry, mut row, mut seen) = (None::<Entry>, 0u32, false);
    loop {
        match reader.read_event().map_err(|_| StatementError::Damaged)? {
            Event::Start(tag) => {
                let name = tag.local_name().as_ref().to_owned();
                seen |= name == "BkToCstmrStmt";
                if name == "Ntry" {
                    row += 1;
                    entry = Some(Entry::default());
                }
                if let Some(entry) = entry.as_mut().filter(|_| name == "Amt" && ends(&path, &["Ntry"])) {
                    for attribute in tag.attributes().flatten().filter(|one| one.key.as_ref() == "Ccy") {
                        entry.currency = attribute.value.clone().into_owned();
                    }
                }
                if let Some(entry) = entry.as_mut().filter(|_| name == "Ustrd") {
                    entry.purpose.push(' ');
                }
                path.push(name);
                if path.len() > DEPTH_MAX {
                    return Err(StatementError::Damaged);
                }
            }
            Event::Text(content) => put(&mut statement, entry.as_mut(), &path, &content),
            Event::GeneralRef(reference) => put(&mut statement, entry.as_mut(), &path, letter(&reference)),
            Event::End(tag) => {
                if tag.local_name().as_ref() == "Ntry"
                    && let Some(entry) = entry.take()
                {
                    match line(row, &entry, salon) {
                        Ok(line) => statement.lines.push(line),
                        Err(problem) => statement.problems.push(problem),
                    }
                }
                path.pop();
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if entry.is_some() {
        statement.problems.push(problem(row, ProblemKind::CutOff, ""));
    }
    if seen { Ok(statement) } else { Err(StatementError::NotAStatement) }
}

/// The letter of a named entity.
fn letter(name: &str) -> &'static str {
    match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => " ",
    }
}

fn ends(path: &[String], end: &[&str]) -> bool {
    path.len() >= end.len() && path.iter().rev().zip(end.iter().rev()).all(|(have, want)| have == want)
}

/// Where a text of an entry goes.
type Field = fn(&mut Entry) -> &mut String;

fn put(statement: &mut Statement, entry: Option<&mut Entry>, path: &[String], text: &str) {
    let Some(entry) = entry else {
        if ends(path, &["Stmt", "Acct", "Id", "IBAN"]) || ends(path, &["Acct", "Id", "Othr", "Id"]) {
            statement.account_number.push_str(text.trim());
        }
        return;
    };
    let known: [(&[&str], Field); 13] = [
        (&["Ntry", "Amt"], |entry| &mut entry.sum),
        (&["Ntry", "CdtDbtInd"], |entry| &mut entry.way),
        (&["BookgDt", "Dt"], |entry| &mut entry.booked),
        (&["BookgDt", "DtTm"], |entry| &mut entry.booked),
        (&["ValDt", "Dt"], |entry| &mut entry.valued),
        (&["ValDt", "DtTm"], |entry| &mut entry.valued),
        (&["Dbtr", "Nm"], |entry| &mut entry.debtor),
        (&["Dbtr", "Pty", "Nm"], |entry| &mut entry.debtor),
        (&["Cdtr", "Nm"], |entry| &mut entry.creditor),
        (&["Cdtr", "Pty", "Nm"], |entry| &mut entry.creditor),
        (&["RmtInf", "Ustrd"], |entry| &mut entry.purpose),
        (&["Refs", "EndToEndId"], |entry| &mut entry.number),
        (&["Ntry", "AcctSvcrRef"], |entry| &mut entry.reference),
    ];
    if let Some((_, field)) = known.iter().find(|(end, _)| ends(path, end)) {
        field(entry).push_str(text);
        return;
    }
    if path.last().is_some_and(|last| last == "Id") && ends(path, &["OrgId", "Othr", "Id"]) {
        let debtor = path.iter().any(|one| one == "Dbtr");
        // The other side's: of money that came, the one who paid.
        if debtor == (entry.way.trim() == "CRDT") {
            entry.tax_id = text.trim().to_owned();
        }
    }
}

fn line(row: u32, entry: &Entry, salon: &Salon<'_>) -> Result<Line, Problem> {
    if !entry.currency.is_empty() && entry.currency != salon.currency {
        return Err(problem(row, ProblemKind::OtherCurrency, &entry.currency));
    }
    let told = if entry.booked.is_empty() { &entry.valued } else { &entry.booked };
    let day = day(told).ok_or_else(|| problem(row, ProblemKind::BadDate, told))?;
    let sum = amount(&entry.sum, salon.digits).filter(|sum| !sum.is_zero());
    let sum = sum.ok_or_else(|| problem(row, ProblemKind::BadAmount, &entry.sum))?;
    let (amount, other) = match entry.way.trim() {
        "CRDT" => (sum, &entry.debtor),
        "DBIT" => (sum.negated(), &entry.creditor),
        told => return Err(problem(row, ProblemKind::BadDirection, told)),
    };
    let number = if entry.number.trim() == "NOTPROVIDED" { "" } else { &entry.number };
    Ok(Line {
        row,
        day,
        amount,
        counterparty: words(other, 200),
        tax_id: words(&entry.tax_id, 40),
        purpose: words(&entry.purpose, 500),
        document_number: words(number, 60),
        reference: words(&entry.reference, 60),
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::TENGE;
    use super::super::{ProblemKind, StatementError, StatementFormat, read_statement};

    const FILE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>
<Acct><Id><IBAN>KZ86125KZT5004100100</IBAN></Id></Acct>
<Ntry><Amt Ccy="KZT">40000.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2026-11-21</Dt></BookgDt>
<AcctSvcrRef>B-1</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>17</EndToEndId></Refs>
<RltdPties><Dbtr><Pty><Nm>ИП Камила</Nm></Pty></Dbtr><Cdtr><Pty><Nm>ТОО Аренда &amp; Ко</Nm>
<Id><OrgId><Othr><Id>123456789012</Id></Othr></OrgId></Id></Pty></Cdtr></RltdPties>
<RmtInf><Ustrd>Аренда</Ustrd><Ustrd>за ноябрь</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
<Ntry><Amt Ccy="KZT">9800.50</Amt><CdtDbtInd>CRDT</CdtDbtInd><ValDt><DtTm>2026-11-21T10:00:00</DtTm></ValDt></Ntry>
<Ntry><Amt Ccy="USD">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-11-21</Dt></BookgDt></Ntry>
</Stmt></BkToCstmrStmt></Document>"#;

    #[test]
    fn entries_of_both_ways_are_read_and_another_currency_is_left_out() {
        let read = read_statement("a.xml", FILE.as_bytes(), &TENGE).unwrap();
        assert_eq!((read.format, read.account_number.as_str()), (StatementFormat::Camt, "KZ86125KZT5004100100"));
        let [out, come] = read.lines.as_slice() else { panic!("{:?}", read.lines) };
        assert_eq!((out.amount.minor(), out.tax_id.as_str()), (-4_000_000, "123456789012"));
        assert_eq!((out.counterparty.as_str(), out.purpose.as_str()), ("ТОО Аренда & Ко", "Аренда за ноябрь"));
        assert_eq!((come.amount.minor(), come.day.to_string().as_str()), (980_050, "2026-11-21"));
        assert_eq!((read.problems[0].row, read.problems[0].kind), (3, ProblemKind::OtherCurrency));
    }

    #[test]
    fn a_file_that_was_cut_off_is_not_taken_for_a_whole_one() {
        let cut = &FILE[..FILE.find("<RmtInf>").unwrap()];
        match read_statement("a.xml", cut.as_bytes(), &TENGE) {
            Ok(read) => assert!(read.problems.iter().any(|one| one.kind == ProblemKind::CutOff)),
            Err(error) => assert_eq!(error, StatementError::Damaged),
        }
    }
}
