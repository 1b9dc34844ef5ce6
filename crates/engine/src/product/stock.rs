//! Deliveries, write-offs, counts: goods that come in and go out otherwise than by a bill.

use adelante_base::vocabulary::StockKind;
use adelante_base::{BillLineId, Day, Money, ProductId, Quantity, StockMovementId};
use adelante_domain::ledger;
use adelante_domain::permission::{Permission, allows};
use adelante_domain::stock::{self as rules, Shelf};
use adelante_store::ledger::Place;
use adelante_store::product::{self, Movement};
use adelante_store::{Connection, Door, ledger as entries};
use adelante_wire::{
    ErrorCode, GoodsMoved, ListStockMovements, ReceiveGoods, StockMovement, StockMovementList, TakeStock, WriteOffGoods,
};

use super::{check_quantity, living};
use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result, at_most};
use crate::money::shift::person;

/// Lines of one paper.
const LINES_MAX: usize = 200;

impl Mutation for ReceiveGoods {
    type Output = GoodsMoved;
    const KIND: &'static str = "goods_received";
    const PERMISSION: Permission = Permission::ServicesWrite;
    const UNDO: Undo = Undo::Never("count the shelf, or write the goods off");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<GoodsMoved>> {
        at_most("note", &self.note, 200)?;
        check_lines(self.lines.len())?;
        let day = context.business_day()?;
        for line in &self.lines {
            check_quantity(&living(door.connection(), line.product_id)?, line.quantity)?;
            if line.cost_minor.is_negative() {
                return Err(EngineError::out_of_range("cost_minor", 0, Money::MAX.minor()));
            }
            let moved = Moved {
                quantity: line.quantity,
                cost: line.cost_minor,
                note: self.note.trim(),
                ..Moved::of(line.product_id, StockKind::Receipt, day)
            };
            write(door, &moved)?;
        }
        let cost = Money::sum(self.lines.iter().map(|line| line.cost_minor))?;
        entries::post(door, &ledger::goods_received(cost)?, &place(day))?;
        Ok(Answer::of(GoodsMoved { cost_minor: cost, count: count(self.lines.len()) }))
    }
}

impl Mutation for WriteOffGoods {
    type Output = GoodsMoved;
    const KIND: &'static str = "goods_written_off";
    const PERMISSION: Permission = Permission::ServicesWrite;
    const UNDO: Undo = Undo::Never("count the shelf");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<GoodsMoved>> {
        if self.reason.trim().is_empty() {
            return Err(EngineError::new(ErrorCode::ReasonMissing));
        }
        at_most("reason", &self.reason, 200)?;
        check_quantity(&living(door.connection(), self.product_id)?, self.quantity)?;
        let day = context.business_day()?;
        let cost = worth(door.connection(), self.product_id, self.quantity)?;
        let moved = Moved {
            quantity: opposite(self.quantity),
            cost: cost.negated(),
            note: self.reason.trim(),
            ..Moved::of(self.product_id, StockKind::WriteOff, day)
        };
        write(door, &moved)?;
        entries::post(door, &ledger::goods_lost(cost)?, &place(day))?;
        Ok(Answer::of(GoodsMoved { cost_minor: cost.negated(), count: 1 }).because(&self.reason))
    }
}

impl Mutation for TakeStock {
    type Output = GoodsMoved;
    const KIND: &'static str = "stock_taken";
    const PERMISSION: Permission = Permission::ServicesWrite;
    const UNDO: Undo = Undo::Never("count again");

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<GoodsMoved>> {
        at_most("note", &self.note, 200)?;
        check_lines(self.lines.len())?;
        let day = context.business_day()?;
        let (mut change, mut moves) = (Money::ZERO, 0);
        for (place, line) in self.lines.iter().enumerate() {
            let product = living(door.connection(), line.product_id)?;
            if line.quantity.thousandths() != 0 {
                check_quantity(&product, line.quantity)?;
            }
            if self.lines.iter().skip(place + 1).any(|other| other.product_id == line.product_id) {
                return Err(EngineError::new(ErrorCode::BadInput).with("detail", "a product is counted twice"));
            }
            let Some((quantity, cost)) = correction(door.connection(), line.product_id, line.quantity)? else {
                continue;
            };
            let moved = Moved {
                quantity,
                cost,
                note: self.note.trim(),
                ..Moved::of(line.product_id, StockKind::Stocktake, day)
            };
            write(door, &moved)?;
            change = change.plus(cost)?;
            moves += 1;
        }
        entries::post(door, &ledger::goods_lost(change.negated())?, &place(day))?;
        Ok(Answer::of(GoodsMoved { cost_minor: change, count: count(moves) }))
    }
}

