//! The real program, as a person or a script starts it.
#![expect(clippy::unwrap_used, reason = "a test that cannot set up must fail")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::{Value, json};

/// A salon's file in a folder of its own.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn program(&self, words: &[&str]) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_adelante"));
        program.args(words).env_remove("DBUS_SESSION_BUS_ADDRESS").current_dir(self.0.path());
        program
    }

    fn run(&self, words: &[&str]) -> Output {
        self.program(words).output().unwrap()
    }

    /// Runs a command that must be done, and reads its JSON.
    fn json(&self, words: &[&str]) -> Value {
        let done = self.run(words);
        assert!(done.status.success(), "{words:?}: {}", String::from_utf8_lossy(&done.stderr));
        serde_json::from_slice(&done.stdout).unwrap()
    }

    /// Runs a command that must be refused, and gives its one sentence.
    fn refused(&self, words: &[&str]) -> String {
        let done = self.run(words);
        assert_eq!(done.status.code(), Some(1), "{words:?}");
        let said = String::from_utf8(done.stderr).unwrap();
        let sentences: Vec<&str> = said.lines().filter(|line| !line.contains("warning:")).collect();
        assert_eq!(sentences.len(), 1, "{words:?}: {said}");
        sentences[0].to_owned()
    }

    /// A small demo salon.
    fn demo(&self) -> Value {
        self.json(&["demo", "--db", "a.db", "--clients", "20", "--staff", "4", "--months", "0", "--json"])
    }
}

