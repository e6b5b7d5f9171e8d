//! Frames: calls in progress, on the heap.

use crate::code::{Code, ExceptionRange, Instr, Reg};
use crate::object::{DictObj, Function, Generator, Raise, Value};
use coroscope_trace::EntityId;
use std::fmt;
use std::rc::Rc;

/// What becomes of the result of a frame in the frame below it.
#[derive(Clone, Debug, Default)]
pub enum Ret {
    /// Nothing: the result is dropped.
    #[default]
    Discard,
    /// Goes into a register; a call has taken its arguments out of theirs.
    Reg(Reg),
    /// Goes into a register in place of an operand, whose end may be visible.
    InPlaceOf(Reg),
    /// Its truth decides a jump: taken to `target` if it equals `jump_if`.
    Jump {
        /// Truth that jumps.
        jump_if: bool,
        /// Where to.
        target: u32,
    },
    /// The negation of its truth goes into a register.
    Not(Reg),
    /// Its truth goes into a register as a bool.
    Truth(Reg),
    /// The call was `__next__` of a `for`: the item goes into a register,
    /// StopIteration clears the iterator and skips.
    ForNext {
        /// Receives the item.
        d: Reg,
        /// The iterator.
        iter: Reg,
        /// Distance of the jump on exhaustion.
        skip: u16,
    },
    /// The frame is a call of `__next__`, `send` or `throw` of an iterator that a
    /// `Delegate` waits for: what it returns is yielded on, StopIteration ends
    /// the delegation.
    DelegateCall {
        /// Receives the result.
        d: Reg,
        /// The sub-iterator.
        iter: Reg,
    },
    /// The frame is the generator that a `Delegate` waits for.
    Delegate {
        /// Receives the result.
        d: Reg,
        /// The sub-iterator.
        iter: Reg,
        /// An exception was thrown into it from outside: what it raises gets
        /// the one that the delegating frame handles as its context.
        is_thrown: bool,
    },
    /// The native frame below takes the outcome.
    Native,
}

/// What came of a frame, as told to a native frame below it.
#[derive(Debug)]
pub enum Outcome {
    /// It returned.
    Returned(Value),
    /// It is a generator and yielded.
    Yielded(Value),
    /// It raised.
    Raised(Raise),
}

/// A running or suspended piece of Python code.
#[derive(Debug)]
pub struct PyFrame {
    /// The code.
    pub code: Rc<Code>,
    /// The function that runs: its globals and closure.
    pub function: Rc<Function>,
    /// Index of the next instruction; while a call is in progress, the one behind the call.
    pub pc: u32,
    /// The registers.
    pub registers: Vec<Value>,
    /// The namespace of a class body, or of a module if it is not the globals.
    pub namespace: Option<Box<Namespace>>,
    /// What becomes of the result.
    pub ret: Ret,
    /// The generator whose body this is.
    pub generator: Option<Rc<Generator>>,
    /// While a generator's frame runs: the exception that was being handled
    /// by whoever resumed it. While suspended: the one being handled inside.
    pub handled: Value,
    /// What a caller gets instead of the result, which must be None: the object
    /// that a class's `__init__` prepares, the module that its body fills.
    pub makes: Value,
    /// Register that receives what the generator is sent.
    pub resume_register: Reg,
    /// It stands at an `await` whose coroutine was spared, see [`super::Folded`]: the
    /// function of that is in `resume_register`.
    pub awaits_folded: bool,
    /// In a generator: a clause handles the very exception that its resumer handles.
    pub handles_thrown: bool,
    /// The number that the coroutine which was spared has in the log; it says nothing
    /// while nothing is recorded.
    pub folded_entity: EntityId,
}

/// Where the names of a frame live that are no variables of a function.
#[derive(Debug)]
pub struct Namespace {
    /// The names.
    pub names: Rc<DictObj>,
    /// The object that `__prepare__` gave, if it is of a class derived from
    /// dict: `names` is the dict inside of it, and names are stored by its
    /// `__setitem__`. Otherwise `Undefined`.
    pub mapping: Value,
}

impl PyFrame {
    /// The namespace of a class body, or of a module if it is not the globals.
    pub fn namespace(&self) -> Option<&Rc<DictObj>> {
        self.namespace.as_ref().map(|own| &own.names)
    }

    /// See [`Namespace::mapping`].
    pub(crate) fn mapping(&self) -> Option<&Value> {
        let own = self.namespace.as_ref()?;
        Some(&own.mapping).filter(|mapping| !mapping.is_undefined())
    }

    /// The instruction that it is at, for a frame that waits for a call. At the start of
    /// a handler that is still the one that raised: what intermediate values held ends there.
    pub(crate) fn stands_at(&self) -> u32 {
        let at = self.pc.saturating_sub(1);
        let Some(Instr::ClearRange { .. }) = self.code.instructions.get(at as usize) else {
            return at;
        };
        let caught = |range: &ExceptionRange| self.registers.get(usize::from(range.exception));
        let mut ranges = self.code.exceptions.iter();
        let exception = ranges.find(|range| range.handler == at).and_then(caught);
        let Some(Value::Instance(exception)) = exception else {
            return at;
        };
        let data = exception.exception();
        let last = data.and_then(|data| data.traceback.borrow().last().cloned());
        match last {
            Some(last) if Rc::ptr_eq(&last.code, &self.code) => last.instruction,
            _ => at,
        }
    }

    /// Lets names live in a namespace of the frame's own.
    pub(crate) fn set_namespace(&mut self, names: Rc<DictObj>, mapping: Value) {
        self.namespace = Some(Box::new(Namespace { names, mapping }));
    }
}

/// A piece of native code that waits for calls it makes into Python.
pub trait NativeFrame {
    /// Goes on after the outcome of the frame it pushed last, or starts
    /// (`None`). It may push one frame and answer `Wait`.
    fn resume(&mut self, vm: &mut super::Vm, outcome: Option<Outcome>) -> Step;

    /// What it yields as an element of the await chain; for tracebacks and views.
    fn name(&self) -> &'static str;
}

/// What a native frame wants after it was resumed.
#[derive(Debug)]
pub enum Step {
    /// It pushed a frame and wants its outcome.
    Wait,
    /// It is done.
    Return(Value),
    /// It is done with an exception.
    Raise(Raise),
    /// It waits, and something is to be done when it lies on the stack again:
    /// another thread may be taken up.
    Then(fn(&mut super::Vm)),
    /// Nothing to do now: the machine should stop running (and may be run
    /// again later, which resumes this frame with no outcome).
    Pause,
}

/// One level of the stack.
pub enum Frame {
    /// Python code.
    Python(Box<PyFrame>),
    /// Native code.
    Native(Box<NativeLevel>),
}

/// A native frame on the stack.
pub struct NativeLevel {
    /// The code.
    pub code: Box<dyn NativeFrame>,
    /// Outcome of the frame it waits for, once there is one.
    pub inbox: Option<Outcome>,
    /// What becomes of its result.
    pub ret: Ret,
    /// The exception that was being handled when it was pushed.
    pub handled: Value,
}

impl Frame {
    /// Says what becomes of the frame's result.
    pub fn set_ret(&mut self, ret: Ret) {
        match self {
            Frame::Python(frame) => frame.ret = ret,
            Frame::Native(level) => level.ret = ret,
        }
    }
}

impl fmt::Debug for Frame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Frame::Python(frame) => write!(f, "Python({})", frame.code.qualname),
            Frame::Native(level) => write!(f, "Native({})", level.code.name()),
        }
    }
}
