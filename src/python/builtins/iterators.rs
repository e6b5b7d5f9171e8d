//! `enumerate`, `zip`, `map`, `filter`, `reversed`, and what all builtin
//! iterators have as attributes.

use super::iterator_state;
use crate::object::{Iter, IterState, MANY, NativeDef, Payload, Value};
use crate::vm::{Args, NativeResult, Next, Resumed, Vm};
use std::rc::Rc;

/// `__iter__` and `__next__` of every builtin iterator.
const STEPS: &[NativeDef] = &[
    NativeDef::method("__iter__", |_, mut args| Ok(args.take(0)), 0, 0),
    NativeDef::method("__next__", next, 0, 0),
];

const LENGTH_HINT: &[NativeDef] = &[NativeDef::method("__length_hint__", length_hint, 0, 0)];
const ENUMERATE: &[NativeDef] = &[
    NativeDef::static_method("__new__", new_enumerate, 0, 2).with_params(&["iterable", "start"])
];
const ZIP: &[NativeDef] = &[NativeDef::static_method("__new__", new_zip, 0, MANY).any_keywords()];
const MAP: &[NativeDef] = &[NativeDef::static_method("__new__", new_map, 0, MANY)];
const FILTER: &[NativeDef] = &[NativeDef::static_method("__new__", new_filter, 2, 2)];
const REVERSED: &[NativeDef] = &[NativeDef::static_method("__new__", new_reversed, 0, MANY)];

pub(crate) fn install(vm: &Vm) {
    let t = &vm.types;
    let sized = [
        &t.list_iterator,
        &t.list_reverseiterator,
        &t.tuple_iterator,
        &t.range_iterator,
        &t.str_iterator,
        &t.str_ascii_iterator,
        &t.bytes_iterator,
        &t.bytearray_iterator,
        &t.dict_keyiterator,
        &t.dict_valueiterator,
        &t.dict_itemiterator,
        &t.dict_reversekeyiterator,
        &t.dict_reversevalueiterator,
        &t.dict_reverseitemiterator,
        &t.set_iterator,
        &t.sequence_iterator,
        &t.reversed,
    ];
    let compound = [
        (&t.enumerate, ENUMERATE),
        (&t.zip, ZIP),
        (&t.map, MAP),
        (&t.filter, FILTER),
        (&t.reversed, REVERSED),
    ];
    let callable = &t.callable_iterator;
    for class in sized {
        vm.add_methods(class, STEPS);
        vm.add_methods(class, LENGTH_HINT);
        vm.add_methods(class, iterator_state::REDUCE);
        let name = class.name();
        if !name.as_str().starts_with("dict_") && name.as_str() != "set_iterator" {
            vm.add_methods(class, iterator_state::SET_STATE);
        }
    }
    vm.add_methods(callable, STEPS);
    vm.add_methods(callable, iterator_state::REDUCE);
    for (class, defs) in compound {
        vm.add_methods(class, STEPS);
        vm.add_methods(class, defs);
        vm.add_methods(class, iterator_state::REDUCE);
    }
    vm.add_methods(&t.zip, iterator_state::SET_STATE);
}

fn next(vm: &mut Vm, mut args: Args) -> NativeResult {
    let iterator = args.take(0);
    vm.next_or_stop(&iterator)
}

impl Vm {
    /// `next(iterator)` as a call: StopIteration at the end.
    pub(crate) fn next_or_stop(&mut self, iterator: &Value) -> NativeResult {
        // Here the value of an awaitable's end can be told.
        if let Value::Instance(instance) = iterator
            && let Payload::Native(state) = &instance.payload
            && let Some(resumed) = state.resume(self, instance, Value::None)
        {
            return match resumed? {
                Resumed::Yielded(value) | Resumed::Last(value) => Ok(value),
                Resumed::Returned(value) => Err(self.stop_iteration(value)),
                Resumed::Pushed => self.ended_by(Next::Resumed),
            };
        }
        let next = self.iter_next(iterator);
        self.ended_by(next)
    }

