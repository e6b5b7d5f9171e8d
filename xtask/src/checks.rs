//! `cargo xtask test`: every check of the project, one after another.

use std::io::{BufRead, BufReader};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use crate::counts::Counts;
use crate::failure::Failure;
use crate::limits;
use crate::serve;
use crate::setup::{self, browser, human, wasm_target::TARGET};
use crate::workshop::{self, Workshop};

/// How long one file of Node's tests may take. The longest needs about a tenth of it on two
/// processors; what hangs is named instead of holding up everything after it.
const FILE_TIMEOUT: Duration = Duration::from_secs(600);

/// One check: a command that succeeds, and how many checks it stands for.
struct Step {
    name: &'static str,
    /// Whether the command reports counts of its own; otherwise it counts as one.
    counted: bool,
    command: Command,
}

/// Runs all steps, or only those named, and ends in one line of counts.
///
/// # Errors
/// When something cannot be installed or a step is unknown.
pub(crate) fn run_all(workshop: &Workshop, only: &[String]) -> Result<ExitCode, Failure> {
    let began = Instant::now();
    setup::for_testing(workshop)?;
    let mut steps = steps(workshop);
    if let Some(unknown) = only
        .iter()
        .find(|name| !steps.iter().any(|step| step.name == *name))
    {
        let names: Vec<&str> = steps.iter().map(|step| step.name).collect();
        return Err(Failure::new(format!(
            "there is no step {unknown}; there are {}",
            names.join(", ")
        )));
    }
    if !only.is_empty() {
        steps.retain(|step| only.iter().any(|name| name == step.name));
    }

    let mut sum = Counts::default();
    let mut failed = Vec::new();
    for step in &mut steps {
        println!("\n== {}: {}", step.name, workshop::tell(&step.command));
        let step_began = Instant::now();
        let counts = run_step(step);
        println!("== {}: {}", step.name, human(step_began.elapsed()));
        if counts.failed > 0 {
            failed.push(step.name);
        }
        sum += counts;
    }

    println!("\nall of it took {}", human(began.elapsed()));
    if !failed.is_empty() {
        println!("failed: {}", failed.join(", "));
    }
    println!("{} passed, {} failed", sum.passed, sum.failed);
    Ok(if sum.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn steps(workshop: &Workshop) -> Vec<Step> {
    let deny = ["--", "-D", "warnings"];
    let step = |name, counted, command| Step {
        name,
        counted,
        command,
    };

    let mut format = workshop.command("cargo");
    format.args(["fmt", "--all", "--check"]);

    let mut clippy = workshop.command("cargo");
    clippy.args(["clippy", "--quiet", "--workspace", "--all-targets"]);
    clippy.args(deny);

    // By itself, so that a use of what only the engine's feature opens shows up.
    let mut clippy_page = workshop.wasm_command("cargo");
    clippy_page.args(["clippy", "--quiet", "--target", TARGET]);
    clippy_page.args(["-p", "coroscope-page"]);
    clippy_page.args(deny);

    let mut clippy_wasm = workshop.wasm_command("cargo");
    clippy_wasm.args(["clippy", "--quiet", "--target", TARGET]);
    clippy_wasm.args(["-p", "coroscope", "--bins"]);
    clippy_wasm.args(deny);

    let mut native = workshop.command("cargo");
    native.args(["test", "--quiet", "--workspace", "--no-fail-fast"]);

    let mut wasm = serve::trunk(workshop, "build");
    wasm.arg("--release");

    let engine = node_tests(workshop, "tests/engine");

    let counted = limits::build(workshop);
    let mut within_limits = node_tests(workshop, "tests/limits");
    within_limits.env("COUNTED", limits::binary(workshop));

    let mut browser = node_tests(workshop, "tests/browser");
    if let Some(chromium) = browser::find(workshop) {
        browser.env("CHROMIUM", chromium);
    }

    let mut steps = vec![
        step("format", false, format),
        step("clippy", false, clippy),
        step("clippy-page", false, clippy_page),
        step("clippy-wasm", false, clippy_wasm),
        step("native", true, native),
        step("wasm", false, wasm),
        step("engine", true, engine),
    ];
    // What nobody can count need not be built.
    if workshop.find("valgrind").is_some() {
        steps.push(step("counted", false, counted));
    }
    steps.push(step("limits", true, within_limits));
    steps.push(step("browser", true, browser));
    steps
}

/// Node's own test runner over the `*.test.mjs` files of a folder.
fn node_tests(workshop: &Workshop, folder: &str) -> Command {
    let mut command = workshop.command("node");
    command.args(["--test", "--test-reporter=tap"]);
    // One file at a time: two Chromiums at once only make each other slow.
    command.arg("--test-concurrency=1");
    command.arg(format!("--test-timeout={}", FILE_TIMEOUT.as_millis()));
    let mut files: Vec<_> = std::fs::read_dir(workshop.root().join(folder))
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".test.mjs"))
        .collect();
    files.sort();
    command.args(files.iter().map(|name| format!("{folder}/{name}")));
    command
}

/// Runs a step, passing its output on; a step that fails without saying how counts as one failure.
fn run_step(step: &mut Step) -> Counts {
    let mut counts = Counts::default();
    let succeeded = match step.command.stdout(Stdio::piped()).spawn() {
        Ok(mut child) => {
            if let Some(output) = child.stdout.take() {
                for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
                    let line = String::from_utf8_lossy(&line);
                    if step.counted {
                        counts += Counts::of_line(&line);
                    }
                    if worth_showing(&line) {
                        println!("{line}");
                    }
                }
            }
            child.wait().is_ok_and(|status| status.success())
        }
        Err(error) => {
            println!("cannot be started: {error}");
            false
        }
    };
    if !succeeded {
        counts.failed = counts.failed.max(1);
    } else if !step.counted {
        counts.passed = 1;
    } else if counts == Counts::default() {
        println!("no test ran");
        counts.failed = 1;
    }
    counts
}

/// Leaves out what TAP says about tests that passed.
fn worth_showing(line: &str) -> bool {
    let line = line.trim_start();
    const NOISE: [&str; 6] = ["ok ", "# Subtest:", "---", "...", "duration_ms:", "type:"];
    !NOISE.iter().any(|start| line.starts_with(start))
}
