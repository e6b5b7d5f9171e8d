//! The table of events: every event a row that does what the picture does.
//!
//! Rows have one height, so that of a hundred thousand only the visible ones are made.

use std::cell::RefCell;
use std::rc::Rc;

use coroscope_trace::scene::Scene;
use coroscope_trace::sentence::describe_event;
use coroscope_trace::{EntityId, EventIndex, Language, Log};
use gloo_timers::callback::Timeout;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement};
use yew::{
    Callback, Event, Html, InputEvent, KeyboardEvent, TargetCast, classes, component, hook, html,
    use_effect_with, use_mut_ref, use_node_ref, use_state, use_state_eq,
};

use super::chip::{chip, name_of};
use crate::breakpoints::PROGRAM_FILE;
use crate::browser::layout::use_size;
use crate::browser::window;
use crate::events_search::Found;
use crate::events_table::{Filter, Group, row_of};
use crate::naming::state_class;
use crate::state::{Action, LogHandle};
use crate::stepping::{is_problem, owner};
use crate::text::seconds_column;
use crate::view::{View, use_view};

/// Height of a row in pixels, as in events.css.
const ROW: f64 = 26.0;
/// Rows made beyond the visible ones on each side.
const SPARE: usize = 8;
/// The browser cannot scroll through a sheet higher than this many pixels.
const HIGHEST: f64 = 8_000_000.0;
/// Tasks in the menu, at most.
const TASKS: usize = 300;

fn filters(view: &View, shown: usize, is_searching: bool) -> Html {
    let lang = view.lang();
    let filter = view.state.filter.clone();
    let set = {
        let (view, filter) = (view.clone(), filter.clone());
        move |change: &dyn Fn(&mut Filter)| {
            let mut next = (*filter).clone();
            change(&mut next);
            view.send(Action::SetFilter(next));
        }
    };
    let on_text = {
        let set = set.clone();
        Callback::from(move |event: InputEvent| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let text = field.value();
            set(&|filter| filter.text.clone_from(&text));
        })
    };
    let on_group = {
        let set = set.clone();
        Callback::from(move |event: Event| {
            let menu: HtmlSelectElement = event.target_unchecked_into();
            let group = Group::from_code(&menu.value());
            set(&|filter| filter.group = group);
        })
    };
    let on_task = Callback::from(move |event: Event| {
        let menu: HtmlSelectElement = event.target_unchecked_into();
        let task = menu.value().parse().ok().map(EntityId);
        set(&|filter| filter.task = task);
    });
    let recording = view.state.log.get();
    let tasks = recording
        .timeline
        .lanes()
        .all()
        .iter()
        .map(|lane| lane.task);
    html! {
        <div class="events-head" role="search">
            <input type="search" value={filter.text.clone()} oninput={on_text} placeholder={lang.events_search_hint()}
                aria-label={lang.events_search()} id="events-search" data-testid="events-search" />
            <select onchange={on_group} aria-label={lang.events_group()} data-testid="events-group">
                { for Group::ALL.iter().map(|group| html! { <option value={group.code()} selected={*group == filter.group}>{ group.title(lang) }</option> }) }
            </select>
            <select onchange={on_task} aria-label={lang.events_task()} data-testid="events-task">
                <option value="" selected={filter.task.is_none()}>{ lang.all_tasks() }</option>
                { for tasks.take(TASKS).map(|id| html! { <option value={id.0.to_string()} selected={filter.task == Some(id)}>{ name_of(view, id) }</option> }) }
            </select>
            <span class="count" role="status" data-testid="events-count">
                if is_searching { { lang.events_searching() }{ " " } }{ lang.rows_shown(shown, view.state.len() as usize) }
            </span>
        </div>
    }
}

/// The colour token of the state that an event's task is in, roughly told by the event.
fn tone(log: &Log, scene: &Scene, event: &coroscope_trace::Event) -> &'static str {
    if is_problem(event) {
        return "raised";
    }
    scene
        .tasks
        .get(owner(log, event.subject))
        .map_or("none", |task| state_class(task.state))
}

