//! The rules of the salon's till: who counts blindly, what discount the desk may give, which
//! difference needs a reason.

use adelante_base::Money;
use adelante_domain::permission::{Permission, allows};
use adelante_store::salon::rules;
use adelante_store::{Connection, Door};
use adelante_wire::{Done, GetTillRules, SetTillRules, TillRules};

use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result};

const WHOLE_BP: u16 = 10_000;
/// A deposit is lost at most thirty days before the visit.
const FREE_HOURS_MAX: u16 = 720;

impl Mutation for SetTillRules {
    type Output = Done;
    const KIND: &'static str = "till_rules_set";
    const PERMISSION: Permission = Permission::TillWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        rules::write_till(door, context.salon()?.id, &checked(&self.rules)?)?;
        Ok(Answer::of(Done {}))
    }
}

impl Query for GetTillRules {
    type Output = TillRules;
    const PERMISSION: Permission = Permission::CalendarRead;

    fn run(&self, context: &Context<'_>, _: &Connection) -> Result<TillRules> {
        let rules = of(context);
        Ok(TillRules {
            blind_count: rules.blind_count,
            receptionist_discount_bp: rules.receptionist_discount_bp,
            difference_without_reason_minor: rules.difference_without_reason_minor,
            points: rules.points,
            deposit_free_hours: rules.deposit_free_hours,
            deposit_late: rules.deposit_late,
            deposit_missed: rules.deposit_missed,
            deposit_part_bp: rules.deposit_part_bp,
            certificates_elsewhere_minor: Some(crate::money::elsewhere::limit(context)),
        })
    }
}

/// The salon's rules; before anybody set them, the product's.
pub(crate) fn of(context: &Context<'_>) -> rules::TillRules {
    context.salon_if_made().map(|salon| salon.till).unwrap_or_default()
}

/// Whether the person may see what must lie in a drawer that nobody has counted yet.
pub(crate) fn sees_drawer(context: &Context<'_>) -> bool {
    !of(context).blind_count || allows(context.actor.role, Permission::DrawerSee)
}

fn checked(asked: &TillRules) -> Result<rules::TillRules> {
    if asked.receptionist_discount_bp > WHOLE_BP {
        return Err(EngineError::out_of_range("discount_bp", 0, WHOLE_BP / 100));
    }
    if asked.difference_without_reason_minor.is_negative() {
        return Err(EngineError::out_of_range("amount_minor", 0, Money::MAX.minor()));
    }
    if asked.deposit_free_hours > FREE_HOURS_MAX {
        return Err(EngineError::out_of_range("deposit_free_hours", 0, FREE_HOURS_MAX));
    }
    if asked.deposit_part_bp > WHOLE_BP {
        return Err(EngineError::out_of_range("deposit_part", 0, WHOLE_BP / 100));
    }
    if asked.certificates_elsewhere_minor.is_some_and(Money::is_negative) {
        return Err(EngineError::out_of_range("amount_minor", 0, Money::MAX.minor()));
    }
    Ok(rules::TillRules {
        blind_count: asked.blind_count,
        receptionist_discount_bp: asked.receptionist_discount_bp,
        difference_without_reason_minor: asked.difference_without_reason_minor,
        points: asked.points,
        deposit_free_hours: asked.deposit_free_hours,
        deposit_late: asked.deposit_late,
        deposit_missed: asked.deposit_missed,
        deposit_part_bp: asked.deposit_part_bp,
        certificates_elsewhere_minor: asked.certificates_elsewhere_minor,
    })
}
