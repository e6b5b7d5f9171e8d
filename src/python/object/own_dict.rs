//! The `__dict__` of an instance.

use super::{Dict, DictObj, peek};
use std::cell::{Ref, RefCell};
use std::rc::Rc;

/// Made on first use, and may be put in place of by any other dict: several
/// instances may then share one (Python reference, 3.2.11).
#[derive(Debug, Default)]
pub struct OwnDict(RefCell<Option<Rc<DictObj>>>);

impl OwnDict {
    /// The dict, if there is one already.
    #[inline]
    pub fn get(&self) -> Option<Ref<'_, Rc<DictObj>>> {
        Ref::filter_map(self.0.borrow(), Option::as_ref).ok()
    }

    /// The same without the books that a borrow keeps.
    ///
    /// # Safety
    /// As for [`peek`].
    #[inline(always)]
    #[expect(unsafe_code, reason = "see the promise that callers make")]
    pub(crate) unsafe fn peek(&self) -> Option<&DictObj> {
        // SAFETY: as promised.
        unsafe { peek(&self.0) }?.as_deref()
    }

    /// The dict, made if there is none.
    pub fn get_or_make(&self) -> Rc<DictObj> {
        if let Some(dict) = self.get() {
            return Rc::clone(&dict);
        }
        let dict = DictObj::hidden(Dict::new());
        self.0.replace(Some(Rc::clone(&dict)));
        dict
    }

    /// Puts another dict in its place; gives the old one.
    pub fn replace(&self, dict: Rc<DictObj>) -> Option<Rc<DictObj>> {
        self.0.replace(Some(dict))
    }

    /// Takes the dict out.
    pub fn take(&mut self) -> Option<Rc<DictObj>> {
        self.0.get_mut().take()
    }
}

impl From<Rc<DictObj>> for OwnDict {
    fn from(dict: Rc<DictObj>) -> OwnDict {
        OwnDict(RefCell::new(Some(dict)))
    }
}
