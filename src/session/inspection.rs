//! What a program holds at a moment: frames, variables, and what is inside of them.

use coroscope_event_loop::subjects;
use coroscope_python::inspect::{self, Standing};
use coroscope_python::object::Value;
use coroscope_python::vm::Vm;
use coroscope_trace::EntityId;

use crate::engine::Engine;
use crate::message::{Frame, Variable};

/// Most of what one object holds that is sent.
const MOST_CHILDREN: usize = 100;

/// Most objects that are looked into at once.
const MOST_OPEN: usize = 200;

/// What the page wants to look at.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Question {
    /// The event after which to look.
    pub(crate) event: u32,
    /// Whose frames; main's if `None`.
    pub(crate) subject: Option<u32>,
    open: Vec<Vec<String>>,
}

impl Question {
    /// A question; see [`crate::ToWorker::Inspect`].
    pub(crate) fn new(event: u32, subject: Option<u32>, mut open: Vec<Vec<String>>) -> Question {
        open.truncate(MOST_OPEN);
        Question {
            event,
            subject,
            open,
        }
    }
}

/// The frames that a question asks for, of a run that stands still.
pub(crate) fn frames(engine: &Engine, question: &Question) -> Vec<Frame> {
    let vm = engine.machine();
    let subject = question.subject.map_or(EntityId::MAIN, EntityId);
    subjects::frames_of(vm, subject)
        .iter()
        .enumerate()
        .map(|(position, frame)| told(vm, position, frame, &question.open))
        .collect()
}

fn told(vm: &Vm, position: usize, frame: &Standing, open: &[Vec<String>]) -> Frame {
    let mut path = vec![position.to_string()];
    Frame {
        function: frame.function.to_string(),
        file: frame.code.file.name.to_string(),
        line: frame.line,
        expression: (
            u32::from(frame.position.column),
            frame.position.end_line,
            u32::from(frame.position.end_column),
        ),
        is_library: frame.code.file.is_library,
        variables: frame
            .variables
            .iter()
            .map(|(name, value)| variable(vm, &mut path, name.to_string(), value, open))
            .collect(),
    }
}

fn variable(
    vm: &Vm,
    path: &mut Vec<String>,
    name: String,
    value: &Value,
    open: &[Vec<String>],
) -> Variable {
    path.push(name);
    let is_open = open.contains(path);
    let most = if is_open { MOST_CHILDREN } else { 1 };
    let inside = inspect::children(vm, value, most);
    let expandable = !inside.shown.is_empty();
    let (children, left_out) = if is_open {
        let children = inside
            .shown
            .into_iter()
            .map(|(label, child)| variable(vm, path, label, &child, open))
            .collect();
        (children, inside.left_out as u32)
    } else {
        (Vec::new(), 0)
    };
    let entity = subjects::entity_of(vm, value);
    Variable {
        name: path.pop().unwrap_or_default(),
        type_name: inspect::type_name(vm, value),
        repr: inspect::repr(vm, value),
        entity: entity.is_some().then_some(entity.0),
        expandable,
        children,
        left_out,
    }
}
