//! Visits that cannot stay, or may be lost: a sick day (B7), the call list, the risk (I3).

use adelante_base::{AppointmentId, Day, Money, StaffMemberId};

use crate::{AppointmentStatus, RiskFactor, Slot, TimeOffFields};

crate::dto! {
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
        /// What would be lost: the sum of its services.
        pub total_minor: Money,
        /// The desk has looked at it and lets it be.
        pub ignored: bool,
        /// Risk, 0–100.
        pub percent: u8,
        /// What makes it so, heaviest first.
        pub factors: Vec<RiskWeight>,
        /// What is not known.
        pub unknown: Vec<RiskFactor>,
    }

    /// Lets a visit at risk be, or looks after it again. All of the salon's PCs see it.
    pub struct SetRiskIgnored {
        /// Which.
        pub appointment_id: AppointmentId,
        /// Is let be.
        pub ignored: bool,
    }

    /// A factor of the risk.
    #[derive(Copy)]
    pub struct RiskWeight {
        /// Which.
        pub factor: RiskFactor,
        /// Its weight in percent points.
        pub points: i8,
    }
}
