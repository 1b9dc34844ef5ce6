//! The fixed words of documents in the four languages.

use adelante_base::vocabulary::{Language, MethodKind};

/// Every fixed word of a document.
pub(crate) struct Words {
    /// The heading of a sale.
    pub(crate) receipt: &'static str,
    /// The heading of a refund.
    pub(crate) refunded: &'static str,
    /// The heading of a void.
    pub(crate) void: &'static str,
    /// Which receipt a void answers.
    pub(crate) original: &'static str,
    /// Which void answered this sale.
    pub(crate) voided_by: &'static str,
    /// Why it was voided.
    pub(crate) reason: &'static str,
    /// Who took the money.
    pub(crate) cashier: &'static str,
    /// Where.
    pub(crate) register: &'static str,
    /// Number of the shift.
    pub(crate) shift: &'static str,
    /// Before the salon's phone.
    pub(crate) phone: &'static str,
    /// For whom.
    pub(crate) client: &'static str,
    /// A line was sold for less; `{a}`.
    pub(crate) discount: &'static str,
    /// Column of the A4 form.
    pub(crate) service: &'static str,
    /// Column of the A4 form.
    pub(crate) staff: &'static str,
    /// Column of the A4 form.
    pub(crate) price: &'static str,
    /// Column of the A4 form.
    pub(crate) paid: &'static str,
    /// Column of the A4 form of a void.
    pub(crate) returned: &'static str,
    /// A part of a line is paid; `{a}` of `{b}`.
    pub(crate) paid_of: &'static str,
    /// A part of a line goes back; `{a}` of `{b}`.
    pub(crate) returned_of: &'static str,
    /// The sum of a sale.
    pub(crate) total: &'static str,
    /// The sum of a void.
    pub(crate) refund: &'static str,
    /// Tax inside the sum; `{rate}`.
    pub(crate) vat: &'static str,
    /// Number of a fiscal document.
    pub(crate) fiscal_number: &'static str,
    /// Its sign.
    pub(crate) fiscal_sign: &'static str,
    /// Number of the fiscal storage.
    pub(crate) fiscal_storage: &'static str,
    /// Registration number of the device.
    pub(crate) fiscal_registration: &'static str,
    /// Registered by a simulator: no fiscal receipt.
    pub(crate) fiscal_simulated: &'static str,
    /// Cash.
    pub(crate) cash: &'static str,
    /// Card.
    pub(crate) card: &'static str,
    /// QR payment.
    pub(crate) qr: &'static str,
    /// Transfer.
    pub(crate) transfer: &'static str,
    pub(crate) balance: &'static str,
    pub(crate) certificate: &'static str,
    pub(crate) package: &'static str,
    pub(crate) points: &'static str,
    /// Cash given.
    pub(crate) tendered: &'static str,
    /// Change.
    pub(crate) change: &'static str,
    /// A tip: `{who}` gets it.
    pub(crate) tip: &'static str,
    /// Price of the visit.
    pub(crate) visit_total: &'static str,
    /// Paid for the visit so far.
    pub(crate) visit_paid: &'static str,
    /// Still to pay.
    pub(crate) remaining: &'static str,
    /// A reprint.
    pub(crate) copy: &'static str,
    /// Made in practice mode.
    pub(crate) practice: &'static str,
    /// Foot of a page; `{page}` of `{pages}`.
    pub(crate) page_of: &'static str,
    /// Test print.
    pub(crate) test_title: &'static str,
    /// What to look for.
    pub(crate) test_body: &'static str,
    /// Which printer.
    pub(crate) test_printer: &'static str,
    /// Recovery sheet.
    pub(crate) recovery_title: &'static str,
    /// Why to keep it.
    pub(crate) recovery_intro: &'static str,
    /// Salon.
    pub(crate) recovery_salon: &'static str,
    /// Owner.
    pub(crate) recovery_owner: &'static str,
    /// Recovery code.
    pub(crate) recovery_code: &'static str,
    /// What the code does.
    pub(crate) recovery_code_use: &'static str,
    /// Database key.
    pub(crate) recovery_key: &'static str,
    /// What the key does.
    pub(crate) recovery_key_use: &'static str,
    /// Who may see it.
    pub(crate) recovery_warning: &'static str,
}

