//! Operators on numbers and containers (Python reference, 6.5 to 6.9).

use super::fast::{quick, quick_float};
use super::{NativeResult, Vm};
use crate::code::{BinaryOp, UnaryOp};
use crate::number::int::Int;
use crate::number::{complex, float, float_int, int, int_work};
use crate::object::{Complex, Layout, Raise, Receiver, StrRef, Value};
use compact_str::CompactString;
use num_bigint::BigInt;
use std::rc::Rc;

/// A builtin number, `bool` taken as `int`.
enum Number<'a> {
    Small(i64),
    Big(&'a BigInt),
    Float(f64),
    Complex(Complex),
}

impl Number<'_> {
    fn int(&self) -> Option<Int<'_>> {
        match self {
            Number::Small(i) => Some(Int::Small(*i)),
            Number::Big(i) => Some(Int::Big(i)),
            _ => None,
        }
    }
}

fn number(value: &Value) -> Option<Number<'_>> {
    Some(match value {
        Value::Int(i) => Number::Small(*i),
        Value::Bool(b) => Number::Small(i64::from(*b)),
        Value::BigInt(i) => Number::Big(i),
        Value::Float(f) => Number::Float(*f),
        Value::Complex(c) => Number::Complex(**c),
        _ => return None,
    })
}

/// How much work an operator is, in steps of 16 machine words: products and
/// quotients take as much as both lengths multiplied.
fn work_on_integers(op: BinaryOp, x: &Number<'_>, y: &Number<'_>) -> usize {
    let bits = |n: &Number<'_>| match n {
        Number::Big(n) => n.bits(),
        _ => 64,
    };
    let (a, b) = (bits(x), bits(y));
    match op {
        BinaryOp::Mul => int_work::multiply(a, b),
        BinaryOp::FloorDiv | BinaryOp::Mod | BinaryOp::TrueDiv => int_work::divide(a, b),
        BinaryOp::Pow => match y {
            Number::Small(exponent) => {
                let result = a
                    .saturating_mul(exponent.unsigned_abs())
                    .min(int::MOST_BITS);
                int_work::multiply(result, result)
            }
            _ => 0,
        },
        BinaryOp::LShift | BinaryOp::RShift => int_work::walk(a),
        _ => int_work::walk(a.max(b)),
    }
}

/// Texts of more bytes are charged before they are made.
const LARGE: usize = 1 << 10;

/// The symbol, for messages.
pub(crate) fn symbol(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "+",
        BinaryOp::Sub => "-",
        BinaryOp::Mul => "*",
        BinaryOp::MatMul => "@",
        BinaryOp::TrueDiv => "/",
        BinaryOp::FloorDiv => "//",
        BinaryOp::Mod => "%",
        BinaryOp::Pow => "** or pow()",
        BinaryOp::LShift => "<<",
        BinaryOp::RShift => ">>",
        BinaryOp::And => "&",
        BinaryOp::Or => "|",
        BinaryOp::Xor => "^",
    }
}

impl Vm {
    /// Names of the operator's method and its reflected and in-place forms.
    fn operator_names(&self, op: BinaryOp) -> (&StrRef, &StrRef, &StrRef) {
        let n = &self.names;
        match op {
            BinaryOp::Add => (&n.add, &n.radd, &n.iadd),
            BinaryOp::Sub => (&n.sub, &n.rsub, &n.isub),
            BinaryOp::Mul => (&n.mul, &n.rmul, &n.imul),
            BinaryOp::MatMul => (&n.matmul, &n.rmatmul, &n.imatmul),
            BinaryOp::TrueDiv => (&n.truediv, &n.rtruediv, &n.itruediv),
            BinaryOp::FloorDiv => (&n.floordiv, &n.rfloordiv, &n.ifloordiv),
            BinaryOp::Mod => (&n.mod_, &n.rmod, &n.imod),
            BinaryOp::Pow => (&n.pow, &n.rpow, &n.ipow),
            BinaryOp::LShift => (&n.lshift, &n.rlshift, &n.ilshift),
            BinaryOp::RShift => (&n.rshift, &n.rrshift, &n.irshift),
            BinaryOp::And => (&n.and, &n.rand, &n.iand),
            BinaryOp::Or => (&n.or, &n.ror, &n.ior),
            BinaryOp::Xor => (&n.xor, &n.rxor, &n.ixor),
        }
    }

