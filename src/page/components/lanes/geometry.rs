//! Measures of the lanes, shared by the canvas and what lies over it.

use coroscope_trace::lanes::{Lane, Segment, Spent};
use coroscope_trace::{EventIndex, Log};

use crate::axis::{Axis, Tick};

/// Segments narrower than this many pixels are shown by what they add up to.
const NARROW: f64 = 1.5;

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

    /// Where a segment begins.
    pub(super) fn start(&self, segment: &Segment) -> f64 {
        self.x(self.axis.place(segment.from_time, segment.from.0))
    }

    /// Where a segment ends: at the log's end while it lasts.
    pub(super) fn end(&self, segment: &Segment) -> f64 {
        self.x(if segment.to.is_some() {
            self.axis.place(segment.to_time, segment.to.0)
        } else {
            1.0
        })
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

    /// The middle of a row's bars, in pixels from the first row's top.
    pub(super) fn middle(&self, row: usize) -> f64 {
        (row as f64 + 0.5) * self.row + 2.0
    }

    /// The shown part of a lane: wide segments by themselves, narrow ones added
    /// up by pixel. Takes as long as there are pixels, not segments.
    pub(super) fn stretches<'a>(
        &'a self,
        log: &Log,
        lane: &'a Lane,
    ) -> impl Iterator<Item = Stretch<'a>> + 'a {
        let (from, to) = self.window(log);
        let segments = &lane.segments;
        let mut next = segments.partition_point(|segment| segment.to <= from);
        let after = segments.partition_point(|segment| segment.from <= to);
        std::iter::from_fn(move || {
            let segment = segments.get(next).filter(|_| next < after)?;
            let start = self.start(segment);
            if self.stands_alone(segment) {
                next += 1;
                let end = self.end(segment);
                return Some(Stretch::One {
                    segment,
                    start,
                    end,
                });
            }
            let pixel = start.floor();
            let rest = segments.get(next..after)?;
            let mut count = rest
                .partition_point(|segment| self.start(segment) < pixel + 1.0)
                .max(1);
            // The last one may reach far beyond the pixel.
            if count > 1
                && rest
                    .get(count - 1)
                    .is_some_and(|last| self.stands_alone(last))
            {
                count -= 1;
            }
            let before = lane.spent_before(next);
            next += count;
            let spent = lane.spent_before(next).since(&before);
            Some(Stretch::Crowd { pixel, spent })
        })
    }

    fn stands_alone(&self, segment: &Segment) -> bool {
        segment.state.is_done() || self.end(segment) - self.start(segment) >= NARROW
    }
}

/// A piece of a lane as it is drawn.
pub(super) enum Stretch<'a> {
    /// One segment, with its pixels.
    One {
        /// The segment.
        segment: &'a Segment,
        /// Its first pixel; may lie outside.
        start: f64,
        /// Its last pixel; may lie outside.
        end: f64,
    },
    /// All segments that begin in one pixel.
    Crowd {
        /// The pixel.
        pixel: f64,
        /// What they add up to.
        spent: Spent,
    },
}

/// So few lanes are not made lower to fit: one scrolls.
const FEW: usize = 8;

/// Height of a lane when so many share so much room.
pub(super) fn row_height(lanes: usize, room: f64) -> f64 {
    let fair = room / (lanes.max(1) as f64 + 0.3);
    fair.clamp(if lanes <= FEW { 44.0 } else { 34.0 }, 64.0)
}
