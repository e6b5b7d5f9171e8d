//! SyntaxErrors as exception objects.

use crate::compile::Mode;
use crate::object::{Raise, Value, intern};
use crate::syntax::{Stage, SyntaxProblem};
use crate::vm::Vm;

/// The exception for a problem in a source text.
///
/// Statements are read as if their last line ended, an expression alone is
/// not: there what is wrong at the end has no offset.
pub(crate) fn exception(
    vm: &Vm,
    problem: &SyntaxProblem,
    source: &str,
    file: &str,
    mode: Mode,
) -> Raise {
    let class = match problem.kind.class_name() {
        "IndentationError" => &vm.types.indentation_error,
        "TabError" => &vm.types.tab_error,
        _ => &vm.types.syntax_error,
    };
    let line = problem.start.line as usize;
    let mut text = line
        .checked_sub(1)
        .and_then(|i| source.split('\n').nth(i))
        .map(|text| format!("{text}\n"));
    let is_open =
        mode == Mode::Eval && !source.ends_with('\n') && line == source.split('\n').count();
    let mut lineno = i64::from(problem.start.line);
    let mut is_at_end = false;
    if let Some(text) = text.as_mut().filter(|_| is_open) {
        text.pop();
        is_at_end = problem.start.column as usize >= text.chars().count();
        if source.is_empty() {
            lineno = 0;
        }
    }
    let ends = text.as_ref().is_some_and(|text| text.ends_with('\n'));
    if let Some(text) = text
        .as_mut()
        .filter(|_| ends && problem.stage == Stage::Tokens)
    {
        text.pop();
    }
    let text = text.map_or(Value::None, Value::string);
    let offset = |column: u32| {
        let is_known = !is_at_end && !problem.no_start;
        Value::Int(if is_known { i64::from(column) + 1 } else { 0 })
    };
    let details = [
        ("filename", Value::str(file)),
        ("lineno", Value::Int(lineno)),
        ("offset", offset(problem.start.column)),
        ("text", text),
        (
            "end_lineno",
            Value::Int(if is_at_end {
                lineno
            } else {
                i64::from(problem.end.line)
            }),
        ),
        (
            "end_offset",
            match problem.no_end {
                Some(_) if problem.stage == Stage::Compiler => Value::None,
                Some(told) => Value::Int(told),
                None => offset(problem.end.column),
            },
        ),
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
