//! Code objects, and the cells of variables that closures share.

use crate::code::{Code, CodeKind};
use crate::object::Value;
use crate::vm::{GetSet, NativeResult, Vm};
use std::rc::Rc;

/// Puts the attributes in place.
pub(crate) fn install(vm: &Vm) {
    let class = &vm.types.code;
    vm.add_getsets(class, CODE);
    vm.add_methods(class, super::code_replace::METHODS);
    vm.add_getsets(&vm.types.cell, CELL);
}

const CELL: &[GetSet] = &[GetSet {
    name: "cell_contents",
    get: cell_contents,
    set: Some(set_cell_contents),
}];

// ----- code

const CODE: &[GetSet] =
    &[
        GetSet {
            name: "co_name",
            get: |_, v| code(v, |c| Value::Str(Rc::clone(&c.name))),
            set: None,
        },
        GetSet {
            name: "co_qualname",
            get: |_, v| code(v, |c| Value::Str(Rc::clone(&c.qualname))),
            set: None,
        },
        GetSet {
            name: "co_filename",
            get: |_, v| code(v, |c| Value::Str(Rc::clone(&c.file.name))),
            set: None,
        },
        GetSet {
            name: "co_firstlineno",
            get: |_, v| code(v, |c| Value::Int(i64::from(c.first_line))),
            set: None,
        },
        GetSet {
            name: "co_argcount",
            get: |_, v| code(v, |c| Value::Int(i64::from(c.positional))),
            set: None,
        },
        GetSet {
            name: "co_posonlyargcount",
            get: |_, v| code(v, |c| Value::Int(i64::from(c.positional_only))),
            set: None,
        },
        GetSet {
            name: "co_kwonlyargcount",
            get: |_, v| code(v, |c| Value::Int(i64::from(c.keyword_only))),
            set: None,
        },
        GetSet {
            name: "co_nlocals",
            get: |_, v| {
                code(v, |c| {
                    Value::from(c.local_names.len() - usize::from(c.free_count))
                })
            },
            set: None,
        },
        GetSet {
            name: "co_varnames",
            get: |_, v| code(v, variable_names),
            set: None,
        },
        GetSet {
            name: "co_freevars",
            get: |_, v| {
                code(v, |c| {
                    names(&c.local_names[c.local_names.len() - usize::from(c.free_count)..])
                })
            },
            set: None,
        },
        GetSet {
            name: "co_cellvars",
            get: |_, v| {
                code(v, |c| {
                    Value::tuple(c.cell_registers.iter().filter_map(|r| {
                        c.local_names.get(usize::from(*r)).cloned().map(Value::Str)
                    }))
                })
            },
            set: None,
        },
        GetSet {
            name: "co_names",
            get: |_, v| {
                code(v, |c| {
                    Value::tuple(
                        c.sites
                            .iter()
                            .map(|s| Value::Str(Rc::clone(&s.name)))
                            .chain(c.names.iter().cloned().map(Value::Str)),
                    )
                })
            },
            set: None,
        },
        GetSet {
            name: "co_consts",
            get: |_, v| {
                code(v, |c| {
                    Value::tuple(c.constants.iter().map(|constant| match constant {
                        Value::Code(inner) => {
                            Value::Code(inner.behind_stub().unwrap_or_else(|| Rc::clone(inner)))
                        }
                        other => other.clone(),
                    }))
                })
            },
            set: None,
        },
        GetSet {
            name: "co_flags",
            get: |_, v| code(v, |c| Value::Int(flags(c))),
            set: None,
        },
        GetSet {
            name: "co_stacksize",
            get: |_, v| code(v, |c| Value::Int(i64::from(c.register_count))),
            set: None,
        },
    ];

fn code(value: &Value, f: impl FnOnce(&Code) -> Value) -> NativeResult {
    Ok(match value {
        Value::Code(code) => f(code),
        _ => Value::None,
    })
}

fn names(list: &[crate::object::StrRef]) -> Value {
    Value::tuple(list.iter().cloned().map(Value::Str))
}

fn variable_names(code: &Code) -> Value {
    let params = usize::from(code.positional + code.keyword_only)
        + usize::from(code.var_positional)
        + usize::from(code.var_keyword);
    let own = code.local_names.len() - usize::from(code.free_count);
    let shown = code.local_names.iter().take(own).enumerate();
    // A variable that closures share is listed here only if it is a parameter.
    Value::tuple(shown.filter_map(|(register, name)| {
        let shared = code
            .cell_registers
            .iter()
            .any(|cell| usize::from(*cell) == register);
        (register < params || !shared).then(|| Value::Str(Rc::clone(name)))
    }))
}

/// `co_flags` as `inspect` names its bits.
fn flags(code: &Code) -> i64 {
    let mut flags = 0x3;
    if code.var_positional {
        flags |= 0x4;
    }
    if code.var_keyword {
        flags |= 0x8;
    }
    flags
        | match code.kind {
            CodeKind::Function => 0,
            CodeKind::Generator => 0x20,
            CodeKind::Coroutine => 0x80,
            CodeKind::AsyncGenerator => 0x200,
        }
}

fn cell_contents(vm: &mut Vm, value: &Value) -> NativeResult {
    match value {
        Value::Cell(cell) if !cell.value.borrow().is_undefined() => Ok(cell.value.borrow().clone()),
        _ => Err(vm.value_error("Cell is empty")),
    }
}

fn set_cell_contents(_: &mut Vm, value: &Value, new: Value) -> NativeResult {
    if let Value::Cell(cell) = value {
        let old = cell.value.replace(new);
        drop(old);
    }
    Ok(Value::None)
}
