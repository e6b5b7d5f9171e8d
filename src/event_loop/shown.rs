//! Texts of values inside the reprs of futures, tasks and handles.
//!
//! A repr of ours is made by one synchronous function. The reprs of objects of
//! the program's own run Python code, so such a text is made twice: first to
//! find out which of them are in it, then with their reprs known.

use crate::world_of_loop::Shared;
use coroscope_python::object::Value;
use coroscope_python::vm::{Cx, NativeResult, Vm};
use std::cell::RefCell;

/// How a value is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// By `repr`.
    Whole,
    /// By `reprlib.repr`: large ones are cut short.
    Limited,
}

/// Longest text that `reprlib` leaves whole.
const LONGEST_TEXT: usize = 30;

/// The reprs of the text that is being made.
#[derive(Default)]
pub(crate) struct Reprs {
    /// Values whose reprs are to be asked for; `None` outside of the first pass.
    wanted: RefCell<Option<Vec<(Value, Form)>>>,
    known: RefCell<Vec<(Value, Form, String)>>,
}

/// Makes the text of the object at `address` by `render`, with the reprs of the
/// program's own objects in it. In those reprs the object itself is `...`.
pub(crate) fn text(
    vm: &mut Vm,
    address: usize,
    render: impl Fn(&mut Vm) -> String + 'static,
) -> NativeResult {
    let shared = Shared::of(vm);
    *shared.reprs.wanted.borrow_mut() = Some(Vec::new());
    let first = render(vm);
    let wanted = shared.reprs.wanted.take().unwrap_or_default();
    if wanted.is_empty() {
        return Ok(Value::string(first));
    }
    vm.run_async("repr", move |cx| async move {
        let mut known = Vec::new();
        let is_first = cx.with(|vm| vm.begin_repr(address));
        for (value, form) in wanted {
            let text = one(&cx, &value, form).await;
            if text.is_err() && is_first {
                cx.with(|vm| vm.end_repr(address));
            }
            known.push((value, form, text?));
        }
        Ok(cx.with(|vm| {
            if is_first {
                vm.end_repr(address);
            }
            *shared.reprs.known.borrow_mut() = known;
            let whole = render(vm);
            let known = shared.reprs.known.take();
            drop(known);
            Value::string(whole)
        }))
    })
}

async fn one(
    cx: &Cx,
    value: &Value,
    form: Form,
) -> Result<String, coroscope_python::object::Raise> {
    let library = cx.with(|vm| vm.imported("asyncio.futures"));
    if let (Form::Limited, Some(library)) = (form, library) {
        let text = cx
            .call_method(&library, "_limited_repr", [value.clone()])
            .await?;
        return Ok(text.as_str().unwrap_or_default().to_owned());
    }
    Ok(cx.repr(value).await?.to_string())
}

/// The text of a value, as far as it is known without Python code.
pub(crate) fn shown(vm: &mut Vm, value: &Value, form: Form) -> String {
    let plain = match value {
        Value::None | Value::Bool(_) | Value::Int(_) | Value::Float(_) => true,
        Value::Str(text) => form == Form::Whole || text.len() + 2 <= LONGEST_TEXT,
        _ => false,
    };
    if plain {
        return vm.short_repr(value);
    }
    let shared = Shared::of(vm);
    let reprs = &shared.reprs;
    let known = reprs
        .known
        .borrow()
        .iter()
        .find(|(other, as_form, _)| *as_form == form && other.is(value))
        .map(|(.., text)| text.clone());
    if let Some(text) = known {
        return text;
    }
    if let Some(wanted) = &mut *reprs.wanted.borrow_mut() {
        wanted.push((value.clone(), form));
    }
    vm.short_repr(value)
}
