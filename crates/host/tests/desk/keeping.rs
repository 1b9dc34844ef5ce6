//! Opening, backups, restore and practice with a real salon file.

use std::fs;

use crate::common::{Place, ask, call, client, files, names};
use adelante_engine::Caller;
use adelante_host::backup::{KEPT, Shelf};
use adelante_host::{Desk, DeskOptions, Upkeep};
use adelante_wire::{AppState, BackupList, ErrorCode};
use serde_json::json;

fn state(desk: &adelante_host::Desk) -> AppState {
    serde_json::from_value(ask(desk, "get_app_state", json!({})).unwrap()).unwrap()
}

fn backups(desk: &adelante_host::Desk) -> BackupList {
    serde_json::from_value(ask(desk, "list_backups", json!({})).unwrap()).unwrap()
}

#[test]
fn a_fresh_folder_becomes_a_salon_and_is_there_the_next_morning() {
    let place = Place::new();
    let desk = place.open();
    let fresh = state(&desk);
    assert_eq!((fresh.stage.as_str(), fresh.language.as_str()), ("setup", "kk"));
    assert!(fresh.warnings.iter().any(|warning| warning.kind == "key_file"));
    drop(desk);
    client(&place.salon(), "Анна");
    assert_eq!(names(&place.open()), ["Анна"]);
}

#[test]
fn a_program_that_ends_waits_for_what_the_desk_does_by_itself() {
    let place = Place::new();
    drop(place.salon());
    let desk = Desk::open(DeskOptions { upkeep: Upkeep::ByItself, ..place.options() });
    ask(&desk, "open_shift", json!({})).unwrap();
    let before = backups(&desk).backups.len();
    ask(&desk, "close_shift", json!({})).unwrap();
    assert!(desk.end_upkeep());
    let made = backups(&desk).backups;
    assert_eq!((made.len(), made[0].why.as_str()), (before + 1, "shift"), "what was handed on is done");
    assert!(desk.end_upkeep(), "nothing is left to end");
    // The desk goes on without it, and lets the file go when it goes.
    ask(&desk, "open_shift", json!({})).unwrap();
    ask(&desk, "close_shift", json!({})).unwrap();
    assert_eq!(backups(&desk).backups.len(), before + 2);
    drop(desk);
    place.open().ready().unwrap();
}

#[test]
fn a_desk_that_is_dropped_has_no_thread_left() {
    let place = Place::new();
    drop(place.salon());
    for _ in 0..20 {
        let desk = Desk::open(DeskOptions { upkeep: Upkeep::ByItself, ..place.options() });
        ask(&desk, "open_shift", json!({})).unwrap();
        ask(&desk, "close_shift", json!({})).unwrap();
        // A backup is being made; the file is free all the same when this is through.
        let gone = std::sync::Arc::downgrade(&desk);
        desk.end_upkeep();
        drop(desk);
        assert!(gone.upgrade().is_none());
        place.open().ready().unwrap();
    }
}

#[test]
fn a_second_program_says_that_the_salon_is_open_elsewhere() {
    let place = Place::new();
    let first = place.salon();
    let second = place.open();
    assert_eq!(second.ready().unwrap_err().code, ErrorCode::AlreadyRunning);
    assert_eq!(state(&second).damage.unwrap().code, ErrorCode::AlreadyRunning);
    drop(second);
    drop(first);
    assert!(place.open().ready().is_ok());
}

#[test]
fn a_synced_folder_is_refused_and_nothing_is_written_there() {
    let place = Place::new();
    let synced = place.folder.path().join("Dropbox");
    fs::create_dir(&synced).unwrap();
    let mut options = place.options();
    options.file = synced.join("adelante.db");
    let desk = adelante_host::Desk::open(options);
    let error = desk.ready().unwrap_err();
    assert_eq!((error.code, error.facts["kind"].as_str()), (ErrorCode::UnsafeFolder, "dropbox"));
    assert_eq!(fs::read_dir(&synced).unwrap().count(), 0);
}

