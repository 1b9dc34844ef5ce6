//! The accounts of the ledger (F15): what each is called, whose it is, and on which side of the
//! books it stands. Begin with [`Account`]; which event posts to which is in [`crate::ledger`].

use adelante_base::vocabulary::{AccountClass, MethodKind};
use adelante_base::{
    AppointmentId, BankAccountId, CashCategoryId, CertificateId, ClientId, PackageId, PaymentMethodId, RegisterId,
    StaffMemberId,
};

/// An account of the ledger with whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Account {
    /// Cash in a register's drawer.
    Drawer(RegisterId),
    /// Card and QR sums on their way from a provider, by method.
    CardClearing(PaymentMethodId),
    /// The salon's account at the bank, by method.
    Bank(PaymentMethodId),
    /// Paid for a visit that is not done yet: the salon owes it.
    VisitPrepaid(AppointmentId),
    /// Done and not yet paid: the client owes it.
    ClientReceivable(AppointmentId),
    /// Services sold, without VAT.
    ServiceRevenue,
    /// VAT inside what was sold.
    VatPayable,
    /// What the owner has put into drawers, less what the owner took.
    Owner,
    /// Cash handed in at the bank, less what was fetched from it.
    BankCash,
    /// Bought or paid out of a drawer, by kind.
    Expense(CashCategoryId),
    /// Income other than from services, by kind.
    OtherIncome(CashCategoryId),
    /// Drawers that were counted over or short.
    CashOverShort,
    /// Tips that the salon holds for a staff member.
    TipsDue(StaffMemberId),
    /// One of the salon's accounts at a bank.
    BankAccount(BankAccountId),
    /// What the provider keeps of card and QR payments, by method.
    AcquiringFees(PaymentMethodId),
    /// What a client owed when the books began.
    ClientDebt(ClientId),
    /// What there was when the books began.
    OpeningBalance,
    /// Commissions of staff.
    CommissionExpense,
    /// Other pay: for time, bonuses, less deductions.
    WagesExpense,
    /// What the salon owes a staff member, less advances.
    WagesPayable(StaffMemberId),
    /// Goods sold, without VAT.
    ProductRevenue,
    /// Goods on the shelf, by average cost.
    Stock,
    /// What sold goods had cost.
    CostOfGoods,
    /// Goods broken, spoilt, lost, or counted otherwise than by the books.
    StockLosses,
    /// Goods that came in and are not paid yet.
    SuppliersPayable,
    /// What a client has with the salon, from before the books began or put in since.
    ClientBalance(ClientId),
    /// What is left of a gift certificate.
    CertificatesOutstanding(CertificateId),
    /// Sessions of a package that are not taken yet.
    PackagesOutstanding(PackageId),
    /// Price that points have paid.
    PointsRedeemed,
    /// Price of services over what their sessions of a package had cost.
    PackageDiscount,
    /// Promises that ended unused: certificates and packages after their day, deposits that were kept.
    Forfeited,
}

