//! Three kinds of time that are never mixed up: [`Timestamp`] for what happened, [`Day`] for
//! dates (the calendar's and the salon's business day), [`LocalSlot`] for appointments.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, TimeZone, Timelike};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// A moment in UTC, in milliseconds since 1970. For what happened.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "wire", ts(type = "number"))]
#[serde(transparent)]
pub struct Timestamp(i64);

impl Timestamp {
    /// The moment `millis` milliseconds after 1970-01-01 UTC.
    #[must_use]
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since 1970-01-01 UTC.
    #[must_use]
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// The moment `seconds` later (earlier where negative).
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000)))
    }

    /// Date and minute of the day on the wall clock of `zone`.
    #[must_use]
    pub fn local(self, zone: Tz) -> (Day, u16) {
        let utc = DateTime::from_timestamp_millis(self.0).unwrap_or_default();
        let wall = utc.with_timezone(&zone).naive_local();
        let minute = u16::try_from(wall.hour() * 60 + wall.minute()).unwrap_or(0);
        (Day(wall.date()), minute)
    }

    /// The salon's business day of this moment: until `closing_min` minutes after midnight a
    /// moment still belongs to the day before (a bar-like salon that closes at 02:00).
    #[must_use]
    pub fn business_day(self, zone: Tz, closing_min: u16) -> Day {
        let (day, minute) = self.local(zone);
        if minute < closing_min { day.plus_days(-1) } else { day }
    }
}

/// A date on the wall calendar. As a *business day* it is stored with money facts and never
/// recomputed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
#[cfg_attr(feature = "wire", ts(type = "string"), schemars(transparent))]
pub struct Day(#[cfg_attr(feature = "wire", schemars(with = "String"))] NaiveDate);

impl Day {
    /// The date, `None` where there is no such day.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// The date as chrono has it.
    #[must_use]
    pub const fn date(self) -> NaiveDate {
        self.0
    }

    /// So many days later (earlier where negative); stays where the calendar ends.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let moved = if days < 0 {
            self.0.checked_sub_days(Days::new(days.unsigned_abs()))
        } else {
            self.0.checked_add_days(Days::new(days.unsigned_abs()))
        };
        Self(moved.unwrap_or(self.0))
    }

    /// The same day so many months later; the last of that month where it has no such day. Stays
    /// where the calendar ends.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        Self(self.0.checked_add_months(Months::new(months)).unwrap_or(self.0))
    }

    /// The last day of its month.
    #[must_use]
    pub fn month_end(self) -> Self {
        let (year, month) = (self.0.year(), self.0.month());
        let next = if month == 12 { Self::new(year + 1, 1, 1) } else { Self::new(year, month + 1, 1) };
        next.map_or(self, |first| first.plus_days(-1))
    }

    /// The first day of its month.
    #[must_use]
    pub fn month_began(self) -> Self {
        Self(self.0.with_day(1).unwrap_or(self.0))
    }

    /// Days from `earlier` to this one.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_days()
    }

    /// First day of its month.
    #[must_use]
    pub fn first_of_month(self) -> Self {
        self.plus_days(-i64::from(self.0.day0()))
    }

    /// Weekday, 0 = Monday … 6 = Sunday.
    #[must_use]
    pub fn weekday(self) -> u8 {
        u8::try_from(self.0.weekday().num_days_from_monday()).unwrap_or(0)
    }

    /// The first moment of this day at `minute` of its wall clock in `zone`. Where the clock
    /// jumps over that time, the moment the jump ends; where it comes twice, the first.
    #[must_use]
    pub fn at(self, minute: u16, zone: Tz) -> Timestamp {
        let base = self.plus_days(i64::from(minute / 1440));
        let minute = u32::from(minute % 1440);
        let mut wall = base.0.and_time(NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap_or(NaiveTime::MIN));
        for _ in 0..=180 {
            if let Some(moment) = zone.from_local_datetime(&wall).earliest() {
                return Timestamp(moment.timestamp_millis());
            }
            wall += chrono::TimeDelta::minutes(1);
        }
        Timestamp(wall.and_utc().timestamp_millis())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text is not a date of the form 2026-11-21.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date: it must look like 2026-11-21")]
pub struct NotADay;

impl FromStr for Day {
    type Err = NotADay;
    fn from_str(text: &str) -> Result<Self, NotADay> {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").map(Self).map_err(|_| NotADay)
    }
}

impl Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// When an appointment is, as the people say it: a date, minutes after its midnight on the
/// salon's wall clock, and how long. A later change of zone rules does not move it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LocalSlot {
    /// The date it starts on.
    pub day: Day,
    /// Start, minutes after midnight of `day`, 0–1439.
    pub start_min: u16,
    /// Length in minutes, at least 1.
    pub duration_min: u16,
}

impl LocalSlot {
    /// Minutes after midnight of `day` at which it ends; beyond 1440 it ends the day after.
    #[must_use]
    pub const fn end_min(self) -> u16 {
        self.start_min.saturating_add(self.duration_min)
    }

    /// Whether two slots share a minute (half-open: 10:00–11:00 and 11:00–12:00 do not).
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        let shift = other.day.days_since(self.day) * 1440;
        let (start, end) = (i64::from(other.start_min) + shift, i64::from(other.end_min()) + shift);
        i64::from(self.start_min) < end && start < i64::from(self.end_min())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_sale_after_midnight_belongs_to_the_evening_before() {
        let zone = chrono_tz::Asia::Almaty;
        let night = day("2026-11-22").at(90, zone);
        assert_eq!(night.business_day(zone, 180), day("2026-11-21"));
        assert_eq!(night.business_day(zone, 0), day("2026-11-22"));
    }

    #[test]
    fn a_month_later_is_the_same_day_or_the_months_last() {
        assert_eq!(day("2026-01-31").plus_months(1), day("2026-02-28"));
        assert_eq!(day("2026-01-31").plus_months(2), day("2026-03-31"));
        assert_eq!(day("2026-11-21").plus_months(3), day("2027-02-21"));
    }

    #[test]
    fn a_time_that_the_clock_jumps_over_is_the_moment_after_the_jump() {
        let zone = chrono_tz::Europe::Kyiv;
        let jump = day("2026-03-29").at(3 * 60 + 30, zone);
        assert_eq!(jump.local(zone), (day("2026-03-29"), 4 * 60));
        let twice = day("2026-10-25").at(3 * 60 + 30, zone);
        assert_eq!(twice.plus_seconds(3_600).local(zone), (day("2026-10-25"), 3 * 60 + 30));
    }

    #[test]
    fn slots_are_half_open_and_may_cross_midnight() {
        let slot = |d: &str, start_min, duration_min| LocalSlot { day: day(d), start_min, duration_min };
        assert!(!slot("2026-11-21", 600, 60).overlaps(slot("2026-11-21", 660, 60)));
        assert!(slot("2026-11-21", 600, 61).overlaps(slot("2026-11-21", 660, 60)));
        assert!(slot("2026-11-21", 1400, 120).overlaps(slot("2026-11-22", 60, 30)));
        assert!(!slot("2026-11-21", 1400, 100).overlaps(slot("2026-11-22", 60, 30)));
    }

    #[test]
    fn weekdays_begin_on_monday() {
        assert_eq!(day("2026-11-21").weekday(), 5);
        assert_eq!(serde_json::to_string(&day("2026-11-21")).unwrap(), "\"2026-11-21\"");
        assert!("2026-02-30".parse::<Day>().is_err());
    }
}
