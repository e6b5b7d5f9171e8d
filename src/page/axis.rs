//! Where an event stands on the lanes' horizontal axis.
//!
//! Virtual time stands still while code runs: at one instant many things
//! happen. On the time axis every event therefore gets a little room of its
//! own besides what the clock moved, so that work at one instant can be seen
//! and its order read. Both axes are the same sum with other weights:
//! `position = time × per_nanosecond + index × per_event`.

use coroscope_trace::{EventIndex, Log};

/// What the horizontal axis shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum AxisMode {
    /// Virtual time, with room for what happens at one instant.
    #[default]
    Time,
    /// One event after the other, evenly spaced.
    Order,
}

/// Share of the width that the time axis gives to the events themselves.
const ROOM_FOR_EVENTS: f64 = 0.34;

/// Maps events to horizontal positions, the whole log to `0.0 ..= 1.0`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Axis {
    per_nanosecond: f64,
    per_event: f64,
    mode: AxisMode,
    /// Number of events.
    pub len: u32,
}

impl Axis {
    /// The axis for the log as it is now.
    pub fn new(log: &Log, mode: AxisMode) -> Axis {
        let len = log.len() as u32;
        let end = last_time(log) as f64;
        let events = f64::from(len.max(1));
        let (time_share, event_share) = match mode {
            AxisMode::Time if end > 0.0 => (1.0 - ROOM_FOR_EVENTS, ROOM_FOR_EVENTS),
            _ => (0.0, 1.0),
        };
        Axis {
            per_nanosecond: if end > 0.0 { time_share / end } else { 0.0 },
            per_event: event_share / events,
            mode,
            len,
        }
    }

    /// Position of an event that happens at a virtual time.
    pub fn place(&self, time: u64, index: u32) -> f64 {
        time as f64 * self.per_nanosecond + f64::from(index) * self.per_event
    }

    /// Position of an event's beginning; of the log's end for an index past it.
    pub fn position(&self, log: &Log, index: u32) -> f64 {
        match log.event(EventIndex(index)) {
            Some(event) => self.place(event.time, index),
            None => 1.0,
        }
    }

    /// Position just after an event, before the clock moves on.
    pub fn after(&self, log: &Log, index: u32) -> f64 {
        self.position(log, index).min(1.0)
            + if index < self.len {
                self.per_event
            } else {
                0.0
            }
    }

