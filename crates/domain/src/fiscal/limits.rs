//! The legal limits of work with a fiscal device, as gauges.
//!
//! Sources. Russia: 54-FZ art. 4.1 (the storage stops 30 calendar days after the oldest document
//! that the operator has not confirmed) and art. 4.3 (a shift is at most 24 hours). Ukraine: law
//! 265/95-VR art. 5 (36 hours in a row and 168 hours within a calendar month without a link, on
//! fiscal numbers reserved before). Kazakhstan: rules of online cash registers (72 hours on its own).

use adelante_base::Timestamp;
use adelante_base::fiscal::{FiscalLimit, LimitLevel};

/// Warned of from so many percent on.
pub const HALF_PERCENT: i64 = 50;
/// And again from here.
pub const NEAR_PERCENT: i64 = 90;

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

/// A stretch without a link; without an end it still lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outage {
    /// Since.
    pub from: Timestamp,
    /// Until.
    pub until: Option<Timestamp>,
}

/// What the gauges are computed from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts<'a> {
    /// ISO 3166 code of the salon's country.
    pub country: &'a str,
    /// Now.
    pub now: Timestamp,
    /// When this calendar month began on the salon's clock.
    pub month_began: Timestamp,
    /// The oldest document that is not registered and confirmed yet.
    pub oldest_unsent: Option<Timestamp>,
    /// Since when the device's shift is open.
    pub shift_opened: Option<Timestamp>,
    /// Stretches without a link, oldest first.
    pub outages: &'a [Outage],
    /// Reserved fiscal numbers: how many are left, of how many.
    pub numbers: Option<(u32, u32)>,
}

/// A limit with how much of it is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gauge {
    /// Which.
    pub limit: FiscalLimit,
    /// Used: milliseconds, or numbers.
    pub used: i64,
    /// The whole, in the same unit.
    pub whole: i64,
    /// How near it is.
    pub level: LimitLevel,
}

/// The gauges of a country, in the order to show them; none where the table knows none.
#[must_use]
pub fn gauges(facts: &Facts<'_>) -> Vec<Gauge> {
    let unsent = facts.oldest_unsent.map_or(0, |since| since_ms(since, facts.now));
    let shift = facts.shift_opened.map_or(0, |since| since_ms(since, facts.now));
    match facts.country.to_ascii_uppercase().as_str() {
        "RU" => vec![gauge(FiscalLimit::Unsent, unsent, 30 * DAY_MS), gauge(FiscalLimit::Shift, shift, 24 * HOUR_MS)],
        "UA" => {
            let mut all = vec![
                gauge(FiscalLimit::OfflineInARow, in_a_row_ms(facts), 36 * HOUR_MS),
                gauge(FiscalLimit::OfflineInAMonth, in_month_ms(facts), 168 * HOUR_MS),
            ];
            if let Some((left, of)) = facts.numbers {
                all.push(gauge(FiscalLimit::Numbers, i64::from(of.saturating_sub(left)), i64::from(of)));
            }
            all
        }
        "KZ" => vec![gauge(FiscalLimit::OfflineInARow, in_a_row_ms(facts).max(unsent), 72 * HOUR_MS)],
        _ => Vec::new(),
    }
}

/// The level of the worst gauge.
#[must_use]
pub fn worst(gauges: &[Gauge]) -> LimitLevel {
    gauges.iter().map(|gauge| gauge.level).max().unwrap_or(LimitLevel::Fine)
}

fn gauge(limit: FiscalLimit, used: i64, whole: i64) -> Gauge {
    Gauge { limit, used, whole, level: level(used, whole) }
}

/// Compared without division: at exactly half, nine tenths and the whole the level changes.
fn level(used: i64, whole: i64) -> LimitLevel {
    let percent = used.saturating_mul(100);
    match () {
        () if percent >= whole.saturating_mul(100) => LimitLevel::Reached,
        () if percent >= whole.saturating_mul(NEAR_PERCENT) => LimitLevel::Near,
        () if percent >= whole.saturating_mul(HALF_PERCENT) => LimitLevel::Half,
        () => LimitLevel::Fine,
    }
}

fn since_ms(since: Timestamp, now: Timestamp) -> i64 {
    now.millis().saturating_sub(since.millis()).max(0)
}

/// The outage that still lasts.
fn in_a_row_ms(facts: &Facts<'_>) -> i64 {
    let lasting = facts.outages.iter().filter(|outage| outage.until.is_none());
    lasting.map(|outage| since_ms(outage.from, facts.now)).max().unwrap_or(0)
}

