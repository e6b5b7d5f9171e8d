//! For people who look into a program that stands still: the frames of a task,
//! a generator or the program itself, and which values the event log speaks of.

use crate::driver;
use crate::event_loop::EventLoop;
use crate::future::{self, as_future};
use crate::world_of_loop::Shared;
use coroscope_python::inspect::{self, Level, Standing};
use coroscope_python::object::{Instance, Value};
use coroscope_python::vm::Vm;
use coroscope_trace::EntityId;
use std::rc::Rc;

/// The frames of a task, a coroutine, a generator or the program, outermost
/// first; empty if it has none now. Changes nothing in the machine.
pub fn frames_of(vm: &Vm, subject: EntityId) -> Vec<Standing> {
    let shared = Shared::of(vm);
    let stack = inspect::stack(vm);
    let running = running_task(&shared);
    if subject == EntityId::MAIN {
        return match (&running, own_account(&stack)) {
            (Some(_), Some(driver)) => python(stack.get(..driver)),
            _ => python(Some(&stack)),
        };
    }
    if running
        .as_ref()
        .is_some_and(|task| entity_of_future(task) == subject)
    {
        let from = own_account(&stack).map_or(0, |driver| driver + 1);
        return python(stack.get(from..));
    }
    let tasks = unfinished(&shared);
    for task in &tasks {
        if entity_of_future(task) == subject {
            return match coroutine_of(task) {
                Value::Generator(coroutine) => inspect::chain(&coroutine),
                _ => Vec::new(),
            };
        }
    }
    let roots = tasks.iter().map(coroutine_of).collect();
    match inspect::generator_of(vm, subject.0, roots) {
        Some(generator) => inspect::chain(&generator),
        None => Vec::new(),
    }
}

/// The entity that stands for a value in the event log; `NONE` for values that
/// the log does not speak of. Changes nothing in the machine.
pub fn entity_of(vm: &Vm, value: &Value) -> EntityId {
    match value {
        // Zero is the program itself, and no generator.
        Value::Generator(generator) if generator.entity.get() != 0 => {
            EntityId(generator.entity.get())
        }
        Value::Instance(instance) => match as_future(value) {
            Some(future) => entity_of_future(future),
            None => {
                let known = vm.known_identity(instance);
                let shared = Shared::of(vm);
                let entities = shared.entities.borrow();
                let entity = known.and_then(|known| entities.get(known));
                entity.unwrap_or(EntityId::NONE)
            }
        },
        _ => EntityId::NONE,
    }
}

fn entity_of_future(future: &Rc<Instance>) -> EntityId {
    future::state(future).map_or(EntityId::NONE, |state| state.entity.get())
}

fn coroutine_of(task: &Rc<Instance>) -> Value {
    future::state(task)
        .and_then(|state| state.task())
        .map_or(Value::None, |task| task.coroutine.borrow().clone())
}

fn unfinished(shared: &Shared) -> Vec<Rc<Instance>> {
    let loops = shared.loops.borrow();
    let alive = loops.iter().filter_map(std::rc::Weak::upgrade);
    alive
        .filter_map(|owner| owner.native::<EventLoop>().map(EventLoop::unfinished))
        .flatten()
        .collect()
}

fn running_task(shared: &Shared) -> Option<Rc<Instance>> {
    let running = shared.running.borrow();
    let event_loop = running.as_ref()?.native::<EventLoop>()?;
    event_loop.current_task.borrow().clone()
}

/// The position of the innermost loop on the stack.
fn own_account(stack: &[Level]) -> Option<usize> {
    stack
        .iter()
        .rposition(|level| matches!(level, Level::Native(driver::NAME)))
}

fn python(levels: Option<&[Level]>) -> Vec<Standing> {
    levels
        .unwrap_or(&[])
        .iter()
        .filter_map(|level| match level {
            Level::Python(frame) => Some(frame.clone()),
            Level::Native(_) => None,
        })
        .collect()
}