impl Words {
    /// The words of a language.
    pub(crate) const fn of(language: Language) -> &'static Self {
        match language {
            Language::Ru => &RU,
            Language::Uk => &UK,
            Language::Kk => &KK,
            Language::En => &EN,
        }
    }

    /// What a kind of money is called where the salon gave its method no name.
    pub(crate) const fn method(&self, kind: MethodKind) -> &'static str {
        match kind {
            MethodKind::Cash => self.cash,
            MethodKind::Card => self.card,
            MethodKind::Qr => self.qr,
            MethodKind::Transfer => self.transfer,
            MethodKind::Balance => self.balance,
            MethodKind::Certificate => self.certificate,
            MethodKind::Package => self.package,
            MethodKind::Points => self.points,
        }
    }
}

const RU: Words = Words {
    receipt: "Чек",
    refunded: "Возврат",
    void: "Аннулирование чека",
    original: "Исходный чек",
    voided_by: "Аннулирован чеком",
    reason: "Причина",
    cashier: "Кассир",
    register: "Касса",
    shift: "Смена",
    phone: "Тел.",
    client: "Клиент",
    discount: "скидка {a}",
    service: "Услуга",
    staff: "Мастер",
    price: "Цена",
    paid: "Оплачено",
    returned: "Возвращено",
    paid_of: "оплачено {a} из {b}",
    returned_of: "возвращено {a} из {b}",
    total: "ИТОГО",
    refund: "ВОЗВРАТ",
    vat: "в том числе НДС {rate}",
    fiscal_number: "ФД №",
    fiscal_sign: "ФП",
    fiscal_storage: "ФН",
    fiscal_registration: "РН ККТ",
    fiscal_simulated: "Симулятор: чек не фискальный",
    cash: "Наличные",
    card: "Банковская карта",
    qr: "Оплата по QR",
    transfer: "Перевод",
    balance: "С баланса",
    certificate: "Сертификат",
    package: "Абонемент",
    points: "Баллы",
    tendered: "Получено",
    change: "Сдача",
    tip: "Чаевые, {who}",
    visit_total: "Стоимость визита",
    visit_paid: "Всего оплачено",
    remaining: "Осталось оплатить",
    copy: "КОПИЯ",
    practice: "ТРЕНИРОВКА, НЕ ЧЕК",
    page_of: "Страница {page} из {pages}",
    test_title: "Пробная печать",
    test_body: "Если весь текст читается, обе рамки целы и QR-код сканируется, принтер готов к работе.",
    test_printer: "Принтер",
    recovery_title: "Лист восстановления",
    recovery_intro: "Распечатайте этот лист и храните его там же, где важные документы салона. Он понадобится, если забыт ПИН-код владельца или сломался компьютер.",
    recovery_salon: "Салон",
    recovery_owner: "Владелец",
    recovery_code: "Код восстановления ПИН-кода",
    recovery_code_use: "Введите его на экране входа: «Забыли ПИН-код?». Код действует один раз, затем программа выдаст новый лист.",
    recovery_key: "Ключ базы данных",
    recovery_key_use: "Без этого ключа резервную копию нельзя открыть на другом компьютере. Восстановить ключ невозможно: ни у нас, ни у кого другого его нет.",
    recovery_warning: "Никому не показывайте этот лист: с ним можно открыть все данные салона.",
};

