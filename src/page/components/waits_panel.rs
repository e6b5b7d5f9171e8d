//! Who waits for whom: every living task, and what it waits for.

use coroscope_trace::EntityId;
use coroscope_trace::scene::{TaskInfo, TaskState};
use coroscope_trace::sentence::{describe_task, describe_wait_cycle};
use yew::{Html, classes, component, html};

use super::chip::name_of;
use crate::naming::{hue, state_class, state_word, wait_words};
use crate::state::Action;
use crate::text::seconds;
use crate::view::{View, use_view};

/// Rows before the rest becomes a number.
const ROWS: usize = 60;

fn row(view: &View, id: EntityId, task: &TaskInfo) -> Html {
    let lang = view.lang();
    let recording = view.state.log.get();
    let log = &recording.log;
    let class = state_class(task.state);
    let length = match task.state {
        TaskState::Sleeping { until } => until.saturating_sub(task.since_time),
        _ => 0,
    };
    let what = wait_words(
        log,
        &view.scene,
        task.state,
        task.wait_text,
        task.wait_for,
        length,
        lang,
    );
    let left = match task.state {
        TaskState::Sleeping { until } => lang.due_in(until.saturating_sub(view.scene.time)),
        TaskState::Waiting { .. } => {
            // The task itself is named already when it is what is awaited.
            let needs: Vec<_> = view
                .scene
                .waits_of(id)
                .iter()
                .filter(|wait| wait.through != wait.needs)
                .map(|wait| name_of(view, wait.needs))
                .collect();
            if needs.is_empty() {
                String::new()
            } else {
                format!("← {}", needs.join(", "))
            }
        }
        _ => String::new(),
    };
    let edge = format!("--edge: var(--{class})");
    let style = format!("--hue: {}", hue(log, id));
    let name = name_of(view, id);
    let told = describe_task(log, &view.scene, id, lang.into()).to_string();
    html! {
        <li key={id.0} class={class} title={told} data-testid="wait-row">
            <button type="button" class="node" {style} onclick={view.on(Action::Goto(task.since.0))} title={seconds(task.since_time)}>{ name }</button>
            if what.is_empty() { <span></span> } else { <span class="edge" style={edge.clone()} aria-hidden="true"></span> }
            <span class="target" style={edge}>
                if what.is_empty() {
                    <strong class={classes!("state", format!("ink-{class}"))}>{ state_word(task.state, lang) }</strong>
                } else {
                    <span class="what">{ what }</span>
                    <span class={classes!("state", format!("ink-{class}"))}>{ left }</span>
                }
            </span>
        </li>
    }
}

/// The list.
#[component]
pub(crate) fn WaitsPanel() -> Html {
    let view = use_view();
    let lang = view.lang();
    let alive: Vec<_> = view
        .scene
        .tasks
        .iter()
        .filter(|(_, task)| !task.state.is_done())
        .collect();
    if alive.is_empty() {
        return html! { <p class="empty">{ if view.state.is_empty() { lang.waits_empty() } else { lang.waits_none() } }</p> };
    }
    let cycle = describe_wait_cycle(&view.state.log.get().log, &view.scene, lang.into());
    html! {
        <ul class="box-body waits" data-testid="waits">
            if let Some(cycle) = cycle { <li class="cycle ink-raised" data-testid="wait-cycle">{ cycle.to_string() }</li> }
            { for alive.iter().take(ROWS).map(|(id, task)| row(&view, *id, task)) }
            if alive.len() > ROWS { <li class="count">{ lang.more(alive.len() - ROWS) }</li> }
        </ul>
    }
}
