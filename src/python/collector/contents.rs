//! What objects hold, and emptying them.

use crate::object::{
    Class, DictObj, ExceptionData, Function, Generator, Instance, IterState, Payload, Value,
};
use crate::vm::PyFrame;
use std::cell::RefCell;
use std::rc::Rc;

/// A list of what an object holds.
#[derive(Debug, Default)]
pub struct Contents {
    values: Vec<Value>,
    /// Also what cannot hold anything itself.
    leaves: bool,
}

impl Contents {
    /// Nothing yet; texts, numbers and the like will be left out.
    pub(crate) fn new() -> Contents {
        Contents::default()
    }

    /// Adds a value.
    pub fn add(&mut self, value: &Value) {
        if self.leaves || is_container(value) {
            self.values.push(value.clone());
        }
    }

    /// Adds several.
    pub fn add_all<'a>(&mut self, values: impl IntoIterator<Item = &'a Value>) {
        values.into_iter().for_each(|value| self.add(value));
    }

    /// Adds an instance.
    pub fn add_instance(&mut self, instance: &Rc<Instance>) {
        self.values.push(Value::Instance(Rc::clone(instance)));
    }

    /// Adds what is in a cell, unless it is being changed at this moment.
    pub fn add_cell(&mut self, cell: &RefCell<Value>) {
        if let Ok(value) = cell.try_borrow() {
            self.add(&value);
        }
    }

    /// Adds a class.
    pub fn add_class(&mut self, class: &Rc<Class>) {
        if self.leaves || !class.is_builtin {
            self.values.push(Value::Class(Rc::clone(class)));
        }
    }

    /// Adds a dict.
    pub fn add_dict(&mut self, dict: &Rc<DictObj>) {
        self.values.push(Value::Dict(Rc::clone(dict)));
    }

    /// Adds a generator.
    pub fn add_generator(&mut self, generator: &Rc<Generator>) {
        self.values.push(Value::Generator(Rc::clone(generator)));
    }

    pub(crate) fn values(&self) -> &[Value] {
        &self.values
    }

    pub(crate) fn clear(&mut self) {
        self.values.clear();
    }
}

/// Whether objects of this kind can hold others. Builtin classes hold nothing
/// that a program made.
pub(crate) fn is_container(value: &Value) -> bool {
    match value {
        Value::Tuple(tuple) => !tuple.items().is_empty(),
        Value::Class(class) => !class.is_builtin,
        Value::List(_)
        | Value::Dict(_)
        | Value::Set(_)
        | Value::FrozenSet(_)
        | Value::Slice(_)
        | Value::Function(_)
        | Value::Method(_)
        | Value::Instance(_)
        | Value::Module(_)
        | Value::Generator(_)
        | Value::Iter(_)
        | Value::Cell(_) => true,
        _ => false,
    }
}

/// Everything that an object holds; its attributes themselves as long as no
/// program has the dict they are in.
pub(crate) fn contents_of(value: &Value) -> Vec<Value> {
    let mut found = Contents {
        leaves: true,
        ..Contents::default()
    };
    add_contents(value, &mut found);
    if let Value::Instance(instance) = value {
        let own = instance.dict.get();
        for dict in own.as_deref().into_iter().chain(instance.slots.get()) {
            if dict.place.position().is_none() {
                let dict = Value::Dict(Rc::clone(dict));
                found.values.retain(|held| !held.is(&dict));
                add_contents(&dict, &mut found);
            }
        }
    }
    found.values
}

