//! Hash tables that keep insertion order, and `dict` objects.
//!
//! Keys may be objects whose `__eq__` is Python code, which this floor cannot
//! call: a lookup therefore says "ask whether these two are equal" instead of
//! deciding, and the machine goes on with the answer.

use super::{Place, Value, registry};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// One entry; a removed one has the key `Undefined`.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Python's hash of the key.
    pub hash: i64,
    /// The key.
    pub key: Value,
    /// The value.
    pub value: Value,
}

/// Up to this many entries are searched one by one, without an index.
const LINEAR: usize = 8;
const EMPTY: u32 = u32::MAX;
const REMOVED: u32 = u32::MAX - 1;

/// Insertion-ordered hash table from values to values.
#[derive(Clone, Debug, Default)]
pub struct Dict {
    entries: Vec<Entry>,
    /// Open-addressing index into `entries`; empty while `entries` is short.
    index: Vec<u32>,
    /// Slots of `index` that are not empty, removed ones included.
    filled: usize,
    /// Entries that are not removed.
    len: usize,
    /// Changes whenever a key is added or removed: caches rely on it.
    keys_version: u32,
}

thread_local! {
    static NEXT_VERSION: Cell<u32> = const { Cell::new(1) };
}

/// A number never given before (until it wraps after four billion).
pub fn next_version() -> u32 {
    NEXT_VERSION.with(|next| {
        let version = next.get();
        next.set(version.wrapping_add(1).max(1));
        version
    })
}

/// What a lookup found.
#[derive(Debug)]
pub enum Lookup {
    /// The entry at this position has the key.
    Found(usize),
    /// No entry has it.
    Missing,
    /// The entry at this position has the same hash and only Python code can
    /// tell whether its key is equal. Continue with `find_after`.
    Ask(usize, Probe),
}

/// Where a lookup stands that had to ask.
#[derive(Clone, Copy, Debug, Default)]
pub struct Probe {
    position: usize,
}

impl Dict {
    /// An empty table.
    pub fn new() -> Dict {
        Dict::default()
    }

    /// An empty table with room.
    pub fn with_capacity(capacity: usize) -> Dict {
        Dict {
            entries: Vec::with_capacity(capacity),
            ..Dict::default()
        }
    }

    /// Makes room for more keys.
    pub(crate) fn reserve(&mut self, more: usize) {
        self.entries.reserve(more);
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is no key.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Changes whenever a key is added or removed.
    pub fn keys_version(&self) -> u32 {
        self.keys_version
    }

    /// Length of the entry array, removed ones included: iteration runs over
    /// positions `0..slots()`.
    pub fn slots(&self) -> usize {
        self.entries.len()
    }

    /// The entry at a position, if it is not a removed one.
    pub fn entry(&self, position: usize) -> Option<&Entry> {
        self.entries.get(position).filter(|e| !e.key.is_undefined())
    }

    /// All entries in insertion order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.iter().filter(|e| !e.key.is_undefined())
    }

    /// Looks a key up. `equal` compares two keys of equal hash: `None` means
    /// that only Python code can tell.
    pub fn find(&self, hash: i64, equal: impl Fn(&Value) -> Option<bool>) -> Lookup {
        let start = if self.index.is_empty() {
            0
        } else {
            self.home(hash)
        };
        self.find_from(hash, start, equal)
    }

    /// Goes on with a lookup after the answer "not equal".
    pub fn find_after(
        &self,
        hash: i64,
        probe: Probe,
        equal: impl Fn(&Value) -> Option<bool>,
    ) -> Lookup {
        self.find_from(hash, probe.position, equal)
    }

    fn find_from(&self, hash: i64, start: usize, equal: impl Fn(&Value) -> Option<bool>) -> Lookup {
        if self.index.is_empty() {
            for (position, entry) in self.entries.iter().enumerate().skip(start) {
                if entry.hash == hash && !entry.key.is_undefined() {
                    match equal(&entry.key) {
                        Some(true) => return Lookup::Found(position),
                        Some(false) => {}
                        None => {
                            return Lookup::Ask(
                                position,
                                Probe {
                                    position: position + 1,
                                },
                            );
                        }
                    }
                }
            }
            return Lookup::Missing;
        }
        let mask = self.index.len() - 1;
        let mut slot = start & mask;
        loop {
            let position = self.index[slot];
            if position == EMPTY {
                return Lookup::Missing;
            }
            slot = (slot + 1) & mask;
            if position == REMOVED {
                continue;
            }
            if let Some(entry) = self.entries.get(position as usize)
                && entry.hash == hash
                && !entry.key.is_undefined()
            {
                match equal(&entry.key) {
                    Some(true) => return Lookup::Found(position as usize),
                    Some(false) => {}
                    None => return Lookup::Ask(position as usize, Probe { position: slot }),
                }
            }
        }
    }

