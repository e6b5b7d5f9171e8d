//! One plain sentence per event: who, what, where, and because of what.

mod reasons;
mod spacing;
mod state;
mod table;
mod template;
mod words;

pub use state::{describe_task, describe_wait_cycle};
pub use words::{Language, duration, entity_label, kind_word, moment, named_label, place_label};

use crate::entity::{EntityId, EntityKind};
use crate::event::{Event, EventIndex, Place, flags};
use crate::kind::Kind;
use crate::log::Log;
use table::{phrase, variant};
use template::{Filler, fill};

/// A piece of a sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// Plain words.
    Text(String),
    /// A word for an entity, leading to it.
    Entity(EntityId, String),
    /// A word for an event, leading to it.
    Event(EventIndex, String),
    /// A word for a line, leading to it.
    Place(Place, String),
    /// Something of the program: a repr, a name, output.
    Code(String),
}

impl Part {
    /// The words.
    pub fn as_str(&self) -> &str {
        match self {
            Part::Text(text)
            | Part::Entity(_, text)
            | Part::Event(_, text)
            | Part::Place(_, text)
            | Part::Code(text) => text,
        }
    }
}

/// A sentence in parts, so that the page can make links of some.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sentence {
    /// The parts in order; spaces stand in the parts.
    pub parts: Vec<Part>,
}

impl std::fmt::Display for Sentence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.parts
            .iter()
            .try_for_each(|part| f.write_str(part.as_str()))
    }
}

impl Sentence {
    pub(crate) fn push(&mut self, words: &str) {
        match self.parts.last_mut() {
            Some(Part::Text(text)) => text.push_str(words),
            _ => self.parts.push(Part::Text(words.to_owned())),
        }
    }

    /// Begins with a capital, unless it begins with a name.
    pub(crate) fn capitalize(&mut self, log: &Log) {
        match self.parts.first_mut() {
            Some(Part::Entity(id, _)) if log.is_task(*id) => {}
            // A Python name stays as it is.
            Some(Part::Entity(_, text)) if text.starts_with("asyncio.") => {}
            Some(Part::Text(text) | Part::Entity(_, text)) => {
                if let Some(first) = text.get_mut(..1) {
                    first.make_ascii_uppercase();
                }
            }
            _ => {}
        }
    }
}

/// The sentence for an event; empty if there is no such event.
pub fn describe_event(log: &Log, index: EventIndex, language: Language) -> Sentence {
    let mut sentence = Sentence::default();
    let Some(event) = log.event(index) else {
        return sentence;
    };
    let words = phrase(event.kind, variant_of(log, index, event));
    let (template, because, open, close, stop) = match language {
        Language::English => (words.english, ", because ", " (", ")", "."),
        Language::Chinese => (words.chinese, "，因为", "（", "）", "。"),
    };
    let filler = Filler {
        log,
        index,
        event,
        language,
        it: EntityId::NONE,
    };
    fill(&mut sentence, template, &filler);
    if event.place.is_some()
        && !matches!(event.kind, Kind::LineReached | Kind::PromptReached)
        && !is_library(log, event.place)
    {
        sentence.push(open);
        sentence.parts.push(Part::Place(
            event.place,
            place_label(log, event.place, language),
        ));
        sentence.push(close);
    }
    // That something is over needs no reason beyond its having begun.
    let is_end = matches!(event.kind, Kind::HandleFinished | Kind::IterationEnded);
    if !is_end
        && let Some(reason) = log.reason(index)
        && let Some(cause) = log.event(reason)
    {
        let words = phrase(cause.kind, variant_of_reason(log, event, reason, cause));
        let template = match language {
            Language::English => words.english_reason,
            Language::Chinese => words.chinese,
        };
        sentence.push(because);
        let filler = Filler {
            index: reason,
            event: cause,
            it: topic_of(log, index, event),
            ..filler
        };
        fill(&mut sentence, template, &filler);
        sentence.push(open);
        let label = match language {
            Language::English => format!("event {}", reason.0),
            Language::Chinese => format!("事件 {}", reason.0),
        };
        sentence.parts.push(Part::Event(reason, label));
        sentence.push(close);
    }
    sentence.push(stop);
    match language {
        Language::English => sentence.capitalize(log),
        Language::Chinese => spacing::space(&mut sentence.parts),
    }
    sentence
}

