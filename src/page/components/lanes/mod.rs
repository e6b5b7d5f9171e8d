//! The lanes: one per task, over virtual time or event order.
//!
//! The bars are a canvas that depends on the log, the size and the theme only;
//! moving the cursor moves a dimming layer over it, so scrubbing costs the same
//! for ten events as for a hundred thousand.

mod draw;
mod geometry;
mod legend;
mod lit;
mod names;
mod overlay;
mod plot;
mod zoom;

use yew::{Callback, Html, Properties, classes, component, html, use_effect_with, use_state_eq};

use self::legend::legend;
use self::plot::Plot;
use self::zoom::{position_of_cursor, use_zoom_keys};
use crate::axis::AxisMode;
use crate::span::Span;
use crate::state::{Action, Settings};
use crate::view::use_view;

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
        use_effect_with((view.state.run, settings.axis), move |_| {
            span.set(Span::WHOLE)
        });
    }
    use_zoom_keys(&view, *span, on_span.clone());
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
