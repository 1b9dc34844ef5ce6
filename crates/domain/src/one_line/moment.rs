//! Days and times of a sentence.
//!
//! Salons write a time as 14, 14:00, 14.30, 14-30, 1400 or 2pm, and a date as 14.11. So a dot
//! is a date where that date exists (14.30 is a time: there is no month 30), unless 'в', 'о' or
//! 'at' stands before it, or the sentence has another day and no time. A number alone is an
//! hour, 1 to 7 in the afternoon; so are 2:30 and 230, while 02:30 is at night.

use adelante_base::Day;

use super::lexicon::{self, Unit, is_any};
use super::number::{self, Hour, Number};
use super::resolve;
use super::token::{Role, Token};
use super::{Parsed, resolve::Spoken};
use crate::series::plus_months;
use crate::waitlist::PartOfDay;

/// When the sentence is typed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Now {
    /// The day.
    pub today: Day,
    /// Minutes after midnight.
    pub now_min: u16,
}

/// A day as it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SaidDay {
    /// This day.
    On(Day),
    /// A date with or without its year, which may not exist.
    Date(u32, u32, Option<i32>),
    /// 14-го: the next such date.
    DayOfMonth(u32),
    /// A weekday, 0 = Monday.
    Weekday(u8),
    /// That weekday of the next week.
    NextWeekday(u8),
    /// So many weeks on; with a weekday, that day of the week.
    Weeks(u16),
    /// The next week, not yet which day of it.
    NextWeek,
}

/// A time as it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SaidTime {
    /// Minutes after midnight.
    pub start_min: u16,
    /// The hour as said, where nothing beside it says which half of the day it is in.
    pub open_hour: Option<Hour>,
    /// How sure it is a time.
    pub strength: Strength,
}

/// How sure it is that a number is a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// A number alone.
    Bare,
    /// A word beside it says so.
    Marked,
    /// It is written as one.
    Written,
}

/// All that a sentence says about when.
#[derive(Default)]
pub(super) struct Said {
    /// Its days, in no order.
    pub days: Vec<Spoken<SaidDay>>,
    /// Its times, in no order.
    pub times: Vec<Spoken<SaidTime>>,
    /// A part of the day that stands alone.
    pub part: Option<PartOfDay>,
    /// What says something that a sentence cannot: a length.
    pub lengths: Vec<Spoken<()>>,
}

/// Looks for one kind of day or time at one word.
type Finder = fn(&mut [Token], usize, Now, &mut Said);

/// Takes days and times out of the sentence.
pub(super) fn take(tokens: &mut [Token], now: Now, parsed: &mut Parsed) {
    let mut said = Said::default();
    let finders: [Finder; 7] = [dates_with_month, distances, named_days, dates_of_month, clocks, dotted, parts];
    for find in finders {
        for at in 0..tokens.len() {
            if tokens.get(at).is_some_and(Token::is_free) {
                find(tokens, at, now, &mut said);
            }
        }
    }
    resolve::resolve(tokens, now, said, parsed);
}

/// A word that nothing was made of yet.
fn free(tokens: &[Token], at: Option<usize>) -> Option<&str> {
    at.and_then(|at| tokens.get(at)).filter(|token| token.is_free()).map(|token| token.lower.as_str())
}

/// Whether the word at this place is on a list and not used.
fn is(tokens: &[Token], at: Option<usize>, list: &str) -> bool {
    free(tokens, at).is_some_and(|word| is_any(word, list))
}

/// The number at this place, where it is not used.
fn number_at(tokens: &[Token], at: Option<usize>) -> Option<Number> {
    free(tokens, at).and_then(number::read)
}

impl Said {
    fn day(&mut self, tokens: &mut [Token], (from, to): (usize, usize), what: SaidDay) {
        mark(tokens, (from, to), Role::Day);
        self.days.push(Spoken { from, to, what });
    }

