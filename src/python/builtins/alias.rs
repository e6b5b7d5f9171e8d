//! `list[int]`, `int | str` and what type parameters make.

use crate::code::Intrinsic;
use crate::object::{
    Class, Instance, Layout, Native, NativeDef, Payload, Raise, StrRef, Value, intern,
};
use crate::vm::{Args, Cx, GetSet, NativeResult, Vm};
use std::rc::Rc;

/// A parameterised builtin class.
#[derive(Debug)]
struct Alias {
    origin: Value,
    args: Value,
    /// Written with a star, as in `*tuple[int]`.
    unpacked: bool,
}

impl Native for Alias {
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }

    fn contents(&self, out: &mut crate::collector::Contents) {
        out.add_all([&self.origin, &self.args]);
    }
}

/// `X | Y` of types.
#[derive(Debug)]
pub(crate) struct Union {
    /// The alternatives.
    pub(crate) args: Vec<Value>,
}

impl Native for Union {
    fn as_any(&self) -> &dyn std::any::Any {
        self
    }

    fn contents(&self, out: &mut crate::collector::Contents) {
        out.add_all(&self.args);
    }
}

/// Puts the methods in place.
pub(crate) fn install(vm: &Vm) {
    let class = &vm.types.generic_alias;
    vm.add_methods(class, ALIAS);
    vm.add_getsets(class, ALIAS_PARTS);
    // Most attributes are those of the origin.
    let mut traits = class.traits.get();
    traits.custom_getattribute = true;
    class.traits.set(traits);
    let class = &vm.types.union_type;
    vm.add_methods(class, UNION);
    vm.add_getsets(class, UNION_PARTS);
    for class in [&vm.types.generic_alias, &vm.types.union_type] {
        drop(class.dict.set_name(&vm.names.module, Value::str("types")));
    }
}

const ALIAS: &[NativeDef] = &[
    NativeDef::static_method("__new__", alias_new, 2, 2),
    NativeDef::method("__repr__", alias_repr, 0, 0),
    NativeDef::method("__call__", alias_call, 0, crate::object::MANY).any_keywords(),
    NativeDef::method("__getattribute__", alias_getattribute, 1, 1),
    NativeDef::method("__mro_entries__", alias_entries, 1, 1),
    NativeDef::method("__eq__", alias_eq, 1, 1),
    NativeDef::method("__hash__", alias_hash, 0, 0),
    NativeDef::method(
        "__or__",
        |vm, args| vm.union_of(&args.values[0], &args.values[1]),
        1,
        1,
    ),
    NativeDef::method(
        "__ror__",
        |vm, args| vm.union_of(&args.values[1], &args.values[0]),
        1,
        1,
    ),
    NativeDef::method("__getitem__", subscript, 1, 1),
    NativeDef::method("__instancecheck__", alias_no_check, 1, 1),
    NativeDef::method("__subclasscheck__", alias_no_check, 1, 1),
    NativeDef::method("__iter__", alias_iter, 0, 0),
    NativeDef::method("__reduce__", alias_reduce, 0, 0),
];

const ALIAS_PARTS: &[GetSet] = &[
    GetSet {
        name: "__origin__",
        get: |_, v| on(v, |a| a.origin.clone()),
        set: None,
    },
    GetSet {
        name: "__args__",
        get: |_, v| on(v, |a| a.args.clone()),
        set: None,
    },
    GetSet {
        name: "__unpacked__",
        get: |_, v| on(v, |a| Value::Bool(a.unpacked)),
        set: None,
    },
    GetSet {
        name: "__parameters__",
        get: alias_parameters,
        set: None,
    },
];

const UNION: &[NativeDef] = &[
    NativeDef::method("__getitem__", subscript, 1, 1),
    NativeDef::method("__repr__", union_repr, 0, 0),
    NativeDef::method("__eq__", union_eq, 1, 1),
    NativeDef::method("__hash__", union_hash, 0, 0),
    NativeDef::method(
        "__or__",
        |vm, args| vm.union_of(&args.values[0], &args.values[1]),
        1,
        1,
    ),
    NativeDef::method(
        "__ror__",
        |vm, args| vm.union_of(&args.values[1], &args.values[0]),
        1,
        1,
    ),
];

const UNION_PARTS: &[GetSet] = &[
    GetSet {
        name: "__args__",
        get: |_, v| Ok(union_args(v).map_or(Value::None, Value::tuple)),
        set: None,
    },
    GetSet {
        name: "__parameters__",
        get: alias_parameters,
        set: None,
    },
];