#[test]
fn a_backup_is_checked_and_restored_in_one_action() {
    let place = Place::new();
    let desk = place.salon();
    client(&desk, "Анна");
    let made = ask(&desk, "make_backup", json!({})).unwrap();
    assert_eq!((made["why"].as_str(), made["verified"].as_bool()), (Some("manual"), Some(true)));
    client(&desk, "Вера");
    let name = made["file_name"].as_str().unwrap();
    ask(&desk, "restore_backup", json!({ "file_name": name })).unwrap();
    assert_eq!(names(&desk), ["Анна"]);
    assert_eq!(backups(&desk).backups[0].why, "before_restore");
    assert_eq!(place.files(".db.replaced-").len(), 1, "the file before the restore is kept");
    client(&desk, "Дана");
    drop(desk);
    assert_eq!(names(&place.open()), ["Анна", "Дана"]);
}

#[test]
fn a_damaged_file_is_kept_and_a_backup_takes_its_place() {
    let place = Place::new();
    let desk = place.salon();
    client(&desk, "Анна");
    ask(&desk, "make_backup", json!({})).unwrap();
    drop(desk);
    let broken = vec![0x5a; fs::metadata(place.file()).unwrap().len() as usize];
    fs::write(place.file(), &broken).unwrap();

    let desk = place.open();
    let damaged = state(&desk);
    assert_eq!((damaged.stage.as_str(), damaged.damage.unwrap().code), ("damaged", ErrorCode::Damaged));
    assert_eq!(ask(&desk, "list_clients", json!({ "limit": 10 })).unwrap_err().code, ErrorCode::Damaged);
    // Nobody can sign in now: whoever sits at the desk may restore.
    let listed = desk.call(&call("list_backups", json!({})), Caller::Session).unwrap();
    let name = listed["backups"][0]["file_name"].clone();
    desk.call(&call("restore_backup", json!({ "file_name": name })), Caller::Session).unwrap();
    assert_eq!(names(&desk), ["Анна"]);
    let kept = place.files(".db.damaged-");
    assert_eq!(fs::read(&kept[0]).unwrap(), broken, "the damaged file is kept as it was");
}

#[test]
fn a_broken_backup_is_refused_and_the_salon_stays() {
    let place = Place::new();
    let desk = place.salon();
    client(&desk, "Анна");
    let made = ask(&desk, "make_backup", json!({})).unwrap();
    let path = place.folder.path().join("backups").join(made["file_name"].as_str().unwrap());
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 64].fill(0);
    fs::write(&path, bytes).unwrap();
    let error = ask(&desk, "restore_backup", json!({ "file_name": made["file_name"] })).unwrap_err();
    assert_eq!(error.code, ErrorCode::Damaged);
    assert_eq!(names(&desk), ["Анна"]);
    for absent in ["no-such.db", "../adelante.db", "backups/x.db"] {
        let error = ask(&desk, "restore_backup", json!({ "file_name": absent })).unwrap_err();
        assert_eq!(error.code, ErrorCode::NotFound, "{absent}");
    }
}

#[test]
fn a_restore_that_was_cut_off_is_finished_by_the_next_start() {
    let place = Place::new();
    let desk = place.salon();
    client(&desk, "Анна");
    let made = ask(&desk, "make_backup", json!({})).unwrap();
    client(&desk, "Вера");
    drop(desk);
    // The moment after the restore was decided: the checked copy has its name, nothing moved.
    let backup = place.folder.path().join("backups").join(made["file_name"].as_str().unwrap());
    fs::copy(backup, place.folder.path().join("adelante.db.restoring")).unwrap();
    let desk = place.open();
    assert_eq!(names(&desk), ["Анна"]);
    assert_eq!(place.files(".db.replaced-").len(), 1);
    assert!(place.files("restoring").is_empty());
}

