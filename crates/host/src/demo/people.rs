//! Clients of the demo salon.

use std::collections::HashSet;

use adelante_base::Day;
use adelante_wire::ClientFields;

use super::DemoOptions;
use super::dice::Dice;
use super::words::{Words, languages};

/// Beginnings of mobile numbers by country, in E.164, and how many digits follow.
const MOBILE: &[(&str, &[&str], usize)] = &[
    ("KZ", &["+7701", "+7702", "+7705", "+7707", "+7747", "+7771", "+7775", "+7777", "+7778"], 7),
    ("RU", &["+7903", "+7905", "+7910", "+7915", "+7916", "+7921", "+7925", "+7926", "+7960", "+7985"], 7),
    ("UA", &["+38050", "+38063", "+38066", "+38067", "+38068", "+38073", "+38093", "+38095", "+38097"], 7),
    ("BY", &["+37525", "+37529", "+37533", "+37544"], 7),
    ("KG", &["+996550", "+996555", "+996700", "+996705", "+996770", "+996777"], 6),
    ("UZ", &["+99890", "+99891", "+99893", "+99894", "+99897", "+99899"], 7),
    ("GE", &["+995555", "+995577", "+995591", "+995599"], 6),
    ("AM", &["+37491", "+37493", "+37494", "+37499"], 6),
    ("AZ", &["+99450", "+99451", "+99455", "+99470"], 7),
    ("MD", &["+37369", "+37379", "+37378"], 6),
    ("PL", &["+48501", "+48502", "+48601", "+48602", "+48790"], 6),
    ("DE", &["+491511", "+491520", "+491601", "+491701"], 7),
    ("GB", &["+447400", "+447700", "+447900"], 6),
    ("US", &["+1212", "+1310", "+1415", "+1646"], 7),
];

/// The cards of the demo salon's clients, in the order in which they came. No two share a phone.
pub(super) fn clients(options: &DemoOptions, dice: &Dice) -> Vec<ClientFields> {
    let names = languages(options.language, &options.country);
    let words = Words::of(options.language);
    let mut phones = HashSet::new();
    (0..options.clients)
        .map(|number| {
            let phone = loop {
                let phone = phone(&options.country, dice);
                if phones.insert(phone.clone()) {
                    break phone;
                }
            };
            card(number, phone, options.today, &names, &words, dice)
        })
        .collect()
}

fn card(number: u32, phone: String, today: Day, names: &[Words], words: &Words, dice: &Dice) -> ClientFields {
    let name = dice.pick(names).unwrap_or(words).person(dice);
    let some = |share: u32, list: &str| if dice.percent(share) { words.pick(list, dice) } else { String::new() };
    ClientFields {
        first_name: name.first,
        last_name: name.last,
        phones: vec![phone],
        email: if dice.percent(30) { format!("client{number}@example.com") } else { String::new() },
        birthday: dice.percent(55).then(|| birthday(today, dice)),
        gender: if name.male { "male" } else { "female" }.to_owned(),
        allergy: some(4, "allergies"),
        note: some(12, "notes"),
        source: some(60, "sources"),
        tags: if dice.percent(15) { vec![words.pick("tags", dice)] } else { Vec::new() },
        discount_bp: if dice.percent(8) { 500 } else { 0 },
        card_number: if dice.percent(20) { format!("{:06}", 100_000 + number) } else { String::new() },
        data_consent: dice.percent(95),
        marketing_consent: dice.percent(70),
        ..ClientFields::default()
    }
}

/// Between 18 and 65 years old.
fn birthday(today: Day, dice: &Dice) -> Day {
    today.plus_days(-i64::from(18 * 365 + dice.below(47 * 365)))
}

fn phone(country: &str, dice: &Dice) -> String {
    let (_, beginnings, digits) = MOBILE.iter().find(|(known, _, _)| *known == country).unwrap_or(&MOBILE[0]);
    let mut phone = dice.pick(beginnings).map_or_else(String::new, |beginning| (*beginning).to_owned());
    // Numbers that begin with 0 or 1 after the operator's code are not given out everywhere.
    phone.push_str(&(2 + dice.below(8)).to_string());
    for _ in 1..*digits {
        phone.push_str(&dice.below(10).to_string());
    }
    phone
}
