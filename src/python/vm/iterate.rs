//! Iteration (Python reference, 3.3.7 and the library's "Iterator Types").

use super::{NativeResult, Vm};
use crate::code::CodeKind;
use crate::object::{
    Class, DictPart, GeneratorState, Iter, IterState, Payload, Raise, Value, character,
};
use num_bigint::BigInt;
use std::rc::Rc;

/// What came of asking an iterator for its next item.
#[derive(Debug)]
pub enum Next {
    /// Here it is.
    Item(Value),
    /// There is none.
    Done,
    /// A generator's frame is pending: what it yields is the item.
    Resumed,
    /// A call is pending: what it returns is the item, StopIteration the end.
    Called,
    /// It raised something else than StopIteration.
    Raise(Raise),
}

impl Vm {
    /// `iter(value)`
    #[inline(never)]
    pub fn get_iter(&mut self, value: &Value) -> NativeResult {
        let state = match value {
            Value::List(list) => IterState::List(Rc::clone(list), 0),
            Value::Tuple(tuple) => IterState::Tuple(Rc::clone(tuple), 0),
            Value::Range(range) => IterState::Range(range.start, range.step, range.len()),
            Value::Str(text) => IterState::Str(Rc::clone(text), 0),
            Value::Dict(dict) => IterState::dict(dict, DictPart::Keys),
            Value::Set(set) => IterState::Set(Rc::clone(set), 0, set.table.borrow().len()),
            Value::FrozenSet(set) => IterState::FrozenSet(Rc::clone(set), 0),
            Value::Bytes(bytes) => IterState::Bytes(Rc::clone(bytes), 0),
            Value::ByteArray(bytes) => IterState::ByteArray(Rc::clone(bytes), 0),
            Value::Iter(_) => return Ok(value.clone()),
            Value::Generator(g) if g.kind == CodeKind::Generator => return Ok(value.clone()),
            Value::Instance(_) | Value::Class(_) => return self.instance_iter(value),
            _ => return Err(self.not_iterable(value)),
        };
        Ok(Iter::value(state))
    }

    #[cold]
    fn not_iterable(&self, value: &Value) -> Raise {
        self.type_error(format!(
            "'{}' object is not iterable",
            self.type_name(value)
        ))
    }

    fn instance_iter(&mut self, value: &Value) -> NativeResult {
        let name = self.names.iter.clone();
        match self.type_attr(value, &name) {
            Some(Value::None) => return Err(self.not_iterable(value)),
            Some(_) => {}
            None => {
                let getitem = self.names.getitem.clone();
                if matches!(value, Value::Instance(_)) && self.type_attr(value, &getitem).is_some()
                {
                    return Ok(Iter::value(IterState::Sequence(value.clone(), 0, false)));
                }
                return Err(self.not_iterable(value));
            }
        }
        match self.call_special(value, &name, []) {
            Some(Ok(Value::Undefined)) => {
                let frames = std::mem::take(&mut self.pending);
                self.run_after(frames, Vm::check_iterator)
            }
            Some(Ok(iterator)) => self.check_iterator(iterator),
            Some(Err(raise)) => Err(raise),
            None => Err(self.not_iterable(value)),
        }
    }

    fn check_iterator(&mut self, iterator: Value) -> NativeResult {
        let good = match &iterator {
            Value::Iter(_) => true,
            Value::Generator(g) => g.kind == CodeKind::Generator,
            other => self.type_attr(other, &self.names.next).is_some(),
        };
        if good {
            return Ok(iterator);
        }
        let name = self.type_name(&iterator);
        Err(self.type_error(format!("iter() returned non-iterator of type '{name}'")))
    }

    /// `next(iterator)`
    #[inline(never)]
    pub fn iter_next(&mut self, iterator: &Value) -> Next {
        match iterator {
            Value::Iter(iter) => match self.builtin_next(iter) {
                Some(next) => next,
                None => match self.deeper() {
                    Ok(_level) => self.compound_next(iter),
                    Err(raise) => Next::Raise(raise),
                },
            },
            Value::Generator(generator) if generator.kind == CodeKind::Generator => {
                if generator.state.get() == GeneratorState::Closed {
                    return Next::Done;
                }
                match self.resume_generator(generator, Value::None) {
                    Ok(Some(())) => Next::Resumed,
                    Ok(None) => Next::Done,
                    Err(raise) => Next::Raise(raise),
                }
            }
            Value::Instance(instance) => {
                if let Payload::Native(state) = &instance.payload
                    && let Some(resumed) = {
                        let me = Rc::clone(instance);
                        state.resume(self, &me, Value::None)
                    }
                {
                    return match resumed {
                        Ok(super::Resumed::Yielded(value) | super::Resumed::Last(value)) => {
                            Next::Item(value)
                        }
                        Ok(super::Resumed::Returned(_)) => Next::Done,
                        Ok(super::Resumed::Pushed) => Next::Resumed,
                        Err(raise) => Next::Raise(raise),
                    };
                }
                let name = self.names.next.clone();
                match self.call_special(iterator, &name, []) {
                    Some(result) => self.called(result),
                    None => Next::Raise(self.not_an_iterator(iterator)),
                }
            }
            _ => Next::Raise(self.not_an_iterator(iterator)),
        }
    }