    /// `a op b`
    #[inline(never)]
    pub fn binary(&mut self, op: BinaryOp, a: &Value, b: &Value) -> NativeResult {
        if let Some(result) = quick(op, a, b) {
            return Ok(result);
        }
        match (a, b) {
            // An int of up to 53 bits is the same number as a float.
            (Value::Int(x), Value::Float(y))
                if x.unsigned_abs() <= 1 << 53
                    && let Some(result) = quick_float(op, *x as f64, *y) =>
            {
                return Ok(Value::Float(result));
            }
            (Value::Float(x), Value::Int(y))
                if y.unsigned_abs() <= 1 << 53
                    && let Some(result) = quick_float(op, *x, *y as f64) =>
            {
                return Ok(Value::Float(result));
            }
            _ => {}
        }
        if let (Some(x), Some(y)) = (number(a), number(b)) {
            return match self.arithmetic(op, &x, &y)? {
                Some(value) => {
                    // `&`, `|` and `^` of two bools are bools.
                    if let (Value::Bool(_), Value::Bool(_), Value::Int(i)) = (a, b, &value)
                        && matches!(op, BinaryOp::And | BinaryOp::Or | BinaryOp::Xor)
                    {
                        return Ok(Value::Bool(*i != 0));
                    }
                    Ok(value)
                }
                None => Err(self.unsupported(op, a, b)),
            };
        }
        if !matches!(a, Value::Instance(_) | Value::Class(_))
            && !matches!(b, Value::Instance(_) | Value::Class(_))
        {
            return match self.builtin_binary(op, a, b)? {
                Value::NotImplemented => Err(self.unsupported(op, a, b)),
                value => Ok(value),
            };
        }
        self.binary_methods(op, a.clone(), b.clone())
    }

