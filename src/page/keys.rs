//! Keys of the whole page. They rest while the visitor types, but for Ctrl+Enter.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::{KeyboardEvent, UseReducerHandle, hook, use_effect_with, use_mut_ref};

use gloo_timers::callback::Timeout;
use web_sys::HtmlElement;

use crate::axis::AxisMode;
use crate::breakpoints::PROGRAM_FILE;
use crate::browser::{document, takes_text, window};
use crate::pace::SPEED_MAX;
use crate::state::{Action, Detail, Dialog, Foot, Settings, StageView, State, StepUnit};
use crate::stepping::Direction;

/// How far `[` and `]` move the speed slider.
const SPEED_STEP: u8 = 5;

/// What a key does; `None` if it is none of ours.
fn meaning(event: &KeyboardEvent, state: &State) -> Option<Action> {
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
        key => letter(key, state),
    }
}

/// What a key with a letter or sign does.
fn letter(key: &str, state: &State) -> Option<Action> {
    let settings = state.settings;
    if let Some(step) = direct_step(key) {
        return Some(step);
    }
    Some(match key {
        "c" => Action::GoToCause,
        "f" => Action::GoToEffect,
        "a" => {
            let axis = if settings.axis == AxisMode::Time {
                AxisMode::Order
            } else {
                AxisMode::Time
            };
            Action::Set(Settings { axis, ..settings })
        }
        "[" | "]" => {
            let speed = if key == "[" {
                settings.speed.saturating_sub(SPEED_STEP)
            } else {
                settings.speed.saturating_add(SPEED_STEP).min(SPEED_MAX)
            };
            let real_time = false;
            Action::Set(Settings {
                speed,
                real_time,
                ..settings
            })
        }
        "r" => Action::Set(Settings {
            real_time: !settings.real_time,
            ..settings
        }),
        "b" => Action::ToggleLine(running_line(state)?),
        "v" => Action::ShowStage(match state.stage {
            StageView::Lanes => StageView::Waits,
            StageView::Waits => StageView::Events,
            StageView::Events if state.pinned.is_some() => StageView::Compare,
            StageView::Events | StageView::Compare => StageView::Lanes,
        }),
        "/" => Action::ShowStage(StageView::Events),
        "d" => Action::ShowDetail(Detail::Inspect),
        "w" => Action::ShowFoot(match state.foot {
            Foot::Output => Foot::Notices,
            Foot::Notices => Foot::Output,
        }),
        "m" => Action::Pin,
        "s" => Action::ShowDialog(Some(Dialog::Share)),
        "q" if state.is_running() => Action::Stop,
        "?" => Action::ShowDialog(Some(Dialog::Help)),
        _ => return None,
    })
}

/// A letter steps forward; with Shift, back.
fn direct_step(key: &str) -> Option<Action> {
    let (unit, direction) = match key {
        "." => (StepUnit::Event, Direction::Forward),
        "," => (StepUnit::Event, Direction::Back),
        "l" => (StepUnit::Line, Direction::Forward),
        "L" => (StepUnit::Line, Direction::Back),
        "i" => (StepUnit::Iteration, Direction::Forward),
        "I" => (StepUnit::Iteration, Direction::Back),
        "t" => (StepUnit::Task, Direction::Forward),
        "T" => (StepUnit::Task, Direction::Back),
        "o" => (StepUnit::Output, Direction::Forward),
        "O" => (StepUnit::Output, Direction::Back),
        "x" => (StepUnit::Problem, Direction::Forward),
        "X" => (StepUnit::Problem, Direction::Back),
        _ => return None,
    };
    Some(Action::StepBy(unit, direction))
}

/// The line of the program that the cursor is at.
fn running_line(state: &State) -> Option<u32> {
    let place = state.log.scene(state.cursor).place;
    (place.is_some() && place.file() == PROGRAM_FILE).then(|| place.line())
}

/// The element that a key puts the keyboard into, once it is on the page.
fn focus_wish(key: &str) -> Option<&'static str> {
    match key {
        "/" => Some("events-search"),
        "d" => Some("inspect"),
        _ => None,
    }
}

fn focus_soon(id: &'static str) {
    Timeout::new(0, move || {
        let element = document().and_then(|document| document.get_element_by_id(id));
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            // Refused only while it is hidden.
            let _ = element.focus();
        }
    })
    .forget();
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
                let focus = focus_wish(&event.key())
                    .filter(|_| matches!(action, Action::ShowStage(_) | Action::ShowDetail(_)));
                state.dispatch(action);
                if let Some(id) = focus {
                    focus_soon(id);
                }
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
