//! What a report says of one exception.

use super::stack::{self, StackText};
use super::suggest;
use crate::object::{Instance, Raise, TracebackEntry, Value, intern};
use crate::vm::{Cx, Vm};
use std::rc::Rc;

/// The texts of one exception.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// The entries of the traceback; `None` if it has none.
    pub stack: Option<Vec<StackText>>,
    /// Name of the class, with its module unless that is known to all.
    pub class: String,
    /// `str(exception)` with a suggestion; empty if there is nothing to say.
    pub message: String,
    /// `__notes__`
    pub notes: Vec<String>,
    /// Where the source is wrong, for a SyntaxError.
    pub syntax: Option<SyntaxPlace>,
}

/// Where a SyntaxError points.
#[derive(Debug, Default)]
pub(super) struct SyntaxPlace {
    /// Name of the file.
    pub file: String,
    /// The line's number.
    pub line: i64,
    /// The line.
    pub text: Option<String>,
    /// First column, from 1.
    pub offset: Option<i64>,
    /// The column behind the last, from 1; 0 or -1 if unknown.
    pub end_offset: i64,
}

/// The words, without running Python code.
pub(super) fn without_python(vm: &mut Vm, exception: &Rc<Instance>) -> Words {
    let value = Value::Instance(Rc::clone(exception));
    let message = text_without_python(vm, &value).unwrap_or_else(|| {
        let args = exception
            .exception()
            .map(super::super::exceptions::args_of)
            .unwrap_or_default();
        match args.as_slice() {
            [] => String::new(),
            [only] => text_without_python(vm, only).unwrap_or_else(|| vm.short_repr(only)),
            all => vm.short_repr(&Value::tuple(all.iter().cloned())),
        }
    });
    let notes = match notes(vm, exception) {
        Some(Value::List(notes)) => {
            let notes = notes.to_vec();
            notes
                .iter()
                .map(|note| text_without_python(vm, note).unwrap_or_else(|| vm.short_repr(note)))
                .collect()
        }
        Some(other) => vec![vm.short_repr(&other)],
        None => Vec::new(),
    };
    assemble(vm, exception, message, notes, None)
}

/// `str(value)`, if that needs no Python code.
fn text_without_python(vm: &mut Vm, value: &Value) -> Option<String> {
    // Frames that were already waiting to be pushed are not ours to drop.
    let waiting = std::mem::take(&mut vm.pending);
    let running = vm.repr_running.len();
    let text = vm.str_of(value);
    drop(std::mem::replace(&mut vm.pending, waiting));
    vm.repr_running.truncate(running);
    match text {
        Ok(Value::Str(text)) => Some(text.to_string()),
        Ok(_) => None,
        Err(_) => Some("<exception str() failed>".to_owned()),
    }
}

/// The words, with the `__str__` of the exception and its notes.
pub(super) async fn with_python(cx: &Cx, exception: &Rc<Instance>, limit: Option<i64>) -> Words {
    let value = Value::Instance(Rc::clone(exception));
    let message = or_failed(cx.str(&value).await, "<exception str() failed>");
    let mut texts = Vec::new();
    match cx.with(|vm| notes(vm, exception)) {
        Some(Value::List(list)) => {
            for note in list.to_vec() {
                texts.push(or_failed(cx.str(&note).await, "<note str() failed>"));
            }
        }
        Some(Value::Tuple(tuple)) => {
            for note in tuple.items() {
                texts.push(or_failed(cx.str(note).await, "<note str() failed>"));
            }
        }
        Some(other) => texts.push(or_failed(
            cx.repr(&other).await,
            "<__notes__ repr() failed>",
        )),
        None => {}
    }
    cx.with(|vm| assemble(vm, exception, message, texts, limit))
}

fn or_failed(text: Result<crate::object::StrRef, Raise>, failed: &str) -> String {
    text.map_or_else(|_| failed.to_owned(), |text| text.to_string())
}

fn notes(vm: &Vm, exception: &Instance) -> Option<Value> {
    exception
        .dict
        .get()?
        .get_name(&vm.names.notes)
        .filter(|notes| !notes.is_none())
}

/// The outermost calls of a stack, or, for a limit below 0, the innermost ones.
fn limited(entries: &[TracebackEntry], limit: Option<i64>) -> &[TracebackEntry] {
    let Some(limit) = limit else {
        return entries;
    };
    let count = usize::try_from(limit.unsigned_abs()).unwrap_or(usize::MAX);
    let rest = entries.len().saturating_sub(count);
    // The innermost call comes first.
    if limit < 0 {
        entries.get(..count).unwrap_or(entries)
    } else {
        entries.get(rest..).unwrap_or(entries)
    }
}

fn assemble(
    vm: &mut Vm,
    exception: &Rc<Instance>,
    mut message: String,
    notes: Vec<String>,
    limit: Option<i64>,
) -> Words {
    let entries = exception
        .exception()
        .map(|data| data.traceback.borrow().clone())
        .unwrap_or_default();
    let syntax = if exception
        .class
        .borrow()
        .is_subclass_of(&vm.types.syntax_error)
    {
        message = match get(exception, "msg") {
            Some(Value::Str(text)) => text.to_string(),
            _ => "<no detail available>".to_owned(),
        };
        syntax_place(exception)
    } else {
        if let Some(name) = suggest::suggestion(vm, exception, &entries) {
            message.push_str(&format!(". Did you mean: '{name}'?"));
        }
        None
    };
    let shown = limited(&entries, limit);
    Words {
        stack: (!shown.is_empty()).then(|| stack::texts(shown)),
        class: class_path(vm, exception),
        message,
        notes,
        syntax,
    }
}

/// The class's qualified name, its module before it unless that is `builtins`
/// or `__main__`.
fn class_path(vm: &Vm, exception: &Instance) -> String {
    let class = exception.class();
    let qualname = class.qualname.borrow().to_string();
    let module = if class.is_builtin {
        class.dict.get_name(&vm.names.module)
    } else {
        class.lookup_uncached(&vm.names.module)
    };
    match module {
        Some(Value::Str(module)) if !matches!(module.as_str(), "builtins" | "__main__") => {
            format!("{module}.{qualname}")
        }
        _ => qualname,
    }
}

fn get(exception: &Instance, name: &str) -> Option<Value> {
    exception.dict.get()?.get_name(&intern(name))
}

fn syntax_place(exception: &Instance) -> Option<SyntaxPlace> {
    let int = |name| match get(exception, name) {
        Some(Value::Int(i)) => Some(i),
        _ => None,
    };
    let text = |name| match get(exception, name) {
        Some(Value::Str(text)) => Some(text.to_string()),
        _ => None,
    };
    let line = int("lineno")?;
    let source = text("text");
    let mut end_offset = int("end_offset").unwrap_or(0);
    if let (Some(end_line), Some(source)) = (int("end_lineno"), &source)
        && end_line > line
    {
        // Only the first line is shown.
        end_offset = i64::try_from(source.trim_end_matches('\n').chars().count()).unwrap_or(0) + 1;
    }
    Some(SyntaxPlace {
        file: text("filename").unwrap_or_else(|| "<string>".to_owned()),
        line,
        text: source,
        offset: int("offset"),
        end_offset,
    })
}
