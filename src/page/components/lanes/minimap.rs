//! The whole run in a strip, with a frame around the part that the lanes show.

use std::rc::Rc;

use web_sys::{Element, PointerEvent};
use yew::{
    Callback, Html, Properties, component, html, use_effect_with, use_memo, use_mut_ref,
    use_node_ref,
};

use super::draw::Columns;
use super::geometry::{Geometry, Stretch};
use super::palette::Palette;
use super::plot::prepare;
use super::shapes::Brush;
use crate::axis::Axis;
use crate::browser::layout::use_size;
use crate::browser::theme::use_shown_theme;
use crate::lane_rows::Rows;
use crate::span::Span;
use crate::view::use_view;

/// Lines in the strip, at most; with more lanes each line stands for several.
const LINES: usize = 12;

/// Pixels around an edge of the frame where it can be taken hold of.
const HANDLE: f64 = 7.0;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct MinimapProps {
    pub(super) span: Span,
    pub(super) on_span: Callback<Span>,
    pub(super) rows: Rc<Rows>,
}

/// What is being dragged.
#[derive(Clone, Copy, PartialEq, Default)]
enum Hold {
    #[default]
    Nothing,
    /// The frame, taken hold of at this position.
    Frame(f64, Span),
    /// One edge of it; the other stays here.
    Edge(f64),
    /// Nothing yet: a click here, or the beginning of a new frame.
    Fresh(f64),
}

/// The strip.
#[component]
pub(super) fn Minimap(props: &MinimapProps) -> Html {
    let view = use_view();
    let lang = view.lang();
    let theme = use_shown_theme(view.state.settings.theme);
    let strip = use_node_ref();
    let canvas = use_node_ref();
    let hold = use_mut_ref(Hold::default);
    let palette = use_memo(theme, |theme| Palette::of_theme(theme));
    let (width, height) = use_size(&strip);
    let geometry = {
        let recording = view.state.log.get();
        Geometry {
            axis: Axis::new(&recording.log, view.state.settings.axis),
            from: 0.0,
            to: 1.0,
            width: width.max(1.0),
            row: 1.0,
        }
    };
    {
        let (canvas, log) = (canvas.clone(), view.state.log.clone());
        let palette = palette.clone();
        let key = (log.clone(), geometry, height, theme, props.rows.clone());
        use_effect_with(key, move |(_, _, _, _, rows)| {
            if let Some(context) = prepare(&canvas, geometry.width, height) {
                let brush = Brush {
                    context: &context,
                    palette: &palette,
                    scale: 1.0,
                };
                let recording = log.get();
                let lanes = recording.timeline.lanes();
                let lines = rows.len().clamp(1, LINES);
                let line = height / lines as f64;
                for number in 0..lines.min(rows.len()) {
                    let row = rows.get(number * rows.len() / lines);
                    let lane = row.and_then(|row| rows.lanes_of(row, lanes).next());
                    let Some(lane) = lane else { continue };
                    let y = (number as f64 + 0.5) * line;
                    let brush = Brush {
                        scale: (line * 0.8 / 21.0).min(0.3),
                        ..brush
                    };
                    let mut columns = Columns::new(geometry.axis, y);
                    for stretch in geometry.stretches(&recording.log, lane) {
                        match stretch {
                            Stretch::Crowd { pixel, spent } => columns.add(&brush, pixel, &spent),
                            Stretch::One {
                                segment,
                                start,
                                end,
                            } => {
                                columns.flush(&brush);
                                if let Some((colour, share)) = brush.flat(segment.state) {
                                    let thick = (line * share).max(1.0);
                                    let long = (end - start).max(1.5);
                                    brush.bar(colour, start, long, y, thick, 0.9);
                                }
                            }
                        }
                    }
                    columns.flush(&brush);
                }
            }
        });
    }

    let position_of = {
        let strip = strip.clone();
        move |event: &PointerEvent| {
            let element = strip.cast::<Element>()?;
            let corner = element.get_bounding_client_rect();
            Some((f64::from(event.client_x()) - corner.left()) / corner.width().max(1.0))
        }
    };
    let onpointerdown = {
        let (hold, span, position_of, strip) =
            (hold.clone(), props.span, position_of.clone(), strip.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(position) = position_of(&event).filter(|_| event.button() == 0) else {
                return;
            };
            if let Some(element) = strip.cast::<Element>() {
                // Refused for a pointer that is gone already; then there is nothing to follow.
                let _ = element.set_pointer_capture(event.pointer_id());
            }
            let near = HANDLE / width.max(1.0);
            *hold.borrow_mut() = if span.is_whole() {
                Hold::Fresh(position)
            } else if (position - span.from).abs() < near {
                Hold::Edge(span.to)
            } else if (position - span.to).abs() < near {
                Hold::Edge(span.from)
            } else if position > span.from && position < span.to {
                Hold::Frame(position, span)
            } else {
                Hold::Fresh(position)
            };
        })
    };
    let onpointermove = {
        let (hold, on_span, position_of) =
            (hold.clone(), props.on_span.clone(), position_of.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(position) = position_of(&event) else {
                return;
            };
            match *hold.borrow() {
                Hold::Nothing => {}
                Hold::Frame(start, before) => {
                    let share = (position - start) / before.width();
                    on_span.emit(before.panned(share));
                }
                Hold::Edge(other) => on_span.emit(Span::between(other, position)),
                Hold::Fresh(start) if (position - start).abs() * width > 4.0 => {
                    on_span.emit(Span::between(start, position));
                }
                Hold::Fresh(_) => {}
            }
        })
    };
    let onpointerup = {
        let (hold, on_span, span) = (hold.clone(), props.on_span.clone(), props.span);
        Callback::from(move |event: PointerEvent| {
            let was = hold.replace(Hold::Nothing);
            if let (Hold::Fresh(start), Some(position)) = (was, position_of(&event))
                && (position - start).abs() * width <= 4.0
            {
                let middle = f64::midpoint(span.from, span.to);
                on_span.emit(span.panned((position - middle) / span.width()));
            }
        })
    };
    let onpointercancel = Callback::from(move |_: PointerEvent| {
        hold.replace(Hold::Nothing);
    });
    let percent = |position: f64| position.clamp(0.0, 1.0) * 100.0;
    let cursor = {
        let recording = view.state.log.get();
        percent(geometry.axis.after(&recording.log, view.state.cursor))
    };
    let (from, to) = (percent(props.span.from), percent(props.span.to));
    let frame = format!("left: {from:.3}%; width: {:.3}%", to - from);
    html! {
        <div class="minimap" ref={strip} title={lang.minimap()} aria-hidden="true" data-testid="minimap"
            {onpointerdown} {onpointermove} {onpointerup} {onpointercancel}>
            <canvas ref={canvas}></canvas>
            if !props.span.is_whole() {
                <span class="away" style={format!("left: 0; width: {from:.3}%")}></span>
                <span class="away" style={format!("left: {to:.3}%; right: 0")}></span>
                <span class="frame" style={frame} data-testid="minimap-frame"></span>
            }
            if !view.state.is_empty() { <span class="now" style={format!("left: {cursor:.3}%")}></span> }
        </div>
    }
}
