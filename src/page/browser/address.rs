//! The address: what a link holds, and making one.

use std::rc::Rc;

use coroscope_session::{Link, LinkError, LinkSource, View as LinkView};
use coroscope_trace::EntityId;

use super::window;
use crate::axis::AxisMode;
use crate::gallery;
use crate::pace::{pace_of, slider_of};
use crate::state::{Action, Notice, Origin, Program, Settings, State};

/// What the link in the address asks for; nothing for an ordinary visit.
pub(crate) fn asked_for(settings: &Settings) -> Vec<Action> {
    let fragment = window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default();
    let link = match Link::decode(&fragment) {
        Ok(link) => link,
        Err(LinkError::Empty) => return Vec::new(),
        Err(error) => return vec![Action::Tell(Notice::LinkUnreadable(error.to_string()))],
    };
    let program = match link.source {
        LinkSource::Text(text) => Program {
            source: Rc::from(text),
            origin: Origin::Link,
            replaced: 0,
        },
        LinkSource::Example(name) => match gallery::find(&name) {
            Some(example) => Program {
                source: Rc::from(example.source),
                origin: Origin::Example(example.name),
                replaced: 0,
            },
            None => return vec![Action::Tell(Notice::LinkUnreadable(name))],
        },
    };
    let axis = if link.view.by_event {
        AxisMode::Order
    } else {
        AxisMode::Time
    };
    let speed = slider_of(link.view.pace);
    let real_time = matches!(link.view.pace, coroscope_session::Pace::Clock(_));
    vec![
        Action::Set(Settings {
            axis,
            speed,
            real_time,
            ..*settings
        }),
        Action::ShowLinked {
            program,
            options: link.options,
            cursor: link.cursor,
        },
        Action::Select(link.view.selected.map(EntityId)),
    ]
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
