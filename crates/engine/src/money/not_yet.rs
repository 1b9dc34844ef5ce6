//! Commands whose handlers are being written; this file goes.

use adelante_domain::permission::Permission;
use adelante_store::{Connection, Door};

use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result};

impl Mutation for adelante_wire::MoveCash {
    type Output = adelante_wire::CashMoved;
    const KIND: &'static str = "cash_moved";
    const PERMISSION: Permission = Permission::Shifts;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, _: &mut Door<'_>) -> Result<Answer<adelante_wire::CashMoved>> {
        Err(EngineError::required("not_yet"))
    }
}

impl Mutation for adelante_wire::TransferCash {
    type Output = adelante_wire::CashMoved;
    const KIND: &'static str = "cash_transferred";
    const PERMISSION: Permission = Permission::Shifts;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, _: &mut Door<'_>) -> Result<Answer<adelante_wire::CashMoved>> {
        Err(EngineError::required("not_yet"))
    }
}

impl Mutation for adelante_wire::ReverseCashMovement {
    type Output = adelante_wire::CashMoved;
    const KIND: &'static str = "cash_movement_reversed";
    const PERMISSION: Permission = Permission::Shifts;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, _: &mut Door<'_>) -> Result<Answer<adelante_wire::CashMoved>> {
        Err(EngineError::required("not_yet"))
    }
}

impl Mutation for adelante_wire::SaveCashCategory {
    type Output = adelante_wire::CashCategorySaved;
    const KIND: &'static str = "cash_category_saved";
    const PERMISSION: Permission = Permission::Shifts;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, _: &mut Door<'_>) -> Result<Answer<adelante_wire::CashCategorySaved>> {
        Err(EngineError::required("not_yet"))
    }
}

impl Mutation for adelante_wire::RetireCashCategory {
    type Output = adelante_wire::Done;
    const KIND: &'static str = "cash_category_retired";
    const PERMISSION: Permission = Permission::Shifts;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, _: &mut Door<'_>) -> Result<Answer<adelante_wire::Done>> {
        Err(EngineError::required("not_yet"))
    }
}

impl Mutation for adelante_wire::UpdateRegister {
    type Output = adelante_wire::Done;
    const KIND: &'static str = "register_updated";
    const PERMISSION: Permission = Permission::Shifts;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, _: &mut Door<'_>) -> Result<Answer<adelante_wire::Done>> {
        Err(EngineError::required("not_yet"))
    }
}

impl Mutation for adelante_wire::SetTillRules {
    type Output = adelante_wire::Done;
    const KIND: &'static str = "till_rules_set";
    const PERMISSION: Permission = Permission::Shifts;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, _: &mut Door<'_>) -> Result<Answer<adelante_wire::Done>> {
        Err(EngineError::required("not_yet"))
    }
}

impl Mutation for adelante_wire::SetDiscount {
    type Output = adelante_wire::Done;
    const KIND: &'static str = "discount_set";
    const PERMISSION: Permission = Permission::Shifts;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, _: &mut Door<'_>) -> Result<Answer<adelante_wire::Done>> {
        Err(EngineError::required("not_yet"))
    }
}

impl Query for adelante_wire::ListCashCategories {
    type Output = adelante_wire::CashCategoryList;
    const PERMISSION: Permission = Permission::Shifts;

    fn run(&self, _: &Context<'_>, _: &Connection) -> Result<adelante_wire::CashCategoryList> {
        Err(EngineError::required("not_yet"))
    }
}

impl Query for adelante_wire::ListRegisters {
    type Output = adelante_wire::RegisterList;
    const PERMISSION: Permission = Permission::Shifts;

    fn run(&self, _: &Context<'_>, _: &Connection) -> Result<adelante_wire::RegisterList> {
        Err(EngineError::required("not_yet"))
    }
}

impl Query for adelante_wire::GetTillRules {
    type Output = adelante_wire::TillRules;
    const PERMISSION: Permission = Permission::Shifts;

    fn run(&self, _: &Context<'_>, _: &Connection) -> Result<adelante_wire::TillRules> {
        Err(EngineError::required("not_yet"))
    }
}

impl Query for adelante_wire::GetCloseChecklist {
    type Output = adelante_wire::CloseChecklist;
    const PERMISSION: Permission = Permission::Shifts;

    fn run(&self, _: &Context<'_>, _: &Connection) -> Result<adelante_wire::CloseChecklist> {
        Err(EngineError::required("not_yet"))
    }
}

impl Query for adelante_wire::GetShiftReport {
    type Output = adelante_wire::ShiftReport;
    const PERMISSION: Permission = Permission::Shifts;

    fn run(&self, _: &Context<'_>, _: &Connection) -> Result<adelante_wire::ShiftReport> {
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
