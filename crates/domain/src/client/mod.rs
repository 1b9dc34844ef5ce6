//! A client's card: what may be written on it. Names are in [`name`].

mod name;

use adelante_base::Day;

pub use name::{NameParts, full_name, initials, split_full_name};

/// Longest first, last or middle name, in letters.
pub const NAME_LETTERS_MAX: usize = 100;
/// Most phones on one card.
pub const PHONES_MAX: usize = 5;
/// Longest e-mail address.
pub const EMAIL_LETTERS_MAX: usize = 200;
/// Longest allergy warning.
pub const ALLERGY_LETTERS_MAX: usize = 500;
/// Longest note.
pub const NOTE_LETTERS_MAX: usize = 4_000;
/// Longest source ('how the client heard of us').
pub const SOURCE_LETTERS_MAX: usize = 100;
/// Longest label.
pub const TAG_LETTERS_MAX: usize = 40;
/// Most labels on one card.
pub const TAGS_MAX: usize = 20;
/// Longest card number.
pub const CARD_NUMBER_LETTERS_MAX: usize = 60;
/// A discount of everything, in basis points.
pub const DISCOUNT_BP_MAX: u16 = 10_000;
/// The earliest year of birth that is believed.
pub const BIRTH_YEAR_MIN: i32 = 1900;

/// A field of the card, as the contract names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// First name.
    FirstName,
    /// Last name.
    LastName,
    /// Patronymic or middle name.
    MiddleName,
    /// Phones.
    Phones,
    /// E-mail.
    Email,
    /// Birthday.
    Birthday,
    /// Gender.
    Gender,
    /// Allergies and warnings.
    Allergy,
    /// Note.
    Note,
    /// Source.
    Source,
    /// Labels.
    Tags,
    /// Discount.
    Discount,
    /// Card number.
    CardNumber,
}

impl Field {
    /// The field's name in the contract.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::MiddleName => "middle_name",
            Self::Phones => "phones",
            Self::Email => "email",
            Self::Birthday => "birthday",
            Self::Gender => "gender",
            Self::Allergy => "allergy",
            Self::Note => "note",
            Self::Source => "source",
            Self::Tags => "tags",
            Self::Discount => "discount_bp",
            Self::CardNumber => "card_number",
        }
    }
}

/// What is wrong with a field. Carries facts, never what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FieldProblem {
    /// Neither a name nor a phone is given.
    #[error("a name or a phone is needed")]
    NameOrPhoneNeeded,
    /// Longer than allowed.
    #[error("longer than {letters_max} letters")]
    TooLong {
        /// Most letters allowed.
        letters_max: usize,
    },
    /// More entries than allowed.
    #[error("more than {count_max} entries")]
    TooMany {
        /// Most entries allowed.
        count_max: usize,
    },
    /// Not of the form the field asks for.
    #[error("cannot be understood")]
    NotUnderstood,
    /// A date before `from` or after `to`.
    #[error("not between {from} and {to}")]
    OutOfRange {
        /// Earliest date allowed.
        from: Day,
        /// Latest date allowed.
        to: Day,
    },
    /// More than the whole.
    #[error("more than {bp_max} basis points")]
    TooMuch {
        /// Most basis points allowed.
        bp_max: u16,
    },
}

/// One field that cannot be saved as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}: {problem}", field.as_str())]
pub struct FieldError {
    /// Which field.
    pub field: Field,
    /// What is wrong with it.
    pub problem: FieldProblem,
}

impl FieldError {
    const fn new(field: Field, problem: FieldProblem) -> Self {
        Self { field, problem }
    }
}

/// Checks that a card has something to find it by.
///
/// # Errors
/// [`FieldProblem::NameOrPhoneNeeded`].
pub fn validate_names(last: &str, first: &str, middle: &str, phone_count: usize) -> Result<(), FieldError> {
    if phone_count == 0 && [last, first].iter().all(|name| name.trim().is_empty()) {
        return Err(FieldError::new(Field::FirstName, FieldProblem::NameOrPhoneNeeded));
    }
    for (field, name) in [(Field::FirstName, first), (Field::LastName, last), (Field::MiddleName, middle)] {
        validate_text(field, name)?;
    }
    Ok(())
}

/// Checks the length of a text field.
///
/// # Errors
/// [`FieldProblem::TooLong`].
pub fn validate_text(field: Field, text: &str) -> Result<(), FieldError> {
    let letters_max = match field {
        Field::FirstName | Field::LastName | Field::MiddleName => NAME_LETTERS_MAX,
        Field::Email => EMAIL_LETTERS_MAX,
        Field::Allergy => ALLERGY_LETTERS_MAX,
        Field::Note => NOTE_LETTERS_MAX,
        Field::Source => SOURCE_LETTERS_MAX,
        Field::Tags => TAG_LETTERS_MAX,
        Field::CardNumber | Field::Phones | Field::Birthday | Field::Gender | Field::Discount => {
            CARD_NUMBER_LETTERS_MAX
        }
    };
    if text.chars().count() > letters_max {
        return Err(FieldError::new(field, FieldProblem::TooLong { letters_max }));
    }
    Ok(())
}

/// Checks how many phones there are (each is read by [`crate::phone::normalise`]).
///
/// # Errors
/// [`FieldProblem::TooMany`].
pub const fn validate_phone_count(count: usize) -> Result<(), FieldError> {
    if count > PHONES_MAX {
        return Err(FieldError::new(Field::Phones, FieldProblem::TooMany { count_max: PHONES_MAX }));
    }
    Ok(())
}

