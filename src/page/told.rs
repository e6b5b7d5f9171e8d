//! The current event's sentence, cut into what happens and what caused it.

use coroscope_trace::scene::Scene;
use coroscope_trace::sentence::describe_event;
use coroscope_trace::{EventIndex, Kind, Language, Log, Part};

use crate::naming::state_class;
use crate::stepping::{is_problem, owner};
use crate::text::Lang;

/// A sentence in two halves.
#[derive(Clone, PartialEq, Debug)]
pub struct Told {
    /// What happens.
    pub what: Vec<Part>,
    /// Why; empty if nothing caused it.
    pub why: Vec<Part>,
    /// The CSS colour token of the state that it is about.
    pub colour: &'static str,
}

/// What the log's crate puts between the halves.
const fn joint(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::English => (", because ", "because "),
        Language::Chinese => ("，因为", "因为"),
    }
}

/// Tells an event.
pub fn tell(log: &Log, scene: &Scene, index: EventIndex, lang: Lang) -> Told {
    let language = Language::from(lang);
    let (joint, opening) = joint(language);
    let mut told = Told {
        what: Vec::new(),
        why: Vec::new(),
        colour: colour_of(log, scene, index),
    };
    for part in describe_event(log, index, language).parts {
        match part {
            Part::Text(text) if told.why.is_empty() => match text.split_once(joint) {
                Some((before, after)) => {
                    told.what
                        .push(Part::Text(format!("{before}{}", lang.full_stop())));
                    told.why.push(Part::Text(format!("{opening}{after}")));
                }
                None => told.what.push(Part::Text(text)),
            },
            part if told.why.is_empty() => told.what.push(part),
            part => told.why.push(part),
        }
    }
    told
}

/// The words of parts, joined.
pub fn plain(parts: &[Part]) -> String {
    parts.iter().map(Part::as_str).collect()
}

fn colour_of(log: &Log, scene: &Scene, index: EventIndex) -> &'static str {
    let Some(event) = log.event(index) else {
        return "line-strong";
    };
    if is_problem(event) {
        return "raised";
    }
    match event.kind {
        Kind::OutputWritten => return "running",
        Kind::RunEnded => return "done",
        _ => {}
    }
    match scene
        .tasks
        .get(owner(log, event.subject))
        .map(|task| state_class(task.state))
    {
        Some("returned") => "done",
        Some(class) => class,
        None => "accent",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use coroscope_trace::{Cause, EntityId, EntityKind, Limits, Place};

    #[test]
    fn the_cause_stands_apart_and_leads_to_its_event() {
        let mut log = Log::new(true, Limits::default());
        let name = log.intern("Task-1");
        let task = log.new_entity(EntityKind::Task, name, EntityId::MAIN);
        let created = log.emit(
            Kind::TaskCreated,
            task,
            Cause::Current,
            Place::NONE,
            u32::MAX,
            0,
        );
        let step = log.emit(Kind::StepStarted, task, created.into(), Place::NONE, 0, 0);
        for lang in [Lang::En, Lang::Zh] {
            let told = tell(&log, &Scene::default(), step, lang);
            assert!(plain(&told.what).contains("Task-1"), "{told:?}");
            assert!(
                told.why
                    .iter()
                    .any(|part| matches!(part, Part::Event(event, _) if *event == created)),
                "{told:?}"
            );
            assert!(plain(&told.what).ends_with(lang.full_stop()), "{told:?}");
        }
    }
}
