//! The foot: stepping, playing, the scrubber, the speed.

use coroscope_session::Pace;
use coroscope_trace::Language;
use coroscope_trace::marks::MarkKind;
use coroscope_trace::notices::{Notice, title};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{Callback, Event, Html, InputEvent, TargetCast, component, html, use_memo};

use super::break_menu::BreakMenu;
use crate::pace::{SPEED_MAX, pace_of};
use crate::state::{Action, Foot, Settings, StepUnit};
use crate::stepping::{Direction, thinned};
use crate::view::{View, use_view};

/// Marks above the scrubber, at most: one for every few pixels.
const MARKS: u32 = 240;

/// Notices that get a badge, at most.
const BADGES: usize = 24;

/// Paths of the transport's icons in a 16 × 16 box.
mod icon {
    pub(super) const FIRST: &str = "M3 3h1.8v10H3zM13 3v10L5.5 8z";
    pub(super) const BACK: &str = "M11 3v10L4.5 8z";
    pub(super) const PLAY: &str = "M4.5 2.5v11L13.5 8z";
    pub(super) const PAUSE: &str = "M4 3h3v10H4zM9 3h3v10H9z";
    pub(super) const REPLAY: &str = "M8 3V.8L11.6 4 8 7.2V5a4 4 0 1 0 4 4h2a6 6 0 1 1-6-6z";
    pub(super) const FORWARD: &str = "M5 3v10l6.5-5z";
    pub(super) const LAST: &str = "M11.2 3H13v10h-1.8zM3 3v10l7.5-5z";
}

fn drawn(path: &'static str) -> Html {
    html! { <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d={path} fill="currentColor"/></svg> }
}

fn button(
    view: &View,
    title: &'static str,
    path: &'static str,
    class: &'static str,
    test: &'static str,
    action: Action,
    disabled: bool,
) -> Html {
    html! {
        <button type="button" id={test} class={yew::classes!("button", class)} onclick={view.on(action)} {title} aria-label={title} {disabled} data-testid={test}>{ drawn(path) }</button>
    }
}

/// Path data of the marks above the scrubber.
#[derive(Clone, PartialEq)]
struct Ticks {
    output: String,
    exceptions: String,
    problems: String,
}

fn scrubber(view: &View, marks: &Ticks, stops: &str) -> Html {
    let lang = view.lang();
    let len = view.state.len();
    let last = len.saturating_sub(1);
    let cursor = view.state.cursor.min(last);
    let fill = if last == 0 {
        0.0
    } else {
        f64::from(cursor) / f64::from(last) * 100.0
    };
    let oninput = {
        let view = view.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            view.send(Action::Goto(input.value_as_number() as u32));
        })
    };
    // Home, End and the arrows are keys of the whole page; the slider need not act on them twice.
    let onkeydown = Callback::from(|event: yew::KeyboardEvent| {
        if matches!(
            event.key().as_str(),
            "ArrowLeft" | "ArrowRight" | "Home" | "End"
        ) {
            event.prevent_default();
        }
    });
    html! {
        <div class="scrub">
            <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" data-testid="scrub-marks">
                <path class="out" d={marks.output.clone()}/><path class="exc" d={marks.exceptions.clone()}/>
                <path class="bad" d={marks.problems.clone()}/><path class="stop" d={stops.to_owned()}/>
            </svg>
            { badges(view, last) }
            if last > 0 && !view.state.is_running() { <span class="finish" title={lang.the_end()} aria-hidden="true"></span> }
            if len > 0 && cursor == last && !view.state.is_running() { <span class="the-end" data-testid="the-end">{ lang.the_end() }</span> }
            <input type="range" min="0" max={last.to_string()} step="1" value={cursor.to_string()} disabled={len == 0}
                style={format!("--fill: {fill:.2}%")} {oninput} {onkeydown} aria-label={lang.scrubber()}
                aria-valuetext={lang.scrubber_value(cursor, last, view.scene.time)} data-testid="scrubber" />
        </div>
    }
}

/// A badge for each notice at the moment when it first happened.
fn badges(view: &View, last: u32) -> Html {
    let language = Language::from(view.lang());
    let recording = view.state.log.get();
    let badge = |notice: &Notice| {
        let first = notice.moments.first()?.0;
        let share = f64::from(first) / f64::from(last.max(1)) * 100.0;
        let label = format!(
            "{}: {}",
            view.lang().notices(),
            title(notice.trouble, language)
        );
        let onclick = {
            let view = view.clone();
            Callback::from(move |_: yew::MouseEvent| {
                view.send(Action::Goto(first));
                view.send(Action::ShowFoot(Foot::Notices));
            })
        };
        let class = yew::classes!("badge-mark", notice.trouble.is_advice().then_some("advice"));
        Some(html! {
            <button type="button" {class} style={format!("left: {share:.2}%")} {onclick} title={label.clone()} aria-label={label} data-testid="notice-badge"></button>
        })
    };
    html! { <span class="badges">{ for recording.notices.all().into_iter().take(BADGES).filter_map(badge) }</span> }
}

