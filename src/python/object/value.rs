//! The value: what a register, a container slot or an attribute holds.

use super::{
    BoundMethod, ByteArray, Bytes, CellObj, Class, Complex, DictObj, FrozenSet, Function,
    Generator, Instance, Iter, ListObj, Module, NativeFunction, Range, SetObj, Slice, Str, Tuple,
};
use crate::code::Code;
use num_bigint::BigInt;
use std::hint::assert_unchecked;
use std::mem::forget;
use std::ptr;
use std::rc::Rc;

/// An interned or at least shared string object.
pub type StrRef = Rc<Str>;

/// Any Python object. Small integers (64 bit), floats and the singletons are
/// unboxed, everything else is a counted reference: the tag alone tells the
/// builtin type, so hot paths need not follow the pointer to choose.
///
/// Classes written in Python and library types written in Rust are
/// [`Value::Instance`].
//
// The tag fills its word: a copy reads the whole word, and processors make a
// read wait that is wider than the last write to the place.
#[derive(Debug, Default)]
#[repr(u64)]
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

/// What is done to the reference of a value that is one, whichever type it is to.
macro_rules! with_reference {
    ($value:expr, $reference:ident => $done:expr, else $plain:expr) => {
        match $value {
            Value::Undefined
            | Value::None
            | Value::Bool(_)
            | Value::Int(_)
            | Value::Float(_)
            | Value::NotImplemented
            | Value::Ellipsis => $plain,
            Value::Str($reference) => $done,
            Value::BigInt($reference) => $done,
            Value::Complex($reference) => $done,
            Value::Bytes($reference) => $done,
            Value::ByteArray($reference) => $done,
            Value::Tuple($reference) => $done,
            Value::List($reference) => $done,
            Value::Dict($reference) => $done,
            Value::Set($reference) => $done,
            Value::FrozenSet($reference) => $done,
            Value::Range($reference) => $done,
            Value::Slice($reference) => $done,
            Value::Function($reference) => $done,
            Value::Native($reference) => $done,
            Value::Method($reference) => $done,
            Value::Class($reference) => $done,
            Value::Instance($reference) => $done,
            Value::Module($reference) => $done,
            Value::Generator($reference) => $done,
            Value::Iter($reference) => $done,
            Value::Code($reference) => $done,
            Value::Cell($reference) => $done,
        }
    };
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
            // One address is one object: all are on the heap and alive.
            (a, b) => match (a.address(), b.address()) {
                (Some(a), Some(b)) => a == b,
                _ => false,
            },
        }
    }

    /// The address of the heap object, if there is one.
    #[inline]
    pub fn address(&self) -> Option<usize> {
        fn of<T>(reference: &Rc<T>) -> usize {
            Rc::as_ptr(reference).addr()
        }
        if self.is_plain() {
            None
        } else {
            Some(with_reference!(self, reference => of(reference), else 0))
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
        with_reference!(self, _reference => false, else true)
    }

    /// A clone of a value, without a call: for where programs are most of the time.
    #[inline(always)]
    #[expect(unsafe_code, reason = "a reference is counted, and then copied")]
    pub fn another(&self) -> Value {
        fn count<T>(reference: &Rc<T>) {
            // SAFETY: each reference that is counted takes some bytes of memory.
            unsafe { assert_unchecked(Rc::strong_count(reference) < usize::MAX) };
            forget(Rc::clone(reference));
        }
        // Where all ways of a choice do the same the compiler makes no choice.
        if !self.is_plain() {
            with_reference!(self, reference => count(reference), else {});
        }
        // SAFETY: a plain value may be copied, and for a reference one more has
        // been counted, which nobody else has.
        unsafe { ptr::read(self) }
    }

    /// The text, if this is a `str` (not of a subclass).
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::Str(s) => Some(s.as_str()),
            _ => None,
        }
    }
}

/// Not derived: that makes a jump for each type, though all do the same.
impl Clone for Value {
    #[inline(never)]
    fn clone(&self) -> Value {
        self.another()
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
