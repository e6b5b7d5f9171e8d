//! The code editor: CodeMirror behind a handful of functions of our own.
//!
//! Fetched beside the page's own start, so that a slow or missing file leaves
//! a plain text field instead of an empty page.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::beside_page;
use crate::listing::Verdict;
use crate::state::Problem;

#[wasm_bindgen(inline_js = "export function load_module(address) { return import(address); }")]
extern "C" {
    #[wasm_bindgen(catch)]
    fn load_module(address: &str) -> Result<Promise, JsValue>;
}

#[wasm_bindgen]
extern "C" {
    /// What `createEditor` returns.
    #[derive(Clone)]
    pub(crate) type Editor;

    #[wasm_bindgen(method, js_name = setDoc)]
    pub(crate) fn set_doc(this: &Editor, text: &str);
    #[wasm_bindgen(method, js_name = setDiagnostics)]
    fn set_diagnostics(this: &Editor, list: &Array);
    #[wasm_bindgen(method, js_name = setRunningLine)]
    fn set_running_line(this: &Editor, line: JsValue);
    #[wasm_bindgen(method, js_name = setMarks)]
    fn set_marks(this: &Editor, list: &Array);
    #[wasm_bindgen(method, js_name = setBreakpoints)]
    fn set_breakpoints(this: &Editor, lines: &Array);
    #[wasm_bindgen(method, js_name = setExpression)]
    fn set_expression(this: &Editor, range: JsValue);
    #[wasm_bindgen(method, js_name = setLitLine)]
    fn set_lit_line(this: &Editor, line: JsValue);
    #[wasm_bindgen(method, js_name = showLine)]
    fn show_line(this: &Editor, line: u32);
    #[wasm_bindgen(method, js_name = onHoverLine)]
    fn on_hover_line(this: &Editor, callback: &JsValue);
    #[wasm_bindgen(method, js_name = setVerdicts)]
    fn set_verdicts(this: &Editor, list: &Array);
    #[wasm_bindgen(method)]
    fn destroy(this: &Editor);
}

/// A mark in the gutter: a suspended task at its line.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Mark {
    /// Counted from 1.
    pub(crate) line: u32,
    /// One or two characters.
    pub(crate) label: String,
    /// Hue of the task, in degrees.
    pub(crate) hue: u16,
    /// Its name, and what it waits for.
    pub(crate) title: String,
    /// How many tasks it stands for.
    pub(crate) count: u32,
}

/// An editor in the page, with the closure that its changes call.
pub(crate) struct LiveEditor {
    editor: Editor,
    _on_change: Closure<dyn FnMut(String)>,
    _on_lines: Closure<dyn FnMut(Array)>,
    _on_hover: Closure<dyn FnMut(JsValue)>,
}

/// What the visitor does in the editor.
pub(crate) enum Deed {
    /// The whole text after a change.
    Typed(String),
    /// The lines that have a breakpoint, after that changed.
    Breakpoints(Vec<u32>),
    /// The line under the pointer.
    Hovered(Option<u32>),
}

/// An expression in the text: line and column of its beginning and end; lines
/// count from 1, columns in code points from 0.
pub(crate) type Expression = ((u32, u32), (u32, u32));

