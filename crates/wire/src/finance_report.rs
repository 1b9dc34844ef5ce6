//! Finance reports: each figure is a query on the ledger and opens down to entries.

use adelante_base::{AppointmentId, Day, EntryId, Money, ReceiptId, Timestamp};

use crate::{AccountClass, MethodKind, NamedPlace};

adelante_base::words! {
    /// A line of profit and loss.
    PnlLine {
        /// Services at the price list, by category; VAT is inside.
        Services = "services",
        /// What was taken off the price list (added: negative).
        Discounts = "discounts",
        /// Price of services that points have paid (added: negative).
        Points = "points",
        /// Price of services over what their sessions of a package had cost (added: negative).
        Packages = "packages",
        /// VAT inside the services.
        Vat = "vat",
        /// What services earned that no sold line explains; zero in books that are sound.
        Unexplained = "unexplained",
        /// Goods sold, without VAT.
        Products = "products",
        /// Certificates and packages that ended unused.
        Forfeited = "forfeited",
        /// Other income, by category.
        OtherIncome = "other_income",
        /// What sold goods had cost.
        CostOfGoods = "cost_of_goods",
        /// Goods written off, or counted otherwise than by the books.
        StockLosses = "stock_losses",
        /// Commissions of staff.
        Commissions = "commissions",
        /// Pay for time and bonuses, less deductions.
        Wages = "wages",
        /// Fees of payment providers, by method.
        Fees = "fees",
        /// Expenses, by category.
        Expenses = "expenses",
        /// Drawers counted short (+) or over (−).
        OverShort = "over_short",
        /// Any other cost.
        OtherCost = "other_cost",
    }

    /// What money came or went for.
    FlowKind {
        /// Payments of clients, as far as they were money.
        ClientPayments = "client_payments",
        /// Given back to clients.
        Returned = "returned",
        /// Tips.
        Tips = "tips",
        /// Paid to staff, advances included.
        Wages = "wages",
        /// Other income, by category.
        OtherIncome = "other_income",
        /// Expenses, by category.
        Expenses = "expenses",
        /// Paid to suppliers for goods that came in.
        Suppliers = "suppliers",
        /// The owner's.
        Owner = "owner",
        /// Fees of payment providers.
        Fees = "fees",
        /// Drawers counted over or short.
        OverShort = "over_short",
        /// Old debts and balances of clients.
        ClientDebts = "client_debts",
        /// What the books began with.
        Opening = "opening",
        /// Anything else.
        Other = "other",
    }

    /// What of sold lines a figure is.
    SoldFigure {
        /// Price of the list.
        ListPrice = "list_price",
        /// What was taken off it.
        Discount = "discount",
        /// VAT inside.
        Vat = "vat",
    }
}

