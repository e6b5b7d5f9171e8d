//! The whole page: holds the state, ties it to worker, player, keys and storage,
//! and lays out the places.

use std::cell::Cell;
use std::rc::Rc;

use coroscope_session::RunOptions;
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::{
    Callback, ContextProvider, Html, UseReducerHandle, component, hook, html, use_effect_with,
    use_memo, use_mut_ref, use_reducer,
};

use crate::asking::wanted;
use crate::browser::afterimage::use_afterimage;
use crate::browser::layout::{Room, use_room};
use crate::browser::listing_file::text_of;
use crate::browser::second_part::fetch_ahead;
use crate::browser::theme::use_shown_theme;
use crate::browser::{address, set_root_attribute, storage};
use crate::components::answer_card::AnswerCard;
use crate::components::boxes::{Boxes, DetailPlace, LoopPlace};
use crate::components::compare_view::CompareView;
use crate::components::dialogs::open_dialog;
use crate::components::editor_pane::EditorPane;
use crate::components::events_view::EventsView;
use crate::components::foot::FootPlace;
use crate::components::header::Header;
use crate::components::inspect_panel::InspectPanel;
use crate::components::lanes::Lanes;
use crate::components::notices::Notices;
use crate::components::notices_panel::NoticesPanel;
use crate::components::output_pane::OutputPane;
use crate::components::sentence_bar::SentenceBar;
use crate::components::stage_switch::StagePlace;
use crate::components::tabs::{Tab, Tabs};
use crate::components::transport::Transport;
use crate::inspector_link::use_inspector;
use crate::keys::use_keys;
use crate::player::use_player;
use crate::state::{Action, Engine, Notice, Origin, Panel, Phase, State};
use crate::view::View;
use crate::worker_link::WorkerLink;

/// Milliseconds without typing after which the text is looked at.
const TYPING_PAUSE: u32 = 350;

/// Milliseconds from the interpreter's arrival until what the first program of a
/// visit does not need is fetched: by then that program runs, as a rule.
const QUIET: u32 = 2_000;

/// The page.
#[component]
pub(crate) fn App() -> Html {
    let state = use_reducer(|| {
        let settings = storage::load_settings();
        let start = State::new(settings, storage::load_drafts());
        let actions = match address::asked_for(&settings) {
            None => Vec::new(),
            Some(Err(notice)) => vec![Action::Tell(notice)],
            Some(Ok(wish)) => wish.at_once().unwrap_or_default(),
        };
        let actions = actions.into_iter();
        actions.fold(start, |state, action| state.after(action))
    });
    let comes_by_link = use_linked_listing(&state);
    // Before the page is drawn for the first time: a run that a link asks for goes on meanwhile.
    let link = use_memo((), |()| {
        let dispatcher = state.dispatcher();
        let link = WorkerLink::start(Callback::from(move |action| dispatcher.dispatch(action)));
        if state.is_running() {
            begin(&link, &state);
        }
        link
    });
    {
        let (link, now) = (link.clone(), state.clone());
        let begun = state.is_running().then_some(state.run);
        use_effect_with(begun, move |begun| {
            if begun.is_some() {
                begin(&link, &now);
            }
        });
    }
    {
        // Before the effect below: the worker hears of the line before it is asked to go on.
        let (link, run) = (link.clone(), state.run);
        use_effect_with(state.typed.clone(), move |(count, line)| {
            if *count > 0 {
                link.type_line(run, line.as_deref());
            }
        });
    }
    {
        let link = link.clone();
        let asked = (
            state.engine.clone(),
            state.run,
            state.answers,
            state.len(),
            wanted(&state),
        );
        use_effect_with(asked, move |(_, run, _, _, budget)| {
            if let Some(budget) = budget {
                link.advance(*run, *budget);
            }
        });
    }
    {
        let link = link.clone();
        let given_up = (state.phase == Phase::Stopped).then_some(state.run);
        use_effect_with(given_up, move |given_up| {
            if let Some(run) = given_up {
                link.stop(*run);
            }
        });
    }
    {
        // Old spellings are told while the visitor types, when there is a pause.
        let (link, source) = (link.clone(), state.program.source.clone());
        let is_ready = state.engine == Engine::Ready;
        use_effect_with((source, is_ready), move |(source, is_ready)| {
            let source = source.clone();
            let pause = is_ready.then(|| Timeout::new(TYPING_PAUSE, move || link.check(source)));
            move || drop(pause)
        });
    }
    {
        let wanted = state
            .library
            .as_ref()
            .filter(|file| file.text.is_none())
            .map(|file| file.name.clone());
        use_effect_with((wanted, state.engine.clone()), move |(wanted, _)| {
            if let Some(file) = wanted {
                link.read_library(file);
            }
        });
    }
    {
        let is_ready = state.engine == Engine::Ready;
        use_effect_with(is_ready, |is_ready| {
            if *is_ready {
                Timeout::new(QUIET, fetch_ahead).forget();
            }
        });
    }
    use_effect_with(state.settings, |settings| {
        storage::save_settings(settings);
        set_root_attribute("lang", settings.lang.tag());
    });
    let theme = use_shown_theme(state.settings.theme);
    use_effect_with(theme, |theme| set_root_attribute("data-theme", theme));
    use_effect_with(state.drafts.clone(), |drafts| storage::save_drafts(drafts));
    {
        let first = use_mut_ref(|| true);
        use_effect_with(state.program.source.clone(), move |_| {
            if !first.replace(false) && !comes_by_link.replace(false) {
                address::forget();
            }
        });
    }
    use_player(&state);
    use_keys(&state);
    use_inspector(&state);
    let afterimage_stands = use_afterimage(&state);

    let scene = use_memo((state.log.clone(), state.cursor), |(log, cursor)| {
        log.scene(*cursor)
    });
    let view = View {
        state: state.clone(),
        scene: scene.clone(),
    };
    html! {
        <ContextProvider<View> context={view}>
            if !afterimage_stands { <Places /> }
            { open_dialog(&state) }
        </ContextProvider<View>>
    }
}

