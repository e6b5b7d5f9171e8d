//! Builtin functions that ask objects about themselves.

use crate::object::{Iter, IterState, NativeDef, Raise, StrRef, Value, find_interned, intern};
use crate::text::repr as text_repr;
use crate::vm::{Args, NativeResult, Next, Outcome, Vm};
use std::rc::Rc;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("aiter", async_iter, 1, 1),
    NativeDef::function("anext", async_next, 1, 2),
    NativeDef::function("ascii", ascii, 1, 1),
    NativeDef::function("callable", callable, 1, 1),
    NativeDef::function("delattr", delete_attribute, 2, 2),
    NativeDef::function("format", format, 1, 2),
    NativeDef::function("getattr", get_attribute, 2, 3),
    NativeDef::function("hasattr", has_attribute, 2, 2),
    NativeDef::function("hash", |vm, mut args| vm.hash(&args.take(0)), 1, 1),
    NativeDef::function(
        "id",
        |vm, mut args| Ok(Value::Int(vm.fake_address(&args.take(0)) as i64)),
        1,
        1,
    ),
    NativeDef::function("iter", iter, 1, 2),
    NativeDef::function("len", |vm, mut args| vm.len(&args.take(0)), 1, 1).shortcut(|vm, args| {
        match args {
            [value] => vm.builtin_len(value).map(|length| Ok(Value::from(length))),
            _ => None,
        }
    }),
    NativeDef::function("next", next, 1, 2),
    NativeDef::function("repr", |vm, mut args| vm.repr_of(&args.take(0)), 1, 1),
    NativeDef::function("setattr", set_attribute, 3, 3),
];

pub(crate) fn install(vm: &Vm) {
    let builtins = Rc::clone(&vm.builtins);
    vm.add_functions(&builtins, "builtins", FUNCTIONS);
}

/// `anext(iterator[, default])`: the awaitable of the next item.
fn async_next(vm: &mut Vm, mut args: Args) -> NativeResult {
    let iterator = args.take(0);
    if let Some(default) = args.optional(1) {
        return vm.call_prelude("anext_or", vec![iterator, default]);
    }
    let name = vm.names.anext.clone();
    match vm.call_special(&iterator, &name, []) {
        Some(result) => result,
        None => {
            let name = vm.type_name(&iterator);
            Err(vm.type_error(format!("'{name}' object is not an async iterator")))
        }
    }
}

fn ascii(vm: &mut Vm, mut args: Args) -> NativeResult {
    let value = args.take(0);
    vm.run_async("ascii", move |cx| async move {
        let text = cx.repr(&value).await?;
        Ok(Value::string(text_repr::ascii_of_repr(text.as_str())))
    })
}

impl Vm {
    /// `callable(value)`
    pub fn is_callable(&self, value: &Value) -> bool {
        match value {
            Value::Function(_) | Value::Native(_) | Value::Method(_) | Value::Class(_) => true,
            Value::Instance(_) => self.type_attr(value, &self.names.call).is_some(),
            _ => false,
        }
    }

    /// The name of an attribute, given as a value.
    pub(crate) fn attribute_name(&mut self, name: Value) -> Result<StrRef, Raise> {
        match self.unwrap_base(name) {
            Value::Str(name) => Ok(find_interned(&name).unwrap_or_else(|| intern(name.as_str()))),
            other => {
                let given = self.type_name(&other);
                Err(self.type_error(format!("attribute name must be string, not '{given}'")))
            }
        }
    }

    /// `getattr(value, name)`, and what `otherwise` makes of AttributeError.
    pub(crate) fn attribute_or(
        &mut self,
        value: &Value,
        name: &StrRef,
        then: impl FnOnce(Option<Value>) -> Value + 'static,
    ) -> NativeResult {
        let attribute_error = Rc::clone(&self.types.attribute_error);
        match self.load_attr(value, name) {
            Ok(Value::Undefined) => {
                let frames = std::mem::take(&mut self.pending);
                self.run_async("getattr", move |cx| async move {
                    let started = cx.with(|vm| {
                        vm.pending = frames;
                        Ok(Value::Undefined)
                    });
                    match cx.outcome(started).await {
                        Outcome::Returned(found) | Outcome::Yielded(found) => Ok(then(Some(found))),
                        Outcome::Raised(raise)
                            if raise.class().is_subclass_of(&attribute_error) =>
                        {
                            Ok(then(None))
                        }
                        Outcome::Raised(raise) => Err(raise),
                    }
                })
            }
            Ok(found) => Ok(then(Some(found))),
            Err(raise) if raise.class().is_subclass_of(&attribute_error) => Ok(then(None)),
            Err(raise) => Err(raise),
        }
    }
}

