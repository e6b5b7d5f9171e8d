//! Builtin iterators.

use super::{ByteArray, Bytes, DictObj, FrozenSet, ListObj, SetObj, StrRef, Tuple, Value};
use std::cell::RefCell;
use std::rc::Rc;

/// An iterator written in Rust.
#[derive(Debug)]
pub struct Iter {
    /// What it walks and where it stands.
    pub state: RefCell<IterState>,
}

impl Iter {
    /// An iterator as a value.
    pub fn value(state: IterState) -> Value {
        Value::Iter(Rc::new(Iter {
            state: RefCell::new(state),
        }))
    }
}

impl IterState {
    /// An iterator from the first entry of a dict on.
    pub fn dict(dict: &Rc<DictObj>, part: DictPart) -> IterState {
        let length = dict.len();
        IterState::Dict(Rc::clone(dict), part, 0, length, length)
    }
}

/// Which part of its entries a dict iterator or view shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named for dict's methods")]
pub enum DictPart {
    Keys,
    Values,
    Items,
}

/// The builtin iterators. Those over an exhausted container become `Done`, so
/// that they let go of it.
#[derive(Debug)]
pub enum IterState {
    /// Exhausted; the name is the type's.
    Done(&'static str),
    /// `list_iterator`
    List(Rc<ListObj>, usize),
    /// `list_reverseiterator`: the next index plus one.
    ListReversed(Rc<ListObj>, usize),
    /// `tuple_iterator`
    Tuple(Rc<Tuple>, usize),
    /// `range_iterator`: next number, step, how many are left.
    Range(i64, i64, usize),
    /// `str_iterator` (`str_ascii_iterator`): byte offset.
    Str(StrRef, usize),
    /// `bytes_iterator`
    Bytes(Rc<Bytes>, usize),
    /// `bytearray_iterator`
    ByteArray(Rc<ByteArray>, usize),
    /// `dict_keyiterator` …: position, the length at the start, and how many
    /// items are to come.
    Dict(Rc<DictObj>, DictPart, usize, usize, usize),
    /// `dict_reversekeyiterator` …: next position plus one, length at the start.
    DictReversed(Rc<DictObj>, DictPart, usize, usize),
    /// `set_iterator`: position, length at the start.
    Set(Rc<SetObj>, usize, usize),
    /// `set_iterator` over a frozenset.
    FrozenSet(Rc<FrozenSet>, usize),
    /// `iterator` over `__getitem__`, or `reversed` over `__len__` and
    /// `__getitem__`: object, next index, whether it goes backwards.
    Sequence(Value, i64, bool),
    /// `callable_iterator`: callable and sentinel.
    Callable(Value, Value),
    /// `enumerate`: inner iterator, next number.
    Enumerate(Value, Value),
    /// `zip`: inner iterators, strict.
    Zip(Vec<Value>, bool),
    /// `map`: function, inner iterators.
    Map(Value, Vec<Value>),
    /// `filter`: function or None, inner iterator.
    Filter(Value, Value),
}
