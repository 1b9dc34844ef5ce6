//! What becomes of each row of a file: read by the rules, joined within the file, then compared
//! with the salon by the engine.

use std::collections::BTreeMap;

use adelante_base::vocabulary::Language;
use adelante_base::{Day, ImportId};
use adelante_documents::sheet::Sheet;
use adelante_domain::client_import::{
    self as rules, Cell, ImportedClient, Problem, Reading, RowOutcome, guess_date_order, merge_duplicates, read_row,
};
use adelante_wire::{
    ClientFields, CommandError, ErrorCode, ImportColumn, ImportCounts, ImportField, ImportPreview, ImportProblem,
    ImportProblemKind, ImportReport, ImportRow, ReadyClient,
};

use super::words;
use crate::desk::internal;

/// Rows of the preview.
const ROWS_SHOWN: usize = 200;
/// Problems of the preview and of the report.
const PROBLEMS_SHOWN: usize = 1000;
/// Rows below the headers by which columns are guessed.
const SAMPLE: usize = 200;
/// Most rows of one import.
const ROWS_MAX: usize = 200_000;

/// What an import would do.
pub(super) struct Plan {
    pub(super) fields: Vec<ImportField>,
    /// Index of the row with the headers.
    pub(super) header: Option<usize>,
    /// Rows that go to the engine.
    pub(super) ready: Vec<ReadyClient>,
    pub(super) counts: ImportCounts,
    pub(super) rejected: Vec<ImportProblem>,
    /// What becomes of a row, by its number.
    outcomes: BTreeMap<u32, &'static str>,
    problems: Vec<ImportProblem>,
}

/// Reads all rows of a sheet. The salon's own clients are not looked at yet: [`Plan::settle`].
pub(super) fn make(
    sheet: &Sheet,
    fields: Option<&[ImportField]>,
    region: &str,
    language: Language,
    today: Day,
) -> Result<Plan, CommandError> {
    let header = rules::find_header(&sheet.rows);
    let first = header.map_or(0, |row| row + 1);
    let body = sheet.rows.get(first..).unwrap_or_default();
    if body.iter().flatten().all(Cell::is_blank) {
        return Err(CommandError::new(ErrorCode::FileNoRows));
    }
    if body.len() > ROWS_MAX {
        return Err(CommandError::new(ErrorCode::TooManyRows).with("max", ROWS_MAX));
    }
    let fields: Vec<ImportField> = match fields {
        Some(chosen) => chosen.to_vec(),
        None => {
            let sample = &body[..body.len().min(SAMPLE)];
            let headers = header.and_then(|row| sheet.rows.get(row)).map(Vec::as_slice);
            let guessed = rules::guess_fields(headers, sample, region);
            guessed.into_iter().map(|field| same_word(field.as_str())).collect::<Result<_, _>>()?
        }
    };
    let known: Vec<rules::ImportField> =
        fields.iter().map(|field| same_word(field.as_str())).collect::<Result<_, _>>()?;
    let birthdays = fields.iter().position(|field| *field == ImportField::Birthday);
    let column = birthdays.into_iter().flat_map(|column| body.iter().filter_map(move |row| row.get(column)));
    let reading =
        Reading { region, today, date_order: guess_date_order(column, region), labels: words::labels(language) };

    let mut plan = Plan {
        fields,
        header,
        ready: Vec::new(),
        counts: ImportCounts::default(),
        rejected: Vec::new(),
        outcomes: BTreeMap::new(),
        problems: Vec::new(),
    };
    let mut clients = Vec::new();
    for (number, cells) in (first + 1..).zip(body) {
        let row = u32::try_from(number).map_err(|_| internal("a row number that does not fit"))?;
        match read_row(cells, &known, &reading) {
            RowOutcome::Blank => continue,
            RowOutcome::Ready(client, problems) => {
                clients.push((row, *client));
                plan.note(row, &problems)?;
            }
            RowOutcome::Rejected(problems) => {
                plan.note(row, &problems)?;
                plan.reject(problem_of_row(row, &problems)?);
            }
        }
        plan.counts.read += 1;
    }
    plan.join(clients)?;
    Ok(plan)
}

impl Plan {
    /// Joins the rows that are the same person.
    fn join(&mut self, clients: Vec<(u32, ImportedClient)>) -> Result<(), CommandError> {
        let merged = merge_duplicates(clients);
        for (row, problem) in &merged.problems {
            self.note(*row, std::slice::from_ref(problem))?;
        }
        for merged in merged.rows {
            for joined in &merged.joined {
                self.outcomes.insert(*joined, "skipped");
                self.counts.skipped += 1;
            }
            self.ready.push(ReadyClient { row: merged.row, client: fields_of(merged.client) });
        }
        self.problems.sort_by_key(|problem| problem.row);
        Ok(())
    }

