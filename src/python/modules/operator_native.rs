//! `_operator`: the operators as functions.

use super::state_of;
use crate::code::{BinaryOp, CompareOp, UnaryOp};
use crate::object::{DictObj, MANY, Native, NativeDef, Raise, StrRef, Value, intern};
use crate::vm::{Args, Cx, NativeResult, Vm};
use std::any::Any;
use std::rc::Rc;

macro_rules! binary {
    ($($name:literal = $op:ident),* $(,)?) => {
        &[$(NativeDef::function($name, |vm, mut args| vm.binary(BinaryOp::$op, &args.take(0), &args.take(1)), 2, 2)),*]
    };
}

macro_rules! in_place {
    ($($name:literal = $op:ident),* $(,)?) => {
        &[$(NativeDef::function($name, |vm, mut args| vm.in_place(BinaryOp::$op, args.take(0), &args.take(1)), 2, 2)),*]
    };
}

macro_rules! compare {
    ($($name:literal = $op:ident),* $(,)?) => {
        &[$(NativeDef::function($name, |vm, mut args| vm.compare(CompareOp::$op, &args.take(0), &args.take(1)), 2, 2)),*]
    };
}

const BINARY: &[NativeDef] = binary! {
    "add" = Add, "sub" = Sub, "mul" = Mul, "matmul" = MatMul, "truediv" = TrueDiv, "floordiv" = FloorDiv,
    "mod" = Mod, "pow" = Pow, "lshift" = LShift, "rshift" = RShift, "and_" = And, "or_" = Or, "xor" = Xor,
};

const IN_PLACE: &[NativeDef] = in_place! {
    "iadd" = Add, "isub" = Sub, "imul" = Mul, "imatmul" = MatMul, "itruediv" = TrueDiv, "ifloordiv" = FloorDiv,
    "imod" = Mod, "ipow" = Pow, "ilshift" = LShift, "irshift" = RShift, "iand" = And, "ior" = Or, "ixor" = Xor,
};

const COMPARE: &[NativeDef] = compare! {
    "lt" = Lt, "le" = Le, "eq" = Eq, "ne" = Ne, "gt" = Gt, "ge" = Ge, "is_" = Is, "is_not" = IsNot,
};

const OTHERS: &[NativeDef] = &[
    NativeDef::function("abs", |vm, args| call_builtin(vm, "abs", args), 1, 1),
    NativeDef::function(
        "pos",
        |vm, mut args| vm.unary(UnaryOp::Pos, &args.take(0)),
        1,
        1,
    ),
    NativeDef::function(
        "neg",
        |vm, mut args| vm.unary(UnaryOp::Neg, &args.take(0)),
        1,
        1,
    ),
    NativeDef::function(
        "inv",
        |vm, mut args| vm.unary(UnaryOp::Invert, &args.take(0)),
        1,
        1,
    ),
    NativeDef::function(
        "invert",
        |vm, mut args| vm.unary(UnaryOp::Invert, &args.take(0)),
        1,
        1,
    ),
    NativeDef::function("index", |vm, mut args| vm.index_of(&args.take(0)), 1, 1),
    NativeDef::function("truth", |vm, mut args| vm.truth(&args.take(0)), 1, 1),
    NativeDef::function("not_", not, 1, 1),
    NativeDef::function(
        "is_none",
        |_, mut args| Ok(Value::Bool(args.take(0).is_none())),
        1,
        1,
    ),
    NativeDef::function(
        "is_not_none",
        |_, mut args| Ok(Value::Bool(!args.take(0).is_none())),
        1,
        1,
    ),
    NativeDef::function("concat", |vm, args| concat(vm, args, false), 2, 2),
    NativeDef::function("iconcat", |vm, args| concat(vm, args, true), 2, 2),
    NativeDef::function("contains", contains, 2, 2),
    NativeDef::function("countOf", count_of, 2, 2),
    NativeDef::function("indexOf", index_of, 2, 2),
    NativeDef::function(
        "getitem",
        |vm, mut args| vm.get_item(&args.take(0), &args.take(1)),
        2,
        2,
    ),
    NativeDef::function(
        "setitem",
        |vm, mut args| vm.set_item(&args.take(0), &args.take(1), args.take(2)),
        3,
        3,
    ),
    NativeDef::function(
        "delitem",
        |vm, mut args| vm.del_item(&args.take(0), &args.take(1)),
        2,
        2,
    ),
    NativeDef::function("length_hint", length_hint, 1, 2),
    NativeDef::function("call", call, 1, MANY).any_keywords(),
];

const ITEMGETTER: &[NativeDef] = &[
    NativeDef::static_method(
        "__new__",
        |vm, args| new_getter(vm, args, Kind::Item),
        0,
        MANY,
    ),
    NativeDef::method("__call__", call_getter, 1, 1),
    NativeDef::method("__reduce__", reduce, 0, 0),
    NativeDef::method("__repr__", repr, 0, 0),
];

