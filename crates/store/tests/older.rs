//! Files that older versions made: opened, migrated, checked, and their operations applied.
//! The files lie in `tests/fixtures/schema`, one folder per schema ever released.
#![expect(clippy::unwrap_used, reason = "a test that cannot set up must fail")]

use std::path::{Path, PathBuf};

use adelante_base::{IdSource, OperationId, RequestId, SeededIds, Timestamp};
use adelante_store::apply::{self, Envelope};
use adelante_store::tables::TABLES;
use adelante_store::{Begin, Connection, Key, Outcome, Store, StoreError, client, open};

/// Every fixture is encrypted with this key.
const KEY: [u8; 32] = [5; 32];
/// After everything in the fixtures.
const LATER: Timestamp = Timestamp::from_millis(1_900_000_000_000);

fn key() -> Key {
    Key::from_bytes(KEY)
}

/// The salon files of all older schemas, oldest first.
fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/schema");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut all: Vec<PathBuf> = entries.filter(|path| path.is_dir()).map(|path| path.join("salon.sqlite")).collect();
    all.sort();
    assert!(all.len() + 1 >= usize::try_from(open::newest()).unwrap(), "a schema was released without its fixture");
    all
}

fn copy_of(fixture: &Path) -> (PathBuf, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("salon.db");
    std::fs::copy(fixture, &path).unwrap();
    (path, folder)
}

fn raw(path: &Path) -> Connection {
    let connection = Connection::open(path).unwrap();
    connection.execute_batch(&format!("PRAGMA key = \"x'{}'\";", hex::encode(KEY))).unwrap();
    connection
}

fn failed(store: &Store) -> Vec<(&'static str, String)> {
    store.verify().unwrap().into_iter().filter(|check| !check.ok).map(|check| (check.name, check.detail)).collect()
}

/// Every operation in the file, in the order of its device.
fn envelopes(store: &Store) -> Vec<Envelope> {
    let reader = store.read().unwrap();
    let mut all = reader.prepare("SELECT id FROM operation ORDER BY device, device_seq").unwrap();
    let ids: Vec<String> = all.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    ids.iter().map(|id| apply::export(&reader, id.parse::<OperationId>().unwrap()).unwrap()).collect()
}

fn rows(store: &Store) -> Vec<String> {
    let reader = store.read().unwrap();
    let rows_of = |name: &str| {
        let mut all = reader.prepare(&format!("SELECT id FROM {name} ORDER BY id")).unwrap();
        all.query_map([], |row| row.get::<_, String>(0)).unwrap().map(Result::unwrap).collect::<Vec<_>>()
    };
    let row = |table, id: &String| format!("{id} {:?}", apply::row_columns(&reader, table, id).unwrap().unwrap());
    TABLES.iter().flat_map(|table| rows_of(table.name).iter().map(|id| row(table, id)).collect::<Vec<_>>()).collect()
}

#[test]
fn a_salon_of_an_older_schema_is_migrated_whole_and_works_on() {
    for fixture in fixtures() {
        let (path, _folder) = copy_of(&fixture);
        let version: u32 = raw(&path).query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap();
        assert!(version < open::newest(), "{} is not of an older schema", fixture.display());
        assert!(Store::needs_migration(&path, &key()).unwrap());
        let store = Store::open(&path, &key()).unwrap();
        assert!(!Store::needs_migration(&path, &key()).unwrap());
        assert_eq!(failed(&store), [], "{}", fixture.display());
        let ids = SeededIds::new(1);
        let begin = Begin {
            request_id: RequestId::new(&ids, LATER),
            kind: "client_created",
            undo: "inverse",
            actor: "program",
            at: LATER,
            body_hash: [1; 32],
            app_version: "test",
            ids: &ids as &dyn IdSource,
        };
        let card = client::Client { first_name: "Анна".to_owned(), ..client::Client::default() };
        let added = store.write(begin, |door| {
            client::insert(door, adelante_base::ClientId::new(door.ids(), door.at()), &card)?;
            Ok::<_, StoreError>(Outcome::of(serde_json::Value::Null))
        });
        assert_eq!(added.unwrap().topics, ["clients"]);
        assert_eq!(failed(&store), [], "{}", fixture.display());
    }
}

#[test]
fn what_an_older_version_wrote_applies_to_a_new_salon_and_gives_the_same_rows() {
    for fixture in fixtures() {
        let (path, folder) = copy_of(&fixture);
        let old = Store::open(&path, &key()).unwrap();
        let new = Store::open(&folder.path().join("new.db"), &key()).unwrap();
        let all = envelopes(&old);
        assert!(all.len() > 20, "{}: only {} operations", fixture.display(), all.len());
        for envelope in &all {
            assert!(!new.apply(envelope).unwrap().is_empty());
        }
        assert_eq!(rows(&new), rows(&old), "{}", fixture.display());
        assert_eq!(failed(&new), [], "{}", fixture.display());
        assert_eq!(new.apply(&all[0]).unwrap(), [""; 0], "seen before");
    }
}

#[test]
fn a_backup_of_an_older_schema_is_checked_as_this_version_would_open_it_and_stays_as_it_was() {
    for fixture in fixtures() {
        let (path, _folder) = copy_of(&fixture);
        let before = std::fs::read(&path).unwrap();
        let checks = Store::verify_file(&path, &key()).unwrap();
        assert_eq!(checks.len(), 7);
        assert!(checks.iter().all(|check| check.ok), "{}: {checks:?}", fixture.display());
        assert!(checks.iter().any(|check| check.name == "chain" && check.count > 20), "{checks:?}");
        assert!(std::fs::read(&path).unwrap() == before, "{}: changed", fixture.display());
        assert!(matches!(Store::verify_file(&path, &Key::from_bytes([1; 32])), Err(StoreError::WrongKey)));
    }
}

#[test]
fn damage_in_a_backup_of_an_older_schema_is_seen() {
    for fixture in fixtures() {
        for (forged, expected) in [
            ("UPDATE client SET note = 'forged'", "chain"),
            ("UPDATE ledger_entry SET amount_minor = amount_minor + 1", "ledger"),
            ("UPDATE client_index SET name = 'forged'", "caches"),
        ] {
            let (path, _folder) = copy_of(&fixture);
            let connection = raw(&path);
            adelante_store::triggers::drop_all(&connection).unwrap();
            connection.execute_batch(forged).unwrap();
            drop(connection);
            let checks = Store::verify_file(&path, &key()).unwrap();
            assert!(checks.iter().any(|check| check.name == expected && !check.ok), "{forged}: {checks:?}");
        }
        let (path, _folder) = copy_of(&fixture);
        let mut bytes = std::fs::read(&path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle..middle + 64].fill(0);
        std::fs::write(&path, bytes).unwrap();
        let seen = Store::verify_file(&path, &key());
        assert!(seen.is_err() || seen.unwrap().iter().any(|check| !check.ok));
    }
}

#[test]
fn a_backup_of_a_newer_version_is_refused() {
    let (path, _folder) = copy_of(&fixtures()[0]);
    raw(&path).pragma_update(None, "user_version", 9_999).unwrap();
    assert!(matches!(Store::verify_file(&path, &key()), Err(StoreError::TooNew { version: 9_999 })));
}
