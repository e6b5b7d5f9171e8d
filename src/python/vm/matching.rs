//! Structural pattern matching (Python reference, 8.6).

use super::{NativeResult, Vm};
use crate::object::{Class, Layout, StrRef, Value};
use std::rc::Rc;

/// Kinds of values that patterns look into.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Collection {
    Sequence,
    Mapping,
}

impl Vm {
    /// Whether a sequence pattern may look into the value.
    pub(crate) fn is_sequence(&self, value: &Value) -> bool {
        self.collection(value) == Some(Collection::Sequence)
    }

    /// Whether a mapping pattern may look into the value.
    pub(crate) fn is_mapping(&self, value: &Value) -> bool {
        self.collection(value) == Some(Collection::Mapping)
    }

    /// What patterns take a value for: what the first of its classes says that is a
    /// builtin collection, or one of `collections.abc`.
    fn collection(&self, value: &Value) -> Option<Collection> {
        match value {
            Value::List(_) | Value::Tuple(_) | Value::Range(_) => Some(Collection::Sequence),
            Value::Dict(_) => Some(Collection::Mapping),
            Value::Instance(_) => {
                let classes = self.class_of(value).mro();
                classes
                    .iter()
                    .find_map(|class| self.collection_class(class))
            }
            _ => None,
        }
    }

    fn collection_class(&self, class: &Rc<Class>) -> Option<Collection> {
        if class.is_builtin {
            return match class.layout {
                Layout::List | Layout::Tuple | Layout::Native("deque" | "memoryview") => {
                    Some(Collection::Sequence)
                }
                Layout::Dict | Layout::Native("mappingproxy") => Some(Collection::Mapping),
                // With numbers that do not fit the smaller kind of range.
                _ if Rc::ptr_eq(class, &self.types.range) => Some(Collection::Sequence),
                _ => None,
            };
        }
        let kind = match class.name.borrow().as_str() {
            "Sequence" | "MutableSequence" => Collection::Sequence,
            "Mapping" | "MutableMapping" => Collection::Mapping,
            _ => return None,
        };
        let module = class.dict.get_name(&self.names.module);
        let is_abstract = module.is_some_and(|module| module.as_str() == Some("collections.abc"));
        is_abstract.then_some(kind)
    }

    /// `case {k1: …, k2: …}`: the values, or None.
    pub(crate) fn match_keys(&mut self, subject: Value, keys: Value) -> NativeResult {
        let Value::Tuple(keys) = keys else {
            return Ok(Value::None);
        };
        self.run_async("match", move |cx| async move {
            let mut values = Vec::with_capacity(keys.items().len());
            let mut seen: Vec<&Value> = Vec::new();
            for key in keys.items() {
                for other in &seen {
                    if cx.equal(key, other).await? {
                        let text = cx.repr(key).await?;
                        return Err(cx.with(|vm| {
                            vm.value_error(format!("mapping pattern checks duplicate key ({text})"))
                        }));
                    }
                }
                seen.push(key);
                let found = if let Value::Dict(dict) = &subject {
                    cx.dict_find(dict, key).await?
                } else {
                    let missing = Value::list(Vec::new());
                    let found = cx
                        .call_method(&subject, "get", [key.clone(), missing.clone()])
                        .await?;
                    Some(found).filter(|found| !found.is(&missing))
                };
                match found {
                    Some(found) => values.push(found),
                    None => return Ok(Value::None),
                }
            }
            Ok(Value::tuple(values))
        })
    }

    /// `case {…, **rest}`: a dict of the rest.
    pub(crate) fn copy_without_keys(&mut self, subject: Value, keys: Value) -> NativeResult {
        let Value::Tuple(keys) = keys else {
            return Ok(Value::None);
        };
        let copy: Rc<crate::object::DictObj> = crate::object::DictObj::empty();
        self.run_async("match", move |cx| async move {
            let started = cx.with(|vm| vm.dict_update(&copy, &subject));
            cx.finish(started).await?;
            for key in keys.items() {
                let started = cx.with(|vm| vm.dict_discard(&copy, key));
                cx.finish(started).await?;
            }
            Ok(Value::Dict(copy))
        })
    }

