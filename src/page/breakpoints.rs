//! Where playing stops: at lines of the program and at kinds of events.

use std::collections::BTreeSet;

use coroscope_trace::marks::next_after;
use coroscope_trace::scene::Timeline;
use coroscope_trace::{Event, EventIndex, Kind, Log, Place, flags};

use crate::text::Lang;

/// The file number of the visitor's program in places: the first file of the log.
pub const PROGRAM_FILE: u8 = 0;

/// A kind of events to stop at.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum StopKind {
    /// An exception is raised.
    Exception,
    /// A task is created.
    TaskCreated,
    /// A task's step begins.
    Step,
    /// A task ends.
    TaskEnded,
    /// A cancellation is asked for or arrives.
    Cancellation,
    /// The program writes.
    Output,
    /// The clock jumps.
    Clock,
}

impl StopKind {
    /// In the order of the menu.
    pub const ALL: [StopKind; 7] = [
        StopKind::Exception,
        StopKind::TaskCreated,
        StopKind::Step,
        StopKind::TaskEnded,
        StopKind::Cancellation,
        StopKind::Output,
        StopKind::Clock,
    ];

    /// Its name in element ids.
    pub const fn code(self) -> &'static str {
        match self {
            StopKind::Exception => "exception",
            StopKind::TaskCreated => "task-created",
            StopKind::Step => "step",
            StopKind::TaskEnded => "task-ended",
            StopKind::Cancellation => "cancellation",
            StopKind::Output => "output",
            StopKind::Clock => "clock",
        }
    }

    /// Its name for the visitor.
    pub const fn title(self, lang: Lang) -> &'static str {
        match self {
            StopKind::Exception => lang.stop_exception(),
            StopKind::TaskCreated => lang.stop_task_created(),
            StopKind::Step => lang.stop_step(),
            StopKind::TaskEnded => lang.stop_task_ended(),
            StopKind::Cancellation => lang.stop_cancellation(),
            StopKind::Output => lang.stop_output(),
            StopKind::Clock => lang.stop_clock(),
        }
    }

    const fn is(self, event: &Event) -> bool {
        let kind = event.kind;
        match self {
            StopKind::Exception => matches!(kind, Kind::ExceptionRaised | Kind::ExceptionUncaught),
            // What `asyncio.run` makes for itself has no lane either.
            StopKind::TaskCreated => {
                matches!(kind, Kind::TaskCreated) && event.flags != flags::TASK_HOUSEKEEPING
            }
            StopKind::Step => matches!(kind, Kind::StepStarted),
            StopKind::TaskEnded => matches!(
                kind,
                Kind::TaskReturned | Kind::TaskRaised | Kind::TaskCancelled
            ),
            StopKind::Cancellation => {
                matches!(kind, Kind::CancelRequested | Kind::CancelDelivered)
            }
            StopKind::Output => matches!(kind, Kind::OutputWritten),
            StopKind::Clock => matches!(kind, Kind::ClockAdvanced),
        }
    }
}

/// All of them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Breakpoints {
    /// Lines of the program, from 1.
    pub lines: BTreeSet<u32>,
    /// Kinds of events.
    pub kinds: BTreeSet<StopKind>,
}

impl Breakpoints {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.kinds.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.lines.len() + self.kinds.len()
    }

    /// Sets a line's, or takes it away.
    pub fn toggle_line(&mut self, line: u32) {
        if !self.lines.remove(&line) {
            self.lines.insert(line);
        }
    }

    /// Sets a kind's, or takes it away.
    pub fn toggle_kind(&mut self, kind: StopKind) {
        if !self.kinds.remove(&kind) {
            self.kinds.insert(kind);
        }
    }

    /// The first event after `cursor`, up to `last`, at which to stop.
    pub fn next(&self, log: &Log, timeline: &Timeline, cursor: u32, last: u32) -> Option<u32> {
        let by_line = self
            .lines
            .iter()
            .filter_map(|line| {
                let mut at = EventIndex(cursor);
                let moments = timeline.marks().at_place(Place::new(PROGRAM_FILE, *line));
                while let Some(moment) = next_after(moments, at) {
                    if log.event(moment).is_some_and(reaches_line) {
                        return Some(moment.0);
                    }
                    at = moment;
                }
                None
            })
            .min()
            .filter(|moment| *moment <= last);
        if self.kinds.is_empty() {
            return by_line;
        }
        let end = by_line.unwrap_or(last);
        let by_kind = log
            .events_from(EventIndex(cursor.saturating_add(1)))
            .take_while(|(index, _)| index.0 <= end)
            .find(|(_, event)| self.stops_at_kind(event));
        by_kind.map(|(index, _)| index.0).or(by_line)
    }

    /// Every moment at which playing stops, in order.
    pub fn moments(&self, log: &Log) -> Vec<EventIndex> {
        if self.is_empty() {
            return Vec::new();
        }
        log.events_from(EventIndex(0))
            .filter(|(_, event)| {
                self.stops_at_kind(event)
                    || (reaches_line(event)
                        && event.place.file() == PROGRAM_FILE
                        && self.lines.contains(&event.place.line()))
            })
            .map(|(index, _)| index)
            .collect()
    }

    fn stops_at_kind(&self, event: &Event) -> bool {
        self.kinds.iter().any(|stop| stop.is(event))
    }
}

fn reaches_line(event: &Event) -> bool {
    event.kind == Kind::LineReached
}

#[cfg(test)]
mod tests {
    use super::*;
    use coroscope_trace::{Cause, EntityId, Limits};

    fn log_of(events: &[(Kind, u32)]) -> (Log, Timeline) {
        let mut log = Log::new(true, Limits::default());
        log.add_file("main.py", false);
        for (kind, line) in events {
            let place = Place::new(PROGRAM_FILE, *line);
            log.emit(*kind, EntityId::MAIN, Cause::Current, place, 0, 0);
        }
        let mut timeline = Timeline::new();
        timeline.follow(&log);
        (log, timeline)
    }

    #[test]
    fn the_nearest_stop_counts_and_only_ahead_of_the_cursor() {
        use Kind::{ExceptionRaised, LineReached, OutputWritten};
        let (log, timeline) = log_of(&[
            (LineReached, 3),
            (OutputWritten, 4),
            (LineReached, 4),
            (ExceptionRaised, 4),
            (LineReached, 3),
        ]);
        let mut stops = Breakpoints::default();
        assert_eq!(stops.next(&log, &timeline, 0, 9), None);
        stops.toggle_line(4);
        assert_eq!(stops.next(&log, &timeline, 0, 9), Some(3));
        assert_eq!(stops.next(&log, &timeline, 0, 2), None);
        assert_eq!(stops.next(&log, &timeline, 3, 9), None);
        stops.toggle_kind(StopKind::Exception);
        assert_eq!(stops.next(&log, &timeline, 0, 9), Some(3));
        assert_eq!(stops.next(&log, &timeline, 3, 9), Some(4));
        stops.toggle_line(3);
        let all: Vec<_> = stops.moments(&log).iter().map(|moment| moment.0).collect();
        assert_eq!(all, [1, 3, 4, 5]);
        stops.toggle_line(3);
        stops.toggle_line(4);
        assert_eq!(stops.next(&log, &timeline, 0, 3), None);
    }
}
