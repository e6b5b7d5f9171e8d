//! `int`: its constructor is in `int_new`.

use super::arguments::bytes_value;
use super::numbers::{self, as_int, operators};
use super::slots;
use crate::number::int::Int;
use crate::number::int_bytes::{self, ByteOrder};
use crate::number::int_work;
use crate::number::{float_int, int};
use crate::object::{NativeDef, Raise, Value, intern};
use crate::vm::{Args, GetSet, NativeResult, Vm};
use num_bigint::BigInt;
use std::rc::Rc;

const OPERATORS: &[NativeDef] = operators! {
    binary {
        "__add__", "__radd__" = Add;
        "__sub__", "__rsub__" = Sub;
        "__mul__", "__rmul__" = Mul;
        "__truediv__", "__rtruediv__" = TrueDiv;
        "__floordiv__", "__rfloordiv__" = FloorDiv;
        "__mod__", "__rmod__" = Mod;
        "__lshift__", "__rlshift__" = LShift;
        "__rshift__", "__rrshift__" = RShift;
        "__and__", "__rand__" = And;
        "__or__", "__ror__" = Or;
        "__xor__", "__rxor__" = Xor;
    }
    compare {
        "__eq__" = Eq;
        "__ne__" = Ne;
        "__lt__" = Lt;
        "__le__" = Le;
        "__gt__" = Gt;
        "__ge__" = Ge;
    }
    unary {
        "__neg__" = Neg;
        "__pos__" = Pos;
        "__invert__" = Invert;
    }
};

const METHODS: &[NativeDef] = &[
    NativeDef::static_method("__new__", super::int_new::new, 0, 2).with_params(&["", "base"]),
    NativeDef::method("__pow__", |vm, args| power(vm, args, false), 1, 2),
    NativeDef::method("__rpow__", |vm, args| power(vm, args, true), 1, 2),
    NativeDef::method("__divmod__", |vm, args| divmod(vm, args, false), 1, 1),
    NativeDef::method("__rdivmod__", |vm, args| divmod(vm, args, true), 1, 1),
    NativeDef::method("__abs__", absolute, 0, 0),
    NativeDef::method("__bool__", numbers::truth, 0, 0),
    NativeDef::method("__int__", itself, 0, 0),
    NativeDef::method("__index__", itself, 0, 0),
    NativeDef::method("__trunc__", itself, 0, 0),
    NativeDef::method("__floor__", itself, 0, 0),
    NativeDef::method("__ceil__", itself, 0, 0),
    NativeDef::method("__float__", to_float, 0, 0),
    NativeDef::method("__round__", round, 0, 1),
    NativeDef::method("__format__", numbers::format, 1, 1),
    NativeDef::method("__getnewargs__", get_new_args, 0, 0),
    NativeDef::method("conjugate", itself, 0, 0),
    NativeDef::method("bit_length", bit_length, 0, 0),
    NativeDef::method("bit_count", bit_count, 0, 0),
    NativeDef::method("as_integer_ratio", as_integer_ratio, 0, 0),
    NativeDef::method("is_integer", |_, _| Ok(Value::Bool(true)), 0, 0),
    NativeDef::method("to_bytes", to_bytes, 0, 3)
        .with_params(&["length", "byteorder", "signed"])
        .keyword_only(1),
    NativeDef::class_method("from_bytes", from_bytes, 1, 3)
        .with_params(&["bytes", "byteorder", "signed"])
        .keyword_only(1),
    slots::REPR,
    slots::HASH,
];

const ATTRIBUTES: &[GetSet] = &[
    GetSet {
        name: "real",
        get: attribute_itself,
        set: None,
    },
    GetSet {
        name: "imag",
        get: |_, _| Ok(Value::Int(0)),
        set: None,
    },
    GetSet {
        name: "numerator",
        get: attribute_itself,
        set: None,
    },
    GetSet {
        name: "denominator",
        get: |_, _| Ok(Value::Int(1)),
        set: None,
    },
];

pub(crate) fn install(vm: &Vm) {
    let class = &vm.types.int;
    vm.add_methods(class, OPERATORS);
    vm.add_methods(class, METHODS);
    vm.add_getsets(class, ATTRIBUTES);
}

/// The receiver, a `bool` as the int that it is.
fn receiver(vm: &Vm, args: &mut Args) -> Result<Value, Raise> {
    match args.take(0) {
        value @ (Value::Int(_) | Value::BigInt(_)) => Ok(value),
        Value::Bool(b) => Ok(Value::Int(i64::from(b))),
        other => Err(vm.wrong_receiver("int", &other)),
    }
}

fn big(vm: &Vm, value: &Value) -> Result<BigInt, Raise> {
    match as_int(value) {
        Some(int) => Ok(int.to_big()),
        None => Err(vm.wrong_receiver("int", value)),
    }
}

fn itself(vm: &mut Vm, mut args: Args) -> NativeResult {
    receiver(vm, &mut args)
}

fn attribute_itself(vm: &mut Vm, value: &Value) -> NativeResult {
    itself(vm, Args::positional([vm.unwrap_base(value.clone())]))
}

fn get_new_args(vm: &mut Vm, mut args: Args) -> NativeResult {
    Ok(Value::tuple([receiver(vm, &mut args)?]))
}

fn absolute(vm: &mut Vm, mut args: Args) -> NativeResult {
    match receiver(vm, &mut args)? {
        Value::Int(i) if i != i64::MIN => Ok(Value::Int(i.abs())),
        value => Ok(Value::big(BigInt::from(
            big(vm, &value)?.magnitude().clone(),
        ))),
    }
}

