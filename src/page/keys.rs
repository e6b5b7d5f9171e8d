//! Keys of the whole page. They rest while the visitor types, but for Ctrl+Enter.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::{KeyboardEvent, UseReducerHandle, hook, use_effect_with, use_mut_ref};

use crate::axis::AxisMode;
use crate::browser::{takes_text, window};
use crate::state::{Action, Dialog, Settings, State};
use crate::stepping::Direction;

/// What a key does; `None` if it is none of ours.
fn meaning(event: &KeyboardEvent, state: &State) -> Option<Action> {
    let settings = state.settings;
    let with_control = event.ctrl_key() || event.meta_key();
    if event.key() == "Enter" && with_control {
        return Some(Action::Run);
    }
    if with_control || event.alt_key() || takes_text(event.target()) || state.dialog.is_some() {
        return None;
    }
    let on_button = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| matches!(element.tag_name().as_str(), "BUTTON" | "A" | "SUMMARY"));
    // The speed slider keeps its own keys.
    let on_speed = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| element.class_list().contains("speed"));
    match event.key().as_str() {
        " " if !on_button => Some(Action::PlayPause),
        "ArrowLeft" if !on_speed => Some(Action::Step(Direction::Back)),
        "ArrowRight" if !on_speed => Some(Action::Step(Direction::Forward)),
        "Home" if !on_speed => Some(Action::First),
        "End" if !on_speed => Some(Action::Last),
        "c" => Some(Action::GoToCause),
        "a" => {
            let axis = if settings.axis == AxisMode::Time {
                AxisMode::Order
            } else {
                AxisMode::Time
            };
            Some(Action::Set(Settings { axis, ..settings }))
        }
        "?" => Some(Action::ShowDialog(Some(Dialog::Help))),
        _ => None,
    }
}

/// Listens to keys as long as the page lives.
#[hook]
pub(crate) fn use_keys(state: &UseReducerHandle<State>) {
    let latest = use_mut_ref(|| state.clone());
    *latest.borrow_mut() = state.clone();
    use_effect_with((), move |()| {
        let listener = Closure::<dyn FnMut(KeyboardEvent)>::new(move |event: KeyboardEvent| {
            if event.default_prevented()
                && event.key() != "ArrowLeft"
                && event.key() != "ArrowRight"
                && event.key() != "Home"
                && event.key() != "End"
            {
                return;
            }
            let state = latest.borrow().clone();
            if let Some(action) = meaning(&event, &state) {
                event.prevent_default();
                state.dispatch(action);
            }
        });
        let target = window();
        if let Some(window) = &target {
            // Refused only for a listener that is not a function.
            let _ = window
                .add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
        }
        move || {
            if let Some(window) = target {
                let _ = window.remove_event_listener_with_callback(
                    "keydown",
                    listener.as_ref().unchecked_ref(),
                );
            }
        }
    });
}
