//! Any bytes as a program: it is parsed, compiled and run with small budgets.

#![no_main]

use coroscope_session::RunOptions;
use coroscope_session::engine::{CountingAllocator, Engine};
use libfuzzer_sys::fuzz_target;

#[global_allocator]
static ALLOCATOR: CountingAllocator = CountingAllocator;

const MAX_MEMORY: u64 = 64 << 20;

/// What a run may have beyond its budget: one native operation that is allowed
/// to notice only afterwards.
const SLACK: u64 = 64 << 20;

fuzz_target!(|bytes: &[u8]| {
    let source = String::from_utf8_lossy(bytes);
    let options = RunOptions {
        // Recording or not, by something that the fuzzer can find.
        record: bytes.len().is_multiple_of(2),
        max_instructions: 300_000,
        max_memory: MAX_MEMORY,
        max_output: 64 << 10,
        max_events: 5_000,
        ..RunOptions::default()
    };
    let mut engine = Engine::new(&source, "main.py", &options);
    engine.finish();
    let usage = engine.usage();
    assert!(
        usage.peak_memory <= MAX_MEMORY + SLACK,
        "the program had {} bytes",
        usage.peak_memory
    );
});
