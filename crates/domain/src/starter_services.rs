//! The starter price list of the first-run wizard (A2): what most salons do, in the salon's
//! language, at prices that are plausible where it stands and meant to be edited.

use adelante_base::Money;
use adelante_base::vocabulary::Language;

use crate::country::{country, currency};

/// A service of the starter price list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StarterService {
    /// Category, in the language asked for.
    pub category: &'static str,
    /// Name, in the language asked for.
    pub name: &'static str,
    /// How long, in minutes.
    pub duration_min: u16,
    /// Price in minor units of the country's currency.
    pub price_minor: Money,
    /// Colour index 0–11, one per category.
    pub colour: u8,
}

/// The starter price list in a language, priced for a country (an ISO 3166 code; a country
/// that the product does not know is priced like the United States).
#[must_use]
pub fn starter_services(language: Language, country_code: &str) -> Vec<StarterService> {
    let price_level = price_level(country_code);
    let mut services = Vec::new();
    let (mut category, mut colour) = ("", 0u8);
    for line in PRICE_LIST.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            let columns: Vec<&str> = heading.split(" | ").collect();
            colour = columns[0].parse().unwrap_or(0);
            category = columns[1 + column(language)];
        } else if !line.starts_with('#') && !line.is_empty() {
            let columns: Vec<&str> = line.split(" | ").collect();
            services.push(StarterService {
                category,
                name: columns[2 + column(language)],
                duration_min: columns[0].parse().unwrap_or(60),
                price_minor: price_level.price(columns[1].parse().unwrap_or(0)),
                colour,
            });
        }
    }
    services
}

/// The table: durations, prices in tenge, names in four languages.
const PRICE_LIST: &str = include_str!("starter_services.txt");

const fn column(language: Language) -> usize {
    match language {
        Language::Ru => 0,
        Language::Uk => 1,
        Language::Kk => 2,
        Language::En => 3,
    }
}

/// How prices of a country relate to those of Kazakhstan, and to what they are rounded.
struct PriceLevel {
    /// Ten-thousandths of a unit of its currency for one tenge of the table.
    per_tenge_e4: i64,
    /// Prices are whole multiples of so many units.
    step: i64,
    /// Minor units in a unit.
    minor_per_unit: i64,
}

impl PriceLevel {
    /// The price for `tenge` of the table, rounded to the nearest step, at least one step.
    fn price(&self, tenge: i64) -> Money {
        let step_e4 = self.step * 10_000;
        let steps = ((tenge * self.per_tenge_e4 + step_e4 / 2) / step_e4).max(1);
        Money::from_minor(steps * self.step * self.minor_per_unit).unwrap_or(Money::MAX)
    }
}

fn price_level(country_code: &str) -> PriceLevel {
    let (per_tenge_e4, step) = match country_code.to_ascii_uppercase().as_str() {
        "KZ" => (10_000, 500),
        "RU" => (3_000, 100),
        "UA" => (1_000, 50),
        "BY" => (80, 5),
        "KG" => (1_800, 50),
        "UZ" => (250_000, 5_000),
        "GE" => (70, 5),
        "AM" => (9_000, 500),
        "AZ" => (50, 5),
        "MD" => (500, 10),
        "PL" => (200, 5),
        "DE" => (70, 5),
        "LT" | "LV" | "EE" => (50, 5),
        "IL" => (300, 10),
        "TR" => (1_400, 50),
        "AE" => (250, 10),
        "GB" => (70, 5),
        _ => (100, 5),
    };
    let code = country(country_code).map_or("USD", |profile| profile.currency);
    let digits = currency(code).map_or(2, |currency| currency.digits);
    PriceLevel { per_tenge_e4, step, minor_per_unit: 10_i64.pow(u32::from(digits)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::countries;
    use std::collections::BTreeSet;

    #[test]
    fn every_line_of_the_table_is_whole() {
        for line in PRICE_LIST.lines().filter(|line| !line.starts_with("# ")) {
            let columns: Vec<&str> = line.trim_start_matches("## ").split(" | ").collect();
            assert_eq!(columns.len(), if line.starts_with("##") { 5 } else { 6 }, "{line}");
            assert!(columns.iter().all(|column| !column.trim().is_empty() && column.trim() == *column), "{line}");
            let numbers = if line.starts_with("##") { 1 } else { 2 };
            assert!(columns[..numbers].iter().all(|number| number.parse::<u16>().is_ok()), "{line}");
        }
    }

    #[test]
    fn the_list_is_the_same_salon_in_every_language() {
        let russian = starter_services(Language::Ru, "KZ");
        assert!((38..=50).contains(&russian.len()), "{}", russian.len());
        for language in Language::ALL {
            let list = starter_services(*language, "KZ");
            assert_eq!(list.len(), russian.len());
            let names: BTreeSet<_> = list.iter().map(|service| (service.category, service.name)).collect();
            assert_eq!(names.len(), list.len(), "a name twice in {language}");
            for (service, other) in list.iter().zip(&russian) {
                assert_eq!(
                    (service.price_minor, service.duration_min, service.colour),
                    (other.price_minor, other.duration_min, other.colour)
                );
                assert!(
                    (5..=1440).contains(&service.duration_min) && service.duration_min % 5 == 0 && service.colour < 12
                );
            }
        }
    }

    #[test]
    fn prices_are_round_and_plausible_in_every_country() {
        for profile in countries() {
            let list = starter_services(Language::Ru, profile.code);
            let level = price_level(profile.code);
            for service in &list {
                assert!(service.price_minor.is_positive(), "{} {}", profile.code, service.name);
                assert_eq!(service.price_minor.minor() % (level.step * level.minor_per_unit), 0, "{}", profile.code);
            }
        }
        let price = |code| starter_services(Language::En, code)[0].price_minor.minor();
        assert_eq!((price("KZ"), price("RU"), price("UA"), price("US")), (700_000, 210_000, 70_000, 7_000));
    }
}
