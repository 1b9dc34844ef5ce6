//! A day of the calendar.

use adelante_base::Day;
use adelante_base::vocabulary::PaymentStatus;
use adelante_domain::appointment::takes_time;
use adelante_domain::payment;
use adelante_domain::permission::Permission;
use adelante_store::appointment::day::{self, DayLine as Row};
use adelante_store::{Connection, staff};
use adelante_wire::{DayAppointment, DayCounts, DayLine, DayStaff, DayView, GetDay};

use crate::command::{Context, Query};
use crate::error::Result;

impl Query for GetDay {
    type Output = DayView;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<DayView> {
        let appointments = visits(day::lines(connection, self.day)?, self.day, context.today());
        let staff = columns(connection, self.day, &appointments)?;
        let (mut opens_min, mut closes_min) =
            context.salon_if_made().map_or((540, 1200), |salon| (salon.opens_min, salon.closes_min));
        for column in staff.iter().filter(|column| column.hours.working) {
            opens_min = opens_min.min(column.hours.start_min);
            closes_min = closes_min.max(column.hours.end_min);
        }
        for line in appointments.iter().flat_map(|visit| &visit.lines) {
            opens_min = opens_min.min(line.start_min);
            closes_min = closes_min.max((line.start_min + line.duration_min).min(1440));
        }
        Ok(DayView { day: self.day, counts: counts(&appointments), staff, appointments, opens_min, closes_min })
    }
}

fn visits(rows: Vec<Row>, day: Day, (today, minute): (Day, u16)) -> Vec<DayAppointment> {
    let mut visits: Vec<DayAppointment> = Vec::new();
    for row in rows {
        let line = DayLine {
            line_id: row.line_id,
            staff_id: row.staff_id,
            service: row.service,
            start_min: row.start_min,
            duration_min: row.duration_min,
        };
        match visits.last_mut().filter(|visit| visit.appointment_id == row.appointment_id) {
            Some(visit) => visit.lines.push(line),
            None => visits.push(DayAppointment {
                appointment_id: row.appointment_id,
                client_id: row.client_id,
                client: row.client,
                allergy: row.allergy,
                status: row.status,
                payment_status: payment::status(row.total, row.paid),
                due: false,
                total_minor: row.total,
                paid_minor: row.paid,
                lines: vec![line],
                has_note: row.has_note,
            }),
        }
    }
    for visit in &mut visits {
        let end = visit.lines.iter().map(|line| line.start_min + line.duration_min).max().unwrap_or(0);
        let over = day < today || (day == today && end <= minute);
        visit.due = over && takes_time(visit.status) && visit.payment_status != PaymentStatus::Paid;
    }
    visits
}

fn counts(visits: &[DayAppointment]) -> DayCounts {
    let mut counts = DayCounts::default();
    for visit in visits.iter().filter(|visit| takes_time(visit.status)) {
        counts.total += 1;
        match visit.payment_status {
            PaymentStatus::Paid => counts.paid += 1,
            PaymentStatus::Partial => counts.partial += 1,
            PaymentStatus::Unpaid => {}
        }
        counts.due += u32::from(visit.due && visit.payment_status == PaymentStatus::Unpaid);
    }
    counts
}

fn columns(connection: &Connection, day: Day, visits: &[DayAppointment]) -> Result<Vec<DayStaff>> {
    let hours = staff::hours(connection)?;
    let mut columns = Vec::new();
    for member in staff::list(connection)? {
        let own = |visit: &&DayAppointment| visit.lines.iter().any(|line| line.staff_id == member.id);
        let booked = visits.iter().any(|visit| own(&visit));
        let here = crate::staff::weekday_hours(&hours, member.id, day.weekday());
        if !booked && (member.retired || !member.staff.in_calendar || !here.working) {
            continue;
        }
        let worked: u32 = here.intervals().iter().map(|part| u32::from(part.end_min - part.start_min)).sum();
        let taken: u32 = visits
            .iter()
            .filter(|visit| takes_time(visit.status))
            .flat_map(|visit| &visit.lines)
            .filter(|line| line.staff_id == member.id)
            .map(|line| u32::from(line.duration_min))
            .sum();
        columns.push(DayStaff {
            staff_id: member.id,
            initials: adelante_domain::client::initials(&member.staff.name),
            name: member.staff.name,
            position: member.staff.position,
            colour: member.staff.colour,
            hours: crate::staff::wire_hours(&here),
            load_percent: (taken * 100)
                .checked_div(worked)
                .map_or(0, |load| u8::try_from(load.min(100)).unwrap_or(100)),
        });
    }
    Ok(columns)
}
