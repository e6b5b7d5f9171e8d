//! The loop and its neighbours, side by side where there is room.

use yew::{Callback, Html, Properties, component, html};

use super::futures_panel::FuturesPanel;
use super::generators_panel::GeneratorsPanel;
use super::inspect_panel::InspectPanel;
use super::loop_box::LoopBox;
use super::primitives_panel::PrimitivesPanel;
use super::tabs::{Tab, Tabs};
use super::waits_panel::WaitsPanel;
use crate::browser::layout::Room;
use crate::presence::Presence;
use crate::state::{Action, Detail};
use crate::text::{Lang, seconds};
use crate::view::use_view;

/// The box of the loop with its heading.
#[component]
pub(crate) fn LoopPlace() -> Html {
    let view = use_view();
    let lang = view.lang();
    let iteration = view.scene.event_loop.iteration;
    html! {
        <section class="box" aria-label={lang.the_loop()} data-testid="loop">
            <header class="pane-head"><h2>{ lang.the_loop() }</h2>
                if iteration > 0 { <span class="count" data-testid="iteration">{ lang.iteration(iteration) }</span> }
                if iteration > 0 { <span class="clock" title={lang.clock()} data-testid="clock">{ seconds(view.scene.time) }</span> }
            </header>
            <LoopBox />
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct DetailProps {
    /// Whether "who waits for whom" is one of the tabs.
    pub(crate) with_waits: bool,
    /// Whether this is one of a phone's places.
    #[prop_or_default]
    pub(crate) on_phone: bool,
}

/// The title on a tab, where room is short.
const fn short_title(detail: Detail, presence: &Presence, lang: Lang) -> &'static str {
    match detail {
        Detail::Waits => lang.waits_tab(),
        Detail::Primitives if presence.has_only_queues() => lang.queues_tab(),
        Detail::Primitives if presence.has_no_queue() => lang.locks_tab(),
        Detail::Inspect | Detail::Primitives | Detail::Futures | Detail::Generators => {
            detail.title(lang)
        }
    }
}

/// The box with tabs.
#[component]
pub(crate) fn DetailPlace(props: &DetailProps) -> Html {
    let view = use_view();
    let lang = view.lang();
    let presence = view.state.log.get().presence;
    // A phone has a place of its own for frames and variables.
    let shown: Vec<Detail> = Detail::ALL
        .into_iter()
        .filter(|detail| match detail {
            Detail::Inspect => !props.on_phone,
            Detail::Waits => props.with_waits,
            other => presence.has(*other),
        })
        .collect();
    let open = shown
        .iter()
        .position(|detail| *detail == view.state.detail)
        .unwrap_or(0);
    let tabs = shown
        .iter()
        .map(|detail| Tab {
            code: detail.code(),
            title: short_title(*detail, &presence, lang).to_owned(),
        })
        .collect::<Vec<_>>();
    let on_open = {
        let (view, shown) = (view.clone(), shown.clone());
        Callback::from(move |position: usize| {
            if let Some(detail) = shown.get(position) {
                view.send(Action::ShowDetail(*detail));
            }
        })
    };
    let current = shown.get(open).copied().unwrap_or(Detail::Inspect);
    html! {
        <section class="box" aria-label={lang.details()} data-testid="details">
            <Tabs label={lang.details()} class="box-tabs" prefix="detail" {tabs} {open} {on_open} />
            <div role="tabpanel" id="detail-panel" aria-labelledby={format!("detail-tab-{}", current.code())} class="box">
                { match current {
                    Detail::Inspect => html! { <InspectPanel /> },
                    Detail::Waits => html! { <WaitsPanel /> },
                    Detail::Primitives => html! { <PrimitivesPanel /> },
                    Detail::Futures => html! { <FuturesPanel /> },
                    Detail::Generators => html! { <GeneratorsPanel /> },
                } }
            </div>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct BoxesProps {
    /// How much room there is.
    pub(crate) room: Room,
}

/// All boxes of the desktop.
#[component]
pub(crate) fn Boxes(props: &BoxesProps) -> Html {
    let view = use_view();
    let lang = view.lang();
    if props.room != Room::Wide {
        return html! { <div class="boxes two"><LoopPlace /><DetailPlace with_waits={true} /></div> };
    }
    html! {
        <div class="boxes">
            <LoopPlace />
            <section class="box" aria-label={lang.waits()} data-testid="waits-box">
                <header class="pane-head"><h2>{ lang.waits() }</h2></header>
                <WaitsPanel />
            </section>
            <DetailPlace with_waits={false} />
        </div>
    }
}
