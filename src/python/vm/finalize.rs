//! The end of objects: dropping long chains step by step, and telling the
//! machine of objects whose end a program can see.

use super::{Cx, PyFrame, Vm};
use crate::code::CodeKind;
use crate::object::{
    BoundMethod, CellObj, Class, DictObj, FrozenSet, Function, Generator, GeneratorState, Instance,
    Iter, IterState, ListObj, Payload, Place, Set, SetObj, Slice, Tuple, Value,
};
use std::cell::{Cell, RefCell};
use std::mem;
use std::ptr;
use std::rc::Rc;

/// How many drops may be nested on Rust's stack before the rest is put off.
const MAX_DEPTH: u32 = 100;

/// Values for which memory is kept.
const MOST_KEPT: usize = 64;

thread_local! {
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    static PUT_OFF: RefCell<Vec<Value>> = const { RefCell::new(Vec::new()) };
    /// What an instance held, on its way out: memory that is used again and again.
    static REST: RefCell<Vec<Value>> = const { RefCell::new(Vec::new()) };
    static ENDED: RefCell<Vec<Ended>> = const { RefCell::new(Vec::new()) };
    static WAITING: Cell<bool> = const { Cell::new(false) };
    static CLOSED: Cell<bool> = const { Cell::new(true) };
}

/// An object whose last reference is gone and whose end the machine has to
/// carry out: what it held, brought back in a new object.
#[derive(Debug)]
pub(crate) enum Ended {
    /// A suspended generator or coroutine, or a coroutine never started.
    Generator(Rc<Generator>),
    /// An instance whose class has `__del__`, or native state that asks for it.
    Instance(Rc<Instance>),
    /// A weak reference whose target is gone and which has a callback.
    Reference(Rc<Instance>),
}

/// Whether an object with a visible end waits for the machine.
#[inline]
pub fn finalizers_waiting() -> bool {
    WAITING.with(Cell::get)
}

/// Has the machine look, before the next instruction, for what else there is to do.
fn call_attention() {
    WAITING.with(|w| w.set(true));
}

/// Drops values that may begin a long chain.
pub fn drop_deep(values: impl IntoIterator<Item = Value>) {
    let depth = DEPTH.with(Cell::get);
    if depth >= MAX_DEPTH {
        // The thread is ending if the list is gone; then plain drops must do.
        let mut values = values.into_iter();
        let _ = PUT_OFF.try_with(|list| list.borrow_mut().extend(&mut values));
        return;
    }
    DEPTH.with(|d| d.set(depth + 1));
    values.into_iter().for_each(drop);
    DEPTH.with(|d| d.set(depth));
    if depth == 0 {
        while let Ok(Some(value)) = PUT_OFF.try_with(|list| list.borrow_mut().pop()) {
            DEPTH.with(|d| d.set(1));
            drop(value);
            DEPTH.with(|d| d.set(0));
        }
    }
}

fn has_heap(value: &Value) -> bool {
    value.address().is_some()
}

/// Has the machine carry out an end before the next instruction.
pub(crate) fn announce(ended: Ended) {
    if CLOSED.with(Cell::get) {
        return;
    }
    let _ = ENDED.try_with(|list| list.borrow_mut().push(ended));
    WAITING.with(|w| w.set(true));
}

/// Ends of objects are announced from now on (`true`) or ignored: a run that
/// is over lets go of its heap without running anything.
pub(crate) fn announce_ends(on: bool) {
    CLOSED.with(|closed| closed.set(!on));
    if !on {
        WAITING.with(|w| w.set(false));
        let rest = ENDED.with(|list| mem::take(&mut *list.borrow_mut()));
        drop(rest);
    }
}

/// The object at this address is gone: weak references to it are told.
fn tell_references(address: usize) {
    for reference in super::weak::gone(address) {
        announce(Ended::Reference(reference));
    }
}

impl Drop for Function {
    fn drop(&mut self) {
        if self.watched.get() {
            tell_references(ptr::from_ref(self) as usize);
        }
    }
}

impl Drop for Tuple {
    fn drop(&mut self) {
        if self.items().iter().any(has_heap) {
            // From the last to the first, as CPython does; lists, too.
            drop_deep(self.take_items().into_iter().rev());
        }
    }
}

impl Drop for ListObj {
    fn drop(&mut self) {
        self.place.leave();
        let items = self.items.get_mut();
        if items.iter().any(has_heap) {
            drop_deep(mem::take(items).into_iter().rev());
        }
    }
}

impl Drop for DictObj {
    fn drop(&mut self) {
        self.place.leave();
        let table = self.table.get_mut();
        if !table.is_empty() {
            drop_deep(table.clear().into_iter().flat_map(|e| [e.key, e.value]));
        }
    }
}

