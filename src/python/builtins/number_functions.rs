//! Builtin functions of numbers and characters.

use crate::code::BinaryOp;
use crate::number::int::Int;
use crate::number::int_work;
use crate::number::{float, float_int, float_text, int, int_text};
use crate::object::character as one_character;
use crate::object::{NativeDef, Value};
use crate::text::surrogates::{char_of, code_of};
use crate::vm::{Args, NativeResult, Vm};
use num_bigint::BigInt;
use std::rc::Rc;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("abs", absolute, 1, 1).shortcut(|_, args| match args {
        [Value::Int(i)] => i.checked_abs().map(|i| Ok(Value::Int(i))),
        [Value::Float(f)] => Some(Ok(Value::Float(f.abs()))),
        _ => None,
    }),
    NativeDef::function("bin", |vm, args| in_base(vm, args, 2), 1, 1),
    NativeDef::function("chr", character, 1, 1).shortcut(|_, args| match args {
        [Value::Int(code)] => {
            let c = char_of(u32::try_from(*code).ok()?)?;
            Some(Ok(Value::Str(one_character(c))))
        }
        _ => None,
    }),
    NativeDef::function("divmod", divmod, 2, 2),
    NativeDef::function("hex", |vm, args| in_base(vm, args, 16), 1, 1),
    NativeDef::function("oct", |vm, args| in_base(vm, args, 8), 1, 1),
    NativeDef::function("ord", code_point, 1, 1).shortcut(|_, args| match args {
        [Value::Str(text)] if text.len() == 1 => {
            let code = text.as_str().chars().next().map(code_of)?;
            Some(Ok(Value::Int(i64::from(code))))
        }
        _ => None,
    }),
    NativeDef::function("pow", power, 2, 3).with_params(&["base", "exp", "mod"]),
    NativeDef::function("round", round, 1, 2).with_params(&["number", "ndigits"]),
];

pub(crate) fn install(vm: &Vm) {
    let builtins = Rc::clone(&vm.builtins);
    vm.add_functions(&builtins, "builtins", FUNCTIONS);
}

fn absolute(vm: &mut Vm, mut args: Args) -> NativeResult {
    let value = args.take(0);
    match &value {
        Value::Int(i) => Ok(i
            .checked_abs()
            .map_or_else(|| Value::big(-BigInt::from(*i)), Value::Int)),
        Value::Float(f) => Ok(Value::Float(f.abs())),
        _ => {
            let name = vm.names.abs.clone();
            match vm.call_special(&value, &name, []) {
                Some(result) => result,
                None => {
                    let given = vm.type_name(&value);
                    Err(vm.type_error(format!("bad operand type for abs(): '{given}'")))
                }
            }
        }
    }
}

/// Calls `then` with the integer that the first argument is.
fn with_integer(
    vm: &mut Vm,
    value: &Value,
    then: impl FnOnce(&mut Vm, Value) -> NativeResult + 'static,
) -> NativeResult {
    match vm.index_of(value)? {
        Value::Undefined => {
            let frames = std::mem::take(&mut vm.pending);
            vm.run_after(frames, then)
        }
        index => then(vm, index),
    }
}

fn in_base(vm: &mut Vm, mut args: Args, base: u32) -> NativeResult {
    with_integer(vm, &args.take(0), move |vm, value| {
        Ok(Value::string(match &value {
            Value::BigInt(i) => {
                vm.charge(usize::try_from(i.bits()).unwrap_or(usize::MAX))?;
                int_text::prefixed(Int::Big(i), base)
            }
            Value::Int(i) => int_text::prefixed(Int::Small(*i), base),
            _ => String::new(),
        }))
    })
}

fn character(vm: &mut Vm, mut args: Args) -> NativeResult {
    with_integer(vm, &args.take(0), |vm, value| {
        let c = vm
            .index_now(&value)
            .and_then(|i| u32::try_from(i).ok())
            .and_then(char_of);
        match c {
            Some(c) => Ok(Value::Str(one_character(c))),
            None if !matches!(value, Value::Int(i) if i32::try_from(i).is_ok()) => {
                Err(vm.overflow_error("Python int too large to convert to C int"))
            }
            None => Err(vm.value_error("chr() arg not in range(0x110000)")),
        }
    })
}

fn code_point(vm: &mut Vm, mut args: Args) -> NativeResult {
    let value = args.take(0);
    let value = vm.unwrap_base(value);
    let (code, length) = match &value {
        Value::Str(text) => (text.as_str().chars().next().map(code_of), text.len()),
        Value::Bytes(bytes) => (bytes.0.first().copied().map(u32::from), bytes.0.len()),
        Value::ByteArray(bytes) => {
            let bytes = bytes.bytes.borrow();
            (bytes.first().copied().map(u32::from), bytes.len())
        }
        other => {
            let given = vm.type_name(other);
            return Err(vm.type_error(format!(
                "ord() expected string of length 1, but {given} found"
            )));
        }
    };
    match code {
        Some(code) if length == 1 => Ok(Value::Int(i64::from(code))),
        _ => Err(vm.type_error(format!(
            "ord() expected a character, but string of length {length} found"
        ))),
    }
}

