use super::*;
use adelante_base::vocabulary::Language;
use adelante_base::{SeededIds, Timestamp};
use proptest::prelude::*;

use crate::starter_services::starter_services;

/// A Saturday; the sentences are typed at 15:30.
const TODAY: &str = "2026-11-21";
const NOW_MIN: u16 = 15 * 60 + 30;

const SERVICES: &[&str] = &[
    "Маникюр",
    "Маникюр с гель-лаком",
    "Педикюр",
    "Стрижка женская",
    "Стрижка мужская",
    "Коррекция бровей",
    "Массаж спины",
    "Фарбування волосся",
    "Women's haircut",
    "Шаш қию",
];
const STAFF: &[&str] =
    &["Мария Иванова", "Марина Ким", "Анна Петренко", "Павел Лисин", "Світлана Бойко", "Сәуле Ахметова", "Kate Brown"];

fn names_of(services: &[&str], staff: &[&str]) -> Names {
    let ids = SeededIds::new(7);
    let at = Timestamp::from_millis(0);
    Names {
        services: services.iter().map(|name| (ServiceId::new(&ids, at), (*name).to_owned())).collect(),
        staff: staff.iter().map(|name| (StaffMemberId::new(&ids, at), (*name).to_owned())).collect(),
    }
}

fn names() -> Names {
    names_of(SERVICES, STAFF)
}

fn read(text: &str) -> Parsed {
    parse(text, TODAY.parse().unwrap(), NOW_MIN, &names())
}

fn clock(minutes: u16) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// 'day time | services | staff | client', with a dash for what is not said.
fn told(parsed: &Parsed, names: &Names) -> String {
    let dash = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    let service = |id: &ServiceId| names.services.iter().find(|(known, _)| known == id).unwrap().1.clone();
    let staff = |id: StaffMemberId| names.staff.iter().find(|(known, _)| *known == id).unwrap().1.clone();
    let services: Vec<String> = parsed.service_ids.iter().map(service).collect();
    format!(
        "{} {} | {} | {} | {}",
        dash(parsed.day.map(|day| day.to_string())),
        dash(parsed.start_min.map(clock)),
        dash(Some(services.join(" + ")).filter(|text| !text.is_empty())),
        dash(parsed.staff_id.map(staff)),
        dash(Some(parsed.client.clone()).filter(|text| !text.is_empty())),
    )
}

