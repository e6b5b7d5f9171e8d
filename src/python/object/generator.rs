//! Generators, coroutines and asynchronous generators.

use super::{Place, StrRef, TracebackEntry, Value, registry};
use crate::code::{Code, CodeKind};
use crate::vm::PyFrame;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

/// Where a generator stands (`inspect.getgeneratorstate`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named as in inspect")]
pub enum GeneratorState {
    Created,
    Running,
    Suspended,
    Closed,
}

/// A generator, coroutine or asynchronous generator object: a frame that can
/// be set down and picked up.
#[derive(Debug)]
pub struct Generator {
    /// Which of the three.
    pub kind: CodeKind,
    /// What it runs.
    pub code: Rc<Code>,
    /// Where it stands.
    pub state: Cell<GeneratorState>,
    /// The frame, while not running and not closed.
    pub frame: RefCell<Option<Box<PyFrame>>>,
    /// Its entity in the event log; 0 if none.
    pub entity: Cell<u32>,
    /// The line that made it, for "never awaited" and the like: code and instruction of the caller.
    pub created: Option<TracebackEntry>,
    /// Marked by `types.coroutine`, so that it may be awaited; or given to a
    /// task as it is, as programs did before `async def`.
    pub iterable_coroutine: Cell<bool>,
    /// Asynchronous generator: `asend`/`athrow`/`aclose` is running it.
    pub async_running: Cell<bool>,
    /// Asynchronous generator: hooks have been called.
    pub hooked: Cell<bool>,
    /// See `vm::identity`.
    pub id: Cell<u32>,
    /// Weak references want to be told of its end.
    pub watched: Cell<bool>,
    /// For the collector.
    pub place: Place,
    /// What most generators never have.
    pub uncommon: OnceCell<Box<UncommonOfGenerator>>,
}

/// The calls that made an object while `tracemalloc` was on.
#[derive(Debug, Default)]
pub struct Allocated {
    /// Outermost first.
    pub calls: Box<[TracebackEntry]>,
    /// Since when it was on; what an earlier tracing found is forgotten.
    pub session: u32,
}

/// What few generators have, kept apart because there may be a million others.
#[derive(Debug, Default)]
pub struct UncommonOfGenerator {
    /// `__name__` and `__qualname__`, if they are not the code's.
    pub names: RefCell<Option<[StrRef; 2]>>,
    /// The calls that made it, outermost first, if the program wants to know.
    pub origin: Box<[TracebackEntry]>,
    /// The same, if `tracemalloc` was on.
    pub allocated: Allocated,
    /// Asynchronous generator: finalizer hook taken from the loop at first iteration.
    pub finalizer: RefCell<Value>,
    /// Asynchronous generator: an `aclose()` has begun.
    pub closing: Cell<bool>,
    /// Asynchronous generator: the hook was told of its end, which is not told
    /// or carried out twice.
    pub finalized: Cell<bool>,
}

impl Generator {
    fn names(&self) -> Option<[StrRef; 2]> {
        self.uncommon.get()?.names.borrow().clone()
    }

    /// `__name__`
    pub fn name(&self) -> StrRef {
        match self.names() {
            Some([name, _]) => name,
            None => Rc::clone(&self.code.name),
        }
    }

    /// `__qualname__`
    pub fn qualname(&self) -> StrRef {
        match self.names() {
            Some([_, qualname]) => qualname,
            None => Rc::clone(&self.code.qualname),
        }
    }

    /// `__qualname__`, if it is not the code's.
    pub fn own_qualname(&self) -> Option<StrRef> {
        self.names().map(|[_, qualname]| qualname)
    }

    /// Sets `__name__` and `__qualname__`.
    pub fn set_names(&self, names: [StrRef; 2]) {
        let uncommon = self.uncommon.get_or_init(Box::default);
        uncommon.names.replace(Some(names));
    }

    /// The calls that made it, if the program wanted to know.
    pub fn origin(&self) -> &[TracebackEntry] {
        self.uncommon.get().map_or(&[], |uncommon| &uncommon.origin)
    }

    /// As an object on the heap.
    pub fn into_object(self) -> Rc<Generator> {
        registry::make(self)
    }
}
