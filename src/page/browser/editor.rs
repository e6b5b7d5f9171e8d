//! The code editor: CodeMirror behind a handful of functions of our own.
//!
//! Fetched beside the page's own start, so that a slow or missing file leaves
//! a plain text field instead of an empty page.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::beside_page;
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
}

/// An editor in the page, with the closure that its changes call.
pub(crate) struct LiveEditor {
    editor: Editor,
    _on_change: Closure<dyn FnMut(String)>,
}

impl LiveEditor {
    /// Makes an editor inside `parent`.
    pub(crate) async fn create(
        parent: &Element,
        doc: &str,
        label: &str,
        on_change: impl Fn(String) + 'static,
    ) -> Result<LiveEditor, JsValue> {
        let module = JsFuture::from(load_module(&beside_page("editor/editor.js"))?).await?;
        let create: Function = Reflect::get(&module, &"createEditor".into())?.dyn_into()?;
        let on_change = Closure::<dyn FnMut(String)>::new(on_change);
        let options = object(&[
            ("doc", doc.into()),
            ("ariaLabel", label.into()),
            ("onChange", on_change.as_ref().clone()),
        ]);
        let made = create.call2(&JsValue::UNDEFINED, parent, &options)?;
        if !made.is_object() {
            return Err(JsValue::from_str("the editor could not be made"));
        }
        Ok(LiveEditor {
            editor: made.unchecked_into(),
            _on_change: on_change,
        })
    }

    /// Replaces the text.
    pub(crate) fn set_doc(&self, text: &str) {
        self.editor.set_doc(text);
    }

    /// Underlines errors.
    pub(crate) fn set_problems(&self, problems: &[Problem]) {
        let position =
            |(line, column): (u32, u32)| object(&[("line", line.into()), ("col", column.into())]);
        let list = problems.iter().map(|problem| {
            object(&[
                ("from", position(problem.from).into()),
                ("to", position(problem.to).into()),
                ("severity", "error".into()),
                ("message", problem.message.as_str().into()),
            ])
        });
        self.editor.set_diagnostics(&list.collect());
    }

    /// Lights the line that runs.
    pub(crate) fn set_running_line(&self, line: Option<u32>) {
        self.editor
            .set_running_line(line.map_or(JsValue::NULL, JsValue::from));
    }

    /// Shows a chip for each suspended task.
    pub(crate) fn set_marks(&self, marks: &[Mark]) {
        let list = marks.iter().map(|mark| {
            object(&[
                ("line", mark.line.into()),
                ("label", mark.label.as_str().into()),
                ("hue", mark.hue.into()),
                ("title", mark.title.as_str().into()),
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
