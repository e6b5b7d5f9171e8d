//! Small blocks of memory, from pages of blocks of one size.
//!
//! A page is aligned to its size, so the page of a block is known from the
//! block's address. A page without a block in use goes back to the system,
//! where it can become a page of another size or part of something large.

use std::alloc::{GlobalAlloc, Layout, System, handle_alloc_error};
use std::cell::Cell;
use std::ptr::{self, NonNull};
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};

/// Sizes are multiples of this, and all blocks are aligned to it.
const GRAIN: usize = 8;
/// Larger blocks come from the system.
const LARGEST: usize = 512;
/// What pages are aligned to.
const PAGE: usize = 16 << 10;
/// What a page asks from the system. With the word that allocators of the
/// dlmalloc family put before each block it is [`PAGE`], so that page follows
/// page without a gap.
const TAKEN: usize = PAGE - size_of::<usize>();
/// Where the blocks of a page begin.
const FIRST: usize = size_of::<Page>().next_multiple_of(GRAIN);
/// Bytes of a page that are cut into blocks at once. A page that is hardly
/// used is hardly touched.
const CUT: usize = 512;

/// Bytes of all pages.
static PAGES: AtomicUsize = AtomicUsize::new(0);
/// How many pools there have been.
static POOLS: AtomicU32 = AtomicU32::new(0);

/// Bytes that are taken from the system for small blocks, in use or not.
pub(super) fn taken() -> usize {
    PAGES.load(Ordering::Relaxed)
}

/// The index of a block's size in a pool; `None` for blocks of the system.
#[inline(always)]
pub(super) fn index_of(layout: Layout) -> Option<usize> {
    let size = layout.size();
    (size.wrapping_sub(1) < LARGEST && layout.align() <= GRAIN).then(|| (size - 1) / GRAIN)
}

/// A free block holds the address of the next one.
struct Free(*mut Free);

/// What stands at the beginning of a page.
struct Page {
    /// Blocks that were freed or cut.
    free: *mut Free,
    /// Blocks in use, and one more while the page is its pool's current one.
    used: u32,
    /// The pool's number.
    owner: u32,
    /// Whether the pool looks here for blocks: the page is the current one or
    /// in the list. Otherwise it is full.
    is_at_hand: bool,
    index: u8,
    /// Offset of what was never cut.
    rest: u32,
    /// The pages of this size beside the current one that have free blocks.
    before: *mut Page,
    after: *mut Page,
}

/// The pages of one thread. A block that ends in another thread is lost, and
/// so is its page: values of programs stay in their thread.
pub(super) struct Pool {
    /// By size: the page that blocks of `(index + 1) * GRAIN` bytes come from.
    current: [Cell<*mut Page>; LARGEST / GRAIN],
    /// By size: the first of the other pages that have free blocks.
    listed: [Cell<*mut Page>; LARGEST / GRAIN],
    /// Its number, counted from 1; 0 before the first page.
    number: Cell<u32>,
}

thread_local! {
    pub(super) static POOL: Pool = const {
        Pool {
            current: [const { Cell::new(ptr::null_mut()) }; LARGEST / GRAIN],
            listed: [const { Cell::new(ptr::null_mut()) }; LARGEST / GRAIN],
            number: Cell::new(0),
        }
    };
}

#[expect(unsafe_code, reason = "an allocator deals in addresses")]
impl Pool {
    /// A block of this size. Without memory the run ends here: so few bytes are asked
    /// for everywhere, and who asks need not look at what comes back.
    #[inline(always)]
    pub(super) fn take(&self, index: usize) -> NonNull<u8> {
        let page = self.current.get(index).map_or(ptr::null_mut(), Cell::get);
        if page.is_null() {
            return self.take_from_next(index);
        }
        // SAFETY: the pool's pages are live, and only this thread uses them.
        match unsafe { Page::pop(page) } {
            Some(block) => block,
            None => self.take_from_next(index),
        }
    }

