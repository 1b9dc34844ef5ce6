//! The program that the receptionist starts.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    adelante_desk::run();
}
