//! Frames and variables of a task, a generator or the program at the cursor.

use coroscope_session::message::{Frame, Variable};
use coroscope_trace::scene::GeneratorState;
use coroscope_trace::{EntityId, EntityKind};
use web_sys::HtmlSelectElement;
use yew::{
    Callback, Event, Html, TargetCast, classes, component, html, use_effect_with, use_memo,
    use_state_eq,
};

use super::chip::{chip, name_of};
use crate::inspection::{Answer, Change, Path};
use crate::state::{Action, Detail};
use crate::view::{View, use_view};

/// Tasks and generators in the menu, at most.
const CHOICES: usize = 80;

/// Whose frames can be shown: the program's, and those of what is alive.
fn choices(view: &View) -> Vec<EntityId> {
    let alive = view.scene.unfinished_tasks().map(|(id, _)| id);
    let generators = view.scene.generators.iter();
    let suspended = generators
        .filter(|(_, generator)| {
            generator.kind != EntityKind::Coroutine && generator.state == GeneratorState::Suspended
        })
        .map(|(id, _)| id);
    let mut ids: Vec<EntityId> = alive.chain(suspended).take(CHOICES).collect();
    let chosen = view.state.selected;
    if let Some(chosen) = chosen.filter(|chosen| !ids.contains(chosen)) {
        ids.insert(0, chosen);
    }
    ids.insert(0, EntityId::MAIN);
    ids.dedup();
    ids
}

/// The menu of whose frames to show: what the cursor is at, or one of the choices.
fn subject_menu(view: &View, ids: &[EntityId]) -> Html {
    let lang = view.lang();
    let chosen = view.state.selected;
    let onchange = {
        let view = view.clone();
        Callback::from(move |event: Event| {
            let menu: HtmlSelectElement = event.target_unchecked_into();
            let wanted = menu.value().parse().ok().map(EntityId);
            // Selecting what is selected already would take the selection away.
            if wanted != view.state.selected {
                view.send(Action::Select(wanted.or(view.state.selected)));
            }
        })
    };
    html! {
        <select class="subject" {onchange} aria-label={lang.inspect_subject()} data-testid="inspect-subject">
            <option value="" selected={chosen.is_none()}>{ lang.inspect_follow() }</option>
            { for ids.iter().map(|id| html! {
                <option value={id.0.to_string()} selected={chosen == Some(*id)}>{ name_of(view, *id) }</option>
            }) }
        </select>
    }
}

/// Where something is looked at more closely: a task on its lane, a lock or a
/// queue among its like.
fn way_to(view: &View, id: EntityId) -> Action {
    let kind = view
        .state
        .log
        .get()
        .log
        .entity(id)
        .map(|entity| entity.kind);
    match kind {
        Some(kind) if kind.is_primitive() => Action::ShowDetail(Detail::Primitives),
        Some(EntityKind::Future) => Action::ShowDetail(Detail::Futures),
        _ => Action::Select(Some(id)),
    }
}

/// One variable and, if it is open, what is inside.
fn variable(view: &View, frame: (usize, &Frame), path: &mut Path, it: &Variable) -> Html {
    let lang = view.lang();
    path.push(it.name.clone());
    let change = view
        .state
        .inspection
        .change(frame.1, frame.0, path, &it.repr);
    let is_open = view.state.inspection.open.contains(path);
    let depth = path.len().saturating_sub(2);
    let toggle = view.on(Action::ToggleVariable(path.clone()));
    let note = match &change {
        Change::Same => Html::default(),
        Change::New => {
            html! { <span class="was" data-testid="changed">{ lang.new_value() }</span> }
        }
        Change::Was(before) => html! {
            <span class="was" title={before.clone()} data-testid="changed">{ lang.was() }{ " " }<code>{ before.clone() }</code></span>
        },
    };
    let entity = it.entity.map(EntityId);
    let children: Html = it
        .children
        .iter()
        .map(|child| variable(view, frame, path, child))
        .collect();
    let name = path.pop().unwrap_or_default();
    html! {
        <li key={name.clone()} class={classes!((change != Change::Same).then_some("changed"))} data-testid="variable">
            <div class="variable" style={format!("--depth: {depth}")}>
                if it.expandable {
                    <button type="button" class="twist" onclick={toggle} aria-expanded={is_open.to_string()}
                        aria-label={format!("{}: {name}", lang.open_value())} data-testid="expand">
                        <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true"><path d="M2 0l5 4-5 4z" fill="currentColor"/></svg>
                    </button>
                } else { <span class="twist" aria-hidden="true"></span> }
                <code class="name">{ name }</code>
                <span class="equals" aria-hidden="true">{ "=" }</span>
                if let Some(entity) = entity {
                    <button type="button" class="link entity" onclick={view.on(way_to(view, entity))}
                        title={format!("{} · {}", it.repr, lang.go_to_lane())} data-testid="entity-link">{ chip(view, entity) }{ name_of(view, entity) }</button>
                } else {
                    <code class={classes!("value", kind_class(it))} title={format!("{}: {}", it.type_name, it.repr)}>{ it.repr.clone() }</code>
                }
                { note }
            </div>
            if is_open && !it.children.is_empty() {
                <ul>{ children }
                    if it.left_out > 0 { <li class="count" style={format!("--depth: {}", depth + 1)}>{ lang.more(it.left_out as usize) }</li> }
                </ul>
            }
        </li>
    }
}

