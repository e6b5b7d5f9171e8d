//! The machine: a stackless interpreter of code objects.
//!
//! A call in Python never recurses on Rust's stack. Frames are heap data on
//! [`Vm::stack`]; native code that needs Python code to run first pushes
//! frames (see [`native`]) or is written as an `async` function (see [`cx`]).

mod arith;
mod attr;
mod await_chain;
mod awaitables;
pub(crate) mod awaited;
mod bind;
mod cache;
mod call;
mod class_build;
mod class_layout;
mod compare;
mod contains;
mod cx;
mod data_descriptors;
mod display;
mod errors;
mod expected;
mod fast;
mod finalize;
mod folded;
mod frame;
mod frame_pool;
mod generator;
mod identity;
mod import;
mod import_path;
mod in_rust;
mod items;
mod iterate;
mod keywords;
mod late_method;
mod lazy_names;
mod leave;
mod length_hint;
mod library_class;
mod limits;
pub mod logging;
mod loops;
mod make_function;
mod mapping_names;
mod matching;
mod named;
mod names;
mod native;
mod origin;
mod protocol;
mod raise;
mod receiver;
mod repr;
mod run;
mod shortcut;
mod shutdown;
mod simple_compare;
mod simple_hash;
mod sites;
mod slow;
mod slow_collections;
mod slow_names;
mod stack;
mod standard_input;
mod threads;
mod throw;
mod transcript;
mod type_names;
mod types;
mod unpacking;
mod unwind;
pub(crate) mod weak;
mod worded_in_c;

pub use attr::GetSet;
pub use await_chain::{AwaitFrame, AwaitFrames};
pub use awaited::{Apart, Started};
pub(crate) use compare::builtin_side;
pub use cx::Cx;
pub(crate) use finalize::{Ended, announce, carry_out};
pub use finalize::{drop_deep, finalizers_waiting};
pub use folded::Folded;
pub use frame::{Frame, NativeFrame, NativeLevel, Outcome, PyFrame, Ret, Step};
pub use generator::Resumed;
pub(crate) use generator::pass_yield;
pub use import::NativeModule;
pub(crate) use import::{import_absolute, put_in_order};
pub use in_rust::{InRust, Resume, RustBody, Taken};
pub use iterate::Next;
pub(crate) use iterate::dict_item;
pub use library_class::allow_attributes;
pub(crate) use limits::ITEMS_PER_ROUND;
pub(crate) use loops::Loop;
pub use named::{Fields, Named};
pub use names::{NameFields, Names};
pub use native::{ArgVec, Args, NativeResult};
pub(crate) use shutdown::settle;
pub use stack::RunStatus;
pub use standard_input::InputLine;
pub use threads::ThreadState;
pub use transcript::TypedUnit;
pub(crate) use types::new_builtin;
pub use types::{TypeFields, Types};
pub use weak::WeakValue;

use crate::library::Library;
use crate::object::{Class, DictObj, Instance, Raise, Value};
use cache::AttrCache;
use coroscope_trace::old_spelling::OldSpelling;
use coroscope_trace::{Limits, Log, Place};
use frame_pool::FramePool;
use rustc_hash::FxHashMap;
use std::any::{Any, TypeId};
use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::ptr::NonNull;
use std::rc::{Rc, Weak};

/// What a run is started with.
#[derive(Clone, Debug)]
pub struct VmOptions {
    /// Whether events are recorded.
    pub record: bool,
    /// How many events may be recorded.
    pub limits: Limits,
    /// How many instructions the whole run may take.
    pub max_instructions: u64,
    /// Bytes that the run may allocate.
    pub max_memory: usize,
    /// Bytes of output.
    pub max_output: usize,
    /// Seed of `random`.
    pub seed: u64,
    /// Whether each line that is reached is an event.
    pub lines: bool,
    /// Whether asyncio's loops start in debug mode.
    pub debug: bool,
    /// The modules written in Python.
    pub library: Library,
    /// Whether everything that the library says in Python runs as that, also
    /// what is in Rust besides (see [`InRust`]). Its frames can then be looked
    /// at; the log is the same.
    pub library_as_text: bool,
}

impl Default for VmOptions {
    fn default() -> VmOptions {
        VmOptions {
            record: false,
            limits: Limits::default(),
            max_instructions: u64::MAX,
            max_memory: 1 << 30,
            max_output: 64 << 20,
            seed: 0,
            lines: true,
            debug: false,
            library: Library::default(),
            library_as_text: false,
        }
    }
}

