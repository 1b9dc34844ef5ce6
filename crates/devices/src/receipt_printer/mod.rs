//! A receipt printer that is spoken to directly, in ESC/POS: over the network or at a port of
//! this PC. It prints at once, cuts, and opens the drawer that hangs on it.
//!
//! [`Ticket`] makes the bytes, [`Port`] carries them. The format is a handful of commands (Epson's
//! ESC/POS Application Programming Guide), so they are written here and read back by the tests.

mod letters;
mod port;
mod ticket;

pub use letters::Letters;
pub use port::Port;
pub use ticket::{Piece, Ticket, drawer_kick};