fn row(view: &View, position: usize, index: u32, top: f64) -> Html {
    let lang = view.lang();
    let recording = view.state.log.get();
    let log = &recording.log;
    let Some(event) = log.event(EventIndex(index)) else {
        return Html::default();
    };
    let is_current = index == view.state.cursor;
    let who = owner(log, event.subject);
    let sentence = describe_event(log, EventIndex(index), Language::from(lang)).to_string();
    let place = event.place;
    let in_program = place.is_some() && place.file() == PROGRAM_FILE;
    let class = classes!(
        "event-row",
        is_current.then_some("current"),
        (index > view.state.cursor).then_some("future"),
        is_problem(event).then_some("problem"),
    );
    html! {
        <div key={index} {class} role="row" id={format!("event-{index}")} aria-rowindex={(position + 2).to_string()} aria-selected={is_current.to_string()}
            style={format!("top: {top:.0}px")} onclick={view.on(Action::Goto(index))} data-testid="event-row">
            <span role="gridcell" class="number">{ index }</span>
            <span role="gridcell" class="number">{ seconds_column(event.time) }</span>
            <span role="gridcell" class={classes!("who", format!("tone-{}", tone(log, &view.scene, event)))}>
                if log.is_task(who) { { chip(view, who) }{ name_of(view, who) } }
            </span>
            <span role="gridcell" class="what" title={sentence.clone()}>{ sentence }</span>
            <span role="gridcell" class="number">{ if in_program { place.line().to_string() } else { String::new() } }</span>
        </div>
    }
}

/// Milliseconds that a search may take at once: before the rows are drawn first,
/// and later, when keys and pointer must be heard in between.
const FIRST_SLICE: f64 = 6.0;
const SLICE: f64 = 24.0;
/// Events between two looks at the clock.
const AT_ONCE: u32 = 256;

/// Which event each row shows.
#[derive(Clone)]
enum Rows {
    /// So many events, all of them.
    All(u32),
    /// Those that were found.
    Some(Rc<RefCell<Option<Found>>>),
}

impl Rows {
    fn with<T>(&self, all: impl FnOnce(u32) -> T, some: impl FnOnce(&[u32]) -> T) -> T {
        match self {
            Rows::All(count) => all(*count),
            Rows::Some(found) => some(found.borrow().as_ref().map_or(&[], Found::rows)),
        }
    }

    fn len(&self) -> usize {
        self.with(|count| count as usize, <[u32]>::len)
    }

    fn event(&self, position: usize) -> Option<u32> {
        self.with(
            |count| u32::try_from(position).ok().filter(|row| *row < count),
            |rows| rows.get(position).copied(),
        )
    }

    /// The row of an event, or of the last shown one before it.
    fn row_of(&self, event: u32) -> usize {
        self.with(|_| row_of(None, event), |rows| row_of(Some(rows), event))
    }
}

/// The rows that the filter leaves, and whether the search for them still goes on.
#[hook]
fn use_rows(view: &View) -> (Rows, bool) {
    let found = use_mut_ref(|| None::<Found>);
    let frames = use_state(|| 0_u32);
    let (filter, lang, run) = (view.state.filter.clone(), view.lang(), view.state.run);
    let before = use_mut_ref(|| run);
    let len = view.state.len();
    let is_open = filter.is_open();
    let is_searching = !is_open && {
        let is_same = before.replace(run) == run;
        let mut found = found.borrow_mut();
        let known = found
            .take()
            .filter(|it| is_same && it.is_for(&filter, lang));
        let found = found.insert(known.unwrap_or_else(|| Found::new(filter, lang)));
        follow_for(FIRST_SLICE, found, &view.state.log);
        !found.is_complete(len)
    };
    {
        let (frames, found, log) = (frames.clone(), found.clone(), view.state.log.clone());
        use_effect_with((is_searching, *frames), move |(is_searching, count)| {
            let next = count.wrapping_add(1);
            let go_on = move || {
                if let Some(found) = found.borrow_mut().as_mut() {
                    follow_for(SLICE, found, &log);
                }
                frames.set(next);
            };
            let wait = is_searching.then(|| Timeout::new(0, go_on));
            move || drop(wait)
        });
    }
    let rows = if is_open {
        Rows::All(len)
    } else {
        Rows::Some(found)
    };
    (rows, is_searching)
}

