//! The answer to an example's question, with the moments that show it.

use yew::{Html, classes, component, html};

use crate::gallery;
use crate::state::Action;
use crate::view::use_view;

/// The card; nothing for a program that answers no question.
#[component]
pub(crate) fn AnswerCard() -> Html {
    let view = use_view();
    let lang = view.lang();
    let state = &*view.state;
    let Some((question, example)) = state
        .question()
        .and_then(|question| Some((question, gallery::find(question.example)?)))
    else {
        return Html::default();
    };
    let is_open = state.shows_answer;
    let here = |number: usize| {
        let recording = state.log.get();
        let point = question.point(number)?;
        let event = point.at.find(&recording.log)?;
        (!state.is_empty() && event.0 == state.cursor).then_some("step")
    };
    html! {
        <section class={classes!("answer", (!is_open).then_some("closed"))} aria-label={lang.answer()} data-testid="answer">
            <header>
                <h2>{ example.title(lang) }</h2>
                <button type="button" class="link" aria-expanded={is_open.to_string()} onclick={view.on(Action::ToggleAnswer)} data-testid="answer-toggle">
                    { if is_open { lang.answer_hide() } else { lang.answer_show() } }</button>
            </header>
            if is_open {
                <p data-testid="answer-text">{ question.answer(lang) }</p>
                <ol class="points">
                    { for question.points.iter().enumerate().map(|(number, point)| html! {
                        <li><button type="button" class="point" aria-current={here(number)} onclick={view.on(Action::ShowPoint(number))} data-testid="answer-point">
                            <span class="number" aria-hidden="true">{ number + 1 }</span><span>{ point.text(lang) }</span></button></li>
                    }) }
                </ol>
            }
        </section>
    }
}
