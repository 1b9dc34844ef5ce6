//! Kinds of cash in and out.

use adelante_base::CashCategoryId;
use adelante_domain::permission::Permission;
use adelante_store::cash::{self, Category};
use adelante_store::{Connection, Door};
use adelante_wire::{
    CashCategory, CashCategoryList, CashCategorySaved, Done, ListCashCategories, RetireCashCategory, SaveCashCategory,
};

use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result, filled};

impl Mutation for SaveCashCategory {
    type Output = CashCategorySaved;
    const KIND: &'static str = "cash_category_saved";
    const PERMISSION: Permission = Permission::TillWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<CashCategorySaved>> {
        filled("name", &self.name, 80)?;
        let saved =
            |id| Category { id, name: self.name.trim().to_owned(), direction: self.direction, purpose: self.purpose };
        let category_id = if let Some(id) = self.category_id {
            living(door.connection(), id)?;
            cash::update_category(door, &saved(id))?;
            id
        } else {
            let id = CashCategoryId::new(door.ids(), door.at());
            cash::insert_category(door, &saved(id))?;
            id
        };
        Ok(Answer::of(CashCategorySaved { category_id }))
    }
}

impl Mutation for RetireCashCategory {
    type Output = Done;
    const KIND: &'static str = "cash_category_retired";
    const PERMISSION: Permission = Permission::TillWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        living(door.connection(), self.category_id)?;
        door.retire("cash_category", &self.category_id.to_string())?;
        Ok(Answer::of(Done {}))
    }
}

impl Query for ListCashCategories {
    type Output = CashCategoryList;
    const PERMISSION: Permission = Permission::Shifts;

    fn run(&self, _: &Context<'_>, connection: &Connection) -> Result<CashCategoryList> {
        let shown = |category: Category| CashCategory {
            category_id: category.id,
            name: category.name,
            direction: category.direction,
            purpose: category.purpose,
        };
        Ok(CashCategoryList { categories: cash::categories(connection)?.into_iter().map(shown).collect() })
    }
}

/// A kind that the salon still has.
pub(super) fn living(connection: &Connection, id: CashCategoryId) -> Result<Category> {
    cash::category(connection, id)?.ok_or_else(|| EngineError::not_found("cash_category"))
}
