//! What a country brings with it: currency, zone, phones, VAT, the name of its tax id.
//!
//! VAT rates are a dated table of their own: [`crate::tax`].

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
    /// What the tax id is called there.
    pub tax_id_name: &'static str,
    /// The product's language most used there first.
    pub languages: &'static [Language],
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

const fn profile(
    (code, currency): (&'static str, &'static str),
    zone: &'static str,
    calling_code: u16,
    tax_id_name: &'static str,
    languages: &'static [Language],
) -> CountryProfile {
    CountryProfile { code, currency, zone, calling_code, tax_id_name, languages }
}

use Language::{En, Kk, Ru, Uk};

const COUNTRIES: &[CountryProfile] = &[
    profile(("KZ", "KZT"), "Asia/Almaty", 7, "БИН/ИИН", &[Ru, Kk]),
    profile(("RU", "RUB"), "Europe/Moscow", 7, "ИНН", &[Ru]),
    profile(("UA", "UAH"), "Europe/Kyiv", 380, "ЄДРПОУ/РНОКПП", &[Uk, Ru]),
    profile(("BY", "BYN"), "Europe/Minsk", 375, "УНП", &[Ru]),
    profile(("KG", "KGS"), "Asia/Bishkek", 996, "ИНН", &[Ru]),
    profile(("UZ", "UZS"), "Asia/Tashkent", 998, "ИНН/ПИНФЛ", &[Ru]),
    profile(("GE", "GEL"), "Asia/Tbilisi", 995, "საიდენტიფიკაციო კოდი", &[En, Ru]),
    profile(("AM", "AMD"), "Asia/Yerevan", 374, "ՀՎՀՀ", &[Ru, En]),
    profile(("AZ", "AZN"), "Asia/Baku", 994, "VÖEN", &[Ru, En]),
    profile(("MD", "MDL"), "Europe/Chisinau", 373, "IDNO", &[Ru, En]),
    profile(("PL", "PLN"), "Europe/Warsaw", 48, "NIP", &[En, Uk]),
    profile(("DE", "EUR"), "Europe/Berlin", 49, "Steuernummer/USt-IdNr.", &[En, Ru]),
    profile(("LT", "EUR"), "Europe/Vilnius", 370, "PVM kodas", &[En, Ru]),
    profile(("LV", "EUR"), "Europe/Riga", 371, "PVN numurs", &[Ru, En]),
    profile(("EE", "EUR"), "Europe/Tallinn", 372, "KMKR", &[Ru, En]),
    profile(("IL", "ILS"), "Asia/Jerusalem", 972, "עוסק מורשה", &[En, Ru]),
    profile(("TR", "TRY"), "Europe/Istanbul", 90, "VKN", &[En, Ru]),
    profile(("AE", "AED"), "Asia/Dubai", 971, "TRN", &[En, Ru]),
    profile(("GB", "GBP"), "Europe/London", 44, "VAT number", &[En]),
    profile(("US", "USD"), "America/New_York", 1, "EIN", &[En, Ru]),
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

    #[test]
    fn every_country_has_a_currency_that_exists_and_phones_that_are_known() {
        for profile in countries() {
            assert!(currency(profile.currency).is_some(), "{}", profile.code);
            assert!(!profile.languages.is_empty(), "{}", profile.code);
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
