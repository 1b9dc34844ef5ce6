//! The staff member of a sentence; who is left is the client.
//!
//! A name behind 'к', 'у', 'до', 'with' or 'мастер' is the staff member's. Else the last name
//! that fits one is, if somebody else is left to be the client: who is alone is the client.
//! 'Анна Иванова' is one person: a name is the staff member's only where its last words are,
//! the given name among them ('Анна Мария' is Анна with Мария).

use super::forms::{Fit, Name};
use super::lexicon::{STAFF_TITLE, TO_STAFF, is_any};
use super::token::{Role, Token};
use super::{Meaning, Names, Parsed, Unsure};

/// Words that name a staff member.
struct Mention {
    words: Vec<usize>,
    /// The staff members who fit best, in the salon's order.
    staff: Vec<usize>,
    /// The worst fit of its words.
    fit: Fit,
}

/// Takes the staff member out of the sentence.
pub(super) fn take(tokens: &mut [Token], names: &Names, staff: &[Name], parsed: &mut Parsed) {
    for at in 0..tokens.len() {
        if tokens.get(at).is_some_and(|token| token.is_free() && is_any(&token.lower, TO_STAFF)) {
            announced(tokens, at, (names, staff), parsed);
        }
    }
    if parsed.staff_id.is_none() {
        unannounced(tokens, (names, staff), parsed);
    }
}

/// A word that announces a staff member, and whom it announces.
fn announced(tokens: &mut [Token], at: usize, (names, staff): (&Names, &[Name]), parsed: &mut Parsed) {
    mark(tokens, &[at], Role::Glue);
    let free = |at: usize| tokens.get(at).filter(|token| token.is_free());
    let Some(first) = (at + 1..tokens.len()).find(|at| free(*at).is_none_or(|token| !is_any(&token.lower, TO_STAFF)))
    else {
        return before_title(tokens, at, (names, staff), parsed);
    };
    let run: Vec<usize> = (first..tokens.len()).take_while(|at| free(*at).is_some()).collect();
    let longest = (1..=run.len()).rev().find_map(|length| mention(tokens, run.get(..length)?, staff));
    match (longest, run.first()) {
        (Some(found), _) => accept(tokens, &found, (names, parsed), false),
        (None, _) if is_title(tokens, at) && is_taken_before(tokens, at, staff) => {
            before_title(tokens, at, (names, staff), parsed);
        }
        (None, Some(unknown)) => {
            let word = tokens.get(*unknown).map(|token| token.raw.clone()).unwrap_or_default();
            mark(tokens, &[*unknown], Role::Glue);
            parsed.unsure.push(Unsure { word, candidates: Vec::new() });
        }
        (None, None) => before_title(tokens, at, (names, staff), parsed),
    }
}

fn is_title(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| is_any(&token.lower, STAFF_TITLE))
}

/// Whether the word before is a staff member's name.
fn is_taken_before(tokens: &[Token], at: usize, staff: &[Name]) -> bool {
    at.checked_sub(1).is_some_and(|before| mention(tokens, &[before], staff).is_some())
}

/// 'Мария шебер': the title behind the name.
fn before_title(tokens: &mut [Token], at: usize, (names, staff): (&Names, &[Name]), parsed: &mut Parsed) {
    let Some(before) = at.checked_sub(1).filter(|_| is_title(tokens, at)) else { return };
    if let Some(found) = mention(tokens, &[before], staff) {
        accept(tokens, &found, (names, parsed), false);
    }
}

/// The last name of the sentence that fits a staff member.
fn unannounced(tokens: &mut [Token], (names, staff): (&Names, &[Name]), parsed: &mut Parsed) {
    let phrases = phrases(tokens);
    let last = phrases.iter().rev().find_map(|phrase| {
        let found = at_end(tokens, phrase, staff)?;
        let shares_phrase = found.words.len() < phrase.len();
        Some((found, shares_phrase))
    });
    let free: Vec<usize> = phrases.concat();
    match last {
        Some((found, shares_phrase)) if free.len() > found.words.len() => {
            accept(tokens, &found, (names, parsed), shares_phrase || found.fit == Fit::Beginning);
        }
        Some((found, _)) => doubt(tokens, &found, (names, parsed), vec![Meaning::Client]),
        None => {
            let given = free.iter().rev().find_map(|at| {
                let mut found = mention(tokens, &[*at], staff).filter(|found| found.fit > Fit::Beginning)?;
                found.staff.retain(|name| is_given_name(tokens.get(*at), staff.get(*name)));
                (!found.staff.is_empty()).then_some(found)
            });
            if let Some(found) = given {
                doubt(tokens, &found, (names, parsed), vec![Meaning::Client]);
            }
        }
    }
}

