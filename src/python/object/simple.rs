//! Objects that are little more than their data.

use super::{Class, DictObj, Place, Value, registry};
use crate::hashing::set_order::SetTable;
pub use crate::number::complex::Complex;
use smallvec::SmallVec;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

/// `tuple`
#[derive(Debug)]
pub struct Tuple {
    items: SmallVec<[Value; 3]>,
}

impl Tuple {
    /// A tuple of these items.
    pub fn new(items: impl IntoIterator<Item = Value>) -> Tuple {
        Tuple {
            items: items.into_iter().collect(),
        }
    }

    /// The items.
    pub fn items(&self) -> &[Value] {
        &self.items
    }

    /// Moves the items out (for dropping long chains step by step).
    pub(crate) fn take_items(&mut self) -> SmallVec<[Value; 3]> {
        std::mem::take(&mut self.items)
    }
}

/// `list`
#[derive(Debug)]
pub struct ListObj {
    /// The items. Never borrowed while Python code runs.
    pub items: RefCell<Vec<Value>>,
    /// See `vm::identity`.
    pub id: Cell<u32>,
    /// For the collector.
    pub place: Place,
}

impl ListObj {
    /// A list of these items.
    pub fn new(items: Vec<Value>) -> Rc<ListObj> {
        registry::make(ListObj {
            items: RefCell::new(items),
            id: Cell::new(0),
            place: Place::default(),
        })
    }

    /// `len(l)`
    pub fn len(&self) -> usize {
        self.items.borrow().len()
    }

    /// Whether the list is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A copy of the items.
    pub fn to_vec(&self) -> Vec<Value> {
        self.items.borrow().clone()
    }
}

/// `bytes`
#[derive(Debug)]
pub struct Bytes(pub Box<[u8]>);

/// `bytearray`
#[derive(Debug, Default)]
pub struct ByteArray {
    /// The bytes.
    pub bytes: RefCell<Vec<u8>>,
    /// How many memoryviews see the bytes: while there are any, the size stays.
    pub exports: Cell<u32>,
}

/// `range` whose bounds fit 64 bits and whose length does too; `stop` is
/// kept as written because `repr` shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// First number.
    pub start: i64,
    /// Bound, as given.
    pub stop: i64,
    /// Never zero.
    pub step: i64,
}

impl Range {
    /// `len(r)`
    pub fn len(&self) -> usize {
        let (lo, hi, step) = if self.step > 0 {
            (self.start, self.stop, i128::from(self.step))
        } else {
            (self.stop, self.start, -i128::from(self.step))
        };
        if lo >= hi {
            return 0;
        }
        crate::number::size::of(((i128::from(hi) - i128::from(lo) - 1) / step + 1).unsigned_abs())
    }

    /// Whether there is no number in it.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The `index`-th number; the caller has checked the index.
    pub fn get(&self, index: usize) -> i64 {
        (i128::from(self.start) + i128::from(self.step) * index as i128) as i64
    }
}

/// `slice`
#[derive(Debug)]
pub struct Slice {
    /// `start`
    pub start: Value,
    /// `stop`
    pub stop: Value,
    /// `step`
    pub step: Value,
}

/// The box of a variable that closures share.
#[derive(Debug)]
pub struct CellObj {
    /// The variable's value; `Undefined` if unbound.
    pub value: RefCell<Value>,
    /// For the collector.
    pub place: Place,
}

impl CellObj {
    /// A cell with this value.
    pub fn new(value: Value) -> Rc<CellObj> {
        registry::make(CellObj {
            value: RefCell::new(value),
            place: Place::default(),
        })
    }
}

/// A method together with its receiver.
#[derive(Debug)]
pub struct BoundMethod {
    /// `__func__`
    pub function: Value,
    /// `__self__`
    pub receiver: Value,
}

/// `module`
#[derive(Debug)]
pub struct Module {
    /// `__name__` when it was made, for messages.
    pub name: super::StrRef,
    /// Its namespace.
    pub dict: Rc<DictObj>,
    /// What a program has set as its `__class__`; until then it is `module`.
    pub own_class: OnceCell<Rc<Class>>,
}

/// `set`
#[derive(Debug)]
pub struct SetObj {
    /// The members.
    pub table: RefCell<Set>,
    /// For the collector.
    pub place: Place,
}

impl SetObj {
    /// A set of these members.
    pub fn new(table: Set) -> Rc<SetObj> {
        registry::make(SetObj {
            table: RefCell::new(table),
            place: Place::default(),
        })
    }
}

/// `frozenset`
#[derive(Debug, Default)]
pub struct FrozenSet {
    /// The members.
    pub table: Set,
    /// Its hash once known.
    pub hash: Cell<Option<i64>>,
}

/// The table of a set, in CPython's order.
pub type Set = SetTable<Value>;

/// The class an object was found to be an instance of, for messages.
pub type ClassRef = Rc<Class>;
