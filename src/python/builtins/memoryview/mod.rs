//! `memoryview` of `bytes` and `bytearray` (library reference, "Memory Views").

mod cast;
mod element;
mod items;
mod view;

pub(crate) use view::View;

use super::arguments::bytes_value;
use super::bytes_type::hex_separator;
use crate::code::CompareOp;
use crate::object::{Bytes, Instance, Iter, IterState, NativeDef, Payload, Raise, Value};
use crate::text::bytes_methods;
use crate::vm::{Args, GetSet, NativeResult, Vm};
use element::Format;
use std::rc::Rc;

const METHODS: &[NativeDef] = &[
    NativeDef::static_method("__new__", new, 1, 1).with_params(&["object"]),
    NativeDef::method("__len__", length, 0, 0),
    NativeDef::method("__getitem__", items::get_item, 1, 1),
    NativeDef::method("__setitem__", items::set_item, 2, 2),
    NativeDef::method("__delitem__", items::delete_item, 1, 1),
    NativeDef::method("__iter__", iterate, 0, 0),
    NativeDef::method("__repr__", repr, 0, 0),
    NativeDef::method("__eq__", |vm, args| compare(vm, CompareOp::Eq, args), 1, 1),
    NativeDef::method("__ne__", |vm, args| compare(vm, CompareOp::Ne, args), 1, 1),
    NativeDef::method("__hash__", hash, 0, 0),
    NativeDef::method("__enter__", enter, 0, 0),
    NativeDef::method("__exit__", |vm, args| release(vm, &args), 0, 3),
    NativeDef::method("release", |vm, args| release(vm, &args), 0, 0),
    NativeDef::method("cast", cast::cast, 1, 2).with_params(&["format", "shape"]),
    NativeDef::method("tobytes", to_bytes, 0, 1).with_params(&["order"]),
    NativeDef::method("tolist", to_list, 0, 0),
    NativeDef::method("hex", hex, 0, 2).with_params(&["sep", "bytes_per_sep"]),
    NativeDef::method("toreadonly", to_read_only, 0, 0),
];

/// Attributes that are computed from the view alone.
macro_rules! attributes {
    ($($name:literal = $get:expr;)*) => {
        &[$(GetSet {
            name: $name,
            get: |vm, me| {
                let get: fn(&View) -> Value = $get;
                usable(vm, me).map(get)
            },
            set: None,
        },)*]
    };
}

const ATTRIBUTES: &[GetSet] = attributes! {
    "obj" = |view| match &view.owner {
        Value::Undefined => view.object.clone(),
        owner => owner.clone(),
    };
    "nbytes" = |view| Value::from(view.size());
    "itemsize" = |view| Value::from(view.format.size());
    "ndim" = |view| Value::from(view.shape.len());
    "format" = |view| Value::string(view.format.name());
    "shape" = |view| Value::tuple(view.shape.iter().map(|n| Value::from(*n)).collect::<Vec<_>>());
    "strides" = |view| Value::tuple(view.strides.iter().map(|n| Value::Int(*n)).collect::<Vec<_>>());
    "suboffsets" = |_| Value::tuple(Vec::new());
    "contiguous" = |view| Value::Bool(view.is_contiguous());
    "c_contiguous" = |view| Value::Bool(view.is_contiguous());
    "f_contiguous" = |view| Value::Bool(view.is_column_contiguous());
    "readonly" = |view| Value::Bool(view.target().is_none());
};

pub(crate) fn install(vm: &Vm) {
    let class = &vm.types.memoryview;
    vm.add_methods(class, METHODS);
    vm.add_getsets(class, ATTRIBUTES);
}

