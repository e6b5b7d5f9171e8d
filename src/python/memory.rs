//! How much memory is in use, and a quick allocator for small objects.
//!
//! A program makes and drops small objects all the time, and the allocator
//! that comes with wasm takes more than a hundred instructions for each. Small
//! blocks come from a [`pool`] instead.

mod pool;

use pool::{POOL, index_of};
use std::alloc::{GlobalAlloc, Layout, System};
use std::ptr;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Bytes of blocks in use that come from a pool.
static SMALL: AtomicUsize = AtomicUsize::new(0);
/// Bytes of blocks in use that come from the system directly.
static LARGE: AtomicUsize = AtomicUsize::new(0);

/// An allocator that counts. A binary that wants memory budgets to hold for
/// many small objects makes it the global one.
#[derive(Debug)]
pub struct CountingAllocator;

/// Bytes allocated and not yet freed; 0 if the binary does not count.
pub fn allocated() -> usize {
    SMALL.load(Ordering::Relaxed) + LARGE.load(Ordering::Relaxed)
}

/// Bytes that budgets count: those [`allocated`], or half of what is taken
/// from the system where that is more. A program that keeps one small object
/// of every page would otherwise hold many times its budget.
pub fn charged() -> usize {
    let taken = LARGE.load(Ordering::Relaxed) + pool::taken();
    allocated().max(taken / 2)
}

// SAFETY: a block comes from the pool or from the system by its layout alone,
// and goes back by the same rule. The pool never gives a block out twice, and
// having no destructor it is there as long as the thread.
#[expect(unsafe_code, reason = "a global allocator cannot be written otherwise")]
unsafe impl GlobalAlloc for CountingAllocator {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if let Some(index) = index_of(layout) {
            SMALL.fetch_add(layout.size(), Ordering::Relaxed);
            return POOL.with(|pool| pool.take(index)).as_ptr();
        }
        LARGE.fetch_add(layout.size(), Ordering::Relaxed);
        unsafe { large(layout) }
    }

    #[inline]
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        if index_of(layout).is_some() {
            SMALL.fetch_sub(layout.size(), Ordering::Relaxed);
            return POOL.with(|pool| unsafe { pool.give(block) });
        }
        LARGE.fetch_sub(layout.size(), Ordering::Relaxed);
        unsafe { give_large(block, layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if index_of(layout).is_none() {
            LARGE.fetch_add(layout.size(), Ordering::Relaxed);
            return unsafe { System.alloc_zeroed(layout) };
        }
        let block = unsafe { self.alloc(layout) };
        unsafe { ptr::write_bytes(block, 0, layout.size()) };
        block
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        let Ok(new) = Layout::from_size_align(new_size, layout.align()) else {
            return ptr::null_mut();
        };
        match (index_of(layout), index_of(new)) {
            (None, None) => {
                LARGE.fetch_add(new_size, Ordering::Relaxed);
                LARGE.fetch_sub(layout.size(), Ordering::Relaxed);
                unsafe { System.realloc(block, layout, new_size) }
            }
            (Some(old), Some(index)) if old == index => {
                SMALL.fetch_add(new_size, Ordering::Relaxed);
                SMALL.fetch_sub(layout.size(), Ordering::Relaxed);
                block
            }
            _ => unsafe {
                let moved = self.alloc(new);
                if !moved.is_null() {
                    ptr::copy_nonoverlapping(block, moved, layout.size().min(new_size));
                    self.dealloc(block, layout);
                }
                moved
            },
        }
    }
}

/// What is too large for a page. Not inlined: the allocator's code would be there again
/// in each crate that it came to.
///
/// # Safety
/// As for [`GlobalAlloc::alloc`].
#[inline(never)]
#[expect(unsafe_code, reason = "calls an allocator")]
unsafe fn large(layout: Layout) -> *mut u8 {
    unsafe { System.alloc(layout) }
}

/// Gives back what [`large`] gave.
///
/// # Safety
/// As for [`GlobalAlloc::dealloc`].
#[inline(never)]
#[expect(unsafe_code, reason = "calls an allocator")]
unsafe fn give_large(block: *mut u8, layout: Layout) {
    unsafe { System.dealloc(block, layout) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(unsafe_code, reason = "calls an allocator")]
    fn blocks_keep_what_is_in_them_and_are_used_again() {
        let layout = |size| Layout::from_size_align(size, 8).expect("a layout");
        let before = allocated();
        // SAFETY: every block is used within its size and freed once.
        unsafe {
            let sizes = [1, 16, 17, 100, 511, 512, 513, 5000];
            let blocks = sizes.map(|size| CountingAllocator.alloc(layout(size)));
            for (block, size) in blocks.iter().zip(sizes) {
                ptr::write_bytes(*block, size as u8, size);
            }
            assert_eq!(allocated() - before, sizes.iter().sum::<usize>());
            for (block, size) in blocks.into_iter().zip(sizes) {
                let grown = CountingAllocator.realloc(block, layout(size), size * 3);
                assert!((0..size).all(|at| *grown.add(at) == size as u8), "{size}");
                let shrunk = CountingAllocator.realloc(grown, layout(size * 3), 1);
                assert_eq!(*shrunk, size as u8);
                CountingAllocator.dealloc(shrunk, layout(1));
            }
            assert_eq!(allocated(), before);
            let zeroed = CountingAllocator.alloc_zeroed(layout(64));
            assert!((0..64).all(|at| *zeroed.add(at) == 0));
            CountingAllocator.dealloc(zeroed, layout(64));
            let again = CountingAllocator.alloc(layout(60));
            assert_eq!(again, zeroed);
            CountingAllocator.dealloc(again, layout(60));
        }
    }
}
