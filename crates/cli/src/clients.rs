//! `adelante import clients` and `adelante export clients`.

use std::fs;

use adelante_wire::{FileOut, ImportCounts, ImportPreview, ImportProblem, ImportReport};
use anyhow::Context;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::Serialize;
use serde_json::json;

use crate::arguments::{ExportClients, ImportClients};
use crate::open::{ask, existing};
use crate::output::Output;

/// What an import did, or would do.
#[derive(Serialize)]
struct Outcome {
    read: u32,
    created: u32,
    updated: u32,
    skipped: u32,
    rejected: Vec<Rejected>,
    #[serde(skip_serializing_if = "Option::is_none")]
    batch_id: Option<String>,
}

/// A row that cannot be imported.
#[derive(Serialize)]
struct Rejected {
    row: u32,
    column: String,
    reason: &'static str,
}

impl Outcome {
    fn new(counts: ImportCounts, rejected: &[ImportProblem], batch_id: Option<String>) -> Self {
        let ImportCounts { read, created, updated, skipped, .. } = counts;
        let rejected = rejected
            .iter()
            .map(|problem| Rejected { row: problem.row, column: problem.column.clone(), reason: problem.kind.as_str() })
            .collect();
        Self { read, created, updated, skipped, rejected, batch_id }
    }
}

/// Brings clients in, all or nothing; or says what would happen.
pub fn import(wanted: &ImportClients, output: &Output) -> anyhow::Result<()> {
    let bytes = fs::read(&wanted.file).with_context(|| format!("{} cannot be read", wanted.file.display()))?;
    let desk = existing(&wanted.salon)?;
    let name = wanted.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let input = json!({ "file_name": name, "content_base64": BASE64.encode(bytes) });
    let preview: ImportPreview = ask(&desk, "read_import", input)?;
    if wanted.dry_run {
        let planned = desk.planned_import(preview.import_id)?;
        return output.document(&Outcome::new(planned.counts, &planned.rejected, None));
    }
    let report: ImportReport = ask(&desk, "run_import", json!({ "import_id": preview.import_id }))?;
    output.document(&Outcome::new(report.counts, &report.rejected, report.batch_id.map(|id| id.to_string())))
}

/// Writes all clients to an Excel file.
pub fn export(wanted: &ExportClients, output: &Output) -> anyhow::Result<()> {
    let desk = existing(&wanted.salon)?;
    let file: FileOut = ask(&desk, "export_clients", json!({}))?;
    let bytes = BASE64.decode(file.content_base64).context("the export is not of its form")?;
    fs::write(&wanted.file, &bytes).with_context(|| format!("{} cannot be written", wanted.file.display()))?;
    let path = wanted.file.display().to_string();
    output.answer(&json!({ "file": path, "bytes": bytes.len() }), || format!("written: {path}"))
}
