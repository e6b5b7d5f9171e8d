//! Interned strings: names of variables and attributes, compared by address.

use super::{Str, StrRef};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;

thread_local! {
    static TABLE: RefCell<FxHashMap<Box<str>, StrRef>> = RefCell::new(FxHashMap::default());
}

/// The one string object with this text. The table lives as long as the
/// thread: names are few and come back in every run.
pub fn intern(text: &str) -> StrRef {
    TABLE.with_borrow_mut(|table| {
        if let Some(found) = table.get(text) {
            return Rc::clone(found);
        }
        let made = Rc::new(Str::new(text));
        made.set_interned();
        table.insert(text.into(), Rc::clone(&made));
        made
    })
}

/// The interned string equal to `s`, if there is one already.
pub fn find_interned(s: &StrRef) -> Option<StrRef> {
    if s.is_interned() {
        return Some(Rc::clone(s));
    }
    TABLE.with_borrow(|table| table.get(s.as_str()).cloned())
}