fn callable(vm: &mut Vm, mut args: Args) -> NativeResult {
    Ok(Value::Bool(vm.is_callable(&args.take(0))))
}

fn get_attribute(vm: &mut Vm, mut args: Args) -> NativeResult {
    let value = args.take(0);
    let name = args.take(1);
    let name = vm.attribute_name(name)?;
    match args.optional(2) {
        None => vm.load_attr(&value, &name),
        Some(default) => vm.attribute_or(&value, &name, move |found| found.unwrap_or(default)),
    }
}

fn has_attribute(vm: &mut Vm, mut args: Args) -> NativeResult {
    let value = args.take(0);
    let name = args.take(1);
    let name = vm.attribute_name(name)?;
    vm.attribute_or(&value, &name, |found| Value::Bool(found.is_some()))
}

fn set_attribute(vm: &mut Vm, mut args: Args) -> NativeResult {
    let value = args.take(0);
    let name = args.take(1);
    let name = vm.attribute_name(name)?;
    let new = args.take(2);
    let result = vm.store_attr(&value, &name, new)?;
    vm.none_after(result)
}

fn delete_attribute(vm: &mut Vm, mut args: Args) -> NativeResult {
    let value = args.take(0);
    let name = args.take(1);
    let name = vm.attribute_name(name)?;
    let result = vm.delete_attr(&value, &name)?;
    vm.none_after(result)
}

impl Vm {
    /// None in place of a result, which may be still to come.
    pub(crate) fn none_after(&mut self, result: Value) -> NativeResult {
        if result.is_undefined() {
            let frames = std::mem::take(&mut self.pending);
            return self.run_after(frames, |_, _| Ok(Value::None));
        }
        Ok(Value::None)
    }
}

fn format(vm: &mut Vm, mut args: Args) -> NativeResult {
    let value = args.take(0);
    let spec = args.optional(1).unwrap_or_else(|| Value::str(""));
    let spec = vm.text_parameter(&spec, "format() argument 2")?;
    vm.format(&value, &spec)
}

fn iter(vm: &mut Vm, mut args: Args) -> NativeResult {
    let value = args.take(0);
    match args.optional(1) {
        None => vm.get_iter(&value),
        Some(sentinel) if vm.is_callable(&value) => {
            Ok(Iter::value(IterState::Callable(value, sentinel)))
        }
        Some(_) => Err(vm.type_error("iter(v, w): v must be callable")),
    }
}

fn next(vm: &mut Vm, mut args: Args) -> NativeResult {
    let iterator = args.take(0);
    let Some(default) = args.optional(1) else {
        return vm.next_or_stop(&iterator);
    };
    match vm.iter_next(&iterator) {
        Next::Item(item) => Ok(item),
        Next::Done => Ok(default),
        Next::Raise(raise) => Err(raise),
        pushed => {
            let resumed = matches!(pushed, Next::Resumed);
            let frames = std::mem::take(&mut vm.pending);
            vm.run_async("next", move |cx| async move {
                let started = cx.with(|vm| {
                    vm.pending = frames;
                    Ok(Value::Undefined)
                });
                match cx.outcome(started).await {
                    Outcome::Yielded(item) => Ok(item),
                    Outcome::Returned(_) if resumed => Ok(default),
                    Outcome::Returned(item) => Ok(item),
                    Outcome::Raised(raise) => {
                        let ended = !resumed
                            && cx.with(|vm| raise.class().is_subclass_of(&vm.types.stop_iteration));
                        if ended { Ok(default) } else { Err(raise) }
                    }
                }
            })
        }
    }
}

fn async_iter(vm: &mut Vm, mut args: Args) -> NativeResult {
    let value = args.take(0);
    let name = vm.names.aiter.clone();
    match vm.call_special(&value, &name, []) {
        Some(Ok(Value::Undefined)) => {
            let frames = std::mem::take(&mut vm.pending);
            vm.run_after(frames, check_async_iterator)
        }
        Some(Ok(iterator)) => check_async_iterator(vm, iterator),
        Some(Err(raise)) => Err(raise),
        None => {
            let given = vm.type_name(&value);
            Err(vm.type_error(format!("'{given}' object is not an async iterable")))
        }
    }
}

fn check_async_iterator(vm: &mut Vm, iterator: Value) -> NativeResult {
    let name = vm.names.anext.clone();
    if vm.type_attr(&iterator, &name).is_some() {
        return Ok(iterator);
    }
    let given = vm.type_name(&iterator);
    Err(vm.type_error(format!(
        "aiter() returned not an async iterator of type '{given}'"
    )))
}