fn alias_of(value: &Value) -> Option<&Alias> {
    match value {
        Value::Instance(instance) => instance.native::<Alias>(),
        _ => None,
    }
}

fn on(value: &Value, f: impl FnOnce(&Alias) -> Value) -> NativeResult {
    Ok(alias_of(value).map_or(Value::None, f))
}

/// The alternatives of a union.
pub(crate) fn union_args(value: &Value) -> Option<Vec<Value>> {
    match value {
        Value::Instance(instance) => instance.native::<Union>().map(|u| u.args.clone()),
        _ => None,
    }
}

fn new_alias(vm: &Vm, origin: Value, args: Value, unpacked: bool) -> Value {
    let args = match args {
        Value::Tuple(_) => args,
        one => Value::tuple([one]),
    };
    let class = Rc::clone(&vm.types.generic_alias);
    Value::Instance(Instance::new(
        class,
        Payload::Native(Box::new(Alias {
            origin,
            args,
            unpacked,
        })),
    ))
}

fn alias_new(vm: &mut Vm, mut args: Args) -> NativeResult {
    let class = args.take(0);
    let made = new_alias(vm, args.take(1), args.take(2), false);
    match (&class, &made) {
        // A class derived from GenericAlias has instances of its own.
        (Value::Class(class), Value::Instance(instance))
            if !Rc::ptr_eq(class, &vm.types.generic_alias) =>
        {
            match alias_of(&made) {
                Some(alias) => {
                    let alias = Alias {
                        origin: alias.origin.clone(),
                        args: alias.args.clone(),
                        unpacked: alias.unpacked,
                    };
                    Ok(Value::Instance(Instance::new(
                        Rc::clone(class),
                        Payload::Native(Box::new(alias)),
                    )))
                }
                None => Ok(Value::Instance(Rc::clone(instance))),
            }
        }
        _ => Ok(made),
    }
}

fn alias_call(vm: &mut Vm, mut args: Args) -> NativeResult {
    let alias = args.values.remove(0);
    let origin = alias_of(&alias).map_or(Value::None, |a| a.origin.clone());
    vm.call(&origin, args)
}

fn alias_getattribute(vm: &mut Vm, args: Args) -> NativeResult {
    let name = super::object::attribute_name(vm, &args.values[1])?;
    let own = [
        "__origin__",
        "__args__",
        "__parameters__",
        "__mro_entries__",
        "__class__",
        "__unpacked__",
        "__reduce_ex__",
        "__reduce__",
        "__copy__",
        "__deepcopy__",
    ];
    if own.contains(&name.as_str()) {
        return match vm.find_attr(&args.values[0], &name)? {
            Some(found) => Ok(found),
            None => Err(vm.no_attribute(&args.values[0], &name)),
        };
    }
    let origin = alias_of(&args.values[0]).map_or(Value::None, |a| a.origin.clone());
    vm.load_attr(&origin, &name)
}

fn alias_entries(_: &mut Vm, args: Args) -> NativeResult {
    Ok(alias_of(&args.values[0]).map_or(Value::None, |a| Value::tuple([a.origin.clone()])))
}

fn alias_eq(vm: &mut Vm, args: Args) -> NativeResult {
    let (Some(a), Some(b)) = (alias_of(&args.values[0]), alias_of(&args.values[1])) else {
        return Ok(Value::NotImplemented);
    };
    if !a.origin.is(&b.origin) || a.unpacked != b.unpacked {
        return Ok(Value::Bool(false));
    }
    let (a, b) = (a.args.clone(), b.args.clone());
    vm.compare(crate::code::CompareOp::Eq, &a, &b)
}

fn alias_hash(vm: &mut Vm, args: Args) -> NativeResult {
    let Some(alias) = alias_of(&args.values[0]) else {
        return Ok(Value::Int(0));
    };
    let parts = Value::tuple([alias.origin.clone(), alias.args.clone()]);
    vm.hash(&parts)
}

fn alias_no_check(vm: &mut Vm, _: Args) -> NativeResult {
    Err(vm.type_error("isinstance() argument 2 cannot be a parameterized generic"))
}

fn alias_iter(vm: &mut Vm, args: Args) -> NativeResult {
    let Some(alias) = alias_of(&args.values[0]) else {
        return Ok(Value::None);
    };
    let unpacked = new_alias(vm, alias.origin.clone(), alias.args.clone(), true);
    vm.get_iter(&Value::tuple([unpacked]))
}

