//! How native functions are called.

use super::{NativeFrame, Outcome, Step, Vm};
use crate::object::{Raise, StrRef, Value};
use smallvec::SmallVec;
use std::rc::Rc;

/// The result of native code. `Ok(Value::Undefined)` says that it pushed a
/// frame whose result is the result of the call.
pub type NativeResult = Result<Value, Raise>;

/// Positional values, on the Rust stack while there are few.
pub type ArgVec = SmallVec<[Value; 6]>;

/// The arguments of a call. A method finds its receiver first.
#[derive(Debug, Default)]
pub struct Args {
    /// Positional arguments, then the values of the keywords.
    pub values: ArgVec,
    /// Names of the last `names.len()` values; none usually.
    pub names: Option<Rc<[StrRef]>>,
}

impl Args {
    /// Positional arguments.
    pub fn positional(values: impl IntoIterator<Item = Value>) -> Args {
        Args {
            values: values.into_iter().collect(),
            names: None,
        }
    }

    /// Takes the `index`-th value; `Undefined` if there is none.
    pub fn take(&mut self, index: usize) -> Value {
        self.values
            .get_mut(index)
            .map(Value::take)
            .unwrap_or_default()
    }

    /// Takes the `index`-th value unless it is absent.
    pub fn optional(&mut self, index: usize) -> Option<Value> {
        match self.take(index) {
            Value::Undefined => None,
            value => Some(value),
        }
    }

    /// How many values there are, keywords included.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Splits off the keyword arguments.
    pub fn take_keywords(&mut self) -> Vec<(StrRef, Value)> {
        let Some(names) = self.names.take() else {
            return Vec::new();
        };
        let first = self.values.len().saturating_sub(names.len());
        let values: Vec<Value> = self.values.drain(first..).collect();
        names.iter().cloned().zip(values).collect()
    }
}

/// Runs once, when the stack below is complete.
struct WithCallers<F>(Option<F>);

impl<F: FnOnce(&mut Vm) -> NativeResult> NativeFrame for WithCallers<F> {
    fn resume(&mut self, vm: &mut Vm, outcome: Option<Outcome>) -> Step {
        let result = match (self.0.take(), outcome) {
            (Some(body), _) => body(vm),
            (None, Some(Outcome::Returned(value) | Outcome::Yielded(value))) => Ok(value),
            (None, Some(Outcome::Raised(raise))) => Err(raise),
            (None, None) => Ok(Value::None),
        };
        match result {
            Ok(Value::Undefined) => Step::Wait,
            Ok(value) => Step::Return(value),
            Err(raise) => Step::Raise(raise),
        }
    }

    fn name(&self) -> &'static str {
        "callers"
    }
}

impl Vm {
    /// Runs native code that looks at the calls in progress. The caller's own
    /// frame is not on the stack while a function that it calls directly
    /// runs; here it is, on top.
    pub(crate) fn with_callers(
        &mut self,
        body: impl FnOnce(&mut Vm) -> NativeResult + 'static,
    ) -> NativeResult {
        self.push_native(Box::new(WithCallers(Some(body))));
        Ok(Value::Undefined)
    }
}
