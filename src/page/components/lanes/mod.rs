//! The lanes: one per task, over virtual time or event order.
//!
//! The bars are a canvas that depends on the log, the size and the theme only;
//! moving the cursor moves a dimming layer over it, so scrubbing costs the same
//! for ten events as for a million. Segments that share a pixel are summed up,
//! so that drawing takes as long as there are pixels.

mod arrows;
mod brackets;
mod cancel_lines;
mod draw;
mod geometry;
mod gestures;
mod labels;
mod legend;
mod lit;
mod minimap;
mod names;
mod palette;
mod plot;
mod shapes;
mod walking;
mod zoom;

use coroscope_trace::EventIndex;
use yew::{
    Callback, Html, Properties, classes, component, html, use_effect_with, use_memo, use_state_eq,
};

use self::legend::legend;
use self::minimap::Minimap;
use self::plot::Plot;
use self::zoom::{position_of_cursor, use_zoom_keys};
use crate::axis::AxisMode;
use crate::lane_rows::Rows;
use crate::span::Span;
use crate::state::{Action, Settings};
use crate::view::use_view;

/// From so many lanes on there is a switch that folds finished ones.
const MANY: usize = 5;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct LanesProps {
    /// A few lanes only, beside another panel on a phone.
    pub(crate) compact: bool,
}

/// The place for lanes: the switches, the axis, the lanes, the whole run in a strip.
#[component]
pub(crate) fn Lanes(props: &LanesProps) -> Html {
    let view = use_view();
    let lang = view.lang();
    let settings = view.state.settings;
    let span = use_state_eq(Span::default);
    let is_folded = use_state_eq(|| false);
    let on_span = {
        let span = span.clone();
        Callback::from(move |new: Span| span.set(new))
    };
    let on_fold = {
        let is_folded = is_folded.clone();
        Callback::from(move |()| is_folded.set(!*is_folded))
    };
    {
        // Another run is seen whole at first.
        let span = span.clone();
        use_effect_with((view.state.run, settings.axis), move |_| {
            span.set(Span::WHOLE)
        });
    }
    use_zoom_keys(&view, *span, on_span.clone(), on_fold.clone());
    let at = is_folded.then_some(EventIndex(view.state.cursor));
    let rows = use_memo((view.state.log.clone(), at), |(handle, at)| {
        Rows::new(handle.get().timeline.lanes(), *at)
    });
    let cursor = position_of_cursor(&view);
    let zoom_button = |new: Span, title: &'static str, sign: &'static str, test: &'static str| {
        let onclick = on_span.reform(move |_| new);
        let disabled = view.state.is_empty() || new == *span;
        html! { <button type="button" {onclick} {title} aria-label={title} {disabled} data-testid={test}>{ sign }</button> }
    };
    let axis_button = |mode: AxisMode, word: &'static str, test: &'static str| {
        html! {
            <button type="button" aria-pressed={(settings.axis == mode).to_string()} onclick={view.on(Action::Set(Settings { axis: mode, ..settings }))} data-testid={test}>{ word }</button>
        }
    };
    let recording = view.state.log.get();
    let count = recording.timeline.lanes().all().len();
    let presence = (count > 0).then_some(&recording.presence);
    html! {
        <section class={classes!("lanes", props.compact.then_some("compact"))} id="stage" tabindex="-1" aria-label={lang.lanes()} data-testid="lanes">
            <div class="lanes-head">
                { legend(presence, lang) }
                if count >= MANY {
                    <div class="switch zoom">
                        <button type="button" aria-pressed={is_folded.to_string()} onclick={on_fold.reform(|_| ())} title={lang.fold_finished()} aria-label={lang.fold_finished()} data-testid="fold">{ "⊟" }</button>
                    </div>
                }
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
            <Plot span={*span} on_span={on_span.clone()} rows={rows.clone()} {on_fold} />
            if !props.compact && count > 0 { <Minimap span={*span} {on_span} {rows} /> }
        </section>
    }
}
