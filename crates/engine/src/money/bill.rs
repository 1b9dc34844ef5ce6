//! A bill: the booked services of a visit and what is sold beside them. A sale at the desk without
//! a booking is a visit that takes no time.

use adelante_base::vocabulary::{AppointmentStatus, ItemKind};
use adelante_base::{AppointmentId, BillLineId, ClientId, Money, Quantity, StaffMemberId};
use adelante_domain::allocation::PayableLine;
use adelante_domain::permission::Permission;
use adelante_domain::stock::{price_of, scaled};
use adelante_store::appointment::{self, Appointment};
use adelante_store::bill::{self, Item};
use adelante_store::credit::package;
use adelante_store::{Connection, Door, product};
use adelante_wire::{
    AddProduct, BillItem, Done, DropSale, ErrorCode, ItemAdded, RemoveBillItem, SaleStarted, StartSale, UpdateBillItem,
};

use crate::appointment::Names;
use crate::appointment::change::open_visit;
use crate::command::{Answer, Context, Mutation, Undo};
use crate::error::{EngineError, Result};
use crate::product::check_quantity;

/// Items on one bill.
const ITEMS_MAX: usize = 100;

impl Mutation for StartSale {
    type Output = SaleStarted;
    const KIND: &'static str = "sale_started";
    const PERMISSION: Permission = Permission::PaymentsTake;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<SaleStarted>> {
        if let Some(client) = self.client_id {
            crate::client::living(door, client)?;
        }
        Ok(Answer::of(SaleStarted { appointment_id: start(context, door, self.client_id)? }))
    }
}

/// Begins a sale: a visit here and now that takes no time.
fn start(context: &Context<'_>, door: &Door<'_>, client_id: Option<ClientId>) -> Result<AppointmentId> {
    let (day, start_min) = context.today();
    let id = AppointmentId::new(door.ids(), door.at());
    appointment::insert(
        door,
        &Appointment {
            id,
            client_id,
            day,
            start_min,
            zone: context.salon()?.zone.name().to_owned(),
            overridden: false,
            conflicts: Vec::new(),
            series_id: None,
            group_id: None,
            to_call: false,
            sale: true,
            status: AppointmentStatus::Arrived,
            status_reason: String::new(),
            note: String::new(),
            source: String::new(),
            created_at: door.at(),
            retired: false,
        },
    )?;
    Ok(id)
}

impl Mutation for DropSale {
    type Output = Done;
    const KIND: &'static str = "sale_dropped";
    const PERMISSION: Permission = Permission::PaymentsTake;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        let visit = open_visit(door, self.appointment_id)?;
        let paid = appointment::sums(door.connection(), visit.id)?.paid;
        if !visit.sale {
            return Err(EngineError::not_found("sale"));
        }
        if !paid.is_zero() {
            return Err(EngineError::new(ErrorCode::HasMoney).with("paid_minor", paid.minor()));
        }
        for item in bill::items(door.connection(), visit.id)? {
            door.retire("bill_item", &item.id.to_string())?;
        }
        door.retire("appointment", &visit.id.to_string())?;
        Ok(Answer::of(Done {}))
    }
}

impl Mutation for AddProduct {
    type Output = ItemAdded;
    const KIND: &'static str = "product_added";
    const PERMISSION: Permission = Permission::PaymentsTake;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<ItemAdded>> {
        let product = crate::product::living(door.connection(), self.product_id)?;
        check_quantity(&product, self.quantity)?;
        let list_price = price_of(self.quantity, product.price)?;
        let item = Item {
            product_id: Some(product.id),
            seller_id: seller(door.connection(), self.seller_id)?,
            quantity: self.quantity,
            list_price,
            price: asked_price(context, self.price_minor, list_price)?,
            ..blank(door, self.appointment_id, ItemKind::Product)
        };
        put(door, &item)?;
        Ok(Answer::of(ItemAdded { line_id: item.id, code: String::new() }))
    }
}

/// An item with nothing in it yet.
pub(crate) fn blank(door: &Door<'_>, visit: AppointmentId, kind: ItemKind) -> Item {
    Item {
        id: BillLineId::new(door.ids(), door.at()),
        appointment_id: visit,
        kind,
        product_id: None,
        offer_id: None,
        seller_id: None,
        quantity: Quantity::ONE,
        list_price: Money::ZERO,
        price: Money::ZERO,
        discount: Money::ZERO,
        discount_reason: String::new(),
        code: String::new(),
        valid_until: None,
    }
}

