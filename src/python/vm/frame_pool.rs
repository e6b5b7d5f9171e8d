//! Frames that are over, kept for the calls to come.
//!
//! Calls are frequent and the allocator of wasm is slow, so the boxes of
//! finished frames are used again, together with their registers.

use super::{PyFrame, Ret};
use crate::code::{Code, NO_REG};
use crate::object::{Function, Value};
use coroscope_trace::EntityId;
use std::mem::{self, MaybeUninit};
use std::ptr;
use std::rc::Rc;

/// How many finished frames are kept.
const SPARE: usize = 64;

/// The finished frames that are kept. Of their fields `code` and `function` are
/// uninitialised; all others are as a new frame has them, and every register
/// is `Undefined`.
#[derive(Debug, Default)]
#[expect(
    clippy::vec_box,
    reason = "the boxes themselves are what is kept for reuse"
)]
pub(crate) struct FramePool {
    spare: Vec<Box<MaybeUninit<PyFrame>>>,
}

impl FramePool {
    /// A frame about to run the function's code, its registers `Undefined`.
    #[inline(always)]
    #[expect(unsafe_code, reason = "a spare frame lacks two fields")]
    pub(crate) fn take(&mut self, function: Rc<Function>) -> Box<PyFrame> {
        // No stub: whoever binds arguments has read the code.
        let code = Rc::clone(&function.code.borrow());
        let count = usize::from(code.register_count);
        let Some(mut place) = self.spare.pop() else {
            return new_frame(code, function, count);
        };
        // SAFETY: the two fields written here are the
        // only ones that are uninitialised.
        let mut frame = unsafe {
            let inner = place.as_mut_ptr();
            ptr::addr_of_mut!((*inner).code).write(code);
            ptr::addr_of_mut!((*inner).function).write(function);
            place.assume_init()
        };
        let registers = &mut frame.registers;
        if registers.len() != count {
            if count <= registers.capacity() {
                // SAFETY: there is room for so many, those behind the end are
                // written here, and an `Undefined` needs no drop.
                unsafe {
                    for place in registers.len()..count {
                        registers.as_mut_ptr().add(place).write(Value::Undefined);
                    }
                    registers.set_len(count);
                }
            } else {
                lengthen(registers, count);
            }
        }
        frame
    }

    /// A frame is over: what it holds is dropped, the registers first.
    #[inline(never)]
    pub(crate) fn give(&mut self, mut frame: Box<PyFrame>) {
        let (generator, handled) = (frame.generator.take(), frame.handled.take());
        let makes = frame.makes.take();
        self.give_called(frame);
        drop((generator, handled, makes));
    }

    /// The same for a frame that no generator runs in and that makes no object.
    #[inline(always)]
    pub(crate) fn give_called(&mut self, mut frame: Box<PyFrame>) {
        clear(&mut frame.registers);
        self.keep(frame);
    }

    /// The same for a frame that has not run: only its first `used` registers have
    /// been written, and those of free variables.
    #[inline(always)]
    pub(crate) fn give_unused(&mut self, mut frame: Box<PyFrame>, used: usize) {
        match frame.registers.get_mut(..used) {
            Some(used) if frame.code.free_count == 0 => clear(used),
            _ => clear(&mut frame.registers),
        }
        debug_assert!(frame.registers.iter().all(Value::is_undefined));
        self.keep(frame);
    }

    #[inline(always)]
    #[expect(unsafe_code, reason = "a box cannot be emptied in part otherwise")]
    fn keep(&mut self, mut frame: Box<PyFrame>) {
        debug_assert!(
            frame.generator.is_none() && frame.handled.is_undefined() && frame.makes.is_undefined()
        );
        if self.spare.len() >= SPARE {
            return;
        }
        frame.pc = 0;
        frame.resume_register = NO_REG;
        frame.awaits_folded = false;
        frame.handles_thrown = false;
        frame.ret = Ret::Discard;
        if frame.namespace.is_some() {
            frame.namespace = None;
        }
        // SAFETY: both fields are initialised and never read again before
        // `take` writes them: the box's type no longer says they are there.
        let place = unsafe {
            let inner = Box::into_raw(frame);
            ptr::drop_in_place(ptr::addr_of_mut!((*inner).code));
            ptr::drop_in_place(ptr::addr_of_mut!((*inner).function));
            Box::from_raw(inner.cast::<MaybeUninit<PyFrame>>())
        };
        self.spare.push(place);
    }

    /// Lets go of all frames kept.
    #[expect(unsafe_code, reason = "only the registers of a spare frame own memory")]
    pub(crate) fn clear(&mut self) {
        for mut place in self.spare.drain(..) {
            // SAFETY: `registers` is initialised; the other initialised fields
            // hold nothing that needs a drop.
            unsafe { ptr::drop_in_place(ptr::addr_of_mut!((*place.as_mut_ptr()).registers)) }
        }
    }
}

impl Drop for FramePool {
    fn drop(&mut self) {
        self.clear();
    }
}

/// Drops what is in registers.
#[inline(always)]
pub(super) fn clear(registers: &mut [Value]) {
    for register in registers {
        if register.is_plain() {
            // Nothing to drop, which assignment would find out by a call.
            mem::forget(mem::take(register));
        } else {
            *register = Value::Undefined;
        }
    }
}

#[cold]
fn new_frame(code: Rc<Code>, function: Rc<Function>, count: usize) -> Box<PyFrame> {
    let mut registers = Vec::new();
    lengthen(&mut registers, count);
    Box::new(PyFrame {
        code,
        function,
        pc: 0,
        registers,
        namespace: None,
        ret: Ret::Discard,
        generator: None,
        handled: Value::Undefined,
        makes: Value::Undefined,
        resume_register: NO_REG,
        awaits_folded: false,
        handles_thrown: false,
        folded_entity: EntityId::MAIN,
    })
}

#[cold]
fn lengthen(registers: &mut Vec<Value>, count: usize) {
    registers.reserve_exact(count.saturating_sub(registers.len()));
    // `resize` would clone a value for each register.
    registers.resize_with(count, || Value::Undefined);
}
