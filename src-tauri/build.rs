//! Makes the window's permissions and embeds the web UI into the program.

use std::path::Path;

fn main() {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=tauri.conf.json");
    // A checkout where the UI was not built yet must still compile (`cargo clippy`, tests of
    // other parts). The window of such a build is empty; `cargo xtask run` builds the UI first.
    if !Path::new("ui/dist").exists() {
        std::fs::create_dir_all("ui/dist").expect("cannot make the folder ui/dist");
    }
    let commands =
        tauri_build::AppManifest::new().commands(&["call"]).permissions_path_pattern("./src-tauri/permissions/**/*");
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("./src-tauri/capabilities/**/*")
        .app_manifest(commands);
    tauri_build::try_build(attributes).expect("the desktop shell's configuration is wrong");
}
