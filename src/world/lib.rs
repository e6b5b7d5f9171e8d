//! The deterministic machine that programs run on: clock, contexts, devices.
