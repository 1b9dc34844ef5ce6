//! Exports of other programs, from header to merged clients.
#![expect(clippy::unwrap_used, reason = "a test that cannot read its file has failed")]

use adelante_domain::client_import::{
    Cell, ImportField, ImportProblemKind, ImportedClient, Merged, NoteLabels, Reading, RowOutcome, find_header,
    guess_date_order, guess_fields, merge_duplicates, read_row,
};

const LABELS: NoteLabels<'_> =
    NoteLabels { phone: "Phone", email: "E-mail", birthday: "Date", too_long: "From the file" };

struct Imported {
    clients: Vec<ImportedClient>,
    problems: Vec<ImportProblemKind>,
    merged: Merged,
}

fn import(file: &str, region: &str) -> Imported {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(file.trim_start_matches('\u{feff}').as_bytes());
    let rows: Vec<Vec<Cell>> = reader
        .records()
        .map(|record| record.unwrap().iter().map(|text| Cell::Text(text.to_owned())).collect())
        .collect();
    let header = find_header(&rows).unwrap();
    let body = &rows[header + 1..];
    let fields = guess_fields(Some(&rows[header]), &body[..100], region);
    let birthdays = fields.iter().position(|field| *field == ImportField::Birthday).unwrap();
    let date_order = guess_date_order(body.iter().filter_map(|row| row.get(birthdays)), region);
    let reading = Reading { region, today: "2026-11-21".parse().unwrap(), date_order, labels: LABELS };
    let (mut clients, mut problems) = (Vec::new(), Vec::new());
    for row in body {
        match read_row(row, &fields, &reading) {
            RowOutcome::Ready(client, found) => {
                clients.push(*client);
                problems.extend(found.into_iter().map(|problem| problem.kind));
            }
            other => panic!("a row of a good file is {other:?}"),
        }
    }
    let merged = merge_duplicates((1..).zip(clients.iter().cloned()));
    Imported { clients, problems, merged }
}

#[test]
fn every_row_of_a_fresha_export_becomes_a_client() {
    let imported = import(include_str!("../../../tests/fixtures/clients/fresha_1.csv"), "UA");
    assert_eq!(imported.clients.len(), 512);
    assert_eq!(imported.clients.iter().filter(|client| !client.phones.is_empty()).count(), 418);
    assert!(imported.problems.iter().all(|kind| *kind == ImportProblemKind::AllergyInNote));
    assert_eq!(imported.merged.rows.len(), 500);
    let first = &imported.clients[0];
    assert_eq!(
        (first.last_name.as_str(), first.gender, first.allergy.as_str()),
        ("Жұмабаева", "female", "алергія на латекс")
    );
    assert_eq!(imported.clients[1].phones[0].as_str(), "+380637832235");
}

#[test]
fn every_row_of_a_square_export_becomes_a_client() {
    let imported = import(include_str!("../../../tests/fixtures/clients/square_export_1.csv"), "US");
    assert_eq!(imported.clients.len(), 818);
    assert_eq!(imported.clients.iter().filter(|client| !client.phones.is_empty()).count(), 650);
    assert!(imported.problems.iter().all(|kind| *kind == ImportProblemKind::AllergyInNote));
    assert_eq!(imported.merged.rows.len(), 805);
    let first = &imported.clients[0];
    assert_eq!(
        (first.card_number.as_str(), first.phones[0].as_str(), first.note.as_str()),
        ("REF0", "+16462046642", "+7 другой номер")
    );
}
