//! Services of a sentence.
//!
//! Words that one service has together name that service, wherever they stand; a word that
//! fits none of the services named so far names another. 'Маникюр' is the service of that name
//! where there is one, else the first that begins so, and the person is asked to look.

use super::forms::{Fit, Name};
use super::lexicon::{TO_STAFF, is_any, is_glue};
use super::token::{Role, Token};
use super::{Meaning, Names, Parsed, Unsure};
use crate::appointment::LINES_MAX;

/// Most services shown as what a word may mean.
const CANDIDATES_MAX: usize = 6;

/// The services that were named.
pub(super) struct Taken(Vec<Mention>);

/// Words that name one service.
struct Mention {
    words: Vec<usize>,
    candidates: Vec<Candidate>,
    /// Staff members whom these words would fit as well.
    staff: Vec<usize>,
}

/// A service that the words may name.
#[derive(Clone)]
struct Candidate {
    /// Which service.
    at: usize,
    /// How well each word fits.
    fits: Vec<Fit>,
    /// Which words of its name are said.
    said: Vec<usize>,
}

/// Takes services out of the sentence. A word that fits a staff member better stays.
pub(super) fn take(tokens: &mut [Token], services: &[Name], staff: &[Name]) -> Taken {
    let mut mentions: Vec<Mention> = Vec::new();
    for at in 0..tokens.len() {
        let Some(token) = tokens.get(at).filter(|token| token.is_free() && !is_glue(&token.lower)) else { continue };
        let candidates = candidates(token, services);
        let best = candidates.iter().flat_map(|found| found.fits.first()).max();
        let rivals: Vec<(usize, Fit)> =
            staff.iter().enumerate().filter_map(|(at, name)| name.fit(token).map(|(fit, _)| (at, fit))).collect();
        let rival = rivals.iter().map(|(_, fit)| fit).max();
        let is_announced =
            at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| is_any(&token.lower, TO_STAFF));
        if best.is_none() || rival > best || (is_announced && rival.is_some()) {
            continue;
        }
        let rivals = rivals.iter().filter(|(_, fit)| Some(fit) == best).map(|(at, _)| *at).collect();
        match mentions.iter_mut().rev().find_map(|mention| joined(mention, &candidates).map(|joined| (mention, joined)))
        {
            Some((mention, joined)) => {
                mention.words.push(at);
                mention.candidates = joined;
                mention.staff.clear();
            }
            None => mentions.push(Mention { words: vec![at], candidates, staff: rivals }),
        }
        if let Some(token) = tokens.get_mut(at) {
            token.role = Role::Service;
        }
    }
    Taken(mentions)
}

/// The services that a word may name.
fn candidates(token: &Token, services: &[Name]) -> Vec<Candidate> {
    let found = services.iter().enumerate().filter_map(|(at, name)| {
        let (fit, said) = name.fit(token)?;
        Some(Candidate { at, fits: vec![fit], said })
    });
    found.collect()
}

/// What remains of a mention with one more word: the services that have it too, as a word of
/// their name that was not said yet.
fn joined(mention: &Mention, more: &[Candidate]) -> Option<Vec<Candidate>> {
    let both = mention.candidates.iter().filter_map(|known| {
        let new = more.iter().find(|new| new.at == known.at)?;
        let is_new = new.said.iter().all(|word| !known.said.contains(word));
        let (fits, said) =
            ([known.fits.clone(), new.fits.clone()].concat(), [known.said.clone(), new.said.clone()].concat());
        is_new.then_some(Candidate { at: known.at, fits, said })
    });
    Some(both.collect::<Vec<_>>()).filter(|both| !both.is_empty())
}

impl Taken {
    /// Writes down which services are meant, and which words may mean others.
    pub(super) fn report(self, names: &Names, services: &[Name], tokens: &[Token], parsed: &mut Parsed) {
        for mut mention in self.0 {
            let is_whole =
                |found: &Candidate| services.get(found.at).is_some_and(|name| name.length() == found.said.len());
            mention
                .candidates
                .sort_by(|a, b| (is_whole(b), &b.fits).cmp(&(is_whole(a), &a.fits)).then(a.at.cmp(&b.at)));
            let ids = mention.candidates.iter().filter_map(|found| names.services.get(found.at).map(|(id, _)| *id));
            let ids: Vec<_> = ids.take(CANDIDATES_MAX).collect();
            let Some(first) = ids.first().copied() else { continue };
            if !parsed.service_ids.contains(&first) && parsed.service_ids.len() < LINES_MAX {
                parsed.service_ids.push(first);
            }
            let is_sure = ids.len() == 1 || mention.candidates.first().is_some_and(is_whole);
            let others = if is_sure { 1 } else { ids.len() };
            let staff = mention.staff.iter().filter_map(|at| names.staff.get(*at).map(|(id, _)| Meaning::Staff(*id)));
            let candidates: Vec<Meaning> = ids.into_iter().take(others).map(Meaning::Service).chain(staff).collect();
            if candidates.len() > 1 {
                let words = mention.words.iter().filter_map(|at| tokens.get(*at)).map(|token| token.raw.as_str());
                parsed.unsure.push(Unsure { word: words.collect::<Vec<_>>().join(" "), candidates });
            }
        }
    }
}
