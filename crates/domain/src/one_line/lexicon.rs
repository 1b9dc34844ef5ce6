//! The words of four languages for days, times and what joins them. A word that ends in a
//! star stands for itself and for up to four letters more.

use super::token::{Role, Token};
use crate::waitlist::PartOfDay;

/// Whether a word is on a list.
pub(super) fn is_any(word: &str, list: &str) -> bool {
    list.split_whitespace().any(|listed| match listed.strip_suffix('*') {
        Some(stem) => word.strip_prefix(stem).is_some_and(|ending| ending.chars().count() <= 4),
        None => word == listed,
    })
}

/// The place of the line that has the word.
fn line_of(word: &str, lines: &[&str]) -> Option<u8> {
    lines.iter().position(|line| is_any(word, line)).and_then(|at| u8::try_from(at).ok())
}

/// How many days from today a word is: 'завтра' is 1.
pub(super) fn days_from_today(word: &str) -> Option<u8> {
    line_of(
        word,
        &[
            "сегодня сьогодні бүгін бугин today segodnya",
            "завтра ертең ертен tomorrow tmrw zavtra",
            "послезавтра післязавтра бүрсігүні бурсигуни overmorrow poslezavtra",
        ],
    )
}

/// A weekday, 0 = Monday.
pub(super) fn weekday(word: &str) -> Option<u8> {
    line_of(
        word,
        &[
            "понедельник* понеділ* пн дүйсенбі* дс monday* mon",
            "вторник* вівтор* вт сейсенбі* сс tuesday* tue tues",
            "среда среду среды среде середа середу середи ср сәрсенбі* wednesday* wed",
            "четверг* четвер чт бейсенбі* бс thursday* thu thur thurs",
            "пятниц* пятниця* пятницю пт жұма жұмада жұмаға жм friday* fri",
            "суббот* субот* сб сенбі* saturday* sat",
            "воскресен* вс неділя неділю неділі нд жексенбі* жс sunday* sun",
        ],
    )
}

/// A month, 1 = January. Three-letter forms that are also the beginnings of names (мар, вер)
/// are left out: beside a number they would eat a staff member.
pub(super) fn month(word: &str) -> Option<u32> {
    let line = line_of(
        word,
        &[
            "январ* янв січня січень қаңтар* january jan",
            "феврал* фев лютого лютий ақпан* february feb",
            "март марта марте березня березень наурыз* march",
            "апрел* апр квітня квітень сәуір* april apr",
            "май мая мае травня травень мамыр* may",
            "июн* червня червень маусым* june jun",
            "июл* липня липень шілде* july jul",
            "август* авг серпня серпень тамыз* august aug",
            "сентябр* сен сент вересня вересень қыркүйек* september sep sept",
            "октябр* окт жовтня жовтень қазан* october oct",
            "ноябр* ноя листопада листопад қараша* november nov",
            "декабр* дек грудня грудень желтоқсан* december dec",
        ],
    )?;
    Some(u32::from(line) + 1)
}

/// What is counted in 'через 2 недели'.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Minutes,
    Hours,
    Days,
    Weeks,
    Months,
}

/// A unit of 'через 2 недели'.
pub(super) fn unit(word: &str) -> Option<Unit> {
    let lists = [
        (Unit::Minutes, "мин минут* хв хвилин* минуттан min mins minute minutes"),
        (Unit::Hours, "час часа часов ч годину години годин сағаттан hour hours"),
        (Unit::Days, "день дня дней дні днів day days күн күннен"),
        (Unit::Weeks, "недел* тиждень тижні тижня тижнів week weeks апта аптадан аптада нед тиж"),
        (Unit::Months, "месяц* місяц* month months ай айдан"),
    ];
    lists.into_iter().find(|(_, list)| is_any(word, list)).map(|(unit, _)| unit)
}

/// A small number in words: 'через две недели'.
pub(super) fn counted(word: &str) -> Option<u16> {
    let lists = ["один одну одна one a an бір", "два две дві two екі", "три three үш", "четыре чотири four төрт"];
    line_of(word, &lists).map(|line| u16::from(line) + 1)
}

/// When a part of the day is, and so what hour 'в 9 вечера' means.
pub(super) fn part_of_day(word: &str) -> Option<PartOfDay> {
    let lists = [
        (PartOfDay::Morning, "утра утром ранку вранці зранку таңғы таңертең morning"),
        (PartOfDay::Afternoon, "дня днем вдень түстен afternoon"),
        (PartOfDay::Evening, "вечера вечером вечора ввечері увечері кешкі кешке evening"),
    ];
    lists.into_iter().find(|(_, list)| is_any(word, list)).map(|(part, _)| part)
}

/// Words that stand after or before an hour: '14 часов', 'сағат 14'.
pub(super) const HOUR: &str = "ч час часа часов годин години годині година год сағат сағатта oclock h";
/// The middle of the day.
pub(super) const NOON: &str = "полдень опівдні полудень түсте noon midday";
/// This very minute.
pub(super) const NOW: &str = "сейчас зараз қазір now";
/// Before a number that then is an hour, never a date.
pub(super) const AT: &str = "в во о об at";
/// Before an hour that begins or ends a stretch: 'с 14 до 16', 'после 14'.
pub(super) const FROM_TO: &str = "с со з із від до после після from after till until";
/// Before and behind the middle of the day: 'до обеда', 'после обеда'.
pub(super) const MEAL: &str = "обеда обіду";
/// Half an hour, in one word.
pub(super) const HALF_HOUR: &str = "полчаса півгодини";
/// Before a distance: 'через неделю'; and behind one in Kazakh.
pub(super) const IN: &str = "через in cherez";
/// Behind a distance: 'екі аптадан кейін'.
pub(super) const LATER: &str = "кейін later";
/// The one after this one.
pub(super) const NEXT: &str = "следующ* наступн* келесі next";
/// This one.
pub(super) const THIS: &str = "эта эту этот это этой ближайш* ця цю цей цього найближч* осы this coming";
/// Behind a date.
pub(super) const DATE: &str = "числа число күні";
/// Behind a year.
pub(super) const YEAR: &str = "г год года року р жылы ж";
/// Words that announce a staff member.
pub(super) const TO_STAFF: &str = "к ко у до with by мастер* майст* шебер* master stylist";
/// Among those, the ones that may follow the name.
pub(super) const STAFF_TITLE: &str = "мастер* майст* шебер* master stylist";
const GLUE: &str = "в во на о об у к ко до с со з із зі по за и та й і или або мен және для без под над при під от від \
    at on in the for and to with by of from a an запиши запишите записать запись запис записати \
    после після till until new новый новая нового новую новий нова нову жаңа \
    клиент клиента клиентка клієнт клієнта book booking please client жаз жазу жазыңыз час \
    пожалуйста будь ласка";

/// Whether a word is one of those that only join others.
pub(super) fn is_glue(word: &str) -> bool {
    is_any(word, GLUE)
}

/// Takes the little words that are left out of the way of the client's name; those that
/// announce a staff member stay until the staff member is found.
pub(super) fn drop_glue(tokens: &mut [Token]) {
    for token in tokens.iter_mut().filter(|token| token.is_free()) {
        if is_glue(&token.lower) && !is_any(&token.lower, TO_STAFF) {
            token.role = Role::Glue;
        }
    }
}
