//! Methods of context managers whose binding is Python code itself.

use super::{Args, NativeResult, Vm};
use crate::object::{MANY, NativeDef, NativeFunction, Receiver, StrRef, Value};
use std::rc::Rc;

static LATE: [NativeDef; 4] = [
    NativeDef::method("__enter__", |vm, args| call(vm, args, 0), 0, MANY),
    NativeDef::method("__exit__", |vm, args| call(vm, args, 1), 0, MANY),
    NativeDef::method("__aenter__", |vm, args| call(vm, args, 2), 0, MANY),
    NativeDef::method("__aexit__", |vm, args| call(vm, args, 3), 0, MANY),
];

/// Binds and calls the method in one go.
fn call(vm: &mut Vm, mut args: Args, which: usize) -> NativeResult {
    let names = &vm.names;
    let name = match which {
        0 => &names.enter,
        1 => &names.exit,
        2 => &names.aenter,
        _ => &names.aexit,
    }
    .clone();
    let value = args.take(0);
    let rest: Vec<Value> = args.values.into_iter().skip(1).collect();
    match vm.call_special(&value, &name, rest) {
        Some(result) => result,
        None => Err(vm.type_error(format!("'{}' object has no {name}", vm.type_name(&value)))),
    }
}

impl Vm {
    /// A special method of a class, bound. A descriptor whose `__get__` is
    /// Python code is asked when the method is called.
    pub(super) fn bind_or_wait(
        &mut self,
        attribute: Value,
        value: &Value,
        name: &StrRef,
    ) -> NativeResult {
        let bound = self.bind_attr(attribute, value)?;
        if !matches!(bound, Value::Undefined) {
            return Ok(bound);
        }
        // The frame of `__get__` has not begun.
        self.pending.clear();
        let def = LATE.iter().find(|def| def.name == name.as_str());
        Ok(match def {
            Some(def) => {
                let function = Value::Native(Rc::new(NativeFunction {
                    def,
                    owner: None,
                    receiver: Receiver::Any,
                    module: None,
                }));
                self.bound(function, value.clone())
            }
            None => Value::None,
        })
    }
}
