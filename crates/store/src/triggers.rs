//! Generates the triggers from the table list. They guard (no write without an open door, no
//! delete, no update of facts) and they report (every insert and update, to [`crate::log`]).

use std::fmt::Write as _;

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::StoreError;
use crate::tables::{TABLES, Table};

/// All statements that make the triggers.
#[must_use]
pub fn create_sql() -> String {
    let mut sql = String::new();
    for table in TABLES {
        guard(&mut sql, table.name, "insert");
        never(&mut sql, table.name, "delete", "synced rows are never deleted");
        let values = joined(table.columns().map(|column| format!("NEW.{column}")));
        let _ = writeln!(
            sql,
            "CREATE TRIGGER log_insert_{name} AFTER INSERT ON {name} WHEN (SELECT mode FROM door) = 'write'\n\
             BEGIN SELECT log_insert('{name}', NEW.id, {values}); END;",
            name = table.name,
        );
        if table.is_append_only() {
            never(&mut sql, table.name, "update", "facts are never changed");
        } else {
            guard(&mut sql, table.name, "update");
            fixed_columns(&mut sql, table);
            let pairs = table.groups().iter().flat_map(|group| group.columns);
            let pairs = joined(pairs.map(|column| format!("OLD.{column}, NEW.{column}")));
            let _ = writeln!(
                sql,
                "CREATE TRIGGER log_update_{name} AFTER UPDATE ON {name} WHEN (SELECT mode FROM door) = 'write'\n\
                 BEGIN SELECT log_update('{name}', NEW.id, {pairs}); END;",
                name = table.name,
            );
        }
    }
    for log in ["operation", "change"] {
        guard(&mut sql, log, "insert");
        never(&mut sql, log, "update", "the log is never changed");
        never(&mut sql, log, "delete", "the log is never cut");
    }
    sql
}

/// Drops every trigger and makes them anew.
///
/// # Errors
/// What SQLite says.
pub fn regenerate(connection: &Connection) -> Result<(), StoreError> {
    drop_all(connection)?;
    connection.execute_batch(&create_sql())?;
    Ok(())
}

/// Drops every trigger, so that a migration can work.
///
/// # Errors
/// What SQLite says.
pub fn drop_all(connection: &Connection) -> Result<(), StoreError> {
    let mut names = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")?;
    let names: Vec<String> = names.query_map([], |row| row.get("name"))?.collect::<Result<_, _>>()?;
    for name in names {
        connection.execute_batch(&format!("DROP TRIGGER \"{name}\";"))?;
    }
    Ok(())
}

/// Hash of the triggers as they stand in the file: compared on opening.
///
/// # Errors
/// What SQLite says.
pub fn hash_in_file(connection: &Connection) -> Result<String, StoreError> {
    let mut all = connection.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name")?;
    let mut hash = Sha256::new();
    let mut rows = all.query([])?;
    while let Some(row) = rows.next()? {
        hash.update(row.get::<_, String>("sql")?);
    }
    Ok(hex::encode(hash.finalize()))
}

/// The hash that [`hash_in_file`] must give for this version of the program.
#[must_use]
pub fn expected_hash() -> String {
    let sql = create_sql();
    let mut triggers: Vec<(&str, &str)> =
        sql.split("END;\n").filter_map(|text| Some((text.split_whitespace().nth(2)?, text))).collect();
    triggers.sort_unstable();
    let mut hash = Sha256::new();
    for (_, text) in triggers {
        hash.update(text);
        hash.update("END");
    }
    hex::encode(hash.finalize())
}

fn guard(sql: &mut String, table: &str, verb: &str) {
    let _ = writeln!(
        sql,
        "CREATE TRIGGER guard_{verb}_{table} BEFORE {verb} ON {table} WHEN (SELECT mode FROM door) IS NULL\n\
         BEGIN SELECT RAISE(ABORT, 'written past the doors'); END;"
    );
}

fn never(sql: &mut String, table: &str, verb: &str, why: &str) {
    let _ = writeln!(
        sql,
        "CREATE TRIGGER never_{verb}_{table} BEFORE {verb} ON {table}\nBEGIN SELECT RAISE(ABORT, '{why}'); END;"
    );
}

fn fixed_columns(sql: &mut String, table: &Table) {
    let columns = joined(std::iter::once("id").chain(table.fixed.iter().copied()).map(str::to_owned));
    let _ = writeln!(
        sql,
        "CREATE TRIGGER fixed_{name} BEFORE UPDATE OF {columns} ON {name}\n\
         BEGIN SELECT RAISE(ABORT, 'a fixed column is never changed'); END;",
        name = table.name,
    );
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}
