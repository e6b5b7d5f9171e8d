//! `_next_turn`: awaiting it lets the others go first, once.

use coroscope_python::object::{Instance, Native, NativeDef, Payload, Raise, Value};
use coroscope_python::vm::{Args, NativeResult, Resumed, Vm};
use std::any::Any;
use std::rc::Rc;

/// The awaitable. It has no state: what resumes it knows that it is done.
#[derive(Debug)]
pub(crate) struct NextTurn;

impl Native for NextTurn {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn is_own_awaitable(&self) -> bool {
        true
    }

    fn resume(&self, _: &mut Vm, _: &Rc<Instance>, _: Value) -> Option<Result<Resumed, Raise>> {
        Some(Ok(Resumed::Last(Value::None)))
    }
}

/// The one instance.
pub(crate) fn instance(shared: &crate::world_of_loop::Shared) -> Value {
    let payload = Payload::Native(Box::new(NextTurn));
    Value::Instance(Instance::new(Rc::clone(&shared.next_turn), payload))
}

/// Methods of its class.
pub(crate) const METHODS: &[NativeDef] = &[NativeDef::method("__await__", itself, 0, 0)];

fn itself(_: &mut Vm, mut args: Args) -> NativeResult {
    Ok(args.take(0))
}
