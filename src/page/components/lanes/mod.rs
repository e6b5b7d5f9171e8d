//! The lanes: one per task, over virtual time or event order.
//!
//! The bars are a canvas that depends on the log, the size and the theme only;
//! moving the cursor moves a dimming layer over it, so scrubbing costs the same
//! for ten events as for a hundred thousand.

mod draw;
mod geometry;
mod legend;
mod overlay;

use coroscope_trace::{EntityId, EventIndex};
use coroscope_trace::lanes::Lane;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, PointerEvent, WheelEvent};
use yew::{Callback, Event, Html, KeyboardEvent, NodeRef, Properties, classes, component, hook, html, use_effect_with, use_memo, use_mut_ref, use_node_ref, use_state_eq};

use self::draw::{Palette, Picture};
use self::geometry::{Geometry, row_height};
use self::legend::legend;
use self::overlay::{cause_arrow, labels};
use super::chip::{chip, name_of};
use crate::axis::{Axis, AxisMode, Tick};
use crate::browser::layout::use_size;
use crate::browser::theme::use_shown_theme;
use crate::browser::{takes_text, window};
use crate::naming::state_word;
use crate::state::{Action, Settings};
use crate::stepping::owner;
use crate::span::Span;
use crate::text::seconds;
use crate::view::{View, use_view};

/// Room right of the plot's end, for end marks.
const RIGHT_MARGIN: f64 = 24.0;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LanesProps {
    /// A few lanes only, beside another panel on a phone.
    pub(crate) compact: bool,
}

/// The place for lanes: the switch, the axis, the lanes.
#[component]
pub(crate) fn Lanes(props: &LanesProps) -> Html {
    let view = use_view();
    let lang = view.lang();
    let settings = view.state.settings;
    let span = use_state_eq(Span::default);
    let on_span = {
        let span = span.clone();
        Callback::from(move |new: Span| span.set(new))
    };
    {
        // Another run is seen whole at first.
        let span = span.clone();
        use_effect_with((view.state.run, settings.axis), move |_| span.set(Span::WHOLE));
    }
    use_zoom_keys(&view, *span, on_span.clone());
    let cursor = position_of_cursor(&view);
    let zoom_button = |new: Span, title: &'static str, sign: &'static str, test: &'static str| {
        let onclick = on_span.reform(move |_| new);
        let disabled = view.state.is_empty() || new == *span;
        html! { <button type="button" {onclick} {title} aria-label={title} {disabled} data-testid={test}>{ sign }</button> }
    };
    let axis_button = |mode: AxisMode, word: &'static str, test: &'static str| html! {
        <button type="button" aria-pressed={(settings.axis == mode).to_string()} onclick={view.on(Action::Set(Settings { axis: mode, ..settings }))} data-testid={test}>{ word }</button>
    };
    html! {
        <section class={classes!("lanes", props.compact.then_some("compact"))} id="stage" tabindex="-1" aria-label={lang.lanes()} data-testid="lanes">
            <div class="lanes-head">
                { legend(lang) }
                <div class="switch zoom">
                    { zoom_button(span.zoomed(2.0, cursor), lang.zoom_out(), "−", "zoom-out") }
                    { zoom_button(Span::WHOLE, lang.zoom_whole(), "↔", "zoom-whole") }
                    { zoom_button(span.zoomed(0.5, cursor), lang.zoom_in(), "+", "zoom-in") }
                </div>
                <div class="switch" role="group" aria-label={lang.axis()}>
                    { axis_button(AxisMode::Time, lang.axis_time(), "axis-time") }
                    { axis_button(AxisMode::Order, lang.axis_order(), "axis-order") }
                </div>
            </div>
            <Plot span={*span} on_span={on_span} />
        </section>
    }
}

fn invitation(words: &'static str) -> Html {
    html! {
        <div class="lanes-invite" data-testid="lanes-empty">
            <svg viewBox="0 0 224 80" aria-hidden="true">
                <rect x="8" y="12" width="14" height="14" fill="var(--running)" opacity="0.55"/><rect x="24" y="17.5" width="150" height="3" fill="var(--waiting)" opacity="0.45"/><rect x="176" y="12" width="12" height="14" fill="var(--running)" opacity="0.55"/>
                <rect x="28" y="37" width="10" height="14" fill="var(--running)" opacity="0.55"/><rect x="40" y="41" width="76" height="6" fill="var(--sleeping)" opacity="0.4"/><rect x="118" y="37" width="10" height="14" fill="var(--running)" opacity="0.55"/>
                <rect x="42" y="62" width="10" height="14" fill="var(--running)" opacity="0.55"/><rect x="54" y="66" width="110" height="6" fill="var(--sleeping)" opacity="0.4"/><rect x="166" y="62" width="10" height="14" fill="var(--running)" opacity="0.55"/>
            </svg>
            <strong>{ words }</strong>
        </div>
    }
}