    /// So many minutes from now.
    fn soon(&mut self, tokens: &mut [Token], words: (usize, usize), now: Now, minutes: u32) {
        let start = u32::from(now.now_min) + minutes;
        let start_min = u16::try_from(start % 1440).unwrap_or(0);
        self.day(tokens, words, SaidDay::On(now.today.plus_days(i64::from(start / 1440))));
        self.time(tokens, words, SaidTime { start_min, open_hour: None, strength: Strength::Written });
    }

    fn time(&mut self, tokens: &mut [Token], (from, to): (usize, usize), what: SaidTime) {
        mark(tokens, (from, to), Role::Time);
        self.times.push(Spoken { from, to, what });
    }
}

fn mark(tokens: &mut [Token], (from, to): (usize, usize), role: Role) {
    tokens.iter_mut().take(to).skip(from).for_each(|token| token.role = role);
}

/// '14 ноября', 'nov 14 2026'.
fn dates_with_month(tokens: &mut [Token], at: usize, _: Now, said: &mut Said) {
    let Some(month) = free(tokens, Some(at)).and_then(lexicon::month) else { return };
    let date = |at: Option<usize>| match number_at(tokens, at)? {
        Number::Bare(Hour { number, .. }) => Some(u32::from(number)),
        Number::DayOfMonth(date) => Some(date),
        _ => None,
    };
    let before = at.checked_sub(1).filter(|before| date(Some(*before)).is_some());
    let Some((from, to, date)) = before
        .and_then(|before| Some((before, at + 1, date(Some(before))?)))
        .or_else(|| Some((at, at + 2, date(Some(at + 1))?)))
    else {
        return;
    };
    let year = free(tokens, Some(to)).and_then(number::year);
    let to = to + usize::from(year.is_some());
    let to = to + usize::from(year.is_some() && is(tokens, Some(to), lexicon::YEAR));
    said.day(tokens, (from, to), SaidDay::Date(date, month, year));
}

/// 'через 2 недели', 'in a week', '2 аптадан кейін', 'next week'.
fn distances(tokens: &mut [Token], at: usize, now: Now, said: &mut Said) {
    if is(tokens, Some(at), lexicon::NEXT) {
        if free(tokens, Some(at + 1)).and_then(lexicon::unit) == Some(Unit::Weeks) {
            said.day(tokens, (at, at + 2), SaidDay::NextWeek);
        }
        return;
    }
    let opens = is(tokens, Some(at), lexicon::IN);
    let first = at + usize::from(opens);
    if opens && is(tokens, Some(first), lexicon::HALF_HOUR) {
        return said.soon(tokens, (at, first + 1), now, 30);
    }
    let (count, unit_at) = match count_at(tokens, first) {
        Some(count) => (count, first + 1),
        None => (1, first),
    };
    let Some(unit) = free(tokens, Some(unit_at)).and_then(lexicon::unit) else { return };
    let closes = is(tokens, Some(unit_at + 1), lexicon::LATER);
    if !opens && !closes {
        return;
    }
    let words = (at, unit_at + 1 + usize::from(closes));
    let days = match unit {
        Unit::Minutes => return said.soon(tokens, words, now, u32::from(count)),
        Unit::Hours => return said.soon(tokens, words, now, u32::from(count) * 60),
        Unit::Days => SaidDay::On(now.today.plus_days(i64::from(count))),
        Unit::Weeks => SaidDay::Weeks(count),
        Unit::Months => SaidDay::On(plus_months(now.today, u32::from(count))),
    };
    said.day(tokens, words, days);
}

/// A count before a unit.
fn count_at(tokens: &[Token], at: usize) -> Option<u16> {
    match number_at(tokens, Some(at)) {
        Some(Number::Bare(Hour { number, .. })) => Some(number),
        _ => free(tokens, Some(at)).and_then(lexicon::counted),
    }
}

