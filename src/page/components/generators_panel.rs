//! Generators and coroutines: chains of delegation, where each link stands, what
//! went in and what came out.

use coroscope_trace::scene::{GeneratorInfo, GeneratorState};
use coroscope_trace::{EntityId, TextId, flags};
use yew::{Html, classes, component, html};

use super::chip::name_of;
use crate::state::Action;
use crate::text::Lang;
use crate::view::{View, use_view};

/// Rows before the rest becomes a number.
const ROWS: usize = 60;
/// Links of a chain that are drawn; deeper ones stand no further to the right.
const DEEPEST: usize = 8;

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

fn value(view: &View, class: &'static str, word: &'static str, text: TextId) -> Html {
    let recording = view.state.log.get();
    let text = recording.log.text(text);
    if text.is_empty() {
        return Html::default();
    }
    html! { <span class={classes!("passed-value", class)}><span>{ word }</span><code title={text.to_owned()}>{ text.to_owned() }</code></span> }
}

/// One link of a chain.
fn row(view: &View, id: EntityId, generator: &GeneratorInfo, depth: usize) -> Html {
    let lang = view.lang();
    let (word, class) = state_word(generator.state, lang);
    let sent_word = if generator.last_resume == flags::RESUME_THROW {
        lang.thrown_in()
    } else {
        lang.sent_in()
    };
    let style = format!("--depth: {}", depth.min(DEEPEST));
    html! {
        <li key={id.0} class={classes!((depth > 0).then_some("inner"))} {style} data-testid="generator-row">
            <div class="head">
                if depth > 0 { <span class="count" title={lang.delegates()}><span aria-hidden="true">{ "↳" }</span><span class="visually-hidden">{ lang.delegates() }</span></span> }
                <button type="button" class="link" onclick={view.on(Action::Goto(generator.since.0))}>{ name_of(view, id) }</button>
                <span class={class}>{ word }</span>
                if generator.place.is_some() { <span class="count">{ lang.line(generator.place.line()) }</span> }
            </div>
            <div class="sub">
                { value(view, "in", sent_word, generator.last_sent) }
                { value(view, "out", lang.came_out(), generator.last_out) }
            </div>
        </li>
    }
}

/// Everything in the order of the panel, with its depth: chains of those alive
/// from their outermost link inwards, then those that are over, the last first.
fn in_order(view: &View) -> Vec<(EntityId, usize)> {
    let generators = &view.scene.generators;
    let is_alive = |id: EntityId| {
        generators
            .get(id)
            .is_some_and(|generator| !generator.state.is_done())
    };
    let inner: std::collections::HashSet<EntityId> = generators
        .iter()
        .filter(|(_, generator)| !generator.state.is_done())
        .map(|(_, generator)| generator.delegates_to)
        .collect();
    let mut order = Vec::new();
    for (head, _) in generators.iter() {
        if !is_alive(head) || inner.contains(&head) {
            continue;
        }
        let (mut link, mut depth) = (head, 0);
        // A chain is at most as long as there are generators, even in a damaged log.
        while is_alive(link) && depth <= generators.len() {
            order.push((link, depth));
            depth += 1;
            link = generators
                .get(link)
                .map_or(EntityId::NONE, |generator| generator.delegates_to);
        }
    }
    let mut done: Vec<_> = generators
        .iter()
        .map(|(id, _)| (id, 0))
        .filter(|(id, _)| !is_alive(*id))
        .collect();
    done.reverse();
    order.append(&mut done);
    order
}

/// The list.
#[component]
pub(crate) fn GeneratorsPanel() -> Html {
    let view = use_view();
    let lang = view.lang();
    let order = in_order(&view);
    if order.is_empty() {
        return html! { <p class="empty">{ lang.generators_none() }</p> };
    }
    let rows = order.iter().take(ROWS).filter_map(|(id, depth)| {
        let generator = view.scene.generators.get(*id)?;
        Some(row(&view, *id, generator, *depth))
    });
    html! {
        <ul class="box-body facts chains" tabindex="0" aria-label={lang.generators()} data-testid="generators">
            { for rows }
            if order.len() > ROWS { <li class="count">{ lang.more(order.len() - ROWS) }</li> }
        </ul>
    }
}