/// A label for each tick, all with as many digits as tell neighbours apart.
fn tick_labels(mode: AxisMode, ticks: &[Tick]) -> Vec<String> {
    let step = ticks.windows(2).filter_map(|pair| Some(pair.last()?.value - pair.first()?.value)).min().unwrap_or(0);
    let digits = if step == 0 { 2 } else { (9.0 - (step as f64).log10().floor()).clamp(0.0, 9.0) as usize };
    ticks
        .iter()
        .map(|tick| match mode {
            AxisMode::Time => format!("{:.digits$} s", tick.value as f64 / 1e9),
            AxisMode::Order => tick.value.to_string(),
        })
        .collect()
}

/// A lane's name with its chip; pressing it selects the task.
fn lane_name(view: &View, task: EntityId, depth: u32, row: usize, height: f64) -> Html {
    let name = name_of(view, task);
    let info = view.scene.tasks.get(task);
    let class = classes!("lane-name", info.is_none_or(|info| info.state.is_done()).then_some("done"));
    let indent = f64::from(depth.min(4)) * 0.9 + 0.9;
    let style = format!("top: {:.1}px; height: {height:.1}px; padding-left: {indent:.1}rem", row as f64 * height);
    let state = info.map_or("", |info| state_word(info.state, view.lang()));
    html! {
        <button type="button" {class} {style} key={task.0} onclick={view.on(Action::Select(Some(task)))} title={name.clone()}
            aria-pressed={(view.state.selected == Some(task)).to_string()} data-testid="lane">
            <span class="blank-chip">{ chip(view, task) }</span><span>{ name }<span class="visually-hidden">{ format!(", {state}") }</span></span>
        </button>
    }
}

/// The line from a task's creator down to it.
fn branch(parent_row: usize, row: usize, depth: u32, height: f64) -> Html {
    let top = (parent_row as f64 + 0.5) * height + 12.0;
    let length = (row as f64 + 0.5) * height - top;
    let left = f64::from(depth.saturating_sub(1).min(4)) * 0.9 + 1.45;
    let style = format!("top: {top:.1}px; height: {length:.1}px; left: {left:.2}rem");
    html! { <span class="lane-branch" {style} aria-hidden="true"></span> }
}

/// Where the cursor is on the whole axis.
fn position_of_cursor(view: &View) -> f64 {
    let recording = view.state.log.get();
    Axis::new(&recording.log, view.state.settings.axis).after(&recording.log, view.state.cursor).min(1.0)
}

/// Zooms with +, − and 0, around the cursor.
#[hook]
fn use_zoom_keys(view: &View, span: Span, on_span: Callback<Span>) {
    let latest = use_mut_ref(|| (view.clone(), span));
    *latest.borrow_mut() = (view.clone(), span);
    use_effect_with((), move |()| {
        let listener = Closure::<dyn FnMut(KeyboardEvent)>::new(move |event: KeyboardEvent| {
            let (view, span) = latest.borrow().clone();
            if event.ctrl_key() || event.meta_key() || event.alt_key() || takes_text(event.target()) || view.state.is_empty() {
                return;
            }
            let new = match event.key().as_str() {
                "+" | "=" => span.zoomed(0.5, position_of_cursor(&view)),
                "-" | "−" => span.zoomed(2.0, position_of_cursor(&view)),
                "0" => Span::WHOLE,
                _ => return,
            };
            on_span.emit(new);
        });
        let target = window();
        if let Some(window) = &target {
            // Refused only for a listener that is not a function.
            let _ = window.add_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
        }
        move || {
            if let Some(window) = target {
                let _ = window.remove_event_listener_with_callback("keydown", listener.as_ref().unchecked_ref());
            }
        }
    });
}

#[derive(Clone, PartialEq, Properties)]
struct PlotProps {
    span: Span,
    on_span: Callback<Span>,
}

