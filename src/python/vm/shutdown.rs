//! The end of a run: what CPython's interpreter does at shutdown as far as a
//! program sees it, and letting go of the heap.

use super::{Cx, Frame, NativeResult, PyFrame, Vm, finalizers_waiting};
use crate::object::{Class, DictObj, Instance, IterState, Payload, Value};
use rustc_hash::FxHashSet;
use std::cell::RefCell;
use std::mem;
use std::rc::{Rc, Weak};

impl Vm {
    /// Begins to drop what `__main__` still holds, so that `__del__`,
    /// `GeneratorExit` and "never awaited" come at the end of a program as they
    /// do in CPython. `Ok(Undefined)`: run the machine until it is finished.
    ///
    /// # Errors
    /// None that a program could see: what finalizers raise is reported.
    pub fn start_shutdown(&mut self) -> NativeResult {
        self.handled = Value::Undefined;
        let main = self.modules.get_name(&self.names.main);
        let Some(Value::Module(main)) = main else {
            return Ok(Value::None);
        };
        let result = self.run_async("shutdown", move |cx| async move {
            settle(&cx).await;
            call_exit_functions(&cx).await;
            drop_globals(&cx, &main.dict).await;
            for hook in cx.with(|vm| mem::take(&mut vm.shutdown_hooks)) {
                let started = cx.with(hook);
                let _ = cx.finish(started).await;
            }
            Ok(Value::None)
        });
        if matches!(result, Ok(Value::Undefined)) {
            self.stack.append(&mut self.pending);
        }
        result
    }

    /// Lets go of the whole heap without running anything. Cycles that can
    /// still be reached are broken; those that the program itself let go of
    /// are not found, as there is no list of all objects.
    fn dispose(&mut self) {
        super::finalize::announce_ends(false);
        self.caller = None;
        let mut heap = Heap::default();
        for frame in self.stack.drain(..).chain(self.pending.drain(..)) {
            if let Frame::Python(frame) = frame {
                heap.frame(*frame);
            }
        }
        heap.todo.push(self.handled.take());
        heap.todo
            .extend(self.asyncgen_hooks.iter_mut().map(Value::take));
        heap.todo.push(Value::Dict(Rc::clone(&self.modules)));
        heap.todo.push(Value::Dict(Rc::clone(&self.builtins)));
        heap.todo
            .extend(self.other_ids.take().into_values().map(|(_, value)| value));
        heap.classes(&self.types.object);
        self.frames.clear();
        self.result = None;
        self.attr_cache = super::AttrCache::default();
        self.extensions.clear();
        heap.unravel();
        super::weak::forget_all();
    }
}

impl Drop for Vm {
    fn drop(&mut self) {
        self.dispose();
    }
}

/// What `atexit.register` was given, the last one first.
async fn call_exit_functions(cx: &Cx) {
    while let Some((function, args)) = cx.with(|vm| vm.exit_functions.pop()) {
        if let Err(raise) = cx.call_args(&function, args).await {
            cx.with(|vm| vm.unraisable(&raise, &function));
        }
    }
}

/// Carries out the ends of objects until no more are waiting.
async fn settle(cx: &Cx) {
    while finalizers_waiting() {
        let started = cx.with(Vm::run_finalizers);
        // What a finalizer raises has been reported by `run_finalizers`.
        let _ = cx.finish(started).await;
    }
}

/// Sets globals to None one by one: data first, so that finalizers still find
/// the functions, classes and modules they use.
async fn drop_globals(cx: &Cx, globals: &Rc<DictObj>) {
    for tools in [false, true] {
        let names: Vec<_> = globals
            .table
            .borrow()
            .iter()
            .filter(|entry| is_tool(&entry.value) == tools)
            .filter_map(|entry| match &entry.key {
                Value::Str(name) if !name.as_str().starts_with("__") => Some(Rc::clone(name)),
                _ => None,
            })
            .collect();
        for name in names {
            let value = globals.set_name(&name, Value::None);
            drop(value);
            settle(cx).await;
        }
    }
}

fn is_tool(value: &Value) -> bool {
    matches!(
        value,
        Value::Function(_) | Value::Class(_) | Value::Module(_) | Value::Native(_)
    )
}

/// Takes apart what can be reached: containers are emptied when they are
/// visited, which breaks their cycles.
#[derive(Default)]
struct Heap {
    todo: Vec<Value>,
    /// Visited objects that cannot be emptied, and their addresses. They are
    /// kept until the end so that no address is used twice.
    kept: Vec<Value>,
    seen: FxHashSet<usize>,
}

impl Heap {
    fn unravel(&mut self) {
        while let Some(value) = self.todo.pop() {
            self.visit(value);
        }
        // What is kept holds only emptied things and each other.
        super::drop_deep(mem::take(&mut self.kept));
    }

