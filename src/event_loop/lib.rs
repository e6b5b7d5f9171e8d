//! The core of asyncio: ready queue, timers, handles, futures and tasks.
//!
//! What is hot or must emit events is here, as the native modules `_asyncio`,
//! `_contextvars` and `_trace`; the rest of asyncio is Python on top of them.
//!
//! Nothing here recurses into the machine: [`driver`] is one native frame on
//! the machine's stack, above which the coroutines and callbacks run.

mod arguments;
mod await_texts;
mod awaited_by;
mod callbacks;
mod cancel;
mod contexts;
mod contexts_module;
mod deadlock;
mod driver;
mod end;
mod entities;
mod errors;
mod event_loop;
mod foreign_loop;
mod future;
mod future_iterator;
mod future_methods;
mod handle;
mod in_rust;
mod journal;
mod loop_methods;
mod module;
mod names;
mod next_turn;
mod own_turns;
mod ready;
mod repr;
mod shortcuts;
mod shown;
mod step;
pub mod subjects;
mod task;
mod task_methods;
mod timers;
mod trace_module;
mod waiting_handles;
mod world_of_loop;

use coroscope_python::vm::{NativeModule, Vm};

/// Puts the native part of asyncio into a machine.
pub fn install(vm: &mut Vm) {
    world_of_loop::install(vm);
    for module in [
        NativeModule {
            name: "_asyncio",
            init: module::init,
        },
        NativeModule {
            name: "_contextvars",
            init: contexts_module::init,
        },
        NativeModule {
            name: "_trace",
            init: trace_module::init,
        },
    ] {
        vm.register_module(module);
    }
}
