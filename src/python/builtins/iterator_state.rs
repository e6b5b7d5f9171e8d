//! How the builtin iterators are copied and pickled: `__reduce__` names a
//! function and its arguments that make such an iterator again, and
//! `__setstate__` puts it where the old one stood.

use crate::object::{Iter, IterState, ListObj, NativeDef, Range, Value, intern};
use crate::vm::{Args, NativeResult, Vm};
use std::rc::Rc;

pub(super) const REDUCE: &[NativeDef] = &[NativeDef::method("__reduce__", reduce, 0, 0)];

/// For iterators with a position.
pub(super) const SET_STATE: &[NativeDef] = &[NativeDef::method("__setstate__", set_state, 1, 1)];

/// What is called with which arguments, and the state that the result gets.
struct Recipe {
    call: Value,
    arguments: Vec<Value>,
    state: Option<Value>,
}

fn reduce(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    let Value::Iter(iter) = &me else {
        let name = vm.type_name(&me);
        return Err(vm.type_error(format!("cannot pickle '{name}' object")));
    };
    let recipe = recipe(vm, iter);
    if recipe.call.is_undefined() {
        // The program has taken the function out of `builtins`.
        return Err(vm.attribute_error("iter"));
    }
    let parts = [recipe.call, Value::tuple(recipe.arguments)];
    Ok(Value::tuple(parts.into_iter().chain(recipe.state)))
}

fn recipe(vm: &mut Vm, iter: &Rc<Iter>) -> Recipe {
    let builtin = |name: &str| vm.builtins.get_name(&intern(name)).unwrap_or_default();
    let at = |call: Value, items: Value, index: usize| Recipe {
        call,
        arguments: vec![items],
        state: Some(Value::from(index)),
    };
    let plain = |call: Value, arguments: Vec<Value>| Recipe {
        call,
        arguments,
        state: None,
    };
    let state = iter.state.borrow();
    let class = Value::Class(vm.iterator_class(&state));
    match &*state {
        IterState::List(list, index) => at(builtin("iter"), Value::List(Rc::clone(list)), *index),
        IterState::ListReversed(list, index) => Recipe {
            call: builtin("reversed"),
            arguments: vec![Value::List(Rc::clone(list))],
            state: Some(Value::Int(*index as i64 - 1)),
        },
        IterState::Tuple(tuple, index) => {
            at(builtin("iter"), Value::Tuple(Rc::clone(tuple)), *index)
        }
        IterState::Str(text, offset) => {
            let passed = text.as_str().get(..*offset).unwrap_or_default();
            let index = passed.chars().count();
            at(builtin("iter"), Value::Str(text.clone()), index)
        }
        IterState::Bytes(bytes, index) => {
            at(builtin("iter"), Value::Bytes(Rc::clone(bytes)), *index)
        }
        IterState::ByteArray(bytes, index) => {
            at(builtin("iter"), Value::ByteArray(Rc::clone(bytes)), *index)
        }
        IterState::Range(next, step, left) => {
            let stop = next.saturating_add(step.saturating_mul(*left as i64));
            let rest = Range {
                start: *next,
                stop,
                step: *step,
            };
            Recipe {
                call: builtin("iter"),
                arguments: vec![Value::Range(Rc::new(rest))],
                state: Some(Value::None),
            }
        }
        IterState::Sequence(items, index, backwards) => Recipe {
            call: builtin(if *backwards { "reversed" } else { "iter" }),
            arguments: vec![items.clone()],
            state: Some(Value::Int(*index)),
        },
        IterState::Callable(call, sentinel) => {
            plain(builtin("iter"), vec![call.clone(), sentinel.clone()])
        }
        IterState::Enumerate(inner, next) => plain(class, vec![inner.clone(), next.clone()]),
        IterState::Zip(inner, strict) => Recipe {
            call: class,
            arguments: inner.clone(),
            state: strict.then_some(Value::Bool(true)),
        },
        IterState::Map(function, inner) => {
            let arguments = std::iter::once(function).chain(inner).cloned();
            plain(class, arguments.collect())
        }
        IterState::Filter(function, inner) => plain(class, vec![function.clone(), inner.clone()]),
        // What is left of a dict or set cannot be told by a position.
        IterState::Dict(..)
        | IterState::DictReversed(..)
        | IterState::Set(..)
        | IterState::FrozenSet(..) => {
            let rest = remaining(&state);
            plain(builtin("iter"), vec![Value::List(ListObj::new(rest))])
        }
        IterState::Done(name) => {
            let empty = match *name {
                "list_iterator" | "list_reverseiterator" => Value::List(ListObj::new(Vec::new())),
                "str_iterator" | "str_ascii_iterator" => Value::str(""),
                "dict_keyiterator"
                | "dict_valueiterator"
                | "dict_itemiterator"
                | "dict_reversekeyiterator"
                | "set_iterator" => Value::List(ListObj::new(Vec::new())),
                _ => Value::tuple([]),
            };
            plain(builtin("iter"), vec![empty])
        }
    }
}

