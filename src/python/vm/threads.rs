//! Threads of a program: stacks of frames, of which one runs. The others are
//! put aside; which is taken up next is for a higher floor to say.

use super::{Frame, NativeFrame, NativeLevel, Ret, Vm};
use crate::object::Value;
use coroscope_trace::{EntityId, EventIndex};
use std::mem;

/// What the machine keeps of a thread that does not run.
#[derive(Debug)]
pub struct ThreadState {
    stack: Vec<Frame>,
    handled: Value,
    floor: usize,
    running: EntityId,
    cause: EventIndex,
    repr_running: Vec<usize>,
    asyncgen_hooks: [Value; 2],
}

impl ThreadState {
    /// A thread that begins with this frame, as a consequence of `cause`.
    pub fn new(body: Box<dyn NativeFrame>, cause: EventIndex) -> ThreadState {
        let level = NativeLevel {
            code: body,
            inbox: None,
            ret: Ret::Discard,
            handled: Value::Undefined,
        };
        ThreadState {
            stack: vec![Frame::Native(Box::new(level))],
            handled: Value::Undefined,
            floor: 0,
            running: EntityId::MAIN,
            cause,
            repr_running: Vec::new(),
            asyncgen_hooks: [Value::None, Value::None],
        }
    }
}

impl Vm {
    /// Takes up `other`, which becomes the thread that ran until now. Only to
    /// be called between frames, by what a native frame gave as
    /// [`Step::Then`](super::Step::Then).
    pub fn swap_threads(&mut self, other: &mut ThreadState) {
        debug_assert!(self.pending.is_empty());
        self.caller = None;
        mem::swap(&mut self.stack, &mut other.stack);
        mem::swap(&mut self.handled, &mut other.handled);
        mem::swap(&mut self.floor, &mut other.floor);
        mem::swap(&mut self.repr_running, &mut other.repr_running);
        mem::swap(&mut self.asyncgen_hooks, &mut other.asyncgen_hooks);
        other.running = self.set_running_entity(other.running);
        other.cause = self.log.set_current(other.cause);
    }
}
