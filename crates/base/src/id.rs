//! Ids: one type per kind of thing, so that a client can never be passed where a staff
//! member is meant. All are UUIDv7 in text form: made by the device, sorted by time.

use std::fmt;
use std::str::FromStr;
use std::sync::{Mutex, PoisonError};

use rand_chacha::ChaCha8Rng;
use rand_core::{RngCore, SeedableRng};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Timestamp;

/// Where ids and salts come from. The engine never makes randomness of its own: a till hands
/// in [`SystemIds`], a test or the demo salon hands in [`SeededIds`].
pub trait IdSource: Send + Sync {
    /// Fills `bytes` with randomness.
    fn fill(&self, bytes: &mut [u8]);

    /// A new UUIDv7 stamped with `at`.
    fn uuid(&self, at: Timestamp) -> Uuid {
        let mut random = [0u8; 10];
        self.fill(&mut random);
        uuid::Builder::from_unix_timestamp_millis(at.millis().unsigned_abs(), &random).into_uuid()
    }
}

/// The operating system's randomness.
#[derive(Debug, Default, Clone, Copy)]
pub struct SystemIds;

impl IdSource for SystemIds {
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system has no randomness to give");
    }
}

/// Randomness from a seed: the same seed gives the same ids in the same order.
#[derive(Debug)]
pub struct SeededIds(Mutex<ChaCha8Rng>);

impl SeededIds {
    /// A source that repeats itself for the same `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(ChaCha8Rng::seed_from_u64(seed)))
    }
}

impl IdSource for SeededIds {
    fn fill(&self, bytes: &mut [u8]) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(bytes);
    }
}

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an id: it must be a UUID")]
pub struct NotAnId;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
        #[cfg_attr(feature = "wire", ts(type = "string"), schemars(transparent))]
        #[serde(transparent)]
        pub struct $name(#[cfg_attr(feature = "wire", schemars(with = "String"))] Uuid);

        impl $name {
            /// A new id from the given source, stamped with `at`.
            pub fn new(ids: &dyn IdSource, at: Timestamp) -> Self {
                Self(ids.uuid(at))
            }

            /// The id that a given UUID names. For ids that are derived rather than made.
            #[must_use]
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The UUID itself.
            #[must_use]
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Uuid::parse_str(text).map(Self).map_err(|_| NotAnId)
            }
        }
    )*};
}

ids! {
    /// The salon itself (a tenant in the cloud).
    SalonId;
    /// A PC, tablet or virtual desk that writes operations.
    DeviceId;
    /// One saved action: the unit of audit, undo and sync.
    OperationId;
    /// Chosen by the caller before it asks; asking again with it never does the thing twice.
    RequestId;
    /// Several operations that are one action to the person (an import).
    BatchId;
    /// Work to do outside the database after the commit (a print, a message).
    JobId;
    /// A client of the salon.
    ClientId;
    /// One phone number of a client.
    ClientPhoneId;
    /// A person who works in the salon.
    StaffMemberId;
    /// One weekday of a staff member's weekly hours.
    WorkHoursId;
    /// A service on the price list.
    ServiceId;
    /// A group of services on the price list.
    ServiceCategoryId;
    /// A visit in the calendar.
    AppointmentId;
    /// One booked service of a visit.
    AppointmentServiceId;
    /// Visits that were booked as one recurring series.
    SeriesId;
    /// A group appointment: one time, several places.
    GroupEventId;
    /// A room or a piece of equipment.
    ResourceId;
    /// A repeating pattern of shifts of a staff member.
    ShiftPatternId;
    /// The hours of one staff member on one date.
    ScheduleDayId;
    /// A stretch of time in which a staff member, or the salon, does not take visits.
    TimeOffId;
    /// Own price and length of a service with one staff member.
    StaffOfferId;
    /// What is remembered of a service for one client.
    ClientServiceId;
    /// A wish on the waitlist.
    WaitlistEntryId;
    /// A client's standing order.
    StandingOrderId;
    /// A cash register.
    RegisterId;
    /// Something on the price list of goods.
    ProductId;
    /// Goods that came in or went out.
    StockMovementId;
    /// A sold item of a bill.
    ItemSaleId;
    /// A gift certificate.
    CertificateId;
    /// A package or membership as it is offered.
    PackageOfferId;
    /// A package that a client has bought.
    PackageId;
    /// Sessions taken of a package.
    PackageUseId;
    /// Points earned or spent.
    PointEntryId;
    /// A way to pay: cash, card, QR …
    PaymentMethodId;
    /// The time between opening and closing a register.
    ShiftId;
    /// A kind of cash that goes into a drawer or out of it.
    CashCategoryId;
    /// Cash that went into a drawer or out of it otherwise than by a receipt.
    CashMovementId;
    /// One of the salon's accounts at a bank.
    BankAccountId;
    /// Somebody the salon pays or is paid by, other than clients and staff.
    CounterpartyId;
    /// Income, expense or transfer outside the drawer.
    FinanceOperationId;
    /// The document that says what there was when the books began.
    OpeningBalanceId;
    /// A bank statement that was brought in.
    BankStatementId;
    /// A line of a bank statement.
    StatementLineId;
    /// A drawer that was opened without a sale.
    DrawerOpeningId;
    /// A tip for one staff member.
    TipId;
    /// A receipt, numbered without gaps on its register.
    ReceiptId;
    /// One line of a receipt or of a completed visit.
    SaleLineId;
    /// One sum paid by one method.
    PaymentId;
    /// A document for a fiscal device; also the key by which the device is asked for it.
    FiscalDocumentId;
    /// A balanced set of ledger entries.
    TransactionId;
    /// One entry of a ledger transaction.
    EntryId;
    /// A rule of commission.
    CommissionRuleId;
    /// A sum of commission that was posted.
    CommissionId;
    /// What a staff member's time is paid by.
    PayRateId;
    /// Who assists at a booked service, and for what share.
    AssistantId;
    /// A pay run.
    PayRunId;
    /// What a pay run says of one staff member.
    PaySlipId;
    /// Money paid to a staff member.
    StaffPaymentId;
    /// A signed-in person at one window.
    SessionId;
    /// A file that is being imported.
    ImportId;
}

/// A line of a visit's bill: a booked service, or an item beside it (a product, a certificate).
/// Payments are spread over both alike.
pub type BillLineId = AppointmentServiceId;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_ids_and_they_sort_by_time() {
        let (a, b) = (SeededIds::new(7), SeededIds::new(7));
        let early = ClientId::new(&a, Timestamp::from_millis(1_000));
        assert_eq!(early, ClientId::new(&b, Timestamp::from_millis(1_000)));
        let late = ClientId::new(&a, Timestamp::from_millis(2_000));
        assert!(early.to_string() < late.to_string());
        assert_eq!(late.to_string().parse::<ClientId>(), Ok(late));
        assert_eq!("no".parse::<ClientId>(), Err(NotAnId));
    }
}
