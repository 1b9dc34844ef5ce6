//! `adelante serve`, started, asked and killed.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};

use serde_json::{Value, json};

use crate::http::Bridge;
use crate::program;

/// The PIN of a demo salon's owner.
const DEMO_PIN: &str = "2580";

/// A running `adelante serve`. Killed when it goes out of scope.
pub struct Server {
    child: Child,
    bridge: Bridge,
}

impl Server {
    /// Starts the program on a salon's file; it may be killed before it is ready.
    #[must_use]
    pub fn spawn(file: &Path) -> Child {
        let complaints = File::options().create(true).append(true).open(file.with_extension("stderr")).unwrap();
        let mut command = program::command();
        command.args(["--json", "serve", "--no-keychain", "--db"]).arg(file);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(complaints).spawn().unwrap()
    }

    /// Starts the program and waits until it says ready.
    ///
    /// # Panics
    /// Where it ends without.
    #[must_use]
    pub fn start(file: &Path) -> Self {
        let mut child = Self::spawn(file);
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let said: Value = serde_json::from_str(&line).unwrap_or_else(|_| {
            let status = child.wait().unwrap();
            let complaints = std::fs::read_to_string(file.with_extension("stderr")).unwrap_or_default();
            panic!("the program did not become ready ({status}): {complaints}")
        });
        let url = said["url"].as_str().unwrap();
        let (address, token) = url.trim_start_matches("http://").split_once("/?token=").unwrap();
        let bridge = Bridge { address: address.parse().unwrap(), token: token.to_owned(), session: None };
        Self { child, bridge }
    }

    /// Whom to ask.
    #[must_use]
    pub const fn bridge(&self) -> &Bridge {
        &self.bridge
    }

    /// Signs the demo salon's owner in.
    pub fn sign_in(&mut self) {
        let state = self.bridge.ask("get_app_state", &json!({}));
        let users = state["users"].as_array().unwrap_or_else(|| panic!("nobody to sign in: {state}"));
        let owner = users.iter().find(|user| user["role"] == "owner").expect("a demo salon has an owner");
        let session = self.bridge.ask("login", &json!({ "staff_id": owner["staff_id"], "pin": DEMO_PIN }));
        self.bridge.session = Some(session["session_id"].as_str().unwrap().to_owned());
    }

    /// SIGKILL; on Windows `TerminateProcess`. Returns when it is gone.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may be gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
