//! Calls with `*args` and `**keywords` (Python reference, 6.3.4).

use super::{Args, Cx, NativeResult, Vm};
use crate::object::{DictObj, ListObj, Raise, StrRef, Value};
use std::rc::Rc;

impl Vm {
    /// `f(**value)`: adds to the keywords collected so far.
    pub(super) fn merge_keywords(
        &mut self,
        dict: &Rc<DictObj>,
        value: &Value,
        callee: &Value,
    ) -> NativeResult {
        if let Some(entries) = self.plain_entries(value)
            && entries.iter().all(|(key, _)| match key {
                Value::Str(name) => dict.get_name(name).is_none(),
                _ => false,
            })
        {
            for (key, item) in entries {
                if let Value::Str(name) = key {
                    dict.set_name(&name, item);
                }
            }
            return Ok(Value::None);
        }
        let (dict, value, callee) = (Rc::clone(dict), value.clone(), callee.clone());
        self.run_async("keywords", move |cx| async move {
            match merge(&cx, &dict, &value, &callee).await {
                Err(raise)
                    if cx.with(|vm| raise.class().is_subclass_of(&vm.types.attribute_error)) =>
                {
                    let callee = callee_text(&cx, &callee).await?;
                    Err(cx.with(|vm| {
                        let name = vm.type_name(&value);
                        vm.type_error(format!(
                            "{callee} argument after ** must be a mapping, not {name}"
                        ))
                    }))
                }
                other => other.map(|()| Value::None),
            }
        })
    }

    fn plain_entries(&mut self, value: &Value) -> Option<Vec<(Value, Value)>> {
        let dict = self.plain_dict(value)?;
        let table = dict.table.borrow();
        Some(
            table
                .iter()
                .map(|e| (e.key.clone(), e.value.clone()))
                .collect(),
        )
    }

    /// `f(*value)` without other positional arguments: fills the list of them.
    pub(super) fn spread_star(
        &mut self,
        list: &Rc<ListObj>,
        value: &Value,
        callee: &Value,
    ) -> NativeResult {
        let (iter, item) = (self.names.iter.clone(), self.names.getitem.clone());
        if self.type_attr(value, &iter).is_some() || self.type_attr(value, &item).is_some() {
            return self.list_extend(list, value);
        }
        let (value, callee) = (value.clone(), callee.clone());
        self.run_async("arguments", move |cx| async move {
            let callee = callee_text(&cx, &callee).await?;
            Err(cx.with(|vm| {
                let name = vm.type_name(&value);
                vm.type_error(format!(
                    "{callee} argument after * must be an iterable, not {name}"
                ))
            }))
        })
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
                match &entry.key {
                    Value::Str(name) => {
                        names.push(Rc::clone(name));
                        all.values.push(entry.value.clone());
                    }
                    _ if self.is_callable(callee) => {
                        return Err(self.type_error("keywords must be strings"));
                    }
                    _ => {}
                }
            }
            all.names = Some(names.into());
        }
        self.call(callee, all)
    }
}

async fn merge(cx: &Cx, dict: &Rc<DictObj>, value: &Value, callee: &Value) -> Result<(), Raise> {
    if let Some(entries) = cx.with(|vm| vm.plain_entries(value)) {
        for (key, item) in entries {
            merge_keyword(cx, dict, key, item, callee).await?;
        }
        return Ok(());
    }
    let keys = cx.with(|vm| vm.names.keys.clone());
    let keys = cx.get_attr(value, &keys).await?;
    let keys = cx.call(&keys, []).await?;
    for key in cx.collect(&keys).await? {
        let item = cx.get_item(value, &key).await?;
        merge_keyword(cx, dict, key, item, callee).await?;
    }
    Ok(())
}

async fn merge_keyword(
    cx: &Cx,
    dict: &Rc<DictObj>,
    key: Value,
    item: Value,
    callee: &Value,
) -> Result<(), Raise> {
    if cx.dict_find(dict, &key).await?.is_some() {
        let callee = callee_text(cx, callee).await?;
        let key = cx.str(&key).await?;
        let message = format!("{callee} got multiple values for keyword argument '{key}'");
        return Err(cx.with(|vm| vm.type_error(message)));
    }
    // Whether it is a string is seen when the call is made.
    let key = match cx.with(|vm| vm.unwrap_base(key.clone())) {
        name @ Value::Str(_) => name,
        _ => key,
    };
    cx.dict_store(dict, key, item).await
}

/// How errors name what is called: by module and qualified name, with `()`;
/// what has no such name by its text.
async fn callee_text(cx: &Cx, callee: &Value) -> Result<String, Raise> {
    let (qualname, module) = cx.with(|vm| (vm.names.qualname.clone(), vm.names.module.clone()));
    let Some(name) = cx.get_attr_optional(callee, &qualname).await? else {
        return Ok(cx.str(callee).await?.to_string());
    };
    let name = cx.str(&name).await?;
    match cx.get_attr_optional(callee, &module).await? {
        Some(Value::Str(module)) if module.as_str() != "builtins" => {
            Ok(format!("{module}.{name}()"))
        }
        _ => Ok(format!("{name}()")),
    }
}
