//! The output: each line with its moment; what the cursor has not reached is dimmed.
//!
//! Lines have one height, so that of any number of them only the visible ones are drawn.

use coroscope_trace::Stream;
use web_sys::HtmlElement;
use yew::{
    Callback, Event, Html, Properties, classes, component, html, use_effect_with, use_node_ref,
    use_state_eq,
};

use crate::browser::layout::use_size;
use crate::components::input_line::InputLine;
use crate::output_lines::{Fold, OutputLine, library_spoken_of, line_spoken_of, text_of};
use crate::output_rows::{Row, Rows};
use crate::state::{Action, Phase};
use crate::text::seconds_column;
use crate::view::{View, use_view};

/// Height of a line in pixels, as in source.css.
const ROW: f64 = 20.0;
/// Room above and below the lines in pixels, as in source.css.
const MARGINS: f64 = 8.0;
/// Lines drawn beyond the visible ones on each side: quick scrolling shows no gap, and the
/// browser finds words in the whole output of a small program.
const SPARE: usize = 30;

/// The head of what the library shows of itself.
fn head(view: &View, row: usize, fold: Fold, is_open: bool, toggle: &Callback<usize>) -> Html {
    let onclick = toggle.reform(move |_| fold.first);
    html! {
        <li key={format!("fold-{}", fold.first)} style={format!("top: {:.0}px", row as f64 * ROW)}>
            <button type="button" class="output-fold" {onclick} aria-expanded={is_open.to_string()} data-testid="output-library-frames">
                { if is_open { "− " } else { "+ " } }{ view.lang().library_frames(fold.frames) }
            </button>
        </li>
    }
}

fn line(view: &View, row: usize, number: usize, line: &OutputLine, reached: usize) -> Html {
    let recording = view.state.log.get();
    let log = &recording.log;
    let is_error = line.stream == Stream::Stderr;
    let before = number
        .checked_sub(1)
        .and_then(|before| recording.lines.all().get(before));
    // A traceback has one moment, told at its beginning.
    let goes_on = is_error
        && before.is_some_and(|before| before.stream == line.stream && before.event == line.event);
    let time = log
        .event(line.event)
        .filter(|_| !goes_on)
        .map(|event| seconds_column(event.time))
        .unwrap_or_default();
    let is_now = number + 1 == reached && line.event.0 == view.state.cursor;
    let class = classes!(
        "output-line",
        is_error.then_some("stderr"),
        (number >= reached).then_some("future"),
        is_now.then_some("latest"),
    );
    let text = text_of(log, line);
    let source_line = recording
        .log
        .files()
        .first()
        .filter(|_| is_error)
        .and_then(|file| line_spoken_of(&text, &file.name));
    html! {
        <li key={number} style={format!("top: {:.0}px", row as f64 * ROW)}>
            <button type="button" {class} onclick={view.on(Action::Goto(line.event.0))} disabled={!line.event.is_some()}
                title={view.lang().go_to_event(line.event.0 as usize)} data-testid="output-line">
                <time>{ time }</time><samp>
                    if is_error { <span class="visually-hidden">{ view.lang().stderr() }{ ": " }</span> }
                    { &text }
                    if let Some(typed) = line.typed { <kbd data-testid="typed">{ log.text(typed).to_owned() }</kbd> }
                </samp>
            </button>
            if let Some((file, at)) = library_spoken_of(&text).filter(|_| is_error) {
                <button type="button" class="link to-line" onclick={view.on(Action::OpenLibrary(file.into(), at))} data-testid="output-library">{ file.trim_start_matches("<library>/").to_owned() }{ " ↗" }</button>
            }
            if let Some(source_line) = source_line {
                <button type="button" class="link to-line" onclick={view.on(Action::ShowLine(source_line))} data-testid="output-source">{ view.lang().line(source_line) }{ " ↗" }</button>
            }
        </li>
    }
}

