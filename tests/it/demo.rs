//! The demo salon is the same for everybody who makes it.

use std::collections::BTreeMap;

use adelante_tests::Salon;
use rusqlite::Connection;
use rusqlite::types::ValueRef;

/// Every row of every table as text, sorted within its table.
fn dump(salon: &Salon) -> BTreeMap<String, Vec<String>> {
    let key = std::fs::read_to_string(salon.at("salon.db.key")).unwrap();
    let connection = Connection::open(salon.file()).unwrap();
    connection.execute_batch(&format!("PRAGMA key = \"x'{}'\";", key.trim())).unwrap();
    let mut all = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").unwrap();
    let names: Vec<String> = all.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    names.into_iter().map(|name| (name.clone(), rows(&connection, &name))).collect()
}

fn rows(connection: &Connection, table: &str) -> Vec<String> {
    let mut all = connection.prepare(&format!("SELECT t.* FROM {table} t")).unwrap();
    let columns = all.column_count();
    let text = |value: ValueRef<'_>| match value {
        ValueRef::Null => "null".to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        ValueRef::Blob(bytes) => format!("{bytes:x?}"),
    };
    let read = |row: &rusqlite::Row<'_>| {
        Ok((0..columns).map(|at| text(row.get_ref(at).unwrap())).collect::<Vec<_>>().join("|"))
    };
    let mut lines: Vec<String> = all.query_map([], read).unwrap().map(Result::unwrap).collect();
    lines.sort();
    lines
}

#[test]
fn two_programs_make_the_same_salon_of_the_same_seed_row_for_row() {
    let (one, other) = (Salon::demo(7, 60, 1), Salon::demo(7, 60, 1));
    let (one, other) = (dump(&one), dump(&other));
    assert!(one["client"].len() >= 60 && !one["receipt"].is_empty() && !one["change"].is_empty());
    for (table, rows) in &one {
        assert_eq!(rows, &other[table], "{table}");
    }
    assert_ne!(one["client"], dump(&Salon::demo(8, 60, 1))["client"], "another seed, another salon");
}

#[test]
fn a_salon_of_no_clients_and_no_months_has_staff_and_services_and_nothing_else() {
    let salon = Salon::demo(1, 0, 0);
    let all = dump(&salon);
    for table in ["client", "appointment", "receipt", "payment", "ledger_entry"] {
        assert!(all[table].is_empty(), "{table}");
    }
    assert_eq!(all["staff_member"].len(), 3);
    assert!(all["service"].len() >= 20);
    salon.assert_sound();
}

#[test]
fn a_demo_salon_is_never_made_over_a_salon() {
    let salon = Salon::demo(1, 5, 0);
    let before = std::fs::read(salon.file()).unwrap();
    let said = salon.run("demo", &["--clients", "1", "--months", "0"]);
    let (code, sentence) = said.refused();
    assert_eq!(code, "bad_input");
    assert!(sentence.contains("give another file"), "{sentence}");
    assert!(before == std::fs::read(salon.file()).unwrap());
}
