//! Making, changing and ending a standing order.

use adelante_base::StandingOrderId;
use adelante_domain::appointment::LINES_MAX;
use adelante_domain::permission::Permission;
use adelante_store::standing_order::{self, Order, StandingOrder};
use adelante_store::{Connection, Door};
use adelante_wire::{Done, ErrorCode, RetireStandingOrder, SaveStandingOrder, StandingOrderFields, StandingOrderSaved};

use crate::command::{Answer, Context, Mutation, Undo};
use crate::error::{EngineError, Result};

const EVERY_WEEKS: std::ops::RangeInclusive<u8> = 1..=26;

impl Mutation for SaveStandingOrder {
    type Output = StandingOrderSaved;
    const KIND: &'static str = "standing_order_saved";
    const PERMISSION: Permission = Permission::CalendarWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<StandingOrderSaved>> {
        crate::client::living(door, self.order.client_id)?;
        let order = checked(door.connection(), &self.order)?;
        let order_id = if let Some(id) = self.order_id {
            if living(door.connection(), id)?.client_id != self.order.client_id {
                return Err(EngineError::new(ErrorCode::BadInput).with("field", "client_id"));
            }
            standing_order::update(door, id, &order)?;
            id
        } else {
            let id = StandingOrderId::new(door.ids(), door.at());
            standing_order::insert(door, id, self.order.client_id, &order)?;
            id
        };
        Ok(Answer::of(StandingOrderSaved { order_id }))
    }
}

impl Mutation for RetireStandingOrder {
    type Output = Done;
    const KIND: &'static str = "standing_order_retired";
    const PERMISSION: Permission = Permission::CalendarWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        living(door.connection(), self.order_id)?;
        door.retire("standing_order", &self.order_id.to_string())?;
        Ok(Answer::of(Done {}))
    }
}

fn living(connection: &Connection, id: StandingOrderId) -> Result<StandingOrder> {
    standing_order::get(connection, id)?.ok_or_else(|| EngineError::not_found("standing_order"))
}

fn checked(connection: &Connection, fields: &StandingOrderFields) -> Result<Order> {
    if fields.service_ids.is_empty() {
        return Err(EngineError::new(ErrorCode::NoServices));
    }
    if fields.service_ids.len() > LINES_MAX {
        return Err(EngineError::out_of_range("service_ids", 1, LINES_MAX));
    }
    if fields.weekday > 6 {
        return Err(EngineError::out_of_range("weekday", 0, 6));
    }
    if fields.start_min >= 1_440 {
        return Err(EngineError::out_of_range("start_min", 0, 1_439));
    }
    if !EVERY_WEEKS.contains(&fields.every_weeks) {
        return Err(EngineError::out_of_range("every_weeks", EVERY_WEEKS.start(), EVERY_WEEKS.end()));
    }
    for id in &fields.service_ids {
        let service = crate::service::living(connection, *id)?;
        crate::staff::does(connection, fields.staff_id, &service)?;
    }
    Ok(Order {
        services: fields.service_ids.clone(),
        staff_id: fields.staff_id,
        weekday: fields.weekday,
        start_min: fields.start_min,
        every_weeks: fields.every_weeks,
        mode: fields.mode,
    })
}
