//! Finance: where the salon's money is, and what moves it outside the drawer.

use adelante_base::{
    BankAccountId, CashCategoryId, ClientId, CounterpartyId, Day, FinanceOperationId, Money, OpeningBalanceId,
    PaymentMethodId, Timestamp,
};

use crate::{FinanceKind, MethodKind, OpeningKind, PlaceKind};

crate::dto! {
    /// A place of the salon's money.
    pub struct PlaceRef {
        /// Kind.
        pub kind: PlaceKind,
        /// Id of the register, bank account or payment method; empty for cash handed in at the bank.
        pub owner: String,
    }

    /// Makes an account at a bank known, or changes it.
    pub struct SaveBankAccount {
        /// Which; `None`: a new one.
        #[serde(default)]
        pub bank_account_id: Option<BankAccountId>,
        /// Name, 1–80.
        pub name: String,
        /// Its number (IBAN, ИИК), ≤ 40.
        #[serde(default)]
        pub number: String,
    }

    /// A bank account was saved.
    pub struct BankAccountSaved {
        /// Which.
        pub bank_account_id: BankAccountId,
    }

    /// Takes a bank account out of the list; its entries stay.
    pub struct RetireBankAccount {
        /// Which; its balance must be zero.
        pub bank_account_id: BankAccountId,
    }

    /// Makes a counterparty known, or changes it.
    pub struct SaveCounterparty {
        /// Which; `None`: a new one.
        #[serde(default)]
        pub counterparty_id: Option<CounterpartyId>,
        /// Name, 1–200.
        pub name: String,
        /// Tax id, ≤ 40.
        #[serde(default)]
        pub tax_id: String,
        /// A word about it, ≤ 500.
        #[serde(default)]
        pub note: String,
    }

    /// A counterparty was saved.
    pub struct CounterpartySaved {
        /// Which.
        pub counterparty_id: CounterpartyId,
    }

    /// Takes a counterparty out of the list; its operations stay.
    pub struct RetireCounterparty {
        /// Which.
        pub counterparty_id: CounterpartyId,
    }

    /// Asks for the counterparties.
    pub struct ListCounterparties {}

    /// Counterparties.
    pub struct CounterpartyList {
        /// By name.
        pub counterparties: Vec<Counterparty>,
    }

    /// Somebody the salon pays or is paid by, other than clients and staff.
    pub struct Counterparty {
        /// Which.
        pub counterparty_id: CounterpartyId,
        /// Name.
        pub name: String,
        /// Tax id, or empty.
        pub tax_id: String,
        /// A word about it.
        pub note: String,
        /// What its last operation was for.
        pub last_category_id: Option<CashCategoryId>,
    }

    /// Asks where the salon's money is.
    pub struct ListMoneyPlaces {}

    /// Where the salon's money is.
    pub struct MoneyPlaceList {
        /// Drawers, bank accounts, then what is on its way.
        pub places: Vec<MoneyPlace>,
        /// Everything together.
        pub total_minor: Money,
    }

    /// A place of money.
    pub struct MoneyPlace {
        /// Which.
        pub place: PlaceRef,
        /// Name; empty where it is the kind's own.
        pub name: String,
        /// Number of a bank account, or empty.
        pub number: String,
        /// Of a payment method: its kind.
        pub method_kind: Option<MethodKind>,
        /// Of a payment method: the account its money arrives at.
        pub arrives_at: Option<BankAccountId>,
        /// A drawer from which cash can be carried now: this device's, with an open shift.
        pub open_here: bool,
        /// What is there by the books.
        pub balance_minor: Money,
    }

    /// Says what a payment method costs and where its money arrives.
    pub struct SetMethodTerms {
        /// Which; not cash.
        pub method_id: PaymentMethodId,
        /// What the provider keeps of each payment, basis points, 0–2 000.
        pub fee_bp: u16,
        /// The account its money arrives at.
        #[serde(default)]
        pub bank_account_id: Option<BankAccountId>,
    }

    /// Asks for the terms of the payment methods.
    pub struct ListMethodTerms {}

    /// Terms of the payment methods.
    pub struct MethodTermsList {
        /// All but cash, in the salon's order.
        pub methods: Vec<MethodTerms>,
    }

    /// Terms of a payment method.
    pub struct MethodTerms {
        /// Which.
        pub method_id: PaymentMethodId,
        /// Kind.
        pub kind: MethodKind,
        /// Name, or empty for the kind's own.
        pub name: String,
        /// Basis points.
        pub fee_bp: u16,
        /// Where its money arrives.
        pub bank_account_id: Option<BankAccountId>,
    }

    /// Posts income, an expense or a transfer outside the drawer.
    pub struct RecordOperation {
        /// What it is.
        pub kind: FinanceKind,
        /// Where the money came to, or came from. Of income and expense: not a drawer.
        pub place: PlaceRef,
        /// Of a transfer: where it went.
        #[serde(default)]
        pub to_place: Option<PlaceRef>,
        /// What for; income and expense need it, or a client.
        #[serde(default)]
        pub category_id: Option<CashCategoryId>,
        /// The client who pays a debt from before the books began, or gets such a balance back.
        #[serde(default)]
        pub client_id: Option<ClientId>,
        /// Who paid or was paid.
        #[serde(default)]
        pub counterparty_id: Option<CounterpartyId>,
        /// How much, > 0.
        pub amount_minor: Money,
        /// The business day; not later than today. With a drawer: today.
        pub business_day: Day,
        /// Number of the document, ≤ 60.
        #[serde(default)]
        pub document_number: String,
        /// Its date.
        #[serde(default)]
        pub document_day: Option<Day>,
        /// A word about it, ≤ 500.
        #[serde(default)]
        pub note: String,
    }

    /// An operation was posted.
    pub struct OperationRecorded {
        /// Which.
        pub operation_id: FinanceOperationId,
    }

    /// Takes an operation back by its opposite, dated today.
    pub struct ReverseOperation {
        /// Which.
        pub operation_id: FinanceOperationId,
        /// Why, 1–500.
        pub reason: String,
    }

    /// Asks for operations, latest day first.
    pub struct ListOperations {
        /// From.
        pub from_day: Day,
        /// To, inclusive.
        pub to_day: Day,
        /// Only of this kind.
        #[serde(default)]
        pub kind: Option<FinanceKind>,
        /// Only of this place.
        #[serde(default)]
        pub place: Option<PlaceRef>,
    }

    /// Operations.
    pub struct OperationList {
        /// The first 500.
        pub operations: Vec<FinanceOperation>,
        /// How many there are.
        pub total: u32,
    }

    /// An operation outside the drawer.
    pub struct FinanceOperation {
        /// Which.
        pub operation_id: FinanceOperationId,
        /// When it was written.
        pub at: Timestamp,
        /// Business day.
        pub business_day: Day,
        /// Who wrote it, by name; empty for the program.
        pub actor: String,
        /// What it is.
        pub kind: FinanceKind,
        /// Where the money came to or from.
        pub place: NamedPlace,
        /// Of a transfer: where it went.
        pub to_place: Option<NamedPlace>,
        /// What for, or empty.
        pub category: String,
        /// The client, or empty.
        pub client: String,
        /// Who paid or was paid, or empty.
        pub counterparty: String,
        /// How much, > 0.
        pub amount_minor: Money,
        /// Number of the document, or empty.
        pub document_number: String,
        /// Its date.
        pub document_day: Option<Day>,
        /// A word about it; of a reversal: why.
        pub note: String,
        /// It takes another one back.
        pub is_reversal: bool,
        /// It was taken back.
        pub reversed: bool,
        /// It came from a bank statement.
        pub from_statement: bool,
    }

    /// A place of money with its name.
    pub struct NamedPlace {
        /// Which.
        pub place: PlaceRef,
        /// Name; empty where it is the kind's own.
        pub name: String,
        /// Of a payment method: its kind.
        pub method_kind: Option<MethodKind>,
    }

    /// A line of what the books begin with.
    pub struct OpeningEntry {
        /// What.
        pub kind: OpeningKind,
        /// Id of the register, bank account, payment method or client.
        pub owner: String,
        /// How much, > 0; a bank account may be overdrawn.
        pub amount_minor: Money,
    }

    /// Says what there was when the books began, as one document.
    pub struct PostOpeningBalances {
        /// On which business day; not later than today.
        pub business_day: Day,
        /// A word about it, ≤ 500.
        #[serde(default)]
        pub note: String,
        /// 1–400 lines, each owner once.
        pub lines: Vec<OpeningEntry>,
    }

    /// Opening balances were posted.
    pub struct OpeningPosted {
        /// Which.
        pub opening_id: OpeningBalanceId,
    }

    /// Takes opening balances back as a whole, while no shift was closed since.
    pub struct ReverseOpeningBalances {
        /// Which.
        pub opening_id: OpeningBalanceId,
        /// Why, 1–500.
        pub reason: String,
    }

    /// Asks for the opening balances.
    pub struct ListOpeningBalances {}

    /// Opening balances.
    pub struct OpeningList {
        /// Latest first.
        pub documents: Vec<OpeningDocument>,
    }

    /// A document that the books begin with.
    pub struct OpeningDocument {
        /// Which.
        pub opening_id: OpeningBalanceId,
        /// On which day.
        pub business_day: Day,
        /// When it was written.
        pub at: Timestamp,
        /// Who wrote it, by name.
        pub actor: String,
        /// A word about it.
        pub note: String,
        /// Its lines.
        pub lines: Vec<OpeningRow>,
        /// What it says the salon was worth.
        pub total_minor: Money,
        /// It was taken back, and why.
        pub reversed_because: Option<String>,
        /// It can be taken back now.
        pub reversible: bool,
    }

    /// A line of it with its name.
    pub struct OpeningRow {
        /// What.
        pub kind: OpeningKind,
        /// Whose.
        pub owner: String,
        /// Name; empty where it is the kind's own.
        pub name: String,
        /// How much.
        pub amount_minor: Money,
    }
}