    /// Operators that classes define, with reflection (Python reference, 3.3.8).
    fn binary_methods(&mut self, op: BinaryOp, a: Value, b: Value) -> NativeResult {
        let (direct, reflected, _) = self.operator_names(op);
        let (direct, reflected) = (Rc::clone(direct), Rc::clone(reflected));
        let (ca, cb) = (self.class_of(&a), self.class_of(&b));
        let same = Rc::ptr_eq(&ca, &cb);
        let b_first = !same && cb.is_subclass_of(&ca) && {
            let (mine, theirs) = (
                self.class_attr(&ca, &reflected),
                self.class_attr(&cb, &reflected),
            );
            match (mine, theirs) {
                (_, None) => false,
                (None, Some(_)) => true,
                (Some(x), Some(y)) => !x.is(&y),
            }
        };
        // Concatenation and repetition of a builtin sequence come after all methods.
        let b_first = b_first
            || (matches!(op, BinaryOp::Add | BinaryOp::Mul)
                && matches!(self.class_attr(&ca, &direct), Some(Value::Native(_)))
                && matches!(self.class_attr(&cb, &reflected), Some(Value::Function(_)))
                && self.builtin_len(&self.unwrap_base(a.clone())).is_some());
        self.run_async("operator", move |cx| async move {
            if b_first
                && let Some(value) =
                    implemented(cx.call_special(&b, &reflected, [a.clone()]).await?)
            {
                return Ok(value);
            }
            // Joining and repeating builtin sequences comes after what the
            // right operand's class may say.
            if !cx.with(|vm| vm.is_sequence_operator(op, &a, &direct)) {
                let value = cx.call_special(&a, &direct, [b.clone()]).await?;
                let value = match value {
                    Some(value) => Some(value),
                    None => Some(one_operand(&cx, op, &a, &b).await?),
                };
                if let Some(value) = implemented(value) {
                    return Ok(value);
                }
            }
            if !b_first
                && !same
                && !cx.with(|vm| vm.is_sequence_operator(op, &b, &reflected))
                && let Some(value) =
                    implemented(cx.call_special(&b, &reflected, [a.clone()]).await?)
            {
                return Ok(value);
            }
            // Builtin values, or instances that derive from a builtin type.
            let (mut x, mut y) =
                cx.with(|vm| (vm.unwrap_base(a.clone()), vm.unwrap_base(b.clone())));
            if op == BinaryOp::Mul {
                // The count of a repetition may be any object with `__index__`.
                let count = match (is_sequence(&x), is_sequence(&y)) {
                    (true, false) => Some(&mut y),
                    (false, true) => Some(&mut x),
                    _ => None,
                };
                if let Some(count) = count
                    && matches!(count, Value::Instance(_))
                    && cx.with(|vm| vm.type_attr(count, &vm.names.index).is_some())
                {
                    let started = cx.with(|vm| vm.index_of(count));
                    *count = cx.finish(started).await?;
                }
            }
            // Bytes go together with whatever has a buffer.
            if matches!(x, Value::Bytes(_) | Value::ByteArray(_))
                && matches!(y, Value::Instance(_))
                && op == BinaryOp::Add
                && cx.with(|vm| vm.buffer_of(&y).is_some())
                && let Some(value) = cx.call_special(&x, &direct, [y.clone()]).await?
            {
                return Ok(value);
            }
            let started = cx.with(|vm| vm.unwrapped_binary(op, &x, &y));
            if let Some(value) = implemented(Some(cx.finish(started).await?)) {
                return Ok(value);
            }
            Err(cx.with(|vm| vm.unsupported(op, &a, &b)))
        })
    }

    /// Whether the operator's method on the value's class is that of a builtin
    /// sequence for `+` or `*`.
    fn is_sequence_operator(&self, op: BinaryOp, value: &Value, name: &StrRef) -> bool {
        matches!(op, BinaryOp::Add | BinaryOp::Mul)
            && match self.type_attr(value, name) {
                Some(Value::Native(method)) => matches!(
                    method.receiver,
                    Receiver::Inner(
                        Layout::Str
                            | Layout::List
                            | Layout::Tuple
                            | Layout::Bytes
                            | Layout::ByteArray
                    )
                ),
                _ => false,
            }
    }

    /// The operator on builtin values, NotImplemented where there is none.
    fn unwrapped_binary(&mut self, op: BinaryOp, a: &Value, b: &Value) -> NativeResult {
        if matches!(a, Value::Instance(_) | Value::Class(_))
            || matches!(b, Value::Instance(_) | Value::Class(_))
        {
            return Ok(Value::NotImplemented);
        }
        if let (Some(x), Some(y)) = (number(a), number(b)) {
            return Ok(self
                .arithmetic(op, &x, &y)?
                .unwrap_or(Value::NotImplemented));
        }
        self.builtin_binary(op, a, b)
    }

    /// `a op b` as `type(a).__op__(a, b)` does it for builtin types.
    pub fn binary_or_not_implemented(
        &mut self,
        op: BinaryOp,
        a: &Value,
        b: &Value,
    ) -> NativeResult {
        let b = self.unwrap_base(b.clone());
        self.unwrapped_binary(op, a, &b)
    }

