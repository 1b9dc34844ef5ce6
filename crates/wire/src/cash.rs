//! The drawer: counting, cash in and out, what a shift took.

use adelante_base::{CashCategoryId, CashMovementId, Day, Money, RegisterId, ShiftId, StaffMemberId, Timestamp};

use crate::{CashDirection, CashPurpose, CloseMatter, DepositEnd, MethodKind, Register, Shift};

crate::dto! {
    /// Notes and coins of one value.
    pub struct Pieces {
        /// Value of one, minor units.
        pub value_minor: Money,
        /// How many.
        pub pieces: u32,
    }

    /// A drawer as it was counted.
    pub struct CashCount {
        /// The whole sum, ≥ 0.
        pub counted_minor: Money,
        /// By notes and coins, where they were counted one by one; then they make the sum.
        #[serde(default)]
        pub pieces: Vec<Pieces>,
    }

    /// A shift was closed: what the count says.
    pub struct ShiftClosed {
        /// Which.
        pub shift_id: ShiftId,
        /// Cash by the ledger.
        pub expected_minor: Money,
        /// Counted, if it was.
        pub counted_minor: Option<Money>,
        /// Counted less expected: over +, short −; zero where nobody counted.
        pub difference_minor: Money,
    }

    /// Puts cash into this device's drawer or takes it out, in the open shift.
    pub struct MoveCash {
        /// What for; it says which way the cash goes.
        pub category_id: CashCategoryId,
        /// How much, > 0. Out: at most what lies in the drawer.
        pub amount_minor: Money,
        /// A word about it, ≤ 500.
        #[serde(default)]
        pub note: String,
    }

    /// Carries cash from this device's drawer to another register.
    pub struct TransferCash {
        /// To which.
        pub to_register_id: RegisterId,
        /// How much, > 0 and at most what lies in the drawer.
        pub amount_minor: Money,
        /// A word about it, ≤ 500.
        #[serde(default)]
        pub note: String,
    }

    /// Takes a movement back by its opposite, in the open shift it was made in.
    pub struct ReverseCashMovement {
        /// Which.
        pub movement_id: CashMovementId,
        /// Why, 1–500.
        pub reason: String,
    }

    /// Cash was moved.
    pub struct CashMoved {
        /// The movement.
        pub movement_id: CashMovementId,
    }

    /// Makes a kind of cash in or out, or changes it.
    pub struct SaveCashCategory {
        /// Which; `None`: a new one.
        #[serde(default)]
        pub category_id: Option<CashCategoryId>,
        /// Name, 1–80.
        pub name: String,
        /// Which way.
        pub direction: CashDirection,
        /// What stands behind it.
        pub purpose: CashPurpose,
    }

    /// A kind was saved.
    pub struct CashCategorySaved {
        /// Which.
        pub category_id: CashCategoryId,
    }

    /// Takes a kind out of the list; what was moved by it stays.
    pub struct RetireCashCategory {
        /// Which.
        pub category_id: CashCategoryId,
    }

    /// Asks for the kinds of cash in and out.
    pub struct ListCashCategories {}

    /// Kinds of cash in and out.
    pub struct CashCategoryList {
        /// In the salon's order.
        pub categories: Vec<CashCategory>,
    }

    /// A kind of cash in or out.
    pub struct CashCategory {
        /// Which.
        pub category_id: CashCategoryId,
        /// Name.
        pub name: String,
        /// Which way.
        pub direction: CashDirection,
        /// What stands behind it.
        pub purpose: CashPurpose,
    }

    /// Asks for the salon's registers.
    pub struct ListRegisters {}

    /// The salon's registers.
    pub struct RegisterList {
        /// By name.
        pub registers: Vec<RegisterState>,
    }

    /// A register and whether somebody works at it.
    pub struct RegisterState {
        /// Which.
        pub register: Register,
        /// This device works with it.
        pub here: bool,
        /// It belongs to this device, which can work with it.
        pub own: bool,
        /// Number of its open shift, if one is open.
        pub shift_number: Option<u32>,
        /// Cash in it by the ledger; `None` where the person may not see it before the count.
        pub drawer_minor: Option<Money>,
    }

    /// Adds a register to this device, with a drawer, shifts and receipt numbers of its own.
    pub struct AddRegister {
        /// Name, 1–80.
        pub name: String,
        /// What its receipt numbers begin with: 1–4 letters or digits that no register ever had.
        pub prefix: String,
    }

    /// A register was added.
    pub struct RegisterAdded {
        /// Which.
        pub register_id: RegisterId,
    }

    /// Takes a register out of use: its shift is closed, its drawer empty, and another one is worked with.
    pub struct RetireRegister {
        /// Which.
        pub register_id: RegisterId,
    }

    /// Chooses which of this device's registers is worked with.
    pub struct UseRegister {
        /// Which.
        pub register_id: RegisterId,
    }

    /// Renames a register.
    pub struct UpdateRegister {
        /// Which.
        pub register_id: RegisterId,
        /// Name, 1–80.
        pub name: String,
    }

    /// Rules of the till.
    pub struct TillRules {
        /// A receptionist counts the drawer without seeing what must lie in it.
        pub blind_count: bool,
        /// The highest discount a receptionist may give, basis points of the price (1 000: 10 %).
        pub receptionist_discount_bp: u16,
        /// Over or short by more than this needs a reason.
        pub difference_without_reason_minor: Money,
        /// Clients earn points by what they pay and may pay with them.
        #[serde(default = "yes")]
        pub points: bool,
        /// A deposit goes back where the visit is called off at least so many hours before, 0–720.
        #[serde(default = "day_of_hours")]
        pub deposit_free_hours: u16,
        /// What becomes of a deposit when the visit is called off later.
        #[serde(default = "keep")]
        pub deposit_late: DepositEnd,
        /// What becomes of a deposit when the client does not come.
        #[serde(default = "keep")]
        pub deposit_missed: DepositEnd,
        /// The part of a deposit that is kept where only a part is, basis points (5 000: half).
        #[serde(default = "half")]
        pub deposit_part_bp: u16,
        /// How much is taken a day of a certificate that another till has sold, while this device has
        /// not synced that day; `None`: the product's limit for the currency.
        #[serde(default)]
        pub certificates_elsewhere_minor: Option<Money>,
    }

    /// Sets the rules of the till.
    pub struct SetTillRules {
        /// All of them.
        pub rules: TillRules,
    }

    /// Asks for the rules of the till.
    pub struct GetTillRules {}

    /// Asks what should be done before the shift is closed.
    pub struct GetCloseChecklist {}

    /// What should be done before the shift is closed; nothing of it forbids the close.
    pub struct CloseChecklist {
        /// Only what there is to do.
        pub items: Vec<CloseItem>,
    }

    /// One matter of the checklist.
    pub struct CloseItem {
        /// What.
        pub matter: CloseMatter,
        /// How many.
        pub count: u32,
        /// The sum it is about; zero where there is none.
        pub amount_minor: Money,
    }

    /// Asks what a shift took: X while it is open, Z when it is closed.
    pub struct GetShiftReport {
        /// Which.
        pub shift_id: ShiftId,
    }

    /// What a shift took.
    pub struct ShiftReport {
        /// The shift.
        pub shift: Shift,
        /// Receipts of sales, and of what was given back.
        pub sales_count: u32,
        /// How many answered another receipt.
        pub voids_count: u32,
        /// First and last number of its receipts, or empty.
        pub first_number: String,
        /// Last.
        pub last_number: String,
        /// Money by method: taken and given back.
        pub by_method: Vec<MethodTurnover>,
        /// VAT inside what the shift's receipts took, by rate.
        pub vat: Vec<VatTotal>,
        /// Discounts on what was paid in the shift: how many lines.
        pub discounts_count: u32,
        /// Their sum.
        pub discounts_minor: Money,
        /// Tips by staff member.
        pub tips: Vec<StaffSum>,
        /// The drawer; `None` where the person may not see it before the count.
        pub cash: Option<CashReport>,
    }

    /// Money of a shift by a method.
    pub struct MethodTurnover {
        /// Kind.
        pub kind: MethodKind,
        /// Name, or empty for the kind's own.
        pub name: String,
        /// Taken, tips included.
        pub taken_minor: Money,
        /// Given back, ≥ 0.
        pub returned_minor: Money,
        /// Number of payments.
        pub count: u32,
    }

    /// VAT of a rate.
    pub struct VatTotal {
        /// Rate in basis points.
        pub vat_bp: u16,
        /// What was taken at that rate.
        pub amount_minor: Money,
        /// VAT inside.
        pub vat_minor: Money,
    }

    /// A sum for a staff member.
    pub struct StaffSum {
        /// Who.
        pub staff_id: StaffMemberId,
        /// Name.
        pub name: String,
        /// Sum.
        pub amount_minor: Money,
    }

    /// The drawer over a shift.
    pub struct CashReport {
        /// In it when the shift was opened.
        pub opening_minor: Money,
        /// Taken in cash, tips included.
        pub taken_minor: Money,
        /// Given back in cash, ≥ 0.
        pub returned_minor: Money,
        /// Put in otherwise, ≥ 0.
        pub in_minor: Money,
        /// Taken out otherwise, ≥ 0.
        pub out_minor: Money,
        /// What must lie in it: now, or at the close.
        pub expected_minor: Money,
        /// What was counted at the close.
        pub counted_minor: Option<Money>,
        /// Counted less expected.
        pub difference_minor: Money,
        /// Why it is over or short.
        pub reason: String,
        /// By notes and coins, where they were counted.
        pub pieces: Vec<Pieces>,
        /// What was put in and taken out, oldest first.
        pub movements: Vec<CashMovement>,
    }

    /// Cash that went in or out.
    pub struct CashMovement {
        /// Which.
        pub movement_id: CashMovementId,
        /// When.
        pub at: Timestamp,
        /// Business day.
        pub business_day: Day,
        /// Who did it, by name; empty for the program.
        pub actor: String,
        /// Name of its kind, or empty for a transfer.
        pub category: String,
        /// The other register of a transfer, or empty.
        pub other_register: String,
        /// Name of the staff member who was paid, or empty.
        #[serde(default)]
        pub staff: String,
        /// Into the drawer +, out of it −.
        pub amount_minor: Money,
        /// A word about it.
        pub note: String,
        /// It takes another one back.
        pub is_reversal: bool,
        /// It was taken back.
        pub reversed: bool,
    }
}

const fn yes() -> bool {
    true
}

const fn day_of_hours() -> u16 {
    24
}

const fn keep() -> DepositEnd {
    DepositEnd::Keep
}

const fn half() -> u16 {
    5_000
}
