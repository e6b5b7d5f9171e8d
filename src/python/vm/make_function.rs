//! What `def` and `lambda` make (Python reference, 8.7).

use super::slow::take_register;
use super::{PyFrame, Vm};
use crate::code::Reg;
use crate::object::{Function, Value};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

impl Vm {
    /// A function of the running frame; see `Instr::MakeFunction`.
    pub(super) fn make_function(
        &mut self,
        frame: &mut PyFrame,
        flags: u8,
        code: u16,
        start: Reg,
    ) -> Value {
        let code = match frame.code.constants.get(usize::from(code)) {
            Some(Value::Code(code)) => Rc::clone(code),
            _ => return Value::None,
        };
        let mut next = start;
        let mut part = |flag: u8| {
            if flags & flag == 0 {
                return Value::Undefined;
            }
            next += 1;
            take_register(frame, next - 1)
        };
        let (defaults, keyword_defaults, annotate, closure) = (part(1), part(2), part(4), part(8));
        let defaults: Rc<[Value]> = match &defaults {
            Value::Tuple(t) => t.items().into(),
            _ => Rc::default(),
        };
        let closure: Box<[_]> = match &closure {
            Value::Tuple(t) => t
                .items()
                .iter()
                .filter_map(|c| {
                    if let Value::Cell(cell) = c {
                        Some(Rc::clone(cell))
                    } else {
                        None
                    }
                })
                .collect(),
            _ => Box::default(),
        };
        let function = Function {
            name: RefCell::new(Rc::clone(&code.name)),
            qualname: RefCell::new(Rc::clone(&code.qualname)),
            code: RefCell::new(code),
            globals: Rc::clone(&frame.function.globals),
            defaults: RefCell::new(defaults),
            keywords_fit: Cell::default(),
            keyword_defaults: RefCell::new(match keyword_defaults {
                Value::Dict(d) => Some(d),
                _ => None,
            }),
            closure,
            extra: OnceCell::new(),
            id: Cell::new(0),
            watched: Cell::new(false),
        };
        if !annotate.is_undefined() {
            *function.extra().annotate.borrow_mut() = annotate;
        }
        Value::Function(Rc::new(function))
    }
}
