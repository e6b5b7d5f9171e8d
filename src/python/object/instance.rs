//! Objects of classes without a variant of their own in `Value`.

use super::{Class, DictObj, OwnDict, Place, Value, intern, registry};
use crate::code::{Code, Inlined, Positions};
use crate::collector::Contents;
use crate::vm::{GetSet, NativeResult, Resumed, Vm};
use std::any::Any;
use std::cell::{Cell, OnceCell, RefCell};
use std::fmt;
use std::ptr;
use std::rc::{Rc, Weak};

/// An object with a class, attributes, and perhaps something native inside.
#[derive(Debug)]
pub struct Instance {
    /// `__class__`
    pub class: RefCell<Rc<Class>>,
    /// Attributes.
    pub dict: OwnDict,
    /// Attributes named by `__slots__`.
    pub slots: OnceCell<Rc<DictObj>>,
    /// What is native about it.
    pub payload: Payload,
    /// Its end has been carried out once; `__del__` does not run again.
    pub finalized: Cell<bool>,
    /// See `vm::identity`.
    pub id: Cell<u32>,
    /// Weak references want to be told of its end.
    pub watched: Cell<bool>,
    /// For the collector.
    pub place: Place,
}

/// What an instance holds besides attributes.
pub enum Payload {
    /// Nothing.
    None,
    /// The value of the builtin type that the class derives from.
    Base(Value),
    /// An exception.
    Exception(Box<ExceptionData>),
    /// `property`: getter, setter, deleter, doc.
    Property(Box<RefCell<[Value; 4]>>),
    /// `staticmethod`
    StaticMethod(Box<Value>),
    /// `classmethod`
    ClassMethod(Box<Value>),
    /// `super`: the class after which lookup starts, the object, the object's class.
    Super(Box<(Rc<Class>, Value, Rc<Class>)>),
    /// A computed attribute of a builtin type, and the class it is of.
    GetSet(&'static GetSet, Weak<Class>),
    /// State of a library type written in Rust.
    Native(Box<dyn Native>),
}

/// State of a library type written in Rust.
pub trait Native: Any {
    /// For downcasts.
    fn as_any(&self) -> &dyn Any;

    /// For awaitables and iterators written in Rust: what `await` or `for`
    /// does with one when it resumes it. `None`: it is neither.
    fn resume(
        &self,
        _vm: &mut Vm,
        _me: &Rc<Instance>,
        _sent: Value,
    ) -> Option<Result<Resumed, Raise>> {
        None
    }

    /// How many items it holds, if its builtin `__len__` says that and its
    /// truth is that there are any.
    fn length(&self) -> Option<usize> {
        None
    }

    /// Whether `await` may drive the object itself through `resume` instead of
    /// calling `__await__`.
    fn is_own_awaitable(&self) -> bool {
        false
    }

    /// Adds every value that the state holds, once for each counted reference
    /// that is the state's own: what it shares with other Rust data does not
    /// count. The collector keeps what is left out alive for ever, and would
    /// end living objects if something were added once too often.
    fn contents(&self, _out: &mut Contents) {}

    /// Moves out the values held that can be: this breaks cycles. The object
    /// cannot be reached by the program any more.
    fn clear(&self, _out: &mut Vec<Value>) {}

    /// Moves the values held out into `out`, so that long chains of objects
    /// are dropped step by step. The state is dropped right after.
    fn release(&mut self, out: &mut Vec<Value>) {
        self.clear(out);
    }

    /// What it holds, by name, for people who look into the program.
    fn parts(&self) -> Vec<(String, Value)> {
        Vec::new()
    }

    /// For weak references: what to call when the target is gone.
    fn weak_callback(&self) -> Option<Value> {
        None
    }

    /// For weak references: forgets `target`; false if that was not the target.
    fn forget(&self, _target: &Value) -> bool {
        false
    }

    /// Called when the last reference is gone; `true` asks the machine to
    /// bring the object back for a moment and finalize it.
    fn wants_finalizer(&self) -> bool {
        false
    }

