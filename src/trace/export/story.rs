//! The log as a text that a person reads: one line per event.

use crate::event::EventIndex;
use crate::kind::Kind;
use crate::log::Log;
use crate::sentence::{Language, describe_event, moment};
use std::fmt::Write as _;

/// Every event with its number, the number of its cause, the virtual time if
/// that has changed, and its sentence. Left out are the lines reached and the
/// frames of suspended tasks, which say nothing of causes.
pub fn story(log: &Log, language: Language) -> String {
    let mut out = String::new();
    let mut time = 0;
    for (index, event) in log.events_from(EventIndex(0)) {
        if matches!(event.kind, Kind::LineReached | Kind::FrameSuspended) {
            continue;
        }
        if event.time != time {
            time = event.time;
            let _ = writeln!(out, "-- {}", moment(time, language));
        }
        let cause = if event.cause.is_some() {
            format!("<{}", event.cause.0)
        } else {
            String::new()
        };
        let sentence = describe_event(log, index, language);
        let _ = writeln!(out, "{:>4} {cause:<5} {sentence}", index.0);
    }
    out
}
