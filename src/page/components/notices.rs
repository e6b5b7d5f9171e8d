//! What the visitor must be told, above the places: a kept draft, a bad link, a crash.

use coroscope_trace::{EventIndex, Kind};
use yew::{Html, component, html};

use crate::state::{Action, Engine, Notice, Origin, Phase};
use crate::view::{View, use_view};

/// Why nothing runs any more, in full, if it was not the program's own end.
fn ended_early(view: &View) -> Option<&'static str> {
    let lang = view.lang();
    if matches!(view.state.engine, Engine::Failed(_)) {
        return Some(lang.engine_failed());
    }
    match view.state.phase {
        Phase::OutOfInstructions => Some(lang.out_of_instructions_more()),
        Phase::OutOfMemory => Some(lang.out_of_memory_more()),
        Phase::OutOfOutput => Some(lang.out_of_output_more()),
        // An example about deadlocks says more about its own.
        Phase::Deadlocked if view.state.question().is_none() => Some(lang.deadlocked_more()),
        _ => {
            let recording = view.state.log.get();
            let last = EventIndex(view.state.len().saturating_sub(1));
            let is_full = recording
                .log
                .event(last)
                .is_some_and(|event| event.kind == Kind::RecordingStopped);
            is_full.then(|| lang.log_full())
        }
    }
}

/// The notices.
#[component]
pub(crate) fn Notices() -> Html {
    let view = use_view();
    let lang = view.lang();
    let draft = match view.state.program.origin {
        Origin::Draft(_) => None,
        Origin::Example(_) | Origin::Link => view.state.drafts.first(),
    };
    let notice = view.state.notice.as_ref().map(|notice| match notice {
        Notice::LinkUnreadable(why) => format!("{} {why}", lang.link_unreadable()),
        Notice::ExampleMissing(name) => format!("{} {name}", lang.example_missing()),
        Notice::EngineCrashed(why) if why.is_empty() => lang.engine_crashed().to_owned(),
        Notice::EngineCrashed(why) => format!("{} ({why})", lang.engine_crashed()),
    });
    html! {
        <div class="notices">
            if let Some(text) = notice {
                <div class="notice trouble" role="alert" data-testid="notice">
                    <span>{ text }</span>
                    <button type="button" class="link" onclick={view.on(Action::DismissNotice)}>{ lang.close() }</button>
                </div>
            }
            if let Some(text) = ended_early(&view) {
                <div class="notice trouble" role="alert" data-testid="ended-early">{ text }</div>
            }
            if let Some(draft) = draft {
                <div class="notice" data-testid="draft-kept">
                    <span>{ lang.draft_kept() }</span>
                    <button type="button" class="link" onclick={view.on(Action::ShowDraft(draft.id))} data-testid="back-to-draft">{ lang.back_to_draft() }</button>
                </div>
            }
        </div>
    }
}
