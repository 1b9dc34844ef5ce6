//! Payroll: pay runs, slips, and what was paid to staff.

use adelante_base::{Day, Money, PayRunId, PaymentMethodId, StaffMemberId, StaffPaymentId, Timestamp};

use crate::{MethodKind, PayRateKind, StaffPaymentKind};

crate::dto! {
    /// A bonus or a deduction.
    pub struct PayExtra {
        /// How much, > 0.
        pub amount_minor: Money,
        /// What for, 1–200.
        pub note: String,
    }

    /// What a person decides about somebody in a pay run.
    pub struct PayInput {
        /// Whose.
        pub staff_id: StaffMemberId,
        /// Minutes to pay, of somebody paid by the hour; `None`: as the schedule says.
        #[serde(default)]
        pub minutes: Option<u32>,
        /// Days to pay, of somebody paid by the day; `None`: as the schedule says.
        #[serde(default)]
        pub days: Option<u16>,
        /// Bonuses, ≤ 20.
        #[serde(default)]
        pub bonuses: Vec<PayExtra>,
        /// Deductions, ≤ 20.
        #[serde(default)]
        pub deductions: Vec<PayExtra>,
        /// The tips are paid with it.
        #[serde(default)]
        pub with_tips: bool,
        /// What the slip was when it was looked at; the run is refused where it has changed since.
        #[serde(default)]
        pub seen_due_minor: Option<Money>,
    }

    /// Asks what a pay run would say.
    pub struct PreviewPayRun {
        /// First business day of the period.
        pub from_day: Day,
        /// Last one, today at the latest, at most a year later.
        pub to_day: Day,
        /// What was decided so far; whoever is missing is taken as the schedule says.
        #[serde(default)]
        pub people: Vec<PayInput>,
    }

    /// What a pay run would say.
    pub struct PayRunPreview {
        /// By person, in the calendar's order.
        pub slips: Vec<PaySlip>,
        /// All that would be due.
        pub due_minor: Money,
    }

    /// A line of a pay slip. What it says is in its kind: `commission`, `late` (of paid periods),
    /// `tier`, `hourly`, `daily`, `monthly`, `bonus`, `deduction`, `tips`, `advance`, `carried`.
    pub struct PaySlipLine {
        /// Kind.
        pub kind: String,
        /// What it was for, or empty.
        pub note: String,
        /// How many: services, minutes, days; of the month, days that count.
        pub count: u32,
        /// Of how many: days of the month.
        pub of_count: u32,
        /// For one: an hour, a day, a month.
        pub rate_minor: Money,
        /// Day of a payment, or first day of a month.
        pub day: Option<Day>,
        /// The sum; below zero where it is taken off.
        pub amount_minor: Money,
    }

    /// What a pay run says of one person.
    pub struct PaySlip {
        /// Who.
        pub staff_id: StaffMemberId,
        /// Name.
        pub staff: String,
        /// Every line; together they make `due_minor`.
        pub lines: Vec<PaySlipLine>,
        /// Commissions with what tiers change.
        pub commission_minor: Money,
        /// For time.
        pub time_minor: Money,
        /// Bonuses.
        pub bonus_minor: Money,
        /// Deductions, ≥ 0.
        pub deduction_minor: Money,
        /// Tips paid with it.
        pub tips_minor: Money,
        /// Left of earlier runs, less advances.
        pub carried_minor: Money,
        /// What is to be paid; below zero: the person owes it.
        pub due_minor: Money,
        /// Tips held now, whether they are paid with it or not.
        pub tips_held_minor: Money,
        /// By the hour, the day or the month; `None`: only commission.
        pub rate: Option<PayRateKind>,
        /// Paid of the run so far.
        pub paid_minor: Money,
        /// What can be paid out now.
        pub payable_minor: Money,
        /// Up to here is paid already, inside the asked period: the person is left out of a run.
        pub paid_until: Option<Day>,
    }

    /// Confirms a pay run: posts it and freezes the period for these people.
    pub struct ConfirmPayRun {
        /// First business day of the period.
        pub from_day: Day,
        /// Last one.
        pub to_day: Day,
        /// Whose, 1–100.
        pub people: Vec<PayInput>,
        /// A word about it, ≤ 500.
        #[serde(default)]
        pub note: String,
    }

    /// A pay run was confirmed.
    pub struct PayRunConfirmed {
        /// Which.
        pub pay_run_id: PayRunId,
        /// All that is due.
        pub due_minor: Money,
    }

    /// Cancels a pay run of which nothing was paid.
    pub struct CancelPayRun {
        /// Which.
        pub pay_run_id: PayRunId,
        /// Why, 1–500.
        pub reason: String,
    }

    /// Asks for pay runs, latest first.
    pub struct ListPayRuns {}

    /// Pay runs.
    pub struct PayRunList {
        /// Latest first, at most 100.
        pub runs: Vec<PayRunRow>,
    }

    /// A pay run in the list.
    pub struct PayRunRow {
        /// Which.
        pub pay_run_id: PayRunId,
        /// First business day.
        pub from_day: Day,
        /// Last one.
        pub to_day: Day,
        /// When it was confirmed.
        pub at: Timestamp,
        /// By whom, by name; empty for the program.
        pub actor: String,
        /// How many people.
        pub people_count: u32,
        /// All that was due.
        pub due_minor: Money,
        /// Paid so far.
        pub paid_minor: Money,
        /// It was cancelled.
        pub cancelled: bool,
    }

    /// Asks for a pay run.
    pub struct GetPayRun {
        /// Which.
        pub pay_run_id: PayRunId,
    }

    /// A pay run.
    pub struct PayRun {
        /// As in the list.
        pub run: PayRunRow,
        /// A word about it.
        pub note: String,
        /// Why it was cancelled, or empty.
        pub cancel_reason: String,
        /// By person.
        pub slips: Vec<PaySlip>,
        /// What was paid of it, latest first.
        pub payments: Vec<StaffPayment>,
    }

    /// Money paid to a staff member.
    pub struct StaffPayment {
        /// Which.
        pub payment_id: StaffPaymentId,
        /// What was paid.
        pub kind: StaffPaymentKind,
        /// To whom.
        pub staff_id: StaffMemberId,
        /// Name.
        pub staff: String,
        /// Kind of the method.
        pub method: MethodKind,
        /// Its name, or empty.
        pub method_name: String,
        /// Paid +, taken back −.
        pub amount_minor: Money,
        /// Business day.
        pub business_day: Day,
        /// When.
        pub at: Timestamp,
        /// By whom.
        pub actor: String,
        /// A word about it.
        pub note: String,
        /// It takes another one back.
        pub is_reversal: bool,
        /// It was taken back.
        pub reversed: bool,
    }

    /// A sum to pay to somebody.
    pub struct StaffPay {
        /// To whom.
        pub staff_id: StaffMemberId,
        /// How much, > 0.
        pub amount_minor: Money,
    }

    /// Pays staff: wages of a pay run, advances, or tips; in cash out of this device's drawer.
    pub struct PayStaff {
        /// What is paid.
        pub kind: StaffPaymentKind,
        /// Of wages: the run.
        #[serde(default)]
        pub pay_run_id: Option<PayRunId>,
        /// Cash or a transfer.
        pub method_id: PaymentMethodId,
        /// To whom how much, 1–100.
        pub payments: Vec<StaffPay>,
        /// A word about it, ≤ 500.
        #[serde(default)]
        pub note: String,
    }

    /// Staff were paid.
    pub struct StaffPaid {
        /// The payments.
        pub payment_ids: Vec<StaffPaymentId>,
    }

    /// Takes a payment to staff back: cash comes back into this device's drawer.
    pub struct ReverseStaffPayment {
        /// Which.
        pub payment_id: StaffPaymentId,
        /// Why, 1–500.
        pub reason: String,
    }

    /// Saves the payroll sheet of a run as a file.
    pub struct SavePayrollSheet {
        /// Which.
        pub pay_run_id: PayRunId,
        /// `pdf` or `xlsx`.
        pub format: String,
    }
}
