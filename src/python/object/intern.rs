//! Interned strings: names of variables and attributes, compared by address.

use super::{Str, StrRef};
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use std::borrow::Borrow;
use std::cell::{OnceCell, RefCell};
use std::hash::{Hash, Hasher};
use std::rc::Rc;

/// Names in the order of a table.
type Names = Rc<[StrRef]>;

/// Room for the names of the builtins and of `asyncio`: a table that grows puts all
/// that it has into a new one.
const ROOM: usize = 3500;

thread_local! {
    static TABLE: RefCell<FxHashSet<Interned>> =
        RefCell::new(FxHashSet::with_capacity_and_hasher(ROOM, FxBuildHasher));
    /// By the address and length of a table of definitions.
    static NAMES: RefCell<FxHashMap<(usize, usize), Names>> = RefCell::new(FxHashMap::default());
    static CHARACTERS: [OnceCell<StrRef>; 256] = const { [const { OnceCell::new() }; 256] };
}

/// A string that is found by its text.
struct Interned(StrRef);

impl PartialEq for Interned {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_str() == other.0.as_str()
    }
}

impl Eq for Interned {}

impl Hash for Interned {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.as_str().hash(state);
    }
}

impl Borrow<str> for Interned {
    fn borrow(&self) -> &str {
        self.0.as_str()
    }
}

/// The one string object with this text. The table lives as long as the
/// thread: names are few and come back in every run.
pub fn intern(text: &str) -> StrRef {
    TABLE.with_borrow_mut(|table| {
        if let Some(found) = table.get(text) {
            return Rc::clone(&found.0);
        }
        let made = Rc::new(Str::new(text));
        made.set_interned();
        table.insert(Interned(Rc::clone(&made)));
        made
    })
}

/// The names in a table of definitions, in its order. Each table is gone
/// through once in a thread: every run makes the same builtin classes.
pub(crate) fn names_of<T>(definitions: &'static [T], name: fn(&T) -> &'static str) -> Names {
    let place = (definitions.as_ptr() as usize, definitions.len());
    NAMES.with_borrow_mut(|known| {
        let made = || definitions.iter().map(|def| intern(name(def))).collect();
        Rc::clone(known.entry(place).or_insert_with(made))
    })
}

/// The string of one character. Those of Latin-1 are the same objects wherever
/// a text is taken apart, as in CPython.
pub fn character(c: char) -> StrRef {
    let made = || {
        let mut buffer = [0; 4];
        Rc::new(Str::new(c.encode_utf8(&mut buffer)))
    };
    CHARACTERS.with(|known| match known.get(c as usize) {
        Some(place) => Rc::clone(place.get_or_init(made)),
        None => made(),
    })
}

/// The interned string equal to `s`, if there is one already.
pub fn find_interned(s: &StrRef) -> Option<StrRef> {
    if s.is_interned() {
        return Some(Rc::clone(s));
    }
    TABLE.with_borrow(|table| table.get(s.as_str()).map(|found| Rc::clone(&found.0)))
}
