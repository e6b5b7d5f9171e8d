//! What data descriptors do when an attribute is deleted, and what is said of
//! those that cannot (Python reference, 3.3.2.2 "Implementing Descriptors").

use super::{NativeResult, Vm};
use crate::object::{Class, Payload, Raise, StrRef, Value};

impl Vm {
    /// `descriptor.__delete__`; `None` if it is no data descriptor.
    pub(super) fn descriptor_delete(
        &mut self,
        descriptor: &Value,
        value: &Value,
    ) -> Option<NativeResult> {
        let Value::Instance(instance) = descriptor else {
            return None;
        };
        match &instance.payload {
            Payload::Property(parts) => {
                let deleter = parts.borrow()[2].clone();
                if deleter.is_none() {
                    let class = self.type_qualname(value);
                    let name = self.property_name(descriptor);
                    return Some(Err(self.attribute_error(format!(
                        "property{name} of '{class}' object has no deleter"
                    ))));
                }
                Some(self.call_values(&deleter, [value.clone()]))
            }
            Payload::GetSet(def, _) => Some(match def.set {
                Some(set) => set(self, value, Value::Undefined),
                None => Err(self.attribute_error("readonly attribute")),
            }),
            Payload::StaticMethod(_) | Payload::ClassMethod(_) => None,
            _ => {
                let hook = self.names.delete.clone();
                let called = self.call_special(descriptor, &hook, [value.clone()]);
                called.or_else(|| self.half_descriptor(descriptor, &hook))
            }
        }
    }

    /// A descriptor that has but one of `__set__` and `__delete__` was asked
    /// for the other.
    #[cold]
    pub(super) fn half_descriptor(
        &self,
        descriptor: &Value,
        missing: &StrRef,
    ) -> Option<NativeResult> {
        self.is_data_descriptor(descriptor)
            .then(|| Err(self.attribute_error(missing.as_str())))
    }

    /// Attributes of builtin classes stay as they are.
    #[cold]
    pub(crate) fn immutable_type(&self, class: &Class, name: &str) -> Raise {
        let owner = self.name_in_messages(class);
        self.type_error(format!(
            "cannot set '{name}' attribute of immutable type '{owner}'"
        ))
    }

    /// Whether a data descriptor is asked on reading, too.
    pub(super) fn is_readable(&self, descriptor: &Value) -> bool {
        match descriptor {
            Value::Instance(instance) => match &instance.payload {
                Payload::Property(_) | Payload::GetSet(..) => true,
                _ => {
                    let class = instance.class.borrow();
                    self.class_attr(&class, &self.names.get).is_some()
                }
            },
            _ => true,
        }
    }
}
