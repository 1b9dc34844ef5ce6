//! `1CClientBankExchange`: sections of `key=value` lines.
//! Source: the exchange format published by 1C (v8.1c.ru/tekhnologii/obmen-dannymi-i-integratsiya/standarty-i-formaty),
//! version 1.03, with the keys that banks of Kazakhstan (ИИК, БИН/ИИН) and Ukraine write in their places.

use std::collections::BTreeMap;

use adelante_base::Day;

use super::{Line, Problem, ProblemKind, Salon, Statement, StatementFormat, amount, day, problem, words};

type Fields<'a> = BTreeMap<&'a str, &'a str>;

/// Reads a decoded text.
pub(super) fn read(text: &str, salon: &Salon<'_>) -> Statement {
    let mut own: Vec<String> = Vec::new();
    let mut statement = Statement {
        format: StatementFormat::OneC,
        account_number: String::new(),
        lines: Vec::new(),
        problems: Vec::new(),
    };
    let mut documents = 0u32;
    let mut open: Option<Fields<'_>> = None;
    for raw in text.lines() {
        let raw = raw.trim();
        let (key, value) = raw.split_once('=').unwrap_or((raw, ""));
        let (key, value) = (key.trim(), value.trim());
        match (key, &mut open) {
            ("СекцияДокумент", _) => {
                if open.replace(Fields::new()).is_some() {
                    statement.problems.push(problem(documents, ProblemKind::CutOff, ""));
                }
                documents += 1;
            }
            ("КонецДокумента", _) => {
                let Some(fields) = open.take() else { continue };
                match line(documents, &fields, &own, salon) {
                    Ok(line) => statement.lines.push(line),
                    Err(problem) => statement.problems.push(problem),
                }
            }
            ("РасчСчет" | "ИИК", None) if !value.is_empty() => own.push(value.to_owned()),
            (_, Some(fields)) if !value.is_empty() => {
                fields.insert(key, value);
            }
            _ => {}
        }
    }
    if open.is_some() {
        statement.problems.push(problem(documents, ProblemKind::CutOff, ""));
    }
    statement.account_number = own.into_iter().next().unwrap_or_default();
    statement
}

fn first<'a>(fields: &Fields<'a>, keys: &[&str]) -> &'a str {
    keys.iter().find_map(|key| fields.get(key)).copied().unwrap_or_default()
}

fn line(row: u32, fields: &Fields<'_>, own: &[String], salon: &Salon<'_>) -> Result<Line, Problem> {
    let mine = |keys: &[&str]| own.iter().any(|number| number == first(fields, keys));
    let from_me = mine(&["ПлательщикСчет", "ПлательщикРасчСчет", "ПлательщикИИК"]);
    let to_me = mine(&["ПолучательСчет", "ПолучательРасчСчет", "ПолучательИИК"]);
    let has = |key: &str| fields.contains_key(key);
    // Between own accounts, and where the file names none: the day it was written off or came in.
    let out = match (from_me, to_me) {
        (true, false) => true,
        (false, true) => false,
        _ if has("СуммаРасход") || (has("ДатаСписано") && !has("ДатаПоступило")) => {
            true
        }
        _ if has("СуммаПриход") || (has("ДатаПоступило") && !has("ДатаСписано")) => {
            false
        }
        _ => return Err(problem(row, ProblemKind::BadDirection, first(fields, &["Номер"]))),
    };
    let told = if out {
        ["ДатаСписано", "ДатаОперации", "Дата"]
    } else {
        ["ДатаПоступило", "ДатаОперации", "Дата"]
    };
    let told = first(fields, &told);
    let day: Day = day(told).ok_or_else(|| problem(row, ProblemKind::BadDate, told))?;
    let told = first(fields, &["Сумма", if out { "СуммаРасход" } else { "СуммаПриход" }]);
    let sum = amount(told, salon.digits).filter(|sum| sum.is_positive());
    let sum = sum.ok_or_else(|| problem(row, ProblemKind::BadAmount, told))?;
    let (name, tax): (&[&str], &[&str]) = if out {
        (
            &["Получатель1", "ПолучательНаименование", "Получатель"],
            &["ПолучательИНН", "ПолучательБИН_ИИН", "ПолучательБИН", "ПолучательИИН", "ПолучательЕДРПОУ"],
        )
    } else {
        (
            &["Плательщик1", "ПлательщикНаименование", "Плательщик"],
            &["ПлательщикИНН", "ПлательщикБИН_ИИН", "ПлательщикБИН", "ПлательщикИИН", "ПлательщикЕДРПОУ"],
        )
    };
    Ok(Line {
        row,
        day,
        amount: if out { sum.negated() } else { sum },
        counterparty: words(named(first(fields, name)), 200),
        tax_id: words(first(fields, tax), 40),
        purpose: words(first(fields, &["НазначениеПлатежа", "НазначениеПлатежа1"]), 500),
        document_number: words(first(fields, &["Номер", "НомерДокумента"]), 60),
        reference: String::new(),
    })
}

