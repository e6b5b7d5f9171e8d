//! Keys of the lanes: zooming around the cursor, folding.

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

/// Zooms with +, − and 0, around the cursor; z folds.
#[hook]
pub(super) fn use_zoom_keys(
    view: &View,
    span: Span,
    on_span: Callback<Span>,
    on_fold: Callback<()>,
) {
    let latest = use_mut_ref(|| (view.clone(), span, on_fold.clone()));
    *latest.borrow_mut() = (view.clone(), span, on_fold);
    use_effect_with((), move |()| {
        let listener = Closure::<dyn FnMut(KeyboardEvent)>::new(move |event: KeyboardEvent| {
            let (view, span, on_fold) = latest.borrow().clone();
            if event.ctrl_key()
                || event.meta_key()
                || event.alt_key()
                || takes_text(event.target())
                || view.state.is_empty()
                || view.state.dialog.is_some()
            {
                return;
            }
            let new = match event.key().as_str() {
                "+" | "=" => span.zoomed(0.5, position_of_cursor(&view)),
                "-" | "−" => span.zoomed(2.0, position_of_cursor(&view)),
                "0" => Span::WHOLE,
                "z" => return on_fold.emit(()),
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