    /// A step of iteration as a call: StopIteration at the end.
    fn ended_by(&mut self, next: Next) -> NativeResult {
        match next {
            Next::Item(item) => Ok(item),
            Next::Done => Err(self.stop_iteration(Value::None)),
            Next::Raise(raise) => Err(raise),
            // A call's own StopIteration passes through, with its value.
            Next::Called => Ok(Value::Undefined),
            Next::Resumed => {
                let frames = std::mem::take(&mut self.pending);
                self.run_async("next", move |cx| async move {
                    let started = cx.with(|vm| {
                        vm.pending = frames;
                        Ok(Value::Undefined)
                    });
                    match cx.outcome(started).await {
                        crate::vm::Outcome::Yielded(item) => Ok(item),
                        crate::vm::Outcome::Returned(value) => {
                            Err(cx.with(|vm| vm.stop_iteration(value)))
                        }
                        crate::vm::Outcome::Raised(raise) => Err(raise),
                    }
                })
            }
        }
    }

    /// How many items a builtin iterator has left, if that can be told.
    pub(crate) fn items_left(iter: &Iter) -> Option<usize> {
        Some(match &*iter.state.borrow() {
            IterState::Done(_) => 0,
            IterState::List(list, at) => list.len().saturating_sub(*at),
            IterState::ListReversed(list, at) => (*at).min(list.len()),
            IterState::Tuple(tuple, at) => tuple.items().len().saturating_sub(*at),
            IterState::Range(_, _, left) => *left,
            IterState::Str(text, at) => text
                .as_str()
                .get(*at..)
                .map_or(0, |rest| rest.chars().count()),
            IterState::Bytes(bytes, at) => bytes.0.len().saturating_sub(*at),
            IterState::ByteArray(bytes, at) => bytes.bytes.borrow().len().saturating_sub(*at),
            IterState::Dict(dict, _, at, length, _) => {
                let table = dict.table.borrow();
                if table.len() != *length {
                    0
                } else {
                    (*at..table.slots())
                        .filter(|i| table.entry(*i).is_some())
                        .count()
                }
            }
            IterState::DictReversed(dict, _, at, length) => {
                let table = dict.table.borrow();
                if table.len() != *length {
                    0
                } else {
                    (0..*at).filter(|i| table.entry(*i).is_some()).count()
                }
            }
            IterState::Set(set, at, length) => {
                let table = set.table.borrow();
                if table.len() != *length {
                    0
                } else {
                    live_after(&table, *at)
                }
            }
            IterState::FrozenSet(set, at) => live_after(&set.table, *at),
            _ => return None,
        })
    }
}

fn live_after(table: &crate::object::Set, mut at: usize) -> usize {
    let mut count = 0;
    while let Some((slot, ..)) = table.next_live(at) {
        count += 1;
        at = slot + 1;
    }
    count
}

fn length_hint(vm: &mut Vm, mut args: Args) -> NativeResult {
    let Value::Iter(iter) = args.take(0) else {
        return Ok(Value::NotImplemented);
    };
    if let Some(left) = Vm::items_left(&iter) {
        return Ok(Value::from(left));
    }
    let (value, index, back) = match &*iter.state.borrow() {
        IterState::Sequence(value, index, back) => (value.clone(), *index, *back),
        _ => return Ok(Value::NotImplemented),
    };
    if back {
        return Ok(Value::Int(index + 1));
    }
    vm.run_async("len", move |cx| async move {
        let started = cx.with(|vm| vm.len(&value));
        let length = cx.finish(started).await?;
        Ok(Value::Int(
            cx.index(&length).await?.saturating_sub(index).max(0),
        ))
    })
}

