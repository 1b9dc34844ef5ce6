//! The salon's rules.