    /// Position of an interned string key; a cheap lookup for attribute names.
    pub fn find_interned(&self, name: &super::StrRef, hash: i64) -> Option<usize> {
        let same = |key: &Value| match key {
            Value::Str(s) => Some(std::rc::Rc::ptr_eq(s, name) || s.as_str() == name.as_str()),
            _ => Some(false),
        };
        match self.find(hash, same) {
            Lookup::Found(position) => Some(position),
            _ => None,
        }
    }

    /// The value at a position that `find` gave.
    pub fn value_at(&self, position: usize) -> Option<&Value> {
        self.entries.get(position).map(|e| &e.value)
    }

    /// The value at a position that `find` gave, to be changed in place.
    pub fn value_at_mut(&mut self, position: usize) -> Option<&mut Value> {
        self.entries.get_mut(position).map(|e| &mut e.value)
    }

    /// Replaces the value at a position that `find` gave; returns the old one.
    pub fn set_value_at(&mut self, position: usize, value: Value) -> Value {
        match self.entries.get_mut(position) {
            Some(entry) => std::mem::replace(&mut entry.value, value),
            None => Value::Undefined,
        }
    }

    /// Adds a key that `find` has just reported missing.
    pub fn insert_new(&mut self, hash: i64, key: Value, value: Value) {
        self.keys_version = next_version();
        if !self.index.is_empty() || self.entries.len() >= LINEAR {
            self.reserve_slot();
            let mask = self.index.len() - 1;
            let mut slot = self.home(hash);
            while self.index[slot] < REMOVED {
                slot = (slot + 1) & mask;
            }
            if self.index[slot] == EMPTY {
                self.filled += 1;
            }
            self.index[slot] = self.entries.len() as u32;
        }
        self.entries.push(Entry { hash, key, value });
        self.len += 1;
    }

    /// Removes the entry at a position that `find` gave.
    pub fn remove_at(&mut self, position: usize) -> Option<(Value, Value)> {
        let entry = self.entries.get_mut(position)?;
        if entry.key.is_undefined() {
            return None;
        }
        let hash = entry.hash;
        let (key, value) = (entry.key.take(), entry.value.take());
        self.keys_version = next_version();
        self.len -= 1;
        if !self.index.is_empty() {
            let mask = self.index.len() - 1;
            let mut slot = self.home(hash);
            while self.index[slot] != position as u32 {
                if self.index[slot] == EMPTY {
                    break;
                }
                slot = (slot + 1) & mask;
            }
            if self.index[slot] == position as u32 {
                self.index[slot] = REMOVED;
            }
        }
        if position + 1 == self.entries.len() {
            self.pop_removed_tail();
        }
        Some((key, value))
    }

    /// Removes everything; returns the entries so that the caller can drop
    /// them when nothing is borrowed.
    pub fn clear(&mut self) -> Vec<Entry> {
        self.keys_version = next_version();
        self.index.clear();
        self.filled = 0;
        self.len = 0;
        std::mem::take(&mut self.entries)
    }

    /// Position of the last entry.
    pub fn last_position(&self) -> Option<usize> {
        self.entries.iter().rposition(|e| !e.key.is_undefined())
    }

    /// Position of the first entry.
    pub fn first_position(&self) -> Option<usize> {
        self.entries.iter().position(|e| !e.key.is_undefined())
    }

    fn pop_removed_tail(&mut self) {
        while self.entries.last().is_some_and(|e| e.key.is_undefined()) {
            self.entries.pop();
        }
        if self.entries.is_empty() {
            self.index.clear();
            self.filled = 0;
        }
    }

