//! Who changed which price, for Excel.

use adelante_base::vocabulary::{Language, PriceChangeKind};
use adelante_documents::excel::{ColumnKind, Value, write_table};
use adelante_engine::Caller;
use adelante_wire::table::Call;
use adelante_wire::{
    CommandError, FileOut, ListPriceChanges, Nothing, PriceChange, PriceChangeList, Salon, SavePriceChanges,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::Desk;
use crate::desk::{ask, input, internal};
use crate::export::XLSX;
use crate::printing::receipt::wall_time;

/// Words in the order of [`Language::ALL`].
type Words = [&'static str; 4];

const TITLE: Words = ["Изменения цен", "Зміни цін", "Баға өзгерістері", "Price changes"];
const COLUMNS: [Words; 9] = [
    ["Когда", "Коли", "Қашан", "When"],
    ["Кто", "Хто", "Кім", "Who"],
    ["Что изменил", "Що змінив", "Нені өзгертті", "What"],
    ["На что", "На що", "Неге", "Of what"],
    ["Было", "Було", "Болған", "Before"],
    ["Стало", "Стало", "Болды", "After"],
    ["Причина", "Причина", "Себебі", "Reason"],
    ["Визит", "Візит", "Келу", "Visit"],
    ["Клиент", "Клієнт", "Клиент", "Client"],
];

impl Desk {
    pub(crate) fn save_price_changes(&self, call: &Call, caller: &Caller) -> Result<FileOut, CommandError> {
        let SavePriceChanges { from_day, to_day } = input(call)?;
        let state = self.read();
        let engine = state.engine()?;
        // The engine checks who may see it.
        let asked = ListPriceChanges { from_day, to_day, all: true };
        let list: PriceChangeList = ask(engine, call, caller, "list_price_changes", &asked)?;
        let salon: Salon = ask(engine, call, caller, "get_salon", &Nothing {})?;
        drop(state);
        let language = Language::ALL.iter().position(|known| *known == salon.salon.language).unwrap_or(0);
        let headers: Vec<String> = COLUMNS.iter().map(|names| names[language].to_owned()).collect();
        let money = ColumnKind::Money { digits: salon.currency_digits };
        let text = ColumnKind::Text;
        let kinds = [text, text, text, text, money, money, text, ColumnKind::Date, text];
        let rows = list.changes.into_iter().map(|change| cells(change, language, &salon.salon.zone));
        let bytes =
            write_table(TITLE[language], &headers, &kinds, rows).map_err(|error| internal(&error.to_string()))?;
        let days = format!("{} – {}", from_day.date().format("%d.%m.%Y"), to_day.date().format("%d.%m.%Y"));
        Ok(FileOut {
            file_name: format!("{} {days}.xlsx", TITLE[language]),
            media_type: XLSX.to_owned(),
            content_base64: BASE64.encode(bytes),
        })
    }
}

fn cells(change: PriceChange, language: usize, zone: &str) -> Vec<Value> {
    vec![
        Value::Text(wall_time(change.changed_at, zone)),
        Value::Text(change.changed_by),
        Value::Text(kind(change.kind)[language].to_owned()),
        Value::Text(change.name),
        Value::Money(change.from_minor),
        Value::Money(change.to_minor),
        Value::Text(change.reason),
        change.day.map_or(Value::Empty, Value::Date),
        Value::Text(change.client),
    ]
}

const fn kind(kind: PriceChangeKind) -> Words {
    match kind {
        PriceChangeKind::Discount => ["Скидка", "Знижка", "Жеңілдік", "Discount"],
        PriceChangeKind::BookedService => ["Цена в визите", "Ціна у візиті", "Келудегі баға", "Price in a visit"],
        PriceChangeKind::BillItem => ["Товар в счёте", "Товар у рахунку", "Шоттағы тауар", "Goods on a bill"],
        PriceChangeKind::Service => ["Прейскурант", "Прейскурант", "Прейскурант", "Price list"],
        PriceChangeKind::Product => ["Цена товара", "Ціна товару", "Тауар бағасы", "Product price"],
        PriceChangeKind::PackageOffer => ["Вид абонемента", "Вид абонемента", "Абонемент түрі", "Kind of package"],
    }
}