impl Drop for SetObj {
    fn drop(&mut self) {
        self.place.leave();
        drop_members(self.table.get_mut());
    }
}

impl Drop for FrozenSet {
    fn drop(&mut self) {
        drop_members(&mut self.table);
    }
}

fn drop_members(table: &mut Set) {
    if table.iter().any(|(_, member)| has_heap(member)) {
        drop_deep(mem::take(table).into_keys());
    }
}

impl Drop for BoundMethod {
    fn drop(&mut self) {
        // What else can make a chain sees to it itself.
        for part in [&mut self.function, &mut self.receiver] {
            if matches!(part, Value::Method(_)) {
                drop_deep([mem::take(part)]);
            }
        }
    }
}

impl Drop for Slice {
    fn drop(&mut self) {
        for part in [&mut self.start, &mut self.stop, &mut self.step] {
            if has_heap(part) {
                drop_deep([mem::take(part)]);
            }
        }
    }
}

impl Drop for Iter {
    fn drop(&mut self) {
        match mem::replace(self.state.get_mut(), IterState::Done("")) {
            IterState::Sequence(value, ..) => drop_deep([value]),
            IterState::Callable(a, b) | IterState::Enumerate(a, b) | IterState::Filter(a, b) => {
                drop_deep([a, b]);
            }
            // Tuples let go of their last item first.
            IterState::Zip(inner, _) => drop_deep(inner.into_iter().rev()),
            IterState::Map(function, mut inner) => {
                inner.push(function);
                drop_deep(inner);
            }
            // Containers see to their own items.
            _ => {}
        }
    }
}

impl Drop for CellObj {
    fn drop(&mut self) {
        self.place.leave();
        let value = self.value.get_mut();
        if has_heap(value) {
            drop_deep([value.take()]);
        }
    }
}

impl Drop for Class {
    fn drop(&mut self) {
        self.place.leave();
        // Classes derive from one another in long chains, too.
        let ancestors = self.ancestors.take().into_iter();
        let bases = self.bases.take().into_iter();
        drop_deep(ancestors.chain(bases).map(Value::Class));
    }
}

impl Instance {
    /// Whether the machine has something to do at its end.
    fn wants_end(&self) -> bool {
        if self.finalized.get() {
            return false;
        }
        self.class.borrow().traits.get().has_del
            || matches!(&self.payload, Payload::Native(state) if state.wants_finalizer())
    }
}

impl Generator {
    /// Whether the machine has something to do at its end: a generator that
    /// never ran has nothing to clean up, a coroutine that never ran gives a
    /// warning.
    fn wants_end(&self) -> bool {
        match self.state.get() {
            GeneratorState::Suspended => true,
            GeneratorState::Created => self.kind == CodeKind::Coroutine,
            GeneratorState::Running | GeneratorState::Closed => false,
        }
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        self.place.leave();
        let address = self.watched.get().then_some(ptr::from_ref(self) as usize);
        if self.wants_end() && !CLOSED.with(Cell::get) {
            let class = self.class.borrow().clone();
            let payload = mem::replace(&mut self.payload, Payload::None);
            let dict = mem::take(&mut self.dict);
            let revived = Instance::with_dict(class, payload, dict, true);
            revived.id.set(self.id.get());
            if let Some(slots) = self.slots.take() {
                let _ = revived.slots.set(slots);
            }
            announce(Ended::Instance(revived));
            // After `__del__`.
            address.into_iter().for_each(tell_references);
            return;
        }
        address.into_iter().for_each(tell_references);
        if matches!(self.payload, Payload::None) && self.slots.get().is_none() {
            if let Some(dict) = self.dict.take() {
                drop_deep([Value::Dict(dict)]);
            }
            return;
        }
        let mut rest = REST.try_with(RefCell::take).unwrap_or_default();
        if let (Payload::Exception(_), Some(dict)) = (&self.payload, self.dict.take()) {
            rest.push(Value::Dict(dict));
        }
        match mem::replace(&mut self.payload, Payload::None) {
            Payload::Base(value) => rest.push(value),
            Payload::StaticMethod(value) | Payload::ClassMethod(value) => rest.push(*value),
            Payload::Exception(data) => {
                rest.extend([data.args.take(), data.value.take()]);
                let left = data.left.take();
                rest.extend(left.into_iter().flat_map(|frame| frame.variables));
                rest.extend([data.cause.take(), data.context.take()]);
            }
            Payload::Native(mut state) => state.release(&mut rest),
            Payload::Property(parts) => rest.extend(parts.take()),
            Payload::Super(parts) => rest.push(parts.1),
            Payload::GetSet(..) | Payload::None => {}
        }
        if let Some(dict) = self.dict.take() {
            rest.push(Value::Dict(dict));
        }
        if let Some(slots) = self.slots.take() {
            rest.push(Value::Dict(slots));
        }
        if !rest.is_empty() {
            drop_deep(rest.drain(..));
        }
        if rest.capacity() <= MOST_KEPT {
            let _ = REST.try_with(|kept| kept.replace(rest));
        }
    }
}

