//! A client's card with figures and visits.

use adelante_base::vocabulary::AppointmentStatus;
use adelante_base::{ClientId, Day, Money};
use adelante_domain::payment;
use adelante_domain::permission::Permission;
use adelante_store::{Connection, appointment, client};
use adelante_wire::{ClientCard, ClientPhone, ClientStats, ClientVisit, GetClient};

use super::{fields, shown_phone};
use crate::appointment::Names;
use crate::command::{Context, Query};
use crate::error::{EngineError, Result};

/// Visits shown on the card.
const VISITS_SHOWN: u16 = 100;
/// Visits the figures are computed from.
const VISITS_COUNTED: u16 = 2_000;

impl Query for GetClient {
    type Output = ClientCard;
    const PERMISSION: Permission = Permission::ClientsRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<ClientCard> {
        let stored = client::get(connection, self.client_id)?.ok_or_else(|| EngineError::not_found("client"))?;
        let phones = client::phones(connection, self.client_id)?;
        let numbers: Vec<String> = phones.iter().map(|phone| phone.e164.clone()).collect();
        let visits = visits(connection, self.client_id)?;
        let today = context.today().0;
        Ok(ClientCard {
            client_id: self.client_id,
            client: fields(&stored.client, &numbers),
            name: client::name(connection, self.client_id)?,
            phones: phones
                .into_iter()
                .map(|phone| ClientPhone {
                    id: phone.id,
                    display: shown_phone(&phone.e164, context.region()),
                    e164: phone.e164,
                })
                .collect(),
            created_at: stored.created_at,
            retired_at: stored.retired_at,
            stats: stats(&visits, today)?,
            visits: visits.into_iter().take(usize::from(VISITS_SHOWN)).collect(),
        })
    }
}

fn visits(connection: &Connection, id: ClientId) -> Result<Vec<ClientVisit>> {
    let names = Names::read(connection)?;
    let mut visits = Vec::new();
    for visit in appointment::of_client(connection, id, VISITS_COUNTED)? {
        let Some(row) = appointment::get(connection, visit)? else { continue };
        let sums = appointment::sums(connection, visit)?;
        let (mut services, mut staff) = (Vec::new(), Vec::new());
        for line in appointment::lines(connection, visit)? {
            services.push(names.service(line.service_id));
            let who = names.staff(line.staff_id);
            if !staff.contains(&who) {
                staff.push(who);
            }
        }
        visits.push(ClientVisit {
            appointment_id: visit,
            day: row.day,
            start_min: row.start_min,
            services,
            staff,
            total_minor: sums.total,
            paid_minor: sums.paid,
            status: row.status,
            payment_status: payment::status(sums.total, sums.paid),
        });
    }
    Ok(visits)
}

fn stats(visits: &[ClientVisit], today: Day) -> Result<ClientStats> {
    let with = |status| visits.iter().filter(move |visit| visit.status == status);
    let count = |status| u32::try_from(with(status).count()).unwrap_or(u32::MAX);
    let done: Vec<&ClientVisit> = with(AppointmentStatus::Completed).collect();
    let spent = Money::sum(done.iter().map(|visit| visit.total_minor))?;
    let visits_done = count(AppointmentStatus::Completed);
    let mut debt = Money::ZERO;
    for visit in &done {
        if visit.paid_minor < visit.total_minor {
            debt = debt.plus(visit.total_minor.minus(visit.paid_minor)?)?;
        }
    }
    let open = visits.iter().filter(|visit| adelante_domain::appointment::is_open(visit.status));
    Ok(ClientStats {
        visits: visits_done,
        spent_minor: spent,
        average_minor: if visits_done == 0 {
            Money::ZERO
        } else {
            Money::from_minor(spent.minor() / i64::from(visits_done))?
        },
        no_shows: count(AppointmentStatus::NoShow),
        cancelled: count(AppointmentStatus::Cancelled),
        last_visit: done.iter().map(|visit| visit.day).max(),
        next_visit: open.map(|visit| visit.day).filter(|day| *day >= today).min(),
        usual_interval_days: usual_interval(&done),
        debt_minor: debt,
    })
}

/// Median days between completed visits; unknown below three visits.
fn usual_interval(done: &[&ClientVisit]) -> Option<u32> {
    if done.len() < 3 {
        return None;
    }
    let mut days: Vec<Day> = done.iter().map(|visit| visit.day).collect();
    days.sort_unstable();
    let mut gaps: Vec<i64> = days.windows(2).map(|pair| pair[1].days_since(pair[0])).collect();
    gaps.sort_unstable();
    u32::try_from(gaps[gaps.len() / 2]).ok()
}