/// The axis, the canvas and what lies over it.
#[component]
fn Plot(props: &PlotProps) -> Html {
    let view = use_view();
    let lang = view.lang();
    let mode = view.state.settings.axis;
    let theme = use_shown_theme(view.state.settings.theme);
    let scroll = use_node_ref();
    let overlay = use_node_ref();
    let canvas = use_node_ref();
    let (_, room) = use_size(&scroll);
    let (width, _) = use_size(&overlay);
    let scrolled = use_state_eq(|| 0.0_f64);
    let dragging = use_mut_ref(|| false);

    let order = use_memo(view.state.log.clone(), |handle| handle.get().timeline.lanes().in_tree_order());
    let recording = view.state.log.get();
    let log = &recording.log;
    let lanes = recording.timeline.lanes().all();
    let count = order.len();
    let row = row_height(count, room);
    let geometry = Geometry { axis: Axis::new(log, mode), from: props.span.from, to: props.span.to, width: (width - RIGHT_MARGIN).max(1.0), row };
    let first = ((*scrolled / row).floor().max(0.0) as usize).min(count);
    let after = (((*scrolled + room) / row).ceil().max(0.0) as usize).min(count);
    let shown: Vec<&Lane> = order.get(first..after).unwrap_or(&[]).iter().filter_map(|position| lanes.get(*position)).collect();

    {
        let (canvas, view, order) = (canvas.clone(), view.clone(), order.clone());
        let top = first as f64 * row - *scrolled;
        let key = (view.state.log.clone(), geometry, (first, after), room, *scrolled, theme);
        use_effect_with(key, move |_| {
            let recording = view.state.log.get();
            let lanes = recording.timeline.lanes().all();
            let shown: Vec<&Lane> = order.get(first..after).unwrap_or(&[]).iter().filter_map(|position| lanes.get(*position)).collect();
            let palette = Palette::of_theme(theme);
            let picture = Picture { log: &recording.log, geometry, palette: &palette, lanes: &shown, top, height: room };
            if let Some(context) = prepare(&canvas, geometry.width + RIGHT_MARGIN, room) {
                picture.draw(&context);
            }
        });
    }

    {
        // The cursor stays in view; where it is looked for only when it moves.
        let (span, on_span) = (props.span, props.on_span.clone());
        let position = geometry.axis.after(log, view.state.cursor).min(1.0);
        use_effect_with(view.state.cursor, move |_| on_span.emit(span.showing(position)));
    }
    let onwheel = {
        let (span, on_span, canvas) = (props.span, props.on_span.clone(), canvas.clone());
        Callback::from(move |event: WheelEvent| {
            let Some(element) = canvas.cast::<Element>() else { return };
            let sideways = if event.shift_key() { event.delta_y() } else { event.delta_x() };
            if event.ctrl_key() {
                event.prevent_default();
                let x = f64::from(event.client_x()) - element.get_bounding_client_rect().left();
                let factor = (event.delta_y() / 240.0).clamp(-1.0, 1.0).exp2();
                on_span.emit(span.zoomed(factor, geometry.position(x)));
            } else if sideways != 0.0 && !span.is_whole() {
                event.prevent_default();
                on_span.emit(span.panned(sideways / geometry.width.max(1.0)));
            }
        })
    };

    // The lane of the current event stays in view.
    let current_row = {
        let subject = log.event(EventIndex(view.state.cursor)).map_or(EntityId::MAIN, |event| owner(log, event.subject));
        order.iter().position(|position| lanes.get(*position).is_some_and(|lane| lane.task == subject))
    };
    {
        let scroll = scroll.clone();
        use_effect_with(current_row, move |current_row| {
            let (Some(element), Some(current)) = (scroll.cast::<Element>(), current_row) else { return };
            let (top, bottom) = (*current as f64 * row, (*current as f64 + 1.0) * row);
            let shown = f64::from(element.scroll_top());
            if top < shown {
                element.set_scroll_top(top as i32);
            } else if bottom > shown + room && room > row {
                element.set_scroll_top((bottom - room).ceil() as i32);
            }
        });
    }

    let go_to = {
        let view = view.clone();
        let canvas = canvas.clone();
        move |event: &PointerEvent| {
            let Some(element) = canvas.cast::<Element>() else { return };
            let x = f64::from(event.client_x()) - element.get_bounding_client_rect().left();
            let target = {
                let recording = view.state.log.get();
                geometry.axis.event_at(&recording.log, geometry.position(x))
            };
            view.send(Action::Goto(target));
        }
    };
    let onpointerdown = {
        let (go_to, dragging) = (go_to.clone(), dragging.clone());
        Callback::from(move |event: PointerEvent| {
            if event.button() != 0 {
                return;
            }
            *dragging.borrow_mut() = true;
            if let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) {
                // Refused for a pointer that is gone already; then there is nothing to follow.
                let _ = element.set_pointer_capture(event.pointer_id());
            }
            go_to(&event);
        })
    };
    let onpointermove = {
        let dragging = dragging.clone();
        Callback::from(move |event: PointerEvent| {
            if *dragging.borrow() {
                go_to(&event);
            }
        })
    };
    let release = Callback::from(move |_: PointerEvent| *dragging.borrow_mut() = false);
    let onscroll = {
        let (scrolled, scroll) = (scrolled.clone(), scroll.clone());
        Callback::from(move |_: Event| {
            if let Some(element) = scroll.cast::<Element>() {
                scrolled.set(f64::from(element.scroll_top()));
            }
        })
    };

    let ticks = geometry.ticks(log);
    let is_empty = view.state.is_empty();
    let cursor_x = geometry.x_after(log, view.state.cursor).clamp(-4.0, geometry.width + 4.0);
    let row_of = |task: EntityId| order.iter().position(|position| lanes.get(*position).is_some_and(|lane| lane.task == task));
    let position = if mode == AxisMode::Time { seconds(view.scene.time) } else { view.state.cursor.to_string() };
    html! {
        <>
            <div class="lanes-axis" aria-hidden="true">
                if !is_empty {
                    { for ticks.iter().zip(tick_labels(mode, &ticks)).map(|(tick, label)| html! {
                        <span class="tick" style={format!("left: {:.1}px", geometry.x(tick.position))}>{ label }</span>
                    }) }
                    <span class="cursor-pill" style={format!("left: {cursor_x:.1}px")} data-testid="cursor-pill">{ position }</span>
                }
            </div>
            <div class="lanes-scroll" ref={scroll} {onscroll} data-testid="lanes-scroll">
                <div class="lanes-sheet" style={format!("height: {:.1}px", count as f64 * row)}>
                    <canvas class="lanes-plot" ref={canvas} title={lang.lanes_help()} aria-label={lang.lanes_help()} role="img"
                        {onpointerdown} {onpointermove} {onwheel} onpointerup={release.clone()} onpointercancel={release} data-testid="lanes-plot" />
                    { for shown.iter().enumerate().filter(|(_, lane)| lane.depth > 0).filter_map(|(index, lane)| {
                        row_of(lane.parent).map(|parent| branch(parent, first + index, lane.depth, row))
                    }) }
                    { for shown.iter().enumerate().map(|(index, lane)| lane_name(&view, lane.task, lane.depth, first + index, row)) }
                    <div class="lane-overlay" ref={overlay}>
                        if !is_empty {
                            { labels(&view, log, &geometry, &shown, first) }
                            <div class="lanes-dim" style={format!("left: {cursor_x:.1}px")}></div>
                            { cause_arrow(&view, log, &geometry, &row_of) }
                            <div class="lanes-cursor" style={format!("left: {cursor_x:.1}px")} data-testid="lanes-cursor"></div>
                        }
                    </div>
                </div>
                if is_empty { { invitation(lang.lanes_empty()) } } else if count == 0 && !view.state.is_running() { { invitation(lang.no_tasks()) } }
            </div>
        </>
    }
}

/// Sizes the canvas for the screen's pixels and returns its context, ready to draw in CSS pixels.
fn prepare(canvas: &NodeRef, width: f64, height: f64) -> Option<CanvasRenderingContext2d> {
    let canvas = canvas.cast::<HtmlCanvasElement>()?;
    let ratio = window().map_or(1.0, |window| window.device_pixel_ratio()).clamp(1.0, 3.0);
    canvas.set_width((width * ratio).round().max(1.0) as u32);
    canvas.set_height((height * ratio).round().max(1.0) as u32);
    canvas.set_attribute("style", &format!("width: {width:.1}px; height: {height:.1}px")).ok()?;
    let context = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
    context.scale(ratio, ratio).ok()?;
    Some(context)
}
