//! Who awaits a future, for the call graph (Python 3.14, `asyncio.graph`).
//!
//! Tasks that wait for it by `await` stand among its callbacks anyway; what
//! `gather`, task groups and the like wait for is told by the library.

use crate::callbacks::Callback;
use crate::future::{Future, as_future};
use coroscope_python::object::Value;
use coroscope_python::vm::{Args, NativeResult, Vm};
use std::rc::Rc;

/// `future_add_to_awaited_by(future, waiter)`
pub(crate) fn add(_: &mut Vm, mut args: Args) -> NativeResult {
    let (future, waiter) = (args.take(0), args.take(1));
    remember(&future, waiter);
    Ok(Value::None)
}

/// The same with both arguments in registers.
pub(crate) fn add_shortcut(_: &mut Vm, args: &mut [Value]) -> Option<NativeResult> {
    let [future, waiter] = args else {
        return None;
    };
    remember(future, waiter.take());
    Some(Ok(Value::None))
}

/// `_all_awaited_by(futures, waiter)`: the same for each of a list.
pub(crate) fn add_all(_: &mut Vm, mut args: Args) -> NativeResult {
    let (futures, waiter) = (args.take(0), args.take(1));
    if let Value::List(futures) = &futures {
        for future in &*futures.items.borrow() {
            remember(future, waiter.clone());
        }
    }
    Ok(Value::None)
}

/// `waiter` awaits the future from now on.
pub(crate) fn remember(future: &Value, waiter: Value) {
    let (Some(state), Some(_)) = (state(future), as_future(&waiter)) else {
        return;
    };
    let mut all = state.make_uncommon().awaited_by.borrow_mut();
    if !all.iter().any(|known| known.is(&waiter)) {
        all.push(waiter);
    }
}

/// `future_discard_from_awaited_by(future, waiter)`
pub(crate) fn discard(_: &mut Vm, mut args: Args) -> NativeResult {
    forget(&args.take(0), &args.take(1));
    Ok(Value::None)
}

/// `waiter` does not await the future any more.
pub(crate) fn forget(future: &Value, waiter: &Value) {
    let gone = state(future).and_then(|state| {
        let mut all = state.uncommon()?.awaited_by.borrow_mut();
        let position = all.iter().position(|known| known.is(waiter))?;
        Some(all.remove(position))
    });
    drop(gone);
}

/// `_asyncio_awaited_by`: a frozenset, None if nobody awaits it.
pub(crate) fn get(vm: &mut Vm, value: &Value) -> NativeResult {
    let Some(state) = state(value) else {
        return Ok(Value::None);
    };
    let uncommon = state.uncommon();
    let mut all = uncommon.map_or_else(Vec::new, |uncommon| uncommon.awaited_by.borrow().clone());
    for callback in &*state.callbacks.borrow() {
        if let Callback::Wake(task) = callback {
            all.push(Value::Instance(Rc::clone(task)));
        }
    }
    if all.is_empty() {
        return Ok(Value::None);
    }
    let class = Value::Class(Rc::clone(&vm.types.frozenset));
    vm.call_values(&class, [Value::list(all)])
}

fn state(value: &Value) -> Option<&Future> {
    crate::arguments::state_of(value)
}
