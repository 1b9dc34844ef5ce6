//! What a country brings with it: currency, zone, phones, VAT, the name of its tax id.
//!
//! VAT is a dated table, never an enum: rates change by law on a date. Sources: the tax codes
//! of each country as known in 2026; the salon's accountant has the last word, and the rate
//! is a setting.

use adelante_base::Day;
use adelante_base::vocabulary::Language;

/// A currency as the till shows and counts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Currency {
    /// ISO 4217 code.
    pub code: &'static str,
    /// Digits after the decimal sign.
    pub digits: u8,
    /// Sign as people write it.
    pub symbol: &'static str,
    /// Coins and notes in use, largest first, in minor units.
    pub denominations: &'static [i64],
}

/// VAT rates from a date on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VatPeriod {
    /// Year, month and day from which they are in force.
    pub from: (i32, u32, u32),
    /// Rates in basis points (16 % = 1600), base rate first; 0 is 'no VAT'.
    pub rates_bp: &'static [u16],
}

/// What a country brings with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountryProfile {
    /// ISO 3166 code; also the region phones are read in.
    pub code: &'static str,
    /// ISO 4217 code of its currency.
    pub currency: &'static str,
    /// IANA zone of most of its salons.
    pub zone: &'static str,
    /// Calling code, e.g. 7.
    pub calling_code: u16,
    /// VAT by date, earliest first.
    pub vat: &'static [VatPeriod],
    /// What the tax id is called there.
    pub tax_id_name: &'static str,
    /// The product's language most used there first.
    pub languages: &'static [Language],
}

impl CountryProfile {
    /// VAT rates in force on a day, basis points, base rate first.
    #[must_use]
    pub fn vat_rates_on(&self, day: Day) -> &'static [u16] {
        let in_force = self.vat.iter().rev().find(|period| {
            let (year, month, date) = period.from;
            Day::new(year, month, date).is_some_and(|from| from <= day)
        });
        in_force.or(self.vat.first()).map_or(&[0], |period| period.rates_bp)
    }
}

/// The countries the product knows, in the order to offer them.
#[must_use]
pub const fn countries() -> &'static [CountryProfile] {
    COUNTRIES
}

/// The profile of a country by its ISO 3166 code.
#[must_use]
pub fn country(code: &str) -> Option<&'static CountryProfile> {
    COUNTRIES.iter().find(|profile| profile.code.eq_ignore_ascii_case(code))
}

/// A currency by its ISO 4217 code.
#[must_use]
pub fn currency(code: &str) -> Option<&'static Currency> {
    CURRENCIES.iter().find(|currency| currency.code.eq_ignore_ascii_case(code))
}

const ALWAYS: (i32, u32, u32) = (1970, 1, 1);

/// Rates that the table knows only one set of.
const fn since_ever(rates_bp: &'static [u16]) -> VatPeriod {
    VatPeriod { from: ALWAYS, rates_bp }
}

const fn profile(
    (code, currency): (&'static str, &'static str),
    zone: &'static str,
    calling_code: u16,
    vat: &'static [VatPeriod],
    tax_id_name: &'static str,
    languages: &'static [Language],
) -> CountryProfile {
    CountryProfile { code, currency, zone, calling_code, vat, tax_id_name, languages }
}

use Language::{En, Kk, Ru, Uk};

const COUNTRIES: &[CountryProfile] = &[
    profile(
        ("KZ", "KZT"),
        "Asia/Almaty",
        7,
        &[since_ever(&[1200, 0]), VatPeriod { from: (2026, 1, 1), rates_bp: &[1600, 0] }],
        "БИН/ИИН",
        &[Ru, Kk],
    ),
    profile(
        ("RU", "RUB"),
        "Europe/Moscow",
        7,
        &[
            since_ever(&[2000, 1000, 0]),
            VatPeriod { from: (2025, 1, 1), rates_bp: &[2000, 1000, 700, 500, 0] },
            VatPeriod { from: (2026, 1, 1), rates_bp: &[2200, 1000, 700, 500, 0] },
        ],
        "ИНН",
        &[Ru],
    ),
    profile(("UA", "UAH"), "Europe/Kyiv", 380, &[since_ever(&[2000, 700, 0])], "ЄДРПОУ/РНОКПП", &[Uk, Ru]),
    profile(("BY", "BYN"), "Europe/Minsk", 375, &[since_ever(&[2000, 1000, 0])], "УНП", &[Ru]),
    profile(("KG", "KGS"), "Asia/Bishkek", 996, &[since_ever(&[1200, 0])], "ИНН", &[Ru]),
    profile(
        ("UZ", "UZS"),
        "Asia/Tashkent",
        998,
        &[since_ever(&[1500, 0]), VatPeriod { from: (2023, 1, 1), rates_bp: &[1200, 0] }],
        "ИНН/ПИНФЛ",
        &[Ru],
    ),
    profile(("GE", "GEL"), "Asia/Tbilisi", 995, &[since_ever(&[1800, 0])], "საიდენტიფიკაციო კოდი", &[En, Ru]),
    profile(("AM", "AMD"), "Asia/Yerevan", 374, &[since_ever(&[2000, 0])], "ՀՎՀՀ", &[Ru, En]),
    profile(("AZ", "AZN"), "Asia/Baku", 994, &[since_ever(&[1800, 0])], "VÖEN", &[Ru, En]),
    profile(("MD", "MDL"), "Europe/Chisinau", 373, &[since_ever(&[2000, 800, 0])], "IDNO", &[Ru, En]),
    profile(("PL", "PLN"), "Europe/Warsaw", 48, &[since_ever(&[2300, 800, 500, 0])], "NIP", &[En, Uk]),
    profile(("DE", "EUR"), "Europe/Berlin", 49, &[since_ever(&[1900, 700, 0])], "Steuernummer/USt-IdNr.", &[En, Ru]),
    profile(
        ("LT", "EUR"),
        "Europe/Vilnius",
        370,
        &[since_ever(&[2100, 900, 500, 0]), VatPeriod { from: (2026, 1, 1), rates_bp: &[2100, 1200, 500, 0] }],
        "PVM kodas",
        &[En, Ru],
    ),
    profile(("LV", "EUR"), "Europe/Riga", 371, &[since_ever(&[2100, 1200, 500, 0])], "PVN numurs", &[Ru, En]),
    profile(
        ("EE", "EUR"),
        "Europe/Tallinn",
        372,
        &[
            since_ever(&[2000, 900, 0]),
            VatPeriod { from: (2024, 1, 1), rates_bp: &[2200, 900, 0] },
            VatPeriod { from: (2025, 7, 1), rates_bp: &[2400, 900, 0] },
        ],
        "KMKR",
        &[Ru, En],
    ),
    profile(
        ("IL", "ILS"),
        "Asia/Jerusalem",
        972,
        &[since_ever(&[1700, 0]), VatPeriod { from: (2025, 1, 1), rates_bp: &[1800, 0] }],
        "עוסק מורשה",
        &[En, Ru],
    ),
    profile(
        ("TR", "TRY"),
        "Europe/Istanbul",
        90,
        &[since_ever(&[1800, 800, 100, 0]), VatPeriod { from: (2023, 7, 10), rates_bp: &[2000, 1000, 100, 0] }],
        "VKN",
        &[En, Ru],
    ),
    profile(("AE", "AED"), "Asia/Dubai", 971, &[since_ever(&[500, 0])], "TRN", &[En, Ru]),
    profile(("GB", "GBP"), "Europe/London", 44, &[since_ever(&[2000, 500, 0])], "VAT number", &[En]),
    profile(("US", "USD"), "America/New_York", 1, &[since_ever(&[0])], "EIN", &[En, Ru]),
];

