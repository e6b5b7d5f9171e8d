//! `_re`: what the library's `re` is written on. Patterns are compiled and run
//! here; objects, replacements and messages are made in Python.

use super::state_of;
use crate::builtins::arguments::Buffer;
use crate::object::{DictObj, Native, NativeDef, Raise, StrRef, Value, intern};
use crate::regex::{Goal, Haystack, Program, compile};
use crate::vm::{Args, NativeResult, Vm};
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

/// A matcher's steps weigh less than the machine's instructions.
const STEPS_PER_INSTRUCTION: u64 = 8;
/// More steps for one call are taken for an explosion.
const MOST_STEPS: u64 = 200_000_000;

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("compile", compile_pattern, 2, 2).walks_all(),
    NativeDef::function("find", find, 5, 5),
    NativeDef::function("find_all", find_all, 5, 5),
];

/// Fills the module's namespace.
pub(super) fn init(vm: &mut Vm, namespace: &Rc<DictObj>) -> Result<(), Raise> {
    vm.add_functions(namespace, "_re", FUNCTIONS);
    let class = vm.native_class(namespace, "_re", "Program", &[]);
    drop(namespace.set_name(&intern("Program"), Value::Class(class)));
    Ok(())
}

/// A compiled pattern as an object; programs do not get to see it.
struct Compiled(Program);

impl Native for Compiled {
    fn as_any(&self) -> &dyn Any {
        self
    }
}

/// A text or bytes to search.
enum Subject {
    Ascii(StrRef),
    Chars(Rc<[char]>),
    Bytes(Buffer),
}

/// The text that was searched last, taken apart: who reads a long text from
/// match to match asks for the same one again and again.
struct LastText(RefCell<(StrRef, Rc<[char]>)>);

/// The characters of a text, which is the same again as often as not.
fn characters(vm: &mut Vm, text: StrRef) -> Rc<[char]> {
    let last = vm.extension::<LastText>();
    if let Some(last) = &last {
        let (known, characters) = &*last.0.borrow();
        if Rc::ptr_eq(known, &text) {
            return Rc::clone(characters);
        }
    }
    let made: Rc<[char]> = text.as_str().chars().collect();
    vm.work(made.len());
    let entry = (text, Rc::clone(&made));
    match last {
        Some(last) => *last.0.borrow_mut() = entry,
        None => vm.set_extension(Rc::new(LastText(RefCell::new(entry)))),
    }
    made
}

impl Subject {
    fn of(vm: &mut Vm, value: &Value) -> Result<Subject, Raise> {
        if let Some(text) = vm.text_of(value) {
            return Ok(if text.is_ascii() {
                Subject::Ascii(text)
            } else {
                Subject::Chars(characters(vm, text))
            });
        }
        match vm.buffer_of(value) {
            Some(bytes) => Ok(Subject::Bytes(bytes)),
            None => Err(vm.type_error("expected string or bytes-like object")),
        }
    }

    fn haystack(&self) -> Haystack<'_> {
        match self {
            Subject::Ascii(text) => Haystack::Bytes(text.as_str().as_bytes()),
            Subject::Chars(chars) => Haystack::Chars(chars),
            Subject::Bytes(bytes) => Haystack::Bytes(bytes),
        }
    }
}

/// `compile(pattern, flags)`: the program, its flags, how many groups it has,
/// and their names; or message and position of an error.
fn compile_pattern(vm: &mut Vm, mut args: Args) -> NativeResult {
    let (pattern, flags) = (args.take(0), args.take(1));
    let flags = vm.int_argument(&flags)? as u32;
    let (text, bytes) = match (vm.text_of(&pattern), vm.buffer_of(&pattern)) {
        (Some(text), _) => (text.as_str().to_owned(), false),
        (None, Some(bytes)) => (bytes.iter().map(|byte| char::from(*byte)).collect(), true),
        (None, None) => {
            return Err(vm.type_error("first argument must be string or compiled pattern"));
        }
    };
    let program = match compile(&text, flags, bytes) {
        Ok(program) => program,
        Err(error) => {
            return Ok(Value::tuple([
                Value::string(error.message),
                error.position.map_or(Value::None, Value::from),
            ]));
        }
    };
    let names = program
        .names
        .iter()
        .map(|(name, group)| Value::tuple([Value::str(name), Value::from(*group)]));
    let names = Value::tuple(names);
    let (flags, groups) = (
        Value::Int(i64::from(program.flags)),
        Value::from(program.groups),
    );
    let module = vm.modules.get_name(&intern("_re"));
    let class = match module {
        Some(Value::Module(module)) => module.dict.get_name(&intern("Program")),
        _ => None,
    };
    let class = class.unwrap_or_else(|| Value::Class(Rc::clone(&vm.types.object)));
    let program = vm.native_object(&class, Compiled(program))?;
    Ok(Value::tuple([program, flags, groups, names]))
}

