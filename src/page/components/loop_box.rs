//! The event loop at the cursor: the phases of a turn, the ready queue, the timers.

use std::cell::RefCell;

use coroscope_trace::scene::{Phase, ReadyHandle, TimerInfo};
use coroscope_trace::{EntityId, EntityKind, flags};
use yew::{Html, classes, component, html, use_mut_ref, use_node_ref};

use super::chip::{chip, name_of};
use crate::browser::moving::use_moving;
use crate::slots::Slots;
use crate::state::Action;
use crate::stepping::owner;
use crate::text::seconds;
use crate::view::{View, use_view};

/// Cards of one row before the rest becomes a number.
const CARDS: usize = 12;

/// Which of the three phases is present: 0 timers, 1 run, 2 jump.
fn present(view: &View) -> Option<usize> {
    let event_loop = &view.scene.event_loop;
    match event_loop.phase {
        Phase::MovingTimers => Some(0),
        Phase::RunningHandles => Some(1),
        Phase::Jumped => Some(2),
        Phase::Choosing if event_loop.ready.is_empty() => Some(2),
        Phase::Choosing | Phase::NotRunning => None,
    }
}

/// The task that a timer in the ready queue works for, if it does for one.
fn timed_task(view: &View, handle: &ReadyHandle) -> Option<EntityId> {
    let recording = view.state.log.get();
    let log = &recording.log;
    let is_timer = log.entity(handle.handle)?.kind == EntityKind::Timer;
    let task = owner(log, handle.handle);
    (is_timer && view.scene.tasks.contains(task)).then_some(task)
}

fn handle_words(view: &View, handle: &ReadyHandle) -> String {
    let lang = view.lang();
    let text = || view.state.log.get().log.text(handle.callback).to_owned();
    let is_task = view.scene.tasks.contains(handle.owner);
    if let Some(task) = timed_task(view, handle) {
        return format!("{} · {}", name_of(view, task), name_of(view, handle.handle));
    }
    match handle.purpose {
        flags::HANDLE_STEP if is_task => {
            format!("{} · {}", name_of(view, handle.owner), lang.step_word())
        }
        flags::HANDLE_WAKE if is_task => {
            format!("{} · {}", name_of(view, handle.owner), lang.wake_word())
        }
        _ => {
            let text = text();
            if text.is_empty() {
                lang.callback_word().to_owned()
            } else {
                text
            }
        }
    }
}

/// The card of a handle; `key` tells it from the others of its row.
fn card(
    view: &View,
    (handle, key): (&ReadyHandle, u32),
    class: &'static str,
    test: &'static str,
) -> Html {
    let whose = if view.scene.tasks.contains(handle.owner) {
        Some(handle.owner)
    } else {
        timed_task(view, handle)
    };
    let passed = handle.is_cancelled.then_some("passed");
    html! {
        <button type="button" {key} class={classes!("card", class, passed)} data-move={handle.handle.0.to_string()} data-testid={test}
            onclick={view.on(Action::Goto(handle.since.0))} title={view.lang().go_to_event(handle.since.0 as usize)}>
            if class == "running" { <span aria-hidden="true">{ "▶" }</span> }
            if let Some(task) = whose { { chip(view, task) } }
            <span>{ handle_words(view, handle) }</span>
        </button>
    }
}

/// The first of the handles, each with a key for its card.
fn in_slots<'a>(
    handles: &[&'a ReadyHandle],
    slots: &RefCell<Slots<EntityId>>,
) -> impl Iterator<Item = (&'a ReadyHandle, u32)> {
    let shown: Vec<_> = handles.iter().take(CARDS).copied().collect();
    let keys: Vec<_> = shown.iter().map(|handle| handle.handle).collect();
    let slots = slots.borrow_mut().assign(&keys);
    shown.into_iter().zip(slots)
}

fn more(view: &View, count: usize) -> Html {
    let hidden = count.saturating_sub(CARDS);
    if hidden == 0 {
        Html::default()
    } else {
        html! { <span class="count">{ view.lang().more(hidden) }</span> }
    }
}

/// A disc of which the part that is left is filled.
fn pie(left: f64) -> Html {
    let angle = left.clamp(0.0, 1.0) * std::f64::consts::TAU;
    let (x, y) = (8.0 + 7.0 * angle.sin(), 8.0 - 7.0 * angle.cos());
    let large = i32::from(angle > std::f64::consts::PI);
    let wedge = format!("M8 8V1A7 7 0 {large} 1 {x:.2} {y:.2}Z");
    html! {
        <svg class="pie" viewBox="0 0 16 16" aria-hidden="true">
            <circle class="rest" cx="8" cy="8" r="7"/>
            if left >= 0.999 { <circle class="left" cx="8" cy="8" r="7"/> } else { <path class="left" d={wedge}/> }
        </svg>
    }
}

