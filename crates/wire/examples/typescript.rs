//! Prints the TypeScript contract; `cargo xtask codegen` writes it where the UI reads it.
#![expect(clippy::print_stdout, reason = "printing is what it is for")]

fn main() {
    print!("{}", adelante_wire::typescript::file());
}