impl LiveEditor {
    /// Makes an editor inside `parent`.
    pub(crate) async fn create(
        parent: &Element,
        doc: &str,
        label: &str,
        on_deed: impl Fn(Deed) + 'static,
    ) -> Result<LiveEditor, JsValue> {
        let module = JsFuture::from(load_module(&beside_page("editor/editor.js"))?).await?;
        let create: Function = Reflect::get(&module, &"createEditor".into())?.dyn_into()?;
        let on_deed = std::rc::Rc::new(on_deed);
        let tell = on_deed.clone();
        let on_change = Closure::<dyn FnMut(String)>::new(move |text| tell(Deed::Typed(text)));
        let tell = on_deed.clone();
        let on_lines = Closure::<dyn FnMut(Array)>::new(move |lines: Array| {
            let lines = lines.iter().filter_map(|line| line.as_f64());
            tell(Deed::Breakpoints(lines.map(|line| line as u32).collect()));
        });
        let on_hover = Closure::<dyn FnMut(JsValue)>::new(move |line: JsValue| {
            on_deed(Deed::Hovered(line.as_f64().map(|line| line as u32)));
        });
        let options = object(&[
            ("doc", doc.into()),
            ("ariaLabel", label.into()),
            ("onChange", on_change.as_ref().clone()),
            ("onBreakpoints", on_lines.as_ref().clone()),
        ]);
        let made = create.call2(&JsValue::UNDEFINED, parent, &options)?;
        if !made.is_object() {
            return Err(JsValue::from_str("the editor could not be made"));
        }
        let editor: Editor = made.unchecked_into();
        editor.on_hover_line(on_hover.as_ref());
        Ok(LiveEditor {
            editor,
            _on_change: on_change,
            _on_lines: on_lines,
            _on_hover: on_hover,
        })
    }

    /// Replaces the text.
    pub(crate) fn set_doc(&self, text: &str) {
        self.editor.set_doc(text);
    }

    /// Underlines errors and hints.
    pub(crate) fn set_problems(&self, problems: &[Problem]) {
        let position =
            |(line, column): (u32, u32)| object(&[("line", line.into()), ("col", column.into())]);
        let list = problems.iter().map(|problem| {
            object(&[
                ("from", position(problem.from).into()),
                ("to", position(problem.to).into()),
                (
                    "severity",
                    if problem.is_hint { "info" } else { "error" }.into(),
                ),
                ("message", problem.message.as_str().into()),
            ])
        });
        self.editor.set_diagnostics(&list.collect());
    }

    /// Marks the output lines of a transcript.
    pub(crate) fn set_verdicts(&self, verdicts: &[Verdict]) {
        let list = verdicts.iter().map(|verdict| {
            object(&[
                ("line", verdict.line.into()),
                ("agrees", verdict.agrees.into()),
                ("title", verdict.title.as_str().into()),
            ])
        });
        self.editor.set_verdicts(&list.collect());
    }

    /// Lights the line that runs.
    pub(crate) fn set_running_line(&self, line: Option<u32>) {
        self.editor
            .set_running_line(line.map_or(JsValue::NULL, JsValue::from));
    }

    /// Shows where playing stops.
    pub(crate) fn set_breakpoints(&self, lines: &[u32]) {
        let lines = lines.iter().map(|line| JsValue::from(*line));
        self.editor.set_breakpoints(&lines.collect());
    }

    /// Marks the expression that runs.
    pub(crate) fn set_expression(&self, expression: Option<Expression>) {
        let position =
            |(line, column): (u32, u32)| object(&[("line", line.into()), ("col", column.into())]);
        let range = expression.map_or(JsValue::NULL, |(from, to)| {
            object(&[("from", position(from).into()), ("to", position(to).into())]).into()
        });
        self.editor.set_expression(range);
    }

    /// Lights a line that is pointed at elsewhere.
    pub(crate) fn set_lit_line(&self, line: Option<u32>) {
        self.editor
            .set_lit_line(line.map_or(JsValue::NULL, JsValue::from));
    }

    /// Brings a line into view and puts the keyboard there.
    pub(crate) fn show_line(&self, line: u32) {
        self.editor.show_line(line);
    }

    /// Shows a chip for each suspended task.
    pub(crate) fn set_marks(&self, marks: &[Mark]) {
        let list = marks.iter().map(|mark| {
            object(&[
                ("line", mark.line.into()),
                ("label", mark.label.as_str().into()),
                ("hue", mark.hue.into()),
                ("title", mark.title.as_str().into()),
                ("count", mark.count.into()),
            ])
        });
        self.editor.set_marks(&list.collect());
    }
}

impl Drop for LiveEditor {
    fn drop(&mut self) {
        self.editor.destroy();
    }
}

fn object(entries: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in entries {
        // Setting a field of a plain object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(key), value);
    }
    object
}
