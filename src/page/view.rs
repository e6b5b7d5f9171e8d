//! What every component reads: the state and the scene at its cursor.

use std::rc::Rc;

use coroscope_trace::scene::Scene;
use yew::{Callback, Reducible, UseReducerHandle, hook, use_context};

use crate::state::{Action, State};
use crate::text::Lang;

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(self.after(action))
    }
}

/// The state, the scene at its cursor, and the way to change the state.
#[derive(Clone)]
pub(crate) struct View {
    /// The state.
    pub(crate) state: UseReducerHandle<State>,
    /// The scene at the cursor.
    pub(crate) scene: Rc<Scene>,
}

impl PartialEq for View {
    fn eq(&self, other: &View) -> bool {
        // Comparing scenes by value would cost more than drawing them.
        Rc::ptr_eq(&self.scene, &other.scene) && self.state == other.state
    }
}

impl View {
    /// The interface language.
    pub(crate) fn lang(&self) -> Lang {
        self.state.settings.lang
    }

    /// Sends an action.
    pub(crate) fn send(&self, action: Action) {
        self.state.dispatch(action);
    }

    /// A callback that sends an action whatever it is called with.
    pub(crate) fn on<T>(&self, action: Action) -> Callback<T> {
        let dispatcher = self.state.dispatcher();
        Callback::from(move |_| dispatcher.dispatch(action.clone()))
    }
}

/// The view that [`crate::app::App`] provides.
///
/// # Panics
/// Outside the app: a mistake of ours that shows at once.
#[hook]
#[expect(
    clippy::expect_used,
    reason = "every component is rendered inside the app, which provides it"
)]
pub(crate) fn use_view() -> View {
    use_context::<View>().expect("components are inside the app")
}
