//! What to call things, and the hue that tells a task apart.

use coroscope_trace::lanes::Segment;
use coroscope_trace::scene::{Scene, TaskState};
use coroscope_trace::sentence::entity_label;
use coroscope_trace::{EntityId, EventIndex, Kind, Log, TextId};

use crate::text::{Lang, seconds};

/// Hues in degrees, far apart for tasks that are near each other; the first is
/// that of the main task.
const HUES: [u16; 10] = [216, 22, 203, 276, 150, 336, 48, 182, 306, 96];

/// The hue of a task.
pub fn hue(log: &Log, task: EntityId) -> u16 {
    let number = log
        .entity(task)
        .map_or(0, |entity| entity.number.saturating_sub(1));
    HUES.get(number as usize % HUES.len())
        .copied()
        .unwrap_or(216)
}

/// A name for any entity: its own, or its kind and number.
pub fn entity_name(log: &Log, scene: &Scene, id: EntityId, lang: Lang) -> String {
    entity_name_at(log, scene.cursor(), id, lang)
}

/// The same at an event.
pub fn entity_name_at(log: &Log, at: EventIndex, id: EntityId, lang: Lang) -> String {
    if id == EntityId::MAIN {
        return lang.program().to_owned();
    }
    if log.entity(id).is_none() {
        return lang.nothing().to_owned();
    }
    entity_label(log, id, at, lang.into())
}

/// What a task waits for during a segment of its lane, in words, by the names
/// of that time; empty for other states.
pub fn segment_words(log: &Log, segment: &Segment, lang: Lang) -> String {
    let at = segment.from;
    match segment.state {
        TaskState::Sleeping { until } => {
            let length = seconds(until.saturating_sub(segment.from_time));
            format!("sleep {}", length.trim_end_matches(" s"))
        }
        TaskState::Waiting { on } => {
            let suspended = log
                .event(at)
                .filter(|event| event.kind == Kind::TaskSuspended);
            let words = suspended.map_or("", |event| log.text(event.text_b()));
            if log.is_task(on) {
                entity_name_at(log, at, on, lang)
            } else if !words.is_empty() {
                words.strip_prefix("asyncio.").unwrap_or(words).to_owned()
            } else if segment.wait_for.is_some() {
                entity_name_at(log, at, segment.wait_for, lang)
            } else {
                entity_name_at(log, at, on, lang)
            }
        }
        _ => String::new(),
    }
}

/// One or two characters for a chip: the number at the end of the name, or its first letter.
pub fn chip_label(name: &str) -> String {
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = name.get(stem.len()..).unwrap_or("");
    match digits.len() {
        0 => name.chars().next().map(String::from).unwrap_or_default(),
        1 | 2 => digits.to_owned(),
        more => digits.get(more - 2..).unwrap_or("").to_owned(),
    }
}

/// The class of a state, for colours and shapes.
pub const fn state_class(state: TaskState) -> &'static str {
    match state {
        TaskState::Created | TaskState::Ready => "ready",
        TaskState::Running => "running",
        TaskState::Sleeping { .. } => "sleeping",
        TaskState::Waiting { .. } => "waiting",
        TaskState::Returned { .. } => "returned",
        TaskState::Raised { .. } => "raised",
        TaskState::Cancelled { .. } => "cancelled",
    }
}

/// The word for a state.
pub const fn state_word(state: TaskState, lang: Lang) -> &'static str {
    match state {
        TaskState::Created | TaskState::Ready => lang.state_ready(),
        TaskState::Running => lang.state_running(),
        TaskState::Sleeping { .. } => lang.state_sleeping(),
        TaskState::Waiting { .. } => lang.state_waiting(),
        TaskState::Returned { .. } => lang.state_returned(),
        TaskState::Raised { .. } => lang.state_raised(),
        TaskState::Cancelled { .. } => lang.state_cancelled(),
    }
}

/// What a suspended task waits for, in words; empty for other states.
/// `length` is how long a sleep takes in all, in nanoseconds.
pub fn wait_words(
    log: &Log,
    scene: &Scene,
    state: TaskState,
    wait_text: TextId,
    wait_for: EntityId,
    length: u64,
    lang: Lang,
) -> String {
    match state {
        TaskState::Sleeping { .. } => format!("sleep {}", seconds(length).trim_end_matches(" s")),
        TaskState::Waiting { on } => {
            let words = log.text(wait_text);
            if log.is_task(on) {
                entity_name(log, scene, on, lang)
            } else if !words.is_empty() {
                words.strip_prefix("asyncio.").unwrap_or(words).to_owned()
            } else if wait_for.is_some() {
                entity_name(log, scene, wait_for, lang)
            } else {
                entity_name(log, scene, on, lang)
            }
        }
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chips_are_short() {
        assert_eq!(chip_label("worker-2"), "2");
        assert_eq!(chip_label("Task-12"), "12");
        assert_eq!(chip_label("Task-1234"), "34");
        assert_eq!(chip_label("hare"), "h");
        assert_eq!(chip_label("工人"), "工");
        assert_eq!(chip_label(""), "");
    }
}
