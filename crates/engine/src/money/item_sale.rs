//! What completion posts of the items of a bill: what was sold, what left the shelf; and the
//! opposite.

use std::collections::BTreeMap;

use adelante_base::vocabulary::{ItemKind, ProductUnit, StockKind};
use adelante_base::{AppointmentId, BillLineId, Day, Money, Quantity};
use adelante_domain::ledger::{self, Account, Sold};
use adelante_store::appointment::Appointment;
use adelante_store::bill::{self, Item, ItemSale};
use adelante_store::ledger::Place;
use adelante_store::{Connection, Door, ledger as entries, product};

use super::{promise, tax};
use crate::command::Context;
use crate::error::Result;
use crate::product::stock::{self, Moved, opposite};

/// Posts every item of a bill as sold and adds it to what the completion sells.
pub(crate) fn post(context: &Context<'_>, door: &Door<'_>, visit: &Appointment, sold: &mut Sold) -> Result<()> {
    let business_day = context.business_day()?;
    let tax_of_goods = tax::of_salon(context.salon()?, business_day).rate_bp;
    let mut cost = Money::ZERO;
    for item in bill::items(door.connection(), visit.id)? {
        let vat_bp = if item.kind == ItemKind::Product { tax_of_goods } else { 0 };
        let sale = ItemSale {
            appointment_id: visit.id,
            item_id: item.id,
            kind: item.kind,
            product_id: item.product_id,
            seller_id: item.seller_id,
            client_id: visit.client_id,
            business_day,
            quantity: item.quantity,
            price: item.price,
            vat_bp,
            vat: ledger::vat_inside(item.price, vat_bp)?,
            cost: goods_out(door, &item, business_day)?,
            reverses: None,
        };
        bill::insert_sale(door, &sale)?;
        let promised = promise::issue(context, door, visit, &item)?;
        add(sold, &sale, promised)?;
        cost = cost.plus(sale.cost)?;
    }
    entries::post(door, &ledger::goods_sold(cost)?, &place(visit, business_day))?;
    Ok(())
}

/// Answers every sold item of a visit with its opposite and adds what it was to `sold`.
pub(crate) fn reverse(context: &Context<'_>, door: &Door<'_>, visit: &Appointment, sold: &mut Sold) -> Result<()> {
    let business_day = context.business_day()?;
    let mut cost = Money::ZERO;
    for (id, sale) in bill::sales(door.connection(), visit.id)? {
        let back = ItemSale {
            business_day,
            quantity: opposite(sale.quantity),
            price: sale.price.negated(),
            vat: sale.vat.negated(),
            cost: sale.cost.negated(),
            reverses: Some(id),
            ..sale
        };
        bill::insert_sale(door, &back)?;
        goods_back(door, &sale, sale.quantity, sale.cost, business_day)?;
        let promised = promised_by(door, visit, &sale)?;
        add(sold, &sale, promised)?;
        cost = cost.plus(sale.cost)?;
    }
    entries::post(door, &ledger::goods_sold(cost.negated())?, &place(visit, business_day))?;
    Ok(())
}

/// Sells so much less of an item: a sale of the opposite sign; goods come back in proportion, all
/// of them with the last of the price. Answers what is sold less.
pub(super) fn sell_less(
    context: &Context<'_>,
    door: &Door<'_>,
    visit: &Appointment,
    item: &mut Item,
    less: Money,
) -> Result<Sold> {
    let business_day = context.business_day()?;
    let mut back = Sold::default();
    let sold: Vec<ItemSale> = bill::sales(door.connection(), visit.id)?
        .into_iter()
        .filter_map(|(_, sale)| (sale.item_id == item.id).then_some(sale))
        .collect();
    let Some(first) = sold.first() else { return Ok(back) };
    let price = Money::sum(sold.iter().map(|sale| sale.price))?;
    let vat = Money::sum(sold.iter().map(|sale| sale.vat))?;
    let cost = Money::sum(sold.iter().map(|sale| sale.cost))?;
    let quantity: i64 = sold.iter().map(|sale| sale.quantity.thousandths()).sum();
    let kept = price.minus(less)?;
    let (goods, worth) = if kept.is_zero() {
        (Quantity::from_thousandths(quantity), cost)
    } else {
        whole_units_back(&sold, less, (price, quantity, cost))?
    };
    let sale = ItemSale {
        business_day,
        quantity: opposite(goods),
        price: less.negated(),
        vat: vat.minus(ledger::vat_inside(kept, first.vat_bp)?)?.negated(),
        cost: worth.negated(),
        reverses: None,
        ..*first
    };
    bill::insert_sale(door, &sale)?;
    goods_back(door, first, goods, worth, business_day)?;
    entries::post(door, &ledger::goods_sold(worth.negated())?, &place(visit, business_day))?;
    let promised = promise::take_back(door.connection(), visit, item, less)?;
    add(&mut back, &ItemSale { price: less, vat: sale.vat.negated(), ..sale }, promised)?;
    item.price = kept;
    bill::update(door, item)?;
    Ok(back)
}

