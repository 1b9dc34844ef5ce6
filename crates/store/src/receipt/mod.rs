//! Receipts, payments and sale lines: facts.

use adelante_base::vocabulary::{MethodKind, ReceiptKind};
use adelante_base::{
    AppointmentId, AppointmentServiceId, ClientId, Day, Money, MoneyError, PaymentId, PaymentMethodId, ReceiptId,
    RegisterId, SaleLineId, ServiceId, ShiftId, StaffMemberId, Timestamp, TipId,
};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

use crate::appointment::{money, money_or_zero};
use crate::operation::{parsed, parsed_or_null};
use crate::{Door, StoreError};

/// A receipt as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Which.
    pub id: ReceiptId,
    /// Kind.
    pub kind: ReceiptKind,
    /// Register.
    pub register_id: RegisterId,
    /// Prefix of the register's numbers.
    pub prefix: String,
    /// Series of the register's numbers.
    pub series: u32,
    /// Number in the series.
    pub number: u32,
    /// Shift.
    pub shift_id: ShiftId,
    /// Business day.
    pub business_day: Day,
    /// When.
    pub at: Timestamp,
    /// Who took the money.
    pub cashier: String,
    /// For which visit.
    pub appointment_id: AppointmentId,
    /// Sum; negative for a void.
    pub total: Money,
    /// The receipt it answers.
    pub voids: Option<ReceiptId>,
    /// The receipt that answers it.
    pub voided_by: Option<ReceiptId>,
    /// The receipt of which it gives money back.
    pub refunds: Option<ReceiptId>,
    /// Why.
    pub reason: String,
    /// Everything on the paper, JSON.
    pub print: String,
    /// Client's name today, or empty.
    pub client: String,
}

/// A payment as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// Which.
    pub id: PaymentId,
    /// For which visit.
    pub appointment_id: AppointmentId,
    /// Of a credit: whose balance or points, which certificate or package.
    pub source: Option<String>,
    /// Method.
    pub method_id: PaymentMethodId,
    /// Kind of the method.
    pub kind: MethodKind,
    /// Name of the method, or empty.
    pub name: String,
    /// Sum; negative for a void.
    pub amount: Money,
    /// Cash given.
    pub tendered: Option<Money>,
    /// What it pays of each line.
    pub allocation: Vec<(AppointmentServiceId, Money)>,
    /// Tips taken with it, over the sum; negative for a void.
    pub tip: Money,
}

impl Payment {
    /// All that went the method's way: the sum with the tips.
    ///
    /// # Errors
    /// [`MoneyError::TooLarge`].
    pub fn moved(&self) -> Result<Money, MoneyError> {
        self.amount.plus(self.tip)
    }
}

/// A tip for a staff member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tip {
    /// For whom.
    pub staff_id: StaffMemberId,
    /// Name.
    pub name: String,
    /// Sum; negative for a void.
    pub amount: Money,
}

/// A new receipt, before it has a number.
#[derive(Debug, Clone)]
pub struct NewReceipt<'a> {
    /// Kind.
    pub kind: ReceiptKind,
    /// Register.
    pub register_id: RegisterId,
    /// Shift.
    pub shift_id: ShiftId,
    /// Business day.
    pub business_day: Day,
    /// Visit.
    pub appointment_id: AppointmentId,
    /// Sum.
    pub total: Money,
    /// The receipt it answers.
    pub voids: Option<ReceiptId>,
    /// The receipt of which it gives money back.
    pub refunds: Option<ReceiptId>,
    /// Why.
    pub reason: &'a str,
    /// Everything on the paper, JSON.
    pub print: &'a str,
}

/// A line sold at completion.
#[derive(Debug, Clone, Copy)]
pub struct SaleLine {
    /// Visit.
    pub appointment_id: AppointmentId,
    /// Booked line.
    pub line_id: AppointmentServiceId,
    /// Service.
    pub service_id: ServiceId,
    /// Who did it.
    pub staff_id: StaffMemberId,
    /// Whose visit.
    pub client_id: Option<ClientId>,
    /// Business day.
    pub business_day: Day,
    /// List price.
    pub list_price: Money,
    /// Price.
    pub price: Money,
    /// VAT rate.
    pub vat_bp: u16,
    /// VAT inside the price.
    pub vat: Money,
    /// The line it answers.
    pub reverses: Option<SaleLineId>,
}

