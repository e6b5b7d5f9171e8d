//! Sizes: of the window, in three classes, and of an element.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};
use yew::{NodeRef, UseStateHandle, hook, use_effect_with, use_state_eq};

use super::{media, window};

/// How much room the window has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Room {
    /// A phone: places take turns.
    Phone,
    /// A small laptop or tablet.
    Medium,
    /// A desktop.
    Wide,
}

fn room() -> Room {
    // The same widths as in small.css.
    if media("(max-width: 720px)") {
        Room::Phone
    } else if media("(max-width: 1180px)") {
        Room::Medium
    } else {
        Room::Wide
    }
}

/// The window's room, kept up to date.
#[hook]
pub(crate) fn use_room() -> Room {
    let current = use_state_eq(room);
    let setter = current.setter();
    use_effect_with((), move |()| {
        let closure = Closure::<dyn FnMut()>::new(move || setter.set(room()));
        if let Some(window) = window() {
            // Refused only for a listener that is not a function.
            let _ =
                window.add_event_listener_with_callback("resize", closure.as_ref().unchecked_ref());
        }
        move || {
            if let Some(window) = window() {
                let _ = window.remove_event_listener_with_callback(
                    "resize",
                    closure.as_ref().unchecked_ref(),
                );
            }
        }
    });
    *current
}

/// Width and height of an element's inside in CSS pixels, kept up to date.
#[hook]
pub(crate) fn use_size(node: &NodeRef) -> (f64, f64) {
    let size: UseStateHandle<(f64, f64)> = use_state_eq(|| (0.0, 0.0));
    let setter = size.setter();
    let node = node.clone();
    use_effect_with((), move |()| {
        let element = node.cast::<Element>();
        let measured = element.clone();
        let read = move || {
            if let Some(element) = &measured {
                setter.set((
                    f64::from(element.client_width()),
                    f64::from(element.client_height()),
                ));
            }
        };
        // An observer would first tell it with the next picture, and what needs it
        // would come a picture later.
        read();
        let measure = Closure::<dyn FnMut()>::new(read);
        let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok();
        if let (Some(observer), Some(element)) = (&observer, &element) {
            observer.observe(element);
        }
        move || {
            if let Some(observer) = observer {
                observer.disconnect();
            }
            drop(measure);
        }
    });
    *size
}
