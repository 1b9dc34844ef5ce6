//! The window, driven as a person drives it: by what can be seen, pressed and typed.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use base64::Engine;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use serde_json::{Value, json};

/// Longer than anything here may take, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);
const PACE: Duration = Duration::from_millis(40);

/// The program and the driver that holds it.
pub struct Window {
    driver: Child,
    client: Client,
    folder: PathBuf,
}

impl Window {
    /// Opens the salon of this folder; a new folder has none.
    ///
    /// # Panics
    /// Where a tool is missing, saying how to get it.
    pub async fn open(folder: &Path) -> Self {
        let program = program();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}")).arg("--host=127.0.0.1").stdout(Stdio::null()).stderr(Stdio::null());
        command.env("TAURI_WEBVIEW_AUTOMATION", "true").env("LC_ALL", "C.UTF-8").env("LANG", "ru_RU.UTF-8");
        command.env("ADELANTE_DB", folder.join("salon.db")).env("ADELANTE_KEY_FILE", folder.join("chosen.key"));
        command.env_remove("DBUS_SESSION_BUS_ADDRESS");
        let home = [
            ("HOME", "home"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_CACHE_HOME", "cache"),
            ("XDG_RUNTIME_DIR", "run"),
        ];
        for (name, part) in home {
            fs::create_dir_all(folder.join(part)).unwrap();
            command.env(name, folder.join(part));
        }
        let driver = command.spawn().expect("the driver is missing: apt-get install webkit2gtk-driver xvfb xauth");
        let client = connect(port, &program).await;
        Self { driver, client, folder: folder.to_owned() }
    }

    /// Ends the program and the driver. The driver is asked, not killed: its child would stay.
    pub async fn close(mut self) {
        let children = Command::new("pgrep").args(["-P", &self.driver.id().to_string()]).output().unwrap();
        self.client.clone().close().await.unwrap();
        // Ending the session leaves the program running: it is killed, as a power cut would.
        for program in String::from_utf8_lossy(&children.stdout).split_whitespace() {
            Command::new("kill").args(["-9", program]).status().unwrap();
        }
        Command::new("kill").arg(self.driver.id().to_string()).status().unwrap();
        self.driver.wait().unwrap();
        self.program_has_ended().await;
    }