/// Why a run ended before its program was through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// `VmOptions::max_instructions`
    Instructions,
    /// `VmOptions::max_memory`
    Memory,
    /// `VmOptions::max_output`
    Output,
    /// Nothing can ever run again: every task waits for another.
    Deadlock,
    /// The host's wish.
    Asked,
    /// `os._exit(status)`
    Left(u8),
}

/// Depth at which `RecursionError` is raised, as in CPython.
const RECURSION_LIMIT: usize = 1000;

/// The machine: everything that a run has. Dropping it lets go of the whole
/// heap of the run.
pub struct Vm {
    /// The builtin classes.
    pub types: Types,
    /// Names the machine looks up.
    pub names: Names,
    /// Namespace of the module `builtins`.
    pub builtins: Rc<DictObj>,
    /// `sys.modules`
    pub modules: Rc<DictObj>,
    /// The event log, which also takes the output.
    pub log: Log,
    /// What the run was started with.
    pub options: VmOptions,
    /// Frames that may be below the running one: `sys.getrecursionlimit() - 1`.
    pub most_below: usize,
    /// Calls in progress, outermost first. While a Python frame runs, it is not here.
    pub(crate) stack: Vec<Frame>,
    /// Frames that native code wants pushed, outermost first.
    pub(crate) pending: Vec<Frame>,
    /// The exception being handled (`sys.exc_info`), or `Undefined`.
    pub(crate) handled: Value,
    /// An exception that was thrown into a generator and has just left it: on its
    /// way through the caller of `throw` it gets no other context.
    pub(crate) passing: Weak<Instance>,
    /// Instructions that may still run before the host is asked again.
    pub(crate) fuel: Cell<i64>,
    /// Instructions of the run so far, up to the last refill of `fuel`.
    pub(crate) spent: u64,
    pub(crate) frames: FramePool,
    /// A coroutine that is over and that nobody has, for the next one in Rust.
    pub(crate) spare_coroutine: Option<Rc<crate::object::Generator>>,
    loops: loops::Loops,
    /// Bytes that the last collection for want of memory left, or the least that
    /// were in use since.
    pub(crate) left_by_relief: Cell<usize>,
    pub(crate) attr_cache: AttrCache,
    /// Methods of builtin classes that sites have found, see `sites.rs`.
    pub(crate) found_methods: Vec<Value>,
    pub(crate) result: Option<Outcome>,
    pub(crate) native_modules: FxHashMap<&'static str, NativeModule>,
    /// Nothing may be caught any more: the run was stopped by a budget.
    pub(crate) fatal: bool,
    /// The Python frame that native code is serving. It points into the box of
    /// the running frame, which the dispatch loop holds, or of one on the stack.
    pub(crate) caller: Option<NonNull<PyFrame>>,
    /// Whether the shortcut called last was so by an instruction of that frame.
    pub(crate) called_by_instruction: bool,
    /// Frames below this depth are not the doers of what happens now: a loop
    /// that they started runs a handle.
    pub(crate) floor: usize,
    /// On whose behalf code runs.
    pub(crate) running: Cell<coroscope_trace::EntityId>,
    /// The dispatch loop ended for the host to be asked before anything goes on.
    pub(crate) gives_way: bool,
    /// MemoryError was raised since the host last let the machine run.
    pub(crate) memory_told: bool,
    /// Why the run was stopped, if a budget stopped it.
    pub stopped: Option<Stop>,
    /// `sys.set_asyncgen_hooks`: first iteration, finalizer.
    pub asyncgen_hooks: [Value; 2],
    /// `sys.set_coroutine_origin_tracking_depth`
    pub(crate) origin_depth: usize,
    /// What `tracemalloc` was told to do.
    pub(crate) allocations: origin::Allocations,
    /// `interrupt` was called: at the next occasion the program hears of it.
    pub(crate) interrupted: bool,
    /// The builtin classes are filled: what is looked up in them may be kept.
    pub(crate) is_made: bool,
    /// See `take_caught_place`.
    pub(crate) caught_at: coroscope_trace::Place,
    /// What `atexit.register` was given, in order.
    pub(crate) exit_functions: Vec<(Value, Args)>,
    /// What `sys.addaudithook` was given, in order.
    pub(crate) audit_hooks: Vec<Value>,
    /// The program's texts by file name, the last one compiled for each.
    pub(crate) sources: HashMap<Box<str>, Rc<str>>,
    pub(crate) next_id: Cell<u32>,
    /// Tells the machines of a thread apart; never 0.
    pub(crate) number: u32,
    pub(crate) other_ids: RefCell<HashMap<usize, (u32, Value)>>,
    /// Containers whose repr is being made, by address.
    pub(crate) repr_running: Vec<usize>,
    /// What higher floors do at the end of a run, in the order of asking.
    pub(crate) shutdown_hooks: Vec<fn(&mut Vm) -> NativeResult>,
    /// Gives the lines of standard input; without it there are none.
    pub input: Option<Box<dyn FnMut() -> InputLine>>,
    /// The machine stands still for a line of standard input.
    pub awaits_input: bool,
    /// The hints that were given, see `Vm::hint`.
    pub(crate) hinted: HashSet<(OldSpelling, Place)>,
    /// Levels of native code on Rust's stack, see `limits.rs`.
    pub(crate) native_depth: Rc<Cell<u32>>,
    /// A few, asked for often.
    extensions: Vec<(TypeId, Rc<dyn Any>)>,
    /// Which of them was asked for last.
    latest_extension: Cell<usize>,
}

