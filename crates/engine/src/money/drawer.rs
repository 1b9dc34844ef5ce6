//! A drawer that is opened without a sale. The drawer itself is opened by the program around the
//! engine; here it is kept who asked for it and when.

use adelante_base::DrawerOpeningId;
use adelante_domain::permission::Permission;
use adelante_store::{Door, cash};
use adelante_wire::{Done, OpenDrawer};

use super::register;
use crate::command::{Answer, Context, Mutation, Undo};
use crate::error::Result;

impl Mutation for OpenDrawer {
    type Output = Done;
    const KIND: &'static str = "drawer_opened";
    const PERMISSION: Permission = Permission::Shifts;
    const UNDO: Undo = Undo::Never("a drawer that was open was open");

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        let register = register(door.connection())?;
        cash::insert_opening(door, DrawerOpeningId::new(door.ids(), door.at()), register.id)?;
        Ok(Answer::of(Done {}))
    }
}
