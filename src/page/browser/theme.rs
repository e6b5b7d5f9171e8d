//! Light or dark: what the visitor chose, else what the system says, also when that changes.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::{hook, use_effect_with, use_state_eq};

use super::{media, window};
use crate::state::Theme;

const DARK: &str = "(prefers-color-scheme: dark)";

/// The theme to show: "light" or "dark", for the root's `data-theme`.
#[hook]
pub(crate) fn use_shown_theme(chosen: Theme) -> &'static str {
    let system_is_dark = use_state_eq(|| media(DARK));
    let setter = system_is_dark.setter();
    use_effect_with((), move |()| {
        let listener = Closure::<dyn FnMut()>::new(move || setter.set(media(DARK)));
        let list = window().and_then(|window| window.match_media(DARK).ok().flatten());
        if let Some(list) = &list {
            list.set_onchange(Some(listener.as_ref().unchecked_ref()));
        }
        move || {
            if let Some(list) = list {
                list.set_onchange(None);
            }
            drop(listener);
        }
    });
    match chosen {
        Theme::Light => "light",
        Theme::Dark => "dark",
        Theme::System if *system_is_dark => "dark",
        Theme::System => "light",
    }
}
