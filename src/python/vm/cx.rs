//! Native code that calls Python code, written as `async` functions.
//!
//! Such a function is one native frame on the machine's stack. Each time it
//! awaits a call, the frame of that call lies above it; nothing of it is on
//! Rust's stack meanwhile. There is no executor and no waker: the machine
//! polls it exactly when the call's outcome is there.

use super::{Args, Frame, NativeFrame, NativeLevel, NativeResult, Outcome, Ret, Step, Vm};
use crate::object::{Raise, StrRef, Value};
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

struct AsyncFrame<F> {
    name: &'static str,
    shared: Rc<Shared>,
    future: Pin<Box<F>>,
}

impl<F: Future<Output = NativeResult>> AsyncFrame<F> {
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

impl<F: Future<Output = NativeResult>> NativeFrame for AsyncFrame<F> {
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

/// Is pending once, until the outcome has been put into the mailbox.
struct Wait<'a> {
    shared: &'a Shared,
}

impl Future for Wait<'_> {
    type Output = Outcome;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Outcome> {
        match self.shared.reply.borrow_mut().take() {
            Some(outcome) => Poll::Ready(outcome),
            None => Poll::Pending,
        }
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
        let mut frame = AsyncFrame {
            name,
            shared,
            future,
        };
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

    /// The outcome of something that may have pushed frames.
    pub async fn outcome(&self, result: NativeResult) -> Outcome {
        match result {
            Ok(Value::Undefined) => Wait { shared: &self.0 }.await,
            Ok(value) => Outcome::Returned(value),
            Err(raise) => Outcome::Raised(raise),
        }
    }

    /// The result of something that may have pushed frames.
    pub async fn finish(&self, result: NativeResult) -> NativeResult {
        match self.outcome(result).await {
            Outcome::Returned(value) | Outcome::Yielded(value) => Ok(value),
            Outcome::Raised(raise) => Err(raise),
        }
    }

    /// `callable(*args)`
    pub async fn call(
        &self,
        callable: &Value,
        args: impl IntoIterator<Item = Value>,
    ) -> NativeResult {
        let started = self.with(|vm| vm.call(callable, Args::positional(args)));
        self.finish(started).await
    }

    /// `callable(…)` with keywords.
    pub async fn call_args(&self, callable: &Value, args: Args) -> NativeResult {
        let started = self.with(|vm| vm.call(callable, args));
        self.finish(started).await
    }

    /// `value.name(*args)`
    pub async fn call_method(
        &self,
        value: &Value,
        name: &str,
        args: impl IntoIterator<Item = Value>,
    ) -> NativeResult {
        let name = crate::object::intern(name);
        let method = self.get_attr(value, &name).await?;
        self.call(&method, args).await
    }

    /// `type(value).name(value, *args)` if the class has it: how operators
    /// find their methods.
    pub async fn call_special(
        &self,
        value: &Value,
        name: &StrRef,
        args: impl IntoIterator<Item = Value>,
    ) -> Result<Option<Value>, Raise> {
        let started = self.with(|vm| vm.call_special(value, name, args));
        match started {
            None => Ok(None),
            Some(result) => self.finish(result).await.map(Some),
        }
    }

    /// `value.name`
    pub async fn get_attr(&self, value: &Value, name: &StrRef) -> NativeResult {
        let started = self.with(|vm| vm.load_attr(value, name));
        self.finish(started).await
    }

    /// `value.name`, `None` if there is none (AttributeError).
    pub async fn get_attr_optional(
        &self,
        value: &Value,
        name: &StrRef,
    ) -> Result<Option<Value>, Raise> {
        match self.get_attr(value, name).await {
            Ok(found) => Ok(Some(found)),
            Err(raise)
                if self.with(|vm| raise.class().is_subclass_of(&vm.types.attribute_error)) =>
            {
                Ok(None)
            }
            Err(raise) => Err(raise),
        }
    }

    /// `value.name = new`
    pub async fn set_attr(&self, value: &Value, name: &StrRef, new: Value) -> Result<(), Raise> {
        let started = self.with(|vm| vm.store_attr(value, name, new));
        self.finish(started).await.map(drop)
    }

    /// `iter(value)`
    pub async fn iter(&self, value: &Value) -> NativeResult {
        let started = self.with(|vm| vm.get_iter(value));
        self.finish(started).await
    }

    /// `next(iterator)`, `None` when exhausted.
    pub async fn next(&self, iterator: &Value) -> Result<Option<Value>, Raise> {
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
    }

    /// All items of an iterable.
    pub async fn collect(&self, iterable: &Value) -> Result<Vec<Value>, Raise> {
        if let Some(items) = self.with(|vm| vm.collect_now(iterable)) {
            return items;
        }
        let iterator = self.iter(iterable).await?;
        self.length_hint(iterable).await?;
        let mut items = Vec::new();
        while let Some(item) = self.next(&iterator).await? {
            items.push(item);
            if items.len() % 4096 == 0 {
                self.with(|vm| vm.has_room(0))?;
            }
        }
        Ok(items)
    }

    /// `bool(value)`
    pub async fn truth(&self, value: &Value) -> Result<bool, Raise> {
        let started = self.with(|vm| vm.truth(value));
        match self.finish(started).await? {
            Value::Bool(truth) => Ok(truth),
            _ => Ok(true),
        }
    }

    /// `hash(value)`
    pub async fn hash(&self, value: &Value) -> Result<i64, Raise> {
        if let Some(hash) = self.with(|vm| vm.simple_hash(value)) {
            return Ok(hash);
        }
        self.round().await?;
        let started = self.with(|vm| vm.hash(value));
        match self.finish(started).await? {
            Value::Int(hash) => Ok(hash),
            _ => Ok(0),
        }
    }

    /// `a is b or a == b`
    pub async fn equal(&self, a: &Value, b: &Value) -> Result<bool, Raise> {
        if a.is(b) {
            return Ok(true);
        }
        self.round().await?;
        let started = self.with(|vm| vm.compare(crate::code::CompareOp::Eq, a, b));
        let result = self.finish(started).await?;
        self.truth(&result).await
    }

    /// `a < b`
    pub async fn less(&self, a: &Value, b: &Value) -> Result<bool, Raise> {
        self.round().await?;
        let started = self.with(|vm| vm.compare(crate::code::CompareOp::Lt, a, b));
        let result = self.finish(started).await?;
        self.truth(&result).await
    }

    /// `a op b`
    pub async fn binary(&self, op: crate::code::BinaryOp, a: &Value, b: &Value) -> NativeResult {
        let started = self.with(|vm| vm.binary(op, a, b));
        self.finish(started).await
    }

    /// `str(value)` as text.
    pub async fn str(&self, value: &Value) -> Result<StrRef, Raise> {
        let started = self.with(|vm| vm.str_of(value));
        self.finish(started).await.map(text)
    }

    /// `repr(value)` as text.
    pub async fn repr(&self, value: &Value) -> Result<StrRef, Raise> {
        self.round().await?;
        let started = self.with(|vm| vm.repr_of(value));
        self.finish(started).await.map(text)
    }

    /// `value[key]`
    pub async fn get_item(&self, value: &Value, key: &Value) -> NativeResult {
        let started = self.with(|vm| vm.get_item(value, key));
        self.finish(started).await
    }

    /// `value[key] = new`
    pub async fn set_item(&self, value: &Value, key: &Value, new: Value) -> Result<(), Raise> {
        let started = self.with(|vm| vm.set_item(value, key, new));
        self.finish(started).await.map(drop)
    }
}

fn text(value: Value) -> StrRef {
    match value {
        Value::Str(text) => text,
        _ => crate::object::intern(""),
    }
}