    #[cold]
    fn unsupported(&self, op: BinaryOp, a: &Value, b: &Value) -> Raise {
        let (x, y) = (self.unwrap_base(a.clone()), self.unwrap_base(b.clone()));
        let joins = |kind: &str| {
            let name = self.type_name(b);
            self.type_error(format!(
                "can only concatenate {kind} (not \"{name}\") to {kind}"
            ))
        };
        match (op, &x) {
            (BinaryOp::Add, Value::Str(_)) => return joins("str"),
            (BinaryOp::Add, Value::List(_)) => return joins("list"),
            (BinaryOp::Add, Value::Tuple(_)) => return joins("tuple"),
            (BinaryOp::Add, Value::Bytes(_) | Value::ByteArray(_)) => {
                let (kind, name) = (self.type_name(a), self.type_name(b));
                return self.type_error(format!("can't concat {name} to {kind}"));
            }
            (BinaryOp::Mul, _) if is_sequence(&x) || is_sequence(&y) => {
                let name = self.type_name(if is_sequence(&x) { b } else { a });
                return self.type_error(format!(
                    "can't multiply sequence by non-int of type '{name}'"
                ));
            }
            _ => {}
        }
        let (x, y) = (self.type_name(a), self.type_name(b));
        let op = symbol(op);
        self.type_error(format!(
            "unsupported operand type(s) for {op}: '{x}' and '{y}'"
        ))
    }

    /// Arithmetic of two builtin numbers; `None` if the operator is not theirs.
    fn arithmetic(
        &mut self,
        op: BinaryOp,
        x: &Number<'_>,
        y: &Number<'_>,
    ) -> Result<Option<Value>, Raise> {
        let result = if let (Number::Small(a), Number::Small(b)) = (x, y)
            && let Some(value) = small(op, *a, *b).map_err(|e| self.text_error(e))?
        {
            Ok(value)
        } else if let (Some(a), Some(b)) = (x.int(), y.int()) {
            self.afford(work_on_integers(op, x, y))?;
            match big(op, a, b) {
                Some(result) => result,
                None => return Ok(None),
            }
        } else if matches!(x, Number::Complex(_)) || matches!(y, Number::Complex(_)) {
            let (a, b) = (self.to_complex(x)?, self.to_complex(y)?);
            match op {
                BinaryOp::Add => Ok(complex::add(a, b)),
                BinaryOp::Sub => Ok(complex::subtract(a, b)),
                BinaryOp::Mul => Ok(complex::multiply(a, b)),
                BinaryOp::TrueDiv => complex::divide(a, b),
                BinaryOp::Pow => complex::power(a, b),
                _ => return Ok(None),
            }
            .map(|c| Value::Complex(Rc::new(c)))
        } else {
            let (a, b) = (self.to_float(x)?, self.to_float(y)?);
            match op {
                BinaryOp::Add => Ok(a + b),
                BinaryOp::Sub => Ok(a - b),
                BinaryOp::Mul => Ok(a * b),
                BinaryOp::TrueDiv => float::divide(a, b),
                BinaryOp::FloorDiv => float::floor_divide(a, b),
                BinaryOp::Mod => float::modulo(a, b),
                BinaryOp::Pow => match float::power(a, b) {
                    Ok(float::Power::Real(value)) => Ok(value),
                    Ok(float::Power::Complex) => {
                        let result =
                            complex::power(Complex { re: a, im: 0.0 }, Complex { re: b, im: 0.0 });
                        let value = result.map_err(|e| self.text_error(e))?;
                        return Ok(Some(Value::Complex(Rc::new(value))));
                    }
                    Err(error) => Err(error),
                },
                _ => return Ok(None),
            }
            .map(Value::Float)
        };
        result.map(Some).map_err(|e| self.text_error(e))
    }

    fn to_float(&self, x: &Number<'_>) -> Result<f64, Raise> {
        match x {
            Number::Float(f) => Ok(*f),
            Number::Small(i) => float_int::to_float(Int::Small(*i)).map_err(|e| self.text_error(e)),
            Number::Big(i) => float_int::to_float(Int::Big(i)).map_err(|e| self.text_error(e)),
            Number::Complex(c) => Ok(c.re),
        }
    }

