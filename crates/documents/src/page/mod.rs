//! Paper: fonts, wrapping, drawing from the top, and the PDF around it.

pub(crate) mod blocks;
pub(crate) mod canvas;
pub(crate) mod flow;
pub(crate) mod font;
pub(crate) mod pdf;
pub(crate) mod plain;
pub(crate) mod qr;
pub(crate) mod text;
