//! One visit, complete.

use adelante_base::{AppointmentId, Money};
use adelante_domain::payment;
use adelante_domain::permission::Permission;
use adelante_store::{Connection, appointment, bill, client, salon};
use adelante_wire::{Appointment, AppointmentLine, GetAppointment};

use super::{Names, living};
use crate::client::shown_phone;
use crate::command::{Context, Query};
use crate::error::{EngineError, Result};

impl Query for GetAppointment {
    type Output = Appointment;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<Appointment> {
        show(context, connection, self.appointment_id)
    }
}

/// The visit with names, figures and what is paid of each line.
pub(crate) fn show(context: &Context<'_>, connection: &Connection, id: AppointmentId) -> Result<Appointment> {
    let visit = living(connection, id)?;
    let paid = appointment::paid_by_line(connection, id)?;
    let lines = appointment::lines(connection, id)?;
    let sellers = bill::items(connection, id)?.into_iter().filter_map(|item| item.seller_id);
    let people = lines.iter().map(|line| line.staff_id).chain(sellers);
    let names = Names::of(connection, lines.iter().map(|line| line.service_id), people)?;
    let sums = appointment::sums(connection, id)?;
    let card = visit.client_id.map(|client| client::get(connection, client)).transpose()?.flatten();
    let phone = match visit.client_id {
        Some(client) => {
            client::phones(connection, client)?.first().map(|phone| shown_phone(&phone.e164, context.region()))
        }
        None => None,
    };
    let register = salon::register(connection)?.ok_or_else(|| EngineError::not_found("register"))?;
    Ok(Appointment {
        appointment_id: id,
        client_id: visit.client_id,
        client: visit.client_id.map(|client| client::name(connection, client)).transpose()?.unwrap_or_default(),
        phone: phone.unwrap_or_default(),
        allergy: card.map(|stored| stored.client.allergy).unwrap_or_default(),
        day: visit.day,
        start_min: visit.start_min,
        end_min: lines.iter().map(|line| line.start_min + line.duration_min).max().unwrap_or(visit.start_min),
        status: visit.status,
        status_reason: visit.status_reason,
        note: visit.note,
        source: visit.source,
        lines: lines
            .iter()
            .map(|line| AppointmentLine {
                line_id: line.id,
                service_id: line.service_id,
                service: names.service(line.service_id),
                staff_id: line.staff_id,
                staff: names.staff(line.staff_id),
                start_min: line.start_min,
                duration_min: line.duration_min,
                list_price_minor: line.list_price,
                discount_minor: line.discount,
                discount_reason: line.discount_reason.clone(),
                price_minor: line.price,
                paid_minor: paid.iter().find(|(id, _)| *id == line.id).map_or(Money::ZERO, |(_, paid)| *paid),
            })
            .collect(),
        items: crate::money::bill::shown(connection, &names, id, &paid)?,
        sale: visit.sale,
        total_minor: sums.total,
        paid_minor: sums.paid,
        remaining_minor: sums.total.minus(sums.paid)?.max(Money::ZERO),
        payment_status: payment::status(sums.total, sums.paid),
        created_at: visit.created_at,
        overridden: visit.overridden,
        conflicts: visit.conflicts,
        series_id: visit.series_id,
        following: match visit.series_id {
            Some(series) => {
                let later = appointment::of_series(connection, series, visit.day.plus_days(1))?;
                u32::try_from(later.len()).unwrap_or(u32::MAX)
            }
            None => 0,
        },
        group_id: visit.group_id,
        to_call: visit.to_call,
        register: crate::salon::shown_register(&register),
    })
}
