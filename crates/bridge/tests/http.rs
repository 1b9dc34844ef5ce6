//! The bridge over real HTTP on this PC.
#![expect(clippy::unwrap_used, reason = "a test that cannot set up must fail")]

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use adelante_bridge::{Bridge, Events, Router, serve};
use adelante_wire::table::{Call, Event};
use adelante_wire::{CommandError, ErrorCode};
use futures_util::StreamExt;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

const TOKEN: &str = "a token of this start";

/// Answers like an engine would: with the call, a refusal, or a crash.
struct Echo;

impl Router for Echo {
    fn call(&self, call: &Call) -> Result<Value, CommandError> {
        match call.command.as_str() {
            "echo" => Ok(call.input.clone()),
            "length" => Ok(json!(call.input.as_str().map_or(0, str::len))),
            "crash" => panic!("a fault of the program"),
            code => Err(CommandError::new(code.parse().unwrap()).with("field", "name")),
        }
    }
}

struct Running {
    address: SocketAddr,
    events: Events,
    stop: Option<oneshot::Sender<()>>,
    served: tokio::task::JoinHandle<std::io::Result<()>>,
}

async fn start(ui: &Path) -> Running {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let events = Events::new();
    let bridge =
        Bridge { router: Arc::new(Echo), events: events.clone(), token: TOKEN.to_owned(), ui: ui.to_path_buf() };
    let (stop, stopped) = oneshot::channel();
    let served = tokio::spawn(serve(listener, bridge, async {
        let _ = stopped.await;
    }));
    Running { address, events, stop: Some(stop), served }
}

struct Answer {
    status: u16,
    head: String,
    body: String,
}

/// One request with exactly these headers, over a plain socket.
async fn ask(address: SocketAddr, first: &str, headers: Vec<(&str, String)>, body: String) -> Answer {
    let mut text = format!("{first} HTTP/1.1\r\nConnection: close\r\nContent-Length: {}\r\n", body.len());
    for (name, value) in headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    text.push_str("\r\n");
    text.push_str(&body);
    tokio::task::spawn_blocking(move || {
        let mut stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        // A server that refuses early may close while the rest is still being sent.
        let _ = stream.write_all(text.as_bytes());
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        Answer {
            status: head.split(' ').nth(1).unwrap().parse().unwrap(),
            head: head.to_lowercase(),
            body: body.to_owned(),
        }
    })
    .await
    .unwrap()
}

fn host(address: SocketAddr) -> (&'static str, String) {
    ("Host", address.to_string())
}

