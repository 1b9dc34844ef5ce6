//! The file itself: opening, refusing, guarding, backing up, telling what was altered.
#![expect(clippy::unwrap_used, reason = "a test that cannot set up must fail")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use adelante_base::{IdSource, RequestId, SeededIds, Timestamp};
use adelante_store::tables::{TABLES, Table};
use adelante_store::{Begin, Key, Outcome, Store, StoreError, client, open, triggers};
use rusqlite::Connection;

const KEY: [u8; 32] = [5; 32];
const AT: Timestamp = Timestamp::from_millis(1_795_244_400_000);

/// Tables that are this device's own, or caches: not synced.
const NOT_SYNCED: &[&str] = &[
    "door",
    "device",
    "chain",
    "preference",
    "receipt_print",
    "pin",
    "job",
    "operation",
    "change",
    "row_clock",
    "appointment_money",
    "busy_time",
    "product_stock",
    "account_balance",
    "client_stat",
    "client_index",
    "fiscal_queue",
    "fiscal_outage",
];

fn store() -> (Store, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(&folder.path().join("salon.db"), &Key::from_bytes(KEY)).unwrap();
    (store, folder)
}

fn raw(path: &Path) -> Connection {
    let connection = Connection::open(path).unwrap();
    connection.execute_batch(&format!("PRAGMA key = \"x'{}'\";", hex::encode(KEY))).unwrap();
    connection
}

fn begin(ids: &SeededIds) -> Begin<'_> {
    Begin {
        request_id: RequestId::new(ids, AT),
        kind: "client_created",
        undo: "inverse",
        actor: "program",
        at: AT,
        body_hash: [1; 32],
        app_version: "test",
        ids: ids as &dyn IdSource,
    }
}

fn add_client(store: &Store, ids: &SeededIds, name: &str) {
    let written = store.write(begin(ids), |door| {
        let id = adelante_base::ClientId::new(door.ids(), door.at());
        let card = client::Client { first_name: name.to_owned(), ..client::Client::default() };
        client::insert(door, id, &card)?;
        client::set_phones(door, id, &["+77010000001".to_owned()])?;
        Ok::<_, StoreError>(Outcome::of(serde_json::Value::Null))
    });
    assert_eq!(written.unwrap().topics, ["clients"]);
}

fn failed(store: &Store) -> Vec<&'static str> {
    store.verify().unwrap().into_iter().filter(|check| !check.ok).map(|check| check.name).collect()
}

#[test]
fn every_table_is_synced_with_all_its_columns_or_declared_local() {
    let (store, _folder) = store();
    let reader = store.read().unwrap();
    let mut tables = reader
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'client\\_names%' ESCAPE '\\' AND name NOT LIKE 'client\\_digits%' ESCAPE '\\' AND name <> 'client_vocabulary'")
        .unwrap();
    let tables: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    for name in &tables {
        let Some(table) = Table::named(name) else {
            assert!(NOT_SYNCED.contains(&name.as_str()), "{name} is neither synced nor declared local");
            continue;
        };
        let mut columns = reader.prepare("SELECT name, type FROM pragma_table_info(?1)").unwrap();
        let columns: Vec<(String, String)> =
            columns.query_map([name], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect();
        assert!(columns.iter().all(|(_, kind)| kind == "TEXT" || kind == "INTEGER"), "{name}");
        let found: BTreeSet<&str> =
            columns.iter().map(|(column, _)| column.as_str()).filter(|column| *column != "id").collect();
        let declared: Vec<&str> = table.columns().collect();
        assert_eq!(declared.len(), declared.iter().collect::<BTreeSet<_>>().len(), "{name} declares a column twice");
        assert_eq!(found, declared.into_iter().collect(), "{name}");
    }
    assert!(TABLES.iter().all(|table| tables.contains(&table.name.to_owned())));
}

#[test]
fn no_synced_table_has_a_unique_rule_that_two_devices_could_break() {
    let (store, _folder) = store();
    let reader = store.read().unwrap();
    for table in TABLES {
        let sql = "SELECT count(*) FROM pragma_index_list(?1) WHERE \"unique\" AND origin <> 'pk'";
        let unique: i64 = reader.query_row(sql, [table.name], |row| row.get(0)).unwrap();
        assert_eq!(unique, 0, "{}", table.name);
    }
}

#[test]
fn every_sql_file_prepares() {
    let (store, _folder) = store();
    let mut files = Vec::new();
    sql_files(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let mut prepared = 0;
    for file in files {
        let sql = std::fs::read_to_string(&file).unwrap();
        // A file that begins with WHERE is the end of another one and is prepared with it.
        if !sql.trim_start().starts_with("WHERE") {
            store
                .with_writer(|connection| connection.prepare(&sql).map(|_| ()))
                .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            prepared += 1;
        }
    }
    assert!(prepared > 30, "only {prepared} files");
}

fn sql_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sql_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "sql") {
            found.push(path);
        }
    }
}

#[test]
fn a_wrong_key_and_a_file_that_is_no_database_are_refused_and_left_as_they_were() {
    let (store, folder) = store();
    let path = store.path().to_owned();
    drop(store);
    let before = std::fs::read(&path).unwrap();
    assert!(matches!(Store::open(&path, &Key::from_bytes([6; 32])), Err(StoreError::WrongKey)));
    assert_eq!(std::fs::read(&path).unwrap(), before);
    let other = folder.path().join("letter.db");
    std::fs::write(&other, vec![42u8; 20_000]).unwrap();
    assert!(matches!(Store::open(&other, &Key::from_bytes(KEY)), Err(StoreError::WrongKey)));
    assert_eq!(std::fs::read(&other).unwrap(), vec![42u8; 20_000]);
}

