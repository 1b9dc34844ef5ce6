//! Gift certificates that were sold at another till: how much of one may be taken while this device
//! has not heard what the others took of it.

use adelante_base::{Day, Money};

use crate::country::Currency;

/// What may be taken of a certificate a day by default: 50 000 tenge, and in other currencies a round
/// sum of about that worth, in whole units.
fn units(currency: &str) -> i64 {
    match currency {
        "KZT" => 50_000,
        "UZS" => 1_000_000,
        "AMD" => 40_000,
        "RUB" | "KGS" => 10_000,
        "UAH" | "TRY" => 4_000,
        "MDL" => 2_000,
        "BYN" | "GEL" | "PLN" | "ILS" | "AED" => 400,
        _ => 100,
    }
}

/// The limit where the salon has set none.
#[must_use]
pub fn default_limit(currency: &Currency) -> Money {
    let unit = 10_i64.checked_pow(u32::from(currency.digits)).unwrap_or(1);
    units(currency.code).checked_mul(unit).and_then(|minor| Money::from_minor(minor).ok()).unwrap_or(Money::ZERO)
}

/// How much more of a certificate of another till may be taken today; none: as much as is left of it.
/// A device that has synced on this business day knows what is left; any other one takes up to the
/// limit a day.
#[must_use]
pub fn may_be_taken(last_synced_on: Option<Day>, today: Day, limit: Money, taken_today: Money) -> Option<Money> {
    if last_synced_on.is_some_and(|day| day >= today) {
        return None;
    }
    Some(limit.minus(taken_today).unwrap_or(Money::ZERO).max(Money::ZERO))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country;

    fn money(minor: i64) -> Money {
        Money::from_minor(minor).unwrap()
    }

    #[test]
    fn only_who_has_synced_today_knows_what_is_left() {
        let (yesterday, today) = (Day::new(2026, 11, 20).unwrap(), Day::new(2026, 11, 21).unwrap());
        let left = |synced, taken| may_be_taken(synced, today, money(5_000_000), money(taken));
        assert_eq!(left(Some(today), 9_000_000), None);
        assert_eq!(left(Some(yesterday), 0), Some(money(5_000_000)));
        assert_eq!(left(None, 4_000_000), Some(money(1_000_000)));
        assert_eq!(left(None, 5_000_001), Some(Money::ZERO));
    }

    #[test]
    fn every_currency_has_a_limit() {
        assert_eq!(default_limit(country::currency("KZT").unwrap()), money(5_000_000));
        for profile in country::countries() {
            assert!(default_limit(country::currency(profile.currency).unwrap()).is_positive(), "{}", profile.code);
        }
    }
}
