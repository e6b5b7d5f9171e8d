//! Who awaits whom: the await graph, with circles of waiting in red.

use coroscope_trace::notices::{Trouble, tell};
use coroscope_trace::scene::{FrameInfo, TaskInfo, TaskState};
use coroscope_trace::sentence::{describe_task, describe_wait_cycle};
use coroscope_trace::{EntityId, EntityKind};
use yew::{
    Callback, Html, MouseEvent, Properties, classes, component, html, use_memo, use_mut_ref,
    use_node_ref, use_state_eq,
};

use super::chip::{chip, name_of};
use super::waits_lines::lines;
use super::waits_room::{MARGIN, Room};
use crate::breakpoints::PROGRAM_FILE;
use crate::browser::layout::use_size;
use crate::browser::moving::use_moving;
use crate::naming::{state_class, state_word, wait_words};
use crate::slots::Slots;
use crate::state::{Action, Detail};
use crate::view::{View, use_view};
use crate::waits_graph::{Graph, Node, Subject, layout};

/// The narrowest column in which frames of the library are counted.
const ROOMY: f64 = 118.0;

/// What a task does or waits for, in few words.
fn doing(view: &View, task: &TaskInfo) -> String {
    let lang = view.lang();
    let length = match task.state {
        TaskState::Sleeping { until } => until.saturating_sub(task.since_time),
        _ => 0,
    };
    let recording = view.state.log.get();
    let words = wait_words(
        &recording.log,
        &view.scene,
        task.state,
        task.wait_text,
        task.wait_for,
        length,
        lang,
    );
    match task.state {
        TaskState::Sleeping { until } => {
            let left = lang.due_in(until.saturating_sub(view.scene.time));
            format!("{words} · {left}")
        }
        _ if words.is_empty() => state_word(task.state, lang).to_owned(),
        _ => words,
    }
}

/// Where a task stands.
struct Standing {
    /// The functions of the program, outermost first.
    functions: String,
    /// How many frames of the library are inside of them.
    library: usize,
    /// The line of the program.
    line: Option<u32>,
}

fn standing(view: &View, task: &TaskInfo) -> Standing {
    let recording = view.state.log.get();
    let log = &recording.log;
    let is_own = |file: u8| {
        log.files()
            .get(usize::from(file))
            .is_none_or(|file| !file.is_library)
    };
    let (own, library): (Vec<&FrameInfo>, Vec<&FrameInfo>) = task
        .frames
        .iter()
        .partition(|frame| frame.place.is_some() && is_own(frame.place.file()));
    let names: Vec<_> = own.iter().map(|frame| log.text(frame.function)).collect();
    let mut functions = names.join(" › ");
    // Who runs has left the line where it was suspended.
    let is_running = matches!(task.state, TaskState::Running);
    let place = match own.last() {
        Some(frame) => frame.place,
        None if is_running && view.scene.place.is_some() => view.scene.place,
        None => task.place,
    };
    let line = (place.is_some() && place.file() == PROGRAM_FILE).then(|| place.line());
    if functions.is_empty() {
        let coroutine = log.entity(task.coroutine);
        functions = coroutine.map_or_else(String::new, |it| log.text(it.name).to_owned());
    }
    Standing {
        functions,
        library: if is_running { 0 } else { library.len() },
        line,
    }
}

fn task_node(view: &View, id: EntityId, task: &TaskInfo, is_dense: bool, is_roomy: bool) -> Html {
    let lang = view.lang();
    let Standing {
        functions,
        library,
        line,
    } = standing(view, task);
    let folded = lang.library_frames(library);
    let class = state_class(task.state);
    let told = describe_task(&view.state.log.get().log, &view.scene, id, lang.into()).to_string();
    html! {
        <>
            <div class="node-head" title={told}>
                { chip(view, id) }
                <button type="button" class="node-name" onclick={view.on(Action::Goto(task.since.0))}>{ name_of(view, id) }</button>
                if is_dense { <span class={classes!("node-state", format!("ink-{class}"))}>{ state_word(task.state, lang) }</span> }
            </div>
            if !is_dense {
                <div class={classes!("node-doing", format!("ink-{class}"))} title={doing(view, task)}>{ doing(view, task) }</div>
                <div class="node-frames">
                    <code title={functions.clone()}>{ functions }</code>
                    if library > 0 && is_roomy { <span title={folded}>{ format!("+{library}") }</span> }
                    if let Some(line) = line {
                        <button type="button" class="link quiet" onclick={view.on(Action::ShowLine(line))}>{ lang.line(line) }</button>
                    }
                </div>
            }
        </>
    }
}

