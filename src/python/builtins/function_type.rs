//! Functions, and methods in Python and in Rust.

use crate::object::{Binding, DictObj, Function, NativeDef, Value, intern};
use crate::vm::{Args, GetSet, NativeResult, Vm};
use std::rc::Rc;

/// Puts the attributes in place.
pub(crate) fn install(vm: &Vm) {
    let class = &vm.types.function;
    vm.add_methods(class, CALLABLE);
    vm.add_getsets(class, FUNCTION);
    let class = &vm.types.method;
    vm.add_methods(class, CALL);
    vm.add_getsets(class, METHOD);
    for class in [
        &vm.types.builtin_function,
        &vm.types.method_wrapper,
        &vm.types.method_descriptor,
        &vm.types.wrapper_descriptor,
        &vm.types.classmethod_descriptor,
    ] {
        vm.add_methods(class, CALLABLE);
        vm.add_getsets(class, NATIVE);
    }
}

const CALL: &[NativeDef] =
    &[NativeDef::method("__call__", call, 0, crate::object::MANY).any_keywords()];

const CALLABLE: &[NativeDef] = &[
    NativeDef::method("__call__", call, 0, crate::object::MANY).any_keywords(),
    NativeDef::method("__get__", bind, 1, 2),
];

fn call(vm: &mut Vm, mut args: Args) -> NativeResult {
    let callable = args.values.remove(0);
    vm.call(&callable, args)
}

fn bind(vm: &mut Vm, args: Args) -> NativeResult {
    if args.values[1].is_none() {
        return Ok(args.values[0].clone());
    }
    vm.bind_attr(args.values[0].clone(), &args.values[1])
}

const FUNCTION: &[GetSet] = &[
    GetSet {
        name: "__name__",
        get: |_, v| on(v, |f| Value::Str(f.name.borrow().clone())),
        set: Some(set_name),
    },
    GetSet {
        name: "__qualname__",
        get: |_, v| on(v, |f| Value::Str(f.qualname.borrow().clone())),
        set: Some(set_qualname),
    },
    GetSet {
        name: "__module__",
        get: module,
        set: Some(|_, v, new| extra(v, new, |e| &e.module)),
    },
    GetSet {
        name: "__doc__",
        get: doc,
        set: Some(|_, v, new| extra(v, new, |e| &e.doc)),
    },
    GetSet {
        name: "__code__",
        get: |_, v| on(v, |f| Value::Code(f.code())),
        set: Some(set_code),
    },
    GetSet {
        name: "__globals__",
        get: |_, v| on(v, |f| Value::Dict(Rc::clone(&f.globals))),
        set: None,
    },
    GetSet {
        name: "__defaults__",
        get: defaults,
        set: Some(set_defaults),
    },
    GetSet {
        name: "__kwdefaults__",
        get: keyword_defaults,
        set: Some(set_keyword_defaults),
    },
    GetSet {
        name: "__closure__",
        get: closure,
        set: None,
    },
    GetSet {
        name: "__annotate__",
        get: annotate,
        set: Some(|_, v, new| extra(v, new, |e| &e.annotate)),
    },
    GetSet {
        name: "__annotations__",
        get: annotations,
        set: Some(|_, v, new| extra(v, new, |e| &e.annotations)),
    },
    GetSet {
        name: "__type_params__",
        get: type_params,
        set: Some(|_, v, new| extra(v, new, |e| &e.type_params)),
    },
    GetSet {
        name: "__builtins__",
        get: |vm, _| Ok(Value::Dict(Rc::clone(&vm.builtins))),
        set: None,
    },
];

fn on(value: &Value, f: impl FnOnce(&Function) -> Value) -> NativeResult {
    Ok(match value {
        Value::Function(function) => f(function),
        _ => Value::None,
    })
}

fn extra(
    value: &Value,
    new: Value,
    field: fn(&crate::object::FunctionExtra) -> &std::cell::RefCell<Value>,
) -> NativeResult {
    if let Value::Function(function) = value {
        let old = field(function.extra()).replace(new);
        drop(old);
    }
    Ok(Value::None)
}

fn kept(
    function: &Function,
    field: fn(&crate::object::FunctionExtra) -> &std::cell::RefCell<Value>,
) -> Option<Value> {
    let value = field(function.extra.get()?).borrow().clone();
    (!value.is_undefined()).then_some(value)
}

fn set_text(
    vm: &mut Vm,
    value: &Value,
    new: Value,
    name: &str,
    field: fn(&Function) -> &std::cell::RefCell<crate::object::StrRef>,
) -> NativeResult {
    match (value, new) {
        (Value::Function(function), Value::Str(text)) => {
            *field(function).borrow_mut() = text;
            Ok(Value::None)
        }
        _ => Err(vm.type_error(format!("{name} must be set to a string object"))),
    }
}

fn set_name(vm: &mut Vm, value: &Value, new: Value) -> NativeResult {
    set_text(vm, value, new, "__name__", |f| &f.name)
}

fn set_qualname(vm: &mut Vm, value: &Value, new: Value) -> NativeResult {
    set_text(vm, value, new, "__qualname__", |f| &f.qualname)
}

