//! Clients to an Excel file.

use adelante_base::vocabulary::Language;
use adelante_documents::excel::{ColumnKind, Value, write_table};
use adelante_domain::permission::Permission;
use adelante_engine::{Caller, Engine};
use adelante_wire::table::Call;
use adelante_wire::{
    ClientCard, ClientPage, CommandError, ExportClients, FileOut, GetClient, ListClients, Nothing, Salon,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::Desk;
use crate::desk::{ask, input, internal};

/// The media type of .xlsx.
pub(crate) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Clients asked for at a time.
const PAGE: u16 = 500;

/// Columns of the export: what they hold and their headers in Russian, Ukrainian, Kazakh and
/// English. The import knows these headers, so that an export comes back whole.
const COLUMNS: &[(Column, [&str; 4])] = &[
    (Column::Text, ["Фамилия", "Прізвище", "Тегі", "Last name"]),
    (Column::Text, ["Имя", "Ім'я", "Аты", "First name"]),
    (Column::Text, ["Отчество", "По батькові", "Әкесінің аты", "Middle name"]),
    (Column::Text, ["Телефон", "Телефон", "Телефон", "Phone"]),
    (Column::Text, ["E-mail", "E-mail", "E-mail", "E-mail"]),
    (Column::Date, ["День рождения", "День народження", "Туған күні", "Birthday"]),
    (Column::Text, ["Пол", "Стать", "Жынысы", "Gender"]),
    (Column::Text, ["Аллергия", "Алергія", "Аллергия", "Allergies"]),
    (Column::Text, ["Заметка", "Примітка", "Ескертпе", "Note"]),
    (Column::Text, ["Источник", "Джерело", "Дереккөз", "Source"]),
    (Column::Text, ["Метки", "Мітки", "Белгілер", "Tags"]),
    (Column::Number, ["Скидка, %", "Знижка, %", "Жеңілдік, %", "Discount, %"]),
    (Column::Text, ["Номер карты", "Номер картки", "Карта нөмірі", "Card number"]),
    (Column::Number, ["Визитов", "Візитів", "Келу саны", "Visits"]),
    (Column::Money, ["Потрачено", "Витрачено", "Жұмсалған", "Spent"]),
    (Column::Date, ["Последний визит", "Останній візит", "Соңғы келуі", "Last visit"]),
];

/// What a column holds.
#[derive(Clone, Copy)]
enum Column {
    Text,
    Date,
    Number,
    Money,
}

impl Desk {
    pub(crate) fn export_clients(&self, call: &Call, caller: &Caller) -> Result<FileOut, CommandError> {
        let ExportClients { text } = input(call)?;
        self.permit(call, caller, Permission::ClientsExport)?;
        let state = self.read();
        let engine = state.engine()?;
        let salon: Salon = ask(engine, call, caller, "get_salon", &Nothing {})?;
        let cards = cards(engine, call, caller, &text)?;
        drop(state);
        let language = Language::ALL.iter().position(|known| *known == salon.salon.language).unwrap_or(0);
        let headers: Vec<String> = COLUMNS.iter().map(|(_, names)| names[language].to_owned()).collect();
        let kinds: Vec<ColumnKind> = COLUMNS
            .iter()
            .map(|(column, _)| match column {
                Column::Text => ColumnKind::Text,
                Column::Date => ColumnKind::Date,
                Column::Number => ColumnKind::Number,
                Column::Money => ColumnKind::Money { digits: salon.currency_digits },
            })
            .collect();
        let sheet = ["Клиенты", "Клієнти", "Клиенттер", "Clients"][language];
        let bytes = write_table(sheet, &headers, &kinds, cards.into_iter().map(row))
            .map_err(|error| internal(&error.to_string()))?;
        Ok(FileOut {
            file_name: format!("{}.xlsx", sheet.to_lowercase()),
            media_type: XLSX.to_owned(),
            content_base64: BASE64.encode(bytes),
        })
    }
}

/// The cards of all clients that the filter finds, page by page.
fn cards(engine: &Engine, call: &Call, caller: &Caller, text: &str) -> Result<Vec<ClientCard>, CommandError> {
    let mut cards = Vec::new();
    loop {
        let offset = u32::try_from(cards.len()).map_err(|_| internal("too many clients"))?;
        let wanted =
            ListClients { text: text.to_owned(), sort: "name".to_owned(), retired: false, offset, limit: PAGE };
        let page: ClientPage = ask(engine, call, caller, "list_clients", &wanted)?;
        let last = page.clients.len() < usize::from(PAGE);
        for client in page.clients {
            let wanted = GetClient { client_id: client.client_id };
            cards.push(ask::<ClientCard>(engine, call, caller, "get_client", &wanted)?);
        }
        if last {
            return Ok(cards);
        }
    }
}

/// A card as a row, in the order of the columns.
fn row(card: ClientCard) -> Vec<Value> {
    let client = card.client;
    let date = |day: Option<adelante_base::Day>| day.map_or(Value::Empty, Value::Date);
    let phones: Vec<&str> = card.phones.iter().map(|phone| phone.e164.as_str()).collect();
    let phones = phones.join(", ");
    vec![
        Value::Text(client.last_name),
        Value::Text(client.first_name),
        Value::Text(client.middle_name),
        Value::Text(phones),
        Value::Text(client.email),
        date(client.birthday),
        Value::Text(client.gender),
        Value::Text(client.allergy),
        Value::Text(client.note),
        Value::Text(client.source),
        Value::Text(client.tags.join(", ")),
        Value::Number(f64::from(client.discount_bp) / 100.0),
        Value::Text(client.card_number),
        Value::Number(f64::from(card.stats.visits)),
        Value::Money(card.stats.spent_minor),
        date(card.stats.last_visit),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_a_cell_for_every_column() {
        let json = serde_json::json!({
            "client_id": "00000000-0000-7000-8000-000000000000",
            "client": { "first_name": "Анна", "phones": ["+77011234567"], "discount_bp": 550 },
            "name": "Анна", "phones": [], "created_at": 0, "retired_at": null, "visits": [],
            "stats": {
                "visits": 3, "spent_minor": 150_000, "average_minor": 0, "no_shows": 0, "cancelled": 0,
                "last_visit": null, "next_visit": null, "usual_interval_days": null, "debt_minor": 0
            }
        });
        let cells = row(serde_json::from_value(json).unwrap());
        assert_eq!(cells.len(), COLUMNS.len());
        assert!(cells[11] == Value::Number(5.5));
        assert!(cells[5] == Value::Empty);
    }
}
