//! The real window on a screen of its own: wizard, import, booking, split payment, receipt,
//! and after a restart everything is there.
//!
//! Needs `xvfb-run` around it and `WebKitWebDriver`; the window's program is where
//! `ADELANTE_APP` says. Begin with [`window::Window`].
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test that cannot do its work must fail")]

mod window;
mod words;

use std::path::PathBuf;

use window::Window;
use words::word;

const PIN: &str = "9173";
const ENTER: &str = "\u{E007}";
const F2: &str = "\u{E032}";

#[tokio::test]
async fn a_first_day_at_the_desk_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let window = Window::open(folder.path()).await;
    set_up(&window).await;
    let imported = bring_clients(&window).await;
    book(&window).await;
    let receipt = pay_by_two_methods(&window).await;
    window.close().await;

    let window = Window::open(folder.path()).await;
    window.see("[role=group].pin").await;
    window.type_keys(PIN).await;
    window.type_keys(ENTER).await;
    window.see_text("h1", &word("shell_calendar")).await;
    window.go("sales?span=all").await;
    window.see_text("[role=row]", &receipt).await;
    window.go("clients").await;
    window.see_text("header", &imported).await;
    window.close().await;
}

/// Through the wizard, from the language to the open calendar.
async fn set_up(window: &Window) {
    let next = word("common_next");
    window.press("label", "Русский").await;
    window.press("button", &next).await;
    window.see_text("h2", &word("onboarding_salon_title")).await;
    window.press("button", &next).await;
    window.see_text("h2", &word("onboarding_owner_title")).await;
    for (label, text) in [("onboarding_owner_name", "Ольга Ким"), ("login_new_pin", PIN), ("login_repeat_pin", PIN)]
    {
        window.fill(&word(label), text).await;
    }
    window.press("button", &next).await;
    window.press("label", &word("login_sheet_kept")).await;
    window.press("button", &word("login_sheet_continue")).await;
    window.see_text("h2", &word("onboarding_hours_title")).await;
    window.press("button", &next).await;
    window.see_text("h2", &word("onboarding_staff_title")).await;
    window.fill(&word("onboarding_staff_name"), "Айгуль Омарова").await;
    window.press("button", &next).await;
    window.see_text("h2", &word("onboarding_services_title")).await;
    window.press("button", &next).await;
    window.press("button", &word("onboarding_done_calendar")).await;
    window.see_text("h1", &word("shell_calendar")).await;
}

/// A salon's messy list; answers what the list of clients says of its length.
async fn bring_clients(window: &Window) -> String {
    let file =
        PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap()).join("fixtures/clients/yclients_like_1.xlsx");
    window.go("import").await;
    window.give_file(&file).await;
    window.press("button", &word("import_run_action")).await;
    window.see_text("button", &word("import_undo")).await;
    window.go("clients").await;
    window.see("[role=rowgroup] [role=row]").await;
    window.text("header.top .count, header.top .muted").await
}

/// The first client who is found, the first service, the first free time.
async fn book(window: &Window) {
    window.go("calendar").await;
    window.press("button", &word("calendar_new")).await;
    window.see("input[role=combobox]:focus").await;
    window.type_keys("а").await;
    window.see("[role=option][aria-selected=true]").await;
    window.type_keys(ENTER).await;
    window.focused_label(&word("booking_service")).await;
    window.type_keys("ман").await;
    window.type_keys(ENTER).await;
    window.press("button", &word("booking_save")).await;
    window.see("[data-card]:focus").await;
}

/// A part on the first method, the rest on the second; answers the receipt's number.
async fn pay_by_two_methods(window: &Window) -> String {
    window.type_keys("p").await;
    window.see_text("h1", &word("checkout_title")).await;
    window.press("#open-shift", "").await;
    window.gone("#open-shift").await;
    window.see(".payment input:focus").await;
    window.type_keys("1000").await;
    window.type_keys(F2).await;
    window.see(".payment + .payment input:focus").await;
    window.see_text(".result", &word("checkout_allocated")).await;
    window.type_keys(ENTER).await;
    window.see_text("h2", &word("checkout_done")).await;
    window.see_picture(".paper img").await;
    let number = window.text(".done p").await;
    number.rsplit(' ').next().unwrap().to_owned()
}
