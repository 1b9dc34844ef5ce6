//! Taxes inside prices, as a dated table: a salon and a service carry a *code*, the law says
//! which rate the code has on a day. A rate that changes is a row more, never an edit.
//!
//! Sources. Russia: Tax Code art. 164; 22 % by law 425-FZ of 2025-11-28, 5 % and 7 % of the
//! simplified system by 176-FZ of 2024-07-12. Kazakhstan: Tax Code of 2025-07-18, 16 % from
//! 2026; before it 12 %, code of 2017, art. 422. Ukraine: Tax Code art. 193 (20, 7, 0). Other
//! countries: their VAT acts as known in 2026. The salon's accountant has the last word.

use adelante_base::fiscal::TaxCode;
use adelante_base::{Day, Money, MoneyError};

use crate::country::countries;
use crate::ledger::vat_inside;

/// What a code costs in a country from a day on, until a later row of the same code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaxRate {
    /// ISO 3166 code of the country.
    pub country: &'static str,
    /// The code.
    pub code: TaxCode,
    /// Rate in basis points of the price without it (16 % = 1600).
    pub rate_bp: u16,
    /// Year, month and day from which it is in force.
    pub from: (i32, u32, u32),
}

/// The tax of a line: its code, and the rate of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tax {
    /// The code.
    pub code: TaxCode,
    /// Basis points.
    pub rate_bp: u16,
}

/// The rate of a code in a country on a day; `None` where the country has no such code then.
#[must_use]
pub fn rate_on(country: &str, code: TaxCode, day: Day) -> Option<u16> {
    if code == TaxCode::None {
        return Some(0);
    }
    rows(country).filter(|row| row.code == code && row.began(day)).max_by_key(|row| row.from).map(|row| row.rate_bp)
}

/// Every code of a country that has a rate on a day, the base rate first and 'none' last.
#[must_use]
pub fn codes_on(country: &str, day: Day) -> Vec<Tax> {
    let order = TaxCode::ALL.iter().copied().filter(|code| *code != TaxCode::None).chain([TaxCode::None]);
    order.filter_map(|code| Some(Tax { code, rate_bp: rate_on(country, code, day)? })).collect()
}

/// VAT rates in force on a day, basis points, base rate first; 0 is last.
#[must_use]
pub fn rates_on(country: &str, day: Day) -> Vec<u16> {
    let mut rates: Vec<u16> = codes_on(country, day).into_iter().map(|tax| tax.rate_bp).collect();
    rates.dedup();
    rates
}

/// The code of a rate that was chosen as a bare number on a day: today's meaning of it.
#[must_use]
pub fn code_of_rate(country: &str, rate_bp: u16, day: Day) -> TaxCode {
    if rate_bp == 0 {
        return TaxCode::None;
    }
    codes_on(country, day).into_iter().find(|tax| tax.rate_bp == rate_bp).map_or(TaxCode::Custom, |tax| tax.code)
}

/// The code of a rate that a salon has kept as a bare number since an unknown day: whatever
/// the law called that number then. A salon that wrote 12 % in Kazakhstan in 2025 pays the base
/// rate, so from 2026-01-01 it is 16 %.
#[must_use]
pub fn code_of_old_rate(country: &str, rate_bp: u16) -> TaxCode {
    if rate_bp == 0 {
        return TaxCode::None;
    }
    rows(country).find(|row| row.rate_bp == rate_bp).map_or(TaxCode::Custom, |row| row.code)
}

/// The tax of a line: the service's own code, else the salon's; the salon's own figure where the
/// table knows no rate for it.
#[must_use]
pub fn of_line(country: &str, salon: Tax, own: Option<TaxCode>, day: Day) -> Tax {
    let code = own.unwrap_or(salon.code);
    Tax { code, rate_bp: rate_on(country, code, day).unwrap_or(salon.rate_bp) }
}

/// A sum by one rate with the tax inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaxSum {
    /// The tax.
    pub tax: Tax,
    /// What was paid, tax included.
    pub amount: Money,
    /// The tax inside it, rounded once per rate (half away from zero).
    pub vat: Money,
}