const ATTRGETTER: &[NativeDef] = &[
    NativeDef::static_method(
        "__new__",
        |vm, args| new_getter(vm, args, Kind::Attribute),
        0,
        MANY,
    ),
    NativeDef::method("__call__", call_getter, 1, 1),
    NativeDef::method("__reduce__", reduce, 0, 0),
    NativeDef::method("__repr__", repr, 0, 0),
];

const METHODCALLER: &[NativeDef] = &[
    NativeDef::static_method("__new__", new_method_caller, 0, MANY).any_keywords(),
    NativeDef::method("__call__", call_getter, 1, 1),
    NativeDef::method("__reduce__", reduce, 0, 0),
    NativeDef::method("__repr__", repr, 0, 0),
];

/// Fills the module's namespace.
pub(super) fn init(vm: &mut Vm, namespace: &Rc<DictObj>) -> Result<(), Raise> {
    for defs in [BINARY, IN_PLACE, COMPARE, OTHERS] {
        vm.add_functions(namespace, "_operator", defs);
    }
    vm.native_class(namespace, "operator", "itemgetter", ITEMGETTER);
    vm.native_class(namespace, "operator", "attrgetter", ATTRGETTER);
    vm.native_class(namespace, "operator", "methodcaller", METHODCALLER);
    Ok(())
}

fn call_builtin(vm: &mut Vm, name: &str, args: Args) -> NativeResult {
    match vm.builtins.get_name(&intern(name)) {
        Some(function) => vm.call(&function, args),
        None => Err(vm.name_error(format!("name '{name}' is not defined"))),
    }
}

fn not(vm: &mut Vm, mut args: Args) -> NativeResult {
    let value = args.take(0);
    vm.run_async("not_", move |cx| async move {
        Ok(Value::Bool(!cx.truth(&value).await?))
    })
}

fn concat(vm: &mut Vm, mut args: Args, in_place: bool) -> NativeResult {
    let (a, b) = (args.take(0), args.take(1));
    let getitem = vm.names.getitem.clone();
    let is_other = matches!(
        a,
        Value::Dict(_) | Value::Set(_) | Value::FrozenSet(_) | Value::Range(_)
    );
    if is_other || vm.builtin_len(&a).is_none() && vm.type_attr(&a, &getitem).is_none() {
        let name = vm.type_name(&a);
        return Err(vm.type_error(format!("'{name}' object can't be concatenated")));
    }
    if in_place {
        vm.in_place(BinaryOp::Add, a, &b)
    } else {
        vm.binary(BinaryOp::Add, &a, &b)
    }
}

fn contains(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (container, item) = (args.take(0), args.take(1));
    vm.run_async("contains", move |cx| async move {
        let started = cx.with(|vm| vm.contains(&container, &item));
        let found = cx.finish(started).await?;
        Ok(Value::Bool(cx.truth(&found).await?))
    })
}

/// What `countOf` and `indexOf` walk through.
async fn searched(cx: &crate::vm::Cx, iterable: &Value) -> NativeResult {
    cx.iter(iterable).await.map_err(|raise| {
        cx.with(|vm| {
            if !raise.class().is_subclass_of(&vm.types.type_error) {
                return raise;
            }
            let name = vm.type_name(iterable);
            vm.type_error(format!("argument of type '{name}' is not iterable"))
        })
    })
}

fn count_of(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (iterable, wanted) = (args.take(0), args.take(1));
    vm.run_async("countOf", move |cx| async move {
        let iterator = searched(&cx, &iterable).await?;
        let mut count = 0i64;
        while let Some(item) = cx.next(&iterator).await? {
            count += i64::from(cx.equal(&item, &wanted).await?);
        }
        Ok(Value::Int(count))
    })
}

fn index_of(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (iterable, wanted) = (args.take(0), args.take(1));
    vm.run_async("indexOf", move |cx| async move {
        let iterator = searched(&cx, &iterable).await?;
        let mut at = 0i64;
        while let Some(item) = cx.next(&iterator).await? {
            if cx.equal(&item, &wanted).await? {
                return Ok(Value::Int(at));
            }
            at += 1;
        }
        Err(cx.with(|vm| vm.value_error("sequence.index(x): x not in sequence")))
    })
}

fn length_hint(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (value, default) = (args.take(0), args.optional(1).unwrap_or(Value::Int(0)));
    if !matches!(
        vm.unwrap_base(default.clone()),
        Value::Int(_) | Value::Bool(_) | Value::BigInt(_)
    ) {
        let name = vm.type_name(&default);
        return Err(vm.type_error(format!(
            "'{name}' object cannot be interpreted as an integer"
        )));
    }
    vm.run_async("length_hint", move |cx| async move {
        Ok(cx.length_hint(&value).await?.map_or(default, Value::Int))
    })
}

fn call(vm: &mut Vm, mut args: Args) -> NativeResult {
    let function = args.values.remove(0);
    vm.call(&function, args)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Item,
    Attribute,
    Method,
}

/// What `itemgetter`, `attrgetter` and `methodcaller` make.
struct Getter {
    kind: Kind,
    /// Keys, dotted names, or a method's name and arguments.
    parts: Vec<Value>,
    keywords: Vec<(StrRef, Value)>,
}