    /// Waits until the program has let go of the salon: it holds the lock while it runs.
    async fn program_has_ended(&self) {
        let lock = fs::File::open(self.folder.join("salon.db.lock")).unwrap();
        let patience = Instant::now() + Duration::from_secs(20);
        while lock.try_lock().is_err() {
            assert!(Instant::now() < patience, "the program still holds the salon after it was closed");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Goes to an address of the desk.
    pub async fn go(&self, address: &str) {
        self.run("window.location.hash = arguments[0]", json!([format!("#/{address}")])).await;
    }

    /// Waits for an element.
    pub async fn see(&self, css: &str) {
        self.until(css, "return document.querySelector(arguments[0]) !== null", json!([css])).await;
    }

    /// Waits for an element of this kind with this text.
    pub async fn see_text(&self, css: &str, text: &str) {
        self.until(text, &format!("{FIND} return find(arguments) !== undefined"), json!([css, text])).await;
    }

    /// Waits for a picture that has been drawn.
    pub async fn see_picture(&self, css: &str) {
        let drawn = "const one = document.querySelector(arguments[0]); return one !== null && one.naturalWidth > 300";
        self.until(css, drawn, json!([css])).await;
    }

    /// Waits until the field of this name has the focus.
    pub async fn focused_label(&self, name: &str) {
        let script = "const one = document.activeElement; \
            const name = one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent ?? ''; \
            return name.trim().startsWith(arguments[0])";
        self.until(name, script, json!([name])).await;
    }

    /// Presses what bears this text, as soon as it can be pressed.
    pub async fn press(&self, css: &str, text: &str) {
        let script = format!(
            "{FIND} const one = find(arguments); if (!one || one.disabled) return false; one.click(); return true"
        );
        self.until(text, &script, json!([css, text])).await;
    }

    /// Waits until this is no longer there.
    pub async fn gone(&self, css: &str) {
        self.until(css, "return !document.querySelector(arguments[0])", json!([css])).await;
    }

    /// Types into the field of this name.
    pub async fn fill(&self, name: &str, text: &str) {
        let script = "const label = [...document.querySelectorAll('label')].find((one) => one.textContent.trim().startsWith(arguments[0])); \
            const field = label?.control ?? document.querySelector(`input[aria-label=\"${arguments[0]}\"]`); \
            if (!field) return false; field.focus(); return true";
        self.until(name, script, json!([name])).await;
        self.type_keys(text).await;
    }

    /// Types where the focus is.
    pub async fn type_keys(&self, keys: &str) {
        self.client.active_element().await.unwrap().send_keys(keys).await.unwrap();
    }

    /// What an element says, as soon as it says something.
    pub async fn text(&self, css: &str) -> String {
        let script = "const text = document.querySelector(arguments[0])?.textContent?.trim(); return text || null";
        self.until(css, script, json!([css])).await.as_str().unwrap().to_owned()
    }

    /// Gives the file field of the screen a file.
    pub async fn give_file(&self, file: &Path) {
        self.see("input[type=file]").await;
        let bytes = base64::engine::general_purpose::STANDARD.encode(fs::read(file).unwrap());
        let script = "const bytes = Uint8Array.from(atob(arguments[0]), (letter) => letter.charCodeAt(0)); \
            const box = new DataTransfer(); box.items.add(new File([bytes], arguments[1])); \
            const field = document.querySelector('input[type=file]'); field.files = box.files; \
            field.dispatchEvent(new Event('change', { bubbles: true }))";
        self.run(script, json!([bytes, file.file_name().unwrap().to_str()])).await;
    }

    async fn run(&self, script: &str, arguments: Value) -> Value {
        let Value::Array(arguments) = arguments else { unreachable!("arguments are a list") };
        self.client.execute(script, arguments).await.unwrap()
    }

    /// Asks until the answer is neither false nor nothing.
    async fn until(&self, what: &str, script: &str, arguments: Value) -> Value {
        let start = Instant::now();
        loop {
            let answer = self.run(script, arguments.clone()).await;
            if !matches!(answer, Value::Null | Value::Bool(false)) {
                return answer;
            }
            assert!(
                start.elapsed() < PATIENCE,
                "not in the window: {what}\n{}",
                self.run("return document.body.innerText", json!([])).await
            );
            tokio::time::sleep(PACE).await;
        }
    }
}

/// The first element of a kind that bears a text and can be seen.
const FIND: &str = "const find = ([css, text]) => [...document.querySelectorAll(css)].find((one) => \
    (one.textContent.trim().startsWith(text) || one.textContent.includes(text)) && one.getClientRects().length > 0);";

/// The window's program.
fn program() -> PathBuf {
    let named = std::env::var_os("ADELANTE_APP").map(PathBuf::from);
    let beside = std::env::current_exe().ok().and_then(|exe| Some(exe.parent()?.parent()?.join("adelante-desktop")));
    named
        .into_iter()
        .chain(beside)
        .find(|file| file.is_file())
        .expect("the window is not built: cargo build --profile ci -p adelante --features custom-protocol, or name it in ADELANTE_APP")
}

/// A session with the program, as soon as the driver listens.
async fn connect(port: u16, program: &Path) -> Client {
    let options = json!({ "webkitgtk:browserOptions": { "binary": program, "args": [] } });
    let Value::Object(capabilities) = options else { unreachable!("capabilities are an object") };
    let capabilities: Capabilities = capabilities;
    let start = Instant::now();
    loop {
        let mut builder = ClientBuilder::new(hyper_util::client::legacy::connect::HttpConnector::new());
        match builder.capabilities(capabilities.clone()).connect(&format!("http://127.0.0.1:{port}")).await {
            Ok(client) => return client,
            Err(error) => assert!(start.elapsed() < PATIENCE, "no session with the window: {error}"),
        }
        tokio::time::sleep(PACE).await;
    }
}