impl Account {
    /// Its name in the database.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Drawer(_) => "drawer",
            Self::CardClearing(_) => "card_clearing",
            Self::Bank(_) => "bank",
            Self::VisitPrepaid(_) => "visit_prepaid",
            Self::ClientReceivable(_) => "client_receivable",
            Self::ServiceRevenue => "service_revenue",
            Self::VatPayable => "vat_payable",
            Self::Owner => "owner",
            Self::BankCash => "bank_cash",
            Self::Expense(_) => "expense",
            Self::OtherIncome(_) => "other_income",
            Self::CashOverShort => "cash_over_short",
            Self::TipsDue(_) => "tips_due",
            Self::BankAccount(_) => "bank_account",
            Self::AcquiringFees(_) => "acquiring_fees",
            Self::ClientDebt(_) => "client_debt",
            Self::OpeningBalance => "opening_balance",
            Self::CommissionExpense => "commission_expense",
            Self::WagesExpense => "wages_expense",
            Self::WagesPayable(_) => "wages_payable",
            Self::ProductRevenue => "product_revenue",
            Self::Stock => "stock",
            Self::CostOfGoods => "cost_of_goods",
            Self::StockLosses => "stock_losses",
            Self::SuppliersPayable => "suppliers_payable",
            Self::ClientBalance(_) => "client_balance",
            Self::CertificatesOutstanding(_) => "certificates_outstanding",
            Self::PackagesOutstanding(_) => "packages_outstanding",
            Self::PointsRedeemed => "points_redeemed",
            Self::PackageDiscount => "package_discount",
            Self::Forfeited => "forfeited",
        }
    }

    /// The account of that name in the database and of that owner; `None` where there is none.
    #[must_use]
    pub fn named(name: &str, owner: &str) -> Option<Self> {
        Some(match name {
            "drawer" => Self::Drawer(owner.parse().ok()?),
            "card_clearing" => Self::CardClearing(owner.parse().ok()?),
            "bank" => Self::Bank(owner.parse().ok()?),
            "visit_prepaid" => Self::VisitPrepaid(owner.parse().ok()?),
            "client_receivable" => Self::ClientReceivable(owner.parse().ok()?),
            "service_revenue" => Self::ServiceRevenue,
            "vat_payable" => Self::VatPayable,
            "tips_due" => Self::TipsDue(owner.parse().ok()?),
            "owner" => Self::Owner,
            "bank_cash" => Self::BankCash,
            "expense" => Self::Expense(owner.parse().ok()?),
            "other_income" => Self::OtherIncome(owner.parse().ok()?),
            "cash_over_short" => Self::CashOverShort,
            "bank_account" => Self::BankAccount(owner.parse().ok()?),
            "acquiring_fees" => Self::AcquiringFees(owner.parse().ok()?),
            "client_debt" => Self::ClientDebt(owner.parse().ok()?),
            "opening_balance" => Self::OpeningBalance,
            "commission_expense" => Self::CommissionExpense,
            "wages_expense" => Self::WagesExpense,
            "wages_payable" => Self::WagesPayable(owner.parse().ok()?),
            "product_revenue" => Self::ProductRevenue,
            "stock" => Self::Stock,
            "cost_of_goods" => Self::CostOfGoods,
            "stock_losses" => Self::StockLosses,
            "suppliers_payable" => Self::SuppliersPayable,
            "client_balance" => Self::ClientBalance(owner.parse().ok()?),
            "certificates_outstanding" => Self::CertificatesOutstanding(owner.parse().ok()?),
            "packages_outstanding" => Self::PackagesOutstanding(owner.parse().ok()?),
            "points_redeemed" => Self::PointsRedeemed,
            "package_discount" => Self::PackageDiscount,
            "forfeited" => Self::Forfeited,
            _ => return None,
        })
    }

    /// Names of the accounts that belong to one visit each.
    pub const VISIT_ACCOUNTS: [&'static str; 2] = ["visit_prepaid", "client_receivable"];

    /// Whose it is, as text; empty for the salon's own.
    #[must_use]
    pub fn owner(self) -> String {
        match self {
            Self::Drawer(id) => id.to_string(),
            Self::CardClearing(id) | Self::Bank(id) | Self::AcquiringFees(id) => id.to_string(),
            Self::VisitPrepaid(id) | Self::ClientReceivable(id) => id.to_string(),
            Self::Expense(id) | Self::OtherIncome(id) => id.to_string(),
            Self::TipsDue(id) | Self::WagesPayable(id) => id.to_string(),
            Self::ClientBalance(id) | Self::ClientDebt(id) => id.to_string(),
            Self::CertificatesOutstanding(id) => id.to_string(),
            Self::PackagesOutstanding(id) => id.to_string(),
            Self::BankAccount(id) => id.to_string(),
            Self::ServiceRevenue
            | Self::VatPayable
            | Self::Owner
            | Self::BankCash
            | Self::CashOverShort
            | Self::OpeningBalance
            | Self::CommissionExpense
            | Self::WagesExpense
            | Self::ProductRevenue
            | Self::Stock
            | Self::CostOfGoods
            | Self::StockLosses
            | Self::SuppliersPayable
            | Self::PointsRedeemed
            | Self::PackageDiscount
            | Self::Forfeited => String::new(),
        }
    }

    /// Which side of the books it is on.
    #[must_use]
    pub const fn class(self) -> AccountClass {
        match self {
            Self::Drawer(_)
            | Self::CardClearing(_)
            | Self::Bank(_)
            | Self::BankAccount(_)
            | Self::BankCash
            | Self::ClientReceivable(_)
            | Self::ClientDebt(_)
            | Self::Stock => AccountClass::Asset,
            Self::VisitPrepaid(_)
            | Self::VatPayable
            | Self::TipsDue(_)
            | Self::WagesPayable(_)
            | Self::SuppliersPayable
            | Self::ClientBalance(_)
            | Self::CertificatesOutstanding(_)
            | Self::PackagesOutstanding(_) => AccountClass::Liability,
            Self::Owner | Self::OpeningBalance => AccountClass::Equity,
            // What points and packages take off a price makes income smaller, as a discount does.
            Self::ServiceRevenue
            | Self::ProductRevenue
            | Self::OtherIncome(_)
            | Self::Forfeited
            | Self::PointsRedeemed
            | Self::PackageDiscount => AccountClass::Income,
            Self::Expense(_)
            | Self::CashOverShort
            | Self::AcquiringFees(_)
            | Self::CostOfGoods
            | Self::StockLosses
            | Self::CommissionExpense
            | Self::WagesExpense => AccountClass::Expense,
        }
    }

    /// Where money of a kind goes when it is taken; `None` of a credit, which has accounts of its
    /// own.
    #[must_use]
    pub const fn of_method(kind: MethodKind, method: PaymentMethodId, register: RegisterId) -> Option<Self> {
        Some(match kind {
            MethodKind::Cash => Self::Drawer(register),
            MethodKind::Card | MethodKind::Qr => Self::CardClearing(method),
            MethodKind::Transfer => Self::Bank(method),
            MethodKind::Balance | MethodKind::Certificate | MethodKind::Package | MethodKind::Points => return None,
        })
    }
}
