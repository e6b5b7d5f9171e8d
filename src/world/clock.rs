//! The virtual clock: it stands still while code runs.

use std::cell::Cell;

/// Wall-clock time of the start of every run: 2024-01-01 00:00:00 UTC, in
/// nanoseconds since 1970.
pub(crate) const EPOCH: u64 = 1_704_067_200_000_000_000;

/// Virtual time, in whole nanoseconds since the start of the run.
#[derive(Debug, Default)]
pub struct Clock {
    now: Cell<u64>,
}

impl Clock {
    /// Nanoseconds since the start of the run.
    pub fn now(&self) -> u64 {
        self.now.get()
    }

    /// Nanoseconds since 1970.
    pub fn wall(&self) -> u64 {
        EPOCH.saturating_add(self.now.get())
    }

    /// Moves forward by a duration.
    pub fn advance(&self, nanoseconds: u64) {
        self.now.set(self.now.get().saturating_add(nanoseconds));
    }

    /// Jumps to a deadline, unless that is over already.
    pub fn jump_to(&self, deadline: u64) {
        self.now.set(self.now.get().max(deadline));
    }
}

/// Seconds as whole nanoseconds; a fraction of one rounds up, so that a sleep
/// never ends early. `None` for NaN and negative durations.
pub(crate) fn nanoseconds(seconds: f64) -> Option<u64> {
    if seconds.is_nan() || seconds < 0.0 {
        return None;
    }
    Some((seconds * 1e9).ceil() as u64)
}

/// Nanoseconds as seconds.
pub fn seconds(nanoseconds: u64) -> f64 {
    nanoseconds as f64 / 1e9
}