fn timer_card(view: &View, (timer, key): (&TimerInfo, u32)) -> Html {
    let recording = view.state.log.get();
    let log = &recording.log;
    let set_at = log.event(timer.since).map_or(0, |event| event.time);
    let remaining = view.scene.remaining(timer);
    let whole = timer.deadline.saturating_sub(set_at).max(1);
    let whose = owner_of_timer(view, timer.timer);
    let title = format!("{} {}", name_of(view, whose), view.lang().due_in(remaining));
    html! {
        <button type="button" {key} class="card" data-move={timer.timer.0.to_string()} title={title} data-testid="timer" onclick={view.on(Action::Goto(timer.since.0))}>
            { pie(remaining as f64 / whole as f64) }
            if view.scene.tasks.contains(whose) { { chip(view, whose) } }
            <span>{ seconds(remaining) }</span>
        </button>
    }
}

/// The task a timer will wake: its own owner, or the task that waits for the future it serves.
fn owner_of_timer(view: &View, timer: EntityId) -> EntityId {
    let recording = view.state.log.get();
    let log = &recording.log;
    let direct = owner(log, timer);
    if view.scene.tasks.contains(direct) {
        return direct;
    }
    let parent = log
        .entity(timer)
        .map_or(EntityId::NONE, |entity| entity.parent);
    let woken = view.scene.futures.get(parent).and_then(|future| {
        future
            .callbacks
            .iter()
            .map(|callback| callback.wakes)
            .find(|task| task.is_some())
    });
    woken.unwrap_or(direct)
}

/// The loop's box.
#[component]
pub(crate) fn LoopBox() -> Html {
    let view = use_view();
    let lang = view.lang();
    let place = use_node_ref();
    use_moving(&place, view.state.run, view.state.cursor);
    let (slots, next_slots, timer_slots) = (
        use_mut_ref(Slots::default),
        use_mut_ref(Slots::default),
        use_mut_ref(Slots::default),
    );
    let event_loop = &view.scene.event_loop;
    if !event_loop.id.is_some() {
        return html! { <p class="empty">{ if view.state.is_empty() { lang.loop_empty() } else { lang.no_loop() } }</p> };
    }
    let present = present(&view);
    let (now, next) = event_loop.ready_by_turn();
    let (now, next): (Vec<_>, Vec<_>) = (now.collect(), next.collect());
    let (shown_now, shown_next) = (in_slots(&now, &slots), in_slots(&next, &next_slots));
    let timers: Vec<_> = event_loop.timers.iter().take(CARDS).collect();
    let keys: Vec<_> = timers.iter().map(|timer| timer.timer).collect();
    let timers = timers
        .into_iter()
        .zip(timer_slots.borrow_mut().assign(&keys));
    let phase = |position: usize, short: &'static str, text: &'static str| {
        html! {
            <li class="phase" aria-current={(present == Some(position)).then_some("step")} data-testid={format!("phase-{}", position + 1)}>
                <span>{ position + 1 }</span><span class="short" aria-hidden="true">{ short }</span><span class="long">{ text }</span>
            </li>
        }
    };
    html! {
        <div class="box-body loop-body" ref={place} tabindex="0" role="group" aria-label={lang.the_loop()} data-testid="loop-body">
            <ol class="phases">
                { phase(0, lang.phase_timers_short(), lang.phase_timers()) }
                { phase(1, lang.phase_run_short(), lang.phase_run()) }
                { phase(2, lang.phase_jump_short(), lang.phase_jump()) }
            </ol>
            <h3>{ lang.ready_queue() }</h3>
            <div class="cards" data-testid="ready-queue">
                if let Some(running) = &event_loop.running { { card(&view, (running, 0), "running", "running-handle") } }
                <>{ for shown_now.map(|it| card(&view, it, "", "ready-handle")) }</>
                { more(&view, now.len()) }
                if event_loop.running.is_none() && now.is_empty() && next.is_empty() { <span class="count">{ lang.ready_empty() }</span> }
                if !next.is_empty() {
                    <span class="boundary">{ lang.next_iteration() }</span>
                    <>{ for shown_next.map(|it| card(&view, it, "next", "next-handle")) }</>
                    { more(&view, next.len()) }
                }
            </div>
            <h3>{ lang.timers() }</h3>
            <div class="cards" data-testid="timers">
                <>{ for timers.map(|it| timer_card(&view, it)) }</>
                { more(&view, event_loop.timers.len()) }
                if event_loop.timers.is_empty() { <span class="count">{ lang.timers_none() }</span> }
            </div>
        </div>
    }
}
