//! Words that begin with a digit: 14, 14:30, 1430, 2pm, 14.11, 14-го.

use super::lexicon::{HOUR, is_any};
use crate::waitlist::PartOfDay;

/// What a word that begins with a digit says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Number {
    /// One or two digits: an hour, a date, a count.
    Bare(Hour),
    /// One or two digits and what makes them an hour: 14ч, 14-ке.
    Hour(Hour),
    /// An hour with its minutes.
    Clock(Hour, u16),
    /// Two numbers with a dot: a date or a time.
    Dotted {
        /// The date.
        date: u32,
        /// The month, not yet known to exist.
        month: u32,
        /// The hour and minutes, where it can be a time.
        clock: Option<(Hour, u16)>,
    },
    /// A date with a slash or with its year; the year is `None` where it is not said.
    Date(u32, u32, Option<i32>),
    /// 14-го, 14th.
    DayOfMonth(u32),
}

/// A number that may be an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hour {
    /// The number.
    pub number: u16,
    /// Says which half of the day it is in: 07 is the morning, and so is 7am.
    pub is_exact: bool,
}

/// A half of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HalfDay {
    /// am
    Before,
    /// pm
    After,
}

impl Hour {
    /// The hour it means, 0–23: 1 to 7 are hours of the afternoon, others stand as they are; 0
    /// alone is none.
    pub(super) fn of_day(self) -> Option<u16> {
        let shift = if (1..=7).contains(&self.number) && !self.is_exact { 12 } else { 0 };
        (self.number <= 23 && (self.number > 0 || self.is_exact)).then_some(self.number + shift)
    }

    /// The hour it means in a part of the day: 'в 9 вечера'.
    pub(super) fn in_part(self, part: PartOfDay) -> Option<u16> {
        let later = match part {
            PartOfDay::Any | PartOfDay::Morning => false,
            PartOfDay::Afternoon => (1..=7).contains(&self.number),
            PartOfDay::Evening => (1..=11).contains(&self.number),
        };
        (self.number <= 23).then_some(self.number + if later { 12 } else { 0 })
    }

    /// The hour it means with am or pm.
    pub(super) fn with_half(self, half: HalfDay) -> Option<Self> {
        let shift = if half == HalfDay::After { 12 } else { 0 };
        (1..=12).contains(&self.number).then_some(Self { number: self.number % 12 + shift, is_exact: true })
    }
}

/// Reads 'am' and 'pm'.
pub(super) fn half_day(word: &str) -> Option<HalfDay> {
    let lists = [(HalfDay::Before, "am a.m"), (HalfDay::After, "pm p.m")];
    lists.into_iter().find(|(_, list)| is_any(word, list)).map(|(half, _)| half)
}

/// Reads a word that begins with a digit.
pub(super) fn read(word: &str) -> Option<Number> {
    let is_body = |c: char| c.is_ascii_digit() || ":.,/-".contains(c);
    let (body, tail) = word.split_at(word.find(|c| !is_body(c)).unwrap_or(word.len()));
    let body = body.trim_end_matches(['-', '.', ',', ':', '/']);
    let sign = body.chars().find(|c| !c.is_ascii_digit());
    let parts: Vec<&str> = body.split(|c: char| !c.is_ascii_digit()).collect();
    match (parts.as_slice(), sign) {
        ([number], None) => single(number, tail),
        ([first, second], Some(sign)) => pair(first, second, sign, tail),
        ([first, second, third], Some(_)) if tail.is_empty() => whole_date(first, second, third),
        _ => None,
    }
}

/// Four digits that can be a year somebody books for.
pub(super) fn year(word: &str) -> Option<i32> {
    let is_year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|year| is_year && (2000..2100).contains(year))
}

fn single(number: &str, tail: &str) -> Option<Number> {
    if number.len() > 2 {
        let (hours, minutes) = number.split_at_checked(number.len() - 2)?;
        let (hour, minutes) = clock(hours, minutes).filter(|(_, minutes)| minutes % 5 == 0 && tail.is_empty())?;
        return Some(Number::Clock(hour, minutes));
    }
    let hour = Hour { number: number.parse().ok()?, is_exact: number.starts_with('0') };
    if tail.is_empty() {
        return Some(Number::Bare(hour));
    }
    if let Some(half) = half_day(tail) {
        return hour.with_half(half).map(|hour| Number::Clock(hour, 0));
    }
    if let Some((hour, minutes)) = tail.strip_prefix(['ч', 'h']).and_then(|minutes| clock(number, minutes)) {
        return Some(Number::Clock(hour, minutes));
    }
    if is_any(tail, HOUR) || is_case(tail) {
        return Some(Number::Hour(hour));
    }
    is_any(tail, "го ого е й th st nd rd").then_some(Number::DayOfMonth(u32::from(hour.number)))
}

fn pair(first: &str, second: &str, sign: char, tail: &str) -> Option<Number> {
    let clock = clock(first, second);
    if let Some(half) = half_day(tail) {
        let (hour, minutes) = clock?;
        return hour.with_half(half).map(|hour| Number::Clock(hour, minutes));
    }
    if !tail.is_empty() && !is_case(tail) {
        return None;
    }
    let (date, month) = (first.parse().ok()?, second.parse().ok()?);
    match (sign, clock) {
        (':', Some((hour, minutes))) => Some(Number::Clock(hour, minutes)),
        ('-', Some((hour, minutes))) if minutes % 5 == 0 => Some(Number::Clock(hour, minutes)),
        ('/', _) if month > 12 => Some(Number::Date(month, date, None)),
        ('/', _) => Some(Number::Date(date, month, None)),
        ('.' | ',', clock) => Some(Number::Dotted { date, month, clock }),
        _ => None,
    }
}

/// 14.11.2026, 14.11.26 or 2026-11-14.
fn whole_date(first: &str, second: &str, third: &str) -> Option<Number> {
    let month = second.parse().ok()?;
    if first.len() == 4 {
        return Some(Number::Date(third.parse().ok()?, month, year(first)));
    }
    let year = if third.len() == 2 { year(&format!("20{third}")) } else { year(third) }?;
    Some(Number::Date(first.parse().ok()?, month, Some(year)))
}

/// An hour of the day and two digits of minutes.
fn clock(hours: &str, minutes: &str) -> Option<(Hour, u16)> {
    let hour = Hour { number: hours.parse().ok()?, is_exact: hours.starts_with('0') };
    let minutes = minutes.parse().ok().filter(|parsed: &u16| minutes.len() == 2 && *parsed < 60)?;
    (hours.len() <= 2 && hour.number <= 23).then_some((hour, minutes))
}

/// Kazakh cases of a number: 14-те, 14:00-ге.
fn is_case(tail: &str) -> bool {
    is_any(tail, "те де ге ке та да ға қа га ка")
}
