//! Who works when: patterns of shifts, single dates, time off; rooms and equipment.

use adelante_base::{Day, Money, ResourceId, ServiceId, ShiftPatternId, StaffMemberId, TimeOffId};

use crate::{HoursSource, TimeOffKind, ValueSource};

crate::dto! {
    /// Minutes of a day, half-open.
    #[derive(Copy)]
    pub struct MinuteSpan {
        /// First minute after midnight.
        pub start_min: u16,
        /// First minute that no longer belongs to it, ≤ 1440.
        pub end_min: u16,
    }

    /// The hours of a worked day.
    pub struct DayHours {
        /// Start, minutes after midnight.
        pub start_min: u16,
        /// End, ≤ 1440. A shift past midnight is entered as two days.
        pub end_min: u16,
        /// Breaks, in order, 0–4.
        #[serde(default)]
        pub breaks: Vec<MinuteSpan>,
    }

    /// Asks who works when.
    pub struct GetSchedule {
        /// From this date …
        pub from_day: Day,
        /// … for so many days, 1–62.
        pub days: u8,
        /// Whose; `None`: everybody in the calendar.
        #[serde(default)]
        pub staff_id: Option<StaffMemberId>,
    }

    /// Who works when.
    pub struct Schedule {
        /// Everybody asked for, in the calendar's order.
        pub staff: Vec<StaffSchedule>,
        /// Time off that touches the asked days.
        pub time_off: Vec<TimeOff>,
    }

    /// One person's schedule.
    pub struct StaffSchedule {
        /// Who.
        pub staff_id: StaffMemberId,
        /// Name.
        pub name: String,
        /// Each asked day, in order.
        pub days: Vec<ScheduleDay>,
        /// Patterns that are in force now or later, oldest first.
        pub patterns: Vec<ShiftPattern>,
        /// Last day of a pattern after which nothing is planned; warn before it comes.
        pub runs_out: Option<Day>,
        /// May the person who asks change it.
        pub may_write: bool,
    }

    /// One person's day.
    pub struct ScheduleDay {
        /// The date.
        pub day: Day,
        /// Minutes worked, after breaks and time off.
        pub work: Vec<MinuteSpan>,
        /// The hours before time off; `None`: not a working day.
        pub hours: Option<DayHours>,
        /// Where they come from.
        pub source: HoursSource,
        /// Booked minutes.
        pub booked_min: u16,
    }

    /// A repeating pattern of shifts.
    pub struct ShiftPattern {
        /// Which.
        pub pattern_id: ShiftPatternId,
        /// First day.
        pub from_day: Day,
        /// Last day; `None`: until another begins.
        pub until_day: Option<Day>,
        /// The days that repeat, 1–28; `None`: off.
        pub days: Vec<Option<DayHours>>,
    }

    /// Sets a repeating pattern of shifts from a date on; it takes the place of the weekly hours.
    pub struct SetShiftPattern {
        /// Whose.
        pub staff_id: StaffMemberId,
        /// First day: the first of `days` stands on it.
        pub from_day: Day,
        /// Last day; `None`: until another begins.
        #[serde(default)]
        pub until_day: Option<Day>,
        /// 1–28 days that repeat; `None`: off. Two on, two off: four days. Alternating weeks: 14.
        pub days: Vec<Option<DayHours>>,
    }

    /// Takes a pattern out.
    pub struct RetireShiftPattern {
        /// Which.
        pub pattern_id: ShiftPatternId,
    }

    /// Sets the hours of single dates (painting a month, copying a week).
    pub struct SetScheduleDays {
        /// 1–400 of them.
        pub days: Vec<DaySetting>,
    }

    /// The hours of one date.
    pub struct DaySetting {
        /// Whose.
        pub staff_id: StaffMemberId,
        /// The date.
        pub day: Day,
        /// The hours; `None`: off.
        pub hours: Option<DayHours>,
        /// Takes the date's own hours away: pattern or weekly hours count again.
        #[serde(default)]
        pub usual: bool,
    }

    /// What can be written of a time off or a blocked time.
    pub struct TimeOffFields {
        /// Whose; `None`: the whole salon is closed.
        pub staff_id: Option<StaffMemberId>,
        /// From this date …
        pub from_day: Day,
        /// … and minute …
        pub from_min: u16,
        /// … to this date …
        pub to_day: Day,
        /// … and minute, ≤ 1440.
        pub to_min: u16,
        /// Why.
        pub kind: TimeOffKind,
        /// A word about it, ≤ 200.
        #[serde(default)]
        pub note: String,
    }

    /// A time off.
    pub struct TimeOff {
        /// Which.
        pub time_off_id: TimeOffId,
        /// The fields.
        pub time_off: TimeOffFields,
    }

    /// Blocks time or gives time off. Visits that stand there stay; see `plan_absence`.
    pub struct AddTimeOff {
        /// The time off.
        pub time_off: TimeOffFields,
    }

    /// The new time off.
    pub struct TimeOffAdded {
        /// Which.
        pub time_off_id: TimeOffId,
        /// Visits that stand in it.
        pub affected: u32,
    }

    /// Changes a time off: whose, when, why.
    pub struct UpdateTimeOff {
        /// Which.
        pub time_off_id: TimeOffId,
        /// As it shall be.
        pub time_off: TimeOffFields,
    }

    /// The changed time off.
    pub struct TimeOffUpdated {
        /// Visits that stand in it now.
        pub affected: u32,
    }

    /// Takes a time off out.
    pub struct RetireTimeOff {
        /// Which.
        pub time_off_id: TimeOffId,
    }

    /// Asks for rooms and equipment.
    pub struct ListResources {}

    /// Rooms and equipment.
    pub struct ResourceList {
        /// Them, in order.
        pub resources: Vec<Resource>,
    }

    /// A room or a piece of equipment.
    pub struct Resource {
        /// Which.
        pub resource_id: ResourceId,
        /// Name, 1–100.
        pub name: String,
        /// How many visits can use it at once (three equal chairs: 3), 1–50.
        pub units: u16,
    }

    /// Adds a room or equipment, or changes it.
    pub struct SaveResource {
        /// Which; `None`: a new one.
        #[serde(default)]
        pub resource_id: Option<ResourceId>,
        /// Name, 1–100.
        pub name: String,
        /// How many visits can use it at once, 1–50.
        pub units: u16,
    }

    /// The saved room or equipment.
    pub struct ResourceSaved {
        /// Which.
        pub resource_id: ResourceId,
    }

    /// Takes a room or equipment out.
    pub struct RetireResource {
        /// Which.
        pub resource_id: ResourceId,
    }

    /// Sets the own price and length of a service with a staff member; both `None`: as the list.
    pub struct SetStaffOffer {
        /// Who.
        pub staff_id: StaffMemberId,
        /// Which service.
        pub service_id: ServiceId,
        /// Own price.
        pub price_minor: Option<Money>,
        /// Own length, 5–1440.
        pub duration_min: Option<u16>,
    }

    /// Asks for own prices and lengths.
    pub struct ListStaffOffers {
        /// Whose; `None`: everybody's.
        #[serde(default)]
        pub staff_id: Option<StaffMemberId>,
    }

    /// Own prices and lengths.
    pub struct StaffOfferList {
        /// Them.
        pub offers: Vec<StaffOffer>,
    }

    /// Own price and length of a service with a staff member.
    pub struct StaffOffer {
        /// Who.
        pub staff_id: StaffMemberId,
        /// Which service.
        pub service_id: ServiceId,
        /// Own price.
        pub price_minor: Option<Money>,
        /// Own length.
        pub duration_min: Option<u16>,
    }

    /// Asks what to propose for a service with a client and a staff member.
    pub struct SuggestLine {
        /// Client, if known.
        #[serde(default)]
        pub client_id: Option<adelante_base::ClientId>,
        /// Service.
        pub service_id: ServiceId,
        /// Staff member.
        pub staff_id: StaffMemberId,
    }

    /// What to propose for a service.
    pub struct LineSuggestion {
        /// Length.
        pub duration_min: u16,
        /// Where it comes from.
        pub duration_from: ValueSource,
        /// Price.
        pub price_minor: Money,
        /// Where it comes from.
        pub price_from: ValueSource,
        /// Median of the last three actual lengths with this client, where known: worth
        /// remembering.
        pub actual_min: Option<u16>,
    }

    /// Remembers length and price of a service for a client; both `None`: forgets.
    pub struct RememberForClient {
        /// Client.
        pub client_id: adelante_base::ClientId,
        /// Service.
        pub service_id: ServiceId,
        /// Length, 5–1440.
        pub duration_min: Option<u16>,
        /// Price.
        pub price_minor: Option<Money>,
    }

    /// Asks for the calendar's rules.
    pub struct GetCalendarRules {}

    /// The calendar's rules of this salon.
    pub struct CalendarRules {
        /// Starts are offered every so many minutes, 5–60.
        pub step_min: u16,
        /// Times that would leave a hole shorter than this are not offered, 0–120; 0: off.
        pub gap_min: u16,
        /// Staff may change their own schedule.
        pub own_schedule: bool,
        /// Answers to 'How did you hear about us', in order, 1–30; the first is the default.
        /// Empty: the product's own list in the user's language.
        pub sources: Vec<String>,
    }

    /// Changes the calendar's rules.
    pub struct SetCalendarRules {
        /// The rules as they shall be.
        pub rules: CalendarRules,
    }
}