/// Puts an item on the bill of a visit that is not over.
pub(crate) fn put(door: &Door<'_>, item: &Item) -> Result<()> {
    let visit = open_visit(door, item.appointment_id)?;
    if bill::items(door.connection(), visit.id)?.len() >= ITEMS_MAX {
        return Err(EngineError::out_of_range("items", 1, ITEMS_MAX));
    }
    bill::insert(door, item)?;
    Ok(())
}

/// Who sold it, if anybody is named.
pub(crate) fn seller(connection: &Connection, id: Option<StaffMemberId>) -> Result<Option<StaffMemberId>> {
    if let Some(id) = id {
        crate::staff::living(connection, id)?;
    }
    Ok(id)
}

/// The price asked for, or the list's; another than the list's needs a permission.
fn asked_price(context: &Context<'_>, asked: Option<Money>, list: Money) -> Result<Money> {
    let Some(price) = asked.filter(|price| *price != list) else { return Ok(list) };
    context.actor.check(Permission::PricesEdit)?;
    if price.is_negative() {
        return Err(EngineError::out_of_range("price_minor", 0, Money::MAX.minor()));
    }
    Ok(price)
}

impl Mutation for UpdateBillItem {
    type Output = Done;
    const KIND: &'static str = "bill_item_updated";
    const PERMISSION: Permission = Permission::PaymentsTake;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, context: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        let item = item(door.connection(), self.line_id)?;
        open_visit(door, item.appointment_id)?;
        let Some(product) = item.product_id else {
            return Err(EngineError::new(ErrorCode::StillUsed).with("what", item.kind));
        };
        let product = crate::product::living(door.connection(), product)?;
        check_quantity(&product, self.quantity)?;
        let list_price = price_of(self.quantity, product.price)?;
        let changed = Item {
            seller_id: seller(door.connection(), self.seller_id)?,
            quantity: self.quantity,
            ..priced(self, context, item, list_price)?
        };
        keeps_what_is_paid(door.connection(), &changed)?;
        bill::update(door, &changed)?;
        Ok(Answer::of(Done {}))
    }
}

/// The item at the price that its new quantity has. A price that is typed, or the list's where that is
/// asked for, ends the discount; else what the line has of its own, a price or a discount, stays the
/// same a unit.
fn priced(asked: &UpdateBillItem, context: &Context<'_>, item: Item, list_price: Money) -> Result<Item> {
    let same = asked.quantity == item.quantity;
    let typed = asked.price_minor.filter(|price| !same || *price != item.price);
    if asked.by_list || typed.is_some() {
        let typed = typed.filter(|_| !asked.by_list);
        let price = asked_price(context, typed, list_price)?;
        return Ok(Item { list_price, price, discount: Money::ZERO, discount_reason: String::new(), ..item });
    }
    if same {
        return Ok(item);
    }
    let before = item.price_before()?;
    let own = before != item.list_price;
    let before = if own { scaled(before, item.quantity, asked.quantity)? } else { list_price };
    let discount = scaled(item.discount, item.quantity, asked.quantity)?.min(before);
    Ok(Item { list_price, price: before.minus(discount)?, discount, ..item })
}

impl Mutation for RemoveBillItem {
    type Output = Done;
    const KIND: &'static str = "bill_item_removed";
    const PERMISSION: Permission = Permission::PaymentsTake;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        let item = item(door.connection(), self.line_id)?;
        open_visit(door, item.appointment_id)?;
        keeps_what_is_paid(door.connection(), &Item { price: Money::ZERO, ..item.clone() })?;
        door.retire("bill_item", &item.id.to_string())?;
        Ok(Answer::of(Done {}))
    }
}

fn item(connection: &Connection, id: BillLineId) -> Result<Item> {
    bill::get(connection, id)?.ok_or_else(|| EngineError::not_found("bill_item"))
}

/// What is paid of an item stays paid: it cannot be taken off or made cheaper than that.
pub(super) fn keeps_what_is_paid(connection: &Connection, changed: &Item) -> Result<()> {
    let paid = appointment::paid_by_line(connection, changed.appointment_id)?;
    let paid = paid.iter().find(|(id, _)| *id == changed.id).map_or(Money::ZERO, |(_, paid)| *paid);
    if changed.price < paid {
        return Err(EngineError::new(ErrorCode::HasMoney).with("paid_minor", paid.minor()));
    }
    Ok(())
}

