//! `adelante verify`, `backup` and `restore`.

use std::path::Path;

use adelante_engine::Caller;
use adelante_host::{Desk, Upkeep};
use adelante_wire::{BackupList, CommandError, ErrorCode, Verified};
use anyhow::Context;
use serde_json::json;

use crate::arguments::{Backup, Restore, Salon};
use crate::open::{ask, call, existing, options};
use crate::output::Output;

/// Checks the whole file, one line per check.
pub fn verify(salon: &Salon, output: &Output) -> anyhow::Result<()> {
    let desk = existing(salon)?;
    let verified: Verified = ask(&desk, "verify", json!({}))?;
    output.answer(&verified, || {
        verified
            .lines
            .iter()
            .map(|line| {
                let word = if line.ok { "ok" } else { "WRONG" };
                format!("{word:<6}{:<13}{:>9}  {}", line.check, line.count, line.detail).trim_end().to_owned()
            })
            .collect::<Vec<_>>()
            .join("\n")
    })?;
    if verified.ok { Ok(()) } else { anyhow::bail!("the file is not in order") }
}

/// Makes a backup and says where it is.
pub fn backup(wanted: &Backup, output: &Output) -> anyhow::Result<()> {
    let desk = existing(&wanted.salon)?;
    let made: adelante_wire::Backup = ask(&desk, "make_backup", json!({}))?;
    let list: BackupList = ask(&desk, "list_backups", json!({}))?;
    let path = Path::new(&list.folder).join(&made.file_name);
    if let Some(out) = &wanted.out {
        std::fs::copy(&path, out).with_context(|| format!("{} cannot be written", out.display()))?;
    }
    output.answer(&made, || format!("made and checked: {}", path.display()))
}

/// Puts a backup in the place of the salon's file, also where that is damaged or not there.
pub fn restore(wanted: &Restore, output: &Output) -> anyhow::Result<()> {
    let desk = Desk::open(options(&wanted.salon, Upkeep::None));
    let input = json!({
        "file_name": backup_name(&wanted.backup)?,
        "database_key": wanted.key.as_deref().unwrap_or_default(),
    });
    desk.call(&call("restore_backup", input), Caller::Program)?;
    output.answer(&json!({ "restored": true }), || "restored; the file that was there is kept beside it".to_owned())
}

/// A path as it was typed becomes a full one; a bare name that is no file here is one of the list.
fn backup_name(typed: &Path) -> anyhow::Result<String> {
    let text = |path: &Path| {
        let text = path.to_str().map(str::to_owned);
        text.ok_or_else(|| CommandError::new(ErrorCode::BadInput).with("detail", "the path is not text"))
    };
    if typed.exists() {
        let full = std::path::absolute(typed).context("the path of the backup cannot be read")?;
        return Ok(text(&full)?);
    }
    Ok(text(typed)?)
}
