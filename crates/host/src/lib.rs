//! What every desk program does around the engine.