    #[cold]
    fn not_an_iterator(&self, value: &Value) -> Raise {
        self.type_error(format!(
            "'{}' object is not an iterator",
            self.type_name(value)
        ))
    }

    /// A call of `__next__` as a step of iteration.
    pub(crate) fn called(&mut self, result: NativeResult) -> Next {
        match result {
            Ok(Value::Undefined) => Next::Called,
            Ok(value) => Next::Item(value),
            Err(raise) if raise.class().is_subclass_of(&self.types.stop_iteration) => Next::Done,
            Err(raise) => Next::Raise(raise),
        }
    }

    /// One step of an iterator over a builtin container; `None` for iterators
    /// over other iterators.
    #[inline]
    fn builtin_next(&mut self, iter: &Iter) -> Option<Next> {
        let mut state = iter.state.borrow_mut();
        let (next, ended) = match &mut *state {
            IterState::Done(_) => return Some(Next::Done),
            IterState::List(list, index) => {
                let item = list.items.borrow().get(*index).cloned();
                *index += 1;
                (item, "list_iterator")
            }
            IterState::Tuple(tuple, index) => {
                let item = tuple.items().get(*index).cloned();
                *index += 1;
                (item, "tuple_iterator")
            }
            IterState::Range(next, step, left) => {
                if *left == 0 {
                    return Some(Next::Done);
                }
                let value = *next;
                *left -= 1;
                *next = next.wrapping_add(*step);
                return Some(Next::Item(Value::Int(value)));
            }
            IterState::Str(text, offset) => {
                let c = text
                    .as_str()
                    .get(*offset..)
                    .and_then(|rest| rest.chars().next());
                let item = c.map(|c| {
                    *offset += c.len_utf8();
                    Value::Str(character(c))
                });
                let name = if text.is_ascii() {
                    "str_ascii_iterator"
                } else {
                    "str_iterator"
                };
                (item, name)
            }
            IterState::Bytes(bytes, index) => {
                let item = bytes.0.get(*index).map(|b| Value::Int(i64::from(*b)));
                *index += 1;
                (item, "bytes_iterator")
            }
            IterState::ByteArray(bytes, index) => {
                let item = bytes
                    .bytes
                    .borrow()
                    .get(*index)
                    .map(|b| Value::Int(i64::from(*b)));
                *index += 1;
                (item, "bytearray_iterator")
            }
            IterState::ListReversed(list, index) => {
                let item = index
                    .checked_sub(1)
                    .and_then(|i| list.items.borrow().get(i).cloned());
                *index = index.saturating_sub(1);
                (item, "list_reverseiterator")
            }
            IterState::Dict(dict, part, position, length, left) => {
                let table = dict.table.borrow();
                if table.len() != *length {
                    // Once noticed, noticed at every further step.
                    *length = usize::MAX;
                    drop(table);
                    drop(state);
                    return Some(Next::Raise(
                        self.runtime_error("dictionary changed size during iteration"),
                    ));
                }
                let mut found = None;
                while *position < table.slots() {
                    *position += 1;
                    if let Some(entry) = table.entry(*position - 1) {
                        found = Some(dict_item(*part, &entry.key, &entry.value));
                        break;
                    }
                }
                if found.is_some() && *left == 0 {
                    // As many keys as before, but other ones.
                    *length = usize::MAX;
                    drop(table);
                    drop(state);
                    return Some(Next::Raise(
                        self.runtime_error("dictionary keys changed during iteration"),
                    ));
                }
                *left = left.saturating_sub(1);
                (found, dict_iterator_name(*part))
            }
            IterState::DictReversed(dict, part, position, length) => {
                let table = dict.table.borrow();
                if table.len() != *length {
                    *length = usize::MAX;
                    drop(table);
                    drop(state);
                    return Some(Next::Raise(
                        self.runtime_error("dictionary changed size during iteration"),
                    ));
                }
                let mut found = None;
                while *position > 0 {
                    *position -= 1;
                    if let Some(entry) = table.entry(*position) {
                        found = Some(dict_item(*part, &entry.key, &entry.value));
                        break;
                    }
                }
                (found, "dict_reversekeyiterator")
            }
            IterState::Set(set, position, length) => {
                let table = set.table.borrow();
                if table.len() != *length {
                    *length = usize::MAX;
                    drop(table);
                    drop(state);
                    return Some(Next::Raise(
                        self.runtime_error("Set changed size during iteration"),
                    ));
                }
                let found = table
                    .next_live(*position)
                    .map(|(at, _, key)| (at, key.clone()));
                let item = found.map(|(at, key)| {
                    *position = at + 1;
                    key
                });
                (item, "set_iterator")
            }
            IterState::FrozenSet(set, position) => {
                let found = set
                    .table
                    .next_live(*position)
                    .map(|(at, _, key)| (at, key.clone()));
                let item = found.map(|(at, key)| {
                    *position = at + 1;
                    key
                });
                (item, "set_iterator")
            }
            IterState::Sequence(..)
            | IterState::Callable(..)
            | IterState::Enumerate(..)
            | IterState::Zip(..)
            | IterState::Map(..)
            | IterState::Filter(..) => return None,
        };
        Some(match next {
            Some(item) => Next::Item(item),
            None => {
                let old = std::mem::replace(&mut *state, IterState::Done(ended));
                drop(state);
                drop(old);
                Next::Done
            }
        })
    }

