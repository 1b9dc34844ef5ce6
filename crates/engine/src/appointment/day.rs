//! A day of the calendar.

use adelante_base::Day;
use adelante_base::vocabulary::PaymentStatus;
use adelante_domain::appointment::takes_time;
use adelante_domain::payment;
use adelante_domain::permission::Permission;
use adelante_domain::schedule::DayHours;
use adelante_store::appointment::day::{self, DayLine as Row};
use adelante_store::appointment::group;
use adelante_store::{Connection, client, resource, service, staff, waitlist};
use adelante_wire::{
    DayAppointment, DayCounts, DayGroup, DayHold, DayLine, DayOff, DayStaff, DayView, GetDay, WeekdayHours,
};

use crate::command::{Context, Query};
use crate::error::Result;
use crate::schedule::Plans;

impl Query for GetDay {
    type Output = DayView;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<DayView> {
        let plans = Plans::read(connection, self.day, self.day)?;
        let appointments = visits(day::lines(connection, self.day)?, self.day, context.today());
        let staff = columns(connection, self.day, &plans, &appointments)?;
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
        Ok(DayView {
            day: self.day,
            counts: counts(&appointments),
            staff,
            appointments,
            opens_min,
            closes_min,
            off: off(&plans, self.day),
            holds: holds(context, connection, self.day)?,
            groups: groups(connection, self.day)?,
            resources: resource::list(connection)?.into_iter().map(crate::resource::shown).collect(),
        })
    }
}

fn visits(rows: Vec<Row>, day: Day, (today, minute): (Day, u16)) -> Vec<DayAppointment> {
    let mut visits: Vec<DayAppointment> = Vec::new();
    for row in rows {
        let line = DayLine {
            line_id: row.line_id,
            staff_id: row.staff_id,
            service: row.service,
            colour: row.colour,
            start_min: row.start_min,
            duration_min: row.duration_min,
            processing_min: row.processing_min,
            finishing_min: row.finishing_min,
            transition_min: row.transition_min,
            resource_ids: row.resources.iter().map(|need| need.resource_id).collect(),
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
                series_id: row.series_id,
                group_id: row.group_id,
                conflicts: row.conflicts,
                to_call: row.to_call,
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

fn columns(connection: &Connection, day: Day, plans: &Plans, visits: &[DayAppointment]) -> Result<Vec<DayStaff>> {
    let mut columns = Vec::new();
    for member in staff::list(connection)? {
        let own = |visit: &&DayAppointment| visit.lines.iter().any(|line| line.staff_id == member.id);
        let booked = visits.iter().any(|visit| own(&visit));
        let (hours, _) = plans.hours(member.id, day);
        if !booked && (member.retired || !member.staff.in_calendar || hours.is_none()) {
            continue;
        }
        let work = crate::schedule::spans(plans.work(member.id, day));
        let worked: u32 = work.iter().map(|part| u32::from(part.end_min - part.start_min)).sum();
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
            hours: whole_hours(day, hours),
            work,
            load_percent: (taken * 100)
                .checked_div(worked)
                .map_or(0, |load| u8::try_from(load.min(100)).unwrap_or(100)),
        });
    }
    Ok(columns)
}

/// The hours from the first to the last minute, with the first break.
fn whole_hours(day: Day, hours: Option<&DayHours>) -> WeekdayHours {
    let (start_min, end_min) = hours.map_or((0, 0), |hours| (hours.start_min, hours.end_min));
    let (break_start_min, break_end_min) = hours.and_then(|hours| hours.breaks.first().copied()).unwrap_or_default();
    WeekdayHours {
        weekday: day.weekday(),
        working: hours.is_some(),
        start_min,
        end_min,
        break_start_min,
        break_end_min,
    }
}

fn off(plans: &Plans, day: Day) -> Vec<DayOff> {
    let rows = plans.time_off().iter().filter_map(|off| Some((off, off.time.on(day)?)));
    rows.map(|(off, (start_min, end_min))| DayOff {
        time_off_id: off.id,
        staff_id: off.staff_id,
        start_min,
        end_min,
        kind: off.kind,
        note: off.note.clone(),
    })
    .collect()
}

fn holds(context: &Context<'_>, connection: &Connection, day: Day) -> Result<Vec<DayHold>> {
    let mut holds = Vec::new();
    for hold in waitlist::holds(connection, day, day, context.at)? {
        holds.push(DayHold {
            entry_id: hold.entry_id,
            staff_id: hold.staff_id,
            start_min: hold.start_min,
            end_min: hold.end_min,
            client: client::name(connection, hold.client_id)?,
            until: hold.until,
        });
    }
    Ok(holds)
}

fn groups(connection: &Connection, day: Day) -> Result<Vec<DayGroup>> {
    let mut groups = Vec::new();
    for group in group::between(connection, day, day)? {
        let title = if group.title.is_empty() {
            service::get(connection, group.service_id)?.map(|service| service.name).unwrap_or_default()
        } else {
            group.title
        };
        groups.push(DayGroup {
            group_id: group.id,
            staff_id: group.staff_id,
            service_id: group.service_id,
            title,
            start_min: group.start_min,
            duration_min: group.duration_min,
            places: group.places,
            taken: group.taken,
        });
    }
    Ok(groups)
}
