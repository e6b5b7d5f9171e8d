//! Futures that are pending or just done, with their callbacks.

use coroscope_trace::EntityId;
use coroscope_trace::scene::{FutureInfo, FutureState};
use yew::{Html, component, html};

use super::chip::{chip, name_of};
use crate::state::Action;
use crate::view::{View, use_view};

/// Rows before the rest becomes a number.
const ROWS: usize = 60;

fn row(view: &View, id: EntityId, future: &FutureInfo) -> Html {
    let lang = view.lang();
    let recording = view.state.log.get();
    let text = |id| recording.log.text(id).to_owned();
    let (word, class, value) = match future.state {
        FutureState::Pending => (lang.pending(), "ink-waiting", String::new()),
        FutureState::Resolved { result } => (lang.state_returned(), "ink-returned", text(result)),
        FutureState::Failed { exception } => (lang.state_raised(), "ink-raised", text(exception)),
        FutureState::Cancelled { message } => {
            (lang.state_cancelled(), "ink-cancelled", text(message))
        }
    };
    html! {
        <li key={id.0} data-testid="future-row">
            <div class="head">
                <button type="button" class="link" onclick={view.on(Action::Goto(future.since.0))}>{ name_of(view, id) }</button>
                <span class={class}>{ word }</span>
                if future.purpose.is_some() { <span class="count">{ name_of(view, future.purpose) }</span> }
                if !value.is_empty() { <code>{ value }</code> }
            </div>
            { for future.callbacks.iter().map(|callback| html! {
                <div class="sub">
                    if callback.wakes.is_some() {
                        <span>{ lang.wakes() }</span>{ chip(view, callback.wakes) }<span>{ name_of(view, callback.wakes) }</span>
                    } else {
                        <span>{ lang.calls() }</span><code>{ text(callback.text) }</code>
                    }
                </div>
            }) }
        </li>
    }
}

/// The list.
#[component]
pub(crate) fn FuturesPanel() -> Html {
    let view = use_view();
    let lang = view.lang();
    let futures = &view.scene.futures;
    if futures.is_empty() {
        return html! { <p class="empty">{ lang.futures_none() }</p> };
    }
    html! {
        <ul class="box-body facts" data-testid="futures">
            { for futures.iter().take(ROWS).map(|(id, future)| row(&view, id, future)) }
            if futures.len() > ROWS { <li class="count">{ lang.more(futures.len() - ROWS) }</li> }
        </ul>
    }
}