/// The spans of a match: start and end of each group, -1 for those that took
/// no part; then the number of the last group, or None.
fn spans_value(spans: &[Option<(usize, usize)>], last: Option<usize>) -> Value {
    let positions = spans.iter().flat_map(|span| match span {
        Some((start, end)) => [Value::from(*start), Value::from(*end)],
        None => [Value::Int(-1), Value::Int(-1)],
    });
    Value::tuple(positions.chain([last.map_or(Value::None, Value::from)]))
}

struct Request {
    program: Value,
    subject: Subject,
    start: usize,
    end: usize,
    last: i64,
}

/// The arguments that both searching functions begin with.
fn request(vm: &mut Vm, mut args: Args) -> Result<Request, Raise> {
    let program = args.take(0);
    let subject = Subject::of(vm, &args.take(1))?;
    let length = subject.haystack().len();
    let clip = |position: i64| crate::number::size::clamped(position).min(length);
    let start = clip(vm.int_argument(&args.take(2))?);
    let end = clip(vm.int_argument(&args.take(3))?);
    let last = vm.int_argument(&args.take(4))?;
    Ok(Request {
        program,
        subject,
        start,
        end,
        last,
    })
}

/// Takes the steps of a search off the run's instructions.
fn account(vm: &mut Vm, left: u64) {
    let used = (MOST_STEPS - left) / STEPS_PER_INSTRUCTION;
    vm.spend_fuel(i64::try_from(used).unwrap_or(i64::MAX));
}

#[cold]
fn explosion(vm: &Vm) -> Raise {
    vm.runtime_error("regular expression takes too many steps on this text")
}

/// `find(program, text, pos, endpos, goal)`: the spans of the first match or
/// None; the goal is 0 to search, 1 to match, 2 to match all.
fn find(vm: &mut Vm, args: Args) -> NativeResult {
    let request = request(vm, args)?;
    let Some(Compiled(program)) = state_of::<Compiled>(&request.program) else {
        return Err(vm.type_error("expected a compiled pattern"));
    };
    let goal = match request.last {
        0 => Goal::Search,
        1 => Goal::Match,
        _ => Goal::FullMatch,
    };
    let mut steps = MOST_STEPS;
    let found = program.run(
        request.subject.haystack(),
        request.start,
        request.end,
        goal,
        false,
        &mut steps,
    );
    account(vm, steps);
    if goal == Goal::Search {
        // Where a match can begin is searched for without taking steps.
        let begin = match &found {
            Ok(Some((spans, _))) => spans.first().copied().flatten(),
            _ => None,
        };
        let seen = begin.map_or(request.end, |(start, _)| start);
        vm.work(seen.saturating_sub(request.start));
    }
    match found {
        Ok(Some((spans, last))) => Ok(spans_value(&spans, last)),
        Ok(None) => Ok(Value::None),
        Err(_) => Err(explosion(vm)),
    }
}

/// `find_all(program, text, pos, endpos, most)`: the spans of all matches that
/// do not overlap; at most so many, if that is not 0.
fn find_all(vm: &mut Vm, args: Args) -> NativeResult {
    let request = request(vm, args)?;
    let Some(Compiled(program)) = state_of::<Compiled>(&request.program) else {
        return Err(vm.type_error("expected a compiled pattern"));
    };
    let most = usize::try_from(request.last)
        .ok()
        .filter(|most| *most > 0)
        .unwrap_or(usize::MAX);
    let mut found = Vec::new();
    let (mut at, mut must_advance, mut steps) = (request.start, false, MOST_STEPS);
    while found.len() < most && at <= request.end {
        let result = program.run(
            request.subject.haystack(),
            at,
            request.end,
            Goal::Search,
            must_advance,
            &mut steps,
        );
        let Ok(result) = result else {
            account(vm, steps);
            return Err(explosion(vm));
        };
        let Some((spans, last)) = result else { break };
        found.push(spans_value(&spans, last));
        if found.len() % 1024 == 0 {
            vm.has_room(0)?;
        }
        let (start, end) = spans.first().copied().flatten().unwrap_or((at, at));
        must_advance = start == end;
        at = end;
    }
    account(vm, steps);
    vm.work(request.end.saturating_sub(request.start));
    Ok(Value::list(found))
}