    fn to_complex(&self, x: &Number<'_>) -> Result<Complex, Raise> {
        Ok(match x {
            Number::Complex(c) => *c,
            other => Complex {
                re: self.to_float(other)?,
                im: 0.0,
            },
        })
    }

    /// `a op= b`; `a` is the only reference the caller has.
    #[inline(never)]
    pub(crate) fn in_place(&mut self, op: BinaryOp, a: Value, b: &Value) -> NativeResult {
        match (op, &a) {
            (BinaryOp::Add, Value::Str(_)) if matches!(b, Value::Str(_)) => {
                let (Value::Str(mut left), Value::Str(right)) = (a, b) else {
                    return Ok(Value::NotImplemented);
                };
                // A string that nobody else sees grows where it is.
                return Ok(Value::Str(match Rc::get_mut(&mut left) {
                    Some(text) => {
                        // Its new place may be twice as large as it was.
                        if right.as_str().len() > LARGE {
                            let grown = text.as_str().len() + right.as_str().len();
                            self.charge(right.as_str().len())?;
                            self.has_room(grown.saturating_mul(2))?;
                        }
                        text.push_str(right);
                        left
                    }
                    None => {
                        let grown = left.as_str().len() + right.as_str().len();
                        if grown > LARGE {
                            self.charge(grown)?;
                        }
                        let mut joined =
                            String::with_capacity(left.as_str().len() + right.as_str().len());
                        joined.push_str(left.as_str());
                        joined.push_str(right.as_str());
                        Rc::new(crate::object::Str::with_len(
                            joined,
                            left.len() + right.len(),
                        ))
                    }
                }));
            }
            (BinaryOp::Add, Value::List(list)) if !matches!(b, Value::Instance(_)) => {
                let list = Rc::clone(list);
                return match self.list_extend(&list, b)? {
                    Value::Undefined => {
                        let frames = std::mem::take(&mut self.pending);
                        self.run_after(frames, move |_, _| Ok(a))
                    }
                    _ => Ok(a),
                };
            }
            (BinaryOp::Mul, Value::List(list)) if matches!(b, Value::Int(_) | Value::Bool(_)) => {
                let repeated = self.binary(op, &a, b)?;
                if let Value::List(new) = repeated {
                    let items = std::mem::take(&mut *new.items.borrow_mut());
                    let old = list.items.replace(items);
                    drop(old);
                }
                return Ok(a);
            }
            (BinaryOp::Or | BinaryOp::And | BinaryOp::Sub | BinaryOp::Xor, Value::Set(_))
                if matches!(b, Value::Set(_) | Value::FrozenSet(_)) =>
            {
                return self.set_in_place(op, a, b);
            }
            (BinaryOp::Or, Value::Dict(dict)) => {
                let dict = Rc::clone(dict);
                return match self.dict_update(&dict, b)? {
                    Value::Undefined => {
                        let frames = std::mem::take(&mut self.pending);
                        self.run_after(frames, move |_, _| Ok(a))
                    }
                    _ => Ok(a),
                };
            }
            (_, Value::Instance(_) | Value::Class(_))
            | (BinaryOp::Add | BinaryOp::Mul, Value::List(_) | Value::ByteArray(_))
            | (BinaryOp::Or | BinaryOp::And | BinaryOp::Sub | BinaryOp::Xor, Value::Set(_)) => {
                let (_, reflected, name) = self.operator_names(op);
                let (reflected, name) = (Rc::clone(reflected), Rc::clone(name));
                // Only what counts repeats a builtin sequence.
                let counts = op != BinaryOp::Mul
                    || matches!(a, Value::Instance(_))
                    || self.index_now(b).is_some()
                    || self.type_attr(b, &self.names.index).is_some();
                let defined = counts && self.type_attr(&a, &name).is_some();
                let custom = |v: &Value| matches!(v, Value::Instance(_) | Value::Class(_));
                if defined || custom(&a) || custom(b) {
                    let b = b.clone();
                    let joins = defined
                        && (op == BinaryOp::Mul || !matches!(a, Value::Instance(_)))
                        && self.is_sequence_operator(op, &a, &name)
                        && !self.is_sequence_operator(op, &b, &reflected);
                    return self.run_async("operator", move |cx| async move {
                        if joins
                            && let Some(value) =
                                implemented(cx.call_special(&b, &reflected, [a.clone()]).await?)
                        {
                            return Ok(value);
                        }
                        if defined
                            && let Some(value) =
                                implemented(cx.call_special(&a, &name, [b.clone()]).await?)
                        {
                            return Ok(value);
                        }
                        match cx.binary(op, &a, &b).await {
                            Err(raise) => {
                                Err(cx.with(|vm| vm.in_place_unsupported(raise, op, &a, &b)))
                            }
                            value => value,
                        }
                    });
                }
            }
            _ if matches!(b, Value::Instance(_) | Value::Class(_)) => {
                let b = b.clone();
                return self.run_async("operator", move |cx| async move {
                    let result = cx.binary(op, &a, &b).await;
                    result.map_err(|raise| cx.with(|vm| vm.in_place_unsupported(raise, op, &a, &b)))
                });
            }
            _ => {}
        }
        match self.binary(op, &a, b) {
            Err(raise) => Err(self.in_place_unsupported(raise, op, &a, b)),
            value => value,
        }
    }

