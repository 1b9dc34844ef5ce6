//! Deposits: what was paid for a visit before it, and what becomes of it when the visit does not
//! take place.

use adelante_base::{AppointmentId, Day, Money};

use crate::{DepositEnd, DepositWhy};

crate::dto! {
    /// Asks for the deposit of a visit.
    pub struct GetDeposit {
        /// Which visit.
        pub appointment_id: AppointmentId,
    }

    /// The deposit of a visit: what is held, what the rules say of it, what is due.
    pub struct Deposit {
        /// Held: paid for the visit, which is neither done nor called off.
        pub held_minor: Money,
        /// Of a visit that did not take place: what the salon keeps.
        pub kept_minor: Money,
        /// What was decided when it did not take place.
        pub ended: Option<DepositEnd>,
        /// What the rule had said then.
        pub ruled: Option<DepositEnd>,
        /// What the rules say if it is called off now.
        pub cancelled: DepositProposal,
        /// What the rules say if the client does not come.
        pub no_show: DepositProposal,
        /// What can become of it, each with its sums; empty where nothing is held.
        pub choices: Vec<DepositChoice>,
        /// A shift is open here: money can go back, to the client or to the client's balance.
        pub shift_open: bool,
        /// A deposit to ask for, because the client may well not come; zero where none is due.
        pub due_minor: Money,
        /// The risk that the visit is missed, 0–100; zero for one that has begun.
        pub risk_percent: u8,
    }

    /// What the rules say becomes of a deposit, and why.
    #[derive(Copy)]
    pub struct DepositProposal {
        /// What.
        pub end: DepositEnd,
        /// Why.
        pub why: DepositWhy,
        /// Whoever calls off at least so many hours before gets it back.
        pub free_hours: u16,
    }

    /// What can become of a deposit.
    #[derive(Copy)]
    pub struct DepositChoice {
        /// What.
        pub end: DepositEnd,
        /// Goes back the way it came.
        pub returned_minor: Money,
        /// Stays with the salon.
        pub kept_minor: Money,
        /// Goes to the client's balance.
        pub to_balance_minor: Money,
    }

    /// Asks for the deposits that are held.
    pub struct ListDeposits {}

    /// Deposits that are held: the salon owes them until the visits are done.
    pub struct DepositList {
        /// By the day of the visit, at most 500.
        pub deposits: Vec<HeldDeposit>,
        /// How many there are.
        pub count: u32,
        /// The sum of all of them.
        pub total_minor: Money,
    }

    /// A deposit that is held.
    pub struct HeldDeposit {
        /// For which visit.
        pub appointment_id: AppointmentId,
        /// Client's name, or empty.
        pub client: String,
        /// Day of the visit.
        pub day: Day,
        /// Its start, minutes after midnight.
        pub start_min: u16,
        /// How much.
        pub held_minor: Money,
        /// What the visit costs.
        pub total_minor: Money,
        /// Business day on which money came first.
        pub since: Day,
        /// Days since then.
        pub age_days: u32,
    }
}
