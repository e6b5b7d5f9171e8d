//! `_tracemalloc`: where objects were made, as `tracemalloc` tells it. Only
//! generators and coroutines remember that.

use crate::object::{DictObj, NativeDef, Raise, Value};
use crate::vm::{Args, NativeResult, Vm};
use std::rc::Rc;

/// The most frames that are kept for an object.
const MOST_FRAMES: i64 = 65535;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("clear_traces", clear_traces, 0, 0),
    NativeDef::function("get_traceback_limit", get_traceback_limit, 0, 0),
    NativeDef::function("is_tracing", is_tracing, 0, 0),
    NativeDef::function("made_by", made_by, 1, 1),
    NativeDef::function("start", start, 0, 1),
    NativeDef::function("stop", stop, 0, 0),
];

/// Fills the module's namespace.
pub(super) fn init(vm: &mut Vm, namespace: &Rc<DictObj>) -> Result<(), Raise> {
    vm.add_functions(namespace, "_tracemalloc", FUNCTIONS);
    Ok(())
}

fn start(vm: &mut Vm, mut args: Args) -> NativeResult {
    let frames = match args.take(0) {
        Value::Undefined => 1,
        given => vm.int_arg(&given)?,
    };
    let most = usize::try_from(frames)
        .ok()
        .filter(|_| (1..=MOST_FRAMES).contains(&frames))
        .ok_or_else(|| {
            vm.value_error(format!(
                "the number of frames must be in range [1; {MOST_FRAMES}]"
            ))
        })?;
    if vm.allocations.frames == 0 {
        vm.allocations.frames = most;
        vm.allocations.limit = most;
    }
    Ok(Value::None)
}

fn stop(vm: &mut Vm, _: Args) -> NativeResult {
    vm.allocations.frames = 0;
    vm.allocations.forget();
    Ok(Value::None)
}

fn clear_traces(vm: &mut Vm, _: Args) -> NativeResult {
    vm.allocations.forget();
    Ok(Value::None)
}

fn is_tracing(vm: &mut Vm, _: Args) -> NativeResult {
    Ok(Value::Bool(vm.allocations.frames > 0))
}

fn get_traceback_limit(vm: &mut Vm, _: Args) -> NativeResult {
    Ok(Value::from(vm.allocations.limit))
}

/// The calls that made an object: file, line and name of each, innermost
/// first; None if that is not known.
fn made_by(vm: &mut Vm, mut args: Args) -> NativeResult {
    let Value::Generator(generator) = args.take(0) else {
        return Ok(Value::None);
    };
    let made = generator.uncommon.get().map(|uncommon| &uncommon.allocated);
    Ok(match made {
        Some(made) if made.session == vm.allocations.session => vm.origin_told(&made.calls),
        _ => Value::None,
    })
}
