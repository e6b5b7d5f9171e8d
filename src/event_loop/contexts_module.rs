//! The module `_contextvars`.

use crate::arguments::{instance_of, receiver, state_of};
use crate::callbacks;
use crate::contexts::{Context, ContextVar, Token, new_context};
use crate::world_of_loop::Shared;
use coroscope_python::object::{DictObj, Instance, MANY, NativeDef, Payload, Raise, Value, intern};
use coroscope_python::vm::{Args, GetSet, NativeResult, Vm};
use std::cell::Cell;
use std::rc::Rc;

const FUNCTIONS: &[NativeDef] = &[NativeDef::function("copy_context", copy_context, 0, 0)];

const CONTEXT: &[NativeDef] = &[
    NativeDef::static_method("__new__", new_empty, 0, 0),
    NativeDef::method("run", run, 1, MANY).any_keywords(),
    NativeDef::method("copy", copy, 0, 0),
    NativeDef::method("get", get, 1, 2),
    NativeDef::method("keys", keys, 0, 0),
    NativeDef::method("values", values, 0, 0),
    NativeDef::method("items", items, 0, 0),
    NativeDef::method("__getitem__", get_item, 1, 1),
    NativeDef::method("__contains__", contains, 1, 1),
    NativeDef::method("__iter__", iterate, 0, 0),
    NativeDef::method("__len__", length, 0, 0),
    NativeDef::method("__eq__", equal, 1, 1),
    NativeDef::method("__hash__", hash, 0, 0),
];

const VARIABLE: &[NativeDef] = &[
    NativeDef::static_method("__new__", new_variable, 1, 1)
        .with_params(&["name", "default"])
        .keyword_only(1),
    NativeDef::method("get", variable_get, 0, 1),
    NativeDef::method("set", variable_set, 1, 1),
    NativeDef::method("reset", variable_reset, 1, 1),
    NativeDef::method("__repr__", variable_repr, 0, 0),
    NativeDef::class_method("__class_getitem__", class_getitem, 1, 1),
];

const VARIABLE_ATTRIBUTES: &[GetSet] = &[GetSet {
    name: "name",
    get: |_, value| {
        let state = state_of::<ContextVar>(value);
        Ok(state.map_or(Value::None, |v| Value::Str(Rc::clone(&v.name))))
    },
    set: None,
}];

const TOKEN: &[NativeDef] = &[
    NativeDef::static_method("__new__", new_token, 0, MANY).any_keywords(),
    NativeDef::method("__repr__", token_repr, 0, 0),
    NativeDef::method("__enter__", |_, mut args| Ok(args.take(0)), 0, 0),
    NativeDef::method("__exit__", token_exit, 3, 3),
];

const TOKEN_ATTRIBUTES: &[GetSet] = &[
    GetSet {
        name: "var",
        get: |_, value| {
            let state = state_of::<Token>(value);
            Ok(state.map_or(Value::None, |t| Value::Instance(Rc::clone(&t.variable))))
        },
        set: None,
    },
    GetSet {
        name: "old_value",
        get: |vm, value| {
            Ok(match state_of::<Token>(value).map(|t| t.old.clone()) {
                Some(Value::Undefined) | None => missing(vm),
                Some(value) => value,
            })
        },
        set: None,
    },
];

/// Fills the namespace.
pub(crate) fn init(vm: &mut Vm, dict: &Rc<DictObj>) -> Result<(), Raise> {
    let shared = Shared::of(vm);
    vm.add_methods(&shared.context, CONTEXT);
    vm.add_methods(&shared.context_var, VARIABLE);
    vm.add_getsets(&shared.context_var, VARIABLE_ATTRIBUTES);
    vm.add_methods(&shared.token, TOKEN);
    vm.add_getsets(&shared.token, TOKEN_ATTRIBUTES);
    let object = &vm.types.object;
    let layout = coroscope_python::object::Layout::Final;
    let class = vm.library_class("Token.MISSING", "_contextvars", object, layout);
    vm.add_methods(&class, MISSING);
    let missing = Value::Instance(Instance::new(class, Payload::None));
    drop(shared.token.dict.set_name(&intern("MISSING"), missing));
    shared.token.touch();
    vm.add_functions(dict, "_contextvars", FUNCTIONS);
    for (name, class) in [
        ("Context", &shared.context),
        ("ContextVar", &shared.context_var),
        ("Token", &shared.token),
    ] {
        drop(dict.set_name(&intern(name), Value::Class(Rc::clone(class))));
    }
    Ok(())
}

const MISSING: &[NativeDef] = &[NativeDef::method(
    "__repr__",
    |_, _| Ok(Value::str("<Token.MISSING>")),
    0,
    0,
)];

fn missing(vm: &Vm) -> Value {
    let token = Rc::clone(&Shared::of(vm).token);
    token
        .dict
        .get_name(&intern("MISSING"))
        .unwrap_or(Value::None)
}

