//! Making exceptions in native code.

use super::Vm;
use crate::number::float::RANGE_ERROR;
use crate::object::{Class, ExceptionData, Instance, Payload, Raise, Tuple, Value};
use crate::text::{ErrorKind, TextError};
use std::cell::RefCell;
use std::rc::Rc;

macro_rules! makers {
    ($($maker:ident = $class:ident),* $(,)?) => {
        impl Vm {
            $(
                #[doc = concat!("A new exception of the class that `types.", stringify!($class), "` is.")]
                #[cold]
                pub fn $maker(&self, message: impl Into<String>) -> Raise {
                    self.error(&self.types.$class, message)
                }
            )*
        }
    };
}

makers! {
    type_error = type_error,
    value_error = value_error,
    index_error = index_error,
    attribute_error = attribute_error,
    name_error = name_error,
    runtime_error = runtime_error,
    overflow_error = overflow_error,
    zero_division = zero_division_error,
    recursion_error = recursion_error,
    system_error = system_error,
    import_error = import_error,
    unbound_local = unbound_local_error,
    lookup_error = lookup_error,
    not_implemented = not_implemented_error,
}

impl Vm {
    /// A new exception with a message.
    #[cold]
    pub fn error(&self, class: &Rc<Class>, message: impl Into<String>) -> Raise {
        self.exception(class, vec![Value::string(message.into())])
    }

    /// A new exception of a builtin class with these `args`.
    pub fn exception(&self, class: &Rc<Class>, args: Vec<Value>) -> Raise {
        self.exception_of(class, Tuple::new(args))
    }

    /// The same from a tuple.
    pub(super) fn exception_of(&self, class: &Rc<Class>, args: Tuple) -> Raise {
        let value = match args.items().first() {
            Some(first) if class.is_subclass_of(&self.types.stop_iteration) => first.clone(),
            _ => Value::None,
        };
        let data = ExceptionData {
            args: RefCell::new(Value::Tuple(Rc::new(args))),
            value: RefCell::new(value),
            ..ExceptionData::default()
        };
        Raise(Instance::new(
            Rc::clone(class),
            Payload::Exception(Box::new(data)),
        ))
    }

    /// A new exception with an attribute besides its message.
    pub fn error_with(
        &self,
        class: &Rc<Class>,
        message: impl Into<String>,
        attributes: &[(&str, Value)],
    ) -> Raise {
        let raise = self.error(class, message);
        for (name, value) in attributes {
            raise
                .0
                .dict()
                .set_name(&crate::object::intern(name), value.clone());
        }
        raise
    }

    /// `KeyError(key)`
    #[cold]
    pub fn key_error(&self, key: Value) -> Raise {
        self.exception(&self.types.key_error, vec![key])
    }

    /// `StopIteration(value)`; without arguments for None.
    pub fn stop_iteration(&self, value: Value) -> Raise {
        let args = if value.is_none() {
            Vec::new()
        } else {
            vec![value]
        };
        self.exception(&self.types.stop_iteration, args)
    }

    /// `MemoryError()`
    #[cold]
    pub fn memory_error(&self) -> Raise {
        self.exception(&self.types.memory_error, Vec::new())
    }

    /// `OSError(errno, text)` of a subclass.
    pub fn os_error(&self, class: &Rc<Class>, errno: i64, text: &str) -> Raise {
        let raise = self.exception(class, vec![Value::Int(errno), Value::str(text)]);
        raise
            .0
            .dict()
            .set_name(&crate::object::intern("errno"), Value::Int(errno));
        raise
            .0
            .dict()
            .set_name(&crate::object::intern("strerror"), Value::str(text));
        raise
    }

    /// The exception for an error of the text and number algorithms.
    #[cold]
    pub fn text_error(&self, error: TextError) -> Raise {
        let t = &self.types;
        let class = match error.kind {
            ErrorKind::Type => &t.type_error,
            ErrorKind::Index => &t.index_error,
            ErrorKind::Key => return self.key_error(Value::string(error.message)),
            ErrorKind::Overflow => &t.overflow_error,
            ErrorKind::ZeroDivision => &t.zero_division_error,
            ErrorKind::Memory => &t.memory_error,
            ErrorKind::Lookup => &t.lookup_error,
            ErrorKind::UnicodeDecode => &t.unicode_decode_error,
            ErrorKind::UnicodeEncode => &t.unicode_encode_error,
            ErrorKind::Value => &t.value_error,
        };
        if error.message == RANGE_ERROR {
            let text = Value::str("Numerical result out of range");
            return self.exception(class, vec![Value::Int(34), text]);
        }
        let raise = self.error(class, error.message);
        if let Some(fault) = error.codec {
            let dict = raise.0.dict();
            for (name, value) in [
                ("encoding", Value::str(fault.encoding)),
                ("start", Value::from(fault.start)),
                ("end", Value::from(fault.end)),
                ("reason", Value::str(fault.reason)),
            ] {
                dict.set_name(&crate::object::intern(name), value);
            }
        }
        raise
    }

    /// `await value`, where `value` cannot be awaited; `context` says which
    /// construct awaits it.
    #[cold]
    pub(super) fn not_awaitable(&self, value: &Value, context: u8) -> Raise {
        let name = self.type_name(value);
        let plain = format!("object {name} can't be used in 'await' expression");
        match context {
            1 => self.type_error(format!("'async with' received an object from __aenter__ that does not implement __await__: {name}")),
            2 => self.type_error(format!("'async with' received an object from __aexit__ that does not implement __await__: {name}")),
            3 => {
                let raise = self.type_error(format!("'async for' received an invalid object from __anext__: {name}"));
                if let Some(data) = raise.data() {
                    let cause = self.type_error(plain).value();
                    data.cause.replace(cause.clone());
                    data.context.replace(cause);
                    data.suppress_context.set(true);
                }
                raise
            }
            _ => self.type_error(plain),
        }
    }
}
