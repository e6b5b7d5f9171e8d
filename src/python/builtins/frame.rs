//! Frame objects: views of calls, for introspection.

use crate::code::{Code, Inlined};
use crate::object::{
    DictObj, Generator, Instance, Native, NativeDef, Payload, StrRef, TracebackEntry, Value,
};
use crate::vm::{Args, Frame, GetSet, NativeResult, PyFrame, Vm};
use std::rc::Rc;

/// Where a frame stands that has not begun: it is at the line of its definition.
const NOT_BEGUN: u32 = u32::MAX;

/// A picture of a frame at the moment it was asked for.
#[derive(Debug)]
pub(crate) struct FrameView {
    /// Its code.
    pub(crate) code: Rc<Code>,
    /// The instruction it stands at, or [`NOT_BEGUN`].
    pub(crate) instruction: u32,
    /// `f_globals`
    pub(crate) globals: Rc<DictObj>,
    /// `f_locals`
    pub(crate) locals: Rc<DictObj>,
    /// `f_back`
    pub(crate) back: Value,
}

impl Native for FrameView {
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }

    fn contents(&self, out: &mut crate::collector::Contents) {
        out.add_dict(&self.globals);
        out.add_dict(&self.locals);
        out.add(&self.back);
    }
}

/// Puts the attributes in place.
pub(crate) fn install(vm: &Vm) {
    let class = &vm.types.frame;
    vm.add_getsets(class, ATTRIBUTES);
    vm.add_methods(class, METHODS);
}

const METHODS: &[NativeDef] = &[
    NativeDef::method("__repr__", repr, 0, 0),
    NativeDef::method("clear", clear, 0, 0),
];

fn repr(vm: &mut Vm, args: Args) -> NativeResult {
    let frame = &args.values[0];
    let address = vm.fake_address(frame);
    view(frame, |f| {
        let (file, name) = (&f.code.file.name, &f.code.name);
        let line = line_of(&f.code, f.instruction);
        Value::string(format!(
            "<frame at {address:#x}, file '{file}', line {line}, code {name}>"
        ))
    })
}

/// A picture of a call that is over lets go of the variables.
fn clear(_: &mut Vm, args: Args) -> NativeResult {
    view(&args.values[0], |f| {
        if !f.code.has_namespace {
            let old = f.locals.table.borrow_mut().clear();
            drop(old);
        }
        Value::None
    })
}

const ATTRIBUTES: &[GetSet] = &[
    GetSet {
        name: "f_code",
        get: |_, v| view(v, |f| Value::Code(Rc::clone(&f.code))),
        set: None,
    },
    GetSet {
        name: "f_lineno",
        get: |_, v| {
            view(v, |f| {
                Value::Int(i64::from(line_of(&f.code, f.instruction)))
            })
        },
        set: None,
    },
    GetSet {
        name: "f_lasti",
        get: |_, v| {
            view(v, |f| match f.instruction {
                NOT_BEGUN => Value::Int(0),
                instruction => Value::Int(i64::from(instruction) * 2),
            })
        },
        set: None,
    },
    GetSet {
        name: "f_globals",
        get: |_, v| view(v, |f| Value::Dict(Rc::clone(&f.globals))),
        set: None,
    },
    GetSet {
        name: "f_locals",
        get: |_, v| view(v, |f| Value::Dict(Rc::clone(&f.locals))),
        set: None,
    },
    GetSet {
        name: "f_back",
        get: |_, v| view(v, |f| f.back.clone()),
        set: None,
    },
    GetSet {
        name: "f_builtins",
        get: |vm, _| Ok(Value::Dict(Rc::clone(&vm.builtins))),
        set: None,
    },
    GetSet {
        name: "f_trace",
        get: |_, _| Ok(Value::None),
        set: None,
    },
];

fn view(value: &Value, f: impl FnOnce(&FrameView) -> Value) -> NativeResult {
    Ok(match value {
        Value::Instance(instance) => instance.native::<FrameView>().map_or(Value::None, f),
        _ => Value::None,
    })
}

/// The source line of an instruction.
pub(crate) fn line_of(code: &Code, instruction: u32) -> u32 {
    code.positions
        .line(instruction as usize)
        .unwrap_or(code.first_line)
}

