//! The end of a run: what CPython's interpreter does at shutdown as far as a
//! program sees it, and letting go of the heap.

use super::{Cx, Frame, NativeResult, Vm, finalizers_waiting};
use crate::collector::{any_ends, collect, collect_last, give_back};
use crate::object::{DictObj, Module, Raise, Value, intern};
use std::mem;
use std::rc::{Rc, Weak};

impl Vm {
    /// Begins to drop what `__main__` still holds, so that `__del__`,
    /// `GeneratorExit` and "never awaited" come at the end of a program as they
    /// do in CPython. `Ok(Undefined)`: run the machine until it is finished. `last` is the
    /// exception that ended the program, as `sys.last_value` holds it there.
    ///
    /// # Errors
    /// None that a program could see: what finalizers raise is reported. What
    /// stops the run, as a deadlock of its threads does, is the outcome.
    pub fn start_shutdown(&mut self, last: Option<Raise>) -> NativeResult {
        self.handled = Value::Undefined;
        // What an exception that ended the run left undone is not begun now.
        self.pending.clear();
        let main = self.modules.get_name(&self.names.main);
        let Some(Value::Module(main)) = main else {
            return Ok(Value::None);
        };
        let result = self.run_async("shutdown", move |cx| async move {
            settle(&cx).await;
            end_threads(&cx).await?;
            call_exit_functions(&cx).await?;
            drop(last);
            settle(&cx).await;
            // Where nothing has an end that could be told, it does not matter
            // what is garbage.
            if any_ends() {
                collect(&cx, false).await;
                end_module(&cx, main).await;
            } else {
                // As a collection does.
                give_back();
            }
            for hook in cx.with(|vm| mem::take(&mut vm.shutdown_hooks)) {
                let started = cx.with(hook);
                let _ = cx.finish(started).await;
            }
            Ok(Value::None)
        });
        if matches!(result, Ok(Value::Undefined)) {
            self.stack.append(&mut self.pending);
        }
        result
    }

    /// Lets go of the whole heap without running anything, cycles included.
    fn dispose(&mut self) {
        super::finalize::announce_ends(false);
        self.caller = None;
        // What is at an end may hold a lot.
        let mut held: Vec<Value> = vec![self.handled.take()];
        held.extend(self.asyncgen_hooks.iter_mut().map(Value::take));
        held.extend(self.other_ids.take().into_values().map(|(_, value)| value));
        for frame in self.stack.drain(..).chain(self.pending.drain(..)) {
            if let Frame::Python(mut frame) = frame {
                held.append(&mut frame.registers);
            }
        }
        self.exit_functions.clear();
        self.audit_hooks.clear();
        self.frames.clear();
        self.result = None;
        self.attr_cache = super::AttrCache::default();
        self.extensions.clear();
        super::drop_deep(held);
        // The machine itself holds the builtin classes until it is gone.
        let mut tables = vec![Rc::clone(&self.modules), Rc::clone(&self.builtins)];
        let mut classes = vec![Rc::clone(&self.types.object)];
        while let Some(class) = classes.pop() {
            tables.push(Rc::clone(&class.dict));
            drop(class.itself.take());
            classes.extend(class.subclasses.take().iter().filter_map(Weak::upgrade));
        }
        for table in tables {
            let entries = table.table.borrow_mut().clear();
            super::drop_deep(entries.into_iter().flat_map(|e| [e.key, e.value]));
        }
        crate::collector::sweep();
        super::weak::forget_all();
    }
}

impl Drop for Vm {
    fn drop(&mut self) {
        self.dispose();
    }
}

/// Waits for the program's threads, if it has made any. An error ends the run.
async fn end_threads(cx: &Cx) -> Result<(), Raise> {
    let threading = cx.with(|vm| vm.modules.get_name(&intern("threading")));
    let Some(Value::Module(threading)) = threading else {
        return Ok(());
    };
    if let Some(shutdown) = threading.dict.get_name(&intern("_shutdown"))
        && let Err(raise) = cx.call(&shutdown, []).await
    {
        if cx.with(|vm| vm.fatal) {
            return Err(raise);
        }
        crate::builtins::traceback::unraisable(cx, &raise, &shutdown, "").await;
    }
    Ok(())
}

/// What `atexit.register` was given, the last one first. An error ends the run.
async fn call_exit_functions(cx: &Cx) -> Result<(), Raise> {
    while let Some((function, args)) = cx.with(|vm| vm.exit_functions.pop()) {
        if let Err(raise) = cx.call_args(&function, args).await {
            if cx.with(|vm| vm.fatal) {
                return Err(raise);
            }
            crate::builtins::traceback::unraisable(cx, &raise, &function, " in atexit callback")
                .await;
        }
    }
    Ok(())
}

/// Carries out the ends of objects until no more are waiting.
pub(crate) async fn settle(cx: &Cx) {
    while finalizers_waiting() {
        let started = cx.with(Vm::run_finalizers);
        // What a finalizer raises has been reported by `run_finalizers`.
        let _ = cx.finish(started).await;
    }
}

/// Lets go of a module. Functions hold its globals and lie in them, so that
/// they usually end as garbage does: all finalizers run while the names still
/// have their values. If something else holds the globals, the names go.
async fn end_module(cx: &Cx, module: Rc<Module>) {
    let globals = Rc::downgrade(&module.dict);
    cx.with(|vm| drop(vm.modules.remove_name(&vm.names.main)));
    drop(module);
    settle(cx).await;
    if globals.strong_count() > 0 {
        collect_last(cx).await;
        settle(cx).await;
    }
    if let Some(globals) = globals.upgrade() {
        drop_globals(cx, &globals).await;
    }
}

/// Sets globals to None one by one: data first, so that finalizers still find
/// the functions, classes and modules they use.
async fn drop_globals(cx: &Cx, globals: &Rc<DictObj>) {
    for tools in [false, true] {
        let names: Vec<_> = globals
            .table
            .borrow()
            .iter()
            .filter(|entry| is_tool(&entry.value) == tools)
            .filter_map(|entry| match &entry.key {
                Value::Str(name) if !name.as_str().starts_with("__") => Some(Rc::clone(name)),
                _ => None,
            })
            .collect();
        for name in names {
            let value = globals.set_name(&name, Value::None);
            drop(value);
            settle(cx).await;
        }
    }
}

fn is_tool(value: &Value) -> bool {
    matches!(
        value,
        Value::Function(_) | Value::Class(_) | Value::Module(_) | Value::Native(_)
    )
}
