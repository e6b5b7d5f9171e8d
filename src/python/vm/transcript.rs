//! An interactive session whose input is all there: what was typed at each
//! prompt is compiled here; the library's `_interactive` runs it, one after
//! another, in one namespace.

use super::{Args, Frame, NativeModule, NativeResult, Vm};
use crate::code::{Code, CodeKind, SourceFile};
use crate::compile::{Mode, Options};
use crate::object::{DictObj, NativeDef, Raise, Value, intern};
use coroscope_trace::{Cause, EntityId, Kind, Place};
use std::cell::Cell;
use std::rc::Rc;

/// The file name that what is typed has in tracebacks.
const TYPED: &str = "<stdin>";

/// The library code at the bottom of a session.
const DRIVER: &str = "from _interactive import run\nrun()\n";

/// Names by which a unit starts event loops of its own.
const LOOP_STARTERS: [&str; 4] = ["Runner", "run", "run_forever", "run_until_complete"];

const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("awaits", awaits, 0, 0),
    NativeDef::function("assumes_asyncio", assumes_asyncio, 0, 0),
    NativeDef::function("next_unit", next_unit, 0, 0),
];

/// What was typed at one prompt.
#[derive(Clone, Debug)]
pub struct TypedUnit {
    /// Its line in the visitor's text, from 1.
    pub line: u32,
    /// The statements.
    pub source: String,
}

/// The session of a machine.
#[derive(Debug)]
struct Session {
    units: Vec<(u32, Result<Rc<Code>, Raise>)>,
    /// The unit to come.
    next: Cell<usize>,
    /// Number of the visitor's text in the event log.
    file: u8,
    /// It speaks of asyncio, but does not import it.
    assumes_asyncio: bool,
}

/// Makes `_transcript` importable.
pub(super) fn install(vm: &mut Vm) {
    vm.register_module(NativeModule {
        name: "_transcript",
        init,
    });
}

fn init(vm: &mut Vm, dict: &Rc<DictObj>) -> Result<(), Raise> {
    vm.add_functions(dict, "_transcript", FUNCTIONS);
    Ok(())
}

impl Vm {
    /// Starts a session instead of a program. `file` is the visitor's text in
    /// the event log. A unit with a syntax error raises it in its turn.
    pub fn start_transcript(&mut self, units: &[TypedUnit], file: &str) -> Result<(), Raise> {
        super::finalize::announce_ends(true);
        let module = self.new_module("__main__");
        self.modules
            .set_name(&self.names.main, Value::Module(module));
        let file = self.log.add_file(file, false);
        let mentions = |text: &str| units.iter().any(|unit| unit.source.contains(text));
        let assumes_asyncio =
            mentions("asyncio") && !mentions("import asyncio") && !mentions("from asyncio");
        let units = units
            .iter()
            .map(|unit| (unit.line, self.compile_typed(unit, file)))
            .collect();
        self.set_extension(Rc::new(Session {
            units,
            next: Cell::new(0),
            file,
            assumes_asyncio,
        }));
        let driver = self.compile(DRIVER, "<library>/_interactive.py", Mode::Exec, true)?;
        let bottom = self.new_module("_interactive_driver");
        let frame = self.module_frame(driver, &bottom)?;
        self.stack.push(Frame::Python(frame));
        Ok(())
    }

    fn compile_typed(&mut self, unit: &TypedUnit, file: u8) -> Result<Rc<Code>, Raise> {
        let source = Rc::new(SourceFile {
            name: intern(TYPED),
            text: Rc::from(unit.source.as_str()),
            has_no_file: true,
            lines_before: unit.line.saturating_sub(1),
            log_index: Cell::new((self.number, file)),
            ..SourceFile::default()
        });
        let options = Options {
            lines: self.options.lines && self.log.is_recording(),
            top_level_await: true,
            ..Options::default()
        };
        self.compile_source_file(&source, Mode::Single, options)
    }
}

/// `awaits()`: whether any unit has an `await` outside of functions.
fn awaits(vm: &mut Vm, _: Args) -> NativeResult {
    let session = vm.extension::<Session>();
    Ok(Value::Bool(session.is_some_and(|session| {
        session
            .units
            .iter()
            .any(|(_, code)| matches!(code, Ok(code) if code.kind == CodeKind::Coroutine))
    })))
}

/// `assumes_asyncio()`: whether the session is part of a longer one that has
/// imported asyncio before.
fn assumes_asyncio(vm: &mut Vm, _: Args) -> NativeResult {
    let session = vm.extension::<Session>();
    Ok(Value::Bool(session.is_some_and(|s| s.assumes_asyncio)))
}

/// `next_unit()`: the code of the next unit and whether it starts loops of its
/// own; None at the end. Raises what the compiler found wrong with it.
fn next_unit(vm: &mut Vm, _: Args) -> NativeResult {
    let Some(session) = vm.extension::<Session>() else {
        return Ok(Value::None);
    };
    let number = session.next.get();
    let Some((line, code)) = session.units.get(number) else {
        return Ok(Value::None);
    };
    session.next.set(number + 1);
    let reached = vm.log.emit(
        Kind::PromptReached,
        EntityId::MAIN,
        Cause::Current,
        Place::new(session.file, *line),
        u32::try_from(number).unwrap_or(u32::MAX),
        0,
    );
    vm.log.set_current(reached);
    let code = code.clone()?;
    let starts_loops = Value::Bool(starts_loops(&code));
    Ok(Value::tuple([Value::Code(code), starts_loops]))
}

fn starts_loops(code: &Code) -> bool {
    let names = code.sites.iter().map(|site| site.name.as_str());
    let mut names = names.chain(code.names.iter().map(|name| name.as_str()));
    names.any(|name| LOOP_STARTERS.contains(&name))
}
