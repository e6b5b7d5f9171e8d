//! The list of objects that cycles can go through, for the collector.
//!
//! A cycle of references needs an object that was changed after it was made.
//! Only the types that can be are in the list, in the order of their making;
//! what else belongs to a cycle (tuples, functions, classes …) is found from
//! them. The list is weak, and its slots are given back when most are empty.

use super::{CellObj, Class, DictObj, Generator, Instance, ListObj, SetObj, Value};
use std::cell::{Cell, RefCell};
use std::mem;
use std::rc::{Rc, Weak};

/// Where an object stands in the list; 0: nowhere, otherwise the slot plus one.
#[derive(Debug, Default)]
pub struct Place(Cell<u32>);

#[derive(Debug)]
enum Slot {
    Empty,
    List(Weak<ListObj>),
    Dict(Weak<DictObj>),
    Set(Weak<SetObj>),
    Cell(Weak<CellObj>),
    Generator(Weak<Generator>),
    Instance(Weak<Instance>),
    Class(Weak<Class>),
}

/// A type whose objects are listed.
pub(super) trait Listed: Sized {
    fn place(&self) -> &Place;
    fn slot(weak: Weak<Self>) -> Slots;
}

/// Keeps the slots' layout to this file.
#[derive(Debug)]
pub(super) struct Slots(Slot);

macro_rules! listed {
    ($($object:ident $variant:ident),*) => {$(
        impl Listed for $object {
            fn place(&self) -> &Place {
                &self.place
            }

            fn slot(weak: Weak<$object>) -> Slots {
                Slots(Slot::$variant(weak))
            }
        }
    )*};
}

listed!(ListObj List, DictObj Dict, SetObj Set, CellObj Cell, Generator Generator, Instance Instance, Class Class);

/// How many slots the list keeps in any case.
const AT_LEAST: usize = 256;

/// Fewer places are not worth closing gaps for.
const LOOSE: usize = 1 << 14;

#[derive(Debug)]
struct Registry {
    slots: Vec<Slot>,
    empty: usize,
    /// Objects listed since the last collection.
    fresh: usize,
}

thread_local! {
    static REGISTRY: RefCell<Registry> = const {
        RefCell::new(Registry { slots: Vec::new(), empty: 0, fresh: 0 })
    };
}

/// Puts a new object on the heap and into the list.
#[inline]
pub(super) fn make<T: Listed>(object: T) -> Rc<T> {
    let object = Rc::new(object);
    enlist(&object);
    object
}

/// Puts an object into the list unless it is in it.
#[inline]
pub(super) fn enlist<T: Listed>(object: &Rc<T>) {
    let place = object.place();
    if place.0.get() != 0 {
        return;
    }
    // Without the list the thread is ending.
    let _ = REGISTRY.try_with(|all| all.borrow_mut().add(Rc::downgrade(object), place));
}

impl Place {
    /// Takes the object out of the list. The first thing at the end of an
    /// object: the list must never meet one that is half gone.
    #[inline]
    pub(crate) fn leave(&self) {
        if let Some(at) = self.position() {
            self.0.set(0);
            let _ = REGISTRY.try_with(|all| all.borrow_mut().remove(at));
        }
    }

    /// The position in [`all`], as long as nothing is made or dropped.
    pub(crate) fn position(&self) -> Option<usize> {
        (self.0.get() as usize).checked_sub(1)
    }
}

impl Registry {
    #[inline]
    fn add<T: Listed>(&mut self, object: Weak<T>, place: &Place) {
        if self.slots.len() == self.slots.capacity() && self.empty * 2 > self.slots.len() {
            self.tidy();
        }
        self.slots.push(T::slot(object).0);
        place.0.set(u32::try_from(self.slots.len()).unwrap_or(0));
        self.fresh += 1;
    }

