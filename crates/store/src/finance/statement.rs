//! Bank statements that were brought in.

use adelante_base::{BankAccountId, BankStatementId, Day, FinanceOperationId, Money, StatementLineId, Timestamp};
use rusqlite::{Connection, named_params};

use crate::appointment::money;
use crate::operation::parsed;
use crate::{Door, StoreError};

/// A statement as a list shows it.
#[derive(Debug, Clone)]
pub struct Statement {
    /// Which.
    pub id: BankStatementId,
    /// When.
    pub at: Timestamp,
    /// Who: staff id, or `program`.
    pub actor: String,
    /// Its account.
    pub bank_account_id: BankAccountId,
    /// Name of the account.
    pub account: String,
    /// Name of the file.
    pub file_name: String,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// Operations it posted.
    pub posted: u32,
    /// Lines that were operations from before.
    pub matched: u32,
    /// Came onto the account.
    pub came: Money,
    /// Went from it, ≥ 0.
    pub went: Money,
    /// It was taken back.
    pub reversed: bool,
}

/// Writes a statement.
///
/// # Errors
/// What SQLite says.
pub fn insert(
    door: &Door<'_>,
    id: BankStatementId,
    account: BankAccountId,
    file_name: &str,
    days: (Day, Day),
    reverses: Option<BankStatementId>,
) -> Result<(), StoreError> {
    door.insert(
        "bank_statement",
        &[
            ("id", id.to_string().into()),
            ("at", door.at().millis().into()),
            ("actor", door.actor().to_owned().into()),
            ("bank_account_id", account.to_string().into()),
            ("file_name", file_name.to_owned().into()),
            ("from_day", days.0.to_string().into()),
            ("to_day", days.1.to_string().into()),
            ("reverses", reverses.map(|id| id.to_string()).into()),
        ],
    )
}

/// What a line of a statement is.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// The statement.
    pub statement_id: BankStatementId,
    /// Its account.
    pub bank_account_id: BankAccountId,
    /// The same for the same line of every file.
    pub reference: &'a str,
    /// Onto the account +, from it −.
    pub amount: Money,
    /// The operation.
    pub operation_id: FinanceOperationId,
    /// The line posted it; otherwise it was there before.
    pub posted: bool,
}

/// Writes which operation a line is.
///
/// # Errors
/// What SQLite says.
pub fn insert_line(door: &Door<'_>, line: &Line<'_>) -> Result<(), StoreError> {
    door.insert(
        "statement_line",
        &[
            ("id", StatementLineId::new(door.ids(), door.at()).to_string().into()),
            ("statement_id", line.statement_id.to_string().into()),
            ("bank_account_id", line.bank_account_id.to_string().into()),
            ("reference", line.reference.to_owned().into()),
            ("amount_minor", line.amount.minor().into()),
            ("operation_id", line.operation_id.to_string().into()),
            ("posted", i64::from(line.posted).into()),
        ],
    )
}

/// Whether a line was brought in before, by a statement that stands.
///
/// # Errors
/// What SQLite says.
pub fn is_known(connection: &Connection, account: BankAccountId, reference: &str) -> Result<bool, StoreError> {
    let mut find = connection.prepare_cached(include_str!("line_known.sql"))?;
    Ok(find.exists(named_params! { ":account": account.to_string(), ":reference": reference })?)
}

/// Statements, latest first.
///
/// # Errors
/// What SQLite says.
pub fn list(connection: &Connection) -> Result<Vec<Statement>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("statements.sql"))?;
    let rows = all.query_map([], |row| {
        Ok(Statement {
            id: parsed(row, "id")?,
            at: Timestamp::from_millis(row.get("at")?),
            actor: row.get("actor")?,
            bank_account_id: parsed(row, "bank_account_id")?,
            account: row.get("account")?,
            file_name: row.get("file_name")?,
            from: parsed(row, "from_day")?,
            to: parsed(row, "to_day")?,
            posted: row.get("posted")?,
            matched: row.get("matched")?,
            came: money(row, "in_minor")?,
            went: money(row, "out_minor")?,
            reversed: row.get("reversed")?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}