fn module(vm: &mut Vm, value: &Value) -> NativeResult {
    let name = vm.names.name.clone();
    on(value, |f| {
        kept(f, |e| &e.module).unwrap_or_else(|| f.globals.get_name(&name).unwrap_or(Value::None))
    })
}

fn doc(_: &mut Vm, value: &Value) -> NativeResult {
    on(value, |f| {
        kept(f, |e| &e.doc).unwrap_or_else(|| f.code().docstring().map_or(Value::None, Value::Str))
    })
}

fn set_code(vm: &mut Vm, value: &Value, new: Value) -> NativeResult {
    match (value, new) {
        (Value::Function(function), Value::Code(code)) => {
            if usize::from(code.free_count) != function.closure.len() {
                return Err(
                    vm.value_error("the code's free variables do not fit the function's closure")
                );
            }
            *function.code.borrow_mut() = code;
            function.keywords_fit.set(0);
            Ok(Value::None)
        }
        _ => Err(vm.type_error("__code__ must be set to a code object")),
    }
}

fn defaults(_: &mut Vm, value: &Value) -> NativeResult {
    on(value, |f| {
        let defaults = f.defaults.borrow();
        if defaults.is_empty() {
            Value::None
        } else {
            Value::tuple(defaults.iter().cloned())
        }
    })
}

fn set_defaults(vm: &mut Vm, value: &Value, new: Value) -> NativeResult {
    let Value::Function(function) = value else {
        return Ok(Value::None);
    };
    *function.defaults.borrow_mut() = match new {
        Value::None | Value::Undefined => Rc::default(),
        Value::Tuple(t) => t.items().into(),
        _ => return Err(vm.type_error("__defaults__ must be set to a tuple object")),
    };
    Ok(Value::None)
}

fn keyword_defaults(_: &mut Vm, value: &Value) -> NativeResult {
    on(value, |f| {
        f.keyword_defaults
            .borrow()
            .as_ref()
            .map_or(Value::None, |d| Value::Dict(Rc::clone(d)))
    })
}

fn set_keyword_defaults(vm: &mut Vm, value: &Value, new: Value) -> NativeResult {
    let Value::Function(function) = value else {
        return Ok(Value::None);
    };
    *function.keyword_defaults.borrow_mut() = match new {
        Value::None | Value::Undefined => None,
        Value::Dict(d) => Some(d),
        _ => return Err(vm.type_error("__kwdefaults__ must be set to a dict object")),
    };
    Ok(Value::None)
}

fn closure(_: &mut Vm, value: &Value) -> NativeResult {
    on(value, |f| {
        if f.closure.is_empty() {
            return Value::None;
        }
        Value::tuple(f.closure.iter().map(|c| Value::Cell(Rc::clone(c))))
    })
}

fn annotate(_: &mut Vm, value: &Value) -> NativeResult {
    on(value, |f| kept(f, |e| &e.annotate).unwrap_or(Value::None))
}

/// Annotations are computed when first asked for (PEP 649).
fn annotations(vm: &mut Vm, value: &Value) -> NativeResult {
    let Value::Function(function) = value else {
        return Ok(Value::None);
    };
    if let Some(known) = kept(function, |e| &e.annotations) {
        return Ok(known);
    }
    let function = Rc::clone(function);
    let keep = move |_: &mut Vm, made: Value| {
        *function.extra().annotations.borrow_mut() = made.clone();
        Ok(made)
    };
    let Value::Function(of) = value else {
        return Ok(Value::None);
    };
    match kept(of, |e| &e.annotate) {
        Some(compute @ Value::Function(_)) => match vm.call_values(&compute, [Value::Int(1)])? {
            Value::Undefined => {
                let frames = std::mem::take(&mut vm.pending);
                vm.run_after(frames, keep)
            }
            made => keep(vm, made),
        },
        _ => keep(vm, Value::Dict(DictObj::empty())),
    }
}

fn type_params(_: &mut Vm, value: &Value) -> NativeResult {
    on(value, |f| {
        kept(f, |e| &e.type_params).unwrap_or_else(|| Value::tuple([]))
    })
}

// ----- bound methods

const METHOD: &[GetSet] = &[
    GetSet {
        name: "__func__",
        get: |_, v| bound(v, |m| m.function.clone()),
        set: None,
    },
    GetSet {
        name: "__self__",
        get: |_, v| bound(v, |m| m.receiver.clone()),
        set: None,
    },
    GetSet {
        name: "__name__",
        get: |vm, v| of_function(vm, v, "__name__"),
        set: None,
    },
    GetSet {
        name: "__qualname__",
        get: |vm, v| of_function(vm, v, "__qualname__"),
        set: None,
    },
    GetSet {
        name: "__doc__",
        get: |vm, v| of_function(vm, v, "__doc__"),
        set: None,
    },
    GetSet {
        name: "__module__",
        get: |vm, v| of_function(vm, v, "__module__"),
        set: None,
    },
    GetSet {
        name: "__dict__",
        get: |vm, v| of_function(vm, v, "__dict__"),
        set: None,
    },
    GetSet {
        name: "__code__",
        get: |vm, v| of_function(vm, v, "__code__"),
        set: None,
    },
    GetSet {
        name: "__defaults__",
        get: |vm, v| of_function(vm, v, "__defaults__"),
        set: None,
    },
    GetSet {
        name: "__kwdefaults__",
        get: |vm, v| of_function(vm, v, "__kwdefaults__"),
        set: None,
    },
    GetSet {
        name: "__annotations__",
        get: |vm, v| of_function(vm, v, "__annotations__"),
        set: None,
    },
    GetSet {
        name: "__wrapped__",
        get: |vm, v| of_function(vm, v, "__wrapped__"),
        set: None,
    },
    GetSet {
        name: "__isabstractmethod__",
        get: |vm, v| of_function(vm, v, "__isabstractmethod__"),
        set: None,
    },
    GetSet {
        name: "_is_coroutine_mark",
        get: |vm, v| of_function(vm, v, "_is_coroutine_mark"),
        set: None,
    },
];

