//! `bytearray`: what it has beyond the methods it shares with `bytes`.

use super::arguments::bytearray_value;
use super::bytes_type::{construct, install_shared};
use super::slots;
use crate::object::{ByteArray, MANY, NativeDef, Raise, Value};
use crate::vm::{Args, NativeResult, Vm};
use std::rc::Rc;

const METHODS: &[NativeDef] = &[
    NativeDef::static_method("__new__", new, 0, MANY).any_keywords(),
    NativeDef::method("__init__", construct::init_bytearray, 0, 3)
        .with_params(&["source", "encoding", "errors"]),
    NativeDef::method("append", append, 1, 1),
    NativeDef::method("extend", extend, 1, 1),
    NativeDef::method("insert", insert, 2, 2),
    NativeDef::method("pop", pop, 0, 1),
    NativeDef::method("remove", remove, 1, 1),
    NativeDef::method("reverse", reverse, 0, 0).walks_all(),
    NativeDef::method("clear", clear, 0, 0),
    NativeDef::method("copy", copy, 0, 0),
    NativeDef::method("__copy__", copy, 0, 0),
    NativeDef::method("__iadd__", add_in_place, 1, 1),
    NativeDef::method("__imul__", repeat_in_place, 1, 1),
    NativeDef::method("__mod__", percent, 1, 1),
    slots::SETITEM,
    slots::DELITEM,
];

/// `__init__` sees to the arguments: that of a derived class may have its own.
fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    let class = args.take(0);
    let bytearray = Rc::clone(&vm.types.bytearray);
    vm.object_of(&class, &bytearray, bytearray_value(Vec::new()))
}

/// Needs the object itself: the name of a derived class shows.
const REPR: &[NativeDef] = &[NativeDef::method("__repr__", repr, 0, 0)];

fn repr(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let name = vm.type_name(&me);
    let text = match vm.buffer_of(&me) {
        Some(bytes) => crate::text::repr::bytearray_repr(&bytes),
        None => return Err(vm.wrong_receiver("bytearray", &me)),
    };
    let inside = text.strip_prefix("bytearray").unwrap_or(&text);
    Ok(Value::string(format!("{name}{inside}")))
}

pub(crate) fn install(vm: &Vm) {
    let class = &vm.types.bytearray;
    vm.add_methods(class, METHODS);
    install_shared(vm, class);
    vm.add_whole_methods(class, REPR);
    vm.forbid_hash(class);
}

pub(super) fn receiver(vm: &Vm, args: &mut Args) -> Result<Rc<ByteArray>, Raise> {
    match args.take(0) {
        Value::ByteArray(bytes) => Ok(bytes),
        other => Err(vm.wrong_receiver("bytearray", &other)),
    }
}

impl Vm {
    /// An error if memoryviews see this bytearray, so that its size cannot change.
    pub(crate) fn resizable(&self, bytes: &ByteArray) -> Result<(), Raise> {
        if bytes.exports.get() == 0 {
            return Ok(());
        }
        let class = &self.types.buffer_error;
        Err(self.error(class, "Existing exports of data: object cannot be re-sized"))
    }
}

fn byte_argument(vm: &mut Vm, value: &Value) -> Result<u8, Raise> {
    vm.index_of(value)?;
    match vm.index_now(value).and_then(|byte| u8::try_from(byte).ok()) {
        Some(byte) => Ok(byte),
        None => Err(vm.value_error("byte must be in range(0, 256)")),
    }
}

fn append(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1], append) {
        return result;
    }
    let me = receiver(vm, &mut args)?;
    let byte = byte_argument(vm, &args.take(1))?;
    vm.resizable(&me)?;
    me.bytes.borrow_mut().push(byte);
    Ok(Value::None)
}

fn extend(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver(vm, &mut args)?;
    let source = args.take(1);
    if let Some(more) = vm.buffer_of(&source) {
        vm.charge(more.len())?;
        vm.resizable(&me)?;
        me.bytes.borrow_mut().extend_from_slice(&more);
        return Ok(Value::None);
    }
    vm.run_async("extend", move |cx| async move {
        let more = construct::from_iterable(&cx, &source).await?;
        cx.with(|vm| vm.resizable(&me))?;
        me.bytes.borrow_mut().extend_from_slice(&more);
        Ok(Value::None)
    })
}

fn insert(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1, 2], insert) {
        return result;
    }
    let me = receiver(vm, &mut args)?;
    let at = vm.int_argument(&args.take(1))?;
    let byte = byte_argument(vm, &args.take(2))?;
    vm.resizable(&me)?;
    let mut bytes = me.bytes.borrow_mut();
    let length = bytes.len() as i64;
    let at = if at < 0 {
        at.saturating_add(length).max(0)
    } else {
        at.min(length)
    };
    let at = at as usize;
    vm.work(bytes.len().saturating_sub(at));
    bytes.insert(at, byte);
    Ok(Value::None)
}

fn pop(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1], pop) {
        return result;
    }
    let me = receiver(vm, &mut args)?;
    let at = vm.count_argument(args.optional(1), -1)?;
    vm.resizable(&me)?;
    let mut bytes = me.bytes.borrow_mut();
    if bytes.is_empty() {
        return Err(vm.index_error("pop from empty bytearray"));
    }
    match Vm::place(at, bytes.len()) {
        Some(place) => {
            vm.work(bytes.len().saturating_sub(place));
            Ok(Value::Int(i64::from(bytes.remove(place))))
        }
        None => Err(vm.index_error("pop index out of range")),
    }
}

fn remove(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1], remove) {
        return result;
    }
    let me = receiver(vm, &mut args)?;
    let byte = byte_argument(vm, &args.take(1))?;
    vm.resizable(&me)?;
    let mut bytes = me.bytes.borrow_mut();
    vm.work(bytes.len());
    match bytes.iter().position(|known| *known == byte) {
        Some(place) => {
            bytes.remove(place);
            Ok(Value::None)
        }
        None => Err(vm.value_error("value not found in bytearray")),
    }
}

fn reverse(vm: &mut Vm, mut args: Args) -> NativeResult {
    receiver(vm, &mut args)?.bytes.borrow_mut().reverse();
    Ok(Value::None)
}

fn clear(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver(vm, &mut args)?;
    vm.resizable(&me)?;
    me.bytes.borrow_mut().clear();
    Ok(Value::None)
}

fn copy(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver(vm, &mut args)?;
    vm.charge(me.bytes.borrow().len())?;
    let bytes = me.bytes.borrow().clone();
    Ok(bytearray_value(bytes))
}

fn add_in_place(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver(vm, &mut args)?;
    let other = args.take(1);
    let Some(more) = vm.buffer_of(&other) else {
        let name = vm.type_name(&other);
        return Err(vm.type_error(format!("can't concat {name} to bytearray")));
    };
    vm.charge(more.len())?;
    vm.resizable(&me)?;
    me.bytes.borrow_mut().extend_from_slice(&more);
    Ok(Value::ByteArray(me))
}

fn repeat_in_place(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1], repeat_in_place) {
        return result;
    }
    let me = receiver(vm, &mut args)?;
    let count = vm.int_argument(&args.take(1))?;
    let count = usize::try_from(count.max(0)).unwrap_or(usize::MAX);
    let length = me.bytes.borrow().len();
    vm.charge(length.saturating_mul(count))?;
    vm.resizable(&me)?;
    let repeated = me.bytes.borrow().repeat(count);
    me.bytes.replace(repeated);
    Ok(Value::ByteArray(me))
}

fn percent(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (template, argument) = (args.take(0), args.take(1));
    vm.percent_format(&template, &argument)
}