/// Adds what an object holds, once for each reference. What is borrowed at
/// this moment is left out.
pub(super) fn add_contents(value: &Value, out: &mut Contents) {
    match value {
        Value::Tuple(tuple) => out.add_all(tuple.items()),
        Value::List(list) => {
            if let Ok(items) = list.items.try_borrow() {
                out.add_all(items.iter());
            }
        }
        Value::Dict(dict) => {
            if let Ok(table) = dict.table.try_borrow() {
                out.add_all(table.iter().flat_map(|entry| [&entry.key, &entry.value]));
            }
        }
        Value::Set(set) => {
            if let Ok(table) = set.table.try_borrow() {
                out.add_all(table.iter().map(|(_, key)| key));
            }
        }
        Value::FrozenSet(set) => out.add_all(set.table.iter().map(|(_, key)| key)),
        Value::Slice(slice) => out.add_all([&slice.start, &slice.stop, &slice.step]),
        Value::Function(function) => function_contents(function, out),
        Value::Method(method) => out.add_all([&method.function, &method.receiver]),
        Value::Class(class) => class_contents(class, out),
        Value::Instance(instance) => instance_contents(instance, out),
        Value::Module(module) => {
            out.add_dict(&module.dict);
            if let Some(class) = module.own_class.get() {
                out.add_class(class);
            }
        }
        Value::Generator(generator) => {
            if let Some(uncommon) = generator.uncommon.get() {
                out.add_cell(&uncommon.finalizer);
            }
            if let Ok(frame) = generator.frame.try_borrow()
                && let Some(frame) = &*frame
            {
                frame_contents(frame, out);
            }
        }
        Value::Iter(iter) => {
            if let Ok(state) = iter.state.try_borrow() {
                iterator_contents(&state, out);
            }
        }
        Value::Cell(cell) => out.add_cell(&cell.value),
        _ => {}
    }
}

fn function_contents(function: &Function, out: &mut Contents) {
    out.add_dict(&function.globals);
    // Defaults that two functions share are neither's own.
    if let Ok(defaults) = function.defaults.try_borrow()
        && Rc::strong_count(&defaults) == 1
    {
        out.add_all(defaults.iter());
    }
    if let Ok(defaults) = function.keyword_defaults.try_borrow()
        && let Some(defaults) = &*defaults
    {
        out.add_dict(defaults);
    }
    for cell in &function.closure {
        out.values.push(Value::Cell(Rc::clone(cell)));
    }
    if let Some(extra) = function.extra.get() {
        if let Some(dict) = extra.dict.get() {
            out.add_dict(dict);
        }
        let rare: [&RefCell<Value>; 5] = [
            &extra.doc,
            &extra.module,
            &extra.annotate,
            &extra.annotations,
            &extra.type_params,
        ];
        rare.into_iter().for_each(|part| out.add_cell(part));
    }
}

fn class_contents(class: &Class, out: &mut Contents) {
    out.add_dict(&class.dict);
    for list in [&class.bases, &class.ancestors] {
        if let Ok(classes) = list.try_borrow() {
            classes.iter().for_each(|class| out.add_class(class));
        }
    }
    if let Ok(itself) = class.itself.try_borrow()
        && let Some(class) = &*itself
    {
        out.add_class(class);
    }
    for metaclass in class
        .first_metaclass
        .iter()
        .chain(class.later_metaclass.get())
    {
        out.add_class(metaclass);
    }
}

fn instance_contents(instance: &Instance, out: &mut Contents) {
    if let Ok(class) = instance.class.try_borrow() {
        out.add_class(&class);
    }
    let own = instance.dict.get();
    for dict in own.as_deref().into_iter().chain(instance.slots.get()) {
        out.add_dict(dict);
    }
    match &instance.payload {
        Payload::Base(value) => out.add(value),
        Payload::StaticMethod(value) | Payload::ClassMethod(value) => out.add(value),
        Payload::Exception(data) => {
            for part in exception_parts(data) {
                out.add_cell(part);
            }
            if let Ok(left) = data.left.try_borrow() {
                out.add_all(left.iter().flat_map(|frame| &frame.variables));
            }
        }
        Payload::Property(parts) => out.add_all(parts.borrow().iter()),
        Payload::Super(parts) => {
            let (start, object, class) = &**parts;
            out.add_class(start);
            out.add(object);
            out.add_class(class);
        }
        Payload::Native(state) => state.contents(out),
        Payload::None | Payload::GetSet(..) => {}
    }
}

fn exception_parts(data: &ExceptionData) -> [&RefCell<Value>; 4] {
    [&data.args, &data.value, &data.cause, &data.context]
}

fn frame_contents(frame: &PyFrame, out: &mut Contents) {
    out.values.push(Value::Function(Rc::clone(&frame.function)));
    out.add_all(&frame.registers);
    if let Some(own) = &frame.namespace {
        out.add_dict(&own.names);
        out.add(&own.mapping);
    }
    out.add_all([&frame.handled, &frame.makes]);
    if let Some(generator) = &frame.generator {
        out.add_generator(generator);
    }
}

