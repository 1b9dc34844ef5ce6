//! Checkout: payments, receipts, shifts.

use adelante_base::{
    AppointmentId, AppointmentServiceId, Day, Money, PaymentMethodId, Quantity, ReceiptId, ShiftId, StaffMemberId,
    Timestamp,
};

use crate::{
    Appointment, CashCount, Credit, FiscalMarks, FiscalState, ItemKind, MethodKind, OpenBill, PaymentMethod,
    PaymentStatus, ProductUnit, ReceiptKind, ReceiptVat, Register,
};

crate::dto! {
    /// Opens a shift on this device's register.
    pub struct OpenShift {
        /// The drawer as it was counted; `None`: nobody counted.
        #[serde(default)]
        pub count: Option<CashCount>,
    }

    /// The open shift.
    pub struct ShiftOpened {
        /// Which.
        pub shift_id: ShiftId,
        /// Its number on the register.
        pub number: u32,
    }

    /// Closes the shift of this device's register; it stays closed.
    pub struct CloseShift {
        /// The drawer as it was counted; `None`: nobody counted.
        #[serde(default)]
        pub count: Option<CashCount>,
        /// Why it is over or short, ≤ 500; needed beyond the rule of the till.
        #[serde(default)]
        pub reason: String,
    }

    /// A shift as it stands (X) or ended.
    pub struct Shift {
        /// Which.
        pub shift_id: ShiftId,
        /// Number on the register.
        pub number: u32,
        /// Register.
        pub register: Register,
        /// Business day.
        pub business_day: Day,
        /// Opened.
        pub opened_at: Timestamp,
        /// By whom.
        pub opened_by: String,
        /// Closed.
        pub closed_at: Option<Timestamp>,
        /// Receipts in it.
        pub receipts: u32,
        /// Cash in the drawer by the ledger; `None` where the person may not see it before the count.
        pub drawer_minor: Option<Money>,
        /// Money taken, by method.
        pub by_method: Vec<MethodTotal>,
        /// All money taken less what was voided.
        pub total_minor: Money,
    }

    /// Money by method.
    pub struct MethodTotal {
        /// Method.
        pub method_id: PaymentMethodId,
        /// Kind.
        pub kind: MethodKind,
        /// Name, or empty for the kind's own.
        pub name: String,
        /// Sum less what was voided.
        pub total_minor: Money,
        /// Number of payments.
        pub count: u32,
    }

    /// Asks for this device's open shift.
    pub struct GetShift {}

    /// This device's shift, if one is open.
    pub struct CurrentShift {
        /// The open shift.
        pub shift: Option<Shift>,
    }

    /// Lists shifts, latest first.
    pub struct ListShifts {
        /// How many, 1–100.
        pub limit: u16,
    }

    /// Shifts.
    pub struct ShiftList {
        /// Latest first.
        pub shifts: Vec<Shift>,
    }

    /// Asks for what the checkout shows.
    pub struct GetCheckout {
        /// Which visit.
        pub appointment_id: AppointmentId,
        /// Other visits that are paid with it.
        #[serde(default)]
        pub with: Vec<AppointmentId>,
    }

    /// The checkout of a visit.
    pub struct Checkout {
        /// The visit with its lines and three figures.
        pub appointment: Appointment,
        /// Ways to pay, in order.
        pub methods: Vec<PaymentMethod>,
        /// The open shift's number, if one is open.
        pub shift_number: Option<u32>,
        /// Receipts of the visit, latest first.
        pub receipts: Vec<ReceiptRow>,
        /// What remains of the visit and of those paid with it.
        pub remaining_minor: Money,
        /// Handy sums of cash for the remainder, in minor units.
        pub cash_hints: Vec<Money>,
        /// What the client can pay from besides money.
        pub credits: Vec<Credit>,
        /// The client's other bills that are not paid in full, oldest first.
        pub open_bills: Vec<OpenBill>,
    }

    /// A sum by a method.
    pub struct PaymentLine {
        /// By which method.
        pub method_id: PaymentMethodId,
        /// Of a certificate or package: which.
        #[serde(default)]
        pub source_id: Option<String>,
        /// Of a package: the line that a session pays.
        #[serde(default)]
        pub line_id: Option<AppointmentServiceId>,
        /// How much of the visit it pays, > 0.
        pub amount_minor: Money,
        /// Cash only: what the client gave, ≥ the amount and the tip; the rest is change.
        #[serde(default)]
        pub tendered_minor: Option<Money>,
        /// Tips taken with it, over the amount.
        #[serde(default)]
        pub tip_minor: Money,
    }

    /// A tip for a staff member.
    pub struct TipLine {
        /// For whom.
        pub staff_id: StaffMemberId,
        /// How much, > 0.
        pub amount_minor: Money,
    }

    /// Gives a discount on lines of a bill, or takes it away. The price becomes smaller by it; what each line gets
    /// of a sum goes by its price, exact to the minor unit. A certificate and money on a balance take none.
    pub struct SetDiscount {
        /// On which visit.
        pub appointment_id: AppointmentId,
        /// On which lines, services, goods and packages; empty: on all of these.
        #[serde(default)]
        pub line_ids: Vec<AppointmentServiceId>,
        /// How much.
        pub discount: Discount,
        /// Why, 1–200; of no discount: may be empty.
        #[serde(default)]
        pub reason: String,
    }

    /// Asks for discounts that were given, by the day of the visit.
    pub struct ListDiscounts {
        /// First day.
        pub from_day: Day,
        /// Last day; at most 366 days.
        pub to_day: Day,
    }

    /// Discounts that were given.
    pub struct DiscountList {
        /// Latest first, at most 500.
        pub discounts: Vec<DiscountRow>,
        /// How many there are.
        pub total: u32,
        /// Their sum.
        pub amount_minor: Money,
        /// On average, basis points of the price before.
        pub average_bp: u16,
        /// By who gave them.
        pub by_person: Vec<DiscountsOf>,
    }

    /// Discounts that one person gave.
    pub struct DiscountsOf {
        /// Name; empty for the program.
        pub name: String,
        /// How many lines.
        pub count: u32,
        /// Sum.
        pub amount_minor: Money,
        /// On average, basis points of the price before.
        pub average_bp: u16,
    }

    /// A discount on a line.
    pub struct DiscountRow {
        /// On which visit.
        pub appointment_id: AppointmentId,
        /// Day of the visit.
        pub day: Day,
        /// Client's name, or empty.
        pub client: String,
        /// Service, product or package.
        pub service: String,
        /// What it is, where it is no service.
        pub item: Option<ItemKind>,
        /// Price before it.
        pub before_minor: Money,
        /// Discount.
        pub discount_minor: Money,
        /// Why.
        pub reason: String,
        /// Who gave it, by name; empty for the program.
        pub given_by: String,
        /// When.
        pub given_at: Timestamp,
    }

    /// Takes money for a visit by one or several methods, and makes the receipt.
    pub struct TakePayment {
        /// For which visit.
        pub appointment_id: AppointmentId,
        /// Other visits that are paid with it, by the same receipt; at most 20.
        #[serde(default)]
        pub with: Vec<AppointmentId>,
        /// 1–10 payments; together at most what remains of all the visits.
        pub payments: Vec<PaymentLine>,
        /// Whom the tips are for; together they make the tips of the payments.
        #[serde(default)]
        pub tips: Vec<TipLine>,
        /// `complete`: the visit is done too (its sale lines are posted); `keep`: only the money.
        pub after: AfterPayment,
    }

    /// The money is taken.
    pub struct PaymentTaken {
        /// The receipt.
        pub receipt_id: ReceiptId,
        /// Its number, e.g. K1-000123.
        pub number: String,
        /// Change to give back in cash.
        pub change_minor: Money,
        /// How much of the visit is paid now.
        pub payment_status: PaymentStatus,
        /// What remains.
        pub remaining_minor: Money,
    }

    /// Voids a receipt: its money goes back the way it came, with a reason.
    pub struct VoidReceipt {
        /// Which.
        pub receipt_id: ReceiptId,
        /// Why, 1–500.
        pub reason: String,
    }

    /// The answering receipt.
    pub struct ReceiptVoided {
        /// The void's own receipt.
        pub receipt_id: ReceiptId,
        /// Its number.
        pub number: String,
    }

    /// Asks what of a receipt can still be given back.
    pub struct GetRefundable {
        /// Which.
        pub receipt_id: ReceiptId,
    }

    /// What of a receipt can still be given back. Tips cannot; a void gives them back.
    pub struct Refundable {
        /// What it paid for.
        pub lines: Vec<RefundableLine>,
        /// How it was paid: money goes back the same way.
        pub methods: Vec<RefundableMethod>,
        /// In all.
        pub left_minor: Money,
    }

    /// A line of a receipt, with what can be given back of it.
    pub struct RefundableLine {
        /// Which.
        pub line_id: AppointmentServiceId,
        /// Service, product or package; of a certificate its code, of money on a balance empty.
        pub name: String,
        /// What it is, where it is no service.
        pub item: Option<ItemKind>,
        /// Of goods: what they are counted in.
        pub unit: Option<ProductUnit>,
        /// Of goods that are sold: how much of the line the client still has. Whole units come back, as many as the
        /// part of the line's price that goes back pays for; all of them with all of it.
        pub quantity: Option<Quantity>,
        /// Of goods that are sold: the price of that quantity.
        pub sold_minor: Money,
        /// Who did or sold it.
        pub staff: String,
        /// The receipt paid so much of it.
        pub paid_minor: Money,
        /// Of that not given back yet.
        pub left_minor: Money,
    }

    /// A method of a receipt, with what can go back by it.
    pub struct RefundableMethod {
        /// Which.
        pub method_id: PaymentMethodId,
        /// Kind.
        pub kind: MethodKind,
        /// Name, or empty for the kind's own.
        pub name: String,
        /// Of what was paid not given back yet.
        pub left_minor: Money,
    }

    /// Gives money of a receipt back by a receipt of its own. Of a visit that is done, so much is sold less: its price
    /// becomes smaller; of one that is not, the prepayment goes back.
    pub struct RefundReceipt {
        /// Of which receipt.
        pub receipt_id: ReceiptId,
        /// How much of which line, each > 0.
        pub lines: Vec<RefundLine>,
        /// How it goes back; together what the lines are.
        pub payments: Vec<RefundPayment>,
        /// Why, 1–500.
        pub reason: String,
    }

    /// How much of a line goes back.
    pub struct RefundLine {
        /// Which.
        pub line_id: AppointmentServiceId,
        /// How much, > 0.
        pub amount_minor: Money,
    }

    /// How much goes back by a method.
    pub struct RefundPayment {
        /// By which; one the receipt was paid by.
        pub method_id: PaymentMethodId,
        /// How much, > 0.
        pub amount_minor: Money,
    }

    /// The money is given back.
    pub struct ReceiptRefunded {
        /// The refund's own receipt.
        pub receipt_id: ReceiptId,
        /// Its number.
        pub number: String,
    }

    /// Lists receipts.
    pub struct ListReceipts {
        /// Business day; `None`: all.
        #[serde(default)]
        pub business_day: Option<Day>,
        /// Shift; `None`: all.
        #[serde(default)]
        pub shift_id: Option<ShiftId>,
        /// Number or client's name contains, or empty.
        #[serde(default)]
        pub text: String,
        /// Skip.
        #[serde(default)]
        pub offset: u32,
        /// How many, 1–200.
        pub limit: u16,
    }

    /// Receipts, latest first.
    pub struct ReceiptList {
        /// Them.
        pub receipts: Vec<ReceiptRow>,
        /// How many there are.
        pub total: u32,
    }

    /// A receipt in a list.
    pub struct ReceiptRow {
        /// Which.
        pub receipt_id: ReceiptId,
        /// Number, e.g. K1-000123.
        pub number: String,
        /// Kind.
        pub kind: ReceiptKind,
        /// When.
        pub at: Timestamp,
        /// Business day.
        pub business_day: Day,
        /// For which visit.
        pub appointment_id: AppointmentId,
        /// Client's name, or empty.
        pub client: String,
        /// Sum (negative for a void).
        pub total_minor: Money,
        /// Kinds of money in it.
        pub kinds: Vec<MethodKind>,
        /// It was voided.
        pub voided: bool,
        /// Reason where it is a void.
        pub reason: String,
    }

    /// Asks for a receipt.
    pub struct GetReceipt {
        /// Which.
        pub receipt_id: ReceiptId,
    }

    /// A receipt, complete: what is printed. Never changes once made.
    pub struct Receipt {
        /// The row.
        pub row: ReceiptRow,
        /// Register.
        pub register: Register,
        /// Number of the shift.
        pub shift_number: u32,
        /// Cashier's name.
        pub cashier: String,
        /// Salon's name at that time.
        pub salon_name: String,
        /// Legal name.
        pub legal_name: String,
        /// Tax id.
        pub tax_id: String,
        /// Address.
        pub address: String,
        /// Phone.
        pub phone: String,
        /// Currency code.
        pub currency: String,
        /// IANA zone for the printed time.
        pub zone: String,
        /// Language of the print.
        pub language: crate::Language,
        /// Lines.
        pub lines: Vec<ReceiptLine>,
        /// Payments.
        pub payments: Vec<ReceiptPayment>,
        /// Tips, by staff member.
        pub tips: Vec<ReceiptTip>,
        /// VAT inside the sum, and its rate in basis points.
        pub vat_minor: Money,
        /// Rate; where there are several, the highest.
        pub vat_bp: u16,
        /// The same by rate, highest first.
        pub vat: Vec<ReceiptVat>,
        /// How far the fiscal document is, where this register makes one.
        pub fiscal_state: Option<FiscalState>,
        /// What the fiscal device answered, once it has registered the receipt.
        pub fiscal: Option<FiscalMarks>,
        /// Total of the visit and what remains after this receipt.
        pub visit_total_minor: Money,
        /// Remaining of the visit after this receipt.
        pub remaining_minor: Money,
        /// Foot text.
        pub footer: String,
        /// Content of the QR code.
        pub qr: String,
        /// Number of the receipt that this one voids, or of the one that voided it.
        pub counterpart: String,
        /// A text under the salon's name.
        #[serde(default)]
        pub header: String,
        /// The client, where the paper says it.
        #[serde(default)]
        pub client: String,
    }

    /// A line of a receipt.
    pub struct ReceiptLine {
        /// What; of a certificate its code, of money on a balance empty.
        pub name: String,
        /// What it is, where it is no service.
        pub item: Option<ItemKind>,
        /// Who did it.
        pub staff: String,
        /// Price of the line.
        pub price_minor: Money,
        /// What this receipt pays of it.
        pub amount_minor: Money,
        /// What the price has become smaller by, where the paper says it; ≥ 0.
        #[serde(default)]
        pub discount_minor: Money,
    }

    /// A tip on a receipt.
    pub struct ReceiptTip {
        /// For whom.
        pub staff: String,
        /// Sum.
        pub amount_minor: Money,
    }

    /// A payment of a receipt.
    pub struct ReceiptPayment {
        /// Kind.
        pub kind: MethodKind,
        /// Name, or empty for the kind's own.
        pub name: String,
        /// Sum.
        pub amount_minor: Money,
        /// Cash given.
        pub tendered_minor: Option<Money>,
        /// Change.
        pub change_minor: Money,
    }
}

/// How much a discount is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Discount {
    /// None: the price is what it was before.
    None,
    /// A share of the price before, basis points, 1–10 000 (1 000: 10 %).
    PercentBp(u16),
    /// A sum, > 0 and at most the price before.
    Amount(Money),
}

adelante_base::words! {
    /// What becomes of the visit with the payment.
    AfterPayment {
        /// The visit is done.
        Complete = "complete",
        /// It stays as it is (a prepayment, a part).
        Keep = "keep",
    }
}
