//! One step of each iterator.

use super::{State, combine, grouping, state};
use crate::code::BinaryOp;
use crate::object::{Raise, Value};
use crate::vm::{Args, Cx, NativeResult, Vm};
use std::cell::RefCell;
use std::rc::Rc;

/// `__next__`
pub(super) fn next(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = args.take(0);
    if let State::Combination(combination) = &mut *state(vm, &me)?.borrow_mut() {
        return combination
            .next()
            .ok_or_else(|| vm.stop_iteration(Value::None));
    }
    vm.run_async("itertools", move |cx| async move {
        let state = cx.with(|vm| state(vm, &me))?;
        match step(&cx, state).await? {
            Some(item) => Ok(item),
            None => Err(cx.with(|vm| vm.stop_iteration(Value::None))),
        }
    })
}

/// What a step needs of the state, copied out of it.
enum Plan {
    Ready(Option<Value>),
    Count(Value, Value),
    Cycle(Value),
    Accumulate(Value, Value, Option<Value>, bool),
    Chain(Value, Option<Value>),
    Compress(Value, Value),
    DropWhile(Value, Value, bool),
    FilterFalse(Value, Value),
    TakeWhile(Value, Value),
    Slice(Value, u64, u64, Option<u64>, u64),
    Pairwise(Value, Option<Value>),
    StarMap(Value, Value),
    ZipLongest(Vec<Option<Value>>, Value),
    Batched(Value, usize, bool),
    Tee(grouping::Reader),
    GroupBy(Rc<grouping::Groups>),
    Group(Rc<grouping::Groups>, u64),
}

fn plan(state: &RefCell<State>) -> Plan {
    match &mut *state.borrow_mut() {
        State::Done => Plan::Ready(None),
        State::Count { next, step } => Plan::Count(next.clone(), step.clone()),
        State::Cycle {
            inner: Some(inner), ..
        } => Plan::Cycle(inner.clone()),
        State::Cycle {
            inner: None,
            saved,
            at,
        } => {
            let item = saved.get(*at).cloned();
            *at = if *at + 1 >= saved.len() { 0 } else { *at + 1 };
            Plan::Ready(item)
        }
        State::Repeat { item, left: None } => Plan::Ready(Some(item.clone())),
        State::Repeat { left: Some(0), .. } => Plan::Ready(None),
        State::Repeat {
            item,
            left: Some(left),
        } => {
            *left -= 1;
            Plan::Ready(Some(item.clone()))
        }
        State::Accumulate {
            inner,
            function,
            total,
            started,
        } => Plan::Accumulate(inner.clone(), function.clone(), total.clone(), *started),
        State::Chain { outer, current } => Plan::Chain(outer.clone(), current.clone()),
        State::Compress { data, selectors } => Plan::Compress(data.clone(), selectors.clone()),
        State::DropWhile {
            test,
            inner,
            started,
        } => Plan::DropWhile(test.clone(), inner.clone(), *started),
        State::FilterFalse { test, inner } => Plan::FilterFalse(test.clone(), inner.clone()),
        State::TakeWhile { test, inner } => Plan::TakeWhile(test.clone(), inner.clone()),
        State::Slice {
            inner,
            taken,
            next,
            stop,
            step,
        } => Plan::Slice(inner.clone(), *taken, *next, *stop, *step),
        State::Pairwise { inner, last } => Plan::Pairwise(inner.clone(), last.clone()),
        State::StarMap { function, inner } => Plan::StarMap(function.clone(), inner.clone()),
        State::ZipLongest { inner, fill } => Plan::ZipLongest(inner.clone(), fill.clone()),
        State::Batched {
            inner,
            size,
            strict,
        } => Plan::Batched(inner.clone(), *size, *strict),
        State::Tee(reader) => Plan::Tee(reader.clone()),
        State::GroupBy(groups) => Plan::GroupBy(Rc::clone(groups)),
        State::Group { groups, number } => Plan::Group(Rc::clone(groups), *number),
        State::Combination(combination) => Plan::Ready(combine::Combination::next(combination)),
    }
}

/// Puts a new state in place; the old one is dropped while nothing is borrowed.
fn set(state: &RefCell<State>, new: State) {
    let old = state.replace(new);
    drop(old);
}

