//! `memoryview` of `bytes` and `bytearray`: one dimension, format `B`.

use super::arguments::{Buffer, bytes_value};
use super::bytes_type::hex_separator;
use crate::code::CompareOp;
use crate::object::{Bytes, Instance, Iter, IterState, Native, NativeDef, Payload, Raise, Value};
use crate::text::bytes_methods;
use crate::vm::{Args, GetSet, NativeResult, Vm};
use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

/// A part of the bytes of another object.
pub(crate) struct View {
    /// The `bytes` or `bytearray`.
    object: Value,
    /// Where the first byte lies.
    start: i64,
    /// How far apart the bytes lie; never zero.
    step: i64,
    /// How many there are.
    length: usize,
    released: Cell<bool>,
}

impl Native for View {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn release(&mut self, out: &mut Vec<Value>) {
        out.push(self.object.take());
    }
}

impl View {
    fn places(&self) -> impl Iterator<Item = usize> {
        (0..self.length as i64).map(|nth| (self.start + nth * self.step) as usize)
    }

    fn read<R>(&self, f: impl FnOnce(&[u8]) -> R) -> R {
        match &self.object {
            Value::Bytes(bytes) => f(&bytes.0),
            Value::ByteArray(bytes) => f(&bytes.bytes.borrow()),
            _ => f(&[]),
        }
    }

    /// The bytes seen. Those that a shrunk bytearray no longer has are left out.
    pub(crate) fn to_vec(&self) -> Vec<u8> {
        self.read(|bytes| {
            self.places()
                .filter_map(|place| bytes.get(place).copied())
                .collect()
        })
    }
}

const METHODS: &[NativeDef] = &[
    NativeDef::static_method("__new__", new, 1, 1).with_params(&["object"]),
    NativeDef::method(
        "__len__",
        |vm, args| view(vm, &args, |view| Ok(Value::from(view.length))),
        0,
        0,
    ),
    NativeDef::method("__getitem__", get_item, 1, 1),
    NativeDef::method("__setitem__", set_item, 2, 2),
    NativeDef::method("__iter__", iterate, 0, 0),
    NativeDef::method("__eq__", |vm, args| compare(vm, CompareOp::Eq, &args), 1, 1),
    NativeDef::method("__ne__", |vm, args| compare(vm, CompareOp::Ne, &args), 1, 1),
    NativeDef::method("__hash__", hash, 0, 0),
    NativeDef::method("__enter__", |_, mut args| Ok(args.take(0)), 0, 0),
    NativeDef::method("__exit__", |vm, args| release(vm, &args), 0, 3),
    NativeDef::method("release", |vm, args| release(vm, &args), 0, 0),
    NativeDef::method(
        "tobytes",
        |vm, args| view(vm, &args, |view| Ok(bytes_value(view.to_vec()))),
        0,
        1,
    ),
    NativeDef::method(
        "tolist",
        |vm, args| view(vm, &args, |view| Ok(list(view))),
        0,
        0,
    ),
    NativeDef::method("hex", hex, 0, 2).with_params(&["sep", "bytes_per_sep"]),
    NativeDef::method("toreadonly", to_read_only, 0, 0),
];

const ATTRIBUTES: &[GetSet] = &[
    GetSet {
        name: "obj",
        get: |vm, me| with(vm, me, |view| view.object.clone()),
        set: None,
    },
    GetSet {
        name: "nbytes",
        get: |vm, me| with(vm, me, |view| Value::from(view.length)),
        set: None,
    },
    GetSet {
        name: "itemsize",
        get: |vm, me| with(vm, me, |_| Value::Int(1)),
        set: None,
    },
    GetSet {
        name: "ndim",
        get: |vm, me| with(vm, me, |_| Value::Int(1)),
        set: None,
    },
    GetSet {
        name: "format",
        get: |vm, me| with(vm, me, |_| Value::str("B")),
        set: None,
    },
    GetSet {
        name: "shape",
        get: |vm, me| with(vm, me, |view| Value::tuple([Value::from(view.length)])),
        set: None,
    },
    GetSet {
        name: "strides",
        get: |vm, me| with(vm, me, |view| Value::tuple([Value::Int(view.step)])),
        set: None,
    },
    GetSet {
        name: "contiguous",
        get: |vm, me| with(vm, me, |view| Value::Bool(view.step == 1)),
        set: None,
    },
    GetSet {
        name: "readonly",
        get: |vm, me| {
            with(vm, me, |view| {
                Value::Bool(!matches!(view.object, Value::ByteArray(_)))
            })
        },
        set: None,
    },
];

pub(crate) fn install(vm: &mut Vm) {
    let class = Rc::clone(&vm.types.memoryview);
    vm.add_methods(&class, METHODS);
    vm.add_getsets(&class, ATTRIBUTES);
}

fn make(vm: &Vm, object: Value, start: i64, step: i64, length: usize) -> Value {
    let view = View {
        object,
        start,
        step,
        length,
        released: Cell::new(false),
    };
    let class = Rc::clone(&vm.types.memoryview);
    Value::Instance(Rc::new(Instance::new(
        class,
        Payload::Native(Box::new(view)),
    )))
}

fn native(value: &Value) -> Option<&View> {
    match value {
        Value::Instance(instance) => instance.native::<View>(),
        _ => None,
    }
}

/// The view that a receiver is, unless it was released.
fn usable<'a>(vm: &Vm, value: &'a Value) -> Result<&'a View, Raise> {
    match native(value) {
        Some(view) if view.released.get() => {
            Err(vm.value_error("operation forbidden on released memoryview object"))
        }
        Some(view) => Ok(view),
        None => Err(vm.wrong_receiver("memoryview", value)),
    }
}