fn next_number() -> u32 {
    thread_local! {
        static LAST: Cell<u32> = const { Cell::new(0) };
    }
    LAST.with(|last| {
        last.set(last.get().wrapping_add(1).max(1));
        last.get()
    })
}

impl fmt::Debug for Vm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Vm")
            .field("stack", &self.stack)
            .finish_non_exhaustive()
    }
}

impl Vm {
    /// A machine with builtins and nothing to run.
    pub fn new(options: VmOptions) -> Vm {
        crate::number::int_text::set_digit_limit(crate::number::int_text::MOST_DIGITS);
        let mut vm = Vm {
            types: Types::without_attributes(),
            names: Names::default(),
            builtins: DictObj::empty(),
            modules: DictObj::empty(),
            log: Log::new(options.record, options.limits),
            options,
            most_below: RECURSION_LIMIT - 1,
            stack: Vec::new(),
            pending: Vec::new(),
            handled: Value::Undefined,
            passing: Weak::new(),
            fuel: Cell::new(0),
            spent: 0,
            frames: FramePool::default(),
            spare_coroutine: None,
            loops: loops::Loops::default(),
            left_by_relief: Cell::new(0),
            attr_cache: AttrCache::default(),
            found_methods: Vec::new(),
            result: None,
            native_modules: FxHashMap::default(),
            fatal: false,
            caller: None,
            called_by_instruction: false,
            floor: 0,
            running: Cell::new(coroscope_trace::EntityId::MAIN),
            gives_way: false,
            memory_told: false,
            stopped: None,
            origin_depth: 0,
            allocations: origin::Allocations::default(),
            asyncgen_hooks: [Value::None, Value::None],
            interrupted: false,
            is_made: false,
            caught_at: coroscope_trace::Place::NONE,
            exit_functions: Vec::new(),
            audit_hooks: Vec::new(),
            input: None,
            awaits_input: false,
            sources: HashMap::new(),
            next_id: Cell::new(0),
            number: next_number(),
            other_ids: RefCell::default(),
            repr_running: Vec::new(),
            shutdown_hooks: Vec::new(),
            hinted: HashSet::new(),
            native_depth: Rc::default(),
            extensions: Vec::new(),
            latest_extension: Cell::new(0),
        };
        crate::builtins::install(&mut vm);
        crate::modules::install(&mut vm);
        transcript::install(&mut vm);
        vm.is_made = true;
        vm.types.object.touch();
        vm
    }

    /// State that a higher floor keeps with the machine, one of each type.
    #[expect(unsafe_code, reason = "a downcast would find the type out once more")]
    pub fn extension<T: Any>(&self) -> Option<Rc<T>> {
        let is_asked = |(id, _): &(TypeId, Rc<dyn Any>)| *id == TypeId::of::<T>();
        // Nearly always somebody asks for the same one again.
        let latest = self.extensions.get(self.latest_extension.get());
        let state = match latest.filter(|kept| is_asked(kept)) {
            Some((_, state)) => state,
            None => {
                let place = self.extensions.iter().position(is_asked)?;
                self.latest_extension.set(place);
                &self.extensions.get(place)?.1
            }
        };
        // SAFETY: what is kept under the number of a type is of that type.
        Some(unsafe { Rc::from_raw(Rc::into_raw(Rc::clone(state)).cast::<T>()) })
    }

