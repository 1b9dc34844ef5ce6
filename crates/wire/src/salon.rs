//! The salon, its registers and payment methods.

use adelante_base::{PaymentMethodId, RegisterId, SalonId};

use crate::{Language, MethodKind, TaxCode, TaxRate};

crate::dto! {
    /// What can be written of the salon.
    pub struct SalonFields {
        /// Name on the sign, 1–200.
        pub name: String,
        /// Legal name on receipts, ≤ 200.
        #[serde(default)]
        pub legal_name: String,
        /// Tax id (БИН/ИИН, ИНН, ЄДРПОУ …), ≤ 40.
        #[serde(default)]
        pub tax_id: String,
        /// Address, ≤ 300.
        #[serde(default)]
        pub address: String,
        /// Phone, ≤ 40.
        #[serde(default)]
        pub phone: String,
        /// ISO 3166 code of the country.
        pub country: String,
        /// ISO 4217 code; cannot change once money was posted.
        pub currency: String,
        /// IANA zone, e.g. Asia/Almaty.
        pub zone: String,
        /// The salon's language: receipts, new windows.
        pub language: Language,
        /// VAT rate inside prices, basis points (16 % = 1600); 0: no VAT.
        #[serde(default)]
        pub vat_bp: u16,
        /// Which tax that is; its rate is the law's of the day. None: what the rate above means today. The
        /// rate above is the salon's own only with `custom`.
        #[serde(default)]
        pub tax_code: Option<TaxCode>,
        /// Minutes after midnight until which a sale belongs to the day before, 0–720.
        #[serde(default)]
        pub closing_min: u16,
        /// Opening, minutes after midnight.
        pub opens_min: u16,
        /// Closing, minutes after midnight, ≤ 1440.
        pub closes_min: u16,
        /// A text at the foot of receipts, ≤ 500.
        #[serde(default)]
        pub receipt_footer: String,
        /// What the QR code on receipts says or links to, ≤ 300; empty: the receipt's own facts.
        #[serde(default)]
        pub receipt_qr: String,
    }

    /// The salon.
    pub struct Salon {
        /// Its id.
        pub salon_id: SalonId,
        /// The fields.
        pub salon: SalonFields,
        /// This device's register.
        pub register: Register,
        /// Ways to pay, in order.
        pub methods: Vec<PaymentMethod>,
        /// Digits after the decimal sign of the currency.
        pub currency_digits: u8,
        /// Whether prices are shown without the fraction where it is zero.
        pub currency_symbol: String,
        /// Coins and notes, largest first, in minor units.
        pub denominations: Vec<i64>,
    }

    /// A cash register.
    pub struct Register {
        /// Its id.
        pub register_id: RegisterId,
        /// Name, e.g. 'Desk'.
        pub name: String,
        /// Prefix of its receipt numbers, e.g. K1.
        pub prefix: String,
    }

    /// A way to pay.
    pub struct PaymentMethod {
        /// Its id.
        pub method_id: PaymentMethodId,
        /// Kind of money.
        pub kind: MethodKind,
        /// Name as the desk says it, e.g. 'Kaspi QR'. Empty: the kind's name in the user's language.
        pub name: String,
    }

    /// Makes the salon: the wizard's first saved step. Register and payment methods come with it.
    pub struct CreateSalon {
        /// The salon.
        pub salon: SalonFields,
    }

    /// Changes the salon's settings.
    pub struct UpdateSalon {
        /// The whole as it shall be.
        pub salon: SalonFields,
    }

    /// Asks for the salon with its register and ways to pay.
    pub struct GetSalon {}

    /// Asks for the countries the product knows.
    pub struct ListCountries {}

    /// Defaults of a country.
    pub struct Country {
        /// ISO 3166 code.
        pub country: String,
        /// ISO 4217 code.
        pub currency: String,
        /// IANA zone.
        pub zone: String,
        /// Calling code, e.g. 7.
        pub calling_code: u16,
        /// VAT rates in force today, basis points, base rate first.
        pub vat_rates_bp: Vec<u16>,
        /// Taxes in force today, the base rate first, 'none' last.
        pub taxes: Vec<TaxRate>,
        /// What the tax id is called there, e.g. БИН/ИИН.
        pub tax_id_name: String,
    }

    /// The countries the product knows, in the order to offer them.
    pub struct CountryList {
        /// Them.
        pub countries: Vec<Country>,
    }
}
