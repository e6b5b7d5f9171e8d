//! Looking into cells where programs are most of the time.

use std::cell::RefCell;

/// What a cell holds, without the books that a borrow keeps; `None` while
/// somebody may be changing it.
///
/// # Safety
/// Nothing may change the cell as long as the reference is there: it is for
/// reading or copying something out of it, with nothing called in between.
#[inline(always)]
#[expect(unsafe_code, reason = "see the promise that callers make")]
pub(crate) unsafe fn peek<T>(cell: &RefCell<T>) -> Option<&T> {
    // SAFETY: as promised.
    unsafe { cell.try_borrow_unguarded() }.ok()
}