/// What brings a shelf to what was counted; nothing where it is so already. More than the books say
/// is worth what the rest is worth; what is counted as nothing is worth nothing.
fn correction(connection: &Connection, id: ProductId, counted: Quantity) -> Result<Option<(Quantity, Money)>> {
    let shelf = product::shelf(connection, id)?;
    let difference = counted.thousandths().saturating_sub(shelf.quantity.thousandths());
    if counted.thousandths() == 0 && !shelf.cost.is_zero() {
        return Ok(Some((Quantity::from_thousandths(difference), shelf.cost.negated())));
    }
    if difference == 0 {
        return Ok(None);
    }
    let quantity = Quantity::from_thousandths(difference);
    if difference < 0 {
        return Ok(Some((quantity, worth(connection, id, opposite(quantity))?.negated())));
    }
    let like = if shelf.quantity.thousandths() > 0 { shelf } else { product::last_delivery(connection, id)? };
    Ok(Some((quantity, rules::cost_of(quantity, Shelf::default(), like)?)))
}

impl Query for ListStockMovements {
    type Output = StockMovementList;
    const PERMISSION: Permission = Permission::PaymentsTake;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<StockMovementList> {
        let sees_cost = allows(context.actor.role, Permission::ServicesWrite);
        if !(1..=500).contains(&self.limit) {
            return Err(EngineError::out_of_range("limit", 1, 500));
        }
        let movements = product::movements(connection, self.product_id, self.limit)?.into_iter().map(|movement| {
            Ok(StockMovement {
                movement_id: movement.id,
                kind: movement.kind,
                business_day: movement.business_day,
                at: movement.at,
                by: person(connection, &movement.actor)?,
                quantity: movement.quantity,
                cost_minor: sees_cost.then_some(movement.cost),
                note: movement.note,
            })
        });
        Ok(StockMovementList { movements: movements.collect::<Result<_>>()? })
    }
}

/// Goods that move.
pub(crate) struct Moved<'a> {
    /// Of what.
    pub product: ProductId,
    /// Why.
    pub kind: StockKind,
    /// Business day.
    pub day: Day,
    /// In +, out −.
    pub quantity: Quantity,
    /// In +, out −.
    pub cost: Money,
    /// By which line of a bill.
    pub item: Option<BillLineId>,
    /// A word about it.
    pub note: &'a str,
}

impl Moved<'_> {
    pub(crate) const fn of(product: ProductId, kind: StockKind, day: Day) -> Self {
        Self { product, kind, day, quantity: Quantity::from_thousandths(0), cost: Money::ZERO, item: None, note: "" }
    }
}

/// Writes what moved.
pub(crate) fn write(door: &Door<'_>, moved: &Moved<'_>) -> Result<()> {
    product::insert_movement(
        door,
        &Movement {
            id: StockMovementId::new(door.ids(), door.at()),
            product_id: moved.product,
            kind: moved.kind,
            business_day: moved.day,
            at: door.at(),
            actor: door.actor().to_owned(),
            quantity: moved.quantity,
            cost: moved.cost,
            item_id: moved.item,
            note: moved.note.to_owned(),
            reverses: None,
        },
    )?;
    Ok(())
}

/// What so much of a product is worth when it goes out.
pub(crate) fn worth(connection: &Connection, id: ProductId, out: Quantity) -> Result<Money> {
    let shelf = product::shelf(connection, id)?;
    let last = if out > shelf.quantity { product::last_delivery(connection, id)? } else { Shelf::default() };
    Ok(rules::cost_of(out, shelf, last)?)
}

/// The same quantity the other way.
pub(crate) const fn opposite(quantity: Quantity) -> Quantity {
    Quantity::from_thousandths(-quantity.thousandths())
}

/// Where a posting about goods belongs.
fn place(business_day: Day) -> Place {
    Place { business_day, register: None, appointment_id: None, receipt_id: None }
}

fn check_lines(lines: usize) -> Result<()> {
    if (1..=LINES_MAX).contains(&lines) { Ok(()) } else { Err(EngineError::out_of_range("lines", 1, LINES_MAX)) }
}

fn count(lines: usize) -> u32 {
    u32::try_from(lines).unwrap_or(u32::MAX)
}
