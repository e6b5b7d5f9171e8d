//! `globals`, `locals`, `vars`, `dir`: they look at the code that calls them.

use crate::object::{DictObj, Layout, NativeDef, Raise, Value};
use crate::vm::{Args, NativeResult, Vm};
use std::rc::Rc;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("dir", dir, 0, 1),
    NativeDef::function("globals", |vm, _| ask_caller(vm, Ask::Globals), 0, 0),
    NativeDef::function("locals", |vm, _| ask_caller(vm, Ask::Locals), 0, 0),
    NativeDef::function("vars", vars, 0, 1),
];

pub(crate) fn install(vm: &Vm) {
    let builtins = Rc::clone(&vm.builtins);
    vm.add_functions(&builtins, "builtins", FUNCTIONS);
}

/// What is asked of the calling frame.
#[derive(Clone, Copy)]
enum Ask {
    Globals,
    Locals,
    LocalNames,
}

fn ask_caller(vm: &mut Vm, ask: Ask) -> NativeResult {
    if let (Ask::Locals, Some(frame)) = (ask, vm.caller_frame())
        && let Some(mapping) = frame.mapping()
    {
        return Ok(mapping.clone());
    }
    let namespace = vm.caller_frame().map(|frame| match ask {
        Ask::Globals => Rc::clone(&frame.function.globals),
        Ask::Locals | Ask::LocalNames => super::frame::locals_of(frame),
    });
    let namespace = namespace.unwrap_or_else(DictObj::empty);
    Ok(match ask {
        Ask::LocalNames => sorted_names(namespace.pairs().into_iter().map(|(name, _)| name)),
        Ask::Globals | Ask::Locals => Value::Dict(namespace),
    })
}

fn sorted_names(names: impl Iterator<Item = Value>) -> Value {
    let mut names: Vec<Value> = names.filter(|name| matches!(name, Value::Str(_))).collect();
    names.sort_by(|a, b| a.as_str().cmp(&b.as_str()));
    names.dedup_by(|a, b| a.as_str() == b.as_str());
    Value::list(names)
}

fn vars(vm: &mut Vm, mut args: Args) -> NativeResult {
    let Some(value) = args.optional(0) else {
        return ask_caller(vm, Ask::Locals);
    };
    let name = vm.names.dict.clone();
    vm.run_async("vars", move |cx| async move {
        match cx.get_attr_optional(&value, &name).await? {
            Some(namespace) => Ok(namespace),
            None => {
                Err(cx.with(|vm| vm.type_error("vars() argument must have __dict__ attribute")))
            }
        }
    })
}

fn dir(vm: &mut Vm, mut args: Args) -> NativeResult {
    let Some(value) = args.optional(0) else {
        return ask_caller(vm, Ask::LocalNames);
    };
    let name = vm.names.dir.clone();
    if let Some(Value::Function(_)) = vm.type_attr(&value, &name) {
        return vm.run_async("dir", move |cx| async move {
            let names = cx
                .call_special(&value, &name, [])
                .await?
                .unwrap_or(Value::None);
            let names = cx.collect(&names).await?;
            Ok(Value::list(
                super::sorting::sorted(&cx, &names, &Value::None, false).await?,
            ))
        });
    }
    if let Value::Module(module) = &value
        && let Some(own) = module.dict.get_name(&name)
    {
        return vm.run_async("dir", move |cx| async move {
            let names = cx.call(&own, []).await?;
            let names = cx.collect(&names).await?;
            let sorted = super::sorting::sorted(&cx, &names, &Value::None, false).await?;
            Ok(Value::list(sorted))
        });
    }
    vm.attribute_names(&value)
}

impl Vm {
    /// The names that `dir` lists for an object without a `__dir__` of its own.
    pub(crate) fn attribute_names(&mut self, value: &Value) -> Result<Value, Raise> {
        let mut names = Vec::new();
        let mut add = |dict: &DictObj| names.extend(dict.pairs().into_iter().map(|(name, _)| name));
        match value {
            Value::Module(module) => {
                names.extend(self.module_dir(module).into_iter().map(Value::Str));
            }
            Value::Class(class) => class.mro().iter().for_each(|c| add(&c.dict)),
            _ => {
                if let Some(dict) = self.own_dict(value) {
                    add(&dict);
                }
                self.class_of(value).mro().iter().for_each(|c| add(&c.dict));
            }
        }
        // The descriptor is that of `object`, for all classes.
        let has_dict = match value {
            Value::Class(class) => {
                class.traits.get().has_dict || matches!(class.layout, Layout::Type | Layout::Module)
            }
            Value::Module(_) | Value::Function(_) => true,
            _ => self.class_of(value).traits.get().has_dict,
        };
        if !has_dict {
            names.retain(|name| name.as_str() != Some("__dict__"));
        }
        self.charge_items(names.len().saturating_mul(4))?;
        Ok(sorted_names(names.into_iter()))
    }
}
