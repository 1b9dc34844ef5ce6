//! The forgiving search: one Latin skeleton in which Сауле, saule, Саулe and Сәуле meet.
//!
//! The store keeps [`fold`] of what can be found; a query is tried as [`query_keys`], one list
//! of tokens after the other; what then finds nothing is tried with [`within_one_typo`].

use std::iter::once;

/// The text as search sees it: lower case, without marks and signs, in Latin letters, doubled
/// letters once, words separated by one space. ё is е, й is и, Kazakh and Ukrainian letters
/// are their nearest Russian ones; й, и, і, ї, ы and y are one letter. Composed and decomposed
/// Unicode give the same. Folding twice changes nothing.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in words(text) {
        if !folded.is_empty() && !word.is_empty() {
            folded.push(' ');
        }
        folded.push_str(&word);
    }
    folded
}

/// The folded words of a text.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut word = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if is_mark(c) {
            continue;
        }
        if c.is_alphanumeric() {
            push_latin(c, &mut word);
        } else if !word.is_empty() {
            found.push(skeleton(std::mem::take(&mut word)));
        }
    }
    if !word.is_empty() {
        found.push(skeleton(word));
    }
    found.retain(|word| !word.is_empty());
    found
}

/// The digits of a text: for phones and card numbers.
#[must_use]
pub fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// The query as typed, and as it would be on the keyboard layout the person meant:
/// `ghbdtn` is привет, `ыфгду` is saule.
#[must_use]
pub fn layout_variants(query: &str) -> Vec<String> {
    let lower = query.to_lowercase();
    let mut variants = vec![query.to_owned()];
    let candidates = [swap(&lower, EN, RU), swap(&lower, EN, UK), swap(&lower, RU, EN), swap(&lower, UK, EN)];
    for variant in candidates {
        if variant != lower && !variants.contains(&variant) {
            variants.push(variant);
        }
    }
    variants
}

/// The lists of folded tokens to try, in order: as typed, as typed with a letter pair still
/// unfinished (k of kh) or j meant as й, then as on the other layouts. Each token must be the
/// beginning of a word. A key held down is no word: doubled letters are written once, so
/// `qqqqqqqq` would otherwise be everybody whose name begins with K.
#[must_use]
pub fn query_keys(query: &str) -> Vec<Vec<String>> {
    let mut keys: Vec<Vec<String>> = Vec::new();
    for variant in layout_variants(query) {
        let variant = without_held_keys(variant);
        let unfinished = variant.ends_with(|c: char| c.is_alphabetic()).then(|| format!("{variant}h"));
        let soft_j = variant.contains(['j', 'J']).then(|| variant.replace(['j', 'J'], "y"));
        for spelling in once(variant.clone()).chain(soft_j) {
            add_key(&mut keys, words(&spelling));
        }
        if let Some(unfinished) = unfinished {
            let (key, plain) = (words(&unfinished), words(&variant));
            // Only where the h melts into the letter before it: otherwise it is one more letter.
            let melted = key.last().zip(plain.last()).is_some_and(|(with, without)| *with != format!("{without}h"));
            if melted {
                add_key(&mut keys, key);
            }
        }
    }
    keys
}

/// Whether a folded token is within one typing error (a letter wrong, missing, too many, or
/// two neighbours swapped) of some beginning of a folded word. Tokens below four letters and
/// numbers are too short or too exact to guess about.
/// Distance: Damerau 1964, Levenshtein 1966 (optimal string alignment).
#[must_use]
pub fn within_one_typo(token: &str, word: &str) -> bool {
    let token: Vec<char> = token.chars().collect();
    let word: Vec<char> = word.chars().collect();
    if token.len() < 4 || token.iter().any(char::is_ascii_digit) {
        return false;
    }
    (token.len() - 1..=token.len() + 1).any(|length| word.get(..length).is_some_and(|start| one_edit(&token, start)))
}

/// The query without the words that are a key held down.
fn without_held_keys(query: String) -> String {
    if !query.split_whitespace().any(is_held_key) {
        return query;
    }
    query.split_whitespace().filter(|word| !is_held_key(word)).collect::<Vec<_>>().join(" ")
}

/// Nobody's name has a letter four times in a row, or is one letter three times.
fn is_held_key(word: &str) -> bool {
    let letters = || word.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphabetic());
    let (mut longest, mut run, mut last) = (0, 0, None);
    for letter in letters() {
        run = if last == Some(letter) { run + 1 } else { 1 };
        last = Some(letter);
        longest = longest.max(run);
    }
    longest > 3 || (longest == 3 && letters().count() == 3)
}