    /// `a += i` or `a -= i` of an `i` that is told with the other sign and `op`.
    #[cold]
    pub(crate) fn step_in_place(&mut self, op: BinaryOp, a: &Value, opposite: i64) -> NativeResult {
        let op = match op {
            BinaryOp::Add => BinaryOp::Sub,
            _ => BinaryOp::Add,
        };
        self.in_place(op, a.clone(), &Value::Int(-opposite))
    }

    /// The message of an unsupported operator names the in-place form.
    #[cold]
    fn in_place_unsupported(&mut self, raise: Raise, op: BinaryOp, a: &Value, b: &Value) -> Raise {
        // In place, only what is no container at all is a count on the left.
        let container = matches!(
            a,
            Value::Set(_) | Value::FrozenSet(_) | Value::Dict(_) | Value::Range(_)
        ) || matches!(a, Value::Instance(i) if !i.class().is_builtin);
        if op == BinaryOp::Mul
            && container
            && !is_sequence(&self.unwrap_base(a.clone()))
            && is_sequence(&self.unwrap_base(b.clone()))
        {
            let (x, y) = (self.type_name(a), self.type_name(b));
            return self.type_error(format!(
                "unsupported operand type(s) for *=: '{x}' and '{y}'"
            ));
        }
        let generic = format!(
            "unsupported operand type(s) for {}: '{}' and '{}'",
            symbol(op),
            self.type_name(a),
            self.type_name(b)
        );
        let same = raise.data().is_some_and(|data| {
            matches!(&*data.args.borrow(), Value::Tuple(t) if matches!(t.items(), [Value::Str(s)] if s.as_str() == generic))
        });
        if !same {
            return raise;
        }
        let symbol = if op == BinaryOp::Pow {
            "**"
        } else {
            symbol(op)
        };
        let (x, y) = (self.type_name(a), self.type_name(b));
        self.type_error(format!(
            "unsupported operand type(s) for {symbol}=: '{x}' and '{y}'"
        ))
    }

