//! Taxes, fiscal documents and the device that registers them.

use adelante_base::fiscal::{
    FiscalDeviceKind, FiscalFault, FiscalKind, FiscalLimit, FiscalState, LimitLevel, SimulatedFault, TaxCode, TaxSystem,
};
use adelante_base::{FiscalDocumentId, Money, ReceiptId, Timestamp};

crate::dto! {
    /// A tax with its rate of today.
    #[derive(Copy)]
    pub struct TaxRate {
        /// Its code, which stays when the rate changes.
        pub code: TaxCode,
        /// Basis points.
        pub rate_bp: u16,
    }

    /// Asks for the taxes of the salon's country today.
    pub struct ListTaxes {}

    /// The taxes to choose from.
    pub struct TaxList {
        /// The base rate first, 'none' last.
        pub taxes: Vec<TaxRate>,
        /// The salon's own, which services without one of their own bear.
        pub salon: TaxRate,
    }

    /// Tax inside a receipt's sum, by one rate.
    #[derive(Copy)]
    pub struct ReceiptVat {
        /// Code.
        pub code: TaxCode,
        /// Rate of the day, basis points.
        pub rate_bp: u16,
        /// Sum by this rate, tax included.
        pub amount_minor: Money,
        /// The tax inside it.
        pub vat_minor: Money,
    }

    /// What a fiscal device answered when it registered a receipt.
    pub struct FiscalMarks {
        /// By what: of the simulator's documents none is a real one.
        pub device: FiscalDeviceKind,
        /// Number of the fiscal document.
        pub number: String,
        /// Its sign.
        pub sign: String,
        /// Number of the fiscal storage.
        pub storage: String,
        /// Registration number of the device.
        pub registration: String,
        /// Number of the fiscal shift.
        pub shift_number: u32,
        /// When, by the device's clock.
        pub at: Timestamp,
        /// Text of the QR code.
        pub qr: String,
        /// Where a client can check it, or empty.
        pub url: String,
    }

    /// Asks how this register's fiscal device and its queue stand.
    pub struct GetFiscalStatus {}

    /// How they stand.
    pub struct FiscalStatus {
        /// What registers the receipts of this register.
        pub device: FiscalDeviceKind,
        /// Address of its web server, or empty.
        pub url: String,
        /// Tax system on receipts.
        pub tax_system: TaxSystem,
        /// The simulator's fault, where it has one.
        pub fault: SimulatedFault,
        /// Documents that are not registered yet.
        pub waiting: u32,
        /// Of those, documents that a person must look at.
        pub failed: u32,
        /// When the oldest of them was made.
        pub oldest_at: Option<Timestamp>,
        /// Why the first one waits.
        pub last_fault: Option<FiscalFault>,
        /// Next try by itself.
        pub next_at: Option<Timestamp>,
        /// Legal limits of the salon's country.
        pub limits: Vec<FiscalGauge>,
        /// How near the nearest is.
        pub level: LimitLevel,
    }

    /// A legal limit with how much of it is used.
    #[derive(Copy)]
    pub struct FiscalGauge {
        /// Which.
        pub limit: FiscalLimit,
        /// Used: seconds, or numbers.
        pub used: i64,
        /// The whole, in the same unit.
        pub whole: i64,
        /// How near it is.
        pub level: LimitLevel,
    }

    /// Lists this register's fiscal documents, latest first.
    pub struct ListFiscalDocuments {
        /// Skip.
        #[serde(default)]
        pub offset: u32,
        /// How many, 1–200.
        pub limit: u16,
    }

    /// Fiscal documents.
    pub struct FiscalDocumentList {
        /// Latest first.
        pub documents: Vec<FiscalDocumentRow>,
        /// How many there are.
        pub total: u32,
    }

    /// A fiscal document in a list.
    pub struct FiscalDocumentRow {
        /// Which; also the key by which the device is asked.
        pub document_id: FiscalDocumentId,
        /// What it is.
        pub kind: FiscalKind,
        /// Of which receipt; none for the close of a shift.
        pub receipt_id: Option<ReceiptId>,
        /// Number of the receipt, or empty.
        pub receipt: String,
        /// Sum; positive.
        pub total_minor: Money,
        /// How far it is.
        pub state: FiscalState,
        /// Tries so far.
        pub tries: u32,
        /// Why the last one failed.
        pub fault: Option<FiscalFault>,
        /// What the device said, in its own words; or empty.
        pub detail: String,
        /// When it was made.
        pub made_at: Timestamp,
        /// Next try by itself.
        pub next_at: Option<Timestamp>,
        /// Number of the registered document, or empty.
        pub number: String,
    }

    /// Chooses what registers this register's receipts.
    pub struct ChooseFiscalDevice {
        /// What.
        pub device: FiscalDeviceKind,
        /// Address of its web server, e.g. http://192.168.1.20:16732; ≤ 200; for ATOL.
        #[serde(default)]
        pub url: String,
        /// Tax system on receipts.
        pub tax_system: TaxSystem,
    }

    /// Asks the chosen device whether it is there.
    pub struct TestFiscalDevice {}

    /// What it answered.
    pub struct FiscalTested {
        /// Why it cannot work; none: it can.
        pub fault: Option<FiscalFault>,
        /// What it said, in its own words; or empty.
        pub detail: String,
        /// Since when its shift is open, where it says so.
        pub shift_opened_at: Option<Timestamp>,
    }

    /// Tries what waits now, and what failed once more.
    pub struct RetryFiscal {
        /// Only this document; none: all.
        #[serde(default)]
        pub document_id: Option<FiscalDocumentId>,
    }

    /// Gives the simulated device a fault, or takes it away.
    pub struct SetSimulatedFault {
        /// Which.
        pub fault: SimulatedFault,
    }
}
