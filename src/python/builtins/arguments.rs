//! Arguments of native methods as Rust values.

use crate::object::{ByteArray, Bytes, NativeFn, Raise, Str, StrRef, Value};
use crate::vm::{Args, NativeResult, Vm};
use std::ops::Deref;
use std::rc::Rc;

/// The bytes of a bytes-like object. Those of a mutable one are copied, so
/// that nothing stays borrowed.
pub(crate) enum Buffer {
    /// Of a `bytes`.
    Shared(Rc<Bytes>),
    /// Of anything else.
    Copied(Vec<u8>),
}

impl Deref for Buffer {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Buffer::Shared(bytes) => &bytes.0,
            Buffer::Copied(bytes) => bytes,
        }
    }
}

/// A `bytes` object.
pub(crate) fn bytes_value(bytes: impl Into<Box<[u8]>>) -> Value {
    Value::Bytes(Rc::new(Bytes(bytes.into())))
}

/// A `bytearray` object.
pub(crate) fn bytearray_value(bytes: Vec<u8>) -> Value {
    Value::ByteArray(Rc::new(ByteArray {
        bytes: bytes.into(),
        exports: Default::default(),
    }))
}

impl Vm {
    /// The string that an argument is; `None` if it is no `str`.
    pub(crate) fn text_of(&self, value: &Value) -> Option<StrRef> {
        match value {
            Value::Str(text) => Some(Rc::clone(text)),
            Value::Instance(_) => match self.unwrap_base(value.clone()) {
                Value::Str(text) => Some(text),
                _ => None,
            },
            _ => None,
        }
    }

    /// The string that an argument must be; `message` is given the type of
    /// what it is instead.
    pub(crate) fn text_argument(
        &self,
        value: &Value,
        message: impl FnOnce(&str) -> String,
    ) -> Result<StrRef, Raise> {
        match self.text_of(value) {
            Some(text) => Ok(text),
            None => Err(self.type_error(message(self.type_name(value).as_str()))),
        }
    }

    /// The string that an argument must be. `what` is how messages call it,
    /// as in `strip() argument`; they call None by its value, not by its type.
    pub(crate) fn text_parameter(&self, value: &Value, what: &str) -> Result<StrRef, Raise> {
        match self.text_of(value) {
            Some(text) => Ok(text),
            None => {
                let given = self.type_or_none(value);
                Err(self.type_error(format!("{what} must be str, not {given}")))
            }
        }
    }

    /// The name of a value's type, or `None` for None.
    pub(crate) fn type_or_none(&self, value: &Value) -> StrRef {
        match value {
            Value::None => Rc::new(Str::new("None")),
            other => self.type_name(other),
        }
    }

    /// A `str` parameter named `what` of `function`, with a default.
    pub(crate) fn named_text(
        &self,
        value: Option<Value>,
        function: &str,
        what: &str,
        default: &str,
    ) -> Result<StrRef, Raise> {
        match value {
            None => Ok(Rc::new(Str::new(default))),
            Some(value) => self.text_parameter(&value, &format!("{function}() argument '{what}'")),
        }
    }

    /// The bytes of a bytes-like object; `None` for other objects.
    pub(crate) fn buffer_of(&self, value: &Value) -> Option<Buffer> {
        let buffer = self.uncounted_buffer(value);
        if let Some(Buffer::Copied(bytes)) = &buffer {
            self.work(bytes.len());
        }
        buffer
    }

    fn uncounted_buffer(&self, value: &Value) -> Option<Buffer> {
        Some(match value {
            Value::Bytes(bytes) => Buffer::Shared(Rc::clone(bytes)),
            Value::ByteArray(bytes) => Buffer::Copied(bytes.bytes.borrow().clone()),
            Value::Instance(instance) => match self.unwrap_base(value.clone()) {
                Value::Bytes(bytes) => Buffer::Shared(bytes),
                Value::ByteArray(bytes) => Buffer::Copied(bytes.bytes.borrow().clone()),
                _ => Buffer::Copied(instance.native::<super::memoryview::View>()?.to_vec()),
            },
            _ => return None,
        })
    }

    /// The bytes of an argument that must be bytes-like.
    pub(crate) fn buffer_argument(&self, value: &Value) -> Result<Buffer, Raise> {
        match self.buffer_of(value) {
            Some(buffer) => Ok(buffer),
            None => {
                let name = self.type_name(value);
                Err(self.type_error(format!("a bytes-like object is required, not '{name}'")))
            }
        }
    }

    /// An optional count argument, with what stands for it if absent.
    pub(crate) fn count_argument(
        &mut self,
        value: Option<Value>,
        default: i64,
    ) -> Result<i64, Raise> {
        match value {
            None => Ok(default),
            Some(value) => self.int_argument(&value),
        }
    }

    /// An optional bound of a search, as of a slice.
    pub(crate) fn bound_argument(&self, value: Option<Value>) -> Result<Option<i64>, Raise> {
        match value {
            None | Some(Value::None) => Ok(None),
            Some(value) => match self.index_now(&value) {
                Some(bound) => Ok(Some(bound)),
                None => Err(self.type_error(
                    "slice indices must be integers or None or have an __index__ method",
                )),
            },
        }
    }

    /// Replaces the arguments at `places` that only Python code can turn into
    /// integers, then calls the function again; `None` if there are no such.
    pub(crate) fn after_index(
        &mut self,
        args: &mut Args,
        places: &'static [usize],
        function: NativeFn,
    ) -> Option<NativeResult> {
        let name = &self.names.index;
        let asks = |value: &Value| {
            matches!(value, Value::Instance(_))
                && self.index_now(value).is_none()
                && self.type_attr(value, name).is_some()
        };
        if !places
            .iter()
            .any(|place| args.values.get(*place).is_some_and(asks))
        {
            return None;
        }
        let mut args = std::mem::take(args);
        Some(self.run_async("__index__", move |cx| async move {
            for place in places {
                let Some(value @ Value::Instance(_)) = args.values.get(*place).cloned() else {
                    continue;
                };
                let started = cx.with(|vm| vm.index_of(&value));
                let index = cx.finish(started).await?;
                if let Some(argument) = args.values.get_mut(*place) {
                    *argument = index;
                }
            }
            let started = cx.with(|vm| function(vm, args));
            cx.finish(started).await
        }))
    }

    /// A method was called with a receiver of another type.
    #[cold]
    pub(crate) fn wrong_receiver(&self, wanted: &str, given: &Value) -> Raise {
        let given = self.type_name(given);
        self.type_error(format!(
            "descriptor requires a '{wanted}' object but received a '{given}'"
        ))
    }
}