/// 'завтра', 'пт', 'в следующую пятницу', 'сейчас'.
fn named_days(tokens: &mut [Token], at: usize, now: Now, said: &mut Said) {
    let Some(word) = free(tokens, Some(at)) else { return };
    if is_any(word, lexicon::NOW) {
        said.day(tokens, (at, at + 1), SaidDay::On(now.today));
        let what = SaidTime { start_min: now.now_min, open_hour: None, strength: Strength::Written };
        return said.time(tokens, (at, at + 1), what);
    }
    if let Some(days) = lexicon::days_from_today(word) {
        let is_day_after = at >= 2 && is(tokens, at.checked_sub(1), "after") && is(tokens, at.checked_sub(2), "day");
        let (from, days) = if is_day_after { (at - 2, days + 1) } else { (at, days) };
        return said.day(tokens, (from, at + 1), SaidDay::On(now.today.plus_days(i64::from(days))));
    }
    let Some(weekday) = lexicon::weekday(word) else { return };
    let before = at.checked_sub(1);
    let is_next = is(tokens, before, lexicon::NEXT);
    let from = if is_next || is(tokens, before, lexicon::THIS) { at.saturating_sub(1) } else { at };
    let to = at + 1 + usize::from(is(tokens, Some(at + 1), lexicon::DATE));
    said.day(tokens, (from, to), if is_next { SaidDay::NextWeekday(weekday) } else { SaidDay::Weekday(weekday) });
}

/// '14/11', '14.11.2026', '14-го', '14 числа'.
fn dates_of_month(tokens: &mut [Token], at: usize, _: Now, said: &mut Said) {
    let has_word = is(tokens, Some(at + 1), lexicon::DATE);
    let what = match number_at(tokens, Some(at)) {
        Some(Number::Date(date, month, year)) => SaidDay::Date(date, month, year),
        Some(Number::DayOfMonth(date)) => SaidDay::DayOfMonth(date),
        Some(Number::Bare(Hour { number, .. })) if has_word => SaidDay::DayOfMonth(u32::from(number)),
        _ => return,
    };
    let has_year_word = matches!(what, SaidDay::Date(_, _, Some(_))) && is(tokens, Some(at + 1), lexicon::YEAR);
    said.day(tokens, (at, at + 1 + usize::from(has_word || has_year_word)), what);
}

/// '14', '14:00', 'в 9 утра', '2 pm', 'полдень', 'в час'.
fn clocks(tokens: &mut [Token], at: usize, _: Now, said: &mut Said) {
    let written = |start_min| SaidTime { start_min, open_hour: None, strength: Strength::Written };
    if is(tokens, Some(at), lexicon::NOON) {
        return said.time(tokens, (at, at + 1), written(12 * 60));
    }
    let is_one = is(tokens, Some(at), "час") && is(tokens, at.checked_sub(1), lexicon::AT);
    match number_at(tokens, Some(at)) {
        Some(Number::Clock(hour, minutes)) => hour_with_words(tokens, at, (hour, Some(minutes)), said),
        Some(Number::Bare(hour)) => hour_with_words(tokens, at, (hour, None), said),
        Some(Number::Hour(hour)) => {
            hour_with_words(tokens, at, (hour, None), said);
            raise(said, at);
        }
        _ if is_one => {
            hour_with_words(tokens, at, (Hour { number: 1, is_exact: false }, None), said);
            raise(said, at);
        }
        _ => {}
    }
}

/// The word itself says that it is an hour.
fn raise(said: &mut Said, at: usize) {
    for time in said.times.iter_mut().filter(|time| (time.from..time.to).contains(&at)) {
        time.what.strength = time.what.strength.max(Strength::Marked);
    }
}