impl Drop for Generator {
    fn drop(&mut self) {
        self.place.leave();
        if self.watched.get() {
            tell_references(ptr::from_ref(self) as usize);
        }
        let Some(frame) = self.frame.get_mut().take() else {
            return;
        };
        if CLOSED.with(Cell::get) || !self.wants_end() {
            drop_deep(release_frame(*frame));
            return;
        }
        let revived = Generator {
            kind: self.kind,
            code: Rc::clone(&self.code),
            state: Cell::new(self.state.get()),
            frame: RefCell::new(Some(frame)),
            entity: Cell::new(self.entity.get()),
            created: self.created.clone(),
            iterable_coroutine: Cell::new(self.iterable_coroutine.get()),
            async_running: Cell::new(false),
            hooked: Cell::new(self.hooked.get()),
            id: Cell::new(self.id.get()),
            watched: Cell::new(false),
            place: Place::default(),
            uncommon: mem::take(&mut self.uncommon),
        };
        announce(Ended::Generator(revived.into_object()));
    }
}

fn release_frame(mut frame: PyFrame) -> Vec<Value> {
    let mut values = mem::take(&mut frame.registers);
    values.retain(has_heap);
    values.push(frame.handled.take());
    values
}

impl Vm {
    /// The machine stands still as soon as this event has been recorded, after
    /// the instruction that did it; [`Log::is_halted`](coroscope_trace::Log::is_halted)
    /// says that it does. `NONE`: it goes on.
    pub fn halt_at(&mut self, event: coroscope_trace::EventIndex) {
        self.log.halt_at(event, call_attention);
    }

    /// Interrupts the program as Ctrl+C does, before its next instruction: by
    /// KeyboardInterrupt, unless it has said what to do instead.
    pub fn interrupt(&mut self) {
        self.interrupted = true;
        call_attention();
    }

    /// Whether the run is stopped. If so, the frame that nobody told of it hears of it
    /// before its next instruction.
    pub(crate) fn stays_stopped(&self) -> bool {
        if self.fatal {
            call_attention();
        }
        self.fatal
    }

    /// What an interruption raises, if the program cannot have said what else
    /// is to be done.
    pub(super) fn interruption(&mut self) -> Option<crate::object::Raise> {
        if self.imported("signal").is_some() || self.imported("asyncio.events").is_some() {
            return None;
        }
        self.interrupted = false;
        Some(self.exception(&self.types.keyboard_interrupt, Vec::new()))
    }

    /// Carries out the ends of objects that were announced. `Ok(Undefined)`
    /// if frames were made pending for it.
    pub(crate) fn run_finalizers(&mut self) -> super::NativeResult {
        WAITING.with(|w| w.set(false));
        if let Some(stop) = self.stopped {
            return Err(self.stop_for(stop));
        }
        if std::mem::take(&mut self.interrupted) {
            // The ends that wait are looked at after it.
            call_attention();
            return self.call_prelude("interrupt", Vec::new());
        }
        self.run_ends()
    }

    /// Carries out the ends of objects that wait for it. `Ok(Undefined)`:
    /// frames are pending; what they raise is reported.
    ///
    /// # Errors
    /// Only what stops the run.
    pub fn run_ends(&mut self) -> super::NativeResult {
        let mut ended = self.take_ends();
        if ended.is_empty() {
            return Ok(Value::None);
        }
        self.run_async("finalizers", move |cx| async move {
            while let Some(end) = ended.pop() {
                carry_out(&cx, &end).await;
                if let Some(stop) = cx.with(|vm| vm.stopped) {
                    return Err(cx.with(|vm| vm.stop_for(stop)));
                }
                // What it held ends with it, before anything else.
                drop(end);
                ended.append(&mut cx.with(Vm::take_ends));
            }
            Ok(Value::None)
        })
    }

    /// The ends that wait, last one first. Most need no Python code: those are
    /// over at once.
    fn take_ends(&mut self) -> Vec<Ended> {
        // An interrupt goes on waiting, and so does the end of the run.
        WAITING.with(|w| w.set(self.interrupted || self.fatal));
        let mut ended = ENDED.with(|list| mem::take(&mut *list.borrow_mut()));
        ended.retain(|end| !self.end_at_once(end));
        ended.reverse();
        ended
    }

