//! The rows that an import rejected, as a file to correct and import again.

use std::collections::BTreeMap;

use adelante_base::vocabulary::Language;
use adelante_documents::excel::{ColumnKind, Value, write_table};
use adelante_documents::sheet::Sheet;
use adelante_wire::{CommandError, FileOut, ImportProblem};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::plan::letter;
use super::words;
use crate::desk::internal;
use crate::export::XLSX;

/// The rejected rows with all their columns, the reasons first.
pub(super) fn file(
    name: &str,
    sheet: &Sheet,
    header: Option<usize>,
    rejected: &[ImportProblem],
    language: Language,
) -> Result<FileOut, CommandError> {
    let mut reasons: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for problem in rejected {
        let reason = words::reason(problem.kind, language);
        reasons.entry(problem.row as usize).or_default().push(reason);
    }
    let width = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut headers = vec![words::row_header(language).to_owned(), words::reason_header(language).to_owned()];
    headers.extend((0..width).map(|column| {
        let cell = header.and_then(|row| sheet.rows.get(row)).and_then(|row| row.get(column));
        cell.map(|cell| cell.text().into_owned()).filter(|text| !text.is_empty()).unwrap_or_else(|| letter(column))
    }));
    let mut kinds = vec![ColumnKind::Text; headers.len()];
    kinds[0] = ColumnKind::Number;
    let rows = reasons.into_iter().map(|(row, reasons)| {
        let number = u32::try_from(row).unwrap_or(u32::MAX);
        let mut cells = vec![Value::Number(f64::from(number)), Value::Text(reasons.join("; "))];
        cells.extend(sheet.rows.get(row.wrapping_sub(1)).into_iter().flatten().cloned().map(Value::from));
        cells
    });
    let bytes = write_table(words::row_header(language), &headers, &kinds, rows)
        .map_err(|error| internal(&error.to_string()))?;
    let stem = std::path::Path::new(name).file_stem().unwrap_or_default().to_string_lossy();
    Ok(FileOut {
        file_name: format!("{stem} – {}.xlsx", words::reason_header(language).to_lowercase()),
        media_type: XLSX.to_owned(),
        content_base64: BASE64.encode(bytes),
    })
}