#[test]
fn fourteen_backups_are_kept_and_copied_to_the_second_folder() {
    let place = Place::new();
    let desk = place.salon();
    let stick = place.folder.path().join("stick");
    fs::create_dir(&stick).unwrap();
    let missing = json!({ "folder": place.folder.path().join("absent") });
    assert_eq!(ask(&desk, "set_backup_folder", missing).unwrap_err().code, ErrorCode::NotFound);
    ask(&desk, "set_backup_folder", json!({ "folder": stick })).unwrap();
    for _ in 0..KEPT + 2 {
        ask(&desk, "make_backup", json!({})).unwrap();
    }
    assert_eq!(backups(&desk).backups.len(), KEPT);
    assert_eq!(Shelf::at(&stick, &place.file()).list().len(), KEPT);
    assert!(files(&stick, ".part").is_empty());
    // The stick is pulled out: the backup is made all the same and the owner is warned.
    fs::remove_dir_all(&stick).unwrap();
    fs::write(&stick, "no folder any more").unwrap();
    ask(&desk, "make_backup", json!({})).unwrap();
    assert!(state(&desk).warnings.iter().any(|warning| warning.kind == "backup_old"));
}

#[test]
fn closing_a_shift_makes_a_backup() {
    let place = Place::new();
    let desk = place.salon();
    ask(&desk, "open_shift", json!({})).unwrap();
    assert!(backups(&desk).backups.is_empty());
    ask(&desk, "close_shift", json!({})).unwrap();
    assert_eq!(backups(&desk).backups[0].why, "shift");
}

#[test]
fn what_is_done_in_practice_is_gone_afterwards() {
    let place = Place::new();
    let desk = place.salon();
    client(&desk, "Анна");
    ask(&desk, "start_practice", json!({})).unwrap();
    assert!(state(&desk).practice);
    client(&desk, "Упражнение");
    assert_eq!(names(&desk).len(), 2);
    for command in ["make_backup", "start_practice"] {
        assert_eq!(ask(&desk, command, json!({})).unwrap_err().code, ErrorCode::NotInPractice, "{command}");
    }
    ask(&desk, "stop_practice", json!({})).unwrap();
    assert_eq!(names(&desk), ["Анна"]);
    assert!(!state(&desk).practice);
    assert!(place.files("practice").is_empty());
    client(&desk, "Вера");
    assert_eq!(names(&desk), ["Анна", "Вера"]);
}

#[test]
fn a_lost_key_is_typed_in_from_the_printed_sheet() {
    let place = Place::new();
    let desk = place.salon();
    client(&desk, "Анна");
    drop(desk);
    let key_file = place.folder.path().join("adelante.db.key");
    let printed = fs::read_to_string(&key_file).unwrap();
    fs::remove_file(&key_file).unwrap();

    let desk = place.open();
    let lost = state(&desk);
    assert_eq!(lost.damage.unwrap().code, ErrorCode::WrongKey);
    let wrong = json!({ "database_key": "00".repeat(32) });
    assert_eq!(ask(&desk, "enter_database_key", wrong).unwrap_err().code, ErrorCode::WrongKey);
    let not_a_key = json!({ "database_key": "Анна" });
    assert_eq!(ask(&desk, "enter_database_key", not_a_key).unwrap_err().code, ErrorCode::BadInput);
    ask(&desk, "enter_database_key", json!({ "database_key": printed })).unwrap();
    assert_eq!(names(&desk), ["Анна"]);
    drop(desk);
    assert_eq!(names(&place.open()), ["Анна"], "the key is kept again");
}

#[test]
fn a_backup_comes_to_another_pc_with_its_printed_key() {
    let (old, new) = (Place::new(), Place::new());
    let desk = old.salon();
    client(&desk, "Анна");
    let made = ask(&desk, "make_backup", json!({})).unwrap();
    let path = old.folder.path().join("backups").join(made["file_name"].as_str().unwrap());
    let printed = fs::read_to_string(old.folder.path().join("adelante.db.key")).unwrap();
    let desk = new.open();
    let restore = |key: &str| {
        let input = json!({ "file_name": path, "database_key": key });
        desk.call(&call("restore_backup", input), Caller::Session)
    };
    assert_eq!(restore("").unwrap_err().code, ErrorCode::WrongKey);
    restore(&printed).unwrap();
    assert_eq!(names(&desk), ["Анна"]);
    drop(desk);
    assert_eq!(names(&new.open()), ["Анна"]);
}
