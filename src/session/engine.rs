//! One run of a program, from source text to its last event.

use crate::options::RunOptions;
pub use coroscope_python::memory::CountingAllocator;
use coroscope_python::object::{Raise, Value};
use coroscope_python::vm::{Outcome, RunStatus, Stop, Vm, VmOptions};
use coroscope_trace::{Cause, EntityId, Kind, Log, Place, Stream, flags};

/// A program being run.
#[derive(Debug)]
pub struct Engine {
    vm: Vm,
    ending: Option<Ending>,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending {
    /// Exit status, as the process of a real Python would have.
    pub status: i32,
    /// The `RUN_*` flag of the log's last event.
    pub flag: u8,
    /// What ended it, if not the program's own end: the exception in one line.
    pub message: String,
}

/// Whether a run goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// There is more to run.
    Running,
    /// It is over.
    Ended,
}

impl Engine {
    /// Prepares to run a program. A syntax error ends the run at once.
    pub fn new(source: &str, file: &str, options: &RunOptions) -> Engine {
        let options = options.clone().clamped();
        let mut vm = Vm::new(VmOptions {
            record: options.record,
            max_instructions: options.max_instructions,
            seed: options.seed,
            ..VmOptions::default()
        });
        coroscope_world::install(&mut vm);
        coroscope_event_loop::install(&mut vm);
        let mut engine = Engine { vm, ending: None };
        if let Err(raise) = engine.vm.start_program(source, file) {
            engine.end_with(Outcome::Raised(raise));
        }
        engine
    }

    /// Runs for about this many instructions.
    pub fn advance(&mut self, instructions: u64) -> Progress {
        if self.ending.is_some() {
            return Progress::Ended;
        }
        match self.vm.run(instructions) {
            RunStatus::Finished(outcome) => {
                self.end_with(outcome);
                Progress::Ended
            }
            RunStatus::OutOfFuel if self.vm.is_exhausted() => {
                let raise = self.vm.stop_for(Stop::Instructions);
                self.end_with(Outcome::Raised(raise));
                Progress::Ended
            }
            RunStatus::OutOfFuel | RunStatus::Paused => Progress::Running,
        }
    }

    /// Runs to the end.
    pub fn finish(&mut self) -> &Ending {
        while self.advance(u64::MAX) == Progress::Running {}
        self.ending.get_or_insert_with(|| Ending {
            status: 0,
            flag: flags::RUN_COMPLETED,
            message: String::new(),
        })
    }

    /// The log so far.
    pub fn log(&self) -> &Log {
        &self.vm.log
    }

    /// How the run ended, once it has.
    pub fn ending(&self) -> Option<&Ending> {
        self.ending.as_ref()
    }

    /// Instructions executed so far.
    pub fn instructions(&self) -> u64 {
        self.vm.instructions()
    }

    /// Virtual time, in nanoseconds since the start.
    pub fn virtual_time(&self) -> u64 {
        coroscope_world::now(&self.vm)
    }

    /// What the program has written to a stream.
    pub fn output(&self, stream: Stream) -> String {
        String::from_utf8_lossy(&self.vm.log.output_of(stream)).into_owned()
    }

    fn end_with(&mut self, outcome: Outcome) {
        let ending = match outcome {
            Outcome::Returned(_) | Outcome::Yielded(_) => Ending {
                status: 0,
                flag: flags::RUN_COMPLETED,
                message: String::new(),
            },
            Outcome::Raised(raise) => self.uncaught(&raise),
        };
        let text = self.vm.log.intern(&ending.message);
        self.vm.log.emit_flagged(
            Kind::RunEnded,
            ending.flag,
            EntityId::MAIN,
            Cause::Current,
            Place::NONE,
            text.0,
            0,
        );
        self.ending = Some(ending);
    }

    /// Reports an exception that left the program.
    fn uncaught(&mut self, raise: &Raise) -> Ending {
        let vm = &mut self.vm;
        let (flag, message) = match vm.stopped {
            Some(Stop::Instructions) => (
                flags::RUN_OUT_OF_INSTRUCTIONS,
                "the program used up its instructions",
            ),
            Some(Stop::Memory) => (flags::RUN_OUT_OF_MEMORY, "the program used up its memory"),
            Some(Stop::Output) => (
                flags::RUN_OUT_OF_OUTPUT,
                "the program wrote more than can be shown",
            ),
            Some(Stop::Asked) => (flags::RUN_STOPPED, "stopped"),
            None if raise.class().is_subclass_of(&vm.types.system_exit) => return self.exit(raise),
            None => {
                let text = coroscope_python::builtins::traceback::format_exception(vm, raise);
                vm.write_stderr(&text);
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
                return Ending {
                    status: 1,
                    flag: flags::RUN_RAISED,
                    message,
                };
            }
        };
        Ending {
            status: 1,
            flag,
            message: message.to_owned(),
        }
    }

    /// SystemExit: its code is the status; a text goes to stderr.
    fn exit(&mut self, raise: &Raise) -> Ending {
        let code = raise
            .data()
            .map(|data| data.value.borrow().clone())
            .unwrap_or_default();
        let status = match self.vm.unwrap_base(code) {
            Value::None | Value::Undefined => 0,
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
        Ending {
            status,
            flag: flags::RUN_EXITED,
            message: format!("SystemExit: {status}"),
        }
    }
}
