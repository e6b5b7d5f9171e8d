//! The memory in which events leave the engine. Memory that was never touched
//! costs twice what the copying does, so who has read many events may give
//! their buffer back, and the next ones go into it.

use coroscope_session::message::LENT_FROM;
use coroscope_trace::Taken;
use js_sys::{ArrayBuffer, Uint8Array};
use std::cell::RefCell;

/// Bytes of the largest buffer that is kept.
const LARGEST_KEPT: u32 = 64 << 20;

/// Lends one buffer at a time.
#[derive(Default)]
pub(crate) struct Lender {
    spare: RefCell<Option<ArrayBuffer>>,
}

impl Lender {
    /// A copy of these bytes, which may be a part of its buffer only.
    pub(crate) fn copied(&self, events: &Taken) -> Uint8Array {
        let length = events.byte_len() as u32;
        let fits = |spare: &mut ArrayBuffer| (LENT_FROM..=spare.byte_length()).contains(&length);
        match self.spare.borrow_mut().take_if(fits) {
            Some(spare) => fill(
                Uint8Array::new_with_byte_offset_and_length(&spare, 0, length),
                events,
            ),
            None => copied(events),
        }
    }

    /// Takes back a buffer that nobody else has.
    pub(crate) fn take_back(&self, buffer: ArrayBuffer) {
        if buffer.byte_length() <= LARGEST_KEPT {
            self.spare.replace(Some(buffer));
        }
    }
}

/// A copy of these bytes in memory of its own.
pub(crate) fn copied(events: &Taken) -> Uint8Array {
    fill(
        Uint8Array::new_with_length(events.byte_len() as u32),
        events,
    )
}

fn fill(bytes: Uint8Array, events: &Taken) -> Uint8Array {
    let mut from = 0;
    for part in events.parts() {
        let to = from + part.len() as u32;
        bytes.subarray(from, to).copy_from(part);
        from = to;
    }
    bytes
}