fn divmod(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (a, b) = (args.take(0), args.take(1));
    if let (Value::Float(_) | Value::Int(_), Value::Float(_) | Value::Int(_)) = (&a, &b) {
        if let (Value::Int(_), Value::Int(0)) = (&a, &b) {
            return Err(vm.zero_division("integer division or modulo by zero"));
        }
        if !matches!((&a, &b), (Value::Int(_), Value::Int(_))) {
            let number = |v: &Value| match v {
                Value::Float(f) => *f,
                Value::Int(i) => *i as f64,
                _ => 0.0,
            };
            let (quotient, remainder) =
                float::divmod(number(&a), number(&b)).map_err(|e| vm.text_error(e))?;
            return Ok(Value::tuple([
                Value::Float(quotient),
                Value::Float(remainder),
            ]));
        }
        let quotient = vm.binary(BinaryOp::FloorDiv, &a, &b)?;
        let remainder = vm.binary(BinaryOp::Mod, &a, &b)?;
        return Ok(Value::tuple([quotient, remainder]));
    }
    let (direct, reflected) = (vm.names.divmod.clone(), vm.names.rdivmod.clone());
    vm.run_async("divmod", move |cx| async move {
        for (name, x, y) in [(direct, &a, &b), (reflected, &b, &a)] {
            match cx.call_special(x, &name, [y.clone()]).await? {
                None | Some(Value::NotImplemented) => {}
                Some(result) => return Ok(result),
            }
        }
        Err(cx.with(|vm| {
            let (x, y) = (vm.type_name(&a), vm.type_name(&b));
            vm.type_error(format!(
                "unsupported operand type(s) for divmod(): '{x}' and '{y}'"
            ))
        }))
    })
}

fn big(value: &Value) -> Option<BigInt> {
    match value {
        Value::Int(i) => Some(BigInt::from(*i)),
        Value::Bool(b) => Some(BigInt::from(i64::from(*b))),
        Value::BigInt(i) => Some((**i).clone()),
        _ => None,
    }
}

fn power(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (base, exponent) = (args.take(0), args.take(1));
    if exponent.is_undefined() {
        return Err(vm.type_error("pow() missing required argument 'exp' (pos 2)"));
    }
    let Some(modulus) = args.optional(2).filter(|m| !m.is_none()) else {
        return vm.binary(BinaryOp::Pow, &base, &exponent);
    };
    if let (Some(base), Some(exponent), Some(modulus)) = (big(&base), big(&exponent), big(&modulus))
    {
        vm.afford_power_modulo(Int::Big(&base), Int::Big(&exponent), Int::Big(&modulus))?;
        let result = int::power_modulo(&base, &exponent, &modulus);
        return result.map(Value::big).map_err(|e| vm.text_error(e));
    }
    if [&base, &exponent, &modulus]
        .iter()
        .any(|value| matches!(value, Value::Complex(..)))
        && ![&base, &exponent, &modulus]
            .iter()
            .any(|value| matches!(value, Value::Instance(_)))
    {
        return Err(vm.value_error("complex modulo"));
    }
    let name = vm.names.pow.clone();
    if let Value::Instance(_) = &base
        && let Some(result) = vm.call_special(&base, &name, [exponent.clone(), modulus.clone()])
    {
        return result;
    }
    if [&base, &exponent, &modulus]
        .iter()
        .all(|v| matches!(v, Value::Int(_) | Value::Float(_) | Value::BigInt(_)))
    {
        return Err(
            vm.type_error("pow() 3rd argument not allowed unless all arguments are integers")
        );
    }
    let (a, b, c) = (
        vm.type_name(&base),
        vm.type_name(&exponent),
        vm.type_name(&modulus),
    );
    Err(vm.type_error(format!(
        "unsupported operand type(s) for ** or pow(): '{a}', '{b}', '{c}'"
    )))
}

fn round(vm: &mut Vm, mut args: Args) -> NativeResult {
    let number = args.take(0);
    let places = args.optional(1).filter(|p| !p.is_none());
    match (&number, &places) {
        (Value::Int(_) | Value::BigInt(_), None) => Ok(number),
        (Value::Float(f), None) => {
            let whole =
                float_int::to_int(float::round_half_even(*f)).map_err(|e| vm.text_error(e))?;
            Ok(Value::big(whole))
        }
        (Value::Float(f), Some(Value::Int(places))) => Ok(Value::Float(
            float_text::round(*f, *places).map_err(|e| vm.text_error(e))?,
        )),
        (Value::Int(_), Some(Value::Int(0..))) => Ok(number),
        (Value::Int(_) | Value::BigInt(_), Some(places @ (Value::Int(_) | Value::BigInt(_)))) => {
            match (big(&number), big(places)) {
                (Some(number), Some(places)) => {
                    vm.afford(int_work::round(number.bits(), &places))?;
                    int::round(&number, &places)
                        .map(Value::big)
                        .map_err(|e| vm.text_error(e))
                }
                _ => Ok(number),
            }
        }
        _ => {
            let name = vm.names.round.clone();
            match vm.call_special(&number, &name, places) {
                Some(result) => result,
                None => {
                    let given = vm.type_name(&number);
                    Err(vm.type_error(format!("type {given} doesn't define __round__ method")))
                }
            }
        }
    }
}