    /// Puts such state in place.
    pub fn set_extension<T: Any>(&mut self, state: Rc<T>) {
        let id = TypeId::of::<T>();
        self.extensions.retain(|(known, _)| *known != id);
        self.extensions.push((id, state));
    }

    /// Has something done at the end of the run, when the program's globals are
    /// gone. What it raises is dropped.
    pub fn at_shutdown(&mut self, hook: fn(&mut Vm) -> NativeResult) {
        self.shutdown_hooks.push(hook);
    }

    /// The class of any value.
    pub fn class_of(&self, value: &Value) -> Rc<Class> {
        match self.builtin_class_of(value) {
            Some(class) => Rc::clone(class),
            None => match value {
                Value::Instance(instance) => instance.class(),
                Value::Native(function) => self.native_function_class(function),
                Value::Iter(iterator) => self.iterator_class(&iterator.state.borrow()),
                _ => Rc::clone(&self.types.object),
            },
        }
    }

    /// The class of a value whose tag tells it, without counting a reference.
    #[inline]
    pub(crate) fn builtin_class_of<'a>(&'a self, value: &'a Value) -> Option<&'a Rc<Class>> {
        let t = &self.types;
        Some(match value {
            Value::Undefined | Value::None => &t.none_type,
            Value::Bool(_) => &t.bool,
            Value::Int(_) | Value::BigInt(_) => &t.int,
            Value::Float(_) => &t.float,
            Value::NotImplemented => &t.not_implemented_type,
            Value::Ellipsis => &t.ellipsis_type,
            Value::Str(_) => &t.str,
            Value::Complex(_) => &t.complex,
            Value::Bytes(_) => &t.bytes,
            Value::ByteArray(_) => &t.bytearray,
            Value::Tuple(_) => &t.tuple,
            Value::List(_) => &t.list,
            Value::Dict(_) => &t.dict,
            Value::Set(_) => &t.set,
            Value::FrozenSet(_) => &t.frozenset,
            Value::Range(_) => &t.range,
            Value::Slice(_) => &t.slice,
            Value::Function(_) => &t.function,
            Value::Method(m) => match &m.function {
                Value::Native(f) if receiver::is_slot(f) => &t.method_wrapper,
                Value::Native(_) => &t.builtin_function,
                _ => &t.method,
            },
            Value::Class(c) => c.metaclass().unwrap_or(&t.type_),
            Value::Module(m) => m.own_class.get().unwrap_or(&t.module),
            Value::Generator(g) => match g.kind {
                crate::code::CodeKind::Coroutine => &t.coroutine,
                crate::code::CodeKind::AsyncGenerator => &t.async_generator,
                _ => &t.generator,
            },
            Value::Native(_) | Value::Instance(_) | Value::Iter(_) => return None,
            Value::Code(_) => &t.code,
            Value::Cell(_) => &t.cell,
        })
    }

    /// `isinstance(value, class)` by the classes alone.
    pub fn is_instance(&self, value: &Value, class: &Rc<Class>) -> bool {
        self.class_of(value).is_subclass_of(class)
    }

    /// The value of the builtin type that an instance of a derived class
    /// stands for; other values as they are.
    pub fn unwrap_base(&self, value: Value) -> Value {
        match &value {
            Value::Instance(instance) => match &instance.payload {
                crate::object::Payload::Base(base) => base.clone(),
                _ => value,
            },
            _ => value,
        }
    }

    /// Ends the run: the exception returned cannot be caught.
    pub fn stop_for(&mut self, stop: Stop) -> Raise {
        self.fatal = true;
        self.stopped = Some(stop);
        match stop {
            Stop::Memory => self.memory_error(),
            Stop::Instructions => self.runtime_error("the program used up its instructions"),
            Stop::Output => self.runtime_error("the program used up its output"),
            Stop::Deadlock => self.runtime_error("every task waits, and nothing can wake one"),
            Stop::Asked => self.exception(&self.types.keyboard_interrupt, Vec::new()),
            Stop::Left(_) => self.exception(&self.types.system_exit, Vec::new()),
        }
    }

    /// Instructions executed so far.
    pub fn instructions(&self) -> u64 {
        self.spent
    }
}