/// Looks through the log for about so many milliseconds.
fn follow_for(milliseconds: f64, found: &mut Found, log: &LogHandle) {
    let clock = window().and_then(|window| window.performance());
    let now = || clock.as_ref().map_or(0.0, web_sys::Performance::now);
    let end = now() + milliseconds;
    let recording = log.get();
    while !found.is_complete(log.len()) && now() < end {
        found.follow(&recording.log, AT_ONCE);
    }
}

/// The table.
#[component]
pub(crate) fn EventsView() -> Html {
    let view = use_view();
    let lang = view.lang();
    let place = use_node_ref();
    let (_, height) = use_size(&place);
    let scrolled = use_state_eq(|| 0.0_f64);
    let (rows, is_searching) = use_rows(&view);
    let count = rows.len();
    // A very high sheet is scrolled through faster than its rows are high.
    let full = count as f64 * ROW;
    let sheet = full.min(HIGHEST);
    let room = height.max(ROW);
    let reach = (sheet - room).max(1.0);
    let shift = if full > sheet {
        *scrolled / reach * (full - sheet)
    } else {
        0.0
    };
    let first = (((*scrolled + shift) / ROW) as usize)
        .saturating_sub(SPARE)
        .min(count);
    let last = (((*scrolled + shift + room) / ROW) as usize + SPARE + 1).min(count);
    let current = rows.row_of(view.state.cursor);
    {
        // The cursor's row stays in view.
        let (place, top) = (place.clone(), *scrolled);
        use_effect_with((current, count > 0, height > 0.0), move |(current, ..)| {
            let Some(list) = place.cast::<HtmlElement>() else {
                return;
            };
            let row = *current as f64 * ROW;
            let seen = top + shift;
            if row < seen || row + 2.0 * ROW > seen + room {
                let wanted = (row - room / 2.0).max(0.0);
                let goal = if full > sheet {
                    wanted / (full - room).max(1.0) * reach
                } else {
                    wanted
                };
                list.set_scroll_top(goal as i32);
            }
        });
    }
    let onscroll = {
        let (place, scrolled) = (place.clone(), scrolled);
        Callback::from(move |_: Event| {
            if let Some(list) = place.cast::<HtmlElement>() {
                scrolled.set(f64::from(list.scroll_top()));
            }
        })
    };
    let onkeydown = {
        let (view, rows) = (view.clone(), rows.clone());
        let page = (room / ROW) as usize;
        Callback::from(move |event: KeyboardEvent| {
            // Between two rows the cursor may stand: the row above counts as current.
            let to = match event.key().as_str() {
                "ArrowDown" => current.saturating_add(1),
                "ArrowUp" if rows.event(current) != Some(view.state.cursor) => current,
                "ArrowUp" => current.saturating_sub(1),
                "PageDown" => current.saturating_add(page),
                "PageUp" => current.saturating_sub(page),
                _ => return,
            };
            event.prevent_default();
            if let Some(index) = rows.event(to.min(count.saturating_sub(1))) {
                view.send(Action::Goto(index));
            }
        })
    };
    let active = (rows.event(current) == Some(view.state.cursor))
        .then(|| format!("event-{}", view.state.cursor));
    html! {
        <section class="events" id="stage" tabindex="-1" aria-label={lang.events()} data-testid="events">
            { filters(&view, count, is_searching) }
            <div role="grid" aria-label={lang.events()} aria-rowcount={(count + 1).to_string()} class="events-grid" tabindex="0" ref={place} {onscroll} {onkeydown}
                aria-activedescendant={active} data-testid="events-grid">
                <div role="row" class="event-row head" aria-rowindex="1">
                    <span role="columnheader">{ lang.column_event() }</span><span role="columnheader">{ lang.column_time() }</span>
                    <span role="columnheader">{ lang.column_task() }</span><span role="columnheader">{ lang.column_what() }</span>
                    <span role="columnheader">{ lang.column_line() }</span>
                </div>
                if count == 0 {
                    <div role="row"><p role="gridcell" class="empty">{ if view.state.is_empty() { lang.events_empty() } else if is_searching { lang.events_searching() } else { lang.events_none() } }</p></div>
                } else {
                    <div class="events-sheet" role="rowgroup" style={format!("height: {sheet:.0}px")}>
                        { for (first..last).filter_map(|position| {
                            let index = rows.event(position)?;
                            Some(row(&view, position, index, position as f64 * ROW - shift))
                        }) }
                    </div>
                }
            </div>
        </section>
    }
}
