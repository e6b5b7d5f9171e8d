//! Calls back once per animation frame until dropped.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::window;

/// A running loop of animation frames.
pub(crate) struct Frames {
    alive: Rc<Cell<bool>>,
}

type FrameCallback = Closure<dyn FnMut(f64)>;

impl Frames {
    /// Calls `each` with the milliseconds since the frame before.
    pub(crate) fn start(mut each: impl FnMut(f64) + 'static) -> Frames {
        let alive = Rc::new(Cell::new(true));
        let slot: Rc<RefCell<Option<FrameCallback>>> = Rc::default();
        let (running, own_slot) = (alive.clone(), slot.clone());
        let mut before: Option<f64> = None;
        *slot.borrow_mut() = Some(Closure::new(move |now: f64| {
            if !running.get() {
                return;
            }
            each(now - before.unwrap_or(now));
            before = Some(now);
            if running.get() {
                request(&own_slot);
            }
        }));
        request(&slot);
        Frames { alive }
    }
}

impl Drop for Frames {
    fn drop(&mut self) {
        self.alive.set(false);
    }
}

fn request(slot: &Rc<RefCell<Option<FrameCallback>>>) {
    if let (Some(window), Some(callback)) = (window(), slot.borrow().as_ref()) {
        // Fails only while the page is being torn down.
        let _ = window.request_animation_frame(callback.as_ref().unchecked_ref());
    }
}
