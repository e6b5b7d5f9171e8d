//! `operator.length_hint`, which filling a list or a tuple asks for too
//! (Python reference, 3.3.7, `__length_hint__`).

use super::{Apart, Cx, Outcome};
use crate::object::{Raise, Value};
use std::future::Future;

impl Cx {
    /// How many items an iterable says it has; `None` if it does not say.
    ///
    /// # Errors
    /// What `__len__` and `__length_hint__` raise but for TypeErrors, and wrong
    /// results of theirs.
    pub(crate) fn length_hint<'a>(
        &'a self,
        value: &'a Value,
    ) -> Apart<impl Future<Output = Result<Option<i64>, Raise>> + 'a> {
        Apart::new(async move {
            let (len, hint) = self.with(|vm| (vm.names.len.clone(), vm.names.length_hint.clone()));
            if self
                .with(|vm| vm.builtin_len(value).is_some() || vm.type_attr(value, &len).is_some())
            {
                let started = self.with(|vm| vm.len(value));
                match self.outcome(started).await {
                    Outcome::Returned(Value::Int(n)) | Outcome::Yielded(Value::Int(n)) => {
                        return Ok(Some(n));
                    }
                    Outcome::Raised(raise) if !self.is_type_error(&raise) => return Err(raise),
                    _ => {}
                }
            }
            if self.with(|vm| vm.type_attr(value, &hint).is_none()) {
                return Ok(None);
            }
            let answer = match self.call_special(value, &hint, []).await {
                Ok(answer) => answer,
                Err(raise) if self.is_type_error(&raise) => None,
                Err(raise) => return Err(raise),
            };
            let unwrapped = answer.map(|answer| self.with(|vm| vm.unwrap_base(answer)));
            match unwrapped {
                None | Some(Value::NotImplemented) => Ok(None),
                Some(Value::Bool(b)) => Ok(Some(i64::from(b))),
                Some(Value::Int(n)) if n >= 0 => Ok(Some(n)),
                Some(Value::Int(_)) => {
                    Err(self.with(|vm| vm.value_error("__length_hint__() should return >= 0")))
                }
                Some(Value::BigInt(_)) => Err(self
                    .with(|vm| vm.overflow_error("Python int too large to convert to C ssize_t"))),
                Some(other) => Err(self.with(|vm| {
                    let name = vm.type_name(&other);
                    vm.type_error(format!("__length_hint__ must be an integer, not {name}"))
                })),
            }
        })
    }

    fn is_type_error(&self, raise: &Raise) -> bool {
        self.with(|vm| raise.class().is_subclass_of(&vm.types.type_error))
    }
}
