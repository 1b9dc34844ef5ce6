//! `POST /api/call` and `GET /api/events`.

use adelante_wire::table::{Call, Event};
use adelante_wire::{CommandError, ErrorCode};
use axum::Json;
use axum::body::Bytes;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use tokio::sync::broadcast::error::RecvError;

use crate::Shared;

/// Answers a command: 200 with its output, or a status and a [`CommandError`].
pub(crate) async fn call(State(shared): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let token = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "));
    if !token.is_some_and(|token| shared.guard.knows(token)) {
        return refusal(&wrong_token());
    }
    // Parsed by hand: a refusal has the contract's form, and the media type does not matter.
    let Ok(call) = serde_json::from_slice::<Call>(&body) else {
        return refusal(&CommandError::new(ErrorCode::BadInput).with("detail", "the body is not a call"));
    };
    let router = shared.router.clone();
    match tokio::task::spawn_blocking(move || router.call(&call)).await {
        Ok(Ok(output)) => Json(output).into_response(),
        Ok(Err(error)) => refusal(&error),
        Err(_) => refusal(&CommandError::new(ErrorCode::Internal).with("detail", "the command broke off")),
    }
}

/// No such address under `/api`.
pub(crate) async fn unknown() -> Response {
    refusal(&CommandError::new(ErrorCode::NotFound).with("what", "address"))
}

#[derive(Deserialize)]
pub(crate) struct EventQuery {
    #[serde(default)]
    token: String,
}

/// A WebSocket on which every commit is told. Browsers cannot send headers with it, so the
/// token is in the query.
pub(crate) async fn events(
    State(shared): State<Shared>,
    Query(query): Query<EventQuery>,
    upgrade: WebSocketUpgrade,
) -> Response {
    if !shared.guard.knows(&query.token) {
        return refusal(&wrong_token());
    }
    // Subscribed before the browser hears that it is connected: nothing falls between.
    let events = shared.events.0.subscribe();
    upgrade.on_upgrade(move |socket| tell(socket, events, shared))
}

async fn tell(mut socket: WebSocket, mut events: tokio::sync::broadcast::Receiver<Event>, shared: Shared) {
    let mut stopped = shared.stopped;
    loop {
        tokio::select! {
            event = events.recv() => {
                let event = match event {
                    Ok(event) => event,
                    Err(RecvError::Lagged(_)) => everything_is_stale(),
                    Err(RecvError::Closed) => break,
                };
                let Ok(text) = serde_json::to_string(&event) else { break };
                if socket.send(Message::text(text)).await.is_err() {
                    break;
                }
            }
            said = socket.recv() => match said {
                Some(Ok(Message::Close(_)) | Err(_)) | None => break,
                Some(Ok(_)) => {}
            },
            _ = stopped.changed() => break,
        }
    }
}

/// For a browser that fell behind.
fn everything_is_stale() -> Event {
    let topics = [
        "clients",
        "staff",
        "services",
        "salon",
        "appointments",
        "schedule",
        "waitlist",
        "products",
        "money",
        "history",
    ];
    Event { kind: "stale".to_owned(), topics: topics.map(str::to_owned).to_vec(), done: 0, total: 0 }
}

fn wrong_token() -> CommandError {
    CommandError::new(ErrorCode::NotSignedIn).with("token", "wrong")
}

fn refusal(error: &CommandError) -> Response {
    (status(error.code), Json(error)).into_response()
}

/// The HTTP status that says the same as the code.
fn status(code: ErrorCode) -> StatusCode {
    use ErrorCode as E;
    match code {
        E::NotSignedIn | E::WrongPin | E::WrongRecoveryCode => StatusCode::UNAUTHORIZED,
        E::NotPermitted | E::TooManyTries => StatusCode::FORBIDDEN,
        E::NotFound => StatusCode::NOT_FOUND,
        E::RequestIdReused
        | E::StaffBusy
        | E::BadStatus
        | E::HasMoney
        | E::NoShift
        | E::ShiftOpen
        | E::ShiftClosed
        | E::AlreadyVoided
        | E::NothingToUndo
        | E::CannotUndo
        | E::ChangedSince
        | E::StillUsed
        | E::AlreadyRunning
        | E::NotInPractice => StatusCode::CONFLICT,
        E::Damaged | E::WrongKey | E::UnsafeFolder | E::TooNew | E::DiskFull | E::Internal => {
            StatusCode::INTERNAL_SERVER_ERROR
        }
        _ => StatusCode::BAD_REQUEST,
    }
}
