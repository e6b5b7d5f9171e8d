//! What `Future.__await__()` gives. `await` itself does without it.

use crate::future::Future;
use crate::future_methods::this;
use crate::world_of_loop::Shared;
use coroscope_python::object::{Instance, Native, NativeDef, Payload, Raise, Value};
use coroscope_python::vm::{Args, NativeResult, Resumed, Vm};
use std::any::Any;
use std::rc::Rc;

/// Yields the future until it is done.
struct FutureIterator {
    future: Rc<Instance>,
}

impl Native for FutureIterator {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn contents(&self, out: &mut coroscope_python::collector::Contents) {
        out.add_instance(&self.future);
    }

    fn is_own_awaitable(&self) -> bool {
        true
    }

    fn resume(&self, vm: &mut Vm, _: &Rc<Instance>, sent: Value) -> Option<Result<Resumed, Raise>> {
        let state = self.future.native::<Future>()?;
        state.resume(vm, &self.future, sent)
    }
}

/// Methods of its class.
pub(crate) const METHODS: &[NativeDef] = &[
    NativeDef::method("__iter__", itself, 0, 0),
    NativeDef::method("__next__", next, 0, 0),
    NativeDef::method("send", next, 1, 1),
    NativeDef::method("throw", throw, 1, 3),
    NativeDef::method("close", |_, _| Ok(Value::None), 0, 0),
];

/// `future.__await__()`
pub(crate) fn of_receiver(vm: &mut Vm, mut args: Args) -> NativeResult {
    let future = this(vm, &mut args)?;
    let class = Rc::clone(&Shared::of(vm).future_iterator);
    let payload = Payload::Native(Box::new(FutureIterator { future }));
    Ok(Value::Instance(Instance::new(class, payload)))
}

fn itself(_: &mut Vm, mut args: Args) -> NativeResult {
    Ok(args.take(0))
}

fn next(vm: &mut Vm, mut args: Args) -> NativeResult {
    let me = crate::arguments::receiver::<FutureIterator>(vm, &mut args)?;
    let state = me.native::<FutureIterator>();
    match state.and_then(|state| state.resume(vm, &me, Value::None)) {
        Some(Ok(Resumed::Returned(value))) => Err(vm.stop_iteration(value)),
        Some(Ok(Resumed::Yielded(value) | Resumed::Last(value))) => Ok(value),
        Some(Err(raise)) => Err(raise),
        Some(Ok(Resumed::Pushed)) | None => Ok(Value::None),
    }
}

fn throw(vm: &mut Vm, mut args: Args) -> NativeResult {
    match args.take(1) {
        Value::Instance(instance) if instance.exception().is_some() => Err(Raise(instance)),
        class @ Value::Class(_) => vm.run_async("throw", move |cx| async move {
            match cx.call(&class, []).await? {
                Value::Instance(instance) if instance.exception().is_some() => Err(Raise(instance)),
                _ => Err(cx.with(not_an_exception)),
            }
        }),
        _ => Err(not_an_exception(vm)),
    }
}

fn not_an_exception(vm: &mut Vm) -> Raise {
    vm.type_error("exceptions must be classes or instances deriving from BaseException")
}
