//! `float`.

use super::int_type::whole;
use super::numbers::{self, as_int, operators};
use super::slots;
use crate::number::{float, float_hex, float_int, float_text};
use crate::object::{NativeDef, Raise, Value};
use crate::text::TextResult;
use crate::vm::{Args, GetSet, NativeResult, Vm};
use std::rc::Rc;

const OPERATORS: &[NativeDef] = operators! {
    binary {
        "__add__", "__radd__" = Add;
        "__sub__", "__rsub__" = Sub;
        "__mul__", "__rmul__" = Mul;
        "__truediv__", "__rtruediv__" = TrueDiv;
        "__floordiv__", "__rfloordiv__" = FloorDiv;
        "__mod__", "__rmod__" = Mod;
        "__pow__", "__rpow__" = Pow;
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
    }
};

const METHODS: &[NativeDef] = &[
    NativeDef::static_method("__new__", new, 0, 1),
    NativeDef::method("__divmod__", |vm, args| divmod(vm, args, false), 1, 1),
    NativeDef::method("__rdivmod__", |vm, args| divmod(vm, args, true), 1, 1),
    NativeDef::method(
        "__abs__",
        |vm, mut args| receiver(vm, &mut args).map(|f| Value::Float(f.abs())),
        0,
        0,
    ),
    NativeDef::method("__bool__", numbers::truth, 0, 0),
    NativeDef::method("__float__", itself, 0, 0),
    NativeDef::method("__int__", |vm, args| rounded(vm, args, f64::trunc), 0, 0),
    NativeDef::method("__trunc__", |vm, args| rounded(vm, args, f64::trunc), 0, 0),
    NativeDef::method("__floor__", |vm, args| rounded(vm, args, f64::floor), 0, 0),
    NativeDef::method("__ceil__", |vm, args| rounded(vm, args, f64::ceil), 0, 0),
    NativeDef::method("__round__", round, 0, 1),
    NativeDef::method("__format__", numbers::format, 1, 1),
    NativeDef::method(
        "__getnewargs__",
        |vm, mut args| Ok(Value::tuple([Value::Float(receiver(vm, &mut args)?)])),
        0,
        0,
    ),
    NativeDef::method("conjugate", itself, 0, 0),
    NativeDef::method(
        "is_integer",
        |vm, mut args| Ok(Value::Bool(float::is_integer(receiver(vm, &mut args)?))),
        0,
        0,
    ),
    NativeDef::method("as_integer_ratio", as_integer_ratio, 0, 0),
    NativeDef::method(
        "hex",
        |vm, mut args| Ok(Value::string(float_hex::hex(receiver(vm, &mut args)?))),
        0,
        0,
    ),
    NativeDef::class_method("fromhex", from_hex, 1, 1).walks_all(),
    slots::REPR,
    slots::HASH,
];

const ATTRIBUTES: &[GetSet] = &[
    GetSet {
        name: "real",
        get: |vm, value| itself(vm, Args::positional([vm.unwrap_base(value.clone())])),
        set: None,
    },
    GetSet {
        name: "imag",
        get: |_, _| Ok(Value::Float(0.0)),
        set: None,
    },
];

pub(crate) fn install(vm: &Vm) {
    let class = &vm.types.float;
    vm.add_methods(class, OPERATORS);
    vm.add_methods(class, METHODS);
    vm.add_getsets(class, ATTRIBUTES);
}

fn receiver(vm: &Vm, args: &mut Args) -> Result<f64, Raise> {
    match args.take(0) {
        Value::Float(float) => Ok(float),
        other => Err(vm.wrong_receiver("float", &other)),
    }
}

fn itself(vm: &mut Vm, mut args: Args) -> NativeResult {
    receiver(vm, &mut args).map(Value::Float)
}

fn parsed(vm: &Vm, result: TextResult<f64>) -> NativeResult {
    result
        .map(Value::Float)
        .map_err(|error| vm.text_error(error))
}

/// `float(x)`
fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (class, source) = (args.take(0), args.optional(1));
    let float = Rc::clone(&vm.types.float);
    vm.class_argument(&class, &float)?;
    let Some(source) = source else {
        return vm.object_of(&class, &float, Value::Float(0.0));
    };
    let value = if let Some(value) = vm.float_now(&source) {
        Value::Float(value?)
    } else if let Some(text) = vm.text_of(&source) {
        parsed(vm, float_text::parse(text.as_str()))?
    } else if let Some(bytes) = vm.buffer_of(&source) {
        let number = float_text::parse_bytes(&bytes);
        if number.is_err() && matches!(source, Value::ByteArray(_)) {
            let shown = crate::text::repr::bytes_repr(&bytes);
            return Err(vm.value_error(format!(
                "could not convert string to float: bytearray({shown})"
            )));
        }
        parsed(vm, number)?
    } else {
        let name = vm.type_name(&source);
        let otherwise = format!("float() argument must be a string or a real number, not '{name}'");
        return vm.run_async("float", move |cx| async move {
            let started = cx.with(|vm| vm.float_by_methods(&source, otherwise));
            let value = cx.finish(started).await?;
            cx.with(|vm| vm.object_of(&class, &float, value))
        });
    };
    vm.object_of(&class, &float, value)
}

/// Two operands of float arithmetic, in order; `None` if the other one is no
/// real number.
fn operands(vm: &Vm, mut args: Args, reflected: bool) -> Result<Option<(f64, f64)>, Raise> {
    let me = receiver(vm, &mut args)?;
    let other = match vm.unwrap_base(args.take(1)) {
        Value::Float(float) => float,
        other => match as_int(&other) {
            Some(int) => float_int::to_float(int).map_err(|error| vm.text_error(error))?,
            None => return Ok(None),
        },
    };
    Ok(Some(if reflected { (other, me) } else { (me, other) }))
}

fn divmod(vm: &mut Vm, args: Args, reflected: bool) -> NativeResult {
    let Some((left, right)) = operands(vm, args, reflected)? else {
        return Ok(Value::NotImplemented);
    };
    match float::divmod(left, right) {
        Ok((quotient, rest)) => Ok(Value::tuple([Value::Float(quotient), Value::Float(rest)])),
        Err(error) => Err(vm.text_error(error)),
    }
}

fn rounded(vm: &mut Vm, mut args: Args, how: fn(f64) -> f64) -> NativeResult {
    let value = receiver(vm, &mut args)?;
    whole(vm, how(value))
}

fn round(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1], round) {
        return result;
    }
    let value = receiver(vm, &mut args)?;
    match args.optional(1) {
        None | Some(Value::None) => whole(vm, float::round_half_even(value)),
        Some(places) => {
            vm.index_of(&places)?;
            let places = vm.index_now(&places).unwrap_or(0);
            parsed(vm, float_text::round(value, places))
        }
    }
}

fn as_integer_ratio(vm: &mut Vm, mut args: Args) -> NativeResult {
    match float_int::integer_ratio(receiver(vm, &mut args)?) {
        Ok((numerator, denominator)) => Ok(Value::tuple([
            Value::big(numerator),
            Value::big(denominator),
        ])),
        Err(error) => Err(vm.text_error(error)),
    }
}

fn from_hex(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (class, text) = (args.take(0), args.take(1));
    let text = vm.text_argument(&text, |_| {
        "bad argument type for built-in operation".to_owned()
    })?;
    let value = parsed(vm, float_hex::from_hex(text.as_str()))?;
    if matches!(&class, Value::Class(class) if Rc::ptr_eq(class, &vm.types.float)) {
        return Ok(value);
    }
    vm.call_values(&class, [value])
}
