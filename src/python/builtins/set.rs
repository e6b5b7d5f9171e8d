//! `set` and `frozenset`.

use super::set_algebra::{builder, built, new_frozenset, new_set, same};
use super::set_ops::AnySet;
use super::slots;
use crate::code::{BinaryOp, CompareOp};
use crate::hashing::set_order::SetTable;
use crate::object::{MANY, NativeDef, Raise, Set, SetObj, Value};
use crate::vm::{Args, NativeResult, Vm};
use std::rc::Rc;

/// What both kinds have.
const COMMON: &[NativeDef] = &[
    NativeDef::method(
        "difference",
        |vm, args| combine(vm, BinaryOp::Sub, args),
        0,
        MANY,
    ),
    NativeDef::method(
        "intersection",
        |vm, args| combine(vm, BinaryOp::And, args),
        0,
        MANY,
    ),
    NativeDef::method("isdisjoint", is_disjoint, 1, 1),
    NativeDef::method("issubset", |vm, args| relate(vm, CompareOp::Le, args), 1, 1),
    NativeDef::method(
        "issuperset",
        |vm, args| relate(vm, CompareOp::Ge, args),
        1,
        1,
    ),
    NativeDef::method(
        "symmetric_difference",
        |vm, args| combine(vm, BinaryOp::Xor, args),
        1,
        1,
    ),
    NativeDef::method("union", |vm, args| combine(vm, BinaryOp::Or, args), 0, MANY),
    NativeDef::method(
        "__and__",
        |vm, args| slots::binary(vm, BinaryOp::And, args),
        1,
        1,
    ),
    NativeDef::method(
        "__or__",
        |vm, args| slots::binary(vm, BinaryOp::Or, args),
        1,
        1,
    ),
    NativeDef::method(
        "__sub__",
        |vm, args| slots::binary(vm, BinaryOp::Sub, args),
        1,
        1,
    ),
    NativeDef::method(
        "__xor__",
        |vm, args| slots::binary(vm, BinaryOp::Xor, args),
        1,
        1,
    ),
    NativeDef::method(
        "__rand__",
        |vm, args| slots::reflected(vm, BinaryOp::And, args),
        1,
        1,
    ),
    NativeDef::method(
        "__ror__",
        |vm, args| slots::reflected(vm, BinaryOp::Or, args),
        1,
        1,
    ),
    NativeDef::method(
        "__rsub__",
        |vm, args| slots::reflected(vm, BinaryOp::Sub, args),
        1,
        1,
    ),
    NativeDef::method(
        "__rxor__",
        |vm, args| slots::reflected(vm, BinaryOp::Xor, args),
        1,
        1,
    ),
    slots::LEN,
    slots::ITER,
    slots::CONTAINS,
    slots::EQ,
    slots::NE,
    slots::LT,
    slots::LE,
    slots::GT,
    slots::GE,
    slots::CLASS_GETITEM,
];

const SET: &[NativeDef] = &[
    NativeDef::static_method("__new__", new, 0, MANY).any_keywords(),
    NativeDef::method("__init__", init, 0, 1),
    NativeDef::method("add", add, 1, 1),
    NativeDef::method("clear", clear, 0, 0),
    NativeDef::method(
        "difference_update",
        |vm, args| combine_into(vm, BinaryOp::Sub, args),
        0,
        MANY,
    ),
    NativeDef::method("discard", discard, 1, 1),
    NativeDef::method(
        "intersection_update",
        |vm, args| combine_into(vm, BinaryOp::And, args),
        0,
        MANY,
    ),
    NativeDef::method("pop", pop, 0, 0),
    NativeDef::method("remove", remove, 1, 1),
    NativeDef::method(
        "symmetric_difference_update",
        |vm, args| combine_into(vm, BinaryOp::Xor, args),
        1,
        1,
    ),
    NativeDef::method(
        "update",
        |vm, args| combine_into(vm, BinaryOp::Or, args),
        0,
        MANY,
    ),
    NativeDef::method(
        "__iand__",
        |vm, args| in_place(vm, BinaryOp::And, args),
        1,
        1,
    ),
    NativeDef::method("__ior__", |vm, args| in_place(vm, BinaryOp::Or, args), 1, 1),
    NativeDef::method(
        "__isub__",
        |vm, args| in_place(vm, BinaryOp::Sub, args),
        1,
        1,
    ),
    NativeDef::method(
        "__ixor__",
        |vm, args| in_place(vm, BinaryOp::Xor, args),
        1,
        1,
    ),
];

const FROZENSET: &[NativeDef] = &[
    NativeDef::static_method("__new__", new_frozen, 0, 1),
    slots::HASH,
];

