//! Staff members and their weekly hours.

use adelante_base::{ServiceId, StaffMemberId};

use crate::Role;

crate::dto! {
    /// What can be written of a staff member.
    pub struct StaffFields {
        /// Name as shown in the calendar, 1–100 letters.
        pub name: String,
        /// Position, e.g. 'Colourist', ≤ 100.
        #[serde(default)]
        pub position: String,
        /// What the person may do.
        pub role: Role,
        /// Has a column in the calendar.
        pub in_calendar: bool,
        /// Colour of the avatar: index 0–11 of the palette.
        #[serde(default)]
        pub colour: u8,
        /// Phone, ≤ 40.
        #[serde(default)]
        pub phone: String,
        /// Services the person does; empty: all.
        #[serde(default)]
        pub services: Vec<ServiceId>,
        /// The person's own tax id, for fiscal receipts (54-FZ, tag 1203); ≤ 20.
        #[serde(default)]
        pub tax_id: String,
    }

    /// One weekday of a weekly schedule.
    #[derive(Copy)]
    pub struct WeekdayHours {
        /// 0 = Monday … 6 = Sunday.
        pub weekday: u8,
        /// Works that day.
        pub working: bool,
        /// Start, minutes after midnight.
        pub start_min: u16,
        /// End, minutes after midnight, ≤ 1440.
        pub end_min: u16,
        /// Break, minutes after midnight; equal where there is none.
        pub break_start_min: u16,
        /// End of the break.
        pub break_end_min: u16,
    }

    /// A staff member.
    pub struct StaffMember {
        /// Who.
        pub staff_id: StaffMemberId,
        /// The card.
        pub staff: StaffFields,
        /// Two letters for the avatar.
        pub initials: String,
        /// Weekly hours, Monday first, 7 entries.
        pub week: Vec<WeekdayHours>,
        /// Has a PIN on this device.
        pub has_pin: bool,
        /// No longer works here.
        pub retired: bool,
    }

    /// Asks for the staff.
    pub struct ListStaff {
        /// Include those who left.
        #[serde(default)]
        pub retired: bool,
    }

    /// The staff, in the calendar's order.
    pub struct StaffList {
        /// The people.
        pub staff: Vec<StaffMember>,
    }

    /// Adds a staff member, with the salon's hours.
    pub struct CreateStaffMember {
        /// The card.
        pub staff: StaffFields,
    }

    /// The new staff member.
    pub struct StaffMemberCreated {
        /// Who.
        pub staff_id: StaffMemberId,
    }

    /// Changes a staff member's card.
    pub struct UpdateStaffMember {
        /// Who.
        pub staff_id: StaffMemberId,
        /// The whole card as it shall be.
        pub staff: StaffFields,
    }

    /// The staff member leaves; history keeps the name.
    pub struct RetireStaffMember {
        /// Who.
        pub staff_id: StaffMemberId,
    }

    /// Sets the weekly hours.
    pub struct SetWorkHours {
        /// Whose.
        pub staff_id: StaffMemberId,
        /// Seven entries, Monday first.
        pub week: Vec<WeekdayHours>,
    }
}
