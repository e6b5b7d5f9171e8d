//! `weakref.proxy`: an object that does what its target does, as long as there
//! is one (Python library reference, "weakref").

use super::weakref_native::{living, make, target_of};
use crate::code::{BinaryOp, CompareOp, UnaryOp};
use crate::object::{DictObj, MANY, NativeDef, Value, intern};
use crate::vm::{Args, NativeResult, Vm};
use std::rc::Rc;

/// A method without further arguments.
macro_rules! unary {
    ($name:literal, $f:expr) => {
        NativeDef::method($name, |vm, args| on_target(vm, args, $f), 0, 0)
    };
}

/// A binary operator: forwards, with its operands swapped, and in place.
macro_rules! operator {
    ($op:ident, $name:literal, $swapped:literal, $in_place:literal) => {
        [
            NativeDef::method(
                $name,
                |vm, args| on_both(vm, args, |vm, a, b| vm.binary(BinaryOp::$op, a, b)),
                1,
                1,
            ),
            NativeDef::method(
                $swapped,
                |vm, args| on_both(vm, args, |vm, a, b| vm.binary(BinaryOp::$op, b, a)),
                1,
                1,
            ),
            NativeDef::method(
                $in_place,
                |vm, args| {
                    on_both(vm, args, |vm, a, b| {
                        vm.in_place(BinaryOp::$op, a.clone(), b)
                    })
                },
                1,
                1,
            ),
        ]
    };
}

macro_rules! comparison {
    ($op:ident, $name:literal) => {
        NativeDef::method(
            $name,
            |vm, args| on_both(vm, args, |vm, a, b| vm.compare(CompareOp::$op, a, b)),
            1,
            1,
        )
    };
}

const PROXY: &[NativeDef] = &[
    NativeDef::method("__getattribute__", getattribute, 1, 1),
    NativeDef::method("__setattr__", setattr, 2, 2),
    NativeDef::method("__delattr__", delattr, 1, 1),
    NativeDef::method("__repr__", repr, 0, 0),
    unary!("__str__", |vm, target, _| vm.str_of(&target)),
    unary!("__bool__", |vm, target, _| vm.truth(&target)),
    unary!("__len__", |vm, target, _| vm.len(&target)),
    unary!("__iter__", |vm, target, _| vm.get_iter(&target)),
    unary!("__next__", |vm, target, _| next(vm, &target)),
    unary!("__neg__", |vm, target, _| vm.unary(UnaryOp::Neg, &target)),
    unary!("__pos__", |vm, target, _| vm.unary(UnaryOp::Pos, &target)),
    unary!("__invert__", |vm, target, _| vm
        .unary(UnaryOp::Invert, &target)),
    unary!("__abs__", |vm, target, _| built_in(vm, "abs", target)),
    unary!("__int__", |vm, target, _| built_in(vm, "int", target)),
    unary!("__float__", |vm, target, _| built_in(vm, "float", target)),
    unary!("__bytes__", |vm, target, _| built_in(vm, "bytes", target)),
    unary!("__index__", |vm, target, _| vm.index_of(&target)),
    NativeDef::method(
        "__getitem__",
        |vm, args| on_target(vm, args, |vm, t, mut a| vm.get_item(&t, &a.take(1))),
        1,
        1,
    ),
    NativeDef::method(
        "__setitem__",
        |vm, args| {
            on_target(vm, args, |vm, t, mut a| {
                let (key, value) = (a.take(1), a.take(2));
                vm.set_item(&t, &key, value)
            })
        },
        2,
        2,
    ),
    NativeDef::method(
        "__delitem__",
        |vm, args| on_target(vm, args, |vm, t, mut a| vm.del_item(&t, &a.take(1))),
        1,
        1,
    ),
    NativeDef::method(
        "__contains__",
        |vm, args| on_target(vm, args, |vm, t, mut a| vm.contains(&t, &a.take(1))),
        1,
        1,
    ),
    comparison!(Eq, "__eq__"),
    comparison!(Ne, "__ne__"),
    comparison!(Lt, "__lt__"),
    comparison!(Le, "__le__"),
    comparison!(Gt, "__gt__"),
    comparison!(Ge, "__ge__"),
];

const OPERATORS: &[[NativeDef; 3]] = &[
    operator!(Add, "__add__", "__radd__", "__iadd__"),
    operator!(Sub, "__sub__", "__rsub__", "__isub__"),
    operator!(Mul, "__mul__", "__rmul__", "__imul__"),
    operator!(MatMul, "__matmul__", "__rmatmul__", "__imatmul__"),
    operator!(TrueDiv, "__truediv__", "__rtruediv__", "__itruediv__"),
    operator!(FloorDiv, "__floordiv__", "__rfloordiv__", "__ifloordiv__"),
    operator!(Mod, "__mod__", "__rmod__", "__imod__"),
    operator!(Pow, "__pow__", "__rpow__", "__ipow__"),
    operator!(LShift, "__lshift__", "__rlshift__", "__ilshift__"),
    operator!(RShift, "__rshift__", "__rrshift__", "__irshift__"),
    operator!(And, "__and__", "__rand__", "__iand__"),
    operator!(Or, "__or__", "__ror__", "__ior__"),
    operator!(Xor, "__xor__", "__rxor__", "__ixor__"),
];

