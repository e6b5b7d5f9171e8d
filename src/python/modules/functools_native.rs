//! `_functools`: `partial`, `reduce`, and the cache behind `lru_cache`.

use super::{allow_attributes, lru_cache, state_of};
use crate::object::{
    BoundMethod, Dict, DictObj, MANY, Native, NativeDef, Raise, StrRef, Value, intern,
};
use crate::vm::{Args, GetSet, NativeResult, Vm};
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

const FUNCTIONS: &[NativeDef] = &[NativeDef::function("reduce", reduce, 2, 3)];

const PARTIAL: &[NativeDef] = &[
    NativeDef::static_method("__new__", new_partial, 0, MANY).any_keywords(),
    NativeDef::method("__call__", call_partial, 0, MANY).any_keywords(),
    NativeDef::method("__repr__", repr_partial, 0, 0),
    NativeDef::method("__reduce__", reduce_partial, 0, 0),
    NativeDef::method("__setstate__", set_partial, 1, 1),
    crate::builtins::slots::CLASS_GETITEM,
];

const PARTIAL_ATTRIBUTES: &[GetSet] = &[
    GetSet {
        name: "func",
        get: |vm, value| Ok(given(vm, value)?.function),
        set: None,
    },
    GetSet {
        name: "args",
        get: |vm, value| Ok(Value::tuple(given(vm, value)?.args)),
        set: None,
    },
    GetSet {
        name: "keywords",
        get: |vm, value| Ok(Value::Dict(given(vm, value)?.keywords)),
        set: None,
    },
];

/// Fills the module's namespace.
pub(super) fn init(vm: &mut Vm, namespace: &Rc<DictObj>) -> Result<(), Raise> {
    vm.add_functions(namespace, "_functools", FUNCTIONS);
    let partial = vm.native_class(namespace, "functools", "partial", PARTIAL);
    vm.add_getsets(&partial, PARTIAL_ATTRIBUTES);
    allow_attributes(&partial);
    lru_cache::init(vm, namespace);
    Ok(())
}

fn reduce(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (function, iterable, first) = (args.take(0), args.take(1), args.optional(2));
    vm.run_async("reduce", move |cx| async move {
        let iterator = cx.iter(&iterable).await?;
        let first = match first {
            Some(first) => Some(first),
            None => cx.next(&iterator).await?,
        };
        let Some(mut result) = first else {
            return Err(
                cx.with(|vm| vm.type_error("reduce() of empty iterable with no initial value"))
            );
        };
        while let Some(item) = cx.next(&iterator).await? {
            result = cx.call(&function, [result, item]).await?;
        }
        Ok(result)
    })
}

/// A function with its first arguments already given; unpickling replaces them.
struct Partial(RefCell<Given>);

#[derive(Clone)]
struct Given {
    function: Value,
    args: Vec<Value>,
    keywords: Rc<DictObj>,
}

impl Native for Partial {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn contents(&self, out: &mut crate::collector::Contents) {
        let given = self.0.borrow();
        out.add(&given.function);
        out.add_all(&given.args);
        out.add_dict(&given.keywords);
    }

    fn release(&mut self, out: &mut Vec<Value>) {
        let given = self.0.get_mut();
        out.push(given.function.take());
        out.extend(given.args.drain(..).rev());
        out.push(Value::Dict(Rc::clone(&given.keywords)));
    }
}

fn partial_of<'a>(vm: &Vm, value: &'a Value) -> Result<&'a Partial, Raise> {
    state_of(value).ok_or_else(|| vm.type_error("descriptor requires a 'functools.partial' object"))
}

fn given(vm: &Vm, value: &Value) -> Result<Given, Raise> {
    Ok(partial_of(vm, value)?.0.borrow().clone())
}

/// How a partial is copied and pickled: it is made anew and its state set.
fn reduce_partial(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let given = given(vm, &me)?;
    let own = match &me {
        Value::Instance(instance) => instance.dict.get().filter(|d| !d.is_empty()),
        _ => None,
    };
    let state = Value::tuple([
        given.function.clone(),
        Value::tuple(given.args),
        Value::Dict(given.keywords),
        own.map_or(Value::None, |own| Value::Dict(Rc::clone(&own))),
    ]);
    let class = Value::Class(vm.class_of(&me));
    Ok(Value::tuple([class, Value::tuple([given.function]), state]))
}

