//! The source: the code editor with the running line and a chip per suspended task.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use coroscope_trace::scene::{GeneratorState, TaskState};
use coroscope_trace::{EntityKind, EventIndex};
use gloo_timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlTextAreaElement};
use yew::{
    Html, InputEvent, TargetCast, component, hook, html, use_effect_with, use_memo, use_mut_ref,
    use_node_ref, use_state_eq,
};

use crate::breakpoints::PROGRAM_FILE;
use crate::browser::editor::{Deed, Expression, LiveEditor, Mark};
use crate::listing::{Verdict, hints, old_spellings, verdicts};
use crate::naming::{chip_label, entity_name, hue, state_word, wait_words};
use crate::state::{Action, Engine, Phase, Problem};
use crate::text::Lang;
use crate::view::{View, use_view};

/// How far the editor is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fetched {
    NotYet,
    Here,
    Failed,
}

/// Milliseconds that the editor waits for a run's first events, at most.
const PATIENCE: u32 = 1_000;

/// Milliseconds until these have been painted.
const PAINTING: u32 = 50;

/// Tasks that are looked at for a chip, at most, and those told by name at one line.
const MARKS: usize = 300;
const NAMED: u32 = 10;

/// The line that runs at the cursor, if the text is still the one that was run.
fn running_line(view: &View) -> Option<u32> {
    let place = view.scene.place;
    let shown = place.is_some()
        && place.file() == PROGRAM_FILE
        && !view.state.is_edited()
        && view.scene.ending.is_none();
    shown.then(|| place.line())
}

/// The expression that the running line stands at, once the inspecting worker has told it.
fn running_expression(view: &View) -> Option<Expression> {
    let line = running_line(view)?;
    let answer = view.state.inspection.answer.as_ref()?;
    let is_now = answer.run == view.state.run && answer.event == view.state.cursor;
    let frame = answer
        .frames
        .iter()
        .rfind(|frame| !frame.is_library && is_now && frame.line == line)?;
    let (column, end_line, end_column) = frame.expression;
    let is_known = end_line >= line && (end_line > line || end_column > column);
    is_known.then_some(((line, column), (end_line, end_column)))
}

/// A chip for each task that is suspended in the visitor's program.
fn suspended(view: &View) -> Vec<Mark> {
    if view.state.is_edited() {
        return Vec::new();
    }
    let lang = view.lang();
    let recording = view.state.log.get();
    let log = &recording.log;
    let mut marks: Vec<Mark> = Vec::new();
    let mut named: HashMap<u32, u32> = HashMap::new();
    let mut others: BTreeMap<u32, u32> = BTreeMap::new();
    // Ten thousand chips would tell nobody more than a few hundred.
    for (id, _) in view.scene.unfinished_tasks().take(MARKS) {
        let Some(task) = view.scene.tasks.get(id) else {
            continue;
        };
        let stands = task
            .frames
            .iter()
            .rev()
            .map(|frame| frame.place)
            .find(|place| place.is_some() && place.file() == PROGRAM_FILE);
        let place = stands.unwrap_or(task.place);
        let is_running = task.state == TaskState::Running;
        let never_ran = task.steps == 0;
        let name = entity_name(log, &view.scene, id, lang);
        if is_running && let Some(line) = running_line(view) {
            let title = format!("{name}: {}", state_word(task.state, lang));
            marks.insert(
                0,
                Mark {
                    line,
                    label: format!("{} ▶", chip_label(&name)),
                    hue: hue(log, id),
                    title,
                    count: 1,
                },
            );
        }
        if is_running || never_ran || place.file() != PROGRAM_FILE || !place.is_some() {
            continue;
        }
        let told = named.entry(place.line()).or_default();
        *told += 1;
        if *told > NAMED {
            *others.entry(place.line()).or_default() += 1;
            continue;
        }
        let length = match task.state {
            TaskState::Sleeping { until } => until.saturating_sub(task.since_time),
            _ => 0,
        };
        let what = wait_words(
            log,
            &view.scene,
            task.state,
            task.wait_text,
            task.wait_for,
            length,
            lang,
        );
        let title = format!("{name}: {} {what}", state_word(task.state, lang))
            .trim_end()
            .to_owned();
        marks.push(Mark {
            line: place.line(),
            label: chip_label(&name),
            hue: hue(log, id),
            title,
            count: 1,
        });
    }
    for (line, count) in others {
        marks.push(Mark {
            line,
            label: String::new(),
            hue: 0,
            title: lang.more(count as usize),
            count,
        });
    }
    for (id, generator) in view
        .scene
        .generators
        .iter()
        .filter(|(_, generator)| generator.kind != EntityKind::Coroutine)
    {
        let place = generator.place;
        if generator.state != GeneratorState::Suspended
            || !place.is_some()
            || place.file() != PROGRAM_FILE
            || marks.len() > MARKS
        {
            continue;
        }
        let name = entity_name(log, &view.scene, id, lang);
        let function = log.text(generator.function);
        marks.push(Mark {
            line: place.line(),
            label: function.chars().take(2).collect(),
            hue: hue(log, id),
            title: format!("{name}: {}", lang.generator_suspended()),
            count: 1,
        });
    }
    marks
}

