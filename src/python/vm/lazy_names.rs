//! Names of the library's modules that are there only once somebody asks.
//!
//! Such a module has a dict `__lazy__`: modules, each with the names that are
//! found in it. A module that is a key is a lazy name itself, unless it is
//! private. A key is a module of the same package if there is such a one.

use super::{NativeResult, Vm};
use crate::object::{DictObj, Module, StrRef, Value, intern};
use std::rc::Rc;

impl Vm {
    /// The table of a module of the library that has one.
    fn lazy_table(&self, module: &Module) -> Option<Rc<DictObj>> {
        match module.dict.get_name(&self.names.lazy) {
            Some(Value::Dict(table)) if self.comes_with_us(module.name.as_str()) => Some(table),
            _ => None,
        }
    }

    /// What `dir` lists for a module, in no order.
    pub(crate) fn module_dir(&self, module: &Module) -> Vec<StrRef> {
        let mut names: Vec<StrRef> = Vec::new();
        for entry in module.dict.table.borrow().iter() {
            if let Value::Str(name) = &entry.key {
                names.push(Rc::clone(name));
            }
        }
        if let Some(table) = self.lazy_table(module) {
            names.retain(|name| name.as_str() != "__lazy__");
            add_lazy(&table, &mut names);
        }
        names
    }

    /// A lazy name of a module, or frames pending that give it.
    #[inline(never)]
    pub(super) fn load_lazy(&mut self, module: &Rc<Module>, name: &StrRef) -> Option<NativeResult> {
        let table = self.lazy_table(module)?;
        let home = table.table.borrow().iter().find_map(|entry| {
            let mut lazy = lazy_names(&entry.value);
            let is_home = entry.key.as_str() == Some(name.as_str());
            (is_home || lazy.any(|lazy| lazy == name.as_str())).then(|| entry.key.clone())
        })?;
        let home = home.as_str()?;
        let package = module.dict.get_name(&intern("__package__"));
        let package = package.as_ref().and_then(Value::as_str).unwrap_or_default();
        let inside = format!("{package}.{home}");
        let path = if self.comes_with_us(&inside) {
            inside
        } else {
            home.to_owned()
        };
        let is_module = home == name.as_str();
        let (dict, name) = (Rc::clone(&module.dict), Rc::clone(name));
        Some(self.run_async("import", move |cx| async move {
            let mut found = super::import_absolute(&cx, &path).await?;
            if !is_module {
                found = cx.get_attr(&found, &name).await?;
            }
            dict.set_name(&name, found.clone());
            Ok(found)
        }))
    }

    /// What a module's own `__getattr__` gives. For one of the library its
    /// AttributeError only says that there is no such name.
    #[inline(never)]
    pub(super) fn ask_module(
        &mut self,
        module: &Value,
        hook: &Value,
        name: &StrRef,
    ) -> NativeResult {
        let result = self.call_values(hook, [Value::Str(Rc::clone(name))]);
        let of_library = matches!(hook, Value::Function(f) if f.code.borrow().file.is_library);
        if !of_library || !matches!(result, Ok(Value::Undefined)) {
            return result;
        }
        let frames = std::mem::take(&mut self.pending);
        let (module, name) = (module.clone(), Rc::clone(name));
        self.run_async("__getattr__", move |cx| async move {
            cx.with(|vm| vm.pending = frames);
            match cx.finish(Ok(Value::Undefined)).await {
                Err(raise) => Err(cx.with(|vm| {
                    if raise.class().is_subclass_of(&vm.types.attribute_error) {
                        vm.no_attribute(&module, &name)
                    } else {
                        raise
                    }
                })),
                found => found,
            }
        })
    }
}

fn lazy_names(texts: &Value) -> impl Iterator<Item = &str> {
    texts.as_str().unwrap_or_default().split_whitespace()
}

#[inline(never)]
fn add_lazy(table: &DictObj, names: &mut Vec<StrRef>) {
    for entry in table.table.borrow().iter() {
        let home = entry.key.as_str().filter(|home| !home.starts_with('_'));
        names.extend(home.into_iter().chain(lazy_names(&entry.value)).map(intern));
    }
}