fn view(vm: &mut Vm, args: &Args, f: impl FnOnce(&View) -> NativeResult) -> NativeResult {
    f(usable(
        vm,
        args.values.first().unwrap_or(&Value::Undefined),
    )?)
}

fn with(vm: &mut Vm, me: &Value, f: impl FnOnce(&View) -> Value) -> NativeResult {
    usable(vm, me).map(f)
}

fn list(view: &View) -> Value {
    Value::list(
        view.to_vec()
            .into_iter()
            .map(|byte| Value::Int(i64::from(byte)))
            .collect(),
    )
}

fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    let source = args.take(1);
    if let Some(view) = native(&source) {
        usable(vm, &source)?;
        return Ok(make(
            vm,
            view.object.clone(),
            view.start,
            view.step,
            view.length,
        ));
    }
    let source = vm.unwrap_base(source);
    let length = match &source {
        Value::Bytes(bytes) => bytes.0.len(),
        Value::ByteArray(bytes) => bytes.bytes.borrow().len(),
        other => {
            let name = vm.type_name(other);
            return Err(vm.type_error(format!(
                "memoryview: a bytes-like object is required, not '{name}'"
            )));
        }
    };
    Ok(make(vm, source, 0, 1, length))
}

fn place(vm: &Vm, view: &View, key: &Value) -> Result<usize, Raise> {
    let Some(index) = vm.index_now(key) else {
        return Err(vm.type_error("memoryview: invalid slice key"));
    };
    match Vm::place(index, view.length) {
        Some(place) => Ok((view.start + place as i64 * view.step) as usize),
        None => Err(vm.index_error("index out of bounds on dimension 1")),
    }
}

fn get_item(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, key) = (args.take(0), args.take(1));
    let view = usable(vm, &me)?;
    if let Value::Slice(slice) = &key {
        let span = match vm.span_now(slice, view.length) {
            Some(span) => span?,
            None => return Err(vm.type_error("memoryview: invalid slice key")),
        };
        let start = view.start + span.start * view.step;
        return Ok(make(
            vm,
            view.object.clone(),
            start,
            view.step * span.step,
            span.count,
        ));
    }
    let place = place(vm, view, &key)?;
    match view.read(|bytes| bytes.get(place).copied()) {
        Some(byte) => Ok(Value::Int(i64::from(byte))),
        None => Err(vm.index_error("index out of bounds on dimension 1")),
    }
}

fn set_item(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, key, new) = (args.take(0), args.take(1), args.take(2));
    let view = usable(vm, &me)?;
    let Value::ByteArray(target) = &view.object else {
        return Err(vm.type_error("cannot modify read-only memory"));
    };
    let (places, bytes): (Vec<usize>, Buffer) = if let Value::Slice(slice) = &key {
        let span = match vm.span_now(slice, view.length) {
            Some(span) => span?,
            None => return Err(vm.type_error("memoryview: invalid slice key")),
        };
        let bytes = vm.buffer_argument(&new)?;
        if bytes.len() != span.count {
            return Err(vm.value_error(
                "memoryview assignment: lvalue and rvalue have different structures",
            ));
        }
        let places = span
            .indices()
            .map(|nth| (view.start + nth as i64 * view.step) as usize);
        (places.collect(), bytes)
    } else {
        let place = place(vm, view, &key)?;
        let byte = match vm.index_now(&new) {
            Some(byte) => u8::try_from(byte)
                .map_err(|_| vm.value_error("memoryview: invalid value for format 'B'"))?,
            None => return Err(vm.type_error("memoryview: invalid type for format 'B'")),
        };
        (vec![place], Buffer::Copied(vec![byte]))
    };
    let mut target = target.bytes.borrow_mut();
    for (place, byte) in places.into_iter().zip(bytes.iter()) {
        if let Some(old) = target.get_mut(place) {
            *old = *byte;
        }
    }
    Ok(Value::None)
}

fn iterate(vm: &mut Vm, args: Args) -> NativeResult {
    view(vm, &args, |view| {
        let bytes = Rc::new(Bytes(view.to_vec().into()));
        Ok(Iter::value(IterState::Bytes(bytes, 0)))
    })
}

fn compare(vm: &mut Vm, op: CompareOp, args: &Args) -> NativeResult {
    let other = args.values.get(1).and_then(|other| vm.buffer_of(other));
    let Some(other) = other else {
        return Ok(Value::NotImplemented);
    };
    view(vm, args, |view| {
        Ok(Value::Bool(
            (view.to_vec() == other[..]) == (op == CompareOp::Eq),
        ))
    })
}

fn hash(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let view = usable(vm, &me)?;
    if matches!(view.object, Value::ByteArray(_)) {
        return Err(vm.value_error("cannot hash writable memoryview object"));
    }
    let bytes = bytes_value(view.to_vec());
    vm.hash(&bytes)
}

fn release(vm: &mut Vm, args: &Args) -> NativeResult {
    match args.values.first().and_then(native) {
        Some(view) => {
            view.released.set(true);
            Ok(Value::None)
        }
        None => Err(vm.type_error("descriptor requires a 'memoryview' object")),
    }
}

fn hex(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let bytes = usable(vm, &me)?.to_vec();
    let separator = hex_separator(vm, args.optional(1))?;
    let group = vm.count_argument(args.optional(2), 1)?;
    Ok(Value::string(bytes_methods::hex(&bytes, separator, group)))
}

fn to_read_only(vm: &mut Vm, args: Args) -> NativeResult {
    let me = args.values.first().cloned().unwrap_or_default();
    let bytes = usable(vm, &me)?.to_vec();
    let length = bytes.len();
    Ok(make(vm, bytes_value(bytes), 0, 1, length))
}
