//! The fixed words of a shift's report in the four languages.

use adelante_base::vocabulary::Language;

/// Every fixed word of the report.
pub(super) struct ShiftWords {
    /// The heading while the shift is open.
    pub(super) title_x: &'static str,
    /// The heading of a closed shift.
    pub(super) title_z: &'static str,
    /// Its number.
    pub(super) shift: &'static str,
    /// When and by whom.
    pub(super) opened: &'static str,
    /// When.
    pub(super) closed: &'static str,
    /// When the paper was made.
    pub(super) printed: &'static str,
    /// How many sales.
    pub(super) receipts: &'static str,
    /// First and last number.
    pub(super) numbers: &'static str,
    /// How many gave money back.
    pub(super) voids: &'static str,
    /// All money taken less what was given back.
    pub(super) taken: &'static str,
    /// By a method.
    pub(super) returned: &'static str,
    /// Tax of a rate; `{rate}`, `{a}`.
    pub(super) vat: &'static str,
    /// How many and how much.
    pub(super) discounts: &'static str,
    /// For whom.
    pub(super) tips: &'static str,
    /// The drawer's part.
    pub(super) drawer: &'static str,
    /// In it at the opening.
    pub(super) opening: &'static str,
    /// By receipts.
    pub(super) cash_taken: &'static str,
    /// By receipts.
    pub(super) cash_returned: &'static str,
    /// Otherwise.
    pub(super) put_in: &'static str,
    /// Otherwise.
    pub(super) taken_out: &'static str,
    /// What must lie in it.
    pub(super) expected: &'static str,
    /// What was counted.
    pub(super) counted: &'static str,
    /// More than expected.
    pub(super) over: &'static str,
    /// Less than expected.
    pub(super) short: &'static str,
    /// Why it differs.
    pub(super) reason: &'static str,
    /// One by one.
    pub(super) moves: &'static str,
    /// A movement to another register.
    pub(super) transfer: &'static str,
    /// A line to sign.
    pub(super) sign: &'static str,
}

impl ShiftWords {
    /// The words of a language.
    pub(super) const fn of(language: Language) -> &'static Self {
        match language {
            Language::Ru => &RU,
            Language::Uk => &UK,
            Language::Kk => &KK,
            Language::En => &EN,
        }
    }
}

const RU: ShiftWords = ShiftWords {
    title_x: "X-отчёт",
    title_z: "Z-отчёт",
    shift: "Смена",
    opened: "Открыта",
    closed: "Закрыта",
    printed: "Напечатан",
    receipts: "Чеки",
    numbers: "Номера",
    voids: "Возвраты и отмены",
    taken: "ВЫРУЧКА",
    returned: "возвращено",
    vat: "НДС {rate} с {a}",
    discounts: "Скидки",
    tips: "Чаевые",
    drawer: "Касса",
    opening: "В начале",
    cash_taken: "Принято наличными",
    cash_returned: "Возвращено наличными",
    put_in: "Внесено",
    taken_out: "Изъято",
    expected: "ДОЛЖНО БЫТЬ",
    counted: "Пересчитано",
    over: "Излишек",
    short: "Недостача",
    reason: "Причина",
    moves: "Внесения и изъятия",
    transfer: "Передача",
    sign: "Подпись кассира",
};

const UK: ShiftWords = ShiftWords {
    title_x: "X-звіт",
    title_z: "Z-звіт",
    shift: "Зміна",
    opened: "Відкрито",
    closed: "Закрито",
    printed: "Надруковано",
    receipts: "Чеки",
    numbers: "Номери",
    voids: "Повернення та скасування",
    taken: "ВИРУЧКА",
    returned: "повернено",
    vat: "ПДВ {rate} з {a}",
    discounts: "Знижки",
    tips: "Чайові",
    drawer: "Каса",
    opening: "На початку",
    cash_taken: "Прийнято готівкою",
    cash_returned: "Повернено готівкою",
    put_in: "Внесено",
    taken_out: "Вилучено",
    expected: "МАЄ БУТИ",
    counted: "Перераховано",
    over: "Надлишок",
    short: "Нестача",
    reason: "Причина",
    moves: "Внесення та вилучення",
    transfer: "Передача",
    sign: "Підпис касира",
};

const KK: ShiftWords = ShiftWords {
    title_x: "X-есеп",
    title_z: "Z-есеп",
    shift: "Ауысым",
    opened: "Ашылды",
    closed: "Жабылды",
    printed: "Басып шығарылды",
    receipts: "Чектер",
    numbers: "Нөмірлер",
    voids: "Қайтару мен жою",
    taken: "ТҮСІМ",
    returned: "қайтарылды",
    vat: "ҚҚС {rate}, {a} сомасынан",
    discounts: "Жеңілдіктер",
    tips: "Шайпұл",
    drawer: "Касса",
    opening: "Басында",
    cash_taken: "Қолма-қол алынды",
    cash_returned: "Қолма-қол қайтарылды",
    put_in: "Салынды",
    taken_out: "Алынды",
    expected: "БОЛУЫ КЕРЕК",
    counted: "Саналды",
    over: "Артық",
    short: "Кем",
    reason: "Себебі",
    moves: "Салу мен алу",
    transfer: "Беру",
    sign: "Кассирдің қолы",
};

const EN: ShiftWords = ShiftWords {
    title_x: "X report",
    title_z: "Z report",
    shift: "Shift",
    opened: "Opened",
    closed: "Closed",
    printed: "Printed",
    receipts: "Receipts",
    numbers: "Numbers",
    voids: "Refunds and voids",
    taken: "TAKINGS",
    returned: "returned",
    vat: "VAT {rate} of {a}",
    discounts: "Discounts",
    tips: "Tips",
    drawer: "Drawer",
    opening: "At the opening",
    cash_taken: "Cash taken",
    cash_returned: "Cash returned",
    put_in: "Put in",
    taken_out: "Taken out",
    expected: "EXPECTED",
    counted: "Counted",
    over: "Over",
    short: "Short",
    reason: "Reason",
    moves: "Cash in and out",
    transfer: "Transfer",
    sign: "Cashier's signature",
};