/// Height of the sheet of lines: a little more than the lines need, so that
/// scrolled to its end it begins with a whole line.
fn sheet_height(rows: usize, room: f64) -> f64 {
    let lines = rows as f64 * ROW;
    let over = lines + MARGINS - room;
    if over > 0.0 {
        lines + (over / ROW).ceil() * ROW - over
    } else {
        lines
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct OutputProps {
    /// What stands in place of the heading.
    #[prop_or_default]
    pub(crate) heading: Option<Html>,
}

/// The output pane.
#[component]
pub(crate) fn OutputPane(props: &OutputProps) -> Html {
    let view = use_view();
    let lang = view.lang();
    let place = use_node_ref();
    let (_, height) = use_size(&place);
    let scrolled = use_state_eq(|| 0.0_f64);
    let recording = view.state.log.get();
    let all = recording.lines.all();
    // Of the run that is shown: others have other folds.
    let open_folds = use_state_eq(|| (0, Vec::new()));
    let run = view.state.run;
    let open: &[usize] = if open_folds.0 == run {
        &open_folds.1
    } else {
        &[]
    };
    let rows = Rows::new(all.len(), recording.lines.folds(), open);
    let toggle = {
        let (open_folds, open) = (open_folds.clone(), open.to_vec());
        Callback::from(move |first: usize| {
            let mut open = open.clone();
            match open.iter().position(|other| *other == first) {
                Some(position) => drop(open.remove(position)),
                None => open.push(first),
            }
            open_folds.set((run, open));
        })
    };
    let reached =
        all.partition_point(|line| line.is_reached(view.state.cursor, view.scene.output_len));
    let first = ((*scrolled / ROW) as usize)
        .saturating_sub(SPARE)
        .min(rows.len());
    let last = (((*scrolled + height) / ROW) as usize + SPARE).min(rows.len());
    let latest = rows.of_line(reached.saturating_sub(1));

    {
        // The line that was reached last stays in view.
        // Asking the element where it is would make the browser lay out the page once more.
        let (place, top, room) = (place.clone(), *scrolled, height);
        use_effect_with((latest, rows.len(), height > 0.0), move |(latest, ..)| {
            let Some(list) = place.cast::<HtmlElement>() else {
                return;
            };
            let line = *latest as f64 * ROW;
            if line < top {
                list.set_scroll_top(line as i32);
            } else if line + 2.0 * ROW > top + room {
                // Whole rows: a line cut in half at the top reads badly.
                let rows = ((line + 2.0 * ROW - room) / ROW).ceil();
                list.set_scroll_top((rows * ROW) as i32);
            }
        });
    }
    let onscroll = {
        let (place, scrolled) = (place.clone(), scrolled);
        Callback::from(move |_: Event| {
            if let Some(list) = place.cast::<HtmlElement>() {
                scrolled.set(f64::from(list.scroll_top()));
            }
        })
    };
    let is_over = !view.state.is_empty() && !view.state.is_running();
    html! {
        <section class="output" aria-label={lang.output()} data-testid="output">
            <header class={classes!("pane-head", props.heading.is_some().then_some("with-tabs"))}>
                if let Some(heading) = &props.heading { { heading.clone() } } else { <h2>{ lang.output() }</h2> }
                if !all.is_empty() {
                    <span class="count" data-testid="output-count">{ lang.output_lines(reached, all.len()) }</span>
                }
            </header>
            <div class="output-lines" id={props.heading.is_some().then_some("foot-panel")} ref={place} {onscroll} data-testid="output-lines" tabindex="0" role="group" aria-label={lang.output()}>
                if all.is_empty() {
                    <p class="empty">{ if is_over { lang.output_none() } else { lang.output_empty() } }</p>
                } else {
                    <ol style={format!("height: {:.1}px", sheet_height(rows.len(), height))}>
                        { for (first..last).map(|row| match rows.at(row) {
                            Row::Head(fold, is_open) => head(&view, row, fold, is_open, &toggle),
                            Row::Line(number) => all.get(number).map(|it| line(&view, row, number, it, reached)).unwrap_or_default(),
                        }) }
                    </ol>
                }
            </div>
            if view.state.phase == Phase::AwaitsInput { <InputLine /> }
        </section>
    }
}
