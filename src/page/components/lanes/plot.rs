//! The axis, the canvas and what lies over it.

use coroscope_trace::lanes::Lane;
use coroscope_trace::{EntityId, EventIndex};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, PointerEvent, WheelEvent};
use yew::{
    Callback, Event, Html, NodeRef, Properties, component, html, use_effect_with, use_memo,
    use_mut_ref, use_node_ref, use_state_eq,
};

use super::draw::{Palette, Picture};
use super::geometry::{Geometry, row_height};
use super::lit::{line_of_moment, lit_moments};
use super::names::{branch, invitation, lane_name, tick_labels};
use super::overlay::{cause_arrow, labels};
use crate::axis::{Axis, AxisMode};
use crate::browser::layout::use_size;
use crate::browser::theme::use_shown_theme;
use crate::browser::window;
use crate::span::Span;
use crate::state::Action;
use crate::stepping::owner;
use crate::text::seconds;
use crate::view::use_view;

/// Room right of the plot's end, for end marks.
const RIGHT_MARGIN: f64 = 24.0;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct PlotProps {
    /// What part of the axis is shown.
    pub(super) span: Span,
    /// Called to show another part.
    pub(super) on_span: Callback<Span>,
}

/// The axis, the canvas and what lies over it.
#[component]
pub(super) fn Plot(props: &PlotProps) -> Html {
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

    let order = use_memo(view.state.log.clone(), |handle| {
        handle.get().timeline.lanes().in_tree_order()
    });
    let recording = view.state.log.get();
    let log = &recording.log;
    let lanes = recording.timeline.lanes().all();
    let count = order.len();
    let row = row_height(count, room);
    let geometry = Geometry {
        axis: Axis::new(log, mode),
        from: props.span.from,
        to: props.span.to,
        width: (width - RIGHT_MARGIN).max(1.0),
        row,
    };
    let first = ((*scrolled / row).floor().max(0.0) as usize).min(count);
    let after = (((*scrolled + room) / row).ceil().max(0.0) as usize).min(count);
    let shown: Vec<&Lane> = order
        .get(first..after)
        .unwrap_or(&[])
        .iter()
        .filter_map(|position| lanes.get(*position))
        .collect();

    {
        let (canvas, view, order) = (canvas.clone(), view.clone(), order.clone());
        let top = first as f64 * row - *scrolled;
        let key = (
            view.state.log.clone(),
            geometry,
            (first, after),
            room,
            *scrolled,
            theme,
        );
        use_effect_with(key, move |_| {
            let recording = view.state.log.get();
            let lanes = recording.timeline.lanes().all();
            let shown: Vec<&Lane> = order
                .get(first..after)
                .unwrap_or(&[])
                .iter()
                .filter_map(|position| lanes.get(*position))
                .collect();
            let palette = Palette::of_theme(theme);
            let picture = Picture {
                log: &recording.log,
                geometry,
                palette: &palette,
                lanes: &shown,
                top,
                height: room,
            };
            if let Some(context) = prepare(&canvas, geometry.width + RIGHT_MARGIN, room) {
                picture.draw(&context);
            }
        });
    }

    {
        // The cursor stays in view; where it is looked for only when it moves.
        let (span, on_span) = (props.span, props.on_span.clone());
        let position = geometry.axis.after(log, view.state.cursor).min(1.0);
        use_effect_with(view.state.cursor, move |_| {
            on_span.emit(span.showing(position))
        });
    }
    let onwheel = {
        let (span, on_span, canvas) = (props.span, props.on_span.clone(), canvas.clone());
        Callback::from(move |event: WheelEvent| {
            let Some(element) = canvas.cast::<Element>() else {
                return;
            };
            let sideways = if event.shift_key() {
                event.delta_y()
            } else {
                event.delta_x()
            };
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
        let subject = log
            .event(EventIndex(view.state.cursor))
            .map_or(EntityId::MAIN, |event| owner(log, event.subject));
        order.iter().position(|position| {
            lanes
                .get(*position)
                .is_some_and(|lane| lane.task == subject)
        })
    };
    {
        let scroll = scroll.clone();
        use_effect_with(current_row, move |current_row| {
            let (Some(element), Some(current)) = (scroll.cast::<Element>(), current_row) else {
                return;
            };
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
            let Some(element) = canvas.cast::<Element>() else {
                return;
            };
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
            if let Some(element) = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok())
            {
                // Refused for a pointer that is gone already; then there is nothing to follow.
                let _ = element.set_pointer_capture(event.pointer_id());
            }
            go_to(&event);
        })
    };
    let onpointermove = {
        let (dragging, view, canvas, order) = (
            dragging.clone(),
            view.clone(),
            canvas.clone(),
            order.clone(),
        );
        let top = *scrolled;
        Callback::from(move |event: PointerEvent| {
            if *dragging.borrow() {
                go_to(&event);
                return;
            }
            let Some(element) = canvas.cast::<Element>() else {
                return;
            };
            let corner = element.get_bounding_client_rect();
            let x = f64::from(event.client_x()) - corner.left();
            let y = f64::from(event.client_y()) - corner.top() + top;
            let line = {
                let recording = view.state.log.get();
                let lanes = recording.timeline.lanes().all();
                let lane = order
                    .get((y / row).max(0.0) as usize)
                    .and_then(|at| lanes.get(*at));
                let event = geometry.axis.event_at(&recording.log, geometry.position(x));
                lane.and_then(|lane| line_of_moment(&recording, lane, EventIndex(event)))
            };
            if line != view.state.hovered {
                view.send(Action::Hover(line));
            }
        })
    };
    let onpointerleave = view.on(Action::Hover(None));
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
    let cursor_x = geometry
        .x_after(log, view.state.cursor)
        .clamp(-4.0, geometry.width + 4.0);
    let row_of = |task: EntityId| {
        order
            .iter()
            .position(|position| lanes.get(*position).is_some_and(|lane| lane.task == task))
    };
    let position = if mode == AxisMode::Time {
        seconds(view.scene.time)
    } else {
        view.state.cursor.to_string()
    };
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
                        {onpointerdown} {onpointermove} {onpointerleave} {onwheel} onpointerup={release.clone()} onpointercancel={release} data-testid="lanes-plot" />
                    { for shown.iter().enumerate().filter(|(_, lane)| lane.depth > 0).filter_map(|(index, lane)| {
                        row_of(lane.parent).map(|parent| branch(parent, first + index, lane.depth, row))
                    }) }
                    { for shown.iter().enumerate().map(|(index, lane)| lane_name(&view, lane.task, lane.depth, first + index, row)) }
                    <div class="lane-overlay" ref={overlay}>
                        if !is_empty {
                            { labels(&view, log, &geometry, &shown, first) }
                            if view.state.cursor + 1 < view.state.len() {
                                <div class="lanes-dim" style={format!("left: {cursor_x:.1}px")}></div>
                            }
                            { lit_moments(&view, &recording, &geometry, &row_of) }
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
    let ratio = window()
        .map_or(1.0, |window| window.device_pixel_ratio())
        .clamp(1.0, 3.0);
    canvas.set_width((width * ratio).round().max(1.0) as u32);
    canvas.set_height((height * ratio).round().max(1.0) as u32);
    canvas
        .set_attribute(
            "style",
            &format!("width: {width:.1}px; height: {height:.1}px"),
        )
        .ok()?;
    let context = canvas
        .get_context("2d")
        .ok()??
        .dyn_into::<CanvasRenderingContext2d>()
        .ok()?;
    context.scale(ratio, ratio).ok()?;
    Some(context)
}
