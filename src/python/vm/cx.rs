//! Native code that calls Python code, written as `async` functions.
//!
//! Such a function is one native frame on the machine's stack. Each time it
//! awaits a call, the frame of that call lies above it; nothing of it is on
//! Rust's stack meanwhile. There is no executor and no waker: the machine
//! polls it exactly when the call's outcome is there.

use super::{Apart, Started, awaited};
use super::{Args, Frame, NativeFrame, NativeLevel, NativeResult, Outcome, Ret, Step, Vm};
use crate::object::{ListObj, Raise, StrRef, Value};
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::ptr;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// What an `async` native function reaches the machine through.
#[derive(Clone)]
pub struct Cx(Rc<Shared>);

struct Shared {
    /// The machine, while it polls; null otherwise.
    vm: Cell<*mut Vm>,
    reply: RefCell<Option<Outcome>>,
}

impl std::fmt::Debug for Cx {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Cx")
    }
}

struct AsyncFrame {
    name: &'static str,
    shared: Rc<Shared>,
    future: Pin<Box<dyn Future<Output = NativeResult>>>,
}

impl AsyncFrame {
    fn poll(&mut self, vm: &mut Vm) -> Poll<NativeResult> {
        self.shared.vm.set(ptr::from_mut(vm));
        let polled = self
            .future
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()));
        self.shared.vm.set(ptr::null_mut());
        polled
    }
}

impl NativeFrame for AsyncFrame {
    fn resume(&mut self, vm: &mut Vm, outcome: Option<Outcome>) -> Step {
        *self.shared.reply.borrow_mut() = outcome;
        match self.poll(vm) {
            Poll::Pending => Step::Wait,
            Poll::Ready(Ok(value)) => Step::Return(value),
            Poll::Ready(Err(raise)) => Step::Raise(raise),
        }
    }

    fn name(&self) -> &'static str {
        self.name
    }
}

