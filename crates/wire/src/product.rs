//! Goods: the list of products, what comes in and goes out.

use adelante_base::{Day, Money, ProductId, Quantity, StaffMemberId, StockMovementId, Timestamp};

use crate::{ProductUnit, StockKind};

crate::dto! {
    /// A product as it is written.
    pub struct ProductFields {
        /// Name, 1–120.
        pub name: String,
        /// Category, or empty.
        #[serde(default)]
        pub category: String,
        /// What it is counted in.
        pub unit: ProductUnit,
        /// Barcode, or empty.
        #[serde(default)]
        pub barcode: String,
        /// Price of one unit, ≥ 0.
        pub price_minor: Money,
        /// Below it the product is running out; thousandths of the unit.
        #[serde(default)]
        pub min: Quantity,
        /// Who delivers it, or empty.
        #[serde(default)]
        pub supplier: String,
    }

    /// Puts a product on the list or changes it.
    pub struct SaveProduct {
        /// Which; `None`: a new one.
        #[serde(default)]
        pub product_id: Option<ProductId>,
        /// What it is.
        pub product: ProductFields,
    }

    /// The product is saved.
    pub struct ProductSaved {
        /// Which.
        pub product_id: ProductId,
    }

    /// Takes a product off the list.
    pub struct RetireProduct {
        /// Which.
        pub product_id: ProductId,
    }

    /// Asks for products.
    pub struct ListProducts {
        /// Part of a name or category, or a whole barcode; empty: all.
        #[serde(default)]
        pub text: String,
        /// How many, 1–500.
        pub limit: u16,
    }

    /// Products by category and name.
    pub struct ProductList {
        /// Them.
        pub products: Vec<Product>,
        /// How many there are.
        pub total: u32,
        /// How many of all products are running out.
        pub running_out: u32,
        /// What all goods on the shelf are worth, by average cost; `None` where the person may not see it.
        pub worth_minor: Option<Money>,
    }

    /// A product with what there is of it.
    pub struct Product {
        /// Which.
        pub product_id: ProductId,
        /// What it is.
        pub product: ProductFields,
        /// How much there is, thousandths of the unit; negative where more was sold than came in.
        pub stock: Quantity,
        /// It is running out.
        pub running_out: bool,
        /// What it is worth, by average cost; `None` where the person may not see it.
        pub worth_minor: Option<Money>,
    }

    /// Goods of a delivery.
    pub struct DeliveredLine {
        /// Which.
        pub product_id: ProductId,
        /// How much, > 0.
        pub quantity: Quantity,
        /// What all of it cost, ≥ 0.
        pub cost_minor: Money,
    }

    /// Goods come in.
    pub struct ReceiveGoods {
        /// 1–200 lines.
        pub lines: Vec<DeliveredLine>,
        /// From whom, number of the paper: ≤ 200.
        #[serde(default)]
        pub note: String,
    }

    /// Writes goods off: broken, spoilt, lost.
    pub struct WriteOffGoods {
        /// Which.
        pub product_id: ProductId,
        /// How much, > 0.
        pub quantity: Quantity,
        /// Why, 1–200.
        pub reason: String,
    }

    /// Goods as they were counted.
    pub struct CountedLine {
        /// Which.
        pub product_id: ProductId,
        /// How much lies there, ≥ 0.
        pub quantity: Quantity,
    }

    /// The shelf was counted: the books follow the count.
    pub struct TakeStock {
        /// 1–200 lines, each product once.
        pub lines: Vec<CountedLine>,
        /// A word about it, ≤ 200.
        #[serde(default)]
        pub note: String,
    }

    /// What was posted.
    pub struct GoodsMoved {
        /// What it is worth: in +, out −.
        pub cost_minor: Money,
        /// How many products moved.
        pub count: u32,
    }

    /// Asks what came in and went out of a product.
    pub struct ListStockMovements {
        /// Which.
        pub product_id: ProductId,
        /// How many, 1–500.
        pub limit: u16,
    }

    /// Movements, latest first.
    pub struct StockMovementList {
        /// Them.
        pub movements: Vec<StockMovement>,
    }

    /// Goods that came in (+) or went out (−).
    pub struct StockMovement {
        /// Which.
        pub movement_id: StockMovementId,
        /// Why.
        pub kind: StockKind,
        /// Business day.
        pub business_day: Day,
        /// When.
        pub at: Timestamp,
        /// By whom; empty for the program.
        pub by: String,
        /// How much.
        pub quantity: Quantity,
        /// What it is worth; `None` where the person may not see it.
        pub cost_minor: Option<Money>,
        /// A word about it.
        pub note: String,
    }

    /// Puts a product on the bill of a visit that is not over.
    pub struct AddProduct {
        /// On which visit's bill.
        pub appointment_id: adelante_base::AppointmentId,
        /// Which.
        pub product_id: ProductId,
        /// How much, > 0; pieces are whole.
        pub quantity: Quantity,
        /// Price of the whole line; `None`: by the list.
        #[serde(default)]
        pub price_minor: Option<Money>,
        /// Who sold it.
        #[serde(default)]
        pub seller_id: Option<StaffMemberId>,
    }
}
