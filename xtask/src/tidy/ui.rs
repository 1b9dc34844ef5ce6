//! The user interface reaches the engine through `ui/src/api` only.

use super::tree::Tree;

const DOOR: &str = "ui/src/api/";
/// What only the door may say.
const BANNED: &[&str] = &["invoke(", "fetch(", "@tauri-apps/api", "new WebSocket("];

/// Finds calls past the door, and markup that trusts text.
pub fn check(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    for file in tree.below("ui/src/", &["ts", "svelte", "js"]) {
        for (number, line) in file.lines() {
            let past = BANNED.iter().find(|word| says(line, word)).filter(|_| !file.path.starts_with(DOOR));
            if let Some(word) = past {
                found.push(format!("{}:{number}: `{word}` belongs to {DOOR}", file.path));
            }
            if line.contains("{@html") {
                found.push(format!("{}:{number}: {{@html}} would run what a client typed", file.path));
            }
        }
    }
    found
}

/// Whether the line has the word and not only as the end of a longer one (`prefetch(`).
fn says(line: &str, word: &str) -> bool {
    line.match_indices(word)
        .any(|(at, _)| !line[..at].ends_with(|letter: char| letter.is_alphanumeric() || letter == '_'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(path: &str, text: &str) -> usize {
        check(&Tree::of(&[(path, text)])).len()
    }

    #[test]
    fn a_call_past_the_door_is_found() {
        assert_eq!(complaints("ui/src/features/clients/List.svelte", "await invoke('call', x)"), 1);
        assert_eq!(complaints("ui/src/core/money.ts", "const a = fetch('/x')"), 1);
        assert_eq!(complaints("ui/src/api/tauri.ts", "invoke('call')"), 0);
        assert_eq!(complaints("ui/src/core/a.ts", "refetch(); prefetch(x)"), 0);
        assert_eq!(complaints("ui/src/kit/A.svelte", "{@html note}"), 1);
    }
}
