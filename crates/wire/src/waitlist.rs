//! The waitlist (B9–B11) and standing orders (B13).

use adelante_base::{
    AppointmentId, ClientId, Day, ServiceId, StaffMemberId, StandingOrderId, Timestamp, WaitlistEntryId,
};

use crate::{
    AppointmentBooked, BookLine, ClientFields, MatchReason, PartOfDay, Slot, StandingMode, Tier, WaitlistState,
};

crate::dto! {
    /// What can be written of a wish.
    pub struct WaitlistFields {
        /// Service.
        pub service_id: ServiceId,
        /// With whom; `None`: anyone.
        pub staff_id: Option<StaffMemberId>,
        /// Not before this date; `None`: from today.
        pub from_day: Option<Day>,
        /// Not after this date; `None`: any.
        pub to_day: Option<Day>,
        /// Part of the day.
        pub part: PartOfDay,
        /// Note, ≤ 500.
        #[serde(default)]
        pub note: String,
    }

    /// Puts a client on the waitlist.
    pub struct AddToWaitlist {
        /// A known client …
        #[serde(default)]
        pub client_id: Option<ClientId>,
        /// … or a new one.
        #[serde(default)]
        pub new_client: Option<ClientFields>,
        /// The wish.
        pub entry: WaitlistFields,
    }

    /// The new wish.
    pub struct WaitlistEntryAdded {
        /// Which.
        pub entry_id: WaitlistEntryId,
    }

    /// Changes a wish.
    pub struct UpdateWaitlistEntry {
        /// Which.
        pub entry_id: WaitlistEntryId,
        /// The wish as it shall be.
        pub entry: WaitlistFields,
    }

    /// Takes a wish off the list.
    pub struct CloseWaitlistEntry {
        /// Which.
        pub entry_id: WaitlistEntryId,
        /// Why, ≤ 200.
        #[serde(default)]
        pub reason: String,
    }

    /// Holds a free time for a client of the waitlist for 15 minutes.
    pub struct OfferSlot {
        /// For which wish.
        pub entry_id: WaitlistEntryId,
        /// With whom.
        pub staff_id: StaffMemberId,
        /// Date.
        pub day: Day,
        /// Start.
        pub start_min: u16,
    }

    /// The held time.
    pub struct SlotOffered {
        /// Until when it is held.
        pub until: Timestamp,
    }

    /// The client does not want the offered time: it is free again, the wish goes on waiting.
    pub struct DeclineOffer {
        /// Which wish.
        pub entry_id: WaitlistEntryId,
    }

    /// Asks for the waitlist.
    pub struct ListWaitlist {
        /// Also booked and closed wishes.
        #[serde(default)]
        pub closed: bool,
    }

    /// The waitlist.
    pub struct Waitlist {
        /// Wishes, oldest first.
        pub entries: Vec<WaitlistEntry>,
    }

    /// A wish on the waitlist.
    pub struct WaitlistEntry {
        /// Which.
        pub entry_id: WaitlistEntryId,
        /// Whose.
        pub client_id: ClientId,
        /// Client's name.
        pub client: String,
        /// Client's main phone.
        pub phone: String,
        /// Client's tier.
        pub tier: Tier,
        /// The wish.
        pub entry: WaitlistFields,
        /// Service's name.
        pub service: String,
        /// Length of the service.
        pub duration_min: u16,
        /// Staff member's name, where one was asked for.
        pub staff: String,
        /// Where it stands (an offer that ran out counts as waiting).
        pub state: WaitlistState,
        /// The offered time, while it is held.
        pub offer: Option<Offer>,
        /// Put on the list at.
        pub created_at: Timestamp,
        /// Last offer made at.
        pub notified_at: Option<Timestamp>,
    }

    /// A time held for a client.
    pub struct Offer {
        /// With whom.
        pub staff_id: StaffMemberId,
        /// Date.
        pub day: Day,
        /// Start.
        pub start_min: u16,
        /// End.
        pub end_min: u16,
        /// Until when.
        pub until: Timestamp,
    }

    /// Asks who of the waitlist fits a free stretch.
    pub struct MatchWaitlist {
        /// With whom.
        pub staff_id: StaffMemberId,
        /// Date.
        pub day: Day,
        /// First free minute.
        pub start_min: u16,
        /// End of the free stretch.
        pub end_min: u16,
        /// A visit that stands there still: its time counts as free.
        #[serde(default)]
        pub appointment_id: Option<AppointmentId>,
    }

    /// Who fits.
    pub struct WaitlistMatches {
        /// Wishes, best first.
        pub matches: Vec<WaitlistMatch>,
        /// Clients without a wish who usually come at this weekday and time.
        pub usual: Vec<UsualClient>,
    }

    /// A wish that fits.
    pub struct WaitlistMatch {
        /// The wish.
        pub entry: WaitlistEntry,
        /// Where it would start.
        pub start_min: u16,
        /// Why it stands here in the order.
        pub reasons: Vec<MatchReason>,
    }

    /// A client who usually comes then.
    pub struct UsualClient {
        /// Who.
        pub client_id: ClientId,
        /// Name.
        pub client: String,
        /// Main phone.
        pub phone: String,
        /// How many of the last ten visits were then.
        pub visits: u8,
    }

    /// What can be written of a standing order.
    pub struct StandingOrderFields {
        /// Whose.
        pub client_id: ClientId,
        /// Services in a row, 1–20.
        pub service_ids: Vec<ServiceId>,
        /// Usual staff member.
        pub staff_id: StaffMemberId,
        /// Usual weekday, 0 = Monday.
        pub weekday: u8,
        /// Usual start.
        pub start_min: u16,
        /// Every so many weeks, 1–26.
        pub every_weeks: u8,
        /// Proposed or booked by itself.
        pub mode: StandingMode,
    }

    /// Makes or changes a standing order.
    pub struct SaveStandingOrder {
        /// Which; `None`: a new one.
        #[serde(default)]
        pub order_id: Option<StandingOrderId>,
        /// The order.
        pub order: StandingOrderFields,
    }

    /// The saved standing order.
    pub struct StandingOrderSaved {
        /// Which.
        pub order_id: StandingOrderId,
    }

    /// Ends a standing order. Booked visits stay.
    pub struct RetireStandingOrder {
        /// Which.
        pub order_id: StandingOrderId,
    }

    /// Asks for standing orders.
    pub struct ListStandingOrders {
        /// Of one client only.
        #[serde(default)]
        pub client_id: Option<ClientId>,
    }

    /// Standing orders.
    pub struct StandingOrderList {
        /// Them, soonest due first.
        pub orders: Vec<StandingOrder>,
    }

    /// A standing order with what comes next.
    pub struct StandingOrder {
        /// Which.
        pub order_id: StandingOrderId,
        /// The order.
        pub order: StandingOrderFields,
        /// Client's name.
        pub client: String,
        /// Client's main phone.
        pub phone: String,
        /// Services by name.
        pub services: Vec<String>,
        /// Staff member's name.
        pub staff: String,
        /// The visit that is booked already, if one is coming.
        pub booked: Option<AppointmentId>,
        /// Date of the next visit: the booked one, else the due one.
        pub next_day: Day,
        /// Whether the usual time of the due date is free.
        pub free: bool,
        /// The nearest free time where it is not.
        pub alternative: Option<Slot>,
        /// What to book, in the form of `book_appointment`.
        pub lines: Vec<BookLine>,
    }

    /// Books the due visits of standing orders that are made by themselves and whose usual time
    /// is free, up to four weeks ahead.
    pub struct MakeStandingVisits {}

    /// What was made.
    pub struct StandingVisitsMade {
        /// The visits.
        pub made: Vec<AppointmentBooked>,
        /// Orders whose usual time is not free.
        pub left: Vec<StandingOrderId>,
    }
}
