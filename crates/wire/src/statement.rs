//! A bank statement: read, look, bring in, and take back as one.

use adelante_base::{
    BankAccountId, BankStatementId, CashCategoryId, CounterpartyId, Day, FinanceOperationId, Money, Timestamp,
};

use crate::PlaceRef;

adelante_base::words! {
    /// What kind of file a statement is.
    StatementFormat {
        /// 1C client-bank exchange.
        OneC = "one_c",
        /// Columns.
        Csv = "csv",
        /// ISO 20022 camt.053.
        Camt = "camt",
        /// SWIFT MT940.
        Mt940 = "mt940",
    }

    /// What is wrong with a line of a statement.
    StatementProblemKind {
        /// The date cannot be understood: the line is left out.
        BadDate = "bad_date",
        /// The sum cannot be understood: the line is left out.
        BadAmount = "bad_amount",
        /// Neither in nor out can be told: the line is left out.
        BadDirection = "bad_direction",
        /// Another currency than the salon's: the line is left out.
        OtherCurrency = "other_currency",
        /// The document is not finished: the file was cut off.
        CutOff = "cut_off",
    }

    /// What becomes of a line.
    LineAct {
        /// Income or expense is posted.
        Record = "record",
        /// Money goes between two of the salon's places.
        Transfer = "transfer",
        /// An operation that is there already is this line.
        Match = "match",
        /// Nothing.
        Skip = "skip",
    }

    /// Why something is suggested for a line.
    LineReason {
        /// The line was brought in before.
        Duplicate = "duplicate",
        /// An operation of the same sum within three days.
        SameOperation = "same_operation",
        /// The acquirer's settlement of a payment method.
        Settlement = "settlement",
        /// The last category of the counterparty with this tax id or name.
        Counterparty = "counterparty",
        /// Nothing is known of it.
        Unknown = "unknown",
    }
}

crate::dto! {
    /// Reads a bank statement. Nothing is written.
    pub struct ReadStatement {
        /// Name of the file.
        pub file_name: String,
        /// Its bytes, base64, ≤ 10 MB.
        pub content_base64: String,
    }

    /// What stands in a statement.
    pub struct StatementRead {
        /// Kind of file.
        pub format: StatementFormat,
        /// Number of the account, or empty where the file does not say.
        pub account_number: String,
        /// Lines that were understood, ≤ 2 000.
        pub lines: Vec<BankLine>,
        /// The first 200 problems.
        pub problems: Vec<StatementProblem>,
    }

    /// A line of a statement.
    pub struct BankLine {
        /// Row or document number in the file, from 1.
        pub row: u32,
        /// Day it was booked.
        pub day: Day,
        /// Onto the account +, from it −.
        pub amount_minor: Money,
        /// The other side's name, ≤ 200.
        #[serde(default)]
        pub counterparty: String,
        /// Its tax id, ≤ 40.
        #[serde(default)]
        pub tax_id: String,
        /// What it was for, ≤ 500.
        #[serde(default)]
        pub purpose: String,
        /// Number of the document, ≤ 60.
        #[serde(default)]
        pub document_number: String,
        /// The same for the same line of every file, 1–64: the bank's own, or a digest.
        pub reference: String,
    }

    /// Something wrong in the file.
    pub struct StatementProblem {
        /// Row or document number in the file, from 1.
        pub row: u32,
        /// What.
        pub kind: StatementProblemKind,
        /// What stood there, shortened.
        pub value: String,
    }

    /// Asks what could become of a statement's lines.
    pub struct MatchStatement {
        /// The account it is of.
        pub bank_account_id: BankAccountId,
        /// Its lines, ≤ 2 000.
        pub lines: Vec<BankLine>,
    }

    /// Suggestions, one for each line, in their order.
    pub struct StatementMatched {
        /// Suggestions.
        pub lines: Vec<LineSuggested>,
    }

    /// What could become of a line.
    pub struct LineSuggested {
        /// What.
        pub act: LineAct,
        /// Why.
        pub reason: LineReason,
        /// The category it would be posted to.
        pub category_id: Option<CashCategoryId>,
        /// The known counterparty.
        pub counterparty_id: Option<CounterpartyId>,
        /// The operation that it is.
        pub operation_id: Option<FinanceOperationId>,
        /// The other place of a transfer.
        pub place: Option<PlaceRef>,
    }

    /// Brings a statement's lines in: as one, and taken back as one.
    pub struct ImportStatement {
        /// The account it is of.
        pub bank_account_id: BankAccountId,
        /// Name of the file, ≤ 200.
        pub file_name: String,
        /// Lines with what becomes of them, 1–2 000.
        pub lines: Vec<DecidedLine>,
    }

    /// A line with what becomes of it.
    pub struct DecidedLine {
        /// The line.
        pub line: BankLine,
        /// What.
        pub act: LineAct,
        /// What a posted line is for.
        #[serde(default)]
        pub category_id: Option<CashCategoryId>,
        /// Who; a new counterparty is made of the line's own name where there is none.
        #[serde(default)]
        pub counterparty_id: Option<CounterpartyId>,
        /// The operation that the line is.
        #[serde(default)]
        pub operation_id: Option<FinanceOperationId>,
        /// The other place of a transfer; not a drawer.
        #[serde(default)]
        pub place: Option<PlaceRef>,
    }

    /// A statement was brought in.
    pub struct StatementImported {
        /// Which.
        pub statement_id: BankStatementId,
        /// Operations posted.
        pub posted: u32,
        /// Lines that are operations from before.
        pub matched: u32,
        /// Lines left out, those brought in before among them.
        pub skipped: u32,
    }

    /// Takes a statement back: every operation it posted, by its opposite.
    pub struct ReverseStatement {
        /// Which.
        pub statement_id: BankStatementId,
        /// Why, 1–500.
        pub reason: String,
    }

    /// Asks for the statements that were brought in.
    pub struct ListStatements {}

    /// Statements.
    pub struct StatementList {
        /// Latest first, ≤ 200.
        pub statements: Vec<StatementRow>,
    }

    /// A statement that was brought in.
    pub struct StatementRow {
        /// Which.
        pub statement_id: BankStatementId,
        /// When.
        pub at: Timestamp,
        /// Who, by name.
        pub actor: String,
        /// Name of its account.
        pub account: String,
        /// Name of its file.
        pub file_name: String,
        /// First day.
        pub from_day: Day,
        /// Last day.
        pub to_day: Day,
        /// Operations it posted.
        pub posted: u32,
        /// Lines that were operations from before.
        pub matched: u32,
        /// Came onto the account.
        pub in_minor: Money,
        /// Went from it, ≥ 0.
        pub out_minor: Money,
        /// It was taken back.
        pub reversed: bool,
    }
}
