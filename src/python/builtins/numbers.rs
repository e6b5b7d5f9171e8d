//! What the number types share: conversions, operators as methods.

use crate::code::{BinaryOp, CompareOp, UnaryOp};
use crate::number::float_int;
use crate::number::int::Int;
use crate::number::int_text::Parsed;
use crate::object::{Raise, Value};
use crate::vm::{Args, NativeResult, Vm};

/// The int that a value is, `bool` included.
pub(crate) fn as_int(value: &Value) -> Option<Int<'_>> {
    Some(match value {
        Value::Int(i) => Int::Small(*i),
        Value::Bool(b) => Int::Small(i64::from(*b)),
        Value::BigInt(i) => Int::Big(i),
        _ => return None,
    })
}

/// A parsed int as a value.
pub(crate) fn parsed_value(parsed: Parsed) -> Value {
    match parsed {
        Parsed::Small(small) => Value::Int(small),
        Parsed::Big(big) => Value::big(big),
    }
}

/// Which number types a type's operators understand besides its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// `int`, `bool`
    Int,
    /// `float`
    Float,
    /// `complex`
    Complex,
}

pub(crate) fn rank(value: &Value) -> Option<Rank> {
    Some(match value {
        Value::Int(_) | Value::Bool(_) | Value::BigInt(_) => Rank::Int,
        Value::Float(_) => Rank::Float,
        Value::Complex(_) => Rank::Complex,
        _ => return None,
    })
}

/// `type(a).__op__(a, b)`: a number understands those of its own rank and below.
pub(crate) fn binary(vm: &mut Vm, op: BinaryOp, mut args: Args, reflected: bool) -> NativeResult {
    let me = args.take(0);
    let other = args.take(1);
    let other = vm.unwrap_base(other);
    match (rank(&me), rank(&other)) {
        (Some(mine), Some(theirs)) if theirs <= mine => {
            let (a, b) = if reflected {
                (&other, &me)
            } else {
                (&me, &other)
            };
            vm.binary(op, a, b)
        }
        _ => Ok(Value::NotImplemented),
    }
}

/// `type(a).__lt__(a, b)` and its sisters.
pub(crate) fn compare(vm: &mut Vm, op: CompareOp, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let other = args.take(1);
    let other = vm.unwrap_base(other);
    match (rank(&me), rank(&other)) {
        (Some(Rank::Complex), _) if !matches!(op, CompareOp::Eq | CompareOp::Ne) => {
            Ok(Value::NotImplemented)
        }
        (Some(mine), Some(theirs)) if theirs <= mine => vm.compare(op, &me, &other),
        _ => Ok(Value::NotImplemented),
    }
}

/// `type(a).__neg__(a)` and its sisters.
pub(crate) fn unary(vm: &mut Vm, op: UnaryOp, mut args: Args) -> NativeResult {
    let me = args.take(0);
    match (rank(&me), op) {
        (Some(Rank::Int), _) | (Some(_), UnaryOp::Neg | UnaryOp::Pos) => vm.unary(op, &me),
        _ => Err(vm.wrong_receiver("number", &me)),
    }
}

/// `__bool__`
pub(crate) fn truth(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    vm.truth(&me)
}

/// `__format__` of every builtin value that has a format of its own.
pub(crate) fn format(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let spec = args.take(1);
    let spec = vm.text_parameter(&spec, "__format__() argument")?;
    vm.format(&me, &spec)
}

