//! Traceback objects.
//!
//! A traceback keeps the code and the instruction of each call, not the frame
//! itself: when a program looks at it, the frame's variables are gone, and
//! `tb_frame.f_locals` is empty.

use super::stack;
use crate::builtins::frame::FrameView;
use crate::object::{DictObj, Instance, Native, NativeDef, Payload, TracebackEntry, Value};
use crate::vm::{Args, Frame, GetSet, NativeResult, PyFrame, Vm};
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

/// A traceback: a place in a list of entries, outermost first. A program may
/// put it into another list.
#[derive(Debug)]
struct Traceback(RefCell<Place>);

#[derive(Clone, Debug)]
struct Place {
    entries: Rc<[TracebackEntry]>,
    at: usize,
}

impl Place {
    fn entry(&self) -> Option<&TracebackEntry> {
        self.entries.get(self.at)
    }

    /// This entry and those below it.
    fn rest(&self) -> &[TracebackEntry] {
        self.entries.get(self.at..).unwrap_or_default()
    }
}

impl Native for Traceback {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

const TRACEBACK: &[GetSet] = &[
    GetSet {
        name: "tb_frame",
        get: tb_frame,
        set: None,
    },
    GetSet {
        name: "tb_lineno",
        get: tb_lineno,
        set: None,
    },
    GetSet {
        name: "tb_lasti",
        get: tb_lasti,
        set: None,
    },
    GetSet {
        name: "tb_next",
        get: tb_next,
        set: Some(set_tb_next),
    },
];

/// Fills the class.
pub(super) fn install(vm: &Vm) {
    let class = &vm.types.traceback;
    vm.add_getsets(class, TRACEBACK);
    vm.add_methods(class, SAME);
}

/// Each look at `__traceback__` makes an object anew: those of the same calls are
/// equal.
const SAME: &[NativeDef] = &[
    NativeDef::method("__eq__", equal, 1, 1),
    NativeDef::method("__hash__", hash, 0, 0),
];

fn equal(_: &mut Vm, args: Args) -> NativeResult {
    let [one, other] = args.values.as_slice() else {
        return Ok(Value::NotImplemented);
    };
    let (Some(one), Some(other)) = (place_of(one), place_of(other)) else {
        return Ok(Value::NotImplemented);
    };
    let (one, other) = (one.rest(), other.rest());
    Ok(Value::Bool(
        one.len() == other.len()
            && one.iter().zip(other).all(|(a, b)| {
                let is_same = (a.instruction, a.within) == (b.instruction, b.within);
                is_same && Rc::ptr_eq(&a.code, &b.code)
            }),
    ))
}

fn hash(_: &mut Vm, mut args: Args) -> NativeResult {
    let place = place_of(&args.take(0));
    let hash = place.map_or(0, |place| {
        place.rest().iter().fold(0i64, |hash, entry| {
            hash.wrapping_mul(31)
                .wrapping_add(i64::from(entry.instruction))
        })
    });
    Ok(Value::Int(hash))
}

/// `__traceback__` for these entries, which come innermost first; None for none.
pub(crate) fn traceback_value(vm: &Vm, entries: &[TracebackEntry]) -> Value {
    if entries.is_empty() {
        return Value::None;
    }
    new_traceback(vm, entries.iter().rev().cloned().collect(), 0)
}

fn new_traceback(vm: &Vm, entries: Rc<[TracebackEntry]>, at: usize) -> Value {
    let payload = Payload::Native(Box::new(Traceback(RefCell::new(Place { entries, at }))));
    Value::Instance(Instance::new(Rc::clone(&vm.types.traceback), payload))
}

/// The entries of a traceback object, innermost first.
pub(crate) fn entries_of(value: &Value) -> Option<Vec<TracebackEntry>> {
    Some(place_of(value)?.rest().iter().rev().cloned().collect())
}

fn place_of(value: &Value) -> Option<Place> {
    let Value::Instance(instance) = value else {
        return None;
    };
    Some(instance.native::<Traceback>()?.0.borrow().clone())
}

/// The namespace of the module that an entry's code belongs to: found by its
/// file, since a traceback does not keep it.
pub(super) fn globals_of(vm: &Vm, entry: &TracebackEntry) -> Option<Rc<DictObj>> {
    let file = &entry.code.file.name;
    let table = vm.modules.table.borrow();
    table.iter().find_map(|module| match &module.value {
        Value::Module(module) => match module.dict.get_name(&vm.names.file) {
            Some(Value::Str(own)) if own.as_str() == file.as_str() => Some(Rc::clone(&module.dict)),
            _ => None,
        },
        _ => None,
    })
}

fn current(vm: &Vm, me: &Value) -> Result<(Place, TracebackEntry), crate::object::Raise> {
    if let Some(place) = place_of(me)
        && let Some(entry) = place.entry().cloned()
    {
        return Ok((place, entry));
    }
    Err(vm.type_error("descriptor requires a 'traceback' object"))
}

fn tb_frame(vm: &mut Vm, me: &Value) -> NativeResult {
    let (place, _) = current(vm, me)?;
    let mut back = Value::None;
    // The callers that the traceback knows; long chains are cut.
    let first = place.at.saturating_sub(200);
    for entry in place.entries.iter().take(place.at + 1).skip(first) {
        let (code, instruction) = entry.shown_code();
        let frame = FrameView {
            code,
            instruction,
            globals: globals_of(vm, entry).unwrap_or_else(DictObj::empty),
            locals: DictObj::empty(),
            back,
        };
        back = new_frame(vm, frame);
    }
    Ok(back)
}

fn tb_lineno(vm: &mut Vm, me: &Value) -> NativeResult {
    Ok(Value::Int(i64::from(
        stack::position(&current(vm, me)?.1).line,
    )))
}

fn tb_lasti(vm: &mut Vm, me: &Value) -> NativeResult {
    Ok(Value::Int(i64::from(current(vm, me)?.1.instruction)))
}

fn tb_next(vm: &mut Vm, me: &Value) -> NativeResult {
    let (place, _) = current(vm, me)?;
    let next = place.at + 1;
    if next >= place.entries.len() {
        return Ok(Value::None);
    }
    Ok(new_traceback(vm, place.entries, next))
}

/// What comes below: another traceback, or nothing.
fn set_tb_next(vm: &mut Vm, me: &Value, new: Value) -> NativeResult {
    let (_, entry) = current(vm, me)?;
    let below = match (place_of(&new), &new) {
        (Some(place), _) => place,
        (None, Value::None) => Place {
            entries: Rc::default(),
            at: 0,
        },
        _ => {
            let kind = vm.type_name(&new);
            return Err(vm.type_error(format!("expected traceback object, got '{kind}'")));
        }
    };
    let entries = std::iter::once(entry).chain(below.rest().iter().cloned());
    let place = Place {
        entries: entries.collect(),
        at: 0,
    };
    if let Value::Instance(instance) = me
        && let Some(traceback) = instance.native::<Traceback>()
    {
        traceback.0.replace(place);
    }
    Ok(Value::None)
}

fn new_frame(vm: &Vm, frame: FrameView) -> Value {
    let payload = Payload::Native(Box::new(frame));
    Value::Instance(Instance::new(Rc::clone(&vm.types.frame), payload))
}

/// The calls in progress as tracebacks know them, outermost first.
pub(super) fn running(vm: &Vm) -> Vec<TracebackEntry> {
    let mut entries = Vec::new();
    for frame in vm.stack.iter().rev().filter_map(python) {
        let at = match frame.pc {
            // Not begun: at the line of its `def`.
            0 => u32::MAX,
            next => next - u32::from(!vm.stands_at_delegate(frame)),
        };
        TracebackEntry::add_to(&mut entries, &frame.code, at);
    }
    entries.reverse();
    entries
}

fn python(frame: &Frame) -> Option<&PyFrame> {
    match frame {
        Frame::Python(frame) if !frame.is_loop() => Some(frame),
        _ => None,
    }
}
