//! `bytes`, and the methods that it shares with `bytearray`: those answer in
//! the receiver's type.

pub(crate) mod construct;
mod reshape;
mod search;

use super::arguments::{Buffer, bytearray_value, bytes_value};
use super::slots;
use crate::code::CompareOp;
use crate::object::{NativeDef, Raise, Str, Value};
use crate::text::TextResult;
use crate::text::bytes_methods;
use crate::vm::{Args, NativeResult, Vm};
use std::rc::Rc;

/// What `bytes` has and `bytearray` has not.
const METHODS: &[NativeDef] = &[
    NativeDef::static_method("__new__", construct::new_bytes, 0, 3)
        .with_params(&["source", "encoding", "errors"]),
    NativeDef::method(
        "__bytes__",
        |vm, mut args| receiver(vm, &mut args).map(|me| me.value),
        0,
        0,
    ),
    NativeDef::method("__mod__", percent, 1, 1),
    NativeDef::method(
        "__getnewargs__",
        |vm, mut args| Ok(Value::tuple([receiver(vm, &mut args)?.value])),
        0,
        0,
    ),
    slots::HASH,
];

/// What both have.
const SHARED: &[NativeDef] = &[
    NativeDef::method("__add__", concatenate, 1, 1),
    NativeDef::method("__eq__", |vm, args| compare(vm, CompareOp::Eq, args), 1, 1),
    NativeDef::method("__ne__", |vm, args| compare(vm, CompareOp::Ne, args), 1, 1),
    NativeDef::method("__lt__", |vm, args| compare(vm, CompareOp::Lt, args), 1, 1),
    NativeDef::method("__le__", |vm, args| compare(vm, CompareOp::Le, args), 1, 1),
    NativeDef::method("__gt__", |vm, args| compare(vm, CompareOp::Gt, args), 1, 1),
    NativeDef::method("__ge__", |vm, args| compare(vm, CompareOp::Ge, args), 1, 1),
    NativeDef::method("decode", decode, 0, 2)
        .walks_all()
        .with_params(&["encoding", "errors"]),
    NativeDef::method("hex", hex, 0, 2)
        .walks_all()
        .with_params(&["sep", "bytes_per_sep"]),
    NativeDef::class_method("fromhex", from_hex, 1, 1).walks_all(),
    slots::REPR,
    slots::LEN,
    slots::ITER,
    slots::GETITEM,
    slots::CONTAINS,
    slots::MUL,
    slots::RMUL,
];

pub(crate) fn install(vm: &Vm) {
    let class = &vm.types.bytes;
    vm.add_methods(class, METHODS);
    install_shared(vm, class);
}

/// Puts the shared methods into `bytes` or `bytearray`.
pub(crate) fn install_shared(vm: &Vm, class: &Rc<crate::object::Class>) {
    for table in [SHARED, search::METHODS, reshape::METHODS] {
        vm.add_methods(class, table);
    }
}

/// A receiver: its bytes, and itself.
struct Receiver {
    bytes: Buffer,
    value: Value,
}

impl Receiver {
    /// Bytes in the receiver's type.
    fn like(&self, bytes: impl Into<Vec<u8>>) -> Value {
        match self.value {
            Value::ByteArray(_) => bytearray_value(bytes.into()),
            _ => bytes_value(bytes.into()),
        }
    }

    fn result(&self, vm: &Vm, result: TextResult<Vec<u8>>) -> NativeResult {
        match result {
            Ok(bytes) => Ok(self.like(bytes)),
            Err(error) => Err(vm.text_error(error)),
        }
    }
}

fn receiver(vm: &Vm, args: &mut Args) -> Result<Receiver, Raise> {
    let value = args.take(0);
    match (&value, vm.buffer_of(&value)) {
        (Value::Bytes(_) | Value::ByteArray(_), Some(bytes)) => Ok(Receiver { bytes, value }),
        _ => Err(vm.wrong_receiver("bytes", &value)),
    }
}

fn percent(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (template, argument) = (args.take(0), args.take(1));
    vm.percent_format(&template, &argument)
}

fn concatenate(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver(vm, &mut args)?;
    let other = args.take(1);
    match vm.buffer_of(&other) {
        Some(other) => {
            vm.charge(me.bytes.len().saturating_add(other.len()))?;
            Ok(me.like([&me.bytes[..], &other[..]].concat()))
        }
        None => {
            let (mine, name) = (vm.type_name(&me.value), vm.type_name(&other));
            Err(vm.type_error(format!("can't concat {name} to {mine}")))
        }
    }
}

fn compare(vm: &mut Vm, op: CompareOp, mut args: Args) -> NativeResult {
    let me = receiver(vm, &mut args)?;
    let Some(other) = vm.buffer_of(&args.take(1)) else {
        return Ok(Value::NotImplemented);
    };
    vm.work(me.bytes.len().min(other.len()));
    let order = me.bytes.cmp(&other);
    Ok(Value::Bool(match op {
        CompareOp::Lt => order.is_lt(),
        CompareOp::Le => order.is_le(),
        CompareOp::Gt => order.is_gt(),
        CompareOp::Ge => order.is_ge(),
        CompareOp::Ne => order.is_ne(),
        _ => order.is_eq(),
    }))
}

fn decode(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver(vm, &mut args)?;
    let encoding = vm.named_text(args.optional(1), "decode", "encoding", "utf-8")?;
    let errors = vm.named_text(args.optional(2), "decode", "errors", "strict")?;
    vm.decode_bytes(&me.bytes, &encoding, &errors)
}

fn hex(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[2], hex) {
        return result;
    }
    let me = receiver(vm, &mut args)?;
    let separator = hex_separator(vm, args.optional(1))?;
    let group = vm.count_argument(args.optional(2), 1)?;
    vm.charge(me.bytes.len().saturating_mul(3))?;
    Ok(Value::string(bytes_methods::hex(
        &me.bytes, separator, group,
    )))
}

/// The separator that `hex` was given: one ASCII character.
pub(crate) fn hex_separator(vm: &Vm, value: Option<Value>) -> Result<Option<char>, Raise> {
    let Some(value) = value else {
        return Ok(None);
    };
    let text: Rc<Str> = match (vm.text_of(&value), vm.buffer_of(&value)) {
        (Some(text), _) => text,
        (None, Some(bytes)) => Rc::new(Str::from_string(
            bytes.iter().map(|byte| char::from(*byte)).collect(),
        )),
        (None, None) => {
            return Err(match vm.builtin_len(&value) {
                Some(1) => vm.type_error("sep must be str or bytes."),
                Some(_) => vm.value_error("sep must be length 1."),
                None => vm.type_error(format!(
                    "object of type '{}' has no len()",
                    vm.type_name(&value)
                )),
            });
        }
    };
    match (text.len(), text.char_at(0)) {
        (1, Some(c)) if c.is_ascii() => Ok(Some(c)),
        (1, _) => Err(vm.value_error("sep must be ASCII.")),
        _ => Err(vm.value_error("sep must be length 1.")),
    }
}

fn from_hex(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (class, text) = (args.take(0), args.take(1));
    let text = vm.text_argument(&text, |name| {
        format!("fromhex() argument must be str, not {name}")
    })?;
    let bytes = bytes_methods::from_hex(text.as_str()).map_err(|error| vm.text_error(error))?;
    match &class {
        Value::Class(class) if Rc::ptr_eq(class, &vm.types.bytes) => Ok(bytes_value(bytes)),
        Value::Class(class) if Rc::ptr_eq(class, &vm.types.bytearray) => Ok(bytearray_value(bytes)),
        _ => vm.call_values(&class, [bytes_value(bytes)]),
    }
}
