//! Constants, and what can be computed from them ahead of time.

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive, Zero};

use crate::number::{complex_text, float_text};
use crate::object::{Bytes, Complex, Str, Value, intern};
use crate::syntax::tree::{BinaryOp, Constant, Expr, ExprKind, UnaryOp};
use crate::text::repr;

/// Longest text made ahead of time, in bytes.
const MAX_TEXT: usize = 4096;
/// Largest integer made ahead of time, in bits.
const MAX_BITS: u64 = 128;

/// A constant of a code object. Equal ones are kept once, where "equal" is
/// finer than `==`: `1`, `1.0` and `True` differ, as do `0.0` and `-0.0`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Literal {
    None,
    True,
    False,
    Ellipsis,
    Int(BigInt),
    /// The bits of a float.
    Float(u64),
    /// The bits of real and imaginary part.
    Complex(u64, u64),
    Str(Rc<str>),
    Bytes(Rc<[u8]>),
    Tuple(Vec<Literal>),
}

impl Literal {
    pub(super) fn of(constant: &Constant) -> Self {
        match constant {
            Constant::None => Self::None,
            Constant::True => Self::True,
            Constant::False => Self::False,
            Constant::Ellipsis => Self::Ellipsis,
            Constant::Int(value) => Self::Int(value.clone()),
            Constant::Float(value) => Self::Float(value.to_bits()),
            Constant::Imaginary(value) => Self::Complex(0, value.to_bits()),
            Constant::Str(text) => Self::Str(Rc::clone(text)),
            Constant::Bytes(bytes) => Self::Bytes(Rc::clone(bytes)),
        }
    }

    /// The object. Texts that look like names are interned, as in CPython.
    pub(super) fn value(&self) -> Value {
        match self {
            Self::None => Value::None,
            Self::True => Value::Bool(true),
            Self::False => Value::Bool(false),
            Self::Ellipsis => Value::Ellipsis,
            Self::Int(value) => Value::big(value.clone()),
            Self::Float(bits) => Value::Float(f64::from_bits(*bits)),
            Self::Complex(re, im) => Value::Complex(Rc::new(Complex {
                re: f64::from_bits(*re),
                im: f64::from_bits(*im),
            })),
            Self::Str(text) if is_name_like(text) => Value::Str(intern(text)),
            Self::Str(text) => Value::Str(Rc::new(Str::new(text))),
            Self::Bytes(bytes) => Value::Bytes(Rc::new(Bytes(bytes.as_ref().into()))),
            Self::Tuple(items) => Value::tuple(items.iter().map(Self::value)),
        }
    }

    /// Its `repr`, as far as a key of a pattern can be one.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Int(value) => value.to_string(),
            Self::Float(bits) => float_text::repr(f64::from_bits(*bits)),
            Self::Complex(re, im) => complex_text::repr(Complex {
                re: f64::from_bits(*re),
                im: f64::from_bits(*im),
            }),
            Self::Str(text) => repr::repr(text),
            Self::Bytes(bytes) => repr::bytes_repr(bytes),
            Self::True => "True".to_owned(),
            Self::False => "False".to_owned(),
            _ => "None".to_owned(),
        }
    }

    /// Python's truth of the constant.
    pub(super) fn truth(&self) -> bool {
        match self {
            Self::None | Self::False => false,
            Self::True | Self::Ellipsis => true,
            Self::Int(value) => !value.is_zero(),
            Self::Float(bits) => f64::from_bits(*bits) != 0.0,
            Self::Complex(re, im) => f64::from_bits(*re) != 0.0 || f64::from_bits(*im) != 0.0,
            Self::Str(text) => !text.is_empty(),
            Self::Bytes(bytes) => !bytes.is_empty(),
            Self::Tuple(items) => !items.is_empty(),
        }
    }

    /// The integer, if it is one and small.
    pub(super) fn small_int<T: TryFrom<i64>>(&self) -> Option<T> {
        match self {
            Self::Int(value) => value.to_i64().and_then(|value| T::try_from(value).ok()),
            _ => None,
        }
    }
}

