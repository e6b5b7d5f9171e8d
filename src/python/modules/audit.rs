//! `sys.audit`: events that hooks are told of. Only programs make any here.

use crate::object::{MANY, NativeDef, Value};
use crate::vm::{Args, NativeResult, Vm};

pub(super) const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("audit", audit, 0, MANY),
    NativeDef::function("addaudithook", add_hook, 1, 1).with_params(&["hook"]),
];

fn audit(vm: &mut Vm, args: Args) -> NativeResult {
    let mut rest = args.values.iter().cloned();
    match rest.next() {
        Some(event @ Value::Str(_)) => {
            let details = Value::tuple(rest.collect::<Vec<_>>());
            tell(vm, event, details, Value::None)
        }
        Some(_) if vm.audit_hooks.is_empty() => Ok(Value::None),
        Some(other) => Err(vm.type_error(format!(
            "expected str for argument 'event', not {}",
            vm.type_name(&other)
        ))),
        None => Err(vm.type_error("audit() missing 1 required positional argument: 'event'")),
    }
}

/// The hooks that are there may refuse another one.
fn add_hook(vm: &mut Vm, mut args: Args) -> NativeResult {
    let event = Value::str("sys.addaudithook");
    tell(vm, event, Value::tuple([]), args.take(0))
}

/// Tells all hooks, and adds one.
fn tell(vm: &mut Vm, event: Value, details: Value, new: Value) -> NativeResult {
    let hooks = vm.audit_hooks.clone();
    if hooks.is_empty() {
        vm.audit_hooks
            .extend(Some(new).filter(|new| !new.is_none()));
        return Ok(Value::None);
    }
    vm.run_async("audit", move |cx| async move {
        for hook in hooks {
            if let Err(raise) = cx.call(&hook, [event.clone(), details.clone()]).await {
                let refused = cx
                    .with(|vm| !new.is_none() && raise.class().is_subclass_of(&vm.types.exception));
                return if refused { Ok(Value::None) } else { Err(raise) };
            }
        }
        cx.with(|vm| {
            vm.audit_hooks
                .extend(Some(new).filter(|new| !new.is_none()))
        });
        Ok(Value::None)
    })
}