/// Tables of operator methods, each a call of [`binary`], [`compare`] or [`unary`].
macro_rules! operators {
    (binary { $($name:literal, $reflected:literal = $op:ident;)* } compare { $($cname:literal = $cop:ident;)* } unary { $($uname:literal = $uop:ident;)* }) => {
        &[
            $(
                $crate::object::NativeDef::method(
                    $name,
                    |vm, args| $crate::builtins::numbers::binary(vm, $crate::code::BinaryOp::$op, args, false),
                    1,
                    1,
                ),
                $crate::object::NativeDef::method(
                    $reflected,
                    |vm, args| $crate::builtins::numbers::binary(vm, $crate::code::BinaryOp::$op, args, true),
                    1,
                    1,
                ),
            )*
            $(
                $crate::object::NativeDef::method(
                    $cname,
                    |vm, args| $crate::builtins::numbers::compare(vm, $crate::code::CompareOp::$cop, args),
                    1,
                    1,
                ),
            )*
            $(
                $crate::object::NativeDef::method(
                    $uname,
                    |vm, args| $crate::builtins::numbers::unary(vm, $crate::code::UnaryOp::$uop, args),
                    0,
                    0,
                ),
            )*
        ]
    };
}
pub(crate) use operators;

impl Vm {
    /// An int argument that must fit 64 bits and needs no Python code: `int`,
    /// `bool`, and classes that derive from them. TypeError for others.
    pub fn int_arg(&self, value: &Value) -> Result<i64, Raise> {
        match self.unwrap_base(value.clone()) {
            Value::Int(i) => Ok(i),
            Value::Bool(b) => Ok(i64::from(b)),
            Value::BigInt(_) => {
                Err(self.overflow_error("Python int too large to convert to C ssize_t"))
            }
            _ => {
                let name = self.type_name(value);
                Err(self.type_error(format!(
                    "'{name}' object cannot be interpreted as an integer"
                )))
            }
        }
    }

    /// A real number as a `Float`: through `__float__`, else `__index__`. What
    /// `math` and `time.sleep` do with their arguments.
    pub fn float_of(&mut self, value: &Value) -> NativeResult {
        if let Some(result) = self.float_now(value) {
            return result.map(Value::Float);
        }
        let name = self.type_name(value);
        self.float_by_methods(value, format!("must be real number, not {name}"))
    }

    /// The float of a builtin number (or one derived from it without a
    /// `__float__` of its own); `None` for other objects.
    pub(crate) fn float_now(&self, value: &Value) -> Option<Result<f64, Raise>> {
        if let Value::Float(float) = value {
            return Some(Ok(*float));
        }
        if let Some(int) = as_int(value) {
            return Some(float_int::to_float(int).map_err(|error| self.text_error(error)));
        }
        match value {
            Value::Instance(_)
                if !matches!(
                    self.type_attr(value, &self.names.float_),
                    Some(Value::Function(_))
                ) =>
            {
                let base = self.unwrap_base(value.clone());
                rank(&base).filter(|rank| *rank <= Rank::Float)?;
                self.float_now(&base)
            }
            _ => None,
        }
    }

    /// `__float__`, else `__index__`; TypeError with the message if there is neither.
    pub(crate) fn float_by_methods(&mut self, value: &Value, otherwise: String) -> NativeResult {
        let value = value.clone();
        self.run_async("__float__", move |cx| async move {
            let (float, index) = cx.with(|vm| (vm.names.float_.clone(), vm.names.index.clone()));
            if let Some(result) = cx.call_special(&value, &float, []).await? {
                return cx.with(|vm| match vm.unwrap_base(result) {
                    Value::Float(float) => Ok(Value::Float(float)),
                    other => {
                        let (class, given) = (vm.type_name(&value), vm.type_name(&other));
                        Err(vm.type_error(format!(
                            "{class}.__float__ returned non-float (type {given})"
                        )))
                    }
                });
            }
            if cx.with(|vm| vm.type_attr(&value, &index).is_none()) {
                return Err(cx.with(|vm| vm.type_error(otherwise)));
            }
            let started = cx.with(|vm| vm.index_of(&value));
            let index = cx.finish(started).await?;
            cx.with(|vm| match vm.float_now(&index) {
                Some(float) => float.map(Value::Float),
                None => Err(vm.type_error(otherwise)),
            })
        })
    }
}