/// Whether a text looks like a name: such constants are interned.
pub(crate) fn is_name_like(text: &str) -> bool {
    text.len() <= 64
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// The value of an expression that is a known integer and fits into an instruction.
pub(super) fn small_int(expr: &Expr) -> Option<i16> {
    fold(expr)?.small_int()
}

/// The value of an expression that is known before the program runs.
/// Computing it can neither fail nor be seen.
pub(super) fn fold(expr: &Expr) -> Option<Literal> {
    match &expr.kind {
        ExprKind::Constant(constant) => Some(Literal::of(constant)),
        ExprKind::Name(name) if &**name == "__debug__" => Some(Literal::True),
        ExprKind::Tuple(items) => items
            .iter()
            .map(fold)
            .collect::<Option<Vec<_>>>()
            .map(Literal::Tuple),
        ExprKind::Unary(op, operand) => unary(*op, fold(operand)?),
        ExprKind::Binary(chain) => {
            let mut value = fold(&chain.first)?;
            for (op, operand, _) in &chain.rest {
                value = binary(*op, &value, &fold(operand)?)?;
            }
            Some(value)
        }
        _ => None,
    }
}

fn unary(op: UnaryOp, operand: Literal) -> Option<Literal> {
    match (op, operand) {
        (UnaryOp::Not, operand) => Some(if operand.truth() {
            Literal::False
        } else {
            Literal::True
        }),
        (UnaryOp::Negative, Literal::Int(value)) => Some(Literal::Int(-value)),
        (UnaryOp::Positive, Literal::Int(value)) => Some(Literal::Int(value)),
        (UnaryOp::Invert, Literal::Int(value)) => Some(Literal::Int(-value - 1)),
        (UnaryOp::Negative, Literal::Float(bits)) => {
            Some(Literal::Float((-f64::from_bits(bits)).to_bits()))
        }
        (UnaryOp::Positive, Literal::Float(bits)) => Some(Literal::Float(bits)),
        (UnaryOp::Negative, Literal::Complex(re, im)) => Some(Literal::Complex(
            (-f64::from_bits(re)).to_bits(),
            (-f64::from_bits(im)).to_bits(),
        )),
        _ => None,
    }
}

fn binary(op: BinaryOp, left: &Literal, right: &Literal) -> Option<Literal> {
    match (left, right) {
        (Literal::Int(left), Literal::Int(right)) => ints(op, left, right),
        (Literal::Str(left), Literal::Str(right)) if op == BinaryOp::Add => {
            (left.len() + right.len() <= MAX_TEXT)
                .then(|| Literal::Str(Rc::from(format!("{left}{right}"))))
        }
        _ => {
            // Complex literals are written as sums: `1 + 2j`.
            let (a, b) = (complex(left)?, complex(right)?);
            let is_complex =
                matches!(left, Literal::Complex(..)) || matches!(right, Literal::Complex(..));
            if is_complex {
                let (re, im) = match op {
                    BinaryOp::Add => (a.0 + b.0, a.1 + b.1),
                    BinaryOp::Subtract => (a.0 - b.0, a.1 - b.1),
                    _ => return None,
                };
                return Some(Literal::Complex(re.to_bits(), im.to_bits()));
            }
            let value = match op {
                BinaryOp::Add => a.0 + b.0,
                BinaryOp::Subtract => a.0 - b.0,
                BinaryOp::Multiply => a.0 * b.0,
                BinaryOp::Divide if b.0 != 0.0 => a.0 / b.0,
                _ => return None,
            };
            Some(Literal::Float(value.to_bits()))
        }
    }
}

/// A number as real and imaginary part, if it is exactly representable.
fn complex(literal: &Literal) -> Option<(f64, f64)> {
    match literal {
        Literal::Int(value) if value.bits() <= 53 => value.to_f64().map(|value| (value, 0.0)),
        Literal::Float(bits) => Some((f64::from_bits(*bits), 0.0)),
        Literal::Complex(re, im) => Some((f64::from_bits(*re), f64::from_bits(*im))),
        _ => None,
    }
}

fn ints(op: BinaryOp, left: &BigInt, right: &BigInt) -> Option<Literal> {
    let small_shift = right.to_u64().filter(|&bits| bits <= MAX_BITS);
    let value = match op {
        BinaryOp::Add => left + right,
        BinaryOp::Subtract => left - right,
        BinaryOp::Multiply if left.bits() + right.bits() <= MAX_BITS => left * right,
        BinaryOp::FloorDivide if !right.is_zero() => num_integer::Integer::div_floor(left, right),
        BinaryOp::Modulo if !right.is_zero() => num_integer::Integer::mod_floor(left, right),
        BinaryOp::Power => {
            let exponent = right.to_u32()?;
            if left.bits().saturating_mul(u64::from(exponent)) > MAX_BITS {
                return None;
            }
            num_traits::pow(left.clone(), exponent as usize)
        }
        BinaryOp::ShiftLeft if left.bits() + small_shift? <= MAX_BITS => left << small_shift?,
        BinaryOp::ShiftRight if !right.is_negative() => left >> small_shift?,
        BinaryOp::And => left & right,
        BinaryOp::Or => left | right,
        BinaryOp::Xor => left ^ right,
        BinaryOp::Divide if !right.is_zero() => {
            let (left, right) = (
                complex(&Literal::Int(left.clone()))?,
                complex(&Literal::Int(right.clone()))?,
            );
            return Some(Literal::Float((left.0 / right.0).to_bits()));
        }
        _ => return None,
    };
    Some(Literal::Int(value))
}