    /// One step of an iterator that asks other iterators or calls functions.
    fn compound_next(&mut self, iter: &Rc<Iter>) -> Next {
        // What it needs is copied out: nothing may stay borrowed meanwhile.
        enum Plan {
            Enumerate(Value, Value),
            Zip(Vec<Value>, bool),
            Map(Value, Vec<Value>),
            Filter(Value, Value),
            Callable(Value, Value),
            Sequence(Value, i64, bool),
        }
        let plan = match &*iter.state.borrow() {
            IterState::Enumerate(inner, n) => Plan::Enumerate(inner.clone(), n.clone()),
            IterState::Zip(inner, strict) => Plan::Zip(inner.clone(), *strict),
            IterState::Map(function, inner) => Plan::Map(function.clone(), inner.clone()),
            IterState::Filter(function, inner) => Plan::Filter(function.clone(), inner.clone()),
            IterState::Callable(function, sentinel) => {
                Plan::Callable(function.clone(), sentinel.clone())
            }
            IterState::Sequence(value, index, back) => Plan::Sequence(value.clone(), *index, *back),
            _ => return Next::Done,
        };
        let iter = Rc::clone(iter);
        match plan {
            Plan::Enumerate(inner, n) => match self.iter_next(&inner) {
                Next::Item(item) => {
                    self.advance_enumerate(&iter);
                    Next::Item(Value::tuple([n, item]))
                }
                Next::Done => Next::Done,
                Next::Raise(raise) => Next::Raise(raise),
                pushed => {
                    let resumed = matches!(pushed, Next::Resumed);
                    self.next_after(resumed, move |vm, item| {
                        vm.advance_enumerate(&iter);
                        Ok(Value::tuple([n, item]))
                    })
                }
            },
            Plan::Zip(inner, strict) => {
                let result = self.run_async("zip", move |cx| async move {
                    let mut items = Vec::with_capacity(inner.len());
                    for (i, it) in inner.iter().enumerate() {
                        match cx.next(it).await? {
                            Some(item) => items.push(item),
                            None => {
                                if strict {
                                    check_strict_zip(&cx, &inner, i).await?;
                                }
                                return Err(cx.with(|vm| vm.stop_iteration(Value::None)));
                            }
                        }
                    }
                    if items.is_empty() {
                        return Err(cx.with(|vm| vm.stop_iteration(Value::None)));
                    }
                    Ok(Value::tuple(items))
                });
                self.called(result)
            }
            Plan::Map(function, inner) => {
                if let [only] = inner.as_slice() {
                    match self.iter_next(only) {
                        Next::Item(item) => {
                            let result = self.call_values(&function, [item]);
                            return self.called(result);
                        }
                        Next::Done => return Next::Done,
                        Next::Raise(raise) => return Next::Raise(raise),
                        pushed => {
                            let resumed = matches!(pushed, Next::Resumed);
                            return self.next_after(resumed, move |vm, item| {
                                vm.call_values(&function, [item])
                            });
                        }
                    }
                }
                let result = self.run_async("map", move |cx| async move {
                    let mut items = Vec::with_capacity(inner.len());
                    for it in &inner {
                        match cx.next(it).await? {
                            Some(item) => items.push(item),
                            None => return Err(cx.with(|vm| vm.stop_iteration(Value::None))),
                        }
                    }
                    cx.call(&function, items).await
                });
                self.called(result)
            }
            Plan::Filter(function, inner) => {
                let result = self.run_async("filter", move |cx| async move {
                    while let Some(item) = cx.next(&inner).await? {
                        let keep = if function.is_none() {
                            cx.truth(&item).await?
                        } else {
                            let answer = cx.call(&function, [item.clone()]).await?;
                            cx.truth(&answer).await?
                        };
                        if keep {
                            return Ok(item);
                        }
                    }
                    Err(cx.with(|vm| vm.stop_iteration(Value::None)))
                });
                self.called(result)
            }
            Plan::Callable(function, sentinel) => {
                let result = self.run_async("iter", move |cx| async move {
                    let item = cx.call(&function, []).await?;
                    if cx.equal(&item, &sentinel).await? {
                        *iter.state.borrow_mut() = IterState::Done("callable_iterator");
                        return Err(cx.with(|vm| vm.stop_iteration(Value::None)));
                    }
                    Ok(item)
                });
                self.called(result)
            }
            Plan::Sequence(value, index, back) => {
                if index < 0 {
                    return Next::Done;
                }
                let result = self.run_async("iter", move |cx| async move {
                    match cx.get_item(&value, &Value::Int(index)).await {
                        Ok(item) => {
                            let next = if back { index - 1 } else { index + 1 };
                            *iter.state.borrow_mut() = IterState::Sequence(value, next, back);
                            Ok(item)
                        }
                        Err(raise) => {
                            let ended = cx.with(|vm| {
                                let class = raise.class();
                                class.is_subclass_of(&vm.types.index_error)
                                    || class.is_subclass_of(&vm.types.stop_iteration)
                            });
                            if !ended {
                                return Err(raise);
                            }
                            *iter.state.borrow_mut() = IterState::Done("iterator");
                            Err(cx.with(|vm| vm.stop_iteration(Value::None)))
                        }
                    }
                });
                self.called(result)
            }
        }
    }

