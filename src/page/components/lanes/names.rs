//! What stands beside and above the bars: names, branches, labels of the axis.

use std::rc::Rc;

use coroscope_trace::EntityId;
use yew::{Callback, Html, classes, html};

use crate::axis::{AxisMode, Tick};
use crate::components::chip::{chip, name_of};
use crate::gallery::{self, Example, Text};
use crate::naming::{entity_name, state_word};
use crate::state::Action;
use crate::view::View;

/// Questions that a new visitor is offered; the menu has the others.
const OFFERED: [&str; 4] = [
    "everything-stopped",
    "blocked-loop",
    "gather-error",
    "who-cancelled",
];

/// Questions to begin with, each a button that answers it.
pub(super) fn questions(view: &View) -> Html {
    let lang = view.lang();
    let offered = OFFERED.iter().filter_map(|name| gallery::find(name));
    let button = |example: &'static Example| {
        let Text::Here(text) = example.text else {
            return Html::default();
        };
        let onclick = {
            let view = view.clone();
            Callback::from(move |_: yew::MouseEvent| {
                view.send(Action::ShowExample(example.name, Rc::from(text)))
            })
        };
        html! { <button type="button" class="button" {onclick} data-testid={format!("ask-{}", example.name)}>{ example.title(lang) }</button> }
    };
    html! {
        <div class="lanes-questions" data-testid="lanes-questions">
            <p>{ lang.or_ask() }</p>
            { for offered.map(button) }
        </div>
    }
}

/// What stands where lanes will be.
pub(super) fn invitation(words: &'static str, more: Html) -> Html {
    html! {
        <div class="lanes-invite" data-testid="lanes-empty">
            <svg viewBox="0 0 224 80" aria-hidden="true">
                <rect x="8" y="12" width="14" height="14" fill="var(--running)" opacity="0.55"/><rect x="24" y="17.5" width="150" height="3" fill="var(--waiting)" opacity="0.45"/><rect x="176" y="12" width="12" height="14" fill="var(--running)" opacity="0.55"/>
                <rect x="28" y="37" width="10" height="14" fill="var(--running)" opacity="0.55"/><rect x="40" y="41" width="76" height="6" fill="var(--sleeping)" opacity="0.4"/><rect x="118" y="37" width="10" height="14" fill="var(--running)" opacity="0.55"/>
                <rect x="42" y="62" width="10" height="14" fill="var(--running)" opacity="0.55"/><rect x="54" y="66" width="110" height="6" fill="var(--sleeping)" opacity="0.4"/><rect x="166" y="62" width="10" height="14" fill="var(--running)" opacity="0.55"/>
            </svg>
            <strong>{ words }</strong>
            { more }
        </div>
    }
}

/// A label for each tick, all with as many digits as tell neighbours apart.
pub(super) fn tick_labels(mode: AxisMode, ticks: &[Tick]) -> Vec<String> {
    let step = ticks
        .windows(2)
        .filter_map(|pair| Some(pair.last()?.value - pair.first()?.value))
        .min()
        .unwrap_or(0);
    let digits = if step == 0 {
        2
    } else {
        (9.0 - (step as f64).log10().floor()).clamp(0.0, 9.0) as usize
    };
    ticks
        .iter()
        .map(|tick| match mode {
            AxisMode::Time => format!("{:.digits$} s", tick.value as f64 / 1e9),
            AxisMode::Order => tick.value.to_string(),
        })
        .collect()
}

/// A lane's name with its chip; pressing it selects the task.
pub(super) fn lane_name(
    view: &View,
    (task, depth): (EntityId, u32),
    (row, slot): (usize, u32),
    height: f64,
) -> Html {
    // A task that is still to come goes by the name that it will have.
    let name = if view.scene.tasks.contains(task) {
        name_of(view, task)
    } else {
        last_name_of(view, task)
    };
    let info = view.scene.tasks.get(task);
    let class = classes!(
        "lane-name",
        info.is_none_or(|info| info.state.is_done())
            .then_some("done")
    );
    let indent = f64::from(depth.min(4)) * 0.9 + 0.9;
    let style = format!(
        "top: {:.1}px; height: {height:.1}px; padding-left: {indent:.1}rem",
        row as f64 * height
    );
    let state = info.map_or("", |info| state_word(info.state, view.lang()));
    let runs = info.map_or_else(String::new, |info| {
        function_of_unnamed(view, &name, info.coroutine)
    });
    html! {
        <button type="button" {class} {style} key={slot} onclick={view.on(Action::Select(Some(task)))} title={name.clone()}
            aria-pressed={(view.state.selected == Some(task)).to_string()} data-testid="lane">
            <span class="blank-chip">{ chip(view, task) }</span><span>{ name }if !runs.is_empty() { <small class="lane-runs">{ " " }{ runs }</small> }<span class="visually-hidden">{ format!(", {state}") }</span></span>
        </button>
    }
}

/// The name that an entity has in the end.
fn last_name_of(view: &View, id: EntityId) -> String {
    let recording = view.state.log.get();
    let tail = recording.timeline.tail();
    entity_name(&recording.log, tail, id, view.lang())
}

/// What stands in place of folded lanes; pressing it unfolds them all.
pub(super) fn folded_name(
    view: &View,
    (row, slot): (usize, u32),
    count: u32,
    height: f64,
    on_fold: &Callback<()>,
) -> Html {
    let style = format!("top: {:.1}px; height: {height:.1}px", row as f64 * height);
    let onclick = on_fold.reform(|_| ());
    html! {
        <button type="button" class="lane-name folded" {style} key={slot} {onclick} data-testid="folded-lanes">
            <span class="chip nobody" aria-hidden="true">{ "⋯" }</span><span>{ view.lang().finished_lanes(count) }</span>
        </button>
    }
}

/// The function that a task runs, if the program gave the task no name that says more.
fn function_of_unnamed(view: &View, name: &str, coroutine: EntityId) -> String {
    let is_automatic = name
        .strip_prefix("Task-")
        .is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
    let recording = view.state.log.get();
    match recording.log.entity(coroutine) {
        Some(entity) if is_automatic => recording.log.text(entity.name).to_owned(),
        _ => String::new(),
    }
}

/// The line from a task's creator down to it, as far as it is seen: from row `first` on.
pub(super) fn branch(parent_row: usize, row: usize, depth: u32, height: f64, first: usize) -> Html {
    let seen = (first.saturating_sub(1)) as f64 * height;
    let top = ((parent_row as f64 + 0.5) * height + 12.0).max(seen);
    let length = (row as f64 + 0.5) * height - top;
    let left = f64::from(depth.saturating_sub(1).min(4)) * 0.9 + 1.45;
    let style = format!("top: {top:.1}px; height: {length:.1}px; left: {left:.2}rem");
    html! { <span class="lane-branch" {style} aria-hidden="true"></span> }
}
