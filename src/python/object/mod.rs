//! The objects that programs see, as data. What they do is in `builtins` and
//! `vm`.

mod class;
mod dict;
mod function;
mod generator;
mod instance;
mod intern;
mod iter;
mod own_dict;
mod peek;
pub(crate) mod registry;
mod simple;
mod str;
mod value;

pub use crate::modules::Deque;
pub use class::{Class, ClassTraits, Layout};
pub use dict::{Dict, DictObj, Entry, Lookup, Probe, next_version};
pub use function::{
    Binding, Function, FunctionExtra, MANY, NativeDef, NativeFn, NativeFunction, Receiver,
    Shortcut, Walks,
};
pub use generator::{Allocated, Generator, GeneratorState, UncommonOfGenerator};
pub use instance::{ExceptionData, Instance, LeftFrame, Native, Payload, Raise, TracebackEntry};
pub(crate) use intern::names_of;
pub use intern::{character, find_interned, intern};
pub use iter::{DictPart, Iter, IterState};
pub use own_dict::OwnDict;
pub(crate) use peek::peek;
pub use registry::Place;
pub use simple::{
    BoundMethod, ByteArray, Bytes, CellObj, ClassRef, Complex, FrozenSet, ListObj, Module, Range,
    Set, SetObj, Slice, Tuple,
};
pub use str::Str;
pub use value::{StrRef, Value};

/// Python's hash of a string, with PYTHONHASHSEED=0.
pub fn str_hash(s: &Str) -> i64 {
    s.hash_with(crate::hashing::siphash::of_str)
}
