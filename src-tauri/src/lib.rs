//! The desktop shell: a window around the engine. Composition only.

/// Opens the window and runs until it is closed.
pub fn run() {
    tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![call])
        .run(tauri::generate_context!())
        .expect("the window could not be opened");
}

#[tauri::command]
fn call() {}
