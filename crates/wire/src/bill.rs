//! What stands on a bill beside the booked services.

use adelante_base::{AppointmentId, BillLineId, ClientId, Day, Money, ProductId, Quantity, StaffMemberId};

use crate::{ItemKind, ProductUnit};

crate::dto! {
    /// Begins a sale at the desk without a booking.
    pub struct StartSale {
        /// To whom; `None`: not known.
        #[serde(default)]
        pub client_id: Option<ClientId>,
    }

    /// The sale: a visit that takes no time. Its bill is paid at the checkout like any other.
    pub struct SaleStarted {
        /// Which.
        pub appointment_id: AppointmentId,
    }

    /// Gives up a sale on whose bill no money is.
    pub struct DropSale {
        /// Which.
        pub appointment_id: AppointmentId,
    }

    /// An item of a bill.
    pub struct BillItem {
        /// Which.
        pub line_id: BillLineId,
        /// What it is.
        pub kind: ItemKind,
        /// Name: of the product, of the package; empty where the kind says it all.
        pub name: String,
        /// Of goods: which.
        pub product_id: Option<ProductId>,
        /// Of goods: what they are counted in.
        pub unit: Option<ProductUnit>,
        /// How much, thousandths.
        pub quantity: Quantity,
        /// Of goods: how much lies on the shelf.
        pub stock: Option<Quantity>,
        /// Who sold it.
        pub seller_id: Option<StaffMemberId>,
        /// Name of who sold it, or empty.
        pub seller: String,
        /// Of a certificate: its code.
        pub code: String,
        /// Last day, where it has one.
        pub valid_until: Option<Day>,
        /// Price by the list.
        pub list_price_minor: Money,
        /// Discount that the price has inside.
        pub discount_minor: Money,
        /// Why it was given.
        pub discount_reason: String,
        /// Price.
        pub price_minor: Money,
        /// Paid of it.
        pub paid_minor: Money,
    }

    /// An item that came on a bill.
    pub struct ItemAdded {
        /// Which.
        pub line_id: BillLineId,
        /// Of a certificate: its code.
        pub code: String,
    }

    /// Changes an item of a bill that is not over.
    pub struct UpdateBillItem {
        /// Which.
        pub line_id: BillLineId,
        /// How much, > 0; one of everything but goods.
        pub quantity: Quantity,
        /// Price of the whole line, without a discount; `None`: as it is, the same a unit where the quantity changes.
        #[serde(default)]
        pub price_minor: Option<Money>,
        /// The list's price again, whatever it has of its own.
        #[serde(default)]
        pub by_list: bool,
        /// Who sold it.
        #[serde(default)]
        pub seller_id: Option<StaffMemberId>,
    }

    /// Takes an item off a bill that is not over.
    pub struct RemoveBillItem {
        /// Which.
        pub line_id: BillLineId,
    }

    /// A visit that was not paid in full, to be paid with another.
    pub struct OpenBill {
        /// Which.
        pub appointment_id: AppointmentId,
        /// Day.
        pub day: Day,
        /// Whose.
        pub client: String,
        /// What was done.
        pub services: String,
        /// What remains.
        pub remaining_minor: Money,
    }
}