    /// Takes in what the engine says of the rows that are ready, one word per row: `created`,
    /// `updated`, `skipped` or `rejected`.
    pub(super) fn settle(&mut self, outcomes: &[&'static str]) {
        let ready = std::mem::take(&mut self.ready);
        for (client, outcome) in ready.iter().zip(outcomes) {
            let row = client.row;
            let (count, kind) = match *outcome {
                "updated" => (&mut self.counts.updated, Some(ImportProblemKind::DuplicateInSalon)),
                "skipped" => (&mut self.counts.skipped, Some(ImportProblemKind::DuplicateInSalon)),
                "rejected" => (&mut 0, Some(ImportProblemKind::Ambiguous)),
                _ => (&mut self.counts.created, None),
            };
            *count += 1;
            self.outcomes.insert(row, outcome);
            if let Some(kind) = kind {
                let value = client.client.phones.first().cloned().unwrap_or_default();
                let problem = ImportProblem { row, column: self.phone_column(), kind, value };
                self.problems.push(problem.clone());
                if kind == ImportProblemKind::Ambiguous {
                    self.reject(problem);
                }
            }
        }
        self.ready = ready;
        self.problems.sort_by_key(|problem| problem.row);
        self.rejected.sort_by_key(|problem| problem.row);
    }

    /// Whether there is a column to know a person by.
    pub(super) fn can_run(&self) -> Result<(), CommandError> {
        let known = self.fields.iter().any(|field| {
            matches!(field, ImportField::FullName | ImportField::FirstName | ImportField::LastName | ImportField::Phone)
        });
        if known { Ok(()) } else { Err(CommandError::new(ErrorCode::FileNoColumns)) }
    }

    /// The report of the whole file from the engine's report of the rows it was given.
    pub(super) fn report(&self, engine: &ImportReport) -> ImportReport {
        let in_file = self.rejected.iter().filter(|problem| problem.kind != ImportProblemKind::Ambiguous);
        let mut rejected: Vec<ImportProblem> = in_file.cloned().collect();
        let in_file = u32::try_from(rejected.len()).unwrap_or(u32::MAX);
        let ready = u32::try_from(self.ready.len()).unwrap_or(u32::MAX);
        let joined = self.counts.read.saturating_sub(ready).saturating_sub(in_file);
        // The engine names the first few; the plan knows the rest.
        if engine.counts.rejected as usize > engine.rejected.len() {
            rejected.clone_from(&self.rejected);
        } else {
            rejected.extend(engine.rejected.iter().cloned());
        }
        rejected.sort_by_key(|problem| problem.row);
        rejected.truncate(PROBLEMS_SHOWN);
        ImportReport {
            batch_id: engine.batch_id,
            counts: ImportCounts {
                read: self.counts.read,
                created: engine.counts.created,
                updated: engine.counts.updated,
                skipped: engine.counts.skipped + joined,
                rejected: engine.counts.rejected + in_file,
            },
            rejected,
        }
    }

    /// What the person sees before anything is written.
    pub(super) fn preview(&self, import_id: ImportId, file_name: &str, sheet: &Sheet) -> ImportPreview {
        let ready: BTreeMap<u32, &ClientFields> = self.ready.iter().map(|ready| (ready.row, &ready.client)).collect();
        let rows = self.outcomes.iter().take(ROWS_SHOWN).map(|(row, outcome)| ImportRow {
            row: *row,
            client: ready.get(row).map_or_else(ClientFields::default, |client| (*client).clone()),
            outcome: (*outcome).to_owned(),
        });
        ImportPreview {
            import_id,
            file_name: file_name.to_owned(),
            sheet: sheet.name.clone(),
            header_row: self.header.and_then(|row| u32::try_from(row + 1).ok()).unwrap_or(0),
            columns: self.columns(sheet),
            counts: self.counts,
            rows: rows.collect(),
            problems: self.problems.iter().take(PROBLEMS_SHOWN).cloned().collect(),
            problem_count: u32::try_from(self.problems.len()).unwrap_or(u32::MAX),
        }
    }

    fn columns(&self, sheet: &Sheet) -> Vec<ImportColumn> {
        let headers = self.header.and_then(|row| sheet.rows.get(row));
        let first = self.header.map_or(0, |row| row + 1);
        let text = |cell: &Cell| cell.text().chars().take(80).collect::<String>();
        let column = |(column, field): (usize, &ImportField)| {
            let cells = sheet.rows.iter().skip(first).filter_map(|row| row.get(column));
            ImportColumn {
                letter: letter(column),
                header: headers.and_then(|row| row.get(column)).map_or_else(String::new, text),
                field: *field,
                samples: cells.filter(|cell| !cell.is_blank()).take(3).map(text).collect(),
            }
        };
        self.fields.iter().enumerate().map(column).collect()
    }

    fn note(&mut self, row: u32, problems: &[Problem]) -> Result<(), CommandError> {
        for problem in problems {
            self.problems.push(told(row, problem)?);
        }
        Ok(())
    }

    fn reject(&mut self, problem: ImportProblem) {
        self.outcomes.insert(problem.row, "rejected");
        self.counts.rejected += 1;
        self.rejected.push(problem);
    }

    fn phone_column(&self) -> String {
        self.fields.iter().position(|field| *field == ImportField::Phone).map_or_else(String::new, letter)
    }
}

/// The problem for which a row is rejected.
fn problem_of_row(row: u32, problems: &[Problem]) -> Result<ImportProblem, CommandError> {
    let why = problems.iter().find(|problem| problem.kind == rules::ImportProblemKind::NoNameNoPhone);
    match why.or(problems.first()) {
        Some(problem) => told(row, problem),
        None => Ok(ImportProblem {
            row,
            column: String::new(),
            kind: ImportProblemKind::NoNameNoPhone,
            value: String::new(),
        }),
    }
}

fn told(row: u32, problem: &Problem) -> Result<ImportProblem, CommandError> {
    Ok(ImportProblem {
        row,
        column: problem.column.map_or_else(String::new, letter),
        kind: same_word(problem.kind.as_str())?,
        value: problem.value.clone(),
    })
}

/// The same word in the contract and in the rules.
fn same_word<T: std::str::FromStr>(word: &str) -> Result<T, CommandError> {
    word.parse().map_err(|_| internal("a word of the import that only one side knows"))
}

fn fields_of(client: ImportedClient) -> ClientFields {
    ClientFields {
        first_name: client.first_name,
        last_name: client.last_name,
        middle_name: client.middle_name,
        phones: client.phones.iter().map(|phone| phone.as_str().to_owned()).collect(),
        email: client.email,
        birthday: client.birthday,
        gender: client.gender.to_owned(),
        allergy: client.allergy,
        note: client.note,
        source: client.source,
        tags: client.tags,
        discount_bp: client.discount_bp,
        card_number: client.card_number,
        ..ClientFields::default()
    }
}

/// A column as a spreadsheet names it: A, B … Z, AA.
pub(super) fn letter(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &[&[&str]]) -> Sheet {
        let cell = |text: &&str| if text.is_empty() { Cell::Empty } else { Cell::Text((*text).to_owned()) };
        Sheet { name: "Clients".to_owned(), rows: rows.iter().map(|row| row.iter().map(cell).collect()).collect() }
    }

