//! Visits by filters (B1): lists, closing the day, the call list.

use adelante_domain::payment;
use adelante_domain::permission::Permission;
use adelante_store::Connection;
use adelante_store::appointment::list::{self, Filter, Listed};
use adelante_wire::{AppointmentList, AppointmentRow, ListAppointments};

use super::Names;
use crate::client::shown_phone;
use crate::command::{Context, Query};
use crate::error::{EngineError, Result};

/// Three years.
const DAYS_MAX: i64 = 1_096;

impl Query for ListAppointments {
    type Output = AppointmentList;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<AppointmentList> {
        if !(1..=500).contains(&self.limit) {
            return Err(EngineError::out_of_range("limit", 1, 500));
        }
        if !(0..=DAYS_MAX).contains(&self.to_day.days_since(self.from_day)) {
            return Err(EngineError::out_of_range("to_day", self.from_day, self.from_day.plus_days(DAYS_MAX)));
        }
        let filter = Filter {
            from: self.from_day,
            to: self.to_day,
            staff: self.staff_id,
            client: self.client_id,
            service: self.service_id,
            statuses: self.statuses.clone(),
            payments: self.payment_statuses.clone(),
            to_call: self.to_call,
            descending: self.descending,
            limit: self.limit,
            offset: self.offset,
        };
        let names = Names::read(connection)?;
        let rows = list::page(connection, &filter)?;
        Ok(AppointmentList {
            appointments: rows.into_iter().map(|row| shown(context, &names, row)).collect(),
            total: list::count(connection, &filter)?,
        })
    }
}

fn shown(context: &Context<'_>, names: &Names, row: Listed) -> AppointmentRow {
    let mut staff: Vec<String> = Vec::new();
    for name in row.staff.iter().map(|id| names.staff(*id)) {
        if !staff.contains(&name) {
            staff.push(name);
        }
    }
    AppointmentRow {
        appointment_id: row.id,
        client_id: row.client_id,
        client: row.client,
        phone: shown_phone(&row.phone, context.region()),
        day: row.day,
        start_min: row.start_min,
        end_min: row.end_min,
        services: row.services,
        staff,
        status: row.status,
        payment_status: payment::status(row.total, row.paid),
        total_minor: row.total,
        paid_minor: row.paid,
        source: row.source,
        to_call: row.to_call,
    }
}
