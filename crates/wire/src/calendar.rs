//! The calendar beyond one day: ranges, lists, checks before saving, series, groups, sick days.

use adelante_base::{
    AppointmentId, ClientId, Day, GroupEventId, Money, ResourceId, SeriesId, ServiceId, StaffMemberId, Timestamp,
};

use crate::{
    AppointmentStatus, BlockPart, BookAppointment, BookLine, ClientRow, ConflictKind, DayView, PaymentStatus,
    RiskFactor, Slot, TimeOffFields, TimeOffKind, ValueSource,
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

/// Which dates a visit repeats on.
pub struct Repeat {
    /// Every so many weeks, 1–12 …
    #[serde(default)]
    pub every_weeks: u8,
    /// … or months, 1–12; exactly one of the two is above 0.
    #[serde(default)]
    pub every_months: u8,
    /// How many visits in all, 2–52.
    pub count: u8,
}

/// Asks what a series of visits would look like.
pub struct PreviewSeries {
    /// The first visit.
    pub booking: CheckBooking,
    /// How it repeats.
    pub repeat: Repeat,
}

/// A series of visits, before it is saved.
pub struct SeriesPreview {
    /// Each date.
    pub dates: Vec<SeriesDate>,
}

/// One date of a series.
pub struct SeriesDate {
    /// The date.
    pub day: Day,
    /// Start.
    pub start_min: u16,
    /// What stands in the way; empty: free.
    pub conflicts: Vec<Conflict>,
    /// The nearest free time instead.
    pub alternative: Option<Slot>,
}

/// Books a series of visits in one action.
pub struct BookSeries {
    /// The visit that repeats; its date and start are those of the first.
    pub booking: BookAppointment,
    /// Date and start of each visit, 1–52.
    pub dates: Vec<BookDate>,
}

/// Date and start of a visit of a series.
#[derive(Copy)]
pub struct BookDate {
    /// The date.
    pub day: Day,
    /// Start.
    pub start_min: u16,
}

/// The booked series.
pub struct SeriesBooked {
    /// Which.
    pub series_id: SeriesId,
    /// Its visits, in order.
    pub appointment_ids: Vec<AppointmentId>,
    /// Whose.
    pub client_id: Option<ClientId>,
}

/// Makes or changes a group appointment: one time, several places.
pub struct SaveGroupEvent {
    /// Which; `None`: a new one.
    #[serde(default)]
    pub group_id: Option<GroupEventId>,
    /// Service.
    pub service_id: ServiceId,
    /// With whom.
    pub staff_id: StaffMemberId,
    /// Date.
    pub day: Day,
    /// Start.
    pub start_min: u16,
    /// Length; `None`: the service's.
    #[serde(default)]
    pub duration_min: Option<u16>,
    /// Places, 1–100.
    pub places: u16,
    /// Title, ≤ 100; empty: the service's name.
    #[serde(default)]
    pub title: String,
    /// As in booking.
    #[serde(default)]
    pub override_conflicts: bool,
}

/// The saved group appointment.
pub struct GroupEventSaved {
    /// Which.
    pub group_id: GroupEventId,
}

/// Takes a group appointment out; refused while visits are in it.
pub struct RetireGroupEvent {
    /// Which.
    pub group_id: GroupEventId,
}

/// Asks which visits an absence would hit and what could be done with each.
pub struct PlanAbsence {
    /// Who is away.
    pub staff_id: StaffMemberId,
    /// From this date …
    pub from_day: Day,
    /// … and minute …
    #[serde(default)]
    pub from_min: u16,
    /// … to this date …
    pub to_day: Day,
    /// … and minute, ≤ 1440.
    pub to_min: u16,
}

/// What an absence hits.
pub struct AbsencePlan {
    /// Each affected visit, by time.
    pub visits: Vec<AffectedVisit>,
}

/// A visit that cannot stay where it is.
pub struct AffectedVisit {
    /// Which.
    pub appointment_id: AppointmentId,
    /// Client's name.
    pub client: String,
    /// Client's main phone.
    pub phone: String,
    /// Date.
    pub day: Day,
    /// Start.
    pub start_min: u16,
    /// Services by name.
    pub services: Vec<String>,
    /// Other staff at the same time first, then the same staff later, then others.
    pub alternatives: Vec<Slot>,
}

/// Moves many visits, puts others on the call list and records the absence, in one action.
pub struct RearrangeAppointments {
    /// Moves, 0–200.
    #[serde(default)]
    pub moves: Vec<Rearrange>,
    /// Visits to call about, 0–200; they stay where they are.
    #[serde(default)]
    pub to_call: Vec<AppointmentId>,
    /// The absence.
    #[serde(default)]
    pub time_off: Option<TimeOffFields>,
}

/// One move.
pub struct Rearrange {
    /// Which visit.
    pub appointment_id: AppointmentId,
    /// New date.
    pub day: Day,
    /// New start.
    pub start_min: u16,
    /// Services of this staff member …
    pub from_staff_id: StaffMemberId,
    /// … go to this one.
    pub to_staff_id: StaffMemberId,
}

/// Puts a visit on the call list or takes it off.
pub struct SetToCall {
    /// Which.
    pub appointment_id: AppointmentId,
    /// Is to be called.
    pub to_call: bool,
}

/// Asks which coming visits may be lost (B11, I3).
pub struct ListAtRisk {
    /// From this date …
    pub from_day: Day,
    /// … for so many days, 1–31.
    pub days: u8,
}

/// Coming visits by risk.
pub struct AtRiskList {
    /// Highest risk first.
    pub visits: Vec<VisitAtRisk>,
}

/// A coming visit with its risk.
pub struct VisitAtRisk {
    /// Which.
    pub appointment_id: AppointmentId,
    /// Client's name.
    pub client: String,
    /// Client's main phone.
    pub phone: String,
    /// Date.
    pub day: Day,
    /// Start.
    pub start_min: u16,
    /// End.
    pub end_min: u16,
    /// With whom (first service).
    pub staff_id: StaffMemberId,
    /// Services by name.
    pub services: Vec<String>,
    /// Where it stands.
    pub status: AppointmentStatus,
    /// Risk, 0–100.
    pub percent: u8,
    /// What makes it so, heaviest first.
    pub factors: Vec<RiskWeight>,
    /// What is not known.
    pub unknown: Vec<RiskFactor>,
}

/// A factor of the risk.
#[derive(Copy)]
pub struct RiskWeight {
    /// Which.
    pub factor: RiskFactor,
    /// Its weight in percent points.
    pub points: i8,
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
}}
