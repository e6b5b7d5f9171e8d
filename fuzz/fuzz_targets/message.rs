//! Any bytes as what page and worker tell each other: before a zero byte,
//! lines of JSON for the worker; after it, events for the page's log.

#![no_main]

use coroscope_session::ToWorker;
use coroscope_session::worker_session::WorkerSession;
use coroscope_trace::{Limits, Log};
use libfuzzer_sys::fuzz_target;

/// Batches that a worker may work on one input.
const BATCHES: usize = 20;

fuzz_target!(|bytes: &[u8]| {
    let end = bytes.iter().position(|&byte| byte == 0).unwrap_or(bytes.len());
    let (messages, events) = bytes.split_at(end);
    let mut worker = WorkerSession::default();
    let mut batches = 0;
    for line in String::from_utf8_lossy(messages).lines() {
        let Ok(message) = ToWorker::from_json(line) else {
            continue;
        };
        worker.receive(message);
        while worker.is_busy() && batches < BATCHES {
            worker.step(5_000);
            batches += 1;
        }
    }
    let mut log = Log::new(true, Limits::default());
    let _ = log.apply_delta(events.get(1..).unwrap_or_default());
});