fn thing_node(view: &View, id: EntityId) -> Html {
    let recording = view.state.log.get();
    let is_primitive = recording
        .log
        .entity(id)
        .is_some_and(|entity| entity.kind.is_primitive());
    let is_future = recording
        .log
        .entity(id)
        .is_some_and(|entity| entity.kind == EntityKind::Future);
    let detail = if is_primitive {
        Detail::Primitives
    } else {
        Detail::Futures
    };
    html! {
        <button type="button" class="node-thing" disabled={!is_primitive && !is_future} onclick={view.on(Action::ShowDetail(detail))} title={name_of(view, id)}>{ name_of(view, id) }</button>
    }
}

fn node(
    view: &View,
    (it, key): (&Node, u32),
    graph: &Graph,
    room: &Room,
    unfold: &Callback<MouseEvent>,
) -> Html {
    let (left, width) = room.column(it.column);
    let top = f64::from(it.top) + MARGIN;
    let style = format!(
        "left:{left:.0}px;top:{top:.0}px;width:{width:.0}px;height:{}px",
        it.height
    );
    let stuck = it.is_stuck.then_some("stuck");
    match it.subject {
        Subject::Task(id) => match view.scene.tasks.get(id) {
            Some(task) => html! {
                <li {key} class={classes!("await-node", state_class(task.state), stuck, graph.is_dense.then_some("dense"))} {style}
                    data-move={format!("w{}", id.0)} data-testid="wait-row" data-state={state_class(task.state)}>{ task_node(view, id, task, graph.is_dense, width >= ROOMY) }</li>
            },
            None => Html::default(),
        },
        Subject::Thing(id) => html! {
            <li {key} class={classes!("await-node", "thing", stuck)} {style} data-move={format!("w{}", id.0)} data-testid="wait-thing">{ thing_node(view, id) }</li>
        },
        Subject::More(count) => html! {
            <li {key} class="await-node more" {style} data-testid="wait-more">
                <button type="button" class="node-thing" onclick={unfold.clone()}>{ view.lang().more_alike(count) }</button></li>
        },
    }
}

/// What is wrong with the waiting, if something is.
fn verdict(view: &View) -> Option<String> {
    let lang = view.lang();
    let recording = view.state.log.get();
    if let Some(circle) = describe_wait_cycle(&recording.log, &view.scene, lang.into()) {
        return Some(circle.to_string());
    }
    if !view.scene.deadlock.is_some() {
        return None;
    }
    let all = recording.notices.all();
    let notice = all.iter().find(|it| it.trouble == Trouble::Deadlock)?;
    Some(tell(&recording.log, notice, lang.into()).to_string())
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct WaitsProps {
    /// Whether it stands in the large place.
    #[prop_or_default]
    pub(crate) large: bool,
}

/// The graph.
#[component]
pub(crate) fn WaitsPanel(props: &WaitsProps) -> Html {
    let view = use_view();
    let lang = view.lang();
    let unfolded = use_state_eq(|| false);
    let place = use_node_ref();
    let (width, _) = use_size(&place);
    use_moving(&place, view.state.run, view.state.cursor);
    let graph = use_memo((view.clone(), *unfolded), |(view, unfolded)| {
        layout(&view.scene, *unfolded)
    });
    let slots = use_mut_ref(Slots::default);
    let subjects: Vec<_> = graph.nodes.iter().map(|it| it.subject).collect();
    let slots = slots.borrow_mut().assign(&subjects);
    let room = Room::of(&graph, width);
    let (wide, high) = (room.width(), f64::from(graph.height) + 2.0 * MARGIN);
    let unfold = {
        let unfolded = unfolded.clone();
        Callback::from(move |_| unfolded.set(true))
    };
    let is_empty = graph.nodes.is_empty();
    let empty = if view.state.is_empty() {
        lang.waits_empty()
    } else {
        lang.waits_none()
    };
    html! {
        <div class={classes!("box-body", "waits", props.large.then_some("large"))} ref={place} tabindex="0" role="group" aria-label={lang.waits()} data-testid="waits">
            if let Some(verdict) = verdict(&view) { <p class="cycle" role="status" data-testid="wait-cycle">{ verdict }</p> }
            if is_empty { <p class="empty bare">{ empty }</p> } else {
                <div class="await-graph" style={format!("width:{wide:.0}px;height:{high:.0}px")}>
                    { lines(&graph, &room, wide, high) }
                    <ul>{ for graph.nodes.iter().zip(slots).map(|it| node(&view, it, &graph, &room, &unfold)) }</ul>
                </div>
                if graph.left_out > 0 { <p class="count">{ lang.more(graph.left_out) }</p> }
            }
        </div>
    }
}