    fn advance_enumerate(&mut self, iter: &Iter) {
        let next = match &*iter.state.borrow() {
            IterState::Enumerate(_, Value::Int(n)) => match n.checked_add(1) {
                Some(next) => Value::Int(next),
                None => Value::big(BigInt::from(*n) + 1),
            },
            IterState::Enumerate(_, Value::BigInt(n)) => Value::big(&**n + 1),
            _ => return,
        };
        if let IterState::Enumerate(_, n) = &mut *iter.state.borrow_mut() {
            *n = next;
        }
    }

    /// Goes on with the item of an inner iterator whose frame is pending.
    fn next_after(
        &mut self,
        resumed: bool,
        then: impl FnOnce(&mut Vm, Value) -> NativeResult + 'static,
    ) -> Next {
        let frames = std::mem::take(&mut self.pending);
        let result = self.run_async("next", move |cx| async move {
            let started = cx.with(|vm| {
                vm.pending = frames;
                Ok(Value::Undefined)
            });
            let item = match cx.outcome(started).await {
                super::Outcome::Yielded(item) => item,
                super::Outcome::Returned(_) if resumed => {
                    return Err(cx.with(|vm| vm.stop_iteration(Value::None)));
                }
                super::Outcome::Returned(item) => item,
                super::Outcome::Raised(raise) => return Err(raise),
            };
            let next = cx.with(|vm| then(vm, item));
            cx.finish(next).await
        });
        self.called(result)
    }

    /// All items, if that needs no Python code.
    pub fn collect_now(&mut self, iterable: &Value) -> Option<Result<Vec<Value>, Raise>> {
        if let Some(items) = self.builtin_len(iterable)
            && let Err(raise) = self.charge_items(items)
        {
            return Some(Err(raise));
        }
        Some(Ok(match iterable {
            Value::List(list) => list.to_vec(),
            Value::Tuple(tuple) => tuple.items().to_vec(),
            Value::Set(set) => set
                .table
                .borrow()
                .iter()
                .map(|(_, key)| key.clone())
                .collect(),
            Value::FrozenSet(set) => set.table.iter().map(|(_, key)| key.clone()).collect(),
            Value::Dict(dict) => dict.table.borrow().iter().map(|e| e.key.clone()).collect(),
            Value::Range(range) => (0..range.len()).map(|i| Value::Int(range.get(i))).collect(),
            Value::Str(_) | Value::Bytes(_) | Value::ByteArray(_) => {
                let iterator = match self.get_iter(iterable) {
                    Ok(iterator) => iterator,
                    Err(raise) => return Some(Err(raise)),
                };
                return self.collect_now(&iterator);
            }
            Value::Iter(iter) => {
                let mut items = Vec::new();
                loop {
                    match self.builtin_next(iter)? {
                        Next::Item(item) => {
                            items.push(item);
                            if items.len() % 4096 == 0
                                && let Err(raise) = self.charge_items(4096)
                            {
                                return Some(Err(raise));
                            }
                        }
                        Next::Raise(raise) => return Some(Err(raise)),
                        _ => break,
                    }
                }
                items
            }
            _ => return None,
        }))
    }

