//! The Stop button is Ctrl+C: a program hears of it and may clean up, but it
//! cannot go on.

use coroscope_session::engine::{Engine, Progress};
use coroscope_session::{Ending, RunOptions};
use coroscope_trace::Stream;

/// `asyncio.run` cancels its coroutine, which may clean up.
#[test]
fn a_stopped_program_may_clean_up() {
    let source = "\
import asyncio
async def main():
    try:
        while True:
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        await asyncio.sleep(1)
        print('cleaned')
        raise
try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('interrupted')
";
    let mut engine = Engine::new(source, "stopped.py", &RunOptions::default());
    engine.advance(1_000_000);
    assert_eq!(engine.progress(), Progress::Running);
    engine.stop();
    assert_eq!(engine.output(Stream::Stdout), "cleaned\ninterrupted\n");
    assert_eq!(engine.report().map(|r| r.ending), Some(Ending::Stopped));
}

/// A program that will not hear of it is ended all the same.
#[test]
fn a_program_cannot_escape_stop() {
    let source = "\
while True:
    try:
        while True: pass
    except KeyboardInterrupt:
        print('no')
";
    let mut engine = Engine::new(source, "stubborn.py", &RunOptions::default());
    engine.advance(100_000);
    engine.stop();
    assert_eq!(engine.output(Stream::Stdout), "no\n");
    assert_eq!(engine.report().map(|r| r.ending), Some(Ending::Stopped));
}