const fn money(code: &'static str, symbol: &'static str, denominations: &'static [i64]) -> Currency {
    Currency { code, digits: 2, symbol, denominations }
}

const EURO_COINS_AND_NOTES: &[i64] = &[50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1];

const CURRENCIES: &[Currency] = &[
    money(
        "KZT",
        "₸",
        &[2_000_000, 1_000_000, 500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100],
    ),
    money("RUB", "₽", &[500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 1_000, 500, 200, 100, 50, 10]),
    money("UAH", "₴", &[100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 10]),
    money("BYN", "Br", &[50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1]),
    money("KGS", "сом", &[500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 300, 100]),
    money(
        "UZS",
        "сум",
        &[20_000_000, 10_000_000, 5_000_000, 2_000_000, 1_000_000, 500_000, 200_000, 100_000, 50_000, 20_000, 10_000],
    ),
    money("GEL", "₾", &[20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5]),
    money(
        "AMD",
        "֏",
        &[
            10_000_000, 5_000_000, 2_000_000, 1_000_000, 500_000, 200_000, 100_000, 50_000, 20_000, 10_000, 5_000,
            2_000, 1_000,
        ],
    ),
    money("AZN", "₼", &[50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 100, 50, 20, 10, 5, 3, 1]),
    money("MDL", "L", &[100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 25, 10, 5]),
    money("PLN", "zł", &[50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1]),
    money("EUR", "€", EURO_COINS_AND_NOTES),
    money("ILS", "₪", &[20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 10]),
    money("TRY", "₺", &[20_000, 10_000, 5_000, 2_000, 1_000, 500, 100, 50, 25, 10, 5]),
    money("AED", "AED", &[100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 100, 50, 25]),
    money("GBP", "£", &[5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1]),
    money("USD", "$", &[10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 25, 10, 5, 1]),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn rates(code: &str, day: &str) -> &'static [u16] {
        country(code).unwrap().vat_rates_on(day.parse().unwrap())
    }

    #[test]
    fn vat_changes_on_its_date() {
        assert_eq!(rates("KZ", "2025-12-31")[0], 1200);
        assert_eq!(rates("KZ", "2026-01-01")[0], 1600);
        assert_eq!(rates("RU", "2025-12-31")[0], 2000);
        assert_eq!(rates("ru", "2026-01-01"), [2200, 1000, 700, 500, 0]);
        assert_eq!(rates("UA", "2026-11-21"), [2000, 700, 0]);
        assert_eq!(rates("EE", "2025-06-30")[0], 2200);
    }

    #[test]
    fn every_country_has_a_currency_that_exists_and_phones_that_are_known() {
        for profile in countries() {
            assert!(currency(profile.currency).is_some(), "{}", profile.code);
            assert!(!profile.languages.is_empty(), "{}", profile.code);
            assert!(profile.vat.windows(2).all(|pair| pair[0].from < pair[1].from), "{}", profile.code);
            let known = phonenumber::metadata::DATABASE.by_id(profile.code).map(|plan| plan.country_code());
            assert_eq!(known, Some(profile.calling_code), "{}", profile.code);
        }
        assert_eq!(countries().len(), 20);
        assert_eq!(country("XX"), None);
    }

    #[test]
    fn zones_are_in_the_zone_table() {
        for profile in countries() {
            assert!(profile.zone.parse::<chrono_tz::Tz>().is_ok(), "{}", profile.zone);
        }
    }

    #[test]
    fn coins_and_notes_run_from_the_largest_down() {
        for currency in CURRENCIES {
            assert!(currency.denominations.windows(2).all(|pair| pair[0] > pair[1]), "{}", currency.code);
            assert!(!currency.denominations.is_empty());
        }
        assert_eq!(currency("kzt").unwrap().symbol, "₸");
    }
}