/// Every line of a visit's bill as a payment sees it: services first, then what is sold beside
/// them.
pub(crate) fn payable(connection: &Connection, visit: AppointmentId) -> Result<Vec<PayableLine>> {
    let paid = appointment::paid_by_line(connection, visit)?;
    let services = appointment::lines(connection, visit)?.into_iter().map(|line| (line.id, line.price));
    let items = bill::items(connection, visit)?.into_iter().map(|item| (item.id, item.price));
    let line = |(line, price): (BillLineId, Money)| PayableLine {
        line,
        price,
        paid: paid.iter().find(|(id, _)| *id == line).map_or(Money::ZERO, |(_, paid)| *paid),
    };
    Ok(services.chain(items).map(line).collect())
}

/// A line of a bill by name.
pub(crate) struct NamedLine {
    /// Which.
    pub id: BillLineId,
    /// What.
    pub name: String,
    /// What it is, where it is no service.
    pub item: Option<ItemKind>,
    /// Who did or sold it, or empty.
    pub staff: String,
    /// Price.
    pub price: Money,
    /// Discount that the price has inside.
    pub discount: Money,
}

/// Every line of a bill by name, services first.
pub(crate) fn named_lines(connection: &Connection, visit: AppointmentId) -> Result<Vec<NamedLine>> {
    let (services, items) = (appointment::lines(connection, visit)?, bill::items(connection, visit)?);
    let sellers = items.iter().filter_map(|item| item.seller_id);
    let people = services.iter().map(|line| line.staff_id).chain(sellers);
    let names = Names::of(connection, services.iter().map(|line| line.service_id), people)?;
    let mut named: Vec<NamedLine> = services
        .into_iter()
        .map(|line| NamedLine {
            id: line.id,
            name: names.service(line.service_id),
            item: None,
            staff: names.staff(line.staff_id),
            price: line.price,
            discount: line.discount,
        })
        .collect();
    for item in items {
        named.push(NamedLine {
            id: item.id,
            name: item_name(connection, &item)?,
            item: Some(item.kind),
            staff: item.seller_id.map(|id| names.staff(id)).unwrap_or_default(),
            price: item.price,
            discount: item.discount,
        });
    }
    Ok(named)
}

/// The items of a bill as they are shown.
pub(crate) fn shown(
    connection: &Connection,
    names: &Names,
    visit: AppointmentId,
    paid: &[(BillLineId, Money)],
) -> Result<Vec<BillItem>> {
    bill::items(connection, visit)?.into_iter().map(|item| show(connection, names, item, paid)).collect()
}

fn show(connection: &Connection, names: &Names, item: Item, paid: &[(BillLineId, Money)]) -> Result<BillItem> {
    let product = item.product_id.map(|id| crate::product::living(connection, id)).transpose()?;
    let stock = item.product_id.map(|id| product::shelf(connection, id)).transpose()?;
    Ok(BillItem {
        line_id: item.id,
        kind: item.kind,
        name: item_name(connection, &item)?,
        product_id: item.product_id,
        unit: product.as_ref().map(|product| product.unit),
        quantity: item.quantity,
        stock: stock.map(|shelf| shelf.quantity),
        seller_id: item.seller_id,
        seller: item.seller_id.map(|id| names.staff(id)).unwrap_or_default(),
        code: item.code,
        valid_until: item.valid_until,
        list_price_minor: item.list_price,
        discount_minor: item.discount,
        discount_reason: item.discount_reason,
        price_minor: item.price,
        paid_minor: paid.iter().find(|(id, _)| *id == item.id).map_or(Money::ZERO, |(_, paid)| *paid),
    })
}

/// What an item is called: the product, the package, a certificate's code; empty where its kind
/// says it all.
fn item_name(connection: &Connection, item: &Item) -> Result<String> {
    if let Some(product) = item.product_id {
        return Ok(crate::product::living(connection, product)?.name);
    }
    if let Some(offer) = item.offer_id {
        return Ok(package::offer(connection, offer)?.map(|offer| offer.name).unwrap_or_default());
    }
    Ok(item.code.clone())
}
