//! Library modules written in Rust.

mod atexit_native;
mod audit;
mod collections_native;
mod deflate_native;
mod deque;
mod functools_native;
mod gc_native;
mod hash_native;
mod itertools;
mod lru_cache;
mod math;
mod math_sums;
mod operator_native;
mod ordered_dict;
mod random_native;
mod re_native;
mod struct_native;
mod sys;
mod sys_facts;
mod sys_streams;
mod tracemalloc_native;
mod types_native;
mod unicode_native;
mod weakref_native;
mod weakref_proxy;

pub(crate) use sys::displayhook;

use crate::object::{
    Class, DictObj, Instance, Layout, Native, NativeDef, Payload, Raise, Value, intern,
};
use crate::vm::{NativeModule, Vm};
pub use deque::Deque;
use std::rc::Rc;

/// Makes the modules importable.
pub(crate) fn install(vm: &mut Vm) {
    for module in [
        NativeModule {
            name: "_collections",
            init: collections_native::init,
        },
        NativeModule {
            name: "_deflate",
            init: deflate_native::init,
        },
        NativeModule {
            name: "_functools",
            init: functools_native::init,
        },
        NativeModule {
            name: "_gc",
            init: gc_native::init,
        },
        NativeModule {
            name: "_hash",
            init: hash_native::init,
        },
        NativeModule {
            name: "_operator",
            init: operator_native::init,
        },
        NativeModule {
            name: "_random",
            init: random_native::init,
        },
        NativeModule {
            name: "_re",
            init: re_native::init,
        },
        NativeModule {
            name: "_struct",
            init: struct_native::init,
        },
        NativeModule {
            name: "_tracemalloc",
            init: tracemalloc_native::init,
        },
        NativeModule {
            name: "itertools",
            init: itertools::init,
        },
        NativeModule {
            name: "math",
            init: math::init,
        },
        NativeModule {
            name: "_types",
            init: types_native::init,
        },
        NativeModule {
            name: "_unicode",
            init: unicode_native::init,
        },
        NativeModule {
            name: "_weakref",
            init: weakref_native::init,
        },
        NativeModule {
            name: "atexit",
            init: atexit_native::init,
        },
    ] {
        vm.register_module(module);
    }
    sys::install(vm);
}

impl Vm {
    /// A library class in Rust whose instances hold native state, put into the
    /// namespace of its module.
    pub(crate) fn native_class(
        &mut self,
        namespace: &DictObj,
        module: &str,
        name: &'static str,
        methods: &'static [NativeDef],
    ) -> Rc<Class> {
        let object = Rc::clone(&self.types.object);
        let class = crate::vm::new_builtin(name, Some(&object), Layout::Native(name));
        drop(class.dict.set_name(&self.names.module, Value::str(module)));
        self.add_methods(&class, methods);
        drop(namespace.set_name(&intern(name), Value::Class(Rc::clone(&class))));
        class
    }

    /// An instance with native state; `class` is what `__new__` was given.
    pub(crate) fn native_object(&self, class: &Value, state: impl Native) -> Result<Value, Raise> {
        match class {
            Value::Class(class) => {
                let payload = Payload::Native(Box::new(state));
                Ok(Value::Instance(Instance::new(Rc::clone(class), payload)))
            }
            other => {
                Err(self.type_error(format!("'{}' object is not a class", self.type_name(other))))
            }
        }
    }
}

/// The native state of an instance.
pub(crate) fn state_of<T: Native>(value: &Value) -> Option<&T> {
    match value {
        Value::Instance(instance) => instance.native(),
        _ => None,
    }
}

/// Lets instances of a library class have attributes of their own.
pub(crate) fn allow_attributes(class: &Class) {
    let mut traits = class.traits.get();
    traits.has_dict = true;
    class.traits.set(traits);
}
