//! One-line booking: 'анна завтра 14 маникюр мария' is a client, a day, a time, a service and
//! a staff member. Nothing is saved from it: what was understood is shown first.
//!
//! Words are taken in this order, and what is taken is out of the way of what follows:
//! a phone, days, times, services, the staff member; the rest is the client. The words of a
//! sentence may stand in any order; only the client comes before the staff member where both
//! could be either.
//!
//! Read on in `moment.rs` (days and times), `offer.rs` (services) and `people.rs`.

mod forms;
mod lexicon;
mod moment;
mod number;
mod offer;
mod people;
mod resolve;
#[cfg(test)]
mod tests;
mod token;

use std::fmt;

use adelante_base::{Day, ServiceId, StaffMemberId};

use crate::search_text::layout_variants;
use crate::waitlist::PartOfDay;
use forms::{Kind, Name};
use token::{Role, Token};

/// Longer sentences are read up to here, in words.
const WORDS_MAX: usize = 40;

/// The names a sentence may use, in the salon's order: of two that fit alike, the first is
/// taken.
#[derive(Clone, Default)]
pub struct Names {
    /// Services that can be booked.
    pub services: Vec<(ServiceId, String)>,
    /// Staff members who can be booked; the first word is the given name.
    pub staff: Vec<(StaffMemberId, String)>,
}

/// What a word may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// A day.
    Day(Day),
    /// A start, minutes after midnight.
    Time(u16),
    /// A service.
    Service(ServiceId),
    /// A staff member.
    Staff(StaffMemberId),
    /// The client's name.
    Client,
}

/// Words with several meanings, or with none.
#[derive(Clone, PartialEq, Eq)]
pub struct Unsure {
    /// The words as typed.
    pub word: String,
    /// What they may mean, the meaning that was taken first (a second time or day of the
    /// sentence is not taken and stands alone). Empty where they name a day that does not
    /// exist or a staff member nobody knows, or say how long it takes ('90 мин').
    pub candidates: Vec<Meaning>,
}

/// What was understood.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Parsed {
    /// The day.
    pub day: Option<Day>,
    /// The start, minutes after midnight.
    pub start_min: Option<u16>,
    /// The part of the day ('завтра вечером') where no time is said.
    pub part: Option<PartOfDay>,
    /// The services, in the order they are named.
    pub service_ids: Vec<ServiceId>,
    /// The staff member.
    pub staff_id: Option<StaffMemberId>,
    /// The client: the words that remain, as typed and in their order.
    pub client: String,
    /// A phone number as typed, brackets left out, for [`crate::phone::normalise`].
    pub new_phone: Option<String>,
    /// What the person should look at before saving.
    pub unsure: Vec<Unsure>,
}

/// Reads a sentence typed on `today` at `now_min` (minutes after midnight), also one typed on
/// the wrong keyboard layout. Never fails: what is not understood is the client.
#[must_use]
pub fn parse(text: &str, today: Day, now_min: u16, names: &Names) -> Parsed {
    let staff: Vec<Name> = names.staff.iter().map(|(_, name)| Name::new(name, Kind::Person)).collect();
    let services: Vec<Name> = names.services.iter().map(|(_, name)| Name::new(name, Kind::Service)).collect();
    let now = moment::Now { today, now_min };
    let mut best: Option<(usize, Parsed)> = None;
    for words in spellings(&token::split(text, WORDS_MAX)) {
        let reading = Reading { tokens: words.into_iter().map(Token::new).collect(), parsed: Parsed::default() };
        let (understood, parsed) = reading.read(now, names, &services, &staff);
        if best.as_ref().is_none_or(|(most, _)| understood > *most) {
            best = Some((understood, parsed));
        }
    }
    best.map(|(_, parsed)| parsed).unwrap_or_default()
}

/// A sentence while it is read.
struct Reading {
    tokens: Vec<Token>,
    parsed: Parsed,
}

impl Reading {
    /// What the sentence says, and how many of its words were understood.
    fn read(mut self, now: moment::Now, names: &Names, services: &[Name], staff: &[Name]) -> (usize, Parsed) {
        self.parsed.new_phone = token::take_phone(&mut self.tokens);
        moment::take(&mut self.tokens, now, &mut self.parsed);
        let taken = offer::take(&mut self.tokens, services, staff);
        taken.report(names, services, &self.tokens, &mut self.parsed);
        lexicon::drop_glue(&mut self.tokens);
        people::take(&mut self.tokens, names, staff, &mut self.parsed);
        let rest: Vec<&str> =
            self.tokens.iter().filter(|token| token.is_free()).map(|token| token.raw.as_str()).collect();
        self.parsed.client = rest.join(" ");
        let understood = self.tokens.iter().filter(|token| !matches!(token.role, Role::Free | Role::Glue)).count();
        (understood, self.parsed)
    }
}

/// The words as typed, then as the same keys would have written them on the other layouts.
/// Words with digits stay: digits are the same keys, and the signs between them differ.
fn spellings(words: &[String]) -> Vec<Vec<String>> {
    let spell = |variant: String| -> Vec<String> {
        let swapped = variant.split(' ').map(str::to_owned);
        let keep = |(typed, swapped): (&String, String)| {
            if typed.contains(|c: char| c.is_ascii_digit()) { typed.clone() } else { swapped }
        };
        words.iter().zip(swapped).map(keep).collect()
    };
    layout_variants(&words.join(" ")).into_iter().map(spell).collect()
}

impl fmt::Debug for Unsure {
    /// The meanings only: the word may be a client's name, which never enters a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Unsure({:?})", self.candidates)
    }
}

impl fmt::Debug for Parsed {
    /// Without the client's name and phone, which never enter a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Parsed")
            .field("day", &self.day)
            .field("start_min", &self.start_min)
            .field("part", &self.part)
            .field("service_ids", &self.service_ids)
            .field("staff_id", &self.staff_id)
            .field("unsure", &self.unsure)
            .finish_non_exhaustive()
    }
}