    /// `op a`
    #[inline(never)]
    pub fn unary(&mut self, op: UnaryOp, a: &Value) -> NativeResult {
        if let Value::BigInt(i) = a {
            self.work(int_work::walk(i.bits()));
        }
        match (op, a) {
            (UnaryOp::Neg, Value::Int(i)) => Ok(match i.checked_neg() {
                Some(n) => Value::Int(n),
                None => Value::big(-BigInt::from(*i)),
            }),
            (UnaryOp::Neg, Value::Float(f)) => Ok(Value::Float(-f)),
            (UnaryOp::Neg, Value::Bool(b)) => Ok(Value::Int(-i64::from(*b))),
            (UnaryOp::Neg, Value::BigInt(i)) => Ok(Value::big(-(**i).clone())),
            (UnaryOp::Neg, Value::Complex(c)) => Ok(Value::Complex(Rc::new(complex::negate(**c)))),
            (
                UnaryOp::Pos,
                Value::Int(_) | Value::Float(_) | Value::BigInt(_) | Value::Complex(_),
            ) => Ok(a.clone()),
            (UnaryOp::Pos, Value::Bool(b)) => Ok(Value::Int(i64::from(*b))),
            (UnaryOp::Invert, Value::Int(i)) => Ok(Value::Int(!i)),
            (UnaryOp::Invert, Value::Bool(b)) => Ok(Value::Int(!i64::from(*b))),
            (UnaryOp::Invert, Value::BigInt(i)) => Ok(Value::big(-(**i).clone() - 1)),
            _ => {
                let (name, text) = match op {
                    UnaryOp::Neg => (self.names.neg.clone(), "-"),
                    UnaryOp::Pos => (self.names.pos.clone(), "+"),
                    UnaryOp::Invert => (self.names.invert.clone(), "~"),
                };
                if let Some(result) = self.call_special(a, &name, []) {
                    return result;
                }
                let base = self.unwrap_base(a.clone());
                let is_number = matches!(
                    base,
                    Value::Bool(_)
                        | Value::Int(_)
                        | Value::BigInt(_)
                        | Value::Float(_)
                        | Value::Complex(_)
                );
                if is_number && !base.is(a) {
                    return self.unary(op, &base);
                }
                let class = self.type_name(a);
                Err(self.type_error(format!("bad operand type for unary {text}: '{class}'")))
            }
        }
    }

    /// Operators of builtin containers and strings.
    fn builtin_binary(&mut self, op: BinaryOp, a: &Value, b: &Value) -> NativeResult {
        match (op, a, b) {
            (BinaryOp::Add, Value::Str(x), Value::Str(y)) => {
                let bytes = x.as_str().len() + y.as_str().len();
                if bytes > LARGE {
                    self.charge(bytes)?;
                }
                let mut joined = CompactString::with_capacity(bytes);
                joined.push_str(x.as_str());
                joined.push_str(y.as_str());
                Ok(Value::Str(Rc::new(crate::object::Str::with_len(
                    joined,
                    x.len() + y.len(),
                ))))
            }
            (BinaryOp::Mod, Value::Str(_) | Value::Bytes(_) | Value::ByteArray(_), _) => {
                self.percent_format(a, b)
            }
            (BinaryOp::Add | BinaryOp::Mul, ..) => self.sequence_binary(op, a, b),
            (
                BinaryOp::Or | BinaryOp::And | BinaryOp::Sub | BinaryOp::Xor,
                Value::Set(_) | Value::FrozenSet(_),
                Value::Set(_) | Value::FrozenSet(_),
            ) => self.set_binary(op, a, b),
            (BinaryOp::Or, Value::Dict(x), Value::Dict(_)) => {
                self.charge_items(x.len().saturating_mul(3))?;
                let copy = crate::object::DictObj::new(x.table.borrow().clone());
                let value = Value::Dict(Rc::clone(&copy));
                match self.dict_update(&copy, b)? {
                    Value::Undefined => {
                        let frames = std::mem::take(&mut self.pending);
                        self.run_after(frames, move |_, _| Ok(value))
                    }
                    _ => Ok(value),
                }
            }
            _ => Ok(Value::NotImplemented),
        }
    }
}