/// All outages as far as they lie in this month.
fn in_month_ms(facts: &Facts<'_>) -> i64 {
    let parts = facts.outages.iter().map(|outage| {
        let from = outage.from.max(facts.month_began);
        since_ms(from, outage.until.unwrap_or(facts.now))
    });
    parts.fold(0, i64::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;
    use LimitLevel::{Fine, Half, Near, Reached};

    const MONTH: i64 = 1_793_000_000_000;

    fn at(millis: i64) -> Timestamp {
        Timestamp::from_millis(millis)
    }

    fn facts<'a>(country: &'a str, now: i64, outages: &'a [Outage]) -> Facts<'a> {
        Facts {
            country,
            now: at(now),
            month_began: at(MONTH),
            oldest_unsent: None,
            shift_opened: None,
            outages,
            numbers: None,
        }
    }

    fn levels(facts: &Facts<'_>) -> Vec<(FiscalLimit, LimitLevel)> {
        gauges(facts).into_iter().map(|gauge| (gauge.limit, gauge.level)).collect()
    }

    #[test]
    fn russia_counts_thirty_days_and_a_shift_of_a_day_to_the_millisecond() {
        let now = MONTH + 40 * DAY_MS;
        for (unsent, shift, expected) in [
            (15 * DAY_MS - 1, 12 * HOUR_MS - 1, (Fine, Fine)),
            (15 * DAY_MS, 12 * HOUR_MS, (Half, Half)),
            (27 * DAY_MS - 1, 21 * HOUR_MS + HOUR_MS / 2, (Half, Half)),
            (27 * DAY_MS, 21 * HOUR_MS + 36 * 60_000, (Near, Near)),
            (30 * DAY_MS - 1, 24 * HOUR_MS - 1, (Near, Near)),
            (30 * DAY_MS, 24 * HOUR_MS, (Reached, Reached)),
        ] {
            let mut facts = facts("RU", now, &[]);
            facts.oldest_unsent = Some(at(now - unsent));
            facts.shift_opened = Some(at(now - shift));
            let expected = [(FiscalLimit::Unsent, expected.0), (FiscalLimit::Shift, expected.1)];
            assert_eq!(levels(&facts), expected, "{unsent} {shift}");
        }
    }

    #[test]
    fn ukraine_counts_36_hours_in_a_row_and_168_in_the_month() {
        let lasts = |from: i64| Outage { from: at(from), until: None };
        let now = MONTH + 20 * DAY_MS;
        for (hours, expected) in [(18 * HOUR_MS - 1, Fine), (18 * HOUR_MS, Half), (36 * HOUR_MS, Reached)] {
            let outages = [lasts(now - hours)];
            assert_eq!(levels(&facts("ua", now, &outages))[0], (FiscalLimit::OfflineInARow, expected), "{hours}");
        }
        // Ended outages count for the month only, and only since it began.
        let ended = |from: i64, hours: i64| Outage { from: at(from), until: Some(at(from + hours * HOUR_MS)) };
        let outages = [ended(MONTH - 10 * HOUR_MS, 30), ended(MONTH + DAY_MS, 64)];
        assert_eq!(
            levels(&facts("UA", now, &outages)),
            [(FiscalLimit::OfflineInARow, Fine), (FiscalLimit::OfflineInAMonth, Half)]
        );
        let whole = [ended(MONTH - 10 * HOUR_MS, 30), ended(MONTH + DAY_MS, 148)];
        assert_eq!(levels(&facts("UA", now, &whole))[1].1, Reached);
        let before = [ended(MONTH - 200 * HOUR_MS, 199)];
        assert_eq!(gauges(&facts("UA", now, &before))[1].used, 0);
    }

    #[test]
    fn ukraine_counts_the_reserved_numbers_where_they_are_known() {
        let mut facts = facts("UA", MONTH, &[]);
        facts.numbers = Some((1_001, 2_000));
        assert_eq!(levels(&facts)[2], (FiscalLimit::Numbers, Fine));
        facts.numbers = Some((1_000, 2_000));
        assert_eq!(levels(&facts)[2].1, Half);
        facts.numbers = Some((200, 2_000));
        assert_eq!(levels(&facts)[2].1, Near);
        facts.numbers = Some((0, 2_000));
        assert_eq!(levels(&facts)[2].1, Reached);
        assert_eq!(worst(&gauges(&facts)), Reached);
    }

    #[test]
    fn kazakhstan_counts_72_hours_on_its_own_or_unsent() {
        let now = MONTH + 20 * DAY_MS;
        for (hours, expected) in [
            (36 * HOUR_MS - 1, Fine),
            (36 * HOUR_MS, Half),
            (64 * HOUR_MS + 48 * 60_000, Near),
            (72 * HOUR_MS - 1, Near),
            (72 * HOUR_MS, Reached),
        ] {
            let outages = [Outage { from: at(now - hours), until: None }];
            assert_eq!(levels(&facts("KZ", now, &outages)), [(FiscalLimit::OfflineInARow, expected)], "{hours}");
            let mut unsent = facts("KZ", now, &[]);
            unsent.oldest_unsent = Some(at(now - hours));
            assert_eq!(levels(&unsent), [(FiscalLimit::OfflineInARow, expected)], "{hours}");
        }
    }

    #[test]
    fn a_clock_that_went_back_uses_nothing_and_other_countries_have_no_gauge() {
        let mut back = facts("RU", MONTH, &[]);
        back.oldest_unsent = Some(at(MONTH + DAY_MS));
        assert_eq!(gauges(&back)[0].used, 0);
        assert_eq!(gauges(&facts("DE", MONTH, &[])), []);
        assert_eq!(worst(&[]), Fine);
    }
}
