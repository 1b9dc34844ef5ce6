//! The desktop shell: a window around the desk. Composition only.
//!
//! Begin with [`run`]: it opens the salon's file and the window at the same time, and answers
//! the window's one entry, `call`, from the desk. Events go to the window as `adelante-event`.
//!
//! This crate must not know: rules, SQL, files of a salon. Everything it does is a few lines
//! over [`adelante_host::Desk`].

mod desk;
mod window;

use tauri::{Manager, RunEvent};

use crate::desk::DeskHandle;

/// Opens the window and runs until it is closed. Returns the program's exit code.
#[must_use]
pub fn run() -> i32 {
    window::prepare_display();
    let mut builder = tauri::Builder::default();
    if desk::is_the_usual_salon() && window::has_session_bus() {
        // A second start shows the first one's window. A named file has its own lock.
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, _arguments, _folder| window::focus(app)));
    }
    let app = builder
        .invoke_handler(tauri::generate_handler![desk::call])
        .setup(|app| {
            let handle = DeskHandle::default();
            app.manage(handle.clone());
            desk::open(app.handle(), &handle)?;
            window::open(app)?;
            desk::retitle(app.handle(), &handle);
            Ok(())
        })
        .build(tauri::generate_context!());
    match app {
        Ok(app) => app.run_return(|app, event| {
            if let RunEvent::Exit = event {
                // Lets a call that is running finish, then closes the file.
                app.state::<DeskHandle>().close();
            }
        }),
        Err(error) => {
            eprintln!("adelante: the window could not be opened: {error}");
            1
        }
    }
}