impl Native for Getter {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn contents(&self, out: &mut crate::collector::Contents) {
        out.add_all(&self.parts);
        out.add_all(self.keywords.iter().map(|(_, value)| value));
    }

    fn release(&mut self, out: &mut Vec<Value>) {
        out.append(&mut self.parts);
    }
}

fn new_getter(vm: &mut Vm, mut args: Args, kind: Kind) -> NativeResult {
    let class = args.take(0);
    let parts: Vec<Value> = args.values.drain(1..).collect();
    if parts.is_empty() {
        let name = match kind {
            Kind::Attribute => "attrgetter",
            _ => "itemgetter",
        };
        return Err(vm.type_error(format!("{name} expected 1 argument, got 0")));
    }
    if kind == Kind::Attribute && !parts.iter().all(|p| matches!(p, Value::Str(_))) {
        return Err(vm.type_error("attribute name must be a string"));
    }
    vm.native_object(
        &class,
        Getter {
            kind,
            parts,
            keywords: Vec::new(),
        },
    )
}

fn new_method_caller(vm: &mut Vm, mut args: Args) -> NativeResult {
    let keywords = args.take_keywords();
    let class = args.take(0);
    let parts: Vec<Value> = args.values.drain(1..).collect();
    match parts.first() {
        Some(Value::Str(_)) => vm.native_object(
            &class,
            Getter {
                kind: Kind::Method,
                parts,
                keywords,
            },
        ),
        Some(_) => Err(vm.type_error("method name must be a string")),
        None => Err(vm.type_error("methodcaller needs at least one argument, the method name")),
    }
}

/// `__reduce__()`: what is called with which arguments to make it again.
fn reduce(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let class = Value::Class(vm.class_of(&me));
    let Some(getter) = state_of::<Getter>(&me) else {
        return Err(vm.type_error("descriptor requires a getter"));
    };
    if getter.keywords.is_empty() {
        let parts = Value::tuple(getter.parts.iter().cloned());
        return Ok(Value::tuple([class, parts]));
    }
    // A class is called without keywords when an object is made again.
    let mut named = Args::positional(std::iter::once(class).chain(getter.parts.first().cloned()));
    let rest = Value::tuple(getter.parts.iter().skip(1).cloned());
    for (_, value) in &getter.keywords {
        named.values.push(value.clone());
    }
    named.names = Some(
        getter
            .keywords
            .iter()
            .map(|(name, _)| name.clone())
            .collect(),
    );
    vm.run_async("__reduce__", move |cx| async move {
        let module = crate::vm::import_absolute(&cx, "functools").await?;
        let partial = cx.get_attr(&module, &intern("partial")).await?;
        let make = cx.call_args(&partial, named).await?;
        Ok(Value::tuple([make, rest]))
    })
}

fn call_getter(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, object) = (args.take(0), args.take(1));
    vm.run_async("getter", move |cx| async move {
        let Some(getter) = state_of::<Getter>(&me) else {
            return Err(cx.with(|vm| vm.type_error("descriptor requires a getter")));
        };
        if let (Kind::Method, Some(Value::Str(name))) = (getter.kind, getter.parts.first()) {
            let method = cx.get_attr(&object, &intern(name.as_str())).await?;
            let mut args = Args::positional(getter.parts.iter().skip(1).cloned());
            args.values
                .extend(getter.keywords.iter().map(|(_, value)| value.clone()));
            args.names = (!getter.keywords.is_empty()).then(|| {
                getter
                    .keywords
                    .iter()
                    .map(|(name, _)| name.clone())
                    .collect()
            });
            return cx.call_args(&method, args).await;
        }
        let mut found = Vec::with_capacity(getter.parts.len());
        for part in &getter.parts {
            found.push(get_part(&cx, getter.kind, &object, part).await?);
        }
        Ok(if found.len() == 1 {
            found.pop().unwrap_or_default()
        } else {
            Value::tuple(found)
        })
    })
}

async fn get_part(cx: &Cx, kind: Kind, object: &Value, part: &Value) -> NativeResult {
    match (kind, part) {
        (Kind::Attribute, Value::Str(path)) => {
            let mut value = object.clone();
            for name in path.as_str().split('.') {
                value = cx.get_attr(&value, &intern(name)).await?;
            }
            Ok(value)
        }
        _ => cx.get_item(object, part).await,
    }
}

fn repr(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    vm.run_async("repr", move |cx| async move {
        let Some(getter) = state_of::<Getter>(&me) else {
            return Ok(Value::str("getter"));
        };
        let mut parts = Vec::new();
        for part in &getter.parts {
            parts.push(cx.repr(part).await?.to_string());
        }
        for (name, value) in &getter.keywords {
            parts.push(format!("{name}={}", cx.repr(value).await?));
        }
        let name = cx.with(|vm| vm.class_of(&me).name());
        Ok(Value::string(format!(
            "operator.{name}({})",
            parts.join(", ")
        )))
    })
}
