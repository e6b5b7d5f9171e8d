//! The project's own commands, run as `cargo xtask COMMAND`.
//!
//! Two of them are all that most people need: `serve` puts the playground on
//! a local port, `test` runs every check. Both first install what is missing.

use std::process::ExitCode;

mod bench;
mod build_id;
mod checks;
mod counts;
mod document;
mod editor;
mod engine;
mod failure;
mod fnv;
mod fuzz;
mod limits;
mod optimiser;
mod scripts;
mod sections;
mod serve;
mod setup;
mod short_copies;
mod sizes;
mod split;
mod styles;
mod workshop;

use failure::Failure;
use workshop::Workshop;

const USAGE: &str = "\
cargo xtask COMMAND

  serve [--dev] [TRUNK OPTIONS]   build the playground and serve it on http://127.0.0.1:8080
                                  (--dev: quick unoptimised build)
  test [STEP]...                  run every check, or only the named steps
  setup                           install what building needs, and nothing more
  bundle                          make the editor bundle and the engine module (trunk's hook)
  profile                         find out in Chromium what of the page a visit needs first, into
                                  xtask/src/split/page.profile (after `trunk build --release`)
  sizes                           print the sizes of what `dist` holds, as Markdown
  limits                          write the sizes and instruction counts of now into
                                  tests/limits/limits.json, which tests compare with
  fuzz [--count N] [--seed N]     run random programs here and in python3, and compare
  bench [NAME]...                 time the engine module in Node against python3, as Markdown
  bench-peers [OPTION]...         time it in Node and Chromium against CPython, Pyodide, MicroPython,
                                  Brython and Skulpt, into docs/performance.md (with options that
                                  name a part, such as --programs fib --only pyodide: only print)
  bench-growth [OPTION]...        time and memory from 1,000 to 1,000,000 tasks, futures, timers and
                                  items, into docs/performance.md
  bench-stage                     measure the page in Chromium, into docs/stage-bench.md
";

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let command = args.next();
    let rest: Vec<String> = args.collect();
    match run(command.as_deref(), &rest) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Option<&str>, rest: &[String]) -> Result<ExitCode, Failure> {
    let workshop = Workshop::open()?;
    match command {
        Some("serve") => serve::serve(&workshop, rest)?,
        Some("test") => return checks::run_all(&workshop, rest),
        Some("setup") => setup::for_building(&workshop)?,
        Some("bundle") => {
            let bundle = engine::Bundle::from_hook_environment(&workshop);
            build_id::refuse_finished(&bundle.staging)?;
            editor::bundle(&workshop, &bundle)?;
            scripts::page(&workshop, &bundle)?;
            styles::bundle(&workshop, &bundle)?;
            engine::build(&workshop, &bundle)?;
            optimiser::shrink_page(&workshop, &bundle)?;
            if bundle.release {
                split::split_page(&workshop, &bundle.staging)?;
            }
            scripts::shorten_document(&workshop, &bundle)?;
            build_id::stamp(&bundle.staging)?;
        }
        Some("limits") => limits::update(&workshop)?,
        Some("profile") => split::profile_page(&workshop)?,
        Some("sizes") => sizes::print(&workshop)?,
        Some("bench") => bench::run(&workshop, rest)?,
        Some("bench-peers") => bench::peers(&workshop, rest)?,
        Some("bench-growth") => bench::growth(&workshop, rest)?,
        Some("bench-stage") => bench::stage(&workshop)?,
        Some("fuzz") => fuzz::run(&workshop, rest)?,
        Some("help" | "--help" | "-h") => print!("{USAGE}"),
        _ => {
            eprint!("{USAGE}");
            return Ok(ExitCode::FAILURE);
        }
    }
    Ok(ExitCode::SUCCESS)
}
