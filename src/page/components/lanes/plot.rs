//! The axis, the canvas and what lies over it.

use std::rc::Rc;

use coroscope_trace::{EntityId, EventIndex};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, PointerEvent};
use yew::{
    Callback, Event, Html, KeyboardEvent, NodeRef, Properties, component, html, use_effect_with,
    use_force_update, use_memo, use_mut_ref, use_node_ref, use_state_eq,
};

use super::arrows::{cause_arrow, effect_arrows};
use super::brackets::{MemberRows, brackets};
use super::cancel_lines::cancel_lines;
use super::draw::Picture;
use super::geometry::{Geometry, row_height};
use super::gestures::{Gestures, Wish, use_wheel};
use super::labels::Labels;
use super::lit::{line_of_moment, lit_moments};
use super::names::{branch, folded_name, invitation, lane_name, questions, tick_labels};
use super::palette::Palette;
use super::walking::{Walk, lane_of_event, tell_lane, tell_segment, walk};
use crate::axis::{Axis, AxisMode};
use crate::browser::layout::use_size;
use crate::browser::theme::use_shown_theme;
use crate::browser::window;
use crate::lane_rows::Rows;
use crate::slots::Slots;
use crate::span::Span;
use crate::state::Action;
use crate::text::seconds;
use crate::view::use_view;

/// Room right of the plot's end, for end marks.
const RIGHT_MARGIN: f64 = 24.0;

/// Milliseconds after which lanes that were brought into view rest there.
const REST: u32 = 60;

/// Labels of the axis nearer than this to the cursor's give way to it, in pixels.
const PILL: f64 = 46.0;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct PlotProps {
    /// What part of the axis is shown.
    pub(super) span: Span,
    /// Called to show another part.
    pub(super) on_span: Callback<Span>,
    /// Which lane stands where.
    pub(super) rows: Rc<Rows>,
    /// Called to fold or unfold.
    pub(super) on_fold: Callback<()>,
}

/// What the pointer is at: a segment in words, and where to say so.
#[derive(Clone, PartialEq)]
struct Tip {
    words: String,
    left: f64,
    top: f64,
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
    // How far the lanes are scrolled, and the row that was followed last.
    let scrolled = use_mut_ref(|| 0.0_f64);
    let followed = use_mut_ref(|| None::<usize>);
    let scroll_changed = use_force_update();
    let slots = use_mut_ref(Slots::<usize>::default);
    let gestures = use_mut_ref(Gestures::default);
    let palette = use_memo(theme, |theme| Palette::of_theme(theme));
    let tip = use_state_eq(|| None::<Tip>);
    // The lane that the keyboard is at; none until a key was pressed there.
    let walked = use_state_eq(|| None::<EntityId>);

    // What the cursor's event led to, while the picture stands still.
    let consequences = if view.state.playing {
        Vec::new()
    } else {
        view.state.log.consequences(view.state.cursor)
    };
    let recording = view.state.log.get();
    let log = &recording.log;
    let lanes = recording.timeline.lanes();
    let rows = &props.rows;
    let count = rows.len();
    let row = row_height(count, room);
    let geometry = Geometry {
        axis: Axis::new(log, mode),
        from: props.span.from,
        to: props.span.to,
        width: (width - RIGHT_MARGIN).max(1.0),
        row,
    };
    // The lane of the current event stays in view, or the one that the keyboard
    // is at: known before anything is drawn, so that nothing is drawn twice.
    let current_row = walked
        .or_else(|| lane_of_event(&recording, view.state.cursor))
        .and_then(|task| rows.row_of(task, lanes));
    if followed.replace(current_row) != current_row
        && let Some(current) = current_row
    {
        let mut scrolled = scrolled.borrow_mut();
        let (top, bottom) = (current as f64 * row, (current as f64 + 1.0) * row);
        if top < *scrolled {
            *scrolled = top.floor();
        } else if bottom > *scrolled + room && room > row {
            *scrolled = (bottom - room).ceil();
        }
    }
    let shown_from = *scrolled.borrow();
    let members = use_memo((view.state.log.clone(), rows.clone()), |_| {
        MemberRows::default()
    });
    let first = ((shown_from / row).floor().max(0.0) as usize).min(count);
    let after = (((shown_from + room) / row).ceil().max(0.0) as usize).min(count);