/// The number as people read it: prefix, series where it is not the first, six digits.
#[must_use]
pub fn number_text(prefix: &str, series: u32, number: u32) -> String {
    if series == 1 { format!("{prefix}-{number:06}") } else { format!("{prefix}.{series}-{number:06}") }
}

/// Writes a receipt with the register's next number; returns its id and number.
///
/// # Errors
/// What SQLite says.
pub fn insert(door: &Door<'_>, new: &NewReceipt<'_>) -> Result<(ReceiptId, u32, u32), StoreError> {
    let series = crate::local::series(door.connection())?;
    let number: u32 = door
        .connection()
        .prepare_cached(include_str!("next_number.sql"))?
        .query_row(named_params! { ":register_id": new.register_id.to_string(), ":series": series }, |row| {
            row.get("next")
        })?;
    let id = ReceiptId::new(door.ids(), door.at());
    door.insert(
        "receipt",
        &[
            ("id", id.to_string().into()),
            ("kind", new.kind.as_str().to_owned().into()),
            ("register_id", new.register_id.to_string().into()),
            ("series", i64::from(series).into()),
            ("number", i64::from(number).into()),
            ("shift_id", new.shift_id.to_string().into()),
            ("business_day", new.business_day.to_string().into()),
            ("at", door.at().millis().into()),
            ("cashier", door.actor().to_owned().into()),
            ("appointment_id", new.appointment_id.to_string().into()),
            ("total_minor", new.total.minor().into()),
            ("voids", new.voids.map(|id| id.to_string()).into()),
            ("refunds", new.refunds.map(|id| id.to_string()).into()),
            ("reason", new.reason.to_owned().into()),
            ("print", new.print.to_owned().into()),
        ],
    )?;
    Ok((id, series, number))
}

/// Writes a payment of a receipt.
///
/// # Errors
/// What SQLite says.
pub fn insert_payment(door: &Door<'_>, receipt: ReceiptId, payment: &Payment) -> Result<(), StoreError> {
    let shares: Vec<(String, i64)> =
        payment.allocation.iter().map(|(line, part)| (line.to_string(), part.minor())).collect();
    door.insert(
        "payment",
        &[
            ("id", payment.id.to_string().into()),
            ("receipt_id", receipt.to_string().into()),
            ("appointment_id", payment.appointment_id.to_string().into()),
            ("source_id", payment.source.clone().into()),
            ("method_id", payment.method_id.to_string().into()),
            ("amount_minor", payment.amount.minor().into()),
            ("tendered_minor", payment.tendered.map(Money::minor).into()),
            ("allocation", serde_json::to_string(&shares)?.into()),
            ("tip_minor", (!payment.tip.is_zero()).then_some(payment.tip.minor()).into()),
        ],
    )
}

/// Writes whom a tip of a receipt is for.
///
/// # Errors
/// What SQLite says.
pub fn insert_tip(door: &Door<'_>, receipt: ReceiptId, visit: AppointmentId, tip: &Tip) -> Result<(), StoreError> {
    door.insert(
        "tip",
        &[
            ("id", TipId::new(door.ids(), door.at()).to_string().into()),
            ("receipt_id", receipt.to_string().into()),
            ("appointment_id", visit.to_string().into()),
            ("staff_id", tip.staff_id.to_string().into()),
            ("amount_minor", tip.amount.minor().into()),
        ],
    )
}

