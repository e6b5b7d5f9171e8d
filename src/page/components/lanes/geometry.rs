//! Measures of the lanes, shared by the canvas and what lies over it.

use coroscope_trace::{EventIndex, Log};

use crate::axis::{Axis, Tick};

/// What part of the log is shown, and how large.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Geometry {
    /// The axis of the whole log.
    pub(super) axis: Axis,
    /// First shown position, 0 to 1.
    pub(super) from: f64,
    /// Last shown position.
    pub(super) to: f64,
    /// Width of the plot in CSS pixels.
    pub(super) width: f64,
    /// Height of a lane.
    pub(super) row: f64,
}

impl Geometry {
    /// Pixels from the plot's left edge.
    pub(super) fn x(&self, position: f64) -> f64 {
        (position - self.from) / (self.to - self.from) * self.width
    }

    /// The position under a pixel.
    pub(super) fn position(&self, x: f64) -> f64 {
        self.from + x / self.width.max(1.0) * (self.to - self.from)
    }

    /// Where an event begins.
    pub(super) fn x_of(&self, log: &Log, index: EventIndex) -> f64 {
        self.x(if index.is_some() {
            self.axis.position(log, index.0)
        } else {
            1.0
        })
    }

    /// Where the cursor stands: just after its event.
    pub(super) fn x_after(&self, log: &Log, index: u32) -> f64 {
        self.x(self.axis.after(log, index))
    }

    /// First and last event that are shown.
    pub(super) fn window(&self, log: &Log) -> (EventIndex, EventIndex) {
        (
            EventIndex(self.axis.event_at(log, self.from)),
            EventIndex(self.axis.event_at(log, self.to)),
        )
    }

    /// Labelled places, one for about every 90 pixels.
    pub(super) fn ticks(&self, log: &Log) -> Vec<Tick> {
        self.axis
            .ticks(log, self.from, self.to, (self.width / 90.0).max(1.0) as u32)
    }
}

/// Height of a lane when so many share so much room.
pub(super) fn row_height(lanes: usize, room: f64) -> f64 {
    let fair = room / (lanes.max(1) as f64 + 0.3);
    fair.clamp(30.0, 58.0)
}
