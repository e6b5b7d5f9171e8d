//! Looking at a machine that stands still: its frames, their variables, and
//! what objects hold.
//!
//! Nothing here runs Python code or changes the machine, not even the numbers
//! behind `id()`: a program that is looked at goes on as if it had not been.

mod describe;

pub use describe::{Children, children, repr, type_name};

use crate::builtins::frame::{line_of, variables_of};
use crate::builtins::{delegate_of, driven_generator};
use crate::code::{Code, Position};
use crate::object::{Generator, GeneratorState, Instance, StrRef, Value};
use crate::vm::{Frame, PyFrame, Vm};
use std::collections::HashSet;
use std::rc::Rc;

/// A frame of Python code, with its variables as they are now.
#[derive(Clone, Debug)]
pub struct Standing {
    /// `__qualname__` of the function, `<module>` for a program.
    pub function: StrRef,
    /// What runs in it.
    pub code: Rc<Code>,
    /// The line where it stands, from 1.
    pub line: u32,
    /// The expression that it stands at; all zero where it is not known.
    pub position: Position,
    /// Bound variables in the order of their first appearance in the text.
    pub variables: Vec<(StrRef, Value)>,
}

/// A level of the machine's stack.
#[derive(Clone, Debug)]
pub enum Level {
    /// Python code.
    Python(Standing),
    /// Native code, by its name.
    Native(&'static str),
}

/// The calls in progress, outermost first. The machine must not be running.
pub fn stack(vm: &Vm) -> Vec<Level> {
    vm.stack
        .iter()
        .filter(|frame| !matches!(frame, Frame::Python(frame) if frame.is_loop()))
        .map(|frame| match frame {
            Frame::Python(frame) => Level::Python(standing(frame)),
            Frame::Native(level) => Level::Native(level.code.name()),
        })
        .collect()
}

/// The frames of a suspended coroutine or generator and of those that it
/// awaits or delegates to, outermost first; none if it runs or is over.
pub fn chain(outermost: &Rc<Generator>) -> Vec<Standing> {
    let mut frames = Vec::new();
    let mut next = Some(Rc::clone(outermost));
    while let Some(generator) = next.take() {
        match &*generator.frame.borrow() {
            Some(frame) => frames.push(standing(frame)),
            None => break,
        }
        next = match delegate_of(&generator) {
            Some(Value::Generator(inner)) => Some(inner),
            Some(Value::Instance(inner)) => driven_generator(&inner),
            _ => None,
        };
    }
    frames
}

fn standing(frame: &PyFrame) -> Standing {
    let code = &frame.code;
    let generator = frame.generator.as_ref();
    let is_fresh = generator.is_some_and(|g| g.state.get() == GeneratorState::Created);
    let delegates = matches!(
        code.instructions.get(frame.pc as usize),
        Some(crate::code::Instr::Delegate { .. })
    );
    // At a delegation a frame stands on the instruction itself, else behind it.
    let at = frame.pc.saturating_sub(u32::from(!delegates));
    let (line, position) = if is_fresh {
        (code.first_line, Position::default())
    } else {
        let position = code.positions.get(at as usize);
        (line_of(code, at), position.unwrap_or_default())
    };
    let function = match generator {
        Some(generator) => generator.qualname(),
        None => Rc::clone(&code.qualname),
    };
    Standing {
        function,
        code: Rc::clone(code),
        line,
        position,
        variables: variables(frame),
    }
}

fn variables(frame: &PyFrame) -> Vec<(StrRef, Value)> {
    if !frame.code.has_namespace {
        return variables_of(frame);
    }
    let namespace = frame.namespace().unwrap_or(&frame.function.globals);
    let table = namespace.table.borrow();
    let named = table.iter().filter_map(|entry| match &entry.key {
        Value::Str(name) => Some((Rc::clone(name), entry.value.clone())),
        _ => None,
    });
    named.filter(|(name, value)| is_data(name, value)).collect()
}

/// Whether a name of a module or class body is worth a line: modules,
/// functions and classes stand in the source already.
fn is_data(name: &StrRef, value: &Value) -> bool {
    let is_definition = matches!(
        value,
        Value::Module(_) | Value::Function(_) | Value::Native(_) | Value::Class(_)
    );
    !is_definition && !name.as_str().starts_with("__")
}

/// How many objects [`generator_of`] looks at before it gives up.
const MOST_LOOKED_AT: usize = 200_000;

/// The generator or coroutine with a number in the event log, searched for
/// from the frames on the stack, the modules, and `roots`.
pub fn generator_of(vm: &Vm, entity: u32, roots: Vec<Value>) -> Option<Rc<Generator>> {
    let mut open = roots;
    for frame in &vm.stack {
        if let Frame::Python(frame) = frame {
            open.extend(frame.generator.iter().cloned().map(Value::Generator));
            open.extend(frame.registers.iter().cloned());
            open.push(Value::Dict(Rc::clone(&frame.function.globals)));
        }
    }
    open.push(Value::Dict(Rc::clone(&vm.modules)));
    let mut seen = HashSet::new();
    while let Some(value) = open.pop() {
        let Some(address) = value.address() else {
            continue;
        };
        if seen.len() > MOST_LOOKED_AT {
            return None;
        }
        if !seen.insert(address) {
            continue;
        }
        match &value {
            Value::Generator(generator) if generator.entity.get() == entity => {
                return Some(Rc::clone(generator));
            }
            Value::Generator(generator) => {
                if let Some(frame) = &*generator.frame.borrow() {
                    open.extend(frame.registers.iter().cloned());
                }
            }
            Value::Cell(cell) => open.push(cell.value.borrow().clone()),
            Value::Module(module) => open.push(Value::Dict(Rc::clone(&module.dict))),
            Value::Method(method) => open.push(method.receiver.clone()),
            Value::Instance(instance) => held(instance, &mut open),
            Value::Dict(dict) => {
                let table = dict.table.borrow();
                open.extend(table.iter().map(|entry| entry.value.clone()));
            }
            Value::List(list) => open.extend(list.to_vec()),
            Value::Tuple(tuple) => open.extend(tuple.items().iter().cloned()),
            _ => {}
        }
    }
    None
}

fn held(instance: &Instance, open: &mut Vec<Value>) {
    if let Some(dict) = instance.dict.get() {
        open.push(Value::Dict(Rc::clone(&dict)));
    }
    match &instance.payload {
        crate::object::Payload::Base(base) => open.push(base.clone()),
        crate::object::Payload::Native(native) => {
            open.extend(native.parts().into_iter().map(|(_, part)| part));
        }
        _ => {}
    }
}
