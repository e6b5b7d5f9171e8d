//! `complex`.

use super::numbers::{self, Rank, operators, rank};
use super::slots;
use crate::number::{complex, complex_text};
use crate::object::{Complex, NativeDef, Raise, Value, intern};
use crate::vm::{Args, Cx, GetSet, NativeResult, Vm};
use std::rc::Rc;

const OPERATORS: &[NativeDef] = operators! {
    binary {
        "__add__", "__radd__" = Add;
        "__sub__", "__rsub__" = Sub;
        "__mul__", "__rmul__" = Mul;
        "__truediv__", "__rtruediv__" = TrueDiv;
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
    NativeDef::static_method("__new__", new, 0, 2).with_params(&["real", "imag"]),
    NativeDef::method("__abs__", absolute, 0, 0),
    NativeDef::method("__bool__", numbers::truth, 0, 0),
    NativeDef::method(
        "__complex__",
        |vm, mut args| receiver(vm, &mut args).map(value_of),
        0,
        0,
    ),
    NativeDef::method("__format__", numbers::format, 1, 1),
    NativeDef::method("__getnewargs__", get_new_args, 0, 0),
    NativeDef::method("conjugate", conjugate, 0, 0),
    slots::REPR,
    slots::HASH,
];

const ATTRIBUTES: &[GetSet] = &[
    GetSet {
        name: "real",
        get: |vm, value| part(vm, value, |c| c.re),
        set: None,
    },
    GetSet {
        name: "imag",
        get: |vm, value| part(vm, value, |c| c.im),
        set: None,
    },
];

pub(crate) fn install(vm: &Vm) {
    let class = &vm.types.complex;
    vm.add_methods(class, OPERATORS);
    vm.add_methods(class, METHODS);
    vm.add_getsets(class, ATTRIBUTES);
}

fn value_of(complex: Complex) -> Value {
    Value::Complex(Rc::new(complex))
}

fn receiver(vm: &Vm, args: &mut Args) -> Result<Complex, Raise> {
    match args.take(0) {
        Value::Complex(complex) => Ok(*complex),
        other => Err(vm.wrong_receiver("complex", &other)),
    }
}

fn part(vm: &mut Vm, value: &Value, of: fn(&Complex) -> f64) -> NativeResult {
    match vm.unwrap_base(value.clone()) {
        Value::Complex(complex) => Ok(Value::Float(of(&complex))),
        other => Err(vm.wrong_receiver("complex", &other)),
    }
}

fn absolute(vm: &mut Vm, mut args: Args) -> NativeResult {
    match complex::abs(receiver(vm, &mut args)?) {
        Ok(size) => Ok(Value::Float(size)),
        Err(error) => Err(vm.text_error(error)),
    }
}

fn conjugate(vm: &mut Vm, mut args: Args) -> NativeResult {
    let Complex { re, im } = receiver(vm, &mut args)?;
    Ok(value_of(Complex { re, im: -im }))
}

fn get_new_args(vm: &mut Vm, mut args: Args) -> NativeResult {
    let Complex { re, im } = receiver(vm, &mut args)?;
    Ok(Value::tuple([Value::Float(re), Value::Float(im)]))
}

/// `complex(real, imag)`
fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (class, real, imaginary) = (args.take(0), args.optional(1), args.optional(2));
    let complex = Rc::clone(&vm.types.complex);
    vm.class_argument(&class, &complex)?;
    if let Some(text) = real.as_ref().and_then(|real| vm.text_of(real)) {
        if imaginary.is_some() {
            return Err(vm.type_error("complex() can't take second arg if first is a string"));
        }
        let value = complex_text::parse(text.as_str()).map_err(|error| vm.text_error(error))?;
        return vm.object_of(&class, &complex, value_of(value));
    }
    if imaginary
        .as_ref()
        .is_some_and(|imaginary| vm.text_of(imaginary).is_some())
    {
        return Err(vm.type_error("complex() second arg can't be a string"));
    }
    vm.run_async("complex", move |cx| async move {
        let mut value = Complex { re: 0.0, im: 0.0 };
        if let Some(real) = real {
            value = first(&cx, &real).await?;
        }
        if let Some(imaginary) = imaginary {
            let Complex { re, im } = second(&cx, &imaginary).await?;
            // Both parts may be complex: the result is real + imaginary * 1j. Zeros
            // that nobody gave are not added, so that -0.0 keeps its sign.
            value = Complex {
                re: if im == 0.0 { value.re } else { value.re - im },
                im: if value.im == 0.0 { re } else { value.im + re },
            };
        }
        cx.with(|vm| vm.object_of(&class, &complex, value_of(value)))
    })
}

/// A number without methods of its own.
fn plain(vm: &Vm, value: &Value) -> Option<Result<Complex, Raise>> {
    if let Value::Complex(complex) = value {
        return Some(Ok(**complex));
    }
    let float = vm.float_now(value)?;
    Some(float.map(|re| Complex { re, im: 0.0 }))
}

async fn first(cx: &Cx, value: &Value) -> Result<Complex, Raise> {
    if let Some(result) = cx.with(|vm| plain(vm, value)) {
        return result;
    }
    if let Some(result) = cx.call_special(value, &intern("__complex__"), []).await? {
        return cx.with(|vm| match vm.unwrap_base(result) {
            Value::Complex(complex) => Ok(*complex),
            other => {
                let name = vm.type_name(&other);
                Err(vm.type_error(format!("__complex__ returned non-complex (type {name})")))
            }
        });
    }
    let started = cx.with(|vm| {
        let name = vm.type_name(value);
        vm.float_by_methods(
            value,
            format!("complex() first argument must be a string or a number, not '{name}'"),
        )
    });
    let re = real(cx.finish(started).await?);
    Ok(Complex { re, im: 0.0 })
}

async fn second(cx: &Cx, value: &Value) -> Result<Complex, Raise> {
    if let Some(result) = cx.with(|vm| plain(vm, &vm.unwrap_base(value.clone()))) {
        return result;
    }
    let started = cx.with(|vm| {
        let name = vm.type_name(value);
        vm.float_by_methods(
            value,
            format!("complex() second argument must be a number, not '{name}'"),
        )
    });
    let re = real(cx.finish(started).await?);
    Ok(Complex { re, im: 0.0 })
}

fn real(value: Value) -> f64 {
    match (rank(&value), value) {
        (Some(Rank::Float), Value::Float(float)) => float,
        _ => 0.0,
    }
}
