//! One run of a program, from source text to its last event.

use crate::diagnose::diagnose;
use crate::message::{Diagnostic, Ending, Severity, Usage};
use crate::options::RunOptions;
use crate::transcript;
use coroscope_python::builtins::traceback::{format_exception, start_report};
pub use coroscope_python::memory::CountingAllocator;
use coroscope_python::memory::{allocated, charged};
use coroscope_python::object::{Raise, Value};
use coroscope_python::vm::{InputLine, Outcome, RunStatus, Stop, TypedUnit, Vm, VmOptions};
use coroscope_trace::{
    Cause, EntityId, EventIndex, Kind, Limits, Log, Place, Stream, Taken, flags,
};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

/// Instructions after which the machine is looked after: its memory is
/// measured, and the host's other limits are compared.
const SLICE: u64 = 20_000;

/// Slices that a program may end above its memory budget, each with a
/// MemoryError for it, before it is stopped.
const CHANCES: u32 = 50;

/// Instructions that a program may still run after Stop was pressed.
const INSTRUCTIONS_AFTER_STOP: u64 = 2_000_000;

/// Bytes in use in the whole process; 0 if its allocator does not count.
pub fn allocated_bytes() -> usize {
    allocated()
}

/// A program being run.
#[derive(Debug)]
pub struct Engine {
    vm: Vm,
    /// Lines of standard input that the program has not read yet; `None` is its end.
    typed: Rc<RefCell<VecDeque<Option<String>>>>,
    is_transcript: bool,
    stage: Stage,
    /// Syntax errors, if the program has any.
    problems: Vec<Diagnostic>,
    /// Bytes that were in use before the run.
    baseline: usize,
    peak: usize,
    /// Slices in a row that ended above the memory budget.
    over_memory: u32,
    /// Stop was pressed.
    is_stopping: bool,
}

/// How far a run is.
#[derive(Debug)]
enum Stage {
    /// The program runs.
    Program,
    /// An exception left the program, and its report is being made, which may
    /// run code of the program.
    Reporting(Raise),
    /// The program is over, and what it still held is being dropped.
    Shutdown(Report),
    /// Nothing more will run.
    Over(Report),
}

/// How a run ended, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How.
    pub ending: Ending,
    /// What ended it in one line, such as the exception; empty if all went well.
    pub message: String,
}

impl Report {
    fn new(ending: Ending, message: impl Into<String>) -> Report {
        Report {
            ending,
            message: message.into(),
        }
    }
}

/// Whether a run goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// There is more to run.
    Running,
    /// It goes on once it is told what was typed, see [`Engine::type_line`].
    AwaitsInput,
    /// It is over.
    Ended,
}

impl Engine {
    /// Prepares to run a program, or a [transcript](crate::transcript). A syntax
    /// error of a program ends the run at once. `file` is its name in tracebacks.
    pub fn new(source: &str, file: &str, options: &RunOptions) -> Engine {
        Engine::with_library(source, file, options, false)
    }

    /// The same for a run to be looked at: all that the library says in Python
    /// runs as that and has frames, also what is in Rust besides. The log is the same.
    pub fn to_be_looked_at(source: &str, file: &str, options: &RunOptions) -> Engine {
        Engine::with_library(source, file, options, true)
    }

    fn with_library(
        source: &str,
        file: &str,
        options: &RunOptions,
        library_as_text: bool,
    ) -> Engine {
        let options = options.clone().clamped();
        let baseline = allocated();
        let max_memory = usize::try_from(options.max_memory).unwrap_or(usize::MAX);
        let mut vm = Vm::new(VmOptions {
            record: options.record,
            limits: Limits {
                max_events: options.max_events,
                ..Limits::default()
            },
            max_instructions: options.max_instructions,
            max_memory: baseline.saturating_add(max_memory),
            max_output: usize::try_from(options.max_output).unwrap_or(usize::MAX),
            seed: options.seed,
            lines: options.lines,
            debug: options.debug,
            library: coroscope_library::library(),
            library_as_text,
        });
        coroscope_world::install(&mut vm);
        coroscope_event_loop::install(&mut vm);
        let is_transcript = file.ends_with(".pycon") || transcript::is_transcript(source);
        let started = if is_transcript {
            let units = transcript::units(source).into_iter();
            let typed = units.map(|unit| TypedUnit {
                line: unit.line,
                source: unit.source,
            });
            vm.start_transcript(&typed.collect::<Vec<_>>(), file)
        } else {
            vm.start_program(source, file)
        };
        let mut engine = Engine {
            vm,
            typed: Rc::default(),
            is_transcript,
            stage: Stage::Program,
            problems: Vec::new(),
            baseline,
            peak: 0,
            over_memory: 0,
            is_stopping: false,
        };
        if let Err(raise) = started {
            engine.problems = diagnose(source);
            engine
                .problems
                .retain(|problem| problem.severity == Severity::Error);
            let report = engine.uncaught(&raise);
            engine.end(report);
        }
        engine
    }

