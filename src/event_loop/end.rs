//! The end of a run: tasks that never came to their end, and cycles of tasks
//! and futures, which hold each other.

use crate::errors;
use crate::event_loop::EventLoop;
use crate::future::{self, Future};
use crate::world_of_loop::Shared;
use coroscope_python::object::{Instance, Value};
use coroscope_python::vm::{Cx, NativeResult, Vm};
use std::rc::{Rc, Weak};

impl Shared {
    /// The loops that are still there.
    fn living_loops(&self) -> Vec<Rc<Instance>> {
        self.loops
            .borrow()
            .iter()
            .filter_map(Weak::upgrade)
            .collect()
    }

    /// The unfinished tasks of all loops.
    fn unfinished(&self) -> Vec<Rc<Instance>> {
        let loops = self.living_loops();
        let states = loops.iter().filter_map(|owner| owner.native::<EventLoop>());
        states.flat_map(EventLoop::unfinished).collect()
    }
}

/// CPython's garbage collector finds unfinished tasks at the end of the program
/// at the latest; each says that it was destroyed.
pub(crate) fn report_unfinished(vm: &mut Vm) -> NativeResult {
    let shared = Shared::of(vm);
    let unfinished = shared.unfinished();
    if unfinished.is_empty() {
        return Ok(Value::None);
    }
    vm.run_async("shutdown", move |cx| async move {
        for task in unfinished {
            let Some(state) = future::state(&task) else {
                continue;
            };
            // What waits is in a cycle with what it waits for: the collector
            // ends the coroutine, which is older, before the task.
            let waits = state
                .task()
                .is_some_and(|task| !task.waits_for.borrow().is_none());
            if waits {
                close_coroutine(&cx, state).await;
            }
            let reports = state
                .task()
                .is_some_and(|task| task.log_destroy_pending.get());
            if reports {
                let started = cx.with(|vm| errors::report_unseen(vm, state, &task));
                // A handler that fails has nobody left to tell.
                let _ = cx.finish(started).await;
            }
            if !waits {
                close_coroutine(&cx, state).await;
            }
        }
        Ok(Value::None)
    })
}

/// The coroutine of a task ends where it stands: `finally` blocks run.
async fn close_coroutine(cx: &Cx, state: &Future) {
    let coroutine = state.task().map(|task| task.coroutine.borrow().clone());
    if let Some(Value::Generator(generator)) = coroutine {
        let started = cx.with(|vm| vm.generator_close(&generator));
        let _ = cx.finish(started).await;
    }
}

impl Drop for Shared {
    /// Takes apart what only holds each other.
    fn drop(&mut self) {
        let mut held = Vec::new();
        for owner in self.living_loops() {
            let Some(event_loop) = owner.native::<EventLoop>() else {
                continue;
            };
            event_loop.clear();
            for task in event_loop.unfinished() {
                if let Some(state) = future::state(&task) {
                    take_apart(state, &mut held);
                }
            }
        }
        coroscope_python::vm::drop_deep(held);
    }
}

fn take_apart(state: &Future, held: &mut Vec<Value>) {
    for callback in state.callbacks.take() {
        callback.release(held);
    }
    let Some(task) = state.task() else {
        return;
    };
    let waits_for = task.waits_for.take();
    if let Some(inner) = future::as_future(&waits_for).and_then(future::state)
        && inner.task().is_none()
    {
        for callback in inner.callbacks.take() {
            callback.release(held);
        }
    }
    held.push(waits_for);
    held.push(task.coroutine.take());
}
