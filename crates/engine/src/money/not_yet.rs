//! Commands whose handlers are being written; this file goes.

use adelante_domain::permission::Permission;
use adelante_store::{Connection, Door};

use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result};

impl Mutation for adelante_wire::SetDiscount {
    type Output = adelante_wire::Done;
    const KIND: &'static str = "discount_set";
    const PERMISSION: Permission = Permission::Shifts;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, _: &mut Door<'_>) -> Result<Answer<adelante_wire::Done>> {
        Err(EngineError::required("not_yet"))
    }
}

impl Query for adelante_wire::ListDiscounts {
    type Output = adelante_wire::DiscountList;
    const PERMISSION: Permission = Permission::Shifts;

    fn run(&self, _: &Context<'_>, _: &Connection) -> Result<adelante_wire::DiscountList> {
        Err(EngineError::required("not_yet"))
    }
}
