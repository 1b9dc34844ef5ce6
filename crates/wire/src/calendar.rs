//! The calendar beyond one day: ranges, lists, checks before saving, one-line booking.

use adelante_base::{
    AppointmentId, ClientId, Day, GroupEventId, Money, ResourceId, ServiceId, StaffMemberId, Timestamp,
};

use crate::{
    AppointmentStatus, BlockPart, BookLine, ClientRow, ConflictKind, DayView, PaymentStatus, Slot, TimeOffKind,
    ValueSource,
};

crate::dto! {
    /// Asks for several days.
    pub struct GetDays {
        /// From this date …
        pub from_day: Day,
        /// … for so many days, 1–7.
        pub days: u8,
    }

    /// Several days of the calendar.
    pub struct DaysView {
        /// Each day, as `get_day` gives it.
        pub days: Vec<DayView>,
    }

    /// Asks for a month at a glance.
    pub struct GetMonth {
        /// From this date …
        pub from_day: Day,
        /// … for so many days, 1–42.
        pub days: u8,
        /// Of one staff member only.
        #[serde(default)]
        pub staff_id: Option<StaffMemberId>,
    }

    /// A month at a glance.
    pub struct MonthView {
        /// Each day.
        pub days: Vec<MonthDay>,
    }

    /// A day at a glance.
    pub struct MonthDay {
        /// The date.
        pub day: Day,
        /// Visits that are not cancelled.
        pub visits: u32,
        /// Of them over and not paid.
        pub due: u32,
        /// Worked minutes of everybody.
        pub work_min: u32,
        /// Booked minutes.
        pub booked_min: u32,
        /// People who work.
        pub staff: u16,
        /// The first few visits: start, client, service.
        pub first: Vec<MonthVisit>,
    }

    /// A visit in a month's cell.
    pub struct MonthVisit {
        /// Which.
        pub appointment_id: AppointmentId,
        /// Start.
        pub start_min: u16,
        /// Client's name, or empty.
        pub client: String,
        /// Where it stands.
        pub status: AppointmentStatus,
    }

    /// A time off or blocked time on a day's column.
    pub struct DayOff {
        /// Which.
        pub time_off_id: adelante_base::TimeOffId,
        /// Whose; `None`: the whole salon.
        pub staff_id: Option<StaffMemberId>,
        /// First minute on this day.
        pub start_min: u16,
        /// End on this day.
        pub end_min: u16,
        /// Why.
        pub kind: TimeOffKind,
        /// A word about it.
        pub note: String,
    }

    /// A time held for somebody of the waitlist.
    pub struct DayHold {
        /// For which wish.
        pub entry_id: adelante_base::WaitlistEntryId,
        /// With whom.
        pub staff_id: StaffMemberId,
        /// Start.
        pub start_min: u16,
        /// End.
        pub end_min: u16,
        /// For whom.
        pub client: String,
        /// Until when.
        pub until: Timestamp,
    }

    /// A group appointment on a day's column.
    pub struct DayGroup {
        /// Which.
        pub group_id: GroupEventId,
        /// With whom.
        pub staff_id: StaffMemberId,
        /// Service.
        pub service_id: ServiceId,
        /// Title: its own, else the service's name.
        pub title: String,
        /// Start.
        pub start_min: u16,
        /// Length.
        pub duration_min: u16,
        /// Places.
        pub places: u16,
        /// Taken places.
        pub taken: u16,
    }

    /// Asks for visits with filters (B1).
    pub struct ListAppointments {
        /// From this date …
        pub from_day: Day,
        /// … to this date, inclusive; at most 3 years.
        pub to_day: Day,
        /// With this staff member.
        #[serde(default)]
        pub staff_id: Option<StaffMemberId>,
        /// Of this client.
        #[serde(default)]
        pub client_id: Option<ClientId>,
        /// With this service.
        #[serde(default)]
        pub service_id: Option<ServiceId>,
        /// In one of these statuses; empty: any.
        #[serde(default)]
        pub statuses: Vec<AppointmentStatus>,
        /// Paid so; empty: any.
        #[serde(default)]
        pub payment_statuses: Vec<PaymentStatus>,
        /// Only those on the call list.
        #[serde(default)]
        pub to_call: bool,
        /// Latest first.
        #[serde(default)]
        pub descending: bool,
        /// At most so many, 1–500.
        pub limit: u16,
        /// After so many.
        #[serde(default)]
        pub offset: u32,
    }

    /// Visits of a list.
    pub struct AppointmentList {
        /// Them.
        pub appointments: Vec<AppointmentRow>,
        /// How many there are in all.
        pub total: u32,
    }

    /// A visit in a list.
    pub struct AppointmentRow {
        /// Which.
        pub appointment_id: AppointmentId,
        /// Whose.
        pub client_id: Option<ClientId>,
        /// Client's name, or empty.
        pub client: String,
        /// Client's main phone.
        pub phone: String,
        /// Date.
        pub day: Day,
        /// Start.
        pub start_min: u16,
        /// End of the last service.
        pub end_min: u16,
        /// Services by name.
        pub services: Vec<String>,
        /// Staff by name, without repeats.
        pub staff: Vec<String>,
        /// Where it stands.
        pub status: AppointmentStatus,
        /// Total.
        pub total_minor: Money,
        /// Paid.
        pub paid_minor: Money,
        /// How much is paid.
        pub payment_status: PaymentStatus,
        /// Source.
        pub source: String,
        /// Is to be called about a change.
        pub to_call: bool,
    }

    /// Asks what stands in the way of a booking, before it is saved.
    pub struct CheckBooking {
        /// The visit that is rewritten or moved.
        #[serde(default)]
        pub appointment_id: Option<AppointmentId>,
        /// Client, if known.
        #[serde(default)]
        pub client_id: Option<ClientId>,
        /// Date.
        pub day: Day,
        /// Start.
        pub start_min: u16,
        /// Services.
        pub lines: Vec<BookLine>,
        /// Into this group.
        #[serde(default)]
        pub group_id: Option<GroupEventId>,
    }

    /// What stands in the way, and what the visit would be.
    pub struct BookingChecked {
        /// Conflicts, line by line; empty: it can be booked.
        pub conflicts: Vec<Conflict>,
        /// The lines as they would stand.
        pub lines: Vec<CheckedLine>,
        /// End of the last service.
        pub end_min: u16,
        /// The total.
        pub total_minor: Money,
        /// Whether the person who asks may book in spite of the conflicts.
        pub may_override: bool,
        /// The nearest free times with the same people.
        pub alternatives: Vec<Slot>,
    }

    /// Something in the way of a booking.
    pub struct Conflict {
        /// What it is.
        pub kind: ConflictKind,
        /// Which line of the booking, from 0.
        pub line: u8,
        /// Staff member's name.
        pub staff: String,
        /// Name of the room or equipment, where it is one.
        pub resource: String,
        /// Name of the other client, where it is another visit.
        pub client: String,
        /// From which minute; equal to `to_min` where it has no time (a day off, a skill).
        pub from_min: u16,
        /// To which minute.
        pub to_min: u16,
    }

    /// A line as it would stand.
    pub struct CheckedLine {
        /// Start.
        pub start_min: u16,
        /// Length.
        pub duration_min: u16,
        /// Where the length comes from.
        pub duration_from: ValueSource,
        /// Price.
        pub price_minor: Money,
        /// Where the price comes from.
        pub price_from: ValueSource,
        /// List price.
        pub list_price_minor: Money,
    }

    /// A need of a service for a room or equipment.
    #[derive(Copy)]
    pub struct ServiceResource {
        /// Which.
        pub resource_id: ResourceId,
        /// During which part.
        pub part: BlockPart,
    }

    /// Asks what one line of text would book: 'anna tomorrow 14 manicure maria'.
    pub struct ParseBooking {
        /// The line, ≤ 200.
        pub text: String,
    }

    /// What a line of text would book; nothing is saved.
    pub struct ParsedBooking {
        /// The date, if one was named.
        pub day: Option<Day>,
        /// The start, if one was named.
        pub start_min: Option<u16>,
        /// Services.
        pub service_ids: Vec<ServiceId>,
        /// Staff member.
        pub staff_id: Option<StaffMemberId>,
        /// What was taken for the client's name or phone.
        pub client_text: String,
        /// Clients that fit it, best first.
        pub clients: Vec<ClientRow>,
        /// Words that could mean several things.
        pub unsure: Vec<String>,
        /// The best free times for it (with the named time first, where it is free).
        pub slots: Vec<Slot>,
        /// Whether the named time itself is free.
        pub free: bool,
    }
}
