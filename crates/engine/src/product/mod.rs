//! Goods: the list of products, what came in and went out (G1, G2).

pub mod stock;

use adelante_base::{ProductId, Quantity};
use adelante_domain::permission::{Permission, allows};
use adelante_domain::search_text::fold;
use adelante_domain::stock::Shelf;
use adelante_store::product::{self, Product};
use adelante_store::{Connection, Door};
use adelante_wire::{
    Done, ErrorCode, ListProducts, Product as Shown, ProductFields, ProductList, ProductSaved, ProductUnit,
    RetireProduct, SaveProduct,
};

use crate::command::{Answer, Context, Mutation, Query, Undo};
use crate::error::{EngineError, Result, at_most, filled};

/// Products shown at once.
const SHOWN_MAX: u16 = 500;

impl Mutation for SaveProduct {
    type Output = ProductSaved;
    const KIND: &'static str = "product_saved";
    const PERMISSION: Permission = Permission::ServicesWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<ProductSaved>> {
        let fields = &self.product;
        filled("name", &fields.name, 120)?;
        at_most("category", &fields.category, 80)?;
        at_most("barcode", &fields.barcode, 64)?;
        at_most("supplier", &fields.supplier, 120)?;
        if fields.price_minor.is_negative() {
            return Err(EngineError::out_of_range("price_minor", 0, adelante_base::Money::MAX.minor()));
        }
        if fields.min.thousandths() < 0 {
            return Err(EngineError::out_of_range("min", 0, i64::MAX));
        }
        let id = match self.product_id {
            Some(id) => {
                living(door.connection(), id)?;
                product::update(door, &stored(id, fields))?;
                id
            }
            None => {
                let id = ProductId::new(door.ids(), door.at());
                product::insert(door, &stored(id, fields))?;
                id
            }
        };
        Ok(Answer::of(ProductSaved { product_id: id }))
    }
}

fn stored(id: ProductId, fields: &ProductFields) -> Product {
    let text = |text: &str| text.trim().to_owned();
    Product {
        id,
        name: text(&fields.name),
        category: text(&fields.category),
        unit: fields.unit,
        barcode: text(&fields.barcode),
        price: fields.price_minor,
        min: fields.min,
        supplier: text(&fields.supplier),
    }
}

impl Mutation for RetireProduct {
    type Output = Done;
    const KIND: &'static str = "product_retired";
    const PERMISSION: Permission = Permission::ServicesWrite;
    const UNDO: Undo = Undo::Inverse;

    fn run(&self, _: &Context<'_>, door: &mut Door<'_>) -> Result<Answer<Done>> {
        living(door.connection(), self.product_id)?;
        door.retire("product", &self.product_id.to_string())?;
        Ok(Answer::of(Done {}))
    }
}

impl Query for ListProducts {
    type Output = ProductList;
    const PERMISSION: Permission = Permission::PaymentsTake;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<ProductList> {
        if !(1..=SHOWN_MAX).contains(&self.limit) {
            return Err(EngineError::out_of_range("limit", 1, SHOWN_MAX));
        }
        let sees_cost = allows(context.actor.role, Permission::ServicesWrite);
        let all = product::list(connection)?;
        let running_out = all.iter().filter(|(product, shelf)| is_running_out(product, *shelf)).count();
        let worth = adelante_base::Money::sum(all.iter().map(|(_, shelf)| shelf.cost))?;
        let words: Vec<String> = fold(&self.text).split(' ').map(str::to_owned).collect();
        let wanted = |product: &Product| {
            let name = fold(&format!("{} {} {}", product.name, product.category, product.supplier));
            (!product.barcode.is_empty() && product.barcode == self.text.trim())
                || words.iter().all(|word| name.contains(word.as_str()))
        };
        let found: Vec<_> = all.into_iter().filter(|(product, _)| wanted(product)).collect();
        let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
        let shown = found.into_iter().take(usize::from(self.limit)).map(|(product, shelf)| Shown {
            product_id: product.id,
            running_out: is_running_out(&product, shelf),
            stock: shelf.quantity,
            worth_minor: sees_cost.then_some(shelf.cost),
            product: fields(product),
        });
        Ok(ProductList {
            products: shown.collect(),
            total,
            running_out: u32::try_from(running_out).unwrap_or(u32::MAX),
            worth_minor: sees_cost.then_some(worth),
        })
    }
}

fn is_running_out(product: &Product, shelf: Shelf) -> bool {
    product.min.thousandths() > 0 && shelf.quantity < product.min
}

fn fields(product: Product) -> ProductFields {
    ProductFields {
        name: product.name,
        category: product.category,
        unit: product.unit,
        barcode: product.barcode,
        price_minor: product.price,
        min: product.min,
        supplier: product.supplier,
    }
}

/// A product that the salon knows, also one that is no longer sold.
pub(crate) fn living(connection: &Connection, id: ProductId) -> Result<Product> {
    product::get(connection, id)?.ok_or_else(|| EngineError::not_found("product"))
}

/// Refuses a quantity that is not one: none, less than none, half a piece, more than a shelf holds.
pub(crate) fn check_quantity(product: &Product, quantity: Quantity) -> Result<()> {
    const MOST: i64 = 1_000_000_000;
    if quantity.thousandths() <= 0 {
        return Err(EngineError::new(ErrorCode::NotPositive).with("field", "quantity"));
    }
    if quantity.thousandths() > MOST {
        return Err(EngineError::out_of_range("quantity", 1, MOST / 1_000));
    }
    if product.unit == ProductUnit::Piece && quantity.thousandths() % Quantity::ONE.thousandths() != 0 {
        return Err(EngineError::new(ErrorCode::NotWhole));
    }
    Ok(())
}