fn iterator_contents(state: &IterState, out: &mut Contents) {
    let mut own = |value: Value| out.values.push(value);
    match state {
        IterState::List(list, _) | IterState::ListReversed(list, _) => {
            own(Value::List(Rc::clone(list)));
        }
        IterState::Tuple(tuple, _) => own(Value::Tuple(Rc::clone(tuple))),
        IterState::Dict(dict, ..) | IterState::DictReversed(dict, ..) => {
            own(Value::Dict(Rc::clone(dict)));
        }
        IterState::Set(set, ..) => own(Value::Set(Rc::clone(set))),
        IterState::FrozenSet(set, _) => own(Value::FrozenSet(Rc::clone(set))),
        IterState::Sequence(value, ..) => out.add(value),
        IterState::Callable(a, b) | IterState::Enumerate(a, b) | IterState::Filter(a, b) => {
            out.add_all([a, b]);
        }
        IterState::Zip(iterators, _) => out.add_all(iterators),
        IterState::Map(function, iterators) => {
            out.add(function);
            out.add_all(iterators);
        }
        IterState::Done(_)
        | IterState::Range(..)
        | IterState::Str(..)
        | IterState::Bytes(..)
        | IterState::ByteArray(..) => {}
    }
}

/// Empties an object that nothing can reach any more: what it held is moved
/// into `out`. Every cycle goes through something that can be emptied.
pub(super) fn empty(value: &Value, out: &mut Vec<Value>) {
    let take = |cell: &RefCell<Value>, out: &mut Vec<Value>| {
        if let Ok(mut value) = cell.try_borrow_mut() {
            out.push(value.take());
        }
    };
    match value {
        Value::List(list) => {
            if let Ok(mut items) = list.items.try_borrow_mut() {
                out.append(&mut items);
            }
        }
        Value::Dict(dict) => empty_dict(dict, out),
        Value::Set(set) => {
            if let Ok(mut table) = set.table.try_borrow_mut() {
                let table = std::mem::take(&mut *table);
                out.extend(table.iter().map(|(_, key)| key.clone()));
            }
        }
        Value::Cell(cell) => take(&cell.value, out),
        Value::Function(function) => {
            if let Some(extra) = function.extra.get() {
                take(&extra.annotate, out);
                take(&extra.annotations, out);
                take(&extra.type_params, out);
                extra
                    .dict
                    .get()
                    .into_iter()
                    .for_each(|d| empty_dict(d, out));
            }
        }
        Value::Class(class) => {
            empty_dict(&class.dict, out);
            take(&class.annotate, out);
            out.extend(class.itself.take().map(Value::Class));
        }
        Value::Module(module) => empty_dict(&module.dict, out),
        Value::Generator(generator) => {
            if let Some(uncommon) = generator.uncommon.get() {
                take(&uncommon.finalizer, out);
            }
            let frame = generator.frame.try_borrow_mut().ok();
            if let Some(mut frame) = frame.and_then(|mut frame| frame.take()) {
                out.append(&mut frame.registers);
                out.extend([frame.handled.take(), frame.makes.take()]);
            }
        }
        Value::Instance(instance) => {
            let own = instance.dict.get();
            for dict in own.as_deref().into_iter().chain(instance.slots.get()) {
                empty_dict(dict, out);
            }
            match &instance.payload {
                Payload::Exception(data) => {
                    for part in exception_parts(data) {
                        take(part, out);
                    }
                    if let Ok(mut left) = data.left.try_borrow_mut() {
                        out.extend(left.drain(..).flat_map(|frame| frame.variables));
                    }
                }
                Payload::Native(state) => state.clear(out),
                _ => {}
            }
        }
        _ => {}
    }
}

fn empty_dict(dict: &DictObj, out: &mut Vec<Value>) {
    if let Ok(mut table) = dict.table.try_borrow_mut() {
        let entries = table.clear();
        out.extend(entries.into_iter().flat_map(|e| [e.key, e.value]));
    }
}
