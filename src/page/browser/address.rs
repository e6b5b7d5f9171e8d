//! The address: what a link holds, and making one.

use std::rc::Rc;

use coroscope_session::{Link, LinkError, LinkSource, View as LinkView};
use coroscope_trace::EntityId;

use super::window;
use crate::axis::AxisMode;
use crate::gallery::{self, Example, Text};
use crate::pace::{pace_of, slider_of};
use crate::state::{Action, Notice, Origin, Program, Settings, State};

/// What the link in the address asks for.
pub(crate) struct Wish {
    link: Link,
    settings: Settings,
}

/// The link in the address; none for an ordinary visit.
pub(crate) fn asked_for(settings: &Settings) -> Option<Result<Wish, Notice>> {
    let fragment = window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default();
    match Link::decode(&fragment) {
        Ok(link) => Some(Ok(Wish {
            link,
            settings: *settings,
        })),
        Err(LinkError::Empty) => None,
        Err(error) => Some(Err(Notice::LinkUnreadable(error.to_string()))),
    }
}

/// The event at which the link in the address wants to be shown, if it can be read
/// and names one.
pub(crate) fn moment(settings: &Settings) -> Option<u32> {
    asked_for(settings)?.ok()?.link.cursor
}

impl Wish {
    /// The example that the link names, if it does not hold the program.
    pub(crate) fn example(&self) -> Option<Result<&'static Example, Notice>> {
        match &self.link.source {
            LinkSource::Text(_) => None,
            LinkSource::Example(name) => {
                let found = gallery::find(name);
                Some(found.ok_or_else(|| Notice::LinkUnreadable(name.clone())))
            }
        }
    }

    /// What is to be done, without the text of an example if that is still to
    /// be fetched.
    pub(crate) fn at_once(&self) -> Option<Vec<Action>> {
        match (&self.link.source, self.example()) {
            (LinkSource::Text(text), _) => {
                Some(self.actions(Origin::Link, Rc::from(text.as_str())))
            }
            (_, Some(Ok(example))) => match example.text {
                Text::Here(text) => {
                    Some(self.actions(Origin::Example(example.name), Rc::from(text)))
                }
                Text::File(_) => None,
            },
            (_, Some(Err(notice))) => Some(vec![Action::Tell(notice)]),
            (LinkSource::Example(_), None) => Some(Vec::new()),
        }
    }

    /// What is to be done with the program.
    pub(crate) fn actions(&self, origin: Origin, source: Rc<str>) -> Vec<Action> {
        let view = &self.link.view;
        let axis = if view.by_event {
            AxisMode::Order
        } else {
            AxisMode::Time
        };
        vec![
            Action::Set(Settings {
                axis,
                speed: slider_of(view.pace),
                real_time: matches!(view.pace, coroscope_session::Pace::Clock(_)),
                ..self.settings
            }),
            Action::ShowLinked {
                program: Program {
                    source,
                    origin,
                    replaced: 0,
                },
                options: self.link.options.clone(),
                cursor: self.link.cursor,
            },
            Action::Select(view.selected.map(EntityId)),
        ]
    }
}

/// The address of this moment.
pub(crate) fn link_to(state: &State) -> Result<String, LinkError> {
    let source = match state.program.origin {
        Origin::Example(name) => LinkSource::Example(name.to_owned()),
        Origin::Draft(_) | Origin::Link => LinkSource::Text(state.program.source.to_string()),
    };
    let link = Link {
        source,
        options: state.options.clone(),
        // A cursor in a run of another text would mean nothing.
        cursor: (!state.is_empty() && !state.is_edited()).then_some(state.cursor),
        view: LinkView {
            pace: pace_of(&state.settings),
            selected: state.selected.map(|task| task.0),
            by_event: state.settings.axis == AxisMode::Order,
            ..LinkView::default()
        },
    };
    let address = window()
        .and_then(|window| window.location().href().ok())
        .unwrap_or_default();
    let page = address.split('#').next().unwrap_or_default();
    Ok(format!("{page}#{}", link.encode()?))
}

/// Shows a link in the address bar without opening it.
pub(crate) fn show(address: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        // Refused on pages without an origin; the address bar then stays as it is.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(address));
    }
}

/// Takes the link out of the address bar: the text is no longer the one it holds,
/// and a reload shall bring back the visitor's own.
pub(crate) fn forget() {
    let location = window().map(|window| window.location());
    let hash = location
        .as_ref()
        .and_then(|location| location.hash().ok())
        .unwrap_or_default();
    if hash.is_empty() {
        return;
    }
    let address = location
        .and_then(|location| location.href().ok())
        .unwrap_or_default();
    show(address.split('#').next().unwrap_or_default());
}
