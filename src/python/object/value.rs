//! The value: what a register, a container slot or an attribute holds.

use super::{
    BoundMethod, ByteArray, Bytes, CellObj, Class, Complex, DictObj, FrozenSet, Function,
    Generator, Instance, Iter, ListObj, Module, NativeFunction, Range, SetObj, Slice, Str, Tuple,
};
use crate::code::Code;
use num_bigint::BigInt;
use std::rc::Rc;

/// An interned or at least shared string object.
pub type StrRef = Rc<Str>;

/// Any Python object. Small integers (64 bit), floats and the singletons are
/// unboxed, everything else is a counted reference: the tag alone tells the
/// builtin type, so hot paths need not follow the pointer to choose.
///
/// Classes written in Python and library types written in Rust are
/// [`Value::Instance`].
#[derive(Clone, Debug, Default)]
pub enum Value {
    /// No value: an unbound variable, a consumed register, an absent argument.
    /// Never visible to programs.
    #[default]
    Undefined,
    /// `None`
    None,
    /// `True` and `False`
    Bool(bool),
    /// An `int` that fits 64 bits; larger ones are `BigInt`, never the reverse.
    Int(i64),
    /// `float`
    Float(f64),
    /// `NotImplemented`
    NotImplemented,
    /// `...`
    Ellipsis,
    /// `str`
    Str(StrRef),
    /// An `int` beyond 64 bits.
    BigInt(Rc<BigInt>),
    /// `complex`
    Complex(Rc<Complex>),
    /// `bytes`
    Bytes(Rc<Bytes>),
    /// `bytearray`
    ByteArray(Rc<ByteArray>),
    /// `tuple`
    Tuple(Rc<Tuple>),
    /// `list`
    List(Rc<ListObj>),
    /// `dict`
    Dict(Rc<DictObj>),
    /// `set`
    Set(Rc<SetObj>),
    /// `frozenset`
    FrozenSet(Rc<FrozenSet>),
    /// `range`
    Range(Rc<Range>),
    /// `slice`
    Slice(Rc<Slice>),
    /// A function written in Python.
    Function(Rc<Function>),
    /// A function or method written in Rust.
    Native(Rc<NativeFunction>),
    /// A method bound to its receiver.
    Method(Rc<BoundMethod>),
    /// A class, builtin or not.
    Class(Rc<Class>),
    /// An object of a class without a variant of its own.
    Instance(Rc<Instance>),
    /// `module`
    Module(Rc<Module>),
    /// Generator, coroutine or asynchronous generator.
    Generator(Rc<Generator>),
    /// A builtin iterator.
    Iter(Rc<Iter>),
    /// `code`
    Code(Rc<Code>),
    /// `cell`, the box of a closure variable.
    Cell(Rc<CellObj>),
}

impl Value {
    /// A new string object.
    pub fn str(text: &str) -> Value {
        Value::Str(Rc::new(Str::new(text)))
    }

    /// A new string object from an owned text.
    pub fn string(text: String) -> Value {
        Value::Str(Rc::new(Str::from_string(text)))
    }

    /// A new tuple.
    pub fn tuple(items: impl IntoIterator<Item = Value>) -> Value {
        Value::Tuple(Rc::new(Tuple::new(items)))
    }

    /// A new list.
    pub fn list(items: Vec<Value>) -> Value {
        Value::List(ListObj::new(items))
    }

    /// An `int`, unboxed if it fits.
    pub fn big(value: BigInt) -> Value {
        match i64::try_from(&value) {
            Ok(small) => Value::Int(small),
            Err(_) => Value::BigInt(Rc::new(value)),
        }
    }

