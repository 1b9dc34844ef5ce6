//! A bank statement that a person chose: read and shown. What becomes of its lines is the engine's.

use adelante_documents::statement::{
    self as file, MAX_BYTES, MAX_LINES, ProblemKind, Statement, StatementError, read_statement,
};
use adelante_domain::permission::Permission;
use adelante_engine::Caller;
use adelante_wire::table::Call;
use adelante_wire::{
    BankLine, CommandError, ErrorCode, Nothing, ReadStatement, Salon, StatementFormat, StatementProblem,
    StatementProblemKind, StatementRead,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::Desk;
use crate::desk::{ask, input};

/// Problems that are shown.
const PROBLEMS_MAX: usize = 200;

impl Desk {
    pub(crate) fn read_statement(&self, call: &Call, caller: &Caller) -> Result<StatementRead, CommandError> {
        let wanted: ReadStatement = input(call)?;
        self.permit(call, caller, Permission::FinanceWrite)?;
        if wanted.content_base64.len() / 4 * 3 > MAX_BYTES + 3 {
            return Err(refusal(StatementError::TooLarge));
        }
        let bytes = BASE64
            .decode(wanted.content_base64)
            .map_err(|_| CommandError::new(ErrorCode::BadInput).with("detail", "content_base64 is not base64"))?;
        let state = self.read();
        let salon: Salon = ask(state.engine()?, call, caller, "get_salon", &Nothing {})?;
        drop(state);
        let known = file::Salon { currency: &salon.salon.currency, digits: salon.currency_digits };
        read_statement(&wanted.file_name, &bytes, &known).map(shown).map_err(refusal)
    }
}

fn shown(read: Statement) -> StatementRead {
    let format = match read.format {
        file::StatementFormat::OneC => StatementFormat::OneC,
        file::StatementFormat::Csv => StatementFormat::Csv,
        file::StatementFormat::Camt => StatementFormat::Camt,
        file::StatementFormat::Mt940 => StatementFormat::Mt940,
    };
    let line = |line: file::Line| BankLine {
        row: line.row,
        day: line.day,
        amount_minor: line.amount,
        counterparty: line.counterparty,
        tax_id: line.tax_id,
        purpose: line.purpose,
        document_number: line.document_number,
        reference: line.reference,
    };
    let problem = |problem: file::Problem| StatementProblem {
        row: problem.row,
        kind: match problem.kind {
            ProblemKind::BadDate => StatementProblemKind::BadDate,
            ProblemKind::BadAmount => StatementProblemKind::BadAmount,
            ProblemKind::BadDirection => StatementProblemKind::BadDirection,
            ProblemKind::OtherCurrency => StatementProblemKind::OtherCurrency,
            ProblemKind::CutOff => StatementProblemKind::CutOff,
        },
        value: problem.value,
    };
    StatementRead {
        format,
        account_number: read.account_number,
        lines: read.lines.into_iter().map(line).collect(),
        problems: read.problems.into_iter().take(PROBLEMS_MAX).map(problem).collect(),
    }
}

fn refusal(error: StatementError) -> CommandError {
    match error {
        StatementError::Empty => CommandError::new(ErrorCode::FileEmpty),
        StatementError::TooLarge => CommandError::new(ErrorCode::TooManyRows).with("max", MAX_LINES),
        StatementError::NotAStatement => CommandError::new(ErrorCode::FileNotAStatement),
        StatementError::Damaged => CommandError::new(ErrorCode::FileDamaged).with("detail", "statement"),
    }
}
