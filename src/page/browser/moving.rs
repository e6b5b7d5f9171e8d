//! Motion that explains: what has a `data-move` name glides from where it stood
//! to where it stands now, also from one list to another.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use js_sys::JSON;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use yew::{NodeRef, hook, use_effect_with, use_mut_ref};

use super::{media, window};

/// How long a move takes, in milliseconds.
const LENGTH: f64 = 240.0;
/// Moments that follow each other faster than this are not animated: the eye
/// could not follow, and the next frame must not wait.
const TOO_FAST: f64 = 70.0;

#[wasm_bindgen]
extern "C" {
    /// An element, as far as it can be animated: web-sys calls that unstable,
    /// though every browser has had it for years.
    type Animated;

    #[wasm_bindgen(method)]
    fn animate(this: &Animated, keyframes: &JsValue, options: &JsValue) -> JsValue;
}

/// Moments further apart than so many events have little in common: what flew
/// about between them would explain nothing.
const TOO_FAR: u32 = 400;

/// Where each thing stood, at which event of which run, and when that was measured.
#[derive(Default)]
struct Places {
    at: HashMap<String, (f64, f64)>,
    run: u32,
    event: u32,
    measured: f64,
}

fn now() -> f64 {
    window()
        .and_then(|window| window.performance())
        .map_or(0.0, |performance| performance.now())
}

/// Offset from the container, which is positioned; animations under way do not count.
fn offset(element: &HtmlElement, container: &Element) -> (f64, f64) {
    let mut at = (0.0, 0.0);
    let mut next = Some(element.clone());
    while let Some(element) = next {
        if element.is_same_node(Some(container)) {
            break;
        }
        at.0 += f64::from(element.offset_left());
        at.1 += f64::from(element.offset_top());
        next = element
            .offset_parent()
            .and_then(|parent| parent.dyn_into::<HtmlElement>().ok());
    }
    at
}

fn glide(element: &HtmlElement, from: Option<(f64, f64)>) {
    let keyframes = match from {
        Some((x, y)) => {
            format!(r#"[{{"transform":"translate({x}px,{y}px)"}},{{"transform":"none"}}]"#)
        }
        None => {
            r#"[{"opacity":0,"transform":"translateX(10px)"},{"opacity":1,"transform":"none"}]"#
                .to_owned()
        }
    };
    let options = format!(r#"{{"duration":{LENGTH},"easing":"cubic-bezier(.2,.7,.3,1)"}}"#);
    if let (Ok(keyframes), Ok(options)) = (JSON::parse(&keyframes), JSON::parse(&options)) {
        element
            .unchecked_ref::<Animated>()
            .animate(&keyframes, &options);
    }
}

/// Compares with the places of before, and keeps the present ones.
fn follow(container: &Element, places: &RefCell<Places>, run: u32, event: u32) {
    let mut places = places.borrow_mut();
    let time = now();
    let is_near = places.event.abs_diff(event) <= TOO_FAR;
    let is_calm = time - places.measured > TOO_FAST && places.run == run && is_near;
    places.event = event;
    if !is_calm || media("(prefers-reduced-motion: reduce)") {
        // Asking where things are makes the browser lay out the page at once:
        // too dear for what nobody sees move.
        places.at.clear();
        places.run = run;
        places.measured = time;
        return;
    }
    let Ok(found) = container.query_selector_all("[data-move]") else {
        return;
    };
    let before = std::mem::take(&mut places.at);
    for index in 0..found.length() {
        let element = found
            .item(index)
            .and_then(|node| node.dyn_into::<HtmlElement>().ok());
        let Some(element) = element else { continue };
        let name = element.get_attribute("data-move").unwrap_or_default();
        let at = offset(&element, container);
        match before.get(&name) {
            Some(old) => {
                let way = (old.0 - at.0, old.1 - at.1);
                if way.0.abs() + way.1.abs() > 1.0 {
                    glide(&element, Some(way));
                }
            }
            None if !before.is_empty() => glide(&element, None),
            None => {}
        }
        places.at.insert(name, at);
    }
    places.run = run;
    places.measured = time;
}

/// Lets things in a container move when the moment changes.
#[hook]
pub(crate) fn use_moving(container: &NodeRef, run: u32, cursor: u32) {
    let places: Rc<RefCell<Places>> = use_mut_ref(Places::default);
    let container = container.clone();
    use_effect_with((run, cursor), move |(run, cursor)| {
        if let Some(container) = container.cast::<Element>() {
            follow(&container, &places, *run, *cursor);
        }
    });
}