/// The colour of a value, as in the source.
fn kind_class(it: &Variable) -> &'static str {
    match it.type_name.as_str() {
        "str" | "bytes" => "text",
        "int" | "float" | "bool" | "complex" | "NoneType" => "number",
        _ => "object",
    }
}

fn frame(view: &View, position: usize, it: &Frame) -> Html {
    let lang = view.lang();
    let mut path = vec![position.to_string()];
    let place = lang.line(it.line);
    html! {
        <li key={position} class={classes!("frame", it.is_library.then_some("library"))} data-testid="frame">
            <div class="frame-head">
                <code>{ it.function.clone() }</code>
                if it.is_library {
                    <button type="button" class="link" onclick={view.on(Action::OpenLibrary(it.file.as_str().into(), it.line))} title={lang.library_about()} data-testid="frame-library">{ it.file.trim_start_matches("<library>/").to_owned() }{ " · " }{ place }</button>
                } else {
                    <button type="button" class="link" onclick={view.on(Action::ShowLine(it.line))} data-testid="frame-line">{ place }</button>
                }
            </div>
            if it.variables.is_empty() {
                <p class="count none">{ lang.no_variables() }</p>
            } else {
                <ul class="variables">{ for it.variables.iter().map(|each| variable(view, (position, it), &mut path, each)) }</ul>
            }
        </li>
    }
}

/// Frames in order, those of the library folded away with their count.
fn frames(view: &View, answer: &Answer, unfolded: bool, on_fold: &Callback<()>) -> Html {
    let lang = view.lang();
    let mut rows = Vec::new();
    let mut at = 0;
    while let Some(it) = answer.frames.get(at) {
        let run = answer
            .frames
            .iter()
            .skip(at)
            .take_while(|frame| frame.is_library)
            .count();
        if run == 0 || unfolded {
            rows.push(frame(view, at, it));
            at += 1;
            continue;
        }
        let onclick = on_fold.reform(|_| ());
        rows.push(html! {
            <li key={format!("fold-{at}")}><button type="button" class="fold" {onclick} aria-expanded="false" data-testid="library-frames">{ "+ " }{ lang.library_frames(run) }</button></li>
        });
        at += run;
    }
    rows.into_iter().collect()
}

/// The panel.
#[component]
pub(crate) fn InspectPanel() -> Html {
    let view = use_view();
    let lang = view.lang();
    let unfolded = use_state_eq(|| false);
    {
        // Only what is on the screen is asked for.
        let dispatcher = view.state.dispatcher();
        use_effect_with((), move |()| {
            dispatcher.dispatch(Action::Inspecting(true));
            move || dispatcher.dispatch(Action::Inspecting(false))
        });
    }
    let state = &*view.state;
    // The menu follows where the cursor has rested: nobody opens it on the way.
    let answer = state.inspection.answer.as_ref();
    let rested = answer.map(|answer| (answer.run, answer.event));
    let key = (state.log.clone(), rested, state.selected);
    let ids = use_memo(key, |_| choices(&view));
    if state.is_empty() {
        return html! { <p class="empty">{ lang.inspect_empty() }</p> };
    }
    let subject = state.inspected();
    let answer = state
        .inspection
        .answer
        .clone()
        .filter(|answer| answer.run == state.run && answer.subject == Some(subject.0));
    let is_late = answer
        .as_ref()
        .is_none_or(|answer| answer.event != state.cursor);
    let on_fold = {
        let unfolded = unfolded.clone();
        Callback::from(move |()| unfolded.set(true))
    };
    html! {
        <div class={classes!("box-body", "inspect", is_late.then_some("late"))} tabindex="0" id="inspect" data-testid="inspect" aria-busy={is_late.to_string()} role="group" aria-label={lang.inspect()}>
            <div class="inspect-head">
                if view.state.selected.is_none() { <strong>{ chip(&view, subject) }{ name_of(&view, subject) }</strong> }
                { subject_menu(&view, &ids) }
            </div>
            if state.is_edited() { <p class="count">{ lang.edited() }</p> }
            if let Some(answer) = answer {
                if answer.frames.is_empty() {
                    <p class="count none">{ lang.inspect_none() }</p>
                } else {
                    <ol class="frames">{ frames(&view, &answer, *unfolded, &on_fold) }</ol>
                }
            } else { <p class="count none">{ lang.inspect_looking() }</p> }
        </div>
    }
}