fn is_sequence(value: &Value) -> bool {
    matches!(
        value,
        Value::Str(_) | Value::List(_) | Value::Tuple(_) | Value::Bytes(_) | Value::ByteArray(_)
    )
}

/// The left operand is a builtin value.
async fn one_operand(cx: &super::Cx, op: BinaryOp, a: &Value, b: &Value) -> NativeResult {
    if matches!(a, Value::Instance(_)) {
        return Ok(Value::NotImplemented);
    }
    // `str % anything` is the string's business.
    if op == BinaryOp::Mod && matches!(a, Value::Str(_) | Value::Bytes(_) | Value::ByteArray(_)) {
        let started = cx.with(|vm| vm.percent_format(a, b));
        return cx.finish(started).await;
    }
    Ok(Value::NotImplemented)
}

fn implemented(value: Option<Value>) -> Option<Value> {
    value.filter(|v| !matches!(v, Value::NotImplemented))
}

/// Two small ints; `None` where the result may not be small.
fn small(op: BinaryOp, a: i64, b: i64) -> Result<Option<Value>, crate::text::TextError> {
    Ok(match op {
        BinaryOp::Add => a.checked_add(b),
        BinaryOp::Sub => a.checked_sub(b),
        BinaryOp::Mul => a.checked_mul(b),
        BinaryOp::FloorDiv => int::floor_divide_small(a, b)?,
        BinaryOp::Mod => Some(int::modulo_small(a, b)?),
        BinaryOp::TrueDiv => {
            return Ok(Some(Value::Float(float_int::true_divide(
                Int::Small(a),
                Int::Small(b),
            )?)));
        }
        BinaryOp::Pow if b < 0 => {
            return Ok(match float::power(a as f64, b as f64)? {
                float::Power::Real(value) => Some(Value::Float(value)),
                float::Power::Complex => None,
            });
        }
        BinaryOp::Pow => int::power_small(a, b),
        BinaryOp::LShift => int::shift_left_small(a, b)?,
        BinaryOp::RShift => Some(int::shift_right_small(a, b)?),
        BinaryOp::And => Some(a & b),
        BinaryOp::Or => Some(a | b),
        BinaryOp::Xor => Some(a ^ b),
        BinaryOp::MatMul => None,
    }
    .map(Value::Int))
}

/// Two ints of any size; `None` if the operator is not theirs.
fn big(op: BinaryOp, a: Int<'_>, b: Int<'_>) -> Option<Result<Value, crate::text::TextError>> {
    if op == BinaryOp::TrueDiv {
        return Some(float_int::true_divide(a, b).map(Value::Float));
    }
    let (x, y) = (a.to_big(), b.to_big());
    let result = match op {
        BinaryOp::Add => Ok(x + y),
        BinaryOp::Sub => Ok(x - y),
        BinaryOp::Mul => {
            if x.bits() + y.bits() > int::MOST_BITS {
                return Some(Err(crate::text::TextError::memory()));
            }
            Ok(x * y)
        }
        BinaryOp::FloorDiv => int::floor_divide(&x, &y),
        BinaryOp::Mod => int::modulo(&x, &y),
        BinaryOp::Pow if b.is_negative() => {
            let power = float_int::to_float(a)
                .and_then(|a| float_int::to_float(b).and_then(|b| float::power(a, b)));
            return Some(power.map(|p| match p {
                float::Power::Real(value) => Value::Float(value),
                float::Power::Complex => Value::Float(f64::NAN),
            }));
        }
        BinaryOp::Pow => int::power(&x, &y),
        BinaryOp::LShift => int::shift_left(&x, &y),
        BinaryOp::RShift => int::shift_right(&x, &y),
        BinaryOp::And => Ok(x & y),
        BinaryOp::Or => Ok(x | y),
        BinaryOp::Xor => Ok(x ^ y),
        BinaryOp::TrueDiv | BinaryOp::MatMul => return None,
    };
    Some(result.map(Value::big))
}