const CALLABLE: &[NativeDef] = &[NativeDef::method("__call__", call, 0, MANY).any_keywords()];

/// Puts the two classes of proxies into the namespace of `_weakref`.
pub(super) fn init(vm: &mut Vm, namespace: &Rc<DictObj>) {
    for name in ["ProxyType", "CallableProxyType"] {
        let class = vm.native_class(namespace, "weakref", name, PROXY);
        for methods in OPERATORS {
            vm.add_methods(&class, methods);
        }
        if name == "CallableProxyType" {
            vm.add_methods(&class, CALLABLE);
        }
        vm.forbid_hash(&class);
        vm.refresh_traits(&class);
    }
}

/// `proxy(object, callback=None)`
pub(super) fn proxy(vm: &mut Vm, mut args: Args) -> NativeResult {
    let target = args.take(0);
    let callback = args.optional(1).unwrap_or(Value::None);
    let callable =
        vm.type_attr(&target, &vm.names.call).is_some() || matches!(target, Value::Function(_));
    let name = if callable {
        "CallableProxyType"
    } else {
        "ProxyType"
    };
    let module = vm.modules.get_name(&intern("_weakref"));
    let class = match module {
        Some(Value::Module(module)) => module.dict.get_name(&intern(name)).unwrap_or(Value::None),
        _ => Value::None,
    };
    make(vm, &class, &target, callback)
}

fn on_target(
    vm: &mut Vm,
    args: Args,
    f: impl FnOnce(&mut Vm, Value, Args) -> NativeResult,
) -> NativeResult {
    let target = living(vm, &args.values[0])?;
    f(vm, target, args)
}

/// The other operand may be a proxy, too.
fn on_both(
    vm: &mut Vm,
    mut args: Args,
    f: impl FnOnce(&mut Vm, &Value, &Value) -> NativeResult,
) -> NativeResult {
    let target = living(vm, &args.values[0])?;
    let other = args.take(1);
    let other = target_of(&other)
        .filter(|_| is_proxy(vm, &other))
        .unwrap_or(other);
    f(vm, &target, &other)
}

fn is_proxy(vm: &Vm, value: &Value) -> bool {
    let class = vm.class_of(value);
    class.is_builtin && class.name().as_str().ends_with("ProxyType")
}

fn next(vm: &mut Vm, target: &Value) -> NativeResult {
    if let Some(answer) = vm.call_special(target, &intern("__next__"), []) {
        return answer;
    }
    let kind = vm.type_name(target);
    Err(vm.type_error(format!(
        "Weakref proxy referenced a non-iterator '{kind}' object"
    )))
}

/// Calls a builtin function or class with the target.
fn built_in(vm: &mut Vm, name: &str, target: Value) -> NativeResult {
    let function = vm.builtins.get_name(&intern(name)).unwrap_or_default();
    vm.call(&function, Args::positional([target]))
}

fn getattribute(vm: &mut Vm, args: Args) -> NativeResult {
    let name = crate::builtins::object::attribute_name(vm, &args.values[1])?;
    on_target(vm, args, |vm, target, _| vm.load_attr(&target, &name))
}

fn setattr(vm: &mut Vm, args: Args) -> NativeResult {
    let name = crate::builtins::object::attribute_name(vm, &args.values[1])?;
    on_target(vm, args, |vm, target, mut args| {
        vm.store_attr(&target, &name, args.take(2))
    })
}

fn delattr(vm: &mut Vm, args: Args) -> NativeResult {
    let name = crate::builtins::object::attribute_name(vm, &args.values[1])?;
    on_target(vm, args, |vm, target, _| vm.delete_attr(&target, &name))
}

fn repr(vm: &mut Vm, args: Args) -> NativeResult {
    let own = vm.fake_address(&args.values[0]);
    Ok(Value::string(match target_of(&args.values[0]) {
        Some(target) => {
            let (name, address) = (vm.type_name(&target), vm.fake_address(&target));
            format!("<weakproxy at {own:#x}; to '{name}' at {address:#x}>")
        }
        None => format!("<weakproxy at {own:#x}; dead>"),
    }))
}

fn call(vm: &mut Vm, mut args: Args) -> NativeResult {
    let target = living(vm, &args.take(0))?;
    args.values.remove(0);
    vm.call(&target, args)
}
