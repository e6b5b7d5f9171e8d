//! Generators and coroutines: chains of delegation, where each link stands, what
//! went in and what came out.

use std::collections::HashSet;

use coroscope_trace::notices::Trouble;
use coroscope_trace::scene::{FrameInfo, GeneratorInfo, GeneratorState, TaskInfo, TaskState};
use coroscope_trace::{EntityId, EntityKind, Log, TextId, flags};
use yew::{Html, classes, component, html};

use super::chip::{chip, name_of};
use crate::state::Action;
use crate::text::Lang;
use crate::view::{View, use_view};

/// Rows before the rest becomes a number.
const ROWS: usize = 60;
/// Links of a chain that are drawn; deeper ones stand no further to the right.
const DEEPEST: usize = 8;

const fn state_word(state: GeneratorState, lang: Lang) -> (&'static str, &'static str) {
    match state {
        GeneratorState::Created => (lang.generator_created(), "ink-ready"),
        GeneratorState::Running => (lang.state_running(), "ink-running"),
        GeneratorState::Suspended => (lang.generator_suspended(), "ink-waiting"),
        GeneratorState::Returned => (lang.state_returned(), "ink-returned"),
        GeneratorState::Raised => (lang.state_raised(), "ink-raised"),
        GeneratorState::Closed => (lang.generator_closed(), "ink-cancelled"),
    }
}

fn value(view: &View, class: &'static str, word: &'static str, text: TextId) -> Html {
    let recording = view.state.log.get();
    let text = recording.log.text(text);
    if text.is_empty() {
        return Html::default();
    }
    html! { <span class={classes!("passed-value", class)}><span>{ word }</span><code title={text.to_owned()}>{ text.to_owned() }</code></span> }
}

/// One link of a chain.
fn row(view: &View, id: EntityId, generator: &GeneratorInfo, depth: usize) -> Html {
    let lang = view.lang();
    let (word, class) = state_word(generator.state, lang);
    let sent_word = if generator.last_resume == flags::RESUME_THROW {
        lang.thrown_in()
    } else {
        lang.sent_in()
    };
    let style = format!("--depth: {}", depth.min(DEEPEST));
    html! {
        <li key={id.0} class={classes!((depth > 0).then_some("inner"))} {style} data-testid="generator-row">
            <div class="head">
                if depth > 0 { { delegates(lang) } }
                <button type="button" class="link" onclick={view.on(Action::Goto(generator.since.0))}>{ name_of(view, id) }</button>
                <span class={class}>{ word }</span>
                if generator.place.is_some() { <span class="count">{ lang.line(generator.place.line()) }</span> }
            </div>
            <div class="sub">
                { value(view, "in", sent_word, generator.last_sent) }
                { value(view, "out", lang.came_out(), generator.last_out) }
            </div>
        </li>
    }
}

/// A task drives a coroutine: the log tells of it by the task's steps, and by
/// the frames at each suspension.
fn driven(view: &View, id: EntityId, task: &TaskInfo) -> Html {
    let lang = view.lang();
    let recording = view.state.log.get();
    let log = &recording.log;
    let (word, class) = match task.state {
        TaskState::Running => (lang.state_running(), "ink-running"),
        _ if task.steps == 0 => (lang.generator_created(), "ink-ready"),
        _ => (lang.generator_suspended(), "ink-waiting"),
    };
    let is_suspended = !matches!(task.state, TaskState::Running);
    let inner = task
        .frames
        .iter()
        .filter(|_| is_suspended)
        .enumerate()
        .skip(1);
    let own = inner.filter(|(_, frame)| is_own(log, frame));
    let library = task
        .frames
        .iter()
        .filter(|frame| is_suspended && !is_own(log, frame))
        .count();
    let line = task.frames.first().map_or(task.place, |frame| frame.place);
    html! {
        <>
            <li key={id.0} data-testid="coroutine-row">
                <div class="head">
                    { chip(view, id) }
                    <button type="button" class="link" onclick={view.on(Action::Goto(task.since.0))}>{ name_of(view, task.coroutine) }</button>
                    <span class={class}>{ word }</span>
                    if line.is_some() { <span class="count">{ lang.line(line.line()) }</span> }
                </div>
            </li>
            { for own.map(|(depth, frame)| html! {
                <li class="inner" style={format!("--depth: {}", depth.min(DEEPEST))} data-testid="coroutine-row">
                    <div class="head">{ delegates(lang) }<code>{ format!("{}()", log.text(frame.function)) }</code>
                        <span class="count">{ lang.line(frame.place.line()) }</span></div>
                </li>
            }) }
            if library > 0 { <li class="count">{ "+ " }{ lang.library_frames(library) }</li> }
        </>
    }
}