/// The tips of a receipt, as they were given.
///
/// # Errors
/// What SQLite says.
pub fn tips(connection: &Connection, receipt: ReceiptId) -> Result<Vec<Tip>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("tips.sql"))?;
    let rows = all.query_map([receipt.to_string()], |row| {
        Ok(Tip { staff_id: parsed(row, "staff_id")?, name: row.get("name")?, amount: money(row, "amount_minor")? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes a sold line.
///
/// # Errors
/// What SQLite says.
pub fn insert_sale_line(door: &Door<'_>, line: &SaleLine) -> Result<(), StoreError> {
    door.insert(
        "sale_line",
        &[
            ("id", SaleLineId::new(door.ids(), door.at()).to_string().into()),
            ("appointment_id", line.appointment_id.to_string().into()),
            ("line_id", line.line_id.to_string().into()),
            ("service_id", line.service_id.to_string().into()),
            ("staff_id", line.staff_id.to_string().into()),
            ("client_id", line.client_id.map(|id| id.to_string()).into()),
            ("business_day", line.business_day.to_string().into()),
            ("list_price_minor", line.list_price.minor().into()),
            ("price_minor", line.price.minor().into()),
            ("vat_bp", i64::from(line.vat_bp).into()),
            ("vat_minor", line.vat.minor().into()),
            ("reverses", line.reverses.map(|id| id.to_string()).into()),
        ],
    )
}

/// The sold lines of a visit that were not reversed.
///
/// # Errors
/// What SQLite says.
pub fn sale_lines(connection: &Connection, visit: AppointmentId) -> Result<Vec<(SaleLineId, SaleLine)>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("sale_lines.sql"))?;
    let rows = all.query_map([visit.to_string()], |row| {
        let line = SaleLine {
            appointment_id: visit,
            line_id: parsed(row, "line_id")?,
            service_id: parsed(row, "service_id")?,
            staff_id: parsed(row, "staff_id")?,
            client_id: parsed_or_null(row, "client_id")?,
            business_day: parsed(row, "business_day")?,
            list_price: money(row, "list_price_minor")?,
            price: money(row, "price_minor")?,
            vat_bp: row.get("vat_bp")?,
            vat: money(row, "vat_minor")?,
            reverses: None,
        };
        Ok((parsed(row, "id")?, line))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A receipt.
///
/// # Errors
/// What SQLite says.
pub fn get(connection: &Connection, id: ReceiptId) -> Result<Option<Receipt>, StoreError> {
    let mut find = connection.prepare_cached(concat!(include_str!("select.sql"), " WHERE r.id = ?1"))?;
    Ok(find.query_row([id.to_string()], read).optional()?)
}

/// The receipts of a visit, latest first.
///
/// # Errors
/// What SQLite says.
pub fn of_appointment(connection: &Connection, visit: AppointmentId) -> Result<Vec<Receipt>, StoreError> {
    let sql =
        concat!(include_str!("select.sql"), " WHERE r.appointment_id = ?1 ORDER BY r.at DESC, r.id DESC LIMIT 100");
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map([visit.to_string()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The receipts whose money is for a visit and was not taken back by a void, earliest first.
///
/// # Errors
/// What SQLite says.
pub fn sales_paying(connection: &Connection, visit: AppointmentId) -> Result<Vec<ReceiptId>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("sales_paying.sql"))?;
    let rows = all.query_map([visit.to_string()], |row| parsed(row, "id"))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The receipts of a shift, in the order of their numbers.
///
/// # Errors
/// What SQLite says.
pub fn of_shift(connection: &Connection, shift: ShiftId) -> Result<Vec<Receipt>, StoreError> {
    let sql = concat!(include_str!("select.sql"), " WHERE r.shift_id = ?1 ORDER BY r.series, r.number");
    let mut all = connection.prepare_cached(sql)?;
    let rows = all.query_map([shift.to_string()], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Which receipts to list.
#[derive(Debug, Clone, Copy)]
pub struct Filter<'a> {
    /// Of this business day.
    pub business_day: Option<Day>,
    /// Of this shift.
    pub shift: Option<ShiftId>,
    /// Number or client's name contains.
    pub text: &'a str,
    /// The same text folded, for the client's name.
    pub folded: &'a str,
}

/// A page of receipts, latest first, and how many there are.
///
/// # Errors
/// What SQLite says.
pub fn page(
    connection: &Connection,
    filter: Filter<'_>,
    offset: u32,
    limit: u16,
) -> Result<(Vec<Receipt>, u32), StoreError> {
    let day = filter.business_day.map(|day| day.to_string()).unwrap_or_default();
    let shift = filter.shift.map(|shift| shift.to_string()).unwrap_or_default();
    let text = filter.text.trim();
    let params = named_params! {
        ":day": day, ":shift": shift, ":text": text, ":folded": filter.folded, ":limit": limit, ":offset": offset,
    };
    let sql = concat!(
        include_str!("select.sql"),
        " ",
        include_str!("page.sql"),
        " ORDER BY r.at DESC, r.id DESC LIMIT :limit OFFSET :offset"
    );
    let mut all = connection.prepare_cached(sql)?;
    let receipts = all.query_map(params, read)?.collect::<Result<_, _>>()?;
    let sql = concat!(include_str!("count.sql"), " ", include_str!("page.sql"));
    let params = named_params! { ":day": day, ":shift": shift, ":text": text, ":folded": filter.folded };
    let total = connection.prepare_cached(sql)?.query_row(params, |row| row.get("receipts"))?;
    Ok((receipts, total))
}

/// What is paid of a visit, with what this operation has written so far.
///
/// # Errors
/// What SQLite says.
pub fn paid(connection: &Connection, visit: AppointmentId) -> Result<Money, StoreError> {
    let sql = "SELECT coalesce(sum(amount_minor), 0) AS paid_minor FROM payment WHERE appointment_id = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([visit.to_string()], |row| money(row, "paid_minor"))?)
}

/// The payments of a receipt.
///
/// # Errors
/// What SQLite says.
pub fn payments(connection: &Connection, receipt: ReceiptId) -> Result<Vec<Payment>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("payments.sql"))?;
    let mut rows = all.query([receipt.to_string()])?;
    let mut payments = Vec::new();
    while let Some(row) = rows.next()? {
        payments.push(read_payment(row)?);
    }
    Ok(payments)
}

/// The payments that gave money of a receipt back; their sums are negative.
///
/// # Errors
/// What SQLite says.
pub fn refunded(connection: &Connection, receipt: ReceiptId) -> Result<Vec<Payment>, StoreError> {
    let mut all = connection.prepare_cached(include_str!("refunded.sql"))?;
    let mut rows = all.query([receipt.to_string()])?;
    let mut payments = Vec::new();
    while let Some(row) = rows.next()? {
        payments.push(read_payment(row)?);
    }
    Ok(payments)
}

fn read_payment(row: &Row<'_>) -> Result<Payment, StoreError> {
    let shares: Vec<(AppointmentServiceId, Money)> = serde_json::from_str(&row.get::<_, String>("allocation")?)?;
    Ok(Payment {
        id: parsed(row, "id")?,
        appointment_id: parsed(row, "appointment_id")?,
        source: row.get("source_id")?,
        method_id: parsed(row, "method_id")?,
        kind: parsed(row, "kind")?,
        name: row.get("name")?,
        amount: money(row, "amount_minor")?,
        tendered: row.get::<_, Option<i64>>("tendered_minor")?.and_then(|minor| Money::from_minor(minor).ok()),
        allocation: shares,
        tip: money_or_zero(row, "tip_minor")?,
    })
}

fn read(row: &Row<'_>) -> rusqlite::Result<Receipt> {
    Ok(Receipt {
        id: parsed(row, "id")?,
        kind: parsed(row, "kind")?,
        register_id: parsed(row, "register_id")?,
        prefix: row.get("prefix")?,
        series: row.get("series")?,
        number: row.get("number")?,
        shift_id: parsed(row, "shift_id")?,
        business_day: parsed(row, "business_day")?,
        at: Timestamp::from_millis(row.get("at")?),
        cashier: row.get("cashier")?,
        appointment_id: parsed(row, "appointment_id")?,
        total: money(row, "total_minor")?,
        voids: parsed_or_null(row, "voids")?,
        voided_by: parsed_or_null(row, "voided_by")?,
        refunds: parsed_or_null(row, "refunds")?,
        reason: row.get("reason")?,
        print: row.get("print")?,
        client: row.get("client")?,
    })
}
