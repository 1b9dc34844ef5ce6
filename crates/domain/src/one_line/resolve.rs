//! Which of the days and times of a sentence is meant.

use adelante_base::Day;

use super::moment::{Now, Said, SaidDay, SaidTime, Strength};
use super::token::{Role, Token};
use super::{Meaning, Parsed, Unsure};
use crate::series::{on_weekday, year_month_date};

/// Something said, and from which word to before which.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spoken<T> {
    /// Its first word.
    pub from: usize,
    /// Behind its last word.
    pub to: usize,
    /// What it says.
    pub what: T,
}

impl<T> Spoken<T> {
    /// The words as typed.
    fn words(&self, tokens: &[Token]) -> String {
        let said = tokens.iter().take(self.to).skip(self.from);
        said.map(|token| token.raw.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// Decides on one time and one day; the others are shown as unsure.
pub(super) fn resolve(tokens: &mut [Token], now: Now, mut said: Said, parsed: &mut Parsed) {
    said.times.sort_by_key(|time| (std::cmp::Reverse(time.what.strength), time.from));
    said.days.sort_by_key(|day| day.from);
    take_time(tokens, &said, parsed);
    take_day(tokens, now, said.days, parsed);
    for length in said.lengths {
        parsed.unsure.push(Unsure { word: length.words(tokens), candidates: Vec::new() });
    }
}

/// The surest time, of equals the first. Numbers alone that are not the time are given back:
/// they may be the end of a phone number.
fn take_time(tokens: &mut [Token], said: &Said, parsed: &mut Parsed) {
    let mut times = said.times.iter();
    let taken = times.next();
    parsed.start_min = taken.map(|time| start(&time.what, said));
    parsed.part = said.part.filter(|_| taken.is_none());
    for other in times {
        if other.what.strength == Strength::Bare {
            let words = tokens.iter_mut().take(other.to).skip(other.from);
            words.for_each(|token| token.role = Role::Free);
        } else if Some(other.what.start_min) != parsed.start_min {
            let candidates = vec![Meaning::Time(other.what.start_min)];
            parsed.unsure.push(Unsure { word: other.words(tokens), candidates });
        }
    }
}

/// 'Утром в 7': a part of the day elsewhere in the sentence decides about a bare hour.
fn start(time: &SaidTime, said: &Said) -> u16 {
    let in_part = said.part.zip(time.open_hour).and_then(|(part, hour)| hour.in_part(part));
    in_part.map_or(time.start_min, |hour| hour * 60 + time.start_min % 60)
}

fn take_day(tokens: &[Token], now: Now, mut days: Vec<Spoken<SaidDay>>, parsed: &mut Parsed) {
    if let Some((weeks, weekday)) = week_and_weekday(&days) {
        let in_week = now.today.plus_days(7 * i64::from(weeks));
        let monday = in_week.plus_days(-i64::from(in_week.weekday()));
        parsed.day = Some(on_weekday(monday, weekday));
        days.retain(|day| !matches!(day.what, SaidDay::Weeks(_) | SaidDay::NextWeek | SaidDay::Weekday(_)));
    }
    // A weekday beside a date only says it again.
    days.sort_by_key(|day| matches!(day.what, SaidDay::Weekday(_)));
    for day in days {
        let candidates = candidates(day.what, now, parsed.start_min);
        let found = candidates.first().copied();
        let says_again = match (parsed.day, day.what) {
            (Some(taken), SaidDay::Weekday(weekday)) => taken.weekday() == weekday,
            (taken, _) => taken.is_some() && taken == found,
        };
        let is_taken = parsed.day.is_none() && found.is_some();
        if is_taken {
            parsed.day = found;
        }
        if !says_again && (!is_taken || candidates.len() > 1) {
            let candidates = candidates.into_iter().map(Meaning::Day).collect();
            parsed.unsure.push(Unsure { word: day.words(tokens), candidates });
        }
    }
}

/// 'Через неделю в пятницу'.
fn week_and_weekday(days: &[Spoken<SaidDay>]) -> Option<(u16, u8)> {
    let weeks = days.iter().find_map(|day| match day.what {
        SaidDay::Weeks(weeks) => Some(weeks),
        SaidDay::NextWeek => Some(1),
        _ => None,
    })?;
    let weekday = days.iter().find_map(|day| match day.what {
        SaidDay::Weekday(weekday) => Some(weekday),
        _ => None,
    })?;
    Some((weeks, weekday))
}

/// The days that may be meant, the likeliest first; none where there is no such day.
fn candidates(said: SaidDay, now: Now, start_min: Option<u16>) -> Vec<Day> {
    let today = now.today;
    match said {
        SaidDay::On(day) => vec![day],
        SaidDay::Weeks(weeks) => vec![today.plus_days(7 * i64::from(weeks))],
        SaidDay::NextWeek => {
            let monday = on_weekday(today.plus_days(1), 0);
            vec![today.plus_days(7), monday]
        }
        SaidDay::Date(date, month, Some(year)) => Day::new(year, month, date).into_iter().collect(),
        SaidDay::Date(date, month, None) => next_date(today, month, date).into_iter().collect(),
        SaidDay::DayOfMonth(date) => next_day_of_month(today, date).into_iter().collect(),
        SaidDay::Weekday(weekday) => next_weekday(now, weekday, start_min),
        SaidDay::NextWeekday(weekday) => {
            let monday = on_weekday(today.plus_days(1), 0);
            let (in_next_week, coming) = (on_weekday(monday, weekday), on_weekday(today.plus_days(1), weekday));
            if coming == in_next_week { vec![coming] } else { vec![in_next_week, coming] }
        }
    }
}

/// The next such weekday. Today is one where the time is still to come; where no time is said,
/// the one in a week is likelier (today would be called today), and both may be meant.
fn next_weekday(now: Now, weekday: u8, start_min: Option<u16>) -> Vec<Day> {
    let next = on_weekday(now.today.plus_days(1), weekday);
    if now.today.weekday() != weekday {
        return vec![next];
    }
    match start_min {
        Some(start_min) if start_min > now.now_min => vec![now.today],
        Some(_) => vec![next],
        None => vec![next, now.today],
    }
}

/// The next such date, today counted; the 29th of February may be eight years away.
fn next_date(today: Day, month: u32, date: u32) -> Option<Day> {
    let (year, ..) = year_month_date(today)?;
    (year..=year.saturating_add(8)).filter_map(|year| Day::new(year, month, date)).find(|day| *day >= today)
}

/// The next day with this date, today counted.
fn next_day_of_month(today: Day, date: u32) -> Option<Day> {
    let (year, month, _) = year_month_date(today)?;
    let months = (month..=12).map(|month| (year, month)).chain((1..=12).map(|month| (year.saturating_add(1), month)));
    months.filter_map(|(year, month)| Day::new(year, month, date)).find(|day| *day >= today)
}
