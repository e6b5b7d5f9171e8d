//! Special methods that builtin types share: what an operator does to a value
//! of the type is also callable by name, and so can be reached by `super()`.

use crate::code::{BinaryOp, CompareOp};
use crate::object::{Class, NativeDef, Value};
use crate::vm::{Args, NativeResult, Vm};
use std::rc::Rc;

/// `__len__`
pub(crate) const LEN: NativeDef =
    NativeDef::method("__len__", |vm, mut args| vm.len(&args.take(0)), 0, 0);
/// `__iter__`
pub(crate) const ITER: NativeDef =
    NativeDef::method("__iter__", |vm, mut args| vm.get_iter(&args.take(0)), 0, 0);
/// `__getitem__`
pub(crate) const GETITEM: NativeDef = NativeDef::method("__getitem__", get_item, 1, 1);
/// `__setitem__`
pub(crate) const SETITEM: NativeDef = NativeDef::method("__setitem__", set_item, 2, 2);
/// `__delitem__`
pub(crate) const DELITEM: NativeDef = NativeDef::method("__delitem__", delete_item, 1, 1);
/// `__contains__`
pub(crate) const CONTAINS: NativeDef = NativeDef::method("__contains__", contains, 1, 1);
/// `__repr__`
pub(crate) const REPR: NativeDef =
    NativeDef::method("__repr__", |vm, mut args| vm.repr_of(&args.take(0)), 0, 0);
/// `__hash__`
pub(crate) const HASH: NativeDef =
    NativeDef::method("__hash__", |vm, mut args| vm.hash(&args.take(0)), 0, 0);
/// `__eq__`
pub(crate) const EQ: NativeDef =
    NativeDef::method("__eq__", |vm, args| compare(vm, CompareOp::Eq, args), 1, 1);
/// `__ne__`
pub(crate) const NE: NativeDef =
    NativeDef::method("__ne__", |vm, args| compare(vm, CompareOp::Ne, args), 1, 1);
/// `__lt__`
pub(crate) const LT: NativeDef =
    NativeDef::method("__lt__", |vm, args| compare(vm, CompareOp::Lt, args), 1, 1);
/// `__le__`
pub(crate) const LE: NativeDef =
    NativeDef::method("__le__", |vm, args| compare(vm, CompareOp::Le, args), 1, 1);
/// `__gt__`
pub(crate) const GT: NativeDef =
    NativeDef::method("__gt__", |vm, args| compare(vm, CompareOp::Gt, args), 1, 1);
/// `__ge__`
pub(crate) const GE: NativeDef =
    NativeDef::method("__ge__", |vm, args| compare(vm, CompareOp::Ge, args), 1, 1);
/// `__mul__`
pub(crate) const MUL: NativeDef = NativeDef::method("__mul__", repeat, 1, 1);
/// `__rmul__`
pub(crate) const RMUL: NativeDef = NativeDef::method("__rmul__", repeat, 1, 1);
/// `__class_getitem__`
pub(crate) const CLASS_GETITEM: NativeDef =
    NativeDef::class_method("__class_getitem__", class_getitem, 1, 1);

/// The count may be any object with `__index__`.
fn repeat(vm: &mut Vm, mut args: Args) -> NativeResult {
    if let Some(result) = vm.after_index(&mut args, &[1], repeat) {
        return result;
    }
    let count = args.values.get(1).cloned().unwrap_or_default();
    let product = binary(vm, BinaryOp::Mul, args)?;
    if matches!(product, Value::NotImplemented) {
        return Err(vm.not_an_integer(&count));
    }
    Ok(product)
}

fn get_item(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (value, key) = (args.take(0), args.take(1));
    vm.get_item(&value, &key)
}

fn set_item(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (value, key, new) = (args.take(0), args.take(1), args.take(2));
    vm.set_item(&value, &key, new)
}

fn delete_item(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (value, key) = (args.take(0), args.take(1));
    vm.del_item(&value, &key)
}

fn contains(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (value, item) = (args.take(0), args.take(1));
    vm.contains(&value, &item)
}

/// Compares two values of one builtin type; `NotImplemented` for others.
fn compare(vm: &mut Vm, op: CompareOp, mut args: Args) -> NativeResult {
    let value = args.take(0);
    let other = args.take(1);
    let other = vm.unwrap_base(other);
    let set = |v: &Value| matches!(v, Value::Set(_) | Value::FrozenSet(_));
    let same = std::mem::discriminant(&value) == std::mem::discriminant(&other);
    if same || (set(&value) && set(&other)) {
        return vm.compare(op, &value, &other);
    }
    Ok(Value::NotImplemented)
}

/// `value op other`, or `NotImplemented` if they do not go together.
pub(crate) fn binary(vm: &mut Vm, op: BinaryOp, mut args: Args) -> NativeResult {
    let (value, other) = (args.take(0), args.take(1));
    vm.binary_or_not_implemented(op, &value, &other)
}

/// `other op value`, or `NotImplemented` if they do not go together.
pub(crate) fn reflected(vm: &mut Vm, op: BinaryOp, mut args: Args) -> NativeResult {
    let (value, other) = (args.take(0), args.take(1));
    let other = vm.unwrap_base(other);
    vm.binary_or_not_implemented(op, &other, &value)
}

/// `list[int]` and the like: a `types.GenericAlias`.
fn class_getitem(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (origin, parameters) = (args.take(0), args.take(1));
    vm.generic_alias(&origin, &parameters)
}

impl Vm {
    /// A class attribute that says that instances have no hash.
    pub(crate) fn forbid_hash(&self, class: &Rc<Class>) {
        drop(class.dict.set_name(&self.names.hash, Value::None));
    }
}