    /// # Safety
    /// `block` came from [`Pool::take`] and is not used again.
    #[inline(always)]
    pub(super) unsafe fn give(&self, block: *mut u8) {
        // The offset in the page is taken off, which keeps the provenance.
        let page: *mut Page = block.wrapping_sub(block.addr() % PAGE).cast();
        // SAFETY: a page is there as long as one of its blocks is in use, and
        // its owner and size never change. Only the owner's thread goes on.
        // A block has room for an address and is aligned for it.
        unsafe {
            if (*page).owner != self.number.get() {
                return;
            }
            let block: *mut Free = block.cast();
            block.write(Free((*page).free));
            (*page).free = block;
            (*page).used -= 1;
            if (*page).used == 0 || !(*page).is_at_hand {
                self.settle(page);
            }
        }
    }

    /// A block, where the current page is missing or has nothing cut.
    #[cold]
    #[inline(never)]
    fn take_from_next(&self, index: usize) -> NonNull<u8> {
        self.next_block(index)
            .unwrap_or_else(|| handle_alloc_error(PAGE_LAYOUT))
    }

    /// The same; `None` if there is no memory.
    fn next_block(&self, index: usize) -> Option<NonNull<u8>> {
        let (current, listed) = (self.current.get(index)?, self.listed.get(index)?);
        let mut page = current.get();
        // SAFETY: the pool's pages are live, and only this thread uses them.
        unsafe {
            if page.is_null() || !Page::cut(page) {
                let full = page;
                page = listed.get();
                if page.is_null() {
                    page = self.new_page(index);
                    if page.is_null() {
                        return None;
                    }
                } else {
                    self.unlist(page);
                }
                if !full.is_null() {
                    (*full).used -= 1;
                    (*full).is_at_hand = false;
                }
                (*page).used += 1;
                (*page).is_at_hand = true;
                current.set(page);
                if (*page).free.is_null() {
                    Page::cut(page);
                }
            }
            Page::pop(page)
        }
    }

    /// Looks after a page, not the current one, that had nothing free before
    /// or has nothing in use any more.
    ///
    /// # Safety
    /// The page is one of this pool.
    #[cold]
    #[inline(never)]
    unsafe fn settle(&self, page: *mut Page) {
        // SAFETY: as said; a page without a block in use and out of the list
        // is not known to anybody.
        unsafe {
            if (*page).used > 0 {
                self.list(page);
                return;
            }
            if (*page).is_at_hand {
                self.unlist(page);
            }
            PAGES.fetch_sub(PAGE, Ordering::Relaxed);
            System.dealloc(page.cast(), PAGE_LAYOUT);
        }
    }

    /// An empty page, null if there is no memory.
    fn new_page(&self, index: usize) -> *mut Page {
        if self.number.get() == 0 {
            self.number.set(POOLS.fetch_add(1, Ordering::Relaxed) + 1);
        }
        // SAFETY: the layout is not empty, and a page's head fits it.
        unsafe {
            let page: *mut Page = System.alloc(PAGE_LAYOUT).cast();
            if !page.is_null() {
                PAGES.fetch_add(PAGE, Ordering::Relaxed);
                page.write(Page {
                    free: ptr::null_mut(),
                    used: 0,
                    owner: self.number.get(),
                    is_at_hand: false,
                    index: index as u8,
                    rest: FIRST as u32,
                    before: ptr::null_mut(),
                    after: ptr::null_mut(),
                });
            }
            page
        }
    }

    /// # Safety
    /// The page is one of this pool and not in its list.
    unsafe fn list(&self, page: *mut Page) {
        // SAFETY: the pages in the list are live.
        unsafe {
            let Some(listed) = self.listed.get(usize::from((*page).index)) else {
                return;
            };
            let after = listed.get();
            (*page).is_at_hand = true;
            (*page).before = ptr::null_mut();
            (*page).after = after;
            if !after.is_null() {
                (*after).before = page;
            }
            listed.set(page);
        }
    }

