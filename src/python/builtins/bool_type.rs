//! `bool`: an `int` that answers `&`, `|` and `^` of its own kind with a `bool`.

use super::slots;
use crate::code::BinaryOp;
use crate::object::{NativeDef, Value};
use crate::vm::{Args, NativeResult, Vm};
use std::rc::Rc;

const METHODS: &[NativeDef] = &[
    NativeDef::static_method("__new__", new, 0, 1),
    NativeDef::method("__and__", |vm, args| logic(vm, BinaryOp::And, args), 1, 1),
    NativeDef::method("__rand__", |vm, args| logic(vm, BinaryOp::And, args), 1, 1),
    NativeDef::method("__or__", |vm, args| logic(vm, BinaryOp::Or, args), 1, 1),
    NativeDef::method("__ror__", |vm, args| logic(vm, BinaryOp::Or, args), 1, 1),
    NativeDef::method("__xor__", |vm, args| logic(vm, BinaryOp::Xor, args), 1, 1),
    NativeDef::method("__rxor__", |vm, args| logic(vm, BinaryOp::Xor, args), 1, 1),
    slots::REPR,
];

pub(crate) fn install(vm: &Vm) {
    let class = &vm.types.bool;
    vm.add_methods(class, METHODS);
}

/// `bool(x)`
fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    let class = args.take(0);
    let bool = Rc::clone(&vm.types.bool);
    vm.class_argument(&class, &bool)?;
    match args.optional(1) {
        None => Ok(Value::Bool(false)),
        Some(value) => vm.truth(&value),
    }
}

/// These operators do not mind the order of their operands.
fn logic(vm: &mut Vm, op: BinaryOp, args: Args) -> NativeResult {
    super::numbers::binary(vm, op, args, false)
}
