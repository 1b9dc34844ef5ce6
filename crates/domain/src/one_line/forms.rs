//! Whether a typed word is a name: the name itself, one of its cases, or its beginning.

use super::lexicon;
use super::token::Token;
use crate::search_text;

/// How well a word fits; the better is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The beginning of the name, three letters or more.
    Beginning,
    /// The name in another case: Марией.
    Case,
    /// The name.
    Whole,
}

/// The words of a name as the search sees them, without 'с', 'и', 'для'.
pub(super) struct Name {
    words: Vec<String>,
    kind: Kind,
}

/// Whose name it is. Short words of services need more letters in common than short first
/// names: Тоня is not 'тон', and Алла is not 'алу'.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Person,
    Service,
}

impl Name {
    pub(super) fn new(name: &str, kind: Kind) -> Self {
        let said = name.split_whitespace().map(|word| Token::new(word.to_owned()));
        let words: Vec<String> =
            said.filter(|word| !lexicon::is_glue(&word.lower)).flat_map(|word| word.folded).collect();
        Self { words: if words.is_empty() { search_text::words(name) } else { words }, kind }
    }

    /// How many words it has.
    pub(super) const fn length(&self) -> usize {
        self.words.len()
    }

    /// Whether a typed letter is the initial of one of its words but the first.
    pub(super) fn has_initial(&self, token: &Token) -> bool {
        let initial = token.folded.first().filter(|_| token.lower.chars().count() == 1);
        initial.is_some_and(|initial| self.words.iter().skip(1).any(|word| word.starts_with(initial.as_str())))
    }

    /// How well a word fits, and which words of the name it is. A word with a hyphen is several
    /// that must all fit.
    pub(super) fn fit(&self, token: &Token) -> Option<(Fit, Vec<usize>)> {
        let mut found = Vec::new();
        let mut worst = Fit::Whole;
        for typed in &token.folded {
            let fits = self
                .words
                .iter()
                .enumerate()
                .filter_map(|(at, word)| Some((fit(typed, word, (&token.lower, self.kind))?, at)));
            let (best, at) = fits.max_by_key(|(fit, at)| (*fit, std::cmp::Reverse(*at)))?;
            worst = worst.min(best);
            found.push(at);
        }
        (!found.is_empty()).then_some((worst, found))
    }
}

/// How well one typed word fits one word of a name, both folded; `spelled` is the word as typed.
fn fit(typed: &str, word: &str, (spelled, kind): (&str, Kind)) -> Option<Fit> {
    if typed == word {
        return Some(Fit::Whole);
    }
    if !typed.starts_with(word.get(..2)?) {
        return None;
    }
    if same_case_family(typed, word, kind) {
        return Some(Fit::Case);
    }
    // Folding makes doubled letters one: Анна is not the beginning of Анастасия.
    let letters: Vec<char> = spelled.chars().collect();
    let is_doubled = letters.windows(2).any(|pair| matches!(pair, [a, b] if a == b));
    let least = if is_doubled { 4 } else { 3 };
    let is_long = letters.len() >= 3 && typed.chars().count() >= least;
    (is_long && word.starts_with(typed)).then_some(Fit::Beginning)
}

/// Folded endings of the cases of Russian and Ukrainian words, one declension a line, with the
/// fewest letters the stem of a person's name and of a service's word must have.
const DECLENSIONS: &[(usize, usize, &[&str])] = &[
    // Анна, Світлана, стрижка.
    (2, 3, &["a", "i", "e", "u", "oi", "oiu", "o"]),
    // Юля, Мария, Наталія, фарбування.
    (2, 3, &["ia", "i", "e", "iu", "ei", "eiu", "iei", "ie", "iam"]),
    // Иван, маникюр, ресницы.
    (3, 3, &["", "a", "u", "om", "e", "ovi", "im", "i", "ov", "iv", "ami", "am", "ah"]),
    // Сергей, Игорь, гель, ногти.
    (3, 4, &["", "i", "ia", "iu", "em", "e", "evi", "ei", "iv", "iami", "iam", "iah"]),
    // Окрашивание.
    (4, 4, &["ie", "ia", "iu", "iem", "i"]),
    // Женская, мужской.
    (3, 3, &["aia", "uiu", "oi", "ogo", "omu", "im", "ie", "i", "a", "u", "oiu", "e", "ih"]),
];

/// Endings that Kazakh and English put behind the whole name.
const SUFFIXES: &[&str] = &[
    "s", "ga", "ge", "ka", "ke", "ni", "di", "ti", "nin", "din", "tin", "men", "ben", "pen", "da", "de", "ta", "te",
    "dan", "den", "tan", "ten", "nan", "nen",
];

/// Whether both words are cases of one word.
fn same_case_family(typed: &str, word: &str, kind: Kind) -> bool {
    let declined = |word: &str| {
        DECLENSIONS.iter().any(|(least_person, least_service, endings)| {
            let least = if kind == Kind::Person { least_person } else { least_service };
            endings.iter().flat_map(|ending| stems(word, ending)).any(|stem| {
                stem.chars().count() >= *least && endings.iter().any(|ending| joined(stem, ending) == typed)
            })
        })
    };
    let suffixed = typed.strip_prefix(word).is_some_and(|suffix| word.len() >= 3 && SUFFIXES.contains(&suffix));
    suffixed || declined(word) || without_fleeting_vowel(word).is_some_and(|stem| declined(&stem))
}

/// What a word may be made of with this ending. Folding melts two equal letters into one, so
/// that the stem may end in the letter the ending begins with.
fn stems<'a>(word: &'a str, ending: &str) -> impl Iterator<Item = &'a str> + use<'a> {
    let stem = word.strip_suffix(ending);
    let first = ending.chars().next().map_or(0, char::len_utf8);
    let melted =
        stem.and_then(|stem| word.get(..stem.len() + first)).filter(|melted| first > 0 && melted.len() <= word.len());
    stem.into_iter().chain(melted)
}

/// A stem with an ending, two equal letters made one.
fn joined(stem: &str, ending: &str) -> String {
    let melts = stem.chars().next_back().is_some_and(|last| ending.starts_with(last));
    let stem = if melts { stem.get(..stem.len() - 1).unwrap_or(stem) } else { stem };
    format!("{stem}{ending}")
}

/// Павел is Павл-а: the vowel before the last consonant is lost in other cases.
fn without_fleeting_vowel(word: &str) -> Option<String> {
    let (before, last) = word.split_at_checked(word.len().checked_sub(1)?)?;
    let before = before.strip_suffix(['e', 'o'])?;
    let is_consonant = !last.starts_with(['a', 'e', 'i', 'o', 'u']);
    (is_consonant && before.len() >= 3).then(|| format!("{before}{last}"))
}
