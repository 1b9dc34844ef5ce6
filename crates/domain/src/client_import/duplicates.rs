//! Rows of one file that are the same person.
//!
//! What a salon expects: the same phone and the same name twice is one client, written twice.
//! The same phone under different names is a family: mother and daughter stay two clients and
//! the second is shown. First and last name decide, in any order; patronymics do not, because
//! old files have them wrong. A row without a name belongs to whoever has the phone. Two known
//! birthdays that differ are two people. Rows without phones are never joined.

use std::collections::{BTreeSet, HashMap};

use super::text::add_line;
use super::{ImportProblemKind, ImportedClient, Problem};
use crate::client::{ALLERGY_LETTERS_MAX, NOTE_LETTERS_MAX, PHONES_MAX, TAGS_MAX};
use crate::phone::Phone;
use crate::search_text::words;

/// A client to import, from one or several rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergedRow {
    /// The row the client comes from (the earliest).
    pub row: u32,
    /// The client.
    pub client: ImportedClient,
    /// Later rows that were joined into it.
    pub joined: Vec<u32>,
}

/// What is left of the rows, in their order, and what was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Merged {
    /// The clients.
    pub rows: Vec<MergedRow>,
    /// One [`ImportProblemKind::DuplicateInFile`] for each row whose phone an earlier row has.
    pub problems: Vec<(u32, Problem)>,
}

/// Joins the rows of one file that are the same person: empty fields of the earlier row are
/// filled from the later one, notes and labels added, differing details kept in the note.
#[must_use]
pub fn merge_duplicates(rows: impl IntoIterator<Item = (u32, ImportedClient)>) -> Merged {
    let mut merged = Merged::default();
    let mut by_phone: HashMap<Phone, Vec<usize>> = HashMap::new();
    for (row, client) in rows {
        let mut sharing: Vec<usize> =
            client.phones.iter().filter_map(|phone| by_phone.get(phone)).flatten().copied().collect();
        sharing.sort_unstable();
        sharing.dedup();
        if let Some(phone) = client.phones.iter().find(|phone| by_phone.contains_key(phone)) {
            merged.problems.push((row, Problem::new(None, ImportProblemKind::DuplicateInFile, phone.as_str())));
        }
        let same = sharing.into_iter().find(|index| is_same_person(&merged.rows[*index].client, &client));
        let index = same.unwrap_or(merged.rows.len());
        for phone in &client.phones {
            let known = by_phone.entry(phone.clone()).or_default();
            if !known.contains(&index) {
                known.push(index);
            }
        }
        match same {
            Some(index) => {
                fill(&mut merged.rows[index].client, client);
                merged.rows[index].joined.push(row);
            }
            None => merged.rows.push(MergedRow { row, client, joined: Vec::new() }),
        }
    }
    merged
}

fn is_same_person(a: &ImportedClient, b: &ImportedClient) -> bool {
    let same_birthday = a.birthday.is_none() || b.birthday.is_none() || a.birthday == b.birthday;
    let name = |client: &ImportedClient| -> BTreeSet<String> {
        words(&client.last_name).into_iter().chain(words(&client.first_name)).collect()
    };
    let (a, b) = (name(a), name(b));
    // 'Анна' and 'Анна Ким' are one; so is a row without a name.
    same_birthday && (a.is_subset(&b) || b.is_subset(&a))
}

/// Fills the empty fields of `client` from `other`; what differs is kept in the note.
fn fill(client: &mut ImportedClient, other: ImportedClient) {
    let mut differing = Vec::new();
    for (target, value) in [
        (&mut client.last_name, other.last_name),
        (&mut client.first_name, other.first_name),
        (&mut client.middle_name, other.middle_name),
        (&mut client.email, other.email),
        (&mut client.source, other.source),
        (&mut client.card_number, other.card_number),
    ] {
        if target.is_empty() {
            *target = value;
        } else if target.to_lowercase() != value.to_lowercase() {
            differing.push(value);
        }
    }
    client.birthday = client.birthday.or(other.birthday);
    if client.gender.is_empty() {
        client.gender = other.gender;
    }
    client.discount_bp = client.discount_bp.max(other.discount_bp);
    for phone in other.phones {
        if client.phones.contains(&phone) {
            continue;
        }
        if client.phones.len() < PHONES_MAX {
            client.phones.push(phone);
        } else {
            differing.push(phone.as_str().to_owned());
        }
    }
    for tag in other.tags {
        if client.tags.len() < TAGS_MAX && !client.tags.iter().any(|known| known.to_lowercase() == tag.to_lowercase()) {
            client.tags.push(tag);
        }
    }
    add_within(&mut client.allergy, &other.allergy, ALLERGY_LETTERS_MAX);
    add_within(&mut client.note, &other.note, NOTE_LETTERS_MAX);
    for value in differing {
        add_within(&mut client.note, &value, NOTE_LETTERS_MAX);
    }
}