    #[inline]
    fn remove(&mut self, at: usize) {
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = Slot::Empty;
            self.empty += 1;
        }
        if at + 1 == self.slots.len() {
            while let Some(Slot::Empty) = self.slots.last() {
                self.slots.pop();
                self.empty -= 1;
            }
        }
    }

    /// Whether it is large for what is left in it.
    fn is_loose(&self) -> bool {
        let left = self.slots.len().saturating_sub(self.empty);
        self.slots.capacity() > LOOSE.max(left.saturating_mul(4))
    }

    /// Closes the gaps, and gives back what is too much.
    fn tidy(&mut self) {
        let slots = mem::take(&mut self.slots);
        let left = slots.len().saturating_sub(self.empty);
        let mut tidy = Vec::with_capacity(left.saturating_mul(2).max(AT_LEAST));
        for slot in slots {
            if let Some(value) = slot.value() {
                tidy.push(slot);
                if let Some(place) = place_of(&value) {
                    place.0.set(u32::try_from(tidy.len()).unwrap_or(0));
                }
            }
        }
        self.slots = tidy;
        self.empty = 0;
    }
}

impl Slot {
    fn value(&self) -> Option<Value> {
        match self {
            Slot::Empty => None,
            Slot::List(x) => x.upgrade().map(Value::List),
            Slot::Dict(x) => x.upgrade().map(Value::Dict),
            Slot::Set(x) => x.upgrade().map(Value::Set),
            Slot::Cell(x) => x.upgrade().map(Value::Cell),
            Slot::Generator(x) => x.upgrade().map(Value::Generator),
            Slot::Instance(x) => x.upgrade().map(Value::Instance),
            Slot::Class(x) => x.upgrade().map(Value::Class),
        }
    }
}

fn place_of(value: &Value) -> Option<&Place> {
    Some(match value {
        Value::List(x) => &x.place,
        Value::Dict(x) => &x.place,
        Value::Set(x) => &x.place,
        Value::Cell(x) => &x.place,
        Value::Generator(x) => &x.place,
        Value::Instance(x) => &x.place,
        Value::Class(x) => &x.place,
        _ => return None,
    })
}

/// The position of an object in [`all`], if it is listed.
pub(crate) fn position_of(value: &Value) -> Option<usize> {
    place_of(value).and_then(Place::position)
}

/// Every listed object, oldest first, without gaps.
pub(crate) fn all() -> Vec<Value> {
    let slots = REGISTRY.try_with(|all| {
        let mut all = all.borrow_mut();
        all.tidy();
        all.slots.iter().filter_map(Slot::value).collect()
    });
    slots.unwrap_or_default()
}

/// Gives back what is far too much for the objects that are left.
pub(crate) fn give_back() {
    let _ = REGISTRY.try_with(|all| {
        let mut all = all.borrow_mut();
        if all.is_loose() {
            all.tidy();
        }
    });
}

/// Whether any listed object is such a one.
pub(crate) fn any(is_such: impl Fn(&Value) -> bool) -> bool {
    let found = REGISTRY.try_with(|all| {
        let values = all.borrow();
        // None of these is an object's only reference.
        let mut values = values.slots.iter().filter_map(Slot::value);
        values.any(|value| is_such(&value))
    });
    found.unwrap_or(false)
}

/// How many objects were listed since the last call of [`begin_count`].
pub(crate) fn fresh() -> usize {
    REGISTRY.try_with(|all| all.borrow().fresh).unwrap_or(0)
}

/// Starts counting for [`fresh`] anew; gaps are closed.
pub(crate) fn begin_count() {
    let _ = REGISTRY.try_with(|all| {
        let mut all = all.borrow_mut();
        all.fresh = 0;
        all.tidy();
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_in_order_and_forgets_what_is_gone() {
        let lists: Vec<Value> = (0..100).map(|n| Value::list(vec![Value::Int(n)])).collect();
        let kept: Vec<Value> = lists.into_iter().step_by(3).collect();
        let more = Value::list(Vec::new());
        let found = all();
        assert_eq!(found.len(), kept.len() + 1);
        assert!(kept.iter().chain([&more]).zip(&found).all(|(a, b)| a.is(b)));
        assert_eq!(position_of(&more), Some(kept.len()));
        drop((kept, more, found));
        assert!(all().is_empty());
    }
}