fn add_key(keys: &mut Vec<Vec<String>>, key: Vec<String>) {
    if !key.is_empty() && !keys.contains(&key) {
        keys.push(key);
    }
}

/// At most one edit between two words whose lengths differ by at most one.
fn one_edit(a: &[char], b: &[char]) -> bool {
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same..], &b[same..]);
    if a.is_empty() || b.is_empty() {
        return a.len() + b.len() <= 1;
    }
    match a.len().cmp(&b.len()) {
        std::cmp::Ordering::Less => a == &b[1..],
        std::cmp::Ordering::Greater => &a[1..] == b,
        std::cmp::Ordering::Equal => {
            a[1..] == b[1..] || (a.len() > 1 && a[0] == b[1] && a[1] == b[0] && a[2..] == b[2..])
        }
    }
}

const EN: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const RU: &str = "йцукенгшщзхъфывапролджэячсмитьбюё";
const UK: &str = "йцукенгшщзхїфівапролджєячсмитьбю'";

/// The keys pressed, as the other layout would have written them.
fn swap(text: &str, from: &str, to: &str) -> String {
    text.chars()
        .map(|c| from.chars().position(|key| key == c).and_then(|index| to.chars().nth(index)).unwrap_or(c))
        .collect()
}

/// Apostrophes stand inside names (Мар'яна, O'Brien) and combining marks over letters: both
/// are left out and do not end a word.
fn is_mark(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '`' | '´' | 'ʹ' | '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}')
}

/// One lower-case letter in Latin ones.
fn push_latin(c: char, word: &mut String) {
    let latin = match c {
        'а' | 'ә' | 'à'..='å' | 'ā' | 'ă' | 'ą' | 'ə' => "a",
        'б' => "b",
        'в' | 'w' => "v",
        'г' | 'ґ' | 'ғ' | 'ğ' | 'ģ' => "g",
        'д' | 'ď' | 'đ' => "d",
        'е' | 'ё' | 'э' | 'є' | 'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' | 'æ' => "e",
        'ж' | 'ž' | 'j' => "zh",
        'з' | 'ź' | 'ż' => "z",
        'и' | 'й' | 'і' | 'ї' | 'ы' | 'y' | 'ì'..='ï' | 'ī' | 'į' | 'ı' | 'ý' | 'ÿ' => "i",
        'к' | 'қ' | 'q' | 'ķ' => "k",
        'л' | 'ł' | 'ļ' | 'ľ' => "l",
        'м' => "m",
        'н' | 'ң' | 'ñ' | 'ń' | 'ň' | 'ņ' => "n",
        'о' | 'ө' | 'ò'..='ö' | 'ø' | 'ō' | 'ő' | 'œ' => "o",
        'п' => "p",
        'р' | 'ř' => "r",
        'с' | 'ś' => "s",
        'т' | 'ť' | 'ț' | 'ţ' => "t",
        'у' | 'ұ' | 'ү' | 'ў' | 'ù'..='ü' | 'ū' | 'ų' | 'ů' | 'ű' => "u",
        'ф' => "f",
        'х' | 'һ' => "h",
        'ц' => "ts",
        'ч' | 'ç' | 'č' | 'ć' => "ch",
        'ш' | 'щ' | 'š' | 'ş' | 'ș' => "sh",
        'ъ' | 'ь' => "",
        'ю' => "iu",
        'я' => "ia",
        'ß' => "s",
        'x' => "ks",
        other => {
            word.push(other);
            return;
        }
    };
    word.push_str(latin);
}

/// Spellings of one sound made one: kh and h, ph and f, gh and g, shch and sh, c and k, doubled
/// letters and single ones. Repeated until nothing changes, so that folding twice is folding.
fn skeleton(mut word: String) -> String {
    if word.bytes().any(|byte| byte.is_ascii_digit()) && word.chars().all(|c| c.is_ascii_digit()) {
        return word;
    }
    loop {
        let next = single_letters(
            &word.replace("sch", "sh").replace("shch", "sh").replace("kh", "h").replace("ph", "f").replace("gh", "g"),
        );
        if next == word {
            return word;
        }
        word = next;
    }
}

/// Doubled letters once, and c without its h as k. Digits are left alone.
fn single_letters(word: &str) -> String {
    let mut single = String::with_capacity(word.len());
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let letter = if letter == 'c' && letters.peek() != Some(&'h') { 'k' } else { letter };
        if letter.is_ascii_digit() || !single.ends_with(letter) {
            single.push(letter);
        }
    }
    single
}

#[cfg(test)]
mod tests;