/// An hour with the words around it: 'сағат', 'часов', 'утра', 'pm', two digits of minutes.
fn hour_with_words(tokens: &mut [Token], at: usize, (hour, minutes): (Hour, Option<u16>), said: &mut Said) {
    let has_sign = is(tokens, at.checked_sub(1), lexicon::HOUR);
    let from = if has_sign { at.saturating_sub(1) } else { at };
    let has_hours = is(tokens, Some(at + 1), lexicon::HOUR);
    let to = at + 1 + usize::from(has_hours);
    let next = free(tokens, Some(to)).map(str::to_owned).unwrap_or_default();
    if minutes.is_none() && lexicon::unit(&next) == Some(Unit::Minutes) {
        mark(tokens, (from, to + 1), Role::Glue);
        said.lengths.push(Spoken { from, to: to + 1, what: () });
        return;
    }
    let more_minutes = round_minutes(&next).filter(|_| minutes.is_none() && !has_hours);
    let part = lexicon::part_of_day(&next).and_then(|part| hour.in_part(part));
    let half = number::half_day(&next).and_then(|half| hour.with_half(half)).map(|hour| hour.number);
    let is_exact = part.or(half).is_some();
    let hour_of_day = part.or(half).or_else(|| hour.of_day()).or((minutes.is_some()).then_some(hour.number));
    let Some(hour_of_day) = hour_of_day else { return };
    let before = from.checked_sub(1).and_then(|before| tokens.get(before));
    let is_marked =
        before.is_some_and(|word| is_any(&word.lower, lexicon::AT) || is_any(&word.lower, lexicon::FROM_TO));
    let is_marked = is_marked || has_sign || has_hours;
    let strength = match (is_exact || minutes.or(more_minutes).is_some(), is_marked) {
        (true, _) => Strength::Written,
        (false, true) => Strength::Marked,
        (false, false) => Strength::Bare,
    };
    let start_min = hour_of_day * 60 + minutes.or(more_minutes).unwrap_or(0);
    let to = to + usize::from(is_exact || more_minutes.is_some());
    let open_hour = (!is_exact && !hour.is_exact).then_some(hour);
    said.time(tokens, (from, to), SaidTime { start_min, open_hour, strength });
}

/// Two digits of round minutes beside an hour: '14 30'.
fn round_minutes(word: &str) -> Option<u16> {
    let is_round = word.len() == 2 && word.ends_with(['0', '5']);
    word.parse().ok().filter(|minutes: &u16| is_round && *minutes < 60)
}

/// '14.11' or '14.30': a date or a time (see the head of this file).
fn dotted(tokens: &mut [Token], at: usize, _: Now, said: &mut Said) {
    let Some(Number::Dotted { date, month, clock }) = number_at(tokens, Some(at)) else { return };
    let is_date = Day::new(2000, month, date).is_some();
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let is_marked = before.is_some_and(|word| is_any(&word.lower, lexicon::AT));
    let lacks_time = said.times.is_empty() && !said.days.is_empty();
    match clock {
        Some((hour, minutes)) if is_marked || !is_date || lacks_time => {
            hour_with_words(tokens, at, (hour, Some(minutes)), said);
        }
        _ => said.day(tokens, (at, at + 1), SaidDay::Date(date, month, None)),
    }
}

/// 'вечером' alone, 'до обеда', 'түстен кейін'.
fn parts(tokens: &mut [Token], at: usize, _: Now, said: &mut Said) {
    let before = at.checked_sub(1).filter(|before| is(tokens, Some(*before), lexicon::FROM_TO));
    let (part, words) = match (free(tokens, Some(at)).and_then(lexicon::part_of_day), before) {
        (Some(part), _) => (part, (at, at + 1 + usize::from(is(tokens, Some(at + 1), lexicon::LATER)))),
        (None, Some(before)) if is(tokens, Some(at), lexicon::MEAL) => {
            let is_morning = is(tokens, Some(before), "до");
            (if is_morning { PartOfDay::Morning } else { PartOfDay::Afternoon }, (before, at + 1))
        }
        _ => return,
    };
    mark(tokens, words, Role::Time);
    said.part.get_or_insert(part);
}