    fn home(&self, hash: i64) -> usize {
        // Fibonacci hashing spreads the small ints that most programs use.
        let mixed = (hash as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        (mixed >> 32) as usize & (self.index.len() - 1)
    }

    /// Makes sure that the index exists and has an empty slot to spare.
    fn reserve_slot(&mut self) {
        let needed = (self.entries.len() + 1) * 2;
        if self.index.len() >= needed && self.filled * 4 < self.index.len() * 3 {
            return;
        }
        self.compact();
        let size = ((self.entries.len() + 1) * 4).next_power_of_two().max(32);
        self.index.clear();
        self.index.resize(size, EMPTY);
        self.filled = self.entries.len();
        let mask = size - 1;
        for position in 0..self.entries.len() {
            let mut slot = self.home(self.entries[position].hash);
            while self.index[slot] != EMPTY {
                slot = (slot + 1) & mask;
            }
            self.index[slot] = position as u32;
        }
    }

    fn compact(&mut self) {
        if self.len < self.entries.len() {
            self.entries.retain(|e| !e.key.is_undefined());
        }
    }
}

/// `dict`
#[derive(Debug)]
pub struct DictObj {
    /// The table. Never borrowed while Python code runs.
    pub table: RefCell<Dict>,
    /// For the collector.
    pub place: Place,
}

impl DictObj {
    /// A dict with this table.
    pub fn new(table: Dict) -> Rc<DictObj> {
        let dict = DictObj::hidden(table);
        dict.enlist();
        dict
    }

    /// An empty dict.
    pub fn empty() -> Rc<DictObj> {
        DictObj::new(Dict::new())
    }

    /// The table of an object's attributes. As long as no program has it as a
    /// dict, the collector reaches it through its object only.
    pub(crate) fn hidden(table: Dict) -> Rc<DictObj> {
        Rc::new(DictObj {
            table: RefCell::new(table),
            place: Place::default(),
        })
    }

    /// From now on the collector looks at the dict by itself.
    pub(crate) fn enlist(self: &Rc<Self>) {
        registry::enlist(self);
    }

    /// `len(d)`
    pub fn len(&self) -> usize {
        self.table.borrow().len()
    }

    /// Whether the dict is empty.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value of an interned name.
    pub fn get_name(&self, name: &super::StrRef) -> Option<Value> {
        let table = self.table.borrow();
        let position = table.find_interned(name, super::str_hash(name))?;
        table.value_at(position).cloned()
    }

    /// Sets the value of an interned name; returns the old one.
    pub fn set_name(&self, name: &super::StrRef, value: Value) -> Option<Value> {
        let hash = super::str_hash(name);
        let mut table = self.table.borrow_mut();
        match table.find_interned(name, hash) {
            Some(position) => Some(table.set_value_at(position, value)),
            None => {
                table.insert_new(hash, Value::Str(std::rc::Rc::clone(name)), value);
                None
            }
        }
    }

    /// Removes an interned name; returns its value.
    pub fn remove_name(&self, name: &super::StrRef) -> Option<Value> {
        let mut table = self.table.borrow_mut();
        let position = table.find_interned(name, super::str_hash(name))?;
        table.remove_at(position).map(|(_, value)| value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(d: &Dict, k: i64) -> Option<i64> {
        match d.find(k, |key| Some(matches!(key, Value::Int(i) if *i == k))) {
            Lookup::Found(p) => match d.value_at(p) {
                Some(Value::Int(v)) => Some(*v),
                _ => None,
            },
            _ => None,
        }
    }

    #[test]
    fn keeps_order_and_survives_growth_and_removal() {
        let mut d = Dict::new();
        for k in 0..1000 {
            d.insert_new(k, Value::Int(k), Value::Int(k * 2));
        }
        for k in (0..1000).step_by(3) {
            let Lookup::Found(p) = d.find(k, |key| Some(matches!(key, Value::Int(i) if *i == k)))
            else {
                panic!("lost {k}")
            };
            d.remove_at(p);
        }
        for k in 0..1000 {
            assert_eq!(find(&d, k), (k % 3 != 0).then_some(k * 2));
        }
        for k in 1000..3000 {
            d.insert_new(k, Value::Int(k), Value::Int(k * 2));
        }
        let keys: Vec<i64> = d.iter().map(|e| e.hash).collect();
        let expected: Vec<i64> = (0..3000).filter(|k| *k >= 1000 || k % 3 != 0).collect();
        assert_eq!(keys, expected);
        assert_eq!(d.len(), expected.len());
    }
}