/// Errors, and hints at old spellings of the run.
fn problems(view: &View) -> Vec<Problem> {
    let state = &view.state;
    let mut problems = state.problems.to_vec();
    if state.hints.source == state.program.source {
        problems.extend(hints(&state.hints, view.lang()));
    }
    if !state.is_edited() {
        let recording = state.log.get();
        let (log, notices) = (&recording.log, &recording.notices);
        for told in old_spellings(log, notices, &state.run_source, view.lang()) {
            // What the text shows by itself is marked more exactly.
            let is_same =
                |known: &Problem| known.from.0 == told.from.0 && known.message == told.message;
            if !problems.iter().any(is_same) {
                problems.push(told);
            }
        }
    }
    problems
}

/// What the run says to the output that a transcript shows, up to the cursor.
#[hook]
fn use_verdicts(view: &View) -> Rc<Vec<Verdict>> {
    let is_edited = view.state.is_edited();
    let (cursor, run, lang) = (view.state.cursor, view.state.run, view.lang());
    use_memo((is_edited, cursor, run, lang), |_| {
        if is_edited {
            return Vec::new();
        }
        let recording = view.state.log.get();
        let source = &view.state.run_source;
        verdicts(source, &recording.log, EventIndex(cursor), lang)
    })
}

/// How many lines of a transcript agree, and what was printed for those that do not.
fn session_summary(verdicts: &[Verdict], lang: Lang) -> Html {
    if verdicts.is_empty() {
        return html! {};
    }
    let differing = verdicts.iter().filter(|verdict| !verdict.agrees);
    let count = differing.clone().count();
    let agreeing = verdicts.len() - count;
    html! {
        <div class="session" data-testid="session">
            <p role="status">{ lang.session_agreement(agreeing, count) }</p>
            <ul class="visually-hidden">
                { for differing.map(|verdict| html! {
                    <li>{ lang.line(verdict.line) }{ ": " }{ &verdict.title }</li>
                }) }
            </ul>
        </div>
    }
}

/// Whether it is the editor's turn. A run that a link asks for comes first: making
/// the editor takes about as long as the way to the run's first events.
#[hook]
fn use_turn(view: &View) -> bool {
    let state = &view.state;
    let has_failed = matches!(state.engine, Engine::Failed(_));
    let run_first = state.phase == Phase::Waiting && !has_failed;
    let turn = use_state_eq(|| state.phase == Phase::Idle);
    {
        let turn = turn.clone();
        use_effect_with(run_first, move |run_first| {
            let pause = if *run_first { PATIENCE } else { PAINTING };
            let wait = (!*turn).then(|| Timeout::new(pause, move || turn.set(true)));
            move || drop(wait)
        });
    }
    *turn
}