/// Sums per rate, highest rate first: what a receipt shows.
///
/// # Errors
/// [`MoneyError::TooLarge`].
pub fn by_rate(lines: impl IntoIterator<Item = (Tax, Money)>) -> Result<Vec<TaxSum>, MoneyError> {
    let mut sums: Vec<TaxSum> = Vec::new();
    for (tax, amount) in lines {
        match sums.iter_mut().find(|sum| sum.tax == tax) {
            Some(sum) => sum.amount = sum.amount.plus(amount)?,
            None => sums.push(TaxSum { tax, amount, vat: Money::ZERO }),
        }
    }
    sums.retain(|sum| !sum.amount.is_zero());
    for sum in &mut sums {
        sum.vat = vat_inside(sum.amount, sum.tax.rate_bp)?;
    }
    sums.sort_by_key(|sum| std::cmp::Reverse(sum.tax.rate_bp));
    Ok(sums)
}

impl TaxRate {
    fn began(&self, day: Day) -> bool {
        let (year, month, date) = self.from;
        Day::new(year, month, date).is_some_and(|from| from <= day)
    }
}

fn rows(country: &str) -> impl Iterator<Item = &'static TaxRate> {
    let known = countries().iter().find(|profile| profile.code.eq_ignore_ascii_case(country)).map(|known| known.code);
    RATES.iter().filter(move |row| Some(row.country) == known)
}

use TaxCode::{Base, Reduced, Reduced2, Reduced3, Zero};

/// Before any day that a salon's books reach back to.
const EVER: (i32, u32, u32) = (1970, 1, 1);

const fn row(country: &'static str, code: TaxCode, rate_bp: u16, from: (i32, u32, u32)) -> TaxRate {
    TaxRate { country, code, rate_bp, from }
}