    /// `is`: the same object. Numbers are the same object if they have the
    /// same type and bits, as CPython's cached small numbers are.
    pub fn is(&self, other: &Value) -> bool {
        use Value as V;
        match (self, other) {
            (V::Undefined, V::Undefined)
            | (V::None, V::None)
            | (V::NotImplemented, V::NotImplemented)
            | (V::Ellipsis, V::Ellipsis) => true,
            (V::Bool(a), V::Bool(b)) => a == b,
            (V::Int(a), V::Int(b)) => a == b,
            (V::Float(a), V::Float(b)) => a.to_bits() == b.to_bits(),
            (V::Str(a), V::Str(b)) => Rc::ptr_eq(a, b),
            (V::BigInt(a), V::BigInt(b)) => Rc::ptr_eq(a, b),
            (V::Complex(a), V::Complex(b)) => Rc::ptr_eq(a, b),
            (V::Bytes(a), V::Bytes(b)) => Rc::ptr_eq(a, b),
            (V::ByteArray(a), V::ByteArray(b)) => Rc::ptr_eq(a, b),
            (V::Tuple(a), V::Tuple(b)) => Rc::ptr_eq(a, b),
            (V::List(a), V::List(b)) => Rc::ptr_eq(a, b),
            (V::Dict(a), V::Dict(b)) => Rc::ptr_eq(a, b),
            (V::Set(a), V::Set(b)) => Rc::ptr_eq(a, b),
            (V::FrozenSet(a), V::FrozenSet(b)) => Rc::ptr_eq(a, b),
            (V::Range(a), V::Range(b)) => Rc::ptr_eq(a, b),
            (V::Slice(a), V::Slice(b)) => Rc::ptr_eq(a, b),
            (V::Function(a), V::Function(b)) => Rc::ptr_eq(a, b),
            (V::Native(a), V::Native(b)) => Rc::ptr_eq(a, b),
            (V::Method(a), V::Method(b)) => Rc::ptr_eq(a, b),
            (V::Class(a), V::Class(b)) => Rc::ptr_eq(a, b),
            (V::Instance(a), V::Instance(b)) => Rc::ptr_eq(a, b),
            (V::Module(a), V::Module(b)) => Rc::ptr_eq(a, b),
            (V::Generator(a), V::Generator(b)) => Rc::ptr_eq(a, b),
            (V::Iter(a), V::Iter(b)) => Rc::ptr_eq(a, b),
            (V::Code(a), V::Code(b)) => Rc::ptr_eq(a, b),
            (V::Cell(a), V::Cell(b)) => Rc::ptr_eq(a, b),
            _ => false,
        }
    }

    /// The address of the heap object, if there is one.
    pub fn address(&self) -> Option<usize> {
        use Value as V;
        fn of<T>(rc: &Rc<T>) -> Option<usize> {
            Some(Rc::as_ptr(rc).cast::<u8>() as usize)
        }
        match self {
            V::Undefined
            | V::None
            | V::Bool(_)
            | V::Int(_)
            | V::Float(_)
            | V::NotImplemented
            | V::Ellipsis => None,
            V::Str(x) => of(x),
            V::BigInt(x) => of(x),
            V::Complex(x) => of(x),
            V::Bytes(x) => of(x),
            V::ByteArray(x) => of(x),
            V::Tuple(x) => of(x),
            V::List(x) => of(x),
            V::Dict(x) => of(x),
            V::Set(x) => of(x),
            V::FrozenSet(x) => of(x),
            V::Range(x) => of(x),
            V::Slice(x) => of(x),
            V::Function(x) => of(x),
            V::Native(x) => of(x),
            V::Method(x) => of(x),
            V::Class(x) => of(x),
            V::Instance(x) => of(x),
            V::Module(x) => of(x),
            V::Generator(x) => of(x),
            V::Iter(x) => of(x),
            V::Code(x) => of(x),
            V::Cell(x) => of(x),
        }
    }

    /// Whether this is no value at all.
    pub fn is_undefined(&self) -> bool {
        matches!(self, Value::Undefined)
    }

    /// Whether this is `None`.
    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }

    /// Moves the value out, leaving nothing.
    pub fn take(&mut self) -> Value {
        std::mem::take(self)
    }

    /// Whether the value is not on the heap, so that dropping it does nothing.
    #[inline]
    pub fn is_plain(&self) -> bool {
        matches!(
            self,
            Value::Undefined
                | Value::None
                | Value::Bool(_)
                | Value::Int(_)
                | Value::Float(_)
                | Value::NotImplemented
                | Value::Ellipsis
        )
    }

    /// The text, if this is a `str` (not of a subclass).
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::Str(s) => Some(s.as_str()),
            _ => None,
        }
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Value::Bool(value)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Value::Int(value)
    }
}

impl From<usize> for Value {
    fn from(value: usize) -> Self {
        Value::Int(value as i64)
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Self {
        Value::Float(value)
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Value::str(value)
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Value::string(value)
    }
}

impl From<StrRef> for Value {
    fn from(value: StrRef) -> Self {
        Value::Str(value)
    }
}

#[cfg(test)]
mod tests {
    use super::Value;

    #[test]
    fn a_value_is_sixteen_bytes() {
        assert_eq!(size_of::<Value>(), 16);
        assert_eq!(size_of::<Option<Value>>(), 16);
    }
}
