//! Locks, semaphores, events, conditions, barriers and queues at the cursor.

use coroscope_trace::scene::PrimitiveInfo;
use coroscope_trace::{EntityId, EntityKind};
use yew::{Html, component, html};

use super::chip::{chip, name_of};
use crate::view::{View, use_view};

/// Items of a queue before the rest becomes a number.
const ITEMS: usize = 12;
/// Rows before the rest becomes a number.
const ROWS: usize = 40;

fn state_of(view: &View, primitive: &PrimitiveInfo) -> Html {
    let lang = view.lang();
    match primitive.kind {
        EntityKind::AsyncioEvent if primitive.is_set => {
            html! { <span class="ink-returned">{ lang.is_set() }</span> }
        }
        EntityKind::AsyncioEvent => {
            html! { <span class="ink-cancelled">{ lang.is_not_set() }</span> }
        }
        EntityKind::Semaphore | EntityKind::BoundedSemaphore => {
            html! { <span class="count">{ lang.places_free(primitive.value) }</span> }
        }
        EntityKind::Lock if primitive.holders.is_empty() => {
            html! { <span class="ink-returned">{ lang.free() }</span> }
        }
        EntityKind::Queue | EntityKind::LifoQueue | EntityKind::PriorityQueue => html! {
            <span class="count">{ lang.queue_facts(primitive.items.len(), primitive.capacity, primitive.unfinished) }</span>
        },
        _ => Html::default(),
    }
}

fn people(view: &View, word: &'static str, tasks: impl Iterator<Item = EntityId>) -> Html {
    let tasks: Vec<_> = tasks.collect();
    if tasks.is_empty() {
        return Html::default();
    }
    html! {
        <div class="sub"><span>{ word }</span>
            { for tasks.iter().take(ITEMS).map(|task| html! { <>{ chip(view, *task) }<span>{ name_of(view, *task) }</span></> }) }
            if tasks.len() > ITEMS { <span>{ view.lang().more(tasks.len() - ITEMS) }</span> }
        </div>
    }
}

fn row(view: &View, id: EntityId, primitive: &PrimitiveInfo) -> Html {
    let lang = view.lang();
    let recording = view.state.log.get();
    html! {
        <li key={id.0} data-testid="primitive-row">
            <div class="head"><strong>{ name_of(view, id) }</strong>{ state_of(view, primitive) }</div>
            { people(view, lang.held_by(), primitive.holders.iter().copied()) }
            { people(view, lang.waiters(), primitive.waiters.iter().map(|waiter| waiter.task)) }
            if !primitive.items.is_empty() {
                <div class="sub"><span>{ lang.items() }</span>
                    { for primitive.items.iter().take(ITEMS).map(|item| html! { <code class="card">{ recording.log.text(*item) }</code> }) }
                    if primitive.items.len() > ITEMS { <span>{ lang.more(primitive.items.len() - ITEMS) }</span> }
                </div>
            }
        </li>
    }
}

/// The list.
#[component]
pub(crate) fn PrimitivesPanel() -> Html {
    let view = use_view();
    let lang = view.lang();
    let primitives = &view.scene.primitives;
    if primitives.is_empty() {
        return html! { <p class="empty">{ if view.state.is_empty() { lang.primitives_empty() } else { lang.primitives_none() } }</p> };
    }
    html! {
        <ul class="box-body facts" data-testid="primitives">
            { for primitives.iter().take(ROWS).map(|(id, primitive)| row(&view, id, primitive)) }
            if primitives.len() > ROWS { <li class="count">{ lang.more(primitives.len() - ROWS) }</li> }
        </ul>
    }
}
