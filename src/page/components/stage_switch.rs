//! The large place in the middle: the lanes, the await graph, the table of
//! events, or two runs side by side.

use yew::{Html, component, html};

use super::compare_view::CompareView;
use super::events_view::EventsView;
use super::lanes::Lanes;
use super::waits_panel::WaitsPanel;
use crate::state::{Action, StageView};
use crate::view::{View, use_view};

/// The switch, for the end of the sentence's row.
pub(crate) fn stage_switch(view: &View) -> Html {
    let lang = view.lang();
    let shown = StageView::ALL
        .iter()
        .filter(|stage| **stage != StageView::Compare || view.state.pinned.is_some());
    html! {
        <div class="switch stage-switch" role="group" aria-label={lang.stage_view()}>
            { for shown.map(|stage| html! {
                <button type="button" aria-pressed={(*stage == view.state.stage).to_string()} onclick={view.on(Action::ShowStage(*stage))}
                    data-testid={format!("stage-{}", stage.code())}>{ stage.title(lang) }</button>
            }) }
        </div>
    }
}

/// What the switch says.
#[component]
pub(crate) fn StagePlace() -> Html {
    let view = use_view();
    match view.state.stage {
        StageView::Events => html! { <EventsView /> },
        StageView::Waits => {
            html! { <div class="large-waits"><WaitsPanel large={true} /></div> }
        }
        StageView::Compare if view.state.pinned.is_some() => html! { <CompareView /> },
        StageView::Lanes | StageView::Compare => html! { <Lanes compact={false} /> },
    }
}
