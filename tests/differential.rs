//! A short run of the differential fuzzer (`cargo xtask fuzz` is the long
//! one): random programs print the same here and in CPython.

use coroscope_differential::compare::kind;
use coroscope_differential::generate::{ErrorTexts, TEXTS_OF, program};
use coroscope_differential::ours;
use coroscope_differential::reference::Reference;
use coroscope_differential::report::report;

/// Programs of the short run. Their seeds are always the same: a test must not
/// fail by chance.
const SEEDS: std::ops::Range<u64> = 0..300;

/// How many of them python3 may be too slow for on a busy machine.
const MOST_SLOW: u64 = 60;

/// What the programs print depends on the release of CPython, so another one
/// than that of the project's expectations is not asked.
#[test]
fn random_programs_print_what_cpython_prints() {
    let mut python = match Reference::start() {
        Ok(python) if python.version == TEXTS_OF => python,
        Ok(python) => {
            println!(
                "SKIPPED: python3 is {:?}, and {TEXTS_OF:?} is compared with",
                python.version
            );
            return;
        }
        Err(error) => {
            println!("SKIPPED: there is no python3 to compare with: {error}");
            return;
        }
    };
    let mut slow = 0;
    for seed in SEEDS {
        let source = program(seed, ErrorTexts::Compared);
        let Some(reference) = python.run(&source).expect("python3 runs") else {
            slow += 1;
            continue;
        };
        if let Some(kind) = kind(&reference, &ours::run(&source)) {
            let small = report(&source, &kind).expect("python3 runs");
            panic!(
                "seed {seed} differs (- CPython, + ours):\n{}-- {}",
                small.source, small.difference
            );
        }
    }
    assert!(slow <= MOST_SLOW, "{slow} programs were not compared");
}