/// The entity that an event's sentence is about, if its subject is only a handle.
fn topic_of(log: &Log, index: EventIndex, event: &Event) -> EntityId {
    match event.kind {
        Kind::HandleReady => event.entity_a(),
        Kind::HandleStarted => {
            let owner = log
                .entity(event.subject)
                .map_or(EntityId::NONE, |entity| entity.parent);
            if log.is_task(owner) && !is_done_callback(log, index) {
                owner
            } else {
                event.subject
            }
        }
        _ => event.subject,
    }
}

fn is_library(log: &Log, place: Place) -> bool {
    log.files()
        .get(usize::from(place.file()))
        .is_some_and(|file| file.is_library)
}

/// Which form of its kind's sentence an event needs.
fn variant_of(log: &Log, index: EventIndex, event: &Event) -> u8 {
    let subject = log.entity(event.subject);
    let subject_kind = subject.map_or(EntityKind::Other, |entity| entity.kind);
    let is_counted = matches!(
        subject_kind,
        EntityKind::Semaphore | EntityKind::BoundedSemaphore
    );
    match event.kind {
        Kind::HandleStarted | Kind::HandleFinished => {
            let owner = subject.map_or(EntityId::NONE, |entity| entity.parent);
            if log.is_task(owner) && !is_done_callback(log, index) {
                variant::OF_TASK
            } else {
                0
            }
        }
        Kind::StepStarted if event.flags == flags::STEP_SEND => {
            if is_first_step(log, index) {
                variant::FIRST_STEP
            } else {
                0
            }
        }
        Kind::TaskSuspended if event.flags == flags::SUSPEND_WAIT => {
            let on = event.entity_a();
            if log.is_task(on) {
                return variant::FOR_TASK;
            }
            match wait_purpose(log, index, event) {
                Some(purpose) if purpose == event.subject => variant::ASLEEP,
                Some(purpose) if is_scope(log, purpose) => variant::FOR_SCOPE,
                Some(_) => variant::IN_LINE,
                None => 0,
            }
        }
        Kind::WaitBegan if subject_kind.is_scope() => variant::AT_SCOPE,
        Kind::Acquired | Kind::Released if is_counted => variant::COUNTED,
        Kind::PrimitiveCreated => match subject_kind {
            _ if is_counted => variant::COUNTED,
            EntityKind::Barrier => variant::BARRIER,
            EntityKind::Queue | EntityKind::LifoQueue | EntityKind::PriorityQueue
                if event.a > 0 =>
            {
                variant::LIMITED_QUEUE
            }
            _ => 0,
        },
        _ => event.flags,
    }
}

/// Which form the reason for an event needs.
fn variant_of_reason(log: &Log, event: &Event, reason: EventIndex, cause: &Event) -> u8 {
    let is_about_timer = matches!(event.kind, Kind::TimerDue | Kind::ClockAdvanced);
    if cause.kind == Kind::TimerSet && !is_about_timer {
        variant::CAME_DUE
    } else {
        variant_of(log, reason, cause)
    }
}

/// Whether a handle calls a done callback of what it belongs to.
fn is_done_callback(log: &Log, index: EventIndex) -> bool {
    log.causes(index)
        .find(|(_, cause)| cause.kind == Kind::HandleReady)
        .is_some_and(|(_, ready)| ready.flags == flags::HANDLE_DONE_CALLBACK)
}

/// Whether a step came straight from the task's creation.
fn is_first_step(log: &Log, index: EventIndex) -> bool {
    log.causes(index)
        .find(|(_, cause)| !matches!(cause.kind, Kind::HandleStarted | Kind::HandleReady))
        .is_some_and(|(_, cause)| cause.kind == Kind::TaskCreated)
}

/// What a suspension is for: the primitive or scope at which the task waits, or
/// the task itself if it sleeps. The task said so just before.
fn wait_purpose(log: &Log, index: EventIndex, event: &Event) -> Option<EntityId> {
    const LOOK_BACK: u32 = 32;
    let on = event.entity_a();
    let earliest = index.0.saturating_sub(LOOK_BACK);
    for before in (earliest..index.0).rev() {
        let earlier = log.event(EventIndex(before))?;
        match earlier.kind {
            Kind::TaskSleeping if earlier.subject == event.subject => return Some(event.subject),
            Kind::WaitBegan if earlier.entity_b() == on => return Some(earlier.subject),
            Kind::StepStarted if earlier.subject == event.subject => break,
            _ => {}
        }
    }
    let parent = log.entity(on)?.parent;
    let kind = log.entity(parent)?.kind;
    (kind.is_primitive() || kind.is_scope()).then_some(parent)
}

fn is_scope(log: &Log, id: EntityId) -> bool {
    log.entity(id).is_some_and(|entity| entity.kind.is_scope())
}