    fn end_at_once(&mut self, end: &Ended) -> bool {
        match end {
            Ended::Generator(_) | Ended::Instance(_) => false,
            Ended::Reference(reference) => weak_callback(reference).is_none(),
        }
    }
}

/// Runs what an end asks for, unless the run is stopped; what that raises is reported.
pub(crate) async fn carry_out(cx: &Cx, end: &Ended) {
    if cx.with(|vm| vm.fatal || vm.end_at_once(end)) {
        return;
    }
    let result = match end {
        Ended::Generator(generator) => finalize_generator(cx, generator).await,
        Ended::Instance(instance) => finalize_instance(cx, instance).await,
        Ended::Reference(reference) => tell(cx, reference).await,
    };
    if let Err(raise) = result {
        crate::builtins::traceback::unraisable(cx, &raise, &end.value(), "").await;
    }
    // It does not get a second chance, unless a hook took it over.
    if let Ended::Generator(generator) = end
        && Rc::strong_count(generator) == 1
    {
        generator.state.set(GeneratorState::Closed);
        let frame = generator.frame.borrow_mut().take();
        drop(frame);
    }
}

impl Ended {
    /// Whether a program can notice the end of this object.
    pub(crate) fn is_to_come(value: &Value) -> bool {
        match value {
            Value::Instance(instance) => instance.wants_end(),
            Value::Generator(generator) => generator.wants_end(),
            _ => false,
        }
    }

    /// The end that an object of a cycle comes to, if a program can notice it.
    /// `__del__` will not run again.
    pub(crate) fn of_garbage(value: &Value) -> Option<Ended> {
        match value {
            _ if !Ended::is_to_come(value) => None,
            Value::Instance(instance) => {
                instance.finalized.set(true);
                Some(Ended::Instance(Rc::clone(instance)))
            }
            Value::Generator(generator) => Some(Ended::Generator(Rc::clone(generator))),
            _ => None,
        }
    }

    fn value(&self) -> Value {
        match self {
            Ended::Generator(generator) => Value::Generator(Rc::clone(generator)),
            Ended::Instance(instance) => Value::Instance(Rc::clone(instance)),
            Ended::Reference(reference) => {
                weak_callback(reference).unwrap_or_else(|| Value::Instance(Rc::clone(reference)))
            }
        }
    }
}

fn weak_callback(reference: &Instance) -> Option<Value> {
    match &reference.payload {
        Payload::Native(state) => state.weak_callback(),
        _ => None,
    }
}

async fn tell(cx: &Cx, reference: &Rc<Instance>) -> super::NativeResult {
    match weak_callback(reference) {
        Some(callback) => {
            cx.call(&callback, [Value::Instance(Rc::clone(reference))])
                .await
        }
        None => Ok(Value::None),
    }
}

async fn finalize_generator(cx: &Cx, generator: &Rc<Generator>) -> super::NativeResult {
    let value = Value::Generator(Rc::clone(generator));
    if generator.kind == CodeKind::AsyncGenerator
        && let Some(uncommon) = generator.uncommon.get()
    {
        if uncommon.finalized.get() {
            return Ok(Value::None);
        }
        let hook = uncommon.finalizer.take();
        if !hook.is_undefined() && !hook.is_none() && !uncommon.closing.get() {
            uncommon.finalized.set(true);
            return cx.call(&hook, [value]).await;
        }
    }
    if generator.state.get() == GeneratorState::Created {
        // Closed from now on, so that it is told of only once.
        generator.state.set(GeneratorState::Closed);
        let text = cx.with(|vm| vm.note_never_awaited(generator));
        let warned = cx.with(|vm| vm.call_prelude("warn_never_awaited", vec![value, text]));
        return cx.finish(warned).await;
    }
    cx.finish(cx.with(|vm| vm.generator_close(generator))).await
}

async fn finalize_instance(cx: &Cx, instance: &Rc<Instance>) -> super::NativeResult {
    let value = Value::Instance(Rc::clone(instance));
    let hook = cx.with(|vm| vm.type_attr(&value, &vm.names.del.clone()));
    if let Some(hook) = hook {
        cx.call(&hook, [value]).await?;
    }
    if let Payload::Native(state) = &instance.payload
        && state.wants_finalizer()
    {
        let started = cx.with(|vm| state.finalize(vm, instance));
        cx.finish(started).await?;
    }
    Ok(Value::None)
}