/// `Плательщик` may begin with the tax id: `ИНН 7701234567 ООО Ромашка`.
fn named(text: &str) -> &str {
    let Some(rest) = text.strip_prefix("ИНН ") else { return text };
    rest.trim_start_matches(|letter: char| letter.is_ascii_digit()).trim_start()
}

#[cfg(test)]
mod tests {
    use super::super::tests::TENGE;
    use super::super::{ProblemKind, StatementFormat, read_statement};
    use encoding_rs::WINDOWS_1251;

    const FILE: &str = "1CClientBankExchange\r\nВерсияФормата=1.03\r\nКодировка=Windows\r\nРасчСчет=40802810000000000001\r\n\
        СекцияРасчСчет\r\nРасчСчет=40802810000000000001\r\nНачальныйОстаток=100.00\r\nКонецРасчСчет\r\n\
        СекцияДокумент=Платежное поручение\r\nНомер=17\r\nДата=20.11.2026\r\nСумма=40000.00\r\n\
        ПлательщикСчет=40802810000000000001\r\nДатаСписано=21.11.2026\r\nПлательщик1=ИП Камила\r\n\
        ПолучательСчет=40702810000000000002\r\nПолучатель=ИНН 7701234567 ООО Аренда\r\nПолучательИНН=7701234567\r\n\
        НазначениеПлатежа=Аренда за ноябрь\r\nКонецДокумента\r\n\
        СекцияДокумент=Банковский ордер\r\nНомер=18\r\nДата=21.11.2026\r\nСумма=9800.5\r\n\
        ПлательщикСчет=30232810000000000003\r\nПлательщик1=ПАО Банк\r\nДатаПоступило=21.11.2026\r\n\
        ПолучательСчет=40802810000000000001\r\nНазначениеПлатежа=Возмещение по эквайрингу\r\nКонецДокумента\r\n\
        СекцияДокумент=Платежное поручение\r\nНомер=19\r\nДата=21.11.2026\r\nСумма=много\r\nДатаСписано=21.11.2026\r\n\
        КонецДокумента\r\n\
        СекцияДокумент=Платежное поручение\r\nНомер=20\r\nДата=21.11.2026\r\n";

    #[test]
    fn documents_of_both_ways_are_read_in_either_encoding_and_what_is_wrong_is_named() {
        let (cp1251, _, _) = WINDOWS_1251.encode(FILE);
        for bytes in [FILE.as_bytes(), &cp1251] {
            let read = read_statement("kl_to_1c.txt", bytes, &TENGE).unwrap();
            assert_eq!((read.format, read.account_number.as_str()), (StatementFormat::OneC, "40802810000000000001"));
            let [out, come] = read.lines.as_slice() else { panic!("{:?}", read.lines) };
            assert_eq!((out.amount.minor(), out.day.to_string().as_str()), (-4_000_000, "2026-11-21"));
            assert_eq!((out.counterparty.as_str(), out.tax_id.as_str()), ("ООО Аренда", "7701234567"));
            assert_eq!((out.document_number.as_str(), out.purpose.as_str()), ("17", "Аренда за ноябрь"));
            assert_eq!((come.amount.minor(), come.counterparty.as_str()), (980_050, "ПАО Банк"));
            let wrong: Vec<_> = read.problems.iter().map(|one| (one.row, one.kind, one.value.as_str())).collect();
            assert_eq!(wrong, [(3, ProblemKind::BadAmount, "много"), (4, ProblemKind::CutOff, "")]);
        }
    }

    #[test]
    fn a_kazakh_file_names_its_fields_otherwise() {
        let text = "1CClientBankExchange\nРасчСчет=KZ86125KZT5004100100\nСекцияДокумент=ПлатежноеПоручение\n\
            НомерДокумента=5\nДатаОперации=21.11.2026\nСуммаПриход=5 000,00\nПлательщикНаименование=ТОО Клиент\n\
            ПлательщикБИН_ИИН=123456789012\nПлательщикИИК=KZ11\nПолучательИИК=KZ86125KZT5004100100\n\
            НазначениеПлатежа=За услуги\nКонецДокумента\nКонецФайла\n";
        let read = read_statement("a.txt", text.as_bytes(), &TENGE).unwrap();
        let line = &read.lines[0];
        assert_eq!((line.amount.minor(), line.tax_id.as_str()), (500_000, "123456789012"));
        assert_eq!((line.counterparty.as_str(), line.document_number.as_str()), ("ТОО Клиент", "5"));
    }
}
