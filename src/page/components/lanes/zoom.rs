//! Zooming with keys, around the cursor.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::{Callback, KeyboardEvent, hook, use_effect_with, use_mut_ref};

use crate::axis::Axis;
use crate::browser::{takes_text, window};
use crate::span::Span;
use crate::view::View;

/// Where the cursor is on the whole axis.
pub(super) fn position_of_cursor(view: &View) -> f64 {
    let recording = view.state.log.get();
    Axis::new(&recording.log, view.state.settings.axis)
        .after(&recording.log, view.state.cursor)
        .min(1.0)
}

/// Zooms with +, − and 0, around the cursor.
#[hook]
pub(super) fn use_zoom_keys(view: &View, span: Span, on_span: Callback<Span>) {
    let latest = use_mut_ref(|| (view.clone(), span));
    *latest.borrow_mut() = (view.clone(), span);
    use_effect_with((), move |()| {
        let listener = Closure::<dyn FnMut(KeyboardEvent)>::new(move |event: KeyboardEvent| {
            let (view, span) = latest.borrow().clone();
            if event.ctrl_key()
                || event.meta_key()
                || event.alt_key()
                || takes_text(event.target())
                || view.state.is_empty()
            {
                return;
            }
            let new = match event.key().as_str() {
                "+" | "=" => span.zoomed(0.5, position_of_cursor(&view)),
                "-" | "−" => span.zoomed(2.0, position_of_cursor(&view)),
                "0" => Span::WHOLE,
                _ => return,
            };
            on_span.emit(new);
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