#[rustfmt::skip]
const RATES: &[TaxRate] = &[
    row("KZ", Base, 1200, EVER), row("KZ", Base, 1600, (2026, 1, 1)), row("KZ", Zero, 0, EVER),
    row("RU", Base, 2000, EVER), row("RU", Base, 2200, (2026, 1, 1)), row("RU", Reduced, 1000, EVER),
    row("RU", Reduced2, 700, (2025, 1, 1)), row("RU", Reduced3, 500, (2025, 1, 1)), row("RU", Zero, 0, EVER),
    row("UA", Base, 2000, EVER), row("UA", Reduced, 700, EVER), row("UA", Zero, 0, EVER),
    row("BY", Base, 2000, EVER), row("BY", Reduced, 1000, EVER), row("BY", Zero, 0, EVER),
    row("KG", Base, 1200, EVER), row("KG", Zero, 0, EVER),
    row("UZ", Base, 1500, EVER), row("UZ", Base, 1200, (2023, 1, 1)), row("UZ", Zero, 0, EVER),
    row("GE", Base, 1800, EVER), row("GE", Zero, 0, EVER),
    row("AM", Base, 2000, EVER), row("AM", Zero, 0, EVER),
    row("AZ", Base, 1800, EVER), row("AZ", Zero, 0, EVER),
    row("MD", Base, 2000, EVER), row("MD", Reduced, 800, EVER), row("MD", Zero, 0, EVER),
    row("PL", Base, 2300, EVER), row("PL", Reduced, 800, EVER), row("PL", Reduced2, 500, EVER), row("PL", Zero, 0, EVER),
    row("DE", Base, 1900, EVER), row("DE", Reduced, 700, EVER), row("DE", Zero, 0, EVER),
    row("LT", Base, 2100, EVER), row("LT", Reduced, 900, EVER), row("LT", Reduced, 1200, (2026, 1, 1)),
    row("LT", Reduced2, 500, EVER), row("LT", Zero, 0, EVER),
    row("LV", Base, 2100, EVER), row("LV", Reduced, 1200, EVER), row("LV", Reduced2, 500, EVER), row("LV", Zero, 0, EVER),
    row("EE", Base, 2000, EVER), row("EE", Base, 2200, (2024, 1, 1)), row("EE", Base, 2400, (2025, 7, 1)),
    row("EE", Reduced, 900, EVER), row("EE", Zero, 0, EVER),
    row("IL", Base, 1700, EVER), row("IL", Base, 1800, (2025, 1, 1)), row("IL", Zero, 0, EVER),
    row("TR", Base, 1800, EVER), row("TR", Base, 2000, (2023, 7, 10)), row("TR", Reduced, 800, EVER),
    row("TR", Reduced, 1000, (2023, 7, 10)), row("TR", Reduced2, 100, EVER), row("TR", Zero, 0, EVER),
    row("AE", Base, 500, EVER), row("AE", Zero, 0, EVER),
    row("GB", Base, 2000, EVER), row("GB", Reduced, 500, EVER), row("GB", Zero, 0, EVER),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_rate_changes_on_its_day_and_the_code_stays() {
        for (country, code, on, rate) in [
            ("RU", Base, "2025-12-31", Some(2000)),
            ("ru", Base, "2026-01-01", Some(2200)),
            ("RU", Reduced2, "2024-12-31", None),
            ("RU", Reduced2, "2025-01-01", Some(700)),
            ("RU", Reduced3, "2026-11-21", Some(500)),
            ("KZ", Base, "2025-12-31", Some(1200)),
            ("KZ", Base, "2026-01-01", Some(1600)),
            ("UA", Reduced, "2026-11-21", Some(700)),
            ("EE", Base, "2025-06-30", Some(2200)),
            ("US", Base, "2026-01-01", None),
            ("XX", Zero, "2026-01-01", None),
            ("XX", TaxCode::None, "2026-01-01", Some(0)),
        ] {
            assert_eq!(rate_on(country, code, day(on)), rate, "{country} {code} {on}");
        }
        assert_eq!(rates_on("RU", day("2026-01-01")), [2200, 1000, 700, 500, 0]);
        assert_eq!(rates_on("RU", day("2024-06-01")), [2000, 1000, 0]);
        assert_eq!(rates_on("UA", day("2026-01-01")), [2000, 700, 0]);
        assert_eq!(rates_on("US", day("2026-01-01")), [0]);
    }

    #[test]
    fn a_number_that_was_kept_becomes_the_code_it_meant() {
        assert_eq!(code_of_old_rate("KZ", 1200), Base);
        assert_eq!(code_of_old_rate("KZ", 1600), Base);
        assert_eq!(code_of_old_rate("RU", 500), Reduced3);
        assert_eq!(code_of_old_rate("KZ", 0), TaxCode::None);
        assert_eq!(code_of_old_rate("KZ", 1300), TaxCode::Custom);
        // Whoever writes 12 % in 2026 means 12 %, not the base rate of the year before.
        assert_eq!(code_of_rate("KZ", 1200, day("2026-11-21")), TaxCode::Custom);
        assert_eq!(code_of_rate("KZ", 1200, day("2025-11-21")), Base);
    }

    #[test]
    fn a_service_may_bear_another_tax_than_the_salon() {
        let salon = Tax { code: Base, rate_bp: 2200 };
        let on = day("2026-11-21");
        assert_eq!(of_line("RU", salon, None, on), salon);
        assert_eq!(of_line("RU", salon, Some(Reduced), on), Tax { code: Reduced, rate_bp: 1000 });
        assert_eq!(of_line("RU", salon, Some(TaxCode::None), on), Tax { code: TaxCode::None, rate_bp: 0 });
        let own = Tax { code: TaxCode::Custom, rate_bp: 1300 };
        assert_eq!(of_line("RU", own, None, on), own);
    }

    #[test]
    fn a_receipt_shows_a_sum_for_each_rate_rounded_once() {
        let base = Tax { code: Base, rate_bp: 2200 };
        let reduced = Tax { code: Reduced, rate_bp: 1000 };
        let money = |minor| Money::from_minor(minor).unwrap();
        let sums =
            by_rate([(reduced, money(1_100)), (base, money(7)), (base, money(7)), (reduced, Money::ZERO)]).unwrap();
        // 14 × 22 / 122 = 2.52; rounded line by line it would be 1 + 1.
        assert_eq!(sums.len(), 2);
        assert_eq!((sums[0].tax, sums[0].amount, sums[0].vat), (base, money(14), money(3)));
        assert_eq!((sums[1].tax, sums[1].amount, sums[1].vat), (reduced, money(1_100), money(100)));
        assert_eq!(by_rate([(base, Money::ZERO)]).unwrap(), []);
    }

    #[test]
    fn every_country_is_in_the_table_once_per_code_and_day() {
        for row in RATES {
            assert!(countries().iter().any(|profile| profile.code == row.country), "{}", row.country);
            let (year, month, date) = row.from;
            assert!(Day::new(year, month, date).is_some());
            let same = RATES
                .iter()
                .filter(|other| (other.country, other.code, other.from) == (row.country, row.code, row.from));
            assert_eq!(same.count(), 1, "{row:?}");
        }
        for profile in countries().iter().filter(|profile| profile.code != "US") {
            assert!(rate_on(profile.code, Base, day("2026-01-01")).is_some(), "{}", profile.code);
        }
    }
}