    fn visit(&mut self, value: Value) {
        match &value {
            Value::List(list) => self.todo.append(&mut list.items.take()),
            Value::Dict(dict) => self.dict(dict),
            Value::Set(set) => {
                let table = set.table.take();
                self.todo.extend(table.iter().map(|(_, key)| key.clone()));
            }
            Value::Cell(cell) => self.todo.push(cell.value.take()),
            Value::Class(class) => self.dict(&class.dict),
            Value::Module(module) => self.dict(&module.dict),
            Value::Iter(iter) => {
                let state = iter.state.replace(IterState::Done("iterator"));
                self.iterator(state);
            }
            Value::Generator(generator) => {
                self.todo.push(generator.finalizer.take());
                if let Some(frame) = generator.frame.take() {
                    self.frame(*frame);
                }
            }
            Value::Instance(instance) => {
                if let Some(dict) = instance.dict.get() {
                    self.dict(dict);
                }
                self.payload(instance);
            }
            _ => self.immutable(value),
        }
    }

    /// What cannot be emptied is looked into once.
    fn immutable(&mut self, value: Value) {
        let Some(address) = value.address() else {
            return;
        };
        match &value {
            Value::Tuple(_)
            | Value::FrozenSet(_)
            | Value::Function(_)
            | Value::Method(_)
            | Value::Slice(_) => {}
            _ => return,
        }
        if !self.seen.insert(address) {
            return;
        }
        match &value {
            Value::Tuple(tuple) => self.todo.extend(tuple.items().iter().cloned()),
            Value::FrozenSet(set) => {
                self.todo
                    .extend(set.table.iter().map(|(_, key)| key.clone()));
            }
            Value::Slice(slice) => {
                self.todo
                    .extend([&slice.start, &slice.stop, &slice.step].map(Value::clone));
            }
            Value::Method(method) => {
                self.todo
                    .extend([method.function.clone(), method.receiver.clone()]);
            }
            Value::Function(function) => {
                self.todo.push(Value::Dict(Rc::clone(&function.globals)));
                self.todo.extend(function.defaults.take().iter().cloned());
                self.todo
                    .extend(function.keyword_defaults.take().map(Value::Dict));
                self.todo
                    .extend(function.closure.iter().cloned().map(Value::Cell));
                if let Some(extra) = function.extra.get() {
                    self.todo.extend(extra.dict.get().cloned().map(Value::Dict));
                    let rare: [&RefCell<Value>; 5] = [
                        &extra.doc,
                        &extra.module,
                        &extra.annotate,
                        &extra.annotations,
                        &extra.type_params,
                    ];
                    self.todo.extend(rare.map(RefCell::take));
                }
            }
            _ => {}
        }
        self.kept.push(value);
    }

    fn dict(&mut self, dict: &DictObj) {
        let entries = dict.table.borrow_mut().clear();
        for entry in entries {
            self.todo.extend([entry.key, entry.value]);
        }
    }

    fn frame(&mut self, mut frame: PyFrame) {
        self.todo.append(&mut frame.registers);
        self.todo.push(frame.handled.take());
        self.todo.push(frame.makes.take());
        self.todo.push(frame.mapping.take());
        self.todo.push(Value::Function(Rc::clone(&frame.function)));
        self.todo.extend(frame.namespace.take().map(Value::Dict));
        self.todo
            .extend(frame.generator.take().map(Value::Generator));
    }

    fn payload(&mut self, instance: &Rc<Instance>) {
        match &instance.payload {
            Payload::Exception(data) => self
                .todo
                .extend([&data.args, &data.value, &data.cause, &data.context].map(|v| v.take())),
            Payload::Base(value) | Payload::StaticMethod(value) | Payload::ClassMethod(value) => {
                self.todo.push(value.clone());
            }
            Payload::Property(parts) => self.todo.extend(parts.iter().cloned()),
            Payload::Super(_, object, _) => self.todo.push(object.clone()),
            Payload::None | Payload::GetSet(_) | Payload::Native(_) => {}
        }
    }

    fn iterator(&mut self, state: IterState) {
        match state {
            IterState::List(list, _) | IterState::ListReversed(list, _) => {
                self.todo.push(Value::List(list));
            }
            IterState::Tuple(tuple, _) => self.todo.push(Value::Tuple(tuple)),
            IterState::Dict(dict, ..) | IterState::DictReversed(dict, ..) => {
                self.todo.push(Value::Dict(dict));
            }
            IterState::Set(set, ..) => self.todo.push(Value::Set(set)),
            IterState::FrozenSet(set, _) => self.todo.push(Value::FrozenSet(set)),
            IterState::Sequence(value, ..) => self.todo.push(value),
            IterState::Callable(a, b) | IterState::Enumerate(a, b) | IterState::Filter(a, b) => {
                self.todo.extend([a, b])
            }
            IterState::Zip(iterators, _) => self.todo.extend(iterators),
            IterState::Map(function, iterators) => {
                self.todo.push(function);
                self.todo.extend(iterators);
            }
            _ => {}
        }
    }

    /// A class and all below it: a class and the functions in it hold each
    /// other through the cell of `__class__`.
    fn classes(&mut self, class: &Rc<Class>) {
        let mut classes = vec![Rc::clone(class)];
        while let Some(class) = classes.pop() {
            self.dict(&class.dict);
            let below = class.subclasses.take();
            classes.extend(below.iter().filter_map(Weak::upgrade));
        }
    }
}
