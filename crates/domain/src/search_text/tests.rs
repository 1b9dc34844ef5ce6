//! Names as they are typed: in another script, on another layout, with an error.

use super::*;
use proptest::prelude::*;

const NAMES: &[&str] = &[
    "Гүлнара Жұмабаева",
    "Сауле Әбдіраманова",
    "Татьяна Королёва",
    "Құралай Смағұлова",
    "Мар'яна Ґалаґан",
    "Соломія Їжакевич",
    "Chloé García-López",
    "Khadisha Akhmetova",
    "Schneider Philipp",
    "Shcherbakova Yekaterina",
    "Нұрсұлтан Қасымов",
    "Фёкла Цой",
    "Счастливая Алла",
    "Александр Кхан",
    "Zoë O'Brien",
    "Chingiz Dzhaksybekov",
];

fn finds(query: &str, name: &str) -> bool {
    let name = words(name);
    query_keys(query).iter().any(|key| key.iter().all(|token| name.iter().any(|word| word.starts_with(token.as_str()))))
}

#[test]
fn a_name_is_found_however_it_is_spelled() {
    for (query, name) in [
        ("saule", "Сауле"),
        ("Саулe", "Сауле"),
        ("сауле", "Сәуле"),
        ("жумабаева", "Жұмабаева"),
        ("zhumabaeva", "Жұмабаева"),
        ("королева", "Королёва"),
        ("kyralai", "Кыралай"),
        ("куралай", "Құралай"),
        ("наталья", "Наталія"),
        ("natalya", "Наталья"),
        ("юлия", "Юлія"),
        ("yulia", "Юлия"),
        ("julia", "Юлия"),
        ("janna", "Жанна"),
        ("жана", "Жанна"),
        ("дмитрий", "Dmitry"),
        ("сергей", "Sergey"),
        ("марьяна", "Мар'яна"),
        ("марʼяна", "Мар’яна"),
        ("obrien", "O'Brien"),
        ("chloe", "Chloé"),
        ("oxana", "Оксана"),
        ("галаган", "Ґалаґан"),
        ("їжакевич", "Іжакевич"),
        ("ахметова", "Akhmetova"),
        ("щербакова", "Shcherbakova"),
        ("филипп", "Philipp"),
    ] {
        assert!(finds(query, name), "{query} should find {name}: {:?} {:?}", query_keys(query), words(name));
    }
}

#[test]
fn the_wrong_keyboard_layout_is_understood() {
    assert!(layout_variants("ghbdtn").contains(&"привет".to_owned()));
    assert!(layout_variants("ыфгду").contains(&"saule".to_owned()));
    assert!(layout_variants("]dfyyf").contains(&"їванна".to_owned()));
    for (query, name) in [
        (";fyyf", "Жанна"),
        ("ufkfufy", "Ґалаґан"),
        ("'kkf", "Элла"),
        ("срдщу пфксшф", "Chloé García"),
        (",jylfhtyrj", "Бондаренко"),
    ] {
        assert!(finds(query, name), "{query} should find {name}: {:?}", query_keys(query));
    }
}

#[test]
fn words_are_found_in_any_order_and_from_their_beginning() {
    assert!(finds("жұм гүл", "Гүлнара Жұмабаева"));
    assert!(finds("gar chl", "Chloé García-López"));
    assert!(finds("lopez", "Chloé García-López"));
    assert!(!finds("нара", "Гүлнара Жұмабаева"));
    assert!(!finds("гул сид", "Гүлнара Жұмабаева"));
}

#[test]
fn every_beginning_of_every_name_as_typed_finds_it() {
    for name in NAMES {
        for (end, _) in name.char_indices().skip(1).chain(once((name.len(), ' '))) {
            assert!(finds(&name[..end], name), "{} should find {name}: {:?}", &name[..end], query_keys(&name[..end]));
        }
    }
}

#[test]
fn decomposed_letters_are_the_same_letters() {
    assert_eq!(fold("Королёва"), fold("Корол\u{435}\u{308}ва"));
    assert_eq!(fold("Андрій"), fold("Андр\u{456}\u{438}\u{306}"));
    assert_eq!(fold("Chloé"), fold("Chloe\u{301}"));
}

#[test]
fn numbers_keep_their_repeated_digits() {
    assert_eq!(fold("K1-000123"), "k1 000123");
    assert_eq!(digits("+7 (701) 100-00-77"), "77011000077");
}

#[test]
fn nothing_typed_is_nothing_to_try() {
    assert!(query_keys("").is_empty());
    assert!(query_keys(" - ! ").is_empty());
}

#[test]
fn a_key_held_down_is_no_name_on_any_layout() {
    for query in ["qqqqqqqq", "аааа", "ььььь", "jjj", "Ллл", "шшшшшш", ";;;;;;", "qqqqwwww", "анннннна"]
    {
        assert_eq!(query_keys(query), Vec::<Vec<String>>::new(), "{query}");
    }
    assert!(finds("анна ыыыы", "Анна Ким"), "a name beside it still counts");
    for (query, name) in [("Анна", "Анна"), ("Аллла", "Алла"), ("q", "Құралай"), ("лл", "Ллойд"), ("1111", "1111")]
    {
        assert!(finds(query, name), "{query} should find {name}");
    }
}

#[test]
fn one_error_is_forgiven_and_two_are_not() {
    let name = fold("Жұмабаева");
    for query in ["жумабоева", "жумабева", "жумаабаева", "жмуабаева", "жумб"] {
        assert!(within_one_typo(&fold(query), &name), "{query}");
    }
    for query in ["жумобоева", "сидорова", "сау", "1234"] {
        assert!(!within_one_typo(&fold(query), &name), "{query}");
    }
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in "[а-яёіїєґәғқңөұүһА-Яa-zA-Zéüçßxhkpscg'’ 0-9;.-]{0,24}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn any_text_at_all_can_be_folded(text in "\\PC{0,40}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
        let _ = query_keys(&text);
    }

    #[test]
    fn every_beginning_of_a_folded_name_matches(name in "[а-щыэюяёіїєґәғқңөұү]{1,16}") {
        let folded = fold(&name);
        for (end, _) in folded.char_indices().skip(1) {
            prop_assert!(finds(&folded[..end], &name), "{} of {}", &folded[..end], folded);
        }
    }

    #[test]
    fn two_swapped_neighbours_are_within_one_typo(word in "[a-z]{4,14}", at in 0usize..12) {
        let mut letters: Vec<char> = word.chars().collect();
        let at = at % (letters.len() - 1);
        letters.swap(at, at + 1);
        prop_assert!(within_one_typo(&letters.into_iter().collect::<String>(), &word));
    }

    #[test]
    fn a_beginning_with_one_letter_lost_is_within_one_typo(word in "[a-z]{6,14}", at in 0usize..14) {
        let mut letters: Vec<char> = word.chars().collect();
        letters.remove(at % word.len());
        prop_assert!(within_one_typo(&letters.into_iter().collect::<String>(), &word));
    }
}