/// The variables of a frame by name, cells looked into.
pub(crate) fn locals_of(frame: &PyFrame) -> Rc<DictObj> {
    if let Some((_, inlined)) = frame.code.inlined_at(frame.pc.saturating_sub(1)).next() {
        return comprehension_locals(frame, inlined);
    }
    locals_around(frame)
}

/// The variables of a comprehension that runs as part of a frame.
fn comprehension_locals(frame: &PyFrame, inlined: &Inlined) -> Rc<DictObj> {
    let dict = DictObj::empty();
    for (name, register) in inlined.variables.iter() {
        let value = match frame.registers.get(usize::from(*register)) {
            Some(Value::Cell(cell)) => cell.value.borrow().clone(),
            Some(other) => other.clone(),
            None => Value::Undefined,
        };
        if !value.is_undefined() {
            dict.set_name(name, value);
        }
    }
    dict
}

/// The variables of a frame without those of its comprehensions.
fn locals_around(frame: &PyFrame) -> Rc<DictObj> {
    if let Some(namespace) = frame.namespace() {
        return Rc::clone(namespace);
    }
    if frame.code.has_namespace {
        return Rc::clone(&frame.function.globals);
    }
    let dict: Rc<DictObj> = DictObj::empty();
    for (name, value) in variables_of(frame) {
        dict.set_name(&name, value);
    }
    dict
}

/// Bound variables of a frame in the order of its registers.
pub(crate) fn variables_of(frame: &PyFrame) -> Vec<(StrRef, Value)> {
    let mut found = Vec::new();
    for (name, value) in frame.code.local_names.iter().zip(&frame.registers) {
        let value = match value {
            Value::Cell(cell) => cell.value.borrow().clone(),
            other => other.clone(),
        };
        if !value.is_undefined() {
            found.push((Rc::clone(name), value));
        }
    }
    found
}

fn make(vm: &Vm, frame: &PyFrame, back: Value) -> Value {
    make_all(vm, frame, back, &mut Vec::new())
}

/// A picture of a frame and of each comprehension that runs in it, as programs
/// see them: the innermost is the result, and `chain` gets all, outermost first.
fn make_all(vm: &Vm, frame: &PyFrame, mut back: Value, chain: &mut Vec<Value>) -> Value {
    let mut entries = Vec::new();
    let at = match frame.pc {
        0 => NOT_BEGUN,
        _ => frame.stands_at(),
    };
    TracebackEntry::add_to(&mut entries, &frame.code, at);
    let mut inner: Vec<&Inlined> = frame.code.inlined_at(at).map(|(_, range)| range).collect();
    for (depth, entry) in entries.iter().rev().enumerate() {
        let (code, instruction) = entry.shown_code();
        let locals = match depth {
            0 => locals_around(frame),
            _ => inner
                .pop()
                .map_or_else(DictObj::empty, |range| comprehension_locals(frame, range)),
        };
        let state = FrameView {
            code,
            instruction,
            globals: Rc::clone(&frame.function.globals),
            locals,
            back,
        };
        back = Value::Instance(Instance::new(
            Rc::clone(&vm.types.frame),
            Payload::Native(Box::new(state)),
        ));
        chain.push(back.clone());
    }
    back
}

/// The frame of a generator that is not closed.
pub(crate) fn frame_of_generator(vm: &mut Vm, generator: &Rc<Generator>) -> Value {
    if let Some(frame) = &*generator.frame.borrow() {
        return make(vm, frame, Value::None);
    }
    // One that runs has those below it that wait for it.
    let mut back = Value::None;
    for frame in &vm.stack {
        let Frame::Python(frame) = frame else {
            continue;
        };
        let runs = |g: &Rc<Generator>| Rc::ptr_eq(g, generator);
        if frame.generator.as_ref().is_some_and(runs) {
            return make(vm, frame, back);
        }
        if !frame.is_loop() {
            back = make(vm, frame, back);
        }
    }
    Value::None
}

/// The Python frames on the stack, innermost first, as a chain by `f_back`.
/// The running frame itself is not on the stack while native code serves a
/// call from it; `caller` tells only its code and instruction.
pub(crate) fn stack_frames(vm: &Vm) -> Vec<Value> {
    let mut chain = Vec::new();
    let mut back = Value::None;
    for frame in &vm.stack {
        if let Frame::Python(frame) = frame
            && !frame.is_loop()
        {
            back = make_all(vm, frame, back, &mut chain);
        }
    }
    chain.reverse();
    chain
}