fn copy_context(vm: &mut Vm, _: Args) -> NativeResult {
    Ok(Value::Instance(Shared::of(vm).copy_context()))
}

fn new_empty(vm: &mut Vm, _: Args) -> NativeResult {
    let class = Rc::clone(&Shared::of(vm).context);
    Ok(Value::Instance(new_context(&class, Context::default())))
}

/// `context.run(callable, …)`
fn run(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<Context>(vm, &mut args)?;
    let shared = Shared::of(vm);
    let is_entered = me.native::<Context>().is_some_and(|c| c.entered.get());
    if is_entered || Rc::ptr_eq(&me, &shared.context_now()) {
        let text = vm.default_repr(&Value::Instance(me));
        return Err(vm.runtime_error(format!("cannot enter context: {text} is already entered")));
    }
    if args.values.len() < 2 {
        return Err(vm.type_error("run() missing 1 required positional argument"));
    }
    let callable = args.take(1);
    args.values.drain(..2);
    vm.run_async("Context.run", move |cx| async move {
        let before = callbacks::enter(&shared, &me);
        let result = cx.call_args(&callable, args).await;
        callbacks::leave(&shared, before);
        result
    })
}

fn copy(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<Context>(vm, &mut args)?;
    let state = me
        .native::<Context>()
        .map(Context::copy)
        .unwrap_or_default();
    Ok(Value::Instance(new_context(&me.class(), state)))
}

/// The variable that a key of a context must be.
fn variable_key(vm: &mut Vm, key: &Value) -> Result<Rc<Instance>, Raise> {
    match instance_of::<ContextVar>(key) {
        Some(variable) => Ok(Rc::clone(variable)),
        None => {
            let text = vm.short_repr(key);
            Err(vm.type_error(format!("a ContextVar key was expected, got {text}")))
        }
    }
}

fn look_up(vm: &mut Vm, args: &mut Args) -> Result<(Value, Option<Value>), Raise> {
    let me = receiver::<Context>(vm, args)?;
    let key = args.take(1);
    let variable = variable_key(vm, &key)?;
    let found = me.native::<Context>().and_then(|c| c.get(&variable));
    Ok((key, found))
}

fn get(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (_, found) = look_up(vm, &mut args)?;
    Ok(found.or_else(|| args.optional(2)).unwrap_or(Value::None))
}

fn get_item(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (key, found) = look_up(vm, &mut args)?;
    found.ok_or_else(|| vm.key_error(key))
}

fn contains(vm: &mut Vm, mut args: Args) -> NativeResult {
    Ok(Value::Bool(look_up(vm, &mut args)?.1.is_some()))
}

fn pairs(vm: &Vm, args: &mut Args) -> Result<Vec<(Value, Value)>, Raise> {
    let me = receiver::<Context>(vm, args)?;
    Ok(me.native().map(Context::pairs).unwrap_or_default())
}

fn keys(vm: &mut Vm, mut args: Args) -> NativeResult {
    let pairs = pairs(vm, &mut args)?;
    Ok(Value::list(pairs.into_iter().map(|(key, _)| key).collect()))
}

fn values(vm: &mut Vm, mut args: Args) -> NativeResult {
    let pairs = pairs(vm, &mut args)?;
    Ok(Value::list(
        pairs.into_iter().map(|(_, value)| value).collect(),
    ))
}

fn items(vm: &mut Vm, mut args: Args) -> NativeResult {
    let pairs = pairs(vm, &mut args)?;
    let tuples = pairs
        .into_iter()
        .map(|(key, value)| Value::tuple([key, value]));
    Ok(Value::list(tuples.collect()))
}

fn iterate(vm: &mut Vm, args: Args) -> NativeResult {
    let keys = keys(vm, args)?;
    vm.get_iter(&keys)
}

fn length(vm: &mut Vm, mut args: Args) -> NativeResult {
    Ok(Value::Int(pairs(vm, &mut args)?.len() as i64))
}

/// Contexts are equal as mappings are.
fn equal(vm: &mut Vm, mut args: Args) -> NativeResult {
    let mine = receiver::<Context>(vm, &mut args)?;
    let other = args.take(1);
    let Some(other) = state_of::<Context>(&other) else {
        return Ok(Value::NotImplemented);
    };
    let mut theirs = other.pairs();
    let mine = mine.native().map(Context::pairs).unwrap_or_default();
    let mut both = Vec::new();
    for (variable, value) in &mine {
        let Some(at) = theirs.iter().position(|(other, _)| other.is(variable)) else {
            return Ok(Value::Bool(false));
        };
        both.push((value.clone(), theirs.swap_remove(at).1));
    }
    if !theirs.is_empty() {
        return Ok(Value::Bool(false));
    }
    vm.run_async("__eq__", move |cx| async move {
        for (a, b) in both {
            if !a.is(&b) && !cx.equal(&a, &b).await? {
                return Ok(Value::Bool(false));
            }
        }
        Ok(Value::Bool(true))
    })
}

