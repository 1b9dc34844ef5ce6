//! The gap filter: no holes too short to sell.

use std::collections::BTreeSet;

use super::offer::{Offer, Options};

/// Without the offers that leave a hole shorter than the setting, where their first staff
/// member has a better one that day.
pub(super) fn without_small_holes(mut offers: Vec<Offer>, options: Options<'_>) -> Vec<Offer> {
    let too_short = |hole: i64| 0 < hole && hole < i64::from(options.min_hole);
    let is_good = |offer: &Offer| !too_short(offer.hole_before) && !too_short(offer.hole_after);
    if options.min_hole > 1 {
        let place = |offer: &Offer| (offer.first_staff(), options.clock.wall(offer.start).0);
        let better: BTreeSet<_> = offers.iter().filter(|offer| is_good(offer)).map(place).collect();
        offers.retain(|offer| is_good(offer) || !better.contains(&place(offer)));
    }
    offers
}