fn unit_menu(view: &View) -> Html {
    let lang = view.lang();
    let settings = view.state.settings;
    let onchange = {
        let view = view.clone();
        Callback::from(move |event: Event| {
            let menu: HtmlSelectElement = event.target_unchecked_into();
            view.send(Action::Set(Settings {
                unit: StepUnit::from_code(&menu.value()),
                ..settings
            }));
        })
    };
    html! {
        <label><span class="unit-word">{ lang.step_unit() }{ ":" }</span>
            <select {onchange} aria-label={lang.step_unit()} data-testid="step-unit">
                { for StepUnit::ALL.iter().map(|unit| html! {
                    <option value={unit.code()} selected={*unit == settings.unit}>{ unit.title(lang) }</option>
                }) }
            </select>
        </label>
    }
}

fn speed(view: &View) -> Html {
    let lang = view.lang();
    let settings = view.state.settings;
    let shown = match pace_of(&settings) {
        Pace::EventsPerSecond(rate) => lang.rate(f64::from(rate)),
        Pace::Instant => lang.instant().to_owned(),
        Pace::Clock(_) => lang.real_time().to_owned(),
    };
    let oninput = {
        let view = view.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            view.send(Action::Set(Settings {
                speed: input.value_as_number() as u8,
                real_time: false,
                ..settings
            }));
        })
    };
    html! {
        <>
            <label><span class="speed-word">{ lang.speed() }</span>
                <input class="speed" type="range" min="0" max={SPEED_MAX.to_string()} value={settings.speed.to_string()} {oninput}
                    style={format!("--fill: {}%", settings.speed)} aria-label={lang.speed()} aria-valuetext={shown.clone()} data-testid="speed" />
            </label>
            <span class="rate" data-testid="rate">{ shown }</span>
            <button type="button" class="button toggle real-time" aria-pressed={settings.real_time.to_string()} title={lang.real_time_hint()}
                onclick={view.on(Action::Set(Settings { real_time: !settings.real_time, ..settings }))} data-testid="real-time">{ "1×" }</button>
        </>
    }
}

/// Path data of one tick per moment.
fn ticks(moments: &[u32], len: u32) -> String {
    let last = f64::from(len.saturating_sub(1).max(1));
    moments
        .iter()
        .map(|moment| format!("M{:.1} 0v10", f64::from(*moment) / last * 1000.0))
        .collect()
}

/// The transport.
#[component]
pub(crate) fn Transport() -> Html {
    let view = use_view();
    let lang = view.lang();
    let state = &*view.state;
    let len = state.len();
    let marks = use_memo(state.log.clone(), |handle| {
        let recording = handle.get();
        let of = |kind| {
            ticks(
                &thinned(recording.timeline.marks().all(kind), handle.len(), MARKS),
                handle.len(),
            )
        };
        Ticks {
            output: of(MarkKind::Output),
            exceptions: of(MarkKind::Exception),
            problems: of(MarkKind::Problem),
        }
    });
    let stops = use_memo(
        (state.log.clone(), state.breakpoints.clone()),
        |(handle, breakpoints)| {
            let moments = breakpoints.moments(&handle.get().log);
            ticks(&thinned(&moments, handle.len(), MARKS), handle.len())
        },
    );
    let nothing = len == 0;
    let at_start = state.cursor == 0;
    let at_end = state.cursor + 1 >= len && !state.is_running();
    let moves = state.playing || state.target.is_some();
    let (play_title, play_icon) = if moves {
        (lang.pause(), icon::PAUSE)
    } else if at_end && !nothing {
        (lang.replay(), icon::REPLAY)
    } else {
        (lang.play(), icon::PLAY)
    };
    html! {
        <footer class="transport" aria-label={lang.transport()} role="contentinfo" data-testid="transport">
            <div class="buttons">
                { button(&view, lang.first(), icon::FIRST, "square", "first", Action::First, nothing || at_start) }
                { button(&view, lang.step_back(), icon::BACK, "square", "step-back", Action::Step(Direction::Back), nothing || at_start) }
                { button(&view, play_title, play_icon, "play", "play", Action::PlayPause, false) }
                { button(&view, lang.step_forward(), icon::FORWARD, "square", "step-forward", Action::Step(Direction::Forward), nothing || at_end) }
                { button(&view, lang.last(), icon::LAST, "square", "last", Action::Last, nothing || at_end) }
            </div>
            { unit_menu(&view) }
            <span class="counter" data-testid="counter"><strong>{ state.cursor }</strong>{ " / " }{ len.saturating_sub(1) }</span>
            { scrubber(&view, &marks, &stops) }
            <BreakMenu />
            { speed(&view) }
        </footer>
    }
}