fn hash(vm: &mut Vm, _: Args) -> NativeResult {
    Err(vm.type_error("unhashable type: '_contextvars.Context'"))
}

fn new_token(vm: &mut Vm, _: Args) -> NativeResult {
    Err(vm.runtime_error("Tokens can only be created by ContextVars"))
}

fn new_variable(vm: &mut Vm, mut args: Args) -> NativeResult {
    let class = Rc::clone(&Shared::of(vm).context_var);
    let name = match args.take(1) {
        Value::Str(name) => name,
        _ => return Err(vm.type_error("context variable name must be a str")),
    };
    let default = args.take(2);
    let payload = Payload::Native(Box::new(ContextVar { name, default }));
    Ok(Value::Instance(Instance::new(class, payload)))
}

fn variable_get(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<ContextVar>(vm, &mut args)?;
    let context = Shared::of(vm).context_now();
    if let Some(value) = context.native::<Context>().and_then(|c| c.get(&me)) {
        return Ok(value);
    }
    if let Some(default) = args.optional(1) {
        return Ok(default);
    }
    match me.native::<ContextVar>().map(|v| v.default.clone()) {
        Some(Value::Undefined) | None => {
            let class = Rc::clone(&vm.types.lookup_error);
            Err(vm.exception(&class, vec![Value::Instance(me)]))
        }
        Some(default) => Ok(default),
    }
}

fn variable_set(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<ContextVar>(vm, &mut args)?;
    let value = args.take(1);
    let shared = Shared::of(vm);
    let context = shared.own_context();
    let old = match context.native::<Context>() {
        Some(state) => state.replace(&me, value),
        None => Value::Undefined,
    };
    let token = Token {
        variable: me,
        context,
        old,
        used: Cell::new(false),
    };
    let payload = Payload::Native(Box::new(token));
    let class = Rc::clone(&shared.token);
    Ok(Value::Instance(Instance::new(class, payload)))
}

fn variable_reset(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<ContextVar>(vm, &mut args)?;
    let given = args.take(1);
    reset(vm, &me, &given)
}

fn reset(vm: &mut Vm, me: &Rc<Instance>, given: &Value) -> NativeResult {
    let Some(token) = state_of::<Token>(given) else {
        let text = vm.short_repr(given);
        return Err(vm.type_error(format!("expected an instance of Token, got {text}")));
    };
    let text = token_repr(vm, Args::positional([given.clone()]))?;
    let text = text.as_str().unwrap_or_default();
    if token.used.get() {
        return Err(vm.runtime_error(format!("{text} has already been used once")));
    }
    if !Rc::ptr_eq(&token.variable, me) {
        return Err(vm.value_error(format!("{text} was created by a different ContextVar")));
    }
    let current = Shared::of(vm).context_now();
    if !Rc::ptr_eq(&token.context, &current) {
        return Err(vm.value_error(format!("{text} was created in a different Context")));
    }
    token.used.set(true);
    if let Some(state) = current.native::<Context>() {
        let old = state.replace(me, token.old.clone());
        drop(old);
    }
    Ok(Value::None)
}

fn variable_repr(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<ContextVar>(vm, &mut args)?;
    let address = vm.fake_address(&Value::Instance(Rc::clone(&me)));
    let Some(state) = me.native::<ContextVar>() else {
        return Ok(Value::str(""));
    };
    let name = vm.short_repr(&Value::Str(Rc::clone(&state.name)));
    let default = match &state.default {
        Value::Undefined => String::new(),
        default => format!(" default={}", vm.short_repr(default)),
    };
    Ok(Value::string(format!(
        "<ContextVar name={name}{default} at {address:#x}>"
    )))
}

fn token_repr(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<Token>(vm, &mut args)?;
    let address = vm.fake_address(&Value::Instance(Rc::clone(&me)));
    let Some(token) = me.native::<Token>() else {
        return Ok(Value::str(""));
    };
    let used = if token.used.get() { " used" } else { "" };
    let variable = Args::positional([Value::Instance(Rc::clone(&token.variable))]);
    let variable = variable_repr(vm, variable)?;
    let variable = variable.as_str().unwrap_or_default();
    Ok(Value::string(format!(
        "<Token{used} var={variable} at {address:#x}>"
    )))
}

/// Leaving the `with` of a token resets its variable (Python 3.14).
fn token_exit(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = receiver::<Token>(vm, &mut args)?;
    let Some(variable) = me.native::<Token>().map(|t| Rc::clone(&t.variable)) else {
        return Ok(Value::None);
    };
    reset(vm, &variable, &Value::Instance(me))
}

fn class_getitem(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (origin, parameters) = (args.take(0), args.take(1));
    vm.generic_alias(&origin, &parameters)
}
