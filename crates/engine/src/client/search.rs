//! The search that forgives: names by any beginning, digits by any fragment, the wrong
//! keyboard layout, transliteration, and one typo where nothing else is found.

use adelante_domain::permission::Permission;
use adelante_domain::search_text;
use adelante_store::Connection;
use adelante_store::client::search::{self, Found};
use adelante_wire::{ClientsFound, SearchClients};

use crate::command::{Context, Query};
use crate::error::{EngineError, Result};

/// Clients shown at once.
const FOUND_MAX: u16 = 50;
/// Letters of the query that are looked at.
const QUERY_LETTERS_MAX: usize = 80;
/// Words within one typo of a token that are tried.
const SIMILAR_MAX: usize = 24;
/// Fewer digits than this say nothing.
const DIGITS_MIN: usize = 3;

impl Query for SearchClients {
    type Output = ClientsFound;
    const PERMISSION: Permission = Permission::ClientsRead;

    fn run(&self, context: &Context<'_>, connection: &Connection) -> Result<ClientsFound> {
        if !(1..=FOUND_MAX).contains(&self.limit) {
            return Err(EngineError::out_of_range("limit", 1, FOUND_MAX));
        }
        let (found, forgiven) = find(connection, &self.text, self.limit)?;
        let region = context.region();
        Ok(ClientsFound {
            clients: found.into_iter().map(|client| super::list::row(client, region)).collect(),
            forgiven,
        })
    }
}

/// Clients for what was typed, and whether a typo had to be forgiven.
pub(crate) fn find(connection: &Connection, typed: &str, limit: u16) -> Result<(Vec<Found>, bool)> {
    let typed: String = typed.chars().take(QUERY_LETTERS_MAX).collect();
    let mut found: Vec<Found> = Vec::new();
    let digits = search_text::digits(&typed);
    let letters = typed.chars().any(char::is_alphabetic);
    if digits.len() >= DIGITS_MIN && !letters {
        add(&mut found, search::by_digits(connection, national(&digits), limit)?);
    }
    let keys = search_text::query_keys(&typed);
    for tokens in &keys {
        if found.len() >= usize::from(limit) || tokens.is_empty() {
            break;
        }
        add(&mut found, search::by_names(connection, tokens, limit)?);
    }
    let mut forgiven = false;
    if found.is_empty() && letters {
        add(&mut found, within_one_typo(connection, &keys, limit)?);
        forgiven = !found.is_empty();
    }
    found.truncate(usize::from(limit));
    Ok((found, forgiven))
}

/// The digits without a trunk prefix that the stored form does not have (8 701 … is +7 701 …).
fn national(digits: &str) -> &str {
    if digits.len() > 10 { &digits[1..] } else { digits }
}

fn add(found: &mut Vec<Found>, more: Vec<Found>) {
    for client in more {
        if !found.iter().any(|known| known.id == client.id) {
            found.push(client);
        }
    }
}

/// Clients whose names have, for every token, a word within one typo of it.
fn within_one_typo(connection: &Connection, keys: &[Vec<String>], limit: u16) -> Result<Vec<Found>> {
    let Some(tokens) = keys.first().filter(|tokens| !tokens.is_empty()) else { return Ok(Vec::new()) };
    let mut similar: Vec<Vec<String>> = vec![Vec::new(); tokens.len()];
    search::vocabulary(connection, |word| {
        for (token, words) in tokens.iter().zip(&mut similar) {
            let near = word.starts_with(token.as_str()) || search_text::within_one_typo(token, word);
            if words.len() < SIMILAR_MAX && near {
                words.push(word.to_owned());
            }
        }
    })?;
    if similar.iter().any(Vec::is_empty) {
        return Ok(Vec::new());
    }
    Ok(search::by_words(connection, &similar, limit)?)
}