/// The source pane.
#[component]
pub(crate) fn EditorPane() -> Html {
    let view = use_view();
    let lang = view.lang();
    let place = use_node_ref();
    let live = use_mut_ref(|| None::<LiveEditor>);
    let fetched = use_state_eq(|| Fetched::NotYet);
    let turn = use_turn(&view);

    {
        let (place, live, fetched) = (place.clone(), live.clone(), fetched.clone());
        let (dispatcher, source) = (view.state.dispatcher(), view.state.program.source.clone());
        use_effect_with(turn, move |is_turn| {
            let slot = live.clone();
            let make = async move {
                let Some(parent) = place.cast::<Element>() else {
                    return;
                };
                let on_deed = move |deed| {
                    dispatcher.dispatch(match deed {
                        Deed::Typed(text) => Action::Edited(Rc::from(text)),
                        Deed::Breakpoints(lines) => Action::SetLines(lines),
                        Deed::Hovered(line) => Action::Hover(line),
                    });
                };
                match LiveEditor::create(&parent, &source, lang.editor_label(), on_deed).await {
                    Ok(editor) => {
                        *slot.borrow_mut() = Some(editor);
                        fetched.set(Fetched::Here);
                    }
                    Err(_) => fetched.set(Fetched::Failed),
                }
            };
            if *is_turn {
                spawn_local(make);
            }
            move || drop(live.borrow_mut().take())
        });
    }
    let ready = *fetched == Fetched::Here;
    {
        let (live, source) = (live.clone(), view.state.program.source.clone());
        use_effect_with((view.state.program.replaced, ready), move |_| {
            if let Some(editor) = live.borrow().as_ref() {
                editor.set_doc(&source);
            }
        });
    }
    {
        let live = live.clone();
        use_effect_with((problems(&view), ready), move |(problems, _)| {
            if let Some(editor) = live.borrow().as_ref() {
                editor.set_problems(problems);
            }
        });
    }
    let verdicts = use_verdicts(&view);
    {
        let live = live.clone();
        use_effect_with((verdicts.clone(), ready), move |(verdicts, _)| {
            if let Some(editor) = live.borrow().as_ref() {
                editor.set_verdicts(verdicts);
            }
        });
    }
    {
        let live = live.clone();
        use_effect_with((running_line(&view), ready), move |(line, _)| {
            if let Some(editor) = live.borrow().as_ref() {
                editor.set_running_line(*line);
            }
        });
    }
    {
        let live = live.clone();
        use_effect_with((running_expression(&view), ready), move |(range, _)| {
            if let Some(editor) = live.borrow().as_ref() {
                editor.set_expression(*range);
            }
        });
    }
    {
        let live = live.clone();
        use_effect_with((view.state.hovered, ready), move |(line, _)| {
            if let Some(editor) = live.borrow().as_ref() {
                editor.set_lit_line(*line);
            }
        });
    }
    {
        let live = live.clone();
        let lines: Vec<u32> = view.state.breakpoints.lines.iter().copied().collect();
        use_effect_with((lines, ready), move |(lines, _)| {
            if let Some(editor) = live.borrow().as_ref() {
                editor.set_breakpoints(lines);
            }
        });
    }
    {
        let live = live.clone();
        use_effect_with((view.state.shown_line, ready), move |((line, _), _)| {
            if let (Some(editor), 1..) = (live.borrow().as_ref(), *line) {
                editor.show_line(*line);
            }
        });
    }
    use_effect_with((suspended(&view), ready), move |(marks, _)| {
        if let Some(editor) = live.borrow().as_ref() {
            editor.set_marks(marks);
        }
    });

    let on_typed = {
        let view = view.clone();
        move |event: InputEvent| {
            let field: HtmlTextAreaElement = event.target_unchecked_into();
            view.send(Action::Edited(Rc::from(field.value())));
        }
    };
    html! {
        <section class="source" aria-label={lang.source()} data-testid="source">
            <div class="editor" ref={place} data-testid="editor">
                if *fetched == Fetched::NotYet {
                    <pre>{ view.state.program.source.to_string() }</pre>
                }
                if *fetched == Fetched::Failed {
                    <textarea aria-label={lang.editor_label()} spellcheck="false" autocapitalize="off"
                        value={view.state.program.source.to_string()} oninput={on_typed} data-testid="plain-editor" />
                }
            </div>
            { session_summary(&verdicts, lang) }
            if let Some(problem) = view.state.problems.first() {
                <p class="notice trouble" role="alert" data-testid="syntax-error">
                    { lang.line(problem.from.0) }{ ": " }{ &problem.message }
                </p>
            }
        </section>
    }
}