    /// `case Class(p1, p2, k=p3)`: the attribute values, or None.
    pub(crate) fn match_class(
        &mut self,
        subject: Value,
        class: Value,
        positional: usize,
        names: Value,
    ) -> NativeResult {
        let Value::Class(class) = class else {
            return Err(self.type_error("called match pattern must be a type"));
        };
        let names: Vec<StrRef> = match &names {
            Value::Tuple(t) => t
                .items()
                .iter()
                .filter_map(|n| {
                    if let Value::Str(s) = n {
                        Some(Rc::clone(s))
                    } else {
                        None
                    }
                })
                .collect(),
            _ => Vec::new(),
        };
        self.run_async("match", move |cx| async move {
            let class_value = Value::Class(Rc::clone(&class));
            let started = cx.with(|vm| vm.isinstance(&subject, &class_value));
            let is_instance = cx.finish(started).await?;
            if !matches!(is_instance, Value::Bool(true)) {
                return Ok(Value::None);
            }
            let mut values = Vec::new();
            let mut all: Vec<StrRef> = Vec::new();
            if positional > 0 {
                let match_args = cx.with(|vm| vm.names.match_args.clone());
                match cx.get_attr_optional(&class_value, &match_args).await? {
                    Some(Value::Tuple(args)) => {
                        if args.items().len() < positional {
                            let (n, s) = (
                                args.items().len(),
                                if args.items().len() == 1 { "" } else { "s" },
                            );
                            let message = format!(
                                "{}() accepts {n} positional sub-pattern{s} ({positional} given)",
                                class.name()
                            );
                            return Err(cx.with(|vm| vm.type_error(message)));
                        }
                        for arg in &args.items()[..positional] {
                            match arg {
                                Value::Str(name) => all.push(Rc::clone(name)),
                                other => {
                                    let message = cx.with(|vm| {
                                        format!(
                                            "__match_args__ elements must be strings (got {})",
                                            vm.type_name(other)
                                        )
                                    });
                                    return Err(cx.with(|vm| vm.type_error(message)));
                                }
                            }
                        }
                    }
                    Some(other) => {
                        return Err(cx.with(|vm| {
                            let got = vm.type_name(&other);
                            vm.type_error(format!(
                                "{}.__match_args__ must be a tuple (got {got})",
                                class.name()
                            ))
                        }));
                    }
                    None if matches_itself(&class) => {
                        if positional > 1 {
                            let message = format!(
                                "{}() accepts 1 positional sub-pattern ({positional} given)",
                                class.name()
                            );
                            return Err(cx.with(|vm| vm.type_error(message)));
                        }
                        values.push(subject.clone());
                    }
                    None => {
                        let message = format!(
                            "{}() accepts 0 positional sub-patterns ({positional} given)",
                            class.name()
                        );
                        return Err(cx.with(|vm| vm.type_error(message)));
                    }
                }
            }
            all.extend(names);
            for (i, name) in all.iter().enumerate() {
                if all[..i].iter().any(|n| n.as_str() == name.as_str()) {
                    let message = format!(
                        "{}() got multiple sub-patterns for attribute '{name}'",
                        class.name()
                    );
                    return Err(cx.with(|vm| vm.type_error(message)));
                }
                match cx.get_attr_optional(&subject, name).await? {
                    Some(value) => values.push(value),
                    None => return Ok(Value::None),
                }
            }
            Ok(Value::tuple(values))
        })
    }
}

/// The builtin classes whose single positional pattern is the subject itself.
fn matches_itself(class: &Class) -> bool {
    matches!(
        class.layout,
        Layout::Bool
            | Layout::ByteArray
            | Layout::Bytes
            | Layout::Dict
            | Layout::Float
            | Layout::FrozenSet
            | Layout::Int
            | Layout::List
            | Layout::Set
            | Layout::Str
            | Layout::Tuple
    )
}
