//! HTTP and WebSocket over the router, on this PC only: the desk in a browser, and tests that
//! drive the real engine through a real browser.
//!
//! Begin with [`serve`]: `POST /api/call` answers a command, `GET /api/events` tells what is
//! stale, everything else is the web UI's files. [`guard`] keeps other web pages out.
//!
//! This crate must not know: the engine, files of a salon, sessions. It is handed a [`Router`]
//! and passes calls on; the cloud hosts it with another one.

mod api;
pub mod guard;
mod pages;

use std::future::Future;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use adelante_wire::CommandError;
use adelante_wire::table::{Call, Event};
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use axum::routing::{get, post};
use tokio::net::TcpListener;
use tokio::sync::{broadcast, watch};

use crate::guard::Guard;

/// The largest body of a call: a spreadsheet of 50 MB in base64, with room.
const BODY_LIMIT: usize = 70 * 1024 * 1024;

/// Events that a slow browser may fall behind before it is told that everything is stale.
const EVENTS_KEPT: usize = 256;

/// Answers commands. Called on threads that may wait.
pub trait Router: Send + Sync + 'static {
    /// Answers a command of the table.
    ///
    /// # Errors
    /// What the command refuses with.
    fn call(&self, call: &Call) -> Result<serde_json::Value, CommandError>;
}

/// Where hosts put events for the browsers.
#[derive(Clone, Debug)]
pub struct Events(broadcast::Sender<Event>);

impl Events {
    /// A channel with no browser on it yet.
    #[must_use]
    pub fn new() -> Self {
        Self(broadcast::Sender::new(EVENTS_KEPT))
    }

    /// Tells every browser. Returns at once.
    pub fn tell(&self, event: &Event) {
        // That no browser listens is no error.
        let _ = self.0.send(event.clone());
    }
}

impl Default for Events {
    fn default() -> Self {
        Self::new()
    }
}

/// What a bridge serves.
pub struct Bridge {
    /// Answers the commands.
    pub router: Arc<dyn Router>,
    /// Tells the browsers what is stale.
    pub events: Events,
    /// Everyone who calls must know it. Made anew for every start.
    pub token: String,
    /// Folder of the built web UI.
    pub ui: PathBuf,
}

/// What every request handler shares.
#[derive(Clone)]
struct Shared {
    router: Arc<dyn Router>,
    events: Events,
    guard: Arc<Guard>,
    ui: Arc<PathBuf>,
    stopped: watch::Receiver<bool>,
}

/// Serves until `stop` comes, then lets running calls finish.
///
/// # Errors
/// `listener` is not bound to this PC alone, or what the system says.
pub async fn serve(
    listener: TcpListener,
    bridge: Bridge,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let address = listener.local_addr()?;
    if !address.ip().is_loopback() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "the bridge serves this PC only"));
    }
    let (stopping, stopped) = watch::channel(false);
    let guard = Arc::new(Guard::new(address.port(), &bridge.token));
    let shared =
        Shared { router: bridge.router, events: bridge.events, guard: guard.clone(), ui: Arc::new(bridge.ui), stopped };
    let app = axum::Router::new()
        .route("/api/call", post(api::call))
        .route("/api/events", get(api::events))
        .route("/api/{*other}", axum::routing::any(api::unknown))
        .fallback(get(pages::page))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(middleware::from_fn_with_state(guard, guard::check))
        .with_state(shared);
    axum::serve(listener, app)
        .with_graceful_shutdown(async move {
            stop.await;
            let _ = stopping.send(true);
        })
        .await
}