pub(crate) fn install(vm: &Vm) {
    let (set, frozenset) = (&vm.types.set, Rc::clone(&vm.types.frozenset));
    vm.add_methods(set, COMMON);
    vm.add_methods(set, SET);
    vm.add_whole_methods(set, WHOLE);
    vm.add_whole_methods(&frozenset, WHOLE);
    vm.forbid_hash(set);
    vm.add_methods(&frozenset, COMMON);
    vm.add_methods(&frozenset, FROZENSET);
}

/// These need the object itself: the name of a derived class shows, and only
/// what is a frozenset and nothing more is its own copy.
const WHOLE: &[NativeDef] = &[
    NativeDef::method("__repr__", repr, 0, 0),
    NativeDef::method("copy", copy, 0, 0),
];

fn repr(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let Some(set) = AnySet::of(&vm.unwrap_base_set(&me)) else {
        return Err(vm.type_error("descriptor requires a 'set' object"));
    };
    let name = vm.type_name(&me);
    let plain = matches!(me, Value::Set(_));
    let members = Value::list(set.members().into_iter().map(|(_, key)| key).collect());
    vm.run_async("repr", move |cx| async move {
        let text = cx.repr(&members).await?;
        let inside = text
            .as_str()
            .strip_prefix('[')
            .and_then(|t| t.strip_suffix(']'))
            .unwrap_or_default();
        Ok(Value::string(match (inside, plain) {
            ("", _) => format!("{name}()"),
            (_, true) => format!("{{{inside}}}"),
            _ => format!("{name}({{{inside}}})"),
        }))
    })
}

/// The set that a method was called on.
fn receiver(vm: &Vm, args: &mut Args) -> Result<AnySet, Raise> {
    let value = args.take(0);
    AnySet::of(&value).ok_or_else(|| {
        vm.type_error(format!(
            "descriptor requires a 'set' object but received a '{}'",
            vm.type_name(&value)
        ))
    })
}

fn mutable(vm: &Vm, args: &mut Args) -> Result<Rc<SetObj>, Raise> {
    match receiver(vm, args)? {
        AnySet::Set(set) => Ok(set),
        AnySet::Frozen(_) => {
            Err(vm.type_error("descriptor requires a 'set' object but received a 'frozenset'"))
        }
    }
}

impl Vm {
    /// The set inside an instance of a class derived from one; other values as they are.
    pub(crate) fn unwrap_base_set(&self, value: &Value) -> Value {
        let base = self.unwrap_base(value.clone());
        if AnySet::of(&base).is_some() {
            base
        } else {
            value.clone()
        }
    }
}

fn new(vm: &mut Vm, mut args: Args) -> NativeResult {
    let class = args.take(0);
    let set = Rc::clone(&vm.types.set);
    vm.object_of(&class, &set, new_set(Set::new()))
}

fn init(vm: &mut Vm, mut args: Args) -> NativeResult {
    let set = mutable(vm, &mut args)?;
    set.table.borrow_mut().clear();
    match args.optional(1) {
        Some(iterable) => vm.set_update(&Value::Set(set), &iterable),
        None => Ok(Value::None),
    }
}

fn new_frozen(vm: &mut Vm, mut args: Args) -> NativeResult {
    let class = args.take(0);
    let frozenset = Rc::clone(&vm.types.frozenset);
    match args.optional(1) {
        None => vm.object_of(&class, &frozenset, new_frozenset(Set::new())),
        Some(same @ Value::FrozenSet(_)) if class.is(&Value::Class(Rc::clone(&frozenset))) => {
            Ok(same)
        }
        Some(iterable) => vm.run_async("frozenset", move |cx| async move {
            let set = AnySet::Set(SetObj::new(Set::new()));
            cx.set_merge(&set, &iterable).await?;
            cx.with(|vm| vm.object_of(&class, &frozenset, new_frozenset(built(set))))
        }),
    }
}

fn copy(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    if matches!(me, Value::FrozenSet(_)) {
        return Ok(me);
    }
    let me = vm.unwrap_base_set(&me);
    let set = receiver(vm, &mut Args::positional([me]))?;
    vm.charge_items(set.len())?;
    let table = set.with(SetTable::copy_of);
    Ok(match set {
        AnySet::Set(_) => new_set(table),
        AnySet::Frozen(_) => new_frozenset(table),
    })
}

fn add(vm: &mut Vm, mut args: Args) -> NativeResult {
    let set = Value::Set(mutable(vm, &mut args)?);
    let result = vm.set_add(&set, args.take(1))?;
    discard_result(vm, result)
}

