//! Whether something could be booked, before anybody decides: for offers, matches and standing
//! orders.

use adelante_base::{AppointmentId, ClientId, Day, ServiceId, StaffMemberId, WaitlistEntryId};
use adelante_store::Connection;
use adelante_store::appointment::Line;
use adelante_wire::{BookLine, Conflict, ErrorCode};

use crate::appointment::{book, conflict};
use crate::command::Context;
use crate::error::Result;

/// What somebody would have booked.
pub(crate) struct Wanted<'a> {
    /// For whom.
    pub client: ClientId,
    /// Date and start.
    pub begin: (Day, u16),
    /// Services in a row.
    pub lines: &'a [BookLine],
    /// The wish it fulfils: its own hold does not stand in the way.
    pub wish: Option<WaitlistEntryId>,
    /// A visit whose time counts as free.
    pub instead_of: Option<AppointmentId>,
}

impl Wanted<'_> {
    /// The lines as they would stand, and what is in the way.
    pub(crate) fn check(&self, context: &Context<'_>, connection: &Connection) -> Result<(Vec<Line>, Vec<Conflict>)> {
        let planned = book::looked_ahead(connection, self.begin, self.lines, &[], Some(self.client))?;
        let lines: Vec<Line> = planned.into_iter().map(|planned| planned.line).collect();
        let asked = conflict::Asked {
            lines: &lines,
            client: Some(self.client),
            visit: self.instead_of,
            group: None,
            wish: self.wish,
            moving: None,
        };
        let conflicts = conflict::list(context, connection, &asked)?;
        Ok((lines, conflicts))
    }

    /// Whether it could be booked. A service that is no longer offered, or a staff member who
    /// left, cannot; nor can a time that the clock jumps over.
    pub(crate) fn is_free(&self, context: &Context<'_>, connection: &Connection) -> Result<bool> {
        match self.check(context, connection) {
            Ok((_, conflicts)) => Ok(conflicts.is_empty()),
            Err(error) if matches!(error.0.code, ErrorCode::NotFound | ErrorCode::NoSuchTime | ErrorCode::BadTimes) => {
                Ok(false)
            }
            Err(error) => Err(error),
        }
    }
}

/// A service with somebody, with its usual start, length and price.
pub(crate) fn book_line(service_id: ServiceId, staff_id: StaffMemberId) -> BookLine {
    BookLine { service_id, staff_id, start_min: None, duration_min: None, price_minor: None, line_id: None }
}
