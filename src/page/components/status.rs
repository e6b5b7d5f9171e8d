//! The status line: how far the run is, and its size.

use yew::{Html, classes, component, html};

use crate::state::{Engine, Phase, State};
use crate::text::Lang;
use crate::view::use_view;

/// What the status line says, and whether it is bad news.
fn words(state: &State, lang: Lang) -> (String, bool) {
    if matches!(state.engine, Engine::Failed(_)) {
        return (lang.engine_missing().to_owned(), true);
    }
    let (text, trouble): (&str, bool) = match &state.phase {
        Phase::Idle if state.engine == Engine::Loading => (lang.engine_loading(), false),
        Phase::Idle => (lang.engine_ready(), false),
        Phase::Waiting if state.engine == Engine::Loading => (lang.engine_loading(), false),
        Phase::Waiting | Phase::Running if state.target.is_some() && !state.playing => {
            (lang.restoring(), false)
        }
        Phase::Running if !state.playing => (lang.paused(), false),
        Phase::Waiting | Phase::Running => (lang.running(), false),
        Phase::AwaitsInput => (lang.awaits_input(), false),
        Phase::Completed => (lang.finished(), false),
        // Its type: the sentence and the output say all of it.
        Phase::Raised(exception) => {
            let kind = exception.split([':', '\n']).next().unwrap_or(exception);
            return (lang.raised(kind), true);
        }
        Phase::Exited => (lang.exited(), false),
        Phase::Stopped => (lang.stopped(), false),
        Phase::Restarted => (lang.engine_restarted(), false),
        Phase::SyntaxError => (lang.syntax_error(), true),
        Phase::Deadlocked => (lang.deadlocked(), true),
        Phase::OutOfInstructions => (lang.out_of_instructions(), true),
        Phase::OutOfMemory => (lang.out_of_memory(), true),
        Phase::OutOfOutput => (lang.out_of_output(), true),
    };
    (text.to_owned(), trouble)
}

/// The status line.
#[component]
pub(crate) fn Status() -> Html {
    let view = use_view();
    let state = &*view.state;
    let lang = view.lang();
    let (words, trouble) = words(state, lang);
    // Numbers that change all the time are not for a live region.
    let mut facts = String::new();
    if !state.is_empty() {
        let recording = state.log.get();
        let tail = recording.timeline.tail();
        facts = format!(
            " · {}",
            lang.run_facts(tail.tasks.len(), state.len() as usize, tail.time)
        );
    }
    if state.is_edited() {
        facts = format!("{facts} · {}", lang.edited());
    }
    let quiet = if trouble { "bad" } else { "quiet" };
    let dot = classes!("dot", (!state.is_running()).then_some(quiet));
    html! {
        <p class={classes!("status", trouble.then_some("trouble"))} data-testid="status" title={format!("{words}{facts}")}>
            <span class={dot} aria-hidden="true"></span><span role="status">{ words }</span><span class="facts-of-run">{ facts }</span>
        </p>
    }
}