impl Vm {
    /// Runs an `async` native function. It begins at once, and if it never has
    /// to wait the result is there at once.
    pub fn run_async<F>(&mut self, name: &'static str, body: impl FnOnce(Cx) -> F) -> NativeResult
    where
        F: Future<Output = NativeResult> + 'static,
    {
        let shared = Rc::new(Shared {
            vm: Cell::new(ptr::null_mut()),
            reply: RefCell::new(None),
        });
        let future = Box::pin(body(Cx(Rc::clone(&shared))));
        self.begin(AsyncFrame {
            name,
            shared,
            future,
        })
    }

    /// Apart from the generic part above, which there is once for every function.
    fn begin(&mut self, mut frame: AsyncFrame) -> NativeResult {
        debug_assert!(self.pending.is_empty());
        let deeper = self.deeper()?;
        let polled = frame.poll(self);
        drop(deeper);
        match polled {
            Poll::Ready(result) => result,
            Poll::Pending => {
                self.set_pending_ret(Ret::Native);
                self.push_native(Box::new(frame));
                Ok(Value::Undefined)
            }
        }
    }

    /// Makes a native frame pending, below frames that are pending already,
    /// whose outcome it gets.
    pub fn push_native_waiting(&mut self, code: Box<dyn NativeFrame>) {
        if let Some(first) = self.pending.first_mut() {
            first.set_ret(Ret::Native);
        }
        self.push_native(code);
    }

    /// Makes a native frame pending, below whatever is pending already.
    pub fn push_native(&mut self, code: Box<dyn NativeFrame>) {
        let level = NativeLevel {
            code,
            inbox: None,
            ret: Ret::Discard,
            handled: Value::Undefined,
        };
        self.pending.insert(0, Frame::Native(Box::new(level)));
    }
}

impl Cx {
    /// Does something with the machine. What it borrows ends with the closure.
    #[expect(
        unsafe_code,
        reason = "the future cannot hold the machine's borrow across polls"
    )]
    pub fn with<R>(&self, f: impl FnOnce(&mut Vm) -> R) -> R {
        let vm = self.0.vm.replace(ptr::null_mut());
        assert!(!vm.is_null(), "Cx::with nested, or used outside of a poll");
        // SAFETY: the pointer is set from a `&mut Vm` for the time of one poll
        // only, and taken away while this closure has it: there is no second.
        let result = f(unsafe { &mut *vm });
        self.0.vm.set(vm);
        result
    }

    /// What the call that was awaited came to; `None` while it runs.
    pub(crate) fn take_reply(&self) -> Option<Outcome> {
        self.0.reply.borrow_mut().take()
    }

    /// The outcome of something that may have pushed frames.
    pub fn outcome(&self, result: NativeResult) -> Started<'_, Outcome> {
        self.started(result, |_, outcome| outcome)
    }

    /// The result of something that may have pushed frames.
    pub fn finish(&self, result: NativeResult) -> Started<'_, NativeResult> {
        self.started(result, awaited::value)
    }

    /// `callable(*args)`
    pub fn call(
        &self,
        callable: &Value,
        args: impl IntoIterator<Item = Value>,
    ) -> Started<'_, NativeResult> {
        self.call_args(callable, Args::positional(args))
    }

    /// `callable(…)` with keywords.
    pub fn call_args(&self, callable: &Value, args: Args) -> Started<'_, NativeResult> {
        self.finish(self.with(|vm| vm.call(callable, args)))
    }

    /// `value.name(*args)`
    pub fn call_method<'a>(
        &'a self,
        value: &'a Value,
        name: &str,
        args: impl IntoIterator<Item = Value>,
    ) -> Apart<impl Future<Output = NativeResult> + 'a> {
        self.call_method_with(value, crate::object::intern(name), Args::positional(args))
    }

    fn call_method_with<'a>(
        &'a self,
        value: &'a Value,
        name: StrRef,
        args: Args,
    ) -> Apart<impl Future<Output = NativeResult> + 'a> {
        Apart::new(async move {
            let method = self.get_attr(value, &name).await?;
            self.call_args(&method, args).await
        })
    }

    /// `type(value).name(value, *args)` if the class has it: how operators
    /// find their methods.
    pub fn call_special(
        &self,
        value: &Value,
        name: &StrRef,
        args: impl IntoIterator<Item = Value>,
    ) -> Started<'_, Result<Option<Value>, Raise>> {
        let read = |cx: &Cx, outcome| awaited::value(cx, outcome).map(Some);
        match self.with(|vm| vm.call_special(value, name, args)) {
            None => self.known(Ok(None), read),
            Some(result) => self.started(result, read),
        }
    }

    /// `value.name`
    pub fn get_attr(&self, value: &Value, name: &StrRef) -> Started<'_, NativeResult> {
        self.finish(self.with(|vm| vm.load_attr(value, name)))
    }

    /// `value.name`, `None` if there is none (AttributeError).
    pub fn get_attr_optional(
        &self,
        value: &Value,
        name: &StrRef,
    ) -> Started<'_, Result<Option<Value>, Raise>> {
        let started = self.with(|vm| vm.load_attr(value, name));
        self.started(started, |cx, outcome| match awaited::value(cx, outcome) {
            Ok(found) => Ok(Some(found)),
            Err(raise) if cx.with(|vm| raise.class().is_subclass_of(&vm.types.attribute_error)) => {
                Ok(None)
            }
            Err(raise) => Err(raise),
        })
    }

    /// `value.name = new`
    pub fn set_attr(
        &self,
        value: &Value,
        name: &StrRef,
        new: Value,
    ) -> Started<'_, Result<(), Raise>> {
        let started = self.with(|vm| vm.store_attr(value, name, new));
        self.started(started, awaited::nothing)
    }

    /// `iter(value)`
    pub fn iter(&self, value: &Value) -> Started<'_, NativeResult> {
        self.finish(self.with(|vm| vm.get_iter(value)))
    }

    /// `next(iterator)`, `None` when exhausted.
    pub fn next<'a>(
        &'a self,
        iterator: &'a Value,
    ) -> Apart<impl Future<Output = Result<Option<Value>, Raise>> + 'a> {
        Apart::new(async move {
            self.round().await?;
            let started = self.with(|vm| vm.iter_next(iterator));
            match started {
                super::Next::Item(value) => Ok(Some(value)),
                super::Next::Done => Ok(None),
                super::Next::Raise(raise) => Err(raise),
                super::Next::Resumed => match self.outcome(Ok(Value::Undefined)).await {
                    Outcome::Yielded(value) => Ok(Some(value)),
                    Outcome::Returned(_) => Ok(None),
                    Outcome::Raised(raise) => Err(raise),
                },
                super::Next::Called => match self.outcome(Ok(Value::Undefined)).await {
                    Outcome::Returned(value) | Outcome::Yielded(value) => Ok(Some(value)),
                    Outcome::Raised(raise) => {
                        if self.with(|vm| raise.class().is_subclass_of(&vm.types.stop_iteration)) {
                            Ok(None)
                        } else {
                            Err(raise)
                        }
                    }
                },
            }
        })
    }

    /// All items of an iterable.
    pub fn collect<'a>(
        &'a self,
        iterable: &'a Value,
    ) -> Apart<impl Future<Output = Result<Vec<Value>, Raise>> + 'a> {
        Apart::new(async move {
            if let Some(items) = self.with(|vm| vm.collect_now(iterable)) {
                return items;
            }
            let iterator = self.iter(iterable).await?;
            self.length_hint(iterable).await?;
            if matches!(iterator, Value::Generator(_)) {
                let list = ListObj::new(Vec::new());
                let values = [iterator, Value::List(Rc::clone(&list))];
                self.run_loop(super::Loop::Collect, values).await?;
                let items = list.items.take();
                return Ok(items);
            }
            let mut items = Vec::new();
            while let Some(item) = self.next(&iterator).await? {
                items.push(item);
                if items.len() % 4096 == 0 {
                    self.with(|vm| vm.has_room(0))?;
                }
            }
            Ok(items)
        })
    }

    /// `bool(value)`
    pub fn truth(&self, value: &Value) -> Started<'_, Result<bool, Raise>> {
        let started = self.with(|vm| vm.truth(value));
        self.started(started, |cx, outcome| {
            Ok(match awaited::value(cx, outcome)? {
                Value::Bool(truth) => truth,
                _ => true,
            })
        })
    }

    /// `hash(value)`
    pub fn hash<'a>(
        &'a self,
        value: &'a Value,
    ) -> Apart<impl Future<Output = Result<i64, Raise>> + 'a> {
        Apart::new(async move {
            if let Some(hash) = self.with(|vm| vm.simple_hash(value)) {
                return Ok(hash);
            }
            self.round().await?;
            let started = self.with(|vm| vm.hash(value));
            match self.finish(started).await? {
                Value::Int(hash) => Ok(hash),
                _ => Ok(0),
            }
        })
    }

    /// `a is b or a == b`
    pub fn equal<'a>(
        &'a self,
        a: &'a Value,
        b: &'a Value,
    ) -> Apart<impl Future<Output = Result<bool, Raise>> + 'a> {
        Apart::new(async move {
            if a.is(b) {
                return Ok(true);
            }
            self.round().await?;
            let started = self.with(|vm| vm.compare(crate::code::CompareOp::Eq, a, b));
            let result = self.finish(started).await?;
            self.truth(&result).await
        })
    }

    /// `a < b`
    pub fn less<'a>(
        &'a self,
        a: &'a Value,
        b: &'a Value,
    ) -> Apart<impl Future<Output = Result<bool, Raise>> + 'a> {
        Apart::new(async move {
            self.round().await?;
            let started = self.with(|vm| vm.compare(crate::code::CompareOp::Lt, a, b));
            let result = self.finish(started).await?;
            self.truth(&result).await
        })
    }

    /// `a op b`
    pub fn binary(
        &self,
        op: crate::code::BinaryOp,
        a: &Value,
        b: &Value,
    ) -> Started<'_, NativeResult> {
        self.finish(self.with(|vm| vm.binary(op, a, b)))
    }

    /// `str(value)` as text.
    pub fn str(&self, value: &Value) -> Started<'_, Result<StrRef, Raise>> {
        let started = self.with(|vm| vm.str_of(value));
        self.started(started, |cx, outcome| awaited::value(cx, outcome).map(text))
    }

    /// `repr(value)` as text.
    pub fn repr<'a>(
        &'a self,
        value: &'a Value,
    ) -> Apart<impl Future<Output = Result<StrRef, Raise>> + 'a> {
        Apart::new(async move {
            self.round().await?;
            let started = self.with(|vm| vm.repr_of(value));
            self.finish(started).await.map(text)
        })
    }

    /// `value[key]`
    pub fn get_item(&self, value: &Value, key: &Value) -> Started<'_, NativeResult> {
        self.finish(self.with(|vm| vm.get_item(value, key)))
    }

    /// `value[key] = new`
    pub fn set_item(
        &self,
        value: &Value,
        key: &Value,
        new: Value,
    ) -> Started<'_, Result<(), Raise>> {
        let started = self.with(|vm| vm.set_item(value, key, new));
        self.started(started, awaited::nothing)
    }
}

fn text(value: Value) -> StrRef {
    match value {
        Value::Str(text) => text,
        _ => crate::object::intern(""),
    }
}
