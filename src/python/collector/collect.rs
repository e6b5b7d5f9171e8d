//! Ending garbage, in the order that programs see.

use super::contents::empty;
use super::count::objects;
use super::search::unreachable;
use crate::object::{Instance, Payload, Value, registry};
use crate::vm::{Cx, Ended, Vm, WeakValue, announce, carry_out, drop_deep, settle, weak};
use rustc_hash::FxHashSet;
use std::rc::Rc;

/// What a collection came to.
#[derive(Debug)]
pub(crate) struct Collected {
    /// As many objects as CPython would count.
    pub(crate) count: usize,
    /// The objects themselves, if they were to be kept.
    pub(crate) kept: Vec<Value>,
}

/// Collects as `gc.collect()` does: weak references to garbage are cleared and
/// their callbacks called, then finalizers run, then what is still garbage is
/// let go; `keep`: it is given back instead (`gc.DEBUG_SAVEALL`).
pub(crate) async fn collect(cx: &Cx, keep: bool) -> Collected {
    collect_in_order(cx, keep, |_| 0).await
}

/// The same at the end of a run, where CPython tells of tasks before it closes the
/// coroutines that they wait in.
pub(crate) async fn collect_last(cx: &Cx) -> Collected {
    collect_in_order(cx, false, turn_at_exit).await
}

fn turn_at_exit(end: &WeakValue) -> u8 {
    match end {
        WeakValue::Instance(instance)
            if (instance.upgrade())
                .is_some_and(|instance| matches!(instance.payload, Payload::Native(_))) =>
        {
            0
        }
        _ => 1,
    }
}

async fn collect_in_order(cx: &Cx, keep: bool, order: fn(&WeakValue) -> u8) -> Collected {
    let mut garbage = cx.with(|vm| {
        vm.forget_lookups();
        unreachable()
    });
    for reference in clear_weak_references(&garbage) {
        carry_out(cx, &Ended::Reference(reference)).await;
    }
    let to_come = garbage.iter().filter(|value| Ended::is_to_come(value));
    let mut ends: Vec<WeakValue> = to_come.filter_map(WeakValue::of).collect();
    if !ends.is_empty() {
        ends.sort_by_key(order);
        // What a coroutine lets go of when it is closed ends at once.
        drop_deep(garbage);
        for end in ends {
            let end = end.upgrade().and_then(|value| Ended::of_garbage(&value));
            if let Some(end) = end {
                carry_out(cx, &end).await;
                drop(end);
                if !cx.with(|vm| vm.stays_stopped()) {
                    settle(cx).await;
                }
            }
        }
        // Finalizers may have brought objects back, or broken cycles.
        garbage = unreachable();
    }
    let count = garbage.iter().map(objects).sum();
    registry::begin_count();
    if keep {
        garbage.retain(|value| objects(value) > 0);
        return Collected {
            count,
            kept: garbage,
        };
    }
    let_go(garbage);
    Collected {
        count,
        kept: Vec::new(),
    }
}

/// Whether there is an object whose end a program could notice.
pub(crate) fn any_ends() -> bool {
    weak::any() || registry::any(Ended::is_to_come)
}

/// Ends all garbage without running anything: a run is over.
pub(crate) fn sweep() {
    let_go(unreachable());
    registry::begin_count();
}

fn let_go(garbage: Vec<Value>) {
    let mut held = Vec::new();
    for value in &garbage {
        empty(value, &mut held);
    }
    drop_deep(held);
    drop_deep(garbage);
}

/// Clears the weak references to garbage; those that have a callback and are
/// not garbage themselves.
fn clear_weak_references(garbage: &[Value]) -> Vec<Rc<Instance>> {
    if !weak::any() {
        return Vec::new();
    }
    let addresses: FxHashSet<usize> = garbage.iter().filter_map(Value::address).collect();
    let mut to_tell = Vec::new();
    for target in garbage {
        let Some(address) = target.address() else {
            continue;
        };
        for reference in weak::gone(address) {
            let address = Rc::as_ptr(&reference).cast::<u8>() as usize;
            let Payload::Native(state) = &reference.payload else {
                continue;
            };
            let wants = state.forget(target) && state.weak_callback().is_some();
            if wants && !addresses.contains(&address) {
                to_tell.push(reference);
            }
        }
    }
    to_tell
}

impl Vm {
    /// Caches of lookups hold what they found.
    pub(super) fn forget_lookups(&self) {
        self.attr_cache.forget();
    }

    /// Memory is short: lets go of garbage that ends without running anything.
    /// The weak references to the rest are cleared and its finalizers will run
    /// before the next instruction; a later collection gets it.
    pub fn relieve(&self) {
        if registry::fresh() == 0 {
            return;
        }
        self.forget_lookups();
        let mut garbage = unreachable();
        registry::begin_count();
        for reference in clear_weak_references(&garbage) {
            announce(Ended::Reference(reference));
        }
        let mut any = false;
        for end in garbage.iter().filter_map(Ended::of_garbage) {
            announce(end);
            any = true;
        }
        if any {
            // What a finalizer can reach is not garbage yet.
            drop_deep(garbage);
            garbage = unreachable();
        }
        let_go(garbage);
    }
}