#[test]
fn a_demo_salon_is_made_listed_and_in_order() {
    let place = Place::new();
    let made = place.demo();
    assert_eq!((made["clients"].as_u64(), made["staff"].as_u64()), (Some(20), Some(4)));
    let clients = place.json(&["call", "list_clients", r#"{"limit": 5}"#, "--db", "a.db", "--json"]);
    assert_eq!(clients["total"], 20);
    let verify = place.run(&["verify", "--db", "a.db"]);
    let lines = String::from_utf8(verify.stdout).unwrap();
    assert!(verify.status.success(), "{lines}");
    assert!(lines.lines().count() >= 7 && lines.lines().all(|line| line.starts_with("ok ")), "{lines}");
    assert!(String::from_utf8(verify.stderr).unwrap().contains("a.db.key"), "the key file is warned of");
    assert!(place.refused(&["demo", "--db", "a.db"]).contains("is there already"));
}

#[test]
fn commands_are_listed_with_their_schemas() {
    let place = Place::new();
    let commands = place.json(&["commands", "--json"]);
    let commands = commands.as_array().unwrap();
    let book = commands.iter().find(|command| command["name"] == "book_appointment").unwrap();
    assert_eq!(book["kind"], "mutation");
    assert!(book["input"]["properties"]["start_min"].is_object());
    assert!(String::from_utf8(place.run(&["commands"]).stdout).unwrap().contains("book_appointment"));
}

#[test]
fn a_role_is_asked_for_its_permission() {
    let place = Place::new();
    place.demo();
    let staff = place.json(&["call", "list_staff", "--db", "a.db", "--json"]);
    let of_role = |role: &str| {
        let members = staff["staff"].as_array().unwrap();
        members.iter().find(|member| member["staff"]["role"] == role).unwrap().clone()
    };
    let (owner, master) = (of_role("owner"), of_role("master"));
    let create = r#"{"client": {"first_name": "Анна"}}"#;
    let by_id = owner["staff_id"].as_str().unwrap();
    place.json(&["call", "create_client", create, "--db", "a.db", "--as", by_id, "--json"]);
    let by_name = master["staff"]["name"].as_str().unwrap();
    let said = place.refused(&["call", "create_client", create, "--db", "a.db", "--as", by_name]);
    assert!(said.contains("clients_write"), "{said}");
    assert!(place.refused(&["call", "get_salon", "--db", "a.db", "--as", "Nobody"]).contains("staff member"));
}

#[test]
fn the_same_request_id_makes_one_client() {
    let place = Place::new();
    place.demo();
    let id = "01931f6e-0000-7000-8000-000000000001";
    let words = [
        "call",
        "create_client",
        r#"{"client": {"first_name": "Анна"}}"#,
        "--db",
        "a.db",
        "--request-id",
        id,
        "--json",
    ];
    assert_eq!(place.json(&words), place.json(&words));
    assert_eq!(place.json(&["call", "list_clients", r#"{"limit": 1}"#, "--db", "a.db", "--json"])["total"], 21);
}

#[test]
fn clients_go_in_and_out() {
    let place = Place::new();
    place.demo();
    let text = "Имя;Телефон\nАнна;8 701 123 45 67\n;\n;ни имени\nВера;87012223344\n";
    std::fs::write(place.path("клиенты.csv"), text).unwrap();
    let planned = place.json(&["import", "clients", "клиенты.csv", "--db", "a.db", "--dry-run", "--json"]);
    let total = || place.json(&["call", "list_clients", r#"{"limit": 1}"#, "--db", "a.db", "--json"])["total"].clone();
    assert_eq!(total(), 20);
    let done = place.json(&["import", "clients", "клиенты.csv", "--db", "a.db", "--json"]);
    for figure in ["read", "created", "updated", "skipped"] {
        assert_eq!(planned[figure], done[figure], "{figure}");
    }
    assert_eq!(done["created"], 2);
    assert_eq!(total(), 22);
    assert!(done["batch_id"].is_string());

    place.json(&["export", "clients", "out.xlsx", "--db", "a.db", "--json"]);
    let bytes = std::fs::read(place.path("out.xlsx")).unwrap();
    assert_eq!(&bytes[..2], b"PK");
    let back = place.json(&["import", "clients", "out.xlsx", "--db", "a.db", "--json"]);
    assert_eq!((back["read"].as_u64(), back["created"].as_u64()), (Some(22), Some(0)));
}

#[test]
fn what_cannot_be_done_is_said_in_one_sentence() {
    let place = Place::new();
    place.demo();
    std::fs::write(place.path("empty.xlsx"), "").unwrap();
    std::fs::write(place.path("text.pdf"), "%PDF-1.7").unwrap();
    for (words, part) in [
        (vec!["verify", "--db", "absent.db"], "absent.db"),
        (vec!["import", "clients", "absent.csv", "--db", "a.db"], "absent.csv"),
        (vec!["import", "clients", "empty.xlsx", "--db", "a.db"], "empty"),
        (vec!["import", "clients", "text.pdf", "--db", "a.db"], "not a spreadsheet"),
        (vec!["call", "no_such_command", "--db", "a.db"], "no such command"),
        (vec!["call", "list_clients", "{", "--db", "a.db"], "not JSON"),
        (vec!["receipt", "K1-999999", "--out", "r.pdf", "--db", "a.db"], "receipt"),
        (vec!["restore", "no-such.db", "--db", "a.db"], "backup"),
        (vec!["demo", "--db", "b.db", "--country", "XX"], "country"),
    ] {
        let said = place.refused(&words);
        assert!(said.starts_with("adelante: ") && said.contains(part), "{words:?}: {said}");
    }
    assert!(!place.path("absent.db").exists() && !place.path("r.pdf").exists());
    let refused = place.run(&["call", "no_such_command", "--db", "a.db", "--json"]);
    assert_eq!(serde_json::from_slice::<Value>(&refused.stdout).unwrap()["code"], "bad_input");
}

#[test]
fn a_damaged_file_is_named_and_a_backup_restored() {
    let place = Place::new();
    place.demo();
    let made = place.json(&["backup", "--db", "a.db", "--out", "copy.db", "--json"]);
    assert_eq!(made["verified"], true);
    assert!(place.path("copy.db").exists());
    let size = usize::try_from(std::fs::metadata(place.path("a.db")).unwrap().len()).unwrap();
    std::fs::write(place.path("a.db"), vec![7; size]).unwrap();
    let said = place.refused(&["verify", "--db", "a.db"]);
    assert!(said.contains("damaged") && said.contains("restore"), "{said}");
    place.json(&["restore", made["file_name"].as_str().unwrap(), "--db", "a.db", "--json"]);
    assert!(place.run(&["verify", "--db", "a.db"]).status.success());
}

#[test]
fn a_receipt_is_written_as_pdf() {
    let place = Place::new();
    place.json(&["demo", "--db", "a.db", "--clients", "10", "--staff", "3", "--months", "1", "--json"]);
    for format in ["80mm", "a4"] {
        let out = format!("{format}.pdf");
        place.json(&["receipt", "K1-000001", "--format", format, "--out", &out, "--db", "a.db", "--json"]);
        assert_eq!(&std::fs::read(place.path(&out)).unwrap()[..5], b"%PDF-");
    }
    assert!(
        place.refused(&["receipt", "K1-000001", "--format", "b5", "--out", "x.pdf", "--db", "a.db"]).contains("a4")
    );
}

/// The served desk; it is stopped when the test ends.
struct Served {
    child: Child,
    address: String,
    token: String,
}

impl Served {
    fn start(place: &Place) -> Self {
        let ui = place.path("ui");
        std::fs::create_dir_all(&ui).unwrap();
        std::fs::write(ui.join("index.html"), "<title>Adelante</title>").unwrap();
        let mut child = place
            .program(&["serve", "--db", "a.db", "--port", "0", "--json", "--ui", "ui"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        let said: Value = serde_json::from_str(&line).unwrap();
        let url = said["url"].as_str().unwrap().strip_prefix("http://").unwrap().to_owned();
        let (address, query) = url.split_once('/').unwrap();
        let token = query.strip_prefix("?token=").unwrap().to_owned();
        Self { child, address: address.to_owned(), token }
    }

    fn call(&self, token: &str, command: &str) -> (u16, Value) {
        let body = json!({ "command": command, "input": {} }).to_string();
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(
            stream,
            "POST /api/call HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {token}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.split(' ').nth(1).unwrap().parse().unwrap(), serde_json::from_str(body).unwrap())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn the_desk_is_served_to_who_has_the_token_and_to_one_program_only() {
    let place = Place::new();
    place.demo();
    let served = Served::start(&place);
    let (status, state) = served.call(&served.token, "get_app_state");
    assert_eq!((status, state["stage"].as_str()), (200, Some("login")));
    assert_eq!(served.call("wrong", "get_app_state").0, 401);
    assert_eq!(served.call(&served.token, "get_salon").0, 401, "nobody is signed in");
    assert!(place.refused(&["verify", "--db", "a.db"]).contains("another program"));
}

#[cfg(unix)]
#[test]
fn a_polite_end_leaves_a_file_in_order() {
    let place = Place::new();
    place.demo();
    let mut served = Served::start(&place);
    let told = Command::new("kill").args(["-TERM", &served.child.id().to_string()]).status().unwrap();
    assert!(told.success());
    assert!(served.child.wait().unwrap().success());
    assert!(!Path::new(&place.path("a.db-wal")).exists(), "the log was worked into the file");
    assert!(place.run(&["verify", "--db", "a.db"]).status.success());
}