/// Has the worker begin the state's run, if it has not yet, and go on as far as is wanted.
fn begin(link: &WorkerLink, state: &State) {
    let options = RunOptions {
        record: true,
        lines: true,
        ..state.options.clone()
    };
    link.load(state.run, state.run_source.clone(), options);
    if let Some(budget) = wanted(state) {
        link.advance(state.run, budget);
    }
}

/// Fetches the listing that the address names, if it does, and shows it.
/// What is returned is true while the page takes it over: the address is then
/// still the right one.
#[hook]
fn use_linked_listing(state: &UseReducerHandle<State>) -> Rc<Cell<bool>> {
    let arrives = use_memo((), |()| Cell::new(false));
    let (dispatcher, settings) = (state.dispatcher(), state.settings);
    let told = arrives.clone();
    use_effect_with((), move |()| {
        let Some(Ok(wish)) = address::asked_for(&settings) else {
            return;
        };
        let Some(Ok(example)) = wish.example() else {
            return;
        };
        if wish.at_once().is_some() {
            return;
        }
        spawn_local(async move {
            let actions = match text_of(example).await {
                Ok(text) => {
                    told.set(true);
                    wish.actions(Origin::Example(example.name), text)
                }
                Err(_) => vec![Action::Tell(Notice::ExampleMissing(example.name))],
            };
            for action in actions {
                dispatcher.dispatch(action);
            }
        });
    });
    arrives
}

/// Header, places and transport.
#[component]
fn Places() -> Html {
    let room = use_room();
    let places = if room == Room::Phone {
        html! { <PhonePlaces /> }
    } else {
        html! {
            <main class="places">
                <div class="left"><EditorPane /><FootPlace /></div>
                <div class="right"><SentenceBar with_switch={true} /><StagePlace /><Boxes {room} /></div>
            </main>
        }
    };
    html! { <div class="app"><Header /><Notices /><AnswerCard />{ places }<Transport /></div> }
}

/// On a phone the sentence and the lanes stay, the rest takes turns.
#[component]
fn PhonePlaces() -> Html {
    let view = crate::view::use_view();
    let lang = view.lang();
    let panel = view.state.panel;
    let shown: Vec<Panel> = Panel::ALL
        .into_iter()
        .filter(|panel| *panel != Panel::Compare || view.state.pinned.is_some())
        .collect();
    let open = shown.iter().position(|other| *other == panel).unwrap_or(1);
    let tabs = shown
        .iter()
        .map(|panel| Tab {
            code: panel.code(),
            title: panel.title(lang).to_owned(),
        })
        .collect::<Vec<_>>();
    let on_open = {
        let view = view.clone();
        Callback::from(move |position: usize| {
            if let Some(panel) = shown.get(position) {
                view.send(Action::Open(*panel));
            }
        })
    };
    // These need the room, and stand for the lanes.
    let is_large = matches!(panel, Panel::Events | Panel::Compare);
    let content = match panel {
        Panel::Code => html! { <EditorPane /> },
        Panel::Stage | Panel::Loop => html! { <LoopPlace /> },
        Panel::Waits => html! { <DetailPlace with_waits={true} on_phone={true} /> },
        Panel::Inspect => html! { <InspectPanel /> },
        Panel::Output => html! { <OutputPane /> },
        Panel::Notices => html! { <NoticesPanel /> },
        Panel::Events => html! { <EventsView /> },
        Panel::Compare => html! { <CompareView /> },
    };
    html! {
        <main class="places">
            <Tabs label={lang.stage()} class="tabs" prefix="place" {tabs} {open} {on_open} />
            <SentenceBar with_switch={false} />
            if !is_large { <Lanes compact={panel != Panel::Stage} /> }
            <div class={yew::classes!("phone-panel", (panel == Panel::Stage).then_some("small"))} role="tabpanel" id="place-panel" aria-labelledby={format!("place-tab-{}", panel.code())}>{ content }</div>
        </main>
    }
}
