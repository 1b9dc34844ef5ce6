//! Recurring visits (B15) and group appointments.

use adelante_base::{AppointmentId, ClientId, Day, GroupEventId, SeriesId, ServiceId, StaffMemberId};

use crate::{BookAppointment, CheckBooking, Conflict, Slot};

crate::dto! {
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
}