    /// What is to be done at the end of an object that asked for it. May push
    /// frames.
    fn finalize(&self, _vm: &mut Vm, _me: &Rc<Instance>) -> NativeResult {
        Ok(Value::None)
    }
}

impl fmt::Debug for Payload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Payload::None => "None",
            Payload::Base(_) => "Base",
            Payload::Exception(_) => "Exception",
            Payload::Property(_) => "Property",
            Payload::StaticMethod(_) => "StaticMethod",
            Payload::ClassMethod(_) => "ClassMethod",
            Payload::Super(..) => "Super",
            Payload::GetSet(..) => "GetSet",
            Payload::Native(_) => "Native",
        })
    }
}

/// One line of a traceback.
#[derive(Clone, Debug)]
pub struct TracebackEntry {
    /// The code that ran.
    pub code: Rc<Code>,
    /// Which instruction raised or called.
    pub instruction: u32,
    /// 0, or which of the code's inlined comprehensions this is about, counted
    /// from 1: to programs each is a function.
    pub within: u16,
}

impl TracebackEntry {
    /// An entry about code and none of its comprehensions.
    pub fn new(code: Rc<Code>, instruction: u32) -> TracebackEntry {
        TracebackEntry {
            code,
            instruction,
            within: 0,
        }
    }

    /// What an instruction of `code` adds to a traceback whose entries come
    /// innermost first: an entry for each comprehension that it is part of,
    /// and one for the code.
    pub fn add_to(entries: &mut Vec<TracebackEntry>, code: &Rc<Code>, instruction: u32) {
        let mut at = instruction;
        for (index, inlined) in code.inlined_at(instruction) {
            entries.push(TracebackEntry {
                code: Rc::clone(code),
                instruction: at,
                within: u16::try_from(index + 1).unwrap_or_default(),
            });
            at = inlined.start;
        }
        entries.push(TracebackEntry::new(Rc::clone(code), at));
    }

    /// The comprehension that this is about.
    fn inlined(&self) -> Option<&Inlined> {
        let index = usize::from(self.within).checked_sub(1)?;
        self.code.inlined.get(index)
    }

    /// `co_name`
    pub fn name(&self) -> &str {
        match self.inlined() {
            Some(inlined) => inlined.name,
            None => self.code.name.as_str(),
        }
    }

    /// The code as programs see it, and the instruction in it: a comprehension
    /// has code of its own.
    pub fn shown_code(&self) -> (Rc<Code>, u32) {
        let Some(inlined) = self.inlined() else {
            return (Rc::clone(&self.code), self.instruction);
        };
        let around = self.code.qualname.as_str();
        let qualname = match (around, self.code.has_namespace) {
            ("<module>", true) => inlined.name.to_owned(),
            (_, true) => format!("{around}.{}", inlined.name),
            _ => format!("{around}.<locals>.{}", inlined.name),
        };
        let file = Rc::clone(&self.code.file);
        let mut code = Code::empty(intern(inlined.name), intern(&qualname), file);
        let position = |at: u32| self.code.positions.get(at as usize).unwrap_or_default();
        code.first_line = position(inlined.start).line;
        code.positions = Positions::Known(vec![position(self.instruction)]);
        (Rc::new(code), 0)
    }
}

/// What every exception holds.
#[derive(Debug, Default)]
pub struct ExceptionData {
    /// `args`, a tuple.
    pub args: RefCell<Value>,
    /// The value of StopIteration, the code of SystemExit, the members of a
    /// group (a tuple); else `Undefined`.
    pub value: RefCell<Value>,
    /// `__cause__`, an exception or `Undefined`.
    pub cause: RefCell<Value>,
    /// `__context__`, an exception or `Undefined`.
    pub context: RefCell<Value>,
    /// `__suppress_context__`
    pub suppress_context: Cell<bool>,
    /// Innermost frame last, as `__traceback__` shows it first.
    pub traceback: RefCell<Vec<TracebackEntry>>,
    /// The frames that it has left, innermost first.
    pub left: RefCell<Vec<LeftFrame>>,
}

