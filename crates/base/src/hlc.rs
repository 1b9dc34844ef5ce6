//! Hybrid logical clock: the order of operations over PCs whose clocks differ.
//! Source: Kulkarni et al., "Logical Physical Clocks", 2014.

use std::fmt;
use std::str::FromStr;

use crate::Timestamp;

/// A moment that never runs backwards: the wall clock, and a counter for what happens within
/// one millisecond or while the wall clock is behind. Its text form sorts as it compares.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hlc {
    millis: i64,
    counter: u32,
}

impl Hlc {
    /// The next moment after `self`, told that the wall clock shows `now`.
    #[must_use]
    pub fn next(self, now: Timestamp) -> Self {
        if now.millis() > self.millis {
            return Self { millis: now.millis(), counter: 0 };
        }
        match self.counter.checked_add(1) {
            Some(counter) => Self { millis: self.millis, counter },
            None => Self { millis: self.millis + 1, counter: 0 },
        }
    }

    /// The wall-clock part.
    #[must_use]
    pub const fn at(self) -> Timestamp {
        Timestamp::from_millis(self.millis)
    }
}

impl fmt::Display for Hlc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:013}.{:08x}", self.millis, self.counter)
    }
}

impl FromStr for Hlc {
    type Err = NotAnHlc;
    fn from_str(text: &str) -> Result<Self, NotAnHlc> {
        let (millis, counter) = text.split_once('.').ok_or(NotAnHlc)?;
        Ok(Self {
            millis: millis.parse().map_err(|_| NotAnHlc)?,
            counter: u32::from_str_radix(counter, 16).map_err(|_| NotAnHlc)?,
        })
    }
}

/// The text is not a hybrid clock reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a hybrid clock reading")]
pub struct NotAnHlc;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_never_runs_backwards_and_its_text_sorts_the_same() {
        let mut clock = Hlc::default();
        let mut last = clock.to_string();
        for wall in [5_000, 5_000, 4_000, 5_001, 1] {
            clock = clock.next(Timestamp::from_millis(wall));
            let text = clock.to_string();
            assert!(text > last, "{text} after {last}");
            assert_eq!(text.parse(), Ok(clock));
            last = text;
        }
    }
}