/// What an iterator over a dict or set would still give.
fn remaining(state: &IterState) -> Vec<Value> {
    use crate::vm::dict_item;
    match state {
        IterState::Dict(dict, part, at, ..) => {
            let table = dict.table.borrow();
            (*at..table.slots())
                .filter_map(|i| table.entry(i))
                .map(|entry| dict_item(*part, &entry.key, &entry.value))
                .collect()
        }
        IterState::DictReversed(dict, part, at, _) => {
            let table = dict.table.borrow();
            (0..*at)
                .rev()
                .filter_map(|i| table.entry(i))
                .map(|entry| dict_item(*part, &entry.key, &entry.value))
                .collect()
        }
        IterState::Set(set, at, _) => live(&set.table.borrow(), *at),
        IterState::FrozenSet(set, at) => live(&set.table, *at),
        _ => Vec::new(),
    }
}

fn live(table: &crate::object::Set, mut at: usize) -> Vec<Value> {
    let mut items = Vec::new();
    while let Some((slot, _, key)) = table.next_live(at) {
        items.push(key.clone());
        at = slot + 1;
    }
    items
}

fn set_state(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (me, new) = (args.take(0), args.take(1));
    let Value::Iter(iter) = &me else {
        return Ok(Value::None);
    };
    if let IterState::Zip(_, strict) = &mut *iter.state.borrow_mut() {
        *strict = !matches!(new, Value::Bool(false) | Value::None | Value::Int(0));
        return Ok(Value::None);
    }
    if new.is_none() && matches!(&*iter.state.borrow(), IterState::Range(..)) {
        return Ok(Value::None);
    }
    let index = vm.int_argument(&new)?;
    let forward = usize::try_from(index).unwrap_or(0);
    match &mut *iter.state.borrow_mut() {
        IterState::List(list, at) => *at = forward.min(list.len()),
        IterState::ListReversed(list, at) => {
            *at = usize::try_from(index.saturating_add(1))
                .unwrap_or(0)
                .min(list.len());
        }
        IterState::Tuple(tuple, at) => *at = forward.min(tuple.items().len()),
        IterState::Bytes(bytes, at) => *at = forward.min(bytes.0.len()),
        IterState::ByteArray(bytes, at) => *at = forward.min(bytes.bytes.borrow().len()),
        IterState::Str(text, at) => {
            let text = text.as_str();
            *at = text
                .char_indices()
                .nth(forward)
                .map_or(text.len(), |(offset, _)| offset);
        }
        IterState::Range(next, step, left) => {
            let skipped = forward.min(*left);
            *next = next.wrapping_add(step.wrapping_mul(skipped as i64));
            *left -= skipped;
        }
        IterState::Sequence(_, at, backwards) => *at = index.max(if *backwards { -1 } else { 0 }),
        _ => {}
    }
    Ok(Value::None)
}