    /// Runs for about this many instructions.
    pub fn advance(&mut self, instructions: u64) -> Progress {
        let mut left = instructions;
        while left > 0
            && !self.vm.log.is_halted()
            && self.slice(left.min(SLICE)) == Progress::Running
        {
            left = left.saturating_sub(SLICE);
        }
        self.progress()
    }

    /// Runs to the end.
    pub fn finish(&mut self) -> Report {
        loop {
            if let Stage::Over(report) = &self.stage {
                return report.clone();
            }
            if self.progress() == Progress::AwaitsInput {
                self.type_line(None);
            }
            self.halt_at(EventIndex::NONE);
            self.advance(u64::MAX);
        }
    }

    /// Where the program's standard input comes from: a function that gives the
    /// next line with its newline, and `None` at the end.
    pub fn set_input(&mut self, mut input: impl FnMut() -> Option<String> + 'static) {
        self.vm.input = Some(Box::new(move || {
            input().map_or(InputLine::End, InputLine::Text)
        }));
    }

    /// The program's standard input is typed while it runs: where no line is at
    /// hand, the run stands still until there is one.
    pub fn expect_typing(&mut self) {
        let typed = Rc::clone(&self.typed);
        self.vm.input = Some(Box::new(move || match typed.borrow_mut().pop_front() {
            Some(Some(line)) => InputLine::Text(format!("{line}\n")),
            Some(None) => InputLine::End,
            None => InputLine::NotYet,
        }));
    }

    /// A line of standard input, without a newline, or its end. Lines may be
    /// typed before the program asks for them.
    pub fn type_line(&mut self, line: Option<String>) {
        self.typed.borrow_mut().push_back(line);
        self.vm.awaits_input = false;
    }

    /// Ends the run. The program is interrupted as by Ctrl+C and may clean up;
    /// what takes it too long is ended where it is.
    pub fn stop(&mut self) {
        if self.progress() == Progress::Ended {
            return;
        }
        self.is_stopping = true;
        self.halt_at(EventIndex::NONE);
        self.vm.interrupt();
        self.advance(INSTRUCTIONS_AFTER_STOP);
        if self.progress() != Progress::Ended {
            self.end(Report::new(Ending::Stopped, ""));
        }
    }

    /// Whether there is more to run.
    pub fn progress(&self) -> Progress {
        match self.stage {
            Stage::Over(_) => Progress::Ended,
            _ if self.vm.awaits_input => Progress::AwaitsInput,
            Stage::Program | Stage::Reporting(_) | Stage::Shutdown(_) => Progress::Running,
        }
    }

    /// The log so far.
    pub fn log(&self) -> &Log {
        &self.vm.log
    }

    /// From now on the log's events are kept packed, for [`Engine::take_delta`].
    pub fn hand_over_events(&mut self) {
        self.vm.log.hand_over_events();
    }

    /// What was added to the log since the last time, see [`Log::take_delta`].
    pub fn take_delta(&mut self) -> Taken {
        self.vm.log.take_delta()
    }

    /// Has the run stand still where an event has been recorded, after the
    /// instruction that did it.
    pub fn halt_at(&mut self, event: EventIndex) {
        self.vm.halt_at(event);
    }

    /// The machine, to be looked at.
    pub(crate) const fn machine(&self) -> &Vm {
        &self.vm
    }

    /// How the run ended, once it has.
    pub fn report(&self) -> Option<&Report> {
        match &self.stage {
            Stage::Over(report) => Some(report),
            Stage::Program | Stage::Reporting(_) | Stage::Shutdown(_) => None,
        }
    }

    /// Syntax errors of the program, in order of position.
    pub fn problems(&self) -> &[Diagnostic] {
        &self.problems
    }