fn is_own(log: &Log, frame: &FrameInfo) -> bool {
    let file = log.files().get(usize::from(frame.place.file()));
    frame.place.is_some() && file.is_none_or(|file| !file.is_library)
}

fn delegates(lang: Lang) -> Html {
    html! { <span class="count" title={lang.delegates()}><span aria-hidden="true">{ "↳" }</span><span class="visually-hidden">{ lang.delegates() }</span></span> }
}

/// Coroutines that nobody will ever await. Of others that no task drives the
/// log tells only how they began: a row about them could not tell the truth.
fn never_awaited(view: &View) -> HashSet<EntityId> {
    let recording = view.state.log.get();
    let notices = recording.notices.all().into_iter();
    notices
        .filter(|notice| notice.trouble == Trouble::NeverAwaited)
        .map(|notice| notice.who)
        .collect()
}

/// Generators in the order of the panel, with their depth: chains of those alive
/// from their outermost link inwards, then those that are over, the last first.
fn in_order(view: &View) -> Vec<(EntityId, usize)> {
    let generators = &view.scene.generators;
    let forgotten = never_awaited(view);
    let shown: Vec<(EntityId, &GeneratorInfo)> = generators
        .iter()
        .filter(|(id, it)| it.kind != EntityKind::Coroutine || forgotten.contains(id))
        .collect();
    let is_alive = |id: EntityId| {
        let generator = generators.get(id);
        generator.is_some_and(|generator| !generator.state.is_done())
    };
    let inner: HashSet<EntityId> = shown
        .iter()
        .filter(|(_, generator)| !generator.state.is_done())
        .map(|(_, generator)| generator.delegates_to)
        .collect();
    let mut order = Vec::new();
    for (head, _) in &shown {
        if !is_alive(*head) || inner.contains(head) {
            continue;
        }
        let (mut link, mut depth) = (*head, 0);
        // A chain is at most as long as there are generators, even in a damaged log.
        while is_alive(link) && depth <= generators.len() {
            order.push((link, depth));
            depth += 1;
            link = generators
                .get(link)
                .map_or(EntityId::NONE, |generator| generator.delegates_to);
        }
    }
    let done = shown.iter().rev().map(|(id, _)| *id);
    order.extend(done.filter(|id| !is_alive(*id)).map(|id| (id, 0)));
    order
}

/// The list.
#[component]
pub(crate) fn GeneratorsPanel() -> Html {
    let view = use_view();
    let lang = view.lang();
    let order = in_order(&view);
    let tasks = view.scene.unfinished_count();
    if order.is_empty() && tasks == 0 {
        return html! { <p class="empty">{ lang.generators_none() }</p> };
    }
    let alive = view.scene.unfinished_tasks().take(ROWS);
    let driven = alive.filter_map(|(id, _)| {
        let task = view.scene.tasks.get(id)?;
        Some(driven(&view, id, task))
    });
    let rows = order.iter().take(ROWS).filter_map(|(id, depth)| {
        let generator = view.scene.generators.get(*id)?;
        Some(row(&view, *id, generator, *depth))
    });
    html! {
        <ul class="box-body facts chains" tabindex="0" aria-label={lang.generators()} data-testid="generators">
            { for rows }
            { for driven }
            if order.len().max(tasks) > ROWS { <li class="count">{ lang.more(order.len().max(tasks) - ROWS) }</li> }
        </ul>
    }
}
