//! How native functions are called.

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