/// The variables of a frame that an exception has left: they live as long as its
/// traceback tells of the frame.
#[derive(Debug)]
pub struct LeftFrame {
    /// How many entries the traceback had with that of the frame.
    entries: usize,
    /// Those whose end may be visible.
    pub variables: Box<[Value]>,
}

impl ExceptionData {
    /// Keeps the variables of a frame that the exception leaves.
    pub(crate) fn leave(&self, variables: Box<[Value]>) {
        let entries = self.traceback.borrow().len();
        self.left
            .borrow_mut()
            .push(LeftFrame { entries, variables });
    }

    /// Gives it another traceback, and lets go of frames that are no longer in it.
    pub fn set_traceback(&self, entries: Vec<TracebackEntry>) {
        let most = entries.len();
        *self.traceback.borrow_mut() = entries;
        let mut left = self.left.borrow_mut();
        let kept = left.partition_point(|frame| frame.entries <= most);
        let gone = left.split_off(kept);
        drop(left);
        drop(gone);
    }
}

/// A raised exception.
#[derive(Clone, Debug)]
pub struct Raise(pub Rc<Instance>);

impl Raise {
    /// As a value.
    pub fn value(&self) -> Value {
        Value::Instance(Rc::clone(&self.0))
    }

    /// What the exception holds.
    pub fn data(&self) -> Option<&ExceptionData> {
        self.0.exception()
    }

    /// Its class.
    pub fn class(&self) -> Rc<Class> {
        self.0.class()
    }
}

impl Instance {
    /// An instance without attributes.
    pub fn new(class: Rc<Class>, payload: Payload) -> Rc<Instance> {
        Instance::with_dict(class, payload, OwnDict::default(), false)
    }

    /// An instance with these attributes; `finalized`: its `__del__` has run.
    pub(crate) fn with_dict(
        class: Rc<Class>,
        payload: Payload,
        dict: OwnDict,
        finalized: bool,
    ) -> Rc<Instance> {
        registry::make(Instance {
            class: RefCell::new(class),
            dict,
            slots: OnceCell::new(),
            payload,
            finalized: Cell::new(finalized),
            id: Cell::new(0),
            watched: Cell::new(false),
            place: Place::default(),
        })
    }

    /// The class.
    pub fn class(&self) -> Rc<Class> {
        Rc::clone(&self.class.borrow())
    }

    /// The attributes, made on first use.
    pub fn dict(&self) -> Rc<DictObj> {
        self.dict.get_or_make()
    }

    /// What the instance holds as an exception.
    pub fn exception(&self) -> Option<&ExceptionData> {
        match &self.payload {
            Payload::Exception(data) => Some(data),
            _ => None,
        }
    }

    /// How many items a native container holds whose class is the builtin one:
    /// no `__len__` or `__bool__` of the program's can say otherwise.
    #[inline]
    pub fn builtin_length(&self) -> Option<usize> {
        match &self.payload {
            Payload::Native(state) if self.class.borrow().is_builtin => state.length(),
            _ => None,
        }
    }

    /// Native state of this type.
    #[inline]
    #[expect(unsafe_code, reason = "a downcast that calls nothing")]
    pub fn native<T: Native>(&self) -> Option<&T> {
        let Payload::Native(state) = &self.payload else {
            return None;
        };
        let state = &**state;
        let as_if: *const dyn Native = ptr::from_ref(state).cast::<T>();
        // The addresses are the same, so that this compares the tables of methods. Those of
        // two types differ: each has the method that tells its type. One type may have several.
        if ptr::eq(state, as_if) {
            // SAFETY: the table of methods is that of `T`.
            return Some(unsafe { &*ptr::from_ref(state).cast::<T>() });
        }
        (state as &dyn Any).downcast_ref()
    }
}
