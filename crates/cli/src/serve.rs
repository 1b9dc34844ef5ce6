//! `adelante serve`: the desk in a browser on this PC.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use adelante_base::IdSource;
use adelante_base::id::SystemIds;
use adelante_bridge::{Bridge, Events, Router};
use adelante_engine::Caller;
use adelante_host::{Desk, Upkeep};
use adelante_wire::table::Call;
use adelante_wire::{CommandError, ErrorCode};
use anyhow::Context;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::arguments::Serve;
use crate::open::{options, warn_of_key_file};
use crate::output::Output;

/// A desk answers; the session in each call decides what is allowed.
struct DeskRouter(Arc<Desk>);

impl Router for DeskRouter {
    fn call(&self, call: &Call) -> Result<Value, CommandError> {
        self.0.call(call, Caller::Session)
    }
}

/// Serves until the program is told to end. The line with the address comes when it answers.
pub fn run(wanted: &Serve, output: &Output) -> anyhow::Result<()> {
    let desk = Desk::open(options(&wanted.salon, Upkeep::ByItself));
    match desk.ready() {
        // The browser shows what is wrong and restores a backup; but not another one's file.
        Err(error) if !matches!(error.code, ErrorCode::AlreadyRunning | ErrorCode::UnsafeFolder) => {
            crate::output::notice(&crate::sentence::sentence(&error));
        }
        other => other?,
    }
    warn_of_key_file(&desk);
    let events = Events::new();
    let teller = events.clone();
    desk.on_event(move |event| teller.tell(event));
    let bridge = Bridge {
        router: Arc::new(DeskRouter(Arc::clone(&desk))),
        events,
        token: token(),
        ui: wanted.ui.clone().unwrap_or_else(built_ui),
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let served = runtime.block_on(listen(wanted.port, bridge, output));
    // Commands that are being answered finish first, then what the desk does by itself.
    drop(runtime);
    desk.end_upkeep();
    served
}

async fn listen(port: u16, bridge: Bridge, output: &Output) -> anyhow::Result<()> {
    let listener =
        TcpListener::bind(("127.0.0.1", port)).await.with_context(|| format!("port {port} cannot be used"))?;
    let url = format!("http://{}/?token={}", listener.local_addr()?, bridge.token);
    let stop = told_to_end()?;
    output.answer(&json!({ "url": url }), || format!("Adelante: {url}"))?;
    Ok(adelante_bridge::serve(listener, bridge, stop).await?)
}

/// Ctrl+C, or the system asks the program to end.
#[cfg(unix)]
fn told_to_end() -> anyhow::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::unix::{SignalKind, signal};
    // Listening begins here, before anybody knows the address: no signal is missed.
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Ctrl+C, or the window is closed.
#[cfg(windows)]
fn told_to_end() -> anyhow::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::windows::{ctrl_c, ctrl_close};
    let (mut interrupt, mut close) = (ctrl_c()?, ctrl_close()?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = close.recv() => {}
        }
    })
}

/// 128 random bits, new for every start.
fn token() -> String {
    let mut bytes = [0; 16];
    SystemIds.fill(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Where the built UI lies: where ADELANTE_UI says, beside the program, or in the project's
/// folder.
fn built_ui() -> PathBuf {
    let named = std::env::var_os("ADELANTE_UI").map(PathBuf::from);
    let beside = std::env::current_exe().ok().and_then(|exe| exe.parent().map(|folder| folder.join("ui")));
    named
        .into_iter()
        .chain(beside)
        .chain([Path::new("ui").join("dist")])
        .find(|folder| folder.join("index.html").is_file())
        .unwrap_or_else(|| Path::new("ui").join("dist"))
}
