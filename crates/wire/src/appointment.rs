//! The calendar: a day, booking, moving, statuses, free slots.

use adelante_base::{
    AppointmentId, AppointmentServiceId, ClientId, Day, GroupEventId, Money, ResourceId, SeriesId, ServiceId,
    StaffMemberId, Timestamp, WaitlistEntryId,
};

use crate::BillItem;
use crate::{
    AppointmentStatus, ClientFields, ConflictKind, DayGroup, DayHold, DayOff, DepositEnd, MinuteSpan, PaymentStatus,
    Register, Resource, SlotReason, WeekdayHours,
};

crate::dto! {
    /// Asks for a day of the calendar.
    pub struct GetDay {
        /// Which date.
        pub day: Day,
    }

    /// A day of the calendar.
    pub struct DayView {
        /// The date.
        pub day: Day,
        /// Columns, in the calendar's order: everyone who works that day or has a visit.
        pub staff: Vec<DayStaff>,
        /// Visits, by start.
        pub appointments: Vec<DayAppointment>,
        /// First minute to show.
        pub opens_min: u16,
        /// Last minute to show.
        pub closes_min: u16,
        /// How many visits are paid, partly paid, and not paid though over.
        pub counts: DayCounts,
        /// Time off and blocked times.
        pub off: Vec<DayOff>,
        /// Times held for the waitlist.
        pub holds: Vec<DayHold>,
        /// Group appointments.
        pub groups: Vec<DayGroup>,
        /// Rooms and equipment, for the calendar by rooms.
        pub resources: Vec<Resource>,
    }

    /// A column of the day.
    pub struct DayStaff {
        /// Who.
        pub staff_id: StaffMemberId,
        /// Name.
        pub name: String,
        /// Position.
        pub position: String,
        /// Two letters.
        pub initials: String,
        /// Colour index.
        pub colour: u8,
        /// That date's hours, from the first to the last minute worked.
        pub hours: WeekdayHours,
        /// Minutes worked, after breaks, before time off.
        pub work: Vec<MinuteSpan>,
        /// Booked share of the working time, percent 0–100.
        pub load_percent: u8,
    }

    /// Payment figures of the day.
    #[derive(Default, Copy)]
    pub struct DayCounts {
        /// Paid visits.
        pub paid: u32,
        /// Partly paid.
        pub partial: u32,
        /// Over and not paid.
        pub due: u32,
        /// All visits that are not cancelled.
        pub total: u32,
    }

    /// A visit on the day's grid.
    pub struct DayAppointment {
        /// Which.
        pub appointment_id: AppointmentId,
        /// Whose; `None` for a walk-in without a card.
        pub client_id: Option<ClientId>,
        /// Client's name, or empty.
        pub client: String,
        /// Client's allergies and warnings.
        pub allergy: String,
        /// Where it stands.
        pub status: AppointmentStatus,
        /// How much is paid.
        pub payment_status: PaymentStatus,
        /// Over and not paid in full: to be shown in red.
        pub due: bool,
        /// Total.
        pub total_minor: Money,
        /// Paid.
        pub paid_minor: Money,
        /// Booked services; each is a card in its staff member's column.
        pub lines: Vec<DayLine>,
        /// Has a note.
        pub has_note: bool,
        /// Part of this series.
        pub series_id: Option<SeriesId>,
        /// In this group appointment.
        pub group_id: Option<GroupEventId>,
        /// What it was booked in spite of.
        pub conflicts: Vec<ConflictKind>,
        /// Is to be called about a change.
        pub to_call: bool,
    }

    /// A booked service on the day's grid.
    pub struct DayLine {
        /// Which.
        pub line_id: AppointmentServiceId,
        /// Who does it.
        pub staff_id: StaffMemberId,
        /// Service's name.
        pub service: String,
        /// Colour index of the service, 0–11.
        pub colour: u8,
        /// Minutes after midnight.
        pub start_min: u16,
        /// Length.
        pub duration_min: u16,
        /// Of it the client waits and the staff member is free.
        pub processing_min: u16,
        /// Of it hands on again after the waiting.
        pub finishing_min: u16,
        /// Clean-up after it.
        pub transition_min: u16,
        /// Rooms and equipment it takes.
        pub resource_ids: Vec<ResourceId>,
    }

    /// A service to book.
    pub struct BookLine {
        /// Which service.
        pub service_id: ServiceId,
        /// By whom.
        pub staff_id: StaffMemberId,
        /// Start, minutes after midnight; `None`: right after the line before.
        #[serde(default)]
        pub start_min: Option<u16>,
        /// Length; `None`: the service's.
        #[serde(default)]
        pub duration_min: Option<u16>,
        /// Price; `None`: the list price.
        #[serde(default)]
        pub price_minor: Option<Money>,
        /// Keeps an existing line when a visit is rewritten.
        #[serde(default)]
        pub line_id: Option<AppointmentServiceId>,
    }

    /// Books a visit.
    pub struct BookAppointment {
        /// A known client …
        #[serde(default)]
        pub client_id: Option<ClientId>,
        /// … or a new one, made in the same action (both empty: a walk-in).
        #[serde(default)]
        pub new_client: Option<ClientFields>,
        /// Date.
        pub day: Day,
        /// Start of the first service, minutes after midnight.
        pub start_min: u16,
        /// Services in order, 1–20.
        pub lines: Vec<BookLine>,
        /// Note, ≤ 2000.
        #[serde(default)]
        pub note: String,
        /// How did you hear about us (B8), ≤ 100; empty: repeat visit.
        #[serde(default)]
        pub source: String,
        /// Books in spite of hours, breaks and clashes; needs the permission, is recorded.
        #[serde(default)]
        pub override_conflicts: bool,
        /// Takes a place in this group appointment: its time and staff member count.
        #[serde(default)]
        pub group_id: Option<GroupEventId>,
        /// Fulfils this wish of the waitlist.
        #[serde(default)]
        pub waitlist_entry_id: Option<WaitlistEntryId>,
    }

    /// The booked visit.
    pub struct AppointmentBooked {
        /// Which.
        pub appointment_id: AppointmentId,
        /// Whose.
        pub client_id: Option<ClientId>,
    }

    /// Rewrites a visit: client, services, note. Its start stays where not given.
    pub struct UpdateAppointment {
        /// Which.
        pub appointment_id: AppointmentId,
        /// Client, or none.
        pub client_id: Option<ClientId>,
        /// Date.
        pub day: Day,
        /// Start.
        pub start_min: u16,
        /// Services as they shall be; lines without `line_id` are new, missing ones are taken off.
        pub lines: Vec<BookLine>,
        /// Note.
        pub note: String,
        /// How did you hear about us.
        pub source: String,
        /// Changes the later visits of the series too: what was the same there becomes as here,
        /// what differed stays; their dates and starts move as far as this one's.
        #[serde(default)]
        pub following: bool,
        /// As in booking.
        #[serde(default)]
        pub override_conflicts: bool,
    }

    /// Moves a visit, or one service of it to another staff member.
    pub struct MoveAppointment {
        /// Which.
        pub appointment_id: AppointmentId,
        /// New date.
        pub day: Day,
        /// New start of the visit's first service.
        pub start_min: u16,
        /// Services of this staff member …
        #[serde(default)]
        pub from_staff_id: Option<StaffMemberId>,
        /// … go to this one.
        #[serde(default)]
        pub to_staff_id: Option<StaffMemberId>,
        /// New length of this line, where one was stretched.
        #[serde(default)]
        pub stretch: Option<StretchLine>,
        /// Moves the later visits of the series by the same days and minutes too; a stretched
        /// service gets its new length there as well.
        #[serde(default)]
        pub following: bool,
        /// As in booking.
        #[serde(default)]
        pub override_conflicts: bool,
    }

    /// A line with a new length.
    #[derive(Copy)]
    pub struct StretchLine {
        /// Which line.
        pub line_id: AppointmentServiceId,
        /// New length, 5–1440.
        pub duration_min: u16,
    }

    /// Changes where a visit stands. Completing posts its sale lines.
    pub struct SetAppointmentStatus {
        /// Which.
        pub appointment_id: AppointmentId,
        /// Where it stands now.
        pub status: AppointmentStatus,
        /// Why, for cancelled and no-show; ≤ 500.
        #[serde(default)]
        pub reason: String,
        /// Cancels the later visits of the series too.
        #[serde(default)]
        pub following: bool,
        /// Of a visit with a deposit that is called off or missed: what becomes of it. Other than by the rule it
        /// needs a reason.
        #[serde(default)]
        pub deposit: Option<DepositEnd>,
    }

    /// Asks for a visit.
    pub struct GetAppointment {
        /// Which.
        pub appointment_id: AppointmentId,
    }

    /// A visit.
    pub struct Appointment {
        /// Which.
        pub appointment_id: AppointmentId,
        /// Whose.
        pub client_id: Option<ClientId>,
        /// Client's name, or empty.
        pub client: String,
        /// Client's main phone as shown.
        pub phone: String,
        /// Client's allergies.
        pub allergy: String,
        /// Date.
        pub day: Day,
        /// Start of the first service.
        pub start_min: u16,
        /// End of the last service.
        pub end_min: u16,
        /// Where it stands.
        pub status: AppointmentStatus,
        /// Why it was cancelled.
        pub status_reason: String,
        /// Note.
        pub note: String,
        /// Source.
        pub source: String,
        /// Lines.
        pub lines: Vec<AppointmentLine>,
        /// What stands on its bill beside them.
        pub items: Vec<BillItem>,
        /// A sale at the desk without a booking.
        pub sale: bool,
        /// Total.
        pub total_minor: Money,
        /// Paid.
        pub paid_minor: Money,
        /// Remaining.
        pub remaining_minor: Money,
        /// How much is paid.
        pub payment_status: PaymentStatus,
        /// Made at.
        pub created_at: Timestamp,
        /// Booked in spite of a conflict.
        pub overridden: bool,
        /// What it was booked in spite of.
        pub conflicts: Vec<ConflictKind>,
        /// Part of this series.
        pub series_id: Option<SeriesId>,
        /// How many later visits the series has.
        pub following: u32,
        /// In this group appointment.
        pub group_id: Option<GroupEventId>,
        /// Is to be called about a change.
        pub to_call: bool,
        /// Its register, for the checkout.
        pub register: Register,
    }

    /// A booked service.
    pub struct AppointmentLine {
        /// Which.
        pub line_id: AppointmentServiceId,
        /// Service.
        pub service_id: ServiceId,
        /// Its name.
        pub service: String,
        /// Who does it.
        pub staff_id: StaffMemberId,
        /// Their name.
        pub staff: String,
        /// Start.
        pub start_min: u16,
        /// Length.
        pub duration_min: u16,
        /// List price when it was booked: the hint.
        pub list_price_minor: Money,
        /// Discount inside the price; zero: none.
        pub discount_minor: Money,
        /// Why it was given, or empty.
        pub discount_reason: String,
        /// Price of this visit.
        pub price_minor: Money,
        /// Paid of it so far.
        pub paid_minor: Money,
    }

    /// A service of a basket.
    pub struct SlotLine {
        /// Which service.
        pub service_id: ServiceId,
        /// With whom; `None`: anyone who does it.
        #[serde(default)]
        pub staff_id: Option<StaffMemberId>,
        /// Starts together with the line before instead of after it.
        #[serde(default)]
        pub with_previous: bool,
    }

    /// Asks for free starts.
    pub struct FindSlots {
        /// Services in a row: the short form of `lines`.
        #[serde(default)]
        pub service_ids: Vec<ServiceId>,
        /// With whom, for the short form; `None`: anyone.
        #[serde(default)]
        pub staff_id: Option<StaffMemberId>,
        /// Services, 1–20, each after the one before unless it says otherwise.
        #[serde(default)]
        pub lines: Vec<SlotLine>,
        /// For this client: own lengths, usual time.
        #[serde(default)]
        pub client_id: Option<ClientId>,
        /// For moving this visit: its own time counts as free.
        #[serde(default)]
        pub appointment_id: Option<AppointmentId>,
        /// From this date …
        pub from_day: Day,
        /// … for so many days, 1–62.
        pub days: u8,
        /// How many at most, 1–200.
        pub limit: u16,
        /// Not before this minute of the first day.
        #[serde(default)]
        pub not_before_min: u16,
        /// Best first, with reasons; else soonest first.
        #[serde(default)]
        pub ranked: bool,
    }

    /// A free start.
    pub struct Slot {
        /// With whom (first service).
        pub staff_id: StaffMemberId,
        /// Their name.
        pub staff: String,
        /// Date.
        pub day: Day,
        /// Start.
        pub start_min: u16,
        /// End of the last service.
        pub end_min: u16,
        /// Each service: who, when, how long.
        pub lines: Vec<SlotPart>,
        /// Why it is proposed, best reason first.
        pub reasons: Vec<SlotReason>,
        /// The free stretch it stands in, from …
        pub gap_from_min: u16,
        /// … to.
        pub gap_to_min: u16,
    }

    /// A service within a free start.
    pub struct SlotPart {
        /// Which service.
        pub service_id: ServiceId,
        /// With whom.
        pub staff_id: StaffMemberId,
        /// Start.
        pub start_min: u16,
        /// Length.
        pub duration_min: u16,
    }

    /// Free starts.
    pub struct SlotsFound {
        /// Them.
        pub slots: Vec<Slot>,
    }
}
