//! The current event as a sentence, cut into what the page shows apart.

use coroscope_trace::scene::Scene;
use coroscope_trace::{EventIndex, Log};

use crate::naming::entity_name;
use crate::stepping::owner;
use crate::text::Lang;

/// A sentence about an event.
#[derive(Clone, PartialEq, Debug)]
pub struct Told {
    /// Whom it is about.
    pub subject: String,
    /// What happens, to be read after the subject.
    pub text: String,
    /// The CSS colour token of its kind.
    pub colour: &'static str,
    /// What caused it: the event and words.
    pub why: Option<(EventIndex, String)>,
    /// The line of the visitor's program.
    pub line: Option<u32>,
}

/// Tells an event.
pub fn tell(log: &Log, scene: &Scene, index: EventIndex, lang: Lang) -> Told {
    let Some(event) = log.event(index) else {
        return Told { subject: String::new(), text: String::new(), colour: "line-strong", why: None, line: None };
    };
    let subject = entity_name(log, scene, owner(log, event.subject), lang);
    let why = log.reason(index).map(|reason| (reason, format!("{} {}", lang.because(), lang.go_to_event(reason.0 as usize + 1))));
    let line = event.place.is_some().then(|| event.place.line());
    Told { subject, text: format!(": {}", event.kind.as_str().replace('_', " ")), colour: "running", why, line }
}
