//! How much memory is in use, and a quick allocator for small objects.
//!
//! A program makes and drops small objects all the time, and the allocator
//! that comes with wasm takes more than a hundred instructions for each. Here
//! a block of up to [`LARGEST`] bytes comes from a list of free ones of its
//! size and goes back to it. Such memory stays with its size.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::ptr;
use std::sync::atomic::{AtomicUsize, Ordering};

static ALLOCATED: AtomicUsize = AtomicUsize::new(0);

/// An allocator that counts. A binary that wants memory budgets to hold for
/// many small objects makes it the global one.
#[derive(Debug)]
pub struct CountingAllocator;

/// Bytes allocated and not yet freed; 0 if the binary does not count.
pub fn allocated() -> usize {
    ALLOCATED.load(Ordering::Relaxed)
}

/// Sizes are multiples of this, and all blocks are aligned to it.
const GRAIN: usize = 8;
/// Larger blocks come from the system.
const LARGEST: usize = 512;
/// What is taken from the system at once.
const CHUNK: usize = 64 << 10;

/// A free block holds the address of the next one.
struct Free(*mut Free);

/// The free blocks of one thread: a block may end in another thread than it
/// began in, and then stays there.
struct Pool {
    /// By size: those of `(index + 1) * GRAIN` bytes.
    free: [Cell<*mut Free>; LARGEST / GRAIN],
    /// What is left of the last chunk.
    rest: Cell<*mut u8>,
    left: Cell<usize>,
}

thread_local! {
    static POOL: Pool = const {
        Pool {
            free: [const { Cell::new(ptr::null_mut()) }; LARGEST / GRAIN],
            rest: Cell::new(ptr::null_mut()),
            left: Cell::new(0),
        }
    };
}

/// The index of a block's size in the pool; `None` for those of the system.
#[inline(always)]
fn index_of(layout: Layout) -> Option<usize> {
    let size = layout.size();
    (size.wrapping_sub(1) < LARGEST && layout.align() <= GRAIN).then(|| (size - 1) / GRAIN)
}

#[expect(unsafe_code, reason = "an allocator deals in addresses")]
impl Pool {
    /// A block of this size, null if there is no memory.
    #[inline(always)]
    fn take(&self, index: usize) -> *mut u8 {
        let Some(free) = self.free.get(index) else {
            return ptr::null_mut();
        };
        let first = free.get();
        if first.is_null() {
            return self.cut(index);
        }
        // SAFETY: what is in the list is a block that nobody uses, and its
        // first word is the next one.
        free.set(unsafe { (*first).0 });
        first.cast()
    }

    /// # Safety
    /// `block` came from [`Pool::take`] with this index and is not used again.
    #[inline(always)]
    unsafe fn give(&self, index: usize, block: *mut u8) {
        if let Some(free) = self.free.get(index) {
            let block: *mut Free = block.cast();
            // SAFETY: a block has room for an address and is aligned for it.
            unsafe { block.write(Free(free.get())) };
            free.set(block);
        }
    }

    /// A block from the chunk, or from a new one.
    #[cold]
    #[inline(never)]
    fn cut(&self, index: usize) -> *mut u8 {
        let size = (index + 1) * GRAIN;
        if self.left.get() < size {
            if let Some(index) = (self.left.get() / GRAIN).checked_sub(1) {
                // SAFETY: nobody has the end of the old chunk, which is a
                // multiple of the grain and smaller than the largest block.
                unsafe { self.give(index, self.rest.get()) };
            }
            self.left.set(0);
            let Ok(layout) = Layout::from_size_align(CHUNK, GRAIN) else {
                return ptr::null_mut();
            };
            // SAFETY: the layout is not empty.
            let chunk = unsafe { System.alloc(layout) };
            if chunk.is_null() {
                return chunk;
            }
            self.rest.set(chunk);
            self.left.set(CHUNK);
        }
        let block = self.rest.get();
        // SAFETY: the chunk has that many bytes left.
        self.rest.set(unsafe { block.add(size) });
        self.left.set(self.left.get() - size);
        block
    }
}

// SAFETY: a block comes from the pool or from the system by its layout alone,
// and goes back by the same rule. The pool never gives a block out twice, and
// having no destructor it is there as long as the thread.
#[expect(unsafe_code, reason = "a global allocator cannot be written otherwise")]
unsafe impl GlobalAlloc for CountingAllocator {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATED.fetch_add(layout.size(), Ordering::Relaxed);
        match index_of(layout) {
            Some(index) => POOL.with(|pool| pool.take(index)),
            None => unsafe { System.alloc(layout) },
        }
    }

    #[inline]
    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        ALLOCATED.fetch_sub(layout.size(), Ordering::Relaxed);
        match index_of(layout) {
            Some(index) => POOL.with(|pool| unsafe { pool.give(index, block) }),
            None => unsafe { System.dealloc(block, layout) },
        }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if index_of(layout).is_none() {
            ALLOCATED.fetch_add(layout.size(), Ordering::Relaxed);
            return unsafe { System.alloc_zeroed(layout) };
        }
        let block = unsafe { self.alloc(layout) };
        if !block.is_null() {
            unsafe { ptr::write_bytes(block, 0, layout.size()) };
        }
        block
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        let Ok(new) = Layout::from_size_align(new_size, layout.align()) else {
            return ptr::null_mut();
        };
        match (index_of(layout), index_of(new)) {
            (None, None) => {
                ALLOCATED.fetch_add(new_size, Ordering::Relaxed);
                ALLOCATED.fetch_sub(layout.size(), Ordering::Relaxed);
                unsafe { System.realloc(block, layout, new_size) }
            }
            (Some(old), Some(index)) if old == index => {
                ALLOCATED.fetch_add(new_size, Ordering::Relaxed);
                ALLOCATED.fetch_sub(layout.size(), Ordering::Relaxed);
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