fn make(vm: &Vm, view: View) -> Value {
    let class = Rc::clone(&vm.types.memoryview);
    Value::Instance(Instance::new(class, Payload::Native(Box::new(view))))
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

fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    let source = args.take(1);
    if native(&source).is_some() {
        let view = usable(vm, &source)?;
        return Ok(make(vm, view.again(view.readonly)));
    }
    let giver = crate::object::intern("__buffer__");
    if let Value::Instance(_) = &source
        && vm.type_attr(&source, &giver).is_some()
    {
        return from_giver(vm, source, giver);
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
    let view = View::new(source, 0, Format::BYTES, vec![length], vec![1], false);
    Ok(make(vm, view))
}

/// The view of an object whose class has `__buffer__` (PEP 688).
fn from_giver(vm: &mut Vm, source: Value, giver: crate::object::StrRef) -> NativeResult {
    /// `inspect.BufferFlags.FULL_RO`
    const FULL_RO: i64 = 284;
    vm.run_async("memoryview", move |cx| async move {
        let given = cx
            .call_special(&source, &giver, [Value::Int(FULL_RO)])
            .await?;
        let given = given.unwrap_or(Value::None);
        cx.with(|vm| {
            if native(&given).is_none() {
                return Err(vm.type_error("__buffer__ returned non-memoryview object"));
            }
            let view = usable(vm, &given)?;
            let again = view.again(view.readonly).owned_by(source.clone());
            Ok(make(vm, again))
        })
    })
}

fn length(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let view = usable(vm, &me)?;
    Ok(Value::from(view.shape.first().copied().unwrap_or(1)))
}

fn enter(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    usable(vm, &me)?;
    Ok(me)
}

fn iterate(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let view = usable(vm, &me)?;
    if view.shape.len() != 1 {
        return Err(vm.not_implemented("multi-dimensional sub-views are not implemented"));
    }
    vm.charge_items(view.size())?;
    if view.format == Format::BYTES {
        let bytes = Rc::new(Bytes(view.to_vec().into()));
        return Ok(Iter::value(IterState::Bytes(bytes, 0)));
    }
    let items = Value::list(view.values());
    vm.get_iter(&items)
}

fn repr(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let what = match native(&me) {
        Some(view) if view.released.get() => "released memory",
        _ => "memory",
    };
    Ok(Value::string(format!(
        "<{what} at 0x{:x}>",
        vm.identity(&me)
    )))
}

/// Two views are equal if they have the same shape and equal elements.
fn compare(vm: &mut Vm, op: CompareOp, mut args: Args) -> NativeResult {
    let (me, other) = (args.take(0), args.take(1));
    let Some(view) = native(&me) else {
        return Err(vm.wrong_receiver("memoryview", &me));
    };
    vm.charge_items(view.size().saturating_mul(2))?;
    let equal = if me.is(&other) {
        true
    } else if view.released.get() {
        false
    } else if let Some(other) = native(&other) {
        !other.released.get()
            && view.shape == other.shape
            && same_values(vm, &view.values(), &other.values())
    } else {
        let Some(bytes) = vm.buffer_of(&other) else {
            return Ok(Value::NotImplemented);
        };
        let bytes: Vec<Value> = bytes
            .iter()
            .map(|byte| Value::Int((*byte).into()))
            .collect();
        view.shape == [bytes.len()] && same_values(vm, &view.values(), &bytes)
    };
    Ok(Value::Bool(equal == (op == CompareOp::Eq)))
}

fn same_values(vm: &Vm, ours: &[Value], theirs: &[Value]) -> bool {
    let equal = |(a, b)| vm.simple_equal(a, b) == Some(true);
    ours.len() == theirs.len() && ours.iter().zip(theirs).all(equal)
}

fn hash(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let view = usable(vm, &me)?;
    if view.target().is_some() {
        return Err(vm.value_error("cannot hash writable memoryview object"));
    }
    if !view.format.is_bytes() {
        return Err(vm.value_error("memoryview: hashing is restricted to formats 'B', 'b' or 'c'"));
    }
    vm.charge(view.size())?;
    let bytes = bytes_value(view.to_vec());
    vm.hash(&bytes)
}

fn release(vm: &mut Vm, args: &Args) -> NativeResult {
    match args.values.first().and_then(native) {
        Some(view) => {
            view.let_go();
            Ok(Value::None)
        }
        None => Err(vm.type_error("descriptor requires a 'memoryview' object")),
    }
}

fn to_bytes(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let view = usable(vm, &me)?;
    vm.charge(view.size())?;
    Ok(bytes_value(view.to_vec()))
}

fn to_list(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let view = usable(vm, &me)?;
    vm.charge_items(view.size())?;
    let mut values = view.values();
    // From the last dimension to the second, elements become rows.
    for length in view.shape.iter().skip(1).rev() {
        let mut rest = values.into_iter();
        let mut rows = Vec::new();
        loop {
            let row: Vec<Value> = rest.by_ref().take(*length).collect();
            if row.is_empty() {
                break;
            }
            rows.push(Value::list(row));
        }
        values = rows;
    }
    Ok(Value::list(values))
}

fn hex(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let view = usable(vm, &me)?;
    vm.charge(view.size().saturating_mul(4))?;
    let bytes = view.to_vec();
    let separator = hex_separator(vm, args.optional(1))?;
    let group = vm.count_argument(args.optional(2), 1)?;
    Ok(Value::string(bytes_methods::hex(&bytes, separator, group)))
}

fn to_read_only(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let view = usable(vm, &me)?.again(true);
    Ok(make(vm, view))
}