/// Goods that come back with a part of their price: as many whole units as the part pays for.
fn whole_units_back(
    sold: &[ItemSale],
    less: Money,
    (price, quantity, cost): (Money, i64, Money),
) -> Result<(Quantity, Money)> {
    let unit = Quantity::ONE.thousandths();
    let of_price = i128::from(quantity) * i128::from(less.minor()) / i128::from(price.minor().max(1));
    let whole = i64::try_from(of_price).unwrap_or(0) / unit * unit;
    let kind = sold.first().map(|sale| sale.kind);
    if whole == 0 || kind != Some(ItemKind::Product) {
        return Ok((Quantity::from_thousandths(0), Money::ZERO));
    }
    let goods = Quantity::from_thousandths(whole);
    let shelf = adelante_domain::stock::Shelf { quantity: Quantity::from_thousandths(quantity), cost };
    Ok((goods, adelante_domain::stock::cost_of(goods, shelf, adelante_domain::stock::Shelf::default())?))
}

/// Goods of a line that are sold and did not come back.
pub(super) struct GoodsLeft {
    /// What they are counted in.
    pub unit: ProductUnit,
    /// How much.
    pub quantity: Quantity,
    /// For how much.
    pub price: Money,
}

/// What the client still has of the goods of a visit's bill, by line. Nothing is sold before the
/// visit is done.
pub(super) fn goods_left(connection: &Connection, visit: AppointmentId) -> Result<BTreeMap<BillLineId, GoodsLeft>> {
    let mut left: BTreeMap<BillLineId, GoodsLeft> = BTreeMap::new();
    for (_, sale) in bill::sales(connection, visit)? {
        let Some(product) = sale.product_id.map(|id| product::get(connection, id)).transpose()?.flatten() else {
            continue;
        };
        let of_line = left.entry(sale.item_id).or_insert(GoodsLeft {
            unit: product.unit,
            quantity: Quantity::from_thousandths(0),
            price: Money::ZERO,
        });
        let quantity = of_line.quantity.thousandths() + sale.quantity.thousandths();
        of_line.quantity = Quantity::from_thousandths(quantity);
        of_line.price = of_line.price.plus(sale.price)?;
    }
    Ok(left)
}

/// Takes back what items of a bill that is done have promised: they are not sold after all and go off
/// the bill. Refused where the promise was used.
pub(super) fn take_back(context: &Context<'_>, door: &Door<'_>, visit: &Appointment, items: &[Item]) -> Result<()> {
    let business_day = context.business_day()?;
    let mut back = Sold::default();
    for item in items {
        let mut price = Money::ZERO;
        for (id, sale) in bill::sales(door.connection(), visit.id)? {
            if sale.item_id != item.id {
                continue;
            }
            price = price.plus(sale.price)?;
            let opposite = ItemSale {
                business_day,
                quantity: opposite(sale.quantity),
                price: sale.price.negated(),
                vat: sale.vat.negated(),
                cost: sale.cost.negated(),
                reverses: Some(id),
                ..sale
            };
            bill::insert_sale(door, &opposite)?;
        }
        if let Some(account) = promise::take_back(door.connection(), visit, item, price)? {
            back.promised.push((account, price));
        }
        door.retire("bill_item", &item.id.to_string())?;
    }
    entries::post(door, &ledger::completion_reversed(visit.id, &back)?, &place(visit, business_day))?;
    Ok(())
}

/// Goods leave the shelf; answers what they had cost.
fn goods_out(door: &Door<'_>, item: &Item, day: Day) -> Result<Money> {
    let Some(product) = item.product_id else { return Ok(Money::ZERO) };
    let cost = stock::worth(door.connection(), product, item.quantity)?;
    stock::write(
        door,
        &Moved {
            quantity: opposite(item.quantity),
            cost: cost.negated(),
            item: Some(item.id),
            ..Moved::of(product, StockKind::Sale, day)
        },
    )?;
    Ok(cost)
}

fn goods_back(door: &Door<'_>, sale: &ItemSale, quantity: Quantity, cost: Money, day: Day) -> Result<()> {
    let Some(product) = sale.product_id.filter(|_| quantity.thousandths() != 0) else { return Ok(()) };
    let item: Option<BillLineId> = Some(sale.item_id);
    let moved = Moved { quantity, cost, item, ..Moved::of(product, StockKind::SaleReturn, day) };
    stock::write_in(door, &moved, &stock::place(day))
}

/// The account that owes what a sold item has promised, as far as it was not used.
fn promised_by(door: &Door<'_>, visit: &Appointment, sale: &ItemSale) -> Result<Option<Account>> {
    let item = bill::items(door.connection(), visit.id)?.into_iter().find(|item| item.id == sale.item_id);
    let Some(item) = item else { return Ok(None) };
    promise::take_back(door.connection(), visit, &item, sale.price)
}

/// Adds a sold item to what a posting sells: goods are earned, the rest is owed.
fn add(sold: &mut Sold, sale: &ItemSale, promised: Option<Account>) -> Result<()> {
    if let Some(account) = promised {
        sold.promised.push((account, sale.price));
        return Ok(());
    }
    sold.products = sold.products.plus(sale.price)?;
    sold.product_vat = sold.product_vat.plus(sale.vat)?;
    Ok(())
}

fn place(visit: &Appointment, business_day: Day) -> Place {
    Place { business_day, register: None, appointment_id: Some(visit.id), receipt_id: None }
}