    /// The last event that begins at or before a position.
    pub fn event_at(&self, log: &Log, position: f64) -> u32 {
        let (mut low, mut high) = (0, self.len);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.position(log, middle) <= position {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low.saturating_sub(1)
    }

    /// Labelled positions, about `count` of them within `from ..= to`.
    pub fn ticks(&self, log: &Log, from: f64, to: f64, count: u32) -> Vec<Tick> {
        if self.len == 0 || to <= from || count == 0 {
            return Vec::new();
        }
        let first = self.event_at(log, from);
        let last = self.event_at(log, to);
        if self.per_nanosecond > 0.0 {
            self.time_ticks(log, from, to, count)
        } else if self.mode == AxisMode::Time {
            // The clock never moved: there is one moment to name.
            (from <= 0.0)
                .then_some(Tick {
                    position: 0.0,
                    value: 0,
                })
                .into_iter()
                .collect()
        } else {
            let step =
                round_step(f64::from((last - first).max(1)) / f64::from(count)).max(1.0) as u32;
            let start = first.div_ceil(step) * step;
            (start..=last)
                .step_by(step as usize)
                .map(|index| Tick {
                    position: self.position(log, index),
                    value: u64::from(index),
                })
                .collect()
        }
    }

    fn time_ticks(&self, log: &Log, from: f64, to: f64, count: u32) -> Vec<Tick> {
        let time_at = |index: u32| log.event(EventIndex(index)).map_or(0, |event| event.time);
        let start = time_at(self.event_at(log, from));
        let end = time_at(
            self.event_at(log, to)
                .saturating_add(1)
                .min(self.len.saturating_sub(1)),
        );
        let step =
            round_step((end.saturating_sub(start)) as f64 / f64::from(count)).max(1.0) as u64;
        let mut ticks = Vec::new();
        let mut value = start.div_ceil(step) * step;
        while value <= end && ticks.len() < 64 {
            let position = self.position_of_time(log, value);
            if position >= from && position <= to {
                ticks.push(Tick { position, value });
            }
            value += step;
        }
        ticks
    }

    /// Where the clock shows `time`: inside the jump that passes it.
    pub fn position_of_time(&self, log: &Log, time: u64) -> f64 {
        let (mut low, mut high) = (0, self.len);
        while low < high {
            let middle = low + (high - low) / 2;
            if log
                .event(EventIndex(middle))
                .is_some_and(|event| event.time < time)
            {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        // `low` is the first event at or after `time`; before it the clock moved.
        time as f64 * self.per_nanosecond + f64::from(low) * self.per_event
    }
}

/// A labelled place on the axis.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Tick {
    /// Position, from 0 to 1.
    pub position: f64,
    /// Nanoseconds on the time axis, number of the event on the other.
    pub value: u64,
}

/// Virtual time of the last event, in nanoseconds.
pub fn last_time(log: &Log) -> u64 {
    let last = (log.len() as u32).wrapping_sub(1);
    log.event(EventIndex(last)).map_or(0, |event| event.time)
}

/// The next of 1, 2, 5, 10, 20, 50 … that is at least `rough`.
fn round_step(rough: f64) -> f64 {
    if rough <= 0.0 {
        return 1.0;
    }
    let power = 10f64.powf(rough.log10().floor());
    let fraction = rough / power;
    let nice = if fraction <= 1.0 {
        1.0
    } else if fraction <= 2.0 {
        2.0
    } else if fraction <= 5.0 {
        5.0
    } else {
        10.0
    };
    nice * power
}

#[cfg(test)]
mod tests {
    use super::*;
    use coroscope_trace::{Cause, EntityId, Kind, Limits, Place};

    fn log_with_times(times: &[u64]) -> Log {
        let mut log = Log::new(true, Limits::default());
        for &time in times {
            log.set_time(time);
            log.emit(
                Kind::LineReached,
                EntityId::MAIN,
                Cause::Current,
                Place::NONE,
                0,
                0,
            );
        }
        log
    }

    #[test]
    fn positions_rise_and_can_be_read_back() {
        let log = log_with_times(&[0, 0, 10, 10, 10, 500, 1000]);
        for mode in [AxisMode::Time, AxisMode::Order] {
            let axis = Axis::new(&log, mode);
            let mut last = -1.0;
            for index in 0..log.len() as u32 {
                let position = axis.position(&log, index);
                assert!(position > last && position <= 1.0);
                assert_eq!(axis.event_at(&log, position), index);
                last = position;
            }
            assert_eq!(axis.event_at(&log, 2.0), 7);
            assert_eq!(axis.event_at(&log, -1.0), 0);
        }
    }

    #[test]
    fn a_run_without_sleep_has_room_on_the_time_axis() {
        let log = log_with_times(&[0, 0, 0]);
        let axis = Axis::new(&log, AxisMode::Time);
        assert!(axis.position(&log, 2) > 0.4);
        let ticks = axis.ticks(&log, 0.0, 1.0, 5);
        assert_eq!(ticks.len(), 1);
        assert_eq!(ticks.first().map(|tick| tick.value), Some(0));
    }

    #[test]
    fn ticks_are_round_and_within_the_window() {
        let log = log_with_times(&[0, 100_000_000, 200_000_000, 610_000_000]);
        let ticks = Axis::new(&log, AxisMode::Time).ticks(&log, 0.0, 1.0, 6);
        assert!((3..=8).contains(&ticks.len()), "{ticks:?}");
        assert!(
            ticks
                .iter()
                .all(|tick| tick.value % 100_000_000 == 0 && tick.position <= 1.0)
        );
    }

    #[test]
    fn an_empty_log_has_no_ticks() {
        let log = Log::blank(Limits::default());
        let axis = Axis::new(&log, AxisMode::Time);
        assert!(axis.ticks(&log, 0.0, 1.0, 5).is_empty());
        assert_eq!(axis.event_at(&log, 0.5), 0);
    }
}
