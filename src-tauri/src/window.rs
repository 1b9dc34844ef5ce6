//! The window: its size, what it may open, where its downloads go, keys that would lose work.

use std::path::{Path, PathBuf};

use adelante_wire::table::Event;
use tauri::webview::DownloadEvent;
use tauri::{App, AppHandle, Emitter, Manager, Url, WebviewUrl, WebviewWindowBuilder};

const LABEL: &str = "main";

/// Keys that make a web view reload, go back, print its page or open its own tools. The page's
/// own use of them is not touched.
const KEEP_KEYS: &str = r"
addEventListener('keydown', (event) => {
  const key = event.key;
  const command = event.ctrlKey || event.metaKey;
  const reload = key === 'F5' || (command && (key === 'r' || key === 'R'));
  const away = event.altKey && (key === 'ArrowLeft' || key === 'ArrowRight');
  const own = key === 'F3' || key === 'F7' || key === 'F12' || (command && (key === 'p' || key === 'P'));
  if (reload || away || own) event.preventDefault();
}, { capture: true });
";

/// Opens the window with the web UI.
pub(crate) fn open(app: &App) -> tauri::Result<()> {
    let downloads = app.path().download_dir().or_else(|_| app.path().home_dir())?;
    let handle = app.handle().clone();
    let mut window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("Adelante")
        .inner_size(1366.0, 768.0)
        .min_inner_size(1024.0, 640.0)
        .center()
        .on_navigation(is_our_page)
        .on_download(move |_webview, event| {
            match event {
                DownloadEvent::Requested { destination, .. } => *destination = free_name(&downloads, destination),
                DownloadEvent::Finished { path: Some(path), success: true, .. } => tell_saved(&handle, &path),
                _ => {}
            }
            true
        });
    if !cfg!(debug_assertions) {
        window = window.initialization_script(KEEP_KEYS);
    }
    window.build().map(|_| ())
}

/// Shows the window of a program that runs already.
pub(crate) fn focus(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(LABEL) {
        // A window manager may refuse; then the person finds it in the task bar.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// The salon's name first: that is what a task bar shows of it.
pub(crate) fn set_title(app: &AppHandle, salon: &str) {
    let title = if salon.is_empty() { "Adelante".to_owned() } else { format!("{salon} – Adelante") };
    if let Some(window) = app.get_webview_window(LABEL) {
        let _ = window.set_title(&title);
    }
}

/// WebKitGTK draws nothing on NVIDIA's driver with its DMA-BUF renderer. The variable must be
/// there before the program begins, so the program starts itself again.
#[cfg(target_os = "linux")]
pub(crate) fn prepare_display() {
    use std::os::unix::process::CommandExt;
    const VARIABLE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if Path::new("/proc/driver/nvidia/version").exists()
        && std::env::var_os(VARIABLE).is_none()
        && let Ok(program) = std::env::current_exe()
    {
        let error = std::process::Command::new(program).args(std::env::args_os().skip(1)).env(VARIABLE, "1").exec();
        eprintln!("adelante: cannot start again for the NVIDIA driver: {error}");
    }
}

/// Only Linux needs it.
#[cfg(not(target_os = "linux"))]
pub(crate) fn prepare_display() {}

/// Whether two starts can find each other; on Linux that goes over the session bus.
pub(crate) fn has_session_bus() -> bool {
    !cfg!(target_os = "linux")
        || std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some_and(|address| !address.is_empty())
}

/// The window shows the UI and nothing else.
fn is_our_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" | "blob" | "about" => true,
        "http" | "https" => match url.host_str() {
            Some("tauri.localhost") => true,
            // The development server.
            Some("localhost") => cfg!(debug_assertions),
            _ => false,
        },
        _ => false,
    }
}

/// A name in the folder of downloads that no file has yet: `K1-000123 (2).pdf`.
fn free_name(folder: &Path, proposed: &Path) -> PathBuf {
    let name = proposed.file_name().unwrap_or_else(|| "adelante".as_ref());
    let (stem, ending) = (Path::new(name).file_stem().unwrap_or(name), Path::new(name).extension());
    let mut path = folder.join(name);
    let mut number = 2;
    while path.exists() {
        let mut next = stem.to_os_string();
        next.push(format!(" ({number})"));
        if let Some(ending) = ending {
            next.push(".");
            next.push(ending);
        }
        path = folder.join(next);
        number += 1;
    }
    path
}

/// Tells the window where a file went.
fn tell_saved(app: &AppHandle, path: &Path) {
    let topics = vec![path.display().to_string()];
    let event = Event { kind: "file_saved".to_owned(), topics, done: 0, total: 0 };
    let _ = app.emit("adelante-event", event);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_opens_nothing_but_the_ui() {
        let opens = |url: &str| is_our_page(&Url::parse(url).unwrap());
        assert!(opens("tauri://localhost/"));
        assert!(opens("http://tauri.localhost/index.html"));
        assert!(!opens("https://example.com/"));
        assert!(!opens("file:///etc/passwd"));
        assert!(!opens("http://tauri.localhost.example.com/"));
    }

    #[test]
    fn a_download_never_overwrites_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let proposed = Path::new("/anywhere/K1-000123.pdf");
        let first = free_name(folder.path(), proposed);
        assert_eq!(first, folder.path().join("K1-000123.pdf"));
        std::fs::write(&first, "").unwrap();
        assert_eq!(free_name(folder.path(), proposed), folder.path().join("K1-000123 (2).pdf"));
    }
}
