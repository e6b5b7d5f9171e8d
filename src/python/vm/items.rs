//! Subscripts (Python reference, 6.3.2 and 6.3.3).

use super::fast::list_store;
use super::{NativeResult, Vm};
use crate::object::{Raise, Str, Value, character, intern};
use std::rc::Rc;

impl Vm {
    /// `value[key]`
    #[inline(never)]
    pub fn get_item(&mut self, value: &Value, key: &Value) -> NativeResult {
        match (value, key) {
            (Value::Dict(dict), _) => self.dict_item(dict, key),
            (Value::Tuple(tuple), Value::Int(i)) => match position(*i, tuple.items().len()) {
                Some(index) => Ok(tuple.items()[index].clone()),
                None => Err(self.index_error("tuple index out of range")),
            },
            (Value::List(list), Value::Int(i)) => {
                let items = list.items.borrow();
                match position(*i, items.len()) {
                    Some(index) => Ok(items[index].clone()),
                    None => Err(self.index_error("list index out of range")),
                }
            }
            (Value::Str(text), Value::Int(i)) => {
                match position(*i, text.len()).and_then(|index| self.char_at(text, index)) {
                    Some(c) => Ok(Value::Str(character(c))),
                    None => Err(self.index_error("string index out of range")),
                }
            }
            (
                Value::List(_)
                | Value::Tuple(_)
                | Value::Str(_)
                | Value::Bytes(_)
                | Value::ByteArray(_)
                | Value::Range(_),
                _,
            ) => self.sequence_item(value, key),
            (Value::Class(class), _) => {
                if class.metaclass().is_some() {
                    let name = self.names.getitem.clone();
                    if let Some(result) = self.call_special(value, &name, [key.clone()]) {
                        return result;
                    }
                }
                let name = self.names.class_getitem.clone();
                match self.class_attr(class, &name) {
                    Some(_) => {
                        let class = Rc::clone(class);
                        match self.load_class_attr(&class, &name)? {
                            Value::Undefined => {
                                let frames = std::mem::take(&mut self.pending);
                                let key = key.clone();
                                self.run_after(frames, move |vm, method| {
                                    vm.call_values(&method, [key])
                                })
                            }
                            method => self.call_values(&method, [key.clone()]),
                        }
                    }
                    None if class.is_builtin && self.is_generic_builtin(class) => {
                        self.generic_alias(value, key)
                    }
                    None => {
                        let name = class.name();
                        Err(self.type_error(format!("type '{name}' is not subscriptable")))
                    }
                }
            }
            _ => {
                let name = self.names.getitem.clone();
                match self.call_special(value, &name, [key.clone()]) {
                    Some(result) => result,
                    None => Err(self.not_subscriptable(value)),
                }
            }
        }
    }

    #[cold]
    fn not_subscriptable(&self, value: &Value) -> Raise {
        self.type_error(format!(
            "'{}' object is not subscriptable",
            self.type_name(value)
        ))
    }

    /// `value[key] = new`
    #[inline(never)]
    pub fn set_item(&mut self, value: &Value, key: &Value, new: Value) -> NativeResult {
        match (value, key) {
            (Value::Dict(dict), _) => {
                let dict = Rc::clone(dict);
                self.dict_store(&dict, key.clone(), new)
            }
            (Value::List(_), Value::Int(index)) => match list_store(value, *index, new) {
                None => Ok(Value::None),
                Some(_) => Err(self.index_error("list assignment index out of range")),
            },
            (Value::List(_) | Value::ByteArray(_), _) => self.sequence_store(value, key, Some(new)),
            _ => {
                let name = self.names.setitem.clone();
                match self.call_special(value, &name, [key.clone(), new]) {
                    Some(result) => result,
                    None => {
                        let name = self.type_name(value);
                        Err(self.type_error(format!(
                            "'{name}' object does not support item assignment"
                        )))
                    }
                }
            }
        }
    }

    /// `del value[key]`
    #[inline(never)]
    pub fn del_item(&mut self, value: &Value, key: &Value) -> NativeResult {
        match value {
            Value::Dict(dict) => self.dict_delete(dict, key),
            Value::List(_) | Value::ByteArray(_) => self.sequence_store(value, key, None),
            _ => {
                let name = self.names.delitem.clone();
                match self.call_special(value, &name, [key.clone()]) {
                    Some(result) => result,
                    None => {
                        let name = self.type_name(value);
                        let how = if self.is_sequence_like(value)
                            && self.type_attr(key, &intern("__index__")).is_some()
                        {
                            "doesn't"
                        } else {
                            "does not"
                        };
                        Err(self.type_error(format!("'{name}' object {how} support item deletion")))
                    }
                }
            }
        }
    }
}

impl Vm {
    /// Whether CPython's type of this has slots of a sequence, which decides
    /// the words for an item that cannot be deleted.
    fn is_sequence_like(&self, value: &Value) -> bool {
        match value {
            Value::Instance(instance) if !instance.class().is_builtin => true,
            _ => self.type_attr(value, &intern("__contains__")).is_some(),
        }
    }

    /// The `index`-th character. In a text that is not ASCII it has to be
    /// counted for from the last one, which is work.
    pub(crate) fn char_at(&self, text: &Str, index: usize) -> Option<char> {
        if !text.is_ascii() {
            self.work(text.steps_to(index));
        }
        text.char_at(index)
    }
}

/// An index counted from either end, as a position.
pub(crate) fn position(index: i64, length: usize) -> Option<usize> {
    let index = if index < 0 {
        index.checked_add(length as i64)?
    } else {
        index
    };
    usize::try_from(index).ok().filter(|i| *i < length)
}
