//! Running a program on the project's own machine, in this process.

use crate::outcome::{Outcome, PANICKED, last_line};
use coroscope_session::RunOptions;
use coroscope_session::engine::Engine;
use coroscope_trace::Stream;
use std::thread;

/// Instructions after which a program counts as endless. Generated programs
/// need a few thousand.
const MAX_INSTRUCTIONS: u64 = 3_000_000;

/// Runs a program. A panic is an outcome too.
pub fn run(source: &str) -> Outcome {
    thread::scope(|scope| scope.spawn(|| run_here(source)).join()).unwrap_or_else(|panic| {
        let text = panic
            .downcast_ref::<String>()
            .cloned()
            .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
        Outcome {
            stdout: String::new(),
            complaint: format!("panicked: {}", text.unwrap_or_default()),
            status: PANICKED,
        }
    })
}

fn run_here(source: &str) -> Outcome {
    let options = RunOptions {
        record: false,
        max_instructions: MAX_INSTRUCTIONS,
        ..RunOptions::default()
    };
    let mut engine = Engine::new(source, "program.py", &options);
    let status = engine.finish().ending.exit_code();
    Outcome {
        stdout: engine.output(Stream::Stdout),
        complaint: last_line(&engine.output(Stream::Stderr)),
        status,
    }
}