/// Adds a line where there is room for it.
fn add_within(text: &mut String, line: &str, letters_max: usize) {
    if text.chars().count() + line.chars().count() < letters_max {
        add_line(text, line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use adelante_base::Day;

    fn client(last: &str, first: &str, phone: &str) -> ImportedClient {
        ImportedClient {
            last_name: last.into(),
            first_name: first.into(),
            phones: if phone.is_empty() { vec![] } else { vec![Phone::from_e164(phone).unwrap()] },
            ..ImportedClient::default()
        }
    }

    #[test]
    fn the_same_person_written_twice_is_one_client() {
        let first = ImportedClient {
            middle_name: "Ивановна".into(), ..client("Смағұлова", "Жанна", "+77011234567")
        };
        let second = ImportedClient {
            middle_name: "Петровна".into(),
            email: "z@example.com".into(),
            note: "дубль".into(),
            birthday: Day::new(1990, 5, 5),
            ..client("Смағұлова", "ЖАННА", "+77011234567")
        };
        let merged = merge_duplicates([(2, first), (3, second)]);
        assert_eq!(merged.rows.len(), 1);
        let row = &merged.rows[0];
        assert_eq!((row.row, row.joined.as_slice()), (2, &[3][..]));
        assert_eq!((row.client.middle_name.as_str(), row.client.email.as_str()), ("Ивановна", "z@example.com"));
        assert_eq!(row.client.note, "дубль\nПетровна");
        assert_eq!(row.client.birthday, Day::new(1990, 5, 5));
        assert_eq!(merged.problems[0].0, 3);
        assert_eq!(merged.problems[0].1.kind, ImportProblemKind::DuplicateInFile);
    }

    #[test]
    fn mother_and_daughter_with_one_phone_stay_two_clients() {
        let merged = merge_duplicates([
            (2, client("Ким", "Анна", "+77011234567")),
            (3, client("Ким", "Мария", "+77011234567")),
            (4, client("Ким", "Мария", "+77011234567")),
        ]);
        assert_eq!(merged.rows.iter().map(|row| row.row).collect::<Vec<_>>(), [2, 3]);
        assert_eq!(merged.rows[1].joined, [4]);
        assert_eq!(merged.problems.iter().map(|(row, _)| *row).collect::<Vec<_>>(), [3, 4]);
    }

    #[test]
    fn two_birthdays_are_two_people() {
        let born =
            |year| ImportedClient { birthday: Day::new(year, 1, 1), ..client("Ким", "Анна", "+77011234567") };
        assert_eq!(merge_duplicates([(1, born(1960)), (2, born(1990))]).rows.len(), 2);
    }

    #[test]
    fn a_row_without_a_name_belongs_to_whoever_has_the_phone() {
        let merged =
            merge_duplicates([(1, client("", "", "+77011234567")), (2, client("Ким", "Анна", "+77011234567"))]);
        assert_eq!(merged.rows.len(), 1);
        assert_eq!(merged.rows[0].client.first_name, "Анна");
    }

    #[test]
    fn phones_learned_from_a_joined_row_find_the_next_one() {
        let mut second = client("Ким", "Анна", "+77011234567");
        second.phones.push(Phone::from_e164("+77027654321").unwrap());
        let merged = merge_duplicates([
            (1, client("Ким", "Анна", "+77011234567")),
            (2, second),
            (3, client("Ким", "Анна", "+77027654321")),
        ]);
        assert_eq!(merged.rows.len(), 1);
        assert_eq!(merged.rows[0].joined, [2, 3]);
        assert_eq!(merged.rows[0].client.phones.len(), 2);
    }

    #[test]
    fn strangers_without_phones_are_never_joined() {
        let merged = merge_duplicates([(1, client("", "Анна", "")), (2, client("", "Анна", ""))]);
        assert_eq!((merged.rows.len(), merged.problems.len()), (2, 0));
    }
}
