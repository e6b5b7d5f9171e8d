//! Generators and coroutines: where each stands, what went in and what came out.

use coroscope_trace::scene::{GeneratorInfo, GeneratorState};
use coroscope_trace::{EntityId, TextId, flags};
use yew::{Html, component, html};

use super::chip::name_of;
use crate::state::Action;
use crate::text::Lang;
use crate::view::{View, use_view};

/// Rows before the rest becomes a number.
const ROWS: usize = 60;

const fn state_word(state: GeneratorState, lang: Lang) -> (&'static str, &'static str) {
    match state {
        GeneratorState::Created => (lang.generator_created(), "ink-ready"),
        GeneratorState::Running => (lang.state_running(), "ink-running"),
        GeneratorState::Suspended => (lang.generator_suspended(), "ink-waiting"),
        GeneratorState::Returned => (lang.state_returned(), "ink-returned"),
        GeneratorState::Raised => (lang.state_raised(), "ink-raised"),
        GeneratorState::Closed => (lang.generator_closed(), "ink-cancelled"),
    }
}

fn row(view: &View, id: EntityId, generator: &GeneratorInfo) -> Html {
    let lang = view.lang();
    let recording = view.state.log.get();
    let (word, class) = state_word(generator.state, lang);
    let value = |word: &'static str, text: TextId| {
        let text = recording.log.text(text);
        if text.is_empty() {
            Html::default()
        } else {
            html! { <><span>{ word }</span><code>{ text.to_owned() }</code></> }
        }
    };
    let sent_word = if generator.last_resume == flags::RESUME_THROW {
        lang.thrown_in()
    } else {
        lang.sent_in()
    };
    html! {
        <li key={id.0} data-testid="generator-row">
            <div class="head">
                <button type="button" class="link" onclick={view.on(Action::Goto(generator.since.0))}>{ name_of(view, id) }</button>
                <span class={class}>{ word }</span>
                if generator.place.is_some() { <span class="count">{ lang.line(generator.place.line()) }</span> }
            </div>
            <div class="sub">
                { value(sent_word, generator.last_sent) }
                { value(lang.came_out(), generator.last_out) }
                if generator.delegates_to.is_some() { <span>{ "→ " }{ name_of(view, generator.delegates_to) }</span> }
            </div>
        </li>
    }
}

/// The list; what is running or suspended comes first.
#[component]
pub(crate) fn GeneratorsPanel() -> Html {
    let view = use_view();
    let lang = view.lang();
    let generators = &view.scene.generators;
    if generators.is_empty() {
        return html! { <p class="empty">{ lang.generators_none() }</p> };
    }
    let (done, alive): (Vec<_>, Vec<_>) = generators
        .iter()
        .partition(|(_, generator)| generator.state.is_done());
    html! {
        <ul class="box-body facts" data-testid="generators">
            { for alive.iter().chain(done.iter().rev()).take(ROWS).map(|(id, generator)| row(&view, *id, generator)) }
            if generators.len() > ROWS { <li class="count">{ lang.more(generators.len() - ROWS) }</li> }
        </ul>
    }
}
