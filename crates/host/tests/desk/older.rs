//! A salon's file that an older version made, opened at the desk (`tests/fixtures/schema`).

use std::fs;
use std::path::{Path, PathBuf};

use adelante_host::Desk;
use serde_json::{Value, json};

use crate::common::{Place, ask};

/// What the fixture's last operation wrote, and what stood there before it.
const LAST_NOTE: &str = "the last thing";

/// The salon files of all older schemas.
fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/schema");
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let all: Vec<PathBuf> = entries.filter(|path| path.is_dir()).map(|path| path.join("salon.sqlite")).collect();
    assert!(!all.is_empty());
    all
}

/// A desk's folder with a copy of the fixture in it and the fixtures' key beside.
fn place_of(fixture: &Path) -> Place {
    let place = Place::new();
    fs::copy(fixture, place.file()).unwrap();
    fs::write(place.folder.path().join("adelante.db.key"), "05".repeat(32)).unwrap();
    place
}

fn assert_sound(desk: &Desk) {
    let verified = ask(desk, "verify", json!({})).unwrap();
    assert_eq!(verified["ok"], true, "{verified}");
}

fn notes(desk: &Desk) -> Vec<String> {
    let page = ask(desk, "list_clients", json!({ "limit": 100 })).unwrap();
    let note = |row: &Value| {
        let card = ask(desk, "get_client", json!({ "client_id": row["client_id"] })).unwrap();
        card["client"]["note"].as_str().unwrap().to_owned()
    };
    page["clients"].as_array().unwrap().iter().map(note).collect()
}

fn has_last_note(desk: &Desk) -> bool {
    notes(desk).iter().any(|note| note == LAST_NOTE)
}

#[test]
fn a_file_of_an_older_schema_is_backed_up_checked_and_migrated() {
    for fixture in fixtures() {
        let place = place_of(&fixture);
        let desk = place.open();
        desk.ready().unwrap();
        assert_sound(&desk);
        let listed = ask(&desk, "list_backups", json!({})).unwrap();
        assert_eq!(listed["backups"].as_array().map(Vec::len), Some(1), "{listed}");
        assert_eq!(listed["backups"][0]["why"], "migration");
        let backup = place.folder.path().join("backups").join(listed["backups"][0]["file_name"].as_str().unwrap());
        assert!(fs::read(backup).unwrap() == fs::read(&fixture).unwrap(), "the backup is the file as it was");
        drop(desk);
        let again = place.open();
        let listed = ask(&again, "list_backups", json!({})).unwrap();
        assert_eq!(listed["backups"].as_array().map(Vec::len), Some(1), "migrated once: {listed}");
    }
}

#[test]
fn what_was_done_in_an_older_version_is_undone_and_redone_in_this_one() {
    for fixture in fixtures() {
        let place = place_of(&fixture);
        let desk = place.open();
        assert!(has_last_note(&desk));
        ask(&desk, "undo", json!({})).unwrap();
        assert!(!has_last_note(&desk));
        // The one before: a client was retired.
        let before = notes(&desk).len();
        ask(&desk, "undo", json!({})).unwrap();
        assert_eq!(notes(&desk).len(), before + 1);
        assert_sound(&desk);
        ask(&desk, "redo", json!({})).unwrap();
        ask(&desk, "redo", json!({})).unwrap();
        assert!(has_last_note(&desk));
        assert_sound(&desk);
    }
}

#[test]
fn visits_of_an_older_version_are_worked_with_in_this_one() {
    for fixture in fixtures() {
        let place = place_of(&fixture);
        let desk = place.open();
        let day = ask(&desk, "get_day", json!({ "day": "2026-11-21" })).unwrap();
        let visits = day["appointments"].as_array().unwrap();
        let mut statuses: Vec<&str> = visits.iter().map(|visit| visit["status"].as_str().unwrap()).collect();
        statuses.sort_unstable();
        assert_eq!(
            statuses,
            ["arrived", "booked", "cancelled", "completed", "confirmed", "in_progress", "no_show"],
            "{day}"
        );
        let of =
            |status: &str| visits.iter().find(|visit| visit["status"] == status).unwrap()["appointment_id"].clone();
        // The prepayment went back; now the visit is paid and done.
        let confirmed = of("confirmed");
        let checkout = ask(&desk, "get_checkout", json!({ "appointment_id": confirmed })).unwrap();
        let left = checkout["appointment"]["remaining_minor"].clone();
        let cash = checkout["methods"].as_array().unwrap().iter().find(|method| method["kind"] == "cash").unwrap();
        let payment = json!({ "method_id": cash["method_id"], "amount_minor": left });
        let paid = json!({ "appointment_id": confirmed, "after": "complete", "payments": [payment] });
        ask(&desk, "take_payment", paid).unwrap();
        let moved = json!({ "appointment_id": of("booked"), "day": "2026-11-22", "start_min": 600 });
        ask(&desk, "move_appointment", moved).unwrap();
        assert_sound(&desk);
    }
}

#[test]
fn a_backup_of_an_older_schema_is_restored_and_migrated() {
    for fixture in fixtures() {
        let place = place_of(&fixture);
        let desk = place.open();
        ask(&desk, "undo", json!({})).unwrap();
        assert!(!has_last_note(&desk));
        let listed = ask(&desk, "list_backups", json!({})).unwrap();
        let migration = listed["backups"].as_array().unwrap().iter().find(|backup| backup["why"] == "migration");
        ask(&desk, "restore_backup", json!({ "file_name": migration.unwrap()["file_name"] })).unwrap();
        assert!(has_last_note(&desk), "as it was before the migration");
        assert_sound(&desk);
        ask(&desk, "create_client", json!({ "client": { "first_name": "Вера" } })).unwrap();
        assert_sound(&desk);
    }
}

#[test]
fn a_damaged_file_of_an_older_schema_is_not_migrated_and_stays_as_it_was() {
    for fixture in fixtures() {
        let place = place_of(&fixture);
        let mut bytes = fs::read(&fixture).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle..middle + 64].fill(0);
        fs::write(place.file(), &bytes).unwrap();
        let refused = place.open().ready().unwrap_err();
        assert_eq!(refused.code, adelante_wire::ErrorCode::Damaged, "{refused}");
        assert!(fs::read(place.file()).unwrap() == bytes);
    }
}
