//! What the pointer does on the plot: a click goes to a moment, dragging pans
//! what is zoomed in (and moves the cursor where there is nothing to pan), two
//! fingers zoom, and so does the wheel.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AddEventListenerOptions, Element, WheelEvent};
use yew::{Callback, NodeRef, hook, use_effect_with, use_mut_ref};

use crate::span::Span;

/// Pixels that a finger or mouse may move and still have clicked.
const SLACK: f64 = 4.0;

/// A finger or the mouse, in pixels from the plot's corner.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Touch {
    id: i32,
    x: f64,
    y: f64,
}

/// What the pointers are about.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
enum Meaning {
    #[default]
    Nothing,
    /// Down and not moved yet.
    Press(Touch),
    /// What is shown moves along: the span and the scroll offset at the start.
    Pan(Touch, Span, f64),
    /// The cursor follows.
    Scrub,
    /// Two fingers: the span and their distance and middle at the start.
    Pinch(Span, f64, f64),
}

/// What a movement asks for.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Wish {
    /// Nothing.
    Nothing,
    /// The cursor to this pixel.
    Go(f64),
    /// Another part of the axis, and this scroll offset.
    Show(Span, Option<f64>),
}

/// The pointers that are down, and what they mean.
#[derive(Clone, Default, Debug)]
pub(super) struct Gestures {
    touches: Vec<Touch>,
    meaning: Meaning,
}

impl Gestures {
    /// A pointer goes down. `scrolled` is the scroll offset, `width` the plot's.
    pub(super) fn down(&mut self, id: i32, x: f64, y: f64, span: Span) {
        self.touches.retain(|touch| touch.id != id);
        self.touches.push(Touch { id, x, y });
        self.meaning = match *self.touches {
            [only] => Meaning::Press(only),
            [one, two] => Meaning::Pinch(
                span,
                (one.x - two.x).abs().max(12.0),
                f64::midpoint(one.x, two.x),
            ),
            _ => Meaning::Nothing,
        };
    }

    /// A pointer moves.
    pub(super) fn moved(
        &mut self,
        id: i32,
        x: f64,
        y: f64,
        span: Span,
        scrolled: f64,
        width: f64,
    ) -> Wish {
        let Some(touch) = self.touches.iter_mut().find(|touch| touch.id == id) else {
            return Wish::Nothing;
        };
        (touch.x, touch.y) = (x, y);
        if let Meaning::Press(start) = self.meaning
            && (x - start.x).abs().max((y - start.y).abs()) > SLACK
        {
            self.meaning = if span.is_whole() {
                Meaning::Scrub
            } else {
                Meaning::Pan(start, span, scrolled)
            };
        }
        match (self.meaning, &*self.touches) {
            (Meaning::Scrub, _) => Wish::Go(x),
            (Meaning::Pan(start, before, offset), _) => Wish::Show(
                before.panned((start.x - x) / width.max(1.0)),
                Some(offset + start.y - y),
            ),
            (Meaning::Pinch(before, distance, middle), [one, two]) => {
                let now = (one.x - two.x).abs().max(12.0);
                let share = middle / width.max(1.0);
                let position = before.from + share * before.width();
                let moved = (middle - f64::midpoint(one.x, two.x)) / width.max(1.0);
                Wish::Show(before.zoomed(distance / now, position).panned(moved), None)
            }
            _ => Wish::Nothing,
        }
    }

    /// A pointer goes up.
    pub(super) fn up(&mut self, id: i32, x: f64) -> Wish {
        self.touches.retain(|touch| touch.id != id);
        let was = std::mem::take(&mut self.meaning);
        if matches!(was, Meaning::Press(_)) {
            Wish::Go(x)
        } else {
            Wish::Nothing
        }
    }

    /// The browser takes a pointer for itself, e.g. to scroll.
    pub(super) fn lost(&mut self, id: i32) {
        self.touches.retain(|touch| touch.id != id);
        self.meaning = Meaning::Nothing;
    }

    /// Whether a pointer is down.
    pub(super) fn is_down(&self) -> bool {
        !self.touches.is_empty()
    }
}

/// Zooms and pans a plot with the wheel over an element around it. Without Ctrl the wheel scrolls
/// where there is something to scroll, and zooms elsewhere.
#[hook]
pub(super) fn use_wheel(
    node: &NodeRef,
    plot: &NodeRef,
    span: Span,
    on_span: &Callback<Span>,
    scrolls: bool,
) {
    let plot = plot.clone();
    let latest = use_mut_ref(|| (span, on_span.clone(), scrolls));
    *latest.borrow_mut() = (span, on_span.clone(), scrolls);
    let node = node.clone();
    use_effect_with((), move |()| {
        let element = node.cast::<Element>();
        let listener = Closure::<dyn FnMut(WheelEvent)>::new(move |event: WheelEvent| {
            let Some(element) = plot.cast::<Element>() else {
                return;
            };
            let (span, on_span, scrolls) = latest.borrow().clone();
            let width = f64::from(element.client_width()).max(1.0);
            let sideways = if event.shift_key() {
                event.delta_y() + event.delta_x()
            } else {
                event.delta_x()
            };
            let is_sideways = event.shift_key() || sideways.abs() > event.delta_y().abs();
            if is_sideways && !event.ctrl_key() {
                if !span.is_whole() && sideways != 0.0 {
                    event.prevent_default();
                    on_span.emit(span.panned(sideways / width));
                }
            } else if event.ctrl_key() || !scrolls {
                event.prevent_default();
                let left = element.get_bounding_client_rect().left();
                let x = f64::from(event.client_x()) - left;
                let factor = (event.delta_y() / 240.0).clamp(-1.0, 1.0).exp2();
                let position = span.from + x / width * span.width();
                on_span.emit(span.zoomed(factor, position));
            }
        });
        if let Some(element) = &element {
            // By default a wheel listener may not keep the browser from scrolling.
            let options = AddEventListenerOptions::new();
            options.set_passive(false);
            let function = listener.as_ref().unchecked_ref();
            // Refused only for a listener that is not a function.
            let _ = element.add_event_listener_with_callback_and_add_event_listener_options(
                "wheel", function, &options,
            );
        }
        move || {
            if let Some(element) = element {
                let function = listener.as_ref().unchecked_ref();
                let _ = element.remove_event_listener_with_callback("wheel", function);
            }
        }
    });
}
