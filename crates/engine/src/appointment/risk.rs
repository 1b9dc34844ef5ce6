//! Coming visits that may be lost (B11, I3), with what makes them so.

use adelante_base::{ClientId, Day, Timestamp};
use adelante_domain::permission::Permission;
use adelante_domain::risk::{self, Facts};
use adelante_store::appointment::{self, Appointment, list, past};
use adelante_store::{Connection, Door};
use adelante_wire::{
    AppointmentStatus as Status, AtRiskList, Done, ListAtRisk, RiskWeight, SetRiskIgnored, VisitAtRisk,
};

use super::change;
use crate::client::shown_phone;
use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result};

/// A missed visit counts for three months.
const MISSED_DAYS: i64 = 91;

impl Query for ListAtRisk {
    type Output = AtRiskList;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<AtRiskList> {
        if !(1..=31).contains(&self.days) {
            return Err(EngineError::out_of_range("days", 1, 31));
        }
        let (today, minute) = context.today();
        let filter = list::Filter {
            from: self.from_day.max(today),
            to: self.from_day.plus_days(i64::from(self.days) - 1),
            staff: None,
            client: None,
            service: None,
            statuses: vec![Status::Booked, Status::Confirmed],
            payments: Vec::new(),
            to_call: false,
            descending: false,
            limit: 500,
            offset: 0,
        };
        let mut visits = Vec::new();
        let coming = |row: &list::Listed| row.day > today || row.start_min >= minute;
        for row in list::page(connection, &filter)?.into_iter().filter(coming) {
            let about = About {
                client: row.client_id,
                confirmed: row.status == Status::Confirmed,
                day: row.day,
                start_min: row.start_min,
                created_at: Timestamp::from_millis(row.created_at),
            };
            let risk = risk::risk(&facts(context, connection, &about)?);
            let Some(staff_id) = row.staff.first().copied() else { continue };
            visits.push(VisitAtRisk {
                appointment_id: row.id,
                client: row.client,
                phone: shown_phone(&row.phone, context.region()),
                day: row.day,
                start_min: row.start_min,
                end_min: row.end_min,
                staff_id,
                services: row.services,
                status: row.status,
                total_minor: row.total,
                ignored: row.risk_ignored,
                percent: risk.percent,
                factors: risk
                    .factors
                    .iter()
                    .map(|(factor, points)| RiskWeight { factor: *factor, points: *points })
                    .collect(),
                unknown: risk.unknown,
            });
        }
        visits.sort_by_key(|visit| (std::cmp::Reverse(visit.percent), visit.day, visit.start_min));
        Ok(AtRiskList { visits })
    }
}

impl Mutation for SetRiskIgnored {
    type Output = Done;
    const KIND: &'static str = "risk_ignored_set";
    const PERMISSION: Permission = Permission::CalendarWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        let visit = change::open_visit(door, self.appointment_id)?;
        appointment::update_risk_ignored(door, visit.id, self.ignored)?;
        Ok(Answer::of(Done {}))
    }
}

/// What the risk of a visit goes by.
struct About {
    client: Option<ClientId>,
    confirmed: bool,
    day: Day,
    start_min: u16,
    created_at: Timestamp,
}

/// The risk that a visit is missed, 0–100; zero for one that has begun or is not expected.
pub(crate) fn of_visit(context: &Context<'_>, connection: &Connection, visit: &Appointment) -> Result<u8> {
    let (today, minute) = context.today();
    let coming = visit.day > today || (visit.day == today && visit.start_min >= minute);
    if visit.sale || !coming || !matches!(visit.status, Status::Booked | Status::Confirmed) {
        return Ok(0);
    }
    let about = About {
        client: visit.client_id,
        confirmed: visit.status == Status::Confirmed,
        day: visit.day,
        start_min: visit.start_min,
        created_at: visit.created_at,
    };
    Ok(risk::risk(&facts(context, connection, &about)?).percent)
}

fn facts(context: &Context<'_>, connection: &Connection, about: &About) -> Result<Facts> {
    let (new_client, no_show_last_3_months) = match about.client {
        Some(client) => {
            let missed = past::missed_since(connection, client, context.today().0.plus_days(-MISSED_DAYS))?;
            (past::visits(connection, client, 1)?.is_empty(), missed)
        }
        None => (true, false),
    };
    let zone = context.salon()?.zone;
    let booked_on: Day = about.created_at.local(zone).0;
    Ok(Facts {
        new_client,
        no_show_last_3_months,
        confirmed: about.confirmed,
        lead_days: u16::try_from(about.day.days_since(booked_on)).unwrap_or(0),
        weather: None,
        friday_evening: risk::is_friday_evening(about.day, about.start_min),
    })
}