fn discard(vm: &mut Vm, mut args: Args) -> NativeResult {
    let set = Value::Set(mutable(vm, &mut args)?);
    let result = vm.set_discard(&set, &args.take(1))?;
    discard_result(vm, result)
}

/// None in place of a result, which may be still to come.
fn discard_result(vm: &mut Vm, result: Value) -> NativeResult {
    if result.is_undefined() {
        let frames = std::mem::take(&mut vm.pending);
        return vm.run_after(frames, |_, _| Ok(Value::None));
    }
    Ok(Value::None)
}

fn remove(vm: &mut Vm, mut args: Args) -> NativeResult {
    let set = Value::Set(mutable(vm, &mut args)?);
    let key = args.take(1);
    vm.run_async("remove", move |cx| async move {
        let started = cx.with(|vm| vm.set_discard(&set, &key));
        match cx.finish(started).await? {
            Value::Bool(true) => Ok(Value::None),
            _ => Err(cx.with(|vm| vm.key_error(key))),
        }
    })
}

fn clear(vm: &mut Vm, mut args: Args) -> NativeResult {
    let set = mutable(vm, &mut args)?;
    let mut fresh = Set::new();
    std::mem::swap(&mut fresh, &mut set.table.borrow_mut());
    // Iterators must notice; the old members are dropped while nothing is borrowed.
    set.table.borrow_mut().clear();
    drop(fresh);
    Ok(Value::None)
}

fn pop(vm: &mut Vm, mut args: Args) -> NativeResult {
    let set = mutable(vm, &mut args)?;
    let popped = set.table.borrow_mut().pop();
    match popped {
        Some((_, key)) => Ok(key),
        None => Err(vm.key_error(Value::str("pop from an empty set"))),
    }
}

/// `union` and the like: any number of iterables.
fn combine(vm: &mut Vm, op: BinaryOp, mut args: Args) -> NativeResult {
    let set = receiver(vm, &mut args)?;
    let others: Vec<Value> = args.values.drain(1..).collect();
    let frozen = matches!(set, AnySet::Frozen(_));
    vm.run_async("set", move |cx| async move {
        let wrap = |table| {
            if frozen {
                new_frozenset(table)
            } else {
                new_set(table)
            }
        };
        let mut others = others.iter();
        let mut table = match others.next() {
            Some(other) => cx.set_combine(op, &set, other).await?,
            None => set.with(SetTable::copy_of),
        };
        // Only the first makes a new table, but for intersections, whose
        // tables are new each time: their sizes, and so their orders, differ.
        for other in others {
            let result = builder(table);
            table = if op == BinaryOp::And {
                cx.set_combine(op, &result, other).await?
            } else {
                if !AnySet::of(other).is_some_and(|other| same(&set, &other)) {
                    cx.set_combine_into(op, &result, other).await?;
                }
                built(result)
            };
        }
        Ok(wrap(table))
    })
}

fn combine_into(vm: &mut Vm, op: BinaryOp, mut args: Args) -> NativeResult {
    let set = AnySet::Set(mutable(vm, &mut args)?);
    let others: Vec<Value> = args.values.drain(1..).collect();
    vm.run_async("set", move |cx| async move {
        for other in others {
            cx.set_combine_into(op, &set, &other).await?;
        }
        Ok(Value::None)
    })
}

fn in_place(vm: &mut Vm, op: BinaryOp, mut args: Args) -> NativeResult {
    let (set, other) = (args.take(0), args.take(1));
    let other = vm.unwrap_base_set(&other);
    if AnySet::of(&other).is_none() {
        return Ok(Value::NotImplemented);
    }
    vm.set_in_place(op, set, &other)
}

fn is_disjoint(vm: &mut Vm, mut args: Args) -> NativeResult {
    let set = receiver(vm, &mut args)?;
    let other = args.take(1);
    vm.run_async("isdisjoint", move |cx| async move {
        let iterator = cx.iter(&other).await?;
        while let Some(item) = cx.next(&iterator).await? {
            let hash = cx.hash(&item).await?;
            if cx.set_contains(&set, hash, &item).await? {
                return Ok(Value::Bool(false));
            }
        }
        Ok(Value::Bool(true))
    })
}

/// `issubset`, `issuperset`: any iterable on the right.
fn relate(vm: &mut Vm, op: CompareOp, mut args: Args) -> NativeResult {
    let (set, other) = (args.take(0), args.take(1));
    vm.run_async("set", move |cx| async move {
        let other = match cx.to_set(&other).await? {
            AnySet::Set(set) => Value::Set(set),
            AnySet::Frozen(set) => Value::FrozenSet(set),
        };
        let started = cx.with(|vm| vm.compare(op, &set, &other));
        cx.finish(started).await
    })
}