async fn call(address: SocketAddr, command: &str, input: Value) -> Answer {
    let body = json!({ "command": command, "input": input }).to_string();
    let headers = vec![host(address), ("Authorization", format!("Bearer {TOKEN}"))];
    ask(address, "POST /api/call", headers, body).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_answered_and_a_refusal_keeps_its_code_and_facts() {
    let running = start(Path::new("nowhere")).await;
    let answer = call(running.address, "echo", json!({ "name": "Айгүл ₸" })).await;
    assert_eq!((answer.status, answer.body.as_str()), (200, r#"{"name":"Айгүл ₸"}"#));
    for (code, status) in [
        ("required", 400),
        ("not_signed_in", 401),
        ("not_permitted", 403),
        ("not_found", 404),
        ("changed_since", 409),
        ("internal", 500),
    ] {
        let answer = call(running.address, code, Value::Null).await;
        assert_eq!(answer.status, status, "{code}");
        let error: CommandError = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(error.code.as_str(), code);
        assert_eq!(error.facts["field"], "name");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_that_breaks_off_is_told_and_the_next_one_works() {
    let running = start(Path::new("nowhere")).await;
    let broken = call(running.address, "crash", Value::Null).await;
    assert_eq!(broken.status, 500);
    assert!(broken.body.contains("internal"));
    assert_eq!(call(running.address, "echo", json!(1)).await.body, "1");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_token_nobody_is_answered() {
    let running = start(Path::new("nowhere")).await;
    let body = json!({ "command": "echo", "input": 1 }).to_string();
    for headers in [
        vec![host(running.address)],
        vec![host(running.address), ("Authorization", "Bearer other".to_owned())],
        vec![host(running.address), ("Authorization", TOKEN.to_owned())],
    ] {
        let answer = ask(running.address, "POST /api/call", headers, body.clone()).await;
        assert_eq!(answer.status, 401);
        let error: CommandError = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(error.code, ErrorCode::NotSignedIn);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn other_names_and_other_origins_are_kept_out() {
    let running = start(Path::new("nowhere")).await;
    let port = running.address.port();
    let token = ("Authorization", format!("Bearer {TOKEN}"));
    let body = json!({ "command": "echo", "input": 1 }).to_string();
    let rebound = vec![("Host", format!("salon.example:{port}")), token.clone()];
    assert_eq!(ask(running.address, "POST /api/call", rebound, body.clone()).await.status, 403);
    let foreign = vec![host(running.address), ("Origin", "http://salon.example".to_owned()), token.clone()];
    assert_eq!(ask(running.address, "POST /api/call", foreign, body.clone()).await.status, 403);
    let own = vec![host(running.address), ("Origin", format!("http://127.0.0.1:{port}")), token];
    assert_eq!(ask(running.address, "POST /api/call", own, body).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_spreadsheet_fits_into_a_call_and_more_than_the_limit_does_not() {
    let running = start(Path::new("nowhere")).await;
    let sheet = "A".repeat(20 * 1024 * 1024);
    assert_eq!(call(running.address, "length", json!(sheet)).await.body, (20 * 1024 * 1024).to_string());
    let headers = vec![host(running.address), ("Authorization", format!("Bearer {TOKEN}"))];
    let too_much = "x".repeat(70 * 1024 * 1024 + 1);
    assert_eq!(ask(running.address, "POST /api/call", headers, too_much).await.status, 413);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ui_is_served_with_headers_that_keep_it_to_itself() {
    let ui = tempfile::tempdir().unwrap();
    std::fs::create_dir(ui.path().join("assets")).unwrap();
    std::fs::write(ui.path().join("index.html"), "<title>Adelante</title>").unwrap();
    std::fs::write(ui.path().join("assets").join("app-1.js"), "1").unwrap();
    let running = start(ui.path()).await;
    for path in ["/", "/?token=x", "/clients/some"] {
        let answer = ask(running.address, &format!("GET {path}"), vec![host(running.address)], String::new()).await;
        assert_eq!((answer.status, answer.body.as_str()), (200, "<title>Adelante</title>"), "{path}");
        assert!(answer.head.contains("content-security-policy: default-src 'self'"));
        assert!(answer.head.contains("frame-ancestors 'none'"));
        assert!(answer.head.contains("x-content-type-options: nosniff"));
    }
    let script = ask(running.address, "GET /assets/app-1.js", vec![host(running.address)], String::new()).await;
    assert!(script.head.contains("content-type: text/javascript") && script.head.contains("immutable"));
    for path in ["/assets/app-2.js", "/../Cargo.toml", "/%2e%2e/Cargo.toml", "/api/other"] {
        let answer = ask(running.address, &format!("GET {path}"), vec![host(running.address)], String::new()).await;
        assert_eq!(answer.status, 404, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn browsers_hear_of_commits_until_the_bridge_stops() {
    let mut running = start(Path::new("nowhere")).await;
    let address = running.address;
    let refused = tokio_tungstenite::connect_async(format!("ws://{address}/api/events?token=other")).await;
    assert!(matches!(refused, Err(tokio_tungstenite::tungstenite::Error::Http(answer)) if answer.status() == 401));

    let url = format!("ws://{address}/api/events?token={}", TOKEN.replace(' ', "%20"));
    let (mut socket, _) = tokio_tungstenite::connect_async(url).await.unwrap();
    let told = Event { kind: "stale".to_owned(), topics: vec!["clients".to_owned()], done: 0, total: 0 };
    running.events.tell(&told);
    let heard = tokio::time::timeout(Duration::from_secs(10), socket.next()).await.unwrap().unwrap().unwrap();
    assert_eq!(serde_json::from_str::<Event>(heard.to_text().unwrap()).unwrap(), told);

    running.stop.take().unwrap().send(()).unwrap();
    let ended = tokio::time::timeout(Duration::from_secs(10), running.served).await;
    assert!(ended.unwrap().unwrap().is_ok());
    while let Some(Ok(message)) = socket.next().await {
        assert!(!message.is_text());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn it_never_serves_the_network() {
    let listener = TcpListener::bind("0.0.0.0:0").await.unwrap();
    let bridge = Bridge {
        router: Arc::new(Echo),
        events: Events::new(),
        token: TOKEN.to_owned(),
        ui: Path::new("nowhere").to_path_buf(),
    };
    let refused = serve(listener, bridge, std::future::pending()).await;
    assert_eq!(refused.unwrap_err().kind(), std::io::ErrorKind::InvalidInput);
}