    /// # Safety
    /// The page is in the list of this pool.
    unsafe fn unlist(&self, page: *mut Page) {
        // SAFETY: the pages in the list are live.
        unsafe {
            let (before, after) = ((*page).before, (*page).after);
            if !after.is_null() {
                (*after).before = before;
            }
            if !before.is_null() {
                (*before).after = after;
            } else if let Some(listed) = self.listed.get(usize::from((*page).index)) {
                listed.set(after);
            }
        }
    }
}

const PAGE_LAYOUT: Layout = match Layout::from_size_align(TAKEN, PAGE) {
    Ok(layout) => layout,
    Err(_) => Layout::new::<Page>(),
};

#[expect(unsafe_code, reason = "an allocator deals in addresses")]
impl Page {
    /// # Safety
    /// The page is live and of this thread.
    #[inline(always)]
    unsafe fn pop(page: *mut Page) -> Option<NonNull<u8>> {
        // SAFETY: what is in the list is a block that nobody uses, and its
        // first word is the next one.
        unsafe {
            let first = NonNull::new((*page).free)?;
            (*page).free = first.as_ref().0;
            (*page).used += 1;
            Some(first.cast())
        }
    }

    /// Cuts some more blocks, the lowest first in the list; whether there was
    /// room for any.
    ///
    /// # Safety
    /// The page is live and of this thread, and its list is empty.
    unsafe fn cut(page: *mut Page) -> bool {
        // SAFETY: the blocks lie in the page, where nothing was cut before.
        unsafe {
            let size = (usize::from((*page).index) + 1) * GRAIN;
            let rest = (*page).rest as usize;
            let count = ((TAKEN - rest) / size).min((CUT / size).max(1));
            let mut first = (*page).free;
            for block in (0..count).rev() {
                let block: *mut Free = page.cast::<u8>().add(rest + block * size).cast();
                block.write(Free(first));
                first = block;
            }
            (*page).free = first;
            (*page).rest = (rest + count * size) as u32;
            count > 0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Blocks of all sizes, taken and given in a mixed order.
    #[test]
    #[expect(unsafe_code, reason = "calls an allocator")]
    fn blocks_do_not_overlap_and_empty_pages_go_back() {
        let pages_of = |pool: &Pool| {
            let of = |pages: &[Cell<*mut Page>]| {
                pages.iter().filter(|page| !page.get().is_null()).count()
            };
            (of(&pool.current), of(&pool.listed))
        };
        // A thread of its own has a pool of its own.
        std::thread::spawn(move || {
            POOL.with(|pool| {
                let own = pages_of(pool).0;
                for round in 0..3_u8 {
                    let mut blocks: Vec<(usize, *mut u8)> = Vec::new();
                    for at in 0..40_000_usize {
                        let index = (at * 7 + usize::from(round)) % 64;
                        let block = pool.take(index).as_ptr();
                        assert!(block.addr().is_multiple_of(GRAIN));
                        // SAFETY: the block has that many bytes.
                        unsafe { ptr::write_bytes(block, index as u8, (index + 1) * GRAIN) };
                        blocks.push((index, block));
                    }
                    // Every third first, then the others.
                    let (first, then): (Vec<_>, Vec<_>) = blocks
                        .into_iter()
                        .enumerate()
                        .partition(|(at, _)| at % 3 == 0);
                    for (_, (index, block)) in first.into_iter().chain(then) {
                        // SAFETY: the block is in use, and given once.
                        unsafe {
                            for byte in 0..(index + 1) * GRAIN {
                                assert_eq!(*block.add(byte), index as u8);
                            }
                            pool.give(block);
                        }
                    }
                    let (current, listed) = pages_of(pool);
                    assert!(current <= 64 && own <= current);
                    assert!(listed <= own, "only the current pages are left");
                }
            });
        })
        .join()
        .expect("the thread ends well");
    }
}