fn alias_reduce(vm: &mut Vm, args: Args) -> NativeResult {
    let Some(alias) = alias_of(&args.values[0]) else {
        return Ok(Value::None);
    };
    let parts = Value::tuple([alias.origin.clone(), alias.args.clone()]);
    if !alias.unpacked {
        return Ok(Value::tuple([
            Value::Class(vm.class_of(&args.values[0])),
            parts,
        ]));
    }
    let plain = new_alias(vm, alias.origin.clone(), alias.args.clone(), false);
    vm.call_prelude("reduce_unpacked", vec![plain])
}

/// The type variables inside; the library knows what all of them are.
fn alias_parameters(vm: &mut Vm, value: &Value) -> NativeResult {
    let args = match alias_of(value) {
        Some(alias) => alias.args.clone(),
        None => Value::tuple(union_args(value).unwrap_or_default()),
    };
    match &args {
        Value::Tuple(items) if items.items().iter().all(|i| matches!(i, Value::Class(_))) => {
            Ok(Value::tuple([]))
        }
        _ => vm.call_prelude("alias_parameters", vec![args]),
    }
}

/// `list[T][int]`: other arguments for its type variables.
fn subscript(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (alias, items) = (args.take(0), args.take(1));
    vm.call_prelude("subscript_alias", vec![alias, items])
}

/// How a type is shown inside `list[…]` and `… | …`.
async fn type_text(cx: &Cx, value: &Value) -> Result<String, Raise> {
    match value {
        Value::Ellipsis => Ok("...".to_owned()),
        Value::Class(class) => Ok(cx.with(|vm| vm.class_path(class))),
        Value::None => Ok("None".to_owned()),
        Value::List(items) => {
            let mut parts = Vec::new();
            for item in items.to_vec() {
                parts.push(Box::pin(type_text(cx, &item)).await?);
            }
            Ok(format!("[{}]", parts.join(", ")))
        }
        other => Ok(cx.repr(other).await?.to_string()),
    }
}

fn alias_repr(vm: &mut Vm, mut args: Args) -> NativeResult {
    let alias = args.take(0);
    vm.run_async("repr", move |cx| async move {
        let Some(alias) = alias_of(&alias) else {
            return Ok(Value::str("?"));
        };
        let mut parts = Vec::new();
        if let Value::Tuple(args) = &alias.args {
            for arg in args.items() {
                parts.push(type_text(&cx, arg).await?);
            }
        }
        let inner = if parts.is_empty() {
            "()".to_owned()
        } else {
            parts.join(", ")
        };
        let star = if alias.unpacked { "*" } else { "" };
        Ok(Value::string(format!(
            "{star}{}[{inner}]",
            type_text(&cx, &alias.origin).await?
        )))
    })
}

fn union_repr(vm: &mut Vm, mut args: Args) -> NativeResult {
    let members = union_args(&args.take(0)).unwrap_or_default();
    vm.run_async("repr", move |cx| async move {
        let mut parts = Vec::new();
        for member in &members {
            let none = cx
                .with(|vm| matches!(member, Value::Class(c) if Rc::ptr_eq(c, &vm.types.none_type)));
            parts.push(if none {
                "None".to_owned()
            } else {
                type_text(&cx, member).await?
            });
        }
        Ok(Value::string(parts.join(" | ")))
    })
}

fn union_eq(vm: &mut Vm, args: Args) -> NativeResult {
    let (Some(a), Some(b)) = (union_args(&args.values[0]), union_args(&args.values[1])) else {
        return Ok(Value::NotImplemented);
    };
    let within = |xs: &[Value], ys: &[Value]| xs.iter().all(|x| ys.iter().any(|y| y.is(x)));
    if within(&a, &b) && within(&b, &a) {
        return Ok(Value::Bool(true));
    }
    if all_classes(&a) && all_classes(&b) {
        return Ok(Value::Bool(false));
    }
    vm.call_prelude("same_members", vec![Value::tuple(a), Value::tuple(b)])
}

/// Whether identity tells the members apart.
fn all_classes(members: &[Value]) -> bool {
    members.iter().all(|m| matches!(m, Value::Class(_)))
}

fn union_hash(vm: &mut Vm, args: Args) -> NativeResult {
    let members = union_args(&args.values[0]).unwrap_or_default();
    vm.call_prelude("members_hash", vec![Value::tuple(members)])
}