    fn plan(rows: &[&[&str]]) -> Plan {
        make(&sheet(rows), None, "KZ", Language::Ru, "2026-11-21".parse().unwrap()).unwrap()
    }

    #[test]
    fn rows_are_counted_by_what_becomes_of_them() {
        let mut plan = plan(&[
            &["Имя", "Телефон", "Заметка"],
            &["Анна", "8 701 123 45 67", ""],
            &["Анна", "+7 (701) 123-45-67", "тот же человек"],
            &["", "", "ни имени, ни телефона"],
            &["", "", ""],
            &["Вера", "+77012223344", ""],
            &["Дана", "+77013334455", ""],
        ]);
        assert_eq!(plan.fields, [ImportField::FirstName, ImportField::Phone, ImportField::Note]);
        assert_eq!(plan.ready.iter().map(|ready| ready.row).collect::<Vec<_>>(), [2, 6, 7]);
        plan.settle(&["created", "updated", "rejected"]);
        let expected = ImportCounts { read: 5, created: 1, updated: 1, skipped: 1, rejected: 2 };
        assert_eq!(plan.counts, expected);
        assert_eq!(plan.rejected.iter().map(|problem| problem.row).collect::<Vec<_>>(), [4, 7]);
        let engine = ImportReport {
            batch_id: None,
            counts: ImportCounts { read: 3, created: 1, updated: 1, skipped: 0, rejected: 1 },
            rejected: vec![plan.rejected[1].clone()],
        };
        let report = plan.report(&engine);
        assert_eq!(report.counts, expected);
        assert_eq!(report.rejected, plan.rejected);
    }

    #[test]
    fn a_file_with_headers_only_says_so_and_one_without_names_cannot_run() {
        let headers_only =
            make(&sheet(&[&["Имя", "Телефон"]]), None, "KZ", Language::Ru, "2026-11-21".parse().unwrap());
        assert_eq!(headers_only.err().map(|error| error.code), Some(ErrorCode::FileNoRows));
        let sums = plan(&[&["Сумма", "Скидка"], &["100", "5"]]);
        assert_eq!(sums.can_run().unwrap_err().code, ErrorCode::FileNoColumns);
    }

    #[test]
    fn columns_are_named_as_in_a_spreadsheet() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letter), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
