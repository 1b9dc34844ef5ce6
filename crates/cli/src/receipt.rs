//! `adelante receipt`.

use std::fs;

use adelante_base::ReceiptId;
use adelante_wire::{CommandError, ErrorCode, FileOut, ReceiptList};
use anyhow::Context;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::json;

use crate::arguments::Receipt;
use crate::open::{ask, existing};
use crate::output::Output;

/// Writes a receipt to a PDF file.
pub fn run(wanted: &Receipt, output: &Output) -> anyhow::Result<()> {
    let desk = existing(&wanted.salon)?;
    let id = match wanted.id.parse::<ReceiptId>() {
        Ok(id) => id,
        Err(_) => {
            let found: ReceiptList = ask(&desk, "list_receipts", json!({ "text": wanted.id, "limit": 200 }))?;
            let row = found.receipts.into_iter().find(|row| row.number == wanted.id);
            row.ok_or_else(|| CommandError::new(ErrorCode::NotFound).with("what", "receipt"))?.receipt_id
        }
    };
    let file: FileOut = ask(&desk, "save_receipt", json!({ "receipt_id": id, "format": wanted.format }))?;
    let bytes = BASE64.decode(file.content_base64).context("the receipt is not of its form")?;
    fs::write(&wanted.out, &bytes).with_context(|| format!("{} cannot be written", wanted.out.display()))?;
    let path = wanted.out.display().to_string();
    output.answer(&json!({ "file": path, "bytes": bytes.len() }), || format!("written: {path}"))
}
