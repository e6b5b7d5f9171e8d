//! What a method of a builtin type may be called on.
//!
//! `str.upper(x)` and `super().append(x)` reach a native method with any
//! receiver, so the call checks it once for all methods.

use super::{Args, NativeResult, Vm};
use crate::object::{Binding, Layout, NativeFunction, Payload, Raise, Receiver, Value};
use std::rc::{Rc, Weak};

/// Names of the special methods that CPython keeps in a type's slots. The
/// types of their descriptors and the texts of their errors differ from those
/// of named methods.
const SLOTS: &[&str] = &[
    "__abs__",
    "__add__",
    "__aiter__",
    "__and__",
    "__anext__",
    "__await__",
    "__bool__",
    "__buffer__",
    "__call__",
    "__contains__",
    "__del__",
    "__delattr__",
    "__delete__",
    "__delitem__",
    "__divmod__",
    "__eq__",
    "__float__",
    "__floordiv__",
    "__ge__",
    "__get__",
    "__getattribute__",
    "__getitem__",
    "__gt__",
    "__hash__",
    "__iadd__",
    "__iand__",
    "__ifloordiv__",
    "__ilshift__",
    "__imatmul__",
    "__imod__",
    "__imul__",
    "__index__",
    "__init__",
    "__int__",
    "__invert__",
    "__ior__",
    "__ipow__",
    "__irshift__",
    "__isub__",
    "__iter__",
    "__itruediv__",
    "__ixor__",
    "__le__",
    "__len__",
    "__lshift__",
    "__lt__",
    "__matmul__",
    "__mod__",
    "__mul__",
    "__ne__",
    "__neg__",
    "__next__",
    "__or__",
    "__pos__",
    "__pow__",
    "__radd__",
    "__rand__",
    "__rdivmod__",
    "__repr__",
    "__rfloordiv__",
    "__rlshift__",
    "__rmatmul__",
    "__rmod__",
    "__rmul__",
    "__ror__",
    "__rpow__",
    "__rrshift__",
    "__rshift__",
    "__rsub__",
    "__rtruediv__",
    "__rxor__",
    "__set__",
    "__setattr__",
    "__setitem__",
    "__str__",
    "__sub__",
    "__truediv__",
    "__xor__",
];

/// Special methods that CPython gives these types as named methods, too.
fn is_named_as_well(name: &str, layout: Layout) -> bool {
    match name {
        "__getitem__" => matches!(layout, Layout::List | Layout::Dict),
        "__contains__" => matches!(layout, Layout::Dict | Layout::Set | Layout::FrozenSet),
        _ => false,
    }
}

/// Whether CPython has the method as a `wrapper_descriptor`.
pub(crate) fn is_slot(function: &NativeFunction) -> bool {
    let name = function.def.name;
    if !name.starts_with("__") || SLOTS.binary_search(&name).is_err() {
        return false;
    }
    let layout = function.owner.as_ref().and_then(Weak::upgrade);
    !layout.is_some_and(|owner| is_named_as_well(name, owner.layout))
}

/// Methods that answer with their receiver.
fn returns_receiver(name: &str) -> bool {
    matches!(
        name,
        "__iadd__" | "__imul__" | "__ior__" | "__iand__" | "__isub__" | "__ixor__"
    )
}

impl Vm {
    /// Whether a value is of the very class that a method belongs to, which is
    /// what calls usually find.
    #[inline]
    pub(crate) fn owns(&self, function: &NativeFunction, value: &Value) -> bool {
        let Some(owner) = &function.owner else {
            return false;
        };
        let class = match value {
            Value::Instance(instance) => Rc::as_ptr(&instance.class.borrow()),
            _ => match self.builtin_class_of(value) {
                Some(class) => Rc::as_ptr(class),
                None => return false,
            },
        };
        std::ptr::eq(class, owner.as_ptr())
    }