fn to_float(vm: &mut Vm, mut args: Args) -> NativeResult {
    let value = receiver(vm, &mut args)?;
    match vm.float_now(&value) {
        Some(float) => float.map(Value::Float),
        None => Err(vm.wrong_receiver("int", &value)),
    }
}

/// `pow(a, b)` and `pow(a, b, modulus)`.
fn power(vm: &mut Vm, mut args: Args, reflected: bool) -> NativeResult {
    let modulus = args.optional(2).filter(|modulus| !modulus.is_none());
    let Some(modulus) = modulus else {
        return numbers::binary(vm, crate::code::BinaryOp::Pow, args, reflected);
    };
    let (me, other) = (args.take(0), args.take(1));
    let (other, modulus) = (vm.unwrap_base(other), vm.unwrap_base(modulus));
    let (base, exponent) = if reflected {
        (&other, &me)
    } else {
        (&me, &other)
    };
    match (as_int(base), as_int(exponent), as_int(&modulus)) {
        (Some(base), Some(exponent), Some(modulus)) => {
            vm.afford_power_modulo(base, exponent, modulus)?;
            match int::power_modulo(&base.to_big(), &exponent.to_big(), &modulus.to_big()) {
                Ok(result) => Ok(Value::big(result)),
                Err(error) => Err(vm.text_error(error)),
            }
        }
        _ => Ok(Value::NotImplemented),
    }
}

fn divmod(vm: &mut Vm, mut args: Args, reflected: bool) -> NativeResult {
    let me = args.take(0);
    let other = args.take(1);
    let other = vm.unwrap_base(other);
    let (left, right) = if reflected {
        (&other, &me)
    } else {
        (&me, &other)
    };
    match (as_int(left), as_int(right)) {
        (Some(left), Some(right)) => {
            vm.afford(int_work::divide(
                int::bit_length(left),
                int::bit_length(right),
            ))?;
            match int::divmod(&left.to_big(), &right.to_big()) {
                Ok((quotient, rest)) => Ok(Value::tuple([Value::big(quotient), Value::big(rest)])),
                Err(error) => Err(vm.text_error(error)),
            }
        }
        _ => Ok(Value::NotImplemented),
    }
}

fn round(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1], round) {
        return result;
    }
    let value = receiver(vm, &mut args)?;
    let Some(places) = args.optional(1) else {
        return Ok(value);
    };
    let places = vm.index_of(&places)?;
    let places = big(vm, &places)?;
    let value = big(vm, &value)?;
    vm.afford(int_work::round(value.bits(), &places))?;
    match int::round(&value, &places) {
        Ok(rounded) => Ok(Value::big(rounded)),
        Err(error) => Err(vm.text_error(error)),
    }
}

fn bit_length(vm: &mut Vm, mut args: Args) -> NativeResult {
    let value = receiver(vm, &mut args)?;
    Ok(Value::Int(as_int(&value).map_or(0, int::bit_length) as i64))
}

fn bit_count(vm: &mut Vm, mut args: Args) -> NativeResult {
    let value = receiver(vm, &mut args)?;
    vm.work_on(std::slice::from_ref(&value));
    Ok(Value::Int(as_int(&value).map_or(0, int::bit_count) as i64))
}

fn as_integer_ratio(vm: &mut Vm, mut args: Args) -> NativeResult {
    Ok(Value::tuple([receiver(vm, &mut args)?, Value::Int(1)]))
}

fn byte_order(vm: &Vm, value: Option<Value>, function: &str) -> Result<ByteOrder, Raise> {
    let name = vm.named_text(value, function, "byteorder", "big")?;
    ByteOrder::parse(name.as_str()).map_err(|error| vm.text_error(error))
}

/// Whether the keyword `signed` was given with a true value of a builtin type.
fn signed(vm: &mut Vm, value: Option<Value>) -> Result<bool, Raise> {
    match value {
        None => Ok(false),
        Some(value) => match vm.truth(&value)? {
            Value::Bool(truth) => Ok(truth),
            _ => {
                vm.pending.clear();
                Err(vm.type_error("'signed' must be a bool"))
            }
        },
    }
}

fn to_bytes(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1], to_bytes) {
        return result;
    }
    let value = receiver(vm, &mut args)?;
    let length = vm.count_argument(args.optional(1), 1)?;
    let order = byte_order(vm, args.optional(2), "to_bytes")?;
    let signed = signed(vm, args.optional(3))?;
    vm.charge(crate::number::size::clamped(length))?;
    match int_bytes::to_bytes(
        as_int(&value).unwrap_or(Int::Small(0)),
        length,
        order,
        signed,
    ) {
        Ok(bytes) => Ok(bytes_value(bytes)),
        Err(error) => Err(vm.text_error(error)),
    }
}

fn from_bytes(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (class, source) = (args.take(0), args.take(1));
    let order = byte_order(vm, args.optional(2), "from_bytes")?;
    let signed = signed(vm, args.optional(3))?;
    let int = Rc::clone(&vm.types.int);
    vm.run_async("from_bytes", move |cx| async move {
        let bytes = super::bytes_type::construct::from_object(&cx, &source, "bytes").await?;
        let value = Value::big(int_bytes::from_bytes(&bytes, order, signed));
        if matches!(&class, Value::Class(class) if Rc::ptr_eq(class, &int)) {
            return Ok(value);
        }
        cx.call(&class, [value]).await
    })
}

/// The whole part of a float as an int; NaN and infinities are errors.
pub(crate) fn whole(vm: &Vm, value: f64) -> NativeResult {
    match float_int::to_int(value) {
        Ok(int) => Ok(Value::big(int)),
        Err(error) => Err(vm.text_error(error)),
    }
}

/// Interned `__trunc__`, which few ask for.
pub(crate) fn trunc_name() -> crate::object::StrRef {
    intern("__trunc__")
}
