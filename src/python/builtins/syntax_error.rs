//! SyntaxErrors as exception objects.

use crate::object::{Raise, Value, intern};
use crate::syntax::SyntaxProblem;
use crate::vm::Vm;

/// The exception for a problem in a source text.
pub(crate) fn exception(vm: &Vm, problem: &SyntaxProblem, source: &str, file: &str) -> Raise {
    let class = match problem.kind.class_name() {
        "IndentationError" => &vm.types.indentation_error,
        "TabError" => &vm.types.tab_error,
        _ => &vm.types.syntax_error,
    };
    let line = problem.start.line as usize;
    let text = line
        .checked_sub(1)
        .and_then(|i| source.split('\n').nth(i))
        .map_or(Value::None, |t| Value::string(format!("{t}\n")));
    let offset = |column: u32| Value::Int(i64::from(column) + 1);
    let details = [
        ("filename", Value::str(file)),
        ("lineno", Value::Int(i64::from(problem.start.line))),
        ("offset", offset(problem.start.column)),
        ("text", text),
        ("end_lineno", Value::Int(i64::from(problem.end.line))),
        ("end_offset", offset(problem.end.column)),
    ];
    let place = Value::tuple(details.iter().map(|(_, v)| v.clone()));
    let raise = vm.exception(class, vec![Value::str(&problem.message), place]);
    raise
        .0
        .dict()
        .set_name(&intern("msg"), Value::str(&problem.message));
    for (name, value) in details {
        raise.0.dict().set_name(&intern(name), value);
    }
    raise
}