    /// What the run has used so far. Memory is 0 in a process whose allocator
    /// does not count, see [`CountingAllocator`].
    pub fn usage(&self) -> Usage {
        let memory = allocated().saturating_sub(self.baseline);
        Usage {
            instructions: self.vm.instructions(),
            memory: memory as u64,
            peak_memory: self.peak.max(memory) as u64,
            events: self.vm.log.len() as u32,
            virtual_time: coroscope_world::now(&self.vm),
        }
    }

    /// What the program has written to a stream.
    pub fn output(&self, stream: Stream) -> String {
        String::from_utf8_lossy(&self.vm.log.output_of(stream)).into_owned()
    }

    /// What a process would have written to standard output and standard
    /// error. A session has a terminal, where both come out in one.
    pub fn printed(&self) -> (String, String) {
        if self.is_transcript {
            let all = String::from_utf8_lossy(self.vm.log.output()).into_owned();
            return (all, String::new());
        }
        (self.output(Stream::Stdout), self.output(Stream::Stderr))
    }

    /// Runs a few instructions and looks after the machine.
    fn slice(&mut self, instructions: u64) -> Progress {
        if matches!(self.stage, Stage::Over(_)) {
            return Progress::Ended;
        }
        let status = self.vm.run(instructions);
        self.peak = self.peak.max(allocated().saturating_sub(self.baseline));
        match status {
            RunStatus::Finished(outcome) => self.finished(outcome),
            RunStatus::OutOfFuel if self.vm.is_exhausted() => self.run_out(Stop::Instructions),
            RunStatus::OutOfFuel if self.is_out_of_memory() => self.run_out(Stop::Memory),
            RunStatus::OutOfFuel => {}
            RunStatus::Paused if self.vm.awaits_input => {}
            // Nothing of ours would ever wake it.
            RunStatus::Paused => self.end(Report::new(
                Ending::Deadlocked,
                "nothing can ever run again",
            )),
        }
        self.progress()
    }

    /// Whether the program stayed above its memory budget although it was told.
    fn is_out_of_memory(&mut self) -> bool {
        if !self.vm.is_over_memory() {
            self.over_memory = 0;
            return false;
        }
        self.over_memory += 1;
        if !self.has_had_its_chances() {
            return false;
        }
        // Nobody is stopped for garbage.
        self.vm.relieve();
        self.has_had_its_chances()
    }

    fn has_had_its_chances(&self) -> bool {
        let budget = self.vm.options.max_memory;
        let over = charged().saturating_sub(budget);
        over > 0 && self.over_memory > CHANCES || over > budget.saturating_sub(self.baseline) / 4
    }

    #[inline(never)]
    fn run_out(&mut self, stop: Stop) {
        let raise = self.vm.stop_for(stop);
        let report = self.uncaught(&raise);
        self.end(report);
    }

    /// The stack is empty.
    #[inline(never)]
    fn finished(&mut self, outcome: Outcome) {
        if let Stage::Shutdown(report) = &self.stage {
            let report = report.clone();
            return self.shut_down(report);
        }
        let mut last = None;
        let report = match (outcome, &self.stage) {
            // What the report itself raised has no one to go to.
            (_, Stage::Reporting(raise)) if self.vm.stopped.is_none() => {
                let raise = raise.clone();
                let report = self.left(&raise);
                last = Some(raise);
                report
            }
            (Outcome::Returned(value) | Outcome::Yielded(value), _) => {
                drop(value);
                Report::new(Ending::Completed, "")
            }
            (Outcome::Raised(raise), _) if self.is_reported(&raise) => {
                start_report(&mut self.vm, &raise);
                self.stage = Stage::Reporting(raise);
                return;
            }
            (Outcome::Raised(raise), _) => self.uncaught(&raise),
        };
        if self.vm.stopped.is_some() {
            return self.end(report);
        }
        self.stage = Stage::Shutdown(report.clone());
        match self.vm.start_shutdown(last) {
            Ok(Value::Undefined) => {}
            Ok(_) | Err(_) => self.shut_down(report),
        }
    }

    /// Nothing is left to run. What stopped the shutdown is how the run ended.
    fn shut_down(&mut self, report: Report) {
        match self.vm.stopped {
            Some(stop) => self.run_out(stop),
            None => self.end(report),
        }
    }

