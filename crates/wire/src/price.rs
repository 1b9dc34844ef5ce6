//! Who changed which price, and what discounts bring.

use adelante_base::{AppointmentId, Day, Money, Timestamp};

use crate::PriceChangeKind;

crate::dto! {
    /// Asks who changed prices, by the day on which it was done.
    pub struct ListPriceChanges {
        /// First day.
        pub from_day: Day,
        /// Last day; at most 366 days.
        pub to_day: Day,
        /// As many as a file takes, not only as many as a screen shows.
        #[serde(default)]
        pub all: bool,
    }

    /// Saves the price changes of these days as a table for Excel.
    pub struct SavePriceChanges {
        /// First day.
        pub from_day: Day,
        /// Last day; at most 366 days.
        pub to_day: Day,
    }

    /// Prices that were changed.
    pub struct PriceChangeList {
        /// Latest first, at most 500; of all that were asked for at most 50 000.
        pub changes: Vec<PriceChange>,
        /// How many there are.
        pub total: u32,
    }

    /// A price that somebody changed. What is given back of a bill changes no price.
    pub struct PriceChange {
        /// Of what.
        pub kind: PriceChangeKind,
        /// Service, product or package.
        pub name: String,
        /// Price before.
        pub from_minor: Money,
        /// Price after.
        pub to_minor: Money,
        /// Why, or empty.
        pub reason: String,
        /// On which visit; of price lists none.
        pub appointment_id: Option<AppointmentId>,
        /// Day of the visit.
        pub day: Option<Day>,
        /// Client of the visit, or empty.
        pub client: String,
        /// Who, by name; empty for the program.
        pub changed_by: String,
        /// When.
        pub changed_at: Timestamp,
    }

    /// Asks whether clients come back after a discount, by the day of the visit.
    pub struct GetDiscountEffect {
        /// First day.
        pub from_day: Day,
        /// Last day; at most 366 days.
        pub to_day: Day,
    }

    /// After how many visits the client came back, with a discount and without. It compares; it does not say that the
    /// discount is the cause.
    pub struct DiscountEffect {
        /// Within so many days.
        pub within_days: u16,
        /// The last day of the visits that count: since it, so many days have passed. Before the first day asked for:
        /// none counts yet.
        pub counted_until: Day,
        /// Visits with a discount on any line.
        pub reduced: CameBack,
        /// Visits without.
        pub whole: CameBack,
    }

    /// Visits of known clients that are done, and after how many of them the client came back.
    pub struct CameBack {
        /// Visits.
        pub visits: u32,
        /// After which the client came back.
        pub came: u32,
        /// The same as a share of the visits, basis points; of no visits zero.
        pub share_bp: u16,
    }
}