fn set_partial(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, state) = (args.take(0), args.take(1));
    let parts = match vm.unwrap_base(state) {
        Value::Tuple(parts) => parts.items().to_vec(),
        _ => Vec::new(),
    };
    let Ok([function, first, keywords, own]) = <[Value; 4]>::try_from(parts) else {
        return Err(vm.type_error("invalid partial state"));
    };
    let first = match vm.unwrap_base(first) {
        Value::Tuple(first) if vm.is_callable(&function) => first.items().to_vec(),
        _ => return Err(vm.type_error("invalid partial state")),
    };
    let keywords = match vm.unwrap_base(keywords) {
        Value::None => DictObj::empty(),
        Value::Dict(dict) => DictObj::new(dict.table.borrow().clone()),
        _ => return Err(vm.type_error("invalid partial state")),
    };
    if let (Value::Instance(instance), Value::Dict(own)) = (&me, &own) {
        let old = instance.dict().table.replace(own.table.borrow().clone());
        drop(old);
    }
    let new = Given {
        function,
        args: first,
        keywords,
    };
    let old = partial_of(vm, &me)?.0.replace(new);
    drop(old);
    Ok(Value::None)
}

/// Keyword arguments laid over those in a dict.
fn overlay(base: &DictObj, keywords: Vec<(StrRef, Value)>) -> Rc<DictObj> {
    let table: Dict = base.table.borrow().clone();
    let merged = DictObj::new(table);
    for (name, value) in keywords {
        drop(merged.set_name(&name, value));
    }
    merged
}

fn new_partial(vm: &mut Vm, mut args: Args) -> NativeResult {
    let keywords = args.take_keywords();
    if args.len() < 2 {
        return Err(vm.type_error("type 'partial' takes at least one argument"));
    }
    let (class, mut function) = (args.take(0), args.take(1));
    if !vm.is_callable(&function) {
        return Err(vm.type_error("the first argument must be callable"));
    }
    let mut given: Vec<Value> = args.values.drain(2..).collect();
    let mut base: Rc<DictObj> = DictObj::empty();
    // A partial of a plain partial is one partial of both.
    let inner = match (&function, state_of::<Partial>(&function)) {
        (Value::Instance(instance), Some(inner))
            if instance.dict.get().is_none_or(|d| d.is_empty()) =>
        {
            Some(inner)
        }
        _ => None,
    };
    if let Some(inner) = inner {
        let inner = inner.0.borrow().clone();
        let mut all = inner.args;
        all.append(&mut given);
        given = all;
        base = inner.keywords;
        function = inner.function;
    }
    let keywords = overlay(&base, keywords);
    let given = Given {
        function,
        args: given,
        keywords,
    };
    vm.native_object(&class, Partial(RefCell::new(given)))
}

fn call_partial(vm: &mut Vm, mut args: Args) -> NativeResult {
    let keywords = args.take_keywords();
    let me = args.take(0);
    let partial = partial_of(vm, &me)?.0.borrow();
    let mut all = Args::positional(partial.args.iter().cloned().chain(args.values.drain(1..)));
    if !(partial.keywords.is_empty() && keywords.is_empty()) {
        let mut names = Vec::new();
        for (name, value) in overlay(&partial.keywords, keywords).pairs() {
            let Value::Str(name) = vm.unwrap_base(name) else {
                return Err(vm.type_error("keywords must be strings"));
            };
            names.push(intern(name.as_str()));
            all.values.push(value);
        }
        all.names = Some(names.into());
    }
    let function = partial.function.clone();
    drop(partial);
    vm.call(&function, all)
}

fn repr_partial(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let Given {
        function,
        args: given,
        keywords,
    } = given(vm, &me)?;
    let keywords = keywords.pairs();
    let class = vm.class_of(&me);
    let name = vm.class_path(&class);
    vm.run_async("repr", move |cx| async move {
        let mut text = format!("{name}({}", cx.repr(&function).await?);
        for item in &given {
            text.push_str(", ");
            text.push_str(cx.repr(item).await?.as_str());
        }
        for (name, value) in &keywords {
            text.push_str(&format!(
                ", {}={}",
                cx.str(name).await?,
                cx.repr(value).await?
            ));
        }
        text.push(')');
        Ok(Value::string(text))
    })
}

/// Binds a callable library object as a function is bound.
pub(super) fn bind(function: Value, receiver: Value) -> Value {
    if receiver.is_none() || receiver.is_undefined() {
        return function;
    }
    Value::Method(Rc::new(BoundMethod { function, receiver }))
}