    /// The class of a builtin iterator.
    pub(crate) fn iterator_class(&self, state: &IterState) -> Rc<Class> {
        let t = &self.types;
        Rc::clone(match state {
            IterState::List(..) => &t.list_iterator,
            IterState::ListReversed(..) => &t.list_reverseiterator,
            IterState::Tuple(..) => &t.tuple_iterator,
            IterState::Range(..) => &t.range_iterator,
            IterState::Str(text, _) if text.is_ascii() => &t.str_ascii_iterator,
            IterState::Str(..) => &t.str_iterator,
            IterState::Bytes(..) => &t.bytes_iterator,
            IterState::ByteArray(..) => &t.bytearray_iterator,
            IterState::Dict(_, DictPart::Keys, ..) => &t.dict_keyiterator,
            IterState::Dict(_, DictPart::Values, ..) => &t.dict_valueiterator,
            IterState::Dict(_, DictPart::Items, ..) => &t.dict_itemiterator,
            IterState::DictReversed(_, DictPart::Keys, ..) => &t.dict_reversekeyiterator,
            IterState::DictReversed(_, DictPart::Values, ..) => &t.dict_reversevalueiterator,
            IterState::DictReversed(_, DictPart::Items, ..) => &t.dict_reverseitemiterator,
            IterState::Set(..) | IterState::FrozenSet(..) => &t.set_iterator,
            IterState::Sequence(_, _, true) => &t.reversed,
            IterState::Sequence(..) => &t.sequence_iterator,
            IterState::Callable(..) => &t.callable_iterator,
            IterState::Enumerate(..) => &t.enumerate,
            IterState::Zip(..) => &t.zip,
            IterState::Map(..) => &t.map,
            IterState::Filter(..) => &t.filter,
            IterState::Done(name) => match *name {
                "list_iterator" => &t.list_iterator,
                "tuple_iterator" => &t.tuple_iterator,
                "str_iterator" => &t.str_iterator,
                "str_ascii_iterator" => &t.str_ascii_iterator,
                "bytes_iterator" => &t.bytes_iterator,
                "bytearray_iterator" => &t.bytearray_iterator,
                "list_reverseiterator" => &t.list_reverseiterator,
                "dict_keyiterator" => &t.dict_keyiterator,
                "dict_valueiterator" => &t.dict_valueiterator,
                "dict_itemiterator" => &t.dict_itemiterator,
                "dict_reversekeyiterator" => &t.dict_reversekeyiterator,
                "set_iterator" => &t.set_iterator,
                "callable_iterator" => &t.callable_iterator,
                _ => &t.sequence_iterator,
            },
        })
    }
}

pub(crate) fn dict_item(part: DictPart, key: &Value, value: &Value) -> Value {
    match part {
        DictPart::Keys => key.clone(),
        DictPart::Values => value.clone(),
        DictPart::Items => Value::tuple([key.clone(), value.clone()]),
    }
}

fn dict_iterator_name(part: DictPart) -> &'static str {
    match part {
        DictPart::Keys => "dict_keyiterator",
        DictPart::Values => "dict_valueiterator",
        DictPart::Items => "dict_itemiterator",
    }
}

/// `zip(strict=True)`: argument `short` ended; were the others as long?
async fn check_strict_zip(cx: &super::Cx, inner: &[Value], short: usize) -> Result<(), Raise> {
    let plural = |n: usize| {
        if n == 1 {
            "argument 1".to_owned()
        } else {
            format!("arguments 1-{n}")
        }
    };
    if short > 0 {
        let message = format!(
            "zip() argument {} is shorter than {}",
            short + 1,
            plural(short)
        );
        return Err(cx.with(|vm| vm.value_error(message)));
    }
    for (i, it) in inner.iter().enumerate().skip(1) {
        if cx.next(it).await?.is_some() {
            let message = format!("zip() argument {} is longer than {}", i + 1, plural(i));
            return Err(cx.with(|vm| vm.value_error(message)));
        }
    }
    Ok(())
}
