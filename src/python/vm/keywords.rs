//! Calls with `*args` and `**keywords` (Python reference, 6.3.4).

use super::{Args, NativeResult, Vm};
use crate::object::{DictObj, Raise, StrRef, Value};
use std::rc::Rc;

impl Vm {
    /// `f(**value)`: adds to the keywords collected so far.
    pub(super) fn merge_keywords(
        &mut self,
        dict: &Rc<DictObj>,
        value: &Value,
        callee: &Value,
    ) -> NativeResult {
        let callee = self.callee_name(callee);
        match value {
            Value::Dict(other) => {
                let entries: Vec<(Value, Value)> = other
                    .table
                    .borrow()
                    .iter()
                    .map(|e| (e.key.clone(), e.value.clone()))
                    .collect();
                for (key, item) in entries {
                    self.merge_keyword(dict, key, item, &callee)?;
                }
                Ok(Value::None)
            }
            _ if !self.is_mapping(value) => {
                let name = self.type_name(value);
                Err(self.type_error(format!(
                    "{callee} argument after ** must be a mapping, not {name}"
                )))
            }
            _ => {
                let (dict, value) = (Rc::clone(dict), value.clone());
                self.run_async("keywords", move |cx| async move {
                    let keys = cx.call_method(&value, "keys", []).await?;
                    for key in cx.collect(&keys).await? {
                        let item = cx.get_item(&value, &key).await?;
                        cx.with(|vm| vm.merge_keyword(&dict, key, item, &callee))?;
                    }
                    Ok(Value::None)
                })
            }
        }
    }

    fn merge_keyword(
        &mut self,
        dict: &Rc<DictObj>,
        key: Value,
        item: Value,
        callee: &str,
    ) -> Result<(), Raise> {
        let Value::Str(name) = self.unwrap_base(key) else {
            return Err(self.type_error("keywords must be strings"));
        };
        if dict.get_name(&name).is_some() {
            return Err(self.type_error(format!(
                "{callee} got multiple values for keyword argument '{name}'"
            )));
        }
        dict.set_name(&name, item);
        Ok(())
    }

    fn callee_name(&self, callee: &Value) -> String {
        match callee {
            Value::Function(f) => {
                let module = f.globals.get_name(&self.names.name);
                match module {
                    Some(Value::Str(module)) => format!("{module}.{}()", f.qualname.borrow()),
                    _ => format!("{}()", f.qualname.borrow()),
                }
            }
            Value::Native(f) => format!("{}()", f.def.name),
            Value::Method(m) => self.callee_name(&m.function),
            Value::Class(c) => format!("{}()", self.class_path(c)),
            other => format!("{} object", self.type_name(other)),
        }
    }

    /// `callee(*args, **keywords)`
    pub(crate) fn call_spread(
        &mut self,
        callee: &Value,
        args: Value,
        keywords: Value,
    ) -> NativeResult {
        let values = match &args {
            Value::List(list) => list.to_vec(),
            Value::Tuple(tuple) => tuple.items().to_vec(),
            _ => Vec::new(),
        };
        let mut all = Args::positional(values);
        if let Value::Dict(dict) = &keywords
            && !dict.is_empty()
        {
            let table = dict.table.borrow();
            let mut names: Vec<StrRef> = Vec::with_capacity(table.len());
            for entry in table.iter() {
                if let Value::Str(name) = &entry.key {
                    names.push(Rc::clone(name));
                    all.values.push(entry.value.clone());
                }
            }
            all.names = Some(names.into());
        }
        self.call(callee, all)
    }
}
