//! Numbers as people and programs write them.

use super::*;

fn e164(text: &str, region: &str) -> Option<String> {
    normalise(text, region).ok().map(|phone| phone.as_str().to_owned())
}

#[test]
fn numbers_are_read_as_people_of_the_country_write_them() {
    for (text, region, expected) in [
        ("8 701 123-45-67", "KZ", "+77011234567"),
        ("+7 (701) 123 45 67", "KZ", "+77011234567"),
        ("7011234567", "KZ", "+77011234567"),
        ("77011234567", "kz", "+77011234567"),
        ("8 (916) 517-27-08", "RU", "+79165172708"),
        ("916-256-6392", "RU", "+79162566392"),
        ("050 123 45 67", "UA", "+380501234567"),
        ("380 637832235", "UA", "+380637832235"),
        ("500-244-714", "UA", "+380500244714"),
        ("00380501234567", "KZ", "+380501234567"),
        ("16462046642", "KZ", "+16462046642"),
        ("'415-732-1018", "US", "+14157321018"),
        ("8 029 123-45-67", "BY", "+375291234567"),
        ("90 123 45 67", "UZ", "+998901234567"),
        ("0555 12 34 56", "KG", "+996555123456"),
        ("+8 701 123 45 67", "KZ", "+77011234567"),
    ] {
        assert_eq!(e164(text, region).as_deref(), Some(expected), "{text} in {region}");
    }
}

#[test]
fn remarks_beside_a_number_do_no_harm() {
    assert_eq!(e164("+7 9269988005 (мама)", "RU").as_deref(), Some("+79269988005"));
    assert_eq!(e164("тел. 8 926 998 80 05", "RU").as_deref(), Some("+79269988005"));
    assert_eq!(e164("+7 7172 55-55-55 доб. 123", "KZ").as_deref(), Some("+77172555555"));
}

#[test]
fn numbers_that_a_spreadsheet_printed_are_read_where_all_digits_are_left() {
    assert_eq!(e164("7.7011234567E10", "KZ").as_deref(), Some("+77011234567"));
    assert_eq!(e164("7,7011234567E+10", "KZ").as_deref(), Some("+77011234567"));
    assert_eq!(e164("79218938248.0", "RU").as_deref(), Some("+79218938248"));
    assert_eq!(e164("7.701123456E10", "KZ").as_deref(), Some("+77011234560"));
    assert_eq!(e164("7,90328E+10", "RU"), None);
}

#[test]
fn what_cannot_be_called_is_refused() {
    for text in [
        "",
        "нет",
        "12345",
        "992-449",
        "A4F4A9D597EF3AC5",
        "user79161234567@example.com",
        "000000000000",
        "+7 701",
        "12345678901234567890",
    ] {
        assert_eq!(normalise(text, "KZ"), Err(BadPhone), "{text}");
    }
}

#[test]
fn a_local_number_of_elsewhere_never_becomes_a_number_of_a_third_country() {
    assert_eq!(e164("646-604-9466", "KZ"), None);
    assert_eq!(e164("646-604-9466", "US").as_deref(), Some("+16466049466"));
}

#[test]
fn a_new_range_is_accepted_with_its_country_code() {
    assert_eq!(e164("+7 709 123 45 67", "KZ").as_deref(), Some("+77091234567"));
}

#[test]
fn several_numbers_in_one_cell_come_apart() {
    assert_eq!(split_phones("79263725875, 79851245993"), ["79263725875", "79851245993"]);
    assert_eq!(split_phones("7,90328E+10, 89035785052"), ["7,90328E+10", "89035785052"]);
    assert_eq!(split_phones("8 701 1234567 или 8 702 7654321"), ["8 701 1234567", "8 702 7654321"]);
    assert_eq!(split_phones("87011234567 87027654321"), ["87011234567", "87027654321"]);
    assert_eq!(split_phones("380 637832235 / WhatsApp"), ["380 637832235"]);
    assert_eq!(split_phones("8 7172 555555 доб. 12; +77011234567\n"), ["8 7172 555555", "+77011234567"]);
    assert_eq!(split_phones("  "), Vec::<String>::new());
}

#[test]
fn numbers_are_shown_the_way_they_are_spoken() {
    let shown = |text: &str, region| display(&Phone::from_e164(text).unwrap(), region);
    assert_eq!(shown("+77011234567", "KZ"), "+7 701 123-45-67");
    assert_eq!(shown("+380501234567", "UA"), "+380 50 123 45 67");
    assert_eq!(shown("+16462046642", "US"), "(646) 204-6642");
    assert_eq!(shown("+16462046642", "KZ"), "+1 646-204-6642");
    assert_eq!(shown("+375291234567", "BY"), "+375 29 123-45-67");
}

#[test]
fn what_is_shown_reads_back_to_the_same_number() {
    for (stored, region) in
        [("+77011234567", "KZ"), ("+380501234567", "UA"), ("+16462046642", "US"), ("+998901234567", "KZ")]
    {
        let phone = Phone::from_e164(stored).unwrap();
        assert_eq!(normalise(&display(&phone, region), region), Ok(phone), "{stored}");
    }
}

#[test]
fn a_stored_number_must_be_in_its_form_and_stays_out_of_logs() {
    assert_eq!(Phone::from_e164("77011234567"), Err(BadPhone));
    assert_eq!(Phone::from_e164("+7701123456789012"), Err(BadPhone));
    assert_eq!(format!("{:?}", Phone::from_e164("+77011234567").unwrap()), "Phone(…)");
}

#[test]
fn a_whole_block_of_numbers_is_read_and_each_stays_itself() {
    let mut seen = std::collections::BTreeSet::new();
    for index in 0..20_000 {
        seen.insert(normalise(&format!("8 701 {index:07}"), "KZ").unwrap());
    }
    assert_eq!(seen.len(), 20_000);
}