    /// Whether a method may run on the arguments as they are.
    #[inline]
    pub(crate) fn receiver_fits(&self, function: &NativeFunction, args: &Args) -> bool {
        let Some(receiver) = args.values.first() else {
            return false;
        };
        if args
            .names
            .as_ref()
            .is_some_and(|n| n.len() == args.values.len())
        {
            return false;
        }
        match function.receiver {
            Receiver::Any => true,
            Receiver::Inner(layout) => match (layout, receiver) {
                (Layout::Int, Value::Int(_) | Value::BigInt(_) | Value::Bool(_))
                | (Layout::Bool, Value::Bool(_))
                | (Layout::Float, Value::Float(_))
                | (Layout::Complex, Value::Complex(_))
                | (Layout::Str, Value::Str(_))
                | (Layout::Bytes, Value::Bytes(_))
                | (Layout::ByteArray, Value::ByteArray(_))
                | (Layout::Tuple, Value::Tuple(_))
                | (Layout::List, Value::List(_))
                | (Layout::Dict, Value::Dict(_))
                | (Layout::Set, Value::Set(_))
                | (Layout::FrozenSet, Value::FrozenSet(_)) => true,
                (
                    Layout::Int
                    | Layout::Bool
                    | Layout::Float
                    | Layout::Complex
                    | Layout::Str
                    | Layout::Bytes
                    | Layout::ByteArray
                    | Layout::Tuple
                    | Layout::List
                    | Layout::Dict
                    | Layout::Set
                    | Layout::FrozenSet,
                    _,
                ) => false,
                _ => self.is_of_owner(function, receiver),
            },
            Receiver::Whole => self.is_of_owner(function, receiver),
        }
    }

    fn is_of_owner(&self, function: &NativeFunction, value: &Value) -> bool {
        if self.owns(function, value) {
            return true;
        }
        match function.owner.as_ref().and_then(Weak::upgrade) {
            Some(owner) => self.is_instance(value, &owner),
            None => true,
        }
    }

    /// Calls a method whose receiver does not fit as it is: an instance of a
    /// derived class, in which a builtin value is, or something else.
    #[inline(never)]
    pub(crate) fn call_on_other(
        &mut self,
        function: &NativeFunction,
        mut args: Args,
    ) -> NativeResult {
        let receiver = match args.values.first() {
            Some(receiver)
                if args
                    .names
                    .as_ref()
                    .is_none_or(|n| n.len() < args.values.len()) =>
            {
                receiver.clone()
            }
            _ => return Err(self.no_receiver(function)),
        };
        let inner = match &receiver {
            Value::Instance(instance) => match &instance.payload {
                Payload::Base(base) => Some(base.clone()),
                _ => None,
            },
            _ => None,
        };
        let Some(inner) = inner else {
            return Err(self.other_receiver(function, &receiver));
        };
        if let Some(first) = args.values.first_mut() {
            *first = inner.clone();
        }
        if !self.receiver_fits(function, &args) {
            return Err(self.other_receiver(function, &receiver));
        }
        self.bind_native(function, &mut args)?;
        let result = (function.def.function)(self, args)?;
        if !returns_receiver(function.def.name) {
            return Ok(result);
        }
        let outer = move |result: Value| if result.is(&inner) { receiver } else { result };
        if result.is_undefined() {
            let frames = std::mem::take(&mut self.pending);
            return self.run_after(frames, move |_, result| Ok(outer(result)));
        }
        Ok(outer(result))
    }

    #[cold]
    fn no_receiver(&self, function: &NativeFunction) -> Raise {
        let name = function.def.name;
        let owner = function.owner.as_ref().and_then(Weak::upgrade);
        let owner = owner.map_or_else(|| crate::object::intern("?"), |owner| owner.name());
        self.type_error(if is_slot(function) {
            format!("descriptor '{name}' of '{owner}' object needs an argument")
        } else {
            format!("unbound method {owner}.{name}() needs an argument")
        })
    }

    #[cold]
    fn other_receiver(&self, function: &NativeFunction, given: &Value) -> Raise {
        let name = function.def.name;
        let given = self.type_name(given);
        let owner = function.owner.as_ref().and_then(Weak::upgrade);
        let owner = owner.map_or_else(|| crate::object::intern("?"), |owner| owner.name());
        self.type_error(if is_slot(function) {
            format!("descriptor '{name}' requires a '{owner}' object but received a '{given}'")
        } else {
            format!("descriptor '{name}' for '{owner}' objects doesn't apply to a '{given}' object")
        })
    }

    /// The class of a native function as an object.
    pub(crate) fn native_function_class(
        &self,
        function: &NativeFunction,
    ) -> Rc<crate::object::Class> {
        let t = &self.types;
        Rc::clone(match function.def.binding {
            Binding::Method if is_slot(function) => &t.wrapper_descriptor,
            Binding::Method => &t.method_descriptor,
            Binding::ClassMethod => &t.classmethod_descriptor,
            Binding::Static | Binding::Function => &t.builtin_function,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::SLOTS;

    #[test]
    fn slots_are_in_order() {
        assert!(SLOTS.is_sorted());
    }
}
