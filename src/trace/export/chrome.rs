//! The log in Chrome's trace event format, which Perfetto and `about:tracing`
//! open: a track per task, a slice per stretch of its life, a flow arrow from
//! each cause that lies in another task.
//!
//! Format: "Trace Event Format", Google, 2016.

use crate::event::EventIndex;
use crate::export::json::Object;
use crate::log::Log;
use crate::scene::{TaskState, Timeline};

/// What a slice's length stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Axis {
    /// Virtual time. What takes no virtual time has no length.
    Time,
    /// Events: one microsecond each. Shows what happens at one instant.
    Events,
}

/// The whole log; `timeline` must have followed it.
pub fn chrome_trace(log: &Log, timeline: &Timeline, axis: Axis) -> String {
    let mut out = String::from("[\n");
    let mut first = true;
    let mut record = |write: &dyn Fn(&mut Object<'_>)| {
        if !std::mem::take(&mut first) {
            out.push_str(",\n");
        }
        let mut object = Object::open(&mut out);
        object.number("pid", 1);
        write(&mut object);
        object.close();
    };
    let at = |index: EventIndex, time: u64| match axis {
        Axis::Time => time,
        Axis::Events => u64::from(index.0) * 1000,
    };
    let (end_index, end_time) = timeline.lanes().end();
    for lane in timeline.lanes().all() {
        let track = u64::from(lane.task.0);
        let name = timeline
            .tail()
            .tasks
            .get(lane.task)
            .map_or("", |task| log.text(task.name));
        record(&|object| {
            object.number("tid", track);
            object.text("ph", "M");
            object.text("name", "thread_name");
            let mut args = object.object("args");
            args.text("name", name);
            args.close();
        });
        for segment in &lane.segments {
            if segment.state.is_done() {
                continue;
            }
            let from = at(segment.from, segment.from_time);
            let to = if segment.to.is_some() {
                at(segment.to, segment.to_time)
            } else {
                at(EventIndex(end_index), end_time)
            };
            record(&|object| {
                object.number("tid", track);
                object.text("ph", "X");
                object.text("name", state_word(segment.state));
                object.microseconds("ts", from);
                object.microseconds("dur", to.saturating_sub(from));
            });
        }
    }
    for (index, event) in log.events_from(EventIndex(0)) {
        if event.kind != crate::Kind::TaskWoken {
            continue;
        }
        let waker = log.actor(index);
        let Some(cause) = log.event(event.cause) else {
            continue;
        };
        if !log.is_task(waker) || waker == event.subject {
            continue;
        }
        let ends = [
            ("s", waker, at(event.cause, cause.time)),
            ("f", event.subject, at(index, event.time)),
        ];
        for (phase, track, time) in ends {
            record(&|object| {
                object.number("tid", u64::from(track.0));
                object.text("ph", phase);
                object.text("name", "wakes");
                object.text("cat", "cause");
                object.number("id", u64::from(index.0));
                object.microseconds("ts", time);
            });
        }
    }
    out.push_str("\n]\n");
    out
}

const fn state_word(state: TaskState) -> &'static str {
    match state {
        TaskState::Created => "created",
        TaskState::Ready => "ready",
        TaskState::Running => "running",
        TaskState::Sleeping { .. } => "sleeping",
        TaskState::Waiting { .. } => "waiting",
        TaskState::Returned { .. } => "returned",
        TaskState::Raised { .. } => "raised",
        TaskState::Cancelled { .. } => "cancelled",
    }
}
