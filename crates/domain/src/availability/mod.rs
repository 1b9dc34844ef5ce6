//! Which start times are free (B6, B14): for one service or a basket of several, for one
//! staff member or any.
//!
//! Everything is counted in absolute minutes, so that nights on which the clock changes are
//! as long as they are. Begin with [`WallClock`] (from a wall time to a minute and back) and
//! [`Blocks`] (the four parts of a booked service), then [`offers`] (what is free) and
//! [`rank`] (what to propose first, and why).

mod basket;
mod blocks;
mod candidates;
mod choice;
mod day_minutes;
mod gap;
mod offer;
mod pool;
mod rank;
mod search;
pub mod span;
mod wall_clock;

pub use basket::postpone_clean_up;
pub use blocks::{Blocks, Part};
pub use candidates::starts_every;
pub use day_minutes::{Interval, intersect, normalise, subtract};
pub use offer::{Line, Offer, Options, offers};
pub use pool::{Need, Pool, ResourceTime, StaffTime};
pub use rank::{Habit, Ranked, SlotReason, habit, rank};
pub use span::Span;
pub use wall_clock::WallClock;