/// Checks an e-mail address; empty is 'not known'.
///
/// # Errors
/// [`FieldProblem::TooLong`], [`FieldProblem::NotUnderstood`].
pub fn validate_email(email: &str) -> Result<(), FieldError> {
    validate_text(Field::Email, email)?;
    if email.is_empty() || is_email(email) {
        Ok(())
    } else {
        Err(FieldError::new(Field::Email, FieldProblem::NotUnderstood))
    }
}

/// Whether a letter could be sent there: something, one @, and a domain with a dot. Whether
/// it arrives only sending shows.
#[must_use]
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let clean = |part: &str| !part.chars().any(|c| c.is_whitespace() || c.is_control() || "\"(),:;<>[\\]@".contains(c));
    let labels: Vec<&str> = domain.split('.').collect();
    (1..=64).contains(&local.chars().count())
        && clean(local)
        && clean(domain)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && labels.len() > 1
        && labels.iter().all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'))
        && labels.last().is_some_and(|top| top.chars().count() > 1 && !top.chars().all(|c| c.is_ascii_digit()))
}

/// Checks a birthday: from 1900 to `today`.
///
/// # Errors
/// [`FieldProblem::OutOfRange`].
pub fn validate_birthday(birthday: Day, today: Day) -> Result<(), FieldError> {
    let from = Day::new(BIRTH_YEAR_MIN, 1, 1).unwrap_or(birthday);
    if birthday < from || birthday > today {
        return Err(FieldError::new(Field::Birthday, FieldProblem::OutOfRange { from, to: today }));
    }
    Ok(())
}

/// Checks the gender: `female`, `male` or empty.
///
/// # Errors
/// [`FieldProblem::NotUnderstood`].
pub fn validate_gender(gender: &str) -> Result<(), FieldError> {
    match gender {
        "" | "female" | "male" => Ok(()),
        _ => Err(FieldError::new(Field::Gender, FieldProblem::NotUnderstood)),
    }
}

/// Checks the labels.
///
/// # Errors
/// [`FieldProblem::TooMany`], [`FieldProblem::TooLong`]; an empty label is
/// [`FieldProblem::NotUnderstood`].
pub fn validate_tags(tags: &[String]) -> Result<(), FieldError> {
    if tags.len() > TAGS_MAX {
        return Err(FieldError::new(Field::Tags, FieldProblem::TooMany { count_max: TAGS_MAX }));
    }
    for tag in tags {
        if tag.trim().is_empty() {
            return Err(FieldError::new(Field::Tags, FieldProblem::NotUnderstood));
        }
        validate_text(Field::Tags, tag)?;
    }
    Ok(())
}

/// Checks a personal discount.
///
/// # Errors
/// [`FieldProblem::TooMuch`] above 100 %.
pub const fn validate_discount(discount_bp: u16) -> Result<(), FieldError> {
    if discount_bp > DISCOUNT_BP_MAX {
        return Err(FieldError::new(Field::Discount, FieldProblem::TooMuch { bp_max: DISCOUNT_BP_MAX }));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn an_email_needs_a_name_and_a_domain_with_a_dot() {
        for good in ["user5@example.com", "a.b+c@mail.example.org", "олена@пошта.укр"] {
            assert!(is_email(good), "{good}");
        }
        for bad in [
            "user",
            "user@",
            "@example.com",
            "user@example",
            "a b@example.com",
            "a@b@c.com",
            "a@.com",
            "a@b..com",
            "<a@b.com>",
            "a..b@c.com",
            "a@1.2.3.4",
        ] {
            assert!(!is_email(bad), "{bad}");
        }
        assert_eq!(validate_email(""), Ok(()));
    }

    #[test]
    fn birthdays_are_between_1900_and_today() {
        let today = day("2026-11-21");
        assert_eq!(validate_birthday(day("1900-01-01"), today), Ok(()));
        assert_eq!(validate_birthday(today, today), Ok(()));
        assert!(validate_birthday(day("1899-12-31"), today).is_err());
        assert!(validate_birthday(day("2026-11-22"), today).is_err());
    }

    #[test]
    fn a_card_needs_a_name_or_a_phone() {
        assert!(validate_names(" ", "", "Петровна", 0).is_err());
        assert_eq!(validate_names("", "", "", 1), Ok(()));
        assert_eq!(validate_names("", "Анна", "", 0), Ok(()));
    }

    #[test]
    fn lengths_are_counted_in_letters_not_bytes() {
        assert_eq!(validate_text(Field::FirstName, &"ә".repeat(100)), Ok(()));
        let error = validate_text(Field::FirstName, &"ә".repeat(101)).unwrap_err();
        assert_eq!(error.problem, FieldProblem::TooLong { letters_max: 100 });
        assert_eq!(error.to_string(), "first_name: longer than 100 letters");
    }

    #[test]
    fn labels_discount_and_phones_have_limits() {
        assert!(validate_tags(&vec!["VIP".to_owned(); 21]).is_err());
        assert!(validate_tags(&[" ".to_owned()]).is_err());
        assert_eq!(validate_discount(10_000), Ok(()));
        assert!(validate_discount(10_001).is_err());
        assert!(validate_phone_count(6).is_err());
        assert!(validate_gender("женский").is_err());
    }
}
