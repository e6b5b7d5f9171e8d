//! The afterimage: what an address with a run in it showed last time stands in the
//! window until the page itself is at the moment that the address names: it is seen
//! sooner than any interpreter can be compiled.

use gloo_timers::callback::Timeout;
use wasm_bindgen::prelude::*;
use yew::{UseReducerHandle, hook, use_effect_with, use_memo, use_mut_ref, use_state_eq};

use super::address;
use crate::state::{Engine, State};

/// Milliseconds for which the page is not drawn behind an afterimage, at most.
const PATIENCE: u32 = 1_000;

#[wasm_bindgen(module = "/browser/afterimage.js")]
extern "C" {
    fn is_shown() -> bool;
    fn end();
    fn keep();
}

/// Whether an afterimage stands for the page, which then need not be drawn. Ends it
/// when the page is drawn, and keeps a picture for the next time once the run has
/// come to the moment that the address names.
#[hook]
pub(crate) fn use_afterimage(state: &UseReducerHandle<State>) -> bool {
    let settings = state.settings;
    let moment = *use_memo((), move |()| address::moment(&settings));
    // Also while the listing is fetched that the address names.
    let has_begun = state.run == 0 || state.is_running();
    let has_failed = matches!(state.engine, Engine::Failed(_)) || state.notice.is_some();
    // What would be drawn before the moment is reached is not what the picture shows.
    let is_before = state.is_empty() || state.target.is_some();
    let comes = moment.is_some() && has_begun && is_before && !has_failed;
    let is_patient = use_state_eq(is_shown);
    let stands = *is_patient && comes;
    use_effect_with(stands, move |stands| {
        let wait = stands.then(|| Timeout::new(PATIENCE, move || is_patient.set(false)));
        if wait.is_none() {
            end();
        }
        move || drop(wait)
    });
    // The run that the address asks for is the first one of which events come.
    let asked_for = use_mut_ref(|| None);
    let is_asked_for = !state.is_empty() && {
        let mut asked_for = asked_for.borrow_mut();
        *asked_for.get_or_insert(state.run) == state.run
    };
    // Where the visitor has stopped the run or gone elsewhere meanwhile, nothing is kept.
    let is_there = state.target.is_none() && moment == Some(state.cursor);
    let has_come = is_asked_for && is_there;
    use_effect_with(has_come, |has_come| {
        if *has_come {
            keep();
        }
    });
    stands
}