const UK: Words = Words {
    receipt: "Чек",
    refunded: "Повернення",
    void: "Анулювання чека",
    original: "Початковий чек",
    voided_by: "Анульовано чеком",
    reason: "Причина",
    cashier: "Касир",
    register: "Каса",
    shift: "Зміна",
    phone: "Тел.",
    client: "Клієнт",
    discount: "знижка {a}",
    service: "Послуга",
    staff: "Майстер",
    price: "Ціна",
    paid: "Сплачено",
    returned: "Повернено",
    paid_of: "сплачено {a} з {b}",
    returned_of: "повернено {a} з {b}",
    total: "РАЗОМ",
    refund: "ПОВЕРНЕННЯ",
    vat: "у тому числі ПДВ {rate}",
    fiscal_number: "ФД №",
    fiscal_sign: "ФП",
    fiscal_storage: "ФН",
    fiscal_registration: "РН",
    fiscal_simulated: "Симулятор: чек не фіскальний",
    cash: "Готівка",
    card: "Банківська картка",
    qr: "Оплата за QR",
    transfer: "Переказ",
    balance: "З балансу",
    certificate: "Сертифікат",
    package: "Абонемент",
    points: "Бали",
    tendered: "Отримано",
    change: "Решта",
    tip: "Чайові, {who}",
    visit_total: "Вартість візиту",
    visit_paid: "Усього сплачено",
    remaining: "Залишилося сплатити",
    copy: "КОПІЯ",
    practice: "НАВЧАННЯ, НЕ ЧЕК",
    page_of: "Сторінка {page} з {pages}",
    test_title: "Пробний друк",
    test_body: "Якщо весь текст читається, обидві рамки цілі та QR-код сканується, принтер готовий до роботи.",
    test_printer: "Принтер",
    recovery_title: "Аркуш відновлення",
    recovery_intro: "Роздрукуйте цей аркуш і зберігайте його разом із важливими документами салону. Він знадобиться, якщо забуто ПІН-код власника або зламався комп’ютер.",
    recovery_salon: "Салон",
    recovery_owner: "Власник",
    recovery_code: "Код відновлення ПІН-коду",
    recovery_code_use: "Введіть його на екрані входу: «Забули ПІН-код?». Код діє один раз, потім програма видасть новий аркуш.",
    recovery_key: "Ключ бази даних",
    recovery_key_use: "Без цього ключа резервну копію не можна відкрити на іншому комп’ютері. Відновити ключ неможливо: ні в нас, ні в будь-кого іншого його немає.",
    recovery_warning: "Нікому не показуйте цей аркуш: з ним можна відкрити всі дані салону.",
};

const KK: Words = Words {
    receipt: "Чек",
    refunded: "Қайтару",
    void: "Чектің күшін жою",
    original: "Бастапқы чек",
    voided_by: "Күшін жойған чек",
    reason: "Себебі",
    cashier: "Кассир",
    register: "Касса",
    shift: "Ауысым",
    phone: "Тел.",
    client: "Клиент",
    discount: "жеңілдік {a}",
    service: "Қызмет",
    staff: "Шебер",
    price: "Бағасы",
    paid: "Төленді",
    returned: "Қайтарылды",
    paid_of: "{b} сомасынан {a} төленді",
    returned_of: "{b} сомасынан {a} қайтарылды",
    total: "ЖИЫНЫ",
    refund: "ҚАЙТАРУ",
    vat: "оның ішінде ҚҚС {rate}",
    fiscal_number: "ФҚ №",
    fiscal_sign: "ФБ",
    fiscal_storage: "ФЖ",
    fiscal_registration: "ТН",
    fiscal_simulated: "Симулятор: чек фискалды емес",
    cash: "Қолма-қол ақша",
    card: "Банк картасы",
    qr: "QR арқылы төлем",
    transfer: "Аударым",
    balance: "Теңгерімнен",
    certificate: "Сертификат",
    package: "Абонемент",
    points: "Ұпайлар",
    tendered: "Алынды",
    change: "Қайтарым",
    tip: "Шайпұл, {who}",
    visit_total: "Сапардың құны",
    visit_paid: "Барлығы төленді",
    remaining: "Төлеуге қалды",
    copy: "КӨШІРМЕ",
    practice: "ЖАТТЫҒУ, ЧЕК ЕМЕС",
    page_of: "{pages} беттің {page}-беті",
    test_title: "Сынақ басып шығару",
    test_body: "Бүкіл мәтін оқылса, екі жақтау да бүтін болса және QR-код сканерленсе, принтер жұмысқа дайын.",
    test_printer: "Принтер",
    recovery_title: "Қалпына келтіру парағы",
    recovery_intro: "Бұл парақты басып шығарып, салонның маңызды құжаттарымен бірге сақтаңыз. Ол иесінің ПИН-коды ұмытылғанда немесе компьютер істен шыққанда керек болады.",
    recovery_salon: "Салон",
    recovery_owner: "Иесі",
    recovery_code: "ПИН-кодты қалпына келтіру коды",
    recovery_code_use: "Оны кіру экранында енгізіңіз: «ПИН-кодты ұмыттыңыз ба?». Код бір рет қана жарамды, содан кейін бағдарлама жаңа парақ береді.",
    recovery_key: "Деректер базасының кілті",
    recovery_key_use: "Бұл кілтсіз сақтық көшірмені басқа компьютерде ашу мүмкін емес. Кілтті қалпына келтіруге болмайды: ол бізде де, басқа ешкімде де жоқ.",
    recovery_warning: "Бұл парақты ешкімге көрсетпеңіз: онымен салонның барлық деректерін ашуға болады.",
};

