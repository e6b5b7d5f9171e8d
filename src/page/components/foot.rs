//! Under the source: output and notices take turns.

use yew::{Callback, Html, component, html};

use super::notices_panel::NoticesPanel;
use super::output_pane::OutputPane;
use super::tabs::{Tab, Tabs};
use crate::state::{Action, Foot};
use crate::view::use_view;

/// The place under the source.
#[component]
pub(crate) fn FootPlace() -> Html {
    let view = use_view();
    let lang = view.lang();
    let count = view.state.log.get().notices.all().len();
    let notices = if count == 0 {
        lang.notices().to_owned()
    } else {
        format!("{} · {count}", lang.notices())
    };
    let tabs = vec![
        Tab {
            code: "output",
            title: lang.output().to_owned(),
        },
        Tab {
            code: "notices",
            title: notices,
        },
    ];
    let open = usize::from(view.state.foot == Foot::Notices);
    let on_open = {
        let view = view.clone();
        Callback::from(move |position: usize| {
            let foot = if position == 0 {
                Foot::Output
            } else {
                Foot::Notices
            };
            view.send(Action::ShowFoot(foot));
        })
    };
    let heading = html! { <Tabs label={lang.output()} class="box-tabs" prefix="foot" {tabs} {open} {on_open} /> };
    let labelled = if open == 0 {
        "foot-tab-output"
    } else {
        "foot-tab-notices"
    };
    html! {
        <div class="foot" role="presentation">
            if view.state.foot == Foot::Output {
                <OutputPane {heading} />
            } else {
                <section class="output" aria-label={lang.notices()}>
                    <header class="pane-head with-tabs">{ heading }</header>
                    <div role="tabpanel" id="foot-panel" aria-labelledby={labelled} class="box"><NoticesPanel /></div>
                </section>
            }
        </div>
    }
}
