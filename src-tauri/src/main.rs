//! The program that the receptionist starts.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    match adelante_desk::run() {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}
