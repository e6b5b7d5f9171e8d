//! `asyncio.gather`: counting those that are done.

use super::known::{GATHERING, fits};
use crate::awaited_by;
use crate::future::{Future, as_future};
use crate::world_of_loop::Shared;
use coroscope_python::object::Value;
use coroscope_python::vm::{InRust, Taken, Vm};
use std::rc::Rc;

pub(super) const ALL: &[InRust] = &[
    InRust {
        function: "gather.<locals>._done_callback",
        locals: &[
            "fut",
            "error",
            "children",
            "outer",
            "return_exceptions",
            "unfinished",
        ],
        begin: one_is_done,
        resume: None,
    },
    InRust {
        function: "_outcome",
        locals: &["fut"],
        begin: outcome,
        resume: None,
    },
];

const OUTER: usize = 3;
const RETURN_EXCEPTIONS: usize = 4;
const UNFINISHED: usize = 5;

fn variable(registers: &[Value], place: usize) -> Option<Value> {
    match registers.get(place)? {
        Value::Cell(cell) => Some(cell.value.borrow().clone()),
        _ => None,
    }
}

/// One of several is done and others are not: nothing more comes of it.
fn one_is_done(vm: &mut Vm, registers: &mut [Value]) -> Taken {
    count_down(vm, registers).map_or(Taken::Declined, |()| Taken::Returned(Value::None))
}

fn outcome(_: &mut Vm, registers: &mut [Value]) -> Taken {
    let result = registers.first().and_then(plain_result);
    result.map_or(Taken::Declined, Taken::Returned)
}

/// The result of a future that is done with one, if its class is ours.
fn plain_result(future: &Value) -> Option<Value> {
    let future = as_future(future)?;
    let is_plain = future.class.borrow().is_builtin;
    super::result_of(&Value::Instance(Rc::clone(future))).filter(|_| is_plain)
}

fn count_down(vm: &mut Vm, registers: &[Value]) -> Option<()> {
    let child = registers.first()?;
    let outer = variable(registers, OUTER)?;
    let Value::Int(unfinished @ 2..) = variable(registers, UNFINISHED)? else {
        return None;
    };
    let Value::Bool(return_exceptions) = variable(registers, RETURN_EXCEPTIONS)? else {
        return None;
    };
    let gathering = as_future(&outer)?;
    if gathering.native::<Future>()?.is_done() || !fits(vm, &Shared::of(vm), gathering, &GATHERING)
    {
        return None;
    }
    let state = as_future(child)?.native::<Future>()?;
    let succeeded = state.has_result();
    if !succeeded && !return_exceptions {
        return None;
    }
    let Value::Cell(left) = registers.get(UNFINISHED)? else {
        return None;
    };
    *left.value.borrow_mut() = Value::Int(unfinished - 1);
    awaited_by::forget(child, &outer);
    Some(())
}
