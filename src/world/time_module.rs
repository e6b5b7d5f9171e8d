//! The module `_time`: the virtual clock. Dates are in the library's `time`.

use crate::clock::{nanoseconds, seconds};
use crate::threads::{How, MAIN, Pause, current, threads};
use coroscope_python::object::{DictObj, NativeDef, Raise, Value};
use coroscope_python::vm::{Args, NativeResult, Vm};
use coroscope_trace::{Cause, Kind};
use std::rc::Rc;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function(
        "time",
        |vm, _| Ok(Value::Float(seconds(crate::clock(vm).wall()))),
        0,
        0,
    ),
    NativeDef::function(
        "time_ns",
        |vm, _| {
            Ok(Value::Int(
                crate::clock(vm).wall().min(i64::MAX as u64) as i64
            ))
        },
        0,
        0,
    ),
    NativeDef::function("monotonic", elapsed, 0, 0),
    NativeDef::function("monotonic_ns", elapsed_ns, 0, 0),
    NativeDef::function("perf_counter", elapsed, 0, 0),
    NativeDef::function("perf_counter_ns", elapsed_ns, 0, 0),
    NativeDef::function("process_time", elapsed, 0, 0),
    NativeDef::function("process_time_ns", elapsed_ns, 0, 0),
    NativeDef::function("thread_time", elapsed, 0, 0),
    NativeDef::function("sleep", sleep, 1, 1),
];

/// Fills the module's namespace.
pub(crate) fn init(vm: &mut Vm, dict: &Rc<DictObj>) -> Result<(), Raise> {
    vm.add_functions(dict, "time", FUNCTIONS);
    Ok(())
}

fn elapsed(vm: &mut Vm, _: Args) -> NativeResult {
    Ok(Value::Float(seconds(crate::clock(vm).now())))
}

fn elapsed_ns(vm: &mut Vm, _: Args) -> NativeResult {
    Ok(Value::Int(crate::clock(vm).now() as i64))
}

/// `time.sleep` holds a thread up: time passes and only other threads run.
fn sleep(vm: &mut Vm, mut args: Args) -> NativeResult {
    let duration = match vm.unwrap_base(args.take(0)) {
        Value::Int(s) => s as f64,
        Value::Bool(s) => f64::from(u8::from(s)),
        Value::Float(s) => s,
        other => {
            let name = vm.type_name(&other);
            return Err(vm.type_error(format!(
                "'{name}' object cannot be interpreted as an integer"
            )));
        }
    };
    let Some(duration) = nanoseconds(duration) else {
        return Err(if duration.is_nan() {
            vm.value_error("Invalid value NaN (not a number)")
        } else {
            vm.value_error("sleep length must be non-negative")
        });
    };
    let clock = crate::clock(vm);
    let deadline = clock.now().saturating_add(duration);
    let switches = threads(vm).is_some_and(|threads| threads.others_run_before(Some(deadline)));
    if !switches {
        clock.jump_to(deadline);
        vm.log.set_time(deadline);
    }
    if duration > 0 && current(vm) == MAIN {
        let (subject, place) = (vm.running_entity(), vm.visitor_place());
        let (low, high) = coroscope_trace::event::wide(duration);
        vm.log
            .emit(Kind::LoopBlocked, subject, Cause::Current, place, low, high);
    }
    if switches {
        vm.push_native(Box::new(Pause::new(Some(deadline), How::Sleeps)));
        return Ok(Value::Undefined);
    }
    Ok(Value::None)
}
