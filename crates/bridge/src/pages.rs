//! The web UI's files, from a folder.

use std::path::{Component, Path, PathBuf};

use axum::extract::State;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};

use crate::Shared;

const NOT_BUILT: &str = "The web UI is not built yet: run `npm ci` and `npm run build` in the folder ui, \
                         or start with `cargo xtask run --browser`, which does.\n";

/// A file of the UI; the start page for every other address, which the UI reads itself.
pub(crate) async fn page(State(shared): State<Shared>, uri: Uri) -> Response {
    let Some(inside) = inside(uri.path()) else { return StatusCode::NOT_FOUND.into_response() };
    let asked = shared.ui.join(&inside);
    if !inside.as_os_str().is_empty()
        && let Ok(bytes) = tokio::fs::read(&asked).await
    {
        // The build puts a hash of the content into these names.
        let keep = if inside.starts_with("assets") { "public, max-age=31536000, immutable" } else { "no-cache" };
        return ([(header::CONTENT_TYPE, media_type(&inside)), (header::CACHE_CONTROL, keep)], bytes).into_response();
    }
    if inside.extension().is_some() {
        return StatusCode::NOT_FOUND.into_response();
    }
    match tokio::fs::read(shared.ui.join("index.html")).await {
        Ok(bytes) => ([(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")], bytes)
            .into_response(),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, NOT_BUILT).into_response(),
    }
}

/// The path inside the folder; `None` for one that leaves it or hides something.
fn inside(path: &str) -> Option<PathBuf> {
    if path.contains(['%', '\\', ':']) {
        return None;
    }
    let path = Path::new(path.trim_start_matches('/'));
    path.components()
        .all(|part| matches!(part, Component::Normal(name) if !name.to_string_lossy().starts_with('.')))
        .then(|| path.to_path_buf())
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" | "webmanifest" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_inside_the_folder() {
        assert_eq!(inside("/"), Some(PathBuf::new()));
        assert_eq!(inside("/assets/app.js"), Some(PathBuf::from("assets/app.js")));
        for outside in ["/../secret", "/a/../../b", "/%2e%2e/secret", r"/..\secret", "/c:/x", "/.env", "/a/.git/x"] {
            assert_eq!(inside(outside), None, "{outside}");
        }
    }
}
