//! What `async` native code awaits.
//!
//! Hundreds of functions await these in thousands of places, and the compiler
//! would write the steps out in each of them. So one that starts something at
//! once is a plain value whose `poll` there is once, and one of several steps
//! is kept [`Apart`].

use super::{Cx, NativeResult, Outcome};
use crate::object::{Raise, Value};
use pin_project_lite::pin_project;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

/// Something that was started, and how its outcome is read.
#[derive(Debug)]
#[must_use = "its frames are pending until it is awaited"]
pub struct Started<'a, T> {
    cx: &'a Cx,
    /// Known already if nothing had to be waited for.
    ready: Option<T>,
    read: fn(&Cx, Outcome) -> T,
}

/// Nothing is borrowed from the future itself.
impl<T> Unpin for Started<'_, T> {}

impl<T> Future for Started<'_, T> {
    type Output = T;

    #[inline(never)]
    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<T> {
        if let Some(value) = self.ready.take() {
            return Poll::Ready(value);
        }
        match self.cx.take_reply() {
            Some(outcome) => Poll::Ready((self.read)(self.cx, outcome)),
            None => Poll::Pending,
        }
    }
}

pin_project! {
    /// A future whose `poll` is not inlined into those who await it.
    #[derive(Debug)]
    #[must_use = "futures do nothing unless polled"]
    pub struct Apart<F> {
        #[pin]
        future: F,
    }
}

impl<F> Apart<F> {
    pub(crate) fn new(future: F) -> Self {
        Self { future }
    }
}

impl<F: Future> Future for Apart<F> {
    type Output = F::Output;

    #[inline(never)]
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        self.project().future.poll(context)
    }
}

impl Cx {
    /// What was started just now, to be awaited at once.
    pub(crate) fn started<T>(
        &self,
        result: NativeResult,
        read: fn(&Cx, Outcome) -> T,
    ) -> Started<'_, T> {
        let ready = match result {
            Ok(Value::Undefined) => None,
            Ok(value) => Some(read(self, Outcome::Returned(value))),
            Err(raise) => Some(read(self, Outcome::Raised(raise))),
        };
        Started {
            cx: self,
            ready,
            read,
        }
    }

    /// What is known without starting anything.
    pub(crate) fn known<T>(&self, value: T, read: fn(&Cx, Outcome) -> T) -> Started<'_, T> {
        Started {
            cx: self,
            ready: Some(value),
            read,
        }
    }
}

/// The value that something gave.
pub(crate) fn value(_: &Cx, outcome: Outcome) -> NativeResult {
    match outcome {
        Outcome::Returned(value) | Outcome::Yielded(value) => Ok(value),
        Outcome::Raised(raise) => Err(raise),
    }
}

/// Only whether it went well.
pub(crate) fn nothing(cx: &Cx, outcome: Outcome) -> Result<(), Raise> {
    value(cx, outcome).map(drop)
}
