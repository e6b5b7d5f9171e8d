//! The fuzzer as a command; `cargo xtask fuzz` runs it.

use coroscope_differential::compare::{Kind, kind};
use coroscope_differential::generate::{ErrorTexts, TEXTS_OF, program};
use coroscope_differential::ours;
use coroscope_differential::outcome::Outcome;
use coroscope_differential::reference::Reference;
use coroscope_differential::report::{Report, report};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::sync_channel;
use std::time::Instant;
use std::{env, fs, panic, thread};

const USAGE: &str = "\
usage: cargo xtask fuzz [--count N] [--seed N] [--most N] [--print]
  --count N   programs to run (1000)
  --seed N    seed of the first; the others follow (0)
  --most N    differences after which it ends (1)
  --print     print the programs instead of running them
A difference is made small and written to target/fuzz/SEED.py.
";

/// Where differences are written.
const FOLDER: &str = "target/fuzz";

/// Programs between two lines of progress.
const PROGRESS: u64 = 1_000;

struct Request {
    count: u64,
    seed: u64,
    most: usize,
    print: bool,
}

fn main() -> ExitCode {
    let done = parse(env::args().skip(1)).and_then(|request| {
        if request.print {
            print_programs(&request);
            return Ok(0);
        }
        // The message of a panic is part of the outcome.
        panic::set_hook(Box::new(|_| {}));
        run(&request).map_err(|error| error.to_string())
    });
    match done {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("fuzz: {message}");
            ExitCode::from(2)
        }
    }
}

fn parse(mut words: impl Iterator<Item = String>) -> Result<Request, String> {
    let mut request = Request {
        count: 1_000,
        seed: 0,
        most: 1,
        print: false,
    };
    while let Some(word) = words.next() {
        let mut number = || {
            let text = words.next().unwrap_or_default();
            text.parse::<u64>()
                .map_err(|_| format!("{word} needs a number\n{USAGE}"))
        };
        match word.as_str() {
            "--count" => request.count = number()?,
            "--seed" => request.seed = number()?,
            "--most" => request.most = number()? as usize,
            "--print" => request.print = true,
            _ => return Err(format!("unknown argument {word}\n{USAGE}")),
        }
    }
    Ok(request)
}

fn print_programs(request: &Request) {
    for seed in request.seed..request.seed.saturating_add(request.count) {
        println!("{}", program(seed, ErrorTexts::Compared));
    }
}

/// What CPython made of a seed's program.
struct Expected {
    seed: u64,
    source: String,
    outcome: io::Result<Option<Outcome>>,
}

/// Runs the programs; how many differ.
fn run(request: &Request) -> io::Result<usize> {
    let mut reference = Reference::start()?;
    let texts = if reference.version == TEXTS_OF {
        ErrorTexts::Compared
    } else {
        println!(
            "python3 is {}.{}: of errors only the types are compared",
            reference.version.0, reference.version.1
        );
        ErrorTexts::Hidden
    };
    let seeds = request.seed..request.seed.saturating_add(request.count);
    let began = Instant::now();
    // CPython runs ahead in a thread of its own.
    let (send, receive) = sync_channel(64);
    let ahead = thread::spawn(move || {
        for seed in seeds {
            let source = program(seed, texts);
            let outcome = reference.run(&source);
            if send
                .send(Expected {
                    seed,
                    source,
                    outcome,
                })
                .is_err()
            {
                return;
            }
        }
    });
    let (mut ran, mut costly, mut found) = (0, 0, 0);
    for expected in receive {
        ran += 1;
        let seed = expected.seed;
        let named = |error| io::Error::other(format!("seed {seed}: {error}"));
        match expected.outcome.map_err(named)? {
            None => costly += 1,
            Some(outcome) => {
                let ours = ours::run(&expected.source);
                if let Some(kind) = kind(&outcome, &ours) {
                    found += 1;
                    tell(seed, &expected.source, &kind)?;
                }
            }
        }
        if ran % PROGRESS == 0 || found >= request.most || ran == request.count {
            println!(
                "{ran} programs, {found} differences, {costly} too costly, {} s",
                began.elapsed().as_secs()
            );
        }
        if found >= request.most {
            break;
        }
    }
    // The thread ends by itself when nobody receives.
    drop(ahead);
    Ok(found)
}

/// Shrinks a program that differs, writes it out and says what differs.
fn tell(seed: u64, source: &str, wanted: &Kind) -> io::Result<()> {
    let Report { source, difference } = report(source, wanted)?;
    let path = write(seed, &source)?;
    println!(
        "== seed {seed}: {}\n{source}-- {difference}",
        path.display()
    );
    io::stdout().flush()
}

fn write(seed: u64, source: &str) -> io::Result<PathBuf> {
    fs::create_dir_all(FOLDER)?;
    let path = Path::new(FOLDER).join(format!("{seed}.py"));
    fs::write(&path, source)?;
    Ok(path)
}