crate::dto! {
    /// Asks for profit and loss.
    pub struct GetProfitAndLoss {
        /// From.
        pub from_day: Day,
        /// To, inclusive; at most ten years.
        pub to_day: Day,
        /// A column for each month, at most 24.
        #[serde(default)]
        pub by_month: bool,
    }

    /// Profit and loss.
    pub struct ProfitAndLoss {
        /// What each column covers, from and to; one column where not by month.
        pub columns: Vec<Period>,
        /// Income, then costs.
        pub rows: Vec<PnlRow>,
        /// What was earned, without VAT: by column, then the whole.
        pub income_minor: Vec<Money>,
        /// What it cost.
        pub costs_minor: Vec<Money>,
        /// What is left.
        pub profit_minor: Vec<Money>,
    }

    /// Days from – to, both inclusive.
    #[derive(Copy)]
    pub struct Period {
        /// From.
        pub from_day: Day,
        /// To.
        pub to_day: Day,
    }

    /// A line of profit and loss.
    pub struct PnlRow {
        /// What.
        pub line: PnlLine,
        /// Account of the ledger to open.
        pub account: String,
        /// Whose: category, method, service category; empty for the salon's.
        pub owner: String,
        /// Name; empty where it is the line's own.
        pub name: String,
        /// Of a payment method: its kind.
        pub method_kind: Option<MethodKind>,
        /// By column, then the whole. Income + makes profit larger, costs + make it smaller.
        pub amounts_minor: Vec<Money>,
    }

    /// Asks for the cash flow.
    pub struct GetCashFlow {
        /// From.
        pub from_day: Day,
        /// To, inclusive.
        pub to_day: Day,
    }

    /// Cash flow: where money was, what came and went, and what for.
    pub struct CashFlow {
        /// By place.
        pub places: Vec<FlowPlace>,
        /// Everything together; transfers between places are in neither in nor out.
        pub total: FlowSums,
        /// What for.
        pub rows: Vec<FlowRow>,
    }

    /// Sums of a flow: opening + in − out = closing.
    #[derive(Copy)]
    pub struct FlowSums {
        /// At the beginning of the first day.
        pub opening_minor: Money,
        /// Came in.
        pub in_minor: Money,
        /// Went out, ≥ 0.
        pub out_minor: Money,
        /// At the end of the last day.
        pub closing_minor: Money,
    }

    /// A place's flow, transfers included.
    pub struct FlowPlace {
        /// Which.
        pub place: NamedPlace,
        /// Its sums.
        pub sums: FlowSums,
    }

    /// What money came or went for.
    pub struct FlowRow {
        /// What.
        pub kind: FlowKind,
        /// Account to open; empty: whatever stands against the money.
        pub account: String,
        /// Whose: category, method; empty for all.
        pub owner: String,
        /// Name, or empty for the kind's own.
        pub name: String,
        /// Kinds of the events that it is made of.
        pub events: Vec<String>,
        /// Came in.
        pub in_minor: Money,
        /// Went out, ≥ 0.
        pub out_minor: Money,
    }

    /// Asks for the balance of every account at the end of a day.
    pub struct GetBalance {
        /// Which day.
        pub day: Day,
    }

    /// Balance of accounts; everything together is zero.
    pub struct BalanceSheet {
        /// By class, account and name; no zeros.
        pub rows: Vec<BalanceRow>,
        /// What the salon has.
        pub assets_minor: Money,
        /// What it owes, ≥ 0 as a rule.
        pub liabilities_minor: Money,
        /// What is the owner's, profit included.
        pub equity_minor: Money,
        /// Earned since the books began.
        pub profit_minor: Money,
        /// Sum of all accounts: zero.
        pub difference_minor: Money,
    }

    /// An account's balance.
    pub struct BalanceRow {
        /// Class.
        pub class: AccountClass,
        /// Account.
        pub account: String,
        /// Whose; empty for the salon's, and for visits, certificates and packages all together.
        pub owner: String,
        /// Name; empty where it is the account's own.
        pub name: String,
        /// Of a payment method: its kind.
        pub method_kind: Option<MethodKind>,
        /// Debit +, credit −.
        pub amount_minor: Money,
    }

    /// Asks for the entries behind a figure.
    pub struct ListEntries {
        /// From; `None`: from the beginning.
        #[serde(default)]
        pub from_day: Option<Day>,
        /// To, inclusive.
        pub to_day: Day,
        /// Account; empty: whatever stands against money.
        pub account: String,
        /// Whose; `None`: everybody's.
        #[serde(default)]
        pub owner: Option<String>,
        /// Only entries of transactions that moved money.
        #[serde(default)]
        pub money_only: bool,
        /// Only of these kinds of events; empty: of all.
        #[serde(default)]
        pub events: Vec<String>,
        /// Instead of entries: sold lines, of the service category `owner` (empty: of none).
        #[serde(default)]
        pub sold: Option<SoldFigure>,
    }

    /// The entries behind a figure.
    pub struct EntryList {
        /// Latest first, the first 500.
        pub entries: Vec<EntryRow>,
        /// How many there are.
        pub total: u32,
        /// Their sum: debit +, credit −; of sold lines the figure itself.
        pub sum_minor: Money,
    }

    /// An entry, or a sold line.
    pub struct EntryRow {
        /// Which.
        pub entry_id: EntryId,
        /// Business day.
        pub business_day: Day,
        /// When it was posted.
        pub at: Timestamp,
        /// Kind of event, as in the ledger; `sale` for a sold line.
        pub event: String,
        /// What it is about: service, category, document; may be empty.
        pub what: String,
        /// The client or counterparty, or empty.
        pub party: String,
        /// Who did it, by name, where it is known.
        pub actor: String,
        /// Its receipt.
        pub receipt_id: Option<ReceiptId>,
        /// The receipt's number, or empty.
        pub receipt_number: String,
        /// Its visit.
        pub appointment_id: Option<AppointmentId>,
        /// Debit +, credit −.
        pub amount_minor: Money,
    }
}