#[test]
fn a_file_of_a_newer_version_is_refused() {
    let (store, _folder) = store();
    let path = store.path().to_owned();
    drop(store);
    raw(&path).pragma_update(None, "user_version", 9_999).unwrap();
    assert!(matches!(Store::open(&path, &Key::from_bytes(KEY)), Err(StoreError::TooNew { version: 9_999 })));
}

#[test]
fn a_file_whose_making_was_cut_off_has_nothing_to_migrate_and_is_made_by_the_next_opening() {
    let folder = tempfile::tempdir().unwrap();
    let (path, key) = (folder.path().join("salon.db"), Key::from_bytes(KEY));
    // The first page is there, the schema is not: the moment before the migration's commit.
    raw(&path).execute_batch("PRAGMA journal_mode = WAL;").unwrap();
    assert!(std::fs::metadata(&path).unwrap().len() > 0);
    assert!(!Store::needs_migration(&path, &key).unwrap());
    assert_eq!(failed(&Store::open(&path, &key).unwrap()), [""; 0]);
}

#[test]
fn triggers_that_were_dropped_are_seen_and_made_anew_on_opening() {
    let (store, _folder) = store();
    let path = store.path().to_owned();
    assert!(failed(&store).is_empty());
    raw(&path).execute_batch("DROP TRIGGER never_delete_client").unwrap();
    assert_eq!(failed(&store), ["triggers"]);
    drop(store);
    let again = Store::open(&path, &Key::from_bytes(KEY)).unwrap();
    assert!(failed(&again).is_empty());
    assert_eq!(triggers::hash_in_file(&again.read().unwrap()).unwrap(), triggers::expected_hash());
}

#[test]
fn whoever_alters_a_row_or_the_log_behind_the_doors_is_shown() {
    for (attempt, expected) in [
        ("UPDATE client SET note = 'forged'", "chain"),
        ("UPDATE operation SET actor = 'somebody else'", "chain"),
        ("DELETE FROM change WHERE seq = 1", "chain"),
        (
            "DELETE FROM operation WHERE device_seq = 2; DELETE FROM change WHERE operation NOT IN (SELECT id FROM operation)",
            "chain",
        ),
        ("UPDATE client_index SET name = 'forged'", "caches"),
    ] {
        let (store, _folder) = store();
        let ids = SeededIds::new(3);
        add_client(&store, &ids, "Анна");
        add_client(&store, &ids, "Мария");
        assert!(failed(&store).is_empty());
        let connection = raw(store.path());
        triggers::drop_all(&connection).unwrap();
        connection.execute_batch(attempt).unwrap();
        let found = failed(&store);
        assert!(found.contains(&expected), "{attempt}: {found:?}");
    }
}

#[test]
fn a_backup_made_while_the_desk_works_is_whole_and_opens_with_the_same_key() {
    let (store, folder) = store();
    let ids = SeededIds::new(4);
    let copy = folder.path().join("copy.db");
    std::thread::scope(|scope| {
        let writing = scope.spawn(|| (0..40).for_each(|n| add_client(&store, &ids, &format!("Клиент {n}"))));
        store.backup_to(&copy).unwrap();
        writing.join().unwrap();
    });
    assert!(Store::verify_file(&copy, &Key::from_bytes(KEY)).unwrap().iter().all(|check| check.ok));
    assert!(Store::verify_file(&copy, &Key::from_bytes([1; 32])).is_err());
    assert!(Store::open(&copy, &Key::from_bytes(KEY)).is_ok());
}

#[test]
fn an_operation_of_more_than_a_thousand_changes_is_refused_unless_it_is_a_batch() {
    let (store, _folder) = store();
    let ids = SeededIds::new(5);
    let many = |store: &Store, in_parts: bool| {
        store.write(begin(&ids), |door| {
            for n in 0..1_200 {
                if in_parts {
                    door.room_for(1, || Outcome::of(serde_json::Value::Null))?;
                }
                let card = client::Client { first_name: n.to_string(), ..client::Client::default() };
                client::insert(door, adelante_base::ClientId::new(door.ids(), door.at()), &card)?;
            }
            Ok::<_, StoreError>(Outcome::of(serde_json::Value::Null))
        })
    };
    assert!(matches!(many(&store, false), Err(StoreError::TooManyChanges { changes: 1_200 })));
    assert_eq!(
        store.read().unwrap().query_row("SELECT count(*) FROM client", [], |row| row.get::<_, i64>(0)).unwrap(),
        0
    );
    many(&store, true).unwrap();
    assert!(failed(&store).is_empty());
    assert!(open::newest() >= 1);
}

#[test]
fn the_journal_is_carried_into_the_file_while_somebody_reads() {
    let (store, _folder) = store();
    let ids = SeededIds::new(11);
    for n in 0..50 {
        add_client(&store, &ids, &format!("Анна {n}"));
    }
    let size = || std::fs::metadata(store.path()).unwrap().len();
    let before = size();
    let reader = store.read().unwrap();
    store.checkpoint().unwrap();
    assert!(size() > before, "the pages are in the file now");
    let clients: i64 = reader.query_row("SELECT count(*) FROM client", [], |row| row.get(0)).unwrap();
    assert_eq!(clients, 50);
    add_client(&store, &ids, "Мария");
    assert!(failed(&store).is_empty());
}