fn bound(value: &Value, f: impl FnOnce(&crate::object::BoundMethod) -> Value) -> NativeResult {
    Ok(match value {
        Value::Method(method) => f(method),
        _ => Value::None,
    })
}

fn of_function(vm: &mut Vm, value: &Value, name: &str) -> NativeResult {
    match value {
        Value::Method(method) => {
            let function = method.function.clone();
            match vm.find_attr(&function, &intern(name))? {
                Some(found) => Ok(found),
                None => {
                    Err(vm.attribute_error(format!("'method' object has no attribute '{name}'")))
                }
            }
        }
        _ => Ok(Value::None),
    }
}

// ----- native functions

const NATIVE: &[GetSet] = &[
    GetSet {
        name: "__name__",
        get: native_name,
        set: None,
    },
    GetSet {
        name: "__qualname__",
        get: native_qualname,
        set: None,
    },
    GetSet {
        name: "__module__",
        get: native_module,
        set: None,
    },
    GetSet {
        name: "__self__",
        get: |vm, v| native_self(vm, v),
        set: None,
    },
    GetSet {
        name: "__doc__",
        get: |_, _| Ok(Value::None),
        set: None,
    },
    GetSet {
        name: "__objclass__",
        get: native_owner,
        set: None,
    },
    GetSet {
        name: "__text_signature__",
        get: |_, _| Ok(Value::None),
        set: None,
    },
];

fn native_of(value: &Value) -> Option<Rc<crate::object::NativeFunction>> {
    match value {
        Value::Native(f) => Some(Rc::clone(f)),
        Value::Method(m) => native_of(&m.function),
        _ => None,
    }
}

fn native_name(_: &mut Vm, value: &Value) -> NativeResult {
    Ok(native_of(value).map_or(Value::None, |f| Value::str(f.def.name)))
}

fn native_qualname(_: &mut Vm, value: &Value) -> NativeResult {
    Ok(native_of(value).map_or(Value::None, |f| {
        match f.owner.as_ref().and_then(std::rc::Weak::upgrade) {
            Some(owner) => Value::string(format!("{}.{}", owner.name(), f.def.name)),
            None => Value::str(f.def.name),
        }
    }))
}

fn native_module(_: &mut Vm, value: &Value) -> NativeResult {
    Ok(native_of(value)
        .and_then(|f| f.module.clone())
        .map_or(Value::None, Value::Str))
}

fn native_self(vm: &mut Vm, value: &Value) -> NativeResult {
    match value {
        Value::Method(m) => Ok(m.receiver.clone()),
        Value::Native(f) if f.def.binding == Binding::Function => match &f.module {
            Some(module) => Ok(vm.modules.get_name(module).unwrap_or(Value::None)),
            None => Ok(Value::None),
        },
        _ => Err(vm.no_attribute(value, &intern("__self__"))),
    }
}

fn native_owner(_: &mut Vm, value: &Value) -> NativeResult {
    let owner = native_of(value).and_then(|f| f.owner.as_ref().and_then(std::rc::Weak::upgrade));
    Ok(owner.map_or(Value::None, Value::Class))
}

impl Vm {
    /// Whether `types.coroutine` marked the function.
    pub(crate) fn is_iterable_coroutine(&self, function: &Function) -> bool {
        let mark = intern("__iterable_coroutine__");
        function
            .extra
            .get()
            .and_then(|e| e.dict.get().and_then(|d: &Rc<DictObj>| d.get_name(&mark)))
            .is_some_and(|v| matches!(v, Value::Bool(true)))
    }

    /// Calls a function of the library's module `_prelude`.
    pub(crate) fn call_prelude(&mut self, name: &'static str, args: Vec<Value>) -> NativeResult {
        self.call_library("_prelude", name, args)
    }

    /// Calls a function of a library module, which is imported if need be.
    pub fn call_library(
        &mut self,
        module: &'static str,
        name: &'static str,
        args: Vec<Value>,
    ) -> NativeResult {
        self.run_async(name, move |cx| async move {
            let module = crate::vm::import_absolute(&cx, module).await?;
            let function = cx.get_attr(&module, &intern(name)).await?;
            cx.call(&function, args).await
        })
    }
}