const EN: Words = Words {
    receipt: "Receipt",
    refunded: "Refund",
    void: "Void",
    original: "Original receipt",
    voided_by: "Voided by",
    reason: "Reason",
    cashier: "Cashier",
    register: "Register",
    shift: "Shift",
    phone: "Tel.",
    client: "Client",
    discount: "discount {a}",
    service: "Service",
    staff: "Staff",
    price: "Price",
    paid: "Paid",
    returned: "Returned",
    paid_of: "{a} of {b} paid",
    returned_of: "{a} of {b} returned",
    total: "TOTAL",
    refund: "REFUND",
    vat: "including VAT {rate}",
    fiscal_number: "Fiscal document No.",
    fiscal_sign: "Fiscal sign",
    fiscal_storage: "Fiscal storage",
    fiscal_registration: "Device reg. No.",
    fiscal_simulated: "Simulator: not a fiscal receipt",
    cash: "Cash",
    card: "Card",
    qr: "QR payment",
    transfer: "Transfer",
    balance: "From balance",
    certificate: "Certificate",
    package: "Package",
    points: "Points",
    tendered: "Cash given",
    change: "Change",
    tip: "Tip, {who}",
    visit_total: "Visit total",
    visit_paid: "Paid so far",
    remaining: "Remaining",
    copy: "COPY",
    practice: "PRACTICE, NOT A RECEIPT",
    page_of: "Page {page} of {pages}",
    test_title: "Test print",
    test_body: "If all text is readable, both frames are whole and the QR code scans, the printer is ready.",
    test_printer: "Printer",
    recovery_title: "Recovery sheet",
    recovery_intro: "Print this sheet and keep it with the salon's important papers. You will need it when the owner's PIN is forgotten or the computer breaks.",
    recovery_salon: "Salon",
    recovery_owner: "Owner",
    recovery_code: "PIN recovery code",
    recovery_code_use: "Enter it on the sign-in screen under “Forgot the PIN?”. It works once; the program then gives you a new sheet.",
    recovery_key: "Database key",
    recovery_key_use: "Without this key a backup cannot be opened on another computer. The key cannot be restored: neither we nor anyone else has it.",
    recovery_warning: "Show this sheet to nobody: with it all data of the salon can be opened.",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::font::Face;

    #[test]
    fn every_fixed_word_can_be_drawn_in_both_faces() {
        for language in Language::ALL {
            let words = Words::of(*language);
            let all = [
                words.receipt,
                words.void,
                words.original,
                words.voided_by,
                words.reason,
                words.cashier,
                words.register,
                words.shift,
                words.client,
                words.discount,
                words.phone,
                words.service,
                words.staff,
                words.price,
                words.paid,
                words.returned,
                words.paid_of,
                words.returned_of,
                words.total,
                words.refund,
                words.refunded,
                words.vat,
                words.fiscal_number,
                words.fiscal_sign,
                words.fiscal_storage,
                words.fiscal_registration,
                words.fiscal_simulated,
                words.cash,
                words.card,
                words.qr,
                words.transfer,
                words.balance,
                words.certificate,
                words.package,
                words.points,
                words.tendered,
                words.change,
                words.tip,
                words.visit_total,
                words.visit_paid,
                words.remaining,
                words.copy,
                words.practice,
                words.page_of,
                words.test_title,
                words.test_body,
                words.test_printer,
                words.recovery_title,
                words.recovery_intro,
                words.recovery_salon,
                words.recovery_owner,
                words.recovery_code,
                words.recovery_code_use,
                words.recovery_key,
                words.recovery_key_use,
                words.recovery_warning,
            ];
            for word in all {
                assert!(!word.is_empty());
                for face in Face::ALL {
                    assert!(face.width(word, 9.0).is_ok(), "{language}: {word}");
                }
            }
            for sentence in [words.paid_of, words.returned_of] {
                assert!(sentence.contains("{a}") && sentence.contains("{b}"), "{language}: {sentence}");
            }
            assert!(words.vat.contains("{rate}"), "{language}");
            assert!(words.page_of.contains("{page}") && words.page_of.contains("{pages}"), "{language}");
        }
    }
}
