//! Standing orders with what comes next of each.

use adelante_base::Day;
use adelante_domain::permission::Permission;
use adelante_store::Connection;
use adelante_store::client::contact;
use adelante_store::standing_order::{self, StandingOrder};
use adelante_wire::{
    self as wire, ErrorCode, FindSlots, ListStandingOrders, Slot, StandingOrderFields, StandingOrderList,
};

use super::{is_free, lines, next};
use crate::appointment::{Names, slots};
use crate::command::{Context, Query};
use crate::error::Result;

/// The nearest free time is looked for so many days before the due date …
const BEFORE_DAYS: i64 = 3;
/// … and over so many days in all.
const SEARCH_DAYS: u8 = 11;

impl Query for ListStandingOrders {
    type Output = StandingOrderList;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<StandingOrderList> {
        let names = Names::read(connection)?;
        let mut orders = Vec::new();
        for order in standing_order::list(connection)? {
            if self.client_id.is_none_or(|client| client == order.client_id) {
                orders.extend(shown(context, connection, &order, &names)?);
            }
        }
        orders.sort_by_key(|order| (order.next_day, order.order.start_min, order.order_id));
        Ok(StandingOrderList { orders })
    }
}

/// An order with what comes next; none where the client's card was put away.
fn shown(
    context: &Context<'_>,
    connection: &Connection,
    order: &StandingOrder,
    names: &Names,
) -> Result<Option<wire::StandingOrder>> {
    let Some(client) = contact(connection, order.client_id)? else { return Ok(None) };
    let next = next(context, connection, order)?;
    let free = next.booked.is_none() && is_free(context, connection, order, next.day)?;
    let alternative = if free || next.booked.is_some() { None } else { nearest(context, connection, order, next.day)? };
    Ok(Some(wire::StandingOrder {
        order_id: order.id,
        order: fields(order),
        client: client.name,
        phone: crate::client::shown_phone(&client.phone, context.region()),
        services: order.order.services.iter().map(|id| names.service(*id)).collect(),
        staff: names.staff(order.order.staff_id),
        booked: next.booked.map(|visit| visit.id),
        next_day: next.day,
        free,
        alternative,
        lines: lines(order),
    }))
}

/// The free time with the usual staff member that is nearest to the due one.
fn nearest(context: &Context<'_>, connection: &Connection, order: &StandingOrder, due: Day) -> Result<Option<Slot>> {
    let asked = FindSlots {
        service_ids: order.order.services.clone(),
        staff_id: Some(order.order.staff_id),
        lines: Vec::new(),
        client_id: Some(order.client_id),
        appointment_id: None,
        from_day: due.plus_days(-BEFORE_DAYS),
        days: SEARCH_DAYS,
        limit: 200,
        not_before_min: 0,
        ranked: false,
    };
    let found = match slots::find(context, connection, &asked) {
        Ok(found) => found,
        // A service that is no longer offered has no free time.
        Err(error) if error.0.code == ErrorCode::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let distance = |slot: &Slot| {
        let minutes = slot.day.days_since(due) * 1_440 + i64::from(slot.start_min) - i64::from(order.order.start_min);
        (minutes.abs(), minutes)
    };
    Ok(found.into_iter().min_by_key(distance))
}

fn fields(order: &StandingOrder) -> StandingOrderFields {
    StandingOrderFields {
        client_id: order.client_id,
        service_ids: order.order.services.clone(),
        staff_id: order.order.staff_id,
        weekday: order.order.weekday,
        start_min: order.order.start_min,
        every_weeks: order.order.every_weeks,
        mode: order.order.mode,
    }
}