    {
        let (canvas, log, rows, palette, members) = (
            canvas.clone(),
            view.state.log.clone(),
            rows.clone(),
            palette.clone(),
            members.clone(),
        );
        let scrolled = shown_from;
        let key = (
            log.clone(),
            rows.clone(),
            geometry,
            (first, after, scrolled),
            room,
            theme,
        );
        use_effect_with(key, move |_| {
            let recording = log.get();
            let shown = first..after;
            let brackets = brackets(&recording, &rows, &members, &geometry, shown.clone(), lang);
            let lines = cancel_lines(&recording, &rows, &geometry, &shown);
            let picture = Picture {
                recording: &recording,
                geometry,
                palette: &palette,
                rows: &rows,
                shown,
                scrolled,
                height: room,
                brackets: &brackets,
                lines: &lines,
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
    use_wheel(
        &scroll,
        &canvas,
        props.span,
        &props.on_span,
        count as f64 * row > room + 1.0,
    );

    {
        // The bar follows when the lanes rest: setting it makes the browser lay
        // out the page at once, and what is seen does not depend on it.
        let scroll = scroll.clone();
        use_effect_with(shown_from, move |top| {
            let top = *top;
            let timer = Timeout::new(REST, move || {
                if let Some(element) = scroll.cast::<Element>() {
                    element.set_scroll_top(top as i32);
                }
            });
            move || drop(timer)
        });
    }

    let place_of = {
        let canvas = canvas.clone();
        move |event: &PointerEvent| {
            let corner = canvas.cast::<Element>()?.get_bounding_client_rect();
            Some((
                f64::from(event.client_x()) - corner.left(),
                f64::from(event.client_y()) - corner.top(),
            ))
        }
    };
    let wish = {
        let (view, on_span, scroll) = (view.clone(), props.on_span.clone(), scroll.clone());
        move |wish: Wish| match wish {
            Wish::Nothing => {}
            Wish::Go(x) => {
                let target = {
                    let recording = view.state.log.get();
                    geometry.axis.event_at(&recording.log, geometry.position(x))
                };
                view.send(Action::Goto(target));
            }
            Wish::Show(span, offset) => {
                on_span.emit(span);
                if let (Some(element), Some(offset)) = (scroll.cast::<Element>(), offset) {
                    element.set_scroll_top(offset as i32);
                }
            }
        }
    };
    let onpointerdown = {
        let (gestures, place_of, span, canvas, tip) = (
            gestures.clone(),
            place_of.clone(),
            props.span,
            canvas.clone(),
            tip.clone(),
        );
        Callback::from(move |event: PointerEvent| {
            let Some((x, y)) = place_of(&event).filter(|_| event.button() == 0) else {
                return;
            };
            tip.set(None);
            if let Some(element) = canvas.cast::<Element>() {
                // Refused for a pointer that is gone already; then there is nothing to follow.
                let _ = element.set_pointer_capture(event.pointer_id());
            }
            gestures.borrow_mut().down(event.pointer_id(), x, y, span);
        })
    };
    let onpointermove = {
        let (gestures, view, place_of, rows) = (
            gestures.clone(),
            view.clone(),
            place_of.clone(),
            rows.clone(),
        );
        let (wish, span, tip, top) = (wish.clone(), props.span, tip.clone(), shown_from);
        Callback::from(move |event: PointerEvent| {
            let Some((x, y)) = place_of(&event) else {
                return;
            };
            if gestures.borrow().is_down() {
                let asked = gestures.borrow_mut().moved(
                    event.pointer_id(),
                    x,
                    y,
                    span,
                    top,
                    geometry.width,
                );
                return wish(asked);
            }
            let (line, found) = {
                let recording = view.state.log.get();
                let lanes = recording.timeline.lanes();
                let number = ((y + top) / row).max(0.0) as usize;
                let lane = rows.lane_at(number, lanes);
                let at = EventIndex(geometry.axis.event_at(&recording.log, geometry.position(x)));
                let line = lane.and_then(|lane| line_of_moment(&recording, lane, at));
                let found = lane.and_then(|lane| {
                    let segment = lane.segment_at(at)?;
                    Some(Tip {
                        words: tell_segment(&recording, lane.task, segment, lang),
                        left: geometry.start(segment).max(0.0),
                        top: (number as f64 + 1.0) * row - 4.0,
                    })
                });
                (line, found)
            };
            tip.set(found);
            if line != view.state.hovered {
                view.send(Action::Hover(line));
            }
        })
    };
    let onpointerleave = {
        let (view, tip) = (view.clone(), tip.clone());
        Callback::from(move |_: PointerEvent| {
            tip.set(None);
            view.send(Action::Hover(None));
        })
    };
    let onpointerup = {
        let gestures = gestures.clone();
        Callback::from(move |event: PointerEvent| {
            if let Some((x, _)) = place_of(&event) {
                let asked = gestures.borrow_mut().up(event.pointer_id(), x);
                wish(asked);
            }
        })
    };
    let onpointercancel = Callback::from(move |event: PointerEvent| {
        gestures.borrow_mut().lost(event.pointer_id());
    });
    let onscroll = {
        let (scrolled, scroll) = (scrolled.clone(), scroll.clone());
        Callback::from(move |_: Event| {
            let top = scroll.cast::<Element>().map(|it| it.scroll_top());
            let top = top.map_or(0.0, f64::from);
            if scrolled.replace(top) != top {
                scroll_changed.force_update();
            }
        })
    };
    let onkeydown = {
        let (view, rows, walked) = (view.clone(), rows.clone(), walked.clone());
        Callback::from(move |event: KeyboardEvent| {
            let is_ours = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
            if event.key() == "Enter" && walked.is_some() {
                event.prevent_default();
                return view.send(Action::Select(*walked));
            }
            let step = {
                let recording = view.state.log.get();
                walk(&recording, &rows, *walked, view.state.cursor, &event.key())
            };
            let Some(step) = step.filter(|_| is_ours) else {
                return;
            };
            // These keys step through events elsewhere on the page.
            event.prevent_default();
            event.stop_propagation();
            match step {
                Walk::Lane(task) => walked.set(Some(task)),
                Walk::Segment(task, event) => {
                    walked.set(Some(task));
                    view.send(Action::Goto(event.0));
                }
            }
        })
    };
    let onblur = {
        let walked = walked.clone();
        Callback::from(move |_: yew::FocusEvent| walked.set(None))
    };

    let ticks = geometry.ticks(log);
    let is_empty = view.state.is_empty();
    let cursor_x = geometry
        .x_after(log, view.state.cursor)
        .clamp(-4.0, geometry.width + 4.0);
    let row_of = |task: EntityId| rows.row_of(task, lanes);
    let position = if mode == AxisMode::Time {
        seconds(view.scene.time)
    } else {
        view.state.cursor.to_string()
    };
    let at_segment = walked.and_then(|task| {
        let segment = lanes.of(task)?.segment_at(EventIndex(view.state.cursor))?;
        let start = geometry.start(segment).clamp(-4.0, geometry.width + 4.0);
        let end = geometry.end(segment).clamp(-4.0, geometry.width + 16.0);
        let top = row_of(task)? as f64 * row + 2.0;
        Some(format!(
            "left: {:.1}px; width: {:.1}px; top: {top:.1}px; height: {:.1}px",
            start - 3.0,
            (end - start).max(12.0) + 6.0,
            row - 4.0
        ))
    });
    let told = walked.map_or_else(String::new, |task| {
        tell_lane(&recording, rows, task, view.state.cursor, lang)
    });
    let numbers: Vec<usize> = (first..after).collect();
    let slots = slots.borrow_mut().assign(&numbers);
    let name = |(number, slot): (usize, u32)| match rows.get(number) {
        Some(shown) if shown.is_folded => {
            let place = (number, slot);
            folded_name(&view, place, shown.count(), row, &props.on_fold)
        }
        _ => rows
            .lane_at(number, lanes)
            .map_or_else(Html::default, |lane| {
                lane_name(&view, (lane.task, lane.depth), (number, slot), row)
            }),
    };
    let branch_to = |number: usize| {
        let lane = rows.lane_at(number, lanes).filter(|lane| lane.depth > 0)?;
        let parent = row_of(lane.parent)?;
        Some(branch(parent, number, lane.depth, row, first))
    };
    let tick = |(tick, label): (&crate::axis::Tick, String)| {
        let x = geometry.x(tick.position);
        let gives_way = x > cursor_x - PILL - 20.0 && x < cursor_x + PILL - 8.0;
        let class = yew::classes!("tick", gives_way.then_some("away"));
        html! { <span {class} style={format!("left: {x:.1}px")}>{ label }</span> }
    };
    html! {
        <>
            <div class="lanes-axis" aria-hidden="true">
                if !is_empty {
                    { for ticks.iter().zip(tick_labels(mode, &ticks)).map(tick) }
                    <span class="cursor-pill" style={format!("--x: {cursor_x:.1}px")} data-testid="cursor-pill">{ position }</span>
                }
            </div>
            <div class="lanes-scroll" ref={scroll} {onscroll} {onkeydown} {onblur} tabindex="0" role="group" aria-label={lang.lanes_keys()} data-testid="lanes-scroll">
                <div class="lanes-sheet" style={format!("height: {:.1}px", count as f64 * row)}>
                  <div class="lanes-view" style={format!("height: {room:.0}px")}>
                    <canvas class="lanes-plot" ref={canvas} title={lang.lanes_pointer()} aria-label={lang.lanes_help()} role="img"
                        {onpointerdown} {onpointermove} {onpointerleave} {onpointerup} {onpointercancel} data-testid="lanes-plot" />
                    <div class="lanes-rows" style={format!("height: {:.1}px; transform: translateY({:.0}px)", (count as f64 * row).max(room), -shown_from)}>
                    <>{ for (first..after).filter_map(branch_to) }</>
                    <>{ for numbers.into_iter().zip(slots).map(name) }</>
                    <div class="lane-overlay" ref={overlay}>
                        if !is_empty {
                            <Labels log={view.state.log.clone()} rows={rows.clone()} {members} {geometry} {first} {after} {lang} />
                            if view.state.cursor + 1 < view.state.len() {
                                <div class="lanes-dim" style={format!("left: {cursor_x:.1}px")}></div>
                            }
                            { lit_moments(&view, &recording, &geometry, &row_of) }
                            { effect_arrows(&view, log, &geometry, &row_of, &consequences) }
                            { cause_arrow(&view, log, &geometry, &row_of) }
                            if let Some(style) = at_segment { <div class="lane-focus" {style} data-testid="lane-focus"></div> }
                            <div class="lanes-cursor" style={format!("left: {cursor_x:.1}px")} data-testid="lanes-cursor"></div>
                            if let Some(Tip { words, left, top }) = (*tip).clone() {
                                <div class="lane-tip" style={format!("--x: {left:.1}px; top: {top:.1}px")} aria-hidden="true" data-testid="lane-tip">{ words }</div>
                            }
                        }
                    </div>
                    </div>
                  </div>
                </div>
                if is_empty {
                    { invitation(lang.lanes_empty(), if view.state.is_running() || view.state.question().is_some() { Html::default() } else { questions(&view) }) }
                } else if count == 0 && !view.state.is_running() {
                    { invitation(lang.no_tasks(), Html::default()) }
                }
            </div>
            <p class="visually-hidden" aria-live="polite" data-testid="lane-told">{ told }</p>
        </>
    }
}

/// Sizes the canvas for the screen's pixels and returns its context, ready to draw in CSS pixels.
pub(super) fn prepare(
    canvas: &NodeRef,
    width: f64,
    height: f64,
) -> Option<CanvasRenderingContext2d> {
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
