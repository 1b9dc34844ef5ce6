//! Recurring visits (B15): the whole series is looked at before it is saved.

use adelante_base::{Day, SeriesId};
use adelante_domain::permission::Permission;
use adelante_domain::series::{Ending, Every, Repeat, dates};
use adelante_store::appointment::busy;
use adelante_store::{Connection, Door};
use adelante_wire::{
    self as wire, BookAppointment, BookSeries, CheckBooking, ErrorCode, PreviewSeries, SeriesBooked, SeriesDate,
    SeriesPreview,
};

use super::{book, check};
use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result};

/// A series has at most this many visits.
const VISITS_MAX: usize = 52;

impl Query for PreviewSeries {
    type Output = SeriesPreview;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<SeriesPreview> {
        let mut preview = Vec::new();
        for day in days(self.booking.day, &self.repeat)? {
            let booking = CheckBooking { day, ..self.booking.clone() };
            let conflicts = check::conflicts(context, connection, &booking)?;
            let alternative = if conflicts.is_empty() {
                None
            } else {
                check::nearest(context, connection, &booking, 1)?.into_iter().next()
            };
            preview.push(SeriesDate { day, start_min: self.booking.start_min, conflicts, alternative });
        }
        Ok(SeriesPreview { dates: preview })
    }
}

fn days(first: Day, repeat: &wire::Repeat) -> Result<Vec<Day>> {
    let every = match (repeat.every_weeks, repeat.every_months) {
        (weeks, 0) => Every::Weeks(weeks),
        (0, months) => Every::Months(months),
        _ => return Err(EngineError::out_of_range("every_weeks", 1, 12)),
    };
    let rule = Repeat::new(every, Ending::Count(repeat.count))
        .map_err(|_| EngineError::out_of_range("count", 1, VISITS_MAX))?;
    Ok(dates(first, &rule))
}

impl Mutation for BookSeries {
    type Output = SeriesBooked;
    const KIND: &'static str = "series_booked";
    const PERMISSION: Permission = Permission::CalendarWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<SeriesBooked>> {
        if self.dates.is_empty() || self.dates.len() > VISITS_MAX {
            return Err(EngineError::out_of_range("dates", 1, VISITS_MAX));
        }
        if self.booking.group_id.is_some() {
            return Err(EngineError::new(ErrorCode::BadInput).with("detail", "a group does not repeat"));
        }
        let client_id = book::client_of(context, door, &self.booking)?;
        let series_id = SeriesId::new(door.ids(), door.at());
        let mut appointment_ids = Vec::with_capacity(self.dates.len());
        for date in &self.dates {
            let visit = shifted(&self.booking, date.day, date.start_min)?;
            let id = book::write(context, door, &visit, client_id, Some(series_id))?;
            busy::renew(door, id)?;
            appointment_ids.push(id);
        }
        if let (Some(wish), Some(first)) = (self.booking.waitlist_entry_id, appointment_ids.first()) {
            crate::waitlist::fulfil(door, wish, *first)?;
        }
        Ok(Answer::of(SeriesBooked { series_id, appointment_ids, client_id }))
    }
}

/// The same visit on another date: lines with a start of their own keep their distance.
fn shifted(booking: &BookAppointment, day: Day, start_min: u16) -> Result<BookAppointment> {
    let mut visit = BookAppointment { day, start_min, ..booking.clone() };
    for line in &mut visit.lines {
        if let Some(start) = line.start_min {
            let moved = i32::from(start) + i32::from(start_min) - i32::from(booking.start_min);
            let moved = u16::try_from(moved);
            line.start_min = Some(moved.map_err(|_| EngineError::new(ErrorCode::BadTimes).with("field", "start_min"))?);
        }
    }
    Ok(visit)
}