/// The words nothing was made of, those side by side together; little words do not part them.
fn phrases(tokens: &[Token]) -> Vec<Vec<usize>> {
    let mut phrases: Vec<Vec<usize>> = vec![Vec::new()];
    for (at, token) in tokens.iter().enumerate() {
        match (token.role, phrases.last_mut()) {
            (Role::Free, Some(phrase)) => phrase.push(at),
            (Role::Free | Role::Glue, _) => {}
            _ => phrases.push(Vec::new()),
        }
    }
    phrases.retain(|phrase| !phrase.is_empty());
    phrases
}

/// The longest end of a phrase that names a staff member; by a last name alone only where it is
/// the whole phrase.
fn at_end(tokens: &[Token], phrase: &[usize], staff: &[Name]) -> Option<Mention> {
    (0..phrase.len()).find_map(|start| {
        let mut found = mention(tokens, phrase.get(start..)?, staff)?;
        if start > 0 {
            found.staff.retain(|at| found.words.iter().any(|word| is_given_name(tokens.get(*word), staff.get(*at))));
        }
        (!found.staff.is_empty()).then_some(found)
    })
}

fn is_given_name(token: Option<&Token>, name: Option<&Name>) -> bool {
    token.zip(name).and_then(|(token, name)| name.fit(token)).is_some_and(|(_, said)| said.contains(&0))
}

/// The staff members whom all these words fit, each as another word of the name. A letter
/// alone may be the initial of a last name.
fn mention(tokens: &[Token], words: &[usize], staff: &[Name]) -> Option<Mention> {
    let fit_all = |name: &Name| -> Option<Vec<Fit>> {
        let mut used: Vec<usize> = Vec::new();
        let mut fits = Vec::new();
        for (order, at) in words.iter().enumerate() {
            let token = tokens.get(*at).filter(|token| matches!(token.role, Role::Free))?;
            if order > 0 && name.has_initial(token) {
                fits.push(Fit::Whole);
                continue;
            }
            let (fit, said) = name.fit(token)?;
            if said.iter().any(|word| used.contains(word)) {
                return None;
            }
            used.extend(said);
            fits.push(fit);
        }
        Some(fits)
    };
    let fitting: Vec<(usize, Vec<Fit>)> =
        staff.iter().enumerate().filter_map(|(at, name)| fit_all(name).map(|fits| (at, fits))).collect();
    let best = fitting.iter().map(|(_, fits)| fits).max()?.clone();
    let staff = fitting.iter().filter(|(_, fits)| *fits == best).map(|(at, _)| *at).collect();
    Some(Mention { words: words.to_vec(), staff, fit: best.into_iter().min()? })
}

/// Takes a staff member, the first of several; a second one in the sentence is only shown.
fn accept(tokens: &mut [Token], found: &Mention, (names, parsed): (&Names, &mut Parsed), may_be_client: bool) {
    mark(tokens, &found.words, Role::Staff);
    let first = found.staff.first().and_then(|at| names.staff.get(*at)).map(|(id, _)| *id);
    let is_second = parsed.staff_id.is_some() && parsed.staff_id != first;
    if parsed.staff_id.is_none() {
        parsed.staff_id = first;
    }
    if is_second || may_be_client || found.staff.len() > 1 {
        doubt(tokens, found, (names, parsed), Vec::new());
        if let Some(unsure) = parsed.unsure.last_mut().filter(|_| may_be_client) {
            unsure.candidates.push(Meaning::Client);
        }
    }
}

/// Shows whom the words may mean besides.
fn doubt(tokens: &[Token], found: &Mention, (names, parsed): (&Names, &mut Parsed), mut candidates: Vec<Meaning>) {
    let words = found.words.iter().filter_map(|at| tokens.get(*at)).map(|token| token.raw.as_str());
    candidates.extend(found.staff.iter().filter_map(|at| names.staff.get(*at)).map(|(id, _)| Meaning::Staff(*id)));
    parsed.unsure.push(Unsure { word: words.collect::<Vec<_>>().join(" "), candidates });
}

fn mark(tokens: &mut [Token], words: &[usize], role: Role) {
    for at in words {
        if let Some(token) = tokens.get_mut(*at) {
            token.role = role;
        }
    }
}