fn new_enumerate(vm: &mut Vm, mut args: Args) -> NativeResult {
    let Some(iterable) = args.optional(1) else {
        return Err(vm.type_error("enumerate() missing required argument 'iterable'"));
    };
    let start = args.optional(2).unwrap_or(Value::Int(0));
    vm.run_async("enumerate", move |cx| async move {
        let started = cx.with(|vm| vm.index_of(&start));
        let start = cx.finish(started).await?;
        let iterator = cx.iter(&iterable).await?;
        Ok(Iter::value(IterState::Enumerate(iterator, start)))
    })
}

/// Makes iterators of all arguments and goes on with them.
fn iterators_of(
    vm: &mut Vm,
    iterables: Vec<Value>,
    then: impl FnOnce(Vec<Value>) -> Value + 'static,
) -> NativeResult {
    vm.run_async("iter", move |cx| async move {
        let mut iterators = Vec::with_capacity(iterables.len());
        for iterable in &iterables {
            iterators.push(cx.iter(iterable).await?);
        }
        Ok(then(iterators))
    })
}

fn new_zip(vm: &mut Vm, mut args: Args) -> NativeResult {
    let mut strict = Value::Bool(false);
    for (name, value) in args.take_keywords() {
        if name.as_str() != "strict" {
            return Err(vm.type_error(format!("'{name}' is an invalid keyword argument for zip()")));
        }
        strict = value;
    }
    let iterables: Vec<Value> = args.values.drain(1..).collect();
    vm.run_async("zip", move |cx| async move {
        let strict = cx.truth(&strict).await?;
        let started = cx.with(|vm| {
            iterators_of(vm, iterables, move |inner| {
                Iter::value(IterState::Zip(inner, strict))
            })
        });
        cx.finish(started).await
    })
}

fn new_map(vm: &mut Vm, mut args: Args) -> NativeResult {
    if args.len() < 3 {
        return Err(vm.type_error("map() must have at least two arguments."));
    }
    let function = args.take(1);
    let iterables: Vec<Value> = args.values.drain(2..).collect();
    iterators_of(vm, iterables, move |inner| {
        Iter::value(IterState::Map(function, inner))
    })
}

fn new_filter(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (function, iterable) = (args.take(1), args.take(2));
    iterators_of(vm, vec![iterable], move |mut inner| {
        Iter::value(IterState::Filter(function, inner.pop().unwrap_or_default()))
    })
}

fn new_reversed(vm: &mut Vm, mut args: Args) -> NativeResult {
    if args.len() != 2 {
        let given = args.len().saturating_sub(1);
        return Err(vm.type_error(format!("reversed expected 1 argument, got {given}")));
    }
    let value = args.take(1);
    let (special, getitem) = (vm.names.reversed.clone(), vm.names.getitem.clone());
    if let Some(result) = match &value {
        Value::List(list) => {
            return Ok(Iter::value(IterState::ListReversed(
                Rc::clone(list),
                list.len(),
            )));
        }
        Value::Str(_) | Value::Tuple(_) | Value::Bytes(_) | Value::ByteArray(_) => None,
        _ => match vm.type_attr(&value, &special) {
            Some(Value::None) => {
                let name = vm.type_name(&value);
                return Err(vm.type_error(format!("'{name}' object is not reversible")));
            }
            Some(_) => vm.call_special(&value, &special, []),
            None => None,
        },
    } {
        return result;
    }
    let unordered = matches!(value, Value::Set(_) | Value::FrozenSet(_));
    if unordered || (vm.builtin_len(&value).is_none() && vm.type_attr(&value, &getitem).is_none()) {
        let name = vm.type_name(&value);
        return Err(vm.type_error(format!("'{name}' object is not reversible")));
    }
    vm.run_async("reversed", move |cx| async move {
        let started = cx.with(|vm| vm.len(&value));
        let length = cx.finish(started).await?;
        let length = cx.index(&length).await?;
        Ok(Iter::value(IterState::Sequence(value, length - 1, true)))
    })
}
