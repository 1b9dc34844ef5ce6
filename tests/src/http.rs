//! The bridge as a browser speaks to it, by hand: a test that kills the other side must know
//! whether its request had left in full and whether any of the answer came.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::{Value, json};

/// Longer than any answer may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// Where a bridge answers, and who asks.
#[derive(Debug, Clone)]
pub struct Bridge {
    /// Its address.
    pub address: SocketAddr,
    /// Its token.
    pub token: String,
    /// The session of who is signed in.
    pub session: Option<String>,
}

/// An answer that came whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// HTTP's status.
    pub status: u16,
    /// The output, or the refusal.
    pub body: Value,
}

/// No answer came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// The request did not leave in full: nobody was there to take it.
    BeforeSent,
    /// The request had left; the answer did not come.
    AfterSent,
}

impl Bridge {
    /// Calls a command of the router.
    ///
    /// # Errors
    /// The other side was gone.
    pub fn call(&self, command: &str, input: &Value, request_id: Option<&str>) -> Result<Answer, Broken> {
        let call = json!({ "command": command, "input": input, "request_id": request_id, "session_id": self.session });
        let body = call.to_string();
        let Self { address, token, .. } = self;
        let head = format!(
            "POST /api/call HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {token}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            body.len()
        );
        let mut stream = TcpStream::connect(address).map_err(|_| Broken::BeforeSent)?;
        stream.set_read_timeout(Some(PATIENCE)).map_err(|_| Broken::BeforeSent)?;
        stream.set_nodelay(true).map_err(|_| Broken::BeforeSent)?;
        stream.write_all((head + &body).as_bytes()).map_err(|_| Broken::BeforeSent)?;
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).map_err(|_| Broken::AfterSent)?;
        whole_answer(&bytes).ok_or(Broken::AfterSent)
    }

    /// Asks, and wants an answer that is no refusal.
    ///
    /// # Panics
    /// Where it does not come.
    #[must_use]
    pub fn ask(&self, command: &str, input: &Value) -> Value {
        let answer = self.call(command, input, None).unwrap_or_else(|broken| panic!("{command}: {broken:?}"));
        assert_eq!(answer.status, 200, "{command}: {}", answer.body);
        answer.body
    }
}

/// The answer, if it is there to its last byte.
fn whole_answer(bytes: &[u8]) -> Option<Answer> {
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&bytes[..end]).ok()?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let length = head
        .lines()
        .find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length:")?.trim().parse::<usize>().ok())?;
    let body = bytes.get(end + 4..end + 4 + length)?;
    Some(Answer { status, body: serde_json::from_slice(body).ok()? })
}