fn check(cases: &[(&str, &str)]) {
    let names = names();
    let wrong: Vec<String> = cases
        .iter()
        .map(|(text, expected)| (text, expected, told(&read(text), &names)))
        .filter(|(_, expected, found)| *expected != found)
        .map(|(text, expected, found)| format!("{text}\n   expected {expected}\n   found    {found}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn russian_sentences() {
    check(&[
        ("анна завтра 14 маникюр мария", "2026-11-22 14:00 | Маникюр | Мария Иванова | анна"),
        ("Завтра в 14:00 маникюр, Анна, к Марии", "2026-11-22 14:00 | Маникюр | Мария Иванова | Анна"),
        (
            "Ольга Сидорова на педикюр у Марины послезавтра в 10",
            "2026-11-23 10:00 | Педикюр | Марина Ким | Ольга Сидорова",
        ),
        ("сегодня 18 стрижка женская ольга", "2026-11-21 18:00 | Стрижка женская | - | ольга"),
        ("ольга пт 3 маникюр", "2026-11-27 15:00 | Маникюр | - | ольга"),
        ("ольга в пятницу в 2 дня маникюр", "2026-11-27 14:00 | Маникюр | - | ольга"),
        ("ольга в следующую пятницу в 9 утра маникюр", "2026-11-27 9:00 | Маникюр | - | ольга"),
        ("ольга в субботу в 16 маникюр", "2026-11-21 16:00 | Маникюр | - | ольга"),
        ("ольга в субботу в 12 маникюр", "2026-11-28 12:00 | Маникюр | - | ольга"),
        ("ольга 14.12 14.30 маникюра", "2026-12-14 14:30 | Маникюр | - | ольга"),
        ("ольга 14.11 маникюр", "2027-11-14 - | Маникюр | - | ольга"),
        ("ольга завтра в 14.11 маникюр", "2026-11-22 14:11 | Маникюр | - | ольга"),
        ("ольга завтра 14.10 маникюр", "2026-11-22 14:10 | Маникюр | - | ольга"),
        ("14.12.2026 1400 ольга педикюр", "2026-12-14 14:00 | Педикюр | - | ольга"),
        ("14 декабря 14-30 ольга педикюр", "2026-12-14 14:30 | Педикюр | - | ольга"),
        ("ольга 3 января 2028 года 11 педикюр", "2028-01-03 11:00 | Педикюр | - | ольга"),
        ("ольга через неделю в 7 вечера педикюр", "2026-11-28 19:00 | Педикюр | - | ольга"),
        ("ольга через 2 недели в 12 педикюр", "2026-12-05 12:00 | Педикюр | - | ольга"),
        ("ольга через неделю в пятницу 12 педикюр", "2026-11-27 12:00 | Педикюр | - | ольга"),
        ("ольга через месяц 12 педикюр", "2026-12-21 12:00 | Педикюр | - | ольга"),
        ("ольга через 2 часа педикюр", "2026-11-21 17:30 | Педикюр | - | ольга"),
        ("ольга завтра в полдень педикюр", "2026-11-22 12:00 | Педикюр | - | ольга"),
        ("ольга завтра утром в 7 педикюр", "2026-11-22 7:00 | Педикюр | - | ольга"),
        ("ольга завтра в час дня педикюр", "2026-11-22 13:00 | Педикюр | - | ольга"),
        ("ольга через полчаса педикюр", "2026-11-21 16:00 | Педикюр | - | ольга"),
        ("ольга завтра с 14 до 16 педикюр", "2026-11-22 14:00 | Педикюр | - | ольга"),
        ("новый клиент ольга завтра после 14 педикюр", "2026-11-22 14:00 | Педикюр | - | ольга"),
        ("ольга завтра до обеда педикюр", "2026-11-22 - | Педикюр | - | ольга"),
        ("ольга утром 7:30 завтра педикюр", "2026-11-22 7:30 | Педикюр | - | ольга"),
        ("ольга завтра в 9:30 вечера педикюр", "2026-11-22 21:30 | Педикюр | - | ольга"),
        ("ольга завтра 3:30 педикюр", "2026-11-22 15:30 | Педикюр | - | ольга"),
        ("ольга завтра 08:30 педикюр", "2026-11-22 8:30 | Педикюр | - | ольга"),
        ("ольга завтра 14ч30 педикюр", "2026-11-22 14:30 | Педикюр | - | ольга"),
        ("ольга завтра 14 30 педикюр", "2026-11-22 14:30 | Педикюр | - | ольга"),
        ("ольга 25-го в 14 часов педикюр", "2026-11-25 14:00 | Педикюр | - | ольга"),
        ("ольга завтра 11 маникюр и педикюр", "2026-11-22 11:00 | Маникюр + Педикюр | - | ольга"),
        ("ольга завтра 11 маникюр+педикюр марина", "2026-11-22 11:00 | Маникюр + Педикюр | Марина Ким | ольга"),
        ("ольга завтра 11 маникюр гель", "2026-11-22 11:00 | Маникюр с гель-лаком | - | ольга"),
        (
            "ольга завтра 11 маникюр с гель-лаком марией",
            "2026-11-22 11:00 | Маникюр с гель-лаком | Мария Иванова | ольга",
        ),
        ("игорь мужскую стрижку завтра 11 к павлу", "2026-11-22 11:00 | Стрижка мужская | Павел Лисин | игорь"),
        ("ольга брови пн 12", "2026-11-23 12:00 | Коррекция бровей | - | ольга"),
        ("ольга завтра 12 мани мар", "2026-11-22 12:00 | Маникюр | Мария Иванова | ольга"),
        ("анна завтра 12 маникюр", "2026-11-22 12:00 | Маникюр | - | анна"),
        ("анна завтра 12 маникюр анна", "2026-11-22 12:00 | Маникюр | Анна Петренко | анна"),
        ("анна иванова завтра 12 маникюр", "2026-11-22 12:00 | Маникюр | - | анна иванова"),
        ("анна иванова завтра 12 маникюр мария иванова", "2026-11-22 12:00 | Маникюр | Мария Иванова | анна иванова"),
        ("завтра 12 маникюр у анны", "2026-11-22 12:00 | Маникюр | Анна Петренко | -"),
        ("завтра 12 маникюр ольга мария", "2026-11-22 12:00 | Маникюр | Мария Иванова | ольга"),
        ("fyyf pfdnhf 14 vfybr.h vfhbz", "2026-11-22 14:00 | Маникюр | Мария Иванова | анна"),
        ("anna zavtra 14 manikyur mariya", "2026-11-22 14:00 | Маникюр | Мария Иванова | anna"),
        ("сейчас стрижка мужская", "2026-11-21 15:30 | Стрижка мужская | - | -"),
    ]);
}

#[test]
fn ukrainian_sentences() {
    check(&[
        ("ганна завтра о 14 манікюр до Марії", "2026-11-22 14:00 | Маникюр | Мария Иванова | ганна"),
        ("ольга післязавтра 10 педикюр світлана", "2026-11-23 10:00 | Педикюр | Світлана Бойко | ольга"),
        (
            "ольга у п'ятницю о 3 фарбування у Світлани",
            "2026-11-27 15:00 | Фарбування волосся | Світлана Бойко | ольга",
        ),
        ("ольга сьогодні о 18:30 педикюр", "2026-11-21 18:30 | Педикюр | - | ольга"),
        ("ольга в неділю о 9 ранку педикюр", "2026-11-22 9:00 | Педикюр | - | ольга"),
        ("ольга 14 грудня о 14.11 педикюр", "2026-12-14 14:11 | Педикюр | - | ольга"),
        ("ольга через 2 тижні о 12 педикюр", "2026-12-05 12:00 | Педикюр | - | ольга"),
        ("ольга через тиждень у понеділок о 16 годині педикюр", "2026-11-23 16:00 | Педикюр | - | ольга"),
        ("ольга середа опівдні манікюр та педикюр", "2026-11-25 12:00 | Маникюр + Педикюр | - | ольга"),
        (
            "соломія четвер 7 вечора волосся світланою",
            "2026-11-26 19:00 | Фарбування волосся | Світлана Бойко | соломія",
        ),
    ]);
}

#[test]
fn kazakh_sentences() {
    check(&[
        ("айгүл ертең 14 маникюр сәуле", "2026-11-22 14:00 | Маникюр | Сәуле Ахметова | айгүл"),
        ("айгүл бүгін сағат 18-де шаш қию сәулеге", "2026-11-21 18:00 | Шаш қию | Сәуле Ахметова | айгүл"),
        ("айгүл жұма 3 педикюр", "2026-11-27 15:00 | Педикюр | - | айгүл"),
        ("айгүл жексенбі күні 14:30-да педикюр сәуле шебер", "2026-11-22 14:30 | Педикюр | Сәуле Ахметова | айгүл"),
        ("айгүл 14 желтоқсанда 11 педикюр", "2026-12-14 11:00 | Педикюр | - | айгүл"),
        ("айгүл екі аптадан кейін 12 педикюр", "2026-12-05 12:00 | Педикюр | - | айгүл"),
    ]);
}

#[test]
fn english_sentences() {
    check(&[
        ("emma tomorrow 2pm haircut kate", "2026-11-22 14:00 | Women's haircut | Kate Brown | emma"),
        (
            "book Emma Stone for a haircut with Kate on Friday at 9am",
            "2026-11-27 9:00 | Women's haircut | Kate Brown | Emma Stone",
        ),
        ("emma today 5 haircut", "2026-11-21 17:00 | Women's haircut | - | emma"),
        ("emma nov 24 11:15 haircut", "2026-11-24 11:15 | Women's haircut | - | emma"),
        ("emma 14 december noon haircut", "2026-12-14 12:00 | Women's haircut | - | emma"),
        ("emma in 2 weeks 10 haircut", "2026-12-05 10:00 | Women's haircut | - | emma"),
        ("emma the day after tomorrow at 14.11 haircut", "2026-11-23 14:11 | Women's haircut | - | emma"),
        ("emma mon 2:30 pm haircut", "2026-11-23 14:30 | Women's haircut | - | emma"),
        ("emma 12/14 at 4 haircut", "2026-12-14 16:00 | Women's haircut | - | emma"),
        ("kate tomorrow 10 haircut", "2026-11-22 10:00 | Women's haircut | - | kate"),
    ]);
}

#[test]
fn a_phone_is_a_phone_and_not_a_time() {
    let phone = |text: &str| {
        let parsed = read(text);
        (parsed.new_phone.unwrap_or_default(), parsed.start_min.map(clock).unwrap_or_default(), parsed.client)
    };
    let found = |phone: &str, time: &str, client: &str| (phone.to_owned(), time.to_owned(), client.to_owned());
    for (text, expected) in [
        ("ольга +77011234567 завтра 14 маникюр", found("+77011234567", "14:00", "ольга")),
        ("ольга 8 701 123-45-67 завтра 14 маникюр", found("8 701 123-45-67", "14:00", "ольга")),
        ("ольга завтра 14 +7 (701) 123 45 67 маникюр", found("+7 701 123 45 67", "14:00", "ольга")),
        ("ольга завтра 14 8 701 123 45 67", found("8 701 123 45 67", "14:00", "ольга")),
        ("ольга 8-701-123-45-67 в 9", found("8-701-123-45-67", "9:00", "ольга")),
        ("ольга 380 50 123 45 67 о 9", found("380 50 123 45 67", "9:00", "ольга")),
        ("ольга 0501234567 о 9", found("0501234567", "9:00", "ольга")),
        ("emma 646 204 6642 at 9", found("646 204 6642", "9:00", "emma")),
        ("ольга 4567 завтра 14:00", found("", "14:00", "ольга 4567")),
        ("4567 завтра 14 маникюр", found("", "14:00", "4567")),
    ] {
        assert_eq!(phone(text), expected, "{text}");
    }
}

/// What the person is asked to look at.
fn unsure(text: &str, names: &Names) -> Vec<(String, usize)> {
    let parsed = parse(text, TODAY.parse().unwrap(), NOW_MIN, names);
    parsed.unsure.into_iter().map(|unsure| (unsure.word, unsure.candidates.len())).collect()
}

#[test]
fn a_plain_sentence_leaves_nothing_to_ask() {
    for text in ["анна завтра 14 маникюр мария", "ольга 14.12 14.30 педикюр у марины", "emma tomorrow 2pm haircut kate"]
    {
        assert_eq!(unsure(text, &names()), [], "{text}");
    }
}

#[test]
fn what_may_mean_several_things_is_shown() {
    let one = |word: &str, meanings| vec![(word.to_owned(), meanings)];
    for (text, expected) in [
        ("ольга завтра 14 стрижка", one("стрижка", 2)),
        ("анна завтра 14 маникюр", one("анна", 2)),
        ("завтра 14 маникюр ольга мария", one("мария", 2)),
        ("ольга в субботу маникюр", one("субботу", 2)),
        ("ольга 31.02 14:00 маникюр", one("31.02", 0)),
        ("ольга 31 февраля 14:00 маникюр", one("31 февраля", 0)),
        ("ольга завтра 14:00 маникюр к зинаиде", one("зинаиде", 0)),
        ("ольга завтра 14:00 16:00 маникюр", one("16:00", 1)),
        ("ольга завтра 25.12 14:00 маникюр", one("25.12", 1)),
        ("ольга завтра с 14 до 16 маникюр", one("16", 1)),
        ("ольга завтра 14:00 маникюр 90 мин", one("90 мин", 0)),
        ("алина ким завтра 14:00 маникюр", vec![]),
    ] {
        assert_eq!(unsure(text, &names()), expected, "{text}");
    }
}

#[test]
fn of_two_masters_with_one_name_the_first_is_taken_and_both_are_shown() {
    let names = names_of(&["Маникюр"], &["Анна К.", "Анна Петрова"]);
    let read = |text: &str| parse(text, TODAY.parse().unwrap(), NOW_MIN, &names);
    let both = read("ольга завтра 14 маникюр анна");
    assert_eq!(both.staff_id, Some(names.staff[0].0));
    assert_eq!(both.unsure[0].candidates, [Meaning::Staff(names.staff[0].0), Meaning::Staff(names.staff[1].0)]);
    let second = read("ольга завтра 14 маникюр анна п");
    assert_eq!((second.staff_id, second.unsure), (Some(names.staff[1].0), vec![]));
}

#[test]
fn without_a_service_of_just_that_name_the_first_is_taken_and_all_are_shown() {
    let names = names_of(&["Маникюр без покрытия", "Маникюр с гель-лаком", "Снятие покрытия"], &[]);
    let read = |text: &str| parse(text, TODAY.parse().unwrap(), NOW_MIN, &names);
    let plain = read("ольга завтра 14 маникюр");
    assert_eq!(plain.service_ids, [names.services[0].0]);
    assert_eq!(plain.unsure[0].candidates.len(), 2);
    let exact = read("ольга завтра 14 маникюр без покрытия");
    assert_eq!((exact.service_ids, exact.unsure), (vec![names.services[0].0], vec![]));
    let other = read("ольга снятие покрытия завтра 14");
    assert_eq!((other.service_ids, other.client.as_str()), (vec![names.services[2].0], "ольга"));
}

#[test]
fn a_part_of_the_day_is_kept_where_no_time_is_said() {
    assert_eq!(read("ольга завтра вечером маникюр").part, Some(PartOfDay::Evening));
    assert_eq!(read("ольга завтра до обеда маникюр").part, Some(PartOfDay::Morning));
    assert_eq!(read("ольга завтра после обеда маникюр").part, Some(PartOfDay::Afternoon));
    assert_eq!(read("айгүл ертең түстен кейін маникюр").part, Some(PartOfDay::Afternoon));
    assert_eq!(read("ольга завтра вечером в 7 маникюр").part, None);
    assert_eq!(read("ольга завтра маникюр").part, None);
}

#[test]
fn the_twenty_ninth_of_february_waits_for_a_leap_year() {
    assert_eq!(read("ольга 29 февраля 12").day, Day::new(2028, 2, 29));
}

#[test]
fn common_first_names_are_clients_and_not_services_or_days() {
    let wrong: Vec<String> = Language::ALL
        .iter()
        .flat_map(|language| {
            let starter = starter_services(*language, "KZ");
            let services: Vec<&str> = starter.iter().map(|service| service.name).collect();
            let names = names_of(&services, &[]);
            let eaten = move |name: &&str| {
                let parsed = parse(&format!("{name} завтра 14:00"), TODAY.parse().unwrap(), NOW_MIN, &names);
                parsed.client != **name || !parsed.service_ids.is_empty()
            };
            include_str!("../first_names.txt")
                .split_whitespace()
                .filter(eaten)
                .map(move |name| format!("{language} {name}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn nothing_typed_is_nothing_understood() {
    for text in ["", "   ", "- , +", "к", "в"] {
        assert_eq!(read(text), Parsed::default(), "{text}");
    }
}

#[test]
fn a_log_shows_neither_name_nor_phone() {
    let shown = format!("{:?}", read("зинаида +77011234567 завтра 14 стрижка"));
    assert!(!shown.contains("зинаида") && !shown.contains("7011234567"), "{shown}");
}

/// Words of real sentences in any mixture.
fn any_words() -> impl Strategy<Value = String> {
    const WORDS: &[&str] = &[
        "анна",
        "завтра",
        "14",
        "в",
        "к",
        "у",
        "маникюр",
        "мария",
        "14.11",
        "31.02",
        "через",
        "2",
        "недели",
        "next",
        "week",
        "пт",
        "дня",
        "am",
        "+7",
        "701",
        "1234567",
        "ноября",
        "час",
        "14-го",
        "и",
        "+",
        "гель-лак",
        "шебер",
        "сағат",
        "99",
        "кейін",
        "2026",
        "00:00",
        "24:00",
        "day",
        "after",
        "tomorrow",
        "in",
        "99999",
        "мес",
        "месяца",
    ];
    prop::collection::vec(prop::sample::select(WORDS), 0..60).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,60}") {
        let _ = read(&text);
    }

    #[test]
    fn any_mixture_of_words_is_read_to_a_real_time(text in any_words()) {
        let parsed = read(&text);
        prop_assert!(parsed.start_min.is_none_or(|start| start < 1440));
        prop_assert!(parsed.part.is_none() || parsed.start_min.is_none());
    }

    #[test]
    fn the_order_of_day_time_and_service_does_not_matter(
        day in prop::sample::select(vec!["завтра", "14.12", "в пятницу", "пт", "24 ноября", "через 2 недели", "in 2 weeks", "ертең"]),
        time in prop::sample::select(vec!["14:00", "в 14", "14.30", "1400", "2pm", "в 9 утра", "полдень", "сағат 11-де"]),
        service in prop::sample::select(vec!["маникюр", "стрижка женская", "гель-лак", "на педикюр", "маникюр и педикюр"]),
        order in Just([0usize, 1, 2, 3, 4]).prop_shuffle(),
    ) {
        let units = ["ольга сидорова", day, time, service, "у марины"];
        let text = order.map(|at| units[at]).join(" ");
        let plain = read(&units.join(" "));
        prop_assert!(plain.day.is_some() && plain.start_min.is_some() && plain.staff_id.is_some());
        let told_plain = told(&plain, &names());
        prop_assert_eq!(told(&read(&text), &names()), told_plain, "{}", text);
    }

    #[test]
    fn the_client_comes_before_the_master_wherever_they_stand(
        order in Just([0usize, 1, 2]).prop_shuffle(), first in 0usize..4, second in 0usize..4,
    ) {
        let mut words: Vec<&str> = order.map(|at| ["завтра", "14:00", "маникюр"][at]).to_vec();
        let (first, second) = (first.min(second), first.max(second));
        words.insert(second, "мария");
        words.insert(first, "анна");
        let found = told(&read(&words.join(" ")), &names());
        prop_assert_eq!(found, "2026-11-22 14:00 | Маникюр | Мария Иванова | анна", "{:?}", words);
    }

    #[test]
    fn what_is_typed_as_the_client_stays_as_it_is(name in "[А-Я][а-я]{2,8}ук") {
        prop_assume!(name.chars().count() > 4);
        prop_assert_eq!(read(&format!("{name} завтра 14 педикюр к марине")).client, name);
    }
}