async fn step(cx: &Cx, state: &RefCell<State>) -> Result<Option<Value>, Raise> {
    match plan(state) {
        Plan::Ready(item) => Ok(item),
        Plan::Count(next, step) => {
            let after = cx.binary(BinaryOp::Add, &next, &step).await?;
            set(state, State::Count { next: after, step });
            Ok(Some(next))
        }
        Plan::Cycle(inner) => match cx.next(&inner).await? {
            Some(item) => {
                if let State::Cycle { saved, .. } = &mut *state.borrow_mut() {
                    saved.push(item.clone());
                }
                Ok(Some(item))
            }
            None => {
                if let State::Cycle { inner, .. } = &mut *state.borrow_mut() {
                    *inner = None;
                }
                match plan(state) {
                    Plan::Ready(item) => Ok(item),
                    _ => Ok(None),
                }
            }
        },
        Plan::Accumulate(inner, function, total, started) => {
            let result = match (total, started) {
                // What was given to begin with comes first by itself.
                (Some(total), false) => Some(total),
                (None, _) => cx.next(&inner).await?,
                (Some(total), true) => match cx.next(&inner).await? {
                    None => None,
                    Some(item) if function.is_none() => {
                        Some(cx.binary(BinaryOp::Add, &total, &item).await?)
                    }
                    Some(item) => Some(cx.call(&function, [total, item]).await?),
                },
            };
            if let Some(total) = &result {
                set(
                    state,
                    State::Accumulate {
                        inner,
                        function,
                        total: Some(total.clone()),
                        started: true,
                    },
                );
            }
            Ok(result)
        }
        Plan::Chain(outer, mut current) => loop {
            let inner = match current.take() {
                Some(inner) => inner,
                None => match cx.next(&outer).await? {
                    None => {
                        set(state, State::Done);
                        return Ok(None);
                    }
                    Some(iterable) => {
                        let inner = cx.iter(&iterable).await?;
                        set(
                            state,
                            State::Chain {
                                outer: outer.clone(),
                                current: Some(inner.clone()),
                            },
                        );
                        inner
                    }
                },
            };
            if let Some(item) = cx.next(&inner).await? {
                return Ok(Some(item));
            }
            set(
                state,
                State::Chain {
                    outer: outer.clone(),
                    current: None,
                },
            );
        },
        Plan::Compress(data, selectors) => loop {
            let Some(item) = cx.next(&data).await? else {
                return Ok(None);
            };
            let Some(selector) = cx.next(&selectors).await? else {
                return Ok(None);
            };
            if cx.truth(&selector).await? {
                return Ok(Some(item));
            }
        },
        Plan::DropWhile(test, inner, started) => {
            if started {
                return cx.next(&inner).await;
            }
            while let Some(item) = cx.next(&inner).await? {
                let answer = cx.call(&test, [item.clone()]).await?;
                if !cx.truth(&answer).await? {
                    set(
                        state,
                        State::DropWhile {
                            test,
                            inner,
                            started: true,
                        },
                    );
                    return Ok(Some(item));
                }
            }
            Ok(None)
        }
        Plan::FilterFalse(test, inner) => {
            while let Some(item) = cx.next(&inner).await? {
                let answer = if test.is_none() {
                    item.clone()
                } else {
                    cx.call(&test, [item.clone()]).await?
                };
                if !cx.truth(&answer).await? {
                    return Ok(Some(item));
                }
            }
            Ok(None)
        }
        Plan::TakeWhile(test, inner) => {
            let Some(item) = cx.next(&inner).await? else {
                return Ok(None);
            };
            let answer = cx.call(&test, [item.clone()]).await?;
            if cx.truth(&answer).await? {
                return Ok(Some(item));
            }
            set(state, State::Done);
            Ok(None)
        }
        Plan::Slice(inner, mut taken, next, stop, step) => {
            let wanted = stop.map_or(next, |stop| next.min(stop));
            while taken < wanted {
                if cx.next(&inner).await?.is_none() {
                    set(state, State::Done);
                    return Ok(None);
                }
                taken += 1;
            }
            if stop.is_some_and(|stop| next >= stop) {
                set(state, State::Done);
                return Ok(None);
            }
            match cx.next(&inner).await? {
                Some(item) => {
                    let next = next.saturating_add(step);
                    set(
                        state,
                        State::Slice {
                            inner,
                            taken: taken + 1,
                            next,
                            stop,
                            step,
                        },
                    );
                    Ok(Some(item))
                }
                None => {
                    set(state, State::Done);
                    Ok(None)
                }
            }
        }
        Plan::Pairwise(inner, last) => {
            let first = match last {
                Some(last) => Some(last),
                None => cx.next(&inner).await?,
            };
            let (Some(first), Some(second)) = (first, cx.next(&inner).await?) else {
                set(state, State::Done);
                return Ok(None);
            };
            set(
                state,
                State::Pairwise {
                    inner,
                    last: Some(second.clone()),
                },
            );
            Ok(Some(Value::tuple([first, second])))
        }
        Plan::StarMap(function, inner) => {
            let Some(arguments) = cx.next(&inner).await? else {
                return Ok(None);
            };
            let arguments = cx.collect(&arguments).await?;
            cx.call(&function, arguments).await.map(Some)
        }
        Plan::ZipLongest(mut inner, fill) => {
            let mut items = Vec::with_capacity(inner.len());
            for place in &mut inner {
                let item = match place {
                    Some(iterator) => cx.next(iterator).await?,
                    None => None,
                };
                if item.is_none() {
                    *place = None;
                }
                items.push(item.unwrap_or_else(|| fill.clone()));
            }
            if inner.iter().all(Option::is_none) {
                set(state, State::Done);
                return Ok(None);
            }
            set(state, State::ZipLongest { inner, fill });
            Ok(Some(Value::tuple(items)))
        }
        Plan::Batched(inner, size, strict) => {
            let mut items = Vec::new();
            while items.len() < size {
                match cx.next(&inner).await? {
                    Some(item) => items.push(item),
                    None => break,
                }
            }
            if items.is_empty() {
                set(state, State::Done);
                return Ok(None);
            }
            if strict && items.len() < size {
                return Err(cx.with(|vm| vm.value_error("batched(): incomplete batch")));
            }
            Ok(Some(Value::tuple(items)))
        }
        Plan::Tee(reader) => grouping::read(cx, state, reader).await,
        Plan::GroupBy(groups) => grouping::next_group(cx, &groups).await,
        Plan::Group(groups, number) => grouping::next_member(cx, &groups, number).await,
    }
}
