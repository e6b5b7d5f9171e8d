//! `bytes(…)` and `bytearray(…)`: from a length, a text with an encoding, a
//! bytes-like object, an object with `__bytes__`, an iterable of ints.

use crate::builtins::arguments::bytes_value;
use crate::builtins::bytearray_type::receiver;
use crate::object::{Raise, Value};
use crate::vm::{Args, Cx, NativeResult, Vm};
use std::rc::Rc;

/// `bytes.__new__(cls, source, encoding, errors)`
pub(crate) fn new_bytes(vm: &mut Vm, mut args: Args) -> NativeResult {
    let class = args.take(0);
    let builtin = Rc::clone(&vm.types.bytes);
    vm.class_argument(&class, &builtin)?;
    if let Some(same @ Value::Bytes(_)) = args.values.get(1)
        && args.values.iter().skip(2).all(Value::is_undefined)
    {
        let same = same.clone();
        return vm.object_of(&class, &builtin, same);
    }
    filled(vm, args, "bytes", move |vm, bytes| {
        vm.object_of(&class, &builtin, bytes_value(bytes))
    })
}

/// `bytearray.__init__(self, source, encoding, errors)`
pub(crate) fn init_bytearray(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver(vm, &mut args)?;
    vm.resizable(&me)?;
    let old = me.bytes.take();
    drop(old);
    filled(vm, args, "bytearray", move |vm, bytes| {
        vm.resizable(&me)?;
        drop(me.bytes.replace(bytes));
        Ok(Value::None)
    })
}

/// Goes on with the bytes that the arguments ask for.
fn filled(
    vm: &mut Vm,
    mut args: Args,
    name: &'static str,
    then: impl FnOnce(&mut Vm, Vec<u8>) -> NativeResult + 'static,
) -> NativeResult {
    let (source, encoding, errors) = (args.optional(1), args.optional(2), args.optional(3));
    let coded = encoding.is_some() || errors.is_some();
    let Some(source) = source else {
        return if coded {
            Err(vm.type_error("encoding without a string argument"))
        } else {
            then(vm, Vec::new())
        };
    };
    let has_bytes = name == "bytes"
        && !coded
        && matches!(source, Value::Instance(_))
        && vm.type_attr(&source, &vm.names.bytes).is_some();
    if !has_bytes && let Some(text) = vm.text_of(&source) {
        if encoding.is_none() {
            return Err(vm.type_error("string argument without an encoding"));
        }
        let encoding = vm.named_text(encoding, name, "encoding", "utf-8")?;
        let errors = vm.named_text(errors, name, "errors", "strict")?;
        let bytes = vm.encode_text(&text, &encoding, &errors)?;
        return then(vm, bytes);
    }
    if coded {
        return Err(vm.type_error("encoding without a string argument"));
    }
    vm.run_async("bytes", move |cx| async move {
        let bytes = match length(&cx, &source).await? {
            Some(length) => vec![0; length],
            None => from_object(&cx, &source, name).await?,
        };
        cx.with(|vm| then(vm, bytes))
    })
}

/// The length that an int asks for; `None` if the source is no int.
async fn length(cx: &Cx, source: &Value) -> Result<Option<usize>, Raise> {
    let is_int = cx.with(|vm| match source {
        Value::Int(_) | Value::Bool(_) | Value::BigInt(_) => true,
        Value::Instance(_) => {
            vm.buffer_of(source).is_none()
                && vm.type_attr(source, &vm.names.bytes).is_none()
                && vm.type_attr(source, &vm.names.index).is_some()
        }
        _ => false,
    });
    if !is_int {
        return Ok(None);
    }
    let started = cx.with(|vm| vm.index_of(source));
    let index = cx.finish(started).await?;
    cx.with(|vm| {
        let length = match index {
            Value::Int(length) => length,
            _ => return Err(vm.overflow_error("cannot fit 'int' into an index-sized integer")),
        };
        let length =
            crate::number::size::count(length).ok_or_else(|| vm.value_error("negative count"))?;
        vm.charge(length)?;
        Ok(Some(length))
    })
}

/// The bytes of an object: bytes-like, with `__bytes__`, or an iterable of ints.
/// `kind` is what messages say the bytes are for.
pub(crate) async fn from_object(cx: &Cx, source: &Value, kind: &str) -> Result<Vec<u8>, Raise> {
    let name = cx.with(|vm| vm.names.bytes.clone());
    if matches!(source, Value::Instance(_))
        && let Some(result) = cx.call_special(source, &name, []).await?
    {
        return cx.with(|vm| match vm.buffer_of(&result) {
            Some(bytes) => Ok(bytes.to_vec()),
            None => {
                let name = vm.type_name(&result);
                Err(vm.type_error(format!("__bytes__ returned non-bytes (type {name})")))
            }
        });
    }
    if let Some(bytes) = cx.with(|vm| vm.buffer_of(source)) {
        cx.with(|vm| vm.charge(bytes.len()))?;
        return Ok(bytes.to_vec());
    }
    let refusal = |vm: &Vm| {
        let name = vm.type_name(source);
        vm.type_error(format!("cannot convert '{name}' object to {kind}"))
    };
    if matches!(source, Value::Str(_)) {
        return Err(cx.with(|vm| refusal(vm)));
    }
    let iterator = match cx.iter(source).await {
        Ok(iterator) => iterator,
        Err(raise) => {
            return Err(cx.with(|vm| {
                if raise.class().is_subclass_of(&vm.types.type_error) {
                    refusal(vm)
                } else {
                    raise
                }
            }));
        }
    };
    if kind == "bytes" {
        cx.length_hint(source).await?;
    }
    let out_of_range = if kind == "bytes" {
        "bytes must be in range(0, 256)"
    } else {
        "byte must be in range(0, 256)"
    };
    bytes_of_items(cx, &iterator, out_of_range).await
}

/// What `bytearray.extend` adds: the ints of an iterable.
pub(crate) async fn from_iterable(cx: &Cx, source: &Value) -> Result<Vec<u8>, Raise> {
    match cx.iter(source).await {
        Ok(iterator) => {
            cx.length_hint(source).await?;
            bytes_of_items(cx, &iterator, "byte must be in range(0, 256)").await
        }
        Err(raise) => Err(cx.with(|vm| {
            if !raise.class().is_subclass_of(&vm.types.type_error) {
                return raise;
            }
            let name = vm.type_name(source);
            vm.type_error(format!("can't extend bytearray with {name}"))
        })),
    }
}

/// The bytes that an iterable of ints gives.
async fn bytes_of_items(cx: &Cx, iterable: &Value, out_of_range: &str) -> Result<Vec<u8>, Raise> {
    let mut bytes = Vec::new();
    while let Some(item) = cx.next(iterable).await? {
        if bytes.len().is_multiple_of(4096) {
            cx.with(|vm| vm.charge(4096))?;
        }
        let index = match item {
            Value::Int(_) => item,
            item => {
                let started = cx.with(|vm| vm.index_of(&item));
                cx.finish(started).await?
            }
        };
        match index {
            Value::Int(byte) if (0..256).contains(&byte) => bytes.push(byte as u8),
            _ => return Err(cx.with(|vm| vm.value_error(out_of_range))),
        }
    }
    Ok(bytes)
}