    #[inline(never)]
    fn end(&mut self, mut report: Report) {
        if self.is_stopping {
            report = Report::new(Ending::Stopped, "");
        }
        let flag = match report.ending {
            Ending::Completed => flags::RUN_COMPLETED,
            Ending::Raised | Ending::Interrupted => flags::RUN_RAISED,
            Ending::Exited { .. } => flags::RUN_EXITED,
            Ending::Stopped => flags::RUN_STOPPED,
            Ending::OutOfInstructions => flags::RUN_OUT_OF_INSTRUCTIONS,
            Ending::OutOfMemory => flags::RUN_OUT_OF_MEMORY,
            Ending::OutOfOutput => flags::RUN_OUT_OF_OUTPUT,
            Ending::Deadlocked => flags::RUN_DEADLOCKED,
        };
        let text = self.vm.log.intern_short(&report.message);
        self.vm.log.emit_flagged(
            Kind::RunEnded,
            flag,
            EntityId::MAIN,
            Cause::Current,
            Place::NONE,
            text.0,
            0,
        );
        self.stage = Stage::Over(report);
    }

    /// Reports an exception that left the program.
    fn uncaught(&mut self, raise: &Raise) -> Report {
        let (ending, message) = match self.vm.stopped {
            Some(Stop::Instructions) => (
                Ending::OutOfInstructions,
                "the program used up its instructions",
            ),
            Some(Stop::Memory) => (Ending::OutOfMemory, "the program used up its memory"),
            Some(Stop::Output) => (
                Ending::OutOfOutput,
                "the program wrote more output than is kept",
            ),
            Some(Stop::Deadlock) => (
                Ending::Deadlocked,
                "every task waits, and nothing can wake one",
            ),
            Some(Stop::Asked) => (Ending::Stopped, "stopped"),
            Some(Stop::Left(status)) => return exited(i32::from(status)),
            None => return self.raised(raise),
        };
        // Not `write_stderr`: this line comes on top of the output's budget.
        self.vm.log.write_output(
            Stream::Stderr,
            format!("coroscope: {message}\n").as_bytes(),
            EntityId::MAIN,
            Place::NONE,
        );
        Report::new(ending, message)
    }

    fn raised(&mut self, raise: &Raise) -> Report {
        let vm = &mut self.vm;
        if raise.class().is_subclass_of(&vm.types.system_exit) {
            return self.exit(raise);
        }
        let text = format_exception(vm, raise);
        vm.write_stderr(&text);
        self.left(raise)
    }

    /// Whether the report of an exception may run code of the program.
    fn is_reported(&self, raise: &Raise) -> bool {
        self.vm.stopped.is_none()
            && !self.is_stopping
            && !raise.class().is_subclass_of(&self.vm.types.system_exit)
            && !raise.class().is_subclass_of(&self.vm.types.memory_error)
    }

    /// Notes in the log that an exception left the program.
    fn left(&mut self, raise: &Raise) -> Report {
        let vm = &mut self.vm;
        let message = vm.short_exception(raise);
        let interned = vm.log.intern_short(&message);
        vm.log.emit(
            Kind::ExceptionUncaught,
            EntityId::MAIN,
            Cause::Current,
            Place::NONE,
            interned.0,
            0,
        );
        let is_budget = charged() > vm.options.max_memory
            && raise.class().is_subclass_of(&vm.types.memory_error);
        let ending = if is_budget {
            Ending::OutOfMemory
        } else if raise.class().is_subclass_of(&vm.types.keyboard_interrupt) {
            Ending::Interrupted
        } else {
            Ending::Raised
        };
        Report::new(ending, message)
    }

    /// SystemExit: its code is the status; a text goes to stderr.
    fn exit(&mut self, raise: &Raise) -> Report {
        let code = raise
            .data()
            .map(|data| data.value.borrow().clone())
            .unwrap_or_default();
        let code = match self.vm.unwrap_base(code) {
            Value::None | Value::Undefined => 0,
            // As a process would: only the last eight bits reach the caller.
            Value::Int(code) => (code & 0xff) as i32,
            Value::Bool(code) => i32::from(code),
            other => {
                let text = match &other {
                    Value::Str(text) => text.to_string(),
                    other => self.vm.short_repr(other),
                };
                self.vm.write_stderr(&format!("{text}\n"));
                1
            }
        };
        exited(code)
    }
}

/// The report of a program that ended itself with this status.
fn exited(code: i32) -> Report {
    let message = match code {
        0 => String::new(),
        code => format!("exit status {code}"),
    };
    Report::new(Ending::Exited { code }, message)
}
