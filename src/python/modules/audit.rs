//! `sys.audit`: events that hooks are told of. Only programs make any here.

use crate::object::{MANY, NativeDef, Raise, Value};
use crate::vm::{Args, Cx, NativeResult, Vm};

pub(super) const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("audit", audit, 0, MANY),
    NativeDef::function("addaudithook", add_hook, 1, 1).with_params(&["hook"]),
];

fn audit(vm: &mut Vm, args: Args) -> NativeResult {
    let mut rest = args.values.into_iter();
    match rest.next() {
        Some(_) if vm.audit_hooks.is_empty() => Ok(Value::None),
        Some(event @ Value::Str(_)) => {
            let details = Value::tuple(rest);
            vm.run_async("audit", move |cx| async move {
                tell(&cx, event, details).await?;
                Ok(Value::None)
            })
        }
        Some(other) => Err(vm.type_error(format!(
            "expected str for argument 'event', not {}",
            vm.type_name(&other)
        ))),
        None => Err(vm.type_error("audit() missing 1 required positional argument: 'event'")),
    }
}

/// The hooks that are there may refuse another one.
fn add_hook(vm: &mut Vm, mut args: Args) -> NativeResult {
    let hook = args.take(0);
    vm.run_async("addaudithook", move |cx| async move {
        match tell(&cx, Value::str("sys.addaudithook"), Value::tuple([])).await {
            Ok(()) => cx.with(|vm| vm.audit_hooks.push(hook)),
            Err(raise) if cx.with(|vm| vm.raises(&raise, &vm.types.exception)) => {}
            Err(raise) => return Err(raise),
        }
        Ok(Value::None)
    })
}

async fn tell(cx: &Cx, event: Value, details: Value) -> Result<(), Raise> {
    for hook in cx.with(|vm| vm.audit_hooks.clone()) {
        cx.call(&hook, [event.clone(), details.clone()]).await?;
    }
    Ok(())
}