impl Vm {
    /// `a | b` of types.
    pub(crate) fn union_of(&mut self, a: &Value, b: &Value) -> NativeResult {
        let mut members: Vec<Value> = Vec::new();
        for side in [a, b] {
            let parts = match side {
                Value::None => vec![Value::Class(Rc::clone(&self.types.none_type))],
                Value::Class(_) => vec![side.clone()],
                other => match union_args(other) {
                    Some(args) => args,
                    None if alias_of(other).is_some() || self.is_type_form(other) => {
                        vec![other.clone()]
                    }
                    None => return Ok(Value::NotImplemented),
                },
            };
            for part in parts {
                if !members.iter().any(|m| m.is(&part)) {
                    members.push(part);
                }
            }
        }
        if members.iter().filter(|m| alias_of(m).is_some()).count() < 2 {
            return Ok(self.union(members));
        }
        // `list[int]` written twice is two objects.
        let finish = |vm: &mut Vm, once: Value| match &once {
            Value::Tuple(once) => Ok(vm.union(once.items().to_vec())),
            _ => Ok(once),
        };
        match self.call_prelude("members_once", vec![Value::tuple(members)])? {
            Value::Undefined => {
                let frames = std::mem::take(&mut self.pending);
                self.run_after(frames, finish)
            }
            once => finish(self, once),
        }
    }

    fn union(&self, mut members: Vec<Value>) -> Value {
        if members.len() == 1 {
            return members.swap_remove(0);
        }
        Value::Instance(Instance::new(
            Rc::clone(&self.types.union_type),
            Payload::Native(Box::new(Union { args: members })),
        ))
    }

    fn is_type_form(&self, value: &Value) -> bool {
        matches!(
            self.class_of(value).name().as_str(),
            "TypeVar" | "ParamSpec" | "TypeAliasType" | "_GenericAlias" | "_UnionGenericAlias"
        )
    }

    /// Builtin classes that may be parameterised.
    pub(crate) fn is_generic_builtin(&self, class: &Class) -> bool {
        matches!(
            class.layout,
            Layout::List
                | Layout::Dict
                | Layout::Tuple
                | Layout::Set
                | Layout::FrozenSet
                | Layout::Type
        ) || matches!(
            class.name.borrow().as_str(),
            "enumerate"
                | "filter"
                | "map"
                | "zip"
                | "deque"
                | "defaultdict"
                | "OrderedDict"
                | "Future"
                | "Task"
                | "mappingproxy"
                | "chain"
                | "generator"
                | "coroutine"
                | "async_generator"
                | "staticmethod"
                | "classmethod"
                | "property"
                | "ContextVar"
                | "Token"
                | "partial"
                | "ReferenceType"
                | "memoryview"
                | "slice"
        )
    }

    /// `class[key]` of a builtin class.
    pub fn generic_alias(&mut self, class: &Value, key: &Value) -> NativeResult {
        Ok(new_alias(self, class.clone(), key.clone(), false))
    }

    /// What statements with type parameters, and t-strings, make: objects of
    /// the library's Python part.
    pub(crate) fn typing_intrinsic(&mut self, what: Intrinsic, a: Value, b: Value) -> NativeResult {
        self.run_async("typing", move |cx| async move {
            match what {
                Intrinsic::SetTypeParams => {
                    let name = cx.with(|vm| vm.names.type_params.clone());
                    cx.set_attr(&a, &name, b).await?;
                    return Ok(a);
                }
                Intrinsic::SetTypeDefault => {
                    let name: StrRef = intern("_lazy_default");
                    cx.set_attr(&a, &name, b).await?;
                    return Ok(a);
                }
                _ => {}
            }
            let (module, function) = match what {
                Intrinsic::TypeVar => ("typing", "_lazy_type_var"),
                Intrinsic::ParamSpec => ("typing", "_lazy_param_spec"),
                Intrinsic::TypeVarTuple => ("typing", "_lazy_type_var_tuple"),
                Intrinsic::TypeAlias => ("typing", "_lazy_type_alias"),
                Intrinsic::SubscriptGeneric => ("typing", "_subscript_generic"),
                Intrinsic::BuildTemplate => ("string.templatelib", "_template"),
                _ => ("string.templatelib", "_interpolation"),
            };
            let module = crate::vm::import_absolute(&cx, module).await?;
            let function = cx.get_attr(&module, &intern(function)).await?;
            let args: Vec<Value> = match what {
                Intrinsic::TypeVar if !b.is_undefined() => vec![a, b],
                _ => vec![a],
            };
            cx.call(&function, args).await
        })
    }
}
